# The module's configuration for some settings, and the package that it takes.
{ module, package, settings }:
let
  given = builtins.fromJSON settings;
  lib = import ./nixpkgs/lib.nix;
  pkgs = import ./nixpkgs/packages.nix {
    inherit lib;
    system = "x86_64-linux";
  };
  found = lib.evaluateModule {
    inherit module pkgs;
    # What the machine's configuration has besides.
    machine = given.machine or { };
    settings = builtins.removeAttrs given [ "machine" ];
  };
  built = pkgs.callPackage package { };
in
{
  inherit (found) config;
  package = { inherit (built) pname version installPhase; };
}
