# Makes derivations from recipes: a JSON file, by name, of
#
#     attributes  what `derivation` takes, as JSON text
#     replaced    [ { text, recipe, output } | { text, by } ]: base names in that text that become those of what another recipe
#                 gives, or `by`
#     inputDrvs   [ { path, outputs } | { recipe, outputs } ]
#     inputSrcs   [ { path } | { recipe } ]: store paths, and .drv files as mere files
#
# The answer has each one's drvPath and output paths.
{ recipesFile }:
let
  plain = builtins.unsafeDiscardStringContext;

  make =
    {
      attributes,
      replaced,
      inputDrvs,
      inputSrcs,
    }:
    let
      nameOf = name: name.by or (baseNameOf (plain made.${name.recipe}.${name.output}));
      given = builtins.fromJSON (
        builtins.replaceStrings (map ({ text, ... }: text) replaced) (map nameOf replaced) attributes
      );

      pathOf = input: input.path or (plain made.${input.recipe}.drvPath);
      contextOf =
        inputs: describe:
        builtins.listToAttrs (
          map (input: {
            name = pathOf input;
            value = describe input;
          }) inputs
        );
      # One path may be an input in both ways; the second call adds to the first one's.
      context = builtins.appendContext (builtins.appendContext "" (
        contextOf inputDrvs (input: {
          inherit (input) outputs;
        })
      )) (contextOf inputSrcs (_: { path = true; }));
    in
    # Nix gathers what all attributes need, so that it does not matter which one says it. `derivation` would not do: its outputs
    # may be called `name`.
    told (derivationStrict (given // { builder = given.builder + context; }));

  # While Nix itself keeps the .drv in the store.
  told = derivation: builtins.trace (plain derivation.drvPath) derivation;

  made = builtins.mapAttrs (_: make) (builtins.fromJSON (builtins.readFile recipesFile));
in
builtins.mapAttrs (_: builtins.mapAttrs (_: plain)) made
