# Packages of this stand-in: programs of the machine under a store path, and builders that a shell is enough for.
{ lib, system }:
let
  build =
    name: attributes: script:
    derivation (
      attributes
      // {
        inherit name system;
        builder = "/bin/sh";
        args = [
          "-e"
          "-c"
          ''
            export PATH=/usr/bin:/bin
            for input in ''${nativeBuildInputs:-}; do PATH=$input/bin:$PATH; done
            ${script}
          ''
        ];
      }
    );
  program =
    name: from:
    build name { } ''
      mkdir -p $out/bin
      ln -s ${from} $out/bin/${name}
    '';
  pkgs = {
    inherit lib;
    callPackage =
      file: given:
      let
        make = import file;
      in
      make (builtins.intersectAttrs (builtins.functionArgs make) pkgs // given);
    stdenv.hostPlatform = { inherit system; };
    stdenvNoCC.buildPlatform.canExecute = _: true;
    stdenvNoCC.hostPlatform = { inherit system; };
    stdenvNoCC.mkDerivation =
      { meta, ... }@given:
      let
        attributes = builtins.removeAttrs given [ "meta" ];
        made = build "${given.pname}-${given.version}" attributes ''
          runHook() { :; }
          cp -r $src source
          chmod -R u+w source
          cd source
          ${given.installPhase}
        '';
      in
      made // given;
    runCommand = build;
    makeWrapper = build "makeWrapper" {
      passAsFile = [ "wrapper" ];
      wrapper = ''
        #!/bin/sh
        # makeWrapper PROGRAM FILE --add-flags FLAGS --suffix PATH : FOLDERS
        [ "$3 $5 $6 $7" = "--add-flags --suffix PATH :" ] || exit 1
        mkdir -p "''${2%/*}"
        printf '#!/bin/sh\nPATH=$PATH:%s exec %s %s "$@"\n' "$8" "$1" "$4" >"$2"
        chmod +x "$2"
      '';
    } ''
      mkdir -p $out/bin
      cp $wrapperPath $out/bin/makeWrapper
      chmod +x $out/bin/makeWrapper
    '';
    installShellFiles = build "installShellFiles" { } ''
      mkdir -p $out/bin
      printf '#!/bin/sh\nmkdir -p $out/share/completions && cp "$@" $out/share/completions\n' >$out/bin/installShellCompletion
      printf '#!/bin/sh\nmkdir -p $out/share/man/man1 && cp "$@" $out/share/man/man1\n' >$out/bin/installManPage
      chmod +x $out/bin/*
    '';
    mkShellNoCC = { packages }: build "shell" { inherit packages; } "echo $packages >$out";
    writeText = name: text: "${builtins.toFile name text}";
    writeTextFile = { name, text, ... }: "${builtins.toFile name text}";
    # The test puts its own Node in here.
    nodejs_24 = program "node" "@node@";
  }
  // lib.genAttrs [
    "curl"
    "git"
    "jq"
    "nix"
    "nixfmt-tree"
    "openssh"
    "shellcheck"
    "xz"
    "zstd"
  ] (name: program name "/usr/bin/${name}");
in
pkgs
