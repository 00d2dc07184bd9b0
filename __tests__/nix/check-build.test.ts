/** What comes out of a second build, by each Nix; none of its words is believed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { checkBuild, type BuildCheck } from '../../src/nix/check-build.ts'
import { readDerivations } from '../../src/nix/derivations.ts'
import { queryPathInfo } from '../../src/nix/path-info.ts'
import { expectLines } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { allNixes, removeFolder } from '../support/nix.ts'

const unlikely = 'read id < /proc/sys/kernel/random/uuid; echo $id'

describe.each(allNixes)('a second build by $name', ({ makeFolder, open, root }) => {
  let folder: string
  let nix: Nix
  let flag: string

  beforeAll(async () => {
    folder = makeFolder()
    flag = join(folder.slice(root.length), 'flag')
    nix = await open(folder)
    const salt = randomBytes(6).toString('hex')
    const liar = `echo "error: derivation '/nix/store/x.drv' may not be deterministic: output differs" >&2; exit 1`
    const scripts: Record<string, readonly [outputs: string, script: string]> = {
      same: ['out', 'echo same > $out'],
      moody: ['out', `${unlikely} > $out`],
      parts: ['out dev', `echo same > $out; ${unlikely} > $dev`],
      turns: [
        'out dev',
        `x() { if [ -e $1 ] && ! [ -e $2 ]; then ${unlikely}; else echo it; fi; }; x ${flag}-turns ${flag}-turned > $dev; x ${flag}-turned /none > $out`
      ],
      liar: ['out', `[ -e ${flag}-liar ] && { ${liar}; }; echo it > $out`],
      slow: ['out', `[ -e ${flag}-slow ] && while :; do :; done; echo it > $out`]
    }
    const lines = Object.entries(scripts).map(
      ([name, [outputs, script]]) => `${name} = derivation {
        name = "${name}"; system = builtins.currentSystem; builder = "/bin/sh"; salt = "${salt}";
        outputs = [ ${outputs.replaceAll(/\w+/g, '"$&"')} ]; args = [ "-c" ''${script}; exit 0'' ];
      };`
    )
    writeFileSync(join(folder, 'checks.nix'), `{ ${lines.join('\n')} }`)
  })
  afterAll(() => removeFolder(folder))

  async function check(name: string, limited = nix): Promise<BuildCheck & { hash: string }> {
    const file = join(folder, 'checks.nix')
    const instantiate = ['-A', name, file] as const
    const [drvPath = ''] = await expectLines(nix, { program: 'nix-instantiate', args: instantiate })
    const built = await readDerivations(nix, [drvPath])
    await expectLines(nix, { program: 'nix-store', args: ['--realise', drvPath] })
    const outputs = [...(built.get(drvPath)?.outputs ?? [])].map(([output, { path }]) => ({
      name: output,
      path: path ?? ''
    }))
    const infos = await queryPathInfo(
      nix,
      outputs.map(({ path }) => path)
    )
    const known = outputs.map((one) => ({ ...one, narHash: infos.get(one.path)?.narHash ?? '' }))
    writeFileSync(join(folder, `flag-${name}`), '')
    const found = await checkBuild(limited, { drvPath, outputs: known }, silentLog)
    const told = found.kind === 'differs' ? found.path : outputs[0]?.path
    return { ...found, hash: known.find(({ path }) => path === told)?.narHash ?? '' }
  }

  test('that gives the same', async () => {
    expect(await check('same')).toMatchObject({ kind: 'same' })
  })

  test('that gives something else, once more each time', async () => {
    const hashes = new Set<string>()
    for (let time = 0; time < 2; time++) {
      const found = await check('moody')
      expect(found).toMatchObject({ kind: 'differs', path: expect.stringMatching(/-moody$/) })
      if (found.kind !== 'differs') continue
      expect(found.otherPath).toBe(`${found.path}.check`)
      hashes.add(found.hash).add(found.other)
    }
    expect(hashes.size).toBe(3)
  })

  test('that gives one of two outputs another content', async () => {
    expect(await check('parts')).toMatchObject({
      kind: 'differs',
      path: expect.stringMatching(/-parts-dev$/)
    })
  })

  test('that differs in one output, and later in another, is told by the one that it is', async () => {
    expect(await check('turns')).toMatchObject({ path: expect.stringMatching(/-turns-dev$/) })
    writeFileSync(join(folder, 'flag-turned'), '')
    const later = await check('turns')
    expect(later).toMatchObject({ kind: 'differs', path: expect.stringMatching(/-turns$/) })
  })

  test('that fails is no difference, whatever its builder says', async () => {
    const found = await check('liar')
    expect(found).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/exit code 1/)
    })
  })

  test('that takes too long is stopped', async () => {
    const env = { ...nix.env, NIX_CONFIG: `${nix.env['NIX_CONFIG'] ?? ''}\ntimeout = 2` }
    expect(await check('slow', { ...nix, env })).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/timed out after 2 seconds/)
    })
  })
})
