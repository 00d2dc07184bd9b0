import { describe, expect, test } from '@jest/globals'
import { formatNarInfo } from '../../src/binary-cache/narinfo.ts'
import { publicKeyText, type SecretKey } from '../../src/binary-cache/signature.ts'
import { closureTypes, type ClosureType } from '../../src/nix/types.ts'
import { narInfoOf } from '../../src/publish/compose.ts'
import { heldArtifacts } from '../../src/publish/held.ts'
import type { KeyInputs } from '../../src/publish/key-terms.ts'
import { rowWith } from '../catalogue/support.ts'
import { catalogueFiles } from '../support/catalogue.ts'
import { artifactNamed, otherKey, packedPath, runWith, snapshotOf, someKey } from './support.ts'

const artifact = artifactNamed('hello')
const { storePath } = artifact
const narInfo = formatNarInfo(narInfoOf(runWith(), packedPath(storePath)))

function state(closures: ClosureType[], { text = narInfo, row = true } = {}): Map<string, Buffer> {
  const rows = row ? [rowWith({ storePath, closures })] : []
  return new Map([
    ...catalogueFiles({ rows, publicKeys: [] }),
    ...(text === '' ? [] : [[`${storePath.slice(11, 43)}.narinfo`, Buffer.from(text)] as const])
  ])
}

const isHeld = async (
  files: Map<string, Buffer> | null,
  closure: ClosureType = 'binary',
  keys: KeyInputs = { signingKeys: [someKey], unsigned: false }
): Promise<boolean> =>
  (await heldArtifacts(snapshotOf(files), [artifact], closure, keys)).has(storePath)

describe('an artifact is held', () => {
  test.each([
    ['bare', ['bare']],
    ['binary', ['bare', 'binary']],
    ['source', ['bare', 'source']],
    ['cache', ['bare', 'binary', 'source', 'cache']]
  ] as const)(
    'when it was published with closure %s and is asked for with %j',
    async (known, asked) => {
      const held = await Promise.all(
        closureTypes.map(async (closure) =>
          (await isHeld(state([known]), closure)) ? [closure] : []
        )
      )
      expect(held.flat()).toEqual(asked)
    }
  )
})

describe('an artifact is not held', () => {
  test('by a branch that does not exist, or has no catalogue', async () => {
    expect(await isHeld(null)).toBe(false)
    const files = state(['binary'])
    files.delete('catalogue.json')
    expect(await isHeld(files)).toBe(false)
  })

  test('as somebody’s dependency, without a row of its own', async () => {
    expect(await isHeld(state([], { row: false }))).toBe(false)
  })

  test('by a row whose narinfo is missing or unreadable', async () => {
    expect(await isHeld(state(['binary'], { text: '' }))).toBe(false)
    expect(await isHeld(state(['binary'], { text: 'no narinfo' }))).toBe(false)
  })

  test('without the signature of the run’s key', async () => {
    const keys = { signingKeys: [otherKey], unsigned: false }
    expect(await isHeld(state(['binary']), 'binary', keys)).toBe(false)
    const both = { signingKeys: [someKey, otherKey], unsigned: false }
    expect(await isHeld(state(['binary']), 'binary', both)).toBe(false)
  })
})

describe('for a run that has no key, an artifact', () => {
  const keyless = { signingKeys: [], unsigned: false }
  /** The same branch, whose README tells this key. */
  const telling = (key: SecretKey): Map<string, Buffer> => {
    const line = `- Public key: \`${publicKeyText(key)}\``
    const readme = `<!-- nar-publish:begin -->\n${line}\n<!-- nar-publish:end -->\n`
    return state(['binary']).set('README.md', Buffer.from(readme))
  }

  test('is held by a signature of a key that readers are told', async () => {
    expect(await isHeld(telling(someKey), 'binary', keyless)).toBe(true)
  })

  test('is not held by the signature of another key, unless `unsigned` allows it', async () => {
    expect(await isHeld(telling(otherKey), 'binary', keyless)).toBe(false)
    expect(await isHeld(telling(otherKey), 'binary', { ...keyless, unsigned: true })).toBe(true)
  })

  test('is held in a cache whose readers are told no key', async () => {
    expect(await isHeld(state(['binary']), 'binary', keyless)).toBe(true)
  })
})
