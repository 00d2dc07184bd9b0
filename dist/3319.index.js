export const id = 3319;
export const ids = [3319,7230];
export const modules = {

/***/ 95786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readNixSettings),
/* harmony export */   x: () => (/* binding */ userConfFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84280);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59094);



/** Nix's settings as this user's commands have them, by name. */
async function readNixSettings(nix) {
    // So it was called before 2.20, and others that count otherwise may call it so.
    const old = { program: 'nix', args: ['show-config'] };
    const now = (0,_nix_js__WEBPACK_IMPORTED_MODULE_1__/* .isAtLeast */ .du)(nix.version, 2, 20)
        ? await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .runNix */ .dI)(nix, { program: 'nix', args: ['config', 'show'] })
        : null;
    const text = now?.status === 0 ? now.stdout : await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .expectNix */ .lr)(nix, old);
    const settings = text.split('\n').map((line) => /^([\w-]+) = ?(.*)$/.exec(line));
    return new Map(settings.flatMap((match) => (match?.[1] === undefined ? [] : [[match[1], match[2] ?? '']])));
}
/**
 * The files with this user's own settings, absolute, the one that goes before the others first. NIX_USER_CONF_FILES takes the place of
 * Nix's usual ones: whoever sets it keeps these in the list.
 */
function userConfFiles(env) {
    const given = env['NIX_USER_CONF_FILES'];
    if (given !== undefined && given !== '')
        return given.split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);
    const home = env['XDG_CONFIG_HOME'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(env['HOME'] ?? '/', '.config');
    const others = (env['XDG_CONFIG_DIRS'] ?? '/etc/xdg').split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);
    return [home, ...others].map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'nix', 'nix.conf'));
}


/***/ }),

/***/ 88842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mayWrite),
/* harmony export */   JW: () => (/* binding */ isOnlyPinned),
/* harmony export */   P1: () => (/* binding */ isOnlyBuilt),
/* harmony export */   SK: () => (/* binding */ isRehearsal)
/* harmony export */ });
/* harmony import */ var _pull_request_events_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63328);

/** A dry run writes nothing; neither does a fork's pull request, whose token is read-only, nor one that is only to be built. */
function mayWrite(run) {
    return !run.inputs.dryRun && !run.environment.isForkPullRequest && !isOnlyBuilt(run);
}
/** `on-pull-request: build`, also where the event's file does not say which pull request it is. */
function isOnlyBuilt({ inputs, environment }) {
    return (0,_pull_request_events_js__WEBPACK_IMPORTED_MODULE_0__/* .isPullRequestEvent */ .T5)(environment.eventName) && inputs.onPullRequest === 'build';
}
/** A dry run whose subjects are to be attested: it has no key by design, as another run publishes. */
function isRehearsal({ inputs }) {
    return inputs.dryRun && inputs.provenance.subjects !== null;
}
/** `on-pull-request: pin`: what it brings gets pins of the pull request, and no place in the index. */
function isOnlyPinned({ inputs, environment }) {
    return environment.pullRequest !== null && inputs.onPullRequest === 'pin';
}


/***/ }),

/***/ 37230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ keepConfig),
/* harmony export */   withKeptConfig: () => (/* binding */ withKeptConfig)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55993);


/**
 * Keeps what `queues` says until the end of the job: the file that it names lies where every step of the job can change it, and
 * what was queued for one destination is not sent to another then, nor is it lost when the file is gone.
 */
function keepConfig(place, { given }) {
    const { queues = '' } = given;
    if (queues !== '')
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(fileOf(place), queues, { mode: 0o600 });
}
/** An environment whose input `queues` is what was kept. */
function withKeptConfig(place, environment) {
    const file = fileOf(place);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file)
        ? { ...environment, input: (name) => (name === 'queues' ? file : environment.input(name)) }
        : environment;
}
function fileOf(place) {
    return (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .stateFile */ .Ed)(place, 'queues.json');
}


/***/ }),

/***/ 23319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startHook: () => (/* binding */ startHook)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/nix/settings.ts
var nix_settings = __webpack_require__(95786);
// EXTERNAL MODULE: ./src/publish/open-target.ts + 29 modules
var open_target = __webpack_require__(10295);
// EXTERNAL MODULE: ./src/publish/run.ts
var run = __webpack_require__(88842);
// EXTERNAL MODULE: ./src/scratch.ts
var src_scratch = __webpack_require__(7897);
// EXTERNAL MODULE: ./src/queue/background.ts + 2 modules
var background = __webpack_require__(59481);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/nix/gc-roots.ts
var gc_roots = __webpack_require__(44681);
// EXTERNAL MODULE: ./src/nix/run.ts
var nix_run = __webpack_require__(59094);
// EXTERNAL MODULE: ./src/queue/entries.ts
var entries = __webpack_require__(95671);
// EXTERNAL MODULE: ./src/queue/gc-roots.ts
var queue_gc_roots = __webpack_require__(92113);
// EXTERNAL MODULE: ./src/queue/layout.ts
var layout = __webpack_require__(55993);
;// CONCATENATED MODULE: ./src/queue/install-hook.ts










/**
 * Writes the hook and a nix.conf that names it, and sees with a build of nothing that it is in force. Throws HOOK_OVERRIDDEN,
 * HOOK_NOT_TRUSTED, HOOK_FAILED.
 */
async function installHook(nix, place, names) {
    const folders = names.map((name) => (0,layout/* linksFolder */.gw)(place, name));
    const hook = (0,layout/* stateFile */.Ed)(place, 'hook');
    const conf = (0,layout/* stateFile */.Ed)(place, 'nix.conf');
    (0,external_node_fs_.writeFileSync)(hook, hookScript(folders, (0,gc_roots/* rootsFolder */.U)(nix.env)), { mode: 0o700 });
    (0,external_node_fs_.writeFileSync)(conf, `post-build-hook = ${hook}\n`, { mode: 0o600 });
    const before = (await (0,nix_settings/* readNixSettings */.r)(nix)).get('post-build-hook') ?? '';
    const userConfFiles = [conf, ...(0,nix_settings/* userConfFiles */.x)(nix.env)].join(external_node_path_.delimiter);
    const hooked = { ...nix, env: { ...nix.env, NIX_USER_CONF_FILES: userConfFiles } };
    const after = (await (0,nix_settings/* readNixSettings */.r)(hooked)).get('post-build-hook') ?? '';
    if (after !== hook) {
        throw new errors/* NarPublishError */.f9({
            code: 'HOOK_OVERRIDDEN',
            subject: 'post-build-hook',
            reason: `Nix has ${after === '' ? 'none' : JSON.stringify(after.slice(0, 200))} although a nix.conf of this job sets it`
        });
    }
    const warnings = before === '' || before === hook
        ? []
        : [
            `The post-build-hook ${JSON.stringify(before.slice(0, 200))} is not run for the rest of this job: Nix has one hook only.`
        ];
    return { userConfFiles, warnings: [...warnings, ...(await tryHook(nix, hooked, folders))] };
}
/**
 * A daemon leaves out the settings of who it does not trust, and only says so in a warning: whether the hook runs is seen when it
 * has run. Answers with what could not be tried.
 */
async function tryHook(nix, hooked, folders) {
    const name = `nar-publish-hook-probe-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    const expression = `derivation {
    name = "${name}"; system = builtins.currentSystem; builder = "/bin/sh"; args = [ "-c" "echo > $out; exit 0" ];
    preferLocalBuild = true; allowSubstitutes = false;
  }`;
    const args = ['build', '--impure', '--no-link', '--expr', expression];
    const probeBuild = (from) => (0,nix_run/* runNix */.dI)(from, { program: 'nix', args });
    const ended = await probeBuild(hooked);
    const isProbe = (path) => path.endsWith(name);
    const found = folders.map((folder) => ({
        folder,
        probe: (0,entries/* readQueue */.Qf)(folder).entries.find(({ storePath }) => isProbe(storePath))?.storePath
    }));
    for (const { folder, probe } of found) {
        if (probe === undefined)
            continue;
        (0,entries/* removeEntries */.nw)(folder, [probe]);
        (0,queue_gc_roots/* forgetRoot */.k)(nix, folder, probe);
    }
    if (found.every(({ probe }) => probe !== undefined))
        return [];
    if (ended.status !== 0) {
        const plain = await probeBuild(nix);
        const reason = (0,nix_run/* nixWords */.b3)(ended.stderr);
        // Each build of the job would fail as this one did.
        if (plain.status === 0) {
            throw new errors/* NarPublishError */.f9({ code: 'HOOK_FAILED', subject: 'post-build-hook', reason });
        }
        return [`Whether the hook runs could not be tried: ${reason}`];
    }
    const ignored = /ignoring the (?:client-specified|user-specified|restricted)[^\n]*/i.exec(ended.stderr);
    throw new errors/* NarPublishError */.f9({
        code: 'HOOK_NOT_TRUSTED',
        subject: 'post-build-hook',
        reason: `Nix built a derivation and did not run the hook${ignored === null ? '' : ` (${ignored[0].slice(0, 300)})`}`
    });
}
/**
 * The program that Nix runs after each build: for each queue a link to every output, and a link of Nix's own to that. Nothing
 * else, as builds wait for it; its exit status is always 0, as a failed hook stops all further builds. `-f`: what was built
 * again is queued again; `-n`: `ln` would follow the link that is there, and write into an output that is a folder. Nix 2.8 leaves
 * OUT_PATHS empty: then the derivation's own file tells its outputs, which spares a process.
 */
function hookScript(folders, roots) {
    return `#!/bin/sh
# Made by nar-publish. Nix gives the outputs in OUT_PATHS, with spaces between.
PATH=\${PATH:+$PATH:}/usr/bin:/bin:/run/current-system/sw/bin:/nix/var/nix/profiles/default/bin
set -f
IFS=' '
if [ -z "\${OUT_PATHS:-}" ]; then
  OUT_PATHS=
  # Derive([("out","/nix/store/…","",""),…],[…
  IFS= read -r text < "$DRV_PATH"
  text=\${text#*[}
  IFS='"'
  for path in \${text%%]*}; do
    case $path in
      /*) if [ -e "$path" ]; then OUT_PATHS="$OUT_PATHS $path"; fi ;;
    esac
  done
  IFS=' '
fi
if [ -z "$OUT_PATHS" ]; then
  echo "nar-publish: not queued: \${DRV_PATH:-}" >&2
  exit 0
fi
enqueue() {
  ln -s -f -n -- $OUT_PATHS "$1/" || return
  for path in $OUT_PATHS; do
    name=\${path##*/}
    ln -s -f -n -- "$1/$name" "$2\${name%%-*}" || return
  done
}
[ -d ${shellQuote(roots)} ] || mkdir -p ${shellQuote(roots)}
${folders.map((folder) => enqueueLine(folder, `${roots}/${(0,gc_roots/* rootPrefix */.RO)(folder)}`)).join('\n')}
exit 0
`;
}
function enqueueLine(folder, prefix) {
    return `enqueue ${shellQuote(folder)} ${shellQuote(prefix)} || echo "nar-publish: not queued: $OUT_PATHS" >&2`;
}
function shellQuote(text) {
    return `'${text.replaceAll("'", () => `'\\''`)}'`;
}

// EXTERNAL MODULE: ./src/queue/kept-config.ts
var kept_config = __webpack_require__(37230);
;// CONCATENATED MODULE: ./src/queue/nix-settings.ts
/** What a garbage collection could take out of closures of this kind before they are published. */
function closureWarnings(closure, settings) {
    const isOff = (name) => settings.get(name) === 'false';
    const derivations = 'Nix’s setting `keep-derivations` is off: a garbage collection deletes the derivations of what is queued';
    const outputs = 'Nix’s setting `keep-outputs` is off: outputs that were needed for building only may be missing, or be deleted by a garbage collection';
    const needsDerivations = closure === 'source' || closure === 'cache';
    return [
        ...(needsDerivations && isOff('keep-derivations')
            ? [`closure \`${closure}\`: ${derivations}.`]
            : []),
        ...(closure === 'cache' && isOff('keep-outputs') ? [`closure \`${closure}\`: ${outputs}.`] : [])
    ];
}

;// CONCATENATED MODULE: ./src/queue/start-hook.ts











/** From now on every build of the job is queued. Answers with NIX_USER_CONF_FILES for the steps that follow. */
async function startHook(start) {
    const { inputs, environment, log, place } = start;
    return log.group('Install the hook', async () => {
        const nix = await (0,nix_nix/* openRunNix */.RC)(start);
        const names = inputs.queues.map(({ name }) => name);
        (0,layout/* makeFolders */.wZ)(place, names);
        (0,kept_config/* keepConfig */.A)(place, inputs);
        const settings = await (0,nix_settings/* readNixSettings */.r)(nix);
        for (const { name, closure } of inputs.queues) {
            for (const text of closureWarnings(closure, settings))
                log.warning(`queue ${name}: ${text}`);
        }
        const { userConfFiles, warnings } = await installHook(nix, place, names);
        for (const text of warnings)
            log.warning(text);
        for (const queue of inputs.queues)
            await warnOfRefusal(start, queue);
        await (0,background/* startBackground */.r)(place, inputs, environment, start.entry);
        for (const { name, closure, interval } of inputs.queues) {
            log.info(`queue ${name}: ${(0,layout/* linksFolder */.gw)(place, name)}, closure ${closure}, every ${interval / 1000} s`);
        }
        return userConfFiles;
    });
}
/** Nobody waits for a host here that does not answer at once: the queue has the whole job for that. */
const hasty = { requestTime: 15_000, requestAttempts: 3 };
/**
 * Says at once what the queue would be refused when everything is built. No error: other queues are not refused, and a job that builds
 * nothing new has nothing to publish.
 */
async function warnOfRefusal({ environment, log }, { name, destination }) {
    if (destination.kind !== 'git' || destination.inputs.target.kind !== 'github')
        return;
    const { inputs } = destination;
    if (!(0,run/* mayWrite */.J)({ inputs, environment }))
        return;
    const scratch = (0,src_scratch/* makeScratch */.lP)(environment.scratchParent);
    try {
        const run = { inputs, environment, scratch, log, timings: [], limits: hasty };
        const [target, before] = await (0,open_target/* openTarget */.A)(run, { publishes: true });
        const refusal = await target.refusal(before);
        if (refusal !== null)
            throw refusal;
    }
    catch (error) {
        log.warning(`queue ${name}: what is built would not be published. ${(0,errors/* asNarPublishError */.tS)(error).message}`);
    }
    finally {
        (0,src_scratch/* removeScratch */.ZU)(scratch, environment.scratchParent);
    }
}


/***/ })

};
