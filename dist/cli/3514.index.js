export const id = 3514;
export const ids = [3514];
export const modules = {

/***/ 59369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   _n: () => (/* binding */ isAlive)
/* harmony export */ });
/* unused harmony export jobProcess */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);



function isAlive({ pid, startedAt }) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        // EPERM: there is one, of another user.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) !== 'EPERM')
            return false;
    }
    const start = startOf(pid);
    return start !== 'gone' && start === startedAt;
}
/** When a process began, in the kernel's ticks; `gone` also for one that has ended and was not waited for. Only Linux tells. */
function startOf(pid) {
    if ((0,node_os__WEBPACK_IMPORTED_MODULE_1__.platform)() !== 'linux')
        return 'unknown';
    const stat = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8'), '');
    // proc(5): the name in parentheses may hold anything; state is the third field and starttime the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'gone' : (fields[19] ?? 'gone');
}
/**
 * The process with whose end the job is over: our parent, where that is GitHub's runner. 0: not to be seen, as one that stands in between
 * (a shell, sudo) ends with the step. Where nothing tells what the parent is, it is taken for the runner.
 */
function jobProcess() {
    const { ppid } = process;
    const name = attempt(() => readFileSync(`/proc/${ppid}/comm`, 'utf8').trim(), null);
    return name === null || name === 'Runner.Worker' ? ppid : 0;
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
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55927);
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

/***/ 95786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readNixSettings),
/* harmony export */   x: () => (/* binding */ userConfFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84280);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59094);



/** Nix's settings as this user's commands have them, by name. */
async function readNixSettings(nix) {
    // So it was called before 2.20, and others that count otherwise may call it so.
    const old = { program: 'nix', args: ['show-config'] };
    const now = (0,_nix_js__WEBPACK_IMPORTED_MODULE_1__/* .isAtLeast */ .du)(nix.version, 2, 20)
        ? await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .runNix */ .dI)(nix, { program: 'nix', args: ['config', 'show'] })
        : null;
    const text = now?.status === 0 ? now.stdout : await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .expectNix */ .lr)(nix, old);
    const settings = text.split('\n').map((line) => /^([\w-]+) = ?(.*)$/.exec(line));
    return new Map(settings.flatMap((match) => (match?.[1] === undefined ? [] : [[match[1], match[2] ?? '']])));
}
/**
 * The files with this user's own settings, absolute, the one that goes before the others first. NIX_USER_CONF_FILES takes the place of
 * Nix's usual ones: whoever sets it keeps these in the list.
 */
function userConfFiles(env) {
    const given = env['NIX_USER_CONF_FILES'];
    if (given !== undefined && given !== '')
        return given.split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);
    const home = env['XDG_CONFIG_HOME'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(env['HOME'] ?? '/', '.config');
    const others = (env['XDG_CONFIG_DIRS'] ?? '/etc/xdg').split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);
    return [home, ...others].map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'nix', 'nix.conf'));
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


/***/ }),

/***/ 55927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l4: () => (/* binding */ emptyMemory),
  lP: () => (/* binding */ makeScratch),
  v$: () => (/* reexport */ removeFolder),
  ZU: () => (/* reexport */ removeScratch),
  R4: () => (/* binding */ scratchInMemory),
  X_: () => (/* reexport */ sharedMemory)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/error-guide.ts
var error_guide = __webpack_require__(65656);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/holder.ts
var holder = __webpack_require__(59369);
;// CONCATENATED MODULE: ./src/remove-scratch.ts
// On its own: nearly every post step does nothing else, and needs nothing else for it.


/** What the names of scratch folders begin with. */
const scratchPrefix = 'nar-publish-';
/** Where Linux has files in memory, for every user. */
const sharedMemory = '/dev/shm';
/** In a scratch folder: the link to the part of it that is in memory. */
const linkToMemory = 'in-memory';
/**
 * Removes a scratch folder. Refuses (silently) what
 * `makeScratch` cannot have made in `parent`, as the post step takes the name from saved state.
 */
function removeScratch(folder, parent) {
    const path = (0,external_node_path_.resolve)(folder);
    if ((0,external_node_path_.dirname)(path) !== (0,external_node_path_.resolve)(parent) || !(0,external_node_path_.basename)(path).startsWith(scratchPrefix))
        return;
    removeWhole(path);
}
/** A scratch folder with its part in memory, which is one that `makeScratch` made there. */
function removeWhole(scratch) {
    try {
        removeScratch((0,external_node_fs_.readlinkSync)((0,external_node_path_.join)(scratch, linkToMemory)), (0,external_node_fs_.realpathSync)(sharedMemory));
    }
    catch {
        // It has none, or the next run sweeps it.
    }
    removeFolder(scratch);
}
/** With all in it, when it is there. The folders of a Nix store are read-only, and are opened for it. */
function removeFolder(path) {
    // Something may still be written there while a run is interrupted.
    const remove = () => {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
    };
    try {
        remove();
    }
    catch {
        makeRemovable(path);
        remove();
    }
}
function makeRemovable(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true)
        return;
    if ((found.mode & 0o700) !== 0o700)
        (0,external_node_fs_.chmodSync)(path, 0o700);
    for (const entry of (0,external_node_fs_.readdirSync)(path, { withFileTypes: true })) {
        if (entry.isDirectory())
            makeRemovable((0,external_node_path_.join)(path, entry.name));
    }
}

;// CONCATENATED MODULE: ./src/scratch.ts









/**
 * A folder of this run's own, readable by this user only: packed NARs, garbage-collector roots, the fresh store. `owner`: the process with
 * whose end it may go; its name says who that is, and those of owners that were killed are removed here. Throws TMPDIR_UNUSABLE, DISK_FULL, FILES_EXHAUSTED.
 */
function makeScratch(parent, owner = process.pid) {
    sweepScratch(parent);
    try {
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, `${scratchPrefix}${ownerMark(owner)}`));
    }
    catch (thrown) {
        const error = (0,errors/* asNarPublishError */.tS)(thrown);
        throw error.code === 'FILE_UNUSABLE'
            ? error.with({
                code: 'TMPDIR_UNUSABLE',
                subject: parent,
                hint: error_guide/* errorGuide */.r.TMPDIR_UNUSABLE.fix
            })
            : error;
    }
}
/**
 * The part of a scratch folder that is in memory: made when it is first asked for, and removed with the scratch folder, however that
 * comes about. Throws when this machine has no such place.
 */
function scratchInMemory(scratch) {
    const link = (0,external_node_path_.join)(scratch, linkToMemory);
    const known = (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readlinkSync)(link), null);
    if (known !== null)
        return known;
    const made = makeScratch((0,external_node_fs_.realpathSync)(sharedMemory));
    (0,external_node_fs_.symlinkSync)(made, link);
    return made;
}
/** Removes what is in the part of a scratch folder that is in memory, if it has one. */
function emptyMemory(scratch) {
    const memory = (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readlinkSync)((0,external_node_path_.join)(scratch, linkToMemory)), null);
    if (memory === null)
        return;
    for (const name of (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readdirSync)(memory), []))
        removeFolder((0,external_node_path_.join)(memory, name));
}
/** The machine, its boot and its process ids' namespace, where a process id means something: four characters for each. */
function marksOfPlace() {
    const mark = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('base64url').slice(0, 4);
    return [
        mark((0,external_node_os_.hostname)()),
        mark((0,errors/* attempt */.CD)(() => (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8'), '')),
        mark((0,errors/* attempt */.CD)(() => (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid'), ''))
    ];
}
/** `<pid>.<start>.<place>-`; nothing when the process is not to be seen from here, as the runner outside of a container: such a folder is never swept. */
function ownerMark(pid) {
    const startedAt = pid > 0 ? (0,holder/* startOf */.GH)(pid) : 'gone';
    return startedAt === 'gone' ? '' : `${pid}.${startedAt}.${marksOfPlace().join('')}-`;
}
const marked = /^nar-publish-(\d+)\.(\w+)\.([\w-]{4})([\w-]{4})([\w-]{4})-\w{6}$/;
/** Removes what runs left that were killed: folders of this user's alone whose owner has ended for sure. */
function sweepScratch(parent) {
    for (const name of (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readdirSync)(parent), [])) {
        if (!isAbandoned(name))
            continue;
        const path = (0,external_node_path_.join)(parent, name);
        (0,errors/* attempt */.CD)(() => {
            const found = (0,external_node_fs_.lstatSync)(path);
            if (found.isDirectory() && found.uid === process.getuid?.())
                removeWhole(path);
        }, undefined);
    }
}
function isAbandoned(name) {
    const [, pid, startedAt = '', ...place] = marked.exec(name) ?? [];
    if (pid === undefined)
        return false;
    const owner = { pid: Number(pid), startedAt };
    const [machine, boot, namespace] = marksOfPlace();
    if (place[0] !== machine)
        return false;
    // Before this boot of the machine: nobody of that time lives.
    if (place[1] !== boot)
        return true;
    return place[2] === namespace && !(0,holder/* isAlive */._n)(owner);
}


/***/ })

};
