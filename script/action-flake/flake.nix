{
  description = "What CI publishes on real runners: small packages that need nothing, not even nixpkgs";

  outputs =
    _:
    let
      # Each run writes its own here, so that nothing was built before.
      salt = "@salt@";
      make =
        system: pname: version: script:
        derivation {
          inherit
            system
            pname
            version
            salt
            ;
          name = "${pname}-${version}";
          builder = "/bin/sh";
          # A runner's Nix builds in a sandbox with a shell and nothing else: no mkdir, no PATH.
          # `exit 0`: the shell stays until its last program has ended, and Nix waits for the shell.
          args = [
            "-c"
            "${script}; exit 0"
          ];
        };
      forEach =
        packages:
        builtins.listToAttrs (
          map
            (system: {
              name = system;
              value = packages (make system);
            })
            [
              "x86_64-linux"
              "aarch64-linux"
              "aarch64-darwin"
              "x86_64-darwin"
            ]
        );
    in
    {
      packages = forEach (make: rec {
        greeting = make "greeting" "1.0" "echo Hello from a runner > $out";
        hello = make "hello" "2.12.1" "echo ${greeting} > $out";
      });

      # What steps after `mode: hook` build, without naming it to the action.
      builds = forEach (make: {
        early = make "early" "0.1" "echo early > $out";
        late = make "late" "0.2" "echo late > $out";
      });
    };
}
