export const id = 9463;
export const ids = [9463,9020];
export const modules = {

/***/ 2403:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ buildFailureReasons),
/* harmony export */   Ni: () => (/* binding */ needsOtherMachine),
/* harmony export */   QG: () => (/* binding */ BuildErrorCollector),
/* harmony export */   pT: () => (/* binding */ errorBlocks)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);


/** Most that is kept of Nix's errors, in characters: a few thousand failures. */
const errorLimit = 4 * 1024 * 1024;
/** Nix's own errors in what it printed; see BuildErrorCollector. */
function errorBlocks(stderr) {
    const collector = new BuildErrorCollector();
    collector.push(Buffer.from(stderr));
    return collector.blocks;
}
/**
 * Picks Nix's own errors out of its stderr as it streams by: each line that starts with `error:`, and the indented ones below it,
 * with the blank lines between them (an evaluation's trace has some). A builder's line cannot be one, as
 * `--log-format bar-with-logs` puts the derivation's name in front of it.
 */
class BuildErrorCollector {
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    #blocks = [];
    #rest = '';
    #size = 0;
    #isInBlock = false;
    #isAfterBlank = false;
    push(chunk) {
        const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
        // A line without end is a builder's; what an error says is at its start.
        this.#rest = (lines.pop() ?? '').slice(0, errorLimit);
        for (const line of lines)
            this.#line((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutEscapes */ .Lx)(line));
    }
    /** Call it after the last chunk. */
    get blocks() {
        if (this.#rest !== '')
            this.push(Buffer.from('\n'));
        return this.#blocks;
    }
    #line(line) {
        const isAfterBlank = this.#isAfterBlank;
        this.#isAfterBlank = line.trim() === '';
        if (this.#isAfterBlank)
            return;
        const starts = line.startsWith('error:');
        this.#isInBlock = starts || (this.#isInBlock && /^\s/.test(line));
        if (!this.#isInBlock || this.#size > errorLimit)
            return;
        this.#size += line.length;
        if (starts)
            this.#blocks.push(line);
        else
            this.#blocks.push(`${this.#blocks.pop() ?? ''}\n${isAfterBlank ? '\n' : ''}${line}`);
    }
}
/**
 * Which derivations failed, and why: drvPath → reason, without those that only waited for another (`1 dependencies of …`,
 * `Reason: 1 dependency failed`) and without the summary of the run (`build of … failed`).
 */
function buildFailureReasons(blocks) {
    const reasons = new Map();
    for (const block of blocks) {
        if (/dependenc(?:y|ies) (?:of derivation|failed)|^error: build of '/.test(block))
            continue;
        const drvPath = /'(\/nix\/store\/[^'!^]+\.drv)(?:[!^][^']*)?'/.exec(block)?.[1];
        if (drvPath !== undefined && !reasons.has(drvPath))
            reasons.set(drvPath, reasonIn(block));
    }
    return reasons;
}
/** Nix's error without the derivation's path, which stands in the message already, and without the log's last lines. */
function reasonIn(block) {
    const text = block
        .replace(/^error:\s*/, '')
        .split(/;?\n\s*(?:last|Last) \d+ log lines:|\n\s*(?:Output paths|For full logs)/, 1)
        .join('')
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
        .replace(/ +/g, ' ');
    return text
        .replace(/^builder for '[^']*' failed/, 'the builder failed')
        .replace(/^hash mismatch in fixed-output derivation '[^']*':/, 'hash mismatch:')
        .replace(/^Cannot build '[^']*'\. Reason: /, '')
        .replace(/[.;]$/, '');
}
/** The reason is that this machine is of the wrong kind for the derivation, in the words of 2.8, 2.30 and 2.34. */
function needsOtherMachine(reason) {
    return /is required to build|required system or feature not available|platform mismatch|missing system features/.test(reason);
}


/***/ }),

/***/ 2632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ hashMismatches)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _build_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2403);


/**
 * The hash mismatches that Nix tells of: while building, or in the trace of an evaluation that had to build or fetch. `stderr` is
 * of a command with `--log-format bar-with-logs`, or is the blocks of a BuildErrorCollector that saw it; only then is a builder's
 * line that imitates a mismatch known for what it is. Where the order of Nix's words is not to be trusted, both are given.
 */
function hashMismatches(stderr) {
    const blocks = typeof stderr === 'string' ? (0,_build_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorBlocks */ .pT)(stderr) : stderr;
    const found = new Map();
    for (const block of blocks) {
        for (const message of messagesIn(block)) {
            for (const mismatch of readMessage(message)) {
                const { drvPath, specified, got } = mismatch;
                found.set([drvPath, specified.bytes.toString('hex'), got.bytes.toString('hex')].join(), mismatch);
            }
        }
    }
    return [...found.values()];
}
/** The messages of a block: an evaluation's innermost error stands, indented, below its trace. */
function messagesIn(block) {
    const messages = [];
    for (const line of block.split('\n')) {
        const text = line.trim();
        if (text.startsWith('error:'))
            messages.push([text.slice('error:'.length).trim()]);
        else
            messages.at(-1)?.push(text);
    }
    return messages;
}
function readMessage(message) {
    const [first = ''] = message;
    const drvPath = /^hash mismatch in fixed-output derivation '(\/nix\/store\/[^']+\.drv)':$/.exec(first)?.[1];
    const url = /^hash mismatch in file downloaded from '(.*)':$/.exec(first)?.[1];
    if (drvPath !== undefined || url !== undefined) {
        const whose = { drvPath: drvPath ?? null, address: url ?? null };
        return mismatch(whose, lineOf(message, 'specified:'), lineOf(message, 'got:'));
    }
    const [, address = '', expected, but] = /^NAR hash mismatch in input '([^']*)'[^']* expected '([^']+)',?(?: but)? got '([^']+)'$/.exec(first) ?? [];
    const whose = { drvPath: null, address };
    // 2.34 names them the wrong way round for `fetchGit`, and the right way for the others.
    return [...mismatch(whose, expected, but), ...mismatch(whose, but, expected)];
}
/** The last line of that name: Lix tells the derivation's URL before it, which may be any text. */
function lineOf(message, name) {
    return message
        .findLast((line) => line.startsWith(name))
        ?.slice(name.length)
        .trim();
}
function mismatch(whose, specifiedText = '', gotText = '') {
    const [specified, got] = [(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(specifiedText), (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(gotText)];
    return specified === null || got === null ? [] : [{ ...whose, specified, got }];
}


/***/ }),

/***/ 79786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ timed)
/* harmony export */ });
/** Runs a step and notes how long it took, with what it took before when it is done again; one that fails is not noted. */
async function timed({ timings }, phase, step) {
    const start = performance.now();
    const result = await step();
    const milliseconds = Math.round(performance.now() - start);
    const earlier = timings.find((timing) => timing.phase === phase);
    if (earlier === undefined)
        timings.push({ phase, milliseconds });
    else
        earlier.milliseconds += milliseconds;
    return result;
}


/***/ }),

/***/ 49020:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kW: () => (/* binding */ computedMissing),
/* harmony export */   lS: () => (/* binding */ filesLeft),
/* harmony export */   writeComputed: () => (/* binding */ writeComputed),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* unused harmony exports writeLeft, readLeft */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _left_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95025);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52452);






/**
 * Writes the answer into a folder, which is made when it is missing, and gives its file: `<name>-<system>.json`. `name`: that of the package,
 * unless another one of its change has it as well.
 */
async function writeComputed(folder, computed, name = computed.change.name) {
    return writeLeft(folder, `${name}-${computed.systems.join('+')}`, (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .formatComputed */ .D1)(computed));
}
/** Writes `<name>.json` for another job: whole, or not at all. */
async function writeLeft(folder, wanted, text) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${(0,_left_file_js__WEBPACK_IMPORTED_MODULE_4__/* .leftName */ .R)(wanted)}.json`);
    await (0,_left_file_js__WEBPACK_IMPORTED_MODULE_4__/* .writeWhole */ .f)(file, text);
    return file;
}
/** Bytes of one file: a thousand edits have some 600 KB, and there may be whole lock files in it. */
const largest = 50_000_000;
/** Folders in folders: each downloaded artifact has one of its own. */
const deepest = 3;
/** What other jobs left, each parsed as it is read, so that one is in memory at a time; none where there is none. Throws COMPUTED_INVALID, COMPUTED_MISSING. */
async function readLeft(paths, { largest, mostFiles }, parse) {
    const read = [];
    for (const file of await filesLeft(paths, mostFiles)) {
        read.push({ ...parse(await readText(file, largest), file), file });
    }
    return read;
}
/** The `.json` files at all of the paths, each once. Throws COMPUTED_INVALID when there are more than `most`, and COMPUTED_MISSING. */
async function filesLeft(paths, most) {
    const files = [...new Set((await Promise.all(paths.map((path) => filesAt(path)))).flat())];
    if (files.length <= most)
        return files;
    throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(paths.join(', '), `there are over ${most} files in it`);
}
/** The `.json` files in a folder and those below it, in the order of their names, or the file itself. Throws COMPUTED_MISSING, COMPUTED_INVALID. */
async function filesAt(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).catch(() => null);
    if (found === null)
        throw computedMissing(path, 'it does not exist');
    return found.isDirectory() ? filesBelow(path, deepest) : [path];
}
async function filesBelow(folder, depth) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
    const found = await Promise.all(entries
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(async (entry) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, entry.name);
        if (entry.isDirectory()) {
            if (depth > 1)
                return filesBelow(path, depth - 1);
            // What is in it would be passed over, and is perhaps somebody's answer.
            throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(path, 'it is a folder below those that artifacts are downloaded to');
        }
        return entry.name.endsWith('.json') ? [path] : [];
    }));
    return found.flat();
}
/** What another job left in a file, as it stands; `most`: bytes that it may have. Throws COMPUTED_INVALID. */
async function readText(file, most = largest) {
    // Neither a link, which may lead anywhere, nor a pipe, which may never end.
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK).catch((cause) => {
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(file, 'it cannot be read as a file of its own', cause);
    });
    try {
        const { size, isFile } = await handle.stat().then((stat) => ({
            size: stat.size,
            isFile: stat.isFile()
        }));
        if (!isFile)
            throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(file, 'it is not a file');
        if (size > most)
            throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(file, `it has ${size} bytes, over ${most}`);
        return new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile());
    }
    catch (cause) {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9)
            throw cause;
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(file, 'it is not text in UTF-8', cause);
    }
    finally {
        await handle.close();
    }
}
function computedMissing(subject, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({ code: 'COMPUTED_MISSING', subject, reason });
}


/***/ }),

/***/ 95025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ leftName),
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51616);



/** What a file is called that is left for another job, without its ending. */
function leftName(wanted) {
    // Names are data; an artifact of GitHub's takes no file with a colon or a quote in its name either.
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .fileWord */ .BZ)(wanted).replace(/^\.+/, '').slice(0, 200);
}
/** Whole or not at all; its folder is made when it is missing. */
async function writeWhole(file, text) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const unfinished = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `.${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file)}.${process.pid}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(unfinished, text);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(unfinished, file);
}


/***/ }),

/***/ 52452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ formatComputed),
/* harmony export */   Tp: () => (/* binding */ parseDocument),
/* harmony export */   Zj: () => (/* binding */ parseComputed),
/* harmony export */   cd: () => (/* binding */ commit),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   nP: () => (/* binding */ computedInvalid),
/* harmony export */   qU: () => (/* binding */ system),
/* harmony export */   sz: () => (/* binding */ mostTogether),
/* harmony export */   xv: () => (/* binding */ mostEdits)
/* harmony export */ });
/* unused harmony exports sri, editShape, hasSaneSpan */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99769);
/* harmony import */ var _beside_zone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23218);
/* harmony import */ var _source_follows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48369);
/* harmony import */ var _version_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45109);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55072);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86778);








/** Raised when a reader of the old form would go wrong. */
const schemaVersion = 2;
/** Edits of one file, and of several merged ones. */
const mostEdits = 1000;
/** Packages that are one change. */
const mostTogether = 256;
/** On one line. */
const line = (longest) => zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'holds a control character');
/** SHA-256 or SHA-512 as Nix writes them now, and in no other spelling of the same bytes. */
const sri = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
    .regex(/^(sha256-[A-Za-z0-9+/]{43}=|sha512-[A-Za-z0-9+/]{86}==)$/, 'is no hash')
    .refine((text) => {
    const base64 = text.slice('sha256-'.length);
    return Buffer.from(base64, 'base64').toString('base64') === base64;
}, 'is no hash in its canonical form');
const path = line(1000).refine((text) => text.split('/').every((part) => !['', '.', '..'].includes(part) && !/^\.git$/i.test(part)), 'is no path inside the repository');
const offset = zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().min(0);
const editShape = {
    file: path,
    start: offset,
    end: offset,
    line: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().min(1),
    text: line(1000),
    replacement: line(1000)
};
const edit = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej(editShape).refine(hasSaneSpan, 'has a span that is not its text’s');
const commit = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'is no commit');
const system = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[a-z0-9_]{1,40}-[a-z]{1,40}$/, 'is no system');
const madeFile = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    path,
    text: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().max(_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .largestFile */ .Ny).refine(isText, 'is no text'),
    isNew: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY(),
    by: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['source', 'script', 'command', 'lock'])
});
const beside = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    files: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(madeFile)
        .max(_beside_zone_js__WEBPACK_IMPORTED_MODULE_2__/* .mostMade */ .fe)
        .refine((files) => files.reduce((sum, { text }) => sum + text.length, 0) <= _beside_zone_js__WEBPACK_IMPORTED_MODULE_2__/* .largestMade */ .SD, `hold over ${_beside_zone_js__WEBPACK_IMPORTED_MODULE_2__/* .largestMade */ .SD} characters`),
    // Of an entry that goes, its line goes with it.
    keys: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ ...editShape, text: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().max(1000).refine(isText) })),
    left: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ path, reason: line(1000) })).max(100)
});
/** Without what no text file holds: NUL, and halves of characters. */
function isText(text) {
    return !text.includes('\0') && text.isWellFormed();
}
const hashEdit = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    ...editShape,
    // One more entry of `outputHashes` may have a line of its own.
    replacement: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .max(1000)
        .regex(/^(?:\r?\n[ \t]*)?\P{Cc}*$/u, 'holds a control character'),
    systems: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(system).min(1).max(20),
    derivations: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(line(300)).max(100),
    oldHash: sri.nullable(),
    newHash: sri
})
    .refine(hasSaneSpan, 'has a span that is not its text’s')
    .refine(({ text, replacement }) => text === '' || !replacement.includes('\n'), {
    path: ['replacement'],
    error: 'holds a control character'
});
function hasSaneSpan({ start, end, text }) {
    return end - start === text.length;
}
const version = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().refine(_version_words_js__WEBPACK_IMPORTED_MODULE_7__/* .isVersion */ .lF, 'is no version').nullable();
const pageUrl = line(2000)
    .regex(/^https?:\/\/[^\s/]/)
    .nullable();
const count = zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().min(0);
const schema = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(schemaVersion),
    package: line(1000),
    together: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(line(1000).min(1)).min(2).max(mostTogether).optional(),
    name: line(200).min(1),
    oldVersion: line(100).nullable(),
    newVersion: version,
    head: commit,
    source: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_source_follows_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceProofs */ .Lm),
    systems: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(system).min(1).max(20),
    versions: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(edit),
    hashes: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(hashEdit),
    revision: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        old: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{7,40}$/, 'is no commit'),
        new: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/, 'is no commit')
    })
        .nullable(),
    told: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_types_js__WEBPACK_IMPORTED_MODULE_5__/* .toldKinds */ .L8),
        file: path,
        line: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().min(1),
        text: line(1000),
        why: line(2000)
    }))
        .max(mostEdits)
        .default([]),
    beside: beside.default(_types_js__WEBPACK_IMPORTED_MODULE_5__/* .nothingBeside */ .i6),
    checks: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['evaluate', 'build', 'smoke-test', 'format']),
        result: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['passed', 'skipped']),
        detail: line(1000)
    }))
        .max(20),
    counts: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        evaluations: zod__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1P(system, count),
        rounds: count,
        builds: count
    }),
    notes: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(line(2000)).max(100).default([]),
    releaseUrl: pageUrl,
    compareUrl: pageUrl
})
    .refine(({ versions, hashes, beside: { keys } }) => versions.length + hashes.length + keys.length <= mostEdits, `has over ${mostEdits} edits`)
    .refine(({ source, oldVersion, newVersion, revision }) => (source === 'kept') === (oldVersion === newVersion && revision === null), 'has a source that is not its version’s')
    .refine(({ package: own, together }) => together?.includes(own) !== false, {
    path: ['together'],
    error: 'does not name its own package'
});
/** One JSON document, readable by people too. */
function formatComputed({ change, ...rest }) {
    const { told, source, systems, checks, counts, notes, releaseUrl, compareUrl, together } = rest;
    const { name, oldVersion, newVersion, head, versions, hashes, revision, beside } = change;
    const document = {
        schemaVersion,
        package: change.package.text,
        ...(together === undefined ? {} : { together: [...together] }),
        name,
        oldVersion,
        newVersion,
        head,
        source,
        systems,
        versions,
        hashes,
        revision,
        told: told.slice(0, mostEdits).map((place) => ({
            ...place,
            text: oneLine(place.text, 1000),
            why: oneLine(place.why, 2000)
        })),
        beside: {
            ...beside,
            left: beside.left
                .slice(0, 100)
                .map(({ path, reason }) => ({ path, reason: oneLine(reason, 1000) }))
        },
        checks,
        counts,
        notes: notes.slice(0, 100).map((note) => oneLine(note, 2000)),
        releaseUrl,
        compareUrl
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
function oneLine(text, longest) {
    return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, longest);
}
/** Throws COMPUTED_INVALID about `file` for all that `formatComputed` cannot have written. */
function parseComputed(text, file) {
    const data = parseDocument(text, file, schema);
    const { told, source, systems, checks, counts, notes, releaseUrl, compareUrl, together } = data;
    const { name, oldVersion, newVersion, head, versions, hashes, revision, beside } = data;
    const reference = parsePackage(data.package, file);
    return {
        change: {
            ...{ package: reference, name, oldVersion, newVersion, head, versions, hashes, revision },
            beside
        },
        told,
        source,
        systems,
        checks,
        counts,
        notes,
        releaseUrl,
        compareUrl,
        ...(together === undefined ? {} : { together: [...new Set(together)].sort() })
    };
}
/** JSON of that shape. Throws COMPUTED_INVALID. */
function parseDocument(text, file, shape) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch (cause) {
        throw computedInvalid(file, 'it is not JSON', cause);
    }
    const parsed = shape.safeParse(document);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    const what = where === '' ? 'it' : `its ${where.slice(0, 100)}`;
    throw computedInvalid(file, `${what}: ${(issue?.message ?? '').slice(0, 300)}`, parsed.error);
}
function parsePackage(text, file) {
    try {
        return (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageReference */ .vH)(text);
    }
    catch (cause) {
        if (!(cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9))
            throw cause;
        throw computedInvalid(file, `its package: ${cause.reason}`, cause);
    }
}
function computedInvalid(file, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'COMPUTED_INVALID', subject: file, reason, cause });
}


/***/ }),

/***/ 92148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ namesAt),
/* harmony export */   br: () => (/* binding */ systemOf),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99769);
/* harmony import */ var _project_flake_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23692);
/* harmony import */ var _project_systems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90147);
/* harmony import */ var _member_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25325);




/** Outputs of a flake that have a set for each system. */
const perSystem = ['packages', 'legacyPackages', 'checks', 'devShells', 'apps'];
/** Where what a line names is looked for, first to last, as Nix looks for `.#hello`; the first place that has something counts. */
function placesOf({ kind, reference }, system) {
    const { attribute } = reference;
    const filled = (0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .fillIn */ .pz)(attribute, system);
    if (reference.kind === 'file')
        return [{ output: null, path: (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAttributePath */ .f6)(filled) ?? [] }];
    const spelled = [...(0,_project_flake_js__WEBPACK_IMPORTED_MODULE_1__/* .spellOut */ .tr)(filled, system), ...(filled === '' ? [] : [filled])];
    const paths = kind === 'each' ? setsOf(filled, spelled, system) : spelled;
    return [...new Set(paths)].map((path) => {
        const [output = '', ...below] = (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAttributePath */ .f6)(path) ?? [];
        return { output, path: below };
    });
}
/** `packages`, and `packages.*` where somebody has a star in the system's place, are the system's. */
function setsOf(filled, spelled, system) {
    const output = filled.replace(/\.\*$/, '');
    if (perSystem.includes(output))
        return [`${output}.${system}`];
    return /^\w+$/.test(filled)
        ? [...spelled.slice(0, -1), `${filled}.${system}`, filled]
        : [...spelled];
}
/** The system that a line is for. `usual`: for what does not say. */
function systemOf({ reference }, usual) {
    return reference.kind === 'flake' ? ((0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .namedSystem */ .Pc)(reference.attribute) ?? usual) : usual;
}
/** The names of what stands at a place, as they are written in `package`: without what Nix itself adds. */
function namesAt({ attribute }, { output, path }, system) {
    if (output === null)
        return path;
    const [second, ...names] = path;
    if (second !== system || (0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .namedSystem */ .Pc)(attribute) !== null)
        return [output, ...path];
    return output === 'packages' ? names : [output, _member_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .systemPlaceholder */ .Z, ...names];
}


/***/ }),

/***/ 99488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ allMeta),
/* harmony export */   V: () => (/* binding */ evaluateEach)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70370);
/* harmony import */ var _nix_evaluators_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31333);
/* harmony import */ var _nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2713);
/* harmony import */ var _project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58910);
/* harmony import */ var _project_flake_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23692);
/* harmony import */ var _project_question_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62665);






/** Those that nobody needs who asks what a package is made of. */
const allMeta = ['homepage', 'changelog', 'platforms', 'badPlatforms', 'mainProgram'];
/**
 * Describes what stands at each place in the copy as it is now: one evaluation for each output of a flake and each file that they are in,
 * however many they are, as long as what fails is thrown; see listAttributes. In the order of `all`.
 */
async function evaluateEach(look, all, { unread = [], patience = Infinity } = {}) {
    const found = new Map();
    const values = [...Map.groupBy(all, valueOf).values()];
    await (0,p_limit__WEBPACK_IMPORTED_MODULE_5__/* ["default"] */ .A)((0,_nix_evaluators_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluatorsAtOnce */ .n)()).map(values, async (asked) => {
        const [first] = asked;
        if (first === undefined)
            return;
        const about = {
            nix: look.nix,
            command: await commandAbout(look, first),
            place: (0,_project_question_js__WEBPACK_IMPORTED_MODULE_4__/* .placeIn */ .VV)(look.nix, look.copy),
            describe: (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .describeWithout */ .qY)(unread),
            shape: _project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .describedPackage */ .CC,
            patience
        };
        const questions = asked.map(({ place: { path }, kind }) => ({ path, kind }));
        const answers = await (0,_nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .answerAll */ .iz)(about, questions);
        for (const [index, one] of asked.entries())
            found.set(one, Array.isArray(answers) ? (answers[index] ?? null) : answers);
    });
    return all.map((one) => found.get(one) ?? null);
}
/** What is evaluated as a whole: an output of a flake, or a file. */
function valueOf({ project, place: { output }, system }) {
    const { flakeFolder, packageFile } = project;
    // What a flake says is for each system at once.
    const where = output === null ? [packageFile, system] : [flakeFolder, output];
    return JSON.stringify(where);
}
async function commandAbout(look, { project, place: { output }, system }) {
    const { nix, copy, nixpkgs, counts } = look;
    const whole = { ...project.package, attribute: '' };
    const question = { nix, copy, project, package: whole, nixpkgs, system, describe: '' };
    const located = output === null ? await (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .withNixpkgsInCopy */ .pA)(question) : question;
    return (apply) => {
        counts.evaluations++;
        const describe = `(${apply})`;
        return output === null
            ? (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .fileCommand */ .ol)({ ...located, describe })
            : (0,_project_flake_js__WEBPACK_IMPORTED_MODULE_3__/* .evalCommand */ .K4)(located, output, describe);
    };
}


/***/ }),

/***/ 53740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _8: () => (/* binding */ readDescribed),
/* harmony export */   g8: () => (/* binding */ answerLines),
/* harmony export */   tP: () => (/* binding */ findPackages)
/* harmony export */ });
/* unused harmony exports describeLines, textOf */
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(70370);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _nix_describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19142);
/* harmony import */ var _nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7117);
/* harmony import */ var _nix_evaluators_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31333);
/* harmony import */ var _nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44681);
/* harmony import */ var _project_evaluate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58910);
/* harmony import */ var _project_question_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62665);
/* harmony import */ var _attribute_places_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92148);
/* harmony import */ var _evaluate_each_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(99488);
/* harmony import */ var _member_reference_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(25325);











/** Attributes that do not evaluate and whose reason is asked for, each by an evaluation of its own. */
const mostExplained = 16;
/** All that the lines name, each once, in their order. Adds a sentence to `notes` for what is left out. */
async function findPackages(look, notes) {
    const lines = await describeLines(look, notes);
    const candidates = lines.flatMap((line) => line.candidates);
    return uniqueOf(await explain(look, candidates), notes);
}
/** Describes all that the lines name, in their order, by as few evaluations as evaluateEach takes. */
async function describeLines(look, notes, options = {}) {
    const located = look.lines.flatMap(({ pattern, project }) => project instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9 ? [] : [{ pattern, project }]);
    const answered = await answerLines(look, located, options);
    const candidatesAt = ({ pattern, project }) => {
        if (project instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9)
            return [failedLine(pattern, null, project)];
        const answer = answered.get(pattern);
        if (answer !== undefined)
            return candidatesOf(look, pattern, project, answer, notes);
        const isSet = pattern.kind === 'each';
        const error = isSet ? noSuchSet(textOf(pattern)) : null;
        return [failedLine(pattern, project, error)];
    };
    return look.lines.map((line) => ({ pattern: line.pattern, candidates: candidatesAt(line) }));
}
/** What stands at the first place of each line that has something. */
async function answerLines(look, lines, options = {}) {
    const found = new Map();
    for (let turn = 0;; turn++) {
        const asked = lines.flatMap(({ pattern, project }) => {
            const system = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .systemOf */ .br)(pattern, look.system);
            const place = found.has(pattern) ? undefined : (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .placesOf */ .ek)(pattern, system)[turn];
            return place === undefined ? [] : [{ pattern, project, place, kind: pattern.kind, system }];
        });
        if (asked.length === 0)
            return found;
        const answers = await (0,_evaluate_each_js__WEBPACK_IMPORTED_MODULE_8__/* .evaluateEach */ .V)(look, asked, options);
        for (const [index, { pattern, place }] of asked.entries()) {
            const answer = answers[index] ?? null;
            if (answer !== null)
                found.set(pattern, { place, answer });
        }
    }
}
function candidatesOf(look, pattern, project, { place, answer }, notes) {
    const system = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .systemOf */ .br)(pattern, look.system);
    if (!Array.isArray(answer))
        return [failedLine(pattern, project, refusal(look, pattern, project, answer))];
    if (pattern.kind === 'one') {
        const [entry] = answer;
        const evaluated = readDescribed(pattern.reference, entry?.described ?? null, system);
        return [{ ...pattern, project, place, isOfPattern: false, system, evaluated }];
    }
    const unnamed = [];
    const members = answer.flatMap(({ path, described }) => {
        // What the look itself takes for a package is none.
        if (described !== null && 'notDerivation' in described)
            return [];
        const at = { output: place.output, path };
        const names = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .namesAt */ .Qo)(pattern.reference, at, system);
        const reference = (0,_member_reference_js__WEBPACK_IMPORTED_MODULE_9__/* .memberReference */ .O)(pattern.reference, names, system);
        if (reference === null) {
            unnamed.push(names.join('.'));
            return [];
        }
        const own = { ...project, package: reference };
        const evaluated = readDescribed(reference, described, system);
        return [{ reference, project: own, place: at, isOfPattern: true, system, evaluated }];
    });
    if (unnamed.length > 0)
        notes.push(`No line of \`package\` can name ${unnamed
            .slice(0, 5)
            .map((name) => JSON.stringify(name))
            .join(', ')}: left out.`);
    return members;
}
function readDescribed({ text }, described, system) {
    if (described === null)
        return null;
    if (!('notDerivation' in described))
        return (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_5__/* .readPackage */ .LY)(described, system);
    return evaluationFailed(text, (0,_nix_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .noDerivationReason */ .HW)(described));
}
/** A line of which nothing is known but why; null: that is asked for. */
function failedLine(pattern, project, evaluated) {
    const reference = { ...pattern.reference, text: textOf(pattern) };
    return { reference, project, place: null, isOfPattern: false, system: '', evaluated };
}
/** What a line is about does not evaluate, or none of what is in it can be looked at. */
function refusal({ nix, copy, nixpkgs, system: usual }, pattern, project, ended) {
    const reference = { ...pattern.reference, text: textOf(pattern) };
    const system = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .systemOf */ .br)(pattern, usual);
    const question = { nix, copy, project, package: reference, nixpkgs, system, describe: '' };
    const answer = (0,_project_question_js__WEBPACK_IMPORTED_MODULE_6__/* .answerOf */ .ut)(question, { ...ended, stdout: '' });
    return 'error' in answer ? answer.error : null;
}
/** The line as it was written. */
function textOf({ kind, reference: { text } }) {
    if (kind === 'one')
        return text;
    return text.endsWith('#') ? `${text}*` : `${text}.*`;
}
function noSuchSet(subject) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'EVALUATION_FAILED',
        subject,
        reason: 'there is no such set',
        hint: 'See how what stands before the star is spelt; for a flake `nix flake show` lists what there is.'
    });
}
function evaluationFailed(subject, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'EVALUATION_FAILED', subject, reason });
}
/** Asks why some do not evaluate; what a description could not read (`meta`) is no reason then. */
async function explain(look, candidates) {
    const { nix, copy, nixpkgs, counts } = look;
    const drvPaths = candidates.flatMap(({ evaluated }) => evaluated !== null && 'drvPath' in evaluated ? [evaluated.drvPath] : []);
    const lost = await (0,_nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdDerivations */ .Yw)(nix, drvPaths);
    const isKnown = ({ evaluated }) => evaluated !== null && !('drvPath' in evaluated && lost.has(evaluated.drvPath));
    const asked = new Set(candidates.filter((one) => !isKnown(one)).slice(0, mostExplained));
    return (0,p_limit__WEBPACK_IMPORTED_MODULE_10__/* ["default"] */ .A)((0,_nix_evaluators_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluatorsAtOnce */ .n)()).map(candidates, async (candidate) => {
        const { reference, project, evaluated, system: named } = candidate;
        const isDone = evaluated !== null && isKnown(candidate);
        if (isDone)
            return { ...candidate, evaluated };
        if (project === null || !asked.has(candidate)) {
            const reason = 'it does not evaluate, as others that are told in Nix’s words';
            return { ...candidate, evaluated: evaluationFailed(reference.text, reason) };
        }
        counts.evaluations++;
        const system = named === '' ? look.system : named;
        const answer = await (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_5__/* .evaluatePackage */ .Ak)(nix, copy, project, {
            package: reference,
            nixpkgs,
            system
        });
        if ('drvPath' in answer)
            return { ...candidate, evaluated: answer };
        await (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .logWords */ .UU)(nix.log, answer.stderr);
        return { ...candidate, evaluated: answer.error };
    });
}
/** Two attributes may be the same derivation: a line's own name stands for it, then any but `default`. */
function uniqueOf(packages, notes) {
    const byDerivation = Map.groupBy(packages, ({ evaluated, reference }) => 'drvPath' in evaluated ? evaluated.drvPath : reference.text);
    const chosen = new Set([...byDerivation.values()].flatMap((same) => bestOf(same) ?? []));
    const unique = packages.filter((one) => chosen.has(one));
    const others = packages.length - unique.length;
    if (others > 0)
        notes.push(`${others} of the attributes are other names of packages in the list.`);
    return unique;
}
function bestOf(same) {
    const isDefault = ({ reference: { attribute } }) => /(?:^|\.)default$/.test(attribute);
    return (same.find(({ isOfPattern }) => !isOfPattern) ?? same.find((one) => !isDefault(one)) ?? same[0]);
}


/***/ }),

/***/ 366:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ writeListing),
/* harmony export */   Wo: () => (/* binding */ listingName),
/* harmony export */   _S: () => (/* binding */ parseListing)
/* harmony export */ });
/* unused harmony exports formatListing, readListing */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _computed_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49020);
/* harmony import */ var _computed_left_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95025);
/* harmony import */ var _computed_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52452);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99769);
/* harmony import */ var _version_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45109);








/** Raised when a reader of the old form would go wrong. */
const schemaVersion = 1;
/** The look's file, beside those of phase `compute`. */
const listingName = 'listing.json';
const mostPackages = 20_000;
/** Words for people, of which some are Nix's and have several lines. */
const words = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
    .max(10_000)
    .regex(/^[\n\t\P{Cc}]*$/u, 'holds a control character');
const version = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().refine(_version_words_js__WEBPACK_IMPORTED_MODULE_7__/* .isVersion */ .lF, 'is no version');
const count = zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().min(0);
const listedPackage = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    package: (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(1000).refine(isReference, 'is no package'),
    name: (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(200),
    version: (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(100).nullable(),
    source: (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(2100).nullable(),
    newest: version.nullable(),
    tag: (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(300).nullable(),
    state: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['outdated', 'current', 'ignored', 'unasked', 'unknown', 'failed']),
    why: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        code: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
            .regex(/^[A-Z_]{1,60}$/, 'is no code')
            .nullable(),
        reason: words
    })
        .nullable()
})
    .refine(({ state, newest }) => state !== 'outdated' || newest !== null, 'is outdated by nothing');
const changeSet = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    // By their places in `packages`.
    packages: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(count).min(1).max(mostPackages),
    version: version.nullable(),
    shared: words.nullable(),
    machines: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ system: _computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .system */ .qU, systems: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .system */ .qU).min(1).max(40) }))
        .min(1)
        .max(40),
    waits: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(true).optional()
});
const schema = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(schemaVersion),
    head: _computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .commit */ .cd,
    packages: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(listedPackage).max(mostPackages),
    sets: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(changeSet).max(mostPackages),
    counts: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        evaluations: count,
        requests: count,
        gitHubRequests: count,
        milliseconds: count
    }),
    notes: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(words).max(1000)
});
function isReference(text) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePackageReference */ .vH)(text), null) !== null;
}
/** What is longer than a reader takes is cut; it is for people. */
function formatListing({ head, packages, sets, counts, notes }) {
    const indexes = new Map(packages.map((one, index) => [one, index]));
    const file = {
        schemaVersion,
        head,
        packages: packages.map(({ reference, why, ...one }) => ({
            package: reference.text,
            ...{ ...one, name: plain(one.name, 200), source: plainOrNull(one.source, 2100) },
            ...{ version: plainOrNull(one.version, 100), tag: plainOrNull(one.tag, 300) },
            why: why === null ? null : { code: why.code, reason: plainWords(why.reason) }
        })),
        sets: sets.map((set) => ({
            packages: set.packages.flatMap((one) => indexes.get(one) ?? []),
            version: set.version,
            shared: set.shared === null ? null : plainWords(set.shared),
            machines: set.machines.map((one) => ({ system: one.system, systems: [...one.systems] })),
            ...(set.waits === true && { waits: true })
        })),
        counts,
        notes: notes.slice(0, 1000).map(plainWords)
    };
    return `${JSON.stringify(file, null, 2)}\n`;
}
function plain(text, longest) {
    return text
        .replace(/\p{Cc}/gu, '\uFFFD')
        .slice(0, longest)
        .toWellFormed();
}
function plainOrNull(text, longest) {
    return text === null ? null : plain(text, longest);
}
function plainWords(text) {
    return text
        .replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD')
        .slice(0, 10_000)
        .toWellFormed();
}
/** Reads what another job left; all of it is foreign. Throws COMPUTED_INVALID. */
function parseListing(text, file) {
    const { head, counts, notes, ...read } = (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDocument */ .Tp)(text, file, schema);
    const packages = read.packages.map(({ package: text, ...one }) => ({
        reference: (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePackageReference */ .vH)(text),
        ...one
    }));
    const texts = packages.map(({ reference }) => reference.text);
    if (new Set(texts).size < texts.length)
        throw (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .computedInvalid */ .nP)(file, 'it has a package twice');
    const taken = new Set();
    const sets = read.sets.map((set) => {
        const members = set.packages.map((index) => {
            const found = packages[index];
            if (found === undefined || taken.has(index))
                throw (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .computedInvalid */ .nP)(file, 'its sets have other packages than it lists, or one twice');
            taken.add(index);
            return found;
        });
        const { waits, ...rest } = set;
        return { ...rest, packages: members, ...(waits === true && { waits }) };
    });
    return { head, packages, sets, counts, notes };
}
/** Writes it into a folder, which is made when it is missing, and gives its file. */
async function writeListing(folder, listing) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, listingName);
    await (0,_computed_left_file_js__WEBPACK_IMPORTED_MODULE_3__/* .writeWhole */ .f)(file, formatListing(listing));
    return file;
}
/** Throws COMPUTED_INVALID. */
async function readListing(file) {
    return parseListing(await readText(file), file);
}


/***/ }),

/***/ 25325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ memberReference),
/* harmony export */   Z: () => (/* binding */ systemPlaceholder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99769);
/* harmony import */ var _project_systems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90147);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20516);




/** Stands for the system in a path of attributes. */
const systemPlaceholder = '{system}';
/**
 * A package of the place that `parent` is at (a flake, a file), as a line of `package` that means it and nothing else: `.#luna`,
 * `file:default.nix#"luna 2"`. null: no line does, as Nix has no way to write a quote, and a line is no more than one.
 */
function memberReference(parent, names, system) {
    const attribute = names.map(spelled).join('.');
    const written = parent.kind === 'flake' ? attribute.replaceAll('%', '%25') : attribute;
    const found = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePackagePatterns */ .x)(`${placeOf(parent)}#${written}`), []);
    const [pattern, ...others] = found;
    if (pattern?.kind !== 'one' || others.length > 0)
        return null;
    const { reference } = pattern;
    const read = (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAttributePath */ .f6)((0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .fillIn */ .pz)(reference.attribute, system));
    const meant = names.map((name) => (name === systemPlaceholder ? system : name));
    return JSON.stringify(read) === JSON.stringify(meant) ? reference : null;
}
function spelled(name) {
    return name === systemPlaceholder || /^[A-Za-z_][\w'-]*$/.test(name) ? name : `"${name}"`;
}
/** What stands before the `#` of its attribute. */
function placeOf(reference) {
    return reference.kind === 'file' ? `file:${reference.path}` : reference.text.replace(/#.*$/s, '');
}


/***/ }),

/***/ 43113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runOutdated: () => (/* binding */ runOutdated)
});

// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/sync/inputs.ts + 4 modules
var sync_inputs = __webpack_require__(1638);
// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/sync/many/listing-file.ts
var listing_file = __webpack_require__(366);
// EXTERNAL MODULE: ./src/sync/many/look.ts + 6 modules
var many_look = __webpack_require__(48874);
// EXTERNAL MODULE: ./src/sync/many/rows.ts
var many_rows = __webpack_require__(56682);
;// CONCATENATED MODULE: ./src/sync/many/list.ts




/** Looks which packages are outdated, and writes nothing to the checkout. */
async function listOutdated(run) {
    const { inputs, log, timings } = run;
    const { look, runners, outputDirectory } = inputs;
    const listing = await (0,src_run/* timed */.a)(run, 'look', () => (0,many_look/* lookAt */.t)(run, look, { forMachines: runners !== null }));
    const { rows, names, later, notes } = (0,many_rows/* rowsOf */.R)(listing.sets, runners ?? new Map(), look.version);
    const file = outputDirectory === null
        ? null
        : await (0,src_run/* timed */.a)(run, 'write', () => (0,listing_file/* writeListing */.UD)(outputDirectory, runners === null ? listing : withWaiting(listing, later)));
    if (file !== null)
        log.info(`listing: ${file}`);
    const all = [...listing.notes, ...(runners === null ? [] : notes)];
    for (const note of all)
        log.warning(note);
    return { report: { listing, rows, names, file, notes: all, timings }, error: null };
}
/** For the job that commits, which is not to miss what nobody was to compute. */
function withWaiting(listing, later) {
    const sets = listing.sets.map((set) => (later.has(set) ? { ...set, waits: true } : set));
    return { ...listing, sets };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/report/blocks.ts
var blocks = __webpack_require__(83578);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
;// CONCATENATED MODULE: ./src/sync/many/list-report.ts








/** Outdated ones first, and last what there is nothing to do about. */
const order = ['outdated', 'failed', 'unasked', 'unknown', 'ignored', 'current'];
/** `matrix` for `fromJSON`, whether it has a row, and every outdated package, as far as a job's outputs hold them. */
function listOutputs(report, largest = largestOutputs) {
    const whole = {
        matrix: JSON.stringify(matrixOf(report.rows)),
        'any-jobs': String(report.rows.length > 0)
    };
    let room = largest - whole.matrix.length - 10;
    const fitting = outdatedOf(report).filter((one) => (room -= JSON.stringify(one).length + 1) >= 0);
    return { ...whole, outdated: JSON.stringify(fitting) };
}
function outdatedOf({ listing: { sets }, names }) {
    return sets.flatMap((set) => set.packages
        .filter(({ state }) => state === 'outdated')
        .map(({ reference, name, version, newest }) => ({
        ...{ package: reference.text, name, from: version, to: newest },
        set: names.get(set) ?? ''
    })));
}
/** Markdown for GITHUB_STEP_SUMMARY. */
function renderListSummary(report) {
    return withinLimit(listLengths, (shown) => render(report, shown));
}
function render({ listing, rows, notes, timings }, shown) {
    const packages = inOrder(listing);
    const busy = packages.filter(({ state }) => state !== 'current');
    const current = packages.filter(({ state }) => state === 'current');
    return `${[
        `**${headline(listing)}**`,
        ...remarks('Note', notes, 100),
        ...table(['Package', 'Has', 'Newest', 'Source', 'State'], busy.slice(0, shown).map((one) => cellsOf(one))),
        ...rest(busy.length, shown),
        ...(current.length === 0
            ? []
            : details(`${count(current.length, 'package')} up to date`, [
                ...table(['Package', 'Has', 'Source'], current
                    .slice(0, shown)
                    .map((one) => cellsOf(one).filter((_, index) => index % 2 === 1 || index === 0))),
                ...rest(current.length, shown)
            ])),
        ...sharedList(listing, shown),
        ...howItWent([...workRows(listing), ['Jobs', String(rows.length)]], timings)
    ].join('\n\n')}\n`;
}
function inOrder({ packages }) {
    return packages.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
function headline({ packages }) {
    const some = order.flatMap((state) => {
        const number = packages.filter((one) => one.state === state).length;
        return number === 0 ? [] : [`${number} ${state}`];
    });
    return `${(0,src_text/* count */.U9)(packages.length, 'package')}: ${(0,src_text/* list */.p_)(some) || 'nothing to tell'}`;
}
function cellsOf({ reference, version, newest, source, state, why }) {
    return [
        markdownCode(reference.text),
        version === null ? '' : markdownCode(version),
        newest === null ? '' : markdownCode(newest),
        source === null ? '' : markdownText(source),
        why === null ? state : `${state}: ${markdownWords(why.reason, 500)}`
    ];
}
function sharedList({ sets }, shown) {
    const shared = sets.filter(({ packages }) => packages.length > 1);
    if (shared.length === 0 || shown === 0)
        return [];
    const lines = shared.slice(0, shown).map(({ packages, shared: words }) => {
        const texts = packages.map(({ reference }) => markdownCode(reference.text));
        return `- ${list(texts)}: ${markdownWords(words ?? '', 500)}`;
    });
    return ['### One change', lines.join('\n')];
}
function workRows({ counts }) {
    const { evaluations, requests, gitHubRequests } = counts;
    return [
        ['Evaluations', String(evaluations)],
        ['Requests', `${gitHubRequests} to GitHub’s API, ${requests - gitHubRequests} to others`]
    ];
}
const styles = {
    ...{ outdated: 'yellow', failed: 'red', unasked: 'red', unknown: 'magenta' },
    ...{ ignored: 'gray', current: 'green' }
};
/** Columns of a reason on a terminal; the whole of it is in the JSON. */
const longestWhy = 200;
/** A table for a terminal. `stream`: where it is shown. */
function listText({ listing, notes }, stream) {
    const rows = inOrder(listing).map(({ reference, version, newest, source, state, why }) => ({
        state,
        cells: [reference.text, version ?? '-', newest ?? '-', source ?? '-'].map((text) => (0,harmless/* oneLine */.TN)(text, 60)),
        end: why === null ? state : `${state}: ${(0,harmless/* oneLine */.TN)(why.reason, longestWhy)}`
    }));
    const head = ['Package', 'Has', 'Newest', 'Source'];
    const widths = head.map((title, column) => Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)));
    const padded = (cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    const shared = listing.sets.filter(({ packages }) => packages.length > 1);
    const plain = (text) => (0,harmless/* terminalText */.eR)([text]);
    return [
        ...(rows.length === 0 ? [] : [`${padded(head)}  State`]),
        ...rows.map(({ state, cells, end }) => `${plain(padded(cells))}  ${(0,external_node_util_.styleText)(styles[state], plain(end), { stream })}`),
        ...shared.map(({ packages, shared: words }) => plain(`one change: ${(0,src_text/* list */.p_)(packages.map(({ reference }) => reference.text))}: ${words ?? ''}`)),
        ...notes.map((note) => plain(`note: ${note}`)),
        `${headline(listing)}; ${(0,src_text/* count */.U9)(listing.counts.evaluations, 'evaluation')}, ${(0,src_text/* count */.U9)(listing.counts.requests, 'request')}`
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/sync/many/outdated-command.ts








/** `nar-publish outdated PACKAGE...`: the action's `phase: list` of version-sync, without a matrix. */
async function runOutdated(run) {
    const { command, arguments: given, log, scratch } = run;
    if (given.operands.length === 0)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'PACKAGE is missing: what to look at');
    const environment = run.environmentWith(new Map([
        ...(0,cli_arguments/* inputsOf */.Vc)(command, given),
        ...[
            ['mode', 'version-sync'],
            ['phase', 'list'],
            ['package', given.operands.join('\n')]
        ]
    ]));
    const secrets = (0,inputs_secrets/* readSecrets */.ql)(environment, log.hide);
    const inputs = (0,typed/* typed */.G)(() => (0,sync_inputs/* parseSyncInputs */.Oz)(environment, secrets));
    (0,src_environment/* forgetSecrets */.DL)();
    if (inputs.phase !== 'list')
        throw (0,errors/* internalError */.WB)('phase', 'it is not the one that was asked for');
    const told = { look: inputs.look, runners: null, outputDirectory: null };
    const { report, error } = await listOutdated({
        ...{ inputs: told, environment, scratch, timings: [] },
        // Its notes stand below the table.
        log: {
            ...log,
            warning: (line) => {
                log.debug(line);
            }
        }
    });
    return { json: jsonResult(report), text: listText(report, process.stdout), error };
}
function jsonResult(report) {
    const { packages, sets, counts, head } = report.listing;
    return {
        outdated: outdatedOf(report),
        packages: packages.map(({ reference, ...one }) => ({ package: reference.text, ...one })),
        sets: sets.map(({ packages: members, version, shared }) => ({
            packages: members.map(({ reference }) => reference.text),
            version,
            shared
        })),
        head,
        counts,
        notes: report.notes
    };
}


/***/ }),

/***/ 47785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ leven)
/* harmony export */ });
/* unused harmony export closestMatch */
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ }),

/***/ 88579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseArgsStringToArgv)
/* harmony export */ });
/* unused harmony export default */

function parseArgsStringToArgv(value, env, file) {
    const myArray = [];
    if (env) {
        myArray.push(env);
    }
    if (file) {
        myArray.push(file);
    }
    let current = "";
    let inQuote = null;
    let hasToken = false; // Track if we've started a token (for empty quotes)
    let i = 0;
    while (i < value.length) {
        const char = value[i];
        if (inQuote) {
            // Inside quotes - look for the closing quote
            if (char === inQuote) {
                // End of quoted section
                inQuote = null;
            }
            else {
                // Add character to current token (without the quotes)
                current += char;
            }
        }
        else {
            // Outside quotes
            if (char === '"' || char === "'") {
                // Start of quoted section - this means we have a token even if empty
                inQuote = char;
                hasToken = true;
            }
            else if (/\s/.test(char)) {
                // Whitespace - end current token if we have one
                if (hasToken) {
                    myArray.push(current);
                    current = "";
                    hasToken = false;
                }
            }
            else {
                // Regular character - add to current token
                current += char;
                hasToken = true;
            }
        }
        i++;
    }
    // Don't forget the last token
    if (hasToken) {
        myArray.push(current);
    }
    return myArray;
}


/***/ })

};
