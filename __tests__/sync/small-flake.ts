/** A flake with one package that Nix builds without a network and without nixpkgs, and `nar-publish version-sync` on it. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { parseArguments } from '../../src/cli/arguments.ts'
import type { CommandResult } from '../../src/cli/command.ts'
import { readTerminalEnvironment } from '../../src/environment.ts'
import { silentLog } from '../../src/log.ts'
import { runSync } from '../../src/sync/command.ts'
import { syncCommand } from '../../src/sync/options.ts'
import { nixConfig } from '../support/nix.ts'

export const system = `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux`
const salt = randomBytes(6).toString('hex')

export const urlOf = (version: string): string =>
  `https://example.org/${salt}/infer-${version}.tar.gz`
/** Of what the fetcher below fetches: the address and a newline. */
export const hashOf = (version: string): string =>
  `sha256-${createHash('sha256')
    .update(`${urlOf(version)}\n`)
    .digest('base64')}`

export function flake(version: string, hash: string): string {
  return `{
  outputs = _:
    let
      version = "${version}";
      fetch = { url, hash }: derivation {
        name = "source";
        system = "${system}";
        builder = "/bin/sh";
        args = [ "-c" "echo \${url} > $out; exit 0" ];
        inherit url;
        outputHash = hash;
        outputHashMode = "flat";
      };
    in {
      packages.${system}.infer = derivation {
        pname = "infer";
        inherit version;
        name = "infer-\${version}";
        system = "${system}";
        builder = "/bin/sh";
        PATH = "/usr/bin:/bin";
        src = fetch {
          url = "${urlOf('${version}')}";
          hash = "${hash}";
        };
        args = [ "-c" "mkdir -p $out/bin; echo '#!/bin/sh' > $out/bin/infer; echo 'echo infer \${version}' >> $out/bin/infer; chmod +x $out/bin/infer; exit 0" ];
      };
    };
}
`
}

export interface Ran extends CommandResult {
  /** What the log got. */
  said: string
}

/** The command in this process, as `runCommandLine` calls it, on a checkout. `folder`: for what it leaves. */
export async function runIn(
  { checkout, folder }: { checkout: string; folder: string },
  args: readonly string[],
  env: Record<string, string> = {}
): Promise<Ran> {
  let said = ''
  const log = { ...silentLog, info: (line: string) => void (said += `${line}\n`) }
  const all = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    NIX_CONFIG: nixConfig,
    XDG_CACHE_HOME: join(folder, 'cache'),
    ...env
  }
  const result = await runSync({
    command: syncCommand,
    arguments: parseArguments(syncCommand, args),
    environmentWith: (inputs) => ({
      ...readTerminalEnvironment(inputs, all),
      workspace: checkout
    }),
    log: { ...log, error: log.info, hide: () => undefined, close: () => undefined },
    scratch: mkdtempSync(join(folder, 'scratch-'))
  })
  return { ...result, said }
}
