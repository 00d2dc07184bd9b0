export const id = 7429;
export const ids = [7429];
export const modules = {

/***/ 72534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ tokenFromFile),
/* harmony export */   n: () => (/* binding */ readSecret)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _typed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30038);




/** The token of `--token-file` as the input that it is, or null when the option is not given. Throws INPUT_INVALID. */
async function tokenFromFile({ values }) {
    const file = values.get('token-file')?.[0];
    if (file === undefined)
        return null;
    const token = file === '-' ? (await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(process.stdin)).trim() : readSecret('token-file', file);
    if (token === '')
        throw invalid('token-file', file, 'it is empty');
    return ['token', token];
}
/** The text of a file that holds one secret. Throws INPUT_INVALID, without a word of the content. */
function readSecret(option, file) {
    return (0,_typed_js__WEBPACK_IMPORTED_MODULE_3__/* .typed */ .G)(() => {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8').trim();
        }
        catch (cause) {
            throw invalid(option, file, `it cannot be read (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(cause)})`, cause);
        }
    });
}
function invalid(option, file, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({
        code: 'INPUT_INVALID',
        subject: `option --${option}, ${JSON.stringify(file.slice(0, 200))}`,
        reason,
        hint: 'Give the name of a file that holds the secret and nothing else.',
        cause
    });
}


/***/ }),

/***/ 30038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ typed),
/* harmony export */   n: () => (/* binding */ isWrongCommandLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const wrong = new WeakSet();
/** What the machine's files and the environment hold, whatever was typed. */
const ofSurroundings = ['QUEUE_CONFIG_INVALID', 'TOKEN_MISSING'];
/** Secrets are never typed. */
const ofSecrets = /^(?:input )?(?:token|signing[ -]key)$/;
/**
 * Reads what was typed, or set by a variable that stands for it, before anything else is looked at: what `body` throws is the command
 * line's fault, and ends with its exit status.
 */
function typed(body) {
    try {
        return body();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9 &&
            !ofSurroundings.includes(error.code) &&
            !ofSecrets.test(error.subject)) {
            wrong.add(error);
        }
        throw error;
    }
}
function isWrongCommandLine(error) {
    return error.code === 'USAGE' || wrong.has(error);
}


/***/ }),

/***/ 62198:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K4: () => (/* binding */ queryClosure),
/* harmony export */   LP: () => (/* binding */ queryClosureInfos),
/* harmony export */   bj: () => (/* binding */ queryClosures),
/* harmony export */   v9: () => (/* binding */ closureWithin)
/* harmony export */ });
/* unused harmony export queryClosureOfSome */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _gc_roots_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44681);
/* harmony import */ var _derivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55875);
/* harmony import */ var _path_info_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14237);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93861);






/**
 * The closure of valid store paths, sorted, each path once; what does not stay with those paths is kept from the garbage collector as
 * well. Throws STORE_PATH_MISSING when one of them is not valid, or when
 * `source` or `cache` need a deriver that this store does not have.
 */
async function queryClosure(nix, storePaths, type) {
    const { starts, lost } = await startsOf(nix, storePaths, type);
    for (const error of lost.values())
        throw error;
    return closureOf(nix, [...starts.values()], type);
}
/** The same of those that have one, and why the `lost` others have none. */
async function queryClosureOfSome(nix, storePaths, type) {
    const { starts, lost } = await startsOf(nix, storePaths, type);
    return { closure: await closureOf(nix, [...starts.values()], type), lost };
}
/** The same, with what Nix's database knows of each path of it: by one command where all are whole. */
async function queryClosureInfos(nix, storePaths, type) {
    if (type === 'binary') {
        const infos = await (0,_path_info_js__WEBPACK_IMPORTED_MODULE_3__/* .queryRecursiveInfos */ .mx)(nix, sortedOnce(storePaths));
        if (infos !== null)
            return { infos, lost: new Map() };
    }
    const { closure, lost } = await queryClosureOfSome(nix, storePaths, type);
    return { infos: await (0,_path_info_js__WEBPACK_IMPORTED_MODULE_3__/* .queryPathInfo */ .iO)(nix, closure), lost };
}
/** The closure of each by itself. Throws as queryClosure does. */
async function queryClosures(nix, storePaths, type) {
    const { starts, lost } = await startsOf(nix, storePaths, type);
    for (const error of lost.values())
        throw error;
    const closures = new Map();
    if (type === 'cache') {
        // Which outputs belong to a derivation only Nix knows.
        for (const [path, start] of starts)
            closures.set(path, await closureOf(nix, [start], type));
        return closures;
    }
    const whole = await closureOf(nix, [...starts.values()], type);
    const infos = type === 'bare' ? new Map() : await (0,_path_info_js__WEBPACK_IMPORTED_MODULE_3__/* .queryPathInfo */ .iO)(nix, whole);
    const referencesOf = (path) => infos.get(path)?.references ?? [];
    for (const [path, start] of starts)
        closures.set(path, reachable(start, referencesOf).sort());
    return closures;
}
/** The closure of paths as far as it is known what they refer to, sorted; null: of one of it that is not known. */
function closureWithin(references, storePaths) {
    const seen = new Set(storePaths);
    // A set gives what is added to it while it is read.
    for (const path of seen) {
        const others = references.get(path);
        if (others === undefined)
            return null;
        for (const other of others)
            seen.add(other);
    }
    return [...seen].sort();
}
/** It and all that it leads to. */
function reachable(start, next) {
    const seen = new Set([start]);
    // A set gives what is added to it while it is read.
    for (const path of seen)
        for (const other of next(path))
            seen.add(other);
    return [...seen];
}
async function startsOf(nix, storePaths, type) {
    const invalid = await (0,_validity_js__WEBPACK_IMPORTED_MODULE_5__/* .invalidPaths */ .i)(nix, storePaths);
    const valid = storePaths.filter((path) => !invalid.has(path));
    const isSelf = type === 'bare' || type === 'binary';
    const derivers = isSelf ? new Map() : await (0,_derivers_js__WEBPACK_IMPORTED_MODULE_2__/* .queryDerivers */ .f)(nix, valid);
    // A .drv stands for itself.
    const startOf = (path) => isSelf || path.endsWith('.drv') ? path : derivers.get(path);
    const gone = isSelf
        ? new Set()
        : await (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_1__/* .holdPaths */ .Sq)(nix, valid.flatMap((path) => startOf(path) ?? []));
    const found = { starts: new Map(), lost: new Map() };
    for (const path of storePaths) {
        const start = startOf(path);
        if (invalid.has(path))
            found.lost.set(path, (0,_validity_js__WEBPACK_IMPORTED_MODULE_5__/* .missingStorePath */ .T)(path));
        else if (start === undefined)
            found.lost.set(path, missingDeriver(path, 'its database has none for it'));
        else if (gone.has(start))
            found.lost.set(path, missingDeriver(start, 'the derivation was fetched or deleted'));
        else
            found.starts.set(path, start);
    }
    return found;
}
/** `starts`: see Starts. */
async function closureOf(nix, starts, type) {
    switch (type) {
        case 'bare':
            return sortedOnce(starts);
        case 'binary':
        case 'source':
            return query(nix, ['--requisites'], sortedOnce(starts));
        case 'cache':
            return heldOf(nix, await query(nix, ['--requisites', '--include-outputs'], sortedOnce(starts)));
    }
}
/** Outputs that nothing refers to may have gone since they were seen. */
async function heldOf(nix, closure) {
    const lost = nix.roots === undefined
        ? new Set()
        : await (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_1__/* .holdPaths */ .Sq)(nix, closure.filter((path) => !path.endsWith('.drv')));
    return closure.filter((path) => !lost.has(path));
}
async function query(nix, flags, paths) {
    return sortedOnce(await (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .queryStore */ .cZ)(nix, ['--query', ...flags], paths));
}
function missingDeriver(subject, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'STORE_PATH_MISSING',
        subject,
        reason: `the derivation of this closure is not in this machine’s store: ${why}`,
        hint: 'Evaluate and build it in the same job, or use `closure: binary`.',
        terminal: { hint: 'Evaluate and build it on this machine, or use `closure: binary`.' }
    });
}
function sortedOnce(paths) {
    return [...new Set(paths)].sort();
}


/***/ }),

/***/ 30803:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ requisitesOf),
/* harmony export */   SV: () => (/* binding */ queryDerivationGraph),
/* harmony export */   qw: () => (/* binding */ isDerivation)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82094);
/* harmony import */ var _path_info_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14237);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59094);




const entry = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    references: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    registrationTime: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nullish()
});
const anyShape = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(entry.extend({ path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz([2, 3]), info: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), entry) })
        .transform(({ info }) => byPath(info)),
    // The format's version and the store's folder may stand beside the paths.
    zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([entry, zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()])).transform(byPath)
]);
function byPath(infos) {
    return Object.entries(infos).flatMap(([path, info]) => typeof info === 'object' ? [{ path, ...info }] : []);
}
/** These valid .drv files, by default with all that they are made with, by their paths. */
async function queryDerivationGraph(nix, drvPaths, { closure } = { closure: true }) {
    const graph = new Map();
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .chunkOperands */ .y)(drvPaths)) {
        const { program, args } = (0,_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .pathInfoCommand */ .zQ)(nix, chunk, 'derivations');
        const all = closure ? ['path-info', '--recursive', ...args.slice(1)] : args;
        const answer = await (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .expectNix */ .lr)(nix, { program, args: all });
        try {
            for (const { path, references, registrationTime } of anyShape.parse(JSON.parse(answer))) {
                graph.set((0,_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .fullPath */ .jS)(path), {
                    inputDrvs: references.map(_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .fullPath */ .jS).filter(isDerivation),
                    registeredAt: registrationTime ?? 0
                });
            }
        }
        catch (cause) {
            throw (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownAnswer */ .NF)(nix, 'nix path-info', 'derivations', cause);
        }
    }
    return graph;
}
/** All that a derivation is made with, and itself last, in the order of `nix-store --query --requisites`. */
function requisitesOf(graph, drvPath) {
    const inputsOf = (drv) => graph.get(drv)?.inputDrvs.toSorted() ?? [];
    const needed = new Set([drvPath]);
    // A set gives what is added to it while it is read.
    for (const drv of needed)
        for (const input of inputsOf(drv))
            needed.add(input);
    const sorted = new Set();
    const visit = (drv) => {
        if (sorted.has(drv))
            return;
        for (const input of inputsOf(drv))
            visit(input);
        sorted.add(drv);
    };
    for (const drv of [...needed].sort())
        visit(drv);
    return [...sorted];
}
function isDerivation(path) {
    return path.endsWith('.drv');
}


/***/ }),

/***/ 43882:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPublish: () => (/* binding */ runPublish)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _cli_arguments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11506);
/* harmony import */ var _cli_secret_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72534);
/* harmony import */ var _cli_typed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30038);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92678);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83916);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73332);
/* harmony import */ var _om_results_parse_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50324);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(65468);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(86611);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(92839);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(28668);
/* harmony import */ var _report_text_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(23795);














/** `nar-publish publish INSTALLABLE... TARGET`: the action's `mode: publish`, told by arguments. */
async function runPublish(run) {
    const { log, scratch } = run;
    const told = publishInputs(run);
    if (told.get('om-results') === '-')
        told.set('om-results', await resultsFromStandardInput(run));
    // Who types a command says what is to be done; a job's event does not.
    const environment = { ...run.environmentWith(told), eventName: null, pullRequest: null };
    const secrets = (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_7__/* .readSecrets */ .ql)(environment, log.hide);
    const inputs = (0,_cli_typed_js__WEBPACK_IMPORTED_MODULE_4__/* .typed */ .G)(() => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .parsePublishInputs */ .Qw)(environment, secrets));
    (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .forgetSecrets */ .DL)();
    const { report, error } = await withStandardInputNamed(run, () => (0,_publish_js__WEBPACK_IMPORTED_MODULE_10__.publish)({ inputs, environment, scratch, log, timings: [] }));
    const outputs = (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_11__/* .publishOutputs */ .N)(report, Infinity);
    const { 'store-paths': storePaths = '' } = outputs;
    const json = {
        ...(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_13__/* .jsonOutputs */ .P)(outputs, ['published', 'skipped', 'nar-count', 'bytes', 'attempts']),
        'store-paths': storePaths === '' ? [] : storePaths.split('\n'),
        notes: report.notes
    };
    return { json, text: (0,_report_text_js__WEBPACK_IMPORTED_MODULE_12__/* .outcomeText */ .E)(report), error };
}
/** The action's inputs, from what was typed. Throws USAGE, INPUT_INVALID. */
function publishInputs(run) {
    const { command, arguments: given } = run;
    const inputs = (0,_cli_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .inputsOf */ .Vc)(command, given);
    inputs.set('mode', 'publish');
    const keyFile = given.values.get('signing-key-file')?.[0];
    if (keyFile !== undefined)
        inputs.set('signing-key', (0,_cli_secret_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readSecret */ .n)('signing-key-file', keyFile));
    const operands = [...given.operands];
    // The old script's two arguments: what, and where to.
    const isCommit = inputs.get('phase') === 'commit';
    const otherWork = ['paths', 'plan', 'om-results', 'pin', 'unpin'].some((name) => inputs.has(name));
    const needsNoInstallable = isCommit || otherWork;
    const isTargetLast = operands.length > (needsNoInstallable ? 0 : 1);
    const target = inputs.has('target-repository') || !isTargetLast ? undefined : operands.pop();
    if (target !== undefined)
        inputs.set('target-repository', target);
    if (operands.length > 0)
        inputs.set('flake-attribute', operands.join('\n'));
    const environment = run.environmentWith(inputs);
    const work = ['flake-attribute', 'paths', 'plan', 'om-results', 'pin', 'unpin'];
    const hasWork = work.some((name) => environment.input(name) !== '');
    if (!hasWork && !isCommit) {
        throw (0,_cli_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .CI)(command, 'arguments', 'what to publish is missing');
    }
    if (environment.input('target-repository') === '' && environment.repository === null) {
        throw (0,_cli_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .CI)(command, 'arguments', 'the target is missing: publish INSTALLABLE TARGET');
    }
    return inputs;
}
/** What came in by a pipe has no name; that of our own file would send people to look for what is gone. */
async function withStandardInputNamed({ arguments: given, scratch }, body) {
    try {
        return await body();
    }
    catch (error) {
        const isPiped = given.values.get('om-results')?.[0] === '-';
        if (!isPiped || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .NarPublishError */ .f9))
            throw error;
        const ownFile = JSON.stringify(resultsFile(scratch));
        throw error.with({ subject: error.subject.replace(ownFile, 'standard input') });
    }
}
const resultsFile = (scratch) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, 'om-results.json');
/** Kept in a file, which is what the action has. Throws USAGE. */
async function resultsFromStandardInput({ command, arguments: given, scratch }) {
    if (given.values.get('token-file')?.[0] === '-') {
        throw (0,_cli_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .CI)(command, 'options --om-results and --token-file', 'both are standard input');
    }
    const chunks = [];
    let length = 0;
    for await (const chunk of process.stdin) {
        chunks.push(chunk);
        length += chunk.length;
        // Whoever reads the file says that it is too large.
        if (length > _om_results_parse_js__WEBPACK_IMPORTED_MODULE_8__/* .largestResults */ .D)
            break;
    }
    const file = resultsFile(scratch);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, Buffer.concat(chunks));
    return file;
}


/***/ }),

/***/ 28668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ publishOutputs),
/* harmony export */   e: () => (/* binding */ firstFitting)
/* harmony export */ });
/* harmony import */ var _binary_cache_base32_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58912);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65468);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48992);
/* harmony import */ var _told_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50213);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61379);





/**
 * The outputs that `publish` sets. When they would be too large, the lists lose what is dearest, in this order: the details of
 * `skipped`; then its paths (one entry for each reason, whose `detail` says how many); then the closure in `published`; then what is
 * beyond the first paths of `published` and `store-paths`. `nar-count` and `bytes` are always whole; `checksums` has a quarter of the
 * room for itself.
 * `largest`: characters of all together; a terminal has no such limit.
 */
function publishOutputs(report, largest = _report_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .largestOutputs */ .F) {
    const whole = { ...wholeOutputs(report), checksums: checksums(report, largest / 4) };
    const { published, closure } = report.outcome === 'published' ? report : { published: [], closure: [] };
    const { artifacts, skipped } = report;
    const named = storePaths(published);
    const everything = [...named, ...storePaths(closure)];
    const bare = skipped.map((path) => ({ ...path, detail: '' }));
    const counts = countByReason(skipped);
    const degrees = [
        () => lists(everything, skipped, artifacts),
        () => lists(everything, bare, artifacts),
        () => lists(everything, counts, artifacts),
        () => lists(named, counts, artifacts)
    ];
    for (const degree of degrees) {
        const outputs = { ...degree(), ...whole };
        if (Object.values(outputs).join('').length <= largest)
            return outputs;
    }
    const half = 0.48 * (largest - whole.checksums.length);
    return {
        ...lists(firstFitting(named, half), counts, firstFitting(artifacts, half)),
        ...whole
    };
}
function wholeOutputs(report) {
    const { target, commit, route, attempts, uploads } = report;
    const written = report.outcome === 'published';
    return {
        'nar-count': String(written ? uploads.nars : 0),
        bytes: String(written ? uploads.fileBytes : 0),
        'commit-sha': commit?.sha ?? '',
        'commit-url': commit?.url ?? '',
        substituter: target.substituterUrl ?? '',
        'public-key': (0,_told_js__WEBPACK_IMPORTED_MODULE_2__/* .toldIn */ .f)(report).join(' '),
        route: route ?? '',
        attempts: String(attempts),
        ...(report.pullRequest === undefined
            ? {}
            : { 'comment-url': report.pullRequest.commentUrl ?? '' })
    };
}
/** As `sha256sum` prints them and actions/attest takes them; as many lines as fit. */
function checksums({ outcome, uploads }, room) {
    const files = outcome === 'published' ? uploads.files : [];
    const lines = files.map(({ path, fileHash }) => {
        const digest = Buffer.from((0,_binary_cache_base32_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeBase32 */ .p)(fileHash.slice('sha256:'.length)));
        return `${digest.toString('hex')}  ${path}`;
    });
    return firstFitting(lines, room).join('\n');
}
function lists(published, skipped, artifacts) {
    return {
        published: JSON.stringify(published),
        skipped: JSON.stringify(skipped.map(({ storePath, reason, detail }) => ({ storePath, reason, detail }))),
        'store-paths': artifacts.join('\n')
    };
}
function storePaths(rows) {
    return rows.map(({ storePath }) => storePath);
}
function countByReason(skipped) {
    return _types_js__WEBPACK_IMPORTED_MODULE_4__/* .skipReasons */ .d.flatMap((reason) => {
        const number = skipped.filter((path) => path.reason === reason).length;
        return number === 0 ? [] : [{ storePath: '', reason, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number, 'path') }];
    });
}
/** As many of the first texts as have at most `room` characters, each with its quotes and comma. */
function firstFitting(texts, room) {
    let length = 0;
    return texts.filter((text) => (length += text.length + '"",'.length) <= room);
}


/***/ }),

/***/ 23795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ outcomeText)
});

// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/pins/pin.ts
var pin = __webpack_require__(16099);
// EXTERNAL MODULE: ./src/report/sentence.ts
var sentence = __webpack_require__(6501);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/publish/report/types.ts
var types = __webpack_require__(61379);
;// CONCATENATED MODULE: ./src/publish/report/outcome.ts




/** What was published, or that nothing was, and why. */
function outcomeSentence(report) {
    const { outcome, target, commit } = report;
    const where = (0,sentence/* say */.cv) `${target.name}, branch ${(0,sentence/* code */.aY)(target.branch)}`;
    const what = (0,sentence/* words */.aL)(brought(report));
    const why = (0,sentence/* words */.aL)(reasons(report));
    const failed = (0,sentence/* either */.gP)(failedSentence(report), []);
    switch (outcome) {
        case 'published': {
            const at = commit === null ? [] : (0,sentence/* say */.cv) `, in commit ${(0,sentence/* link */.nf)(commit.sha.slice(0, 7), commit.url)}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Published`} ${what} to ${where}${(0,sentence/* either */.gP)(at, [])}.${failed}`;
        }
        case 'nothing-new':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: ${why}.`;
        case 'dry-run':
            return bringsNothing(report)
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run`}: nothing would be published to ${where}: ${why}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run, nothing was written`}: ${what} would go to ${where}.${failed}`;
        case 'fork': {
            const more = bringsNothing(report)
                ? (0,sentence/* say */.cv) ` Nothing is new either: ${why}.`
                : (0,sentence/* say */.cv) ` New would be ${what}.${failed}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: ${sentence/* fromFork */.NY}${(0,sentence/* either */.gP)(more, [])}`;
        }
        case 'pull-request': {
            const more = bringsNothing(report)
                ? (0,sentence/* say */.cv) ` Nothing is new either: ${why}.`
                : (0,sentence/* say */.cv) ` New would be ${what}.${failed}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: the run is for a pull request, which is only built (${(0,sentence/* code */.aY)('on-pull-request')}).${(0,sentence/* either */.gP)(more, [])}`;
        }
        case 'packed': {
            const commits = (0,sentence/* either */.gP)((0,sentence/* say */.cv) `a run with ${(0,sentence/* code */.aY)('phase: commit')}`, (0,sentence/* say */.cv) `--phase commit`);
            return bringsNothing(report)
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was packed`} for ${where}: ${why}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Packed`} ${what} for ${where}; ${commits} publishes it.${failed}`;
        }
    }
}
/** Where the branch of the source repository is that follows readers. */
function cachedBranchSentence(branch) {
    const { name, repository, commit, isMoved } = branch;
    const at = (0,sentence/* link */.nf)(commit.sha.slice(0, 7), commit.url);
    const verb = (0,sentence/* words */.aL)(isMoved ? 'is at' : 'was there before, at');
    return (0,sentence/* say */.cv) `Branch ${(0,sentence/* code */.aY)(name)} of ${repository} ${verb} ${at}: readers get all of it from the cache.`;
}
function bringsNothing(report) {
    const { published, closure, signed, movedPins, unpinned } = report;
    const pins = movedPins.length + unpinned.length;
    return published.length + closure.length + signed.length + pins === 0;
}
/** `2 artifacts and 1 path of the closure (3 NARs, 1.2 MB, unpacked 3.4 MB)`, or `1 pin` */
function brought(report) {
    const { published, closure, signed, movedPins, unpinned, uploads } = report;
    const what = [
        ...(published.length === 0 ? [] : [(0,src_text/* count */.U9)(published.length, 'artifact')]),
        ...(closure.length === 0 ? [] : [`${(0,src_text/* count */.U9)(closure.length, 'path')} of the closure`]),
        ...(signed.length === 0 ? [] : [`the signature of ${(0,src_text/* count */.U9)(signed.length, 'path')}`]),
        ...(movedPins.length === 0 ? [] : [(0,src_text/* count */.U9)(movedPins.length, 'pin')]),
        ...(unpinned.length === 0 ? [] : [`the end of ${(0,src_text/* count */.U9)(unpinned.length, 'pin')}`])
    ];
    // Pins and signatures bring none.
    if (uploads.nars === 0)
        return (0,src_text/* list */.p_)(what);
    const size = `${(0,pretty_bytes/* default */.A)(uploads.fileBytes)}, unpacked ${(0,pretty_bytes/* default */.A)(uploads.narBytes)}`;
    return `${(0,src_text/* list */.p_)(what)} (${(0,src_text/* count */.U9)(uploads.nars, 'NAR')}, ${size})`;
}
function failedSentence({ failures }) {
    const number = (0,sentence/* words */.aL)((0,src_text/* count */.U9)(failures.length, 'installable'));
    return failures.length === 0 ? [] : (0,sentence/* say */.cv) ` ${(0,sentence/* strong */.ko) `${number} failed.`}`;
}
const skipTexts = {
    held: 'already in the target',
    upstream: 'in upstream caches',
    excluded: 'excluded',
    handed: 'packed by another job'
};
/** For each reason that there was: `2 paths already in the target`, and which. */
function skippedGroups({ skipped }) {
    return types/* skipReasons */.d.flatMap((reason) => {
        const paths = skipped.filter((path) => path.reason === reason);
        return paths.length === 0
            ? []
            : [{ heading: `${(0,src_text/* count */.U9)(paths.length, 'path')} ${skipTexts[reason]}`, paths }];
    });
}
function reasons(report) {
    // Between the look at the branch and the commit; the commit of the other one holds it all.
    if (!bringsNothing(report))
        return 'another publisher brought the same meanwhile';
    const { failures } = report;
    const texts = skippedGroups(report).map(({ heading }) => heading);
    if (failures.length > 0)
        texts.push(`${(0,src_text/* count */.U9)(failures.length, 'installable')} failed`);
    return texts.length === 0 ? 'no store path was asked for' : (0,src_text/* list */.p_)(texts);
}

;// CONCATENATED MODULE: ./src/publish/report/text.ts






/** What a publish did, in a few lines for a terminal. */
function outcomeText(report) {
    const { target, commit, signedBy, failures, cachedBranch } = report;
    const lines = [
        (0,sentence/* onTerminal */.sj)(outcomeSentence(report)),
        ...(cachedBranch === undefined ? [] : [(0,sentence/* onTerminal */.sj)(cachedBranchSentence(cachedBranch))]),
        ...report.published.map(({ storePath, fileSize }) => `  ${storePath}  ${(0,pretty_bytes/* default */.A)(fileSize)}`),
        ...report.pins.map(pin/* pinLine */.cW),
        ...report.unpinned.map(pin/* unpinLine */.by),
        ...skippedGroups(report).map(({ heading }) => `  ${heading}`),
        ...failures.map(({ installable, code }) => `  failed: ${installable} (${code})`),
        ...(commit === null ? [] : [`commit       ${commit.url || commit.sha}`]),
        `substituter  ${target.substituterUrl ?? `none: readers clone ${target.cloneUrl ?? target.name}`}`,
        ...(signedBy.length === 0 ? [keyless(report)] : signedBy).map((key) => `public key   ${key}`),
        ...report.notes.map((note) => `note: ${note}`)
    ];
    return (0,harmless/* terminalText */.eR)(lines);
}
function keyless(report) {
    const { outcome, cacheKeys = [] } = report;
    if (outcome === 'packed')
        return 'none yet: --phase commit signs';
    // A run with nothing to write does not read whether others sign.
    if (bringsNothing(report))
        return 'none given: this run signed nothing';
    return cacheKeys.length === 0
        ? 'none: the cache is unsigned'
        : `none given; the cache has ${(0,src_text/* list */.p_)(cacheKeys)}`;
}


/***/ }),

/***/ 65468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ largestOutputs),
/* harmony export */   P: () => (/* binding */ jsonOutputs)
/* harmony export */ });
// A job's outputs may have 1 MB, reckoned as UTF-16; the names and the job's other outputs get the rest.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs
const largestOutputs = 450000;
/** Outputs as what they mean: those named in `parsed` (lists, numbers, `true`) are JSON already. */
function jsonOutputs(outputs, parsed) {
    return Object.fromEntries(Object.entries(outputs).map(([name, text]) => [
        name,
        parsed.includes(name) ? JSON.parse(text) : text
    ]));
}


/***/ }),

/***/ 6501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NY: () => (/* binding */ fromFork),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   sj: () => (/* binding */ onTerminal)
/* harmony export */ });
/* unused harmony export inMarkdown */
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);

/** The template's words are ours; a string in it is somebody's text. */
function say(words, ...values) {
    return words.flatMap((text, index) => {
        const value = values[index] ?? [];
        const said = typeof value === 'string' ? [{ kind: 'text', text: value }] : value;
        return [{ kind: 'words', text }, ...said];
    });
}
/** As `say`, in bold. */
function strong(words, ...values) {
    return [{ kind: 'strong', said: say(words, ...values) }];
}
/** Our own words, worked out. */
function words(text) {
    return [{ kind: 'words', text }];
}
function code(text) {
    return [{ kind: 'code', text }];
}
function link(text, url) {
    return [{ kind: 'link', text, url }];
}
/** What the two say differently: a terminal has options and no inputs, and what its next lines tell is not told twice. */
function either(summary, terminal) {
    return [{ kind: 'either', summary, terminal }];
}
const fromFork = either(say `the job runs for a pull request from a fork, whose token may only read.`, say `a pull request from a fork may only read.`);
function inMarkdown(sentence) {
    return sentence.map(markdownPiece).join('');
}
function markdownPiece(piece) {
    switch (piece.kind) {
        case 'words':
            return piece.text;
        case 'text':
            return markdownText(piece.text);
        case 'code':
            return markdownCode(piece.text);
        case 'link':
            return markdownLink(markdownText(piece.text), piece.url);
        case 'strong':
            return `**${inMarkdown(piece.said)}**`;
        case 'either':
            return inMarkdown(piece.summary);
    }
}
/** Whoever prints it makes the whole line plain. */
function onTerminal(sentence) {
    return sentence
        .map((piece) => {
        if (piece.kind === 'strong')
            return onTerminal(piece.said);
        return piece.kind === 'either' ? onTerminal(piece.terminal) : piece.text;
    })
        .join('');
}


/***/ })

};
