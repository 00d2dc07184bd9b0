# The post-build-hook as text: src/queue/hook-script.ts says why it is as it is, and a test compares the two.
{ roots, folders }:
let
  quote = text: "'${builtins.replaceStrings [ "'" ] [ "'\\''" ] text}'";
  prefix =
    folder: "${roots}/nar-publish-${builtins.substring 0 12 (builtins.hashString "sha256" folder)}-";
  enqueue =
    folder:
    ''enqueue ${quote folder} ${quote (prefix folder)} || echo "nar-publish: not queued: $OUT_PATHS" >&2'';
in
''
  #!/bin/sh
  # Made by nar-publish. Nix gives the outputs in OUT_PATHS, with spaces between.
  PATH=''${PATH:+$PATH:}/usr/bin:/bin:/run/current-system/sw/bin:/nix/var/nix/profiles/default/bin
  set -f
  IFS=' '
  if [ -z "''${OUT_PATHS:-}" ]; then
    OUT_PATHS=
    # Derive([("out","/nix/store/…","",""),…],[…
    IFS= read -r text < "$DRV_PATH"
    text=''${text#*[}
    IFS='"'
    for path in ''${text%%]*}; do
      case $path in
        /*) if [ -e "$path" ]; then OUT_PATHS="$OUT_PATHS $path"; fi ;;
      esac
    done
    IFS=' '
  fi
  if [ -z "$OUT_PATHS" ]; then
    echo "nar-publish: not queued: ''${DRV_PATH:-}" >&2
    exit 0
  fi
  enqueue() {
    ln -s -f -n -- $OUT_PATHS "$1/" || return
    for path in $OUT_PATHS; do
      name=''${path##*/}
      ln -s -f -n -- "$1/$name" "$2''${name%%-*}" || return
    done
  }
  [ -d ${quote roots} ] || mkdir -p ${quote roots}
  ${builtins.concatStringsSep "\n" (map enqueue folders)}
  exit 0
''
