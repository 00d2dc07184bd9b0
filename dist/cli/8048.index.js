export const id = 8048;
export const ids = [8048];
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


/***/ }),

/***/ 14092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readNarInfoFile),
/* harmony export */   t: () => (/* binding */ signatureProblems)
/* harmony export */ });
/* harmony import */ var _binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99711);
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40996);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8144);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48992);





/** A narinfo by its text, or why it is none. `file`: its name, which must be that of the path that it speaks of. */
function readNarInfoFile(text, file) {
    try {
        const narInfo = (0,_binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_0__/* .parseNarInfo */ .Ne)(text, file);
        if (`${(0,_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .parseStorePath */ .GV)(narInfo.storePath).hash}.narinfo` === file)
            return narInfo;
        return { code: 'NARINFO_MISNAMED', detail: narInfo.storePath };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9))
            throw error;
        return { code: 'NARINFO_INVALID', detail: error.reason };
    }
}
/** What keeps Nix from taking it under these keys (`name:base64`); without any, nothing is asked. */
function signatureProblems(narInfo, publicKeys) {
    if (publicKeys.length === 0)
        return [];
    const problems = [];
    let isSigned = false;
    const others = [];
    for (const signature of narInfo.signatures) {
        const name = signature.slice(0, signature.indexOf(':'));
        const keys = publicKeys.filter((key) => key.startsWith(`${name}:`));
        // Of somebody else: who trusts that key can check it.
        if (keys.length === 0)
            others.push(name);
        else if (keys.some((key) => (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .verifySignature */ .Od)(key, narInfo, signature)))
            isSigned = true;
        else
            problems.push({ code: 'SIGNATURE_WRONG', detail: `key ${name}` });
    }
    // Nix takes content-addressed paths without any: the path itself is the proof.
    if (!isSigned && problems.length === 0 && narInfo.ca === null) {
        const by = others.length === 0 ? '' : `, signed by ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(others)}`;
        problems.push({ code: 'SIGNATURE_MISSING', detail: `${narInfo.storePath}${by}` });
    }
    return problems;
}


/***/ }),

/***/ 18048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ cacheRoot),
/* harmony export */   x: () => (/* binding */ readCache)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70370);
/* harmony import */ var _binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67221);
/* harmony import */ var _binary_cache_measure_nar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98661);
/* harmony import */ var _binary_cache_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89635);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8144);
/* harmony import */ var _judge_nar_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78412);
/* harmony import */ var _judge_narinfo_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14092);
/* harmony import */ var _web_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77665);









const pathsAtOnce = 4;
/**
 * Reads closures from an address as Nix does: `nix-cache-info`, then of each path its narinfo and its NAR, each NAR once. A NAR is right when
 * its file and what it unpacks to have the sizes and hashes that the narinfo says. Throws COMPRESSOR_MISSING.
 */
async function readCache(request) {
    const reading = new Reading(request);
    if (await reading.readInfo())
        await reading.readClosures();
    return reading.result;
}
/** `address` without what Nix takes for settings, and without slashes at its end. */
function cacheRoot(address) {
    return address.replace(/[?#].*$/, '').replace(/\/+$/, '');
}
class Reading {
    result = { problems: [], good: [], unread: [], upstream: [], nars: 0 };
    #request;
    #root;
    #nars = new Map();
    /** Hosts and reasons that were told. */
    #told = new Set();
    constructor(request) {
        this.#request = request;
        this.#root = cacheRoot(request.address);
    }
    /** False: Nix would ask for nothing more. */
    async readInfo() {
        const found = await this.#read(_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheInfoPath */ .gs);
        if (Buffer.isBuffer(found)) {
            try {
                (0,_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCacheInfo */ .Uw)(found.toString('utf8'), _binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheInfoPath */ .gs);
                return true;
            }
            catch (error) {
                if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9))
                    throw error;
                this.#add(_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheInfoPath */ .gs, { code: 'CACHE_INFO_INVALID', detail: error.reason });
            }
        }
        else {
            this.#addRefusal(_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheInfoPath */ .gs, found, { code: 'CACHE_INFO_MISSING', detail: '' });
        }
        this.result.unread.push(...this.#request.roots);
        return false;
    }
    /** Level by level, as references lead. */
    async readClosures() {
        const { roots, committed, onProgress } = this.#request;
        const rootSet = new Set(roots);
        const seen = new Set(roots);
        const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_7__/* ["default"] */ .A)(pathsAtOnce);
        let level = [...seen];
        let done = 0;
        while (level.length > 0) {
            const references = await limit.map(level, async (path) => {
                const file = fileOf(path);
                // What the commit does not have Nix asks for as well, and gets elsewhere.
                const isLeft = !rootSet.has(path) && committed?.has(file) === false;
                if (isLeft)
                    this.result.upstream.push(path);
                const found = isLeft ? [] : await this.#readPath(path, rootSet.has(path));
                onProgress(++done, seen.size);
                return found;
            });
            level = [...new Set(references.flat())].filter((path) => !seen.has(path));
            for (const path of level)
                seen.add(path);
        }
        for (const paths of [this.result.good, this.result.unread, this.result.upstream])
            paths.sort();
    }
    /** Gives what it refers to. */
    async #readPath(path, isRoot) {
        const file = fileOf(path);
        const content = await this.#read(file);
        if (!Buffer.isBuffer(content)) {
            if (content.kind === 'missing' && !isRoot && this.#request.committed === null) {
                this.result.upstream.push(path);
                return [];
            }
            if (content.kind !== 'missing')
                this.result.unread.push(path);
            this.#addRefusal(file, content, { code: 'NARINFO_MISSING', detail: path });
            return [];
        }
        const narInfo = (0,_judge_narinfo_js__WEBPACK_IMPORTED_MODULE_5__/* .readNarInfoFile */ .m)(content.toString('utf8'), file);
        const isSame = this.#request.committed?.isSame(file, content) ?? true;
        const add = ({ code, detail }) => {
            // What the branch has by now may be right.
            this.#add(file, isSame ? { code, detail } : { code: 'ADDRESS_LATE', detail: `${code} ${detail}` });
        };
        if ('code' in narInfo) {
            add(narInfo);
            return [];
        }
        if (narInfo.storePath !== path) {
            add({ code: 'NARINFO_MISNAMED', detail: narInfo.storePath });
            return [];
        }
        const narHash = this.#request.narHashes?.get(path) ?? narInfo.narHash;
        if (narInfo.narHash !== narHash) {
            add({ code: 'ADDRESS_LATE', detail: `its NarHash is ${narInfo.narHash}` });
            return [];
        }
        const problems = (0,_judge_narinfo_js__WEBPACK_IMPORTED_MODULE_5__/* .signatureProblems */ .t)(narInfo, this.#request.publicKeys);
        const judge = await this.#nar(narInfo);
        const problem = judge === null ? null : judge(narInfo);
        for (const found of [...problems, ...(problem === null ? [] : [problem])])
            add(found);
        if (judge === null)
            this.result.unread.push(path);
        else if (problems.length === 0 &&
            (problem === null || problem.code === 'COMPRESSION_UNKNOWN')) {
            this.result.good.push(path);
        }
        return narInfo.references.map((name) => `${_store_path_js__WEBPACK_IMPORTED_MODULE_4__/* .storeDirectory */ .he}/${name}`);
    }
    /** Reads the NAR once, whoever refers to it. Gives what to hold a narinfo against; null: it was not read, which is told. */
    async #nar(narInfo) {
        const { url, compression } = narInfo;
        const key = `${compression} ${url}`;
        const known = this.#nars.get(key);
        const reading = known ?? this.#readNar(narInfo);
        this.#nars.set(key, reading);
        return reading.catch((error) => {
            if (!(error instanceof Unread))
                throw error;
            return null;
        });
    }
    async #readNar(narInfo) {
        const { web, isQuick, childEnvironment, committed } = this.#request;
        const { url, compression, narSize, fileSize: announced } = narInfo;
        const isBeside = /^https?:\/\//.test(url);
        const address = isBeside ? url : `${this.#root}/${url}`;
        for (let attempt = 1;; attempt++) {
            const served = await web.get(address, { toRead: !isQuick });
            if (served.kind === 'missing') {
                this.result.nars++;
                const isLate = !isBeside && committed?.has(url) === true;
                return () => ({ code: isLate ? 'ADDRESS_LATE' : 'NAR_MISSING', detail: url });
            }
            if (served.kind !== 'found') {
                this.#addRefusal(url, served, { code: 'NAR_MISSING', detail: '' });
                throw new Unread();
            }
            this.result.nars++;
            if (isQuick) {
                const { size } = served;
                return ({ fileSize }) => size === null || fileSize === null || size === fileSize
                    ? null
                    : {
                        code: 'NAR_FILE_DIFFERS',
                        detail: `${url} has ${size} bytes, announced are ${fileSize}`
                    };
            }
            try {
                const measured = await (0,_binary_cache_measure_nar_js__WEBPACK_IMPORTED_MODULE_1__/* .measureNar */ .M)(served.body, {
                    compression: _binary_cache_types_js__WEBPACK_IMPORTED_MODULE_2__/* .readableCompressions */ .o.find((name) => name === compression) ?? null,
                    // Of whoever names it: a file is hardly larger than its NAR.
                    largestFile: Math.max(announced ?? 0, narSize) + 1_048_576,
                    largestNar: narSize,
                    childEnvironment,
                    onProgress: () => undefined
                });
                return (other) => (0,_judge_nar_js__WEBPACK_IMPORTED_MODULE_8__/* .narProblem */ .z)(other, measured);
            }
            catch (error) {
                if (!(0,_web_js__WEBPACK_IMPORTED_MODULE_6__/* .isBroken */ .Q)(error))
                    throw error;
                this.result.nars--;
                if (attempt < downloadAttempts)
                    continue;
                this.#addRefusal(url, { kind: 'failed', reason: error.reason }, { code: 'NAR_MISSING', detail: '' });
                throw new Unread();
            }
        }
    }
    #read(file) {
        return this.#request.web.read(`${this.#root}/${file}`);
    }
    #addRefusal(file, served, missing) {
        switch (served.kind) {
            case 'missing': {
                const isLate = this.#request.committed?.has(file) === true;
                this.#add(file, isLate ? { code: 'ADDRESS_LATE', detail: missing.detail } : missing);
                return;
            }
            case 'limited': {
                const { host, retryAfter } = served;
                // Told once for a host: it is asked no more.
                if (this.#told.has(host))
                    return;
                this.#told.add(host);
                const wait = retryAfter === null ? 'no Retry-After' : `Retry-After: ${retryAfter}`;
                this.#add(file, { code: 'ADDRESS_LIMITED', detail: `${host}, ${wait}` });
                return;
            }
            case 'failed':
                this.#add(file, { code: 'ADDRESS_FAILS', detail: served.reason });
        }
    }
    #add(file, problem) {
        this.result.problems.push({ file, ...problem });
    }
}
/** Times that a download which breaks off is begun again. */
const downloadAttempts = 4;
/** The address would not give it, and that was told. */
class Unread extends Error {
}
function fileOf(storePath) {
    return `${(0,_store_path_js__WEBPACK_IMPORTED_MODULE_4__/* .parseStorePath */ .GV)(storePath).hash}.narinfo`;
}


/***/ }),

/***/ 77665:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isBroken),
/* harmony export */   e: () => (/* binding */ ReaderWeb)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _bodies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85367);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _web_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23117);




/** Silence after which a connection is given up, in milliseconds. */
const socketTimeout = 30_000;
/** How often one file is asked for while the address answers 5xx or breaks off; Nix's own `download-attempts`. */
const attempts = 5;
/** Files that a host may fail to give before it is asked for no more. */
const failuresAllowed = 3;
/** curl's limit in Nix. */
const redirectsAllowed = 10;
/**
 * Downloads as Nix's curl does: redirects are followed to http and https addresses, the login goes to its own host and nowhere else,
 * proxies are honoured. Unlike Nix it asks a host no more once that has answered 429. Every request is counted, each hop of a redirect too.
 */
class ReaderWeb {
    requests = 0;
    /** Of bodies, as they came. */
    bytes = 0;
    #options;
    #client = (0,_web_client_js__WEBPACK_IMPORTED_MODULE_3__/* .webClient */ .q)({ socketTimeout, keepAlive: true, allowRedirects: false });
    #limited = new Map();
    #failures = new Map();
    constructor(options) {
        this.#options = options;
    }
    /** `toRead: false` asks whether it is there, and how large (HEAD). The body throws DOWNLOAD_FAILED when it breaks off. */
    async get(url, { toRead = true } = {}) {
        for (let attempt = 1;; attempt++) {
            const served = await this.#follow(url, toRead);
            const { host } = new URL(url);
            if (served.kind !== 'failed') {
                this.#failures.delete(host);
                return served;
            }
            const failures = this.#failures.get(host) ?? 0;
            if (!served.mayPass || attempt === attempts || failures >= failuresAllowed) {
                this.#failures.set(host, failures + 1);
                return served;
            }
            this.#options.log.debug(`${url}: ${served.reason}; again`);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(250 * 2 ** attempt);
        }
    }
    /** A small file whole. */
    async read(url) {
        for (let attempt = 1;; attempt++) {
            const served = await this.get(url);
            if (served.kind !== 'found')
                return served;
            try {
                const most = (0,_bodies_js__WEBPACK_IMPORTED_MODULE_1__/* .largestText */ .io)(new URL(url).pathname);
                const body = await (0,_bodies_js__WEBPACK_IMPORTED_MODULE_1__/* .readAtMost */ .rU)(served.body, most);
                return body ?? { kind: 'failed', reason: `it has over ${most} bytes` };
            }
            catch (error) {
                if (!isBroken(error))
                    throw error;
                if (attempt === attempts)
                    return { kind: 'failed', reason: error.reason };
            }
        }
    }
    async #follow(url, toRead) {
        let at = new URL(url);
        for (let hop = 0; hop <= redirectsAllowed; hop++) {
            const limited = this.#limited.get(at.host);
            if (limited !== undefined)
                return limited;
            if ((this.#failures.get(at.host) ?? 0) >= failuresAllowed) {
                return { kind: 'failed', reason: `${at.host} gave nothing before`, mayPass: false };
            }
            this.requests++;
            try {
                const client = await this.#client();
                const { message } = await client.request(toRead ? 'GET' : 'HEAD', at.href, null, this.#headersFor(at));
                const status = message.statusCode ?? 0;
                if (status === 200) {
                    const length = Number(message.headers['content-length'] ?? NaN);
                    const size = Number.isSafeInteger(length) ? length : null;
                    if (!toRead)
                        message.resume();
                    return { kind: 'found', size, body: this.#counted(message, at.href) };
                }
                message.destroy();
                if (status === 404 || status === 410)
                    return { kind: 'missing' };
                if (status === 429) {
                    const retryAfter = message.headers['retry-after'] ?? null;
                    const answer = { kind: 'limited', host: at.host, retryAfter };
                    this.#limited.set(at.host, answer);
                    return answer;
                }
                const location = message.headers.location;
                if (![301, 302, 303, 307, 308].includes(status) || location === undefined) {
                    return { kind: 'failed', reason: `the answer is ${status}`, mayPass: status >= 500 };
                }
                if (!URL.canParse(location, at.href)) {
                    return { kind: 'failed', reason: 'it redirects to no address', mayPass: false };
                }
                at = new URL(location, at.href);
                if (!/^https?:$/.test(at.protocol)) {
                    return { kind: 'failed', reason: `it redirects to ${at.protocol}`, mayPass: false };
                }
            }
            catch (error) {
                return { kind: 'failed', reason: reasonOf(error), mayPass: true };
            }
        }
        return { kind: 'failed', reason: 'it redirects without an end', mayPass: false };
    }
    #headersFor({ hostname }) {
        const { login } = this.#options;
        if (login?.host !== hostname)
            return {};
        const words = Buffer.from(`${login.login}:${login.password}`).toString('base64');
        return { authorization: `Basic ${words}` };
    }
    async *#counted(message, url) {
        // The client's own timer ends with the headers.
        const timer = setTimeout(() => message.destroy(new Error('it stalls')), 2 * socketTimeout);
        try {
            for await (const chunk of message) {
                timer.refresh();
                this.bytes += chunk.length;
                yield chunk;
            }
        }
        catch (cause) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({
                code: 'DOWNLOAD_FAILED',
                subject: url,
                reason: reasonOf(cause),
                cause
            });
        }
        finally {
            clearTimeout(timer);
        }
    }
}
function isBroken(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9 && error.code === 'DOWNLOAD_FAILED';
}
function reasonOf(error) {
    // By its shape: Node's own errors are of another realm inside of a vm context.
    const { code, message } = Object(error);
    return ([message, code].find((text) => typeof text === 'string' && text !== '')?.toString() ??
        String(error));
}


/***/ })

};
