import { expect, test } from '@jest/globals'
import { startGitHub } from '../support/github/server.ts'
import { createClient, writer } from './client.ts'

test('counts requests and bytes by who bears them', async () => {
  const github = await startGitHub({
    repositories: [{ name: 'alice/store', pages: {} }],
    tokens: { writer }
  })
  try {
    const release = github.makeRelease('alice/store', { tag: 'v1' }, [
      { name: 'a.nar', state: 'uploaded', bytes: Buffer.alloc(1_000) }
    ])
    const raw = `${github.substituterUrl('alice/store', 'main')}/README.md`
    await fetch(raw)
    await fetch(raw)
    await fetch(raw, { headers: { authorization: 'Bearer writer' } })
    await fetch(raw, { method: 'HEAD' })
    await fetch(`${github.pagesUrl('alice/store')}README.md`)
    await fetch(`${github.serverUrl}/alice/store/releases/download/v1/a.nar`)
    const upload = `${github.apiUrl}/repos/alice/store/releases/${release.id}/assets?name=b.nar`
    const headers = { authorization: 'Bearer writer' }
    await fetch(upload, { method: 'POST', headers, body: Buffer.alloc(700) })
    await createClient(github).call('GET', '/repos/alice/store')

    const readme = '# store\n'.length
    const gitRequest = { method: 'GET', url: '/', authorization: null, up: 3, down: 5 }
    const { api, upload: uploads, ...plain } = github.traffic([gitRequest, gitRequest])
    expect(plain).toEqual({
      rawAnonymous: { requests: 3, up: 0, down: 2 * readme },
      rawWithToken: { requests: 1, up: 0, down: readme },
      pages: { requests: 1, up: 0, down: readme },
      asset: { requests: 2, up: 0, down: 1_000 },
      git: { requests: 2, up: 6, down: 10 }
    })
    expect([api.requests, api.up, uploads.requests, uploads.up]).toEqual([1, 0, 1, 700])
    expect(api.down).toBeGreaterThan(1_000)
    github.reset()
    expect(github.traffic().pages).toEqual({ requests: 0, up: 0, down: 0 })
  } finally {
    await github.close()
  }
})
