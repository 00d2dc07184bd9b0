import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from './support/nix.ts'
import { output, runProgram } from './support/program.ts'

let folder: string
/** Version → commit, of the repository `actions/one`. */
const commits = new Map<string, string>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'check-pins-'))
  const cwd = join(folder, 'actions/one')
  mkdirSync(cwd, { recursive: true })
  const git = (date: string, ...args: string[]): Promise<string> =>
    output('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
      cwd,
      env: { ...process.env, GIT_COMMITTER_DATE: `${date}T12:00:00Z` }
    })
  await git('2026-01-01', 'init', '--quiet')
  // Whoever serves repositories to strangers, as GitHub does, gives a commit by its hash.
  await git('2026-01-01', 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  await git('2026-01-01', 'config', 'uploadpack.allowFilter', 'true')
  for (const [version, date, ...how] of [
    ['v1.9.0', '2026-01-10'],
    ['v1.10.0', '2026-03-01', '--annotate', '--message', 'x'],
    ['v1.11.0', '2026-06-01'],
    ['v2.0.0-rc.1', '2026-07-01'],
    ['v2', '2026-07-02']
  ] as const) {
    await git(date, 'commit', '--quiet', '--allow-empty', '--message', version)
    await git(date, 'tag', ...how, version)
    commits.set(version, (await git(date, 'rev-parse', `${version}^{commit}`)).trim())
  }
})
afterAll(() => removeFolder(folder))

async function check(commit: string, version: string, at: string) {
  const file = join(folder, 'workflow.yml')
  writeFileSync(file, `steps:\n  - uses: actions/one/part@${commit} # ${version}\n`)
  const { status, stdout } = await runProgram(
    process.execPath,
    ['script/check-pins.ts', '--at', at, '--from', `file://${folder}`, file],
    { cwd: join(import.meta.dirname, '..'), env: { ...process.env, NODE_OPTIONS: '' } }
  )
  return { status, stdout }
}

test.each([
  ['v1.11.0', '2030-01-01', 'actions/one v1.11.0: the newest\n', 0],
  [
    'v1.10.0',
    '2026-07-31',
    'actions/one: after v1.10.0 came v1.11.0, whose commit is of 2026-06-01, 59 days ago\n',
    0
  ],
  [
    'v1.10.0',
    '2026-08-02',
    '::error title=actions/one::after v1.10.0 came v1.11.0, whose commit is of 2026-06-01, 61 days ago\n',
    1
  ],
  // Since the first that was missed, not since the newest.
  [
    'v1.9.0',
    '2026-06-02',
    '::error title=actions/one::after v1.9.0 came v1.10.0, whose commit is of 2026-03-01, 92 days ago\n',
    1
  ]
])('of %s on %s: %s', async (version, at, stdout, status) => {
  expect(await check(commits.get(version) ?? '', version, at)).toEqual({ stdout, status })
})

test('a commit that is not the release of its comment is told, however new it is', async () => {
  const [old, annotated] = [commits.get('v1.9.0') ?? '', commits.get('v1.10.0') ?? '']
  expect(await check(old, 'v1.10.0', '2026-03-02')).toEqual({
    stdout: `::error title=actions/one::v1.10.0 is ${annotated} there, and pinned is ${old}\n`,
    status: 1
  })
  expect(await check(old, 'v1.9.1', '2026-03-02')).toEqual({
    stdout: `::error title=actions/one::v1.9.1 is no release there, and pinned is ${old}\n`,
    status: 1
  })
})

test('files without a pin are a mistake', async () => {
  expect((await check('main', 'v1.9.0', '2026-03-02')).status).toBe(1)
})
