export const id = 3866;
export const ids = [3866];
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

/***/ 53866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnosisText: () => (/* binding */ diagnosisText),
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/binary-cache/signature.ts
var signature = __webpack_require__(40996);
// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/inputs/trusted-keys.ts
var trusted_keys = __webpack_require__(6679);
// EXTERNAL MODULE: ./src/provenance/inputs.ts
var inputs = __webpack_require__(81050);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
;// CONCATENATED MODULE: ./src/doctor/finding-lines.ts

/** Of one code, so many findings are shown; --json has all. */
const shownOfEach = 20;
/** Grouped by their codes, with what to do below. */
function findingLines(findings) {
    const byCode = Map.groupBy(findings, ({ code }) => code);
    return [...byCode].flatMap(([code, found]) => [
        // A file may be called anything, and must not look like another finding.
        ...found
            .slice(0, shownOfEach)
            .map(({ kind, file, what, repaired }) => `${kind} ${code} ${(0,harmless/* oneLine */.TN)(file)}: ${(0,harmless/* oneLine */.TN)(what)}${repaired ? ' [repaired]' : ''}`),
        ...(found.length > shownOfEach
            ? [`  … and ${found.length - shownOfEach} more ${code}; --json lists all`]
            : []),
        `  → ${found[0]?.now ?? ''}`
    ]);
}

// EXTERNAL MODULE: ./src/catalogue/readme.ts
var catalogue_readme = __webpack_require__(45295);
// EXTERNAL MODULE: ./src/catalogue/told-keys.ts
var told_keys = __webpack_require__(18613);
// EXTERNAL MODULE: ./src/reader/read-cache.ts
var read_cache = __webpack_require__(18048);
// EXTERNAL MODULE: ./src/doctor/findings.ts
var doctor_findings = __webpack_require__(68989);
// EXTERNAL MODULE: ./src/catalogue/catalogue.ts
var catalogue_catalogue = __webpack_require__(96620);
// EXTERNAL MODULE: ./src/catalogue/newest.ts
var catalogue_newest = __webpack_require__(4211);
// EXTERNAL MODULE: ./src/catalogue/parse-file.ts
var parse_file = __webpack_require__(14629);
// EXTERNAL MODULE: ./src/catalogue/shards.ts
var catalogue_shards = __webpack_require__(13756);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/doctor/as-reader/listing.ts






/** Shards that are asked for at once. */
const shardsAtOnce = 32;
/**
 * What the catalogue lists, or so many of it that were published last (`newest`; null: all). Up to a hundred are taken from what is shown
 * first, which is one file; more, or all, from every shard.
 */
async function readListing(cache, newest) {
    const { index } = cache;
    const nothing = { storePaths: [], listed: 0 };
    if (index === null)
        return { ...nothing, findings: [(0,doctor_findings/* finding */.gk)('NOTHING_LISTED', catalogue_catalogue/* cataloguePath */.hO)] };
    if (index instanceof errors/* NarPublishError */.f9)
        return { ...nothing, findings: [(0,doctor_findings/* unreadable */.O$)(index)] };
    const listed = (0,catalogue_catalogue/* rowsOf */.RO)(index);
    if (index.rows !== null)
        return { ...lastOf(index.rows, newest), listed, findings: [] };
    if (newest !== null && newest <= catalogue_newest/* mostShown */.$Y) {
        const file = (await cache.readFiles([catalogue_newest/* newestPath */.sB])).get(catalogue_newest/* newestPath */.sB);
        const shown = file === undefined ? null : (0,catalogue_newest/* parseNewest */.uV)(file);
        const isOf = shown !== null && (0,catalogue_newest/* mayBeNewestOf */.wh)(index.shards, shown);
        if (isOf)
            return { ...lastOf(shown.rows, newest), listed, findings: [] };
    }
    try {
        const { rows, findings } = await readShards(cache, [...index.shards.keys()].map(catalogue_shards/* shardPath */.A$));
        return { ...lastOf(rows, newest), listed, findings };
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'CATALOGUE_INVALID')
            throw error;
        return { ...nothing, findings: [(0,doctor_findings/* unreadable */.O$)(error)] };
    }
}
async function readShards({ readFiles, failures }, paths) {
    const rows = [];
    const findings = [];
    let bytes = 0;
    for (let begin = 0; begin < paths.length; begin += shardsAtOnce) {
        const asked = paths.slice(begin, begin + shardsAtOnce);
        const files = await readFiles(asked);
        for (const path of asked) {
            const content = files.get(path);
            if (content === undefined) {
                const hasFailed = failures.some(({ file }) => file === path);
                if (!hasFailed)
                    findings.push((0,doctor_findings/* finding */.gk)('CATALOGUE_SHARD_MISSING', path));
                continue;
            }
            bytes += content.length;
            (0,parse_file/* refuseHuge */.G5)(bytes, `${catalogue_shards/* catalogueFolder */.en} as a whole`);
            rows.push(...(0,catalogue_shards/* parseShard */.uK)(content, path));
        }
    }
    return { rows, findings };
}
function lastOf(rows, newest) {
    const sorted = rows.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
    const paths = new Set(sorted.map(({ storePath }) => storePath));
    return { storePaths: [...paths].slice(0, newest ?? paths.size) };
}

;// CONCATENATED MODULE: ./src/doctor/as-reader/read-as-reader.ts






/** Reads the cache at the address that readers are told, with nothing but what they have. Throws COMPRESSOR_MISSING. */
async function readAsReader(cache, what, { childEnvironment, log }) {
    const { address, repository, committed, web } = cache;
    const told = (0,told_keys/* keysToTell */.zQ)(cache.readme, what.trustedKeys);
    const publicKeys = what.publicKeys.length > 0 ? what.publicKeys : told;
    const given = [...new Set(what.paths)];
    const { storePaths, listed, findings } = given.length > 0
        ? { storePaths: given, listed: given.length, findings: [] }
        : await readListing(cache, what.newest);
    const read = await log.group(`Read ${(0,src_text/* count */.U9)(storePaths.length, 'closure')} from ${address}`, () => (0,read_cache/* readCache */.x)({
        ...{ web, address, roots: storePaths, publicKeys, committed, childEnvironment },
        isQuick: what.isQuick,
        onProgress: (done, total) => {
            log.debug(`${done} of ${total} paths`);
        }
    }));
    return {
        address,
        repository,
        quick: what.isQuick,
        findings: [
            ...findings,
            ...cache.failures
                .filter(({ file }) => (file === catalogue_readme/* readmePath */.Aj ? what.publicKeys : what.paths).length === 0)
                .map(({ file, reason }) => (0,doctor_findings/* finding */.gk)('ADDRESS_FAILS', file, reason)),
            ...(publicKeys.length === 0 ? [(0,doctor_findings/* finding */.gk)('UNSIGNED', catalogue_readme/* readmePath */.Aj)] : []),
            ...read.problems.map(({ code, file, detail }) => (0,doctor_findings/* finding */.gk)(code, file, detail))
        ],
        counts: {
            requests: web.requests,
            bytes: web.bytes,
            asked: storePaths.length,
            listed,
            good: read.good.length,
            nars: read.nars,
            unread: read.unread.length
        },
        unread: read.unread,
        upstream: read.upstream
    };
}

// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/reader/web.ts
var reader_web = __webpack_require__(77665);
// EXTERNAL MODULE: ./src/repository/address.ts
var address = __webpack_require__(56540);
// EXTERNAL MODULE: ./src/repository/github/git-objects.ts
var git_objects = __webpack_require__(27067);
// EXTERNAL MODULE: ./src/use/inputs.ts
var use_inputs = __webpack_require__(37370);
// EXTERNAL MODULE: ./src/use/open-cache.ts
var open_cache = __webpack_require__(93504);
;// CONCATENATED MODULE: ./src/doctor/as-reader/told-cache.ts














const filesAtOnce = 8;
/**
 * `target`: a repository, whose README says what readers are told; or the http(s) address itself, of which no repository is known. Throws
 * USAGE, CACHE_MISSING, and what opening the repository throws.
 */
function openToldCache(run, environment, target) {
    return isAddress(target, environment)
        ? openAddress(run, target)
        : openRepository(run, environment);
}
/** Of an http(s) address: whether it is anything but that of a repository on this GitHub. */
function isAddress(target, environment) {
    if (!/^https?:\/\//i.test(target))
        return false;
    try {
        return (0,address/* parseTargetAddress */.B)(target, environment).kind !== 'github';
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9 && error.code === 'REPOSITORY_INVALID')
            return true;
        throw error;
    }
}
async function openRepository(run, environment) {
    const { log, scratch } = run;
    const secrets = (0,inputs_secrets/* readSecrets */.ql)(environment, (secret) => {
        log.hide(secret);
    });
    const inputs = (0,typed/* typed */.G)(() => (0,use_inputs/* parseUseInputs */.E)(environment, secrets));
    (0,src_environment/* forgetSecrets */.DL)();
    const opened = await (0,open_cache/* openCache */.b)({ inputs, environment, scratch, log, timings: [] });
    const { target, snapshot, substituterUrl, index, readme } = opened;
    const files = await snapshot.listFiles();
    const { name, branch } = target;
    return {
        address: substituterUrl,
        repository: { name, branch, commit: snapshot.commit ?? '' },
        committed: {
            has: (file) => files.has(file),
            isSame: (file, content) => files.get(file)?.blob === (0,git_objects/* blobSha */.w)(content)
        },
        index,
        readme,
        readFiles: (paths) => snapshot.readFiles(paths),
        failures: [],
        web: new reader_web/* ReaderWeb */.e({ login: target.readerCredentials, log })
    };
}
async function openAddress({ command, log }, target) {
    if (!URL.canParse(target))
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'the address is not valid');
    const { username, password } = new URL(target);
    if (username !== '' || password !== '') {
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'the address holds a user name or password');
    }
    // Nobody's: a token is for the repository's own host, and which that is nobody said.
    const web = new reader_web/* ReaderWeb */.e({ login: null, log });
    const failures = [];
    const read = async (file) => {
        const content = await web.read(`${(0,read_cache/* cacheRoot */.P)(target)}/${file}`);
        if (Buffer.isBuffer(content))
            return content;
        if (content.kind === 'failed')
            failures.push({ file, reason: content.reason });
        return null;
    };
    return {
        address: target,
        repository: null,
        committed: null,
        index: indexOf(await read(catalogue_catalogue/* cataloguePath */.hO)),
        readme: await read(catalogue_readme/* readmePath */.Aj),
        readFiles: async (paths) => {
            const contents = await (0,p_map/* default */.Ay)(paths, async (path) => [path, await read(path)], {
                concurrency: filesAtOnce
            });
            return new Map(contents.flatMap(([path, content]) => (content === null ? [] : [[path, content]])));
        },
        failures,
        web
    };
}
function indexOf(content) {
    if (content === null)
        return null;
    try {
        return (0,catalogue_catalogue/* parseIndex */.A1)(content, catalogue_catalogue/* cataloguePath */.hO);
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9)
            return error;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/doctor/as-reader/command.ts











/** `nar-publish doctor CACHE --as-reader`. */
async function runAsReader(run, target) {
    const { command, arguments: given, log } = run;
    const environment = run.environmentWith(new Map([...(0,cli_arguments/* inputsOf */.Vc)(command, given), ['mode', 'use'], ['target-repository', target]]));
    const what = (0,typed/* typed */.G)(() => parseWhatToRead(run, (0,trusted_keys/* parseTrustedKeys */.n)(environment)));
    const cache = await openToldCache(run, environment, target);
    const { childEnvironment } = environment;
    const diagnosis = await readAsReader(cache, what, { childEnvironment, log });
    const isSound = diagnosis.findings.every(({ kind }) => kind === 'note');
    return {
        json: { sound: isSound, ...diagnosis },
        text: readerText(diagnosis, isSound),
        error: null,
        isSound
    };
}
function parseWhatToRead({ command, arguments: given }, trustedKeys) {
    if (given.switches.get('fix') === true) {
        throw (0,cli_arguments/* usage */.CI)(command, 'options --as-reader and --fix', 'a reader mends nothing');
    }
    for (const name of ['provenance', 'provenance-workflow', 'trusted-root']) {
        if (given.values.has(name)) {
            const reason = 'provenance is verified in the repository’s files';
            throw (0,cli_arguments/* usage */.CI)(command, `options --as-reader and --${name}`, reason);
        }
    }
    const paths = given.values.get('path') ?? [];
    const invalid = paths.find((path) => !(0,store_path/* isStorePath */.zP)(path));
    if (invalid !== undefined) {
        throw (0,cli_arguments/* usage */.CI)(command, 'option --path', `${JSON.stringify(invalid.slice(0, 200))} is no store path`);
    }
    const [newest] = given.values.get('newest') ?? [];
    if (newest !== undefined && !/^[1-9]\d{0,8}$/.test(newest)) {
        throw (0,cli_arguments/* usage */.CI)(command, 'option --newest', 'it takes a whole number from 1');
    }
    if (newest !== undefined && paths.length > 0) {
        throw (0,cli_arguments/* usage */.CI)(command, 'options --path and --newest', 'either says what is read');
    }
    return {
        paths,
        newest: newest === undefined ? null : Number(newest),
        // Said before anything is downloaded: it throws for what is no key.
        publicKeys: (given.values.get('public-key') ?? []).map(signature/* checkPublicKey */.$z),
        trustedKeys,
        isQuick: given.switches.get('quick') === true
    };
}
/** What a reader met, for a terminal: errors first, then notes, then counts. */
function readerText(diagnosis, isSound) {
    const { findings, counts, upstream, repository } = diagnosis;
    const address = (0,harmless/* oneLine */.TN)(diagnosis.address);
    const errors = findings.filter(({ kind }) => kind === 'error');
    const notes = findings.filter(({ kind }) => kind === 'note');
    const askedFor = counts.asked === counts.listed
        ? (0,src_text/* count */.U9)(counts.asked, 'closure')
        : `${counts.asked} of ${(0,src_text/* count */.U9)(counts.listed, 'closure')}`;
    return (0,harmless/* terminalText */.eR)([
        ...findingLines(errors),
        ...findingLines(notes),
        ...(repository === null
            ? []
            : [`${repository.name}, branch ${repository.branch} at ${repository.commit}`]),
        [
            `${(0,src_text/* count */.U9)(counts.requests, 'request')}, ${(0,pretty_bytes/* default */.A)(counts.bytes)}`,
            askedFor,
            `${(0,src_text/* count */.U9)(counts.good, 'path')} ${diagnosis.quick ? 'there' : 'read whole'}`,
            (0,src_text/* count */.U9)(counts.nars, 'NAR'),
            ...(counts.unread === 0 ? [] : [`${(0,src_text/* count */.U9)(counts.unread, 'path')} left unread`]),
            `${(0,src_text/* count */.U9)(upstream.length, 'reference')} left to upstream caches`
        ].join(', '),
        isSound
            ? `${address} serves its readers${diagnosis.quick ? '; what the NARs hold was not looked at (--quick)' : ''}.`
            : `${address}: ${(0,src_text/* count */.U9)(errors.length, 'finding')}.`
    ]);
}

// EXTERNAL MODULE: ./src/binary-cache/cache-info.ts
var cache_info = __webpack_require__(67221);
// EXTERNAL MODULE: ./src/catalogue/find-readme.ts
var find_readme = __webpack_require__(34549);
// EXTERNAL MODULE: ./src/catalogue/whole.ts
var whole = __webpack_require__(70310);
// EXTERNAL MODULE: ./src/page/page.ts + 1 modules
var page_page = __webpack_require__(74552);
// EXTERNAL MODULE: ./src/pins/pin.ts
var pin = __webpack_require__(16099);
// EXTERNAL MODULE: ./src/report/site-size.ts
var site_size = __webpack_require__(86729);
// EXTERNAL MODULE: ./src/repository/site-files.ts
var site_files = __webpack_require__(59747);
// EXTERNAL MODULE: ./src/catalogue/change-whole.ts
var change_whole = __webpack_require__(70167);
// EXTERNAL MODULE: ./src/catalogue/change-badges.ts
var change_badges = __webpack_require__(26042);
// EXTERNAL MODULE: ./src/catalogue/readme-block.ts + 2 modules
var readme_block = __webpack_require__(52148);
// EXTERNAL MODULE: ./src/catalogue/raw-limits.ts
var raw_limits = __webpack_require__(50372);
// EXTERNAL MODULE: ./src/catalogue/told-address.ts
var told_address = __webpack_require__(73073);
// EXTERNAL MODULE: ./src/catalogue/rows.ts + 1 modules
var rows = __webpack_require__(83005);
// EXTERNAL MODULE: ./src/doctor/line-endings.ts
var line_endings = __webpack_require__(45776);
;// CONCATENATED MODULE: ./src/doctor/check-index.ts

















/**
 * Of the catalogue's files. `catalogue`: null when there is none, or one of its files cannot be read; `rows`: those of the files that can.
 */
function readCatalogue(files) {
    const findings = [];
    const read = (body, otherwise) => {
        const { value, finding } = readable(body);
        if (finding !== undefined)
            findings.push(finding);
        return value ?? otherwise;
    };
    const index = read(() => (0,whole/* indexOf */.qh)(files), null);
    const isIndexRead = findings.length === 0;
    const shards = isIndexRead ? (0,whole/* shardFiles */.wq)(files) : shardsWithoutIndex(files);
    const rows = [
        ...(index?.rows ?? []),
        ...shards.flatMap(([path, content]) => read(() => (0,catalogue_shards/* parseShard */.uK)(content, path), []))
    ];
    const isRead = findings.length === 0;
    const catalogue = isRead ? read(() => (0,whole/* presentCatalogue */.fh)(files), null) : null;
    const missing = isIndexRead ? (0,whole/* missingShards */.Q0)(files) : [];
    findings.push(...missing.map((path) => (0,doctor_findings/* finding */.gk)('CATALOGUE_SHARD_MISSING', path)));
    return { catalogue, rows: catalogue?.rows ?? rows, findings };
}
/** Each file that is called as a shard, and may be one, is one; those of a later format nobody here can judge. */
function shardsWithoutIndex(files) {
    const others = new Map(files);
    others.delete(catalogue_catalogue/* cataloguePath */.hO);
    return (0,catalogue_catalogue/* isOfLaterFormat */.xI)(files.get(catalogue_catalogue/* cataloguePath */.hO) ?? Buffer.alloc(0)) ? [] : (0,whole/* shardFiles */.wq)(others);
}
/** What reading gives, or the finding about the file that cannot be read. */
function readable(body) {
    try {
        return { value: body() };
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'CATALOGUE_INVALID')
            throw error;
        return { finding: (0,doctor_findings/* unreadable */.O$)(error) };
    }
}
/** What would make the files those that the catalogue gives. null: one of version 1 that stands alone is as it should be, or there is none. */
function rightCatalogue(files, catalogue, pins) {
    const none = { right: null, findings: [] };
    if (catalogue === null || !files.has(catalogue_catalogue/* cataloguePath */.hO) || isVersion1(files))
        return none;
    const { value, finding } = readable(() => (0,change_whole/* changeWhole */.k)(files, catalogue, pins));
    return { right: value ?? null, findings: finding === undefined ? [] : [finding] };
}
/** Compares the files with what the catalogue gives, byte for byte. */
function checkCatalogueFiles(files, { files: written, deletedFiles }) {
    const why = (path) => (files.has(path) ? '' : 'it is not there');
    return [...written.keys(), ...deletedFiles]
        .sort()
        .map((path) => (0,doctor_findings/* finding */.gk)('CATALOGUE_STALE', path, why(path)));
}
function isVersion1(files) {
    return files.size === 1 && (0,whole/* indexOf */.qh)(files)?.rows !== null;
}
/** Compares the badges with what the rows give: one finding, however many they are. Throws what reading throws. */
async function checkBadges(snapshot, { badges }) {
    const { files, deletedFiles } = await (0,change_badges/* changeBadges */.$z)(snapshot, badges);
    const [first, ...others] = [...files.keys(), ...deletedFiles].sort();
    if (first === undefined)
        return [];
    return [(0,doctor_findings/* finding */.gk)('BADGE_STALE', first, others.length === 0 ? '' : `and ${others.length} more`)];
}
/** What the narinfo of a row says of the same things; the row itself when they agree. */
function rowByNarInfo(row, narInfo) {
    const { url: nar, narSize } = narInfo;
    const fileSize = narInfo.fileSize ?? row.fileSize;
    const right = {
        nar,
        narSize,
        fileSize,
        references: narInfo.references.length,
        refersTo: (0,rows/* refersTo */.zA)(narInfo)
    };
    const isSame = comparedFields.every((name) => row[name] === right[name]) &&
        row.refersTo.join() === right.refersTo.join();
    return isSame ? row : { ...row, ...right };
}
const comparedFields = ['nar', 'narSize', 'fileSize', 'references'];
/** `narInfos`: those that can be read, file → what it says. */
function checkRows(rows, files, narInfos) {
    return rows.flatMap((row) => {
        const shard = (0,catalogue_shards/* shardPath */.A$)((0,catalogue_shards/* shardOf */.IS)(row.name));
        const file = files.has(shard) ? shard : catalogue_catalogue/* cataloguePath */.hO;
        const narInfo = narInfos.get(`${(0,store_path/* parseStorePath */.GV)(row.storePath).hash}.narinfo`);
        if (narInfo?.storePath !== row.storePath) {
            return [(0,doctor_findings/* finding */.gk)('CATALOGUE_ROW_GONE', file, row.storePath)];
        }
        const right = rowByNarInfo(row, narInfo);
        const differences = comparedFields
            .filter((name) => row[name] !== right[name])
            .map((name) => `${name} ${row[name]}, in the narinfo ${right[name]}`);
        // None is what a row has that was taken over.
        if (row.refersTo.length > 0 && row.refersTo.join() !== right.refersTo.join()) {
            differences.push('refersTo names others than the narinfo');
        }
        return differences.length === 0
            ? []
            : [(0,doctor_findings/* finding */.gk)('CATALOGUE_ROW_DIFFERS', file, `${row.storePath}: ${differences.join('; ')}`)];
    });
}
/** Compares the README with what the catalogue gives, byte for byte between the markers. */
function checkReadme(readme, catalogue, description) {
    if (catalogue === null)
        return [];
    const { path: readmePath, content: found } = readme;
    try {
        if (description === null) {
            // Says whether the markers can be placed, which needs no words of the block.
            (0,catalogue_readme/* placeBlock */.Xf)(found, '', '');
            return [(0,doctor_findings/* finding */.gk)('README_NOT_COMPARED', readmePath)];
        }
        const isAsWith = (expected) => found?.equals(readmeOf(readme, catalogue, expected)) === true;
        if (isAsWith(description))
            return [];
        const told = (0,told_address/* toldAddress */.c$)(found);
        return told !== null && isAsWith(asTold(description, told))
            ? [
                (0,doctor_findings/* finding */.gk)('README_ADDRESS', readmePath, `${told.url} instead of ${description.substituterUrl}`)
            ]
            : [(0,doctor_findings/* finding */.gk)('README_STALE', readmePath, found === null ? 'there is none' : '')];
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'README_MARKERS')
            throw error;
        return [(0,doctor_findings/* finding */.gk)('README_MARKERS', readmePath, error.reason)];
    }
}
/** With the address that readers are told already. */
function asTold(description, { url, servedBy }) {
    const login = servedBy === 'raw' ? description.login : null;
    return { ...description, substituterUrl: url, servedBy, login };
}
/** Compares what the page says of the cache with what it is; where the README tells another address, that is told of the README. */
function checkPage(page, readme, description, publicKeys) {
    if (page !== undefined && (0,page_page/* isChangedPage */.Kc)((0,line_endings/* plainLineEndings */.fS)(page))) {
        return [(0,doctor_findings/* finding */.gk)('PAGE_CHANGED', page_page/* pagePath */.HX)];
    }
    const told = (0,told_address/* toldAddress */.c$)(readme);
    const right = [description, ...(told === null ? [] : [asTold(description, told)])];
    const isStale = page !== undefined &&
        right.every((each) => (0,page_page/* tellsOther */.Vv)((0,line_endings/* plainLineEndings */.fS)(page), (0,page_page/* cachePage */.aB)(each, publicKeys)));
    return isStale ? [(0,doctor_findings/* finding */.gk)('PAGE_STALE', page_page/* pagePath */.HX)] : [];
}
function readmeOf({ path, content }, catalogue, description) {
    const block = (0,readme_block/* renderReadmeBlock */.i)(catalogue, description);
    return (0,catalogue_readme/* placeBlock */.Xf)(content, block, description.repository, path);
}
/** `pins`: file → text, a store path and a newline. */
function checkPins(pins, narInfos) {
    return [...pins].flatMap(([file, content]) => {
        const path = (0,pin/* parsePin */.N3)(content);
        if (path === null)
            return [(0,doctor_findings/* finding */.gk)('PIN_INVALID', file, 'it holds no store path')];
        const narInfo = narInfos.get(`${(0,store_path/* parseStorePath */.GV)(path).hash}.narinfo`);
        return narInfo?.storePath === path ? [] : [(0,doctor_findings/* finding */.gk)('PIN_INVALID', file, path)];
    });
}
/** The same catalogue without rows whose narinfo is gone, and with the rest as the narinfos say. */
function repairedCatalogue({ rows, publicKeys }, narInfos) {
    return {
        publicKeys,
        rows: rows.flatMap((row) => {
            const narInfo = narInfos.get(`${(0,store_path/* parseStorePath */.GV)(row.storePath).hash}.narinfo`);
            return narInfo?.storePath === row.storePath ? [rowByNarInfo(row, narInfo)] : [];
        })
    };
}
/** What a branch needs for clones, and for GitHub Pages to serve it well. `read`: those of its files that are asked for here. */
function checkSiteFiles(files, found, { repository: name, branch }) {
    return [...(0,site_files/* siteFiles */.J)({ name, branch })].flatMap(([path, content]) => {
        const isAttributes = path === site_files/* attributesPath */.dj;
        if (!files.has(path)) {
            return [(0,doctor_findings/* finding */.gk)(isAttributes ? 'ATTRIBUTES_MISSING' : 'SITE_FILE_MISSING', path)];
        }
        const there = found.get(path);
        const page = there === undefined ? undefined : (0,line_endings/* plainLineEndings */.fS)(there);
        if (page !== undefined && isAttributes) {
            const lines = (0,site_files/* missingAttributes */.IY)(page);
            const code = (0,site_files/* isOwnSiteFile */.mh)(path, page) ? 'ATTRIBUTES_MISSING' : 'ATTRIBUTES_OTHERS';
            return lines.length === 0 ? [] : [(0,doctor_findings/* finding */.gk)(code, path, lines.join(', '))];
        }
        const isStale = page !== undefined && (0,site_files/* isOwnSiteFile */.mh)(path, page) && !page.equals(content);
        return isStale
            ? [(0,doctor_findings/* finding */.gk)('SITE_FILE_MISSING', path, 'it is of another repository or branch')]
            : [];
    });
}
/** What the address that readers are told bears, when that is little. */
function checkAddress(description) {
    if (!(0,raw_limits/* isReadRaw */.TH)(description))
        return [];
    const { substituterUrl } = description;
    const stopgap = `Readers who would rather build than wait set \`${raw_limits/* stopgapLines */.eN.join('\` and \`')}\`. ${raw_limits/* stopgapCosts */.pf}`;
    const bears = (0,doctor_findings/* finding */.gk)('ADDRESS_RAW', catalogue_readme/* readmePath */.Aj);
    const what = `${bears.what} (${substituterUrl ?? ''}). ${[raw_limits/* rawBears */.Ax, raw_limits/* closureCosts */.Qr, raw_limits/* rawThrottled */.Lq, stopgap].join(' ')}`;
    return [{ ...bears, what, now: `${bears.now}: ${(0,raw_limits/* pagesCommand */.or)(description).join(' ')}` }];
}

// EXTERNAL MODULE: ./src/binary-cache/debug-info.ts
var debug_info = __webpack_require__(66914);
;// CONCATENATED MODULE: ./src/doctor/check-debug-info.ts


/**
 * Files of the index of debug information that name a NAR which the store does not have, sorted; another's is no business of the
 * doctor's. A reading of all of them, where there are some. Throws what reading throws.
 */
async function debugInfoAstray(snapshot, files) {
    const paths = [...files.keys()].filter(debug_info/* isDebugInfoPath */.p3);
    if (paths.length === 0)
        return [];
    return [...(await snapshot.readFiles(paths))]
        .filter(([path, content]) => {
        const nar = (0,debug_info/* narOfDebugInfo */.i$)(path, content);
        return nar !== null && !files.has(nar);
    })
        .map(([path]) => path)
        .sort();
}
/** The same as findings. */
async function checkDebugInfo(...store) {
    return (await debugInfoAstray(...store)).map((path) => (0,doctor_findings/* finding */.gk)('DEBUG_INFO_ASTRAY', path));
}

// EXTERNAL MODULE: ./src/reader/judge-narinfo.ts
var judge_narinfo = __webpack_require__(14092);
;// CONCATENATED MODULE: ./src/doctor/check-narinfos.ts


/** `texts`: file → text. A key is `name:base64`. */
function checkNarInfos(texts, publicKeys) {
    const narInfos = new Map();
    const findings = [];
    for (const [file, text] of texts) {
        const narInfo = (0,judge_narinfo/* readNarInfoFile */.m)(text, file);
        const problems = 'code' in narInfo ? [narInfo] : (0,judge_narinfo/* signatureProblems */.t)(narInfo, publicKeys);
        findings.push(...problems.map(({ code, detail }) => (0,doctor_findings/* finding */.gk)(code, file, detail)));
        if (!('code' in narInfo))
            narInfos.set(file, narInfo);
    }
    return { narInfos, findings };
}
/** Base names that narinfos refer to and the store does not have: readers get them from upstream, or not at all. Sorted. */
function upstreamReferences(narInfos) {
    const own = new Set([...narInfos.values()].map(({ storePath }) => storePath));
    const referred = [...narInfos.values()].flatMap(({ references }) => references);
    return [...new Set(referred)].filter((name) => !own.has(`/nix/store/${name}`)).sort();
}

// EXTERNAL MODULE: ./src/doctor/check-nars.ts
var check_nars = __webpack_require__(62786);
// EXTERNAL MODULE: ./src/provenance/files.ts
var provenance_files = __webpack_require__(82984);
;// CONCATENATED MODULE: ./src/doctor/check-provenance.ts




/** null: nobody asks whose it is, which is said where there is some. `narInfos`: file → what it says. */
async function checkStoreProvenance(store, narInfos, question) {
    const orphans = await orphanProvenance(store, narInfos);
    if (question !== null)
        return [...(await verified(store, narInfos, question)), ...orphans];
    const bundles = [...store.files.keys()].filter(provenance_files/* isBundlePath */.SH);
    return bundles.length === 0
        ? orphans
        : [(0,doctor_findings/* finding */.gk)('PROVENANCE_UNVERIFIED', 'provenance/', (0,src_text/* count */.U9)(bundles.length, 'bundle')), ...orphans];
}
async function verified({ files, readFiles }, narInfos, { request, scratch }) {
    try {
        // Sigstore's library is only for who asks.
        const { checkProvenance } = await Promise.all(/* import() */[__webpack_require__.e(1040), __webpack_require__.e(2830), __webpack_require__.e(6661), __webpack_require__.e(5523)]).then(__webpack_require__.bind(__webpack_require__, 45523));
        const store = { sizes: files, readFiles };
        return findingsOf(await checkProvenance(store, [...narInfos.values()], request, scratch));
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'TRUSTED_ROOT_MISSING')
            throw error;
        return [(0,doctor_findings/* finding */.gk)('PROVENANCE_UNCHECKED', 'provenance/', `${error.subject}: ${error.reason}`)];
    }
}
/** What is wrong with a bundle is told once, however many paths have it. */
function findingsOf(problems) {
    const same = Map.groupBy(problems, ({ code, file }) => `${code} ${file}`);
    return [...same.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const of = (0,provenance_files/* isBundlePath */.SH)(first.file)
            ? `; of ${(0,src_text/* count */.U9)(group.length, 'path')}, ${first.storePath} among them`
            : '';
        return [(0,doctor_findings/* finding */.gk)(first.code, first.file, first.detail + of)];
    });
}
async function orphanProvenance({ files, readFiles }, narInfos) {
    const paths = [...files.keys()];
    const bundles = paths.filter(provenance_files/* isBundlePath */.SH);
    const pointers = paths.filter(provenance_files/* isPointerPath */.VI);
    if (bundles.length + pointers.length === 0)
        return [];
    const of = new Set([...narInfos.values()].map(({ storePath }) => (0,provenance_files/* pointerPath */.hw)(storePath)));
    const lost = pointers.filter((path) => !of.has(path));
    const named = new Set([...(await readFiles(pointers))].flatMap(([path, content]) => lost.includes(path) ? [] : ((0,provenance_files/* parsePointer */.vp)(content) ?? [])));
    return [...lost, ...bundles.filter((path) => !named.has(path))]
        .sort()
        .map((path) => (0,doctor_findings/* finding */.gk)('PROVENANCE_ORPHAN', path));
}

// EXTERNAL MODULE: ./src/binary-cache/byte-reader.ts
var byte_reader = __webpack_require__(67008);
// EXTERNAL MODULE: ./src/binary-cache/nar-scanner.ts
var nar_scanner = __webpack_require__(63160);
;// CONCATENATED MODULE: ./src/doctor/old-files.ts



/** The old script's files: `<hash>-<name>.nar` at the root. */
function isOldFile(path) {
    return /^[0-9a-df-np-sv-z]{32}-[^/]+\.nar$/.test(path);
}
// Nix, src/libstore/export-import.cc.
const exportMagic = 0x4558494en;
const longestText = 4096n;
/**
 * Tells an export stream (`nix-store --export`: `1`, a NAR, a trailer with the path, …, `0`) from a NAR by how it begins, and whether it is
 * whole. `beginning`: looks no further than its first bytes.
 */
async function readOldFile(source, { beginning = false } = {}) {
    const reader = new byte_reader/* ByteReader */.k(source);
    try {
        if (await reader.isAtEnd())
            return { kind: 'damaged', reason: 'it is empty' };
        const first = await reader.take(8);
        const number = first.readBigUInt64LE();
        if (number === 1n) {
            return beginning
                ? { kind: 'export', storePaths: [] }
                : { kind: 'export', storePaths: await exportedPaths(reader) };
        }
        // Every NAR begins with a string of 13 bytes, "nix-archive-1".
        const scanner = new nar_scanner/* NarScanner */.u();
        scanner.push(first);
        if (beginning)
            scanner.push(await reader.take(16));
        else {
            await passNar(reader, scanner);
            if (!(await reader.isAtEnd()))
                throw new SyntaxError('something follows the NAR');
        }
        return { kind: 'nar' };
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return { kind: 'damaged', reason: error.message };
        throw error;
    }
}
async function exportedPaths(reader) {
    const number = async () => (await reader.take(8)).readBigUInt64LE();
    const text = async () => {
        const length = await number();
        if (length > longestText)
            throw new SyntaxError(`a text of ${length} bytes`);
        const padded = await reader.take(Math.ceil(Number(length) / 8) * 8);
        return padded.toString('utf8', 0, Number(length));
    };
    const paths = [];
    do {
        await passNar(reader, new nar_scanner/* NarScanner */.u());
        if ((await number()) !== exportMagic)
            throw new SyntaxError('the export’s magic is not there');
        paths.push(await text());
        for (let references = await number(); references > 0n; references--)
            await text();
        await text();
        if ((await number()) !== 0n)
            throw new SyntaxError('something follows the deriver');
    } while ((await number()) === 1n);
    return paths;
}
async function passNar(reader, scanner) {
    for (;;) {
        const bytes = await reader.some();
        if (bytes === null)
            throw new SyntaxError('it breaks off');
        const end = scanner.push(bytes);
        if (end === null)
            continue;
        reader.unread(bytes.subarray(end));
        return;
    }
}
async function checkOldFile(store, file, options) {
    const found = await readOldFile(store.open(file), options);
    switch (found.kind) {
        case 'export':
            return (0,doctor_findings/* finding */.gk)('OLD_EXPORT', file, found.storePaths.join(', '));
        case 'nar':
            return (0,doctor_findings/* finding */.gk)('OLD_NAR', file);
        case 'damaged':
            return (0,doctor_findings/* finding */.gk)('OLD_FILE_DAMAGED', file, found.reason);
    }
}

// EXTERNAL MODULE: ./src/catalogue/badge.ts
var badge = __webpack_require__(34686);
// EXTERNAL MODULE: ./src/catalogue/history.ts
var catalogue_history = __webpack_require__(25741);
;// CONCATENATED MODULE: ./src/doctor/repair.ts


















/** What --fix mends. */
const repairable = [
    'ATTRIBUTES_MISSING',
    'BADGE_STALE',
    'CATALOGUE_ROW_DIFFERS',
    'CATALOGUE_ROW_GONE',
    'CATALOGUE_SHARD_MISSING',
    'CATALOGUE_STALE',
    'DEBUG_INFO_ASTRAY',
    'PAGE_STALE',
    'README_ADDRESS',
    'README_STALE',
    'SITE_FILE_MISSING'
];
/**
 * Writes catalogue and README anew from the narinfos, what GitHub Pages needs, and nothing else; looks at the store as it is by then, so that what was
 * published meanwhile stays. Gives where the result is, or null when nothing was left to do. Throws CATALOGUE_INVALID,
 * README_MARKERS and what writing throws.
 */
async function repairIndex(store, trustedKeys) {
    return store.write(async (state) => {
        const read = (path) => state.readFile(path);
        const listed = await state.listFiles();
        // Of what is listed, as that is read whole or not at all: what is missed is dropped from the index.
        const readListed = (paths) => state.readFiles([...new Set(paths)].filter((path) => listed.has(path)));
        const found = new Map([...(await (0,whole/* readCatalogueFiles */.bF)(state))].map(([path, content]) => [
            path,
            (0,line_endings/* plainLineEndings */.fS)(content)
        ]));
        const before = (0,whole/* presentCatalogue */.fh)(found);
        // Without a catalogue there is nothing to go by: the next publish begins one.
        if (before === null || !found.has(catalogue_catalogue/* cataloguePath */.hO))
            return null;
        const readme = await (0,find_readme/* findReadme */.O)(state);
        const catalogue = repairedCatalogue(before, await narInfosOf(before, readListed));
        const pins = await readPins([...listed.keys()], readListed);
        const today = new Date().toISOString().slice(0, 10);
        const changes = (0,catalogue_history/* changedOn */.Cb)(today, before.rows, catalogue.rows);
        const changed = (0,change_whole/* changeWhole */.k)(found, catalogue, pins, changes);
        const badges = await (0,change_badges/* changeBadges */.$z)(state, changed.badges);
        const files = new Map([...changed.files, ...badges.files]);
        const astray = await debugInfoAstray(state, listed);
        const deletedFiles = [...changed.deletedFiles, ...badges.deletedFiles, ...astray];
        const { shown } = changed;
        const put = (path, content, old) => {
            if (old === null || !content.equals(old))
                files.set(path, content);
        };
        if (store.description !== null) {
            const description = { ...store.description, pins };
            const publicKeys = (0,told_keys/* keysToTell */.zQ)(readme.content, trustedKeys);
            if ((0,told_keys/* isKeyKnown */.ju)(readme.content, catalogue, publicKeys)) {
                const content = readmeOf(readme, { ...shown, publicKeys }, description);
                put(readme.path, content, readme.content);
                const page = (0,page_page/* cachePage */.aB)(description, publicKeys);
                const there = await read(page_page/* pagePath */.HX);
                if (there !== null && (0,page_page/* isStalePage */.H9)((0,line_endings/* plainLineEndings */.fS)(there), page))
                    files.set(page_page/* pagePath */.HX, page);
            }
            for (const [path, content] of (0,site_files/* siteFiles */.J)({
                name: description.repository,
                branch: description.branch
            })) {
                const there = await read(path);
                const plain = there && (0,line_endings/* plainLineEndings */.fS)(there);
                const isRight = plain !== null && ((0,site_files/* mayStay */.r)(path, plain) || !(0,site_files/* isOwnSiteFile */.mh)(path, plain));
                if (!isRight)
                    put(path, content, plain);
            }
        }
        if (files.size + deletedFiles.length === 0)
            return null;
        return {
            message: message(before, catalogue, [...files.keys(), ...deletedFiles], readme.path),
            files,
            deletedFiles
        };
    });
}
async function narInfosOf({ rows }, readFiles) {
    const files = await readFiles(rows.map(({ storePath }) => `${(0,store_path/* parseStorePath */.GV)(storePath).hash}.narinfo`));
    const texts = [...files].map(([file, content]) => [file, (0,line_endings/* plainLineEndings */.fS)(content).toString('utf8')]);
    return checkNarInfos(new Map(texts), []).narInfos;
}
async function readPins(paths, readFiles) {
    return (0,pin/* pinsOf */.cz)(await readFiles(paths.filter((path) => path.startsWith(pin/* pinsFolder */.n$))));
}
function message(before, after, paths, readmePath) {
    const dropped = before.rows.length - after.rows.length;
    const rows = new Set(before.rows);
    const badges = paths.filter(badge/* isBadgePath */.XY).length;
    const debugInfo = paths.filter(debug_info/* isDebugInfoPath */.p3).length;
    const corrected = after.rows.filter((row) => !rows.has(row)).length;
    const lines = [
        ...(dropped === 0
            ? []
            : [`${(0,src_text/* count */.U9)(dropped, 'row')} without a narinfo dropped from the catalogue`]),
        ...(corrected === 0 ? [] : [`${(0,src_text/* count */.U9)(corrected, 'row')} corrected by what the narinfos say`]),
        ...(dropped + corrected === 0 && paths.some(whole/* isCatalogueFile */.OC)
            ? ['catalogue written anew from the rows that it has']
            : []),
        ...(paths.includes(readmePath) ? ['README block written anew'] : []),
        ...(badges === 0 ? [] : [`${(0,src_text/* count */.U9)(badges, 'badge file')} as the rows have them`]),
        ...(debugInfo === 0
            ? []
            : [`${(0,src_text/* count */.U9)(debugInfo, 'file')} of debug information without its NAR deleted`]),
        ...paths
            .filter((path) => !(0,whole/* isCatalogueFile */.OC)(path) && !(0,badge/* isBadgePath */.XY)(path) && !(0,debug_info/* isDebugInfoPath */.p3)(path))
            .filter((path) => path !== readmePath)
            .map((path) => `${path} written, for ${usersOf(path)}`)
    ];
    return `repair the index\n\nnar-publish doctor --fix:\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}
function usersOf(path) {
    if (path === page_page/* pagePath */.HX)
        return 'people who look at the cache';
    return path === site_files/* attributesPath */.dj ? 'clones' : 'GitHub Pages';
}

;// CONCATENATED MODULE: ./src/doctor/doctor.ts





















/** Checks a store, file by file, and mends its index when asked to. Throws what reading the store throws. */
async function diagnose(request) {
    const { store, isQuick, childEnvironment, log } = request;
    const paths = [...store.files.keys()].sort();
    const narInfoFiles = paths.filter((path) => /^[^/]+\.narinfo$/.test(path));
    const pinFiles = paths.filter((path) => path.startsWith(pin/* pinsFolder */.n$));
    const oldFiles = paths.filter(isOldFile);
    log.info(`${store.name}, ${store.state}: ${(0,src_text/* count */.U9)(paths.length, 'file')}`);
    const { plain, asFound, readme } = await log.group('Read the narinfos and the index', async () => {
        const index = paths.filter(whole/* isCatalogueFile */.OC);
        const files = [...narInfoFiles, cache_info/* cacheInfoPath */.gs, ...index, ...pinFiles];
        return {
            // A clone may have them with other line endings, which is told, and is no reason to call all of them damaged.
            plain: (0,line_endings/* readPlain */.rM)(await store.readFiles(files)),
            asFound: await store.readFiles([site_files/* notFoundPagePath */.mf, site_files/* attributesPath */.dj, page_page/* pagePath */.HX]),
            readme: await (0,find_readme/* findReadme */.O)(store.snapshot)
        };
    });
    const { contents, findings: lineFindings } = plain;
    const pins = new Map([...contents].filter(([file]) => file.startsWith(pin/* pinsFolder */.n$)));
    const pinned = (0,pin/* shownPins */.UW)((0,pin/* pinsOf */.cz)(pins));
    const catalogueFiles = new Map([...contents].filter(([file]) => (0,whole/* isCatalogueFile */.OC)(file)));
    const { catalogue, rows, findings: catalogueFindings } = readCatalogue(catalogueFiles);
    const { right, findings: rightFindings } = rightCatalogue(catalogueFiles, catalogue, pinned);
    const told = (0,told_keys/* keysToTell */.zQ)(readme.content, request.trustedKeys);
    const publicKeys = request.publicKeys.length > 0 ? request.publicKeys : told;
    const { narInfos, findings: narInfoFindings } = checkNarInfos(new Map(narInfoFiles.map((file) => [file, contents.get(file)?.toString('utf8') ?? ''])), publicKeys);
    const isKnown = (0,told_keys/* isKeyKnown */.ju)(readme.content, catalogue ?? catalogue_catalogue/* emptyCatalogue */.Nz, told);
    const isCache = narInfoFiles.length > 0;
    const refusal = request.fix ? await store.refusal() : null;
    if (refusal !== null)
        log.warning(`A repair will be refused. ${refusal.message}`);
    const narFindings = await log.group(`Check ${(0,src_text/* count */.U9)(narInfos.size, 'path')}`, async () => [
        ...(await (0,check_nars/* checkNars */.b9)(store, narInfos, {
            ...{ isQuick, childEnvironment, log },
            isConverted: lineFindings.length > 0
        })),
        ...(await checkEach(oldFiles, (file) => checkOldFile(store, file, { beginning: isQuick })))
    ]);
    const findings = [
        ...lineFindings,
        ...cacheInfoFindings(contents.get(cache_info/* cacheInfoPath */.gs)),
        ...narInfoFindings,
        ...narFindings,
        ...catalogueFindings,
        ...(isCache && !contents.has(catalogue_catalogue/* cataloguePath */.hO)
            ? [(0,doctor_findings/* finding */.gk)('CATALOGUE_MISSING', catalogue_catalogue/* cataloguePath */.hO)]
            : []),
        ...rightFindings,
        ...(right === null ? [] : checkCatalogueFiles(catalogueFiles, right)),
        ...(right === null ? [] : await checkBadges(store.snapshot, right)),
        ...checkRows(rows, catalogueFiles, narInfos),
        ...checkReadme(readme, catalogue && {
            newest: (0,catalogue_newest/* newestRows */.mb)(catalogue.rows, (0,pin/* pinnedPaths */.jx)(pinned)),
            artifacts: catalogue.rows.length,
            publicKeys: told
        }, store.description && { ...store.description, pins: pinned }).map((found) => found.code === 'README_STALE' && !isKnown
            ? (0,doctor_findings/* finding */.gk)('README_KEYS_UNKNOWN', readme.path)
            : found),
        ...(0,told_keys/* untoldKeys */.DK)(catalogue?.publicKeys ?? [], told).map((key) => (0,doctor_findings/* finding */.gk)('KEY_UNTOLD', catalogue_catalogue/* cataloguePath */.hO, key)),
        ...(await hiddenReadme(store, readme)),
        ...checkPins(pins, narInfos),
        ...(store.description === null || catalogue === null
            ? []
            : [
                ...checkSiteFiles(store.files, asFound, store.description),
                ...(isKnown
                    ? checkPage(asFound.get(page_page/* pagePath */.HX), readme.content, store.description, told)
                    : []),
                ...checkAddress(store.description)
            ]),
        ...(0,check_nars/* orphanNars */.rd)(store, narInfos),
        ...(await checkDebugInfo(store.snapshot, store.files)),
        ...(await checkStoreProvenance(store, narInfos, request.provenance ?? null)),
        ...(0,check_nars/* orphanLogs */.eo)(store, narInfos),
        ...(0,site_size/* siteWarnings */.$)(treeBytesOf(store)).map((text) => (0,doctor_findings/* finding */.gk)('SITE_NEARLY_FULL', '/', text))
    ];
    return {
        store: store.name,
        state: store.state,
        ...(await repaired(request, findings)),
        counts: {
            narInfos: narInfoFiles.length,
            signed: signedCount(narInfos, narInfoFindings, publicKeys),
            ...narCounts(store, narInfos),
            rows: rows.length,
            pins: pinFiles.length,
            oldFiles: oldFiles.length
        },
        upstream: upstreamReferences(narInfos)
    };
}
/** Whether nothing is wrong that readers or publishers would meet. */
function isSound({ findings }) {
    return findings.every(({ kind, repaired }) => kind === 'note' || repaired);
}
function cacheInfoFindings(content) {
    if (content === undefined)
        return [(0,doctor_findings/* finding */.gk)('CACHE_INFO_MISSING', cache_info/* cacheInfoPath */.gs)];
    try {
        (0,cache_info/* parseCacheInfo */.Uw)(content.toString('utf8'), cache_info/* cacheInfoPath */.gs);
        return [];
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9))
            throw error;
        return [(0,doctor_findings/* finding */.gk)('CACHE_INFO_INVALID', cache_info/* cacheInfoPath */.gs, error.reason)];
    }
}
/** On this GitHub, where people see the branch; a README that is yet to be made is no finding. */
async function hiddenReadme({ snapshot, description }, readme) {
    if (readme.content === null || description === null || description.webUrl('') === '')
        return [];
    const notes = await (0,find_readme/* readmeNotes */.y6)(snapshot, readme);
    return notes.map((note) => (0,doctor_findings/* finding */.gk)('README_HIDDEN', readme.path, note));
}
/** One after another: the old script's stores are small in number and large in bytes. */
async function checkEach(files, check) {
    const findings = [];
    for (const file of files)
        findings.push(await check(file));
    return findings;
}
async function repaired({ store, fix, trustedKeys, log }, findings) {
    const isRepairable = ({ code }) => repairable.includes(code);
    // What cannot be read cannot be mended; publishing meets the same and says what to do.
    const isBlocked = findings.some(({ code }) => ['CATALOGUE_INVALID', 'README_MARKERS'].includes(code));
    if (!fix || isBlocked || !findings.some(isRepairable)) {
        return { findings: [...findings], repair: null };
    }
    const repair = await log.group('Repair the index', () => repairIndex(store, trustedKeys));
    return {
        findings: findings.map((found) => (isRepairable(found) ? { ...found, repaired: true } : found)),
        repair
    };
}
/** As far as the sizes are known; those of git are not before it has fetched a file. */
function treeBytesOf({ files }) {
    return [...files.values()].reduce((sum, size) => sum + (Number.isNaN(size) ? 0 : size), 0);
}
function signedCount(narInfos, findings, publicKeys) {
    if (publicKeys.length === 0)
        return 0;
    const names = publicKeys.map((key) => `${key.slice(0, key.indexOf(':'))}:`);
    const wrong = new Set(findings.map(({ file }) => file));
    return [...narInfos].filter(([file, { signatures }]) => !wrong.has(file) && signatures.some((text) => names.some((name) => text.startsWith(name)))).length;
}
function narCounts(store, narInfos) {
    const sizes = new Map([...narInfos.values()]
        // Those at an absolute address are no files of the store's; of the others only what is there counts.
        .filter(({ url }) => url.includes('://') || store.files.has(url))
        .map(({ url, fileSize }) => [url, fileSize]));
    return {
        nars: sizes.size,
        narBytes: [...sizes].reduce((sum, [url, size]) => sum + (store.files.get(url) ?? size ?? 0), 0)
    };
}

// EXTERNAL MODULE: ./src/doctor/open-store.ts + 4 modules
var open_store = __webpack_require__(65866);
;// CONCATENATED MODULE: ./src/doctor/command.ts













/** `nar-publish doctor TARGET`. */
async function runDoctor(run) {
    const { command, arguments: given, log } = run;
    const [target, ...more] = given.operands;
    if (target === undefined)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'the store to check is missing');
    if (more.length > 0)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'one store is checked at a time');
    if (given.switches.get('as-reader') === true)
        return runAsReader(run, target);
    for (const name of ['path', 'newest']) {
        if (given.values.has(name))
            throw (0,cli_arguments/* usage */.CI)(command, `option --${name}`, 'it is for --as-reader');
    }
    const environment = run.environmentWith((0,cli_arguments/* inputsOf */.Vc)(command, given));
    const publicKeys = given.values.get('public-key') ?? [];
    // Said before anything is downloaded: it throws for what is no key.
    const { trustedKeys, request } = (0,typed/* typed */.G)(() => {
        publicKeys.forEach(signature/* checkPublicKey */.$z);
        return {
            trustedKeys: (0,trusted_keys/* parseTrustedKeys */.n)(environment),
            request: (0,inputs/* parseProvenanceRequest */.O)(environment)
        };
    });
    const token = environment.input('token');
    log.hide(token);
    const store = await (0,open_store/* openStore */.C)({ target, token, environment, scratch: run.scratch, log });
    (0,src_environment/* forgetSecrets */.DL)();
    const diagnosis = await diagnose({
        store,
        publicKeys,
        trustedKeys,
        isQuick: given.switches.get('quick') === true,
        fix: given.switches.get('fix') === true,
        provenance: request && { request, scratch: run.scratch },
        childEnvironment: environment.childEnvironment,
        log
    });
    return {
        json: { sound: isSound(diagnosis), ...diagnosis },
        text: diagnosisText(diagnosis),
        error: null,
        isSound: isSound(diagnosis)
    };
}
/** What doctor found, for a terminal: errors first, then notes, then counts. */
function diagnosisText(diagnosis) {
    const { findings, counts, upstream, repair } = diagnosis;
    const errors = findings.filter(({ kind }) => kind === 'error');
    const notes = findings.filter(({ kind }) => kind === 'note');
    const open = errors.filter(({ repaired }) => !repaired);
    const lines = [
        ...findingLines(errors),
        ...findingLines(notes),
        ...(repair === null ? [] : [`repaired: ${repair}`]),
        [
            (0,src_text/* count */.U9)(counts.narInfos, 'narinfo'),
            `${counts.signed} signed`,
            `${(0,src_text/* count */.U9)(counts.nars, 'NAR')} (${(0,pretty_bytes/* default */.A)(counts.narBytes)})`,
            (0,src_text/* count */.U9)(counts.rows, 'catalogue row'),
            (0,src_text/* count */.U9)(counts.pins, 'pin'),
            ...(counts.oldFiles === 0 ? [] : [`${(0,src_text/* count */.U9)(counts.oldFiles, 'file')} of the old script`]),
            `${(0,src_text/* count */.U9)(upstream.length, 'reference')} left to upstream caches`
        ].join(', '),
        isSound(diagnosis)
            ? `${diagnosis.store} is sound.`
            : `${diagnosis.store}: ${(0,src_text/* count */.U9)(open.length, 'finding')} to mend.`
    ];
    return (0,harmless/* terminalText */.eR)(lines);
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

/***/ 81050:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ parseProvenanceRequest)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18961);



const repositoryName = /^[A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+$/;
const workflowFile = /^([A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml)(?:@(.+))?$/;
/** null: nothing is asked. Throws INPUT_INVALID. */
function parseProvenanceRequest(environment) {
    const repository = environment.input('provenance');
    const workflow = environment.input('provenance-workflow');
    const trustedRoot = environment.input('trusted-root');
    if (repository === '') {
        const given = workflow === '' ? trustedRoot && 'trusted-root' : 'provenance-workflow';
        if (given === '')
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: `input ${given}`,
            reason: 'it says how provenance is verified, and `provenance` does not say of which repository',
            hint: 'Give `provenance`, as `owner/name`, too.'
        });
    }
    if (!repositoryName.test(repository)) {
        throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)('provenance', repository, 'the repository that published, as `owner/name`');
    }
    return {
        policy: {
            serverUrl: environment.serverUrl,
            repository,
            workflow: workflow === '' ? null : parseWorkflow(workflow)
        },
        trustedRoot: trustedRoot === '' ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(environment.workspace, trustedRoot)
    };
}
function parseWorkflow(text) {
    const [, file, ref = null] = workflowFile.exec(text) ?? [];
    const isRef = ref === null || /^refs\/(?:heads|tags)\/\S+$|^[0-9a-f]{40}$/.test(ref);
    if (file !== undefined && isRef)
        return { file, ref };
    const accepted = '`owner/name/.github/workflows/file.yml`, and after an `@` its `refs/tags/…`, its `refs/heads/…` or a commit of 40 digits';
    throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)('provenance-workflow', text, accepted);
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

/***/ 37370:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseUseInputs)
/* harmony export */ });
/* harmony import */ var _inputs_trusted_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6679);
/* harmony import */ var _provenance_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81050);
/* harmony import */ var _publish_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86611);



/** A public cache needs no token. Throws SIGNING_KEY_INVALID, INPUT_INVALID, INPUT_MISSING, REPOSITORY_INVALID, BRANCH_INVALID. */
function parseUseInputs(environment, secrets) {
    return {
        mode: 'use',
        ...(0,_publish_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReadTargetInputs */ .wH)(environment, secrets),
        trustedKeys: (0,_inputs_trusted_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTrustedKeys */ .n)(environment),
        provenance: (0,_provenance_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProvenanceRequest */ .O)(environment)
    };
}


/***/ }),

/***/ 93504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ openCache)
/* harmony export */ });
/* harmony import */ var _binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67221);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96620);
/* harmony import */ var _catalogue_find_readme_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34549);
/* harmony import */ var _catalogue_told_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73073);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);
/* harmony import */ var _publish_open_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8217);
/* harmony import */ var _repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60723);







/**
 * Looks for the cache on the branch that was named, else on the default branch and on `nix-cache`, first on that in the source's own repository. Nothing is written, and a public one
 * needs no token. Throws CACHE_MISSING, STORE_DIR_MISMATCH, INPUT_MISSING where nobody serves the files, and what the repository throws.
 */
async function openCache(run) {
    const { target, snapshot, looked } = await (0,_publish_open_target_js__WEBPACK_IMPORTED_MODULE_5__/* .openExisting */ .E)(run, { toRead: true });
    const info = snapshot.commit === null ? null : await snapshot.readFile(_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheInfoPath */ .gs);
    if (info === null)
        throw (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_6__/* .noCache */ .wt)(target, looked);
    (0,_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCacheInfo */ .Uw)(info.toString('utf8'), `${target.name}, ${_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheInfoPath */ .gs}`);
    const { content: readme } = await (0,_catalogue_find_readme_js__WEBPACK_IMPORTED_MODULE_2__/* .findReadme */ .O)(snapshot);
    return {
        target,
        ...addressOf(run, target, readme),
        index: indexIn(await snapshot.readFile(_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .cataloguePath */ .hO), target),
        snapshot,
        readme
    };
}
function indexIn(content, target) {
    if (content === null)
        return null;
    try {
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .parseIndex */ .A1)(content, `${target.name}, ${_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .cataloguePath */ .hO}`);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .NarPublishError */ .f9)
            return error;
        throw error;
    }
}
/**
 * The address that was given, or a mirror that the README tells; else GitHub Pages when it serves the branch, else the files' own. That
 * README's word for Pages was heard when Pages was asked, and counts no more where Pages is off, or another repository's, as in a fork. A private
 * cache's address is never taken from its README, as the reader's token goes there; nor is another one on the files' own host.
 */
function addressOf({ inputs }, target, readme) {
    const own = target.substituterUrl;
    const told = (0,_catalogue_told_address_js__WEBPACK_IMPORTED_MODULE_3__/* .toldAddress */ .c$)(readme);
    const isServed = told !== null && isHttp(told.url) && !target.isPrivate;
    const mayBeTold = inputs.substituterUrl === 'auto' && (own === null || told?.servedBy === 'other');
    if (mayBeTold && isServed && (own === null || hostOf(own) !== hostOf(told.url))) {
        return { substituterUrl: told.url, isMirror: true };
    }
    if (own !== null)
        return { substituterUrl: own, isMirror: false };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .NarPublishError */ .f9({
        code: 'INPUT_MISSING',
        subject: 'input substituter-url',
        reason: `nobody is known to serve the files of ${target.name}`,
        hint: 'Give the address of a web server that serves the branch; the README of the cache tells how to read a clone.'
    });
}
function isHttp(url) {
    return /^https?:\/\/[^\s'"\\]+$/.test(url) && URL.canParse(url);
}
function hostOf(url) {
    return new URL(url).host;
}


/***/ })

};
