export const id = 354;
export const ids = [354];
export const modules = {

/***/ 8615:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ keepingMirror),
/* harmony export */   q: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _told_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3073);

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

/***/ 4135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ pinParagraphs),
/* harmony export */   m: () => (/* binding */ listsPins)
/* harmony export */ });
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8154);


const heading = '### Pinned';
const longestList = 100;
/** The block's paragraphs about pins, by name; none when there are no pins. Some 100 KB at most. */
function pinParagraphs(pins) {
    if (pins.length === 0)
        return [];
    const rows = [...pins]
        .sort((a, b) => (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBytes */ .X)(a.name, b.name))
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

/***/ 372:
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
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1616);
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(560);


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
/** In blocks of Markdown: what the address bears, and folded what to do about it. */
function rawNotice(cache) {
    const [command, fields] = pagesCommand(cache);
    return [
        `**What this address bears:** ${rawBears} ${closureCosts}`,
        ...(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)('What happens then, and what helps', [
            rawThrottled,
            'GitHub Pages has no such limit. Whoever administers the repository lets it serve the branch with this command; from the next publish on that commits something, readers are told its address:',
            (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)('sh', [`${command} \\`, `  ${fields}`]),
            'Until then, a reader who would rather build than wait puts these lines into `nix.conf`:',
            (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)('ini', stopgapLines),
            stopgapCosts
        ])
    ];
}


/***/ }),

/***/ 2021:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ renderReadmeBlock)
});

// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(8992);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(5901);
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
/**
 * A page for people: the source at its revision, else the run; empty when neither is on the cache's own server, whose pages are the only
 * ones that the catalogue is believed about.
 */
function originPage({ source, runUrl }, linkable) {
    // As a method of its own: a target's asks the target.
    const page = linkable.webUrl('');
    if (!URL.canParse(page))
        return '';
    const { origin } = new URL(page);
    if (source !== null && new RegExp(`^${repositoryName}$`).test(source.repository)) {
        const { repository, revision } = source;
        if (/^[0-9a-f]{7,64}$/.test(revision))
            return `${origin}/${repository}/tree/${revision}`;
    }
    if (runUrl === null || !URL.canParse(runUrl) || new URL(runUrl).origin !== origin)
        return '';
    // Made again from what it is put together of: an address of the server may do anything that its people can.
    const [run = ''] = runPage.exec(new URL(runUrl).pathname) ?? [];
    return run === '' ? '' : `${origin}${run}`;
}
const repositoryName = String.raw `(?!\.+/)[\w.-]+/(?!\.+$)[\w.-]+`;
const runPage = new RegExp(String.raw `^/${repositoryName}/actions/runs/\d+(?:/attempts/\d+)?$`);
const artifactHeadings = ['Artifact', 'System', 'Size'];

// EXTERNAL MODULE: ./src/catalogue/catalogue.ts
var catalogue_catalogue = __webpack_require__(6620);
// EXTERNAL MODULE: ./src/markdown/plain-url.ts
var plain_url = __webpack_require__(3941);
// EXTERNAL MODULE: ./src/catalogue/raw-limits.ts
var raw_limits = __webpack_require__(372);
// EXTERNAL MODULE: ./src/catalogue/reader-lines.ts
var reader_lines = __webpack_require__(8812);
// EXTERNAL MODULE: ./src/catalogue/rows.ts
var catalogue_rows = __webpack_require__(5192);
// EXTERNAL MODULE: ./src/catalogue/told-address.ts
var told_address = __webpack_require__(3073);
;// CONCATENATED MODULE: ./src/catalogue/how-to-use.ts






/** What the block says above its table, one block of Markdown each: where the cache is, and how each kind of reader makes it known to Nix. */
function usage(current, { publicKeys }, description) {
    const { repository, branch, substituterUrl, cloneUrl } = description;
    const newest = (0,catalogue_rows/* newestRow */.fv)(current);
    const cache = readableCache(description, publicKeys, newest);
    return [
        `${(0,markdown/* markdownText */.p7)(repository)} is a cache for [Nix](https://nixos.org): what is listed below is downloaded instead of built.`,
        addressList(description, publicKeys),
        ...(substituterUrl === null ? cloning(cloneUrl ?? repository, branch) : []),
        ...(publicKeys.length === 0 ? [unsignedNotice] : []),
        ...privateNotice(cache),
        ...((0,raw_limits/* isReadRaw */.TH)(description) ? (0,raw_limits/* rawNotice */.RY)(description) : []),
        ...(newest === undefined
            ? ['Nothing is published yet.']
            : [
                `The newest artifact, ${artifactName(newest)} for ${(0,markdown/* markdownText */.p7)(newest.system)}, in one command (of root, or of a user who may choose caches):`,
                (0,markdown/* fenced */.OF)('sh', reader_lines/* readerLines */.Zw.command(cache)),
                'To have the cache asked whenever it may help:',
                ...readers(cache, description),
                ...(0,markdown/* details */.zH)('A path that was just published seems to be missing', [lateness(description)])
            ])
    ];
}
/** As the lines for readers take it. */
function readableCache({ repository, substituterUrl, login }, publicKeys, newest) {
    const url = substituterUrl ?? reader_lines/* cloneFolder */.QM;
    const program = newest?.mainProgram ?? '';
    return {
        repository,
        substituterUrl: publicKeys.length === 0 ? (0,reader_lines/* trustingUrl */.m0)(url) : url,
        publicKeys,
        login,
        example: newest === undefined
            ? null
            : {
                storePath: newest.storePath,
                program: /^\w[\w.+-]*$/.test(program) ? program : null
            }
    };
}
function addressList({ substituterUrl, servedBy }, publicKeys) {
    const keys = publicKeys.map((key) => `- Public key: ${(0,markdown/* markdownCode */.D9)((0,plain_url/* plainUrl */.k)(key))}`);
    const where = substituterUrl === null
        ? `a clone of this branch, as ${(0,markdown/* markdownCode */.D9)(reader_lines/* cloneFolder */.QM)}`
        : (0,markdown/* markdownCode */.D9)((0,plain_url/* plainUrl */.k)(substituterUrl), 2000);
    return [
        `- Substituter: ${where}`,
        ...(servedBy === null || servedBy === 'other' ? [] : [`- Served by: ${told_address/* serverNames */.C1[servedBy]}`]),
        ...(keys.length === 0 ? ['- Public key: none, **this cache is not signed**'] : keys)
    ].join('\n');
}
const unsignedNotice = 'Nix refuses what is not signed, unless it is told to trust the cache that it comes from. `trusted=true` in the address does so for this cache alone: whoever can write to its repository then decides what the machine runs.';
/** For a repository whose files nobody serves by HTTP. */
function cloning(cloneUrl, branch) {
    return [
        'Nobody serves these files by HTTP; a clone of the branch is a cache as it stands:',
        (0,markdown/* fenced */.OF)('sh', (0,reader_lines/* cloneCommands */.SE)(cloneUrl, branch))
    ];
}
function privateNotice(cache) {
    if (cache.login === null)
        return [];
    return [
        `**This cache is private.** Nix reads it with a token, a fine-grained one with “Contents: read” on ${(0,markdown/* markdownText */.p7)(cache.repository)}. With the token for \`TOKEN\`, this line goes into the machine’s \`/etc/nix/netrc\`, which only root can read:`,
        (0,markdown/* fenced */.OF)('text', (0,reader_lines/* netrcLines */.Uu)(cache))
    ];
}
/** Folded, as each reader is of one kind. */
function readers(cache, description) {
    // `mode: use` finds caches on this GitHub, and takes none that is not signed.
    const isHere = description.webUrl('') !== '';
    const steps = isHere && cache.publicKeys.length > 0
        ? (0,reader_lines/* useSteps */.fS)(cache, description.branch)
        : reader_lines/* readerLines */.Zw.github({ ...cache, login: null });
    return [
        ...(0,markdown/* details */.zH)('NixOS, nix-darwin: <code>configuration.nix</code>', [
            (0,markdown/* fenced */.OF)('nix', reader_lines/* readerLines */.Zw.nixos(cache))
        ]),
        ...(0,markdown/* details */.zH)('A flake, for all who use it: <code>flake.nix</code>', [
            (0,markdown/* fenced */.OF)('nix', reader_lines/* readerLines */.Zw.flake(cache)),
            'Nix asks before it obeys them.'
        ]),
        // No job finds a clone on its runner.
        ...(description.substituterUrl === null
            ? []
            : (0,markdown/* details */.zH)('A job on GitHub', [
                (0,markdown/* fenced */.OF)('yaml', steps),
                ...(cache.login === null ? [] : ['The secret `CACHE_TOKEN` holds such a token.'])
            ])),
        ...(0,markdown/* details */.zH)('Any other machine: <code>/etc/nix/nix.conf</code>', [
            (0,markdown/* fenced */.OF)('ini', reader_lines/* readerLines */.Zw['nix.conf'](cache)),
            'Then restart the Nix daemon.'
        ])
    ];
}
function lateness({ servedBy }) {
    const late = {
        pages: 'GitHub Pages shows a commit up to 10 minutes late',
        raw: 'The raw files of a branch are up to 5 minutes late',
        other: 'A server may show a commit late',
        none: 'A clone has what it had when it was last brought up to date'
    };
    return `${late[servedBy ?? 'none']}, and Nix remembers for an hour that a path was not there. After that time, ask past Nix’s memory: add \`--option narinfo-cache-negative-ttl 0\` to the command.`;
}
function artifactName(row) {
    return `**${(0,markdown/* markdownText */.p7)(row.name)}**${row.version === null ? '' : ` ${(0,markdown/* markdownText */.p7)(row.version)}`}`;
}

// EXTERNAL MODULE: ./src/catalogue/pin-list.ts
var pin_list = __webpack_require__(4135);
// EXTERNAL MODULE: ./src/catalogue/readme.ts
var readme = __webpack_require__(5295);
;// CONCATENATED MODULE: ./src/catalogue/readme-block.ts








// GitHub cuts a README silently at 512,000 bytes; the larger part is left to the people who write around the block.
const defaultLimits = { bytes: 200 * 1024, rows: 1000 };
/**
 * What the README says of the cache, from marker to marker, lines ending in `\n`, none after the last. Depends on its arguments only.
 * Rows that do not fit into the limits are counted in a line that points to `catalogue.json`.
 */
function renderReadmeBlock(catalogue, description, limits = defaultLimits) {
    const current = (0,catalogue_rows/* currentRows */.hz)(catalogue);
    const head = [readme/* beginMarker */.Ku, '## Nix binary cache', ...usage(current, catalogue, description)];
    const index = `Every artifact, older versions included: ${(0,markdown/* markdownLink */.iQ)(catalogue_catalogue/* cataloguePath */.hO, description.webUrl(catalogue_catalogue/* cataloguePath */.hO))}.`;
    const tail = (shown) => [
        shown < current.length
            ? `${current.length - shown} more artifacts are not shown. ${index}`
            : index,
        ...(0,pin_list/* pinParagraphs */.T)(description.pins ?? []),
        readme/* endMarker */.cL
    ];
    const around = [...head, ...(0,markdown/* details */.zH)(listTitle(limits.rows), ['']), ...tail(0)];
    const room = limits.bytes - Buffer.byteLength(around.join('\n\n'));
    const rows = fittingRows(current, description, { bytes: room, rows: limits.rows });
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
function fittingRows(current, description, limits) {
    let bytes = Buffer.byteLength(tableStart.join('\n'));
    const rows = [];
    for (const row of current.slice(0, limits.rows)) {
        const text = artifactRow(row, description);
        bytes += Buffer.byteLength(text) + '\n'.length;
        if (bytes > limits.bytes)
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

/***/ 8613:
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
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(996);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8992);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8154);
/* harmony import */ var _readme_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5295);





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
/** Keys that the catalogue names and readers are not told. */
function untoldKeys({ publicKeys }, told) {
    return publicKeys.filter((key) => !told.includes(key));
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

/***/ 6099:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N3: () => (/* binding */ parsePin),
/* harmony export */   QA: () => (/* binding */ pinNameOf),
/* harmony export */   by: () => (/* binding */ unpinLine),
/* harmony export */   cW: () => (/* binding */ pinLine),
/* harmony export */   cz: () => (/* binding */ pinsOf),
/* harmony export */   fH: () => (/* binding */ formatPin),
/* harmony export */   gO: () => (/* binding */ pinFile),
/* harmony export */   n$: () => (/* binding */ pinsFolder)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1616);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5337);



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
/** `Pin main-x86_64-linux-foo => /nix/store/…` */
function pinLine({ name, storePath }) {
    return `Pin ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .HD)(name)} => ${storePath}`;
}
function unpinLine(name) {
    return `Unpin ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .HD)(name)}`;
}


/***/ }),

/***/ 8217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openTarget),
/* harmony export */   E: () => (/* binding */ openExisting)
/* harmony export */ });
/* harmony import */ var _catalogue_told_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3073);
/* harmony import */ var _repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(723);
/* harmony import */ var _repository_git_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2798);
/* harmony import */ var _repository_github_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5820);




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
    const target = inputs.target.kind === 'git'
        ? await (0,_repository_git_target_js__WEBPACK_IMPORTED_MODULE_2__/* .openGitTarget */ .E)({
            ...git,
            url: inputs.target.url,
            branch,
            substituterUrl: typeof substituterUrl === 'object' ? substituterUrl.address : null,
            log
        })
        : await (0,_repository_github_target_js__WEBPACK_IMPORTED_MODULE_3__/* .openGitHubTarget */ .p)({
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
    return { target, snapshot: await target.snapshot() };
}


/***/ }),

/***/ 6729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ siteWarnings),
/* harmony export */   h: () => (/* binding */ mayBeLargeSite)
/* harmony export */ });
/* harmony import */ var pretty_bytes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5901);

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
