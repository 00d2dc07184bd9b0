/** What a run tells of its builds, through the bundle: logs, as `nix log` of three Nixes reads them, of what did not build in the summary; debug information, as debuggers ask for it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { enterChroot } from '../support/chroot.ts'
import { nixConfig, otherNixRoots, thisMachine } from '../support/nix.ts'
import { runProgram } from '../support/program.ts'
import type { RunResult } from '../support/runner.ts'
import { jsonPaths, pathNamed, startScenario, store, type Scenario } from '../support/scenario.ts'

const password = `pa"ss ${randomBytes(9).toString('base64')}`
const buildId = `ab${randomBytes(19).toString('hex')}`
const debugFolder = 'lib/debug/.build-id/ab'
const encoded = Buffer.from(`me:${password}`).toString('base64')

let scenario: Scenario
let run: RunResult
let paths: string[]

/** A tool, with a library and a log of its own each; one that says too much; one that needs two which do not build. */
const flake = `{
  outputs = _: {
    packages.x86_64-linux = rec {
      make = name: script: derivation {
        name = "\${name}-1.0"; system = "x86_64-linux"; builder = "/bin/sh"; salt = "${randomBytes(6).toString('hex')}";
        PATH = "/usr/bin:/bin"; args = [ "-c" "\${script}\\nexit 0" ];
      };
      lib = make "lib" "echo building lib; echo lib > $out";
      tool = make "tool" ''
        printf 'with \${lib}\\n\\033[1mbold\\033[0m\\n'
        printf '%s\\n' 'writer-token, ${password}' 'Basic ${encoded}'
        echo \${lib} > $out'';
      debug = make "debug" "mkdir -p $out/${debugFolder}; echo symbols > $out/${debugFolder}/${buildId.slice(2)}.debug";
      long = make "long" "seq 1 300000; echo long > $out";
      left = make "left" ''
        echo ::error::forged
        echo '\`\`\`'
        echo '</details> ${password}'
        exit 1'';
      right = make "right" "seq 1 30; exit 1";
      unfinished = make "unfinished" "echo \${left} \${right}";
      both = make "both" "echo \${left} \${right}";
    };
  };
}`

beforeAll(async () => {
  scenario = await startScenario()
  const project = join(scenario.folder, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'flake.nix'), flake)
  const attributes = ['tool', 'long', 'debug', 'unfinished', 'both']
  run = await scenario.publish(
    { 'flake-attribute': attributes.map((name) => `.#${name}`).join('\n'), verify: 'narinfo' },
    { workspace: project, env: { NIX_CONFIG: nixConfig, FETCHER_PASSWORD: password } }
  )
  paths = jsonPaths(run.outputs['published'])
})
afterAll(() => scenario.close())

describe('the logs of what was built', () => {
  test('are beside its narinfos, with stars for the secrets that the run knows in whatever form', async () => {
    const files = await scenario.github.listFiles(store, 'main')
    const logs = files.filter((path) => path.startsWith('log/'))
    expect(logs.map((path) => path.slice('log/'.length + 33))).toEqual(
      expect.arrayContaining(['lib-1.0.drv', 'long-1.0.drv', 'tool-1.0.drv'])
    )
    expect(logs).toHaveLength(3)
    const tool = logs.find((path) => path.endsWith('-tool-1.0.drv')) ?? ''
    const [first, bold, plain, basic] = (await scenario.text(tool)).split('\n')
    expect([first, bold, plain]).toEqual([
      `with ${pathNamed(paths, 'lib-1.0')}`,
      '\u001b[1mbold\u001b[0m',
      '***, ***'
    ])
    expect(basic).toMatch(/^Basic .{4}\*{3}/)
    expect(await scenario.text(tool)).not.toContain(encoded.slice(8, 20))
    expect(run.summary).toContain('| Build logs | of 3 derivations |')
  })

  test.each([thisMachine.name, ...otherNixRoots])(
    'are read by `nix log` of %s, from the address and from a clone',
    async (reader) => {
      const place = otherNixRoots.includes(reader) ? enterChroot(reader) : null
      try {
        const { nixEnv } = scenario
        const PATH = [place?.programs, nixEnv['PATH']].filter((part) => part !== undefined)
        const folder = mkdtempSync(join(place?.folder ?? scenario.folder, 'reader-'))
        const clone = await cloneIn(folder)
        const address = scenario.github.substituterUrl(store, 'main')
        const empty = `local?root=${join(folder, 'store')}`
        const log = async (name: string, ...args: string[]): Promise<string> => {
          const { stdout, failure } = await runProgram(
            'nix',
            ['log', ...args, pathNamed(paths, name)],
            {
              cwd: folder,
              env: { ...nixEnv, PATH: PATH.join(':'), XDG_CACHE_HOME: join(folder, 'cache') }
            }
          )
          return failure === '' ? stdout : failure
        }
        expect(await log('lib-1.0', '--store', address)).toBe('building lib\n')
        expect(
          await log('lib-1.0', '--store', empty, '--option', 'extra-substituters', address)
        ).toBe('building lib\n')
        expect(await log('lib-1.0', '--store', pathToFileURL(clone).href)).toBe('building lib\n')
        const long = await log('long-1.0', '--store', address)
        expect(long).toMatch(/^… \d+ bytes before this are cut by nar-publish …\n\d+\n/)
        expect(long).toMatch(/\n299999\n300000\n$/)
        expect(Buffer.byteLength(long)).toBeLessThan(1_048_576)
      } finally {
        await place?.close()
      }
    }
  )
})

async function cloneIn(folder: string): Promise<string> {
  const clone = join(folder, 'clone')
  for (const path of await scenario.github.listFiles(store, 'main')) {
    mkdirSync(dirname(join(clone, path)), { recursive: true })
    const content = await scenario.github.readFile(store, 'main', path)
    writeFileSync(join(clone, path), content ?? '')
  }
  return clone
}

test('debug information is found by its build-id, in the NAR that the index names', async () => {
  const address = `${scenario.github.substituterUrl(store, 'main')}/debuginfo/`
  const { archive, member } = (await (await fetch(address + buildId)).json()) as {
    archive: string
    member: string
  }
  const nar = await fetch(new URL(archive, address))
  const folder = mkdtempSync(join(scenario.folder, 'debug-'))
  writeFileSync(join(folder, 'nar.zst'), Buffer.from(await nar.arrayBuffer()))
  const script = 'zstd -dcq nar.zst | nix-store --restore restored && cat "restored/$1"'
  const env = scenario.nixEnv
  const read = await runProgram('sh', ['-c', script, 'sh', member], { cwd: folder, env })
  expect(read).toMatchObject({ failure: '', stdout: 'symbols\n' })
})

describe('what did not build', () => {
  test('is in the summary with the last lines of its own log, each once, as data', () => {
    expect(run.exitCode).toBe(1)
    const { summary } = run
    const ends = [...summary.matchAll(/^The log of `\/nix\/store\/\w{32}-(\S+)` ends:$/gm)]
    expect(ends.map(([, name]) => name).sort()).toEqual(['left-1.0.drv', 'right-1.0.drv'])
    const numbers = Array.from({ length: 20 }, (_, index) => index + 11).join('\n')
    expect(summary).toContain(`right-1.0.drv\` ends:\n\n\`\`\`text\n${numbers}\n\`\`\`\n`)
    expect(summary).toContain(
      'left-1.0.drv` ends:\n\n````text\n::error::forged\n```\n</details> ***\n````\n'
    )
    expect(summary).not.toContain(password)
    expect(run.errors).toHaveLength(1)
    expect(run.errors[0]).not.toContain(password)
  })

  test('has a line of its own in the table, without the log', () => {
    const row = run.summary.split('\n').find((line) => line.startsWith('| `.#both` ')) ?? ''
    expect(row).toMatch(/needs \/nix\/store\/\S+\.drv, which failed<span>:<\/span> the builder/)
    expect(row).not.toContain('last lines')
  })
})
