/** What people have in the branch: READMEs of other kinds are used as they are, and what stands in the way stays. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCommandLine } from '../support/command-line.ts'
import type { FileChanges } from '../support/github/server.ts'
import { startScenario, store, type Scenario } from '../support/scenario.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario()
})
afterAll(() => scenario.close())

const link = { mode: '120000', text: 'docs/about.md' } as const

/** Mode and text of a file of a branch. */
async function fileOn(branch: string, path: string) {
  const url = `${scenario.github.apiUrl}/repos/${store}/git/trees/${branch}?recursive=1`
  const { tree } = (await (await fetch(url)).json()) as { tree: { path: string; mode: string }[] }
  const mode = tree.find((item) => item.path === path)?.mode
  return { mode, text: await scenario.text(path, store, branch) }
}

function terminal(...args: string[]) {
  return runCommandLine(args, {
    cwd: scenario.folder,
    env: {
      TMPDIR: scenario.folder,
      GITHUB_API_URL: scenario.github.apiUrl,
      GITHUB_SERVER_URL: scenario.github.serverUrl,
      GH_TOKEN: 'writer-token'
    }
  })
}

describe('a README of another kind', () => {
  test.each<[string, FileChanges, string, string]>([
    ['in small letters', { 'readme.md': 'Mine.\n' }, 'readme.md', '100644'],
    ['a link', { 'README.md': link, 'docs/about.md': 'Mine.\n' }, 'docs/about.md', '100644'],
    ['a program', { 'README.md': { mode: '100755', text: 'Mine.\n' } }, 'README.md', '100755']
  ])('%s gets the block and stays what it is', async (what, files, path, mode) => {
    const branch = what.replaceAll(' ', '-')
    await scenario.github.commitFiles(store, branch, files, 'theirs')
    const before = await scenario.github.listFiles(store, branch)
    const inputs = { 'flake-attribute': '.#lone', 'target-branch': branch }
    const run = await scenario.publish(inputs)
    expect(run).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
    const after = await fileOn(branch, path)
    expect(after.mode).toBe(mode)
    expect(after.text).toMatch(/^Mine\.\n\n<!-- nar-publish:begin -->\n/)
    expect(run.summary).toContain(`/blob/${branch}/${path}`)
    if (path.startsWith('docs/')) {
      expect(await fileOn(branch, 'README.md')).toEqual({ mode: '120000', text: link.text })
    }
    const readmes = (await scenario.github.listFiles(store, branch)).filter((name) =>
      /readme/i.test(name)
    )
    expect(readmes).toEqual(before.filter((name) => /readme/i.test(name)))
    const doctor = await terminal('doctor', store, '--target-branch', branch)
    expect(doctor).toMatchObject({ status: 0 })
  })
})

test('another README that people see is told, by the run and by doctor', async () => {
  const branch = 'shown'
  await scenario.github.commitFiles(store, branch, { '.github/README.md': 'Mine.\n' }, 'theirs')
  const run = await scenario.publish({ 'flake-attribute': '.#lone', 'target-branch': branch })
  expect(run).toMatchObject({ exitCode: 0 })
  expect(run.warnings).toEqual([expect.stringContaining('GitHub shows .github/README.md')])
  const doctor = await terminal('doctor', store, '--target-branch', branch, '--json')
  expect(doctor.stdout).toContain('"README_HIDDEN"')
})

test('a page and a badge of theirs stay, and the run says so', async () => {
  const theirs = { 'index.html': '<h1>Mine</h1>\n', 'badge.svg': '<svg>mine</svg>' }
  await scenario.github.commitFiles(store, 'page', theirs, 'theirs')
  const inputs = { 'flake-attribute': '.#hello', 'target-branch': 'page', verify: 'none' }
  const run = await scenario.publish(inputs)
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  for (const [path, text] of Object.entries(theirs)) {
    expect([path, await scenario.text(path, store, 'page')]).toEqual([path, text])
    expect(run.summary).toMatch(new RegExp(`${path}.* is not of nar-publish`))
  }
})

test('with `site: false` and `logs: false` there is neither a page nor a log, as there is else', async () => {
  const published = async (branch: string, without: Record<string, string>): Promise<string[]> => {
    const inputs = { 'flake-attribute': '.#hello', 'target-branch': branch, verify: 'none' }
    await scenario.prepare({ ...inputs, ...without })
    const files = await scenario.github.listFiles(store, branch)
    return files.filter((path) => /^(index\.html$|log\/)/.test(path))
  }
  const log = expect.stringMatching(/^log\/\w{32}-hello-2\.12\.1\.drv$/)
  expect(await published('with', {})).toEqual(['index.html', log])
  expect(await published('without', { site: 'false', logs: 'false' })).toEqual([])
})

describe('what stands in the way by then', () => {
  const branch = 'taken'
  let head: string | null
  beforeAll(async () => {
    // The next version of the same attribute.
    mkdirSync(join(scenario.workspace, 'next'))
    writeFileSync(
      join(scenario.workspace, 'next/flake.nix'),
      `{ outputs = _: { packages.x86_64-linux.hello = derivation {
        name = "hello-99"; salt = "${Math.random()}";
        system = "x86_64-linux"; builder = "/bin/sh"; args = [ "-c" "echo hi > $out; exit 0" ];
      }; }; }`
    )
    for (const attribute of ['.#hello', 'path:./next#hello']) {
      await scenario.prepare({ 'flake-attribute': attribute, 'target-branch': branch })
    }
    const folder = { '404.html': null, '404.html/x': 'theirs' }
    await scenario.github.commitFiles(store, branch, folder, 'theirs')
    head = await scenario.github.head(store, branch)
  })

  test.each([
    ['doctor', ['doctor', store, '--fix']],
    ['prune', ['prune', store, '--keep-generations', '1', '--keep-days', '0']],
    ['a dry prune', ['prune', store, '--keep-generations', '1', '--keep-days', '0', '--dry-run']]
  ])('stays: %s names it and writes nothing', async (_name, args) => {
    const ran = await terminal(...args, '--target-branch', branch)
    expect(ran.status).toBe(1)
    expect(ran.stderr).toMatch(/PATH_TAKEN "404\.html": it is a folder in the branch/)
    expect(await scenario.github.head(store, branch)).toBe(head)
  })
})
