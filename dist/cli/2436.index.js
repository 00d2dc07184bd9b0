export const id = 2436;
export const ids = [2436];
export const modules = {

/***/ 52436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./src/environment.ts
var environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
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

// EXTERNAL MODULE: ./src/scratch.ts + 1 modules
var src_scratch = __webpack_require__(55927);
// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/secret-files.ts
var secret_files = __webpack_require__(72534);
// EXTERNAL MODULE: ./src/cli/terminal-words.ts
var terminal_words = __webpack_require__(20016);
;// CONCATENATED MODULE: ./src/cli/run-command.ts








/** Runs a command with the arguments behind its name: what it prints on standard output, and its exit status. */
async function runCommand(command, args, log) {
    const parsed = (0,cli_arguments/* parseArguments */.We)(command, args);
    const token = await (0,secret_files/* tokenFromFile */.G)(parsed);
    const environmentWith = (inputs) => (0,environment/* readTerminalEnvironment */.qZ)(new Map([...inputs, ...(token === null ? [] : [token])]));
    const { scratchParent } = environmentWith(new Map());
    const told = {
        ...log,
        warning: (line) => {
            log.warning((0,terminal_words/* onTerminal */.sj)(line, command));
        }
    };
    const { json, text, error, isSound } = await inScratch(scratchParent, (scratch) => command.run({ command, arguments: parsed, environmentWith, log: told, scratch }));
    log.close();
    const failed = error === null ? null : (0,terminal_words/* terminalWords */.AC)(error, command);
    if (failed !== null)
        log.error(failed.message);
    const output = parsed.switches.get('json') === true
        ? (0,harmless/* jsonText */.s$)({
            ...withNotes(json, command),
            ...(failed === null ? {} : { error: (0,terminal_words/* jsonError */.FZ)(failed) })
        })
        : text.replace(/^ *note: .*$/gm, (note) => (0,terminal_words/* onTerminal */.sj)(note, command));
    return { output, status: error === null && isSound !== false ? 0 : 1 };
}
/** What is said in sentences, as a terminal says it. */
function withNotes(json, command) {
    const said = ['notes', 'warnings'].flatMap((key) => {
        const notes = json[key];
        if (!Array.isArray(notes))
            return [];
        return [
            [
                key,
                notes.map((note) => (typeof note === 'string' ? (0,terminal_words/* onTerminal */.sj)(note, command) : note))
            ]
        ];
    });
    return { ...json, ...Object.fromEntries(said) };
}
/** What is interrupted leaves nothing behind either. */
async function inScratch(parent, body) {
    const made = [];
    const leave = () => {
        for (const scratch of made)
            (0,src_scratch/* removeScratch */.ZU)(scratch, parent);
    };
    try {
        // Made where a signal is heard already: between the two one would leave it behind.
        return await whileUninterrupted(() => {
            const scratch = (0,src_scratch/* makeScratch */.lP)(parent);
            made.push(scratch);
            return body(scratch);
        }, leave);
    }
    finally {
        // What went wrong before is told, and not that this does, too; the next run sweeps.
        (0,errors/* attempt */.CD)(leave, undefined);
    }
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

/***/ 59369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   _n: () => (/* binding */ isAlive)
/* harmony export */ });
/* unused harmony export jobProcess */
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
    const name = attempt(() => readFileSync(`/proc/${ppid}/comm`, 'utf8').trim(), null);
    return name === null || name === 'Runner.Worker' ? ppid : 0;
}


/***/ }),

/***/ 55927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l4: () => (/* binding */ emptyMemory),
  lP: () => (/* binding */ makeScratch),
  v$: () => (/* reexport */ removeFolder),
  ZU: () => (/* reexport */ removeScratch),
  R4: () => (/* binding */ scratchInMemory),
  X_: () => (/* reexport */ sharedMemory)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/error-guide.ts
var error_guide = __webpack_require__(65656);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/holder.ts
var holder = __webpack_require__(59369);
;// CONCATENATED MODULE: ./src/remove-scratch.ts
// On its own: nearly every post step does nothing else, and needs nothing else for it.


/** What the names of scratch folders begin with. */
const scratchPrefix = 'nar-publish-';
/** Where Linux has files in memory, for every user. */
const sharedMemory = '/dev/shm';
/** In a scratch folder: the link to the part of it that is in memory. */
const linkToMemory = 'in-memory';
/**
 * Removes a scratch folder. Refuses (silently) what
 * `makeScratch` cannot have made in `parent`, as the post step takes the name from saved state.
 */
function removeScratch(folder, parent) {
    const path = (0,external_node_path_.resolve)(folder);
    if ((0,external_node_path_.dirname)(path) !== (0,external_node_path_.resolve)(parent) || !(0,external_node_path_.basename)(path).startsWith(scratchPrefix))
        return;
    removeWhole(path);
}
/** A scratch folder with its part in memory, which is one that `makeScratch` made there. */
function removeWhole(scratch) {
    try {
        removeScratch((0,external_node_fs_.readlinkSync)((0,external_node_path_.join)(scratch, linkToMemory)), (0,external_node_fs_.realpathSync)(sharedMemory));
    }
    catch {
        // It has none, or the next run sweeps it.
    }
    removeFolder(scratch);
}
/** With all in it, when it is there. The folders of a Nix store are read-only, and are opened for it. */
function removeFolder(path) {
    // Something may still be written there while a run is interrupted.
    const remove = () => {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
    };
    try {
        remove();
    }
    catch {
        makeRemovable(path);
        remove();
    }
}
function makeRemovable(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true)
        return;
    if ((found.mode & 0o700) !== 0o700)
        (0,external_node_fs_.chmodSync)(path, 0o700);
    for (const entry of (0,external_node_fs_.readdirSync)(path, { withFileTypes: true })) {
        if (entry.isDirectory())
            makeRemovable((0,external_node_path_.join)(path, entry.name));
    }
}

;// CONCATENATED MODULE: ./src/scratch.ts









/**
 * A folder of this run's own, readable by this user only: packed NARs, garbage-collector roots, the fresh store. `owner`: the process with
 * whose end it may go; its name says who that is, and those of owners that were killed are removed here. Throws TMPDIR_UNUSABLE, DISK_FULL, FILES_EXHAUSTED.
 */
function makeScratch(parent, owner = process.pid) {
    sweepScratch(parent);
    try {
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, `${scratchPrefix}${ownerMark(owner)}`));
    }
    catch (thrown) {
        const error = (0,errors/* asNarPublishError */.tS)(thrown);
        throw error.code === 'FILE_UNUSABLE'
            ? error.with({
                code: 'TMPDIR_UNUSABLE',
                subject: parent,
                hint: error_guide/* errorGuide */.r.TMPDIR_UNUSABLE.fix
            })
            : error;
    }
}
/**
 * The part of a scratch folder that is in memory: made when it is first asked for, and removed with the scratch folder, however that
 * comes about. Throws when this machine has no such place.
 */
function scratchInMemory(scratch) {
    const link = (0,external_node_path_.join)(scratch, linkToMemory);
    const known = (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readlinkSync)(link), null);
    if (known !== null)
        return known;
    const made = makeScratch((0,external_node_fs_.realpathSync)(sharedMemory));
    (0,external_node_fs_.symlinkSync)(made, link);
    return made;
}
/** Removes what is in the part of a scratch folder that is in memory, if it has one. */
function emptyMemory(scratch) {
    const memory = (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readlinkSync)((0,external_node_path_.join)(scratch, linkToMemory)), null);
    if (memory === null)
        return;
    for (const name of (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readdirSync)(memory), []))
        removeFolder((0,external_node_path_.join)(memory, name));
}
/** The machine, its boot and its process ids' namespace, where a process id means something: four characters for each. */
function marksOfPlace() {
    const mark = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('base64url').slice(0, 4);
    return [
        mark((0,external_node_os_.hostname)()),
        mark((0,errors/* attempt */.CD)(() => (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8'), '')),
        mark((0,errors/* attempt */.CD)(() => (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid'), ''))
    ];
}
/** `<pid>.<start>.<place>-`; nothing when the process is not to be seen from here, as the runner outside of a container: such a folder is never swept. */
function ownerMark(pid) {
    const startedAt = pid > 0 ? (0,holder/* startOf */.GH)(pid) : 'gone';
    return startedAt === 'gone' ? '' : `${pid}.${startedAt}.${marksOfPlace().join('')}-`;
}
const marked = /^nar-publish-(\d+)\.(\w+)\.([\w-]{4})([\w-]{4})([\w-]{4})-\w{6}$/;
/** Removes what runs left that were killed: folders of this user's alone whose owner has ended for sure. */
function sweepScratch(parent) {
    for (const name of (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readdirSync)(parent), [])) {
        if (!isAbandoned(name))
            continue;
        const path = (0,external_node_path_.join)(parent, name);
        (0,errors/* attempt */.CD)(() => {
            const found = (0,external_node_fs_.lstatSync)(path);
            if (found.isDirectory() && found.uid === process.getuid?.())
                removeWhole(path);
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
    return place[2] === namespace && !(0,holder/* isAlive */._n)(owner);
}


/***/ })

};
