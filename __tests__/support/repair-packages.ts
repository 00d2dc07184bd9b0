/** A small repository with a package of each ecosystem that bots bump, and what their pull requests change in it. */
import { computeHashes, fillHashes, type NamedHashes, type Tree } from './sync-hashes.ts'
import { ownSystem, type PackageSet } from './sync-packages.ts'

/** The packages, each in a folder of its own with its sources; hashes are names still (fixtures/sync/README.md). */
const named: Tree = new Map(
  Object.entries({
    'default.nix': `{ pkgs ? import <nixpkgs> { } }:
{
  gopher = pkgs.callPackage ./gopher/package.nix { };
  crab = pkgs.callPackage ./crab/package.nix { };
  shell = pkgs.callPackage ./crab/shell.nix { };
  node = pkgs.callPackage ./node/package.nix { };
  pnpm = pkgs.callPackage ./pnpm/package.nix { };
  yarn = pkgs.callPackage ./yarn/package.nix { };
  elephant = pkgs.callPackage ./elephant/package.nix { };
  tool = pkgs.callPackage ./tool.nix { };
  broken = pkgs.callPackage ./broken/package.nix { };
}
`,
    // It takes its whole folder, this file included.
    'gopher/package.nix': `{ buildGoModule }:
buildGoModule {
  pname = "gopher";
  version = "1.0.0";
  src = ./.;
  vendorHash = "@sri.gopher@";
}
`,
    'gopher/go.mod': 'module gopher\nrequire luna v1.0.0\n',
    'gopher/go.sum': 'luna v1.0.0 h1:aaa\n',
    'crab/package.nix': `{ rustPlatform }:
rustPlatform.buildRustPackage {
  pname = "crab";
  version = "1.0.0";
  src = ./src;
  cargoLock = {
    lockFile = ./src/Cargo.lock;
    outputHashes = {
      "luna-1.0.0" = "@sri.luna@";
    };
  };
}
`,
    'crab/shell.nix': `{ rustPlatform }:
rustPlatform.buildRustPackage {
  pname = "shell";
  version = "1.0.0";
  src = ./src;
  cargoHash = "@sri.shell@";
}
`,
    'crab/src/Cargo.lock': cargoLock('1111111111111111111111111111111111111111'),
    'node/package.nix': `{ buildNpmPackage }:
buildNpmPackage {
  pname = "node";
  version = "1.0.0";
  src = ./src;
  npmDepsHash = "@sri.node@";
}
`,
    'node/src/package-lock.json': '{ "luna": "1.0.0" }\n',
    'pnpm/package.nix': `{ stdenv, fetchPnpmDeps }:
stdenv.mkDerivation (finalAttrs: {
  pname = "pnpm";
  version = "1.0.0";
  src = ./src;
  pnpmDeps = fetchPnpmDeps {
    inherit (finalAttrs) pname src;
    hash = "@sri.pnpm@";
  };
})
`,
    'pnpm/src/pnpm-lock.yaml': 'luna: 1.0.0\n',
    'yarn/package.nix': `{ stdenv, fetchYarnDeps }:
stdenv.mkDerivation {
  pname = "yarn";
  version = "1.0.0";
  src = ./src;
  offlineCache = fetchYarnDeps {
    yarnLock = "\${./src}/yarn.lock";
    hash = "@sri.yarn@";
  };
}
`,
    'yarn/src/yarn.lock': 'luna@^1.0.0\n',
    'elephant/package.nix': `{ php }:
php.buildComposerProject2 (finalAttrs: {
  pname = "elephant";
  version = "1.0.0";
  src = ./src;
  vendorHash = "@sri.elephant@";
})
`,
    'elephant/src/composer.lock': '{ "luna": "1.0.0" }\n',
    'tool.nix': `{ buildGoModule, fetchFromGitHub }:
buildGoModule (finalAttrs: {
  pname = "tool";
  version = "1.0.0";
  src = fetchFromGitHub {
    owner = "alice";
    repo = "tool";
    tag = "v\${finalAttrs.version}";
    hash = "@sri.src@";
  };
  vendorHash = "@sri.tool@";
})
`,
    'broken/package.nix': `{ buildNpmPackage }:
buildNpmPackage {
  pname = "broken";
  version = "1.0.0";
  src = ./src;
  npmDepsHash = "@sri.broken@";
  preBuild = ''
    if grep -q 2.0.0 package-lock.json; then echo "luna 2 has no such function" >&2; exit 1; fi
  '';
}
`,
    'broken/src/package-lock.json': '{ "luna": "1.0.0" }\n',
    '.github/workflows/ci.yml': 'on: push # uses: actions/checkout@v4\n'
  })
)

function cargoLock(commit: string): string {
  return `version = 4

[[package]]
name = "crab"
version = "1.0.0"

[[package]]
name = "luna"
version = "1.0.0"
source = "git+https://git.invalid/luna?branch=main#${commit}"
`
}

const packages = [
  ...(['gopher', 'crab', 'shell', 'node', 'pnpm', 'yarn', 'elephant', 'tool', 'broken'] as const)
]
type PackageName = (typeof packages)[number]

/** A pull request as it is opened: files that it changes, and the packages that fetch something else by it. */
export interface Bump {
  author: string
  branch: string
  /** In a fork of the repository. */
  fork?: string
  changes: Readonly<Record<string, string>>
  packages: readonly PackageName[]
}

const file = (path: string): string => named.get(path) ?? ''

const bumpsOfLocks = {
  go: {
    author: 'dependabot[bot]',
    branch: 'dependabot/go_modules/gopher/luna-2.0.0',
    changes: {
      'gopher/go.mod': 'module gopher\nrequire luna v2.0.0\n',
      'gopher/go.sum': 'luna v2.0.0 h1:bbb\n'
    },
    packages: ['gopher']
  },
  cargo: {
    author: 'dependabot[bot]',
    branch: 'dependabot/cargo/crab/src/luna-2222222',
    changes: { 'crab/src/Cargo.lock': cargoLock('2222222222222222222222222222222222222222') },
    packages: ['crab', 'shell']
  },
  npm: {
    author: 'dependabot[bot]',
    branch: 'dependabot/npm_and_yarn/node/src/luna-2.0.0',
    changes: { 'node/src/package-lock.json': '{ "luna": "2.0.0" }\n' },
    packages: ['node']
  },
  pnpm: {
    author: 'renovate[bot]',
    branch: 'renovate/pnpm-luna-2.x',
    changes: { 'pnpm/src/pnpm-lock.yaml': 'luna: 2.0.0\n' },
    packages: ['pnpm']
  },
  yarn: {
    author: 'renovate[bot]',
    branch: 'renovate/yarn-luna-2.x',
    changes: { 'yarn/src/yarn.lock': 'luna@^2.0.0\n' },
    packages: ['yarn']
  },
  composer: {
    author: 'renovate[bot]',
    branch: 'renovate/composer-luna-2.x',
    changes: { 'elephant/src/composer.lock': '{ "luna": "2.0.0" }\n' },
    packages: ['elephant']
  },
  version: {
    author: 'renovate[bot]',
    branch: 'renovate/tool-1.x',
    changes: { 'tool.nix': file('tool.nix').replace('"1.0.0"', '"1.1.0"') },
    packages: ['tool']
  },
  actions: {
    author: 'dependabot[bot]',
    branch: 'dependabot/github_actions/actions/checkout-5',
    changes: { '.github/workflows/ci.yml': 'on: push # uses: actions/checkout@v5\n' },
    packages: []
  },
  fork: {
    author: 'mallory',
    branch: 'main',
    fork: 'mallory/tools',
    changes: { 'node/src/package-lock.json': '{ "luna": "3.0.0" }\n' },
    packages: ['node']
  },
  person: {
    author: 'bob',
    branch: "bob/$(x)&'y'",
    changes: {
      'gopher/go.sum': 'luna v1.0.0 h1:ccc\n',
      'gopher/package.nix': file('gopher/package.nix').replace('"@sri.gopher@"', '""')
    },
    packages: ['gopher']
  },
  fails: {
    author: 'renovate[bot]',
    branch: 'renovate/npm-luna-2.x',
    changes: {
      'broken/src/package-lock.json': '{ "luna": "2.0.0" }\n',
      'pnpm/src/pnpm-lock.yaml': 'luna: 2.0.0\n'
    },
    packages: ['pnpm', 'broken']
  }
} as const satisfies Record<string, Bump>
export type BumpName = keyof typeof bumpsOfLocks

/** The repository, and what each pull request has and needs. */
export interface RepairFixture {
  base: Tree
  bumps: Record<BumpName, Bump & { hashes: Map<string, string> }>
}

/** With hashes that plain Nix calculated: of the base, and of what each pull request makes of its packages. */
export async function fillRepairs(set: PackageSet): Promise<RepairFixture> {
  const names = Object.keys(bumpsOfLocks) as BumpName[]
  const wanted = [
    ...packages.map((name) => ({ name, tree: named })),
    ...names.flatMap((bump) =>
      bumpsOfLocks[bump].packages.map((name) => {
        const changes = Object.entries(bumpsOfLocks[bump].changes).filter(
          // A placeholder has no name to calculate by.
          ([path]) => path !== 'gopher/package.nix'
        )
        return { bump, name, tree: new Map([...named, ...changes]) }
      })
    )
  ]
  const hashes = await computeHashes(
    set,
    wanted.map(({ name, tree }) => ({
      tree,
      package: `file:default.nix#${name}`,
      systems: [ownSystem],
      isNixpkgs: false
    }))
  )
  const old: NamedHashes = new Map(hashes.slice(0, packages.length).flatMap((one) => [...one]))
  const fill = (text: string): string => fillHashes(text, old)
  const bumps = {} as RepairFixture['bumps']
  for (const name of names) {
    const own = wanted.flatMap((one, index) =>
      'bump' in one && one.bump === name ? [...(hashes[index] ?? [])] : []
    )
    const { changes, ...bump } = bumpsOfLocks[name]
    const texts = Object.entries(changes).map(([path, text]) => [path, fill(text)] as const)
    const needed = own.map(
      ([key, { sha256 }]) => [key, `sha256-${sha256.toString('base64')}`] as const
    )
    bumps[name] = { ...bump, changes: Object.fromEntries<string>(texts), hashes: new Map(needed) }
  }
  return { base: new Map([...named].map(([path, text]) => [path, fill(text)])), bumps }
}
