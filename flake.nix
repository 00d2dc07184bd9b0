{
  description = "nar-publish: turn a Git repository into a Nix binary cache";

  # The last branch of nixpkgs that still builds for Macs with Intel's processor, which the action's runners have.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";

  outputs =
    { self, nixpkgs }:
    let
      inherit (nixpkgs) lib;
      linux = [
        "x86_64-linux"
        "aarch64-linux"
      ];
      all = linux ++ [
        "x86_64-darwin"
        "aarch64-darwin"
      ];
      forEach = systems: make: lib.genAttrs systems (system: make nixpkgs.legacyPackages.${system});
      packageOf = pkgs: pkgs.callPackage ./nix/package.nix { };
    in
    {
      packages = forEach all (pkgs: {
        default = packageOf pkgs;
        nar-publish = packageOf pkgs;
      });

      apps = forEach all (pkgs: {
        default = {
          type = "app";
          program = lib.getExe (packageOf pkgs);
          meta = { inherit ((packageOf pkgs).meta) description; };
        };
      });

      overlays.default = final: _: { nar-publish = packageOf final; };

      # Sets, as older Nixes take no path for a module; the file is imported once, by whichever name.
      nixosModules = {
        default.imports = [ ./nix/module.nix ];
        nar-publish.imports = [ ./nix/module.nix ];
      };

      # What the scripts need; they install npm's packages themselves.
      devShells = forEach all (pkgs: {
        default = pkgs.mkShellNoCC {
          packages = [
            pkgs.curl
            pkgs.git
            pkgs.jq
            pkgs.nix
            pkgs.nodejs_24
            pkgs.openssh
            pkgs.shellcheck
            pkgs.xz
            pkgs.zstd
          ];
        };
      });

      checks = lib.recursiveUpdate (forEach all (pkgs: import ./nix/checks.nix { inherit pkgs; })) (
        forEach linux (pkgs: {
          module = import ./nix/module-check.nix { inherit nixpkgs pkgs; };
        })
      );

      formatter = forEach all (pkgs: pkgs.nixfmt-tree);
    };
}
