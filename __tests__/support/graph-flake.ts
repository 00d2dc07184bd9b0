/**
 * A flake of 40 attributes for two systems that share 12 derivations, and what of it was built: each builder notes its name outside of
 * the store.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { foreignSystem, ownSystem } from './sync-packages.ts'

export interface GraphFlake {
  /** `flake.nix`; `changes`: another text in what an attribute is made of, by its name. */
  text(changes?: Readonly<Record<string, string>>): string
  /** Names of derivations whose builders began, in their order. */
  built(): string[]
  /** From now on `broken` builds. */
  mend(): void
}

/** Attributes of the own system, by what they are. */
export const ownAttributes = {
  /** Each needs `noise`, which no two builds of are the same, and two libraries. */
  apps: Array.from({ length: 27 }, (_, index) => `app${index}`),
  /** Only builds when a file outside is there. */
  broken: 'broken',
  /** What it is made of is known when another derivation, `written`, was built. */
  generated: 'generated',
  /** A library that is an attribute as well. */
  library: 'lib0'
}
export const foreignAttributes = Array.from({ length: 10 }, (_, index) => `foreign-app${index}`)

/** What several need: of the own system eight, of which `compiler` is in no closure, and four of the other. */
export const shared = [
  ...['noise', 'compiler'],
  ...Array.from({ length: 6 }, (_, index) => `lib${index}`),
  ...Array.from({ length: 4 }, (_, index) => `foreign-lib${index}`)
]

/** In a folder that each job sees. */
export function makeGraphFlake(folder: string): GraphFlake {
  const log = join(folder, 'built')
  const mended = join(folder, 'mended')
  const salt = randomBytes(6).toString('hex')
  writeFileSync(log, '')
  return {
    text: (changes = {}) => flake({ log, mended, salt, changes }),
    built: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    mend: () => {
      if (!existsSync(mended)) writeFileSync(mended, '')
    }
  }
}

interface Parts {
  log: string
  mended: string
  salt: string
  changes: Readonly<Record<string, string>>
}

function flake({ log, mended, salt, changes }: Parts): string {
  const changed = Object.entries(changes).map(([name, text]) => `${name} = "${text}";`)
  return `{
  outputs = _: let
    changes = { ${changed.join(' ')} };
    make = system: name: { needs ? [ ], tools ? [ ], script ? "" }: derivation {
      inherit name system needs tools;
      salt = "${salt}" + changes.\${name} or "";
      builder = "/bin/sh";
      args = [ "-c" ''echo "$name" >> ${log}; \${script} for each in $needs; do echo "$each"; done >> "$out"'' ];
    };
    numbers = count: builtins.genList (number: number) count;
    each = list: function: builtins.listToAttrs (map function list);
    modulo = number: divisor: number - number / divisor * divisor;

    own = make "${ownSystem}";
    noise = own "noise" { script = "read each < /proc/sys/kernel/random/uuid; echo $each > $out;"; };
    compiler = own "compiler" { };
    library = number: own "lib\${toString number}" { needs = [ noise ]; tools = [ compiler ]; };
    written = own "written" { script = "printf generated > $out;"; };

    foreign = make "${foreignSystem}";
    foreignLibrary = number: foreign "foreign-lib\${toString number}" { };
  in {
    packages.${ownSystem} = each (numbers 27) (number: rec {
      name = "app\${toString number}";
      value = own name { needs = [ noise (library (modulo number 6)) (library (modulo (number + 1) 6)) ]; };
    }) // {
      lib0 = library 0;
      broken = own "broken" { needs = [ (library 1) ]; script = "[ -e ${mended} ] || exit 1;"; };
      generated = own "generated" { needs = [ (library 2) ]; script = "echo \${builtins.readFile written} > $out;"; };
    };
    packages.${foreignSystem} = each (numbers 10) (number: rec {
      name = "foreign-app\${toString number}";
      # One needs what a machine of the other system makes.
      value = foreign name {
        needs = [ (foreignLibrary (modulo number 4)) (foreignLibrary (modulo (number + 1) 4)) ]
          ++ (if number == 0 then [ (library 3) ] else [ ]);
      };
    });
  };
}
`
}
