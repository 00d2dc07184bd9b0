/** What docs/consume.md says of the last step of a NixOS system, on each Nix that is here. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { allNixes, nixConfig, removeFolder, testEnvironment } from '../support/nix.ts'
import { output } from '../support/program.ts'

test.each(allNixes)(
  'a system is built although the cache has it, and with always-allow-substitutes it is downloaded by a Nix that knows that: $name',
  async (nix) => {
    const folder = nix.makeFolder()
    const inside = folder.slice(nix.root.length)
    const run = (line: string, conf = ''): Promise<string> => {
      const [program = '', ...first] = nix.root === '' ? ['env'] : ['chroot', nix.root, 'env']
      const config = `NIX_CONFIG=${nixConfig}\nrequire-sigs = false\n${conf}`
      const home = [`HOME=${inside}`, `XDG_CACHE_HOME=${inside}`]
      return output(program, [...first, '-C', inside, config, ...home, 'sh', '-c', line], {
        env: testEnvironment()
      })
    }
    const builds = (): number => readFileSync(join(folder, 'builds'), 'utf8').length
    try {
      writeFileSync(
        join(folder, 'default.nix'),
        `derivation {
        name = "nixos-system-web"; system = builtins.currentSystem; salt = "${Math.random()}";
        preferLocalBuild = true; allowSubstitutes = false;
        builder = "/bin/sh"; args = [ "-c" "printf x >> ${inside}/builds; echo > $out" ];
      }`
      )
      const path = (await run('nix-build --no-out-link')).trim()
      await run(`nix copy --to file://${inside}/cache ${path}`)
      const cache = `substituters = file://${inside}/cache`

      await run(`nix-store --delete ${path} && nix-build --no-out-link`, cache)
      expect(builds()).toBe(2)

      const { version } = await nix.open(folder)
      const isKnown = version.major > 2 || version.minor >= 19
      await run(
        `nix-store --delete ${path} && nix-build --no-out-link`,
        `${cache}\nalways-allow-substitutes = true`
      )
      const before = builds()
      expect(before).toBe(isKnown ? 2 : 3)

      // By its path it is downloaded in any case.
      await run(`nix-store --delete ${path} && nix-env --profile ./system --set ${path}`, cache)
      expect(await run('readlink -f system')).toBe(path)
      expect(builds()).toBe(before)
    } finally {
      await removeFolder(folder)
    }
  }
)
