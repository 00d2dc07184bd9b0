import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { shown } from '../support/catalogue.ts'
import { renderReadmeBlock } from '../../src/catalogue/readme-block.ts'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { cacheAddress, signingAddress } from '../support/cache-address.ts'
import { hasUserNamespaces } from '../support/namespaces.ts'
import { description, nodesOf, parseMarkdown, rowWith, someKeys } from './support.ts'

// As a stranger's plain Nix is: no flakes, no `nix` command; apart from that it must work offline and as root.
const plainNix = ['sandbox = false', 'build-users-group =', 'substituters =']

let scratch: string
let storePath: string
let publicKey: string

function nix(command: string, args: string[], config: string[] = plainNix): string {
  const env = { ...process.env, NIX_CONFIG: config.join('\n') }
  return execFileSync(command, args, { encoding: 'utf8', env, cwd: scratch, stdio: 'pipe' })
}

/** Runs a line as it was pasted, with an empty store of its own. */
function paste(line: string, name: string, config: string[] = []): string {
  return nix(
    'sh',
    ['-c', line],
    [...plainNix, `store = local?root=${encodeURIComponent(join(scratch, name))}`, ...config]
  )
}

/** The block's code: the one command, and what goes into nix.conf and flake.nix. */
async function codeOf(
  row: CatalogueRow,
  cache: string,
  publicKeys: string[]
): Promise<[command: string, nixConf: string, flake: string]> {
  const block = renderReadmeBlock(shown({ rows: [row], publicKeys }), {
    ...description,
    substituterUrl: cacheAddress(join(scratch, cache)),
    servedBy: 'other'
  })
  const code = nodesOf(await parseMarkdown(block), 'code').map(({ value }) => value ?? '')
  const [command = '', , flake = '', , nixConf = ''] = code
  return [command, nixConf, flake]
}

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'usage-'))
  const script = String.raw`/bin/mkdir -p $out/bin; printf '#!/bin/sh\necho "it runs"\n' > $out/bin/try; /bin/chmod +x $out/bin/try; exit 0`
  writeFileSync(
    join(scratch, 'try.nix'),
    `derivation { name = "try-1.0"; system = builtins.currentSystem; builder = "/bin/sh"; args = [ "-c" ''${script}'' ]; salt = "${scratch}"; }`
  )
  storePath = nix('nix-build', ['--no-out-link', 'try.nix']).trim()
  nix('nix-store', ['--generate-binary-cache-key', 'usage-1', 'secret', 'public'])
  publicKey = nix('cat', ['public']).trim()
  const copy = ['copy', '--extra-experimental-features', 'nix-command', '--no-check-sigs', '--to']
  nix('nix', [...copy, signingAddress(join(scratch, 'signed'), join(scratch, 'secret')), storePath])
  nix('nix', [...copy, cacheAddress(join(scratch, 'unsigned')), storePath])
})

afterAll(() => {
  nix('nix-store', ['--delete', storePath])
  nix('chmod', ['-R', 'u+w', scratch])
  rmSync(scratch, { recursive: true })
})

describe('the README’s commands, pasted, with this machine’s Nix', () => {
  const whereNixRunsThem = hasUserNamespaces ? describe : describe.skip
  whereNixRunsThem('from a store of its own', () => {
    test.each(['signed', 'unsigned'])(
      'run the newest program out of a cache that is %s',
      async (cache) => {
        const row = rowWith({ storePath, mainProgram: 'try' })
        const [command] = await codeOf(row, cache, cache === 'signed' ? [publicKey] : [])
        expect(paste(command, `${cache}-run`)).toBe('it runs\n')
      }
    )
  })

  test.each(['signed', 'unsigned'])(
    'link the newest artifact out of a cache that is %s',
    async (cache) => {
      const row = rowWith({ storePath, mainProgram: null })
      const [command] = await codeOf(row, cache, cache === 'signed' ? [publicKey, ...someKeys] : [])
      paste(`${command} && readlink result`, `${cache}-build`)
      expect(nix('readlink', ['result'])).toBe(`${storePath}\n`)
    }
  )

  test('are refused by Nix when the cache is not signed by the key that the README names', async () => {
    const other = `usage-1:${Buffer.alloc(32, 7).toString('base64')}`
    const [wrongKey] = await codeOf(rowWith({ storePath }), 'signed', [other])
    expect(() => paste(wrongKey, 'wrong-key')).toThrow('not signed by any of the keys')
    const [noSignature] = await codeOf(rowWith({ storePath }), 'unsigned', [publicKey])
    expect(() => paste(noSignature, 'no-signature')).toThrow('not signed by any of the keys')
  })

  test.each(['signed', 'unsigned'])(
    'let nix.conf substitute from a cache that is %s',
    async (cache) => {
      const [, nixConf] = await codeOf(
        rowWith({ storePath }),
        cache,
        cache === 'signed' ? [publicKey] : []
      )
      const lines = nixConf.split('\n')
      expect(paste(`nix-store --realise ${storePath}`, `${cache}-conf`, lines)).toBe(
        `${storePath}\n`
      )
    }
  )

  test('let a flake name the cache', async () => {
    const [, , flake] = await codeOf(rowWith({ storePath }), 'signed', [publicKey])
    writeFileSync(join(scratch, 'flake.nix'), `{\n${flake}\noutputs = _: { };\n}\n`)
    const told = nix('nix-instantiate', [
      '--eval',
      '--strict',
      '--json',
      '-E',
      '(import ./flake.nix).nixConfig'
    ])
    expect(JSON.parse(told)).toEqual({
      'extra-substituters': [cacheAddress(join(scratch, 'signed'))],
      'extra-trusted-public-keys': [publicKey]
    })
  })
})
