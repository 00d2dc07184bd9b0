/** That the tests in a browser would see what they say is not there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { hasChromium, startBrowser, type TestBrowser } from '../support/browser.ts'
import { serveSite, type ServedSite } from '../support/serve-site.ts'

const bad = `<!doctype html><html><meta http-equiv="Content-Security-Policy" content="img-src 'self'">
<title>Bad</title><main><h1>Bad</h1><p style="color: #ccc; background: #fff">faint</p>
<div style="width: 3000px">wide</div><img alt="elsewhere" src="http://elsewhere.example/x.png">
<script>fetch('http://elsewhere.example/data').catch(() => undefined); fetch('gone.json')</script>
<script>setTimeout(() => { throw new Error('nobody catches this') })</script></main>`

if (hasChromium) {
  describe('a page with everything wrong', () => {
    inBrowser()
  })
} else {
  test.todo('in a browser: script/chromium installs one (Debian)')
}

function inBrowser(): void {
  let browser: TestBrowser
  let site: ServedSite
  beforeAll(async () => {
    site = await serveSite(
      new Map([
        ['index.html', bad],
        ['404.html', 'nothing here']
      ])
    )
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    site.close()
  })

  test('is caught: another host, the security policy, an exception, faint text, scrolling sideways', async () => {
    const opened = await browser.open(site.url, { colorScheme: 'light' })
    await opened.page.waitForLoadState('networkidle')
    expect(opened.requests).toContain('http://elsewhere.example/data')
    expect(opened.faults.join('\n')).toContain('Content Security Policy')
    expect(opened.faults.join('\n')).toContain('nobody catches this')
    const violations = await opened.violations()
    expect(violations.filter((text) => text.startsWith('color-contrast'))).toHaveLength(1)
    expect(violations.filter((text) => text.startsWith('html-has-lang'))).toHaveLength(1)
    expect(await opened.overflow()).toBeGreaterThan(1000)
    expect(site.asked).toEqual(expect.arrayContaining(['index.html', 'gone.json']))
    await expect(browser.leave()).rejects.toThrow(
      /Content Security Policy[^]*asked elsewhere: http:\/\/elsewhere.example\/data/
    )
    await expect(browser.leave()).resolves.toBeUndefined()
  })

  test('is served as Pages does it: what is not there by the branch’s own page, and only below its path', async () => {
    const missing = await fetch(`${site.url}gone.json`)
    expect([missing.status, await missing.text()]).toEqual([404, 'nothing here'])
    expect((await fetch(new URL('/', site.url))).status).toBe(404)
    site.answer('index.html', 500)
    expect((await fetch(site.url)).status).toBe(500)
    site.answer('index.html', 200)
    expect((await fetch(site.url)).headers.get('content-type')).toBe('text/html; charset=utf-8')
  })
}
