export const id = 9481;
export const ids = [9481];
export const modules = {

/***/ 59481:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ backgroundLog),
  runBackground: () => (/* binding */ runBackground),
  r: () => (/* binding */ startBackground)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/own-processes.ts
var own_processes = __webpack_require__(83379);
// EXTERNAL MODULE: ./src/passed-on.ts
var passed_on = __webpack_require__(41353);
// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(72589);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
;// CONCATENATED MODULE: ./src/terminal-progress.ts



/** Drawings a second at most. */
const frameInterval = 1000 / 15;
const barWidth = 24;
/** One line at the bottom of a terminal, written over and over. */
function progressLine(stream) {
    const steps = new Map();
    let drawnAt = -Infinity;
    let isDrawn = false;
    const clear = () => {
        if (!isDrawn)
            return;
        (0,external_node_readline_.clearLine)(stream, 0);
        (0,external_node_readline_.cursorTo)(stream, 0);
        isDrawn = false;
    };
    const draw = () => {
        const [entry] = [...steps].slice(-1);
        if (entry === undefined)
            return;
        clear();
        const [step, { done, total, since }] = entry;
        // One column is left free: some terminals wrap after the last one.
        const text = progressText(step, done, total, performance.now() - since);
        stream.write((0,external_node_util_.styleText)('cyan', text.slice(0, (stream.columns || 80) - 1), { stream }));
        drawnAt = performance.now();
        isDrawn = true;
    };
    return {
        update: (step, done, total) => {
            const since = steps.get(step)?.since ?? performance.now();
            if (done >= total) {
                steps.delete(step);
                clear();
            }
            else {
                steps.set(step, { done, total, since });
                if (performance.now() - drawnAt >= frameInterval)
                    draw();
            }
        },
        clear,
        draw
    };
}
/** `Pack [######············] 25 %  12 MB of 48 MB  8 MB/s  5 s left` */
function progressText(step, done, total, elapsedMs) {
    const share = total === 0 ? 1 : Math.min(done / total, 1);
    const filled = Math.floor(share * barWidth);
    const bar = `${'#'.repeat(filled)}${'·'.repeat(barWidth - filled)}`;
    const perSecond = elapsedMs < 1000 ? 0 : (done / elapsedMs) * 1000;
    const rate = perSecond === 0
        ? ''
        : `  ${(0,pretty_bytes/* default */.A)(perSecond)}/s  ${Math.ceil((total - done) / perSecond)} s left`;
    return `${step} [${bar}] ${Math.floor(share * 100)} %  ${(0,pretty_bytes/* default */.A)(done)} of ${(0,pretty_bytes/* default */.A)(total)}${rate}`;
}
/** For pipes and files: a line now and then for what takes long. */
function progressLines(write, now = Date.now) {
    const interval = 10_000;
    const last = new Map();
    return {
        update: (step, done, total) => {
            const before = last.get(step);
            if (done >= total)
                last.delete(step);
            else if (before === undefined)
                last.set(step, now());
            else if (now() - before >= interval) {
                last.set(step, now());
                write(`${step}: ${(0,pretty_bytes/* default */.A)(done)} of ${(0,pretty_bytes/* default */.A)(total)}`);
            }
        },
        clear: () => undefined,
        draw: () => undefined
    };
}

;// CONCATENATED MODULE: ./src/terminal-log.ts




/**
 * The log of a run from a terminal: indented lines under headings, a progress line, colours where the stream takes them (node:util's
 * styleText minds NO_COLOR). Names and build logs are other people's text: what would steer the terminal is left out.
 */
function terminalLog(stream, { isVerbose }) {
    const secrets = [];
    let depth = 0;
    const style = (format, text) => (0,external_node_util_.styleText)(format, text, { stream });
    const shown = (text) => (0,harmless/* logLines */.OG)(secrets.reduce((rest, secret) => rest.replaceAll(secret, () => '***'), (0,harmless/* plainLines */.y1)(text)));
    let isClosed = false;
    const write = (line) => {
        if (!isClosed)
            writeAlways(line);
    };
    const writeAlways = (line) => {
        progress.clear();
        stream.write(`${'  '.repeat(depth)}${line.replaceAll('\n', `\n${'  '.repeat(depth)}`)}\n`);
        progress.draw();
    };
    const info = (line) => {
        write(shown(line));
    };
    const progress = stream.isTTY ? progressLine(stream) : progressLines(info);
    return {
        info,
        warning: (line) => {
            write(`${style('yellow', 'warning:')} ${shown(line)}`);
        },
        error: (line) => {
            writeAlways(`${style('red', 'error:')} ${shown(line)}`);
        },
        debug: (line) => {
            if (isVerbose)
                write(style('dim', shown(line)));
        },
        group: async (heading, body) => {
            write(style('bold', shown(heading)));
            depth += 1;
            try {
                return await body();
            }
            finally {
                depth -= 1;
            }
        },
        fenced: async (body) => {
            const decoder = new external_node_string_decoder_.StringDecoder('utf8');
            let rest = '';
            const take = (text) => {
                const lines = (rest + text).split('\n');
                rest = lines.pop() ?? '';
                for (const line of lines)
                    write(style('dim', shown(line)));
            };
            try {
                return await body((chunk) => {
                    take(typeof chunk === 'string' ? chunk : decoder.write(chunk));
                });
            }
            finally {
                take(decoder.end());
                if (rest !== '')
                    write(style('dim', shown(rest)));
            }
        },
        progress: (step, done, total) => {
            progress.update((0,harmless/* oneLine */.TN)(step), done, total);
        },
        hide: (secret) => {
            if (secret !== '' && !secrets.includes(secret))
                secrets.push(secret);
        },
        close: () => {
            isClosed = true;
            progress.clear();
        }
    };
}

// EXTERNAL MODULE: ./src/queue/inputs.ts + 2 modules
var inputs = __webpack_require__(13317);
// EXTERNAL MODULE: ./src/queue/layout.ts
var layout = __webpack_require__(55993);
// EXTERNAL MODULE: ./src/queue/serve.ts + 3 modules
var serve = __webpack_require__(42462);
;// CONCATENATED MODULE: ./src/queue/background.ts













const texts = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const handedOver = schemas/* object */.Ikc({ given: texts, env: texts, secrets: schemas/* array */.YOg(schemas/* string */.YjP()) });
function backgroundLog(place) {
    return (0,layout/* stateFile */.Ed)(place, 'background.log');
}
/** Starts it, without waiting for what it does. Inputs, secrets among them, go through a pipe: neither arguments nor files, nor /proc/PID/environ. */
async function startBackground(place, { given }, environment, entry) {
    const log = (0,external_node_fs_.openSync)(backgroundLog(place), 'a', 0o600);
    // Its environment has no more than Nix needs; what a build must not have said comes along.
    const { childEnvironment: env, secrets } = environment;
    try {
        const { child, fed, exit } = (0,start/* startProgram */.Xd)({ program: process.execPath, args: [entry, own_processes/* ownProcesses */.o.queues, place.directory] }, {
            cwd: environment.workspace,
            env: (0,passed_on/* ownEnvironment */.am)('node'),
            input: [JSON.stringify({ given, env, secrets })],
            files: { stdout: log, stderr: log },
            // It outlives this step, and is ended together with its children.
            isGroup: true,
            isLasting: true
        });
        // It may end early; then its log tells. Only one that does not start, or does not read, is a failure of this step.
        await Promise.race([fed, exit.then(() => fed)]);
        child.unref();
        return child;
    }
    finally {
        (0,external_node_fs_.closeSync)(log);
    }
}
/** The background process itself. What it says goes to its log, which the end of the job shows. */
async function runBackground(place) {
    const log = terminalLog(process.stderr, { isVerbose: false });
    try {
        const { given, env, secrets } = handedOver.parse(JSON.parse(await (0,consumers_.text)(process.stdin)));
        (0,src_environment/* addToEnvironment */.Yw)(env);
        const input = (name) => given[name] ?? '';
        const environment = { ...(0,src_environment/* readEnvironment */.Qo)(), secrets, input };
        const { queues } = (0,inputs/* parseHookInputs */.o)(environment, (0,inputs_secrets/* readSecrets */.ql)(environment, log.hide));
        // The job may have come to its end before this process had begun: it would make the folders anew, and wait for ever.
        if ((0,external_node_fs_.existsSync)(place.directory))
            await (0,serve/* serveQueues */.UV)(place, queues, environment, log);
    }
    catch (thrown) {
        log.error((0,errors/* asNarPublishError */.tS)(thrown).message);
        process.exitCode = 1;
    }
}


/***/ }),

/***/ 95671:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qf: () => (/* binding */ readQueue),
/* harmony export */   iT: () => (/* binding */ queuedTimes),
/* harmony export */   nw: () => (/* binding */ removeEntries)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8144);




/** What is queued, sorted by name. A folder that is not there holds nothing. */
function readQueue(folder) {
    const content = { entries: [], foreign: [] };
    for (const name of namesIn(folder).sort()) {
        const storePath = linkTarget((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
        if (storePath === null)
            continue;
        if ((0,_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .isStorePath */ .zP)(storePath))
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
        const time = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { throwIfNoEntry: false })?.mtimeMs;
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
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name), { force: true });
    }
}
/** Where a link leads; null when it is gone, empty when it is no link. */
function linkTarget(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path);
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'ENOENT' ? null : '';
    }
}
function namesIn(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'ENOENT')
            return [];
        throw error;
    }
}


/***/ }),

/***/ 92113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ forgetRoot)
/* harmony export */ });
/* unused harmony export enqueue */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _nix_derivation_graph_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30803);
/* harmony import */ var _nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44681);
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59094);







/**
 * Puts links into a queue's folder and makes them indirect roots, as the hook does. Who may not write to Nix's folder asks the daemon
 * for those, once for all: it makes more links, `NAME`, `NAME-2` …
 */
async function enqueue(nix, folder, storePaths) {
    const unrooted = storePaths.filter((path) => !linkRoot(nix, folder, path));
    for (const kind of [
        unrooted.filter((path) => !isDerivation(path)),
        unrooted.filter(isDerivation)
    ]) {
        for (const chunk of chunkOperands(kind))
            // A name of its own, as Nix replaces a root that has it.
            await expectNix(nix, rootCommand(join(folder, randomUUID()), chunk));
    }
}
/** Takes a root away where that is allowed; else the next garbage collection does. */
function forgetRoot(nix, folder, storePath) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)((0,_nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .rootOf */ .I5)(nix, folder, storePath));
    }
    catch {
        // It is stale now, and in nobody's way.
    }
}


/***/ }),

/***/ 59664:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ takeLock),
/* harmony export */   e: () => (/* binding */ livingHolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _holder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59369);




const holderSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ pid: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(), startedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
/** Takes the lock, over from a process that is dead if need be. Throws QUEUE_BUSY. */
function takeLock(file, what) {
    const own = { pid: process.pid, startedAt: (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__/* .startOf */ .GH)(process.pid) };
    for (let attempt = 0; attempt < 5; attempt++) {
        if (create(file, own)) {
            return {
                release: () => {
                    const holder = readHolder(file);
                    if (holder?.pid === own.pid)
                        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file, { force: true });
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
    return holder !== null && (0,_holder_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(holder) ? holder : null;
}
function create(file, holder) {
    // Whole from its first moment on: who finds it can read it.
    const made = `${file}.${process.pid}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(made, JSON.stringify(holder), { mode: 0o600 });
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(made, file);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) === 'EEXIST')
            return false;
        throw error;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(made, { force: true });
    }
}
/** Of two that find the same dead lock, one may move the other's new one away: it sees that, and puts it back. */
function removeStale(file) {
    const moved = `${file}.stale-${process.pid}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(file, moved);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) === 'ENOENT')
            return;
        throw error;
    }
    if (livingHolder(moved) !== null) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(moved, file);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) !== 'EEXIST')
                throw error;
        }
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(moved, { force: true });
}
function readHolder(file) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => holderSchema.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'))), null);
}
function busy(what, holder) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'QUEUE_BUSY',
        subject: what,
        reason: holder === null
            ? 'other processes took its lock each time'
            : `the process ${holder.pid} is at work on it`
    });
}


/***/ }),

/***/ 1768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PR: () => (/* binding */ journalOf),
  lA: () => (/* binding */ loadSending),
  Vx: () => (/* binding */ lockOf),
  Uv: () => (/* binding */ openQueue),
  Y5: () => (/* binding */ scratchOf)
});

// UNUSED EXPORTS: sendToGit, unattended, withoutHook

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/catalogue/badge-file.ts
var badge_file = __webpack_require__(28937);
// EXTERNAL MODULE: ./src/repository/github/client.ts
var client = __webpack_require__(7123);
// EXTERNAL MODULE: ./src/scratch.ts
var src_scratch = __webpack_require__(7897);
// EXTERNAL MODULE: ./src/web-client.ts
var web_client = __webpack_require__(23117);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
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

// EXTERNAL MODULE: ./src/queue/layout.ts
var layout = __webpack_require__(55993);
// EXTERNAL MODULE: ./src/nix/derivation-graph.ts
var derivation_graph = __webpack_require__(30803);
// EXTERNAL MODULE: ./src/nix/derivers.ts
var nix_derivers = __webpack_require__(55875);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
// EXTERNAL MODULE: ./src/nix/validity.ts
var validity = __webpack_require__(93861);
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

// EXTERNAL MODULE: ./src/nix/closure.ts
var nix_closure = __webpack_require__(62198);
// EXTERNAL MODULE: ./src/nix/command.ts
var command = __webpack_require__(82094);
// EXTERNAL MODULE: ./src/nix/substitute.ts
var substitute = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/queue/store-words.ts
var store_words = __webpack_require__(62426);
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
    const wordsOf = (said) => (0,store_words/* unreachableWords */.Y)(url, nix.version.text, said);
    const unreachable = (reason) => new errors/* NarPublishError */.f9({ code: 'STORE_UNREACHABLE', subject: url, reason });
    if ((0,store_words/* isLasting */.d)(wordsOf(stderr)))
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
        folder: (0,layout/* linksFolder */.gw)(place, queue.name),
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
    return new Journal((0,layout/* stateFile */.Ed)(place, `${name}.jsonl`));
}
function scratchOf(place, name) {
    return (0,layout/* stateFile */.Ed)(place, `${name}.scratch`);
}
function lockOf(place, name) {
    return (0,layout/* stateFile */.Ed)(place, `${name}.lock`);
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
const loadPublish = () => Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(346), __webpack_require__.e(606), __webpack_require__.e(5479), __webpack_require__.e(295), __webpack_require__.e(4886), __webpack_require__.e(6378), __webpack_require__.e(9329), __webpack_require__.e(6644), __webpack_require__.e(3018), __webpack_require__.e(3690)]).then(__webpack_require__.bind(__webpack_require__, 53690));
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


/***/ }),

/***/ 42462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cw: () => (/* binding */ requestDrain),
  UV: () => (/* binding */ serveQueues)
});

// UNUSED EXPORTS: drainQueue, logOf, namedLog, withLocks

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/scratch.ts
var scratch = __webpack_require__(7897);
// EXTERNAL MODULE: ./src/queue/layout.ts
var layout = __webpack_require__(55993);
// EXTERNAL MODULE: ./src/queue/lock.ts
var lock = __webpack_require__(59664);
// EXTERNAL MODULE: ./src/queue/open-queue.ts + 3 modules
var open_queue = __webpack_require__(1768);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/queue/entries.ts
var entries = __webpack_require__(95671);
// EXTERNAL MODULE: ./src/queue/gc-roots.ts
var gc_roots = __webpack_require__(92113);
;// CONCATENATED MODULE: ./src/queue/pauses.ts
/** While the job goes on there is time; at its end there is little. */
const patientPauses = { first: 30_000, longest: 3_600_000 };
const drainPauses = { first: 1000, longest: 30_000 };
/** Twice as long after each failure, up to the longest, and up to a quarter more or less by chance. */
function pauseAfter(failures, { first, longest }, random = Math.random) {
    const grown = Math.min(first * 2 ** Math.min(Math.max(failures - 1, 0), 30), longest);
    return Math.round(grown * (0.75 + random() / 2));
}

// EXTERNAL MODULE: ./src/queue/store-words.ts
var store_words = __webpack_require__(62426);
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
        const isFinal = !passing.includes(code) || (code === 'STORE_UNREACHABLE' && (0,store_words/* isLasting */.d)(reason));
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
    return new Set((0,entries/* readQueue */.Qf)(folder).entries.map(({ storePath }) => storePath));
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
                    (0,gc_roots/* forgetRoot */.k)(open.nix, folder, path);
                (0,entries/* removeEntries */.nw)(folder, settled);
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
    const times = (0,entries/* queuedTimes */.iT)(folder);
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
    await (0,open_queue/* loadSending */.lA)();
    const names = queues.map(({ name }) => name);
    (0,layout/* makeFolders */.wZ)(place, names);
    await withLocks(place, names, async () => {
        const results = await Promise.allSettled(queues.map((queue) => serveQueue((0,open_queue/* openQueue */.Uv)(queue, place, environment, logOf(queue, queues, log)), signs)));
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
            locks.push((0,lock/* takeLock */.H)((0,open_queue/* lockOf */.Vx)(place, name), `queue ${name}`));
            // What a process left that was killed at its work.
            (0,scratch/* removeFolder */.v$)((0,open_queue/* scratchOf */.Y5)(place, name));
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
    (0,external_node_fs_.writeFileSync)((0,layout/* stateFile */.Ed)(place, 'drain'), String(until), { mode: 0o600 });
}
function fileSigns(place) {
    let until = null;
    return {
        drainUntil: () => {
            const told = (0,errors/* attempt */.CD)(() => Number((0,external_node_fs_.readFileSync)((0,layout/* stateFile */.Ed)(place, 'drain'), 'utf8')), 0);
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


/***/ }),

/***/ 62426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ unreachableWords),
/* harmony export */   d: () => (/* binding */ isLasting)
/* harmony export */ });
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59094);
/* harmony import */ var _process_tail_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40795);


/** What comes before Nix's own error, when a store cannot be opened, and is nothing about it. */
const noise = /^(?:warning:|Store URL:|copying \d|this derivation|@+$|@ .* @$)/;
/** Why a store cannot be opened. Nix only says that the connection failed: ssh's words, and the remote shell's, stand before that. */
function unreachableWords(url, nixVersion, stderr) {
    const words = (0,_nix_run_js__WEBPACK_IMPORTED_MODULE_0__/* .nixWords */ .b3)(stderr);
    if (url.startsWith('s3:') && words.includes("don't know how to open Nix store")) {
        return `this Nix (${nixVersion}) was built without S3: ${words}`;
    }
    if (!/^ssh(?:-ng)?:/.test(url))
        return words;
    const [before = ''] = (0,_process_tail_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutBlankRuns */ .Zy)(stderr).split(/^\s*error: /m);
    const said = (0,_process_tail_js__WEBPACK_IMPORTED_MODULE_1__/* .lastLines */ .w$)(before)
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


/***/ })

};
