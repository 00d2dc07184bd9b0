/**
 * 40 packages over the small nixpkgs: of several ecosystems, most of them outdated, some sharing literals, some failing, some left alone. The
 * repository that they make: forty-repository.ts.
 */

/** What becomes of a package when all are brought up to date, with `ignore` below. */
type Fate =
  | 'proposed'
  | 'open already'
  | 'declined'
  | 'does not build'
  | 'source gone'
  | 'current'
  | 'ignored'
  | 'unasked'
  | 'unknown'
  | 'does not evaluate'
  | 'left out'

export interface OnePackage {
  name: string
  fate: Fate
  /** Names of the change that it is a part of; one that is alone has its own. */
  set: string
  from: string
  to: string
  file: string
  text: string
  /** What replaces what in which files when it is brought to its newest version, beside hashes. */
  edits: readonly [file: string, old: string, now: string][]
  /** Tags of `up/<name>` on the GitHub; none: it is not there. */
  tags: readonly string[]
}

export const ignored = ['left-*', 'capped@2.x']

export const hostileName = '$(touch pwned)`id`<b>|::error::x'

/** `@github@`, `@host@`: hosts with their ports; `@pinned@`: a commit. */
type Form = (name: string, version: string) => string

const source = (name: string, version = '${version}'): string =>
  `fetchFromGitHub { githubBase = "@github@"; owner = "up"; repo = "${name}"; tag = "v${version}"; hash = "@sri.${name}@"; }`
const recursive =
  (builder: string, more: (name: string) => string = () => ''): Form =>
  (name, version) =>
    `{ lib, stdenv, fetchFromGitHub, fetchurl, fetchDeps, fetchPnpmDeps, fetchYarnDeps, buildGoModule, buildNpmPackage, rustPlatform, maven, php, python3Packages, zig_0_14 }:
${builder} rec {
  pname = "${name}";
  version = "${version}";
  src = ${source(name)};${more(name)}
}
`
const plain = recursive('stdenv.mkDerivation')
const deps = (attribute: string) => (name: string) => `\n  ${attribute} = "@sri.${name}-deps@";`
const forms = {
  go: recursive('buildGoModule', deps('vendorHash')),
  rust: recursive('rustPlatform.buildRustPackage', deps('cargoHash')),
  npm: recursive('buildNpmPackage', deps('npmDepsHash')),
  maven: recursive('maven.buildMavenPackage', deps('mvnHash')),
  php: recursive('php.buildComposerProject2', deps('vendorHash')),
  python: recursive('python3Packages.buildPythonApplication'),
  pnpm: recursive(
    'stdenv.mkDerivation',
    (name) =>
      `\n  pnpmDeps = fetchPnpmDeps { inherit pname version src; hash = "@sri.${name}-deps@"; };`
  ),
  yarn: recursive(
    'stdenv.mkDerivation',
    (name) =>
      `\n  yarnOfflineCache = fetchYarnDeps { yarnLock = src + "/yarn.lock"; hash = "@sri.${name}-deps@"; };`
  ),
  zig: recursive(
    'stdenv.mkDerivation',
    (name) =>
      `\n  zigDeps = zig_0_14.fetchDeps { inherit pname version src; hash = "@sri.${name}-deps@"; };`
  )
} satisfies Record<string, Form>

/** `src` of a package that has another one. */
function withSource(src: string): Form {
  return (name, version) => plain(name, version).replace(source(name), () => src)
}

/** Its version stands in a file that others read. */
const shared =
  (key: string): Form =>
  (name) =>
    plain(name, '@').replace('"@"', `(import ./versions.nix).${key}`)

export const versionsFile = 'pkgs/versions.nix'
const suite = { set: 'suite', from: '2.4.0', to: '2.5.1' }
const duo = { set: 'duo', from: '0.9.1', to: '0.10.0' }

/** Two packages with one source and one hash for it, each with a version of its own. */
const orbit: Form = (name, version) =>
  plain(name, version)
    .replace('"@sri.orbit-docs@"', '(import ./orbit-hash.nix)')
    .replace(`"@sri.orbit@"`, '(import ./orbit-hash.nix)')
    .replace('repo = "orbit-docs"', 'repo = "orbit"')

interface Wish extends Partial<Omit<OnePackage, 'name' | 'file' | 'text'>> {
  form?: Form
}

function one(name: string, { form = plain, ...wish }: Wish = {}): OnePackage {
  const { from = '1.4.0', to = '1.5.0', set = name } = wish
  const file = `pkgs/${name}.nix`
  const edits = wish.edits ?? [[file, `"${from}"`, `"${to}"`]]
  const tags = wish.tags ?? [`v${to}`, `v${from}`]
  return {
    ...{ name, file, set, from, to, edits, tags },
    fate: wish.fate ?? 'proposed',
    text: form(name, from)
  }
}

const of = (form: Form, ...names: string[]): OnePackage[] =>
  names.map((name) => one(name, { form }))
const current = { fate: 'current', from: '1.5.0' } as const

/** By their names: of each the newest that is wanted, whatever becomes of it. */
export const fortyPackages: readonly OnePackage[] = [
  ...of(forms.go, 'alder', 'birch', 'cedar'),
  ...of(forms.rust, 'dogwood', 'elm'),
  ...of(forms.npm, 'fir', 'ginkgo'),
  ...of(forms.pnpm, 'hazel'),
  ...of(forms.yarn, 'ivy'),
  ...of(forms.maven, 'juniper'),
  ...of(forms.php, 'kapok'),
  ...of(forms.python, 'larch'),
  ...of(forms.zig, 'maple'),
  ...of(plain, 'nutmeg', 'olive'),
  one('tagged', {
    ...{ from: '18.0', to: '18.1', tags: ['REL_18_1', 'REL_18_0'] },
    form: (name, version) =>
      plain(name, version).replace(
        'v${version}',
        'REL_${builtins.replaceStrings [ "." ] [ "_" ] version}'
      )
  }),
  one('registry', {
    tags: [],
    form: withSource(
      'fetchurl { url = "http://@host@/registry/-/registry-${version}.tgz"; hash = "@sri.registry@"; }'
    )
  }),
  one('by-git', {
    tags: [],
    form: withSource(
      'fetchurl { url = "http://@host@/by-git/archive/v${version}.tar.gz"; hash = "@sri.by-git@"; }'
    )
  }),
  one('pinned', {
    form: (name, version) => plain(name, version).replace('tag = "v${version}"', 'rev = "@old@"'),
    edits: [
      ['pkgs/pinned.nix', '"1.4.0"', '"1.5.0"'],
      ['pkgs/pinned.nix', '@old@', '@pinned@']
    ]
  }),
  one('capped', { from: '1.4.0', to: '1.9.0', tags: ['v2.1.0', 'v2.0.0', 'v1.9.0', 'v1.4.0'] }),
  one('hostile', {
    tags: ['v1.5.0', 'v9.9.9$(touch pwned)', '::error::v8', 'v7.0.0`id`'],
    form: (name, version) =>
      plain(name, version).replace(
        'pname = "hostile";',
        () =>
          `pname = ${JSON.stringify(hostileName).replace('$', '\\$')};\n  name = "hostile-\${version}";\n  meta.mainProgram = "hostile";`
      )
  }),
  one('per-system', {
    form: (name, version) =>
      plain(name, version).replace(
        /\n}\n$/,
        () =>
          `\n  deps = fetchDeps {\n    inherit src;\n    name = "per-system-deps-\${version}";\n    lockFiles = [ "mix.lock" ];\n    perSystem = true;\n    hash = {\n      x86_64-linux = "@sri.x86_64@";\n      aarch64-linux = "@sri.aarch64@";\n    }.\${stdenv.hostPlatform.system};\n  };\n}\n`
      )
  }),
  ...['suite-client', 'suite-server'].map((name) =>
    one(name, { ...suite, form: shared('suite'), edits: [[versionsFile, '"2.4.0"', '"2.5.1"']] })
  ),
  ...['duo-left', 'duo-right'].map((name) =>
    one(name, { ...duo, form: shared('duo'), edits: [[versionsFile, '"0.9.1"', '"0.10.0"']] })
  ),
  one('orbit', { form: orbit, set: 'orbit' }),
  one('orbit-docs', { form: orbit, set: 'orbit', tags: [] }),
  one('breaks', {
    fate: 'does not build',
    form: (name, version) =>
      recursive('stdenv.mkDerivation', () => '\n  preBuild = "test $version != 1.5.0";')(
        name,
        version
      )
  }),
  one('gone', {
    ...{ fate: 'source gone', to: '2.0.0' },
    form: (name, version) =>
      plain(name, version).replace(
        '"v${version}"',
        '"${lib.optionalString (lib.versionAtLeast version "2") "missing/"}v${version}"'
      )
  }),
  one('open', { fate: 'open already', form: forms.go }),
  one('declined', { fate: 'declined' }),
  one('newest', current),
  one('newest-too', { ...current, form: forms.rust }),
  one('left-alone', { fate: 'ignored' }),
  one('silent', {
    ...{ fate: 'unasked', tags: [] },
    form: withSource(
      'fetchurl { url = "http://@host@/silent/archive/v${version}.tar.gz"; hash = "@sri.silent@"; }'
    )
  }),
  one('nowhere', {
    ...{ fate: 'unknown', tags: [] },
    form: withSource(
      'fetchurl { url = "https://downloads.example.org/nowhere-${version}.tar.gz"; hash = "@sri.nowhere@"; }'
    )
  }),
  one('local', { fate: 'left out', tags: [], form: withSource('./.') }),
  one('unversioned', {
    ...{ fate: 'left out', tags: [] },
    form: (name) =>
      `{ stdenv, fetchFromGitHub }:\nstdenv.mkDerivation { name = "${name}"; src = ${source(name, '1.4.0')}; }\n`
  }),
  one('throws', { fate: 'does not evaluate', tags: [], form: () => '{ }: throw "not today"\n' })
]
