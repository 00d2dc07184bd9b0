export const id = 4946;
export const ids = [4946];
export const modules = {

/***/ 66914:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ mostBuildIds),
/* harmony export */   DJ: () => (/* binding */ formatDebugInfo),
/* harmony export */   Mn: () => (/* binding */ buildIdPattern),
/* harmony export */   W3: () => (/* binding */ buildIdFolder),
/* harmony export */   i$: () => (/* binding */ narOfDebugInfo),
/* harmony export */   p3: () => (/* binding */ isDebugInfoPath),
/* harmony export */   pR: () => (/* binding */ buildIdAt),
/* harmony export */   r8: () => (/* binding */ debugInfoPath)
/* harmony export */ });
/**
 * The index of debug information, as Nix writes it with `index-debug-info` (Nix, src/libstore/binary-cache-store.cc), and nixseparatedebuginfod,
 * nixseparatedebuginfod2 and dwarffs read it: for each build-id a file that names the NAR which has it, and the place in that.
 *
 * All three ask for `debuginfo/<build-id>`, as cache.nixos.org has it; `nix copy` adds `.debug`, which the last of them does not ask for.
 */
const debugInfoFolder = 'debuginfo/';
/** 40 digits: other lengths of a build-id are not asked for by any of them. */
const buildIdPattern = /^[0-9a-f]{40}$/;
/** Of one path. The largest that people have split have some hundred; each is a file of the branch. */
const mostBuildIds = 1000;
/** Where files of debug information lie in a store path. Nix takes no others. */
const buildIdFolder = 'lib/debug/.build-id';
const firstDigits = /^[0-9a-f]{2}$/;
const otherDigits = /^[0-9a-f]{38}\.debug$/;
/** The build-id that a file of a store path is for, by its path below that; null: it is another file. */
function buildIdAt(path) {
    const below = path.startsWith(`${buildIdFolder}/`) ? path.slice(buildIdFolder.length + 1) : '';
    const [first = '', second = '', ...others] = below.split('/');
    const isOne = firstDigits.test(first) && otherDigits.test(second) && others.length === 0;
    return isOne ? first + second.slice(0, -'.debug'.length) : null;
}
function debugInfoPath(buildId) {
    return debugInfoFolder + buildId;
}
/** Whether a path is that of such a file. */
function isDebugInfoPath(path) {
    return path.startsWith(debugInfoFolder) && buildIdPattern.test(path.slice(debugInfoFolder.length));
}
/** The file's text. `nar`: path in the cache; an absolute address none of the readers follows. */
function formatDebugInfo(buildId, nar) {
    const member = `${buildIdFolder}/${buildId.slice(0, 2)}/${buildId.slice(2)}.debug`;
    return Buffer.from(JSON.stringify({ archive: `../${nar}`, member }));
}
/** The NAR, as a path in the cache, that a file at such a path names; null: it is none of ours. */
function narOfDebugInfo(path, content) {
    const [, nar = ''] = /^\{"archive":"\.\.\/(nar\/[\w.+/-]{1,400})",/.exec(content.toString('latin1')) ?? [];
    const buildId = path.slice(debugInfoFolder.length);
    return nar !== '' && content.equals(formatDebugInfo(buildId, nar)) ? nar : null;
}


/***/ }),

/***/ 55731:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   Rv: () => (/* binding */ narCachePath),
/* harmony export */   Vu: () => (/* binding */ pnameOf)
/* harmony export */ });
const suffixes = { zstd: '.zst', xz: '.xz', none: '' };
// File systems take 255 bytes; hash, dash and `.nar.zst` are 61.
const longestName = 100;
/**
 * Where a NAR goes below the cache's root: `nar/<ab>/<fileHash>-<pname>.nar[.zst|.xz]`. `fileHash` is `sha256:<base32>`.
 * The hash makes it unique, the name serves people and Git's delta search, and a name of any content is harmless.
 */
function narCachePath(fileHash, pname, compression) {
    const digest = fileHash.slice('sha256:'.length);
    // Published names stay as they are: one `-` for a character, where harmless.ts has one for each of its code units.
    const name = pname.replace(/[^\w.+-]/gu, '-').slice(0, longestName);
    return `nar/${digest.slice(0, 2)}/${digest}-${name || 'unnamed'}.nar${suffixes[compression]}`;
}
/** The name's part before the version, as `builtins.parseDrvName` has it: up to the first dash that no letter follows. */
function pnameOf(storePathName) {
    return storePathName.slice(0, versionDash(storePathName));
}
/** The part after that dash, or null when there is none. */
function versionOf(storePathName) {
    return storePathName.slice(versionDash(storePathName) + 1) || null;
}
function versionDash(name) {
    const dash = name.search(/-[^A-Za-z]/);
    return dash === -1 ? name.length : dash;
}


/***/ }),

/***/ 70385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ manyFiles),
/* harmony export */   TH: () => (/* binding */ glanceAtRows),
/* harmony export */   mk: () => (/* binding */ glanceAtIndex)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96620);
/* harmony import */ var _shards_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13756);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70310);




/** From so many files on they are asked for together, which a target may answer in one connection. */
const manyFiles = 32;
/** `catalogue.json` for who decides by it what need not be done, and writes nothing of it. Throws CATALOGUE_INVALID. */
async function glanceAtIndex(snapshot) {
    return (await glanceAs(snapshot, _catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .cataloguePath */ .hO, _catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .parseIndex */ .A1)) ?? _catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyIndex */ .gW;
}
/** The rows of these names, for the same; other rows may be among them. Throws CATALOGUE_INVALID. */
async function glanceAtRows(snapshot, index, names) {
    if (index.rows !== null)
        return index.rows;
    const shards = new Set([...names].map(_shards_js__WEBPACK_IMPORTED_MODULE_2__/* .shardOf */ .IS));
    const paths = [...shards].filter((shard) => index.shards.has(shard)).map(_shards_js__WEBPACK_IMPORTED_MODULE_2__/* .shardPath */ .A$);
    const files = paths.length < manyFiles ? null : await snapshot.readFiles(paths);
    const found = await Promise.all(paths.map(async (path) => {
        const content = files?.get(path);
        const rows = content === undefined
            ? await glanceAs(snapshot, path, _shards_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShard */ .uK)
            : (0,_shards_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShard */ .uK)(content, path);
        if (rows === null)
            throw (0,_whole_js__WEBPACK_IMPORTED_MODULE_3__/* .shardMissing */ .tu)(path, index);
        return rows;
    }));
    return found.flat();
}
/** A glance is enough; but what is no file of the catalogue may be a login page in its place. null: it is not there. */
async function glanceAs(snapshot, path, parse) {
    const seen = await snapshot.glanceAt(path);
    const glance = seen === null ? null : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => parse(seen, path), null);
    if (glance !== null)
        return glance;
    const content = await snapshot.readFile(path);
    return content === null ? null : parse(content, path);
}


/***/ }),

/***/ 78434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ partPaths),
  f: () => (/* binding */ readParts)
});

// EXTERNAL MODULE: ./src/repository/github/git-objects.ts
var git_objects = __webpack_require__(27067);
// EXTERNAL MODULE: ./src/pins/pin.ts
var pin = __webpack_require__(16099);
// EXTERNAL MODULE: ./src/catalogue/catalogue.ts
var catalogue = __webpack_require__(96620);
// EXTERNAL MODULE: ./src/catalogue/history.ts
var catalogue_history = __webpack_require__(25741);
// EXTERNAL MODULE: ./src/catalogue/names.ts
var catalogue_names = __webpack_require__(57325);
// EXTERNAL MODULE: ./src/catalogue/newest.ts
var catalogue_newest = __webpack_require__(4211);
// EXTERNAL MODULE: ./src/catalogue/newest-page.ts
var newest_page = __webpack_require__(38463);
// EXTERNAL MODULE: ./src/catalogue/pins-file.ts
var pins_file = __webpack_require__(68472);
// EXTERNAL MODULE: ./src/catalogue/rows.ts + 1 modules
var catalogue_rows = __webpack_require__(83005);
// EXTERNAL MODULE: ./src/catalogue/shard-name.ts
var shard_name = __webpack_require__(23137);
// EXTERNAL MODULE: ./src/catalogue/shards.ts
var catalogue_shards = __webpack_require__(13756);
;// CONCATENATED MODULE: ./src/catalogue/change-parts.ts











/** The files that change when rows are added, byte for byte what the whole would give; null: the parts do not tell. */
function changeParts({ files, blobs, index, newest, shards }, added, pins) {
    const isNew = files.size === 0;
    if (!areInOrder(index, shards))
        return null;
    if (newest === null ? !isNew : !(0,catalogue_newest/* mayBeNewestOf */.wh)(index.shards, newest))
        return null;
    const news = Map.groupBy(added.rows, ({ name }) => (0,catalogue_shards/* shardOf */.IS)(name));
    const after = new Map([...shards].map(([shard, rows]) => [shard, (0,catalogue_rows/* uniqueRows */.Dg)([...rows, ...(news.get(shard) ?? [])])]));
    const pinsAfter = (0,pin/* pinnedPaths */.jx)(pins.after);
    const rows = (0,catalogue_newest/* newestAfter */.tH)(newest ?? { rows: [], pins: null }, {
        shards: after,
        pinsBefore: isNew ? new Set() : (0,pin/* pinnedPaths */.jx)(pins.before),
        pinsAfter,
        brought: pins.brought
    });
    const names = namesFilesAfter(files, index, after);
    if (rows === null || names === null)
        return null;
    const next = indexAfter(index, shards, after, added.publicKeys);
    const pinsFile = (0,pins_file/* formatPins */.K)(pins.after);
    const written = new Map([
        [catalogue/* cataloguePath */.hO, (0,catalogue/* formatIndex */.Qe)(next)],
        [catalogue_newest/* newestPath */.sB, (0,catalogue_newest/* formatNewest */.ED)(rows, pinsAfter)],
        [shard_name/* newestPagePath */.p5, (0,newest_page/* formatNewestPage */.t)(rows)],
        ...(pinsFile === null ? [] : [[shard_name/* pinsPath */.GR, pinsFile]]),
        ...names,
        ...[...after]
            .filter(([shard, of]) => !isSame(of, shards.get(shard) ?? []))
            .map(([shard, of]) => [(0,shard_name/* shardPath */.A$)(shard), (0,catalogue_shards/* formatShard */._D)(shard, of)])
    ]);
    const shown = { newest: rows, artifacts: (0,catalogue/* rowsOf */.RO)(next) };
    const isThere = (path, content) => files.get(path)?.equals(content) === true || blobs.get(path) === (0,git_objects/* blobSha */.w)(content);
    return {
        files: new Map([...written].filter(([path, content]) => !isThere(path, content))),
        deletedFiles: [],
        shown: { ...shown, publicKeys: next.publicKeys },
        badges: {
            before: {
                shown: newest && { newest: newest.rows, artifacts: (0,catalogue/* rowsOf */.RO)(index) },
                artifacts: rowsNamed(added, shards)
            },
            after: { shown, artifacts: rowsNamed(added, after) },
            isWhole: false
        }
    };
}
/** Of each name that something is added of. */
function rowsNamed(added, shards) {
    const names = new Set(added.rows.map(({ name }) => name));
    const rows = [...shards.values()].flat().filter(({ name }) => names.has(name));
    return Map.groupBy(rows, ({ name }) => name);
}
/** Whether rows lie where they belong, and as many as are counted, so that sums can be kept up without the others. */
function areInOrder({ shards: counts, ...index }, shards) {
    const hasHistory = index.history !== null && (index.history.length > 0 || counts.size === 0);
    return (index.fileSize !== null &&
        hasHistory &&
        [...shards].every(([shard, rows]) => rows.length === (counts.get(shard) ?? 0) && !(0,catalogue_shards/* isMisplaced */.ZI)(shard, rows)));
}
/** `before`, `after`: the rows of the shards that were read. */
function indexAfter(index, before, after, publicKeys) {
    const shards = new Map(index.shards);
    for (const [shard, { length }] of after) {
        if (length === 0)
            shards.delete(shard);
        else
            shards.set(shard, length);
    }
    const [had, has] = [before, after].map((of) => [...of.values()].flat());
    const more = (0,catalogue_history/* totalsOf */.vA)(has ?? []).fileSize - (0,catalogue_history/* totalsOf */.vA)(had ?? []).fileSize;
    const fileSize = Math.max(0, (index.fileSize ?? 0) + more);
    const history = (0,catalogue_history/* historyAfter */.tR)(index.history ?? [], (0,catalogue_history/* publishedBetween */.nw)(had ?? [], has ?? []));
    const next = {
        publicKeys: (0,catalogue/* uniqueTexts */.a5)([...index.publicKeys, ...publicKeys]),
        shards,
        fileSize,
        history,
        rows: null
    };
    return { ...next, history: (0,catalogue_history/* endingWith */["in"])(history, { artifacts: (0,catalogue/* rowsOf */.RO)(next), fileSize }) };
}
/** What search reads of these shards; null: the files that there are do not tell. */
function namesFilesAfter(files, index, shards) {
    const groups = [...Map.groupBy(shards, ([shard]) => (0,shard_name/* groupOf */.F8)(shard))].map(([group, of]) => {
        const content = files.get((0,shard_name/* namesPath */.Kw)(group));
        const entries = content === undefined ? [] : (0,catalogue_names/* parseNames */.Gw)(content);
        if (entries === null || !(0,catalogue_names/* mayBeNamesOf */.Ce)(group, index.shards, entries))
            return null;
        const names = (0,catalogue_names/* namesAfter */.zQ)(entries, new Map(of));
        // Of artifacts that were to be added, and are not.
        return names.length === 0 ? [] : [[(0,shard_name/* namesPath */.Kw)(group), (0,catalogue_names/* formatNames */.EI)(names)]];
    });
    return groups.includes(null) ? null : groups.flatMap((group) => group ?? []);
}
/** Whether no row is another object: merging keeps those that stay as they are. */
function isSame(a, b) {
    return a.length === b.length && a.every((row, index) => row === b[index]);
}

// EXTERNAL MODULE: ./src/catalogue/change-whole.ts
var change_whole = __webpack_require__(70167);
// EXTERNAL MODULE: ./src/catalogue/glance.ts
var glance = __webpack_require__(70385);
// EXTERNAL MODULE: ./src/catalogue/whole.ts
var catalogue_whole = __webpack_require__(70310);
;// CONCATENATED MODULE: ./src/catalogue/parts.ts













/** What a change of the catalogue's writes whatever there is: only whether it is there as it is to be is asked. */
const unreadFiles = [shard_name/* newestPagePath */.p5, shard_name/* pinsPath */.GR];
/** The files that a change of these artifacts reads or replaces, those of them that are there. */
function partPaths(names) {
    return [...pathsOf([...new Set(names.map(catalogue_shards/* shardOf */.IS))]), ...unreadFiles];
}
function pathsOf(shards) {
    const groups = [...new Set(shards.map(shard_name/* groupOf */.F8))];
    return [catalogue/* cataloguePath */.hO, catalogue_newest/* newestPath */.sB, ...shards.map(shard_name/* shardPath */.A$), ...groups.map(shard_name/* namesPath */.Kw)];
}
/**
 * Reads `catalogue.json`, `newest.json`, and the shards of some names with what search reads of them. Throws CATALOGUE_INVALID about the one
 * that cannot be read, or is not there.
 */
async function readParts(snapshot, names) {
    const wanted = [...new Set(names.map(catalogue_shards/* shardOf */.IS))].sort();
    const { files, blobs } = await readFew(snapshot, pathsOf(wanted));
    const indexFile = files.get(catalogue/* cataloguePath */.hO);
    const index = indexFile === undefined ? catalogue/* emptyIndex */.gW : (0,catalogue/* parseIndex */.A1)(indexFile, catalogue/* cataloguePath */.hO);
    const shards = new Map(wanted.map((shard) => {
        const path = (0,shard_name/* shardPath */.A$)(shard);
        const content = files.get(path);
        if (content === undefined && index.shards.has(shard))
            throw (0,catalogue_whole/* shardMissing */.tu)(path, index);
        return [shard, content === undefined ? [] : (0,catalogue_shards/* parseShard */.uK)(content, path)];
    }));
    const newestFile = files.get(catalogue_newest/* newestPath */.sB);
    const newest = newestFile === undefined ? null : (0,catalogue_newest/* parseNewest */.uV)(newestFile);
    const found = [...(index.rows ?? []), ...[...shards.values()].flat()];
    const rows = new Map((0,catalogue_rows/* uniqueRows */.Dg)(found).map((row) => [(0,catalogue_rows/* rowKey */.om)(row), row]));
    // Without the one the others are no catalogue, but their rows are there.
    const isInParts = indexFile === undefined ? files.size === 0 : index.rows === null;
    return {
        publicKeys: index.publicKeys,
        isEmpty: (0,catalogue/* rowsOf */.RO)(index) === 0 && found.length === 0,
        row: (artifact) => rows.get((0,catalogue_rows/* rowKey */.om)(artifact)),
        newest,
        async change(added, allPins) {
            const { before: pinsBefore, after: pinsAfter } = allPins;
            const pins = { ...allPins, before: (0,pin/* shownPins */.UW)(pinsBefore), after: (0,pin/* shownPins */.UW)(pinsAfter) };
            const parts = isInParts
                ? changeParts({ files, blobs, index, newest, shards }, added, pins)
                : null;
            if (parts !== null) {
                const isLeft = pins.after.length === 0 && blobs.has(shard_name/* pinsPath */.GR);
                const left = isLeft ? await snapshot.readFile(shard_name/* pinsPath */.GR) : null;
                return left !== null && (0,pins_file/* isPinsFile */.T)(left) ? { ...parts, deletedFiles: [shard_name/* pinsPath */.GR] } : parts;
            }
            const whole = await (0,catalogue_whole/* readCatalogueFiles */.bF)(snapshot);
            const before = (0,catalogue_whole/* wholeCatalogue */.JM)(whole) ?? { rows: [], publicKeys: [] };
            const after = (0,catalogue/* mergeCatalogue */.Av)(before, added);
            return (0,change_whole/* changeWhole */.k)(whole, after, pins.after, (0,catalogue_history/* publishedBetween */.nw)(before.rows, after.rows));
        }
    };
}
/** `files`: what is at the paths; `blobs`: what Git calls those that are not read for it. */
async function readFew(snapshot, paths) {
    if (paths.length >= glance/* manyFiles */.Dd) {
        const files = await snapshot.readFiles([...paths, ...unreadFiles]);
        const blobs = new Map();
        for (const path of unreadFiles) {
            const content = files.get(path);
            if (content !== undefined)
                blobs.set(path, (0,git_objects/* blobSha */.w)(content));
            files.delete(path);
        }
        return { files, blobs };
    }
    const contents = await Promise.all(paths.map(async (path) => {
        const content = await snapshot.readFile(path);
        return content === null ? [] : [[path, content]];
    }));
    // After those: by then the folder is listed.
    const items = await snapshot.itemsAt(unreadFiles);
    const blobs = [...items].map(([path, { object }]) => [path, object]);
    return { files: new Map(contents.flat()), blobs: new Map(blobs) };
}


/***/ }),

/***/ 39182:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   KV: () => (/* binding */ contentAddress),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TJ: () => (/* binding */ storePath),
/* harmony export */   ge: () => (/* binding */ parseStrictly),
/* harmony export */   pj: () => (/* binding */ readNoFollow),
/* harmony export */   qU: () => (/* binding */ system),
/* harmony export */   sP: () => (/* binding */ source),
/* harmony export */   tW: () => (/* binding */ hash),
/* harmony export */   un: () => (/* binding */ rowId)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37428);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);
/** Parts of the files that one job leaves for another: its code may be anybody's, so that they are read strictly. */




/** Other people's words: one line, of a length that reports can bear. */
const text = (characters) => zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .max(characters)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'it holds a control character');
const hash = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^sha256:[0-9a-df-np-sv-z]{52}$/, 'it is no SHA-256 in base32');
const storePath = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().refine(_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .isStorePath */ .zP, 'it is no store path');
const system = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[A-Za-z0-9_-]{1,64}$/, 'it is no system');
/** What something was evaluated from. */
const source = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    repository: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
    revision: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/)
});
/** As a narinfo's `CA:` has it. */
const contentAddress = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[\x21-\x7e]{1,300}$/, 'it is no content address');
/** Of a row of a plan. */
const rowId = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-z]{16}$/, 'it is no row’s id');
/** The JSON in a file as `shape` has it; `refuse` makes the error of why it is not so. */
function parseStrictly(content, shape, refuse) {
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
    }
    catch (cause) {
        const words = cause instanceof Error ? cause.message : 'unknown';
        throw refuse((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`it is no JSON: ${words}`, longestReason), cause);
    }
    const parsed = shape.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const where = zod__WEBPACK_IMPORTED_MODULE_4__/* .toDotPath */ .sR(issue?.path ?? []) || 'the file';
    const words = issue?.message ?? 'it is of another form';
    throw refuse((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${where}: ${words}`, longestReason), parsed.error);
}
const longestReason = 300;
/** A link could be to any file of this user. */
const readNoFollow = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW;
/** A file of at most `largest` bytes: more of them are not read into memory, and `refuse` makes the error of it. */
function readBounded(file, largest, refuse) {
    const opened = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, readNoFollow);
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(opened);
        if (size <= largest)
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(opened);
        throw refuse(`it has ${size} bytes, and ${largest} are the most that it may`);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(opened);
    }
}


/***/ }),

/***/ 92532:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseInstallable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);



// Nix's own rule for what follows the last `^` (libstore/outputs-spec.cc): `*`, or names with commas.
const outputSuffix = /^(?<reference>.*)\^(?<outputs>\*|[\w+.?=-]+(?:,[\w+.?=-]+)*)$/su;
/**
 * Takes `.#hello^out,dev` apart. Throws ATTRIBUTE_INVALID for what is empty, would be an option to Nix, or holds control
 * characters: everything else is data, and Nix itself judges it.
 */
function parseInstallable(installable) {
    const invalid = (reason, hint) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'ATTRIBUTE_INVALID',
        subject: JSON.stringify(installable.slice(0, 300)),
        reason,
        hint
    });
    if ((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControlCharacter */ .Fd)(installable))
        throw invalid('it holds a control character or a line break');
    const suffix = outputSuffix.exec(installable)?.groups;
    const reference = suffix?.['reference'] ?? installable;
    const outputs = suffix?.['outputs'];
    if (reference.trim() === '')
        throw invalid('it is empty');
    if (reference.startsWith('-'))
        throw invalid('it starts with a dash, as an option does');
    if ((0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .isStorePath */ .zP)(reference)) {
        throw invalid('it is a store path', 'Store paths need no evaluation: give them as `paths`.');
    }
    return {
        reference,
        outputs: outputs?.split(',') ?? null
    };
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

/***/ 17596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ composePins),
/* harmony export */   p: () => (/* binding */ readPinFiles)
/* harmony export */ });
/* harmony import */ var _catalogue_pin_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34135);
/* harmony import */ var _pins_pin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16099);


const none = {
    files: new Map(),
    deletedFiles: [],
    moved: [],
    unpinned: [],
    before: [],
    all: []
};
/**
 * What becomes of a state's pins. Of two runs that give one name to different paths, the one that lands later has it. The pins are not
 * read, which takes a listing of their folder, when there is nothing to change and neither README nor catalogue (`isPinned`) tells of any.
 */
async function composePins({ pins, unpin }, snapshot, { readme, isPinned }) {
    if (pins.length + unpin.length === 0 && !isPinned && !(0,_catalogue_pin_list_js__WEBPACK_IMPORTED_MODULE_0__/* .listsPins */ .m)(readme))
        return none;
    const before = await readPinFiles(snapshot);
    const after = new Map(before);
    const files = new Map();
    for (const { name, storePath } of pins) {
        const content = Buffer.from((0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPin */ .fH)(storePath));
        after.set((0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinFile */ .gO)(name), content);
        if (before.get((0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinFile */ .gO)(name))?.equals(content) !== true)
            files.set((0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinFile */ .gO)(name), content);
    }
    const unpinned = unpin.filter((name) => after.delete((0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinFile */ .gO)(name)));
    return {
        files,
        deletedFiles: unpinned.map(_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinFile */ .gO),
        moved: pins.filter(({ name }) => files.has((0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinFile */ .gO)(name))),
        unpinned,
        before: (0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinsOf */ .cz)(before),
        all: (0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinsOf */ .cz)(after)
    };
}
/** All that there are, by their files. */
async function readPinFiles(snapshot) {
    const folder = _pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinsFolder */ .n$.slice(0, -1);
    if ((await snapshot.itemsAt([folder])).get(folder)?.kind !== 'folder')
        return new Map();
    const items = [...(await snapshot.itemsIn(folder))];
    // Ours are in no folder below it; where somebody's own are, the whole branch is listed.
    const isFlat = items.every(([, { kind }]) => kind !== 'folder');
    const paths = isFlat
        ? items.map(([name]) => _pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinsFolder */ .n$ + name)
        : [...(await snapshot.listFiles()).keys()].filter((path) => path.startsWith(_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .pinsFolder */ .n$));
    return snapshot.readFiles(paths);
}


/***/ }),

/***/ 31264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TK: () => (/* binding */ composeChange),
  Yi: () => (/* binding */ largeFilesOf),
  Tm: () => (/* binding */ narInfoOf),
  OB: () => (/* binding */ rowOf)
});

// EXTERNAL MODULE: ./src/all-of.ts
var all_of = __webpack_require__(96356);
// EXTERNAL MODULE: ./src/binary-cache/cache-info.ts
var cache_info = __webpack_require__(67221);
// EXTERNAL MODULE: ./src/binary-cache/narinfo.ts
var narinfo = __webpack_require__(99711);
// EXTERNAL MODULE: ./src/binary-cache/signature.ts
var signature = __webpack_require__(40996);
// EXTERNAL MODULE: ./src/catalogue/change-badges.ts
var change_badges = __webpack_require__(26042);
// EXTERNAL MODULE: ./src/catalogue/describe.ts
var describe = __webpack_require__(996);
// EXTERNAL MODULE: ./src/catalogue/readme-block.ts + 2 modules
var readme_block = __webpack_require__(52148);
// EXTERNAL MODULE: ./src/catalogue/find-readme.ts
var find_readme = __webpack_require__(34549);
// EXTERNAL MODULE: ./src/catalogue/parts.ts + 1 modules
var parts = __webpack_require__(78434);
// EXTERNAL MODULE: ./src/catalogue/readme.ts
var catalogue_readme = __webpack_require__(45295);
// EXTERNAL MODULE: ./src/catalogue/told-keys.ts
var told_keys = __webpack_require__(18613);
// EXTERNAL MODULE: ./src/catalogue/rows.ts + 1 modules
var rows = __webpack_require__(83005);
// EXTERNAL MODULE: ./src/catalogue/shard-name.ts
var shard_name = __webpack_require__(23137);
// EXTERNAL MODULE: ./src/page/page.ts + 1 modules
var page_page = __webpack_require__(74552);
// EXTERNAL MODULE: ./src/repository/github/git-objects.ts
var git_objects = __webpack_require__(27067);
// EXTERNAL MODULE: ./src/repository/refuse-taken.ts
var refuse_taken = __webpack_require__(10380);
// EXTERNAL MODULE: ./src/repository/site-files.ts
var site_files = __webpack_require__(59747);
// EXTERNAL MODULE: ./src/repository/tree-item.ts
var tree_item = __webpack_require__(76944);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/publish/compose-pins.ts
var compose_pins = __webpack_require__(17596);
// EXTERNAL MODULE: ./src/binary-cache/debug-info.ts
var debug_info = __webpack_require__(66914);
// EXTERNAL MODULE: ./src/catalogue/byte-order.ts
var byte_order = __webpack_require__(18154);
;// CONCATENATED MODULE: ./src/publish/debug-info.ts



/**
 * The files of the index of debug information that a state lacks. A NAR beside the tree gets none, as no reader follows its address. Of two NARs
 * with one build-id the one that sorts first is named, whoever comes later: they have the same program’s. What somebody else
 * has at such a path stays. Without build-ids nothing is asked.
 */
async function debugInfoFiles(snapshot, brought, released) {
    const nars = new Map();
    for (const { buildIds = [], nar } of brought) {
        if (released.has(nar.cachePath))
            continue;
        for (const buildId of buildIds) {
            nars.set(buildId, earlier(nar.cachePath, nars.get(buildId) ?? null));
        }
    }
    if (nars.size === 0)
        return new Map();
    const items = await snapshot.itemsAt([...nars.keys()].map(debug_info/* debugInfoPath */.r8));
    const wanted = [...nars]
        .sort(([a], [b]) => (0,byte_order/* compareBytes */.X)(a, b))
        .map(([buildId, nar]) => {
        return { path: (0,debug_info/* debugInfoPath */.r8)(buildId), nar, content: (0,debug_info/* formatDebugInfo */.DJ)(buildId, nar) };
    })
        .filter(({ path, content }) => items.get(path)?.object !== (0,git_objects/* blobSha */.w)(content));
    const others = wanted.map(({ path }) => path).filter((path) => items.has(path));
    const found = others.length === 0 ? new Map() : await snapshot.readFiles(others);
    const files = new Map();
    for (const { path, nar, content } of wanted) {
        const there = found.get(path) ?? null;
        const other = there === null ? null : (0,debug_info/* narOfDebugInfo */.i$)(path, there);
        // What is no file is for the commit to refuse.
        if (there === null || (other !== null && earlier(nar, other) === nar))
            files.set(path, content);
    }
    return files;
}
function earlier(nar, other) {
    return other === null || (0,byte_order/* compareBytes */.X)(nar, other) < 0 ? nar : other;
}

// EXTERNAL MODULE: ./src/publish/logs/build-logs.ts
var build_logs = __webpack_require__(24951);
// EXTERNAL MODULE: ./src/publish/key-terms.ts
var key_terms = __webpack_require__(90694);
// EXTERNAL MODULE: ./src/publish/packed-folder/manifest.ts
var manifest = __webpack_require__(82374);
// EXTERNAL MODULE: ./src/publish/pins.ts
var publish_pins = __webpack_require__(85831);
// EXTERNAL MODULE: ./src/publish/provenance.ts
var publish_provenance = __webpack_require__(53932);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
;// CONCATENATED MODULE: ./src/publish/report/commit-message.ts



/** Git's habit for a commit's first line. */
const subjectWidth = 72;
const longestList = 100;
/**
 * The commit's message: `publish hello 2.12.1 (x86_64-linux)`, an empty line, then each artifact's store path, NAR, size and source,
 * and the run. At most 100 artifacts are listed. Names are other people's words: they cannot make lines, and so no trailers; nor
 * mentions, references to issues, or `[skip ci]` (workflows that start on a push to the store shall start).
 */
function commitMessage(published) {
    const { rows, extraPaths, signedPaths, runUrl } = published;
    const omitted = rows.length - longestList;
    const paragraphs = [
        subject(published),
        ...rows.slice(0, longestList).map(artifactParagraph),
        ...(omitted > 0 ? [`and ${(0,src_text/* count */.U9)(omitted, 'more artifact')}`] : []),
        ...(extraPaths.length === 0 ? [] : [closureParagraph(extraPaths)]),
        ...(signedPaths === 0 ? [] : [`signed: ${(0,src_text/* count */.U9)(signedPaths, 'path')} published before`]),
        ...pinParagraph(published),
        ...(runUrl === null ? [] : [`run: ${(0,harmless/* commitAddress */.IR)(runUrl, 300)}`])
    ];
    return `${paragraphs.join('\n\n')}\n`;
}
function subject({ rows, extraPaths, signedPaths, pins = [], unpinned = [] }) {
    const names = unique(rows.map(({ name, version }) => [name, version ?? '']
        .map((word) => (0,harmless/* commitWord */.AB)(word, 40))
        .join(' ')
        .trim()));
    const [first] = names;
    if (first === undefined) {
        if (extraPaths.length === 0 && signedPaths > 0)
            return `sign ${(0,src_text/* count */.U9)(signedPaths, 'path')}`;
        if (extraPaths.length === 0 && pins.length + unpinned.length > 0) {
            return pinSubject(pins, unpinned);
        }
        return `publish ${(0,src_text/* count */.U9)(extraPaths.length, 'path')}`;
    }
    const systems = unique(rows.map(({ system }) => (0,harmless/* commitWord */.AB)(system, 40)));
    const others = names.length - 1;
    const short = others === 0 ? first : `${first} and ${others} more`;
    const where = [systems.join(', '), (0,src_text/* count */.U9)(systems.length, 'system')];
    const lines = [
        ...[names.join(', '), short].flatMap((what) => where.map((systems) => `${what} (${systems})`)),
        short
    ].map((line) => `publish ${line}`);
    return (lines.find((line) => line.length <= subjectWidth) ??
        `publish ${(0,src_text/* count */.U9)(names.length, 'artifact')}`);
}
function pinSubject(pins, unpinned) {
    const [verb, names] = pins.length > 0 ? ['pin', pins.map(({ name }) => name)] : ['unpin', unpinned];
    const [only = ''] = names;
    return `${verb} ${names.length === 1 ? (0,harmless/* commitWord */.AB)(only, 60) : (0,src_text/* count */.U9)(names.length, 'name')}`;
}
function pinParagraph({ pins = [], unpinned = [] }) {
    const lines = [
        ...pins.map(({ name, storePath }) => `pin: ${(0,harmless/* commitWord */.AB)(name, 300)} => ${storePath}`),
        ...unpinned.map((name) => `unpin: ${(0,harmless/* commitWord */.AB)(name, 300)}`)
    ];
    const omitted = lines.length - longestList;
    const more = omitted > 0 ? [`and ${(0,src_text/* count */.U9)(omitted, 'more pin')}`] : [];
    return lines.length === 0 ? [] : [[...lines.slice(0, longestList), ...more].join('\n')];
}
function artifactParagraph(row) {
    const { storePath, nar, fileSize, narSize, source } = row;
    return [
        (0,harmless/* commitAddress */.IR)(storePath, 300),
        `  nar: ${(0,harmless/* commitAddress */.IR)(nar, 300)}`,
        `  size: ${(0,pretty_bytes/* default */.A)(fileSize)}, unpacked ${(0,pretty_bytes/* default */.A)(narSize)}`,
        ...(source === null
            ? []
            : [`  source: ${(0,harmless/* commitWord */.AB)(source.repository, 150)} ${(0,harmless/* commitWord */.AB)(source.revision, 80)}`])
    ].join('\n');
}
function closureParagraph(paths) {
    const bytes = paths.reduce((sum, { fileSize }) => sum + (fileSize ?? 0), 0);
    return `and ${(0,src_text/* count */.U9)(paths.length, 'path')} of the closure, ${(0,pretty_bytes/* default */.A)(bytes)}`;
}
function unique(texts) {
    return [...new Set(texts)].filter((text) => text !== '');
}

// EXTERNAL MODULE: ./src/publish/source.ts + 1 modules
var source = __webpack_require__(14778);
// EXTERNAL MODULE: ./src/publish/standing.ts
var standing = __webpack_require__(2899);
;// CONCATENATED MODULE: ./src/publish/compose.ts





























/**
 * The files of one commit that brings the contribution into a given state of the branch, or none when that state has it all. Throws
 * PIN_UNKNOWN_PATH when the state does not hold (any more) what is to be pinned, HELD_UNREADABLE, and SIGNING_KEY_INVALID for a name that another key
 * has. Called again for each new head: what somebody else published meanwhile is kept, and not written twice. `released`: where NARs are
 * that do not go into the tree; before these are uploaded, their place in the tree stands for it.
 */
async function composeChange(run, target, contribution, snapshot, released = new Map()) {
    const { packed, toSign, artifacts, pins = [], unpin = [] } = contribution;
    const keys = run.inputs.signingKeys;
    const hashOf = (path) => (0,store_path/* parseStorePath */.GV)(path.storePath).hash;
    const names = artifacts.map(({ name }) => name);
    const isPinning = pins.length + unpin.length > 0;
    snapshot.willReplace?.([...(0,change_badges/* badgePathsOf */.jP)(names), ...(isPinning ? [shard_name/* pinsPath */.GR] : [])]);
    const [catalogue, readme, cacheInfo] = await (0,all_of/* allOf */.b)([
        (0,parts/* readParts */.f)(snapshot, names),
        (0,find_readme/* findReadme */.O)(snapshot),
        missingCacheInfo(snapshot)
    ]);
    const readmeFile = readme.content;
    // After those: by then the folder is listed, and what is signed anew is the commit's own text.
    const found = await snapshot.readNarInfos([
        ...new Set([...packed.map(({ info }) => info), ...toSign, ...artifacts, ...pins].map(hashOf))
    ]);
    const files = new Map();
    const put = (path, text, current) => {
        const bytes = Buffer.from(text);
        if (current === null || !bytes.equals(current))
            files.set(path, bytes);
    };
    if (cacheInfo !== null)
        put(cache_info/* cacheInfoPath */.gs, cacheInfo, null);
    const narInfos = publishedNarInfos(artifacts, found);
    const terms = (0,key_terms/* keyTerms */.$)(run.inputs, readmeFile);
    const standings = new Map([...packed.map(({ info }) => info), ...toSign].map((info) => [
        info.storePath,
        { info, ...(0,standing/* standingOf */.YP)(found.get(hashOf(info)), info, terms) }
    ]));
    (0,standing/* refuseUnreadable */.ws)([...standings.values()]);
    const signed = [];
    for (const standing of standings.values()) {
        if (standing.kind !== 'unsigned')
            continue;
        const { info } = standing;
        const narInfo = withSignatures(standing.narInfo, info, keys);
        narInfos.set(info.storePath, narInfo);
        const file = `${hashOf(info)}.narinfo`;
        put(file, (0,narinfo/* addSignatures */.jI)(found.get(hashOf(info)) ?? '', narInfo.signatures, file), null);
        signed.push(info.storePath);
    }
    const brought = packed.filter(({ info }) => standings.get(info.storePath)?.kind === 'missing');
    const broughtInfos = brought.map(({ narInfo }) => ({
        ...narInfo,
        // Not part of what is signed.
        url: released.get(narInfo.url) ?? narInfo.url
    }));
    for (const narInfo of broughtInfos) {
        narInfos.set(narInfo.storePath, narInfo);
        put(`${hashOf(narInfo)}.narinfo`, (0,narinfo/* formatNarInfo */.Nt)(narInfo), null);
    }
    const debugInfo = await debugInfoFiles(snapshot, brought, released);
    for (const [path, content] of debugInfo)
        put(path, content, null);
    const provenance = (0,publish_provenance/* provenanceFiles */.Z)(contribution.provenance ?? null, broughtInfos);
    for (const [path, content] of provenance)
        put(path, content, null);
    for (const { name, storePath } of pins) {
        const text = found.get(hashOf({ storePath }));
        const isHeld = text !== undefined && (0,standing/* readNarInfo */.Op)(text, storePath) !== null;
        if (!isHeld && !narInfos.has(storePath))
            throw (0,publish_pins/* pinUnknownPath */.P1)(name, storePath);
    }
    const pinning = await (0,compose_pins/* composePins */.h)({ pins, unpin }, snapshot, {
        readme: readmeFile,
        isPinned: (catalogue.newest?.pins ?? null) !== null
    });
    for (const [path, content] of pinning.files)
        put(path, content, null);
    const rows = artifacts.flatMap((artifact) => {
        const narInfo = narInfos.get(artifact.storePath);
        return narInfo === undefined ? [] : [rowOf(run, artifact, narInfo, contribution)];
    });
    const own = keys.map(signature/* publicKeyText */.gt);
    const vouched = [...own, ...run.inputs.trustedKeys];
    const publicKeys = (0,told_keys/* keysToTell */.zQ)(readmeFile, vouched);
    (0,told_keys/* refuseTakenNames */.i4)(vouched, publicKeys);
    const indexed = new Set(rows.map(({ storePath }) => storePath));
    const closure = broughtInfos.filter(({ storePath }) => !indexed.has(storePath));
    // Of what the state holds none is added later: that alone is no reason for a commit, and who brought it has said its part.
    const newFiles = (0,build_logs/* logFiles */.eO)(contribution.logs ?? new Map(), broughtInfos);
    const composed = {
        rows: rows.filter((row) => catalogue.row(row)?.closures.includes(run.inputs.closure) !== true),
        closure,
        nars: brought.map(({ nar }) => nar),
        logs: newFiles.size,
        signed,
        movedPins: pinning.moved,
        unpinned: pinning.unpinned,
        publicKeys,
        untoldKeys: (0,told_keys/* untoldKeys */.DK)([...catalogue.publicKeys, ...own], publicKeys),
        newKeys: (0,told_keys/* newKeys */.lC)(readmeFile, own),
        unreadable: publicKeys.length > 0 || !(0,told_keys/* isKeyKnown */.ju)(readmeFile, catalogue, publicKeys)
            ? unreadablePaths([...narInfos.values()], publicKeys)
            : [],
        isBeginning: catalogue.isEmpty,
        badgeNotes: [],
        pageNotes: [],
        readme
    };
    // That this run published a row's path a moment earlier than who landed first is no reason for a commit.
    const pinned = pinning.moved.length + pinning.unpinned.length;
    if (brought.length + signed.length + composed.rows.length + pinned === 0) {
        return { ...composed, newKeys: [], change: null };
    }
    const pinsChange = {
        before: pinning.before,
        after: pinning.all,
        brought: new Set(brought.map(({ info }) => info.storePath))
    };
    const changed = await catalogue.change({ rows, publicKeys: own }, pinsChange);
    for (const [path, content] of changed.files)
        put(path, content, null);
    const description = (0,describe/* describe */.q)(target);
    const block = (0,readme_block/* renderReadmeBlock */.i)({ ...changed.shown, publicKeys }, { ...description, pins: pinning.all });
    put(readme.path, (0,catalogue_readme/* placeBlock */.Xf)(readmeFile, block, target.name, readme.path), readmeFile);
    const message = commitMessage({
        rows: composed.rows,
        extraPaths: closure,
        signedPaths: signed.length,
        pins: pinning.moved,
        unpinned: pinning.unpinned,
        runUrl: run.environment.runUrl
    });
    const largeFiles = largeFilesOf(brought).filter(({ path }) => !released.has(path));
    const page = run.inputs.site ? (0,page_page/* pageFiles */.$H)(description, publicKeys, true) : new Map();
    const site = await (0,site_files/* missingSiteFiles */.P0)(target, snapshot, page);
    for (const [path, content] of site.files)
        put(path, content, null);
    // The commit looks at all of them, and at the logs, too: one question.
    const paths = [...(0,refuse_taken/* pathsOf */.wG)({ files, largeFiles }), ...newFiles.keys()];
    const badges = await (0,change_badges/* changeBadges */.$z)(snapshot, changed.badges, [
        ...paths.flatMap(tree_item/* foldersAbove */.Zv),
        ...paths
    ]);
    for (const [path, content] of badges.files)
        put(path, content, null);
    const deletedFiles = [...pinning.deletedFiles, ...changed.deletedFiles, ...badges.deletedFiles];
    const deletes = deletedFiles.length === 0 ? {} : { deletedFiles };
    const added = newFiles.size === 0 ? {} : { newFiles };
    return {
        ...composed,
        badgeNotes: (0,change_badges/* badgeNotes */.HL)(badges),
        pageNotes: site.others.includes(page_page/* pagePath */.HX) ? [page_page/* othersPage */.vr] : [],
        change: { message, files, largeFiles, ...added, ...deletes }
    };
}
/** What the cache says of itself, as it is to be; null: it says so. Throws what reading it throws. */
async function missingCacheInfo(snapshot) {
    const own = Buffer.from((0,cache_info/* formatCacheInfo */.y6)());
    const item = (await snapshot.itemsAt([cache_info/* cacheInfoPath */.gs])).get(cache_info/* cacheInfoPath */.gs);
    // As it mostly is: then it need not be read.
    if (item?.object === (0,git_objects/* blobSha */.w)(own))
        return null;
    const content = await snapshot.readFile(cache_info/* cacheInfoPath */.gs);
    if (content === null)
        return own;
    (0,cache_info/* parseCacheInfo */.Uw)(content.toString(), cache_info/* cacheInfoPath */.gs);
    return null;
}
/** Of the artifacts that the target has already, by store path. */
function publishedNarInfos(artifacts, found) {
    const narInfos = artifacts.flatMap(({ storePath }) => {
        const text = found.get((0,store_path/* parseStorePath */.GV)(storePath).hash);
        const narInfo = text === undefined ? null : (0,standing/* readNarInfo */.Op)(text, storePath);
        return narInfo === null ? [] : [narInfo];
    });
    return new Map(narInfos.map((narInfo) => [narInfo.storePath, narInfo]));
}
/** Those of the keys that did not sign it add theirs; a signature is the same each time. */
function withSignatures(narInfo, info, keys) {
    const added = keys.map((key) => (0,signature/* sign */._S)(key, info));
    return { ...narInfo, signatures: [...new Set([...narInfo.signatures, ...added])] };
}
function unreadablePaths(narInfos, publicKeys) {
    return narInfos
        .filter((narInfo) => !(0,signature/* isTakenBy */.LN)(publicKeys, narInfo))
        .map(({ storePath }) => storePath);
}
/** As files of the tree, unless they are placed beside it. Two store paths with the same content share one NAR. */
function largeFilesOf(packed) {
    const byPath = new Map(packed.map(({ nar: { cachePath: path, diskPath, fileSize: size } }) => [
        path,
        { path, diskPath, size, placement: 'tree' }
    ]));
    return [...byPath.values()];
}
/** The path's narinfo, signed when there is a key. */
function narInfoOf({ inputs }, path) {
    // Signatures that the path came with stay: who trusts that key need not trust ours.
    const unsigned = { ...(0,manifest/* unsignedNarInfo */.Z3)((0,manifest/* manifestPathOf */.Au)(path)), signatures: path.info.signatures };
    return withSignatures(unsigned, path.info, inputs.signingKeys);
}
/** An artifact as the index has it. */
function rowOf(run, artifact, narInfo, { publishedAt }) {
    const { storePath, name, version, system, output, attribute, mainProgram } = artifact;
    const { closureSize = null } = artifact;
    return {
        storePath,
        name,
        version,
        system,
        output,
        attribute,
        mainProgram,
        nar: narInfo.url,
        narSize: narInfo.narSize,
        // Where it is not said, no more than that.
        fileSize: narInfo.fileSize ?? narInfo.narSize,
        // Another job may have said anything.
        closureSize: closureSize === null || closureSize < narInfo.narSize ? null : closureSize,
        references: narInfo.references.length,
        refersTo: (0,rows/* refersTo */.zA)(narInfo),
        closures: [run.inputs.closure],
        ...(0,source/* originOf */.y)(artifact, run.environment),
        publishedAt
    };
}


/***/ }),

/***/ 90694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ keyTerms),
/* harmony export */   e: () => (/* binding */ keyTermsAt)
/* harmony export */ });
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40996);
/* harmony import */ var _catalogue_find_readme_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34549);
/* harmony import */ var _catalogue_told_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18613);



/** For a state of the target by its README; null: it has none. */
function keyTerms(inputs, readme) {
    const { signingKeys: own, trustedKeys = [], isSignedLater = false, unsigned } = inputs;
    const told = (0,_catalogue_told_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .keysToTell */ .zQ)(readme, [...own.map(_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .publicKeyText */ .gt), ...trustedKeys]);
    return { own, isSignedLater, told: unsigned && own.length === 0 ? [] : told };
}
async function keyTermsAt(inputs, snapshot) {
    // A glance is enough: what is committed goes by the README of the commit itself.
    const readme = await (0,_catalogue_find_readme_js__WEBPACK_IMPORTED_MODULE_1__/* .findReadme */ .O)({
        readFile: (path) => snapshot.glanceAt(path),
        itemsAt: (paths) => snapshot.itemsAt(paths),
        itemsIn: (folder) => snapshot.itemsIn(folder)
    });
    return keyTerms(inputs, readme.content);
}


/***/ }),

/***/ 24951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ logsOfOthers),
/* harmony export */   eO: () => (/* binding */ logFiles),
/* harmony export */   qV: () => (/* binding */ logNotes),
/* harmony export */   uc: () => (/* binding */ largestLogs),
/* harmony export */   wZ: () => (/* binding */ longestEach)
/* harmony export */ });
/* harmony import */ var _binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99110);
/* harmony import */ var _known_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5688);
/* harmony import */ var _log_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68497);



/** Bytes of all logs of one commit: some five calls more than without, of the hundred that as many NARs take. */
const largestLogs = 8 * 1024 * 1024;
/** How long each may be, so that all are within the commit's limit: the short ones whole, and of the long ones as much of each. */
function longestEach(sizes, most = _log_text_js__WEBPACK_IMPORTED_MODULE_2__/* .largestLog */ .tr, all = largestLogs) {
    let room = all;
    const ascending = [...sizes].sort((a, b) => a - b);
    for (const [index, size] of ascending.entries()) {
        const wanted = Math.min(size, most);
        const share = Math.floor(room / (ascending.length - index));
        if (wanted > share)
            return share;
        room -= wanted;
    }
    return most;
}
/** Logs of build jobs without the secrets that this process knows, and all of them within the commit's limit. */
function logsOfOthers(logs) {
    const sizes = [...logs.values()].map(({ length }) => length);
    const longest = longestEach(sizes);
    return new Map([...logs].map(([deriver, bytes]) => [
        deriver,
        (0,_log_text_js__WEBPACK_IMPORTED_MODULE_2__/* .publishedLog */ .Dd)((0,_log_text_js__WEBPACK_IMPORTED_MODULE_2__/* .readPublishedLog */ .jr)(bytes), _known_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .knownSecrets */ .xU, longest)
    ]));
}
/** The files of those logs whose derivations made what a commit brings. Several outputs of one have one log. */
function logFiles(logs, brought) {
    return new Map(brought.flatMap(({ deriver }) => {
        const log = deriver === null ? undefined : logs.get(deriver);
        if (deriver === null || log === undefined)
            return [];
        const path = (0,_binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_0__/* .logPath */ .Q2)(deriver);
        return (0,_binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_0__/* .derivationOfLog */ .Lz)(path) === null ? [] : [[path, log]];
    }));
}
/** A sentence where somebody else's file stands in the place of the logs' folder: it stays, and they are left out. No request. */
async function logNotes(snapshot, logs) {
    const folder = _binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_0__/* .logFolder */ .hI.slice(0, -1);
    const item = logs.size === 0 ? undefined : (await snapshot.itemsAt([folder])).get(folder);
    return item === undefined || item.kind === 'folder'
        ? []
        : [`No build log was published: \`${folder}\` is no folder in the branch.`];
}


/***/ }),

/***/ 68497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ publishedLog),
/* harmony export */   jr: () => (/* binding */ readPublishedLog),
/* harmony export */   tr: () => (/* binding */ largestLog)
/* harmony export */ });
/* harmony import */ var _known_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5688);
/* harmony import */ var _repository_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3546);


/**
 * Of one log, in the bytes of its JSON string: that is how it rides in the call that makes a tree, where a longer text would be a request of
 * its own. As a file it is not longer.
 */
const largestLog = _repository_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultLimits */ .M.longestTreeText;
/** The first line of a log whose beginning is not there. */
const cutLine = /^… (\d{1,15}) bytes before this are cut by nar-publish …\n/;
/**
 * A log as it is published: UTF-8 without NUL, in which stars stand for what is secret, and of which the end is kept where it is longer than
 * `longest`, from a line's begin on if there is one, and never from within a character or a secret. What is no UTF-8 becomes U+FFFD.
 */
function publishedLog({ bytes, before, beginsLine }, secrets, longest = largestLog) {
    // Who cut it at a line’s begin left nothing of a secret but by accident: a letter or two say nothing.
    const isChance = (span) => beginsLine && span.end < _known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .shortestSecret */ .bs;
    const spans = secrets
        .find(bytes, { isEnd: before > 0 })
        .filter((span) => span.begin > 0 || before === 0 || !isChance(span));
    const spanAt = (at) => spans.find(({ begin, end }) => begin < at && at < end);
    /** The first place from `at` on that a log may begin at. */
    const placeFrom = (at) => {
        let place = lineFrom(bytes, at);
        for (let span = spanAt(place); span !== undefined; span = spanAt(place)) {
            place = lineFrom(bytes, span.end);
        }
        return place;
    };
    let from = beginsLine ? 0 : placeFrom(1);
    for (;;) {
        const cut = before + from;
        const told = cut === 0 ? '' : `… ${cut} bytes before this are cut by nar-publish …\n`;
        const text = told + textOf((0,_known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .withStars */ .gC)(bytes, spans, from));
        const size = Buffer.byteLength(JSON.stringify(text));
        const left = bytes.length - from;
        if (size <= longest || left === 0)
            return Buffer.from(text);
        from = placeFrom(from + Math.max(1, Math.ceil(((size - longest) * left) / size)));
    }
}
/** A log that was made by `publishedLog`, with what its first line says. */
function readPublishedLog(bytes) {
    const [line, before] = cutLine.exec(bytes.toString('utf8', 0, 100)) ?? [];
    return line === undefined
        ? { bytes, before: 0, beginsLine: true }
        : { bytes: bytes.subarray(Buffer.byteLength(line)), before: Number(before), beginsLine: true };
}
/** The first begin of a line from `at` on; of the last line, which is too long, the first of a character. */
function lineFrom(bytes, at) {
    const end = bytes.indexOf('\n', at - 1);
    if (end !== -1 && end + 1 < bytes.length)
        return end + 1;
    let place = at;
    while (place < bytes.length && isContinued(bytes[place]))
        place++;
    return place;
}
/** Whether it is no first byte of a character in UTF-8. */
function isContinued(byte = 0) {
    return (byte & 0xc0) === 0x80;
}
// The mark at a file's begin is a part of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** A tree takes no NUL in a text. */
function textOf(bytes) {
    return decoder.decode(bytes).replaceAll('\0', '\uFFFD');
}


/***/ }),

/***/ 8217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openTarget),
/* harmony export */   E: () => (/* binding */ openExisting)
/* harmony export */ });
/* harmony import */ var _catalogue_told_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73073);
/* harmony import */ var _repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60723);
/* harmony import */ var _repository_git_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72798);
/* harmony import */ var _repository_github_open_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31684);




/**
 * The target and where its branch is now. Where none was named it is the first that is a cache (src/repository/cache-branch.ts); a run that
 * `publishes` is not let into one that is something else. Throws BRANCH_TAKEN, and what the target throws.
 */
async function openTarget(run, { publishes = false } = {}) {
    const { inputs, log } = run;
    const branches = await (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheBranches */ .B)(inputs.target, inputs.branch, run);
    const opened = await (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .openCacheBranch */ .BS)(branches, (branch) => openBranch(run, branch));
    const { target, snapshot } = opened;
    log.info(`target: ${target.cloneUrl}, branch ${target.branch}`);
    if (publishes && inputs.branch.source !== 'input')
        await (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOthersBranch */ .cc)(opened);
    return [target, snapshot];
}
/** The same for who looks for a cache that is there. `toRead`: nothing is written to it. */
async function openExisting(run, { toRead = false } = {}) {
    const { inputs, log } = run;
    const branches = await (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheBranches */ .B)(inputs.target, inputs.branch, run, { isRead: true });
    const opened = await (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .openCacheBranch */ .BS)(branches, (branch) => openBranch(run, branch, toRead));
    log.info(`target: ${opened.target.cloneUrl}, branch ${opened.target.branch}`);
    return opened;
}
async function openBranch(run, branch, toRead = false) {
    const { inputs, environment, log } = run;
    const { substituterUrl } = inputs;
    const git = { scratch: run.scratch, env: environment.childEnvironment };
    const looked = inputs.target.kind === 'git'
        ? {
            target: await (0,_repository_git_target_js__WEBPACK_IMPORTED_MODULE_2__/* .openGitTarget */ .E)({
                ...git,
                url: inputs.target.url,
                branch,
                substituterUrl: typeof substituterUrl === 'object' ? substituterUrl.address : null,
                log
            })
        }
        : await (0,_repository_github_open_js__WEBPACK_IMPORTED_MODULE_3__/* .lookAtGitHubTarget */ .p)({
            ...inputs.target,
            branch,
            token: inputs.token,
            apiUrl: environment.apiUrl,
            serverUrl: environment.serverUrl,
            substituterUrl,
            told: _catalogue_told_address_js__WEBPACK_IMPORTED_MODULE_0__/* .readToldAddress */ .aI,
            isForkPullRequest: environment.isForkPullRequest,
            toRead,
            git,
            log,
            ...(run.limits === undefined ? {} : { limits: run.limits })
        });
    return { ...looked, snapshot: await looked.target.snapshot() };
}


/***/ }),

/***/ 82374:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ manifestPathOf),
/* harmony export */   Hr: () => (/* binding */ narInfoPath),
/* harmony export */   L_: () => (/* binding */ formatManifest),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Pu: () => (/* binding */ packedPathOf),
/* harmony export */   Z3: () => (/* binding */ unsignedNarInfo),
/* harmony export */   ji: () => (/* binding */ manifestPath),
/* harmony export */   oU: () => (/* binding */ largestManifest)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(27597);
/* harmony import */ var _binary_cache_debug_info_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(66914);
/* harmony import */ var _binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99110);
/* harmony import */ var _binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55731);
/* harmony import */ var _binary_cache_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89635);
/* harmony import */ var _error_guide_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65656);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);
/* harmony import */ var _job_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39182);
/* harmony import */ var _nix_types_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(56310);
/* harmony import */ var _pins_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85337);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8144);
/* harmony import */ var _logs_log_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(68497);
/* harmony import */ var _report_types_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(61379);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(98923);














/** At the root of a folder that `phase: pack` leaves; written last, so that a folder without it is not whole. */
const manifestPath = 'manifest.json';
const formatVersion = 1;
/** bytes; some 25,000 paths */
const largestManifest = 16 * 1024 * 1024;
/** bytes; what a file unpacks to costs time, and is bounded by what it announces */
const largestNar = 64 * 1024 ** 3;
/** bytes; a number that only readers see */
const largestClosure = 1024 ** 5;
const bytes = zod__WEBPACK_IMPORTED_MODULE_10__/* .int */ .Whr().positive();
const baseName = zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()
    .refine((name) => (0,_store_path_js__WEBPACK_IMPORTED_MODULE_7__/* .isStorePath */ .zP)(`${_store_path_js__WEBPACK_IMPORTED_MODULE_7__/* .storeDirectory */ .he}/${name}`), 'it is no store path’s base name');
const artifact = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    storePath: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .storePath */ .TJ,
    name: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.name),
    version: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.name).nullable(),
    system: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .system */ .qU,
    output: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.name).nullable(),
    attribute: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.installable).nullable(),
    mainProgram: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.name).nullable(),
    /** Of all that it needs at run time; left out: not known. */
    closureSize: bytes.max(largestClosure).optional(),
    /** seconds that the build of its derivation took in this job; left out: it was not built, or nobody knows. */
    buildSeconds: zod__WEBPACK_IMPORTED_MODULE_10__/* .int */ .Whr().min(0).max(1_000_000).optional(),
    origin: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        source: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .source */ .sP.nullable(),
        runUrl: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()
            .max(500)
            .regex(/^https?:\/\/[\x21-\x7e]+$/)
            .nullable()
    })
});
/** A path as its narinfo has it, without signatures: these are for who commits. */
const path = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    storePath: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .storePath */ .TJ,
    nar: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    compression: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(_binary_cache_types_js__WEBPACK_IMPORTED_MODULE_2__/* .compressions */ .M),
    fileHash: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .hash */ .tW,
    fileSize: bytes,
    narHash: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .hash */ .tW,
    narSize: bytes.max(largestNar),
    references: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(baseName),
    deriver: baseName.nullable(),
    ca: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .contentAddress */ .KV.nullable(),
    /** Of the debug information in it; left out: none. */
    buildIds: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().regex(_binary_cache_debug_info_js__WEBPACK_IMPORTED_MODULE_11__/* .buildIdPattern */ .Mn, 'it is no build-id'))
        .min(1)
        .max(_binary_cache_debug_info_js__WEBPACK_IMPORTED_MODULE_11__/* .mostBuildIds */ .Ap)
        .refine((ids) => ids.every((id, index) => id > (ids[index - 1] ?? '')), 'they are not sorted')
        .optional()
});
/** A file below `log/`. What is no `.drv` a site could serve as a page of its own. */
const log = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    deriver: baseName.refine((name) => (0,_binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_0__/* .derivationOfLog */ .Lz)((0,_binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_0__/* .logPath */ .Q2)(name)) !== null, 'it is no derivation’s name'),
    size: bytes.max(_logs_log_text_js__WEBPACK_IMPORTED_MODULE_8__/* .largestLog */ .tr),
    hash: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .hash */ .tW
});
/** Of one failure. */
const mostBuilds = 10;
const errorCodes = Object.keys(_error_guide_js__WEBPACK_IMPORTED_MODULE_3__/* .errorGuide */ .r);
const shape = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_10__/* .literal */ .euz(formatVersion),
    /** Of nar-publish. */
    tool: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(50),
    /** What the run left out is what this target held. */
    target: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ name: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(300), branch: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(300) }),
    /** Of the plan, that the job was for; left out: there was none. */
    row: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .rowId */ .un.optional(),
    /** That the run was to pack for. */
    systems: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .system */ .qU).max(100),
    closure: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(_nix_types_js__WEBPACK_IMPORTED_MODULE_12__/* .closureTypes */ .R),
    /** Everything that was asked for and built, what the target held included. */
    artifacts: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(artifact),
    paths: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(path),
    skipped: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ storePath: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .storePath */ .TJ, reason: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(_report_types_js__WEBPACK_IMPORTED_MODULE_13__/* .skipReasons */ .d), detail: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.detail) })),
    /** Of the paths, those that other jobs of the run need; they are published where something published refers to them. Left out: none. */
    handed: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .storePath */ .TJ).optional(),
    /** Of derivations of the paths; left out: none. */
    logs: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(log).optional(),
    /** Each of one of the artifacts; left out: none. */
    pins: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().refine(_pins_name_js__WEBPACK_IMPORTED_MODULE_6__/* .isPinName */ .dh, 'it is no name of a pin'),
        storePath: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .storePath */ .TJ
    }))
        .optional(),
    failures: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        installable: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.installable),
        code: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(errorCodes),
        reason: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().max(_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.reason),
        /** Left out: no build is to blame. */
        builds: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ drvPath: _job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .storePath */ .TJ, lines: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().max(_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.reason) }))
            .max(mostBuilds)
            .optional()
    }))
});
/**
 * The file's text. Other people's words come out on one line and bounded, as `parseManifest` wants them; it is read again before it is
 * given out, so that what nobody could commit is PACKED_INVALID where it was packed.
 */
function formatManifest(manifest) {
    const content = Buffer.from(`${JSON.stringify({
        version: formatVersion,
        ...manifest,
        artifacts: manifest.artifacts.map((artifact) => ({
            ...artifact,
            name: (0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plainName */ .MH)(artifact.name),
            version: artifact.version === null ? null : (0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .pj)(artifact.version, _plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.name),
            mainProgram: artifact.mainProgram === null ? null : (0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .pj)(artifact.mainProgram, _plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.name)
        })),
        skipped: manifest.skipped.map((path) => ({
            ...path,
            detail: (0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .pj)(path.detail, _plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.detail)
        })),
        failures: manifest.failures.map(({ installable, code, reason, builds = [] }) => ({
            installable: (0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .pj)(installable, _plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.installable),
            code,
            reason: reason.slice(0, _plain_js__WEBPACK_IMPORTED_MODULE_9__/* .longest */ .xS.reason),
            ...(builds.length === 0 ? {} : { builds: builds.slice(0, mostBuilds) })
        }))
    })}\n`);
    parseManifest(content, manifestPath);
    return content;
}
/** Strictly, as a build job may be anybody's. `subject` names the file. Throws PACKED_INVALID. */
function parseManifest(content, subject) {
    const invalid = (reason, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .NarPublishError */ .f9({ code: 'PACKED_INVALID', subject, reason, cause });
    const manifest = (0,_job_files_js__WEBPACK_IMPORTED_MODULE_5__/* .parseStrictly */ .ge)(content, shape, invalid);
    for (const entry of manifest.paths) {
        const { name } = (0,_store_path_js__WEBPACK_IMPORTED_MODULE_7__/* .parseStorePath */ .GV)(entry.storePath);
        // The name follows from the content, so a manifest cannot choose where a file goes.
        const expected = (0,_binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_1__/* .narCachePath */ .Rv)(entry.fileHash, (0,_binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_1__/* .pnameOf */ .Vu)(name), entry.compression);
        if (entry.nar === expected)
            continue;
        throw invalid(`the NAR of ${entry.storePath} must be called ${expected}`, undefined);
    }
    const packed = new Set(manifest.paths.map(({ storePath }) => storePath));
    const stray = manifest.handed?.find((path) => !packed.has(path));
    if (stray !== undefined) {
        throw invalid(`it hands on ${stray}, which is none of its paths`, undefined);
    }
    return manifest;
}
function manifestPathOf({ info, nar, buildIds }) {
    return {
        storePath: info.storePath,
        nar: nar.cachePath,
        compression: nar.compression,
        fileHash: nar.fileHash,
        fileSize: nar.fileSize,
        narHash: nar.narHash,
        narSize: nar.narSize,
        references: info.references.map(_store_path_js__WEBPACK_IMPORTED_MODULE_7__/* .storePathBaseName */ .R5).sort(),
        deriver: info.deriver === null ? null : (0,_store_path_js__WEBPACK_IMPORTED_MODULE_7__/* .storePathBaseName */ .R5)(info.deriver),
        ca: info.ca,
        ...(buildIds === undefined ? {} : { buildIds: [...buildIds] })
    };
}
/** The other way round, once the file at `diskPath` was checked. */
function packedPathOf(entry, diskPath) {
    const { storePath, narHash, narSize, compression, fileHash, fileSize, ca, buildIds } = entry;
    const fullPath = (name) => `${_store_path_js__WEBPACK_IMPORTED_MODULE_7__/* .storeDirectory */ .he}/${name}`;
    return {
        info: {
            storePath,
            narHash,
            narSize,
            references: entry.references.map(fullPath),
            deriver: entry.deriver === null ? null : fullPath(entry.deriver),
            signatures: [],
            ca
        },
        nar: {
            storePath,
            diskPath,
            cachePath: entry.nar,
            compression,
            fileHash,
            fileSize,
            narHash,
            narSize
        },
        ...(buildIds === undefined ? {} : { buildIds })
    };
}
function unsignedNarInfo({ nar, ...entry }) {
    const narInfo = { ...entry, url: nar, signatures: [] };
    delete narInfo.buildIds;
    return narInfo;
}
function narInfoPath({ storePath }) {
    return `${(0,_store_path_js__WEBPACK_IMPORTED_MODULE_7__/* .parseStorePath */ .GV)(storePath).hash}.narinfo`;
}


/***/ }),

/***/ 98923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ plainName),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   xS: () => (/* binding */ longest)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);

/** characters */
const longest = {
    name: 300,
    installable: 4000,
    detail: 1000,
    // With the last lines of a build's log.
    reason: 100000
};
function plain(text, longest) {
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .HD)(text).slice(0, longest);
}
/** An artifact's name as it stands in the file. */
function plainName(text) {
    return plain(text, longest.name);
}


/***/ }),

/***/ 85831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P1: () => (/* binding */ pinUnknownPath),
/* harmony export */   Qy: () => (/* binding */ settlePackedPins),
/* harmony export */   Tm: () => (/* binding */ mergePins),
/* harmony export */   Xq: () => (/* binding */ resolvePins),
/* harmony export */   gY: () => (/* binding */ settlePins)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _given_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71475);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2899);





/** The paths of pins that were asked for by hand. What one of the installables is to be, and could not be evaluated, has none. */
function resolvePins(requests, asked, workspace) {
    const pins = [];
    const notes = [];
    for (const { name, path } of requests) {
        const evaluated = asked.evaluated.find(({ installable }) => installable === path);
        const outputs = evaluated?.outputs ?? [];
        const output = outputs.find((output) => output.name === 'out') ?? outputs[0];
        if (output !== undefined)
            pins.push({ name, storePath: output.path, isByHand: true });
        else if (asked.installables.includes(path))
            notes.push(stays(name, path));
        else
            pins.push({ name, storePath: pinnedPath(name, path, workspace), isByHand: true });
    }
    return { pins, notes };
}
/** Throws STORE_PATH_INVALID, which says which pin it is. */
function pinnedPath(name, path, workspace) {
    try {
        return (0,_given_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .toStorePath */ .m)(path, workspace);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9))
            throw error;
        throw error.with({
            subject: `pin ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)}, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(path)}`,
            reason: `it is none of this run’s installables, and as a path: ${error.reason}`,
            hint: 'Give a store path, a link to one, or one of the lines of `flake-attribute` just as it is written there.'
        });
    }
}
/** By hand counts more, and what is unpinned is not pinned. */
function mergePins(wanted, unpinned = []) {
    const byName = new Map();
    for (const pin of wanted) {
        if (byName.get(pin.name)?.isByHand !== true)
            byName.set(pin.name, pin);
    }
    return [...byName.values()].filter(({ name }) => !unpinned.includes(name));
}
/**
 * Of the pins that were asked for, those whose path this run brings or the target holds. Throws PIN_UNKNOWN_PATH for one that was asked
 * for by hand and cannot be; when that is because its build failed, the build's error is enough.
 */
async function settlePins(ready, wanted) {
    const available = new Set([
        ...ready.packed.map(({ info }) => info.storePath),
        ...ready.toSign.map(({ storePath }) => storePath),
        ...ready.held
    ]);
    const others = wanted.filter(({ storePath }) => !available.has(storePath));
    const texts = others.length === 0
        ? new Map()
        : await ready.before.readNarInfos(others.map(({ storePath }) => (0,_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStorePath */ .GV)(storePath).hash));
    const droppedPaths = new Map(ready.dropped.map((path) => [path.storePath, path]));
    const artifacts = pathsOf(ready);
    const settled = { pins: [], notes: [] };
    for (const { name, storePath, isByHand } of wanted) {
        const text = texts.get((0,_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStorePath */ .GV)(storePath).hash);
        const isHeld = text !== undefined && (0,_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .readNarInfo */ .Op)(text, storePath) !== null;
        if (available.has(storePath) || isHeld) {
            settled.pins.push({ name, storePath });
            continue;
        }
        const skipped = droppedPaths.get(storePath);
        const isFailed = skipped === undefined && ready.failures.length > 0 && artifacts.has(storePath);
        if (isFailed)
            settled.notes.push(stays(name, storePath));
        else if (isByHand)
            throw pinUnknownPath(name, storePath, skipped?.detail);
        else
            settled.notes.push(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)} is not pinned: ${storePath} is left out (${skipped?.detail ?? 'it was not built'}).`);
    }
    return settled;
}
/** For who commits: its job takes of another job only pins of what that was to build. Throws PIN_UNKNOWN_PATH. */
async function settlePackedPins(packed) {
    const { wantedPins } = packed;
    const artifacts = pathsOf(packed);
    for (const { name, storePath } of wantedPins) {
        if (artifacts.has(storePath))
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'PIN_UNKNOWN_PATH',
            subject: `pin ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)}`,
            reason: `${storePath} is none of what this job was asked for, and \`phase: pack\` pins nothing else`,
            terminal: {
                reason: `${storePath} is none of what was asked for, and \`phase: pack\` pins nothing else`
            }
        });
    }
    return settlePins(packed, wantedPins);
}
function pathsOf({ artifacts }) {
    return new Set(artifacts.map(({ storePath }) => storePath));
}
function pinUnknownPath(name, storePath, detail) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'PIN_UNKNOWN_PATH',
        subject: `pin ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)}`,
        reason: `the target does not hold ${storePath}, and this run ${detail === undefined ? 'does not publish it' : `leaves it out: ${detail}`}`
    });
}
function stays(name, path) {
    return `The pin ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)} stays as it was: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(path)} could not be built.`;
}


/***/ }),

/***/ 41255:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ releaseBorder),
/* harmony export */   y: () => (/* binding */ placeNars)
/* harmony export */ });
/* harmony import */ var pretty_bytes__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85901);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48992);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31264);



/** Bytes. In the source's own repository every clone brings what is in any branch's tree: that is text and what hardly weighs more. */
const largestBesideSource = 64 * 1024;
/**
 * Places each NAR that this run brings by its size: above `release-above` it becomes a release asset. `auto` keeps within what GitHub takes in an
 * hour, and sends the largest then. One listing when there is a NAR above the border, else no request. `isSource`: the target is the source's own
 * repository.
 */
async function placeNars({ inputs: { releaseAbove }, isSource }, target, packed) {
    const { releasedFiles, largestTreeFile } = target;
    const wished = releaseBorder({ releaseAbove }, isSource, target);
    const border = releasedFiles === null ? largestTreeFile : Math.min(wished, largestTreeFile);
    const files = (0,_compose_js__WEBPACK_IMPORTED_MODULE_1__/* .largeFilesOf */ .Yi)(packed);
    const place = (isBeside) => files.map((file) => (isBeside(file) ? { ...file, placement: 'release' } : file));
    const above = files.filter(({ size }) => size > border);
    if (releasedFiles === null) {
        const kept = files.filter(({ size }) => size > wished);
        const notes = target.isPrivate && kept.length > 0 ? [keptInTree(target, kept, isSource)] : [];
        return { files: place(({ size }) => size > border), room: null, notes };
    }
    if (above.length === 0)
        return { files, room: null, notes: [] };
    const room = await releasedFiles.roomFor(above);
    const sizes = above
        .filter(({ path }) => !room.there.has(path))
        .map(({ size }) => size)
        .sort((a, b) => b - a);
    const mayRaise = releaseAbove === null && isSource;
    const raised = mayRaise
        ? Math.min(Math.max(border, sizes[room.left] ?? 0), largestTreeFile)
        : border;
    const placed = place(({ path, size }) => size > raised || room.there.has(path));
    const notes = sizes.length <= room.left
        ? []
        : [mayRaise ? raisedNote(sizes, raised, room) : waitNote(sizes, room)];
    return { files: placed, room, notes };
}
/** Bytes above which a NAR is to be beside the tree. */
function releaseBorder({ releaseAbove }, isSource, { largestTreeFile }) {
    return releaseAbove ?? (isSource ? largestBesideSource : largestTreeFile);
}
function keptInTree({ name, branch, repositoryBytes }, kept, isSource) {
    const bytes = (0,pretty_bytes__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(kept.reduce((sum, { size }) => sum + size, 0));
    const all = repositoryBytes === null ? '' : ` (it has ${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(repositoryBytes)} so far)`;
    const cost = isSource
        ? `, and every clone of the source brings them${all}; a repository of the cache’s own, as \`target-repository\`, spares it that`
        : ', whatever `release-above` says';
    return `${name} is private, and Nix cannot read its release assets: the tree of ${branch} gets ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(kept.length, 'NAR')} of ${bytes}${cost}.`;
}
function raisedNote(sizes, raised, { left }) {
    const beside = sizes.filter((size) => size > raised);
    return `Of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(sizes.length, 'NAR')} over ${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(largestBesideSource, { binary: true })} the ${beside.length} over ${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(raised)} become release assets, and the others go into the tree: GitHub takes ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(left, 'more upload')} within this hour.`;
}
function waitNote(sizes, { left }) {
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(sizes.length, 'NAR')} are to become release assets, and GitHub takes ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(left, 'more upload')} within this hour: it will tell the run to wait. Run it again then, which sends no file twice; or give a larger \`release-above\`.`;
}


/***/ }),

/***/ 40297:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   HP: () => (/* binding */ writePlanLine),
/* harmony export */   ux: () => (/* binding */ planWrites)
/* harmony export */ });
/* harmony import */ var pretty_bytes__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85901);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_file_size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28828);
/* harmony import */ var _repository_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3546);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48992);





/** `deleted`: so many files that go, which are entries, too. */
function textsOf(files, deleted = 0) {
    const lengths = [...files].map(([, { length }]) => length);
    return {
        count: lengths.length + deleted,
        longest: Math.max(0, ...lengths),
        bytes: lengths.reduce((sum, length) => sum + length, 0)
    };
}
const pushHint = 'Leave `route` out: a NAR of this size is then pushed by git.';
/**
 * Chooses the route and counts what it takes. `texts`: narinfos, catalogue, README, which ride in the tree calls. Throws
 * `room`: for the release assets; null: nothing is known of it. Throws
 * NAR_TOO_LARGE when the API is asked for and cannot carry a NAR, PUSH_TOO_LARGE when a push cannot carry all of them.
 */
function planWrites(files, texts, target, asked, room = null, limits = _repository_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultLimits */ .M) {
    const inTree = files.filter(({ placement }) => placement === 'tree');
    const beside = files.filter(({ placement }) => placement === 'release');
    const uploads = beside.filter(({ path }) => room?.there.has(path) !== true).length;
    const sizes = {
        uploads,
        // The first minute's are sent at once.
        uploadMinutes: Math.floor(uploads / limits.writesPerMinute),
        blobs: inTree.length,
        blobBytes: total(inTree),
        assets: beside.length,
        assetBytes: total(beside)
    };
    const trees = Math.max(Math.ceil((inTree.length + texts.count) / limits.treeEntries), Math.ceil(texts.bytes / limits.treeBody));
    const longTexts = texts.longest > limits.longestTreeText ? 1 : 0;
    const commitAndRef = 2;
    const apiWrites = inTree.length + longTexts + trees + commitAndRef;
    const largest = inTree.reduce((largest, file) => (file.size > (largest?.size ?? -1) ? file : largest), null);
    const obstacle = apiObstacle(largest, apiWrites, uploads, limits);
    const chosen = chooseRoute(target, asked, obstacle);
    const { route, reason } = chosen;
    if (route === 'api') {
        if (largest !== null)
            (0,_repository_file_size_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseForApi */ .EZ)(largest, limits, pushHint);
        return { ...sizes, route, reason, writes: apiWrites };
    }
    // Another host has limits of its own, which it tells when it refuses.
    if (target.routes.includes('api') && sizes.blobBytes > limits.largestPush) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'PUSH_TOO_LARGE',
            subject: target.name,
            reason: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(sizes.blobs, 'NAR')} of ${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(sizes.blobBytes)} would have to be pushed, as ${obstacle ?? 'asked for'}, and GitHub takes ${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(limits.largestPush)} in one push`
        });
    }
    return { ...sizes, route, reason, writes: 1 };
}
/** `route: push; 3 NARs (1.2 MB) in one pack: …` */
function writePlanLine(plan) {
    const { route, reason, blobs, blobBytes, assets, assetBytes, uploads, uploadMinutes, writes } = plan;
    const nars = `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(blobs, 'NAR')} (${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(blobBytes)})`;
    const how = route === 'api' ? `${nars}, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(writes, 'request')} that write` : `${nars} in one pack`;
    const told = [
        (0,pretty_bytes__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(assetBytes),
        ...(uploads < assets ? [`${assets - uploads} of them there already`] : []),
        ...(uploadMinutes > 0
            ? [
                `some ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(uploadMinutes, 'minute')}, as GitHub takes ${_repository_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultLimits */ .M.writesPerMinute} a minute`
            ]
            : [])
    ];
    const beside = assets === 0 ? '' : `, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(assets, 'release asset')} (${told.join('; ')})`;
    return `route: ${route}; ${how}${beside}: ${reason}`;
}
function chooseRoute({ routes }, asked, obstacle) {
    if (asked !== 'auto')
        return { route: asked, reason: `as \`route: ${asked}\` says` };
    if (!routes.includes('api'))
        return { route: 'push', reason: 'the target is not on this GitHub' };
    if (obstacle === null)
        return { route: 'api', reason: 'all of it is within the API’s limits' };
    if (!routes.includes('push'))
        return { route: 'api', reason: 'there is no other' };
    return { route: 'push', reason: obstacle };
}
/** Why the API cannot carry this; null: it can. */
function apiObstacle(largest, writes, uploads, limits) {
    if (largest !== null && largest.size > limits.largestBlob) {
        return `${largest.path} has ${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(largest.size, { binary: true })}, and the API takes files up to ${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(limits.largestBlob, { binary: true })}`;
    }
    const beside = uploads === 0 ? '' : ` beside ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(uploads, 'upload')}`;
    return writes + uploads > limits.writesPerHour
        ? `the API would need ${writes} requests that write${beside}, and GitHub allows ${limits.writesPerHour} an hour`
        : null;
}
function total(files) {
    return files.reduce((sum, { size }) => sum + size, 0);
}


/***/ }),

/***/ 53932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ provenanceOf),
/* harmony export */   Z: () => (/* binding */ provenanceFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _catalogue_byte_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18154);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _provenance_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82984);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48992);





/**
 * Leaves the subjects of what would be published where that is asked, and gives the bundle, which names each of them by its NarHash. null:
 * none is asked, or nothing is published, so that there need be none. Who signed it is for readers to verify, by the keys that they
 * trust. Throws PROVENANCE_TOO_MANY, PROVENANCE_INVALID, PROVENANCE_MISMATCH.
 */
async function provenanceOf({ inputs, log }, packed) {
    const { bundle, subjects } = inputs.provenance;
    const digests = packed
        .map(({ info }) => [info.storePath, (0,_provenance_files_js__WEBPACK_IMPORTED_MODULE_2__/* .narDigest */ .OF)(info)])
        .sort(([a], [b]) => (0,_catalogue_byte_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareBytes */ .X)(a, b));
    if (subjects !== null) {
        if (digests.length > _provenance_files_js__WEBPACK_IMPORTED_MODULE_2__/* .mostSubjects */ .Lm)
            throw tooMany(digests.length);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(subjects, digests.map(([path, digest]) => `${digest}  ${path}\n`).join(''));
        log.info(`${subjects}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(digests.length, 'subject')}`);
    }
    if (bundle === null || digests.length === 0)
        return null;
    const content = readBundleFile(bundle);
    // Sigstore's library is only for who has a bundle.
    const { readBundle } = await Promise.all(/* import() */[__webpack_require__.e(1040), __webpack_require__.e(9207)]).then(__webpack_require__.bind(__webpack_require__, 29207));
    const attested = readBundle(content, (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(bundle)).subjects;
    const others = digests.filter(([path, digest]) => attested.get(path) !== digest);
    if (others.length > 0)
        throw mismatch(bundle, others, attested);
    log.info(`${bundle} attests ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(digests.length, 'path')}`);
    return content;
}
/** The bundle, once, and beside each narinfo what names it. */
function provenanceFiles(bundle, narInfos) {
    if (bundle === null || narInfos.length === 0)
        return new Map();
    const path = (0,_provenance_files_js__WEBPACK_IMPORTED_MODULE_2__/* .bundlePath */ .EU)(bundle);
    const pointer = (0,_provenance_files_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPointer */ .$2)(path);
    return new Map([
        [path, bundle],
        ...narInfos.map(({ storePath }) => [(0,_provenance_files_js__WEBPACK_IMPORTED_MODULE_2__/* .pointerPath */ .hw)(storePath), pointer])
    ]);
}
function readBundleFile(file) {
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file);
        if (size > _provenance_files_js__WEBPACK_IMPORTED_MODULE_2__/* .largestBundle */ .bS)
            throw new RangeError(`it has ${size} bytes`);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file);
    }
    catch (cause) {
        const isMissing = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(cause) === 'ENOENT';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'PROVENANCE_INVALID',
            subject: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(file),
            reason: isMissing
                ? 'it is not there, and there is something to publish'
                : `it cannot be read (${cause instanceof Error ? cause.message : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(cause)})`,
            cause
        });
    }
}
function mismatch(bundle, others, attested) {
    const named = others.map(([path]) => attested.has(path) ? `${path} (with another NAR)` : `${path} (not named)`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'PROVENANCE_MISMATCH',
        subject: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(bundle),
        reason: `it does not attest ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(others.length, 'path')} that would be published: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortList */ .pg)(named, 10)}`
    });
}
function tooMany(subjects) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'PROVENANCE_TOO_MANY',
        subject: 'input provenance-subjects',
        reason: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(subjects, 'path')} would be published, and GitHub attests ${_provenance_files_js__WEBPACK_IMPORTED_MODULE_2__/* .mostSubjects */ .Lm} at once`
    });
}


/***/ }),

/***/ 61379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ skipReasons)
/* harmony export */ });
const skipReasons = ['held', 'upstream', 'excluded', 'handed'];


/***/ }),

/***/ 88842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mayWrite),
/* harmony export */   JW: () => (/* binding */ isOnlyPinned),
/* harmony export */   P1: () => (/* binding */ isOnlyBuilt),
/* harmony export */   SK: () => (/* binding */ isRehearsal)
/* harmony export */ });
/* harmony import */ var _pull_request_events_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63328);

/** A dry run writes nothing; neither does a fork's pull request, whose token is read-only, nor one that is only to be built. */
function mayWrite(run) {
    return !run.inputs.dryRun && !run.environment.isForkPullRequest && !isOnlyBuilt(run);
}
/** `on-pull-request: build`, also where the event's file does not say which pull request it is. */
function isOnlyBuilt({ inputs, environment }) {
    return (0,_pull_request_events_js__WEBPACK_IMPORTED_MODULE_0__/* .isPullRequestEvent */ .T5)(environment.eventName) && inputs.onPullRequest === 'build';
}
/** A dry run whose subjects are to be attested: it has no key by design, as another run publishes. */
function isRehearsal({ inputs }) {
    return inputs.dryRun && inputs.provenance.subjects !== null;
}
/** `on-pull-request: pin`: what it brings gets pins of the pull request, and no place in the index. */
function isOnlyPinned({ inputs, environment }) {
    return environment.pullRequest !== null && inputs.onPullRequest === 'pin';
}


/***/ }),

/***/ 14778:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ originOf),
  u: () => (/* binding */ sourcesOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
;// CONCATENATED MODULE: ./src/nix/flake-source.ts




const metadata = schemas/* object */.Ikc({
    // Left out for a tree with changes in it, a lock file that Nix wrote among them.
    revision: schemas/* string */.YjP().optional(),
    resolved: schemas/* object */.Ikc({
        type: schemas/* string */.YjP(),
        url: schemas/* string */.YjP().optional(),
        path: schemas/* string */.YjP().optional()
    })
});
/** Asks about a flake's reference, as it is now. null: it is not on this machine, or Nix does not say. */
async function askFlakeSource(nix, reference) {
    // What was evaluated has its lock file by now.
    const args = ['flake', 'metadata', '--json', '--no-write-lock-file', '--', reference];
    const { status, stdout } = await (0,run/* runNix */.dI)(nix, { program: 'nix', args });
    const read = status === 0 ? metadata.safeParse((0,src_text/* parseJson */.qF)(stdout)) : null;
    if (read?.success !== true)
        return null;
    const { revision = null, resolved } = read.data;
    // Nix 2.8 leaves it as it was given.
    if (resolved.type === 'path')
        return { kind: 'folder', folder: (0,external_node_path_.resolve)(nix.cwd, resolved.path ?? '') };
    const url = resolved.type === 'git' && URL.canParse(resolved.url ?? '') ? resolved.url : undefined;
    if (url?.startsWith('file:') !== true)
        return null;
    return { kind: 'git', folder: decodeURIComponent(new URL(url).pathname), revision };
}

// EXTERNAL MODULE: ./src/nix/installable.ts
var nix_installable = __webpack_require__(92532);
// EXTERNAL MODULE: ./src/process/ask.ts
var ask = __webpack_require__(73368);
// EXTERNAL MODULE: ./src/repository/address.ts
var repository_address = __webpack_require__(56540);
// EXTERNAL MODULE: ./src/repository/git/environment.ts
var environment = __webpack_require__(66714);
;// CONCATENATED MODULE: ./src/publish/source.ts








/** What the index says of where an artifact comes from. A path that was given as such is taken for what the job built of its commit. */
function originOf({ origin }, environment) {
    const { repository, revision, runUrl } = environment;
    const source = repository === null || revision === null ? null : { repository, revision };
    return origin ?? { source, runUrl };
}
/**
 * The commits that installables were evaluated from, asked once for each flake after that was evaluated: the evaluation may have written a
 * lock file. null: not known to be a commit of the workflow's repository (a tree with changes, another repository, another flake, whose
 * revision the workflow does not say).
 */
async function sourcesOf(nix, installables, workflow) {
    const byFlake = Map.groupBy(installables, flakeOf);
    const sources = await Promise.all([...byFlake].map(async ([flake, of]) => {
        const source = isLocal(flake) ? await sourceOf(nix, flake, workflow) : null;
        return of.map((installable) => [installable, source]);
    }));
    return new Map(sources.flat());
}
function flakeOf(installable) {
    const [flake = ''] = (0,nix_installable/* parseInstallable */.d)(installable).reference.split('#');
    return flake === '' ? '.' : flake;
}
/** On this machine: `.`, `./dir`, `/dir`, `.?dir=x`, `path:…`, `git+file:…`. */
function isLocal(flake) {
    return /^(?:\.{0,2}(?:$|[/?])|path:|git\+file:)/.test(flake);
}
async function sourceOf(nix, flake, { repository, revision, ...workflow }) {
    if (repository === null || revision === null)
        return null;
    const found = await askFlakeSource(nix, flake);
    if (found === null)
        return null;
    const root = found.kind === 'git' ? found.folder : workTreeOf(found.folder);
    // A checkout without Git: the runner fetched the commit as an archive.
    if (root === null)
        return { repository, revision };
    const git = (...args) => (0,ask/* askProgram */.a)({ program: 'git', args }, { cwd: root, env: (0,environment/* workTreeEnvironment */.R4)(nix.env), log: nix.log });
    const evaluated = found.kind === 'git' ? found.revision : await unchangedHead(git);
    if (evaluated === null || evaluated === revision)
        return evaluated === null ? null : { repository, revision };
    // Another commit: of the same repository, or of one that was checked out beside it.
    const url = (await git('config', '--get', 'remote.origin.url'))?.trim() ?? '';
    const address = (0,errors/* attempt */.CD)(() => (0,repository_address/* parseTargetAddress */.B)(url, { ...workflow, repository: null }), null);
    const isOwn = address?.kind === 'github' &&
        `${address.owner}/${address.repo}`.toLowerCase() === repository.toLowerCase();
    return isOwn ? { repository, revision: evaluated } : null;
}
/** The innermost folder above that has a `.git`. */
function workTreeOf(folder) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')))
        return folder;
    return (0,external_node_path_.dirname)(folder) === folder ? null : workTreeOf((0,external_node_path_.dirname)(folder));
}
/** `path:` takes a folder with all in it, whatever Git knows of that; null: it is not as committed. */
async function unchangedHead(git) {
    const changes = await git('status', '--porcelain', '--ignored', '--untracked-files=all');
    return changes === '' ? ((await git('rev-parse', 'HEAD'))?.trim() ?? null) : null;
}


/***/ }),

/***/ 2899:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D0: () => (/* binding */ isHeldBy),
/* harmony export */   Op: () => (/* binding */ readNarInfo),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   ws: () => (/* binding */ refuseUnreadable)
/* harmony export */ });
/* harmony import */ var _binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99711);
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40996);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8144);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48992);





/** `text`: the narinfo as the target has it; undefined when it has none. */
function standingOf(text, info, terms) {
    const narInfo = text === undefined ? null : readNarInfo(text, info.storePath);
    if (narInfo === null)
        return { kind: 'missing' };
    if (isHeldBy(narInfo, terms))
        return { kind: 'held', narInfo };
    if (terms.isSignedLater)
        return { kind: 'missing' };
    // A run that signs nothing leaves it; that its readers cannot read it is told where it would publish.
    if (terms.own.length === 0)
        return { kind: 'held', narInfo };
    if ((0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(narInfo) === (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(info))
        return { kind: 'unsigned', narInfo };
    // Not reproducible, and somebody's readers have the other build: it stays.
    if ((0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .isSignedByAny */ .mT)(terms.told, narInfo))
        return { kind: 'held', narInfo };
    // Without any signature it had no careful readers.
    return narInfo.signatures.length > 0 ? { kind: 'unreadable', narInfo } : { kind: 'missing' };
}
/** Whether the signatures that it has are all that this run asks for. */
function isHeldBy(narInfo, { own, told }) {
    if (own.length > 0)
        return isSignedByAll(narInfo, own);
    return told.length === 0 || (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .isSignedByAny */ .mT)(told, narInfo);
}
/** The narinfo of a store path, or null when the file's content is not that: the next publish writes over it. */
function readNarInfo(text, storePath) {
    try {
        const narInfo = (0,_binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_0__/* .parseNarInfo */ .Ne)(text, `${(0,_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .parseStorePath */ .GV)(storePath).hash}.narinfo`);
        return narInfo.storePath === storePath ? narInfo : null;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9 && error.code === 'NARINFO_INVALID')
            return null;
        throw error;
    }
}
function isSignedByAll(narInfo, keys) {
    return keys.every((key) => (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .isSignedByAny */ .mT)([(0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyText */ .gt)(key)], narInfo));
}
/** Throws HELD_UNREADABLE when one is so. */
function refuseUnreadable(standings) {
    const narInfos = standings.flatMap((one) => (one.kind === 'unreadable' ? [one.narInfo] : []));
    const [first] = narInfos;
    if (first === undefined)
        return;
    const names = (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shortList */ .pg)([...new Set(first.signatures.map((text) => (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)((0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .keyName */ .xT)(text))))], 5);
    const others = narInfos.length - 1;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({
        code: 'HELD_UNREADABLE',
        subject: first.storePath,
        reason: `the target holds another build of it, signed by ${names}, and readers are told of no key that signed it${others > 0 ? `; so it is with ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(others, 'other path')}` : ''}`
    });
}


/***/ }),

/***/ 86729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ siteWarnings),
/* harmony export */   h: () => (/* binding */ mayBeLargeSite)
/* harmony export */ });
/* harmony import */ var pretty_bytes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85901);

/** Bytes. "Published GitHub Pages sites may be no larger than 1 GB"; a larger one is not deployed, and its readers stay with an older state. */
const largestSite = 1_000_000_000;
/** A sentence when a branch comes near the size of the largest site that GitHub Pages serves. `treeBytes`: of its files. Pure. */
function siteWarnings(treeBytes) {
    if (treeBytes <= 0.8 * largestSite)
        return [];
    const then = treeBytes > largestSite ? ': of this branch it would go on serving an older state' : '';
    return [
        `The branch’s files have ${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(treeBytes)}, and GitHub Pages serves sites of up to 1 GB${then}. A smaller \`release-above\` keeps further NARs out of the branch, \`mode: prune\` with \`move-large: true\` takes out those that are there, and fewer generations or days make it smaller.`
    ];
}
/** Whether a branch of a repository of so many bytes (null: not known) may come near that; NARs that are not compressed weigh less there. */
function mayBeLargeSite(repositoryBytes) {
    return repositoryBytes !== null && repositoryBytes > 0.2 * largestSite;
}


/***/ }),

/***/ 85901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ prettyBytes)
/* harmony export */ });
const BYTE_UNITS = [
	'B',
	'kB',
	'MB',
	'GB',
	'TB',
	'PB',
	'EB',
	'ZB',
	'YB',
];

const BIBYTE_UNITS = [
	'B',
	'KiB',
	'MiB',
	'GiB',
	'TiB',
	'PiB',
	'EiB',
	'ZiB',
	'YiB',
];

const BIT_UNITS = [
	'b',
	'kbit',
	'Mbit',
	'Gbit',
	'Tbit',
	'Pbit',
	'Ebit',
	'Zbit',
	'Ybit',
];

const BIBIT_UNITS = [
	'b',
	'kibit',
	'Mibit',
	'Gibit',
	'Tibit',
	'Pibit',
	'Eibit',
	'Zibit',
	'Yibit',
];

// Indexed by `bits` and then `binary`, so the four unit systems are picked in one step.
const UNIT_SETS = [BYTE_UNITS, BIBYTE_UNITS, BIT_UNITS, BIBIT_UNITS];

/*
`Number#toString` switches to exponential notation outside the range [1e-6, 1e21) and `Intl.NumberFormat` drops every fraction digit past the 100 it accepts.
Byte counts read as plain decimal numbers, so both losses are undone here. Expects a finite, non-negative number.
*/
const toDecimalString = number => {
	if (number >= 1e-6 && number < 1e21) {
		return String(number);
	}

	const [mantissa, exponentString] = number.toExponential().split('e');
	const digits = mantissa.replace('.', '');
	const pointPosition = Number(exponentString) + 1;
	const isPositive = pointPosition > 0;
	const padded = isPositive ? digits.padEnd(pointPosition, '0') : '0'.repeat(1 - pointPosition) + digits;
	const integerPart = padded.slice(0, isPositive ? pointPosition : 1);
	const fractionPart = padded.slice(isPositive ? pointPosition : 1).replace(/0+$/, '');

	return fractionPart ? `${integerPart}.${fractionPart}` : integerPart;
};

/*
Formats the given number using `Number#toLocaleString`.
- If locale is a string or array, the value is expected to be a BCP 47 language tag or list of language tags (for example: `de`).
- If locale is true, the system default locale is used for translation.
- If locale is false or unspecified, formatting options are applied without localization; without options, the number is written out as plain digits.
*/
const toLocaleString = (number, locale, options) => {
	if (typeof locale === 'string' || Array.isArray(locale) || locale === true) {
		const locales = locale === true ? undefined : locale;

		if (options !== undefined) {
			return number.toLocaleString(locales, options);
		}

		// `Intl.NumberFormat` limits itself to 3 *fraction* digits while the default here is 3 *significant* digits, so the limit comes from the value.
		const text = toDecimalString(number);
		const pointIndex = text.indexOf('.');
		const maximumFractionDigits = pointIndex === -1 ? 0 : text.length - pointIndex - 1;

		// `Intl.NumberFormat` accepts at most 100 fraction digits. Rounding to 3 significant digits only needs more than that for absurdly small values, which are written out as plain digits instead.
		if (maximumFractionDigits > 100) {
			return text;
		}

		return number.toLocaleString(locales, {maximumFractionDigits});
	}

	if (options === undefined) {
		return toDecimalString(number);
	}

	return number.toLocaleString('en-US', {...options, useGrouping: false});
};

const log10 = numberOrBigInt => {
	if (typeof numberOrBigInt === 'number') {
		return Math.log10(numberOrBigInt);
	}

	const string = numberOrBigInt.toString(10);

	// A `number` only holds about 15 significant digits, so the remaining digits cannot move the magnitude. The result can still land exactly on a unit boundary, which the caller corrects for.
	return string.length + Math.log10(`0.${string.slice(0, 15)}`);
};

const log = numberOrBigInt => {
	if (typeof numberOrBigInt === 'number') {
		return Math.log(numberOrBigInt);
	}

	return log10(numberOrBigInt) * Math.log(10);
};

/*
A `bigint` that a `number` can hold exactly is divided the same way, so the output never depends on which type it was given as.
`floor(a / b) + (a % b) / b` is a different double than `a / b`, which flips the rounding at ties like 1805 bytes.
*/
const divide = (numberOrBigInt, base, exponent) => {
	const divisor = base ** exponent;

	if (typeof numberOrBigInt === 'number' || numberOrBigInt <= Number.MAX_SAFE_INTEGER) {
		return Number(numberOrBigInt) / divisor;
	}

	// `divisor` is not exact for every unit, as `1000 ** 8` is not `1e24`, so the exact divisor is rebuilt from the base and the exponent.
	const bigintDivisor = BigInt(base) ** BigInt(exponent);
	const integerPart = numberOrBigInt / bigintDivisor;
	const remainder = numberOrBigInt % bigintDivisor;

	return Number(integerPart) + (Number(remainder) / divisor);
};

/*
The plain decimal digits of a scaled value that no `number` can hold. `Intl.NumberFormat` is not involved, so the output carries no grouping or localized separator, the same as the fallback for a value with more fraction digits than it accepts.
*/
const toUnrepresentableString = (number, base, exponent, localeOptions) => {
	const scale = BigInt(base) ** BigInt(exponent);
	const whole = number / scale;

	// The 3 significant digit default never bites here: it only ever rounds to at least as many digits as the value has integers, and this one has far more than 3.
	if (localeOptions === undefined) {
		return whole.toString();
	}

	// The fraction digit options take over from that default, so the integer part stays exact and the fraction is truncated.
	const minimumFractionDigits = localeOptions.minimumFractionDigits ?? 0;
	const maximumFractionDigits = Math.max(localeOptions.maximumFractionDigits ?? 3, minimumFractionDigits);
	const truncated = ((number % scale) * (10n ** BigInt(maximumFractionDigits)) / scale).toString().padStart(maximumFractionDigits, '0');
	const fraction = truncated.replace(/0+$/, '').padEnd(minimumFractionDigits, '0');

	return fraction ? `${whole}.${fraction}` : whole.toString();
};

/*
The sign to print in front of the number. A difference of exactly zero gets a space instead of a plus sign, for better alignment. `0 === 0n` is `false`, so both are compared.
*/
const signOf = (number, signed) => {
	if (number < 0) {
		return '-';
	}

	if (!signed) {
		return '';
	}

	return number === 0 || number === 0n ? ' ' : '+';
};

const assertFixedWidth = fixedWidth => {
	if (fixedWidth !== undefined && (typeof fixedWidth !== 'number' || !Number.isSafeInteger(fixedWidth) || fixedWidth < 0)) {
		throw new TypeError(`Expected fixedWidth to be a non-negative integer, got ${typeof fixedWidth}: ${fixedWidth}`);
	}
};

/*
`Intl.NumberFormat` silently truncates non-integers, so they are rejected here instead of quietly changing the output.
*/
const assertFractionDigits = (name, value) => {
	if (value !== undefined && (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 100)) {
		throw new TypeError(`Expected ${name} to be an integer between 0 and 100, got ${typeof value}: ${value}`);
	}
};

const buildLocaleOptions = options => {
	const {minimumFractionDigits, maximumFractionDigits} = options;

	if (minimumFractionDigits === undefined && maximumFractionDigits === undefined) {
		return undefined;
	}

	assertFractionDigits('minimumFractionDigits', minimumFractionDigits);
	assertFractionDigits('maximumFractionDigits', maximumFractionDigits);

	// Checked here rather than left to `Intl.NumberFormat`, which is skipped for a value past the number range.
	if (minimumFractionDigits > maximumFractionDigits) {
		throw new RangeError(`Expected minimumFractionDigits (${minimumFractionDigits}) to not be greater than maximumFractionDigits (${maximumFractionDigits})`);
	}

	return {
		...(minimumFractionDigits !== undefined && {minimumFractionDigits}),
		...(maximumFractionDigits !== undefined && {maximumFractionDigits}),
		roundingMode: 'trunc',
	};
};

function prettyBytes(number, options) {
	if (typeof number !== 'bigint' && !Number.isFinite(number)) {
		throw new TypeError(`Expected a finite number, got ${typeof number}: ${number}`);
	}

	options = {
		bits: false,
		binary: false,
		space: true,
		nonBreakingSpace: false,
		...options,
	};

	assertFixedWidth(options.fixedWidth);
	const localeOptions = buildLocaleOptions(options);

	// Indexed by `bits` then `binary`, so the four combinations line up in one table.
	const UNITS = UNIT_SETS[(options.bits ? 2 : 0) + (options.binary ? 1 : 0)];

	const separator = options.space ? (options.nonBreakingSpace ? '\u00A0' : ' ') : '';

	// Normalize `-0` to `0` so it never formats as `-0`.
	if (Object.is(number, -0)) {
		number = 0;
	}

	const prefix = signOf(number, options.signed);

	if (number < 0) {
		number = -number;
	}

	const base = options.binary ? 1024 : 1000;

	let exponent = 0;
	if (number >= 1) {
		exponent = Math.min(Math.floor(options.binary ? log(number) / Math.log(base) : log10(number) / 3), UNITS.length - 1);
	}

	// A `number` always scales down to something a `number` can hold, and a `bigint` stops being able to once the quotient passes `Number.MAX_VALUE`, where `divide` overflows to `Infinity` and the exact quotient is formatted instead.
	const scaled = divide(number, base, exponent);

	let numberString;
	if (Number.isFinite(scaled)) {
		number = scaled;

		// A value that sits just below a unit boundary, like `999999999999999` bytes, has a `log10` that rounds up to the boundary itself, so the exponent has to be corrected back.
		if (number < 1 && exponent > 0) {
			number *= base;
			exponent -= 1;
		}

		if (!localeOptions) {
			const minimumPrecision = Math.max(3, Math.floor(number).toString().length);
			number = Number(number.toPrecision(minimumPrecision));

			if (number >= base && exponent < UNITS.length - 1) {
				number /= base;
				exponent += 1;
			}
		}

		numberString = toLocaleString(number, options.locale, localeOptions);
	} else {
		// The scaled value is past what a `number` can hold, so the exact quotient is written out instead.
		numberString = toUnrepresentableString(number, base, exponent, localeOptions);
	}

	const result = prefix + numberString + separator + UNITS[exponent];
	return result.padStart(options.fixedWidth ?? 0);
}


/***/ })

};
