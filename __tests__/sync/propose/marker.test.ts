import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { markBlock, markSuperseded, readMarkedText } from '../../../src/sync/propose/marker.ts'
import { blockOf, packagePath } from './fixture.ts'

const only = { name: 'infer', package: '.#infer', version: '0.76.1' }
const marker = { packages: [only], group: null, digest: 'd' }

describe('a marked block', () => {
  test('is found again between what people wrote', () => {
    const text = `above\r\n${markBlock(marker, 'text')}\r\nbelow`
    expect(readMarkedText(text)).toEqual({ before: 'above\r\n', marker, after: '\r\nbelow' })
  })

  test('of one package alone has the form that it always had', () => {
    const block = blockOf({ name: 'luna', content: 'c', superseded: true })
    const read = readMarkedText(block)?.marker
    expect(read).toEqual({
      packages: [{ name: 'luna', package: `file:${packagePath}`, version: '0.76.1', content: 'c' }],
      ...{ group: null, superseded: true, digest: '' }
    })
    expect(read && markBlock(read, 'text')).toMatch(
      /^<!-- nar-publish:begin \{"name":"luna","package":"file:nix\/infer\.nix","version":"0\.76\.1",/
    )
  })

  test.each([null, 'packages', '-->\n'])(
    'of several packages, and of group %j, is read back',
    (group) => {
      const packages = [only, { ...only, name: 'refer', content: 'c' }]
      const several = { ...marker, packages, group, computed: { commit: 'c', inputs: 'i' } }
      expect(readMarkedText(markBlock(several, 'text'))?.marker).toEqual(several)
      expect(readMarkedText(markBlock({ ...marker, group }, 'text'))?.marker).toEqual({
        ...marker,
        group
      })
      const superseded = markSuperseded(`before ${markBlock(several, 'text')} after`)
      expect(superseded).toMatch(/^before [^]* after$/)
      expect(readMarkedText(superseded)?.marker).toEqual({ ...several, superseded: true })
    }
  )

  test('is looked for in no time in a text of nothing but beginnings', () => {
    const text = '<!-- nar-publish:begin {'.repeat(200_000)
    const began = performance.now()
    expect(readMarkedText(text)).toBeNull()
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('holds any names, and shows none of them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, text) => {
        const named = { ...marker, packages: [{ ...only, name }] }
        const block = markBlock(named, text.replaceAll('<', ''))
        expect(readMarkedText(block)?.marker).toEqual(named)
        // The comment ends where it is meant to.
        expect(block.indexOf('-->')).toBe(block.indexOf(' -->\n') + 1)
      })
    )
  })

  test('is none when a person, or another program, wrote something like it', () => {
    const block = markBlock(marker, 'text')
    for (const text of [
      '',
      'nar-publish',
      block + block,
      block.replace('<!-- nar-publish:end -->', ''),
      block.replace('{', '{{'),
      block.replace('"infer"', '7'),
      block.replace(/"version":[^,]+,/, ''),
      '<!-- nar-publish:begin -->\n<!-- nar-publish:end -->'
    ]) {
      expect(readMarkedText(text)).toBeNull()
    }
  })
})
