export const id = 3154;
export const ids = [3154];
export const modules = {

/***/ 28937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fi: () => (/* binding */ badgeFiles),
/* harmony export */   gM: () => (/* binding */ isOwnBadge),
/* harmony export */   m0: () => (/* binding */ loadBadgeMaker)
/* harmony export */ });
/** Of what the badge says; white on it has a contrast of 4.9. Nobody else's badge has just this one. */
const color = '#4a6fbb';
/** Ends a picture of ours; whoever changes one by hand takes it for a comment, and it stays what it was. */
const ownPicture = '<!-- nar-publish -->';
/** With it comes 1 MB, the widths of characters, which who commits nothing does without. */
const loadBadgeMaker = () => __webpack_require__.e(/* import() */ 8833).then(__webpack_require__.bind(__webpack_require__, 68833));
/**
 * A badge's two files: the picture, and what the endpoint badge of shields.io is made of. Without a line end, which a clone could have in
 * another form.
 */
async function badgeFiles(stem, badge) {
    const { makeBadge } = await loadBadgeMaker();
    // Says in `title` and `aria-label` what it shows, with the role of a picture; and escapes it.
    const picture = makeBadge({ ...badge, color, style: 'flat-square' });
    return [
        [`${stem}.json`, Buffer.from(endpointText(badge))],
        [`${stem}.svg`, Buffer.from(`${picture}${ownPicture}`)]
    ];
}
/** https://shields.io/badges/endpoint-badge */
function endpointText({ label, message }) {
    return JSON.stringify({ schemaVersion: 1, label, message, color });
}
const ownEndpoint = new RegExp(`^\\{"schemaVersion":1,"label":"(?:[^"\\\\]|\\\\.)*","message":"(?:[^"\\\\]|\\\\.)*","color":"${color}"\\}$`);
/** Whether a file at a badge's path is one that we made, whatever it says; another's stays as it is. */
function isOwnBadge(path, content) {
    const text = content.toString('latin1');
    return path.endsWith('.svg')
        ? text.startsWith('<svg ') && text.endsWith(`</svg>${ownPicture}`)
        : ownEndpoint.test(text);
}


/***/ }),

/***/ 62198:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K4: () => (/* binding */ queryClosure),
/* harmony export */   LP: () => (/* binding */ queryClosureInfos),
/* harmony export */   bj: () => (/* binding */ queryClosures),
/* harmony export */   v9: () => (/* binding */ closureWithin)
/* harmony export */ });
/* unused harmony export queryClosureOfSome */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _gc_roots_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44681);
/* harmony import */ var _derivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55875);
/* harmony import */ var _path_info_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14237);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93861);






/**
 * The closure of valid store paths, sorted, each path once; what does not stay with those paths is kept from the garbage collector as
 * well. Throws STORE_PATH_MISSING when one of them is not valid, or when
 * `source` or `cache` need a deriver that this store does not have.
 */
async function queryClosure(nix, storePaths, type) {
    const { starts, lost } = await startsOf(nix, storePaths, type);
    for (const error of lost.values())
        throw error;
    return closureOf(nix, [...starts.values()], type);
}
/** The same of those that have one, and why the `lost` others have none. */
async function queryClosureOfSome(nix, storePaths, type) {
    const { starts, lost } = await startsOf(nix, storePaths, type);
    return { closure: await closureOf(nix, [...starts.values()], type), lost };
}
/** The same, with what Nix's database knows of each path of it: by one command where all are whole. */
async function queryClosureInfos(nix, storePaths, type) {
    if (type === 'binary') {
        const infos = await (0,_path_info_js__WEBPACK_IMPORTED_MODULE_3__/* .queryRecursiveInfos */ .mx)(nix, sortedOnce(storePaths));
        if (infos !== null)
            return { infos, lost: new Map() };
    }
    const { closure, lost } = await queryClosureOfSome(nix, storePaths, type);
    return { infos: await (0,_path_info_js__WEBPACK_IMPORTED_MODULE_3__/* .queryPathInfo */ .iO)(nix, closure), lost };
}
/** The closure of each by itself. Throws as queryClosure does. */
async function queryClosures(nix, storePaths, type) {
    const { starts, lost } = await startsOf(nix, storePaths, type);
    for (const error of lost.values())
        throw error;
    const closures = new Map();
    if (type === 'cache') {
        // Which outputs belong to a derivation only Nix knows.
        for (const [path, start] of starts)
            closures.set(path, await closureOf(nix, [start], type));
        return closures;
    }
    const whole = await closureOf(nix, [...starts.values()], type);
    const infos = type === 'bare' ? new Map() : await (0,_path_info_js__WEBPACK_IMPORTED_MODULE_3__/* .queryPathInfo */ .iO)(nix, whole);
    const referencesOf = (path) => infos.get(path)?.references ?? [];
    for (const [path, start] of starts)
        closures.set(path, reachable(start, referencesOf).sort());
    return closures;
}
/** The closure of paths as far as it is known what they refer to, sorted; null: of one of it that is not known. */
function closureWithin(references, storePaths) {
    const seen = new Set(storePaths);
    // A set gives what is added to it while it is read.
    for (const path of seen) {
        const others = references.get(path);
        if (others === undefined)
            return null;
        for (const other of others)
            seen.add(other);
    }
    return [...seen].sort();
}
/** It and all that it leads to. */
function reachable(start, next) {
    const seen = new Set([start]);
    // A set gives what is added to it while it is read.
    for (const path of seen)
        for (const other of next(path))
            seen.add(other);
    return [...seen];
}
async function startsOf(nix, storePaths, type) {
    const invalid = await (0,_validity_js__WEBPACK_IMPORTED_MODULE_5__/* .invalidPaths */ .i)(nix, storePaths);
    const valid = storePaths.filter((path) => !invalid.has(path));
    const isSelf = type === 'bare' || type === 'binary';
    const derivers = isSelf ? new Map() : await (0,_derivers_js__WEBPACK_IMPORTED_MODULE_2__/* .queryDerivers */ .f)(nix, valid);
    // A .drv stands for itself.
    const startOf = (path) => isSelf || path.endsWith('.drv') ? path : derivers.get(path);
    const gone = isSelf
        ? new Set()
        : await (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_1__/* .holdPaths */ .Sq)(nix, valid.flatMap((path) => startOf(path) ?? []));
    const found = { starts: new Map(), lost: new Map() };
    for (const path of storePaths) {
        const start = startOf(path);
        if (invalid.has(path))
            found.lost.set(path, (0,_validity_js__WEBPACK_IMPORTED_MODULE_5__/* .missingStorePath */ .T)(path));
        else if (start === undefined)
            found.lost.set(path, missingDeriver(path, 'its database has none for it'));
        else if (gone.has(start))
            found.lost.set(path, missingDeriver(start, 'the derivation was fetched or deleted'));
        else
            found.starts.set(path, start);
    }
    return found;
}
/** `starts`: see Starts. */
async function closureOf(nix, starts, type) {
    switch (type) {
        case 'bare':
            return sortedOnce(starts);
        case 'binary':
        case 'source':
            return query(nix, ['--requisites'], sortedOnce(starts));
        case 'cache':
            return heldOf(nix, await query(nix, ['--requisites', '--include-outputs'], sortedOnce(starts)));
    }
}
/** Outputs that nothing refers to may have gone since they were seen. */
async function heldOf(nix, closure) {
    const lost = nix.roots === undefined
        ? new Set()
        : await (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_1__/* .holdPaths */ .Sq)(nix, closure.filter((path) => !path.endsWith('.drv')));
    return closure.filter((path) => !lost.has(path));
}
async function query(nix, flags, paths) {
    return sortedOnce(await (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .queryStore */ .cZ)(nix, ['--query', ...flags], paths));
}
function missingDeriver(subject, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'STORE_PATH_MISSING',
        subject,
        reason: `the derivation of this closure is not in this machine’s store: ${why}`,
        hint: 'Evaluate and build it in the same job, or use `closure: binary`.',
        terminal: { hint: 'Evaluate and build it on this machine, or use `closure: binary`.' }
    });
}
function sortedOnce(paths) {
    return [...new Set(paths)].sort();
}


/***/ }),

/***/ 30803:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ requisitesOf),
/* harmony export */   SV: () => (/* binding */ queryDerivationGraph),
/* harmony export */   qw: () => (/* binding */ isDerivation)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82094);
/* harmony import */ var _path_info_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14237);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59094);




const entry = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    references: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    registrationTime: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nullish()
});
const anyShape = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(entry.extend({ path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz([2, 3]), info: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), entry) })
        .transform(({ info }) => byPath(info)),
    // The format's version and the store's folder may stand beside the paths.
    zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([entry, zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()])).transform(byPath)
]);
function byPath(infos) {
    return Object.entries(infos).flatMap(([path, info]) => typeof info === 'object' ? [{ path, ...info }] : []);
}
/** These valid .drv files, by default with all that they are made with, by their paths. */
async function queryDerivationGraph(nix, drvPaths, { closure } = { closure: true }) {
    const graph = new Map();
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .chunkOperands */ .y)(drvPaths)) {
        const { program, args } = (0,_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .pathInfoCommand */ .zQ)(nix, chunk, 'derivations');
        const all = closure ? ['path-info', '--recursive', ...args.slice(1)] : args;
        const answer = await (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .expectNix */ .lr)(nix, { program, args: all });
        try {
            for (const { path, references, registrationTime } of anyShape.parse(JSON.parse(answer))) {
                graph.set((0,_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .fullPath */ .jS)(path), {
                    inputDrvs: references.map(_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .fullPath */ .jS).filter(isDerivation),
                    registeredAt: registrationTime ?? 0
                });
            }
        }
        catch (cause) {
            throw (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownAnswer */ .NF)(nix, 'nix path-info', 'derivations', cause);
        }
    }
    return graph;
}
/** All that a derivation is made with, and itself last, in the order of `nix-store --query --requisites`. */
function requisitesOf(graph, drvPath) {
    const inputsOf = (drv) => graph.get(drv)?.inputDrvs.toSorted() ?? [];
    const needed = new Set([drvPath]);
    // A set gives what is added to it while it is read.
    for (const drv of needed)
        for (const input of inputsOf(drv))
            needed.add(input);
    const sorted = new Set();
    const visit = (drv) => {
        if (sorted.has(drv))
            return;
        for (const input of inputsOf(drv))
            visit(input);
        sorted.add(drv);
    };
    for (const drv of [...needed].sort())
        visit(drv);
    return [...sorted];
}
function isDerivation(path) {
    return path.endsWith('.drv');
}


/***/ }),

/***/ 55875:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ validDerivers),
/* harmony export */   f: () => (/* binding */ queryDerivers)
/* harmony export */ });
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93861);


/** Valid store path → the .drv that it was built by, as the store's database says, be that there or not. What has none, as a .drv, has no entry. */
async function queryDerivers(nix, storePaths) {
    const outputs = storePaths.filter((path) => !path.endsWith('.drv'));
    // One line for each path, in their order.
    const answers = await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .queryStore */ .cZ)(nix, ['--query', '--deriver'], outputs);
    return new Map(outputs.flatMap((path, index) => {
        const drv = answers[index] ?? '';
        return drv.endsWith('.drv') ? [[path, drv]] : [];
    }));
}
/** Of these, the derivers that are in this machine's store. */
async function validDerivers(nix, storePaths) {
    const derivers = await queryDerivers(nix, storePaths);
    const gone = await (0,_validity_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidPaths */ .i)(nix, [...new Set(derivers.values())]);
    return new Map([...derivers].filter(([, drv]) => !gone.has(drv)));
}


/***/ }),

/***/ 84280:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ openNix),
/* harmony export */   RC: () => (/* binding */ openRunNix),
/* harmony export */   du: () => (/* binding */ isAtLeast)
/* harmony export */ });
/* unused harmony export parseNixVersion */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59094);



/** Asks Nix for its version. Throws NIX_MISSING when there is no `nix` in the PATH of `env`. */
async function openNix(place) {
    const text = await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .askNix */ .zL)(place, { program: 'nix', args: ['--version'] });
    return { ...place, version: parseNixVersion(text) };
}
/** The Nix of a run, for installables of its workspace. `scratch`: of a run that publishes, or proves; its roots go away with it. */
function openRunNix({ environment, log, scratch }) {
    return openNix({
        env: environment.childEnvironment,
        cwd: environment.workspace,
        log,
        ...(scratch === undefined ? {} : { roots: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch, 'gc-roots') })
    });
}
/** Takes `nix (Nix) 2.8.0`, `nix (Lix, like Nix) 2.91.1`, `nix (Determinate Nix 3.11.2) 2.31.1` or `nix (Nix) 2.35.0pre1`. */
function parseNixVersion(output) {
    const text = output.trim();
    const [, major, minor] = /(?:^|\s)(\d+)\.(\d+)\S*$/.exec(text) ?? [];
    if (major === undefined || minor === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'NIX_FAILED',
            subject: 'nix --version',
            reason: `it says ${JSON.stringify(text.slice(0, 200))}, which holds no version`
        });
    }
    return { text, major: Number(major), minor: Number(minor) };
}
function isAtLeast(version, major, minor) {
    return version.major > major || (version.major === major && version.minor >= minor);
}


/***/ }),

/***/ 14237:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iO: () => (/* binding */ queryPathInfo),
/* harmony export */   jS: () => (/* binding */ fullPath),
/* harmony export */   mx: () => (/* binding */ queryRecursiveInfos),
/* harmony export */   zQ: () => (/* binding */ pathInfoCommand)
/* harmony export */ });
/* unused harmony export parsePathInfo */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23144);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82094);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84280);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93861);







/** What Nix's database knows of each path. Throws STORE_PATH_MISSING when one is not valid in this machine's store. */
async function queryPathInfo(nix, storePaths) {
    const isDerivation = (path) => path.endsWith('.drv');
    const infos = new Map();
    for (const which of ['outputs', 'derivations']) {
        const wanted = storePaths.filter((path) => isDerivation(path) === (which === 'derivations'));
        for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .chunkOperands */ .y)(wanted)) {
            for (const info of await queryChunk(nix, chunk, which))
                infos.set(info.storePath, info);
        }
    }
    const missing = storePaths.find((path) => !infos.has(path));
    if (missing !== undefined)
        throw (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .missingStorePath */ .T)(missing);
    return infos;
}
/** The same of their closures; null when that cannot be: one of them is not valid, or is a .drv, of which versions mean different things. */
async function queryRecursiveInfos(nix, storePaths) {
    if (storePaths.some((path) => path.endsWith('.drv')))
        return null;
    const infos = new Map();
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .chunkOperands */ .y)(storePaths)) {
        const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runNix */ .dI)(nix, pathInfoCommand(nix, chunk, 'recursive'));
        if (ended.status !== 0)
            return null;
        for (const info of readAnswer(nix, ended.stdout))
            infos.set(info.storePath, info);
    }
    return storePaths.every((path) => infos.has(path)) ? infos : null;
}
/** `derivations`: the paths are .drv files; without its flag, Nix before 2.15 takes such a path for what it builds. */
function pathInfoCommand({ version }, storePaths, which) {
    // Newer versions warn that `--json` alone will become an error; older ones refuse the flag.
    const format = (0,_nix_js__WEBPACK_IMPORTED_MODULE_2__/* .isAtLeast */ .du)(version, 2, 33) && !isLix(version.text) ? ['--json-format', '1'] : [];
    const kind = { outputs: [], derivations: ['--derivation'], recursive: ['--recursive'] }[which];
    return { program: 'nix', args: ['path-info', '--json', ...format, ...kind, '--', ...storePaths] };
}
/** Lix counts its versions from 2.90 on, and has Nix 2.18's format. */
function isLix(version) {
    return version.includes('Lix');
}
async function queryChunk(nix, chunk, which) {
    const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runNix */ .dI)(nix, pathInfoCommand(nix, chunk, which));
    if (ended.status !== 0) {
        const [missing] = await (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .invalidPaths */ .i)(nix, chunk);
        throw missing === undefined ? (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nixFailure */ .M4)(ended) : (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .missingStorePath */ .T)(missing, (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nixFailure */ .M4)(ended));
    }
    return readAnswer(nix, ended.stdout);
}
function readAnswer(nix, stdout) {
    try {
        return parsePathInfo(JSON.parse(stdout));
    }
    catch (cause) {
        throw (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownAnswer */ .NF)(nix, 'nix path-info', 'store paths', cause);
    }
}
const contentAddress = zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    // Formats 2 and 3 have it in parts.
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ method: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['text', 'flat', 'nar']), hash: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() })
]);
const signature = zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    // Format 3 has it in parts.
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ keyName: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), sig: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() })
        .transform(({ keyName, sig }) => `${keyName}:${sig}`)
]);
const entry = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    narHash: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    narSize: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().nonnegative(),
    references: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    deriver: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullish(),
    signatures: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(signature).nullish(),
    ultimate: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().nullish(),
    ca: contentAddress.nullish()
});
/** Path → info, null when the path is not valid. The format's version and the store's folder may stand beside the paths. */
const entries = zod__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([entry, zod__WEBPACK_IMPORTED_MODULE_6__/* ["null"] */ .chJ(), zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()]))
    .transform((infos) => Object.entries(infos).flatMap(([path, info]) => typeof info === 'object' && info !== null ? [pathInfo(path, info)] : []));
const invalidEntry = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), valid: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(false) });
const anyShape = zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([
    // Nix up to 2.18, and Lix.
    zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([entry.extend({ path: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }), invalidEntry]))
        .transform((infos) => infos.flatMap((info) => ('valid' in info ? [] : [pathInfo(info.path, info)]))),
    // Formats 2 and 3.
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz([2, 3]), info: entries }).transform(({ info }) => info),
    // Nix from 2.19 on, and format 1.
    entries
]);
/**
 * Reads the answer of any version's `nix path-info --json`; paths that are not valid are left out. Throws a ZodError or
 * SyntaxError for any other shape.
 */
function parsePathInfo(json) {
    return anyShape.parse(json);
}
function pathInfo(path, info) {
    return {
        storePath: fullPath(path),
        narHash: (0,_binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalSha256 */ .o)(info.narHash),
        narSize: info.narSize,
        references: info.references.map(fullPath).sort(),
        deriver: typeof info.deriver === 'string' ? fullPath(info.deriver) : null,
        signatures: info.signatures ?? [],
        ca: formatContentAddress(info.ca ?? null),
        ...(info.ultimate === true ? { ultimate: true } : {})
    };
}
/** Newer formats write base names. */
function fullPath(path) {
    return path.startsWith('/') ? path : `${_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storeDirectory */ .he}/${path}`;
}
/** As a narinfo's `CA:` has it: `text:sha256:…`, `fixed:sha256:…`, `fixed:r:sha256:…`. */
function formatContentAddress(ca) {
    if (ca === null || typeof ca === 'string')
        return ca;
    const prefix = { text: 'text:', flat: 'fixed:', nar: 'fixed:r:' }[ca.method];
    return prefix + (0,_binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalSha256 */ .o)(ca.hash);
}


/***/ }),

/***/ 6882:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ withPlainAddresses)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7897);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84280);





/** With a name that no address escapes, on every machine that Nix runs on. */
const plainParent = '/tmp';
/**
 * Runs `body` with addresses that this Nix reads. One before 2.26 may take the escapes of a `file:` address for letters of the folder's
 * name (2.8 does), and no name that would need them: such a folder, below a RUNNER_TEMP with a space, is then reached by a link.
 */
async function withPlainAddresses(nix, addresses, body) {
    const isEscaped = (address) => /^file:\/\/\/[^?]*%/.test(address);
    if ((0,_nix_js__WEBPACK_IMPORTED_MODULE_4__/* .isAtLeast */ .du)(nix.version, 2, 26) || !addresses.some(isEscaped))
        return body(addresses);
    const folder = (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .makeScratch */ .lP)(plainParent);
    try {
        const plain = addresses.map(async (address, index) => {
            if (!isEscaped(address))
                return address;
            const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, String(index));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(address), link);
            return `file://${link}${new URL(address).search}`;
        });
        return await body(await Promise.all(plain));
    }
    finally {
        (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .removeScratch */ .ZU)(folder, plainParent);
    }
}


/***/ }),

/***/ 6167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sb: () => (/* binding */ byKind),
/* harmony export */   _U: () => (/* binding */ substituteAll),
/* harmony export */   yH: () => (/* binding */ substituteIntoFreshStore),
/* harmony export */   yO: () => (/* binding */ makeStore)
/* harmony export */ });
/* unused harmony export substituteCommand */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _plain_addresses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6882);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93861);





/**
 * Substitutes paths into a store of its own as a stranger would, and answers which ones really came from the cache, sorted (one
 * in a seed's closure is there already). Throws VERIFY_FAILED with Nix's reason.
 */
async function substituteIntoFreshStore(nix, request) {
    const { closure, seedFromLocal } = request;
    const fresh = await makeStore(request.directory);
    const { store, env } = fresh;
    for (const command of byKind(seedFromLocal, (operands) => seedCommand(store, operands))) {
        await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .expectNix */ .lr)(nix, command, { env });
    }
    // Without seeds nothing is there.
    const isSeeded = seedFromLocal.length > 0;
    const unseeded = isSeeded ? await (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .invalidPaths */ .i)(nix, closure, store) : new Set(closure);
    const fromCache = closure.filter((path) => unseeded.has(path)).sort();
    await substituteAll(nix, request, fresh, fromCache);
    return fromCache;
}
async function makeStore(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    // Nix refuses a store below a symbolic link, which the temporary folder of macOS is.
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
    // What the user's cache remembers of a URL must not answer here; newer versions look at the second name first.
    const cache = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'cache');
    const env = { XDG_CACHE_HOME: cache, NIX_CACHE_HOME: cache };
    return { store: chrootStore(directory), env };
}
/** Copies paths from the cache into the store, what they need being there or among them. Throws VERIFY_FAILED with Nix's reason. */
async function substituteAll(nix, source, { store, env }, paths) {
    await (0,_plain_addresses_js__WEBPACK_IMPORTED_MODULE_2__/* .withPlainAddresses */ .h)(nix, [source.from], async ([from = source.from]) => {
        const plain = { ...source, from };
        for (const command of byKind(paths, (operands) => substituteCommand(plain, store, operands))) {
            const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runNix */ .dI)(nix, command, { env });
            if (ended.status === 0)
                continue;
            const reason = (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nixWords */ .b3)(ended.stderr);
            throw (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nixFailure */ .M4)(ended, { code: 'VERIFY_FAILED', subject: source.from, reason });
        }
    });
}
/** `DIR/nix/store` with its own database, used as `/nix/store`. */
function chrootStore(directory) {
    return `local?root=${directory.split('/').map(encodeURIComponent).join('/')}`;
}
function seedCommand(store, operands) {
    return { program: 'nix', args: ['copy', '--no-check-sigs', '--to', store, ...operands] };
}
/** `operands`: `--` and paths, with `--derivation` before it for .drv files. */
function substituteCommand({ from, publicKey }, store, operands) {
    const trust = publicKey === null
        ? ['--no-check-sigs']
        : [
            ...['--option', 'require-sigs', 'true'],
            ...['--option', 'trusted-public-keys', publicKey],
            // Keys that this machine signs with are trusted as well, unless they are taken away.
            ...['--option', 'secret-key-files', '']
        ];
    return {
        program: 'nix',
        // Not recursive: Nix walks the closure in the cache alone, and fails at a reference that it leaves to upstream.
        args: [
            ...['copy', '--no-recursive', '--from', from, '--to', store, ...trust],
            ...['--option', 'narinfo-cache-negative-ttl', '0'],
            // What the end of the machine leaves of this store is nobody's; each path of it would be waited for.
            ...['--option', 'fsync-metadata', 'false'],
            ...operands
        ]
    };
}
/** Outputs first: a derivation may refer to a source, never the other way round. */
function byKind(paths, command) {
    const outputs = paths.filter((path) => !path.endsWith('.drv'));
    const derivations = paths.filter((path) => path.endsWith('.drv'));
    // Nix before 2.15 takes a .drv for what it builds without the flag.
    return [
        ...(outputs.length === 0 ? [] : [command(['--', ...outputs])]),
        ...(derivations.length === 0 ? [] : [command(['--derivation', '--', ...derivations])])
    ];
}


/***/ })

};
