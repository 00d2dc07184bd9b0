export const id = 224;
export const ids = [224];
export const modules = {

/***/ 4409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ logPath),
/* harmony export */   hI: () => (/* binding */ logFolder),
/* harmony export */   hu: () => (/* binding */ strayLogs)
/* harmony export */ });
/* unused harmony export derivationOfLog */
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5161);

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

/***/ 4417:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ keepingMirror),
/* harmony export */   q: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _told_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8552);

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

/***/ 9602:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ pinParagraphs),
/* harmony export */   m: () => (/* binding */ listsPins)
/* harmony export */ });
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(371);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4319);


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

/***/ 2933:
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
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(371);


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

/***/ 2358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ renderReadmeBlock)
});

// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(371);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(2601);
// EXTERNAL MODULE: ./src/catalogue/artifact-cells.ts
var artifact_cells = __webpack_require__(5370);
// EXTERNAL MODULE: ./src/markdown/plain-url.ts
var plain_url = __webpack_require__(2260);
// EXTERNAL MODULE: ./src/catalogue/raw-limits.ts
var raw_limits = __webpack_require__(2933);
// EXTERNAL MODULE: ./src/catalogue/reader-lines.ts
var reader_lines = __webpack_require__(6897);
// EXTERNAL MODULE: ./src/catalogue/rows.ts
var rows = __webpack_require__(7825);
// EXTERNAL MODULE: ./src/catalogue/told-address.ts
var told_address = __webpack_require__(8552);
;// CONCATENATED MODULE: ./src/catalogue/how-to-use.ts






/** What the block says above its table, one block of Markdown each: where the cache is, and how each kind of reader makes it known to Nix. */
function usage({ newest: shown, publicKeys }, description) {
    const { repository, branch, substituterUrl, cloneUrl } = description;
    const newest = (0,rows/* newestRow */.fv)(shown);
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

// EXTERNAL MODULE: ./src/catalogue/newest.ts
var catalogue_newest = __webpack_require__(314);
// EXTERNAL MODULE: ./src/catalogue/pin-list.ts
var pin_list = __webpack_require__(9602);
// EXTERNAL MODULE: ./src/catalogue/readme.ts
var readme = __webpack_require__(198);
// EXTERNAL MODULE: ./src/catalogue/shards.ts
var shards = __webpack_require__(6961);
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
    const head = [readme/* beginMarker */.Ku, '## Nix binary cache', ...usage(catalogue, description)];
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
const tableStart = (0,markdown/* tableHead */.PP)([...artifact_cells/* artifactHeadings */.eq, 'Published']);
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
    return (0,markdown/* tableRow */.jD)([...(0,artifact_cells/* artifactCells */.Uf)(row, description), (0,markdown/* markdownText */.p7)(date)]);
}


/***/ }),

/***/ 914:
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
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2653);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4533);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2601);
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4319);
/* harmony import */ var _readme_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(198);





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

/***/ 685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JM: () => (/* binding */ wholeCatalogue),
/* harmony export */   OC: () => (/* binding */ isCatalogueFile),
/* harmony export */   Q0: () => (/* binding */ missingShards),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   bF: () => (/* binding */ readCatalogueFiles),
/* harmony export */   fh: () => (/* binding */ presentCatalogue),
/* harmony export */   kV: () => (/* binding */ changeWhole),
/* harmony export */   qh: () => (/* binding */ indexOf),
/* harmony export */   tu: () => (/* binding */ shardMissing)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2615);
/* harmony import */ var _newest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(314);
/* harmony import */ var _parse_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6092);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7825);
/* harmony import */ var _shards_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6961);





/** Whether a file is one of the catalogue's, of whatever version of its format. */
function isCatalogueFile(path) {
    return path === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO || path === _newest_js__WEBPACK_IMPORTED_MODULE_1__/* .newestPath */ .sB || (0,_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .shardAt */ .KP)(path) !== null;
}
/** All of them. Without a folder of shards no more is asked than where the branch's root is listed. */
async function readCatalogueFiles(snapshot) {
    const folder = _shards_js__WEBPACK_IMPORTED_MODULE_4__/* .catalogueFolder */ .en.slice(0, -1);
    const isFolder = (await snapshot.itemsAt([folder])).get(folder)?.kind === 'folder';
    const names = isFolder ? [...(await snapshot.itemsIn(folder)).keys()] : [];
    const paths = names.map((name) => _shards_js__WEBPACK_IMPORTED_MODULE_4__/* .catalogueFolder */ .en + name).filter(isCatalogueFile);
    return snapshot.readFiles([_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO, ...paths]);
}
/** What the files say before any shard is read; null: there is no `catalogue.json`. Throws CATALOGUE_INVALID. */
function indexOf(files) {
    const content = files.get(_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO);
    return content === undefined ? null : (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIndex */ .A1)(content, _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO);
}
/** Paths of shards that `catalogue.json` names and that are not there. Throws CATALOGUE_INVALID. */
function missingShards(files) {
    const shards = indexOf(files)?.shards ?? _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyIndex */ .gW.shards;
    return [...shards.keys()].map(_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .shardPath */ .A$).filter((path) => !files.has(path));
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
/** The same of what is there, without a word on what is missing. */
function presentCatalogue(files) {
    const index = indexOf(files);
    const shards = [...files].filter(([path]) => (0,_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .shardAt */ .KP)(path) !== null);
    if (index === null && shards.length === 0)
        return null;
    const bytes = shards.reduce((sum, [, { length }]) => sum + length, 0);
    (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseHuge */ .G5)(bytes, `${_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .catalogueFolder */ .en} as a whole`);
    return {
        publicKeys: index?.publicKeys ?? [],
        rows: (0,_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .uniqueRows */ .Dg)([
            ...(index?.rows ?? []),
            ...shards.flatMap(([path, content]) => (0,_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .parseShard */ .uK)(content, path))
        ])
    };
}
/** Makes the files of a state those of a catalogue. `before`: all that the state has of them. Throws CATALOGUE_INVALID. */
function changeWhole(before, catalogue, pins) {
    const shards = Map.groupBy(catalogue.rows, ({ name }) => (0,_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .shardOf */ .IS)(name));
    const newest = (0,_newest_js__WEBPACK_IMPORTED_MODULE_1__/* .newestRows */ .mb)(catalogue.rows, pins);
    const index = {
        publicKeys: catalogue.publicKeys,
        shards: new Map([...shards].map(([shard, rows]) => [shard, rows.length]))
    };
    const files = new Map([
        [_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO, (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .formatIndex */ .Qe)(index)],
        [_newest_js__WEBPACK_IMPORTED_MODULE_1__/* .newestPath */ .sB, (0,_newest_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNewest */ .ED)(newest, pins)],
        ...[...shards].map(([shard, rows]) => [(0,_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .shardPath */ .A$)(shard), (0,_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .formatShard */ ._D)(shard, rows)])
    ]);
    return {
        files: differing(before, files),
        deletedFiles: [...before.keys()].filter((path) => isCatalogueFile(path) && !files.has(path)),
        shown: { newest, artifacts: catalogue.rows.length, publicKeys: catalogue.publicKeys }
    };
}
/** Those of the files that are not there as they are. */
function differing(before, after) {
    return new Map([...after].filter(([path, content]) => before.get(path)?.equals(content) !== true));
}
/** CATALOGUE_INVALID about a shard that `catalogue.json` names. */
function shardMissing(path, index) {
    const rows = index.shards.get((0,_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .shardAt */ .KP)(path) ?? '') ?? 0;
    return (0,_parse_file_js__WEBPACK_IMPORTED_MODULE_2__/* .catalogueInvalid */ .Lh)(path, `it is not there, and ${_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .cataloguePath */ .hO} says that it has ${rows} of its ${(0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsOf */ .RO)(index)} rows`, {
        hint: 'Restore it from the branch’s history; `nar-publish doctor --fix` goes on without it.'
    });
}


/***/ }),

/***/ 3446:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N3: () => (/* binding */ parsePin),
/* harmony export */   QA: () => (/* binding */ pinNameOf),
/* harmony export */   by: () => (/* binding */ unpinLine),
/* harmony export */   cW: () => (/* binding */ pinLine),
/* harmony export */   cz: () => (/* binding */ pinsOf),
/* harmony export */   fH: () => (/* binding */ formatPin),
/* harmony export */   gO: () => (/* binding */ pinFile),
/* harmony export */   jx: () => (/* binding */ pinnedPaths),
/* harmony export */   n$: () => (/* binding */ pinsFolder)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5161);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8986);



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
