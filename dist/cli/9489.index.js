export const id = 9489;
export const ids = [9489];
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


/***/ })

};
