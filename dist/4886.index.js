export const id = 4886;
export const ids = [4886];
export const modules = {

/***/ 96620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ parseIndex),
/* harmony export */   Av: () => (/* binding */ mergeCatalogue),
/* harmony export */   Nz: () => (/* binding */ emptyCatalogue),
/* harmony export */   Qe: () => (/* binding */ formatIndex),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   a5: () => (/* binding */ uniqueTexts),
/* harmony export */   gW: () => (/* binding */ emptyIndex),
/* harmony export */   hO: () => (/* reexport safe */ _shard_name_js__WEBPACK_IMPORTED_MODULE_6__.hO)
/* harmony export */ });
/* unused harmony export isOfLaterFormat */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(18154);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25741);
/* harmony import */ var _parse_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14629);
/* harmony import */ var _row_shape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17401);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83005);
/* harmony import */ var _shard_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23137);
/* harmony import */ var _shards_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13756);










const emptyCatalogue = { rows: [], publicKeys: [] };
const formatVersion = 2;
/** Rows of one shard: as many as the whole is read with. */
const mostRows = 1_000_000;
// A reader's Nix refuses to do anything at all with a list that has one malformed key in it.
const publicKeyPattern = /^[^\s:]+:[A-Za-z0-9+/]{43}=$/;
const publicKeys = zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().regex(publicKeyPattern, 'it is not a public key'));
/** Of before there were shards: the rows stood here. */
const version1 = zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz(1),
    publicKeys,
    artifacts: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_row_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .rowShape */ .yg)
});
const version2 = zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz(formatVersion),
    publicKeys,
    // These follow from the rows, or are for a picture alone: without them nobody is stopped.
    fileSize: zod__WEBPACK_IMPORTED_MODULE_7__/* .int */ .Whr().nonnegative().nullable().catch(null),
    history: _history_js__WEBPACK_IMPORTED_MODULE_1__/* .historyShape */ .UN.nullable().catch(null),
    shards: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().regex(_shards_js__WEBPACK_IMPORTED_MODULE_5__/* .shardPattern */ .j4, 'it is not the name of a shard'), zod__WEBPACK_IMPORTED_MODULE_7__/* .int */ .Whr().min(1).max(mostRows))
});
const anyVersion = zod__WEBPACK_IMPORTED_MODULE_7__/* .discriminatedUnion */ .gMt('version', [version1, version2]);
const emptyIndex = {
    publicKeys: [],
    shards: new Map(),
    fileSize: 0,
    history: [],
    rows: null
};
const parsed = new _parse_file_js__WEBPACK_IMPORTED_MODULE_2__/* .ParsedOnce */ .Ng(parse);
/**
 * Reads a `catalogue.json` of either version; `subject` names it in errors. Throws CATALOGUE_INVALID for anything that `formatIndex`, or
 * an older version of this, could not have written.
 */
function parseIndex(content, subject) {
    return parsed.parse(content, subject);
}
function parse(content, subject) {
    const json = (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(content, subject);
    const later = laterVersion(json);
    if (later !== null) {
        throw (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_2__/* .catalogueInvalid */ .Lh)(subject, `it is of format version ${later}, and this nar-publish knows version ${formatVersion}`, {
            hint: 'Use a newer version of nar-publish, as whoever wrote it did; nothing is to be restored.'
        });
    }
    const index = (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAs */ .gf)(anyVersion, json, subject);
    const keys = uniqueTexts(index.publicKeys);
    if (index.version === 1) {
        const rows = (0,_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .uniqueRows */ .Dg)(index.artifacts);
        return { publicKeys: keys, shards: new Map(), fileSize: null, history: null, rows };
    }
    const { fileSize, history, shards } = index;
    return {
        publicKeys: keys,
        shards: sortedShards(Object.entries(shards)),
        fileSize,
        history,
        rows: null
    };
}
/** Whether a `catalogue.json` is of a format after this one: nothing is known of the files that it is about. */
function isOfLaterFormat(content) {
    return attempt(() => laterVersion(parseJson(content, cataloguePath)) !== null, false);
}
function laterVersion(json) {
    const later = zod__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H3({ version: zod__WEBPACK_IMPORTED_MODULE_7__/* .int */ .Whr().min(formatVersion + 1) }).safeParse(json);
    return later.success ? later.data.version : null;
}
/**
 * The file's text: JSON, a line for each point of the history, the shards in lines by their first digit. The version stands where every earlier reader looks for it. It is read
 * again before it is given out: what could not be read by the next publish is CATALOGUE_INVALID before it is written.
 */
function formatIndex({ publicKeys, shards, fileSize, history }) {
    const points = (history ?? []).map((point) => `    ${JSON.stringify(point)}`);
    const lines = [...Map.groupBy(sortedShards(shards), ([shard]) => shard.charAt(0)).values()].map((group) => `    ${group.map(([shard, rows]) => `"${shard}":${rows}`).join(',')}`);
    const text = [
        '{',
        `  "version": ${formatVersion},`,
        `  "publicKeys": ${JSON.stringify(uniqueTexts(publicKeys))},`,
        `  "fileSize": ${JSON.stringify(fileSize)},`,
        `  "history": ${points.length === 0 ? '[]' : `[\n${points.join(',\n')}\n  ]`},`,
        `  "shards": ${lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`}`,
        '}\n'
    ];
    const content = Buffer.from(text.join('\n'));
    parseIndex(content, _shard_name_js__WEBPACK_IMPORTED_MODULE_6__/* .cataloguePath */ .hO);
    return content;
}
/** How many rows there are in all. */
function rowsOf({ shards, rows }) {
    return rows?.length ?? [...shards.values()].reduce((sum, count) => sum + count, 0);
}
/** What either holds. Commutative, associative, idempotent: publishers may land in any order. */
function mergeCatalogue(a, b) {
    return {
        rows: (0,_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .uniqueRows */ .Dg)([...a.rows, ...b.rows]),
        publicKeys: uniqueTexts([...a.publicKeys, ...b.publicKeys])
    };
}
/** Sorted. */
function uniqueTexts(texts) {
    return [...new Set(texts)].sort(_byte_order_js__WEBPACK_IMPORTED_MODULE_8__/* .compareBytes */ .X);
}
function sortedShards(shards) {
    return new Map([...shards].sort(([a], [b]) => (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_8__/* .compareBytes */ .X)(a, b)));
}


/***/ }),

/***/ 25741:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ changedOn),
/* harmony export */   UN: () => (/* binding */ historyShape),
/* harmony export */   "in": () => (/* binding */ endingWith),
/* harmony export */   nw: () => (/* binding */ publishedBetween),
/* harmony export */   tR: () => (/* binding */ historyAfter),
/* harmony export */   vA: () => (/* binding */ totalsOf),
/* harmony export */   zk: () => (/* binding */ historyOfRows)
/* harmony export */ });
/* unused harmony export mostPoints */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18154);


/** Points of a history. */
const mostPoints = 60;
const size = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative();
const historyShape = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .date */ .p6(), size, size]))
    .max(mostPoints)
    .refine((points) => points.every(([day], index) => index === 0 || (points[index - 1]?.[0] ?? '') < day), 'its days are not in order');
function totalsOf(rows) {
    return { artifacts: rows.length, fileSize: sumOf(rows.map(({ fileSize }) => fileSize)) };
}
/** bytes, added up as far as JSON's numbers go: rows may be anybody's. */
function sumOf(sizes) {
    let sum = 0;
    for (const size of sizes)
        sum += size;
    return bounded(sum);
}
/**
 * What makes of one history the other, when rows come and go and each is counted from the day on that it was published: the same whoever
 * landed first.
 */
function publishedBetween(before, after) {
    const changes = new Map();
    const add = ({ publishedAt, fileSize }, sign) => {
        const day = publishedAt.slice(0, 10);
        const known = changes.get(day) ?? { artifacts: 0, fileSize: 0 };
        changes.set(day, {
            artifacts: known.artifacts + sign,
            fileSize: known.fileSize + sign * fileSize
        });
    };
    const kept = new Set(after);
    const had = new Set(before);
    for (const row of before)
        if (!kept.has(row))
            add(row, -1);
    for (const row of after)
        if (!had.has(row))
            add(row, 1);
    return changes;
}
/** The same when what goes was there until this day, and what comes is there from then on. */
function changedOn(day, before, after) {
    const [old, now] = [totalsOf(before), totalsOf(after)];
    const change = {
        artifacts: now.artifacts - old.artifacts,
        fileSize: now.fileSize - old.fileSize
    };
    return new Map(change.artifacts === 0 && change.fileSize === 0 ? [] : [[day, change]]);
}
/** As if each row had been there from its day on, and none had ever gone: for a catalogue without a history. */
function historyOfRows(rows) {
    return historyAfter([], publishedBetween([], rows));
}
/** A change counts for its day and all that follow, so that those of several publishers may come in any order. */
function historyAfter(history, changes) {
    if (changes.size === 0)
        return history;
    const before = new Map(history.map(([day, ...state]) => [day, state]));
    const days = [...new Set([...before.keys(), ...changes.keys()])].sort(_byte_order_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .X);
    let [artifacts, fileSize, moreArtifacts, moreBytes] = [0, 0, 0, 0];
    const points = days.map((day) => {
        ;
        [artifacts, fileSize] = before.get(day) ?? [artifacts, fileSize];
        const change = changes.get(day);
        moreArtifacts += change?.artifacts ?? 0;
        moreBytes += change?.fileSize ?? 0;
        return [day, bounded(artifacts + moreArtifacts), bounded(fileSize + moreBytes)];
    });
    return thinned(withoutRepeats(points));
}
/** Without days on which nothing changed in the end. */
function withoutRepeats(points) {
    return points.filter(([, artifacts, fileSize], index) => {
        const [, oldArtifacts, oldSize] = points[index - 1] ?? ['', 0, 0];
        return artifacts !== oldArtifacts || fileSize !== oldSize;
    });
}
/** With a last point that says what there is now, whatever was changed by hand; that of a cache which never had anything has none. */
function endingWith(history, { artifacts, fileSize }) {
    const last = history.at(-1);
    return last === undefined ? [] : [...history.slice(0, -1), [last[0], artifacts, fileSize]];
}
/** days */
const [week, quarter, year] = [7, 7 * 13, 7 * 52];
/**
 * Of three weeks each day, of this and the last quarter each week, of this and the last year each quarter, and then each year: the last
 * point in it. Each of these lies in one of the next longer, all of which change over at once, so that it makes no difference when a
 * point is left out.
 */
function thinned(points) {
    const newest = dayNumber(points.at(-1)?.[0] ?? '');
    const age = (day, days) => Math.floor(newest / days) - Math.floor(day / days);
    const stretchOf = (day) => {
        if (age(day, week) < 3)
            return 1;
        if (age(day, quarter) < 2)
            return week;
        return age(day, year) < 2 ? quarter : year;
    };
    const lastOf = new Map(points.map((point) => {
        const day = dayNumber(point[0]);
        const stretch = stretchOf(day);
        return [`${stretch} ${Math.floor(day / stretch)}`, point];
    }));
    return [...lastOf.values()].slice(-mostPoints);
}
/** Days since 1970. */
function dayNumber(day) {
    return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
function bounded(number) {
    return Math.min(Math.max(0, number), Number.MAX_SAFE_INTEGER);
}


/***/ }),

/***/ 4211:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ mostShown),
/* harmony export */   ED: () => (/* binding */ formatNewest),
/* harmony export */   mb: () => (/* binding */ newestRows),
/* harmony export */   sB: () => (/* reexport safe */ _shard_name_js__WEBPACK_IMPORTED_MODULE_7__.sB),
/* harmony export */   tH: () => (/* binding */ newestAfter),
/* harmony export */   uV: () => (/* binding */ parseNewest),
/* harmony export */   wh: () => (/* binding */ mayBeNewestOf)
/* harmony export */ });
/* unused harmony export pinsHash */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(18154);
/* harmony import */ var _origin_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9706);
/* harmony import */ var _parse_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14629);
/* harmony import */ var _row_shape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17401);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83005);
/* harmony import */ var _shard_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23137);
/* harmony import */ var _shards_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13756);











/** Rows of the file, and of the README's table. */
const mostShown = 100;
/** bytes; one that is longer is not of ours, as a row has some 400 */
const largestFile = 1024 * 1024;
const shape = zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
    pins: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
    artifacts: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(_row_shape_js__WEBPACK_IMPORTED_MODULE_4__/* .shownRowShape */ .Zt).max(mostShown)
});
/**
 * The rows that are shown: of each (name, system, output) the newest version; at most 100 of them, pinned ones before others, and then those
 * published last. In the catalogue's order, pinned ones first. Pure, and the same whoever published in which order.
 */
function newestRows(rows, pins) {
    return chosen((0,_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .currentRows */ .hz)(rows).map(shownRow), pins);
}
/** Names the pins in the file; null: none. */
function pinsHash(pins) {
    if (pins.size === 0)
        return null;
    const text = [...pins].sort(_byte_order_js__WEBPACK_IMPORTED_MODULE_9__/* .compareBytes */ .X).join('\n');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/** The file's text. */
function formatNewest(rows, pins) {
    const lines = (0,_row_shape_js__WEBPACK_IMPORTED_MODULE_4__/* .artifactLines */ .sm)(rows.map(_row_shape_js__WEBPACK_IMPORTED_MODULE_4__/* .formatShownRow */ .dy));
    return Buffer.from(`{\n  "pins": ${JSON.stringify(pinsHash(pins))},\n${lines}\n}\n`);
}
/** null for what `formatNewest` cannot have written: who needs it makes it anew from the shards. */
function parseNewest(content) {
    if (content.length > largestFile)
        return null;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => {
        const { pins, artifacts } = (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAs */ .gf)(shape, (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(content, _shard_name_js__WEBPACK_IMPORTED_MODULE_7__/* .newestPath */ .sB), _shard_name_js__WEBPACK_IMPORTED_MODULE_7__/* .newestPath */ .sB);
        return { pins, rows: artifacts };
    }, null);
}
/** Whether no shard has fewer rows (`shards`) than are shown of it, and none is left out where all that is current is shown. */
function mayBeNewestOf(shards, { rows }) {
    const shown = Map.groupBy(rows, ({ name }) => (0,_shards_js__WEBPACK_IMPORTED_MODULE_6__/* .shardOf */ .IS)(name));
    return ([...shown].every(([shard, { length }]) => length <= (shards.get(shard) ?? 0)) &&
        (rows.length === mostShown || [...shards.keys()].every((shard) => shown.has(shard))));
}
/**
 * What is shown after a change, from what was shown before it and the shards that it touches; null when that does not tell, so that all
 * shards have to be read.
 *
 * Rows of other shards that were not shown before stood below the last that was. They stay below it, unless they are pinned by the change.
 * So the choice holds while a hundred rows are left that do not stand below where that last one stood.
 */
function newestAfter({ rows: before, pins }, { shards, pinsBefore, pinsAfter, brought }) {
    if (pins !== pinsHash(pinsBefore) || !isChoice(before, pinsBefore))
        return null;
    const rows = [
        ...before.filter(({ name }) => !shards.has((0,_shards_js__WEBPACK_IMPORTED_MODULE_6__/* .shardOf */ .IS)(name))),
        ...[...shards.values()].flatMap((of) => (0,_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .currentRows */ .hz)(of).map(shownRow))
    ];
    const wasLast = ranked(before, pinsBefore).at(-1);
    // All that is current was shown.
    if (before.length < mostShown || wasLast === undefined)
        return chosen(rows, pinsAfter);
    for (const path of pinsAfter)
        if (!pinsBefore.has(path) && !brought.has(path))
            return null;
    const last = ranked(rows, pinsAfter)[mostShown - 1];
    return last === undefined || compareRank(last, wasLast) > 0 ? null : chosen(rows, pinsAfter);
}
function chosen(rows, pins) {
    return ranked(rows, pins)
        .slice(0, mostShown)
        .sort(compareShown)
        .map(({ row }) => row);
}
/** The first to be shown first. */
function ranked(rows, pins) {
    return rows.map((row) => ({ row, isPinned: pins.has(row.storePath) })).sort(compareRank);
}
/** A total order of current rows. */
function compareRank(a, b) {
    return (comparePinned(a, b) ||
        (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_9__/* .compareBytes */ .X)(b.row.publishedAt, a.row.publishedAt) ||
        (0,_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .compareRows */ .fz)(a.row, b.row));
}
function compareShown(a, b) {
    return comparePinned(a, b) || (0,_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .compareRows */ .fz)(a.row, b.row);
}
function comparePinned(a, b) {
    return Number(b.isPinned) - Number(a.isPinned);
}
/** Whether rows are such a choice at all, and not what somebody made of one by hand. */
function isChoice(rows, pins) {
    const sorted = chosen(rows, pins);
    const artifacts = new Set(rows.map(_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .artifactKey */ .Wf));
    return artifacts.size === rows.length && rows.every((row, index) => row === sorted[index]);
}
function shownRow(row) {
    const { name, version, system, output, storePath, narSize, fileSize, mainProgram } = row;
    const { source, publishedAt, runUrl } = row;
    const shown = { name, version, system, output, storePath, narSize, fileSize, mainProgram };
    return { ...shown, source, publishedAt, runUrl: (0,_origin_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .sourcePath */ .Z3)(source) === null ? runUrl : null };
}


/***/ }),

/***/ 9706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ sourcePage),
/* harmony export */   Z3: () => (/* binding */ sourcePath),
/* harmony export */   fL: () => (/* binding */ runPage)
/* harmony export */ });
// Where an artifact comes from, as links: of the cache's own server alone, whose pages are the only ones that the catalogue is believed
// about, and made again from their parts: an address of the server may do anything that its people can.
const repositoryName = String.raw `(?!\.+/)[\w.-]+/(?!\.+$)[\w.-]+`;
const ownerAndName = new RegExp(`^${repositoryName}$`);
const runPath = new RegExp(String.raw `^/${repositoryName}/actions/runs/\d+(?:/attempts/\d+)?$`);
/** Where the cache's own server shows a source, below its root; null: it may be none of its repositories. */
function sourcePath(source) {
    if (source === null)
        return null;
    const { repository, revision } = source;
    const isOne = ownerAndName.test(repository) && /^[0-9a-f]{7,64}$/.test(revision);
    return isOne ? `${repository}/tree/${revision}` : null;
}
/** The source at its revision on the server of this origin. */
function sourcePage(source, origin) {
    const path = sourcePath(source);
    return path === null ? null : `${origin}/${path}`;
}
/** The run on the server of this origin; null: it is elsewhere, or no run. */
function runPage(runUrl, origin) {
    if (runUrl === null || !URL.canParse(runUrl) || new URL(runUrl).origin !== origin)
        return null;
    const [run = ''] = runPath.exec(new URL(runUrl).pathname) ?? [];
    return run === '' ? null : `${origin}${run}`;
}


/***/ }),

/***/ 14629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ refuseHuge),
/* harmony export */   Lh: () => (/* binding */ catalogueInvalid),
/* harmony export */   Ng: () => (/* binding */ ParsedOnce),
/* harmony export */   gf: () => (/* binding */ parseAs),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* unused harmony export largestCatalogue */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51616);




/** bytes of the whole catalogue; some 75,000 rows that refer to eight paths each. A bound for what hostile files cost us. */
const largestCatalogue = 64 * 1024 * 1024;
/** characters of a parser's words, which may quote the file */
const longestWords = 300;
/** CATALOGUE_INVALID. */
function catalogueInvalid(subject, reason, more = {}) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({ code: 'CATALOGUE_INVALID', subject, reason, ...more });
}
/** Throws CATALOGUE_INVALID when this is more than is read. `bytes`: of one file, or of all. */
function refuseHuge(bytes, subject) {
    if (bytes <= largestCatalogue)
        return;
    throw catalogueInvalid(subject, `its ${bytes} bytes are more than the ${largestCatalogue} that are read`, {
        // What cannot be read can be pruned no more.
        hint: 'Publish to another repository or branch; or take rows of old artifacts out of the catalogue, in a clone.'
    });
}
/** The JSON of a file of the catalogue. Throws CATALOGUE_INVALID about `subject`. */
function parseJson(content, subject) {
    refuseHuge(content.length, subject);
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
    }
    catch (cause) {
        const words = cause instanceof Error ? cause.message : String(cause);
        throw catalogueInvalid(subject, (0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(words, longestWords), { cause });
    }
}
/** Throws CATALOGUE_INVALID about `subject`, naming the place in it. */
function parseAs(shape, json, subject) {
    const parsed = shape.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const place = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(zod__WEBPACK_IMPORTED_MODULE_3__/* .toDotPath */ .sR(issue?.path ?? []), longestWords) || 'the file';
    const words = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(issue?.message ?? 'not a catalogue', longestWords);
    throw catalogueInvalid(subject, `${place}: ${words}`, { cause: parsed.error });
}
/** bytes of files whose values are kept: a whole catalogue of version 1 with 10,000 artifacts, or all that a publish reads many times over */
const mostKept = 8 * 1024 * 1024;
/**
 * Parses each content once: a run asks for the same file in each of its steps, and again for each head that others have moved the branch
 * to. What was parsed must not be changed.
 */
class ParsedOnce {
    #known = new Map();
    #parse;
    #bytes = 0;
    constructor(parse) {
        this.#parse = parse;
    }
    /** Throws what parsing throws; that is not kept. */
    parse(content, subject) {
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(content).digest('base64');
        const known = this.#known.get(hash);
        if (known !== undefined)
            return known.value;
        const value = this.#parse(content, subject);
        this.#known.set(hash, { value, bytes: content.length });
        this.#bytes += content.length;
        for (const [oldest, { bytes }] of this.#known) {
            if (this.#bytes <= mostKept)
                break;
            this.#known.delete(oldest);
            this.#bytes -= bytes;
        }
        return value;
    }
}


/***/ }),

/***/ 68812:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ jobSteps),
/* harmony export */   JX: () => (/* binding */ readerNotes),
/* harmony export */   QM: () => (/* binding */ cloneFolder),
/* harmony export */   SE: () => (/* binding */ cloneCommands),
/* harmony export */   Uu: () => (/* binding */ netrcLines),
/* harmony export */   VC: () => (/* binding */ trustingUrl),
/* harmony export */   Vh: () => (/* binding */ readerSettings),
/* harmony export */   ZM: () => (/* binding */ nixConfLines),
/* harmony export */   Zw: () => (/* binding */ readerLines),
/* harmony export */   l_: () => (/* binding */ readableCache),
/* harmony export */   m0: () => (/* binding */ placeOfSteps),
/* harmony export */   vT: () => (/* binding */ readerKinds)
/* harmony export */ });
/* unused harmony exports nixCommand, copyCommand, olderCommand */
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75846);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(311);
/* harmony import */ var _markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93941);



/** A program that a shell takes as it stands. */
const plainProgram = /^\w[\w.+-]*$/;
/**
 * A cache as it is told of: `substituterUrl` null, readers have a clone. `artifact`: of what it holds, for the one command; null: the
 * reader puts a path in.
 */
function readableCache({ repository, substituterUrl, login }, publicKeys, artifact) {
    const url = substituterUrl ?? cloneFolder;
    const program = artifact?.mainProgram ?? '';
    return {
        repository,
        substituterUrl: publicKeys.length === 0 ? trustingUrl(url) : url,
        publicKeys,
        login,
        example: artifact && {
            storePath: artifact.storePath,
            program: plainProgram.test(program) ? program : null
        }
    };
}
/** Columns that a line of code has on a page, before its reader has to scroll sideways. */
const width = 80;
/** Where readers can make a cache known, in the order in which it is told. */
const readerKinds = [
    'nix.conf',
    'nixos',
    'home-manager',
    'darwin',
    'flake',
    'devenv',
    'github',
    'command'
];
/** What is to be known about some. `github`: of a private cache. */
const readerNotes = {
    'nix.conf': 'Then restart the Nix daemon.',
    flake: 'Nix asks before it obeys them.',
    github: 'The secret `CACHE_TOKEN` holds such a token.'
};
/** The lines for each kind of reader, as they are pasted, without line ends. */
const readerLines = {
    'nix.conf': nixConfLines,
    nixos: nixSettings,
    // Home Manager checks the settings with a Nix, and has none of its own.
    'home-manager': (cache) => ['nix.package = lib.mkDefault pkgs.nix;', ...nixSettings(cache)],
    darwin: nixSettings,
    flake: (cache) => attributes('nixConfig', cache),
    devenv,
    github: gitHubSteps,
    command: oneCommand
};
/** Stands for the token where it is only told what to do. */
const tokenPlaceholder = 'TOKEN';
/** The line of a netrc file for a private cache; none for one that anybody can read. */
function netrcLines({ login }, token = tokenPlaceholder) {
    return login === null ? [] : [`machine ${login.host} login ${login.name} password ${token}`];
}
/**
 * The address of an unsigned cache that makes Nix take it all the same. `trusted` is a property of this one address: signatures stay required
 * for every other cache. `nix copy` does not heed it. https://nix.dev/manual/nix/latest/store/types/http-binary-cache-store#store-setting-trusted
 */
function trustingUrl(url) {
    return `${url}${url.includes('?') ? '&' : '?'}trusted=true`;
}
/** Stands for the folder of the reader's clone, which is a cache as it stands. */
const cloneFolder = 'file:///path/to/the/clone';
/** The line that makes such a clone, and the one that brings it up to date. */
function cloneCommands(cloneUrl, branch) {
    return [
        `git clone --depth 1 --branch ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(branch)} -- ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(cloneUrl)} clone`,
        // No pull: where a prune has replaced the history there is nothing to merge with.
        "git -C clone fetch --depth 1 && git -C clone reset --hard '@{upstream}'"
    ];
}
/** Nix's settings that make the cache usable beside those that the reader has; `extra-` goes before the name. */
function readerSettings({ substituterUrl, publicKeys }) {
    // plainUrl leaves neither blanks nor quotes, backslashes, braces, `#` or line ends: a value stands anywhere as it is.
    return [
        { name: 'substituters', values: [(0,_markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_1__/* .plainUrl */ .k)(substituterUrl)] },
        { name: 'trusted-public-keys', values: publicKeys.map(_markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_1__/* .plainUrl */ .k) }
    ].filter(({ values }) => values.length > 0);
}
/** The lines for nix.conf. */
function nixConfLines(cache) {
    return eachSetting(cache, (name, value) => `${name} = ${value}`);
}
/** One by one, as `extra-` adds to what stands before it: so a line is not longer than it has to be. */
function eachSetting(cache, lineOf) {
    return readerSettings(cache).flatMap(({ name, values }) => values.map((value) => lineOf(`extra-${name}`, value)));
}
function nixSettings(cache) {
    return attributes('nix.settings', cache);
}
/** Inside of the braces that the reader's file has. */
function attributes(set, cache) {
    return [
        `${set} = {`,
        ...readerSettings(cache).flatMap(({ name, values }) => {
            const line = `  extra-${name} = [ "${values.join('')}" ];`;
            return values.length === 1 && line.length <= width
                ? [line]
                : [`  extra-${name} = [`, ...values.map((value) => `    "${value}"`), '  ];'];
        }),
        '};'
    ];
}
/** devenv.nix and devenv.yaml take Cachix's caches only; its options reach Nix. */
function devenv(cache) {
    const options = readerSettings(cache).map(({ name, values }) => [
        `--nix-option extra-${name}`,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(values.join(' '))
    ]);
    return continued(['devenv'], ...options, ['shell']);
}
/**
 * Steps of a job that reads the cache: `mode: use` where it can, which finds caches on this GitHub (`isHere`) and takes none that is not
 * signed; else an install action's own input.
 */
function jobSteps(cache, branch, isHere) {
    return isHere && cache.publicKeys.length > 0
        ? useSteps(cache, branch)
        : gitHubSteps({ ...cache, login: null });
}
/** Where in a job the steps belong. */
function placeOfSteps(steps) {
    const install = steps.some((step) => step.includes('install-nix-action'));
    return `Steps of a job on GitHub${install ? '' : ', after the one that installs Nix'}`;
}
/** Steps of a job: an install action's own input, or, as that has none for a netrc, `mode: use` for a private cache. */
function gitHubSteps(cache) {
    if (cache.login !== null)
        return useSteps(cache);
    return [
        '- uses: cachix/install-nix-action@v31',
        '  with:',
        ...block('extra_nix_config', nixConfLines(cache))
    ];
}
/** `mode: use`, which takes no cache that is not signed. `branch`: where it would not look for one by itself. */
function useSteps(cache, branch = null) {
    return [
        `- uses: ${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .home */ .i}@v${parseInt(_version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r)}`,
        '  with:',
        '    mode: use',
        `    target-repository: ${yamlText(cache.repository)}`,
        ...(branch === null ? [] : [`    target-branch: ${yamlText(branch)}`]),
        ...(cache.login === null ? [] : ['    token: ${{ secrets.CACHE_TOKEN }}']),
        ...(cache.publicKeys.length === 0 ? [] : block('trusted-keys', cache.publicKeys.map(_markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_1__/* .plainUrl */ .k)))
    ];
}
function block(name, lines) {
    return [`    ${name}: |`, ...lines.map((line) => `      ${line}`)];
}
/** YAML would read some names as something else than text; Actions would read `${{`. */
function yamlText(text) {
    const line = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .unspaced */ .y8)(text);
    const isPlain = /^[a-z][\w./-]*$/i.test(line) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(line);
    return isPlain ? line : `'${line.replaceAll("'", "''").replaceAll('${{', '$ {{')}'`;
}
function oneCommand(cache) {
    const { example } = cache;
    if (example === null)
        return nixCommand('build', cache, ['INSTALLABLE']);
    const { storePath, program } = example;
    const path = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)((0,_markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_1__/* .plainUrl */ .k)(storePath));
    return program === null
        ? nixCommand('build', cache, [path])
        : nixCommand('shell', cache, [path, `--command ${program}`]);
}
/** A command that knows the cache, whatever stands in nix.conf. Works with any Nix from 2.8 on, flakes switched on or not. */
function nixCommand(verb, cache, operands) {
    return continued([withCommands(verb)], ...options(cache, (name) => `--${name}`), operands);
}
/** From the cache and no other, into the reader's store. `nix copy` takes an address as it is, and does not heed `trusted`. */
function copyCommand(cache, storePath) {
    const keys = cache.publicKeys.map(plainUrl).join(' ');
    return continued([withCommands('copy'), `--from ${shellWord(plainUrl(cache.substituterUrl))}`], keys === '' ? ['--no-check-sigs'] : ['--extra-trusted-public-keys', shellWord(keys)], [storePath]);
}
function withCommands(verb) {
    return `nix ${verb} --extra-experimental-features nix-command`;
}
/** The same of a program from before there was `nix`: `nix-env`, `nix-store`. */
function olderCommand(verb, cache, operands) {
    return continued([verb], ...options(cache, (name) => `--option ${name}`), operands);
}
function options(cache, optionOf) {
    return readerSettings(cache).flatMap(({ name, values }) => values.map((value) => [optionOf(`extra-${name}`), (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(value)]));
}
/** One command on several lines, so that nobody has to scroll sideways; the pieces of a part stay together where there is room. */
function continued(...parts) {
    const lines = parts.flatMap((pieces, index) => {
        const indent = index === 0 ? '' : '  ';
        const line = indent + pieces.join(' ');
        return `${line} \\`.length <= width
            ? [line]
            : pieces.map((piece, place) => `${indent}${place === 0 ? '' : '  '}${piece}`);
    });
    return lines.map((line, index) => (index === lines.length - 1 ? line : `${line} \\`));
}


/***/ }),

/***/ 17401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zt: () => (/* binding */ shownRowShape),
/* harmony export */   dy: () => (/* binding */ formatShownRow),
/* harmony export */   iZ: () => (/* binding */ formatRow),
/* harmony export */   me: () => (/* binding */ mostReferences),
/* harmony export */   sm: () => (/* binding */ artifactLines),
/* harmony export */   yg: () => (/* binding */ rowShape)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _nix_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56310);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8144);



/** Hash parts in a row: from all of them one finds the way back. */
const mostReferences = 50;
const size = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative();
/** What a table shows of an artifact. */
const shown = {
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    system: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    output: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    storePath: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().refine(_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .isStorePath */ .zP, 'it is not a store path'),
    narSize: size,
    fileSize: size,
    mainProgram: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), revision: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullable(),
    publishedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$({ precision: 0 }),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable()
};
// Strict: a field that this version does not know would be lost by the next write. New fields come with a new format version.
const shownRowShape = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    ...shown,
    output: shown.output.default('out'),
    mainProgram: shown.mainProgram.default(null),
    runUrl: shown.runUrl.default(null)
});
const rowShape = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    ...shown,
    attribute: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    nar: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().refine(isNarLocation, 'it is neither a path below nar/ nor an http(s) URL'),
    // Of before there were these, and of what is taken over.
    closureSize: size.nullable().default(null),
    references: size,
    refersTo: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-df-np-sv-z]{32}$/, 'it is no hash part'))
        .max(mostReferences)
        .default([]),
    closures: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_nix_types_js__WEBPACK_IMPORTED_MODULE_3__/* .closureTypes */ .R))
});
/** A row as it stands in its file: its fields always in this order, so that a line changes only when its row does. */
function formatRow(row) {
    return JSON.stringify({
        name: row.name,
        version: row.version,
        system: row.system,
        output: row.output,
        attribute: row.attribute,
        storePath: row.storePath,
        nar: row.nar,
        narSize: row.narSize,
        fileSize: row.fileSize,
        closureSize: row.closureSize,
        references: row.references,
        refersTo: row.refersTo,
        mainProgram: row.mainProgram,
        closures: row.closures,
        source: row.source && { repository: row.source.repository, revision: row.source.revision },
        publishedAt: row.publishedAt,
        runUrl: row.runUrl
    });
}
/** The same of what a table shows; a publish sends a hundred of them, and what most have alike is left out. */
function formatShownRow(row) {
    return JSON.stringify({
        name: row.name,
        version: row.version,
        system: row.system,
        output: row.output === 'out' ? undefined : row.output,
        storePath: row.storePath,
        narSize: row.narSize,
        fileSize: row.fileSize,
        mainProgram: row.mainProgram ?? undefined,
        source: row.source && { repository: row.source.repository, revision: row.source.revision },
        publishedAt: row.publishedAt,
        runUrl: row.runUrl ?? undefined
    });
}
/** `"artifacts": […]` with a line for each row, so that Git's deltas stay small. */
function artifactLines(rows) {
    const lines = rows.map((row) => `    ${row}`);
    return `  "artifacts": ${lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`}`;
}
/** `prune` deletes what rows name, so a row cannot name a file outside of the NARs. */
function isNarLocation(nar) {
    const [folder, ...segments] = nar.split('/');
    return (/^https?:\/\/[^/]/.test(nar) ||
        (folder === 'nar' &&
            segments.length > 0 &&
            segments.every((segment) => !['', '.', '..'].includes(segment))));
}


/***/ }),

/***/ 83005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wf: () => (/* binding */ artifactKey),
  lF: () => (/* binding */ compareAge),
  fz: () => (/* binding */ compareRows),
  hz: () => (/* binding */ currentRows),
  fv: () => (/* binding */ newestRow),
  zA: () => (/* binding */ refersTo),
  om: () => (/* binding */ rowKey),
  Dg: () => (/* binding */ uniqueRows)
});

// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/catalogue/byte-order.ts
var byte_order = __webpack_require__(18154);
;// CONCATENATED MODULE: ./src/catalogue/common-system.ts
/** What most readers have: of artifacts that are equal otherwise they are shown the one for it. */
const commonSystem = 'x86_64-linux';

// EXTERNAL MODULE: ./src/catalogue/row-shape.ts
var row_shape = __webpack_require__(17401);
// EXTERNAL MODULE: ./src/catalogue/version-order.ts
var version_order = __webpack_require__(83296);
;// CONCATENATED MODULE: ./src/catalogue/rows.ts





/**
 * One row for each name and store path: of several the one published first (else the one whose line sorts first), with the closures of
 * all. A path that goes by two names is two artifacts: their rows may lie in two shards, and neither is known to who reads the other.
 */
function uniqueRows(rows) {
    const byKey = new Map();
    for (const row of rows) {
        const key = rowKey(row);
        const other = byKey.get(key);
        byKey.set(key, other === undefined ? withJoined(row, row) : joinRows(row, other));
    }
    return [...byKey.values()].sort(compareRows);
}
/** By which a row is the same artifact's as another. */
function rowKey({ name, storePath }) {
    // A store path has no space, and ends the key.
    return `${name} ${storePath}`;
}
/**
 * The newest version of each (name, system, output), in the catalogue's order. Of equal versions the one published
 * last is current, and of those the one with the greatest store path: a choice that does not depend on who merged.
 */
function currentRows(rows) {
    const newest = new Map();
    for (const row of rows) {
        const artifact = artifactKey(row);
        const other = newest.get(artifact);
        if (other === undefined || compareAge(other, row) < 0)
            newest.set(artifact, row);
    }
    return [...newest.values()].sort(compareRows);
}
/** What a row is a version of. */
function artifactKey({ name, system, output }) {
    return JSON.stringify([name, system, output]);
}
/** What of a cache is shown to who tries it: the row published last, and of its artifact's outputs the one that people run. */
function newestRow(current) {
    const useful = (row) => (1 + ['out', 'bin'].indexOf(row.output ?? 'out') + Number(row.mainProgram !== null) * 3) * 2 +
        Number(row.system === commonSystem);
    return [...current].sort((a, b) => (0,byte_order/* compareBytes */.X)(b.publishedAt, a.publishedAt) || useful(b) - useful(a))[0];
}
/** Its own least upper bound, so that merging is commutative, associative and idempotent. */
function joinRows(a, b) {
    // What is joined by itself stays out: were it compared too, the order of three merges would show.
    const line = (row) => (0,row_shape/* formatRow */.iZ)({ ...row, closures: [], closureSize: null, refersTo: [] });
    const order = (0,byte_order/* compareBytes */.X)(a.publishedAt, b.publishedAt) || (0,byte_order/* compareBytes */.X)(line(a), line(b));
    return withJoined(order <= 0 ? a : b, {
        closures: [...a.closures, ...b.closures],
        closureSize: (a.closureSize ?? -1) < (b.closureSize ?? -1) ? b.closureSize : a.closureSize,
        // One that tells more, be it that only one tells at all.
        refersTo: compareReferences(a.refersTo, b.refersTo) < 0 ? b.refersTo : a.refersTo
    });
}
/** The row itself where it has just these, sorted, so that what nobody changed is seen to be the same. */
function withJoined(row, joined) {
    const closures = [...new Set(joined.closures)].sort();
    const { closureSize, refersTo } = joined;
    const isSame = row.closureSize === closureSize &&
        compareReferences(row.refersTo, refersTo) === 0 &&
        closures.length === row.closures.length &&
        closures.every((closure, index) => closure === row.closures[index]);
    return isSame ? row : { ...row, closures, closureSize, refersTo };
}
function compareReferences(a, b) {
    return a.length - b.length || (0,byte_order/* compareBytes */.X)(a.join(), b.join());
}
/** What a row says of the paths that its own refers to. */
function refersTo({ storePath, references }) {
    const { hash: own } = (0,store_path/* parseStorePath */.GV)(storePath);
    const hashes = new Set(references.map((baseName) => baseName.slice(0, own.length)));
    hashes.delete(own);
    return [...hashes].sort(byte_order/* compareBytes */.X).slice(0, row_shape/* mostReferences */.me);
}
/** The catalogue's order. */
function compareRows(a, b) {
    return ((0,byte_order/* compareBytes */.X)(a.name, b.name) ||
        (0,byte_order/* compareBytes */.X)(a.system, b.system) ||
        compareNullable(a.version, b.version, version_order/* compareVersions */.Z) ||
        compareNullable(a.output, b.output, byte_order/* compareBytes */.X) ||
        (0,byte_order/* compareBytes */.X)(a.storePath, b.storePath));
}
/** Which of two is newer by version; of equal versions the one published last, and then the one with the greater store path. */
function compareAge(a, b) {
    return (compareNullable(a.version, b.version, version_order/* compareVersions */.Z) ||
        (0,byte_order/* compareBytes */.X)(a.publishedAt, b.publishedAt) ||
        (0,byte_order/* compareBytes */.X)(a.storePath, b.storePath));
}
/** null comes before every text. */
function compareNullable(a, b, compare) {
    if (a === null || b === null)
        return Number(b === null) - Number(a === null);
    return compare(a, b);
}


/***/ }),

/***/ 23137:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ shardPath),
/* harmony export */   DL: () => (/* binding */ groupAt),
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   GR: () => (/* binding */ pinsPath),
/* harmony export */   KP: () => (/* binding */ shardAt),
/* harmony export */   Kw: () => (/* binding */ namesPath),
/* harmony export */   en: () => (/* binding */ catalogueFolder),
/* harmony export */   hO: () => (/* binding */ cataloguePath),
/* harmony export */   j4: () => (/* binding */ shardPattern),
/* harmony export */   ks: () => (/* binding */ shardOfHash),
/* harmony export */   p5: () => (/* binding */ newestPagePath),
/* harmony export */   sB: () => (/* binding */ newestPath),
/* harmony export */   z0: () => (/* binding */ namesFolder)
/* harmony export */ });
/** What files of the catalogue are called: without anything of Node's, as the page in a browser asks for the same. */
/** Where the catalogue begins in the target: its format, the keys, and how many rows each shard has. */
const cataloguePath = 'catalogue.json';
/** Where the shards lie in the target, and what is made of them beside them. */
const catalogueFolder = 'catalogue/';
/** What README and page show first lies here, for who reads no more. It follows from the shards and the pins alone. */
const newestPath = `${catalogueFolder}newest.json`;
/** The same as a page that needs no script and can be opened from a file. */
const newestPagePath = `${catalogueFolder}newest.html`;
/** The pins in one file, for who cannot list the folder that they lie in; not there: there are none. */
const pinsPath = `${catalogueFolder}pins.json`;
/** Where search reads: a file for each 16 shards that follow each other. */
const namesFolder = `${catalogueFolder}names/`;
/** Base32's, as RFC 4648 has it, in lower case. */
const digits = 'abcdefghijklmnopqrstuvwxyz234567';
/**
 * The shard of an artifact's name, one of 1,024: the first two digits, in base32, of the name's SHA-256, of which this takes the first two
 * bytes as one number.
 */
function shardOfHash(firstTwoBytes) {
    const bits = firstTwoBytes >> 6;
    return digits.charAt(bits >> 5) + digits.charAt(bits & 31);
}
const shardPattern = /^[a-z2-7]{2}$/;
function shardPath(shard) {
    return `${catalogueFolder}${shard}.json`;
}
/** The shard whose file has this path; null: it is another file. */
function shardAt(path) {
    return /^catalogue\/([a-z2-7]{2})\.json$/.exec(path)?.[1] ?? null;
}
/** The first of the 16 shards that a shard's names lie with, by which their file is called: `aa`, `aq`, `ba` … */
function groupOf(shard) {
    return shard.charAt(0) + (digits.indexOf(shard.charAt(1)) < 16 ? 'a' : 'q');
}
function namesPath(group) {
    return `${namesFolder}${group}.json`;
}
/** The group whose file of names has this path; null: it is another file. */
function groupAt(path) {
    return /^catalogue\/names\/([a-z2-7][aq])\.json$/.exec(path)?.[1] ?? null;
}


/***/ }),

/***/ 13756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* reexport safe */ _shard_name_js__WEBPACK_IMPORTED_MODULE_5__.A$),
/* harmony export */   IS: () => (/* binding */ shardOf),
/* harmony export */   Ke: () => (/* binding */ isOthersFile),
/* harmony export */   ZI: () => (/* binding */ isMisplaced),
/* harmony export */   _D: () => (/* binding */ formatShard),
/* harmony export */   en: () => (/* reexport safe */ _shard_name_js__WEBPACK_IMPORTED_MODULE_5__.en),
/* harmony export */   j4: () => (/* reexport safe */ _shard_name_js__WEBPACK_IMPORTED_MODULE_5__.j4),
/* harmony export */   uK: () => (/* binding */ parseShard)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _row_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17401);
/* harmony import */ var _parse_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14629);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83005);
/* harmony import */ var _shard_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23137);








/**
 * The shard of an artifact's name. All versions, systems and outputs of an artifact lie in one, so that which of them is current is known
 * from it alone. With 10,000 artifacts one has some ten rows, 6 to 9 kB; as many folders' entries as GitHub advises would be 3,000.
 */
function shardOf(name) {
    return (0,_shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .shardOfHash */ .ks)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest().readUInt16BE());
}
const shardShape = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ artifacts: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(_row_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .rowShape */ .yg) });
const parsed = new _parse_file_js__WEBPACK_IMPORTED_MODULE_3__/* .ParsedOnce */ .Ng((content, subject) => {
    const json = (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(content, subject);
    if (!hasRows(json)) {
        throw (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_3__/* .catalogueInvalid */ .Lh)(subject, 'it has no `artifacts`, and so is somebody’s own file of the name that a shard has', { hint: 'Move that file in the branch to another name or folder.' });
    }
    return (0,_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .uniqueRows */ .Dg)((0,_parse_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAs */ .gf)(shardShape, json, subject).artifacts);
});
/**
 * Whether a file that is called as a shard is somebody's own: JSON of another kind. What is no JSON at all may be a shard that was damaged, and
 * its rows are not to be forgotten.
 */
function isOthersFile(content) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => !hasRows((0,_parse_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(content, '')), false);
}
function hasRows(json) {
    return typeof json === 'object' && json !== null && Object.hasOwn(json, 'artifacts');
}
/**
 * Reads a shard. Rows may be in any order, twice (after a merge by hand), or of names that belong elsewhere: `isMisplaced` tells. Throws
 * CATALOGUE_INVALID about `subject` for anything else that `formatShard` could not have written.
 */
function parseShard(content, subject) {
    return parsed.parse(content, subject);
}
/** Whether a shard has rows of names that belong into another one. */
function isMisplaced(shard, rows) {
    return rows.some(({ name }) => shardOf(name) !== shard);
}
/**
 * The file's text: JSON, a line for each row. It is read again before it is given out: what could not be read by the next publish is
 * CATALOGUE_INVALID before it is written.
 */
function formatShard(shard, rows) {
    const content = Buffer.from(`{\n${(0,_row_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .artifactLines */ .sm)(rows.map(_row_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRow */ .iZ))}\n}\n`);
    parseShard(content, (0,_shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .shardPath */ .A$)(shard));
    return content;
}


/***/ }),

/***/ 83296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18154);

/**
 * `builtins.compareVersions` exactly: -1, 0 or 1. Source: Nix's src/libstore/names.cc (`nextComponent`, `componentsLT`);
 * 2.8 and 2.26 agree. It is a total preorder: `1.0` and `1-0` are equal.
 */
function compareVersions(a, b) {
    const left = components(a);
    const right = components(b);
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const order = compareComponents(left[i] ?? '', right[i] ?? '');
        if (order !== 0)
            return order < 0 ? -1 : 1;
    }
    return 0;
}
/** Runs of digits, and runs of what is neither a digit nor a separator. */
function components(version) {
    return version.match(/[0-9]+|[^0-9.-]+/g) ?? [];
}
/** `pre`, then the end of the version, then words by their bytes, then numbers by their value. */
function compareComponents(a, b) {
    const kind = kindOf(a) - kindOf(b);
    if (kind !== 0)
        return kind;
    return kindOf(a) === number ? Number(a) - Number(b) : (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .X)(a, b);
}
const number = 3;
function kindOf(component) {
    if (component === 'pre')
        return 0;
    if (component === '')
        return 1;
    // Nix reads numbers as a C int; digits that do not fit (a date with its time) are a word, and so older than any number.
    return /^[0-9]+$/.test(component) && Number(component) <= 0x7fffffff ? number : 2;
}


/***/ }),

/***/ 82984:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ formatPointer),
/* harmony export */   EU: () => (/* binding */ bundlePath),
/* harmony export */   Lm: () => (/* binding */ mostSubjects),
/* harmony export */   OF: () => (/* binding */ narDigest),
/* harmony export */   SH: () => (/* binding */ isBundlePath),
/* harmony export */   VI: () => (/* binding */ isPointerPath),
/* harmony export */   bS: () => (/* binding */ largestBundle),
/* harmony export */   hw: () => (/* binding */ pointerPath),
/* harmony export */   jx: () => (/* binding */ isServedAsNarInfo),
/* harmony export */   qv: () => (/* binding */ longestPointer),
/* harmony export */   vp: () => (/* binding */ parsePointer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69268);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);



/**
 * Where a cache keeps its provenance. A bundle (Sigstore's JSON) speaks of every path of its run and lies once, named by its SHA-256; beside
 * each narinfo stands a small file that names it. The bundle itself beside each of 1,000 narinfos would be 1,000 times 200 KB on a site.
 */
const bundleFile = /^provenance\/([0-9a-f]{64})\.sigstore\.json$/;
/** Bytes. The most that GitHub attests at once, under the longest names, is half of it. */
const largestBundle = 2 * 1024 * 1024;
/** Bytes. */
const longestPointer = 200;
/** How many subjects GitHub's attestation has at most. */
const mostSubjects = 1024;
/** Beside the narinfo of the path. */
function pointerPath(storePath) {
    return `${(0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(storePath).hash}.provenance`;
}
function isPointerPath(path) {
    return /^[0-9a-df-np-sv-z]{32}\.provenance$/.test(path);
}
function bundlePath(content) {
    return `provenance/${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex')}.sigstore.json`;
}
function isBundlePath(path) {
    return bundleFile.test(path);
}
function formatPointer(bundle) {
    return Buffer.from(`${bundle}\n`);
}
/** Whether GitHub Pages gives it to who asks for a narinfo, though it is none: in a folder of such a name, or with `.html` behind it. */
function isServedAsNarInfo(path) {
    return /^[^/]+\.narinfo(?:\.html|\/.*)$/.test(path);
}
/** The bundle that it names; null: it is none of ours. */
function parsePointer(content) {
    const text = content.length > longestPointer ? '' : content.toString('latin1').replace(/\r?\n$/, '');
    return isBundlePath(text) ? text : null;
}
/** `sha256:<base32>` as `sha256sum` writes it: the digest of what `nix-store --dump` prints. */
function narDigest({ narHash }) {
    const digest = (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(narHash, 'sha256');
    return digest === null ? '' : (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeDigest */ .j6)(digest, 'base16');
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ home),
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** As package.json has it; a test compares. */
const version = '1.0.0';
/** The repository of this project, `owner/name`: as package.json has it in `repository`. `script/set-home` writes it into all files. */
const home = 'org/nar-publish';


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
