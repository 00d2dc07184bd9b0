export const id = 915;
export const ids = [915];
export const modules = {

/***/ 8173:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WM: () => (/* binding */ queueCounts),
/* harmony export */   lH: () => (/* binding */ reportQueues),
/* harmony export */   vj: () => (/* binding */ undrained)
/* harmony export */ });
/* unused harmony export reportQueue */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2601);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8768);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6632);
/* harmony import */ var _open_queue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1088);




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

/***/ 2915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderQueueSummary: () => (/* binding */ renderQueueSummary)
/* harmony export */ });
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(371);
/* harmony import */ var _report_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);
/* harmony import */ var _report_within_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(950);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2601);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8173);





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

/***/ 950:
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
