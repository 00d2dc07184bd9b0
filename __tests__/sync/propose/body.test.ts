import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { longestBody, renderBody, type BodyContext } from '../../../src/sync/propose/body.ts'
import { readMarkedText } from '../../../src/sync/propose/marker.ts'
import type { Proposal, ProposalPart } from '../../../src/sync/propose/proposal.ts'
import { changeIn, changeTo, hashOf, partTo, proposalTo, toldPlaces } from './fixture.ts'

const context: BodyContext = {
  place: {
    serverUrl: 'https://github.com',
    repository: 'alice/tool',
    branch: 'nar-publish/infer-0.76.1',
    upstream: 'tool',
    isFork: false
  },
  runUrl: 'https://github.com/alice/tool/actions/runs/7',
  isWorkflowToken: false
}

const golden = (name: string) =>
  readFileSync(new URL(`golden/${name}.md`, import.meta.url), 'utf8').trimEnd()

const full: Proposal = proposalTo('0.76.1', {
  compareUrl: 'https://github.com/acme/infer/compare/v0.76.0...v0.76.1',
  releaseUrl: 'https://github.com/acme/infer/releases/tag/v0.76.1',
  formattedWith: 'nixfmt',
  notes: ['a literal at nix/infer.nix:9 feeds nothing and was left alone']
})

function withHashes(count: number): Proposal {
  const change = changeTo('0.76.1')
  const hashes = Array.from({ length: count }, (_, n) =>
    change.hashes.map((hash) => ({ ...hash, line: n + 1, newHash: hashOf(`${n}`) }))
  ).flat()
  return proposalTo('0.76.1', { change: { ...change, hashes } })
}

describe('renderBody', () => {
  test('tells a bump', () => {
    expect(renderBody(full, context)).toBe(golden('bump'))
  })

  test('tells new hashes of a flake’s package, by the workflow’s own token', () => {
    const change = changeTo('0.76.0')
    const proposal = proposalTo('0.76.0', {
      change: {
        ...change,
        package: { kind: 'flake', text: '.#infer', folder: '.', attribute: 'infer' },
        versions: [],
        hashes: change.hashes.map((hash) => ({ ...hash, oldHash: null }))
      },
      counts: null,
      checks: []
    })
    const body = renderBody(proposal, { ...context, runUrl: null, isWorkflowToken: true })
    expect(body).toBe(golden('keep'))
  })

  test('tells what to look at: hashes left alone, places that were assumed, that stay, and comments', () => {
    const body = renderBody(proposalTo('0.76.1', { told: toldPlaces }), context)
    expect(body).toBe(golden('told'))
  })

  test.each([
    ['200 of them', longestBody, 10, 200],
    ['no room for them', 9_000, 10, 10]
  ])(
    'of many places to look at, with %s, shows some and says how many there are',
    (_, longest, unfed, rows) => {
      const told = toldPlaces
        .filter(({ kind }) => kind !== 'comment')
        .flatMap((place) =>
          Array.from({ length: 200 }, (_none, line) => ({ ...place, line: line + 1 }))
        )
      const body = renderBody(proposalTo('0.76.1', { told }), context, longest)
      expect(body.match(/^> \*\*Warning:\*\* the hash at/gm)).toHaveLength(unfed)
      expect(body).toContain(`> **Warning:** ${200 - unfed} more hashes left alone.`)
      expect(body.match(/in `postPatch`/g)).toHaveLength(rows)
      expect(body.includes('- 190 more')).toBe(rows === 10)
    }
  )

  test('names the files that were made anew, and those that were not, however long it may be', () => {
    const change = changeTo('0.76.1')
    const beside = {
      files: [{ path: 'nix/Cargo.lock', text: 'x', isNew: false, by: 'source' as const }],
      keys: change.versions.map((edit) => ({ ...edit, text: 'a-1.0', replacement: 'a-1.1' })),
      left: [{ path: 'nix/`gem`set.nix', reason: 'only a [program](http://x) can make it' }]
    }
    const proposal = proposalTo('0.76.1', { change: { ...change, beside } })
    const body = renderBody(proposal, context)
    expect(body).toContain('- `nix/Cargo.lock`: made anew out of the new version’s source\n')
    expect(body).toContain('`a-1.0` → `a-1.1`, as the lock file has it')
    expect(body).toMatch(/Not made anew:\n\n- <code>nix\/\\`gem\\`set\.nix<\/code>: only a /)
    expect(body).not.toMatch(/(?<!\\)\[program/)
    const left = Array.from({ length: 100 }, (_, n) => ({
      path: `${n}/${'p'.repeat(900)}/deps.json`,
      reason: '*'.repeat(900)
    }))
    const long = { ...beside, left, files: Array.from({ length: 100 }, () => beside.files).flat() }
    const short = renderBody(proposalTo('0.76.1', { change: { ...change, beside: long } }), context)
    expect(short.length).toBeLessThan(longestBody)
    expect(short).toMatch(/Not made anew:\n\n- <code>0\/ppp[^]*\n- 80 more\n/)
  })

  test('shows other people’s words as they are, and nothing more', () => {
    const hostile =
      '<img src=x>|`*[a](https://evil.example)@alice #1 -->\n<!-- nar-publish:end -->\n# big'
    const change = changeTo('0.76.1')
    const body = renderBody(
      proposalTo('0.76.1', {
        change: {
          ...change,
          name: hostile,
          newVersion: hostile,
          hashes: change.hashes.map((hash) => ({ ...hash, file: hostile, derivations: [hostile] })),
          versions: change.versions.map((edit) => ({ ...edit, file: hostile, text: hostile }))
        },
        checks: [{ name: 'build', result: 'passed', detail: hostile }],
        compareUrl: `javascript:${hostile}`,
        releaseUrl: `https://x.example/)${hostile}`,
        formattedWith: hostile,
        told: toldPlaces.map((place) => ({ ...place, file: hostile, text: hostile, why: hostile })),
        notes: [hostile]
      }),
      context
    )
    // Neither the marker nor where a link goes is shown.
    const text = body
      .replace(/^<!-- nar-publish:begin .* -->$/m, '')
      .replace(/\]\(https:[^)]*\)/g, ']')
    expect(text).not.toMatch(/<img|javascript:|[^>]@alice|(?<!span>)#1|^# big/m)
    expect(body.match(/<!-- nar-publish:end -->/g)).toHaveLength(1)
    expect(readMarkedText(body)).toMatchObject({
      before: '',
      after: '',
      marker: { packages: [{ name: hostile }] }
    })
    for (const row of text.split('\n').filter((line) => line.startsWith('|'))) {
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(6)
    }
  })

  test('of hundreds of packages shows what there is room for, at last a table’s first rows', () => {
    const parts = Array.from({ length: 250 }, (_, index) => {
      const change = changeTo('0.76.1')
      return partTo('', { change: { ...change, name: `luna${index}` }, told: toldPlaces })
    })
    const proposal = { ...full, parts, group: 'packages' }
    const body = renderBody(proposal, context)
    expect(body.length).toBeLessThanOrEqual(longestBody)
    expect(body).toContain('Updates 250 packages of `packages`.')
    expect(body.match(/^\| `luna\d+` \| `0\.76\.0` \| `0\.76\.1` \|/gm)).toHaveLength(200)
    expect(body).toContain('And 50 more packages.\n\nSee the files for what changed.')
    expect(readMarkedText(body)?.marker.packages).toHaveLength(250)
    const few = renderBody({ ...proposal, parts: parts.slice(0, 3) }, context)
    expect(few.match(/^### `luna\d`$/gm)).toHaveLength(3)
    expect(few.match(/^\*\*Checks\*\*$/gm)).toHaveLength(3)
    expect(few.match(/^gh pr checkout/gm)).toHaveLength(1)
  })

  test.each([
    [90, 'everything', 90],
    [400, 'the first hundred hashes', 100],
    [5_000, 'the first hundred hashes', 100]
  ])('of %i hashes shows %s', (count, _, shown) => {
    const body = renderBody(withHashes(count), context)
    expect(body.length).toBeLessThanOrEqual(longestBody)
    expect(body.match(/^\| `nix\/infer\.nix:/gm)).toHaveLength(shown)
    expect(body.includes('This text shows')).toBe(shown < count)
  })

  test('has room for what people wrote: fewer rows, at last counts alone', () => {
    const names: [number, string][] = [
      [15_000, 'the first ten hashes'],
      [2_000, 'counts']
    ]
    for (const [longest, name] of names) {
      expect(renderBody(withHashes(200), context, longest)).toContain(`This text shows ${name}.`)
    }
  })

  test('fits however long everything is', () => {
    const long = '.'.repeat(5_000)
    const change = changeIn(withHashes(200))
    const body = renderBody(
      proposalTo('0.76.1', {
        change: {
          ...change,
          name: long.slice(0, 300),
          versions: Array.from({ length: 500 }, () => changeTo('0.76.1').versions).flat(),
          hashes: change.hashes.map((hash) => ({
            ...hash,
            file: long,
            derivations: Array.from({ length: 50 }, () => `|${long}`),
            systems: Array.from({ length: 50 }, () => `|${long}`)
          }))
        },
        checks: partTo('').checks.map((check) => ({ ...check, detail: long })),
        told: Array.from({ length: 500 }, () => toldPlaces)
          .flat()
          .map((place) => ({ ...place, file: long, text: long, why: long })),
        notes: Array.from({ length: 100 }, () => long)
      }),
      context
    )
    expect(body.length).toBeLessThanOrEqual(longestBody)
  })

  test('has one digest for what lasts, whatever the effort was', () => {
    const digestOf = (proposal: Proposal, changes: Partial<BodyContext> = {}) =>
      readMarkedText(renderBody(proposal, { ...context, ...changes }))?.marker.digest
    const withPart = (part: Partial<ProposalPart>): Proposal => ({
      ...full,
      parts: full.parts.map((one) => ({ ...one, ...part }))
    })
    const digest = digestOf(full)
    expect(digestOf(withPart({ counts: null }), { runUrl: null })).toBe(digest)
    expect(digestOf({ ...full, notes: [] })).not.toBe(digest)
    expect(digestOf(withPart({ checks: [] }))).not.toBe(digest)
    expect(digestOf(withPart({ told: toldPlaces }))).not.toBe(digest)
    expect(digestOf(full, { isWorkflowToken: true })).not.toBe(digest)
    expect(digestOf(proposalTo('0.76.2'))).not.toBe(digest)
  })
})
