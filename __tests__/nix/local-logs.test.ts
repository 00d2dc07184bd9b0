import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { knownSecrets } from '../../src/known-secrets.ts'
import type { Log } from '../../src/log.ts'
import { silentLog } from '../../src/log.ts'
import { localLogs } from '../../src/nix/local-logs.ts'
import { readLogTail } from '../../src/nix/realise.ts'
import type { Nix } from '../../src/nix/types.ts'
import { nixConfig, removeFolder, testEnvironment, thisMachine } from '../support/nix.ts'

let folder: string
let nix: Nix
const said: string[] = []
const log: Log = { ...silentLog, info: (line) => said.push(line) }
beforeAll(async () => {
  folder = thisMachine.makeFolder()
  nix = await thisMachine.open(folder, log)
})
afterAll(() => removeFolder(folder))

/** Built, each with a line of its own in its log: their .drv files. */
function build(names: readonly string[], env: Record<string, string> = {}): string[] {
  const salt = randomBytes(6).toString('hex')
  const derivations = names.map(
    (name) => `(derivation {
      name = "${name}"; system = builtins.currentSystem; builder = "/bin/sh"; salt = "${salt}";
      args = [ "-c" "echo ${name} says é; echo > $out; exit 0" ];
    })`
  )
  const options = {
    encoding: 'utf8',
    env: { ...testEnvironment(), ...env },
    stdio: 'pipe'
  } as const
  const drvPaths = execFileSync(
    'nix-instantiate',
    ['--expr', `[ ${derivations.join(' ')} ]`],
    options
  )
    .trim()
    .split('\n')
  execFileSync('nix-store', ['--realise', ...drvPaths], options)
  return drvPaths
}

/** Name of the derivation → what is in the file. */
async function read(
  drvPaths: readonly string[],
  { isElsewhere = false, env = {} }: { isElsewhere?: boolean; env?: Record<string, string> } = {}
): Promise<Record<string, string>> {
  const directory = join(folder, `logs of ${randomBytes(4).toString('hex')}`)
  const files = await localLogs({ ...nix, env: { ...nix.env, ...env } }, drvPaths, {
    directory,
    isElsewhere
  })
  return Object.fromEntries(
    [...files].map(([drvPath, file]) => [
      basename(drvPath).slice(33).replace('.drv', ''),
      readFileSync(file, 'utf8')
    ])
  )
}

const absent = `/nix/store/${'0'.repeat(32)}-absent.drv`

describe('the logs of builds on this machine', () => {
  test('are read as Nix keeps them, compressed, into a folder of any name; of another derivation there is none', async () => {
    const drvPaths = build(['a', 'b'])
    expect(await read([absent, ...drvPaths])).toEqual({ a: 'a says é\n', b: 'b says é\n' })
  })

  test('are read where they lie when it keeps them plain', async () => {
    const drvPaths = build(['plain'], { NIX_CONFIG: `${nixConfig}\ncompress-build-log = false` })
    expect(await read(drvPaths)).toEqual({ plain: 'plain says é\n' })
  })

  test('are found where NIX_LOG_DIR says', async () => {
    const env = { NIX_LOG_DIR: join(folder, 'nix-logs') }
    const drvPaths = build(['elsewhere'], env)
    expect(await read(drvPaths)).toEqual({})
    expect(await read(drvPaths, { env })).toEqual({ elsewhere: 'elsewhere says é\n' })
  })

  test('are found below the root of a store that has one of its own', async () => {
    const drvPaths = build(['there', 'not-there'])
    const root = join(folder, 'root')
    const env = { NIX_REMOTE: `local?root=${root}` }
    const file = (drvPath: string): string => join('drvs', drvPath.slice(11, 13), drvPath.slice(13))
    const [there = ''] = drvPaths
    const from = `/nix/var/log/nix/${file(there)}.bz2`
    const to = join(root, 'nix/var/log/nix', `${file(there)}.bz2`)
    execFileSync('install', ['-D', from, to])
    expect(await read(drvPaths, { env, isElsewhere: true })).toEqual({ there: 'there says é\n' })
  })

  test('have an end that is told without the rest of a secret which is cut off with what stands before', async () => {
    const secret = `secret-${randomBytes(12).toString('hex')}`
    knownSecrets.add(secret)
    const [drvPath = ''] = build(['wide'])
    const file = `/nix/var/log/nix/drvs/${drvPath.slice(11, 13)}/${drvPath.slice(13)}`
    rmSync(`${file}.bz2`)
    const rest = ' end'.padStart(16 * 1024 - 10, '.')
    writeFileSync(file, `${'.'.repeat(40_000)}${secret}${rest}`)
    expect(await readLogTail(nix, drvPath)).toBe(`***${rest}`)
  })

  test('are left out one by one where they are damaged, and the others are read', async () => {
    const drvPaths = build(['first', 'damaged', 'last'])
    const damaged = drvPaths.find((path) => path.includes('-damaged')) ?? ''
    truncateSync(`/nix/var/log/nix/drvs/${damaged.slice(11, 13)}/${damaged.slice(13)}.bz2`, 10)
    expect(await read(drvPaths)).toEqual({ first: 'first says é\n', last: 'last says é\n' })
    expect(said).toContain(`the log of ${damaged} cannot be read`)
  })
})
