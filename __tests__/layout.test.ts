/** Each rule of .dependency-cruiser.mjs (script/check) sees a file that breaks it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { removeFolder } from './support/nix.ts'

const root = join(import.meta.dirname, '..')
const configuration = '.dependency-cruiser.mjs'

interface Layout {
  floors: string[][]
  exceptions: { from: string; to: string }[]
  default: { forbidden: { name: string }[] }
}

interface Cruised {
  modules: { source: string; dependencies: { resolved: string }[] }[]
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

/** What the tool of script/check says of `src` in a folder. */
function cruise(folder: string): Cruised {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = ['--config', configuration, '--output-type', 'json', 'src']
  const { stdout } = spawnSync(process.execPath, [tool, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30
  })
  return JSON.parse(stdout) as Cruised
}

const layout = (await import(join(root, configuration))) as Layout
const value = (path: string): string => `import '${path}'\n`
const shape = (path: string): string => `export type { Shape } from '${path}'\n`

/** The violation, and the file that makes it: a file, and what it imports. */
const wrong: [rule: string, from: string, to: string, statement?: typeof shape][] = [
  ['no circle', 'src/nix/circle.ts', 'src/nix/circle.ts', shape],
  ['below main.ts', 'src/main.ts', 'src/cli.ts'],
  ['below cli.ts', 'src/cli.ts', 'src/main.ts'],
  ['below action.ts', 'src/action.ts', 'src/main.ts', shape],
  ['below inputs.ts', 'src/inputs.ts', 'src/main.ts', shape],
  ['below commands.ts', 'src/commands.ts', 'src/inputs.ts'],
  ['below init', 'src/init/wrong.ts', 'src/matrix/right.ts'],
  ['below publish', 'src/publish/report/wrong.ts', 'src/matrix/right.ts', shape],
  ['below matrix', 'src/matrix/wrong.ts', 'src/prune/right.ts'],
  ['below sync', 'src/sync/wrong.ts', 'src/publish/plan.ts'],
  ['below queue', 'src/queue/wrong.ts', 'src/commands.ts'],
  ['below prune', 'src/prune/wrong.ts', 'src/cache/right.ts'],
  ['below doctor', 'src/doctor/wrong.ts', 'src/sync/right.ts'],
  ['below keys', 'src/keys/wrong.ts', 'src/publish/plan.ts'],
  ['below use', 'src/use/wrong.ts', 'src/matrix/right.ts'],
  ['below cache', 'src/cache/wrong.ts', 'src/inputs.ts'],
  ['below om-results', 'src/om-results/wrong.ts', 'src/publish/plan.ts', shape],
  ['below repository', 'src/repository/git/wrong.ts', 'src/publish/plan.ts'],
  ['below nix', 'src/nix/wrong.ts', 'src/repository/right.ts'],
  ['below catalogue', 'src/catalogue/wrong.ts', 'src/nix/right.ts'],
  ['below pins', 'src/pins/wrong.ts', 'src/catalogue/right.ts'],
  ['below report', 'src/report/wrong.ts', 'src/publish/plan.ts', shape],
  ['below reader', 'src/reader/wrong.ts', 'src/repository/pace.ts', shape],
  ['below provenance', 'src/provenance/wrong.ts', 'src/repository/pace.ts', shape],
  ['below build-plan', 'src/build-plan/wrong.ts', 'src/publish/plan.ts', shape],
  ['below page', 'src/page/wrong.ts', 'src/publish/plan.ts', shape],
  ['below site', 'src/site/wrong.ts', 'src/page/right.ts'],
  ['below binary-cache', 'src/binary-cache/wrong.ts', 'src/nix/right.ts'],
  ['below process', 'src/process/wrong.ts', 'src/cli/right.ts'],
  ['below inputs', 'src/inputs/wrong.ts', 'src/publish/plan.ts'],
  ['below markdown', 'src/markdown/wrong.ts', 'src/report/right.ts'],
  ['below cli', 'src/cli/wrong.ts', 'src/commands.ts'],
  ['ground', 'src/log.ts', 'src/process/right.ts'],
  ['ground', 'src/text.ts', 'src/cli.ts', shape],
  ['on a floor', 'src/new/wrong.ts', 'src/log.ts'],
  ['no orphan', 'src/nix/unreached.ts', ''],
  ['src alone', 'src/queue/wrong.ts', '__tests__/support/right.ts', shape],
  ['src alone', 'src/queue/wrong.ts', 'dist/main/right.js'],
  ['src alone', 'src/queue/wrong.ts', 'script/right.ts']
]

describe('the check of the layout', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'layout-'))
    cpSync(join(root, configuration), join(folder, configuration))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  })

  afterAll(() => removeFolder(folder))

  test('sees each way to break it, by types alone too, and nothing else', () => {
    const texts = new Map<string, string>()
    const add = (path: string, text: string): void => {
      texts.set(path, (texts.get(path) ?? '') + text)
    }
    for (const [, from, to, statement = value] of wrong) {
      if (to !== '') {
        const path = relative(dirname(from), to)
        add(from, statement(path.startsWith('.') ? path : `./${path}`))
        add(to, '')
      } else add(from, '')
    }
    for (const [path, text] of texts) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), `${text}export interface Shape {}\n`)
    }
    const seen = cruise(folder).summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} ${to}`
    )
    const expected = wrong.map(([rule, from, to]) => `${rule}: ${from} ${to || from}`)
    expect(seen).toEqual(expect.arrayContaining(expected))
    // Files that only break a rule are reached by nobody, and some of them make circles together.
    const others = (each: string): boolean => !/^no (circle|orphan): /.test(each)
    expect(seen.filter(others).sort()).toEqual(expected.filter(others).sort())
    expect(new Set(wrong.map(([rule]) => rule))).toEqual(
      new Set(layout.default.forbidden.map(({ name }) => name))
    )
  })

  test('has no exception that nothing needs', () => {
    const imports = cruise(root).modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ source, resolved }))
    )
    const unused = layout.exceptions.filter(
      ({ from, to }) =>
        !imports.some(
          ({ source, resolved }) =>
            source.startsWith(`src/${from}/`) && resolved.startsWith(`src/${to}`)
        )
    )
    expect(unused).toEqual([])
  })
})
