export const id = 4670;
export const ids = [4670];
export const modules = {

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

/***/ 48654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WM: () => (/* binding */ queueCounts),
/* harmony export */   lH: () => (/* binding */ reportQueues),
/* harmony export */   vj: () => (/* binding */ undrained)
/* harmony export */ });
/* unused harmony export reportQueue */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48992);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95671);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55993);
/* harmony import */ var _open_queue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1768);




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
    const history = (0,_open_queue_js__WEBPACK_IMPORTED_MODULE_3__/* .journalOf */ .PR)(place, name).read();
    const { entries, foreign } = (0,_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .readQueue */ .Qf)((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .linksFolder */ .gw)(place, name));
    const all = [...new Set(entries.map(({ storePath }) => storePath))];
    const openPaths = (0,_open_queue_js__WEBPACK_IMPORTED_MODULE_3__/* .journalOf */ .PR)(place, name).open();
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
        ...(setAside.length === 0 ? [] : [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(setAside.length, 'path')} set aside`]),
        ...(queued.length === 0 ? [] : [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(queued.length, 'path')} still queued`])
    ];
    const [first] = [...setAside, ...queued].filter(({ code }) => code !== '');
    const why = failing ?? first;
    const reason = why === undefined ? '' : ` (${why.code}: ${why.reason.slice(0, 500)})`;
    return [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(parts)} in queue ${name} for ${destination}${reason}`];
}
/** `3 paths landed, 1 path set aside`, for one queue. */
function queueCounts({ landed, setAside, queued }) {
    return [
        `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(landed.length, 'path')} landed`,
        ...(setAside.length === 0 ? [] : [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(setAside.length, 'path')} set aside`]),
        ...(queued.length === 0 ? [] : [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(queued.length, 'path')} still queued`])
    ].join(', ');
}


/***/ }),

/***/ 14670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderQueueSummary: () => (/* binding */ renderQueueSummary)
/* harmony export */ });
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _report_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83578);
/* harmony import */ var _report_within_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24165);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48654);





/** Markdown for GITHUB_STEP_SUMMARY. Its first line says whether everything that the job built has landed. */
function renderQueueSummary(report) {
    return (0,_report_within_limit_js__WEBPACK_IMPORTED_MODULE_4__/* .withinLimit */ .zl)(_report_within_limit_js__WEBPACK_IMPORTED_MODULE_4__/* .listLengths */ .eP, (shown) => render(report, shown));
}
function render(report, shown) {
    const landed = report.queues.reduce((sum, queue) => sum + queue.landed.length, 0);
    const missing = (0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .undrained */ .vj)(report);
    const headline = missing !== ''
        ? `**Not everything landed**: ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(missing, 2000)}.`
        : landed === 0
            ? '**Nothing was published**: nothing was built, so nothing was queued.'
            : `**Published** everything that was queued: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(landed, 'path')}.`;
    return `${[headline, ...report.queues.flatMap((queue) => queueSection(queue, shown))].join('\n\n')}\n`;
}
function queueSection(queue, shown) {
    const { name, destination, landed, setAside, queued, failing, foreign, notes } = queue;
    return [
        `### Queue ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name)} for ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(destination)}`,
        `${(0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .queueCounts */ .WM)(queue)}.`,
        ...(0,_report_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .remarks */ .IW)('Note', notes, shown),
        ...(failing === null
            ? []
            : [
                `> **Warning:** the destination takes nothing: ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(failing.reason, 1000)} (${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(failing.code)}). ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(failing.hint ?? '', 1000)}`
            ]),
        ...missingTable('Set aside', setAside, shown),
        ...missingTable('Still queued', queued, shown),
        ...nameList(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(landed.length, 'path')} landed`, landed, shown),
        ...nameList(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(foreign.length, 'foreign file')} in the queue’s folder, left alone`, foreign, shown)
    ];
}
function missingTable(heading, paths, shown) {
    const rows = paths
        .slice(0, shown)
        .map(({ storePath, attempts, code, reason, hint = '' }) => [
        (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(storePath),
        String(attempts),
        code === '' ? '' : (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(code),
        (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(reason, 500),
        (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(hint, 500)
    ]);
    return [
        ...(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)([heading, 'Attempts', 'Error', 'Reason', 'What now'], rows),
        ...(0,_report_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .rest */ .zs)(paths.length, shown)
    ];
}
function nameList(heading, names, shown) {
    if (names.length === 0)
        return [];
    const lines = names.slice(0, shown).map((name) => `- ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name)}`);
    return (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(heading, [lines.join('\n'), ...(0,_report_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .rest */ .zs)(names.length, shown)]);
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


/***/ }),

/***/ 24165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eP: () => (/* binding */ listLengths),
/* harmony export */   zl: () => (/* binding */ withinLimit)
/* harmony export */ });
/* unused harmony export largestSummary */
// GitHub drops a step's summary whole above 1 MiB.
const largestSummary = 1_000_000;
/** For reports that show so many of each list at most. */
const listLengths = [300, 100, 20, 0];
/**
 * A summary as long as may be: the first of the `degrees` (most is shown first) with which it fits. When not even the last does, as
 * the words in it are other people's, its end is left out.
 */
function withinLimit(degrees, render) {
    let text = '';
    for (const degree of degrees) {
        text = render(degree);
        if (Buffer.byteLength(text) <= largestSummary)
            return text;
    }
    const note = '\n\nThis summary was too long, and ends here.\n';
    const lines = text.split('\n');
    let room = largestSummary - Buffer.byteLength(note);
    const end = lines.findIndex((line) => (room -= Buffer.byteLength(line) + 1) < 0);
    return lines.slice(0, end).join('\n') + note;
}


/***/ })

};
