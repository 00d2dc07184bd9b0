# The derivations of a set by their names, for as many as evaluate: a path, null for one that fails, and false for what is none.
set:
let
  orNull =
    candidate:
    let
      attempt = builtins.tryEval candidate;
    in
    if attempt.success then attempt.value else null;
  derivationOf =
    value:
    if (value.type or null) == "derivation" then
      builtins.unsafeDiscardStringContext value.drvPath
    else
      false;
in
if builtins.isAttrs set && (set.type or null) != "derivation" then
  builtins.mapAttrs (_: value: orNull (derivationOf value)) set
else
  null
