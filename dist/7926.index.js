export const id = 7926;
export const ids = [7926,9489];
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


/***/ })

};
