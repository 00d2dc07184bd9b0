# For which systems an output of a flake (`packages`, `legacyPackages` …) has a package, and a few names that it has for each.
# Nothing is instantiated: only names are looked at.
{
  # System → names that lead from the output to the package.
  paths,
}:
output:
let
  has =
    path: set:
    path == [ ]
    || (
      builtins.isAttrs set
      && set ? ${builtins.head path}
      && has (builtins.tail path) set.${builtins.head path}
    );
  attempt =
    fallback: candidate:
    let
      tried = builtins.tryEval candidate;
    in
    if tried.success then tried.value else fallback;

  # A reader wants ten of nixpkgs' names, and to be told that there are more.
  few =
    names:
    let
      count = builtins.length names;
    in
    builtins.genList (builtins.elemAt names) (if count > 11 then 11 else count);
  namesOf = set: if builtins.isAttrs set then few (builtins.attrNames set) else [ ];
in
builtins.mapAttrs (system: path: {
  has = attempt false (has path output);
  names = attempt [ ] (namesOf (output.${system} or null));
}) paths
