export const id = 1664;
export const ids = [1664];
export const modules = {

/***/ 98661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ measureNar)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/binary-cache/hash.ts
var hash = __webpack_require__(23144);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./src/binary-cache/unzip.ts



/** What is inside of a gzip or Brotli file, as it comes. Throws SyntaxError when it is none or breaks off, and whatever `source` throws. */
async function* unzip(source, compression) {
    const decoder = compression === 'gzip' ? (0,external_node_zlib_.createGunzip)() : (0,external_node_zlib_.createBrotliDecompress)();
    // What goes wrong in it is thrown where the decoder is read.
    const fed = (0,promises_.pipeline)(source, decoder).catch(() => undefined);
    try {
        yield* decoder;
    }
    catch (error) {
        if (!/^(Z|ERR)_/.test((0,errors/* codeOf */.$N)(error)))
            throw error;
        throw new SyntaxError(`it is no ${compression} file, or breaks off`, { cause: error });
    }
    await fed;
}

// EXTERNAL MODULE: ./src/binary-cache/xz.ts
var xz = __webpack_require__(20558);
// EXTERNAL MODULE: ./src/binary-cache/zstd-frames.ts
var zstd_frames = __webpack_require__(9670);
;// CONCATENATED MODULE: ./src/binary-cache/measure-nar.ts






/** Streams the file through both hashes; memory does not grow with it. Throws what `source` throws, COMPRESSOR_MISSING. */
async function measureNar(source, { compression, largestFile = Infinity, largestNar, childEnvironment, onProgress, onNar }) {
    const file = new Meter();
    const chunks = source[Symbol.asyncIterator]();
    // By hand, as a loop would close the source when the decompressor gives up, and the file's hash needs all of it.
    const next = async () => {
        // By then it is not what was announced.
        if (file.size > largestFile)
            return null;
        const result = await chunks.next();
        if (result.done === true)
            return null;
        file.add(result.value);
        onProgress(result.value.length);
        return result.value;
    };
    const drain = async () => {
        while ((await next()) !== null)
            ;
    };
    try {
        if (compression === null) {
            await drain();
            return { ...file.file, nar: null, problem: '' };
        }
        const inside = new Meter();
        let problem = '';
        try {
            for await (const chunk of decompress(piecesOf(next), compression, childEnvironment)) {
                inside.add(chunk);
                onNar?.(chunk);
                if (inside.size > largestNar) {
                    problem = `it unpacks to more than the ${largestNar} bytes that are announced`;
                    break;
                }
            }
        }
        catch (error) {
            if (!isSyntaxError(error))
                throw error;
            problem = error.message;
        }
        await drain();
        const { fileHash, fileSize } = file.file;
        return problem === ''
            ? { fileHash, fileSize, nar: { hash: inside.hash, size: inside.size }, problem }
            : { fileHash, fileSize, nar: null, problem };
    }
    finally {
        await chunks.return?.();
    }
}
async function* piecesOf(next) {
    for (;;) {
        const piece = await next();
        if (piece === null)
            return;
        yield piece;
    }
}
function isSyntaxError(error) {
    return error instanceof SyntaxError && !(error instanceof errors/* NarPublishError */.f9);
}
class Meter {
    size = 0;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    add(chunk) {
        this.size += chunk.length;
        this.#hash.update(chunk);
    }
    get hash() {
        return (0,hash/* formatSha256 */.h)(this.#hash.copy().digest());
    }
    get file() {
        return { fileHash: this.hash, fileSize: this.size };
    }
}
/**
 * The NAR inside of a file, as it comes. Throws SyntaxError when the file is not of that compression or breaks off,
 * COMPRESSOR_MISSING, and whatever `source` throws.
 */
function decompress(source, compression, childEnvironment) {
    switch (compression) {
        case 'none':
            return source;
        case 'zstd':
            return (0,zstd_frames/* decompressZstd */.l)(source);
        case 'xz':
            return (0,xz/* decompressXz */.c)(source, { env: childEnvironment });
        case 'gzip':
        case 'br':
            return unzip(source, compression);
    }
}


/***/ }),

/***/ 89635:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ compressions),
/* harmony export */   o: () => (/* binding */ readableCompressions)
/* harmony export */ });
/** Nix's binary cache format, as data. Source: Nix's src/libstore/nar-info.cc and binary-cache-store.cc. */
const compressions = ['zstd', 'xz', 'none'];
/** What other tools publish as well, and can be read here. */
const readableCompressions = [...compressions, 'gzip', 'br'];


/***/ }),

/***/ 20558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ decompressXz),
/* harmony export */   j: () => (/* binding */ compressXz)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _passed_on_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41353);
/* harmony import */ var _process_start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72589);



/** Node has no xz, so the program does it. Throws COMPRESSOR_MISSING, COMPRESSOR_FAILED, and whatever `source` throws. */
async function* compressXz(source, level, options) {
    // -T0 gives the same bytes on one core as on many from xz 5.4 on; 5.2 writes one block on a machine with a single core.
    const { exit, fed } = yield* throughXz(source, ['-T0', `-${level}`, '-c'], options);
    if (exit.status !== 0)
        throw exitError(exit);
    // xz ends well after a source that failed, too: to it that was the end of the file.
    await fed;
}
/** Throws SyntaxError when it is no xz file or breaks off, COMPRESSOR_MISSING, COMPRESSOR_FAILED, and what `source` throws. */
async function* decompressXz(source, options) {
    // One thread: with more, xz keeps whole blocks in memory.
    const { exit, fed } = yield* throughXz(source, ['-dc', '-T1'], options);
    // A download that broke off is no fault of the file; that xz closed its input is.
    await fed.catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9)
            throw error;
    });
    if (exit.status !== 0)
        throw new SyntaxError('it is no xz file, or breaks off');
}
/** What xz makes of the source. xz has ended when this has, or when its reader stops early. */
async function* throughXz(source, args, { env, signal } = {}) {
    const xz = (0,_process_start_js__WEBPACK_IMPORTED_MODULE_2__/* .startProgram */ .Xd)({ program: 'xz', args }, { signal, input: source, env: env && (0,_passed_on_js__WEBPACK_IMPORTED_MODULE_1__/* .passedOn */ .I3)(env, 'program') });
    const closed = new Promise((resolve) => xz.child.once('close', resolve));
    try {
        yield* xz.stdout;
        // Its own end first, which tells more than EPIPE.
        const exit = await xz.exit.catch((error) => {
            throw startError(error);
        });
        return { exit, fed: xz.fed };
    }
    finally {
        xz.child.kill('SIGKILL');
        await closed;
    }
}
function startError(cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: (0,_process_start_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b2)(cause) ? 'COMPRESSOR_MISSING' : 'COMPRESSOR_FAILED',
        subject: 'xz',
        reason: (0,_process_start_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b2)(cause) ? 'there is no such program in PATH' : cause.message,
        cause
    });
}
function exitError({ status, signal, stderr }) {
    const lastWords = stderr.slice(-2000).trim();
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'COMPRESSOR_FAILED',
        subject: 'xz',
        reason: `it ended with ${signal ?? status ?? 'no status'}${lastWords === '' ? '' : `: ${lastWords}`}`
    });
}


/***/ }),

/***/ 9670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ decompressZstd)
/* harmony export */ });
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _byte_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67008);




const frameMagic = 0xfd2fb528;
const skippableMagic = 0x184d2a50;
/**
 * A zstd file of any number of frames, as it stands in a cache (RFC 8878, section 3.1). Throws SyntaxError for what is none.
 *
 * node:zlib stops after the first frame or takes the second one's start for garbage, depending on where chunks end (Node 24.21;
 * https://github.com/nodejs/node/issues/59899 is of the same family), so that frames are found here and each gets a decompressor of its own.
 */
async function* decompressZstd(source) {
    const reader = new _byte_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .ByteReader */ .k(source);
    while (!(await reader.isAtEnd())) {
        const magic = await reader.take(4);
        const number = magic.readUInt32LE();
        if (number === frameMagic)
            yield* decompressFrame(framePieces(reader, magic));
        else if ((number & 0xfffffff0) >>> 0 === skippableMagic) {
            const length = (await reader.take(4)).readUInt32LE();
            await reader.skip(length);
        }
        else
            throw new SyntaxError('what stands where a zstd frame should begin is none');
    }
}
async function* decompressFrame(pieces) {
    const decompressor = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createZstdDecompress)();
    const feeding = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_0__.pipeline)(pieces, decompressor);
    feeding.catch(() => undefined); // it is looked at when the output has ended
    try {
        yield* decompressor;
        await feeding;
    }
    catch (error) {
        throw isZstdError(error)
            ? new SyntaxError('a zstd frame does not decompress', { cause: error })
            : error;
    }
    finally {
        decompressor.destroy();
    }
}
/** The bytes of one frame, its magic already taken. */
async function* framePieces(reader, magic) {
    const descriptor = await reader.take(1);
    const flags = descriptor.readUInt8();
    const isSingleSegment = (flags & 0x20) !== 0;
    const contentSizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
    const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0;
    const rest = (isSingleSegment ? 0 : 1) + dictionaryBytes + contentSizeBytes;
    yield Buffer.concat([magic, descriptor, await reader.take(rest)]);
    for (let isLast = false; !isLast;) {
        const header = await reader.take(3);
        const block = header.readUIntLE(0, 3);
        const type = (block >> 1) & 3;
        if (type === 3)
            throw new SyntaxError('a zstd block is of a reserved type');
        isLast = (block & 1) === 1;
        yield header;
        // A run-length block has its one byte, and its size says how often that comes.
        yield* reader.pieces(type === 1 ? 1 : block >> 3);
    }
    const hasChecksum = (flags & 4) !== 0;
    if (hasChecksum)
        yield await reader.take(4);
}
function isZstdError(error) {
    return /^(ZSTD_|Z_)/.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error));
}


/***/ }),

/***/ 72534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ tokenFromFile),
/* harmony export */   n: () => (/* binding */ readSecret)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _typed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30038);




/** The token of `--token-file` as the input that it is, or null when the option is not given. Throws INPUT_INVALID. */
async function tokenFromFile({ values }) {
    const file = values.get('token-file')?.[0];
    if (file === undefined)
        return null;
    const token = file === '-' ? (await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(process.stdin)).trim() : readSecret('token-file', file);
    if (token === '')
        throw invalid('token-file', file, 'it is empty');
    return ['token', token];
}
/** The text of a file that holds one secret. Throws INPUT_INVALID, without a word of the content. */
function readSecret(option, file) {
    return (0,_typed_js__WEBPACK_IMPORTED_MODULE_3__/* .typed */ .G)(() => {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8').trim();
        }
        catch (cause) {
            throw invalid(option, file, `it cannot be read (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(cause)})`, cause);
        }
    });
}
function invalid(option, file, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({
        code: 'INPUT_INVALID',
        subject: `option --${option}, ${JSON.stringify(file.slice(0, 200))}`,
        reason,
        hint: 'Give the name of a file that holds the secret and nothing else.',
        cause
    });
}


/***/ }),

/***/ 12775:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runKeys: () => (/* binding */ runKeys)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/binary-cache/signature.ts
var binary_cache_signature = __webpack_require__(40996);
// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/cli/secret-files.ts
var secret_files = __webpack_require__(72534);
// EXTERNAL MODULE: ./src/doctor/open-store.ts + 4 modules
var open_store = __webpack_require__(65866);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/near.ts
var near = __webpack_require__(16733);
// EXTERNAL MODULE: ./src/binary-cache/cache-info.ts
var cache_info = __webpack_require__(67221);
// EXTERNAL MODULE: ./src/catalogue/change-badges.ts
var change_badges = __webpack_require__(26042);
// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/catalogue/byte-order.ts
var byte_order = __webpack_require__(18154);
;// CONCATENATED MODULE: ./src/keys/list.ts


/** Each key that README, catalogue or a signature names: told ones first, then by name. */
function listKeys({ narInfos, told, catalogue }) {
    const paths = [...narInfos.values()];
    const inCatalogue = catalogue?.publicKeys ?? [];
    const known = [...new Set([...told, ...inCatalogue])];
    const names = new Set(known.map(binary_cache_signature/* keyName */.xT));
    const others = new Set(paths.flatMap(({ signatures }) => signatures.map(binary_cache_signature/* keyName */.xT)));
    const keys = [
        ...known.map((publicKey) => {
            const signed = paths.filter((narInfo) => (0,binary_cache_signature/* isSignedByAny */.mT)([publicKey], narInfo));
            return {
                name: (0,binary_cache_signature/* keyName */.xT)(publicKey),
                publicKey,
                isTold: told.includes(publicKey),
                isInCatalogue: inCatalogue.includes(publicKey),
                ...countsOf(signed, without(told, publicKey))
            };
        }),
        ...[...others]
            .filter((name) => !names.has(name))
            .map((name) => {
            const signed = paths.filter(({ signatures }) => signatures.some((text) => (0,binary_cache_signature/* keyName */.xT)(text) === name));
            const noKey = { publicKey: null, isTold: false, isInCatalogue: false };
            return { name, ...noKey, ...countsOf(signed, told) };
        })
    ];
    const isBefore = (a, b) => Number(b.isTold) - Number(a.isTold) || (0,byte_order/* compareBytes */.X)(a.name, b.name);
    return {
        keys: keys.sort(isBefore),
        paths: paths.length,
        unreadable: unreadablePaths(paths, told)
    };
}
/** Store paths that readers who are told these keys are refused, sorted. */
function unreadablePaths(narInfos, told) {
    return narInfos
        .filter((narInfo) => !(0,binary_cache_signature/* isTakenBy */.LN)(told, narInfo))
        .map(({ storePath }) => storePath)
        .sort(byte_order/* compareBytes */.X);
}
function countsOf(signed, otherTold) {
    const alone = signed.filter((narInfo) => !(0,binary_cache_signature/* isSignedByAny */.mT)(otherTold, narInfo));
    return { signs: signed.length, alone: alone.length };
}
function without(keys, key) {
    return keys.filter((other) => other !== key);
}

// EXTERNAL MODULE: ./src/doctor/check-nars.ts
var check_nars = __webpack_require__(62786);
;// CONCATENATED MODULE: ./src/keys/prove.ts




/** File → content, for narinfos whose NAR has the size and hashes that they say. What cannot be looked at is left out. */
async function proveContent(store, state, narInfos, { childEnvironment, log }) {
    if (narInfos.size === 0)
        return new Map();
    const findings = await log.group(`Check the content of ${(0,src_text/* count */.U9)(narInfos.size, 'path')}`, () => (0,check_nars/* checkNars */.b9)(store, narInfos, { isQuick: false, childEnvironment, log }));
    refuseWrong(findings);
    const unproven = new Set(findings.map(({ file }) => file));
    return new Map([...narInfos]
        .filter(([file]) => !unproven.has(file))
        .map(([file, narInfo]) => [file, contentOf(narInfo, state)]));
}
/** What a narinfo says of its content, and which file that is in this state. */
function contentOf(narInfo, { files }) {
    const { url, fileHash, fileSize, compression } = narInfo;
    const blob = files.get(url)?.blob ?? '';
    return JSON.stringify([(0,binary_cache_signature/* fingerprint */.Rj)(narInfo), url, blob, fileHash, fileSize, compression]);
}
/** Nothing is signed, and nothing taken away, while one of them cannot be had or is not what it should be: its old signature is all it has. */
function refuseWrong(findings) {
    const errors = findings.filter(({ kind }) => kind === 'error');
    const [first] = errors;
    if (first === undefined)
        return;
    const others = errors.length - 1;
    throw new src_errors/* NarPublishError */.f9({
        code: first.code === 'NAR_UNREACHABLE' ? 'DOWNLOAD_FAILED' : 'CONTENT_WRONG',
        subject: first.file,
        reason: `it is not signed anew, as ${first.what}${others === 0 ? '' : `; so it is with ${(0,src_text/* count */.U9)(others, 'other narinfo')}`}`
    });
}

// EXTERNAL MODULE: ./src/catalogue/catalogue.ts
var catalogue_catalogue = __webpack_require__(96620);
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
// EXTERNAL MODULE: ./src/doctor/line-endings.ts
var line_endings = __webpack_require__(45776);
// EXTERNAL MODULE: ./src/page/page.ts + 1 modules
var page_page = __webpack_require__(74552);
// EXTERNAL MODULE: ./src/pins/pin.ts
var pin = __webpack_require__(16099);
;// CONCATENATED MODULE: ./src/keys/retire.ts













/**
 * Which narinfos lose their only signature that readers take, and may be signed anew: a key that the README told has vouched for what
 * they say. What a key signed that only the catalogue names, or nobody, is vouched for by nobody.
 */
function orphans({ narInfos, told }, { name, signWith }) {
    const going = told.filter((key) => (0,binary_cache_signature/* keyName */.xT)(key) === name);
    const staying = keysAfter(told, { name, signWith: [] });
    return new Map([...narInfos].filter(([, narInfo]) => (0,binary_cache_signature/* isSignedByAny */.mT)(going, narInfo) &&
        !(0,binary_cache_signature/* isTakenBy */.LN)([...staying, ...signWith.map(binary_cache_signature/* publicKeyText */.gt)], narInfo)));
}
/**
 * Takes a key’s signatures, its entry in the catalogue and its lines in the README away. `proven`: the files of those `orphans` whose
 * content was checked, and which are signed anew. Throws README_MARKERS, FOLDER_INVALID when the README has a block and it is not known
 * of which cache, SIGNING_KEY_INVALID.
 */
function composeRetirement(state, retirement, proven, description) {
    const { name, signWith } = retirement;
    const files = new Map();
    const changedInfos = [];
    const toSign = new Map([...orphans(state, retirement)].filter(([file]) => proven.has(file)));
    let narInfos = 0;
    for (const [file, text] of state.texts) {
        const narInfo = toSign.get(file);
        const added = narInfo === undefined ? [] : signWith.map((key) => (0,binary_cache_signature/* sign */._S)(key, narInfo));
        const changed = withoutSignatures(text, name, added);
        if (changed === text)
            continue;
        narInfos++;
        files.set(file, Buffer.from(changed));
        const before = state.narInfos.get(file);
        if (before !== undefined) {
            const kept = before.signatures.filter((signature) => (0,binary_cache_signature/* keyName */.xT)(signature) !== name);
            changedInfos.push({ ...before, signatures: [...kept, ...added] });
        }
    }
    const told = keysAfter(state.told, retirement);
    (0,told_keys/* refuseTakenNames */.i4)(signWith.map(binary_cache_signature/* publicKeyText */.gt), told);
    const inCatalogue = state.catalogue?.publicKeys ?? [];
    const publicKeys = [...new Set([...state.told, ...inCatalogue])].filter((key) => (0,binary_cache_signature/* keyName */.xT)(key) === name);
    const retired = {
        publicKeys,
        narInfos,
        signed: [...toSign.values()].map(({ storePath }) => storePath).sort(),
        left: unreadablePaths(changedInfos, told),
        told
    };
    if (publicKeys.length + narInfos === 0)
        return { ...retired, change: null, badges: null };
    const pins = (0,pin/* pinsOf */.cz)(state.pinFiles);
    const staying = inCatalogue.filter((key) => (0,binary_cache_signature/* keyName */.xT)(key) !== name);
    const { deletedFiles, shown, badges, ...catalogue } = (0,change_whole/* changeWhole */.k)(state.catalogueFiles, {
        rows: state.catalogue?.rows ?? [],
        publicKeys: (0,catalogue_catalogue/* uniqueTexts */.a5)([...staying, ...signWith.map(binary_cache_signature/* publicKeyText */.gt)])
    }, pins);
    // Where there is none, the next publish begins it.
    if (state.catalogue !== null)
        for (const [path, content] of catalogue.files)
            files.set(path, content);
    if (state.readme.content !== null && !isSame(told, state.told)) {
        if (description === null)
            throw unknownCache(state.readme.path);
        const toldOf = (0,describe/* keepingMirror */.H)(description, state.readme.content);
        const block = (0,readme_block/* renderReadmeBlock */.i)({ ...shown, publicKeys: told }, { ...toldOf, pins });
        const { path, content } = state.readme;
        const placed = (0,catalogue_readme/* placeBlock */.Xf)(content, block, description.repository, path);
        if (!placed.equals(content))
            files.set(path, placed);
        const page = (0,page_page/* cachePage */.aB)(toldOf, told);
        const isStale = state.page !== null && (0,page_page/* isStalePage */.H9)((0,line_endings/* plainLineEndings */.fS)(state.page), page);
        if (isStale)
            files.set(page_page/* pagePath */.HX, page);
    }
    const change = { message: messageOf(name, retired), files, deletedFiles };
    return { ...retired, change, badges: state.catalogue === null ? null : badges };
}
/** The file with its other lines as they are; what is added stands where the first signature of the key stood. */
function withoutSignatures(text, name, added) {
    let isFirst = true;
    return text
        .split('\n')
        .flatMap((line) => {
        if (!line.startsWith(`Sig: ${name}:`))
            return [line];
        const lines = isFirst ? added.map((signature) => `Sig: ${signature}`) : [];
        isFirst = false;
        return lines;
    })
        .join('\n');
}
/** What signs is told as well: its owner vouches for it. */
function keysAfter(told, { name, signWith }) {
    return (0,told_keys/* keysToTell */.zQ)(null, [
        ...told.filter((key) => (0,binary_cache_signature/* keyName */.xT)(key) !== name),
        ...signWith.map(binary_cache_signature/* publicKeyText */.gt)
    ]);
}
function isSame(a, b) {
    return a.length === b.length && a.every((key, index) => key === b[index]);
}
function messageOf(name, { narInfos, signed, left }) {
    const lines = [
        `its signatures of ${(0,src_text/* count */.U9)(narInfos, 'path')} are gone`,
        ...(signed.length === 0
            ? []
            : [`${(0,src_text/* count */.U9)(signed.length, 'path')} signed anew, their content checked`]),
        ...(left.length === 0 ? [] : [`without a signature that readers take: ${(0,src_text/* shortList */.pg)(left, 20)}`])
    ];
    return `retire the key ${name}\n\nnar-publish keys retire:\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}
function unknownCache(readmePath) {
    return new src_errors/* NarPublishError */.f9({
        code: 'FOLDER_INVALID',
        subject: readmePath,
        reason: 'its block tells readers the key, and the folder does not tell of which repository it is a clone, so that the block cannot be written anew',
        hint: 'Retire the key in the repository itself, by its address; or in a clone of it.'
    });
}
/** KEY_UNKNOWN, for a name that nothing bears. */
function keyUnknown(store, name, names) {
    return new src_errors/* NarPublishError */.f9({
        code: 'KEY_UNKNOWN',
        subject: store,
        reason: `no signature, no line of its catalogue and none of its README is of a key ${(0,src_text/* quote */.hD)(name)}; ${names.length === 0 ? 'it has none at all' : `there are ${(0,src_text/* list */.p_)(names.map(src_text/* quote */.hD))}`}`
    });
}

// EXTERNAL MODULE: ./src/binary-cache/narinfo.ts
var narinfo = __webpack_require__(99711);
// EXTERNAL MODULE: ./src/catalogue/find-readme.ts
var find_readme = __webpack_require__(34549);
// EXTERNAL MODULE: ./src/catalogue/whole.ts
var whole = __webpack_require__(70310);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
;// CONCATENATED MODULE: ./src/keys/state.ts










/** Throws CATALOGUE_INVALID, and what reading throws. */
async function readKeyState(snapshot, known) {
    const files = await snapshot.listFiles();
    const paths = [...files.keys()].filter((path) => /^[^/]+\.narinfo$/.test(path) ||
        path.startsWith(pin/* pinsFolder */.n$) ||
        path === catalogue_readme/* readmePath */.Aj ||
        path === page_page/* pagePath */.HX ||
        (0,whole/* isCatalogueFile */.OC)(path));
    const blobOf = (path) => files.get(path)?.blob ?? '';
    const read = await snapshot.readFiles(paths.filter((path) => !known.has(blobOf(path))));
    for (const [path, content] of read)
        known.set(blobOf(path), content);
    const contents = new Map(paths.flatMap((path) => {
        const content = known.get(blobOf(path));
        return content === undefined ? [] : [[path, content]];
    }));
    const of = (isWanted) => [...contents].filter(([path]) => isWanted(path));
    const texts = new Map(of((path) => path.endsWith('.narinfo') && !path.startsWith(pin/* pinsFolder */.n$)).map(([path, content]) => [path, (0,line_endings/* plainLineEndings */.fS)(content).toString('utf8')]));
    const catalogueFiles = new Map(of(whole/* isCatalogueFile */.OC));
    const readme = await (0,find_readme/* findReadme */.O)({
        ...snapshot,
        readFile: async (path) => contents.get(path) ?? snapshot.readFile(path)
    });
    return {
        files,
        texts,
        narInfos: new Map([...texts].flatMap(([file, text]) => {
            const narInfo = narInfoIn(file, text);
            return narInfo === null ? [] : [[file, narInfo]];
        })),
        catalogue: (0,whole/* wholeCatalogue */.JM)(catalogueFiles),
        catalogueFiles,
        readme,
        page: contents.get(page_page/* pagePath */.HX) ?? null,
        told: (0,told_keys/* toldKeys */.GO)(readme.content),
        pinFiles: new Map(of((path) => path.startsWith(pin/* pinsFolder */.n$)))
    };
}
/** null: no reader gets anything by it, and doctor says what is wrong. */
function narInfoIn(file, text) {
    try {
        const narInfo = (0,narinfo/* parseNarInfo */.Ne)(text, file);
        return `${(0,store_path/* parseStorePath */.GV)(narInfo.storePath).hash}.narinfo` === file ? narInfo : null;
    }
    catch (error) {
        if (error instanceof src_errors/* NarPublishError */.f9 && error.code === 'NARINFO_INVALID')
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/keys/keys.ts








/** Throws CACHE_MISSING, and what opening and reading the cache throws. */
async function readKeys({ open, log }) {
    const store = await open();
    const { name, state } = store;
    log.info(`${name}, ${state}`);
    return { store: name, state, ...listKeys(await readState(store, new Map(), log)) };
}
/** Each round but the first takes somebody who publishes with the key that is to go. */
const mostRounds = 8;
/**
 * Takes a key away in one commit on top of whatever the branch is by then. What somebody publishes with it meanwhile has its content
 * checked, too, in another round. Throws SIGNING_KEY_INVALID, CACHE_MISSING, KEY_UNKNOWN, CONTENT_WRONG,
 * DOWNLOAD_FAILED, HEAD_MOVED, and what opening and reading throws.
 */
async function retireKey(request) {
    const { open, name, signWith, dryRun, log } = request;
    refuseSameName(request);
    const retirement = { name, signWith };
    const known = new Map();
    const proven = new Map();
    for (let round = 1;; round++) {
        const store = await open();
        log.info(`${store.name}, ${store.state}`);
        const state = await readState(store, known, log);
        if (round === 1 && !dryRun && orphans(state, retirement).size > 0) {
            const refusal = await store.refusal();
            if (refusal !== null)
                throw refusal;
        }
        if (signWith.length > 0) {
            for (const [file, content] of await proveContent(store, state, unproven(state, retirement, proven), request)) {
                proven.set(file, content);
            }
        }
        let retired = compose(store, state, retirement, proven);
        if (retired.change === null && round === 1) {
            throw keyUnknown(store.name, name, listKeys(state).keys.map((key) => key.name));
        }
        const looked = new Map([...orphans(state, retirement)].map(([file, narInfo]) => [file, contentOf(narInfo, state)]));
        if (dryRun)
            return reportOf(store, name, retired, null);
        let isOvertaken = false;
        const result = await store.write(async (snapshot) => {
            const current = await readKeyState(snapshot, known);
            isOvertaken = [...unproven(current, retirement, proven)].some(([file, narInfo]) => signWith.length > 0 && looked.get(file) !== contentOf(narInfo, current));
            if (isOvertaken)
                return null;
            retired = compose(store, current, retirement, proven);
            const { change, badges } = retired;
            if (change === null || badges === null)
                return change;
            const { files, deletedFiles } = await (0,change_badges/* changeBadges */.$z)(snapshot, badges);
            return {
                ...change,
                files: new Map([...change.files, ...files]),
                deletedFiles: [...change.deletedFiles, ...deletedFiles]
            };
        });
        if (!isOvertaken)
            return reportOf(store, name, retired, result);
        log.info('somebody has published with the key meanwhile; that is checked as well');
        if (round === mostRounds) {
            throw new src_errors/* NarPublishError */.f9({
                code: 'HEAD_MOVED',
                subject: store.name,
                reason: `in each of ${mostRounds} rounds somebody published with the key that is to go`,
                hint: 'Take the key away from what signs with it first, then retire it.'
            });
        }
    }
}
/** Signatures go by the name of their key, and its own, or those of a second one of its name, would go with them. */
function refuseSameName({ name, signWith }) {
    if (signWith.every((key) => key.name !== name))
        return;
    throw new src_errors/* NarPublishError */.f9({
        code: 'SIGNING_KEY_INVALID',
        subject: 'signing key',
        reason: `it is called ${(0,src_text/* quote */.hD)(name)}, as the key that is to go, and every signature of that name goes`,
        hint: 'Make the new key under a name of its own, such as one with the next number.'
    });
}
async function readState(store, known, log) {
    return log.group('Read the narinfos and the index', async () => {
        const state = await readKeyState(store.snapshot, known);
        if (!state.files.has(cache_info/* cacheInfoPath */.gs)) {
            const subject = `${store.name}, ${store.state}`;
            const reason = `it has no ${cache_info/* cacheInfoPath */.gs}`;
            throw new src_errors/* NarPublishError */.f9({ code: 'CACHE_MISSING', subject, reason });
        }
        log.info((0,src_text/* count */.U9)(state.texts.size, 'narinfo'));
        return state;
    });
}
function unproven(state, retirement, proven) {
    return new Map([...orphans(state, retirement)].filter(([file, narInfo]) => proven.get(file) !== contentOf(narInfo, state)));
}
function compose({ description }, state, retirement, proven) {
    const files = [...orphans(state, retirement)].flatMap(([file, narInfo]) => proven.get(file) === contentOf(narInfo, state) ? [file] : []);
    return composeRetirement(state, retirement, new Set(files), description);
}
function reportOf({ name: store }, name, { publicKeys, narInfos, signed, left, told }, result) {
    return { store, name, publicKeys, narInfos, signed, left, told, result };
}

// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
;// CONCATENATED MODULE: ./src/keys/report.ts


/** What each key has signed, for a terminal. */
function keysText({ store, state, keys, paths, unreadable }) {
    return (0,harmless/* terminalText */.eR)([
        `${store}, ${state}: ${(0,src_text/* count */.U9)(paths, 'path')}, ${(0,src_text/* count */.U9)(keys.length, 'key')}`,
        ...keys.flatMap((key) => [
            (0,harmless/* oneLine */.TN)(key.publicKey ?? key.name),
            `  ${standingOf(key)}; signs ${(0,src_text/* count */.U9)(key.signs, 'path')}, ${key.alone} of them alone`
        ]),
        ...(unreadable.length === 0
            ? []
            : [
                `${(0,src_text/* count */.U9)(unreadable.length, 'path')} without a signature that readers take, ${unreadable[0] ?? ''} among them`
            ])
    ]);
}
function standingOf({ publicKey, isTold, isInCatalogue }) {
    if (isTold)
        return 'readers are told it';
    if (isInCatalogue)
        return 'only the catalogue names it';
    return publicKey === null ? 'only signatures name it' : 'readers are not told it';
}
/** What retiring a key came to, for a terminal. */
function retirementText(report, dryRun) {
    const { store, name, narInfos, signed, told, result } = report;
    const would = dryRun ? 'would be ' : '';
    return (0,harmless/* terminalText */.eR)([
        `${store}: the key ${(0,harmless/* oneLine */.TN)(name)} ${dryRun ? 'would be' : 'is'} retired; its signatures of ${(0,src_text/* count */.U9)(narInfos, 'path')} ${dryRun ? 'would go' : 'are gone'}.`,
        ...signed.map((path) => `  ${would}signed anew: ${path}`),
        ...report.left.map((path) => `  left unsigned: ${path}`),
        told.length === 0
            ? 'readers are told no key: the README says that the cache is unsigned'
            : `readers are told ${(0,src_text/* list */.p_)(told)}`,
        ...(dryRun ? ['Nothing was written.'] : []),
        ...(result === null ? [] : [result])
    ]);
}
function retirementWarnings({ left, told }, dryRun) {
    return [
        ...(left.length === 0
            ? []
            : [
                `${(0,src_text/* count */.U9)(left.length, 'path')} ${dryRun ? 'would be' : 'are'} left without a signature that readers take: publish them again with a key that readers are told${dryRun ? `, or give \`--sign-with FILE\`` : ``}.`
            ]),
        ...(told.length === 0
            ? [
                'No key is left that readers are told: the README calls the cache unsigned from then on. `--sign-with FILE` puts a new key in its place.'
            ]
            : [])
    ];
}

;// CONCATENATED MODULE: ./src/keys/command.ts













/** `nar-publish keys CACHE`, and `nar-publish keys retire NAME CACHE`. */
async function runKeys(run) {
    const { command, arguments: given, log, scratch } = run;
    const { name, cache: target } = operandsOf(run);
    const environment = run.environmentWith((0,cli_arguments/* inputsOf */.Vc)(command, given));
    const token = environment.input('token');
    log.hide(token);
    const signWith = readSigner(run, environment);
    const dryRun = name !== null && (0,typed/* typed */.G)(() => (0,readers/* parseBoolean */.yG)(environment, 'dry-run'));
    (0,src_environment/* forgetSecrets */.DL)();
    const request = {
        // A repository that is fetched by git is so once more in a round that somebody else was quicker in.
        open: async () => {
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(scratch, 'keys-'));
            return (0,open_store/* openStore */.C)({ target, token, environment, scratch: folder, log });
        },
        childEnvironment: environment.childEnvironment,
        log
    };
    if (name === null) {
        const report = await readKeys(request);
        return { json: { ...report }, text: keysText(report), error: null };
    }
    const report = await retireKey({ ...request, name, signWith, dryRun });
    for (const text of retirementWarnings(report, dryRun))
        log.warning(text);
    return { json: { dryRun, ...report }, text: retirementText(report, dryRun), error: null };
}
/** Throws USAGE. */
function operandsOf({ command, arguments: given }) {
    const { operands } = given;
    if (command.name === 'keys') {
        const [cache, ...others] = operands;
        if (cache === undefined)
            throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'the cache is missing');
        if (others.length === 0)
            return { name: null, cache };
        const meant = (0,near/* didYouMean */.a)(`${command.name} ${cache}`, ['keys retire']);
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'one cache is looked at at a time', { meant });
    }
    const [name = '', cache, ...more] = operands;
    if (cache === undefined || more.length > 0) {
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'it is `keys retire NAME CACHE`');
    }
    if (name === '' || name.includes(':')) {
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'the name of a key is what stands before its colon');
    }
    return { name, cache };
}
/** Throws INPUT_INVALID, SIGNING_KEY_INVALID. */
function readSigner({ arguments: given, log }, environment) {
    const file = given.values.get('sign-with')?.[0];
    if (file === undefined)
        return [];
    const signingKey = (0,secret_files/* readSecret */.n)('sign-with', file);
    const secrets = { token: '', signingKey, mask: log.hide };
    const keys = (0,inputs_secrets/* parseSigningKeys */.Br)(environment, secrets);
    // An empty file is no key.
    return keys.length === 0 ? [(0,binary_cache_signature/* parseSecretKey */.eb)('')] : keys;
}


/***/ }),

/***/ 85337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ decodePinName),
/* harmony export */   RQ: () => (/* binding */ encodePinName),
/* harmony export */   Rk: () => (/* binding */ checkPinName),
/* harmony export */   dh: () => (/* binding */ isPinName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


/** bytes, UTF-8; a branch, a system and a store path's name together have some 500 at most */
const longestName = 1000;
/** characters; what a file system allows for one segment is 255 bytes */
const longestSegment = 200;
/** No byte of a file's name itself has `%` before anything but two digits, so that it can mark where a long name goes on. */
const continued = '%/%';
// Lower case only: macOS and Windows would take `Main` and `main` for one file of a clone.
const plainByte = /[a-z0-9._+-]/;
// Windows has no files of these names.
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/;
function isPinName(name) {
    return name !== '' && Buffer.byteLength(name) <= longestName && name.isWellFormed();
}
/** `subject` says where the name comes from. Throws PIN_NAME_INVALID. */
function checkPinName(name, subject) {
    if (isPinName(name))
        return;
    const bytes = Buffer.byteLength(name);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'PIN_NAME_INVALID',
        subject,
        reason: name === ''
            ? 'the name is empty'
            : bytes > longestName
                ? `the name ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} has ${bytes} bytes, and may have ${longestName}`
                : `the name ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} is not Unicode`
    });
}
/**
 * A pin's name as a relative path that every file system can have, and that is another one for every name. Lower-case letters,
 * digits and `._+-` stay themselves, all else becomes `%xx` for each byte; so do a dot or dash at the start and a dot at the end.
 * A name that is too long for one file goes on in a folder.
 */
function encodePinName(name) {
    const encoded = [...Buffer.from(name)]
        .map((byte) => {
        const character = String.fromCharCode(byte);
        return plainByte.test(character) ? character : percent(character);
    })
        .join('')
        .replace(/^[.-]|\.$/g, percent)
        .replace(device, (word) => percent(word.slice(0, 1)) + word.slice(1));
    return (encoded.match(new RegExp(`.{1,${longestSegment}}`, 'g')) ?? []).join(continued);
}
/** The name again; null for a file that `encodePinName` does not make. */
function decodePinName(file) {
    const bytes = file
        .replaceAll(continued, '')
        .replace(/%([0-9a-f]{2})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
    try {
        const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'));
        return isPinName(name) && encodePinName(name) === file ? name : null;
    }
    catch {
        return null;
    }
}
/** One ASCII character, or one byte as latin1. */
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}


/***/ }),

/***/ 78412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ narProblem)
/* harmony export */ });
/** How a downloaded NAR differs from what its narinfo says; null: not at all. The first difference alone: a changed file has another content, too. */
function narProblem(narInfo, measured) {
    const { url, compression } = narInfo;
    // Who does not say them is held to the NAR alone.
    if (narInfo.fileSize !== null && measured.fileSize !== narInfo.fileSize) {
        const sizes = `${url} has ${measured.fileSize} bytes, announced are ${narInfo.fileSize}`;
        return { code: 'NAR_FILE_DIFFERS', detail: sizes };
    }
    if (narInfo.fileHash !== null && measured.fileHash !== narInfo.fileHash) {
        return { code: 'NAR_FILE_DIFFERS', detail: `${url} has the hash ${measured.fileHash}` };
    }
    if (measured.problem !== '')
        return { code: 'NAR_DAMAGED', detail: `${url}: ${measured.problem}` };
    if (measured.nar === null)
        return { code: 'COMPRESSION_UNKNOWN', detail: compression };
    if (measured.nar.size !== narInfo.narSize) {
        const sizes = `${url} unpacks to ${measured.nar.size} bytes, announced are ${narInfo.narSize}`;
        return { code: 'NAR_DAMAGED', detail: sizes };
    }
    if (measured.nar.hash !== narInfo.narHash) {
        return { code: 'NAR_DAMAGED', detail: `${url} unpacks to ${measured.nar.hash}` };
    }
    return null;
}


/***/ })

};
