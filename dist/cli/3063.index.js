export const id = 3063;
export const ids = [3063];
export const modules = {

/***/ 10055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ refuseGroup),
/* harmony export */   Zv: () => (/* binding */ findCommand),
/* harmony export */   bx: () => (/* binding */ lastWord),
/* harmony export */   ib: () => (/* binding */ allCommands)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _near_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16733);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11506);



/** The command that `words` begin with, and behind it, wherever options stand, that of its own. Throws USAGE. */
function findCommand(commands, words) {
    const [name = '', ...args] = words;
    const command = commands.find((known) => known.name === name);
    if (command === undefined)
        throw unknownCommand(commands, name);
    if (command.subcommands === undefined)
        return { command, args };
    const index = firstOperand(command, args);
    const word = args[index];
    const found = command.subcommands.find((known) => lastWord(known) === word);
    if (found === undefined)
        return { command, args };
    return {
        command: { ...found, run: (run) => command.run(run) },
        args: args.toSpliced(index, 1)
    };
}
/** What a group is asked for without one of its commands. Throws USAGE, in any case. */
function refuseGroup(command, args) {
    const word = args[firstOperand(command, args)];
    const known = (command.subcommands ?? []).map(lastWord);
    if (word === undefined) {
        throw (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .usage */ .CI)(command, 'arguments', `what to do is missing: ${known.join(', ')}`);
    }
    const meant = (0,_near_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(word, known);
    const name = `command ${JSON.stringify(`${command.name} ${word}`.slice(0, 100))}`;
    throw (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .usage */ .CI)(command, name, `it is not known: ${known.join(', ')}`, { meant });
}
/** `add` of `queue add`. */
function lastWord({ name }) {
    return name.split(' ').at(-1) ?? '';
}
/** Each command that does something, those of others in their places. */
function allCommands(commands) {
    return commands.flatMap((command) => [
        ...(command.isGroup === true ? [] : [command]),
        ...(command.subcommands ?? [])
    ]);
}
/** Where it stands in `args`; -1: nowhere. All options that any of the commands has are known: which of them is allowed is asked later. */
function firstOperand(command, args) {
    const all = [command, ...(command.subcommands ?? [])].flatMap(({ options }) => options);
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: [...args],
        options: (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .parseOptions */ .Ac)(all),
        ...{ strict: false, allowPositionals: true, allowNegative: true, tokens: true }
    });
    return tokens.find(({ kind }) => kind === 'positional')?.index ?? -1;
}
function unknownCommand(commands, name) {
    if (name === 'hook') {
        return (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .usage */ .CI)(null, 'command hook', 'only the action has it, as a mode: here it is `queue`');
    }
    const names = commands.map((command) => command.name);
    const meant = (0,_near_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(name, names);
    return (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .usage */ .CI)(null, `command ${JSON.stringify(name.slice(0, 100))}`, `the commands are ${names.join(', ')}`, { meant });
}


/***/ }),

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

/***/ 53063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  queueText: () => (/* binding */ queueText),
  runQueue: () => (/* binding */ runQueue)
});

// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/find-command.ts
var find_command = __webpack_require__(10055);
// EXTERNAL MODULE: ./src/cli/secret-files.ts
var secret_files = __webpack_require__(72534);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/nix/closure.ts
var nix_closure = __webpack_require__(62198);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/nix/settings.ts
var nix_settings = __webpack_require__(95786);
// EXTERNAL MODULE: ./src/nix/validity.ts
var validity = __webpack_require__(93861);
// EXTERNAL MODULE: ./src/publish/given-paths.ts
var given_paths = __webpack_require__(71475);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
;// CONCATENATED MODULE: ./src/queue/entries.ts




/** What is queued, sorted by name. A folder that is not there holds nothing. */
function readQueue(folder) {
    const content = { entries: [], foreign: [] };
    for (const name of namesIn(folder).sort()) {
        const storePath = linkTarget((0,external_node_path_.join)(folder, name));
        if (storePath === null)
            continue;
        if ((0,store_path/* isStorePath */.zP)(storePath))
            content.entries.push({ name, storePath });
        else
            content.foreign.push(name);
    }
    return content;
}
/** Each path once, with the time (milliseconds since 1970) of its newest link. */
function queuedTimes(folder) {
    const times = new Map();
    for (const { name, storePath } of readQueue(folder).entries) {
        const time = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, name), { throwIfNoEntry: false })?.mtimeMs;
        if (time !== undefined)
            times.set(storePath, Math.max(time, times.get(storePath) ?? 0));
    }
    return times;
}
/** Takes these paths' links out of the queue; a link that leads elsewhere by now stays. The folder is read once, however many they are. */
function removeEntries(folder, storePaths) {
    const gone = new Set(storePaths);
    for (const entry of readQueue(folder).entries) {
        if (gone.has(entry.storePath))
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, entry.name), { force: true });
    }
}
/** Where a link leads; null when it is gone, empty when it is no link. */
function linkTarget(path) {
    try {
        return (0,external_node_fs_.readlinkSync)(path);
    }
    catch (error) {
        return (0,errors/* codeOf */.$N)(error) === 'ENOENT' ? null : '';
    }
}
function namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'ENOENT')
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/nix/command.ts
var command = __webpack_require__(82094);
// EXTERNAL MODULE: ./src/nix/derivation-graph.ts
var derivation_graph = __webpack_require__(30803);
// EXTERNAL MODULE: ./src/nix/gc-roots.ts
var gc_roots = __webpack_require__(44681);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
;// CONCATENATED MODULE: ./src/queue/gc-roots.ts







/**
 * Puts links into a queue's folder and makes them indirect roots, as the hook does. Who may not write to Nix's folder asks the daemon
 * for those, once for all: it makes more links, `NAME`, `NAME-2` …
 */
async function enqueue(nix, folder, storePaths) {
    const unrooted = storePaths.filter((path) => !(0,gc_roots/* linkRoot */.pw)(nix, folder, path));
    for (const kind of [
        unrooted.filter((path) => !(0,derivation_graph/* isDerivation */.qw)(path)),
        unrooted.filter(derivation_graph/* isDerivation */.qw)
    ]) {
        for (const chunk of (0,command/* chunkOperands */.y)(kind))
            // A name of its own, as Nix replaces a root that has it.
            await (0,run/* expectNix */.lr)(nix, (0,gc_roots/* rootCommand */.S3)((0,external_node_path_.join)(folder, (0,external_node_crypto_.randomUUID)()), chunk));
    }
}
/** Takes a root away where that is allowed; else the next garbage collection does. */
function forgetRoot(nix, folder, storePath) {
    try {
        (0,external_node_fs_.unlinkSync)((0,gc_roots/* rootOf */.I5)(nix, folder, storePath));
    }
    catch {
        // It is stale now, and in nobody's way.
    }
}

;// CONCATENATED MODULE: ./src/queue/layout.ts


// It is a folder's and a file's name, and part of systemd units' names; `.state` is ours.
const queueNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** Folder with the links of a queue. */
function linksFolder({ directory }, name) {
    return (0,external_node_path_.join)(directory, name);
}
/** A file about queues that is no entry of one. */
function layout_stateFile({ directory }, file) {
    return (0,external_node_path_.join)(directory, '.state', file);
}
/** The folders, readable by this user only; the hook may run as root. */
function makeFolders(place, names) {
    for (const folder of [
        (0,external_node_path_.join)(place.directory, '.state'),
        ...names.map((name) => linksFolder(place, name))
    ]) {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    }
}

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

// EXTERNAL MODULE: ./src/catalogue/badge-file.ts
var badge_file = __webpack_require__(28937);
// EXTERNAL MODULE: ./src/repository/github/client.ts
var client = __webpack_require__(7123);
// EXTERNAL MODULE: ./src/scratch.ts + 1 modules
var src_scratch = __webpack_require__(55927);
// EXTERNAL MODULE: ./src/web-client.ts
var web_client = __webpack_require__(23117);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./src/queue/journal.ts




/** What happened to a queue: one JSON object a line, so that a process that dies while it writes spoils one line at most. */
const eventSchema = schemas/* discriminatedUnion */.gMt('event', [
    schemas/* object */.Ikc({
        event: schemas/* literal */.euz('landed'),
        at: schemas/* number */.aig(),
        paths: schemas/* array */.YOg(schemas/* string */.YjP()),
        /** Of these, the ones whose place in the index is still open; left out: none. */
        open: schemas/* array */.YOg(schemas/* string */.YjP()).optional()
    }),
    schemas/* object */.Ikc({
        event: schemas/* literal */.euz('failed'),
        at: schemas/* number */.aig(),
        path: schemas/* string */.YjP(),
        code: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP(),
        hint: schemas/* string */.YjP().optional(),
        /** Milliseconds since 1970; null: the path is set aside. */
        retryAt: schemas/* number */.aig().nullable()
    }),
    /** Asked for again by hand: its failures are forgotten. */
    schemas/* object */.Ikc({ event: schemas/* literal */.euz('requeued'), at: schemas/* number */.aig(), path: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        event: schemas/* literal */.euz('destination-failed'),
        at: schemas/* number */.aig(),
        code: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP(),
        hint: schemas/* string */.YjP().optional(),
        isFinal: schemas/* boolean */.zMY()
    }),
    /** Queued by hand, so that it is an artifact whatever else was built. */
    schemas/* object */.Ikc({ event: schemas/* literal */.euz('named'), at: schemas/* number */.aig(), path: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ event: schemas/* literal */.euz('note'), at: schemas/* number */.aig(), text: schemas/* string */.YjP() })
]);
/** Characters of a reason that are kept: a build log may be megabytes. */
const longestReason = 2000;
/** From this size on, what is about paths that have left the queue is dropped, and what else is older than any job. */
const largestJournal = 1024 * 1024;
const longestJob = 7 * 86_400_000;
class Journal {
    file;
    constructor(file) {
        this.file = file;
    }
    append(...events) {
        if (events.length === 0)
            return;
        const lines = events.map((event) => {
            const bounded = 'reason' in event ? { ...event, reason: cut(event.reason) } : event;
            return `${JSON.stringify({ ...bounded, at: Date.now() })}\n`;
        });
        // An earlier writer's last line may be without its end.
        (0,external_node_fs_.appendFileSync)(this.file, `${this.isTorn() ? '\n' : ''}${lines.join('')}`, { mode: 0o600 });
    }
    read() {
        const history = {
            landed: new Set(),
            failures: new Map(),
            destination: null,
            notes: new Set()
        };
        for (const event of this.events())
            apply(history, event);
        return history;
    }
    /** Store paths that were queued by hand. */
    named() {
        return new Set(this.events().flatMap((each) => (each.event === 'named' ? [each.path] : [])));
    }
    /** Store paths that have landed and whose place in the index is open. */
    open() {
        const open = new Set();
        for (const each of this.events()) {
            if (each.event !== 'landed')
                continue;
            for (const path of each.paths)
                open.delete(path);
            for (const path of each.open ?? [])
                open.add(path);
        }
        return open;
    }
    /** Store paths. `time`: milliseconds since 1970. */
    landedSince(time) {
        return this.events().flatMap((each) => each.event === 'landed' && each.at >= time ? each.paths : []);
    }
    /**
     * For queues that live for months, once the file is large: keeps why these paths did not land, and all that the report at the end
     * of a job counts.
     */
    shorten(queued, now = Date.now()) {
        if (((0,external_node_fs_.statSync)(this.file, { throwIfNoEntry: false })?.size ?? 0) < largestJournal)
            return;
        const kept = this.events().filter((event) => 'path' in event ? queued.has(event.path) : event.at > now - longestJob);
        const made = `${this.file}.new`;
        (0,external_node_fs_.writeFileSync)(made, kept.map((event) => `${JSON.stringify(event)}\n`).join(''), { mode: 0o600 });
        (0,external_node_fs_.renameSync)(made, this.file);
    }
    events() {
        return this.text()
            .split('\n')
            .flatMap((line) => {
            const event = eventSchema.safeParse((0,src_text/* parseJson */.qF)(line));
            return event.success ? [event.data] : [];
        });
    }
    isTorn() {
        return !/(^|\n)$/.test(this.text());
    }
    text() {
        try {
            return (0,external_node_fs_.readFileSync)(this.file, 'utf8');
        }
        catch (error) {
            if ((0,errors/* codeOf */.$N)(error) === 'ENOENT')
                return '';
            throw error;
        }
    }
}
function apply(history, event) {
    switch (event.event) {
        case 'landed':
            for (const path of event.paths) {
                history.landed.add(path);
                history.failures.delete(path);
            }
            history.destination = null;
            break;
        case 'failed': {
            const { path, code, reason, hint, retryAt } = event;
            const attempts = (history.failures.get(path)?.attempts ?? 0) + 1;
            history.failures.set(path, { attempts, code, reason, hint, retryAt });
            break;
        }
        case 'requeued':
            history.failures.delete(event.path);
            break;
        case 'destination-failed': {
            const { code, reason, hint, isFinal } = event;
            const failures = (history.destination?.failures ?? 0) + 1;
            history.destination = { code, reason, hint, isFinal, failures };
            break;
        }
        case 'named':
            break;
        case 'note':
            history.notes.add(event.text);
            break;
    }
}
function cut(text) {
    return text.length > longestReason ? `${text.slice(0, longestReason)}…` : text;
}

// EXTERNAL MODULE: ./src/nix/derivers.ts
var nix_derivers = __webpack_require__(55875);
;// CONCATENATED MODULE: ./src/queue/roles.ts




/** Of each of the `candidates`. `others`: what was built beside them, as far as it is still there. */
async function rolesOf(nix, candidates, others) {
    const paths = candidates.map(({ storePath }) => storePath);
    const all = [...new Set([...paths, ...others])];
    const invalid = await (0,validity/* invalidPaths */.i)(nix, all);
    const derivers = await (0,nix_derivers/* validDerivers */.D)(nix, all.filter((path) => !invalid.has(path)));
    const builtWith = firstUses(await (0,derivation_graph/* queryDerivationGraph */.SV)(nix, [...new Set(derivers.values())]));
    const isKnownThen = (since, { queuedAt }) => since !== undefined && since <= queuedAt / 1000;
    const isPart = (drv, path) => isKnownThen(builtWith.get(drv), path);
    const undecided = candidates.flatMap((path) => {
        const drv = derivers.get(path.storePath);
        return drv === undefined || isPart(drv, path) ? [] : [drv];
    });
    const knownUses = firstUses(await usersOf(nix, undecided));
    return new Map(candidates.map((path) => {
        const drv = derivers.get(path.storePath);
        if (drv === undefined)
            return [path.storePath, 'artifact'];
        if (isPart(drv, path))
            return [path.storePath, 'part'];
        return [path.storePath, isKnownThen(knownUses.get(drv), path) ? 'open' : 'artifact'];
    }));
}
/** Derivation → when the first of these that are made with it came into the store. */
function firstUses(users) {
    const since = new Map();
    for (const { inputDrvs, registeredAt } of users.values()) {
        for (const drv of inputDrvs)
            since.set(drv, Math.min(registeredAt, since.get(drv) ?? Infinity));
    }
    return since;
}
/** The derivations in this machine's store that are made with one of these. */
async function usersOf(nix, drvPaths) {
    const referrers = await (0,run/* queryStore */.cZ)(nix, ['--query', '--referrers'], [...new Set(drvPaths)]);
    const users = [...new Set(referrers.filter(derivation_graph/* isDerivation */.qw))];
    return (0,derivation_graph/* queryDerivationGraph */.SV)(nix, users, { closure: false });
}

// EXTERNAL MODULE: ./src/nix/substitute.ts
var substitute = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/process/tail.ts
var tail = __webpack_require__(40795);
;// CONCATENATED MODULE: ./src/queue/store-words.ts


/** What comes before Nix's own error, when a store cannot be opened, and is nothing about it. */
const noise = /^(?:warning:|Store URL:|copying \d|this derivation|@+$|@ .* @$)/;
/** Why a store cannot be opened. Nix only says that the connection failed: ssh's words, and the remote shell's, stand before that. */
function unreachableWords(url, nixVersion, stderr) {
    const words = (0,run/* nixWords */.b3)(stderr);
    if (url.startsWith('s3:') && words.includes("don't know how to open Nix store")) {
        return `this Nix (${nixVersion}) was built without S3: ${words}`;
    }
    if (!/^ssh(?:-ng)?:/.test(url))
        return words;
    const [before = ''] = (0,tail/* withoutBlankRuns */.Zy)(stderr).split(/^\s*error: /m);
    const said = (0,tail/* lastLines */.w$)(before)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !noise.test(line));
    return [...said, words].join('\n');
}
// Of ssh, of Nix without S3, and of HTTP, in this order.
const lasting = /Host key verification failed|Permission denied \((?:[\w-]+,?)+\)|don't know how to open Nix store|HTTP error 40[13]\b/;
/** Whether somebody has to do something before a store with such words can be used: waiting does not help. */
function isLasting(words) {
    return lasting.test(words);
}

;// CONCATENATED MODULE: ./src/queue/send-to-store.ts








/** Copies into any store of Nix's. `openNix` is called at each pass: it need not be there before. */
function sendToStore(destination, closure, openNix) {
    return async (paths) => {
        const nix = await openNix();
        for (const chunk of (0,command/* chunkOperands */.y)(await pathsToCopy(nix, paths, closure))) {
            for (const command of (0,substitute/* byKind */.Sb)(chunk, (operands) => copyCommand(destination, closure, operands))) {
                const ended = await (0,run/* runNix */.dI)(nix, command);
                if (ended.status === 0)
                    continue;
                await expectStore(nix, destination, ended.stderr);
                throw (0,run/* nixFailure */.M4)(ended, {
                    code: 'STORE_COPY_FAILED',
                    subject: destination.url,
                    reason: (0,run/* nixWords */.b3)(ended.stderr)
                });
            }
        }
        return { landing: { store: destination.url }, notes: [] };
    };
}
/** `nix copy` takes the runtime closure by itself. */
async function pathsToCopy(nix, paths, closure) {
    if (closure !== 'binary')
        return (0,nix_closure/* queryClosure */.K4)(nix, paths, closure);
    const [missing] = await (0,validity/* invalidPaths */.i)(nix, paths);
    if (missing !== undefined)
        throw (0,validity/* missingStorePath */.T)(missing);
    return paths;
}
// Older versions (2.8) take the flag and look at the setting alone for `ssh-ng://` (RemoteStore::queryValidPaths).
const substituting = ['--substitute-on-destination', '--option', 'builders-use-substitutes', 'true'];
/** `operands`: `--` and paths, with `--derivation` before it for .drv files. */
function copyCommand({ url, checkSigs, substituteOnDestination }, closure, operands) {
    return {
        program: 'nix',
        args: [
            ...['copy', '--to', url],
            ...(closure === 'bare' ? ['--no-recursive'] : []),
            ...(checkSigs ? [] : ['--no-check-sigs']),
            ...(substituteOnDestination ? substituting : []),
            ...operands
        ]
    };
}
/** A copy failed: was it the store? Throws STORE_UNREACHABLE when its words say so, or when it cannot be opened either. */
async function expectStore(nix, { url }, stderr) {
    const wordsOf = (said) => unreachableWords(url, nix.version.text, said);
    const unreachable = (reason) => new errors/* NarPublishError */.f9({ code: 'STORE_UNREACHABLE', subject: url, reason });
    if (isLasting(wordsOf(stderr)))
        throw unreachable(wordsOf(stderr));
    const ping = (0,nix_nix/* isAtLeast */.du)(nix.version, 2, 19) ? 'info' : 'ping';
    const ended = await (0,run/* runNix */.dI)(nix, { program: 'nix', args: ['store', ping, '--store', url] });
    if (ended.status !== 0)
        throw unreachable(wordsOf(ended.stderr));
}

;// CONCATENATED MODULE: ./src/queue/open-queue.ts










/** A queue's folder, memory and way to its destination. */
function openQueue(queue, place, environment, log) {
    const scratchParent = scratchOf(place, queue.name);
    (0,external_node_fs_.mkdirSync)(scratchParent, { recursive: true, mode: 0o700 });
    const quiet = { ...unattended(withoutHook(environment)), scratchParent };
    const { destination, closure } = queue;
    const openNix = () => (0,nix_nix/* openRunNix */.RC)({ environment: quiet, log });
    return {
        queue,
        folder: linksFolder(place, queue.name),
        journal: journalOf(place, queue.name),
        ...(destination.kind === 'git'
            ? {
                send: sendToGit(destination.inputs, quiet, log),
                rolesOf: async (candidates, others) => rolesOf(await openNix(), candidates, others)
            }
            : { send: sendToStore(destination, closure, openNix) }),
        log,
        nix: { env: quiet.childEnvironment }
    };
}
function journalOf(place, name) {
    return new Journal(layout_stateFile(place, `${name}.jsonl`));
}
function scratchOf(place, name) {
    return layout_stateFile(place, `${name}.scratch`);
}
function lockOf(place, name) {
    return layout_stateFile(place, `${name}.lock`);
}
/** An environment whose Nix runs no hook: what publishing itself builds or copies is not queued again. */
function withoutHook(environment) {
    const { childEnvironment } = environment;
    // NIX_CONFIG goes before every file, and the last line counts.
    const config = `${childEnvironment['NIX_CONFIG'] ?? ''}\npost-build-hook =\n`;
    return { ...environment, childEnvironment: { ...childEnvironment, NIX_CONFIG: config } };
}
const sshOptions = '-oBatchMode=yes -oConnectTimeout=30 -oServerAliveInterval=15';
/**
 * An environment whose ssh asks nobody, as nobody answers in the background: about a password, or an unknown host. Nor does Nix's wait
 * for a host that is silent. Options of the user's own go before: of each, ssh takes the first.
 */
function unattended(environment) {
    const { childEnvironment } = environment;
    const given = childEnvironment['NIX_SSHOPTS'] ?? '';
    return {
        ...environment,
        childEnvironment: {
            ...childEnvironment,
            NIX_SSHOPTS: `${given} ${sshOptions}`.trim(),
            // Git's as well, which may have a desktop to open a window on.
            SSH_ASKPASS_REQUIRE: 'never'
        }
    };
}
const loadPublish = () => Promise.all(/* import() */[__webpack_require__.e(9572), __webpack_require__.e(5497), __webpack_require__.e(1460), __webpack_require__.e(1800), __webpack_require__.e(2221), __webpack_require__.e(9730), __webpack_require__.e(8582), __webpack_require__.e(714), __webpack_require__.e(4946), __webpack_require__.e(6644), __webpack_require__.e(8048), __webpack_require__.e(1718), __webpack_require__.e(2839)]).then(__webpack_require__.bind(__webpack_require__, 92839));
/**
 * Loads what sending takes, which a queue that is only looked at does without. For a process that goes on for hours: its program's files may be
 * others by then, as of an action that a job builds anew, or of a clone that somebody updates.
 */
async function loadSending() {
    await Promise.all([loadPublish(), (0,client/* loadClient */.c)(), (0,web_client/* loadWebClient */.y)(), (0,badge_file/* loadBadgeMaker */.m0)()]);
}
/** Publishes into a Git repository: each time one commit, and none when it holds everything already. */
function sendToGit(inputs, environment, log) {
    return async (paths, artifacts) => {
        const { publish } = await loadPublish();
        const scratch = (0,src_scratch/* makeScratch */.lP)(environment.scratchParent);
        try {
            const { error, report } = await publish({
                inputs: { ...inputs, paths: [...paths], artifacts },
                environment,
                scratch,
                log,
                timings: []
            });
            // The commit stands when it could not be read back; whatever else failed, did so for paths that are not in it.
            if (error !== null && error.code !== 'VERIFY_FAILED')
                throw error;
            const { target, commit, signedBy } = report;
            return {
                landing: { repository: target.name, branch: target.branch, commit },
                notes: [
                    ...(error === null ? [] : [`Reading back failed: ${error.message}`]),
                    ...(signedBy.length === 0
                        ? ['No `signing-key` was given: what is published is unsigned.']
                        : [])
                ]
            };
        }
        finally {
            (0,src_scratch/* removeScratch */.ZU)(scratch, environment.scratchParent);
        }
    };
}

;// CONCATENATED MODULE: ./src/queue/pauses.ts
/** While the job goes on there is time; at its end there is little. */
const patientPauses = { first: 30_000, longest: 3_600_000 };
const drainPauses = { first: 1000, longest: 30_000 };
/** Twice as long after each failure, up to the longest, and up to a quarter more or less by chance. */
function pauseAfter(failures, { first, longest }, random = Math.random) {
    const grown = Math.min(first * 2 ** Math.min(Math.max(failures - 1, 0), 30), longest);
    return Math.round(grown * (0.75 + random() / 2));
}

;// CONCATENATED MODULE: ./src/queue/send.ts


/** So many paths that fail one after the other with the same words, and none that lands: it is not the paths. */
const telling = 3;
/**
 * Sends together what can be sent together. When that fails because of a path, it is left out, or found by halves. `onLanded` is
 * called as soon as some have landed; `goesOn` is asked before each attempt.
 */
async function sendAll(send, paths, { onLanded, goesOn }) {
    const failed = [];
    const batches = paths.length === 0 ? [] : [paths];
    let hasLanded = false;
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        if (!goesOn())
            break;
        try {
            onLanded(batch, await send(batch));
            hasLanded = true;
        }
        catch (thrown) {
            const error = (0,errors/* asNarPublishError */.tS)(thrown);
            const blame = blameOf(error, batch);
            if (blame.kind === 'destination') {
                return { failed, stopped: { error, isFinal: blame.isFinal } };
            }
            const culprit = blame.culprit ?? (batch.length === 1 ? batch[0] : undefined);
            if (culprit === undefined)
                batches.unshift(...halves(batch));
            else {
                failed.push({ storePath: culprit, error });
                const others = batch.filter((path) => path !== culprit);
                if (others.length > 0)
                    batches.unshift(others);
            }
            if (!hasLanded && areAllAlike(failed))
                return { failed: [], stopped: { error, isFinal: false } };
        }
    }
    return { failed, stopped: null };
}
function halves(batch) {
    const middle = Math.ceil(batch.length / 2);
    return [batch.slice(0, middle), batch.slice(middle)];
}
/** One that the store does not have is no sign of anything else. */
function areAllAlike(failed) {
    const unclear = failed.filter(({ error }) => ['NIX_FAILED', 'STORE_COPY_FAILED'].includes(error.code));
    const [first] = unclear;
    return (first !== undefined &&
        unclear.length >= telling &&
        unclear.every((one) => wordsOf(one) === wordsOf(first)));
}
function wordsOf({ error }) {
    return `${error.code} ${error.reason.replace(/\/nix\/store\/[0-9A-Za-z+\-._?=]+/g, 'PATH')}`;
}
const ofPaths = [
    'COMPRESSOR_FAILED',
    'HELD_UNREADABLE',
    'NARINFO_INVALID',
    'NAR_EMPTY',
    'NAR_HASH_MISMATCH',
    'NAR_TOO_LARGE',
    'NIX_FAILED',
    'PUSH_TOO_LARGE',
    'STORE_COPY_FAILED',
    'STORE_PATH_DAMAGED',
    'STORE_PATH_INVALID',
    'STORE_PATH_MISSING'
];
/** They pass by themselves. */
const passing = [
    'DISK_FULL',
    'GITHUB_UNAVAILABLE',
    'GIT_UNREACHABLE',
    'HEAD_MOVED',
    'HELD_PATH_GONE',
    'INTERNAL',
    'RATE_LIMITED',
    'STORE_UNREACHABLE'
];
/** `paths`: what was to be sent. */
function blameOf({ code, subject, reason }, paths) {
    if (!ofPaths.includes(code)) {
        const isFinal = !passing.includes(code) || (code === 'STORE_UNREACHABLE' && isLasting(reason));
        return { kind: 'destination', isFinal };
    }
    return { kind: 'paths', culprit: paths.includes(subject) ? subject : null };
}

;// CONCATENATED MODULE: ./src/queue/pass.ts






/** What is in the queue and not set aside, each path once. */
function waitingPaths({ folder, journal }) {
    const { failures } = journal.read();
    return [...queuedPaths(folder)].filter((path) => failures.get(path)?.retryAt !== null);
}
function queuedPaths(folder) {
    return new Set(readQueue(folder).entries.map(({ storePath }) => storePath));
}
/** So long a path stays without a row, in milliseconds, for something that could be made with it, where no job's end tells. */
const longestOpen = 86_400_000;
/**
 * Sends once what waits: what lands leaves the queue, unless its place in the index is open; what fails is noted with the time of its
 * next attempt, or set aside.
 */
async function sendOnce(open, rules) {
    const { queue, folder, journal, log } = open;
    const { failures } = journal.read();
    const now = Date.now();
    const waiting = waitingPaths(open).filter((path) => rules.isImpatient || (failures.get(path)?.retryAt ?? 0) <= now);
    if (waiting.length === 0)
        return [];
    const roles = await settleRoles(open, waiting, rules.isLast === true);
    const isOpen = (path) => roles.get(path) === 'open';
    const landedBefore = journal.open();
    const due = waiting.filter((path) => !(isOpen(path) && landedBefore.has(path)));
    if (due.length === 0)
        return [];
    const landed = [];
    const artifacts = new Set(due.filter((path) => (roles.get(path) ?? 'artifact') === 'artifact'));
    await log.group(`Queue ${queue.name}: ${(0,src_text/* count */.U9)(due.length, 'path')}`, async () => {
        const { failed, stopped } = await sendAll((paths) => open.send(paths, artifacts), due, {
            goesOn: rules.goesOn,
            onLanded: (paths, { landing, notes }) => {
                landed.push({ ...landing, paths });
                // First the note: a link that stays is sent again, which does no harm.
                journal.append({ event: 'landed', paths: [...paths], open: paths.filter(isOpen) });
                const known = journal.read().notes;
                for (const text of new Set(notes))
                    if (!known.has(text))
                        journal.append({ event: 'note', text });
                const settled = paths.filter((path) => !isOpen(path));
                // The roots first: what is queued anew in between has its root, or has landed.
                for (const path of settled)
                    forgetRoot(open.nix, folder, path);
                removeEntries(folder, settled);
                log.info(`${(0,src_text/* count */.U9)(paths.length, 'path')} landed`);
            }
        });
        const before = failed.length === 0 ? failures : journal.read().failures;
        const events = failed.map(({ storePath, error }) => {
            const attempts = (before.get(storePath)?.attempts ?? 0) + 1;
            const isLast = attempts >= queue.maxAttempts;
            const retryAt = isLast ? null : Date.now() + pauseAfter(attempts, rules.pauses);
            const { code, reason, hint } = error;
            log.warning(`${storePath}, attempt ${attempts}${isLast ? ', set aside' : ''}: ${error.message}`);
            return { event: 'failed', path: storePath, code, reason, hint, retryAt };
        });
        journal.append(...events);
        if (stopped !== null) {
            const { code, reason, hint, message } = stopped.error;
            const { isFinal } = stopped;
            journal.append({ event: 'destination-failed', code, reason, hint, isFinal });
            log.warning(`queue ${queue.name}: ${message}`);
        }
    });
    journal.shorten(queuedPaths(folder));
    return landed;
}
/** Where Nix does not tell, nothing gets a row for now, and everything in the last pass. */
async function settleRoles({ folder, journal, rolesOf, log }, paths, isLast) {
    if (rolesOf === undefined)
        return new Map();
    const times = queuedTimes(folder);
    const named = journal.named();
    const candidates = paths
        .filter((path) => !named.has(path))
        .map((storePath) => ({ storePath, queuedAt: times.get(storePath) ?? Date.now() }));
    if (candidates.length === 0)
        return new Map();
    const since = Math.min(...candidates.map(({ queuedAt }) => queuedAt));
    const others = [...times.keys(), ...journal.landedSince(since)];
    const roles = await rolesOf(candidates, others).catch((thrown) => {
        const { message } = (0,errors/* asNarPublishError */.tS)(thrown);
        log.warning(`what is made with what cannot be told: ${message}`);
        return new Map(candidates.map(({ storePath }) => [storePath, 'open']));
    });
    for (const { storePath, queuedAt } of candidates) {
        const isOver = isLast || Date.now() - queuedAt > longestOpen;
        if (isOver && roles.get(storePath) === 'open')
            roles.set(storePath, 'artifact');
    }
    return roles;
}

;// CONCATENATED MODULE: ./src/queue/report/report.ts




/** What became of everything that was queued, when the job is over: what is not there by now has a reason. */
function reportQueues(place, queues) {
    return {
        queues: queues.map(({ name, destination }) => atEnd(reportQueue(place, name, destinationText(destination))))
    };
}
function atEnd({ open = [], ...queue }) {
    const because = (path, otherwise) => path.code === '' ? { ...path, ...(queue.failing ?? otherwise) } : path;
    const unlisted = open.map((storePath) => ({ storePath, attempts: 0, code: '', reason: '' }));
    return {
        ...queue,
        queued: [
            ...queue.queued.map((path) => because(path, tooLate('it was not sent before the job ended'))),
            ...unlisted.map((path) => because(path, tooLate('it landed, and had no row in the index when the job ended')))
        ]
    };
}
function tooLate(reason) {
    const hint = 'Give it more time with `drain-timeout`, or send more of it while the job goes on with a shorter `interval`.';
    return { code: 'QUEUE_UNDRAINED', reason, hint };
}
/** `destination`: in words. */
function reportQueue(place, name, destination) {
    const history = journalOf(place, name).read();
    const { entries, foreign } = readQueue(linksFolder(place, name));
    const all = [...new Set(entries.map(({ storePath }) => storePath))];
    const openPaths = journalOf(place, name).open();
    const isOpen = (path) => openPaths.has(path) && !history.failures.has(path);
    const paths = all.filter((path) => !isOpen(path));
    const isAside = (path) => history.failures.get(path)?.retryAt === null;
    const failureOf = (storePath) => {
        const { attempts = 0, code = '', reason = '', hint } = history.failures.get(storePath) ?? {};
        return { storePath, attempts, code, reason, hint };
    };
    return {
        name,
        destination,
        landed: [...history.landed],
        setAside: paths.filter(isAside).map(failureOf),
        queued: paths.filter((path) => !isAside(path)).map(failureOf),
        open: all.filter(isOpen),
        failing: history.destination === null ? null : whyOf(history.destination),
        foreign,
        notes: [...history.notes]
    };
}
function whyOf({ code, reason, hint }) {
    return { code, reason, hint };
}
function destinationText(destination) {
    if (destination.kind === 'store')
        return destination.url;
    const { target, branch } = destination.inputs;
    const name = target.kind === 'github' ? `${target.owner}/${target.repo}` : target.url;
    return branch.value === null ? name : `${name}, branch ${branch.value}`;
}
/** What did not land, in plain words, with the first reason; empty when all did. */
function undrained({ queues }) {
    return queues.flatMap(missingOf).join('; ');
}
function missingOf(queue) {
    const { name, destination, setAside, queued, failing } = queue;
    if (setAside.length + queued.length === 0)
        return [];
    const parts = [
        ...(setAside.length === 0 ? [] : [`${(0,src_text/* count */.U9)(setAside.length, 'path')} set aside`]),
        ...(queued.length === 0 ? [] : [`${(0,src_text/* count */.U9)(queued.length, 'path')} still queued`])
    ];
    const [first] = [...setAside, ...queued].filter(({ code }) => code !== '');
    const why = failing ?? first;
    const reason = why === undefined ? '' : ` (${why.code}: ${why.reason.slice(0, 500)})`;
    return [`${(0,src_text/* list */.p_)(parts)} in queue ${name} for ${destination}${reason}`];
}
/** `3 paths landed, 1 path set aside`, for one queue. */
function queueCounts({ landed, setAside, queued }) {
    return [
        `${(0,src_text/* count */.U9)(landed.length, 'path')} landed`,
        ...(setAside.length === 0 ? [] : [`${(0,src_text/* count */.U9)(setAside.length, 'path')} set aside`]),
        ...(queued.length === 0 ? [] : [`${(0,src_text/* count */.U9)(queued.length, 'path')} still queued`])
    ].join(', ');
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/holder.ts
var src_holder = __webpack_require__(59369);
;// CONCATENATED MODULE: ./src/queue/lock.ts




const holderSchema = schemas/* object */.Ikc({ pid: schemas/* int */.Whr().positive(), startedAt: schemas/* string */.YjP() });
/** Takes the lock, over from a process that is dead if need be. Throws QUEUE_BUSY. */
function takeLock(file, what) {
    const own = { pid: process.pid, startedAt: (0,src_holder/* startOf */.GH)(process.pid) };
    for (let attempt = 0; attempt < 5; attempt++) {
        if (create(file, own)) {
            return {
                release: () => {
                    const holder = readHolder(file);
                    if (holder?.pid === own.pid)
                        (0,external_node_fs_.rmSync)(file, { force: true });
                }
            };
        }
        const holder = livingHolder(file);
        if (holder !== null)
            throw busy(what, holder);
        removeStale(file);
    }
    throw busy(what, null);
}
/** The living process that holds the lock; null when nobody does. */
function livingHolder(file) {
    const holder = readHolder(file);
    return holder !== null && (0,src_holder/* isAlive */._n)(holder) ? holder : null;
}
function create(file, holder) {
    // Whole from its first moment on: who finds it can read it.
    const made = `${file}.${process.pid}`;
    (0,external_node_fs_.writeFileSync)(made, JSON.stringify(holder), { mode: 0o600 });
    try {
        (0,external_node_fs_.linkSync)(made, file);
        return true;
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'EEXIST')
            return false;
        throw error;
    }
    finally {
        (0,external_node_fs_.rmSync)(made, { force: true });
    }
}
/** Of two that find the same dead lock, one may move the other's new one away: it sees that, and puts it back. */
function removeStale(file) {
    const moved = `${file}.stale-${process.pid}`;
    try {
        (0,external_node_fs_.renameSync)(file, moved);
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'ENOENT')
            return;
        throw error;
    }
    if (livingHolder(moved) !== null) {
        try {
            (0,external_node_fs_.linkSync)(moved, file);
        }
        catch (error) {
            if ((0,errors/* codeOf */.$N)(error) !== 'EEXIST')
                throw error;
        }
    }
    (0,external_node_fs_.rmSync)(moved, { force: true });
}
function readHolder(file) {
    return (0,errors/* attempt */.CD)(() => holderSchema.parse(JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'))), null);
}
function busy(what, holder) {
    return new errors/* NarPublishError */.f9({
        code: 'QUEUE_BUSY',
        subject: what,
        reason: holder === null
            ? 'other processes took its lock each time'
            : `the process ${holder.pid} is at work on it`
    });
}

;// CONCATENATED MODULE: ./src/queue/serve.ts









/** How often the signs are looked at, in milliseconds. */
const glance = 100;
/**
 * Sends what is queued at each interval, and after growing pauses when the destination fails, until it is asked to drain: then as
 * fast as it can until the queue is empty, the time is over, or the destination fails for good.
 */
async function serveQueue(open, signs) {
    let next = Date.now() + open.queue.interval;
    while (!signs.isOver()) {
        if (signs.drainUntil() !== null) {
            await drainQueue(open, signs);
            return;
        }
        if (Date.now() >= next) {
            await sendOnce(open, {
                pauses: patientPauses,
                isImpatient: false,
                goesOn: () => !signs.isOver() && signs.drainUntil() === null
            });
            const { destination } = open.journal.read();
            const pause = destination === null ? 0 : destinationPause(destination);
            next = Date.now() + Math.max(open.queue.interval, pause);
        }
        await (0,promises_.setTimeout)(Math.min(glance, Math.max(next - Date.now(), 1)));
    }
}
function destinationPause({ failures, isFinal }) {
    return isFinal ? patientPauses.longest : pauseAfter(failures, patientPauses);
}
/** Empties a queue as far as it can be: see serveQueue. What waits is tried at once, whatever its pause. */
async function drainQueue(open, signs) {
    const isLate = () => signs.isOver() || Date.now() >= (signs.drainUntil() ?? Infinity);
    // Once in any case: what was wrong for good may be mended by now, as by a later step that adds a key.
    for (let pass = 1; waitingPaths(open).length > 0 && !isLate(); pass++) {
        await sendOnce(open, {
            pauses: drainPauses,
            isImpatient: pass === 1,
            isLast: true,
            goesOn: () => !isLate()
        });
        if (open.journal.read().destination?.isFinal === true)
            return;
        const resume = Date.now() + drainPause(open, pass);
        while (Date.now() < resume && !isLate())
            await (0,promises_.setTimeout)(Math.min(glance, resume - Date.now()));
    }
}
/** Until the first path may be tried again, or the destination. */
function drainPause(open, pass) {
    const { destination, failures } = open.journal.read();
    if (destination !== null)
        return pauseAfter(pass, drainPauses);
    const times = waitingPaths(open).map((path) => failures.get(path)?.retryAt ?? 0);
    return times.length === 0 ? 0 : Math.max(Math.min(...times) - Date.now(), 0);
}
/**
 * Serves each queue on its own, so that one destination's failure leaves the others alone, until the end of the job asks for all
 * to be drained or their folder is gone. Throws QUEUE_BUSY when another process serves one of them.
 */
async function serveQueues(place, queues, environment, log, signs = fileSigns(place)) {
    await loadSending();
    const names = queues.map(({ name }) => name);
    makeFolders(place, names);
    await withLocks(place, names, async () => {
        const results = await Promise.allSettled(queues.map((queue) => serveQueue(openQueue(queue, place, environment, logOf(queue, queues, log)), signs)));
        const failed = results.find((result) => result.status === 'rejected');
        if (failed !== undefined)
            throw failed.reason;
    });
}
/** Of a single queue no line needs to say whose it is. */
function logOf({ name }, queues, log) {
    return queues.length === 1 ? log : namedLog(log, name);
}
async function withLocks(place, names, body) {
    const locks = [];
    try {
        for (const name of names) {
            locks.push(takeLock(lockOf(place, name), `queue ${name}`));
            // What a process left that was killed at its work.
            (0,src_scratch/* removeFolder */.v$)(scratchOf(place, name));
        }
        return await body();
    }
    finally {
        for (const lock of locks)
            lock.release();
    }
}
/** Asks whoever serves these queues to empty them until then. A file, and no signal: it is still there for a second process. */
function requestDrain(place, until) {
    writeFileSync(stateFile(place, 'drain'), String(until), { mode: 0o600 });
}
function fileSigns(place) {
    let until = null;
    return {
        drainUntil: () => {
            const told = (0,errors/* attempt */.CD)(() => Number((0,external_node_fs_.readFileSync)(layout_stateFile(place, 'drain'), 'utf8')), 0);
            if (told > 0)
                until ??= told;
            return until;
        },
        // A runner that is used again empties its folder for temporary files.
        isOver: () => !(0,external_node_fs_.existsSync)(place.directory)
    };
}
/**
 * The log of one of several queues that work at the same time: each line says whose it is. Headings are lines as well, because groups
 * would hold the other queues' lines too, and GitHub's cannot be nested.
 */
function namedLog(log, name) {
    const named = (line) => `${name}: ${line}`;
    const tell = (kind) => (line) => {
        log[kind](named(line));
    };
    return {
        info: tell('info'),
        warning: tell('warning'),
        debug: tell('debug'),
        group: (heading, body) => {
            log.info(named(heading));
            return body();
        },
        fenced: (body) => log.fenced(body),
        progress: (step, done, total) => {
            log.progress(named(step), done, total);
        }
    };
}

// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/near.ts
var near = __webpack_require__(16733);
// EXTERNAL MODULE: ./src/nix/types.ts
var types = __webpack_require__(56310);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./src/inputs/duration.ts
var duration = __webpack_require__(21601);
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
    queues: schemas/* record */.g1P(schemas/* string */.YjP().regex(queueNamePattern, 'a queue’s name has letters, digits and `._-`, 64 at most'), queueSchema)
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

// EXTERNAL MODULE: ./src/queue/options.ts
var options = __webpack_require__(39313);
// EXTERNAL MODULE: ./src/publish/inputs.ts + 7 modules
var publish_inputs = __webpack_require__(86611);
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

;// CONCATENATED MODULE: ./src/queue/settings.ts













/** Options, then variables, then the file. Throws QUEUE_CONFIG_INVALID, INPUT_INVALID, USAGE. */
function chooseQueues(environment) {
    const config = configOf(environment);
    const named = (0,readers/* lines */.Mn)(environment.input('queue-name'));
    const wrong = named.find((name) => !queueNamePattern.test(name));
    if (wrong !== undefined)
        throw (0,readers/* invalid */.Gq)('queue', wrong, 'letters, digits and `._-`, 64 at most');
    const known = config?.queues ??
        [...new Set(named.length === 0 ? ['default'] : named)].map((name) => ({ name }));
    const unknown = named.find((name) => !known.some((queue) => queue.name === name));
    if (unknown !== undefined) {
        const names = known.map(({ name }) => name).join(', ');
        const meant = (0,near/* didYouMean */.a)(unknown, known.map(({ name }) => name));
        throw (0,cli_arguments/* usage */.CI)(options/* queueCommand */.D, `queue ${JSON.stringify(unknown)}`, `the configuration has ${names}`, { meant });
    }
    const chosen = named.length === 0 ? known : known.filter(({ name }) => named.includes(name));
    const given = givenSettings(environment);
    const destination = givenDestination(environment);
    if (destination !== null && chosen.length > 1) {
        throw (0,cli_arguments/* usage */.CI)(options/* queueCommand */.D, 'the destination', 'it is for one queue: name that with --queue');
    }
    const queues = chosen.map((queue) => ({
        ...queue,
        ...given,
        ...(destination === null ? {} : { destination })
    }));
    return { place: { directory: directoryOf(environment, config) }, queues };
}
/** The queues with their destinations. Throws USAGE when one has none, and what parsing them throws. */
function queuesToSend({ queues }, environment, secrets) {
    return queues.map(({ destination, ...queue }) => {
        if (destination === undefined) {
            throw (0,cli_arguments/* usage */.CI)(options/* queueCommand */.D, `queue ${queue.name}`, 'its destination is missing: --destination or --target-repository');
        }
        const withSwitches = 'store' in destination ? { ...destination, ...givenSwitches(environment) } : destination;
        const config = { ...queue, destination: withSwitches };
        const read = () => queueOf(config, environment, secrets, queueDefaults(unsaid));
        return givenDestination(environment) === null ? read() : (0,typed/* typed */.G)(() => unqueued(read));
    });
}
/** Who typed the destination knows of no `queues`. */
function unqueued(body) {
    try {
        return body();
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9))
            throw error;
        throw error.with({ subject: error.subject.replace(/^queues\.[^ ]+\.destination, /, '') });
    }
}
/** A terminal's queues have settings of their own, not the action's inputs. */
const unsaid = { input: () => '' };
function configOf(environment) {
    const given = environment.input('queue-config');
    if (given !== '') {
        const file = (0,external_node_path_.resolve)(environment.workspace, given);
        if (!(0,external_node_fs_.existsSync)(file)) {
            throw (0,cli_arguments/* usage */.CI)(options/* queueCommand */.D, 'option --config', `there is no file ${(0,src_text/* quote */.hD)(given)}`);
        }
        return readConfig(file, `file ${given}`);
    }
    const { childEnvironment: env } = environment;
    const usual = (0,external_node_path_.join)(env['XDG_CONFIG_HOME'] ?? (0,external_node_path_.join)(env['HOME'] ?? '/', '.config'), 'nar-publish', 'queues.json');
    return (0,external_node_fs_.existsSync)(usual) ? readConfig(usual, `file ${usual}`) : null;
}
function directoryOf(environment, config) {
    const { workspace, childEnvironment: env } = environment;
    const given = environment.input('queue-dir');
    if (given !== '')
        return (0,external_node_path_.resolve)(workspace, given);
    const state = env['XDG_STATE_HOME'] ?? (0,external_node_path_.join)(env['HOME'] ?? '/', '.local', 'state');
    return config?.queueDir ?? (0,external_node_path_.join)(state, 'nar-publish');
}
function givenDestination(environment) {
    const store = environment.input('queue-destination');
    const git = environment.input('queue-target-repository');
    if (store !== '' && git !== '') {
        throw (0,cli_arguments/* usage */.CI)(options/* queueCommand */.D, 'options --destination and --target-repository', 'a queue has one destination');
    }
    const why = store === '' ? null : whyNoStore(store);
    if (why !== null)
        throw (0,cli_arguments/* usage */.CI)(options/* queueCommand */.D, 'option --destination', why);
    if (store !== '')
        return { store };
    if (git === '')
        return null;
    const branch = environment.input('target-branch');
    return { git, ...(branch === '' ? {} : { branch }) };
}
function givenSettings(environment) {
    // Read as the inputs of these names are.
    const own = { input: (name) => environment.input(`queue-${name}`) };
    const isGiven = (name) => own.input(name) !== '';
    const closure = own.input('closure-type');
    if (closure !== '' && !(0,readers/* isOneOf */.EK)(types/* closureTypes */.R, closure)) {
        throw (0,readers/* invalid */.Gq)('closure-type', closure, types/* closureTypes */.R);
    }
    return {
        ...(closure === '' ? {} : { closure }),
        ...(isGiven('interval') ? { interval: (0,readers/* parseTime */.pe)(own, 'interval') } : {}),
        ...(isGiven('max-attempts') ? { maxAttempts: parseAttempts(own) } : {})
    };
}
function givenSwitches(environment) {
    const checkSigs = parseSwitch(environment, 'check-sigs');
    const substituteOnDestination = parseSwitch(environment, 'substitute-on-destination');
    return {
        ...(checkSigs === null ? {} : { checkSigs }),
        ...(substituteOnDestination === null ? {} : { substituteOnDestination })
    };
}
/** null: not given. As a variable also `0` and `1`, which the older tool took. */
function parseSwitch(environment, name) {
    const text = environment.input(`queue-${name}`);
    if (text === '')
        return null;
    if (['true', '1'].includes(text))
        return true;
    if (['false', '0'].includes(text))
        return false;
    throw (0,readers/* invalid */.Gq)(name, text, ['true', '1', 'false', '0']);
}

;// CONCATENATED MODULE: ./src/queue/command.ts

























const actions = {
    add: addPaths,
    list: listQueues,
    closure: showClosure,
    upload: uploadQueues,
    run: runQueues
};
/** `nar-publish queue add PATH…`, and its siblings. */
async function runQueue(run) {
    const { command, arguments: given, log } = run;
    const action = actions[(0,find_command/* lastWord */.bx)(command)];
    if (action === undefined)
        throw (0,errors/* internalError */.WB)(command.name, 'nobody does it');
    if (command.operands === '')
        (0,cli_arguments/* refuseOperands */.RF)(run);
    const inputs = (0,cli_arguments/* inputsOf */.Vc)(command, given);
    const keyFile = given.values.get('signing-key-file')?.[0];
    if (keyFile !== undefined)
        inputs.set('signing-key', (0,secret_files/* readSecret */.n)('signing-key-file', keyFile));
    const environment = run.environmentWith(inputs);
    const secrets = (0,inputs_secrets/* readSecrets */.ql)(environment, log.hide);
    const isOfNone = environment.input('queue-target-repository') === '';
    if (given.values.has('target-branch') && isOfNone) {
        const why = 'it goes with --target-repository; a queue of the configuration has its own `branch`';
        throw (0,cli_arguments/* usage */.CI)(command, 'option --target-branch', why);
    }
    const chosen = (0,typed/* typed */.G)(() => chooseQueues(environment));
    return action({ ...run, environment, secrets, chosen, paths: given.operands });
}
async function addPaths(run) {
    const { environment, chosen, command } = run;
    const built = (environment.childEnvironment['OUT_PATHS'] ?? '')
        .split(' ')
        .filter((path) => path !== '');
    const asked = (0,typed/* typed */.G)(() => parseSwitch(environment, 'include-out-paths')) === false ? [] : built;
    const wanted = [...run.paths, ...asked];
    if (wanted.length === 0)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'what to queue is missing');
    const nix = await (0,nix_nix/* openRunNix */.RC)(run);
    const storePaths = await validPaths(nix, wanted, environment);
    const named = new Set(run.paths.map((path) => (0,given_paths/* toStorePath */.m)(path, environment.workspace)));
    const queues = chosen.queues.map(({ name }) => name);
    makeFolders(chosen.place, queues);
    for (const name of queues) {
        const journal = journalOf(chosen.place, name);
        const { failures } = journal.read();
        // First, as it may be sent at once.
        const byHand = storePaths.filter((path) => named.has(path));
        journal.append(...byHand.map((path) => ({ event: 'named', path })));
        await enqueue(nix, linksFolder(chosen.place, name), storePaths);
        const again = storePaths.filter((path) => failures.has(path));
        journal.append(...again.map((path) => ({ event: 'requeued', path })));
    }
    const text = storePaths.map((path) => `queued ${path}`).join('\n');
    return { json: { queued: storePaths, queues }, text, error: null };
}
function listQueues({ chosen }) {
    const report = reportOf(chosen);
    return Promise.resolve({ json: { ...report }, text: queueText(report), error: null });
}
async function showClosure(run) {
    const { chosen, environment, log } = run;
    const nix = await (0,nix_nix/* openRunNix */.RC)(run);
    const settings = await (0,nix_settings/* readNixSettings */.r)(nix);
    const closures = {};
    for (const { name, closure = 'binary' } of chosen.queues) {
        for (const text of closureWarnings(closure, settings))
            log.warning(`queue ${name}: ${text}`);
        const roots = run.paths.length > 0
            ? await validPaths(nix, run.paths, environment)
            : readQueue(linksFolder(chosen.place, name)).entries.map(({ storePath }) => storePath);
        closures[name] = roots.length === 0 ? [] : await (0,nix_closure/* queryClosure */.K4)(nix, roots, closure);
    }
    const all = [...new Set(Object.values(closures).flat())].sort();
    return { json: { closures }, text: all.join('\n'), error: null };
}
async function uploadQueues(run) {
    const { chosen, environment, log } = run;
    const queues = queuesOf(run);
    (0,src_environment/* forgetSecrets */.DL)();
    if (run.paths.length > 0)
        return uploadPaths(run, queues);
    const names = queues.map(({ name }) => name);
    makeFolders(chosen.place, names);
    const isImpatient = run.arguments.switches.get('due') !== true;
    const sent = await withLocks(chosen.place, names, () => Promise.all(queues.map((queue) => sendOnce(openQueue(queue, chosen.place, environment, logOf(queue, queues, log)), {
        pauses: patientPauses,
        isImpatient,
        goesOn: () => true
    }))));
    const listed = reportOf(chosen);
    const report = {
        queues: listed.queues.map((queue, index) => ({ ...queue, sent: sent[index] ?? [] }))
    };
    const text = undrained(report);
    const error = text === ''
        ? null
        : new errors/* NarPublishError */.f9({
            code: 'QUEUE_UNDRAINED',
            subject: 'the queue',
            reason: text,
            hint: '`nar-publish queue list` shows each path with its reason.'
        });
    return { json: { ...report }, text: queueText(report), error };
}
/** Throws USAGE for an option that none of the destinations heeds. */
function queuesOf({ command, arguments: given, chosen, environment, secrets }) {
    const queues = queuesToSend(chosen, environment, secrets);
    const kinds = new Set(queues.map(({ destination }) => destination.kind));
    if (given.values.has('signing-key-file') && !kinds.has('git')) {
        const why = 'what goes to a store of Nix’s is copied with the signatures that it has';
        throw (0,cli_arguments/* usage */.CI)(command, 'option --signing-key-file', why);
    }
    const ofStores = ['check-sigs', 'substitute-on-destination'].find((name) => given.switches.has(name));
    if (ofStores !== undefined && !kinds.has('store')) {
        throw (0,cli_arguments/* usage */.CI)(command, `option --${ofStores}`, 'it is about `nix copy`, which no Git repository needs');
    }
    return queues;
}
/** Past the queue: these paths, now. */
async function uploadPaths(run, queues) {
    const { chosen, environment, log } = run;
    const nix = await (0,nix_nix/* openRunNix */.RC)(run);
    const storePaths = await validPaths(nix, run.paths, environment);
    const artifacts = new Set(storePaths);
    const landed = [];
    for (const queue of queues) {
        const { send } = openQueue(queue, chosen.place, environment, log);
        const { failed, stopped } = await sendAll((paths) => send(paths, artifacts), storePaths, {
            onLanded: (paths, { landing, notes }) => {
                landed.push({ queue: queue.name, ...landing, paths });
                for (const note of notes)
                    log.warning(note);
                log.info(`${(0,src_text/* count */.U9)(paths.length, 'path')} landed`);
            },
            goesOn: () => true
        });
        const error = stopped?.error ?? failed[0]?.error;
        if (error !== undefined)
            throw error;
    }
    const lines = [...storePaths.map((path) => `sent ${path}`), ...landed.map(landedText)];
    return { json: { sent: storePaths, landed }, text: (0,harmless/* terminalText */.eR)(lines), error: null };
}
async function runQueues(run) {
    const { chosen, environment, log } = run;
    const queues = queuesOf(run);
    (0,src_environment/* forgetSecrets */.DL)();
    await serveQueues(chosen.place, queues, environment, log, {
        drainUntil: () => null,
        isOver: () => false
    });
    return { json: {}, text: '', error: null };
}
function reportOf({ place, queues }) {
    return {
        queues: queues.map(({ name, destination }) => reportQueue(place, name, placeText(destination)))
    };
}
function placeText(destination) {
    if (destination === undefined)
        return 'no destination yet';
    return 'store' in destination ? destination.store : destination.git;
}
async function validPaths(nix, paths, environment) {
    const { given, missing } = await (0,given_paths/* resolveGivenPaths */.Y)(nix, paths, environment);
    for (const path of missing)
        throw (0,validity/* missingStorePath */.T)(path);
    return given.map(({ storePath }) => storePath);
}
/** characters */
const command_longestReason = 300;
/** What is in the queues and what became of the rest, in a few lines for a terminal. */
function queueText({ queues }) {
    const lines = queues.flatMap((queue) => [
        `${queue.name} → ${queue.destination}: ${queueCounts(queue)}`,
        ...(queue.sent ?? []).map((landed) => `  ${landedText(landed)}`),
        ...queue.queued.map((path) => `  ${pathText(path)}`),
        ...queue.setAside.map((path) => `  set aside: ${pathText(path)}`),
        ...(queue.open ?? []).map((path) => `  landed, without a row so far: ${path}`),
        ...(queue.failing === null ? [] : [`  failing: ${whyText(queue.failing)}`]),
        ...queue.foreign.map((name) => `  left alone: ${JSON.stringify(name)}`),
        ...queue.notes.map((note) => `  note: ${note}`)
    ]);
    return (0,harmless/* terminalText */.eR)(lines);
}
/** `2 paths landed in my-org/binstore, branch nix-cache: https://github.com/…/commit/…` */
function landedText(landed) {
    const what = `${(0,src_text/* count */.U9)(landed.paths.length, 'path')} landed in`;
    if ('store' in landed)
        return `${what} ${landed.store}`;
    const { repository, branch, commit } = landed;
    const where = commit === null ? '' : `: ${commit.url || commit.sha}`;
    return `${what} ${repository}, branch ${branch}${where}`;
}
function pathText({ storePath, attempts, ...why }) {
    return attempts === 0 ? storePath : `${storePath} (attempt ${attempts}: ${whyText(why)})`;
}
function whyText({ code, reason, hint = '' }) {
    return `${code} ${(0,harmless/* oneLine */.TN)(reason, command_longestReason)}${hint === '' ? '' : `; ${(0,harmless/* oneLine */.TN)(hint, command_longestReason)}`}`;
}


/***/ })

};
