# What version-sync must know of a package, as plain JSON: what describe.nix tells of any derivation, and what `meta` says.
describe: value:
let
  isText = candidate: builtins.isString candidate && candidate != "";
  # nixpkgs allows a list of addresses too.
  firstText = candidate: if builtins.isList candidate then builtins.head candidate else candidate;
  textOrNull =
    candidate:
    let
      attempt = builtins.tryEval (firstText candidate);
    in
    if attempt.success && isText attempt.value then
      builtins.unsafeDiscardStringContext attempt.value
    else
      null;

  # Patterns such as { cpu.bits = 64; } name no system.
  systemNames =
    candidates:
    let
      attempt = builtins.tryEval (if builtins.isList candidates then candidates else [ ]);
    in
    builtins.filter (name: name != null) (map textOrNull (if attempt.success then attempt.value else [ ]));

  bad = systemNames (value.meta.badPlatforms or null);
  named = systemNames (value.meta.platforms or null);

  meta = {
    homepage = textOrNull (value.meta.homepage or null);
    changelog = textOrNull (value.meta.changelog or null);
    platforms =
      if named == [ ] then null else builtins.filter (name: !(builtins.elem name bad)) named;
  };
in
if (value.type or null) == "derivation" then describe value // meta else describe value
