export const id = 7926;
export const ids = [7926,9489,9020];
export const modules = {

/***/ 69489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CK: () => (/* binding */ attributeName),
/* harmony export */   WW: () => (/* binding */ failureSuffix),
/* harmony export */   leavingFailure: () => (/* binding */ leavingFailure),
/* harmony export */   mH: () => (/* binding */ parseFailure)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51616);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99769);
/* harmony import */ var _left_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95025);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52452);







/** The end of its file's name. */
const failureSuffix = '.failed.json';
const schemaVersion = 1;
const schema = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(schemaVersion),
    packages: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg((0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(1000).min(1)).min(1).max(_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .mostTogether */ .sz),
    systems: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .system */ .qU).max(20),
    code: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[A-Z][A-Z_]{0,49}$/, 'is no code of an error'),
    subject: (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(2000),
    reason: (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(4000)
});
/** Runs what computes; where that fails, the reason is left in the folder before it is thrown. */
async function leavingFailure(folder, packages, systems, compute) {
    try {
        return await compute();
    }
    catch (thrown) {
        const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asNarPublishError */ .tS)(thrown);
        // What went wrong is what is to be told, and not that this does, too.
        await writeFailure(folder, packages, systems, error).catch(() => undefined);
        throw error;
    }
}
/** `<name>-<system>.failed.json`, by the attribute: whether it has another name, nobody may know. */
async function writeFailure(folder, packages, systems, { code, subject, reason }) {
    const [first] = packages;
    if (first === undefined)
        return;
    const document = {
        schemaVersion,
        packages: packages.map(({ text }) => text),
        systems: [...systems],
        code,
        subject: (0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(subject, 2000),
        reason: (0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(reason, 4000)
    };
    const name = (0,_left_file_js__WEBPACK_IMPORTED_MODULE_4__/* .leftName */ .R)(`${attributeName(first)}-${systems.join('+')}`);
    await (0,_left_file_js__WEBPACK_IMPORTED_MODULE_4__/* .writeWhole */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${name}${failureSuffix}`), `${JSON.stringify(document, null, 2)}\n`);
}
/** The last name of the attribute, or the file's; for people. */
function attributeName(reference) {
    const last = (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAttributePath */ .f6)(reference.attribute)?.at(-1);
    if (last !== undefined)
        return last;
    return reference.kind === 'file' ? (reference.path.split('/').at(-1) ?? '') : 'default';
}
/** Throws COMPUTED_INVALID about `file` for all that phase `compute` cannot have written. */
function parseFailure(text, file) {
    const { packages, systems, code, subject, reason } = (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .Tp)(text, file, schema);
    return { packages, systems, code, subject, reason };
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

/***/ 37926:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAllLeft: () => (/* binding */ readAllLeft)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _many_listing_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(366);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69489);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49020);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52452);






/** Of all together, in bytes, and how many: a matrix has 256 rows, a row as many files as packages and systems. */
const largestOfAll = 400_000_000;
const mostFiles = 2000;
/**
 * Reads the files that phases `compute` and `list` wrote; of a folder all `.json` files in it, in the order of their names. Links are not
 * followed. Throws COMPUTED_MISSING, and COMPUTED_INVALID about all of them.
 */
async function readAllLeft(paths) {
    const files = await (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .filesLeft */ .lS)(paths, mostFiles);
    if (files.length === 0) {
        throw (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .computedMissing */ .kW)(paths.join(', '), 'there is no file of phase `compute` in it');
    }
    const left = { answers: [], failures: [], listings: [], broken: [] };
    let bytes = 0;
    for (const file of files) {
        try {
            const text = await (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(file);
            bytes += Buffer.byteLength(text);
            take(left, file, text);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9))
                throw error;
            left.broken.push(error);
        }
        if (bytes > largestOfAll) {
            throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(paths.join(', '), `its files have over ${largestOfAll} bytes together`);
        }
    }
    return left;
}
function take(left, file, text) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(file) === _many_listing_file_js__WEBPACK_IMPORTED_MODULE_2__/* .listingName */ .Wo)
        left.listings.push({ file, text });
    else if (file.endsWith(_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .failureSuffix */ .WW))
        left.failures.push((0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .parseFailure */ .mH)(text, file));
    else
        left.answers.push({ ...(0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .parseComputed */ .Zj)(text, file), file });
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


/***/ })

};
