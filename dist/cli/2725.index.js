export const id = 2725;
export const ids = [2725];
export const modules = {

/***/ 82094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ chunkOperands)
/* harmony export */ });
/** Bytes of operands for one command. Linux allows 2 MiB and macOS 1 MiB, the environment included (execve(2), ARG_MAX). */
const operandBudget = 200_000;
/** Splits operands so that no command line overflows; none at all gives no chunk, as Nix takes an empty list for `.`. */
function chunkOperands(operands) {
    const chunks = [];
    let room = 0;
    for (const operand of operands) {
        const size = Buffer.byteLength(operand) + 1;
        const current = chunks.at(-1);
        if (current === undefined || size > room) {
            chunks.push([operand]);
            room = operandBudget - size;
        }
        else {
            current.push(operand);
            room -= size;
        }
    }
    return chunks;
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

/***/ 44681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   S3: () => (/* binding */ rootCommand),
/* harmony export */   Sq: () => (/* binding */ holdPaths),
/* harmony export */   Vm: () => (/* binding */ rootFolder),
/* harmony export */   Yw: () => (/* binding */ holdDerivations),
/* harmony export */   nW: () => (/* binding */ holdTraced),
/* harmony export */   pw: () => (/* binding */ linkRoot),
/* harmony export */   vZ: () => (/* binding */ holdEvaluated)
/* harmony export */ });
/* unused harmony exports rootsFolder, rootPrefix */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51616);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8144);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(82094);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93861);










/**
 * Nix's folder of indirect roots: each link in it leads to a link that leads into the store. Nix itself takes those out whose
 * link is gone (findRoots in libstore/gc.cc), so that who empties a queue, or ends a run, need not be able to write here.
 */
function rootsFolder(env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(stateDirectory(env), 'gcroots', 'auto');
}
function stateDirectory(env) {
    const given = env['NIX_STATE_DIR'];
    if (given !== undefined && given !== '')
        return given;
    // A folder is a store of its own, too.
    const [, folder, query = ''] = /^(?:local|(\/[^?]*))(?:\?(.*))?$/.exec(env['NIX_REMOTE'] ?? '') ?? [];
    const parameters = new URLSearchParams(query);
    return parameters.get('state') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parameters.get('root') ?? folder ?? '/', 'nix/var/nix');
}
/** What the names of a folder's roots begin with: another folder may hold the same path. */
function rootPrefix(folder) {
    return `nar-publish-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)('sha256').update(folder).digest('hex').slice(0, 12)}-`;
}
function rootOf(nix, folder, storePath) {
    const { hash } = (0,_store_path_js__WEBPACK_IMPORTED_MODULE_6__/* .parseStorePath */ .GV)(storePath);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(rootsFolder(nix.env), `${rootPrefix(folder)}${hash}`);
}
/**
 * Puts a link into a folder and makes it an indirect root by a link of Nix's own, in no time. false: who may not write to Nix's folder
 * has to ask the daemon for it.
 */
function linkRoot(nix, folder, storePath) {
    const link = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(storePath));
    replaceLink(storePath, link);
    try {
        const root = rootOf(nix, folder, storePath);
        // Nix makes its folder with the first root.
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(root))))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(root), { recursive: true });
        replaceLink(link, root);
        return true;
    }
    catch (error) {
        if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error)))
            return false;
        throw error;
    }
}
/** Then it is not made anew, for a moment in which there would be none. */
function isLinked(nix, folder, storePath) {
    const link = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(storePath));
    const targetOf = (path) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path), null);
    return targetOf(link) === storePath && targetOf(rootOf(nix, folder, storePath)) === link;
}
function replaceLink(target, link) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)(target, link);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error) !== 'EEXIST')
            throw error;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(link);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)(target, link);
    }
}
/**
 * Makes roots by Nix itself, which tells a collection that runs at this moment: `root`, `root-2`, … of paths that are all outputs, or all
 * .drv files. A .drv that is not there is passed over; an output makes it fail.
 */
function rootCommand(root, storePaths) {
    if (storePaths[0]?.endsWith('.drv') !== true) {
        return {
            program: 'nix-store',
            // What is gone is not fetched: nobody asked for that.
            args: [
                '--realise',
                '--option',
                'substitute',
                'false',
                '--add-root',
                root,
                '--',
                ...storePaths
            ]
        };
    }
    return {
        program: 'nix-instantiate',
        // `nix-store` would build it, and `nix build` did so before 2.15.
        args: [
            ...['--option', 'pure-eval', 'false', '--option', 'restrict-eval', 'false'],
            ...['--add-root', root, '--expr', '--'],
            ...storePaths.map((path) => `if builtins.pathExists "${path}" then import "${path}" else [ ]`)
        ]
    };
}
/**
 * Keeps valid store paths, .drv files among them, from the garbage collector as long as the run's folder is there, with all that they
 * refer to. Answers with those that are not valid, before or by now. Throws NIX_FAILED when the roots cannot be made.
 */
async function holdPaths(nix, storePaths) {
    const { roots } = nix;
    if (roots === undefined)
        return (0,_validity_js__WEBPACK_IMPORTED_MODULE_8__/* .invalidPaths */ .i)(nix, storePaths);
    const isDerivation = (path) => path.endsWith('.drv');
    const lost = new Set();
    for (const kind of [
        storePaths.filter((path) => !isDerivation(path)),
        storePaths.filter(isDerivation)
    ]) {
        for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_9__/* .chunkOperands */ .y)([...new Set(kind)])) {
            for (const path of await holdChunk(nix, roots, chunk))
                lost.add(path);
        }
    }
    return lost;
}
async function holdChunk(nix, roots, paths) {
    let wanted = [...paths];
    while (wanted.length > 0) {
        // A folder of its own for each call, as Nix replaces a root of the same name.
        const folder = await rootFolder(roots);
        const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_7__/* .runNix */ .dI)(nix, rootCommand((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'r'), wanted));
        const held = await linkTargets(folder);
        if (ended.status === 0)
            return paths.filter((path) => !held.has(path));
        const invalid = await (0,_validity_js__WEBPACK_IMPORTED_MODULE_8__/* .invalidPaths */ .i)(nix, wanted);
        if (invalid.size === 0)
            throw (0,_run_js__WEBPACK_IMPORTED_MODULE_7__/* .nixFailure */ .M4)(ended);
        wanted = wanted.filter((path) => !invalid.has(path));
    }
    return [...paths];
}
/** A new folder for roots. */
async function rootFolder(roots) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(roots, { recursive: true });
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(roots, 'held-'));
}
async function linkTargets(folder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder);
    return new Set(await Promise.all(names.map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name)))));
}
/** Characters of one line. */
const longestTrace = 1024 * 1024;
/**
 * For the standard error of an evaluation that tells its .drv files by `builtins.trace`: makes roots of them while Nix itself still holds
 * them, which it does to its own end. `onTrace` is told what else is traced, a line at a time.
 */
function holdTraced(nix, onTrace) {
    let rest = '';
    return (chunk) => {
        const lines = (rest + chunk.toString('utf8')).split('\n');
        // What is longer is no path, and no answer of one attribute.
        rest = (lines.pop() ?? '').slice(0, longestTrace);
        for (const line of lines) {
            const traced = /^trace: (.*)$/.exec((0,_harmless_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutEscapes */ .Lx)(line))?.[1];
            if (traced === undefined)
                continue;
            if (traced.endsWith('.drv') && (0,_store_path_js__WEBPACK_IMPORTED_MODULE_6__/* .isStorePath */ .zP)(traced))
                linkDerivation(nix, traced);
            else
                onTrace?.(traced);
        }
    };
}
/** The same afterwards, for what a command just wrote. Answers with those that a collection was quicker to take. */
async function holdDerivations(nix, drvPaths) {
    if (nix.roots === undefined)
        return new Set();
    const unlinked = drvPaths.filter((path) => !linkDerivation(nix, path));
    // A link to what is gone holds nothing; where no file is to be seen, Nix may have its store elsewhere.
    const unseen = drvPaths.filter((path) => !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path));
    return new Set([...(await holdPaths(nix, unlinked)), ...(await (0,_validity_js__WEBPACK_IMPORTED_MODULE_8__/* .invalidPaths */ .i)(nix, unseen))]);
}
function linkDerivation(nix, drvPath) {
    if (nix.roots === undefined || isLinked(nix, nix.roots, drvPath))
        return true;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(nix.roots, { recursive: true });
    return linkRoot(nix, nix.roots, drvPath);
}
/** So often a .drv may be collected before it can be rooted. */
const mostEvaluations = 10;
/** An evaluation whose .drv stays: one that a collection was quicker to take is made again. */
async function holdEvaluated(nix, evaluate) {
    for (let attempt = 1;; attempt++) {
        const answer = await evaluate();
        const drvPath = 'drvPath' in answer ? String(answer.drvPath) : null;
        if (drvPath === null || attempt === mostEvaluations)
            return answer;
        if ((await holdDerivations(nix, [drvPath])).size === 0)
            return answer;
    }
}


/***/ }),

/***/ 59094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M4: () => (/* binding */ nixFailure),
/* harmony export */   NF: () => (/* binding */ unknownAnswer),
/* harmony export */   O9: () => (/* binding */ startNix),
/* harmony export */   b3: () => (/* binding */ nixWords),
/* harmony export */   cZ: () => (/* binding */ queryStore),
/* harmony export */   dI: () => (/* binding */ runNix),
/* harmony export */   lr: () => (/* binding */ expectNix),
/* harmony export */   zL: () => (/* binding */ askNix)
/* harmony export */ });
/* unused harmony export expectLines */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _process_print_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39318);
/* harmony import */ var _process_start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72589);
/* harmony import */ var _process_tail_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40795);
/* harmony import */ var _system_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73436);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82094);







/** Starts Nix; its stdout is the caller's to read. `exit` need not be looked at. */
function startNix(place, command, { env, ...options } = {}) {
    const { child, stdout, fed, exit } = (0,_process_start_js__WEBPACK_IMPORTED_MODULE_3__/* .startProgram */ .Xd)(command, {
        ...options,
        log: place.log,
        cwd: place.cwd,
        env: { ...place.env, ...env },
        ...(place.stop === undefined ? {} : { stop: place.stop })
    });
    const ended = exit.then(({ status, signal, stderr }) => {
        const nix = { command, status, signal, stderr };
        const known = status === 0 ? null : machineFailure(nix);
        if (known !== null)
            throw known;
        return nix;
    }, (error) => {
        throw startFailure(place, command, error);
    });
    ended.catch(() => undefined);
    return { child, stdout, fed, exit: ended };
}
/** Runs a command to its end, whatever its exit status; see StartedNix for what throws. */
async function runNix(place, command, { onStdout, ...options } = {}) {
    const started = startNix(place, command, options);
    if (onStdout !== undefined) {
        started.stdout.on('data', onStdout);
        return { ...(await started.exit), stdout: '' };
    }
    const { isTooLong, ...ended } = await (0,_process_start_js__WEBPACK_IMPORTED_MODULE_3__/* .gatherOutput */ .NV)(started);
    if (isTooLong)
        throw nixFailure(ended, { reason: `it printed more than ${_process_start_js__WEBPACK_IMPORTED_MODULE_3__/* .stdoutLimit */ .zH} bytes` });
    return { ...ended, stdout: ended.stdout.toString('utf8') };
}
/** What a command that must succeed prints on stdout. Throws NIX_FAILED when it does not. */
async function expectNix(place, command, options) {
    const ended = await runNix(place, command, options);
    if (ended.status !== 0)
        throw nixFailure(ended);
    return ended.stdout;
}
/** The same for a question that Nix answers at once. `timeLimit`: milliseconds. */
function askNix(place, command, timeLimit = 60_000) {
    return expectNix(place, command, { timeLimit });
}
/** The lines that a command prints on stdout, as `nix-store --query` gives paths. */
async function expectLines(place, command) {
    return (await expectNix(place, command)).split('\n').filter((line) => line !== '');
}
/** What `nix-store` prints about these paths, in as many commands as it takes. */
async function queryStore(place, question, paths) {
    const lines = [];
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_6__/* .chunkOperands */ .y)(paths)) {
        const args = [...question, '--', ...chunk];
        lines.push(...(await expectLines(place, { program: 'nix-store', args })));
    }
    return lines;
}
/** A failed command as an error. By default NIX_FAILED about the command, with the last 20 lines that it printed. */
function nixFailure(ended, about = {}) {
    const words = (0,_process_start_js__WEBPACK_IMPORTED_MODULE_3__/* .exitWords */ .Ey)(ended.command, ended);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: about.code ?? 'NIX_FAILED',
        subject: about.subject ?? `${ended.command.program} ${ended.command.args[0] ?? ''}`.trim(),
        reason: about.reason ?? words,
        hint: about.hint,
        ...(about.terminal === undefined ? {} : { terminal: about.terminal }),
        ...(about.reason === undefined ? {} : { cause: new Error(words) })
    });
}
/** Nix answered in JSON of a shape that we do not know. `question`: its words; `what` they are about. */
function unknownAnswer({ version }, question, what, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'NIX_FAILED',
        subject: question,
        reason: `${version.text} describes ${what} in a way that this version does not know`,
        hint: 'Open an issue that names the version of Nix.',
        cause
    });
}
/**
 * Nix's own message without its trace: what follows the last `error:` that starts a line. Newer versions print the trace first,
 * older ones after it.
 */
function nixWords(stderr) {
    const said = (0,_process_tail_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutBlankRuns */ .Zy)(stderr);
    const start = [...said.matchAll(/^\s*error: /gm)].at(-1);
    if (start === undefined)
        return (0,_process_tail_js__WEBPACK_IMPORTED_MODULE_4__/* .lastLines */ .w$)(said) || 'Nix said nothing';
    const message = said.slice(start.index + start[0].length);
    // The place: ` at file:line:column:` with the source, after a blank line in 2.8; and 2.8's trace.
    const [words = message] = message.split(/\n\s*\n\s*(?:at|…) |\n\s+at \S.*:\d+:\d+:\s*\n|\n\(use '--show-trace'/);
    // What is wrong comes first, and then a builder's log or, of an unfree package, all that may be done.
    const [first = '', ...others] = (0,_process_tail_js__WEBPACK_IMPORTED_MODULE_4__/* .lastLines */ .w$)(words, Infinity).split('\n');
    return [first, ...others.slice(-mostLines)].map((line) => line.trim()).join('\n');
}
/** Of a message, besides its first line. */
const mostLines = 20;
function startFailure(place, command, error) {
    if ((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .isLimit */ .S4)(error))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asNarPublishError */ .tS)(error);
    if ((0,_process_start_js__WEBPACK_IMPORTED_MODULE_3__/* .isMissing */ .b2)(error) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(place.cwd)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'NIX_MISSING',
            subject: command.program,
            reason: `there is no program \`${command.program}\` in PATH`,
            cause: error
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'NIX_FAILED',
        subject: `${command.program} ${command.args[0] ?? ''}`.trim(),
        reason: (0,_process_start_js__WEBPACK_IMPORTED_MODULE_3__/* .isMissing */ .b2)(error)
            ? `the folder ${JSON.stringify(place.cwd)} does not exist`
            : `\`${(0,_process_print_command_js__WEBPACK_IMPORTED_MODULE_2__/* .printCommand */ .T)(command)}\` did not run to its end: ${error.message}`,
        cause: error
    });
}
/** Failures that are the machine's and not the command's. Only Nix's own lines count: a builder's carry its name in front. */
function machineFailure(ended) {
    // Lix names itself.
    const feature = /^\s*error: experimental (?:Nix|Lix) feature '(nix-command|flakes)' is disabled/m.exec(ended.stderr);
    if (feature?.[1] !== undefined) {
        return nixFailure(ended, {
            code: 'FLAKES_DISABLED',
            subject: feature[1],
            reason: `this Nix has the experimental feature \`${feature[1]}\` switched off`
        });
    }
    const fault = (0,_system_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .systemFaultIn */ .JZ)(ended.stderr, /^\s*error: /);
    if (fault === null)
        return null;
    return nixFailure(ended, {
        ...fault,
        subject: `${ended.command.program} ${ended.command.args[0] ?? ''}`,
        ...(fault.code === 'DISK_FULL'
            ? {
                hint: 'Free space on the runner before this step.',
                terminal: { hint: 'Free space on the disk of Nix’s store.' }
            }
            : {})
    });
}


/***/ }),

/***/ 93861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ missingStorePath),
/* harmony export */   i: () => (/* binding */ invalidPaths)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59094);


/** Those of the store paths that are not valid in the store (by default this machine's), which Nix does not fetch for this question. */
async function invalidPaths(nix, storePaths, store) {
    const place = store === undefined ? [] : ['--store', store];
    const question = [...place, '--check-validity', '--print-invalid'];
    return new Set(await (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .queryStore */ .cZ)(nix, question, storePaths));
}
function missingStorePath(storePath, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'STORE_PATH_MISSING',
        subject: storePath,
        reason: 'it is not valid in this machine’s store',
        cause
    });
}


/***/ })

};
