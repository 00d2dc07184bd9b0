/** What `phase: commit` takes from build jobs, and what it refuses. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { narCachePath } from '../../src/binary-cache/nar-name.ts'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { publicKeyText } from '../../src/binary-cache/signature.ts'
import { readCatalogue } from '../support/catalogue.ts'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { NarPublishError } from '../../src/errors.ts'
import { formatExpected } from '../../src/publish/expected-rows.ts'
import type { Manifest } from '../../src/publish/packed-folder/manifest.ts'
import type { PublishReport } from '../../src/publish/report/types.ts'
import type { Reported } from '../../src/run.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder } from '../support/nix.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'
import { revision, runPhase } from './phases.ts'
import { someKey } from './support.ts'

const repository = 'alice/store'
const secret =
  'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA=='

let github: GitHubServer
let folder: string
let storePath: string
let otherPath: string
/** As two build jobs left them: never changed, tests take copies. */
let packed: string
let otherPacked: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'receive-'))
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: {
      writer: { login: 'alice', access: 'write' },
      reader: { login: 'alice', access: 'read' }
    }
  })
  storePath = addStorePath('hello-1.0', 5000)
  otherPath = addStorePath('other-2.0', 300)
  packed = join(folder, 'packed/one')
  otherPacked = join(folder, 'packed/two')
  await pack({ paths: storePath, 'output-directory': packed })
  await pack({ paths: otherPath, 'output-directory': otherPacked, systems: 'aarch64-linux' })
})
afterAll(async () => {
  await github.close()
  // With the roots of its runs.
  await removeFolder(folder)
  deleteStorePaths([storePath, otherPath])
})

let branch = ''
let branches = 0
beforeEach(() => {
  branches += 1
  branch = `branch-${branches}`
})

function pack(inputs: Record<string, string>): Promise<Reported<PublishReport>> {
  return runPhase(
    { phase: 'pack', token: 'reader', 'target-branch': 'main', ...inputs },
    {
      github,
      folder
    }
  )
}

/** To a branch of the test's own, for which the copies of the folders are rewritten. */
function commit(inputs: Record<string, string>): Promise<Reported<PublishReport>> {
  return runPhase(
    {
      phase: 'commit',
      token: 'writer',
      'signing-key': secret,
      verify: 'narinfo',
      'target-branch': branch,
      ...inputs
    },
    { github, folder }
  )
}

/** Copies of both folders, as they are when they were packed for the test's own branch. */
function copies(): { all: string; one: string; two: string } {
  const all = mkdtempSync(join(folder, 'copies-'))
  const [one, two] = [join(all, 'one'), join(all, 'two')]
  cpSync(packed, one, { recursive: true })
  cpSync(otherPacked, two, { recursive: true })
  for (const copy of [one, two]) {
    changeManifest(copy, (manifest) => {
      manifest.target.branch = branch
    })
  }
  return { all, one, two }
}

function changeManifest(copy: string, change: (manifest: Manifest) => void): void {
  const file = join(copy, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  change(manifest)
  writeFileSync(file, JSON.stringify(manifest))
}

async function rows(): Promise<readonly CatalogueRow[]> {
  const head = await github.head(repository, branch)
  return head === null ? [] : (await readCatalogue(github, repository, head)).rows
}

async function refusal(inputs: Record<string, string>): Promise<NarPublishError> {
  const before = await github.head(repository, branch)
  github.reset()
  const error = await commit(inputs).then(
    () => {
      throw new Error('it was taken')
    },
    (thrown: unknown) => thrown
  )
  if (!(error instanceof NarPublishError)) throw error
  expect(await github.head(repository, branch)).toBe(before)
  expect(github.counts()).toMatchObject({ writes: 0 })
  return error
}

const narOf = (copy: string): string => {
  const [name] = readdirSync(join(copy, 'nar'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.includes('.nar')
  )
  return join(copy, 'nar', name ?? '')
}
const narInfoFile = (copy: string): string =>
  join(copy, readdirSync(copy).find((file) => file.endsWith('.narinfo')) ?? '')

describe('a packed folder', () => {
  test('has the NAR under its final name, an unsigned narinfo and a manifest, and nothing was written to the target', async () => {
    const hash = storePath.slice(11, 43)
    const narInfo = parseNarInfo(readFileSync(narInfoFile(packed), 'utf8'), 'narinfo')
    expect(narInfo).toMatchObject({ storePath, signatures: [] })
    expect(readdirSync(packed).sort()).toEqual([`${hash}.narinfo`, 'manifest.json', 'nar'].sort())
    expect(readFileSync(join(packed, narInfo.url)).length).toBe(narInfo.fileSize)
    expect(await github.head(repository, 'nix-cache')).toBeNull()
  })

  test('is refused before anything is built when its place is taken', async () => {
    await expect(
      pack({ 'flake-attribute': '.#does-not-exist', 'output-directory': packed })
    ).rejects.toMatchObject({ code: 'INPUT_INVALID', reason: expect.stringContaining('not empty') })
  })

  test('is packed without a token when the target is public', async () => {
    const output = join(folder, 'without-token')
    const { report } = await pack({ paths: otherPath, token: '', 'output-directory': output })
    expect(report.outcome).toBe('packed')
    expect(readdirSync(output)).toContain('manifest.json')
  })
})

test('folders of several jobs become one commit, signed, with a row for each artifact', async () => {
  const { all, two } = copies()
  // Less than its own NAR: what a job says of it may be anything.
  changeManifest(two, ({ artifacts: [artifact] }) => {
    if (artifact !== undefined) artifact.closureSize = 7
  })
  const { report, error } = await commit({ packed: all, systems: 'x86_64-linux aarch64-linux' })
  expect(error).toBeNull()
  expect(report).toMatchObject({ outcome: 'published', verify: { kind: 'narinfo', paths: 2 } })
  const found = await rows()
  expect(found.map((row) => row.storePath).sort()).toEqual([storePath, otherPath].sort())
  const sizes = new Map(found.map(({ storePath: path, closureSize }) => [path, closureSize]))
  const [own] = found.filter((row) => row.storePath === storePath)
  expect(sizes).toEqual(
    new Map([
      [storePath, own?.narSize],
      [otherPath, null]
    ])
  )
  expect(found[0]?.source).toEqual({ repository: 'alice/project', revision })
  const head = (await github.head(repository, branch)) ?? ''
  const { parents } = (await github.objects.commit(github.repository(repository), head)) ?? {}
  expect(parents).toEqual([])
  const file = `${storePath.slice(11, 43)}.narinfo`
  const narInfo = parseNarInfo(String(await github.readFile(repository, branch, file)), file)
  expect(narInfo.signatures).toEqual([expect.stringMatching(/^test-only-1:/)])
  expect(report.signedBy).toEqual([publicKeyText(someKey)])
})

test('a folder is taken by its own name, too, and what two jobs packed alike counts once', async () => {
  const { one, two } = copies()
  const again = `${one}-again`
  cpSync(one, again, { recursive: true })
  const { report, error } = await commit({ packed: [one, again, two].join('\n') })
  expect(error).toBeNull()
  expect(report.uploads.nars).toBe(2)
})

test('what another publisher brought since stays as it is, and its NAR is not uploaded again', async () => {
  const { one, all } = copies()
  await commit({ packed: one })
  const file = `${storePath.slice(11, 43)}.narinfo`
  const before = String(await github.readFile(repository, branch, file))
  const { report } = await commit({ packed: all })
  expect(report.uploads.nars).toBe(1)
  expect(report.skipped).toContainEqual(expect.objectContaining({ storePath, reason: 'held' }))
  expect(String(await github.readFile(repository, branch, file))).toBe(before)
})

test('a path that the target holds keeps its content and its row, whatever a job says of it', async () => {
  const { one, two } = copies()
  await commit({ packed: one })
  const file = `${storePath.slice(11, 43)}.narinfo`
  const before = [await github.readFile(repository, branch, file), await rows()]
  // The other one's NAR under this one's name, as a newer version of it.
  changeManifest(two, ({ paths: [path], artifacts: [artifact] }) => {
    if (path !== undefined) path.storePath = storePath
    if (artifact !== undefined) Object.assign(artifact, { storePath, name: 'hello', version: '99' })
  })
  renameNar(two, 'hello')
  rewriteNarInfo(two)
  const { report } = await commit({ packed: two })
  expect(report.outcome).toBe('nothing-new')
  expect([await github.readFile(repository, branch, file), await rows()]).toEqual(before)
})

describe('is refused whole, and nothing is written:', () => {
  test.each<[string, (copy: string) => void, string]>([
    [
      'a NAR with another byte',
      (copy) => {
        flipByte(narOf(copy))
      },
      'its hash is'
    ],
    [
      'a NAR that is longer',
      (copy) => {
        appendFileSync(narOf(copy), 'x')
      },
      'announced are'
    ],
    [
      'a NAR that is cut',
      (copy) => {
        truncateSync(narOf(copy), 100)
      },
      'announced are'
    ],
    [
      'a NAR that is not there',
      (copy) => {
        rmSync(narOf(copy))
      },
      'it is not there'
    ],
    [
      'a NAR that is a link',
      (copy) => {
        const nar = narOf(copy)
        renameSync(nar, join(folder, 'elsewhere'))
        symlinkSync(join(folder, 'elsewhere'), nar)
      },
      'neither a file nor a folder'
    ],
    [
      'a NAR whose content is announced otherwise',
      (copy) => {
        changeManifest(copy, ({ paths: [path] }) => {
          if (path !== undefined) path.narHash = path.narHash.replace(/.{3}$/, '000')
        })
        rewriteNarInfo(copy)
      },
      'it unpacks to'
    ],
    [
      'a NAR that unpacks to more than is announced',
      (copy) => {
        changeManifest(copy, ({ paths: [path] }) => {
          if (path !== undefined) path.narSize -= 8
        })
        rewriteNarInfo(copy)
      },
      'it unpacks to more than'
    ],
    [
      'a narinfo with another reference',
      (copy) => {
        const file = narInfoFile(copy)
        const text = readFileSync(file, 'utf8')
        writeFileSync(
          file,
          text.replace('References: ', () => `References: ${'0'.repeat(32)}-x`)
        )
      },
      'the most that it may'
    ],
    [
      'a narinfo with a signature',
      (copy) => {
        appendFileSync(narInfoFile(copy), `Sig: mallory-1:${'A'.repeat(86)}==\n`)
      },
      'the most that it may'
    ],
    [
      'a narinfo of the same length with another size',
      (copy) => {
        const file = narInfoFile(copy)
        const text = readFileSync(file, 'utf8')
        writeFileSync(
          file,
          text.replace(/NarSize: (\d)/, (_, digit) => `NarSize: ${digit === '9' ? 8 : 9}`)
        )
      },
      'not the unsigned narinfo'
    ],
    [
      'a file that the manifest does not name',
      (copy) => {
        writeFileSync(join(copy, 'README.md'), 'mine')
      },
      'the manifest does not name it'
    ],
    [
      'a folder in a place where none is',
      (copy) => {
        mkdirSync(join(copy, 'nar/ab/cd'), { recursive: true })
      },
      'neither a file nor a folder'
    ],
    [
      'a pipe, which nobody writes to',
      (copy) => {
        const nar = narOf(copy)
        rmSync(nar)
        execFileSync('mkfifo', [nar])
      },
      'neither a file nor a folder'
    ],
    [
      'a narinfo in other case',
      (copy) => {
        const file = narInfoFile(copy)
        renameSync(file, file.replace(/\.narinfo$/, '.NarInfo'))
      },
      'the manifest does not name it'
    ],
    [
      'a NAR under a name that looks the same',
      (copy) => {
        const file = narOf(copy)
        renameSync(file, file.replace(/\.nar/, '.n\u0430r'))
      },
      'the manifest does not name it'
    ],
    [
      'a manifest that is no JSON',
      (copy) => {
        writeFileSync(join(copy, 'manifest.json'), '\n::error::forged')
      },
      'no JSON'
    ],
    [
      'a manifest with a field that is not known',
      (copy) => {
        changeManifest(copy, (manifest) => Object.assign(manifest, { also: 1 }))
      },
      'also'
    ],
    [
      'a manifest of another version',
      (copy) => {
        changeManifest(copy, (manifest) => Object.assign(manifest, { version: 2 }))
      },
      'version'
    ],
    [
      'a manifest that leads out of the folder',
      (copy) => {
        changeManifest(copy, ({ paths: [path] }) => {
          if (path !== undefined) path.nar = '../../../etc/passwd'
        })
      },
      'must be called'
    ],
    [
      'a manifest that names a path twice',
      (copy) => {
        changeManifest(copy, ({ paths }) => paths.push(...paths))
      },
      'twice'
    ],
    [
      'a manifest with a line break in a name',
      (copy) => {
        changeManifest(copy, ({ artifacts: [artifact] }) => {
          if (artifact !== undefined) artifact.name = 'x\n::error::forged'
        })
      },
      'control character'
    ],
    [
      'a manifest with a closure that no disk holds',
      (copy) => {
        changeManifest(copy, ({ artifacts: [artifact] }) => {
          if (artifact !== undefined) artifact.closureSize = 2 ** 51
        })
      },
      'closureSize'
    ],
    [
      'a manifest of more than 16 MiB',
      (copy) => {
        changeManifest(copy, (manifest) => Object.assign(manifest, { tool: ' '.repeat(17 << 20) }))
      },
      'the most that it may'
    ],
    [
      'a manifest with a million systems',
      (copy) => {
        changeManifest(copy, (manifest) => {
          manifest.systems = Array<string>(1_000_000).fill('x86_64-linux')
        })
      },
      'systems'
    ],
    [
      'a manifest with a million paths that it left out',
      (copy) => {
        const one = { storePath, reason: 'held' as const, detail: '' }
        changeManifest(copy, (manifest) => {
          manifest.skipped = Array<typeof one>(1_000_000).fill(one)
        })
      },
      'the most that it may'
    ],
    [
      'a manifest that was packed for another target',
      (copy) => {
        changeManifest(copy, ({ target }) => {
          target.name = 'mallory/store'
        })
      },
      'mallory/store'
    ],
    [
      'a manifest that claims a larger closure',
      (copy) => {
        changeManifest(copy, (manifest) => {
          manifest.closure = 'cache'
        })
      },
      'closure cache'
    ],
    [
      'an artifact of a system that nobody expected',
      (copy) => {
        changeManifest(copy, ({ artifacts: [artifact] }) => {
          if (artifact !== undefined) artifact.system = 'riscv64-linux'
        })
      },
      'riscv64-linux'
    ],
    [
      'an artifact said to be built from another repository',
      (copy) => {
        changeManifest(copy, ({ artifacts: [artifact] }) => {
          if (artifact) artifact.origin.source = { repository: 'mallory/x', revision }
        })
      },
      'mallory/x'
    ],
    [
      'an artifact said to be built from another commit',
      (copy) => {
        changeManifest(copy, ({ artifacts: [artifact] }) => {
          if (artifact?.origin.source) artifact.origin.source.revision = 'f'.repeat(40)
        })
      },
      'ffffffff'
    ],
    [
      'an artifact said to be built by a run of another repository',
      (copy) => {
        changeManifest(copy, ({ artifacts: [artifact] }) => {
          if (artifact) artifact.origin.runUrl = 'https://evil.example/alice/project/actions/runs/1'
        })
      },
      'evil.example'
    ],
    [
      'a folder whose manifest was not written',
      (copy) => {
        rmSync(join(copy, 'manifest.json'))
      },
      'it has no manifest.json'
    ]
  ])('%s', async (_name, tamper, says) => {
    const { all, two } = copies()
    tamper(two)
    const error = await refusal({ packed: all, systems: 'x86_64-linux aarch64-linux' })
    expect(error.code).toBe('PACKED_INVALID')
    expect(error.message).toContain(says)
    expect(error.message).not.toContain('\n')
  })

  // 100 GB of zeros: who unpacks them all is not done in time.
  test.each<['zstd' | 'xz', string[]]>([
    ['zstd', ['zstd', '-19', '-q', '-c']],
    ['xz', ['xz', '-0', '-c']]
  ])('a NAR that is a bomb (%s)', async (compression, [program = '', ...args]) => {
    const { all, two } = copies()
    const frame = execFileSync(program, args, { input: Buffer.alloc(64 << 20) })
    replaceNar(two, Buffer.concat(Array<Buffer>(1600).fill(frame)), compression)
    const error = await refusal({ packed: all })
    expect(error.message).toContain('it unpacks to more than')
  })

  test('two folders with different content for one path', async () => {
    const { one, two } = copies()
    // The same name with the other one's content, which is what a build that is not reproducible gives.
    changeManifest(two, ({ paths: [path] }) => {
      if (path !== undefined) path.storePath = storePath.replace(/-.*/, '-other-2.0')
    })
    changeManifest(one, ({ paths: [path] }) => {
      if (path !== undefined) path.storePath = storePath.replace(/-.*/, '-other-2.0')
    })
    for (const copy of [one, two]) {
      renameNar(copy, 'other')
      rewriteNarInfo(copy)
    }
    const error = await refusal({ packed: `${one}\n${two}` })
    expect(error).toMatchObject({ code: 'PACKED_CONFLICT' })
    expect(error.reason).toContain('different content')
  })

  test('two folders that give an attribute different paths', async () => {
    const { one, two } = copies()
    for (const copy of [one, two]) {
      changeManifest(copy, ({ artifacts: [artifact] }) => {
        if (artifact !== undefined) Object.assign(artifact, { attribute: '.#hello', output: 'out' })
      })
    }
    const error = await refusal({ packed: `${one}\n${two}` })
    expect(error).toMatchObject({ code: 'PACKED_CONFLICT', subject: '.#hello' })
  })

  test('an artifact that is in no row of the matrix', async () => {
    const { one } = copies()
    changeManifest(one, ({ artifacts: [artifact] }) => {
      if (artifact !== undefined) Object.assign(artifact, { attribute: '.#b', output: 'out' })
    })
    const row = { name: 'hello', system: 'x86_64-linux', os: 'x', attribute: '.#a\n.#b' }
    const expected = JSON.stringify({ include: [{ ...row, system: 'aarch64-linux' }] })
    const error = await refusal({ packed: one, expected })
    expect(error.code).toBe('PACKED_INVALID')
    expect(error.reason).toContain('no row')
  })

  test('an artifact that is called otherwise than its attribute is', async () => {
    const { one } = copies()
    changeManifest(one, ({ artifacts: [artifact] }) => {
      if (artifact !== undefined) Object.assign(artifact, { attribute: '.#b', output: 'out' })
    })
    const expected = (pnames: string[]): string =>
      formatExpected([
        { name: 'ab', system: 'x86_64-linux', os: 'x', attribute: '.#a\n.#b', pnames }
      ])
    const error = await refusal({ packed: one, expected: expected(['hello', 'other']) })
    expect(error.code).toBe('PACKED_INVALID')
    expect(error.reason).toContain('"hello", and .#b is called "other"')
    const { report } = await commit({ packed: one, expected: expected(['a', 'hello']) })
    expect(report.published.map(({ name }) => name)).toEqual(['hello'])
  })

  test('a pin of a name that is none of the build jobs’', async () => {
    const { one } = copies()
    changeManifest(one, (manifest) => {
      manifest.pins = [{ name: 'release', storePath }]
    })
    for (const prefix of ['none', 'main-']) {
      const error = await refusal({ packed: one, 'pin-prefix': prefix })
      expect(error.code).toBe('PACKED_INVALID')
      expect(error.reason).toContain('"release"')
    }
    const { report } = await commit({ packed: one, 'pin-prefix': 'rel' })
    expect(report.pins).toEqual([{ name: 'release', storePath }])
  })
})

describe('what is missing', () => {
  test('is reported by its system, and the others land', async () => {
    const { one } = copies()
    const { report, error } = await commit({ packed: one, systems: 'x86_64-linux aarch64-linux' })
    expect(error).toMatchObject({ code: 'PACKED_MISSING', subject: 'aarch64-linux' })
    expect(report.outcome).toBe('published')
    expect((await rows()).map((row) => row.storePath)).toEqual([storePath])
  })

  test('is reported by its row, and a row that failed to build is told as that', async () => {
    const { one } = copies()
    changeManifest(one, (manifest) => {
      const [artifact] = manifest.artifacts
      if (artifact !== undefined) Object.assign(artifact, { attribute: '.#a', output: 'out' })
      manifest.failures.push({ installable: '.#b', code: 'BUILD_FAILED', reason: 'it broke' })
    })
    const rowOf = (name: string): object => ({
      name,
      system: 'x86_64-linux',
      os: 'ubuntu-24.04',
      attribute: `.#${name}`
    })
    const expected = JSON.stringify({ include: ['a', 'b', 'c'].map(rowOf) })
    const { report, error } = await commit({ packed: one, expected })
    expect(report.failures).toEqual([
      { installable: '.#b', code: 'BUILD_FAILED', reason: 'it broke' }
    ])
    expect(error).toMatchObject({ code: 'BUILD_FAILED' })
    expect(report.notes.join()).toContain('c (x86_64-linux)')
    expect((await rows()).map((row) => row.attribute)).toEqual(['.#a'])
  })

  test('is a row, when another system has the same line', async () => {
    const { one } = copies()
    changeManifest(one, ({ artifacts: [artifact] }) => {
      if (artifact !== undefined) Object.assign(artifact, { attribute: '.#a', output: 'out' })
    })
    const include = ['x86_64-linux', 'aarch64-linux'].map((system) => ({
      ...{ name: 'a', system, os: 'x', attribute: '.#a' }
    }))
    const { error } = await commit({ packed: one, expected: JSON.stringify({ include }) })
    expect(error).toMatchObject({ code: 'PACKED_MISSING', subject: 'a (aarch64-linux)' })
  })

  test.each<['is said to be held' | 'is not spoken of']>([
    ['is said to be held'],
    ['is not spoken of']
  ])('is an artifact that is not packed, not in the target, and %s', async (said) => {
    const { all, two } = copies()
    leaveOut(two)
    changeManifest(two, (manifest) => {
      if (said === 'is said to be held') {
        manifest.skipped.push({ storePath: otherPath, reason: 'held', detail: '' })
      }
    })
    const { report, error } = await commit({ packed: all })
    expect(error).toMatchObject({ code: 'PACKED_MISSING', subject: otherPath })
    expect(report.outcome).toBe('published')
    expect((await rows()).map((row) => row.storePath)).toEqual([storePath])
  })

  test('is nothing that upstream has, or that the target does hold', async () => {
    const { all, one, two } = copies()
    leaveOut(two)
    const skip = (reason: 'held' | 'upstream') => (manifest: Manifest) => {
      manifest.skipped = [{ storePath: otherPath, reason, detail: '' }]
    }
    changeManifest(two, skip('upstream'))
    expect((await commit({ packed: all })).error).toBeNull()
    const again = copies()
    await commit({ packed: again.two })
    changeManifest(two, skip('held'))
    expect((await commit({ packed: `${one}\n${two}` })).error).toBeNull()
  })

  test('is everything when no job left anything', async () => {
    const { report, error } = await commit({ packed: join(folder, 'nowhere') })
    expect(error).toMatchObject({ code: 'PACKED_MISSING' })
    expect(report.outcome).toBe('nothing-new')
  })
})

const lost = `${'0'.repeat(32)}-lost-1.0`

test('a reference that nobody has is told', async () => {
  const { one } = copies()
  changeManifest(one, ({ paths: [path] }) => path?.references.push(lost))
  rewriteNarInfo(one)
  const { report, error } = await commit({ packed: one })
  expect(error).toBeNull()
  expect(report.notes.join()).toContain('lost-1.0')
})

test('a reference that a job says is held, and is not, stops the run', async () => {
  const { one } = copies()
  changeManifest(one, ({ paths: [path], skipped }) => {
    path?.references.push(lost)
    skipped.push({ storePath: `/nix/store/${lost}`, reason: 'held', detail: '' })
  })
  rewriteNarInfo(one)
  await expect(commit({ packed: one })).rejects.toMatchObject({
    code: 'HELD_PATH_GONE',
    subject: `/nix/store/${lost}`
  })
})

test('a dry run checks everything and writes nothing', async () => {
  const { all } = copies()
  github.reset()
  const { report } = await commit({ packed: all, 'dry-run': 'true' })
  expect(report).toMatchObject({ outcome: 'dry-run', uploads: { nars: 2 } })
  expect(github.counts()).toMatchObject({ writes: 0 })
})

function flipByte(file: string): void {
  const bytes = readFileSync(file)
  bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

/** As a build job would that means harm: the narinfo follows the manifest. */
function rewriteNarInfo(copy: string): void {
  const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as Manifest
  const [path] = manifest.paths
  if (path === undefined) throw new Error('no path')
  rmSync(narInfoFile(copy))
  const lines = [
    `StorePath: ${path.storePath}`,
    `URL: ${path.nar}`,
    `Compression: ${path.compression}`,
    `FileHash: ${path.fileHash}`,
    `FileSize: ${path.fileSize}`,
    `NarHash: ${path.narHash}`,
    `NarSize: ${path.narSize}`,
    `References: ${path.references.join(' ')}`,
    ...(path.deriver === null ? [] : [`Deriver: ${path.deriver}`]),
    ...(path.ca === null ? [] : [`CA: ${path.ca}`])
  ]
  writeFileSync(join(copy, `${path.storePath.slice(11, 43)}.narinfo`), `${lines.join('\n')}\n`)
}

/** Other bytes, all that is said of the file agrees with. */
function replaceNar(copy: string, bytes: Buffer, compression: 'zstd' | 'xz'): void {
  rmSync(join(copy, 'nar'), { recursive: true })
  changeManifest(copy, ({ paths: [path] }) => {
    if (path === undefined) return
    const fileHash = formatSha256(createHash('sha256').update(bytes).digest())
    const nar = narCachePath(fileHash, 'other', compression)
    Object.assign(path, { fileHash, fileSize: bytes.length, nar, compression })
    mkdirSync(dirname(join(copy, nar)), { recursive: true })
    writeFileSync(join(copy, nar), bytes)
  })
  rewriteNarInfo(copy)
}

/** Its artifact is named, and nothing is packed. */
function leaveOut(copy: string): void {
  rmSync(join(copy, 'nar'), { recursive: true })
  rmSync(narInfoFile(copy))
  changeManifest(copy, (manifest) => {
    manifest.paths = []
  })
}

/** The NAR's name holds the path's. */
function renameNar(copy: string, name: string): void {
  const from = narOf(copy)
  const to = from.replace(/-[a-z]+\.nar/, () => `-${name}.nar`)
  renameSync(from, to)
  changeManifest(copy, ({ paths: [path] }) => {
    if (path !== undefined) path.nar = to.slice(copy.length + 1)
  })
}
