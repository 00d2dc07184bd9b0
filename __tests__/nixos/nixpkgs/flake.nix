# A stand-in for nixpkgs, which cannot be had offline: the part of its lib and packages that the flake, the package and the module use.
{
  outputs =
    { self }:
    let
      lib = import ./lib.nix;
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];
    in
    {
      legacyPackages = lib.genAttrs systems (system: import ./packages.nix { inherit lib system; });
      lib = lib // {
        # One module by its path, and one of settings; the machine is a file that says what it would be.
        nixosSystem =
          { system, modules }:
          let
            settings = builtins.elemAt modules 1;
            found = lib.evaluateModule {
              module = builtins.head modules;
              settings = settings.services.nar-publish;
              machine = { };
              pkgs = self.legacyPackages.${system};
            };
            failed = builtins.filter (one: !one.assertion) (found.config.assertions or [ ]);
          in
          {
            config.system.build.toplevel.drvPath =
              if failed == [ ] then
                builtins.toFile "machine.json" (builtins.unsafeDiscardStringContext (builtins.toJSON found.config))
              else
                throw (builtins.head failed).message;
          };
      };
    };
}
