export const id = 8570;
export const ids = [8570];
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

/***/ 30038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ typed),
/* harmony export */   n: () => (/* binding */ isWrongCommandLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const wrong = new WeakSet();
/** What the machine's files and the environment hold, whatever was typed. */
const ofSurroundings = ['QUEUE_CONFIG_INVALID', 'TOKEN_MISSING'];
/** Secrets are never typed. */
const ofSecrets = /^(?:input )?(?:token|signing[ -]key)$/;
/**
 * Reads what was typed, or set by a variable that stands for it, before anything else is looked at: what `body` throws is the command
 * line's fault, and ends with its exit status.
 */
function typed(body) {
    try {
        return body();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9 &&
            !ofSurroundings.includes(error.code) &&
            !ofSecrets.test(error.subject)) {
            wrong.add(error);
        }
        throw error;
    }
}
function isWrongCommandLine(error) {
    return error.code === 'USAGE' || wrong.has(error);
}


/***/ }),

/***/ 22365:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pruneText: () => (/* binding */ pruneText),
  runPrune: () => (/* binding */ runPrune)
});

// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/report/outputs.ts
var report_outputs = __webpack_require__(65468);
// EXTERNAL MODULE: ./src/report/sentence.ts
var sentence = __webpack_require__(6501);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/trusted-keys.ts
var trusted_keys = __webpack_require__(6679);
// EXTERNAL MODULE: ./src/publish/inputs.ts + 7 modules
var inputs = __webpack_require__(86611);
;// CONCATENATED MODULE: ./src/prune/inputs.ts





/** Throws KEEP_INVALID, INPUT_INVALID, INPUT_MISSING, TOKEN_MISSING, REPOSITORY_INVALID, BRANCH_INVALID. */
function parsePruneInputs(environment, secrets) {
    const told = (0,inputs/* parseReadTargetInputs */.wH)(environment, secrets);
    const dryRun = (0,readers/* parseBoolean */.yG)(environment, 'dry-run');
    // To look at a public target takes no token.
    if (!dryRun)
        (0,inputs_secrets/* checkToken */.SK)(secrets.token, told.target.kind, environment);
    const keepGenerations = (0,readers/* parseCount */.zq)(environment, 'keep-generations', 0, 99_999);
    const keepDays = (0,readers/* parseCount */.zq)(environment, 'keep-days', 0, 99_999);
    if (keepGenerations === 0 && keepDays === 0) {
        throw new errors/* NarPublishError */.f9({
            code: 'KEEP_INVALID',
            subject: 'inputs keep-generations and keep-days',
            reason: 'both are 0, which keeps nothing but what is pinned'
        });
    }
    return {
        mode: 'prune',
        ...told,
        route: (0,inputs/* parseRoute */.ZG)(environment, told.target),
        keepGenerations,
        keepDays,
        removeUnreachable: (0,readers/* parseBoolean */.yG)(environment, 'remove-unreachable'),
        squashHistory: (0,readers/* parseBoolean */.yG)(environment, 'squash-history'),
        ...parseMove(environment, told),
        trustedKeys: (0,trusted_keys/* parseTrustedKeys */.n)(environment),
        site: (0,readers/* parseBoolean */.yG)(environment, 'site'),
        sizeBudget: (0,readers/* parseSize */.DB)(environment, 'size-budget'),
        dryRun
    };
}
function parseMove(environment, { target }) {
    const moveLarge = (0,readers/* parseBoolean */.yG)(environment, 'move-large');
    if (moveLarge && target.kind === 'git') {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: 'input move-large',
            reason: 'release assets are GitHub’s, and `target-repository` is not on this GitHub',
            hint: 'Leave `move-large` out.'
        });
    }
    return { moveLarge, releaseAbove: (0,inputs/* parseReleaseAbove */.UU)(environment, target) };
}

// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/publish/plan-writes.ts
var plan_writes = __webpack_require__(40297);
// EXTERNAL MODULE: ./src/publish/run.ts
var publish_run = __webpack_require__(88842);
// EXTERNAL MODULE: ./src/repository/own-repository.ts
var own_repository = __webpack_require__(55553);
// EXTERNAL MODULE: ./src/repository/refuse-taken.ts
var refuse_taken = __webpack_require__(10380);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/catalogue/catalogue.ts
var catalogue_catalogue = __webpack_require__(96620);
// EXTERNAL MODULE: ./src/catalogue/change-badges.ts
var change_badges = __webpack_require__(26042);
// EXTERNAL MODULE: ./src/catalogue/describe.ts
var describe = __webpack_require__(996);
// EXTERNAL MODULE: ./src/catalogue/readme-block.ts + 2 modules
var readme_block = __webpack_require__(52148);
// EXTERNAL MODULE: ./src/catalogue/readme.ts
var catalogue_readme = __webpack_require__(45295);
// EXTERNAL MODULE: ./src/catalogue/told-keys.ts
var told_keys = __webpack_require__(18613);
// EXTERNAL MODULE: ./src/catalogue/change-whole.ts
var change_whole = __webpack_require__(70167);
// EXTERNAL MODULE: ./src/catalogue/history.ts
var catalogue_history = __webpack_require__(25741);
// EXTERNAL MODULE: ./src/page/page.ts + 1 modules
var page = __webpack_require__(74552);
// EXTERNAL MODULE: ./src/pins/pin.ts
var pin = __webpack_require__(16099);
// EXTERNAL MODULE: ./src/repository/site-files.ts
var site_files = __webpack_require__(59747);
// EXTERNAL MODULE: ./src/binary-cache/cache-info.ts
var cache_info = __webpack_require__(67221);
// EXTERNAL MODULE: ./src/binary-cache/debug-info.ts
var debug_info = __webpack_require__(66914);
// EXTERNAL MODULE: ./src/binary-cache/narinfo.ts
var narinfo = __webpack_require__(99711);
// EXTERNAL MODULE: ./src/catalogue/find-readme.ts
var find_readme = __webpack_require__(34549);
// EXTERNAL MODULE: ./src/catalogue/whole.ts
var whole = __webpack_require__(70310);
// EXTERNAL MODULE: ./src/provenance/files.ts
var provenance_files = __webpack_require__(82984);
;// CONCATENATED MODULE: ./src/prune/cache-state.ts










const narInfoFile = /^([^/]+)\.narinfo$/;
/**
 * Reads all that says what the cache holds and needs. What cannot be read is an error, as nobody could tell what it protects. Throws
 * CACHE_MISSING, STORE_DIR_MISMATCH, NARINFO_UNREADABLE, CATALOGUE_INVALID, PIN_INVALID, and what the target throws.
 */
async function readCacheState(snapshot, subject, known) {
    const files = await snapshot.listFiles();
    const paths = [...files.keys()];
    const narInfoPaths = paths.filter((path) => narInfoFile.test(path));
    const pinPaths = paths.filter((path) => path.startsWith('pins/'));
    const index = paths.filter((path) => path === cache_info/* cacheInfoPath */.gs || path === catalogue_readme/* readmePath */.Aj || (0,whole/* isCatalogueFile */.OC)(path));
    const debugInfoPaths = paths.filter(debug_info/* isDebugInfoPath */.p3);
    const pointerPaths = paths.filter(provenance_files/* isPointerPath */.VI);
    const all = [...index, ...pinPaths, ...debugInfoPaths, ...pointerPaths, ...narInfoPaths];
    const contents = await readKnown(snapshot, files, all, known);
    const contentOf = (path) => contents.get(path) ?? null;
    const cacheInfo = contentOf(cache_info/* cacheInfoPath */.gs);
    if (cacheInfo === null) {
        throw new errors/* NarPublishError */.f9({
            code: 'CACHE_MISSING',
            subject,
            reason: `it has no ${cache_info/* cacheInfoPath */.gs}`
        });
    }
    (0,cache_info/* parseCacheInfo */.Uw)(cacheInfo.toString('utf8'), cache_info/* cacheInfoPath */.gs);
    const catalogueFiles = new Map([...contents].filter(([path]) => (0,whole/* isCatalogueFile */.OC)(path)));
    return {
        files,
        narInfos: readNarInfos(new Map(narInfoPaths.map((path) => [path, contentOf(path)]))),
        catalogue: (0,whole/* wholeCatalogue */.JM)(catalogueFiles),
        catalogueFiles,
        // Read with the others, where it is called as usual.
        readme: await (0,find_readme/* findReadme */.O)({
            ...snapshot,
            readFile: async (path) => contentOf(path) ?? snapshot.readFile(path)
        }),
        pins: pinPaths.map((file) => readPin(file, contentOf(file))),
        debugInfo: new Map(debugInfoPaths.flatMap((path) => {
            const content = contentOf(path);
            const nar = content === null ? null : (0,debug_info/* narOfDebugInfo */.i$)(path, content);
            return nar === null ? [] : [[path, nar]];
        })),
        provenance: new Map(pointerPaths.flatMap((path) => {
            const content = contentOf(path);
            const bundle = content === null ? null : (0,provenance_files/* parsePointer */.vp)(content);
            return bundle === null ? [] : [[path, bundle]];
        }))
    };
}
async function readKnown(snapshot, files, paths, known) {
    const blobOf = (path) => files.get(path)?.blob ?? '';
    const read = await snapshot.readFiles(paths.filter((path) => !known.has(blobOf(path))));
    for (const [path, content] of read)
        known.set(blobOf(path), content);
    return new Map(paths.flatMap((path) => {
        const content = known.get(blobOf(path));
        return content === undefined ? [] : [[path, content]];
    }));
}
function readNarInfos(contents) {
    const narInfos = new Map();
    const unreadable = [];
    for (const [path, content] of contents) {
        try {
            const hash = narInfoFile.exec(path)?.[1] ?? path;
            narInfos.set(hash, (0,narinfo/* parseNarInfo */.Ne)(content?.toString('utf8') ?? '', path));
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9))
                throw error;
            unreadable.push(error);
        }
    }
    const [first] = unreadable;
    if (first === undefined)
        return narInfos;
    const others = unreadable.length - 1;
    throw new errors/* NarPublishError */.f9({
        code: 'NARINFO_UNREADABLE',
        subject: others === 0 ? first.subject : `${first.subject} and ${(0,src_text/* count */.U9)(others, 'more narinfo')}`,
        reason: first.reason,
        cause: first
    });
}
function readPin(file, content) {
    const storePath = content === null ? null : (0,pin/* parsePin */.N3)(content);
    if (storePath !== null)
        return { file, storePath };
    throw new errors/* NarPublishError */.f9({
        code: 'PIN_INVALID',
        subject: JSON.stringify(file.slice(0, 200)),
        reason: 'it does not hold a store path'
    });
}

// EXTERNAL MODULE: ./src/binary-cache/log-name.ts
var log_name = __webpack_require__(99110);
// EXTERNAL MODULE: ./src/catalogue/byte-order.ts
var byte_order = __webpack_require__(18154);
// EXTERNAL MODULE: ./src/catalogue/rows.ts + 1 modules
var catalogue_rows = __webpack_require__(83005);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
;// CONCATENATED MODULE: ./src/prune/named-files.ts

/** A NAR as this action and Nix's own copies lay them down. Other files below `nar/` are somebody's own. */
function isNarFile(path) {
    return /^nar\/(?:.*\/)?[^/]+\.nar(?:\.[a-z0-9]{1,8})?$/.test(path);
}
/**
 * Which files a narinfo's `URL:` may mean: every ending of its path, as it stands and decoded, without its query. An absolute address
 * may be that of the same repository under whatever name, so a file with such an ending counts as named.
 */
function namedFiles(urls) {
    return new Set(urls.flatMap((url) => {
        const [path = ''] = url.replace(/^https?:\/\//, '').split(/[?#]/);
        return [path, (0,src_text/* decoded */.DH)(path)].flatMap(endings);
    }));
}
function endings(path) {
    const segments = path.split('/');
    return segments.map((_, index) => segments.slice(index).join('/'));
}

;// CONCATENATED MODULE: ./src/prune/decide.ts







/**
 * A row stays when a rule keeps it, or when something that stays refers to its path. A narinfo goes when only rows that go lead to it;
 * one that no row leads to stays, and so does what it refers to, unless `removeUnreachable`. A NAR goes when no narinfo that stays
 * names it. `now`: milliseconds since 1970. Pure.
 */
function decide(state, rules, now) {
    const { narInfos, pins } = state;
    const rows = state.catalogue?.rows ?? [];
    const graph = new StoreGraph(narInfos);
    const wanted = wantedRows(rows, pins, rules, now);
    const roots = [...wanted.keys(), ...pins].map(hashOf);
    const kept = graph.closureOf(roots, everything);
    const unwanted = rows.filter((row) => !wanted.has(row));
    const left = closureOfRows(graph, unwanted);
    const others = [...narInfos.keys()].filter((hash) => !kept.has(hash) && !left.has(hash));
    // With the catalogue lost, all but what is pinned would be of nobody.
    const removesOthers = rules.removeUnreachable && wanted.size > 0;
    const live = removesOthers ? kept : new Set([...kept, ...graph.closureOf(others, references)]);
    const removedNarInfos = new Map([...narInfos].filter(([hash]) => !live.has(hash)));
    const keptNarInfos = [...narInfos].flatMap(([hash, info]) => (live.has(hash) ? [info] : []));
    const keptRows = rows.flatMap((row) => {
        const reason = wanted.get(row) ?? (live.has(hashOf(row)) ? 'referenced' : null);
        return reason === null ? [] : [{ row, reason }];
    });
    const removedRows = unwanted.filter((row) => !live.has(hashOf(row)));
    const named = namedFiles([
        ...keptNarInfos.map(({ url }) => url),
        ...keptRows.map(({ row }) => row.nar)
    ]);
    return {
        keptRows,
        removedRows,
        keptNarInfos,
        removedNarInfos,
        removedNars: [...state.files.keys()].filter((path) => isNarFile(path) && !named.has(path)),
        removedLogs: (0,log_name/* strayLogs */.hu)(state.files.keys(), keptNarInfos),
        removedProvenance: strayProvenance(state, live),
        unreachable: removesOthers ? [] : others.map((hash) => narInfos.get(hash)?.storePath ?? hash),
        notes: [
            ...(rules.removeUnreachable && !removesOthers
                ? [
                    '`remove-unreachable` was passed over: no artifact of the catalogue stays, so that nearly everything would be unreachable.'
                ]
                : []),
            ...absent(state, [...wanted.keys()], 'artifact of the catalogue', 'has no narinfo'),
            ...absent(state, pins, 'pin', 'is of a path that the cache does not hold')
        ]
    };
}
/** What names a bundle goes with its narinfo, and a bundle with the last that names it. `live`: hash parts. */
function strayProvenance({ files, provenance }, live) {
    const paths = [...files.keys()];
    const stays = (pointer) => live.has(pointer.slice(0, 32));
    const named = new Set([...provenance].flatMap(([pointer, bundle]) => (stays(pointer) ? [bundle] : [])));
    return [
        ...paths.filter((path) => (0,provenance_files/* isPointerPath */.VI)(path) && !stays(path)),
        ...paths.filter((path) => (0,provenance_files/* isBundlePath */.SH)(path) && !named.has(path))
    ];
}
/** What was published for these rows, by the closures that they say. */
function closureOfRows(graph, rows) {
    const has = (closure) => (row) => row.closures.includes(closure);
    return new Set([
        ...graph.closureOf(rows.map(hashOf), references),
        ...graph.closureOf(rows.filter(has('source')).map(hashOf), derivations),
        ...graph.closureOf(rows.filter(has('cache')).map(hashOf), everything)
    ]);
}
function absent({ narInfos }, roots, what, problem) {
    const missing = roots.filter((root) => !narInfos.has(hashOf(root)));
    const [first] = missing;
    if (first === undefined)
        return [];
    const others = missing.length === 1 ? '' : ` and ${missing.length - 1} more`;
    return [
        `${(0,src_text/* count */.U9)(missing.length, what)} ${problem} (${first.storePath}${others}); \`nar-publish doctor\` tells more.`
    ];
}
function hashOf({ storePath }) {
    return (0,store_path/* parseStorePath */.GV)(storePath).hash;
}
const dayMs = 24 * 60 * 60 * 1000;
/**
 * The rows that a rule keeps, each with the first that does. `now`: milliseconds since 1970. An output counts by itself, so that `dev`
 * and `out` of one version are no two generations.
 */
function wantedRows(rows, pins, rules, now) {
    const pinned = new Set(pins.map(({ storePath }) => storePath));
    const newest = newestRows(rows, rules.keepGenerations);
    const since = now - rules.keepDays * dayMs;
    const wanted = new Map();
    for (const row of rows) {
        if (pinned.has(row.storePath))
            wanted.set(row, 'pinned');
        else if (newest.has(row))
            wanted.set(row, 'generation');
        else if (Date.parse(row.publishedAt) > since)
            wanted.set(row, 'days');
    }
    return wanted;
}
/**
 * Newest by version, as the README's table has it, and newest by date: versions such as commit hashes have no order, and what was
 * published last must not go because of that. Where versions grow with time, both are the same rows.
 */
function newestRows(rows, generations) {
    const byArtifact = Map.groupBy(rows, ({ name, attribute, system, output }) => JSON.stringify([name, placeOf(attribute), system, output]));
    return new Set([...byArtifact.values()].flatMap((artifact) => [
        ...artifact.toSorted((a, b) => (0,catalogue_rows/* compareAge */.lF)(b, a)).slice(0, generations),
        ...artifact.toSorted((a, b) => compareDate(b, a)).slice(0, generations)
    ]));
}
/**
 * What an attribute is called in its flake, whichever commit and system that was of: every home is a `home-manager-generation`, and the
 * machines `web-1` and `web-2` are both `nixos-system-web`, so that a name alone takes one for the other's older version.
 */
function placeOf(attribute) {
    const [, place = ''] = /#([^^]*)/.exec(attribute ?? '') ?? [];
    return place.replace(/^(?:packages|legacyPackages)\.[^.]+\./, '');
}
function compareDate(a, b) {
    return (0,byte_order/* compareBytes */.X)(a.publishedAt, b.publishedAt) || (0,catalogue_rows/* compareAge */.lF)(a, b);
}
/** The narinfos of a cache and what leads from one to another. Each goes by the hash part of its file's name, which Nix asks for. */
class StoreGraph {
    #narInfos;
    /** Derivation → its outputs. */
    #outputs;
    constructor(narInfos) {
        this.#narInfos = narInfos;
        this.#outputs = new Map();
        for (const [hash, { deriver }] of narInfos) {
            if (deriver === null)
                continue;
            const outputs = this.#outputs.get(hashPart(deriver));
            if (outputs === undefined)
                this.#outputs.set(hashPart(deriver), [hash]);
            else
                outputs.push(hash);
        }
    }
    /** All that these lead to, themselves included, so far as the cache holds it: the rest is upstream's. */
    closureOf(roots, along) {
        const reached = new Set();
        const waiting = [...roots];
        for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
            const narInfo = this.#narInfos.get(hash);
            if (narInfo === undefined || reached.has(hash))
                continue;
            reached.add(hash);
            waiting.push(...narInfo.references.map(hashPart));
            if (along.derivers && narInfo.deriver !== null)
                waiting.push(hashPart(narInfo.deriver));
            if (along.outputs)
                waiting.push(...(this.#outputs.get(hash) ?? []));
        }
        return reached;
    }
}
const references = { derivers: false, outputs: false };
const derivations = { derivers: true, outputs: false };
const everything = { derivers: true, outputs: true };
/** `baseName`: `<hash>-<name>`. */
function hashPart(baseName) {
    return baseName.slice(0, 32);
}

;// CONCATENATED MODULE: ./src/prune/report/message.ts



const longestList = 100;
/**
 * The commit's message: `prune 3 artifacts, 7 paths (1.2 MB)`, an empty line, then each artifact that goes, and the run. At most 100
 * artifacts are listed. Names are other people's words: as in a publish, they cannot make lines.
 */
function pruneMessage(pruned) {
    const { rows, squashed, runUrl } = pruned;
    const omitted = rows.length - longestList;
    const listed = rows.slice(0, longestList).map(artifactLine);
    const paragraphs = [
        subject(pruned),
        ...(listed.length === 0 ? [] : [listed.join('\n')]),
        ...(omitted > 0 ? [`and ${(0,src_text/* count */.U9)(omitted, 'more artifact')}`] : []),
        ...(squashed === null
            ? []
            : [`history: replaced by this commit, the branch was at ${(0,harmless/* commitWord */.AB)(squashed, 64)}`]),
        ...(runUrl === null ? [] : [`run: ${(0,harmless/* commitAddress */.IR)(runUrl, 300)}`])
    ];
    return `${paragraphs.join('\n\n')}\n`;
}
function subject({ rows, paths, nars, logs = 0, moved = 0, bytes, squashed }) {
    const what = [
        ...(rows.length === 0 ? [] : [(0,src_text/* count */.U9)(rows.length, 'artifact')]),
        ...(paths === 0 ? [] : [(0,src_text/* count */.U9)(paths, 'path')]),
        ...(rows.length + paths === 0 && nars > 0 ? [(0,src_text/* count */.U9)(nars, 'NAR')] : []),
        ...(rows.length + paths + nars === 0 && logs > 0 ? [(0,src_text/* count */.U9)(logs, 'build log')] : [])
    ];
    const move = `move ${(0,src_text/* count */.U9)(moved, 'NAR')} to release assets`;
    const history = squashed === null ? '' : ' and the history';
    if (what.length === 0) {
        if (moved === 0)
            return 'squash the history';
        return `${move} (${(0,pretty_bytes/* default */.A)(bytes)})${squashed === null ? '' : ', squash the history'}`;
    }
    return `prune ${(0,src_text/* list */.p_)(what)} (${(0,pretty_bytes/* default */.A)(bytes)})${history}${moved === 0 ? '' : `, ${move}`}`;
}
function artifactLine({ name, version, system, storePath, fileSize }) {
    const artifact = [name, ...(version === null ? [] : [version])].map((word) => (0,harmless/* commitWord */.AB)(word, 60));
    const size = (0,pretty_bytes/* default */.A)(fileSize);
    return `- ${artifact.join(' ')} (${(0,harmless/* commitWord */.AB)(system, 40)}) ${(0,harmless/* commitAddress */.IR)(storePath, 300)}, ${size}`;
}

;// CONCATENATED MODULE: ./src/prune/compose.ts















/**
 * Decides for a given state of the branch, and makes the change. Called again for each new head: what somebody published meanwhile is
 * there then, and so is what it refers to. `released`: NARs that are release assets by now, tree path → address.
 */
async function composePrune(run, target, snapshot, known, released = new Map()) {
    const { inputs, environment } = run;
    const subject = `${target.name}, branch ${JSON.stringify(target.branch)}`;
    const state = await readCacheState(snapshot, subject, known);
    const decision = decide(state, inputs, run.now);
    const isSquash = inputs.squashHistory && (await snapshot.hasHistory());
    const narInfos = movedNarInfos(state, decision, known, released);
    const stillNamed = namedFiles(decision.keptNarInfos.map(({ url }) => url).filter((url) => !released.has(url)));
    const movedNars = [...released.keys()].filter((path) => state.files.has(path) && !stillNamed.has(path) && !decision.removedNars.includes(path));
    const day = new Date(run.now).toISOString().slice(0, 10);
    const catalogue = indexFiles(target, { ...inputs, day }, state, decision, released);
    const badges = catalogue.badges && (await (0,change_badges/* changeBadges */.$z)(snapshot, catalogue.badges));
    const deletedFiles = [
        ...catalogue.deletedFiles,
        ...(badges?.deletedFiles ?? []),
        ...movedNars,
        ...[...decision.removedNarInfos.keys()].map((hash) => `${hash}.narinfo`),
        ...decision.removedNars,
        ...debugInfoWithout(state, [...movedNars, ...decision.removedNars]),
        ...decision.removedLogs,
        ...decision.removedProvenance
    ];
    const page = inputs.site ? pageOf(target, inputs, state) : new Map();
    const index = new Map([
        ...narInfos,
        ...catalogue.files,
        ...(badges?.files ?? []),
        ...(await (0,site_files/* missingSiteFiles */.P0)(target, snapshot, page)).files
    ]);
    const bytes = treeBytes(state, known, { deletedFiles, index });
    const from = snapshot.commit ?? '';
    const composed = { from, state, decision, isSquash, movedNars, bytes };
    if (deletedFiles.length + narInfos.size + decision.removedRows.length === 0 && !isSquash) {
        return { ...composed, change: null };
    }
    const message = pruneMessage({
        rows: decision.removedRows,
        paths: decision.removedNarInfos.size,
        nars: decision.removedNars.length,
        logs: decision.removedLogs.length,
        moved: movedNars.length,
        bytes: bytes.before - bytes.after,
        squashed: isSquash ? from : null,
        runUrl: environment.runUrl
    });
    const change = {
        message,
        files: index,
        largeFiles: [],
        deletedFiles,
        ...(isSquash ? { replacesHistory: true } : {})
    };
    return { ...composed, change };
}
/** Files of the index of debug information that would lead nowhere: no reader of it follows an address beside the tree. */
function debugInfoWithout({ files, debugInfo }, nars) {
    const gone = new Set(nars);
    return [...debugInfo].flatMap(([path, nar]) => (gone.has(nar) || !files.has(nar) ? [path] : []));
}
/** Narinfos that name a NAR which is beside the tree now. Their signatures do not cover the address. */
function movedNarInfos({ files, narInfos }, { removedNarInfos }, known, released) {
    const changed = new Map();
    for (const [hash, { url }] of narInfos) {
        const address = released.get(url);
        const file = `${hash}.narinfo`;
        const text = known.get(files.get(file)?.blob ?? '');
        if (address === undefined || text === undefined || removedNarInfos.has(hash))
            continue;
        changed.set(file, Buffer.from(text.toString().replace(/^URL: .*$/m, () => `URL: ${address}`)));
    }
    return changed;
}
function toldDescription(target, { substituterUrl }, readme) {
    const description = (0,describe/* describe */.q)(target);
    return substituterUrl === 'auto' ? (0,describe/* keepingMirror */.H)(description, readme) : description;
}
/** The page, where it is known which keys it tells; a publish begins one. */
function pageOf(target, inputs, { catalogue, readme: { content: readme } }) {
    const publicKeys = (0,told_keys/* keysToTell */.zQ)(readme, inputs.trustedKeys);
    return (0,told_keys/* isKeyKnown */.ju)(readme, catalogue ?? catalogue_catalogue/* emptyCatalogue */.Nz, publicKeys)
        ? (0,page/* pageFiles */.$H)(toldDescription(target, inputs, readme), publicKeys, false)
        : new Map();
}
/** Catalogue and README as they are without the rows that go and with NARs where they are; none when no row goes or changes. */
function indexFiles(target, inputs, { catalogue: catalogueBefore, catalogueFiles, readme: { path, content: readme }, pins: pinFiles }, { keptRows, removedRows }, released) {
    const isMoved = keptRows.some(({ row }) => released.has(row.nar));
    if (removedRows.length === 0 && !isMoved) {
        return { files: new Map(), deletedFiles: [], badges: null };
    }
    const catalogue = {
        rows: keptRows.map(({ row }) => ({ ...row, nar: released.get(row.nar) ?? row.nar })),
        publicKeys: catalogueBefore?.publicKeys ?? []
    };
    const pins = pinFiles.map(({ file, storePath }) => ({ name: (0,pin/* pinNameOf */.QA)(file), storePath }));
    const changes = (0,catalogue_history/* changedOn */.Cb)(inputs.day, catalogueBefore?.rows ?? [], catalogue.rows);
    const changed = (0,change_whole/* changeWhole */.k)(catalogueFiles, catalogue, pins, changes);
    const { files, shown } = changed;
    const publicKeys = (0,told_keys/* keysToTell */.zQ)(readme, inputs.trustedKeys);
    if (!(0,told_keys/* isKeyKnown */.ju)(readme, catalogue, publicKeys))
        return changed;
    const block = (0,readme_block/* renderReadmeBlock */.i)({ ...shown, publicKeys }, { ...toldDescription(target, inputs, readme), pins });
    const content = (0,catalogue_readme/* placeBlock */.Xf)(readme, block, target.name, path);
    if (readme?.equals(content) !== true)
        files.set(path, content);
    return changed;
}
/**
 * Bytes of the branch's files, before and after these are deleted and written. Where a size is not known (git tells none of what it has
 * not fetched), a NAR counts as its narinfo says, and any other file as nothing.
 */
function treeBytes({ files, narInfos }, known, changes) {
    const announced = new Map([...narInfos.values()].map(({ url, fileSize }) => [url, fileSize]));
    const sizeOf = (path) => {
        const file = files.get(path);
        if (file === undefined)
            return 0;
        return file.size ?? known.get(file.blob)?.length ?? announced.get(path) ?? 0;
    };
    const total = (paths) => [...paths].reduce((sum, path) => sum + sizeOf(path), 0);
    const before = total(files.keys());
    const written = [...changes.index.values()].reduce((sum, { length }) => sum + length, 0);
    const after = before - total(changes.deletedFiles) - total(changes.index.keys()) + written;
    return { before, after };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./src/binary-cache/hash.ts
var binary_cache_hash = __webpack_require__(23144);
// EXTERNAL MODULE: ./src/publish/place-nars.ts
var place_nars = __webpack_require__(41255);
;// CONCATENATED MODULE: ./src/prune/move-large.ts









/** Bytes of one run: they are on this machine's disk at once. */
const largestMove = 5e9;
/**
 * Which NARs move: those over `release-above` that something kept names, the largest first, as many as GitHub takes within this hour. What
 * is left is the next run's. One listing when there is such a NAR.
 */
async function planMoves(run, { target, composed }) {
    const { inputs, isSource } = run;
    const nothing = { nars: [], room: null, notes: [] };
    if (!inputs.moveLarge)
        return nothing;
    const { releasedFiles } = target;
    if (releasedFiles === null) {
        const note = `No NAR was moved: ${target.name} is private, and Nix cannot read its release assets.`;
        return { ...nothing, notes: [note] };
    }
    const candidates = movableNars(composed, (0,place_nars/* releaseBorder */.A)(inputs, isSource, target));
    if (candidates.length === 0)
        return nothing;
    const room = await releasedFiles.roomFor(candidates.map((nar) => placedBeside(run, nar)));
    let uploads = room.left;
    let bytes = 0;
    const nars = candidates.filter(({ path, size }) => {
        bytes += size;
        return bytes <= largestMove && (room.there.has(path) || uploads-- > 0);
    });
    const left = candidates.length - nars.length;
    const note = `${(0,src_text/* count */.U9)(left, 'NAR')} over \`release-above\` stay in the tree until a later run: GitHub takes ${(0,src_text/* count */.U9)(room.left, 'more upload')} within this hour, and one run moves at most 5 GB.`;
    return { nars, room, notes: left === 0 ? [] : [note] };
}
/** Largest first. */
function movableNars({ state, decision }, border) {
    const nars = decision.keptNarInfos
        .filter(({ url }) => isNarFile(url) && state.files.has(url))
        // By what its narinfo does not say the file could not be checked: it stays.
        .flatMap(({ url, fileSize: size, fileHash }) => size === null || fileHash === null || size <= border ? [] : [{ path: url, size, fileHash }]);
    return [...new Map(nars.map((nar) => [nar.path, nar])).values()].sort((a, b) => b.size - a.size);
}
/** The file that is uploaded. */
function placedBeside({ scratch }, { path, size }) {
    return { path, size, diskPath: (0,external_node_path_.join)(scratch, 'moved', path), placement: 'release' };
}
/** Brings the NARs of a commit to this disk, and answers those whose bytes are what their narinfos say. */
async function fetchMoved(run, { releasedFiles }, commit, nars) {
    if (nars.length === 0 || releasedFiles === null)
        return [];
    const paths = nars.map(({ path }) => path);
    const there = await releasedFiles.copyFromTree(commit, paths, (0,external_node_path_.join)(run.scratch, 'moved'));
    const files = [];
    for (const nar of nars) {
        const file = placedBeside(run, nar);
        if (there.has(nar.path) && (await isAsSaid(file, nar)))
            files.push(file);
    }
    return files;
}
/** Nix reads no file by its `FileSize`, so that one may be wrong where the NAR is not; an upload would be cut by it. */
async function isAsSaid({ diskPath }, { size, fileHash }) {
    return (await (0,promises_.stat)(diskPath)).size === size && (await move_large_hashOf(diskPath)) === fileHash;
}
/** `sha256:<base32>` */
async function move_large_hashOf(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    return (0,binary_cache_hash/* formatSha256 */.h)(hash.digest());
}

;// CONCATENATED MODULE: ./src/prune/commit-prune.ts







/** Takes out of the branch what is to go by then, in one commit, on top of whatever the branch is by then, or instead of it. */
async function commitPrune(run, looked) {
    const { inputs, log } = run;
    const { target, before, known } = looked;
    const isSource = await (0,own_repository/* isOwnTarget */.u)(inputs.target, run.environment, log);
    const moves = await planMoves({ ...run, isSource }, looked);
    const placed = moves.nars.map((nar) => placedBeside(run, nar));
    // Where they are yet stands for where they will be.
    let composed = placed.length === 0
        ? looked.composed
        : await composePrune(run, target, before, known, new Map(placed.map(({ path }) => [path, path])));
    const { change } = composed;
    const outcome = { ...looked, composed, moveNotes: moves.notes };
    if (change === null)
        return { ...outcome, plan: null, commit: null };
    await (0,refuse_taken/* refuseTaken */.Ir)(before, (0,refuse_taken/* pathsOf */.wG)(change));
    const texts = (0,plan_writes/* textsOf */.CB)(change.files, change.deletedFiles?.length);
    const plan = (0,plan_writes/* planWrites */.ux)(placed, texts, target, inputs.route, moves.room);
    if (!(0,publish_run/* mayWrite */.J)(run)) {
        log.info(`would write by ${(0,plan_writes/* writePlanLine */.HP)(plan)}`);
        return { ...outcome, plan, commit: null };
    }
    // Before NARs are fetched that are to be moved.
    const refusal = await target.refusal(before, change);
    if (refusal !== null)
        throw refusal;
    return log.group(`Commit to ${target.name}`, async () => {
        const deleted = (0,src_text/* count */.U9)(change.deletedFiles?.length ?? 0, 'file');
        log.info(`${deleted} to delete; ${(0,plan_writes/* writePlanLine */.HP)(plan)}`);
        const files = await fetchMoved(run, target, composed.from, moves.nars);
        const moved = new Set(files.map(({ path }) => path));
        const damaged = moves.nars.filter(({ path }) => !moved.has(path));
        const commit = await target.commit(files, before, async (snapshot, released) => {
            composed = await composePrune(run, target, snapshot, known, released);
            return composed.change;
        }, plan.route);
        log.info(commit.changed
            ? `${commit.url || commit.commit} after ${(0,src_text/* count */.U9)(commit.attempts, 'update')} of ${target.branch}`
            : 'nothing is left to change');
        const moveNotes = [...moves.notes, ...damaged.map(({ path }) => notMoved(path))];
        return { ...outcome, composed, plan, commit, moveNotes };
    });
}
function notMoved(path) {
    return `${path} is not what its narinfo says, and stays where it is; \`nar-publish doctor\` tells more.`;
}

// EXTERNAL MODULE: ./src/publish/open-target.ts
var open_target = __webpack_require__(8217);
;// CONCATENATED MODULE: ./src/prune/look.ts




/** Rows of each kind that the log lists; the summary has more. */
const listedRows = 100;
/** Reads the whole cache and decides. Nothing is written. Throws BRANCH_MISSING, and what composing throws. */
async function lookAtCache(run) {
    const { log } = run;
    return log.group('Look at the cache', async () => {
        const { target, snapshot: before } = await (0,open_target/* openExisting */.E)(run);
        if (before.commit === null) {
            throw new errors/* NarPublishError */.f9({
                code: 'BRANCH_MISSING',
                subject: `${target.name}, branch ${JSON.stringify(target.branch)}`,
                reason: 'it does not exist, or the repository is empty'
            });
        }
        const known = new Map();
        const composed = await composePrune(run, target, before, known);
        for (const line of decisionLines(composed))
            log.info(line);
        return { target, before, composed, known };
    });
}
function decisionLines({ decision, isSquash, from }) {
    const { keptRows, removedRows, removedNarInfos, keptNarInfos, removedNars } = decision;
    return [
        ...bounded(keptRows.map(({ row, reason }) => `keep ${row.storePath} (${reason})`)),
        ...bounded(removedRows.map(({ storePath }) => `remove ${storePath}`)),
        `${(0,src_text/* count */.U9)(keptRows.length, 'artifact')} and ${(0,src_text/* count */.U9)(keptNarInfos.length, 'path')} stay; ` +
            `${(0,src_text/* count */.U9)(removedRows.length, 'artifact')}, ${(0,src_text/* count */.U9)(removedNarInfos.size, 'path')} and ${(0,src_text/* count */.U9)(removedNars.length, 'NAR')} go`,
        ...(isSquash ? [`the history up to ${from} goes`] : [])
    ];
}
function bounded(lines) {
    const more = lines.length - listedRows;
    return more > 0 ? [...lines.slice(0, listedRows), `… and ${more} more`] : [...lines];
}

;// CONCATENATED MODULE: ./src/prune/release-files.ts




/** Files that nobody ever named stay for so long (milliseconds): a publish uploads them before it commits. */
const uploadLife = 24 * 60 * 60 * 1000;
/**
 * Which files go: those that were named and are no longer, and those that nobody named within a day, abandoned drafts among them. A
 * release goes with its last file. `now`: milliseconds since 1970. Pure.
 */
function planReleases(releases, names, now) {
    const plan = { files: [], releases: [], notes: [] };
    for (const release of releases) {
        const isOld = (since) => now - since > uploadLife;
        const isUseless = ({ name, uploadedAt }) => {
            const address = addressOf(release, name);
            return !names.now.has(address) && (names.before.has(address) || isOld(uploadedAt));
        };
        const useless = release.files.filter(isUseless);
        const isEmptied = useless.length === release.files.length && (useless.length > 0 || isOld(release.madeAt));
        if (isEmptied && (!release.isDraft || isOld(release.madeAt)))
            plan.releases.push(release);
        else if (!release.isDraft && !release.isImmutable)
            plan.files.push(...useless.map((file) => ({ ...file, tag: release.tag })));
        else if (!release.isDraft && useless.length > 0) {
            plan.notes.push(`Release ${release.tag} is immutable, and something still needs it: of its ${(0,src_text/* count */.U9)(release.files.length, 'file')}, ${useless.length} that nothing names stay there.`);
        }
    }
    return plan;
}
/** What these narinfos, of the branch or of others, may mean by their addresses. */
function namesOf(narInfos, elsewhere) {
    // One that cannot be read cannot be read by Nix either.
    const others = elsewhere.flatMap((text) => {
        try {
            return [(0,narinfo/* parseNarInfo */.Ne)(text, 'narinfo').url];
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9))
                throw error;
            return /^URL: (.*)$/m.exec(text)?.[1] ?? [];
        }
    });
    return namedFiles([...narInfos.map(({ url }) => url), ...others]);
}
function filesOf({ files, releases }) {
    return [...files, ...releases.flatMap((release) => release.files)];
}
/** What its address ends with. */
function addressOf({ tag }, name) {
    return `${tag}/${name}`;
}
/**
 * Adds each file to `gone` as it goes. `namesNow`: what is named by now, asked again before each deletion, as a publish that lands
 * meanwhile may use a file that it found there. Throws what GitHub refuses.
 */
async function removeReleased(released, plan, namesNow, gone, log) {
    for (const file of plan.files) {
        if ((await namesNow()).has(addressOf(file, file.name))) {
            log.info(`release asset ${file.name} is named again, and stays`);
            continue;
        }
        await released.deleteFile(file);
        log.info(`release asset ${file.name} is gone`);
        gone.push(file);
    }
    for (const release of plan.releases) {
        const names = await namesNow();
        if (release.files.some(({ name }) => names.has(addressOf(release, name)))) {
            log.info(`release ${release.tag} is named again, and stays`);
        }
        else if (await released.deleteRelease(release)) {
            log.info(`release ${release.tag} is gone`);
            gone.push(...release.files);
        }
        else {
            log.info(`release ${release.tag} has got a new file meanwhile, and stays`);
        }
    }
}

;// CONCATENATED MODULE: ./src/prune/releases.ts





/**
 * Removes the release assets that no narinfo names any more: of the branch as it is after the commit, and of the repository's other
 * branches, which are read only when there is something to remove. What fails here fails the run, and the next one tries it again.
 */
async function pruneReleases(run, committed) {
    const released = committed.target.releasedFiles;
    const cleaned = { ...committed, assets: [], releaseNotes: [], error: null };
    if (released === null)
        return cleaned;
    try {
        const { plan, namesNow } = await planWith(run, committed, released);
        const files = filesOf(plan);
        cleaned.releaseNotes = plan.notes;
        if (!(0,publish_run/* mayWrite */.J)(run))
            return { ...cleaned, assets: files };
        if (plan.files.length + plan.releases.length === 0)
            return cleaned;
        await run.log.group(`Remove ${(0,src_text/* count */.U9)(files.length, 'release asset')}`, () => removeReleased(released, plan, namesNow, cleaned.assets, run.log));
        return cleaned;
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9))
            throw error;
        return { ...cleaned, error };
    }
}
async function planWith(run, committed, released) {
    const releases = await released.list();
    const before = namesOf([...committed.composed.state.narInfos.values()], []);
    let elsewhere = [];
    const namesNow = async () => namesOf(await narInfosNow(run, committed), elsewhere);
    const planNow = async () => planReleases(releases, { before, now: await namesNow() }, run.now);
    const nothing = { files: [], releases: [], notes: [] };
    const plan = releases.length === 0 ? nothing : await planNow();
    if (plan.files.length + plan.releases.length === 0)
        return { plan, namesNow };
    elsewhere = await released.narInfosElsewhere();
    // Again, and last: a publish that landed meanwhile may name what an earlier one has uploaded.
    return { plan: await planNow(), namesNow };
}
/** Those that the branch has now; when nothing was written, those that it would have. */
async function narInfosNow(run, committed) {
    const { target, composed, known } = committed;
    if (!(0,publish_run/* mayWrite */.J)(run))
        return composed.decision.keptNarInfos;
    const state = await readCacheState(await target.snapshot(), target.name, known);
    return [...state.narInfos.values()];
}

// EXTERNAL MODULE: ./src/report/site-size.ts
var site_size = __webpack_require__(86729);
;// CONCATENATED MODULE: ./src/prune/report/report.ts



/** What happened, for people and for later steps. */
function reportPrune(run, cleaned) {
    const { inputs, timings, log } = run;
    const { target, composed, commit, plan, assets, error } = cleaned;
    const { state, decision } = composed;
    const head = commit?.commit ?? composed.from;
    const gone = new Set(composed.change?.deletedFiles);
    const warnings = [
        ...(target.servedBy === 'pages' ? (0,site_size/* siteWarnings */.$)(composed.bytes.after) : []),
        ...budgetWarnings({
            files: [...state.files.keys()].filter((path) => !gone.has(path)),
            treeBytes: composed.bytes.after,
            repositoryBytes: target.repositoryBytes
        }, inputs.sizeBudget)
    ];
    for (const warning of warnings)
        log.warning(warning);
    const report = {
        outcome: outcomeOf(run, cleaned),
        target,
        rules: { keepGenerations: inputs.keepGenerations, keepDays: inputs.keepDays },
        removed: decision.removedRows,
        removedPaths: [...decision.removedNarInfos.values()].map(({ storePath }) => storePath),
        removedNars: decision.removedNars.length,
        removedLogs: decision.removedLogs.length,
        movedNars: composed.movedNars.length,
        removedAssets: assets.map(({ name, size }) => ({ name, size })),
        kept: decision.keptRows,
        keptPaths: decision.keptNarInfos.length,
        unreachable: decision.unreachable,
        bytes: { ...composed.bytes, assets: assets.reduce((sum, { size }) => sum + size, 0) },
        squashed: composed.isSquash ? composed.from : null,
        commit: { sha: head, url: target.commitUrl(head) },
        route: commit?.changed === true ? commit.route : null,
        ...(plan === null ? {} : { routeReason: plan.reason }),
        attempts: commit?.attempts ?? 0,
        requests: { ...target.requests },
        timings,
        notes: notesOf(run, cleaned),
        warnings
    };
    return { report, error };
}
function outcomeOf(run, { commit, assets }) {
    if (run.environment.isForkPullRequest)
        return 'fork';
    if (!(0,publish_run/* mayWrite */.J)(run))
        return 'dry-run';
    return commit?.changed === true || assets.length > 0 ? 'pruned' : 'nothing';
}
function notesOf({ inputs }, cleaned) {
    const { composed, releaseNotes, error } = cleaned;
    const { state, decision, isSquash, from } = composed;
    return [
        ...(state.catalogue === null
            ? [
                'The branch has no catalogue, so that nobody can tell which of its paths are whose: only pins count, and all narinfos stay.'
            ]
            : []),
        ...decision.notes,
        ...(inputs.squashHistory && !isSquash
            ? ['The branch has no history that could go: its commit has no parent.']
            : []),
        ...(isSquash
            ? [
                `The branch was at ${from} before its history went. The host frees the room of old files when it packs the repository the next time, and only what no other branch or tag holds.`
            ]
            : []),
        ...cleaned.moveNotes,
        ...releaseNotes,
        ...(error === null ? [] : [`Release assets were not all removed: ${error.message}`])
    ];
}
/** GitHub advises at most 3,000 entries in a folder; said from four fifths of that on. */
const advisedEntries = 3000;
const shownFolders = 3;
/** What comes near a limit of the host's, as sentences. `budget`: bytes. Pure. */
function budgetWarnings({ files, treeBytes, repositoryBytes }, budget) {
    const allowed = `\`size-budget\` is ${(0,pretty_bytes/* default */.A)(budget)}; GitHub advises repositories of at most 10 GB`;
    return [
        ...(treeBytes > budget
            ? [
                `The branch’s files have ${(0,pretty_bytes/* default */.A)(treeBytes)}, and ${allowed}: keep fewer generations or days, or publish to several repositories.`
            ]
            : []),
        ...(repositoryBytes !== null && repositoryBytes > budget
            ? [
                `The repository has ${(0,pretty_bytes/* default */.A)(repositoryBytes)} with its history, as its host last counted, and ${allowed}: \`squash-history\` lets go of what earlier commits hold.`
            ]
            : []),
        ...fullFolders(files)
    ];
}
function fullFolders(files) {
    const full = [...entriesOfFolders(files)]
        .filter(([, entries]) => entries.size > 0.8 * advisedEntries)
        .sort(([, a], [, b]) => b.size - a.size);
    return full
        .slice(0, shownFolders)
        .map(([folder, entries]) => `${folder === '' ? 'The branch’s root' : `The folder ${folder}`} has ${entries.size} entries, and GitHub advises at most ${advisedEntries} in a folder: each store path is a file in the root.`);
}
function entriesOfFolders(files) {
    const folders = new Map();
    for (const path of files) {
        const segments = path.split('/');
        for (const [depth, name] of segments.entries()) {
            const folder = segments.slice(0, depth).join('/');
            const entries = folders.get(folder) ?? new Set();
            folders.set(folder, entries.add(name));
        }
    }
    return folders;
}

;// CONCATENATED MODULE: ./src/prune/prune.ts





/**
 * Removes what no rule keeps, in one commit, and then the release assets that nothing names any more. `error` in what it returns is
 * what failed after that commit; what stops the whole run is thrown, and then nothing was written.
 */
async function prune(given) {
    const run = { now: Date.now(), ...given };
    const looked = await (0,src_run/* timed */.a)(run, 'look', () => lookAtCache(run));
    const committed = await (0,src_run/* timed */.a)(run, 'commit', () => commitPrune(run, looked));
    const cleaned = await (0,src_run/* timed */.a)(run, 'releases', () => pruneReleases(run, committed));
    return reportPrune(run, cleaned);
}

;// CONCATENATED MODULE: ./src/prune/report/types.ts
const keepReasons = ['pinned', 'generation', 'days', 'referenced'];
/** Everything that goes, in bytes. */
function freedBytes({ bytes }) {
    return bytes.before - bytes.after + bytes.assets;
}

;// CONCATENATED MODULE: ./src/prune/report/outcome.ts




/** What became of the run. */
function pruneSentence(report) {
    const { outcome, target, commit } = report;
    const where = (0,sentence/* say */.cv) `${target.name}, branch ${(0,sentence/* code */.aY)(target.branch)}`;
    const went = whatWent(report);
    switch (outcome) {
        case 'pruned': {
            const at = (0,sentence/* say */.cv) `; the branch is at ${(0,sentence/* link */.nf)(commit.sha.slice(0, 7), commit.url)}`;
            return went === ''
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Moved`} ${(0,sentence/* words */.aL)(movedWords(report))} from the tree of ${where}${(0,sentence/* either */.gP)(at, [])}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Removed`} ${(0,sentence/* words */.aL)(went)} from ${where}${(0,sentence/* either */.gP)(at, [])}.${alsoMoved(report, 'were moved')}`;
        }
        case 'nothing':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was removed`} from ${where}: everything in it is to be kept.`;
        case 'dry-run':
            return went === ''
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run`}: nothing would be removed from ${where}.${alsoMoved(report, 'would be moved')}`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run, nothing was written`}: ${(0,sentence/* words */.aL)(went)} would go from ${where}.${alsoMoved(report, 'would be moved')}`;
        case 'fork':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was removed`} from ${where}: ${sentence/* fromFork */.NY}`;
    }
}
function movedWords({ movedNars = 0 }) {
    return `${(0,src_text/* count */.U9)(movedNars, 'NAR')} to release assets`;
}
function alsoMoved(report, verb) {
    const { movedNars = 0 } = report;
    return movedNars === 0
        ? []
        : (0,sentence/* words */.aL)(` ${(0,src_text/* count */.U9)(movedNars, 'NAR')} ${verb} from the tree to release assets.`);
}
/** What went, or would go, in plain words: `2 artifacts, 5 paths, 4 NARs and the history (1.2 MB)`. Empty: nothing. */
function whatWent(report) {
    const { removed, removedPaths, removedNars, removedLogs = 0, removedAssets, squashed } = report;
    const parts = [
        ...counted(removed.length, 'artifact'),
        ...counted(removedPaths.length, 'path'),
        ...counted(removedNars, 'NAR'),
        ...counted(removedLogs, 'build log'),
        ...counted(removedAssets.length, 'release asset'),
        ...(squashed === null ? [] : ['the history'])
    ];
    if (parts.length === 0)
        return '';
    return `${(0,src_text/* list */.p_)(parts)} (${(0,pretty_bytes/* default */.A)(freedBytes(report))})`;
}
function counted(number, noun) {
    return number === 0 ? [] : [(0,src_text/* count */.U9)(number, noun)];
}
/** Why artifacts stay, each reason with its number, those without any left out. */
function whyKept({ kept, rules }) {
    const texts = {
        pinned: 'pinned',
        generation: `among the newest ${rules.keepGenerations} of their name, attribute and system`,
        days: `published within ${(0,src_text/* count */.U9)(rules.keepDays, 'day')}`,
        referenced: 'needed by what stays'
    };
    return keepReasons.flatMap((reason) => {
        const number = kept.filter((artifact) => artifact.reason === reason).length;
        return number === 0 ? [] : [`${(0,src_text/* count */.U9)(number, 'artifact')} ${texts[reason]}`];
    });
}

// EXTERNAL MODULE: ./src/publish/report/outputs.ts
var outputs = __webpack_require__(28668);
;// CONCATENATED MODULE: ./src/prune/report/outputs.ts




/**
 * The outputs that `prune` sets; those of a dry run tell what would go. Where they would be too large, `kept` gives way first (it is
 * empty then), and after that `removed` ends early. `largest`: characters of both together; a terminal has no such limit.
 */
function pruneOutputs(report, largest = report_outputs/* largestOutputs */.F) {
    const { commit, route, attempts } = report;
    const removed = JSON.stringify(report.removedPaths);
    const kept = JSON.stringify(report.kept.map(({ row, reason }) => ({ storePath: row.storePath, reason })));
    const fits = removed.length + kept.length <= largest;
    return {
        removed: removed.length <= largest
            ? removed
            : JSON.stringify((0,outputs/* firstFitting */.e)(report.removedPaths, largest)),
        kept: fits ? kept : '[]',
        changed: String(whatWent(report) !== ''),
        'freed-bytes': String(freedBytes(report)),
        'commit-sha': commit.sha,
        'commit-url': commit.url,
        route: route ?? '',
        attempts: String(attempts)
    };
}

;// CONCATENATED MODULE: ./src/prune/command.ts












/** `nar-publish prune TARGET`: the action's `mode: prune`, told by arguments. */
async function runPrune(run) {
    const { command, arguments: given, log, scratch } = run;
    const [target, ...more] = given.operands;
    // The store that one stands in may be anybody's: nothing is deleted by default.
    if (target === undefined)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'the store to prune is missing');
    if (more.length > 0)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'one store is pruned at a time');
    const environment = run.environmentWith(new Map([...(0,cli_arguments/* inputsOf */.Vc)(command, given), ['mode', 'prune'], ['target-repository', target]]));
    const secrets = (0,inputs_secrets/* readSecrets */.ql)(environment, log.hide);
    const inputs = (0,typed/* typed */.G)(() => parsePruneInputs(environment, secrets));
    (0,src_environment/* forgetSecrets */.DL)();
    const { report, error } = await prune({ inputs, environment, scratch, log, timings: [] });
    return { json: jsonResult(report), text: pruneText(report), error };
}
const parsed = ['removed', 'kept', 'changed', 'freed-bytes', 'attempts'];
function jsonResult(report) {
    const { removed, kept, ...outputs } = (0,report_outputs/* jsonOutputs */.P)(pruneOutputs(report, Infinity), parsed);
    const { outcome, warnings, notes } = report;
    return { ...outputs, outcome, removed, kept, warnings, notes };
}
/** What a prune did, in a few lines for a terminal. */
function pruneText(report) {
    const { removed, bytes, commit, notes } = report;
    const lines = [
        (0,sentence/* onTerminal */.sj)(pruneSentence(report)),
        ...removed.map(({ storePath, fileSize }) => `  ${storePath}  ${(0,pretty_bytes/* default */.A)(fileSize)}`),
        ...whyKept(report).map((text) => `  kept: ${text}`),
        ...notes.map((note) => `note: ${note}`),
        `files of the branch  ${(0,pretty_bytes/* default */.A)(bytes.before)} → ${(0,pretty_bytes/* default */.A)(bytes.after)}`,
        `commit               ${commit.url || commit.sha}`
    ];
    return (0,harmless/* terminalText */.eR)(lines);
}


/***/ }),

/***/ 28668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ publishOutputs),
/* harmony export */   e: () => (/* binding */ firstFitting)
/* harmony export */ });
/* harmony import */ var _binary_cache_base32_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58912);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65468);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48992);
/* harmony import */ var _told_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50213);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61379);





/**
 * The outputs that `publish` sets. When they would be too large, the lists lose what is dearest, in this order: the details of
 * `skipped`; then its paths (one entry for each reason, whose `detail` says how many); then the closure in `published`; then what is
 * beyond the first paths of `published` and `store-paths`. `nar-count` and `bytes` are always whole; `checksums` has a quarter of the
 * room for itself.
 * `largest`: characters of all together; a terminal has no such limit.
 */
function publishOutputs(report, largest = _report_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .largestOutputs */ .F) {
    const whole = { ...wholeOutputs(report), checksums: checksums(report, largest / 4) };
    const { published, closure } = report.outcome === 'published' ? report : { published: [], closure: [] };
    const { artifacts, skipped } = report;
    const named = storePaths(published);
    const everything = [...named, ...storePaths(closure)];
    const bare = skipped.map((path) => ({ ...path, detail: '' }));
    const counts = countByReason(skipped);
    const degrees = [
        () => lists(everything, skipped, artifacts),
        () => lists(everything, bare, artifacts),
        () => lists(everything, counts, artifacts),
        () => lists(named, counts, artifacts)
    ];
    for (const degree of degrees) {
        const outputs = { ...degree(), ...whole };
        if (Object.values(outputs).join('').length <= largest)
            return outputs;
    }
    const half = 0.48 * (largest - whole.checksums.length);
    return {
        ...lists(firstFitting(named, half), counts, firstFitting(artifacts, half)),
        ...whole
    };
}
function wholeOutputs(report) {
    const { target, commit, route, attempts, uploads } = report;
    const written = report.outcome === 'published';
    return {
        'nar-count': String(written ? uploads.nars : 0),
        bytes: String(written ? uploads.fileBytes : 0),
        'commit-sha': commit?.sha ?? '',
        'commit-url': commit?.url ?? '',
        substituter: target.substituterUrl ?? '',
        'public-key': (0,_told_js__WEBPACK_IMPORTED_MODULE_2__/* .toldIn */ .f)(report).join(' '),
        route: route ?? '',
        attempts: String(attempts),
        ...(report.pullRequest === undefined
            ? {}
            : { 'comment-url': report.pullRequest.commentUrl ?? '' })
    };
}
/** As `sha256sum` prints them and actions/attest takes them; as many lines as fit. */
function checksums({ outcome, uploads }, room) {
    const files = outcome === 'published' ? uploads.files : [];
    const lines = files.map(({ path, fileHash }) => {
        const digest = Buffer.from((0,_binary_cache_base32_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeBase32 */ .p)(fileHash.slice('sha256:'.length)));
        return `${digest.toString('hex')}  ${path}`;
    });
    return firstFitting(lines, room).join('\n');
}
function lists(published, skipped, artifacts) {
    return {
        published: JSON.stringify(published),
        skipped: JSON.stringify(skipped.map(({ storePath, reason, detail }) => ({ storePath, reason, detail }))),
        'store-paths': artifacts.join('\n')
    };
}
function storePaths(rows) {
    return rows.map(({ storePath }) => storePath);
}
function countByReason(skipped) {
    return _types_js__WEBPACK_IMPORTED_MODULE_4__/* .skipReasons */ .d.flatMap((reason) => {
        const number = skipped.filter((path) => path.reason === reason).length;
        return number === 0 ? [] : [{ storePath: '', reason, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number, 'path') }];
    });
}
/** As many of the first texts as have at most `room` characters, each with its quotes and comma. */
function firstFitting(texts, room) {
    let length = 0;
    return texts.filter((text) => (length += text.length + '"",'.length) <= room);
}


/***/ }),

/***/ 50213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toldIn)
/* harmony export */ });
/** The keys that readers need, the run's own first. */
function toldIn({ signedBy, cacheKeys = [] }) {
    return [...new Set([...signedBy, ...cacheKeys])];
}


/***/ }),

/***/ 65468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ largestOutputs),
/* harmony export */   P: () => (/* binding */ jsonOutputs)
/* harmony export */ });
// A job's outputs may have 1 MB, reckoned as UTF-16; the names and the job's other outputs get the rest.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs
const largestOutputs = 450000;
/** Outputs as what they mean: those named in `parsed` (lists, numbers, `true`) are JSON already. */
function jsonOutputs(outputs, parsed) {
    return Object.fromEntries(Object.entries(outputs).map(([name, text]) => [
        name,
        parsed.includes(name) ? JSON.parse(text) : text
    ]));
}


/***/ }),

/***/ 6501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NY: () => (/* binding */ fromFork),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   sj: () => (/* binding */ onTerminal)
/* harmony export */ });
/* unused harmony export inMarkdown */
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);

/** The template's words are ours; a string in it is somebody's text. */
function say(words, ...values) {
    return words.flatMap((text, index) => {
        const value = values[index] ?? [];
        const said = typeof value === 'string' ? [{ kind: 'text', text: value }] : value;
        return [{ kind: 'words', text }, ...said];
    });
}
/** As `say`, in bold. */
function strong(words, ...values) {
    return [{ kind: 'strong', said: say(words, ...values) }];
}
/** Our own words, worked out. */
function words(text) {
    return [{ kind: 'words', text }];
}
function code(text) {
    return [{ kind: 'code', text }];
}
function link(text, url) {
    return [{ kind: 'link', text, url }];
}
/** What the two say differently: a terminal has options and no inputs, and what its next lines tell is not told twice. */
function either(summary, terminal) {
    return [{ kind: 'either', summary, terminal }];
}
const fromFork = either(say `the job runs for a pull request from a fork, whose token may only read.`, say `a pull request from a fork may only read.`);
function inMarkdown(sentence) {
    return sentence.map(markdownPiece).join('');
}
function markdownPiece(piece) {
    switch (piece.kind) {
        case 'words':
            return piece.text;
        case 'text':
            return markdownText(piece.text);
        case 'code':
            return markdownCode(piece.text);
        case 'link':
            return markdownLink(markdownText(piece.text), piece.url);
        case 'strong':
            return `**${inMarkdown(piece.said)}**`;
        case 'either':
            return inMarkdown(piece.summary);
    }
}
/** Whoever prints it makes the whole line plain. */
function onTerminal(sentence) {
    return sentence
        .map((piece) => {
        if (piece.kind === 'strong')
            return onTerminal(piece.said);
        return piece.kind === 'either' ? onTerminal(piece.terminal) : piece.text;
    })
        .join('');
}


/***/ }),

/***/ 79786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ timed)
/* harmony export */ });
/** Runs a step and notes how long it took, with what it took before when it is done again; one that fails is not noted. */
async function timed({ timings }, phase, step) {
    const start = performance.now();
    const result = await step();
    const milliseconds = Math.round(performance.now() - start);
    const earlier = timings.find((timing) => timing.phase === phase);
    if (earlier === undefined)
        timings.push({ phase, milliseconds });
    else
        earlier.milliseconds += milliseconds;
    return result;
}


/***/ })

};
