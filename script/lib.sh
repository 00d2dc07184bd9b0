# shellcheck shell=bash
# Sourced by the other scripts: what they all need, installed when it is missing.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit

say() { printf '\n== %s\n' "$*" >&2; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# need COMMAND PACKAGE: installs Debian's package when the command is missing.
missing_packages=()
need() { command -v "$1" >/dev/null 2>&1 || missing_packages+=("$2"); }
install_missing() {
  [ ${#missing_packages[@]} = 0 ] && return
  say "Installing ${missing_packages[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing_packages[@]}" >/dev/null
  missing_packages=()
}

# in_turn COMMAND…: each as a line of bash. Fails when all have ended and one has failed.
in_turn() {
  local command status=0
  for command in "$@"; do
    bash -c "$command" && continue
    echo "Failed: $command" >&2
    status=1
  done
  return $status
}

# together COMMAND…: the same side by side, as most of them use one core alone.
together() {
  local command pid pids=() status=0
  for command in "$@"; do
    bash -c "$command" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid" || status=1; done
  return $status
}

need_programs() {
  need git git
  need xz xz-utils
  need zstd zstd
  need ssh-keygen openssh-client
  need jq jq
  need curl curl
  # nix-bin before nix-setup-systemd: root in single-user mode, no daemon.
  need nix-store nix-bin
  if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    command -v node >/dev/null 2>&1 || missing_packages+=(nodejs)
    command -v npm >/dev/null 2>&1 || missing_packages+=(npm)
  fi
  install_missing
}

# The packages of package-lock.json, once for each state of that file; one script at a time.
install_packages() {
  local wanted
  wanted=$(sha256sum package-lock.json)
  mkdir -p .cache
  exec 9>.cache/install.lock
  flock 9
  if [ "$(cat node_modules/.installed 2>/dev/null)" != "$wanted" ]; then
    say "Installing the packages of package-lock.json"
    npm ci --no-fund --no-audit >&2
    echo "$wanted" >node_modules/.installed
  fi
  exec 9>&-
}

# Node 24 first in PATH, the packages of the lock file, and a Nix that works without a network.
prepare() {
  need_programs
  PATH="$(script/node-path):$PATH"
  export PATH
  install_packages
  # No sandbox and no build users: works as root in a container. No substituter: there is no network to wait for. Nor is the disk.
  export NIX_CONFIG="experimental-features = nix-command flakes
sandbox = false
build-users-group =
fsync-metadata = false
substituters =
${NIX_CONFIG_EXTRA:-}"
  # What a process of Node has compiled is there for the next: a script of ours starts in half the time.
  export NODE_COMPILE_CACHE="$root/.cache/compiled"
  export NODE_OPTIONS="--experimental-vm-modules --disable-warning=ExperimentalWarning"
}
