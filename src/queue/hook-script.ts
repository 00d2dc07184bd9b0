import { rootPrefix } from './gc-roots.ts'

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
