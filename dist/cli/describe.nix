# What the publisher must know of an installable, as plain JSON. Reading `drvPath` writes the .drv to the store.
value:
let
  # tryEval catches `throw` and `assert`, which is what a package set uses for packages that are not to be had.
  stringOr =
    fallback: candidate:
    let
      attempt = builtins.tryEval candidate;
    in
    if attempt.success && builtins.isString attempt.value && attempt.value != "" then
      attempt.value
    else
      fallback;

  fromName = builtins.parseDrvName value.name;
  isList = candidate: builtins.isList candidate && candidate != [ ];
  outputNames = if isList (value.outputs or null) then value.outputs else [ "out" ];

  # As `nix build` takes it: nixpkgs marks the attribute of one output (`pkg.dev`) as that, and Nix before 2.9 knew it without.
  outputName = stringOr null (value.outputName or null);
  isSpecified =
    let
      attempt = builtins.tryEval (value.outputSpecified or false);
    in
    if builtins.compareVersions builtins.nixVersion "2.9" < 0 then
      outputName != builtins.head outputNames
    else
      attempt.success && attempt.value == true;
  specified = if outputName != null && isSpecified then outputName else null;

  # A hand-made derivation with one output need not have an attribute for it.
  outputOf =
    name:
    if name == specified then
      value
    else if outputNames == [ name ] then
      value.${name} or value
    else
      value.${name};

  describe = {
    inherit (value) name drvPath system;
    pname = stringOr fromName.name (value.pname or null);
    version = stringOr (stringOr null fromName.version) (value.version or null);
    mainProgram = stringOr null (value.meta.mainProgram or null);
    inherit specified;
    outputs = map (name: {
      inherit name;
      path = (outputOf name).outPath;
    }) outputNames;
  };
in
if !builtins.isAttrs value then
  { notDerivation = builtins.typeOf value; }
else if (value.type or null) != "derivation" then
  { notDerivation = "set"; attributes = builtins.attrNames value; }
else
  describe
