export const id = 875;
export const ids = [875];
export const modules = {

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

/***/ 8768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qf: () => (/* binding */ readQueue),
/* harmony export */   iT: () => (/* binding */ queuedTimes),
/* harmony export */   nw: () => (/* binding */ removeEntries)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4533);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5161);




/** What is queued, sorted by name. A folder that is not there holds nothing. */
function readQueue(folder) {
    const content = { entries: [], foreign: [] };
    for (const name of namesIn(folder).sort()) {
        const storePath = linkTarget((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
        if (storePath === null)
            continue;
        if ((0,_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .isStorePath */ .zP)(storePath))
            content.entries.push({ name, storePath });
        else
            content.foreign.push(name);
    }
    return content;
}
/** Each path once, with the time (milliseconds since 1970) of its newest link. */
function queuedTimes(folder) {
    const times = new Map();
    for (const { name, storePath } of readQueue(folder).entries) {
        const time = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { throwIfNoEntry: false })?.mtimeMs;
        if (time !== undefined)
            times.set(storePath, Math.max(time, times.get(storePath) ?? 0));
    }
    return times;
}
/** Takes these paths' links out of the queue; a link that leads elsewhere by now stays. The folder is read once, however many they are. */
function removeEntries(folder, storePaths) {
    const gone = new Set(storePaths);
    for (const entry of readQueue(folder).entries) {
        if (gone.has(entry.storePath))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name), { force: true });
    }
}
/** Where a link leads; null when it is gone, empty when it is no link. */
function linkTarget(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path);
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'ENOENT' ? null : '';
    }
}
function namesIn(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'ENOENT')
            return [];
        throw error;
    }
}


/***/ }),

/***/ 1088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PR: () => (/* binding */ journalOf),
  lA: () => (/* binding */ loadSending),
  Vx: () => (/* binding */ lockOf),
  Uv: () => (/* binding */ openQueue),
  Y5: () => (/* binding */ scratchOf)
});

// UNUSED EXPORTS: sendToGit, unattended, withoutHook

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(5811);
// EXTERNAL MODULE: ./src/repository/github/client.ts
var client = __webpack_require__(6370);
// EXTERNAL MODULE: ./src/scratch.ts
var src_scratch = __webpack_require__(1794);
// EXTERNAL MODULE: ./src/web-client.ts
var web_client = __webpack_require__(972);
// EXTERNAL MODULE: ../../main/node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(5496);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(4533);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(2601);
;// CONCATENATED MODULE: ./src/queue/journal.ts




/** What happened to a queue: one JSON object a line, so that a process that dies while it writes spoils one line at most. */
const eventSchema = schemas/* discriminatedUnion */.gMt('event', [
    schemas/* object */.Ikc({
        event: schemas/* literal */.euz('landed'),
        at: schemas/* number */.aig(),
        paths: schemas/* array */.YOg(schemas/* string */.YjP()),
        /** Of these, the ones whose place in the index is still open; left out: none. */
        open: schemas/* array */.YOg(schemas/* string */.YjP()).optional()
    }),
    schemas/* object */.Ikc({
        event: schemas/* literal */.euz('failed'),
        at: schemas/* number */.aig(),
        path: schemas/* string */.YjP(),
        code: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP(),
        hint: schemas/* string */.YjP().optional(),
        /** Milliseconds since 1970; null: the path is set aside. */
        retryAt: schemas/* number */.aig().nullable()
    }),
    /** Asked for again by hand: its failures are forgotten. */
    schemas/* object */.Ikc({ event: schemas/* literal */.euz('requeued'), at: schemas/* number */.aig(), path: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        event: schemas/* literal */.euz('destination-failed'),
        at: schemas/* number */.aig(),
        code: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP(),
        hint: schemas/* string */.YjP().optional(),
        isFinal: schemas/* boolean */.zMY()
    }),
    /** Queued by hand, so that it is an artifact whatever else was built. */
    schemas/* object */.Ikc({ event: schemas/* literal */.euz('named'), at: schemas/* number */.aig(), path: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ event: schemas/* literal */.euz('note'), at: schemas/* number */.aig(), text: schemas/* string */.YjP() })
]);
/** Characters of a reason that are kept: a build log may be megabytes. */
const longestReason = 2000;
/** From this size on, what is about paths that have left the queue is dropped, and what else is older than any job. */
const largestJournal = 1024 * 1024;
const longestJob = 7 * 86_400_000;
class Journal {
    file;
    constructor(file) {
        this.file = file;
    }
    append(...events) {
        if (events.length === 0)
            return;
        const lines = events.map((event) => {
            const bounded = 'reason' in event ? { ...event, reason: cut(event.reason) } : event;
            return `${JSON.stringify({ ...bounded, at: Date.now() })}\n`;
        });
        // An earlier writer's last line may be without its end.
        (0,external_node_fs_.appendFileSync)(this.file, `${this.isTorn() ? '\n' : ''}${lines.join('')}`, { mode: 0o600 });
    }
    read() {
        const history = {
            landed: new Set(),
            failures: new Map(),
            destination: null,
            notes: new Set()
        };
        for (const event of this.events())
            apply(history, event);
        return history;
    }
    /** Store paths that were queued by hand. */
    named() {
        return new Set(this.events().flatMap((each) => (each.event === 'named' ? [each.path] : [])));
    }
    /** Store paths that have landed and whose place in the index is open. */
    open() {
        const open = new Set();
        for (const each of this.events()) {
            if (each.event !== 'landed')
                continue;
            for (const path of each.paths)
                open.delete(path);
            for (const path of each.open ?? [])
                open.add(path);
        }
        return open;
    }
    /** Store paths. `time`: milliseconds since 1970. */
    landedSince(time) {
        return this.events().flatMap((each) => each.event === 'landed' && each.at >= time ? each.paths : []);
    }
    /**
     * For queues that live for months, once the file is large: keeps why these paths did not land, and all that the report at the end
     * of a job counts.
     */
    shorten(queued, now = Date.now()) {
        if (((0,external_node_fs_.statSync)(this.file, { throwIfNoEntry: false })?.size ?? 0) < largestJournal)
            return;
        const kept = this.events().filter((event) => 'path' in event ? queued.has(event.path) : event.at > now - longestJob);
        const made = `${this.file}.new`;
        (0,external_node_fs_.writeFileSync)(made, kept.map((event) => `${JSON.stringify(event)}\n`).join(''), { mode: 0o600 });
        (0,external_node_fs_.renameSync)(made, this.file);
    }
    events() {
        return this.text()
            .split('\n')
            .flatMap((line) => {
            const event = eventSchema.safeParse((0,src_text/* parseJson */.qF)(line));
            return event.success ? [event.data] : [];
        });
    }
    isTorn() {
        return !/(^|\n)$/.test(this.text());
    }
    text() {
        try {
            return (0,external_node_fs_.readFileSync)(this.file, 'utf8');
        }
        catch (error) {
            if ((0,errors/* codeOf */.$N)(error) === 'ENOENT')
                return '';
            throw error;
        }
    }
}
function apply(history, event) {
    switch (event.event) {
        case 'landed':
            for (const path of event.paths) {
                history.landed.add(path);
                history.failures.delete(path);
            }
            history.destination = null;
            break;
        case 'failed': {
            const { path, code, reason, hint, retryAt } = event;
            const attempts = (history.failures.get(path)?.attempts ?? 0) + 1;
            history.failures.set(path, { attempts, code, reason, hint, retryAt });
            break;
        }
        case 'requeued':
            history.failures.delete(event.path);
            break;
        case 'destination-failed': {
            const { code, reason, hint, isFinal } = event;
            const failures = (history.destination?.failures ?? 0) + 1;
            history.destination = { code, reason, hint, isFinal, failures };
            break;
        }
        case 'named':
            break;
        case 'note':
            history.notes.add(event.text);
            break;
    }
}
function cut(text) {
    return text.length > longestReason ? `${text.slice(0, longestReason)}…` : text;
}

// EXTERNAL MODULE: ./src/queue/layout.ts
var layout = __webpack_require__(6632);
// EXTERNAL MODULE: ./src/nix/derivation-graph.ts
var derivation_graph = __webpack_require__(9298);
// EXTERNAL MODULE: ./src/nix/derivers.ts
var nix_derivers = __webpack_require__(9622);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(353);
// EXTERNAL MODULE: ./src/nix/validity.ts
var validity = __webpack_require__(8316);
;// CONCATENATED MODULE: ./src/queue/roles.ts




/** Of each of the `candidates`. `others`: what was built beside them, as far as it is still there. */
async function rolesOf(nix, candidates, others) {
    const paths = candidates.map(({ storePath }) => storePath);
    const all = [...new Set([...paths, ...others])];
    const invalid = await (0,validity/* invalidPaths */.i)(nix, all);
    const derivers = await (0,nix_derivers/* validDerivers */.D)(nix, all.filter((path) => !invalid.has(path)));
    const builtWith = firstUses(await (0,derivation_graph/* queryDerivationGraph */.SV)(nix, [...new Set(derivers.values())]));
    const isKnownThen = (since, { queuedAt }) => since !== undefined && since <= queuedAt / 1000;
    const isPart = (drv, path) => isKnownThen(builtWith.get(drv), path);
    const undecided = candidates.flatMap((path) => {
        const drv = derivers.get(path.storePath);
        return drv === undefined || isPart(drv, path) ? [] : [drv];
    });
    const knownUses = firstUses(await usersOf(nix, undecided));
    return new Map(candidates.map((path) => {
        const drv = derivers.get(path.storePath);
        if (drv === undefined)
            return [path.storePath, 'artifact'];
        if (isPart(drv, path))
            return [path.storePath, 'part'];
        return [path.storePath, isKnownThen(knownUses.get(drv), path) ? 'open' : 'artifact'];
    }));
}
/** Derivation → when the first of these that are made with it came into the store. */
function firstUses(users) {
    const since = new Map();
    for (const { inputDrvs, registeredAt } of users.values()) {
        for (const drv of inputDrvs)
            since.set(drv, Math.min(registeredAt, since.get(drv) ?? Infinity));
    }
    return since;
}
/** The derivations in this machine's store that are made with one of these. */
async function usersOf(nix, drvPaths) {
    const referrers = await (0,run/* queryStore */.cZ)(nix, ['--query', '--referrers'], [...new Set(drvPaths)]);
    const users = [...new Set(referrers.filter(derivation_graph/* isDerivation */.qw))];
    return (0,derivation_graph/* queryDerivationGraph */.SV)(nix, users, { closure: false });
}

// EXTERNAL MODULE: ./src/nix/closure.ts
var nix_closure = __webpack_require__(4169);
// EXTERNAL MODULE: ./src/nix/command.ts
var command = __webpack_require__(7573);
// EXTERNAL MODULE: ./src/nix/substitute.ts
var substitute = __webpack_require__(9094);
// EXTERNAL MODULE: ./src/queue/store-words.ts
var store_words = __webpack_require__(2861);
;// CONCATENATED MODULE: ./src/queue/send-to-store.ts








/** Copies into any store of Nix's. `openNix` is called at each pass: it need not be there before. */
function sendToStore(destination, closure, openNix) {
    return async (paths) => {
        const nix = await openNix();
        for (const chunk of (0,command/* chunkOperands */.y)(await pathsToCopy(nix, paths, closure))) {
            for (const command of (0,substitute/* byKind */.Sb)(chunk, (operands) => copyCommand(destination, closure, operands))) {
                const ended = await (0,run/* runNix */.dI)(nix, command);
                if (ended.status === 0)
                    continue;
                await expectStore(nix, destination, ended.stderr);
                throw (0,run/* nixFailure */.M4)(ended, {
                    code: 'STORE_COPY_FAILED',
                    subject: destination.url,
                    reason: (0,run/* nixWords */.b3)(ended.stderr)
                });
            }
        }
        return [];
    };
}
/** `nix copy` takes the runtime closure by itself. */
async function pathsToCopy(nix, paths, closure) {
    if (closure !== 'binary')
        return (0,nix_closure/* queryClosure */.K4)(nix, paths, closure);
    const [missing] = await (0,validity/* invalidPaths */.i)(nix, paths);
    if (missing !== undefined)
        throw (0,validity/* missingStorePath */.T)(missing);
    return paths;
}
// Older versions (2.8) take the flag and look at the setting alone for `ssh-ng://` (RemoteStore::queryValidPaths).
const substituting = ['--substitute-on-destination', '--option', 'builders-use-substitutes', 'true'];
/** `operands`: `--` and paths, with `--derivation` before it for .drv files. */
function copyCommand({ url, checkSigs, substituteOnDestination }, closure, operands) {
    return {
        program: 'nix',
        args: [
            ...['copy', '--to', url],
            ...(closure === 'bare' ? ['--no-recursive'] : []),
            ...(checkSigs ? [] : ['--no-check-sigs']),
            ...(substituteOnDestination ? substituting : []),
            ...operands
        ]
    };
}
/** A copy failed: was it the store? Throws STORE_UNREACHABLE when its words say so, or when it cannot be opened either. */
async function expectStore(nix, { url }, stderr) {
    const wordsOf = (said) => (0,store_words/* unreachableWords */.Y)(url, nix.version.text, said);
    const unreachable = (reason) => new errors/* NarPublishError */.f9({ code: 'STORE_UNREACHABLE', subject: url, reason });
    if ((0,store_words/* isLasting */.d)(wordsOf(stderr)))
        throw unreachable(wordsOf(stderr));
    const ping = (0,nix_nix/* isAtLeast */.du)(nix.version, 2, 19) ? 'info' : 'ping';
    const ended = await (0,run/* runNix */.dI)(nix, { program: 'nix', args: ['store', ping, '--store', url] });
    if (ended.status !== 0)
        throw unreachable(wordsOf(ended.stderr));
}

;// CONCATENATED MODULE: ./src/queue/open-queue.ts









/** A queue's folder, memory and way to its destination. */
function openQueue(queue, place, environment, log) {
    const scratchParent = scratchOf(place, queue.name);
    (0,external_node_fs_.mkdirSync)(scratchParent, { recursive: true, mode: 0o700 });
    const quiet = { ...unattended(withoutHook(environment)), scratchParent };
    const { destination, closure } = queue;
    const openNix = () => (0,nix_nix/* openRunNix */.RC)({ environment: quiet, log });
    return {
        queue,
        folder: (0,layout/* linksFolder */.gw)(place, queue.name),
        journal: journalOf(place, queue.name),
        ...(destination.kind === 'git'
            ? {
                send: sendToGit(destination.inputs, quiet, log),
                rolesOf: async (candidates, others) => rolesOf(await openNix(), candidates, others)
            }
            : { send: sendToStore(destination, closure, openNix) }),
        log,
        nix: { env: quiet.childEnvironment }
    };
}
function journalOf(place, name) {
    return new Journal((0,layout/* stateFile */.Ed)(place, `${name}.jsonl`));
}
function scratchOf(place, name) {
    return (0,layout/* stateFile */.Ed)(place, `${name}.scratch`);
}
function lockOf(place, name) {
    return (0,layout/* stateFile */.Ed)(place, `${name}.lock`);
}
/** An environment whose Nix runs no hook: what publishing itself builds or copies is not queued again. */
function withoutHook(environment) {
    const { childEnvironment } = environment;
    // NIX_CONFIG goes before every file, and the last line counts.
    const config = `${childEnvironment['NIX_CONFIG'] ?? ''}\npost-build-hook =\n`;
    return { ...environment, childEnvironment: { ...childEnvironment, NIX_CONFIG: config } };
}
const sshOptions = '-oBatchMode=yes -oConnectTimeout=30 -oServerAliveInterval=15';
/**
 * An environment whose ssh asks nobody, as nobody answers in the background: about a password, or an unknown host. Nor does Nix's wait
 * for a host that is silent. Options of the user's own go before: of each, ssh takes the first.
 */
function unattended(environment) {
    const { childEnvironment } = environment;
    const given = childEnvironment['NIX_SSHOPTS'] ?? '';
    return {
        ...environment,
        childEnvironment: {
            ...childEnvironment,
            NIX_SSHOPTS: `${given} ${sshOptions}`.trim(),
            // Git's as well, which may have a desktop to open a window on.
            SSH_ASKPASS_REQUIRE: 'never'
        }
    };
}
const loadPublish = () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(494), __webpack_require__.e(988), __webpack_require__.e(276), __webpack_require__.e(196), __webpack_require__.e(672), __webpack_require__.e(778), __webpack_require__.e(378), __webpack_require__.e(98)]).then(__webpack_require__.bind(__webpack_require__, 5098));
/**
 * Loads what sending takes, which a queue that is only looked at does without. For a process that goes on for hours: its program's files may be
 * others by then, as of an action that a job builds anew, or of a clone that somebody updates.
 */
async function loadSending() {
    await Promise.all([loadPublish(), (0,client/* loadClient */.c)(), (0,web_client/* loadWebClient */.y)()]);
}
/** Publishes into a Git repository: each time one commit, and none when it holds everything already. */
function sendToGit(inputs, environment, log) {
    return async (paths, artifacts) => {
        const { publish } = await loadPublish();
        const scratch = (0,src_scratch/* makeScratch */.lP)(environment.scratchParent);
        try {
            const { error, report } = await publish({
                inputs: { ...inputs, paths: [...paths], artifacts },
                environment,
                scratch,
                log,
                timings: []
            });
            // The commit stands when it could not be read back; whatever else failed, did so for paths that are not in it.
            if (error !== null && error.code !== 'VERIFY_FAILED')
                throw error;
            return [
                ...(error === null ? [] : [`Reading back failed: ${error.message}`]),
                ...(report.signedBy.length === 0
                    ? ['No `signing-key` was given: what is published is unsigned.']
                    : [])
            ];
        }
        finally {
            (0,src_scratch/* removeScratch */.ZU)(scratch, environment.scratchParent);
        }
    };
}


/***/ }),

/***/ 2861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ unreachableWords),
/* harmony export */   d: () => (/* binding */ isLasting)
/* harmony export */ });
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(353);
/* harmony import */ var _process_tail_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3406);


/** What comes before Nix's own error, when a store cannot be opened, and is nothing about it. */
const noise = /^(?:warning:|Store URL:|copying \d|this derivation|@+$|@ .* @$)/;
/** Why a store cannot be opened. Nix only says that the connection failed: ssh's words, and the remote shell's, stand before that. */
function unreachableWords(url, nixVersion, stderr) {
    const words = (0,_nix_run_js__WEBPACK_IMPORTED_MODULE_0__/* .nixWords */ .b3)(stderr);
    if (url.startsWith('s3:') && words.includes("don't know how to open Nix store")) {
        return `this Nix (${nixVersion}) was built without S3: ${words}`;
    }
    if (!/^ssh(?:-ng)?:/.test(url))
        return words;
    const [before = ''] = (0,_process_tail_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutBlankRuns */ .Zy)(stderr).split(/^\s*error: /m);
    const said = (0,_process_tail_js__WEBPACK_IMPORTED_MODULE_1__/* .lastLines */ .w$)(before)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !noise.test(line));
    return [...said, words].join('\n');
}
// Of ssh, of Nix without S3, and of HTTP, in this order.
const lasting = /Host key verification failed|Permission denied \((?:[\w-]+,?)+\)|don't know how to open Nix store|HTTP error 40[13]\b/;
/** Whether somebody has to do something before a store with such words can be used: waiting does not help. */
function isLasting(words) {
    return lasting.test(words);
}


/***/ })

};
