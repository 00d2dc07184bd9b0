# The package that a .nix file makes, handed to `describe`. Paths are absolute; what does not apply is the empty string.
{ describe }:
{
  file,
  # JSON: a list of names.
  attributePath,
  system,
  # That was given by the user.
  nixpkgs,
  # Root of the checkout, when that may be a nixpkgs.
  checkout,
  # Name of the package, when the file is its pkgs/by-name/…/package.nix.
  byName,
}:
let
  pathOf = text: /. + text;

  # As it comes, whatever the user's own configuration and overlays are.
  packagesOf =
    path:
    let
      imported = import path;
    in
    if builtins.isFunction imported then
      imported (
        builtins.intersectAttrs (builtins.functionArgs imported) {
          inherit system;
          config = { };
          overlays = [ ];
        }
      )
    else
      imported;

  own = packagesOf (pathOf checkout);
  isNixpkgs =
    checkout != ""
    && (builtins.tryEval (own ? callPackage && (byName == "" || own ? ${byName}))).value;
  givenOr = fallback: if nixpkgs != "" then packagesOf (pathOf nixpkgs) else fallback;
  packages = givenOr (if isNixpkgs then own else packagesOf <nixpkgs>);

  # `pkgs: …` has no argument names to ask for, and neither has `{ }: …`; only this tells one from the other.
  takesOneValue =
    function: builtins.length (builtins.split "<varpat name=" (builtins.toXML function)) > 1;
  call =
    function:
    let
      arguments = builtins.functionArgs function;
      hasRequired = builtins.elem false (builtins.attrValues arguments);
      given = {
        inherit system;
      }
      # Else its own default counts, which may be a nixpkgs that the project pins.
      // (if nixpkgs == "" then { } else { pkgs = packages; nixpkgs = pathOf nixpkgs; });
    in
    if takesOneValue function then
      function packages
    else if hasRequired then
      packages.callPackage function { }
    else
      function (builtins.intersectAttrs arguments given);

  value =
    let
      imported = import (pathOf file);
    in
    if nixpkgs == "" && byName != "" && isNixpkgs then
      own.${byName}
    else if nixpkgs == "" && file == "${checkout}/default.nix" && isNixpkgs then
      own
    else if builtins.isFunction imported then
      call imported
    else
      imported;

  select =
    set: path: done:
    let
      name = builtins.head path;
    in
    if path == [ ] then
      describe set
    else if builtins.isAttrs set && set ? ${name} then
      select set.${name} (builtins.tail path) (done ++ [ name ])
    else
      {
        missing = done ++ [ name ];
        attributes = if builtins.isAttrs set then builtins.attrNames set else [ ];
      };
in
select value (builtins.fromJSON attributePath) [ ]
