export const id = 3438;
export const ids = [3438,9020];
export const modules = {

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

/***/ 79823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ sameEdit),
/* harmony export */   P1: () => (/* binding */ mergeBeside),
/* harmony export */   Yb: () => (/* binding */ mergeEdits),
/* harmony export */   b7: () => (/* binding */ refuseOverlaps),
/* harmony export */   hf: () => (/* binding */ differentEdits),
/* harmony export */   hj: () => (/* binding */ conflict),
/* harmony export */   wc: () => (/* binding */ joinHashEdits)
/* harmony export */ });
/* unused harmony export inEither */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86778);


/** All edits in their order, those of one place as one. Throws COMPUTED_CONFLICT, and what `join` does. */
function mergeEdits(answers, editsOf, join) {
    const merged = new Map();
    for (const answer of answers) {
        for (const edit of editsOf(answer)) {
            const key = JSON.stringify([edit.file, edit.start, edit.end]);
            const known = merged.get(key);
            const here = { edit, answer };
            merged.set(key, known === undefined ? here : { ...known, edit: join(known, here) });
        }
    }
    return [...merged.values()].map(({ edit }) => edit).sort(byPlace);
}
function sameEdit(one, other) {
    const isSame = one.edit.text === other.edit.text && one.edit.replacement === other.edit.replacement;
    if (isSame)
        return one.edit;
    throw differentEdits(one, other);
}
/** `whose`: who needs the hash. Throws HASH_AMBIGUOUS where they need different ones. */
function joinHashEdits(one, other, whose) {
    const [mine, theirs] = [one.edit, other.edit];
    if (mine.newHash !== theirs.newHash) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'HASH_AMBIGUOUS',
            subject: (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(mine),
            reason: `it is one hash for several that now need different ones: ${mine.newHash} for ${whose(one.answer)}; ${theirs.newHash} for ${whose(other.answer)}`
        });
    }
    const same = ['text', 'replacement', 'oldHash'];
    if (same.some((name) => mine[name] !== theirs[name]))
        throw differentEdits(one, other);
    return {
        ...mine,
        systems: inEither(mine.systems, theirs.systems),
        derivations: inEither(mine.derivations, theirs.derivations)
    };
}
/** What is in either, in order. */
function inEither(some, others) {
    return [...new Set([...some, ...others])].sort();
}
/** A file that one made anew is the same for all that say anything of it. Throws COMPUTED_CONFLICT. */
function mergeBeside(answers) {
    const files = new Map();
    for (const answer of answers) {
        for (const file of answer.change.beside.files) {
            const known = files.get(file.path);
            files.set(file.path, known ?? { file, answer });
            const isSame = known === undefined || known.file.text === file.text;
            if (!isSame)
                throw otherFile(known.answer, answer, file.path);
        }
    }
    for (const answer of answers) {
        const { versions, hashes, beside } = answer.change;
        for (const { file } of [...versions, ...hashes, ...beside.keys]) {
            const made = files.get(file);
            if (made === undefined || beside.files.some(({ path }) => path === file))
                continue;
            throw otherFile(made.answer, answer, file);
        }
    }
    const left = answers.flatMap(({ change }) => change.beside.left);
    return {
        files: [...files.values()].map(({ file }) => file).sort((a, b) => (a.path < b.path ? -1 : 1)),
        keys: mergeEdits(answers, ({ change }) => change.beside.keys, sameEdit),
        left: [...new Map(left.map((one) => [one.path, one])).values()].filter(({ path }) => !files.has(path))
    };
}
function otherFile(one, other, path) {
    return conflict([one.file, other.file], `they make ${path} differently`);
}
function differentEdits(one, other) {
    return conflict([one.answer.file, other.answer.file], `they edit ${(0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(one.edit)} differently: ${JSON.stringify(one.edit.replacement)} and ${JSON.stringify(other.edit.replacement)}`);
}
/** `edits`: those of all answers together. Throws COMPUTED_CONFLICT, about those that have two that overlap. */
function refuseOverlaps(answers, edits, editsOf) {
    const sorted = edits.toSorted(byPlace);
    for (const [index, edit] of sorted.entries()) {
        const before = sorted[index - 1];
        if (before?.file !== edit.file || before.end <= edit.start)
            continue;
        const isTheirs = (one) => [before, edit].some((two) => one.file === two.file && one.start === two.start);
        const files = answers.filter((answer) => editsOf(answer).some(isTheirs)).map(({ file }) => file);
        throw conflict(files, `two edits overlap at ${(0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(edit)}`);
    }
}
function byPlace(a, b) {
    if (a.file !== b.file)
        return a.file < b.file ? -1 : 1;
    return a.start - b.start;
}
function conflict(files, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'COMPUTED_CONFLICT',
        subject: files.join(' and '),
        reason
    });
}


/***/ }),

/***/ 35219:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ mergeComputed)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48992);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81679);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56951);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49020);
/* harmony import */ var _merge_edits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79823);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52452);







/**
 * The answers of several machines as one. Throws COMPUTED_CONFLICT when they are about different things or edit one place
 * differently, HASH_AMBIGUOUS when two systems need different hashes at one place, COMPUTED_MISSING when a system is missing.
 */
function mergeComputed(answers, wish) {
    const [first, ...others] = answers;
    if (first === undefined)
        throw (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .computedMissing */ .kW)('computed', 'there is no file of phase `compute`');
    if (wish.package !== null && wish.package.text !== first.change.package.text) {
        throw (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .conflict */ .hj)([first.file], `it is about the package ${JSON.stringify(first.change.package.text)}, and the input \`package\` is ${JSON.stringify(wish.package.text)}`);
    }
    for (const other of others)
        expectSameSubject(first, other);
    const systems = [...new Set(answers.flatMap(({ systems }) => systems))].sort();
    const missing = (wish.systems ?? []).filter((system) => !systems.includes(system));
    if (missing.length > 0) {
        throw (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .computedMissing */ .kW)(missing.join(', '), `the files of \`computed\` are for ${systems.join(', ')} alone`);
    }
    const versions = (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeEdits */ .Yb)(answers, ({ change }) => change.versions, _merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .sameEdit */ .Du);
    const hashes = (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeEdits */ .Yb)(answers, ({ change }) => change.hashes, (one, other) => (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .joinHashEdits */ .wc)(one, other, ({ systems }) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(systems)));
    const beside = (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeBeside */ .P1)(answers);
    const edits = [...versions, ...hashes, ...beside.keys];
    if (edits.length > _schema_js__WEBPACK_IMPORTED_MODULE_5__/* .mostEdits */ .xv) {
        const files = answers.map(({ file }) => file).join(', ');
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(files, `together they have over ${_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .mostEdits */ .xv} edits`);
    }
    (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseOverlaps */ .b7)(answers, edits, ({ change }) => (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .editsOf */ .t7)(change));
    return {
        change: { ...first.change, versions, hashes, beside },
        told: mergeTold(answers, { versions, hashes }),
        source: weakest(answers),
        systems,
        checks: answers.flatMap(({ checks, systems }) => checks.map((check) => ({ ...check, detail: withSystems(check.detail, systems) }))),
        counts: countsOf(answers.map(({ counts }) => counts)),
        notes: [...new Set(answers.flatMap(({ notes }) => notes))],
        releaseUrl: first.releaseUrl,
        compareUrl: first.compareUrl,
        ...(first.together === undefined ? {} : { together: first.together })
    };
}
/**
 * Every machine's remarks. What nothing shows or comes from is told only where all of them say so and none changes it: each looks at its
 * own system. Throws COMPUTED_CONFLICT where one leaves what another changes.
 */
function mergeTold(answers, change) {
    refuseLeft(answers);
    const key = ({ file, line }) => `${file}:${line}`;
    const changed = new Set([...change.versions, ...change.hashes].map(key));
    const byPlace = Map.groupBy(answers.flatMap(({ told }) => told), (place) => `${place.kind} ${key(place)} ${place.text}`);
    return [...byPlace.values()].flatMap((places) => {
        const [one] = places;
        if (one === undefined)
            return [];
        const isOfOne = one.kind === 'unfed' || one.kind === 'unseen';
        return isOfOne && (changed.has(key(one)) || places.length < answers.length) ? [] : [one];
    });
}
function refuseLeft(answers) {
    for (const { told, change, file } of answers) {
        const own = new Set(change.versions.map(({ file, start }) => `${file}:${start}`));
        const left = new Set(told.filter(({ kind }) => kind === 'left').map(_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t));
        for (const other of answers) {
            const edit = other.change.versions.find((one) => left.has((0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(one)) && !own.has(`${one.file}:${one.start}`));
            if (edit === undefined)
                continue;
            throw (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .conflict */ .hj)([file, other.file], `one leaves the version at ${(0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(edit)}, and the other makes it ${JSON.stringify(edit.replacement)}`);
        }
    }
}
/** One machine's doubt is everybody's; a system that fetches nothing has none. */
function weakest(answers) {
    const order = ['kept', 'same', 'followed', 'none'];
    return order.find((proof) => answers.some(({ source }) => source === proof)) ?? 'none';
}
/** A build's detail, for one, tells its system already. */
function withSystems(detail, systems) {
    const names = systems.join(', ');
    return detail.includes(names) ? detail : `${names}: ${detail}`;
}
function expectSameSubject(one, other) {
    const facts = ({ change, together }) => [
        ['package', change.package.text],
        ['change', together?.join(', ') ?? null],
        ['name', change.name],
        ['old version', change.oldVersion],
        ['new version', change.newVersion],
        ['commit', change.head],
        ['source’s commit', change.revision?.new ?? null]
    ];
    const theirs = new Map(facts(other));
    for (const [what, mine] of facts(one)) {
        const value = theirs.get(what) ?? null;
        if (value === mine)
            continue;
        throw (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .conflict */ .hj)([one.file, other.file], `the ${what} is ${JSON.stringify(mine)} in one and ${JSON.stringify(value)} in the other`);
    }
}
function countsOf(machines) {
    const all = (0,_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .noCounts */ .Yi)();
    for (const counts of machines)
        (0,_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .addCounts */ .c5)(all, counts);
    // They work at the same time.
    return { ...all, rounds: Math.max(...machines.map(({ rounds }) => rounds)) };
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

/***/ 83438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K5: () => (/* binding */ checkTaken),
  takeComputed: () => (/* binding */ takeComputed),
  Bm: () => (/* binding */ writeEdits),
  $X: () => (/* binding */ writePart)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/sync/change.ts
var sync_change = __webpack_require__(81679);
// EXTERNAL MODULE: ./src/sync/links.ts
var links = __webpack_require__(26434);
// EXTERNAL MODULE: ./src/sync/project/copy.ts + 4 modules
var project_copy = __webpack_require__(96587);
// EXTERNAL MODULE: ./src/sync/project/project.ts
var project_project = __webpack_require__(55072);
// EXTERNAL MODULE: ./src/sync/source-follows.ts
var source_follows = __webpack_require__(48369);
// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
// EXTERNAL MODULE: ./src/sync/beside/known-files.ts
var known_files = __webpack_require__(74215);
// EXTERNAL MODULE: ./src/sync/beside/zone.ts
var zone = __webpack_require__(23218);
// EXTERNAL MODULE: ./src/sync/flake-inputs/lock-change.ts
var lock_change = __webpack_require__(4079);
// EXTERNAL MODULE: ./src/sync/flake-inputs/lock-file.ts
var lock_file = __webpack_require__(66693);
// EXTERNAL MODULE: ./src/sync/literals/output-hashes.ts
var output_hashes = __webpack_require__(29544);
// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/computed/schema.ts
var schema = __webpack_require__(52452);
;// CONCATENATED MODULE: ./src/sync/computed/check-beside.ts








/**
 * Lets through files of dependencies beside the package, known by their names, and any other where the job says that a command may
 * change them; the flake's lock file where one input of it goes along with `step`; of edits, names in `outputHashes`. Throws
 * COMPUTED_INVALID.
 */
function checkBeside(checkout, { files, keys }, step) {
    const { project, allowsCommand } = checkout;
    for (const { path, isNew, text, by } of files) {
        const why = (0,zone/* whyNotBeside */.GC)(project, path);
        if (why !== null)
            throw (0,schema/* computedInvalid */.nP)(path, why);
        const isThere = isNew
            ? !(0,project_project/* isTracked */.Xz)(project, path)
            : checkout.files.some((file) => file.path === path);
        if (!isThere) {
            throw (0,schema/* computedInvalid */.nP)(path, isNew ? 'Git tracks it already' : 'it is no tracked text file');
        }
        if (by === 'lock') {
            const before = checkout.files.find((file) => file.path === path)?.text ?? '';
            const moved = path === (0,lock_file/* lockPath */.HZ)(project) ? (0,lock_change/* movedInput */.A)(before, text, step) : notTheLock;
            if (typeof moved === 'string')
                throw (0,schema/* computedInvalid */.nP)(path, moved);
            continue;
        }
        if ((0,known_files/* isDependencyFile */.W)(path) || allowsCommand)
            continue;
        throw (0,schema/* computedInvalid */.nP)(path, 'it is no file of dependencies by its name, and this job has no `before-hash` that would let it in');
    }
    for (const edit of keys) {
        if (!isKeyEdit(checkout.files, edit)) {
            throw (0,schema/* computedInvalid */.nP)((0,types/* placeOf */.$t)(edit), 'it is no entry of `outputHashes`, or gets no name of one');
        }
    }
}
const notTheLock = 'it is not the lock file of the package’s flake';
function isKeyEdit(files, edit) {
    const file = files.find(({ path }) => path === edit.file);
    const entries = file === undefined ? [] : (0,output_hashes/* findOutputHashes */.nw)(file).flatMap(({ entries }) => entries);
    return entries.some(({ key, entry }) => {
        const span = edit.replacement === '' ? entry : key;
        const isThere = span.start === edit.start && span.end === edit.end && span.text === edit.text;
        return isThere && (edit.replacement === '' || output_hashes/* entryName */.MB.test(edit.replacement));
    });
}
/** The files as they are with those that were made anew. */
function withMade(files, made) {
    const texts = new Map(made.map(({ path, text }) => [path, text]));
    return [
        ...files.filter(({ path }) => !texts.has(path)),
        ...made.map(({ path, text }) => ({ path, text }))
    ];
}

// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/sync/literals/version-spelling.ts
var version_spelling = __webpack_require__(44647);
// EXTERNAL MODULE: ./src/sync/literals/dye.ts
var dye = __webpack_require__(62290);
// EXTERNAL MODULE: ./src/sync/literals/find.ts + 2 modules
var find = __webpack_require__(47204);
// EXTERNAL MODULE: ./src/sync/literals/revisions.ts
var revisions = __webpack_require__(34962);
;// CONCATENATED MODULE: ./src/sync/computed/check.ts








/**
 * Lets through a change that consists of hashes, versions and the source's commit in the checkout, each replaced by the new one in
 * its own spelling, and of nothing else. Whoever wrote the file had the package's code run beside it: what it says is believed only as far as this goes.
 * Nothing is evaluated. Throws COMPUTED_INVALID.
 */
function checkComputed(checkout, change) {
    if (change.head !== checkout.head) {
        throw (0,schema/* computedInvalid */.nP)('the checkout', `the change was computed at commit ${change.head}, and ${checkout.head} is checked out`);
    }
    const files = new Map(checkout.files.map((file) => [file.path, file]));
    const literals = new Map();
    const literalsOf = (edit) => {
        const known = literals.get(edit.file);
        if (known !== undefined)
            return known;
        const file = files.get(edit.file);
        if (file === undefined)
            throw (0,schema/* computedInvalid */.nP)((0,types/* placeOf */.$t)(edit), 'it is no tracked text file');
        const found = findLiterals(file, change);
        literals.set(edit.file, found);
        return found;
    };
    for (const edit of change.versions) {
        const isDay = literalsOf(edit).days.has(spanKey(edit)) && revisions/* wholeDay */.sC.test(edit.replacement);
        if (isDay)
            continue;
        if (literalsOf(edit).versions.get(spanKey(edit))?.has(edit.replacement) !== true) {
            throw (0,schema/* computedInvalid */.nP)((0,types/* placeOf */.$t)(edit), `${JSON.stringify(edit.text)} → ${JSON.stringify(edit.replacement)} does not replace the old version${change.revision === null ? '' : ' or commit'} by the new one there`);
        }
    }
    for (const edit of change.hashes) {
        const { hashes, additions } = literalsOf(edit);
        checkHash(edit, hashes.get(spanKey(edit)) ?? additionAt(edit, additions));
    }
}
function findLiterals(file, { oldVersion, newVersion, revision }) {
    const pieces = oldVersion === null || newVersion === null ? [] : (0,version_spelling/* piecesOf */.Xe)(oldVersion, newVersion);
    const edits = [
        ...pieces.flatMap((piece) => (0,find/* findVersionLiterals */.sA)(file, piece.old).map((literal) => (0,version_spelling/* bumpEdit */.ZO)(literal, piece.new))),
        ...(revision === null ? [] : revisionEdits(file, revision))
    ];
    const versions = Map.groupBy(edits, spanKey);
    return {
        hashes: new Map((0,find/* findHashLiterals */.MO)(file).map((literal) => [spanKey(literal), literal])),
        additions: (0,output_hashes/* findOutputHashes */.nw)(file),
        days: new Set(revision === null ? [] : (0,revisions/* findCommitDays */.y0)(file).map(spanKey)),
        versions: new Map([...versions].map(([key, found]) => [
            key,
            new Set(found.map(({ replacement }) => replacement))
        ]))
    };
}
function revisionEdits(file, { old, new: commit }) {
    return (0,revisions/* findRevisionLiterals */.vE)(file, old).map((span) => (0,revisions/* commitEdit */.Yb)(span, commit));
}
/** One more entry of `outputHashes`, by the name that the edit gives it. */
function additionAt({ start, end, text, replacement }, additions) {
    const name = /"([^"]*)" = "[^"]*";$/.exec(replacement)?.[1] ?? '';
    if (start !== end || text !== '' || !output_hashes/* entryName */.MB.test(name))
        return undefined;
    return additions
        .flatMap((one) => one.slots.map((slot) => (0,output_hashes/* addition */.fr)(one, slot, name)))
        .find((literal) => literal.start === start);
}
/** Where it stands and what stands there. */
function spanKey({ start, end, line, text }) {
    return JSON.stringify([start, end, line, text]);
}
/** Throws COMPUTED_INVALID unless the edit replaces the hash that stands there by another one in its form. */
function checkHash(edit, literal) {
    if (literal === undefined) {
        throw (0,schema/* computedInvalid */.nP)((0,types/* placeOf */.$t)(edit), `${JSON.stringify(edit.text)} is no hash that stands there`);
    }
    const oldHash = literal.digest === null ? null : (0,binary_cache_digest/* sriOf */.wM)(literal.digest);
    if (edit.oldHash !== oldHash) {
        throw (0,schema/* computedInvalid */.nP)((0,types/* placeOf */.$t)(edit), `the old hash is ${String(oldHash)}, not ${String(edit.oldHash)}`);
    }
    const digest = (0,binary_cache_digest/* parseDigest */.m)(edit.newHash);
    if (digest?.algorithm !== literal.algorithm) {
        throw (0,schema/* computedInvalid */.nP)((0,types/* placeOf */.$t)(edit), `${edit.newHash} is no ${literal.algorithm} as the old one is`);
    }
    if (edit.replacement !== (0,dye/* writeDigest */.O_)(literal, digest)) {
        throw (0,schema/* computedInvalid */.nP)((0,types/* placeOf */.$t)(edit), `${JSON.stringify(edit.replacement)} is not ${edit.newHash} in the old one’s form`);
    }
}

// EXTERNAL MODULE: ./src/sync/computed/files.ts
var computed_files = __webpack_require__(49020);
// EXTERNAL MODULE: ./src/sync/computed/merge.ts
var merge = __webpack_require__(35219);
;// CONCATENATED MODULE: ./src/sync/computed/take.ts












/**
 * Phase `commit`: what phase `compute` found out on each system's machine, as one, in a copy of those files of the checkout that it
 * changes. Nothing is evaluated, and nothing of the package runs. Throws SOURCE_UNCHANGED, COMPUTED_INVALID, COMPUTED_CONFLICT,
 * COMPUTED_MISSING, HASH_AMBIGUOUS, CHECKOUT_INVALID, TREE_DIRTY.
 */
async function takeComputed({ environment, log, scratch }, inputs, { answers, failures: [failure], broken: [broken] }) {
    if (broken !== undefined)
        throw broken;
    if (failure !== undefined) {
        const { systems, code, subject, reason } = failure;
        const where = systems.length === 0 ? '' : ` for ${systems.join(', ')}`;
        throw (0,computed_files/* computedMissing */.kW)(failure.packages.join(', '), `the job that computed it${where} failed with ${code} ${subject}: ${reason}`);
    }
    const merged = (0,merge/* mergeComputed */.U)(answers, inputs);
    const { change } = merged;
    const project = await (0,project_project/* openProject */.U8)({
        workspace: environment.workspace,
        package: change.package,
        env: environment.childEnvironment,
        log
    });
    const files = (0,project_project/* readTextFiles */.Lf)(project);
    const computed = checkTaken({ project, files, inputs, serverUrl: environment.serverUrl }, merged);
    const what = { edits: (0,sync_change/* editsOf */.t7)(change), made: change.beside.files };
    const copy = await writePart(project, (0,external_node_path_.join)(scratch, 'copy'), files, what);
    return { computed, copy, untraced: [], notes: computed.notes };
}
/**
 * A package's answer, checked against the checkout; with what could be checked of its words. Throws SOURCE_UNCHANGED, COMPUTED_INVALID.
 */
function checkTaken({ project, files: tracked, inputs, serverUrl }, merged) {
    const { change, source } = merged;
    if (source === 'same' && !inputs.allowSameSource)
        throw sameSource(change);
    const { beside } = change;
    checkBeside({ project, files: tracked, allowsCommand: inputs.allowsCommand }, beside, change);
    const files = withMade(tracked, beside.files);
    checkComputed({ head: project.head, files }, change);
    // This one is about what was proved, and not merely said.
    const said = merged.notes.filter((note) => note !== source_follows/* sameSourceNote */.GD);
    return {
        ...merged,
        ...(0,links/* checkedLinks */.V)(merged, change, files, serverUrl),
        notes: [...said, ...(source === 'same' ? [source_follows/* sameSourceNote */.GD] : [])]
    };
}
/** A copy of those files of the checkout that are changed, with the changes in it. `scratch`: its folder. */
async function writePart(project, scratch, tracked, { edits, made }) {
    const written = [...made.map(({ path }) => path), ...edits.map(({ file }) => file)];
    const copy = await (0,project_copy/* makeCopy */.s)(project, scratch, { only: new Set(written) });
    await writeEdits(copy, tracked, { edits, made });
    return copy;
}
/** Into a copy of the checkout that has the files. */
async function writeEdits(copy, tracked, { edits, made }) {
    for (const { path, text } of made)
        await copy.make(path, Buffer.from(text));
    const files = withMade(tracked, made);
    await (0,workshop/* writeCopy */.bt)({ copy, files }, (0,workshop/* replacementsOf */.P1)(edits));
}
/** The job that computed was told to let it pass; whether it is proposed is this one's to say. */
function sameSource({ name, newVersion }) {
    return new errors/* NarPublishError */.f9({
        code: 'SOURCE_UNCHANGED',
        subject: `${name} ${newVersion ?? ''}`,
        reason: 'the job that computed the change let the old version’s source pass',
        terminal: { reason: 'whoever computed the change let the old version’s source pass' }
    });
}


/***/ })

};
