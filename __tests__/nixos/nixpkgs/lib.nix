# Of nixpkgs' lib what is used here, and the evaluation of one module, which checks what is given against the options' types.
let
  fail = path: what: throw "option ${path}: ${what}";
  checked = name: check: {
    merge = path: value: if check value then value else fail path "is no ${name}";
  };
  merge =
    options: path: given:
    let
      unknown = builtins.filter (name: !(builtins.hasAttr name options)) (builtins.attrNames given);
    in
    if unknown != [ ] then
      fail "${path}.${builtins.head unknown}" "does not exist"
    else
      builtins.mapAttrs (
        name: option:
        if builtins.hasAttr name given then
          option.type.merge "${path}.${name}" given.${name}
        else
          option.default or (fail "${path}.${name}" "has no value")
      ) options;
  types = {
    str = checked "string" builtins.isString;
    attrs = checked "set" builtins.isAttrs;
    package = checked "package" (_: true);
    ints.positive = checked "positive number" (value: builtins.isInt value && value > 0);
    enum = words: checked "word of ${toString words}" (value: builtins.elem value words);
    nullOr = type: { merge = path: value: if value == null then null else type.merge path value; };
    attrsOf = type: {
      merge = path: builtins.mapAttrs (name: value: type.merge "${path}.${name}" value);
    };
    submodule = { options }: { merge = merge options; };
  };
  lib = {
    inherit types;
    mkOption = option: option;
    mkIf = condition: value: if condition then value else { };
    optionalString = condition: text: if condition then text else "";
    optional = condition: value: if condition then [ value ] else [ ];
    optionalAttrs = condition: value: if condition then value else { };
    nameValuePair = name: value: { inherit name value; };
    mapAttrs' = make: set: builtins.listToAttrs (builtins.attrValues (builtins.mapAttrs make set));
    genAttrs =
      names: make:
      builtins.listToAttrs (
        map (name: {
          inherit name;
          value = make name;
        }) names
      );
    # To the depth that is needed: systems, and their checks.
    recursiveUpdate = one: other: one // builtins.mapAttrs (name: value: one.${name} or { } // value) other;
    importJSON = file: builtins.fromJSON (builtins.readFile file);
    getExe = program: "${program}/bin/${program.meta.mainProgram or program.name}";
    makeBinPath = packages: builtins.concatStringsSep ":" (map (one: "${one}/bin") packages);
    licenses.mit = "MIT";
    evaluateModule =
      {
        module,
        settings,
        machine,
        pkgs,
      }:
      let
        found = (import module) {
          inherit lib pkgs;
          config = machine // {
            services.nar-publish = merge found.options.services.nar-publish "services.nar-publish" settings;
          };
        };
      in
      found;
  };
in
lib
