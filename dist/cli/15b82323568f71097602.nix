# What one output of a flake (`packages`, `checks` …) holds at some places, each described as describe.nix does it. tryEval keeps a
# `throw` from hiding the others; what it does not catch (abort, a missing attribute, endless recursion) ends the evaluation.
#
# requests: [ { path; kind; } ], a path below the output, answered in their order; `mark` and the number of one is told before it is looked
# at, so that it is known what ended the evaluation. kind:
#   one      what stands there
#   each     every derivation of the set there, and of the sets in it that say `recurseForDerivations`
#   member   as `each` sees one attribute: nothing when it is no derivation
#   names    the names there, nothing of which is looked at
#   exists   whether anything is there
{
  describe,
  mark,
  requests,
}:
output:
let
  deepest = 5;

  attempt =
    value:
    let
      result = builtins.tryEval (builtins.deepSeq value value);
    in
    if result.success then result.value else null;

  entry =
    path: value:
    let
      described = attempt (describe value);
    in
    { inherit path; } // (if described == null then { failed = true; } else { inherit described; });

  kindOf =
    value:
    let
      result = builtins.tryEval (
        if !builtins.isAttrs value then
          "other"
        else if (value.type or null) == "derivation" then
          "derivation"
        else if (value.recurseForDerivations or false) == true then
          "set"
        else
          "other"
      );
    in
    if result.success then result.value else "failed";

  member =
    depth: path: value:
    let
      kind = kindOf value;
    in
    if kind == "derivation" || kind == "failed" then
      [ (entry path value) ]
    else if kind == "set" && depth > 0 then
      each depth path value
    else
      [ ];

  each =
    depth: path: set:
    builtins.concatMap (name: member (depth - 1) (path ++ [ name ]) set.${name}) (
      builtins.attrNames set
    );

  # A list of what is there: one value, or none.
  find =
    path: value:
    if path == [ ] then
      [ value ]
    else if builtins.isAttrs value && value ? ${builtins.head path} then
      find (builtins.tail path) value.${builtins.head path}
    else
      [ ];

  answers = {
    one = path: value: { entries = [ (entry path value) ]; };
    each =
      path: value:
      if builtins.isAttrs value then { entries = each deepest path value; } else { missing = true; };
    member = path: value: { entries = member deepest path value; };
    exists = path: value: { };
    names =
      path: value:
      if builtins.isAttrs value then { names = builtins.attrNames value; } else { missing = true; };
  };

  answer =
    { path, kind }:
    let
      result = builtins.tryEval (
        let
          found = find path output;
        in
        if found == [ ] then { missing = true; } else answers.${kind} path (builtins.head found)
      );
    in
    if result.success then
      result.value
    else
      {
        entries = [
          {
            inherit path;
            failed = true;
          }
        ];
      };

  # Before the next one is begun.
  whole = value: builtins.deepSeq value value;
in
builtins.genList (
  index:
  builtins.trace (mark + toString index) (whole (answer (builtins.elemAt requests index)))
) (builtins.length requests)
