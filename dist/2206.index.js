export const id = 2206;
export const ids = [2206];
export const modules = {

/***/ 92206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStep: () => (/* binding */ runStep)
});

// UNUSED EXPORTS: runMode

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/runner-commands.ts
var runner_commands = __webpack_require__(73280);
;// CONCATENATED MODULE: ./src/action-log.ts




/** Between two lines about the same long step, in milliseconds. */
const progressInterval = 10_000;
/** The log of a job: workflow commands for the runner, and foreign text kept from being one. */
function actionLog() {
    // While a fence is up the runner reads no commands, ours included: what would be one waits.
    let fences = 0;
    let fenceWord = '';
    let waiting = [];
    const lastProgress = new Map();
    const onceHeard = (send) => {
        if (fences > 0)
            waiting.push(send);
        else
            send();
    };
    const raise = () => {
        if (fences === 0) {
            fenceWord = (0,external_node_crypto_.randomUUID)();
            process.stdout.write(`::stop-commands::${fenceWord}\n`);
        }
        fences += 1;
    };
    const lower = () => {
        fences -= 1;
        if (fences > 0)
            return;
        process.stdout.write(`::${fenceWord}::\n`);
        const commands = waiting;
        waiting = [];
        for (const send of commands)
            send();
    };
    return {
        info: (line) => {
            print((0,harmless/* logLines */.OG)(line));
        },
        warning: (line) => {
            onceHeard(() => {
                (0,runner_commands/* command */.G5)('warning', (0,harmless/* plainLines */.y1)(line));
            });
        },
        debug: (line) => {
            onceHeard(() => {
                (0,runner_commands/* command */.G5)('debug', (0,harmless/* plainLines */.y1)(line));
            });
        },
        group: async (heading, body) => {
            (0,runner_commands/* command */.G5)('group', (0,harmless/* logLines */.OG)(heading));
            try {
                return await body();
            }
            finally {
                (0,runner_commands/* command */.G5)('endgroup');
            }
        },
        fenced: async (body) => {
            const written = { endsInLine: false };
            raise();
            try {
                return await body((chunk) => {
                    if (chunk.length === 0)
                        return;
                    process.stdout.write(chunk);
                    written.endsInLine = chunk.at(-1) !== '\n' && chunk.at(-1) !== 10;
                });
            }
            finally {
                // The closing command must stand at the start of a line, or the runner does not see it.
                if (written.endsInLine)
                    process.stdout.write('\n');
                lower();
            }
        },
        progress: (step, done, total) => {
            const now = Date.now();
            const isLast = done >= total;
            const last = lastProgress.get(step);
            if (last === undefined)
                lastProgress.set(step, now);
            else if (now - last >= progressInterval && !isLast) {
                lastProgress.set(step, now);
                print((0,harmless/* logLines */.OG)(`${step}: ${(0,pretty_bytes/* default */.A)(done)} of ${(0,pretty_bytes/* default */.A)(total)}`));
            }
        }
    };
}
function print(line) {
    process.stdout.write(`${line}\n`);
}

// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/modes.ts
var modes = __webpack_require__(84257);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/refuse.ts
var refuse = __webpack_require__(69901);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(90832);
// EXTERNAL MODULE: ./src/inputs/phases.ts
var phases = __webpack_require__(29405);
// EXTERNAL MODULE: ./src/inputs/runner-map.ts
var runner_map = __webpack_require__(35112);
// EXTERNAL MODULE: ./src/publish/inputs.ts + 7 modules
var inputs = __webpack_require__(86611);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/matrix/exclude.ts
var exclude = __webpack_require__(50227);
;// CONCATENATED MODULE: ./src/matrix/inputs.ts








/**
 * Throws INPUT_INVALID, INPUT_MISSING, SYSTEM_UNKNOWN, TOKEN_MISSING, REPOSITORY_INVALID, BRANCH_INVALID.
 */
function parseMatrixInputs(environment, secrets) {
    const attributes = [...new Set((0,readers/* lines */.Mn)(environment.input('flake-attribute')))];
    if (attributes.length === 0) {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_MISSING',
            subject: 'input flake-attribute',
            reason: 'it is empty, so there is nothing to make jobs for',
            hint: 'Give attributes one a line, for example `.#packages.*` for every package of the flake.',
            terminal: { reason: 'it is empty', hint: 'Give attributes, for example `.#packages.*`.' }
        });
    }
    const runners = (0,runner_map/* parseRunnerMap */.e6)(environment);
    return {
        mode: 'matrix',
        attributes,
        systems: parseMatrixSystems(environment, runners),
        closure: (0,inputs/* parseClosure */.JK)(environment),
        runners,
        exclude: (0,readers/* lines */.Mn)(environment.input('exclude')).map(exclude/* parseExclude */.E),
        rowWeight: (0,readers/* parseCount */.zq)(environment, 'row-weight', 1, 100_000),
        planDirectory: environment.input('output-directory') === '' ? null : (0,phases/* parseOutputDirectory */.m)(environment),
        failOnEvalError: (0,readers/* parseBoolean */.yG)(environment, 'fail-on-eval-error'),
        unsigned: (0,readers/* parseBoolean */.yG)(environment, 'unsigned'),
        ...(0,inputs/* parseReadTargetInputs */.wH)(environment, secrets)
    };
}
function parseMatrixSystems(environment, runners) {
    const given = (0,common/* givenSystems */.uG)(environment);
    const homeless = given.find((system) => !runners.has(system));
    if (homeless !== undefined) {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: 'inputs systems and runner-map',
            reason: `there is no runner for ${(0,src_text/* quote */.hD)(homeless)}`,
            hint: `Say which: \`runner-map: ${homeless}=label\`.`
        });
    }
    return given.length > 0
        ? { value: given, source: 'input' }
        : { value: (0,runner_map/* systemsOf */.cT)(runners), source: 'default' };
}

// EXTERNAL MODULE: ./src/near.ts
var near = __webpack_require__(16733);
// EXTERNAL MODULE: ./src/inputs/trusted-keys.ts
var trusted_keys = __webpack_require__(6679);
;// CONCATENATED MODULE: ./src/prune/inputs.ts





/** Throws KEEP_INVALID, INPUT_INVALID, INPUT_MISSING, TOKEN_MISSING, REPOSITORY_INVALID, BRANCH_INVALID. */
function parsePruneInputs(environment, secrets) {
    const told = (0,inputs/* parseReadTargetInputs */.wH)(environment, secrets);
    const dryRun = (0,readers/* parseBoolean */.yG)(environment, 'dry-run');
    // To look at a public target takes no token.
    if (!dryRun)
        (0,inputs_secrets/* checkToken */.SK)(secrets.token, told.target.kind, environment);
    const keepGenerations = (0,readers/* parseCount */.zq)(environment, 'keep-generations', 0, 99_999);
    const keepDays = (0,readers/* parseCount */.zq)(environment, 'keep-days', 0, 99_999);
    if (keepGenerations === 0 && keepDays === 0) {
        throw new errors/* NarPublishError */.f9({
            code: 'KEEP_INVALID',
            subject: 'inputs keep-generations and keep-days',
            reason: 'both are 0, which keeps nothing but what is pinned'
        });
    }
    return {
        mode: 'prune',
        ...told,
        route: (0,inputs/* parseRoute */.ZG)(environment, told.target),
        keepGenerations,
        keepDays,
        removeUnreachable: (0,readers/* parseBoolean */.yG)(environment, 'remove-unreachable'),
        squashHistory: (0,readers/* parseBoolean */.yG)(environment, 'squash-history'),
        ...parseMove(environment, told),
        trustedKeys: (0,trusted_keys/* parseTrustedKeys */.n)(environment),
        site: (0,readers/* parseBoolean */.yG)(environment, 'site'),
        sizeBudget: (0,readers/* parseSize */.DB)(environment, 'size-budget'),
        dryRun
    };
}
function parseMove(environment, { target }) {
    const moveLarge = (0,readers/* parseBoolean */.yG)(environment, 'move-large');
    if (moveLarge && target.kind === 'git') {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: 'input move-large',
            reason: 'release assets are GitHub’s, and `target-repository` is not on this GitHub',
            hint: 'Leave `move-large` out.'
        });
    }
    return { moveLarge, releaseAbove: (0,inputs/* parseReleaseAbove */.UU)(environment, target) };
}

// EXTERNAL MODULE: ./src/queue/inputs.ts + 2 modules
var queue_inputs = __webpack_require__(13317);
// EXTERNAL MODULE: ./src/sync/inputs.ts + 4 modules
var sync_inputs = __webpack_require__(1638);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./src/provenance/inputs.ts



const repositoryName = /^[A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+$/;
const workflowFile = /^([A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml)(?:@(.+))?$/;
/** null: nothing is asked. Throws INPUT_INVALID. */
function parseProvenanceRequest(environment) {
    const repository = environment.input('provenance');
    const workflow = environment.input('provenance-workflow');
    const trustedRoot = environment.input('trusted-root');
    if (repository === '') {
        const given = workflow === '' ? trustedRoot && 'trusted-root' : 'provenance-workflow';
        if (given === '')
            return null;
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: `input ${given}`,
            reason: 'it says how provenance is verified, and `provenance` does not say of which repository',
            hint: 'Give `provenance`, as `owner/name`, too.'
        });
    }
    if (!repositoryName.test(repository)) {
        throw (0,readers/* invalid */.Gq)('provenance', repository, 'the repository that published, as `owner/name`');
    }
    return {
        policy: {
            serverUrl: environment.serverUrl,
            repository,
            workflow: workflow === '' ? null : parseWorkflow(workflow)
        },
        trustedRoot: trustedRoot === '' ? null : (0,external_node_path_.resolve)(environment.workspace, trustedRoot)
    };
}
function parseWorkflow(text) {
    const [, file, ref = null] = workflowFile.exec(text) ?? [];
    const isRef = ref === null || /^refs\/(?:heads|tags)\/\S+$|^[0-9a-f]{40}$/.test(ref);
    if (file !== undefined && isRef)
        return { file, ref };
    const accepted = '`owner/name/.github/workflows/file.yml`, and after an `@` its `refs/tags/…`, its `refs/heads/…` or a commit of 40 digits';
    throw (0,readers/* invalid */.Gq)('provenance-workflow', text, accepted);
}

;// CONCATENATED MODULE: ./src/use/inputs.ts



/** A public cache needs no token. Throws SIGNING_KEY_INVALID, INPUT_INVALID, INPUT_MISSING, REPOSITORY_INVALID, BRANCH_INVALID. */
function parseUseInputs(environment, secrets) {
    return {
        mode: 'use',
        ...(0,inputs/* parseReadTargetInputs */.wH)(environment, secrets),
        trustedKeys: (0,trusted_keys/* parseTrustedKeys */.n)(environment),
        provenance: parseProvenanceRequest(environment)
    };
}

;// CONCATENATED MODULE: ./src/inputs.ts













const parsers = {
    publish: inputs/* parsePublishStep */.Ll,
    matrix: parseMatrixInputs,
    'version-sync': sync_inputs/* parseSyncInputs */.Oz,
    hook: queue_inputs/* parseHookInputs */.o,
    use: parseUseInputs,
    prune: parsePruneInputs
};
/** Environment → inputs. Throws MODE_UNKNOWN, INPUT_INVALID for an input of another mode, and what the mode's parser throws. */
function parseInputs(environment, mask) {
    const secrets = (0,inputs_secrets/* readSecrets */.ql)(environment, mask);
    (0,refuse/* refuseMisspelt */.q5)(environment);
    const mode = (0,readers/* valueOf */.RP)(environment, 'mode');
    if (!(0,readers/* isOneOf */.EK)(modes/* modes */.nI, mode)) {
        throw new errors/* NarPublishError */.f9({
            code: 'MODE_UNKNOWN',
            subject: `mode ${(0,src_text/* quote */.hD)(mode)}`,
            reason: `the modes are ${modes/* modes */.nI.join(', ')}`,
            hint: (0,near/* didYouMean */.a)(mode, modes/* modes */.nI).trimEnd() || undefined
        });
    }
    (0,refuse/* refuseOtherModes */.hR)(environment, mode);
    return parsers[mode](environment, secrets);
}

;// CONCATENATED MODULE: ./src/node-version.ts

/** The action's own Node, and the one that the bundle is tested with. */
const oldest = 24;
/** An older Node starts the program and fails later, in words that help nobody. Throws NODE_TOO_OLD. */
function refuseOldNode(version) {
    if (Number(version.split('.')[0]) >= oldest)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'NODE_TOO_OLD',
        subject: `Node ${version}`,
        reason: `nar-publish needs Node ${oldest}`
    });
}

// EXTERNAL MODULE: ./src/own-processes.ts
var own_processes = __webpack_require__(83379);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(72589);
;// CONCATENATED MODULE: ./src/process/interrupted.ts



const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const streams = [process.stdout, process.stderr];
/**
 * Runs `body`. At a signal, or when nobody reads any more what is printed (`… | head -1`), what it started ends, `leave` cleans up, and this
 * process ends as the signal would have it.
 */
async function whileUninterrupted(body, leave) {
    const state = { isEnding: false };
    const end = (signal) => {
        if (state.isEnding)
            return;
        state.isEnding = true;
        void (0,start/* endPrograms */.vs)(signal === 'SIGPIPE' ? 'SIGTERM' : signal).then(() => {
            (0,errors/* attempt */.CD)(leave, undefined);
            process.exit(128 + external_node_os_.constants.signals[signal]);
        });
    };
    const isUnread = (error) => {
        if ((0,errors/* codeOf */.$N)(error) === 'EPIPE')
            end('SIGPIPE');
    };
    for (const signal of signals)
        process.on(signal, end);
    for (const stream of streams)
        stream.on('error', isUnread);
    try {
        return await body();
    }
    finally {
        // It fails because its programs were ended, which is nobody's news.
        if (state.isEnding)
            await new Promise(() => undefined);
        for (const signal of signals)
            process.off(signal, end);
        for (const stream of streams)
            stream.off('error', isUnread);
    }
}

// EXTERNAL MODULE: ./src/report/blocks.ts
var blocks = __webpack_require__(83578);
// EXTERNAL MODULE: ./src/scratch.ts
var src_scratch = __webpack_require__(7897);
;// CONCATENATED MODULE: ./src/action.ts











/** For whatever this process starts of itself: what Node was started with, the bundle or this file, and how the job's services are reached. */
const itself = {
    entry: process.argv[1] ?? import.meta.filename,
    service: (0,src_environment/* readServiceEnvironment */.x8)()
};
/**
 * The action's main and its post step and what goes on between; the only caller of setOutput and setFailed. `begun`: how the
 * process began.
 */
async function runStep(begun) {
    try {
        await begun;
        refuseOldNode(process.versions.node);
        const [, , argument, directory = ''] = process.argv;
        if (argument === own_processes/* ownProcesses */.o.queues) {
            const { runBackground } = await Promise.all(/* import() */[__webpack_require__.e(5984), __webpack_require__.e(3154), __webpack_require__.e(9481)]).then(__webpack_require__.bind(__webpack_require__, 59481));
            await runBackground({ directory });
        }
        else if (argument === own_processes/* ownProcesses */.o.cacheService) {
            const { runCacheService } = await __webpack_require__.e(/* import() */ 7673).then(__webpack_require__.bind(__webpack_require__, 77673));
            await runCacheService();
        }
        else {
            (0,start/* groupPrograms */.Dz)();
            const environment = (0,src_environment/* readEnvironment */.Qo)();
            if (environment.state('main') === 'started')
                await post(environment);
            else
                await main(environment);
        }
    }
    catch (thrown) {
        fail(thrown);
    }
}
async function main(environment) {
    const { outputs, summary, error } = await inScratch(environment, (scratch) => {
        const inputs = parseInputs(environment, runner_commands/* setSecret */.Pq);
        (0,src_environment/* forgetInputs */.X$)();
        return runMode(inputs, { ...itself, environment, scratch, log: actionLog() });
    });
    for (const [name, value] of Object.entries(outputs))
        (0,runner_commands/* setOutput */.uH)(name, value);
    // Where there is nothing to say, nothing is shown.
    if (summary !== '')
        (0,runner_commands/* addToSummary */.Dg)(summary);
    if (error !== null)
        (0,runner_commands/* setFailed */.C1)(error.message);
}
/** What a mode does and tells; each is loaded when it is asked for. Throws what stops it. */
async function runMode(inputs, step) {
    switch (inputs.mode) {
        case 'publish':
            return (await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(346), __webpack_require__.e(606), __webpack_require__.e(5984), __webpack_require__.e(5479), __webpack_require__.e(295), __webpack_require__.e(4886), __webpack_require__.e(3154), __webpack_require__.e(6378), __webpack_require__.e(9329), __webpack_require__.e(6644), __webpack_require__.e(3018), __webpack_require__.e(3690), __webpack_require__.e(4057)]).then(__webpack_require__.bind(__webpack_require__, 94057))).publishStep(inputs, step);
        case 'matrix':
            return (await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(346), __webpack_require__.e(606), __webpack_require__.e(5984), __webpack_require__.e(5479), __webpack_require__.e(295), __webpack_require__.e(4886), __webpack_require__.e(6378), __webpack_require__.e(9329), __webpack_require__.e(6644), __webpack_require__.e(7894)]).then(__webpack_require__.bind(__webpack_require__, 49506))).matrixStep(inputs, step);
        case 'version-sync':
            return (await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(346), __webpack_require__.e(7291), __webpack_require__.e(5984), __webpack_require__.e(5479), __webpack_require__.e(9329), __webpack_require__.e(3018), __webpack_require__.e(8512)]).then(__webpack_require__.bind(__webpack_require__, 99883))).syncStep(inputs, step);
        case 'hook':
            return (await __webpack_require__.e(/* import() */ 4877).then(__webpack_require__.bind(__webpack_require__, 54877))).hookStep(inputs, step);
        case 'use':
            return (await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(346), __webpack_require__.e(606), __webpack_require__.e(5479), __webpack_require__.e(295), __webpack_require__.e(4886), __webpack_require__.e(6730)]).then(__webpack_require__.bind(__webpack_require__, 21885))).useStep(inputs, step);
        case 'prune':
            return (await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(346), __webpack_require__.e(606), __webpack_require__.e(5984), __webpack_require__.e(5479), __webpack_require__.e(295), __webpack_require__.e(4886), __webpack_require__.e(6378), __webpack_require__.e(472)]).then(__webpack_require__.bind(__webpack_require__, 49662))).pruneStep(inputs, step);
    }
}
async function inScratch(environment, body) {
    const scratch = (0,src_scratch/* makeScratch */.lP)(environment.scratchParent);
    (0,runner_commands/* saveState */.LZ)('scratch', scratch);
    const leave = () => {
        (0,src_scratch/* removeScratch */.ZU)(scratch, environment.scratchParent);
    };
    try {
        return await whileUninterrupted(() => body(scratch), leave);
    }
    finally {
        // What went wrong before is told, and not that this does, too; the next run sweeps.
        (0,errors/* attempt */.CD)(leave, undefined);
    }
}
/** What main left to be done at the job's end; isPostStepDone has seen that there is something. */
async function post(environment) {
    const directory = environment.state('queue');
    const leave = () => {
        if (directory !== '')
            (0,src_scratch/* removeScratch */.ZU)(directory, environment.scratchParent);
    };
    await whileUninterrupted(async () => {
        await save(environment, environment.state('cache'));
        if (directory !== '')
            await drain(environment, directory).finally(leave);
    }, leave);
}
async function save(environment, state) {
    if (state === '')
        return;
    const { parseKept, saveKept } = await __webpack_require__.e(/* import() */ 353).then(__webpack_require__.bind(__webpack_require__, 40353));
    await saveKept({ ...itself, environment, log: actionLog() }, parseKept(state));
}
async function drain(environment, directory) {
    const { withKeptConfig } = await __webpack_require__.e(/* import() */ 7230).then(__webpack_require__.bind(__webpack_require__, 37230));
    const inputs = parseInputs(withKeptConfig({ directory }, environment), runner_commands/* setSecret */.Pq);
    (0,src_environment/* forgetInputs */.X$)();
    if (inputs.mode !== 'hook')
        return;
    const { drainStep } = await __webpack_require__.e(/* import() */ 4877).then(__webpack_require__.bind(__webpack_require__, 54877));
    const step = { ...itself, environment, log: actionLog() };
    const { summary, error } = await drainStep(inputs, step, directory);
    (0,runner_commands/* addToSummary */.Dg)(summary);
    if (error !== null)
        (0,runner_commands/* setFailed */.C1)(error.message);
}
function fail(thrown) {
    const error = (0,errors/* asNarPublishError */.tS)(thrown);
    if (error.code === 'INTERNAL')
        (0,runner_commands/* command */.G5)('debug', String(error.stack));
    (0,runner_commands/* setFailed */.C1)(error.message);
    // Without a summary file the annotation has said it.
    (0,errors/* attempt */.CD)(() => {
        (0,runner_commands/* addToSummary */.Dg)((0,blocks/* renderFailure */.zt)(error));
    }, undefined);
}


/***/ }),

/***/ 48068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ compress),
/* harmony export */   Wf: () => (/* binding */ compressionLevels),
/* harmony export */   Ys: () => (/* binding */ zstdFrameSize),
/* harmony export */   _4: () => (/* binding */ compressWhole)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _xz_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20558);





/** Levels that each compression takes; null where there is no such thing. */
const compressionLevels = {
    // 20 to 22 need the reader to hold windows of up to 128 MiB.
    zstd: { min: 1, max: 19, default: 3 },
    xz: { min: 0, max: 9, default: 6 },
    none: null
};
/**
 * The bytes of `source` compressed, as they come. A level of null is the compression's default.
 *
 * What comes out depends on the bytes, the level and the compressor's version alone, never on the chunks that the source
 * came in nor on the number of cores: the same NAR packed on two runners is one file. When the consumer stops early, or the signal is aborted, child
 * processes and threads are done before the generator is.
 *
 * Throws INPUT_INVALID (a level out of range), COMPRESSOR_MISSING, COMPRESSOR_FAILED, and whatever `source` throws.
 */
function compress(source, compression, level, options) {
    switch (compression) {
        case 'zstd':
            return compressZstd(source, checkedLevel(compression, level));
        case 'xz':
            return (0,_xz_js__WEBPACK_IMPORTED_MODULE_4__/* .compressXz */ .j)(source, checkedLevel(compression, level), options);
        case 'none':
            return source;
    }
}
/** What `compress` with zstd makes of these bytes, of which there are `zstdFrameSize` at most. Throws INPUT_INVALID. */
async function compressWhole(bytes, given) {
    const level = checkedLevel('zstd', given);
    return bytes.length <= quickLength && level <= quickLevel
        ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.zstdCompressSync)(bytes, oneFrame(bytes, level))
        : zstdFrame(bytes, level);
}
// Below a millisecond, of which a thread's way there and back would take three quarters (measured at 30 kB).
const quickLength = 128 * 1024;
const quickLevel = 6;
function checkedLevel(compression, given) {
    const levels = compressionLevels[compression];
    const level = given ?? levels.default;
    if (!Number.isInteger(level) || level < levels.min || level > levels.max) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: `compression-level ${level}`,
            reason: `${compression} takes whole numbers from ${levels.min} to ${levels.max}`
        });
    }
    return level;
}
/**
 * Each 4 MiB of the NAR become a zstd frame of their own, several at once: a file of many frames is as good as one of a single frame
 * (RFC 8878, section 3), and Nix reads it.
 *
 * Not zstd's own worker threads (ZSTD_c_nbWorkers): when they leave a part of a chunk for the next call, node:zlib takes that for the end of the
 * stream and cuts the file short (https://github.com/nodejs/node/issues/59899; here, on 24.21, 5 of 12 streams of 64 MiB). Nor one long stream, to
 * which an end() that meets a queued write adds an empty frame (https://github.com/nodejs/node/issues/66078): its bytes depend on timing.
 *
 * 4 MiB, measured on 720 MB of programs against `zstd -T0`: the same size at level 3, 2 % more at 9, 3 % more at 19. 8 MiB would
 * save 0.7 % and cost 30 MiB of memory.
 */
const zstdFrameSize = 4 * 1024 * 1024;
/** ZSTD_compressBound: what does not shrink grows by 1/256 at most, and 64 bytes when it is short. */
function zstdFrameBound(length) {
    return length + Math.ceil(length / 256) + 64;
}
// libuv runs four of them at once (UV_THREADPOOL_SIZE); one more is read meanwhile.
const framesInFlight = Math.min((0,node_os__WEBPACK_IMPORTED_MODULE_1__.availableParallelism)(), 4) + 1;
async function* compressZstd(source, level) {
    // Segments are written over once their frame is made: fresh ones for each frame cost 5 % of the time in page faults and garbage.
    const spare = [];
    const compressFrame = async (segment) => {
        const frame = await zstdFrame(segment, level);
        spare.push(segment);
        return frame;
    };
    const frames = [];
    try {
        for await (const segment of segmentsOf(source, zstdFrameSize, spare)) {
            const frame = compressFrame(segment);
            frame.catch(() => undefined); // it is looked at when its turn comes
            const inFlight = frames.push(frame);
            if (inFlight === framesInFlight)
                yield* frames.splice(0, 1);
        }
        yield* frames;
    }
    finally {
        await Promise.allSettled(frames);
    }
}
/** One write that ends a frame, into a buffer that surely holds it, is what libzstd does in one pass: a sixth less work than as a stream. */
async function zstdFrame(segment, level) {
    const compressor = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createZstdCompress)({
        ...oneFrame(segment, level),
        flush: node_zlib__WEBPACK_IMPORTED_MODULE_2__.constants.ZSTD_e_end
    });
    try {
        compressor.write(segment);
        // Never end(): it would add the empty frame.
        const [frame] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(compressor, 'data'));
        return frame;
    }
    finally {
        compressor.destroy();
    }
}
function oneFrame({ length }, level) {
    return {
        params: { [node_zlib__WEBPACK_IMPORTED_MODULE_2__.constants.ZSTD_c_compressionLevel]: level },
        chunkSize: zstdFrameBound(length)
    };
}
/** The same bytes in pieces of exactly `size`, but for the last. Takes the memory for them from `spare` as long as there is some. */
async function* segmentsOf(source, size, spare) {
    let segment = Buffer.allocUnsafeSlow(size);
    let length = 0;
    for await (const chunk of source) {
        let taken = 0;
        while (taken < chunk.length) {
            const count = chunk.copy(segment, length, taken);
            taken += count;
            length += count;
            if (length < size)
                continue;
            yield segment;
            segment = spare.pop() ?? Buffer.allocUnsafeSlow(size);
            length = 0;
        }
    }
    if (length > 0)
        yield segment.subarray(0, length);
}


/***/ }),

/***/ 40996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ checkPublicKey),
/* harmony export */   LN: () => (/* binding */ isTakenBy),
/* harmony export */   NP: () => (/* binding */ isPublicKey),
/* harmony export */   Od: () => (/* binding */ verifySignature),
/* harmony export */   Ol: () => (/* binding */ privateKeyOf),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   eb: () => (/* binding */ parseSecretKey),
/* harmony export */   gt: () => (/* binding */ publicKeyText),
/* harmony export */   mT: () => (/* binding */ isSignedByAny),
/* harmony export */   xT: () => (/* binding */ keyName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);



// RFC 8410: what stands before the 32 bytes of an ed25519 key in its DER form.
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
/**
 * Reads a key as `nix-store --generate-binary-cache-key` writes it: `name:base64(seed and public half, 32 bytes each)`.
 * Throws SIGNING_KEY_INVALID, in which no part of the text is repeated.
 */
function parseSecretKey(text) {
    const { name, base64 } = parseKey(text.trim(), invalidSecretKey);
    if (decodeBase64(base64)?.length === 32) {
        throw invalidSecretKey('it has the length of a public key: the secret one is in the other file');
    }
    const bytes = keyBytes(base64, 64, invalidSecretKey);
    const privateKey = privateKeyOf(bytes.subarray(0, 32));
    if (!publicHalf(privateKey).equals(bytes.subarray(32))) {
        throw invalidSecretKey('its two halves do not belong together: a part of it was changed');
    }
    return { name, privateKey };
}
/** An ed25519 key from its seed of 32 bytes. */
function privateKeyOf(seed) {
    return node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey({
        key: Buffer.concat([pkcs8Prefix, seed]),
        format: 'der',
        type: 'pkcs8'
    });
}
/** `name:base64`, for readers' `trusted-public-keys`. */
function publicKeyText(key) {
    return `${key.name}:${publicHalf(key.privateKey).toString('base64')}`;
}
/** The text that Nix signs: `1;<path>;<narHash>;<narSize>;<references, full paths, comma-separated>`. */
function fingerprint({ storePath, narHash, narSize, references }) {
    const paths = references.map((reference) => reference.startsWith('/') ? reference : `${_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .storeDirectory */ .he}/${reference}`);
    return `1;${storePath};${narHash};${narSize};${paths.sort().join(',')}`;
}
/** A narinfo's `Sig:`, `name:base64`. The same key and path always give the same. */
function sign(key, info) {
    const signature = node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign(null, Buffer.from(fingerprint(info)), key.privateKey);
    return `${key.name}:${signature.toString('base64')}`;
}
/**
 * Whether `signature` (`name:base64`) is that of the key `publicKey` (`name:base64`) for this path. False for a
 * signature that is malformed or of another key's name. Throws SIGNING_KEY_INVALID when the key is no public key.
 */
function verifySignature(publicKey, info, signature) {
    const { name, key } = readPublicKey(publicKey);
    const signed = decodeBase64(signature.slice(name.length + 1));
    if (!signature.startsWith(`${name}:`) || signed === null)
        return false;
    return node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify(null, Buffer.from(fingerprint(info)), key, signed);
}
/** A cache has few, and each is asked about every path. */
const publicKeys = new Map();
function readPublicKey(text) {
    const known = publicKeys.get(text);
    if (known !== undefined)
        return known;
    const { name, base64 } = parseKey(text, invalidPublicKey);
    const der = Buffer.concat([spkiPrefix, keyBytes(base64, 32, invalidPublicKey)]);
    const read = { name, key: node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey({ key: der, format: 'der', type: 'spki' }) };
    publicKeys.set(text, read);
    return read;
}
/** Whether one of these keys (`name:base64`) signed it; what is no public key signed nothing. */
function isSignedByAny(publicKeys, info) {
    return publicKeys
        .filter(isPublicKey)
        .some((key) => info.signatures.some((text) => verifySignature(key, info, text)));
}
/** Whether a Nix that trusts these keys takes it from a cache: a content-addressed path is its own proof. */
function isTakenBy(publicKeys, info) {
    return info.ca !== null || isSignedByAny(publicKeys, info);
}
/** Whether Nix takes it for one. */
function isPublicKey(text) {
    const [name = '', base64 = '', ...more] = text.split(':');
    return more.length === 0 && namePattern.test(name) && decodeBase64(base64)?.length === 32;
}
/** `name` of a key or of a signature, `name:base64`. */
function keyName(text) {
    return text.slice(0, text.indexOf(':'));
}
/** A public key (`name:base64`) as it was given. Throws SIGNING_KEY_INVALID when it is none; the text is not repeated, as it may be a secret one. */
function checkPublicKey(text) {
    keyBytes(parseKey(text, invalidPublicKey).base64, 32, invalidPublicKey);
    return text;
}
/**
 * Nix takes any name without a colon (`nix key generate-secret --key-name a/b-1`). A blank or a `#` would end it in a nix.conf, and the
 * others that are not here have a meaning in Markdown, a shell or a Nix string, where readers are told the key.
 */
const namePattern = /^[\w.@+~/?!$&,;=%[\]-]+$/;
function parseKey(text, refuse) {
    const colon = text.indexOf(':');
    if (colon === -1)
        throw refuse('it has no colon between name and key');
    const name = text.slice(0, colon);
    // The name goes into a line of each narinfo, and into space-separated settings of the readers.
    if (!namePattern.test(name)) {
        throw refuse('its name, before the colon, is not made of letters, digits and ._-+@/~?!$&,;=%[], so that it cannot stand in a nix.conf, or not where readers are told it');
    }
    const base64 = text.slice(colon + 1);
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
        throw refuse('what follows the colon is not base64');
    return { name, base64 };
}
function keyBytes(base64, length, refuse) {
    const bytes = decodeBase64(base64);
    if (bytes?.length !== length) {
        throw refuse(`it has ${base64.length} characters after the colon where a whole one has ${Math.ceil(length / 3) * 4}`);
    }
    return bytes;
}
function decodeBase64(text) {
    const bytes = Buffer.from(text, 'base64');
    // Node skips what it does not know; only a text that comes back the same was base64.
    return bytes.toString('base64') === text ? bytes : null;
}
function publicHalf(privateKey) {
    const der = node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
    return der.subarray(spkiPrefix.length);
}
function invalidSecretKey(reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({ code: 'SIGNING_KEY_INVALID', subject: 'signing key', reason });
}
function invalidPublicKey(reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'SIGNING_KEY_INVALID',
        subject: 'public key',
        reason,
        hint: 'Give `name:base64` as it stands in the public-key file'
    });
}


/***/ }),

/***/ 12016:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ compressions),
/* harmony export */   o: () => (/* binding */ readableCompressions)
/* harmony export */ });
/** Nix's binary cache format, as data. Source: Nix's src/libstore/nar-info.cc and binary-cache-store.cc. */
const compressions = ['zstd', 'xz', 'none'];
/** What other tools publish as well, and can be read here. */
const readableCompressions = [...compressions, 'gzip', 'br'];


/***/ }),

/***/ 20558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ decompressXz),
/* harmony export */   j: () => (/* binding */ compressXz)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _passed_on_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41353);
/* harmony import */ var _process_start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72589);



/** Node has no xz, so the program does it. Throws COMPRESSOR_MISSING, COMPRESSOR_FAILED, and whatever `source` throws. */
async function* compressXz(source, level, options) {
    // -T0 gives the same bytes on one core as on many from xz 5.4 on; 5.2 writes one block on a machine with a single core.
    const { exit, fed } = yield* throughXz(source, ['-T0', `-${level}`, '-c'], options);
    if (exit.status !== 0)
        throw exitError(exit);
    // xz ends well after a source that failed, too: to it that was the end of the file.
    await fed;
}
/** Throws SyntaxError when it is no xz file or breaks off, COMPRESSOR_MISSING, COMPRESSOR_FAILED, and what `source` throws. */
async function* decompressXz(source, options) {
    // One thread: with more, xz keeps whole blocks in memory.
    const { exit, fed } = yield* throughXz(source, ['-dc', '-T1'], options);
    // A download that broke off is no fault of the file; that xz closed its input is.
    await fed.catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9)
            throw error;
    });
    if (exit.status !== 0)
        throw new SyntaxError('it is no xz file, or breaks off');
}
/** What xz makes of the source. xz has ended when this has, or when its reader stops early. */
async function* throughXz(source, args, { env, signal } = {}) {
    const xz = (0,_process_start_js__WEBPACK_IMPORTED_MODULE_2__/* .startProgram */ .Xd)({ program: 'xz', args }, { signal, input: source, env: env && (0,_passed_on_js__WEBPACK_IMPORTED_MODULE_1__/* .passedOn */ .I3)(env, 'program') });
    const closed = new Promise((resolve) => xz.child.once('close', resolve));
    try {
        yield* xz.stdout;
        // Its own end first, which tells more than EPIPE.
        const exit = await xz.exit.catch((error) => {
            throw startError(error);
        });
        return { exit, fed: xz.fed };
    }
    finally {
        xz.child.kill('SIGKILL');
        await closed;
    }
}
function startError(cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: (0,_process_start_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b2)(cause) ? 'COMPRESSOR_MISSING' : 'COMPRESSOR_FAILED',
        subject: 'xz',
        reason: (0,_process_start_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b2)(cause) ? 'there is no such program in PATH' : cause.message,
        cause
    });
}
function exitError({ status, signal, stderr }) {
    const lastWords = stderr.slice(-2000).trim();
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'COMPRESSOR_FAILED',
        subject: 'xz',
        reason: `it ended with ${signal ?? status ?? 'no status'}${lastWords === '' ? '' : `: ${lastWords}`}`
    });
}


/***/ }),

/***/ 92678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   X$: () => (/* binding */ forgetInputs),
/* harmony export */   Yw: () => (/* binding */ addToEnvironment),
/* harmony export */   x8: () => (/* binding */ readServiceEnvironment),
/* harmony export */   yh: () => (/* binding */ addHiddenToEnvironment)
/* harmony export */ });
/* unused harmony exports readTerminalEnvironment, forgetSecrets, releaseOfEvent */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _known_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5688);
/* harmony import */ var _passed_on_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41353);
/* harmony import */ var _pull_request_events_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63328);







// https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request; `head.repo` is null when the fork was deleted.
const pullRequestEvent = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    pull_request: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        head: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ repo: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }).nullable() }),
        base: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ repo: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }) })
    })
});
function readEnvironment(env = process.env) {
    const repository = env['GITHUB_REPOSITORY'] ?? null;
    const serverUrl = withoutTrailingSlash(env['GITHUB_SERVER_URL'] ?? 'https://github.com');
    const runId = env['GITHUB_RUN_ID'];
    const eventName = env['GITHUB_EVENT_NAME'];
    const payload = readPayload(env['GITHUB_EVENT_PATH']);
    return {
        input: (name) => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim(),
        givenInputs: Object.keys(env).flatMap((name) => name.startsWith('INPUT_') ? [name.slice('INPUT_'.length).toLowerCase()] : []),
        repository,
        revision: env['GITHUB_SHA'] ?? null,
        refName: env['GITHUB_REF_NAME'] ?? null,
        isTag: env['GITHUB_REF_TYPE'] === 'tag',
        serverUrl,
        apiUrl: withoutTrailingSlash(env['GITHUB_API_URL'] ?? apiBeside(serverUrl)),
        runUrl: repository !== null && runId !== undefined
            ? `${serverUrl}/${repository}/actions/runs/${runId}`
            : null,
        isForkPullRequest: 
        // pull_request_target runs with the base repository's token.
        (0,_pull_request_events_js__WEBPACK_IMPORTED_MODULE_5__/* .isPullRequestEvent */ .T5)(eventName ?? null) && isFromFork(payload),
        eventName: eventName ?? null,
        pullRequest: (0,_pull_request_events_js__WEBPACK_IMPORTED_MODULE_5__/* .isPullRequestEvent */ .T5)(eventName ?? null) ? (0,_pull_request_events_js__WEBPACK_IMPORTED_MODULE_5__/* .pullRequestOfEvent */ .My)(payload) : null,
        workflowRun: eventName === 'workflow_run' ? (0,_pull_request_events_js__WEBPACK_IMPORTED_MODULE_5__/* .workflowRunOfEvent */ .oV)(payload) : null,
        release: releaseOfEvent({
            name: eventName,
            payload,
            refType: env['GITHUB_REF_TYPE'],
            refName: env['GITHUB_REF_NAME']
        }),
        runnerSystem: `${cpuNames[process.arch] ?? process.arch}-${process.platform}`,
        state: (name) => env[`STATE_${name}`] ?? '',
        workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
        scratchParent: env['RUNNER_TEMP'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        childEnvironment: (0,_passed_on_js__WEBPACK_IMPORTED_MODULE_4__/* .passedOn */ .I3)(env, 'nix'),
        secrets: (0,_known_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .secretsOfEnvironment */ .O0)(env)
    };
}
/**
 * Where a GitHub has its API, as its runners say in GITHUB_API_URL. A token goes there: never to another GitHub than the one that was named.
 * https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
function apiBeside(serverUrl) {
    const host = URL.canParse(serverUrl) ? new URL(serverUrl).host : '';
    return host === 'github.com' || host.endsWith('.ghe.com')
        ? `https://api.${host}`
        : `${serverUrl}/api/v3`;
}
/** Node's names for CPUs → Nix's. */
const cpuNames = {
    x64: 'x86_64',
    arm64: 'aarch64',
    ia32: 'i686',
    arm: 'armv7l',
    riscv64: 'riscv64',
    ppc64: 'powerpc64le'
};
/** The event's payload; null when there is none that can be read. */
function readPayload(eventPath) {
    return eventPath === undefined
        ? null
        : (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(eventPath, 'utf8')), null);
}
function isFromFork(payload) {
    const event = pullRequestEvent.safeParse(payload);
    if (!event.success)
        return false;
    const { head, base } = event.data.pull_request;
    return head.repo?.full_name !== base.repo.full_name;
}
/** What the runner tells of its own services, tokens included, for the process that asks its cache service, and for no other. */
function readServiceEnvironment(env = process.env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[0].startsWith('ACTIONS_') && entry[1] !== undefined));
}
/** What a parent handed over by a pipe, as if this process had begun with it; `/proc` does not show it. */
function addToEnvironment(values) {
    Object.assign(process.env, values);
}
/**
 * The same for what no child may inherit: whoever asks for one of these names gets its value, and a list of all names lacks it.
 */
function addHiddenToEnvironment(values) {
    const hidden = Object.entries(values).map(([name, value]) => [name, { value }]);
    const env = { ...process.env };
    process.env = Object.setPrototypeOf(env, Object.create(null, Object.fromEntries(hidden)));
}
/**
 * Takes the inputs, and with them the secrets, out of this process's own environment once they are parsed: a child that inherits it
 * as it is (xz) does not get them.
 */
function forgetInputs(env = process.env) {
    for (const name of Object.keys(env)) {
        if (name.startsWith('INPUT_'))
            Reflect.deleteProperty(env, name);
    }
}
function withoutTrailingSlash(url) {
    return url.replace(/\/+$/, '');
}
/**
 * The same from a terminal: inputs are what the command line gave (`given`, by input name), else `NAR_PUBLISH_…` variables. Paths
 * are about the current folder.
 */
function readTerminalEnvironment(given, env = process.env) {
    const token = tokenVariables.map((name) => env[name]?.trim()).find((text) => text);
    const variable = (name) => env[`NAR_PUBLISH_${name.replaceAll('-', '_').toUpperCase()}`] ?? '';
    const base = readEnvironment(env);
    return {
        ...base,
        input: (name) => (given.get(name) ?? (name === 'token' ? (token ?? '') : variable(name))).trim(),
        givenInputs: [],
        workspace: process.cwd(),
        state: () => ''
    };
}
/** As forgetInputs, for a terminal. */
function forgetSecrets(env = process.env) {
    for (const name of secretVariables)
        Reflect.deleteProperty(env, name);
}
// https://docs.github.com/en/webhooks/webhook-events-and-payloads#release
const releasePayload = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    release: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        tag_name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1),
        html_url: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable().default(null),
        draft: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().default(false),
        prerelease: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().default(false)
    })
});
/**
 * The release that started the run: of a `release` event, or of the `push` of a tag; null for any other event (a run that was
 * started by hand on a tag is not about that tag).
 */
function releaseOfEvent(event) {
    if (event.name === 'release') {
        const parsed = releasePayload.safeParse(event.payload);
        if (!parsed.success)
            return null;
        const { tag_name: tag, html_url: url, draft, prerelease } = parsed.data.release;
        return { tag, url, isDraft: draft, isPreRelease: prerelease };
    }
    if (event.name === 'push' && event.refType === 'tag' && event.refName) {
        return { tag: event.refName, url: null, isDraft: false, isPreRelease: false };
    }
    return null;
}


/***/ }),

/***/ 54059:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ withoutLogs),
/* harmony export */   U: () => (/* binding */ logWords)
/* harmony export */ });
/** The end of a reason that tells them. */
function logWords(lines) {
    return lines === '' ? '' : `; the last lines of its log:\n${lines}\n`;
}
/** The reason of a failure for who shows these logs beside it. */
function withoutLogs(reason, builds) {
    return builds.reduce((rest, { lines }) => rest.replace(logWords(lines), () => ''), reason);
}


/***/ }),

/***/ 59369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ jobProcess),
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   _n: () => (/* binding */ isAlive)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);



function isAlive({ pid, startedAt }) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        // EPERM: there is one, of another user.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) !== 'EPERM')
            return false;
    }
    const start = startOf(pid);
    return start !== 'gone' && start === startedAt;
}
/** When a process began, in the kernel's ticks; `gone` also for one that has ended and was not waited for. Only Linux tells. */
function startOf(pid) {
    if ((0,node_os__WEBPACK_IMPORTED_MODULE_1__.platform)() !== 'linux')
        return 'unknown';
    const stat = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8'), '');
    // proc(5): the name in parentheses may hold anything; state is the third field and starttime the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'gone' : (fields[19] ?? 'gone');
}
/**
 * The process with whose end the job is over: our parent, where that is GitHub's runner. 0: not to be seen, as one that stands in between
 * (a shell, sudo) ends with the step. Where nothing tells what the parent is, it is taken for the runner.
 */
function jobProcess() {
    const { ppid } = process;
    const name = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${ppid}/comm`, 'utf8').trim(), null);
    return name === null || name === 'Runner.Worker' ? ppid : 0;
}


/***/ }),

/***/ 90832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qd: () => (/* binding */ parseBranch),
/* harmony export */   Sv: () => (/* binding */ parseSubstituter),
/* harmony export */   V3: () => (/* binding */ unusedSystems),
/* harmony export */   gi: () => (/* binding */ parseSystems),
/* harmony export */   uG: () => (/* binding */ givenSystems)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33444);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18961);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81967);





/** Systems that were given; empty when none was. Throws SYSTEM_UNKNOWN. */
function givenSystems(environment) {
    const given = (0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL)(environment.input('systems'));
    for (const system of given) {
        if (!(0,_systems_js__WEBPACK_IMPORTED_MODULE_4__/* .isSystem */ .y)(system)) {
            const meant = (0,_systems_js__WEBPACK_IMPORTED_MODULE_4__/* .meantSystem */ .r)(system);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
                code: 'SYSTEM_UNKNOWN',
                subject: `input systems, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(system)}`,
                reason: 'it is not a system that Nix knows, of the form <cpu>-<kernel>',
                hint: meant === null ? undefined : `Did you mean \`${meant}\`?`
            });
        }
    }
    return [...new Set(given)];
}
/** A sentence about those of the `systems` that were given for nothing; none: each is used. */
function unusedSystems({ value, source }, used) {
    const known = new Set(used.map(({ system }) => system));
    const unused = source === 'input' ? (value ?? []).filter((system) => !known.has(system)) : [];
    return unused.length === 0
        ? []
        : [
            `Nothing that was asked for is for ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(unused)}, which \`systems\` names: \`{system}\` in an attribute stands for each of them.`
        ];
}
/** The systems that were given, or the runner's own. Throws SYSTEM_UNKNOWN. */
function parseSystems(environment) {
    const given = givenSystems(environment);
    return given.length > 0
        ? { value: given, source: 'input' }
        : { value: [environment.runnerSystem], source: 'runner' };
}
/** `target-branch`, and its default in a job; what a terminal's is shows its checkout. Throws BRANCH_INVALID. */
function parseBranch(environment, target) {
    const branch = environment.input('target-branch');
    if (branch !== '') {
        const value = (0,_repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBranchName */ .pD)(branch, `input target-branch, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(branch)}`);
        return { value, source: 'input' };
    }
    if (target.kind === 'git')
        return { value: null, source: 'default' };
    const own = `${target.owner}/${target.repo}`.toLowerCase();
    // The source's own default branch would fill up with NARs, and each publish would start its workflows.
    const isOwn = own === environment.repository?.toLowerCase();
    return { value: isOwn ? _repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .usualBranch */ .T5 : null, source: 'default' };
}
const choices = ['auto', 'pages', 'raw'];
/** `substituter-url`; an address loses the slashes at its end. Throws INPUT_INVALID. */
function parseSubstituter(environment, { kind }) {
    const text = (0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)(environment, 'substituter-url');
    if (!(0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .isOneOf */ .EK)(choices, text)) {
        if (!/^https?:\/\/[^\s'"\\]+$/.test(text) || !URL.canParse(text)) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)('substituter-url', text, '`auto`, `pages`, `raw`, or an http:// or https:// address');
        }
        return { address: text.replace(/\/+$/, '') };
    }
    if (kind === 'git' && text !== 'auto') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: 'input substituter-url',
            reason: `\`${text}\` is GitHub’s, and \`target-repository\` is not on this GitHub`,
            hint: 'Leave `substituter-url` out, or give the address of a web server that serves the branch.'
        });
    }
    return text;
}


/***/ }),

/***/ 21601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   e: () => (/* binding */ durationForms)
/* harmony export */ });
const units = {
    ms: 1,
    s: 1000,
    sec: 1000,
    second: 1000,
    seconds: 1000,
    m: 60_000,
    min: 60_000,
    minute: 60_000,
    minutes: 60_000,
    h: 3_600_000,
    hour: 3_600_000,
    hours: 3_600_000,
    d: 86_400_000,
    day: 86_400_000,
    days: 86_400_000
};
/** A timer of Node's holds 24 days. */
const longest = 7 * 86_400_000;
/** What is accepted, for messages. */
const durationForms = 'a number and a unit (`ms`, `s`, `min`, `h`, `d`) such as `5 min` or `30 s`, up to 7 days';
/** `5 min`, `30s`, `1.5 hours` in milliseconds; null when it is none of `durationForms`. */
function parseDuration(text) {
    const [, digits, unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?) ?([a-z]+)$/.exec(text) ?? [];
    const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
    const milliseconds = digits === undefined || factor === undefined ? NaN : Number(digits) * factor;
    return milliseconds > 0 && milliseconds <= longest ? Math.ceil(milliseconds) : null;
}


/***/ }),

/***/ 84257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ phaseDoes),
/* harmony export */   Jh: () => (/* binding */ modeDoes),
/* harmony export */   Kc: () => (/* binding */ publishing),
/* harmony export */   jI: () => (/* binding */ everyMode),
/* harmony export */   nI: () => (/* binding */ modes),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
const modes = ['publish', 'matrix', 'version-sync', 'hook', 'use', 'prune'];
/** The phases of `publish` that bring something to a target; any other only looks. */
const publishing = ['all', 'pack', 'commit'];
/** The modes that can be split over jobs, with their phases. */
const phases = {
    publish: [...publishing, 'rebuild'],
    'version-sync': ['all', 'list', 'compute', 'commit']
};
/** The end of a sentence that begins with `mode x, which`. */
const modeDoes = {
    publish: 'builds what it is told and commits it',
    matrix: 'only tells which jobs are left to do',
    'version-sync': 'brings a package to a version',
    hook: 'publishes what later steps of the job build',
    use: 'only lets later steps of the job read a cache',
    prune: 'only removes old artifacts from a cache'
};
/** The end of a sentence that begins with `phase x, which`. */
const phaseDoes = {
    publish: {
        all: 'does everything in one job',
        pack: 'neither signs nor writes to the target: it leaves a folder for phase `commit`',
        commit: 'builds nothing: what it publishes is in the folders of `packed`',
        rebuild: 'publishes nothing: it builds again some of what is in the folders of `packed`'
    },
    'version-sync': {
        all: 'does everything in one job',
        list: 'only looks which packages are outdated',
        compute: 'writes nothing but its result, a file for phase `commit`',
        commit: 'neither evaluates nor runs the package: what it writes is in the files of `computed`'
    }
};
/** For what no mode is without; a new mode is among them by itself. */
const everyMode = Object.fromEntries(modes.map((mode) => [mode, true]));


/***/ }),

/***/ 29405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseOutputDirectory),
/* harmony export */   p: () => (/* binding */ parseLeft)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18961);



// Not in action.yml, whose default every phase is given: `output-directory` says something in two phases only.
const defaultOutputDirectory = 'nar-publish-out';
/** Where a phase leaves what it made: below the workspace, or wherever an absolute path says. Throws INPUT_INVALID. */
function parseOutputDirectory(environment) {
    const { workspace } = environment;
    const given = environment.input('output-directory') || defaultOutputDirectory;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, given);
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, folder);
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(given) || (below !== '' && !/^\.\.(\/|$)/.test(below)))
        return folder;
    throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)('output-directory', given, 'a folder below the workspace, or an absolute path');
}
/** What other jobs left, absolute, each once. Throws INPUT_MISSING. */
function parseLeft(environment, name) {
    const given = (0,_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)(environment.input(name));
    if (given.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'INPUT_MISSING',
            subject: `input ${name}`,
            reason: 'it is empty, and this phase takes what it names',
            hint: 'Give the folder that the artifacts of the other jobs were downloaded to.',
            terminal: { hint: 'Give the folder that holds what the other machines left.' }
        });
    }
    return [...new Set(given.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(environment.workspace, path)))];
}


/***/ }),

/***/ 18961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   EK: () => (/* binding */ isOneOf),
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   fn: () => (/* binding */ disagreement),
/* harmony export */   pe: () => (/* binding */ parseTime),
/* harmony export */   rG: () => (/* binding */ parseRegex),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zq: () => (/* binding */ parseCount)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _near_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16733);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21601);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13912);





/** What was given, or the input's default. */
function valueOf(environment, name) {
    return environment.input(name) || (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultOf */ .HA)(name);
}
/** True or false by the spellings of YAML's core schema, as @actions/core takes them; `yes` and `1` are errors, not false. */
function parseBoolean(environment, name) {
    const text = valueOf(environment, name);
    if (['true', 'True', 'TRUE'].includes(text))
        return true;
    if (['false', 'False', 'FALSE'].includes(text))
        return false;
    throw invalid(name, text, '`true` or `false`');
}
/** One of the accepted words. Throws INPUT_INVALID. */
function oneOf(environment, name, accepted) {
    const text = valueOf(environment, name);
    if (!isOneOf(accepted, text))
        throw invalid(name, text, accepted);
    return text;
}
function isOneOf(accepted, text) {
    return accepted.includes(text);
}
/** Throws REGEX_INVALID. */
function parseRegex(name, text) {
    try {
        return new RegExp(text, 'u');
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'REGEX_INVALID',
            subject: `input ${name}, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}`,
            reason: cause instanceof Error ? cause.message : 'it cannot be compiled',
            cause
        });
    }
}
/** An input whose value is not among those accepted: words, or what they are. */
function invalid(name, value, accepted) {
    const [meant, told] = typeof accepted === 'string'
        ? ['', accepted]
        : [(0,_near_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .a)(value, accepted), accepted.map((word) => `\`${word}\``).join(', ')];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'INPUT_INVALID',
        subject: `input ${name}`,
        reason: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value)} is not accepted`,
        hint: `${meant}Accepted: ${told}.`
    });
}
/** Two inputs that each are fine, and cannot be meant together. */
function disagreement([one, other], reason, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'INPUT_INVALID',
        subject: `inputs ${one} and ${other}`,
        reason,
        hint
    });
}
/** Trimmed, without empty ones. */
function lines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Between blanks and line ends. */
function words(text) {
    return text.split(/\s+/).filter((word) => word !== '');
}
const units = {
    '': 1,
    b: 1,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
    tib: 2 ** 40
};
/** `8 GB`, `500 MiB` or plain bytes → bytes. Throws INPUT_INVALID. */
function parseSize(environment, name) {
    const text = valueOf(environment, name);
    const [, digits, unit = ''] = /^(\d{1,15}(?:\.\d{1,3})?) ?([a-z]*)$/i.exec(text) ?? [];
    const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
    const bytes = digits === undefined || factor === undefined ? NaN : Number(digits) * factor;
    if (!(bytes > 0))
        throw invalid(name, text, 'bytes, or a size such as `8 GB` or `500 MiB`');
    return Math.round(bytes);
}
/** A whole number from `from` to `to`. Throws INPUT_INVALID. */
function parseCount(environment, name, from, to) {
    const text = valueOf(environment, name);
    const number = /^\d+$/.test(text) && text.length <= String(to).length ? Number(text) : NaN;
    if (number >= from && number <= to)
        return number;
    throw invalid(name, text, `a whole number from ${from} to ${to}`);
}
/** `5 min` or `30 s` → milliseconds. Throws INPUT_INVALID. */
function parseTime(environment, name) {
    const text = valueOf(environment, name);
    const milliseconds = (0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(text);
    if (milliseconds === null)
        throw invalid(name, text, _duration_js__WEBPACK_IMPORTED_MODULE_2__/* .durationForms */ .e);
    return milliseconds;
}


/***/ }),

/***/ 69901:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hR: () => (/* binding */ refuseOtherModes),
/* harmony export */   n5: () => (/* binding */ refuseOtherPhases),
/* harmony export */   q5: () => (/* binding */ refuseMisspelt)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84257);
/* harmony import */ var _near_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16733);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18961);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13912);






/**
 * Refuses what is nearly the name of an input: the runner only warns of it, and without what was meant the run would do something else. What is
 * nobody's at all may be a variable of the job's own. Throws INPUT_INVALID.
 */
function refuseMisspelt({ givenInputs }) {
    for (const given of givenInputs) {
        if ((0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .isOneOf */ .EK)(_table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputNames */ .vj, given))
            continue;
        const meant = (0,_near_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(given, _table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputNames */ .vj).trimEnd();
        if (meant === '')
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: `input ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(given)}`,
            reason: 'there is no such input',
            hint: meant
        });
    }
}
/** Refuses inputs that the mode would pass over in silence. Throws INPUT_INVALID. */
function refuseOtherModes(environment, mode) {
    refuse(environment, 'mode', mode, _modes_js__WEBPACK_IMPORTED_MODULE_1__/* .modeDoes */ .Jh[mode], (name) => _modes_js__WEBPACK_IMPORTED_MODULE_1__/* .modes */ .nI.filter((other) => _table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputs */ .QL[name].takenBy[other] !== undefined));
}
/** Refuses inputs of the mode that only its other phases take. Throws INPUT_INVALID. */
function refuseOtherPhases(environment, mode, phase) {
    refuse(environment, 'phase', phase, _modes_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseDoes */ .BI[mode][phase], (name) => {
        const taken = _table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputs */ .QL[name].takenBy[mode];
        // What other modes alone take is no phase's matter: on a terminal a variable may be meant for another command.
        return taken === undefined || taken === true ? _modes_js__WEBPACK_IMPORTED_MODULE_1__/* .phases */ .tW[mode] : taken;
    });
}
function refuse(environment, division, now, does, placesOf) {
    for (const name of _table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputNames */ .vj) {
        const places = placesOf(name);
        if (places.includes(now))
            continue;
        const given = environment.input(name);
        // As action.yml gives it, which says nothing.
        if (given === '' || given.toLowerCase() === (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultOf */ .HA)(name).toLowerCase())
            continue;
        throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .disagreement */ .fn)([name, division], `\`${name}\` has no meaning in ${division} \`${now}\`, which ${does}`, `Leave \`${name}\` out, or give it where \`${division}\` is ${places.map((place) => `\`${place}\``).join(' or ')}.`);
    }
}


/***/ }),

/***/ 35112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ runnerFor),
/* harmony export */   cT: () => (/* binding */ systemsOf),
/* harmony export */   e6: () => (/* binding */ parseRunnerMap)
/* harmony export */ });
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18961);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81967);


/** GitHub's own runners. */
const defaultRunners = [
    ['x86_64-linux', 'ubuntu-24.04'],
    ['aarch64-linux', 'ubuntu-24.04-arm'],
    ['aarch64-darwin', 'macos-15'],
    ['x86_64-darwin', 'macos-15-intel']
];
/** `system=label`, or `system+feature=[a, b]` with blanks inside of the brackets. */
const entry = /\s*([^\s=]+)=(?:\[([^\][]*)\]|([^\s[\]]+))(?=\s|$)/y;
const labelPattern = /^[\w.:/@+ -]{1,256}$/;
const featurePattern = /^[\w.-]{1,256}$/;
/**
 * For derivations of a system that need these features (`requiredSystemFeatures`): the entry with the most features, all of which are
 * needed; of several the one that was written first. undefined: the system has no runner.
 */
function runnerFor(runners, system, features) {
    let best;
    for (const [key, label] of runners) {
        const [own, ...needed] = key.split('+');
        const isFitting = own === system && needed.every((feature) => features.includes(feature));
        if (isFitting && needed.length > (best?.count ?? -1))
            best = { label, count: needed.length };
    }
    return best?.label;
}
/** Those that have a runner: `runner-map` without its entries for features. */
function systemsOf(runners) {
    return [...runners.keys()].filter(_systems_js__WEBPACK_IMPORTED_MODULE_1__/* .isSystem */ .y);
}
/** The default runners, with those of `runner-map` on top, by `system` or `system+feature+…` in order. Throws INPUT_INVALID. */
function parseRunnerMap(environment) {
    const runners = new Map(defaultRunners);
    const text = environment.input('runner-map');
    entry.lastIndex = 0;
    while (entry.lastIndex < text.trimEnd().length) {
        const start = entry.lastIndex;
        const [, written = '', several, one = ''] = entry.exec(text) ?? [];
        const key = parseKey(written);
        const labels = several === undefined ? [one] : labelsOf(several);
        if (key === null || labels.length === 0 || !labels.every((label) => labelPattern.test(label))) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('runner-map', text.slice(start).trim(), '`system=label`, `system=[label, label]` or `system+feature=label`, separated by spaces or lines');
        }
        runners.set(key, several === undefined ? one : labels);
    }
    for (const key of runners.keys()) {
        const [system = ''] = key.split('+');
        if (!runners.has(system)) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('runner-map', key, `it together with \`${system}=label\`, for what needs no such feature`);
        }
    }
    return runners;
}
/** `system+a+b`, whatever the order of its features. */
function parseKey(text) {
    const [system = '', ...features] = text.split('+');
    if (!(0,_systems_js__WEBPACK_IMPORTED_MODULE_1__/* .isSystem */ .y)(system) || !features.every((feature) => featurePattern.test(feature)))
        return null;
    return [system, ...[...new Set(features)].sort()].join('+');
}
function labelsOf(text) {
    return text
        .split(',')
        .map((label) => label.trim().replace(/^(["'])(.*)\1$/, '$2'))
        .filter((label) => label !== '');
}


/***/ }),

/***/ 73332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ parseSigningKeys),
/* harmony export */   SK: () => (/* binding */ checkToken),
/* harmony export */   ql: () => (/* binding */ readSecrets)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40996);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _known_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5688);
/* harmony import */ var _repository_git_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66714);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48992);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18961);








/** Reads and masks them before all other inputs, so that no later error can print one. */
function readSecrets(environment, maskInLog) {
    for (const secret of environment.secrets)
        _known_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .knownSecrets */ .xU.add(secret);
    const mask = (secret) => {
        _known_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .knownSecrets */ .xU.add(secret);
        maskInLog(secret);
    };
    const token = environment.input('token');
    if (token !== '') {
        mask(token);
        // As git sends it.
        mask((0,_repository_git_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .basicCredentials */ .BG)(token).slice('basic '.length));
    }
    const signingKey = environment.input('signing-key');
    maskSigningKeys(signingKey, mask);
    return { token, signingKey, mask };
}
/** Throws TOKEN_MISSING, INPUT_INVALID. */
function checkToken(token, kind, { isForkPullRequest }) {
    // Any other Git repository is reached with git's own credentials.
    if (token === '' && kind === 'git')
        return;
    if (token === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
            code: 'TOKEN_MISSING',
            subject: 'input token',
            reason: isForkPullRequest
                ? 'it is empty: a pull request from a fork gets no secrets'
                : 'it is empty, and this run writes to the target',
            hint: isForkPullRequest
                ? 'Write `token: ${{ secrets.NAME || github.token }}`: the job’s own token can read.'
                : undefined
        });
    }
    // It goes into a header, which takes nothing else; GitHub's consist of letters, digits and underscores.
    if (!/^[\x21-\x7e]+$/.test(token)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: 'input token',
            reason: 'it holds a space, a line break or another character that no token has',
            hint: 'Copy the token again into the secret.'
        });
    }
}
const secretKeyPattern = /^[^:\s]+:[A-Za-z0-9+/]{20,}={0,2}$/;
/** Masks are matched line by line, and a tool may print the secret half without its name. */
function maskSigningKeys(text, mask) {
    for (const line of (0,_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .lines */ .Mn)(text)) {
        mask(line);
        const secretHalf = line.slice(line.indexOf(':') + 1).trim();
        if (secretHalf.length >= 20)
            mask(secretHalf);
    }
}
/** Each once, in the order given: the first is the run's own. None: the run does not sign. Throws SIGNING_KEY_INVALID. */
function parseSigningKeys(environment, secrets) {
    const keys = new Map();
    for (const line of (0,_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .lines */ .Mn)(secrets.signingKey)) {
        for (const text of keysOfLine(line, environment, secrets.mask)) {
            const key = (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecretKey */ .eb)(text);
            const publicKey = (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .publicKeyText */ .gt)(key);
            const other = [...keys].find(([, { name }]) => name === key.name);
            if (other !== undefined && other[0] !== publicKey) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
                    code: 'SIGNING_KEY_INVALID',
                    subject: 'input signing-key',
                    reason: `two different keys in it are named ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(key.name)}, and a reader’s Nix knows one of a name`,
                    hint: 'Make the new key under a name of its own, such as one with the next number.'
                });
            }
            keys.set(publicKey, key);
        }
    }
    return [...keys.values()];
}
function keysOfLine(text, { workspace }, mask) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(text) ? text : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, text);
    if (secretKeyPattern.test(text) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return [text];
    try {
        const content = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
        maskSigningKeys(content, mask);
        const keys = (0,_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .lines */ .Mn)(content);
        // What is empty is no key, and says so.
        return keys.length === 0 ? [''] : keys;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
            code: 'SIGNING_KEY_INVALID',
            subject: 'input signing-key',
            reason: `the file that it names cannot be read (${cause instanceof Error ? cause.message : 'unknown'})`,
            cause
        });
    }
}


/***/ }),

/***/ 81967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ meantSystem),
/* harmony export */   y: () => (/* binding */ isSystem)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47785);

// What nixpkgs' lib.systems makes doubles of: a CPU and a kernel. Nix has no list of its own.
const cpus = new Set([
    'aarch64 aarch64_be arc arm armv5tel armv6l armv6m armv7a armv7l armv7m armv7r armv8a armv8m armv8r',
    'i386 i486 i586 i686 x86_64 alpha avr hppa javascript loongarch64 m68k microblaze microblazeel mmix',
    'mips mips64 mips64el mipsel mipsisa32r6 mipsisa32r6el mipsisa64r6 mipsisa64r6el msp430 or1k',
    'powerpc powerpc64 powerpc64le powerpcle riscv32 riscv64 rx s390 s390x sh4 sparc sparc64 vc4 wasm32 wasm64'
].flatMap((line) => line.split(' ')));
const kernels = new Set('cygwin darwin freebsd genode ghcjs ios linux mmixware netbsd none openbsd redox solaris uefi wasi windows'.split(' '));
function isSystem(text) {
    const [cpu = '', kernel = '', ...rest] = text.split('-');
    return cpus.has(cpu) && kernels.has(kernel) && rest.length === 0;
}
/** What other tools call it. */
const otherNames = {
    ...{ amd64: 'x86_64', x64: 'x86_64', x86: 'i686', arm64: 'aarch64', armhf: 'armv7l' },
    ...{ ppc64le: 'powerpc64le', riscv: 'riscv64' },
    ...{ macos: 'darwin', osx: 'darwin', mac: 'darwin', apple: 'darwin', win32: 'windows' }
};
const usual = ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin', 'i686-linux'];
/** The system that somebody may have meant; null: nobody knows. */
function meantSystem(text) {
    const parts = text
        .toLowerCase()
        .replace('x86-64', 'x86_64')
        .split(/[-/.:]/)
        .map((part) => (Object.hasOwn(otherNames, part) ? (otherNames[part] ?? part) : part));
    const orders = [parts, parts.toReversed()].map((each) => each.join('-'));
    const written = orders.find(isSystem);
    if (written !== undefined)
        return written;
    // `x86_64-unknown-linux-gnu`
    const [cpu, kernel] = [
        parts.find((part) => cpus.has(part)),
        parts.find((part) => kernels.has(part))
    ];
    if (cpu !== undefined && kernel !== undefined)
        return `${cpu}-${kernel}`;
    return (usual.find((system) => orders.some((order) => (0,leven__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(order, system, { maxDistance: 3 }) < 3)) ??
        null);
}


/***/ }),

/***/ 13912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HA: () => (/* binding */ defaultOf),
  vj: () => (/* binding */ inputNames),
  QL: () => (/* binding */ inputs)
});

// UNUSED EXPORTS: inputsOfCommand

;// CONCATENATED MODULE: ./src/inputs/rows/hook.ts
/** The queue of a job. */
const hook = {
    queues: {
        kind: 'text',
        takenBy: { hook: true },
        description: 'For `hook`: several queues, each with its destination, as JSON or the name of a file that holds it (docs/queue.md). Default: one queue for `target-repository`.'
    },
    interval: {
        kind: 'time',
        default: '5 min',
        takenBy: { hook: true },
        description: 'For `hook`: time between two publishes of what is queued, such as `5 min` or `30 s`.'
    },
    'max-attempts': {
        kind: 'count',
        default: '5',
        takenBy: { hook: true },
        description: 'For `hook`: after so many failures a path is set aside and reported; the others go on.'
    },
    'drain-timeout': {
        kind: 'time',
        default: '10 min',
        takenBy: { hook: true },
        description: 'For `hook`: how long the end of the job waits for what is still queued.'
    },
    'fail-on-undrained': {
        kind: 'switch',
        default: 'true',
        takenBy: { hook: true },
        description: 'For `hook`: `false` makes it a warning that something the job built did not land.'
    }
};

// EXTERNAL MODULE: ./src/inputs/modes.ts
var modes = __webpack_require__(84257);
;// CONCATENATED MODULE: ./src/inputs/rows/prune.ts

/** What stays. */
const prune = {
    'keep-generations': {
        kind: 'count',
        default: '3',
        takenBy: { prune: true },
        description: 'For `prune`: so many of the newest of each name, attribute, system and output stay, by version or by date. `0`: age alone decides.',
        placeholder: 'N',
        help: { prune: 'Keep the newest N of each name, attribute, system and output; default: 3' }
    },
    'keep-days': {
        kind: 'count',
        default: '30',
        takenBy: { prune: true },
        description: "For `prune`: what was published within so many days stays. Readers' Nix remembers for 30 days that a cache has a path. `0`: generations alone decide.",
        placeholder: 'N',
        help: { prune: 'Keep what was published within N days; default: 30' }
    },
    'remove-unreachable': {
        kind: 'switch',
        default: 'false',
        takenBy: { prune: true },
        description: 'For `prune`: `true` also removes store paths that no artifact of the catalogue and no pin leads to, such as those published with `closure: source` or by hand.',
        help: { prune: 'Remove store paths, too, that no artifact and no pin leads to' }
    },
    'squash-history': {
        kind: 'switch',
        default: 'false',
        takenBy: { prune: true },
        description: 'For `prune`: `true` replaces the branch by one commit without a parent, so that Git can forget what earlier commits hold. It never overwrites a publish.',
        help: { prune: 'Replace the branch by one commit without a parent, so that Git can forget' }
    },
    'move-large': {
        kind: 'switch',
        default: 'false',
        takenBy: { prune: true },
        description: 'For `prune`: `true` makes release assets of the NARs in the branch that are larger than `release-above`, and names them in their narinfos, in one commit.',
        help: {
            prune: 'Make release assets of NARs in the branch that are larger than --release-above'
        }
    }
};
/** Of a store that grows, which a publish and a prune look at. */
const sizeBudget = {
    'size-budget': {
        kind: 'size',
        default: '8 GB',
        takenBy: { publish: modes/* publishing */.Kc, prune: true },
        description: 'For `publish` and `prune`: warns when the repository, or the files of the branch that is pruned, are larger, in bytes or as `8 GB`. GitHub advises at most 10 GB.',
        placeholder: 'SIZE',
        help: {
            publish: 'Warn when the repository is larger; default: 8 GB',
            prune: 'Warn when the store is larger; default: 8 GB'
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/input.ts
/** Several commands whose help says the same. */
function same(commands, text) {
    return Object.fromEntries(commands.map((name) => [name, text]));
}

;// CONCATENATED MODULE: ./src/inputs/rows/target.ts


/** Where it goes, how it is packed, written and proved. */
const target = {
    'target-repository': {
        kind: 'text',
        takenBy: { ...modes/* everyMode */.jI, publish: modes/* publishing */.Kc, 'version-sync': ['all', 'commit'] },
        description: 'Repository that becomes the cache: `owner/name` or its address on this GitHub; or any other that git can push to: an https, ssh or file address,\n' +
            '`user@host:path`, or a path (`/srv/store.git`, `./store.git`). `version-sync`: the repository on this GitHub that the pull request is opened in.\n' +
            'Default: the repository that the workflow runs in.',
        placeholder: { publish: 'TARGET', 'version-sync': 'REPOSITORY' },
        help: {
            publish: 'The target, instead of the last argument',
            'version-sync': 'Where the pull request is opened: owner/name, or its address on this GitHub'
        }
    },
    'target-branch': {
        kind: 'text',
        takenBy: { publish: modes/* publishing */.Kc, matrix: true, hook: true, use: true, prune: true },
        description: "Branch that holds the cache; made when it is missing. Default: `nix-cache` when the target is the source's own repository (the workflow's; on a\n" +
            'terminal the checkout’s), else the default branch, or `nix-cache` where only that is a cache. A branch that holds other files and no `nix-cache-info` is\n' +
            'published to only when it is named.',
        placeholder: 'BRANCH',
        help: same([
            ...['publish', 'matrix', 'doctor', 'keys', 'keys retire', 'use', 'prune'],
            ...['queue upload', 'queue run']
        ], 'Branch that holds the cache; default: `nix-cache` in the checkout’s own repository, else the default branch')
    },
    token: {
        kind: 'secret',
        default: '${{ github.token }}',
        takenBy: modes/* everyMode */.jI,
        description: "Token that may write the target's contents. The job's own reaches only its own repository. For a target that is not on this GitHub it is\n" +
            "neither needed nor sent: git's own credentials are used. `use`: a token that may read it, which a public cache does without."
    },
    route: {
        kind: 'choice',
        default: 'auto',
        takenBy: { publish: modes/* publishing */.Kc, hook: true, prune: true },
        description: "How the commit is written: `api` (GitHub's Git Data API), `push` (one pack, pushed by git), or `auto`: the API while no NAR is over 35 MiB and\n" +
            "the run stays below GitHub's hourly limit of 500 writes, else a push. A target that is not on this GitHub is always pushed to.",
        placeholder: 'ROUTE',
        words: ['auto', 'api', 'push'],
        help: same(['publish', 'prune'], 'auto (default), api or push: how the commit is written')
    },
    'release-above': {
        kind: 'size',
        default: 'auto',
        takenBy: { publish: modes/* publishing */.Kc, hook: true, prune: true },
        description: "NARs larger than this become release assets, from `1` (byte) to `100 MiB`; the rest goes into the branch. `auto`: `100 MiB`; in the source's own public\n" +
            'repository `64 KiB`, as each clone of it brings every branch. In a private repository all go into the branch: Nix cannot read its release assets.',
        placeholder: 'SIZE',
        words: ['auto'],
        help: {
            ...same(['publish', 'prune'], 'auto (default), or the size above which a NAR becomes a release asset')
        }
    },
    'signing-key': {
        kind: 'secret',
        takenBy: { publish: ['all', 'commit'], hook: true },
        description: 'Secret key that signs the narinfos, as `nix-store --generate-binary-cache-key` writes it (`name:base64`), or a file that holds it.\n' +
            'Several, one a line: each signs, the first is the run’s own. Without any the cache is unsigned.'
    },
    unsigned: {
        kind: 'switch',
        default: 'false',
        takenBy: { publish: modes/* publishing */.Kc, matrix: true, hook: true },
        description: '`true` publishes without `signing-key` into a cache whose readers are told a key, which is otherwise an error: readers refuse what nobody signed.\n' +
            'In jobs that have no key by design (`matrix`, phase `pack`), it takes what the cache holds as held whoever signed it.',
        help: {
            publish: 'Publish without a key, also where readers are told one',
            matrix: 'Count as held what nobody signed, also where readers are told a key'
        }
    },
    compression: {
        kind: 'choice',
        default: 'zstd',
        takenBy: { publish: modes/* publishing */.Kc, hook: true },
        description: 'How NARs are stored: `zstd`, `xz` or `none`.',
        placeholder: 'KIND',
        words: ['zstd', 'xz', 'none'],
        help: { publish: 'zstd (default), xz or none' }
    },
    'compression-level': {
        kind: 'text',
        takenBy: { publish: modes/* publishing */.Kc, hook: true },
        description: 'Level for the compressor: zstd 1 to 19 (default 3), xz 0 to 9 (default 6).',
        placeholder: 'N',
        help: { publish: 'zstd 1 to 19 (default 3), xz 0 to 9 (default 6)' }
    },
    closure: {
        kind: 'choice',
        default: 'binary',
        takenBy: { publish: modes/* publishing */.Kc, matrix: true, hook: true },
        description: 'What is published with each path: `bare` (only the path), `binary` (its runtime closure), `source` (the closure of its derivation\n' +
            'without outputs), `cache` (that with outputs).',
        placeholder: 'TYPE',
        words: ['bare', 'binary', 'source', 'cache'],
        help: {
            publish: 'bare, binary (default), source or cache: what goes along',
            matrix: 'What must be held with a path: bare, binary (default), source or cache'
        }
    },
    'upstream-keys': {
        kind: 'words',
        default: 'cache.nixos.org-1',
        takenBy: { publish: modes/* publishing */.Kc, hook: true },
        description: 'Names of signing keys whose paths readers can get elsewhere: what one of them signed is not published. Separated by spaces or lines; `none` publishes everything.',
        placeholder: 'NAMES',
        help: { publish: 'Leave out what these keys signed; default: cache.nixos.org-1' }
    },
    exclude: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'], matrix: true, hook: true },
        description: 'Regular expressions (JavaScript), one a line: a store path that one of them matches is not published. In `mode: matrix` patterns of attributes that get no job, one a line: `packages.*.docs`,\n' +
            '`checks.aarch64-linux.*`; `*` stands for any part of a name.',
        placeholder: { publish: 'REGEX', matrix: 'PATTERN' },
        help: { publish: 'Leave out store paths that match', matrix: 'Leave out attributes that match' }
    },
    logs: {
        kind: 'switch',
        default: 'true',
        takenBy: { publish: modes/* publishing */.Kc, hook: true },
        description: '`false` publishes no build logs. By default the log of each build on this machine that made a published path goes along, for `nix log`: its end, at most\n' +
            '1 MiB, without the secrets that the run knows (docs/publish.md).',
        help: { publish: 'Publish build logs, for `nix log` (default); --no-logs does not' }
    },
    verify: {
        kind: 'choice',
        default: 'substitute',
        takenBy: { publish: modes/* publishing */.Kc, hook: true },
        description: 'How the result is proved: `substitute` (Nix copies it back into a fresh store, signatures required), `narinfo` (the narinfos are read back, and no NAR), `none`. `readers`: as\n' +
            '`substitute`, and then until the address that readers are told serves all of it, for 20 minutes at most.',
        placeholder: 'HOW',
        words: ['substitute', 'narinfo', 'readers', 'none'],
        help: { publish: 'substitute (default), readers, narinfo or none: how the result is proved' }
    },
    'fail-on-empty': {
        kind: 'switch',
        default: 'false',
        takenBy: { publish: ['all', 'commit'] },
        description: '`true` makes a run that publishes nothing an error.',
        help: { publish: 'Fail when nothing was published' }
    },
    'dry-run': {
        kind: 'switch',
        default: 'false',
        takenBy: {
            publish: ['all', 'commit'],
            matrix: true,
            'version-sync': ['all', 'commit'],
            hook: true,
            prune: true
        },
        description: '`true` builds and packs, says what would be written, and writes nothing. `version-sync`: shows the diff; with `version: keep` a hash that is not what\n' +
            'it should be makes the run fail. `prune`: says what would go.',
        short: 'n',
        help: {
            publish: 'Build and pack, say what would be written, and write nothing',
            'keys retire': 'Say what retiring the key would change, and write nothing',
            prune: 'Say what would go, and write nothing',
            'version-sync': 'Print the change as a diff, which `git apply` takes, and write nothing'
        }
    },
    cache: {
        kind: 'switch',
        default: 'false',
        takenBy: { publish: ['all', 'pack'] },
        description: "`true` keeps what the job builds, and neither upstream caches nor the target hold, between runs in GitHub's cache of the repository, and substitutes from it\n" +
            'before it builds. For `publish`, phases `all` and `pack`.'
    },
    'cache-size': {
        kind: 'size',
        default: '2 GB',
        takenBy: { publish: ['all', 'pack'] },
        description: 'How much `cache: true` keeps at most, in bytes or as `2 GB`, before compression. GitHub gives all caches of a repository 10 GB.'
    },
    'substituter-url': {
        kind: 'text',
        default: 'auto',
        takenBy: { publish: modes/* publishing */.Kc, matrix: true, hook: true, use: true, prune: true },
        description: 'Address that readers are told: `auto` (GitHub Pages when it serves the branch, else the raw files), `pages`, `raw`, or the address of a mirror.\n' +
            'For a target that is not on this GitHub there is none unless one is given, and readers are told to clone it. docs/serving.md tells how it is chosen.',
        placeholder: 'URL',
        words: ['auto', 'pages', 'raw'],
        help: same(['publish', 'doctor', 'use', 'prune'], 'auto (default), pages, raw, or the address that readers are told')
    },
    provenance: {
        kind: 'text',
        takenBy: { publish: ['all', 'commit'], use: true },
        description: 'docs/provenance.md. `publish`: the bundle of actions/attest (its output `bundle-path`); each path that is published must be in it with its NAR, and the bundle goes into the cache. `use`: the repository,\n' +
            '`owner/name`, whose workflow must have published every path that the cache holds; else it is not used.',
        placeholder: { publish: 'FILE', use: 'OWNER/REPO', doctor: 'OWNER/REPO' },
        help: {
            publish: 'Bundle of actions/attest that names all that is published',
            ...same(['use', 'doctor'], 'Repository whose workflow must have published every path, as Sigstore’s bundles prove it')
        }
    },
    'provenance-subjects': {
        kind: 'text',
        takenBy: { publish: ['all', 'commit'] },
        description: 'File to leave the SHA-256 and name of each path in that would be published (with `dry-run`), for `subject-checksums` of actions/attest.',
        placeholder: 'FILE',
        help: { publish: 'Leave the SHA-256 and name of each published path in it' }
    },
    'provenance-workflow': {
        kind: 'text',
        takenBy: { use: true },
        description: 'For `provenance`: the workflow file that must have signed, `owner/name/.github/workflows/file.yml`, with `@refs/tags/v1` or another ref of it after that when it matters;\n' +
            'default: any of that repository. What nar-publish’s own publish.yml published was signed by that file.',
        placeholder: 'FILE',
        help: same(['use', 'doctor'], 'Workflow that must have signed, OWNER/REPO/.github/workflows/FILE[@REF]')
    },
    'trusted-root': {
        kind: 'text',
        takenBy: { use: true },
        description: 'For `provenance`: a file of `gh attestation trusted-root`, whose certificates and logs count; default: those of Sigstore’s public instance, which are fetched.\n' +
            'Without a network, and for bundles of private repositories.',
        placeholder: 'FILE',
        help: same(['use', 'doctor'], 'File of `gh attestation trusted-root`; default: Sigstore’s own is fetched')
    },
    'trusted-keys': {
        kind: 'list',
        takenBy: { use: true, publish: ['all', 'commit'], hook: true, prune: true },
        description: "Public keys, `name:base64`, one a line. `use`: whose signatures count; default: those that the cache's catalogue names, when its repository is of the\n" +
            "same owner as the workflow's own. `publish`, `hook`, `prune`: keys that the README tells readers beside the run's own and those that it tells already.",
        placeholder: 'NAME:KEY',
        help: {
            use: 'Public key whose signatures count, as the cache’s owner tells it',
            ...same(['publish', 'doctor', 'prune'], 'Public key that readers are told as well, beside those that the README tells them')
        }
    },
    site: {
        kind: 'switch',
        default: 'true',
        takenBy: { publish: ['all', 'commit'], hook: true, prune: true },
        description: '`index.html` in the branch, a page for people who look at the cache: search, what there is of each artifact, how to use it (docs/page.md). `false` writes none,\n' +
            'and leaves one that is there as it is.',
        help: same(['publish', 'prune'], 'Keep index.html, a page for people, in the branch (default); --no-site does not')
    }
};

;// CONCATENATED MODULE: ./src/inputs/rows/version-sync.ts

/** The package, its version, and the pull request. */
const versionSync = {
    package: {
        kind: 'text',
        takenBy: { 'version-sync': true },
        description: 'For `version-sync`: the package, inside of the checkout. A flake attribute (`.#infer`, `./dir#infer`), or a file that is called with `callPackage` or stands as it is\n' +
            '(`file:nix/infer.nix`, `file:default.nix#infer`, `file:pkgs/by-name/in/infer/package.nix`). Several, one a line; `.#packages.*` stands for all of the set that have a version and a fetched\n' +
            'source.'
    },
    version: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: "For `version-sync`: a version or tag; `latest` asks where the package's source is published; `branch` or `branch:NAME` follows the newest commit; `keep` computes the\n" +
            'hashes alone.\n' +
            'Default: the tag of the release, or the pushed tag, that started the run.'
    },
    ignore: {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'list'] },
        description: 'For `version-sync` of several packages: what is left alone, one a line. `infer`: the package; `infer@1.x`, `infer@1.2.3`: its versions of that kind, and the newest of the others is taken.\n' +
            '`*` stands for any part of a name.',
        placeholder: 'NAME[@VERSION]',
        help: same(['version-sync', 'outdated'], 'Leave a package alone, or some of its versions: infer, infer@1.x, infer@1.2.3')
    },
    'tag-prefix': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: 'For `version-sync`: what stands before the version in tags, such as `infer-`. A `v` after it is left out; the package keeps its own.',
        placeholder: 'PREFIX',
        help: same(['version-sync', 'outdated'], 'What stands before the version in the source’s tags, apart from v')
    },
    'version-regex': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: "For `version-sync`: a regular expression whose group (named `version`, or the first) is the version in the source's tags, such as `^release-(.+)-final$`. Seldom needed: a form that the\n" +
            'present tag shows (`REL_18_1` for 18.1) is understood.',
        placeholder: 'REGEX',
        help: same(['version-sync', 'outdated'], 'A regular expression whose first group is the version in a tag')
    },
    'allow-downgrade': {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: "For `version-sync`: `true` takes a version that is older than the package's.",
        help: { 'version-sync': 'Take a version that is older than the present one' }
    },
    'allow-same-source': {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'compute', 'commit'] },
        description: 'For `version-sync`: `true` takes a new version whose source is fetched from where the old one was and holds the same.\n' +
            'It is refused otherwise, as the version would be a label and nothing else.',
        help: { 'version-sync': 'Take a new version although the source is the old one’s' }
    },
    'keep-places': {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: 'For `version-sync`: places where the version stays as it is, one a line: `FILE:LINE`, or a text that stands on the line, such as `fix-build.patch`.',
        placeholder: 'PLACE',
        help: {
            'version-sync': 'Leave the version at FILE:LINE, or on lines with this text, as it is'
        }
    },
    nixpkgs: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: 'For `version-sync` of a file: folder of the nixpkgs whose `callPackage` is used. Default: `<nixpkgs>` (NIX_PATH), or the checkout itself when it is nixpkgs.',
        placeholder: 'FOLDER',
        help: same(['version-sync', 'outdated'], 'The nixpkgs that callPackage is taken from; default: <nixpkgs>')
    },
    formatter: {
        kind: 'choice',
        default: 'none',
        takenBy: { 'version-sync': ['all'] },
        description: "For `version-sync`: formats the changed Nix files with `nixfmt`, `nixpkgs-fmt`, `alejandra` or `nix fmt` (the flake's own). `none` is fine for most: edits keep a file's form.",
        placeholder: 'PROGRAM',
        words: ['none', 'nixfmt', 'nixpkgs-fmt', 'alejandra', 'nix fmt'],
        help: {
            'version-sync': 'nixfmt, nixpkgs-fmt, alejandra or "nix fmt": formats the changed files; default: none'
        }
    },
    build: {
        kind: 'switch',
        default: 'true',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: 'For `version-sync`: `false` does not build the result.',
        help: { 'version-sync': 'Build the result to prove it (default); --no-build does without' }
    },
    'before-hash': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'compute', 'commit'] },
        description: 'For `version-sync`: a command that changes files beside the package (lock files, lists of dependencies), such as `nix/update-lock.sh`. It runs in a copy of the checkout that has the\n' +
            "new version, before hashes are made; no shell runs it, `sh -c '…'` does. With `phase: commit` nothing runs: it lets in what the command changed.",
        placeholder: 'COMMAND',
        help: {
            'version-sync': 'Run this in a copy with the new version, before hashes are made: what it changes beside the package is part of the change'
        }
    },
    'update-script': {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: "For `version-sync`: `true` runs the package's `passthru.updateScript` in a copy, for the files of dependencies beside the package that it makes; nothing else of what it changes is taken.",
        help: {
            'version-sync': 'Run the package’s passthru.updateScript for the files of dependencies that it makes'
        }
    },
    'smoke-test': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: "For `version-sync`: a command that must succeed with the result's `bin` in PATH, such as `infer version`. No shell runs it; `sh -c '…'` does.",
        placeholder: 'COMMAND',
        help: {
            'version-sync': 'Run this with the result’s bin in PATH, such as "infer version"; no shell'
        }
    },
    fork: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: fork of `target-repository` that the branch goes to, as `owner/name`. The token must be able to write there.',
        placeholder: 'REPOSITORY',
        help: {
            'version-sync': 'Put the branch into this fork of it; default: into the repository itself'
        }
    },
    base: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: "For `version-sync`: branch that the pull request is for. Default: the repository's default branch.",
        placeholder: 'BRANCH',
        help: {
            'version-sync': 'Branch that the pull request is for; default: the repository’s default branch'
        }
    },
    branch: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: branch that is made. Default: `nar-publish/<name>-<version>`.',
        placeholder: 'BRANCH',
        help: { 'version-sync': 'Branch that is made; default: nar-publish/NAME-VERSION' }
    },
    title: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: "For `version-sync`: the pull request's title. Default: “name: old → new”; in nixpkgs “name: old -> new”.",
        placeholder: 'TEXT',
        help: { 'version-sync': 'Title of the pull request; default: NAME: OLD → NEW' }
    },
    group: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync` of several packages: one pull request for all of them, of this name; its branch is `nar-publish/<group>`. Default: one for each package.',
        placeholder: 'NAME',
        help: { 'version-sync': 'One commit, or one pull request of this name, for all packages' }
    },
    'open-pull-requests-limit': {
        kind: 'count',
        default: '10',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync` of several packages: new pull requests are opened only while fewer than so many of its own are open. `0` opens none.',
        placeholder: 'NUMBER',
        help: { 'version-sync': 'How many of its pull requests may be open at once; default: 10' }
    },
    labels: {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: "For `version-sync`: the pull request's labels, one a line or separated by commas.",
        placeholder: 'LABEL',
        help: { 'version-sync': 'A label for it' }
    },
    reviewers: {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: who is asked for a review, logins and teams (`org/team`), separated by spaces, commas or lines.',
        placeholder: 'LOGIN',
        help: { 'version-sync': 'Somebody, or a team (org/team), to be asked for a review' }
    },
    draft: {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: `true` opens the pull request as a draft.',
        help: { 'version-sync': 'Open it as a draft' }
    },
    dashboard: {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync` of several packages: `true` keeps an issue of the repository up to date that lists what is outdated, proposed, refused and ignored. The token needs `issues: write`.',
        help: { 'version-sync': 'Keep an issue that lists what is outdated, refused, ignored' }
    },
    repair: {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['compute', 'commit'] },
        description: "For `version-sync` with `version: keep`, on other people's pull requests: `true` makes the hashes that the head of a pull request needs (`phase: compute`, in its own job, without secrets),\n" +
            'and commits them onto its branch (`phase: commit`, in a workflow that `workflow_run` starts), running nothing of it.'
    },
    annotate: {
        kind: 'switch',
        default: 'false',
        takenBy: { publish: ['all', 'commit'], 'version-sync': ['commit'] },
        description: 'For `repair`: `true` commits nothing: a check run on the pull request names each stale hash at its line, with the one that belongs there. For `publish` in a run for a pull request: `true` makes a check run\n' +
            'for each attribute. The token needs `checks: write`.'
    },
    computed: {
        kind: 'list',
        takenBy: { 'version-sync': ['commit'] },
        description: 'For `phase: commit` of `version-sync`: files that `phase: compute` left, or folders with such files as actions/download-artifact makes them; one a line.',
        placeholder: 'PATH',
        help: {
            'version-sync': 'For phase commit: a file that phase compute left, or a folder of them'
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/rows/work.ts

/** What a run does, and with what. */
const work = {
    mode: {
        kind: 'choice',
        default: 'publish',
        takenBy: modes/* everyMode */.jI,
        description: "What to do: `publish` (builds, packs, signs and commits artifacts); `matrix` (which jobs are left to do, for a workflow's `strategy.matrix`);\n" +
            "`hook` (whatever later steps of the job build is queued, and published from time to time and at the job's end); `prune` (removes old\n" +
            'artifacts from a cache); `use` (later steps of the job read a cache); `version-sync` (brings a package and its hashes to a new version, in a pull request).'
    },
    phase: {
        kind: 'choice',
        default: 'all',
        takenBy: { publish: true, 'version-sync': true },
        description: 'Which part of the mode this job does; `all` (default) does everything. `publish`: `pack` builds and packs without the signing key and without leave to\n' +
            'write, and leaves a folder; `commit` checks the folders of all systems, signs, and makes one commit; `rebuild` builds some of what was packed again and tells what differs. `version-sync`: `compute` computes the hashes that\n' +
            "this machine's system needs and leaves a file; `commit` checks the files of all systems and opens the pull request; `list` only looks which packages are outdated.",
        placeholder: 'PHASE',
        // On a terminal, `list` is a command of its own, and a second builder is another machine.
        words: { publish: ['all', 'pack', 'commit'], 'version-sync': ['all', 'compute', 'commit'] },
        help: {
            publish: 'all (default); pack leaves a folder, without key and leave to write; commit publishes such folders',
            'version-sync': 'all (default); compute: leave what this machine works out in a file; commit: open the pull request from such files'
        }
    },
    'output-directory': {
        kind: 'text',
        takenBy: { publish: ['pack', 'rebuild'], matrix: true, 'version-sync': ['compute', 'list'] },
        description: 'Folder in which a phase leaves what another job takes up (`pack`, `mode: matrix`: empty or absent; `rebuild`; `compute`; `list`): below the workspace, or an absolute path. Default: `nar-publish-out`; `mode:\n' +
            'matrix` and `list` leave nothing unless it is given.',
        placeholder: { publish: 'DIR', matrix: 'DIR', 'version-sync': 'FOLDER' },
        help: {
            matrix: 'Leave the plan there: what each row builds without evaluating',
            publish: 'Where --phase pack leaves its folder; default: ./nar-publish-out',
            'version-sync': 'Where phase compute leaves its file; default: nar-publish-out'
        }
    },
    'flake-attribute': {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'], matrix: true },
        description: 'Installables to build and publish, one a line: `.#hello`, `./dir#packages.aarch64-linux.x`, `github:o/r#x`.\n' +
            '`{system}` is replaced by each of `systems`; `^out,dev` chooses outputs (default: all). In `mode: matrix` each line stands for all `systems`, and\n' +
            '`.#packages.*` or `.#checks.{system}.*` for every derivation there, `.#nixosConfigurations.*` or `.#devShells.*` for what is built of each, `.#inputs.*` for the sources of\n' +
            "the flake's inputs."
    },
    paths: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'] },
        description: 'Store paths that the job already has, one a line; a link such as `./result` or a path inside a store path counts as its store path.',
        placeholder: 'PATH',
        help: { publish: 'A store path, or a link such as ./result, to publish as well' }
    },
    'om-results': {
        kind: 'text',
        takenBy: { publish: ['all', 'pack'] },
        description: 'File (or link) that `om ci run --results` left: everything that it built is published.',
        placeholder: 'FILE',
        help: { publish: 'Publish what `om ci run --results` built; `-` is standard input' }
    },
    subflake: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'] },
        description: 'Subflakes of `om-results` that are published, one a line. Default: all.',
        placeholder: 'NAME',
        help: { publish: 'Of --om-results only this subflake' }
    },
    'pin-prefix': {
        kind: 'text',
        takenBy: { publish: modes/* publishing */.Kc },
        description: "Each named package of `om-results` is pinned as `<prefix>-<system>-<name>`. Default: the branch's or tag's name; `none` pins nothing.\n" +
            'In `phase: commit`: a pin of a build job whose name begins otherwise is refused, with `none` any pin.',
        placeholder: 'PREFIX',
        help: { publish: 'Pin what --om-results names as PREFIX-SYSTEM-NAME' }
    },
    pin: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'] },
        description: 'Names for store paths, `name=path`, one a line: the path is a store path, a link such as `./result`, or an installable of `flake-attribute`. `prune` keeps\n' +
            'what is pinned; a pin that is there moves to the new path. `{system}` is replaced by each of `systems`.',
        placeholder: 'NAME=PATH',
        help: { publish: 'A name for a store path, link or INSTALLABLE; prune keeps what is pinned' }
    },
    unpin: {
        kind: 'list',
        takenBy: { publish: ['all', 'commit'] },
        description: 'Names of pins to take away, one a line.',
        placeholder: 'NAME',
        help: { publish: 'Take this pin away' }
    },
    systems: {
        kind: 'words',
        takenBy: { publish: true, matrix: true, 'version-sync': true, hook: true },
        description: "Nix systems that `{system}` stands for, separated by spaces or lines. Default: the runner's own; in `mode: matrix` those of `runner-map` that the\n" +
            'flake has. In `phase: rebuild` those of which something is built again. In `phase: commit` the systems that must have been packed or\n' +
            "computed. `version-sync`: those whose hashes are brought up to date; default: those of the usual four that the package has, in `phase: compute` the runner's own;\n" +
            'in `phase: list` those that the rows are for, default: the usual four.',
        placeholder: 'SYSTEMS',
        words: ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin'],
        help: {
            publish: 'What {system} stands for; default: this machine’s',
            matrix: 'For these; default: the four usual ones, as far as the flake has them',
            'version-sync': 'Whose hashes are brought up to date; default: those of the usual four that the package has',
            outdated: 'Whose packages are looked at; default: this machine’s'
        }
    },
    packed: {
        kind: 'list',
        takenBy: { publish: ['commit', 'rebuild'] },
        description: 'For `phase: commit` and `phase: rebuild`: folders that `phase: pack` left, or a folder with such folders in it as actions/download-artifact makes it; one a line.',
        placeholder: 'DIR',
        help: {
            publish: 'For --phase commit: a folder that was packed, or one with such folders in it'
        }
    },
    expected: {
        kind: 'text',
        takenBy: { publish: ['commit'] },
        description: 'For `phase: commit`: the output `expected` of `mode: matrix`. A row that left nothing is reported, and an artifact of no row is refused. (`systems` does\n' +
            'the same by systems.)',
        placeholder: 'JSON',
        help: {
            publish: 'For --phase commit: the matrix, so that what is missing or was not asked for is told'
        }
    },
    plan: {
        kind: 'text',
        takenBy: { publish: ['pack', 'rebuild'] },
        description: 'For `phase: pack`, instead of `flake-attribute`: the folder that `mode: matrix` left in `output-directory`. Its `row` is built from it; nothing is evaluated, and no checkout is needed. For `phase: rebuild`: the same folder.',
        placeholder: 'DIR',
        help: { publish: 'For --phase pack: what `matrix --output-directory` left' }
    },
    row: {
        kind: 'text',
        takenBy: { publish: ['pack'] },
        description: 'For `plan`: which row of it, `row` of the matrix.',
        placeholder: 'ID',
        help: { publish: 'Which row of --plan' }
    },
    handed: {
        kind: 'list',
        takenBy: { publish: ['pack'] },
        description: 'For `plan`: folders that `phase: pack` left in jobs of the first wave, or in an earlier attempt at this row, or folders with such folders in them; one a line. What they hold is not built again.',
        placeholder: 'DIR',
        help: { publish: 'For --plan: what other machines packed, which is not built again' }
    },
    'rebuild-sample': {
        kind: 'count',
        default: '10',
        takenBy: { publish: ['rebuild'] },
        description: 'For `phase: rebuild`: how many derivations are built again at most, drawn by lot from those that the run built and packed, each as likely as any other.'
    },
    'rebuild-timeout': {
        kind: 'time',
        default: '1 h',
        takenBy: { publish: ['rebuild'] },
        description: 'For `phase: rebuild`: how long the build of one derivation may take, as `30 min` or `2 h`. After five hours nothing more is begun.'
    },
    'row-weight': {
        kind: 'count',
        default: '100',
        takenBy: { matrix: true },
        description: 'For `mode: matrix` with `output-directory`: how much a row builds at most before what it shares with others is built in a first wave. A derivation weighs 1, one that needs `big-parallel` 10, a download or\n' +
            'a text next to nothing.',
        placeholder: 'N',
        help: {
            matrix: 'How many derivations a row builds, before what it shares gets a row of its own'
        }
    },
    'runner-map': {
        kind: 'words',
        takenBy: { matrix: true, 'version-sync': ['list'] },
        description: 'For `mode: matrix` and `phase: list`: runners by system, `system=label` or `system=[self-hosted, arm64]`, separated by spaces or lines; on top of `x86_64-linux=ubuntu-24.04`,\n' +
            '`aarch64-linux=ubuntu-24.04-arm`, `aarch64-darwin=macos-15`, `x86_64-darwin=macos-15-intel`. `x86_64-linux+kvm=label` is for derivations that need that feature (`requiredSystemFeatures`), in `mode: matrix`.',
        placeholder: 'MAP',
        help: { matrix: 'Runners, as system=label or system=[label, label]' }
    },
    'fail-on-eval-error': {
        kind: 'switch',
        default: 'true',
        takenBy: { matrix: true },
        description: 'For `mode: matrix`: `false` makes an attribute that does not evaluate a warning; by default the run fails at its end, when all others are in the matrix.',
        help: {
            matrix: 'Fail when an attribute does not evaluate (the default); --no-fail-on-eval-error does not'
        }
    },
    'cached-branch': {
        kind: 'text',
        takenBy: { publish: ['all', 'commit'] },
        description: 'Name of a branch of the source repository that is moved to the commit of this run when all that was expected has landed and readers get it, and never backwards. The token needs to write the source repository.'
    },
    'on-pull-request': {
        kind: 'choice',
        default: 'build',
        takenBy: { publish: ['all', 'commit'] },
        description: 'In a run for a pull request: `build` (default) writes nothing to the cache; `pin` publishes what was built as pins `pr-<number>-…`, which no index shows and which go when the pull request is closed;\n' +
            '`publish` publishes as any other run.'
    },
    comment: {
        kind: 'switch',
        default: 'true',
        takenBy: { publish: ['all', 'commit'] },
        description: 'In a run for a pull request: whether one comment on it is kept up to date, which tells what was built and how it differs from its base (`false`: none). The token needs `pull-requests: write`; without that the summary alone tells it.'
    }
};

;// CONCATENATED MODULE: ./src/inputs/table.ts





const table = { ...work, ...target, ...versionSync, ...prune, ...hook, ...sizeBudget };
/** Every input there is, in the order of action.yml. */
const inputs = table;
const inputNames = Object.keys(table);
/** What an input is when nothing is given; empty: nothing. */
function defaultOf(name) {
    return inputs[name].default ?? '';
}
/** The inputs that a command has an option for. */
function inputsOfCommand(command) {
    return inputNames.filter((name) => inputs[name].help?.[command] !== undefined);
}


/***/ }),

/***/ 6679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseTrustedKeys)
/* harmony export */ });
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40996);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18961);


/** `name:base64`, no two the same. Throws SIGNING_KEY_INVALID. */
function parseTrustedKeys(environment) {
    return [...new Set((0,_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(environment.input('trusted-keys')).map(_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPublicKey */ .$z))];
}


/***/ }),

/***/ 5688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ secretsOfEnvironment),
/* harmony export */   bs: () => (/* binding */ shortestSecret),
/* harmony export */   gC: () => (/* binding */ withStars),
/* harmony export */   xU: () => (/* binding */ knownSecrets)
/* harmony export */ });
/* unused harmony exports stars, KnownSecrets */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** Characters. What is shorter is a word such as `main`, and would be taken out of everywhere. */
const shortestSecret = 6;
/** Of base64 that stands inside of longer base64. */
const shortestPiece = 10;
const stars = '***';
class KnownSecrets {
    #forms = new Map();
    add(secret) {
        for (const text of [secret, ...secret.split('\n')].map((line) => line.trim())) {
            if (text.length < shortestSecret)
                continue;
            for (const form of formsOf(text))
                this.#forms.set(form, Buffer.from(form));
        }
    }
    /**
     * Where secrets stand, in order, none overlapping; colours and line ends inside of one do not hide it. `isEnd`: what stood before is cut
     * off, and with it perhaps the beginning of a secret.
     */
    find(bytes, { isEnd = false } = {}) {
        const spans = this.#search(bytes, isEnd);
        const joined = withoutBreaks(bytes);
        if (joined !== null) {
            for (const { begin, end } of this.#search(joined.bytes, isEnd)) {
                const [first, last] = [joined.places[begin] ?? 0, joined.places[end - 1] ?? 0];
                spans.push({ begin: begin === 0 && isEnd ? 0 : first, end: last + 1 });
            }
        }
        return merged(spans);
    }
    #search(bytes, isEnd) {
        const spans = [];
        for (const form of this.#forms.values()) {
            const cut = isEnd ? cutLength(bytes, form) : 0;
            if (cut > 0)
                spans.push({ begin: 0, end: cut });
            for (let at = bytes.indexOf(form); at !== -1; at = bytes.indexOf(form, at + 1)) {
                spans.push({ begin: at, end: at + form.length });
            }
        }
        return spans;
    }
    /** The text with stars in the place of secrets. `isEnd`: as for `find`. */
    hide(text, { isEnd = false } = {}) {
        const bytes = Buffer.from(text);
        const spans = this.find(bytes, { isEnd });
        return spans.length === 0 ? text : withStars(bytes, spans).toString();
    }
}
/** Those of this process. */
const knownSecrets = new KnownSecrets();
/** `bytes` from `begin` on, which is inside of none of the spans, with stars in their place. */
function withStars(bytes, spans, begin = 0) {
    const parts = [];
    let at = begin;
    for (const span of spans) {
        if (span.begin < begin)
            continue;
        parts.push(bytes.subarray(at, span.begin), Buffer.from(stars));
        at = span.end;
    }
    return Buffer.concat([...parts, bytes.subarray(at)]);
}
/** ECMA-48: with parameters, as colours are, or without. */
const escapeSequence = /^\u001b(?:\[[0-?]*[ -/]*[@-~]|[ -/]*[0-Z\\-~])/;
const longestSequence = 40;
/**
 * As `grep --color` paints a word that it finds, and as `base64` wraps what is long: the bytes without escape sequences and line ends, and
 * where each of them stands; null: they have none.
 */
function withoutBreaks(bytes) {
    if (!/[\n\r\u001b]/.test(bytes.toString('latin1')))
        return null;
    const kept = Buffer.alloc(bytes.length);
    const places = new Uint32Array(bytes.length);
    let length = 0;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at] ?? 0;
        if (byte === 0x0a || byte === 0x0d)
            continue;
        if (byte === 0x1b) {
            const text = bytes.toString('latin1', at, at + longestSequence);
            const [sequence = text.charAt(0)] = escapeSequence.exec(text) ?? [];
            at += sequence.length - 1;
            continue;
        }
        kept[length] = byte;
        places[length] = at;
        length += 1;
    }
    return { bytes: kept.subarray(0, length), places };
}
/** How many of the first bytes are the end of a form whose beginning is not there. */
function cutLength(bytes, form) {
    for (let length = Math.min(form.length - 1, bytes.length); length > 0; length--) {
        if (bytes.subarray(0, length).equals(form.subarray(form.length - length)))
            return length;
    }
    return 0;
}
function merged(spans) {
    const all = [];
    for (const span of spans.sort((a, b) => a.begin - b.begin)) {
        const last = all.at(-1);
        if (last !== undefined && span.begin < last.end)
            last.end = Math.max(last.end, span.end);
        else
            all.push({ ...span });
    }
    return all;
}
/** As it is, in JSON, in an address, and in base64 by itself or behind other bytes (`user:secret`), which shift it by one or two. */
function formsOf(secret) {
    const percent = percentEncoded(secret);
    const pieces = [0, 1, 2]
        .map((shift) => base64Piece(secret, shift))
        .filter(({ length }) => length >= shortestPiece);
    return [
        secret,
        JSON.stringify(secret).slice(1, -1),
        percent,
        percent.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
        ...pieces,
        ...pieces.map((piece) => piece.replaceAll('+', '-').replaceAll('/', '_'))
    ];
}
function percentEncoded(text) {
    return encodeURIComponent(text.toWellFormed());
}
/** The characters that depend on nothing but the secret: none of those that it shares with the byte before or behind. */
function base64Piece(secret, shift) {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
    const whole = Math.floor((bytes.length * 8) / 6);
    return bytes.toString('base64').slice(Math.ceil((shift * 8) / 6), whole);
}
/** The end of a variable's name that says that its value is a secret, in the words of those who name them. */
const secretName = /(?:TOKENS?|SECRETS?|PASSWORDS?|PASSWD|PASSPHRASE|CREDENTIALS?|KEYS?|(?:^|_)(?:PAT|PASS|PWD|AUTH))$/i;
const shortestValue = 8;
/** Whether it says where a secret is. Base64 begins with a slash as well. */
function isFile(value) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(value) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(value);
}
/** Secrets that a process is given by its environment: by what their variables are called, and Nix's `access-tokens`. */
function secretsOfEnvironment(env) {
    const values = Object.entries(env).flatMap(([name, value = '']) => {
        const isSecret = secretName.test(name) && !/PUBLIC/i.test(name);
        return isSecret && value.trim().length >= shortestValue && !isFile(value) ? [value] : [];
    });
    const settings = (env['NIX_CONFIG'] ?? '').matchAll(/^\s*(?:extra-)?access-tokens\s*=(.*)$/gm);
    const tokens = [...settings].flatMap(([, pairs = '']) => pairs.split(/\s+/).flatMap((pair) => {
        const value = pair.slice(pair.indexOf('=') + 1);
        // `host=PAT:token` says what kind of token it is.
        return pair.includes('=') ? [value, value.slice(value.indexOf(':') + 1)] : [];
    }));
    return [...values, ...tokens];
}


/***/ }),

/***/ 560:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Lx: () => (/* binding */ markdownWords),
/* harmony export */   Nr: () => (/* binding */ markdownAlternative),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   PP: () => (/* binding */ tableHead),
/* harmony export */   fV: () => (/* binding */ fencedText),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   jD: () => (/* binding */ tableRow),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _plain_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93941);


// An underscore inside of a word (`x86_64`) is text by itself.
const markup = /[&<>@#$:\\`*[\]|~^]|(?<=www)\.|(?<![a-z0-9])_|_(?![a-z0-9])/gi;
/**
 * Other people's text as Markdown that shows just that text: on one line, at most `longest` characters, without links, mentions,
 * references, emphasis, HTML or table borders. For table cells and inside of a sentence (not for the start of a line).
 */
function markdownText(text, longest = 120) {
    return escapeMarkup(shorten(text, longest));
}
/** The same for sentences in which code stands between backticks: that is shown as code. */
function markdownWords(text, longest = 120) {
    return shorten(text, longest)
        .split(/(`[^`]+`)/)
        .map((piece, index) => index % 2 === 1 ? markdownCode(piece.slice(1, -1)) : escapeMarkup(piece))
        .join('');
}
/** Text as code. For table cells and inside of a sentence. */
function markdownCode(text, longest = 300) {
    const short = shorten(text, longest);
    // Between backticks nothing can be escaped, so that only text which needs no escaping goes there.
    return /^(?! )[ -~]+(?<! )$/.test(short) && !/[`|\\<>]/.test(short)
        ? `\`${short}\``
        : `<code>${markdownText(short, longest)}</code>`;
}
/** `label` (Markdown) linked to `url`, or alone when that is no http(s) address of a sane length. */
function markdownLink(label, url) {
    if (!/^https?:\/\/[^/]/i.test(url) || url.length > 2000)
        return label;
    // An entity such as `&copy;` would be decoded in a link's address too.
    return `[${label}](${(0,_plain_url_js__WEBPACK_IMPORTED_MODULE_1__/* .plainUrl */ .k)(url).replaceAll('&', '&amp;')})`;
}
/**
 * Other people's text for what stands in a picture's place: an attribute in the end, in which tags would be read out.
 */
function markdownAlternative(text, longest = 300) {
    return shorten(text, longest).replace(markup, (character) => '&<>'.includes(character) ? escapeMarkdown(character) : `\\${character}`);
}
/** A row of a GFM table from cells that are Markdown already. */
function tableRow(cells) {
    return `| ${cells.join(' | ')} |`;
}
/** The first two lines of a GFM table. */
function tableHead(headings) {
    return [tableRow(headings), tableRow(headings.map(() => '---'))];
}
function escapeMarkup(text) {
    return text.replace(markup, escapeMarkdown);
}
function escapeMarkdown(character) {
    if (character === '&')
        return '&amp;';
    if (character === '<')
        return '&lt;';
    if (character === '>')
        return '&gt;';
    // Mentions, issue references, emoji, maths and bare addresses are found in the text that remains when escapes are gone,
    // but only inside of one text node. https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
    if ('@#$:.'.includes(character))
        return `<span>${character}</span>`;
    return `\\${character}`;
}
/** One line, without control characters, marks that change the direction of writing, and halves of surrogate pairs. */
function shorten(text, longest) {
    const line = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .HD)((0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .singleSpaced */ .NL)(text));
    const characters = Array.from(line);
    return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}
/** A GFM table from cells that are Markdown already, as one block; none when there are no rows. */
function table(headings, rows) {
    return rows.length === 0 ? [] : [[...tableHead(headings), ...rows.map(tableRow)].join('\n')];
}
/** Folded. `heading`: HTML; `blocks`: Markdown. */
function details(heading, blocks) {
    return [`<details><summary>${heading}</summary>`, ...blocks, '</details>'];
}
/** Other people's lines as one block, which no line of theirs ends; escape sequences and whatever else steers are left out. */
function fencedText(text) {
    const plain = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLines */ .y1)(text);
    const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return [`${fence}text`, plain.trimEnd(), fence].join('\n');
}
/** Code as one block. `lines` are our own: none of them begins with a fence. */
function fenced(language, lines) {
    return [`\`\`\`${language}`, ...lines, '```'].join('\n');
}


/***/ }),

/***/ 93941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ plainUrl)
/* harmony export */ });
/**
 * A URL (or key, or path) with everything percent-encoded that could mean something where we write it: in Markdown, in HTML, between
 * the single quotes of a shell, in a Nix string, in nix.conf. What a well-formed URL needs stays; a fragment's `#` does not.
 */
function plainUrl(url) {
    return url.replace(/[^A-Za-z0-9\-._~:/?@!$&+,;=%[\]]/gu, (character) => [...new TextEncoder().encode(character)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join(''));
}


/***/ }),

/***/ 50227:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseExclude),
/* harmony export */   V: () => (/* binding */ Excluded)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60851);



/** `*` is any part of a name, `{system}` any system; what is below is meant, too. Throws INPUT_INVALID. */
function parseExclude(text) {
    const split = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .splitAttributePath */ .M)(text.replace(/^\.?#/, '').replaceAll('{system}', '*'));
    if (typeof split === 'string' || split.length === 0 || split.some((name) => name.includes('#'))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: `input exclude, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}`,
            reason: typeof split === 'string' ? split : 'it is no attribute path',
            hint: 'Write it as `packages.*.docs`, `checks.aarch64-linux.*` or `nixosConfigurations.old-*`.'
        });
    }
    return {
        text,
        names: split.map((name) => name.split('*').map(_text_js__WEBPACK_IMPORTED_MODULE_1__/* .decoded */ .DH))
    };
}
/** What `exclude` leaves out, and which of its lines did. */
class Excluded {
    #globs;
    #used = new Set();
    constructor(globs) {
        this.#globs = globs;
    }
    /** Whether an attribute is left out, by itself or with the set that it is in. */
    has(path) {
        const found = this.#globs.filter(({ names }) => names.length <= path.length && isPrefix(names, path));
        for (const glob of found)
            this.#used.add(glob);
        return found.length > 0;
    }
    /** Whether some attribute of a set may be left out, and another one not. */
    mayHaveIn(place) {
        return this.#globs.some(({ names }) => names.length > place.length && isPrefix(names, place));
    }
    /** Lines that left nothing out. */
    unused() {
        return this.#globs.filter((glob) => !this.#used.has(glob)).map(({ text }) => text);
    }
}
/** As far as both go. */
function isPrefix(names, path) {
    return names.every((parts, index) => {
        const name = path[index];
        return name === undefined || isMatch(parts, name);
    });
}
/** Without going back, so that no pattern is slow. */
function isMatch(parts, name) {
    const [first = '', ...others] = parts;
    const last = others.pop();
    if (last === undefined)
        return name === first;
    if (!name.startsWith(first))
        return false;
    let at = first.length;
    for (const part of others) {
        const found = name.indexOf(part, at);
        if (found === -1)
            return false;
        at = found + part.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
}


/***/ }),

/***/ 60851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ parsePattern),
/* harmony export */   M: () => (/* binding */ splitAttributePath),
/* harmony export */   _x: () => (/* binding */ withoutSystem),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   xm: () => (/* binding */ formatAttributePath)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _nix_installable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92532);


/** Outputs of a flake that have a set for each system. */
const perSystem = ['packages', 'checks', 'devShells', 'legacyPackages', 'formatter', 'apps'];
/** Of these there is one for each system, and no set. */
const onePerSystem = ['formatter', 'devShell', 'defaultPackage'];
/** Sets whose attributes are no derivations. */
const builtOf = new Map([
    ['nixosConfigurations', [['config', 'system', 'build', 'toplevel']]],
    ['darwinConfigurations', [['config', 'system', 'build', 'toplevel'], ['system']]],
    ['homeConfigurations', [['activationPackage']]],
    ['legacyPackages.homeConfigurations', [['activationPackage']]],
    // The shell itself is made to be entered. This is all that it needs.
    ['devShells', [['inputDerivation']]],
    ['devShell', [['inputDerivation']]]
]);
const placeholder = '{system}';
/**
 *     .#hello  ./dir#packages.{system}.x^out   one attribute
 *     .#packages.*  .#packages.*.*  .#checks.{system}.*  .#hydraJobs.*   every derivation of a set; `*` in a system's place is each of `systems`
 *     .#nixosConfigurations.*  .#devShells.{system}.x   what is built of every configuration, of one shell
 *     .#inputs.*  .#inputs.nixpkgs              sources of the flake's inputs
 *     .  .#                                     the flake's default
 *
 * Throws ATTRIBUTE_INVALID.
 */
function parsePattern(text) {
    const { reference, outputs } = (0,_nix_installable_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInstallable */ .d)(text);
    const hash = reference.indexOf('#');
    const flake = hash === -1 ? reference : reference.slice(0, hash) || '.';
    const path = parseAttributePath(hash === -1 ? '' : reference.slice(hash + 1), text);
    const hasStar = path.at(-1) === '*';
    const names = hasStar ? path.slice(0, -1) : path;
    if (hasStar && names.length === 0)
        names.push('packages');
    const [output = '', second] = names;
    const isOne = onePerSystem.includes(output);
    if (isOne || perSystem.includes(output)) {
        if (second === '*')
            names[1] = placeholder;
        if (second === undefined && hasStar)
            names.push(placeholder);
    }
    if (names.includes('*')) {
        throw invalid(text, '`*` stands last, or in the place of a system');
    }
    const isInput = output === 'inputs' && (hasStar || second !== undefined);
    if (isInput && outputs !== null)
        throw invalid(text, 'an input is a source and has no outputs');
    const isEach = hasStar && !(isOne && names.length === 2);
    const built = builtOf.get(withoutSystem(isEach ? names : names.slice(0, -1))) ?? [];
    return { text, flake, path: names, isEach, built, isInput, outputs };
}
/** The output, and names below its system: `devShells.default`. Empty: it ends with the system or before. */
function withoutSystem([output = '', ...names]) {
    if (!perSystem.includes(output))
        return [output, ...names].join('.');
    return names.length === 0 ? '' : [output, ...names.slice(1)].join('.');
}
/**
 * Where the pattern is to be looked for, the first place that has something counts: as Nix does it for `.#hello`. What is built of an attribute
 * is below its place.
 */
function placesOf(pattern, system) {
    const { path, isEach, built } = pattern;
    const names = namesOf(pattern, system);
    if (names.length === 0) {
        return [
            ['packages', system, 'default'],
            ['defaultPackage', system]
        ];
    }
    const isWhole = isEach || built.length > 0 || [...perSystem, ...onePerSystem].includes(path[0] ?? '');
    const inSystem = isWhole
        ? []
        : ['packages', 'legacyPackages'].map((output) => [output, system, ...names]);
    return [...inSystem, names];
}
/** The path as Nix has its names. */
function namesOf({ path }, system = placeholder) {
    return path.map((name) => decodeURIComponent(name.replaceAll(placeholder, () => system)));
}
/**
 * `packages.x86_64-linux."a.b"`. Nix reads what follows `#` as part of an address: it refuses many characters there, other scripts' letters
 * among them, and decodes `%20`. null: it has a name that no installable can spell, as Nix has no escape for a quote.
 */
function formatAttributePath(path) {
    if (path.some((name) => name === '' || name.includes('"') || !name.isWellFormed()))
        return null;
    return path.map((name) => (/^[\w'+-]+$/.test(name) ? name : `"${encodeName(name)}"`)).join('.');
}
function encodeName(name) {
    return name.replace(/[^\w'+. -]/gu, encodeURIComponent).replaceAll('*', '%2A');
}
function parseAttributePath(text, whole) {
    const names = splitAttributePath(text);
    if (typeof names === 'string')
        throw invalid(whole, names);
    return names;
}
/** Names as they are written (`a%20b`), or why it is no path. As Nix splits it (libexpr/attr-path.cc): at dots outside of quotes, without escapes. */
function splitAttributePath(text) {
    if (text === '')
        return [];
    // A dot in front says that the path is whole; so are ours.
    const names = text.replace(/^\./, '').match(/(?:"[^"]*"|[^."])+|(?<=\.|^)(?=\.|$)/g) ?? [];
    const isWellFormed = names.join('.') === text.replace(/^\./, '') && !names.includes('');
    if (!isWellFormed)
        return 'it is no attribute path';
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(text), null) === null)
        return 'a `%` in it is to be written as `%25`';
    return names.map((name) => name.replaceAll('"', ''));
}
function invalid(text, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'ATTRIBUTE_INVALID',
        subject: JSON.stringify(text.slice(0, 300)),
        reason,
        hint: 'Write it as `.#hello`, `.#packages.*`, `.#packages.{system}.hello` or `.#checks.{system}.*`.'
    });
}


/***/ }),

/***/ 16733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export nearest */
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47785);

/** Longer than anything that is asked for by name. */
const longest = 100;
/** The one of `known` that somebody may have meant by `word`; undefined: none is near. */
function nearest(word, known) {
    if (word.length > longest)
        return undefined;
    const near = known
        .map((one) => ({ one, slips: slipsBetween(word.toLowerCase(), one.toLowerCase()) }))
        .filter(({ one, slips }) => slips <= Math.min(2, Math.floor(Math.max(word.length, one.length) / 3)));
    return near.sort((a, b) => a.slips - b.slips)[0]?.one;
}
/** ``Did you mean `--systems`? `` with a blank behind it, or nothing. */
function didYouMean(word, known) {
    const meant = nearest(word, known);
    return meant === undefined ? '' : `Did you mean \`${meant}\`? `;
}
/** Letters that are missing, too many or others; in another order they are one slip. */
function slipsBetween(one, other) {
    const letters = (text) => Array.from(text).sort().join('');
    const slips = (0,leven__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(one, other);
    return slips === 2 && letters(one) === letters(other) ? 1 : slips;
}


/***/ }),

/***/ 92532:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseInstallable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);



// Nix's own rule for what follows the last `^` (libstore/outputs-spec.cc): `*`, or names with commas.
const outputSuffix = /^(?<reference>.*)\^(?<outputs>\*|[\w+.?=-]+(?:,[\w+.?=-]+)*)$/su;
/**
 * Takes `.#hello^out,dev` apart. Throws ATTRIBUTE_INVALID for what is empty, would be an option to Nix, or holds control
 * characters: everything else is data, and Nix itself judges it.
 */
function parseInstallable(installable) {
    const invalid = (reason, hint) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'ATTRIBUTE_INVALID',
        subject: JSON.stringify(installable.slice(0, 300)),
        reason,
        hint
    });
    if ((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControlCharacter */ .Fd)(installable))
        throw invalid('it holds a control character or a line break');
    const suffix = outputSuffix.exec(installable)?.groups;
    const reference = suffix?.['reference'] ?? installable;
    const outputs = suffix?.['outputs'];
    if (reference.trim() === '')
        throw invalid('it is empty');
    if (reference.startsWith('-'))
        throw invalid('it starts with a dash, as an option does');
    if ((0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .isStorePath */ .zP)(reference)) {
        throw invalid('it is a store path', 'Store paths need no evaluation: give them as `paths`.');
    }
    return {
        reference,
        outputs: outputs?.split(',') ?? null
    };
}


/***/ }),

/***/ 56310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ closureTypes)
/* harmony export */ });
/** What the rest of the program knows of Nix. Shapes only: no behaviour. */
/**
 * bare: the paths alone. binary: their runtime closure. source: the closure of their derivers without outputs.
 * cache: that with the outputs that are valid.
 */
const closureTypes = ['bare', 'binary', 'source', 'cache'];


/***/ }),

/***/ 83379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ ownProcesses)
/* harmony export */ });
/** What the action's own file is started with for processes that stand beside its steps. */
const ownProcesses = {
    /** It goes on when its step has ended; the queues' folder follows. */
    queues: '--serve-queues',
    /** It alone talks to the job's cache service. */
    cacheService: '--cache-service'
};


/***/ }),

/***/ 85337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ decodePinName),
/* harmony export */   RQ: () => (/* binding */ encodePinName),
/* harmony export */   Rk: () => (/* binding */ checkPinName),
/* harmony export */   dh: () => (/* binding */ isPinName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


/** bytes, UTF-8; a branch, a system and a store path's name together have some 500 at most */
const longestName = 1000;
/** characters; what a file system allows for one segment is 255 bytes */
const longestSegment = 200;
/** No byte of a file's name itself has `%` before anything but two digits, so that it can mark where a long name goes on. */
const continued = '%/%';
// Lower case only: macOS and Windows would take `Main` and `main` for one file of a clone.
const plainByte = /[a-z0-9._+-]/;
// Windows has no files of these names.
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/;
function isPinName(name) {
    return name !== '' && Buffer.byteLength(name) <= longestName && name.isWellFormed();
}
/** `subject` says where the name comes from. Throws PIN_NAME_INVALID. */
function checkPinName(name, subject) {
    if (isPinName(name))
        return;
    const bytes = Buffer.byteLength(name);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'PIN_NAME_INVALID',
        subject,
        reason: name === ''
            ? 'the name is empty'
            : bytes > longestName
                ? `the name ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} has ${bytes} bytes, and may have ${longestName}`
                : `the name ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} is not Unicode`
    });
}
/**
 * A pin's name as a relative path that every file system can have, and that is another one for every name. Lower-case letters,
 * digits and `._+-` stay themselves, all else becomes `%xx` for each byte; so do a dot or dash at the start and a dot at the end.
 * A name that is too long for one file goes on in a folder.
 */
function encodePinName(name) {
    const encoded = [...Buffer.from(name)]
        .map((byte) => {
        const character = String.fromCharCode(byte);
        return plainByte.test(character) ? character : percent(character);
    })
        .join('')
        .replace(/^[.-]|\.$/g, percent)
        .replace(device, (word) => percent(word.slice(0, 1)) + word.slice(1));
    return (encoded.match(new RegExp(`.{1,${longestSegment}}`, 'g')) ?? []).join(continued);
}
/** The name again; null for a file that `encodePinName` does not make. */
function decodePinName(file) {
    const bytes = file
        .replaceAll(continued, '')
        .replace(/%([0-9a-f]{2})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
    try {
        const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'));
        return isPinName(name) && encodePinName(name) === file ? name : null;
    }
    catch {
        return null;
    }
}
/** One ASCII character, or one byte as latin1. */
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}


/***/ }),

/***/ 39318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ printCommand)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);

function cut(text, longest) {
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
/** The command as a person would type it, for messages; long ones are cut with `…`. */
function printCommand({ program, args }) {
    return cut([program, ...args.map((arg) => quote(cut(arg, longestArgument)))].join(' '), longestCommand);
}
/** Longest printed argument and command, in characters: enough to recognise them in a log. */
const longestArgument = 160;
const longestCommand = 1500;
function quote(argument) {
    if (/^[\w@%+=:,./#-]+$/.test(argument))
        return argument;
    if (argument.search(_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .steering */ .o4) === -1)
        return `'${argument.replaceAll("'", () => "'\\''")}'`;
    const escaped = argument
        .replace(/[\\']/g, (character) => `\\${character}`)
        .replace(_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .steering */ .o4, escapeCharacter);
    return `$'${escaped}'`;
}
function escapeCharacter(character) {
    if (character === '\n')
        return '\\n';
    const digits = (character.codePointAt(0) ?? 0).toString(16);
    return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}


/***/ }),

/***/ 72589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dz: () => (/* binding */ groupPrograms),
/* harmony export */   Ey: () => (/* binding */ exitWords),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   NV: () => (/* binding */ gatherOutput),
/* harmony export */   Xd: () => (/* binding */ startProgram),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   qQ: () => (/* binding */ howItEnded),
/* harmony export */   vs: () => (/* binding */ endPrograms),
/* harmony export */   zH: () => (/* binding */ stdoutLimit)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);
/* harmony import */ var _passed_on_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41353);
/* harmony import */ var _print_command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39318);
/* harmony import */ var _tail_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40795);








let areGroups = false;
/**
 * From now on each program is a group of its own: a signal for this process alone, as GitHub's runner sends it, is passed on to all that
 * the program has started. Not on a terminal, which does so itself, and where ssh may ask for a passphrase.
 */
function groupPrograms() {
    areGroups = true;
}
/** What is to end with this process. */
const running = new Map();
function noteRunning(child, isGroup) {
    if (running.size === 0)
        process.once('exit', killRunning);
    running.set(child, { isGroup });
    const forget = () => {
        running.delete(child);
        if (running.size === 0)
            process.off('exit', killRunning);
    };
    child.once('error', forget);
    child.once('close', forget);
}
/** Nix ends its builders at SIGTERM; at SIGKILL it could not. */
function killRunning() {
    signalRunning('SIGTERM');
}
function signalRunning(signal) {
    for (const [child, { isGroup }] of running) {
        if (isGroup)
            signalGroup(child, signal);
        else
            child.kill(signal);
    }
}
/** What an interrupted program gets to clean up: the runner kills this process 10 s after its first signal. */
const grace = 3000;
/** Passes a signal on to all that this process waits for, and resolves when it has ended: what does not is killed. */
async function endPrograms(signal) {
    signalRunning(signal);
    const until = Date.now() + grace;
    while (running.size > 0 && Date.now() < until)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(20);
    signalRunning('SIGKILL');
}
/** Bytes of stdout that are gathered. Path info of a closure of 10,000 paths, or the catalogue of a large store, is some 10 MB. */
const stdoutLimit = 256 * 1024 * 1024;
const stderrTail = 64 * 1024;
/**
 * The one start of programs: a list of arguments, no shell. `fed` and `exit` need not be looked at.
 *
 * @actions/exec carries the questions of ask.ts alone. It cannot stop a child, nor its group; gathers output without bound, and gives no
 * backpressure; does not tell which signal ended it; a child that leaves its input unread ends this process (EPIPE, which nobody
 * hears), and a call with a NUL in an argument never returns.
 */
function startProgram({ program, args }, { log, input, files = {}, onStderr, timeLimit, isGroup = areGroups, isLasting = false, isMessenger = false, stop, ...options }) {
    stop?.when.throwIfAborted();
    log?.debug((0,_print_command_js__WEBPACK_IMPORTED_MODULE_6__/* .printCommand */ .T)({ program, args }));
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        ...options,
        env: options.env ?? (0,_passed_on_js__WEBPACK_IMPORTED_MODULE_5__/* .ownEnvironment */ .am)('program'),
        detached: isGroup,
        stdio: [
            input === undefined ? 'ignore' : 'pipe',
            files.stdout ?? 'pipe',
            files.stderr ?? 'pipe',
            ...(isMessenger ? ['ipc'] : [])
        ]
    });
    if (!isLasting)
        noteRunning(child, isGroup);
    const stderr = new _tail_js__WEBPACK_IMPORTED_MODULE_7__/* .Tail */ .PW(stderrTail);
    child.stderr?.on('data', (chunk) => {
        stderr.push(chunk);
        onStderr?.(chunk);
    });
    let isTooLate = false;
    const end = () => {
        isTooLate = true;
        if (isGroup)
            endGroup(child);
        else
            child.kill();
    };
    const stopIt = () => {
        if (stop === undefined)
            return;
        if (isGroup)
            signalGroup(child, stop.by);
        else
            child.kill(stop.by);
    };
    stop?.when.addEventListener('abort', stopIt);
    // Not spawn's own: its timer stays when the program does not start.
    const timer = timeLimit === undefined ? undefined : setTimeout(end, timeLimit);
    const exit = new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (status, signal) => {
            resolve({ status, signal, isTooLate, stderr: stderr.text });
        });
    }).finally(() => {
        clearTimeout(timer);
        stop?.when.removeEventListener('abort', stopIt);
    });
    const fed = input && child.stdin ? (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(input, child.stdin) : Promise.resolve();
    for (const promise of [exit, fed])
        promise.catch(() => undefined);
    return { child, stdout: child.stdout ?? node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from([]), fed, exit };
}
/** Its exit, with the whole of its stdout. One that prints over `limit` bytes is ended, and `isTooLong`. */
async function gatherOutput({ child, stdout, exit }, limit = stdoutLimit) {
    const chunks = [];
    let size = 0;
    stdout.on('data', (chunk) => {
        size += chunk.length;
        if (size <= limit)
            chunks.push(chunk);
        else
            child.kill();
    });
    return { ...(await exit), stdout: Buffer.concat(chunks), isTooLong: size > limit };
}
/** Ends a child that is a group, with whatever it started: that may be left when the child itself has ended. */
function endGroup(child) {
    signalGroup(child, 'SIGKILL');
}
function signalGroup({ pid }, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // Nothing is left of it.
    }
}
/** Whether a start failed because PATH has no such program; so it does when the working folder or its interpreter is missing. */
function isMissing(error) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error) === 'ENOENT';
}
function howItEnded({ status, signal }) {
    return status === null ? `was ended by ${signal ?? 'a signal'}` : `exited with ${status}`;
}
/** `` `git fetch …` exited with 128: `` and the last 20 lines that it said. */
function exitWords(command, exit) {
    return `\`${(0,_print_command_js__WEBPACK_IMPORTED_MODULE_6__/* .printCommand */ .T)(command)}\` ${howItEnded(exit)}:\n${(0,_tail_js__WEBPACK_IMPORTED_MODULE_7__/* .lastLines */ .w$)(exit.stderr) || '(it said nothing)'}`;
}


/***/ }),

/***/ 40795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PW: () => (/* binding */ Tail),
/* harmony export */   Zy: () => (/* binding */ withoutBlankRuns),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);


/** The end of a stream of text, in bounded memory. */
class Tail {
    #text = '';
    #isCut = false;
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    #size;
    /** `size`: characters that are kept at least. */
    constructor(size) {
        this.#size = size;
    }
    push(chunk) {
        this.#text += this.#decoder.write(chunk);
        // Cut at twice the size, not at each chunk: that would copy the whole tail for every few bytes.
        if (this.#text.length > 2 * this.#size) {
            this.#text = this.#text.slice(-this.#size);
            this.#isCut = true;
        }
    }
    /** Whether something stood before the text. */
    get isCut() {
        return this.#isCut || this.#text.length > this.#size;
    }
    /** What is kept, without terminal colours. */
    get text() {
        return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(this.#text.slice(-this.#size));
    }
}
/** The last `count` lines that say something. */
function lastLines(text, count = 20) {
    return text
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '')
        .slice(-count)
        .join('\n');
}
/**
 * Without blanks at the ends of lines, and with one empty line where there were several: then what looks for white space between lines
 * (`\s*`) has little to look through, however many of them somebody's code has printed.
 */
function withoutBlankRuns(text) {
    const lines = text.split('\n').map((line) => line.trimEnd());
    return lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n');
}


/***/ }),

/***/ 58176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refused),
/* harmony export */   _: () => (/* binding */ parseCachedBranch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73332);
/* harmony import */ var _repository_branch_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33444);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48992);




/**
 * `cached-branch`; null: none is given. `expected`: of a run that takes what other jobs packed; null: the run builds it all. Throws
 * BRANCH_INVALID, INPUT_INVALID, INPUT_MISSING, TOKEN_MISSING.
 */
function parseCachedBranch(environment, { token }, closure, expected) {
    const text = environment.input('cached-branch');
    if (text === '')
        return null;
    const name = (0,_repository_branch_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBranchName */ .pD)(text, `input cached-branch, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)}`);
    const { repository, revision, eventName, refName } = environment;
    if (repository === null || revision === null || eventName === null) {
        throw refused(name, 'only a job of GitHub Actions is for a commit that a branch can move to');
    }
    if (refName === name) {
        throw refused(name, 'the run is for that branch itself, which moves when people push to it');
    }
    if (closure === 'source') {
        throw refused(name, '`closure: source` publishes what building takes, and not what was built');
    }
    if (expected !== null)
        refuseUnknown(expected);
    (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .checkToken */ .SK)(token, 'github', environment);
    return { name, token };
}
/** What cannot follow. */
function refused(name, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'INPUT_INVALID',
        subject: `input cached-branch, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)}`,
        reason,
        hint: 'Give `cached-branch` a name that no other branch of the repository has, such as `cached`; docs/cached-branch.md tells more.'
    });
}
/** Without all of it nobody knows what everything is. */
function refuseUnknown({ rows, beside }) {
    if (rows !== null && beside !== null)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: rows === null ? 'INPUT_MISSING' : 'INPUT_INVALID',
        subject: 'input expected',
        reason: rows === null
            ? 'it is empty, and `cached-branch` moves when everything that was expected has landed'
            : 'it does not say what the matrix made no row for, and `cached-branch` moves when that is cached, too',
        hint: 'Give `expected` the output `expected` of the run with `mode: matrix`, which has it all.'
    });
}


/***/ }),

/***/ 73109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseExpectedText),
/* harmony export */   I: () => (/* binding */ formatExpected)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);

const prefix = 'gzip:';
/** bytes */
const largestText = 16 * 1024 * 1024;
/**
 * A matrix's rows for the input `expected`, with what their artifacts are called, and short: an input is a variable of its step's process, for which Linux has 128 KiB
 * (execve(2), MAX_ARG_STRLEN). Some thousand attributes have more as JSON, and nothing of that step would run. `beside`: null says nothing of
 * it.
 */
function formatExpected(rows, beside = { held: [], failures: [] }) {
    const include = rows.map(({ name, system, attribute, pnames }) => {
        return { name, system, attribute, pnames };
    });
    const json = JSON.stringify({ include, ...beside });
    return prefix + (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(json, { level: 9 }).toString('base64');
}
/** The JSON of `formatExpected`, or of the output `matrix`, which is taken as well. Throws what zlib and JSON throw. */
function parseExpectedText(text) {
    if (!text.startsWith(prefix))
        return JSON.parse(text);
    const bytes = Buffer.from(text.slice(prefix.length), 'base64');
    return JSON.parse((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(bytes, { maxOutputLength: largestText }).toString('utf8'));
}


/***/ }),

/***/ 86611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JK: () => (/* binding */ parseClosure),
  Qw: () => (/* binding */ parsePublishInputs),
  Ll: () => (/* binding */ parsePublishStep),
  wH: () => (/* binding */ parseReadTargetInputs),
  UU: () => (/* binding */ parseReleaseAbove),
  ZG: () => (/* binding */ parseRoute)
});

// UNUSED EXPORTS: onPullRequest, verifications

// EXTERNAL MODULE: ./src/binary-cache/compress.ts
var compress = __webpack_require__(48068);
// EXTERNAL MODULE: ./src/binary-cache/types.ts
var types = __webpack_require__(12016);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/table.ts + 6 modules
var table = __webpack_require__(13912);
;// CONCATENATED MODULE: ./src/cache/inputs.ts


/** null: switched off. Throws INPUT_INVALID. */
function parseCache(environment) {
    const budget = (0,readers/* parseSize */.DB)(environment, 'cache-size');
    if ((0,readers/* parseBoolean */.yG)(environment, 'cache'))
        return { budget };
    const given = environment.input('cache-size');
    if (given === '' || given === (0,table/* defaultOf */.HA)('cache-size'))
        return null;
    throw (0,readers/* disagreement */.fn)(['cache-size', 'cache'], '`cache-size` is given, and nothing is kept without `cache: true`', 'Add `cache: true`, or leave `cache-size` out.');
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(90832);
// EXTERNAL MODULE: ./src/inputs/modes.ts
var modes = __webpack_require__(84257);
// EXTERNAL MODULE: ./src/inputs/phases.ts
var phases = __webpack_require__(29405);
// EXTERNAL MODULE: ./src/inputs/refuse.ts
var refuse = __webpack_require__(69901);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/inputs/trusted-keys.ts
var trusted_keys = __webpack_require__(6679);
// EXTERNAL MODULE: ./src/nix/types.ts
var nix_types = __webpack_require__(56310);
// EXTERNAL MODULE: ./src/repository/address.ts
var address = __webpack_require__(56540);
// EXTERNAL MODULE: ./src/repository/limits.ts
var limits = __webpack_require__(3546);
;// CONCATENATED MODULE: ./src/repository/types.ts
/** How a commit gets into the branch: through GitHub's Git Data API, or as one pack pushed by git. */
const routes = ['api', 'push'];

// EXTERNAL MODULE: ./src/publish/cached-branch/inputs.ts
var inputs = __webpack_require__(58176);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/publish/expected-rows.ts
var expected_rows = __webpack_require__(73109);
;// CONCATENATED MODULE: ./src/publish/expected.ts






// As the outputs `matrix` and `expected` have it. Other keys are the workflow's own.
const matrix = schemas/* object */.Ikc({
    include: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        system: schemas/* string */.YjP(),
        attribute: schemas/* string */.YjP(),
        pnames: schemas/* array */.YOg(schemas/* string */.YjP()).optional()
    })),
    held: schemas/* array */.YOg(schemas/* object */.Ikc({
        attribute: schemas/* string */.YjP(),
        system: schemas/* string */.YjP(),
        storePath: schemas/* string */.YjP().refine(store_path/* isStorePath */.zP)
    }))
        .optional(),
    failures: schemas/* array */.YOg(schemas/* object */.Ikc({ attribute: schemas/* string */.YjP(), code: schemas/* string */.YjP() })).optional()
});
/** `systems`, `expected` and `pin-prefix`, of a run that takes what other jobs packed. Throws SYSTEM_UNKNOWN, INPUT_INVALID. */
function parseExpected(environment) {
    const systems = (0,common/* givenSystems */.uG)(environment);
    const prefix = environment.input('pin-prefix');
    return {
        systems: systems.length === 0 ? null : systems,
        ...parseRows(environment),
        pinPrefix: prefix === '' ? 'any' : prefix === 'none' ? null : { text: prefix }
    };
}
function parseRows(environment) {
    const text = environment.input('expected');
    if (text === '')
        return { rows: null, beside: null };
    const rows = matrix.safeParse((0,errors/* attempt */.CD)(() => (0,expected_rows/* parseExpectedText */.D)(text), null));
    if (!rows.success) {
        throw (0,readers/* invalid */.Gq)('expected', text, 'the output `expected` of a run with `mode: matrix`, or its `matrix`');
    }
    const { include, held, failures } = rows.data;
    return {
        rows: include.map(({ name, system, attribute, pnames }) => ({
            name,
            system,
            attributes: (0,readers/* lines */.Mn)(attribute),
            pnames: pnames ?? null
        })),
        beside: held === undefined || failures === undefined ? null : { held, failures }
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/pins/name.ts
var pins_name = __webpack_require__(85337);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
;// CONCATENATED MODULE: ./src/publish/pin-inputs.ts




/**
 * The lines `name=path` of `pin`, `{system}` replaced in both by each of the systems. The last `=` counts: names are other people's
 * words (branches), and none of them can lead the pin of another name elsewhere. Throws INPUT_INVALID, PIN_NAME_INVALID.
 */
function parsePins(environment, systems) {
    const pins = new Map();
    for (const line of (0,readers/* lines */.Mn)(environment.input('pin')).flatMap((line) => expand(line, systems))) {
        const end = line.lastIndexOf('=');
        const [name, path] = [line.slice(0, end).trim(), line.slice(end + 1).trim()];
        if (end === -1 || name === '' || path === '') {
            throw (0,readers/* invalid */.Gq)('pin', line, '`name=path`, one a line; the path without `=`');
        }
        (0,pins_name/* checkPinName */.Rk)(name, 'input pin');
        const other = pins.get(name);
        if (other !== undefined && other !== path) {
            throw (0,readers/* invalid */.Gq)('pin', line, `one path for each name; ${(0,src_text/* quote */.hD)(name)} is also ${(0,src_text/* quote */.hD)(other)}`);
        }
        pins.set(name, path);
    }
    return [...pins].map(([name, path]) => ({ name, path }));
}
function expand(line, systems) {
    return line.includes('{system}')
        ? systems.map((system) => line.replaceAll('{system}', () => system))
        : [line];
}
/** Names that are to be pins no more. Throws INPUT_INVALID when one of them is to be pinned as well. */
function parseUnpin(environment, pins) {
    const names = [...new Set((0,readers/* lines */.Mn)(environment.input('unpin')))];
    for (const name of names)
        (0,pins_name/* checkPinName */.Rk)(name, 'input unpin');
    const both = pins.find(({ name }) => names.includes(name));
    if (both === undefined)
        return names;
    throw (0,readers/* disagreement */.fn)(['pin', 'unpin'], `both name ${(0,src_text/* quote */.hD)(both.name)}`, 'Give each name in one of them.');
}
/** null: there is no `om-results`. Throws INPUT_INVALID. */
function parseOmInputs(environment) {
    const file = environment.input('om-results');
    const subflakes = (0,readers/* lines */.Mn)(environment.input('subflake'));
    const prefix = environment.input('pin-prefix');
    if (file === '') {
        for (const name of ['subflake', 'pin-prefix']) {
            if (environment.input(name) === '')
                continue;
            throw (0,readers/* disagreement */.fn)(['om-results', name], `\`${name}\` is about \`om-results\`, which is empty`, `Give \`om-results\`, or leave \`${name}\` out.`);
        }
        return null;
    }
    return {
        file: (0,external_node_path_.resolve)(environment.workspace, file),
        subflakes,
        pinPrefix: prefix === 'none' ? null : prefix === '' ? environment.refName : prefix
    };
}

;// CONCATENATED MODULE: ./src/publish/provenance-inputs.ts

function parseProvenance(environment) {
    const file = (name) => {
        const given = environment.input(name);
        return given === '' ? null : (0,external_node_path_.resolve)(environment.workspace, given);
    };
    return { bundle: file('provenance'), subjects: file('provenance-subjects') };
}

;// CONCATENATED MODULE: ./src/publish/rebuild/inputs.ts





/** Throws INPUT_INVALID, INPUT_MISSING, SYSTEM_UNKNOWN. */
function parseRebuildInputs(environment) {
    const plan = environment.input('plan');
    const packed = (0,phases/* parseLeft */.p)(environment, 'packed');
    if (plan === '') {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_MISSING',
            subject: 'input plan',
            reason: 'it is empty, and `phase: rebuild` builds what a plan has',
            hint: 'Give the folder that `mode: matrix` left in `output-directory`.'
        });
    }
    return {
        mode: 'publish',
        phase: 'rebuild',
        plan: (0,external_node_path_.resolve)(environment.workspace, plan),
        packed,
        systems: (0,common/* parseSystems */.gi)(environment).value,
        sample: (0,readers/* parseCount */.zq)(environment, 'rebuild-sample', 1, 1000),
        timeLimit: (0,readers/* parseTime */.pe)(environment, 'rebuild-timeout'),
        outputDirectory: (0,phases/* parseOutputDirectory */.m)(environment)
    };
}

;// CONCATENATED MODULE: ./src/publish/what-inputs.ts





/** Throws INPUT_MISSING when nothing is named and that is not meant, INPUT_INVALID, PIN_NAME_INVALID. */
function parseWhatToPublish(environment, systems, { mayBeNothing }) {
    const attributes = (0,readers/* lines */.Mn)(environment.input('flake-attribute'));
    const paths = (0,readers/* lines */.Mn)(environment.input('paths'));
    const omResults = parseOmInputs(environment);
    const pins = parsePins(environment, systems);
    const isOnlyPins = pins.length > 0 || environment.input('unpin') !== '';
    const isPlanned = environment.input('plan') !== '';
    if (isPlanned && attributes.length > 0) {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: 'inputs plan and flake-attribute',
            reason: 'a row of a plan has its attributes'
        });
    }
    if (!isPlanned &&
        !mayBeNothing &&
        attributes.length + paths.length === 0 &&
        omResults === null &&
        !isOnlyPins) {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_MISSING',
            subject: 'inputs flake-attribute, paths and om-results',
            reason: 'all are empty, so there is nothing to publish'
        });
    }
    const expanded = attributes.flatMap((attribute) => attribute.includes('{system}')
        ? systems.map((system) => attribute.replaceAll('{system}', () => system))
        : [attribute]);
    // `nix build /nix/store/…` takes a store path as an installable, so we do.
    return {
        installables: [...new Set(expanded.filter((attribute) => !(0,store_path/* isStorePath */.zP)(attribute)))],
        paths: [...new Set([...paths, ...expanded.filter(store_path/* isStorePath */.zP)])],
        omResults,
        pins
    };
}
/** `plan`, `row` and `handed`. Throws INPUT_MISSING. */
function parsePlanInputs(environment) {
    const folder = environment.input('plan');
    const row = environment.input('row');
    const handed = (0,readers/* lines */.Mn)(environment.input('handed'));
    const inWorkspace = (path) => (0,external_node_path_.resolve)(environment.workspace, path);
    if (folder !== '' && row !== '') {
        return { plan: { folder: inWorkspace(folder), row }, handed: handed.map(inWorkspace) };
    }
    if (folder === '' && row === '' && handed.length === 0)
        return { plan: null, handed: [] };
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_MISSING',
        subject: folder === '' ? 'input plan' : 'input row',
        reason: 'it is empty, and `plan`, `row` and `handed` go together',
        hint: 'Give `plan` the folder that `mode: matrix` left, and `row` the row’s `row`.'
    });
}

;// CONCATENATED MODULE: ./src/publish/inputs.ts





















const verifications = ['substitute', 'narinfo', 'readers', 'none'];
/** What a run for a pull request does with what it built. */
const onPullRequest = ['build', 'pin', 'publish'];
/** Of a job, which may also be the one that builds again what others packed. Throws what the two below throw. */
function parsePublishStep(environment, secrets) {
    if ((0,readers/* oneOf */.yL)(environment, 'phase', modes/* phases */.tW.publish) !== 'rebuild') {
        return parsePublishInputs(environment, secrets);
    }
    (0,refuse/* refuseOtherPhases */.n5)(environment, 'publish', 'rebuild');
    return parseRebuildInputs(environment);
}
/**
 * Throws INPUT_INVALID, INPUT_MISSING, REGEX_INVALID, SYSTEM_UNKNOWN, SIGNING_KEY_INVALID, TOKEN_MISSING, REPOSITORY_INVALID,
 * BRANCH_INVALID.
 */
function parsePublishInputs(environment, secrets) {
    const phase = (0,readers/* oneOf */.yL)(environment, 'phase', modes/* publishing */.Kc);
    (0,refuse/* refuseOtherPhases */.n5)(environment, 'publish', phase);
    switch (phase) {
        case 'all':
            return {
                mode: 'publish',
                phase,
                ...parseAll(environment, secrets),
                ...parseTargetInputs(environment, secrets)
            };
        case 'pack':
            return {
                mode: 'publish',
                phase,
                outputDirectory: (0,phases/* parseOutputDirectory */.m)(environment),
                ...parsePlanInputs(environment),
                ...parseBuildInputs(environment),
                ...parseReadTargetInputs(environment, secrets),
                signingKeys: [],
                isSignedLater: true
            };
        case 'commit': {
            const expected = parseExpected(environment);
            return {
                mode: 'publish',
                phase,
                packed: isClosing(environment) ? [] : (0,phases/* parseLeft */.p)(environment, 'packed'),
                expected,
                ...parseCommitInputs(environment, secrets, [], expected),
                ...parseTargetInputs(environment, secrets)
            };
        }
    }
}
function parseAll(environment, secrets) {
    const build = parseBuildInputs(environment);
    return { ...build, ...parseCommitInputs(environment, secrets, build.pins, null) };
}
/** Of a pull request that is closed nothing is built, nor pinned: there need be nothing to publish. */
function isClosing(environment) {
    const way = (0,readers/* oneOf */.yL)(environment, 'on-pull-request', onPullRequest);
    return environment.pullRequest?.isClosed === true && way !== 'publish';
}
function parseTargetInputs(environment, { token }) {
    const target = (0,address/* parseTargetAddress */.B)(environment.input('target-repository'), environment);
    (0,inputs_secrets/* checkToken */.SK)(token, target.kind, environment);
    return {
        target,
        branch: (0,common/* parseBranch */.Qd)(environment, target),
        token: target.kind === 'github' ? token : '',
        substituterUrl: (0,common/* parseSubstituter */.Sv)(environment, target)
    };
}
/** For a run that only reads the target: a public one needs no token. */
function parseReadTargetInputs(environment, secrets) {
    if (secrets.token !== '')
        return parseTargetInputs(environment, secrets);
    const target = (0,address/* parseTargetAddress */.B)(environment.input('target-repository'), environment);
    const substituterUrl = (0,common/* parseSubstituter */.Sv)(environment, target);
    return { target, branch: (0,common/* parseBranch */.Qd)(environment, target), token: '', substituterUrl };
}
function parseBuildInputs(environment) {
    const systems = (0,common/* parseSystems */.gi)(environment);
    const compression = (0,readers/* oneOf */.yL)(environment, 'compression', types/* compressions */.M);
    return {
        ...parseWhatToPublish(environment, systems.value, { mayBeNothing: isClosing(environment) }),
        systems,
        compression,
        compressionLevel: parseCompressionLevel(environment, compression),
        isSignedLater: false,
        unsigned: (0,readers/* parseBoolean */.yG)(environment, 'unsigned'),
        closure: parseClosure(environment),
        upstreamKeys: parseUpstreamKeys(environment),
        exclude: (0,readers/* lines */.Mn)(environment.input('exclude')).map((text) => (0,readers/* parseRegex */.rG)('exclude', text)),
        cache: parseCache(environment),
        logs: (0,readers/* parseBoolean */.yG)(environment, 'logs')
    };
}
function parseCommitInputs(environment, secrets, pins, expected) {
    const target = (0,address/* parseTargetAddress */.B)(environment.input('target-repository'), environment);
    const closure = parseClosure(environment);
    return {
        route: parseRoute(environment, target),
        releaseAbove: parseReleaseAbove(environment, target),
        signingKeys: (0,inputs_secrets/* parseSigningKeys */.Br)(environment, secrets),
        unsigned: (0,readers/* parseBoolean */.yG)(environment, 'unsigned'),
        trustedKeys: (0,trusted_keys/* parseTrustedKeys */.n)(environment),
        site: (0,readers/* parseBoolean */.yG)(environment, 'site'),
        closure,
        verify: (0,readers/* oneOf */.yL)(environment, 'verify', verifications),
        unpin: parseUnpin(environment, pins),
        failOnEmpty: (0,readers/* parseBoolean */.yG)(environment, 'fail-on-empty'),
        logs: (0,readers/* parseBoolean */.yG)(environment, 'logs'),
        sizeBudget: (0,readers/* parseSize */.DB)(environment, 'size-budget'),
        dryRun: (0,readers/* parseBoolean */.yG)(environment, 'dry-run'),
        cachedBranch: (0,inputs/* parseCachedBranch */._)(environment, secrets, closure, expected),
        onPullRequest: (0,readers/* oneOf */.yL)(environment, 'on-pull-request', onPullRequest),
        comment: (0,readers/* parseBoolean */.yG)(environment, 'comment'),
        annotate: (0,readers/* parseBoolean */.yG)(environment, 'annotate'),
        provenance: parseProvenance(environment)
    };
}
function parseClosure(environment) {
    return (0,readers/* oneOf */.yL)(environment, 'closure', nix_types/* closureTypes */.R);
}
function parseRoute(environment, target) {
    const route = (0,readers/* oneOf */.yL)(environment, 'route', ['auto', ...routes]);
    if (route === 'api' && target.kind === 'git') {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: 'input route',
            reason: '`api` is GitHub’s, and `target-repository` is not on this GitHub',
            hint: 'Leave `route` out, or give `push`.'
        });
    }
    return route;
}
function parseReleaseAbove(environment, target) {
    if ((0,readers/* valueOf */.RP)(environment, 'release-above') === 'auto')
        return null;
    const bytes = (0,readers/* parseSize */.DB)(environment, 'release-above');
    const { largestTreeFile } = limits/* defaultLimits */.M;
    if (bytes > largestTreeFile) {
        const accepted = '`auto`, or a size from 1 byte to `100 MiB`, which is the most that Git takes on GitHub';
        throw (0,readers/* invalid */.Gq)('release-above', environment.input('release-above'), accepted);
    }
    if (target.kind === 'git') {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: 'input release-above',
            reason: 'release assets are GitHub’s, and `target-repository` is not on this GitHub',
            hint: 'Leave `release-above` out.'
        });
    }
    return bytes;
}
function parseCompressionLevel(environment, compression) {
    const text = environment.input('compression-level');
    const range = compress/* compressionLevels */.Wf[compression];
    if (range === null) {
        if (text === '')
            return null;
        throw (0,readers/* invalid */.Gq)('compression-level', text, 'nothing, as compression none has no levels');
    }
    if (text === '')
        return range.default;
    const level = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
    if (!(level >= range.min && level <= range.max)) {
        throw (0,readers/* invalid */.Gq)('compression-level', text, `${compression} takes ${range.min} to ${range.max}`);
    }
    return level;
}
function parseUpstreamKeys(environment) {
    const keys = (0,readers/* words */.aL)((0,readers/* valueOf */.RP)(environment, 'upstream-keys'));
    if (keys.length === 1 && keys[0] === 'none')
        return [];
    const withColon = keys.find((key) => key.includes(':'));
    if (withColon !== undefined) {
        throw (0,readers/* invalid */.Gq)('upstream-keys', withColon, 'names of keys: the part before the colon');
    }
    return keys;
}


/***/ }),

/***/ 63328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   My: () => (/* binding */ pullRequestOfEvent),
/* harmony export */   T5: () => (/* binding */ isPullRequestEvent),
/* harmony export */   oV: () => (/* binding */ workflowRunOfEvent)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

const commitName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/);
const repositoryName = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[\w.-]+\/[\w.-]+$/) });
// https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
const pullRequestPayload = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        number: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
        head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: commitName }),
        base: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: commitName })
    })
});
/**
 * Whether runs of this event are about a pull request and get, when that is a fork's, no secrets and a token that may only read;
 * `pull_request_target` is another matter.
 */
function isPullRequestEvent(eventName) {
    return /^pull_request(?:_review|_review_comment)?$/.test(eventName ?? '');
}
/** null: it is none that GitHub would send. */
function pullRequestOfEvent(payload) {
    const { data } = pullRequestPayload.safeParse(payload);
    if (data === undefined)
        return null;
    const { number, head, base } = data.pull_request;
    return { number, head: head.sha, base: base.sha, isClosed: data.action === 'closed' };
}
// https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
const workflowRunPayload = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        event: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        conclusion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
        path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
        head_sha: commitName,
        head_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(300).nullable(),
        head_repository: repositoryName.nullable()
    })
});
/** null: it is none that GitHub would send. */
function workflowRunOfEvent(payload) {
    const { data } = workflowRunPayload.safeParse(payload);
    if (data === undefined)
        return null;
    const { event, conclusion, path, head_sha: commit, head_branch, head_repository } = data.workflow_run;
    const repository = head_repository?.full_name ?? null;
    // `.github/workflows/repair.yml`, or with `@main` at its end.
    const workflow = path?.replace(/@[^@]*$/, '') ?? null;
    return { event, conclusion, workflow, head: { commit, branch: head_branch ?? '', repository } };
}


/***/ }),

/***/ 13317:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ parseHookInputs)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/table.ts + 6 modules
var table = __webpack_require__(13912);
// EXTERNAL MODULE: ./src/publish/inputs.ts + 7 modules
var publish_inputs = __webpack_require__(86611);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/near.ts
var near = __webpack_require__(16733);
// EXTERNAL MODULE: ./src/nix/types.ts
var types = __webpack_require__(56310);
// EXTERNAL MODULE: ./src/inputs/duration.ts
var duration = __webpack_require__(21601);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/queue/layout.ts
var layout = __webpack_require__(55993);
;// CONCATENATED MODULE: ./src/queue/config.ts









const config_duration = schemas/* string */.YjP().transform((text, context) => {
    const milliseconds = (0,duration/* parseDuration */.E)(text);
    if (milliseconds !== null)
        return milliseconds;
    context.addIssue({ code: 'custom', message: `${quoted(text)} is not ${duration/* durationForms */.e}` });
    return core/* NEVER */.tm;
});
const gitSchema = schemas/* strictObject */.rej({
    git: schemas/* string */.YjP().min(1),
    branch: schemas/* string */.YjP().optional(),
    tokenFile: schemas/* string */.YjP().optional(),
    signingKeyFile: schemas/* string */.YjP().optional(),
    unsigned: schemas/* boolean */.zMY().optional(),
    compression: schemas/* string */.YjP().optional(),
    compressionLevel: schemas/* int */.Whr().optional(),
    upstreamKeys: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    exclude: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    route: schemas/* string */.YjP().optional(),
    releaseAbove: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* int */.Whr()]).optional(),
    verify: schemas/* string */.YjP().optional(),
    logs: schemas/* boolean */.zMY().optional(),
    site: schemas/* boolean */.zMY().optional(),
    substituterUrl: schemas/* string */.YjP().optional()
});
const storeSchema = schemas/* strictObject */.rej({
    store: schemas/* string */.YjP().min(1),
    checkSigs: schemas/* boolean */.zMY().optional(),
    substituteOnDestination: schemas/* boolean */.zMY().optional()
});
const queueSchema = schemas/* strictObject */.rej({
    destination: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
    closure: schemas/* enum */.k5n(types/* closureTypes */.R).optional(),
    interval: config_duration.optional(),
    maxAttempts: schemas/* int */.Whr().min(1).max(1000).optional()
});
const configSchema = schemas/* strictObject */.rej({
    queueDir: schemas/* string */.YjP().startsWith('/').optional(),
    queues: schemas/* record */.g1P(schemas/* string */.YjP().regex(layout/* queueNamePattern */.rK, 'a queue’s name has letters, digits and `._-`, 64 at most'), queueSchema)
});
/** Longest configuration, in characters: it is somebody's JSON. */
const largestConfig = 1_000_000;
/** `about`: what the text is, for messages: an input or a file. Throws QUEUE_CONFIG_INVALID, which names the key. */
function parseConfig(text, about) {
    if (text.length > largestConfig)
        throw invalid(about, `it has more than ${largestConfig} characters`);
    const found = check(configSchema, parseJson(text, about), about, []);
    const queues = Object.entries(found.queues).map(([name, { destination, ...rest }]) => {
        // Which of the two it is meant to be is plain: the message is then about that one.
        const schema = Object.hasOwn(destination, 'store') ? storeSchema : gitSchema;
        const path = ['queues', name, 'destination'];
        return {
            name,
            ...without(rest),
            destination: check(schema, destination, about, path)
        };
    });
    if (queues.length === 0)
        throw invalid(about, 'queues: it is empty');
    return { queueDir: found.queueDir ?? null, queues };
}
/** Throws QUEUE_CONFIG_INVALID. */
function readConfig(file, about) {
    return parseConfig(readConfigText(file, about), about);
}
/** As it stands. Throws QUEUE_CONFIG_INVALID. */
function readConfigText(file, about) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (cause) {
        throw invalid(about, `the file ${quoted(file)} cannot be read (${(0,errors/* codeOf */.$N)(cause)})`, { cause });
    }
}
function check(schema, value, about, path) {
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    const { issues } = result.error;
    // First what is misspelt: that what it was meant for is missing follows from it.
    const issue = innermost(issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]);
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const place = [...path, ...(issue?.path ?? []).map(String)];
    const known = keysAt(schema, (issue?.path ?? []).map(String));
    // Neither of the two: it may be the one that was meant.
    if (known.includes('git') && !Object.hasOwn(Object(value), 'git'))
        known.push('store');
    const key = [...place, ...(unknown === undefined ? [] : [unknown])].join('.').slice(0, 200);
    const why = unknown === undefined ? (issue?.message ?? '').slice(0, 500) : 'there is no such key';
    const hint = unknown === undefined
        ? undefined
        : `${(0,near/* didYouMean */.a)(unknown, known)}Known: ${(0,src_text/* list */.p_)(known.map((one) => `\`${one}\``))}.`;
    throw invalid(about, `${key === '' ? 'the whole' : (0,harmless/* shownName */.HD)(key)}: ${why}`, {
        cause: result.error,
        hint
    });
}
/** The keys of the object that stands at a place. */
function keysAt(schema, [step, ...rest]) {
    const object = schema instanceof schemas/* ZodOptional */.IiU ? schema.unwrap() : schema;
    if (object instanceof schemas/* ZodRecord */.b8S)
        return keysAt(object.valueType, rest);
    if (!(object instanceof schemas/* ZodObject */.bvH))
        return [];
    return step === undefined ? Object.keys(object.shape) : keysAt(object.shape[step], rest);
}
/** Of a name that is refused, zod tells why inside of its own issue. */
function innermost(issue) {
    const inner = issue?.code === 'invalid_key' ? issue.issues[0] : undefined;
    return issue === undefined || inner === undefined ? issue : { ...inner, path: issue.path };
}
function parseJson(text, about) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        // The parser's words tell the place, and repeat a few characters of what stands there.
        const words = JSON.stringify(String(Object(cause).message));
        throw invalid(about, `it is not JSON: ${words.slice(1, 200).replace(/"$/, '')}`, { cause });
    }
}
/** An absent key and one that is undefined are the same here. */
function without(rest) {
    return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}
function invalid(about, reason, { cause, hint } = {}) {
    return new errors/* NarPublishError */.f9({ code: 'QUEUE_CONFIG_INVALID', subject: about, reason, hint, cause });
}
function quoted(text) {
    return JSON.stringify(text.slice(0, 200));
}

// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
;// CONCATENATED MODULE: ./src/queue/queues.ts







/** What a queue has whose configuration says nothing of it, in the action's words. Throws INPUT_INVALID. */
function queueDefaults(environment) {
    return { interval: (0,readers/* parseTime */.pe)(environment, 'interval'), maxAttempts: parseAttempts(environment) };
}
function parseAttempts(environment) {
    return (0,readers/* parseCount */.zq)(environment, 'max-attempts', 1, 1000);
}
/** A queue's settings in full: what the configuration leaves out is as the inputs say. Throws what parsing those throws. */
function queueOf(config, environment, secrets, defaults) {
    const { name, interval, maxAttempts } = config;
    const closure = config.closure ?? (0,publish_inputs/* parseClosure */.JK)(environment);
    return {
        name,
        closure,
        interval: interval ?? defaults.interval,
        maxAttempts: maxAttempts ?? defaults.maxAttempts,
        destination: inQueue(name, () => 'store' in config.destination
            ? storeDestination(config.destination)
            : gitSettingsDestination({ ...config.destination }, closure, environment, secrets))
    };
}
/** A Git destination as the inputs of `mode: publish` describe it. */
function gitDestination(environment, secrets) {
    // What is published is not known yet; `mode: publish` takes no empty list.
    const told = withInputs(environment, {
        phase: '',
        paths: 'queue',
        'flake-attribute': '',
        'om-results': '',
        pin: '',
        unpin: '',
        'fail-on-empty': '',
        // The job's own steps decide what is built for a pull request.
        'on-pull-request': 'publish',
        comment: 'false',
        annotate: ''
    });
    const inputs = (0,publish_inputs/* parsePublishInputs */.Qw)(told, secrets);
    if (inputs.phase !== 'all')
        throw new Error('a queue has one phase');
    return { ...inputs, paths: [] };
}
function gitSettingsDestination(settings, closure, environment, inherited) {
    const file = (path) => path === undefined ? undefined : readSecretFile((0,external_node_path_.resolve)(environment.workspace, path));
    const given = {
        'target-repository': settings.git,
        // Another repository's branch is no default for this one.
        'target-branch': settings.branch ?? '',
        'substituter-url': settings.substituterUrl ?? '',
        token: file(settings.tokenFile),
        'signing-key': file(settings.signingKeyFile),
        unsigned: settings.unsigned?.toString(),
        closure,
        compression: settings.compression,
        'compression-level': settings.compressionLevel?.toString(),
        'upstream-keys': settings.upstreamKeys?.join('\n'),
        exclude: settings.exclude?.join('\n'),
        route: settings.route,
        'release-above': settings.releaseAbove?.toString(),
        verify: settings.verify,
        logs: settings.logs?.toString(),
        site: settings.site?.toString()
    };
    const told = withInputs(environment, given);
    // A terminal's environment has forgotten its secrets by the time that it is asked again.
    const own = (0,inputs_secrets/* readSecrets */.ql)(told, inherited.mask);
    const secrets = {
        ...inherited,
        ...(given['token'] === undefined ? {} : { token: own.token }),
        ...(given['signing-key'] === undefined ? {} : { signingKey: own.signingKey })
    };
    return { kind: 'git', inputs: gitDestination(told, secrets) };
}
/** Throws QUEUE_CONFIG_INVALID. */
function storeDestination({ store, checkSigs = true, substituteOnDestination = false }) {
    const reason = whyNoStore(store);
    if (reason !== null) {
        throw new errors/* NarPublishError */.f9({
            code: 'QUEUE_CONFIG_INVALID',
            subject: 'destination store',
            reason
        });
    }
    return { kind: 'store', url: store, checkSigs, substituteOnDestination };
}
/** What keeps a text from being a destination; null: nothing. It is an argument of `nix`: neither an option, nor a place for a password. */
function whyNoStore(store) {
    const isUrl = /^[a-z][a-z0-9+.-]*:\/\/[^\s\p{Cc}]*$/u.test(store) && URL.canParse(store);
    const isPath = /^\/[^\p{Cc}]*$/u.test(store);
    if (!isUrl && !isPath) {
        return `${(0,src_text/* quote */.hD)(store)} is neither the address of a store (\`file://\`, \`ssh://\`, \`s3://\`) nor an absolute path`;
    }
    return isUrl && new URL(store).password !== ''
        ? 'the address holds a password, which every user of the machine could read'
        : null;
}
function withInputs(environment, given) {
    return { ...environment, input: (name) => given[name] ?? environment.input(name) };
}
function readSecretFile(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8').trim();
    }
    catch (cause) {
        const subject = `file ${(0,src_text/* quote */.hD)(file)}`;
        const reason = `it cannot be read (${(0,errors/* codeOf */.$N)(cause)})`;
        throw new errors/* NarPublishError */.f9({ code: 'QUEUE_CONFIG_INVALID', subject, reason, cause });
    }
}
/** Says which queue an error is about. */
function inQueue(name, body) {
    try {
        return body();
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9))
            throw error;
        throw error.with({ subject: `queues.${name}.destination, ${error.subject}` });
    }
}

;// CONCATENATED MODULE: ./src/queue/inputs.ts






/** Every input that this mode takes. */
const inputsOfHook = table/* inputNames */.vj.filter((name) => table/* inputs */.QL[name].takenBy.hook !== undefined);
/** Throws QUEUE_CONFIG_INVALID, INPUT_INVALID, and what `mode: publish` throws about a target. */
function parseHookInputs(environment, secrets) {
    if ((0,readers/* parseBoolean */.yG)(environment, 'dry-run')) {
        throw (0,readers/* disagreement */.fn)(['mode', 'dry-run'], '`mode: hook` publishes what later steps build, of which there is no trial', 'Leave `dry-run` out.');
    }
    return {
        mode: 'hook',
        queues: parseQueues(environment, secrets),
        given: {
            ...Object.fromEntries(inputsOfHook.map((name) => [name, environment.input(name)])),
            queues: configText(environment)
        },
        drainTimeout: (0,readers/* parseTime */.pe)(environment, 'drain-timeout'),
        failOnUndrained: (0,readers/* parseBoolean */.yG)(environment, 'fail-on-undrained')
    };
}
/** Those of `queues` (JSON, or a file that holds it), or one that the other inputs describe. */
function parseQueues(environment, secrets) {
    const defaults = queueDefaults(environment);
    const text = configText(environment);
    if (text === '') {
        const inputs = gitDestination(environment, secrets);
        const closure = (0,publish_inputs/* parseClosure */.JK)(environment);
        return [{ name: 'default', closure, ...defaults, destination: { kind: 'git', inputs } }];
    }
    for (const name of ['target-repository', 'target-branch', 'substituter-url']) {
        if (['', (0,table/* defaultOf */.HA)(name)].includes(environment.input(name)))
            continue;
        throw (0,readers/* disagreement */.fn)(['queues', name], `each of \`queues\` has a destination of its own, so \`${name}\` is nobody's`, `Leave \`${name}\` out, or write it into the \`destination\` that it is meant for (docs/queue.md).`);
    }
    const { queues } = parseConfig(text, 'input queues');
    return queues.map((config) => queueOf(config, environment, secrets, defaults));
}
/** JSON, that of a file too; empty when there is none. */
function configText(environment) {
    const text = environment.input('queues');
    if (text === '' || text.startsWith('{'))
        return text;
    return readConfigText((0,external_node_path_.resolve)(environment.workspace, text), 'input queues');
}


/***/ }),

/***/ 55993:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ stateFile),
/* harmony export */   gw: () => (/* binding */ linksFolder),
/* harmony export */   rK: () => (/* binding */ queueNamePattern),
/* harmony export */   wZ: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


// It is a folder's and a file's name, and part of systemd units' names; `.state` is ours.
const queueNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** Folder with the links of a queue. */
function linksFolder({ directory }, name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name);
}
/** A file about queues that is no entry of one. */
function stateFile({ directory }, file) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.state', file);
}
/** The folders, readable by this user only; the hook may run as root. */
function makeFolders(place, names) {
    for (const folder of [
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.directory, '.state'),
        ...names.map((name) => linksFolder(place, name))
    ]) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    }
}


/***/ }),

/***/ 83578:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ routeRows),
/* harmony export */   IW: () => (/* binding */ remarks),
/* harmony export */   YI: () => (/* binding */ failuresTable),
/* harmony export */   Yg: () => (/* binding */ howItWent),
/* harmony export */   vX: () => (/* binding */ requestsRow),
/* harmony export */   zs: () => (/* binding */ rest),
/* harmony export */   zt: () => (/* binding */ renderFailure)
/* harmony export */ });
/* harmony import */ var _failed_build_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54059);
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _failed_builds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51727);




// Blocks of Markdown that the summaries of several modes are made of.
function remarks(label, texts, shown = texts.length) {
    return texts.slice(0, shown).map((text) => `> **${label}:** ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(text, 1000)}`);
}
/** What a list that was cut short ends with. */
function rest(number, shown) {
    return number > shown ? [`… and ${number - shown} more.`] : [];
}
/** `shown` of `all` failures. */
function failuresTable(shown, all) {
    if (all === 0)
        return [];
    return [
        `### ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(all, 'installable')} failed`,
        ...(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Installable', 'Error', 'Reason'], shown.map(({ installable, code, reason, builds = [] }) => [
            (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(installable),
            (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(code),
            (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)((0,_failed_build_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutLogs */ .O)(reason, builds), 1000)
        ])),
        ...(0,_failed_builds_js__WEBPACK_IMPORTED_MODULE_2__/* .failedBuilds */ .B)(shown.flatMap(({ builds = [] }) => builds), shown.length)
    ];
}
/** Milliseconds. What is shorter would be told as `0.0 s`. */
const shortestTold = 50;
/** `rows`: name and value, Markdown. */
function howItWent(rows, timings) {
    const all = [
        ...rows,
        ...timings
            .filter(({ milliseconds }) => milliseconds >= shortestTold)
            .map(({ phase, milliseconds }) => [
            (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(phase),
            `${(milliseconds / 1000).toFixed(1)} s`
        ])
    ];
    return all.length === 0 ? [] : ['### How it went', ...(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', ''], all)];
}
/** How a commit was written; why it was a push is said, as that is not the usual way. */
function routeRows({ route, routeReason, attempts }) {
    if (route === null)
        return [];
    const routes = { api: 'GitHub’s API', push: 'git push' };
    const isTold = route === 'push' && routeReason !== undefined;
    const why = isTold ? `: ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(routeReason, 500)}` : '';
    return [['Route', `${routes[route]}, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(attempts, 'attempt')}${why}`]];
}
/** `git`: connections; null: not a word of it. */
function requestsRow({ api, raw }, git) {
    const ofGit = git === null ? '' : `, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(git, 'connection')} of git`;
    return ['Requests', `${api} to the API, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(raw, 'plain file read')}${ofGit}`];
}
/** The job's summary for a run that was stopped before it wrote anything. */
function renderFailure({ code, subject, reason, hint, builds }) {
    const text = (words) => (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(words, 2000);
    const why = text((0,_failed_build_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutLogs */ .O)(reason, builds));
    const blocks = [
        `**Nothing was written**: ${text(subject)}: ${why} (\`${code}\`).`,
        ...(0,_failed_builds_js__WEBPACK_IMPORTED_MODULE_2__/* .failedBuilds */ .B)(builds),
        text(hint)
    ];
    return `${blocks.join('\n\n')}\n`;
}


/***/ }),

/***/ 51727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ failedBuilds)
/* harmony export */ });
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


/** So many are shown: of what is broken at its root much else is, too, and that is one. */
const mostShown = 10;
/** Characters of each: of lines as long as a page the end is shown. */
const longestLines = 10_000;
/** The last lines of the logs of what did not build, each once. `shown`: at most so many. */
function failedBuilds(all, shown = mostShown) {
    const builds = [...new Map(all.map((build) => [build.drvPath, build])).values()].filter(({ lines }) => lines !== '');
    const told = builds.slice(0, Math.min(shown, mostShown));
    if (told.length === 0)
        return [];
    const omitted = builds.length - told.length;
    return [
        ...told.flatMap(({ drvPath, lines }) => [
            `The log of ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(drvPath)} ends:`,
            (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fencedText */ .fV)(lines.slice(-longestLines))
        ]),
        ...(omitted === 0 ? [] : [`The job’s log has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(omitted, 'more failed build')}.`])
    ];
}


/***/ }),

/***/ 56540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseTargetAddress)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);



const ownerPattern = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/;
const repoPattern = /^[A-Za-z0-9._-]{1,100}$/;
/** What git is allowed to use: `ext::` and other helpers would run what the address names. */
const protocols = ['https:', 'http:', 'ssh:', 'file:'];
/** `user@host:path`, or `host:path`. A host that began with a dash would be an option for ssh. */
const scpPattern = /^(?:[A-Za-z0-9_.-]+@)?([A-Za-z0-9][A-Za-z0-9.-]*):(?!\/\/|:)([^\p{Cc}]+)$/u;
/**
 * `owner/name`, the address of a repository on the host of `serverUrl` (https, ssh or scp-like, with or without `.git`): GitHub's.
 * Another https, ssh, scp-like or file address, or a path (`/…`, `./…`, `../…`, about `workspace`): git's. Empty: the workflow's
 * own repository. Throws REPOSITORY_INVALID, INPUT_MISSING.
 */
function parseTargetAddress(text, run) {
    if (text === '') {
        if (run.repository === null) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
                code: 'INPUT_MISSING',
                subject: 'input target-repository',
                reason: 'it is empty, and outside of a workflow there is no repository to fall back to',
                terminal: { reason: 'it is empty' }
            });
        }
        return parseTargetAddress(run.repository, run);
    }
    if (/\p{Cc}/u.test(text))
        throw invalid(text, 'it holds a control character');
    if (/^\.{0,2}\//.test(text) || text === '.' || text === '..') {
        return { kind: 'git', url: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(run.workspace, text) };
    }
    const server = new URL(run.serverUrl);
    if (text.includes('://'))
        return parseUrl(text, server);
    const scp = scpPattern.exec(text);
    if (scp?.[1] === undefined || scp[2] === undefined)
        return gitHubRepository(text, text);
    return scp[1].toLowerCase() === server.hostname
        ? gitHubRepository(scp[2], text)
        : { kind: 'git', url: text };
}
function parseUrl(text, server) {
    if (!URL.canParse(text))
        throw invalid(text, 'it is not a valid address');
    const url = new URL(text);
    if (!protocols.includes(url.protocol)) {
        throw invalid(text, 'git pushes to https, http, ssh and file addresses, and to paths');
    }
    const isSsh = url.protocol === 'ssh:';
    if (url.password !== '' || (url.username !== '' && !isSsh)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'REPOSITORY_INVALID',
            subject: 'input target-repository',
            reason: 'the address holds a user name or password',
            hint: 'Give the address without it: GitHub’s secret as `token`, another host’s through a credential helper of git.'
        });
    }
    const isGitHub = url.protocol !== 'file:' &&
        (isSsh ? url.hostname === server.hostname : url.host === server.host);
    if (isGitHub)
        return gitHubRepository((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .decoded */ .DH)(url.pathname), text);
    if (url.search !== '' || url.hash !== '')
        throw invalid(text, 'it has a query or a fragment');
    // A host that began with a dash would be an option for ssh.
    if (url.hostname.startsWith('-'))
        throw invalid(text, 'it is not a valid address');
    return { kind: 'git', url: text };
}
/** `path`: what stands behind the host; `text`: the whole, for the error. */
function gitHubRepository(path, text) {
    const [owner, repo, ...rest] = path.replace(/^\/+|\/+$/g, '').split('/');
    const name = repo?.replace(/\.git$/, '');
    if (rest.length > 0 ||
        owner === undefined ||
        name === undefined ||
        !ownerPattern.test(owner) ||
        !repoPattern.test(name) ||
        name === '.' ||
        name === '..') {
        throw invalid(text, 'it is neither owner/name nor the address of a repository');
    }
    return { kind: 'github', owner, repo: name };
}
function invalid(text, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'REPOSITORY_INVALID',
        subject: `input target-repository, ${JSON.stringify(text.slice(0, 200))}`,
        reason
    });
}


/***/ }),

/***/ 33444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ checkBranchName),
/* harmony export */   Q8: () => (/* binding */ isBranchName),
/* harmony export */   T5: () => (/* binding */ usualBranch),
/* harmony export */   pD: () => (/* binding */ parseBranchName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** Where a cache lies that is not on its repository's default branch. */
const usualBranch = 'nix-cache';
/**
 * Whether Git takes `name` as a branch: the rules of `git check-ref-format --branch`, and two of GitHub's.
 * https://git-scm.com/docs/git-check-ref-format
 */
function isBranchName(name) {
    return (name.isWellFormed() &&
        // GitHub's limit is 255 bytes for the whole ref, `refs/heads/` included.
        Buffer.byteLength(name) <= 244 &&
        // GitHub refuses these: an address could not tell such a branch from a commit.
        !/^[0-9a-f]{40}$/i.test(name) &&
        name !== 'HEAD' &&
        !name.startsWith('-') &&
        !name.endsWith('.') &&
        !name.includes('..') &&
        !name.includes('@{') &&
        !forbiddenCharacter.test(name) &&
        name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock')));
}
/** Throws BRANCH_INVALID. */
function checkBranchName(name, subject = JSON.stringify(name.slice(0, 300))) {
    if (isBranchName(name))
        return;
    const reason = 'Git does not accept it as the name of a branch';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'BRANCH_INVALID', subject, reason });
}
/** A branch as somebody gives it: `refs/heads/main` is `main`. Throws BRANCH_INVALID. */
function parseBranchName(text, subject) {
    const name = text.replace(/^refs\/heads\//, '');
    if (name.startsWith('refs/')) {
        const reason = 'it is the full name of something else than a branch';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'BRANCH_INVALID', subject, reason });
    }
    checkBranchName(name, subject);
    return name;
}
const forbiddenCharacter = /[\p{Cc}\s~^:?*[\\]/u;


/***/ }),

/***/ 66714:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ basicCredentials),
/* harmony export */   GY: () => (/* binding */ withSettings),
/* harmony export */   Jd: () => (/* binding */ tokenSettings),
/* harmony export */   R4: () => (/* binding */ workTreeEnvironment),
/* harmony export */   WK: () => (/* binding */ offline),
/* harmony export */   _K: () => (/* binding */ gitEnvironment),
/* harmony export */   au: () => (/* binding */ committerEnvironment),
/* harmony export */   tZ: () => (/* binding */ withoutRepository)
/* harmony export */ });
/* harmony import */ var _passed_on_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41353);

/** For the transports of a target; `ext::` and others run programs that an address names. */
const transports = 'http:https:ssh:file';
/** What ties a process to somebody's repository (`git rev-parse --local-env-vars`); GIT_CONFIG_COUNT is kept and added to. */
const localVariables = [
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_COMMON_DIR',
    'GIT_CONFIG',
    'GIT_CONFIG_PARAMETERS',
    'GIT_DIR',
    'GIT_GRAFT_FILE',
    'GIT_IMPLICIT_WORK_TREE',
    'GIT_INDEX_FILE',
    'GIT_INTERNAL_SUPER_PREFIX',
    'GIT_NAMESPACE',
    'GIT_NO_REPLACE_OBJECTS',
    'GIT_OBJECT_DIRECTORY',
    'GIT_PREFIX',
    'GIT_REPLACE_REF_BASE',
    'GIT_SHALLOW_FILE',
    'GIT_WORK_TREE',
    // Would print headers, ours with the token among them.
    'GIT_CURL_VERBOSE'
];
const alwaysSet = [
    // Hooks of the machine are about people's work, not about a store's commits.
    ['core.hooksPath', '/dev/null'],
    ['core.autocrlf', 'false'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['fetch.writeCommitGraph', 'false'],
    ['fetch.fsckObjects', 'false'],
    ['i18n.commitEncoding', 'UTF-8'],
    // Only version 2 lets a client fetch single blobs from any server.
    ['protocol.version', '2'],
    ['advice.pushUpdateRejected', 'false'],
    // A line that is dead is noticed: under 1,000 bytes a second for two minutes.
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '120'],
    // Larger files are streamed, not held in memory, and are not looked through for deltas.
    ['core.bigFileThreshold', '16m']
];
/**
 * Environment for git: no prompts, messages in English, nothing of a repository around us; settings by GIT_CONFIG_COUNT, so that a
 * secret among them is in no argument and no file. The user's own settings (credential helpers, proxies, certificates) stay.
 * Who commits: GIT_AUTHOR_* and GIT_COMMITTER_* where the user has set them, else nobody in particular.
 */
function gitEnvironment(base, settings) {
    return environmentWith(base, [...alwaysSet, ...settings]);
}
/**
 * The same for looking at somebody's work tree: how their files' lines end is their own setting, and nothing of theirs is run,
 * locked or written.
 */
function workTreeEnvironment(base) {
    const settings = [
        ['core.hooksPath', '/dev/null'],
        ['core.fsmonitor', 'false'],
        // Would put part of any index into their repository.
        ['core.splitIndex', 'false'],
        // Only tells whether line endings survive a round trip; an error would end the run.
        ['core.safecrlf', 'false']
    ];
    return { ...environmentWith(base, settings), GIT_OPTIONAL_LOCKS: '0' };
}
/** For a commit that is the user's own, in their work tree: their name, their settings, and what their hooks go by. */
function committerEnvironment(base) {
    return { ...withoutRepository(base), GIT_TERMINAL_PROMPT: '0' };
}
function environmentWith(base, settings) {
    return withSettings({
        ...identity('GIT_AUTHOR'),
        ...identity('GIT_COMMITTER'),
        ...withoutRepository((0,_passed_on_js__WEBPACK_IMPORTED_MODULE_0__/* .passedOn */ .I3)(base, 'git')),
        GIT_TERMINAL_PROMPT: '0',
        GIT_TRACE_REDACT: '1',
        GIT_ALLOW_PROTOCOL: transports,
        LC_ALL: 'C',
        LANGUAGE: ''
    }, settings);
}
/** With further settings, after those that it has. */
function withSettings(given, settings) {
    const env = { ...given };
    const before = /^\d{1,4}$/.test(env['GIT_CONFIG_COUNT'] ?? '')
        ? Number(env['GIT_CONFIG_COUNT'])
        : 0;
    for (const [index, [key, value]] of settings.entries()) {
        env[`GIT_CONFIG_KEY_${before + index}`] = key;
        env[`GIT_CONFIG_VALUE_${before + index}`] = value;
    }
    return { ...env, GIT_CONFIG_COUNT: String(before + settings.length) };
}
/** For programs that run git themselves: as if we had not been started in a repository, by a hook for example. */
function withoutRepository(base) {
    return Object.fromEntries(Object.entries(base).filter(([name]) => !localVariables.includes(name)));
}
/** A domain that cannot exist, so that the commits are not counted as somebody's. */
function identity(who) {
    return { [`${who}_NAME`]: 'nar-publish', [`${who}_EMAIL`]: 'nar-publish@noreply.invalid' };
}
/** For commands that must not talk to anybody: a missing blob is then an error, and not fetched behind our back. */
const offline = {
    GIT_NO_LAZY_FETCH: '1',
    // Versions before 2.44 do not know that variable.
    GIT_ALLOW_PROTOCOL: 'none'
};
/** GitHub takes a token as the password of this user, whoever's it is. */
const tokenUser = 'x-access-token';
/** What a request with the token carries after `Authorization:`; as secret as the token. */
function basicCredentials(token) {
    return `basic ${Buffer.from(`${tokenUser}:${token}`).toString('base64')}`;
}
/**
 * Settings that send the token to this one repository and to nobody else: redirects are not followed, and the machine's credential
 * helpers are neither asked nor told.
 */
function tokenSettings(url, token) {
    return [
        ['credential.helper', ''],
        [`http.${url}.followRedirects`, 'false'],
        // The empty value drops a header that another step (actions/checkout) has set for the host: two are refused.
        [`http.${url}.extraHeader`, ''],
        [`http.${url}.extraHeader`, `Authorization: ${basicCredentials(token)}`]
    ];
}


/***/ }),

/***/ 86264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readRepository),
/* harmony export */   y: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);


const named = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish();
const repositoryReply = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    node_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    private: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    /** KiB */
    size: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().optional(),
    has_pages: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    default_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    archived: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(false),
    disabled: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(false),
    parent: named,
    source: named
});
/**
 * What GitHub says of a repository that is to be written to (or only read: `toRead`); its name is spelled as GitHub does from then on.
 * One request. Throws REPOSITORY_NOT_FOUND, REPOSITORY_READ_ONLY.
 */
async function readRepository(api, { toRead = false } = {}) {
    const facts = await api.call({ route: 'GET /repos/{owner}/{repo}' }, repositoryReply);
    // A renamed repository answers under its old name too, but a redirected write could not be sent twice.
    api.owner = facts.owner.login;
    api.repo = facts.name;
    if (!toRead && (facts.archived || facts.disabled)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'REPOSITORY_READ_ONLY',
            subject: api.repository,
            reason: `it is ${facts.archived ? 'archived' : 'disabled'}`
        });
    }
    const { parent, source } = facts;
    return {
        id: facts.node_id,
        defaultBranch: facts.default_branch,
        isPrivate: facts.private,
        bytes: facts.size === undefined ? null : facts.size * 1024,
        hasPages: facts.has_pages ?? null,
        forkedFrom: [parent, source].flatMap((one) => (one ? [one.full_name] : []))
    };
}
/** Names of repositories and logins are the same in any case. */
function isSameName(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}


/***/ }),

/***/ 3546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ defaultLimits)
/* harmony export */ });
const defaultLimits = {
    largestBlob: 36_700_160,
    largestTreeFile: 104_857_600,
    largestAsset: 2_147_483_648,
    assetsPerRelease: 1000,
    largestPush: 2_000_000_000,
    writesPerHour: 500,
    writesPerMinute: 80,
    treeEntries: 100,
    treeBody: 2_000_000,
    longestTreeText: 1_000_000,
    requestAttempts: 12,
    requestTime: 600_000,
    connectionAttempts: 6,
    connectionPause: 30_000,
    visibleTime: 60_000,
    refAttempts: 30,
    commitTime: 1_200_000,
    servedTime: 1_200_000
};


/***/ }),

/***/ 73280:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ setFailed),
/* harmony export */   Dg: () => (/* binding */ addToSummary),
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   Pq: () => (/* binding */ setSecret),
/* harmony export */   dN: () => (/* binding */ exportVariable),
/* harmony export */   uH: () => (/* binding */ setOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89635);
/* harmony import */ var _node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82902);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/**
 * What a step says to GitHub's runner, by the parts of @actions/core that say it. The package's entry brings an HTTP client with them: 1 MB
 * of JavaScript, a third of the start of a step that asks for nothing, for a function that nobody calls here.
 */




/** A line that the runner reads as a command; `message` may be of any text. */
function command(name, message = '') {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)(name, {}, message);
}
/** Shows a secret as stars from now on, in what any step prints. */
function setSecret(secret) {
    command('add-mask', secret);
}
/** Fails the step, with an annotation. */
function setFailed(message) {
    process.exitCode = 1;
    command('error', message);
}
/** For later steps and jobs. */
function setOutput(name, value) {
    append('OUTPUT', (0,_node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareKeyValueMessage */ .v)(name, value));
}
/** For the post step, whose environment has it as `STATE_<name>`. */
function saveState(name, value) {
    append('STATE', (0,_node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareKeyValueMessage */ .v)(name, value));
}
/** For later steps of the job, and for this process. */
function exportVariable(name, value) {
    process.env[name] = value;
    append('ENV', (0,_node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareKeyValueMessage */ .v)(name, value));
}
/** Adds to the page of the run; Markdown. */
function addToSummary(text) {
    append('STEP_SUMMARY', text);
}
/**
 * A line to one of the files that the runner made for this step; without a runner nobody reads them. Throws FILE_UNUSABLE when it is not
 * there: one of our making would be read by nobody.
 */
function append(file, text) {
    const path = process.env[`GITHUB_${file}`];
    if (path === undefined || path === '')
        return;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
        (0,_node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__/* .issueFileCommand */ .n)(file, text);
    }
    catch (thrown) {
        const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asNarPublishError */ .tS)(thrown);
        const reason = 'the runner’s own file for this step is missing, or cannot be written';
        throw error.code === 'FILE_UNUSABLE' ? error.with({ reason }) : error;
    }
}


/***/ }),

/***/ 7897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ scratchInMemory),
/* harmony export */   X_: () => (/* reexport safe */ _remove_scratch_js__WEBPACK_IMPORTED_MODULE_7__.X_),
/* harmony export */   ZU: () => (/* reexport safe */ _remove_scratch_js__WEBPACK_IMPORTED_MODULE_7__.ZU),
/* harmony export */   l4: () => (/* binding */ emptyMemory),
/* harmony export */   lP: () => (/* binding */ makeScratch),
/* harmony export */   v$: () => (/* reexport safe */ _remove_scratch_js__WEBPACK_IMPORTED_MODULE_7__.v$)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _error_guide_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65656);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83916);
/* harmony import */ var _holder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59369);
/* harmony import */ var _remove_scratch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(66184);









/**
 * A folder of this run's own, readable by this user only: packed NARs, garbage-collector roots, the fresh store. `owner`: the process with
 * whose end it may go; its name says who that is, and those of owners that were killed are removed here. Throws TMPDIR_UNUSABLE, DISK_FULL, FILES_EXHAUSTED.
 */
function makeScratch(parent, owner = process.pid) {
    sweepScratch(parent);
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, `${_remove_scratch_js__WEBPACK_IMPORTED_MODULE_7__/* .scratchPrefix */ .FI}${ownerMark(owner)}`));
    }
    catch (thrown) {
        const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .asNarPublishError */ .tS)(thrown);
        throw error.code === 'FILE_UNUSABLE'
            ? error.with({
                code: 'TMPDIR_UNUSABLE',
                subject: parent,
                hint: _error_guide_js__WEBPACK_IMPORTED_MODULE_4__/* .errorGuide */ .r.TMPDIR_UNUSABLE.fix
            })
            : error;
    }
}
/**
 * The part of a scratch folder that is in memory: made when it is first asked for, and removed with the scratch folder, however that
 * comes about. Throws when this machine has no such place.
 */
function scratchInMemory(scratch) {
    const link = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(scratch, _remove_scratch_js__WEBPACK_IMPORTED_MODULE_7__/* .linkToMemory */ .fY);
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(link), null);
    if (known !== null)
        return known;
    const made = makeScratch((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(_remove_scratch_js__WEBPACK_IMPORTED_MODULE_7__/* .sharedMemory */ .X_));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.symlinkSync)(made, link);
    return made;
}
/** Removes what is in the part of a scratch folder that is in memory, if it has one. */
function emptyMemory(scratch) {
    const memory = (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(scratch, _remove_scratch_js__WEBPACK_IMPORTED_MODULE_7__/* .linkToMemory */ .fY)), null);
    if (memory === null)
        return;
    for (const name of (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(memory), []))
        (0,_remove_scratch_js__WEBPACK_IMPORTED_MODULE_7__/* .removeFolder */ .v$)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(memory, name));
}
/** The machine, its boot and its process ids' namespace, where a process id means something: four characters for each. */
function marksOfPlace() {
    const mark = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('base64url').slice(0, 4);
    return [
        mark((0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)()),
        mark((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8'), '')),
        mark((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid'), ''))
    ];
}
/** `<pid>.<start>.<place>-`; nothing when the process is not to be seen from here, as the runner outside of a container: such a folder is never swept. */
function ownerMark(pid) {
    const startedAt = pid > 0 ? (0,_holder_js__WEBPACK_IMPORTED_MODULE_6__/* .startOf */ .GH)(pid) : 'gone';
    return startedAt === 'gone' ? '' : `${pid}.${startedAt}.${marksOfPlace().join('')}-`;
}
const marked = /^nar-publish-(\d+)\.(\w+)\.([\w-]{4})([\w-]{4})([\w-]{4})-\w{6}$/;
/** Removes what runs left that were killed: folders of this user's alone whose owner has ended for sure. */
function sweepScratch(parent) {
    for (const name of (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(parent), [])) {
        if (!isAbandoned(name))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, name);
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .attempt */ .CD)(() => {
            const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path);
            if (found.isDirectory() && found.uid === process.getuid?.())
                (0,_remove_scratch_js__WEBPACK_IMPORTED_MODULE_7__/* .removeWhole */ .qw)(path);
        }, undefined);
    }
}
function isAbandoned(name) {
    const [, pid, startedAt = '', ...place] = marked.exec(name) ?? [];
    if (pid === undefined)
        return false;
    const owner = { pid: Number(pid), startedAt };
    const [machine, boot, namespace] = marksOfPlace();
    if (place[0] !== machine)
        return false;
    // Before this boot of the machine: nobody of that time lives.
    if (place[1] !== boot)
        return true;
    return place[2] === namespace && !(0,_holder_js__WEBPACK_IMPORTED_MODULE_6__/* .isAlive */ ._n)(owner);
}


/***/ }),

/***/ 8144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ parseStorePath),
/* harmony export */   Lr: () => (/* binding */ enclosingStorePath),
/* harmony export */   OF: () => (/* binding */ storePathsInText),
/* harmony export */   R5: () => (/* binding */ storePathBaseName),
/* harmony export */   he: () => (/* binding */ storeDirectory),
/* harmony export */   zP: () => (/* binding */ isStorePath)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** The only store directory that a published cache serves; Nix's default and that of cache.nixos.org. */
const storeDirectory = '/nix/store';
// Nix's own rule (libstore/path.cc): base32 hash, then at most 211 characters of this set that do not start with a dot.
const storePathPattern = /^\/nix\/store\/([0-9a-df-np-sv-z]{32})-([0-9A-Za-z+\-_?=][0-9A-Za-z+\-._?=]{0,210})$/;
/** Store paths inside of a longer text. Global: for `replaceAll` and `matchAll`, not for `test`. */
const storePathsInText = /\/nix\/store\/[0-9a-df-np-sv-z]{32}-[\w+\-.?=]+/g;
/** Takes `/nix/store/<hash>-<name>` apart. Throws STORE_PATH_INVALID for anything else, a path inside a store path included. */
function parseStorePath(storePath) {
    const match = storePathPattern.exec(storePath);
    if (match?.[1] === undefined || match[2] === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'STORE_PATH_INVALID',
            subject: JSON.stringify(storePath.slice(0, 300)),
            reason: `it is not of the form ${storeDirectory}/<32 base32 characters>-<name>`
        });
    }
    return { hash: match[1], name: match[2] };
}
/** The store path that a path is, or lies inside of; null: it is not in the store. Asks no file system, so links are not followed. */
function enclosingStorePath(path) {
    const topLevel = path.split('/', 4).join('/');
    return isStorePath(topLevel) ? topLevel : null;
}
function isStorePath(text) {
    return storePathPattern.test(text);
}
/** `<hash>-<name>` as narinfo files write references. */
function storePathBaseName(storePath) {
    return storePath.slice(storeDirectory.length + 1);
}


/***/ }),

/***/ 1638:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cw: () => (/* binding */ isMany),
  WE: () => (/* binding */ ofOne),
  Oz: () => (/* binding */ parseSyncInputs)
});

// UNUSED EXPORTS: formatters

// EXTERNAL MODULE: ./node_modules/string-argv/index.js
var string_argv = __webpack_require__(88579);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(90832);
// EXTERNAL MODULE: ./src/inputs/modes.ts
var modes = __webpack_require__(84257);
// EXTERNAL MODULE: ./src/inputs/phases.ts
var phases = __webpack_require__(29405);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/refuse.ts
var refuse = __webpack_require__(69901);
// EXTERNAL MODULE: ./src/inputs/runner-map.ts
var runner_map = __webpack_require__(35112);
// EXTERNAL MODULE: ./src/repository/branch-name.ts
var branch_name = __webpack_require__(33444);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/sync/many/ignore.ts
var many_ignore = __webpack_require__(87585);
// EXTERNAL MODULE: ./src/sync/many/inputs.ts
var inputs = __webpack_require__(90938);
// EXTERNAL MODULE: ./src/sync/many/patterns.ts
var many_patterns = __webpack_require__(20516);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/sync/project/package-reference.ts
var package_reference = __webpack_require__(99769);
;// CONCATENATED MODULE: ./src/sync/package-inputs.ts






/** Throws INPUT_MISSING, PACKAGE_INVALID. */
function parsePackage(environment) {
    const text = environment.input('package');
    if (text !== '')
        return (0,package_reference/* parsePackageReference */.vH)(text);
    throw noPackage();
}
function noPackage() {
    return new errors/* NarPublishError */.f9({
        code: 'INPUT_MISSING',
        subject: 'input package',
        reason: 'it is empty, so there is nothing to update',
        hint: 'Give a flake attribute such as `.#infer`, or a file such as `file:nix/infer.nix`.'
    });
}
/** Throws INPUT_INVALID. */
function parseNixpkgs(environment, { kind, text }) {
    const given = environment.input('nixpkgs');
    if (given === '')
        return null;
    if (kind === 'flake') {
        throw (0,readers/* disagreement */.fn)(['nixpkgs', 'package'], `\`package\` is ${(0,src_text/* quote */.hD)(text)}, and a flake names the nixpkgs that it uses itself`, 'Leave `nixpkgs` out, or give `package` as `file:…`.');
    }
    const folder = (0,external_node_path_.resolve)(environment.workspace, given);
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true)
        return folder;
    throw (0,readers/* invalid */.Gq)('nixpkgs', given, 'a folder that holds nixpkgs');
}

// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/repository/address.ts
var repository_address = __webpack_require__(56540);
// EXTERNAL MODULE: ./src/repository/github/repository.ts
var repository = __webpack_require__(86264);
;// CONCATENATED MODULE: ./src/sync/pull-request-inputs.ts








/** GitHub's own limits, in characters. */
const longestTitle = 256;
const longestLabel = 50;
/**
 * Where a pull request goes and how it looks. `writes`: whether this run opens it, for which it needs a token. Throws INPUT_INVALID,
 * INPUT_MISSING, REPOSITORY_INVALID, BRANCH_INVALID, TOKEN_MISSING.
 */
function parsePullRequest(environment, secrets, { writes }) {
    const upstream = parseRepository(environment, 'target-repository');
    const fork = environment.input('fork') === '' ? null : parseRepository(environment, 'fork');
    if (fork !== null &&
        (0,repository/* isSameName */.y)(fork.owner, upstream.owner) &&
        (0,repository/* isSameName */.y)(fork.repo, upstream.repo)) {
        throw (0,readers/* disagreement */.fn)(['fork', 'target-repository'], `both are ${fork.owner}/${fork.repo}`, 'Leave `fork` out to put the branch into the repository itself.');
    }
    const base = parseBranch(environment, 'base');
    const branch = parseBranch(environment, 'branch');
    if (fork === null && base !== null && base === branch) {
        throw (0,readers/* disagreement */.fn)(['base', 'branch'], `both are ${(0,src_text/* quote */.hD)(base)}, and a pull request is from one branch into another`, 'Leave `branch` out: it gets a name of its own.');
    }
    if (writes || secrets.token !== '')
        (0,inputs_secrets/* checkToken */.SK)(secrets.token, 'github', environment);
    return {
        kind: 'pull-request',
        token: secrets.token,
        upstream,
        fork,
        base,
        branch,
        title: parseTitle(environment),
        labels: parseLabels(environment),
        reviewers: parseReviewers(environment),
        draft: (0,readers/* parseBoolean */.yG)(environment, 'draft')
    };
}
function parseRepository(environment, name) {
    const text = environment.input(name);
    try {
        const address = (0,repository_address/* parseTargetAddress */.B)(text, environment);
        if (address.kind === 'github')
            return { owner: address.owner, repo: address.repo };
    }
    catch (cause) {
        if (!(cause instanceof errors/* NarPublishError */.f9) || cause.code !== 'REPOSITORY_INVALID')
            throw cause;
        throw repositoryInvalid(name, text, cause.reason, cause);
    }
    throw repositoryInvalid(name, text, 'it is not on this GitHub, where pull requests are opened');
}
function repositoryInvalid(name, text, reason, cause) {
    return new errors/* NarPublishError */.f9({
        code: 'REPOSITORY_INVALID',
        subject: `input ${name}, ${(0,src_text/* quote */.hD)(text)}`,
        reason,
        hint: 'Write `owner/name`, or the address as the browser shows it.',
        cause
    });
}
function parseBranch(environment, name) {
    const text = environment.input(name);
    return text === '' ? null : (0,branch_name/* parseBranchName */.pD)(text, `input ${name}, ${(0,src_text/* quote */.hD)(text)}`);
}
function parseTitle(environment) {
    const text = environment.input('title');
    if (text === '')
        return null;
    if ((0,harmless/* hasControlCharacter */.Fd)(text) || text.length > longestTitle) {
        throw (0,readers/* invalid */.Gq)('title', text, `one line of at most ${longestTitle} characters`);
    }
    return text;
}
/** GitHub lists labels with commas in between, so no name holds one. */
function parseLabels(environment) {
    const labels = (0,readers/* lines */.Mn)(environment.input('labels').replaceAll(',', '\n'));
    const wrong = labels.find((label) => label.length > longestLabel || (0,harmless/* hasControlCharacter */.Fd)(label));
    if (wrong !== undefined) {
        throw (0,readers/* invalid */.Gq)('labels', wrong, `names of at most ${longestLabel} characters, one a line`);
    }
    // They are the same to GitHub whatever their case.
    return [...new Map(labels.map((label) => [label.toLowerCase(), label])).values()];
}
const reviewerPattern = /^[A-Za-z0-9][\w-]{0,99}(\/[A-Za-z0-9][\w.-]{0,99})?$/;
function parseReviewers(environment) {
    const reviewers = environment
        .input('reviewers')
        .split(/[\s,]+/)
        .map((reviewer) => reviewer.replace(/^@/, ''))
        .filter((reviewer) => reviewer !== '');
    const wrong = reviewers.find((reviewer) => !reviewerPattern.test(reviewer));
    if (wrong !== undefined)
        throw (0,readers/* invalid */.Gq)('reviewers', wrong, 'logins, and teams as `org/team`');
    return [...new Map(reviewers.map((name) => [name.toLowerCase(), name])).values()];
}

// EXTERNAL MODULE: ./src/inputs/table.ts + 6 modules
var table = __webpack_require__(13912);
;// CONCATENATED MODULE: ./src/sync/repair/inputs.ts









const computeTakes = [
    ...['mode', 'phase', 'repair', 'package', 'version', 'nixpkgs', 'systems', 'build'],
    ...['output-directory', 'token']
];
const commitTakes = [
    ...['mode', 'phase', 'repair', 'annotate', 'computed', 'token']
];
const workflows = ['docs/workflows/repair.yml', 'docs/workflows/repair-commit.yml'];
const twoWorkflows = `It takes two workflows: ${workflows[0]} (\`phase: compute\`, on \`pull_request\`) and ${workflows[1]} (\`phase: commit\`, on \`workflow_run\`).`;
/**
 * null: it is no repair. Throws INPUT_INVALID, INPUT_MISSING, PACKAGE_INVALID, SYSTEM_UNKNOWN, TOKEN_MISSING.
 */
function parseRepairInputs(environment, secrets, phase) {
    if (!(0,readers/* parseBoolean */.yG)(environment, 'repair')) {
        if (phase === 'commit' && (0,readers/* parseBoolean */.yG)(environment, 'annotate')) {
            throw refusal('annotate', 'it is for repairs, and `repair` is not `true`');
        }
        return null;
    }
    switch (phase) {
        case 'compute':
            return { phase: 'repair', ...parseCompute(environment) };
        case 'commit':
            return { phase: 'repair', ...parseCommit(environment, secrets) };
        case 'all':
        case 'list':
            throw (0,readers/* disagreement */.fn)(['repair', 'phase'], `a repair is split over the jobs of ${workflows.join(' and ')}, and \`phase\` is \`${phase}\``, 'Leave `repair` out, or give it where `phase` is `compute` or `commit`.');
    }
}
function parseCompute(environment) {
    const { eventName, pullRequest, runnerSystem } = environment;
    if (eventName === 'pull_request_target') {
        throw refusal('repair', '`pull_request_target` would run the pull request’s code beside secrets and a token that may write');
    }
    if (pullRequest === null) {
        throw refusal('repair', `\`phase: compute\` is for jobs of \`pull_request\`${but(eventName)}`);
    }
    refuseOthers(environment, computeTakes, 'compute');
    const version = environment.input('version');
    if (version !== 'keep') {
        throw (0,readers/* disagreement */.fn)(['repair', 'version'], `a repair makes the hashes of what the pull request says, and \`version\` is ${version === '' ? 'empty' : JSON.stringify(version)}`, 'Give `version: keep`.');
    }
    const [first, ...others] = (0,many_patterns/* parsePackagePatterns */.x)(environment.input('package'));
    if (first === undefined)
        throw noPackage();
    const systems = (0,common/* givenSystems */.uG)(environment);
    return {
        side: 'compute',
        pullRequest,
        packages: [first, ...others],
        nixpkgs: parseNixpkgs(environment, first.reference),
        systems: systems.length === 0
            ? { value: [runnerSystem], source: 'runner' }
            : { value: systems, source: 'input' },
        build: (0,readers/* parseBoolean */.yG)(environment, 'build'),
        outputDirectory: (0,phases/* parseOutputDirectory */.m)(environment)
    };
}
function parseCommit(environment, secrets) {
    const { eventName, workflowRun, repository } = environment;
    if (workflowRun === null || repository === null) {
        throw refusal('repair', `\`phase: commit\` is for jobs of \`workflow_run\`${but(eventName)}`);
    }
    refuseOthers(environment, commitTakes, 'commit');
    (0,inputs_secrets/* checkToken */.SK)(secrets.token, 'github', environment);
    const [owner = '', repo = ''] = repository.split('/');
    return {
        side: 'commit',
        run: workflowRun,
        computed: (0,phases/* parseLeft */.p)(environment, 'computed'),
        repository: { owner, repo },
        token: secrets.token,
        annotate: (0,readers/* parseBoolean */.yG)(environment, 'annotate')
    };
}
/** Which event it is instead. */
function but(eventName) {
    return eventName === null ? '' : `, and this one is of \`${eventName}\``;
}
/** What the phase takes and a repair would pass over in silence. */
function refuseOthers(environment, taken, phase) {
    (0,refuse/* refuseOtherPhases */.n5)(environment, 'version-sync', phase);
    for (const name of table/* inputNames */.vj) {
        if (taken.includes(name) || table/* inputs */.QL[name].takenBy['version-sync'] === undefined)
            continue;
        const given = environment.input(name);
        if (given === '' || given.toLowerCase() === (0,table/* defaultOf */.HA)(name).toLowerCase())
            continue;
        throw (0,readers/* disagreement */.fn)([name, 'repair'], `\`${name}\` has no meaning with \`repair\`, which changes hashes of a pull request and nothing else`, `Leave \`${name}\` out. ${twoWorkflows}`);
    }
}
function refusal(name, reason) {
    return new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: `input ${name}`,
        reason,
        hint: twoWorkflows
    });
}

// EXTERNAL MODULE: ./src/sync/version/parse.ts
var parse = __webpack_require__(81151);
// EXTERNAL MODULE: ./src/sync/version/version-regex.ts
var version_regex = __webpack_require__(742);
;// CONCATENATED MODULE: ./src/sync/work-inputs.ts
const formatters = ['none', 'nixfmt', 'nixpkgs-fmt', 'alejandra', 'nix fmt'];

;// CONCATENATED MODULE: ./src/sync/inputs.ts





















/** Those of phase `commit` are the same for one package and for many: the files tell. */
function isMany(inputs) {
    return inputs.phase !== 'commit' && 'many' in inputs;
}
/** Inputs that are about one package. */
function ofOne(inputs) {
    if (isMany(inputs))
        throw (0,errors/* internalError */.WB)('inputs', 'they are about several packages');
    return inputs;
}
/**
 * `destination`: what a run of phase `all` does with the change; phase `commit` is always about a pull request. Throws INPUT_INVALID,
 * INPUT_MISSING, PACKAGE_INVALID, VERSION_MISSING, VERSION_INVALID, SYSTEM_UNKNOWN, REPOSITORY_INVALID, BRANCH_INVALID, TOKEN_MISSING.
 */
function parseSyncInputs(environment, secrets, destination = 'pull-request') {
    const mode = 'version-sync';
    const phase = (0,readers/* oneOf */.yL)(environment, 'phase', modes/* phases */.tW[mode]);
    const repair = parseRepairInputs(environment, secrets, phase);
    if (repair !== null)
        return { mode, ...repair };
    (0,refuse/* refuseOtherPhases */.n5)(environment, mode, phase);
    const dryRun = (0,readers/* parseBoolean */.yG)(environment, 'dry-run');
    // A pull request from a fork computes and proposes nothing: its token may only read.
    const pullRequest = () => parsePullRequest(environment, secrets, { writes: !dryRun && !environment.isForkPullRequest });
    const to = () => destination === 'pull-request' ? pullRequest() : { kind: destination };
    const patterns = (0,many_patterns/* parsePackagePatterns */.x)(environment.input('package'));
    const isMany = (0,inputs/* areMany */.mB)(environment, patterns);
    if (isMany && (phase === 'all' || phase === 'compute')) {
        const one = patterns.find(({ reference: { kind } }) => kind === 'file') ?? patterns[0];
        if (one === undefined)
            throw noPackage();
        return (0,inputs/* parseManyInputs */.gI)(environment, phase, {
            patterns,
            look: () => parseLook(environment, secrets),
            work: () => parseCommonWork(environment, secrets, ownSystems(environment, phase), one.reference),
            version: () => parseVersion(environment, parseTagWords(environment)),
            destination: to,
            dryRun,
            outputDirectory: () => (0,phases/* parseOutputDirectory */.m)(environment)
        });
    }
    switch (phase) {
        case 'all': {
            const work = parseWork(environment, secrets, ownSystems(environment, phase));
            return { mode, phase, work, destination: to(), dryRun };
        }
        case 'compute': {
            return {
                mode,
                phase,
                work: parseWork(environment, secrets, ownSystems(environment, phase)),
                outputDirectory: (0,phases/* parseOutputDirectory */.m)(environment)
            };
        }
        case 'list': {
            const hasFolder = environment.input('output-directory') !== '';
            return {
                mode,
                phase,
                look: parseLook(environment, secrets),
                runners: (0,runner_map/* parseRunnerMap */.e6)(environment),
                outputDirectory: hasFolder ? (0,phases/* parseOutputDirectory */.m)(environment) : null
            };
        }
        case 'commit': {
            const systems = (0,common/* givenSystems */.uG)(environment);
            const wishes = isMany || patterns.length === 0 ? (0,inputs/* parseWishes */.xF)(environment) : null;
            if (patterns.length > 1 && wishes?.group === null)
                (0,inputs/* refuseOwnNames */.LZ)(environment);
            return {
                mode,
                phase,
                computed: (0,phases/* parseLeft */.p)(environment, 'computed'),
                package: isMany || patterns.length === 0 ? null : parsePackage(environment),
                systems: systems.length === 0 ? null : systems,
                allowSameSource: (0,readers/* parseBoolean */.yG)(environment, 'allow-same-source'),
                allowsCommand: parseCommand(environment, 'before-hash') !== null,
                destination: pullRequest(),
                dryRun,
                many: wishes === null ? null : { ...wishes, packages: patterns }
            };
        }
    }
}
/** Where `systems` is empty. */
function ownSystems({ runnerSystem }, phase) {
    return phase === 'all'
        ? { value: null, source: 'default' }
        : // Each machine computes what it can build; the others have a job of their own.
            { value: [runnerSystem], source: 'runner' };
}
function parseWork(environment, secrets, systems) {
    const reference = parsePackage(environment);
    const common = parseCommonWork(environment, secrets, systems, reference);
    return { ...common, package: reference, version: parseVersion(environment, common) };
}
function parseCommonWork(environment, secrets, ownSystems, reference) {
    const words = parseTagWords(environment);
    const systems = (0,common/* givenSystems */.uG)(environment);
    const build = (0,readers/* parseBoolean */.yG)(environment, 'build');
    const smokeTest = parseCommand(environment, 'smoke-test');
    if (smokeTest !== null && !build) {
        throw (0,readers/* disagreement */.fn)(['smoke-test', 'build'], '`smoke-test` runs what was built, and `build` is false', 'Leave `build` out, or drop `smoke-test`.');
    }
    return {
        nixpkgs: parseNixpkgs(environment, reference),
        ...words,
        allowDowngrade: (0,readers/* parseBoolean */.yG)(environment, 'allow-downgrade'),
        allowSameSource: (0,readers/* parseBoolean */.yG)(environment, 'allow-same-source'),
        keepPlaces: (0,readers/* lines */.Mn)(environment.input('keep-places')),
        systems: systems.length === 0 ? ownSystems : { value: systems, source: 'input' },
        formatter: (0,readers/* oneOf */.yL)(environment, 'formatter', formatters),
        build,
        beforeHash: parseCommand(environment, 'before-hash'),
        updateScript: (0,readers/* parseBoolean */.yG)(environment, 'update-script'),
        smokeTest,
        token: secrets.token
    };
}
/** Throws INPUT_MISSING, and what its parts throw. */
function parseLook(environment, secrets) {
    const packages = (0,many_patterns/* parsePackagePatterns */.x)(environment.input('package'));
    const [first] = packages;
    if (first === undefined)
        throw noPackage();
    const words = parseTagWords(environment);
    const systems = (0,common/* givenSystems */.uG)(environment);
    const ignore = (0,readers/* lines */.Mn)(environment.input('ignore'));
    (0,many_ignore/* parseIgnore */.w)(ignore);
    return {
        packages,
        ignore,
        systems: systems.length === 0
            ? { value: null, source: 'default' }
            : { value: systems, source: 'input' },
        nixpkgs: parseNixpkgs(environment, first.reference),
        version: environment.input('version') === '' ? { kind: 'latest' } : parseVersion(environment, words),
        ...words,
        allowDowngrade: false,
        token: secrets.token
    };
}
function parseVersion(environment, words) {
    const text = environment.input('version');
    if (text === 'keep' || text === 'latest')
        return { kind: text };
    const branch = /^branch(?::(.*))?$/s.exec(text);
    if (branch !== null) {
        const name = branch[1]?.replace(/^refs\/heads\//, '') ?? null;
        const isOne = name === null || ((0,branch_name/* isBranchName */.Q8)(name) && !name.startsWith('refs/'));
        if (isOne)
            return { kind: 'branch', name };
        throw (0,readers/* invalid */.Gq)('version', text, '`branch`, or `branch:NAME` with the name of a branch');
    }
    const { release } = environment;
    if (text !== '' || (release !== null && !release.isDraft)) {
        const tag = text !== '' ? text : (release?.tag ?? '');
        const source = text !== '' ? 'input' : 'release';
        // Said before anything is evaluated.
        (0,parse/* refuseNoVersion */._n)({ text: tag, source }, words);
        return { kind: 'given', text: tag, source };
    }
    throw new errors/* NarPublishError */.f9({
        code: 'VERSION_MISSING',
        subject: 'input version',
        reason: release === null
            ? 'it is empty, and no release or tag started this run'
            : `it is empty, and the release ${(0,src_text/* quote */.hD)(release.tag)} is a draft, whose tag may not exist yet`
    });
}
function parseTagWords(environment) {
    const tagPrefix = parseTagPrefix(environment);
    const versionRegex = parseVersionRegex(environment);
    if (versionRegex !== null && tagPrefix !== '') {
        throw (0,readers/* disagreement */.fn)(['version-regex', 'tag-prefix'], '`version-regex` is about the whole tag, whose beginning `tag-prefix` is', 'Put the prefix into the expression, or drop one of them.');
    }
    return { tagPrefix, versionRegex };
}
/** It must be the beginning of a tag that Git takes. */
function parseTagPrefix(environment) {
    const text = environment.input('tag-prefix');
    if (text === '' || (0,branch_name/* isBranchName */.Q8)(`${text}1`))
        return text;
    throw (0,readers/* invalid */.Gq)('tag-prefix', text, 'the beginning of a tag, such as `infer-` or `release/`');
}
function parseVersionRegex(environment) {
    const text = environment.input('version-regex');
    return text === '' ? null : (0,version_regex/* checkVersionRegex */._)(text);
}
/** What only a shell understands; each would be an argument here. */
const shellWords = ['|', '||', '&', '&&', ';', '>', '>>', '<', '2>&1'];
/** An example of each, and one with a shell. */
const commands = {
    'smoke-test': ['infer version', "sh -c 'infer version | grep 1'"],
    'before-hash': ['nix/update-lock.sh', "sh -c 'cd nix && npm install --package-lock-only'"]
};
/**
 * Program and arguments of an input that names a command; null when it is empty. Quotes hold words together; there is no shell, so
 * nothing else means anything. Throws INPUT_INVALID.
 */
function parseCommand(environment, name) {
    const text = environment.input(name);
    const refused = (reason) => new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: `input ${name}, ${(0,src_text/* quote */.hD)(text)}`,
        reason,
        hint: `Give one program and its arguments, such as \`${commands[name][0]}\`; for more, \`${commands[name][1]}\`.`
    });
    if (text === '')
        return null;
    if ((0,harmless/* hasControlCharacter */.Fd)(text))
        throw refused('it is more than one line');
    if (/["']/.test(text.replace(/"[^"]*"|'[^']*'/g, '')))
        throw refused('a quote is not closed');
    const words = (0,string_argv/* parseArgsStringToArgv */.R)(text);
    const shellWord = words.find((word) => shellWords.includes(word));
    if (shellWord !== undefined) {
        throw refused(`${(0,src_text/* quote */.hD)(shellWord)} means something to a shell, and none runs it`);
    }
    if (words[0] === undefined || words[0] === '')
        throw refused('it names no program');
    return words;
}


/***/ }),

/***/ 87585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ ignoredOf),
/* harmony export */   w: () => (/* binding */ parseIgnore)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


/**
 * Lines of `ignore`:
 *
 *     infer  python3-*  @scope/infer   the package; `*` is any text
 *     infer@1.x  infer@1.2.x           its versions that begin so
 *     infer@1.2.3                      that version
 *
 * Throws INPUT_INVALID.
 */
function parseIgnore(lines) {
    return lines.map((line) => {
        const [, name, version] = /^(@?[^@\s]+)(?:@([0-9A-Za-z][\w.+=~-]*(?:\.\*)?|\*))?$/u.exec(line) ?? [];
        if (name !== undefined)
            return { line, name: namePattern(name), version: versionTest(version) };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: 'input ignore',
            reason: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(line)} is not understood`,
            hint: 'Write a name (`infer`, `python3-*`), or a name and a version: `infer@1.x`, `infer@1.2.3`.'
        });
    });
}
function namePattern(name) {
    const literals = name.split('*').map((part) => part.replace(/[^\w]/gu, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`, 's');
}
function versionTest(text) {
    if (text === undefined || text === '*' || text === 'x')
        return null;
    const wanted = withoutV(text);
    const start = /^(.+)\.[x*]$/.exec(wanted)?.[1];
    if (start === undefined)
        return (version) => withoutV(version) === wanted;
    return (version) => {
        const rest = withoutV(version);
        return rest.startsWith(start) && /^(?![0-9A-Za-z])|^$/.test(rest.slice(start.length));
    };
}
function withoutV(version) {
    return version.replace(/^v(?=[0-9])/, '');
}
/** Those that are about a package of these names. */
function ignoredOf(all, names) {
    return all.filter(({ name }) => names.some((one) => name.test(one)));
}


/***/ }),

/***/ 90938:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ refuseOwnNames),
/* harmony export */   fS: () => (/* binding */ workFor),
/* harmony export */   gI: () => (/* binding */ parseManyInputs),
/* harmony export */   mB: () => (/* binding */ areMany),
/* harmony export */   xF: () => (/* binding */ parseWishes)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18961);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13912);



const longestGroup = 100;
const highestLimit = 10_000;
/** Whether the inputs are about more than one package by itself. */
function areMany(environment, patterns) {
    const isOne = patterns.length === 1 && patterns[0]?.kind === 'one';
    const limit = environment.input('open-pull-requests-limit');
    return ((patterns.length > 0 && !isOne) ||
        !['', (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultOf */ .HA)('open-pull-requests-limit')].includes(limit) ||
        environment.input('group') !== '' ||
        (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(environment.input('ignore')).length > 0 ||
        (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBoolean */ .yG)(environment, 'dashboard'));
}
/** Throws INPUT_INVALID, and what the parts throw. */
function parseManyInputs(environment, phase, parts) {
    const mode = 'version-sync';
    const { patterns, dryRun } = parts;
    if (phase === 'compute') {
        const [first, ...others] = patterns.map(onePackage);
        if (first === undefined)
            throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)('package', '', 'packages, one a line');
        const [common, version] = [parts.work(), parts.version()];
        const work = (reference) => workFor(common, reference, version);
        const works = [work(first), ...others.map(work)];
        return { mode, phase, works, outputDirectory: parts.outputDirectory(), many: null };
    }
    const look = parts.look();
    if (look.version.kind === 'given' && patterns.some(({ kind }) => kind === 'each')) {
        throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .disagreement */ .fn)(['version', 'package'], '`package` has a pattern, and what it finds has versions of its own', 'Leave `version` out, which means `latest`, or name the packages that share the version.');
    }
    const many = parseWishes(environment);
    const isSeveral = patterns.length > 1 || patterns.some(({ kind }) => kind === 'each');
    if (isSeveral && many.group === null)
        refuseOwnNames(environment);
    const destination = parts.destination();
    return { mode, phase, look, work: parts.work(), destination, dryRun, many };
}
/** `group`, `open-pull-requests-limit`, `dashboard`. Throws INPUT_INVALID. */
function parseWishes(environment) {
    const group = environment.input('group');
    if ((0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .hasControlCharacter */ .Fd)(group) || group.length > longestGroup) {
        throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)('group', group, `one line of at most ${longestGroup} characters`);
    }
    return {
        group: group === '' ? null : group,
        limit: (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCount */ .zq)(environment, 'open-pull-requests-limit', 0, highestLimit),
        dashboard: (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBoolean */ .yG)(environment, 'dashboard')
    };
}
/** What only one pull request can have. Throws INPUT_INVALID. */
function refuseOwnNames(environment) {
    const name = ['branch', 'title'].find((one) => environment.input(one) !== '');
    if (name === undefined)
        return;
    throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .disagreement */ .fn)([name, 'package'], `\`package\` is several, each of which has a pull request of its own, and \`${name}\` is one`, `Leave \`${name}\` out, or give \`group\`, which makes one pull request of all.`);
}
/** A package's work. */
function workFor(common, reference, version) {
    // A flake names its own.
    const nixpkgs = reference.kind === 'flake' ? null : common.nixpkgs;
    return { ...common, package: reference, version, nixpkgs };
}
function onePackage({ kind, reference }) {
    if (kind === 'one')
        return reference;
    throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .disagreement */ .fn)(['package', 'phase'], '`phase: compute` is about one change, and a pattern finds any number of packages', 'Give the packages of one row that `phase: list` made, one a line; or leave `phase` out.');
}


/***/ }),

/***/ 20516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ parsePackagePatterns)
/* harmony export */ });
/* harmony import */ var _inputs_readers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18961);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99769);


/**
 * The lines of `package`, each once: `.#infer`, `.#packages.*`, `.#packages.{system}.*`, `./dir#tools.*`, `file:default.nix#*`. Throws
 * PACKAGE_INVALID.
 */
function parsePackagePatterns(text) {
    const patterns = (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)(text).map(parsePattern);
    return [...new Map(patterns.map((pattern) => [keyOf(pattern), pattern])).values()];
}
/** `*` stands last, for every package of a set. */
function parsePattern(line) {
    const set = /^(?<place>[^#]*#)(?:(?<path>.*)\.)?\*$/su.exec(line)?.groups;
    if (set === undefined)
        return { kind: 'one', reference: (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageReference */ .vH)(line) };
    const { place = '', path = '' } = set;
    // A file's own value is a set, and a flake's default is not.
    const name = path === '' && !place.startsWith('file:') ? 'packages' : path;
    return { kind: 'each', reference: (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageReference */ .vH)(`${place}${name}`) };
}
function keyOf({ kind, reference }) {
    return JSON.stringify([kind, reference.text]);
}


/***/ }),

/***/ 99769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   f6: () => (/* binding */ parseAttributePath),
/* harmony export */   vH: () => (/* binding */ parsePackageReference)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);


/**
 * Reads which package is meant:
 *
 *     .#infer  ./dir#packages.x86_64-linux.infer  .    of a flake in the checkout
 *     path:./dir#infer                                 the same, in the form that takes %23 for a `#` in the folder's name
 *     file:nix/infer.nix  file:default.nix#infer       of a file in the checkout; a folder stands for its default.nix
 *
 * Nothing is looked up: whether it is there, and inside of the checkout, openProject finds out. Throws PACKAGE_INVALID.
 */
function parsePackageReference(text) {
    const invalid = (reason) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'PACKAGE_INVALID',
        subject: JSON.stringify(text.slice(0, 300)),
        reason
    });
    if ((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControlCharacter */ .Fd)(text))
        throw invalid('it holds a control character or a line break');
    if (text.trim() === '')
        throw invalid('it is empty');
    if (text.startsWith('-'))
        throw invalid('it starts with a dash, as an option does');
    const parsed = text.startsWith('file:') ? parseFile(text, invalid) : parseFlake(text, invalid);
    if (parseAttributePath(parsed.attribute) === null) {
        throw invalid(`${JSON.stringify(parsed.attribute)} is no path of attributes`);
    }
    return parsed;
}
function parseFile(text, invalid) {
    // A `#` before the extension belongs to the path.
    const parts = /^file:(?<path>.*?\.nix)(?:#(?<attribute>.*))?$/u.exec(text)?.groups ??
        /^file:(?<path>[^#]*)(?:#(?<attribute>.*))?$/u.exec(text)?.groups;
    const path = parts?.['path'] ?? '';
    if (path === '')
        throw invalid('it names no file');
    if (path.startsWith('//'))
        throw invalid('it is an address, and not a path');
    return { kind: 'file', text, path, attribute: parts?.['attribute'] ?? '' };
}
function parseFlake(text, invalid) {
    const [, before = '', fragment = ''] = /^([^#]*)(?:#(.*))?$/u.exec(text) ?? [];
    const isPathForm = before.startsWith('path:');
    const written = isPathForm ? before.slice('path:'.length) : before;
    if (written.includes('?'))
        throw invalid('parameters after `?` are not supported');
    if (!isPathForm && /^[a-z][a-z0-9+.-]*:/i.test(written)) {
        throw invalid('it is not in the checkout, so that nothing could be written');
    }
    // Nix takes a mere word for a name in its registry.
    if (!isPathForm && !/^(?:$|\.{1,2}(?:\/|$)|\/)/.test(written)) {
        throw invalid('it is a name in the flake registry, and not in the checkout');
    }
    if (written.startsWith('//'))
        throw invalid('it is an address, and not a path');
    // What follows `#` is percent-encoded in every form; a plain path is not.
    const folder = isPathForm ? decode(written, invalid) : written;
    const attribute = decode(fragment, invalid);
    if (attribute.includes('^'))
        throw invalid('outputs (`^…`) cannot be chosen here');
    return { kind: 'flake', text, folder: folder === '' ? '.' : folder, attribute };
}
function decode(text, invalid) {
    const decoded = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(text), null);
    if (decoded === null) {
        throw invalid(`${JSON.stringify(text)} has a % that is not followed by two hexadecimal digits`);
    }
    if ((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControlCharacter */ .Fd)(decoded))
        throw invalid('it holds a control character or a line break');
    return decoded;
}
/**
 * `a."b.c".d` → its names, as Nix's parseAttrPath takes it apart: quotes hold dots together, and there are no escapes. Empty: the
 * value itself. null: Nix would refuse it.
 */
function parseAttributePath(attribute) {
    if (attribute === '')
        return [];
    if (!/^(?:"[^"]*"|[^".])+(?:\.(?:"[^"]*"|[^".])+)*$/u.test(attribute))
        return null;
    const written = attribute.match(/(?:"[^"]*"|[^".])+/gu) ?? [];
    const names = written.map((name) => name.replaceAll('"', ''));
    return names.includes('') ? null : names;
}
/** A path as a URL holds it. */
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}


/***/ }),

/***/ 47464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ versionInShape),
/* harmony export */   M: () => (/* binding */ leadOf),
/* harmony export */   NG: () => (/* binding */ plainForm),
/* harmony export */   QU: () => (/* binding */ formOf),
/* harmony export */   qm: () => (/* binding */ asWritten)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45109);

/** Nothing is known of it. */
const plainForm = { lead: '', separator: null, tag: null };
/**
 * Reads the form off the package's version and the names that its source goes by, the main one first (`refs/tags/curl-8_10_1`,
 * `v1.2.3`, `hello-2.12`). Pure.
 */
function formOf(version, refs) {
    if (version === null)
        return plainForm;
    const lead = leadOf(version);
    const core = version.slice(lead.length);
    const separator = core.includes('.') ? '.' : isDate(core) ? '-' : null;
    for (const ref of refs) {
        // A commit holds any digit somewhere.
        if (/^[0-9a-f]{7,40}$/.test(ref) && /[a-f]/.test(ref))
            continue;
        const tag = shapeOf(ref.replace(/^refs\/(?:tags|heads)\//, ''), core, separator);
        if (tag !== null)
            return { lead, separator, tag };
    }
    return { lead, separator, tag: null };
}
/** What stands before a version's first digit, when that is a word: `v`, `r`, `unstable-`, `jdk-`. */
function leadOf(version) {
    return /^[A-Za-z]{1,20}[-_.]?(?=[0-9])/.exec(version)?.[0] ?? '';
}
/** A day, and nothing else: `2024-05-01`. */
function isDate(text) {
    return /^(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]$/.test(text);
}
function shapeOf(name, core, own) {
    const separators = own === null
        ? ['.']
        : own === '.'
            ? ['.', '_', '-']
            : ['-', '.', '_', ''];
    for (const separator of separators) {
        const spelled = own === null ? core : core.replaceAll(own, () => separator);
        const start = name.lastIndexOf(spelled);
        const end = start + spelled.length;
        if (start === -1 || /[0-9]$/.test(name.slice(0, start)) || /^[0-9]/.test(name.slice(end))) {
            continue;
        }
        return { before: withoutV(name.slice(0, start)), after: name.slice(end), separator };
    }
    return null;
}
/** `v`, `release-v`: the last letter alone; not that of `dev`. */
function withoutV(before) {
    return before.replace(/(?<![A-Za-z])[vV]$/, '');
}
/** The version that a tag of the package's own shape names, as the package writes versions; null: it is of another shape. */
function versionInShape(name, form) {
    if (form.tag === null)
        return null;
    const { before, after } = form.tag;
    if (!name.startsWith(before) || !name.endsWith(after))
        return null;
    const spelled = name.slice(before.length, after === '' ? undefined : -after.length);
    return asWritten(spelled.replace(/^[vV](?=[0-9])/, ''), form);
}
/** A version that was found in a tag or typed, as the package writes its own; null: it is none. */
function asWritten(spelled, form) {
    // `unstable-2022-03-15`, also for a package that had a release before.
    if (spelled.startsWith('unstable-') && isDate(spelled.slice('unstable-'.length)))
        return spelled;
    const { lead } = form;
    const rest = lead !== '' && spelled.startsWith(lead) ? spelled.slice(lead.length) : spelled;
    const core = respelled(rest, form);
    if (!/^[0-9]/.test(core) || !(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isVersion */ .lF)(core))
        return null;
    // Who goes on from a day to a release leaves the word for days behind.
    return lead === '' || (lead === 'unstable-' && !isDate(core)) ? core : lead + core;
}
/** `18_1` is 18.1, where the package has dots. */
function respelled(text, { separator: own, tag }) {
    if (own === null) {
        // A version of one part does not show what separates two: only an underscore never stays.
        return tag?.before.endsWith('_') === true ? text.replaceAll('_', '.') : text;
    }
    if (own === '-') {
        const [, year, month, day, rest] = /^((?:19|20)[0-9]{2})[._-]?([01][0-9])[._-]?([0-3][0-9])(.*)$/.exec(text) ?? [];
        return year === undefined ? text : `${year}-${month ?? ''}-${day ?? ''}${rest ?? ''}`;
    }
    const separator = tag?.separator ?? (/^[0-9]+_[0-9]/.test(text) ? '_' : '.');
    if (text.includes('.') || isDate(text))
        return text;
    if (separator === '_')
        return text.replaceAll('_', '.');
    // A dash before a word begins a suffix: `1-86-0-beta1`.
    return separator === '-' ? text.replaceAll(/(?<=[0-9])-(?=[0-9])/g, '.') : text;
}


/***/ }),

/***/ 81151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ givenVersion),
/* harmony export */   Mn: () => (/* binding */ prefixHint),
/* harmony export */   _n: () => (/* binding */ refuseNoVersion),
/* harmony export */   g$: () => (/* binding */ readTags)
/* harmony export */ });
/* unused harmony export versionFromTag */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47464);
/* harmony import */ var _version_regex_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45109);




/**
 * The version that a tag names, which is a word that no shell, path, option or URL reads otherwise: begins with a digit, at most
 * 100 of `0-9 A-Z a-z . _ + -`, ends with a letter or digit, has no `..`.
 *
 *     v1.84.0                 1.84.0
 *     refs/tags/infer-0.76.1  0.76.1 with tag prefix `infer-`
 *     2024-05-01              2024-05-01
 *     1.2.3-beta+build.5      1.2.3-beta+build.5
 *
 * Throws VERSION_INVALID for any other tag, and for one without the prefix.
 */
function versionFromTag(tag, tagPrefix) {
    const name = nameOf(tag);
    const rest = name.startsWith(tagPrefix) ? name.slice(tagPrefix.length) : null;
    if (rest === null) {
        throw invalid(tag, `it does not begin with ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(tagPrefix)}, the tag prefix`);
    }
    const version = rest.replace(/^[vV](?=[0-9])/, '');
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isTagVersion */ .z9)(version))
        return version;
    throw invalid(tag, `${rest === tag ? 'it' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(rest)}, which is left of it,`} is no version ` +
        '(a digit, then digits, letters and `._+-`, at most 100 of them, no `..`, no sign at the end)', prefixHint(tag, tagPrefix));
}
/**
 * The versions that tags name, as the package writes its own; null for a tag that names none: a repository has tags of all kinds,
 * most of them not ours to complain about. Throws REGEX_INVALID when `versionRegex` takes too long.
 */
function readTags(tags, { tagPrefix, versionRegex }, form) {
    const names = tags.map(nameOf);
    if (versionRegex !== null) {
        return (0,_version_regex_js__WEBPACK_IMPORTED_MODULE_2__/* .versionsByRegex */ .q)(versionRegex, names).map((found) => found && (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .asWritten */ .qm)(found, form));
    }
    return names.map((name) => {
        if (tagPrefix !== '') {
            return name.startsWith(tagPrefix) ? spelledIn(name.slice(tagPrefix.length), form) : null;
        }
        const { tag } = form;
        // With a shape of its own, a tag without it is of something else.
        const hasShape = tag !== null && tag.before + tag.after !== '';
        return (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .versionInShape */ .FE)(name, form) ?? (hasShape ? null : spelledIn(name, form));
    });
}
function spelledIn(name, form) {
    return (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .asWritten */ .qm)(name.replace(/^[vV](?=[0-9])/, ''), form);
}
/**
 * The version that was asked for by its name: a tag, or what a person typed, who may leave out what stands around it in tags. Throws
 * VERSION_INVALID, and REGEX_INVALID when `versionRegex` takes too long.
 */
function givenVersion({ text, source }, words, form = _form_js__WEBPACK_IMPORTED_MODULE_1__/* .plainForm */ .NG) {
    const [read] = readTags([text], words, form);
    if (read !== null && read !== undefined)
        return read;
    const { tagPrefix, versionRegex } = words;
    const isBare = source === 'input' && /^(?:[vV]?[0-9]|unstable-[0-9])/.test(text);
    const mayLackShape = isBare || (tagPrefix === '' && versionRegex === null);
    const typed = mayLackShape ? spelledIn(nameOf(text), form) : null;
    if (typed !== null)
        return typed;
    if (versionRegex !== null) {
        throw invalid(text, `\`version-regex\`, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(versionRegex)}, finds no version in it`);
    }
    return versionFromTag(text, isBare ? '' : tagPrefix);
}
/**
 * Refuses, before anything is evaluated, what can be no version whatever the package's form is: a word without a digit, anything that
 * is no tag, a tag without the prefix that was told. Throws VERSION_INVALID, and REGEX_INVALID when `versionRegex` takes too long.
 */
function refuseNoVersion(given, words) {
    const isOpen = words.tagPrefix === '' && words.versionRegex === null;
    if (isOpen && /^[0-9A-Za-z][0-9A-Za-z._+/@=-]{0,199}$/.test(given.text)) {
        if (/[0-9]/.test(given.text) && !given.text.includes('..'))
            return;
    }
    givenVersion(given, words);
}
function nameOf(tag) {
    return tag.replace(/^refs\/tags\//, '');
}
/** `infer-0.76.1`: the prefix that would make it a version; undefined: none would. */
function prefixHint(tag, tagPrefix = '') {
    const rest = nameOf(tag).slice(tagPrefix.length);
    const first = rest.search(/(?<![A-Za-z])[vV]?[0-9]+[._-][0-9]|[0-9]/);
    const version = rest.slice(first).replace(/^[vV]/, '');
    if (first <= 0 || !(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isVersion */ .lF)(version))
        return undefined;
    const prefix = tagPrefix + rest.slice(0, first);
    return `Set \`tag-prefix\` to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(prefix)} if ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(version)} is meant.`;
}
function invalid(tag, reason, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'VERSION_INVALID',
        subject: `tag ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(tag)}`,
        reason,
        hint
    });
}


/***/ }),

/***/ 742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ checkVersionRegex),
/* harmony export */   q: () => (/* binding */ versionsByRegex)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30714);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_vm__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/** Characters of an expression, and of a tag that it is tried on. */
const longestRegex = 500;
const longestTag = 300;
/** For all tags of a repository together, in milliseconds; an honest expression takes some microseconds for each. */
const longestTime = 2000;
/**
 * Runs where V8 can be stopped: an expression such as `(a+)+$` would take years on a tag that somebody pushed to be nasty. An engine
 * that is linear (RE2) is not in Node, and as a dependency would be a program of its own.
 */
const search = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script(`
  const expression = new RegExp(source);
  tags.map((tag) => {
    const found = expression.exec(tag);
    return found === null ? null : (found.groups?.version ?? found[1] ?? null);
  })
`);
/** An empty alternative matches anything, and tells how many groups there are. */
const countGroups = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script('new RegExp(source); new RegExp(source + "|").exec("").length - 1');
/**
 * What `version-regex` finds in each tag: its group named `version`, else its first; null: it does not match. Throws REGEX_INVALID
 * when that takes too long.
 */
function versionsByRegex(source, tags) {
    const found = runIn(search, source, tags);
    if (Array.isArray(found))
        return Array.from(found);
    const what = tags.length === 1 ? 'the tag' : `${tags.length} tags`;
    throw refused(source, `it is not done with ${what} within ${longestTime / 1000} s`);
}
/** The expression as it was given. Throws REGEX_INVALID for what is no regular expression with a group. */
function checkVersionRegex(source) {
    const groups = source.length > longestRegex ? null : runIn(countGroups, source, []);
    if (typeof groups === 'number' && groups > 0)
        return source;
    throw refused(source, `it is no regular expression (JavaScript’s) of at most ${longestRegex} characters with a group, which is the version: \`^release-(.+)-final$\``);
}
function refused(source, reason) {
    const subject = `version-regex ${JSON.stringify(source.slice(0, longestRegex))}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({ code: 'REGEX_INVALID', subject, reason });
}
/** null: it is no expression, or it takes too long. */
function runIn(script, source, tags) {
    const context = (0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({ source, tags: tags.map((tag) => tag.slice(0, longestTag)) });
    try {
        return script.runInContext(context, { timeout: longestTime });
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 45109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cG: () => (/* binding */ shownTag),
/* harmony export */   lF: () => (/* binding */ isVersion),
/* harmony export */   z9: () => (/* binding */ isTagVersion)
/* harmony export */ });
/**
 * Whether a text is a version that no shell, path, option or URL reads otherwise, and Nix code neither: at most 100 of
 * `0-9 A-Z a-z . _ + = ~ -`, with a digit, between letters or digits, without `..`.
 */
function isVersion(text) {
    return (/^[0-9A-Za-z](?:[0-9A-Za-z._+=~-]{0,98}[0-9A-Za-z])?$/.test(text) &&
        /[0-9]/.test(text) &&
        !text.includes('..'));
}
/** One that a tag names, which begins with a digit and has no sign that Git refuses. */
function isTagVersion(text) {
    return /^[0-9][0-9A-Za-z._+-]*$/.test(text) && isVersion(text);
}
/** A tag is somebody else's text, of any length. */
function shownTag(text) {
    return JSON.stringify(text.slice(0, 200));
}


/***/ }),

/***/ 48992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ decoded),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pg: () => (/* binding */ shortList),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);


/** `1 path`, `2 paths`. */
function count(number, noun, plural = `${noun}s`) {
    return `${number} ${number === 1 ? noun : plural}`;
}
/** `a`, `a and b`, `a, b and c`. */
function list(items) {
    return items.length < 2
        ? items.join('')
        : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`;
}
/** `list` of at most so many: `a, b and 3 more`. */
function shortList(items, longest) {
    const more = items.length - longest;
    return list([...items.slice(0, longest), ...(more > 0 ? [`${more} more`] : [])]);
}
/** A value of somebody's, on one line and bounded, for a message. */
function quote(text) {
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .HD)(JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text));
}
/** What a text is as JSON; null when it is none. */
function parseJson(text) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => JSON.parse(text), null);
}
/** Percent-encoded text, decoded; as it stands when it is none. */
function decoded(text) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(text), text);
}


/***/ })

};
