export const id = 8582;
export const ids = [8582];
export const modules = {

/***/ 99110:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lz: () => (/* binding */ derivationOfLog),
/* harmony export */   Q2: () => (/* binding */ logPath),
/* harmony export */   hI: () => (/* binding */ logFolder),
/* harmony export */   hu: () => (/* binding */ strayLogs)
/* harmony export */ });
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8144);

/** Where `nix log` looks for a derivation's log: below the cache's address, by the base name of its `.drv`. */
const logFolder = 'log/';
/** `deriver`: a base name, as narinfos have it. */
function logPath(deriver) {
    return logFolder + deriver;
}
/** The base name of the `.drv` that such a file is the log of; null: it is another file. */
function derivationOfLog(path) {
    const name = path.slice(logFolder.length);
    const isLog = path.startsWith(logFolder) && name.endsWith('.drv') && (0,_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .isStorePath */ .zP)(`${_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .storeDirectory */ .he}/${name}`);
    return isLog ? name : null;
}
/** Of files, the logs that none of the narinfos has a derivation of: nobody asks for them. */
function strayLogs(paths, narInfos) {
    const derivers = new Set([...narInfos].map(({ deriver }) => deriver));
    return [...paths].filter((path) => {
        const deriver = derivationOfLog(path);
        return deriver !== null && !derivers.has(deriver);
    });
}


/***/ }),

/***/ 34686:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XY: () => (/* binding */ isBadgePath),
/* harmony export */   ae: () => (/* binding */ cacheBadge),
/* harmony export */   dd: () => (/* binding */ artifactBadgeStem),
/* harmony export */   hg: () => (/* binding */ cacheBadgeStem),
/* harmony export */   "in": () => (/* binding */ artifactBadge),
/* harmony export */   uy: () => (/* binding */ badgeFolder)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _newest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4211);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83005);
/* harmony import */ var _version_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83296);





/** Where the cache's own badge lies in the target, without the ending. */
const cacheBadgeStem = 'badge';
/** Those of artifacts lie in this folder. */
const badgeFolder = 'badge';
const label = 'Nix cache';
/** characters */
const longest = { name: 60, version: 40, system: 30 };
/** Those that a flake is written for as a rule; more would be wider than a page. */
const mostSystems = 4;
/** A file system takes 255 bytes. */
const longestFileName = 200;
/**
 * Where an artifact's badge lies, without the ending; null: its name is no file's name that every system, server and address takes as it
 * stands, so that it has none.
 */
function artifactBadgeStem(name) {
    const isPlain = /^[A-Za-z0-9_][A-Za-z0-9+._-]*$/.test(name) && name.length <= longestFileName;
    return isPlain && !device.test(name) ? `${badgeFolder}/${name}` : null;
}
// Windows has no files of these names, and a clone there would end with an error.
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Whether we could have made it; what else lies in the folder is nobody's business. */
function isBadgePath(path) {
    const [, stem = ''] = /^(.+)\.(?:svg|json)$/.exec(path) ?? [];
    const name = stem.startsWith(`${badgeFolder}/`) ? stem.slice(badgeFolder.length + 1) : null;
    return name === null ? stem === cacheBadgeStem : artifactBadgeStem(name) !== null;
}
/**
 * What the cache as a whole has. Of one artifact: its newest version, and for which systems; of many: how many, and for which systems
 * those are that are shown. Follows from what the README's block shows.
 */
function cacheBadge({ newest, artifacts }) {
    const [first] = newest;
    if (first === undefined)
        return { label, message: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(artifacts, 'artifact') };
    const isOne = newest.length < _newest_js__WEBPACK_IMPORTED_MODULE_2__/* .mostShown */ .$Y && newest.every(({ name }) => name === first.name);
    if (isOne)
        return newestBadge(newest);
    return { label, message: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(artifacts, 'artifact')} | ${systemsOf(newest)}` };
}
/** What the cache has of one artifact. `rows`: all of that name. null: there is none. */
function artifactBadge(rows) {
    return rows.length === 0 ? null : newestBadge((0,_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .currentRows */ .hz)(rows));
}
/** `rows`: of one artifact, the current one of each system and output. Those of an older version do not count. */
function newestBadge(rows) {
    const [first, ...others] = rows;
    if (first === undefined)
        return { label, message: '' };
    // Equal versions may be spelled differently: of these the text that sorts last, whoever merged.
    const newest = others.reduce((best, row) => (compareRows(best, row) < 0 ? row : best), first);
    const name = short(newest.name, longest.name);
    const version = newest.version === null ? '' : ` ${short(newest.version, longest.version)}`;
    const ofIt = rows.filter((row) => compareByVersion(row, newest) === 0);
    return { label, message: `${name}${version} | ${systemsOf(ofIt)}` };
}
function compareRows(a, b) {
    const [left, right] = [a.version ?? '', b.version ?? ''];
    return compareByVersion(a, b) || Number(left > right) - Number(left < right);
}
/** None is older than any. */
function compareByVersion({ version: a }, { version: b }) {
    if (a === null || b === null)
        return Number(b === null) - Number(a === null);
    return (0,_version_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Z)(a, b);
}
function systemsOf(rows) {
    const systems = [...new Set(rows.map(({ system }) => short(system, longest.system)))].sort();
    const more = systems.length - mostSystems;
    const shown = systems.slice(0, mostSystems).join(', ');
    return more > 0 ? `${shown} and ${more} more` : shown;
}
/** What does not show is U+FFFD. XML has neither of the two that are no characters, however they are written. */
function short(text, most) {
    const line = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
    const characters = Array.from(line.slice(0, most * 2 + 2));
    return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}


/***/ }),

/***/ 26042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ changeBadges),
/* harmony export */   HL: () => (/* binding */ badgeNotes),
/* harmony export */   jP: () => (/* binding */ badgePathsOf)
/* harmony export */ });
/* harmony import */ var _repository_github_git_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27067);
/* harmony import */ var _badge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34686);
/* harmony import */ var _badge_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28937);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18154);




/**
 * Makes the badges of a state say what a change makes true. What is there is known by Git's name of it, and read only where that is neither
 * what it is to be nor what it was, all of them together. `beside`: other paths of the commit, about which the commit asks anyhow: asked for here, they spare it
 * the request.
 */
async function changeBadges(snapshot, { before, after, isWhole }, beside = []) {
    const wanted = await filesFor(after);
    const items = await itemsOf(snapshot, wanted, before, { isWhole, beside });
    const changed = { files: new Map(), deletedFiles: [], othersFiles: [] };
    const folder = items.get(_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .badgeFolder */ .uy);
    const isOthersFolder = folder !== undefined && folder.kind !== 'folder';
    if (isOthersFolder)
        changed.othersFiles.push(_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .badgeFolder */ .uy);
    const paths = [...new Set([...wanted.keys(), ...items.keys()])].filter((path) => (0,_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .isBadgePath */ .XY)(path) && !(isOthersFolder && path.includes('/')));
    const isAs = (path, content) => content !== undefined && (0,_repository_github_git_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .blobSha */ .w)(content) === items.get(path)?.object;
    const others = paths.filter((path) => items.has(path) && !isAs(path, wanted.get(path)));
    const was = others.length === 0 ? new Map() : await filesFor(before);
    const unknown = others.filter((path) => items.get(path)?.kind === 'file' && !isAs(path, was.get(path)));
    const read = unknown.length === 0 ? new Map() : await snapshot.readFiles(unknown);
    const isOwn = (path) => {
        const content = read.get(path);
        return isAs(path, was.get(path)) || (content !== undefined && (0,_badge_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isOwnBadge */ .gM)(path, content));
    };
    for (const path of paths) {
        const content = wanted.get(path);
        if (!items.has(path)) {
            if (content !== undefined)
                changed.files.set(path, content);
        }
        else if (isAs(path, content))
            continue;
        else if (isOwn(path)) {
            if (content === undefined)
                changed.deletedFiles.push(path);
            // A folder has no names of Git's: its files are all read.
            else if (read.get(path)?.equals(content) !== true)
                changed.files.set(path, content);
        }
        else if (content !== undefined)
            changed.othersFiles.push(path);
    }
    return {
        files: new Map([...changed.files].sort(([a], [b]) => (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_3__/* .compareBytes */ .X)(a, b))),
        deletedFiles: changed.deletedFiles.sort(),
        othersFiles: changed.othersFiles.sort()
    };
}
/** The files that say so. */
async function filesFor({ shown, artifacts }) {
    const files = new Map(shown === null ? [] : await (0,_badge_file_js__WEBPACK_IMPORTED_MODULE_2__/* .badgeFiles */ .fi)(_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheBadgeStem */ .hg, (0,_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheBadge */ .ae)(shown)));
    for (const [name, rows] of artifacts) {
        const stem = (0,_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactBadgeStem */ .dd)(name);
        const badge = (0,_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactBadge */ ["in"])(rows);
        if (stem === null || badge === null)
            continue;
        for (const [path, content] of await (0,_badge_file_js__WEBPACK_IMPORTED_MODULE_2__/* .badgeFiles */ .fi)(stem, badge))
            files.set(path, content);
    }
    return files;
}
/** Where the badges of artifacts lie. */
function badgePathsOf(names) {
    return [...new Set(names)].flatMap((name) => {
        const stem = (0,_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactBadgeStem */ .dd)(name);
        return stem === null ? [] : [`${stem}.json`, `${stem}.svg`];
    });
}
async function itemsOf(snapshot, wanted, before, { isWhole, beside }) {
    const gone = badgePathsOf([...before.artifacts.keys()]);
    const own = [`${_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheBadgeStem */ .hg}.json`, `${_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheBadgeStem */ .hg}.svg`, _badge_js__WEBPACK_IMPORTED_MODULE_1__/* .badgeFolder */ .uy];
    if (!isWhole) {
        // One path is enough to ask about all of its folder.
        const folders = new Map(beside.map((path) => [path.slice(0, path.lastIndexOf('/') + 1), path]));
        const paths = [...own, ...wanted.keys(), ...gone, ...folders.values()];
        return snapshot.itemsAt([...new Set(paths)]);
    }
    const root = await snapshot.itemsAt(own);
    if (root.get(_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .badgeFolder */ .uy)?.kind !== 'folder')
        return root;
    const inFolder = await snapshot.itemsIn(_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .badgeFolder */ .uy);
    return new Map([
        ...root,
        ...[...inFolder].map(([name, item]) => [`${_badge_js__WEBPACK_IMPORTED_MODULE_1__/* .badgeFolder */ .uy}/${name}`, item])
    ]);
}
/** Sentences about what is somebody's own. */
function badgeNotes({ othersFiles }) {
    return othersFiles.length === 0 ? [] : [othersNote(othersFiles)];
}
function othersNote(paths) {
    const [first = ''] = paths;
    const more = paths.length === 1 ? '' : ` (and ${paths.length - 1} more)`;
    return `${first}${more} of the branch is not of nar-publish and stays as it is: there is no badge in its place.`;
}


/***/ }),

/***/ 70167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ changeWhole)
/* harmony export */ });
/* harmony import */ var _pins_pin_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16099);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96620);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25741);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57325);
/* harmony import */ var _newest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4211);
/* harmony import */ var _newest_page_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38463);
/* harmony import */ var _pins_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68472);
/* harmony import */ var _shard_name_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(23137);
/* harmony import */ var _shards_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13756);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(70310);










/**
 * Makes the files of a state those of a catalogue. `before`: all that the state has of them; `all`: the pins that it has by then; `changes`:
 * those of the history since. Throws CATALOGUE_INVALID.
 */
function changeWhole(before, { rows, publicKeys }, all, changes = new Map()) {
    const shards = Map.groupBy(rows, ({ name }) => (0,_shards_js__WEBPACK_IMPORTED_MODULE_7__/* .shardOf */ .IS)(name));
    const groups = Map.groupBy(rows, ({ name }) => (0,_shard_name_js__WEBPACK_IMPORTED_MODULE_9__/* .groupOf */ .F8)((0,_shards_js__WEBPACK_IMPORTED_MODULE_7__/* .shardOf */ .IS)(name)));
    const pins = (0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_0__/* .shownPins */ .UW)(all);
    const pinned = (0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_0__/* .pinnedPaths */ .jx)(pins);
    const newest = (0,_newest_js__WEBPACK_IMPORTED_MODULE_4__/* .newestRows */ .mb)(rows, pinned);
    const pinsFile = (0,_pins_file_js__WEBPACK_IMPORTED_MODULE_6__/* .formatPins */ .K)(pins);
    const index = {
        publicKeys,
        shards: new Map([...shards].map(([shard, of]) => [shard, of.length])),
        fileSize: (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsOf */ .vA)(rows).fileSize,
        history: historyOf(before, rows, changes)
    };
    const files = new Map([
        [_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .cataloguePath */ .hO, (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .formatIndex */ .Qe)(index)],
        [_newest_js__WEBPACK_IMPORTED_MODULE_4__/* .newestPath */ .sB, (0,_newest_js__WEBPACK_IMPORTED_MODULE_4__/* .formatNewest */ .ED)(newest, pinned)],
        [_shard_name_js__WEBPACK_IMPORTED_MODULE_9__/* .newestPagePath */ .p5, (0,_newest_page_js__WEBPACK_IMPORTED_MODULE_5__/* .formatNewestPage */ .t)(newest)],
        ...(pinsFile === null ? [] : [[_shard_name_js__WEBPACK_IMPORTED_MODULE_9__/* .pinsPath */ .GR, pinsFile]]),
        ...[...shards].map(([shard, of]) => [(0,_shard_name_js__WEBPACK_IMPORTED_MODULE_9__/* .shardPath */ .A$)(shard), (0,_shards_js__WEBPACK_IMPORTED_MODULE_7__/* .formatShard */ ._D)(shard, of)]),
        ...[...groups].map(([group, of]) => [(0,_shard_name_js__WEBPACK_IMPORTED_MODULE_9__/* .namesPath */ .Kw)(group), (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNames */ .EI)((0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .namesOf */ .eZ)(of))])
    ]);
    for (const [path, content] of before) {
        // Says what is to become of somebody's own.
        if ((0,_shard_name_js__WEBPACK_IMPORTED_MODULE_9__/* .shardAt */ .KP)(path) !== null && files.has(path))
            (0,_shards_js__WEBPACK_IMPORTED_MODULE_7__/* .parseShard */ .uK)(content, path);
    }
    const shown = { newest, artifacts: rows.length, publicKeys };
    return {
        files: new Map([...files].filter(([path, content]) => before.get(path)?.equals(content) !== true)),
        deletedFiles: [...before]
            .filter(([path, content]) => !files.has(path) && isOurs(path, content))
            .map(([path]) => path),
        shown,
        badges: {
            before: badgedBefore(before),
            after: { shown, artifacts: Map.groupBy(rows, ({ name }) => name) },
            isWhole: true
        }
    };
}
function badgedBefore(files) {
    const rows = (0,_whole_js__WEBPACK_IMPORTED_MODULE_8__/* .presentCatalogue */ .fh)(files)?.rows ?? [];
    const newestFile = files.get(_newest_js__WEBPACK_IMPORTED_MODULE_4__/* .newestPath */ .sB);
    const newest = newestFile === undefined ? null : (0,_newest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseNewest */ .uV)(newestFile);
    return {
        shown: newest && { newest: newest.rows, artifacts: rows.length },
        artifacts: Map.groupBy(rows, ({ name }) => name)
    };
}
/** The one that there is goes on; where there is none it is made of the rows that there were, or are. */
function historyOf(before, rows, changes) {
    const known = (0,_whole_js__WEBPACK_IMPORTED_MODULE_8__/* .indexOf */ .qh)(before)?.history ?? [];
    const begun = known.length > 0 ? known : (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .historyOfRows */ .zk)((0,_whole_js__WEBPACK_IMPORTED_MODULE_8__/* .presentCatalogue */ .fh)(before)?.rows ?? []);
    const history = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .historyAfter */ .tR)(begun, changes);
    return history.length === 0 ? (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .historyOfRows */ .zk)(rows) : (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .endingWith */ ["in"])(history, (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsOf */ .vA)(rows));
}
/** Whether a file of a catalogue's name may go: one that we cannot have written stays. */
function isOurs(path, content) {
    if ((0,_shard_name_js__WEBPACK_IMPORTED_MODULE_9__/* .shardAt */ .KP)(path) !== null)
        return !(0,_shards_js__WEBPACK_IMPORTED_MODULE_7__/* .isOthersFile */ .Ke)(content);
    if ((0,_shard_name_js__WEBPACK_IMPORTED_MODULE_9__/* .groupAt */ .DL)(path) !== null)
        return (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .parseNames */ .Gw)(content) !== null;
    return path === _shard_name_js__WEBPACK_IMPORTED_MODULE_9__/* .pinsPath */ .GR ? (0,_pins_file_js__WEBPACK_IMPORTED_MODULE_6__/* .isPinsFile */ .T)(content) : (0,_whole_js__WEBPACK_IMPORTED_MODULE_8__/* .isCatalogueFile */ .OC)(path);
}


/***/ }),

/***/ 996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ keepingMirror),
/* harmony export */   q: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _told_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73073);

/** `pins` are added by who knows them. */
function describe(target) {
    const { name, branch, substituterUrl, servedBy, cloneUrl, readerCredentials } = target;
    return {
        substituterUrl,
        servedBy,
        // They are of GitHub's own host, and for no other.
        login: readerCredentials === null || servedBy !== 'raw'
            ? null
            : { host: readerCredentials.host, name: readerCredentials.login },
        cloneUrl,
        repository: name,
        branch,
        webUrl: (path) => target.webUrl(path)
    };
}
/** With the mirror that publishers have told readers of, for a run that is not told of it. */
function keepingMirror(description, readme) {
    const told = (0,_told_address_js__WEBPACK_IMPORTED_MODULE_0__/* .toldAddress */ .c$)(readme);
    return told?.servedBy === 'other'
        ? { ...description, substituterUrl: told.url, servedBy: told.servedBy, login: null }
        : description;
}


/***/ }),

/***/ 33539:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ stepsOf),
/* harmony export */   CI: () => (/* binding */ usage),
/* harmony export */   XD: () => (/* binding */ whereItIs),
/* harmony export */   ev: () => (/* binding */ lateness),
/* harmony export */   yf: () => (/* binding */ jobBlocks)
/* harmony export */ });
/* harmony import */ var _markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48007);
/* harmony import */ var _markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93941);
/* harmony import */ var _raw_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50372);
/* harmony import */ var _reader_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68812);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83005);
/* harmony import */ var _told_address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73073);






/** What the block says above its table, one block of Markdown each: where the cache is, and how each kind of reader makes it known to Nix. */
function usage({ newest: shown, publicKeys }, description) {
    const newest = (0,_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .newestRow */ .fv)(shown);
    const cache = (0,_reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readableCache */ .l_)(description, publicKeys, newest ?? null);
    return (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownBlocks */ .KR)([
        (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ name: description.repository }, ' is a cache for [Nix](https://nixos.org): what is listed below is downloaded instead of built.'),
        ...whereItIs(description, publicKeys),
        ...(newest === undefined
            ? [(0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing is published yet.')]
            : [
                (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The newest artifact, ', ...artifactName(newest), ' for ', { name: newest.system }, ', in one command (of root, or of a user who may choose caches):'),
                (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)('sh', _reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readerLines */ .Zw.command(cache)),
                (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('To have the cache asked whenever it may help:'),
                ...readers(cache, description),
                lateness(description)
            ])
    ]);
}
/** Its address and keys, and what its readers have to know before they use it. */
function whereItIs(description, publicKeys) {
    const { repository, branch, substituterUrl, cloneUrl } = description;
    return [
        addressList(description, publicKeys),
        ...(substituterUrl === null ? cloning(cloneUrl ?? repository, branch) : []),
        ...(publicKeys.length === 0 ? [(0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(unsignedNotice)] : []),
        ...privateNotice((0,_reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readableCache */ .l_)(description, publicKeys, null)),
        ...((0,_raw_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .isReadRaw */ .TH)(description) ? (0,_raw_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .rawNotice */ .RY)(description) : [])
    ];
}
function addressList({ substituterUrl, servedBy }, publicKeys) {
    return {
        is: 'list',
        items: [
            substituterUrl === null
                ? ['Substituter: a clone of this branch, as ', { code: _reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .cloneFolder */ .QM }]
                : [
                    'Substituter: ',
                    { code: (0,_markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_5__/* .plainUrl */ .k)(substituterUrl), longest: 2000, what: 'the address of the cache' }
                ],
            ...(servedBy === null || servedBy === 'other'
                ? []
                : [[`Served by: ${_told_address_js__WEBPACK_IMPORTED_MODULE_4__/* .serverNames */ .C1[servedBy]}`]]),
            ...(publicKeys.length === 0
                ? [['Public key: none, **this cache is not signed**']]
                : publicKeys.map((key) => [
                    'Public key: ',
                    { code: (0,_markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_5__/* .plainUrl */ .k)(key), what: 'the public key' }
                ]))
        ]
    };
}
const unsignedNotice = 'Nix refuses what is not signed, unless it is told to trust the cache that it comes from. `trusted=true` in the address does so for this cache alone: whoever can write to its repository then decides what the machine runs.';
/** For a repository whose files nobody serves by HTTP. */
function cloning(cloneUrl, branch) {
    return [
        (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nobody serves these files by HTTP; a clone of the branch is a cache as it stands:'),
        (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)('sh', (0,_reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .cloneCommands */ .SE)(cloneUrl, branch))
    ];
}
function privateNotice(cache) {
    if (cache.login === null)
        return [];
    return [
        (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('**This cache is private.** Nix reads it with a token, a fine-grained one with “Contents: read” on ', { name: cache.repository }, '. This line, with the token in place of `TOKEN`, goes into the machine’s `/etc/nix/netrc`, which only root should be able to read:'),
        (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)('text', (0,_reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .netrcLines */ .Uu)(cache))
    ];
}
/** Folded, as each reader is of one kind. */
function readers(cache, description) {
    return [
        folded('NixOS, nix-darwin: `configuration.nix`', [(0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)('nix', _reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readerLines */ .Zw.nixos(cache))]),
        folded('A flake, for all who use it: `flake.nix`', [
            (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)('nix', _reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readerLines */ .Zw.flake(cache)),
            (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(_reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readerNotes */ .JX.flake)
        ]),
        ...(description.substituterUrl === null
            ? []
            : [folded((0,_reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOfSteps */ .m0)(stepsOf(cache, description)), jobBlocks(cache, description))]),
        folded('Any other machine: `/etc/nix/nix.conf`', [
            (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)('ini', _reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readerLines */ .Zw['nix.conf'](cache)),
            (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(_reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readerNotes */ .JX['nix.conf'])
        ])
    ];
}
/** For a cache that has an address: no job finds a clone on its runner. */
function jobBlocks(cache, description) {
    return [
        (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)('yaml', stepsOf(cache, description)),
        ...(cache.login === null ? [] : [(0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(_reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readerNotes */ .JX.github)])
    ];
}
/** Lines of YAML: steps of a job that reads the cache at its address. */
function stepsOf(cache, description) {
    return (0,_reader_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .jobSteps */ .DK)(cache, description.branch, description.webUrl('') !== '');
}
/** What to do about a path that is not there yet. */
function lateness({ servedBy }) {
    const late = {
        pages: 'GitHub Pages shows a commit up to 10 minutes late',
        raw: 'The raw files of a branch are up to 5 minutes late',
        other: 'A server may show a commit late',
        none: 'A clone has what it had when it was last brought up to date'
    };
    return folded('A path that was just published seems to be missing', [
        (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${late[servedBy ?? 'none']}, and Nix remembers for an hour that a path was not there. After that time, ask past Nix’s memory: add \`--option narinfo-cache-negative-ttl 0\` to the command.`)
    ]);
}
function folded(heading, blocks) {
    return { is: 'folded', heading: [heading], blocks };
}
function artifactName({ name, version }) {
    return ['**', { name }, '**', ...(version === null ? [] : [' ', { name: version }])];
}


/***/ }),

/***/ 57325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ mayBeNamesOf),
/* harmony export */   EI: () => (/* binding */ formatNames),
/* harmony export */   Gw: () => (/* binding */ parseNames),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   zQ: () => (/* binding */ namesAfter)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18154);
/* harmony import */ var _parse_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14629);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83005);
/* harmony import */ var _shard_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23137);
/* harmony import */ var _shards_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13756);







/** bytes; a name has some 50, and a file with 10,000 artifacts some 160 names */
const largestFile = 4 * 1024 * 1024;
const shape = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    systems: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    names: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .tuple */ .PVZ([
        zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        zod__WEBPACK_IMPORTED_MODULE_5__/* .date */ .p6(),
        zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative()).min(1)
    ]))
});
/** Of each name, sorted. Pure, and the same whoever published in which order. */
function namesOf(rows) {
    const byName = Map.groupBy(rows, ({ name }) => name);
    return [...byName].map(([name, of]) => entryOf(name, of)).sort(compareNames);
}
function entryOf(name, rows) {
    const newest = rows.reduce((a, b) => ((0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .compareAge */ .lF)(a, b) < 0 ? b : a));
    const days = rows.map(({ publishedAt }) => publishedAt.slice(0, 10));
    return {
        name,
        version: newest.version,
        day: days.reduce((a, b) => (a < b ? b : a)),
        systems: uniqueSorted(rows.map(({ system }) => system))
    };
}
/** The file's text: JSON, a line for each name. `entries`: sorted by name. */
function formatNames(entries) {
    const all = uniqueSorted(entries.flatMap(({ systems }) => systems));
    const numbers = new Map(all.map((system, number) => [system, number]));
    const lines = entries.map(({ name, version, day, systems }) => {
        const of = systems.map((system) => numbers.get(system));
        return JSON.stringify([name, version, day, of]);
    });
    const names = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
    return Buffer.from(`{"systems":${JSON.stringify(all)},"names":${names}}\n`);
}
/** null for what `formatNames` cannot have written: who needs it makes it anew from the shards. */
function parseNames(content) {
    if (content.length > largestFile)
        return null;
    const entries = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => {
        const { systems, names } = (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAs */ .gf)(shape, (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(content, 'names'), 'names');
        return names.map(([name, version, day, numbers]) => {
            const of = numbers.flatMap((number) => systems[number] ?? []);
            return { name, version, day, systems: of };
        });
    }, null);
    return entries !== null && formatNames(entries).equals(content) && isSorted(entries)
        ? entries
        : null;
}
/** Whether each shard of the group that has rows has a name in it, none more names than rows, and no other shard one. */
function mayBeNamesOf(group, shards, entries) {
    const named = Map.groupBy(entries, ({ name }) => (0,_shards_js__WEBPACK_IMPORTED_MODULE_3__/* .shardOf */ .IS)(name));
    const own = [...shards.keys()].filter((shard) => (0,_shard_name_js__WEBPACK_IMPORTED_MODULE_6__/* .groupOf */ .F8)(shard) === group);
    return (own.length === named.size &&
        own.every((shard) => (named.get(shard)?.length ?? Infinity) <= (shards.get(shard) ?? 0)));
}
/** The entries of a group after a change of some of its shards → their rows afterwards. */
function namesAfter(entries, shards) {
    const others = entries.filter(({ name }) => !shards.has((0,_shards_js__WEBPACK_IMPORTED_MODULE_3__/* .shardOf */ .IS)(name)));
    const own = namesOf([...shards.values()].flat());
    return [...others, ...own].sort(compareNames);
}
function isSorted(entries) {
    return entries.every((entry, index) => index === 0 || compareNames(entries[index - 1] ?? entry, entry) < 0);
}
function compareNames({ name: a }, { name: b }) {
    return (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .X)(a, b);
}
function uniqueSorted(texts) {
    return [...new Set(texts)].sort(_byte_order_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .X);
}


/***/ }),

/***/ 38463:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ formatNewestPage)
/* harmony export */ });
/* harmony import */ var pretty_bytes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85901);
/* harmony import */ var _markdown_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5412);


/** characters of a cell */
const longestText = 100;
const head = `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Newest artifacts</title>
<style>body{font:1rem/1.5 system-ui,sans-serif}table{border-collapse:collapse}caption{text-align:start}th,td{padding:.1em 1em .1em 0;text-align:start;vertical-align:top;white-space:nowrap}tbody th{min-width:8em;overflow-wrap:anywhere;white-space:normal}</style>
<table>
`;
const headings = ['Name', 'Version', 'System', 'Size', 'Published'];
/**
 * A table of the rows as they are shown first. What HTML understands without it is left out, as a publish sends it each time: end tags, and
 * that a heading beside cells is the row's.
 */
function formatNewestPage(rows) {
    const lines = rows.map(({ name, output, version, system, fileSize, publishedAt }) => {
        const label = output === null || output === 'out' ? name : `${name} (${output})`;
        const cells = [version ?? '', system, (0,pretty_bytes__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(fileSize), publishedAt.slice(0, 10)];
        return `<tr><th>${cell(label)}${cells.map((text) => `<td>${cell(text)}`).join('')}\n`;
    });
    const columns = headings.map((heading) => `<th scope=col>${heading}`).join('');
    const caption = rows.length === 0
        ? 'Nothing is published yet.'
        : 'The newest version of each artifact, pinned ones first; at most 100.';
    const body = rows.length === 0 ? '' : `<thead><tr>${columns}\n<tbody>\n${lines.join('')}`;
    return Buffer.from(`${head}<caption>${caption}</caption>\n${body}</table>\n</html>\n`);
}
function cell(text) {
    // A character has two units at most, and there may be megabytes of them.
    return (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .nameHtml */ .jC)(text.slice(0, 2 * longestText + 2), longestText);
}


/***/ }),

/***/ 34135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ pinParagraphs),
/* harmony export */   m: () => (/* binding */ listsPins)
/* harmony export */ });
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _pins_pin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16099);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18154);



const heading = '### Pinned';
const longestList = 100;
/** The block's paragraphs about pins, by name; none when there are none to be shown. Some 100 KB at most. */
function pinParagraphs(all) {
    const pins = (0,_pins_pin_js__WEBPACK_IMPORTED_MODULE_1__/* .shownPins */ .UW)(all);
    if (pins.length === 0)
        return [];
    const rows = [...pins]
        .sort((a, b) => (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .X)(a.name, b.name))
        .slice(0, longestList)
        .map(({ name, storePath }) => (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .tableRow */ .jD)([(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name, 100), (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(storePath)]));
    const omitted = pins.length - rows.length;
    return [
        heading,
        'These stay, with all that they need, until they are moved or unpinned:',
        [...(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .tableHead */ .PP)(['Pin', 'Store path']), ...rows].join('\n'),
        ...(omitted === 0 ? [] : [`${omitted} more pins are not shown.`])
    ];
}
/** Whether the README told of pins, so that who writes it anew must know them all. */
function listsPins(readme) {
    return readme !== null && new RegExp(`^${heading}\\r?$`, 'm').test(readme.toString('latin1'));
}


/***/ }),

/***/ 68472:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ formatPins),
/* harmony export */   T: () => (/* binding */ isPinsFile)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18154);
/* harmony import */ var _parse_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14629);
/* harmony import */ var _shard_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23137);





/** Pins of the file. */
const mostPins = 1000;
const shape = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    pins: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()])),
    omitted: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative()
});
/** The file's text: JSON, a line for each pin, sorted by name; null: there are no pins, and no file. */
function formatPins(pins) {
    if (pins.length === 0)
        return null;
    const lines = [...pins]
        .sort((a, b) => (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_3__/* .compareBytes */ .X)(a.name, b.name) || (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_3__/* .compareBytes */ .X)(a.storePath, b.storePath))
        .slice(0, mostPins)
        .map(({ name, storePath }) => JSON.stringify([name, storePath]));
    return Buffer.from(`{"pins":[\n${lines.join(',\n')}\n],"omitted":${pins.length - lines.length}}\n`);
}
/** Whether `formatPins` can have written it, so that it may go when there are no pins. */
function isPinsFile(content) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => Boolean((0,_parse_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAs */ .gf)(shape, (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(content, _shard_name_js__WEBPACK_IMPORTED_MODULE_4__/* .pinsPath */ .GR), _shard_name_js__WEBPACK_IMPORTED_MODULE_4__/* .pinsPath */ .GR)), false);
}


/***/ }),

/***/ 50372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ rawBears),
/* harmony export */   Lq: () => (/* binding */ rawThrottled),
/* harmony export */   Qr: () => (/* binding */ closureCosts),
/* harmony export */   RY: () => (/* binding */ rawNotice),
/* harmony export */   TH: () => (/* binding */ isReadRaw),
/* harmony export */   eN: () => (/* binding */ stopgapLines),
/* harmony export */   or: () => (/* binding */ pagesCommand),
/* harmony export */   pf: () => (/* binding */ stopgapCosts)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48007);


// What readers of GitHub's raw files have to know, wherever that address is told: in the README, a summary, by doctor. People count the
// limit; GitHub documents none (docs/serving.md).
/** One line, a sentence. */
const rawBears = 'GitHub’s raw file host is said to grant an address 60 requests an hour, shared by all machines behind one router and all jobs of a runner.';
/** One line, a sentence. */
const closureCosts = 'A closure of N paths costs its reader 1 + 2 × N of them: with 29 paths the hour is used up.';
/** What happens then, a sentence. */
const rawThrottled = 'Nix then waits for minutes before it asks again, also for what other caches have, or what it would simply build.';
/** Lines of nix.conf for a reader who would rather not wait. */
const stopgapLines = ['download-attempts = 1', 'fallback = true'];
/** What those cost, a sentence. */
const stopgapCosts = 'Their price: whichever cache a path comes from, when its NAR fails it is built from source at once, without a second try.';
/** The command that lets GitHub Pages serve the branch, for whoever administers the repository; its second part may stand on a line of its own. */
function pagesCommand(cache) {
    const { repository, branch } = cache;
    const page = cache.webUrl('');
    const host = URL.canParse(page) ? new URL(page).host : 'github.com';
    const server = host === 'github.com' ? '' : `--hostname ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(host)} `;
    return [
        `gh api ${server}-X POST ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(`repos/${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .unspaced */ .y8)(repository)}/pages`)}`,
        `-f ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(`source[branch]=${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .unspaced */ .y8)(branch)}`)} -f ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)('source[path]=/')}`
    ];
}
/** Whether readers of this cache are told the raw files, and have no token to read them with. */
function isReadRaw({ servedBy, login }) {
    return servedBy === 'raw' && login === null;
}
/** What the address bears, and folded what to do about it. */
function rawNotice(cache) {
    const [command, fields] = pagesCommand(cache);
    return [
        (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`**What this address bears:** ${rawBears} ${closureCosts}`),
        {
            is: 'folded',
            heading: ['What happens then, and what helps'],
            blocks: [
                (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(rawThrottled),
                (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('GitHub Pages has no such limit. Whoever administers the repository lets it serve the branch with this command; from the next publish on that commits something, readers are told its address:'),
                (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('sh', [`${command} \\`, `  ${fields}`]),
                (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Until then, a reader who would rather build than wait puts these lines into `nix.conf`:'),
                (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('ini', stopgapLines),
                (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(stopgapCosts)
            ]
        }
    ];
}


/***/ }),

/***/ 52148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ renderReadmeBlock)
});

// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/catalogue/origin-pages.ts
var origin_pages = __webpack_require__(9706);
;// CONCATENATED MODULE: ./src/catalogue/artifact-cells.ts



/**
 * What the README's and the summary's tables say of an artifact: name linked to where it comes from (`cache` null: not linked, as nothing
 * is there) and version above the store path, system, sizes of file and NAR. Two lines high, so that it is not wider than a page.
 */
function artifactCells(row, cache) {
    const name = (0,markdown/* markdownText */.p7)(row.name);
    const label = cache === null ? name : (0,markdown/* markdownLink */.iQ)(name, originPage(row, cache));
    const output = row.output === null || row.output === 'out' ? '' : ` (${(0,markdown/* markdownText */.p7)(row.output)})`;
    const version = row.version === null ? '' : ` ${(0,markdown/* markdownText */.p7)(row.version)}`;
    const [file, nar] = [row.fileSize, row.narSize].map((size) => (0,pretty_bytes/* default */.A)(size, { nonBreakingSpace: true }));
    return [
        `${label}${version}${output}<br>${(0,markdown/* markdownCode */.D9)(row.storePath)}`,
        (0,markdown/* markdownText */.p7)(row.system),
        `${file}<br>→\u{a0}${nar}`
    ];
}
/** A page for people: the source at its revision, else the run; empty when neither is on the cache's own server. */
function originPage({ source, runUrl }, linkable) {
    // As a method of its own: a target's asks the target.
    const page = linkable.webUrl('');
    if (!URL.canParse(page))
        return '';
    const { origin } = new URL(page);
    return (0,origin_pages/* sourcePage */.$o)(source, origin) ?? (0,origin_pages/* runPage */.fL)(runUrl, origin) ?? '';
}
const artifactHeadings = ['Artifact', 'System', 'Size'];

// EXTERNAL MODULE: ./src/catalogue/how-to-use.ts
var how_to_use = __webpack_require__(33539);
// EXTERNAL MODULE: ./src/catalogue/badge.ts
var badge = __webpack_require__(34686);
;// CONCATENATED MODULE: ./src/catalogue/badge-block.ts


/**
 * The badge in the README: the branch's own file, which GitHub's page of the branch shows, of a private one too. It leads to the cache's
 * page where Pages serves it, and nowhere else: other addresses have nothing for people.
 */
function badgeBlock(catalogue, { servedBy, substituterUrl }) {
    const { label, message } = (0,badge/* cacheBadge */.ae)(catalogue);
    const picture = `![${(0,markdown/* markdownAlternative */.Nr)(`${label}: ${message}`)}](${badge/* cacheBadgeStem */.hg}.svg)`;
    return servedBy === 'pages' && substituterUrl !== null
        ? (0,markdown/* markdownLink */.iQ)(picture, `${substituterUrl.replace(/\/+$/, '')}/`)
        : picture;
}

// EXTERNAL MODULE: ./src/catalogue/newest.ts
var catalogue_newest = __webpack_require__(4211);
// EXTERNAL MODULE: ./src/catalogue/pin-list.ts
var pin_list = __webpack_require__(34135);
// EXTERNAL MODULE: ./src/catalogue/readme.ts
var readme = __webpack_require__(45295);
// EXTERNAL MODULE: ./src/catalogue/shards.ts
var shards = __webpack_require__(13756);
;// CONCATENATED MODULE: ./src/catalogue/readme-block.ts









/**
 * bytes of the whole block, UTF-8. GitHub cuts a README silently at 512,000; the larger part is left to the people who write around the
 * block.
 */
const longestBlock = 200 * 1024;
/**
 * What the README says of the cache, from marker to marker, lines ending in `\n`, none after the last. Depends on its arguments only.
 * Rows that do not fit into `longest` bytes are left out.
 */
function renderReadmeBlock(catalogue, description, longest = longestBlock) {
    const { newest, artifacts } = catalogue;
    const head = [
        readme/* beginMarker */.Ku,
        '## Nix binary cache',
        badgeBlock(catalogue, description),
        ...(0,how_to_use/* usage */.CI)(catalogue, description)
    ];
    const folder = shards/* catalogueFolder */.en.slice(0, -1);
    const all = `${(0,src_text/* count */.U9)(artifacts, 'artifact')} in all, older versions included, in the folder ${(0,markdown/* markdownLink */.iQ)(folder, description.webUrl(folder))}.`;
    const tail = (shown) => [
        ...(shown < newest.length || shown === catalogue_newest/* mostShown */.$Y
            ? [
                `${(0,src_text/* count */.U9)(shown, 'artifact')} ${shown === 1 ? 'is' : 'are'} shown, each in its newest version: what is pinned, and what was published last. ${all}`
            ]
            : artifacts === 0
                ? []
                : [all]),
        ...(0,pin_list/* pinParagraphs */.T)(description.pins ?? []),
        readme/* endMarker */.cL
    ];
    const around = [...head, ...(0,markdown/* details */.zH)(listTitle(catalogue_newest/* mostShown */.$Y), ['']), ...tail(catalogue_newest/* mostShown */.$Y)];
    const rows = fittingRows(newest, description, longest - Buffer.byteLength(around.join('\n\n')));
    const table = rows.length === 0 ? [] : [[...tableStart, ...rows].join('\n')];
    const list = rows.length > longestOpenList ? (0,markdown/* details */.zH)(listTitle(rows.length), table) : table;
    return [...head, ...list, ...tail(rows.length)].join('\n\n');
}
/** A longer one is folded, so that what people have written below it is found. */
const longestOpenList = 20;
function listTitle(rows) {
    return (0,src_text/* count */.U9)(rows, 'artifact');
}
const tableStart = (0,markdown/* tableHead */.PP)([...artifactHeadings, 'Published']);
/** As many as make no more than so many bytes. */
function fittingRows(shown, description, most) {
    let bytes = Buffer.byteLength(tableStart.join('\n'));
    const rows = [];
    for (const row of shown) {
        const text = artifactRow(row, description);
        bytes += Buffer.byteLength(text) + '\n'.length;
        if (bytes > most)
            break;
        rows.push(text);
    }
    return rows;
}
function artifactRow(row, description) {
    const date = row.publishedAt.slice(0, 'YYYY-MM-DD'.length);
    return (0,markdown/* tableRow */.jD)([...artifactCells(row, description), (0,markdown/* markdownText */.p7)(date)]);
}


/***/ }),

/***/ 18613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ untoldKeys),
/* harmony export */   GO: () => (/* binding */ toldKeys),
/* harmony export */   Qs: () => (/* binding */ keyUntold),
/* harmony export */   i4: () => (/* binding */ refuseTakenNames),
/* harmony export */   ju: () => (/* binding */ isKeyKnown),
/* harmony export */   lC: () => (/* binding */ newKeys),
/* harmony export */   zQ: () => (/* binding */ keysToTell)
/* harmony export */ });
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40996);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18154);
/* harmony import */ var _readme_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45295);





const keyLine = /^- Public key: `([^\s:`]+:[A-Za-z0-9+/]{43}=)`$/;
/**
 * The keys (`name:base64`, sorted) that the block of a README tells its readers to trust; none when there is no block, or it says that
 * the cache is unsigned. What stands outside of the markers does not count.
 */
function toldKeys(readme) {
    const lines = (0,_readme_js__WEBPACK_IMPORTED_MODULE_3__/* .blockLines */ .B4)(readme) ?? [];
    return sorted(lines.flatMap((line) => keyLine.exec(line)?.[1] ?? [])).filter(_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .isPublicKey */ .NP);
}
/**
 * What readers of the next state are to be told: what they were told already, and `vouched` (this run's key, `trusted-keys`). Never what
 * only the catalogue names: whoever can write a line there would be trusted by every reader.
 */
function keysToTell(readme, vouched) {
    return sorted([...toldKeys(readme), ...vouched]);
}
/** Of these keys those that readers are not told yet, where they are told others: who has only those must learn of them. */
function newKeys(readme, keys) {
    const told = toldKeys(readme);
    return told.length === 0 ? [] : keys.filter((key) => !told.includes(key));
}
/** A reader's Nix knows one key of a name: none of `vouched` may have that of another in `told`. Throws SIGNING_KEY_INVALID. */
function refuseTakenNames(vouched, told) {
    const other = told.find((key) => vouched.some((mine) => mine !== key && (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .keyName */ .xT)(mine) === (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .keyName */ .xT)(key)));
    if (other === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'SIGNING_KEY_INVALID',
        subject: `key ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)((0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .keyName */ .xT)(other))}`,
        reason: `readers of the cache are told another key of its name, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(other)}, and Nix knows one of a name`,
        hint: 'Make the new key under a name of its own, such as one with the next number.'
    });
}
/** Of the keys that the catalogue names, those that readers are not told; sorted. */
function untoldKeys(publicKeys, told) {
    return [...new Set(publicKeys)].sort(_byte_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareBytes */ .X).filter((key) => !told.includes(key));
}
/** A sentence for who keeps the cache. */
function keyUntold(key) {
    return `The catalogue names the key ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(key)}, which readers are not told: whoever can write to the branch can put one there. When it is yours, give it as \`trusted-keys\`.`;
}
/** Whether a block says anything of keys yet; a new one for signed artifacts would call them unsigned when nobody vouches for a key. */
function isKeyKnown(readme, { publicKeys }, told) {
    return told.length > 0 || publicKeys.length === 0 || (0,_readme_js__WEBPACK_IMPORTED_MODULE_3__/* .blockLines */ .B4)(readme) !== null;
}
function sorted(keys) {
    return [...new Set(keys)].sort(_byte_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareBytes */ .X);
}


/***/ }),

/***/ 70310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JM: () => (/* binding */ wholeCatalogue),
/* harmony export */   OC: () => (/* binding */ isCatalogueFile),
/* harmony export */   Q0: () => (/* binding */ missingShards),
/* harmony export */   bF: () => (/* binding */ readCatalogueFiles),
/* harmony export */   fh: () => (/* binding */ presentCatalogue),
/* harmony export */   qh: () => (/* binding */ indexOf),
/* harmony export */   tu: () => (/* binding */ shardMissing),
/* harmony export */   wq: () => (/* binding */ shardFiles)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96620);
/* harmony import */ var _newest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4211);
/* harmony import */ var _parse_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14629);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83005);
/* harmony import */ var _shard_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23137);
/* harmony import */ var _shards_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13756);






/** Whether a file is one of the catalogue's, of whatever version of its format. */
function isCatalogueFile(path) {
    return ([_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO, _newest_js__WEBPACK_IMPORTED_MODULE_1__/* .newestPath */ .sB, _shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .newestPagePath */ .p5, _shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .pinsPath */ .GR].includes(path) ||
        (0,_shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .shardAt */ .KP)(path) !== null ||
        (0,_shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .groupAt */ .DL)(path) !== null);
}
/** All of them. Without a folder of shards no more is asked than where the branch's root is listed. */
async function readCatalogueFiles(snapshot) {
    const paths = [];
    const isFolder = (item) => item?.kind === 'folder';
    const folder = _shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .catalogueFolder */ .en.slice(0, -1);
    if (isFolder((await snapshot.itemsAt([folder])).get(folder))) {
        const items = await snapshot.itemsIn(folder);
        paths.push(...[...items.keys()].map((name) => _shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .catalogueFolder */ .en + name));
        const names = _shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .namesFolder */ .z0.slice(_shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .catalogueFolder */ .en.length, -1);
        if (isFolder(items.get(names))) {
            const below = await snapshot.itemsIn(_shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .catalogueFolder */ .en + names);
            paths.push(...[...below.keys()].map((name) => _shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .namesFolder */ .z0 + name));
        }
    }
    return snapshot.readFiles([_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO, ...paths.filter(isCatalogueFile)]);
}
/** What the files say before any shard is read; null: there is no `catalogue.json`. Throws CATALOGUE_INVALID. */
function indexOf(files) {
    const content = files.get(_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO);
    return content === undefined ? null : (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIndex */ .A1)(content, _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO);
}
/** Paths of shards that `catalogue.json` names and that are not there. Throws CATALOGUE_INVALID. */
function missingShards(files) {
    const shards = indexOf(files)?.shards ?? _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyIndex */ .gW.shards;
    return [...shards.keys()].map(_shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .shardPath */ .A$).filter((path) => !files.has(path));
}
/**
 * The whole catalogue, from all of its files: every row that lies in one of them, whatever `catalogue.json` says of it, so that nothing is
 * lost of what was merged or brought back by hand, a catalogue of version 1 beside shards included. null: there is none. Throws
 * CATALOGUE_INVALID about the first file that cannot be read, or that is not there.
 */
function wholeCatalogue(files) {
    const [missing] = missingShards(files);
    if (missing !== undefined)
        throw shardMissing(missing, indexOf(files) ?? _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyIndex */ .gW);
    return presentCatalogue(files);
}
/** The files of shards; not somebody's own that is called so, and that `catalogue.json` does not name. Throws CATALOGUE_INVALID. */
function shardFiles(files) {
    const named = indexOf(files)?.shards ?? _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyIndex */ .gW.shards;
    return [...files].filter(([path, content]) => {
        const shard = (0,_shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .shardAt */ .KP)(path);
        return shard !== null && (named.has(shard) || !(0,_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .isOthersFile */ .Ke)(content));
    });
}
/** The same of what is there, without a word on what is missing. */
function presentCatalogue(files) {
    const index = indexOf(files);
    const shards = shardFiles(files);
    if (index === null && shards.length === 0)
        return null;
    const bytes = shards.reduce((sum, [, { length }]) => sum + length, 0);
    (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseHuge */ .G5)(bytes, `${_shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .catalogueFolder */ .en} as a whole`);
    return {
        publicKeys: index?.publicKeys ?? [],
        rows: (0,_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .uniqueRows */ .Dg)([
            ...(index?.rows ?? []),
            ...shards.flatMap(([path, content]) => (0,_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .parseShard */ .uK)(content, path))
        ])
    };
}
/** CATALOGUE_INVALID about a shard that `catalogue.json` names. */
function shardMissing(path, index) {
    const rows = index.shards.get((0,_shard_name_js__WEBPACK_IMPORTED_MODULE_5__/* .shardAt */ .KP)(path) ?? '') ?? 0;
    return (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_2__/* .catalogueInvalid */ .Lh)(path, `it is not there, and ${_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO} says that it has ${rows} of its ${(0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsOf */ .RO)(index)} rows`, {
        hint: 'Restore it from the branch’s history; `nar-publish doctor --fix` goes on without it.'
    });
}


/***/ }),

/***/ 48007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   KR: () => (/* binding */ markdownBlocks),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   YY: () => (/* binding */ inlineMarks)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);

/** Code between backticks, strong text between two stars, links: each a group. */
const inlineMarks = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:[^)]+)\)/;
function text(...words) {
    return { is: 'text', words };
}
function codeBlock(language, lines) {
    return { is: 'code', language, lines };
}
/** One block of Markdown each, or more. */
function markdownBlocks(blocks) {
    return blocks.flatMap((block) => {
        switch (block.is) {
            case 'text':
                return [markdownOf(block.words)];
            case 'list':
                return [block.items.map((words) => `- ${markdownOf(words)}`).join('\n')];
            case 'code':
                return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(block.language, block.lines)];
            case 'folded':
                return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(headingOf(block.heading), markdownBlocks(block.blocks));
        }
    });
}
function markdownOf(words) {
    return words
        .map((piece) => {
        if (typeof piece === 'string')
            return piece;
        return 'name' in piece ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(piece.name) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(piece.code, piece.longest);
    })
        .join('');
}
/** Within a summary there is HTML alone. */
function headingOf(words) {
    return words
        .map((piece) => {
        if (typeof piece === 'string')
            return piece.replace(/`([^`]+)`/g, '<code>$1</code>');
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)('name' in piece ? piece.name : piece.code);
    })
        .join('');
}


/***/ }),

/***/ 5412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   g_: () => (/* binding */ blocksHtml),
/* harmony export */   jC: () => (/* binding */ nameHtml)
/* harmony export */ });
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48007);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75846);


/** Text as HTML that shows just that, between tags and in attributes. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** Other people's, on one line. */
function nameHtml(name, longest = 300) {
    const line = Array.from((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .HD)(name));
    return escapeHtml(line.length <= longest ? line.join('') : `${line.slice(0, longest - 1).join('')}…`);
}
/** What can be copied says so in `data-copy`, for the page's script. */
function blocksHtml(blocks) {
    return blocks.map(blockHtml).join('\n');
}
function blockHtml(block) {
    switch (block.is) {
        case 'text':
            return `<p>${wordsHtml(block.words)}</p>`;
        case 'list':
            return `<ul class="keys">${block.items.map((words) => `<li>${wordsHtml(words)}</li>`).join('\n')}</ul>`;
        case 'code':
            return `<div class="code"><pre tabindex="0" data-copy="these lines"><code>${escapeHtml(block.lines.join('\n'))}</code></pre></div>`;
        case 'folded':
            return `<details><summary>${wordsHtml(block.heading)}</summary>\n${blocksHtml(block.blocks)}\n</details>`;
    }
}
function wordsHtml(words) {
    return words
        .map((piece) => {
        if (typeof piece === 'string')
            return ownHtml(piece);
        if ('name' in piece)
            return nameHtml(piece.name);
        const copied = piece.what === undefined ? '' : ` data-copy="${escapeHtml(piece.what)}"`;
        return `<code${copied}>${nameHtml(piece.code, piece.longest)}</code>`;
    })
        .join('');
}
/** The little Markdown of our own words. */
function ownHtml(words) {
    const [before = '', code, strong, label, address = '', ...after] = splitAtMark(words);
    const mark = code !== undefined
        ? `<code>${escapeHtml(code)}</code>`
        : strong !== undefined
            ? `<strong>${ownHtml(strong)}</strong>`
            : label === undefined
                ? ''
                : `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(label)}</a>`;
    const rest = after.join('');
    return `${escapeHtml(before)}${mark}${rest === '' ? '' : ownHtml(rest)}`;
}
/** What stands before the first mark, its groups, and what stands after it. */
function splitAtMark(words) {
    const found = _blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineMarks */ .YY.exec(words);
    if (found === null)
        return [words];
    return [
        words.slice(0, found.index),
        ...found.slice(1),
        words.slice(found.index + found[0].length)
    ];
}


/***/ }),

/***/ 74552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aB: () => (/* binding */ cachePage),
  Kc: () => (/* binding */ isChangedPage),
  H9: () => (/* binding */ isStalePage),
  vr: () => (/* binding */ othersPage),
  $H: () => (/* binding */ pageFiles),
  HX: () => (/* binding */ pagePath),
  Vv: () => (/* binding */ tellsOther)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/catalogue/version-order.ts
var version_order = __webpack_require__(83296);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/markdown/html.ts
var html = __webpack_require__(5412);
// EXTERNAL MODULE: ./src/catalogue/how-to-use.ts
var how_to_use = __webpack_require__(33539);
// EXTERNAL MODULE: ./src/catalogue/reader-lines.ts
var reader_lines = __webpack_require__(68812);
// EXTERNAL MODULE: ./src/markdown/blocks.ts
var blocks = __webpack_require__(48007);
;// CONCATENATED MODULE: ./src/page/usage.ts




/** What stands on a tab, and above its lines; `where` null: it depends on these. */
const tabs = {
    'nix.conf': {
        title: 'nix.conf',
        where: 'In `/etc/nix/nix.conf`, or `~/.config/nix/nix.conf` of a user whom the Nix daemon trusts:',
        language: 'ini'
    },
    nixos: { title: 'NixOS', where: 'In `configuration.nix`:', language: 'nix' },
    'home-manager': {
        title: 'Home Manager',
        where: 'In `home.nix`, of a user whom the Nix daemon trusts:',
        language: 'nix'
    },
    darwin: { title: 'nix-darwin', where: 'In `configuration.nix`:', language: 'nix' },
    flake: { title: 'Flake', where: 'In `flake.nix`, for all who use it:', language: 'nix' },
    devenv: {
        title: 'devenv',
        where: 'Its own files take only caches of Cachix, so this one is named on the command line:',
        language: 'sh'
    },
    github: { title: 'GitHub job', where: null, language: 'yaml' },
    command: {
        title: 'One command',
        where: 'As root, or as a user whom the Nix daemon trusts; put a store path or an attribute of a flake in place of `INSTALLABLE`:',
        language: 'sh'
    }
};
/** How to use the cache, for each kind of reader, as the README tells some: it does not depend on what is published. */
function usageHtml(description, publicKeys) {
    const cache = (0,reader_lines/* readableCache */.l_)(description, publicKeys, null);
    const kinds = reader_lines/* readerKinds */.vT.filter((kind) => kind !== 'github' || description.substituterUrl !== null);
    const whereOf = (kind) => tabs[kind].where ?? `${(0,reader_lines/* placeOfSteps */.m0)((0,how_to_use/* stepsOf */.B_)(cache, description))}:`;
    const blocksOf = (kind) => kind === 'github'
        ? (0,how_to_use/* jobBlocks */.yf)(cache, description)
        : [
            (0,blocks/* codeBlock */.DV)(tabs[kind].language, reader_lines/* readerLines */.Zw[kind](cache)),
            ...(kind in reader_lines/* readerNotes */.JX ? [(0,blocks/* text */.Qq)(reader_lines/* readerNotes */.JX[kind])] : [])
        ];
    return [
        (0,html/* blocksHtml */.g_)((0,how_to_use/* whereItIs */.XD)(description, publicKeys)),
        ...kinds.map((kind) => `<section data-kind="${kind}"><h3>${(0,html/* escapeHtml */.ZD)(tabs[kind].title)}</h3>
${(0,html/* blocksHtml */.g_)([(0,blocks/* text */.Qq)(whereOf(kind)), ...blocksOf(kind)])}
</section>`),
        (0,html/* blocksHtml */.g_)([(0,how_to_use/* lateness */.ev)(description)])
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/page/page.ts






const pagePath = 'index.html';
/** What script/build makes of src/site. */
const template = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "page.html", 'utf8');
/**
 * The cache's page. It depends on what readers are told of the cache and on this version, and on no row: it is the same from one publish to
 * the next.
 */
function cachePage(description, publicKeys, of = { template, version: version/* version */.r }) {
    const { repository, branch, substituterUrl, login } = description;
    const web = description.webUrl('');
    const told = { repository, branch, substituterUrl, login, web, publicKeys };
    const [before = '', after = ''] = of.template.split('<!--nar-publish:mark-->\n');
    const parts = {
        title: (0,html/* nameHtml */.jC)(repository),
        usage: usageHtml(description, publicKeys),
        // As part of HTML: nothing in it ends the element that it stands in.
        data: JSON.stringify(told).replaceAll('<', '\\u003c')
    };
    const body = after.replace(/<!--nar-publish:(\w+)-->/g, (_, name) => parts[name] ?? '');
    const mark = markOf(of.version, describedBy(description, publicKeys), hashOf(body));
    return Buffer.from(`${before}${mark}\n${body}`);
}
/** What a page tells readers, as every version names it: a version that tells it in other words has the same. */
function describedBy(description, publicKeys) {
    const { repository, branch, substituterUrl, servedBy, login, cloneUrl = null } = description;
    return hashOf(JSON.stringify([
        ...[repository, branch, substituterUrl, servedBy, login?.host ?? null, login?.name ?? null],
        ...[cloneUrl, description.webUrl(''), publicKeys]
    ]));
}
const firstLine = '<!DOCTYPE html>';
const markPattern = /^<!-- nar-publish page (\S{1,40}) ([0-9a-f]{32}) ([0-9a-f]{32}) -->$/;
/** Whether a page says that it is of ours, and is no more: nobody keeps it up, and readers may take it for what the cache says. */
function isChangedPage(content) {
    const isMarked = content
        .toString()
        .split('\n', 2)
        .some((line) => markPattern.test(line));
    return isMarked && readMark(content) === null;
}
/** What the second line says of a page that we made and nobody changed; null: it is somebody's own. */
function readMark(content) {
    const [first, mark = '', ...lines] = content.toString().split('\n');
    const [, version, description, body] = markPattern.exec(mark) ?? [];
    const isWhole = first === firstLine && body === hashOf(lines.join('\n'));
    return version === undefined || description === undefined || !isWhole
        ? null
        : { version, description };
}
function markOf(version, description, body) {
    return `<!-- nar-publish page ${version} ${description} ${body} -->`;
}
function hashOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}
/**
 * As a file of the branch; `isNeeded`: it is written where there is none, too. Of ours one is replaced that tells readers something else, or
 * that an older version made: a newer one that says the same stays, so that two publishers do not write it back and forth. Somebody's own
 * stays.
 */
function pageFiles(description, publicKeys, isNeeded) {
    const content = cachePage(description, publicKeys);
    return new Map([
        [
            pagePath,
            {
                content,
                isNeeded,
                isOurs: (found) => readMark(found) !== null,
                mayStay: (found) => !isStalePage(found, content)
            }
        ]
    ]);
}
/** Whether a page of ours tells readers something else than `content` does; never of somebody's own. */
function tellsOther(found, content) {
    const [theirs, ours] = [readMark(found), readMark(content)];
    return theirs !== null && theirs.description !== ours?.description;
}
/** Whether a page is one of ours that `content` is to take the place of. */
function isStalePage(found, content) {
    const [theirs, ours] = [readMark(found), readMark(content)];
    if (theirs === null || ours === null)
        return false;
    return tellsOther(found, content) || (0,version_order/* compareVersions */.Z)(theirs.version, ours.version) < 0;
}
/** For who keeps a cache in which somebody else has the page. */
const othersPage = `The branch’s \`${pagePath}\` is not of nar-publish, or was changed, and stays as it is: it is what people see at the cache’s address. \`site: false\` says that this is meant.`;


/***/ }),

/***/ 16099:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N3: () => (/* binding */ parsePin),
/* harmony export */   QA: () => (/* binding */ pinNameOf),
/* harmony export */   UW: () => (/* binding */ shownPins),
/* harmony export */   by: () => (/* binding */ unpinLine),
/* harmony export */   cW: () => (/* binding */ pinLine),
/* harmony export */   cz: () => (/* binding */ pinsOf),
/* harmony export */   fH: () => (/* binding */ formatPin),
/* harmony export */   gO: () => (/* binding */ pinFile),
/* harmony export */   jx: () => (/* binding */ pinnedPaths),
/* harmony export */   n$: () => (/* binding */ pinsFolder),
/* harmony export */   zk: () => (/* binding */ pullRequestPrefix)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85337);



/** Where pins lie in the target. */
const pinsFolder = 'pins/';
/** bytes; a store path has 255 at most */
const largestPin = 4096;
/** The file of a name. */
function pinFile(name) {
    return pinsFolder + (0,_name_js__WEBPACK_IMPORTED_MODULE_2__/* .encodePinName */ .RQ)(name);
}
/** The name of a file below `pins/`; that of a file that somebody else has put there is its path. */
function pinNameOf(file) {
    return (0,_name_js__WEBPACK_IMPORTED_MODULE_2__/* .decodePinName */ .FO)(file.slice(pinsFolder.length)) ?? file;
}
function formatPin(storePath) {
    return `${storePath}\n`;
}
/** null: the file holds no store path. Who edits one by hand may leave the newline out. */
function parsePin(content) {
    if (content.length > largestPin)
        return null;
    const storePath = content.toString('utf8').trim();
    return (0,_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isStorePath */ .zP)(storePath) ? storePath : null;
}
/** What the files hold, by their names; those that hold no store path are left out. */
function pinsOf(files) {
    return [...files].flatMap(([file, content]) => {
        const storePath = parsePin(content);
        return storePath === null ? [] : [{ name: pinNameOf(file), storePath }];
    });
}
/** What the names of a pull request's pins begin with. */
function pullRequestPrefix(number) {
    return `pr-${number}-`;
}
/** Those that the index shows: a pull request's are for who tries it, and go when it is closed. */
function shownPins(pins) {
    return pins.filter(({ name }) => !/^pr-\d+-/.test(name));
}
/** What they keep. */
function pinnedPaths(pins) {
    return new Set(pins.map(({ storePath }) => storePath));
}
/** `Pin main-x86_64-linux-foo => /nix/store/…` */
function pinLine({ name, storePath }) {
    return `Pin ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .HD)(name)} => ${storePath}`;
}
function unpinLine(name) {
    return `Unpin ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .HD)(name)}`;
}


/***/ })

};
