import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { NarPublishError } from '../errors.ts'
import { rootPrefix, rootsFolder } from '../nix/gc-roots.ts'
import { nixWords, runNix, type NixExit } from '../nix/run.ts'
import { readNixSettings, userConfFiles as userFiles } from '../nix/settings.ts'
import type { Nix } from '../nix/types.ts'
import { readQueue, removeEntries } from './entries.ts'
import { forgetRoot } from './gc-roots.ts'
import { linksFolder, stateFile, type QueuePlace } from './layout.ts'

interface InstalledHook {
  /** For NIX_USER_CONF_FILES of all that follows. */
  userConfFiles: string
  /** Sentences for people. */
  warnings: string[]
}

/**
 * Writes the hook and a nix.conf that names it, and sees with a build of nothing that it is in force. Throws HOOK_OVERRIDDEN,
 * HOOK_NOT_TRUSTED, HOOK_FAILED.
 */
export async function installHook(
  nix: Nix,
  place: QueuePlace,
  names: readonly string[]
): Promise<InstalledHook> {
  const folders = names.map((name) => linksFolder(place, name))
  const hook = stateFile(place, 'hook')
  const conf = stateFile(place, 'nix.conf')
  writeFileSync(hook, hookScript(folders, rootsFolder(nix.env)), { mode: 0o700 })
  writeFileSync(conf, `post-build-hook = ${hook}\n`, { mode: 0o600 })
  const before = (await readNixSettings(nix)).get('post-build-hook') ?? ''
  const userConfFiles = [conf, ...userFiles(nix.env)].join(delimiter)
  const hooked: Nix = { ...nix, env: { ...nix.env, NIX_USER_CONF_FILES: userConfFiles } }
  const after = (await readNixSettings(hooked)).get('post-build-hook') ?? ''
  if (after !== hook) {
    throw new NarPublishError({
      code: 'HOOK_OVERRIDDEN',
      subject: 'post-build-hook',
      reason: `Nix has ${after === '' ? 'none' : JSON.stringify(after.slice(0, 200))} although a nix.conf of this job sets it`
    })
  }
  const warnings =
    before === '' || before === hook
      ? []
      : [
          `The post-build-hook ${JSON.stringify(before.slice(0, 200))} is not run for the rest of this job: Nix has one hook only.`
        ]
  return { userConfFiles, warnings: [...warnings, ...(await tryHook(nix, hooked, folders))] }
}

/**
 * A daemon leaves out the settings of who it does not trust, and only says so in a warning: whether the hook runs is seen when it
 * has run. Answers with what could not be tried.
 */
async function tryHook(nix: Nix, hooked: Nix, folders: readonly string[]): Promise<string[]> {
  const name = `nar-publish-hook-probe-${randomBytes(6).toString('hex')}`
  const expression = `derivation {
    name = "${name}"; system = builtins.currentSystem; builder = "/bin/sh"; args = [ "-c" "echo > $out; exit 0" ];
    preferLocalBuild = true; allowSubstitutes = false;
  }`
  const args = ['build', '--impure', '--no-link', '--expr', expression]
  const probeBuild = (from: Nix): Promise<NixExit> => runNix(from, { program: 'nix', args })
  const ended = await probeBuild(hooked)
  const isProbe = (path: string): boolean => path.endsWith(name)
  const found = folders.map((folder) => ({
    folder,
    probe: readQueue(folder).entries.find(({ storePath }) => isProbe(storePath))?.storePath
  }))
  for (const { folder, probe } of found) {
    if (probe === undefined) continue
    removeEntries(folder, [probe])
    forgetRoot(nix, folder, probe)
  }
  if (found.every(({ probe }) => probe !== undefined)) return []
  if (ended.status !== 0) {
    const plain = await probeBuild(nix)
    const reason = nixWords(ended.stderr)
    // Each build of the job would fail as this one did.
    if (plain.status === 0) {
      throw new NarPublishError({ code: 'HOOK_FAILED', subject: 'post-build-hook', reason })
    }
    return [`Whether the hook runs could not be tried: ${reason}`]
  }
  const ignored = /ignoring the (?:client-specified|user-specified|restricted)[^\n]*/i.exec(
    ended.stderr
  )
  throw new NarPublishError({
    code: 'HOOK_NOT_TRUSTED',
    subject: 'post-build-hook',
    reason: `Nix built a derivation and did not run the hook${ignored === null ? '' : ` (${ignored[0].slice(0, 300)})`}`
  })
}

/**
 * The program that Nix runs after each build: for each queue a link to every output, and a link of Nix's own to that. Nothing
 * else, as builds wait for it; its exit status is always 0, as a failed hook stops all further builds. `-f`: what was built
 * again is queued again; `-n`: `ln` would follow the link that is there, and write into an output that is a folder. Nix 2.8 leaves
 * OUT_PATHS empty: then the derivation's own file tells its outputs, which spares a process.
 */
export function hookScript(folders: readonly string[], roots: string): string {
  return `#!/bin/sh
# Made by nar-publish. Nix gives the outputs in OUT_PATHS, with spaces between.
PATH=\${PATH:+$PATH:}/usr/bin:/bin:/run/current-system/sw/bin:/nix/var/nix/profiles/default/bin
set -f
IFS=' '
if [ -z "\${OUT_PATHS:-}" ]; then
  OUT_PATHS=
  # Derive([("out","/nix/store/…","",""),…],[…
  IFS= read -r text < "$DRV_PATH"
  text=\${text#*[}
  IFS='"'
  for path in \${text%%]*}; do
    case $path in
      /*) if [ -e "$path" ]; then OUT_PATHS="$OUT_PATHS $path"; fi ;;
    esac
  done
  IFS=' '
fi
if [ -z "$OUT_PATHS" ]; then
  echo "nar-publish: not queued: \${DRV_PATH:-}" >&2
  exit 0
fi
enqueue() {
  ln -s -f -n -- $OUT_PATHS "$1/" || return
  for path in $OUT_PATHS; do
    name=\${path##*/}
    ln -s -f -n -- "$1/$name" "$2\${name%%-*}" || return
  done
}
[ -d ${shellQuote(roots)} ] || mkdir -p ${shellQuote(roots)}
${folders.map((folder) => enqueueLine(folder, `${roots}/${rootPrefix(folder)}`)).join('\n')}
exit 0
`
}

function enqueueLine(folder: string, prefix: string): string {
  return `enqueue ${shellQuote(folder)} ${shellQuote(prefix)} || echo "nar-publish: not queued: $OUT_PATHS" >&2`
}

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", () => `'\\''`)}'`
}
