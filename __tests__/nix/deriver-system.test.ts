/** Of many paths at once, with each Nix that is here; of one in a chroot the .drv files are not where they say. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { querySystem } from '../../src/nix/deriver-system.ts'
import { expectLines } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { allNixes, nixConfig, removeFolder } from '../support/nix.ts'

const expression = (salt: string): string => `let
  system = builtins.currentSystem;
  make = name: extra: derivation ({
    inherit name system; salt = "${salt}"; builder = "/bin/bash"; args = [ "-c" "echo \${name} > $out; exit 0" ];
  } // extra);
in [
  (make "plain" { })
  (make "latin" { text = "caf\u00e9"; })
  (make "structured" { __structuredAttrs = true; args = [ "-c" ". \\\${NIX_ATTRS_SH_FILE:-.attrs.sh}; echo > \\\${outputs[out]}; exit 0" ]; })
  (make "floating" { __contentAddressed = true; outputHashMode = "recursive"; outputHashAlgo = "sha256"; })
] ++ builtins.genList (n: make "more\${toString n}" { }) 12`

describe.each(allNixes)('with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let built: string[]
  let added: string
  let started = 0
  beforeAll(async () => {
    folder = makeFolder()
    nix = await open(folder, { ...silentLog, debug: () => started++ })
    const config = `${nixConfig}\nextra-experimental-features = ca-derivations`
    const withFloating = { ...nix, env: { ...nix.env, NIX_CONFIG: config } }
    const file = join(folder, 'all.nix')
    // One byte for é, as text was once written.
    writeFileSync(file, expression(randomBytes(6).toString('hex')), 'latin1')
    const drvPaths = await expectLines(withFloating, { program: 'nix-instantiate', args: [file] })
    const args = ['--realise', ...drvPaths]
    built = await expectLines(withFloating, { program: 'nix-store', args })
    ;[added = ''] = await expectLines(nix, { program: 'nix-store', args: ['--add', file] })
  })
  afterAll(() => removeFolder(folder))

  test('whatever a derivation holds, it tells its system; a path without one has none', async () => {
    const systems = await querySystem(nix, [...built, added])
    const names = [...systems].map(([path, system]) => `${path.replace(/^[^-]*-/, '')} ${system}`)
    expect(names.slice(0, 5)).toEqual(
      ['plain', 'latin', 'structured', 'floating', 'more0'].map((name) => `${name} x86_64-linux`)
    )
    expect(names).toHaveLength(16)
  })

  test('of two or of sixteen, it starts the same number of processes', async () => {
    const countOf = async (paths: string[]): Promise<number> => {
      started = 0
      await querySystem(nix, paths)
      return started
    }
    const few = await countOf(built.slice(0, 2))
    expect(few).toBeGreaterThan(0)
    expect(await countOf(built)).toBe(few)
  })
})
