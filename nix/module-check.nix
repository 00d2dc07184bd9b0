# A NixOS machine with the module and a queue of each kind is evaluated, its assertions and options' types with it; nothing of it is built.
{ nixpkgs, pkgs }:
let
  machine = nixpkgs.lib.nixosSystem {
    inherit (pkgs.stdenv.hostPlatform) system;
    modules = [
      ./module.nix
      {
        boot.isContainer = true;
        system.stateVersion = "26.05";
        services.nar-publish.queues = {
          main = {
            destination.git = "my-org/binstore";
            tokenFile = "/run/secrets/github-token";
            signingKeyFile = "/run/secrets/cache-key";
          };
          mirror = {
            destination.store = "ssh-ng://build-host";
            sshKeyFile = "/run/secrets/ssh-key";
          };
        };
      }
    ];
  };
  # Without its context: the system's derivation is told, and not made.
  evaluated = builtins.unsafeDiscardStringContext machine.config.system.build.toplevel.drvPath;
in
pkgs.runCommand "nar-publish-module-evaluates" { inherit evaluated; } ''
  echo "$evaluated" >$out
''
