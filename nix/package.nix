# The command line. Its bundle is checked in, so that nothing is downloaded and nothing is compiled.
{
  lib,
  stdenvNoCC,
  installShellFiles,
  makeWrapper,
  nodejs_24,
  git,
  nix,
  openssh,
  xz,
}:

stdenvNoCC.mkDerivation {
  pname = "nar-publish";
  inherit ((lib.importJSON ../package.json)) version;

  src = ../dist/cli;

  nativeBuildInputs = [
    installShellFiles
    makeWrapper
  ];
  dontConfigure = true;
  dontBuild = true;

  installPhase = ''
    runHook preInstall
    mkdir -p $out/lib/nar-publish
    cp -r . $out/lib/nar-publish
    makeWrapper ${lib.getExe nodejs_24} $out/bin/nar-publish \
      --add-flags $out/lib/nar-publish/index.js \
      --suffix PATH : ${
        lib.makeBinPath [
          git
          nix
          openssh
          xz
        ]
      }
    install -Dm444 ${../LICENSE} $out/share/licenses/nar-publish/LICENSE
    install -Dm444 ${../dist/licenses.txt} $out/share/licenses/nar-publish/licenses.txt
    ${lib.optionalString (stdenvNoCC.buildPlatform.canExecute stdenvNoCC.hostPlatform) ''
      for shell in bash zsh fish; do
        $out/bin/nar-publish completion $shell >nar-publish.$shell
      done
      $out/bin/nar-publish man >nar-publish.1
      installShellCompletion nar-publish.bash nar-publish.zsh nar-publish.fish
      installManPage nar-publish.1
    ''}
    runHook postInstall
  '';

  meta = {
    description = "Turn a Git repository into a Nix binary cache";
    license = lib.licenses.mit;
    mainProgram = "nar-publish";
  };
}
