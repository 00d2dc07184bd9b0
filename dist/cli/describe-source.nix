# A package's main source, and where in it its build works. Nothing else of the package is looked at: it need not evaluate.
value:
let
  textOf =
    name:
    let
      found = builtins.tryEval (value.${name} or null);
    in
    if found.success && builtins.isString found.value then
      builtins.unsafeDiscardStringContext found.value
    else
      "";
  src = builtins.tryEval (value.src or value.unwrapped.src or null);
in
{
  drvPath = if src.success && (src.value.type or null) == "derivation" then src.value.drvPath else null;
  folders = map textOf [
    "sourceRoot"
    "cargoRoot"
    "modRoot"
    "npmRoot"
    "pnpmRoot"
    "yarnRoot"
    "buildAndTestSubdir"
  ];
}
