export const id = 6378;
export const ids = [6378];
export const modules = {

/***/ 96356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ allOf)
/* harmony export */ });
/**
 * Waits for all that was begun at once, like Promise.all, and leaves nothing behind that still runs. Of several failures it throws the
 * one that stands first, whichever came first: the same in each run.
 */
async function allOf(begun) {
    for (const one of await Promise.allSettled(begun))
        if (one.status === 'rejected')
            throw one.reason;
    return Promise.all(begun);
}


/***/ }),

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

/***/ 63160:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ NarScanner)
/* harmony export */ });
/**
 * Finds the end of a NAR in a stream that goes on after it. A NAR does not say its length; its grammar does
 * (Nix, src/libutil/archive.cc):
 *
 *     nar  = "nix-archive-1" node
 *     node = "(" "type" ( "regular" ["executable" ""] ["contents" bytes] | "symlink" "target" text | "directory" entry* ) ")"
 *     entry = "entry" "(" "name" text "node" node ")"
 *
 * Every string has its length before it (64 bits, little-endian) and zeros after it, up to a multiple of 8.
 */
/** What the string that comes next may be, and what is expected after it. `null`: any string. */
const grammar = {
    magic: { 'nix-archive-1': 'open' },
    open: { '(': 'typeKey' },
    typeKey: { type: 'type' },
    type: { regular: 'regular', symlink: 'symlink', directory: 'directory' },
    regular: { executable: 'executable', contents: 'contents', ')': 'end' },
    executable: { '': 'contentsKey' },
    contentsKey: { contents: 'contents', ')': 'end' },
    contents: null,
    close: { ')': 'end' },
    symlink: { target: 'target' },
    target: null,
    directory: { entry: 'entryOpen', ')': 'end' },
    entryOpen: { '(': 'nameKey' },
    nameKey: { name: 'name' },
    name: null,
    nodeKey: { node: 'open' },
    entryClose: { ')': 'directory' },
    end: {}
};
const afterAnyString = {
    contents: 'close',
    target: 'close',
    name: 'nodeKey'
};
const longestKeyword = 'nix-archive-1'.length;
/** bytes; what a file system allows for a name. A longer one is passed over. */
const longestName = 255n;
class NarScanner {
    #state = 'magic';
    #onFile;
    /** Of the entries that are open, where somebody wants to know. */
    #names = [];
    /** Folders that are open. */
    #depth = 0;
    /** Bytes of the length field or the keyword, until they are whole. */
    #pending = Buffer.alloc(0);
    /** null: the length field is read. */
    #length = null;
    /** Bytes of an uninteresting string and of padding that are still to pass. */
    #skip = 0;
    /** `onFile` is told of each file when it begins: its path in the NAR, empty when it is the NAR’s all, a character for each byte. */
    constructor(onFile) {
        this.#onFile = onFile;
    }
    /**
     * Takes the next bytes. Gives how many of them belong to the NAR when it ends among them, else null. Throws SyntaxError for what is
     * no NAR.
     */
    push(chunk) {
        let at = 0;
        while (at < chunk.length) {
            if (this.#skip > 0) {
                const passed = Math.min(this.#skip, chunk.length - at);
                this.#skip -= passed;
                at += passed;
            }
            else {
                const wanted = (this.#length ?? 8) - this.#pending.length;
                const part = chunk.subarray(at, at + wanted);
                this.#pending = Buffer.concat([this.#pending, part]);
                at += part.length;
                if (part.length === wanted)
                    this.#takePending();
            }
            if (this.#skip === 0 && this.#state === 'end')
                return at;
        }
        return null;
    }
    #takePending() {
        const bytes = this.#pending;
        this.#pending = Buffer.alloc(0);
        if (this.#length === null)
            this.#takeLength(bytes.readBigUInt64LE());
        else if (this.#state === 'name')
            this.#takeName(bytes.toString('latin1'));
        else
            this.#takeKeyword(bytes.toString('latin1'));
    }
    #takeLength(length) {
        const keywords = grammar[this.#state];
        if (length > BigInt(keywords === null ? Number.MAX_SAFE_INTEGER - 8 : longestKeyword)) {
            throw new SyntaxError(`not a NAR: a string of ${length} bytes where ${this.#state} is expected`);
        }
        const isWanted = this.#state === 'name' && this.#onFile !== undefined;
        if (isWanted && length > 0n && length <= longestName)
            this.#length = Number(length);
        else if (keywords === null) {
            if (isWanted)
                this.#names.push('');
            this.#skip = padded(Number(length));
            this.#state = afterAnyString[this.#state] ?? 'end';
        }
        else if (length === 0n)
            this.#takeKeyword('');
        else
            this.#length = Number(length);
    }
    #takeName(name) {
        this.#names.push(name);
        this.#skip = padded(name.length) - name.length;
        this.#length = null;
        this.#state = 'nodeKey';
    }
    #takeKeyword(keyword) {
        const next = grammar[this.#state]?.[keyword];
        if (next === undefined) {
            throw new SyntaxError(`not a NAR: ${JSON.stringify(keyword)} where ${this.#state} is expected`);
        }
        this.#skip = padded(keyword.length) - keyword.length;
        this.#length = null;
        if (next === 'regular')
            this.#onFile?.(this.#names.join('/'));
        if (next === 'end') {
            if (this.#state === 'directory')
                this.#depth -= 1;
            this.#names.pop();
            this.#state = this.#depth > 0 ? 'entryClose' : 'end';
        }
        else {
            if (next === 'directory' && this.#state === 'type')
                this.#depth += 1;
            this.#state = next;
        }
    }
}
function padded(length) {
    return Math.ceil(length / 8) * 8;
}


/***/ }),

/***/ 73943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ artifactCells),
/* harmony export */   e: () => (/* binding */ artifactHeadings)
/* harmony export */ });
/* harmony import */ var pretty_bytes__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85901);
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _origin_pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9706);



/**
 * What the README's and the summary's tables say of an artifact: name linked to where it comes from (`cache` null: not linked, as nothing
 * is there) and version above the store path, system, sizes of file and NAR. Two lines high, so that it is not wider than a page.
 */
function artifactCells(row, cache) {
    const name = (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(row.name);
    const label = cache === null ? name : (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)(name, originPage(row, cache));
    const output = row.output === null || row.output === 'out' ? '' : ` (${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(row.output)})`;
    const version = row.version === null ? '' : ` ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(row.version)}`;
    const [file, nar] = [row.fileSize, row.narSize].map((size) => (0,pretty_bytes__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(size, { nonBreakingSpace: true }));
    return [
        `${label}${version}${output}<br>${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(row.storePath)}`,
        (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(row.system),
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
    return (0,_origin_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcePage */ .$o)(source, origin) ?? (0,_origin_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .runPage */ .fL)(runUrl, origin) ?? '';
}
const artifactHeadings = ['Artifact', 'System', 'Size'];


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
/* harmony export */   RY: () => (/* binding */ rawNotice),
/* harmony export */   TH: () => (/* binding */ isReadRaw)
/* harmony export */ });
/* unused harmony exports rawBears, closureCosts, rawThrottled, stopgapLines, stopgapCosts, pagesCommand */
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

/***/ 9701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ renderReadmeBlock)
});

// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/catalogue/artifact-cells.ts
var artifact_cells = __webpack_require__(73943);
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
const tableStart = (0,markdown/* tableHead */.PP)([...artifact_cells/* artifactHeadings */.e, 'Published']);
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
    return (0,markdown/* tableRow */.jD)([...(0,artifact_cells/* artifactCells */.U)(row, description), (0,markdown/* markdownText */.p7)(date)]);
}


/***/ }),

/***/ 18613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ untoldKeys),
/* harmony export */   Qs: () => (/* binding */ keyUntold),
/* harmony export */   i4: () => (/* binding */ refuseTakenNames),
/* harmony export */   ju: () => (/* binding */ isKeyKnown),
/* harmony export */   lC: () => (/* binding */ newKeys),
/* harmony export */   zQ: () => (/* binding */ keysToTell)
/* harmony export */ });
/* unused harmony export toldKeys */
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
/* harmony export */   bF: () => (/* binding */ readCatalogueFiles),
/* harmony export */   fh: () => (/* binding */ presentCatalogue),
/* harmony export */   qh: () => (/* binding */ indexOf),
/* harmony export */   tu: () => (/* binding */ shardMissing)
/* harmony export */ });
/* unused harmony exports missingShards, shardFiles */
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

/***/ 15740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ fixedPath),
/* harmony export */   n: () => (/* binding */ contentPath)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_base32_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58912);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);



/**
 * The store path of a content: `makeStorePath` of Nix's libstore/store-dir-config.cc. `type`: `text`, `source`, … with what it refers to;
 * `hex`: a SHA-256.
 */
function contentPath(type, hex, name) {
    const means = [type, 'sha256', hex, _store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storeDirectory */ .he, name].join(':');
    const folded = Buffer.alloc(20);
    for (const [at, byte] of (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(means).digest().entries())
        folded[at % 20] = (folded[at % 20] ?? 0) ^ byte;
    return `${_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storeDirectory */ .he}/${(0,_binary_cache_base32_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeBase32 */ .z)(folded)}-${name}`;
}
/**
 * Where what has a hash of its own belongs: `makeFixedOutputPath` of the same. `recursive`: as `fetchTarball` and flakes hash, a NAR;
 * `flat`: as `fetchurl` does, a file.
 */
function fixedPath({ algorithm, bytes }, how, name) {
    const hex = bytes.toString('hex');
    if (how === 'recursive' && algorithm === 'sha256')
        return contentPath('source', hex, name);
    const fixed = `fixed:out:${how === 'recursive' ? 'r:' : ''}${algorithm}:${hex}:`;
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(fixed).digest('hex');
    return contentPath('output:out', digest, name);
}


/***/ }),

/***/ 36712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ derivationBytes)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _export_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65005);



/** bytes */
const largestFile = 64 * 1024 * 1024;
/** Of a NAR that is one file, before that file's length: `nix-archive-1`, `(`, `type`, `regular`, `contents`. */
const narHeader = 88;
/**
 * What these valid .drv files hold, by path: read as files, and of a store that is elsewhere by one process for all. Nix itself tells of
 * some kinds only with an experimental feature. Throws NIX_FAILED.
 */
async function derivationBytes(nix, drvPaths) {
    const files = new Map();
    const unseen = [];
    for (const path of new Set(drvPaths)) {
        const bytes = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path), null);
        if (bytes === null)
            unseen.push(path);
        else
            files.set(path, bytes);
    }
    for await (const { storePath, nar } of (0,_export_js__WEBPACK_IMPORTED_MODULE_2__/* .exportNars */ .j)(nix, unseen, largestFile)) {
        const size = Number(nar.readBigUInt64LE(narHeader));
        files.set(storePath, nar.subarray(narHeader + 8, narHeader + 8 + size));
    }
    return files;
}


/***/ }),

/***/ 66853:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ parseDerivationText),
/* harmony export */   MS: () => (/* binding */ readDerivationFile),
/* harmony export */   p8: () => (/* binding */ mayNameDerivations)
/* harmony export */ });
/* unused harmony export readDerivationBytes */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8144);
/* harmony import */ var _content_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15740);






/**
 * Reads a .drv as a file of this machine's. Its path is the hash of what it says, so that it is the right one whichever store it was asked
 * for in. null: there is no such file, its bytes are not those that its name is for, or it says what Nix itself has to explain (a newer
 * form, text that is no UTF-8).
 */
function readDerivationFile(drvPath) {
    const bytes = readIfThere(drvPath);
    return bytes === null ? null : readDerivationBytes(drvPath, bytes);
}
/** The same of the file's bytes. */
function readDerivationBytes(drvPath, bytes) {
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return null;
    const read = parseDerivationText(bytes.toString('utf8'));
    return read !== null && textPath(drvPath, bytes, read) === drvPath ? read : null;
}
function readIfThere(path) {
    return (0,_store_path_js__WEBPACK_IMPORTED_MODULE_4__/* .isStorePath */ .zP)(path) ? ifReadable(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(path), null) : null;
}
/** Bytes of a source up to which it is looked into. */
const largestText = 16 * 1024 * 1024;
/**
 * Whether a source may be a text that refers to a .drv (`builtins.toFile`), which is then needed as well; the database alone knows. So may
 * one that this process cannot read, or that is not on this machine.
 */
function mayNameDerivations(source) {
    return ifReadable(() => {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.lstatSync)(source);
        if (!found.isFile())
            return false;
        return found.size > largestText || namedDerivation.test((0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(source, 'latin1'));
    }, true);
}
const namedDerivation = /\/nix\/store\/[0-9a-df-np-sv-z]{32}-[\w+\-.?=]+\.drv/;
function ifReadable(read, otherwise) {
    try {
        return read();
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error)))
            return otherwise;
        throw error;
    }
}
/** Where a text that refers to these inputs belongs: `makeTextPath` of Nix's libstore/store-api.cc. */
function textPath(drvPath, bytes, { inputDrvs, inputSrcs }) {
    const references = [...new Set([...Object.keys(inputDrvs), ...inputSrcs])].toSorted();
    const { name } = (0,_store_path_js__WEBPACK_IMPORTED_MODULE_4__/* .parseStorePath */ .GV)(drvPath);
    const content = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)('sha256').update(bytes).digest('hex');
    return (0,_content_path_js__WEBPACK_IMPORTED_MODULE_5__/* .contentPath */ .n)(['text', ...references].join(':'), content, name);
}
/**
 * Takes `Derive([outputs],[inputDrvs],[inputSrcs],system,builder,[args],[env])` apart, exactly as Nix writes it (libstore/derivations.cc).
 * null: anything else, dynamic derivations (`DrvWithVersion`) among it.
 */
function parseDerivationText(text) {
    try {
        return new Reader(text).derivation();
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return null;
        throw error;
    }
}
class Reader {
    #text;
    #at = 0;
    constructor(text) {
        this.#text = text;
    }
    derivation() {
        this.#expect('Derive(');
        const outputs = this.#set(() => this.#output());
        this.#expect(',');
        const inputDrvs = this.#set((path) => {
            if (!(0,_store_path_js__WEBPACK_IMPORTED_MODULE_4__/* .isStorePath */ .zP)(path))
                throw new SyntaxError(`${path} is no store path`);
            this.#expect(',');
            return this.#list(() => this.#string());
        });
        this.#expect(',');
        const inputSrcs = this.#list(() => this.#storePath());
        this.#expect(',');
        const system = this.#string();
        this.#expect(',');
        const builder = this.#string();
        this.#expect(',');
        const args = this.#list(() => this.#string());
        this.#expect(',');
        const env = this.#set(() => {
            this.#expect(',');
            return this.#string();
        });
        this.#expect(')');
        if (this.#at !== this.#text.length)
            throw new SyntaxError('something follows');
        return { outputs, inputDrvs, inputSrcs, system, builder, args, env };
    }
    #output() {
        this.#expect(',');
        const path = this.#string();
        this.#expect(',');
        const hashAlgo = this.#string();
        this.#expect(',');
        const hash = this.#string();
        if (path !== '' && !(0,_store_path_js__WEBPACK_IMPORTED_MODULE_4__/* .isStorePath */ .zP)(path))
            throw new SyntaxError(`${path} is no store path`);
        return {
            path: path === '' ? undefined : path,
            hashAlgo,
            // What an impure derivation gives may be another one each time.
            hash: hash === '' || hash === 'impure' ? undefined : hash
        };
    }
    /** `[("name"…),…]`, each name once; `value` reads what follows a name. */
    #set(value) {
        const entries = this.#list(() => {
            this.#expect('(');
            const name = this.#string();
            const entry = [name, value(name)];
            this.#expect(')');
            return entry;
        });
        if (new Set(entries.map(([name]) => name)).size < entries.length)
            throw new SyntaxError('a name stands there twice');
        return Object.fromEntries(entries);
    }
    #list(item) {
        const items = [];
        this.#expect('[');
        while (this.#text[this.#at] !== ']') {
            if (items.length > 0)
                this.#expect(',');
            items.push(item());
        }
        this.#at++;
        return items;
    }
    #storePath() {
        const path = this.#string();
        if (!(0,_store_path_js__WEBPACK_IMPORTED_MODULE_4__/* .isStorePath */ .zP)(path))
            throw new SyntaxError(`${path} is no store path`);
        return path;
    }
    #string() {
        this.#expect('"');
        const begin = this.#at;
        for (;;) {
            const code = this.#text.charCodeAt(this.#at);
            if (Number.isNaN(code))
                throw new SyntaxError('a string does not end');
            if (code === quote)
                break;
            this.#at += code === backslash ? 2 : 1;
        }
        const raw = this.#text.slice(begin, this.#at++);
        return raw.includes('\\')
            ? raw.replace(/\\(.)/gs, (_, escaped) => unescaped(escaped))
            : raw;
    }
    #expect(token) {
        if (!this.#text.startsWith(token, this.#at))
            throw new SyntaxError(`${token} is missing`);
        this.#at += token.length;
    }
}
const quote = 34;
const backslash = 92;
function unescaped(character) {
    return { n: '\n', r: '\r', t: '\t' }[character] ?? character;
}


/***/ }),

/***/ 48536:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ querySystem)
/* harmony export */ });
/* harmony import */ var _derivation_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36712);
/* harmony import */ var _derivation_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66853);
/* harmony import */ var _derivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55875);



/**
 * The system that each valid store path was built for, as its derivation says. A path that has no deriver, or whose derivation is not
 * in this machine's store, has no entry.
 */
async function querySystem(nix, storePaths) {
    const derivers = await (0,_derivers_js__WEBPACK_IMPORTED_MODULE_2__/* .validDerivers */ .D)(nix, storePaths);
    const files = await (0,_derivation_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .derivationBytes */ .n)(nix, derivers.values());
    // Its variables may hold text that is no UTF-8.
    const systemOf = (drv) => (0,_derivation_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDerivationText */ .GD)(files.get(drv)?.toString('latin1') ?? '')?.system;
    return new Map([...derivers].flatMap(([path, drv]) => {
        const system = systemOf(drv);
        return system === undefined ? [] : [[path, system]];
    }));
}


/***/ }),

/***/ 65005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ exportNars)
/* harmony export */ });
/* unused harmony export readExport */
/* harmony import */ var _binary_cache_nar_scanner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63160);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82094);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59094);




// Nix, src/libstore/export-import.cc.
const exportMagic = 0x4558494en;
const longestPath = 4096;
const mostReferences = 1000000n;
/**
 * The NARs of many small store paths from one process, in Nix's order, one in memory at a time: a process for each path takes a hundred
 * times as long. `largest`: bytes of the largest NAR; a stream that has a larger one is no export of these paths.
 * Throws NIX_FAILED, NAR_HASH_MISMATCH.
 */
async function* exportNars(nix, storePaths, largest, signal) {
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .chunkOperands */ .y)(storePaths)) {
        const { child, stdout, exit } = (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .startNix */ .O9)(nix, { program: 'nix-store', args: ['--export', '--', ...chunk] }, { signal });
        try {
            yield* readExport(stdout, largest);
            const ended = await exit;
            if (ended.status !== 0)
                throw exportFailure(ended);
        }
        catch (error) {
            if (!(error instanceof SyntaxError))
                throw error;
            // A stream that breaks off is Nix's failure, which Nix tells better. It waits for its reader until then, and compares a path's
            // hash only after the path's last byte.
            await stdout.forEach(() => undefined).catch(() => undefined);
            const ended = await exit;
            if (ended.status !== 0)
                throw exportFailure(ended);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
                code: 'NIX_FAILED',
                subject: 'nix-store --export',
                reason: error.message,
                cause: error
            });
        }
        finally {
            stdout.destroy();
            child.kill();
        }
    }
}
/** Unlike `--dump`, the export compares each path with Nix's database itself. */
function exportFailure(ended) {
    const changed = /hash of path '([^']+)' has changed from (.*)/.exec(ended.stderr);
    return changed?.[1] === undefined
        ? (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .nixFailure */ .M4)(ended)
        : (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .nixFailure */ .M4)(ended, {
            code: 'NAR_HASH_MISMATCH',
            subject: changed[1],
            reason: `the hash of its NAR has changed from ${changed[2] ?? 'what Nix knows'}`
        });
}
/**
 * Splits an export stream: for each path `1`, the NAR, the magic, the path, its references, its deriver, `0`; and `0` at the end.
 * Numbers have 64 bits, little-endian; texts have their length before them and zeros after them, up to a multiple of 8.
 * Throws SyntaxError.
 */
async function* readExport(stream, largest) {
    const reader = new ExportReader(stream);
    while ((await reader.number()) !== 0n) {
        const nar = await reader.nar(largest);
        if ((await reader.number()) !== exportMagic)
            throw new SyntaxError('the magic is not there');
        const storePath = await reader.text();
        const references = await reader.number();
        if (references > mostReferences)
            throw new SyntaxError(`${references} references`);
        for (let reference = 0n; reference < references; reference++)
            await reader.text();
        await reader.text();
        // Once an (unused) signature could follow.
        if ((await reader.number()) !== 0n)
            throw new SyntaxError('something follows the deriver');
        yield { storePath, nar };
    }
}
class ExportReader {
    #chunks;
    #rest = Buffer.alloc(0);
    constructor(stream) {
        this.#chunks = stream[Symbol.asyncIterator]();
    }
    async number() {
        return (await this.#bytes(8)).readBigUInt64LE();
    }
    async text() {
        const length = await this.number();
        if (length > longestPath)
            throw new SyntaxError(`a path of ${length} bytes`);
        const padded = await this.#bytes(Math.ceil(Number(length) / 8) * 8);
        return padded.toString('utf8', 0, Number(length));
    }
    async nar(largest) {
        const scanner = new _binary_cache_nar_scanner_js__WEBPACK_IMPORTED_MODULE_0__/* .NarScanner */ .u();
        const parts = [];
        let size = 0;
        for (;;) {
            if (this.#rest.length === 0)
                await this.#more();
            const end = scanner.push(this.#rest);
            const part = this.#rest.subarray(0, end ?? undefined);
            parts.push(part);
            size += part.length;
            if (size > largest)
                throw new SyntaxError(`a NAR of more than ${largest} bytes`);
            this.#rest = this.#rest.subarray(part.length);
            if (end !== null)
                return Buffer.concat(parts);
        }
    }
    async #bytes(count) {
        while (this.#rest.length < count)
            await this.#more();
        const bytes = this.#rest.subarray(0, count);
        this.#rest = this.#rest.subarray(count);
        return bytes;
    }
    async #more() {
        const next = await this.#chunks.next();
        if (next.done === true)
            throw new SyntaxError('the export stream breaks off');
        this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    }
}


/***/ }),

/***/ 74552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vr: () => (/* binding */ othersPage),
  $H: () => (/* binding */ pageFiles),
  HX: () => (/* binding */ pagePath)
});

// UNUSED EXPORTS: cachePage, isChangedPage, isStalePage, tellsOther

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
// EXTERNAL MODULE: ./src/catalogue/readme-block.ts + 1 modules
var readme_block = __webpack_require__(9701);
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

/***/ 71475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ resolveGivenPaths),
/* harmony export */   m: () => (/* binding */ toStorePath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _nix_deriver_system_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48536);
/* harmony import */ var _nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44681);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8144);






/**
 * The lines of `paths` as store paths. A link such as `./result` and a path inside a store path count as the store path they
 * lead to, as `nix copy` takes them. Before anything else they are kept from the garbage collector: `missing` are those that are not
 * valid. Throws STORE_PATH_INVALID.
 */
async function resolveGivenPaths(nix, paths, environment) {
    const storePaths = [...new Set(paths.map((path) => toStorePath(path, environment.workspace)))];
    const missing = await (0,_nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdPaths */ .Sq)(nix, storePaths);
    const systems = await (0,_nix_deriver_system_js__WEBPACK_IMPORTED_MODULE_3__/* .querySystem */ .E)(nix, storePaths.filter((path) => !missing.has(path)));
    const given = storePaths.map((storePath) => ({
        storePath,
        system: systems.get(storePath) ?? environment.runnerSystem
    }));
    return { given, missing };
}
/** Throws STORE_PATH_INVALID. */
function toStorePath(path, workspace) {
    const inStore = path.startsWith(`${_store_path_js__WEBPACK_IMPORTED_MODULE_5__/* .storeDirectory */ .he}/`) ? path : linkTarget(path, workspace);
    const storePath = (0,_store_path_js__WEBPACK_IMPORTED_MODULE_5__/* .enclosingStorePath */ .Lr)(inStore);
    if (storePath !== null)
        return storePath;
    // Says what is wrong in terms of the line as it was written.
    (0,_store_path_js__WEBPACK_IMPORTED_MODULE_5__/* .parseStorePath */ .GV)(path);
    return path;
}
function linkTarget(path, workspace) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({
            code: 'STORE_PATH_INVALID',
            subject: JSON.stringify(path.slice(0, 300)),
            reason: `it is neither a store path nor a link to one (${cause instanceof Error ? cause.message : 'unknown'})`,
            cause
        });
    }
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
/* harmony import */ var _binary_cache_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12016);
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


/***/ })

};
