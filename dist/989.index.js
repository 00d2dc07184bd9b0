export const id = 989;
export const ids = [989];
export const modules = {

/***/ 6552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ formatKept),
/* harmony export */   parseKept: () => (/* binding */ parseKept),
/* harmony export */   saveKept: () => (/* binding */ saveKept)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5496);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4533);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1794);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9753);




/** A folder for the next run, and the key that it is to be saved under; null: not at all, it is only to be removed. */
const kept = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ directory: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), key: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable() });
/** For the post step: what `formatKept` wrote. */
function parseKept(state) {
    return kept.parse(JSON.parse(state));
}
function formatKept({ directory, key }) {
    return JSON.stringify({ directory, key });
}
/** Gives the folder to the cache service, and removes it. Never throws: what the service does is no failure of the job. */
async function saveKept(place, { directory, key }) {
    const { environment, log } = place;
    try {
        if (key === null)
            return;
        await log.group('Save what was built for the next run', async () => {
            const { key: saved, reason } = await (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .askService */ .x)(place, { task: 'save', directory, key });
            if (saved !== null)
                log.info(`saved as ${saved}`);
            // Another job built the same, and was quicker.
            else if (reason !== null && /already exists/i.test(reason))
                log.info(reason);
            else
                log.warning(`Nothing was kept for the next run: ${reason ?? 'no reason was given'}`);
        });
    }
    finally {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => {
            (0,_scratch_js__WEBPACK_IMPORTED_MODULE_1__/* .removeScratch */ .ZU)(directory, environment.scratchParent);
        }, undefined);
    }
}


/***/ }),

/***/ 4169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K4: () => (/* binding */ queryClosure),
/* harmony export */   LP: () => (/* binding */ queryClosureOfSome),
/* harmony export */   bj: () => (/* binding */ queryClosures)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4533);
/* harmony import */ var _gc_roots_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1572);
/* harmony import */ var _derivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9622);
/* harmony import */ var _path_info_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1325);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(353);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8316);






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
        hint: 'Evaluate and build it in the same job, or use `closure: binary`.'
    });
}
function sortedOnce(paths) {
    return [...new Set(paths)].sort();
}


/***/ }),

/***/ 9298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ requisitesOf),
/* harmony export */   SV: () => (/* binding */ queryDerivationGraph),
/* harmony export */   qw: () => (/* binding */ isDerivation)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5496);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7573);
/* harmony import */ var _path_info_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1325);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(353);




const entry = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    references: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    registrationTime: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nullish()
});
const anyShape = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(entry.extend({ path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(2), info: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), entry) })
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
        const { program, args } = (0,_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .pathInfoCommand */ .zQ)(nix, chunk, true);
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

/***/ 9622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ validDerivers),
/* harmony export */   f: () => (/* binding */ queryDerivers)
/* harmony export */ });
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(353);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8316);


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

/***/ 5811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ openNix),
/* harmony export */   RC: () => (/* binding */ openRunNix),
/* harmony export */   du: () => (/* binding */ isAtLeast)
/* harmony export */ });
/* unused harmony export parseNixVersion */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4533);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(353);



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

/***/ 1325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iO: () => (/* binding */ queryPathInfo),
/* harmony export */   jS: () => (/* binding */ fullPath),
/* harmony export */   zQ: () => (/* binding */ pathInfoCommand)
/* harmony export */ });
/* unused harmony export parsePathInfo */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5496);
/* harmony import */ var _binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9363);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5161);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7573);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5811);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(353);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8316);







/** What Nix's database knows of each path. Throws STORE_PATH_MISSING when one is not valid in this machine's store. */
async function queryPathInfo(nix, storePaths) {
    const isDerivation = (path) => path.endsWith('.drv');
    const infos = new Map();
    for (const derivations of [false, true]) {
        const wanted = storePaths.filter((path) => isDerivation(path) === derivations);
        for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .chunkOperands */ .y)(wanted)) {
            for (const info of await queryChunk(nix, chunk, derivations))
                infos.set(info.storePath, info);
        }
    }
    const missing = storePaths.find((path) => !infos.has(path));
    if (missing !== undefined)
        throw (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .missingStorePath */ .T)(missing);
    return infos;
}
/** `derivations`: the paths are .drv files. Without the flag, Nix before 2.15 takes such a path for what it builds. */
function pathInfoCommand({ version }, storePaths, derivations) {
    // Newer versions warn that `--json` alone will become an error; older ones refuse the flag.
    const format = (0,_nix_js__WEBPACK_IMPORTED_MODULE_2__/* .isAtLeast */ .du)(version, 2, 33) && !isLix(version.text) ? ['--json-format', '1'] : [];
    const kind = derivations ? ['--derivation'] : [];
    return { program: 'nix', args: ['path-info', '--json', ...format, ...kind, '--', ...storePaths] };
}
/** Lix counts its versions from 2.90 on, and has Nix 2.18's format. */
function isLix(version) {
    return version.includes('Lix');
}
async function queryChunk(nix, chunk, derivations) {
    const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runNix */ .dI)(nix, pathInfoCommand(nix, chunk, derivations));
    if (ended.status !== 0) {
        const [missing] = await (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .invalidPaths */ .i)(nix, chunk);
        throw missing === undefined ? (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nixFailure */ .M4)(ended) : (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .missingStorePath */ .T)(missing, (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nixFailure */ .M4)(ended));
    }
    try {
        return parsePathInfo(JSON.parse(ended.stdout));
    }
    catch (cause) {
        throw (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownAnswer */ .NF)(nix, 'nix path-info', 'store paths', cause);
    }
}
const contentAddress = zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    // Format 2 has it in parts.
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ method: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['text', 'flat', 'nar']), hash: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() })
]);
const entry = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    narHash: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    narSize: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().nonnegative(),
    references: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    deriver: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullish(),
    signatures: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).nullish(),
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
    // Format 2.
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(2), info: entries }).transform(({ info }) => info),
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

/***/ 2513:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ withPlainAddresses)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1794);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5811);





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

/***/ 9094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sb: () => (/* binding */ byKind),
/* harmony export */   _U: () => (/* binding */ substituteAll),
/* harmony export */   yH: () => (/* binding */ substituteIntoFreshStore),
/* harmony export */   yO: () => (/* binding */ makeStore)
/* harmony export */ });
/* unused harmony export substituteCommand */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _plain_addresses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2513);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(353);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8316);





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


/***/ }),

/***/ 8845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ publishOutputs),
/* harmony export */   e: () => (/* binding */ firstFitting)
/* harmony export */ });
/* harmony import */ var _binary_cache_base32_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4311);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9289);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2601);
/* harmony import */ var _told_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3394);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2334);





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
        attempts: String(attempts)
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

/***/ 3394:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toldIn)
/* harmony export */ });
/** The keys that readers need, the run's own first. */
function toldIn({ signedBy, cacheKeys = [] }) {
    return [...new Set([...signedBy, ...cacheKeys])];
}


/***/ }),

/***/ 9177:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishStep: () => (/* binding */ publishStep)
});

// EXTERNAL MODULE: ./src/cache/save.ts
var save = __webpack_require__(6552);
// EXTERNAL MODULE: ./src/runner-commands.ts
var runner_commands = __webpack_require__(7711);
// EXTERNAL MODULE: ./src/publish/publish.ts + 49 modules
var publish = __webpack_require__(5098);
// EXTERNAL MODULE: ./src/publish/report/outputs.ts
var outputs = __webpack_require__(8845);
// EXTERNAL MODULE: ./src/catalogue/artifact-cells.ts
var artifact_cells = __webpack_require__(5370);
// EXTERNAL MODULE: ./src/catalogue/raw-limits.ts
var raw_limits = __webpack_require__(2933);
// EXTERNAL MODULE: ./src/catalogue/reader-lines.ts
var reader_lines = __webpack_require__(6897);
// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(371);
// EXTERNAL MODULE: ./src/pins/pin.ts
var pin = __webpack_require__(3446);
// EXTERNAL MODULE: ./src/report/blocks.ts + 1 modules
var blocks = __webpack_require__(1935);
// EXTERNAL MODULE: ./src/report/sentence.ts
var sentence = __webpack_require__(606);
// EXTERNAL MODULE: ./src/report/within-limit.ts
var within_limit = __webpack_require__(950);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(2601);
// EXTERNAL MODULE: ../../main/node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(1787);
// EXTERNAL MODULE: ./src/publish/report/types.ts
var types = __webpack_require__(2334);
;// CONCATENATED MODULE: ./src/publish/report/outcome.ts




/** What was published, or that nothing was, and why. */
function outcomeSentence(report) {
    const { outcome, target, commit } = report;
    const where = (0,sentence/* say */.cv) `${target.name}, branch ${(0,sentence/* code */.aY)(target.branch)}`;
    const what = (0,sentence/* words */.aL)(brought(report));
    const why = (0,sentence/* words */.aL)(reasons(report));
    const failed = (0,sentence/* either */.gP)(failedSentence(report), []);
    switch (outcome) {
        case 'published': {
            const at = commit === null ? [] : (0,sentence/* say */.cv) `, in commit ${(0,sentence/* link */.nf)(commit.sha.slice(0, 7), commit.url)}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Published`} ${what} to ${where}${(0,sentence/* either */.gP)(at, [])}.${failed}`;
        }
        case 'nothing-new':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: ${why}.`;
        case 'dry-run':
            return bringsNothing(report)
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run`}: nothing would be published to ${where}: ${why}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run, nothing was written`}: ${what} would go to ${where}.${failed}`;
        case 'fork': {
            const more = bringsNothing(report)
                ? (0,sentence/* say */.cv) ` Nothing is new either: ${why}.`
                : (0,sentence/* say */.cv) ` New would be ${what}.${failed}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: ${sentence/* fromFork */.NY}${(0,sentence/* either */.gP)(more, [])}`;
        }
        case 'packed': {
            const commits = (0,sentence/* either */.gP)((0,sentence/* say */.cv) `a run with ${(0,sentence/* code */.aY)('phase: commit')}`, (0,sentence/* say */.cv) `--phase commit`);
            return bringsNothing(report)
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was packed`} for ${where}: ${why}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Packed`} ${what} for ${where}; ${commits} publishes it.${failed}`;
        }
    }
}
function bringsNothing(report) {
    const { published, closure, signed, movedPins, unpinned } = report;
    const pins = movedPins.length + unpinned.length;
    return published.length + closure.length + signed.length + pins === 0;
}
/** `2 artifacts and 1 path of the closure (3 NARs, 1.2 MB, unpacked 3.4 MB)`, or `1 pin` */
function brought(report) {
    const { published, closure, signed, movedPins, unpinned, uploads } = report;
    const what = [
        ...(published.length === 0 ? [] : [(0,src_text/* count */.U9)(published.length, 'artifact')]),
        ...(closure.length === 0 ? [] : [`${(0,src_text/* count */.U9)(closure.length, 'path')} of the closure`]),
        ...(signed.length === 0 ? [] : [`the signature of ${(0,src_text/* count */.U9)(signed.length, 'path')}`]),
        ...(movedPins.length === 0 ? [] : [(0,src_text/* count */.U9)(movedPins.length, 'pin')]),
        ...(unpinned.length === 0 ? [] : [`the end of ${(0,src_text/* count */.U9)(unpinned.length, 'pin')}`])
    ];
    // Pins and signatures bring none.
    if (uploads.nars === 0)
        return (0,src_text/* list */.p_)(what);
    const size = `${(0,pretty_bytes/* default */.A)(uploads.fileBytes)}, unpacked ${(0,pretty_bytes/* default */.A)(uploads.narBytes)}`;
    return `${(0,src_text/* list */.p_)(what)} (${(0,src_text/* count */.U9)(uploads.nars, 'NAR')}, ${size})`;
}
function failedSentence({ failures }) {
    const number = (0,sentence/* words */.aL)((0,src_text/* count */.U9)(failures.length, 'installable'));
    return failures.length === 0 ? [] : (0,sentence/* say */.cv) ` ${(0,sentence/* strong */.ko) `${number} failed.`}`;
}
const skipTexts = {
    held: 'already in the target',
    upstream: 'in upstream caches',
    excluded: 'excluded'
};
/** For each reason that there was: `2 paths already in the target`, and which. */
function skippedGroups({ skipped }) {
    return types/* skipReasons */.d.flatMap((reason) => {
        const paths = skipped.filter((path) => path.reason === reason);
        return paths.length === 0
            ? []
            : [{ heading: `${(0,src_text/* count */.U9)(paths.length, 'path')} ${skipTexts[reason]}`, paths }];
    });
}
function reasons(report) {
    // Between the look at the branch and the commit; the commit of the other one holds it all.
    if (!bringsNothing(report))
        return 'another publisher brought the same meanwhile';
    const { failures } = report;
    const texts = skippedGroups(report).map(({ heading }) => heading);
    if (failures.length > 0)
        texts.push(`${(0,src_text/* count */.U9)(failures.length, 'installable')} failed`);
    return texts.length === 0 ? 'no store path was asked for' : (0,src_text/* list */.p_)(texts);
}

// EXTERNAL MODULE: ./src/publish/report/told.ts
var told = __webpack_require__(3394);
;// CONCATENATED MODULE: ./src/publish/report/summary.ts











/** How much of each list is shown. */
const degrees = [
    { name: 'everything', rows: Infinity },
    { name: 'the first thousand of each list', rows: 1000 },
    { name: 'the first hundred of each list', rows: 100 },
    { name: 'counts', rows: 0 }
];
/**
 * Markdown for GITHUB_STEP_SUMMARY. Its first line says what became of the run and, when nothing was published, why. A report that
 * would be too large is told with shorter lists, at last with counts alone; the text says so.
 */
function renderSummary(report) {
    return (0,within_limit/* withinLimit */.zl)(degrees, (detail) => render(report, detail));
}
function render(report, detail) {
    return `${[
        (0,sentence/* inMarkdown */.Hi)(outcomeSentence(report)),
        ...(0,blocks/* remarks */.IW)('Note', report.notes, 100),
        ...artifacts(report, detail),
        ...pinned(report, detail),
        ...(0,blocks/* failuresTable */.YI)(report.failures.slice(0, detail.rows), report.failures.length),
        ...skipped(report, detail),
        ...(0,blocks/* howItWent */.Yg)(workRows(report), report.timings),
        ...(report.outcome === 'packed' ? [] : howToUse(report)),
        ...(detail.rows === Infinity ? [] : [`This summary was too long and shows ${detail.name}.`])
    ].join('\n\n')}\n`;
}
function artifacts({ outcome, published, target }, { rows }) {
    return (0,markdown/* table */.tp)(artifact_cells/* artifactHeadings */.eq, published
        .slice(0, rows)
        .map((row) => (0,artifact_cells/* artifactCells */.Uf)(row, outcome === 'published' ? target : null)));
}
/** As lines that a script finds again. */
function pinned({ pins, unpinned }, { rows }) {
    const lines = [...pins.map(pin/* pinLine */.cW), ...unpinned.map(pin/* unpinLine */.by)];
    return lines.length === 0
        ? []
        : [
            `### ${(0,src_text/* count */.U9)(lines.length, 'pin')}`,
            ...(rows === 0 ? [] : [['```text', ...lines.slice(0, rows), '```'].join('\n')])
        ];
}
function skipped(report, { rows }) {
    if (report.skipped.length === 0)
        return [];
    return [
        `### ${(0,src_text/* count */.U9)(report.skipped.length, 'path')} skipped`,
        ...skippedGroups(report).flatMap(({ heading, paths }) => {
            const lines = paths
                .slice(0, rows)
                .map(({ storePath, detail }) => `- ${(0,markdown/* markdownCode */.D9)(storePath)} ${(0,markdown/* markdownText */.p7)(detail)}`);
            return lines.length === 0 ? [heading] : (0,markdown/* details */.zH)(heading, [lines.join('\n')]);
        })
    ];
}
function workRows(report) {
    const { outcome, requests, signedBy, reused, logs = 0 } = report;
    const { git = 0 } = requests;
    const signed = signedBy.length === 0
        ? unsigned(report)
        : `by ${(0,src_text/* list */.p_)(signedBy.map((key) => (0,markdown/* markdownCode */.D9)(key)))}`;
    return [
        ...(0,blocks/* routeRows */.Dk)(report),
        (0,blocks/* requestsRow */.vX)(requests, git === 0 ? null : git),
        ['Signed', outcome === 'packed' ? 'not yet' : signed],
        ...(outcome === 'published' ? [['Verified', verification(report)]] : []),
        ...(logs === 0 ? [] : [['Build logs', `of ${(0,src_text/* count */.U9)(logs, 'derivation')}`]]),
        ...(reused === undefined
            ? []
            : [['Reused', `${reused.paths} of ${(0,src_text/* count */.U9)(reused.of, 'path')} that earlier runs built`]])
    ];
}
/** A run with nothing to write does not read whether others sign. */
function unsigned(report) {
    const { cacheKeys = [] } = report;
    if (bringsNothing(report))
        return 'nothing was to be signed';
    return cacheKeys.length === 0
        ? '**no**: the cache is unsigned'
        : '**no**, and the cache has signed artifacts';
}
function verification(report) {
    const { served } = report.verify;
    const proof = proofOf(report);
    return served === undefined ? proof : `${proof}; readers get them at ${(0,markdown/* markdownCode */.D9)(served)}`;
}
function proofOf({ verify, signedBy }) {
    switch (verify.kind) {
        case 'substitute':
            return `Nix copied ${(0,src_text/* count */.U9)(verify.paths, 'path')} from the new commit into a fresh store${signedBy.length === 0 ? '' : ', signatures required'}`;
        case 'narinfo':
            return `the narinfos of ${(0,src_text/* count */.U9)(verify.paths, 'path')} were read back, and no NAR`;
        case 'none':
            return 'no';
    }
}
function howToUse(report) {
    const { target, commit, readmePath } = report;
    const publicKeys = (0,told/* toldIn */.f)(report);
    // Where nothing of it is there, there may be no cache.
    if (commit === null || (report.outcome !== 'published' && report.artifacts.length === 0))
        return [];
    if (publicKeys.length === 0 && bringsNothing(report))
        return [];
    const url = target.substituterUrl ?? reader_lines/* cloneFolder */.QM;
    const lines = (0,reader_lines/* nixConfLines */.ZM)({
        substituterUrl: publicKeys.length === 0 ? (0,reader_lines/* trustingUrl */.m0)(url) : url,
        publicKeys
    });
    const more = ` (${(0,markdown/* markdownLink */.iQ)('other ways', target.webUrl(readmePath))})`;
    return [
        '### How to use the cache',
        ...(publicKeys.length === 0
            ? [
                'The cache is unsigned: `trusted=true` makes Nix take what is in this cache, and in no other, without a signature.'
            ]
            : []),
        ...(target.substituterUrl === null
            ? [
                'Nobody serves the target’s files by HTTP (`substituter-url` tells where, if somebody does); a clone of the branch is a cache:',
                (0,markdown/* fenced */.OF)('sh', (0,reader_lines/* cloneCommands */.SE)(target.cloneUrl ?? target.name, target.branch))
            ]
            : []),
        `In \`/etc/nix/nix.conf\`${more}:`,
        (0,markdown/* fenced */.OF)('ini', lines),
        ...(target.servedBy === 'raw' && !target.isPrivate
            ? (0,raw_limits/* rawNotice */.RY)({
                repository: target.name,
                branch: target.branch,
                webUrl: (path) => target.webUrl(path)
            })
            : [])
    ];
}

;// CONCATENATED MODULE: ./src/publish/step.ts





async function publishStep(inputs, step) {
    const { environment, scratch, log, entry, service } = step;
    const job = {
        service: { entry, service },
        keep: (kept) => {
            (0,runner_commands/* saveState */.LZ)('cache', (0,save/* formatKept */.Q)(kept));
        }
    };
    const { report, error } = await (0,publish.publish)({ inputs, environment, scratch, log, timings: [], job });
    return { outputs: (0,outputs/* publishOutputs */.N)(report), summary: renderSummary(report), error };
}


/***/ }),

/***/ 9289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ largestOutputs)
/* harmony export */ });
/* unused harmony export jsonOutputs */
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

/***/ 606:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ inMarkdown),
/* harmony export */   NY: () => (/* binding */ fromFork),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* unused harmony export onTerminal */
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(371);

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
            return (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(piece.text);
        case 'code':
            return (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(piece.text);
        case 'link':
            return (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)((0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(piece.text), piece.url);
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

/***/ 950:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eP: () => (/* binding */ listLengths),
/* harmony export */   zl: () => (/* binding */ withinLimit)
/* harmony export */ });
/* unused harmony export largestSummary */
// GitHub drops a step's summary whole above 1 MiB.
const largestSummary = 1_000_000;
/** For reports that show so many of each list at most. */
const listLengths = [300, 100, 20, 0];
/**
 * A summary as long as may be: the first of the `degrees` (most is shown first) with which it fits. When not even the last does, as
 * the words in it are other people's, its end is left out.
 */
function withinLimit(degrees, render) {
    let text = '';
    for (const degree of degrees) {
        text = render(degree);
        if (Buffer.byteLength(text) <= largestSummary)
            return text;
    }
    const note = '\n\nThis summary was too long, and ends here.\n';
    const lines = text.split('\n');
    let room = largestSummary - Buffer.byteLength(note);
    const end = lines.findIndex((line) => (room -= Buffer.byteLength(line) + 1) < 0);
    return lines.slice(0, end).join('\n') + note;
}


/***/ })

};
