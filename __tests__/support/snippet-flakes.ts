/** A project that has what the documents' snippets name: each set of outputs for each system, and a flake in a folder. No inputs, as there is no network. */
import { randomBytes } from 'node:crypto'
import { ownSystem } from './sync-packages.ts'

/** Path → text. What is built is new each time. */
export function snippetFlakes(): Record<string, string> {
  const make = `make = system: name: derivation {
        inherit system name;
        outputs = [ "out" "dev" ];
        salt = "${randomBytes(6).toString('hex')}";
        builder = "/bin/sh";
        # Nix takes the end of the output for the end of the builder: the shell must outlive what it runs.
        args = [ "-c" "echo building \${name}; echo \${name} > $out; echo headers > $dev; exit 0" ];
      };
      each = names: builtins.listToAttrs (map (system: {
        name = system;
        value = builtins.listToAttrs (map (name: { inherit name; value = make system "\${name}-1.0"; }) names);
      }) [ "x86_64-linux" "aarch64-linux" "aarch64-darwin" ]);`
  const flake = (outputs: string): string => `{
  outputs = { self }:
    let
      ${make}
    in
    {
      ${outputs}
    };
}
`
  return {
    'flake.nix': flake(`packages = each [ "hello" "tool" "docs" ];
      checks = each [ "lint" ];
      devShells = builtins.mapAttrs (system: _: {
        default = make system "shell" // { inputDerivation = make system "shell-inputs"; };
      }) self.packages;
      legacyPackages = builtins.mapAttrs (system: _: {
        homeConfigurations.bob.activationPackage = make system "home-bob";
      }) self.packages;
      homeConfigurations.alice.activationPackage = make "${ownSystem}" "home-alice";
      nixosConfigurations.server.config.system.build.toplevel = make "${ownSystem}" "nixos-server";
      nixosConfigurations.old-server.config.system.build.toplevel = make "${ownSystem}" "nixos-old";
      darwinConfigurations.laptop.system = make "aarch64-darwin" "darwin-laptop";`),
    'subdir/flake.nix': flake(`packages = each [ "lib" ];`)
  }
}
