export const id = 8512;
export const ids = [8512];
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

/***/ 83296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18154);

/**
 * `builtins.compareVersions` exactly: -1, 0 or 1. Source: Nix's src/libstore/names.cc (`nextComponent`, `componentsLT`);
 * 2.8 and 2.26 agree. It is a total preorder: `1.0` and `1-0` are equal.
 */
function compareVersions(a, b) {
    const left = components(a);
    const right = components(b);
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const order = compareComponents(left[i] ?? '', right[i] ?? '');
        if (order !== 0)
            return order < 0 ? -1 : 1;
    }
    return 0;
}
/** Runs of digits, and runs of what is neither a digit nor a separator. */
function components(version) {
    return version.match(/[0-9]+|[^0-9.-]+/g) ?? [];
}
/** `pre`, then the end of the version, then words by their bytes, then numbers by their value. */
function compareComponents(a, b) {
    const kind = kindOf(a) - kindOf(b);
    if (kind !== 0)
        return kind;
    return kindOf(a) === number ? Number(a) - Number(b) : (0,_byte_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .X)(a, b);
}
const number = 3;
function kindOf(component) {
    if (component === 'pre')
        return 0;
    if (component === '')
        return 1;
    // Nix reads numbers as a C int; digits that do not fit (a date with its time) are a word, and so older than any number.
    return /^[0-9]+$/.test(component) && Number(component) <= 0x7fffffff ? number : 2;
}


/***/ }),

/***/ 28623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ downloaderOf),
/* harmony export */   N: () => (/* binding */ FinalAnswer)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94390);
/* harmony import */ var _web_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23117);




/** Silence after which a connection is given up, in milliseconds. */
const socketTimeout = 30_000;
/** Tries to get an answer; a body that breaks off is the caller's to ask for again. */
const attempts = 4;
const longestWait = 60_000;
/** The cause of a DOWNLOAD_FAILED: the host was reached, and does not give the file. */
class FinalAnswer extends Error {
}
/** Gives files as they come; proxies are honoured. Throws DOWNLOAD_FAILED. */
function downloaderOf(log) {
    const client = (allowRedirects) => (0,_web_client_js__WEBPACK_IMPORTED_MODULE_2__/* .webClient */ .q)({ socketTimeout, keepAlive: true, allowRedirects });
    const clients = { direct: client(false), redirected: client(true) };
    return ({ url, credentials, mayRedirect }) => read(mayRedirect ? clients.redirected : clients.direct, url, credentials, log);
}
async function* read(client, url, credentials, log) {
    const headers = credentials === null
        ? {}
        : {
            authorization: `Basic ${Buffer.from(`${credentials.login}:${credentials.password}`).toString('base64')}`
        };
    for (let attempt = 1;; attempt++) {
        let reason;
        let wait = 1000 * 2 ** attempt;
        try {
            const { message } = await (await client()).get(url, headers);
            const status = message.statusCode ?? 0;
            if (status === 200) {
                yield* wholeBody(message, url);
                return;
            }
            message.destroy();
            reason = `the answer is ${status}`;
            wait = Math.max(wait, (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_3__/* .retryAfterMs */ .V)(message.headers['retry-after'], Date.now()) ?? 0);
            if (status < 500 && status !== 429)
                throw failed(url, reason, new FinalAnswer(reason));
        }
        catch (cause) {
            if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9)
                throw cause;
            reason = cause instanceof Error ? cause.message : String(cause);
        }
        if (attempt === attempts || wait > longestWait)
            throw failed(url, reason);
        const line = `${url}: ${reason}; again in ${wait / 1000} s`;
        if (attempt > 1 || wait >= 10_000)
            log.info(line);
        else
            log.debug(line);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait);
    }
}
async function* wholeBody(body, url) {
    try {
        yield* body;
    }
    catch (cause) {
        throw failed(url, cause instanceof Error ? cause.message : 'the connection broke', cause);
    }
}
function failed(url, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({ code: 'DOWNLOAD_FAILED', subject: url, reason, cause });
}


/***/ }),

/***/ 16618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ attributesOf),
/* harmony export */   z: () => (/* binding */ mapTexts)
/* harmony export */ });
/** Switches, which Nix 2.26 writes to the environment as it writes other booleans, and wants back as booleans. */
const switches = ['__structuredAttrs', '__contentAddressed', '__impure'];
/** What a derivation was made of. */
function attributesOf(derivation) {
    const { env, structuredAttrs, args, outputs } = derivation;
    if (structuredAttrs !== null)
        return { ...structuredAttrs, args, __structuredAttrs: true };
    const attributes = Object.fromEntries(
    // Nix sets the outputs' variables itself.
    Object.entries(env).filter(([name]) => !outputs.has(name)));
    for (const name of switches)
        if (name in attributes)
            attributes[name] = attributes[name] !== '';
    if (env['outputs'] !== undefined)
        attributes['outputs'] = env['outputs'].split(' ');
    return { ...attributes, args };
}
/** The same value with each text in it replaced; names of attributes stay. */
function mapTexts(value, replace) {
    if (typeof value === 'string')
        return replace(value);
    if (Array.isArray(value))
        return value.map((one) => mapTexts(one, replace));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, replace)]));
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

/***/ 72370:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YT: () => (/* binding */ realiseFixedOutputs)
/* harmony export */ });
/* unused harmony exports isCertainlyGone, findFetchError */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _build_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2403);
/* harmony import */ var _derivations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32393);
/* harmony import */ var _hash_mismatch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2632);
/* harmony import */ var _realise_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33396);





/**
 * Realises fixed-output derivations at once, whatever their hashes: each that has a wrong one tells the right one. The build log
 * goes to the log, fenced. Throws NIX_FAILED when a derivation is not in the store, DISK_FULL, NIX_MISSING.
 */
async function realiseFixedOutputs(nix, drvPaths, log) {
    const derivations = await (0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .readDerivations */ .rj)(nix, drvPaths, { closure: false });
    const wanted = [...derivations.values()].map(({ drvPath, outputs }) => ({
        drvPath,
        outputs: [...outputs].flatMap(([name, { path }]) => (path === null ? [] : [{ name, path }]))
    }));
    const { failed, unexplained, exit, blocks } = await (0,_realise_js__WEBPACK_IMPORTED_MODULE_4__/* .realise */ .Yb)(nix, wanted, {
        substituters: [],
        gcRootsDirectory: nix.roots,
        log
    });
    const round = new Map(drvPaths.map((drvPath) => [drvPath, { kind: 'valid' }]));
    const mismatches = (0,_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_3__/* .hashMismatches */ .F)(blocks);
    const found = new Map(mismatches.map(({ drvPath, got }) => [drvPath, got]));
    for (const [{ drvPath }, culprits] of failed) {
        // What is no part of the round would fail in each further one too.
        const culprit = culprits.find((one) => !derivations.has(one.drvPath)) ?? culprits[0];
        const isOwn = culprit.drvPath === drvPath;
        const got = found.get(drvPath);
        if (got !== undefined)
            round.set(drvPath, { kind: 'mismatch', got });
        else if (!isOwn && derivations.has(culprit.drvPath))
            round.set(drvPath, { kind: 'waiting', culprit: culprit.drvPath });
        else {
            const mismatch = mismatches.find((one) => one.drvPath === culprit.drvPath);
            const result = await explain(nix, drvPath, culprit);
            const isDrift = result.kind === 'failed' && mismatch !== undefined;
            round.set(drvPath, isDrift ? { ...result, mismatch } : result);
        }
    }
    for (const { drvPath } of unexplained) {
        const name = derivations.get(drvPath)?.name ?? drvPath;
        round.set(drvPath, {
            kind: 'failed',
            isGone: false,
            error: (0,_realise_js__WEBPACK_IMPORTED_MODULE_4__/* .unexplainedFailure */ .UC)(name, drvPath, exit)
        });
    }
    return round;
}
async function explain(nix, drvPath, culprit) {
    if ((0,_build_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .needsOtherMachine */ .Ni)(culprit.reason)) {
        return { kind: 'needs-machine', culprit: culprit.drvPath, reason: culprit.reason };
    }
    const log = await (0,_realise_js__WEBPACK_IMPORTED_MODULE_4__/* .readLogTail */ .Ty)(nix, culprit.drvPath);
    const described = await (0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .readDerivations */ .rj)(nix, [culprit.drvPath], { closure: false });
    const derivation = described.get(culprit.drvPath);
    const reason = (0,_realise_js__WEBPACK_IMPORTED_MODULE_4__/* .failureReason */ .Hr)(drvPath, culprit, log);
    const fetched = derivation === undefined ? null : fetchFailure(derivation, culprit, log);
    return {
        kind: 'failed',
        isGone: fetched !== null && culprit.drvPath === drvPath && isCertainlyGone(log),
        error: new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: fetched === null ? 'BUILD_FAILED' : 'FETCH_FAILED',
            subject: derivation?.name ?? culprit.drvPath,
            reason: fetched === null ? reason : `${fetched}; ${reason}`,
            builds: [{ drvPath: culprit.drvPath, lines: log }]
        })
    };
}
/** Only what has a fixed output may use the network; the words in another one's log are about something else. */
function fetchFailure(derivation, { reason }, log) {
    const error = (0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .fixedOutputOf */ .RS)(derivation) === null ? null : findFetchError(`${log}\n${reason}`);
    if (error === null)
        return null;
    const urls = (0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .urlsOf */ .Wn)(derivation);
    const what = urls.length === 0 ? 'what it fetches' : urls.join(' or ');
    return `${what} is not to be had: ${error.status === null ? error.line : `HTTP ${error.status}`}`;
}
/** How fetchers tell the status: curl; Nix; wget; Go; Cargo; npm; pnpm; Python. */
const statuses = [
    /The requested URL returned error: ([45]\d\d)/,
    /HTTP error ([45]\d\d)/i,
    /awaiting response\.\.\. ([45]\d\d)/,
    /https?:\S+: ([45]\d\d) [A-Z]/,
    /HTTP response from .*, got ([45]\d\d)/,
    /npm (?:ERR!|error) ([45]\d\d) /,
    /ERR_PNPM_FETCH_([45]\d\d)/
];
/** What they say when there is no answer. */
const outages = [
    /could(?:n.t| not) resolve (?:host|proxy)/i,
    /unable to resolve host|name or service not known|failure in name resolution|no such host/i,
    /connection (?:refused|reset|timed out)|operation timed out|TLS handshake timeout/i,
    /(?:could(?:n.t| not)|failed to|unable to) connect to /i,
    /network is unreachable|no route to host/i,
    /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b/
];
/** Or an answer without a status. */
const words = [
    ...outages,
    /^curl: \(\d+\)|cannot download .* from any mirror/,
    /unable to download '/,
    /^fatal: (?:unable to access|repository .* not found|could not read Username)/,
    /^fatal: (?:couldn't find remote ref|Remote branch .* not found)/i
];
/** Nobody was asked who might have it and gave no answer; a name that Git does not find is none. */
function isCertainlyGone(log) {
    const said = statuses.flatMap((pattern) => [...log.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(([, status]) => Number(status)));
    const isNoRef = /^fatal: (?:couldn't find remote ref|Remote branch .* not found)/im.test(log);
    const isOutage = outages.some((pattern) => pattern.test(log));
    return (!isOutage && (isNoRef || said.length > 0) && said.every((status) => [404, 410].includes(status)));
}
/** Finds the words of a network's or server's refusal in the log of something that fetches; null: it failed for another reason. */
function findFetchError(log) {
    const lines = log.split('\n').map((line) => line.trim());
    for (const pattern of statuses) {
        for (const line of lines) {
            const status = pattern.exec(line)?.[1];
            if (status !== undefined)
                return { line, status: Number(status) };
        }
    }
    const line = lines.find((line) => words.some((pattern) => pattern.test(line)));
    return line === undefined ? null : { line, status: null };
}


/***/ }),

/***/ 97095:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ instantiate)
/* harmony export */ });
/* unused harmony export instantiateCommand */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _gc_roots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44681);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59094);







const instantiateExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "instantiate.nix", 'utf8');
const answer = zod__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ drvPath: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }).catchall(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()));
/**
 * Writes the derivations of all recipes to the store, by the recipes' names. `folder`: for scratch. Throws REBUILD_FAILED when Nix
 * does not take one.
 */
async function instantiate(nix, recipes, folder) {
    if (recipes.size === 0)
        return new Map();
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const scratch = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'recipes-'));
    try {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(scratch, 'recipes.json');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(file, writeRecipes(recipes));
        const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .runNix */ .dI)(nix, instantiateCommand(file), { onStderr: (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdTraced */ .nW)(nix) });
        if (ended.status !== 0)
            throw refused(recipes, (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .nixWords */ .b3)(ended.stderr), (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .nixFailure */ .M4)(ended));
        const made = readAnswer(recipes, ended.stdout);
        const drvPaths = [...made.values()].map(({ drvPath }) => drvPath);
        const [lost] = await (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdDerivations */ .Yw)(nix, drvPaths);
        if (lost !== undefined)
            throw refused(recipes, `${lost} was garbage-collected at once`, null);
        return made;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(scratch, { recursive: true });
    }
}
function instantiateCommand(recipesFile) {
    return {
        program: 'nix-instantiate',
        args: [
            ...['--eval', '--strict', '--json', '--read-write-mode'],
            // Whatever nix.conf allows foreign expressions: this one is ours.
            ...['--option', 'pure-eval', 'false', '--option', 'restrict-eval', 'false'],
            ...['--argstr', 'recipesFile', recipesFile],
            ...['--expr', instantiateExpression]
        ]
    };
}
function writeRecipes(recipes) {
    const written = [...recipes].map(([name, recipe]) => [
        name,
        { ...recipe, attributes: JSON.stringify(recipe.attributes) }
    ]);
    return JSON.stringify(Object.fromEntries(written));
}
function readAnswer(recipes, json) {
    let made;
    try {
        made = answer.parse(JSON.parse(json));
    }
    catch (cause) {
        throw refused(recipes, 'Nix answered in a way that this version does not know', cause);
    }
    return new Map(Object.entries(made).map(([name, { drvPath, ...outputs }]) => [
        name,
        { drvPath, outputs: new Map(Object.entries(outputs)) }
    ]));
}
function refused(recipes, reason, cause) {
    const names = [...recipes.values()].map(({ attributes: { name } }) => String(name));
    const few = [...new Set(names)].slice(0, 5);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
        code: 'REBUILD_FAILED',
        subject: few.join(', ') + (names.length > few.length ? ', …' : ''),
        reason,
        cause
    });
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

/***/ 38985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ nothingRebuilt),
  M: () => (/* binding */ rebuildDerivations)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/nix/attributes.ts
var nix_attributes = __webpack_require__(16618);
// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
;// CONCATENATED MODULE: ./src/nix/change-attributes.ts


/** `fixed`: texts that stay; `rewriteHashes`: see `hashRewriter`. */
function changeAttributes(attributes, { digest, replaceText = String, system }, fixed, rewriteHashes) {
    const replace = replaceBetween(fixed, (text) => rewriteHashes(replaceText(text)));
    const { outputHash, ...others } = attributes;
    return {
        ...(0,nix_attributes/* mapTexts */.z)(others, replace),
        // Not by its text: another derivation may have had the same placeholder.
        ...(outputHash === undefined
            ? {}
            : { outputHash: digest === undefined ? outputHash : writeLike(outputHash, digest) }),
        ...(system === undefined ? {} : { system })
    };
}
/** Writes new hashes where old ones stand, in their encoding; `changes`: old and new. */
function hashRewriter(changes) {
    const news = new Map();
    for (const [old, digest] of changes) {
        const texts = (0,binary_cache_digest/* hashTexts */.tX)(digest);
        for (const [index, text] of (0,binary_cache_digest/* hashTexts */.tX)(old).entries())
            news.set(text, texts[index] ?? text);
    }
    return replaceEach([...news.keys()], (text) => news.get(text) ?? text);
}
function replaceEach(texts, replace) {
    if (texts.length === 0)
        return String;
    const pattern = new RegExp(anyOf(texts), 'g');
    return (text) => text.replace(pattern, replace);
}
/** Leaves these texts alone. */
function replaceBetween(texts, replace) {
    if (texts.length === 0)
        return replace;
    const pattern = new RegExp(`(${anyOf(texts)})`);
    return (text) => text
        .split(pattern)
        .map((part, index) => (index % 2 === 0 ? replace(part) : part))
        .join('');
}
/** The longest first: one may begin as another one does. */
function anyOf(texts) {
    const escaped = texts.map((text) => text.replace(/[.+?]/g, (character) => `\\${character}`));
    return escaped.toSorted((a, b) => b.length - a.length).join('|');
}
/** A digest as `outputHash` had the old one: with its algorithm in front or without, in its encoding. */
function writeLike(old, digest) {
    const text = typeof old === 'string' ? old : '';
    const form = (0,binary_cache_digest/* readHash */.Pp)(text, digest.algorithm)?.form ?? 'sri';
    if (form === 'sri')
        return (0,binary_cache_digest/* sriOf */.wM)(digest);
    return (text.includes(':') ? `${digest.algorithm}:` : '') + (0,binary_cache_digest/* encodeDigest */.j6)(digest, form);
}

// EXTERNAL MODULE: ./src/nix/derivations.ts
var nix_derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/nix/instantiate.ts
var instantiate = __webpack_require__(97095);
;// CONCATENATED MODULE: ./src/nix/rebuild.ts






function nothingRebuilt() {
    return { made: new Map(), faithful: new Set() };
}
/**
 * Makes each wanted derivation again with the changes, and on the way what lies between: the very derivations that an evaluation
 * would give if the changes were in its source, without evaluating. Unchanged ones stay what they are. `derivations`: the
 * closure of those wanted. `folder`: for scratch. `before`: what earlier calls made; this one's is added.
 *
 * Throws REBUILD_FAILED when it cannot be done faithfully: the derivation has no fixed paths (content-addressed), or made again
 * without any change it is another one (dynamic outputs, numbers or text that JSON does not carry). Then only an evaluation helps.
 */
async function rebuildDerivations(nix, derivations, changes, wanted, folder, before = nothingRebuilt()) {
    const affected = affectedBy(derivations, changes, wanted);
    const rewriteHashes = hashRewriter(changedHashes(affected, changes));
    const recipes = new Map();
    const known = new Map();
    const keys = new Map();
    // Those that others need come first.
    for (const [drvPath, derivation] of affected) {
        refuseUnknownPaths(derivation);
        const attributes = (0,nix_attributes/* attributesOf */.T)(derivation);
        const change = changes.get(drvPath) ?? {};
        const fixed = fixedTexts(derivations, derivation);
        const changed = changeAttributes(attributes, change, fixed, rewriteHashes);
        if (!before.faithful.has(drvPath)) {
            const asIs = { affected: new Map(), known: new Map() };
            recipes.set(asItWas(drvPath), recipeOf(derivations, derivation, attributes, asIs));
        }
        const recipe = recipeOf(derivations, derivation, changed, { affected, known });
        const key = keyOf(recipe);
        const made = key === null ? undefined : before.made.get(key);
        if (made !== undefined)
            known.set(drvPath, made);
        else
            recipes.set(drvPath, recipe);
        if (key !== null)
            keys.set(drvPath, key);
    }
    const made = new Map([...(await (0,instantiate/* instantiate */.F)(nix, recipes, folder)), ...known]);
    for (const { drvPath } of affected.values()) {
        if (before.faithful.has(drvPath))
            continue;
        if (made.get(asItWas(drvPath))?.drvPath !== drvPath) {
            throw unfaithful(drvPath, 'made again without any change, it is another derivation');
        }
        before.faithful.add(drvPath);
    }
    for (const [drvPath, key] of keys) {
        const one = made.get(drvPath);
        if (one !== undefined)
            before.made.set(key, one);
    }
    return new Map(wanted.map((drvPath) => [drvPath, made.get(drvPath) ?? unchanged(derivations, drvPath)]));
}
/** What tells all that comes of a recipe; null: others come into it. */
function keyOf(recipe) {
    const inputs = [...recipe.inputDrvs, ...recipe.inputSrcs];
    return inputs.some((input) => 'recipe' in input) ? null : JSON.stringify(recipe);
}
/** Name of the recipe that must give the same derivation. */
function asItWas(drvPath) {
    return `${drvPath} as it was`;
}
/** Those that are changed, or need one that is, among what the wanted ones are built from. */
function affectedBy(derivations, changes, wanted) {
    const affected = new Map();
    const seen = new Set();
    const isAffected = (drvPath) => {
        if (seen.has(drvPath))
            return affected.has(drvPath);
        seen.add(drvPath);
        const derivation = derivations.get(drvPath);
        if (derivation === undefined)
            return false;
        // All of them, not the first one found: each is to be made again.
        const inputs = (0,nix_derivations/* inputsOf */.Vc)(derivation).filter(isAffected);
        if (inputs.length === 0 && !changes.has(drvPath))
            return false;
        affected.set(drvPath, derivation);
        return true;
    };
    wanted.forEach(isAffected);
    return affected;
}
/** `affected`: those that have recipes of their own, but for the `known` ones, which are made; what stands for their paths is theirs. */
function recipeOf(derivations, derivation, attributes, { affected, known }) {
    const inputOf = (path) => {
        const made = known.get(path);
        if (made !== undefined)
            return { path: made.drvPath };
        return affected.has(path) ? { recipe: path } : { path };
    };
    const replaced = (0,nix_derivations/* inputsOf */.Vc)(derivation).flatMap((drvPath) => {
        const paths = pathsOf(drvPath, derivations.get(drvPath));
        const made = known.get(drvPath);
        if (made !== undefined) {
            return paths.map(({ text, output }) => ({
                text,
                by: (0,store_path/* storePathBaseName */.R5)(pathIn(made, output))
            }));
        }
        return affected.has(drvPath) ? paths.map((path) => ({ ...path, recipe: drvPath })) : [];
    });
    return {
        attributes,
        replaced,
        inputDrvs: [...derivation.inputDrvs].map(([path, outputs]) => ({ ...inputOf(path), outputs })),
        inputSrcs: derivation.inputSrcs.map(inputOf)
    };
}
function pathIn({ drvPath, outputs }, output) {
    return output === 'drvPath' ? drvPath : (outputs.get(output) ?? drvPath);
}
/** How texts name a .drv and its outputs: by base name, which full paths have in them. */
function pathsOf(drvPath, derivation) {
    const outputs = [...(derivation?.outputs ?? [])].flatMap(([output, { path }]) => path === null ? [] : [{ text: (0,store_path/* storePathBaseName */.R5)(path), output }]);
    return [{ text: (0,store_path/* storePathBaseName */.R5)(drvPath), output: 'drvPath' }, ...outputs];
}
/** Old and new: a hash may stand in other texts than `outputHash` too, its own derivation's and those of others on the way. */
function changedHashes(affected, changes) {
    return [...affected].flatMap(([drvPath, derivation]) => {
        const old = (0,nix_derivations/* fixedOutputOf */.RS)(derivation);
        const digest = changes.get(drvPath)?.digest;
        return old === null || digest === undefined ? [] : [[old.digest, digest]];
    });
}
/** Base names of inputs: what changes them is the inputs' own. */
function fixedTexts(derivations, derivation) {
    const given = (0,nix_derivations/* inputsOf */.Vc)(derivation).flatMap((drvPath) => pathsOf(drvPath, derivations.get(drvPath)));
    return [...given.map(({ text }) => text), ...derivation.inputSrcs.map(store_path/* storePathBaseName */.R5)];
}
function refuseUnknownPaths({ drvPath, outputs }) {
    const unknown = [...outputs].find(([, { path }]) => path === null)?.[0];
    if (unknown !== undefined) {
        throw unfaithful(drvPath, `the path of its output "${unknown}" is known only once it is built`);
    }
}
function unchanged(derivations, drvPath) {
    const outputs = [...(derivations.get(drvPath)?.outputs ?? [])].flatMap(([name, { path }]) => path === null ? [] : [[name, path]]);
    return { drvPath, outputs: new Map(outputs) };
}
function unfaithful(subject, reason) {
    return new errors/* NarPublishError */.f9({ code: 'REBUILD_FAILED', subject, reason });
}


/***/ }),

/***/ 49508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ transplantRecipe),
/* harmony export */   s: () => (/* binding */ transplant)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16618);
/* harmony import */ var _derivations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32393);
/* harmony import */ var _instantiate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97095);





/** What may differ between two systems' fetches of the same shape. */
const mayVary = [
    ...['name', 'pname', 'version', 'system'],
    ...['url', 'urls', 'outputHash', 'outputHashAlgo']
];
/** What macOS' sandbox reads; nixpkgs adds it there, and fetchers do not care. */
const sandboxOnly = [
    '__darwinAllowLocalNetworking',
    '__impureHostDeps',
    '__propagatedImpureHostDeps',
    '__propagatedSandboxProfile',
    '__sandboxProfile'
];
/** With any of these, nixpkgs' `fetchurl` does not merely download. */
const fetchOptions = ['curlOpts', 'curlOptsList', 'netrcPhase', 'buildCommand', 'executable'];
/** Stands for a text of the derivation's own; JSON has none such. */
const mark = '\u0001';
const storePathPattern = new RegExp(`(${_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storePathsInText */ .OF.source})`);
/**
 * Makes derivations for this machine that fetch what `foreign` ones, for other systems, do: see `transplantRecipe`. By their .drv paths;
 * those for which there is no way are left out. `folder`: for scratch.
 */
async function transplant(nix, foreign, candidates, folder) {
    const recipes = new Map();
    for (const derivation of foreign) {
        const recipe = transplantRecipe(derivation, candidates);
        if (recipe !== null)
            recipes.set(derivation.drvPath, recipe);
    }
    return (0,_instantiate_js__WEBPACK_IMPORTED_MODULE_3__/* .instantiate */ .F)(nix, recipes, folder);
}
/**
 * The texts of `foreign` over the tools of a candidate, which must be of the same shape apart from names and URLs; without one, a
 * plain download is left to Nix itself. `candidates`: fixed-output derivations that this machine can build, with all they need in
 * the store. null: there is no way that is known to give the same bytes.
 */
function transplantRecipe(foreign, candidates) {
    const urls = (0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .urlsOf */ .Wn)(foreign);
    if ((0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .fixedOutputOf */ .RS)(foreign) === null || urls.length === 0)
        return null;
    if (storePathPattern.test(JSON.stringify(varying(foreign))))
        return null;
    const wanted = skeletonOf(foreign);
    // Such content is one machine's, not one URL's.
    if (/\$\{?system\b/.test(wanted))
        return null;
    const candidate = candidates.find((candidate) => skeletonOf(candidate) === wanted);
    return candidate === undefined ? plainDownload(foreign, urls) : withToolsOf(candidate, foreign);
}
function varying(derivation) {
    return pick((0,_attributes_js__WEBPACK_IMPORTED_MODULE_4__/* .attributesOf */ .T)(derivation), (name) => mayVary.includes(name));
}
/** What does not vary, as JSON cut at its store paths: texts at even places, paths at odd ones. */
function cutAtPaths(derivation) {
    const isCommon = (name) => ![...mayVary, ...sandboxOnly].includes(name);
    return JSON.stringify(pick((0,_attributes_js__WEBPACK_IMPORTED_MODULE_4__/* .attributesOf */ .T)(derivation), isCommon)).split(storePathPattern);
}
const skeletons = new WeakMap();
/** What two fetches of the same shape have in common. */
function skeletonOf(derivation) {
    const skeleton = skeletons.get(derivation) ?? makeSkeleton(derivation);
    skeletons.set(derivation, skeleton);
    return skeleton;
}
function makeSkeleton(derivation) {
    const texts = cutAtPaths(derivation).filter((_part, index) => index % 2 === 0);
    const fixed = (0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .fixedOutputOf */ .RS)(derivation);
    const own = [
        ...(0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .urlsOf */ .Wn)(derivation).flatMap((url) => [url, url.slice(url.lastIndexOf('/') + 1)]),
        derivation.name,
        ...(fixed === null ? [] : (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashTexts */ .tX)(fixed.digest))
    ];
    const masked = own
        // Short ones are parts of other words.
        .filter((text) => text.length > 3)
        .map((text) => JSON.stringify(text).slice(1, -1))
        .reduce((parts, text) => parts.map((part) => part.replaceAll(text, mark)), texts);
    return JSON.stringify([fixed?.method ?? null, masked]);
}
function withToolsOf(candidate, foreign) {
    const paths = cutAtPaths(candidate);
    const texts = cutAtPaths(foreign).map((part, index) => (index % 2 === 0 ? part : paths[index]));
    const { system, inputDrvs, inputSrcs } = candidate;
    return {
        attributes: {
            ...JSON.parse(texts.join('')),
            ...pick((0,_attributes_js__WEBPACK_IMPORTED_MODULE_4__/* .attributesOf */ .T)(candidate), (name) => sandboxOnly.includes(name)),
            ...varying(foreign),
            system
        },
        replaced: [],
        inputDrvs: [...inputDrvs].map(([path, outputs]) => ({ path, outputs })),
        inputSrcs: inputSrcs.map((path) => ({ path }))
    };
}
/** What nixpkgs' `fetchurl` does when it is told no more than where: Nix's own fetcher does it too. */
function plainDownload(foreign, urls) {
    const fixed = (0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .fixedOutputOf */ .RS)(foreign);
    const url = urls.find((one) => /^(?:https?|ftp|file):\/\//.test(one));
    const { postFetch, ...others } = (0,_attributes_js__WEBPACK_IMPORTED_MODULE_4__/* .attributesOf */ .T)(foreign);
    const isPlain = postFetch === '' && fetchOptions.every((name) => isEmpty(others[name]));
    if (fixed?.method !== 'flat' || url === undefined || !isPlain)
        return null;
    return {
        // As Nix's corepkgs/fetchurl.nix has it.
        attributes: {
            name: foreign.name,
            system: 'builtin',
            builder: 'builtin:fetchurl',
            outputHash: (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(fixed.digest),
            outputHashMode: 'flat',
            url,
            urls: [url],
            executable: false,
            unpack: false,
            preferLocalBuild: true,
            impureEnvVars: ['http_proxy', 'https_proxy', 'ftp_proxy', 'all_proxy', 'no_proxy']
        },
        replaced: [],
        inputDrvs: [],
        inputSrcs: []
    };
}
function isEmpty(value) {
    if (Array.isArray(value))
        return value.length === 0;
    return value === undefined || value === null || value === false || value === '';
}
/** Sorted by name. */
function pick(attributes, isWanted) {
    const names = Object.keys(attributes).filter(isWanted).sort();
    return Object.fromEntries(names.map((name) => [name, attributes[name]]));
}


/***/ }),

/***/ 56781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ programFailure),
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _print_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39318);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72589);
/* harmony import */ var _tail_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40795);




const kept = 64 * 1024;
/** What a program leaves running may keep its output open; it gets so long to say the rest, in milliseconds. */
const grace = 1000;
/**
 * Runs a program of the package's or of the machine's: a list, no shell, nothing on standard input, its output fenced into the log.
 * Whatever it has started ends with it.
 */
async function runProgram({ argv: [program, ...args], cwd, env, log, timeLimit }) {
    log.debug((0,_print_command_js__WEBPACK_IMPORTED_MODULE_1__/* .printCommand */ .T)({ program, args }));
    return log.fenced(async (write) => {
        const out = new Head();
        const err = new Head();
        const tail = new _tail_js__WEBPACK_IMPORTED_MODULE_3__/* .Tail */ .PW(kept);
        const readInto = (head) => (chunk) => {
            head.push(chunk);
            tail.push(chunk);
            write(chunk);
        };
        const place = { cwd, env, timeLimit, isGroup: true };
        const { child, stdout, exit } = (0,_start_js__WEBPACK_IMPORTED_MODULE_2__/* .startProgram */ .Xd)({ program, args }, { ...place, onStderr: readInto(err) });
        stdout.on('data', readInto(out));
        const endAll = () => {
            (0,_start_js__WEBPACK_IMPORTED_MODULE_2__/* .endGroup */ .N4)(child);
        };
        child.once('exit', () => {
            endAll();
            setTimeout(() => {
                stdout.destroy();
                child.stderr?.destroy();
            }, grace).unref();
        });
        try {
            const { status, signal, isTooLate } = await exit;
            const said = { firstLine: out.firstLine || err.firstLine, lastLines: (0,_tail_js__WEBPACK_IMPORTED_MODULE_3__/* .lastLines */ .w$)(tail.text) };
            return { kind: 'ended', status, signal, isTooLate, ...said };
        }
        catch (error) {
            const { code, message } = error;
            return { kind: 'not-started', code: code ?? message };
        }
    });
}
/** A program that ended badly, with its last words. `subject`: what it is about. */
function programFailure(code, subject, ended, timeLimit) {
    const how = ended.isTooLate ? `did not end within ${timeLimit / 1000} s` : (0,_start_js__WEBPACK_IMPORTED_MODULE_2__/* .howItEnded */ .qQ)(ended);
    const reason = `it ${how}; its last lines:\n${ended.lastLines || '(it said nothing)'}\n`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code, subject, reason });
}
/** The beginning of a stream of text, in bounded memory. */
class Head {
    #chunks = [];
    #size = 0;
    push(chunk) {
        if (this.#size >= kept)
            return;
        this.#chunks.push(chunk);
        this.#size += chunk.length;
    }
    get firstLine() {
        const tail = new _tail_js__WEBPACK_IMPORTED_MODULE_3__/* .Tail */ .PW(2 * kept);
        for (const chunk of this.#chunks)
            tail.push(chunk);
        const line = tail.text.split('\n').find((text) => text.trim() !== '');
        return (line ?? '').trim();
    }
}


/***/ }),

/***/ 65468:
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

/***/ 6501:
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

/***/ 24165:
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


/***/ }),

/***/ 272:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ deleteBranch)
/* harmony export */ });
/* harmony import */ var _update_refs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91976);

/**
 * Deletes a branch while it is at `commit`, and answers whether it is gone; one that somebody has moved on is left alone. Throws
 * BRANCH_RULE, TOKEN_FORBIDDEN, GITHUB_REFUSED. `repositoryId`: GraphQL's name of the repository.
 */
async function deleteBranch(api, branch, repositoryId, commit) {
    const patience = api.patience();
    const { shape, ...request } = (0,_update_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionalUpdate */ .Q)(api, repositoryId, {
        branch: branch.branch,
        from: commit,
        to: null
    });
    for (;;) {
        const reply = await api.ask(request, shape, ['lost', 'ref-missing', 'ref-moved', 'final']);
        const state = reply.kind === 'done' ? null : await branch.read();
        if (reply.kind === 'done' || state?.kind !== 'at')
            return true;
        if (state.head.commit !== commit)
            return false;
        if (reply.kind === 'final' && reply.error.code !== 'GITHUB_REFUSED')
            throw reply.error;
        // GitHub documents no words for a branch that is not where it was expected: where it is tells, once reads are not stale.
        await patience.wait(reply.kind === 'lost' ? reply : { ...reply, kind: 'not-visible-yet' });
    }
}


/***/ }),

/***/ 7823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ login),
/* harmony export */   o: () => (/* binding */ pullRequestShape)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/** A user as far as we need to know. */
const login = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const pullRequestShape = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['open', 'closed']),
    merged_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    user: login.nullable(),
    head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        repo: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullable()
    }),
    base: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    labels: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).default([]),
    requested_reviewers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(login).nullish(),
    requested_teams: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ slug: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).nullish()
})
    .transform((found) => ({
    number: found.number,
    url: found.html_url,
    title: found.title,
    body: found.body ?? '',
    state: found.merged_at ? 'merged' : found.state,
    author: found.user?.login ?? null,
    head: {
        repository: found.head.repo?.full_name ?? null,
        branch: found.head.ref,
        commit: found.head.sha
    },
    base: found.base.ref,
    labels: found.labels.map(({ name }) => name),
    reviewers: (found.requested_reviewers ?? []).map(({ login }) => login),
    teams: (found.requested_teams ?? []).map(({ slug }) => slug)
}));


/***/ }),

/***/ 74215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isDependencyFile),
/* harmony export */   e: () => (/* binding */ isLock)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53916);
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path_posix__WEBPACK_IMPORTED_MODULE_0__);

/** Lock files of package managers, which upstream keeps in its source. */
const locks = new Set(('Cargo.lock package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock deno.lock composer.lock Gemfile.lock ' +
    'poetry.lock uv.lock pdm.lock Pipfile.lock mix.lock pubspec.lock go.mod go.sum Package.resolved gradle.lockfile packages.lock.json ' +
    'paket.lock MODULE.bazel.lock rebar.lock').split(' '));
/** What a program made of one, for Nix: lists of downloads with their hashes. */
const lists = /^(?:gemset\.nix|gomod2nix\.toml|missing-hashes\.json|(?:[\w.-]*[-_.])?deps(?:[-_.][\w.-]*)?\.(?:json|nix)|yarn\.nix|bun\.nix|Cargo\.nix|crate-hashes\.json|node-(?:packages|env)[\w-]*\.(?:json|nix)|mix\.nix|rebar-deps\.nix|pubspec\.lock\.json|workspace-state\.json|verification-metadata\.xml|mvn2nix-lock\.json|(?:[\w.-]+[-_.])?lock\.json)$/;
/** Whether it may stand in the package's source, in the same words. */
function isLock(path) {
    return locks.has((0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.basename)(path));
}
/** Whether it is a file of dependencies, by its name: what a builder reads beside a package, and wants made for each version. */
function isDependencyFile(path) {
    return isLock(path) || lists.test((0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.basename)(path));
}


/***/ }),

/***/ 23218:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ whyNotBeside),
/* harmony export */   SD: () => (/* binding */ largestMade),
/* harmony export */   fe: () => (/* binding */ mostMade)
/* harmony export */ });
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55072);

/** Files that are made for one change, and the characters that all of them have: the rest of it is read by people. */
const mostMade = 100;
const largestMade = 24_000_000;
/**
 * Why a file may not be written beside the package; null: it may. What begins with a dot steers Git, GitHub or an editor. In a
 * repository of ordinary size the rest may be, in a large one (nixpkgs) what is in the package's own folder: as hashes are looked for.
 */
function whyNotBeside(project, path) {
    const parts = path.split('/');
    if (parts.some((part) => part.startsWith('.') || part === '')) {
        return 'a name in its path begins with a dot';
    }
    if (/\p{Cc}/u.test(path))
        return 'its name holds a control character';
    const home = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_0__/* .packageFolder */ .n4)(project);
    const isAllowed = project.files.length <= _project_project_js__WEBPACK_IMPORTED_MODULE_0__/* .mostFiles */ .p || path.startsWith(home);
    return isAllowed ? null : `it is not in the package’s own folder, ${home}`;
}


/***/ }),

/***/ 21636:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bx: () => (/* binding */ bumpVersion),
  aQ: () => (/* binding */ bumpWithFiles),
  qQ: () => (/* binding */ keepVersion)
});

// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/sync/definitions.ts
var definitions = __webpack_require__(55905);
// EXTERNAL MODULE: ./src/sync/dyed-evaluation.ts
var dyed_evaluation = __webpack_require__(59780);
// EXTERNAL MODULE: ./src/sync/evaluation-sources.ts
var evaluation_sources = __webpack_require__(62410);
// EXTERNAL MODULE: ./src/sync/keep-places.ts
var keep_places = __webpack_require__(57087);
// EXTERNAL MODULE: ./src/sync/key-change.ts
var key_change = __webpack_require__(61389);
// EXTERNAL MODULE: ./src/sync/literals/find.ts + 2 modules
var find = __webpack_require__(47204);
;// CONCATENATED MODULE: ./src/sync/predecessors.ts

/** The literal as it was before; of one in a file that was made anew those of the same hash, wherever they were. */
function predecessorsAmong(before) {
    const itself = new Set(before);
    const byHash = Map.groupBy(before, ({ digest }) => (digest === null ? '' : (0,binary_cache_digest/* sriOf */.wM)(digest)));
    return (literal) => {
        if (itself.has(literal))
            return [literal];
        return literal.digest === null ? [] : (byHash.get((0,binary_cache_digest/* sriOf */.wM)(literal.digest)) ?? []);
    };
}

// EXTERNAL MODULE: ./src/sync/source-follows.ts
var source_follows = __webpack_require__(48369);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/sync/literals/edit.ts
var edit = __webpack_require__(382);
// EXTERNAL MODULE: ./src/sync/roles.ts
var roles = __webpack_require__(13866);
;// CONCATENATED MODULE: ./src/sync/source-dyes.ts







/** Whether a source in the store that one of these derivations is built from holds one of these files as the copy has it. */
async function dyesInSources(shop, evaluation, built, files) {
    const sources = new Set(neededFor(evaluation, built).flatMap(({ inputSrcs }) => inputSrcs));
    const edits = [...evaluation.replacements].map(([span, replacement]) => ({
        ...span,
        replacement
    }));
    for (const { path, text } of shop.files) {
        if (!files.has(path))
            continue;
        const dyed = Buffer.from((0,edit/* applyEdits */.c)(text, edits.filter(({ file }) => file === path)));
        for (const source of sources)
            if (await holdsFile(source, path, dyed))
                return true;
    }
    return false;
}
/** Whether one of these derivations, or what it is built from, has one of these digests in its texts: an image's digest, say. */
function digestsInTexts(evaluation, built, digests) {
    const wanted = new Set(digests.flatMap(binary_cache_digest/* hashTexts */.tX));
    const isIn = (text) => 
    // Base64 without its padding, as `hashTexts` gives it.
    [...text.matchAll(/(?<![\w+/])[\w+/]{26,128}/g)].some(([word]) => wanted.has(word));
    return (wanted.size > 0 &&
        neededFor(evaluation, built).some((derivation) => [...derivation.args, ...(0,roles/* attributeTexts */.F_)(derivation).map(([, text]) => text)].some(isIn)));
}
/** All of them and what they need, each once for each system. */
function neededFor(evaluation, built) {
    return [...Map.groupBy(built, ({ system }) => system)].flatMap(([system, of]) => [
        ...(0,definitions/* closureOf */.TQ)((0,dyed_evaluation/* graphOf */.cQ)(evaluation, system), of.map(({ drvPath }) => drvPath))
    ]);
}
/** The source may be the checkout, one of its folders or the file itself. */
async function holdsFile(source, path, content) {
    const parts = path.split('/');
    const places = parts.map((_, index) => (0,external_node_path_.join)(source, ...parts.slice(index)));
    for (const place of [...places, source]) {
        const found = await (0,promises_.stat)(place).catch(() => null);
        if (found?.isFile() === true && found.size === content.length) {
            if ((await (0,promises_.readFile)(place)).equals(content))
                return true;
        }
    }
    return false;
}

// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
;// CONCATENATED MODULE: ./src/sync/stray-dyes.ts



/**
 * Where the package takes the checkout itself as a source (`src = ./.`), or a literal is no derivation's hash but a part of its text
 * (an image's digest), dyes of what is not stale stand in what is built: then it is evaluated once more without them.
 */
async function withoutStrayDyes(shop, all, stale, versions, evaluation) {
    const literals = stale.map(({ literal }) => literal);
    const strayFiles = new Set([...evaluation.replacements.keys()]
        .filter((span) => !literals.includes(span) && !isVersion(versions, span))
        .map(({ file }) => file));
    if (strayFiles.size === 0)
        return evaluation;
    const built = [...(0,dyed_evaluation/* fedOnEach */.yg)(shop, literals, evaluation)].flatMap(([system, fed]) => [...fed.values()].flat().map(({ drvPath }) => ({ system, drvPath })));
    const fed = new Set([...(0,dyed_evaluation/* fedOnEach */.yg)(shop, all, evaluation).values()].flatMap((one) => [...one.keys()]));
    const strays = all.filter((one) => !fed.has(one)).map((one) => (0,dyed_evaluation/* dyeOf */.WI)(shop, one));
    const isStray = digestsInTexts(evaluation, built, strays) ||
        (await dyesInSources(shop, evaluation, built, strayFiles));
    if (!isStray)
        return evaluation;
    return (0,dyed_evaluation/* evaluateDyed */.s9)(shop, literals, { others: (0,workshop/* replacementsOf */.P1)(versions) });
}
function isVersion(versions, { file, start }) {
    return versions.some((edit) => edit.file === file && edit.start === start);
}

// EXTERNAL MODULE: ./src/sync/trace.ts
var trace = __webpack_require__(53318);
// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/version-places.ts + 2 modules
var version_places = __webpack_require__(18262);
;// CONCATENATED MODULE: ./src/sync/bump.ts
















/** The same version, all of its hashes anew, or those that are wanted. */
async function keepVersion(shop, traced, isWanted = () => true) {
    const { version } = traced.package;
    const isOther = [...traced.evaluation.fetched].some(([{ digest }, { got, isTaken }]) => !isTaken && digest !== null && !(0,binary_cache_digest/* sameDigest */.VB)(digest, got));
    // What evaluation fetched is what the rest is made of.
    const evaluation = isOther
        ? await (0,dyed_evaluation/* evaluateDyed */.s9)(shop, traced.literals, { kept: traced.evaluation.kept })
        : traced.evaluation;
    const hashes = isOther ? (0,trace/* tracedIn */.DP)(shop, traced.literals, evaluation) : traced.hashes;
    const stale = hashes.filter(isWanted);
    const clean = await withoutStrayDyes(shop, traced.literals, stale, [], evaluation);
    // What is right already has to stand in what needs it.
    const literals = hashes.map(({ literal }) => literal);
    return {
        oldVersion: version,
        newVersion: version,
        versions: [],
        occurrences: [],
        told: [],
        revision: null,
        beside: types/* nothingBeside */.i6,
        literals: traced.literals,
        stale,
        source: null,
        evaluation: clean,
        fed: (0,dyed_evaluation/* fedOnEach */.yg)(shop, literals, clean)
    };
}
/**
 * The second evaluation: the new version at the literals that matter, and the new commit of a source that is pinned by one. What
 * changed of a fixed-output derivation, apart from its hash, makes it stale, and so does the question whether the source followed,
 * where its address does not tell. Throws VERSION_UNTRACED, HASH_UNTRACED, SOURCE_UNCHANGED, and what `evaluateDyed` throws.
 */
async function bumpVersion(shop, traced, { oldVersion, newVersion }, followed = null, { stays = new keep_places/* Stays */.l(), keys = key_change/* sameKeys */.Z } = {}) {
    // The same ones as before, so that what holds one is no other for it: a patch, a lock file.
    const literals = (0,key_change/* withKeys */.j)(traced.literals, keys);
    const options = bumpOptions(traced);
    const own = followed?.edits ?? [];
    const others = [...own, ...keys.edits];
    const isFollowed = followed !== null && (!followed.isAddressed || followed.revision?.old === oldVersion);
    const step = { oldVersion, newVersion, others, stays, isFollowed };
    const bumped = await (0,version_places/* findVersionPlaces */.WF)(shop, traced, literals, step, options);
    return judge(shop, traced, options, {
        oldVersion,
        newVersion,
        versions: [...bumped.edits, ...own],
        occurrences: bumped.occurrences,
        told: [...(0,version_places/* assumedPlaces */.FQ)(bumped.occurrences, bumped.edits), ...bumped.left],
        revision: followed?.revision ?? null,
        beside: { ...types/* nothingBeside */.i6, files: followed?.files ?? [], keys: keys.edits },
        literals,
        evaluation: bumped.evaluation
    });
}
/**
 * The same once more, with files that were made anew in the meantime: they are what the workshop's are by now. Their own hashes are
 * taken as they are, but for placeholders and for those that stood there before for something else. What stands of the version in them
 * is theirs. Throws VERSION_UNTRACED when with them the package has another version.
 */
async function bumpWithFiles(shop, traced, bumped, { files, left }, keys) {
    const made = new Set(files.map(({ path }) => path));
    const isOther = ({ file }) => !made.has(file);
    const ofMade = shop.files.filter(({ path }) => made.has(path)).flatMap(find/* findHashLiterals */.MO);
    const literals = [...(0,key_change/* withKeys */.j)(bumped.literals.filter(isOther), keys), ...ofMade];
    const versions = bumped.versions.filter(isOther);
    const edits = [...bumped.beside.keys.filter(isOther), ...keys.edits];
    const options = bumpOptions(traced);
    const evaluation = await (0,dyed_evaluation/* evaluateDyed */.s9)(shop, literals, {
        ...options,
        others: (0,workshop/* replacementsOf */.P1)([...versions, ...edits])
    });
    for (const [system, { version }] of evaluation.packages) {
        if (version === bumped.newVersion)
            continue;
        throw new errors/* NarPublishError */.f9({
            code: 'VERSION_UNTRACED',
            subject: `${shop.work.package.text} (${system})`,
            reason: `with ${[...made].join(', ')} made anew its version is ${version ?? 'none'}, not ${bumped.newVersion ?? 'none'}`
        });
    }
    const { oldVersion, newVersion, revision } = bumped;
    const occurrences = bumped.occurrences.filter(({ literal }) => isOther(literal));
    const told = bumped.told.filter(isOther);
    const locks = bumped.beside.files.filter(({ path, by }) => by === 'lock' && !made.has(path));
    const beside = { files: [...locks, ...files], left, keys: edits };
    const known = { oldVersion, newVersion, versions, occurrences, told, revision };
    return judge(shop, traced, options, { ...known, beside, literals, evaluation });
}
function bumpOptions({ evaluation: before }) {
    return {
        // Where a download failed there may be one at the new version.
        kept: [...before.kept].filter((literal) => !before.gone.has(literal)),
        takes: (literal, fetch) => (0,evaluation_sources/* isMoved */.yu)(literal, fetch, before)
    };
}
/** What the evaluation with the new version tells of hashes and source. */
async function judge(shop, traced, options, bumped) {
    const { evaluation: before } = traced;
    const { literals, versions, beside, oldVersion, newVersion } = bumped;
    refuseGone(before, bumped.evaluation);
    const source = await (0,source_follows/* askSources */.gz)(shop, literals, before, bumped.evaluation);
    (0,source_follows/* refuseHopeless */.WD)(shop, source);
    const edits = [...versions, ...beside.keys];
    const evaluation = await withAsked(shop, literals, bumped.evaluation, source, edits, {
        ...options,
        kept: bumped.evaluation.kept
    });
    refuseSilentlyStale(shop, literals, before, evaluation);
    const stale = staleHashes(shop, literals, traced, evaluation, source);
    const clean = await withoutStrayDyes(shop, literals, stale, edits, evaluation);
    shop.log.info(`${oldVersion ?? '(no version)'} → ${newVersion ?? '(no version)'} at ${versions.length} ${versions.length === 1 ? 'place' : 'places'}; ` +
        `${stale.length} of ${traced.hashes.length} hashes are stale`);
    return {
        ...bumped,
        stale,
        source,
        evaluation: clean,
        fed: (0,dyed_evaluation/* fedOnEach */.yg)(shop, literals, clean)
    };
}
function staleHashes(shop, literals, { evaluation: before, literals: beforeLiterals }, after, { same }) {
    // Their addresses do not tell.
    const asked = new Set(same.flatMap((source) => source.literals));
    const predecessors = predecessorsAmong(beforeLiterals);
    const stale = (0,trace/* traceHashes */.az)(shop.systems, literals, (system) => {
        const [old, now] = definitionsOf(system, before, after);
        const fedBefore = (0,dyed_evaluation/* fedBy */.fR)(shop, beforeLiterals, before, system);
        return [...(0,dyed_evaluation/* fedBy */.fR)(shop, literals, after, system)].filter(([literal, derivations]) => {
            const was = predecessors(literal);
            // What made the file made its hash for what is fetched now.
            if (was.length === 0 && literal.digest !== null)
                return asked.has(literal);
            const known = new Set(was.flatMap((one) => fedBefore.get(one) ?? []).map(({ drvPath }) => old.of(drvPath)));
            // A placeholder means nothing, whatever changed.
            return (literal.digest === null ||
                asked.has(literal) ||
                derivations.some(({ drvPath }) => !known.has(now.of(drvPath))));
        });
    });
    const isTaken = (literal) => after.fetched.get(literal)?.isTaken === true;
    return (0,trace/* withFetched */.ke)(literals, after, stale, isTaken);
}
/** With the hashes of evaluation's own downloads that are the package's source and hold something else at the same address. */
async function withAsked(shop, literals, evaluation, { same }, versions, options) {
    const asked = new Set(same.flatMap(({ literals }) => literals.filter((one) => {
        const fetch = evaluation.fetched.get(one);
        return fetch !== undefined && one.digest !== null && !(0,binary_cache_digest/* sameDigest */.VB)(one.digest, fetch.got);
    })));
    if (asked.size === 0)
        return evaluation;
    return (0,dyed_evaluation/* evaluateDyed */.s9)(shop, literals, {
        ...options,
        others: (0,workshop/* replacementsOf */.P1)(versions),
        takes: (literal, fetch) => asked.has(literal) || options.takes?.(literal, fetch) === true
    });
}
/** A download of the evaluation's own whose new address has no answer: with the old hash Nix goes on using what it has. */
function refuseGone(before, after) {
    for (const [literal, reason] of after.gone) {
        const old = before.gone.get(literal) ?? before.fetched.get(literal)?.address;
        if (old !== undefined && reason.includes(old))
            continue;
        throw new errors/* NarPublishError */.f9({ code: 'FETCH_FAILED', subject: (0,types/* placeOf */.$t)(literal), reason });
    }
}
/**
 * A derivation that changed while its hash stayed, and whose hash is no literal of the checkout: Nix would go on using the old
 * content without a word.
 */
function refuseSilentlyStale(shop, literals, before, after) {
    for (const system of shop.systems) {
        const fed = new Set([...(0,dyed_evaluation/* fedBy */.fR)(shop, literals, after, system).values()].flat().map(({ drvPath }) => drvPath));
        const [old, now] = definitionsOf(system, before, after);
        const known = Map.groupBy((0,definitions/* fixedOutputs */.lW)((0,dyed_evaluation/* graphOf */.cQ)(before, system)), digestText);
        for (const derivation of (0,definitions/* fixedOutputs */.lW)((0,dyed_evaluation/* graphOf */.cQ)(after, system))) {
            const same = known.get(digestText(derivation));
            if (same === undefined || fed.has(derivation.drvPath))
                continue;
            const definition = now.of(derivation.drvPath);
            if (same.some(({ drvPath }) => old.of(drvPath) === definition))
                continue;
            throw new errors/* NarPublishError */.f9({
                code: 'HASH_UNTRACED',
                subject: `${derivation.name} (${system})`,
                reason: `it changes with the version, but its hash ${digestText(derivation)} comes from no literal of the tracked files`
            });
        }
    }
}
function digestText(derivation) {
    const fixed = (0,derivations/* fixedOutputOf */.RS)(derivation);
    return fixed === null ? '' : (0,binary_cache_digest/* sriOf */.wM)(fixed.digest);
}
function definitionsOf(system, before, after) {
    const [old, now] = [(0,dyed_evaluation/* graphOf */.cQ)(before, system), (0,dyed_evaluation/* graphOf */.cQ)(after, system)];
    const shared = new Set([...now.keys()].filter((drvPath) => old.has(drvPath)));
    return [new definitions/* Definitions */.R4(old, { shared }), new definitions/* Definitions */.R4(now, { shared })];
}


/***/ }),

/***/ 81679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   t7: () => (/* binding */ editsOf)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _literals_dye_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62290);


/** What is to be written: versions and hashes that differ from what stands there. */
function changeOf({ project, work }, pname, bumped, hashes) {
    return {
        package: work.package,
        name: pname,
        oldVersion: bumped.oldVersion,
        newVersion: bumped.newVersion,
        head: project.head,
        versions: bumped.versions,
        hashes: hashes.map(hashEdit).filter(({ text, replacement }) => text !== replacement),
        revision: bumped.revision,
        beside: bumped.beside
    };
}
function hashEdit({ literal, digest, systems, derivations }) {
    const { file, start, end, line, text } = literal;
    return {
        ...{ file, start, end, line, text },
        replacement: (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_1__/* .writeDigest */ .O_)(literal, digest),
        systems,
        derivations,
        oldHash: literal.digest === null ? null : (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(literal.digest),
        newHash: (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(digest)
    };
}
function isEmpty({ versions, hashes, beside }) {
    return versions.length + hashes.length + beside.files.length + beside.keys.length === 0;
}
/** All that is written into files that stay otherwise what they are, made anew or not. */
function editsOf({ versions, hashes, beside }) {
    return [...versions, ...hashes, ...beside.keys];
}


/***/ }),

/***/ 29331:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ commitCheckout),
/* harmony export */   v: () => (/* binding */ expectCommittable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _repository_git_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66714);
/* harmony import */ var _repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32054);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55072);
/* harmony import */ var _project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88229);
/* harmony import */ var _propose_commit_message_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22355);
/* harmony import */ var _propose_title_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2864);
/* harmony import */ var _write_checkout_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(45069);










/** Asks git, before anything takes long, whether it could commit here. Throws CHECKOUT_INVALID, COMMIT_REFUSED. */
async function expectCommittable({ root, git, env }) {
    if ((await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(git, ['symbolic-ref', '--quiet', 'HEAD'])).status !== 0) {
        throw (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidCheckout */ .Mv)(root, 'it is at no branch, so that a commit would be on none', 'Switch to a branch first, with `git switch BRANCH` or `git switch --create BRANCH`.');
    }
    for (const who of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) {
        const ended = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(usersOwn(git, env), ['var', who]);
        if (ended.status !== 0)
            throw refused(root, ended);
    }
}
/**
 * Writes files of the checkout and commits these and nothing else, as the user's own `git commit` would: with their name, their hooks and
 * their signature. What else is staged stays so. When git refuses, the files are what they were. Throws CHECKOUT_CHANGED, CHECKOUT_INVALID,
 * TREE_DIRTY, COMMIT_REFUSED.
 *
 * @returns the commit, and what a reader should know of it
 */
async function commitCheckout(project, { changes, group }, files) {
    const { root, git, env, head } = project;
    const paths = files.map(({ path }) => path);
    await expectCommittable(project);
    if ((await (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .headOf */ .Uo)(git)) !== head)
        throw (0,_write_checkout_js__WEBPACK_IMPORTED_MODULE_9__/* .changedMeanwhile */ .F)('HEAD');
    await (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .expectCleanTree */ .J8)(git, paths);
    const title = (0,_propose_title_js__WEBPACK_IMPORTED_MODULE_8__/* .proposalTitle */ .R3)({ changes, group }, (0,_project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .isNixpkgs */ .Lo)(project) ? 'nixpkgs' : '', null);
    const added = files.filter(({ before }) => before === null).map(literalPath);
    await (0,_write_checkout_js__WEBPACK_IMPORTED_MODULE_9__/* .writeCheckout */ .o)(root, files, async (undo) => {
        const commit = [
            ...['commit', '--quiet', '--only', '--file=-', '--cleanup=whitespace', '--'],
            ...files.map(literalPath)
        ];
        const stdin = `${(0,_propose_commit_message_js__WEBPACK_IMPORTED_MODULE_7__/* .proposalMessage */ .gM)(title, changes, null, null)}\n`;
        // `--only` takes what Git knows of.
        const add = ['add', '--intent-to-add', '--', ...added];
        const staged = added.length === 0 ? null : await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(git, add);
        const ended = staged !== null && staged.status !== 0
            ? staged
            : // Its hooks may talk to anybody.
                await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(usersOwn(git, env), commit, { stdin, isOnline: true });
        if (ended.status === 0)
            return;
        // At once where a signal has ended it, as this process ends next; and not when it failed after it had committed.
        if (ended.status === null || (await (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .headOf */ .Uo)(git)) === head) {
            undo();
            if (added.length > 0)
                await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(git, ['reset', '--quiet', '--', ...added]);
        }
        throw refused(root, ended);
    });
    return { sha: await (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .headOf */ .Uo)(git), notes: await hookNotes(project, files) };
}
function literalPath({ path }) {
    return `:(top,literal)${path}`;
}
/** A hook may have put something else into the commit than what was proved. */
async function hookNotes({ root, git }, files) {
    const paths = files.map(({ path }) => path);
    const isAsWritten = async ({ path, after }) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), 'utf8').catch(() => null)) === after;
    const areSame = (await Promise.all(files.map(isAsWritten))).every(Boolean);
    const isClean = await (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .expectCleanTree */ .J8)(git, paths).then(() => true, () => false);
    return areSame && isClean
        ? []
        : ['a hook of the repository has changed the files: what was committed is not what was proved'];
}
function usersOwn(git, env) {
    return { ...git, env: (0,_repository_git_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .committerEnvironment */ .au)(env) };
}
function refused(root, ended) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({ code: 'COMMIT_REFUSED', subject: root, reason: (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .gitWords */ .is)(ended) });
}


/***/ }),

/***/ 37262:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ NotThere),
/* harmony export */   m: () => (/* binding */ computeHashes)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _nix_fixed_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72370);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37584);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86778);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22961);






/** FETCH_FAILED: servers say that there is no such thing. `gone`: what was asked for, by the literal that is its hash. */
class NotThere extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9 {
    gone;
    constructor({ code, subject, reason, hint }, gone) {
        super({ code, subject, reason, hint });
        this.gone = gone;
    }
}
/**
 * Makes every stale hash anew, in rounds: all that needs no other one is realised at once, each mismatch tells one hash, and what
 * waited for it is rebuilt with it for the next round. Throws HASH_AMBIGUOUS, HASH_DRIFT, HASH_ALGORITHM, HASH_NEEDS_MACHINE, FETCH_FAILED,
 * BUILD_FAILED.
 */
async function computeHashes(shop, bumped) {
    for (const { literal } of bumped.stale)
        refuseAlgorithm(literal);
    const known = new Map(bumped.evaluation.read);
    for (const [literal, { got, isTaken }] of bumped.evaluation.fetched)
        if (isTaken || isSame(literal, got))
            known.set(literal, got);
    const fetched = new Set();
    let targets = (0,_targets_js__WEBPACK_IMPORTED_MODULE_5__/* .findTargets */ .q8)(shop, bumped);
    while (targets.length > 0) {
        const round = (0,_targets_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutWaiting */ .Mk)(bumped, targets, known);
        shop.counts.rounds++;
        shop.log.info(`round ${shop.counts.rounds}: ${round.map(({ name }) => name).join(', ')}`);
        const ready = await (0,_targets_js__WEBPACK_IMPORTED_MODULE_5__/* .prepareTargets */ .g4)(shop, bumped, round, known);
        const { done, failures, gone } = await realiseRound(shop, bumped, ready, known, fetched);
        // What failed for a reason of its own stops the run once the others have been tried.
        if (failures[0] !== undefined)
            throw gone.size === 0 ? failures[0] : new NotThere(failures[0], gone);
        if (done.size === 0) {
            const places = targets.map(({ literal }) => (0,_types_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(literal)).join(', ');
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .internalError */ .WB)(places, 'another round of building would tell nothing new');
        }
        targets = targets.filter((target) => !done.has(target));
    }
    return bumped.stale.flatMap((hash) => {
        const digest = known.get(hash.literal);
        return digest === undefined
            ? []
            : [{ ...hash, digest, how: fetched.has(hash.literal) ? 'fetched' : 'built' }];
    });
}
/** Fills `known` with what this round tells. */
async function realiseRound(shop, { literals }, ready, known, fetched) {
    const told = [...shop.told].map(([drvPath, got]) => [drvPath, { kind: 'mismatch', got }]);
    const results = await (0,_nix_fixed_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .realiseFixedOutputs */ .YT)(shop.nix, [...new Set(ready.map(({ drvPath }) => drvPath))].filter((drvPath) => !shop.told.has(drvPath)), shop.log);
    for (const [drvPath, result] of told)
        results.set(drvPath, result);
    const done = new Set();
    const failures = [];
    const gone = new Map();
    for (const { target, drvPath, isTransplant } of ready) {
        const result = results.get(drvPath);
        if (result === undefined || result.kind === 'waiting')
            continue;
        shop.counts.builds++;
        if (result.kind === 'failed') {
            const { error, mismatch, isGone } = result;
            if (isGone)
                gone.set(target.literal, target.derivation);
            const computed = [...known].map(([literal, digest]) => ({ literal, digest }));
            failures.push(mismatch === undefined ? error : (0,_drift_js__WEBPACK_IMPORTED_MODULE_3__/* .hashFound */ .B)(mismatch, literals, computed));
        }
        else if (result.kind === 'needs-machine')
            failures.push(needsMachine(target, result.reason));
        else {
            // Valid: another derivation of the same literal told the hash, and this one agrees.
            if (result.kind === 'mismatch')
                learn(target, result.got, known);
            if (isTransplant)
                fetched.add(target.literal);
            done.add(target);
        }
    }
    return { done, failures, gone };
}
function learn(target, got, known) {
    const other = known.get(target.literal);
    if (other !== undefined && !(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(other, got)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'HASH_AMBIGUOUS',
            subject: (0,_types_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(target.literal),
            reason: `it is the hash of several derivations (${target.siblings.join(', ')}), which now differ: ${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(other)} and ${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(got)}`,
            hint: 'Give each of them a hash of its own.'
        });
    }
    known.set(target.literal, got);
}
function isSame({ digest }, got) {
    return digest !== null && (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(digest, got);
}
function refuseAlgorithm(literal) {
    if (literal.algorithm === 'sha256' || literal.algorithm === 'sha512')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'HASH_ALGORITHM',
        subject: (0,_types_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(literal),
        reason: `it is ${literal.algorithm}, which is no longer safe`
    });
}
function needsMachine({ literal, name, system }, words) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'HASH_NEEDS_MACHINE',
        subject: `${(0,_types_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(literal)}, ${name}`,
        reason: `it takes a builder for ${system}, which this machine is not (${words})`
    });
}


/***/ }),

/***/ 12507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PA: () => (/* binding */ checkHash),
/* harmony export */   Wo: () => (/* binding */ checkComputed),
/* harmony export */   yi: () => (/* binding */ spanKey)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44647);
/* harmony import */ var _literals_dye_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62290);
/* harmony import */ var _literals_find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47204);
/* harmony import */ var _literals_output_hashes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29544);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34962);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(86778);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52452);








/**
 * Lets through a change that consists of hashes, versions and the source's commit in the checkout, each replaced by the new one in
 * its own spelling, and of nothing else. Whoever wrote the file had the package's code run beside it: what it says is believed only as far as this goes.
 * Nothing is evaluated. Throws COMPUTED_INVALID.
 */
function checkComputed(checkout, change) {
    if (change.head !== checkout.head) {
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .computedInvalid */ .nP)('the checkout', `the change was computed at commit ${change.head}, and ${checkout.head} is checked out`);
    }
    const files = new Map(checkout.files.map((file) => [file.path, file]));
    const literals = new Map();
    const literalsOf = (edit) => {
        const known = literals.get(edit.file);
        if (known !== undefined)
            return known;
        const file = files.get(edit.file);
        if (file === undefined)
            throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .computedInvalid */ .nP)((0,_types_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(edit), 'it is no tracked text file');
        const found = findLiterals(file, change);
        literals.set(edit.file, found);
        return found;
    };
    for (const edit of change.versions) {
        const isDay = literalsOf(edit).days.has(spanKey(edit)) && _literals_revisions_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeDay */ .sC.test(edit.replacement);
        if (isDay)
            continue;
        if (literalsOf(edit).versions.get(spanKey(edit))?.has(edit.replacement) !== true) {
            throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .computedInvalid */ .nP)((0,_types_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(edit), `${JSON.stringify(edit.text)} → ${JSON.stringify(edit.replacement)} does not replace the old version${change.revision === null ? '' : ' or commit'} by the new one there`);
        }
    }
    for (const edit of change.hashes) {
        const { hashes, additions } = literalsOf(edit);
        checkHash(edit, hashes.get(spanKey(edit)) ?? additionAt(edit, additions));
    }
}
function findLiterals(file, { oldVersion, newVersion, revision }) {
    const pieces = oldVersion === null || newVersion === null ? [] : (0,_literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_1__/* .piecesOf */ .Xe)(oldVersion, newVersion);
    const edits = [
        ...pieces.flatMap((piece) => (0,_literals_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findVersionLiterals */ .sA)(file, piece.old).map((literal) => (0,_literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_1__/* .bumpEdit */ .ZO)(literal, piece.new))),
        ...(revision === null ? [] : revisionEdits(file, revision))
    ];
    const versions = Map.groupBy(edits, spanKey);
    return {
        hashes: new Map((0,_literals_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findHashLiterals */ .MO)(file).map((literal) => [spanKey(literal), literal])),
        additions: (0,_literals_output_hashes_js__WEBPACK_IMPORTED_MODULE_4__/* .findOutputHashes */ .nw)(file),
        days: new Set(revision === null ? [] : (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_5__/* .findCommitDays */ .y0)(file).map(spanKey)),
        versions: new Map([...versions].map(([key, found]) => [
            key,
            new Set(found.map(({ replacement }) => replacement))
        ]))
    };
}
function revisionEdits(file, { old, new: commit }) {
    return (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_5__/* .findRevisionLiterals */ .vE)(file, old).map((span) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_5__/* .commitEdit */ .Yb)(span, commit));
}
/** One more entry of `outputHashes`, by the name that the edit gives it. */
function additionAt({ start, end, text, replacement }, additions) {
    const name = /"([^"]*)" = "[^"]*";$/.exec(replacement)?.[1] ?? '';
    if (start !== end || text !== '' || !_literals_output_hashes_js__WEBPACK_IMPORTED_MODULE_4__/* .entryName */ .MB.test(name))
        return undefined;
    return additions
        .flatMap((one) => one.slots.map((slot) => (0,_literals_output_hashes_js__WEBPACK_IMPORTED_MODULE_4__/* .addition */ .fr)(one, slot, name)))
        .find((literal) => literal.start === start);
}
/** Where it stands and what stands there. */
function spanKey({ start, end, line, text }) {
    return JSON.stringify([start, end, line, text]);
}
/** Throws COMPUTED_INVALID unless the edit replaces the hash that stands there by another one in its form. */
function checkHash(edit, literal) {
    if (literal === undefined) {
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .computedInvalid */ .nP)((0,_types_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(edit), `${JSON.stringify(edit.text)} is no hash that stands there`);
    }
    const oldHash = literal.digest === null ? null : (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(literal.digest);
    if (edit.oldHash !== oldHash) {
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .computedInvalid */ .nP)((0,_types_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(edit), `the old hash is ${String(oldHash)}, not ${String(edit.oldHash)}`);
    }
    const digest = (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(edit.newHash);
    if (digest?.algorithm !== literal.algorithm) {
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .computedInvalid */ .nP)((0,_types_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(edit), `${edit.newHash} is no ${literal.algorithm} as the old one is`);
    }
    if (edit.replacement !== (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_2__/* .writeDigest */ .O_)(literal, digest)) {
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .computedInvalid */ .nP)((0,_types_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(edit), `${JSON.stringify(edit.replacement)} is not ${edit.newHash} in the old one’s form`);
    }
}


/***/ }),

/***/ 49020:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ readLeft),
/* harmony export */   kW: () => (/* binding */ computedMissing),
/* harmony export */   lS: () => (/* binding */ filesLeft),
/* harmony export */   pe: () => (/* binding */ writeLeft),
/* harmony export */   writeComputed: () => (/* binding */ writeComputed),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _left_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95025);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52452);






/**
 * Writes the answer into a folder, which is made when it is missing, and gives its file: `<name>-<system>.json`. `name`: that of the package,
 * unless another one of its change has it as well.
 */
async function writeComputed(folder, computed, name = computed.change.name) {
    return writeLeft(folder, `${name}-${computed.systems.join('+')}`, (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .formatComputed */ .D1)(computed));
}
/** Writes `<name>.json` for another job: whole, or not at all. */
async function writeLeft(folder, wanted, text) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${(0,_left_file_js__WEBPACK_IMPORTED_MODULE_4__/* .leftName */ .R)(wanted)}.json`);
    await (0,_left_file_js__WEBPACK_IMPORTED_MODULE_4__/* .writeWhole */ .f)(file, text);
    return file;
}
/** Bytes of one file: a thousand edits have some 600 KB, and there may be whole lock files in it. */
const largest = 50_000_000;
/** Folders in folders: each downloaded artifact has one of its own. */
const deepest = 3;
/** What other jobs left, each parsed as it is read, so that one is in memory at a time; none where there is none. Throws COMPUTED_INVALID, COMPUTED_MISSING. */
async function readLeft(paths, { largest, mostFiles }, parse) {
    const read = [];
    for (const file of await filesLeft(paths, mostFiles)) {
        read.push({ ...parse(await readText(file, largest), file), file });
    }
    return read;
}
/** The `.json` files at all of the paths, each once. Throws COMPUTED_INVALID when there are more than `most`, and COMPUTED_MISSING. */
async function filesLeft(paths, most) {
    const files = [...new Set((await Promise.all(paths.map((path) => filesAt(path)))).flat())];
    if (files.length <= most)
        return files;
    throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(paths.join(', '), `there are over ${most} files in it`);
}
/** The `.json` files in a folder and those below it, in the order of their names, or the file itself. Throws COMPUTED_MISSING, COMPUTED_INVALID. */
async function filesAt(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).catch(() => null);
    if (found === null)
        throw computedMissing(path, 'it does not exist');
    return found.isDirectory() ? filesBelow(path, deepest) : [path];
}
async function filesBelow(folder, depth) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
    const found = await Promise.all(entries
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(async (entry) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, entry.name);
        if (entry.isDirectory()) {
            if (depth > 1)
                return filesBelow(path, depth - 1);
            // What is in it would be passed over, and is perhaps somebody's answer.
            throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(path, 'it is a folder below those that artifacts are downloaded to');
        }
        return entry.name.endsWith('.json') ? [path] : [];
    }));
    return found.flat();
}
/** What another job left in a file, as it stands; `most`: bytes that it may have. Throws COMPUTED_INVALID. */
async function readText(file, most = largest) {
    // Neither a link, which may lead anywhere, nor a pipe, which may never end.
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK).catch((cause) => {
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(file, 'it cannot be read as a file of its own', cause);
    });
    try {
        const { size, isFile } = await handle.stat().then((stat) => ({
            size: stat.size,
            isFile: stat.isFile()
        }));
        if (!isFile)
            throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(file, 'it is not a file');
        if (size > most)
            throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(file, `it has ${size} bytes, over ${most}`);
        return new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile());
    }
    catch (cause) {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9)
            throw cause;
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(file, 'it is not text in UTF-8', cause);
    }
    finally {
        await handle.close();
    }
}
function computedMissing(subject, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({ code: 'COMPUTED_MISSING', subject, reason });
}


/***/ }),

/***/ 95025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ leftName),
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51616);



/** What a file is called that is left for another job, without its ending. */
function leftName(wanted) {
    // Names are data; an artifact of GitHub's takes no file with a colon or a quote in its name either.
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .fileWord */ .BZ)(wanted).replace(/^\.+/, '').slice(0, 200);
}
/** Whole or not at all; its folder is made when it is missing. */
async function writeWhole(file, text) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const unfinished = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `.${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file)}.${process.pid}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(unfinished, text);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(unfinished, file);
}


/***/ }),

/***/ 79823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ sameEdit),
/* harmony export */   P1: () => (/* binding */ mergeBeside),
/* harmony export */   Rf: () => (/* binding */ inEither),
/* harmony export */   Yb: () => (/* binding */ mergeEdits),
/* harmony export */   b7: () => (/* binding */ refuseOverlaps),
/* harmony export */   hf: () => (/* binding */ differentEdits),
/* harmony export */   hj: () => (/* binding */ conflict),
/* harmony export */   wc: () => (/* binding */ joinHashEdits)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86778);


/** All edits in their order, those of one place as one. Throws COMPUTED_CONFLICT, and what `join` does. */
function mergeEdits(answers, editsOf, join) {
    const merged = new Map();
    for (const answer of answers) {
        for (const edit of editsOf(answer)) {
            const key = JSON.stringify([edit.file, edit.start, edit.end]);
            const known = merged.get(key);
            const here = { edit, answer };
            merged.set(key, known === undefined ? here : { ...known, edit: join(known, here) });
        }
    }
    return [...merged.values()].map(({ edit }) => edit).sort(byPlace);
}
function sameEdit(one, other) {
    const isSame = one.edit.text === other.edit.text && one.edit.replacement === other.edit.replacement;
    if (isSame)
        return one.edit;
    throw differentEdits(one, other);
}
/** `whose`: who needs the hash. Throws HASH_AMBIGUOUS where they need different ones. */
function joinHashEdits(one, other, whose) {
    const [mine, theirs] = [one.edit, other.edit];
    if (mine.newHash !== theirs.newHash) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'HASH_AMBIGUOUS',
            subject: (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(mine),
            reason: `it is one hash for several that now need different ones: ${mine.newHash} for ${whose(one.answer)}; ${theirs.newHash} for ${whose(other.answer)}`
        });
    }
    const same = ['text', 'replacement', 'oldHash'];
    if (same.some((name) => mine[name] !== theirs[name]))
        throw differentEdits(one, other);
    return {
        ...mine,
        systems: inEither(mine.systems, theirs.systems),
        derivations: inEither(mine.derivations, theirs.derivations)
    };
}
/** What is in either, in order. */
function inEither(some, others) {
    return [...new Set([...some, ...others])].sort();
}
/** A file that one made anew is the same for all that say anything of it. Throws COMPUTED_CONFLICT. */
function mergeBeside(answers) {
    const files = new Map();
    for (const answer of answers) {
        for (const file of answer.change.beside.files) {
            const known = files.get(file.path);
            files.set(file.path, known ?? { file, answer });
            const isSame = known === undefined || known.file.text === file.text;
            if (!isSame)
                throw otherFile(known.answer, answer, file.path);
        }
    }
    for (const answer of answers) {
        const { versions, hashes, beside } = answer.change;
        for (const { file } of [...versions, ...hashes, ...beside.keys]) {
            const made = files.get(file);
            if (made === undefined || beside.files.some(({ path }) => path === file))
                continue;
            throw otherFile(made.answer, answer, file);
        }
    }
    const left = answers.flatMap(({ change }) => change.beside.left);
    return {
        files: [...files.values()].map(({ file }) => file).sort((a, b) => (a.path < b.path ? -1 : 1)),
        keys: mergeEdits(answers, ({ change }) => change.beside.keys, sameEdit),
        left: [...new Map(left.map((one) => [one.path, one])).values()].filter(({ path }) => !files.has(path))
    };
}
function otherFile(one, other, path) {
    return conflict([one.file, other.file], `they make ${path} differently`);
}
function differentEdits(one, other) {
    return conflict([one.answer.file, other.answer.file], `they edit ${(0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(one.edit)} differently: ${JSON.stringify(one.edit.replacement)} and ${JSON.stringify(other.edit.replacement)}`);
}
/** `edits`: those of all answers together. Throws COMPUTED_CONFLICT, about those that have two that overlap. */
function refuseOverlaps(answers, edits, editsOf) {
    const sorted = edits.toSorted(byPlace);
    for (const [index, edit] of sorted.entries()) {
        const before = sorted[index - 1];
        if (before?.file !== edit.file || before.end <= edit.start)
            continue;
        const isTheirs = (one) => [before, edit].some((two) => one.file === two.file && one.start === two.start);
        const files = answers.filter((answer) => editsOf(answer).some(isTheirs)).map(({ file }) => file);
        throw conflict(files, `two edits overlap at ${(0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(edit)}`);
    }
}
function byPlace(a, b) {
    if (a.file !== b.file)
        return a.file < b.file ? -1 : 1;
    return a.start - b.start;
}
function conflict(files, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'COMPUTED_CONFLICT',
        subject: files.join(' and '),
        reason
    });
}


/***/ }),

/***/ 52452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ formatComputed),
/* harmony export */   I0: () => (/* binding */ hasSaneSpan),
/* harmony export */   Np: () => (/* binding */ sri),
/* harmony export */   Tp: () => (/* binding */ parseDocument),
/* harmony export */   Zj: () => (/* binding */ parseComputed),
/* harmony export */   _Z: () => (/* binding */ editShape),
/* harmony export */   cd: () => (/* binding */ commit),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   nP: () => (/* binding */ computedInvalid),
/* harmony export */   qU: () => (/* binding */ system),
/* harmony export */   sz: () => (/* binding */ mostTogether),
/* harmony export */   xv: () => (/* binding */ mostEdits)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99769);
/* harmony import */ var _beside_zone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23218);
/* harmony import */ var _source_follows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48369);
/* harmony import */ var _version_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45109);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55072);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86778);








/** Raised when a reader of the old form would go wrong. */
const schemaVersion = 2;
/** Edits of one file, and of several merged ones. */
const mostEdits = 1000;
/** Packages that are one change. */
const mostTogether = 256;
/** On one line. */
const line = (longest) => zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'holds a control character');
/** SHA-256 or SHA-512 as Nix writes them now, and in no other spelling of the same bytes. */
const sri = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
    .regex(/^(sha256-[A-Za-z0-9+/]{43}=|sha512-[A-Za-z0-9+/]{86}==)$/, 'is no hash')
    .refine((text) => {
    const base64 = text.slice('sha256-'.length);
    return Buffer.from(base64, 'base64').toString('base64') === base64;
}, 'is no hash in its canonical form');
const path = line(1000).refine((text) => text.split('/').every((part) => !['', '.', '..'].includes(part) && !/^\.git$/i.test(part)), 'is no path inside the repository');
const offset = zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().min(0);
const editShape = {
    file: path,
    start: offset,
    end: offset,
    line: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().min(1),
    text: line(1000),
    replacement: line(1000)
};
const edit = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej(editShape).refine(hasSaneSpan, 'has a span that is not its text’s');
const commit = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'is no commit');
const system = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[a-z0-9_]{1,40}-[a-z]{1,40}$/, 'is no system');
const madeFile = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    path,
    text: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().max(_project_project_js__WEBPACK_IMPORTED_MODULE_4__/* .largestFile */ .Ny).refine(isText, 'is no text'),
    isNew: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY(),
    by: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['source', 'script', 'command', 'lock'])
});
const beside = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    files: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(madeFile)
        .max(_beside_zone_js__WEBPACK_IMPORTED_MODULE_2__/* .mostMade */ .fe)
        .refine((files) => files.reduce((sum, { text }) => sum + text.length, 0) <= _beside_zone_js__WEBPACK_IMPORTED_MODULE_2__/* .largestMade */ .SD, `hold over ${_beside_zone_js__WEBPACK_IMPORTED_MODULE_2__/* .largestMade */ .SD} characters`),
    // Of an entry that goes, its line goes with it.
    keys: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ ...editShape, text: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().max(1000).refine(isText) })),
    left: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ path, reason: line(1000) })).max(100)
});
/** Without what no text file holds: NUL, and halves of characters. */
function isText(text) {
    return !text.includes('\0') && text.isWellFormed();
}
const hashEdit = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    ...editShape,
    // One more entry of `outputHashes` may have a line of its own.
    replacement: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .max(1000)
        .regex(/^(?:\r?\n[ \t]*)?\P{Cc}*$/u, 'holds a control character'),
    systems: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(system).min(1).max(20),
    derivations: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(line(300)).max(100),
    oldHash: sri.nullable(),
    newHash: sri
})
    .refine(hasSaneSpan, 'has a span that is not its text’s')
    .refine(({ text, replacement }) => text === '' || !replacement.includes('\n'), {
    path: ['replacement'],
    error: 'holds a control character'
});
function hasSaneSpan({ start, end, text }) {
    return end - start === text.length;
}
const version = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().refine(_version_words_js__WEBPACK_IMPORTED_MODULE_7__/* .isVersion */ .lF, 'is no version').nullable();
const pageUrl = line(2000)
    .regex(/^https?:\/\/[^\s/]/)
    .nullable();
const count = zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().min(0);
const schema = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(schemaVersion),
    package: line(1000),
    together: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(line(1000).min(1)).min(2).max(mostTogether).optional(),
    name: line(200).min(1),
    oldVersion: line(100).nullable(),
    newVersion: version,
    head: commit,
    source: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_source_follows_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceProofs */ .Lm),
    systems: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(system).min(1).max(20),
    versions: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(edit),
    hashes: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(hashEdit),
    revision: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        old: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{7,40}$/, 'is no commit'),
        new: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/, 'is no commit')
    })
        .nullable(),
    told: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_types_js__WEBPACK_IMPORTED_MODULE_5__/* .toldKinds */ .L8),
        file: path,
        line: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().min(1),
        text: line(1000),
        why: line(2000)
    }))
        .max(mostEdits)
        .default([]),
    beside: beside.default(_types_js__WEBPACK_IMPORTED_MODULE_5__/* .nothingBeside */ .i6),
    checks: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['evaluate', 'build', 'smoke-test', 'format']),
        result: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['passed', 'skipped']),
        detail: line(1000)
    }))
        .max(20),
    counts: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        evaluations: zod__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1P(system, count),
        rounds: count,
        builds: count
    }),
    notes: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(line(2000)).max(100).default([]),
    releaseUrl: pageUrl,
    compareUrl: pageUrl
})
    .refine(({ versions, hashes, beside: { keys } }) => versions.length + hashes.length + keys.length <= mostEdits, `has over ${mostEdits} edits`)
    .refine(({ source, oldVersion, newVersion, revision }) => (source === 'kept') === (oldVersion === newVersion && revision === null), 'has a source that is not its version’s')
    .refine(({ package: own, together }) => together?.includes(own) !== false, {
    path: ['together'],
    error: 'does not name its own package'
});
/** One JSON document, readable by people too. */
function formatComputed({ change, ...rest }) {
    const { told, source, systems, checks, counts, notes, releaseUrl, compareUrl, together } = rest;
    const { name, oldVersion, newVersion, head, versions, hashes, revision, beside } = change;
    const document = {
        schemaVersion,
        package: change.package.text,
        ...(together === undefined ? {} : { together: [...together] }),
        name,
        oldVersion,
        newVersion,
        head,
        source,
        systems,
        versions,
        hashes,
        revision,
        told: told.slice(0, mostEdits).map((place) => ({
            ...place,
            text: oneLine(place.text, 1000),
            why: oneLine(place.why, 2000)
        })),
        beside: {
            ...beside,
            left: beside.left
                .slice(0, 100)
                .map(({ path, reason }) => ({ path, reason: oneLine(reason, 1000) }))
        },
        checks,
        counts,
        notes: notes.slice(0, 100).map((note) => oneLine(note, 2000)),
        releaseUrl,
        compareUrl
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
function oneLine(text, longest) {
    return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, longest);
}
/** Throws COMPUTED_INVALID about `file` for all that `formatComputed` cannot have written. */
function parseComputed(text, file) {
    const data = parseDocument(text, file, schema);
    const { told, source, systems, checks, counts, notes, releaseUrl, compareUrl, together } = data;
    const { name, oldVersion, newVersion, head, versions, hashes, revision, beside } = data;
    const reference = parsePackage(data.package, file);
    return {
        change: {
            ...{ package: reference, name, oldVersion, newVersion, head, versions, hashes, revision },
            beside
        },
        told,
        source,
        systems,
        checks,
        counts,
        notes,
        releaseUrl,
        compareUrl,
        ...(together === undefined ? {} : { together: [...new Set(together)].sort() })
    };
}
/** JSON of that shape. Throws COMPUTED_INVALID. */
function parseDocument(text, file, shape) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch (cause) {
        throw computedInvalid(file, 'it is not JSON', cause);
    }
    const parsed = shape.safeParse(document);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    const what = where === '' ? 'it' : `its ${where.slice(0, 100)}`;
    throw computedInvalid(file, `${what}: ${(issue?.message ?? '').slice(0, 300)}`, parsed.error);
}
function parsePackage(text, file) {
    try {
        return (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageReference */ .vH)(text);
    }
    catch (cause) {
        if (!(cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9))
            throw cause;
        throw computedInvalid(file, `its package: ${cause.reason}`, cause);
    }
}
function computedInvalid(file, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'COMPUTED_INVALID', subject: file, reason, cause });
}


/***/ }),

/***/ 56951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yi: () => (/* binding */ noCounts),
/* harmony export */   c5: () => (/* binding */ addCounts),
/* harmony export */   ky: () => (/* binding */ countEvaluation),
/* harmony export */   rq: () => (/* binding */ evaluationsIn)
/* harmony export */ });
/** Of work that has not begun. */
function noCounts() {
    return { evaluations: {}, rounds: 0, builds: 0 };
}
function countEvaluation({ evaluations }, system, number = 1) {
    evaluations[system] = (evaluations[system] ?? 0) + number;
}
/** `one` is done after what is in `all`. */
function addCounts(all, { evaluations, rounds, builds }) {
    for (const [system, number] of Object.entries(evaluations))
        countEvaluation(all, system, number);
    all.rounds += rounds;
    all.builds += builds;
}
/** For all systems together. */
function evaluationsIn({ evaluations }) {
    return Object.values(evaluations).reduce((sum, number) => sum + number, 0);
}


/***/ }),

/***/ 55905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ Definitions),
/* harmony export */   TQ: () => (/* binding */ closureOf),
/* harmony export */   lW: () => (/* binding */ fixedOutputs)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69268);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32393);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13866);




/**
 * What a derivation fetches, and what it is made of: equal for two that would fetch or make the same, whatever hash each expects,
 * of itself or of what it needs, and whatever they do it with. Its own texts count, less its tools; of what it needs counts
 *
 *     source  whole: its own definition
 *     part    what it is fetched from and the files that it holds, not its texts
 *     tool    nothing, not even the version in its name
 *
 * as `roleOf` has it.
 */
class Definitions {
    #graph;
    #options;
    #outputs;
    #whole = new Map();
    #parts = new Map();
    constructor(graph, options = {}) {
        this.#graph = graph;
        this.#options = options;
        this.#outputs = (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .outputsIn */ ._j)(graph);
    }
    of(drvPath) {
        return this.#known(this.#whole, drvPath, (derivation) => this.#define(derivation));
    }
    #partsOf(drvPath) {
        return this.#known(this.#parts, drvPath, (derivation) => JSON.stringify((0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(derivation) ? this.of(drvPath) : this.#needed(derivation).toSorted()));
    }
    #known(known, drvPath, define) {
        const derivation = this.#graph.get(drvPath);
        const definition = known.get(drvPath) ??
            (derivation === undefined || this.#options.shared?.has(drvPath) === true
                ? drvPath
                : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(define(derivation)).digest('hex'));
        known.set(drvPath, definition);
        return definition;
    }
    #define(derivation) {
        const { name, system, args, outputs } = derivation;
        const fixed = (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .fixedOutputOf */ .RS)(derivation);
        const texts = (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .attributeTexts */ .F_)(derivation)
            .filter(([key]) => key !== 'outputHash' && !(0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isToolKey */ .Kr)(key) && !outputs.has(key))
            .map(([key, value]) => [key, this.#text(derivation, key, value)]);
        return JSON.stringify([
            this.#text(derivation, 'name', name),
            system,
            args.map((text) => this.#text(derivation, 'args', text)),
            this.#options.withHashes === true && fixed !== null ? (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(fixed.digest) : '',
            texts.toSorted(([a], [b]) => (a < b ? -1 : 1)),
            this.#needed(derivation, true).toSorted()
        ]);
    }
    #text(derivation, key, value) {
        const replaced = value.replaceAll(_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .pathsWithRest */ .r3, (whole, path, rest) => {
            const input = (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .inputAt */ .MU)(path, derivation, this.#outputs);
            // A part of the checkout that is copied from the store has the hash in its name.
            if (input === null)
                return this.#options.ignoreSources === true ? nameOf(whole) : whole;
            if (input === derivation)
                return `own${rest}`;
            const role = (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .roleOf */ .kp)(key, rest, input);
            if (role === 'tool')
                return 'tool';
            return (role === 'source' ? this.of(input.drvPath) : this.#partsOf(input.drvPath)) + rest;
        });
        return (this.#options.rewrite ?? String)(replaced);
    }
    /** The sources and parts that it needs. `unsaid`: only those that no text that counts tells. */
    #needed(derivation, unsaid = false) {
        const uses = (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .usesOf */ .MZ)(derivation, this.#outputs);
        const derivations = [...derivation.inputDrvs.keys()].flatMap((drvPath) => {
            const input = this.#graph.get(drvPath);
            if (input === undefined)
                return [drvPath];
            const roles = uses.flatMap((use) => (use.input === input ? [use.role] : []));
            if (unsaid && roles.some((role) => role !== 'tool'))
                return [];
            if ((0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(input) || roles.includes('source'))
                return [this.of(drvPath)];
            const isTool = roles.length > 0 ? !roles.includes('part') : (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isPackage */ .dn)(input);
            return isTool ? [] : [this.#partsOf(drvPath)];
        });
        if (unsaid)
            return derivations;
        const sources = uses.flatMap(({ input, path, key }) => input !== null || (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isToolKey */ .Kr)(key) ? [] : [path]);
        return [
            ...derivations,
            ...sources.map((path) => (this.#options.ignoreSources === true ? nameOf(path) : path))
        ];
    }
}
function nameOf(path) {
    return path.replaceAll(/(?:\/nix\/store\/)?[0-9a-df-np-sv-z]{32}-/g, '');
}
/** Derivations and all that they need, each once; not what is needed by one that does not go on. */
function* closureOf(graph, drvPaths, goesOn = () => true) {
    const seen = new Set(drvPaths);
    // A set gives what is added to it while it is read: breadth first.
    for (const path of seen) {
        const derivation = graph.get(path);
        if (derivation === undefined)
            continue;
        yield derivation;
        if (goesOn(derivation))
            for (const input of derivation.inputDrvs.keys())
                seen.add(input);
    }
}
/** Those of the graph whose hash is fixed. */
function fixedOutputs(graph) {
    return [...graph.values()].filter(_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ);
}


/***/ }),

/***/ 77552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FG: () => (/* binding */ fencedDiff),
/* harmony export */   WH: () => (/* binding */ unifiedDiff)
/* harmony export */ });
/* unused harmony export shownDiff */
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37291);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51616);




/** The change as `git apply` and `patch -p1` take it; empty when there is none. */
function unifiedDiff(files) {
    return files
        .filter(({ before, after }) => before !== after)
        .toSorted((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ path, before, after }) => (0,diff__WEBPACK_IMPORTED_MODULE_3__/* .createTwoFilesPatch */ .ss)(oldName(path, before), `b/${path}`, before ?? '', after, undefined, undefined, {
        context: 3,
        headerOptions: diff__WEBPACK_IMPORTED_MODULE_3__/* .FILE_HEADERS_ONLY */ .jr
    }))
        .join('');
}
function oldName(path, before) {
    return before === null ? '/dev/null' : `a/${path}`;
}
/** The same as a block of Markdown, which no line of it ends. */
function fencedDiff(diff) {
    const runs = [...diff.matchAll(/`+/g)].map(([run]) => run.length);
    const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
    return [`${fence}diff`, diff.trimEnd(), fence].join('\n');
}
/**
 * The same for who reads it at a terminal: with colours where the stream takes them, and without what would steer the terminal. A
 * pipe gets it as it is. In a job that pipe may be the log, where a line of somebody's file may look like a command to the runner: it is
 * told to obey none until the end, by two lines around the diff, which `git apply` and `patch` skip.
 */
function shownDiff(diff, stream, isJob) {
    if (!stream.isTTY)
        return isJob && diff !== '' ? fenced(diff) : diff;
    return diff
        .split('\n')
        .map((line) => {
        const text = plainLines(line);
        const format = formatOf(line);
        return format === null ? text : styleText(format, text, { stream });
    })
        .join('\n');
}
function fenced(lines) {
    const word = randomUUID();
    return `::stop-commands::${word}\n${lines}::${word}::\n`;
}
function formatOf(line) {
    if (/^(---|\+\+\+) /.test(line))
        return 'bold';
    if (line.startsWith('@@'))
        return 'cyan';
    if (line.startsWith('+'))
        return 'green';
    return line.startsWith('-') ? 'red' : null;
}


/***/ }),

/***/ 37584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ hashFound)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86778);




/** A hash that Nix found to be wrong and that is none of those that changed: what it is, and where it stands. HASH_DRIFT. */
function hashFound({ drvPath, specified, got }, literals, computed) {
    const name = drvPath === null ? 'what is fetched' : nameOf(drvPath);
    const hashes = `${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(got)} and not ${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(specified)}`;
    const made = computed.find(({ digest }) => (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(digest, specified));
    if (made !== undefined) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'HASH_DRIFT',
            subject: (0,_types_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$t)(made.literal),
            reason: `${name} is another one each time: its hash is ${hashes}, which was made a moment ago`,
            hint: 'Fetch something that stays as it is.'
        });
    }
    const places = literals
        .filter(({ digest }) => digest !== null && (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(digest, specified))
        .map(_types_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$t);
    if (places.length === 0) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'HASH_DRIFT',
            subject: name,
            reason: `its hash is ${hashes}, which stands in no tracked file`,
            hint: 'It belongs to what the package is built with: mend or update that first.'
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'HASH_DRIFT',
        subject: places.join(', '),
        reason: `it was wrong before, and the new version does not change it: the hash of ${name} is ${hashes}`,
        hint: 'Run it with `version: keep` first, which makes the hashes of the present version anew.'
    });
}
function nameOf(drvPath) {
    return (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(drvPath).name.replace(/\.drv$/, '');
}


/***/ }),

/***/ 59780:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ dyeOf),
/* harmony export */   cQ: () => (/* binding */ graphOf),
/* harmony export */   fR: () => (/* binding */ fedBy),
/* harmony export */   s9: () => (/* binding */ evaluateDyed),
/* harmony export */   yg: () => (/* binding */ fedOnEach),
/* harmony export */   zk: () => (/* binding */ dyesOf)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _nix_build_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2403);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32393);
/* harmony import */ var _nix_evaluation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7117);
/* harmony import */ var _nix_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2632);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55905);
/* harmony import */ var _literals_dye_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62290);
/* harmony import */ var _side_by_side_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30742);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(86778);
/* harmony import */ var _workshop_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(58674);











/** Failed evaluations that are looked into before giving up. */
const mostFailures = 40;
/**
 * Writes each literal's dye into the copy and evaluates the package for each system. An evaluation that has to build or fetch a dyed
 * source fails, and names its true hash: that takes the dye's place, and the evaluation is repeated. Throws EVALUATION_FAILED when the
 * package does not evaluate without dyes either, FETCH_FAILED, BUILD_FAILED or HASH_AMBIGUOUS.
 */
async function evaluateDyed(shop, literals, options = {}) {
    const result = {
        packages: new Map(),
        graphs: new Map(),
        read: new Map(),
        fetched: new Map(),
        kept: new Set(options.kept),
        gone: new Map(),
        replacements: new Map()
    };
    const dyeing = { shop, literals, options, result };
    let failures = 0;
    for (let waiting = shop.systems; waiting.length > 0;) {
        result.replacements = dyedReplacements(dyeing);
        await (0,_workshop_js__WEBPACK_IMPORTED_MODULE_10__/* .writeCopy */ .bt)(shop, result.replacements);
        for (const [system, evaluated] of await (0,_side_by_side_js__WEBPACK_IMPORTED_MODULE_8__/* .evaluateSystems */ .I)(shop, waiting)) {
            if ('drvPath' in evaluated) {
                await take(dyeing, evaluated);
                continue;
            }
            failures++;
            if (learnFrom(dyeing, system, evaluated) && failures <= mostFailures)
                continue;
            if (await leaveOut(dyeing, system, evaluated))
                continue;
            await (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_4__/* .logWords */ .UU)(shop.log, evaluated.stderr);
            throw inOwnWords(evaluated, system);
        }
        waiting = waiting.filter((system) => !result.packages.has(system));
    }
    return result;
}
async function take({ shop, result }, evaluated) {
    const { system, drvPath } = evaluated;
    const options = { closure: true, known: shop.derivations };
    result.packages.set(system, evaluated);
    result.graphs.set(system, await (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__/* .readDerivations */ .rj)(shop.nix, [drvPath], options));
}
/** The package of another system reads its source while it is evaluated: who evaluates has to build it. */
function inOwnWords({ error }, system) {
    if (!(0,_nix_build_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .needsOtherMachine */ .Ni)(error.reason))
        return error;
    return error.with({
        code: 'HASH_NEEDS_MACHINE',
        reason: `it is evaluated for ${system}, and that takes building for it: ${error.reason}`,
        hint: undefined
    });
}
/** The dye of a literal: the same in every evaluation of a run. */
function dyeOf({ project }, literal) {
    return (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_7__/* .dyeDigest */ .vz)(project.head, `${literal.file}:${literal.start}`, literal.algorithm);
}
/** Each literal dyed. */
function dyesOf(shop, literals) {
    return new Map(literals.map((one) => [one, (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_7__/* .writeDigest */ .O_)(one, dyeOf(shop, one))]));
}
/** `dyed`: those of the literals that get their dyes. */
function dyedReplacements({ shop, literals, options, result }, dyed = literals) {
    const replacements = new Map(options.others);
    for (const literal of new Set([...dyed, ...result.read.keys(), ...result.fetched.keys()])) {
        if (result.kept.has(literal))
            continue;
        const digest = standing(shop, result, literal);
        if (digest !== literal.digest)
            replacements.set(literal, (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_7__/* .writeDigest */ .O_)(literal, digest));
    }
    return replacements;
}
/** What stands at a literal that is not kept. */
function standing(shop, result, literal) {
    const fetch = result.fetched.get(literal);
    if (fetch !== undefined)
        return fetch.isTaken ? fetch.got : (literal.digest ?? fetch.got);
    return result.read.get(literal) ?? dyeOf(shop, literal);
}
/** Whether Nix's words tell what to write instead of a dye, or of what stands in the file. */
function learnFrom(dyeing, system, { stderr }) {
    const { shop, literals, options, result } = dyeing;
    const known = new Set([...result.read.keys(), ...result.fetched.keys()]);
    let learned = false;
    for (const { drvPath, address, specified, got } of (0,_nix_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_5__/* .hashMismatches */ .F)(stderr)) {
        for (const literal of literals) {
            if (drvPath === null && result.fetched.get(literal)?.isTaken === true && known.has(literal))
                refuseSecond(literal, system, result.fetched.get(literal), { specified, got });
            const isDye = !known.has(literal) && !result.kept.has(literal);
            const stands = isDye ? dyeOf(shop, literal) : literal.digest;
            if (stands === null || !(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(stands, specified))
                continue;
            if (drvPath !== null) {
                if (!isDye || result.read.has(literal))
                    continue;
                result.read.set(literal, got);
            }
            else {
                if (result.fetched.get(literal)?.isTaken === true)
                    continue;
                if (got.algorithm !== literal.algorithm && literal.digest !== null)
                    continue;
                const fetch = { address: address ?? '', got, system };
                // What stands in the file cannot stay when it is not that of what is fetched, which Nix found out only now.
                const isTaken = !isDye || literal.digest === null || (options.takes?.(literal, fetch) ?? true);
                result.fetched.set(literal, { ...fetch, isTaken });
                result.kept.delete(literal);
            }
            learned = true;
        }
    }
    return learned;
}
/** One literal for two downloads, of two systems for instance, that are not the same. */
function refuseSecond(literal, system, fetch, { specified, got }) {
    if (fetch === undefined || !(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(fetch.got, specified))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'HASH_AMBIGUOUS',
        subject: (0,_types_js__WEBPACK_IMPORTED_MODULE_9__/* .placeOf */ .$t)(literal),
        reason: `it is the hash of several downloads, which now differ: ${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(fetch.got)} (${fetch.system}) and ${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(got)} (${system})`
    });
}
/**
 * The package does not evaluate, and Nix names no dye. If it does without dyes, finds the literals that it cannot do without, by
 * halves; they are kept from then on.
 */
async function leaveOut(dyeing, system, failure) {
    const { shop, literals, result } = dyeing;
    // What was read is right: with the old version's hash it would be the old version's.
    const isDyed = (literal) => !result.kept.has(literal) && !result.read.has(literal);
    const dyed = literals.filter(isDyed);
    if (dyed.length === 0)
        return false;
    let budget = mostFailures;
    /** null: it evaluates. */
    const failureWith = async (subset) => {
        if (budget-- <= 0)
            throw tooStubborn(failure);
        await (0,_workshop_js__WEBPACK_IMPORTED_MODULE_10__/* .writeCopy */ .bt)(shop, dyedReplacements(dyeing, subset));
        const evaluated = await (0,_workshop_js__WEBPACK_IMPORTED_MODULE_10__/* .evaluateCopy */ .TK)(shop, system);
        if ('drvPath' in evaluated)
            return null;
        // What it tells on the way is of use as well.
        return learnFrom(dyeing, system, evaluated) ? failureWith(subset) : evaluated;
    };
    if ((await failureWith([])) !== null)
        return false;
    const harmless = [];
    const add = async (part) => {
        const wanted = part.filter(isDyed);
        if (wanted.length === 0)
            return;
        const failed = await failureWith([...harmless, ...wanted]);
        if (failed === null) {
            harmless.push(...wanted);
            return;
        }
        if (wanted.length === 1) {
            for (const literal of wanted) {
                result.kept.add(literal);
                if (isDownload(failed))
                    result.gone.set(literal, failed.error.reason);
            }
            return;
        }
        const half = Math.ceil(wanted.length / 2);
        await add(wanted.slice(0, half));
        await add(wanted.slice(half));
    };
    await add(dyed);
    return true;
}
/** In the words of `fetchTarball` and `fetchurl`, and of git. */
function isDownload({ error: { reason } }) {
    return /unable to download '|cannot fetch input '|program 'git' failed|failed to fetch/i.test(reason);
}
function tooStubborn({ error }) {
    return error.with({
        reason: `it evaluates as it stands, but not with other hashes in it: ${error.reason}`
    });
}
/** All that the package needs on a system. */
function graphOf({ graphs }, system) {
    return graphs.get(system) ?? new Map();
}
/** Which fixed-output derivations each literal feeds on a system. */
function fedBy(shop, literals, evaluation, system) {
    const byDigest = Map.groupBy(literals.filter((literal) => !evaluation.kept.has(literal)), (literal) => keyOf(standing(shop, evaluation, literal)));
    const readByDye = Map.groupBy(evaluation.read.keys(), (literal) => keyOf(dyeOf(shop, literal)));
    const fed = new Map();
    for (const derivation of (0,_definitions_js__WEBPACK_IMPORTED_MODULE_6__/* .fixedOutputs */ .lW)(graphOf(evaluation, system))) {
        for (const { fixed } of derivation.outputs.values()) {
            if (fixed === null)
                continue;
            const key = keyOf(fixed.digest);
            // A system that was evaluated before another one's reading told the hash still has the dye.
            for (const literal of [...(byDigest.get(key) ?? []), ...(readByDye.get(key) ?? [])])
                fed.set(literal, [...(fed.get(literal) ?? []), derivation]);
        }
    }
    return fed;
}
/** The same on each system. */
function fedOnEach(shop, literals, evaluation) {
    return new Map(shop.systems.map((system) => [system, fedBy(shop, literals, evaluation, system)]));
}
function keyOf({ algorithm, bytes }) {
    return `${algorithm}:${bytes.toString('hex')}`;
}


/***/ }),

/***/ 62410:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _D: () => (/* binding */ fetchedMainBy),
/* harmony export */   lu: () => (/* binding */ fetchedByEvaluation),
/* harmony export */   yu: () => (/* binding */ isMoved)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(96356);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69268);
/* harmony import */ var _nix_content_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15740);
/* harmony import */ var _nix_path_info_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14237);
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59094);
/* harmony import */ var _nix_validity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93861);
/* harmony import */ var _flake_inputs_lock_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(66693);
/* harmony import */ var _literals_edit_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(382);
/* harmony import */ var _part_of_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(59474);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(86778);












/**
 * Those of the paths that evaluation fetched, as a whole or less what a filter leaves out, and did not take from the checkout. What
 * comes from nowhere else and stands at `src` was fetched in a way that has no hash of its own in the files (`fetchGit`, a hash put
 * together from pieces).
 */
async function fetchedByEvaluation(shop, [was, now], before, after) {
    const missing = await (0,_nix_validity_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidPaths */ .i)(shop.nix, [...now.paths.keys()]);
    const origins = [...(await flakeInputs(shop)), ...fetches(before, after)];
    const found = [];
    for (const [path, isMain] of now.paths) {
        if (missing.has(path))
            continue;
        const own = await originsAt(shop, path, isMain, origins);
        if (own === null)
            continue;
        const unknown = {
            words: unknownWords(shop, path),
            literals: [],
            isMoved: !(await isThereByContent(shop, path, [...was.paths.keys()])),
            held: []
        };
        found.push(...(own.length > 0 ? own : [unknown]));
    }
    return found;
}
/** What the package's `src` was fetched by while it was evaluated as it stands. Empty: by nothing, or in a way that has no name. */
async function fetchedMainBy(shop, main, evaluation) {
    if (main.length === 0)
        return [];
    const origins = [...(await flakeInputs(shop)), ...fetches(evaluation, evaluation)];
    const missing = origins.length === 0 ? new Set(main) : await (0,_nix_validity_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidPaths */ .i)(shop.nix, main);
    const found = [];
    for (const path of main.filter((one) => !missing.has(one)))
        found.push(...((await originsAt(shop, path, true, origins)) ?? []).map(({ by }) => by));
    return found;
}
/** Those that a path is the content of, or a part of. null: the path is the checkout's, or nothing that the package is made of. */
async function originsAt(shop, path, isMain, origins) {
    const digests = origins.length === 0 ? [] : await digestsOf(shop, path);
    const whole = origins.filter(({ digest }) => digests.some((one) => (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sameDigest */ .VB)(one, digest)));
    if (whole.length > 0)
        return whole;
    // Beside `src` there are a fetcher's own scripts.
    if (!isMain || (await isMadeHere(shop, path)))
        return null;
    const parts = [];
    for (const origin of origins)
        if (await (0,_part_of_js__WEBPACK_IMPORTED_MODULE_9__/* .isPartOf */ .x)(path, (0,_nix_content_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fixedPath */ .M)(origin.digest, 'recursive', 'source')))
            parts.push(origin);
    return parts;
}
/** Whether one of these paths is the same, or holds the same under another name, such as one with the version in it. */
async function isThereByContent({ nix }, path, paths) {
    if (paths.includes(path))
        return true;
    const missing = await (0,_nix_validity_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidPaths */ .i)(nix, paths);
    const known = await (0,_nix_path_info_js__WEBPACK_IMPORTED_MODULE_4__/* .queryPathInfo */ .iO)(nix, [path, ...paths.filter((one) => !missing.has(one))]);
    const own = known.get(path)?.narHash;
    return [...known].some(([one, { narHash }]) => one !== path && narHash === own);
}
/** A copy of files of the checkout, or a text that the evaluation wrote. */
async function isMadeHere({ nix, copy, project }, path) {
    const [info] = (await (0,_nix_path_info_js__WEBPACK_IMPORTED_MODULE_4__/* .queryPathInfo */ .iO)(nix, [path])).values();
    if (info?.ca?.startsWith('text:') === true)
        return true;
    return (await (0,_part_of_js__WEBPACK_IMPORTED_MODULE_9__/* .isPartOf */ .x)(path, copy.folder)) || (0,_part_of_js__WEBPACK_IMPORTED_MODULE_9__/* .isPartOf */ .x)(path, project.root);
}
/** As `fetchTarball` and as `fetchurl` hash. */
async function digestsOf({ nix }, path) {
    const isFile = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isFile();
    const found = [];
    for (const type of ['sha256', 'sha512']) {
        for (const how of isFile ? ['file', 'path'] : ['path']) {
            const args = ['hash', how, '--type', type, '--', path];
            found.push((0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)((await (0,_nix_run_js__WEBPACK_IMPORTED_MODULE_5__/* .expectNix */ .lr)(nix, { program: 'nix', args })).trim()));
        }
    }
    return found.filter((digest) => digest !== null);
}
function fetches(before, after) {
    return [...after.fetched].flatMap(([literal, fetch]) => {
        const digest = fetch.isTaken ? fetch.got : literal.digest;
        if (digest === null)
            return [];
        const by = { kind: 'hash', literal, address: fetch.address };
        const words = `the hash at ${(0,_types_js__WEBPACK_IMPORTED_MODULE_10__/* .placeOf */ .$t)(literal)} is that of ${fetch.address} as before`;
        const was = before.fetched.get(literal)?.got ?? literal.digest;
        const held = was === null ? [] : [was];
        const isOther = isMoved(literal, fetch, before);
        return [{ by, digest, words, literals: [literal], isMoved: isOther, held }];
    });
}
/** Evaluation fetched it from elsewhere than before, or something else. */
function isMoved(literal, { address, got }, { fetched }) {
    const before = fetched.get(literal);
    // Its old address may have had no answer.
    if (before === undefined)
        return literal.digest === null || !(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sameDigest */ .VB)(literal.digest, got);
    return before.address !== address || !(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sameDigest */ .VB)(before.got, got);
}
/** Of the flake's inputs, and theirs, as they are locked by now. */
async function flakeInputs({ project, copy }) {
    const path = (0,_flake_inputs_lock_file_js__WEBPACK_IMPORTED_MODULE_7__/* .lockPath */ .HZ)(project);
    if (path === null)
        return [];
    const lockIn = async (folder) => (0,_flake_inputs_lock_file_js__WEBPACK_IMPORTED_MODULE_7__/* .parseLock */ .PG)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path), 'utf8').catch(() => '')) ?? emptyLock;
    const [old, now] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_11__/* .allOf */ .b)([lockIn(project.root), lockIn(copy.folder)]);
    const place = (node) => JSON.stringify([node?.locked?.['narHash'], node?.locked?.['rev']]);
    const known = new Set(Object.values(old.nodes).map(place));
    const [ownBefore, own] = [(0,_flake_inputs_lock_file_js__WEBPACK_IMPORTED_MODULE_7__/* .ownInputs */ .oi)(old), (0,_flake_inputs_lock_file_js__WEBPACK_IMPORTED_MODULE_7__/* .ownInputs */ .oi)(now)];
    const named = Object.values(now.nodes).flatMap(({ inputs }) => Object.entries(inputs ?? {}));
    return named.flatMap(([name, to]) => {
        const node = typeof to === 'string' ? now.nodes[to] : undefined;
        const digest = (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(String(node?.locked?.['narHash'] ?? ''));
        if (node === undefined || digest === null)
            return [];
        const isOwn = own.get(name) === node;
        const isMoved = isOwn ? place(ownBefore.get(name)) !== place(node) : !known.has(place(node));
        const words = `the flake’s input \`${name}\` is locked where it was (\`nix flake update ${name}\`)${isOwn ? ': a new version moves it where its `url` has the old one’s tag' : ''}`;
        const by = { kind: 'input', name, isOwn };
        return [{ by, digest, words, literals: [], isMoved, held: [] }];
    });
}
const emptyLock = { nodes: {}, root: 'root', version: 7 };
/** The commit that one of the files has is rather what pins it. */
function unknownWords({ files }, path) {
    const pins = files.flatMap(({ path: file, text }) => !file.endsWith('.nix')
        ? []
        : [...text.matchAll(/"([0-9a-f]{40})"/g)].map(({ index, 1: commit = '' }) => (0,_types_js__WEBPACK_IMPORTED_MODULE_10__/* .placeOf */ .$t)({ file, line: (0,_literals_edit_js__WEBPACK_IMPORTED_MODULE_8__/* .lineOf */ .L)(text, index) }) + ` (${commit})`));
    const [pin] = pins.length === 1 ? pins : [];
    return `its source ${path} is what evaluation fetched before${pin === undefined ? '' : `, by the commit at ${pin}`}`;
}


/***/ }),

/***/ 52673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gu: () => (/* binding */ isOtherRevision),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   rc: () => (/* binding */ isHandledAlike),
/* harmony export */   u0: () => (/* binding */ sourcesOf)
/* harmony export */ });
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32393);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34962);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13866);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75941);




/**
 * A package that only wraps another one of the same version, or of `oldVersion` where that stayed, has that one's: whatever else it
 * has beside it (an icon, a script) when the other has its name in its own. Pure.
 */
function sourcesOf({ drvPath, pname, version }, graph, oldVersion = null) {
    const outputs = (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .outputsIn */ ._j)(graph);
    const fetched = new Set();
    const paths = new Map();
    const seen = new Set();
    const visit = (derivation) => {
        if (seen.has(derivation))
            return;
        seen.add(derivation);
        const isDownload = (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isFixed */ .zZ)(derivation) && isAddressed(derivation);
        const all = isDownload
            ? []
            : (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .usesOf */ .MZ)(derivation, outputs).filter(({ key, role }) => role !== 'tool' && !/patches$/i.test(key));
        const main = all.filter(({ key }) => mainKey.test(key));
        const uses = main.length > 0 ? main : all;
        // A file in other attributes is rather the script that fetches.
        const isMade = uses.some(({ key, input }) => input !== null || (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isSourceKey */ .Pk)(key));
        if ((0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isFixed */ .zZ)(derivation) && !isMade)
            fetched.add(derivation);
        for (const { key, path, input } of uses) {
            if (input !== null)
                visit(input);
            else if ((0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isSourceKey */ .Pk)(key) || (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isFixed */ .zZ)(derivation))
                paths.set(path, paths.get(path) === true || mainKey.test(key));
        }
    };
    const wrapped = (derivation) => {
        const own = (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .usesOf */ .MZ)(derivation, outputs).some(({ key }) => mainKey.test(key));
        if (!own) {
            const inner = [...derivation.inputDrvs.keys()].flatMap((input) => graph.get(input) ?? []);
            for (const found of inner)
                if (isWrapped(found, true))
                    wrapped(found);
            if (fetched.size + paths.size > 0)
                return;
        }
        visit(derivation);
        if (own || fetched.size + paths.size > 0)
            return;
        for (const input of derivation.inputDrvs.keys()) {
            const found = graph.get(input);
            if (found !== undefined && isWrapped(found, false))
                wrapped(found);
        }
    };
    const isWrapped = (found, byName) => {
        if (!(0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isPackage */ .dn)(found) || (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isFixed */ .zZ)(found))
            return false;
        const isNamesake = found.name === pname || found.name.startsWith(`${pname}-`);
        const endsWith = (text) => text !== null && found.name.endsWith(`-${text}`);
        if (byName)
            return isNamesake && (endsWith(version) || endsWith(oldVersion));
        return endsWith(version);
    };
    const root = graph.get(drvPath);
    if (root !== undefined)
        wrapped(root);
    return { fetched: [...fetched], paths };
}
const mainKey = /^srcs?$/;
function addressOf(derivation) {
    const urls = (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .urlsOf */ .Wn)(derivation).map((url) => url.replace(/#.*$/s, ''));
    const pin = pinOf(derivation, urls);
    if (pin !== null)
        return { text: pin, pin, urls };
    const texts = (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .attributeTexts */ .F_)(derivation).filter(([key]) => urls.length > 0 ? whereKey.test(key) : !nameKey.test(key) && !derivation.outputs.has(key));
    const args = urls.length > 0 ? [] : derivation.args;
    return { text: JSON.stringify([urls, texts.toSorted(), args]), pin, urls };
}
const whereKey = /^(?:rev|ref|tag|revision|branch|branchName|date|module|imageName)$/;
const nameKey = /^(?:name|pname|version|outputHash|finalImageName|finalImageTag)$/;
/** Whether it is another tag, branch or commit than the old ones are, wherever it is fetched from. */
function isOtherRevision(source, old) {
    const known = new Set(old.flatMap(_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .refsOf */ .gA));
    const urls = new Set(old.flatMap(_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .urlsOf */ .Wn));
    const isOther = (0,_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .refsOf */ .gA)(source).some((ref) => !known.has(ref));
    return isOther && (revOf(source) !== null || (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .urlsOf */ .Wn)(source).every((url) => !urls.has(url)));
}
function revOf({ env, structuredAttrs }) {
    const { rev, tag } = structuredAttrs ?? env;
    const found = [rev, tag].find((text) => typeof text === 'string' && text !== '');
    return typeof found === 'string' ? found : null;
}
/** Whether the same is done with what is fetched, whichever tools do it. */
function isHandledAlike(a, b) {
    return handling(a) === handling(b);
}
function handling(derivation) {
    const texts = (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .attributeTexts */ .F_)(derivation)
        .filter(([key]) => scriptKey.test(key))
        .map(([key, text]) => [key, text.replaceAll(_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .pathsWithRest */ .r3, 'path')]);
    return JSON.stringify(texts.toSorted());
}
const scriptKey = /^(?:pre|post)[A-Z]|(?:Phase|Command|Script)$|^extraPostFetch$/;
function isAddressed(derivation) {
    return (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .urlsOf */ .Wn)(derivation).length > 0 || pinOf(derivation, []) !== null;
}
function pinOf({ env, structuredAttrs }, urls) {
    const { imageDigest, rev } = structuredAttrs ?? env;
    if (typeof imageDigest === 'string' && imageDigest !== '')
        return imageDigest;
    if (typeof rev === 'string' && ((0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__/* .isCommit */ .WM)(rev) || /^[0-9a-f]{64}$/.test(rev)))
        return rev;
    for (const url of urls) {
        const commit = commitInUrl.exec(url)?.[1];
        if (commit !== undefined)
            return commit;
    }
    return null;
}
/** An archive that a forge makes of a commit. Other digits in an address mean what its owner likes. */
const commitInUrl = /(?:\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/|\/(?:archive|tarball|zipball|tar\.gz|zip|get|snapshot|raw|blob)\/(?:[\w.-]+-)?|[?&](?:rev|sha|ref|commit|id|h)=)([0-9a-f]{40}(?:[0-9a-f]{24})?)(?![0-9a-f])/;


/***/ }),

/***/ 4079:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ movedInput)
/* harmony export */ });
/* unused harmony export formatLock */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69268);
/* harmony import */ var _literals_edit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(382);
/* harmony import */ var _literals_find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47204);
/* harmony import */ var _literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44647);
/* harmony import */ var _lock_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66693);






/** A large flake has a hundred. */
const mostNodes = 1000;
const tooMany = `it has more than ${mostNodes} nodes`;
/**
 * Which input a lock file has anew. Everything else must be what it was: the other inputs with all that they need, and of this one where it
 * comes from, but for the version, the commit or the tag in it. A sentence's end: why it is no such change. Pure.
 */
function movedInput(before, after, step) {
    const [old, now] = [(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLock */ .PG)(before), (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLock */ .PG)(after)];
    if (old === null || now === null)
        return 'it is no lock file of a flake';
    if (after !== formatLock(now))
        return 'it is not written as Nix writes one';
    if ([old, now].some(({ nodes }) => Object.keys(nodes).length > mostNodes))
        return tooMany;
    if (old.version !== now.version)
        return `its form is ${now.version}, not ${old.version}`;
    const [was, is] = [(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .ownInputs */ .oi)(old), (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .ownInputs */ .oi)(now)];
    const [wasRoot, isRoot] = [old, now].map(({ nodes, root }) => nodes[root]);
    if (wasRoot === undefined || isRoot === undefined)
        return 'it has no root';
    if (!sameShape(wasRoot, isRoot))
        return 'the flake has other inputs than before';
    const unused = unusedNodes(now);
    if (unused !== null)
        return `nothing needs its node ${JSON.stringify(unused)}`;
    const [wholeOld, wholeNow] = [digestsOf(old), digestsOf(now)];
    const moved = [...is].flatMap(([name, node]) => {
        const own = was.get(name);
        return own === undefined || wholeOld(own) === wholeNow(node)
            ? []
            : [{ name, before: own, after: node }];
    });
    const [only, ...others] = moved;
    if (only === undefined)
        return 'no input is another one';
    if (others.length > 0) {
        return `more than one input is another one: ${moved.map(({ name }) => `\`${name}\``).join(', ')}`;
    }
    return whyNotMoved(only, step) ?? whyNotBelow(old, now, only) ?? only;
}
/** As Nix writes it: the names in order, two spaces, a line's end. */
function formatLock(lock) {
    return `${JSON.stringify(inOrder(lock), null, 2)}\n`;
}
function inOrder(value) {
    if (Array.isArray(value))
        return value.map(inOrder);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).toSorted(([a], [b]) => Buffer.from(a).compare(Buffer.from(b)));
    return Object.fromEntries(entries.map(([key, one]) => [key, inOrder(one)]));
}
/** Names and kinds of the inputs: what follows another follows that still. */
function sameShape(a, b) {
    const shape = ({ inputs = {} }) => JSON.stringify(inOrder(Object.fromEntries(Object.entries(inputs).map(([name, to]) => [name, typeof to === 'string' ? '' : to]))));
    return shape(a) === shape(b);
}
function unusedNodes({ nodes, root }) {
    const used = new Set([root]);
    for (const key of used) {
        for (const to of Object.values(nodes[key]?.inputs ?? {}))
            if (typeof to === 'string')
                used.add(to);
    }
    return Object.keys(nodes).find((key) => !used.has(key)) ?? null;
}
/** A node with all that it needs, whatever the nodes are called. */
function digestsOf({ nodes }) {
    const known = new Map();
    const digest = (node) => {
        const found = known.get(node);
        if (found !== undefined)
            return found;
        // One that needs itself.
        known.set(node, 'itself');
        const inputs = Object.entries(node.inputs ?? {}).map(([name, to]) => {
            const below = typeof to === 'string' ? nodes[to] : undefined;
            return [name, below === undefined ? to : digest(below)];
        });
        const text = JSON.stringify(inOrder({ ...node, inputs: Object.fromEntries(inputs) }));
        const own = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
        known.set(node, own);
        return own;
    };
    return digest;
}
/** What may be another one of what an input is fetched by. */
const movable = ['url', 'ref', 'rev', 'narHash', 'lastModified', 'revCount'];
function whyNotMoved({ before, after }, step) {
    if (before.flake !== after.flake)
        return 'the input is a flake, or was one';
    for (const part of ['original', 'locked']) {
        const [was, is] = [before[part], after[part]];
        if (was === undefined || is === undefined)
            return 'the input is not locked';
        const key = [...new Set([...Object.keys(was), ...Object.keys(is)])].find((one) => !isAllowed(one, was, is, part, step));
        if (key !== undefined) {
            return `\`${key}\` of the input is ${JSON.stringify(is[key] ?? null)} now, and was ${JSON.stringify(was[key] ?? null)}`;
        }
    }
    const { original = {}, locked = {} } = after;
    if (original['rev'] !== undefined && original['rev'] !== locked['rev']) {
        return `the input is locked at ${String(locked['rev'])}, and was to be at ${String(original['rev'])}`;
    }
    const { revision } = step;
    const [old, now] = [before.locked?.['rev'], locked['rev']];
    if (revision !== null && old === revision.old && now !== revision.new) {
        return `the input is locked at ${String(now)}, and was to be at ${revision.new}`;
    }
    return null;
}
function isAllowed(key, was, is, part, step) {
    const [old, now] = [was[key], is[key]];
    if (old === now)
        return true;
    if (!movable.includes(key) || old === undefined || now === undefined)
        return false;
    if (key === 'lastModified' || key === 'revCount') {
        return part === 'locked' && Number.isSafeInteger(now) && Number(now) >= 0;
    }
    if (typeof old !== 'string' || typeof now !== 'string')
        return false;
    switch (key) {
        case 'narHash':
            return part === 'locked' && isCanonical(now);
        case 'rev':
            return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(now);
        default:
            return successors(old, step).includes(now);
    }
}
function isCanonical(text) {
    const digest = (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(text);
    return digest?.algorithm === 'sha256' && (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(digest) === text;
}
/** What an address or a tag becomes: with the new version in it, or the new commit. */
function successors(text, { oldVersion, newVersion, revision }) {
    const pieces = oldVersion === null || newVersion === null ? [] : (0,_literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .piecesOf */ .Xe)(oldVersion, newVersion);
    const bumped = pieces.map((piece) => {
        const found = (0,_literals_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findVersionLiterals */ .sA)({ path: 'url', text }, piece.old);
        return (0,_literals_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .applyEdits */ .c)(text, found.map((literal) => (0,_literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .bumpEdit */ .ZO)(literal, piece.new)));
    });
    return revision === null ? bumped : [...bumped, text.replaceAll(revision.old, () => revision.new)];
}
/** What a flake needs itself comes from where it came from, at whatever commit it is locked there now. */
function whyNotBelow(old, now, { before, after }) {
    const origins = ({ nodes }, top) => {
        const found = new Map();
        const visit = (node, path, above) => {
            for (const [name, to] of Object.entries(node.inputs ?? {})) {
                const here = `${path}/${name}`;
                const below = typeof to === 'string' ? nodes[to] : undefined;
                const { original, flake, locked } = below ?? {};
                const place = Object.entries(locked ?? {}).filter(([key]) => key === 'url' || !movable.includes(key));
                const isLocked = locked !== undefined && isCanonical(String(locked['narHash']));
                const follows = below === undefined ? to : null;
                const told = { follows, original, flake, place: Object.fromEntries(place), isLocked };
                found.set(here, JSON.stringify(inOrder(told)));
                if (below !== undefined && !above.includes(below) && found.size <= mostNodes) {
                    visit(below, here, [...above, below]);
                }
            }
        };
        visit(top, '', [top]);
        return found;
    };
    const [was, is] = [origins(old, before), origins(now, after)];
    if (is.size > mostNodes)
        return tooMany;
    const other = [...new Set([...was.keys(), ...is.keys()])].find((path) => was.get(path) !== is.get(path));
    return other === undefined
        ? null
        : `the input’s own input \`${other.slice(1)}\` comes from elsewhere than before`;
}


/***/ }),

/***/ 66693:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ lockPath),
/* harmony export */   PG: () => (/* binding */ parseLock),
/* harmony export */   oi: () => (/* binding */ ownInputs)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53916);
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path_posix__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);



/** What a node is fetched by: `type`, `owner`, `repo`, `url`, `ref`, `rev`, `narHash`, … */
const reference = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()]));
const node = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** The name of a node, or the path of inputs that it follows, from the root on. */
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())])).optional(),
    flake: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
    parent: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).optional(),
    locked: reference.optional(),
    original: reference.optional()
});
const lockFile = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    nodes: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), node),
    root: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(5).max(7)
});
/** What a `flake.lock` says; null: nothing that this version knows. https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake#lock-files */
function parseLock(text) {
    return lockFile.safeParse((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => JSON.parse(text), null)).data ?? null;
}
/** Its repository path; null: the package is not of a flake. */
function lockPath({ flakeFolder }) {
    return flakeFolder === null ? null : (0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.join)(flakeFolder, 'flake.lock');
}
/** The flake's own inputs by their names, without those that follow another one: these are locked there. */
function ownInputs({ nodes, root }) {
    const inputs = Object.entries(nodes[root]?.inputs ?? {});
    return new Map(inputs.flatMap(([name, key]) => {
        const found = typeof key === 'string' ? nodes[key] : undefined;
        return found === undefined ? [] : [[name, found]];
    }));
}


/***/ }),

/***/ 94441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zj: () => (/* binding */ versionsOfInput),
/* harmony export */   cJ: () => (/* binding */ inputWords),
/* harmony export */   d8: () => (/* binding */ followedBranch),
/* harmony export */   mC: () => (/* binding */ sourceInput),
/* harmony export */   qH: () => (/* binding */ inputCommit)
/* harmony export */ });
/* unused harmony exports inputUrl, inputRefs */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55072);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75941);
/* harmony import */ var _version_commit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49443);
/* harmony import */ var _version_source_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24610);
/* harmony import */ var _lock_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66693);






/** null: the source is no input of the flake's own, or could be more than one. */
function sourceInput({ project, files }, origins) {
    const path = (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .lockPath */ .HZ)(project);
    const text = files.find((file) => file.path === path)?.text;
    const lock = text === undefined ? null : (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLock */ .PG)(text);
    if (path === null || lock === null || !(0,_project_project_js__WEBPACK_IMPORTED_MODULE_1__/* .isTracked */ .Xz)(project, path))
        return null;
    // Another flake's input may hold the same: that is not this one's to move.
    const [name = '', ...others] = new Set(origins.flatMap((one) => (one.kind === 'input' && one.isOwn ? [one.name] : [])));
    const node = (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .ownInputs */ .oi)(lock).get(name);
    return node === undefined || others.length > 0 ? null : { name, node, path };
}
function inputWords(name) {
    return `the flake’s input \`${name}\``;
}
/** `urls`: that the package's source is fetched from besides. */
function versionsOfInput(input, urls) {
    const url = inputUrl(input);
    return { sourceUrls: url === null ? urls : [url, ...urls], refs: inputRefs(input) };
}
/**
 * The commit of an input: the one that its address names, or for `version: branch` the one that it is locked at, with the way to ask for the
 * branch's newest. null: neither.
 */
function inputCommit(input, version, serverUrl) {
    const { original = {}, locked = {} } = input.node;
    const host = (0,_version_source_host_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceHost */ .Y)(inputUrl(input) ?? '', serverUrl);
    if (host?.kind !== 'github' && host?.kind !== 'git')
        return null;
    if (typeof original['rev'] === 'string')
        return { commit: original['rev'], host };
    if (version.kind !== 'branch' || typeof locked['rev'] !== 'string')
        return null;
    return {
        commit: locked['rev'],
        host,
        newest: async (asker) => (0,_version_commit_js__WEBPACK_IMPORTED_MODULE_3__/* .newestCommit */ .sM)(host, followedBranch(input, version.name), asker)
    };
}
/** null: the repository's default. Throws REVISION_UNTRACED where another one is `wanted`. */
function followedBranch({ name, node }, wanted) {
    const ref = node.original?.['ref'];
    const own = typeof ref === 'string' ? ref.replace(/^refs\/heads\//, '') : null;
    if (wanted === null || wanted === own)
        return own;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'REVISION_UNTRACED',
        subject: `version branch:${wanted}`,
        reason: `${inputWords(name)} follows ${own ?? 'the default branch'}`,
        hint: 'Write the branch into its `url`, or give `version: branch`, without a name.'
    });
}
/** The address that an input is fetched from, as `sourceHost` reads it; null: it has none of its own. */
function inputUrl({ node }) {
    return addressOf(node.original) ?? addressOf(node.locked);
}
/** https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake#types */
function addressOf(reference = {}) {
    const text = (key) => {
        const value = reference[key];
        return typeof value === 'string' ? value : '';
    };
    const forge = forges.get(text('type'));
    if (forge !== undefined) {
        const path = [text('owner'), text('repo')]
            .map((part) => part.replaceAll(/%2f/gi, '/'))
            .join('/');
        return `https://${text('host') || forge.host}/${path}${forge.ending}`;
    }
    if (text('url') === '')
        return null;
    return text('type') === 'git' ? `git+${text('url')}` : text('url');
}
const forges = new Map([
    ['github', { host: 'github.com', ending: '' }],
    ['gitlab', { host: 'gitlab.com', ending: '.git' }],
    ['sourcehut', { host: 'git.sr.ht', ending: '' }]
]);
/** What it is called there: a tag, a branch, what stands in its address. Data. */
function inputRefs({ node: { original = {} } }) {
    const { ref, url } = original;
    return [
        ...(typeof ref === 'string' ? [ref] : []),
        ...(typeof url === 'string' ? (0,_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .refsInUrl */ .po)(url) : [])
    ];
}


/***/ }),

/***/ 57087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ keptPlaces),
/* harmony export */   l: () => (/* binding */ Stays)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


/** Occurrences of the old version that are not to be touched. */
class Stays {
    #lines = new Map();
    #places = new Map();
    /** null: it may be bumped. */
    reasonFor(place) {
        return this.#places.get(placeKey(place)) ?? this.#lines.get(lineKey(place)) ?? null;
    }
    addLine(place, why) {
        this.#lines.set(lineKey(place), why);
    }
    add(place, why) {
        this.#places.set(placeKey(place), why);
    }
}
const lineKey = ({ file, line }) => `${file}:${line}`;
const placeKey = ({ file, start }) => `${file}:${start}`;
/**
 * The lines that `keep-places` names: `nix/tool.nix:12`, or a text that stands on them, whatever version it is that stands there now. Throws
 * INPUT_INVALID about a place that is not there.
 */
function keptPlaces(files, wanted) {
    const stays = new Stays();
    for (const words of wanted) {
        const found = linesOf(files, words);
        for (const place of found)
            stays.addLine(place, `\`keep-places\` names it: ${words}`);
        if (found.length > 0)
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: `input keep-places, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(words)}`,
            reason: 'there is no such line in the tracked files, nor one that holds this text',
            hint: 'Give `FILE:LINE` with the file’s path in the repository, or a text that stands on the line, such as `fix-build.patch`.'
        });
    }
    return stays;
}
function linesOf(files, words) {
    const [, path = '', digits = ''] = /^(?:\.\/)?(.+):([0-9]+)$/.exec(words) ?? [];
    const named = files.find((file) => file.path === path);
    if (named !== undefined) {
        const line = Number(digits);
        const isThere = line > 0 && line <= named.text.split('\n').length;
        return isThere ? [{ file: path, line }] : [];
    }
    return files
        .filter(({ text }) => text.includes(words))
        .flatMap(({ path: file, text }) => text
        .split('\n')
        .flatMap((one, index) => (one.includes(words) ? [{ file, line: index + 1 }] : [])));
}


/***/ }),

/***/ 61389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ sameKeys),
/* harmony export */   j: () => (/* binding */ withKeys)
/* harmony export */ });
const sameKeys = { edits: [], gone: [], added: [] };
function withKeys(literals, { gone, added }) {
    return [...literals.filter((literal) => !gone.includes(literal)), ...added];
}


/***/ }),

/***/ 26434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ checkedLinks),
/* harmony export */   h: () => (/* binding */ linksOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33444);
/* harmony import */ var _version_source_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24610);



/**
 * What changed, as GitHub shows it: when one of the source's addresses is of a repository there and holds the new version's tag.
 * `urls`: where the sources are fetched from at the new version. `tag`: that of the release, when it is known.
 */
function linksOf(urls, { oldVersion, newVersion, tag, releaseUrl, revision }, serverUrl) {
    for (const url of urls) {
        const host = (0,_version_source_host_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceHost */ .Y)(url, serverUrl);
        if (host?.kind !== 'github')
            continue;
        const page = `${host.isOwn ? serverUrl : 'https://github.com'}/${host.owner}/${host.repo}`;
        const part = encodeURIComponent;
        if (revision !== null) {
            return {
                releaseUrl: releaseUrl ?? (tag === null ? null : `${page}/releases/tag/${part(tag)}`),
                compareUrl: `${page}/compare/${revision.old}...${revision.new}`
            };
        }
        if (oldVersion === null || newVersion === null)
            continue;
        const newTag = tag ?? tagIn(url, newVersion);
        if (newTag?.includes(newVersion) !== true)
            continue;
        const oldTag = newTag.replace(newVersion, () => oldVersion);
        return {
            releaseUrl: releaseUrl ?? `${page}/releases/tag/${part(newTag)}`,
            compareUrl: `${page}/compare/${part(oldTag)}...${part(newTag)}`
        };
    }
    return { releaseUrl, compareUrl: null };
}
/**
 * The links of somebody else's file, as far as they can be made again from their parts: pages of this GitHub or github.com, of a repository
 * that a file of the checkout names, about tags with these versions. null for any other: a pull request would vouch for it. Pure.
 */
function checkedLinks({ releaseUrl, compareUrl }, { oldVersion, newVersion, revision }, files, serverUrl) {
    const made = (given, page, make) => {
        if (given === null || !URL.canParse(given))
            return null;
        const { origin, pathname } = new URL(given);
        const server = [serverUrl, 'https://github.com'].find((one) => new URL(one).origin === origin);
        const parts = page.exec(pathname)?.slice(1).map(decoded);
        if (server === undefined || parts === undefined)
            return null;
        const [owner = '', repo = '', ...tags] = parts.map((part) => part ?? '');
        const isNamed = files.some(({ text }) => hasWord(text, owner) && hasWord(text, repo));
        // `fork:tag` is no name, however it is escaped: GitHub would show a stranger's fork on that repository's page.
        const areNames = tags.every((tag) => (0,_repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isBranchName */ .Q8)(tag) || isCommit(tag));
        const path = isNamed && areNames ? make(tags.map(encodeURIComponent), tags) : null;
        return path === null ? null : `${server}/${owner}/${repo}/${path}`;
    };
    return {
        releaseUrl: made(releaseUrl, releasePage, ([part = ''], [tag = '']) => newVersion !== null && tag.includes(newVersion) ? `releases/tag/${part}` : null),
        compareUrl: made(compareUrl, comparePage, (parts, [oldTag = '', tag = '']) => {
            const isOfVersions = oldVersion !== null &&
                newVersion !== null &&
                oldTag.includes(oldVersion) &&
                tag.includes(newVersion);
            const isOfCommits = oldTag === revision?.old && tag === revision.new;
            return isOfVersions || isOfCommits ? `compare/${parts.join('...')}` : null;
        })
    };
}
const repositoryPart = String.raw `^/((?!\.+/)[\w.-]{1,100})/((?!\.+/)[\w.-]{1,100})`;
const tagPart = String.raw `((?!\.+$)[\w.+%~-]{1,200}?)`;
const releasePage = new RegExp(`${repositoryPart}/releases/tag/${tagPart}$`);
const comparePage = new RegExp(String.raw `${repositoryPart}/compare/${tagPart}\.\.\.${tagPart}$`);
function decoded(part) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(part), null);
}
function isCommit(text) {
    return /^[0-9a-f]{40}$/.test(text);
}
function hasWord(text, word) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
        const around = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
        if (word !== '' && around.every((one) => !/[\w-]/.test(one)))
            return true;
    }
    return false;
}
/** `…/archive/refs/tags/v1.2.3.tar.gz`, `…/archive/v1.2.3.zip`, `…/releases/download/v1.2.3/…` */
function tagIn(url, version) {
    const { pathname } = new URL(url);
    const [, found] = /\/(?:archive\/(?:refs\/tags\/)?|releases\/download\/)(.+?)(?:\.tar\.\w+|\.tgz|\.zip|\/[^/]*)$/.exec(pathname) ?? [];
    const tag = found === undefined ? null : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(found), null);
    return tag?.includes(version) === true ? tag : null;
}


/***/ }),

/***/ 62290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MC: () => (/* binding */ marksIn),
/* harmony export */   O_: () => (/* binding */ writeDigest),
/* harmony export */   m8: () => (/* binding */ markVersion),
/* harmony export */   vz: () => (/* binding */ dyeDigest),
/* harmony export */   zw: () => (/* binding */ withoutMarks)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);



/** A digest that nothing has, its own for each `place` of a run: what comes back with it came from there. */
function dyeDigest(salt, place, algorithm) {
    // One function for all, cut to size: OpenSSL may refuse MD5 and SHA-1.
    const bytes = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha512')
        .update(JSON.stringify(['dye', salt, place, algorithm]))
        .digest();
    return { algorithm, bytes: bytes.subarray(0, _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestSizes */ .ZA[algorithm]) };
}
/**
 * What takes a literal's place to mean `digest`: in its own form, with its prefix. Throws INTERNAL for a digest of another
 * algorithm than a literal that has one already.
 */
function writeDigest(literal, digest) {
    const { form, algorithm, text, around } = literal;
    if (around !== undefined)
        return around.before + (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(digest) + around.after;
    if (form === 'empty')
        return (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(digest);
    if (form === 'fake')
        return `"${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(digest)}"`;
    if (digest.algorithm !== algorithm) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .internalError */ .WB)(`${literal.file}:${literal.line}`, `a hash of ${algorithm} stands there, and one of ${digest.algorithm} is to be written`);
    }
    if (form === 'sri')
        return (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(digest);
    return (text.startsWith(`${algorithm}:`) ? `${algorithm}:` : '') + (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeDigest */ .j6)(digest, form);
}
/** The number of the first mark: longer than a version's parts are, and well inside of a C int, as Nix reads them. */
const firstMark = 90_001;
/** A version's dye: the new version, and one more part that is the occurrence's own number. `1.2.3.90001` */
function markVersion(newVersion, index) {
    return `${newVersion}.${firstMark + index}`;
}
/** The numbers of the occurrences whose marked versions show in a text, however it spells them: `v1_2_3_90001`, `12390001.zip`. */
function marksIn(text, newVersion) {
    return [...text.matchAll(markedVersion(newVersion))].map((match) => Number(match[1]) - firstMark);
}
/** A text with the versions that `versionAt` gives in place of marked ones. */
function withoutMarks(text, newVersion, versionAt) {
    return text.replaceAll(markedVersion(newVersion), (_, number) => versionAt(Number(number) - firstMark));
}
/** Package code respells versions: other separators (`%2B` in URLs), or none; with none a single part would match too much. */
function markedVersion(newVersion) {
    const parts = newVersion.split(/[^0-9A-Za-z]+/);
    const separator = `(?:[._+~-]|%2B)${parts.length > 1 ? '?' : ''}`;
    return new RegExp(`${parts.join(separator)}${separator}(9[0-9]{4}|[1-9][0-9]{5})(?![0-9])`, 'gi');
}


/***/ }),

/***/ 382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lineOf),
/* harmony export */   c: () => (/* binding */ applyEdits)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/**
 * A text with edits made, in whatever order they come. Throws INTERNAL when what an edit expects does not stand at its span, or
 * when two want the same place: then a span is about another text than this one, and nothing may be written.
 */
function applyEdits(text, edits) {
    const inOrder = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const pieces = [];
    let done = 0;
    let previous;
    for (const edit of inOrder) {
        const isSpan = edit.start >= 0 && edit.start <= edit.end && edit.end <= text.length;
        if (!isSpan || text.slice(edit.start, edit.end) !== edit.text) {
            throw misplaced(edit, 'what is to be replaced does not stand there');
        }
        // Two insertions at one place have no order of their own.
        if (edit.start < done || (edit.end === previous?.start && edit.end === previous.end)) {
            throw misplaced(edit, 'two edits are about the same place');
        }
        pieces.push(text.slice(done, edit.start), edit.replacement);
        done = edit.end;
        previous = edit;
    }
    return pieces.join('') + text.slice(done);
}
/** The line of an offset, from 1. `known`: an earlier place of the same text, so that a file is counted through once. */
function lineOf(text, offset, known = { offset: 0, line: 1 }) {
    return known.line + text.slice(known.offset, offset).split('\n').length - 1;
}
function misplaced({ file, line, start, end }, reason) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .internalError */ .WB)(`${file}:${line} (characters ${start} to ${end})`, reason);
}


/***/ }),

/***/ 1564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   Q: () => (/* binding */ entriesAround)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53916);
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path_posix__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _nix_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95278);


/** The sets around an offset, the innermost first: those of a Nix file, the objects of a JSON file; none of any other. Takes any text. */
function entriesAround({ path, text }, offset) {
    const open = [];
    const found = [];
    for (const { bracket, at } of brackets({ path, text })) {
        if (bracket === '{')
            open.push(at);
        else {
            const start = open.pop();
            if (start !== undefined && start <= offset && offset < at) {
                found.push({ file: path, start, end: at + 1 });
            }
        }
    }
    return found;
}
function isInside({ file, start, end }, entry) {
    return file === entry.file && entry.start <= start && end <= entry.end;
}
function* brackets({ path, text }) {
    switch ((0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.extname)(path)) {
        case '.nix':
            for (const { kind, start } of (0,_nix_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .nixTokens */ .E)(text)) {
                const bracket = text.charAt(start);
                if (kind === 'symbol' && (bracket === '{' || bracket === '}'))
                    yield { bracket, at: start };
            }
            return;
        case '.json':
            // A string goes first, whatever it holds.
            for (const { index, 0: found } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}]/g)) {
                if (found === '{' || found === '}')
                    yield { bracket: found, at: index };
            }
    }
}


/***/ }),

/***/ 47204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MO: () => (/* binding */ findHashLiterals),
  sA: () => (/* binding */ findVersionLiterals),
  ue: () => (/* binding */ isLockFile)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./src/sync/literals/edit.ts
var edit = __webpack_require__(382);
// EXTERNAL MODULE: ./src/sync/literals/nix-tokens.ts
var nix_tokens = __webpack_require__(95278);
;// CONCATENATED MODULE: ./src/sync/literals/fakes.ts

/**
 * `lib.fakeHash`, `pkgs.lib.fakeSha256`, `fakeHash` alone as an attribute's whole value, and `"sha256:${lib.fakeSha256}"`: where
 * such an expression stands in a Nix file, so that a quoted string can take its place. Not where a name is bound or inherited,
 * nor in a string that says more.
 */
function fakesOf(text) {
    return text.includes('fake') ? new FakeFinder(text).find() : [];
}
class FakeFinder {
    #text;
    #tokens;
    constructor(text) {
        this.#text = text;
        this.#tokens = (0,nix_tokens/* nixTokens */.E)(text);
    }
    find() {
        return this.#tokens.flatMap(({ kind }, index) => {
            if (kind !== 'word')
                return [];
            const name = /^fake(?:Hash|Sha256|(Sha512))$/.exec(this.#textAt(index));
            const expression = name === null ? null : this.#expressionAt(index);
            if (expression === null)
                return [];
            const { start, end } = expression;
            return {
                start,
                end,
                text: this.#text.slice(start, end),
                form: 'fake',
                algorithm: name?.[1] === undefined ? 'sha256' : 'sha512',
                digest: null
            };
        });
    }
    /** The whole expression that the name at `last` ends; null: something else goes by that name. */
    #expressionAt(last) {
        // `lib.fakeHash = …` binds it, `lib.fakeHash.x` selects from it.
        if (/^[=.]$/.test(this.#textAt(last + 1)))
            return null;
        let first = last;
        while (this.#textAt(first - 1) === '.' && this.#tokens[first - 2]?.kind === 'word')
            first -= 2;
        const isPath = first < last && this.#textAt(last - 2) === 'lib';
        const isValue = this.#textAt(last - 1) === '=' && this.#textAt(last + 1) === ';';
        if (!(isPath || isValue) || this.#textAt(first - 1) === '.')
            return null;
        if (this.#tokens[first - 1]?.kind !== 'open-interpolation')
            return this.#span(first, last);
        return this.#stringAround(first - 1, last + 1);
    }
    /** The string that an interpolation makes up, but for the name of an algorithm; in any other its hash would be in other text. */
    #stringAround(opening, closing) {
        const before = /^(?:sha256|sha512)[-:]$/.test(this.#textAt(opening - 1))
            ? opening - 2
            : opening - 1;
        const isWhole = this.#tokens[before]?.kind === 'open-string' &&
            this.#tokens[closing]?.kind === 'close-interpolation' &&
            this.#tokens[closing + 1]?.kind === 'close-string';
        return isWhole ? this.#span(before, closing + 1) : null;
    }
    #span(first, last) {
        return { start: this.#tokens[first]?.start ?? 0, end: this.#tokens[last]?.end ?? 0 };
    }
    #textAt(index) {
        const token = this.#tokens[index];
        return token === undefined ? '' : this.#text.slice(token.start, token.end);
    }
}

// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/sync/literals/regions.ts + 3 modules
var regions = __webpack_require__(91801);
;// CONCATENATED MODULE: ./src/sync/literals/hashes.ts


/**
 * The hashes of a region, which stand as words of their own: no run of letters and digits goes on at either end. SHA-1 and MD5
 * must say so, by themselves or by the attribute's name: 40 digits are rather a Git revision. An empty value counts where the
 * attribute's name is that of a hash.
 */
function hashesIn({ start, text, isWhole, names }) {
    const named = isWhole ? (0,regions/* algorithmByNames */.t)(names) : null;
    if (text === '') {
        if (named === null)
            return [];
        return [{ start, end: start, text, form: 'empty', algorithm: named, digest: null }];
    }
    const whole = named === null ? null : literalOf(text, start, named);
    if (whole !== null)
        return [whole];
    return [...text.matchAll(hashWords)].flatMap((word) => literalOf(word[0], start + word.index, null) ?? []);
}
function literalOf(text, start, named) {
    const hash = (0,binary_cache_digest/* readHash */.Pp)(text.replaceAll('\\/', '/'), named);
    if (hash === null)
        return null;
    const { form, digest } = hash;
    const isPlaceholder = digest.bytes.every((byte) => byte === 0);
    return {
        start,
        end: start + text.length,
        text,
        form,
        algorithm: digest.algorithm,
        digest: isPlaceholder ? null : digest
    };
}
const hashWords = new RegExp([
    String.raw `(?<!\w)(?:`,
    [
        ...Object.keys(binary_cache_digest/* digestSizes */.ZA).flatMap(selfDescribing),
        ...['sha512', 'sha256'].map((algorithm) => {
            const { base16, base32 } = digitsOf(algorithm);
            // After an algorithm's name they would be its digest, and have another length.
            return String.raw `(?<!(?:md5|sha[0-9]{1,3}|blake3)[-:])(?:${base16}|${base32})(?!\w)`;
        })
    ].join('|'),
    ')'
].join(''), 'g');
/** Patterns of the digits alone, each for its exact number of them. */
function digitsOf(algorithm) {
    const size = binary_cache_digest/* digestSizes */.ZA[algorithm];
    return {
        base16: `[0-9A-Fa-f]{${binary_cache_digest/* lengthIn */.q$.base16(size)}}`,
        base32: `[0-9a-df-np-sv-z]{${binary_cache_digest/* lengthIn */.q$.base32(size)}}`,
        base64: String.raw `(?:[0-9A-Za-z+]|\\?/){${binary_cache_digest/* lengthIn */.q$.base64(size)}}`
    };
}
function selfDescribing(algorithm) {
    const { base16, base32, base64 } = digitsOf(algorithm);
    const padding = (0,binary_cache_digest/* paddingOf */.Zt)(binary_cache_digest/* digestSizes */.ZA[algorithm]);
    return [
        // Nix takes SRI without its padding; then it must not look as if it went on.
        String.raw `${algorithm}-${base64}(?:=+|(?![+/\\]))(?![\w=])`,
        String.raw `${algorithm}:(?:(?:${base16}|${base32})(?!\w)|${base64}${padding}(?![\w=]))`
    ];
}

// EXTERNAL MODULE: ./src/sync/literals/version-spelling.ts
var version_spelling = __webpack_require__(44647);
;// CONCATENATED MODULE: ./src/sync/literals/find.ts






/**
 * Every hash in a file that an evaluation may read, and every placeholder of one, in order. See `regionsOf` for where it looks.
 * None in `flake.lock`: the hashes there pin the flake's inputs.
 */
function findHashLiterals(file) {
    if ((0,posix_.basename)(file.path) === 'flake.lock')
        return [];
    const found = (0,regions/* regionsOf */.N)(file).flatMap((region) => hashesIn(region));
    if (file.path.endsWith('.nix'))
        found.push(...fakesOf(file.text));
    return locate(file, found);
}
/**
 * Every occurrence of the old version in a file, in order. None in a package manager's lock file: a dependency's version there is
 * not the package's; none inside of a hash.
 */
function findVersionLiterals(file, oldVersion) {
    if (isLockFile(file.path) || !mayHold(file, oldVersion))
        return [];
    const found = locate(file, (0,regions/* regionsOf */.N)(file).flatMap((region) => occurrencesIn(region, oldVersion)));
    return found.length === 0 ? [] : withoutOverlaps(found, findHashLiterals(file));
}
/** `flake.lock`, `Cargo.lock`, `package-lock.json`, `packages.lock.json`, `pnpm-lock.yaml`, `gradle.lockfile`, … */
const lockFile = /(?:\.lock|[.-]lock\.(?:json|ya?ml)|\.lockfile|^npm-shrinkwrap\.json|^go\.sum|^Package\.resolved)$/;
/** Whether a path is that of a package manager's lock file. */
function isLockFile(path) {
    return lockFile.test((0,posix_.basename)(path));
}
/** Most files do not, and need no closer look. */
function mayHold({ text }, version) {
    return (0,version_spelling/* spellingsOf */.Hz)(version).some(({ spelling }) => text.includes(spelling));
}
/** Where two literals share characters, only one can be replaced. Both lists are in order. */
function withoutOverlaps(found, hashes) {
    let next = 0;
    return found.filter(({ start, end }) => {
        while ((hashes[next]?.end ?? Infinity) <= start)
            next++;
        return (hashes[next]?.start ?? Infinity) >= end;
    });
}
function locate({ path, text }, found) {
    let known = { offset: 0, line: 1 };
    return found
        .toSorted((a, b) => a.start - b.start)
        .map((literal) => {
        known = { offset: literal.start, line: (0,edit/* lineOf */.L)(text, literal.start, known) };
        return { ...literal, file: path, line: known.line };
    });
}
/**
 * Where a version stands in a region. A version goes on to neither side there: `v0.76.0` and `infer-0.76.0-rc1.tar.gz` hold 0.76.0;
 * `10.76.0`, `0.76.01`, `0.76.0.1`, `1.0.76.0` and `0.76.0b` do not. One of few digits and nothing else (`7`) is looked for as a
 * whole value only, or after its `v`.
 */
function occurrencesIn(region, version) {
    if (version === '')
        return [];
    const found = (0,version_spelling/* spellingsOf */.Hz)(version).flatMap(({ spelling, separator }) => offsetsOf(region, spelling, separator).map((offset) => {
        const start = region.start + offset;
        return { start, end: start + spelling.length, text: spelling, separator };
    }));
    // `1-2-1_2_1` holds 1.2.1 in two spellings that share a digit.
    let end = 0;
    return found
        .toSorted((a, b) => a.start - b.start)
        .filter((occurrence) => {
        if (occurrence.start < end)
            return false;
        end = occurrence.end;
        return true;
    });
}
/** Versions without any separator are found inside of other text from this length on: a date is, `7` or `4523` is not. */
const shortestInText = 6;
function offsetsOf({ text, isWhole }, spelling, separator) {
    const isCompound = /[._+-]/.test(spelling);
    if (!isCompound && spelling.length < shortestInText) {
        const isValue = isWhole && text.endsWith(spelling) && /^v?$/i.test(text.slice(0, -spelling.length));
        return isValue ? [text.length - spelling.length] : [];
    }
    // The version goes on: in digits or letters, or in one more part. `.7z` is the ending of an archive.
    const goesOnBefore = isCompound
        ? new RegExp(`[0-9]$|[0-9][.${separator}]$`)
        : /[0-9A-UW-Za-uw-z]$|[0-9A-Za-z][vV]$/;
    const goesOnAfter = new RegExp(`^(?:[0-9A-Za-z]|[.${separator}](?!7z\\b)[0-9])`);
    const offsets = [];
    for (let offset = text.indexOf(spelling); offset !== -1; offset = text.indexOf(spelling, offset + 1)) {
        const end = offset + spelling.length;
        if (goesOnBefore.test(text.slice(Math.max(0, offset - 2), offset)))
            continue;
        if (goesOnAfter.test(text.slice(end, end + 4)))
            continue;
        offsets.push(offset);
    }
    return offsets;
}


/***/ }),

/***/ 95278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nixTokens)
/* harmony export */ });
/**
 * A file's tokens, as Nix's own lexer cuts them (src/libexpr/lexer.l; 2.8 and 2.26 agree). Takes any text: of what Nix refuses
 * something is made too. Linear in the text's length, and as deep as its memory.
 */
function nixTokens(text) {
    return new Lexer(text).tokens;
}
// Each is tried at one place, and takes time in proportion to what it reads there.
const space = /[ \t\r\n]+/y;
const lineComment = /[^\r\n]*/y;
const word = /[A-Za-z_][\w'-]*/y;
const number = /(?:[1-9][0-9]*\.[0-9]*|0?\.[0-9]+)(?:[Ee][+-]?[0-9]+)?|[0-9]+/y;
const pathCharacters = /[\w.+-]*/y;
const pathRest = /[\w.+/-]*/y;
const bracketed = /<[\w.+/-]+>/y;
const scheme = /[A-Za-z0-9+.-]*/y;
const uriCharacters = /[A-Za-z0-9%/?:@&=+$,\-_.!~*']*/y;
const operator = /\.\.\.|==|!=|<=|>=|&&|\|\||->|\/\/|\+\+|[^]/y;
const stringText = /[^$"\\]*/y;
const indentedText = /[^$']*/y;
class Lexer {
    tokens = [];
    #text;
    /** What is open, innermost last. */
    #frames = [];
    #at = 0;
    /** Where the run of such characters ends that `#at` is in: looked for once a run. */
    #pathRunEnd = 0;
    #schemeRunEnd = 0;
    constructor(text) {
        this.#text = text;
        while (this.#at < text.length) {
            const frame = this.#frames.at(-1);
            if (frame === 'string')
                this.#readString();
            else if (frame === 'indented string')
                this.#readIndentedString();
            else
                this.#readCode();
        }
    }
    #readCode() {
        const text = this.#text;
        const at = this.#at;
        switch (text.charAt(at)) {
            case ' ':
            case '\t':
            case '\r':
            case '\n':
                this.#at = endOf(space, text, at);
                return;
            case '#':
                this.#at = endOf(lineComment, text, at);
                return;
            case '"':
                this.#open('string', 'open-string', 1);
                return;
            case '{':
                this.#open('brace', 'symbol', 1);
                return;
            case '}':
                this.#closeBrace();
                return;
        }
        if (text.startsWith('/*', at)) {
            const end = text.indexOf('*/', at + 2);
            this.#at = end === -1 ? text.length : end + 2;
        }
        else if (text.startsWith("''", at)) {
            this.#open('indented string', 'open-string', 2);
        }
        else if (text.startsWith('${', at)) {
            this.#open('interpolation', 'open-interpolation', 2);
        }
        else {
            this.#readWord();
        }
    }
    #closeBrace() {
        const frame = this.#frames.pop();
        if (frame === undefined || frame === 'brace') {
            this.#push('symbol', this.#at + 1);
            return;
        }
        this.#push('close-interpolation', this.#at + 1);
        if (frame === 'path interpolation')
            this.#readPath(endOf(pathRest, this.#text, this.#at));
    }
    /** What begins with a character that alone does not tell: the longest that matches, as in Nix. */
    #readWord() {
        const uriEnd = this.#uriEnd();
        if (uriEnd !== null) {
            this.#push('uri', uriEnd);
            return;
        }
        const pathEnd = this.#pathEnd();
        if (pathEnd !== null) {
            this.#readPath(pathEnd);
            return;
        }
        const wordEnd = endOf(word, this.#text, this.#at);
        const numberEnd = endOf(number, this.#text, this.#at);
        const bracketEnd = this.#bracketedPathEnd();
        if (wordEnd > this.#at)
            this.#push('word', wordEnd);
        else if (numberEnd > this.#at)
            this.#push('number', numberEnd);
        else if (bracketEnd > this.#at)
            this.#push('path', bracketEnd);
        else
            this.#push('symbol', endOf(operator, this.#text, this.#at));
    }
    #uriEnd() {
        const text = this.#text;
        if (!/[A-Za-z]/.test(text.charAt(this.#at)))
            return null;
        if (this.#at >= this.#schemeRunEnd)
            this.#schemeRunEnd = endOf(scheme, text, this.#at);
        if (text.charAt(this.#schemeRunEnd) !== ':')
            return null;
        const end = endOf(uriCharacters, text, this.#schemeRunEnd + 1);
        return end > this.#schemeRunEnd + 1 ? end : null;
    }
    #pathEnd() {
        const text = this.#text;
        if (text.startsWith('~/', this.#at))
            return this.#segmentsEnd(this.#at + 1);
        if (this.#at >= this.#pathRunEnd)
            this.#pathRunEnd = endOf(pathCharacters, text, this.#at);
        // A path cannot begin in the middle of what was no path before, so the run's end is the first slash for all of it.
        return text.charAt(this.#pathRunEnd) === '/' ? this.#segmentsEnd(this.#pathRunEnd) : null;
    }
    /** `slash`: where the first is. null: no segment follows it, nor `${`. */
    #segmentsEnd(slash) {
        const text = this.#text;
        if (text.startsWith('/${', slash))
            return slash + 1;
        let end = slash;
        while (text.charAt(end) === '/') {
            const segmentEnd = endOf(pathCharacters, text, end + 1);
            if (segmentEnd === end + 1)
                break;
            end = segmentEnd;
        }
        if (end === slash)
            return null;
        return text.charAt(end) === '/' ? end + 1 : end;
    }
    /** A path, or a piece of one, up to `end`; and the interpolation that may go on with it. */
    #readPath(end) {
        if (end > this.#at)
            this.#push('path', end);
        if (!this.#text.startsWith('${', end))
            return;
        this.#open('path interpolation', 'open-interpolation', 2);
    }
    #bracketedPathEnd() {
        const end = endOf(bracketed, this.#text, this.#at);
        const inside = this.#text.slice(this.#at + 1, end - 1);
        return /^\/|\/\/|\/$/.test(inside) ? this.#at : end;
    }
    #readString() {
        const text = this.#text;
        const start = this.#at;
        let end = start;
        for (;;) {
            end = endOf(stringText, text, end);
            if (text.charAt(end) !== '$' || text.startsWith('${', end))
                break;
            // `$$` is two dollars, and so `$${` opens nothing.
            end += /["\\]/.test(text.charAt(end + 1)) ? 1 : 2;
        }
        if (end > start)
            this.#push('text', Math.min(end, text.length));
        if (text.startsWith('${', end))
            this.#open('interpolation', 'open-interpolation', 2);
        else if (text.startsWith('\\', end))
            this.#push('escape', end + 2);
        else if (text.startsWith('"', end))
            this.#closeString(1);
    }
    #readIndentedString() {
        const text = this.#text;
        const start = this.#at;
        let end = start;
        for (;;) {
            end = endOf(indentedText, text, end);
            if (end >= text.length || text.startsWith('${', end) || text.startsWith("''", end))
                break;
            end += /^\$[^']/s.test(text.slice(end, end + 2)) ? 2 : 1;
        }
        if (end > start)
            this.#push('text', Math.min(end, text.length));
        if (text.startsWith('${', end))
            this.#open('interpolation', 'open-interpolation', 2);
        else if (text.startsWith("''\\", end))
            this.#push('escape', end + 4);
        else if (text.startsWith("''$", end) || text.startsWith("'''", end))
            this.#push('escape', end + 3);
        else if (text.startsWith("''", end))
            this.#closeString(2);
    }
    #closeString(length) {
        this.#frames.pop();
        this.#push('close-string', this.#at + length);
    }
    #open(frame, kind, length) {
        this.#frames.push(frame);
        this.#push(kind, this.#at + length);
    }
    #push(kind, end) {
        const reached = Math.min(end, this.#text.length);
        this.tokens.push({ kind, start: this.#at, end: reached });
        this.#at = reached;
    }
}
/** Where the match at `start` ends; `start` itself when there is none. */
function endOf(pattern, text, start) {
    pattern.lastIndex = start;
    return pattern.test(text) ? pattern.lastIndex : start;
}


/***/ }),

/***/ 29544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MB: () => (/* binding */ entryName),
/* harmony export */   fr: () => (/* binding */ addition),
/* harmony export */   lt: () => (/* binding */ renameEdit),
/* harmony export */   nw: () => (/* binding */ findOutputHashes),
/* harmony export */   xV: () => (/* binding */ removalEdit)
/* harmony export */ });
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(382);
/* harmony import */ var _nix_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95278);


/** Names of the entries: those of crates with their versions. */
const entryName = /^[A-Za-z0-9_][\w.+-]{0,199}$/;
/** The sets that go by `outputHashes` in a Nix file, in both ways to write them: as a set, and as `outputHashes."a-1.0" = …;`. */
function findOutputHashes({ path, text }) {
    if (!path.endsWith('.nix') || !text.includes('outputHashes'))
        return [];
    const finder = new Finder(path, text);
    return finder.find();
}
/** The name of one is another. */
function renameEdit({ key }, name) {
    return { ...key, replacement: name };
}
function removalEdit({ entry }) {
    return { ...entry, replacement: '' };
}
/** A hash that is not there yet, as one more entry of that name. */
function addition({ file, indent }, { start, line }, name) {
    const around = { before: `${indent}"${name}" = "`, after: '";' };
    const span = { file, start, end: start, line, text: '' };
    return { ...span, form: 'empty', algorithm: 'sha256', digest: null, around };
}
class Finder {
    #path;
    #text;
    #tokens;
    constructor(path, text) {
        this.#path = path;
        this.#text = text;
        this.#tokens = (0,_nix_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .nixTokens */ .E)(text);
    }
    find() {
        return this.#tokens.flatMap(({ kind }, index) => {
            if (kind !== 'word' || this.#at(index) !== 'outputHashes')
                return [];
            if (this.#at(index + 1) === '=' && this.#at(index + 2) === '{')
                return this.#set(index + 3);
            if (this.#at(index + 1) !== '.')
                return [];
            const entry = this.#entry(index + 2, this.#pathStart(index));
            if (entry === null)
                return [];
            return this.#hashes([entry], [entry.entry.end], `${this.#before(this.#pathStart(index))}${this.#pathText(index)}.`);
        });
    }
    /** `first`: the token after `{`. */
    #set(first) {
        const entries = [];
        let index = first;
        while (this.#at(index) !== '}') {
            const entry = this.#entry(index, index);
            // An entry that is computed, inherited or commented makes nothing of the others unknown, but where the set ends would be.
            if (entry === null)
                return [];
            entries.push(entry);
            index = this.#after(index);
        }
        const opening = this.#tokens[first - 1];
        const ends = [...entries.map(({ entry }) => entry.end).reverse(), opening?.end ?? 0];
        const indent = entries.length > 0 ? this.#before(first) : ' ';
        return this.#hashes(entries, ends, indent);
    }
    #hashes(entries, ends, indent) {
        const slots = ends.map((start) => ({ start, line: (0,_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .L)(this.#text, start) }));
        return [{ file: this.#path, entries, slots, indent }];
    }
    /** `"name" = "value";` or `name = value;` with a value of one string or name. `start`: the token that the whole begins with. */
    #entry(index, start) {
        const isQuoted = this.#tokens[index]?.kind === 'open-string';
        const name = this.#tokens[isQuoted ? index + 1 : index];
        if (name?.kind !== (isQuoted ? 'text' : 'word'))
            return null;
        if (isQuoted && this.#tokens[index + 2]?.kind !== 'close-string')
            return null;
        const equals = isQuoted ? index + 3 : index + 1;
        const last = this.#after(index) - 1;
        if (this.#at(equals) !== '=' || this.#at(last) !== ';')
            return null;
        const begin = (this.#tokens[start]?.start ?? 0) - this.#before(start).length;
        const text = this.#text.slice(name.start, name.end);
        return {
            name: text,
            key: this.#span(name.start, name.end),
            entry: this.#span(begin, this.#tokens[last]?.end ?? 0)
        };
    }
    /** The token after the next `;` of the same depth. */
    #after(index) {
        let at = index;
        let depth = 0;
        for (; at < this.#tokens.length; at++) {
            const symbol = this.#tokens[at]?.kind === 'symbol' ? this.#at(at) : '';
            if (/^[{([]$/.test(symbol))
                depth++;
            if (/^[})\]]$/.test(symbol) && depth-- === 0)
                return at;
            if (symbol === ';' && depth === 0)
                return at + 1;
        }
        return at;
    }
    /** `cargoLock.outputHashes` begins at `cargoLock`. */
    #pathStart(index) {
        let start = index;
        while (this.#at(start - 1) === '.' && this.#tokens[start - 2]?.kind === 'word')
            start -= 2;
        return start;
    }
    #pathText(index) {
        return this.#text.slice(this.#tokens[this.#pathStart(index)]?.start, this.#tokens[index]?.end);
    }
    /** The white space in front of a token, from its line's end on. */
    #before(index) {
        const end = this.#tokens[index]?.start ?? 0;
        let start = end;
        while (/[ \t]/.test(this.#text.charAt(start - 1)))
            start--;
        if (this.#text.charAt(start - 1) === '\n')
            start -= this.#text.charAt(start - 2) === '\r' ? 2 : 1;
        return this.#text.slice(start, end);
    }
    #at(index) {
        const token = this.#tokens[index];
        return token === undefined ? '' : this.#text.slice(token.start, token.end);
    }
    #span(start, end) {
        const text = this.#text.slice(start, end);
        return { file: this.#path, start, end, line: (0,_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .L)(this.#text, start), text };
    }
}


/***/ }),

/***/ 91801:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ algorithmByNames),
  N: () => (/* binding */ regionsOf)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
;// CONCATENATED MODULE: ./src/sync/literals/escapes.ts
/**
 * What stands for an escape where literals are looked for: as long, and a boundary of words exactly when the character it means
 * is one. `\/` stays, as the one escape that a hash may hold: PHP writes its JSON so.
 */
function blankEscape(escape, meaning) {
    if (escape === '\\/')
        return escape;
    return (/^\w/.test(meaning) ? '_' : ' ').repeat(escape.length);
}
const escapes = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[^])/g;
/** The content of a string of JSON or TOML. */
function blankEscapes(content) {
    if (!content.includes('\\'))
        return content;
    return content.replaceAll(escapes, (escape, short, long) => {
        const code = parseInt(short ?? long ?? '0', 16);
        // Only these matter, and what is beyond Unicode is no character at all.
        return blankEscape(escape, code < 0x80 ? String.fromCharCode(code) : ' ');
    });
}

;// CONCATENATED MODULE: ./src/sync/literals/nix-attributes.ts
/** Follows a file's brackets, token by token, to tell which attribute takes a value. */
class NixAttributes {
    #text;
    #tokens;
    #around = [];
    #place;
    /** `rootName` stands for the attribute that takes the file's own value. */
    constructor(text, tokens, rootName) {
        this.#text = text;
        this.#tokens = tokens;
        this.#place = { attribute: [rootName], outer: undefined };
    }
    /** To be called with each index in turn. */
    pass(index) {
        const token = this.#tokens[index];
        if (token?.kind === 'open-interpolation')
            this.#open([], undefined);
        if (token?.kind === 'close-interpolation')
            this.#close();
        if (token?.kind !== 'symbol')
            return;
        switch (this.#text.slice(token.start, token.end)) {
            case '=':
                this.#place = { ...this.#place, attribute: this.#attributeBefore(index) };
                break;
            case ';':
                this.#place = { ...this.#place, attribute: [] };
                break;
            case '{':
                this.#open([], this.#place.attribute[0]);
                break;
            case '(':
                this.#open(this.#place.attribute, this.#place.outer);
                break;
            case '[':
                this.#open([], undefined);
                break;
            case '}':
            case ')':
            case ']':
                this.#close();
        }
    }
    /** The names of the value from token `first` to `last`, when it is the whole of what an attribute takes: innermost first. */
    namesOf(first, last) {
        const isValue = this.isSymbol(first - 1, '=') && this.isSymbol(last + 1, ';');
        const isFile = first === 0 && last === this.#tokens.length - 1;
        if (!isValue && !isFile)
            return [];
        const { attribute, outer } = this.#place;
        return outer === undefined ? [...attribute] : [...attribute, outer];
    }
    isSymbol(index, symbol) {
        const token = this.#tokens[index];
        return token?.kind === 'symbol' && this.#text.slice(token.start, token.end) === symbol;
    }
    #open(attribute, outer) {
        this.#around.push(this.#place);
        this.#place = { attribute, outer };
    }
    #close() {
        this.#place = this.#around.pop() ?? this.#place;
    }
    /** `a.b."c"` before `=`, last part first: at most two, which is where a hash's name is, and no part that is computed. */
    #attributeBefore(equals) {
        const names = [];
        let index = equals;
        do {
            index--;
            const token = this.#tokens[index];
            if (token?.kind === 'close-string') {
                index -= 2;
                if (this.#tokens[index]?.kind !== 'open-string')
                    break;
            }
            else if (token?.kind !== 'word')
                break;
            const name = this.#tokens[token.kind === 'word' ? index : index + 1];
            names.push(this.#text.slice(name?.start, name?.end));
            index--;
        } while (names.length < 2 && this.isSymbol(index, '.'));
        return names;
    }
}

// EXTERNAL MODULE: ./src/sync/literals/nix-tokens.ts
var nix_tokens = __webpack_require__(95278);
;// CONCATENATED MODULE: ./src/sync/literals/toml-regions.ts

/** The string values of a TOML text. Takes any text: of what is no TOML something is made too. */
function tomlRegions(text, rootName) {
    const regions = [];
    let table = newTable(rootName);
    /** Arrays and inline tables that are open. */
    const open = [];
    let at = 0;
    while (at < text.length) {
        const container = open.at(-1) ?? table;
        const piece = pieceAt(text, at);
        switch (piece.kind) {
            case 'string':
                if (container.isValueNext)
                    regions.push(regionOf(piece, container));
                else
                    container.key = piece.content;
                break;
            case 'word':
                if (!container.isValueNext)
                    container.key = piece.content;
                break;
            case 'nothing':
                break;
            case 'symbol':
                table = passSymbol(piece.content, table, open);
        }
        at = piece.next;
    }
    return regions;
}
/** Changes what is open; gives the table that the lines after it are in. */
function passSymbol(symbol, table, open) {
    const container = open.at(-1) ?? table;
    switch (symbol) {
        case '\n':
            return open.length === 0 ? newTable(table.name) : table;
        case '=':
            container.isValueNext = true;
            return table;
        case ',':
            container.isValueNext = container.kind === 'array';
            return table;
        case '{':
            open.push(newTable(container.key));
            return table;
        case '[':
            if (container.isValueNext)
                open.push({ ...newTable(null), kind: 'array', isValueNext: true });
            return table;
        case ']':
            // An array's end, or a header's: `[a.b]`, `[[a]]`.
            if (open.pop() !== undefined || table.key === null || table.isValueNext)
                return table;
            return newTable(table.key);
        case '}':
            open.pop();
    }
    return table;
}
function newTable(name) {
    return { kind: 'table', name, key: null, isValueNext: false };
}
function regionOf({ start, content }, { kind, key, name }) {
    const names = kind === 'array' ? [] : [key, name].filter((part) => part !== null);
    return { start, text: content, isWhole: true, names };
}
const bareWord = /[\w-]+/y;
const spaceOrComment = /[ \t\r]+|#[^\n]*/y;
function pieceAt(text, at) {
    const character = text.charAt(at);
    if (character === '"' || character === "'")
        return stringAt(text, at, character);
    for (const [kind, pattern] of [
        ['word', bareWord],
        ['nothing', spaceOrComment]
    ]) {
        pattern.lastIndex = at;
        if (pattern.test(text)) {
            const next = pattern.lastIndex;
            return { kind, start: at, content: text.slice(at, next), next };
        }
    }
    return { kind: 'symbol', start: at, content: character, next: at + 1 };
}
/** One that is never closed ends with its line, or with the file when it has three quotes, and is nothing. */
function stringAt(text, at, quote) {
    const isLong = text.startsWith(quote.repeat(3), at);
    const closing = isLong ? quote.repeat(3) : quote;
    const start = at + closing.length;
    for (let end = start; end < text.length; end++) {
        const character = text.charAt(end);
        if (character === '\\' && quote === '"') {
            end++;
        }
        else if (character === '\n' && !isLong) {
            return { kind: 'nothing', start, content: '', next: end };
        }
        else if (text.startsWith(closing, end)) {
            // `"""a"""""` ends with two quotes of its own.
            if (isLong)
                for (let own = 0; own < 2 && text.startsWith(closing, end + 1); own++)
                    end++;
            const content = text.slice(start, end);
            return {
                kind: 'string',
                start,
                content: quote === '"' ? blankEscapes(content) : content,
                next: end + closing.length
            };
        }
    }
    return { kind: 'nothing', start, content: '', next: text.length };
}

;// CONCATENATED MODULE: ./src/sync/literals/regions.ts





/**
 * Where a file may hold literals, in order: the strings of `.nix` (URIs without quotes too), the string values of `.json` and
 * `.toml`, never a comment; of any other file the whole text. The file's name stands for the attribute that takes its outermost
 * set: `hashes.json`.
 */
function regionsOf({ path, text }) {
    const extension = (0,posix_.extname)(path);
    const name = (0,posix_.basename)(path, extension);
    switch (extension) {
        case '.nix':
            return nixRegions(text, name);
        case '.json':
            return jsonRegions(text, name);
        case '.toml':
            return tomlRegions(text, name);
        default: {
            const start = text.length - text.trimStart().length;
            return [{ start, text: text.trim(), isWhole: true, names: [] }];
        }
    }
}
/**
 * The algorithm of the hash that goes by one of these names: `vendorHash`, `sha512`, `"hash"`, `hashes.x86_64-linux`. SHA-256
 * where the name says none; null: the names are not those of a hash.
 */
function algorithmByNames(names) {
    for (const name of names) {
        const ending = /(?:hash(?:es)?|md5|sha1|sha256|sha512)$/i.exec(name)?.[0].toLowerCase();
        if (ending === 'md5' || ending === 'sha1' || ending === 'sha512')
            return ending;
        if (ending !== undefined)
            return 'sha256';
    }
    return null;
}
/** The strings of a Nix file, cut at their interpolations; those that are names of attributes too. */
function nixRegions(text, rootName) {
    const tokens = (0,nix_tokens/* nixTokens */.E)(text);
    const attributes = new NixAttributes(text, tokens, rootName);
    const regions = [];
    for (const [index, { kind, start, end }] of tokens.entries()) {
        attributes.pass(index);
        if (kind === 'uri') {
            const names = attributes.namesOf(index, index);
            regions.push({ start, text: text.slice(start, end), isWhole: true, names });
        }
        if (kind !== 'open-string' && kind !== 'close-interpolation')
            continue;
        const content = contentFrom(tokens, index + 1);
        const after = tokens[index + 1 + content.length];
        const isWhole = kind === 'open-string' && after?.kind === 'close-string';
        // What is never closed is no string, but the rest of a broken file.
        if (after === undefined || (content.length === 0 && !isWhole))
            continue;
        regions.push({
            start: end,
            text: content.map((token) => blanked(text, token)).join(''),
            isWhole,
            names: isWhole ? attributes.namesOf(index, index + 1 + content.length) : []
        });
    }
    return regions;
}
/** The tokens of a string from `index` on, up to its end or an interpolation. */
function contentFrom(tokens, index) {
    let end = index;
    while (tokens[end]?.kind === 'text' || tokens[end]?.kind === 'escape')
        end++;
    return tokens.slice(index, end);
}
function blanked(text, { kind, start, end }) {
    const piece = text.slice(start, end);
    if (kind === 'text')
        return piece;
    // `\n` and `''\n` mean a control character; any other says itself after `\` or `''`.
    return blankEscape(piece, /\\[nrt]$/.test(piece) ? ' ' : piece.slice(-1));
}
/** The string values of a JSON text. Takes any text: of what is no JSON something is made too. */
function jsonRegions(text, rootName) {
    const regions = [];
    const containers = [];
    let container;
    const nameOfValue = () => (container === undefined ? rootName : container.key);
    for (let at = 0; at < text.length; at++) {
        switch (text.charAt(at)) {
            case '{':
            case '[':
                container = {
                    kind: text.charAt(at) === '{' ? 'object' : 'array',
                    name: nameOfValue(),
                    key: null
                };
                containers.push(container);
                break;
            case '}':
            case ']':
                containers.pop();
                container = containers.at(-1);
                break;
            case '"': {
                const end = stringEnd(text, at + 1);
                const content = text.slice(at + 1, end);
                if (container?.kind === 'object' && isBeforeColon(text, end + 1)) {
                    container.key = content;
                }
                else if (text.charAt(end) === '"') {
                    const names = container?.kind === 'array' ? [] : [nameOfValue(), container?.name ?? null];
                    regions.push({
                        start: at + 1,
                        text: blankEscapes(content),
                        isWhole: true,
                        names: names.filter((name) => name !== null)
                    });
                }
                at = end;
            }
        }
    }
    return regions;
}
/** Where the closing quote is, or the line's end where there is none. */
function stringEnd(text, start) {
    for (let at = start; at < text.length; at++) {
        const character = text.charAt(at);
        if (character === '"' || character === '\n')
            return at;
        if (character === '\\')
            at++;
    }
    return text.length;
}
const colon = /[ \t\r\n]*:/y;
function isBeforeColon(text, at) {
    colon.lastIndex = at;
    return colon.test(text);
}


/***/ }),

/***/ 34962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W$: () => (/* binding */ shortestCommit),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   Yb: () => (/* binding */ commitEdit),
/* harmony export */   sC: () => (/* binding */ wholeDay),
/* harmony export */   sw: () => (/* binding */ isSameCommit),
/* harmony export */   vE: () => (/* binding */ findRevisionLiterals),
/* harmony export */   xK: () => (/* binding */ commitWords),
/* harmony export */   y0: () => (/* binding */ findCommitDays),
/* harmony export */   y7: () => (/* binding */ dayEdits)
/* harmony export */ });
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(382);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1564);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47204);
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91801);




/** Digits that Git shows of a commit at least. */
const shortestCommit = 7;
/** Words of hexadecimal digits, as long as Git shows a commit; `g48358b9` is how `git describe` puts it. */
const commitWords = /(?<=(?<![0-9A-Za-z])g?)[0-9a-f]{7,40}(?![0-9A-Za-z])/g;
/** In full, or as short as Git shows one; those of a date or a number are rather a tag. */
function isCommit(text) {
    return /^(?:[0-9a-f]{40}|(?=.*[a-f])(?=.*[0-9])[0-9a-f]{7,39})$/.test(text);
}
/** Whether both may be the digits of one commit, of which one has fewer. */
function isSameCommit(a, b) {
    return a.startsWith(b) || b.startsWith(a);
}
/**
 * Where a commit stands in a file, in 7 to 40 digits: one in 40 where the address has 7, or the other way round, is the same. None in
 * a package manager's lock file, where it is a dependency's.
 */
function findRevisionLiterals({ path, text }, commit) {
    if (!text.includes(commit.slice(0, shortestCommit)) || (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .isLockFile */ .ue)(path))
        return [];
    return (0,_regions_js__WEBPACK_IMPORTED_MODULE_3__/* .regionsOf */ .N)({ path, text }).flatMap((region) => [...region.text.matchAll(commitWords)]
        .filter(([word]) => isSameCommit(word, commit))
        .map((found) => {
        const start = region.start + found.index;
        const end = start + found[0].length;
        return { file: path, start, end, line: (0,_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .L)(text, start), text: found[0] };
    }));
}
/** `date = "2024-05-01"`: the day of the commit that stands in the same set. */
function isCommitDay({ text, isWhole, names: [name] }) {
    return isWhole && name === 'date' && wholeDay.test(text);
}
const wholeDay = /^(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
/** Where a file has such a day. */
function findCommitDays(file) {
    return (0,_regions_js__WEBPACK_IMPORTED_MODULE_3__/* .regionsOf */ .N)(file)
        .filter(isCommitDay)
        .map(({ start, text }) => {
        const line = (0,_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .L)(file.text, start);
        return { file: file.path, start, end: start + text.length, line, text };
    });
}
/** The days of commits that stand in one set with one of these, with the new one's in their place. */
function dayEdits(files, commits, day) {
    return files.flatMap((file) => {
        const sets = commits
            .filter((commit) => commit.file === file.path)
            .map(({ start }) => (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesAround */ .Q)(file, start)[0]?.start);
        if (sets.length === 0)
            return [];
        return findCommitDays(file)
            .filter(({ start, text }) => {
            const set = (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesAround */ .Q)(file, start)[0]?.start;
            return set !== undefined && sets.includes(set) && text !== day;
        })
            .map((span) => ({ ...span, replacement: day }));
    });
}
/** The new commit, in as many digits as stand there. */
function commitEdit(span, commit) {
    return { ...span, replacement: commit.slice(0, span.text.length) };
}


/***/ }),

/***/ 44647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hz: () => (/* binding */ spellingsOf),
/* harmony export */   Xe: () => (/* binding */ piecesOf),
/* harmony export */   ZO: () => (/* binding */ bumpEdit),
/* harmony export */   nI: () => (/* binding */ spellVersion)
/* harmony export */ });
/* harmony import */ var _version_form_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47464);

/** A version as it is written where a dot cannot be: `1_84_0` in Boost's file names, `1-84-0` in tags. */
function spellVersion(version, separator) {
    return version.replaceAll('.', () => separator);
}
/** How an occurrence of a version may be spelled, its own way first. One without dots has one spelling. */
function spellingsOf(version) {
    const separators = version.includes('.') ? ['.', '_', '-'] : ['.'];
    return separators.map((separator) => ({ spelling: spellVersion(version, separator), separator }));
}
/** The new version, spelled as the old one is at its place. */
function bumpEdit(place, newVersion) {
    const { file, start, end, line, text } = place;
    return { file, start, end, line, text, replacement: spellVersion(newVersion, place.separator) };
}
/**
 * What a version may be written as, in the order in which it is looked for: without the `v` that both have, so that `1.2.3` beside
 * `v1.2.3` is found too; whole; and the day in it alone (`date = "2024-05-01"`), where that is all that changes.
 */
function piecesOf(oldVersion, newVersion) {
    const lead = (0,_version_form_js__WEBPACK_IMPORTED_MODULE_0__/* .leadOf */ .M)(oldVersion);
    const isLed = lead !== '' && lead === (0,_version_form_js__WEBPACK_IMPORTED_MODULE_0__/* .leadOf */ .M)(newVersion);
    const whole = isLed
        ? { old: oldVersion.slice(lead.length), new: newVersion.slice(lead.length) }
        : { old: oldVersion, new: newVersion };
    const [oldDay, newDay] = [oldVersion, newVersion].map((version) => day.exec(version));
    if (oldDay?.[0] === undefined || newDay?.[0] === undefined || oldDay[0] === whole.old)
        return [whole];
    const isAlone = oldVersion.replace(day, '') === newVersion.replace(day, '');
    return isAlone ? [whole, { old: oldDay[0], new: newDay[0] }] : [whole];
}
const day = /(?<![0-9])(?:19|20)[0-9]{2}([-._]?)[01][0-9]\1[0-3][0-9](?![0-9])/;


/***/ }),

/***/ 92148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ namesAt),
/* harmony export */   br: () => (/* binding */ systemOf),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99769);
/* harmony import */ var _project_flake_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23692);
/* harmony import */ var _project_systems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90147);
/* harmony import */ var _member_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25325);




/** Outputs of a flake that have a set for each system. */
const perSystem = ['packages', 'legacyPackages', 'checks', 'devShells', 'apps'];
/** Where what a line names is looked for, first to last, as Nix looks for `.#hello`; the first place that has something counts. */
function placesOf({ kind, reference }, system) {
    const { attribute } = reference;
    const filled = (0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .fillIn */ .pz)(attribute, system);
    if (reference.kind === 'file')
        return [{ output: null, path: (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAttributePath */ .f6)(filled) ?? [] }];
    const spelled = [...(0,_project_flake_js__WEBPACK_IMPORTED_MODULE_1__/* .spellOut */ .tr)(filled, system), ...(filled === '' ? [] : [filled])];
    const paths = kind === 'each' ? setsOf(filled, spelled, system) : spelled;
    return [...new Set(paths)].map((path) => {
        const [output = '', ...below] = (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAttributePath */ .f6)(path) ?? [];
        return { output, path: below };
    });
}
/** `packages`, and `packages.*` where somebody has a star in the system's place, are the system's. */
function setsOf(filled, spelled, system) {
    const output = filled.replace(/\.\*$/, '');
    if (perSystem.includes(output))
        return [`${output}.${system}`];
    return /^\w+$/.test(filled)
        ? [...spelled.slice(0, -1), `${filled}.${system}`, filled]
        : [...spelled];
}
/** The system that a line is for. `usual`: for what does not say. */
function systemOf({ reference }, usual) {
    return reference.kind === 'flake' ? ((0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .namedSystem */ .Pc)(reference.attribute) ?? usual) : usual;
}
/** The names of what stands at a place, as they are written in `package`: without what Nix itself adds. */
function namesAt({ attribute }, { output, path }, system) {
    if (output === null)
        return path;
    const [second, ...names] = path;
    if (second !== system || (0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .namedSystem */ .Pc)(attribute) !== null)
        return [output, ...path];
    return output === 'packages' ? names : [output, _member_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .systemPlaceholder */ .Z, ...names];
}


/***/ }),

/***/ 99488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ allMeta),
/* harmony export */   V: () => (/* binding */ evaluateEach)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70370);
/* harmony import */ var _nix_evaluators_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31333);
/* harmony import */ var _nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2713);
/* harmony import */ var _project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58910);
/* harmony import */ var _project_flake_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23692);
/* harmony import */ var _project_question_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62665);






/** Those that nobody needs who asks what a package is made of. */
const allMeta = ['homepage', 'changelog', 'platforms', 'badPlatforms', 'mainProgram'];
/**
 * Describes what stands at each place in the copy as it is now: one evaluation for each output of a flake and each file that they are in,
 * however many they are, as long as what fails is thrown; see listAttributes. In the order of `all`.
 */
async function evaluateEach(look, all, { unread = [], patience = Infinity } = {}) {
    const found = new Map();
    const values = [...Map.groupBy(all, valueOf).values()];
    await (0,p_limit__WEBPACK_IMPORTED_MODULE_5__/* ["default"] */ .A)((0,_nix_evaluators_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluatorsAtOnce */ .n)()).map(values, async (asked) => {
        const [first] = asked;
        if (first === undefined)
            return;
        const about = {
            nix: look.nix,
            command: await commandAbout(look, first),
            place: (0,_project_question_js__WEBPACK_IMPORTED_MODULE_4__/* .placeIn */ .VV)(look.nix, look.copy),
            describe: (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .describeWithout */ .qY)(unread),
            shape: _project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .describedPackage */ .CC,
            patience
        };
        const questions = asked.map(({ place: { path }, kind }) => ({ path, kind }));
        const answers = await (0,_nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .answerAll */ .iz)(about, questions);
        for (const [index, one] of asked.entries())
            found.set(one, Array.isArray(answers) ? (answers[index] ?? null) : answers);
    });
    return all.map((one) => found.get(one) ?? null);
}
/** What is evaluated as a whole: an output of a flake, or a file. */
function valueOf({ project, place: { output }, system }) {
    const { flakeFolder, packageFile } = project;
    // What a flake says is for each system at once.
    const where = output === null ? [packageFile, system] : [flakeFolder, output];
    return JSON.stringify(where);
}
async function commandAbout(look, { project, place: { output }, system }) {
    const { nix, copy, nixpkgs, counts } = look;
    const whole = { ...project.package, attribute: '' };
    const question = { nix, copy, project, package: whole, nixpkgs, system, describe: '' };
    const located = output === null ? await (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .withNixpkgsInCopy */ .pA)(question) : question;
    return (apply) => {
        counts.evaluations++;
        const describe = `(${apply})`;
        return output === null
            ? (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .fileCommand */ .ol)({ ...located, describe })
            : (0,_project_flake_js__WEBPACK_IMPORTED_MODULE_3__/* .evalCommand */ .K4)(located, output, describe);
    };
}


/***/ }),

/***/ 53740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ describeLines),
/* harmony export */   _8: () => (/* binding */ readDescribed),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   g8: () => (/* binding */ answerLines),
/* harmony export */   tP: () => (/* binding */ findPackages)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(70370);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _nix_describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19142);
/* harmony import */ var _nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7117);
/* harmony import */ var _nix_evaluators_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31333);
/* harmony import */ var _nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44681);
/* harmony import */ var _project_evaluate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58910);
/* harmony import */ var _project_question_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62665);
/* harmony import */ var _attribute_places_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92148);
/* harmony import */ var _evaluate_each_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(99488);
/* harmony import */ var _member_reference_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(25325);











/** Attributes that do not evaluate and whose reason is asked for, each by an evaluation of its own. */
const mostExplained = 16;
/** All that the lines name, each once, in their order. Adds a sentence to `notes` for what is left out. */
async function findPackages(look, notes) {
    const lines = await describeLines(look, notes);
    const candidates = lines.flatMap((line) => line.candidates);
    return uniqueOf(await explain(look, candidates), notes);
}
/** Describes all that the lines name, in their order, by as few evaluations as evaluateEach takes. */
async function describeLines(look, notes, options = {}) {
    const located = look.lines.flatMap(({ pattern, project }) => project instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9 ? [] : [{ pattern, project }]);
    const answered = await answerLines(look, located, options);
    const candidatesAt = ({ pattern, project }) => {
        if (project instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9)
            return [failedLine(pattern, null, project)];
        const answer = answered.get(pattern);
        if (answer !== undefined)
            return candidatesOf(look, pattern, project, answer, notes);
        const isSet = pattern.kind === 'each';
        const error = isSet ? noSuchSet(textOf(pattern)) : null;
        return [failedLine(pattern, project, error)];
    };
    return look.lines.map((line) => ({ pattern: line.pattern, candidates: candidatesAt(line) }));
}
/** What stands at the first place of each line that has something. */
async function answerLines(look, lines, options = {}) {
    const found = new Map();
    for (let turn = 0;; turn++) {
        const asked = lines.flatMap(({ pattern, project }) => {
            const system = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .systemOf */ .br)(pattern, look.system);
            const place = found.has(pattern) ? undefined : (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .placesOf */ .ek)(pattern, system)[turn];
            return place === undefined ? [] : [{ pattern, project, place, kind: pattern.kind, system }];
        });
        if (asked.length === 0)
            return found;
        const answers = await (0,_evaluate_each_js__WEBPACK_IMPORTED_MODULE_8__/* .evaluateEach */ .V)(look, asked, options);
        for (const [index, { pattern, place }] of asked.entries()) {
            const answer = answers[index] ?? null;
            if (answer !== null)
                found.set(pattern, { place, answer });
        }
    }
}
function candidatesOf(look, pattern, project, { place, answer }, notes) {
    const system = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .systemOf */ .br)(pattern, look.system);
    if (!Array.isArray(answer))
        return [failedLine(pattern, project, refusal(look, pattern, project, answer))];
    if (pattern.kind === 'one') {
        const [entry] = answer;
        const evaluated = readDescribed(pattern.reference, entry?.described ?? null, system);
        return [{ ...pattern, project, place, isOfPattern: false, system, evaluated }];
    }
    const unnamed = [];
    const members = answer.flatMap(({ path, described }) => {
        // What the look itself takes for a package is none.
        if (described !== null && 'notDerivation' in described)
            return [];
        const at = { output: place.output, path };
        const names = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .namesAt */ .Qo)(pattern.reference, at, system);
        const reference = (0,_member_reference_js__WEBPACK_IMPORTED_MODULE_9__/* .memberReference */ .O)(pattern.reference, names, system);
        if (reference === null) {
            unnamed.push(names.join('.'));
            return [];
        }
        const own = { ...project, package: reference };
        const evaluated = readDescribed(reference, described, system);
        return [{ reference, project: own, place: at, isOfPattern: true, system, evaluated }];
    });
    if (unnamed.length > 0)
        notes.push(`No line of \`package\` can name ${unnamed
            .slice(0, 5)
            .map((name) => JSON.stringify(name))
            .join(', ')}: left out.`);
    return members;
}
function readDescribed({ text }, described, system) {
    if (described === null)
        return null;
    if (!('notDerivation' in described))
        return (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_5__/* .readPackage */ .LY)(described, system);
    return evaluationFailed(text, (0,_nix_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .noDerivationReason */ .HW)(described));
}
/** A line of which nothing is known but why; null: that is asked for. */
function failedLine(pattern, project, evaluated) {
    const reference = { ...pattern.reference, text: textOf(pattern) };
    return { reference, project, place: null, isOfPattern: false, system: '', evaluated };
}
/** What a line is about does not evaluate, or none of what is in it can be looked at. */
function refusal({ nix, copy, nixpkgs, system: usual }, pattern, project, ended) {
    const reference = { ...pattern.reference, text: textOf(pattern) };
    const system = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .systemOf */ .br)(pattern, usual);
    const question = { nix, copy, project, package: reference, nixpkgs, system, describe: '' };
    const answer = (0,_project_question_js__WEBPACK_IMPORTED_MODULE_6__/* .answerOf */ .ut)(question, { ...ended, stdout: '' });
    return 'error' in answer ? answer.error : null;
}
/** The line as it was written. */
function textOf({ kind, reference: { text } }) {
    if (kind === 'one')
        return text;
    return text.endsWith('#') ? `${text}*` : `${text}.*`;
}
function noSuchSet(subject) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'EVALUATION_FAILED',
        subject,
        reason: 'there is no such set',
        hint: 'See how what stands before the star is spelt; for a flake `nix flake show` lists what there is.'
    });
}
function evaluationFailed(subject, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'EVALUATION_FAILED', subject, reason });
}
/** Asks why some do not evaluate; what a description could not read (`meta`) is no reason then. */
async function explain(look, candidates) {
    const { nix, copy, nixpkgs, counts } = look;
    const drvPaths = candidates.flatMap(({ evaluated }) => evaluated !== null && 'drvPath' in evaluated ? [evaluated.drvPath] : []);
    const lost = await (0,_nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdDerivations */ .Yw)(nix, drvPaths);
    const isKnown = ({ evaluated }) => evaluated !== null && !('drvPath' in evaluated && lost.has(evaluated.drvPath));
    const asked = new Set(candidates.filter((one) => !isKnown(one)).slice(0, mostExplained));
    return (0,p_limit__WEBPACK_IMPORTED_MODULE_10__/* ["default"] */ .A)((0,_nix_evaluators_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluatorsAtOnce */ .n)()).map(candidates, async (candidate) => {
        const { reference, project, evaluated, system: named } = candidate;
        const isDone = evaluated !== null && isKnown(candidate);
        if (isDone)
            return { ...candidate, evaluated };
        if (project === null || !asked.has(candidate)) {
            const reason = 'it does not evaluate, as others that are told in Nix’s words';
            return { ...candidate, evaluated: evaluationFailed(reference.text, reason) };
        }
        counts.evaluations++;
        const system = named === '' ? look.system : named;
        const answer = await (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_5__/* .evaluatePackage */ .Ak)(nix, copy, project, {
            package: reference,
            nixpkgs,
            system
        });
        if ('drvPath' in answer)
            return { ...candidate, evaluated: answer };
        await (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .logWords */ .UU)(nix.log, answer.stderr);
        return { ...candidate, evaluated: answer.error };
    });
}
/** Two attributes may be the same derivation: a line's own name stands for it, then any but `default`. */
function uniqueOf(packages, notes) {
    const byDerivation = Map.groupBy(packages, ({ evaluated, reference }) => 'drvPath' in evaluated ? evaluated.drvPath : reference.text);
    const chosen = new Set([...byDerivation.values()].flatMap((same) => bestOf(same) ?? []));
    const unique = packages.filter((one) => chosen.has(one));
    const others = packages.length - unique.length;
    if (others > 0)
        notes.push(`${others} of the attributes are other names of packages in the list.`);
    return unique;
}
function bestOf(same) {
    const isDefault = ({ reference: { attribute } }) => /(?:^|\.)default$/.test(attribute);
    return (same.find(({ isOfPattern }) => !isOfPattern) ?? same.find((one) => !isDefault(one)) ?? same[0]);
}


/***/ }),

/***/ 366:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ writeListing),
/* harmony export */   Wo: () => (/* binding */ listingName),
/* harmony export */   _S: () => (/* binding */ parseListing)
/* harmony export */ });
/* unused harmony exports formatListing, readListing */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _computed_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49020);
/* harmony import */ var _computed_left_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95025);
/* harmony import */ var _computed_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52452);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99769);
/* harmony import */ var _version_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45109);








/** Raised when a reader of the old form would go wrong. */
const schemaVersion = 1;
/** The look's file, beside those of phase `compute`. */
const listingName = 'listing.json';
const mostPackages = 20_000;
/** Words for people, of which some are Nix's and have several lines. */
const words = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
    .max(10_000)
    .regex(/^[\n\t\P{Cc}]*$/u, 'holds a control character');
const version = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().refine(_version_words_js__WEBPACK_IMPORTED_MODULE_7__/* .isVersion */ .lF, 'is no version');
const count = zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().min(0);
const listedPackage = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    package: (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(1000).refine(isReference, 'is no package'),
    name: (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(200),
    version: (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(100).nullable(),
    source: (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(2100).nullable(),
    newest: version.nullable(),
    tag: (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(300).nullable(),
    state: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['outdated', 'current', 'ignored', 'unasked', 'unknown', 'failed']),
    why: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        code: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
            .regex(/^[A-Z_]{1,60}$/, 'is no code')
            .nullable(),
        reason: words
    })
        .nullable()
})
    .refine(({ state, newest }) => state !== 'outdated' || newest !== null, 'is outdated by nothing');
const changeSet = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    // By their places in `packages`.
    packages: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(count).min(1).max(mostPackages),
    version: version.nullable(),
    shared: words.nullable(),
    machines: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ system: _computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .system */ .qU, systems: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .system */ .qU).min(1).max(40) }))
        .min(1)
        .max(40),
    waits: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(true).optional()
});
const schema = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(schemaVersion),
    head: _computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .commit */ .cd,
    packages: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(listedPackage).max(mostPackages),
    sets: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(changeSet).max(mostPackages),
    counts: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        evaluations: count,
        requests: count,
        gitHubRequests: count,
        milliseconds: count
    }),
    notes: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(words).max(1000)
});
function isReference(text) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePackageReference */ .vH)(text), null) !== null;
}
/** What is longer than a reader takes is cut; it is for people. */
function formatListing({ head, packages, sets, counts, notes }) {
    const indexes = new Map(packages.map((one, index) => [one, index]));
    const file = {
        schemaVersion,
        head,
        packages: packages.map(({ reference, why, ...one }) => ({
            package: reference.text,
            ...{ ...one, name: plain(one.name, 200), source: plainOrNull(one.source, 2100) },
            ...{ version: plainOrNull(one.version, 100), tag: plainOrNull(one.tag, 300) },
            why: why === null ? null : { code: why.code, reason: plainWords(why.reason) }
        })),
        sets: sets.map((set) => ({
            packages: set.packages.flatMap((one) => indexes.get(one) ?? []),
            version: set.version,
            shared: set.shared === null ? null : plainWords(set.shared),
            machines: set.machines.map((one) => ({ system: one.system, systems: [...one.systems] })),
            ...(set.waits === true && { waits: true })
        })),
        counts,
        notes: notes.slice(0, 1000).map(plainWords)
    };
    return `${JSON.stringify(file, null, 2)}\n`;
}
function plain(text, longest) {
    return text
        .replace(/\p{Cc}/gu, '\uFFFD')
        .slice(0, longest)
        .toWellFormed();
}
function plainOrNull(text, longest) {
    return text === null ? null : plain(text, longest);
}
function plainWords(text) {
    return text
        .replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD')
        .slice(0, 10_000)
        .toWellFormed();
}
/** Reads what another job left; all of it is foreign. Throws COMPUTED_INVALID. */
function parseListing(text, file) {
    const { head, counts, notes, ...read } = (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDocument */ .Tp)(text, file, schema);
    const packages = read.packages.map(({ package: text, ...one }) => ({
        reference: (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePackageReference */ .vH)(text),
        ...one
    }));
    const texts = packages.map(({ reference }) => reference.text);
    if (new Set(texts).size < texts.length)
        throw (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .computedInvalid */ .nP)(file, 'it has a package twice');
    const taken = new Set();
    const sets = read.sets.map((set) => {
        const members = set.packages.map((index) => {
            const found = packages[index];
            if (found === undefined || taken.has(index))
                throw (0,_computed_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .computedInvalid */ .nP)(file, 'its sets have other packages than it lists, or one twice');
            taken.add(index);
            return found;
        });
        const { waits, ...rest } = set;
        return { ...rest, packages: members, ...(waits === true && { waits }) };
    });
    return { head, packages, sets, counts, notes };
}
/** Writes it into a folder, which is made when it is missing, and gives its file. */
async function writeListing(folder, listing) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, listingName);
    await (0,_computed_left_file_js__WEBPACK_IMPORTED_MODULE_3__/* .writeWhole */ .f)(file, formatListing(listing));
    return file;
}
/** Throws COMPUTED_INVALID. */
async function readListing(file) {
    return parseListing(await readText(file), file);
}


/***/ }),

/***/ 48874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ lookAt)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/sync/version/hosts/memory.ts
var hosts_memory = __webpack_require__(35913);
// EXTERNAL MODULE: ./src/sync/many/attribute-places.ts
var attribute_places = __webpack_require__(92148);
// EXTERNAL MODULE: ./src/sync/many/open-look.ts
var open_look = __webpack_require__(25739);
// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/nix/content-path.ts
var content_path = __webpack_require__(15740);
// EXTERNAL MODULE: ./src/nix/hash-mismatch.ts
var hash_mismatch = __webpack_require__(2632);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/sync/fetched-sources.ts
var fetched_sources = __webpack_require__(52673);
// EXTERNAL MODULE: ./src/sync/flake-inputs/lock-file.ts
var lock_file = __webpack_require__(66693);
// EXTERNAL MODULE: ./src/sync/flake-inputs/source-input.ts
var source_input = __webpack_require__(94441);
// EXTERNAL MODULE: ./src/sync/literals/dye.ts
var literals_dye = __webpack_require__(62290);
// EXTERNAL MODULE: ./src/sync/literals/find.ts + 2 modules
var find = __webpack_require__(47204);
// EXTERNAL MODULE: ./src/sync/pins/source-pin.ts
var source_pin = __webpack_require__(22001);
// EXTERNAL MODULE: ./src/sync/part-of.ts
var part_of = __webpack_require__(59474);
// EXTERNAL MODULE: ./src/sync/project/evaluate.ts
var evaluate = __webpack_require__(58910);
// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/version/source-host.ts
var source_host = __webpack_require__(24610);
// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
;// CONCATENATED MODULE: ./src/sync/many/evaluation-origins.ts

















/**
 * Of the packages whose `src` evaluation fetched, by an input of their flake or by a hash in the files. What has such a hash is in the store
 * by a name that is made of it: nothing is evaluated again for it, but where the files do not say in full where it is fetched from.
 */
async function evaluationOrigins(look, version, packages, graph, serverUrl) {
    const found = new Map();
    const made = packages.flatMap((one) => {
        const { evaluated, project } = one;
        if (evaluated instanceof errors/* NarPublishError */.f9 || project === null)
            return [];
        const paths = mainPaths(evaluated, graph);
        return paths.length === 0 ? [] : [{ one: { ...one, evaluated, project }, of: one, paths }];
    });
    if (made.length === 0)
        return found;
    const files = (0,open_look/* textFilesOf */.as)(made.map(({ one: { project } }) => project));
    const literalsAt = literalsByPath(files);
    const asked = new Map();
    for (const { one, of, paths } of made) {
        const literals = paths.flatMap(literalsAt);
        const inputs = await inputsWith(look, one.project, files, paths, literals);
        const input = (0,source_input/* sourceInput */.mC)({ project: one.project, files }, inputs);
        if (input !== null) {
            found.set(of, {
                ...(0,source_input/* versionsOfInput */.Zj)(input, []),
                pinned: (0,source_input/* inputCommit */.qH)(input, version, serverUrl),
                words: `${(0,source_input/* inputWords */.cJ)(input.name)} in ${input.path}`
            });
            continue;
        }
        const key = literals.map(types/* placeOf */.$t).join('\n');
        const asking = asked.get(key) ?? whereFrom(look, files, one, literals, serverUrl);
        asked.set(key, asking);
        const where = await asking;
        if (where === null)
            continue;
        const pin = (0,source_pin/* sourcePin */.lN)({ files }, where);
        found.set(of, {
            ...(0,source_pin/* versionsOfAddress */.dn)(where.address, []),
            pinned: pin === null ? null : (0,source_pin/* pinnedCommit */.I)(pin, serverUrl),
            words: `hash at ${(0,types/* placeOf */.$t)(where.literal)}`
        });
    }
    return found;
}
/** What evaluation made that is `src`, or one of `srcs`. */
function mainPaths(evaluated, graph) {
    return [...(0,fetched_sources/* sourcesOf */.u0)(evaluated, graph).paths].flatMap(([path, isMain]) => (isMain ? [path] : []));
}
/** The flake's own inputs that are one of the paths; of what is nothing by its hash, those that it is a part of, as a filter leaves it. */
async function inputsWith({ copy }, project, files, paths, literals) {
    const place = (0,lock_file/* lockPath */.HZ)(project);
    const text = files.find(({ path }) => path === place)?.text;
    const lock = text === undefined ? null : (0,lock_file/* parseLock */.PG)(text);
    const inputs = [...(lock === null ? [] : (0,lock_file/* ownInputs */.oi)(lock))].flatMap(([name, node]) => {
        const digest = (0,binary_cache_digest/* parseDigest */.m)(String(node.locked?.['narHash'] ?? ''));
        const by = { kind: 'input', name, isOwn: true };
        return digest === null ? [] : [{ by, node, path: (0,content_path/* fixedPath */.M)(digest, 'recursive', 'source') }];
    });
    const whole = inputs.filter(({ path }) => paths.includes(path));
    if (whole.length + literals.length > 0)
        return whole.map(({ by }) => by);
    // A flake such as nixpkgs has too many files to look for these among them.
    const sources = inputs.filter(({ node }) => node.flake === false);
    const found = [];
    for (const path of sources.length === 0 ? [] : paths) {
        if (await (0,part_of/* isPartOf */.x)(path, copy.folder))
            continue;
        for (const source of sources)
            if (await (0,part_of/* isPartOf */.x)(path, source.path))
                found.push(source.by);
    }
    return found;
}
/** Hash literals by where in the store that is which they are the hash of, as `fetchTarball` and as `fetchurl` hash. */
function literalsByPath(files) {
    const literals = files.flatMap(find/* findHashLiterals */.MO);
    const byName = new Map();
    return (path) => {
        const { name } = (0,store_path/* parseStorePath */.GV)(path);
        const known = byName.get(name) ?? new Map();
        if (!byName.has(name)) {
            byName.set(name, known);
            for (const literal of literals) {
                if (literal.digest === null)
                    continue;
                for (const how of ['recursive', 'flat']) {
                    const place = (0,content_path/* fixedPath */.M)(literal.digest, how, name);
                    known.set(place, [...(known.get(place) ?? []), literal]);
                }
            }
        }
        return known.get(path) ?? [];
    };
}
async function whereFrom(look, files, found, literals, serverUrl) {
    const [literal, ...others] = literals;
    if (literal === undefined)
        return null;
    const address = others.length > 0 ? null : (0,source_pin/* writtenAddress */.cL)(files, literal);
    if (address !== null && (0,source_host/* sourceHost */.Y)(address, serverUrl) !== null)
        return { literal, address };
    return askWhere(look, files, found, literals);
}
/** With something else in the hash's place Nix fetches, and says from where. null: it does not. */
async function askWhere(look, files, { reference, project, evaluated: { system } }, literals) {
    const { nix, copy, nixpkgs, counts } = look;
    const dyes = literals.map((literal) => {
        const { file, start, algorithm } = literal;
        return { literal, dye: (0,literals_dye/* dyeDigest */.vz)(look.project.head, `${file}:${start}`, algorithm) };
    });
    const shop = {
        copy,
        files: files.filter(({ path }) => literals.some(({ file }) => file === path))
    };
    try {
        await (0,workshop/* writeCopy */.bt)(shop, new Map(dyes.map(({ literal, dye }) => [literal, (0,literals_dye/* writeDigest */.O_)(literal, dye)])));
        counts.evaluations++;
        const request = { package: reference, nixpkgs, system };
        const answer = await (0,evaluate/* evaluatePackage */.Ak)(nix, copy, project, request);
        if ('drvPath' in answer)
            return null;
        const told = (0,hash_mismatch/* hashMismatches */.F)(answer.stderr);
        return (dyes.flatMap(({ literal, dye }) => {
            const one = told.find(({ specified }) => (0,binary_cache_digest/* sameDigest */.VB)(specified, dye));
            return typeof one?.address === 'string' ? [{ literal, address: one.address }] : [];
        })[0] ?? null);
    }
    finally {
        await (0,workshop/* writeCopy */.bt)(shop, new Map());
    }
}

// EXTERNAL MODULE: ./src/sync/many/find-packages.ts
var find_packages = __webpack_require__(53740);
// EXTERNAL MODULE: ./src/sync/many/ignore.ts
var ignore = __webpack_require__(87585);
// EXTERNAL MODULE: ./src/nix/build-errors.ts
var build_errors = __webpack_require__(2403);
// EXTERNAL MODULE: ./src/nix/transplant.ts
var transplant = __webpack_require__(49508);
// EXTERNAL MODULE: ./src/sync/definitions.ts
var definitions = __webpack_require__(55905);
// EXTERNAL MODULE: ./src/sync/project/systems.ts
var project_systems = __webpack_require__(90147);
// EXTERNAL MODULE: ./src/sync/many/evaluate-each.ts
var evaluate_each = __webpack_require__(99488);
// EXTERNAL MODULE: ./src/sync/own-texts.ts
var own_texts = __webpack_require__(52718);
;// CONCATENATED MODULE: ./src/sync/many/own-fetches.ts




/** Fixed outputs that a package is made of, less those of other packages that it needs. */
function ownFetches(evaluated, graph) {
    const found = (0,own_texts/* ownTexts */.BS)(evaluated, graph).flatMap(({ origin }) => origin.kind === 'fetched' ? [origin.derivation] : []);
    return [...new Set(found)];
}
/** Those among them whose hashes are others when the package has another version: its source, what the version is in, and what needs one of these. */
function staleFetches(evaluated, graph, hasVersion) {
    const own = ownFetches(evaluated, graph);
    const sources = new Set((0,fetched_sources/* sourcesOf */.u0)(evaluated, graph).fetched);
    const first = new Set(own.filter((one) => sources.has(one) || hasVersion(one)));
    return own.filter((one) => first.has(one) || (0,definitions/* closureOf */.TQ)(graph, [one.drvPath]).some((need) => first.has(need)));
}
function textsOf(derivation) {
    return (0,own_texts/* textsIn */.Ej)(derivation).map(([, text]) => text);
}
function saysVersion(derivation, version) {
    return (version !== null &&
        textsOf(derivation).some((text) => (0,find/* findVersionLiterals */.sA)({ path: 'text', text }, version).length > 0));
}

;// CONCATENATED MODULE: ./src/sync/many/machines.ts










/** Packages that do not evaluate for a system and whose reason is asked for. */
const mostExplained = 8;
/** This machine, or that of the system which a line names, and nothing more. */
function ownMachines() {
    return { of: (members) => machinesOf(members, [], () => 'not there'), notes: [] };
}
/**
 * What the packages are for each other system that was given, or of the usual ones: one evaluation for each. A system needs a machine of
 * its own where a hash that changes with the version has to be made there, and is not that of a plain download.
 */
async function otherMachines(look, sets, known) {
    const members = sets.flatMap((set) => set.members);
    const systems = (look.systems ?? project_systems/* usualSystems */.Ht).filter((system) => system !== look.system);
    const found = new Map();
    const notes = [];
    for (const system of members.length === 0 ? [] : systems)
        found.set(system, await lookElsewhere(look, members, system, known, notes));
    const elsewhere = (member, system) => found.get(system)?.get(member) ?? 'not there';
    return { of: (some) => machinesOf(some, systems, elsewhere), notes };
}
function machinesOf(members, systems, elsewhere) {
    const own = [...new Set(members.map(({ system }) => system))];
    const others = systems.filter((system) => !own.includes(system));
    const has = (system, what) => members.some((member) => elsewhere(member, system) === what);
    const alone = others.filter((system) => has(system, 'alone'));
    const here = others.filter((system) => !alone.includes(system) && has(system, 'here'));
    return [
        ...own.map((system, index) => ({
            system,
            systems: index === 0 ? [system, ...here] : [system]
        })),
        ...alone.map((system) => ({ system, systems: [system] }))
    ];
}
async function lookElsewhere(look, members, system, known, notes) {
    const asked = members.flatMap((member) => {
        const place = placeFor(member, system);
        return place === null ? [] : [{ member, ...member, place, kind: 'one', system }];
    });
    const answers = await (0,evaluate_each/* evaluateEach */.V)(look, asked, { unread: evaluate_each/* allMeta */.D });
    const found = new Map();
    const failed = [];
    for (const [index, { member }] of asked.entries()) {
        const answer = answers[index] ?? null;
        // What the flake does not have for that system.
        if (answer === null)
            continue;
        const described = Array.isArray(answer) ? (answer[0]?.described ?? null) : null;
        if (described === null || 'notDerivation' in described) {
            failed.push(member);
            continue;
        }
        const evaluated = (0,evaluate/* readPackage */.LY)(described, system);
        const graph = await (0,derivations/* readDerivations */.rj)(look.nix, [evaluated.drvPath], { closure: true, known });
        found.set(member, needsItself(member, evaluated, graph, known) ? 'alone' : 'here');
    }
    for (const member of failed)
        found.set(member, 'not there');
    await explain(look, failed, system, found, notes);
    return found;
}
/** Where a package is for another system; null: nowhere. */
function placeFor({ place, listed: { reference }, evaluated: { platforms }, system: own }, system) {
    if (place.output === null)
        return platforms?.includes(system) === true ? place : null;
    const [first, ...names] = place.path;
    const isOfEach = first === own && (0,project_systems/* namedSystem */.Pc)(reference.attribute) === null;
    return isOfEach ? { ...place, path: [system, ...names] } : null;
}
/** A package that reads what is made for its system while it is evaluated can be evaluated there. */
async function explain(look, failed, system, found, notes) {
    const { nix, copy, nixpkgs, counts } = look;
    const left = [];
    for (const [index, member] of failed.entries()) {
        const { project, listed } = member;
        const request = { package: listed.reference, nixpkgs, system };
        if (index < mostExplained)
            counts.evaluations++;
        const answer = index < mostExplained ? await (0,evaluate/* evaluatePackage */.Ak)(nix, copy, project, request) : null;
        const isBuilt = answer !== null && 'error' in answer && (0,build_errors/* needsOtherMachine */.Ni)(answer.error.reason);
        if (isBuilt)
            found.set(member, 'alone');
        else
            left.push(listed.reference.text);
    }
    if (left.length > 0)
        notes.push(`For ${system} ${(0,src_text/* list */.p_)(left.slice(0, 5))} ${left.length === 1 ? 'does' : 'do'} not evaluate: its hashes are not made.`);
}
/** Whether a hash that changes can be made on a machine of the system alone; as findTargets has it. */
function needsItself(member, evaluated, graph, known) {
    const { evaluated: own, system } = member;
    const isOurs = (derivation) => [system, 'builtin'].includes(derivation.system);
    const hereGraph = new Map([...(0,definitions/* closureOf */.TQ)(known, [own.drvPath])].map((one) => [one.drvPath, one]));
    const here = ownFetches(own, hereGraph).filter(isOurs);
    const stale = staleFetches(evaluated, graph, (one) => saysVersion(one, own.version));
    const foreign = stale.filter((one) => !isOurs(one));
    const candidates = (0,definitions/* fixedOutputs */.lW)(hereGraph);
    return foreign.some((one) => {
        const same = here.filter((other) => isSameHash(one, other));
        const urls = (0,derivations/* urlsOf */.Wn)(one).join(' ');
        const isMadeHere = same.length > 0 && (urls === '' || same.some((other) => (0,derivations/* urlsOf */.Wn)(other).join(' ') === urls));
        return !isMadeHere && (0,transplant/* transplantRecipe */.o)(one, candidates) === null;
    });
}
function isSameHash(a, b) {
    const [one, other] = [(0,derivations/* fixedOutputOf */.RS)(a)?.digest, (0,derivations/* fixedOutputOf */.RS)(b)?.digest];
    return one !== undefined && other !== undefined && (0,binary_cache_digest/* sameDigest */.VB)(one, other);
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/sync/project/package-reference.ts
var package_reference = __webpack_require__(99769);
// EXTERNAL MODULE: ./src/sync/revision.ts
var revision = __webpack_require__(31442);
// EXTERNAL MODULE: ./src/sync/sources.ts
var sources = __webpack_require__(75941);
// EXTERNAL MODULE: ./src/sync/version/compare.ts
var compare = __webpack_require__(90651);
// EXTERNAL MODULE: ./src/sync/version/latest.ts + 2 modules
var latest = __webpack_require__(92465);
// EXTERNAL MODULE: ./src/sync/version/wanted.ts
var wanted = __webpack_require__(32389);
;// CONCATENATED MODULE: ./src/sync/many/newest-of-all.ts












/** Packages whose hosts are asked at the same time. */
const mostAtOnce = 4;
/** Whether there is something that could be brought to another version. */
function isFetched({ evaluated, origin }, graph) {
    if (origin !== null)
        return true;
    const { fetched } = (0,fetched_sources/* sourcesOf */.u0)(evaluated, graph);
    return fetched.some((source) => (0,derivations/* urlsOf */.Wn)(source).length > 0 || (0,sources/* refsOf */.gA)(source).length > 0);
}
/**
 * The packages with the newest versions that their hosts know, as version-sync would choose them. A host that gives no answer leaves its
 * packages `unasked` and the others alone. In the order of `packages`.
 */
function newestOfAll(place, look, ignored, packages, graph) {
    return (0,p_limit/* default */.A)(mostAtOnce).map(packages, (one) => listPackage(place, look, ignored, one, graph));
}
async function listPackage(place, look, ignored, present, graph) {
    const { reference, evaluated } = present;
    const { pname, version } = evaluated;
    const current = currentOf(place, present, graph);
    const source = sourceWords(place, look, current);
    const listed = { reference, name: pname, version, source, newest: null, tag: null, why: null };
    const unknown = (reason) => ({
        ...listed,
        state: 'unknown',
        why: { code: null, reason }
    });
    const followsBranch = look.version.kind === 'branch';
    if (version === null && !followsBranch)
        return unknown('it has no version');
    if (!isFetched(present, graph))
        return unknown('it has no source that is fetched');
    const own = (0,ignore/* ignoredOf */.I)(ignored, namesOf({ reference, name: pname }));
    const whole = own.find((one) => one.version === null);
    if (whole !== undefined)
        return { ...listed, state: 'ignored', why: { code: null, reason: ignoreWords(whole) } };
    const passedOver = new Map();
    const passesOver = (text) => {
        const by = own.find((one) => one.version?.(text) === true);
        if (by !== undefined && (version === null || (0,compare/* isOlder */.t)(version, text)))
            passedOver.set(text, by);
        return by !== undefined;
    };
    const answer = await (0,wanted/* wantedVersion */.K)(look, current, { ...place, passesOver }).catch((error) => {
        if (error instanceof errors/* NarPublishError */.f9)
            return error;
        throw error;
    });
    if (answer instanceof errors/* NarPublishError */.f9 && isSilence(answer))
        return unasked(listed, answer);
    const chosen = answer instanceof errors/* NarPublishError */.f9 ? null : answer;
    if (chosen !== null && isOutdated(chosen, current)) {
        const { tag, unasked: refusal } = chosen;
        const newest = chosen.version ?? chosen.commit?.slice(0, 12) ?? null;
        const found = { ...listed, newest, tag };
        // What was typed is passed over as well.
        if (chosen.version !== null && passesOver(chosen.version))
            return ignoredBy(found, passedOver.get(chosen.version) ?? null);
        return refusal === undefined ? { ...found, state: 'outdated' } : unasked(found, refusal);
    }
    const [highest] = [...passedOver.keys()].toSorted((a, b) => ((0,compare/* isOlder */.t)(a, b) ? 1 : -1));
    if (highest !== undefined)
        return ignoredBy({ ...listed, newest: highest }, passedOver.get(highest) ?? null);
    if (answer instanceof errors/* NarPublishError */.f9 && answer.code !== 'VERSION_OLDER') {
        const why = { code: answer.code, reason: answer.reason };
        return { ...listed, state: 'unknown', why };
    }
    const found = { newest: chosen?.version ?? null, tag: chosen?.tag ?? null };
    return { ...listed, ...found, state: 'current' };
}
function unasked(listed, { code, reason }) {
    return { ...listed, state: 'unasked', why: { code, reason } };
}
function ignoredBy(listed, by) {
    const words = by === null ? '' : `, ${ignoreWords(by)}`;
    const reason = `${listed.newest ?? 'it'} is left alone${words}`;
    return { ...listed, state: 'ignored', why: { code: null, reason } };
}
function ignoreWords({ line }) {
    return `by \`${line}\` in \`ignore\``;
}
/** What `ignore` knows a package by. */
function namesOf({ reference, name }) {
    return [name, ...((0,package_reference/* parseAttributePath */.f6)(reference.attribute)?.slice(-1) ?? [])];
}
function currentOf({ environment: { serverUrl } }, { evaluated, origin }, graph) {
    const { drvPath, version, homepage } = evaluated;
    const urls = (0,sources/* sourceUrls */.wg)(drvPath, graph);
    if (origin !== null) {
        const { refs, pinned } = origin;
        return { version, homepage, sourceUrls: [...origin.sourceUrls, ...urls], refs, pinned };
    }
    return {
        version,
        homepage,
        sourceUrls: urls,
        refs: (0,sources/* mainSources */.gS)(drvPath, graph, version).flatMap(sources/* refsOf */.gA),
        pinned: (0,revision/* pinnedSource */._h)(evaluated, graph, serverUrl)
    };
}
function sourceWords({ environment: { serverUrl } }, { version }, { sourceUrls, homepage, pinned }) {
    if (version.kind === 'branch' && pinned !== null)
        return (0,latest/* nameOf */.V)(pinned.host);
    for (const address of homepage === null ? sourceUrls : [...sourceUrls, homepage]) {
        const host = (0,source_host/* sourceHost */.Y)(address, serverUrl);
        if (host !== null)
            return (0,latest/* nameOf */.V)(host);
    }
    return null;
}
function isOutdated(chosen, { version, pinned }) {
    const { commit } = chosen;
    const isOther = pinned !== null && commit !== null && !commit.startsWith(pinned.commit);
    return isOther || chosen.version !== version;
}
/** The host said nothing that could be understood. */
function isSilence({ code, cause }) {
    if (code === 'LATEST_UNKNOWN')
        return cause !== undefined;
    return !['VERSION_INVALID', 'VERSION_OLDER', 'REVISION_UNTRACED', 'REGEX_INVALID'].includes(code);
}

// EXTERNAL MODULE: ./src/sync/literals/version-spelling.ts
var version_spelling = __webpack_require__(44647);
;// CONCATENATED MODULE: ./src/sync/many/marked-trial.ts











/** So many packages of a trial may end an evaluation, one after the other; then the rest is not told by it. */
const mostFailures = 4;
/** `graph`: of all packages as they stand. */
function markLiterals(head, files, outdated, graph) {
    const found = outdated.flatMap(({ evaluated: { version }, listed: { newest } }) => version === null || newest === null ? [] : occurrencesOf(files, version, newest));
    const versions = withoutOverlaps(found).map(({ literal, text }, index) => {
        const { replacement } = (0,version_spelling/* bumpEdit */.ZO)(literal, (0,literals_dye/* markVersion */.m8)(text, index));
        return { literal, text, replacement };
    });
    const digests = outdated.flatMap(({ evaluated }) => ownFetches(evaluated, graph).flatMap((one) => (0,derivations/* fixedOutputOf */.RS)(one)?.digest ?? []));
    const hashes = files.flatMap(find/* findHashLiterals */.MO).flatMap((literal) => {
        const { digest, file, start, algorithm } = literal;
        const isOurs = digest !== null && digests.some((one) => (0,binary_cache_digest/* sameDigest */.VB)(one, digest));
        const overlaps = versions.some((one) => overlap(one.literal, literal));
        if (!isOurs || overlaps)
            return [];
        return [{ literal, dye: (0,literals_dye/* dyeDigest */.vz)(head, `${file}:${start}`, algorithm) }];
    });
    return { files, versions, hashes };
}
function occurrencesOf(files, version, newest) {
    for (const { old: text } of (0,version_spelling/* piecesOf */.Xe)(version, newest)) {
        const found = files.flatMap((file) => (0,find/* findVersionLiterals */.sA)(file, text).filter((literal) => !isOfInput(file, literal)));
        if (found.length > 0)
            return found.map((literal) => ({ literal, text }));
    }
    return [];
}
/** It is in the address of a flake's input, which would be fetched anew, for all packages at once. */
function isOfInput({ path, text }, { start }) {
    if (!/(?:^|\/)flake\.nix$/.test(path))
        return false;
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    return /"(?:github|gitlab|sourcehut|flake|path|git\+\w+|tarball\+\w+|file\+\w+):[^"]*$/.test(before);
}
/** `1.2` in `1.2-unstable-2024-05-01` is a part of that. */
function withoutOverlaps(all) {
    const inFile = Map.groupBy(all, ({ literal: { file } }) => file);
    return [...inFile.values()].flatMap((found) => {
        const lengths = found.toSorted((a, b) => b.literal.text.length - a.literal.text.length);
        const kept = [];
        for (const one of lengths)
            if (!kept.some(({ literal }) => overlap(literal, one.literal)))
                kept.push(one);
        return kept;
    });
}
function overlap(a, b) {
    return a.file === b.file && a.start < b.end && b.start < a.end;
}
/** What is put into the copy for a trial. */
function replacementsFor({ versions, hashes }, { marked, dyed }) {
    const marks = versions.map(({ literal, replacement }) => [literal, replacement]);
    const dyes = hashes.map(({ literal, dye }) => [literal, (0,literals_dye/* writeDigest */.O_)(literal, dye)]);
    return new Map([...(marked ? marks : []), ...(dyed ? dyes : [])]);
}
/** What each package shows with these replacements in the copy, which is as before afterwards; those that do not evaluate so are not in it. */
async function tryMarks(look, known, marks, replacements, members) {
    const shop = { copy: look.copy, files: marks.files };
    const asked = members.map((member) => ({ ...member, kind: 'one' }));
    try {
        await (0,workshop/* writeCopy */.bt)(shop, replacements);
        const answers = await (0,evaluate_each/* evaluateEach */.V)(look, asked, { unread: evaluate_each/* allMeta */.D, patience: mostFailures });
        const evaluated = members.flatMap((member, index) => {
            const answer = answers[index];
            const described = Array.isArray(answer) ? (answer[0]?.described ?? null) : null;
            if (described === null || 'notDerivation' in described)
                return [];
            return [[member, (0,evaluate/* readPackage */.LY)(described, member.system)]];
        });
        const drvPaths = evaluated.map(([, { drvPath }]) => drvPath);
        const graph = await (0,derivations/* readDerivations */.rj)(look.nix, drvPaths, { closure: true, known });
        return new Map(evaluated.map(([member, one]) => [member, shownBy(marks, member, one, graph)]));
    }
    finally {
        await (0,workshop/* writeCopy */.bt)(shop, new Map());
    }
}
function shownBy({ versions, hashes }, { evaluated: { version } }, evaluated, graph) {
    const main = new Set((0,sources/* mainSources */.gS)(evaluated.drvPath, graph, evaluated.version));
    const texts = (0,own_texts/* ownTexts */.BS)(evaluated, graph)
        .filter(({ origin }) => origin.kind === 'identity' || isAmong(main, origin))
        .map(({ text }) => text);
    const shown = marksAmong(versions, texts);
    const own = ownFetches(evaluated, graph);
    const isDyedBy = (derivation, dye) => {
        const digest = (0,derivations/* fixedOutputOf */.RS)(derivation)?.digest;
        return digest !== undefined && (0,binary_cache_digest/* sameDigest */.VB)(digest, dye);
    };
    const literalsOf = (derivations) => hashes.flatMap(({ literal, dye }) => derivations.some((one) => isDyedBy(one, dye)) ? [literal] : []);
    const hasVersion = (derivation) => saysVersion(derivation, version) ||
        marksAmong(versions, textsOf(derivation)).some((mark) => shown.includes(mark));
    const stale = staleFetches(evaluated, graph, hasVersion);
    return { versions: shown, hashes: literalsOf(own), stale: literalsOf(stale) };
}
function isAmong(main, origin) {
    return origin.derivation !== undefined && main.has(origin.derivation);
}
/** Numbers as marks have them; most texts hold none. */
const mayBeMarked = /9[0-9]{4}|[1-9][0-9]{5}/;
function marksAmong(versions, texts) {
    const shown = new Set();
    const marked = new Set(versions.map(({ text }) => text));
    for (const text of texts) {
        if (!mayBeMarked.test(text))
            continue;
        for (const version of marked)
            for (const mark of (0,literals_dye/* marksIn */.MC)(text, version))
                if (versions[mark]?.text === version)
                    shown.add(mark);
    }
    return versions.flatMap(({ literal }, index) => (shown.has(index) ? [literal] : []));
}

;// CONCATENATED MODULE: ./src/sync/many/shared-literals.ts




/** Places that are told. */
const mostPlaces = 3;
/**
 * The outdated packages, with all that share a literal with one of them which its bump would change: its version, or the hash of what
 * follows its version. Found by one evaluation with something of its own in place of each; of a package that does not evaluate so, by
 * versions alone and by hashes alone. What nothing tells of is taken to belong to what is fetched from the same place at the same version.
 */
async function shareLiterals(look, known, members, graph) {
    const outdated = members.filter(shared_literals_isOutdated);
    if (outdated.length === 0)
        return [];
    if (members.length === 1)
        return [{ members: [...members], words: null }];
    const files = (0,open_look/* textFilesOf */.as)(members.map(({ project }) => project));
    const marks = markLiterals(look.project.head, files, outdated, graph);
    const { shown, untold } = await trials(look, known, marks, members);
    const links = [
        ...linksByPin(members),
        ...linksByVersion(members, shown),
        ...linksByHash(members, shown)
    ];
    return joined(members, links, linksBySource(members, untold));
}
function shared_literals_isOutdated({ listed: { state } }) {
    return state === 'outdated';
}
async function trials(look, known, marks, members) {
    const attempt = (what, some) => tryMarks(look, known, marks, replacementsFor(marks, what), some);
    const shown = await attempt({ marked: true, dyed: true }, members);
    const left = members.filter((member) => !shown.has(member));
    if (left.length === 0)
        return { shown, untold: new Set() };
    const versions = await attempt({ marked: true, dyed: false }, left);
    const hashes = await attempt({ marked: false, dyed: true }, left);
    for (const member of left) {
        const [byVersion, byHash] = [versions.get(member), hashes.get(member)];
        shown.set(member, {
            versions: byVersion?.versions ?? [],
            hashes: byHash?.hashes ?? [],
            stale: byHash?.stale ?? []
        });
    }
    return { shown, untold: new Set(left.filter((one) => !versions.has(one) || !hashes.has(one))) };
}
/** Of one input of the flake, or one pin, there is one version. */
function linksByPin(members) {
    return members
        .filter(shared_literals_isOutdated)
        .flatMap((one) => members
        .filter((other) => other !== one && one.pin !== null && other.pin === one.pin)
        .map((other) => ({ one, other, words: one.pin ?? '' })));
}
function linksByVersion(members, shown) {
    const of = (member) => shown.get(member)?.versions ?? [];
    return linksBy('version', members, of, of);
}
function linksByHash(members, shown) {
    return linksBy('hash', members, (member) => shown.get(member)?.stale ?? [], (member) => shown.get(member)?.hashes ?? []);
}
/** `changes`: the literals that a bump of the package changes; `has`: those that a package would see changed. */
function linksBy(what, members, changes, has) {
    const owners = new Map();
    for (const member of members)
        for (const literal of has(member))
            owners.set(literal, [...(owners.get(literal) ?? []), member]);
    return members
        .filter(shared_literals_isOutdated)
        .flatMap((one) => changes(one).flatMap((literal) => (owners.get(literal) ?? [])
        .filter((other) => other !== one)
        .map((other) => ({ one, other, words: `${what} at ${(0,types/* placeOf */.$t)(literal)}` }))));
}
function linksBySource(members, untold) {
    const keyOf = ({ listed: { source, version } }) => JSON.stringify([source, version]);
    const same = Map.groupBy(members.filter(({ listed: { source, version } }) => source !== null && version !== null), keyOf);
    return members.filter(shared_literals_isOutdated).flatMap((one) => (same.get(keyOf(one)) ?? [])
        .filter((other) => other !== one && (untold.has(one) || untold.has(other)))
        .map((other) => {
        const { source, version } = one.listed;
        const words = `both are ${source ?? ''} at ${version ?? ''}, and nothing tells their literals apart`;
        return { one, other, words };
    }));
}
/** What is linked, by any way round. `guesses`: of no use where two are linked anyhow. */
function joined(members, links, guesses) {
    const parts = new Map(members.map((member) => [member, new Set([member])]));
    /** false: they were together already. */
    const join = ({ one, other }) => {
        const [a, b] = [parts.get(one), parts.get(other)];
        if (a === undefined || b === undefined || a === b)
            return false;
        for (const member of b) {
            a.add(member);
            parts.set(member, a);
        }
        return true;
    };
    for (const link of links)
        join(link);
    const used = [...links, ...guesses.filter(join)];
    return [...new Set(parts.values())]
        .filter((part) => [...part].some(shared_literals_isOutdated))
        .map((part) => {
        const words = new Set(used.flatMap(({ one, words }) => (part.has(one) ? [words] : [])));
        const told = [...words].slice(0, mostPlaces);
        return {
            members: members.filter((member) => part.has(member)),
            words: told.length === 0 ? null : (0,src_text/* list */.p_)(told)
        };
    });
}

;// CONCATENATED MODULE: ./src/sync/many/look.ts












/**
 * Looks at all packages that the lines name: what they have, what their hosts have, and which of them are one change. The checkout is only
 * read. A package that does not evaluate, and a host that gives no answer, leaves the others alone. Throws CHECKOUT_INVALID, TREE_DIRTY,
 * NIX_MISSING, INPUT_INVALID, and EVALUATION_FAILED or PACKAGE_INVALID when there is none that could be looked at.
 */
async function lookAt(place, look, options = {}) {
    const looked = await (0,open_look/* openLook */.KZ)(place, look);
    try {
        return await lookIn(looked, place, look, options);
    }
    finally {
        // Whoever works out what is outdated has copies of his own.
        looked.copy.remove();
    }
}
async function lookIn(looked, place, look, { forMachines = false }) {
    const { log } = place;
    const start = performance.now();
    const ignored = (0,ignore/* parseIgnore */.w)(look.ignore);
    const notes = [];
    const known = new Map();
    const all = await (0,find_packages/* findPackages */.tP)(looked, notes);
    const graph = await graphOf(looked, all, known);
    const { serverUrl } = place.environment;
    const origins = await evaluationOrigins(looked, look.version, all, graph, serverUrl);
    const found = all.map((one) => ({ ...one, origin: origins.get(one) ?? null }));
    const kept = found.filter((one) => isWanted(one, graph));
    const left = found.length - kept.length;
    if (left > 0)
        notes.push(`${(0,src_text/* count */.U9)(left, 'package')} without a version or a fetched source ${left === 1 ? 'is' : 'are'} left out.`);
    const memory = new hosts_memory/* HostMemory */.q();
    const packages = await listAll({ ...place, memory }, look, ignored, kept, graph);
    const members = membersOf(looked, kept, packages);
    refuseNothing(found);
    const shared = await shareLiterals(looked, known, members, graph);
    const machines = forMachines ? await otherMachines(looked, shared, known) : ownMachines();
    notes.push(...machines.notes, ...unmatched(ignored, packages));
    const { gitHubRequests, otherRequests } = memory;
    const counts = {
        evaluations: looked.counts.evaluations,
        requests: gitHubRequests + otherRequests,
        gitHubRequests,
        milliseconds: Math.round(performance.now() - start)
    };
    const sets = shared.map((set) => changeSet(set, machines));
    log.info(`${(0,src_text/* count */.U9)(packages.length, 'package')}, ${members.filter(look_isOutdated).length} outdated; ` +
        `${(0,src_text/* count */.U9)(counts.evaluations, 'evaluation')}, ${(0,src_text/* count */.U9)(counts.requests, 'request')}`);
    return { head: looked.project.head, packages, sets, counts, notes };
}
function graphOf({ nix }, found, known) {
    const drvPaths = found.flatMap(({ evaluated }) => 'drvPath' in evaluated ? [evaluated.drvPath] : []);
    return (0,derivations/* readDerivations */.rj)(nix, drvPaths, { closure: true, known });
}
/** What a line names itself is told of, whatever it is. */
function isWanted({ isOfPattern, evaluated, origin }, graph) {
    if (!isOfPattern || evaluated instanceof errors/* NarPublishError */.f9)
        return true;
    return evaluated.version !== null && isFetched({ evaluated, origin }, graph);
}
/** In the order of `found`. */
async function listAll(place, look, ignored, found, graph) {
    const present = found.flatMap(({ reference, evaluated, origin }) => 'drvPath' in evaluated ? [{ reference, evaluated, origin }] : []);
    const listed = (await newestOfAll(place, look, ignored, present, graph)).values();
    return found.flatMap(({ reference, evaluated }) => {
        if (evaluated instanceof errors/* NarPublishError */.f9)
            return [failedPackage(reference, evaluated)];
        const next = listed.next();
        return next.done === true ? [] : [next.value];
    });
}
function failedPackage(reference, { code, reason }) {
    const [last] = namesOf({ reference, name: '' }).slice(1);
    const name = last ?? reference.text;
    const nothing = { version: null, source: null, newest: null, tag: null };
    return { reference, name, ...nothing, state: 'failed', why: { code, reason } };
}
function membersOf({ system }, found, packages) {
    return found.flatMap((one, index) => {
        const { reference, evaluated, project, place, origin } = one;
        const listed = packages[index];
        if (evaluated instanceof errors/* NarPublishError */.f9 || project === null || place === null)
            return [];
        if (listed === undefined)
            return [];
        const of = (0,attribute_places/* systemOf */.br)({ kind: 'one', reference }, system);
        const pin = origin?.words ?? null;
        return [{ listed, evaluated, project, place, system: of, pin }];
    });
}
/** Whose failure it is when nothing is left that evaluates: the first one's. Of nothing at all there is nothing to say. */
function refuseNothing(found) {
    const [first, ...others] = found.map(({ evaluated }) => evaluated);
    const isNothing = others.every((one) => one instanceof errors/* NarPublishError */.f9);
    if (first instanceof errors/* NarPublishError */.f9 && isNothing)
        throw first;
}
function look_isOutdated({ listed: { state } }) {
    return state === 'outdated';
}
function changeSet({ members, words }, machines) {
    const packages = members.map(({ listed }) => listed);
    const own = machines.of(members);
    const newest = packages.filter(({ state }) => state === 'outdated').map((one) => one.newest);
    const version = newest[0] ?? null;
    // Those that stay as they are, and whose literal would not.
    const others = packages.filter(({ state }) => state === 'current' || state === 'ignored');
    const differ = [
        ...(new Set(newest).size > 1
            ? packages.filter(({ state }) => state === 'outdated').map(wishWords)
            : []),
        ...others.map((one) => `${one.reference.text} is to stay at ${one.version ?? 'what it has'}`)
    ];
    if (differ.length === 0)
        return { packages, version, shared: words, machines: own };
    const shared = `${words ?? ''}; but ${differ.join(', ')}`;
    return { packages, version: null, shared, machines: own };
}
function wishWords({ reference: { text }, newest }) {
    return `${text} is to be ${newest ?? 'another version'}`;
}
function unmatched(ignored, packages) {
    const used = new Set(packages.flatMap((one) => (0,ignore/* ignoredOf */.I)(ignored, namesOf(one))));
    return ignored
        .filter((one) => !used.has(one))
        .map(({ line }) => `\`${line}\` in \`ignore\` names no package.`);
}


/***/ }),

/***/ 25325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ memberReference),
/* harmony export */   Z: () => (/* binding */ systemPlaceholder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99769);
/* harmony import */ var _project_systems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90147);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20516);




/** Stands for the system in a path of attributes. */
const systemPlaceholder = '{system}';
/**
 * A package of the place that `parent` is at (a flake, a file), as a line of `package` that means it and nothing else: `.#luna`,
 * `file:default.nix#"luna 2"`. null: no line does, as Nix has no way to write a quote, and a line is no more than one.
 */
function memberReference(parent, names, system) {
    const attribute = names.map(spelled).join('.');
    const written = parent.kind === 'flake' ? attribute.replaceAll('%', '%25') : attribute;
    const found = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePackagePatterns */ .x)(`${placeOf(parent)}#${written}`), []);
    const [pattern, ...others] = found;
    if (pattern?.kind !== 'one' || others.length > 0)
        return null;
    const { reference } = pattern;
    const read = (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAttributePath */ .f6)((0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .fillIn */ .pz)(reference.attribute, system));
    const meant = names.map((name) => (name === systemPlaceholder ? system : name));
    return JSON.stringify(read) === JSON.stringify(meant) ? reference : null;
}
function spelled(name) {
    return name === systemPlaceholder || /^[A-Za-z_][\w'-]*$/.test(name) ? name : `"${name}"`;
}
/** What stands before the `#` of its attribute. */
function placeOf(reference) {
    return reference.kind === 'file' ? `file:${reference.path}` : reference.text.replace(/#.*$/s, '');
}


/***/ }),

/***/ 25739:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ locateLines),
/* harmony export */   KZ: () => (/* binding */ openLook),
/* harmony export */   as: () => (/* binding */ textFilesOf),
/* harmony export */   x2: () => (/* binding */ otherCheckout)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(96356);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _nix_nix_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84280);
/* harmony import */ var _project_copy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96587);
/* harmony import */ var _project_locate_package_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38502);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55072);
/* harmony import */ var _project_systems_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90147);
/* harmony import */ var _project_work_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88229);









/**
 * Opens the checkout that holds all lines, and copies it. A line that leads to no package leaves the others alone. Throws
 * CHECKOUT_INVALID, TREE_DIRTY, NIX_MISSING, and PACKAGE_INVALID when no line leads anywhere.
 */
async function openLook(place, look) {
    const { environment, scratch, log } = place;
    const env = environment.childEnvironment;
    const [lines, nix] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_8__/* .allOf */ .b)([
        locateLines(place, look.packages),
        (0,_nix_nix_js__WEBPACK_IMPORTED_MODULE_2__/* .openNix */ .MP)({ env, log, cwd: scratch, roots: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch, 'gc-roots') })
    ]);
    const projects = lines.flatMap(({ project }) => (isLocated(project) ? [project] : []));
    // A flake's copy is prepared for more.
    const project = projects.find(({ flakeFolder }) => flakeFolder !== null) ?? projects[0];
    if (project === undefined)
        throw firstError(lines);
    const copy = await (0,_project_copy_js__WEBPACK_IMPORTED_MODULE_3__/* .makeCopy */ .s)(project, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch, 'copy'), { inMemoryOf: scratch });
    const own = await (0,_project_systems_js__WEBPACK_IMPORTED_MODULE_6__/* .currentSystem */ .tX)(nix);
    const { value } = look.systems;
    const system = value === null || value.includes(own) ? own : (value[0] ?? own);
    const { nixpkgs } = look;
    return { nix, project, copy, lines, system, systems: value, nixpkgs, counts: { evaluations: 0 } };
}
function isLocated(project) {
    return !(project instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9);
}
function firstError(lines) {
    const error = lines.map(({ project }) => project).find((one) => !isLocated(one));
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9)
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'PACKAGE_INVALID',
        subject: 'input package',
        reason: 'it names no package'
    });
}
/** Throws CHECKOUT_INVALID, TREE_DIRTY. */
async function locateLines({ environment, log }, patterns) {
    const { workspace, childEnvironment: env } = environment;
    const places = new Map();
    let opened = null;
    const lines = [];
    for (const pattern of patterns) {
        const { reference } = pattern;
        const key = JSON.stringify(reference.kind === 'flake' ? ['flake', reference.folder] : ['file', reference.path]);
        try {
            const locating = places.get(key) ?? (0,_project_locate_package_js__WEBPACK_IMPORTED_MODULE_4__/* .locatePackage */ .j)(reference, workspace, (folder) => (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .gitIn */ .uM)(folder, env, log));
            places.set(key, locating);
            const place = await locating;
            opened ??= await (0,_project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .openProject */ .U8)({ workspace, package: reference, env, log });
            if (place.root !== opened.root)
                throw otherCheckout(reference.text, place.root, opened.root);
            (0,_project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .expectTracked */ .cC)(place, reference, opened.files);
            lines.push({ pattern, project: { ...opened, ...place, package: reference } });
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9) || error.code !== 'PACKAGE_INVALID')
                throw error;
            lines.push({ pattern, project: error });
        }
    }
    return lines;
}
/** `root`, `others`: work trees of the package and of those before it. */
function otherCheckout(text, root, others) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'CHECKOUT_INVALID',
        subject: text,
        reason: `it is in the Git repository ${root}, and others are in ${others}`,
        hint: 'Give the packages of one repository in one run.'
    });
}
/** The tracked text files in which literals of any of the packages are looked for. */
function textFilesOf(projects) {
    const [first] = projects;
    // Of a repository of ordinary size all files are looked into, whichever package it is.
    const isSmall = first !== undefined && first.files.length <= _project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .mostFiles */ .p;
    const files = (isSmall ? [first] : projects).flatMap(_project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextFiles */ .Lf);
    return [...new Map(files.map((file) => [file.path, file])).values()];
}


/***/ }),

/***/ 54861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ rowOfChange),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   Xb: () => (/* binding */ isChange),
/* harmony export */   ZU: () => (/* binding */ rowOfText),
/* harmony export */   gf: () => (/* binding */ whyOf),
/* harmony export */   zL: () => (/* binding */ packagesFailed)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failed_build_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54059);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);



/** What a package's row says that has nothing to be done for it. */
function rowOf(listed, more = {}) {
    const { reference, name, version, newest, state, why } = listed;
    return {
        package: reference.text,
        name,
        from: version,
        to: newest,
        set: null,
        done: state === 'outdated' ? 'failed' : state,
        pullRequest: null,
        why,
        ...more
    };
}
/** A row of what other jobs, or this one, worked out. */
function rowOfChange({ package: reference, name, oldVersion, newVersion }) {
    return {
        package: reference.text,
        ...{ name, from: oldVersion, to: newVersion },
        ...{ set: reference.text, done: 'failed', pullRequest: null, why: null }
    };
}
/** A row of what nothing is known of but how it is called. */
function rowOfText(text) {
    const nothing = { from: null, to: null, set: null, pullRequest: null, why: null };
    return { package: text, name: text, ...nothing, done: 'failed' };
}
/** A failure as rows have it. */
function whyOf({ code, subject, reason, builds }) {
    return { code, reason: `${subject}: ${(0,_failed_build_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutLogs */ .O)(reason, builds).trim()}` };
}
const changes = new Set([
    ...['proposed', 'updated', 'unchanged'],
    ...['computed', 'dry-run', 'fork', 'written', 'committed']
]);
/** Whether something of the package is, or would be, other than it is in the checkout. */
function isChange({ done }) {
    return changes.has(done);
}
/** An answer that never came is no answer. */
function isFailure({ done }) {
    return done === 'failed' || done === 'unasked';
}
/** Of more failures than so many the first are named. */
const shown = 20;
/** What the step ends with where packages failed, although all else was done; null: none did. */
function packagesFailed(rows) {
    const failed = rows.filter(isFailure);
    if (failed.length === 0)
        return null;
    const lines = failed.slice(0, shown).map(({ package: text, why, done }) => {
        const code = why?.code ?? (done === 'unasked' ? 'not asked' : 'failed');
        return `${text}: ${code}: ${(why?.reason ?? '').slice(0, 300)}`;
    });
    const more = failed.length - lines.length;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'PACKAGES_FAILED',
        subject: `${failed.length} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rows.length, 'package')}`,
        reason: `the others were done:\n${[...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')}\n`
    });
}


/***/ }),

/***/ 56682:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ rowsOf),
/* harmony export */   l: () => (/* binding */ matrixOf)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


/** GitHub's limit for one matrix. https://docs.github.com/en/actions/reference/limits */
const mostRows = 256;
/** Characters of the output: a job's outputs may have 1 MB together, reckoned as UTF-16. */
const largestMatrix = 300_000;
const longestName = 80;
/**
 * A row for each set and each machine that it needs. A set that can be brought nowhere has none, and neither have those that are beyond
 * the limits of a matrix: the next run has them, when others are done.
 */
function rowsOf(sets, runners, wanted, most = mostRows) {
    const names = uniqueNames(sets);
    const rows = [];
    const notes = [];
    const later = new Set();
    let length = 0;
    for (const set of sets) {
        const { version, shared } = set;
        const texts = set.packages.map(({ reference }) => reference.text);
        if (version === null) {
            notes.push(`No job for ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(texts)}, which are one change: ${shared ?? ''}.`);
            continue;
        }
        const { found, homeless } = rowsOfSet(set, names.get(set) ?? '', runners, wantedText(wanted, version));
        if (homeless.length > 0)
            notes.push(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(texts)} ${texts.length === 1 ? 'has' : 'have'} hashes that only a machine of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(homeless)} can make, and \`runner-map\` has none: they stay.`);
        const size = JSON.stringify(found).length;
        const fits = rows.length + found.length <= most && length + size <= largestMatrix;
        if (!fits || later.size > 0) {
            later.add(set);
            continue;
        }
        length += size;
        rows.push(...found);
    }
    const waiting = [...later].flatMap(({ packages }) => packages);
    const [first] = waiting;
    if (first !== undefined)
        notes.push(`The matrix is full: ${waiting.length} outdated packages, from ${first.reference.text} on, have to wait for another run.`);
    return { rows, names, later, notes };
}
function rowsOfSet({ packages, machines }, name, runners, version) {
    const homeless = [];
    const found = machines.flatMap(({ system, systems }) => {
        const os = runners.get(system);
        if (os === undefined) {
            homeless.push(system);
            return [];
        }
        const lines = packages.map(({ reference }) => reference.text).join('\n');
        return [{ name, system, os, package: lines, version, systems: systems.join(' ') }];
    });
    return { found, homeless };
}
/** As the job that computes is to be told: a branch is followed there, too. */
function wantedText(wanted, version) {
    if (wanted.kind !== 'branch')
        return version;
    return wanted.name === null ? 'branch' : `branch:${wanted.name}`;
}
/** Names of artifacts may be made of it, and somebody may well write `run: echo ${{ matrix.name }}`. */
function uniqueNames(sets) {
    const taken = new Set();
    return new Map(sets.map((set) => {
        const words = set.packages.map(({ name }) => (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .fileWord */ .BZ)(name).replace(/^[-.]+/, ''));
        const plain = [...new Set(words)].filter(Boolean).join('+').slice(0, longestName) || 'unnamed';
        let name = plain;
        for (let number = 2; taken.has(name.toLowerCase()); number++)
            name = `${plain}-${number}`;
        taken.add(name.toLowerCase());
        return [set, name];
    }));
}
/** For `strategy.matrix`. */
function matrixOf(rows) {
    return { include: rows };
}


/***/ }),

/***/ 52718:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ ownTexts),
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   l6: () => (/* binding */ otherDerivations),
/* harmony export */   uY: () => (/* binding */ originWords)
/* harmony export */ });
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32393);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55905);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13866);




/**
 * The texts in which a version is the package's own: its version, name and links, its derivation, and the fixed-output
 * derivations that it is made of. What belongs to another package with a version of its own is not looked into, nor are the names
 * of store paths, which hold other packages' versions. `shared`: derivations that cannot tell anything new.
 */
function ownTexts(evaluated, graph, shared = new Set()) {
    const { version, name, homepage, changelog, drvPath } = evaluated;
    const texts = [
        ...[version, name].map((text) => ({ origin: { kind: 'identity' }, text })),
        { origin: { kind: 'link', name: 'homepage' }, text: homepage },
        { origin: { kind: 'link', name: 'changelog' }, text: changelog }
    ].flatMap(({ origin, text }) => (text === null ? [] : [{ origin, text }]));
    const own = ownDerivations(evaluated, graph).filter(({ drvPath }) => !shared.has(drvPath));
    return [
        ...texts,
        ...own.flatMap((derivation) => {
            if (derivation.drvPath === drvPath)
                return textsOfItself(derivation);
            if (!(0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(derivation))
                return [];
            return textsIn(derivation).map(([, text]) => ({
                origin: { kind: 'fetched', derivation },
                text
            }));
        })
    ];
}
/** The packages that it needs, in whose texts a version is theirs, and what these are made of. */
function otherDerivations(evaluated, graph, shared) {
    const own = new Set(ownDerivations(evaluated, graph));
    return [...graph.values()].filter((one) => !own.has(one) && !shared.has(one.drvPath));
}
function ownDerivations({ drvPath, pname }, graph) {
    const isOwn = (derivation) => derivation.drvPath === drvPath || !isAnotherPackage(derivation, pname);
    return [...(0,_definitions_js__WEBPACK_IMPORTED_MODULE_2__/* .closureOf */ .TQ)(graph, [drvPath], isOwn)].filter(isOwn);
}
function isAnotherPackage(derivation, pname) {
    if ((0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(derivation))
        return false;
    const { env, structuredAttrs } = derivation;
    const other = structuredAttrs?.['pname'] ?? env['pname'];
    const version = structuredAttrs?.['version'] ?? env['version'];
    return typeof other === 'string' && typeof version === 'string' && other !== pname;
}
function textsOfItself(derivation) {
    return textsIn(derivation).map(([key, text]) => ({
        origin: identityKey.test(key) ? { kind: 'identity' } : { kind: 'own', key },
        text
    }));
}
const identityKey = /^(?:name|pname|version)$/;
/** By the attribute that says them. */
function textsIn(derivation) {
    const { name, args } = derivation;
    const all = [
        ['name', name],
        ...args.map((text) => ['args', text]),
        ...(0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .attributeTexts */ .F_)(derivation)
    ];
    return all.map(([key, text]) => [key, text.replaceAll(_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storePathsInText */ .OF, '')]);
}
/** For people: what a place is of a package; null: its version or name, which needs no telling. */
function originWords(origin) {
    switch (origin.kind) {
        case 'identity':
            return null;
        case 'link':
            return `in \`meta.${origin.name}\``;
        case 'own':
            return `in \`${origin.key}\``;
        case 'fetched':
            return `in the download of ${(0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .urlsOf */ .Wn)(origin.derivation)[0] ?? origin.derivation.name}`;
    }
}


/***/ }),

/***/ 59474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ isPartOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_4__);





/**
 * Whether each file of `path` (a folder, or a file) stands in `folder` as well, byte for byte and wherever: `path` is a copy of it,
 * or of a part of it. Empty files tell nothing, nor does what Git keeps for itself. A `folder` that is not there has no part.
 */
async function isPartOf(path, folder) {
    const there = Map.groupBy(await sizedFiles(folder), ({ size }) => size);
    const digests = new Map();
    const digestOf = (file) => {
        const digest = digests.get(file) ?? digestFile(file);
        digests.set(file, digest);
        return digest;
    };
    const isThere = async ({ file, size }) => {
        const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(file);
        const alike = (there.get(size) ?? []).toSorted((a, b) => Number((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(b.file) === name) - Number((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(a.file) === name));
        for (const other of alike) {
            if ((await digestOf(other.file)) === (await digestOf(file)))
                return true;
        }
        return false;
    };
    for (const file of await sizedFiles(path))
        if (!(await isThere(file)))
            return false;
    return true;
}
async function sizedFiles(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path).catch(() => null);
    if (found === null)
        return [];
    if (found.isFile())
        return found.size === 0 ? [] : [{ file: path, size: found.size }];
    if (!found.isDirectory())
        return [];
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(path)).filter((name) => name !== '.git');
    const inside = [];
    for (const name of names)
        inside.push(await sizedFiles((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, name)));
    return inside.flat();
}
async function digestFile(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file), hash);
    return hash.digest('hex');
}


/***/ }),

/***/ 22001:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ pinnedCommit),
/* harmony export */   cL: () => (/* binding */ writtenAddress),
/* harmony export */   dn: () => (/* binding */ versionsOfAddress),
/* harmony export */   h$: () => (/* binding */ versionInPin),
/* harmony export */   lN: () => (/* binding */ sourcePin)
/* harmony export */ });
/* harmony import */ var _literals_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1564);
/* harmony import */ var _literals_find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47204);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34962);
/* harmony import */ var _literals_regions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91801);
/* harmony import */ var _literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44647);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75941);
/* harmony import */ var _version_source_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24610);







/** null: the hash stands in no set. */
function sourcePin({ files }, { literal, address }) {
    const file = files.find(({ path }) => path === literal.file);
    const [entry] = file === undefined ? [] : (0,_literals_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesAround */ .Q)(file, literal.start);
    return file === undefined || entry === undefined ? null : { file, entry, address };
}
/** `urls`: that the package's source is fetched from besides. */
function versionsOfAddress(address, urls) {
    return { sourceUrls: [address, ...urls], refs: (0,_sources_js__WEBPACK_IMPORTED_MODULE_5__/* .refsInUrl */ .po)(address) };
}
/** Where the files themselves say that what has the hash is fetched from; null: nowhere in full. */
function writtenAddress(files, literal) {
    const pin = sourcePin({ files }, { literal, address: '' });
    if (pin === null)
        return null;
    const [value, ...others] = valuesOf(pin).filter(({ start, names: [name] }) => {
        const [innermost] = (0,_literals_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesAround */ .Q)(pin.file, start);
        return name === 'url' && innermost?.start === pin.entry.start;
    });
    const text = value?.text.replaceAll('\\/', '/') ?? '';
    return others.length === 0 && URL.canParse(text) ? text : null;
}
/**
 * The commit of what is fetched: that in the address; or the only one in the set, which is that of a tag where the address has one. null:
 * there is none, or the address is that of no repository.
 */
function pinnedCommit(pin, serverUrl) {
    const host = (0,_version_source_host_js__WEBPACK_IMPORTED_MODULE_6__/* .sourceHost */ .Y)(pin.address, serverUrl);
    if (host?.kind !== 'github' && host?.kind !== 'git')
        return null;
    const values = valuesOf(pin);
    const commits = new Set(values.flatMap(({ text }) => (wholeCommit.test(text) ? [text] : [])));
    const [only, ...others] = commits;
    const refs = (0,_sources_js__WEBPACK_IMPORTED_MODULE_5__/* .refsInUrl */ .po)(pin.address);
    const named = refs.find(_literals_revisions_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .WM);
    const commit = named ?? (others.length > 0 ? undefined : only);
    if (commit === undefined)
        return null;
    const branch = values.find(({ names: [name] }) => name === 'branch')?.text ?? null;
    const isOfTag = named === undefined && refs.length > 0;
    return { commit, host, entry: pin.entry, branch, isOfTag };
}
const wholeCommit = /^[0-9a-f]{40}$/;
/**
 * The version where the pin has it: in its address, and where a value is that and no more (`v1.2.3`), whoever reads it. Whether the rest of
 * the files' occurrences are the package's is found out by evaluating.
 */
function versionInPin(pin, { oldVersion, newVersion }) {
    const { file, address } = pin;
    if (oldVersion === null || newVersion === null || oldVersion === newVersion)
        return [];
    const values = valuesOf(pin);
    const isOwn = (literal) => values.some(({ start, text }) => {
        if (literal.start < start || literal.end > start + text.length)
            return false;
        const rest = text.slice(0, literal.start - start) + text.slice(literal.end - start);
        return text.replaceAll('\\/', '/') === address || !/[0-9:]/.test(rest);
    });
    for (const piece of (0,_literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .piecesOf */ .Xe)(oldVersion, newVersion)) {
        const found = (0,_literals_find_js__WEBPACK_IMPORTED_MODULE_1__/* .findVersionLiterals */ .sA)(file, piece.old).filter(isOwn);
        if (found.length > 0)
            return found.map((literal) => (0,_literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .bumpEdit */ .ZO)(literal, piece.new));
    }
    return [];
}
function valuesOf({ file, entry }) {
    return (0,_literals_regions_js__WEBPACK_IMPORTED_MODULE_3__/* .regionsOf */ .N)(file).filter(({ start, text, isWhole }) => isWhole && (0,_literals_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isInside */ .F)({ file: file.path, start, end: start + text.length }, entry));
}


/***/ }),

/***/ 60647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ usersGit),
/* harmony export */   Y: () => (/* binding */ changedFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _repository_git_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32054);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88229);




/**
 * The copy's changes as Git stores them: what `git add` in the user's own repository would make of the files, with its settings,
 * attributes and filters. Nothing is written there: the index and the objects are the copy's.
 */
async function changedFiles(copy) {
    const { project } = copy;
    const rewritten = await copy.rewrittenFiles();
    const git = await usersGit(copy);
    await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_2__/* .expectGit */ .gd)(git, ['update-index', '--add', '-z', '--stdin'], {
        stdin: rewritten.map(({ path }) => `${path}\0`).join('')
    });
    const staged = new Map((await (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .listTracked */ .z7)(git)).map((file) => [file.path, file]));
    const tracked = new Map(project.files.map((file) => [file.path, file]));
    const changed = [];
    for (const { path, before: text } of rewritten) {
        const now = staged.get(path);
        const before = tracked.get(path);
        if (now === undefined || (before === undefined && text !== null)) {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .internalError */ .WB)(path, 'git does not know what was written');
        }
        // Only its line endings differ, which Git does not store.
        if (now.blob === before?.blob)
            continue;
        changed.push({
            path,
            mode: now.kind === 'executable' ? '100755' : '100644',
            oldBlob: before?.blob ?? null,
            content: await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_2__/* .expectGit */ .gd)(git, ['cat-file', 'blob', now.blob])
        });
    }
    return changed;
}
/**
 * The user's own repository, with the copy's files in place of the checkout's: its settings, attributes and ignored names. The index, at
 * the commit of the checkout, and new objects are the copy's.
 */
async function usersGit({ project, folder, gitDir: own }) {
    const { gitDir } = await (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .locateObjects */ .np)(project.git);
    const git = {
        ...project.git,
        directory: folder,
        env: {
            ...project.git.env,
            GIT_DIR: gitDir,
            GIT_WORK_TREE: folder,
            GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'index-of-changes'),
            GIT_OBJECT_DIRECTORY: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'objects')
        }
    };
    await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_2__/* .expectGit */ .gd)(git, ['read-tree', project.head]);
    return git;
}


/***/ }),

/***/ 96587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ makeCopy)
});

// UNUSED EXPORTS: Copy

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/all-of.ts
var all_of = __webpack_require__(96356);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/git/environment.ts
var environment = __webpack_require__(66714);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var run = __webpack_require__(32054);
// EXTERNAL MODULE: ./src/scratch.ts
var src_scratch = __webpack_require__(7897);
// EXTERNAL MODULE: ./src/system-errors.ts
var system_errors = __webpack_require__(73436);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
;// CONCATENATED MODULE: ./src/sync/project/copy-part.ts
/**
 * Copies files as they stand there: bytes, modes, links. Its text is what a thread runs, the same in each bundle, so that nothing of a module is to be
 * seen in it. Each call waits: a promise for each of a file's seven takes longer than they do.
 */
function copyPart(job) {
    const fs = process.getBuiltinModule('node:fs');
    const { createHash, hash } = process.getBuiltinModule('node:crypto');
    const { starts, actions, modes, counters, isLookedAt } = job;
    const index = Buffer.from(job.bytes.buffer);
    const fields = new DataView(job.bytes.buffer);
    const [from, to] = [Buffer.from(`${job.root}/`), Buffer.from(`${job.folder}/`)];
    const time = Math.floor(Date.now() / 1000) - 60;
    const made = new Set(['']);
    /** A file, and in front of it what Git hashes with it. A larger one may share blocks with its copy. */
    const chunk = Buffer.allocUnsafe(1024 * 1024);
    const front = 32;
    const makeFolderOf = (path) => {
        const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
        if (made.has(folder))
            return;
        makeFolderOf(folder);
        try {
            fs.mkdirSync(Buffer.concat([to, Buffer.from(folder, 'latin1')]));
        }
        catch (error) {
            // Another thread was there first.
            if (error.code !== 'EEXIST')
                throw error;
        }
        made.add(folder);
    };
    /** Where it ends in `chunk`. */
    const read = (file) => {
        let end = front;
        for (let more = 1; more > 0 && end < chunk.length; end += more) {
            more = fs.readSync(file, chunk, end, chunk.length - end, null);
        }
        return end;
    };
    const blobOf = (end) => {
        const header = `blob ${end - front}\0`;
        chunk.write(header, front - header.length, 'latin1');
        return hash('sha1', chunk.subarray(front - header.length, end));
    };
    const blobOfLarge = (file, size) => {
        const hashed = createHash('sha1').update(`blob ${size}\0`);
        for (let end; (end = read(file)) > front;)
            hashed.update(chunk.subarray(front, end));
        return hashed.digest('hex');
    };
    const remember = (entry, stats, blob) => {
        const start = starts[entry] ?? 0;
        if (blob !== index.toString('hex', start + 40, start + 60))
            Atomics.add(counters, 1, 1);
        else {
            // Each as its last 32 bits.
            fields.setUint32(start + 8, stats.mtimeMs / 1000);
            fields.setUint32(start + 16, stats.dev);
            fields.setUint32(start + 20, stats.ino);
            fields.setUint32(start + 28, stats.uid);
            fields.setUint32(start + 32, stats.gid);
            fields.setUint32(start + 36, stats.size);
        }
    };
    const copyFile = (entry, source, copy) => {
        const opened = fs.openSync(source, 'r');
        let end;
        try {
            end = read(opened);
        }
        finally {
            fs.closeSync(opened);
        }
        const isLarge = end === chunk.length;
        const mode = modes[entry] ?? 0;
        if (isLarge)
            fs.copyFileSync(source, copy, fs.constants.COPYFILE_FICLONE);
        const file = fs.openSync(copy, isLarge ? 'r' : 'wx', mode);
        try {
            if (!isLarge) {
                for (let at = front; at < end;)
                    at += fs.writeSync(file, chunk, at, end - at);
            }
            if (isLookedAt)
                fs.futimesSync(file, time, time);
            const stats = fs.fstatSync(file);
            // There may be a mask.
            if ((stats.mode & 0o7777) !== mode)
                fs.fchmodSync(file, mode);
            if (isLookedAt)
                remember(entry, stats, isLarge ? blobOfLarge(file, stats.size) : blobOf(end));
        }
        finally {
            fs.closeSync(file);
        }
    };
    const copyLink = (entry, source, copy) => {
        const target = fs.readlinkSync(source, 'buffer');
        fs.symlinkSync(target, copy);
        if (!isLookedAt)
            return;
        fs.lutimesSync(copy, time, time);
        chunk.set(target, front);
        remember(entry, fs.lstatSync(copy), blobOf(front + target.length));
    };
    const copyOne = (entry) => {
        const action = actions[entry] ?? 0;
        if (action === 0)
            return;
        const begin = (starts[entry] ?? 0) + 62;
        const name = index.subarray(begin, index.indexOf(0, begin));
        makeFolderOf(name.toString('latin1'));
        const [source, copy] = [Buffer.concat([from, name]), Buffer.concat([to, name])];
        if (action === 1)
            copyFile(entry, source, copy);
        else if (action === 2)
            fs.linkSync(source, copy);
        else
            copyLink(entry, source, copy);
    };
    try {
        // Mostly the same folders.
        const step = 256;
        for (let next; (next = Atomics.add(counters, 0, step)) < starts.length;) {
            const end = Math.min(next + step, starts.length);
            for (let entry = next; entry < end; entry++)
                copyOne(entry);
        }
    }
    catch (error) {
        // Nobody begins another step.
        Atomics.store(counters, 0, starts.length);
        throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/sync/project/git-index.ts

const headerLength = 12;
const fieldsLength = 62;
const checksumLength = 20;
/** A longer name's length is not told. */
const longestTold = 0xfff;
const modes = {
    file: 0o100644,
    executable: 0o100755,
    symlink: 0o120000,
    submodule: 0o160000
};
/** `files`: in Git's order, their hashes of 20 bytes. */
function makeIndex(files) {
    const starts = new Uint32Array(new SharedArrayBuffer(files.length * 4));
    let end = headerLength;
    for (const [entry, { name }] of files.entries()) {
        starts[entry] = end;
        // One zero at least, and a multiple of eight.
        end += (fieldsLength + name.length + 8) & ~7;
    }
    const bytes = Buffer.from(new SharedArrayBuffer(end + checksumLength));
    bytes.write('DIRC', 'latin1');
    bytes.writeUInt32BE(2, 4);
    bytes.writeUInt32BE(files.length, 8);
    for (const [entry, { name, kind, blob }] of files.entries()) {
        const start = starts[entry] ?? 0;
        bytes.writeUInt32BE(modes[kind], start + 24);
        bytes.write(blob, start + 40, 'hex');
        bytes.writeUInt16BE(Math.min(name.length, longestTold), start + 60);
        bytes.set(name, start + fieldsLength);
    }
    return { bytes, starts };
}
/** The index as Git reads it. */
function sealIndex({ bytes }) {
    const content = bytes.subarray(0, -checksumLength);
    bytes.set((0,external_node_crypto_.createHash)('sha1').update(content).digest(), content.length);
    return bytes;
}

// EXTERNAL MODULE: ./src/sync/project/work-tree.ts
var work_tree = __webpack_require__(88229);
;// CONCATENATED MODULE: ./src/sync/project/copy-files.ts









/**
 * What is there of them: a sparse checkout does not have all that is tracked. Throws CHECKOUT_INVALID where something else stands in a file's place, such
 * as a pipe: of a file that Git is told to assume unchanged it does not say so, and whoever reads a pipe waits for ever.
 */
function findFiles(root, files, isWanted = () => true) {
    const from = pathsBelow(root);
    return files.flatMap((file, entry) => {
        if (!isWanted(file.path))
            return [];
        const stats = (0,external_node_fs_.lstatSync)(from(file.name), { throwIfNoEntry: false });
        if (stats === undefined)
            return [];
        if (stats.isFile() || stats.isSymbolicLink() || stats.isDirectory()) {
            return [{ ...file, entry, stats }];
        }
        const reason = `${(0,harmless/* shownName */.HD)(file.path)} is no file, symbolic link or folder`;
        throw (0,work_tree/* invalidCheckout */.Mv)(root, reason, 'Restore it (`git checkout`), and run it again.');
    });
}
/**
 * Copies what was found in `root` into `folder`, as it stands there: bytes, modes, links. Never hard links: whoever writes in the copy
 * would write in the user's own file, and to make one changes that file's times already. `index`: of all tracked files. `isLookedAt`: what Git
 * wants to know of the copies is in it afterwards. Answers how many are not what Git has, of which it knows nothing. When one fails nothing more
 * is copied by the time it throws.
 */
function copyFiles(found, folders, { index, isLookedAt }) {
    return inThreads(found, folders, { ...index, isLookedAt, plainFiles: 1 });
}
/** Gives the files of a copy of ours another name in `folder`, but for the `written` ones (repository paths), which are copied. */
async function linkFiles(files, found, written, folders) {
    const isWritten = new Set(written);
    const linked = found.filter(({ path }) => !isWritten.has(path));
    await inThreads(linked, folders, { ...makeIndex(files), isLookedAt: false, plainFiles: 2 });
    for (const path of written) {
        const copy = (0,external_node_path_.join)(folders.folder, path);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(copy), { recursive: true });
        (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(folders.root, path), copy);
    }
}
/** From so many files on another thread is of use. */
const filesOfThread = 4000;
const mostThreads = 4;
async function inThreads(found, folders, { plainFiles, ...index }) {
    const count = index.starts.length;
    const job = {
        ...folders,
        ...index,
        actions: new Uint8Array(new SharedArrayBuffer(count)),
        modes: new Uint16Array(new SharedArrayBuffer(2 * count)),
        counters: new Int32Array(new SharedArrayBuffer(8))
    };
    const submodules = [];
    for (const { entry, stats, path } of found) {
        job.modes[entry] = stats.mode & 0o7777;
        if (stats.isDirectory())
            submodules.push(path);
        else
            job.actions[entry] = stats.isSymbolicLink() ? 3 : plainFiles;
    }
    const useful = Math.ceil(found.length / filesOfThread);
    const threads = Math.min(useful, (0,external_node_os_.availableParallelism)(), mostThreads);
    if (threads < 2)
        copyPart(job);
    else
        await (0,all_of/* allOf */.b)(Array.from({ length: threads }, () => inThread(job)));
    const { root, folder } = folders;
    for (const path of submodules)
        copySubmodule((0,external_node_path_.join)(root, path), (0,external_node_path_.join)(folder, path));
    return job.counters[1] ?? 0;
}
function inThread(job) {
    const text = `(${copyPart.toString()})(require('node:worker_threads').workerData)`;
    const worker = new external_node_worker_threads_.Worker(text, { eval: true, workerData: job, env: {}, execArgv: [] });
    return new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('exit', resolve);
    });
}
/** Those of the files in `folder` that have another name as well. */
function linkedFiles(found, folder) {
    const from = pathsBelow(folder);
    return found
        .filter(({ name, stats }) => stats.isFile() && (0,external_node_fs_.lstatSync)(from(name)).nlink > 1)
        .map(({ name }) => from(name));
}
/** Names are bytes to Git and to the disk. */
function pathsBelow(folder) {
    const start = Buffer.from(`${folder}/`);
    return (name) => Buffer.concat([start, name]);
}
/** A package that is made by a file sees what is checked out in a submodule; a flake never does. */
function copySubmodule(from, to) {
    (0,external_node_fs_.cpSync)(from, to, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (source) => (0,external_node_path_.basename)(source) !== '.git'
    });
}

;// CONCATENATED MODULE: ./src/sync/project/room-in-memory.ts




/** The kind of file system: https://man7.org/linux/man-pages/man2/statfs.2.html */
const tmpfs = 0x01021994;
/** What a file or folder takes besides its bytes, and what these are rounded to. */
const ofEach = 1024;
const page = 4096;
/** A copy takes at most this part of the memory that this process may still have, as evaluation needs far more, and half of the room there is. */
const partOfMemory = 1 / 8;
const partOfRoom = 1 / 2;
/**
 * A folder in memory for a copy of these files, which goes with the scratch folder: there it takes a fraction of the time, and the disk
 * is not asked to make and forget tens of thousands of files. null: there is not enough room, no such place, or one where nothing can be
 * run, as a formatter may be; or the scratch folder is in memory itself.
 */
function roomInMemory(scratch, found) {
    return (0,errors/* attempt */.CD)(() => {
        // What a submodule holds was not looked at.
        if (found.some(({ stats }) => stats.isDirectory()))
            return null;
        // Each may have a folder of its own.
        const files = 2 * found.length;
        const bytes = found.reduce((sum, { stats: { size } }) => sum + Math.ceil(size / page) * page, files * ofEach);
        const room = (0,external_node_fs_.statfsSync)(src_scratch/* sharedMemory */.X_);
        if (room.type !== tmpfs || (0,external_node_fs_.statfsSync)(scratch).type === tmpfs)
            return null;
        if (bytes > process.availableMemory() * partOfMemory)
            return null;
        if (bytes > room.bavail * room.bsize * partOfRoom)
            return null;
        // 0 of 0: they are not counted.
        if (room.files > 0 && files > room.ffree * partOfRoom)
            return null;
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,src_scratch/* scratchInMemory */.R4)(scratch), 'copy-'));
        return mayRun(folder) ? folder : null;
    }, null);
}
/** Docker mounts it so that nothing in it may be started. */
function mayRun(folder) {
    const program = (0,external_node_path_.join)(folder, 'program');
    (0,external_node_fs_.writeFileSync)(program, '', { mode: 0o700 });
    const isAllowed = (0,errors/* attempt */.CD)(() => {
        (0,external_node_fs_.accessSync)(program, external_node_fs_.constants.X_OK);
        return true;
    }, false);
    (0,external_node_fs_.rmSync)(program);
    return isAllowed;
}

;// CONCATENATED MODULE: ./src/sync/project/copy.ts













/**
 * The project's tracked files in a folder of ours, with the very bytes, modes and links of the work tree, as a Git repository at
 * the same commit: Nix evaluates it in the user's stead. What is written here is seen by Nix, as it is tracked already.
 */
class Copy {
    project;
    /** Absolute, without symbolic links. */
    folder;
    /** The repository of the copy, beside the folder: a package that takes the whole folder for its source must not see it change. */
    gitDir;
    /** Beside them, and always on the disk: what Nix fetches for evaluations. */
    cache;
    #found;
    #tracked;
    /** By path: what stood in each file before it was first written; null: there was none. */
    #originals;
    /** By path: what the file is instead of the checkout's. */
    #made;
    #twinOf;
    /** Whether a twin has, or had, the same files. */
    #isShared;
    #isHandedOver = false;
    /** `home`: where the files are, absolute, without symbolic links. */
    constructor(project, found, { home, cache, twinOf = null }) {
        this.project = project;
        this.folder = (0,external_node_path_.join)(home, 'tree');
        this.gitDir = (0,external_node_path_.join)(home, 'git');
        this.cache = cache;
        this.#found = found;
        this.#tracked = new Map(project.files.map((file) => [file.path, file]));
        this.#originals = new Map(twinOf === null ? [] : twinOf.#originals);
        this.#made = new Map(twinOf === null ? [] : twinOf.#made);
        this.#twinOf = twinOf;
        this.#isShared = twinOf !== null;
    }
    /** Of a tracked plain file; whether it is a program stays. */
    async write(path, text) {
        const file = await this.#plainFile(path);
        if (!this.#originals.has(path))
            this.#originals.set(path, await (0,promises_.readFile)(file));
        this.#replace(file, text);
    }
    /** Makes the file what it is in the checkout, or what it was made. */
    async restore(path) {
        const original = this.#made.get(path) ?? this.#originals.get(path);
        if (original === undefined || original === null)
            return;
        this.#replace(await this.#plainFile(path), original);
    }
    /** From now on the file is this instead of the checkout's; one that is not there is made, and tracked in the copy. */
    async make(path, content) {
        const isNew = !this.#tracked.has(path) && !this.#made.has(path);
        if (isNew)
            await this.#makeNew(path);
        const file = await this.#plainFile(path, isNew);
        if (!this.#originals.has(path))
            this.#originals.set(path, isNew ? null : await (0,promises_.readFile)(file));
        this.#made.set(path, content);
        this.#replace(file, content);
        if (isNew)
            await (0,run/* expectGit */.gd)(this.git, ['update-index', '--add', '--', path]);
    }
    /** Takes it away, in memory or on the disk, with what was fetched for it. */
    remove() {
        (0,src_scratch/* removeFolder */.v$)((0,external_node_path_.dirname)(this.folder));
        if (this.#twinOf === null)
            (0,src_scratch/* removeFolder */.v$)(this.cache);
    }
    /**
     * Makes it the checkout again, for this project, whose files are the same. False: it cannot be, as somebody else may have written in it, or there
     * are files that were not.
     */
    async reopen(project) {
        const { root, head, flakeFolder } = this.project;
        const isSame = project.root === root && project.head === head;
        // Git does not know the files of one that no flake was in.
        const isReady = project.flakeFolder === null || flakeFolder !== null;
        const hasMore = [...this.#originals.values()].includes(null);
        if (this.#isHandedOver || !isSame || !isReady || hasMore)
            return false;
        this.#made.clear();
        for (const path of this.#originals.keys())
            await this.restore(path);
        this.#originals.clear();
        this.project = project;
        return true;
    }
    /**
     * A copy of its own that holds what this one holds now, made in a fraction of the time, as most of its files are links to this one's. Its folder
     * has the same name, and what is fetched for either serves both. null: it cannot be had, as somebody else may write in the files, or the file
     * system has no room for it.
     */
    async twin() {
        if (this.#isHandedOver)
            return null;
        // Beside this one: what leads from one folder to another by a relative path does so there.
        const home = await (0,promises_.mkdtemp)(`${(0,external_node_path_.dirname)(this.folder)}-twin-`);
        const { project, cache } = this;
        const twin = new Copy(project, this.#found, { home, cache, twinOf: this });
        try {
            this.#isShared = true;
            (0,external_node_fs_.cpSync)(this.gitDir, twin.gitDir, { recursive: true });
            await (0,promises_.mkdir)(twin.folder);
            const [root, folder] = [this.folder, twin.folder];
            const written = [...this.#originals.keys()];
            await linkFiles(project.files, this.#found, written, { root, folder });
            await (0,promises_.copyFile)((0,external_node_path_.join)(this.folder, '.git'), (0,external_node_path_.join)(twin.folder, '.git'));
            return twin;
        }
        catch (error) {
            (0,src_scratch/* removeFolder */.v$)(home);
            if ((0,system_errors/* systemFault */.mc)(error) === null)
                throw error;
            return null;
        }
    }
    /** Before a program that is not ours works in it, which may write into files where they stand: none of them is a twin's as well. */
    handOver() {
        // What it left has no links, and need not be there.
        if (this.#isHandedOver)
            return;
        this.#isHandedOver = true;
        if (!this.#isShared)
            return;
        for (const file of linkedFiles(this.#found, this.folder)) {
            this.#replace(file, (0,external_node_fs_.readFileSync)(file));
        }
    }
    /** For commands in the copy. */
    get git() {
        const { root, env, git } = this.project;
        return {
            ...{ directory: this.folder, isWorkTree: true, url: root, log: git.log },
            env: (0,environment/* gitEnvironment */._K)(env, [])
        };
    }
    async #makeNew(path) {
        const folder = (0,external_node_path_.dirname)((0,external_node_path_.join)(this.folder, path));
        await (0,promises_.mkdir)(folder, { recursive: true });
        if ((await (0,promises_.realpath)(folder)) !== folder)
            throw notPlain(path);
        await (0,promises_.writeFile)((0,external_node_path_.join)(this.folder, path), '', { flag: 'wx' });
    }
    /** The files that are not as in the checkout, in their order, a formatter's changes of written ones included. */
    async rewrittenFiles() {
        const files = [];
        for (const path of [...this.#originals.keys()].toSorted()) {
            const before = this.#originals.get(path)?.toString('utf8') ?? null;
            const after = await (0,promises_.readFile)(await this.#plainFile(path), 'utf8');
            if (before !== after)
                files.push({ path, before, after });
        }
        return files;
    }
    /** Where it is. A formatter, too, may not make it a link to somewhere else. */
    async #plainFile(path, isNew = this.#originals.get(path) === null) {
        const file = (0,external_node_path_.join)(this.folder, path);
        const kind = this.#tracked.get(path)?.kind;
        const isPlain = isNew || kind === 'file' || kind === 'executable';
        const found = await (0,promises_.lstat)(file).catch(() => null);
        if (!isPlain || found?.isFile() !== true || (await (0,promises_.realpath)(file)) !== file) {
            throw notPlain(path);
        }
        return file;
    }
    /** By another one in its place: a twin's may be the same. */
    #replace(file, content) {
        const { mode } = (0,external_node_fs_.lstatSync)(file);
        // Not where Nix looks.
        const made = (0,external_node_path_.join)(this.gitDir, 'made');
        (0,external_node_fs_.writeFileSync)(made, content);
        // Some checkouts are read-only.
        (0,external_node_fs_.chmodSync)(made, (mode & 0o777) | 0o200);
        (0,external_node_fs_.renameSync)(made, file);
    }
}
function notPlain(path) {
    return (0,errors/* internalError */.WB)(path, 'it is not a plain file that Git tracks, and was to be written');
}
/**
 * Copies the project below `scratch`, which is made if need be. The checkout's objects are used where they are, so that a
 * repository of any size takes as long as copying its files. Throws CHECKOUT_INVALID, GIT_FAILED, DISK_FULL.
 */
async function makeCopy(project, scratch, { inMemoryOf, only } = {}) {
    const { root, head, files, flakeFolder } = project;
    if (head.length !== 40) {
        const hint = 'A package is evaluated out of a repository of SHA-1 alone, as GitHub has them.';
        throw (0,work_tree/* invalidCheckout */.Mv)(root, 'Git names its objects by SHA-256, and not by SHA-1', hint);
    }
    const found = findFiles(root, files, only && ((path) => only.has(path)));
    await (0,promises_.mkdir)(scratch, { recursive: true });
    const onDisk = await (0,promises_.realpath)(scratch);
    const home = inMemoryOf === undefined ? null : roomInMemory(inMemoryOf, found);
    const copy = new Copy(project, found, { home: home ?? onDisk, cache: (0,external_node_path_.join)(onDisk, 'cache') });
    const { folder, gitDir } = copy;
    await (0,promises_.mkdir)(folder);
    // Of a part nothing is evaluated.
    const isLookedAt = flakeFolder !== null && only === undefined;
    const index = makeIndex(files);
    // Git's part runs beside ours.
    const [unlike] = await (0,all_of/* allOf */.b)([
        copyFiles(found, { root, folder }, { index, isLookedAt }),
        makeRepository(copy)
    ]);
    await (0,promises_.writeFile)((0,external_node_path_.join)(gitDir, 'index'), sealIndex(index));
    if (isLookedAt && unlike > 0)
        await rememberStat(copy);
    return copy;
}
/** At the commit, without an index. */
async function makeRepository({ project, folder, gitDir, git }) {
    const { root, head } = project;
    const { objects, shallow } = await (0,work_tree/* locateObjects */.np)(project.git);
    // Relative, as libgit2 (in Nix) reads it too, and so that the copy may be seen under another name.
    const alternate = (0,external_node_path_.relative)((0,external_node_path_.join)(gitDir, 'objects'), await (0,promises_.realpath)(objects));
    if (/\p{Cc}/u.test(alternate)) {
        throw (0,work_tree/* invalidCheckout */.Mv)(root, 'the name of its folder of objects holds a control character');
    }
    // Whatever somebody prefers for new ones.
    const formats = { GIT_DEFAULT_REF_FORMAT: 'files', GIT_DEFAULT_HASH: 'sha1' };
    const init = ['init', '--quiet', '--template=', `--separate-git-dir=${gitDir}`];
    await (0,run/* expectGit */.gd)({ ...git, env: { ...git.env, ...formats } }, init);
    await (0,promises_.mkdir)((0,external_node_path_.join)(gitDir, 'objects', 'info'), { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(gitDir, 'objects', 'info', 'alternates'), `${alternate}\n`);
    if (shallow !== null)
        await (0,promises_.copyFile)(shallow, (0,external_node_path_.join)(gitDir, 'shallow'));
    await (0,promises_.writeFile)((0,external_node_path_.join)(gitDir, 'HEAD'), `${head}\n`);
    // A twin's links change them, of what is as it was.
    await (0,promises_.appendFile)((0,external_node_path_.join)(gitDir, 'config'), '[core]\n\ttrustctime = false\n');
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, '.git'), `gitdir: ${(0,external_node_path_.relative)(folder, gitDir)}\n`);
}
/** Of files that are as Git would check them out, but other bytes than it has: their line endings. It would read them in each evaluation. */
async function rememberStat({ git }) {
    // It ends with 1 when a file is not as Git would check it out, for its line endings.
    await (0,run/* runGit */.EO)(git, ['update-index', '-q', '--refresh']);
}


/***/ }),

/***/ 58910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ evaluatePackage),
/* harmony export */   CC: () => (/* binding */ describedPackage),
/* harmony export */   LY: () => (/* binding */ readPackage),
/* harmony export */   Oj: () => (/* binding */ askPackage),
/* harmony export */   VN: () => (/* binding */ packageSystems),
/* harmony export */   ol: () => (/* binding */ fileCommand),
/* harmony export */   pA: () => (/* binding */ withNixpkgsInCopy),
/* harmony export */   qY: () => (/* binding */ describeWithout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(27597);
/* harmony import */ var _nix_describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19142);
/* harmony import */ var _nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44681);
/* harmony import */ var _nix_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2632);
/* harmony import */ var _nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2713);
/* harmony import */ var _flake_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23692);
/* harmony import */ var _package_reference_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(99769);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55072);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62665);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(90147);













const packageExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "describe-package.nix", 'utf8');
const meta = zod__WEBPACK_IMPORTED_MODULE_12__/* .object */ .Ikc({
    homepage: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    changelog: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    platforms: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()).nullable()
});
const missing = zod__WEBPACK_IMPORTED_MODULE_12__/* .object */ .Ikc({ missing: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()), attributes: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()) });
const packageDescription = _nix_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_.extend(meta.shape);
/** What `packageExpression` says of anything that is there. */
const describedPackage = zod__WEBPACK_IMPORTED_MODULE_12__/* .union */ .KCZ([packageDescription, _nix_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .noDerivation */ .PU]);
const answer = zod__WEBPACK_IMPORTED_MODULE_12__/* .union */ .KCZ([describedPackage, missing]);
/**
 * Evaluates the package as it is in the copy now, for one system, without building it; its .drv files are in the store afterwards.
 * Throws what is the machine's failure and not the package's: NIX_MISSING, FLAKES_DISABLED, DISK_FULL.
 */
async function evaluatePackage(nix, copy, project, request, unread = new Map()) {
    for (;;) {
        // Another system's evaluation may find out something meanwhile.
        const left = new Set(unread.keys());
        const evaluated = await (0,_nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdEvaluated */ .vZ)(nix, () => evaluateOnce(nix, copy, project, request, left));
        if ('drvPath' in evaluated)
            return evaluated;
        const found = unreadBy(evaluated);
        if (found === null || left.has(found))
            return evaluated;
        if (!unread.has(found))
            unread.set(found, evaluated.error.reason);
    }
}
/** The attribute of `meta` whose failure it is, and of nothing that has to be built for it first. */
function unreadBy({ stderr }) {
    const name = /while nar-publish reads meta\.(\w+)/.exec(stderr)?.[1];
    return name === undefined || (0,_nix_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_5__/* .hashMismatches */ .F)(stderr).length > 0 ? null : name;
}
async function evaluateOnce(nix, copy, project, request, unread) {
    const describe = describeWithout(unread.keys());
    const question = { nix, copy, project, ...request, describe };
    const isFlake = question.package.kind === 'flake';
    const answered = isFlake ? await (0,_flake_js__WEBPACK_IMPORTED_MODULE_7__/* .askFlake */ .td)(question) : await askFile(question);
    if (!('json' in answered))
        return answered;
    const read = answer.safeParse(JSON.parse(answered.json));
    if (!read.success) {
        const reason = 'Nix described it in a way that this version does not know';
        return (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .failed */ .gz)(question, { reason, cause: read.error });
    }
    if ('notDerivation' in read.data)
        return (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .failed */ .gz)(question, { reason: (0,_nix_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .noDerivationReason */ .HW)(read.data) });
    if ('missing' in read.data)
        return (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .failed */ .gz)(question, { reason: missingReason(read.data) });
    return readPackage(read.data, request.system);
}
/** Nix code of a function that says what `describedPackage` reads. `unread`: names of attributes of `meta` that are not asked for. */
function describeWithout(unread = []) {
    const names = [...unread].map((name) => (0,_nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_6__/* .nixString */ .z7)(name)).join(' ');
    return `((${packageExpression}) ${_nix_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .describeAndTellExpression */ ._W} [ ${names} ])`;
}
/** `system`: for which it was evaluated. */
function readPackage({ specified, outputs, ...described }, system) {
    const wanted = outputs.filter(({ name }) => specified === null || name === specified);
    return { ...described, outputs: wanted, system };
}
/** Something else about the package in the copy. `describe`: Nix code of a function from its value; JSON comes of it. */
function askPackage(nix, copy, project, request, describe) {
    const question = { nix, copy, project, ...request, describe: `(${describe})` };
    return question.package.kind === 'flake' ? (0,_flake_js__WEBPACK_IMPORTED_MODULE_7__/* .askFlake */ .td)(question) : askFile(question);
}
/**
 * Those of the usual four systems that have the package, this machine's first: those of the flake's attributes, or those of
 * `meta.platforms`. This machine's alone when neither says anything, as evaluating for it tells what is wrong.
 */
async function packageSystems(nix, copy, project, reference, nixpkgs = null) {
    const system = await (0,_systems_js__WEBPACK_IMPORTED_MODULE_11__/* .currentSystem */ .tX)(nix);
    // Without `describe` nothing is instantiated. Of `meta` only `platforms` is asked for.
    const unread = '[ "homepage" "changelog" "mainProgram" ]';
    const describe = `((${packageExpression}) (value: { }) ${unread})`;
    const question = { nix, copy, project, package: reference, nixpkgs, system, describe };
    const systems = reference.kind === 'flake'
        ? await (0,_flake_js__WEBPACK_IMPORTED_MODULE_7__/* .flakeSystems */ ._U)(question, _systems_js__WEBPACK_IMPORTED_MODULE_11__/* .usualSystems */ .Ht)
        : await fileSystems(question, _systems_js__WEBPACK_IMPORTED_MODULE_11__/* .usualSystems */ .Ht);
    if (systems.length === 0)
        return [system];
    return systems.toSorted((a, b) => Number(b === system) - Number(a === system));
}
async function fileSystems(question, systems) {
    const answered = await askFile(question);
    if (!('json' in answered))
        return [];
    const platforms = meta.safeParse(JSON.parse(answered.json)).data?.platforms ?? [];
    return systems.filter((system) => platforms.includes(system));
}
function missingReason({ missing: path, attributes }) {
    const owner = path.slice(0, -1).join('.') || 'it';
    return `it has no attribute ${path.join('.')}${(0,_nix_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .whatItHas */ .md)(owner, attributes)}`;
}
const fileExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "package-file.nix", 'utf8');
/** Asks about the package that a file of the copy makes; see package-file.nix. */
async function askFile(question) {
    const located = await withNixpkgsInCopy(question);
    return (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .answerOf */ .ut)(question, await (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .ask */ .kA)(question, fileCommand(located)));
}
/** The question as it is to be asked. */
async function withNixpkgsInCopy(question) {
    return { ...question, nixpkgs: await nixpkgsInCopy(question) };
}
/** A nixpkgs that is tracked in the checkout has a copy of its own, in which things are written; the checkout's is what it is. */
async function nixpkgsInCopy({ nixpkgs, project, copy }) {
    if (nixpkgs === null)
        return null;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(project.root, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(nixpkgs).catch(() => nixpkgs));
    const copied = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(copy.folder, path);
    const isInside = !/^\.\.(?:\/|$)/.test(path);
    return isInside && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(copied) ? copied : nixpkgs;
}
function fileCommand(question) {
    const { nix, copy, project, package: reference, nixpkgs, system, describe } = question;
    const { packageFile } = project;
    const byName = /(?:^|\/)pkgs\/by-name\/[^/]+\/([^/]+)\/package\.nix$/.exec(packageFile)?.[1];
    const mayBeNixpkgs = (0,_project_js__WEBPACK_IMPORTED_MODULE_9__/* .isNixpkgs */ .Lo)(project) || (byName !== undefined && (0,_project_js__WEBPACK_IMPORTED_MODULE_9__/* .isTracked */ .Xz)(project, 'default.nix'));
    const given = {
        file: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(copy.folder, packageFile),
        attributePath: JSON.stringify((0,_package_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .parseAttributePath */ .f6)((0,_systems_js__WEBPACK_IMPORTED_MODULE_11__/* .fillIn */ .pz)(reference.attribute, system)) ?? []),
        system,
        // The checkout itself is no other one.
        nixpkgs: mayBeNixpkgs && nixpkgs === copy.folder ? '' : (nixpkgs ?? ''),
        checkout: mayBeNixpkgs ? copy.folder : '',
        byName: byName ?? ''
    };
    return {
        program: 'nix-instantiate',
        args: [
            ...['--eval', '--strict', '--json', '--read-write-mode', '--show-trace'],
            ...['--log-format', 'bar-with-logs'],
            ...['--option', (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .systemSetting */ .Ux)(nix), system],
            ...Object.entries(given).flatMap(([name, value]) => ['--argstr', name, value]),
            ...['--expr', `(${fileExpression}) { describe = ${describe}; }`]
        ]
    };
}


/***/ }),

/***/ 23692:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ flakeReference),
/* harmony export */   K4: () => (/* binding */ evalCommand),
/* harmony export */   SU: () => (/* binding */ uncommitted),
/* harmony export */   _U: () => (/* binding */ flakeSystems),
/* harmony export */   td: () => (/* binding */ askFlake),
/* harmony export */   tr: () => (/* binding */ spellOut)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27597);
/* harmony import */ var _nix_describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19142);
/* harmony import */ var _nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2713);
/* harmony import */ var _nix_nix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84280);
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59094);
/* harmony import */ var _package_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99769);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62665);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(90147);









const systemsExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "flake-systems.nix", 'utf8');
const systemsAnswer = zod__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ has: zod__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zMY(), names: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()) }));
/**
 * Asks about an attribute of the copy's flake. For this machine's system Nix itself finds it (`packages.<system>.x`,
 * `legacyPackages…`, `x`). For another one it is spelled out: Nix would find it with the setting `system` too, but then also start
 * that system's builders here.
 */
async function askFlake(question) {
    const { nix, system, package: reference } = question;
    const attribute = (0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .fillIn */ .pz)(reference.attribute, system);
    const named = (0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .namedSystem */ .Pc)(attribute);
    if (named !== null && named !== system) {
        return (0,_question_js__WEBPACK_IMPORTED_MODULE_6__/* .failed */ .gz)(question, {
            reason: `the attribute is for ${named}; with \`{system}\` in its place it is for each system`
        });
    }
    const spelledOut = spellOut(attribute, system);
    const isOwn = system === (await (0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .currentSystem */ .tX)(nix));
    for (const candidate of isOwn ? [attribute] : spelledOut) {
        const ended = await (0,_question_js__WEBPACK_IMPORTED_MODULE_6__/* .ask */ .kA)(question, evalCommand(question, candidate, question.describe));
        const isMissing = /^flake '.*' does not provide attribute/.test((0,_nix_run_js__WEBPACK_IMPORTED_MODULE_4__/* .nixWords */ .b3)(ended.stderr));
        if (ended.status === 0 || !isMissing)
            return (0,_question_js__WEBPACK_IMPORTED_MODULE_6__/* .answerOf */ .ut)(question, ended);
    }
    const tried = [...new Set(isOwn ? [...spelledOut, attribute] : spelledOut)].filter(Boolean);
    const { names = [] } = (await askSystems(question, 'packages', { [system]: [] }))[system] ?? {};
    const reason = `the flake has no ${tried.join(', ')}${(0,_nix_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .whatItHas */ .md)(`packages.${system}`, names)}`;
    return (0,_question_js__WEBPACK_IMPORTED_MODULE_6__/* .failed */ .gz)(question, { reason });
}
/** Those of the systems for which the flake has the package, by its attributes' names: nothing is instantiated. */
async function flakeSystems(question, systems) {
    const named = (0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .namedSystem */ .Pc)(question.package.attribute);
    if (named !== null)
        return [named];
    const found = new Set();
    for (const [output, paths] of lookups(question.package.attribute, systems)) {
        const answer = await askSystems(question, output, paths);
        for (const [system, { has }] of Object.entries(answer))
            if (has)
                found.add(system);
    }
    return systems.filter((system) => found.has(system));
}
/** Where the package may be for a system, as Nix looks for it. */
function spellOut(attribute, system) {
    if ((0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .namedSystem */ .Pc)(attribute) !== null)
        return [attribute];
    return attribute === ''
        ? [`packages.${system}.default`, `defaultPackage.${system}`]
        : [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`];
}
/** The same by output: `packages` → for each system the names below it. */
function lookups(attribute, systems) {
    const byOutput = new Map();
    for (const system of systems) {
        for (const spelled of spellOut((0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .fillIn */ .pz)(attribute, system), system)) {
            const [output = '', ...path] = (0,_package_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parseAttributePath */ .f6)(spelled) ?? [];
            byOutput.set(output, { ...byOutput.get(output), [system]: path });
        }
    }
    return byOutput;
}
/** Nothing when the flake does not have the output, or does not evaluate. */
async function askSystems(question, output, paths) {
    const describe = `(${systemsExpression}) { paths = builtins.fromJSON ${(0,_nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_2__/* .nixString */ .z7)(JSON.stringify(paths))}; }`;
    const ended = await (0,_question_js__WEBPACK_IMPORTED_MODULE_6__/* .ask */ .kA)(question, evalCommand(question, output, describe));
    if (ended.status !== 0)
        return {};
    return systemsAnswer.parse(JSON.parse(ended.stdout));
}
/** `describe`: Nix code of a function from the attribute's value. */
function evalCommand(place, attribute, describe) {
    return {
        program: 'nix',
        args: [
            ...['eval', '--json', '--show-trace', '--no-write-lock-file'],
            ...['--log-format', 'bar-with-logs'],
            ...uncommitted,
            // An error out of the cache would not tell of hashes.
            ...['--option', 'eval-cache', 'false'],
            ...['--apply', describe, '--', `${flakeReference(place)}#${encodeURIComponent(attribute)}`]
        ]
    };
}
/** What is written in the copy is not committed. */
const uncommitted = ['--option', 'allow-dirty', 'true', '--option', 'warn-dirty', 'false'];
/** The copy's flake, for a command that runs in the copy. */
function flakeReference({ nix: { version }, copy, project: { flakeFolder } }) {
    // Nix 2.8 takes a path in a URL as it stands, so that it has to have no odd characters; newer ones warn about relative ones.
    const address = (0,_nix_nix_js__WEBPACK_IMPORTED_MODULE_3__/* .isAtLeast */ .du)(version, 2, 20) ? `//${(0,_package_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .encodePath */ .O0)(copy.folder)}` : '.';
    const folder = flakeFolder === null || flakeFolder === '' ? '' : `dir=${(0,_package_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .encodePath */ .O0)(flakeFolder)}&`;
    // The copy of a shallow clone is one as well.
    return `git+file:${address}?${folder}shallow=1`;
}


/***/ }),

/***/ 38502:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ locatePackage)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88229);




/**
 * Finds the package's file and the work tree that it is in: that of the workspace, or one below the workspace. Links are followed
 * inside of the work tree only. Throws PACKAGE_INVALID, CHECKOUT_INVALID.
 */
async function locatePackage(reference, workspace, gitIn) {
    const invalid = (reason) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({ code: 'PACKAGE_INVALID', subject: reference.text, reason });
    const home = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace).catch(() => {
        throw (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .invalidCheckout */ .Mv)(workspace, 'the folder does not exist');
    });
    const asked = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(home, reference.kind === 'flake' ? reference.folder : reference.path);
    const found = await follow(asked, invalid);
    const isFolder = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(found)).isDirectory();
    if (reference.kind === 'flake' && !isFolder)
        throw invalid('it is a file; a flake is a folder');
    const isFile = reference.kind === 'file';
    const file = isFile && isFolder ? await follow((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(found, 'default.nix'), invalid) : found;
    const folder = isFile ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file) : file;
    // Both are asked at once; what the package's folder says is looked at below.
    const rootOfFolder = (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .findRoot */ .wg)(gitIn(folder));
    rootOfFolder.catch(() => null);
    const rootOfHome = folder === home ? rootOfFolder : (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .findRoot */ .wg)(gitIn(home));
    const checkout = (await rootOfHome.catch(() => null)) ?? home;
    if (!isWithin(checkout, file)) {
        const what = isWithin(checkout, asked) ? 'a symbolic link leads' : 'it is';
        throw invalid(`${what} out of the checkout ${checkout}`);
    }
    const root = await rootOfFolder;
    if (root === null)
        throw (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .invalidCheckout */ .Mv)(folder, 'it is in no Git repository');
    if (reference.kind === 'file') {
        return { root, packageFile: repositoryPath(root, file), flakeFolder: null };
    }
    return findFlake(root, folder, invalid);
}
/** As Nix looks for a flake: in the folder, then in those above it, up to the root. */
async function findFlake(root, folder, invalid) {
    for (let place = folder; isWithin(root, place); place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place)) {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, 'flake.nix')).catch(() => null);
        if (file === null)
            continue;
        if (!isWithin(root, file))
            throw invalid('its flake.nix is a symbolic link out of the checkout');
        return {
            root,
            packageFile: repositoryPath(root, file),
            flakeFolder: repositoryPath(root, place)
        };
    }
    throw invalid(`there is no flake.nix in ${repositoryPath(root, folder) || 'the checkout'}`);
}
async function follow(path, invalid) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch((cause) => {
        const isCircle = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(cause) === 'ELOOP';
        throw invalid(isCircle ? `${path} is a symbolic link that leads in a circle` : `there is no ${path}`);
    });
}
function isWithin(folder, path) {
    return path === folder || path.startsWith(folder.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? folder : folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
}
function repositoryPath(root, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}


/***/ }),

/***/ 55072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lf: () => (/* binding */ readTextFiles),
/* harmony export */   Lo: () => (/* binding */ isNixpkgs),
/* harmony export */   Ny: () => (/* binding */ largestFile),
/* harmony export */   U8: () => (/* binding */ openProject),
/* harmony export */   Xz: () => (/* binding */ isTracked),
/* harmony export */   cC: () => (/* binding */ expectTracked),
/* harmony export */   n4: () => (/* binding */ packageFolder),
/* harmony export */   p: () => (/* binding */ mostFiles)
/* harmony export */ });
/* unused harmony export filesInScope */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(96356);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _repository_tree_item_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76944);
/* harmony import */ var _locate_package_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38502);
/* harmony import */ var _package_reference_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99769);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88229);









/** Bytes. Package files are far smaller, the lock files beside them sometimes not. */
const largestFile = 4 * 1024 * 1024;
/**
 * Finds the checkout that holds the package, which must be as it was committed; files that Git does not track do not matter.
 * Throws PACKAGE_INVALID, CHECKOUT_INVALID, TREE_DIRTY, GIT_MISSING, GIT_FAILED.
 */
async function openProject(request) {
    const { workspace, package: reference, env, log } = request;
    const place = await (0,_locate_package_js__WEBPACK_IMPORTED_MODULE_5__/* .locatePackage */ .j)(reference, workspace, (folder) => (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .gitIn */ .uM)(folder, env, log));
    const git = (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .gitIn */ .uM)(place.root, env, log);
    const [head, , files] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_8__/* .allOf */ .b)([(0,_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .headOf */ .Uo)(git), (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .expectCleanTree */ .J8)(git), (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .listTracked */ .z7)(git)]);
    expectTracked(place, reference, files);
    return { ...place, package: reference, head, files, git, env };
}
/** Throws PACKAGE_INVALID. */
function expectTracked({ packageFile, flakeFolder }, { text }, files) {
    const needed = [
        packageFile,
        // Nix reads this one, which may be a link to the other.
        ...(flakeFolder === null ? [] : [[flakeFolder, 'flake.nix'].filter(Boolean).join('/')])
    ];
    const missing = needed.find((path) => !isTracked({ files }, path));
    if (missing === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
        code: 'PACKAGE_INVALID',
        subject: text,
        reason: `Git does not track ${missing}`,
        hint: `Add it with \`git add ${missing}\`, and commit it.`
    });
}
/** The checkout is a nixpkgs: what a package of it needs comes out of itself. */
function isNixpkgs(project) {
    return isTracked(project, 'default.nix') && isTracked(project, 'pkgs/top-level/default.nix');
}
function isTracked({ files }, path) {
    return files.some((file) => file.path === path);
}
/** The tracked text files in which the package's literals are looked for, read strictly as UTF-8; see filesInScope. */
function readTextFiles(project) {
    return filesInScope(project).flatMap(({ path }) => {
        const text = readText((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(project.root, path));
        return text === null ? [] : [{ path, text }];
    });
}
/** null: it is no text, too large, no plain file, or not on the disk (a sparse checkout). */
function readText(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    if (found?.isFile() !== true || found.size > largestFile)
        return null;
    const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
    return (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : null;
}
/** Up to so many tracked files all are looked into. */
const mostFiles = 2000;
/**
 * All tracked files of a repository of ordinary size. Of a large one (nixpkgs has 45,000) those below the package's folder, and
 * those that stand directly in the folders above it (`../VERSION`). When even that is too much (a flake at the root), of the folders
 * below it only those that hold a Nix file.
 */
function filesInScope(project) {
    const files = project.files.filter(({ kind, name }) => isPlain(kind) && (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(name));
    if (project.files.length <= mostFiles)
        return files;
    const home = packageFolder(project);
    const below = files.filter(({ path }) => path.startsWith(home));
    const nixFolders = new Set(below.filter(({ path }) => path.endsWith('.nix')).map(({ path }) => (0,_repository_tree_item_js__WEBPACK_IMPORTED_MODULE_4__/* .folderOf */ .yS)(path)));
    const chosen = below.length <= mostFiles ? below : below.filter(({ path }) => nixFolders.has((0,_repository_tree_item_js__WEBPACK_IMPORTED_MODULE_4__/* .folderOf */ .yS)(path)));
    const above = files.filter(({ path }) => !path.startsWith(home) && home.startsWith((0,_repository_tree_item_js__WEBPACK_IMPORTED_MODULE_4__/* .folderOf */ .yS)(path)));
    return [...chosen, ...above];
}
/** With a slash at its end; empty: the root. A package of nixpkgs is at home in its own folder, whichever file leads to it. */
function packageFolder({ files, package: { attribute }, packageFile }) {
    const name = (0,_package_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .parseAttributePath */ .f6)(attribute)?.at(-1) ?? '';
    const byName = `pkgs/by-name/${name.slice(0, 2).toLowerCase()}/${name}/`;
    const isByName = name !== '' && files.some(({ path }) => path === `${byName}package.nix`);
    return isByName ? byName : (0,_repository_tree_item_js__WEBPACK_IMPORTED_MODULE_4__/* .folderOf */ .yS)(packageFile);
}
function isPlain(kind) {
    return kind === 'file' || kind === 'executable';
}


/***/ }),

/***/ 62665:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ux: () => (/* binding */ systemSetting),
/* harmony export */   VV: () => (/* binding */ placeIn),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7117);
/* harmony import */ var _nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2713);
/* harmony import */ var _nix_nix_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84280);
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59094);
/* harmony import */ var _repository_git_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66714);
/* harmony import */ var _package_reference_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(99769);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55072);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(90147);










/** How a command of the question ended. Throws what is the machine's failure: NIX_MISSING, FLAKES_DISABLED, DISK_FULL. */
function ask({ nix, copy }, command) {
    return (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .runEvaluation */ .K2)(nix, command, placeIn(nix, copy));
}
/** Where an evaluation of the copy runs. */
function placeIn(nix, { folder, cache }) {
    // What an address held when somebody last asked is no answer, and it is asked once in a run.
    const env = { ...(0,_repository_git_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutRepository */ .tZ)(nix.env), XDG_CACHE_HOME: cache, NIX_CACHE_HOME: cache };
    return { env, cwd: folder };
}
function answerOf(question, ended) {
    if (ended.status === 0)
        return { json: ended.stdout };
    return failed(question, {
        reason: wordsOf(question, ended),
        // As it was looked for in the copy: for another system it is spelled out.
        attribute: decodeURIComponent(ended.command.args.at(-1)?.split('#')[1] ?? ''),
        stderr: ended.stderr,
        cause: (0,_nix_run_js__WEBPACK_IMPORTED_MODULE_5__/* .nixFailure */ .M4)(ended)
    });
}
/** EVALUATION_FAILED about the package. */
function failed(question, { reason, attribute = question.package.attribute, stderr = '', cause }) {
    const lacksNixpkgs = reason.includes("file 'nixpkgs' was not found in the Nix search path");
    return {
        stderr,
        error: new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'EVALUATION_FAILED',
            subject: `${question.package.text} (${question.system})`,
            reason,
            hint: lacksNixpkgs
                ? 'Give its folder as `nixpkgs`, or set NIX_PATH.'
                : `Try \`${ownCommand(question, attribute)}\` in your checkout.`,
            cause
        })
    };
}
/** Nix's, with the checkout's paths in place of the copy's, which is gone when somebody reads them. */
function wordsOf({ copy: { folder }, project: { root } }, { stderr }) {
    return (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluationReason */ .Bz)(stderr)
        .replaceAll(`${folder}/`, '')
        .replaceAll(folder, () => root)
        .replaceAll((0,_package_reference_js__WEBPACK_IMPORTED_MODULE_7__/* .encodePath */ .O0)(folder), () => (0,_package_reference_js__WEBPACK_IMPORTED_MODULE_7__/* .encodePath */ .O0)(root));
}
/** What a person would type to see the same. */
function ownCommand(question, asked) {
    const { nix, package: reference, project, nixpkgs, system } = question;
    const { root, packageFile, flakeFolder } = project;
    if (reference.kind === 'flake') {
        const flags = ['--no-write-lock-file', '--show-trace', '--apply', 'drv: drv.drvPath'];
        const args = ['eval', ...flags, '--', `.#${(0,_systems_js__WEBPACK_IMPORTED_MODULE_9__/* .fillIn */ .pz)(asked, system)}`];
        return (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .pasteable */ .yK)({ program: 'nix', args }, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, flakeFolder ?? ''));
    }
    const attribute = (0,_systems_js__WEBPACK_IMPORTED_MODULE_9__/* .fillIn */ .pz)(reference.attribute, system);
    const selected = attribute === '' ? [] : ['-A', attribute];
    const packages = nixpkgs === null ? ((0,_project_js__WEBPACK_IMPORTED_MODULE_8__/* .isNixpkgs */ .Lo)(project) ? './.' : '<nixpkgs>') : pathExpression('/', nixpkgs);
    const what = /(?:^|\/)default\.nix$/.test(packageFile)
        ? [`./${packageFile}`]
        : [
            '--expr',
            `with import ${packages} { }; callPackage ${pathExpression('./', packageFile)} { }`
        ];
    const flags = ['--show-trace', '--option', systemSetting(nix), system];
    return (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .pasteable */ .yK)({ program: 'nix-instantiate', args: [...flags, ...what, ...selected] }, root);
}
/** `path`: below the folder that `from` is. */
function pathExpression(from, path) {
    const below = path.replace(/^\//, '');
    return /^[\w./+-]+$/.test(below) ? `${from}${below}` : `(${from}. + ${(0,_nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_3__/* .nixString */ .z7)(`/${below}`)})`;
}
/** What `builtins.currentSystem` is; the older setting also changes what this machine builds. */
function systemSetting({ version }) {
    return (0,_nix_nix_js__WEBPACK_IMPORTED_MODULE_4__/* .isAtLeast */ .du)(version, 2, 20) ? 'eval-system' : 'system';
}


/***/ }),

/***/ 90147:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ht: () => (/* binding */ usualSystems),
/* harmony export */   Pc: () => (/* binding */ namedSystem),
/* harmony export */   pz: () => (/* binding */ fillIn),
/* harmony export */   tX: () => (/* binding */ currentSystem)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59094);


/** The systems that packages are made for when nobody says otherwise. */
const usualSystems = ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin'];
/** By what a Nix said of itself, which is the same object in each variant of it. */
const answers = new WeakMap();
/** The system that Nix builds for on this machine; each Nix is asked once. */
function currentSystem(nix) {
    const answer = answers.get(nix.version) ?? askSystem(nix);
    answers.set(nix.version, answer);
    return answer;
}
async function askSystem(nix) {
    const json = await (0,_nix_run_js__WEBPACK_IMPORTED_MODULE_0__/* .askNix */ .zL)(nix, {
        program: 'nix-instantiate',
        args: ['--eval', '--json', '--expr', 'builtins.currentSystem']
    });
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().parse(JSON.parse(json));
}
/** The system that an attribute is for by its name (`packages.x86_64-linux.x`); null: it is for whichever is asked for. */
function namedSystem(attribute) {
    const systemName = /(?:^|\.)"?((?:aarch64|armv[5-7][a-z]+|i686|loongarch64|powerpc64le|riscv64|s390x|x86_64)-(?:darwin|freebsd|linux))"?(?=\.|$)/;
    return systemName.exec(attribute)?.[1] ?? null;
}
/** `packages.{system}.x` → `packages.x86_64-linux.x` */
function fillIn(attribute, system) {
    return attribute.replaceAll('{system}', () => system);
}


/***/ }),

/***/ 88229:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ nulSeparated),
/* harmony export */   J8: () => (/* binding */ expectCleanTree),
/* harmony export */   Mv: () => (/* binding */ invalidCheckout),
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   np: () => (/* binding */ locateObjects),
/* harmony export */   uM: () => (/* binding */ gitIn),
/* harmony export */   wg: () => (/* binding */ findRoot),
/* harmony export */   z7: () => (/* binding */ listTracked)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _process_print_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39318);
/* harmony import */ var _repository_git_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66714);
/* harmony import */ var _repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32054);







/** Files that a message names. */
const namedFiles = 5;
/** Git in a folder of somebody's work tree, reading only. */
function gitIn(folder, env, log) {
    return { directory: folder, isWorkTree: true, url: folder, env: (0,_repository_git_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .workTreeEnvironment */ .R4)(env), log };
}
/** The root of the work tree that holds the folder; null when it is in none. Throws CHECKOUT_INVALID when git may not or cannot say. */
async function findRoot(git) {
    const ended = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(git, ['rev-parse', '--show-toplevel']);
    if (ended.status === 0) {
        const root = ended.stdout.toString('utf8').replace(/\n$/, '');
        if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(ended.stdout) && !/\p{Cc}/u.test(root))
            return root;
        throw invalidCheckout(root, 'its name holds a control character, or is not UTF-8');
    }
    if (ended.stderr.includes('not a git repository'))
        return null;
    throw rootFailure(git, ended);
}
function rootFailure(git, ended) {
    const owned = /detected dubious ownership in repository at '(.*)'/.exec(ended.stderr);
    if (owned?.[1] !== undefined) {
        // As in a container's job: the checkout is the runner's, and the steps are root's.
        return invalidCheckout(owned[1], 'it belongs to another user, and git refuses to read it', `Run \`${(0,_process_print_command_js__WEBPACK_IMPORTED_MODULE_4__/* .printCommand */ .T)({ program: 'git', args: ['config', '--global', '--add', 'safe.directory', owned[1]] })}\` before this step.`);
    }
    if (ended.stderr.includes('must be run in a work tree')) {
        return invalidCheckout(git.directory, 'it is inside of a repository, where no files are checked out');
    }
    return (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .gitFailure */ .tv)(git, ended);
}
/** Throws CHECKOUT_INVALID when nothing was ever committed. */
async function headOf(git) {
    const ended = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(git, ['rev-parse', '--verify', 'HEAD^{commit}']);
    if (ended.status !== 0) {
        throw invalidCheckout(git.directory, `it has no commit that git can read: ${(0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .gitWords */ .is)(ended)}`);
    }
    return ended.stdout.toString('utf8').trim();
}
/** What Git tracks, in its order. */
async function listTracked(git) {
    const listing = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .expectGit */ .gd)(git, ['ls-files', '--stage', '-z']);
    return nulSeparated(listing).map((entry) => {
        const tab = entry.indexOf('\t');
        const [mode = '', blob = ''] = entry.subarray(0, tab).toString('latin1').split(' ');
        const name = entry.subarray(tab + 1);
        return { path: name.toString('utf8'), name, kind: kinds[mode] ?? 'file', blob };
    });
}
/** By Git's mode. */
const kinds = {
    '100755': 'executable',
    '120000': 'symlink',
    '160000': 'submodule'
};
/** Files that Git does not track do not matter. `paths`: of these alone; empty: of all. Throws TREE_DIRTY. */
async function expectCleanTree(git, paths = []) {
    const status = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .expectGit */ .gd)(git, [
        ...['status', '--porcelain=v1', '-z', '--no-renames'],
        ...['--untracked-files=no', '--ignore-submodules=untracked', '--'],
        ...paths.map((path) => `:(top,literal)${path}`)
    ]);
    const dirty = nulSeparated(status).map((entry) => JSON.stringify(entry.toString('utf8').slice(3)));
    if (dirty.length === 0)
        return;
    const named = dirty.slice(0, namedFiles).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
        code: 'TREE_DIRTY',
        subject: git.directory,
        reason: dirty.length === 1
            ? `${named} is not as it was committed`
            : `${dirty.length} files are not as they were committed: ${named}${dirty.length > namedFiles ? ', …' : ''}`
    });
}
/** Where the repository keeps its objects, and the file that tells where a shallow clone ends (null: it is not one). */
async function locateObjects(git) {
    const question = ['--absolute-git-dir', '--git-path', 'objects', '--git-path', 'shallow'];
    const answer = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .askGit */ .gG)(git, ['rev-parse', ...question]);
    const [gitDir = '', objects = '', shallowFile = ''] = answer.split('\n');
    const shallow = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(git.directory, shallowFile);
    return {
        gitDir,
        objects: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(git.directory, objects),
        shallow: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(shallow) ? shallow : null
    };
}
/** The checkout is there, but nothing can be done with it. */
function invalidCheckout(folder, reason, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({ code: 'CHECKOUT_INVALID', subject: folder, reason, hint });
}
function nulSeparated(output) {
    const entries = [];
    for (let start = 0; start < output.length;) {
        const found = output.indexOf(0, start);
        const end = found === -1 ? output.length : found;
        entries.push(output.subarray(start, end));
        start = end + 1;
    }
    return entries;
}


/***/ }),

/***/ 36759:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   ZN: () => (/* binding */ takesPlaceOf),
/* harmony export */   lQ: () => (/* binding */ wishKey),
/* harmony export */   tj: () => (/* binding */ areSame),
/* harmony export */   wj: () => (/* binding */ markedOf)
/* harmony export */ });
/* unused harmony exports isOf, contentOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41566);


/** Whether a pull request's text says that it is about the change's packages, or the group, whichever versions. */
function isAbout({ body }, subjects, group) {
    const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .readMarkedText */ .MW)(body)?.marker;
    if (marker?.group !== group)
        return false;
    return group !== null || marker.packages.some((one) => subjects.some((two) => isOf(one, two)));
}
/** Whether a marker's package is the subject, whichever version. */
function isOf(marked, subject) {
    return marked.name === subject.name && marked.package === subject.package.text;
}
/** A subject as a marker has it. */
function markedOf(subject) {
    const { name, package: reference, newVersion: version } = subject;
    return { name, package: reference.text, version, ...contentOf(subject) };
}
/** The same packages at the same versions, in whichever order. */
function areSame(some, others) {
    const key = ({ name, package: reference, version, content }) => JSON.stringify([name, reference, version, content ?? null]);
    const sorted = (all) => all.map(key).toSorted().join();
    return some.length === others.length && sorted(some) === sorted(others);
}
/**
 * What of a change the new version does not tell: a no to a commit, or to hashes made anew, is none to the next ones of the same
 * version. Of a new version it is empty.
 */
function contentOf({ oldVersion, newVersion, revision, hashes }) {
    if (newVersion !== oldVersion)
        return {};
    if (revision !== null)
        return { content: revision.new };
    const lines = hashes.map(({ file, newHash }) => JSON.stringify([file, newHash])).toSorted();
    return { content: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(lines.join('\n')).digest('hex').slice(0, 16) };
}
/**
 * Whether a pull request takes an older one's place, by what both are about:
 *
 *     the same packages at the same versions     no: it is another one for the same
 *     no group, and the older one has a package of it   yes: an older version, a set that is none any more, a group that was given up
 *     a group, and the older one is of the same group   yes, where they share a package
 *     a group, and the older one is of another, or none  yes, where the group has all of its packages
 */
function takesPlaceOf({ subjects, group }, old) {
    const shared = old.packages.filter((one) => subjects.some((subject) => isOf(one, subject)));
    const isAll = shared.length === old.packages.length;
    if (shared.length === 0)
        return false;
    if (old.group === group && isAll && subjects.length === shared.length) {
        if (subjects.every((subject) => shared.some((one) => isAt(one, subject))))
            return false;
    }
    return group === null || old.group === group || isAll;
}
/** Whether a marker's package is the subject, with nothing new about it. Hashes that were made anew once more are no other version. */
function isAt(marked, subject) {
    return (isOf(marked, subject) &&
        marked.version === subject.newVersion &&
        (subject.revision === null || marked.content === contentOf(subject).content));
}
/** By what the dashboard knows a package on its way to a version. */
function wishKey({ name, package: reference, version }) {
    const text = JSON.stringify([name, reference, version]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 18809:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ hasOldFiles),
/* harmony export */   w: () => (/* binding */ readBase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71175);
/* harmony import */ var _repository_github_git_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27067);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15030);




/**
 * The newest commit of the base branch, which has each file as the checkout had it. Only the folders on the way to the files are
 * listed. `checkout`: the commit that is checked out. Throws BASE_MISSING, CHECKOUT_STALE.
 */
async function readBase(destination, files, checkout) {
    const { upstream, base } = destination;
    const branch = new _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_1__/* .BranchHead */ .h(upstream, base);
    const checkoutState = { kind: 'at', head: { commit: checkout, tree: '' } };
    const left = new Set([checkout]);
    for (;;) {
        const head = await readHead(branch, upstream);
        const difference = await findDifference((0,_destination_js__WEBPACK_IMPORTED_MODULE_3__/* .foldersOf */ .pd)(destination, upstream, head), files);
        if (difference === null)
            return head;
        // A job that was started by a push can be quicker than GitHub: what it reads of the branch may be half a minute old.
        const isOld = !left.has(head.commit) && (await branch.contains(checkoutState, head.commit));
        if (!isOld)
            throw staleCheckout(branch, upstream, head, difference);
        left.add(head.commit);
        branch.leave({ kind: 'at', head });
    }
}
async function readHead(branch, { repository }) {
    const state = await branch.read();
    if (state.kind === 'at')
        return state.head;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'BASE_MISSING',
        subject: `${repository} branch ${JSON.stringify(branch.branch)}`,
        reason: state.kind === 'empty' ? 'the repository is empty' : 'there is no such branch'
    });
}
/** The first file that is not as the checkout has it, and in what; null: there is none. */
async function findDifference(trees, files) {
    for (const file of files) {
        const words = differenceOf(await findFile(trees, file.path), file);
        if (words !== null)
            return { path: file.path, words };
    }
    return null;
}
function staleCheckout({ branch }, { repository }, { commit }, { path, words }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'CHECKOUT_STALE',
        subject: `${repository} branch ${JSON.stringify(branch)}, ${path}`,
        reason: `${words} at ${commit.slice(0, 12)}`
    });
}
/** Whether a commit has each file as the checkout had it. */
async function hasOldFiles(trees, files) {
    for (const { path, oldBlob } of files) {
        const found = await findFile(trees, path);
        if ((found.kind === 'blob' ? found.sha : null) !== oldBlob)
            return false;
    }
    return true;
}
async function findFile(trees, path) {
    const found = await trees.find(path);
    return found.kind === 'unknown' ? trees.findByPath(path) : found;
}
/** What the base branch has instead of the checkout's file, in words. */
function differenceOf(found, { mode, oldBlob, content }) {
    if (found.kind !== 'blob')
        return oldBlob === null ? null : 'the branch does not have it';
    if (found.sha === (0,_repository_github_git_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .blobSha */ .w)(content))
        return 'the branch already has what this run would write';
    if (oldBlob === null)
        return 'it is new in the checkout, and the branch has it by now';
    if (found.sha !== oldBlob)
        return 'it was changed on the branch since the checkout was made';
    if (found.mode !== null && found.mode !== mode) {
        return `its mode is ${found.mode} there and ${mode} in the checkout`;
    }
    return null;
}


/***/ }),

/***/ 1795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pj: () => (/* binding */ longestBody),
  lc: () => (/* binding */ renderBody),
  Hn: () => (/* binding */ workflowTokenNote)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/sync/counts.ts
var sync_counts = __webpack_require__(56951);
// EXTERNAL MODULE: ./src/sync/report/beside-words.ts
var beside_words = __webpack_require__(56806);
// EXTERNAL MODULE: ./src/sync/told-markdown.ts
var told_markdown = __webpack_require__(81754);
// EXTERNAL MODULE: ./src/sync/propose/about.ts
var about = __webpack_require__(36759);
// EXTERNAL MODULE: ./src/sync/propose/marker.ts
var propose_marker = __webpack_require__(41566);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/nix/flake-command.ts
var flake_command = __webpack_require__(54266);
// EXTERNAL MODULE: ./src/sync/propose/title.ts
var title = __webpack_require__(2864);
;// CONCATENATED MODULE: ./src/sync/propose/try-it.ts



/** Of many packages nobody types more. */
const mostPackages = 5;
/**
 * Lines for a shell that build what the branch has; none for a package whose names would have to be escaped in more than one language. Of
 * many packages the first few.
 */
function tryCommands(changes, place) {
    const lines = changes.flatMap((change) => commandsOf(change, place));
    const [checkout, builds] = [lines.filter(isCheckout), lines.filter((line) => !isCheckout(line))];
    return [...new Set([...checkout, ...builds.slice(0, mostPackages)])];
}
function isCheckout(line) {
    return line.startsWith('gh pr checkout ');
}
function commandsOf(change, place) {
    const { package: reference, name } = change;
    if (reference.kind === 'flake') {
        const { folder, attribute } = reference;
        const line = (0,flake_command/* buildCommand */.O)({ ...place, folder, at: { branch: place.branch } }, attribute);
        return line === null ? [] : [line];
    }
    const build = (0,title/* isNixpkgs */.Lo)(change, place.upstream)
        ? buildAttribute(null, reference.attribute || packageFolder(reference.path) || name)
        : buildFile(reference.path, reference.attribute);
    if (build === null)
        return [];
    const [owner = ''] = place.repository.split('/');
    // `gh pr checkout` takes the branch as well as the number, which is not known before the text is written.
    const branch = place.isFork ? `${owner}:${place.branch}` : place.branch;
    return [`gh pr checkout ${(0,harmless/* shellWord */.r7)(branch)}`, build];
}
const plainPath = /^[\w./+-]+$/;
const plainAttribute = /^[\w."'+-]*$/;
/** `infer` of `pkgs/by-name/in/infer/package.nix`; empty for other files. */
function packageFolder(path) {
    return /^(?:\.\/)?pkgs\/by-name\/[^/]+\/([^/]+)\//.exec(path)?.[1] ?? '';
}
function buildFile(path, attribute) {
    const file = `./${path.replace(/^(\.\/)+/, '')}`;
    if (attribute !== '')
        return buildAttribute(file, attribute);
    if (!plainPath.test(file))
        return null;
    // As it stands, or called with callPackage: the file tells which.
    return `nix-build -E 'let f = import ${file}; in if builtins.isFunction f then (import <nixpkgs> { }).callPackage f { } else f'`;
}
function buildAttribute(file, attribute) {
    if (!plainAttribute.test(attribute))
        return null;
    const words = ['nix-build', ...(file === null ? [] : [file]), '-A', attribute];
    return words.map(harmless/* shellWord */.r7).join(' ');
}

;// CONCATENATED MODULE: ./src/sync/propose/body.ts










/** Characters. GitHub takes 65,536, of which people may want some. */
const longestBody = 60_000;
/** How much of each list is shown. `packages`: of several, those that have a section; `table`: those that have a row. */
const details = [
    { name: 'everything', rows: Infinity, notes: 50, packages: Infinity, table: Infinity },
    { name: 'the first hundred hashes', rows: 100, notes: 10, packages: Infinity, table: Infinity },
    { name: 'the first ten hashes', rows: 10, notes: 3, packages: Infinity, table: Infinity },
    { name: 'counts', rows: 0, notes: 0, packages: Infinity, table: Infinity },
    { name: 'a table', rows: 0, notes: 3, packages: 0, table: 200 },
    { name: 'the first rows of a table', rows: 0, notes: 0, packages: 0, table: 20 }
];
/** Of one package there is no table. */
function isOfOne({ packages }) {
    return packages > 0;
}
/** Said in the pull request and in the run's notes. https://docs.github.com/en/actions/concepts/security/github_token */
const workflowTokenNote = 'The checks of a pull request that the workflow’s own token opened do not start by themselves: somebody who may write presses “Approve workflows to run”. With an App’s token as `token` they start.';
/**
 * The pull request's text, between two comments that mark it as ours. Everything that comes from the package is escaped. A text of more
 * than `longest` characters is told with shorter lists, at last with counts alone, and says so.
 *
 * @param computed for the marker; null: nobody compares it
 */
function renderBody(proposal, context, longest = longestBody, computed = null) {
    const marker = {
        packages: proposal.parts.map(({ change }) => (0,about/* markedOf */.wj)(change)),
        group: proposal.group,
        digest: digestOf(proposal, context),
        ...(computed && { computed })
    };
    let text = '';
    const possible = proposal.parts.length === 1 ? details.filter(isOfOne) : details;
    for (const detail of possible) {
        text = (0,propose_marker/* markBlock */.FU)(marker, render(proposal, context, detail));
        if (text.length <= longest)
            break;
    }
    return text;
}
/** Of what the text says, less what differs from run to run although nothing has changed: how long it took, what a program printed. */
function digestOf(proposal, context) {
    const parts = proposal.parts.map((part) => ({
        ...part,
        counts: null,
        checks: part.checks.map((check) => ({ ...check, detail: '' }))
    }));
    const text = render({ ...proposal, parts }, { ...context, runUrl: null }, details[0]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
function render(proposal, context, detail) {
    const { parts, notes, formattedWith } = proposal;
    const [only] = parts;
    const isOne = only !== undefined && parts.length === 1;
    return [
        ...(isOne ? partBlocks(only, detail, '### Checks') : packageBlocks(proposal, detail)),
        ...tryIt(parts, context.place),
        '### How it was made',
        howItWasMade(proposal, context),
        ...(formattedWith === null
            ? []
            : [`The changed files were formatted with ${(0,markdown/* markdownCode */.D9)(formattedWith)}.`]),
        ...(context.isWorkflowToken ? [workflowTokenNote] : []),
        ...notes.slice(0, detail.notes).map((note) => `> **Note:** ${(0,markdown/* markdownWords */.Lx)(note, 500)}`)
    ].join('\n\n');
}
/** Several packages: what becomes of each, and then a section for each. */
function packageBlocks({ parts, group }, detail) {
    const rows = parts
        .slice(0, detail.table)
        .map((part) => [
        (0,markdown/* markdownCode */.D9)(part.change.name, 100),
        ...stepOf(part.change),
        linksOf(part).join(', ')
    ]);
    const hidden = parts.length - rows.length;
    const of = group === null ? '' : ` of ${(0,markdown/* markdownCode */.D9)(group, 100)}`;
    const together = group === null ? ' that belong together' : '';
    return [
        `Updates ${(0,src_text/* count */.U9)(parts.length, 'package')}${of}${together}.`,
        ...(0,markdown/* table */.tp)(['Package', 'From', 'To', 'Links'], rows),
        ...(hidden > 0 ? [`And ${(0,src_text/* count */.U9)(hidden, 'more package')}.`] : []),
        ...(detail.packages === 0
            ? [`See the files for what changed. This text shows ${detail.name}.`]
            : parts.flatMap((part) => [
                `### ${(0,markdown/* markdownCode */.D9)(part.change.name, 100)}`,
                ...partBlocks(part, detail, '**Checks**')
            ]))
    ];
}
/** `From` and `To` in the table. */
function stepOf({ oldVersion, newVersion, revision }) {
    const code = (text) => (text === null ? '' : (0,markdown/* markdownCode */.D9)(text, 80));
    if (newVersion !== null && newVersion !== oldVersion)
        return [code(oldVersion), code(newVersion)];
    if (revision === null)
        return [code(oldVersion), 'new hashes'];
    return [code(revision.old.slice(0, 12)), code(revision.new.slice(0, 12))];
}
/** What is told of one package. */
function partBlocks(part, detail, checksHeading) {
    const { change, told, checks } = part;
    const hidden = change.hashes.length - detail.rows;
    return [
        whatChanged(part),
        ...hashTable(change.hashes.slice(0, detail.rows)),
        ...(hidden > 0
            ? [
                `${(0,src_text/* count */.U9)(hidden, 'more hash', 'more hashes')} changed: see the files. This text shows ${detail.name}.`
            ]
            : []),
        ...versionEdits(change, detail),
        ...(0,told_markdown/* toldBlocks */.w)(told, detail.rows),
        ...(0,beside_words/* besideBlocks */.V)(change.beside, detail.rows),
        ...(checks.length === 0 ? [] : [checksHeading, checks.map(checkLine).join('\n')])
    ];
}
function linksOf({ releaseUrl, compareUrl }) {
    return [
        ...(releaseUrl === null ? [] : [(0,markdown/* markdownLink */.iQ)('release', releaseUrl)]),
        ...(compareUrl === null ? [] : [(0,markdown/* markdownLink */.iQ)('what changed', compareUrl)])
    ];
}
function whatChanged(part) {
    const { name, oldVersion, newVersion, revision } = part.change;
    const links = linksOf(part);
    const more = links.length === 0 ? '' : ` (${links.join(', ')})`;
    const code = (0,markdown/* markdownCode */.D9)(name);
    if (newVersion === null || newVersion === oldVersion) {
        if (revision !== null) {
            const { old, new: commit } = revision;
            return `Updates the source of ${code} from ${(0,markdown/* markdownCode */.D9)(old)} to ${(0,markdown/* markdownCode */.D9)(commit)}${more}.`;
        }
        const which = newVersion === null ? '' : ` ${(0,markdown/* markdownCode */.D9)(newVersion, 80)}`;
        return `Recomputes the hashes of ${code}${which}, which were no longer those of what they stand for${more}.`;
    }
    const from = oldVersion === null ? '' : ` from ${(0,markdown/* markdownCode */.D9)(oldVersion, 80)}`;
    return `Updates ${code}${from} to ${(0,markdown/* markdownCode */.D9)(newVersion, 80)}${more}.`;
}
function hashTable(hashes) {
    if (hashes.length === 0)
        return [];
    const rows = hashes.map(({ file, line, derivations, systems, oldHash, newHash }) => (0,markdown/* tableRow */.jD)([
        (0,markdown/* markdownCode */.D9)(`${file}:${line}`),
        codes(derivations),
        codes(systems),
        oldHash === null ? 'none' : (0,markdown/* markdownCode */.D9)(oldHash, 120),
        (0,markdown/* markdownCode */.D9)(newHash, 120)
    ]));
    return [
        [...(0,markdown/* tableHead */.PP)(['File', 'Derivation', 'System', 'Old hash', 'New hash']), ...rows].join('\n')
    ];
}
function versionEdits({ versions, revision }, { rows }) {
    const lines = versions
        .slice(0, rows)
        .map(({ file, line, text, replacement }) => `- ${(0,markdown/* markdownCode */.D9)(`${file}:${line}`)}: ${(0,markdown/* markdownCode */.D9)(text, 80)} → ${(0,markdown/* markdownCode */.D9)(replacement, 80)}`);
    const what = revision === null ? 'The version is' : 'The version and the source’s commit are';
    return lines.length === 0 ? [] : [`${what} written in:\n\n${lines.join('\n')}`];
}
function checkLine({ name, result, detail }) {
    const names = {
        evaluate: 'evaluates',
        build: 'builds',
        'smoke-test': 'smoke test',
        format: 'formatted'
    };
    const mark = result === 'passed' ? '✅' : '➖';
    const words = (0,markdown/* markdownWords */.Lx)(detail, 300);
    return `- ${mark} ${names[name]}${result === 'skipped' ? ' (not checked)' : ''}${words === '' ? '' : `: ${words}`}`;
}
function tryIt(parts, place) {
    const commands = tryCommands(parts.map(({ change }) => change), place);
    return commands.length === 0 ? [] : ['### Try it', ['```sh', ...commands, '```'].join('\n')];
}
function howItWasMade({ parts }, { runUrl }) {
    const by = `nar-publish ${version/* version */.r}`;
    const known = parts.flatMap(({ counts }) => counts ?? []);
    const all = (0,sync_counts/* noCounts */.Yi)();
    for (const counts of known)
        (0,sync_counts/* addCounts */.c5)(all, counts);
    const effort = [
        (0,src_text/* count */.U9)((0,sync_counts/* evaluationsIn */.rq)(all), 'evaluation'),
        `${(0,src_text/* count */.U9)(all.rounds, 'round')} of building`,
        (0,src_text/* count */.U9)(all.builds, 'build')
    ].join(', ');
    const words = known.length === 0 ? '' : `: ${effort}`;
    return `${runUrl === null ? by : (0,markdown/* markdownLink */.iQ)(by, runUrl)} traced each hash to the derivation that it feeds and took its new value from Nix${words}.`;
}
function codes(names) {
    const shown = names.slice(0, 6).map((name) => (0,markdown/* markdownCode */.D9)(name, 100));
    return [...shown, ...(names.length > 6 ? ['…'] : [])].join(', ');
}


/***/ }),

/***/ 73811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wI: () => (/* binding */ askRefusal),
  ho: () => (/* binding */ bookOf),
  yC: () => (/* binding */ branchFor),
  oI: () => (/* binding */ endsOf),
  om: () => (/* binding */ historyOf),
  KA: () => (/* binding */ inputsDigest),
  i9: () => (/* binding */ isAsComputed),
  O2: () => (/* binding */ isUntouched),
  De: () => (/* binding */ isWished),
  EM: () => (/* binding */ mayOpen),
  N4: () => (/* binding */ note),
  Ce: () => (/* binding */ openBook),
  a: () => (/* binding */ openOnes),
  Kd: () => (/* binding */ possibleBranches)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/github/branch-head.ts
var branch_head = __webpack_require__(71175);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./src/repository/github/matching-branches.ts

const folder = 'refs/heads/';
/** Names of the branches that begin so. One request. */
async function branchesWith(api, prefix) {
    const refs = await api.call({
        route: 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
        parameters: { ref: `heads/${prefix}` }
    }, schemas/* array */.YOg(schemas/* object */.Ikc({ ref: schemas/* string */.YjP() })));
    return refs.flatMap(({ ref }) => (ref.startsWith(folder) ? [ref.slice(folder.length)] : []));
}

// EXTERNAL MODULE: ./src/repository/github/api.ts + 4 modules
var api = __webpack_require__(60021);
// EXTERNAL MODULE: ./src/repository/github/pull-request-shape.ts
var pull_request_shape = __webpack_require__(7823);
// EXTERNAL MODULE: ./src/repository/github/repository.ts
var github_repository = __webpack_require__(86264);
;// CONCATENATED MODULE: ./src/repository/github/pull-requests.ts




/** A repository's pull requests. Every call is safe to repeat: a reply that was lost is looked up first. */
class PullRequests {
    #api;
    /** @param api of the repository that they are opened in */
    constructor(api) {
        this.#api = api;
    }
    /** The open one of these ends: GitHub has at most one. */
    async find(ends) {
        const [found] = await this.#between(ends, 'open');
        return found ?? null;
    }
    /** As it is now. */
    async read(number) {
        return this.#api.call({
            route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
            parameters: { pull_number: number }
        }, pull_request_shape/* pullRequestShape */.o);
    }
    /** All that there ever were of these ends, newest first; of a branch with thousands the newest 300. */
    async history(ends) {
        return this.#between(ends, 'all');
    }
    /** Those with that base, newest first. `isAll`: there are no older ones. */
    async newest(base, pages, state) {
        const most = pages * api/* perPage */.x;
        const pullRequests = await this.#list({ state, base }, most);
        return { pullRequests, isAll: pullRequests.length < most };
    }
    /**
     * Opens it; one that somebody opened meanwhile with the same ends is as good. Throws PULL_REQUESTS_FORBIDDEN, DRAFT_REFUSED,
     * TOKEN_FORBIDDEN, GITHUB_REFUSED.
     */
    async open({ ends, title, body, draft }) {
        const [owner = ''] = ends.repository.split('/');
        const isFork = !(0,github_repository/* isSameName */.y)(ends.repository, this.#api.repository);
        const patience = this.#api.patience();
        let isShut = false;
        let mayBeOurs = false;
        for (;;) {
            await this.#api.content.turn();
            const reply = await this.#api.ask({
                route: 'POST /repos/{owner}/{repo}/pulls',
                parameters: {
                    title,
                    body,
                    draft,
                    base: ends.base,
                    ...(isFork
                        ? {
                            head: `${owner}:${ends.branch}`,
                            head_repo: ends.repository,
                            maintainer_can_modify: !isShut
                        }
                        : { head: ends.branch })
                }
            }, pull_request_shape/* pullRequestShape */.o, ['lost', 'exists', 'no-fork-edits']);
            if (reply.kind === 'done') {
                return { pullRequest: reply.data, isNew: true, isShut };
            }
            if (reply.kind === 'no-fork-edits') {
                if (!isFork || isShut)
                    throw reply.error;
                isShut = true;
                continue;
            }
            if (reply.kind === 'lost') {
                mayBeOurs = true;
                await patience.wait(reply);
            }
            const pullRequest = await this.find(ends);
            if (pullRequest !== null)
                return { pullRequest, isNew: mayBeOurs, isShut };
            // It is there, but lists are late.
            if (reply.kind === 'exists')
                await patience.wait({ ...reply, kind: 'not-visible-yet' });
        }
    }
    async update(number, changes) {
        await this.#api.content.turn();
        await this.#api.call({
            route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
            parameters: { pull_number: number, ...changes }
        }, schemas/* unknown */.L5J());
    }
    /** GitHub's reason when it does not take them: then none was added. */
    async addLabels(number, labels) {
        return this.#tryTo('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
            issue_number: number,
            labels
        });
    }
    /** GitHub's reason when it asks none of them. */
    async requestReviews(number, reviewers, teams) {
        return this.#tryTo('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
            pull_number: number,
            reviewers,
            team_reviewers: teams
        });
    }
    /** Everybody who was ever asked, those who answered or were taken off again included. */
    async everAsked(number) {
        const events = await this.#api.callPages({
            route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
            parameters: { issue_number: number }
        }, schemas/* object */.Ikc({
            requested_reviewer: pull_request_shape/* login */.i.nullish(),
            requested_team: schemas/* object */.Ikc({ slug: schemas/* string */.YjP() }).nullish()
        }));
        return {
            reviewers: events.flatMap(({ requested_reviewer: one }) => (one ? [one.login] : [])),
            teams: events.flatMap(({ requested_team: one }) => (one ? [one.slug] : []))
        };
    }
    /** Says `body`, once: not when `author` has said just that before. */
    async comment(number, author, body) {
        const shape = schemas/* object */.Ikc({ user: pull_request_shape/* login */.i.nullable(), body: schemas/* string */.YjP().nullish() });
        const patience = this.#api.patience();
        for (;;) {
            const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
            const parameters = { issue_number: number };
            const comments = await this.#api.callPages({ route, parameters }, shape);
            if (comments.some((one) => one.user?.login === author && one.body === body))
                return;
            await this.#api.content.turn();
            const reply = await this.#api.ask({
                route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
                parameters: { issue_number: number, body }
            }, schemas/* unknown */.L5J(), ['lost']);
            if (reply.kind === 'done')
                return;
            await patience.wait(reply);
        }
    }
    async #between({ repository, branch, base }, state) {
        const [owner = ''] = repository.split('/');
        const found = await this.#list({ state, head: `${owner}:${branch}`, base }, 3 * api/* perPage */.x);
        // Two repositories of one owner may have a branch of that name.
        return found.filter(({ head }) => (0,github_repository/* isSameName */.y)(head.repository ?? '', repository));
    }
    async #list(parameters, most) {
        return this.#api.callPages({ route: 'GET /repos/{owner}/{repo}/pulls', parameters: { state: 'open', ...parameters } }, pull_request_shape/* pullRequestShape */.o, most);
    }
    async #tryTo(route, parameters) {
        await this.#api.content.turn();
        const reply = await this.#api.ask({ route, parameters }, schemas/* unknown */.L5J(), ['final']);
        return reply.kind === 'done' ? null : reply.error.reason;
    }
}

// EXTERNAL MODULE: ./src/repository/github/refusal.ts
var github_refusal = __webpack_require__(24282);
// EXTERNAL MODULE: ./src/repository/github/viewer.ts
var viewer = __webpack_require__(17810);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/sync/propose/about.ts
var propose_about = __webpack_require__(36759);
// EXTERNAL MODULE: ./src/sync/propose/destination.ts
var propose_destination = __webpack_require__(15030);
// EXTERNAL MODULE: ./src/sync/propose/marker.ts
var propose_marker = __webpack_require__(41566);
// EXTERNAL MODULE: ./src/sync/propose/title.ts
var title = __webpack_require__(2864);
;// CONCATENATED MODULE: ./src/sync/propose/book.ts













/** Of a repository with thousands of pull requests only the newest are looked through. */
const pages = 3;
/** Branches of ours that are asked for where there are more. */
const mostBranches = 20;
/**
 * Asks once what many pull requests ask of a repository: a handful of requests, whatever their number. Throws FORK_INVALID,
 * REPOSITORY_NOT_FOUND, REPOSITORY_READ_ONLY.
 */
async function openBook(run) {
    const book = bookOf(run, await (0,propose_destination/* openDestination */.xB)(run));
    const { destination, pullRequests } = book;
    const { upstream, base } = destination;
    book.login = await (0,viewer/* readLogin */.mN)(upstream);
    book.base = await new branch_head/* BranchHead */.h(upstream, base).read();
    const newest = await pullRequests.newest(base, pages, 'all');
    book.isAll = newest.isAll;
    book.seen = new Map(newest.pullRequests.map((one) => [one.number, one]));
    if (!newest.isAll) {
        for (const one of await openOnesOf(book, title/* branchFolder */.dU))
            book.seen.set(one.number, one);
    }
    return book;
}
/** For one pull request, which asks for what it needs. */
function bookOf(run, destination) {
    const { upstream, head } = destination;
    return {
        ...{ run, destination },
        pullRequests: new PullRequests(upstream),
        ...{
            login: null,
            seen: null,
            isAll: false,
            base: null,
            refusal: undefined,
            dashboard: undefined
        },
        histories: new Map(),
        taken: new Map(),
        wishes: new Set(),
        get requests() {
            return upstream.requests + (head === upstream ? 0 : head.requests);
        },
        get openOnes() {
            return ownOnes(this).length;
        }
    };
}
/** Open pull requests of ours: with our marker, from a branch of the repository that ours are in, and by the token's owner where that is known. */
function ownOnes({ seen, login, destination: { head } }) {
    return [...(seen?.values() ?? [])].filter((one) => one.state === 'open' &&
        (0,github_repository/* isSameName */.y)(one.head.repository ?? '', head.repository) &&
        (login === null || (0,viewer/* isViewer */.Z$)(one.author, login)) &&
        (0,propose_marker/* readMarkedText */.MW)(one.body) !== null);
}
/**
 * Whether a change may be proposed while fewer than `limit` of ours are open. What is open is brought up to date, what takes the place of an open one
 * adds none, and what somebody has asked for is wanted whatever the limit.
 */
function mayOpen(book, limit, subjects = [], group = null) {
    if (isWished(book, subjects))
        return true;
    const own = ownOnes(book);
    return (own.length < limit ||
        own.some((one) => {
            const marker = (0,propose_marker/* readMarkedText */.MW)(one.body)?.marker;
            const isReplaced = marker !== undefined && (0,propose_about/* takesPlaceOf */.ZN)({ subjects, group }, marker);
            return isReplaced || (0,propose_about/* isAbout */.KH)(one, subjects, group);
        }));
}
/** A pull request as it is by now. */
function note({ seen, histories }, pullRequest) {
    seen?.set(pullRequest.number, pullRequest);
    histories.delete(pullRequest.head.branch);
}
/** The pull requests that there were from a branch, newest first, as far as the book tells; else they are asked for. */
async function historyOf(book, branch) {
    const { destination, pullRequests, seen, isAll, histories } = book;
    if (seen !== null && isAll) {
        return [...seen.values()]
            .filter(({ head }) => head.branch === branch)
            .filter(({ head }) => (0,github_repository/* isSameName */.y)(head.repository ?? '', destination.head.repository))
            .toSorted((a, b) => b.number - a.number);
    }
    const known = histories.get(branch) ?? (await pullRequests.history(endsOf(destination, branch)));
    histories.set(branch, known);
    return known;
}
function endsOf({ head, base }, branch) {
    return { repository: head.repository, branch, base };
}
/**
 * Open ones that one of ours may take the place of: the newest of all; where there are more, also those of branches that are named as a
 * package's are by default.
 */
async function openOnes(book, names) {
    if (book.seen !== null)
        return [...book.seen.values()].filter(({ state }) => state === 'open');
    const [name, ...others] = names;
    const prefix = name === undefined || others.length > 0 ? title/* branchFolder */.dU : (0,title/* branchPrefix */.$j)(name);
    return openOnesOf(book, prefix);
}
async function openOnesOf({ destination, pullRequests }, prefix) {
    const { head, base } = destination;
    const newest = await pullRequests.newest(base, pages, 'open');
    if (newest.isAll)
        return newest.pullRequests;
    const known = new Set(newest.pullRequests.map(({ head: { branch } }) => branch));
    const branches = (await branchesWith(head, prefix)).filter((branch) => !known.has(branch));
    const found = [];
    for (const branch of branches.slice(-mostBranches)) {
        const one = await pullRequests.find(endsOf(destination, branch));
        if (one !== null)
            found.push(one);
    }
    return [...newest.pullRequests, ...found];
}
/** Asks, once, whether GitHub would refuse a branch or a pull request. `branch`: one of those that are meant. */
async function askRefusal(book, branch) {
    if (book.refusal !== undefined)
        return book.refusal;
    const { upstream, head, base } = book.destination;
    const { token } = book.run.destination;
    const refusal = (await (0,github_refusal/* refusalOf */.O)(head, { branch, isThere: null }, token)) ??
        (await (0,github_refusal/* proposalRefusal */.r)(upstream, base));
    book.refusal = refusal;
    return refusal;
}
/**
 * The branch of a change. Two packages of one name and version have one each: the second one's ends with a digest of how it is referred to. Throws
 * INPUT_INVALID where one branch is given for several changes of a run.
 */
async function branchFor(book, subjects, group) {
    const possible = possibleBranches(book.run.destination, subjects, group);
    const [plain, own] = possible;
    if (book.seen === null)
        return plain;
    const about = aboutOf(subjects, group);
    for (const branch of possible) {
        const taken = book.taken.get(branch);
        if (taken !== undefined && taken !== about)
            continue;
        const history = await historyOf(book, branch);
        const isOthers = history.some(({ body }) => (0,propose_marker/* readMarkedText */.MW)(body) !== null);
        if (taken === about || !isOthers || history.some((one) => (0,propose_about/* isAbout */.KH)(one, subjects, group))) {
            book.taken.set(branch, about);
            return branch;
        }
    }
    if (own !== undefined)
        return own;
    if (!book.taken.has(plain))
        return plain;
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: 'input branch',
        reason: `${JSON.stringify(plain)} is one branch, and this run has more than one pull request`,
        hint: 'Leave it out: each gets a branch of its own. Or make one pull request of all, by `group`.'
    });
}
/** The name that a change's branch has as a rule, and the one that it has beside another change's of that name, if it may have one. */
function possibleBranches({ branch }, subjects, group) {
    if (branch !== null)
        return [branch];
    const plain = (0,title/* proposalBranch */.hj)({ changes: subjects, group });
    const own = `${plain}-${digestOf(aboutOf(subjects, group)).slice(0, 7)}`;
    return group === null ? [plain, own] : [plain];
}
function aboutOf(subjects, group) {
    // Of a group some may have failed by the time that it is proposed.
    const references = group === null ? subjects.map(({ package: { text } }) => text) : [];
    return JSON.stringify([group, ...references.toSorted()]);
}
/** What a pull request of that title is made by, besides its packages; null: the run does not say. `head`: commit of the checkout. */
function inputsDigest({ run }, head, title) {
    if (run.computedBy === undefined)
        return null;
    const { title: given, labels, reviewers, draft } = run.destination;
    const all = [version/* version */.r, run.computedBy, head, title, given, labels, reviewers, draft];
    return digestOf(JSON.stringify(all));
}
/**
 * Whether an open pull request of ours is what computing the subjects anew would give: it was made by the same inputs, to the same versions, from the
 * commit that is checked out and is base's newest, its title is as it was, and nobody has touched its branch.
 */
function isAsComputed(book, pullRequest, subjects, group) {
    const marker = (0,propose_marker/* readMarkedText */.MW)(pullRequest.body)?.marker;
    const checkout = subjects[0]?.head;
    if (marker?.computed === undefined || checkout === undefined)
        return false;
    return (marker.group === group &&
        (0,propose_about/* areSame */.tj)(marker.packages, subjects.map(propose_about/* markedOf */.wj)) &&
        isUntouched(pullRequest, marker) &&
        book.base?.kind === 'at' &&
        book.base.head.commit === checkout &&
        marker.computed.inputs === inputsDigest(book, checkout, pullRequest.title));
}
/** Whether its branch is where the run left it that wrote the marker. */
function isUntouched({ head }, { computed }) {
    return computed?.commit === head.commit;
}
/** Whether somebody has asked for one of them by the dashboard. */
function isWished({ wishes }, subjects) {
    return subjects.map(propose_about/* markedOf */.wj).some((one) => wishes.has((0,propose_about/* wishKey */.lQ)(one)));
}
function digestOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 40332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ branchNotOurs),
/* harmony export */   NP: () => (/* binding */ isOwn),
/* harmony export */   t6: () => (/* binding */ landOnBranch),
/* harmony export */   uz: () => (/* binding */ foreignWork)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_github_answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72433);
/* harmony import */ var _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71175);
/* harmony import */ var _repository_github_commit_write_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6203);
/* harmony import */ var _repository_github_compare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31105);
/* harmony import */ var _repository_github_git_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27067);
/* harmony import */ var _repository_github_delete_branch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(272);
/* harmony import */ var _repository_github_ref_update_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71361);
/* harmony import */ var _repository_github_tree_write_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88658);
/* harmony import */ var _repository_landing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1956);
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(18809);
/* harmony import */ var _commit_message_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(22355);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(15030);













/**
 * Brings the pull request's branch to where it holds exactly the files, on the newest base: by a commit on top of what is there, never by
 * force. When base has moved on since, the commit merges it. A branch that was left behind where it was merged, and is not ours alone, is
 * begun anew. Throws BRANCH_NOT_OURS before anything is written when it cannot tell whose the branch is, HEAD_MOVED, FORK_STALE.
 */
async function landOnBranch(destination, wanted) {
    const { head: api, isFork } = destination;
    const branch = new _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_2__/* .BranchHead */ .h(api, wanted.name);
    if (isFork)
        await (0,_destination_js__WEBPACK_IMPORTED_MODULE_12__/* .bringCommit */ .IE)(destination, wanted.base.commit);
    let tree = null;
    const tryOnce = async (state) => {
        const standing = await readStanding(destination, wanted, state);
        if (standing.kind === 'merged') {
            const isGone = await (0,_repository_github_delete_branch_js__WEBPACK_IMPORTED_MODULE_6__/* .deleteBranch */ .S)(api, branch, destination.headId, standing.commit);
            if (isGone)
                branch.leave(state);
            return isGone ? tryOnce({ kind: 'missing' }) : null;
        }
        if (standing.kind === 'foreign')
            return { change: 'none', why: standing.why };
        if (standing.kind === 'as-wanted') {
            const { commit, author } = standing;
            return { branch, commit, change: 'kept', author };
        }
        // Base and files are the same whatever the branch has.
        await api.content.turn();
        tree ??= await (0,_repository_github_tree_write_js__WEBPACK_IMPORTED_MODULE_8__/* .writeFiles */ .hV)(api, wanted.base.tree, wanted.files);
        const message = wanted.message(tree);
        await api.content.turn();
        const made = await (0,_repository_github_commit_write_js__WEBPACK_IMPORTED_MODULE_3__/* .writeCommit */ .r)(api, { message, tree, parents: standing.parents });
        const commit = made.sha;
        if (!(await (0,_repository_github_ref_update_js__WEBPACK_IMPORTED_MODULE_7__/* .updateRef */ .d)(api, branch, state, commit)))
            return null;
        branch.advance(state, { commit, tree });
        const change = state.kind === 'at' ? 'moved' : 'made';
        return { branch, commit, change, author: made.author };
    };
    const contested = {
        ...{ branch: wanted.name, host: api, read: () => branch.read() },
        whyLost: (_, rounds) => `it moved each time while a commit was made for it, after ${rounds} attempts`
    };
    try {
        return await (0,_repository_landing_js__WEBPACK_IMPORTED_MODULE_9__/* .land */ .ob)(contested, await branch.read(), tryOnce, () => 'once more');
    }
    catch (error) {
        if (isFork && error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9 && (0,_repository_github_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .saysMissingObject */ .s)(error)) {
            throw (0,_destination_js__WEBPACK_IMPORTED_MODULE_12__/* .staleFork */ .Ob)(api, error);
        }
        throw error;
    }
}
/** What the branch in this state lacks. Throws BRANCH_NOT_OURS. */
async function readStanding(destination, { name, base, files, merged }, state) {
    if (state.kind !== 'at')
        return { kind: 'behind', parents: [base.commit] };
    const { head: api } = destination;
    const { head } = state;
    const comparison = await (0,_repository_github_compare_js__WEBPACK_IMPORTED_MODULE_4__/* .compareCommits */ .k)(api, base.commit, head.commit);
    const why = foreignWork(comparison);
    if (!isOwn(comparison) && merged.has(head.commit))
        return { kind: 'merged', commit: head.commit };
    if (why !== null)
        return { kind: 'foreign', why };
    if (!isOwn(comparison)) {
        throw branchNotOurs(api, name, 'it holds more commits than nar-publish makes');
    }
    const { commits, mergeBase, behindBy } = comparison;
    // Base has all of it: it was merged, and can be used again.
    if (commits.length === 0)
        return { kind: 'behind', parents: [base.commit] };
    const isBaseOld = behindBy > 0;
    const old = { commit: mergeBase.sha, tree: mergeBase.tree };
    if (holdsExactly(comparison, files) &&
        (!isBaseOld || (await (0,_base_js__WEBPACK_IMPORTED_MODULE_10__/* .hasOldFiles */ .N)((0,_destination_js__WEBPACK_IMPORTED_MODULE_12__/* .foldersOf */ .pd)(destination, api, old), files)))) {
        return { kind: 'as-wanted', commit: head.commit, author: commits.at(-1)?.author ?? null };
    }
    return { kind: 'behind', parents: [head.commit, ...(isBaseOld ? [base.commit] : [])] };
}
/**
 * Whether a branch has nothing that base lacks but commits of ours. One that has nothing at all may be anybody's, `develop` or a release's:
 * it is ours when its newest commit is.
 */
function isOwn(comparison) {
    return comparison?.isWhole === true && newCommits(comparison).every(_commit_message_js__WEBPACK_IMPORTED_MODULE_11__/* .isOwnCommit */ .uv);
}
function newCommits({ commits, mergeBase }) {
    return commits.length === 0 ? [mergeBase] : commits;
}
function branchNotOurs(api, branch, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'BRANCH_NOT_OURS',
        subject: `${api.repository} branch ${JSON.stringify(branch)}`,
        reason
    });
}
/** Which commit of a branch somebody else made, in words; null: none that is known. */
function foreignWork(comparison) {
    if (comparison === null)
        return 'it has nothing in common with the base branch';
    const foreign = newCommits(comparison).find((commit) => !(0,_commit_message_js__WEBPACK_IMPORTED_MODULE_11__/* .isOwnCommit */ .uv)(commit));
    if (foreign === undefined)
        return null;
    const { sha, message, author } = foreign;
    const title = JSON.stringify((message.split('\n')[0] ?? '').slice(0, 100));
    const by = author === null ? '' : ` by ${JSON.stringify(author.slice(0, 100))}`;
    return `commit ${sha.slice(0, 12)}${by}, ${title}, was not made by nar-publish, or was changed since`;
}
function holdsExactly({ files: changed }, files) {
    return (changed.size === files.length &&
        files.every(({ path, content }) => changed.get(path) === (0,_repository_github_git_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .blobSha */ .w)(content)));
}


/***/ }),

/***/ 22355:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ hashParagraphs),
/* harmony export */   _I: () => (/* binding */ treeTrailer),
/* harmony export */   gM: () => (/* binding */ proposalMessage),
/* harmony export */   uv: () => (/* binding */ isOwnCommit)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


const longestList = 100;
/**
 * A commit's message: the title, each hash with what it was, the files that were made anew, and, of a commit that is ours and not the
 * user's own, a last line by which a later run knows it:
 *
 *     Nar-Publish-Tree: <hash of the commit's whole tree>
 *
 * It says what this commit holds, so that it goes wrong as soon as somebody amends the commit, picks it onto another one or rebases
 * it: what a person made of it is theirs. Names are other people's words: they cannot make lines, and so no trailers, nor
 * mentions, references to issues or `[skip ci]`. What several changes share is told once.
 */
function proposalMessage(title, changes, runUrl, tree) {
    const hashes = united(changes.map((change) => change.hashes), ({ file, start }) => `${start} ${file}`);
    const files = united(changes.map(({ beside }) => beside.files), ({ path }) => path);
    return [
        title,
        ...hashParagraphs(hashes),
        ...(files.length === 0
            ? []
            : [
                [
                    'made anew:',
                    ...files.slice(0, longestList).map(({ path }) => `  ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitWord */ .AB)(path, 200)}`)
                ].join('\n')
            ]),
        ...(runUrl === null ? [] : [`run: ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitAddress */ .IR)(runUrl, 300)}`]),
        ...(tree === null ? [] : [treeTrailer(tree)])
    ].join('\n\n');
}
/** Whether one of our runs made a commit with this message and tree. */
function isOwnCommit({ message, tree }) {
    return message.trimEnd().endsWith(`\n\n${treeTrailer(tree)}`);
}
/** Each hash with what it was; of very many the first. */
function hashParagraphs(hashes) {
    const omitted = hashes.length - longestList;
    return [
        ...hashes.slice(0, longestList).map(hashParagraph),
        ...(omitted > 0 ? [`and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(omitted, 'more hash', 'more hashes')}`] : [])
    ];
}
/** The last line of a commit of ours; see proposalMessage. */
function treeTrailer(tree) {
    return `Nar-Publish-Tree: ${tree}`;
}
/** All that the lists have, without what an earlier list has already. */
function united(lists, key) {
    const known = new Set();
    return lists.flatMap((list) => {
        const added = list.filter((item) => !known.has(key(item)));
        for (const item of added)
            known.add(key(item));
        return added;
    });
}
function hashParagraph({ file, line, derivations, systems, oldHash, newHash }) {
    const whose = [...derivations, ...systems].slice(0, 8).map((name) => (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitWord */ .AB)(name, 80));
    return [
        `${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitWord */ .AB)(file, 200)}:${line} (${whose.join(', ')})`,
        `  old: ${oldHash === null ? 'none' : (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitAddress */ .IR)(oldHash, 120)}`,
        `  new: ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitAddress */ .IR)(newHash, 120)}`
    ].join('\n');
}


/***/ }),

/***/ 87328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ declined)
/* harmony export */ });
/* harmony import */ var _about_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36759);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41566);


/**
 * The pull request whose closing is a no to this change; null: there is none. Where it was merged, or closed by a later one of ours, nobody
 * has said no; one that is open, or open again, is a yes; and the newest word counts. One of several packages is a no to just these at
 * just these versions: when another one joins them, or one of them has a newer version, nobody has seen that yet.
 *
 * @param history pull requests from our branch, newest first. GitHub lets nobody open one from there who cannot write to its repository
 *   (https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request), so that a marker in them is no stranger's.
 */
function declined(history, subjects) {
    const wanted = subjects.map(_about_js__WEBPACK_IMPORTED_MODULE_0__/* .markedOf */ .wj);
    const [last] = history
        .filter(({ body, state }) => {
        const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .readMarkedText */ .MW)(body)?.marker;
        // One that a person has opened says nothing of a version.
        if (marker === undefined)
            return state === 'open';
        return (0,_about_js__WEBPACK_IMPORTED_MODULE_0__/* .areSame */ .tj)(marker.packages, wanted);
    })
        .toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
    if (last?.state !== 'closed')
        return null;
    return (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .readMarkedText */ .MW)(last.body)?.marker.superseded === true ? null : last;
}


/***/ }),

/***/ 15030:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IE: () => (/* binding */ bringCommit),
/* harmony export */   Ob: () => (/* binding */ staleFork),
/* harmony export */   pd: () => (/* binding */ foldersOf),
/* harmony export */   xB: () => (/* binding */ openDestination)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_github_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60021);
/* harmony import */ var _repository_github_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86264);
/* harmony import */ var _repository_github_tree_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40033);
/* harmony import */ var _repository_limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3546);
/* harmony import */ var _repository_pace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50905);







/** One request for each repository. Throws FORK_INVALID, REPOSITORY_NOT_FOUND, REPOSITORY_READ_ONLY. */
async function openDestination(run) {
    const { upstream: place, fork, base } = run.destination;
    const upstream = openApi(run, place);
    const { defaultBranch, id } = await (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .readRepository */ .N)(upstream);
    const opened = { upstream, base: base ?? defaultBranch, folders: new Map() };
    if (fork === null)
        return { ...opened, head: upstream, headId: id, isFork: false };
    const head = openApi(run, fork);
    const { forkedFrom, id: headId } = await (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .readRepository */ .N)(head);
    if (!forkedFrom.some((parent) => (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameName */ .y)(parent, upstream.repository))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'FORK_INVALID',
            subject: head.repository,
            reason: forkedFrom[0] === undefined
                ? `it is no fork, and the pull request goes to ${upstream.repository}`
                : `it is a fork of ${forkedFrom[0]}, and the pull request goes to ${upstream.repository}`
        });
    }
    return { ...opened, head, headId, isFork: true };
}
function openApi({ destination, environment, log, limits, pace }, place) {
    return new _repository_github_api_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubApi */ .y({
        ...place,
        token: destination.token,
        apiUrl: environment.apiUrl,
        isForkPullRequest: environment.isForkPullRequest,
        limits: { ..._repository_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultLimits */ .M, ...limits },
        pace: pace ?? _repository_pace_js__WEBPACK_IMPORTED_MODULE_5__/* .realPace */ .O,
        log
    });
}
/** The folders of a commit, which are listed once however many proposals look into them. */
function foldersOf({ folders }, api, { commit, tree }) {
    const key = `${api.repository} ${commit}`;
    const known = folders.get(key) ?? new _repository_github_tree_read_js__WEBPACK_IMPORTED_MODULE_3__/* .TreeReader */ .w(api, commit, tree);
    folders.set(key, known);
    return known;
}
/**
 * Makes sure that the fork has upstream's commit. As a rule it has: a repository's forks share its objects. Where it does not, its own
 * branch `base` is brought up to date. Throws FORK_STALE.
 */
async function bringCommit({ head, base }, commit) {
    if (await hasCommit(head, commit))
        return;
    head.log.info(`${head.repository} does not have ${commit.slice(0, 12)} yet: its branch ${base} is synced`);
    const reply = await head.ask({ route: 'POST /repos/{owner}/{repo}/merge-upstream', parameters: { branch: base } }, zod__WEBPACK_IMPORTED_MODULE_6__/* .unknown */ .L5J(), ['final', 'not-found']);
    if (reply.kind !== 'done')
        throw staleFork(head, reply.error);
    const patience = head.patience();
    while (!(await hasCommit(head, commit))) {
        const missing = staleFork(head, null);
        await patience.wait({ kind: 'not-visible-yet', error: missing });
    }
}
/** A fork that does not know of a commit that upstream has. */
function staleFork(head, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'FORK_STALE',
        subject: head.repository,
        reason: cause?.reason ?? 'it was synced, and still does not have upstream’s newest commit',
        cause
    });
}
async function hasCommit(head, commit) {
    const reply = await head.ask({
        route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
        parameters: { commit_sha: commit }
    }, zod__WEBPACK_IMPORTED_MODULE_6__/* .unknown */ .L5J(), ['not-visible-yet']);
    return reply.kind === 'done';
}


/***/ }),

/***/ 33246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ invite),
/* harmony export */   e: () => (/* binding */ nobody)
/* harmony export */ });
/* harmony import */ var _repository_github_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86264);

const nobody = { labels: [], reviewers: [] };
/**
 * Adds the labels that are missing, and asks those reviewers who never were: one who has answered, or was taken off, is left in peace.
 * What GitHub refuses is a note; the next run tries it again, as a label may have been made or a person invited by then.
 *
 * @param owner of the repository, whose teams can be asked
 */
async function invite(pullRequests, { pullRequest, isNew }, { labels, reviewers }, owner) {
    const { number } = pullRequest;
    const labelled = await allOrEach(without(labels, pullRequest.labels), (some) => pullRequests.addLabels(number, some));
    const { askable, notes } = sortReviewers(reviewers, pullRequest, owner);
    const present = [...pullRequest.reviewers, ...pullRequest.teams.map((slug) => `${owner}/${slug}`)];
    let missing = without(askable, present);
    if (missing.length > 0 && !isNew) {
        const asked = await pullRequests.everAsked(number);
        missing = without(missing, [...asked.reviewers, ...asked.teams.map((one) => `${owner}/${one}`)]);
    }
    const requested = await allOrEach(missing, (some) => pullRequests.requestReviews(number, some.filter((name) => !isTeam(name)), some.filter(isTeam).map((name) => name.slice(name.indexOf('/') + 1))));
    return {
        isChanged: labelled.isChanged || requested.isChanged,
        notes: [
            ...labelled.refused.map(([name, why]) => `label ${JSON.stringify(name)} was not added: ${why}`),
            ...notes,
            ...requested.refused.map(([name, why]) => `${name} was not asked for a review: ${why}`)
        ]
    };
}
/** Those that cannot be asked at all need no request to find out. */
function sortReviewers(reviewers, { author }, owner) {
    const notes = [];
    const askable = reviewers.filter((name) => {
        const why = (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameName */ .y)(name, author ?? '')
            ? 'the pull request is theirs'
            : isTeam(name) && !(0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameName */ .y)(name.slice(0, name.indexOf('/')), owner)
                ? `only teams of ${owner} can be`
                : null;
        if (why !== null)
            notes.push(`${name} was not asked for a review: ${why}`);
        return why === null;
    });
    return { askable, notes };
}
/** GitHub takes all or none, so that one that it refuses would cost the others: then they go one by one. */
async function allOrEach(items, add) {
    if (items.length === 0)
        return { isChanged: false, refused: [] };
    const why = await add(items);
    if (why === null)
        return { isChanged: true, refused: [] };
    const [first, ...others] = items;
    if (first === undefined || others.length === 0) {
        return { isChanged: false, refused: items.map((item) => [item, why]) };
    }
    const refused = [];
    for (const item of items) {
        const why = await add([item]);
        if (why !== null)
            refused.push([item, why]);
    }
    return { isChanged: refused.length < items.length, refused };
}
function without(wanted, present) {
    return wanted.filter((name) => !present.some((other) => (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameName */ .y)(name, other)));
}
function isTeam(name) {
    return name.includes('/');
}


/***/ }),

/***/ 86881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   _l: () => (/* binding */ leftToPeople),
/* harmony export */   qG: () => (/* binding */ leave)
/* harmony export */ });
/* harmony import */ var _repository_github_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31105);
/* harmony import */ var _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71175);
/* harmony import */ var _about_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36759);
/* harmony import */ var _book_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73811);
/* harmony import */ var _branch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40332);
/* harmony import */ var _decline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87328);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41566);







/**
 * Asks, before hashes are computed, whether people have taken a change in hand: said no to it, or gone on with its pull request. `history`:
 * the pull requests of its branch. Two requests where one of ours is open, none where its branch is seen to be as we left it.
 */
async function leftToPeople(book, history, subjects, group) {
    const { upstream, head, base } = book.destination;
    const no = (0,_book_js__WEBPACK_IMPORTED_MODULE_3__/* .isWished */ .De)(book, subjects) ? null : (0,_decline_js__WEBPACK_IMPORTED_MODULE_5__/* .declined */ .L)(history, subjects);
    if (no !== null)
        return leave(no, 'declined', upstream.log);
    const open = history.find(({ state }) => state === 'open');
    if (open === undefined || !(0,_about_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbout */ .KH)(open, subjects, group))
        return null;
    const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_6__/* .readMarkedText */ .MW)(open.body)?.marker;
    if (marker !== undefined && (0,_book_js__WEBPACK_IMPORTED_MODULE_3__/* .isUntouched */ .O2)(open, marker))
        return null;
    const newest = book.base ?? (await new _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_1__/* .BranchHead */ .h(upstream, base).read());
    if (newest.kind !== 'at')
        return null;
    const why = (0,_branch_js__WEBPACK_IMPORTED_MODULE_4__/* .foreignWork */ .uz)(await (0,_repository_github_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .compareCommits */ .k)(head, newest.head.commit, open.head.commit));
    return why === null ? null : leave(open, 'taken-over', upstream.log, why);
}
/** Says so in the log, too. */
function leave({ number, url, head: { branch } }, operation, log, why) {
    log.info(wordsOf({ operation, number, url }));
    const notes = why === undefined ? [] : [`branch ${JSON.stringify(branch)} is left as it is: ${why}`];
    return { operation, number, url, branch, commit: null, closed: [], notes };
}
/** For the log. */
function wordsOf({ operation, number, url }) {
    return `pull request #${number} ${operation}: ${url}`;
}


/***/ }),

/***/ 50875:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rf: () => (/* binding */ lookAhead),
/* harmony export */   l: () => (/* binding */ leftAhead),
/* harmony export */   l5: () => (/* binding */ saidNo)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _book_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73811);
/* harmony import */ var _decline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87328);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15030);
/* harmony import */ var _invitations_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33246);
/* harmony import */ var _left_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86881);
/* harmony import */ var _superseded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64788);







/**
 * Asks, before hashes are computed, whether people have the change in hand, and whether GitHub would refuse the branch or the pull request.
 * `isChange`: there will be something to propose, and what is refused is thrown: TOKEN_FORBIDDEN, BRANCH_RULE, PULL_REQUESTS_FORBIDDEN, and
 * what opening the repositories throws. Where there may be nothing, or the pull request is open already and may be as it should be, it is
 * a warning.
 */
async function lookAhead(run, change, isChange) {
    const { log } = run;
    let opened = null;
    try {
        opened = (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .bookOf */ .ho)(run, await (0,_destination_js__WEBPACK_IMPORTED_MODULE_3__/* .openDestination */ .xB)(run));
        const branch = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .branchFor */ .yC)(opened, [change], null);
        const refusal = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .askRefusal */ .wI)(opened, branch);
        if (!isChange && refusal === null)
            return { opened, left: null };
        const history = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .historyOf */ .om)(opened, branch);
        const left = isChange ? await (0,_left_js__WEBPACK_IMPORTED_MODULE_5__/* .leftToPeople */ ._l)(opened, history, [change], null) : null;
        if (left !== null || refusal === null)
            return { opened, left };
        const isOpen = history.some(({ state }) => state === 'open');
        if (isChange && !isOpen)
            throw refusal;
        log.warning(`What this run proposes will be refused. ${refusal.message}`);
    }
    catch (error) {
        if (isChange || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9))
            throw error;
        log.warning(`What this run proposes, if anything, will be refused. ${error.message}`);
    }
    return { opened, left: null };
}
/**
 * The same in a run of many: null, and nothing speaks against proposing it. What people have in hand, or declined, is left, and so is what
 * computing it anew would leave as it is. Where the version stays nobody knows yet whether there is a change. Throws what GitHub refuses,
 * and what `branchFor` does. `group`: null of a change by itself.
 */
async function leftAhead(book, subjects, group) {
    const branch = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .branchFor */ .yC)(book, subjects, group);
    const history = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .historyOf */ .om)(book, branch);
    const isChange = subjects.some(({ oldVersion, newVersion, revision }) => newVersion !== oldVersion || revision !== null);
    const left = isChange ? await (0,_left_js__WEBPACK_IMPORTED_MODULE_5__/* .leftToPeople */ ._l)(book, history, subjects, group) : null;
    if (left !== null)
        return left;
    const open = history.find(({ state }) => state === 'open');
    if (open !== undefined && (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .isAsComputed */ .i9)(book, open, subjects, group)) {
        return leaveAsComputed(book, open, subjects, group);
    }
    const refusal = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .askRefusal */ .wI)(book, branch);
    if (refusal !== null && isChange && open === undefined)
        throw refusal;
    if (refusal !== null)
        book.run.log.warning(`${branch}, if there is anything to write, will be refused. ${refusal.message}`);
    return null;
}
/**
 * The closed pull request that is a no to a change by itself, for a run that would take it into a group: what somebody has declined alone stays
 * out of it. null: there is none, or somebody has asked for it since.
 */
async function saidNo(book, subjects) {
    if ((0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .isWished */ .De)(book, subjects))
        return null;
    const possible = (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .possibleBranches */ .Kd)({ branch: null }, subjects, null);
    // The other name is a rare one, and not worth a request.
    for (const branch of possible.slice(0, book.isAll ? 2 : 1)) {
        const no = (0,_decline_js__WEBPACK_IMPORTED_MODULE_2__/* .declined */ .L)(await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .historyOf */ .om)(book, branch), subjects);
        if (no !== null)
            return (0,_left_js__WEBPACK_IMPORTED_MODULE_5__/* .leave */ .qG)(no, 'declined', book.run.log);
    }
    return null;
}
/** What does no harm to ask for again is done: labels that are missing, and closing what an earlier run came no further to close. */
async function leaveAsComputed(book, open, subjects, group) {
    const { run, base, destination, pullRequests } = book;
    const wanted = { labels: run.destination.labels, reviewers: [] };
    const found = { pullRequest: open, isNew: false };
    const invited = await (0,_invitations_js__WEBPACK_IMPORTED_MODULE_4__/* .invite */ .E)(pullRequests, found, wanted, destination.upstream.owner);
    const baseCommit = base?.kind === 'at' ? base.head.commit : '';
    const { closed, notes } = await (0,_superseded_js__WEBPACK_IMPORTED_MODULE_6__/* .closeSuperseded */ .P)(book, open, { subjects, group }, baseCommit);
    const isChanged = invited.isChanged || closed.length > 0;
    const left = (0,_left_js__WEBPACK_IMPORTED_MODULE_5__/* .leave */ .qG)(open, isChanged ? 'updated' : 'unchanged', run.log);
    return {
        ...left,
        commit: open.head.commit,
        closed,
        notes: [...invited.notes, ...notes]
    };
}


/***/ }),

/***/ 41566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ markBlock),
/* harmony export */   MW: () => (/* binding */ readMarkedText),
/* harmony export */   QX: () => (/* binding */ markSuperseded)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48992);


const packageShape = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    package: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    content: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional()
});
const commonShape = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    superseded: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).optional(),
    digest: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    computed: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ commit: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), inputs: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).optional()
});
/** One package alone stands there as it ever did; several, and a group, as a list. */
const markerShape = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    commonShape
        .extend({ packages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(packageShape).min(1), group: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() })
        .transform(({ group = null, ...marker }) => ({ ...marker, group })),
    commonShape
        .extend(packageShape.shape)
        .transform(({ name, package: reference, version, content, ...marker }) => {
        const only = { name, package: reference, version, ...(content !== undefined && { content }) };
        return { ...marker, packages: [only], group: null };
    })
]);
const begin = '<!-- nar-publish:begin ';
const end = '<!-- nar-publish:end -->';
/** The block as it stands in a pull request: between two comments, the first of which holds the marker. */
function markBlock(marker, block) {
    return `${beginOf(marker)}\n${block}\n\n${end}`;
}
function beginOf({ packages, group, ...marker }) {
    const [only] = packages;
    const written = packages.length === 1 && group === null
        ? { ...only, ...marker }
        : { packages, ...(group !== null && { group }), ...marker };
    // Without angle brackets nothing in it ends the comment.
    const json = JSON.stringify(written).replace(/[<>]/g, (bracket) => bracket === '<' ? '\\u003c' : '\\u003e');
    return `${begin}${json} -->`;
}
/** The same text, which says that a later pull request has taken its place. It must have a marker. */
function markSuperseded(text) {
    const marker = readMarkedText(text)?.marker;
    const [found] = comments(text);
    if (marker === undefined || found === undefined)
        return text;
    return (text.slice(0, found.start) +
        beginOf({ ...marker, superseded: true }) +
        text.slice(found.start + found.text.length));
}
/** null: there is no block of ours, or it is broken. */
function readMarkedText(text) {
    const [found, ...others] = comments(text);
    if (found === undefined || others.length > 0)
        return null;
    const close = text.indexOf(end, found.start);
    if (close === -1)
        return null;
    const marker = markerShape.safeParse((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(found.text.slice(begin.length, -' -->'.length)));
    if (!marker.success)
        return null;
    return {
        before: text.slice(0, found.start),
        marker: marker.data,
        after: text.slice(close + end.length)
    };
}
/** The first two comments that may hold a marker, each on one line. Each character of somebody's text is looked at a few times at most. */
function comments(text) {
    const found = [];
    let start = text.indexOf(begin);
    while (start !== -1 && found.length < 2) {
        const lineEnd = lineEndAfter(text, start);
        const close = text.slice(start, lineEnd).indexOf(' -->');
        const next = close === -1 ? lineEnd : start + close + ' -->'.length;
        if (close !== -1)
            found.push({ start, text: text.slice(start, next) });
        start = text.indexOf(begin, next);
    }
    return found;
}
function lineEndAfter(text, start) {
    const lineEnd = /[\r\n]|$/g;
    lineEnd.lastIndex = start;
    return lineEnd.exec(text)?.index ?? text.length;
}


/***/ }),

/***/ 88910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ proposeChange)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/github/delete-branch.ts
var delete_branch = __webpack_require__(272);
// EXTERNAL MODULE: ./src/repository/github/git-objects.ts
var git_objects = __webpack_require__(27067);
// EXTERNAL MODULE: ./src/sync/propose/about.ts
var about = __webpack_require__(36759);
// EXTERNAL MODULE: ./src/sync/propose/base.ts
var propose_base = __webpack_require__(18809);
// EXTERNAL MODULE: ./src/sync/propose/body.ts + 1 modules
var propose_body = __webpack_require__(1795);
// EXTERNAL MODULE: ./src/sync/propose/book.ts + 2 modules
var propose_book = __webpack_require__(73811);
// EXTERNAL MODULE: ./src/sync/propose/branch.ts
var branch = __webpack_require__(40332);
// EXTERNAL MODULE: ./src/sync/propose/commit-message.ts
var commit_message = __webpack_require__(22355);
// EXTERNAL MODULE: ./src/sync/propose/decline.ts
var decline = __webpack_require__(87328);
// EXTERNAL MODULE: ./src/sync/propose/destination.ts
var destination = __webpack_require__(15030);
// EXTERNAL MODULE: ./src/sync/propose/invitations.ts
var invitations = __webpack_require__(33246);
// EXTERNAL MODULE: ./src/sync/propose/left.ts
var left = __webpack_require__(86881);
// EXTERNAL MODULE: ./src/sync/propose/marker.ts
var propose_marker = __webpack_require__(41566);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/sync/propose/pull-request.ts



/** Whom GitHub makes the author of what a workflow's own token opens; an App's token has another. */
const workflowLogin = 'github-actions[bot]';
/** GitHub's own limit, in characters. */
const longestText = 65_536;
/** The open pull request of these ends, `known` or one that is opened now. */
async function findOrOpen(pullRequests, known, { ends, title, draft, body, author }) {
    if (known !== null)
        return { pullRequest: known, isNew: false, isShut: false };
    return pullRequests.open({
        ends,
        title,
        draft,
        body: body(author === workflowLogin, propose_body/* longestBody */.Pj)
    });
}
/**
 * Brings title and text up to date. What people wrote around our text stays; a pull request without any text of ours is a person's, and is
 * left as it is.
 */
async function bringUpToDate(pullRequests, { pullRequest, isShut }, wanted) {
    const { number, author } = pullRequest;
    const isWorkflowToken = author === workflowLogin;
    const changes = changesOf(pullRequest, wanted, isWorkflowToken);
    const { isSeen, ...edits } = changes ?? { isSeen: false };
    if (Object.keys(edits).length > 0)
        await pullRequests.update(number, edits);
    const notes = [
        ...(changes === null
            ? [
                `pull request #${number} of this branch was not written by nar-publish: its title and text are left as they are`
            ]
            : []),
        ...(isShut
            ? ['upstream’s maintainers cannot push to this fork: GitHub refuses to let them in']
            : [])
    ];
    return { isOurs: changes !== null, isEdited: isSeen, isWorkflowToken, notes, edits };
}
/** null: the text is a person's. */
function changesOf({ title, body }, wanted, isWorkflowToken) {
    const marked = (0,propose_marker/* readMarkedText */.MW)(body);
    if (marked === null)
        return null;
    const { before, after, marker } = marked;
    const longest = Math.min(propose_body/* longestBody */.Pj, longestText - before.length - after.length);
    const block = wanted.body(isWorkflowToken, longest);
    // Compared by what they say, as GitHub’s editor changes line ends.
    const wantedMarker = (0,propose_marker/* readMarkedText */.MW)(block)?.marker;
    const isSameBlock = (0,external_node_util_.isDeepStrictEqual)(wantedMarker, marker);
    const isSameText = (0,external_node_util_.isDeepStrictEqual)({ ...wantedMarker, computed: null }, { ...marker, computed: null });
    return {
        ...(title === wanted.title ? {} : { title: wanted.title }),
        ...(isSameBlock ? {} : { body: before + block + after }),
        isSeen: title !== wanted.title || !isSameText
    };
}

// EXTERNAL MODULE: ./src/sync/propose/superseded.ts
var propose_superseded = __webpack_require__(64788);
// EXTERNAL MODULE: ./src/sync/propose/title.ts
var propose_title = __webpack_require__(2864);
;// CONCATENATED MODULE: ./src/sync/propose/propose.ts

















/**
 * Puts a change into a branch and opens a pull request for it, or brings the open one up to date; closes those that it supersedes. Where
 * all is as it should be, or people have the pull request in hand, nothing is written. `book`: what was asked before, if there
 * was anything. Throws BASE_MISSING, CHECKOUT_STALE, FORK_INVALID, FORK_STALE, BRANCH_NOT_OURS, BRANCH_RULE,
 * HEAD_MOVED, PULL_REQUESTS_FORBIDDEN, DRAFT_REFUSED, INPUT_INVALID, and what any request to GitHub may.
 */
async function proposeChange(run, proposal, book = null) {
    return propose(book ?? (0,propose_book/* bookOf */.ho)(run, await (0,destination/* openDestination */.xB)(run)), proposal);
}
async function propose(book, proposal) {
    const { destination, pullRequests } = book;
    const { destination: wanted, environment, log } = book.run;
    const { parts, group } = proposal;
    const changes = parts.map(({ change }) => change);
    const [{ head: checkout } = { head: '' }] = changes;
    const files = changedFiles(proposal);
    const { upstream, head } = destination;
    const name = await (0,propose_book/* branchFor */.yC)(book, changes, group);
    refuseBase(destination, name);
    const ends = (0,propose_book/* endsOf */.oI)(destination, name);
    // Asked now, however much the book has seen: it may have been an hour.
    const history = await pullRequests.history(ends);
    const no = (0,propose_book/* isWished */.De)(book, changes) ? null : (0,decline/* declined */.L)(history, changes);
    if (no !== null)
        return (0,left/* leave */.qG)(no, 'declined', log);
    const known = history.find(({ state }) => state === 'open') ?? null;
    const base = await (0,propose_base/* readBase */.w)(destination, files, checkout);
    const title = (0,propose_title/* proposalTitle */.R3)({ changes, group }, upstream.repo, wanted.title);
    if (group !== null)
        refuseLong(bodyOf(book, proposal, ends, null)(true, propose_body/* longestBody */.Pj), changes);
    const landed = await (0,branch/* landOnBranch */.t6)(destination, {
        ...{ name, base, files, merged: mergedAt(history) },
        message: (tree) => (0,commit_message/* proposalMessage */.gM)(title, changes, environment.runUrl, tree)
    });
    if (landed.change === 'none') {
        if (known !== null && (0,about/* isAbout */.KH)(known, changes, group)) {
            return (0,left/* leave */.qG)(known, 'taken-over', log, landed.why);
        }
        throw (0,branch/* branchNotOurs */.JA)(head, name, landed.why);
    }
    const inputs = (0,propose_book/* inputsDigest */.KA)(book, checkout, title);
    const computed = inputs === null ? null : { commit: landed.commit, inputs };
    const wantedPullRequest = {
        ends,
        title,
        draft: wanted.draft,
        author: landed.author,
        body: bodyOf(book, proposal, ends, computed)
    };
    const found = await withdrawIfRefused(destination, landed, () => findOrOpen(pullRequests, known, wantedPullRequest));
    const { pullRequest } = found;
    const edited = await bringUpToDate(pullRequests, found, wantedPullRequest);
    const at = { ...pullRequest.head, commit: landed.commit };
    (0,propose_book/* note */.N4)(book, { ...pullRequest, ...edited.edits, head: at });
    const invited = await (0,invitations/* invite */.E)(pullRequests, found, edited.isOurs ? wanted : invitations/* nobody */.e, upstream.owner);
    const superseded = edited.isOurs
        ? await (0,propose_superseded/* closeSuperseded */.P)(book, pullRequest, { subjects: changes, group }, base.commit)
        : { closed: [], notes: [] };
    const isChanged = landed.change !== 'kept' || edited.isEdited || invited.isChanged || superseded.closed.length > 0;
    const operation = found.isNew ? 'created' : isChanged ? 'updated' : 'unchanged';
    const { number, url } = pullRequest;
    log.info((0,left/* wordsOf */.Z9)({ operation, number, url }));
    return {
        ...{ operation, number, url, branch: name },
        commit: landed.commit,
        closed: superseded.closed,
        notes: [
            ...edited.notes,
            ...invited.notes,
            ...superseded.notes,
            ...(edited.isWorkflowToken ? [propose_body/* workflowTokenNote */.Hn] : [])
        ]
    };
}
/** Where pull requests with our marker were when they were merged. */
function mergedAt(history) {
    const merged = history.filter(({ state, body }) => state === 'merged' && (0,propose_marker/* readMarkedText */.MW)(body) !== null);
    return new Set(merged.map(({ head }) => head.commit));
}
/** Without those that are as they were. */
function changedFiles({ files }) {
    const changed = files.filter(({ content, oldBlob }) => (0,git_objects/* blobSha */.w)(content) !== oldBlob);
    if (changed.length > 0)
        return changed;
    throw (0,errors/* internalError */.WB)('pull request', 'it was to be opened for files that have not changed');
}
/** Throws INPUT_INVALID: a commit on the base branch would need no pull request. */
function refuseBase({ isFork, base }, branch) {
    if (branch !== base || isFork)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: 'input branch',
        reason: `${JSON.stringify(branch)} is the branch that the pull request goes to`,
        hint: 'Leave it out, or give a branch that is there for these pull requests alone.'
    });
}
/** Throws INPUT_INVALID where not even the shortest text has room for what a later run has to know: which packages they are. */
function refuseLong({ length }, changes) {
    if (length <= propose_body/* longestBody */.Pj)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: 'input group',
        reason: `${changes.length} packages are more than the text of one pull request can name`,
        hint: 'Leave `group` out, or make groups of fewer packages.'
    });
}
function bodyOf({ run: { environment }, destination: { upstream, isFork } }, proposal, { repository, branch }, computed) {
    const { serverUrl, runUrl } = environment;
    const place = { serverUrl, repository, branch, upstream: upstream.repo, isFork };
    return (isWorkflowToken, longest) => (0,propose_body/* renderBody */.lc)(proposal, { place, runUrl, isWorkflowToken }, longest, computed);
}
/** Refusals that leave nothing of a pull request behind, unlike an answer that never came. */
const refusals = [
    'PULL_REQUESTS_FORBIDDEN',
    'DRAFT_REFUSED',
    'TOKEN_FORBIDDEN',
    'GITHUB_REFUSED'
];
/** A branch that was made for a pull request that GitHub then refuses goes again, unless somebody has committed to it by then. */
async function withdrawIfRefused({ head, headId }, { branch, commit, change }, open) {
    try {
        return await open();
    }
    catch (error) {
        const isRefused = error instanceof errors/* NarPublishError */.f9 && refusals.includes(error.code);
        if (isRefused && change === 'made') {
            head.log.info(`${branch.branch} is removed again`);
            await (0,delete_branch/* deleteBranch */.S)(head, branch, headId, commit).catch((second) => {
                head.log.warning(`${branch.branch} could not be removed again: ${String(second)}`);
            });
        }
        throw error;
    }
}


/***/ }),

/***/ 64788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ closeSuperseded)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(560);
/* harmony import */ var _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71175);
/* harmony import */ var _repository_github_compare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31105);
/* harmony import */ var _repository_github_delete_branch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(272);
/* harmony import */ var _repository_github_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86264);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48992);
/* harmony import */ var _about_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36759);
/* harmony import */ var _book_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(73811);
/* harmony import */ var _branch_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40332);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(41566);











/**
 * Closes the open pull requests that ours takes the place of, with a comment, and deletes their branches; one that somebody goes on with
 * stays. `current`: ours.
 *
 * Which those are is said by nobody's text alone: older than ours (so that of two runs at once only one closes the other's), of the same
 * author as ours, from a branch of the same repository, to the same base, and with a marker that `takesPlaceOf` speaks of.
 */
async function closeSuperseded(book, current, successor, baseCommit) {
    const { destination, pullRequests } = book;
    const result = { closed: [], notes: [] };
    const names = successor.subjects.map(({ name }) => name);
    for (const known of await (0,_book_js__WEBPACK_IMPORTED_MODULE_8__/* .openOnes */ .a)(book, names)) {
        if (current.author === null || !isSupersededBy(known, current, successor))
            continue;
        // What was seen a while ago may be another by now, and its text is written back.
        const old = book.seen === null ? known : await pullRequests.read(known.number);
        (0,_book_js__WEBPACK_IMPORTED_MODULE_8__/* .note */ .N4)(book, old);
        if (old.state !== 'open' || !isSupersededBy(old, current, successor))
            continue;
        const { number, url } = old;
        const branch = new _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_2__/* .BranchHead */ .h(destination.head, old.head.branch);
        const state = await branch.read();
        const commit = state.kind === 'at' ? state.head.commit : null;
        const foreign = commit === null ? null : await foreignCommits(destination, baseCommit, commit);
        if (foreign !== null) {
            result.notes.push(`pull request #${number} stays open, as somebody goes on there: ${foreign}`);
            continue;
        }
        const word = `Superseded by #${current.number}${whatFor(successor)}.`;
        await pullRequests.comment(number, current.author, word);
        // By one request: what is closed without this word is taken for a person's no.
        const body = (0,_marker_js__WEBPACK_IMPORTED_MODULE_10__/* .markSuperseded */ .QX)(old.body);
        await pullRequests.update(number, { state: 'closed', body });
        (0,_book_js__WEBPACK_IMPORTED_MODULE_8__/* .note */ .N4)(book, { ...old, body, state: 'closed' });
        result.closed.push({ number, url });
        const why = commit === null ? null : await deleteOwnBranch(destination, branch, commit);
        if (why !== null) {
            const name = JSON.stringify(branch.branch);
            result.notes.push(`branch ${name} of the closed pull request #${number} stays: ${why}`);
        }
    }
    return result;
}
function isSupersededBy(old, current, successor) {
    const isSameWork = old.number < current.number &&
        old.author !== null &&
        old.author === current.author &&
        old.base === current.base &&
        old.head.repository !== null &&
        current.head.repository !== null &&
        (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .isSameName */ .y)(old.head.repository, current.head.repository);
    const marker = isSameWork ? (0,_marker_js__WEBPACK_IMPORTED_MODULE_10__/* .readMarkedText */ .MW)(old.body)?.marker : undefined;
    return marker !== undefined && (0,_about_js__WEBPACK_IMPORTED_MODULE_7__/* .takesPlaceOf */ .ZN)(successor, marker);
}
function whatFor({ subjects }) {
    const [only, ...others] = subjects;
    if (others.length > 0)
        return `, which updates ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .count */ .U9)(subjects.length, 'package')}`;
    const version = only?.newVersion ?? null;
    return version === null ? '' : `, which updates to ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(version)}`;
}
/** What somebody else did on a branch, or may have done, in words; null: all of it is ours. */
async function foreignCommits({ head }, baseCommit, commit) {
    const comparison = await (0,_repository_github_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .compareCommits */ .k)(head, baseCommit, commit);
    return (0,_branch_js__WEBPACK_IMPORTED_MODULE_9__/* .isOwn */ .NP)(comparison) ? null : ((0,_branch_js__WEBPACK_IMPORTED_MODULE_9__/* .foreignWork */ .uz)(comparison) ?? 'it has more commits than we make');
}
/** Why the branch stays, in words: somebody else's commits come to it, or a rule keeps it. null: it is gone. */
async function deleteOwnBranch({ head: api, headId }, branch, commit) {
    try {
        const isGone = await (0,_repository_github_delete_branch_js__WEBPACK_IMPORTED_MODULE_4__/* .deleteBranch */ .S)(api, branch, headId, commit);
        return isGone ? null : 'it has commits that nar-publish did not make';
    }
    catch (error) {
        // The pull request that matters is open: a leftover is no reason to fail.
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9)
            return error.reason;
        throw error;
    }
}


/***/ }),

/***/ 2864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ branchPrefix),
/* harmony export */   Lo: () => (/* binding */ isNixpkgs),
/* harmony export */   R3: () => (/* binding */ proposalTitle),
/* harmony export */   dU: () => (/* binding */ branchFolder),
/* harmony export */   hj: () => (/* binding */ proposalBranch)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33444);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);



/** GitHub refuses a longer title. */
const longestTitle = 256;
/**
 * The commit's first line and the pull request's title, or what was given for it:
 *
 *     infer: 0.76.0 → 0.76.1                           in nixpkgs with its own arrow
 *     luna, luna-docs: 1.2.0 → 1.3.0                   a change of several packages
 *     GROUP: luna 1.2.0 → 1.3.0, sol 2.0 → 2.1, and 3 more
 *
 * `upstream`: name of the repository that the pull request goes to.
 */
function proposalTitle({ changes, group }, upstream, given) {
    const ownWords = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .singleSpaced */ .NL)(given ?? '');
    return shortened(ownWords === '' ? ownTitle({ changes, group }, upstream) : ownWords);
}
function shortened(title) {
    return Array.from(title).slice(0, longestTitle).join('');
}
function ownTitle({ changes, group }, upstream) {
    // https://github.com/NixOS/nixpkgs/blob/master/pkgs/README.md#commit-conventions
    const arrow = changes.some((change) => isNixpkgs(change, upstream)) ? '->' : '→';
    const steps = changes.map((change) => stepWords(change, arrow));
    const names = changes.map(({ name }) => word(name));
    const [step = ''] = steps;
    if (group === null && steps.every((one) => one === step)) {
        const end = `: ${step}`;
        return `${fitting(names, longestTitle - end.length)}${end}`;
    }
    const begin = group === null ? '' : `${word(group)}: `;
    const items = changes.map((change, index) => `${names[index] ?? ''} ${shortStep(change, arrow)}`);
    return `${begin}${fitting(items, longestTitle - begin.length)}`;
}
/** As many of them as there is room for, and how many more there are. */
function fitting(items, longest) {
    for (let shown = items.length; shown > 1; shown--) {
        const rest = items.length - shown;
        const text = [...items.slice(0, shown), ...(rest === 0 ? [] : [`and ${rest} more`])].join(', ');
        if (text.length <= longest)
            return text;
    }
    const rest = items.length - 1;
    return `${items[0] ?? ''}${rest > 0 ? `, and ${rest} more` : ''}`;
}
/** What becomes of the version. */
function stepWords({ oldVersion, newVersion, revision }, arrow) {
    if (newVersion === null || newVersion === oldVersion) {
        return revision === null ? 'recompute hashes' : (0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .revisionWords */ .XZ)(revision, arrow);
    }
    if (oldVersion === null)
        return `update to ${word(newVersion)}`;
    return `${word(oldVersion)} ${arrow} ${word(newVersion)}`;
}
/** The same behind a name. */
function shortStep(change, arrow) {
    const { oldVersion, newVersion, revision } = change;
    if (newVersion !== oldVersion && newVersion !== null && oldVersion === null) {
        return `${arrow} ${word(newVersion)}`;
    }
    const areHashes = revision === null && (newVersion === null || newVersion === oldVersion);
    return areHashes ? 'hashes' : stepWords(change, arrow);
}
/** Whether the package is one of nixpkgs', wherever that was forked to. */
function isNixpkgs({ package: { text }, versions, hashes }, upstream) {
    return (upstream.toLowerCase() === 'nixpkgs' ||
        /^file:(\.\/)?pkgs\/by-name\//.test(text) ||
        [...versions, ...hashes].some(({ file }) => file.startsWith('pkgs/by-name/')));
}
/**
 * `nar-publish/<name>-<version>`, by the first package of several, or `nar-publish/<group>`, with `-` for whatever Git does not take in a
 * branch's name.
 */
function proposalBranch({ changes: [first], group }) {
    const { name = '', newVersion = null, revision = null } = first ?? {};
    const branch = group !== null
        ? `${branchFolder}${refWord(group)}`
        : `${branchPrefix(name)}${refWord(newVersion ?? revision?.new.slice(0, 7) ?? 'hashes')}`;
    return (0,_repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isBranchName */ .Q8)(branch) ? branch : `${branchFolder}update`;
}
/** What all branches begin with, unless another one was given. */
const branchFolder = 'nar-publish/';
/** What the branches of a package begin with, unless others were given; those of other packages may too. */
function branchPrefix(name) {
    return `${branchFolder}${refWord(name)}-`;
}
function refWord(text) {
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .fileWord */ .BZ)(text.slice(0, 100))
        .replace(/\.{2,}/g, '.')
        .replace(/^\.|\.$|\.lock$/g, '-');
}
function word(text) {
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitWord */ .AB)(text, 80);
}


/***/ }),

/***/ 62810:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xA: () => (/* binding */ buildAndRun),
  Po: () => (/* binding */ formatCopy),
  S0: () => (/* binding */ nothingProved),
  T7: () => (/* binding */ proveChange)
});

// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/nix/evaluation.ts
var evaluation = __webpack_require__(7117);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var derivations = __webpack_require__(32393);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/held-log.ts
/** The log of work that may come to nothing: what it says waits until it is told, and is told in its order. */
class HeldLog {
    #to;
    #isTold = Promise.withResolvers();
    #onFull;
    #turn = this.#isTold.promise;
    /** Bytes that may wait. */
    #room;
    /** `onFull`: there is more to wait than `room` bytes of other programs' text. */
    constructor(to, room, onFull) {
        this.#to = to;
        this.#room = room;
        this.#onFull = onFull;
    }
    /** From now on everything is told as it comes. */
    tell() {
        this.#room = Infinity;
        this.#isTold.resolve(undefined);
    }
    /** When all that was said is told. */
    async end() {
        await this.#turn;
    }
    info(line) {
        this.#say(() => {
            this.#to.info(line);
        });
    }
    warning(line) {
        this.#say(() => {
            this.#to.warning(line);
        });
    }
    debug(line) {
        this.#say(() => {
            this.#to.debug(line);
        });
    }
    progress(step, done, total) {
        this.#say(() => {
            this.#to.progress(step, done, total);
        });
    }
    group(heading, body) {
        return this.#around((isOver) => this.#to.group(heading, () => isOver), body);
    }
    fenced(body) {
        let write = () => undefined;
        const open = (isOver) => this.#to.fenced((real) => {
            write = real;
            return isOver;
        });
        return this.#around(open, () => body((chunk) => {
            this.#room -= chunk.length;
            if (this.#room < 0)
                this.#onFull();
            else
                this.#say(() => {
                    write(chunk);
                });
        }));
    }
    /** A part of the log: open from where `body` begins to where it ends, whenever that is told. */
    async #around(open, body) {
        const over = Promise.withResolvers();
        let closed = over.promise;
        this.#say(() => {
            closed = open(over.promise);
        });
        try {
            return await body();
        }
        finally {
            this.#say(() => {
                over.resolve(undefined);
                return closed;
            });
        }
    }
    #say(words) {
        this.#turn = this.#turn.then(words);
    }
}

// EXTERNAL MODULE: ./src/nix/build.ts
var build = __webpack_require__(58455);
;// CONCATENATED MODULE: ./src/sync/build-package.ts

/** Builds what was evaluated; it stays as long as the run's folder does. */
function buildPackage({ work, nix, log }, own) {
    return log.group(`build ${own.name}`, () => (0,build/* buildInstallables */.v)(nix, [{ ...own, installable: work.package.text }], {
        substituters: [],
        gcRootsDirectory: nix.roots,
        log
    }));
}

// EXTERNAL MODULE: ./src/sync/targets.ts
var targets = __webpack_require__(22961);
;// CONCATENATED MODULE: ./src/sync/build-ahead.ts




/** Bytes of a build's log that wait for the evaluation: one that says more is begun anew. */
const mostHeld = 16 * 1024 * 1024;
/**
 * Begins to build the package at its new version with its new hashes while nothing is evaluated yet: as the derivation that the
 * evaluation with dyes gave, with the hashes in the dyes' places. null: it is to be built when it was evaluated.
 */
function buildAhead(shop, bumped, hashes) {
    const { work, environment, log, turns } = shop;
    const dyed = bumped.evaluation.packages.get(environment.runnerSystem);
    if (!work.build || dyed === undefined || turns.concurrency < 2)
        return null;
    const ending = new AbortController();
    const held = new HeldLog(log, mostHeld, () => {
        ending.abort();
    });
    // Nix ends its builders at SIGTERM.
    const nix = { ...shop.nix, log: held, stop: { when: ending.signal, by: 'SIGTERM' } };
    const making = makePackage({ ...shop, nix }, bumped, hashes, dyed).catch(() => null);
    const building = making.then((made) => made === null ? null : buildPackage({ ...shop, nix, log: held }, made));
    const ended = building.catch(() => null);
    const stop = async () => {
        ending.abort();
        await ended;
    };
    return {
        resultOf: async (own) => {
            const made = await making;
            if (made !== null && isSame(made, own) && !ending.signal.aborted) {
                held.tell();
                await ended;
                await held.end();
                return building;
            }
            await stop();
            log.debug(`${own.drvPath} is built now: ${made?.drvPath ?? 'nothing'} was begun before it was evaluated`);
            return null;
        },
        stop
    };
}
function isSame(made, own) {
    return made.drvPath === own.drvPath && (0,external_node_util_.isDeepStrictEqual)(made.outputs, own.outputs);
}
/** The package with the true hashes, without an evaluation. Throws REBUILD_FAILED. */
async function makePackage(shop, bumped, hashes, dyed) {
    const known = new Map(hashes.map(({ literal, digest }) => [literal, digest]));
    const { system, drvPath, outputs } = dyed;
    const made = (await (0,targets/* rebuildWith */.sH)(shop, bumped, system, known, [drvPath])).get(drvPath);
    if (made === undefined)
        return dyed;
    const pathOf = (name, path) => made.outputs.get(name) ?? path;
    return {
        ...dyed,
        drvPath: made.drvPath,
        outputs: outputs.map(({ name, path }) => ({ name, path: pathOf(name, path) }))
    };
}

// EXTERNAL MODULE: ./src/sync/change.ts
var sync_change = __webpack_require__(81679);
// EXTERNAL MODULE: ./src/sync/definitions.ts
var definitions = __webpack_require__(55905);
// EXTERNAL MODULE: ./src/sync/dyed-evaluation.ts
var dyed_evaluation = __webpack_require__(59780);
// EXTERNAL MODULE: ./src/sync/drift.ts
var drift = __webpack_require__(37584);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
// EXTERNAL MODULE: ./src/passed-on.ts
var passed_on = __webpack_require__(41353);
// EXTERNAL MODULE: ./src/process/program.ts
var process_program = __webpack_require__(56781);
;// CONCATENATED MODULE: ./src/sync/format.ts






/** Milliseconds. */
const timeLimit = 600_000;
/** Formats the touched files where they stand. Throws FORMATTER_MISSING, FORMATTER_FAILED. */
async function formatFiles(formatting) {
    const { formatter, folder, flakeFolder = '', files, env, log } = formatting;
    const check = (result, detail) => ({
        name: 'format',
        result,
        detail
    });
    if (formatter === 'none')
        return check('skipped', 'no formatter was asked for');
    const nixFiles = files.filter((file) => file.endsWith('.nix'));
    if (nixFiles.length === 0)
        return check('skipped', 'no Nix file was changed');
    if (formatter === 'nix fmt') {
        const flake = (0,external_node_path_.join)(folder, flakeFolder);
        const here = nixFiles.map((file) => relativeTo(flake, folder, file));
        // These files alone; the lock file stays as it is.
        const args = ['fmt', '--no-write-lock-file', '--', ...here];
        await runNixFmt(flake, { program: 'nix', args }, { env, log });
    }
    else {
        await runFormatter(formatter, nixFiles.map((file) => `./${file}`), { folder, env, log });
    }
    return check('passed', `${formatter}: ${nixFiles.join(', ')}`);
}
/** `./` in front, so that no name is an option of the formatter. */
function relativeTo(flake, folder, file) {
    const path = (0,external_node_path_.relative)(flake, (0,external_node_path_.join)(folder, file));
    return path.startsWith('../') ? path : `./${path}`;
}
async function runFormatter(formatter, files, { folder, env, log }) {
    const ended = await (0,process_program/* runProgram */.m)({
        argv: [formatter, ...files],
        cwd: folder,
        env: (0,passed_on/* passedOn */.I3)(env, 'program'),
        log,
        timeLimit
    });
    if (ended.kind === 'not-started') {
        const isMissing = ended.code === 'ENOENT';
        throw new errors/* NarPublishError */.f9({
            code: isMissing ? 'FORMATTER_MISSING' : 'FORMATTER_FAILED',
            subject: `formatter ${formatter}`,
            reason: isMissing
                ? `there is no program \`${formatter}\` in PATH`
                : `it cannot be started (${ended.code})`
        });
    }
    if (ended.status !== 0) {
        throw (0,process_program/* programFailure */.H)('FORMATTER_FAILED', `formatter ${formatter}`, ended, timeLimit);
    }
}
async function runNixFmt(flake, command, { env, log }) {
    const nix = await (0,nix_nix/* openNix */.MP)({ env, log, cwd: flake });
    const ended = await log.fenced((write) => (0,run/* runNix */.dI)(nix, command, { onStderr: write, onStdout: write }));
    if (ended.status === 0)
        return;
    const hasNone = /does not provide attribute .*formatter/.test(ended.stderr);
    throw (0,run/* nixFailure */.M4)(ended, {
        code: hasNone ? 'FORMATTER_MISSING' : 'FORMATTER_FAILED',
        subject: 'formatter nix fmt',
        ...(hasNone ? { reason: 'the flake has no output `formatter` for this system' } : {})
    });
}

// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/side-by-side.ts
var side_by_side = __webpack_require__(30742);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/process/print-command.ts
var print_command = __webpack_require__(39318);
;// CONCATENATED MODULE: ./src/sync/smoke-test.ts





/** What a program may need that is no secret, and the mark by which the runner ends what it leaves running. The job’s environment holds whatever the workflow put there. */
const passedOn = /^(LANG|LC_\w+|TZ|TERM|USER|LOGNAME|SHELL|RUNNER_TRACKING_ID|(NIX_)?SSL_CERT_(FILE|DIR))$/;
/**
 * Runs a command with the `bin` folders of what was built first in PATH, in an empty folder and with a home of its own. Throws
 * SMOKE_TEST_FAILED when it does not end with 0.
 */
async function runSmokeTest(test) {
    const { argv, outputs, env, scratch, log, timeLimit = 300_000 } = test;
    const [program = '', ...args] = argv;
    const command = (0,print_command/* printCommand */.T)({ program, args });
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(scratch, 'smoke-test-'));
    const own = (name) => (0,external_node_path_.join)(folder, name);
    for (const name of ['home', 'work', 'tmp'])
        await (0,promises_.mkdir)(own(name));
    const bins = outputs.map((path) => (0,external_node_path_.join)(path, 'bin'));
    const ended = await (0,process_program/* runProgram */.m)({
        argv: [program, ...args],
        cwd: own('work'),
        env: {
            ...Object.fromEntries(Object.entries(env).filter(([name]) => passedOn.test(name))),
            PATH: [...bins, ...(env['PATH'] ? [env['PATH']] : [])].join(':'),
            HOME: own('home'),
            TMPDIR: own('tmp')
        },
        log,
        timeLimit
    });
    if (ended.kind === 'not-started') {
        throw notStarted(command, program, ended.code, await programsIn(bins));
    }
    if (ended.status !== 0)
        throw (0,process_program/* programFailure */.H)('SMOKE_TEST_FAILED', command, ended, timeLimit);
    const said = ended.firstLine === '' ? 'it said nothing' : ended.firstLine.slice(0, 200);
    return { name: 'smoke-test', result: 'passed', detail: `${command}: ${said}` };
}
function notStarted(command, program, code, found) {
    const what = found.length === 0 ? 'no program at all' : found.slice(0, 20).join(', ');
    const isMissing = code === 'ENOENT' && !found.includes(program) && !program.includes('/');
    return new errors/* NarPublishError */.f9({
        code: 'SMOKE_TEST_FAILED',
        subject: command,
        reason: isMissing
            ? `there is no program ${JSON.stringify(program)}, neither in what was built (${what}) nor in PATH`
            : `${JSON.stringify(program)} cannot be started (${code}): it is no program for this machine, or its interpreter is missing`,
        hint: 'Begin `smoke-test` with the name of a program that the package installs into `bin`.'
    });
}
async function programsIn(bins) {
    const names = await Promise.all(bins.map((bin) => (0,promises_.readdir)(bin).catch(() => [])));
    return [...new Set(names.flat())].sort();
}

// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
;// CONCATENATED MODULE: ./src/sync/prove.ts















/** Of no change. */
const nothingProved = { checks: [], derivations: new Map() };
/**
 * Writes the change into the copy, formats it, and shows that it is right: it evaluates to the new version with the derivations
 * whose hashes were computed, builds, and runs. Throws FORMATTER_MISSING, FORMATTER_FAILED, EVALUATION_FAILED, HASH_UNTRACED,
 * HASH_DRIFT, BUILD_FAILED, SMOKE_TEST_FAILED.
 */
async function proveChange(shop, change, bumped, hashes) {
    await (0,workshop/* writeCopy */.bt)(shop, (0,workshop/* replacementsOf */.P1)((0,sync_change/* editsOf */.t7)(change)));
    const files = (0,sync_change/* editsOf */.t7)(change).map(({ file }) => file);
    const checks = [...(await formatCopy(shop, files))];
    const ahead = buildAhead(shop, bumped, hashes);
    try {
        const packages = await evaluateAll(shop, change);
        for (const [system, evaluated] of packages)
            await compareHashes(shop, bumped, hashes, system, evaluated);
        checks.push({
            name: 'evaluate',
            result: 'passed',
            detail: `version ${change.newVersion ?? '(none)'} on ${[...packages.keys()].join(', ')}`
        });
        const own = packages.get(shop.environment.runnerSystem);
        const found = (mismatch) => (0,drift/* hashFound */.B)(mismatch, bumped.literals, hashes);
        return {
            checks: [...checks, ...(await buildAndRun(shop, own, found, ahead))],
            derivations: new Map([...packages].map(([system, { drvPath }]) => [system, drvPath]))
        };
    }
    finally {
        await ahead?.stop();
    }
}
/** Of the files those that are Nix's, if a formatter was asked for. */
async function formatCopy({ work: { formatter }, project, copy, environment, log }, files) {
    if (formatter === 'none')
        return [];
    const { flakeFolder } = project;
    copy.handOver();
    const check = await formatFiles({
        formatter,
        folder: copy.folder,
        ...(flakeFolder === null ? {} : { flakeFolder }),
        files: [...new Set(files)],
        env: environment.childEnvironment,
        log
    });
    return [check];
}
async function evaluateAll(shop, { newVersion }) {
    const packages = new Map();
    while (packages.size < shop.systems.length) {
        const waiting = shop.systems.slice(packages.size);
        for (const [system, evaluated] of await (0,side_by_side/* evaluateSystems */.I)(shop, waiting)) {
            if (!('drvPath' in evaluated)) {
                await (0,evaluation/* logWords */.UU)(shop.log, evaluated.stderr);
                throw evaluated.error;
            }
            if (evaluated.version !== newVersion) {
                throw new errors/* NarPublishError */.f9({
                    code: 'VERSION_UNTRACED',
                    subject: `${shop.work.package.text} (${system})`,
                    reason: `its version is ${evaluated.version ?? 'none'} after all edits, not ${newVersion ?? 'none'}`
                });
            }
            packages.set(system, evaluated);
        }
    }
    return packages;
}
/** Each computed hash must belong to the derivation that it was computed for; its sources in the checkout have other edits by now. */
async function compareHashes(shop, bumped, hashes, system, { drvPath }) {
    const graph = await (0,derivations/* readDerivations */.rj)(shop.nix, [drvPath], {
        closure: true,
        known: shop.derivations
    });
    const rewrite = withoutDigests(digestsOf(shop, bumped, hashes));
    const now = new definitions/* Definitions */.R4(graph, { ignoreSources: true, rewrite });
    const before = new definitions/* Definitions */.R4((0,dyed_evaluation/* graphOf */.cQ)(bumped.evaluation, system), {
        ignoreSources: true,
        rewrite
    });
    const computed = new Set(hashes.map(({ literal }) => literal));
    const kept = bumped.literals.flatMap((literal) => literal.digest === null || computed.has(literal) ? [] : [{ literal, digest: literal.digest }]);
    // Two literals may have come to the same hash, or one to that of another, which stays.
    const byDigest = Map.groupBy([...hashes, ...kept], ({ digest }) => (0,binary_cache_digest/* sriOf */.wM)(digest));
    for (const derivation of (0,definitions/* fixedOutputs */.lW)(graph)) {
        const fixed = (0,derivations/* fixedOutputOf */.RS)(derivation);
        const meant = fixed === null ? [] : (byDigest.get((0,binary_cache_digest/* sriOf */.wM)(fixed.digest)) ?? []);
        const expected = meant.flatMap(({ literal }) => bumped.fed.get(system)?.get(literal) ?? []);
        const definition = now.of(derivation.drvPath);
        if (expected.length === 0 || expected.some(({ drvPath }) => before.of(drvPath) === definition))
            continue;
        throw new errors/* NarPublishError */.f9({
            code: 'HASH_AMBIGUOUS',
            subject: `${meant.map(({ literal }) => (0,types/* placeOf */.$t)(literal)).join(', ')}, ${derivation.name} (${system})`,
            reason: 'with the edits it is another derivation than the one whose hash was computed'
        });
    }
}
/** All that stood, stands or was tried at the package's hash literals. */
function digestsOf(shop, bumped, hashes) {
    return [
        ...hashes.map(({ digest }) => digest),
        ...bumped.evaluation.read.values(),
        ...bumped.literals.flatMap((literal) => [
            (0,dyed_evaluation/* dyeOf */.WI)(shop, literal),
            ...(literal.digest === null ? [] : [literal.digest])
        ])
    ];
}
/** A hash is often given to a derivation under its own attribute's name as well, in any of its forms. */
function withoutDigests(digests) {
    const forms = new Set(digests.flatMap((digest) => ['base64', 'base32', 'base16'].map((form) => (0,binary_cache_digest/* encodeDigest */.j6)(digest, form))));
    return (text) => text.replaceAll(/(?<![\w+/])[\w+/]{26,128}={0,2}/g, (word) => (forms.has(word) ? 'hash' : word));
}
/** Builds the package and runs it. `own`: for this machine; `found`: what a wrong hash is told as; `ahead`: a build that has begun. */
async function buildAndRun(place, own, found, ahead = null) {
    const { work, environment, log, scratch, counts } = place;
    const wanted = [
        'build',
        ...(work.smokeTest === null ? [] : ['smoke-test'])
    ];
    const skip = (detail) => wanted.map((name) => ({ name, result: 'skipped', detail }));
    if (!work.build)
        return skip('switched off');
    if (own === undefined)
        return skip(`this machine is ${environment.runnerSystem}`);
    const { failures, mismatches } = (await ahead?.resultOf(own)) ?? (await buildPackage(place, own));
    counts.builds++;
    const [failure] = failures;
    if (failure !== undefined) {
        const [mismatch] = mismatches;
        if (mismatch !== undefined)
            throw found(mismatch);
        // The usual advice is for a run that publishes what could be built.
        const hint = 'It is no hash: mend what the log’s last lines name.';
        throw failure.error.with({ hint });
    }
    const checks = [{ name: 'build', result: 'passed', detail: own.system }];
    if (work.smokeTest === null)
        return checks;
    const smoked = await runSmokeTest({
        argv: work.smokeTest,
        outputs: own.outputs.map(({ path }) => path),
        env: environment.childEnvironment,
        scratch,
        log
    });
    return [...checks, smoked];
}


/***/ }),

/***/ 56806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ besideBlocks)
/* harmony export */ });
/* unused harmony export besideWords */
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _told_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81754);


const makers = {
    source: 'out of the new version’s source',
    script: 'by the package’s own script',
    command: 'by the command of `before-hash`',
    lock: 'by `nix flake update`, with one input locked anew'
};
/** What became of the files beside a package. `code`: how each of them shows a name. */
function besideWords({ files, keys, left }, code, words) {
    return {
        made: [
            ...files.map(({ path, by, isNew }) => `${code(path)}: ${isNew ? 'new, made' : 'made anew'} ${words(makers[by])}`),
            ...keys.map(({ file, line, text, replacement }) => replacement === ''
                ? `${code(`${file}:${line}`)}: ${code(text.trim())} is gone with the lock file’s entry`
                : `${code(`${file}:${line}`)}: ${code(text)} → ${code(replacement)}, as the lock file has it`)
        ],
        left: left.map(({ path, reason }) => `${code(path)}: ${words(reason)}`)
    };
}
/**
 * The same for a summary or a pull request, the first `rows` of them. Of those that were not made anew some are named in any case:
 * somebody has to look at them.
 */
function besideBlocks(beside, rows) {
    const longest = rows === 0 ? 80 : 300;
    const { made, left } = besideWords(beside, (text) => (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(text, longest), (text) => (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(text, longest));
    return [
        ...(0,_told_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .K)('Files beside the package:', made, rows),
        ...(0,_told_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .K)('Not made anew:', left, Math.max(rows, 20))
    ];
}


/***/ }),

/***/ 74066:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ hashDrift),
/* harmony export */   w: () => (/* binding */ reportSync)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);



/** What happened, for people and for later steps. `more`: what is otherwise than when nothing was to be changed. */
function reportSync({ timings }, { computed, untraced, notes }, more = {}) {
    const { change, told, systems, checks, counts } = computed;
    const { name, oldVersion, newVersion, versions, hashes, revision, beside } = change;
    return {
        outcome: 'unchanged',
        package: change.package.text,
        ...{
            name,
            oldVersion,
            newVersion,
            revision,
            systems,
            versions,
            hashes,
            told,
            beside,
            untraced,
            checks,
            counts
        },
        pullRequest: null,
        commit: null,
        computedFile: null,
        diff: null,
        timings,
        notes,
        ...more
    };
}
/** Of more than so many hashes the first are named. */
const shown = 20;
/** What a dry run that keeps the version ends with when hashes are not what they should be; null: all are right. */
function hashDrift(hashes) {
    if (hashes.length === 0)
        return null;
    const lines = hashes
        .slice(0, shown)
        .map((edit) => `${(0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(edit)}: ${edit.oldHash ?? 'a placeholder'} should be ${edit.newHash}`);
    const more = hashes.length - lines.length;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'HASH_DRIFT',
        subject: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(hashes.length, 'hash', 'hashes'),
        reason: `not what the repository says:\n${[
            ...lines,
            ...(more > 0 ? [`and ${more} more`] : [])
        ].join('\n')}\n`
    });
}


/***/ }),

/***/ 31442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _h: () => (/* binding */ pinnedSource),
/* harmony export */   fF: () => (/* binding */ followRevision),
/* harmony export */   kh: () => (/* binding */ refuseOtherCommit)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32393);
/* harmony import */ var _dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59780);
/* harmony import */ var _literals_entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1564);
/* harmony import */ var _literals_find_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47204);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34962);
/* harmony import */ var _own_texts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52718);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75941);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(86778);
/* harmony import */ var _version_source_host_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24610);
/* harmony import */ var _workshop_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(58674);












/**
 * The source that is fetched by a commit, of those that a package is made of; the main one's repository alone counts: what stands
 * beside it has versions of its own. `isPin`: what is fetched by is a commit. null: the main one is fetched by a name.
 */
function pinnedSource({ drvPath, version }, graph, serverUrl, isPin = _literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .isCommit */ .WM) {
    for (const source of (0,_sources_js__WEBPACK_IMPORTED_MODULE_8__/* .mainSources */ .gS)(drvPath, graph, version)) {
        const hosts = (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .urlsOf */ .Wn)(source).map((url) => (0,_version_source_host_js__WEBPACK_IMPORTED_MODULE_10__/* .sourceHost */ .Y)(url, serverUrl));
        const host = hosts.find((one) => one?.kind === 'github' || one?.kind === 'git');
        if (host?.kind !== 'github' && host?.kind !== 'git')
            continue;
        const commit = (0,_sources_js__WEBPACK_IMPORTED_MODULE_8__/* .refsOf */ .gA)(source).find(isPin);
        return commit === undefined ? null : { commit, host };
    }
    return null;
}
/**
 * Where the pinned commit's digits are the package's own, with the new commit's in their place: as many as there were; and the new one's
 * day (`date`), where the old one's stands beside them. What is a part of the old version is left to that. Throws REVISION_UNTRACED, and what `evaluateDyed` throws.
 */
async function followRevision(shop, traced, pinned, { new: commit, date }) {
    const { version } = traced.package;
    const all = shop.files.flatMap((file) => {
        const found = (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .findRevisionLiterals */ .vE)(file, pinned.commit);
        // A version that is the commit is where the commit stands.
        if (found.length === 0 || version === null || version === pinned.commit)
            return found;
        const versions = (0,_literals_find_js__WEBPACK_IMPORTED_MODULE_5__/* .findVersionLiterals */ .sA)(file, version);
        return found.filter(({ start, end }) => !versions.some((one) => one.start < end && start < one.end));
    });
    const { entry } = pinned;
    const beside = entry === undefined ? [] : all.filter((one) => (0,_literals_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .F)(one, entry));
    const rest = all.filter((one) => !beside.includes(one));
    const own = beside.length > 0
        ? [...beside, ...((await ownOccurrences(shop, traced, rest)) ?? [])]
        : all.length < 2
            ? all
            : ((await ownOccurrences(shop, traced, all)) ?? all);
    const [first] = own;
    if (first === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'REVISION_UNTRACED',
            subject: `${shop.work.package.text}, commit ${pinned.commit}`,
            reason: all.length === 0
                ? 'the source is fetched by it, and it stands in none of the tracked files'
                : `the source is fetched by it, and none of ${all.map(_types_js__WEBPACK_IMPORTED_MODULE_9__/* .placeOf */ .$t).join(', ')} is where it comes from`
        });
    }
    const days = date === null ? [] : (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .dayEdits */ .y7)(shop.files, own, date);
    const edits = [...own.map((span) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .commitEdit */ .Yb)(span, commit)), ...days];
    shop.log.info(`${pinned.commit} → ${commit} at ${own.map(_types_js__WEBPACK_IMPORTED_MODULE_9__/* .placeOf */ .$t).join(', ')}`);
    const revision = { old: pinned.commit, new: commit };
    return { revision, edits, files: [], isAddressed: entry === undefined };
}
/** Those whose own dye comes out at the package; null, where it does not evaluate with a commit that nobody has. */
async function ownOccurrences(shop, traced, all) {
    if (all.length === 0)
        return [];
    const dyes = all.map((span, index) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .commitEdit */ .Yb)(span, dyeCommit(shop, index)));
    const literals = traced.hashes.map(({ literal }) => literal);
    try {
        const evaluation = await (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluateDyed */ .s9)(shop, literals, {
            others: (0,_workshop_js__WEBPACK_IMPORTED_MODULE_11__/* .replacementsOf */ .P1)(dyes),
            takes: () => false
        });
        const texts = shop.systems.flatMap((system) => {
            const evaluated = evaluation.packages.get(system);
            return evaluated === undefined ? [] : (0,_own_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .ownTexts */ .BS)(evaluated, (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .graphOf */ .cQ)(evaluation, system));
        });
        const words = texts.flatMap(({ text }) => text.match(_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .commitWords */ .xK) ?? []);
        // What is cut to a few digits on the way is found by them.
        const comesOut = ({ replacement }) => words.some((word) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .isSameCommit */ .sw)(word, replacement));
        return all.filter((_, index) => dyes.slice(index, index + 1).some(comesOut));
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9))
            throw error;
        shop.log.debug(`with dyed commits: ${error.message}`);
        return null;
    }
}
/** A commit that nobody has. */
function dyeCommit(shop, index) {
    const digits = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(['commit', shop.project.head, index]));
    return digits.digest('hex').slice(0, 40);
}
/** Throws REVISION_UNTRACED when the source is not fetched by the new commit: what was there is a piece of the old one. */
function refuseOtherCommit(shop, { revision, edits, isAddressed }, { packages, graphs }) {
    if (revision === null || !isAddressed)
        return;
    // Its first digits may be those of a number: it is known which commit is meant.
    const isPin = (ref) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .isCommit */ .WM)(ref) || (ref.length >= _literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .shortestCommit */ .W$ && revision.new.startsWith(ref));
    for (const [system, evaluated] of packages) {
        const graph = graphs.get(system) ?? new Map();
        const now = pinnedSource(evaluated, graph, shop.environment.serverUrl, isPin);
        if (now !== null && (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .isSameCommit */ .sw)(now.commit, revision.new))
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'REVISION_UNTRACED',
            subject: `${shop.work.package.text} (${system})`,
            reason: `with ${revision.new} at ${edits.map(_types_js__WEBPACK_IMPORTED_MODULE_9__/* .placeOf */ .$t).join(', ')} its source is fetched by ${now === null ? 'no commit' : `the commit ${now.commit}`}`
        });
    }
}


/***/ }),

/***/ 13866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F_: () => (/* binding */ attributeTexts),
/* harmony export */   Kr: () => (/* binding */ isToolKey),
/* harmony export */   MU: () => (/* binding */ inputAt),
/* harmony export */   MZ: () => (/* binding */ usesOf),
/* harmony export */   Pk: () => (/* binding */ isSourceKey),
/* harmony export */   _j: () => (/* binding */ outputsIn),
/* harmony export */   dn: () => (/* binding */ isPackage),
/* harmony export */   kp: () => (/* binding */ roleOf),
/* harmony export */   r3: () => (/* binding */ pathsWithRest),
/* harmony export */   zZ: () => (/* binding */ isFixed)
/* harmony export */ });
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32393);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);


/**
 * By the attribute that names the input, and how. What has a fixed output is a source wherever it stands: it was fetched. Of others,
 * what stands among `nativeBuildInputs` and the like and that whose programs are called (`${curl}/bin/curl`) is a tool, what stands
 * in `src`, `patches`, `cargoDeps` a source. Anywhere else a package, which has a version of its own, is a tool, and anything else (a
 * patched source, a folder of downloads) a part.
 *
 * So a fetcher is the same whichever curl, go or standard environment it works with, although these are built from sources too, and
 * although the package itself may be one of them: bzip2, in a tree whose fetchers unpack with bzip2.
 */
function roleOf(key, rest, input) {
    if (isFixed(input))
        return 'source';
    if (isToolKey(key) || /^\/s?bin(?:\/|$)/.test(rest))
        return 'tool';
    if (isSourceKey(key))
        return 'source';
    return isPackage(input) ? 'tool' : 'part';
}
function isToolKey(key) {
    return toolKey.test(key);
}
function isSourceKey(key) {
    return sourceKey.test(key) && !scriptKey.test(key);
}
const toolKey = /^(?:builder|stdenv|shell|PATH|\w*[bB]uildInputs|\w*CheckInputs|deps(?:Build|Host|Target)\w*|\w*(?:SSL|CA)_?\w*(?:FILE|CAINFO|BUNDLE))$/;
const sourceKey = /src|source|patch|lock|deps|vendor|modules/i;
/** Code may name anything. */
const scriptKey = /^(?:pre|post)[A-Z]|(?:Phase|Command|Script)$/;
/** It has a version of its own, as `pname` and `version` or in its name: `curl-8.11.0`, not `source` or `infer-1.0-patched`. */
function isPackage({ name, env, structuredAttrs }) {
    const { pname, version } = structuredAttrs ?? env;
    if (typeof pname === 'string' && typeof version === 'string')
        return name.endsWith(version);
    return /-[0-9][\w.+]*$/.test(name);
}
function isFixed(derivation) {
    return (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .fixedOutputOf */ .RS)(derivation) !== null;
}
/** A store path, and what follows it inside of that path. */
const pathsWithRest = new RegExp(`(${_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storePathsInText */ .OF.source})((?:/[\\w.+@%=~-]*)*)`, 'g');
/** `outputs`: of all derivations that it may need. */
function usesOf(derivation, outputs) {
    const texts = [
        ...attributeTexts(derivation),
        ...derivation.args.map((text) => ['args', text])
    ];
    return texts.flatMap(([key, value]) => [...value.matchAll(pathsWithRest)].flatMap(([, path = '', rest = '']) => {
        const input = inputAt(path, derivation, outputs);
        if (input === derivation)
            return [];
        return [{ key, path, input, role: input === null ? 'source' : roleOf(key, rest, input) }];
    }));
}
/** What makes the path; null: it is in the store already, whatever else would make it (a copy of the same content has one name). */
function inputAt(path, { inputSrcs }, outputs) {
    return inputSrcs.includes(path) ? null : (outputs.get(path) ?? null);
}
/** Names and values; of structured ones as JSON. */
function attributeTexts({ env, structuredAttrs }) {
    if (structuredAttrs === null)
        return Object.entries(env);
    return Object.entries(structuredAttrs).map(([key, value]) => [key, JSON.stringify(value)]);
}
/** By the paths of their outputs. */
function outputsIn(derivations) {
    return new Map([...derivations.values()].flatMap((derivation) => [...derivation.outputs.values()].flatMap(({ path }) => path === null ? [] : [[path, derivation]])));
}


/***/ }),

/***/ 30742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ evaluateSystems)
/* harmony export */ });
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96356);
/* harmony import */ var _workshop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58674);


/**
 * Evaluates what the copy holds now for each of the systems, side by side as far as the machine goes, and answers in their order up to the
 * first that fails: the same whichever is done first. Before one evaluation of the run has gone well, and after one has not, they
 * come one after the other: what one tells in its failure may spare the others theirs, and what it has to build for that.
 */
async function evaluateSystems(shop, systems) {
    const now = shop.evaluatesWell === true ? systems : systems.slice(0, 1);
    let failed = now.length;
    const answers = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_1__/* .allOf */ .b)(now.map((system, index) => shop.turns(async () => {
        if (index > failed)
            return [];
        const evaluated = await (0,_workshop_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateCopy */ .TK)(shop, system);
        if (!('drvPath' in evaluated))
            failed = Math.min(failed, index);
        return [[system, evaluated]];
    })));
    shop.evaluatesWell = shop.evaluatesWell !== false && failed === now.length;
    return new Map(answers.slice(0, failed + 1).flat());
}


/***/ }),

/***/ 48369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ sameSourceNote),
/* harmony export */   Lm: () => (/* binding */ sourceProofs),
/* harmony export */   WD: () => (/* binding */ refuseHopeless),
/* harmony export */   gz: () => (/* binding */ askSources),
/* harmony export */   uk: () => (/* binding */ proveSource)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59780);
/* harmony import */ var _evaluation_sources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62410);
/* harmony import */ var _literals_dye_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62290);
/* harmony import */ var _literals_edit_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(382);
/* harmony import */ var _fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52673);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(86778);









/**
 * What a new version may call its own. followed: at least one of the package's sources is fetched from elsewhere than the old one's,
 * or holds something else. same: none is, and the user lets it pass. none: nothing is fetched. kept: the version is the old one.
 */
const sourceProofs = ['followed', 'same', 'none', 'kept'];
/** Looks whether the sources moved with the version, on each system for itself. `literals`: what was dyed in both evaluations. */
async function askSources(shop, literals, before, after) {
    const question = { isFetched: false, same: [], moved: [], pinned: [] };
    const dyes = literals.map((one) => [(0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_5__/* .writeDigest */ .O_)(one, (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .dyeOf */ .WI)(shop, one)), one.text]);
    for (const system of shop.systems) {
        const was = sourcesOn(before, system);
        const now = sourcesOn(after, system, before.packages.get(system)?.version);
        const byEvaluation = await (0,_evaluation_sources_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchedByEvaluation */ .lu)(shop, [was, now], before, after);
        if (now.fetched.length + byEvaluation.length > 0)
            question.isFetched = true;
        const fed = [...(0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .fedBy */ .fR)(shop, literals, after, system)];
        const ownOf = (source) => fed.flatMap(([literal, fedOnes]) => (fedOnes.includes(source) ? [literal] : []));
        const known = new Map(was.fetched.map((one) => [(0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(one).text, one]));
        const [moved, stayed] = partition(now.fetched, (one) => !known.has((0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(one).text));
        const [movedHere, stayedHere] = partition(byEvaluation, ({ isMoved }) => isMoved);
        const held = heldBy(shop, literals, before, system, was.fetched);
        if (moved.length + movedHere.length > 0) {
            for (const source of moved) {
                const own = ownOf(source);
                const isRevision = (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .isOtherRevision */ .Gu)(source, was.fetched);
                const words = wordsOf(shop, source, own, dyes, holdsTheSame);
                question.moved.push({ system, literals: own, held, isRevision, words });
            }
            for (const { words, literals, held } of movedHere)
                question.moved.push({ system, literals, held, isRevision: false, words });
            const pins = stayed.filter((source) => (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(source).pin !== null);
            question.pinned.push(...pins.map((source) => wordsOf(shop, source, ownOf(source), dyes)));
            continue;
        }
        for (const source of stayed) {
            const { pin, text } = (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(source);
            const own = ownOf(source);
            const old = known.get(text);
            const isTold = pin === null && (old === undefined || (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .isHandledAlike */ .rc)(old, source));
            const why = pin === null && !isTold ? handledOtherwise : undefined;
            question.same.push({
                system,
                literals: isTold ? own : [],
                held,
                drvPath: source.drvPath,
                words: wordsOf(shop, source, own, dyes, why)
            });
        }
        for (const { words, literals } of stayedHere)
            question.same.push({ system, literals, held: [], drvPath: null, words });
    }
    return question;
}
const holdsTheSame = 'now, and holds what the old version’s source held';
const handledOtherwise = 'as before, and what is done with it there has the version in it, so that its hash tells nothing';
function sourcesOn(evaluation, system, oldVersion) {
    const evaluated = evaluation.packages.get(system);
    const graph = (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .graphOf */ .cQ)(evaluation, system);
    return evaluated === undefined
        ? { fetched: [], paths: new Map() }
        : (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .sourcesOf */ .u0)(evaluated, graph, oldVersion);
}
function partition(all, isFirst) {
    return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
/** The hashes of these as they stand in the files; none where one is not there. */
function heldBy(shop, literals, evaluation, system, sources) {
    const own = [...(0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .fedBy */ .fR)(shop, literals, evaluation, system)].flatMap(([{ digest }, fed]) => sources.some((source) => fed.includes(source)) ? [digest] : []);
    return own.includes(null) ? [] : own.filter((digest) => digest !== null);
}
/** Throws SOURCE_UNCHANGED for what no hash that is made anew can save, before any is made. */
function refuseHopeless(shop, question) {
    const error = unfollowed(shop, question, ({ literals }) => literals.length > 0);
    if (error !== null && !shop.work.allowSameSource)
        throw error;
}
/**
 * What the answer is, now that hashes were made anew. Throws SOURCE_UNCHANGED, unless `allow-same-source` is set: then a note says
 * what would have been refused.
 */
function proveSource(shop, question, hashes) {
    const computed = new Map(hashes.map(({ literal, digest }) => [literal, digest]));
    const vain = movedInVain(question, hashes);
    const error = unfollowed(shop, { same: [...question.same, ...vain] }, ({ literals, held }) => literals.some((literal) => {
        const digest = computed.get(literal);
        // What stands in a table for the new version is not what the old one holds.
        const known = held.length > 0 ? held : literal.digest === null ? [digest] : [literal.digest];
        return digest !== undefined && !known.some((one) => one && (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(one, digest));
    }));
    if (error === null) {
        shop.notes.push(...notesOn(question, hashes));
        return question.isFetched ? 'followed' : 'none';
    }
    if (!shop.work.allowSameSource)
        throw error;
    shop.log.warning(`${error.subject}: ${error.reason}`);
    shop.notes.push(sameSourceNote);
    return 'same';
}
/** Sources of systems where all that moved holds what the old version's held. */
function heldStill({ moved }, hashes) {
    const computed = new Map(hashes.map(({ literal, digest }) => [literal, digest]));
    const isStill = ({ literals, held }) => literals.length > 0 &&
        literals.every((literal) => {
            const digest = computed.get(literal) ?? literal.digest;
            return digest !== null && held.some((one) => (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(one, digest));
        });
    return [...Map.groupBy(moved, ({ system }) => system)].filter(([, sources]) => sources.every(isStill));
}
/** Of these the ones that are of no other revision either: whoever serves them does not look at the version in the address. */
function movedInVain(question, hashes) {
    return heldStill(question, hashes)
        .filter(([, sources]) => !sources.some(({ isRevision }) => isRevision))
        .flatMap(([, sources]) => sources.map((source) => ({ ...source, drvPath: null })));
}
function notesOn(question, hashes) {
    const still = heldStill(question, hashes).flatMap(([, sources]) => sources);
    const pinned = new Set(question.pinned);
    return [
        ...new Set(still.map(({ words }) => `The source has the same content as the old one: ${words}.`)),
        ...(pinned.size === 0
            ? []
            : [`Not every source followed the version: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)([...pinned].slice(0, 5))}.`])
    ];
}
/** null: on each system one moved, or is other than it was. */
function unfollowed({ work }, { same }, isOther) {
    const systems = Map.groupBy(same, ({ system }) => system);
    const unproved = [...systems].filter(([, sources]) => !sources.some(isOther));
    const words = new Set(unproved.flatMap(([, sources]) => sources.map((source) => source.words)));
    if (unproved.length === 0)
        return null;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'SOURCE_UNCHANGED',
        subject: `${work.package.text} (${unproved.map(([system]) => system).join(', ')})`,
        reason: `the version is new, and the source is the old one: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)([...words].slice(0, 5))}`
    });
}
/** For whoever decides on the change. */
const sameSourceNote = 'The source is the old version’s: nothing that the package is made of is fetched from elsewhere or holds anything else. `allow-same-source` let it pass.';
/** `own`: its hashes. `dyes`: with what stands in their places, as a digest may be a literal that was dyed. */
function wordsOf({ files }, source, own, dyes, why = 'as before, and the hash is the same') {
    const undyed = (text) => dyes.reduce((left, [dye, own]) => left.replaceAll(dye, () => own), text);
    const address = (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(source);
    const urls = address.urls.map(undyed);
    const pin = address.pin === null ? null : undyed(address.pin);
    const [url] = urls;
    const place = [pin, ...urls, digitsIn(url ?? '')]
        .flatMap((text) => (text === null ? [] : [placeOfText(files, text, own)]))
        .find((found) => found !== null);
    if (pin !== null)
        return `${place ?? 'what is fetched'} is ${pin} as before`;
    if (url === undefined)
        return `what ${source.name} fetches is there ${why}`;
    return `${place ?? source.name} is ${url} ${why}`;
}
/** Of an address that is put together from pieces, the one that nobody would write twice. */
function digitsIn(url) {
    return /[0-9a-f]{16,}/.exec(url)?.[0] ?? null;
}
/** `rev` at nix/tool.nix:7; of several occurrences that which is nearest to a hash of the source's. */
function placeOfText(files, wanted, own) {
    const [near] = own;
    const file = files.find(({ path, text }) => path === near?.file && text.includes(wanted)) ??
        files.find(({ text }) => text.includes(wanted));
    if (file === undefined)
        return null;
    const { path, text } = file;
    const start = path === near?.file ? near.start : 0;
    const [before, after] = [text.lastIndexOf(wanted, start), text.indexOf(wanted, start)];
    const at = before !== -1 && (after === -1 || start - before < after - start) ? before : after;
    const place = (0,_types_js__WEBPACK_IMPORTED_MODULE_8__/* .placeOf */ .$t)({ file: path, line: (0,_literals_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .lineOf */ .L)(text, at) });
    const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
    const name = /([\w-]+)"?\s*[:=]\s*"[^"=]*$/.exec(line)?.[1];
    return name === undefined ? place : `\`${name}\` at ${place}`;
}


/***/ }),

/***/ 75941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gA: () => (/* binding */ refsOf),
/* harmony export */   gS: () => (/* binding */ mainSources),
/* harmony export */   po: () => (/* binding */ refsInUrl),
/* harmony export */   wg: () => (/* binding */ sourceUrls)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32393);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55905);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13866);
/* harmony import */ var _version_hosts_file_listing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66381);





/** What is fetched for a package: its `src` or `srcs` first, then what is nearest. */
function allSources(drvPath, graph) {
    const needed = (0,_definitions_js__WEBPACK_IMPORTED_MODULE_2__/* .closureOf */ .TQ)(graph, [drvPath], (derivation) => !(0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(derivation));
    const named = namedSources(drvPath, graph);
    return [...new Set([...named, ...[...needed].filter(_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)])];
}
/** Its `src` or `srcs`; without one what is fetched for nothing that has another version than the package: for its unwrapped one, say. */
function mainSources(drvPath, graph, version) {
    const named = namedSources(drvPath, graph);
    if (named.length > 0)
        return named;
    const goesOn = (derivation) => {
        const other = attributesOf(derivation)['version'];
        return !(0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(derivation) && (other === undefined || other === version);
    };
    return [...(0,_definitions_js__WEBPACK_IMPORTED_MODULE_2__/* .closureOf */ .TQ)(graph, [drvPath], goesOn)].filter(_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ);
}
function namedSources(drvPath, graph) {
    const own = graph.get(drvPath);
    if (own === undefined)
        return [];
    const { src, srcs } = attributesOf(own);
    const named = JSON.stringify([src, srcs]);
    return [...own.inputDrvs.keys()]
        .flatMap((input) => graph.get(input) ?? [])
        .filter((input) => (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(input) &&
        [...input.outputs.values()].some(({ path }) => path !== null && named.includes(path)));
}
function attributesOf({ structuredAttrs, env }) {
    return structuredAttrs ?? env;
}
/** Addresses that a package's sources are fetched from, the main one's first. Data. */
function sourceUrls(drvPath, graph) {
    const urls = allSources(drvPath, graph).flatMap(_nix_derivations_js__WEBPACK_IMPORTED_MODULE_1__/* .urlsOf */ .Wn);
    return [...new Set(urls.filter((url) => URL.canParse(url)))];
}
/**
 * What a source is called in its repository: the tag, branch or commit of its `rev`, or in its address. Data.
 *
 *     https://github.com/o/r/archive/refs/tags/v1.2.3.tar.gz   v1.2.3
 *     https://gitlab.com/api/v4/projects/o%2Fr/…?sha=v1.2.3    v1.2.3
 */
function refsOf(source) {
    const { rev, tag } = attributesOf(source);
    const told = [rev, tag].filter((text) => typeof text === 'string');
    return [...told.filter((text) => text !== ''), ...(0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_1__/* .urlsOf */ .Wn)(source).flatMap(refsInUrl)];
}
/** The ways that forges have of putting it; the first group is it. */
const inPath = [
    /\/-\/archive\/(.+)\/[^/]+$/,
    /(?<!\/-)\/archive\/(?:refs\/(?:tags|heads)\/)?(.+)$/,
    /\/releases\/download\/([^/]+)\//,
    /\/(?:tar\.gz|zip|legacy\.tar\.gz|tarball|zipball)\/(?:refs\/(?:tags|heads)\/)?(.+)$/,
    /\/(?:get|snapshot|-\/raw|raw)\/(?:refs\/(?:tags|heads)\/)?([^/]+)/,
    /^\/[^/]+\/[^/]+\/([0-9a-f]{40})\//
];
/** The same of one address. */
function refsInUrl(url) {
    const parsed = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => new URL(url.replace(/^git\+/, '')), null);
    if (parsed === null)
        return [];
    const path = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(parsed.pathname), parsed.pathname);
    const asked = ['sha', 'ref', 'rev', 'h', 'id'].flatMap((key) => parsed.searchParams.get(key)?.replace(/^refs\/(?:tags|heads)\//, '') ?? []);
    const found = inPath.flatMap((pattern) => pattern.exec(path)?.[1] ?? []);
    return [...asked, ...found].map((ref) => ref.replace(_version_hosts_file_listing_js__WEBPACK_IMPORTED_MODULE_4__/* .archiveEnding */ .Y, ''));
}


/***/ }),

/***/ 99883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  syncStep: () => (/* binding */ syncStep)
});

// EXTERNAL MODULE: ./src/sync/inputs.ts + 4 modules
var sync_inputs = __webpack_require__(1638);
;// CONCATENATED MODULE: ./src/sync/many/bring-many.ts

/** A run that is about several packages, by its inputs or by what other jobs left for it; null: it is about one, and what is for many is not loaded. */
async function bringMany(run) {
    const { inputs } = run;
    if ((0,sync_inputs/* isMany */.cw)(inputs)) {
        return inputs.phase === 'all'
            ? (await Promise.all(/* import() */[__webpack_require__.e(9877), __webpack_require__.e(379), __webpack_require__.e(4833)]).then(__webpack_require__.bind(__webpack_require__, 14833))).bringAll({ ...run, inputs })
            : (await Promise.all(/* import() */[__webpack_require__.e(9877), __webpack_require__.e(2595)]).then(__webpack_require__.bind(__webpack_require__, 92595))).computeSet({ ...run, inputs });
    }
    if (inputs.phase !== 'commit' || inputs.many === null)
        return null;
    const { readAllLeft } = await __webpack_require__.e(/* import() */ 7926).then(__webpack_require__.bind(__webpack_require__, 37926));
    const { areOfMany, commitAll } = await Promise.all(/* import() */[__webpack_require__.e(9877), __webpack_require__.e(379), __webpack_require__.e(779)]).then(__webpack_require__.bind(__webpack_require__, 779));
    const left = await readAllLeft(inputs.computed);
    return areOfMany(left, inputs.many)
        ? commitAll(run, { ...inputs, many: inputs.many }, left)
        : null;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/report/blocks.ts
var blocks = __webpack_require__(83578);
// EXTERNAL MODULE: ./src/report/outputs.ts
var report_outputs = __webpack_require__(65468);
// EXTERNAL MODULE: ./src/report/within-limit.ts
var within_limit = __webpack_require__(24165);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/sync/many/rows.ts
var many_rows = __webpack_require__(56682);
;// CONCATENATED MODULE: ./src/sync/many/list-report.ts








/** Outdated ones first, and last what there is nothing to do about. */
const order = ['outdated', 'failed', 'unasked', 'unknown', 'ignored', 'current'];
/** `matrix` for `fromJSON`, whether it has a row, and every outdated package, as far as a job's outputs hold them. */
function listOutputs(report, largest = report_outputs/* largestOutputs */.F) {
    const whole = {
        matrix: JSON.stringify((0,many_rows/* matrixOf */.l)(report.rows)),
        'any-jobs': String(report.rows.length > 0)
    };
    let room = largest - whole.matrix.length - 10;
    const fitting = outdatedOf(report).filter((one) => (room -= JSON.stringify(one).length + 1) >= 0);
    return { ...whole, outdated: JSON.stringify(fitting) };
}
function outdatedOf({ listing: { sets }, names }) {
    return sets.flatMap((set) => set.packages
        .filter(({ state }) => state === 'outdated')
        .map(({ reference, name, version, newest }) => ({
        ...{ package: reference.text, name, from: version, to: newest },
        set: names.get(set) ?? ''
    })));
}
/** Markdown for GITHUB_STEP_SUMMARY. */
function renderListSummary(report) {
    return (0,within_limit/* withinLimit */.zl)(within_limit/* listLengths */.eP, (shown) => render(report, shown));
}
function render({ listing, rows, notes, timings }, shown) {
    const packages = inOrder(listing);
    const busy = packages.filter(({ state }) => state !== 'current');
    const current = packages.filter(({ state }) => state === 'current');
    return `${[
        `**${headline(listing)}**`,
        ...(0,blocks/* remarks */.IW)('Note', notes, 100),
        ...(0,markdown/* table */.tp)(['Package', 'Has', 'Newest', 'Source', 'State'], busy.slice(0, shown).map((one) => cellsOf(one))),
        ...(0,blocks/* rest */.zs)(busy.length, shown),
        ...(current.length === 0
            ? []
            : (0,markdown/* details */.zH)(`${(0,src_text/* count */.U9)(current.length, 'package')} up to date`, [
                ...(0,markdown/* table */.tp)(['Package', 'Has', 'Source'], current
                    .slice(0, shown)
                    .map((one) => cellsOf(one).filter((_, index) => index % 2 === 1 || index === 0))),
                ...(0,blocks/* rest */.zs)(current.length, shown)
            ])),
        ...sharedList(listing, shown),
        ...(0,blocks/* howItWent */.Yg)([...workRows(listing), ['Jobs', String(rows.length)]], timings)
    ].join('\n\n')}\n`;
}
function inOrder({ packages }) {
    return packages.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
function headline({ packages }) {
    const some = order.flatMap((state) => {
        const number = packages.filter((one) => one.state === state).length;
        return number === 0 ? [] : [`${number} ${state}`];
    });
    return `${(0,src_text/* count */.U9)(packages.length, 'package')}: ${(0,src_text/* list */.p_)(some) || 'nothing to tell'}`;
}
function cellsOf({ reference, version, newest, source, state, why }) {
    return [
        (0,markdown/* markdownCode */.D9)(reference.text),
        version === null ? '' : (0,markdown/* markdownCode */.D9)(version),
        newest === null ? '' : (0,markdown/* markdownCode */.D9)(newest),
        source === null ? '' : (0,markdown/* markdownText */.p7)(source),
        why === null ? state : `${state}: ${(0,markdown/* markdownWords */.Lx)(why.reason, 500)}`
    ];
}
function sharedList({ sets }, shown) {
    const shared = sets.filter(({ packages }) => packages.length > 1);
    if (shared.length === 0 || shown === 0)
        return [];
    const lines = shared.slice(0, shown).map(({ packages, shared: words }) => {
        const texts = packages.map(({ reference }) => (0,markdown/* markdownCode */.D9)(reference.text));
        return `- ${(0,src_text/* list */.p_)(texts)}: ${(0,markdown/* markdownWords */.Lx)(words ?? '', 500)}`;
    });
    return ['### One change', lines.join('\n')];
}
function workRows({ counts }) {
    const { evaluations, requests, gitHubRequests } = counts;
    return [
        ['Evaluations', String(evaluations)],
        ['Requests', `${gitHubRequests} to GitHub’s API, ${requests - gitHubRequests} to others`]
    ];
}
const styles = {
    ...{ outdated: 'yellow', failed: 'red', unasked: 'red', unknown: 'magenta' },
    ...{ ignored: 'gray', current: 'green' }
};
/** Columns of a reason on a terminal; the whole of it is in the JSON. */
const longestWhy = 200;
/** A table for a terminal. `stream`: where it is shown. */
function listText({ listing, notes }, stream) {
    const rows = inOrder(listing).map(({ reference, version, newest, source, state, why }) => ({
        state,
        cells: [reference.text, version ?? '-', newest ?? '-', source ?? '-'].map((text) => oneLine(text, 60)),
        end: why === null ? state : `${state}: ${oneLine(why.reason, longestWhy)}`
    }));
    const head = ['Package', 'Has', 'Newest', 'Source'];
    const widths = head.map((title, column) => Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)));
    const padded = (cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    const shared = listing.sets.filter(({ packages }) => packages.length > 1);
    const plain = (text) => terminalText([text]);
    return [
        ...(rows.length === 0 ? [] : [`${padded(head)}  State`]),
        ...rows.map(({ state, cells, end }) => `${plain(padded(cells))}  ${styleText(styles[state], plain(end), { stream })}`),
        ...shared.map(({ packages, shared: words }) => plain(`one change: ${list(packages.map(({ reference }) => reference.text))}: ${words ?? ''}`)),
        ...notes.map((note) => plain(`note: ${note}`)),
        `${headline(listing)}; ${count(listing.counts.evaluations, 'evaluation')}, ${count(listing.counts.requests, 'request')}`
    ].join('\n');
}

// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/sync/many/listing-file.ts
var listing_file = __webpack_require__(366);
// EXTERNAL MODULE: ./src/sync/many/look.ts + 6 modules
var many_look = __webpack_require__(48874);
;// CONCATENATED MODULE: ./src/sync/many/list.ts




/** Looks which packages are outdated, and writes nothing to the checkout. */
async function listOutdated(run) {
    const { inputs, log, timings } = run;
    const { look, runners, outputDirectory } = inputs;
    const listing = await (0,src_run/* timed */.a)(run, 'look', () => (0,many_look/* lookAt */.t)(run, look, { forMachines: runners !== null }));
    const { rows, names, later, notes } = (0,many_rows/* rowsOf */.R)(listing.sets, runners ?? new Map(), look.version);
    const file = outputDirectory === null
        ? null
        : await (0,src_run/* timed */.a)(run, 'write', () => (0,listing_file/* writeListing */.UD)(outputDirectory, runners === null ? listing : withWaiting(listing, later)));
    if (file !== null)
        log.info(`listing: ${file}`);
    const all = [...listing.notes, ...(runners === null ? [] : notes)];
    for (const note of all)
        log.warning(note);
    return { report: { listing, rows, names, file, notes: all, timings }, error: null };
}
/** For the job that commits, which is not to miss what nobody was to compute. */
function withWaiting(listing, later) {
    const sets = listing.sets.map((set) => (later.has(set) ? { ...set, waits: true } : set));
    return { ...listing, sets };
}

// EXTERNAL MODULE: ./src/sync/many/report.ts
var report = __webpack_require__(54861);
;// CONCATENATED MODULE: ./src/sync/many/outputs.ts


/**
 * The outputs of a run about several packages. Lists that would be too large lose first their reasons' ends, then their last rows. `largest`:
 * characters of all together.
 */
function manyOutputs({ rows }, largest = report_outputs/* largestOutputs */.F) {
    const changed = String(rows.some(report/* isChange */.Xb));
    const lists = [
        ['pull-requests', pullRequestsOf(rows)],
        ['outdated', outputs_outdatedOf(rows)],
        ['failed', rows.filter(report/* isFailure */.N6).map(failureOf)]
    ];
    const outputs = { changed };
    let room = largest - changed.length;
    for (const [index, [name, list]] of lists.entries()) {
        // What one leaves the next may have.
        const text = fitting(list, Math.floor(room / (lists.length - index)));
        outputs[name] = text;
        room -= text.length;
    }
    return outputs;
}
/** The same as the JSON that they mean, and all rows, for a terminal. */
function manyJson(report) {
    const outputs = manyOutputs(report, Infinity);
    return {
        ...jsonOutputs(outputs, Object.keys(outputs)),
        packages: report.rows,
        commits: report.commits,
        ...(report.diff === null ? {} : { diff: report.diff }),
        ...(report.computedFiles.length === 0 ? {} : { 'computed-files': report.computedFiles })
    };
}
function fitting(list, room) {
    let length = 2;
    return JSON.stringify(list.filter((row) => (length += JSON.stringify(row).length + 1) <= room));
}
/** One a pull request, with the packages that are in it. */
function pullRequestsOf(rows) {
    const own = rows.flatMap(({ package: text, pullRequest }) => pullRequest === null ? [] : [{ text, ...pullRequest }]);
    return [...Map.groupBy(own, ({ number }) => number).values()].flatMap((some) => {
        const [first] = some;
        if (first === undefined)
            return [];
        const { number, url, operation } = first;
        return [{ packages: some.map(({ text }) => text), number, url, operation }];
    });
}
function outputs_outdatedOf(rows) {
    return rows
        .filter(({ set }) => set !== null)
        .map(({ package: text, name, from, to, set }) => ({ package: text, name, from, to, set }));
}
const longestReason = 500;
function failureOf({ package: text, why, done }) {
    const { code = null, reason = '' } = why ?? {};
    return { package: text, code: code ?? done, reason: reason.slice(0, longestReason) };
}

// EXTERNAL MODULE: ./src/report/failed-builds.ts
var failed_builds = __webpack_require__(51727);
// EXTERNAL MODULE: ./src/report/sentence.ts
var sentence = __webpack_require__(6501);
// EXTERNAL MODULE: ./src/sync/diff.ts
var sync_diff = __webpack_require__(77552);
// EXTERNAL MODULE: ./src/sync/told-markdown.ts
var told_markdown = __webpack_require__(81754);
// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/report/beside-words.ts
var beside_words = __webpack_require__(56806);
;// CONCATENATED MODULE: ./src/sync/report/outputs.ts

/**
 * The outputs that version-sync sets. When they would be too large, `hashes` first loses its derivations' names and then its last
 * rows. `largest`: characters of all together; a terminal has no such limit.
 */
function syncOutputs(report, largest = report_outputs/* largestOutputs */.F) {
    const whole = wholeOutputs(report);
    const room = largest - Object.values(whole).join('').length;
    // `old` null: a placeholder stood there.
    const rows = report.hashes.map(({ file, line, derivations, systems, oldHash, newHash }) => {
        return { file, line, derivations, systems, old: oldHash, new: newHash };
    });
    const bare = rows.map((row) => ({ ...row, derivations: [] }));
    for (const candidate of [rows, bare]) {
        const text = JSON.stringify(candidate);
        if (text.length <= room)
            return { ...whole, hashes: text };
    }
    let length = 2;
    const fitting = bare.filter((row) => (length += JSON.stringify(row).length + 1) <= room);
    return { ...whole, hashes: JSON.stringify(fitting) };
}
function wholeOutputs(report) {
    const { oldVersion, newVersion, pullRequest, commit } = report;
    return {
        changed: String(isChanged(report) && !isLeft(report)),
        'old-version': oldVersion ?? '',
        'new-version': newVersion ?? '',
        'pull-request-number': pullRequest === null ? '' : String(pullRequest.number),
        'pull-request-url': pullRequest?.url ?? '',
        'pull-request-operation': pullRequest?.operation ?? '',
        'commit-sha': commit?.sha ?? '',
        'commit-url': commit?.url ?? ''
    };
}
/** A step that merges what was changed has nothing to do where people have the pull request in hand. */
function isLeft({ outcome }) {
    return outcome === 'declined' || outcome === 'taken-over';
}
/** Whether anything in the checkout is to be other than it is. */
function isChanged({ versions, hashes, beside }) {
    return versions.length + hashes.length + beside.files.length + beside.keys.length > 0;
}

;// CONCATENATED MODULE: ./src/sync/report/outcome.ts




/** What became of the package. */
function syncSentence(report) {
    const { outcome, name, pullRequest, systems, computedFile } = report;
    const version = versionChange(report);
    const what = version === '' ? (0,sentence/* say */.cv) `${name}` : (0,sentence/* say */.cv) `${name} ${version}`;
    const changes = (0,sentence/* words */.aL)(edits(report));
    const pull = pullRequest === null ? [] : pullRequestLink(pullRequest);
    switch (outcome) {
        case 'proposed': {
            const did = (0,sentence/* words */.aL)(pullRequest?.operation === 'created' ? 'opened' : 'updated');
            const briefly = (0,sentence/* say */.cv) `pull request ${pullRequest?.operation ?? 'created'}, ${changes}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `${what}`}: ${(0,sentence/* either */.gP)((0,sentence/* say */.cv) `${pull} was ${did} (${changes})`, briefly)}.`;
        }
        case 'unchanged':
            return pullRequest === null
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing to change`}: ${what} has the right hashes already.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing to change`}: ${(0,sentence/* either */.gP)(pull, (0,sentence/* say */.cv) `the pull request`)} for ${what} is open and up to date.`;
        case 'declined':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Not proposed again`}: somebody closed ${pull} for ${what}, which is a no to it. Reopen the pull request to have it after all; something newer is proposed as usual.`;
        case 'taken-over':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Left to people`}: somebody goes on in ${pull}, whose branch stays as it is; ${what} was not proposed.`;
        case 'written':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `${what}`}: ${changes} written${(0,sentence/* either */.gP)((0,sentence/* say */.cv) ` to the checkout`, [])}.`;
        case 'committed':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `${what}`}: ${changes} committed.`;
        case 'computed': {
            const names = systems.flatMap((system, index) => [
                ...(0,sentence/* words */.aL)(index > 0 ? ', ' : ''),
                ...(0,sentence/* code */.aY)(system)
            ]);
            return (0,sentence/* either */.gP)((0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Computed`} ${what} for ${names}: ${changes}.`, (0,sentence/* say */.cv) `${what}: ${changes} computed for ${(0,src_text/* list */.p_)(systems)}, in ${computedFile ?? 'no file'}.`);
        }
        case 'dry-run':
            return isChanged(report)
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run, nothing was written`}: ${what}, ${changes}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run`}: nothing would change, ${what} has the right hashes already.`;
        case 'fork': {
            const more = isChanged(report)
                ? (0,sentence/* say */.cv) ` It would be ${what}, ${changes}.`
                : (0,sentence/* say */.cv) ` Nothing would change either.`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was proposed`}: ${sentence/* fromFork */.NY}${(0,sentence/* either */.gP)(more, [])}`;
        }
    }
}
function pullRequestLink({ repository, number, url }) {
    return (0,sentence/* say */.cv) `pull request ${(0,sentence/* link */.nf)(`${repository}#${number}`, url)}`;
}
/** `0.76.0 → 0.76.1`, `0.76.0`, `48358b9 → 9f1c2d3`, or nothing. Plain words, as the next one. */
function versionChange({ oldVersion, newVersion, revision }) {
    if (oldVersion !== newVersion) {
        return `${oldVersion ?? '(no version)'} → ${newVersion ?? '(no version)'}`;
    }
    return revision === null ? (newVersion ?? '') : (0,types/* revisionWords */.XZ)(revision);
}
/** `2 hashes and the version in 1 place` */
function edits({ hashes, versions, beside }) {
    const parts = [
        ...(hashes.length === 0 ? [] : [(0,src_text/* count */.U9)(hashes.length, 'hash', 'hashes')]),
        ...(versions.length === 0 ? [] : [`the version in ${(0,src_text/* count */.U9)(versions.length, 'place')}`]),
        ...(beside.files.length === 0 ? [] : [(0,src_text/* count */.U9)(beside.files.length, 'whole file')])
    ];
    return parts.length === 0 ? 'no change' : (0,src_text/* list */.p_)(parts);
}

;// CONCATENATED MODULE: ./src/sync/report/summary.ts










/** How much is shown. */
const degrees = [
    { name: 'everything', rows: Infinity, showsDiff: true },
    { name: 'no diff', rows: 1000, showsDiff: false },
    { name: 'no diff and the first hundred of each list', rows: 100, showsDiff: false },
    { name: 'counts', rows: 0, showsDiff: false }
];
/** Markdown for GITHUB_STEP_SUMMARY; one that would be too large says less, and that it does. */
function renderSyncSummary(report) {
    return (0,within_limit/* withinLimit */.zl)(degrees, (detail) => summary_render(report, detail));
}
function summary_render(report, detail) {
    return `${[
        (0,sentence/* inMarkdown */.Hi)(syncSentence(report)),
        ...(0,blocks/* remarks */.IW)('Note', report.notes, 100),
        ...hashTable(report, detail),
        ...versionTable(report, detail),
        ...(0,told_markdown/* toldBlocks */.w)(report.told, detail.rows),
        ...(0,beside_words/* besideBlocks */.V)(report.beside, detail.rows),
        ...(detail.showsDiff ? diffBlock(report.diff) : []),
        ...checkList(report),
        ...untracedList(report, detail),
        ...(0,blocks/* howItWent */.Yg)(summary_workRows(report), report.timings),
        ...(detail.rows === Infinity ? [] : [`This summary was too long and shows ${detail.name}.`])
    ].join('\n\n')}\n`;
}
function hashTable({ hashes }, { rows }) {
    return (0,markdown/* table */.tp)(['Where', 'Derivations', 'Systems', 'Old hash', 'New hash'], hashes
        .slice(0, rows)
        .map((edit) => [
        (0,markdown/* markdownCode */.D9)((0,types/* placeOf */.$t)(edit)),
        edit.derivations.map((name) => (0,markdown/* markdownCode */.D9)(name, 100)).join(', '),
        edit.systems.map((system) => (0,markdown/* markdownCode */.D9)(system)).join(', '),
        edit.oldHash === null ? 'a placeholder' : (0,markdown/* markdownCode */.D9)(edit.oldHash),
        (0,markdown/* markdownCode */.D9)(edit.newHash)
    ]));
}
function versionTable({ versions }, { rows }) {
    return (0,markdown/* table */.tp)(['Where', 'Old version', 'New version'], versions
        .slice(0, rows)
        .map((edit) => [
        (0,markdown/* markdownCode */.D9)((0,types/* placeOf */.$t)(edit)),
        (0,markdown/* markdownCode */.D9)(edit.text),
        (0,markdown/* markdownCode */.D9)(edit.replacement)
    ]));
}
/** Of a dry run; null: it was none. */
function diffBlock(diff) {
    return diff === null || diff === '' ? [] : [(0,sync_diff/* fencedDiff */.FG)(diff)];
}
const checkNames = {
    evaluate: 'Evaluates',
    format: 'Formatted',
    build: 'Builds',
    'smoke-test': 'Runs'
};
function checkList({ checks }) {
    if (checks.length === 0)
        return [];
    return [
        '### Checks',
        checks
            .map(({ name, result, detail }) => {
            const mark = result === 'passed' ? '✓' : '–';
            return `- ${mark} ${checkNames[name]}: ${(0,markdown/* markdownWords */.Lx)(detail, 500)}`;
        })
            .join('\n')
    ];
}
function untracedList({ untraced, systems }, { rows }) {
    if (untraced.length === 0)
        return [];
    const number = (0,src_text/* count */.U9)(untraced.length, 'hash', 'hashes');
    const words = `${number} left alone, which nothing on ${(0,src_text/* list */.p_)(systems)} comes from`;
    const heading = (0,markdown/* markdownText */.p7)(words, 500);
    const lines = untraced.slice(0, rows).map((span) => `- ${(0,markdown/* markdownCode */.D9)((0,types/* placeOf */.$t)(span))}`);
    return lines.length === 0 ? [heading] : (0,markdown/* details */.zH)(heading, [lines.join('\n')]);
}
function summary_workRows(report) {
    const { counts, commit, pullRequest, computedFile } = report;
    const evaluations = Object.entries(counts?.evaluations ?? {});
    return [
        ...(commit === null
            ? []
            : [
                [
                    'Commit',
                    commit.url === null
                        ? (0,markdown/* markdownCode */.D9)(commit.sha.slice(0, 7))
                        : (0,markdown/* markdownLink */.iQ)((0,markdown/* markdownText */.p7)(commit.sha.slice(0, 7)), commit.url)
                ]
            ]),
        ...(pullRequest === null ? [] : [['Branch', (0,markdown/* markdownCode */.D9)(pullRequest.branch)]]),
        ...(pullRequest === null || pullRequest.closed.length === 0
            ? []
            : [
                [
                    'Superseded',
                    pullRequest.closed
                        .map(({ number, url }) => (0,markdown/* markdownLink */.iQ)((0,markdown/* markdownText */.p7)(`#${number}`), url))
                        .join(', ')
                ]
            ]),
        ...(computedFile === null ? [] : [['Result', (0,markdown/* markdownCode */.D9)(computedFile)]]),
        ...(evaluations.length === 0
            ? []
            : [
                [
                    'Evaluations',
                    evaluations
                        .map(([system, number]) => `${number} for ${(0,markdown/* markdownCode */.D9)(system)}`)
                        .join(', ')
                ]
            ]),
        ...(counts === null
            ? []
            : [['Builds', `${(0,src_text/* count */.U9)(counts.builds, 'build')} in ${(0,src_text/* count */.U9)(counts.rounds, 'round')}`]])
    ];
}

;// CONCATENATED MODULE: ./src/sync/many/summary.ts







/** How much is shown. */
const summary_degrees = [
    { rows: Infinity, builds: 10, showsDiff: true },
    { rows: 1000, builds: 10, showsDiff: false },
    { rows: 300, builds: 3, showsDiff: false },
    { rows: 50, builds: 0, showsDiff: false },
    { rows: 0, builds: 0, showsDiff: false }
];
/** In a table's cell, and at a terminal. */
const words = {
    proposed: 'opened',
    updated: 'updated',
    unchanged: 'open, and as it should be',
    declined: 'not proposed again: somebody closed it',
    'taken-over': 'left to people: somebody goes on in it',
    limit: 'waits: as many as may be are open',
    later: 'waits for the next run',
    computed: 'computed',
    'dry-run': 'would be changed',
    fork: 'not proposed: the token of a fork’s pull request may only read',
    written: 'written',
    committed: 'committed',
    current: 'current',
    ignored: 'ignored',
    unasked: '**could not be asked**',
    unknown: 'unknown',
    failed: '**failed**'
};
/** Markdown for GITHUB_STEP_SUMMARY; one that would be too large says less, and that it does. */
function renderManySummary(report) {
    return (0,within_limit/* withinLimit */.zl)(summary_degrees, (detail) => many_summary_render(report, detail));
}
function many_summary_render(report, detail) {
    const { rows, notes, builds, diff, dashboard, timings } = report;
    const told = rows.filter(({ done }) => done !== 'current');
    const current = rows.filter(({ done }) => done === 'current');
    return `${[
        `**${(0,markdown/* markdownText */.p7)(summary_headline(rows), 1000)}**`,
        ...(dashboard === null
            ? []
            : [`All of them are in ${(0,markdown/* markdownLink */.iQ)('the dashboard', dashboard.url)}.`]),
        ...(0,blocks/* remarks */.IW)('Note', notes, 100),
        ...(0,markdown/* table */.tp)(['Package', 'From', 'To', 'What was done', 'Why not'], told.slice(0, detail.rows).map(cells)),
        ...(0,blocks/* rest */.zs)(told.length, detail.rows),
        ...currentOnes(current, detail),
        ...(0,failed_builds/* failedBuilds */.B)(builds, detail.builds),
        ...(detail.showsDiff ? diffBlock(diff) : []),
        ...(0,blocks/* howItWent */.Yg)(many_summary_workRows(report), timings)
    ].join('\n\n')}\n`;
}
function cells({ package: text, from, to, done, pullRequest, why }) {
    const link = pullRequest === null
        ? ''
        : `${(0,markdown/* markdownLink */.iQ)((0,markdown/* markdownText */.p7)(`#${pullRequest.number}`), pullRequest.url)} `;
    const code = why?.code ?? null;
    return [
        (0,markdown/* markdownCode */.D9)(text, 100),
        from === null ? '' : (0,markdown/* markdownCode */.D9)(from, 60),
        to === null || to === from ? '' : (0,markdown/* markdownCode */.D9)(to, 60),
        `${link}${words[done]}`,
        [
            ...(code === null ? [] : [(0,markdown/* markdownCode */.D9)(code)]),
            ...(why === null ? [] : [(0,markdown/* markdownWords */.Lx)(why.reason, 300)])
        ].join(': ')
    ];
}
function currentOnes(rows, detail) {
    if (rows.length === 0)
        return [];
    const heading = `${(0,src_text/* count */.U9)(rows.length, 'package')} with the newest version`;
    const names = rows
        .slice(0, detail.rows)
        .map(({ package: text, from }) => from === null
        ? (0,markdown/* markdownCode */.D9)(text, 100)
        : `${(0,markdown/* markdownCode */.D9)(text, 100)} ${(0,markdown/* markdownText */.p7)(from, 60)}`);
    return names.length === 0 ? [heading] : (0,markdown/* details */.zH)(heading, [names.join(', ')]);
}
/** `3 of 8 packages: 2 opened, 1 failed.` */
function summary_headline(rows) {
    const byDone = Map.groupBy(rows, ({ done }) => done);
    const parts = [...byDone].map(([done, some]) => `${some.length} ${summary_short[done]}`);
    return `${(0,src_text/* count */.U9)(rows.length, 'package')}${parts.length === 0 ? '' : `: ${(0,src_text/* list */.p_)(parts)}`}.`;
}
const summary_short = {
    ...words,
    unchanged: 'unchanged',
    declined: 'declined',
    'taken-over': 'left to people',
    limit: 'waiting',
    later: 'for the next run',
    fork: 'not proposed',
    unasked: 'not asked',
    failed: 'failed'
};
function many_summary_workRows({ counts, commits, computedFiles }) {
    return [
        ['Evaluations', String(counts.evaluations)],
        ['Builds', String(counts.builds)],
        ['Requests', String(counts.requests)],
        ...(commits.length === 0
            ? []
            : [['Commits', commits.map((sha) => (0,markdown/* markdownCode */.D9)(sha.slice(0, 7))).join(', ')]]),
        ...(computedFiles.length === 0
            ? []
            : [
                [
                    'Results',
                    computedFiles
                        .slice(0, 20)
                        .map((file) => (0,markdown/* markdownCode */.D9)(file))
                        .join(', ')
                ]
            ])
    ];
}
/** The same for a terminal. */
function manyText({ rows, notes, commits, computedFiles, dashboard }) {
    const wide = (column) => Math.max(0, ...column.map(({ length }) => length));
    const told = rows.map((row) => [
        row.package,
        versionsOf(row),
        words[row.done].replaceAll('*', '')
    ]);
    const widths = [0, 1].map((at) => wide(told.map((cells) => cells[at] ?? '')));
    const lines = rows.map(({ why, pullRequest }, index) => {
        const [text = '', versions = '', done = ''] = told[index] ?? [];
        const more = [
            ...(pullRequest === null ? [] : [pullRequest.url]),
            ...(why === null
                ? []
                : [`${why.code === null ? '' : `${why.code}: `}${oneLine(why.reason, 300)}`])
        ].join('  ');
        return `  ${text.padEnd(widths[0] ?? 0)}  ${versions.padEnd(widths[1] ?? 0)}  ${done}  ${more}`.trimEnd();
    });
    return terminalText([
        summary_headline(rows),
        ...lines,
        ...notes.map((note) => `note: ${note}`),
        ...commits.map((sha) => `commit        ${sha}`),
        ...computedFiles.map((file) => `file          ${file}`),
        ...(dashboard === null ? [] : [`dashboard     ${dashboard.url}`])
    ]);
}
function versionsOf({ from, to }) {
    return to === null || to === from ? (from ?? '') : `${from ?? '(none)'} → ${to}`;
}

// EXTERNAL MODULE: ./src/repository/github/api.ts + 4 modules
var github_api = __webpack_require__(60021);
// EXTERNAL MODULE: ./src/repository/github/own-comment.ts
var own_comment = __webpack_require__(71270);
// EXTERNAL MODULE: ./src/repository/limits.ts
var limits = __webpack_require__(3546);
// EXTERNAL MODULE: ./src/repository/pace.ts
var repository_pace = __webpack_require__(50905);
// EXTERNAL MODULE: ./src/sync/computed/schema.ts
var schema = __webpack_require__(52452);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/repository/github/check-runs.ts
var check_runs = __webpack_require__(32201);
;// CONCATENATED MODULE: ./src/sync/repair/check-run.ts




const check_run_name = 'nar-publish: hashes';
/**
 * A check run on the head: at each stale hash an annotation with the one that belongs there. It is a success only when the run that looked was one,
 * says that nothing is stale, and was not of a workflow that the pull request brought. Gives its title. Throws TOKEN_FORBIDDEN.
 */
async function annotate(api, event, found, runUrl) {
    const { edits, files } = found;
    const { head } = event;
    const { conclusion, title, summary } = edits.length > 0 ? stale(event, edits) : await clean(api, event, found);
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const annotations = edits.map((edit) => annotationOf(edit, texts.get(edit.file) ?? ''));
    await (0,check_runs/* makeCheckRun */.w)(api, {
        ...{ name: check_run_name, head: head.commit, conclusion, title, summary, annotations },
        detailsUrl: runUrl
    });
    return title;
}
function stale({ conclusion: ended }, edits) {
    const others = ended === 'success'
        ? ''
        : ' Of some packages it is not known: the run that looked did not succeed.';
    return {
        conclusion: 'failure',
        title: `${(0,src_text/* count */.U9)(edits.length, 'hash', 'hashes')} stale`,
        summary: `Each is annotated with the hash that belongs there.${others}`
    };
}
/** What may be said where no hash was left. */
async function clean(api, event, { number, systems }) {
    const { conclusion: ended, workflow } = event;
    const unknown = (summary) => {
        return { conclusion: 'neutral', title: 'it is not known whether hashes are stale', summary };
    };
    if (ended !== 'success') {
        return unknown(`The run that looked ended with ${(0,markdown/* markdownCode */.D9)(ended ?? 'no conclusion')}.`);
    }
    if (systems.length === 0)
        return unknown('The run left no word of what it looked at.');
    if (workflow === null || !(await isOfDefaultBranch(api, event, workflow))) {
        return unknown(`The workflow that looked (${(0,markdown/* markdownCode */.D9)(workflow ?? 'unnamed')}) is not as the default branch has it, so that it may have looked at anything.`);
    }
    return {
        conclusion: 'success',
        title: 'no hash has become stale',
        summary: `Nothing that #${number} changes needs another hash than it has, on ${(0,src_text/* list */.p_)(systems.slice(0, 10).map((system) => (0,markdown/* markdownCode */.D9)(system)))}.`
    };
}
/**
 * Whether the head has the workflow as the default branch has it: a pull request's run is of what the merge of its head has, which is then nobody
 * else's.
 */
async function isOfDefaultBranch(api, { head }, path) {
    const blobAt = async (ref) => {
        const reply = await api.ask({ route: 'GET /repos/{owner}/{repo}/contents/{path}', parameters: { path, ...ref } }, schemas/* union */.KCZ([schemas/* object */.Ikc({ type: schemas/* string */.YjP(), sha: schemas/* string */.YjP() }), schemas/* array */.YOg(schemas/* unknown */.L5J())]), ['not-found']);
        if (reply.kind === 'not-found' || Array.isArray(reply.data))
            return null;
        return reply.data.type === 'file' ? reply.data.sha : null;
    };
    const [ofHead, ofDefault] = [await blobAt({ ref: head.commit }), await blobAt({})];
    return ofHead !== null && ofHead === ofDefault;
}
function annotationOf(edit, text) {
    const { file, line, derivations, packages, newHash } = edit;
    const [first = packages[0] ?? ''] = derivations;
    return {
        path: file,
        start_line: line,
        end_line: line,
        annotation_level: 'failure',
        title: `stale hash of ${first}`.slice(0, 250),
        message: `${attributeAt(text, edit)} is stale: ${newHash}`
    };
}
/** Whose value it is, as far as its own line tells. */
function attributeAt(text, { start }) {
    // A line may have a million characters.
    const before = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200), start);
    return /([\w'-]{1,80})"?\s*[=:]\s*["']*$/.exec(before)?.[1] ?? 'the hash';
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/github/tree-read.ts
var tree_read = __webpack_require__(40033);
// EXTERNAL MODULE: ./src/sync/computed/check.ts
var check = __webpack_require__(12507);
// EXTERNAL MODULE: ./src/sync/literals/find.ts + 2 modules
var find = __webpack_require__(47204);
// EXTERNAL MODULE: ./src/sync/project/project.ts
var project_project = __webpack_require__(55072);
// EXTERNAL MODULE: ./src/sync/propose/commit-message.ts
var commit_message = __webpack_require__(22355);
;// CONCATENATED MODULE: ./src/sync/repair/check.ts










const commitReply = schemas/* object */.Ikc({
    tree: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }),
    message: schemas/* string */.YjP()
});
/** By its name, of the base repository: which has the commits of its pull requests, those of forks too. */
async function readHead(api, sha) {
    const { tree, message } = await api.call({
        route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
        parameters: { commit_sha: sha }
    }, commitReply);
    return { sha, tree: tree.sha, message };
}
/** A pull request changes hashes in a few. */
const mostFiles = 50;
/** Each folder on the way to them is a request. */
const mostFolders = 200;
/**
 * Reads the files that the edits name at the head, by GitHub, and lets the edits through when each replaces a hash that stands there by
 * another one of the same algorithm in the same form. Whoever wrote them had the pull request's code run beside it: they are believed only as far
 * as this goes. Throws COMPUTED_INVALID.
 */
async function readEdited(api, head, edits) {
    const byFile = Map.groupBy(edits, ({ file }) => file);
    if (byFile.size > mostFiles) {
        throw (0,schema/* computedInvalid */.nP)('computed', `it edits ${byFile.size} files, over ${mostFiles}`);
    }
    const folders = new Set([...byFile.keys()].flatMap(foldersOf));
    if (folders.size > mostFolders) {
        throw (0,schema/* computedInvalid */.nP)('computed', `it edits files in ${folders.size} folders, over ${mostFolders}`);
    }
    for (const path of byFile.keys())
        refuseOthers(path);
    const trees = new tree_read/* TreeReader */.w(api, head.sha, head.tree);
    const files = [];
    for (const [path, own] of byFile) {
        const file = await readFile(trees, path);
        const literals = new Map((0,find/* findHashLiterals */.MO)(file).map((literal) => [(0,check/* spanKey */.yi)(literal), literal]));
        for (const edit of own)
            (0,check/* checkHash */.PA)(edit, literals.get((0,check/* spanKey */.yi)(edit)));
        files.push(file);
    }
    return files;
}
/** `.github/workflows/x.yml` and `.gitmodules` hold no hashes of packages; what a lock file holds is for its package manager to believe. */
function refuseOthers(path) {
    if (path.split('/').some((part) => /^\.git/i.test(part))) {
        throw (0,schema/* computedInvalid */.nP)(path, 'it is Git’s or GitHub’s own');
    }
    if ((0,find/* isLockFile */.ue)(path))
        throw (0,schema/* computedInvalid */.nP)(path, 'it is a package manager’s lock file');
}
/** `a`, `a/b` of `a/b/c.nix`. */
function foldersOf(path) {
    const names = path.split('/');
    return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}
async function readFile(trees, path) {
    const found = await trees.find(path);
    const mode = found.kind === 'blob' ? found.mode : null;
    if (found.kind !== 'blob' || (mode !== '100644' && mode !== '100755')) {
        throw (0,schema/* computedInvalid */.nP)(path, 'it is no plain file of the pull request’s head');
    }
    const content = await trees.readBlob(found.sha, path);
    if (content.length > project_project/* largestFile */.Ny || content.includes(0) || !(0,external_node_buffer_.isUtf8)(content)) {
        throw (0,schema/* computedInvalid */.nP)(path, `it is no text, or has over ${project_project/* largestFile */.Ny} bytes`);
    }
    return { path, mode, text: content.toString('utf8') };
}
/** Throws HASH_DRIFT when the head is a repair itself that wrote one of these hashes a moment ago: it would be another one each time. */
function refuseDrift({ tree, message }, edits) {
    if (!(0,commit_message/* isOwnCommit */.uv)({ message, tree }))
        return;
    const again = edits.find(({ oldHash }) => oldHash !== null && message.includes(`\n  new: ${oldHash}\n`));
    if (again === undefined)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'HASH_DRIFT',
        subject: (0,types/* placeOf */.$t)(again),
        reason: `the pull request’s last commit repaired it, and by now it is ${again.newHash}: what is fetched is another one each time`,
        hint: 'Fetch something that stays as it is.'
    });
}

;// CONCATENATED MODULE: ./src/sync/repair/comment.ts




/** By which our comment is found again, beside who wrote it. */
const marker = '<!-- nar-publish:repair -->';
/** GitHub takes 65,536 characters. */
const longest = 60_000;
const mostRows = 200;
/** What somebody can apply who may write to the branch. The patch is of other people's files, and stands in a block that no line of it ends. */
function commentBody({ head, edits, patch, runUrl }) {
    const run = runUrl === null ? 'the run' : (0,markdown/* markdownLink */.iQ)('the run', runUrl);
    const short = [
        marker,
        `**${(0,src_text/* count */.U9)(edits.length, 'Nix hash', 'Nix hashes')} of this pull request ${edits.length === 1 ? 'is' : 'are'} stale** at ${(0,markdown/* markdownCode */.D9)(head.slice(0, 12))}. Its branch is not this repository’s to write to.`,
        ...edits
            .slice(0, mostRows)
            .map((edit) => `- ${(0,markdown/* markdownCode */.D9)((0,types/* placeOf */.$t)(edit))}: ${(0,markdown/* markdownCode */.D9)(edit.newHash)}`)
    ];
    const whole = [
        ...short.slice(0, 2),
        'This patch makes them right (`git apply`):',
        (0,sync_diff/* fencedDiff */.FG)(patch),
        `Found out by ${run}.`
    ].join('\n\n');
    if (whole.length <= longest)
        return whole;
    const [first = '', second = '', ...rows] = short;
    return [
        first,
        second,
        rows.join('\n').slice(0, longest),
        `The patch is too long for a comment.`
    ].join('\n\n');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/sync/computed/files.ts
var files = __webpack_require__(49020);
;// CONCATENATED MODULE: ./src/sync/repair/file.ts




/** Raised when a reader of the old form would go wrong. */
const schemaVersion = 1;
const edit = schemas/* strictObject */.rej({
    ...schema/* editShape */._Z,
    oldHash: schema/* sri */.Np.nullable(),
    newHash: schema/* sri */.Np,
    systems: schemas/* array */.YOg(schema/* system */.qU).min(1).max(20),
    derivations: schemas/* array */.YOg((0,schema/* line */.n8)(300)).max(100),
    packages: schemas/* array */.YOg((0,schema/* line */.n8)(1000)).min(1).max(100)
})
    .refine(schema/* hasSaneSpan */.I0, 'has a span that is not its text’s');
const kept = schemas/* strictObject */.rej({
    file: schema/* editShape */._Z.file,
    start: schema/* editShape */._Z.start,
    end: schema/* editShape */._Z.end,
    line: schema/* editShape */._Z.line,
    text: schema/* editShape */._Z.text
})
    .refine(schema/* hasSaneSpan */.I0, 'has a span that is not its text’s');
const file_schema = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('repair'),
    schemaVersion: schemas/* literal */.euz(schemaVersion),
    head: schema/* commit */.cd,
    systems: schemas/* array */.YOg(schema/* system */.qU).min(1).max(20),
    edits: schemas/* array */.YOg(edit).max(schema/* mostEdits */.xv),
    kept: schemas/* array */.YOg(kept).max(schema/* mostEdits */.xv)
});
/** Writes `repair-<system>.json` into the folder, which is made when it is missing, and gives its path. */
async function writeRepair(folder, { head, systems, edits, kept }) {
    const document = {
        kind: 'repair',
        schemaVersion,
        head,
        systems,
        edits: edits.map((edit) => ({
            ...edit,
            derivations: edit.derivations.slice(0, 100).map((name) => name.slice(0, 300)),
            packages: edit.packages.slice(0, 100)
        })),
        kept: kept.slice(0, schema/* mostEdits */.xv)
    };
    const text = `${JSON.stringify(document, null, 2)}\n`;
    return (0,files/* writeLeft */.pe)(folder, `repair-${systems.join('+')}`, text);
}
/** Throws COMPUTED_INVALID about `file` for all that `writeRepair` cannot have written. */
function parseRepair(text, file) {
    const { head, systems, edits, kept } = (0,schema/* parseDocument */.Tp)(text, file, file_schema);
    return { head, systems, edits, kept };
}
/** Some hundred hashes have 100 KB; a pull request's own code ran beside what wrote it, and may have left anything. */
const file_limits = { largest: 1_000_000, mostFiles: 20 };
/** What the other side left, none where it did not come to that. Links are not followed. Throws COMPUTED_INVALID. */
async function readRepairs(paths) {
    // Where nothing was uploaded, nothing was downloaded.
    const there = paths.filter((path) => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined);
    return (0,files/* readLeft */.GG)(there, file_limits, parseRepair);
}

// EXTERNAL MODULE: ./src/repository/github/repository.ts
var github_repository = __webpack_require__(86264);
;// CONCATENATED MODULE: ./src/sync/repair/find-pull-request.ts


const shape = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
    head: schemas/* object */.Ikc({
        ref: schemas/* string */.YjP(),
        sha: schemas/* string */.YjP(),
        repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullable()
    }),
    base: schemas/* object */.Ikc({ repo: schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP().optional() }) })
});
/**
 * Asks for the open pull request of the branch that the run was for, in the repository that GitHub says that it was of. A text: there is none
 * any more, or its head is another one by now; the end of a sentence.
 */
async function findPullRequest(api, { head }) {
    const { repository, branch, commit } = head;
    if (repository === null || branch === '')
        return 'the repository of the pull request is gone';
    const [owner = ''] = repository.split('/');
    const found = await api.callPages({
        route: 'GET /repos/{owner}/{repo}/pulls',
        parameters: { state: 'open', head: `${owner}:${branch}` }
    }, shape, 300);
    // Repositories of one owner may have branches of one name, and so may a fork and this repository.
    const own = found.filter((one) => one.head.ref === branch && (0,github_repository/* isSameName */.y)(one.head.repo?.full_name ?? '', repository));
    if (own.length === 0)
        return 'no pull request of this head is open any more';
    const pullRequest = own.find((one) => one.head.sha === commit);
    if (pullRequest === undefined) {
        return `the pull request has moved on from ${commit.slice(0, 12)}, and its new head has a run of its own`;
    }
    const { number, html_url: url, user, base } = pullRequest;
    const isFork = !(0,github_repository/* isSameName */.y)(repository, api.repository);
    const shut = isFork
        ? 'its branch is a fork’s'
        : branch === base.repo.default_branch
            ? 'its branch is the repository’s default branch'
            : null;
    return { number, url, author: user?.login ?? null, branch, shut };
}

// EXTERNAL MODULE: ./src/sync/computed/merge-edits.ts
var merge_edits = __webpack_require__(79823);
// EXTERNAL MODULE: ./src/sync/literals/edit.ts
var literals_edit = __webpack_require__(382);
;// CONCATENATED MODULE: ./src/sync/repair/join.ts




/**
 * All of them against the same commit, in order: equal ones are one. Throws HASH_AMBIGUOUS where one place would need two hashes, and
 * COMPUTED_CONFLICT where edits of one place differ otherwise, or overlap.
 */
function joinEdits(sources) {
    const editsOf = ({ edits }) => edits;
    const joined = (0,merge_edits/* mergeEdits */.Yb)(sources, editsOf, (one, other) => ({
        ...(0,merge_edits/* joinHashEdits */.wc)(one, other, ({ file }) => file),
        packages: (0,merge_edits/* inEither */.Rf)(one.edit.packages, other.edit.packages)
    }));
    (0,merge_edits/* refuseOverlaps */.b7)(sources, joined, editsOf);
    return joined;
}
/** What one machine has found right and another one changes would be wrong for one of them. Throws HASH_AMBIGUOUS. */
function refuseKept(repairs) {
    const keyOf = ({ file, start, end }) => JSON.stringify([file, start, end]);
    const kept = new Map(repairs.flatMap(({ kept, systems }) => kept.map((one) => [keyOf(one), systems])));
    for (const edit of repairs.flatMap(({ edits }) => edits)) {
        const systems = kept.get(keyOf(edit));
        if (systems === undefined)
            continue;
        throw new errors/* NarPublishError */.f9({
            code: 'HASH_AMBIGUOUS',
            subject: (0,types/* placeOf */.$t)(edit),
            reason: `it is right for ${systems.join(', ')}, and for ${edit.systems.join(', ')} it would have to be ${edit.newHash}`
        });
    }
}
/** The files with their edits made. */
function rewritten(files, edits) {
    const byFile = Map.groupBy(edits, ({ file }) => file);
    return files.map(({ path, text }) => {
        return { path, before: text, after: (0,literals_edit/* applyEdits */.c)(text, byFile.get(path) ?? []) };
    });
}

// EXTERNAL MODULE: ./src/repository/github/branch-head.ts
var branch_head = __webpack_require__(71175);
// EXTERNAL MODULE: ./src/repository/github/commit-write.ts
var commit_write = __webpack_require__(6203);
// EXTERNAL MODULE: ./src/repository/github/history-update.ts
var history_update = __webpack_require__(90682);
// EXTERNAL MODULE: ./src/repository/github/tree-write.ts
var tree_write = __webpack_require__(88658);
;// CONCATENATED MODULE: ./src/sync/repair/land.ts








/**
 * One commit on top of the head, and the branch moved to it, only while it is at the head: by no force. null: it has moved on, and stays as it
 * is. Throws TOKEN_FORBIDDEN, BRANCH_RULE, REPOSITORY_READ_ONLY, and what any request to GitHub may.
 */
async function landRepair(api, { author, branch: name }, { head, files, edits, runUrl }) {
    const { id } = await (0,github_repository/* readRepository */.N)(api);
    const modes = new Map(files.map(({ path, mode }) => [path, mode]));
    const tree = await (0,tree_write/* writeFiles */.hV)(api, head.tree, rewritten(files, edits).map(({ path, after }) => ({
        path,
        mode: modes.get(path) ?? '100644',
        content: Buffer.from(after)
    })));
    const message = repairMessage(edits, { author, runUrl, tree });
    const { sha } = await (0,commit_write/* writeCommit */.r)(api, { message, tree, parents: [head.sha] });
    const branch = new branch_head/* BranchHead */.h(api, name);
    const move = { from: { commit: head.sha, tree: head.tree }, to: sha, force: false };
    return (await (0,history_update/* moveFrom */.e)(api, branch, id, move)) ? sha : null;
}
/**
 * Dependabot goes on rebasing a pull request of its own over a commit that says so, which throws the commit away: the new head is
 * repaired anew. https://docs.github.com/en/code-security/how-tos/secure-your-supply-chain/manage-your-dependency-security/managing-pull-requests-for-dependency-updates
 */
const dependabot = { login: 'dependabot[bot]', words: '[dependabot skip]' };
/** As of a proposal: each hash with what it was, and the trailer by which a commit is known for ours. */
function repairMessage(edits, { author, runUrl, tree }) {
    return [
        edits.length === 1 ? 'Update a Nix hash' : 'Update Nix hashes',
        ...(0,commit_message/* hashParagraphs */.Ov)(edits),
        ...(runUrl === null ? [] : [`run: ${(0,harmless/* commitAddress */.IR)(runUrl, 300)}`]),
        // No person's login has brackets.
        ...(author === dependabot.login ? [dependabot.words] : []),
        (0,commit_message/* treeTrailer */._I)(tree)
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./src/sync/repair/report.ts






/** What a step that did nothing ends with. */
const nothingDone = {
    why: null,
    edits: [],
    patch: '',
    packages: 0,
    failures: [],
    checks: [],
    counts: null,
    pullRequest: null,
    commit: null,
    notes: []
};
/** As version-sync sets them. */
function repairOutputs({ outcome, edits, pullRequest, commit }) {
    const hashes = edits.map(({ file, line, derivations, systems, oldHash, newHash }) => {
        return { file, line, derivations, systems, old: oldHash, new: newHash };
    });
    return {
        changed: String(edits.length > 0 && outcome !== 'left'),
        hashes: JSON.stringify(hashes.slice(0, 500)),
        'pull-request-number': pullRequest === null ? '' : String(pullRequest.number),
        'pull-request-url': pullRequest?.url ?? '',
        'pull-request-operation': outcome === 'committed' ? 'updated' : '',
        'commit-sha': commit?.sha ?? '',
        'commit-url': commit?.url ?? ''
    };
}
const report_degrees = [
    { name: 'everything', rows: Infinity, showsPatch: true },
    { name: 'no patch', rows: 1000, showsPatch: false },
    { name: 'no patch and the first hundred of each list', rows: 100, showsPatch: false }
];
/** Markdown for the job's summary; empty when there is nothing to say. */
function renderRepairSummary(report) {
    const { outcome, failures, notes } = report;
    if (outcome === 'clean' && failures.length + notes.length === 0)
        return '';
    return (0,within_limit/* withinLimit */.zl)(report_degrees, (degree) => report_render(report, degree));
}
function report_render(report, degree) {
    const { notes, edits, failures, checks, counts, timings } = report;
    const builds = counts === null
        ? []
        : [['Builds', `${(0,src_text/* count */.U9)(counts.builds, 'build')} in ${(0,src_text/* count */.U9)(counts.rounds, 'round')}`]];
    return `${[
        report_sentence(report),
        ...(0,blocks/* remarks */.IW)('Note', notes, 100),
        ...(0,markdown/* table */.tp)(['Where', 'Derivations', 'Packages', 'Old hash', 'New hash'], edits
            .slice(0, degree.rows)
            .map((edit) => [
            (0,markdown/* markdownCode */.D9)((0,types/* placeOf */.$t)(edit)),
            edit.derivations.map((name) => (0,markdown/* markdownCode */.D9)(name, 100)).join(', '),
            edit.packages.map((name) => (0,markdown/* markdownCode */.D9)(name, 100)).join(', '),
            edit.oldHash === null ? 'a placeholder' : (0,markdown/* markdownCode */.D9)(edit.oldHash),
            (0,markdown/* markdownCode */.D9)(edit.newHash)
        ])),
        ...patchBlock(report, degree.showsPatch),
        ...(failures.length === 0
            ? []
            : [
                `### ${(0,src_text/* count */.U9)(failures.length, 'package')} failed`,
                ...(0,markdown/* table */.tp)(['Package', 'Error', 'Reason'], failures
                    .slice(0, degree.rows)
                    .map(({ package: name, code, reason }) => [
                    (0,markdown/* markdownCode */.D9)(name),
                    (0,markdown/* markdownCode */.D9)(code),
                    (0,markdown/* markdownWords */.Lx)(reason, 1000)
                ]))
            ]),
        ...(checks.length === 0 ? [] : ['### Checks', report_checkList(checks)]),
        ...(0,blocks/* howItWent */.Yg)(builds, timings),
        ...(degree.rows === Infinity ? [] : [`This summary was too long and shows ${degree.name}.`])
    ].join('\n\n')}\n`;
}
function report_sentence({ outcome, why, edits, packages, pullRequest, commit }) {
    const hashes = (0,src_text/* count */.U9)(edits.length, 'hash', 'hashes');
    const pull = pullRequest === null
        ? 'the pull request'
        : `pull request ${(0,markdown/* markdownLink */.iQ)((0,markdown/* markdownText */.p7)(`#${pullRequest.number}`), pullRequest.url)}`;
    switch (outcome) {
        case 'clean':
            return `**Nothing to repair** in ${(0,src_text/* count */.U9)(packages, 'package')}.`;
        case 'computed':
            return `**${hashes} to be repaired** in ${(0,src_text/* count */.U9)(packages, 'package')}.`;
        case 'committed': {
            const sha = (0,markdown/* markdownText */.p7)(commit?.sha.slice(0, 7) ?? '');
            return `**${hashes} repaired** in ${pull}, by ${(0,markdown/* markdownLink */.iQ)(sha, commit?.url ?? '')}.`;
        }
        case 'commented':
            return `**${hashes} to be repaired** in ${pull}, which this run may not write to: the patch is in a comment.`;
        case 'uncommented':
            return `**Nothing to repair any more** in ${pull}: the comment is gone.`;
        case 'annotated':
            return `**Told** in ${pull} by a check run: ${(0,markdown/* markdownWords */.Lx)(why ?? '', 300)}.`;
        case 'left':
            return `**Nothing was written**: ${(0,markdown/* markdownWords */.Lx)(why ?? '', 300)}.`;
    }
}
/** For whoever may not have it committed. */
function patchBlock({ patch }, isShown) {
    if (patch === '' || !isShown)
        return [];
    return (0,markdown/* details */.zH)('The patch, for <code>git apply</code>', [(0,sync_diff/* fencedDiff */.FG)(patch)]);
}
function report_checkList(checks) {
    return checks
        .map(({ package: name, checks }) => {
        const done = checks.map(({ name, result }) => result === 'passed' ? name : `${name} skipped`);
        return `- ${(0,markdown/* markdownCode */.D9)(name)}: ${(0,src_text/* list */.p_)(done)}`;
    })
        .join('\n');
}
/** What the job fails with when packages failed for reasons of their own; null: none did. */
function report_failureOf(failures) {
    const [first, ...others] = failures;
    if (first === undefined || others.length === 0)
        return first?.error ?? null;
    const names = others.map(({ package: name, error }) => `${name} (${error.code})`);
    const { reason } = first.error;
    return first.error.with({
        reason: `${reason.trimEnd()}; ${(0,src_text/* count */.U9)(others.length, 'package')} more failed: ${(0,src_text/* list */.p_)(names.slice(0, 20))}`
    });
}

;// CONCATENATED MODULE: ./src/sync/repair/commit.ts















/**
 * Commits what the pull request's own job found out onto its branch; where that is not this repository's, says it in a comment; with `annotate`
 * in a check run. Which pull request it is tell the event and GitHub, never the file. Where the head has moved on, or nothing is open any
 * more, nothing is written. Nothing is checked out, evaluated or run. Throws COMPUTED_INVALID, COMPUTED_CONFLICT, HASH_AMBIGUOUS, HASH_DRIFT, and
 * what a request to GitHub may.
 */
async function commitRepair(run, pace = repository_pace/* realPace */.O) {
    const { inputs, environment, log, timings } = run;
    const { run: event, repository, token } = inputs;
    const report = (more) => {
        return { ...nothingDone, outcome: 'clean', timings, ...more };
    };
    const left = (why) => {
        log.info(`nothing was written: ${why}`);
        return report({ outcome: 'left', why });
    };
    if (event.event !== 'pull_request') {
        return left(`the run before this one was for \`${event.event}\`, not for a pull request`);
    }
    const { edits, systems } = await readLooked(inputs);
    const api = new github_api/* GitHubApi */.y({
        ...repository,
        token,
        apiUrl: environment.apiUrl,
        isForkPullRequest: false,
        limits: limits/* defaultLimits */.M,
        pace,
        log
    });
    const found = await (0,src_run/* timed */.a)(run, 'find', () => findPullRequest(api, event));
    if (typeof found === 'string') {
        return edits.length === 0 && !inputs.annotate ? report({}) : left(found);
    }
    const { number, url } = found;
    const about = { pullRequest: { number, url }, edits };
    const { runUrl } = environment;
    if (edits.length === 0) {
        if (inputs.annotate) {
            const why = await annotate(api, event, { number, edits, systems, files: [] }, runUrl);
            return report({ ...about, outcome: 'annotated', why });
        }
        // A run that failed, or left no word, does not know that nothing is left.
        const isKnown = event.conclusion === 'success' && systems.length > 0;
        const isGone = isKnown && found.shut !== null && (await (0,own_comment/* removeComment */.I)(api, { number, marker: marker }));
        return report(isGone ? { ...about, outcome: 'uncommented' } : {});
    }
    const head = await (0,src_run/* timed */.a)(run, 'check', () => readHead(api, event.head.commit));
    const files = await (0,src_run/* timed */.a)(run, 'check', () => readEdited(api, head, edits));
    const patch = (0,sync_diff/* unifiedDiff */.WH)(rewritten(files, edits));
    if (inputs.annotate) {
        const why = await annotate(api, event, { number, edits, systems, files }, runUrl);
        return report({ ...about, patch, outcome: 'annotated', why });
    }
    if (found.shut !== null) {
        log.info(`#${number} gets a comment: ${found.shut}`);
        const body = commentBody({ head: head.sha, edits, patch, runUrl });
        await (0,own_comment/* keepComment */.X)(api, { number, marker: marker }, body);
        return report({ ...about, patch, outcome: 'commented' });
    }
    refuseDrift(head, edits);
    const sha = await (0,src_run/* timed */.a)(run, 'commit', () => landRepair(api, found, { head, files, edits, runUrl }));
    if (sha === null)
        return left(`the pull request has moved on from ${head.sha.slice(0, 12)}`);
    log.info(`#${number} has its hashes by ${sha}`);
    const commit = {
        sha,
        url: `${environment.serverUrl}/${api.repository}/commit/${sha}`
    };
    return report({ ...about, patch, outcome: 'committed', commit });
}
/** All machines' as one. Throws COMPUTED_INVALID when one is about another commit than the run was, or there are too many edits, HASH_AMBIGUOUS and COMPUTED_CONFLICT where they disagree. */
async function readLooked({ computed, run }) {
    const repairs = await readRepairs(computed);
    for (const { head, file } of repairs) {
        if (head === run.head.commit)
            continue;
        throw (0,schema/* computedInvalid */.nP)(file, `it is about commit ${head}, and the run that left it was for ${run.head.commit}`);
    }
    refuseKept(repairs);
    const edits = joinEdits(repairs);
    if (edits.length > schema/* mostEdits */.xv) {
        throw (0,schema/* computedInvalid */.nP)('computed', `it has ${edits.length} edits, over ${schema/* mostEdits */.xv}`);
    }
    return { edits, systems: [...new Set(repairs.flatMap(({ systems }) => systems))].sort() };
}

// EXTERNAL MODULE: ./src/sync/dyed-evaluation.ts
var dyed_evaluation = __webpack_require__(59780);
// EXTERNAL MODULE: ./src/sync/literals/dye.ts
var dye = __webpack_require__(62290);
// EXTERNAL MODULE: ./src/sync/project/work-tree.ts
var work_tree = __webpack_require__(88229);
// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var run = __webpack_require__(32054);
// EXTERNAL MODULE: ./src/sync/project/copy.ts + 4 modules
var project_copy = __webpack_require__(96587);
;// CONCATENATED MODULE: ./src/sync/repair/base.ts






/** The commit that the pull request's branch and the one that it goes to have in common; null: the clone does not have it. */
async function mergeBase(git, { head, base }) {
    const ended = await (0,run/* runGit */.EO)(git, ['merge-base', base, head]);
    const commit = ended.stdout.toString('utf8').trim();
    return ended.status === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null;
}
/** Repository paths of files that differ between two commits. */
async function changedPaths(git, from, to) {
    const listing = await (0,run/* expectGit */.gd)(git, [
        ...['diff-tree', '-r', '-z', '--name-only', '--no-renames', from, to]
    ]);
    return new Set(listing.toString('utf8').split('\0').filter(Boolean));
}
/**
 * A workshop like this one, of another commit of its repository: its files are written below the scratch folder, as a checkout of its own, and
 * copied from there. Throws PACKAGE_INVALID when the package is not there at that commit, GIT_FAILED, DISK_FULL.
 */
async function openAt(shop, commit) {
    const { environment, scratch, log, work, project } = shop;
    const { workspace, childEnvironment: env } = environment;
    // The packages' references are about the workspace: the checkout, a folder in it, or one above it.
    const above = (0,external_node_path_.relative)(workspace, project.root);
    const isAbove = above !== '' && !above.startsWith('..');
    const home = (0,external_node_path_.join)(scratch, 'base');
    const root = isAbove ? (0,external_node_path_.join)(home, above) : home;
    await checkOut(project.git, (0,work_tree/* gitIn */.uM)(root, env, log), commit);
    const moved = (path) => {
        const below = (0,external_node_path_.relative)(project.root, path);
        return below.startsWith('..') || (0,external_node_path_.isAbsolute)(below) ? path : (0,external_node_path_.join)(root, below);
    };
    const place = isAbove ? home : moved(workspace);
    const there = await (0,project_project/* openProject */.U8)({ workspace: place, package: work.package, env, log });
    const copy = await (0,project_copy/* makeCopy */.s)(there, (0,external_node_path_.join)(scratch, 'base-copy'), { inMemoryOf: scratch });
    return {
        ...shop,
        work: { ...work, nixpkgs: work.nixpkgs === null ? null : moved(work.nixpkgs) },
        environment: { ...environment, workspace: place },
        project: there,
        copy,
        files: (0,project_project/* readTextFiles */.Lf)(there),
        unreadMeta: new Map()
    };
}
/** Makes the folder a repository that uses the other one's objects, with the commit's files in it. */
async function checkOut(from, to, commit) {
    const { objects, shallow } = await (0,work_tree/* locateObjects */.np)(from);
    await (0,promises_.mkdir)(to.directory, { recursive: true });
    await (0,run/* expectGit */.gd)(to, ['init', '--quiet', '--template=']);
    const { gitDir } = await (0,work_tree/* locateObjects */.np)(to);
    await (0,promises_.writeFile)((0,external_node_path_.join)(gitDir, 'objects', 'info', 'alternates'), `${objects}\n`);
    if (shallow !== null)
        await (0,promises_.copyFile)(shallow, (0,external_node_path_.join)(gitDir, 'shallow'));
    await (0,run/* expectGit */.gd)(to, ['checkout', '--quiet', '--detach', commit]);
}

// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/sync/definitions.ts
var sync_definitions = __webpack_require__(55905);
// EXTERNAL MODULE: ./src/sync/roles.ts
var roles = __webpack_require__(13866);
;// CONCATENATED MODULE: ./src/sync/repair/changed.ts





/** A fixed output by its name and hash. */
function outputKey(derivation) {
    return `${derivation.name} ${hashOf(derivation)}`;
}
/**
 * Which fixed outputs of a package are fetched from elsewhere at the head, made of something else, or expected to be something else. One is
 * as it was when the base has it by the same definition, its own hash and those of what it is made of included: whatever tools it is
 * fetched by. `before` null: there is no base, or the package does not evaluate there.
 */
async function changedOf(shop, before, after) {
    const hashes = new Set();
    const unmoved = new Set();
    for (const [system, made] of after) {
        const was = before?.get(system);
        // What does not evaluate may lack a hash.
        if (typeof made !== 'string' || typeof was !== 'string')
            return { hashes: null, unmoved };
        if (made === was)
            continue;
        const [old, now] = [await graphOf(shop, was), await graphOf(shop, made)];
        const shared = new Set([...now.keys()].filter((drvPath) => old.has(drvPath)));
        const options = { shared, withHashes: true };
        const [definitions, known] = [new sync_definitions/* Definitions */.R4(now, options), new sync_definitions/* Definitions */.R4(old, options)];
        const ofBase = new Set((0,sync_definitions/* fixedOutputs */.lW)(old).map(({ drvPath }) => known.of(drvPath)));
        const own = ownOf(made, now);
        const hashesOfBase = Map.groupBy((0,sync_definitions/* fixedOutputs */.lW)(old), hashOf);
        for (const derivation of (0,sync_definitions/* fixedOutputs */.lW)(now)) {
            const fixed = (0,derivations/* fixedOutputOf */.RS)(derivation);
            if (fixed === null || ofBase.has(definitions.of(derivation.drvPath)))
                continue;
            hashes.add((0,binary_cache_digest/* sriOf */.wM)(fixed.digest));
            const same = hashesOfBase.get(hashOf(derivation)) ?? [];
            // Of a moved nixpkgs the fetchers are others, and its own hashes are its own affair.
            if (own.has(derivation) && same.some((one) => toolsOf(one) === toolsOf(derivation)))
                unmoved.add(outputKey(derivation));
        }
    }
    return { hashes, unmoved };
}
function hashOf(derivation) {
    const fixed = (0,derivations/* fixedOutputOf */.RS)(derivation);
    return fixed === null ? '' : (0,binary_cache_digest/* sriOf */.wM)(fixed.digest);
}
function toolsOf({ builder, env, structuredAttrs }) {
    return JSON.stringify([builder, (structuredAttrs ?? env)['stdenv'] ?? null]);
}
/** Fixed outputs that go into a package, and not only into its tools. */
function ownOf(drvPath, graph) {
    const outputs = (0,roles/* outputsIn */._j)(graph);
    const root = graph.get(drvPath);
    const own = new Set(root === undefined ? [] : [root]);
    // A set gives what is added to it while it is read.
    for (const derivation of own) {
        for (const { input, role } of (0,roles/* usesOf */.MZ)(derivation, outputs)) {
            if (input !== null && role !== 'tool')
                own.add(input);
        }
    }
    return new Set([...own].filter(roles/* isFixed */.zZ));
}
async function graphOf(shop, drvPath) {
    return (0,derivations/* readDerivations */.rj)(shop.nix, [drvPath], { closure: true, known: shop.derivations });
}
/**
 * Hashes of changed files that no derivation of the packages has: those of what evaluation itself fetches are among them, which Nix takes
 * out of its store by the old hash without a word, wherever they are fetched from by now.
 */
async function hiddenHashes(shop, files, all) {
    const seen = new Set();
    for (const { drvPaths } of all.values()) {
        for (const made of drvPaths.values()) {
            if (typeof made !== 'string')
                continue;
            for (const derivation of (0,sync_definitions/* fixedOutputs */.lW)(await graphOf(shop, made))) {
                const fixed = (0,derivations/* fixedOutputOf */.RS)(derivation);
                if (fixed !== null)
                    seen.add((0,binary_cache_digest/* sriOf */.wM)(fixed.digest));
            }
        }
    }
    return files
        .flatMap(find/* findHashLiterals */.MO)
        .filter(({ digest }) => digest !== null && !seen.has((0,binary_cache_digest/* sriOf */.wM)(digest)));
}

// EXTERNAL MODULE: ./src/nix/gc-roots.ts
var gc_roots = __webpack_require__(44681);
// EXTERNAL MODULE: ./src/sync/many/open-look.ts
var open_look = __webpack_require__(25739);
// EXTERNAL MODULE: ./src/sync/many/evaluate-each.ts
var evaluate_each = __webpack_require__(99488);
// EXTERNAL MODULE: ./src/sync/many/find-packages.ts
var find_packages = __webpack_require__(53740);
;// CONCATENATED MODULE: ./src/sync/repair/evaluate-all.ts






/**
 * Evaluates all packages as the copy has them now: in one evaluation for a system, however many there are. Throws what is the machine's
 * failure, PACKAGE_INVALID, and EVALUATION_FAILED where a set has not even names.
 */
async function instantiateAll(shop, patterns) {
    const all = new Map();
    const lines = await (0,open_look/* locateLines */.AU)(shop, patterns);
    const { nix, copy, project, work } = shop;
    const { nixpkgs } = work;
    for (const system of shop.systems) {
        const counts = { evaluations: 0 };
        const look = { nix, copy, project, lines, system, systems: [system], nixpkgs, counts };
        const described = await (0,find_packages/* describeLines */.BT)(look, shop.notes, { unread: evaluate_each/* allMeta */.D });
        shop.counts.evaluations[system] = (shop.counts.evaluations[system] ?? 0) + counts.evaluations;
        const found = described.flatMap((line) => membersOf(line, system));
        const lost = await (0,gc_roots/* holdDerivations */.Yw)(nix, found.flatMap(({ drvPath }) => drvPath ?? []));
        for (const { own, isNamed, drvPath } of found) {
            const { text } = own.package;
            const known = all.get(text) ?? { project: own, isNamed: false, drvPaths: new Map() };
            all.set(text, known);
            known.isNamed ||= isNamed;
            known.drvPaths.set(system, drvPath === null || lost.has(drvPath) ? null : drvPath);
        }
    }
    return all;
}
function membersOf({ pattern, candidates }, system) {
    const isNamed = pattern.kind === 'one';
    if (candidates.length === 0) {
        throw new errors/* NarPublishError */.f9({
            code: 'PACKAGE_INVALID',
            subject: `${(0,find_packages/* textOf */.b6)(pattern)} (${system})`,
            reason: 'there is no package in it, so that nothing would be looked at'
        });
    }
    return candidates.flatMap(({ project: own, place, evaluated }) => {
        const isError = evaluated instanceof errors/* NarPublishError */.f9;
        if (isError && (own === null || (place === null && !isNamed)))
            throw evaluated;
        if (own === null)
            return [];
        const drvPath = evaluated === null || isError ? null : evaluated.drvPath;
        return [{ own, isNamed, drvPath }];
    });
}
/** The workshop about another package of the same checkout. */
function about(shop, project) {
    const { work } = shop;
    // Of a large repository each package has its own part in view.
    const files = project.files.length > project_project/* mostFiles */.p ? (0,project_project/* readTextFiles */.Lf)(project) : shop.files;
    return {
        ...shop,
        project,
        files,
        work: { ...work, package: project.package },
        unreadMeta: new Map()
    };
}

;// CONCATENATED MODULE: ./src/sync/repair/refuse-collateral.ts





/**
 * Looks what all edits together do to all packages: a hash that one needs may be another one's as well, which needs it as it was. One evaluation
 * of a set. `plain`: as they are at the head, less those that failed. `files`: those that are edited. Throws HASH_AMBIGUOUS.
 */
async function refuseCollateral(shop, patterns, plain, { edits, files }) {
    const changed = { copy: shop.copy, files };
    await (0,workshop/* writeCopy */.bt)(changed, (0,workshop/* replacementsOf */.P1)(edits));
    const repaired = await instantiateAll(shop, patterns).finally(() => (0,workshop/* writeCopy */.bt)(changed, new Map()));
    for (const [name, { drvPaths }] of repaired) {
        const { hashes } = await changedOf(shop, plain.get(name)?.drvPaths ?? null, drvPaths);
        const wrong = edits.find(({ newHash, packages }) => hashes?.has(newHash) === true && !packages.includes(name));
        if (wrong === undefined)
            continue;
        throw new errors/* NarPublishError */.f9({
            code: 'HASH_AMBIGUOUS',
            subject: (0,types/* placeOf */.$t)(wrong),
            reason: `it is one hash for ${wrong.packages.join(', ')}, where it is ${wrong.newHash} by now, and for ${name}, which needs it as it was`
        });
    }
}

// EXTERNAL MODULE: ./src/sync/bump.ts + 3 modules
var bump = __webpack_require__(21636);
// EXTERNAL MODULE: ./src/sync/change.ts
var sync_change = __webpack_require__(81679);
// EXTERNAL MODULE: ./src/sync/compute.ts
var compute = __webpack_require__(37262);
// EXTERNAL MODULE: ./src/sync/prove.ts + 5 modules
var prove = __webpack_require__(62810);
// EXTERNAL MODULE: ./src/sync/trace.ts
var trace = __webpack_require__(53318);
;// CONCATENATED MODULE: ./src/sync/repair/repair-package.ts














/**
 * Makes those hashes of the package anew that what changed stands behind, and shows that it builds with them. Nothing is built when none does.
 * Throws what a version-sync with `version: keep` throws.
 */
async function repairPackage(shop, changed) {
    const traced = await (0,trace/* tracePackage */.gE)(shop);
    refuseUntraced(shop, traced);
    refuseUnmoved(shop, traced, changed);
    const isStale = staleIn(traced, changed);
    if (!traced.hashes.some(isStale)) {
        return { edits: [], kept: [], checks: [], notes: (0,workshop/* notesOf */.h$)(shop) };
    }
    const bumped = await (0,bump/* keepVersion */.qQ)(shop, traced, isStale);
    const hashes = await (0,compute/* computeHashes */.m)(shop, bumped);
    const change = (0,sync_change/* changeOf */.C2)(shop, traced.package.pname, bumped, hashes);
    refuseLocks(change.hashes);
    const { checks } = (0,sync_change/* isEmpty */.Im)(change)
        ? prove/* nothingProved */.S0
        : await (0,prove/* proveChange */.T7)(shop, change, bumped, hashes);
    const packages = [shop.work.package.text];
    const edits = change.hashes.map((edit) => ({ ...edit, packages }));
    const kept = hashes.flatMap(({ literal: { file, start, end, line, text } }) => {
        const span = { file, start, end, line, text };
        return edits.some((edit) => edit.file === file && edit.start === start) ? [] : [span];
    });
    return { edits, kept, checks, notes: (0,workshop/* notesOf */.h$)(shop) };
}
/** By a lock file a package manager knows what it fetches: one that is wrong would be made to believe anything. Throws HASH_DRIFT. */
function refuseLocks(edits) {
    const wrong = edits.find(({ file }) => (0,find/* isLockFile */.ue)(file));
    if (wrong === undefined)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'HASH_DRIFT',
        subject: (0,types/* placeOf */.$t)(wrong),
        reason: `what is fetched has ${wrong.newHash}, and the lock file has another hash for it, which a repair leaves as it is`,
        hint: 'Find out which of the two is right; the lock file is its package manager’s to write.'
    });
}
/** A placeholder is no hash of anything, and what evaluation fetched just now tells its hash. */
function staleIn({ evaluation }, { hashes }) {
    return ({ literal }) => {
        const { digest } = literal;
        if (hashes === null || digest === null || hashes.has((0,binary_cache_digest/* sriOf */.wM)(digest)))
            return true;
        const fetched = evaluation.fetched.get(literal);
        return fetched !== undefined && !(0,binary_cache_digest/* sameDigest */.VB)(fetched.got, digest);
    };
}
/** A placeholder that is dyed is none any more: one that is there still would be left, and nobody told. Throws HASH_UNTRACED. */
function refuseUntraced(shop, { evaluation }) {
    const placeholder = shop.systems
        .flatMap((system) => (0,sync_definitions/* fixedOutputs */.lW)((0,dyed_evaluation/* graphOf */.cQ)(evaluation, system)))
        .find((derivation) => (0,derivations/* fixedOutputOf */.RS)(derivation)?.digest.bytes.every((byte) => byte === 0));
    if (placeholder === undefined)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'HASH_UNTRACED',
        subject: `${shop.work.package.text}, ${placeholder.name}`,
        reason: 'its hash is a placeholder, which is no literal of the tracked files by its name'
    });
}
/**
 * What is made of something else than at the base, and expects the same still by no literal of the checkout: Nix would go on using the old content
 * without a word. Throws HASH_UNTRACED.
 */
function refuseUnmoved(shop, { evaluation, literals }, { unmoved }) {
    for (const system of shop.systems) {
        const fed = new Set([...(0,dyed_evaluation/* fedBy */.fR)(shop, literals, evaluation, system).values()].flat());
        const left = (0,sync_definitions/* fixedOutputs */.lW)((0,dyed_evaluation/* graphOf */.cQ)(evaluation, system)).find((derivation) => unmoved.has(outputKey(derivation)) && !fed.has(derivation));
        if (left === undefined)
            continue;
        throw new errors/* NarPublishError */.f9({
            code: 'HASH_UNTRACED',
            subject: `${shop.work.package.text}, ${left.name} (${system})`,
            reason: 'the pull request changes what it is fetched from or made of, but its hash, which is the old one still, is no literal of the tracked files'
        });
    }
}

;// CONCATENATED MODULE: ./src/sync/repair/stored.ts



/** Files of the checkout's commit as Git stores them, which is what GitHub has, whatever `.gitattributes` made of them on this disk. */
async function storedFiles({ project: { git, head } }, paths) {
    const files = [];
    for (const path of paths) {
        const blob = await (0,run/* expectGit */.gd)(git, ['cat-file', 'blob', `${head}:${path}`]);
        files.push({ path, text: (0,external_node_buffer_.isUtf8)(blob) ? blob.toString('utf8') : '' });
    }
    return files;
}
/**
 * Edits and other spans of the checkout's files as those of what Git stores: `eol=crlf` gives each line an end of its own. Throws CHECKOUT_INVALID where a
 * file differs otherwise.
 */
async function spansOfStored(shop, spans) {
    const stored = await storedFiles(shop, new Set(spans.map(({ file }) => file)));
    const moves = new Map(stored.map((file) => [file.path, moveTo(shop, file)]));
    return spans.map((span) => {
        const move = moves.get(span.file);
        if (move === undefined)
            return span;
        return { ...span, start: move(span.start), end: move(span.end) };
    });
}
/** From an offset on the disk to that in the file as it is stored. */
function moveTo({ project, files }, { path, text }) {
    const here = files.find((file) => file.path === path)?.text;
    if (here === text)
        return (offset) => offset;
    if (here?.replaceAll('\r\n', '\n') === text)
        return (offset) => here.slice(0, offset).replaceAll('\r\n', '\n').length;
    throw (0,work_tree/* invalidCheckout */.Mv)(project.root, `${JSON.stringify(path)} is stored otherwise than it stands here, and by more than its line endings, so that no edit of it fits what GitHub has`, 'Let `.gitattributes` give it no `filter`, `ident` or `working-tree-encoding`.');
}

;// CONCATENATED MODULE: ./src/sync/repair/compute.ts


















/**
 * Finds out which hashes the checkout, a pull request's head, needs, and leaves them as a file. Looks
 * only at packages that fetch something else than at the merge base. One that fails leaves the others' hashes as they are, and fails the
 * job in the end. Throws CHECKOUT_INVALID, TREE_DIRTY, PACKAGE_INVALID, EVALUATION_FAILED, HASH_AMBIGUOUS, COMPUTED_CONFLICT.
 */
async function computeRepair(run) {
    const { inputs, log } = run;
    const shop = await (0,src_run/* timed */.a)(run, 'open', () => openHead(run));
    const { looked, notes } = await (0,src_run/* timed */.a)(run, 'evaluate', () => lookAtAll(shop, inputs));
    const sources = [];
    const kept = [];
    const checks = [];
    const failures = [];
    for (const [name, { project, changed }] of looked.toRepair) {
        try {
            const one = about(shop, project);
            const repaired = await (0,src_run/* timed */.a)(run, 'compute', () => repairPackage(one, changed));
            // All of it, or nothing of a package.
            await spansOfStored(one, repaired.edits);
            kept.push(...(await spansOfStored(one, repaired.kept)));
            sources.push({ file: name, edits: repaired.edits });
            if (repaired.checks.length > 0)
                checks.push({ package: name, checks: repaired.checks });
            notes.push(...repaired.notes);
        }
        catch (thrown) {
            const error = (0,errors/* asNarPublishError */.tS)(thrown);
            if (error.code === 'INTERNAL')
                throw error;
            // The step's own error tells it at the end.
            log.info(`${name}: ${error.message}`);
            failures.push({ package: name, error });
        }
    }
    const edits = joinEdits(sources);
    const paths = new Set(edits.map(({ file }) => file));
    const files = textFilesAt(shop, paths);
    if (edits.length > 0) {
        const well = new Map(looked.all);
        for (const { package: name } of failures)
            well.delete(name);
        await (0,src_run/* timed */.a)(run, 'evaluate', () => refuseCollateral(shop, inputs.packages, well, { edits, files }));
    }
    const { head } = shop.project;
    // Without an edit as well: no file is no answer.
    const systems = shop.systems.toSorted();
    const stored = await spansOfStored({ project: shop.project, files }, edits);
    const file = await writeRepair(inputs.outputDirectory, {
        head,
        systems,
        edits: stored,
        kept: eachOnce(kept)
    });
    log.info(`computed: ${file}`);
    const report = {
        ...nothingDone,
        outcome: edits.length > 0 ? 'computed' : 'clean',
        edits: stored,
        patch: (0,sync_diff/* unifiedDiff */.WH)(rewritten(await storedFiles(shop, paths), stored)),
        packages: looked.all.size,
        failures: failures.map(({ package: name, error: { code, reason } }) => {
            return { package: name, code, reason };
        }),
        checks,
        counts: shop.counts,
        notes: [...new Set([...notes, ...shop.notes])],
        timings: run.timings
    };
    return { report, error: report_failureOf(failures) };
}
/** Several packages may have one. */
function eachOnce(kept) {
    return [...new Map(kept.map((one) => [`${one.start} ${one.file}`, one])).values()];
}
/** Throws CHECKOUT_INVALID when another commit is checked out than the pull request's newest. */
async function openHead(run) {
    const { inputs } = run;
    const { packages, pullRequest, nixpkgs, systems, build } = inputs;
    const work = {
        package: packages[0].reference,
        nixpkgs,
        version: { kind: 'keep' },
        tagPrefix: '',
        versionRegex: null,
        allowDowngrade: false,
        allowSameSource: true,
        keepPlaces: [],
        systems,
        formatter: 'none',
        build,
        beforeHash: null,
        updateScript: false,
        smokeTest: null,
        token: ''
    };
    const shop = await (0,workshop/* openWorkshop */._M)(work, run);
    const { head, root } = shop.project;
    if (head === pullRequest.head)
        return shop;
    throw (0,work_tree/* invalidCheckout */.Mv)(root, `commit ${head} is checked out, and the pull request’s head is ${pullRequest.head}`, 'Give actions/checkout `ref: ${{ github.event.pull_request.head.sha }}`: by default it checks out a merge that is on no branch.');
}
/** Which packages may need other hashes than they have. */
async function lookAtAll(shop, { packages, pullRequest }) {
    const { git, head } = shop.project;
    const base = await mergeBase(git, pullRequest);
    // Of the head first: what evaluation fetches at the base is not in the store by then.
    const after = await instantiateAll(shop, packages);
    const before = base === null ? null : await instantiateAt(shop, base, packages);
    const isHidden = base === null
        ? () => false
        : await hiddenIn(shop, packages, after, await changedPaths(git, base, head));
    const toRepair = new Map();
    for (const [name, { project, isNamed, drvPaths }] of after) {
        const was = before?.get(name)?.drvPaths ?? null;
        // Of a whole set some may never have evaluated here, as those for other systems do not.
        if (!isNamed && failsAlike(was, drvPaths))
            continue;
        const changed = await changedOf(shop, was, drvPaths);
        if (changed.hashes?.size === 0 && !isHidden(name))
            continue;
        toRepair.set(name, { project, changed });
    }
    if (toRepair.size === 0)
        refuseNothing(shop, after);
    const skipped = [...after].flatMap(([name, { drvPaths }]) => [...drvPaths.values()].some((made) => typeof made === 'string') || toRepair.has(name)
        ? []
        : [name]);
    if (skipped.length > 0) {
        shop.log.info(`not looked at, as they evaluate neither here nor at the base: ${(0,src_text/* list */.p_)(skipped.slice(0, 100))}`);
    }
    shop.log.info(`${(0,src_text/* count */.U9)(after.size, 'package')}, ${toRepair.size} of which fetch something else than at ${base?.slice(0, 12) ?? 'a base, which is not in the clone'}`);
    const notes = base === null
        ? [
            'The clone does not have the commit that the pull request began at, so that all hashes of all packages were looked at: give actions/checkout `fetch-depth: 0`.'
        ]
        : [];
    return { looked: { all: after, toRepair }, notes };
}
/** Where nothing evaluates, nothing was looked at. Throws EVALUATION_FAILED. */
function refuseNothing({ systems }, all) {
    const made = [...all.values()];
    const barren = systems.find((system) => !made.some(({ drvPaths }) => drvPaths.get(system)));
    if (barren === undefined)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'EVALUATION_FAILED',
        subject: `input package (${barren})`,
        reason: `none of ${(0,src_text/* count */.U9)(made.length, 'package')} evaluates, neither here nor at the base, so that nothing would be looked at`
    });
}
/** null: nothing can be evaluated there; the package may be new. */
async function instantiateAt(shop, commit, packages) {
    try {
        return await instantiateAll(await openAt(shop, commit), packages);
    }
    catch (error) {
        const isOfBase = error instanceof errors/* NarPublishError */.f9 &&
            (error.code === 'PACKAGE_INVALID' || error.code === 'EVALUATION_FAILED');
        if (!isOfBase)
            throw error;
        shop.log.info(`at ${commit.slice(0, 12)}: ${error.message}`);
        return new Map();
    }
}
function failsAlike(before, after) {
    return [...after].every(([system, made]) => typeof made !== 'string' &&
        before?.has(system) === true &&
        typeof before.get(system) !== 'string');
}
/** Which packages read a hash of a changed file that is no derivation's: one more evaluation, and only where there is such a hash. */
async function hiddenIn(shop, packages, plain, paths) {
    const files = textFilesAt(shop, paths);
    const hidden = await hiddenHashes(shop, files, plain);
    if (hidden.length === 0)
        return () => false;
    const dyes = hidden.map((one) => [one, (0,dye/* writeDigest */.O_)(one, (0,dyed_evaluation/* dyeOf */.WI)(shop, one))]);
    const changed = { copy: shop.copy, files };
    await (0,workshop/* writeCopy */.bt)(changed, new Map(dyes));
    const dyed = await instantiateAll(shop, packages).finally(() => (0,workshop/* writeCopy */.bt)(changed, new Map()));
    return (name) => {
        const [one, other] = [plain.get(name)?.drvPaths, dyed.get(name)?.drvPaths];
        return [...(one ?? [])].some(([system, made]) => made !== other?.get(system));
    };
}
/** Those of the checkout's text files, whichever package they are near. */
function textFilesAt({ project }, paths) {
    return (0,project_project/* readTextFiles */.Lf)({ ...project, files: project.files.filter(({ path }) => paths.has(path)) });
}

;// CONCATENATED MODULE: ./src/sync/repair/step.ts



async function repairStep(run) {
    const { inputs } = run;
    const { report, error } = inputs.side === 'compute'
        ? await computeRepair({ ...run, inputs })
        : { report: await commitRepair({ ...run, inputs }), error: null };
    return { outputs: repairOutputs(report), summary: renderRepairSummary(report), error };
}

// EXTERNAL MODULE: ./src/sync/commit-checkout.ts
var commit_checkout = __webpack_require__(29331);
// EXTERNAL MODULE: ./src/sync/project/changed-files.ts
var changed_files = __webpack_require__(60647);
// EXTERNAL MODULE: ./src/sync/propose/propose.ts + 1 modules
var propose = __webpack_require__(88910);
// EXTERNAL MODULE: ./src/sync/report/report.ts
var report_report = __webpack_require__(74066);
// EXTERNAL MODULE: ./src/sync/write-checkout.ts
var write_checkout = __webpack_require__(45069);
;// CONCATENATED MODULE: ./src/sync/deliver.ts







/** Writes the checkout, commits there, opens the pull request, or shows what would be written. */
async function deliver(run, { destination, dryRun, formattedWith, opened }, worked) {
    const { copy, computed, notes } = worked;
    const { change } = computed;
    const { environment, log } = run;
    const files = (0,sync_change/* isEmpty */.Im)(change) ? [] : await copy.rewrittenFiles();
    if (dryRun || (destination.kind === 'pull-request' && environment.isForkPullRequest)) {
        return (0,report_report/* reportSync */.w)(run, worked, {
            outcome: dryRun ? 'dry-run' : 'fork',
            diff: (0,sync_diff/* unifiedDiff */.WH)(files)
        });
    }
    if ((0,sync_change/* isEmpty */.Im)(change))
        return (0,report_report/* reportSync */.w)(run, worked);
    if (destination.kind === 'checkout') {
        await (0,write_checkout/* writeCheckout */.o)(copy.project.root, files);
        return (0,report_report/* reportSync */.w)(run, worked, { outcome: 'written' });
    }
    if (destination.kind !== 'pull-request') {
        const { sha, notes: more } = await (0,commit_checkout/* commitCheckout */.U)(copy.project, { changes: [change], group: null }, files);
        const commit = { sha, url: null };
        return (0,report_report/* reportSync */.w)(run, worked, { outcome: 'committed', commit, notes: [...notes, ...more] });
    }
    const proposed = await log.group('Pull request', async () => (0,propose/* proposeChange */.P)({ destination, environment, log }, {
        parts: [computed],
        group: null,
        files: await (0,changed_files/* changedFiles */.Y)(copy),
        formattedWith,
        notes: [...notes]
    }, opened));
    return reportProposed(run, worked, destination, proposed);
}
/** What became of the pull request. */
function reportProposed(run, worked, { upstream, fork }, proposed) {
    const { number, url, operation, branch, closed, commit } = proposed;
    const { owner, repo } = fork ?? upstream;
    return (0,report_report/* reportSync */.w)(run, worked, {
        outcome: operation === 'created' || operation === 'updated' ? 'proposed' : operation,
        pullRequest: {
            repository: `${upstream.owner}/${upstream.repo}`,
            ...{ number, url, operation, branch, closed }
        },
        commit: commit === null
            ? null
            : { sha: commit, url: `${run.environment.serverUrl}/${owner}/${repo}/commit/${commit}` },
        notes: [...worked.notes, ...proposed.notes]
    });
}

// EXTERNAL MODULE: ./src/sync/propose/look-ahead.ts
var look_ahead = __webpack_require__(50875);
// EXTERNAL MODULE: ./src/sync/work-out.ts + 26 modules
var work_out = __webpack_require__(11850);
;// CONCATENATED MODULE: ./src/sync/sync.ts








/** Brings a package to a version: finds out what to write, proves it, and writes it. What it throws left everything as it was. */
async function sync(run) {
    const { inputs } = run;
    switch (inputs.phase) {
        case 'all': {
            const { destination, dryRun, work } = inputs;
            const formattedWith = work.formatter === 'none' ? null : work.formatter;
            const writes = !dryRun && !run.environment.isForkPullRequest;
            if (destination.kind === 'pull-request' && writes) {
                return { report: await sync_propose(run, work, { destination, formattedWith }), error: null };
            }
            const worked = await (0,work_out/* workOut */.a)(run, work, async ({ versions }, project) => {
                const commits = destination.kind === 'commit' && !dryRun && versions.length > 0;
                if (commits)
                    await (0,commit_checkout/* expectCommittable */.v)(project);
                return true;
            });
            const report = await (0,src_run/* timed */.a)(run, 'write', () => deliver(run, { destination, dryRun, formattedWith, opened: null }, worked));
            // Somebody looks whether the hashes still hold.
            const isLook = dryRun && work.version.kind === 'keep';
            return { report, error: isLook ? (0,report_report/* hashDrift */.a)(report.hashes) : null };
        }
        case 'list':
            throw (0,errors/* internalError */.WB)('phase list', 'what it finds is no change: listOutdated looks');
        case 'repair':
            throw (0,errors/* internalError */.WB)('repair', 'it has a step of its own');
        case 'compute': {
            const { work, outputDirectory } = inputs;
            const systems = work.systems.value ?? [];
            const { leavingFailure } = await __webpack_require__.e(/* import() */ 9489).then(__webpack_require__.bind(__webpack_require__, 69489));
            const { writeComputed } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 49020));
            const worked = await leavingFailure(outputDirectory, [work.package], systems, () => (0,work_out/* workOut */.a)(run, work));
            const computedFile = await (0,src_run/* timed */.a)(run, 'write', () => writeComputed(outputDirectory, worked.computed));
            run.log.info(`computed: ${computedFile}`);
            return { report: (0,report_report/* reportSync */.w)(run, worked, { outcome: 'computed', computedFile }), error: null };
        }
        case 'commit': {
            const { readAllLeft } = await __webpack_require__.e(/* import() */ 7926).then(__webpack_require__.bind(__webpack_require__, 37926));
            return commitOne(run, inputs, await readAllLeft(inputs.computed));
        }
    }
}
/** Phase `commit` of files about one package. */
async function commitOne(run, inputs, left) {
    const { destination, dryRun } = inputs;
    const { takeComputed } = await __webpack_require__.e(/* import() */ 5514).then(__webpack_require__.bind(__webpack_require__, 95514));
    const report = await (0,src_run/* timed */.a)(run, 'commit', async () => {
        const worked = await takeComputed(run, inputs, left);
        return (0,sync_change/* isEmpty */.Im)(worked.computed.change)
            ? (0,report_report/* reportSync */.w)(run, worked)
            : deliver(run, { destination, dryRun, formattedWith: null, opened: null }, worked);
    });
    return { report, error: null };
}
/** Works out a pull request and opens it; where people have it in hand, nothing more than its version is worked out. */
async function sync_propose(run, work, { destination, formattedWith }) {
    let ahead = { opened: null, left: null };
    const worked = await (0,work_out/* workOut */.a)(run, work, async (change) => {
        ahead = await (0,look_ahead/* lookAhead */.Rf)({ ...run, destination }, change, change.versions.length > 0);
        return ahead.left === null;
    });
    const { opened, left } = ahead;
    if (left !== null)
        return reportProposed(run, worked, destination, left);
    return (0,src_run/* timed */.a)(run, 'write', () => deliver(run, { destination, dryRun: false, formattedWith, opened }, worked));
}

;// CONCATENATED MODULE: ./src/sync/step.ts










async function syncStep(inputs, step) {
    if (inputs.phase === 'list') {
        const { report, error } = await listOutdated({ inputs, ...step, timings: [] });
        return { outputs: listOutputs(report), summary: renderListSummary(report), error };
    }
    if (inputs.phase === 'repair')
        return repairStep({ inputs, ...step, timings: [] });
    const many = await bringMany({ inputs, ...step, timings: [] });
    if (many !== null) {
        const { report, error } = many;
        return { outputs: manyOutputs(report), summary: renderManySummary(report), error };
    }
    const { report, error } = await sync({ inputs: (0,sync_inputs/* ofOne */.WE)(inputs), ...step, timings: [] });
    return { outputs: syncOutputs(report), summary: renderSyncSummary(report), error };
}


/***/ }),

/***/ 22961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ withoutWaiting),
/* harmony export */   g4: () => (/* binding */ prepareTargets),
/* harmony export */   q8: () => (/* binding */ findTargets),
/* harmony export */   sH: () => (/* binding */ rebuildWith)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32393);
/* harmony import */ var _nix_rebuild_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38985);
/* harmony import */ var _nix_transplant_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49508);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55905);
/* harmony import */ var _dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59780);
/* harmony import */ var _literals_dye_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(62290);
/* harmony import */ var _workshop_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(58674);










/**
 * What is to be realised: of each stale literal the derivations that this machine can build, and downloads for other systems from
 * other addresses; where it can build none, all of them.
 */
function findTargets(shop, bumped) {
    const isOwn = (system) => [shop.environment.runnerSystem, 'builtin'].includes(system);
    return bumped.stale.flatMap(({ literal }) => {
        // What was read while evaluating has been built.
        if (bumped.evaluation.read.has(literal))
            return [];
        const all = shop.systems.flatMap((system) => (bumped.fed.get(system)?.get(literal) ?? []).map((derivation) => ({ system, derivation })));
        const siblings = [...new Set(all.map(({ derivation: { name } }) => name))];
        const own = all.filter(({ derivation: { system } }) => isOwn(system));
        const ownUrls = own.map(({ derivation }) => (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__/* .urlsOf */ .Wn)(derivation).join(' '));
        // Another system's download from elsewhere may well be something else.
        const elsewhere = all.filter(({ derivation }) => !isOwn(derivation.system) &&
            (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__/* .urlsOf */ .Wn)(derivation).length > 0 &&
            !ownUrls.includes((0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__/* .urlsOf */ .Wn)(derivation).join(' ')));
        const chosen = new Map((own.length > 0 ? [...own, ...elsewhere] : all).map((found) => [
            found.derivation.drvPath,
            found
        ]));
        return [...chosen.values()].map(({ system, derivation }) => ({
            literal,
            derivation,
            name: derivation.name,
            system,
            siblings,
            isShared: chosen.size > 1
        }));
    });
}
/** Those of the targets that need no other derivation whose hash is to be made anew. */
function withoutWaiting(bumped, targets, known) {
    const unknown = new Set();
    for (const { literal } of bumped.stale) {
        if (known.has(literal))
            continue;
        for (const fed of bumped.fed.values())
            for (const { drvPath } of fed.get(literal) ?? [])
                unknown.add(drvPath);
    }
    return targets.filter(({ derivation, system }) => {
        const needed = (0,_definitions_js__WEBPACK_IMPORTED_MODULE_6__/* .closureOf */ .TQ)((0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .graphOf */ .cQ)(bumped.evaluation, system), derivation.inputDrvs.keys());
        return !needed.some(({ drvPath }) => unknown.has(drvPath));
    });
}
/**
 * The targets with the hashes that are known by now in what they need. They are rebuilt as derivations; where that is not
 * possible, the package is evaluated again.
 */
async function prepareTargets(shop, bumped, targets, known) {
    try {
        const drvPaths = new Map();
        for (const [system, some] of Map.groupBy(targets, ({ system }) => system))
            for (const [target, drvPath] of await rebuild(shop, bumped, system, some, known))
                drvPaths.set(target, drvPath);
        return await readyAll(shop, bumped, drvPaths);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9) || error.code !== 'REBUILD_FAILED')
            throw error;
        shop.log.info(`evaluating again: ${error.message}`);
        return evaluateAgain(shop, bumped, targets, known);
    }
}
async function rebuild(shop, bumped, system, targets, known) {
    const changes = changesWith(bumped, system, known);
    for (const { literal, derivation, isShared } of targets) {
        // With one dye they would have one output path, and Nix would build one after the other.
        if (!isShared || known.has(literal))
            continue;
        const { drvPath } = derivation;
        const digest = (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_8__/* .dyeDigest */ .vz)(shop.project.head, drvPath, literal.algorithm);
        changes.set(drvPath, { digest });
    }
    const wanted = targets.map(({ derivation: { drvPath } }) => drvPath);
    const rebuilt = await rebuildAll(shop, bumped, system, changes, wanted);
    return new Map(targets.map((target) => {
        const { drvPath } = target.derivation;
        return [target, rebuilt.get(drvPath)?.drvPath ?? drvPath];
    }));
}
/** The wanted derivations with the hashes that are known by now, in place of dyes; those that it says nothing of stay. Throws REBUILD_FAILED. */
function rebuildWith(shop, bumped, system, known, wanted) {
    return rebuildAll(shop, bumped, system, changesWith(bumped, system, known), wanted);
}
/** By .drv path: what the known hashes change. */
function changesWith({ evaluation, fed, stale }, system, known) {
    const changes = new Map();
    const unknown = new Set(stale.map(({ literal }) => literal));
    for (const [literal, derivations] of fed.get(system) ?? []) {
        // What was read while evaluating has its true hash already; what is not stale gets the one that it has.
        if (evaluation.read.has(literal))
            continue;
        const digest = known.get(literal) ?? (unknown.has(literal) ? null : literal.digest);
        if (digest === null)
            continue;
        for (const { drvPath } of derivations)
            changes.set(drvPath, { digest });
    }
    return changes;
}
async function rebuildAll(shop, { evaluation }, system, changes, wanted) {
    const { nix, rebuilt } = shop;
    if (changes.size === 0)
        return new Map();
    const graph = (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .graphOf */ .cQ)(evaluation, system);
    return (0,_nix_rebuild_js__WEBPACK_IMPORTED_MODULE_4__/* .rebuildDerivations */ .M)(nix, graph, changes, wanted, madeFolder(shop), rebuilt);
}
function madeFolder({ scratch }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch, 'rebuilt');
}
/** Derivations for other systems are fetched by this machine's own fetcher, when their source is told by its URL. */
async function readyAll(shop, bumped, drvPaths) {
    const { runnerSystem } = shop.environment;
    const foreign = [...drvPaths.keys()].filter(({ derivation }) => ![runnerSystem, 'builtin'].includes(derivation.system));
    const candidates = (0,_definitions_js__WEBPACK_IMPORTED_MODULE_6__/* .fixedOutputs */ .lW)((0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .graphOf */ .cQ)(bumped.evaluation, runnerSystem));
    const made = await (0,_nix_transplant_js__WEBPACK_IMPORTED_MODULE_5__/* .transplant */ .s)(shop.nix, foreign.map(({ derivation }) => derivation), candidates, madeFolder(shop));
    return [...drvPaths].map(([target, drvPath]) => {
        const here = made.get(target.derivation.drvPath);
        return { target, drvPath: here?.drvPath ?? drvPath, isTransplant: here !== undefined };
    });
}
async function evaluateAgain(shop, bumped, targets, known) {
    const stale = bumped.stale.map(({ literal }) => literal);
    const unknown = stale.filter((literal) => !known.has(literal));
    const written = new Map((0,_workshop_js__WEBPACK_IMPORTED_MODULE_9__/* .replacementsOf */ .P1)([...bumped.versions, ...bumped.beside.keys]));
    for (const literal of stale) {
        const digest = known.get(literal);
        if (digest !== undefined)
            written.set(literal, (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_8__/* .writeDigest */ .O_)(literal, digest));
    }
    const evaluation = await (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .evaluateDyed */ .s9)(shop, unknown, { others: written });
    const drvPaths = targets.map((target) => {
        const digest = known.get(target.literal) ?? (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .dyeOf */ .WI)(shop, target.literal);
        const found = (0,_definitions_js__WEBPACK_IMPORTED_MODULE_6__/* .fixedOutputs */ .lW)((0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .graphOf */ .cQ)(evaluation, target.system)).find((derivation) => {
            const fixed = (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__/* .fixedOutputOf */ .RS)(derivation);
            return derivation.name === target.name && fixed !== null && (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sameDigest */ .VB)(fixed.digest, digest);
        });
        return [target, (found ?? target.derivation).drvPath];
    });
    return readyAll(shop, bumped, new Map(drvPaths));
}


/***/ }),

/***/ 81754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listed),
/* harmony export */   w: () => (/* binding */ toldBlocks)
/* harmony export */ });
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);



/** What a reader should look at, for a pull request or a summary. `rows`: how much of each list is shown. */
function toldBlocks(told, rows) {
    const of = (kind) => told.filter((place) => place.kind === kind);
    const [unfed, assumed, comments] = [of('unfed'), of('assumed'), of('comment')];
    const left = [...of('left'), ...of('unseen')];
    return [
        ...unfed
            .slice(0, Math.min(rows, mostWarnings))
            .map(({ why, ...place }) => `> **Warning:** the hash at ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(place))} was left alone, and may be the old version’s: ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(why, 500)}.`),
        ...more(unfed.length, Math.min(rows, mostWarnings), 'hash', 'hashes', 'left alone'),
        ...listed('**Assumed** to follow the version, beyond the version itself, the name and the main source; look at each:', assumed.map(placeLine), rows),
        ...listed('**Left as it was**, as it seems to be somebody else’s:', left.map(placeLine), rows),
        ...commentLine(comments, rows)
    ];
}
/** A warning for each of more would be read by nobody. */
const mostWarnings = 10;
/** A list under its heading, the first `rows` of it; nothing where it is empty. */
function listed(heading, lines, rows) {
    if (lines.length === 0)
        return [];
    const shown = lines.slice(0, rows);
    const rest = lines.length - shown.length;
    if (rest > 0)
        shown.push(shown.length === 0 ? (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rest, 'place') : `${rest} more`);
    return [`${heading}\n\n${shown.map((line) => `- ${line}`).join('\n')}`];
}
function placeLine({ text, why, ...place }) {
    return `${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(place))}: ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(text, 80)}, ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(why, 500)}`;
}
function more(all, shown, one, several, what) {
    if (all <= shown)
        return [];
    return [
        `> **Warning:** ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(all - shown, `${shown > 0 ? 'more ' : ''}${one}`, `${shown > 0 ? 'more ' : ''}${several}`)} ${what}.`
    ];
}
function commentLine(comments, rows) {
    if (comments.length === 0)
        return [];
    const places = [...new Set(comments.map(_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t))];
    const shown = places.slice(0, Math.min(rows, 20)).map((place) => (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(place));
    const rest = places.length - shown.length;
    const names = [
        ...shown,
        ...(rest > 0 ? [(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rest, shown.length === 0 ? 'place' : 'more place')] : [])
    ];
    return [`Comments still say the old version: ${names.join(', ')}.`];
}


/***/ }),

/***/ 53318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ tracedIn),
/* harmony export */   az: () => (/* binding */ traceHashes),
/* harmony export */   gE: () => (/* binding */ tracePackage),
/* harmony export */   ke: () => (/* binding */ withFetched)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59780);
/* harmony import */ var _literals_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47204);



/** The first evaluation: every hash literal dyed. Throws what `evaluateDyed` throws, INPUT_INVALID without a system. */
async function tracePackage(shop) {
    const literals = shop.files.flatMap(_literals_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findHashLiterals */ .MO);
    // What a pin fetches stays what it is until something asks for it.
    const evaluation = await (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluateDyed */ .s9)(shop, literals, { takes: () => false });
    const [first] = evaluation.packages.values();
    if (first === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'PACKAGE_INVALID',
            subject: shop.work.package.text,
            reason: 'it is there for none of the usual systems',
            hint: 'Name those that it is for in `systems`.'
        });
    }
    const hashes = tracedIn(shop, literals, evaluation);
    shop.log.info(`${first.pname} ${first.version ?? '(no version)'}: ${hashes.length} of ${literals.length} hash literals feed a derivation`);
    return { package: first, hashes, literals, evaluation };
}
/** The literals that feed a derivation, or that evaluation itself checks. */
function tracedIn(shop, literals, evaluation) {
    const fed = traceHashes(shop.systems, literals, (system) => (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_1__/* .fedBy */ .fR)(shop, literals, evaluation, system));
    return withFetched(literals, evaluation, fed);
}
/** The literals that feed something on one of the systems. `fedOn`: which derivations each feeds there. */
function traceHashes(systems, literals, fedOn) {
    const traced = new Map();
    for (const system of systems) {
        for (const [literal, derivations] of fedOn(system)) {
            const found = traced.get(literal) ?? { literal, systems: [], derivations: [] };
            const names = derivations.map(({ name }) => name);
            traced.set(literal, {
                literal,
                systems: [...found.systems, system],
                derivations: [...new Set([...found.derivations, ...names])]
            });
        }
    }
    return literals.flatMap((literal) => traced.get(literal) ?? []);
}
/** And those that evaluation itself checks, by default all: they feed no derivation. */
function withFetched(literals, { fetched }, hashes, isWanted = () => true) {
    const traced = new Map(hashes.map((hash) => [hash.literal, hash]));
    for (const [literal, { address, system }] of fetched) {
        if (!isWanted(literal))
            continue;
        const found = traced.get(literal) ?? { literal, systems: [system], derivations: [] };
        traced.set(literal, { ...found, derivations: [...found.derivations, nameIn(address)] });
    }
    return literals.flatMap((literal) => traced.get(literal) ?? []);
}
/** `tool-1.3.0.tar.gz`, of an address. */
function nameIn(address) {
    const path = address.replace(/[?#].*$/s, '').replace(/\/+$/, '');
    return path.slice(path.lastIndexOf('/') + 1) || address;
}


/***/ }),

/***/ 86778:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   L8: () => (/* binding */ toldKinds),
/* harmony export */   XZ: () => (/* binding */ revisionWords),
/* harmony export */   i6: () => (/* binding */ nothingBeside)
/* harmony export */ });
const toldKinds = ['assumed', 'left', 'unseen', 'unfed', 'comment'];
const nothingBeside = { files: [], keys: [], left: [] };
/** `nix/infer.nix:12`, for people. */
function placeOf({ file, line }) {
    return `${file}:${line}`;
}
/** Both commits, as short as Git shows them: of a version that is the same at both. */
function revisionWords({ old, new: commit }, arrow = '→') {
    return `${old.slice(0, 7)} ${arrow} ${commit.slice(0, 7)}`;
}


/***/ }),

/***/ 18262:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FQ: () => (/* binding */ assumedPlaces),
  WF: () => (/* binding */ findVersionPlaces),
  dR: () => (/* binding */ firstTrial),
  xD: () => (/* binding */ roleAmong)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/sync/dyed-evaluation.ts
var dyed_evaluation = __webpack_require__(59780);
// EXTERNAL MODULE: ./src/sync/literals/version-spelling.ts
var version_spelling = __webpack_require__(44647);
// EXTERNAL MODULE: ./src/sync/literals/find.ts + 2 modules
var find = __webpack_require__(47204);
// EXTERNAL MODULE: ./src/sync/own-texts.ts
var own_texts = __webpack_require__(52718);
// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/sync/literals/dye.ts
var dye = __webpack_require__(62290);
// EXTERNAL MODULE: ./src/sync/version/source-host.ts
var source_host = __webpack_require__(24610);
;// CONCATENATED MODULE: ./src/sync/same-project.ts




/**
 * Whether a download is of the project that a package's main sources are of: it is on one of their repositories, or beside them
 * (`…/infer/1.2.0/data.zip` for `…/infer/1.2.0/infer.zip`), or has the project's name in its address, and on a forge the same owner. Anything else
 * has a version of its own, which is the package's by coincidence. Where nothing is known of one of them, it is taken for the package's. Pure.
 */
function isSameProject(download, sources, of) {
    const theirs = (0,derivations/* urlsOf */.Wn)(download).flatMap((url) => placeOfUrl(url, of));
    const ours = sources.flatMap(derivations/* urlsOf */.Wn).flatMap((url) => placeOfUrl(url, of));
    if (theirs.length === 0 || ours.length === 0)
        return true;
    const names = [of.pname, ...ours.flatMap(({ repo }) => repo ?? [])].filter(Boolean).map(wordsIn);
    return theirs.some((place) => ours.some((own) => {
        if (place.repository !== null && place.repository === own.repository)
            return true;
        if (place.beside !== null && place.beside === own.beside)
            return true;
        const isOwners = place.owner === null || own.owner === null || place.owner === own.owner;
        return isOwners && names.some((name) => wordsIn(place.text).includes(name));
    }));
}
function placeOfUrl(url, { version, serverUrl }) {
    const parsed = (0,errors/* attempt */.CD)(() => new URL(url), null);
    if (parsed === null)
        return [];
    const text = `${parsed.host}${parsed.pathname}`;
    const host = (0,source_host/* sourceHost */.Y)(url, serverUrl);
    const start = (0,find/* findVersionLiterals */.sA)({ path: 'text', text }, version)[0]?.start;
    const before = start === undefined ? null : text.slice(0, start).replace(/v$/i, '');
    const isFolder = before?.endsWith('/') === true && before.slice(0, -1).includes('/');
    const place = { text, beside: isFolder ? before : null, owner: null, repo: null };
    if (host === null)
        return [{ ...place, repository: null }];
    const repository = `${host.kind} ${'url' in host ? host.url : 'repo' in host ? `${host.owner}/${host.repo}` : host.name}`;
    if (host.kind !== 'github' && host.kind !== 'git')
        return [{ ...place, repository }];
    const parts = repository
        .toLowerCase()
        .replace(/\.git$/, '')
        .split(/[/ ]/);
    return [{ ...place, repository, owner: parts.at(-2) ?? null, repo: parts.at(-1) ?? null }];
}
/** ` vlc plugin x `: to look for words in. */
function wordsIn(text) {
    return ` ${text
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .join(' ')
        .trim()} `;
}

// EXTERNAL MODULE: ./src/sync/sources.ts
var sources = __webpack_require__(75941);
// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
;// CONCATENATED MODULE: ./src/sync/version-trials.ts










/** Occurrences that are tried one by one, where marks cannot be evaluated. */
const mostTrials = 24;
function isBumped({ packages }, newVersion) {
    return [...packages.values()].every(({ version }) => version === newVersion);
}
/** The package with the new version at these places; null: it does not evaluate so. */
async function tryBump(search, places, what = places.map(types/* placeOf */.$t).join(', ')) {
    const { piece, evaluateWith } = search;
    return evaluates(search, `with ${piece.new} at ${what}`, () => evaluateWith((0,workshop/* replacementsOf */.P1)(places.map((place) => (0,version_spelling/* bumpEdit */.ZO)(place, piece.new)))));
}
/** The new version with a mark of its own at each occurrence: `1.2.3.90001` */
function marksAt(all, piece) {
    const mark = (place, index) => (0,version_spelling/* bumpEdit */.ZO)(place, (0,dye/* markVersion */.m8)(piece.new, index));
    return (0,workshop/* replacementsOf */.P1)(all.map(mark));
}
/** Each occurrence with such a mark. null: the package does not evaluate with marks in it. */
async function byMarks(search) {
    const { all, piece } = search;
    const evaluation = await evaluates(search, 'with each occurrence marked', () => search.evaluateWith(marksAt(all, piece)));
    if (evaluation === null)
        return null;
    const said = sayings(search, evaluation, (text) => (0,dye/* marksIn */.MC)(text, piece.new).length > 0);
    const marked = said.map((saying) => ({ ...saying, marks: (0,dye/* marksIn */.MC)(saying.text, piece.new) }));
    // Of several sources the ones that follow the version are the main ones.
    const own = new Set(marked.flatMap(({ origin, marks }) => (origin.kind === 'identity' ? marks : [])));
    const following = new Set(marked.flatMap(({ origin, isMain, marks }) => origin.kind === 'fetched' && isMain && marks.some((mark) => own.has(mark))
        ? [origin.derivation.drvPath]
        : []));
    const isMain = ({ origin, isMain }) => isMain &&
        (following.size === 0 ||
            (origin.kind === 'fetched' && following.has(origin.derivation.drvPath)));
    const spelled = (version, index) => (0,version_spelling/* spellVersion */.nI)(version, all[index]?.separator ?? '.');
    const others = marksElsewhere(search, evaluation);
    return all.map((literal, index) => ({
        literal,
        shown: marked
            .filter(({ marks }) => marks.includes(index))
            .map((saying) => shownBy({ ...saying, isMain: isMain(saying) }, piece, (text, version) => (0,dye/* withoutMarks */.zw)(text, piece.new, (at) => spelled(at === index ? version : piece.new, at)))),
        elsewhere: others.get(index) ?? []
    }));
}
/** The packages that it needs, by the marks that show there. */
function marksElsewhere({ shop, piece, before }, evaluation) {
    const found = new Map();
    for (const system of shop.systems) {
        const evaluated = evaluation.packages.get(system);
        if (evaluated === undefined)
            continue;
        const known = new Set((0,dyed_evaluation/* graphOf */.cQ)(before, system).keys());
        for (const one of (0,own_texts/* otherDerivations */.l6)(evaluated, (0,dyed_evaluation/* graphOf */.cQ)(evaluation, system), known)) {
            const name = (0,dye/* withoutMarks */.zw)(one.name, piece.new, () => piece.old);
            for (const mark of (0,own_texts/* textsIn */.Ej)(one).flatMap(([, text]) => (0,dye/* marksIn */.MC)(text, piece.new)))
                found.set(mark, [...new Set([...(found.get(mark) ?? []), name])]);
        }
    }
    return found;
}
/** Each occurrence bumped alone: it is the package's when that shows. One with which nothing evaluates is something else's name. */
async function byTrial(search) {
    const { all, piece, before, followed } = search;
    if (all.length > mostTrials) {
        const words = `it occurs ${all.length} times, too often for each to be tried alone`;
        search.failures.push({ words, error: null });
        return [];
    }
    const known = new Set(sayings(search, followed ?? before).map(({ text }) => text));
    const occurrences = [];
    for (const literal of all) {
        const evaluation = await tryBump(search, [literal]);
        const texts = evaluation === null ? [] : sayings(search, evaluation);
        const shown = texts
            .filter(({ text }) => !known.has(text))
            .map((saying) => shownBy(saying, piece));
        occurrences.push({ literal, shown, elsewhere: [] });
    }
    return occurrences;
}
/**
 * All occurrences bumped together, as a version may be the name of its own hash, then each left out: it is the package's when that
 * shows, or when the package does without it no more. Where all together are too many, all but one. null: the package does not
 * get its version in any of these ways.
 */
async function byLeavingOut(search) {
    const { all, piece, newVersion } = search;
    const bumped = async (places, what) => {
        const evaluation = await tryBump(search, places, what);
        return evaluation !== null && isBumped(evaluation, newVersion) ? evaluation : null;
    };
    const without = (place, places) => places.filter((one) => one !== place);
    let together = await bumped(all, 'all of its occurrences');
    let places = all;
    for (const place of together === null && all.length > 2 ? all : []) {
        places = without(place, all);
        together = await bumped(places);
        if (together !== null)
            break;
    }
    if (together === null)
        return null;
    const texts = sayings(search, together);
    const occurrences = [];
    for (const literal of places) {
        const others = await bumped(without(literal, places));
        if (others === null) {
            occurrences.push({ literal, shown: [needed], elsewhere: [] });
            continue;
        }
        const left = new Set(sayings(search, others).map(({ text }) => text));
        const shown = texts
            .filter(({ text }) => !left.has(text))
            .map((saying) => shownBy(saying, piece));
        occurrences.push({ literal, shown, elsewhere: [] });
    }
    return occurrences;
}
/** Of an occurrence that cannot be left out. */
const needed = {
    kind: 'identity',
    role: 'assumed',
    where: 'the package does not evaluate without it',
    old: '',
    new: '',
    url: null,
    hashes: []
};
/** `at`: a text with this version at the occurrence. */
function shownBy({ origin, text, hashes, isMain, isOurs }, { old, new: bumped }, at = (all, version) => all.replaceAll(bumped, () => version)) {
    const isDownload = origin.kind === 'fetched';
    const url = isDownload ? ((0,derivations/* urlsOf */.Wn)(origin.derivation)[0] ?? null) : null;
    const where = (0,own_texts/* originWords */.uY)(origin);
    return {
        kind: origin.kind,
        role: origin.kind === 'identity' || isMain
            ? 'certain'
            : isDownload && !isOurs
                ? 'foreign'
                : 'assumed',
        where: where === null ? null : at(where, bumped),
        old: at(text, old),
        new: at(text, bumped),
        url: url === null ? null : at(url, old),
        hashes
    };
}
function sayings({ shop, hashes, piece }, evaluation, isWanted = () => true) {
    return shop.systems.flatMap((system) => {
        const evaluated = evaluation.packages.get(system);
        if (evaluated === undefined)
            return [];
        const { pname, drvPath, version } = evaluated;
        const graph = (0,dyed_evaluation/* graphOf */.cQ)(evaluation, system);
        const main = (0,sources/* mainSources */.gS)(drvPath, graph, version);
        const of = { pname, version: piece.new, serverUrl: shop.environment.serverUrl };
        const fed = [...(0,dyed_evaluation/* fedBy */.fR)(shop, hashes, evaluation, system)];
        return (0,own_texts/* ownTexts */.BS)(evaluated, graph)
            .filter(({ text }) => isWanted(text))
            .map((own) => {
            const { origin } = own;
            if (origin.kind !== 'fetched')
                return { ...own, isMain: false, isOurs: true, hashes: [] };
            const { derivation } = origin;
            const isMain = main.includes(derivation);
            return {
                ...own,
                isMain,
                isOurs: isMain || isSameProject(derivation, main, of),
                hashes: fed.flatMap(([literal, ones]) => (ones.includes(derivation) ? [literal] : []))
            };
        });
    });
}
/** null: it does not evaluate; a full disk, say, tells nothing of the package and is thrown. */
async function evaluates({ shop, failures }, what, evaluate) {
    try {
        return await evaluate();
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'EVALUATION_FAILED')
            throw error;
        shop.log.debug(`${what}: ${error.message}`);
        failures.push({ words: `${what}: ${error.reason}`, error });
        return null;
    }
}

;// CONCATENATED MODULE: ./src/sync/version-places.ts









/**
 * Which occurrences of the old version are the package's. A single one in Nix code is believed when nothing of the old version is
 * left; else each gets a mark of its own (`1.2.3.90001`), and the marks that come out at the package tell. What comes out at nothing but a
 * download of another project is left, unless the package cannot do without. Throws VERSION_UNTRACED.
 */
async function findVersionPlaces(shop, traced, hashes, { oldVersion, newVersion, others, isFollowed, stays }, options = {}) {
    const evaluateWith = (replacements) => (0,dyed_evaluation/* evaluateDyed */.s9)(shop, hashes, {
        ...options,
        others: new Map([...(0,workshop/* replacementsOf */.P1)(others), ...replacements])
    });
    const failures = [];
    const own = isFollowed
        ? await evaluates({ shop, failures }, 'with the source alone', () => evaluateWith(new Map()))
        : null;
    const occurring = occurrencesIn(shop.files, { oldVersion, newVersion, others, stays });
    if (occurring !== null) {
        const { piece, all, kept } = occurring;
        const before = traced.evaluation;
        const ownFiles = new Set([
            shop.project.packageFile,
            ...traced.hashes.map(({ literal }) => literal.file)
        ]);
        const asked = { shop, all, piece, newVersion, hashes, ownFiles, before, evaluateWith };
        const search = { ...asked, followed: own, failures };
        const { occurrences, foreign, evaluation } = await placesAmong(search);
        const edits = occurrences.map(({ literal }) => (0,version_spelling/* bumpEdit */.ZO)(literal, piece.new));
        const left = [...kept, ...leftAmong(foreign, edits)];
        return { edits, occurrences, left, evaluation };
    }
    if (others.length > 0 || own !== null) {
        // The version stays, or is made of the commit.
        const evaluation = own ?? (await evaluateWith(new Map()));
        if (isBumped(evaluation, newVersion)) {
            return { edits: [], occurrences: [], left: [], evaluation };
        }
    }
    throw untraced(shop, oldVersion, 'it stands in none of the tracked files');
}
/** What findVersionPlaces evaluates first, of a source that goes with the version by itself; null: it finds none. Pure. */
function firstTrial(files, step) {
    const occurring = occurrencesIn(files, step);
    if (occurring === null)
        return null;
    const { piece, all } = occurring;
    const single = singleAmong(all);
    return single === null ? marksAt(all, piece) : (0,workshop/* replacementsOf */.P1)([(0,version_spelling/* bumpEdit */.ZO)(single, piece.new)]);
}
/** Where the old version stands, or the first of its pieces that stands anywhere. */
function occurrencesIn(files, { oldVersion, newVersion, others, stays }) {
    const isSame = oldVersion === null || newVersion === null || oldVersion === newVersion;
    for (const piece of isSame ? [] : (0,version_spelling/* piecesOf */.Xe)(oldVersion, newVersion)) {
        const found = files
            .flatMap((file) => (0,find/* findVersionLiterals */.sA)(file, piece.old))
            .filter((place) => !others.some((edit) => overlap(edit, place)));
        const all = found.filter((place) => stays.reasonFor(place) === null);
        if (all.length === 0)
            continue;
        const kept = found.flatMap((place) => {
            const why = stays.reasonFor(place);
            return why === null ? [] : [toldOf(place, why)];
        });
        return { piece, all, kept };
    }
    return null;
}
/** The only one in Nix code, or where there is none in Nix code the only one. */
function singleAmong(all) {
    const inCode = all.filter(({ file }) => file.endsWith('.nix'));
    const [only, ...others] = inCode.length > 0 ? inCode : all;
    return only === undefined || others.length > 0 ? null : only;
}
function overlap(a, b) {
    return a.file === b.file && a.start < b.end && b.start < a.end;
}
async function placesAmong(search) {
    const { all, followed } = search;
    // Nothing else is needed: what is left may be anybody's.
    const isDone = followed !== null && isBumped(followed, search.newVersion);
    const single = singleAmong(all);
    if (single !== null && !isDone) {
        const alone = [{ literal: single, shown: [], elsewhere: [] }];
        const evaluation = await bumped(search, alone);
        const isAll = all.length === 1 || (evaluation !== null && !isLeft(search, evaluation));
        if (evaluation !== null && isAll)
            return { occurrences: alone, foreign: [], evaluation };
        if (all.length === 1)
            throw notFound(search);
    }
    const tried = (await byMarks(search)) ?? (await byTrial(search));
    const among = await chooseAmong(search, tried);
    if (among !== null)
        return among;
    if (isDone)
        return { occurrences: [], foreign: tried, evaluation: followed };
    const together = await byLeavingOut(mostLikely(search));
    const amongAll = together === null ? null : await chooseAmong(search, together);
    if (amongAll !== null)
        return amongAll;
    throw notFound(search);
}
/** What the package shows, without what is foreign if that will do. null: with none of it the package gets its version. */
async function chooseAmong(search, tried) {
    const seen = tried.filter(({ shown }) => shown.length > 0);
    const ours = seen.filter((one) => roleAmong(one) !== 'foreign');
    for (const occurrences of ours.length < seen.length ? [ours, seen] : [seen]) {
        const evaluation = await bumped(search, occurrences);
        if (evaluation === null)
            continue;
        const foreign = tried.filter((one) => !occurrences.includes(one));
        return { occurrences, foreign, evaluation };
    }
    return null;
}
/** Of what was met on the way the first and the last are told: with the occurrences marked, and with all of them. */
function notFound({ shop, all, piece, failures }) {
    const own = failures.find(({ error }) => error !== null)?.error;
    // A version that can stand at one place alone, where the package does not evaluate with it.
    if (all.length === 1 && own !== null && own !== undefined)
        return own;
    const words = [...new Set(failures.map((failure) => failure.words))];
    const told = words.length > 2 ? [...words.slice(0, 1), ...words.slice(-1)] : words;
    const places = all.slice(0, mostTrials).map(types/* placeOf */.$t).join(', ');
    return untraced(shop, piece.old, [
        `none of its occurrences (${places}) makes the package’s version ${piece.new}, nor do all of them together`,
        ...told
    ].join('; '));
}
async function bumped(search, occurrences) {
    const places = occurrences.map(({ literal }) => literal);
    if (places.length === 0)
        return null;
    const evaluation = await tryBump(search, places);
    if (evaluation === null || isBumped(evaluation, search.newVersion))
        return evaluation;
    const version = [...evaluation.packages.values()][0]?.version ?? 'none';
    const where = places.map(types/* placeOf */.$t).join(', ');
    const words = `with ${search.piece.new} at ${where} the package’s version is ${version}`;
    search.failures.push({ words, error: null });
    return null;
}
/** Where there are too many occurrences to try each, those in the package's own files. */
function mostLikely(search) {
    if (search.all.length <= mostTrials)
        return search;
    const likely = search.all.filter(({ file }) => search.ownFiles.has(file));
    return { ...search, all: likely.length <= mostTrials ? likely : [] };
}
function roleAmong({ shown }) {
    const roles = shown.map(({ role }) => role);
    // What the package says itself may be the name of what it downloads.
    const isOurs = shown.some(({ kind, role }) => kind === 'fetched' && role === 'assumed');
    if (roles.length === 0 || roles.includes('certain'))
        return 'certain';
    return !isOurs && roles.includes('foreign') ? 'foreign' : 'assumed';
}
function isLeft({ shop, before, piece }, evaluation) {
    return shop.systems.some((system) => {
        const evaluated = evaluation.packages.get(system);
        const known = new Set((0,dyed_evaluation/* graphOf */.cQ)(before, system).keys());
        return (evaluated !== undefined &&
            (0,own_texts/* ownTexts */.BS)(evaluated, (0,dyed_evaluation/* graphOf */.cQ)(evaluation, system), known).some(({ text }) => (0,find/* findVersionLiterals */.sA)({ path: 'text', text }, piece.old).length > 0));
    });
}
/** Places that were bumped although neither the version, the name nor the main source says so. */
function assumedPlaces(occurrences, edits) {
    return occurrences.flatMap((occurrence, index) => {
        const edit = edits[index];
        if (edit === undefined || roleAmong(occurrence) === 'certain')
            return [];
        const words = new Set(occurrence.shown.flatMap(({ where }) => where ?? []));
        return [{ ...toldOf(edit, (0,src_text/* list */.p_)([...words].slice(0, 3))), kind: 'assumed' }];
    });
}
/** What is told of those that stay: all that somebody else shows, and in files that change all others too. */
function leftAmong(occurrences, edits) {
    const edited = new Set(edits.map(({ file }) => file));
    return occurrences.flatMap(({ literal, shown, elsewhere }) => {
        const url = shown.find((one) => one.url !== null)?.url;
        if (typeof url === 'string')
            return [toldOf(literal, `the version of another project’s ${url}`)];
        if (elsewhere[0] !== undefined)
            return [toldOf(literal, `the version of ${elsewhere[0]}`)];
        const unseen = {
            ...toldOf(literal, 'nothing of the package shows it'),
            kind: 'unseen'
        };
        return edited.has(literal.file) ? [unseen] : [];
    });
}
function toldOf({ file, line, text }, why) {
    return { kind: 'left', file, line, text, why };
}
function untraced(shop, oldVersion, reason) {
    return new errors/* NarPublishError */.f9({
        code: 'VERSION_UNTRACED',
        subject: `${shop.work.package.text}, version ${oldVersion ?? '(none)'}`,
        reason
    });
}


/***/ }),

/***/ 49443:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ versionAtCommit),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   rk: () => (/* binding */ commitOfVersion),
/* harmony export */   sM: () => (/* binding */ newestCommit)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_git_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32054);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34962);
/* harmony import */ var _hosts_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61948);
/* harmony import */ var _hosts_github_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80381);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81151);








const commitAnswer = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    sha: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/),
    commit: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ committer: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ date: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }) })
});
/** `branch` null: the repository's default. Throws REVISION_UNTRACED when it is not there, and what the host refuses. */
async function newestCommit(host, branch, asker) {
    const what = `the newest commit of ${branch === null ? 'the default branch' : `branch ${branch}`}`;
    if (host.kind === 'git')
        return (0,_hosts_git_js__WEBPACK_IMPORTED_MODULE_3__/* .atUrl */ .$r)(host.url, asker, what, () => newestByGit(host.url, branch, asker));
    const api = (0,_hosts_github_js__WEBPACK_IMPORTED_MODULE_4__/* .gitHubApi */ .aB)(host, asker);
    return (0,_hosts_github_js__WEBPACK_IMPORTED_MODULE_4__/* .ofRepository */ .SK)(api, asker, what, () => newestOnGitHub(api, branch));
}
async function newestOnGitHub(api, branch) {
    const name = branch ?? (await defaultBranch(api));
    const answer = await api.ask(commitRequest(`heads/${name}`), commitAnswer, ['ref-missing']);
    if (answer.kind !== 'done')
        throw noBranch(name, api.repository, answer.error);
    const { sha, commit } = answer.data;
    return { branch: name, commit: sha, date: dayOf(Date.parse(commit.committer.date)) };
}
async function defaultBranch(api) {
    const request = { route: 'GET /repos/{owner}/{repo}' };
    return (await api.call(request, zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ default_branch: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }))).default_branch;
}
function commitRequest(ref) {
    const parameters = { ref: ref.split('/').map(encodeURIComponent).join('/'), per_page: 1 };
    return { route: 'GET /repos/{owner}/{repo}/commits/{+ref}', parameters };
}
/** The commit alone, without folders where the host knows how to leave them out. */
async function newestByGit(url, branch, asker) {
    const repository = (0,_hosts_git_js__WEBPACK_IMPORTED_MODULE_3__/* .gitRepository */ .xb)(url, asker);
    const ref = 'refs/nar-publish/newest';
    const source = branch === null ? 'HEAD' : `refs/heads/${branch}`;
    const answer = await repository.online([
        ...['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'],
        ...['--depth=1', '--filter=tree:0', '--', _repository_git_run_js__WEBPACK_IMPORTED_MODULE_1__/* .remote */ .be, `+${source}:${ref}`]
    ]);
    if (answer.kind === 'no-branch')
        throw noBranch(branch ?? 'HEAD', url, answer.error);
    if (answer.kind !== 'done')
        throw answer.error;
    const line = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_1__/* .expectGitLine */ .AI)(repository.git, ['log', '-1', '--format=%H %ct', ref]);
    const [commit = '', seconds = ''] = line.split(' ');
    return { branch: branch ?? 'the default branch', commit, date: dayOf(Number(seconds) * 1000) };
}
function noBranch(branch, repository, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'REVISION_UNTRACED',
        subject: `branch ${JSON.stringify(branch)} of ${repository}`,
        reason: 'there is no such branch',
        hint: 'Give another one as `version: branch:NAME`; `version: branch` is the repository’s default.',
        cause
    });
}
/** In UTC: `2024-05-01`. */
function dayOf(milliseconds) {
    return new Date(milliseconds).toISOString().slice(0, 10);
}
/**
 * The commit of a version's tag: of the tag itself where it is known, else of one that names that version. An annotated tag stands
 * for the commit that it is about. null: the repository has no such tag. Throws what the host refuses.
 */
async function commitOfVersion(host, { version, tag }, question) {
    const known = tag?.replace(/^refs\/tags\//, '') ?? null;
    const tagAmong = (tags) => {
        const { form } = question.present;
        const read = [form, { ...form, tag: null }].map((one) => (0,_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .readTags */ .g$)(tags, question, one));
        return tags.find((_, index) => read.some((versions) => versions[index] === version)) ?? null;
    };
    if (host.kind === 'git') {
        const tags = await (0,_hosts_git_js__WEBPACK_IMPORTED_MODULE_3__/* .gitTags */ .y7)(host, question);
        const named = known !== null && tags.has(known) ? known : tagAmong([...tags.keys()]);
        const commit = named === null ? undefined : tags.get(named);
        return named === null || commit === undefined ? null : { tag: named, commit };
    }
    const api = (0,_hosts_github_js__WEBPACK_IMPORTED_MODULE_4__/* .gitHubApi */ .aB)(host, question);
    if (known !== null) {
        const commit = await gitHubCommit(api, known, question);
        if (commit !== null)
            return { tag: known, commit };
    }
    const named = tagAmong(await (0,_hosts_github_js__WEBPACK_IMPORTED_MODULE_4__/* .gitHubTags */ .ZD)(api, question.tagPrefix, question));
    const commit = named === null ? null : await gitHubCommit(api, named, question);
    return named === null || commit === null ? null : { tag: named, commit };
}
async function gitHubCommit(api, tag, asker) {
    const shape = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ sha: commitAnswer.shape.sha });
    const answer = await (0,_hosts_github_js__WEBPACK_IMPORTED_MODULE_4__/* .ofRepository */ .SK)(api, asker, `the commit of tag ${tag}`, () => api.ask(commitRequest(`tags/${tag}`), shape, ['not-found', 'ref-missing']));
    return answer.kind === 'done' ? answer.data.sha : null;
}
/** A day in a version: `1.2-unstable-2024-05-01`, `20240501`, `0.0.0+date=2024.05.01`. */
const day = /(?<![0-9])((?:19|20)[0-9]{2})([-._]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])/;
/**
 * The package's version at another commit: with that one's day in place of the day in it, and its digits in place of the old commit's.
 * One that is a release's goes on as nixpkgs writes it, `1.2-unstable-2024-05-01`. null: the package has none.
 * https://github.com/NixOS/nixpkgs/blob/master/pkgs/README.md#versioning
 */
function versionAtCommit(present, old, { commit, date }) {
    if (present === null)
        return null;
    const [year = '', month = '', dayOfMonth = ''] = date.split('-');
    const dated = present.replace(day, (_, _year, separator) => `${year}${separator}${month}${separator}${dayOfMonth}`);
    const next = dated.replaceAll(_literals_revisions_js__WEBPACK_IMPORTED_MODULE_2__/* .commitWords */ .xK, (word) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameCommit */ .sw)(word, old) ? commit.slice(0, word.length) : word);
    const tells = day.test(present) || next !== present || !/[0-9]/.test(present);
    return tells ? next : `${present}-unstable-${date}`;
}


/***/ }),

/***/ 90651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isPreRelease),
/* harmony export */   t: () => (/* binding */ isOlder)
/* harmony export */ });
/* harmony import */ var _catalogue_version_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83296);

/**
 * Whether version `a` came before `b`: `builtins.compareVersions`, but for pre-releases, which it takes for newer than their
 * release (all but `pre`): `1.0-rc1` is older than `1.0` here. What follows a `+` decides last. Versions that Nix takes for
 * equal are not older than each other.
 */
function isOlder(a, b) {
    const left = partsOf(a);
    const right = partsOf(b);
    const order = (0,_catalogue_version_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(left.release, right.release) ||
        Number(left.preRelease === '') - Number(right.preRelease === '') ||
        (0,_catalogue_version_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(left.preRelease, right.preRelease) ||
        (0,_catalogue_version_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(left.build, right.build);
    return order < 0;
}
/** Whether a version comes before a release: `1.2.3-rc.1`, `1.2.3rc1`, `1.0b2`, `2.0.0-x` (semver); not `0-unstable-2024-05-01`. */
function isPreRelease(version) {
    return partsOf(version).preRelease !== '';
}
/** Words that say so wherever they stand; `a`, `b` and `m` only before a number: 1.1.1b is a release of OpenSSL. */
const named = /^(.*?[0-9])[-._~]?((?:alpha|beta|canary|cr|dev|milestone|nightly|pre|preview|rc|snapshot)(?![a-z]).*|[abm][0-9].*)$/;
/** Semver's rule: whatever follows a dash; but not the words that name what comes after a release, as nixpkgs and others do. */
const dashed = /^([^-]+)-((?!(?:final|g|ga|git|hotfix|lts|p|patch|pl|post|r|release|rev|sp|stable|u|unstable|update)(?![a-z]))[a-z].*)$/;
function partsOf(version) {
    // `v1.2.3` and `1.3.0` are of one kind.
    const [core = '', ...rest] = version
        .toLowerCase()
        .replace(/^v(?=[0-9])/, '')
        .split('+');
    const build = rest.join('+');
    const [, release = core, preRelease = ''] = named.exec(core) ?? dashed.exec(core) ?? [];
    return { release, preRelease, build };
}


/***/ }),

/***/ 66381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ listedFiles),
/* harmony export */   Y: () => (/* binding */ archiveEnding)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71168);


const archiveEnding = /(?:\.tar)?\.(?:tar|tgz|tbz2?|txz|zip|gz|bz2|xz|lz|lzma|zst|crate|gem|jar|whl|deb|rpm)$/i;
/** Versions by the names of files: GNU's and Savannah's servers, and their mirrors. */
async function* listedFiles({ url, name }, asker) {
    const page = await asker.read(url);
    const names = [...page.matchAll(/<a\s[^>]{0,200}?href=["']?(?:\.\/)?([^"'/?#<>\s]+\/?)["'\s>]/gi)]
        .map(([, link = '']) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(link), link))
        .filter((file) => file.startsWith(name) && (file.endsWith('/') || archiveEnding.test(file)))
        .map((file) => file.slice(name.length).replace(/\/$/, '').replace(archiveEnding, ''))
        // `hello-doc-2.12` is another thing.
        .filter((version) => /^v?[0-9]/.test(version));
    yield (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .versions */ .e4)([...new Set(names)]);
}


/***/ }),

/***/ 61948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ atUrl),
/* harmony export */   mV: () => (/* binding */ gitVersions),
/* harmony export */   xb: () => (/* binding */ gitRepository),
/* harmony export */   y7: () => (/* binding */ gitTags)
/* harmony export */ });
/* harmony import */ var _repository_git_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52266);
/* harmony import */ var _repository_git_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32054);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71168);
/* harmony import */ var _memory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35913);




async function* gitVersions(place, asker) {
    yield (0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .tagged */ .VK)([...(await gitTags(place, asker)).keys()]);
}
/** Every tag with its commit. */
async function gitTags({ url }, asker) {
    return atUrl(url, asker, 'tags', () => askTags(url, asker));
}
/** Something that a repository's host is asked once in a run. */
function atUrl(url, { memory }, what, ask) {
    const question = { server: new URL(url).host, words: `${what} of ${url}`, subject: url };
    return (0,_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .R)(memory, question, () => {
        if (memory !== undefined)
            memory.otherRequests++;
        return ask();
    });
}
async function askTags(url, asker) {
    const repository = gitRepository(url, asker);
    const answer = await repository.online(['ls-remote', '--tags', '--', _repository_git_run_js__WEBPACK_IMPORTED_MODULE_1__/* .remote */ .be]);
    if (answer.kind !== 'done')
        throw answer.error;
    const text = answer.exit.stdout.toString('utf8');
    const lines = [...text.matchAll(/^([0-9a-f]{40,64})\trefs\/tags\/(.+?)(\^\{\})?$/gm)];
    // What an annotated tag points to comes in a line of its own, after the tag.
    return new Map(lines.map(([, commit = '', tag = '']) => [tag, commit]));
}
function gitRepository(url, { environment, scratch, log }) {
    return _repository_git_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .Repository */ .L.make({ url, scratch, env: environment.childEnvironment, log });
}


/***/ }),

/***/ 80381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SK: () => (/* binding */ ofRepository),
/* harmony export */   ZD: () => (/* binding */ gitHubTags),
/* harmony export */   aB: () => (/* binding */ gitHubApi),
/* harmony export */   nu: () => (/* binding */ gitHubVersions)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27597);
/* harmony import */ var _repository_github_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60021);
/* harmony import */ var _repository_github_releases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14073);
/* harmony import */ var _repository_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3546);
/* harmony import */ var _repository_pace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50905);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71168);
/* harmony import */ var _memory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35913);







const release = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    tag_name: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    draft: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().default(false),
    prerelease: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().default(false)
});
const matchingRefs = zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() }));
/** A request that is no more than a question is not pursued for long, in milliseconds. */
const longestWait = 60_000;
/** The newest releases, as many as GitHub gives at once, and the one that it calls the latest; then all tags. */
async function* gitHubVersions(place, asker) {
    const api = gitHubApi(place, asker);
    const server = place.isOwn ? asker.environment.serverUrl : 'https://github.com';
    const page = `${server}/${place.owner}/${place.repo}/releases/tag`;
    const { all, latest } = await ofRepository(api, asker, 'releases', () => releasesOf(api));
    yield {
        of: 'tags',
        listed: all
            .filter(({ draft }) => !draft)
            .map(({ tag_name: tag, prerelease }) => (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)(tag, {
            url: `${page}/${encodeURIComponent(tag)}`,
            isPreRelease: prerelease,
            isLatest: tag === latest?.tag_name
        }))
    };
    const { tagPrefix } = asker;
    const tags = await gitHubTags(api, tagPrefix, asker);
    yield (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .tagged */ .VK)(tags);
    // Where none has the prefix, somebody has to be told what they have.
    if (tags.length === 0 && tagPrefix !== '')
        yield (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .tagged */ .VK)(await gitHubTags(api, '', asker));
}
/** `latest` null: there is none, or it does not matter which it is. */
async function releasesOf(api) {
    const newest = await api.call({
        route: 'GET /repos/{owner}/{repo}/releases',
        parameters: { per_page: _repository_github_api_js__WEBPACK_IMPORTED_MODULE_0__/* .perPage */ .x },
        largest: _repository_github_releases_js__WEBPACK_IMPORTED_MODULE_1__/* .largestReleases */ .D1
    }, zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(release));
    // It tells one kind of numbers from another (1.5.0 from 2019.12), and may be older than those that are listed.
    const matters = newest.length >= _repository_github_api_js__WEBPACK_IMPORTED_MODULE_0__/* .perPage */ .x || newest.some(({ tag_name: tag }) => year.test(tag));
    if (!matters)
        return { all: newest, latest: null };
    const named = await api.ask({ route: 'GET /repos/{owner}/{repo}/releases/latest' }, release, [
        'not-found'
    ]);
    const latest = named.kind === 'done' ? named.data : null;
    const isListed = newest.some(({ tag_name: tag }) => tag === latest?.tag_name);
    return { all: latest === null || isListed ? newest : [...newest, latest], latest };
}
/** What a version of days or years has in it; others may. */
const year = /(?:19|20)[0-9]{2}/;
/** Something about a repository that GitHub is asked once in a run. */
function ofRepository(api, { memory }, what, ask) {
    const { apiUrl, repository } = api;
    const words = `${what} of ${repository.toLowerCase()}`;
    return (0,_memory_js__WEBPACK_IMPORTED_MODULE_4__/* .askOnce */ .R)(memory, { server: apiUrl, words, subject: repository }, ask);
}
/** All tags that begin so. */
async function gitHubTags(api, prefix, asker) {
    const ref = `tags/${prefix.split('/').map(encodeURIComponent).join('/')}`;
    const refs = await ofRepository(api, asker, ref, () => api.call({
        route: 'GET /repos/{owner}/{repo}/git/matching-refs/{+ref}',
        parameters: { ref }
    }, matchingRefs));
    return refs.map(({ ref }) => ref.replace(/^refs\/tags\//, ''));
}
function gitHubApi({ owner, repo, isOwn }, { environment, token, log, memory }) {
    const api = new _repository_github_api_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubApi */ .y({
        owner,
        repo,
        // The token is that GitHub's alone; github.com is asked as a stranger from elsewhere.
        token: isOwn ? token : '',
        apiUrl: isOwn ? environment.apiUrl : 'https://api.github.com',
        isForkPullRequest: environment.isForkPullRequest,
        limits: { ..._repository_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultLimits */ .M, requestTime: longestWait, requestAttempts: 5 },
        pace: _repository_pace_js__WEBPACK_IMPORTED_MODULE_3__/* .realPace */ .O,
        log
    });
    memory?.countRequestsOf(api);
    return api;
}


/***/ }),

/***/ 71168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   VK: () => (/* binding */ tagged),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   e4: () => (/* binding */ versions)
/* harmony export */ });
function tagged(tags) {
    return { of: 'tags', listed: tags.map((tag) => listed(tag)) };
}
function versions(all) {
    return { of: 'versions', listed: all.map((tag) => listed(tag)) };
}
function listed(tag, more = {}) {
    return { tag, url: null, isPreRelease: false, isLatest: false, ...more };
}
/** Throws DOWNLOAD_FAILED, and what `shape` and JSON say of an answer that is no such thing. */
async function readJson({ read }, url, shape) {
    return shape.parse(JSON.parse(await read(url)));
}


/***/ }),

/***/ 35913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ askOnce),
/* harmony export */   q: () => (/* binding */ HostMemory)
/* harmony export */ });
/* harmony import */ var _doctor_download_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28623);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/** The answer that is remembered; without a memory each question is asked. */
function askOnce(memory, question, ask) {
    return memory === undefined ? ask() : memory.once(question, ask);
}
/** So many questions in a row that a server leaves without an answer are enough. */
const mostSilences = 3;
/**
 * What the hosts of sources said in this run. Packages of one repository ask the same, and it is asked once. A server that takes no more
 * requests, or gives no answer, is left alone: what it is asked then ends with what it said, or did not say, before.
 */
class HostMemory {
    /** Requests to whatever is not GitHub's API. */
    otherRequests = 0;
    #answers = new Map();
    #apis = [];
    #closed = new Map();
    #silences = new Map();
    /** Of GitHub's API, those tried again included. */
    get gitHubRequests() {
        return this.#apis.reduce((sum, { requests }) => sum + requests, 0);
    }
    countRequestsOf(api) {
        this.#apis.push(api);
    }
    /** Throws what `ask` throws. */
    once(question, ask) {
        const key = JSON.stringify([question.server, question.words]);
        // The words of a question tell what its answer is.
        const known = this.#answers.get(key);
        const answer = known ?? this.#ask(question, ask);
        this.#answers.set(key, answer);
        return answer;
    }
    /** What is too large to be kept is asked again. */
    forget({ server, words }) {
        this.#answers.delete(JSON.stringify([server, words]));
    }
    async #ask({ server, subject }, ask) {
        const closed = this.#closed.get(server);
        if (closed !== undefined)
            throw closed.with({ subject });
        try {
            const answer = await ask();
            this.#silences.delete(server);
            return answer;
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9 && this.#isEnough(server, error))
                this.#closed.set(server, error);
            throw error;
        }
    }
    #isEnough(server, error) {
        // These are about the token, whatever is asked with it.
        if (['RATE_LIMITED', 'TOKEN_REJECTED'].includes(error.code))
            return true;
        if (!isSilence(error))
            return false;
        const silences = (this.#silences.get(server) ?? 0) + 1;
        this.#silences.set(server, silences);
        return silences >= mostSilences;
    }
}
/** The server is out of reach, and did not say that it has no such thing. */
function isSilence({ code, cause }) {
    const isOut = ['GITHUB_UNAVAILABLE', 'GIT_UNREACHABLE', 'DOWNLOAD_FAILED'].includes(code);
    return isOut && !(cause instanceof _doctor_download_js__WEBPACK_IMPORTED_MODULE_0__/* .FinalAnswer */ .N);
}


/***/ }),

/***/ 92465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ latestVersion),
  V: () => (/* binding */ nameOf)
});

// EXTERNAL MODULE: ./src/bodies.ts
var bodies = __webpack_require__(85367);
// EXTERNAL MODULE: ./src/doctor/download.ts
var download = __webpack_require__(28623);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/sync/version/compare.ts
var compare = __webpack_require__(90651);
// EXTERNAL MODULE: ./src/sync/version/hosts/file-listing.ts
var file_listing = __webpack_require__(66381);
// EXTERNAL MODULE: ./src/sync/version/hosts/git.ts
var git = __webpack_require__(61948);
// EXTERNAL MODULE: ./src/sync/version/hosts/github.ts
var github = __webpack_require__(80381);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/sync/version/hosts/host.ts
var host = __webpack_require__(71168);
;// CONCATENATED MODULE: ./src/sync/version/hosts/registries.ts


/** `url`: of the package in a JavaScript registry. What it calls the latest; then all. */
async function* npmVersions({ url }, asker) {
    const latest = await (0,host/* readJson */.Vh)(asker, `${url}/latest`, schemas/* object */.Ikc({ version: schemas/* string */.YjP() }));
    yield { of: 'versions', listed: [(0,host/* listed */.KE)(latest.version, { isLatest: true })] };
    const shape = schemas/* object */.Ikc({ versions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).default({}) });
    yield (0,host/* versions */.e4)(Object.keys((await (0,host/* readJson */.Vh)(asker, url, shape)).versions));
}
const pypiAnswer = schemas/* object */.Ikc({
    info: schemas/* object */.Ikc({ version: schemas/* string */.YjP() }),
    releases: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* object */.Ikc({ yanked: schemas/* boolean */.zMY().default(false) })))
        .default({})
});
/** https://docs.pypi.org/api/json/ */
async function* pypiVersions({ name }, asker) {
    const url = `https://pypi.org/pypi/${encodeURIComponent(name)}/json`;
    const { info, releases } = await (0,host/* readJson */.Vh)(asker, url, pypiAnswer);
    // One without files was never published, and one whose files are all taken back is no longer.
    const there = Object.entries(releases)
        .filter(([, files]) => files.some(({ yanked }) => !yanked))
        .map(([version]) => version);
    yield (0,host/* versions */.e4)(there.length > 0 ? there : [info.version]);
}
const cratesAnswer = schemas/* object */.Ikc({
    versions: schemas/* array */.YOg(schemas/* object */.Ikc({ num: schemas/* string */.YjP(), yanked: schemas/* boolean */.zMY().default(false) }))
});
/** https://crates.io/data-access#api */
async function* crateVersions({ name }, asker) {
    const url = `https://crates.io/api/v1/crates/${encodeURIComponent(name)}`;
    const answer = await (0,host/* readJson */.Vh)(asker, url, cratesAnswer);
    yield (0,host/* versions */.e4)(answer.versions.filter(({ yanked }) => !yanked).map(({ num }) => num));
}
const gemsAnswer = schemas/* array */.YOg(schemas/* object */.Ikc({ number: schemas/* string */.YjP(), prerelease: schemas/* boolean */.zMY().default(false) }));
/** https://guides.rubygems.org/rubygems-org-api/#gem-version-methods: those that were taken back are not in it. */
async function* gemVersions({ name }, asker) {
    const url = `https://rubygems.org/api/v1/versions/${encodeURIComponent(name)}.json`;
    const answer = await (0,host/* readJson */.Vh)(asker, url, gemsAnswer);
    yield {
        of: 'versions',
        listed: answer.map(({ number, prerelease }) => (0,host/* listed */.KE)(number, { isPreRelease: prerelease }))
    };
}
const hackageAnswer = schemas/* object */.Ikc({ 'normal-version': schemas/* array */.YOg(schemas/* string */.YjP()) });
/** https://hackage.haskell.org/api#package-preferred: without those that their maintainers deprecate. */
async function* hackageVersions({ name }, asker) {
    const url = `https://hackage.haskell.org/package/${encodeURIComponent(name)}/preferred.json`;
    yield (0,host/* versions */.e4)((await (0,host/* readJson */.Vh)(asker, url, hackageAnswer))['normal-version']);
}

// EXTERNAL MODULE: ./src/sync/version/form.ts
var version_form = __webpack_require__(47464);
// EXTERNAL MODULE: ./src/sync/version/parse.ts
var parse = __webpack_require__(81151);
;// CONCATENATED MODULE: ./src/sync/version/newest.ts



/**
 * The highest version of a list; what is none, or is a pre-release, does not count. One of another kind of number than the package's
 * and than what the place calls its latest (2019.12 beside 1.5.0) is from before a change of numbering. Null: none is left.
 */
function newestVersion(list, words, present) {
    const read = versionsIn(list, words, present);
    const found = list.listed.flatMap((one, index) => {
        const version = read[index] ?? null;
        if (version === null)
            return [];
        const isEarly = one.isPreRelease || (0,compare/* isPreRelease */.T)(version) || (0,compare/* isPreRelease */.T)(wholeIn(one.tag, version, present));
        return isEarly && !words.allowPreRelease ? [] : [{ ...one, version }];
    });
    const latest = found.find(({ isLatest }) => isLatest);
    const kinds = [latest?.version, present.version].map((version) => isCalendar(version ?? ''));
    return found
        .filter(({ version }) => latest === undefined || kinds.includes(isCalendar(version)))
        .filter(({ version }) => words.passesOver?.(version) !== true)
        .reduce((best, one) => (best === null || (0,compare/* isOlder */.t)(best.version, one.version) ? one : best), null);
}
/**
 * A version with what follows it in its tag, but for what follows all of the package's: `v(\d+\.\d+)` of `version-regex` leaves out
 * that `v2.0-rc1` is none yet.
 */
function wholeIn(tag, version, { form }) {
    const [spelled, core] = [tag, version.slice((0,version_form/* leadOf */.M)(version).length)].map((text) => text.replaceAll(/[_-]/g, '.'));
    const start = spelled?.indexOf(core ?? '') ?? -1;
    const after = form.tag?.after ?? '';
    if (start === -1)
        return version;
    return after !== '' && tag.endsWith(after) ? tag.slice(start, -after.length) : tag.slice(start);
}
/** What each of the list is for the package; null: no version. */
function versionsIn({ of, listed }, words, { version, form }) {
    const tags = listed.map(({ tag }) => tag);
    const plain = { ...form, tag: null };
    // A registry's versions have nothing around them, whatever the tags of the source have.
    if (of === 'versions')
        return (0,parse/* readTags */.g$)(tags, { tagPrefix: '', versionRegex: null }, plain);
    if (words.tagPrefix !== '' || words.versionRegex !== null)
        return (0,parse/* readTags */.g$)(tags, words, form);
    const inForm = (0,parse/* readTags */.g$)(tags, words, form);
    if (form.tag !== null && inForm.some((read) => read !== null))
        return inForm;
    const asTheyAre = (0,parse/* readTags */.g$)(tags, words, plain);
    if (version === null || asTheyAre.includes(version))
        return asTheyAre;
    // The tag of the present version is among them, or several things' tags of that number.
    const shapes = tags.flatMap((tag) => (0,version_form/* formOf */.QU)(version, [tag]).tag ?? []);
    const [shape] = shapes;
    const isOne = new Set(shapes.map((one) => JSON.stringify(one))).size === 1;
    // A number of one part is in other names by chance.
    const isShort = form.separator === null && version.length < 4;
    if (shape === undefined || !isOne || isShort)
        return asTheyAre;
    return (0,parse/* readTags */.g$)(tags, words, { ...form, tag: shape });
}
/** `2024.1`, `20240501`; `24.05` is none. */
function isCalendar(version) {
    return /^[a-z]*(?:19|20)[0-9]{2}(?:$|[-._0-9])/i.test(version);
}

// EXTERNAL MODULE: ./src/sync/version/source-host.ts
var source_host = __webpack_require__(24610);
// EXTERNAL MODULE: ./src/sync/version/words.ts
var words = __webpack_require__(45109);
;// CONCATENATED MODULE: ./src/sync/version/latest.ts












/**
 * The newest version that the source's own host knows: the first of `sourceUrls`, else `homepage`, whose address tells how to ask.
 * Throws LATEST_UNKNOWN when none does or there is no version, and what the host refuses.
 */
async function latestVersion(question) {
    const { sourceUrls, homepage, environment, log } = question;
    const addresses = homepage === null ? sourceUrls : [...sourceUrls, homepage];
    for (const address of addresses) {
        const host = (0,source_host/* sourceHost */.Y)(address, environment.serverUrl);
        if (host === null)
            continue;
        const name = nameOf(host);
        const { version, tag, url } = await newestOf(host, name, question);
        log.info(`latest version: ${version} (tag ${tag} of ${name})`);
        return { version, tag, url };
    }
    const [first] = addresses;
    if (first === undefined) {
        throw latestUnknown('the package', 'it has no source that is fetched, and no homepage', {
            hint: 'Give `version`; or give the package a `meta.homepage` whose releases or tags tell it.'
        });
    }
    throw latestUnknown(
    // Without what a person may have put in front of the host.
    first.replace(/\/\/[^/]*@/, '//').slice(0, 300), 'nothing in the addresses of its sources, or in its homepage, tells where its versions are published');
}
/**
 * List by list, until one has a version that is not older than the package's: where releases ended years ago, tags go on. Throws
 * LATEST_UNKNOWN when no list has any.
 */
async function newestOf(host, name, question) {
    const { present } = question;
    const seen = [];
    let best = null;
    try {
        for await (const list of listsOf(host, askerOf(question))) {
            seen.push(...list.listed);
            const newest = newestVersion(list, question, present);
            if (newest === null)
                continue;
            if (best === null || (0,compare/* isOlder */.t)(best.version, newest.version))
                best = newest;
            if (present.version === null || !(0,compare/* isOlder */.t)(best.version, present.version))
                return best;
        }
    }
    catch (cause) {
        // What GitHub and git refuse says so itself; anything else is an answer that nobody foresaw.
        if (cause instanceof errors/* NarPublishError */.f9 && cause.code !== 'DOWNLOAD_FAILED')
            throw cause;
        const reason = cause instanceof errors/* NarPublishError */.f9
            ? `${cause.subject}: ${cause.reason}`
            : 'its answer has no version';
        throw latestUnknown(name, reason, { cause });
    }
    if (best !== null)
        return best;
    throw noVersion(name, seen, question);
}
function listsOf(host, asker) {
    switch (host.kind) {
        case 'github':
            return (0,github/* gitHubVersions */.nu)(host, asker);
        case 'git':
            return (0,git/* gitVersions */.mV)(host, asker);
        case 'npm':
            return npmVersions(host, asker);
        case 'pypi':
            return pypiVersions(host, asker);
        case 'crates':
            return crateVersions(host, asker);
        case 'gems':
            return gemVersions(host, asker);
        case 'hackage':
            return hackageVersions(host, asker);
        case 'listing':
            return (0,file_listing/* listedFiles */.H)(host, asker);
    }
}
/** For people. */
function nameOf(host) {
    switch (host.kind) {
        case 'github':
            return `${host.owner}/${host.repo} on GitHub`;
        case 'git':
        case 'npm':
            return host.url;
        case 'listing':
            return `${host.url}${host.name}*`;
        case 'pypi':
            return `${host.name} on PyPI`;
        case 'crates':
            return `${host.name} on crates.io`;
        case 'gems':
            return `${host.name} on RubyGems`;
        case 'hackage':
            return `${host.name} on Hackage`;
    }
}
function askerOf(question) {
    const { environment, token, scratch, log, memory, tagPrefix, versionRegex, present } = question;
    const own = versionRegex === null ? (present.form.tag?.before ?? '') : '';
    const prefix = tagPrefix === '' ? own : tagPrefix;
    const read = readOnce(question.read ?? reader(log), memory);
    return { environment, token, scratch, log, memory, tagPrefix: prefix, read };
}
/** Characters of an answer that is kept for another package. */
const largestKept = 1024 * 1024;
function readOnce(read, memory) {
    if (memory === undefined)
        return read;
    return async (url) => {
        const question = { server: new URL(url).origin, words: url, subject: url };
        const text = await memory.once(question, () => {
            memory.otherRequests++;
            return read(url);
        });
        if (text.length > largestKept)
            memory.forget(question);
        return text;
    };
}
/** Bytes; the answer may hold a description of each version. */
const largestAnswer = 64 * 1024 * 1024;
function reader(log) {
    return async (url) => {
        const body = (0,download/* downloaderOf */.B)(log)({ url, credentials: null, mayRedirect: true });
        const text = await (0,bodies/* readAtMost */.rU)(body, largestAnswer);
        if (text !== null)
            return text.toString('utf8');
        throw latestUnknown(url, `its answer has more than ${largestAnswer} bytes`);
    };
}
/** Names a tag as they are there, and what to give so that it is understood. */
function noVersion(name, seen, { tagPrefix, versionRegex }) {
    const tags = seen.map(({ tag }) => tag);
    const sample = tags.find((tag) => (0,parse/* prefixHint */.Mn)(tag) !== undefined) ?? tags[0];
    if (sample === undefined) {
        return latestUnknown(name, 'it has no release and no tag', {
            hint: 'Give `version`; `version: branch` follows the newest commit.'
        });
    }
    const how = versionRegex !== null
        ? ` for \`version-regex\`, ${(0,words/* shownTag */.cG)(versionRegex)}`
        : tagPrefix === ''
            ? ''
            : ` behind the prefix ${(0,words/* shownTag */.cG)(tagPrefix)}`;
    return latestUnknown(name, `it has no release and no tag that is a version${how}; one that it has is ${(0,words/* shownTag */.cG)(sample)}`, {
        hint: (0,parse/* prefixHint */.Mn)(sample) ??
            'Give `version`, or a `version-regex` that finds the version in such a tag.'
    });
}
function latestUnknown(subject, reason, more = {}) {
    return new errors/* NarPublishError */.f9({ code: 'LATEST_UNKNOWN', subject, reason, ...more });
}


/***/ }),

/***/ 24610:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ sourceHost)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _hosts_file_listing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66381);


const namePattern = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
/** nixpkgs leaves the choice among mirrors to the fetch: `mirror://gnu/hello/hello-2.12.tar.gz`. */
const protocols = ['https:', 'http:', 'ssh:', 'file:', 'mirror:'];
/** Hosts whose two-part paths are repositories, beside those that say `git.` in their name. */
const forges = ['gitlab.com', 'codeberg.org', 'bitbucket.org', 'git.sr.ht'];
/** Reads it from an address that a source is fetched from, or from a homepage; null when it does not tell. Pure. */
function sourceHost(address, serverUrl) {
    const text = address.replace(/^git\+/, '');
    if (!URL.canParse(text))
        return null;
    const url = new URL(text);
    if (!protocols.includes(url.protocol) || url.hostname.startsWith('-'))
        return null;
    // Credentials in an address are for the fetch alone.
    url.username = url.protocol === 'ssh:' ? url.username : '';
    url.password = '';
    return (gitHubRepository(url, serverUrl) ??
        npmPackage(url) ??
        registryPackage(url) ??
        fileListing(url) ??
        (url.protocol === 'mirror:' ? null : gitRepository(url, text !== address)));
}
/** `/o/r/archive/…`, `/o/r/releases/download/…`, `/o/r.git`, codeload's `/o/r/…`, the API's `/repos/o/r/tarball/…`. */
function gitHubRepository(url, serverUrl) {
    const own = new URL(serverUrl).host;
    const host = url.host === own ? own : url.host.replace(/^(www|codeload|api)\./, '');
    if (host !== own && host !== 'github.com')
        return null;
    const parts = decodedParts(url);
    const [owner = '', repo = ''] = parts[0] === 'repos' ? parts.slice(1) : parts;
    const name = repo.replace(/\.git$/, '');
    if (!namePattern.test(owner) || !namePattern.test(name))
        return null;
    return { kind: 'github', owner, repo: name, isOwn: host === own };
}
/** `<origin>/<name>/-/<file>.tgz`: the tarball of a JavaScript package; the name may have a scope. */
function npmPackage(url) {
    const base = /^(\/.+)\/-\/[^/]+\.tgz$/.exec(url.pathname)?.[1];
    return base === undefined ? null : { kind: 'npm', url: `${url.origin}${base}` };
}
/** Each registry's addresses: of files (also by nixpkgs' names of mirrors), and of pages. The first group is the name. */
const registries = [
    // fetchPypi's; a file's own address says the name by its file.
    ['pypi', /^mirror:\/\/pypi\/[^/]+\/([^/]+)\//],
    [
        'pypi',
        /^(?:files\.pythonhosted\.org|pypi\.(?:org|io|python\.org))\/packages\/(?:source|py[^/]*|[0-9.]+)\/[^/]\/([^/]+)\//
    ],
    [
        'pypi',
        /^files\.pythonhosted\.org\/packages\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]+\/([^/]+?)-v?[0-9][^/]*$/
    ],
    ['pypi', /^pypi\.(?:org|python\.org)\/(?:project|pypi)\/([^/]+)/],
    ['crates', /^(?:static\.|index\.)?crates\.io\/(?:api\/v1\/)?crates\/([^/]+)/],
    ['gems', /^rubygems\.org\/(?:gems|downloads)\/([^/]+?)-[0-9][^/]*\.gem$/],
    ['gems', /^rubygems\.org\/gems\/([^/]+)/],
    [
        'hackage',
        /^(?:mirror:\/\/hackage|hackage\.haskell\.org\/package)\/(?:[^/]+\/)?([^/]+?)-[0-9][0-9.]*(?:\/[^/]*|\.tar\.gz)?$/
    ],
    ['hackage', /^hackage\.haskell\.org\/package\/([^/]+)\/?$/]
];
function registryPackage(url) {
    const address = addressOf(url);
    for (const [kind, pattern] of registries) {
        const name = pattern.exec(address)?.[1];
        if (name !== undefined && namePattern.test(name))
            return { kind, name };
    }
    return null;
}
/** `pypi.org/project/x`, `mirror://pypi/x/…`. */
function addressOf(url) {
    const path = `${url.host}/${decodedParts(url).join('/')}`;
    return url.protocol === 'mirror:' ? `mirror://${path}` : path.replace(/^www\./, '');
}
const gnu = 'https://ftp.gnu.org/gnu';
const savannah = 'https://download.savannah.gnu.org/releases';
/** Servers that list what they have, and the one of them that is asked. */
const listings = [
    [
        /^(?:mirror:\/\/gnu|ftp\.gnu\.org\/(?:pub\/)?gnu|ftpmirror\.gnu\.org(?:\/gnu)?|mirrors\.kernel\.org\/gnu)\/(.+)$/,
        gnu
    ],
    [
        /^(?:mirror:\/\/savannah|download(?:-mirror)?\.savannah\.(?:non)?gnu\.org\/releases(?:-noredirect)?)\/(.+)$/,
        savannah
    ]
];
function fileListing(url) {
    const address = addressOf(url);
    const project = /^gnu\.org\/software\/([\w.+-]+)\/?$/.exec(address)?.[1];
    if (project !== undefined)
        return { kind: 'listing', url: `${gnu}/${project}/`, name: `${project}-` };
    for (const [pattern, server] of listings) {
        const parts = pattern.exec(address)?.[1]?.split('/') ?? [];
        const file = parts.pop();
        const name = /^(.*?[-_])v?[0-9]/.exec(file ?? '')?.[1];
        if (file === undefined || name === undefined || !_hosts_file_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .archiveEnding */ .Y.test(file))
            continue;
        // `gcc/gcc-14.2.0/gcc-14.2.0.tar.xz`: a folder for each version.
        if (parts.at(-1)?.startsWith(name) === true && parts.length > 1)
            parts.pop();
        return {
            kind: 'listing',
            url: `${[server, ...parts.map(encodeURIComponent)].join('/')}/`,
            name
        };
    }
    return null;
}
/** `isOne`: whatever the address looks like, as Nix has it (`git+https://…`). */
function gitRepository(url, isOne) {
    const found = repositoryPath(url) ?? (isOne ? url.pathname : null);
    if (found === null)
        return null;
    // Savannah has its repositories to look at and to clone at two addresses.
    const isSavannah = /^git\.(?:sv|savannah)\.(?:non)?gnu\.org$/.test(url.host);
    const path = isSavannah ? found.replace(/^\/(?:cgit|gitweb)\//, '/git/') : found;
    const user = url.username === '' ? '' : `${url.username}@`;
    return { kind: 'git', url: `${url.protocol}//${user}${url.host}${path}` };
}
/** What stands for the repository in the address; null when nothing says that it is one. */
function repositoryPath({ host, protocol, pathname }) {
    // GitLab's API has the whole path in one part: `/api/v4/projects/o%2Fr/repository/archive.tar.gz`.
    const project = /^\/api\/v4\/projects\/([^/]+)\/repository\/archive/.exec(pathname)?.[1];
    if (project !== undefined)
        return `/${project.replace(/%2f/gi, '/')}.git`;
    const [, before = ''] = 
    // GitLab; Gitea, Forgejo and SourceHut; a release's file of Gitea; Bitbucket; cgit.
    /^(\/.+?)\/(?:-\/archive|archive|releases\/download|get|snapshot)\//.exec(pathname) ?? [];
    if (before !== '' && (protocol === 'https:' || protocol === 'http:')) {
        // Gitea's API.
        return before.replace(/^\/api\/v1\/repos\//, '/');
    }
    // Bitbucket's own uploads stand beside the repository's pages.
    const path = (host === 'bitbucket.org'
        ? pathname.replace(/^(\/[^/]+\/[^/]+)\/downloads\/.*$/, '$1')
        : pathname).replace(/\/+$/, '');
    if (path.endsWith('.git') || (protocol === 'ssh:' && path !== ''))
        return path;
    const isForge = forges.includes(host) || host.startsWith('git.');
    return isForge && /^\/[^/]+\/[^/]+/.test(path) && !_hosts_file_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .archiveEnding */ .Y.test(path) ? path : null;
}
function decodedParts({ pathname }) {
    const parts = pathname.split('/').filter((part) => part !== '');
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => parts.map(decodeURIComponent), parts);
}


/***/ }),

/***/ 32389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ wantedVersion)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34962);
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49443);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90651);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47464);
/* harmony import */ var _latest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92465);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81151);







/**
 * The version that was asked for; null: it stays as it is. Throws VERSION_INVALID, VERSION_OLDER, LATEST_UNKNOWN,
 * REVISION_UNTRACED, and what the source's host refuses.
 */
async function wantedVersion(work, current, place) {
    const asker = { ...place, token: work.token };
    const question = {
        ...asker,
        tagPrefix: work.tagPrefix,
        versionRegex: work.versionRegex,
        sourceUrls: current.sourceUrls,
        homepage: current.homepage,
        present: { version: current.version, form: (0,_form_js__WEBPACK_IMPORTED_MODULE_3__/* .formOf */ .QU)(current.version, current.refs) },
        // Who follows pre-releases goes on with them.
        allowPreRelease: current.version !== null && (0,_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .isPreRelease */ .T)(current.version)
    };
    switch (work.version.kind) {
        case 'keep':
            return null;
        case 'branch': {
            const { pinned, version } = current;
            if (pinned === null || pinned.isOfTag === true)
                throw notPinned();
            const branch = work.version.name ?? pinned.branch ?? null;
            const newest = await (pinned.newest?.(asker) ?? (0,_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .newestCommit */ .sM)(pinned.host, branch, asker));
            return followed(work, current, pinned, newest, version, place);
        }
        case 'given': {
            const chosen = chosenVersion(work.version, question);
            if (isDowngrade(chosen, current) && !work.allowDowngrade) {
                const subject = `version ${chosen.version}`;
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'VERSION_OLDER', subject, reason: newerReason(current) });
            }
            return withCommit(chosen, current, question);
        }
        case 'latest': {
            const { version, tag, url } = await (0,_latest_js__WEBPACK_IMPORTED_MODULE_4__/* .latestVersion */ .q)(question);
            const chosen = { version, tag, releaseUrl: url };
            if (isDowngrade(chosen, current) && !work.allowDowngrade) {
                // Nobody asked for that very version: a run by the clock has nothing to do.
                place.log.info(`version: not ${version}, as ${newerReason(current)}`);
                return null;
            }
            return withCommit(chosen, current, question);
        }
    }
}
function isDowngrade(chosen, { version }) {
    return version !== null && (0,_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .isOlder */ .t)(chosen.version, version);
}
function newerReason({ version }) {
    return `the package has ${version ?? 'none'}, which is newer`;
}
function chosenVersion(given, question) {
    const { environment, log, present } = question;
    const version = (0,_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .givenVersion */ .GT)(given, question, present.form);
    const { text, source } = given;
    if (source === 'input') {
        log.info(`version: ${version} (as asked for)`);
        return { version, tag: text === version ? null : text, releaseUrl: null };
    }
    const { url = null, isPreRelease: isMarked = false } = environment.release ?? {};
    const mark = isMarked ? ', marked as a pre-release' : '';
    log.info(`version: ${version} (from the tag ${text} that started this run${mark})`);
    return { version, tag: text, releaseUrl: url };
}
/** Asks which commit the version's tag is at, where the source is pinned by one. */
async function withCommit(chosen, { pinned, version, refs }, question) {
    if (pinned === null || chosen.version === version)
        return { ...chosen, commit: null };
    const { log } = question;
    const name = (0,_latest_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .V)(pinned.host);
    const commitOf = (one) => (0,_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .commitOfVersion */ .rk)(pinned.host, one, question);
    const ask = async () => {
        const old = { version: version ?? '', tag: refs[0] ?? null };
        if (pinned.isOfTag !== true || (await commitOf(old))?.commit === pinned.commit) {
            return commitOf(chosen);
        }
        return null;
    };
    const found = await ask().catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9)
            return error;
        throw error;
    });
    if (found instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9) {
        log.info(`revision: ${pinned.commit} stays: ${found.message}`);
        return { ...chosen, commit: null, unasked: found };
    }
    if (found === null) {
        log.warning(`revision: ${name} has no tag for ${chosen.version}; ${pinned.commit} stays`);
        return { ...chosen, commit: null };
    }
    log.info(`revision: ${found.commit} (tag ${found.tag} of ${name})`);
    return { ...chosen, tag: found.tag, commit: found.commit };
}
/** The version at a branch's newest commit; null: that is the one which the source is at. */
function followed({ allowDowngrade }, current, pinned, { branch, commit, date }, present, { log }) {
    const at = `${branch} of ${(0,_latest_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .V)(pinned.host)} is at ${commit}, of ${date}`;
    if (commit.startsWith(pinned.commit)) {
        log.info(`version: ${present ?? '(none)'} stays: ${at}`);
        return null;
    }
    const version = (0,_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .versionAtCommit */ .$C)(present, pinned.commit, { commit, date });
    // Digits of commits have no order.
    const ordered = (text) => (text ?? '').replaceAll(_literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__/* .commitWords */ .xK, (word) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameCommit */ .sw)(word, pinned.commit) || (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameCommit */ .sw)(word, commit) ? '' : word);
    if ((0,_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .isOlder */ .t)(ordered(version), ordered(present)) && !allowDowngrade) {
        log.info(`version: not ${version ?? '(none)'}, as ${newerReason(current)}: ${at}`);
        return null;
    }
    log.info(`version: ${version ?? '(none)'}: ${at}`);
    return { version, tag: null, releaseUrl: null, commit, date };
}
function notPinned() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'REVISION_UNTRACED',
        subject: 'version branch',
        reason: 'no source of the package is fetched from a Git host by the digits of a commit'
    });
}


/***/ }),

/***/ 11850:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ workOut)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var nix_derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/sync/compute.ts
var compute = __webpack_require__(37262);
// EXTERNAL MODULE: ./src/nix/fixed-outputs.ts
var fixed_outputs = __webpack_require__(72370);
// EXTERNAL MODULE: ./src/sync/change.ts
var sync_change = __webpack_require__(81679);
;// CONCATENATED MODULE: ./src/sync/searched-texts.ts
const shellWord = String.raw `(?:'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|[^\s'"\\;&|<>()])+`;
const commands = /(?:^|[\s;&|(])(substitute(?:InPlace|Stream)?|sed)(?=\s)/g;
const words = new RegExp(String.raw `[ \t]+|\\\r?\n|(${shellWord})|[^]`, 'y');
/**
 * What `substituteInPlace FILE --replace-fail TEXT …` and `sed -e 's/TEXT/…/' FILE` look for. Of a regular expression only one that
 * means itself, a dot aside; other commands look for nothing that could be told. Pure.
 */
function searchedTexts(script) {
    return [...script.matchAll(commands)].flatMap(({ 0: whole, 1: name, index }) => {
        const args = argumentsFrom(script, index + whole.length);
        return name === 'sed' ? searchedBySed(args) : searchedBySubstitute(args);
    });
}
/** Up to the end of the command, without quotes. */
function argumentsFrom(script, start) {
    const found = [];
    words.lastIndex = start;
    for (;;) {
        const match = words.exec(script);
        if (match === null)
            return found;
        const [whole, word] = match;
        if (word !== undefined)
            found.push(unquoted(word));
        else if (!/^(?:[ \t]+|\\\r?\n)$/.test(whole))
            return found;
    }
}
function unquoted(word) {
    return word.replace(/'([^']*)'|"((?:\\[^]|[^"\\])*)"|\\([^])/g, (_, single, double, escaped) => single ?? double?.replace(/\\([$`"\\\n])/g, '$1') ?? escaped ?? '');
}
function searchedBySubstitute(args) {
    const first = args.findIndex((word) => word.startsWith('--'));
    const files = first === -1 ? [] : args.slice(0, first);
    return args.flatMap((word, index) => {
        const text = /^--replace(?:-(?:fail|warn|quiet))?$/.test(word) ? args[index + 1] : undefined;
        return text === undefined || text === '' ? [] : [{ text, files }];
    });
}
function searchedBySed(args) {
    const scripts = args.filter((word) => /^[^-].*|^-[^-]*e./.test(word));
    const files = args.filter((word) => /^[\w./-]+\.\w+$/.test(word) && !word.startsWith('-'));
    return scripts.flatMap((script) => [...script.matchAll(/(?:^|[;\s{}0-9$])s([/|,#@:!+])((?:\\[^]|(?!\1)[^\\\n])+?)\1/g)].flatMap(([, , pattern = '']) => {
        const text = pattern.replace(/\\([./|,#@:!+"'-])/g, '$1').replace(/^\^|\$$/g, '');
        return /[\\*[\]^$]/.test(text) ? [] : [{ text, files }];
    }));
}

// EXTERNAL MODULE: ./src/sync/sources.ts
var sync_sources = __webpack_require__(75941);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(72589);
;// CONCATENATED MODULE: ./src/sync/upstream-texts.ts




/** Bytes of a source that are read at most: a text in the rest is not found. */
const mostRead = 2 * 1024 ** 3;
/**
 * Which of the texts a source holds: a folder in the store, of which `files` alone are read when they are all there, or an archive, read
 * as `tar` unpacks it and written nowhere. null: it is an archive that tar cannot read.
 */
async function textsInSource(source, texts, files, env) {
    const search = new TextSearch(texts);
    if ((await (0,promises_.stat)(source)).isDirectory()) {
        for (const file of await chosenFiles(source, files)) {
            await search.read((0,external_node_fs_.createReadStream)(file));
            search.endFile();
        }
        return search.found;
    }
    const args = ['-xOf', source];
    const { child, stdout, exit } = (0,start/* startProgram */.Xd)({ program: 'tar', args }, { env });
    await search.read(stdout);
    child.kill();
    const { status, signal } = await exit.catch(() => ({ status: 127, signal: null }));
    return status === 0 || (signal !== null && search.isDone) ? search.found : null;
}
async function chosenFiles(folder, files) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const all = entries.filter((one) => one.isFile()).map((one) => (0,external_node_path_.join)(one.parentPath, one.name));
    const named = files.map((file) => (0,external_node_path_.join)(folder, file));
    const areThere = named.length > 0 && named.every((file) => all.includes(file));
    return areThere ? named : all;
}
class TextSearch {
    found = new Set();
    #texts;
    #overlap;
    #rest = Buffer.alloc(0);
    #read = 0;
    constructor(texts) {
        this.#texts = texts.map((text) => [text, Buffer.from(text)]);
        this.#overlap = Math.max(0, ...this.#texts.map(([, bytes]) => bytes.length - 1));
    }
    get isDone() {
        return this.found.size === this.#texts.length || this.#read > mostRead;
    }
    async read(stream) {
        for await (const chunk of stream) {
            this.#read += chunk.length;
            const bytes = Buffer.concat([this.#rest, chunk]);
            for (const [text, wanted] of this.#texts)
                if (bytes.includes(wanted))
                    this.found.add(text);
            this.#rest = bytes.subarray(Math.max(0, bytes.length - this.#overlap));
            if (this.isDone)
                break;
        }
    }
    /** What the next one begins with does not go on with what this one ends with. */
    endFile() {
        this.#rest = Buffer.alloc(0);
    }
}

// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
;// CONCATENATED MODULE: ./src/sync/still-searched.ts







/** Those of occurrences that show in nothing but the package's own scripts. */
function patternsOf(occurrences) {
    return occurrences.flatMap(({ literal, shown }) => {
        if (shown.some(({ kind }) => kind !== 'own'))
            return [];
        return shown.flatMap((one) => {
            const [old, now] = [searchedTexts(one.old), searchedTexts(one.new)];
            return now.flatMap(({ text, files }, index) => {
                const was = old[index]?.text;
                return was === undefined || was === text ? [] : [{ literal, old: was, new: text, files }];
            });
        });
    });
}
/**
 * Which of the patterns the new source has as it was, and not with the new version: the version in it is somebody else's, such as a
 * dependency's in a requirements file. The source is fetched for that, when there are any patterns.
 */
async function stillSearched(shop, change, occurrences) {
    const patterns = patternsOf(occurrences);
    const sources = patterns.length === 0 ? [] : await newSources(shop, change);
    if (sources.length === 0)
        return [];
    const found = [];
    for (const pattern of patterns) {
        const { old, new: now, files } = pattern;
        const env = shop.environment.childEnvironment;
        const held = new Set();
        for (const source of sources)
            for (const text of (await textsInSource(source, [old, now], files, env)) ?? [])
                held.add(text);
        if (held.has(old) && !held.has(now))
            found.push(pattern);
    }
    return found;
}
/** What this machine's package is made of, with the change made; none where that does not evaluate, which is said elsewhere. */
async function newSources(shop, change) {
    const system = shop.environment.runnerSystem;
    if (!shop.systems.includes(system))
        return [];
    await (0,workshop/* writeCopy */.bt)(shop, (0,workshop/* replacementsOf */.P1)((0,sync_change/* editsOf */.t7)(change)));
    const evaluated = await (0,workshop/* evaluateCopy */.TK)(shop, system);
    if (!('drvPath' in evaluated))
        return [];
    const graph = await (0,nix_derivations/* readDerivations */.rj)(shop.nix, [evaluated.drvPath]);
    const sources = (0,sync_sources/* mainSources */.gS)(evaluated.drvPath, graph, evaluated.version);
    const round = await (0,fixed_outputs/* realiseFixedOutputs */.YT)(shop.nix, sources.map(({ drvPath }) => drvPath), shop.log);
    return sources.flatMap(({ drvPath, outputs }) => {
        const path = outputs.get('out')?.path ?? null;
        return round.get(drvPath)?.kind === 'valid' && path !== null ? [path] : [];
    });
}

// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/version-places.ts + 2 modules
var version_places = __webpack_require__(18262);
;// CONCATENATED MODULE: ./src/sync/attempts.ts







/**
 * Takes the steps, and takes them anew without a place of the version that was only assumed to be the package's, where it turns out that
 * it is not: a server has no such thing, upstream's file does not say so. `stays` takes those places, with the reason. What stands in the
 * way of everything else is thrown as it came.
 */
async function withoutDoubtful(shop, stays, steps) {
    const { files } = shop;
    let failed = null;
    for (;;) {
        const bumped = await steps.bump().catch((error) => {
            throw failed ?? error;
        });
        const assumed = bumped.occurrences.filter((one) => (0,version_places/* roleAmong */.xD)(one) === 'assumed');
        let doubtful;
        try {
            const made = await steps.compute(bumped);
            doubtful = (await stillSearched(shop, made.change, assumed)).map(({ literal, old }) => ({
                literal,
                why: `the new source still says ${JSON.stringify(old)}, which the package looks for`
            }));
            if (doubtful.length === 0)
                return { bumped, made, proved: await steps.prove(bumped, made) };
        }
        catch (error) {
            doubtful = doubtfulBy(error, assumed);
            // What is said of the second attempt would be about something that nobody wrote.
            if (doubtful.length === 0)
                throw failed ?? error;
            failed = error instanceof compute/* NotThere */.W ? null : error;
        }
        for (const { literal, why } of doubtful) {
            shop.log.info(`left ${(0,types/* placeOf */.$t)(literal)}: ${why}`);
            stays.add(literal, why);
        }
        await (0,workshop/* renewCopy */.fw)(shop, files);
    }
}
function doubtfulBy(error, assumed) {
    if (error instanceof compute/* NotThere */.W) {
        return assumed.flatMap(({ literal, shown }) => {
            const gone = shown.flatMap(({ hashes }) => hashes.flatMap((hash) => error.gone.get(hash) ?? []));
            const [derivation] = gone;
            if (derivation === undefined)
                return [];
            const what = (0,nix_derivations/* urlsOf */.Wn)(derivation)[0] ?? derivation.name;
            return [{ literal, why: `there is no ${what}` }];
        });
    }
    if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'BUILD_FAILED')
        return [];
    return patternsOf(assumed)
        .filter(({ new: text }) => error.reason.includes(`pattern ${text} doesn't match`))
        .map(({ literal, old }) => ({
        literal,
        why: `the build of the new version does not find ${JSON.stringify(old)} with the new version in it`
    }));
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./src/sync/bump.ts + 3 modules
var bump = __webpack_require__(21636);
// EXTERNAL MODULE: ./src/sync/key-change.ts
var key_change = __webpack_require__(61389);
// EXTERNAL MODULE: ./src/sync/literals/output-hashes.ts
var output_hashes = __webpack_require__(29544);
;// CONCATENATED MODULE: ./src/sync/beside/cargo-keys.ts

/** Crates of a Cargo.lock that come out of Git repositories, by name and version. */
function gitCrates(lock) {
    const crates = new Map();
    for (const block of lock.split(/^\[\[package\]\][ \t\r]*$/m).slice(1)) {
        const valueOf = (key) => new RegExp(`^${key} = "([^"\\\\\\n]*)"[ \\t\\r]*$`, 'm').exec(block)?.[1] ?? '';
        const source = valueOf('source');
        const crate = valueOf('name');
        const name = `${crate}-${valueOf('version')}`;
        if (source.startsWith('git+') && output_hashes/* entryName */.MB.test(name))
            crates.set(name, { crate, source });
    }
    return crates;
}
/**
 * What becomes of the names in `outputHashes` when the lock file does: the same crate at another version keeps its entry, one that is
 * gone makes room for one that comes. Of several crates out of one commit, one entry is enough. null: nothing changes.
 */
function followLock(files, literals, { before, after }) {
    const [was, now] = [gitCrates(before), gitCrates(after)];
    const change = { edits: [], gone: [], added: [] };
    for (const set of files.flatMap(output_hashes/* findOutputHashes */.nw)) {
        // Those of another lock file have other names.
        if (set.entries.some(({ name }) => was.has(name)))
            followIn(set, literals, { was, now }, change);
    }
    return change.edits.length + change.added.length === 0 ? null : change;
}
function followIn(set, literals, { was, now }, change) {
    const gone = set.entries.filter(({ name }) => was.has(name) && !now.has(name));
    const covered = new Set(set.entries.map(({ name }) => now.get(name)?.source));
    const missing = new Map();
    for (const [name, { source }] of now) {
        if (covered.has(source))
            continue;
        covered.add(source);
        missing.set(source, name);
    }
    const rename = (entry, source) => {
        const name = missing.get(source) ?? '';
        change.edits.push((0,output_hashes/* renameEdit */.lt)(entry, name));
        missing.delete(source);
        gone.splice(gone.indexOf(entry), 1);
    };
    for (const entry of [...gone]) {
        const crate = was.get(entry.name)?.crate;
        for (const [name, { crate: other, source }] of now) {
            if (other !== crate || !missing.has(source))
                continue;
            missing.set(source, name);
            rename(entry, source);
            break;
        }
    }
    for (const source of [...missing.keys()]) {
        const [entry] = gone;
        if (entry !== undefined)
            rename(entry, source);
    }
    for (const entry of gone) {
        change.edits.push((0,output_hashes/* removalEdit */.xV)(entry));
        change.gone.push(...literals.filter((literal) => isWithin(literal, entry)));
    }
    const slots = [...set.slots];
    for (const name of missing.values()) {
        const slot = slots.shift();
        // Each place takes one; Nix names what is missing then.
        if (slot !== undefined)
            change.added.push((0,output_hashes/* addition */.fr)(set, slot, name));
    }
}
function isWithin({ file, start, end }, { entry }) {
    return file === entry.file && entry.start <= start && end <= entry.end;
}

// EXTERNAL MODULE: ./src/sync/definitions.ts
var definitions = __webpack_require__(55905);
// EXTERNAL MODULE: ./src/sync/dyed-evaluation.ts
var dyed_evaluation = __webpack_require__(59780);
// EXTERNAL MODULE: ./src/sync/literals/edit.ts
var literals_edit = __webpack_require__(382);
// EXTERNAL MODULE: ./src/sync/beside/known-files.ts
var known_files = __webpack_require__(74215);
;// CONCATENATED MODULE: ./src/sync/beside/files-read.ts






/**
 * Files of dependencies that the package reads: one of their hashes feeds it, one of its own Nix files names them, or evaluation has put
 * them into the store for it, as they were written then: another package's lock file goes by the same name.
 */
async function filesRead(shop, traced, bumped) {
    const known = shop.files.filter(({ path }) => (0,known_files/* isDependencyFile */.W)(path));
    if (known.length === 0)
        return [];
    const feeding = new Set(traced.hashes.map(({ literal }) => literal.file));
    const own = ownNixFiles(shop, traced, bumped);
    const named = new Set(own.flatMap(pathsIn));
    const stored = storedFiles(shop, bumped);
    const edits = Map.groupBy([...bumped.evaluation.replacements].map(([span, replacement]) => ({ ...span, replacement })), ({ file }) => file);
    const found = [];
    for (const file of known) {
        const { path, text } = file;
        const isStored = async () => {
            const written = (0,literals_edit/* applyEdits */.c)(text, edits.get(path) ?? []);
            for (const one of stored.get((0,posix_.basename)(path)) ?? [])
                if ((await (0,promises_.readFile)(one, 'utf8').catch(() => null)) === written)
                    return true;
            return false;
        };
        if (feeding.has(path) || named.has(path) || (await isStored()))
            found.push(file);
    }
    return found;
}
/** Nix files that say something of the package: its version, one of its hashes, or all of it. */
function ownNixFiles({ files, project }, { hashes }, { versions }) {
    const own = new Set([
        project.packageFile,
        ...hashes.map(({ literal }) => literal.file),
        ...versions.map(({ file }) => file)
    ]);
    return files.filter(({ path }) => path.endsWith('.nix') && own.has(path));
}
/** Repository paths that a Nix file names, seen from its folder: `./deps.json`, `../Cargo.lock`, `./. + "/deps.json"`. */
function pathsIn({ path, text }) {
    const names = text.matchAll(/(?<![\w.+/-])((?:\.{1,2}\/|\/)?[\w.+-]+(?:\/[\w.+-]+)*\.\w+)/g);
    return [...names].map(([name]) => (0,posix_.normalize)(`${(0,posix_.dirname)(path)}/${name}`));
}
/** What evaluation put into the store for the package, by its name: `/nix/store/…-package-lock.json`. */
function storedFiles({ systems }, { evaluation }) {
    const sources = systems.flatMap((system) => {
        const evaluated = evaluation.packages.get(system);
        if (evaluated === undefined)
            return [];
        return [...(0,definitions/* closureOf */.TQ)((0,dyed_evaluation/* graphOf */.cQ)(evaluation, system), [evaluated.drvPath])].flatMap(({ inputSrcs }) => inputSrcs);
    });
    return Map.groupBy(new Set(sources), (source) => (0,posix_.basename)(source).replace(/^[^-]+-/, ''));
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/nix/rebuild.ts + 1 modules
var rebuild = __webpack_require__(38985);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
// EXTERNAL MODULE: ./src/sync/literals/dye.ts
var dye = __webpack_require__(62290);
// EXTERNAL MODULE: ./src/sync/project/evaluate.ts
var evaluate = __webpack_require__(58910);
// EXTERNAL MODULE: ./src/sync/project/project.ts
var project = __webpack_require__(55072);
;// CONCATENATED MODULE: ./src/sync/beside/source-tree.ts

















const expression = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "describe-source.nix", 'utf8');
const answer = schemas/* object */.Ikc({ drvPath: schemas/* string */.YjP().nullable(), folders: schemas/* array */.YOg(schemas/* string */.YjP()) });
/**
 * Fetches the package's `src`, and nothing else of it, with these replacements in the checkout, whatever hash it should have. `dyed`:
 * hashes that have their dyes among them. null: it has no such source, or that cannot be fetched.
 */
async function fetchSource(shop, dyed, replacements) {
    await (0,workshop/* writeCopy */.bt)(shop, replacements);
    const { nix, copy, project, work, systems, environment, log } = shop;
    const own = environment.runnerSystem;
    const system = systems.includes(own) ? own : (systems[0] ?? own);
    const request = { package: work.package, nixpkgs: work.nixpkgs, system };
    const answered = await (0,evaluate/* askPackage */.Oj)(nix, copy, project, request, expression);
    if (!('json' in answered)) {
        log.debug(`the source alone: ${answered.error.message}`);
        return null;
    }
    const { drvPath, folders } = answer.parse(JSON.parse(answered.json));
    const made = drvPath === null ? null : await realiseSource(shop, drvPath, dyed);
    const root = made === null ? null : await unpacked(shop, made.root);
    return made === null || root === null ? null : { ...made, root, folders: foldersOf(folders) };
}
/** The folder in an archive, as Nix unpacks one; what is a folder already is that. null: it is no archive of one folder. */
async function unpacked({ nix, log }, path) {
    const found = await (0,promises_.stat)(path).catch(() => null);
    if (found?.isDirectory() === true)
        return path;
    const expression = '{ path }: builtins.fetchTarball { name = "source"; url = "file://${path}"; }';
    const ended = await (0,run/* runNix */.dI)(nix, {
        program: 'nix-instantiate',
        args: ['--eval', '--json', '--read-write-mode', '--argstr', 'path', path, '--expr', expression]
    });
    const folder = ended.status === 0 ? schemas/* string */.YjP().parse(JSON.parse(ended.stdout)) : '';
    const isFolder = (await (0,promises_.stat)(folder).catch(() => null))?.isDirectory() === true;
    if (!isFolder)
        log.debug(`${path} is no archive that Nix unpacks: ${ended.stderr}`);
    return isFolder ? folder : null;
}
async function realiseSource(shop, drvPath, dyed) {
    const { nix, log } = shop;
    const derivations = await (0,nix_derivations/* readDerivations */.rj)(nix, [drvPath]);
    const derivation = derivations.get(drvPath);
    const fixed = derivation === undefined ? null : (0,nix_derivations/* fixedOutputOf */.RS)(derivation);
    if (fixed === null)
        return null;
    const literal = dyed.find((one) => (0,binary_cache_digest/* sameDigest */.VB)((0,dyed_evaluation/* dyeOf */.WI)(shop, one), fixed.digest));
    const result = (await (0,fixed_outputs/* realiseFixedOutputs */.YT)(nix, [drvPath], log)).get(drvPath);
    if (result?.kind === 'valid')
        return { root: await outputOf(shop, drvPath), hash: new Map() };
    if (result?.kind !== 'mismatch') {
        const why = result?.kind === 'failed' ? result.error.message : (result?.kind ?? 'nothing');
        log.debug(`the source alone, ${drvPath}: ${why}`);
        return null;
    }
    const { got } = result;
    if (literal !== undefined)
        shop.told.set(drvPath, got);
    const folder = (0,external_node_path_.join)(shop.scratch, 'rebuilt');
    const changes = new Map([[drvPath, { digest: got }]]);
    const rebuilt = await (0,rebuild/* rebuildDerivations */.M)(nix, derivations, changes, [drvPath], folder).catch((error) => {
        if (error instanceof errors/* NarPublishError */.f9 && error.code === 'REBUILD_FAILED')
            return null;
        throw error;
    });
    const right = rebuilt?.get(drvPath)?.drvPath;
    if (right === undefined)
        return null;
    // What came out with the wrong hash is in the store under its own.
    const again = (await (0,fixed_outputs/* realiseFixedOutputs */.YT)(nix, [right], log)).get(right);
    if (again?.kind !== 'valid')
        return null;
    const hash = literal === undefined ? new Map() : hashAt(literal, got);
    return { root: await outputOf(shop, right), hash };
}
function hashAt(literal, digest) {
    return new Map([[literal, (0,dye/* writeDigest */.O_)(literal, digest)]]);
}
async function outputOf({ nix }, drvPath) {
    const derivations = await (0,nix_derivations/* readDerivations */.rj)(nix, [drvPath], { closure: false });
    const [output] = derivations.get(drvPath)?.outputs.values() ?? [];
    return output?.path ?? '';
}
/** `source/crates/x` is unpacked from the root on; `cargoRoot` and its like are seen from there. */
function foldersOf([sourceRoot = '', ...roots]) {
    const base = sourceRoot.replace(/^\.\//, '').replace(/^[^/]*\/?/, '');
    const folders = ['', base, ...roots, ...roots.map((root) => `${base}/${root}`)];
    const normal = folders.map((folder) => (0,posix_.normalize)(`./${folder}`).replace(/\/$/, ''));
    return [...new Set(normal)].filter((folder) => !/^\.\.(?:\/|$)/.test(folder));
}
/** A text file of the tree; null: there is none, or it is none, is too large, or leads out of the tree. */
async function readInTree({ root }, path) {
    const file = await (0,promises_.realpath)((0,external_node_path_.join)(root, path)).catch(() => null);
    if (file?.startsWith(root + external_node_path_.sep) !== true)
        return null;
    const found = await (0,promises_.stat)(file);
    if (!found.isFile() || found.size > project/* largestFile */.Ny)
        return null;
    const bytes = await (0,promises_.readFile)(file);
    return (0,external_node_buffer_.isUtf8)(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : null;
}

;// CONCATENATED MODULE: ./src/sync/beside/lock-from-source.ts



/**
 * The file out of the new source, when the one beside the package is the old source's: byte for byte, but for line endings. One that
 * somebody changed is somebody's.
 */
async function lockFromSource({ path, text }, old, now) {
    const left = (reason) => ({ kind: 'left', file: { path, reason } });
    if (!(0,known_files/* isLock */.e)(path))
        return left('only a program can make it, which `before-hash` can name');
    if (now === null)
        return left('the package has no source that could be looked into');
    if (old === null)
        return left('the old version’s source could not be fetched to compare with');
    let isThere = false;
    for (const folder of now.folders) {
        const place = (0,posix_.join)(folder, (0,posix_.basename)(path));
        const before = await readInTree(old, place);
        if (before === null)
            continue;
        isThere = true;
        if (unixLines(before) !== unixLines(text))
            continue;
        const after = await readInTree(now, place);
        if (after === null)
            return left(`the new version’s source has no ${place} any more`);
        if (unixLines(after) === unixLines(text))
            return { kind: 'current' };
        const own = text.includes('\r\n') ? unixLines(after).replaceAll('\n', '\r\n') : after;
        return { kind: 'made', file: { path, text: own, isNew: false, by: 'source' } };
    }
    return left(isThere
        ? 'it is not what the old version’s source has, so that the new one’s cannot take its place'
        : 'the source has no such file');
}
function unixLines(text) {
    return text.replaceAll('\r\n', '\n');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var git_run = __webpack_require__(32054);
// EXTERNAL MODULE: ./src/sync/project/changed-files.ts
var changed_files = __webpack_require__(60647);
// EXTERNAL MODULE: ./src/sync/project/copy.ts + 4 modules
var project_copy = __webpack_require__(96587);
// EXTERNAL MODULE: ./src/sync/project/work-tree.ts
var work_tree = __webpack_require__(88229);
// EXTERNAL MODULE: ./src/sync/beside/zone.ts
var zone = __webpack_require__(23218);
;// CONCATENATED MODULE: ./src/sync/beside/bench.ts















let benches = 0;
/** The checkout with these replacements, and with files that were made anew already. */
async function openBench(shop, replacements, made) {
    const copy = await (0,project_copy/* makeCopy */.s)(shop.project, (0,external_node_path_.join)(shop.scratch, `bench-${benches++}`));
    for (const { path, text } of made)
        await copy.make(path, Buffer.from(text));
    const whole = new Map(made.map(({ path, text }) => [path, text]));
    const files = shop.files.filter(({ path }) => !whole.has(path));
    await (0,workshop/* writeCopy */.bt)({ copy, files }, replacements);
    const edits = Map.groupBy([...replacements].map(([span, replacement]) => ({ ...span, replacement })), ({ file }) => file);
    const written = files.flatMap(({ path, text }) => edits.has(path) ? [[path, (0,literals_edit/* applyEdits */.c)(text, edits.get(path) ?? [])]] : []);
    return {
        copy,
        written: new Map([...whole, ...written]),
        stats: statsOf(shop, copy),
        git: await gitFiles(copy)
    };
}
/** Nobody can set the time of a change. */
function statsOf({ project }, { folder }) {
    return new Map(project.files.map(({ path }) => [
        path,
        stateOf((0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, path), { throwIfNoEntry: false }))
    ]));
}
function stateOf(found) {
    if (found === undefined)
        return 'missing';
    const { mode, size, ino, ctimeMs } = found;
    return found.isDirectory() ? 'folder' : [mode, size, ino, ctimeMs].join(' ');
}
/** The link to the repository, and what steers Git there. */
async function gitFiles({ folder, gitDir }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const file of [(0,external_node_path_.join)(folder, '.git'), (0,external_node_path_.join)(gitDir, 'HEAD'), (0,external_node_path_.join)(gitDir, 'config')]) {
        hash.update(await (0,promises_.readFile)(file).catch(() => 'missing')).update('\n');
    }
    hash.update(JSON.stringify(await (0,promises_.readdir)((0,external_node_path_.join)(gitDir, 'hooks')).catch(() => [])));
    return hash.digest('hex');
}
/**
 * What the program left otherwise than it found it, of files that Git tracks or would track. `isWanted`: anything else is passed over;
 * default: everything is wanted, and what may not be written is an error. Throws SCRIPT_REFUSED.
 */
async function changesIn(shop, bench, { title, by, isWanted }) {
    const { project } = shop;
    await (0,work_tree/* expectCleanTree */.J8)(project.git).catch((cause) => {
        if (!(cause instanceof errors/* NarPublishError */.f9) || cause.code !== 'TREE_DIRTY')
            throw cause;
        throw refused(title, project.root, `it changed the checkout itself: ${cause.reason}`);
    });
    if ((await gitFiles(bench.copy)) !== bench.git) {
        throw refused(title, '.git', 'it changed the repository itself: its commit, configuration or hooks');
    }
    const now = statsOf(shop, bench.copy);
    const changed = [...now].flatMap(([path, state]) => state === bench.stats.get(path) ? [] : [path]);
    const tracked = new Set(now.keys());
    const added = (await newPaths(bench)).filter((path) => !bench.written.has(path));
    const found = [];
    for (const path of [
        ...changed,
        ...added,
        ...[...bench.written.keys()].filter((one) => !tracked.has(one))
    ]) {
        if (isWanted?.(path) === false)
            continue;
        const text = await textOf(bench.copy, path, title);
        if (text === null || text === (await textBefore(shop, bench, path)))
            continue;
        const why = (0,zone/* whyNotBeside */.GC)(project, path);
        if (why !== null)
            throw refused(title, path, why);
        found.push({ path, text, isNew: !tracked.has(path), by });
        if (found.length > zone/* mostMade */.fe)
            throw refused(title, path, `it changed more than ${zone/* mostMade */.fe} files`);
    }
    const size = found.reduce((sum, { text }) => sum + text.length, 0);
    if (size <= zone/* largestMade */.SD)
        return found;
    throw refused(title, `${found.length} files`, `they have ${size} characters, over ${zone/* largestMade */.SD}`);
}
async function textBefore({ project }, { written }, path) {
    const known = written.get(path);
    return known ?? (await (0,promises_.readFile)((0,external_node_path_.join)(project.root, path), 'utf8').catch(() => null));
}
/** null: it leads into the store, as `nix build` leaves a link behind. */
async function textOf({ folder }, path, title) {
    const file = (0,external_node_path_.join)(folder, path);
    const found = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
    if (found === undefined)
        throw refused(title, path, 'it removed the file');
    if (found.isSymbolicLink()) {
        if ((await (0,promises_.readlink)(file)).startsWith('/nix/store/'))
            return null;
        throw refused(title, path, 'it made a symbolic link of it');
    }
    if (!found.isFile() || (await (0,promises_.realpath)(file)) !== file) {
        throw refused(title, path, 'it is no plain file');
    }
    if (found.size > project/* largestFile */.Ny) {
        throw refused(title, path, `it has ${found.size} bytes, over ${project/* largestFile */.Ny}`);
    }
    const bytes = await (0,promises_.readFile)(file);
    if ((0,external_node_buffer_.isUtf8)(bytes) && !bytes.includes(0))
        return bytes.toString('utf8');
    throw refused(title, path, 'it is no text in UTF-8');
}
/** Files that Git would track: what is ignored (`node_modules`) is not listed. */
async function newPaths({ copy }) {
    const args = ['ls-files', '--others', '--exclude-standard', '-z'];
    const listed = await (0,git_run/* expectGit */.gd)(await (0,changed_files/* usersGit */.N)(copy), args);
    return (0,work_tree/* nulSeparated */.$Y)(listed).map((path) => path.toString('utf8'));
}
function refused(title, path, reason) {
    return new errors/* NarPublishError */.f9({
        code: 'SCRIPT_REFUSED',
        subject: `${title}, ${(0,harmless/* shownName */.HD)(path)}`,
        reason
    });
}

// EXTERNAL MODULE: ./src/nix/build.ts
var build = __webpack_require__(58455);
;// CONCATENATED MODULE: ./src/sync/beside/package-scripts.ts







const package_scripts_expression = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "describe-scripts.nix", 'utf8');
const program = schemas/* object */.Ikc({ argv: schemas/* array */.YOg(schemas/* string */.YjP()).min(1), drvPaths: schemas/* array */.YOg(schemas/* string */.YjP()) })
    .nullable();
const package_scripts_answer = schemas/* object */.Ikc({ fetchDeps: program, mitmCache: program, updateScript: program });
const noScripts = { fetchDeps: null, mitmCache: null, updateScript: null };
/** Those of the package as it is in a copy: `passthru.fetch-deps` (nuget), `mitmCache.updateScript` (gradle), `passthru.updateScript`. */
async function scriptsOf(shop, copy, system) {
    const { nix, project, work, log } = shop;
    const request = { package: work.package, nixpkgs: work.nixpkgs, system };
    const answered = await (0,evaluate/* askPackage */.Oj)(nix, copy, project, request, package_scripts_expression);
    if ('json' in answered)
        return package_scripts_answer.parse(JSON.parse(answered.json));
    log.debug(`the package's scripts: ${answered.error.message}`);
    return noScripts;
}
/** Builds what the words of a program name, and gives it as it can be started. Throws BUILD_FAILED. */
async function buildScript(shop, { argv, drvPaths }) {
    const { nix, log } = shop;
    const [first = '', ...others] = argv;
    if (drvPaths.length === 0)
        return [first, ...others];
    const derivations = await (0,nix_derivations/* readDerivations */.rj)(nix, drvPaths, { closure: false });
    const installables = [...derivations.values()].map(({ name, drvPath, system, outputs }) => ({
        ...{ installable: name, drvPath, name, pname: name, version: null, system },
        mainProgram: null,
        outputs: [...outputs].flatMap(([output, { path }]) => path === null ? [] : [{ name: output, path }])
    }));
    const { failures } = await log.group(`build ${argv[0] ?? ''}`, () => (0,build/* buildInstallables */.v)(nix, installables, {
        substituters: [],
        gcRootsDirectory: nix.roots,
        log
    }));
    const [failure] = failures;
    if (failure !== undefined)
        throw failure.error;
    return [await programAt(first), ...others];
}
/** A package with one program is given by its folder. */
async function programAt(path) {
    const found = await (0,promises_.stat)(path).catch(() => null);
    if (found?.isDirectory() !== true)
        return path;
    const [only, ...others] = await (0,promises_.readdir)((0,external_node_path_.join)(path, 'bin')).catch(() => []);
    return only === undefined || others.length > 0 ? path : (0,external_node_path_.join)(path, 'bin', only);
}

// EXTERNAL MODULE: ./src/passed-on.ts
var passed_on = __webpack_require__(41353);
// EXTERNAL MODULE: ./src/process/print-command.ts
var print_command = __webpack_require__(39318);
// EXTERNAL MODULE: ./src/process/program.ts
var process_program = __webpack_require__(56781);
;// CONCATENATED MODULE: ./src/sync/beside/run-script.ts






/**
 * Of what any program may know the part that a download or Nix needs, and the mark by which the runner ends what it leaves running: nothing
 * else of the job, and no folder with anybody's settings.
 */
const needed = /^(?:RUNNER_TRACKING_ID|PATH|LANG|LC_\w+|LOCALE_ARCHIVE|TZ|TZDIR|TERM|USER|LOGNAME|SHELL|\w+_proxy|\w+_PROXY|(?:NIX_)?SSL_CERT_(?:FILE|DIR)|CURL_CA_BUNDLE)$/;
/**
 * Runs a program in a copy of the checkout as the smoke test is run: no shell, no secrets, a home and a folder for temporary files of
 * its own. Throws SCRIPT_FAILED.
 */
async function runScript(script) {
    const { title, argv, folder, variables, env, scratch, log, timeLimit = 1_800_000 } = script;
    const [program, ...args] = argv;
    const command = (0,print_command/* printCommand */.T)({ program, args });
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(scratch, 'script-'));
    for (const name of ['home', 'tmp'])
        await (0,promises_.mkdir)((0,external_node_path_.join)(own, name));
    const given = Object.entries((0,passed_on/* passedOn */.I3)(env, 'program')).filter(([name]) => needed.test(name));
    const nixPath = env['NIX_PATH'];
    const ended = await (0,process_program/* runProgram */.m)({
        argv: [program, ...args],
        cwd: folder,
        env: {
            ...Object.fromEntries(given),
            ...(nixPath === undefined ? {} : { NIX_PATH: nixPath }),
            ...variables,
            HOME: (0,external_node_path_.join)(own, 'home'),
            TMPDIR: (0,external_node_path_.join)(own, 'tmp')
        },
        log,
        timeLimit
    });
    const subject = `${title}, ${command}`;
    if (ended.kind === 'not-started') {
        throw new errors/* NarPublishError */.f9({
            code: 'SCRIPT_FAILED',
            subject,
            reason: ended.code === 'ENOENT'
                ? `there is no program ${JSON.stringify(program)}, neither in PATH nor from the checkout’s root on, or its interpreter is missing`
                : `${JSON.stringify(program)} cannot be started (${ended.code})`
        });
    }
    if (ended.status !== 0)
        throw (0,process_program/* programFailure */.H)('SCRIPT_FAILED', subject, ended, timeLimit);
}

;// CONCATENATED MODULE: ./src/sync/beside/scripts.ts







/**
 * The package's own script for a list of dependencies, its `updateScript` if that is wanted, and the command of `before-hash`: each in a
 * copy of its own. In a pull request from a fork the package's own are not run: they are a stranger's.
 */
async function runScripts(shop, bumped, making) {
    const { work, environment } = shop;
    const lists = [...making.left.keys()].filter((path) => !(0,known_files/* isLock */.e)(path));
    const asks = lists.length > 0 || work.updateScript;
    if (asks && environment.isForkPullRequest) {
        for (const path of lists)
            leave(making, path, 'the package’s own scripts are not run for a pull request from a fork');
    }
    else if (asks)
        await runOwn(shop, bumped, making, lists);
    if (work.beforeHash !== null)
        await runCommand(shop, bumped, making, work.beforeHash);
}
async function runOwn(shop, bumped, making, lists) {
    const bench = await openBench(shop, making.replacements, [
        ...making.locks,
        ...making.files.values()
    ]);
    const scripts = shop.systems.length === 0 ? noScripts : await scriptsOf(shop, bench.copy, systemOf(shop));
    const [only, ...others] = lists;
    const maker = scripts.fetchDeps ?? scripts.mitmCache;
    if (maker !== null && only !== undefined && others.length === 0) {
        const title = scripts.fetchDeps === null ? 'mitmCache.updateScript' : 'passthru.fetch-deps';
        try {
            const folder = bench.copy.folder;
            // nuget's is told where to write, gradle's knows.
            const operands = scripts.fetchDeps === null ? [] : [(0,external_node_path_.join)(folder, only)];
            await scripts_run(shop, bumped, making, { title, script: maker, operands, folder });
            const isWanted = (path) => path === only;
            const made = await changesIn(shop, bench, { title, by: 'script', isWanted });
            take(making, made);
            // It was asked, and gave the same.
            making.left.delete(only);
        }
        catch (error) {
            // Nobody asked for it: the build tells whether the old list still does.
            if (!(error instanceof errors/* NarPublishError */.f9))
                throw error;
            leave(making, only, `its ${title} failed: ${firstWords(error)}`);
        }
    }
    else if (lists.length > 0 && !shop.work.updateScript && scripts.updateScript !== null) {
        const hint = 'the package’s updateScript may make it: `update-script: true` runs that';
        for (const path of lists)
            leave(making, path, hint);
    }
    if (shop.work.updateScript)
        await runUpdateScript(shop, bumped, making);
}
/** As nixpkgs does: at the old version, whose files it brings to what it takes for the newest. */
async function runUpdateScript(shop, bumped, making) {
    const title = 'passthru.updateScript';
    const bench = await openBench(shop, new Map(), []);
    const { updateScript } = await scriptsOf(shop, bench.copy, systemOf(shop));
    if (updateScript === null) {
        shop.notes.push('The package has no `passthru.updateScript` that could be run.');
        return;
    }
    const { folder } = bench.copy;
    await scripts_run(shop, bumped, making, { title, script: updateScript, operands: [], folder });
    const isWanted = known_files/* isDependencyFile */.W;
    const made = await changesIn(shop, bench, { title, by: 'script', isWanted });
    const { nix, project, work } = shop;
    const request = { package: work.package, nixpkgs: work.nixpkgs, system: systemOf(shop) };
    const evaluated = await (0,evaluate/* evaluatePackage */.Ak)(nix, bench.copy, project, request);
    const version = 'drvPath' in evaluated ? evaluated.version : null;
    if (version === bumped.newVersion) {
        take(making, made);
        return;
    }
    const words = version === null ? 'no version that evaluates' : `version ${version}`;
    shop.notes.push(`The package’s updateScript brought it to ${words}, not to ${bumped.newVersion ?? 'none'}: nothing of what it made was taken.`);
}
/** That of `before-hash`. Throws SCRIPT_FAILED, SCRIPT_REFUSED. */
async function runCommand(shop, bumped, making, argv) {
    const title = 'before-hash';
    const bench = await openBench(shop, making.replacements, [
        ...making.locks,
        ...making.files.values()
    ]);
    const { folder } = bench.copy;
    await scripts_run(shop, bumped, making, {
        title,
        script: { argv: [...argv], drvPaths: [] },
        operands: [],
        folder
    });
    take(making, await changesIn(shop, bench, { title, by: 'command' }));
}
async function scripts_run(shop, { oldVersion, newVersion, evaluation }, { source }, { title, script, operands, folder }) {
    const { environment, scratch, log, work } = shop;
    const [evaluated] = evaluation.packages.values();
    const pname = evaluated?.pname ?? '';
    const [program, ...args] = await buildScript(shop, script);
    await log.group(title, () => runScript({
        title,
        argv: [program, ...args, ...operands],
        folder,
        variables: {
            // https://github.com/NixOS/nixpkgs/blob/master/maintainers/scripts/update.py
            UPDATE_NIX_NAME: `${pname}-${oldVersion ?? ''}`,
            UPDATE_NIX_PNAME: pname,
            UPDATE_NIX_OLD_VERSION: oldVersion ?? '',
            UPDATE_NIX_ATTR_PATH: work.package.attribute || pname,
            NAR_PUBLISH_VERSION: newVersion ?? '',
            ...(source === null ? {} : { NAR_PUBLISH_SOURCE: source }),
            ...(work.nixpkgs === null ? {} : { NIX_PATH: `nixpkgs=${work.nixpkgs}` })
        },
        env: environment.childEnvironment,
        scratch,
        log
    }));
}
/** Without the log, which is another one each time. */
function firstWords({ reason }) {
    return (reason.split('\n')[0] ?? '').replace(/[;:]? (?:its|the) last lines.*$/, '').slice(0, 300);
}
function take({ files }, made) {
    for (const file of made)
        files.set(file.path, file);
}
function leave({ left }, path, reason) {
    left.set(path, { path, reason });
}
function systemOf({ systems, environment: { runnerSystem } }) {
    return systems.includes(runnerSystem) ? runnerSystem : (systems[0] ?? runnerSystem);
}

;// CONCATENATED MODULE: ./src/sync/beside/use-files.ts
/** From now on the workshop's files are these instead of the checkout's. */
async function useFiles(shop, files) {
    for (const { path, text } of files)
        await shop.copy.make(path, Buffer.from(text));
    const made = new Map(files.map(({ path, text }) => [path, { path, text }]));
    shop.files = [...shop.files.filter(({ path }) => !made.has(path)), ...made.values()];
}

;// CONCATENATED MODULE: ./src/sync/beside/bring.ts











/**
 * Makes the files of dependencies beside the package anew where there is a way: out of the new source, by the package's own scripts, by the
 * command of `before-hash`, in this order. What is made is the workshop's from then on, and the package is evaluated with it once
 * more. What the package reads and nothing made is told. Throws SCRIPT_FAILED, SCRIPT_REFUSED, and what `bumpWithFiles` throws.
 */
async function bringBeside(shop, traced, bumped) {
    const { work } = shop;
    // The version stays, and so do they.
    if (bumped.source === null)
        return bumped;
    const read = await filesRead(shop, traced, bumped);
    // The command came first, as nothing could be evaluated without it: the rest was its to make.
    if (bumped.beside.files.some(({ by }) => by !== 'lock'))
        return withoutMaking(bumped, read);
    if (read.length === 0 && work.beforeHash === null && !work.updateScript)
        return bumped;
    const { files, left } = await makeFiles(shop, bumped, read);
    for (const { path, by } of files)
        shop.log.info(`${path}: made anew (${by})`);
    for (const { path, reason } of left)
        shop.log.warning(`${path} was not made anew: ${reason}`);
    if (files.length === 0)
        return { ...bumped, beside: { ...bumped.beside, left } };
    const keys = keysOf(shop, traced, bumped, files);
    await useFiles(shop, files);
    return (0,bump/* bumpWithFiles */.aQ)(shop, traced, bumped, { files, left }, keys);
}
function withoutMaking(bumped, read) {
    const { files } = bumped.beside;
    const left = read
        .filter(({ path }) => !files.some((made) => made.path === path))
        .map(({ path }) => ({ path, reason: 'the command of `before-hash` left it as it was' }));
    return { ...bumped, beside: { ...bumped.beside, left } };
}
async function makeFiles(shop, bumped, read) {
    const now = await fetchSource(shop, bumped.literals, bumped.evaluation.replacements);
    const old = read.some(({ path }) => (0,known_files/* isLock */.e)(path)) ? await fetchSource(shop, [], new Map()) : null;
    const files = new Map();
    const left = new Map();
    for (const file of read) {
        const found = await lockFromSource(file, old, now);
        if (found.kind === 'made')
            files.set(file.path, found.file);
        if (found.kind === 'left')
            left.set(file.path, found.file);
    }
    const edits = (0,workshop/* replacementsOf */.P1)([...bumped.versions, ...bumped.beside.keys]);
    await runScripts(shop, bumped, {
        replacements: new Map([...edits, ...(now?.hash ?? [])]),
        source: now?.root ?? null,
        locks: bumped.beside.files,
        files,
        left
    });
    // What the version or a stale hash stands in is not left as it is.
    const edited = [...bumped.versions, ...bumped.stale.map(({ literal }) => literal)];
    for (const path of [...files.keys(), ...edited.map(({ file }) => file)])
        left.delete(path);
    const inOrder = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files: inOrder, left: [...left.values()] };
}
/** What `outputHashes` of files that stay otherwise as they are have to be called. */
function keysOf(shop, traced, bumped, files) {
    const own = ownNixFiles(shop, traced, bumped).filter(({ path }) => !files.some((made) => made.path === path));
    for (const { path, text } of files) {
        const before = shop.files.find((file) => file.path === path);
        if ((0,posix_.basename)(path) !== 'Cargo.lock' || before === undefined)
            continue;
        const keys = followLock(own, bumped.literals, { before: before.text, after: text });
        if (keys !== null)
            return keys;
    }
    return key_change/* sameKeys */.Z;
}

// EXTERNAL MODULE: ./src/sync/literals/version-spelling.ts
var version_spelling = __webpack_require__(44647);
// EXTERNAL MODULE: ./src/sync/literals/find.ts + 2 modules
var find = __webpack_require__(47204);
;// CONCATENATED MODULE: ./src/sync/beside/keys-of-source.ts








/** What `outputHashes` have to be called where evaluation reads Cargo.lock out of the source. null: there are none, or they stay. */
async function keysOfNewSource(shop, traced, { oldVersion, newVersion }, followed) {
    const own = ownNixFiles(shop, traced, { versions: [] });
    const sets = own.flatMap(output_hashes/* findOutputHashes */.nw);
    if (sets.length === 0)
        return null;
    const keys = sets.flatMap(({ entries }) => entries.map(({ key }) => key));
    const isKey = (span) => keys.some((key) => key.file === span.file && key.start <= span.start && span.end <= key.end);
    const pieces = oldVersion === null || newVersion === null ? [] : (0,version_spelling/* piecesOf */.Xe)(oldVersion, newVersion);
    const edits = pieces.flatMap((piece) => likeliest(own, piece.old, isKey).map((place) => (0,version_spelling/* bumpEdit */.ZO)(place, piece.new)));
    const { kept, fetched } = traced.evaluation;
    const dyed = traced.literals.filter((one) => !kept.has(one) && !fetched.has(one));
    const old = await fetchSource(shop, [], new Map());
    const now = await fetchSource(shop, dyed, new Map([...(0,dyed_evaluation/* dyesOf */.zk)(shop, dyed), ...(0,workshop/* replacementsOf */.P1)([...edits, ...(followed?.edits ?? [])])]));
    const [before, after] = [await lockIn(old), await lockIn(now)];
    if (before === null || after === null)
        return null;
    return followLock(own, traced.literals, { before, after });
}
/** Occurrences of a version that go by `version`, else all: a guess, for whom it only has to do to go on. */
function likeliest(files, version, isKey) {
    const found = files.flatMap((file) => (0,find/* findVersionLiterals */.sA)(file, version)
        .filter((place) => !isKey(place))
        .map((place) => ({ place, before: file.text.slice(0, place.start) })));
    const named = found.filter(({ before }) => /\bversion\s*=\s*"v?$/.test(before));
    return (named.length > 0 ? named : found).map(({ place }) => place);
}
async function lockIn(tree) {
    for (const folder of tree?.folders ?? []) {
        const text = tree === null ? null : await readInTree(tree, `${folder}/Cargo.lock`);
        if (text !== null)
            return text;
    }
    return null;
}

;// CONCATENATED MODULE: ./src/sync/beside/bump-beside.ts










/**
 * `bumpVersion`. Where the package does not evaluate at its new version, it is tried once more with what evaluation reads brought to it:
 * with `outputHashes` that have the names of the new source's Cargo.lock, or else with what the command of `before-hash` makes. Throws
 * what `bumpVersion` throws.
 */
async function bumpBeside(shop, traced, step, followed, stays) {
    try {
        return await (0,bump/* bumpVersion */.Bx)(shop, traced, step, followed, { stays });
    }
    catch (error) {
        const isEvaluation = error instanceof errors/* NarPublishError */.f9 &&
            ['EVALUATION_FAILED', 'VERSION_UNTRACED'].includes(error.code);
        if (!isEvaluation)
            throw error;
        const keys = await keysOfNewSource(shop, traced, step, followed);
        if (keys !== null) {
            const names = keys.edits.map((edit) => `${edit.text.trim()} → ${edit.replacement || '(gone)'}`);
            shop.log.info(`outputHashes: ${names.join(', ')}`);
            return (0,bump/* bumpVersion */.Bx)(shop, traced, step, followed, { stays, keys });
        }
        const bumped = await bumpAfterCommand(shop, traced, step, followed);
        if (bumped === null)
            throw error;
        return bumped;
    }
}
/** null: there is no command, it changes nothing, or where the version stands is not plain without an evaluation. */
async function bumpAfterCommand(shop, traced, { oldVersion, newVersion }, followed) {
    const { beforeHash } = shop.work;
    if (beforeHash === null || oldVersion === null || newVersion === null)
        return null;
    const own = ownNixFiles(shop, traced, { versions: [] });
    const [place, ...others] = (0,version_spelling/* piecesOf */.Xe)(oldVersion, newVersion).flatMap((piece) => likeliest(own, piece.old, () => false).map((one) => (0,version_spelling/* bumpEdit */.ZO)(one, piece.new)));
    if (place === undefined || others.length > 0)
        return null;
    const { evaluation, literals } = traced;
    const alone = {
        ...{ oldVersion, newVersion, literals, evaluation },
        versions: [place, ...(followed?.edits ?? [])],
        occurrences: [],
        told: [],
        revision: followed?.revision ?? null,
        beside: { ...types/* nothingBeside */.i6, files: followed?.files ?? [] },
        stale: [],
        source: null,
        fed: new Map()
    };
    const making = {
        replacements: (0,workshop/* replacementsOf */.P1)(alone.versions),
        source: null,
        locks: alone.beside.files,
        files: new Map(),
        left: new Map()
    };
    await runCommand(shop, alone, making, beforeHash);
    const files = [...making.files.values()];
    if (files.length === 0)
        return null;
    await useFiles(shop, files);
    return (0,bump/* bumpWithFiles */.aQ)(shop, traced, alone, { files, left: [] }, key_change/* sameKeys */.Z);
}

// EXTERNAL MODULE: ./src/sync/literals/revisions.ts
var revisions = __webpack_require__(34962);
// EXTERNAL MODULE: ./src/sync/literals/regions.ts + 3 modules
var literals_regions = __webpack_require__(91801);
// EXTERNAL MODULE: ./src/sync/version/commit.ts
var commit = __webpack_require__(49443);
// EXTERNAL MODULE: ./src/nix/evaluation.ts
var evaluation = __webpack_require__(7117);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/sync/project/flake.ts
var flake = __webpack_require__(23692);
// EXTERNAL MODULE: ./src/sync/project/question.ts
var question = __webpack_require__(62665);
// EXTERNAL MODULE: ./src/sync/flake-inputs/lock-change.ts
var lock_change = __webpack_require__(4079);
// EXTERNAL MODULE: ./src/sync/flake-inputs/source-input.ts
var source_input = __webpack_require__(94441);
;// CONCATENATED MODULE: ./src/sync/flake-inputs/move-input.ts











/**
 * Locks one input of the copy's flake anew, with these edits in its files, as `nix flake update INPUT` does; whatever else may have
 * become of the lock file is refused. The copy has the old one again afterwards. null: the input is locked as it was. Throws
 * FETCH_FAILED, LOCK_REFUSED.
 */
async function moveInput(shop, path, name, edits, step) {
    const { copy, files, log, project } = shop;
    const before = await (0,promises_.readFile)((0,external_node_path_.join)(project.root, path), 'utf8');
    const own = files.find((file) => file.path === path)?.text ?? before;
    await copy.make(path, Buffer.from(own));
    await (0,workshop/* writeCopy */.bt)(shop, (0,workshop/* replacementsOf */.P1)(edits));
    const ended = await log.group(`nix flake update ${name}`, () => (0,question/* ask */.kA)(shop, updateCommand(shop, name)));
    if (ended.status !== 0) {
        throw new errors/* NarPublishError */.f9({
            code: 'FETCH_FAILED',
            subject: (0,source_input/* inputWords */.cJ)(name),
            reason: `it could not be locked anew: ${(0,evaluation/* evaluationReason */.Bz)(ended.stderr).replaceAll(`${copy.folder}/`, '')}`,
            cause: (0,run/* nixFailure */.M4)(ended)
        });
    }
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(copy.folder, path), 'utf8');
    await copy.make(path, Buffer.from(own));
    if (text === before)
        return null;
    const moved = (0,lock_change/* movedInput */.A)(before, text, step);
    if (typeof moved !== 'string' && moved.name === name) {
        return { ...moved, file: { path, text, isNew: false, by: 'lock' } };
    }
    throw new errors/* NarPublishError */.f9({
        code: 'LOCK_REFUSED',
        subject: `${path}, ${(0,source_input/* inputWords */.cJ)(name)}`,
        reason: `\`nix flake update ${name}\` changed more than where it is locked: ${typeof moved === 'string' ? moved : `the input \`${moved.name}\` is another one`}`
    });
}
/** https://nix.dev/manual/nix/latest/release-notes/rl-2.19: the input's name was an option of another command before. */
function updateCommand(shop, name) {
    const reference = (0,flake/* flakeReference */.Bp)(shop);
    const args = (0,nix/* isAtLeast */.du)(shop.nix.version, 2, 19)
        ? ['flake', 'update', ...flake/* uncommitted */.SU, '--flake', reference, '--', name]
        : ['flake', 'lock', ...flake/* uncommitted */.SU, '--update-input', name, '--', reference];
    return { program: 'nix', args };
}

;// CONCATENATED MODULE: ./src/sync/flake-inputs/follow-input.ts









/** The commit of an input, as of `inputCommit`: the lock file's next one is that of the branch. */
function inputPin(shop, input) {
    const { work, environment } = shop;
    const pinned = (0,source_input/* inputCommit */.qH)(input, work.version, environment.serverUrl);
    if (pinned?.newest === undefined || work.version.kind !== 'branch')
        return pinned;
    const { name } = work.version;
    return { ...pinned, newest: () => newestOfInput(shop, input, name) };
}
/** What the input is locked at when it is locked anew. Throws REVISION_UNTRACED where it follows another branch. */
async function newestOfInput(shop, input, wanted) {
    const { name, node, path } = input;
    const branch = (0,source_input/* followedBranch */.d8)(input, wanted) ?? 'the default branch';
    const moved = await moveInput(shop, path, name, [], nothingElse);
    const locked = (moved?.after ?? node).locked ?? {};
    const date = (0,commit/* dayOf */.kb)(Number(locked['lastModified']) * 1000);
    return { branch, commit: String(locked['rev']), date };
}
const nothingElse = { oldVersion: null, newVersion: null, revision: null };
/**
 * The input at another version or commit: what changes in its address in `flake.nix`, and the lock file. null: nothing of it goes with
 * either, as it follows a branch. Throws FETCH_FAILED, LOCK_REFUSED.
 */
async function followInput(shop, input, step) {
    const { revision } = step;
    const edits = editsAt(shop, input, step);
    const isOfBranch = revision !== null && input.node.original?.['rev'] === undefined;
    if (edits.length === 0 && !isOfBranch)
        return null;
    const moved = await moveInput(shop, input.path, input.name, edits, step);
    if (moved === null)
        return null;
    shop.log.info(`${(0,source_input/* inputWords */.cJ)(input.name)} is locked at ${placeWords(moved)}`);
    return { revision, edits, files: [moved.file], isAddressed: false };
}
function placeWords({ after: { locked = {} } }) {
    return [locked['ref'], locked['rev'] ?? locked['narHash']].filter(Boolean).join(', ');
}
/** In what says where the input comes from: `url`, or `ref` and `rev` beside each other. */
function editsAt({ files, project }, { name, node }, { oldVersion, newVersion, revision }) {
    const path = (0,posix_.join)(project.flakeFolder ?? '', 'flake.nix');
    const file = files.find((one) => one.path === path);
    if (file === undefined)
        return [];
    const isAddress = addressIn(file, name);
    const commits = revision !== null && node.original?.['rev'] !== undefined
        ? (0,revisions/* findRevisionLiterals */.vE)(file, revision.old).filter(isAddress)
        : [];
    const pieces = oldVersion === null || newVersion === null || oldVersion === newVersion
        ? []
        : (0,version_spelling/* piecesOf */.Xe)(oldVersion, newVersion);
    for (const piece of pieces) {
        const found = (0,find/* findVersionLiterals */.sA)(file, piece.old).filter(isAddress);
        if (found.length === 0)
            continue;
        return [
            ...found.map((literal) => (0,version_spelling/* bumpEdit */.ZO)(literal, piece.new)),
            ...commits.map((span) => (0,revisions/* commitEdit */.Yb)(span, revision?.new ?? ''))
        ];
    }
    return commits.map((span) => (0,revisions/* commitEdit */.Yb)(span, revision?.new ?? ''));
}
/** A flake's inputs are written out, without any computing. */
function addressIn(file, input) {
    const regions = (0,literals_regions/* regionsOf */.N)(file).filter(({ names: [key = '', owner] }) => ['url', 'ref', 'rev'].includes(key) && owner === input);
    return ({ start, end }) => regions.some((region) => region.start <= start && end <= region.start + region.text.length);
}
/** The version that the package gets from the lock file alone: one that is made of the commit, or of its time. null: none. */
async function versionByLock(shop, { package: { version, system } }, { revision, edits, files }) {
    if (revision === null || files.length === 0)
        return null;
    await (0,workshop/* writeCopy */.bt)(shop, (0,workshop/* replacementsOf */.P1)(edits));
    const evaluated = await (0,workshop/* evaluateCopy */.TK)(shop, system);
    return 'drvPath' in evaluated && evaluated.version !== version ? evaluated.version : null;
}

// EXTERNAL MODULE: ./src/sync/keep-places.ts
var keep_places = __webpack_require__(57087);
// EXTERNAL MODULE: ./src/nix/content-path.ts
var content_path = __webpack_require__(15740);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/sync/counts.ts
var sync_counts = __webpack_require__(56951);
;// CONCATENATED MODULE: ./src/sync/evaluate-ahead.ts








/**
 * Evaluates what will most likely be asked for next, in a twin of the copy, beside the first evaluation that is asked for. Whether it was
 * asked for is judged by the files themselves. Its answer counts where it is the one that an evaluation of the copy would give: one that knows
 * the twin's folder is not, nor is one that failed, as what failures tell is learned in their order.
 */
class AheadInTwin {
    #shop;
    #replacements;
    #stop = new AbortController();
    #begun = null;
    /** `replacements`: in the checkout's files; null: nothing is foreseen. Asked for when the other evaluation is under way. */
    constructor(shop, replacements) {
        this.#shop = shop;
        this.#replacements = replacements;
    }
    async begin(system) {
        if (this.#begun !== null || this.#stop.signal.aborted)
            return;
        // What stands in the way of a twin, a full disk, stands in the way of the others too, which tell it.
        this.#begun = this.#evaluate(system).catch(() => null);
        await this.#begun;
    }
    async answer(system) {
        const begun = await this.#begun;
        if (begun === null || this.#stop.signal.aborted)
            return null;
        const { copy, unreadMeta, log } = this.#shop;
        const now = await copy.rewrittenFiles();
        if ((0,external_node_util_.isDeepStrictEqual)(now, begun.besides))
            return null;
        if (!(0,external_node_util_.isDeepStrictEqual)(now, await begun.twin.rewrittenFiles())) {
            log.debug('what was evaluated ahead is not what is asked for');
            await this.stop();
            return null;
        }
        if (system !== begun.system)
            return null;
        const found = await begun.answer;
        // It was asked for once.
        await this.stop();
        if (found === null || !(0,external_node_util_.isDeepStrictEqual)(begun.unread, unreadMeta))
            return null;
        // Where it cannot be looked into, as in a store that is no folder of this machine, it may.
        const knowsTwin = await this.#knowsTwin(begun.twin, found).catch(() => true);
        if (!knowsTwin)
            return found;
        log.debug('what was evaluated ahead may know the folder that it was evaluated in');
        return null;
    }
    async stop() {
        this.#stop.abort();
        await (await this.#begun)?.answer;
    }
    async remove() {
        await this.stop();
        (await this.#begun)?.twin.remove();
    }
    async #evaluate(system) {
        const { copy, files, project, work, counts, unreadMeta, turns } = this.#shop;
        // What was asked for starts first.
        await (0,external_node_timers_promises_.setImmediate)();
        const besides = await copy.rewrittenFiles();
        const replacements = await this.#replacements();
        const twin = replacements === null ? null : await copy.twin();
        if (replacements === null || twin === null)
            return null;
        await (0,workshop/* writeCopy */.bt)({ copy: twin, files }, replacements);
        const unread = new Map(unreadMeta);
        const request = { package: work.package, nixpkgs: work.nixpkgs, system };
        (0,sync_counts/* countEvaluation */.ky)(counts, system);
        const answer = turns(() => (0,evaluate/* evaluatePackage */.Ak)(this.#nix(), twin, project, request, unread))
            .then((found) => ('drvPath' in found ? found : null))
            .catch(() => null);
        return { system, besides, twin, unread, answer };
    }
    /** One that builds nothing: what has to be built for an evaluation is built for the one that was asked for. */
    #nix() {
        const { nix } = this.#shop;
        const buildsNothing = 'allow-import-from-derivation = false';
        return {
            ...nix,
            env: { ...nix.env, NIX_CONFIG: `${nix.env['NIX_CONFIG'] ?? ''}\n${buildsNothing}` },
            // While it evaluates it does not hear SIGTERM.
            stop: { when: this.#stop.signal, by: 'SIGKILL' }
        };
    }
    /** Whether it names the twin's folder, or what it needs does and the package as it stands does not. */
    async #knowsTwin({ folder }, found) {
        const { nix, derivations } = this.#shop;
        const before = new Map(derivations);
        const graph = await (0,nix_derivations/* readDerivations */.rj)(nix, [found.drvPath], { closure: true, known: derivations });
        const made = [...graph.values()].filter(({ drvPath }) => !before.has(drvPath));
        const known = new Set([...before.values()].flatMap(({ inputSrcs }) => inputSrcs));
        const sources = new Set(made.flatMap(({ inputSrcs }) => inputSrcs));
        const texts = [JSON.stringify(found), ...made.map(evaluate_ahead_textOf)];
        for (const path of sources)
            if (!known.has(path))
                texts.push(await textOfFile(path));
        const name = (0,external_node_path_.basename)((0,external_node_path_.dirname)(folder));
        return texts.some((text) => text.includes(name));
    }
}
function evaluate_ahead_textOf({ builder, args, env, structuredAttrs }) {
    return JSON.stringify([builder, args, env, structuredAttrs]);
}
/** Of a folder of sources none: it is a copy of what both folders hold. */
async function textOfFile(path) {
    return (await (0,promises_.lstat)(path)).isFile() ? (0,promises_.readFile)(path, 'latin1') : '';
}

// EXTERNAL MODULE: ./src/sync/flake-inputs/lock-file.ts
var lock_file = __webpack_require__(66693);
// EXTERNAL MODULE: ./src/sync/project/package-reference.ts
var package_reference = __webpack_require__(99769);
// EXTERNAL MODULE: ./src/sync/version/form.ts
var version_form = __webpack_require__(47464);
// EXTERNAL MODULE: ./src/sync/version/parse.ts
var parse = __webpack_require__(81151);
;// CONCATENATED MODULE: ./src/sync/foresee.ts















/**
 * The package at its new version, evaluated beside the package as it stands, where it can be told from the files alone what that will be, and
 * a core is idle. null: it is to be evaluated when it is asked for.
 */
function foresee(shop, stays) {
    // The first evaluation has nothing beside it, for however many systems.
    if (shop.work.version.kind !== 'given' || shop.turns.concurrency < 2)
        return null;
    return new AheadInTwin(shop, async () => (await mayFetch(shop)) ? null : atNewVersion(shop, stays));
}
/** What bumpVersion will evaluate first. */
function atNewVersion({ work, files, project }, stays) {
    const { version } = work;
    const oldVersion = statedVersion(files, work.package.attribute);
    // A pattern of the user's takes as long as it takes.
    if (version.kind !== 'given' || work.versionRegex !== null || oldVersion === null)
        return null;
    const form = (0,version_form/* formOf */.QU)(oldVersion, []);
    const newVersion = (0,errors/* attempt */.CD)(() => (0,parse/* givenVersion */.GT)(version, work, form), null);
    if (newVersion === null || newVersion === oldVersion)
        return null;
    const trial = (0,version_places/* firstTrial */.dR)(files, { oldVersion, newVersion, others: [], stays });
    if (trial === null)
        return null;
    return new Map([...trial, ...(0,dyed_evaluation/* dyesOf */.zk)({ project }, files.flatMap(find/* findHashLiterals */.MO))]);
}
/** The version that the package's file says it has: the one file that says one, or among several the one that names the package. */
function statedVersion(files, attribute) {
    const name = (0,package_reference/* parseAttributePath */.f6)(attribute)?.at(-1);
    const stated = files.flatMap((file) => {
        if (!file.path.endsWith('.nix') || !/\bversion\b/.test(file.text))
            return [];
        const values = (0,literals_regions/* regionsOf */.N)(file).filter(({ isWhole }) => isWhole);
        const [version, ...others] = values.filter(({ names }) => names[0] === 'version');
        if (version === undefined || others.length > 0)
            return [];
        const isNamed = values.some(({ names, text }) => names[0] === 'pname' && text === name);
        return [{ version: version.text, isNamed }];
    });
    const named = stated.filter(({ isNamed }) => isNamed);
    const [found, ...others] = named.length > 0 ? named : stated;
    return found === undefined || others.length > 0 ? null : found.version;
}
/**
 * Whether evaluation may download something by itself: two at once would do so twice, and of what moves they may get two. What flakes
 * need is locked; it is fetched where it is not in the store.
 */
async function mayFetch({ project, files, nix }) {
    const lock = (0,lock_file/* lockPath */.HZ)(project);
    if (lock !== null) {
        const text = files.find(({ path }) => path === lock)?.text;
        return text === undefined || !areInStore(text);
    }
    const fetches = /\bfetch(?:Tarball|Git|Tree|Mercurial|Closure)\b|\bbuiltins\.fetchurl\b|\bgetFlake\b/;
    if (files.some(({ path, text }) => path.endsWith('.nix') && fetches.test(text)))
        return true;
    return (await searchPath(nix)).some((path) => /^(?:[a-z+]+:\/\/|channel:|flake:)/.test(path));
}
/** What `<nixpkgs>` is looked for in: what NIX_PATH and Nix's own settings come to, only Nix knows. */
async function searchPath(nix) {
    const json = await (0,run/* askNix */.zL)(nix, {
        program: 'nix-instantiate',
        args: ['--eval', '--strict', '--json', '--expr', 'map (entry: entry.path) builtins.nixPath']
    });
    return schemas/* array */.YOg(schemas/* string */.YjP()).parse(JSON.parse(json));
}
function areInStore(lockText) {
    const lock = (0,lock_file/* parseLock */.PG)(lockText);
    if (lock === null)
        return false;
    return Object.values(lock.nodes).every(({ locked }) => {
        if (locked === undefined)
            return true;
        const digest = (0,binary_cache_digest/* parseDigest */.m)(String(locked['narHash']), 'sha256');
        return digest !== null && (0,external_node_fs_.existsSync)((0,content_path/* fixedPath */.M)(digest, 'recursive', 'source'));
    });
}

// EXTERNAL MODULE: ./src/sync/links.ts
var links = __webpack_require__(26434);
// EXTERNAL MODULE: ./src/sync/literals/entry.ts
var literals_entry = __webpack_require__(1564);
;// CONCATENATED MODULE: ./src/sync/pins/twin.ts



/**
 * What a tool keeps for itself beside the Nix file that it wrote, `generated.json` beside `generated.nix`: an entry of the same name with
 * values of the same names. Nix reads none of it, but nvfetcher takes a pinned package's version from there, and of every package that its
 * `--filter` leaves out: with the old one there its next run would take the package back.
 * https://github.com/berberman/nvfetcher/blob/master/src/NvFetcher.hs (parseLastVersions)
 *
 * The change with the same edits there, where the entry says what the Nix file said. `notes`: sentences about both. Pure.
 */
function withTwins(files, change) {
    const edits = [...change.versions, ...change.hashes];
    const written = new Set(edits.map(({ file }) => file));
    const twins = files.flatMap((nix) => {
        if (!nix.path.endsWith('.nix') || !written.has(nix.path))
            return [];
        const path = nix.path.replace(/nix$/, 'json');
        const json = files.find((file) => file.path === path);
        return json === undefined || written.has(path) ? [] : [{ nix, json }];
    });
    const versions = [];
    const hashes = [];
    const notes = [];
    for (const { nix, json } of twins) {
        const entries = entriesOf(json);
        const own = (all) => all.flatMap((edit) => (edit.file === nix.path ? placed(nix, edit, entries) : []));
        const [ofVersions, ofHashes] = [own(change.versions), own(change.hashes)];
        const named = Map.groupBy([...ofVersions, ...ofHashes], ({ name }) => name);
        for (const [name, all] of named) {
            const other = all.find(({ isOther }) => isOther);
            if (other !== undefined) {
                notes.push(`\`${json.path}\` was left as it is: its entry \`${name}\` has another \`${other.key}\` than \`${nix.path}\` had.`);
                continue;
            }
            if (all.every(({ there }) => there.length === 0))
                continue;
            const isHere = (one) => one.name === name;
            versions.push(...ofVersions.filter(isHere).flatMap((one) => moved(one, json)));
            hashes.push(...ofHashes.filter(isHere).flatMap((one) => moved(one, json)));
            notes.push(`\`${json.path}\`, which Nix does not read, says the same of \`${name}\` as \`${nix.path}\`.`);
        }
    }
    const all = {
        ...change,
        versions: [...change.versions, ...versions],
        hashes: [...change.hashes, ...hashes]
    };
    return { change: all, notes };
}
function placed(nix, edit, entries) {
    const region = (0,literals_regions/* regionsOf */.N)(nix).find(({ start, text }) => start <= edit.start && edit.end <= start + text.length);
    const [key] = region?.names ?? [];
    const name = (0,literals_entry/* entriesAround */.Q)(nix, edit.start)
        .map(({ start }) => takerOf(nix.text.slice(Math.max(0, start - 300), start)))
        .findLast((one) => one !== null && entries.has(one));
    if (region === undefined || key === undefined || typeof name !== 'string')
        return [];
    const alike = (entries.get(name) ?? []).filter(({ names }) => names[0] === key);
    const there = alike.filter(({ text }) => text === region.text);
    const isOther = alike.length > 0 && there.length === 0;
    return [{ edit, name, key, offset: edit.start - region.start, there, isOther }];
}
/** What takes the set that begins here: `luna = {`, `"luna.rs" = {`, `src = fetchurl {`. */
function takerOf(before) {
    const [, quoted, plain] = /(?:"([^"\\$]+)"|(?<![\w'.-])([A-Za-z_][\w'-]*))\s*=\s*(?:[\w.]+\s+)?$/.exec(before) ?? [];
    return quoted ?? plain ?? null;
}
/** The string values below each entry of a JSON file's outermost object. */
function entriesOf(json) {
    const named = (0,literals_regions/* regionsOf */.N)(json).flatMap((region) => {
        const entry = (0,literals_entry/* entriesAround */.Q)(json, region.start).at(-2);
        const name = entry === undefined
            ? undefined
            : /"([^"\\]+)"\s*:\s*$/.exec(json.text.slice(Math.max(0, entry.start - 300), entry.start))?.[1];
        return name === undefined ? [] : [{ name, region }];
    });
    const byName = Map.groupBy(named, ({ name }) => name);
    return new Map([...byName].map(([name, all]) => [name, all.map(({ region }) => region)]));
}
function moved({ edit, offset, there }, json) {
    return there.map((region) => {
        const start = region.start + offset;
        const end = start + edit.text.length;
        return { ...edit, file: json.path, start, end, line: (0,literals_edit/* lineOf */.L)(json.text, start) };
    });
}

// EXTERNAL MODULE: ./src/sync/prove.ts + 5 modules
var prove = __webpack_require__(62810);
// EXTERNAL MODULE: ./src/sync/revision.ts
var sync_revision = __webpack_require__(31442);
// EXTERNAL MODULE: ./src/sync/source-follows.ts
var source_follows = __webpack_require__(48369);
// EXTERNAL MODULE: ./src/sync/evaluation-sources.ts
var evaluation_sources = __webpack_require__(62410);
// EXTERNAL MODULE: ./src/sync/fetched-sources.ts
var fetched_sources = __webpack_require__(52673);
// EXTERNAL MODULE: ./src/sync/pins/source-pin.ts
var source_pin = __webpack_require__(22001);
;// CONCATENATED MODULE: ./src/sync/pins/follow-pin.ts


/** A pin at another version or commit. null: it has neither. Throws REVISION_UNTRACED, and what an evaluation throws. */
async function followPin(shop, traced, { pin, pinned }, step) {
    const { revision } = step;
    const followed = pinned === null || revision === null
        ? null
        : await (0,sync_revision/* followRevision */.fF)(shop, traced, pinned, { ...revision, date: step.date });
    const known = followed?.edits ?? [];
    const isKnown = (edit) => known.some(({ file, start, end }) => file === edit.file && start < edit.end && edit.start < end);
    const edits = [...(0,source_pin/* versionInPin */.h$)(pin, step).filter((edit) => !isKnown(edit)), ...known];
    return edits.length === 0 ? null : { revision, edits, files: [], isAddressed: false };
}

;// CONCATENATED MODULE: ./src/sync/source-origin.ts









/**
 * By the derivation that fetches the source; of one that evaluation fetched, by the address at which it did, and what stands beside its
 * hash; or by what `flake.lock` has.
 */
async function sourceOrigin(shop, traced) {
    const { serverUrl } = shop.environment;
    const { package: own, evaluation } = traced;
    const { drvPath, version, system } = own;
    const graph = (0,dyed_evaluation/* graphOf */.cQ)(evaluation, system);
    const urls = (0,sync_sources/* sourceUrls */.wg)(drvPath, graph);
    const main = [...(0,fetched_sources/* sourcesOf */.u0)(own, graph).paths].flatMap(([path, isMain]) => (isMain ? [path] : []));
    const origins = await (0,evaluation_sources/* fetchedMainBy */._D)(shop, main, evaluation);
    const input = (0,source_input/* sourceInput */.mC)(shop, origins);
    if (input !== null) {
        return {
            ...(0,source_input/* versionsOfInput */.Zj)(input, urls),
            pinned: inputPin(shop, input),
            follow: (step) => followInput(shop, input, step)
        };
    }
    const fetched = origins.find((one) => one.kind === 'hash');
    if (fetched === undefined) {
        const pinned = (0,sync_revision/* pinnedSource */._h)(own, graph, serverUrl);
        return {
            sourceUrls: urls,
            refs: (0,sync_sources/* mainSources */.gS)(drvPath, graph, version).flatMap(sync_sources/* refsOf */.gA),
            pinned,
            follow: async ({ revision, date }) => pinned === null || revision === null
                ? null
                : (0,sync_revision/* followRevision */.fF)(shop, traced, pinned, { ...revision, date })
        };
    }
    const pin = (0,source_pin/* sourcePin */.lN)(shop, fetched);
    const pinned = pin === null ? null : (0,source_pin/* pinnedCommit */.I)(pin, serverUrl);
    return {
        ...(0,source_pin/* versionsOfAddress */.dn)(fetched.address, urls),
        pinned,
        follow: async (step) => (pin === null ? null : followPin(shop, traced, { pin, pinned }, step))
    };
}

// EXTERNAL MODULE: ./src/sync/literals/nix-tokens.ts
var nix_tokens = __webpack_require__(95278);
;// CONCATENATED MODULE: ./src/sync/literals/comments.ts



/** Where comments of a `.nix` or `.toml` file say a version, in order. */
function versionsInComments(file, version) {
    const comments = commentsOf(file);
    // Blanks in place of all else, so that offsets and lines are the file's.
    let text = '';
    for (const { start, end } of comments) {
        text += file.text.slice(text.length, start).replace(/[^\n]/g, ' ') + file.text.slice(start, end);
    }
    return (0,find/* findVersionLiterals */.sA)({ path: 'comments', text }, version).map((found) => ({
        ...found,
        file: file.path
    }));
}
function commentsOf({ path, text }) {
    switch ((0,posix_.extname)(path)) {
        case '.nix': {
            // What is no token is white space or a comment.
            const tokens = [...(0,nix_tokens/* nixTokens */.E)(text), { start: text.length, end: text.length }];
            return tokens.map(({ start }, index) => ({ start: tokens[index - 1]?.end ?? 0, end: start }));
        }
        case '.toml':
            return [...text.matchAll(/^((?:[^"'#\n]|"[^"\n]*"|'[^'\n]*')*)(#.*)$/gm)].map(({ 1: before = '', 2: comment = '', index }) => {
                const start = index + before.length;
                return { start, end: start + comment.length };
            });
        default:
            return [];
    }
}

;// CONCATENATED MODULE: ./src/sync/literals/siblings.ts


/**
 * Whether two literals of a file stand beside each other: in one set or list (`hashes.x86_64-linux` and `hashes.jar`), or by one
 * name in sets beside each other (`sources.x86_64-linux.hash` and `sources.jar.hash`). In a TOML file all do.
 */
function siblingsIn(file) {
    const extension = (0,posix_.extname)(file.path);
    if (extension === '.toml')
        return () => true;
    if (extension !== '.nix' && extension !== '.json')
        return () => false;
    const around = setsAround(file.text);
    return (one, other) => {
        const [a, b] = [around(one.start), around(other.start)];
        if (a.length === 0 || a.length !== b.length)
            return false;
        if (a.at(-1) === b.at(-1))
            return true;
        const name = nameBefore(file.text, one.start);
        const areAlike = name !== null && name === nameBefore(file.text, other.start);
        return areAlike && a.length > 1 && a.at(-2) === b.at(-2);
    };
}
/** The attribute that takes what stands there. */
function nameBefore(text, offset) {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return /([\w-]+)"?\s*[:=]\s*(?:"|'')?$/.exec(line)?.[1] ?? null;
}
/** Where the sets and lists begin that a place is in, outermost first. JSON has the brackets and strings of Nix. */
function setsAround(text) {
    const brackets = (0,nix_tokens/* nixTokens */.E)(text).filter(({ kind, start, end }) => kind === 'symbol' && /^[{}[\]]$/.test(text.slice(start, end)));
    return (offset) => {
        const open = [];
        for (const { start } of brackets) {
            if (start >= offset)
                break;
            if (/[{[]/.test(text.charAt(start)))
                open.push(start);
            else
                open.pop();
        }
        return open;
    };
}

;// CONCATENATED MODULE: ./src/sync/told.ts



/** What a change to another version leaves as it was in the files that it touches: hashes beside those that are new, and comments. */
function leftBeside(files, { oldVersion, newVersion, revision, versions, hashes }, untraced) {
    if (oldVersion === newVersion && revision === null)
        return [];
    const edited = new Set([...versions, ...hashes].map(({ file }) => file));
    const told = [];
    for (const file of files.filter(({ path }) => edited.has(path))) {
        const areSiblings = siblingsIn(file);
        const changed = hashes.filter((edit) => edit.file === file.path);
        for (const literal of untraced) {
            if (literal.file !== file.path || literal.digest === null)
                continue;
            const sibling = changed.find((edit) => areSiblings(edit, literal));
            if (sibling === undefined)
                continue;
            const why = `nothing on ${sibling.systems.join(', ')} comes from it, and ${(0,types/* placeOf */.$t)(sibling)} beside it is new`;
            told.push({ ...told_placed(literal), kind: 'unfed', why });
        }
        const comments = oldVersion === null ? [] : versionsInComments(file, oldVersion);
        for (const comment of comments)
            told.push({ ...told_placed(comment), kind: 'comment', why: '' });
    }
    return told;
}
function told_placed({ file, line, text }) {
    return { file, line, text };
}

// EXTERNAL MODULE: ./src/sync/trace.ts
var trace = __webpack_require__(53318);
// EXTERNAL MODULE: ./src/sync/version/wanted.ts
var wanted = __webpack_require__(32389);
;// CONCATENATED MODULE: ./src/sync/work-out.ts
























/**
 * Finds out what a package's version changes, and proves it; nothing is written but the copy. `goesOn`: before what takes long, about a
 * change without its hashes; false: it is left at that.
 */
async function workOut(run, work, goesOn = () => Promise.resolve(true)) {
    const shop = await (0,src_run/* timed */.a)(run, 'open', () => (0,workshop/* openWorkshop */._M)(work, run));
    try {
        return await workOutIn(run, shop, goesOn);
    }
    finally {
        await shop.ahead?.remove();
    }
}
async function workOutIn(run, shop, goesOn) {
    const stays = (0,keep_places/* keptPlaces */.f)(shop.files, shop.work.keepPlaces);
    shop.ahead = foresee(shop, stays);
    const traced = await (0,src_run/* timed */.a)(run, 'trace', () => (0,trace/* tracePackage */.gE)(shop));
    const chosen = await (0,src_run/* timed */.a)(run, 'version', () => chooseVersion(shop, traced));
    const { pname } = traced.package;
    let first = await (0,src_run/* timed */.a)(run, 'bump', () => work_out_bump(shop, traced, chosen, stays));
    await shop.ahead?.stop();
    const alone = (0,sync_change/* changeOf */.C2)(shop, pname, first, []);
    if (!(await (0,src_run/* timed */.a)(run, 'bump', () => goesOn(alone, shop.project)))) {
        const { copy, systems, counts } = shop;
        const notes = (0,workshop/* notesOf */.h$)(shop);
        const left = { change: alone, told: [], source: 'kept', systems, checks: [] };
        const computed = { ...left, counts, notes, ...linksTo(shop, first, chosen) };
        return { computed, copy, untraced: [], notes, proved: new Map() };
    }
    const { bumped, made, proved } = await withoutDoubtful(shop, stays, {
        bump: async () => {
            const again = () => work_out_bump(shop, traced, chosen, stays);
            const bumped = first ?? (await (0,src_run/* timed */.a)(run, 'bump', again));
            first = null;
            return (0,src_run/* timed */.a)(run, 'beside', () => bringBeside(shop, traced, bumped));
        },
        compute: async (bumped) => {
            const hashes = await (0,src_run/* timed */.a)(run, 'compute', () => (0,compute/* computeHashes */.m)(shop, bumped));
            const own = (0,sync_change/* changeOf */.C2)(shop, pname, bumped, hashes);
            const { change, notes } = withTwins(shop.files, own);
            return { hashes, own, change, notes };
        },
        prove: async (bumped, { hashes, change }) => {
            const source = bumped.source === null ? 'kept' : (0,source_follows/* proveSource */.uk)(shop, bumped.source, hashes);
            const isProved = (0,sync_change/* isEmpty */.Im)(change)
                ? prove/* nothingProved */.S0
                : await (0,src_run/* timed */.a)(run, 'prove', () => (0,prove/* proveChange */.T7)(shop, change, bumped, hashes));
            return { source, ...isProved };
        }
    });
    const { change, own } = made;
    const { copy, systems, counts } = shop;
    const notes = [...(0,workshop/* notesOf */.h$)(shop), ...made.notes];
    const untraced = untracedOf(traced, own);
    const told = [...bumped.told, ...leftBeside(shop.files, own, untraced)];
    const links = linksTo(shop, bumped, chosen);
    const { source, checks, derivations } = proved;
    const computed = { change, told, source, checks, systems, counts, notes, ...links };
    return { computed, copy, untraced, notes, proved: derivations };
}
/** Hashes in the package's own files (those that hold one that feeds it) that feed nothing. */
function untracedOf({ hashes, literals }, { versions, beside }) {
    const own = new Set([
        ...hashes.map(({ literal }) => literal.file),
        ...versions.map(({ file }) => file)
    ]);
    const fed = new Set(hashes.map(({ literal }) => literal));
    // Files that were made anew have other lines by now.
    const made = new Set(beside.files.map(({ path }) => path));
    return literals.filter((literal) => own.has(literal.file) && !made.has(literal.file) && !fed.has(literal));
}
/** null: the version stays. */
async function chooseVersion(shop, traced) {
    const { version, homepage } = traced.package;
    const { follow, ...origin } = await sourceOrigin(shop, traced);
    const { pinned } = origin;
    const current = { version, homepage, ...origin };
    const chosen = await (0,wanted/* wantedVersion */.K)(shop.work, current, shop);
    if (chosen === null)
        return null;
    const { commit } = chosen;
    const isOther = pinned !== null && commit !== null && !commit.startsWith(pinned.commit);
    const revision = isOther ? { old: pinned.commit, new: commit } : null;
    const { version: newVersion, date = null } = chosen;
    const step = { oldVersion: version, newVersion, revision, date };
    return { ...chosen, followed: await follow(step) };
}
/** A version that the package has already is as good as none: its hashes are looked at. */
async function work_out_bump(shop, traced, wanted, stays) {
    const { version } = traced.package;
    if (wanted === null)
        return (0,bump/* keepVersion */.qQ)(shop, traced);
    const { followed } = wanted;
    if (wanted.version === version && followed === null)
        return (0,bump/* keepVersion */.qQ)(shop, traced);
    if (version === null && followed === null) {
        throw new errors/* NarPublishError */.f9({
            code: 'VERSION_UNTRACED',
            subject: shop.work.package.text,
            reason: 'the package has no version that could be replaced'
        });
    }
    if (followed !== null)
        await useFiles(shop, followed.files);
    // A package without a version has none afterwards.
    const own = version === null || followed === null ? null : await versionByLock(shop, traced, followed);
    const newVersion = version === null ? null : (own ?? wanted.version);
    const step = { oldVersion: version, newVersion };
    const { unasked } = wanted;
    const bumped = await bumpBeside(shop, traced, step, followed, stays).catch((error) => {
        throw unasked === undefined ? error : withUnasked(error, unasked);
    });
    if (unasked !== undefined)
        throw unasked;
    if (followed !== null)
        (0,sync_revision/* refuseOtherCommit */.kh)(shop, followed, bumped.evaluation);
    return bumped;
}
/** That the source stays what it was says more than that its host was not to be asked; but that may be why it does. */
function withUnasked(error, { subject, reason }) {
    if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'SOURCE_UNCHANGED')
        return error;
    return error.with({
        reason: `${error.reason}; which commit the version’s tag is at could not be asked (${subject}: ${reason})`,
        hint: `When the host answers again, run it again. ${error.hint}`
    });
}
function linksTo(shop, { oldVersion, newVersion, revision, evaluation }, chosen) {
    const [evaluated] = evaluation.packages.values();
    if (evaluated === undefined || chosen === null)
        return { releaseUrl: null, compareUrl: null };
    const urls = (0,sync_sources/* sourceUrls */.wg)(evaluated.drvPath, (0,dyed_evaluation/* graphOf */.cQ)(evaluation, evaluated.system));
    const { tag, releaseUrl } = chosen;
    const step = { tag, releaseUrl, oldVersion, newVersion, revision };
    return (0,links/* linksOf */.h)(urls, step, shop.environment.serverUrl);
}


/***/ }),

/***/ 58674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P1: () => (/* binding */ replacementsOf),
/* harmony export */   TK: () => (/* binding */ evaluateCopy),
/* harmony export */   Xh: () => (/* binding */ sharedCopy),
/* harmony export */   _M: () => (/* binding */ openWorkshop),
/* harmony export */   bt: () => (/* binding */ writeCopy),
/* harmony export */   cp: () => (/* binding */ copiesFolder),
/* harmony export */   fw: () => (/* binding */ renewCopy),
/* harmony export */   h$: () => (/* binding */ notesOf)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(70370);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(96356);
/* harmony import */ var _nix_evaluators_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31333);
/* harmony import */ var _nix_nix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84280);
/* harmony import */ var _nix_rebuild_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38985);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(56951);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48992);
/* harmony import */ var _literals_edit_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(382);
/* harmony import */ var _project_copy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(96587);
/* harmony import */ var _project_evaluate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58910);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55072);













/** Opens the checkout and copies it. Throws CHECKOUT_INVALID, TREE_DIRTY, PACKAGE_INVALID, NIX_MISSING. */
async function openWorkshop(work, { environment, scratch, log, shared }) {
    const inMemoryOf = shared?.scratch ?? scratch;
    const env = environment.childEnvironment;
    const { workspace } = environment;
    const [project, nix] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_10__/* .allOf */ .b)([
        (0,_project_project_js__WEBPACK_IMPORTED_MODULE_9__/* .openProject */ .U8)({ workspace, package: work.package, env, log }),
        (0,_nix_nix_js__WEBPACK_IMPORTED_MODULE_3__/* .openNix */ .MP)({ env, log, cwd: scratch, roots: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, 'gc-roots') })
    ]);
    const copy = await (shared === undefined
        ? (0,_project_copy_js__WEBPACK_IMPORTED_MODULE_7__/* .makeCopy */ .s)(project, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, 'copy'), { inMemoryOf })
        : sharedCopy(project, shared));
    const shop = {
        work,
        ...{ environment, scratch, log, inMemoryOf },
        nix,
        project,
        copy,
        files: (0,_project_project_js__WEBPACK_IMPORTED_MODULE_9__/* .readTextFiles */ .Lf)(project),
        systems: [],
        counts: (0,_counts_js__WEBPACK_IMPORTED_MODULE_11__/* .noCounts */ .Yi)(),
        turns: (0,p_limit__WEBPACK_IMPORTED_MODULE_12__/* ["default"] */ .A)((0,_nix_evaluators_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluatorsAtOnce */ .n)()),
        evaluatesWell: null,
        unreadMeta: new Map(),
        told: new Map(),
        derivations: shared?.derivations ?? new Map(),
        rebuilt: (0,_nix_rebuild_js__WEBPACK_IMPORTED_MODULE_4__/* .nothingRebuilt */ .d)(),
        notes: [],
        ahead: null
    };
    shop.systems =
        work.systems.value ?? (await (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_8__/* .packageSystems */ .VN)(nix, copy, project, work.package, work.nixpkgs));
    log.info(`package: ${work.package.text} of ${project.root} at ${project.head.slice(0, 12)}, ${shop.files.length} files; ` +
        `systems: ${shop.systems.join(', ')}`);
    return shop;
}
/** In a run's scratch folder: the copies on the disk that are no single package's. */
const copiesFolder = 'copies';
/** A copy of the checkout as it is; the spare one where that can be it again. */
async function sharedCopy(project, shared) {
    const { spare, scratch } = shared;
    shared.spare = null;
    if ((await spare?.reopen(project)) === true && spare !== null)
        return spare;
    spare?.remove();
    const copies = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, copiesFolder);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(copies, { recursive: true });
    return (0,_project_copy_js__WEBPACK_IMPORTED_MODULE_7__/* .makeCopy */ .s)(project, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(copies, 'copy-')), { inMemoryOf: scratch });
}
/**
 * The copy as it was when it was opened: what an attempt made there goes with the old one. It is not the package's alone: the next one may
 * get it.
 */
async function renewCopy(shop, files) {
    shop.files = files;
    shop.copy = await sharedCopy(shop.project, { scratch: shop.inMemoryOf, spare: shop.copy });
}
function replacementsOf(edits) {
    return new Map(edits.map((edit) => [edit, edit.replacement]));
}
/** Makes the copy the checkout with these replacements, and nothing else. */
async function writeCopy({ copy, files }, replacements) {
    const edits = Map.groupBy([...replacements].map(([span, replacement]) => ({ ...span, replacement })), ({ file }) => file);
    for (const { path, text } of files) {
        const wanted = (0,_literals_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .applyEdits */ .c)(text, edits.get(path) ?? []);
        if (wanted === text)
            await copy.restore(path);
        else
            await copy.write(path, wanted);
    }
}
/** One evaluation of what the copy holds now, counted; or the one that was made ahead, which was counted when it began. */
async function evaluateCopy(shop, system) {
    const { nix, copy, project, work, counts, unreadMeta, ahead } = shop;
    const foreseen = (await ahead?.answer(system)) ?? null;
    if (foreseen !== null)
        return foreseen;
    (0,_counts_js__WEBPACK_IMPORTED_MODULE_11__/* .countEvaluation */ .ky)(counts, system);
    const request = { package: work.package, nixpkgs: work.nixpkgs, system };
    const asked = (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_8__/* .evaluatePackage */ .Ak)(nix, copy, project, request, unreadMeta);
    const [evaluated] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_10__/* .allOf */ .b)([asked, ahead?.begin(system) ?? Promise.resolve()]);
    // What it tells is learned first, and then other things are asked.
    if (!('drvPath' in evaluated))
        await ahead?.stop();
    return evaluated;
}
/** All that the reader should see, each once: some steps are taken more than once. */
function notesOf({ unreadMeta, notes }) {
    const unread = Map.groupBy(unreadMeta, ([, reason]) => reason);
    const ofMeta = [...unread].map(([reason, entries]) => {
        const names = (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)(entries.map(([name]) => `\`meta.${name}\``));
        const does = entries.length === 1 ? 'does not evaluate and was' : 'do not evaluate and were';
        return `${names} ${does} not read: ${reason}`;
    });
    return [...new Set([...ofMeta, ...notes])];
}


/***/ }),

/***/ 45069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ changedMeanwhile),
/* harmony export */   o: () => (/* binding */ writeCheckout)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);





/**
 * Writes files of the checkout, all or none: each is first written beside its place, then all are moved there. `finish`: what is done with
 * them then; it may take them back by `undo`. Throws CHECKOUT_CHANGED, with nothing written, when a file is not what it was when it was
 * read, and what `finish` throws.
 */
async function writeCheckout(root, files, finish) {
    const prepared = [];
    const replaced = [];
    const undo = () => {
        for (const { file, before } of replaced) {
            if (before === null)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(file, { force: true });
            else
                writeBack(file, before);
        }
        for (const { temporary, madeFolder } of prepared) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { force: true });
            removeFolders((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(temporary), madeFolder);
        }
    };
    try {
        for (const file of files.filter(({ before, after }) => before !== after)) {
            prepared.push(await prepare(root, file));
        }
        for (const file of prepared) {
            await expectUnchanged(file);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(file.temporary, file.file);
            replaced.push(file);
        }
    }
    catch (error) {
        undo();
        throw error;
    }
    finally {
        for (const { temporary } of prepared)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { force: true });
    }
    await finish?.(undo);
}
async function prepare(root, { path, before, after }) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path);
    const madeFolder = before === null ? await makeFolder(root, path) : undefined;
    // A folder that has become a link would lead out of the checkout.
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file)).catch(() => '');
    if (!`${folder}${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`.startsWith(`${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(root)}${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`))
        throw changedMeanwhile(path);
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(file).slice(0, 100)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.nar-publish`);
    const found = { path, file, before, madeFolder, temporary };
    await expectUnchanged(found);
    const mode = before === null ? null : (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(file)).mode & 0o777;
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(temporary, 'wx', mode ?? 0o666);
        try {
            await handle.writeFile(after);
            // What umask took away.
            if (mode !== null)
                await handle.chmod(mode);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { force: true });
        throw error;
    }
    return found;
}
/** The first of the folders that had to be made, none of them behind a link. */
async function makeFolder(root, path) {
    let above = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path));
    while ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(above).catch(() => null)) === null)
        above = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(above);
    if (!`${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(above)}${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`.startsWith(`${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(root)}${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`)) {
        throw changedMeanwhile(path);
    }
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path)), { recursive: true });
}
async function expectUnchanged({ path, file, before }) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(file).catch(() => null);
    if (before === null) {
        if (found !== null)
            throw changedMeanwhile(path);
        return;
    }
    if (found?.isFile() !== true)
        throw changedMeanwhile(path);
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file)).equals(Buffer.from(before)))
        throw changedMeanwhile(path);
}
/** Unless somebody has put something there. */
function removeFolders(from, first) {
    if (first === undefined)
        return;
    for (let folder = from; folder.startsWith(first); folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(folder)) {
        const path = folder;
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(path);
        }, undefined);
    }
}
/** At once, as the process may be about to end. */
function writeBack(file, before) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(file, 'r+');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.ftruncateSync)(descriptor);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(descriptor, before);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
    }
}
function changedMeanwhile(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .NarPublishError */ .f9({
        code: 'CHECKOUT_CHANGED',
        subject: path,
        reason: 'somebody changed it while the new version was computed, so nothing was written'
    });
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ home),
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** As package.json has it; a test compares. */
const version = '1.0.0';
/** The repository of this project, `owner/name`: as package.json has it in `repository`. `script/set-home` writes it into all files. */
const home = 'org/nar-publish';


/***/ })

};
