# What version-sync must know of a package, as plain JSON: what describe.nix tells of any derivation, and what `meta` says.
describe: unread: value:
let
  # `nix build` never reads meta, so that an error in it, which tryEval cannot catch, is no reason to fail: it is told by its name, and the
  # attribute is asked for no more.
  read =
    name:
    if builtins.elem name unread then
      null
    else
      builtins.addErrorContext "while nar-publish reads meta.${name}" (value.meta.${name} or null);

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

  bad = systemNames (read "badPlatforms");
  named = systemNames (read "platforms");

  meta = {
    homepage = textOrNull (read "homepage");
    changelog = textOrNull (read "changelog");
    platforms =
      if named == [ ] then null else builtins.filter (name: !(builtins.elem name bad)) named;
  };
in
if (value.type or null) == "derivation" then
  describe (value // { meta.mainProgram = read "mainProgram"; }) // meta
else
  describe value
