{
  description = "Small programs and the libraries that they need at run time, without nixpkgs";

  outputs =
    { self }:
    let
      # The demo writes the time here, so that each run builds.
      salt = "";
      # How many releases of these programs came before.
      release = 0;

      current =
        versions:
        builtins.elemAt versions (
          if release < builtins.length versions then release else builtins.length versions - 1
        );

      package =
        system: pname: versions: script: extra:
        let
          version = current versions;
        in
        derivation (
          {
            inherit
              system
              pname
              version
              salt
              ;
            name = "${pname}-${version}";
            # No more than a shell: each of the two systems builds for the other as well.
            builder = "/bin/sh";
            # `exit 0`: the shell stays until its last program has ended, and Nix waits for the shell.
            args = [
              "-c"
              "echo building ${pname} ${version}\n${script}\nexit 0"
            ];
            PATH = "/usr/bin:/bin";
          }
          // extra
        );

      # A program of one line, and a manual of so many.
      program =
        system: pname: versions: pages: line:
        package system pname versions ''
          mkdir -p $out/bin $out/share/doc
          printf '#!/bin/sh\n%s\n' '${line}' > $out/bin/${pname}
          chmod +x $out/bin/${pname}
          seq 1 ${pages} > $out/share/doc/${pname}
        '' { }
        // {
          meta.mainProgram = pname;
        };

      packages = system: rec {
        greeting = package system "greeting" [ "1.0.3" ] ''
          mkdir -p $out/share && echo "Hello from a Git repository" > $out/share/greeting
        '' { };
        words = package system "words" [ "2026.09" "2026.10" "2026.11" ] ''
          mkdir -p $out/share && seq 1 $(echo $version | tr -d .) > $out/share/words
        '' { };
        hello = program system "hello" [ "2.12" "2.12.1" "2.12.2" ] "4000" "cat ${greeting}/share/greeting";
        spell = program system "spell" [ "0.9.0" "0.10.0" ] "21000" "${hello}/bin/hello; grep -c 1 ${words}/share/words";
        moon = program system "moon" [ "1.0" "1.0" "1.1" ] "900" "cat ${greeting}/share/greeting; echo The moon is waxing";
        tally = package system "tally" [ "3.1.0" "3.1.1" "3.2.0" ] ''
          mkdir -p $out/bin $doc/share/doc
          printf '#!/bin/sh\nwc -w\n' > $out/bin/tally
          chmod +x $out/bin/tally
          seq 1 9000 > $doc/share/doc/manual
          echo counted $(wc -l < $doc/share/doc/manual) lines of the manual
        '' {
          outputs = [
            "out"
            "doc"
          ];
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
