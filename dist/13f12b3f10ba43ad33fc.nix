# What one output of a flake (`packages`, `checks` …) holds at some places, each described as describe.nix does it. tryEval keeps a
# `throw` from hiding the others; what it does not catch (abort, a missing attribute, endless recursion) ends the evaluation.
#
# requests: [ { path; kind; most; } ], a path below the output, answered in their order. What is looked at is told before, and its answer as soon
# as it is known, on lines that begin with `mark`: it is known what ended an evaluation, and what was there by then. kind:
#   one      what stands there
#   each     every derivation of the set there, and of the sets in it that say `recurseForDerivations`: all names, and the first `most` members
#   member   as `each` sees one attribute: nothing when it is no derivation
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

  # Before the next one is begun.
  whole = value: builtins.deepSeq value value;
  tell = said: builtins.trace (mark + builtins.toJSON said);
  told =
    at: value:
    tell { inherit at; } (
      let
        answer = whole value;
      in
      builtins.seq answer (tell { inherit at answer; } answer)
    );

  # The same as `each`, of which every member is told.
  eachTold =
    index: most: path: set:
    let
      names = builtins.attrNames set;
      count = builtins.length names;
      memberAt =
        at:
        let
          name = builtins.elemAt names at;
        in
        told [ index at ] { entries = member (deepest - 1) (path ++ [ name ]) set.${name}; };
    in
    tell {
      at = [ index ];
      inherit names;
    } {
      inherit names;
      members = builtins.genList memberAt (if most < count then most else count);
    };

  answers = index: most: {
    one = path: value: { entries = [ (entry path value) ]; };
    each =
      path: value: if builtins.isAttrs value then eachTold index most path value else { missing = true; };
    member = path: value: { entries = member (deepest - 1) path value; };
    exists = path: value: { };
  };

  answer =
    index:
    {
      path,
      kind,
      most,
    }:
    let
      result = builtins.tryEval (
        let
          found = find path output;
        in
        if found == [ ] then
          { missing = true; }
        else
          (answers index most).${kind} path (builtins.head found)
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
in
builtins.genList (
  index:
  let
    request = builtins.elemAt requests index;
    value = answer index request;
  in
  if request.kind == "each" then
    tell { at = [ index ]; } (whole value)
  else
    told [ index ] value
) (builtins.length requests)
