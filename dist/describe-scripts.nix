# Programs that a package brings for making files beside it, each as words and the derivations that these name. null: there is none.
value:
let
  drvPathsIn =
    text:
    let
      context = builtins.getContext text;
    in
    builtins.filter (path: context.${path} ? outputs) (builtins.attrNames context);
  # A derivation, a path, a text, a list of these, or a set with `command`.
  program =
    candidate:
    let
      isSet = builtins.isAttrs candidate && !(candidate ? outPath);
      command = if isSet then candidate.command or null else candidate;
      words = map toString (if builtins.isList command then command else [ command ]);
    in
    if command == null || words == [ ] then
      null
    else
      {
        argv = map builtins.unsafeDiscardStringContext words;
        drvPaths = builtins.concatLists (map drvPathsIn words);
      };
  tried =
    candidate:
    let
      made = program candidate;
      attempt = builtins.tryEval (builtins.deepSeq made made);
    in
    if attempt.success then attempt.value else null;
in
{
  fetchDeps = tried (value.fetch-deps or value.passthru.fetch-deps or value.fetchDeps or null);
  mitmCache = tried (value.mitmCache.updateScript or null);
  updateScript = tried (value.updateScript or value.passthru.updateScript or null);
}
