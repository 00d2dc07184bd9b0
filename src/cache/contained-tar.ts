import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { findProgram } from '../process/find-program.ts'

/**
 * A tar that unpacks into one folder alone. @actions/cache calls tar with `-P`, so that an archive may hold any file of this user, by
 * `..`, by its full name, or through a link; this looks at what is in it first. A script, as it is called by its name in PATH.
 */
const script = `#!/bin/sh
if [ "$1" = -xf ]; then
  shift
  export LC_ALL=C
  {
    "$NAR_PUBLISH_TAR" -tvf "$@" | while IFS= read -r line; do
      case $line in
        [-d]*) ;;
        *) echo other ;;
      esac
    done
    "$NAR_PUBLISH_TAR" -tf "$@" | while IFS= read -r name; do
      inside=\${name#"$NAR_PUBLISH_FOLDER"}
      if [ "$inside" = "$name" ]; then echo outside; fi
      case $inside in
        */../* | */.. | *[!A-Za-z0-9+._/?=-]*) echo outside ;;
        '' | /*) ;;
        *) echo outside ;;
      esac
    done
  } | if IFS= read -r _; then
    echo 'the archive holds more than files and folders of its own folder' >&2
    exit 1
  fi || exit 1
  set -- -xf "$@"
else
  # Another version of @actions/cache may call it in another way, which was not looked into: nothing is unpacked then.
  # The first word may do without its dash.
  for word in "-$1" "$@"; do
    case $word in
      -x* | -[!-]*x* | --extract* | --get*)
        echo 'tar is called in a way that nar-publish does not know' >&2
        exit 1
        ;;
    esac
  done
fi
exec "$NAR_PUBLISH_TAR" "$@"
`

/** Writes it into a folder; what the environment needs to find it, and nothing where there is no tar. */
export function containTar(
  programs: string,
  env: Readonly<Record<string, string>>,
  { workspace, directory }: { workspace: string; directory: string }
): Record<string, string> {
  // macOS' own comes second.
  const names = ['gtar', 'tar'].filter((name) => findProgram(name, env) !== null)
  const real = findProgram(names[0] ?? '', env)
  if (real === null) return {}
  mkdirSync(programs)
  for (const name of names) writeFileSync(join(programs, name), script, { mode: 0o755 })
  return {
    PATH: `${programs}${delimiter}${env['PATH'] ?? ''}`,
    NAR_PUBLISH_TAR: real,
    // As tar was given it.
    NAR_PUBLISH_FOLDER: relative(workspace, directory)
  }
}
