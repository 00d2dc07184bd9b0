# What `nix flake check` builds: without a network, once the packages' own closures are there.
{ pkgs }:
let
  package = pkgs.callPackage ./package.nix { };
in
{
  # The wrapped command line starts in the sandbox, and is of the version that it says.
  command-line = pkgs.runCommand "nar-publish-starts" { nativeBuildInputs = [ package ]; } ''
    test "$(nar-publish --version)" = ${package.version}
    nar-publish --help >help
    for command in $(sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p' help); do
      nar-publish "$command" --help >/dev/null
    done
    test -s ${package}/share/licenses/nar-publish/licenses.txt
    touch $out
  '';

  # The hook that the module writes is a script that a shell can read.
  hook = pkgs.runCommand "nar-publish-hook-parses" {
    script = import ./hook.nix {
      roots = "/nix/var/nix/gcroots/auto";
      folders = [ "/var/lib/nar-publish/it's one" ];
    };
    passAsFile = [ "script" ];
  } ''
    sh -n "$scriptPath"
    touch $out
  '';
}
