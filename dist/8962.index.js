export const id = 8962;
export const ids = [8962];
export const modules = {

/***/ 8962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finishHook: () => (/* binding */ finishHook)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _holder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59369);
/* harmony import */ var _background_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59481);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55993);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59664);
/* harmony import */ var _open_queue_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1768);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(48654);
/* harmony import */ var _serve_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(42462);










/** What a process that is told to end gets to do so. */
const grace = 3000;
/**
 * Waits until the background process has emptied the queues, or another one when that is dead; at `drain-timeout` it is ended.
 * `error`: what did not land, unless the user has it otherwise.
 */
async function finishHook(finish) {
    const { inputs, log, place } = finish;
    const names = inputs.queues.map(({ name }) => name);
    (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .makeFolders */ .wZ)(place, names);
    const until = Date.now() + inputs.drainTimeout;
    (0,_serve_js__WEBPACK_IMPORTED_MODULE_9__/* .requestDrain */ .Cw)(place, until);
    const holders = () => names.flatMap((name) => (0,_lock_js__WEBPACK_IMPORTED_MODULE_6__/* .livingHolder */ .e)((0,_open_queue_js__WEBPACK_IMPORTED_MODULE_7__/* .lockOf */ .Vx)(place, name)) ?? []);
    await log.group('Drain the queues', async () => {
        const isLeft = () => (0,_report_report_js__WEBPACK_IMPORTED_MODULE_8__/* .reportQueues */ .lH)(place, inputs.queues).queues.some(({ queued }) => queued.length > 0);
        // Killed once may be an accident; a process that dies each time is not waited for.
        for (let starts = 0; Date.now() < until;) {
            if (holders().length > 0)
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(100);
            else if (starts++ < 2 && isLeft())
                await drainAnew(finish, until);
            else
                break;
        }
        for (const late of holders())
            await endGroup(late.pid, () => (0,_holder_js__WEBPACK_IMPORTED_MODULE_3__/* .isAlive */ ._n)(late));
    });
    await showLog(place, log);
    const report = (0,_report_report_js__WEBPACK_IMPORTED_MODULE_8__/* .reportQueues */ .lH)(place, inputs.queues);
    const text = (0,_report_report_js__WEBPACK_IMPORTED_MODULE_8__/* .undrained */ .vj)(report);
    const error = text === '' || !inputs.failOnUndrained
        ? null
        : new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({ code: 'QUEUE_UNDRAINED', subject: 'the queue', reason: text });
    return { report, error };
}
/** The background process is dead: another one takes over, which can be ended when the time is over. */
async function drainAnew({ inputs, environment, log, place, entry }, until) {
    log.info('the background process has ended, and something is still queued: another one takes over');
    const child = await (0,_background_js__WEBPACK_IMPORTED_MODULE_4__/* .startBackground */ .r)(place, inputs, environment, entry);
    const isRunning = () => child.exitCode === null && child.signalCode === null;
    while (isRunning() && Date.now() < until)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(100);
    if (isRunning() && child.pid !== undefined)
        await endGroup(child.pid, isRunning);
}
async function endGroup(pid, isRunning) {
    for (const signal of ['SIGTERM', 'SIGKILL']) {
        try {
            process.kill(-pid, signal);
        }
        catch {
            return;
        }
        const until = Date.now() + grace;
        while (isRunning() && Date.now() < until)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(50);
        if (!isRunning())
            return;
    }
}
/** Bytes of the log's end that are shown. */
const shownLog = 256 * 1024;
/** Whatever its size: of a long job it may be more than memory holds. */
function readEnd(file, bytes) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r');
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        const end = Buffer.alloc(Math.min(size, bytes));
        return end.subarray(0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, end, 0, end.length, size - end.length));
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
async function showLog(place, log) {
    const text = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => readEnd((0,_background_js__WEBPACK_IMPORTED_MODULE_4__/* .backgroundLog */ .T)(place), shownLog), null);
    if (text === null || text.length === 0)
        return;
    await log.group('What was done in the background', () => log.fenced((write) => {
        write(text);
        return Promise.resolve();
    }));
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


/***/ })

};
