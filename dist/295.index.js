export const id = 295;
export const ids = [295];
export const modules = {

/***/ 67221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uw: () => (/* binding */ parseCacheInfo),
/* harmony export */   gs: () => (/* binding */ cacheInfoPath),
/* harmony export */   y6: () => (/* binding */ formatCacheInfo)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);


/** Where a binary cache says what it is, below its root. */
const cacheInfoPath = 'nix-cache-info';
/** Ours. 41 lets cache.nixos.org (40) go first: it is nearer, and costs readers no quota. */
function formatCacheInfo() {
    return `StoreDir: ${_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storeDirectory */ .he}\nWantMassQuery: 1\nPriority: 41\n`;
}
/**
 * Reads a cache's `nix-cache-info` as Nix does: fields that it does not know are passed over. `subject` names the file in
 * errors. Throws STORE_DIR_MISMATCH when the cache serves another store directory than ours, or does not say which.
 */
function parseCacheInfo(text, subject) {
    const fields = new Map(Array.from(text.matchAll(/^([^:\n]+):[ \t]*(.*?)[ \t\r]*$/gm), ([, name = '', value = '']) => [
        name,
        value
    ]));
    const found = fields.get('StoreDir');
    if (found !== _store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storeDirectory */ .he) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'STORE_DIR_MISMATCH',
            subject,
            reason: found === undefined
                ? 'it has no line StoreDir'
                : `it is for ${JSON.stringify(found.slice(0, 200))}, not for ${_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storeDirectory */ .he}`
        });
    }
    const priority = fields.get('Priority') ?? '';
    return {
        wantMassQuery: fields.get('WantMassQuery') === '1',
        priority: /^\d{1,9}$/.test(priority) ? Number(priority) : null
    };
}


/***/ }),

/***/ 99711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ne: () => (/* binding */ parseNarInfo),
/* harmony export */   Nt: () => (/* binding */ formatNarInfo),
/* harmony export */   jI: () => (/* binding */ addSignatures)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18961);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);
/* harmony import */ var _hash_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23144);




// A path with 10,000 references has half of this; what is longer is no narinfo, and is not worth reading.
const longestText = 1024 * 1024;
// Nix's fields (libstore/nar-info.cc). Others are passed over, as Nix does, because newer versions add some.
const singleFields = [
    'StorePath',
    'URL',
    'Compression',
    'FileHash',
    'FileSize',
    'NarHash',
    'NarSize',
    'References',
    'Deriver',
    'CA'
];
/**
 * The file's text, byte for byte as Nix 2.8 writes it: its order of fields, `References: ` also when there are none, and
 * references and signatures as the sorted sets that Nix has them in.
 * Throws NARINFO_INVALID when a value would break the line that it stands in.
 */
function formatNarInfo(info) {
    const fields = [
        ['StorePath', info.storePath],
        ['URL', info.url],
        ['Compression', info.compression],
        ...(info.fileHash === null ? [] : [['FileHash', info.fileHash]]),
        ...(info.fileSize === null
            ? []
            : [['FileSize', String(info.fileSize)]]),
        ['NarHash', info.narHash],
        ['NarSize', String(info.narSize)],
        ['References', sortedSet(info.references).join(' ')]
    ];
    if (info.deriver !== null)
        fields.push(['Deriver', info.deriver]);
    for (const signature of sortedSet(info.signatures))
        fields.push(['Sig', signature]);
    if (info.ca !== null)
        fields.push(['CA', info.ca]);
    for (const [name, value] of fields) {
        if (hasControlCharacter(value)) {
            throw invalid(JSON.stringify(info.storePath), `its ${name} holds a control character: ${quote(value)}`);
        }
    }
    return fields.map(([name, value]) => `${name}: ${value}\n`).join('');
}
/**
 * Reads one `<hash>.narinfo`, whoever wrote it. `subject` names the file in errors.
 *
 * Where Nix allows a field to be absent: no `Compression` is bzip2, no `References` is none, no `FileHash` and `FileSize` are the NAR's
 * own with compression `none`, and else null (attic and niks3 leave them out: what counts is the NAR's hash, which is signed). The sums of
 * all hashes come out as `sha256:<base32>`, references sorted and once each.
 *
 * Throws NARINFO_INVALID.
 */
function parseNarInfo(text, subject) {
    try {
        return narInfoOf(fieldsOf(text));
    }
    catch (thrown) {
        if (!(thrown instanceof SyntaxError))
            throw thrown;
        throw invalid(subject, thrown.message, thrown);
    }
}
/**
 * The narinfo with these signatures (`name:base64`) beside its own. One that is not written as we write them keeps each of its lines: what
 * its maker put there, and nobody here knows, is of use to somebody.
 */
function addSignatures(text, added, subject) {
    const narInfo = parseNarInfo(text, subject);
    const signatures = [...new Set([...narInfo.signatures, ...added])];
    if (formatNarInfo(narInfo) === text)
        return formatNarInfo({ ...narInfo, signatures });
    const lines = signatures
        .filter((signature) => !narInfo.signatures.includes(signature))
        .map((signature) => `Sig: ${signature}\n`);
    return text + lines.join('');
}
function fieldsOf(text) {
    if (text.length > longestText)
        throw new SyntaxError(`it has ${text.length} characters`);
    if (!text.endsWith('\n'))
        throw new SyntaxError('its last line has no end');
    const fields = { single: new Map(), signatures: [] };
    for (const line of text.slice(0, -1).split('\n')) {
        const colon = line.indexOf(': ');
        if (colon === -1 || hasControlCharacter(line)) {
            throw new SyntaxError(`a line is not of the form "Name: value": ${quote(line)}`);
        }
        const name = line.slice(0, colon);
        const value = line.slice(colon + 2);
        if (name === 'Sig')
            fields.signatures.push(value);
        else if ((0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .isOneOf */ .EK)(singleFields, name)) {
            if (fields.single.has(name))
                throw new SyntaxError(`${name} is there twice`);
            fields.single.set(name, value);
        }
    }
    return fields;
}
function narInfoOf({ single, signatures }) {
    const required = (name) => {
        const value = single.get(name);
        if (value === undefined)
            throw new SyntaxError(`${name} is missing`);
        return value;
    };
    const narHash = hash('NarHash', required('NarHash'));
    const narSize = size('NarSize', required('NarSize'));
    const compression = token('Compression', single.get('Compression') ?? 'bzip2');
    const uncompressed = compression === 'none';
    const fileHash = single.get('FileHash');
    const fileSize = single.get('FileSize');
    const deriver = single.get('Deriver');
    const ca = single.get('CA');
    return {
        storePath: storePath('StorePath', required('StorePath')),
        url: location(required('URL')),
        compression,
        fileHash: fileHash === undefined ? (uncompressed ? narHash : null) : hash('FileHash', fileHash),
        fileSize: fileSize === undefined ? (uncompressed ? narSize : null) : size('FileSize', fileSize),
        narHash,
        narSize,
        references: sortedSet((single.get('References') ?? '')
            .split(' ')
            .filter((reference) => reference !== '')
            .map((reference) => baseName('References', reference))),
        // The old Hydra's way to say that there is none.
        deriver: deriver === undefined || deriver === 'unknown-deriver' ? null : baseName('Deriver', deriver),
        signatures: signatures.map(signature),
        ca: ca === undefined ? null : token('CA', ca)
    };
}
function storePath(name, value) {
    if (!(0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .isStorePath */ .zP)(value))
        throw new SyntaxError(`${name} is no store path: ${quote(value)}`);
    return value;
}
function baseName(name, value) {
    if (!(0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .isStorePath */ .zP)(`${_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .storeDirectory */ .he}/${value}`)) {
        throw new SyntaxError(`${name} holds no store path’s base name: ${quote(value)}`);
    }
    return value;
}
function hash(name, value) {
    try {
        return (0,_hash_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalSha256 */ .o)(value);
    }
    catch (cause) {
        throw new SyntaxError(`${name} is no SHA-256: ${quote(value)}`, { cause });
    }
}
function size(name, value) {
    const bytes = /^[1-9]\d{0,15}$/.test(value) ? Number(value) : NaN;
    if (!Number.isSafeInteger(bytes))
        throw new SyntaxError(`${name} is no size: ${quote(value)}`);
    return bytes;
}
function token(name, value) {
    if (!/^[\x21-\x7e]{1,300}$/.test(value)) {
        throw new SyntaxError(`${name} is not one word: ${quote(value)}`);
    }
    return value;
}
/** A path that stays below the cache's root, or an address of the web, which Nix takes as it is. */
function location(url) {
    const isWeb = /^https?:\/\//.test(url);
    if (isWeb ? !URL.canParse(url) : !isPathBelow(url)) {
        throw new SyntaxError(`URL is neither an http(s) address nor a path below the cache: ${quote(url)}`);
    }
    return token('URL', url);
}
function isPathBelow(path) {
    // HTTP clients take `%2e` in a path for a dot, and some take `\` for a slash.
    const segments = path.replace(/%2e/gi, '.').split('/');
    const hasScheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path);
    return !hasScheme && !path.includes('\\') && segments.every((part) => !/^\.{0,2}$/.test(part));
}
function signature(value) {
    // An ed25519 signature has 64 bytes.
    if (!/^[^:\s]+:[A-Za-z0-9+/]{86}==$/.test(value)) {
        throw new SyntaxError(`Sig is not of the form name:base64: ${quote(value)}`);
    }
    return value;
}
function sortedSet(values) {
    return [...new Set(values)].sort();
}
function hasControlCharacter(text) {
    return /\p{Cc}/u.test(text);
}
function quote(value) {
    return JSON.stringify(value.slice(0, 100));
}
function invalid(subject, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'NARINFO_INVALID', subject, reason, cause });
}


/***/ }),

/***/ 34549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K2: () => (/* binding */ noReadme),
/* harmony export */   O: () => (/* binding */ findReadme),
/* harmony export */   y6: () => (/* binding */ readmeNotes)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _repository_tree_item_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76944);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18154);
/* harmony import */ var _readme_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45295);




const noReadme = { path: _readme_js__WEBPACK_IMPORTED_MODULE_2__/* .readmePath */ .Aj, name: _readme_js__WEBPACK_IMPORTED_MODULE_2__/* .readmePath */ .Aj, content: null };
/** A link that leads to a link, and so on. */
const mostLinks = 5;
/**
 * Finds it as GitHub does: in any case of letters, through a link to a Markdown file of the branch. A link that leads to none stands for no
 * README; the commit refuses to write in its place. A `README.md` that has our block costs no more than the root folder's listing.
 */
async function findReadme(files) {
    const usual = await files.readFile(_readme_js__WEBPACK_IMPORTED_MODULE_2__/* .readmePath */ .Aj);
    if (usual !== null && (0,_readme_js__WEBPACK_IMPORTED_MODULE_2__/* .blockLines */ .B4)(usual) !== null) {
        return { path: _readme_js__WEBPACK_IMPORTED_MODULE_2__/* .readmePath */ .Aj, name: _readme_js__WEBPACK_IMPORTED_MODULE_2__/* .readmePath */ .Aj, content: usual };
    }
    const root = await files.itemsIn('');
    const names = markdownNames(root);
    // Somebody may have written another one since.
    for (const other of names.length > 1 ? names : []) {
        const content = await files.readFile(other);
        if ((0,_readme_js__WEBPACK_IMPORTED_MODULE_2__/* .blockLines */ .B4)(content) !== null)
            return { path: other, name: other, content };
    }
    const name = names[0] ?? null;
    const path = name === null ? null : await followLinks(files, name, root.get(name));
    if (name === null)
        return noReadme;
    if (path === null)
        return { path: name, name, content: null };
    return { path, name, content: path === _readme_js__WEBPACK_IMPORTED_MODULE_2__/* .readmePath */ .Aj ? usual : await files.readFile(path) };
}
/** Names that GitHub takes for a README, by what it shows first: what it renders, by the alphabet, and then plain text. */
const rendered = /\.(?:md|mkdn?|mdown|markdown|textile|rdoc|org|creole|mediawiki|wiki|a(?:sciidoc|doc|sc)|rst|pod)$/i;
const readmeName = /^readme(?:\.[a-z0-9]+)?$/i;
/**
 * Sentences for when people do not see on GitHub what readers of the cache are told, or see it from now on in place of another README. It
 * looks into `.github`, the root and `docs`, in this order. A request of the host's API where the branch has a folder `.github` or `docs`.
 */
async function readmeNotes(files, { name, path, content }) {
    const root = await files.itemsIn('');
    const shownIn = async (folder) => {
        if (root.get(folder)?.kind !== 'folder')
            return null;
        const [first] = shownNames(await files.itemsIn(folder));
        return first === undefined ? null : `${folder}/${first}`;
    };
    const [shown] = shownNames(root, name);
    const instead = (await shownIn('.github')) ?? (shown === name ? null : (shown ?? null));
    if (instead !== null) {
        // One may be a link to the other.
        const item = (await files.itemsAt([instead])).get(instead);
        if ((await followLinks(files, instead, item)) === path)
            return [];
        return [
            `GitHub shows ${instead} to who opens the branch, and not ${name}, which tells how to use the cache: a link to it there helps.`
        ];
    }
    if (content !== null)
        return [];
    const before = shownNames(root)[0] ?? (await shownIn('docs'));
    return before === null
        ? []
        : [`${name} is new, and GitHub shows it in place of ${before}: a link to that in it helps.`];
}
/** `added`: a name that will be there. */
function shownNames(items, added) {
    const there = [...items].flatMap(([name, { kind }]) => readmeName.test(name) && (kind === 'file' || kind === 'link') ? [name] : []);
    const isPlain = (name) => (rendered.test(name) ? 0 : 1);
    return [...new Set([...there, ...(added === undefined ? [] : [added])])].sort((a, b) => isPlain(a) - isPlain(b) ||
        (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_3__/* .compareBytes */ .X)(a.toLowerCase(), b.toLowerCase()) ||
        (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_3__/* .compareBytes */ .X)(a, b));
}
/** The usual one first. */
function markdownNames(root) {
    const names = [...root].flatMap(([name, { kind }]) => /^readme\.md$/i.test(name) && (kind === 'file' || kind === 'link') ? [name] : []);
    const isOther = (name) => Number(name !== _readme_js__WEBPACK_IMPORTED_MODULE_2__/* .readmePath */ .Aj);
    return names.sort((a, b) => isOther(a) - isOther(b) || (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_3__/* .compareBytes */ .X)(a, b));
}
/** null: it leads to no Markdown file of the branch, or to one among the cache's own. */
async function followLinks(files, name, found) {
    let path = name;
    let item = found;
    for (let links = 0; item?.kind === 'link' && links < mostLinks; links++) {
        const text = (await files.readFile(path))?.toString() ?? '';
        path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), text));
        if (text.startsWith('/') ||
            !/^(?!\.\.\/|nar\/|pins\/|log\/)[^\p{Cc}]+\.(?:md|markdown)$/iu.test(path)) {
            return null;
        }
        const folders = (0,_repository_tree_item_js__WEBPACK_IMPORTED_MODULE_1__/* .foldersAbove */ .Zv)(path);
        const items = await files.itemsAt([...folders, path]);
        if (folders.some((folder) => items.get(folder)?.kind !== 'folder'))
            return null;
        item = items.get(path);
    }
    return item?.kind === 'file' ? path : null;
}


/***/ }),

/***/ 45295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ readmePath),
/* harmony export */   B4: () => (/* binding */ blockLines),
/* harmony export */   Ku: () => (/* binding */ beginMarker),
/* harmony export */   Xf: () => (/* binding */ placeBlock),
/* harmony export */   cL: () => (/* binding */ endMarker)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(560);


/** Where the README lies in the target. */
const readmePath = 'README.md';
const beginMarker = '<!-- nar-publish:begin -->';
const endMarker = '<!-- nar-publish:end -->';
/**
 * The README with our block in its place. `block` is what `renderReadmeBlock` gives: from marker to marker, lines ending in `\n`.
 * Everything outside of the markers is kept byte for byte; the block takes the line ending that most lines outside have.
 * A README without markers gets the block at its end, after an empty line, or before the index that a script left there, which nobody
 * keeps up any more; `null` (there is none) becomes one with the name of `repository` (`owner/name`) as its heading.
 *
 * A marker counts only when it stands alone on its line (spaces and tabs around it do not matter), wherever that line is: in a
 * sentence, a list or a table cell it is text, in a fenced code block it counts. Throws README_MARKERS, about `path`, unless there are
 * none, or one begin before one end.
 */
function placeBlock(readme, block, repository, path = readmePath) {
    if (readme === null) {
        const name = repository.slice(repository.lastIndexOf('/') + 1);
        return Buffer.from(`# ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(name)}\n\n${block}\n`);
    }
    // One character for each byte, so that what is not UTF-8 survives.
    const text = readme.toString('latin1');
    const split = splitAtBlock(text, path);
    const lineEnd = dominantLineEnd(split === null ? text : split.before + split.after);
    const bytes = Buffer.from(block.replaceAll('\n', lineEnd)).toString('latin1');
    if (split !== null)
        return Buffer.from(split.before + bytes + split.after, 'latin1');
    const index = text.search(scriptsIndex);
    const before = index === -1 ? text : text.slice(0, index);
    const after = index === -1 ? '' : lineEnd + text.slice(index);
    return Buffer.from(before + emptyLineAfter(before, lineEnd) + bytes + lineEnd + after, 'latin1');
}
/** The heading of the publishing script's index, when its first link stands below: `*   [FILE](FILE)`. */
const scriptsIndex = /(?:^|(?<=\n))## Index of Artifacts[ \t]*\r?\n(?:[ \t]*\r?\n)*\* {3}\[/;
/** What stands between the markers, line by line, without blanks around; null: there is no block. */
function blockLines(readme) {
    const lines = (readme?.toString() ?? '').split('\n').map((line) => line.trim());
    const begin = lines.findIndex((line) => line.replace(/^\uFEFF/, '') === beginMarker);
    const end = lines.indexOf(endMarker, begin);
    return begin === -1 || end === -1 ? null : lines.slice(begin + 1, end);
}
/** What stands around our block; null: there is none yet. */
function splitAtBlock(text, path) {
    const begins = markerOffsets(text, beginMarker);
    const ends = markerOffsets(text, endMarker);
    if (begins.length === 0 && ends.length === 0)
        return null;
    const [begin] = begins;
    const [end] = ends;
    if (begins.length > 1 ||
        ends.length > 1 ||
        begin === undefined ||
        end === undefined ||
        end < begin) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'README_MARKERS',
            subject: path,
            reason: `it has \`${beginMarker}\` on ${lines(text, begins)} and \`${endMarker}\` on ${lines(text, ends)}`
        });
    }
    return { before: text.slice(0, begin), after: text.slice(end + endMarker.length) };
}
function markerOffsets(text, marker) {
    // A UTF-8 byte order mark (as latin1) may precede the first line.
    const line = new RegExp(`(?:^\\xEF\\xBB\\xBF|^|(?<=\\n))[ \\t]*${marker}[ \\t]*\\r?(?=\\n|$)`, 'g');
    return [...text.matchAll(line)].map((match) => match.index + match[0].indexOf(marker));
}
function lines(text, offsets) {
    const numbers = offsets.map((offset) => text.slice(0, offset).split('\n').length);
    if (numbers.length === 0)
        return 'no line';
    return `${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}`;
}
function dominantLineEnd(text) {
    const all = text.split('\n').length - 1;
    const carriageReturns = text.split('\r\n').length - 1;
    return carriageReturns * 2 > all ? '\r\n' : '\n';
}
function emptyLineAfter(text, lineEnd) {
    if (text === '' || /(?:^|\n)\r?\n$/.test(text))
        return '';
    return text.endsWith('\n') ? lineEnd : lineEnd + lineEnd;
}


/***/ }),

/***/ 73073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ serverNames),
/* harmony export */   aI: () => (/* binding */ readToldAddress),
/* harmony export */   c$: () => (/* binding */ toldAddress)
/* harmony export */ });
/* unused harmony export toldLogin */
/* harmony import */ var _find_readme_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34549);
/* harmony import */ var _readme_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45295);


/** The words of the block's line for each; a server of one's own is not ours to describe. */
const serverNames = {
    pages: 'GitHub Pages',
    raw: 'GitHub’s raw files'
};
const substituterLine = /^- Substituter: `([^`\n]{1,2000})`$/m;
/**
 * The address that the block of a README tells its readers, and who serves it; null when there is no block, or nobody serves the files.
 * What stands outside of the markers does not count. A block of before there was such a line tells of raw files when the address is theirs,
 * else of a server that is not known.
 */
function toldAddress(readme) {
    const text = blockText(readme);
    const url = substituterLine.exec(text)?.[1];
    if (url === undefined)
        return null;
    const server = /^- Served by: (.*)$/m.exec(text)?.[1];
    if (server === serverNames.pages)
        return { url, servedBy: 'pages' };
    const isRaw = server === serverNames.raw || url.startsWith('https://raw.githubusercontent.com/');
    return { url, servedBy: isRaw ? 'raw' : 'other' };
}
/** That of a state of the branch. */
async function readToldAddress(snapshot) {
    return toldAddress((await (0,_find_readme_js__WEBPACK_IMPORTED_MODULE_0__/* .findReadme */ .O)(snapshot)).content);
}
/** What it says that a private cache asks for; null: nothing. */
function toldLogin(readme) {
    const line = /^machine (\S+) login (\S+) password TOKEN$/m.exec(blockText(readme));
    const [, host, name] = line ?? [];
    return host === undefined || name === undefined ? null : { host, name };
}
function blockText(readme) {
    return ((0,_readme_js__WEBPACK_IMPORTED_MODULE_1__/* .blockLines */ .B4)(readme) ?? []).join('\n');
}


/***/ }),

/***/ 10295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ openExisting),
  A: () => (/* binding */ openTarget)
});

// EXTERNAL MODULE: ./src/catalogue/told-address.ts
var told_address = __webpack_require__(73073);
// EXTERNAL MODULE: ./src/repository/cache-branch.ts
var cache_branch = __webpack_require__(60723);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/branch-name.ts
var branch_name = __webpack_require__(33444);
// EXTERNAL MODULE: ./src/repository/landing.ts + 1 modules
var landing = __webpack_require__(1956);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./src/binary-cache/cache-info.ts
var cache_info = __webpack_require__(67221);
// EXTERNAL MODULE: ./src/binary-cache/narinfo.ts
var narinfo = __webpack_require__(99711);
;// CONCATENATED MODULE: ./src/repository/readable-copy.ts








const downloadsAtOnce = 2;
/** What a copy takes of the commit before it has read a narinfo. */
function copiedFirst(hashes, likely) {
    return [...new Set([cache_info/* cacheInfoPath */.gs, ...hashes.map(fileOf), ...likely])];
}
function fileOf(hash) {
    return `${hash}.narinfo`;
}
/**
 * What a commit has of these paths, as a cache in a folder; answers its `file://` address. `hashes`: hash parts of store paths; one
 * that has no narinfo there is left out, and who reads the copy misses it. `likely`: where their NARs probably are; those come together
 * with the narinfos, which have the last word. Throws VERIFY_FAILED when a NAR is not there.
 */
async function makeReadableCopy(files, hashes, directory, likely = []) {
    const first = new Set(copiedFirst(hashes, likely));
    const there = await files.copy([...first], directory);
    const narInfos = hashes
        .filter((hash) => there.has(fileOf(hash)))
        .map((hash) => {
        const file = (0,external_node_path_.join)(directory, fileOf(hash));
        // Written a moment ago, and read before a thread would have been asked for it.
        const text = (0,external_node_fs_.readFileSync)(file, 'utf8');
        return { hash, file, text, url: (0,narinfo/* parseNarInfo */.Ne)(text, fileOf(hash)).url };
    });
    const isBeside = ({ url }) => /^[a-z]+:\/\//i.test(url);
    const nars = narInfos.filter((narInfo) => !isBeside(narInfo));
    for (const { hash, url } of nars)
        refuseOutside(hash, url);
    const others = [...new Set(nars.map(({ url }) => url))].filter((url) => !first.has(url));
    const copied = others.length === 0 ? there : await files.copy(others, directory);
    const missing = nars.find(({ url }) => !there.has(url) && !copied.has(url));
    if (missing !== undefined) {
        throw failed(files.name, `${missing.url} is not in the commit that has ${fileOf(missing.hash)}`);
    }
    await (0,p_map/* default */.Ay)(narInfos.filter(isBeside), async ({ hash, file, text, url }) => {
        const name = `${hash}.released`;
        if ((await files.copyReleased?.(url, (0,external_node_path_.join)(directory, name))) !== true)
            return;
        // For this copy alone; the address is no part of what is signed.
        await (0,promises_.writeFile)(file, text.replace(/^URL: .*$/m, `URL: ${name}`));
    }, { concurrency: downloadsAtOnce });
    return (0,external_node_url_.pathToFileURL)(directory).href;
}
/** Data: no file outside of the folder is written. */
function refuseOutside(hash, url) {
    if (url.startsWith('/') || url.split('/').some((part) => ['', '.', '..'].includes(part))) {
        throw failed(`${hash}.narinfo`, `its URL ${JSON.stringify(url.slice(0, 200))} is no path in the repository`);
    }
}
function failed(subject, reason) {
    return new errors/* NarPublishError */.f9({ code: 'VERIFY_FAILED', subject, reason });
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./src/repository/git/blobs.ts

/**
 * The contents of blobs. What is asked for at the same time comes in one connection and from one process; a blob that nobody asks for
 * is never fetched.
 */
class BlobReader {
    #repository;
    #waiting = new Map();
    #alongside = new Set();
    constructor(repository) {
        this.#repository = repository;
    }
    /** `alongside`: blobs that will be asked for soon, which come here in the next connection. */
    read(blob, alongside = []) {
        for (const other of alongside)
            this.#alongside.add(other);
        const known = this.#waiting.get(blob);
        if (known !== undefined)
            return known.promise;
        if (this.#waiting.size === 0)
            setImmediate(() => void this.#readWaiting());
        const waiting = Promise.withResolvers();
        this.#waiting.set(blob, waiting);
        return waiting.promise;
    }
    async #readWaiting() {
        const batch = this.#waiting;
        this.#waiting = new Map();
        try {
            if (this.#repository.lacks(batch.keys())) {
                const wanted = [...batch.keys(), ...this.#alongside];
                this.#alongside.clear();
                await this.#repository.fetchBlobs(wanted);
            }
            const contents = await this.#repository.objects.read('blob', [...batch.keys()]);
            for (const [blob, { resolve, reject }] of batch) {
                const content = contents.get(blob)?.content;
                if (content === undefined)
                    reject(absent(this.#repository, blob));
                else
                    resolve(content);
            }
        }
        catch (error) {
            for (const { reject } of batch.values())
                reject(error);
        }
    }
}
function absent(repository, blob) {
    return new errors/* NarPublishError */.f9({
        code: 'GIT_FAILED',
        subject: repository.git.url,
        reason: `it lists the file ${blob} and does not give it`
    });
}

// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(72589);
// EXTERNAL MODULE: ./src/repository/tree-item.ts
var tree_item = __webpack_require__(76944);
;// CONCATENATED MODULE: ./src/repository/git/trees.ts



/** The folders of one tree, all of which are here. Each is read when it is first looked into; those of one depth together. */
class Trees {
    #objects;
    #root;
    /** By Git's name: many folders may be the same. */
    #folders = new Map();
    constructor(objects, root) {
        this.#objects = objects;
        this.#root = root;
    }
    /** What stands at these paths, be it a file or not; one that is left out is not there. */
    async itemsAt(paths) {
        const found = new Map();
        let waiting = paths.map((path) => ({ path, names: path.split('/'), folder: this.#root }));
        while (waiting.length > 0) {
            const folders = await this.#read(waiting.map(({ folder }) => folder));
            waiting = waiting.flatMap(({ path, names: [name = '', ...names], folder }) => {
                const item = folders.get(folder)?.get(name);
                if (item === undefined)
                    return [];
                if (names.length > 0) {
                    return item.kind === 'folder' ? [{ path, names, folder: item.object }] : [];
                }
                found.set(path, item);
                return [];
            });
        }
        return found;
    }
    /** What a folder (empty: the root) has, by name; nothing when it is none. */
    async itemsIn(path) {
        const item = path === '' ? undefined : (await this.itemsAt([path])).get(path);
        if (path !== '' && item?.kind !== 'folder')
            return new Map();
        const folder = item?.object ?? this.#root;
        return (await this.#read([folder])).get(folder) ?? new Map();
    }
    /**
     * Every file, links among them, in Git's order: path → blob. Throws GIT_FAILED when the list would be over `most` bytes: a few trees
     * that have each other many times make any number of files.
     */
    async files(most = start/* stdoutLimit */.zH) {
        const all = new Map();
        let waiting = [this.#root];
        while (waiting.length > 0) {
            const folders = await this.#read(waiting);
            for (const [object, folder] of folders)
                all.set(object, folder);
            const below = [...folders.values()].flatMap((folder) => [...folder.values()]);
            waiting = below.flatMap(({ kind, object }) => kind === 'folder' && !all.has(object) ? [object] : []);
        }
        const files = new Map();
        let bytes = 0;
        // No recursion: however deep the folders are.
        const open = [entriesOf(all, this.#root, '')];
        for (let entries = open.at(-1); entries !== undefined; entries = open.at(-1)) {
            const { value } = entries.next();
            if (value === undefined) {
                open.pop();
                continue;
            }
            const [path, { kind, object }] = value;
            bytes += path.length + object.length;
            if (bytes > most)
                throw refused(this.#root, `the list of its files is over ${most} bytes`);
            if (kind === 'folder')
                open.push(entriesOf(all, object, `${path}/`));
            else if (kind !== 'submodule')
                files.set(path, object);
        }
        return files;
    }
    async #read(objects) {
        const unknown = [...new Set(objects)].filter((object) => !this.#folders.has(object));
        if (unknown.length > 0) {
            const reading = this.#objects.read('tree', unknown);
            for (const object of unknown)
                this.#folders.set(object, reading.then(folderOf(object)));
        }
        const folders = [...new Set(objects)].map(async (object) => {
            return [object, (await this.#folders.get(object)) ?? new Map()];
        });
        return new Map(await Promise.all(folders));
    }
}
/** The blobs of those of the paths at which a tree has a file, or a link. */
async function blobsAt({ objects }, tree, paths) {
    const items = await new Trees(objects, tree).itemsAt(paths);
    return [...items.values()].flatMap((item) => blobOf(item) ?? []);
}
/** Of a file, or a link; null: of what is neither. */
function blobOf(item) {
    return item?.kind === 'file' || item?.kind === 'link' ? item.object : null;
}
function folderOf(object) {
    return (read) => {
        const tree = read.get(object);
        const items = tree === undefined ? null : parseTree(tree.content, object.length / 2);
        if (items !== null)
            return items;
        throw refused(object, `it ${tree === undefined ? 'is not here' : 'is none that Git would make'}`);
    };
}
function refused(tree, reason) {
    return new errors/* NarPublishError */.f9({ code: 'GIT_FAILED', subject: `tree ${tree}`, reason });
}
function* entriesOf(folders, object, above) {
    for (const [name, item] of folders.get(object) ?? [])
        yield [above + name, item];
}
/** A tree as Git stores it: `<mode> <name>`, a NUL and the object's name in binary, for each item; null: it is none. `nameLength`: bytes of such a name. */
function parseTree(content, nameLength) {
    const items = new Map();
    for (let at = 0; at < content.length;) {
        const blank = content.indexOf(0x20, at);
        const end = content.indexOf(0, blank);
        const next = end + 1 + nameLength;
        if (blank < 0 || end < 0 || end === blank + 1 || next > content.length)
            return null;
        const mode = content.toString('latin1', at, blank);
        const name = content.toString('utf8', blank + 1, end);
        items.set(name, (0,tree_item/* treeItem */.ow)(mode, content.toString('hex', end + 1, next)));
        at = next;
    }
    return items;
}

;// CONCATENATED MODULE: ./src/repository/git/snapshot.ts



/**
 * What every publish reads sooner or later, or replaces, which git makes a delta of: a connection for all of it, and not for each. What is
 * not here git fetches in the middle of a push.
 */
const usualFiles = [
    ...[cache_info/* cacheInfoPath */.gs, 'README.md', 'catalogue.json', 'catalogue/newest.json'],
    ...['catalogue/newest.html', 'badge.json', 'badge.svg']
];
/** The files of one commit whose folders are here already. */
function gitSnapshot(repository, head) {
    const blobs = new BlobReader(repository);
    const trees = new Trees(repository.objects, head.tree);
    const expected = new Set(usualFiles);
    let waiting = new Map();
    /** What is asked for at the same time, of whatever folders, is fetched in one connection. */
    function readFile(path) {
        const known = waiting.get(path);
        if (known !== undefined)
            return known.promise;
        if (waiting.size === 0)
            setImmediate(() => void readWaiting());
        const read = Promise.withResolvers();
        waiting.set(path, read);
        return read.promise;
    }
    async function readWaiting() {
        const batch = waiting;
        waiting = new Map();
        const alongside = [...expected];
        try {
            const items = await trees.itemsAt([...new Set([...batch.keys(), ...alongside])]);
            const blobAt = (path) => blobOf(items.get(path));
            const early = alongside.flatMap((path) => blobAt(path) ?? []);
            if ([...batch.keys()].some((path) => blobAt(path) !== null)) {
                for (const path of alongside)
                    expected.delete(path);
            }
            for (const [path, { resolve, reject }] of batch) {
                const blob = blobAt(path);
                if (blob === null)
                    resolve(null);
                else
                    blobs.read(blob, early).then(resolve, reject);
            }
        }
        catch (error) {
            for (const { reject } of batch.values())
                reject(error);
        }
    }
    return {
        commit: head.commit,
        readFile,
        glanceAt: readFile,
        willReplace(paths) {
            for (const path of paths)
                expected.add(path);
        },
        async readNarInfos(hashes) {
            const texts = await Promise.all(hashes.map(async (hash) => {
                const content = await readFile(`${hash}.narinfo`);
                return content === null ? [] : [[hash, content.toString('utf8')]];
            }));
            return new Map(texts.flat());
        },
        async missingNarInfos(hashes) {
            const items = await trees.itemsIn('');
            return new Set(hashes.filter((hash) => !isFile(items.get(`${hash}.narinfo`))));
        },
        async listFiles() {
            // A size would need the file, which is not here.
            return new Map([...(await trees.files())].map(([path, blob]) => [path, { blob, size: null }]));
        },
        async readFiles(paths) {
            const items = await trees.itemsAt([...new Set([...paths, ...expected])]);
            const early = [...expected].flatMap((path) => blobOf(items.get(path)) ?? []);
            expected.clear();
            const contents = await Promise.all(paths.map(async (path) => {
                const blob = blobOf(items.get(path));
                return blob === null ? [] : [[path, await blobs.read(blob, early)]];
            }));
            return new Map(contents.flat());
        },
        async hasHistory() {
            const [commit] = (await repository.objects.read('commit', [head.commit])).values();
            const header = commit?.content.toString('latin1').split('\n\n', 1)[0] ?? '';
            return /^parent /m.test(header);
        },
        has: async (path) => isFile((await trees.itemsAt([path])).get(path)),
        itemsAt: (paths) => trees.itemsAt(paths),
        itemsIn: (folder) => trees.itemsIn(folder)
    };
}
function isFile(item) {
    return blobOf(item) !== null;
}

;// CONCATENATED MODULE: ./src/repository/git/commit-files.ts






/**
 * The files of a commit as git fetches them into `repository`, which is to be a fresh one: what this process wrote stands for none of
 * them. `expected`: blobs that are probably asked for, which come in the commit's own connection. Throws VERIFY_FAILED when the target does not
 * have the commit.
 */
async function commitFilesByGit(repository, commit, expected = []) {
    const name = repository.git.url;
    const head = await repository.fetchCommit(commit, expected);
    if (head === null) {
        throw new errors/* NarPublishError */.f9({
            code: 'VERIFY_FAILED',
            subject: name,
            reason: `the target does not have the commit ${commit}`
        });
    }
    const trees = new Trees(repository.objects, head.tree);
    return {
        name,
        snapshot: gitSnapshot(repository, head),
        async copy(paths, directory) {
            const items = await trees.itemsAt(paths);
            const files = paths.flatMap((path) => {
                const blob = blobOf(items.get(path));
                return blob === null ? [] : [{ path, blob }];
            });
            const blobs = files.map(({ blob }) => blob);
            await repository.fetchBlobs(blobs);
            const folders = new Set(files.map(({ path }) => (0,external_node_path_.dirname)((0,external_node_path_.join)(directory, path))));
            for (const folder of folders)
                (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
            const written = new Set();
            await repository.objects.takeBlobs(blobs, async (index, size, bytes) => {
                const path = files[index]?.path ?? '';
                await write((0,external_node_path_.join)(directory, path), size, bytes);
                written.add(path);
            });
            return written;
        }
    };
}
const mode = 0o600;
/** A file of more is streamed: less is written before a thread has been asked for it. */
const quickFile = 1024 * 1024;
async function write(file, size, bytes) {
    if (size > quickFile)
        await (0,external_node_stream_promises_.pipeline)(bytes, (0,external_node_fs_.createWriteStream)(file, { mode }));
    else
        (0,external_node_fs_.writeFileSync)(file, Buffer.concat(await Array.fromAsync(bytes)), { mode });
}

;// CONCATENATED MODULE: ./src/repository/empty-snapshot.ts
/** The branch before its first commit. */
function emptySnapshot() {
    return {
        commit: null,
        readFile: () => Promise.resolve(null),
        glanceAt: () => Promise.resolve(null),
        readNarInfos: () => Promise.resolve(new Map()),
        missingNarInfos: (hashes) => Promise.resolve(new Set(hashes)),
        listFiles: () => Promise.resolve(new Map()),
        readFiles: () => Promise.resolve(new Map()),
        hasHistory: () => Promise.resolve(false),
        has: () => Promise.resolve(false),
        itemsAt: () => Promise.resolve(new Map()),
        itemsIn: () => Promise.resolve(new Map())
    };
}

// EXTERNAL MODULE: ./src/repository/limits.ts
var limits = __webpack_require__(3546);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var run = __webpack_require__(32054);
;// CONCATENATED MODULE: ./src/repository/git/fast-import.ts

/**
 * Makes objects of a stream of `git fast-import`'s commands, whatever their number, and answers the lines that it prints. One process for
 * all; and each is compressed once, because a push takes it out of their pack as it is, where it would compress a loose one (of `hash-object`
 * and `update-index`) anew. `areAlike`: then they are loose all the same, as git looks for deltas among these alone: what one pack has in
 * full, neither a push nor the host's next repack compares again. `areCompressed`: they get no smaller, and are stored as they are. Throws GIT_FAILED, DISK_FULL, and what the stream throws.
 */
async function fastImport(git, commands, { areAlike = false, areCompressed = false } = {}) {
    const broken = [];
    async function* stream() {
        try {
            for await (const command of commands())
                yield Buffer.from(command);
        }
        catch (error) {
            broken.push(error);
            throw error;
        }
        // Where the stream broke off, it has not come: git makes nothing then.
        yield Buffer.from('done\n');
    }
    const settings = [
        `fastimport.unpackLimit=${areAlike ? 2 ** 31 - 1 : 0}`,
        // Here git compares each with the one before alone, which takes as long as compressing it.
        'core.bigFileThreshold=1m',
        // What the end of the machine leaves of them is nobody's.
        'core.fsync=none',
        ...(areCompressed ? ['pack.compression=0'] : [])
    ];
    const flags = settings.flatMap((each) => ['-c', each]);
    const args = [...flags, 'fast-import', '--quiet', '--force', '--done'];
    try {
        return (await (0,run/* expectGitLine */.AI)(git, args, { stdin: stream() })).split('\n');
    }
    catch (error) {
        // To git that was the end of its input.
        throw broken.length > 0 ? broken[0] : error;
    }
}

;// CONCATENATED MODULE: ./src/repository/git/objects.ts




/** Makes blobs of files on the disk, each streamed, and answers repository path → blob. */
async function writeLargeFiles({ git }, files) {
    const unique = [...new Map(files.map((file) => [file.path, file])).values()];
    if (unique.length === 0)
        return new Map();
    const commands = async function* () {
        for (const [index, file] of unique.entries()) {
            yield `blob\nmark :${index + 1}\ndata ${file.size}\n`;
            yield* bytesOf(file);
            yield `\nget-mark :${index + 1}\n`;
        }
    };
    // As it stands a NAR may be much like another one; compressed it never is.
    const areAlike = unique.some(({ path }) => path.endsWith('.nar'));
    const areCompressed = unique.every(({ path }) => /\.nar\.\w+$/.test(path));
    const blobs = await fastImport(git, commands, { areAlike, areCompressed });
    return new Map(unique.map(({ path }, index) => [path, blobs[index] ?? '']));
}
/**
 * Makes the commit that has `change` on top of `base` (null: nothing but the change, no parent). null: the tree would be the
 * base's, and its history stays. What the change does not touch is never looked at, so that none of it need be here. `executable`: paths
 * that keep that mode.
 */
async function writeCommit({ git }, base, change, { largeBlobs, executable }) {
    const written = (path, blob) => `M ${executable.has(path) ? '100755' : '100644'} ${blob} ${quoted(path)}\n`;
    const [listed = ''] = await fastImport(git, function* () {
        const small = [...change.files];
        for (const [index, [, content]] of small.entries()) {
            yield `blob\nmark :${index + 1}\ndata ${content.length}\n`;
            yield content;
            yield '\n';
        }
        // For its tree: fast-import knows no other way to one.
        yield `commit refs/nar-publish/tree\ncommitter nobody <nobody> 0 +0000\ndata 0\n`;
        if (base !== null)
            yield `from ${base.commit}\n`;
        yield* (change.deletedFiles ?? []).map((path) => `D ${quoted(path)}\n`);
        yield* change.largeFiles.map(({ path }) => written(path, objects_blobOf(path, largeBlobs)));
        yield* small.map(([path], index) => written(path, `:${index + 1}`));
        yield 'ls ""\n';
    });
    const tree = /^040000 tree ([0-9a-f]+)\b/.exec(listed)?.[1];
    if (tree === undefined)
        throw (0,errors/* internalError */.WB)('git', `fast-import has for a tree: ${listed}`);
    const isRoot = base === null || change.replacesHistory === true;
    if (tree === base?.tree && !isRoot)
        return null;
    const parents = isRoot ? [] : ['-p', base.commit];
    const commit = await (0,run/* expectGitLine */.AI)(git, ['commit-tree', tree, ...parents, '-F', '-'], {
        stdin: change.message
    });
    return { commit, tree };
}
/** A file of more is streamed: less is read before a thread has been asked four times. */
const objects_quickFile = 1024 * 1024;
/** Throws INTERNAL for a file that has another size by now, and what reading throws. */
async function* bytesOf({ path, diskPath, size }) {
    let read = 0;
    const chunks = size <= objects_quickFile
        ? [(0,external_node_fs_.readFileSync)(diskPath)]
        : (0,external_node_fs_.createReadStream)(diskPath, { highWaterMark: objects_quickFile });
    for await (const bytes of chunks) {
        read += bytes.length;
        if (read > size)
            break;
        yield bytes;
    }
    if (read !== size)
        throw (0,errors/* internalError */.WB)(path, `the packed file no longer has its ${size} bytes`);
}
function objects_blobOf(path, blobs) {
    const blob = blobs.get(path);
    if (blob === undefined)
        throw (0,errors/* internalError */.WB)(path, 'it is in the change, but was not written');
    return blob;
}
/** As git reads it in every place, whatever characters it has. */
function quoted(path) {
    const escaped = path.replace(/["\\]/g, (found) => `\\${found}`).replaceAll('\n', '\\n');
    return `"${escaped}"`;
}

// EXTERNAL MODULE: ./src/repository/git/answers.ts
var answers = __webpack_require__(99152);
;// CONCATENATED MODULE: ./src/repository/git/push.ts



/**
 * Makes the target's branch point at `commit`, with all that the target lacks in one pack. Never by force, unless it `replaces` the
 * commit that the branch is at: then only while it is there. Answers false when the branch has moved. A push whose answer was lost
 * counts when the commit turns out to be in the branch. Throws BRANCH_RULE, HISTORY_PROTECTED, PUSH_REJECTED, NAR_TOO_LARGE,
 * GIT_AUTH_FAILED, GIT_UNREACHABLE, GIT_FAILED.
 */
async function push(repository, branch, commit, replaces = null) {
    for (let attempt = 1;; attempt++) {
        const exit = await repository.connect(pushArguments(branch, commit, replaces));
        if (exit.status === 0)
            return true;
        const failed = { ...exit, stdout: exit.stdout.toString('utf8') };
        const { kind, error } = replaces === null
            ? (0,answers/* readPushFailure */.tK)(repository.git.url, failed)
            : (0,answers/* readForcedPushFailure */.YC)(repository.git.url, failed);
        if (kind === 'lost') {
            if (attempt === limits/* defaultLimits */.M.connectionAttempts)
                throw error;
            await repository.pause(attempt, error);
            if (await repository.branchContains(branch, commit))
                return true;
            // Sent again as it is: if the branch has moved meanwhile, the answer says so.
            continue;
        }
        if (kind === 'moved' || kind === 'moved-meanwhile') {
            // An earlier try may have landed: ours, or curl's, which sends a request again when its connection was closed.
            const mayHaveLanded = attempt > 1 || kind === 'moved-meanwhile';
            return mayHaveLanded && (await repository.branchContains(branch, commit));
        }
        throw error;
    }
}
/**
 * Compared with literal lists in a test. Without `+` and `--force`: the target itself refuses what is no fast-forward, and, where a
 * commit is to be replaced, what is not at that commit.
 */
function pushArguments(branch, commit, replaces = null) {
    const ref = `refs/heads/${branch}`;
    return [
        ...['push', '--porcelain', '--no-verify', '--no-follow-tags', '--no-signed'],
        ...['--recurse-submodules=no', '--thin'],
        ...(replaces === null ? [] : [`--force-with-lease=${ref}:${replaces}`]),
        ...['--', run/* remote */.be, `${commit}:${ref}`]
    ];
}

;// CONCATENATED MODULE: ./src/repository/git/commit-by-push.ts






/**
 * Writes the large files' objects once, then composes, commits and pushes until the branch has the change. `start`: where the branch
 * was when last looked at (null: nowhere, it did not exist); undefined: it is looked at first.
 */
async function commitByPush({ repository, branch, known }, start, largeFiles, released, compose) {
    const { git, pace } = repository;
    const read = () => repository.fetchBranch(branch);
    const head = start === undefined ? await read() : start;
    const largeBlobs = await writeLargeFiles(repository, largeFiles);
    const host = {
        ...{ repository: git.url, log: git.log, pace, limits: limits/* defaultLimits */.M },
        get workingTime() {
            return pace.now();
        }
    };
    return (0,landing/* landChange */.Mv)({
        ...{ branch, host, read },
        headOf: (head) => head,
        snapshotOf: (head) => known !== undefined && known.commit === head?.commit ? known : snapshotOf(repository, head),
        whyLost: (head, rounds) => `it was no longer at ${head?.commit.slice(0, 12) ?? 'no commit'} in each of ${rounds} attempts`,
        write: (head, change, executable) => writeCommit(repository, head, change, { largeBlobs, executable }),
        move: (head, made, { replacesHistory }) => push(repository, branch, made.commit, replacesHistory === true ? (head?.commit ?? null) : null)
    }, head, (snapshot) => compose(snapshot, released));
}
function snapshotOf(repository, head) {
    return head === null ? emptySnapshot() : gitSnapshot(repository, head);
}

// EXTERNAL MODULE: ./src/repository/git/repository.ts + 1 modules
var git_repository = __webpack_require__(52266);
;// CONCATENATED MODULE: ./src/repository/git/target.ts









/**
 * Any Git repository as storage, through git itself; credentials are git's own. No connection when the branch is named, else one.
 * Throws BRANCH_INVALID, INPUT_MISSING, GIT_MISSING, GIT_AUTH_FAILED, GIT_UNREACHABLE, GIT_FAILED, REPOSITORY_NOT_FOUND.
 */
async function openGitTarget(options) {
    const { branch, url, scratch } = options;
    if (branch !== null)
        (0,branch_name/* checkBranchName */.I$)(branch);
    const place = { ...options, scratch: (0,external_node_path_.join)(scratch, 'git') };
    const repository = git_repository/* Repository */.L.make(place);
    const branchName = branch ?? (await repository.defaultBranch());
    if (branchName === null || !(0,branch_name/* isBranchName */.Q8)(branchName)) {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_MISSING',
            subject: 'input target-branch',
            reason: `it is empty, and ${url} does not say which branch is its default`
        });
    }
    return new GitTarget(repository, place, branchName, options.substituterUrl);
}
class GitTarget {
    name;
    branch;
    isPrivate = false;
    substituterUrl;
    servedBy;
    readerCredentials = null;
    /** What the host takes is not known: it says so when the push arrives. */
    largestTreeFile = Number.MAX_SAFE_INTEGER;
    largestFile = Number.MAX_SAFE_INTEGER;
    repositoryBytes = null;
    releasedFiles = null;
    routes = ['push'];
    cloneUrl;
    #repository;
    #place;
    #heads = new WeakMap();
    #last = null;
    /** What commits have at the target. */
    #fetchedCommits = new Map();
    #repositories;
    constructor(repository, place, branch, substituterUrl) {
        this.#repository = repository;
        this.#repositories = [repository];
        this.#place = place;
        this.name = shortName(place.url);
        this.cloneUrl = place.url;
        this.branch = branch;
        this.substituterUrl = substituterUrl;
        this.servedBy = substituterUrl === null ? null : 'other';
    }
    get requests() {
        const git = this.#repositories.reduce((sum, { connections }) => sum + connections, 0);
        return { api: 0, raw: 0, git };
    }
    substituterUrlAt() {
        return this.substituterUrl;
    }
    /**
     * A copy that is fetched from the target for this, whether or not somebody serves its files: a mirror or Pages may need minutes to
     * have the commit.
     */
    async readableAt(...[commit, hashes, directory, likelyNars = []]) {
        const head = this.#last?.head;
        // What this process wrote tells what to ask for, and nothing else.
        const expected = head?.commit === commit
            ? await blobsAt(this.#repository, head.tree, copiedFirst(hashes, likelyNars))
            : [];
        const files = await this.#fetched(commit, expected);
        return makeReadableCopy(files, hashes, directory, likelyNars);
    }
    /** Into a repository that has nothing else; once for a commit. `expected`: see commitFilesByGit. */
    #fetched(commit, expected = []) {
        const known = this.#fetchedCommits.get(commit);
        if (known !== undefined)
            return known;
        const repository = git_repository/* Repository */.L.make(this.#place);
        this.#repositories.push(repository);
        const fetched = commitFilesByGit(repository, commit, expected);
        this.#fetchedCommits.set(commit, fetched);
        return fetched;
    }
    /** Which page shows a file is each host's own matter. */
    webUrl() {
        return '';
    }
    commitUrl() {
        return '';
    }
    /** Hosts have no question of one kind; a push tells. */
    refusal() {
        return Promise.resolve(null);
    }
    async snapshot() {
        return this.#snapshotOf(await this.#repository.fetchBranch(this.branch));
    }
    async commit(largeFiles, from, compose) {
        const landed = await commitByPush({ repository: this.#repository, branch: this.branch, known: from }, this.#heads.get(from)?.head, largeFiles, new Map(), compose);
        if ((0,landing/* isHalt */.w0)(landed))
            return landed;
        const { head, changed, attempts } = landed;
        this.#snapshotOf(head);
        const { commit } = head;
        const readBack = async () => (await this.#fetched(commit)).snapshot;
        return { commit, readBack, changed, attempts, url: '', route: 'push' };
    }
    #snapshotOf(head) {
        if (this.#last === null || this.#last.head?.commit !== head?.commit) {
            this.#last = { head, snapshot: snapshotOf(this.#repository, head) };
        }
        const { snapshot } = this.#last;
        this.#heads.set(snapshot, { head });
        return snapshot;
    }
}
/** `nix/store` of `https://git.example.org/nix/store.git`, `git@host:nix/store` and `/srv/nix/store.git`. */
function shortName(url) {
    const path = url.replace(/^[a-z+]+:\/\/[^/]*/i, '').replace(/^[^/]*:/, '');
    const parts = path
        .replace(/\/+$/, '')
        .replace(/\.git$/, '')
        .split('/');
    return (parts
        .filter((part) => part !== '')
        .slice(-2)
        .join('/') || url);
}

// EXTERNAL MODULE: ./src/repository/pace.ts
var pace = __webpack_require__(50905);
;// CONCATENATED MODULE: ./src/repository/github/addresses.ts
function addressesOf(serverUrl, owner, repo, branch) {
    const repository = `${encode(owner)}/${encode(repo)}`;
    const web = `${serverUrl}/${repository}`;
    // github.com's own raw address redirects there; an Enterprise server's host for raw files differs by its settings.
    const raw = serverUrl === 'https://github.com'
        ? `https://raw.githubusercontent.com/${repository}`
        : `${web}/raw`;
    // In its short form a branch with a slash could also be read as a branch and a folder, and `deadbeef` as a commit.
    const ref = /^(?![0-9a-f]{7,}$)[\w.-]+$/i.test(branch) ? branch : `refs/heads/${encode(branch)}`;
    const commitFiles = (commit) => `${raw}/${commit}`;
    return {
        host: new URL(raw).hostname,
        branchFiles: `${raw}/${ref}`,
        sites: sitesOf(serverUrl, owner, repo),
        commitFiles,
        rawFile: (commit, path) => `${commitFiles(commit)}/${encode(path)}`,
        // GitHub calls a folder's page, as that of the whole branch, otherwise than a file's.
        page: (path) => path === ''
            ? `${web}/tree/${encode(branch)}`
            : `${web}/blob/${encode(branch)}/${encode(path)}`,
        commitPage: (commit) => `${web}/commit/${commit}`
    };
}
function sitesOf(serverUrl, owner, repo) {
    const { protocol, host } = new URL(serverUrl);
    const isOwners = repo.toLowerCase() === `${owner}.github.io`.toLowerCase();
    const below = isOwners ? '' : `/${encode(repo)}`;
    if (host === 'github.com')
        return [`https://${owner.toLowerCase()}.github.io${below}`];
    const ofOwner = `/${encode(owner)}${below}`;
    return [`${serverUrl}/pages${ofOwner}`, `${protocol}//pages.${host}${ofOwner}`];
}
/** Each segment of a path. */
function encode(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}

// EXTERNAL MODULE: ./src/repository/github/api.ts + 4 modules
var github_api = __webpack_require__(60021);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/repository/site-files.ts
var site_files = __webpack_require__(59747);
// EXTERNAL MODULE: ./src/bodies.ts
var bodies = __webpack_require__(85367);
// EXTERNAL MODULE: ./src/web-client.ts
var web_client = __webpack_require__(23117);
;// CONCATENATED MODULE: ./src/repository/github/pages-probe.ts





/** Milliseconds of silence after which a try is given up. */
const timeout = 15_000;
const tries = 2;
const pause = 1000;
const mostRedirects = 5;
/** Bytes; what is asked for has some hundred. */
const largestFile = 65_536;
/** Asks the site at an address (without a slash at its end) as a stranger. `page`: what its 404.html is when it is made of the branch. */
async function lookAtSite(address, page, pace) {
    try {
        const info = await readFile(`${address}/${cache_info/* cacheInfoPath */.gs}`, pace);
        const url = info.url.endsWith(`/${cache_info/* cacheInfoPath */.gs}`)
            ? info.url.slice(0, -cache_info/* cacheInfoPath */.gs.length - 1)
            : null;
        if (url === null || info.body === null || !isCacheInfo(info.body))
            return { kind: 'no-cache' };
        const { body } = await readFile(`${url}/${site_files/* notFoundPagePath */.mf}`, pace);
        const isOurs = body !== null && (0,site_files/* isOwnSiteFile */.mh)(site_files/* notFoundPagePath */.mf, body);
        const isOf = body?.equals(page) === true ? 'this' : isOurs ? 'another' : null;
        return { kind: 'cache', url, isOf };
    }
    catch (error) {
        return { kind: 'silent', reason: error instanceof Error ? error.message : String(error) };
    }
}
function isCacheInfo(body) {
    try {
        (0,cache_info/* parseCacheInfo */.Uw)(body.toString('utf8'), cache_info/* cacheInfoPath */.gs);
        return true;
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9)
            return false;
        throw error;
    }
}
/** `body` null: the server says that it has no such file. Throws when it says nothing of the kind. */
async function readFile(url, pace) {
    for (let attempt = 1;; attempt++) {
        try {
            return await follow(url);
        }
        catch (error) {
            if (attempt === tries)
                throw error;
            await pace.sleep(pause);
        }
    }
}
/** By hand, as the address that a custom domain's redirect leads to is the one to tell. */
async function follow(url) {
    const client = await (0,web_client/* webClient */.q)({ socketTimeout: timeout, allowRedirects: false })();
    let at = url;
    for (let redirects = 0;; redirects++) {
        const { message } = await client.get(at);
        const { statusCode: status = 0 } = message;
        const { location } = message.headers;
        if (status >= 300 && status < 400 && location !== undefined) {
            message.destroy();
            if (redirects === mostRedirects)
                throw new Error(`${url}: more than ${mostRedirects} redirects`);
            at = new URL(location, at).href;
            if (!/^https?:/.test(at))
                return { url: at, body: null };
            continue;
        }
        if (status === 200)
            return { url: at, body: await wholeBody(message) };
        message.destroy();
        // What is busy or broken now may have the file a minute later.
        if (status >= 500 || status === 429 || status === 408)
            throw new Error(`${at}: ${status}`);
        return { url: at, body: null };
    }
}
/** null: larger than anything that is asked for. */
async function wholeBody(message) {
    const timer = setTimeout(() => message.destroy(new Error('time-out')), timeout);
    try {
        return await (0,bodies/* readAtMost */.rU)(message, largestFile);
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: ./src/repository/github/pages.ts





/** https://docs.github.com/en/rest/pages/pages#get-a-apiname-pages-site */
const pagesReply = schemas/* object */.Ikc({
    html_url: schemas/* string */.YjP().nullish(),
    status: schemas/* string */.YjP().nullish(),
    build_type: schemas/* string */.YjP().nullish(),
    source: schemas/* object */.Ikc({ branch: schemas/* string */.YjP(), path: schemas/* string */.YjP() }).nullish(),
    public: schemas/* boolean */.zMY().nullish()
});
/**
 * The address of Pages that readers are to be told; null: the raw files. Two requests at most, and of a stranger a few to the site; none
 * where Pages is off. `pages` throws PAGES_OFF when it is certain that Pages does not serve the branch.
 */
async function pagesAddress(question, choice) {
    const { api, branch } = question;
    const verdict = await judge(question);
    if (verdict.kind === 'serves') {
        api.log.info(`readers are told ${verdict.url}: GitHub Pages serves branch ${branch}`);
        return verdict.url;
    }
    if (choice === 'auto') {
        if (question.hasPages === false)
            return null;
        const told = await question.told();
        const text = `Readers are told the raw files and not GitHub Pages: ${verdict.reason}.`;
        if (told?.servedBy === 'pages')
            api.log.warning(`${text} Until now they were told Pages.`);
        else
            api.log.info(text);
        return null;
    }
    if (verdict.kind === 'no') {
        throw new errors/* NarPublishError */.f9({
            code: 'PAGES_OFF',
            subject: `${api.repository}, branch ${(0,src_text/* quote */.hD)(branch)}`,
            reason: verdict.reason
        });
    }
    api.log.warning(`Readers are told ${verdict.url}, as \`substituter-url: pages\` asks for: ${verdict.reason}.`);
    return verdict.url;
}
async function judge(question) {
    const { api, branch, hasPages } = question;
    if (hasPages === false)
        return { kind: 'no', reason: 'GitHub Pages is off' };
    // A job's token may not see the settings, and Pages may have a bad day of its own: the site itself can be asked.
    const reply = await api.ask({ route: 'GET /repos/{owner}/{repo}/pages' }, pagesReply, [
        'not-found',
        'final',
        'lost'
    ]);
    if (reply.kind !== 'done')
        return judgeBySite(question, question.sites);
    const settings = reply.data;
    const url = addressOf(settings.html_url);
    if (settings.public === false)
        return { kind: 'no', reason: 'its site is open to few' };
    if (url === null)
        return judgeBySite(question, question.sites);
    const { source } = settings;
    if (settings.build_type === 'workflow' || !source)
        return judgeBySite(question, [url]);
    if (source.branch !== branch || source.path !== '/') {
        const reason = `it serves branch ${(0,src_text/* quote */.hD)(source.branch)}, folder ${(0,src_text/* quote */.hD)(source.path)}`;
        return { kind: 'no', reason };
    }
    return judgeBuilt(question, settings, url);
}
/** GitHub builds this branch; what is not known is whether a build of it was ever finished. */
async function judgeBuilt({ api, branch, told }, { status }, url) {
    if (status === 'built')
        return { kind: 'serves', url };
    const wasTold = (await told())?.servedBy === 'pages';
    const seen = wasTold ? null : await lookAtSite(url, pageOf(api, branch), api.pace);
    if (seen !== null && seen.kind !== 'cache') {
        const building = `its first build of branch ${(0,src_text/* quote */.hD)(branch)} is not done (${status ?? 'no status'})`;
        const reason = seen.kind === 'silent' ? `${building}, and ${seen.reason}` : building;
        return { kind: 'unseen', url, reason };
    }
    if (status === 'errored') {
        api.log.warning(`The last build of GitHub Pages failed: readers at ${url} get what was built before it.`);
    }
    return { kind: 'serves', url };
}
/** By what readers get: a cache with the page of this branch. */
async function judgeBySite({ api, branch, told }, urls) {
    const answers = new Map();
    for (const asked of urls) {
        const seen = await lookAtSite(asked, pageOf(api, branch), api.pace);
        const url = seen.kind === 'cache' && seen.isOf === 'this' ? addressOf(seen.url) : null;
        if (url !== null)
            return { kind: 'serves', url };
        answers.set(asked, seen);
    }
    const before = await told();
    if (before?.servedBy === 'pages') {
        const { url } = before;
        const all = [...answers.values()];
        const site = all.find((seen) => seen.kind === 'cache' && seen.url === url);
        // One without a page of ours is what it was until now.
        if (site?.kind === 'cache' && site.isOf === null)
            return { kind: 'serves', url };
        // No answer is not a negative one.
        const silent = [answers.get(url) ?? all].flat().find((seen) => seen.kind === 'silent');
        if (silent !== undefined) {
            api.log.warning(`Readers are still told ${url}, which could not be asked: ${silent.reason}`);
            return { kind: 'serves', url };
        }
    }
    const reasons = [...answers].map(([asked, seen]) => `${asked} ${unseenReason(seen, branch)}`);
    return { kind: 'unseen', url: urls[0], reason: reasons.join('; ') };
}
function unseenReason(seen, branch) {
    switch (seen.kind) {
        case 'cache':
            return `is a cache, and was not seen to be made of branch ${(0,src_text/* quote */.hD)(branch)} yet${seen.isOf === 'another' ? ', but of another one' : ''}`;
        case 'no-cache':
            return 'is no binary cache, or not yet';
        case 'silent':
            return `could not be asked: ${seen.reason}`;
    }
}
function pageOf({ repository: name }, branch) {
    return (0,site_files/* notFoundPage */.FS)({ name, branch });
}
/** As a substituter's address; null when it is no address that could be told. */
function addressOf(url) {
    const isAddress = url && /^https?:\/\/[^\s'"\\?#]+$/.test(url) && URL.canParse(url);
    return isAddress ? url.replace(/\/+$/, '') : null;
}

// EXTERNAL MODULE: ./src/repository/github/repository.ts
var repository = __webpack_require__(86264);
// EXTERNAL MODULE: ./src/repository/file-size.ts
var file_size = __webpack_require__(28828);
// EXTERNAL MODULE: ./src/repository/github/branch-head.ts
var branch_head = __webpack_require__(71175);
// EXTERNAL MODULE: ./src/repository/github/blob-upload.ts
var blob_upload = __webpack_require__(57433);
// EXTERNAL MODULE: ./src/repository/github/commit-write.ts
var commit_write = __webpack_require__(6203);
;// CONCATENATED MODULE: ./src/repository/github/first-commit.ts

const readmePath = 'README.md';
const contentsReply = schemas/* object */.Ikc({
    commit: schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), tree: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) })
});
/**
 * Gives an empty repository its first commit, which holds a README and nothing else: GitHub takes objects only after that.
 * The commit is on the default branch whatever branch is published to. Somebody else's first commit is as good.
 */
async function makeFirstCommit(api, branch, defaultBranch, readme) {
    const patience = api.patience();
    for (;;) {
        const reply = await api.ask({
            route: 'PUT /repos/{owner}/{repo}/contents/{path}',
            parameters: {
                path: readmePath,
                message: 'Start a Nix binary cache',
                content: readme.toString('base64')
            }
        }, contentsReply, 
        // 409 or 422 when two publishers start the same repository; `lost` may have taken effect.
        ['lost', 'ref-moved', 'ref-exists', 'not-visible-yet']);
        if (reply.kind === 'done') {
            const { sha, tree } = reply.data.commit;
            if (branch.branch === defaultBranch) {
                return branch.advance({ kind: 'empty' }, { commit: sha, tree: tree.sha });
            }
            branch.leave({ kind: 'empty' });
            return { kind: 'missing' };
        }
        if (reply.kind === 'ref-moved' || reply.kind === 'ref-exists')
            branch.leave({ kind: 'empty' });
        else
            await patience.wait(reply);
        const state = await branch.read();
        if (state.kind !== 'empty')
            return state;
    }
}

// EXTERNAL MODULE: ./src/repository/github/history-update.ts
var history_update = __webpack_require__(90682);
// EXTERNAL MODULE: ./src/repository/github/ref-update.ts
var ref_update = __webpack_require__(71361);
// EXTERNAL MODULE: ./src/repository/github/tree-write.ts
var tree_write = __webpack_require__(88658);
;// CONCATENATED MODULE: ./src/repository/github/commit-by-api.ts







/**
 * Uploads the large files, then composes, commits and moves the branch until it has the change. `start`: where the branch was
 * when last looked at; if it has moved since, the first try finds out.
 */
async function commitByApi(route, start, largeFiles, compose) {
    const { api, branch, uploaded, snapshotOf } = route;
    const state = start.kind === 'empty' ? await leaveEmpty(route) : start;
    const blobs = await (0,blob_upload/* uploadFiles */.Z)(api, largeFiles.filter(({ path }) => !uploaded.has(path)));
    for (const [path, blob] of blobs)
        uploaded.set(path, blob);
    const known = new Set(uploaded.values());
    return (0,landing/* landChange */.Mv)({
        ...{ branch: branch.branch, host: api, headOf, snapshotOf },
        read: () => branch.read(),
        mayStillBeAt: (state) => branch.mayStillBeAt(state),
        whyLost: async (state, rounds) => `expected ${shown(state)}, found ${shown(await branch.read())} after ${rounds} attempts`,
        write: async (state, change, executable) => {
            const base = headOf(state);
            const tree = await (0,tree_write/* writeTree */.WM)(api, base?.tree ?? null, change, {
                largeBlobs: uploaded,
                executable,
                known
            });
            const isReplaced = base !== null && change.replacesHistory === true;
            if (tree === base?.tree && !isReplaced)
                return null;
            const parents = base === null || isReplaced ? [] : [base.commit];
            const { sha: commit } = await (0,commit_write/* writeCommit */.r)(api, { message: change.message, tree, parents });
            return { commit, tree };
        },
        move: async (state, made, { replacesHistory }) => {
            const base = headOf(state);
            const isMoved = base !== null && replacesHistory === true
                ? await (0,history_update/* replaceHistory */.B)(api, branch, route.repositoryId, base, made.commit)
                : await (0,ref_update/* updateRef */.d)(api, branch, state, made.commit);
            if (isMoved)
                branch.advance(state, made);
            return isMoved;
        }
    }, state, compose);
}
/** GitHub takes neither objects nor releases before. The first commit holds a heading only: a reader who comes between it and ours must not be told of NARs that are not there. */
async function leaveEmpty({ api, branch, defaultBranch }) {
    api.log.info(`${api.repository} is empty: it gets its first commit`);
    return makeFirstCommit(api, branch, defaultBranch, Buffer.from(`# ${api.repo}\n`));
}
function headOf(state) {
    return state.kind === 'at' ? state.head : null;
}
function shown(state) {
    return headOf(state)?.commit.slice(0, 12) ?? 'no such branch';
}

// EXTERNAL MODULE: ./src/repository/github/git-objects.ts
var git_objects = __webpack_require__(27067);
// EXTERNAL MODULE: ./src/repository/github/leading-sha.ts
var leading_sha = __webpack_require__(63927);
;// CONCATENATED MODULE: ./src/repository/github/download.ts










/** Writes a blob to the disk as it comes, whatever its size; again while what came is not it. */
async function downloadBlob(api, { blob: sha, size }, file) {
    await api.call({
        route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
        parameters: { file_sha: sha },
        accept: 'application/vnd.github.raw+json',
        largest: size ?? api.limits.largestTreeFile,
        receive: async (body) => {
            await save(body, file);
            return shaOf(file);
        }
    }, schemas/* literal */.euz(sha));
}
/** Writes the bytes of a release's asset. GitHub redirects to another host, which is not shown the token. */
async function downloadAsset(api, { id, size }, file) {
    await api.call({
        route: 'GET /repos/{owner}/{repo}/releases/assets/{asset_id}',
        parameters: { asset_id: id },
        accept: 'application/octet-stream',
        largest: size,
        receive: async (body) => {
            await save(body, file);
            return (await (0,promises_.stat)(file)).size;
        }
    }, schemas/* literal */.euz(size));
}
/** Silence after which the public address is given up: the API can be asked instead. */
const publicTimeout = 30_000;
/**
 * Writes a release's asset as strangers get it, without cost to GitHub's request quota; false: it was not given whole, which says nothing of
 * whether it is there.
 */
async function downloadPublicAsset({ browser_download_url: url, size }, file) {
    const client = (0,web_client/* webClient */.q)({ socketTimeout: publicTimeout });
    try {
        const { message } = await (await client()).get(url);
        const tooLong = () => new Error(`it has over ${size} bytes`);
        if (message.statusCode === 200) {
            await save((0,bodies/* atMost */.Tu)(message, size, tooLong), file);
        }
        else
            message.destroy();
        return message.statusCode === 200 && (await (0,promises_.stat)(file)).size === size;
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9)
            throw error;
        return false;
    }
}
async function save(body, file) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    try {
        await (0,external_node_stream_promises_.pipeline)((0,leading_sha/* bodyOf */.E)(body), (0,external_node_fs_.createWriteStream)(file, { mode: 0o600 }));
    }
    catch (error) {
        // A full disk does not empty by asking again; a line that broke may be whole the next time.
        const known = (0,errors/* asNarPublishError */.tS)(error);
        throw known.code === 'DISK_FULL' ? known : error;
    }
}
async function shaOf(file) {
    const hasher = (0,git_objects/* blobHasher */.t)((await (0,promises_.stat)(file)).size);
    for await (const chunk of (0,external_node_fs_.createReadStream)(file))
        hasher.update(chunk);
    return hasher.digest('hex');
}

// EXTERNAL MODULE: ./src/repository/github/list-files.ts + 1 modules
var list_files = __webpack_require__(92407);
// EXTERNAL MODULE: ./src/repository/github/look-up.ts
var look_up = __webpack_require__(64081);
;// CONCATENATED MODULE: ./src/repository/github/release-addresses.ts

/**
 * Where an asset may be sent, token and all: what GitHub's answer names (`upload_url`, a URI template), provided that it is the
 * API's own origin (GitHub Enterprise Server: `/api/uploads`) or the host `uploads.` beside `api.` (github.com, ghe.com), and an
 * address of this release. Throws GITHUB_REFUSED.
 */
function uploadAddress(template, apiUrl, releaseId) {
    const text = template.replace(/\{[^}]*\}$/, '');
    const api = new URL(apiUrl);
    const url = URL.canParse(text) ? new URL(text) : null;
    const hosts = [api.host, `uploads.${api.host.replace(/^api\./, '')}`];
    const isTrusted = url !== null &&
        url.protocol === api.protocol &&
        hosts.includes(url.host) &&
        url.username + url.password + url.search + url.hash === '' &&
        url.pathname.endsWith(`/releases/${releaseId}/assets`);
    if (!isTrusted) {
        throw new errors/* NarPublishError */.f9({
            code: 'GITHUB_REFUSED',
            subject: template.slice(0, 300),
            reason: `GitHub at ${api.host} names it for uploads, and the token is not sent there`
        });
    }
    // Octokit would expand braces.
    return url.href.replaceAll('{', '%7B').replaceAll('}', '%7D');
}
/**
 * Where readers find an asset, for a narinfo. It is GitHub's `browser_download_url`, provided that it is on the server's own
 * origin. Throws GITHUB_REFUSED.
 */
function downloadAddress(text, serverUrl) {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isPublic = url !== null &&
        /^https?:$/.test(url.protocol) &&
        url.origin === new URL(serverUrl).origin &&
        url.username + url.password === '' &&
        // A draft's, which nobody else can read.
        !url.pathname.includes('/releases/download/untagged-');
    if (!isPublic) {
        throw new errors/* NarPublishError */.f9({
            code: 'GITHUB_REFUSED',
            subject: text.slice(0, 300),
            reason: `GitHub names it as the address of a release asset, and it is not a public one of ${serverUrl}`
        });
    }
    return url.href;
}

// EXTERNAL MODULE: ./src/repository/github/releases.ts + 1 modules
var github_releases = __webpack_require__(14073);
;// CONCATENATED MODULE: ./src/repository/github/commit-files.ts









const filesAtOnce = 4;
/** More assets than these would be too many of the 1,000 requests an hour that a job's own token has, after as many uploads. */
const fewAssets = 50;
/**
 * The files of a commit by the API: a request for each hundred of them, which gives what is text, and one for each other file, which is
 * streamed to the disk.
 */
function commitFilesByApi(api, commit) {
    return {
        name: api.repository,
        async copy(paths, directory) {
            const files = await findFiles(api, commit, paths);
            const write = async ([path, { blob, content }]) => {
                const file = (0,external_node_path_.join)(directory, path);
                if (content === null)
                    return downloadBlob(api, { blob, size: null }, file);
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
                await (0,promises_.writeFile)(file, content, { mode: 0o600 });
            };
            await (0,p_map/* default */.Ay)(files, write, { concurrency: filesAtOnce });
            return new Set(files.keys());
        }
    };
}
async function findFiles(api, commit, paths) {
    const isText = (path) => path === cache_info/* cacheInfoPath */.gs || path.endsWith('.narinfo');
    const asked = paths.map((path) => [path, isText(path) ? 'text' : 'name']);
    const found = await (0,look_up/* lookUp */.T)(api, commit, new Map(asked));
    if (found !== null) {
        return new Map([...found].flatMap(([path, { item, content }]) => item.kind === 'file' ? [[path, { blob: item.object, content }]] : []));
    }
    const listed = (0,list_files/* filesOf */.R8)(await (0,list_files/* listItems */.Dw)(api, commit));
    return new Map(paths.flatMap((path) => {
        const blob = listed.get(path)?.blob;
        return blob === undefined ? [] : [[path, { blob, content: null }]];
    }));
}
/**
 * Copies release assets of the repository by the API, which lists them once; the later ones of many from their public addresses, and by the
 * API what these do not give.
 */
function assetCopier(api, serverUrl) {
    let assets = null;
    let copied = 0;
    return async (url, file) => {
        assets ??= listAssets(api, serverUrl);
        const asset = (await assets).get(url);
        if (asset === undefined)
            return false;
        if (++copied <= fewAssets || !(await downloadPublicAsset(asset, file))) {
            await downloadAsset(api, asset, file);
        }
        return true;
    };
}
/** Those of our published releases, by their public addresses. */
async function listAssets(api, serverUrl) {
    const releases = (await new github_releases/* Releases */.h9(api).list()).filter(({ draft }) => !draft);
    return new Map(releases.flatMap(({ assets }) => assets.map((asset) => [downloadAddress(asset.browser_download_url, serverUrl), asset])));
}

// EXTERNAL MODULE: ./src/repository/git/environment.ts
var environment = __webpack_require__(66714);
;// CONCATENATED MODULE: ./src/repository/github/push-route.ts



/** A branch of a repository on GitHub by git, with the token that the API has too. No connection is made yet. */
function openPushRoute(place, target) {
    const repository = git_repository/* Repository */.L.make({
        url: target.url,
        scratch: (0,external_node_path_.join)(place.scratch, 'git'),
        env: place.env,
        settings: (0,environment/* tokenSettings */.Jd)(target.url, target.token),
        log: target.log,
        pace: target.pace
    });
    return { repository, branch: target.branch };
}

;// CONCATENATED MODULE: ./src/repository/github/raw-files.ts


/** Silence after which an anonymous read is given up: the API can be asked instead. */
const rawTimeout = 15_000;
/** Failures after which anonymous reads are no longer tried. */
const failuresAllowed = 3;
/**
 * Reads the repository's files at their raw addresses, without cost to GitHub's request quota: of a public repository as any
 * stranger does, without a token; of a private one as Nix does with a netrc. It is never the last word: who gets `unavailable`, or
 * `missing` where that matters, asks the API.
 */
class RawFiles {
    requests = 0;
    #failures = 0;
    /** A private file that the token does not reach is answered 404 as well: only after a success does 404 tell anything. */
    #is404Telling;
    #addressOf;
    #headers;
    #client = (0,web_client/* webClient */.q)({
        socketTimeout: rawTimeout,
        keepAlive: true,
        // An Enterprise server in private mode redirects to its login page, which answers 200. Nor does a token follow a redirect.
        allowRedirects: false
    });
    /** `addressOf`: where a file of a commit is. `token`: null when the repository is public. */
    constructor(addressOf, token) {
        this.#addressOf = addressOf;
        this.#is404Telling = token === null;
        this.#headers = token === null ? {} : { authorization: basicAuthorization(token) };
    }
    get isUsable() {
        return this.#failures < failuresAllowed;
    }
    async read(commit, path) {
        if (!this.isUsable)
            return 'unavailable';
        this.requests++;
        try {
            const { message } = await (await this.#client()).get(this.#addressOf(commit, path), this.#headers);
            const body = await readWhole(message, (0,bodies/* largestText */.io)(path));
            const status = message.statusCode ?? 0;
            if (status === 200) {
                // The API says what the file is.
                if (body === null)
                    return 'unavailable';
                this.#is404Telling = true;
                return body;
            }
            if (status === 404)
                return this.#is404Telling ? 'missing' : 'unavailable';
            // 5xx may pass; a redirect, a refusal and a rate limit (429) will not.
            this.#failures += status >= 500 ? 1 : failuresAllowed;
        }
        catch {
            this.#failures++;
        }
        return 'unavailable';
    }
}
/** GitHub's name for "the password is a token", whoever's it is. */
const tokenLogin = 'x-access-token';
function basicAuthorization(token) {
    return `Basic ${Buffer.from(`${tokenLogin}:${token}`).toString('base64')}`;
}
/** @actions/http-client's own readers wait for ever when the connection breaks within the body. */
async function readWhole(message, most) {
    const timer = setTimeout(() => message.destroy(new Error('time-out')), 4 * rawTimeout);
    try {
        return await (0,bodies/* readAtMost */.rU)(message, most);
    }
    finally {
        clearTimeout(timer);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./src/repository/github/read-chunks.ts
var read_chunks = __webpack_require__(87655);
;// CONCATENATED MODULE: ./src/repository/github/asset-upload.ts






const chunkSize = 64 * 1024;
/** A publisher that sends slower than this (bytes a millisecond) is taken for dead. */
const slowestUpload = 5_000;
/** Milliseconds that any upload may take. */
const shortestUpload = 60_000;
/** Milliseconds between two looks at somebody else's upload. */
const lookEvery = 10_000;
/** How often a name may be taken without being listed. */
const unseenAllowed = 5;
/** Its basename holds the hash of its bytes: two files with one name are the same. */
function assetName({ path }) {
    return (0,posix_.basename)(path);
}
/** Whether an asset is all there, with a file's size. */
function isWhole({ state, size }, file) {
    return state === 'uploaded' && size === file.size;
}
/**
 * Whether an asset has a file's bytes, as far as GitHub says. `digestOf` is asked only where GitHub gives a digest.
 */
async function holds(asset, file, digestOf) {
    if (!isWhole(asset, file))
        return false;
    return (asset.digest ?? null) === null || asset.digest === (await digestOf(file));
}
/** `sha256:<hex>` of a file on the disk. */
async function digestOf(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of (0,read_chunks/* readChunks */.z)(file, chunkSize))
        hash.update(chunk);
    return `sha256:${hash.digest('hex')}`;
}
/**
 * Uploads one file to one release, or finds it there. Memory does not grow with it. `closed`: the release takes no more assets.
 * A try whose answer was lost is looked up before the next one; what a broken try left behind (state `starter`) is deleted, but
 * not while another publisher may still be sending it. Throws GITHUB_REFUSED when GitHub's bytes are other ones.
 */
async function uploadAsset(upload) {
    const { api, releases, release, file } = upload;
    const patience = api.patience();
    const firstSeen = new Map();
    let isOurs = false;
    let unseen = 0;
    for (;;) {
        const reply = await sendAsset(upload);
        if (reply.kind === 'done')
            return reply.data;
        if (reply.kind === 'closed')
            return 'closed';
        if (reply.kind === 'lost') {
            isOurs = true;
            await patience.wait(reply);
        }
        for (;;) {
            const found = (await releases.assets(release)).find(({ name }) => name === assetName(file));
            if (found === undefined) {
                if (reply.kind === 'exists' && ++unseen > unseenAllowed)
                    throw reply.error;
                break;
            }
            if (await holds(found, file, digestOf))
                return found;
            const since = firstSeen.get(found.id) ?? api.pace.now();
            firstSeen.set(found.id, since);
            if (found.state === 'uploaded' || isOurs || isAbandoned(found, file, since, api.pace.now())) {
                api.log.debug(`release asset ${found.name} (${found.state}, ${found.size} bytes) is replaced`);
                if ((await releases.deleteAsset(found.id)) === 'closed')
                    return 'closed';
                break;
            }
            api.log.info(`${found.name} is being uploaded by somebody else: waiting for it`);
            await api.pace.sleep(lookEvery * (0.5 + api.pace.random()));
        }
    }
}
function isAbandoned(asset, { size }, since, now) {
    const created = Date.parse(asset.created_at);
    const begin = created < since ? created : since;
    return now - begin > shortestUpload + size / slowestUpload;
}
async function sendAsset({ api, release, file, onProgress }) {
    const address = uploadAddress(release.upload_url, api.apiUrl, release.id);
    let digest = '';
    let sent = 0;
    const reply = await api.ask({
        route: `POST ${address}{?name}`,
        parameters: { name: assetName(file) },
        stream: () => {
            onProgress(-sent);
            sent = 0;
            const chunks = hashedChunks(file, {
                onBytes: (bytes) => {
                    sent += bytes;
                    onProgress(bytes);
                },
                onEnd: (hex) => {
                    digest = `sha256:${hex}`;
                }
            });
            return { type: 'application/octet-stream', length: file.size, chunks };
        }
    }, github_releases/* assetShape */.wP, ['lost', 'exists', 'closed']);
    if (reply.kind !== 'done') {
        onProgress(-sent);
        return reply;
    }
    if (!(await holds(reply.data, file, () => Promise.resolve(digest)))) {
        const { state, size, digest: stored } = reply.data;
        throw new errors/* NarPublishError */.f9({
            code: 'GITHUB_REFUSED',
            subject: file.path,
            reason: `${api.repository} stored ${size} bytes (${state}, ${stored ?? 'no digest'}) of ${file.size} (${digest})`
        });
    }
    return reply;
}
async function* hashedChunks(file, { onBytes, onEnd }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let left = file.size;
    for await (const chunk of (0,read_chunks/* readChunks */.z)(file, chunkSize)) {
        hash.update(chunk);
        left -= chunk.length;
        onBytes(chunk.length);
        // Whoever has the last byte may answer: nobody asks for more than that.
        if (left === 0)
            onEnd(hash.digest('hex'));
        // The buffer is used again while the socket still holds this chunk.
        yield Buffer.from(chunk);
    }
}

;// CONCATENATED MODULE: ./src/repository/github/release-assets.ts





/** An empty draft that is older (milliseconds) belongs to a run that is dead. */
const draftLife = 3_600_000;
/**
 * Makes large files release assets of the repository. Idempotent: what an earlier run
 * left is used, whether it was published, waits in a draft or was broken off. Files go to a release that is published and still
 * takes them; where there is none, as with immutable releases, to a draft that is published when it has them all.
 * No ref but new tags is touched. `refuseOversized` has passed each file. `listing`: of a moment ago; null: it is made here.
 */
async function releaseFiles(api, serverUrl, files, listing) {
    const missing = new Map(files.map((file) => [file.path, file]));
    const addresses = new Map();
    const found = new Map();
    const place = ({ path }, asset) => {
        addresses.set(path, downloadAddress(asset.browser_download_url, serverUrl));
        missing.delete(path);
    };
    const releases = new github_releases/* Releases */.h9(api);
    const closed = new Set();
    const progress = progressOf(api, [...missing.values()]);
    for (let seen = listing; missing.size > 0; seen = null) {
        const known = seen ?? (await releases.list());
        for (const release of known.filter(({ draft }) => !draft)) {
            for (const [file, asset] of await heldOf(release, missing.values())) {
                place(file, asset);
                found.set(file, { release, asset });
            }
        }
        if (missing.size === 0)
            break;
        const open = known.filter((release) => isOpen(api, release) && !closed.has(release.id));
        const number = Math.max(0, ...known.map(github_releases/* numberOf */.rl)) + 1;
        const left = [...missing.values()];
        const release = choose(api, open, left) ?? (await releases.draft(number));
        const { uploaded, sent, isClosed } = await fill(api, releases, release, left, progress);
        if (isClosed)
            closed.add(release.id);
        if (!release.draft) {
            for (const [file, asset] of uploaded)
                place(file, asset);
        }
        else if (uploaded.size > 0) {
            const published = await releases.publish(release);
            api.log.info(`release ${published.tag_name}: ${(0,src_text/* count */.U9)(uploaded.size, 'large file')}`);
            for (const [file, { id }] of uploaded) {
                const asset = published.assets.find((asset) => asset.id === id) ?? (await releases.asset(id));
                place(file, asset);
                if (!sent.has(file))
                    found.set(file, { release: published, asset });
            }
        }
    }
    return { addresses, found };
}
/**
 * After the commit that names them: looks again for files that were found and not sent. A prune that had removed what named them before may
 * have deleted them since, as nothing named them until now. What is gone is sent to the address that it had. Throws RELEASED_FILE_GONE
 * where that is not to be had.
 */
async function keepFound(api, { addresses, found }) {
    if (found.size === 0)
        return;
    const releases = new github_releases/* Releases */.h9(api);
    const known = await releases.list();
    const there = new Set(known.flatMap(({ assets }) => assets.map(({ id }) => id)));
    const gone = [...found].filter(([, { asset }]) => !there.has(asset.id));
    const progress = progressOf(api, gone.map(([file]) => file));
    for (const [tag, lost] of Map.groupBy(gone, ([, { release }]) => release.tag_name)) {
        const files = lost.map(([file]) => file);
        const [first] = lost.map(([, { release }]) => (0,github_releases/* numberOf */.rl)(release));
        const release = known.find(({ tag_name }) => tag_name === tag) ?? (await releases.draft(first ?? 1));
        const isTaken = release.tag_name === tag && isOpen(api, release);
        const { uploaded } = isTaken
            ? await fill(api, releases, release, files, progress)
            : { uploaded: new Map() };
        const published = release.draft && isTaken ? await releases.publish(release) : release;
        const [missing] = files.filter((file) => published.tag_name !== tag || !uploaded.has(file));
        if (missing !== undefined) {
            throw new errors/* NarPublishError */.f9({
                code: 'RELEASED_FILE_GONE',
                subject: addresses.get(missing.path) ?? missing.path,
                reason: 'it was there before the commit that names it, somebody has deleted it meanwhile, and its address cannot be had again'
            });
        }
        api.log.info(`${tag}: ${(0,src_text/* count */.U9)(files.length, 'file')} had gone meanwhile, and came again`);
    }
}
/** Which of the files a published release has. */
async function heldOf(release, files) {
    const byName = new Map(release.assets.map((asset) => [asset.name, asset]));
    const held = new Map();
    for (const file of files) {
        const asset = byName.get(assetName(file));
        if (asset !== undefined && (await holds(asset, file, digestOf)))
            held.set(file, asset);
    }
    return held;
}
function isOpen(api, { immutable, assets }) {
    return !immutable && assets.length < api.limits.assetsPerRelease;
}
/**
 * A draft that has one of the files (of a run that was killed, or of a publisher of the same), a published release, or a draft
 * that somebody forgot. Another publisher's draft is left to it.
 */
function choose(api, open, files) {
    const names = new Set(files.map(assetName));
    const isForgotten = ({ draft, assets, created_at }) => draft && assets.length === 0 && api.pace.now() - Date.parse(created_at) > draftLife;
    return (open.find(({ draft, assets }) => draft && assets.some(({ name }) => names.has(name))) ??
        open.find(({ draft }) => !draft) ??
        open.find(isForgotten));
}
/**
 * Uploads files, one after the other as each takes the whole line, until all are there or the release takes no more. What a draft has of
 * them is not sent again.
 */
async function fill(api, releases, release, files, onProgress) {
    const uploaded = await heldOf(release, files);
    const sent = new Set();
    const missing = files.filter((file) => !uploaded.has(file));
    let places = api.limits.assetsPerRelease - release.assets.length;
    for (const file of missing) {
        // Asked all the same, GitHub would let all of its bytes come before it refuses it.
        if (places-- <= 0)
            return { uploaded, sent, isClosed: true };
        await api.content.turn();
        const asset = await uploadAsset({ api, releases, release, file, onProgress });
        if (asset === 'closed')
            return { uploaded, sent, isClosed: true };
        api.log.info(`${file.path}: release asset ${asset.name}`);
        uploaded.set(file, asset);
        sent.add(file);
    }
    return { uploaded, sent, isClosed: false };
}
function progressOf(api, files) {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    return (bytes) => {
        done += bytes;
        api.log.progress('Upload to a release', done, total);
    };
}

// EXTERNAL MODULE: ./src/repository/github/refusal.ts
var refusal = __webpack_require__(24282);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
;// CONCATENATED MODULE: ./src/repository/github/read-many.ts




/** From so many files on, one connection of git is tried instead of a request for each. */
const manyFiles = 32;
const readsAtOnce = 8;
/** Files of one commit, each with the blob that its listing gave, path → content. Throws unless it gets them all. */
async function readMany(reader, files) {
    const { api, readByGit } = reader;
    if (files.size >= manyFiles && readByGit !== null) {
        try {
            const contents = await readByGit([...new Set(files.values())]);
            const found = [...files].flatMap(([path, blob]) => {
                const content = contents.get(blob);
                return content === undefined ? [] : [[path, content]];
            });
            if (found.length === files.size)
                return new Map(found);
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9))
                throw error;
            // A runner without git, or a host that gives git nothing: there is another way.
            api.log.info(`${files.size} files are read by the API, as git could not: ${error.reason}`);
        }
    }
    const texts = files.size > 1 ? await readTexts(reader, files) : new Map();
    const others = [...files].filter(([path]) => !texts.has(path));
    const read = await (0,p_limit/* default */.A)(readsAtOnce).map(others, async ([path, blob]) => {
        return [path, await readOne(reader, path, blob)];
    });
    return new Map([...texts, ...read]);
}
/** Those that GraphQL gives as they are. */
async function readTexts({ api, commit }, files) {
    const wanted = new Map([...files.keys()].map((path) => [path, 'text']));
    const found = await (0,look_up/* lookUp */.T)(api, commit, wanted);
    return new Map([...(found ?? [])].flatMap(([path, { item, content }]) => content !== null && item.object === files.get(path) ? [[path, content]] : []));
}
/** At its raw address, which costs no quota, and by the API when what comes from there is not it. */
async function readOne({ raw, commit, trees }, path, blob) {
    const content = await raw.read(commit, path);
    if (Buffer.isBuffer(content) && (0,git_objects/* blobSha */.w)(content) === blob)
        return content;
    return trees.readBlob(blob, path);
}

// EXTERNAL MODULE: ./src/repository/github/tree-read.ts
var tree_read = __webpack_require__(40033);
;// CONCATENATED MODULE: ./src/repository/github/other-branches.ts







/** Each costs a request; who has more is told so. */
const mostBranches = 200;
const branchesAtOnce = 4;
const branchShape = schemas/* object */.Ikc({ name: schemas/* string */.YjP(), commit: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) });
/**
 * The texts of the narinfos of every branch but `branch` that has a `nix-cache-info`. A request for each branch; narinfos are read at
 * their raw addresses. Throws GITHUB_REFUSED when there are too many branches to look at, and what reading throws.
 */
async function narInfosElsewhere(reader, branch) {
    const branches = await listBranches(reader.api);
    const limit = (0,p_limit/* default */.A)(branchesAtOnce);
    const texts = await limit.map(branches.filter(({ name }) => name !== branch), ({ name, commit }) => readNarInfos(reader, name, commit.sha));
    return texts.flat();
}
async function readNarInfos(reader, name, commit) {
    const { api } = reader;
    const root = await (0,list_files/* fetchTree */.fK)(api, commit);
    if (root.truncated)
        throw unreadable(api, `GitHub does not list all files of its branch ${name}`);
    if (!root.items.has(cache_info/* cacheInfoPath */.gs))
        return [];
    const files = [...(0,list_files/* filesOf */.R8)(root.items)];
    const contents = await readMany({ ...reader, commit, trees: new tree_read/* TreeReader */.w(api, commit, commit) }, new Map(files.flatMap(([path, { blob }]) => path.endsWith('.narinfo') ? [[path, blob]] : [])));
    return [...contents.values()].map((content) => content.toString('utf8'));
}
async function listBranches(api) {
    const route = 'GET /repos/{owner}/{repo}/branches';
    const branches = await api.callPages({ route }, branchShape, mostBranches);
    if (branches.length < mostBranches)
        return branches;
    throw unreadable(api, `it has ${mostBranches} branches or more, too many to look at`);
}
function unreadable(api, reason) {
    return new errors/* NarPublishError */.f9({ code: 'GITHUB_REFUSED', subject: api.repository, reason });
}

;// CONCATENATED MODULE: ./src/repository/github/released-files.ts




const hour = 3_600_000;
/** Requests that make a release: its tag's tree, commit and ref, its draft, its publication. */
const writesOfRelease = 5;
/** And for the commit that names the files: a tree or two, commit and ref, or none at all by a push. */
const writesOfCommit = 10;
/** The releases of large NARs of a repository. */
class GitHubReleasedFiles {
    #reader;
    #branch;
    #releases;
    #listing = null;
    copyFromTree;
    /** `branch`: the one that is worked on, as opposed to others. */
    constructor(reader, branch, copyFromTree) {
        this.copyFromTree = copyFromTree;
        this.#reader = reader;
        this.#branch = branch;
        this.#releases = new github_releases/* Releases */.h9(reader.api);
    }
    /** Counts as used what any run has uploaded in the last hour, and the making of releases that are missing. */
    async roomFor(files) {
        const { limits, pace } = this.#reader.api;
        const releases = await this.#releases.list();
        this.#listing = releases;
        const assets = releases.flatMap((release) => release.assets);
        const byName = new Map(assets.map((asset) => [asset.name, asset]));
        const there = files.filter((file) => {
            const asset = byName.get(assetName(file));
            return asset !== undefined && isWhole(asset, file);
        });
        const recent = assets.filter(({ created_at }) => pace.now() - Date.parse(created_at) < hour);
        const places = releases.map((release) => release.immutable ? 0 : Math.max(0, limits.assetsPerRelease - release.assets.length));
        const unplaced = files.length - there.length - places.reduce((sum, free) => sum + free, 0);
        const missing = Math.max(0, Math.ceil(unplaced / limits.assetsPerRelease));
        const used = recent.length + missing * writesOfRelease + writesOfCommit;
        return {
            there: new Set(there.map(({ path }) => path)),
            left: Math.max(0, limits.writesPerHour - used)
        };
    }
    /** What `roomFor` saw, once: what is uploaded since is not in it. */
    takeListing() {
        const listing = this.#listing;
        this.#listing = null;
        return listing;
    }
    async list() {
        const releases = await this.#releases.list();
        return Promise.all(releases.map(async (release) => ({
            id: release.id,
            tag: release.tag_name,
            isDraft: release.draft,
            isImmutable: release.immutable,
            madeAt: Date.parse(release.created_at),
            files: await this.#filesOf(release)
        })));
    }
    narInfosElsewhere() {
        return narInfosElsewhere(this.#reader, this.#branch);
    }
    async deleteFile({ id }) {
        await this.#releases.deleteAsset(id);
    }
    async deleteRelease(release) {
        const known = new Set(release.files.map(({ id }) => id));
        const now = await this.#filesOf(release);
        if (now.some(({ id }) => !known.has(id)))
            return false;
        // The tag last: a draft that is published without one makes it anew, at the default branch.
        const { api } = this.#reader;
        await api.ask({
            route: 'DELETE /repos/{owner}/{repo}/releases/{release_id}',
            parameters: { release_id: release.id }
        }, schemas/* unknown */.L5J(), ['not-found']);
        await api.ask({
            route: 'DELETE /repos/{owner}/{repo}/git/refs/{ref}',
            parameters: { ref: `tags/${release.tag}` }
        }, schemas/* unknown */.L5J(), ['ref-missing', 'not-found']);
        return true;
    }
    async #filesOf(release) {
        const assets = await this.#releases.assets(release);
        return assets.map(({ id, name, size, created_at }) => ({
            id,
            name,
            size,
            uploadedAt: Date.parse(created_at)
        }));
    }
}

;// CONCATENATED MODULE: ./src/repository/github/snapshot.ts







/** Up to so many narinfos are read without asking first which there are: where all are there, that costs no API request. */
const blindReads = 64;
const snapshot_readsAtOnce = 8;
/** Who reads more files at once goes through the whole store, and keeps them himself. */
const mostRemembered = 1000;
/** A folder of thousands is longer than the rest of a publish. That a link in it looks like a file matters to none of its files. */
const boundlessFolders = ['badge', 'debuginfo', 'log'];
const commitReply = schemas/* object */.Ikc({ parents: schemas/* array */.YOg(schemas/* unknown */.L5J()) });
/**
 * The files of one commit. What a raw address gives costs no quota and is taken first, compared with the hash that the commit's tree has
 * of it; what it does not give, the API does. Only a glance, and narinfos, which name their path, are taken without that.
 */
function snapshotAt(api, raw, head, readByGit) {
    const trees = new tree_read/* TreeReader */.w(api, head.commit, head.tree);
    const files = new Map();
    const folders = new Map();
    let listing = null;
    let history = null;
    const list = () => (listing ??= (0,list_files/* listItems */.Dw)(api, head.commit));
    const isListed = () => trees.isRootKnown || listing !== null;
    const mayGuess = (count) => raw.isUsable && !isListed() && count <= blindReads;
    /** What a raw address gave: the listing has not been asked whether it is that. */
    const glanced = new Map();
    async function readFile(path) {
        const file = await find(path);
        if (file.kind !== 'blob')
            return null;
        const seen = glanced.get(path);
        if (seen !== undefined && (0,git_objects/* blobSha */.w)(seen) === file.sha)
            return seen;
        return (await readListed([path])).get(path) ?? null;
    }
    async function glanceAt(path) {
        if (!isListed() && !files.has(path)) {
            const content = glanced.get(path) ?? (await raw.read(head.commit, path));
            if (Buffer.isBuffer(content)) {
                glanced.set(path, content);
                return content;
            }
        }
        return snapshot.readFile(path);
    }
    async function readListed(paths) {
        const found = await Promise.all(paths.map(async (path) => [path, await find(path)]));
        const blobs = found.flatMap(([path, file]) => file.kind === 'blob' ? [[path, file.sha]] : []);
        return readMany({ api, raw, commit: head.commit, trees, readByGit }, new Map(blobs));
    }
    /** Files without a listing, which is longer than a few of them; null: it is needed. */
    async function readTexts(paths) {
        if (isListed() || paths.length > look_up/* pathsAtOnce */.$)
            return null;
        const wanted = new Map(paths.map((path) => [path, 'text']));
        const found = await (0,look_up/* lookUp */.T)(api, head.commit, wanted);
        if (found === null)
            return null;
        const files = [...found].filter(([, { item }]) => item.kind === 'file');
        const read = await (0,p_limit/* default */.A)(snapshot_readsAtOnce).map(files, async ([path, { item, content }]) => {
            return [path, content ?? (await trees.readBlob(item.object, path))];
        });
        return new Map(read);
    }
    async function find(path) {
        // A folder that GitHub lists only in part has no listing, but may have the file.
        const listed = await listing?.catch(() => null);
        if (listed) {
            const item = listed.get(path);
            return item?.kind === 'file' || item?.kind === 'link'
                ? { kind: 'blob', sha: item.object, mode: null }
                : { kind: 'absent' };
        }
        const found = await trees.find(path);
        return found.kind === 'unknown' ? trees.findByPath(path) : found;
    }
    /**
     * Those narinfos that their raw addresses give, without an API request. The first that is not given ends it: the tree tells which
     * there are. One goes ahead, as where one is missing others are.
     */
    async function guessNarInfos(hashes) {
        let goesOn = mayGuess(hashes.length);
        const texts = new Map();
        const guess = async (hash) => {
            if (!goesOn)
                return;
            const content = await raw.read(head.commit, narInfoPath(hash));
            // Whatever else may be answered with 200, such as a login page, does not name the path.
            if (Buffer.isBuffer(content) && content.includes(hash))
                texts.set(hash, content.toString());
            else
                goesOn = false;
        };
        const [first, ...others] = hashes;
        if (first !== undefined)
            await guess(first);
        await (0,p_limit/* default */.A)(snapshot_readsAtOnce).map(others, guess);
        return texts;
    }
    /** What is at these paths and in these folders, each asked for at most once. */
    async function look(paths) {
        const unknown = paths.filter((path) => !folders.has(path));
        if (unknown.length > 0) {
            const wanted = new Map(unknown.map((path) => [path, 'items']));
            const reading = (0,look_up/* lookUp */.T)(api, head.commit, wanted).then(async (found) => found ?? lookedIn(await list(), unknown));
            for (const path of unknown)
                folders.set(path, reading);
            reading.catch(() => {
                for (const path of unknown)
                    folders.delete(path);
            });
        }
        const read = await Promise.all(paths.flatMap((path) => folders.get(path) ?? []));
        return new Map(read.flatMap((contents) => [...contents]));
    }
    /** Whether a path is asked for by its name, and not with all that its folder has: that has as many files as there are artifacts. */
    const isByName = (path) => boundlessFolders.includes(snapshot_folderOf(path)) && !folders.has(snapshot_folderOf(path));
    async function itemsAt(paths) {
        const known = await listing?.catch(() => null);
        const { items, isWhole } = known ? { items: known, isWhole: true } : await trees.root();
        const isDeep = (path) => {
            const top = items.get(path.slice(0, path.indexOf('/')));
            return !known && (top === undefined ? !isWhole : top.kind === 'folder');
        };
        const deep = [];
        const peeked = new Map();
        for (const path of paths.filter((path) => path.includes('/') && isDeep(path))) {
            const item = await trees.peek(path);
            if (item === 'unknown')
                deep.push(path);
            else if (item !== 'absent')
                peeked.set(path, item);
        }
        const cut = isWhole ? [] : paths.filter((path) => !path.includes('/') && !items.has(path));
        const places = deep.map((path) => (isByName(path) ? path : snapshot_folderOf(path)));
        const looked = await look([...new Set([...places, ...cut])]);
        const itemAt = (path) => items.get(path) ??
            peeked.get(path) ??
            looked.get(snapshot_folderOf(path))?.items.get(path.slice(path.lastIndexOf('/') + 1)) ??
            looked.get(path)?.item;
        return new Map(paths.flatMap((path) => {
            const item = itemAt(path);
            return item === undefined ? [] : [[path, item]];
        }));
    }
    const snapshot = {
        commit: head.commit,
        glanceAt,
        readFile(path) {
            const known = files.get(path);
            if (known !== undefined)
                return known;
            const reading = readFile(path);
            files.set(path, reading);
            reading.catch(() => files.delete(path));
            return reading;
        },
        async has(path) {
            if (raw.isUsable && !isListed()) {
                const seen = await glanceAt(path);
                // A login page that stands before the address is no file of the branch.
                if (seen !== null && !/^\s*</.test(seen.toString('latin1', 0, 100)))
                    return true;
            }
            return (await find(path)).kind === 'blob';
        },
        async readNarInfos(hashes) {
            const unknown = hashes.filter((hash) => !files.has(narInfoPath(hash)));
            const guessed = await guessNarInfos(unknown);
            const others = unknown.filter((hash) => !guessed.has(hash));
            const read = await readListed(others.map(narInfoPath));
            const found = hashes.map(async (hash) => {
                const content = read.get(narInfoPath(hash)) ?? (await files.get(narInfoPath(hash)));
                const text = guessed.get(hash) ?? content?.toString();
                return text === undefined ? [] : [[hash, text]];
            });
            return new Map((await Promise.all(found)).flat());
        },
        async missingNarInfos(hashes) {
            const guessed = await guessNarInfos(hashes);
            const others = hashes.filter((hash) => !guessed.has(hash));
            const found = await Promise.all(others.map((hash) => find(narInfoPath(hash))));
            return new Set(others.filter((_hash, index) => found[index]?.kind !== 'blob'));
        },
        listFiles: async () => (0,list_files/* filesOf */.R8)(await list()),
        async readFiles(paths) {
            const read = (await readTexts(paths)) ?? (await readListed(paths));
            if (paths.length <= mostRemembered) {
                for (const path of paths)
                    files.set(path, Promise.resolve(read.get(path) ?? null));
            }
            return read;
        },
        hasHistory: () => (history ??= readHistory(api, head)),
        itemsAt,
        async itemsIn(folder) {
            const listed = await listing?.catch(() => null);
            if (listed)
                return childrenOf(listed, folder);
            if (folder === '')
                return (await trees.root()).items;
            const items = (await look([folder])).get(folder)?.items ?? new Map();
            // Git has no folder without items: where it is one, the answer was none.
            return items.size > 0 ? items : childrenOf(await list(), folder);
        }
    };
    return snapshot;
}
function lookedIn(listed, paths) {
    return new Map(paths.flatMap((path) => {
        const item = listed.get(path);
        return item === undefined ? [] : [[path, { item, items: childrenOf(listed, path) }]];
    }));
}
function childrenOf(items, folder) {
    const start = folder === '' ? '' : `${folder}/`;
    return new Map([...items].flatMap(([path, item]) => {
        const name = path.slice(start.length);
        return path.startsWith(start) && !name.includes('/') ? [[name, item]] : [];
    }));
}
function snapshot_folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
function narInfoPath(hash) {
    return `${hash}.narinfo`;
}
async function readHistory(api, { commit }) {
    const { parents } = await api.call({
        route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
        parameters: { commit_sha: commit }
    }, commitReply);
    return parents.length > 0;
}

;// CONCATENATED MODULE: ./src/repository/github/target.ts




















/**
 * A branch that was read longer ago (milliseconds) is read again before the first attempt: that costs one request, an attempt
 * that is refused three.
 */
const likelyFor = 300_000;
/** From so many paths on, a few connections of git are tried instead of two requests for each. */
const manyPaths = 8;
/** A GitHub repository as storage, through the Git Data API; `open.ts` opens it. */
class GitHubTarget {
    name;
    branch;
    isPrivate;
    substituterUrl;
    servedBy = 'raw';
    cloneUrl;
    routes;
    largestTreeFile;
    largestFile;
    repositoryBytes;
    releasedFiles;
    #repository;
    #head;
    #raw;
    #uploaded = new Map();
    /** The newest commit of this process, and which blobs it has, or probably has, at paths. */
    #made = null;
    #pushRoute = null;
    /** Of git, other than those of the push route. */
    #connections = 0;
    /** The newest snapshot, so that what was read of a state is not read again. */
    #last = null;
    #seen = new WeakMap();
    constructor(repository) {
        const { api, branchName, isPrivate, addresses } = repository;
        this.name = api.repository;
        this.branch = branchName;
        this.isPrivate = isPrivate;
        this.substituterUrl = addresses.branchFiles;
        this.cloneUrl = `${repository.serverUrl}/${api.repository}.git`;
        this.routes = repository.git === null ? ['api'] : ['api', 'push'];
        this.largestTreeFile = api.limits.largestTreeFile;
        // Nobody can read a private repository's release assets at an address alone.
        this.largestFile = isPrivate ? api.limits.largestTreeFile : api.limits.largestAsset;
        this.#repository = repository;
        this.#head = new branch_head/* BranchHead */.h(api, branchName);
        this.#raw = new RawFiles(addresses.rawFile, isPrivate ? repository.token : null);
        this.repositoryBytes = repository.bytes;
        // Nobody could read those of a private repository, so there are none.
        this.releasedFiles = isPrivate
            ? null
            : new GitHubReleasedFiles({ api, raw: this.#raw, readByGit: this.#readByGit }, branchName, (commit, paths, directory) => this.#withFiles(commit, paths.length, (files) => files.copy(paths, directory)));
    }
    /** Tells readers another address than that of the raw files. */
    serveAt(url, servedBy = 'other') {
        this.servedBy = url === this.#repository.addresses.branchFiles ? 'raw' : servedBy;
        this.substituterUrl = url;
    }
    get requests() {
        const git = this.#connections + (this.#pushRoute?.repository.connections ?? 0);
        return {
            api: this.#repository.api.requests,
            raw: this.#raw.requests,
            ...(git === 0 ? {} : { git })
        };
    }
    /** null also when the raw addresses have refused this run: they would stall Nix. */
    substituterUrlAt(commit) {
        return this.#raw.isUsable ? this.#repository.addresses.commitFiles(commit) : null;
    }
    /** By the API when they are few, else by git where it can, which costs no quota. No raw address is asked. */
    readableAt(...[commit, hashes, directory, likelyNars = []]) {
        const { api, serverUrl } = this.#repository;
        const copyReleased = assetCopier(api, serverUrl);
        const copy = (files) => makeReadableCopy({ ...files, copyReleased }, hashes, directory, likelyNars);
        return this.#withFiles(commit, hashes.length, copy, copiedFirst(hashes, likelyNars));
    }
    /** `first`: paths that are copied in any case. */
    async #withFiles(commit, number, copy, first = []) {
        const { api } = this.#repository;
        if (this.#gitPlace !== null && number >= manyPaths) {
            try {
                const expected = this.#made?.commit === commit ? await this.#made.blobsAt(first) : [];
                return await this.#withFreshGit(async (repository) => copy(await commitFilesByGit(repository, commit, expected)));
            }
            catch (error) {
                if (!(error instanceof errors/* NarPublishError */.f9))
                    throw error;
                api.log.info(`files are read by the API, as git could not: ${error.reason}`);
            }
        }
        return copy(commitFilesByApi(api, commit));
    }
    get readerCredentials() {
        const { isPrivate, addresses, token } = this.#repository;
        return isPrivate ? { host: addresses.host, login: tokenLogin, password: token } : null;
    }
    commitUrl(commit) {
        return this.#repository.addresses.commitPage(commit);
    }
    webUrl(path) {
        return this.#repository.addresses.page(path);
    }
    async refusal({ commit }, { replacesHistory = false } = {}) {
        const { api, branchName: branch, token } = this.#repository;
        return (0,refusal/* refusalOf */.O)(api, { branch, isThere: commit !== null, replacesHistory }, token);
    }
    async snapshot() {
        return this.#snapshotOf(await this.#head.read());
    }
    async commit(largeFiles, from, compose, by = 'api') {
        const { api, defaultBranch, serverUrl } = this.#repository;
        // All of them before the first is sent.
        for (const file of largeFiles) {
            if (file.placement === 'release')
                (0,file_size/* refuseOversized */.Ms)(file, this);
            else if (by === 'api')
                (0,file_size/* refuseForApi */.EZ)(file, api.limits);
        }
        const seen = this.#seen.get(from);
        const isLikely = seen !== undefined && api.pace.now() - seen.at < likelyFor && this.#head.mayBeAt(seen.state);
        const route = {
            api,
            branch: this.#head,
            defaultBranch,
            repositoryId: this.#repository.id,
            snapshotOf: (state) => this.#snapshotOf(state),
            uploaded: this.#uploaded
        };
        let start = isLikely ? seen.state : await this.#head.read();
        const beside = largeFiles.filter(({ placement }) => placement === 'release');
        if (beside.length > 0 && start.kind === 'empty')
            start = await leaveEmpty(route);
        // Public before the commit names them; a run that ends in between leaves what the next one uses.
        const listing = this.releasedFiles?.takeListing() ?? null;
        const placed = await releaseFiles(api, serverUrl, beside, listing);
        const released = placed.addresses;
        const inTree = largeFiles.filter(({ placement }) => placement === 'tree');
        const push = by === 'push' ? { ...this.#openPushRoute(), known: from } : null;
        let last = null;
        const landed = push === null
            ? await commitByApi(route, start, inTree, async (snapshot) => {
                const change = await compose(snapshot, released);
                if (change !== null && !(0,landing/* isHalt */.w0)(change))
                    last = { snapshot, files: change.files };
                return change;
            })
            : await commitByPush(push, undefined, inTree, released, compose);
        if ((0,landing/* isHalt */.w0)(landed))
            return landed;
        await keepFound(api, placed);
        const { head, changed, attempts } = landed;
        const { commit } = head;
        const blobs = this.#blobsOf(last);
        this.#made = {
            commit,
            blobsAt: (paths) => push === null ? blobs(paths) : blobsAt(push.repository, head.tree, paths)
        };
        const state = { kind: 'at', head };
        // The API may tell of the older state for a while after a push.
        const isNews = by === 'push' && !(0,branch_head/* sameState */.y)(start, state);
        const snapshot = this.#snapshotOf(isNews ? this.#head.advance(start, head) : state);
        const readBack = () => Promise.resolve(snapshot);
        return { commit, readBack, changed, attempts, url: this.commitUrl(commit), route: by };
    }
    /** Of a change that went by the API, and of what the state had before where that is known. */
    #blobsOf(composed) {
        return async (paths) => {
            if (composed === null)
                return [];
            const { snapshot, files } = composed;
            const before = await snapshot.itemsAt([cache_info/* cacheInfoPath */.gs]);
            return paths.flatMap((path) => {
                const content = files.get(path);
                if (content !== undefined)
                    return (0,git_objects/* blobSha */.w)(content);
                return this.#uploaded.get(path) ?? before.get(path)?.object ?? [];
            });
        };
    }
    /** Where git can read; null: it is not to be used. */
    get #gitPlace() {
        const { git, token } = this.#repository;
        // GitHub refuses an empty password also where none is needed.
        return token === '' ? null : git;
    }
    /** With a repository that has nothing yet, least of all what this run pushed. */
    async #withFreshGit(body) {
        const { repository } = this.#openGit();
        try {
            return await body(repository);
        }
        finally {
            this.#connections += repository.connections;
        }
    }
    get #readByGit() {
        if (this.#gitPlace === null)
            return null;
        return async (blobs) => {
            const { repository } = this.#openPushRoute();
            const reader = new BlobReader(repository);
            const read = blobs.map(async (blob) => [blob, await reader.read(blob)]);
            return new Map(await Promise.all(read));
        };
    }
    #openPushRoute() {
        this.#pushRoute ??= this.#openGit();
        return this.#pushRoute;
    }
    #openGit() {
        const { git, api, token } = this.#repository;
        if (git === null)
            throw (0,errors/* internalError */.WB)(this.name, 'the route push was not set up');
        return openPushRoute(git, {
            url: this.cloneUrl,
            branch: this.branch,
            token,
            log: api.log,
            pace: api.pace
        });
    }
    #snapshotOf(state) {
        const { api } = this.#repository;
        if (this.#last === null || !(0,branch_head/* sameState */.y)(this.#last.state, state)) {
            const snapshot = state.kind === 'at'
                ? snapshotAt(api, this.#raw, state.head, this.#readByGit)
                : emptySnapshot();
            this.#last = { state, snapshot };
        }
        const { snapshot } = this.#last;
        this.#seen.set(snapshot, { state, at: api.pace.now() });
        return snapshot;
    }
}

;// CONCATENATED MODULE: ./src/repository/github/open.ts








/**
 * A GitHub repository as storage, through the Git Data API. One request; one or two more where Pages is on. Throws what
 * `lookAtGitHubTarget` does.
 */
async function openGitHubTarget(options) {
    const { target, learnAddress } = await lookAtGitHubTarget(options);
    await learnAddress();
    return target;
}
/**
 * The same, for a branch that may turn out to be no cache: only `learnAddress` asks whether Pages serves it. Throws BRANCH_INVALID,
 * REPOSITORY_NOT_FOUND, REPOSITORY_READ_ONLY, TOKEN_REJECTED, TOKEN_FORBIDDEN, RATE_LIMITED, GITHUB_UNAVAILABLE, GITHUB_REFUSED;
 * `learnAddress` throws PAGES_OFF.
 */
async function lookAtGitHubTarget(options) {
    const { branch, serverUrl } = options;
    if (branch !== null)
        (0,branch_name/* checkBranchName */.I$)(branch);
    const api = new github_api/* GitHubApi */.y({
        ...options,
        isForkPullRequest: options.isForkPullRequest ?? false,
        limits: { ...limits/* defaultLimits */.M, ...options.limits },
        pace: options.pace ?? pace/* realPace */.O
    });
    const { id, defaultBranch, isPrivate, bytes, hasPages } = await (0,repository/* readRepository */.N)(api, {
        toRead: options.toRead ?? false
    });
    const branchName = branch ?? defaultBranch;
    const addresses = addressesOf(serverUrl, api.owner, api.repo, branchName);
    const target = new GitHubTarget({
        ...options,
        ...{ api, branchName, defaultBranch, isPrivate, id, bytes },
        git: options.git ?? null,
        addresses
    });
    const learnAddress = async () => {
        const choice = options.substituterUrl;
        if (typeof choice === 'object')
            target.serveAt(choice.address);
        // A stranger at Pages has no token to show, and a private cache is read with one.
        else if (choice === 'pages' || (choice === 'auto' && !isPrivate)) {
            const told = async () => options.told === undefined ? null : options.told(await target.snapshot());
            const question = { api, sites: addresses.sites, branch: branchName, hasPages, told };
            const url = await pagesAddress(question, choice);
            if (url !== null)
                target.serveAt(url, 'pages');
        }
    };
    return { target, learnAddress };
}

;// CONCATENATED MODULE: ./src/publish/open-target.ts




/**
 * The target and where its branch is now. Where none was named it is the first that is a cache (src/repository/cache-branch.ts); a run that
 * `publishes` is not let into one that is something else. Throws BRANCH_TAKEN, and what the target throws.
 */
async function openTarget(run, { publishes = false } = {}) {
    const { inputs, log } = run;
    const branches = await (0,cache_branch/* cacheBranches */.B)(inputs.target, inputs.branch, run);
    const opened = await (0,cache_branch/* openCacheBranch */.BS)(branches, (branch) => openBranch(run, branch));
    const { target, snapshot } = opened;
    log.info(`target: ${target.cloneUrl}, branch ${target.branch}`);
    if (publishes && inputs.branch.source !== 'input')
        await (0,cache_branch/* refuseOthersBranch */.cc)(opened);
    return [target, snapshot];
}
/** The same for who looks for a cache that is there. `toRead`: nothing is written to it. */
async function openExisting(run, { toRead = false } = {}) {
    const { inputs, log } = run;
    const branches = await (0,cache_branch/* cacheBranches */.B)(inputs.target, inputs.branch, run, { isRead: true });
    const opened = await (0,cache_branch/* openCacheBranch */.BS)(branches, (branch) => openBranch(run, branch, toRead));
    log.info(`target: ${opened.target.cloneUrl}, branch ${opened.target.branch}`);
    return opened;
}
async function openBranch(run, branch, toRead = false) {
    const { inputs, environment, log } = run;
    const { substituterUrl } = inputs;
    const git = { scratch: run.scratch, env: environment.childEnvironment };
    const looked = inputs.target.kind === 'git'
        ? {
            target: await openGitTarget({
                ...git,
                url: inputs.target.url,
                branch,
                substituterUrl: typeof substituterUrl === 'object' ? substituterUrl.address : null,
                log
            })
        }
        : await lookAtGitHubTarget({
            ...inputs.target,
            branch,
            token: inputs.token,
            apiUrl: environment.apiUrl,
            serverUrl: environment.serverUrl,
            substituterUrl,
            told: told_address/* readToldAddress */.aI,
            isForkPullRequest: environment.isForkPullRequest,
            toRead,
            git,
            log,
            ...(run.limits === undefined ? {} : { limits: run.limits })
        });
    return { ...looked, snapshot: await looked.target.snapshot() };
}


/***/ }),

/***/ 60723:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ cacheBranches),
/* harmony export */   BS: () => (/* binding */ openCacheBranch),
/* harmony export */   cc: () => (/* binding */ refuseOthersBranch),
/* harmony export */   wt: () => (/* binding */ noCache)
/* harmony export */ });
/* unused harmony export othersFile */
/* harmony import */ var _binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67221);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _branch_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33444);
/* harmony import */ var _own_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80609);





/** Which branches of a target may be the cache, the first that is one counts; null: the default branch. */
async function cacheBranches(target, { value, source }, { environment, log }, { isRead = false } = {}) {
    if (source === 'input')
        return [value];
    const isOwn = value !== null || (await (0,_own_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .isOwnTarget */ .u)(target, environment, log));
    // The source's own default branch would fill up with NARs, and each publish would start its workflows.
    if (isOwn)
        return isRead ? [_branch_name_js__WEBPACK_IMPORTED_MODULE_3__/* .usualBranch */ .T5, null] : [_branch_name_js__WEBPACK_IMPORTED_MODULE_3__/* .usualBranch */ .T5];
    return [null, _branch_name_js__WEBPACK_IMPORTED_MODULE_3__/* .usualBranch */ .T5];
}
/** Opens the first that is a cache; where none is, the first. What readers are told is known of it. `looked`: names of those that were looked at. */
async function openCacheBranch(branches, open) {
    const looked = [];
    for (const branch of branches) {
        const opened = await open(branch);
        looked.push(opened);
        if (branches.length === 1 || (await isCache(opened.snapshot)))
            return chosen(opened, looked);
    }
    const [first] = looked;
    if (first === undefined)
        throw new TypeError('no branch to look at');
    return chosen(first, looked);
}
async function chosen({ target, snapshot, learnAddress }, looked) {
    await learnAddress?.();
    return { target, snapshot, looked: namesOf(looked) };
}
/** How a catalogue begins that nar-publish wrote, of whatever version. */
const ownCatalogue = /^\{\s*"version":\s*\d+,\s*"publicKeys":/;
async function isCache(snapshot) {
    if (snapshot.commit === null)
        return false;
    // Who publishes reads it anyway, while the other file is almost always just as it has to be.
    const catalogue = await snapshot.glanceAt('catalogue.json');
    const isOurs = catalogue !== null && ownCatalogue.test(catalogue.toString('latin1', 0, 100));
    return isOurs || snapshot.has(_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheInfoPath */ .gs);
}
function namesOf(looked) {
    return [...new Set(looked.map(({ target }) => target.branch))];
}
/** Throws CACHE_MISSING: none of the branches is a cache. */
function noCache({ name }, looked) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'CACHE_MISSING',
        subject: `${name}, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(looked.map((branch) => `branch ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(branch)}`))}`,
        reason: 'there is no cache'
    });
}
/** Refuses a branch that nobody named and that is something else than a cache: people's work. Throws BRANCH_TAKEN. */
async function refuseOthersBranch({ target, snapshot }) {
    const other = await othersFile(snapshot);
    if (other === null)
        return;
    // To name the very branch that is refused would let the run into it.
    const free = target.branch === _branch_name_js__WEBPACK_IMPORTED_MODULE_3__/* .usualBranch */ .T5 ? 'binary-cache' : _branch_name_js__WEBPACK_IMPORTED_MODULE_3__/* .usualBranch */ .T5;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'BRANCH_TAKEN',
        subject: `${target.name}, branch ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(target.branch)}`,
        reason: `it holds files (${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(other)}) and no ${_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheInfoPath */ .gs}, so it is no cache`,
        hint: `Name a branch of the cache’s own, which is made when it is missing: \`target-branch: ${free}\`. When this one is meant, name it.`
    });
}
/** What a repository has that was just made, or whose Pages were just set up, or was a store of the publishing script, or is a cache but for its `nix-cache-info`. */
const harmless = /^(?:readme|licen[cs]e|copying|notice|contributing|code_of_conduct|security)(?:[._-].*)?$|^\.git(?:ignore|attributes|hub)$|^(?:\.nojekyll|404\.html|CNAME|_config\.yml)$|^catalogue\.json$|^[0-9a-df-np-sv-z]{32}(?:\.narinfo|-.+\.nar)$/i;
/** A file or folder by which a branch is something else than a cache; null: there is none. */
async function othersFile(snapshot) {
    if (snapshot.commit === null || (await isCache(snapshot)))
        return null;
    const names = [...(await snapshot.itemsIn('')).keys()];
    if (names.some((name) => name.endsWith('.narinfo')))
        return null;
    const isOwn = (name) => name === 'catalogue' && names.includes('catalogue.json');
    return names.find((name) => !harmless.test(name) && !isOwn(name)) ?? null;
}


/***/ }),

/***/ 80609:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ isOwnTarget),
  d: () => (/* binding */ ownRepository)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/git/environment.ts
var environment = __webpack_require__(66714);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var run = __webpack_require__(32054);
// EXTERNAL MODULE: ./src/repository/github/repository.ts
var github_repository = __webpack_require__(86264);
// EXTERNAL MODULE: ./src/repository/address.ts
var repository_address = __webpack_require__(56540);
;// CONCATENATED MODULE: ./src/repository/remote-address.ts


/** What a remote of a clone is on this GitHub; null: it is elsewhere, or is no address. */
function remoteAddress(remote, run) {
    if (remote === '')
        return null;
    try {
        const address = (0,repository_address/* parseTargetAddress */.B)(asTarget(remote, new URL(run.serverUrl)), run);
        return address.kind === 'github' ? address : null;
    }
    catch (error) {
        // A remote may be no address at all.
        if (error instanceof errors/* NarPublishError */.f9)
            return null;
        throw error;
    }
}
const sshPattern = /^(?:ssh|git|git\+ssh|ssh\+git):\/\/(?:[^/]*@)?([^/:]+)(?::\d+)?\/+(.+)$/i;
const scpPattern = /^(?:[^/:@]+@)?([^/:@]+):(?!\/\/)\/?(.+)$/;
/**
 * As a target is given: without a login, which a clone's address may have, and by the host's usual name.
 * https://docs.github.com/en/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
 * https://docs.github.com/en/authentication/connecting-to-github-with-ssh/managing-deploy-keys#using-multiple-repositories-on-one-server
 */
function asTarget(remote, { hostname }) {
    const [, host = '', path = ''] = sshPattern.exec(remote) ?? scpPattern.exec(remote) ?? [];
    const name = host.toLowerCase();
    if ([hostname, `ssh.${hostname}`].includes(name) || name.startsWith(`${hostname}-`))
        return path;
    if (!/^https?:\/\//i.test(remote) || !URL.canParse(remote))
        return remote;
    const url = new URL(remote);
    url.username = '';
    url.password = '';
    if (url.hostname === `www.${hostname}`)
        url.hostname = hostname;
    return url.href;
}

;// CONCATENATED MODULE: ./src/repository/own-repository.ts








/** `owner/name` that the workflow runs in; on a terminal what the checkout's remote `origin` is on this GitHub. null: there is none. */
async function ownRepository(environment, log) {
    if (environment.repository !== null)
        return environment.repository;
    const lines = await askCheckout(environment, log, [
        'config',
        '--local',
        '--get',
        'remote.origin.url'
    ]);
    const address = remoteAddress(lines[0] ?? '', environment);
    return address === null ? null : `${address.owner}/${address.repo}`;
}
/**
 * Whether a target is the repository of the source: the one that the workflow runs in; on a terminal the checkout itself, or what its
 * remote `origin` or `upstream` is, or its only one.
 */
async function isOwnTarget(target, environment, log) {
    const { repository, workspace } = environment;
    if (repository !== null) {
        return target.kind === 'github' && (0,github_repository/* isSameName */.y)(`${target.owner}/${target.repo}`, repository);
    }
    // As git itself takes them, whatever `insteadOf` makes of them.
    const listed = await askCheckout(environment, log, ['remote', '--verbose']);
    const remotes = listed.flatMap((line) => {
        const [, name, url] = /^(\S+)\t(.*) \((?:fetch|push)\)$/.exec(line) ?? [];
        return name === undefined || url === undefined ? [] : [{ name, url }];
    });
    const isLone = new Set(remotes.map(({ name }) => name)).size === 1;
    const urls = remotes.flatMap(({ name, url }) => isLone || name === 'origin' || name === 'upstream' ? [url] : []);
    if (target.kind === 'github') {
        return urls.some((url) => {
            const address = remoteAddress(url, environment);
            return (address !== null &&
                (0,github_repository/* isSameName */.y)(`${address.owner}/${address.repo}`, `${target.owner}/${target.repo}`));
        });
    }
    const folders = await askCheckout(environment, log, [
        ...['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir']
    ]);
    const own = [...folders, ...urls.map((url) => placeOf(url, folders[0] ?? workspace))];
    return own.includes(placeOf(target.url, workspace));
}
/** One name for the ways to write an address: `host/path` of a remote one, a path without links. */
function placeOf(url, folder) {
    const remote = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/]+)\/(.*)$/i.exec(url) ??
        /^(?:[^@/:]+@)?([^/:]+):(?!\/\/)(.*)$/.exec(url);
    const trimmed = (text) => text.replace(/\/+$/, '').replace(/\.git$/, '');
    if (remote !== null)
        return `${(remote[1] ?? '').toLowerCase()}/${trimmed(remote[2] ?? '').replace(/^\/+/, '')}`;
    const path = (0,external_node_path_.resolve)(folder, url.startsWith('file://') ? (0,errors/* attempt */.CD)(() => (0,external_node_url_.fileURLToPath)(url), url) : url);
    return (0,errors/* attempt */.CD)(() => (0,external_node_fs_.realpathSync)(path), path);
}
/** Lines that git prints in the checkout; none where there is no checkout, or no git. */
async function askCheckout({ workspace, childEnvironment }, log, args) {
    const env = (0,environment/* gitEnvironment */._K)(childEnvironment, []);
    const git = { directory: workspace, isWorkTree: true, url: workspace, env, log };
    try {
        const { stdout } = await (0,run/* runGit */.EO)(git, args);
        return stdout
            .toString('utf8')
            .split('\n')
            .filter((line) => line !== '');
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9 && error.code === 'GIT_MISSING')
            return [];
        throw error;
    }
}


/***/ }),

/***/ 59747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ attributesNotes),
/* harmony export */   FS: () => (/* binding */ notFoundPage),
/* harmony export */   P0: () => (/* binding */ missingSiteFiles),
/* harmony export */   mf: () => (/* binding */ notFoundPagePath),
/* harmony export */   mh: () => (/* binding */ isOwnSiteFile)
/* harmony export */ });
/* unused harmony exports attributesPath, missingAttributes, siteFiles, mayStay */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _github_git_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27067);


const notFoundPagePath = '404.html';
const noJekyllPath = '.nojekyll';
const attributesPath = '.gitattributes';
/** Any text will do: it is that the file is there which counts. */
const noJekyll = Buffer.from('GitHub Pages serves these files as they are.\n');
/** The files that Nix or this action reads, as Git matches them. What else is in the branch is people's own. */
const cacheFiles = [
    '/nix-cache-info',
    '/*.narinfo',
    '/*.provenance',
    '/provenance/**',
    '/nar/**',
    '/log/**',
    '/pins/**',
    '/debuginfo/**',
    '/catalogue.json',
    '/catalogue/**'
];
const asTheyAre = '-text -eol -ident -filter -working-tree-encoding';
const attributesBegin = '# nar-publish: ';
/** With `core.autocrlf` or `eol=crlf` Git would give a clone other bytes than those that are signed and hashed. */
const attributes = Buffer.from([
    `${attributesBegin}a clone is a cache only where Git leaves these files as they are.`,
    ...cacheFiles.map((pattern) => `${pattern} ${asTheyAre}`),
    ''
].join('\n'));
/** The lines that a `.gitattributes` of somebody's own lacks for a clone to be a cache everywhere; none: it says as much. */
function missingAttributes(content) {
    const all = content
        .toString()
        .split('\n')
        .map((line) => line.trim().split(/\s+/));
    // Of two lines about one file the later counts.
    const isText = (word) => /^!?text$|^text=/.test(word);
    const last = all.findLastIndex(([name, ...words]) => name === '*' && words.some(isText));
    const lines = all.slice(last + 1);
    const isKept = (pattern) => lines.some(([name, ...words]) => name === pattern && (words.includes('-text') || words.includes('binary')));
    if (isKept('*'))
        return [];
    return cacheFiles
        .filter((pattern) => !isKept(pattern))
        .map((pattern) => `${pattern} ${asTheyAre}`);
}
/**
 * A sentence when somebody's own `.gitattributes`, which stays, does not say so; an older one of ours is written anew by the commit. A raw
 * file where there is one, else no request.
 */
async function attributesNotes(snapshot) {
    const item = (await snapshot.itemsAt([attributesPath])).get(attributesPath);
    const isOwn = item === undefined || item.object === (0,_github_git_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .blobSha */ .w)(attributes);
    const content = isOwn ? null : await snapshot.readFile(attributesPath);
    const isOlder = content !== null && isOwnSiteFile(attributesPath, content);
    const missing = content === null || isOlder ? [] : missingAttributes(content);
    if (missing.length === 0)
        return [];
    return [
        `The branch’s ${attributesPath} is not of nar-publish and stays as it is: a clone with \`core.autocrlf\` is no cache without these lines at its end: ${missing.map((line) => `\`${line}\``).join(', ')}.`
    ];
}
/**
 * What a branch needs beside the cache: `.gitattributes` for clones, and the rest for GitHub Pages to serve it well. Without `.nojekyll`
 * Pages runs each commit through a site generator, which leaves files out; a miss, of which readers have hundreds, downloads `404.html`,
 * or 9 KB of GitHub's.
 */
function siteFiles(target) {
    return new Map([
        [attributesPath, attributes],
        [noJekyllPath, noJekyll],
        [notFoundPagePath, notFoundPage(target)]
    ]);
}
/** Tells by its second line of which branch of which repository a site is made, in letters that nobody else chose. */
function notFoundPage({ name, branch }) {
    const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${name.toLowerCase()}\n${branch}`).digest('hex');
    return Buffer.from(`<!DOCTYPE html>
<!-- nar-publish ${id.slice(0, 32)} -->
<html lang="en">
<meta charset="utf-8">
<title>Not in this cache</title>
<p>This is a binary cache for <a href="https://nixos.org">Nix</a>, and it does not have this file.</p>
</html>
`);
}
const ownPage = /^<!DOCTYPE html>\n<!-- nar-publish [0-9a-f]{32} -->\n/;
/** With a line of somebody's own in it, it is theirs. */
const ownAttributes = new RegExp(`^${attributesBegin}.*\n(?:/\\S+ ${asTheyAre}\n)*$`);
/** Whether a file at such a path is one that we made, for whatever branch; another's stays as it is. */
function isOwnSiteFile(path, content) {
    const text = content.toString('latin1');
    return ((path === notFoundPagePath && ownPage.test(text)) ||
        (path === attributesPath && ownAttributes.test(text)));
}
/** Of one that we made: whether it stays, as it has what is needed. A newer version knows more lines, and the two are not to take turns. */
function mayStay(path, content) {
    return path === attributesPath && missingAttributes(content).length === 0;
}
/** Those that a state of the branch lacks; `more`: by their paths. One that is as it should be is not read. */
async function missingSiteFiles(target, snapshot, more = new Map()) {
    const missing = { files: new Map(), others: [] };
    const files = new Map(more);
    for (const [path, content] of siteFiles(target)) {
        // Another's stays, unless it is of a fork, or from before the repository got its name.
        const isOurs = (found) => isOwnSiteFile(path, found);
        const stays = (found) => mayStay(path, found);
        files.set(path, { content, isNeeded: true, isOurs, mayStay: stays });
    }
    const there = await snapshot.itemsAt([...files.keys()]);
    for (const [path, { content, isNeeded, isOurs, mayStay: stays }] of files) {
        const item = there.get(path);
        if (item?.object === (0,_github_git_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .blobSha */ .w)(content))
            continue;
        const found = item === undefined ? null : await snapshot.readFile(path);
        // What is no file is for the commit to refuse.
        if (found === null) {
            if (isNeeded)
                missing.files.set(path, content);
        }
        else if (!isOurs(found))
            missing.others.push(path);
        else if (!stays(found))
            missing.files.set(path, content);
    }
    return missing;
}


/***/ })

};
