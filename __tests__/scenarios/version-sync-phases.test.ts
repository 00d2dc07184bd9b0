/**
 * version-sync in two phases, through the bundle: each system’s runner computes without a token, and a job without Nix makes one pull
 * request of it all. What comes in between may have been tampered with, which steps of this process refuse.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ErrorCode } from '../../src/errors.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { fillCases, type SyncCase } from '../support/sync-cases.ts'
import { foreignSystem, ownSystem } from '../support/sync-packages.ts'
import {
  caseTo,
  gitAlone,
  machineOf,
  startStories,
  startSyncRuns,
  storyTime,
  type SyncInputs,
  type SyncRun,
  type SyncRuns
} from '../support/sync-run.ts'

const systems = [ownSystem, foreignSystem].sort()
const branch = 'nar-publish/infer-0.76.1'
const packageFile = 'nix/infer.nix'
/** Where the hash of the source stands, which is the same for both systems. */
const sourceLine = 19

let runs: SyncRuns
let given: SyncCase
/** PATH of a job that has no Nix. */
let withoutNix: string
let stories: ReturnType<typeof tellStories>

beforeAll(async () => {
  runs = await startSyncRuns({ repositories: [{ name: 'alice/infer' }, { name: 'bob/shared' }] })
  const [perSystem, shared] = await fillCases(runs.set, [
    { ...caseTo('foreign-vendor', '0.76.1'), systems },
    caseTo('foreign-vendor', '0.76.1', (text) =>
      text
        .replace('hashes.${stdenv.hostPlatform.system}', `hashes.${ownSystem}`)
        .replace(new RegExp(`^ *${foreignSystem} = .*\\n`, 'm'), '')
    )
  ])
  if (!perSystem || !shared) throw new Error('a case is missing')
  given = perSystem
  await runs.place('alice/infer', new Map([...given.before, ['README.md', '# infer 0.76.0\n']]))
  await runs.place('bob/shared', shared.before)
  withoutNix = await gitAlone(runs.folder)
  stories = tellStories()
  await Promise.allSettled(Object.values(stories))
}, storyTime)

afterAll(() => runs.close())

function tellStories() {
  return startStories({
    own: () => compute('alice/infer', ownSystem),
    foreign: () => compute('alice/infer', foreignSystem),
    sharedOnOwn: () => compute('bob/shared', ownSystem),
    sharedOnForeign: () => compute('bob/shared', foreignSystem)
  })
}

interface Computed {
  run: SyncRun
  /** What it left. */
  files: string[]
  /** Of its file. */
  text: string
}

/** A job on a runner of the system, which has no token. */
async function compute(repository: string, system: string): Promise<Computed> {
  const folder = mkdtempSync(join(runs.folder, 'computed-'))
  const inputs = {
    phase: 'compute',
    token: '',
    package: `file:${packageFile}`,
    version: 'v0.76.1',
    'smoke-test': 'infer',
    'output-directory': folder
  }
  const run = await runs.run(repository, inputs, { env: machineOf(system) })
  const files = readdirSync(folder)
  return { run, files, text: files.map((file) => readFileSync(join(folder, file), 'utf8')).join() }
}

/** Phase commit in a job without Nix, with these files by their names. */
function commit(
  repository: string,
  texts: Readonly<Record<string, string>>,
  inputs: SyncInputs = {},
  { alter, isHere = true }: { alter?: (folder: string) => void; isHere?: boolean } = {}
): Promise<SyncRun> {
  const folder = mkdtempSync(join(runs.folder, 'downloaded-'))
  // As actions/download-artifact leaves them: a folder for each artifact.
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'infer.json'), text)
  }
  alter?.(folder)
  const all = { phase: 'commit', computed: folder, systems: systems.join(' '), ...inputs }
  return runs.run(repository, all, { isHere, env: { PATH: withoutNix } })
}

async function bothTexts(): Promise<{ own: string; foreign: string }> {
  const [own, foreign] = await Promise.all([stories.own, stories.foreign])
  return { own: own.text, foreign: foreign.text }
}

interface Edit {
  file: string
  start: number
  end: number
  line: number
  text: string
  replacement: string
}
interface HashEdit extends Edit {
  newHash: string
}
/** What phase compute writes, as far as it is tampered with here. */
interface Answer {
  head: string
  source?: string
  package: string
  newVersion: string
  systems: string[]
  versions: Edit[]
  hashes: HashEdit[]
}

function only<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new Error('there is none')
  return item
}

describe('phase: compute', () => {
  test.each(['own', 'foreign'] as const)(
    'on a runner of the %s system makes its hashes, builds and tries the result, and asks GitHub nothing',
    async (whose) => {
      const system = whose === 'own' ? ownSystem : foreignSystem
      const { run, files, text } = await stories[whose]
      expect(run).toMatchObject({ exitCode: 0, errors: [], requests: [], workspaceChanges: '' })
      expect(files).toEqual([`infer-${system}.json`])
      expect(run.summary).toContain(`**Computed** infer 0.76.0 → 0.76.1 for \`${system}\``)
      expect(run.summary).toContain(`- ✓ Builds: ${system}`)
      expect(run.summary).toContain('- ✓ Runs: infer<span>:</span> infer-0.76.1')
      expect(JSON.parse(text)).toMatchObject({
        package: `file:${packageFile}`,
        oldVersion: '0.76.0',
        newVersion: '0.76.1',
        systems: [system],
        hashes: [
          { line: system === 'x86_64-linux' ? 8 : 9, derivations: ['infer-deps-0.76.1'] },
          { line: sourceLine, derivations: ['source'] }
        ]
      })
      expect(Buffer.byteLength(text)).toBeLessThan(4000)
      expect(readdirSync(run.runnerTemp)).toEqual([])
    }
  )
})

describe('a tampered answer is refused, and nothing is written:', () => {
  let refs: string[]
  beforeAll(async () => {
    refs = await runs.refs('alice/infer')
  })

  async function expectRefused(run: SyncRun, code: ErrorCode, says: string): Promise<void> {
    const [error = 'no annotation'] = run.errors
    expect({ exitCode: run.exitCode, errors: run.errors.length, error }).toEqual({
      exitCode: 1,
      errors: 1,
      error: expect.stringMatching(new RegExp(`^${code} [^]+: [^]+\\. [^]+\\.$`))
    })
    expect(error).toContain(says)
    expect(run).toMatchObject({ writes: [], workspaceChanges: '' })
    expect(readdirSync(run.runnerTemp)).toEqual([])
    expect(await runs.refs('alice/infer')).toEqual(refs)
    expect(runs.github.pullRequests('alice/infer')).toEqual([])
  }

  test.each<[string, string, (answer: Answer) => unknown]>([
    ['a hash in another file', 'README.md:19', ({ hashes }) => (hashOf(hashes).file = 'README.md')],
    [
      'a file that is not there',
      'nix/new.nix:19: it is no tracked text file',
      ({ hashes }) => (hashOf(hashes).file = 'nix/new.nix')
    ],
    [
      'a file outside of the repository',
      'hashes.1.file: is no path inside the repository',
      ({ hashes }) => (hashOf(hashes).file = '../infer.nix')
    ],
    [
      'git’s own configuration',
      'versions.0.file: is no path inside the repository',
      ({ versions }) => (only(versions).file = '.git/config')
    ],
    [
      'another place of the same file',
      'is no hash that stands there',
      ({ hashes }) => {
        hashOf(hashes).start += 4
        hashOf(hashes).end += 4
      }
    ],
    [
      'more than the version in its place',
      '"0.76.1\\"; evil = 1;" does not replace the old version by the new one there',
      ({ versions }) => (only(versions).replacement += '"; evil = 1;')
    ],
    [
      'the attribute with the version',
      'does not replace the old version by the new one there',
      ({ versions }) => {
        const edit = only(versions)
        edit.start -= 'version = "'.length
        edit.text = `version = "${edit.text}`
        edit.replacement = 'version = builtins.readFile /etc/passwd + "0.76.1'
      }
    ],
    [
      'an edit of what is no version',
      'does not replace the old version by the new one there',
      ({ versions }) => {
        const text = 'alice'
        const start = given.before.get(packageFile)?.indexOf(text) ?? 0
        versions.push({ ...only(versions), start, end: start + 5, text, replacement: 'mallory' })
      }
    ],
    [
      'a command for a shell as a hash',
      'hashes.1.newHash: is no hash',
      ({ hashes }) => (hashOf(hashes).newHash = '$(touch pwned)')
    ],
    [
      'another text than the hash that it names',
      'is not sha256-',
      ({ hashes }) => (hashOf(hashes).replacement = '$(touch pwned)')
    ],
    [
      'a command for a shell as the version',
      'newVersion: is no version',
      (answer) => (answer.newVersion = '0.76.1$(touch pwned)')
    ],
    [
      'a hash that is too short',
      'hashes.1.newHash: is no hash',
      ({ hashes }) => (hashOf(hashes).newHash = `sha256-${'A'.repeat(42)}=`)
    ],
    [
      'a hash of another algorithm',
      'is no sha256 as the old one is',
      ({ hashes }) => {
        const hash = `sha512-${'A'.repeat(86)}==`
        Object.assign(hashOf(hashes), { newHash: hash, replacement: hash })
      }
    ],
    [
      'no word on the source',
      'its source',
      (answer) => {
        delete answer.source
      }
    ],
    [
      'something that nobody knows',
      'Unrecognized key',
      (answer) => Object.assign(answer, { run: 'id' })
    ]
  ])('%s', async (_what, says, tamper) => {
    const { own } = await bothTexts()
    const answer = JSON.parse(own) as Answer
    tamper(answer)
    const run = await commit('alice/infer', { own: JSON.stringify(answer) }, { systems: ownSystem })
    await expectRefused(run, 'COMPUTED_INVALID', says)
  })

  test('a source that the computing job let pass, and the committing one does not', async () => {
    const { own } = await bothTexts()
    const text = own.replace('"source": "followed"', '"source": "same"')
    expect(text).not.toBe(own)
    const run = await commit('alice/infer', { own: text }, { systems: ownSystem })
    await expectRefused(run, 'SOURCE_UNCHANGED', 'infer 0.76.1')
    const looked = await commit(
      'alice/infer',
      { own: text },
      { systems: ownSystem, 'allow-same-source': 'true', 'dry-run': 'true' }
    )
    expect(looked).toMatchObject({ exitCode: 0, errors: [] })
    expect(looked.summary).toContain('The source is the old version’s')
  })

  test('the answer for another commit', async () => {
    const { own } = await bothTexts()
    const other = await stories.sharedOnOwn
    const { head } = JSON.parse(other.text) as Answer
    const texts = { own: JSON.stringify({ ...(JSON.parse(own) as Answer), head }) }
    const run = await commit('alice/infer', texts, { systems: ownSystem })
    await expectRefused(run, 'COMPUTED_INVALID', `the change was computed at commit ${head}`)
  })

  test.each<[string, string, (folder: string, own: string) => void]>([
    [
      'a link',
      'it cannot be read as a file of its own',
      (folder, own) => {
        writeFileSync(join(runs.folder, 'elsewhere'), own)
        symlinkSync(join(runs.folder, 'elsewhere'), join(folder, 'infer.json'))
      }
    ],
    [
      'sixty megabytes',
      'bytes, over 50000000',
      (folder, own) => {
        writeFileSync(join(folder, 'infer.json'), own + ' '.repeat(60_000_000))
      }
    ],
    [
      'half a file',
      'it is not JSON',
      (folder, own) => {
        writeFileSync(join(folder, 'infer.json'), own.slice(0, -200))
      }
    ]
  ])('%s', async (_what, says, write) => {
    const { own } = await bothTexts()
    const alter = (folder: string): void => {
      write(folder, own)
    }
    const run = await commit('alice/infer', {}, { systems: ownSystem }, { alter })
    await expectRefused(run, 'COMPUTED_INVALID', says)
  })

  test('answers about different versions', async () => {
    const { own, foreign } = await bothTexts()
    const other = foreign.replaceAll('"0.76.1"', '"0.76.2"')
    await expectRefused(
      await commit('alice/infer', { own, foreign: other }),
      'COMPUTED_CONFLICT',
      'the new version is "0.76.2" in one and "0.76.1" in the other'
    )
  })

  test('the answer about another package than the workflow’s', async () => {
    await expectRefused(
      await commit('alice/infer', await bothTexts(), { package: 'file:nix/other.nix' }),
      'COMPUTED_CONFLICT',
      'the input `package` is "file:nix/other.nix"'
    )
  })

  test('a system that nobody answered for', async () => {
    const { own } = await bothTexts()
    await expectRefused(
      await commit('alice/infer', { own }),
      'COMPUTED_MISSING',
      `${foreignSystem}: the files of \`computed\` are for ${ownSystem} alone`
    )
  })

  test('a folder without answers', async () => {
    await expectRefused(
      await commit('alice/infer', {}),
      'COMPUTED_MISSING',
      'there is no file of phase `compute` in it'
    )
  })
})

function hashOf(hashes: readonly HashEdit[]): HashEdit {
  const found = hashes.find(({ line }) => line === sourceLine)
  if (found === undefined) throw new Error('there is no such hash')
  return found
}

test('systems that disagree about one hash are told apart by name, and nothing is written', async () => {
  const [own, foreign] = await Promise.all([stories.sharedOnOwn, stories.sharedOnForeign])
  const [before, run] = [
    await runs.refs('bob/shared'),
    await commit('bob/shared', { own: own.text, foreign: foreign.text })
  ]
  expect(run).toMatchObject({ exitCode: 1, writes: [], workspaceChanges: '' })
  expect(run.errors).toEqual([expect.stringMatching(/^HASH_AMBIGUOUS nix\/infer\.nix:\d+: /)])
  for (const [{ text }, system] of [
    [own, ownSystem],
    [foreign, foreignSystem]
  ] as const) {
    const hash = only((JSON.parse(text) as Answer).hashes).newHash
    expect(run.errors[0]).toContain(`${hash} for ${system}`)
  }
  expect(await runs.refs('bob/shared')).toEqual(before)
})

describe('phase: commit', () => {
  const wishes = { package: `file:${packageFile}`, labels: 'dependencies' }

  test('shows in a dry run what it would write, and needs no token for it', async () => {
    const inputs = { 'dry-run': 'true', token: '' }
    const run = await commit('alice/infer', await bothTexts(), inputs, { isHere: false })
    expect(run).toMatchObject({ exitCode: 0, errors: [], requests: [] })
    expect(run.summary).toContain('-  version = "0.76.0";\n+  version = "0.76.1";')
  })

  test('makes one pull request of every system’s hashes, without Nix', async () => {
    const { github } = runs
    const run = await commit('alice/infer', await bothTexts(), wishes, { isHere: false })
    expect(run).toMatchObject({ exitCode: 0, errors: [], workspaceChanges: '' })
    expect(github.pullRequests('alice/infer')).toMatchObject([
      { title: 'infer: 0.76.0 → 0.76.1', head: { branch }, labels: ['dependencies'] }
    ])
    const file = await github.readFile('alice/infer', branch, packageFile)
    expect(file?.toString()).toBe(given.after.get(packageFile))
    expect(await github.listFiles('alice/infer', branch)).toEqual(['README.md', packageFile])
    const rows = JSON.parse(run.outputs['hashes'] ?? '') as { line: number; systems: string[] }[]
    expect(rows.map(({ line, systems }) => [line, systems])).toEqual([
      [8, ['x86_64-linux']],
      [9, ['aarch64-linux']],
      [sourceLine, systems]
    ])
    const body = github.pullRequests('alice/infer')[0]?.body ?? ''
    for (const system of systems) {
      expect(body).toContain(`- ✅ builds: ${system}\n`)
      expect(body).toContain(
        `- ✅ smoke test: ${system}<span>:</span> infer<span>:</span> infer-0.76.1`
      )
      expect(run.summary).toContain(`3 for \`${system}\``)
    }
    expect(run.log).not.toMatch(/^::debug::nix/m)
  })

  test('changes nothing the second time', async () => {
    const run = await commit('alice/infer', await bothTexts(), wishes)
    expect(run).toMatchObject({ exitCode: 0, errors: [], writes: [] })
    expect(run.outputs['pull-request-operation']).toBe('unchanged')
  })

  test('asks GitHub only what its own description knows', () => {
    expect(runs.github.requests.length).toBeGreaterThan(10)
    expect(judgeRequests(runs.github.requests)).toEqual([])
  })
})
