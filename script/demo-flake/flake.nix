{
  description = "A small program and the library that it needs at run time, without nixpkgs";

  outputs =
    { self }:
    let
      # The demo writes the time here, so that each run builds.
      salt = "";
      package =
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
          # `exit 0`: the shell stays until its last program has ended, and Nix waits for the shell.
          args = [
            "-c"
            "${script}\nexit 0"
          ];
          PATH = "/usr/bin:/bin";
        };

      packages = system: rec {
        greeting = package system "greeting" "1.0.3" ''
          mkdir -p $out/share && echo "Hello from a Git repository" > $out/share/greeting
        '';
        hello =
          package system "hello" "2.12.1" ''
            mkdir -p $out/bin
            printf '#!/bin/sh\ncat ${greeting}/share/greeting\n' > $out/bin/hello
            chmod +x $out/bin/hello
          ''
          // {
            meta.mainProgram = "hello";
          };
        default = hello;
      };
    in
    {
      packages = builtins.listToAttrs (
        map
          (system: {
            name = system;
            value = packages system;
          })
          [
            "x86_64-linux"
            "aarch64-linux"
          ]
      );
    };
}
