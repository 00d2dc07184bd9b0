export const id = 3690;
export const ids = [3690,7673];
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

/***/ 54064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ importStreams)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/binary-cache/hash.ts
var binary_cache_hash = __webpack_require__(23144);
// EXTERNAL MODULE: ./src/binary-cache/zstd-frames.ts
var zstd_frames = __webpack_require__(9670);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/job-files.ts
var job_files = __webpack_require__(39182);
// EXTERNAL MODULE: ./src/nix/gc-roots.ts
var gc_roots = __webpack_require__(44681);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(72589);
;// CONCATENATED MODULE: ./src/nix/import.ts


/**
 * Brings what `nix-store --export` wrote into this machine's store, and answers with its store paths. What it holds is believed: nothing
 * of it need be signed. Throws NIX_FAILED, and what `stream` throws.
 */
async function importPaths(nix, stream) {
    const started = (0,run/* startNix */.O9)(nix, { program: 'nix-store', args: ['--import'] }, { input: stream });
    // Nix that is told no more says nothing of why.
    const [fed, ended] = await Promise.allSettled([started.fed, (0,start/* gatherOutput */.NV)(started)]);
    if (ended.status === 'rejected')
        throw ended.reason;
    if (fed.status === 'rejected' && fed.reason instanceof SyntaxError)
        throw fed.reason;
    const { status, stdout, stderr } = ended.value;
    if (status === 0)
        return stdout
            .toString('utf8')
            .split('\n')
            .filter((line) => line !== '');
    const isUntrusted = /lacks a (?:valid signature|signature by a trusted key)/.test(stderr);
    throw (0,run/* nixFailure */.M4)(ended.value, isUntrusted ? { reason: 'the Nix daemon takes it only from users whom it trusts' } : {});
}

// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/build-plan/parse.ts
var parse = __webpack_require__(95811);
;// CONCATENATED MODULE: ./src/build-plan/import.ts











/** bytes; the disk of a runner has 14 GB */
const largestStream = 16 * 1024 ** 3;
/**
 * Brings the streams of a row into this machine's store, in their order, and keeps what they hold from the garbage collector. Each is
 * compared with its hash before Nix sees any of it. Answers with what the plan says of paths in them. Throws PLAN_INVALID.
 */
async function importStreams(nix, folder, { streams }, row, largest = largestStream) {
    const origins = new Map();
    for (const name of row.streams) {
        const stream = streams.find(({ file }) => file === name);
        if (stream === undefined)
            throw new Error('a plan has the streams of its rows');
        const path = (0,external_node_path_.join)(folder, name);
        const subject = JSON.stringify(path.slice(-300));
        try {
            await checkFile(path, stream, subject);
            const bytes = bounded((0,zstd_frames/* decompressZstd */.l)(readPlain(path)), largest);
            const paths = await importPaths(nix, bytes);
            await hold(nix, paths);
            const brought = new Set(paths);
            for (const origin of stream.origins) {
                const { storePath } = origin;
                if (!brought.has(storePath))
                    throw new SyntaxError(`it has no ${storePath}, of which the plan tells`);
                origins.set(storePath, origin);
            }
            nix.log.info(`${name}: ${(0,src_text/* count */.U9)(paths.length, 'path')}`);
        }
        catch (error) {
            throw asPlanInvalid(subject, error);
        }
    }
    return origins;
}
async function checkFile(path, { size, hash }, subject) {
    const digest = (0,external_node_crypto_.createHash)('sha256');
    let length = 0;
    for await (const chunk of readPlain(path)) {
        digest.update(chunk);
        length += chunk.length;
        if (length > size)
            break;
    }
    const found = (0,binary_cache_hash/* formatSha256 */.h)(digest.digest());
    if (length === size && found === hash)
        return;
    const what = length === size ? `its hash is ${found}` : `it has not ${size} bytes`;
    throw (0,parse/* planInvalid */.r3)(subject, `${what}, and the plan says ${hash} of ${size} bytes`);
}
function readPlain(path) {
    return (0,external_node_fs_.createReadStream)('', { fd: (0,external_node_fs_.openSync)(path, job_files/* readNoFollow */.pj) });
}
/** A small file may unpack to anything. */
async function* bounded(source, most) {
    let size = 0;
    for await (const chunk of source) {
        size += chunk.length;
        if (size > most)
            throw new SyntaxError(`it unpacks to more than ${most} bytes`);
        yield chunk;
    }
}
async function hold(nix, paths) {
    if (nix.roots === undefined)
        return;
    const { derivations = [], others = [] } = Object.groupBy(paths, (path) => path.endsWith('.drv') ? 'derivations' : 'others');
    await (0,gc_roots/* holdDerivations */.Yw)(nix, derivations);
    await (0,gc_roots/* holdPaths */.Sq)(nix, others);
}
/** A full disk, and whatever else is the machine's, is told as that. */
function asPlanInvalid(subject, error) {
    if (error instanceof SyntaxError)
        return (0,parse/* planInvalid */.r3)(subject, error.message, error);
    if (error instanceof errors/* NarPublishError */.f9) {
        return error.code === 'NIX_FAILED' ? (0,parse/* planInvalid */.r3)(subject, error.reason, error) : error;
    }
    return ['ENOENT', 'ELOOP', 'EISDIR'].includes((0,errors/* codeOf */.$N)(error))
        ? (0,parse/* planInvalid */.r3)(subject, `it cannot be read (${(0,errors/* codeOf */.$N)(error)})`, error)
        : error;
}


/***/ }),

/***/ 44332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M6: () => (/* binding */ writeCacheFolder),
/* harmony export */   f7: () => (/* binding */ readCacheFolder),
/* harmony export */   oM: () => (/* binding */ narFolder)
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
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(606);
/* harmony import */ var _binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67221);
/* harmony import */ var _binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23144);
/* harmony import */ var _binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(99711);
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40996);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8144);











/** Of the folder, which is a binary cache as Nix reads it: NARs uncompressed, as the archive that it becomes is compressed whole. */
const narFolder = 'nar';
const mostEntries = 100_000;
/** bytes */
const longestNarInfo = 1024 * 1024;
/**
 * The entries of a restored folder that are what they say and that `accepts` takes; all others are passed over, whatever is wrong with
 * them, and a folder that is not there has none. Each NAR is compared with its hash here, because Nix would fail a build for one that it
 * finds broken.
 */
async function readCacheFolder(directory, accepts) {
    if (!(await isFolder(directory)) || !(await isFolder((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, narFolder))))
        return [];
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(directory)).filter((name) => name.endsWith('.narinfo'));
    const read = await (0,p_map__WEBPACK_IMPORTED_MODULE_10__/* ["default"] */ .Ay)(names.slice(0, mostEntries), async (name) => {
        const narInfo = await readEntry(directory, name).catch(() => null);
        if (narInfo === null || !accepts(narInfo))
            return null;
        return (await isWhole(directory, narInfo).catch(() => false)) ? narInfo : null;
    }, { concurrency: 4 });
    return read.filter((narInfo) => narInfo !== null);
}
async function readEntry(directory, name) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name);
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(file);
    if (!found.isFile() || found.size > longestNarInfo)
        return null;
    const narInfo = (0,_binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_7__/* .parseNarInfo */ .Ne)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file, 'utf8'), name);
    const isOurs = name === narInfoName(narInfo) &&
        narInfo.compression === 'none' &&
        /^nar\/[0-9A-Za-z_+-][0-9A-Za-z._+-]*$/.test(narInfo.url);
    return isOurs ? narInfo : null;
}
async function isWhole(directory, { url, narSize, narHash }) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, url);
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(file);
    if (!found.isFile() || found.size !== narSize)
        return false;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file), hash);
    return (0,_binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_6__/* .formatSha256 */ .h)(hash.digest()) === narHash;
}
/**
 * Makes the folder a binary cache of just these entries, whose NARs lie in it: all else that it holds goes. `key` signs them; null: they
 * carry no signature.
 */
async function writeCacheFolder(directory, entries, key) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, narFolder), { recursive: true });
    await removeOthers(directory, new Set([narFolder]));
    await removeOthers((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, narFolder), new Set(entries.map(({ url }) => url.slice(`${narFolder}/`.length))));
    for (const entry of entries) {
        const narInfo = { ...entry, signatures: key === null ? [] : [(0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_8__/* .sign */ ._S)(key, entry)] };
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, narInfoName(entry)), (0,_binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_7__/* .formatNarInfo */ .Nt)(narInfo));
    }
    // Asked before all others: it is on this machine.
    const info = (0,_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_5__/* .formatCacheInfo */ .y6)().replace(/^Priority: .*$/m, 'Priority: 10');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, _binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_5__/* .cacheInfoPath */ .gs), info);
}
async function removeOthers(folder, kept) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder)) {
        if (!kept.has(name))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), { recursive: true, force: true });
    }
}
function narInfoName({ storePath }) {
    return `${(0,_store_path_js__WEBPACK_IMPORTED_MODULE_9__/* .parseStorePath */ .GV)(storePath).hash}.narinfo`;
}
async function isFolder(path) {
    // Not stat: a link leads elsewhere.
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path).catch(() => null))?.isDirectory() === true;
}


/***/ }),

/***/ 77673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ serviceAnswer),
/* harmony export */   runCacheService: () => (/* binding */ runCacheService)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92678);



/** For standard input, as JSON. */
const serviceRequest = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('task', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        task: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('restore'),
        directory: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        /** Prefixes of keys, the best first. */
        keys: zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()], zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ task: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('save'), directory: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })
]);
/** With what the service is reached with: neither it nor the tar that it starts has the job's tokens in its environment. */
const handedOver = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ request: serviceRequest, service: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) });
/** The message to the parent. `done`: the key of what was restored or saved; null when nothing was, why is in what was printed. */
const serviceAnswer = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('done'), key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable() }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('failed'), reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })
]);
/** The process itself: does what standard input asks for, and answers by a message. */
async function runCacheService() {
    // Without the parent nobody would end it, nor the tar that it started: both are in a group of its own.
    process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
    const answer = await serve().catch((thrown) => ({
        kind: 'failed',
        reason: thrown instanceof Error ? thrown.message : String(thrown)
    }));
    process.send?.(answer);
}
async function serve() {
    const { request, service } = handedOver.parse(JSON.parse(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(process.stdin)));
    (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .addHiddenToEnvironment */ .yh)(service);
    // Only here: it is larger than all the rest.
    const { isFeatureAvailable, restoreCache, saveCache } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(4119), __webpack_require__.e(4942), __webpack_require__.e(2830), __webpack_require__.e(4180)]).then(__webpack_require__.bind(__webpack_require__, 74180));
    if (!isFeatureAvailable()) {
        return { kind: 'failed', reason: 'this runner has no cache service' };
    }
    const paths = [request.directory];
    switch (request.task) {
        case 'restore': {
            const key = await restoreCache(paths, request.keys[0], request.keys);
            return { kind: 'done', key: key ?? null };
        }
        case 'save': {
            const id = await saveCache(paths, request.key);
            return { kind: 'done', key: id === -1 ? null : request.key };
        }
    }
}


/***/ }),

/***/ 38091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ askService)
});

// UNUSED EXPORTS: ServiceWords

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/own-processes.ts
var own_processes = __webpack_require__(83379);
// EXTERNAL MODULE: ./src/passed-on.ts
var passed_on = __webpack_require__(41353);
// EXTERNAL MODULE: ./src/process/find-program.ts
var find_program = __webpack_require__(24459);
// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(72589);
// EXTERNAL MODULE: ./src/scratch.ts
var scratch = __webpack_require__(7897);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/cache/contained-tar.ts



/**
 * A tar that unpacks into one folder alone. @actions/cache calls tar with `-P`, so that an archive may hold any file of this user, by
 * `..`, by its full name, or through a link; this looks at what is in it first. A script, as it is called by its name in PATH.
 */
const script = `#!/bin/sh
if [ "$1" = -xf ]; then
  shift
  export LC_ALL=C
  {
    "$NAR_PUBLISH_TAR" -tvf "$@" | while IFS= read -r line; do
      case $line in
        [-d]*) ;;
        *) echo other ;;
      esac
    done
    "$NAR_PUBLISH_TAR" -tf "$@" | while IFS= read -r name; do
      inside=\${name#"$NAR_PUBLISH_FOLDER"}
      if [ "$inside" = "$name" ]; then echo outside; fi
      case $inside in
        */../* | */.. | *[!A-Za-z0-9+._/?=-]*) echo outside ;;
        '' | /*) ;;
        *) echo outside ;;
      esac
    done
  } | if IFS= read -r _; then
    echo 'the archive holds more than files and folders of its own folder' >&2
    exit 1
  fi || exit 1
  set -- -xf "$@"
else
  # Another version of @actions/cache may call it in another way, which was not looked into: nothing is unpacked then.
  # The first word may do without its dash.
  for word in "-$1" "$@"; do
    case $word in
      -x* | -[!-]*x* | --extract* | --get*)
        echo 'tar is called in a way that nar-publish does not know' >&2
        exit 1
        ;;
    esac
  done
fi
exec "$NAR_PUBLISH_TAR" "$@"
`;
/** Writes it into a folder; what the environment needs to find it, and nothing where there is no tar. */
function containTar(programs, env, { workspace, directory }) {
    // macOS' own comes second.
    const names = ['gtar', 'tar'].filter((name) => (0,find_program/* findProgram */.K)(name, env) !== null);
    const real = (0,find_program/* findProgram */.K)(names[0] ?? '', env);
    if (real === null)
        return {};
    (0,external_node_fs_.mkdirSync)(programs);
    for (const name of names)
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(programs, name), script, { mode: 0o755 });
    return {
        PATH: `${programs}${external_node_path_.delimiter}${env['PATH'] ?? ''}`,
        NAR_PUBLISH_TAR: real,
        // As tar was given it.
        NAR_PUBLISH_FOLDER: (0,external_node_path_.relative)(workspace, directory)
    };
}

// EXTERNAL MODULE: ./src/cache/service-process.ts
var service_process = __webpack_require__(77673);
;// CONCATENATED MODULE: ./src/cache/service.ts








// 2 GB at 15 MB a second; a service that hangs costs a run no more than this.
const limits = { restore: 3 * 60_000, save: 3 * 60_000 };
/**
 * Restores or saves a folder. Never throws: whatever the service does, the run goes on. In a process of its own, which can be ended with
 * all its connections and children when the service hangs, and whose words are read before they are shown.
 */
async function askService(place, request) {
    const { environment } = place;
    const { childEnvironment: env } = environment;
    // @actions/cache needs them.
    const missing = ['tar', 'zstd'].filter((program) => (0,find_program/* findProgram */.K)(program, env) === null);
    if (missing.length > 0) {
        return { key: null, reason: `PATH has no program ${missing.join(' and no ')}` };
    }
    const archives = (0,scratch/* makeScratch */.lP)(environment.scratchParent);
    try {
        return await ask(place, request, archives);
    }
    catch (thrown) {
        return { key: null, reason: thrown instanceof Error ? thrown.message : String(thrown) };
    }
    finally {
        (0,scratch/* removeScratch */.ZU)(archives, environment.scratchParent);
    }
}
async function ask({ entry, environment, log, service, limitMs }, request, archives) {
    const limit = limitMs ?? limits[request.task];
    const words = new ServiceWords((line) => {
        log.debug(line);
    });
    const started = (0,start/* startProgram */.Xd)({ program: process.execPath, args: [entry, own_processes/* ownProcesses */.o.cacheService] }, {
        cwd: environment.workspace,
        env: {
            ...(0,passed_on/* ownEnvironment */.am)('node'),
            ...(0,passed_on/* passedOn */.I3)(environment.childEnvironment, 'program'),
            ...containTar((0,external_node_path_.join)(archives, 'programs'), environment.childEnvironment, {
                workspace: environment.workspace,
                directory: request.directory
            }),
            // Where it puts the archive; names in it are relative to the workspace.
            RUNNER_TEMP: archives,
            GITHUB_WORKSPACE: environment.workspace
        },
        input: [JSON.stringify({ request, service })],
        timeLimit: limit,
        // So that tar is ended with it.
        isGroup: true,
        isMessenger: true
    });
    const { child } = started;
    try {
        for (const stream of [child.stdout, child.stderr]) {
            stream?.setEncoding('utf8').on('data', (chunk) => {
                words.push(chunk);
            });
        }
        const answer = await answerOf(started);
        if (answer === null) {
            return {
                key: null,
                reason: (await started.exit).isTooLate
                    ? `the cache service did not answer within ${Math.ceil(limit / 1000)} s`
                    : (words.reason ?? 'the process that asks the cache service ended early')
            };
        }
        if (answer.kind === 'failed')
            return { key: null, reason: answer.reason };
        return { key: answer.key, reason: answer.key === null ? words.reason : null };
    }
    finally {
        (0,start/* endGroup */.N4)(child);
    }
}
/** null: it ended without one. */
async function answerOf({ child, exit }) {
    let answer = null;
    child.once('message', (message) => {
        answer = service_process/* serviceAnswer */.A.safeParse(message).data ?? null;
        // It may keep connections open; what it printed before is read to its end.
        (0,start/* endGroup */.N4)(child);
    });
    await exit;
    return answer;
}
/**
 * Reads what @actions/cache prints, which is meant for the runner: workflow commands, most of them debug. Nothing of it is a command of
 * ours, and addresses are shown without the signatures in them.
 */
class ServiceWords {
    #rest = '';
    #reason = null;
    #show;
    constructor(show) {
        this.#show = show;
    }
    /** Why nothing came of it, as it was said last; null when nothing was. */
    get reason() {
        return this.#reason;
    }
    push(chunk) {
        const lines = (this.#rest + chunk).split('\n');
        this.#rest = lines.pop()?.slice(-10_000) ?? '';
        for (const line of lines)
            this.#read(line.trim());
    }
    #read(line) {
        const [, command, data = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
        if (command === 'add-mask' || line === '')
            return;
        const words = withoutQueries(command === undefined ? line : service_unescape(data)).slice(0, 1000);
        const failed = command === 'warning' || command === 'error'
            ? words
            : /^Failed to (?:reserve cache: (?:Error: )?|save: )(.*)$/.exec(words)?.[1];
        // The reservation's own words tell more than what follows from it.
        const isGuess = (failed ?? '').includes('another job may be creating this cache');
        if (failed !== undefined && !(isGuess && this.#reason !== null))
            this.#reason = failed;
        this.#show(words);
    }
}
/** As @actions/core escapes what a command carries; on one line. */
function service_unescape(data) {
    return data.replace(/%0[AD]/g, ' ').replaceAll('%25', '%');
}
/** A signed address is as good as a password. */
function withoutQueries(text) {
    return text
        .replace(/(https?:\/\/[^\s"'?]+)\?[^\s"']*/g, '$1?…')
        .replace(/\bsig=[^\s"'&]*/g, 'sig=…');
}


/***/ }),

/***/ 38276:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ isFromCache),
/* harmony export */   Qz: () => (/* binding */ trustFor),
/* harmony export */   S6: () => (/* binding */ withoutCacheSignatures),
/* harmony export */   W2: () => (/* binding */ isTrusted)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40996);


const keyName = 'nar-publish-cache-1';
function trustFor([signingKey]) {
    if (signingKey === undefined) {
        const key = { name: keyName, privateKey: (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .privateKeyOf */ .Ol)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32)) };
        return { kind: 'ephemeral', key, label: 'unsigned' };
    }
    // Not the signing key itself: its signature would make an entry, which is nobody's to read, worth as much as what was published.
    const seed = Buffer.from(signingKey.privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
    const derived = Buffer.from((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)('sha256', seed, '', `nar-publish ${keyName}`, 32));
    const key = { name: keyName, privateKey: (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .privateKeyOf */ .Ol)(derived) };
    const label = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyText */ .gt)(key)).digest('hex').slice(0, 12);
    return { kind: 'derived', key, label };
}
/** Of an entry as it was loaded. */
function isTrusted({ kind, key }, narInfo) {
    return kind === 'ephemeral' || (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .isSignedByAny */ .mT)([(0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyText */ .gt)(key)], narInfo);
}
/** Nix notes the signatures that it took a path for. These are no reader's, and of no cache that a reader knows. */
function withoutCacheSignatures(info) {
    const signatures = info.signatures.filter((signature) => !isOfCache(signature));
    return { ...info, signatures };
}
/** Whether Nix took the path from a cache of this run: for this key's signature. */
function isFromCache(info, { key }) {
    return (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .isSignedByAny */ .mT)([(0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyText */ .gt)(key)], info);
}
function isOfCache(signature) {
    return signature.startsWith(`${keyName}:`);
}


/***/ }),

/***/ 52119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ dumpNar),
  e: () => (/* binding */ packNars)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/binary-cache/nar-name.ts
var nar_name = __webpack_require__(55731);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/binary-cache/compress.ts
var compress = __webpack_require__(48068);
// EXTERNAL MODULE: ./src/binary-cache/hash.ts
var hash = __webpack_require__(23144);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/binary-cache/event-loop.ts

/** Milliseconds for which synchronous work may hold the thread, before timers, signals and what else came meanwhile have their turn. */
const longestStretch = 10;
let lastTurn = 0;
/** Whether synchronous work should stop for a moment. As good as free: to be asked between any two small things. */
function isTurnDue() {
    return performance.now() - lastTurn >= longestStretch;
}
/** Settles when everything that waited for the thread has run. */
async function letOthersRun() {
    await (0,external_node_timers_promises_.setImmediate)();
    lastTurn = performance.now();
}

;// CONCATENATED MODULE: ./src/binary-cache/nar-chunks.ts
/** Bytes of a chunk: a tenth of the calls that 64 KiB take, and little memory. */
const chunkSize = 1024 * 1024;
/**
 * Gathers a NAR: strings as it has them, which is their length in 64 bits, their bytes, and zeros up to a multiple of 8. Who writes
 * sees to it that there is room.
 */
class NarChunks {
    #reuse;
    #chunk;
    #start = 0;
    #end = 0;
    /** `size`: bytes that the NAR should have. With `reuse`, what was taken is written over. */
    constructor(size, reuse) {
        this.#chunk = Buffer.allocUnsafeSlow(Math.min(size, chunkSize));
        this.#reuse = reuse;
    }
    /** Bytes that were not taken yet. */
    get size() {
        return this.#end - this.#start;
    }
    get roomSize() {
        return this.#chunk.length - this.#end;
    }
    /** Where the next bytes belong, `longest` at most; `wrote` says how many came. */
    room(longest) {
        return this.#chunk.subarray(this.#end, this.#end + longest);
    }
    wrote(count) {
        this.#end += count;
    }
    /** What was written since; there is room for `wanted` bytes then. */
    take(wanted) {
        const taken = this.#chunk.subarray(this.#start, this.#end);
        if (this.#reuse)
            this.#end = 0;
        if (this.roomSize < wanted) {
            this.#chunk = Buffer.allocUnsafeSlow(Math.max(wanted, chunkSize));
            this.#end = 0;
        }
        this.#start = this.#end;
        return taken;
    }
    put(bytes) {
        this.#end += bytes.copy(this.#chunk, this.#end);
    }
    /** A character for each byte. */
    text(text) {
        this.length(text.length);
        this.#end += this.#chunk.write(text, this.#end, 'latin1');
        this.padding(text.length);
    }
    length(length) {
        this.#end = this.#chunk.writeUInt32LE(length % 2 ** 32, this.#end);
        this.#end = this.#chunk.writeUInt32LE(Math.floor(length / 2 ** 32), this.#end);
    }
    padding(length) {
        const end = this.#end + ((8 - (length % 8)) % 8);
        this.#chunk.fill(0, this.#end, end);
        this.#end = end;
    }
}
/** Words of the grammar as they stand in a NAR. */
function narWords(...words) {
    const nar = new NarChunks(words.length * 32, false);
    for (const word of words)
        nar.text(word);
    return nar.take(0);
}

;// CONCATENATED MODULE: ./src/binary-cache/nar-writer.ts




/** A file of more bytes is read while others run: the disk may let it wait, and the way to a thread and back is little beside that. */
const quickFile = 64 * 1024;
/** Nothing but a file's contents takes more at once: a name and a link's target of PATH_MAX, and the words around them. */
const nodeSize = 16 * 1024;
const words = {
    magic: narWords('nix-archive-1'),
    symlink: narWords('(', 'type', 'symlink', 'target'),
    regular: narWords('(', 'type', 'regular', 'contents'),
    executable: narWords('(', 'type', 'regular', 'executable', '', 'contents'),
    directory: narWords('(', 'type', 'directory'),
    entry: narWords('entry', '(', 'name'),
    node: narWords('node'),
    end: narWords(')')
};
/**
 * The NAR of what is at `path`, uncompressed, as `nix-store --dump` gives it (Nix, src/libutil/archive.cc; the grammar is in
 * nar-scanner.ts). Read here, the bytes spare themselves the way through a pipe. With `reuse`, a chunk may be written over when the
 * next one is asked for. `size`: bytes that the NAR should have; one of less than a chunk comes as one, unless others had their turn.
 *
 * By synchronous calls: four awaited ones take 0.17 of the 0.18 ms that a small file costs with them. The thread is let go
 * (event-loop.ts) between two files, links or folders as soon as that is due; what was gathered by then is given before, for its taker
 * to see that it should stop. What does not end earlier is the listing of one folder: 25 ms for 50,000 names, half of it their sorting.
 *
 * Throws what reading throws, and an error for what no store path holds (a socket, a file that changes).
 */
async function* narOf(path, { reuse, size = Infinity }) {
    const nar = new NarChunks(size + nodeSize, reuse);
    nar.put(words.magic);
    // Those that are open, and what of them is still to come, backwards.
    const folders = [];
    // A character for each byte: names are bytes, and stand in the order of their bytes.
    let next = Buffer.from(path).toString('latin1');
    do {
        const found = next === undefined ? null : (0,external_node_fs_.lstatSync)(asPath(next));
        const isQuick = found?.isFile() === true && found.size <= quickFile;
        const wanted = nodeSize + (isQuick ? found.size : 0);
        const isDue = isTurnDue();
        if (nar.roomSize < wanted || (isDue && nar.size > 0))
            yield nar.take(wanted);
        if (isDue)
            await letOthersRun();
        if (next === undefined || found === null) {
            folders.pop();
            nar.put(words.end);
        }
        else if (found.isDirectory()) {
            nar.put(words.directory);
            folders.push({ path: next, names: (0,external_node_fs_.readdirSync)(asPath(next), 'latin1').sort().reverse() });
        }
        else if (found.isSymbolicLink()) {
            nar.put(words.symlink);
            nar.text((0,external_node_fs_.readlinkSync)(asPath(next), 'latin1'));
            nar.put(words.end);
        }
        else if (found.isFile()) {
            // As Nix does: the owner's bit alone.
            nar.put((found.mode & 0o100) === 0 ? words.regular : words.executable);
            nar.length(found.size);
            if (isQuick)
                readQuickly(nar, next, found.size);
            else
                yield* readLarge(nar, next, found.size);
            nar.padding(found.size);
            nar.put(words.end);
        }
        else {
            throw new Error(`${shown(next)} is neither a file, a folder nor a symbolic link`);
        }
        if (found?.isDirectory() !== true && folders.length > 0)
            nar.put(words.end);
        const folder = folders.at(-1);
        const name = folder?.names.pop();
        if (folder === undefined || name === undefined)
            next = undefined;
        else {
            nar.put(words.entry);
            nar.text(name);
            nar.put(words.node);
            next = `${folder.path}/${name}`;
        }
    } while (folders.length > 0);
    yield nar.take(0);
}
function readQuickly(nar, path, size) {
    if (size === 0)
        return;
    const file = (0,external_node_fs_.openSync)(asPath(path), flags);
    try {
        for (let left = size; left > 0;) {
            const count = (0,external_node_fs_.readSync)(file, nar.room(left));
            nar.wrote(given(count, path, left));
            left -= count;
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
async function* readLarge(nar, path, size) {
    const file = (0,external_node_fs_.openSync)(asPath(path), flags);
    try {
        for (let left = size; left > 0;) {
            if (nar.roomSize === 0)
                yield nar.take(1);
            const room = nar.room(left);
            const { bytesRead } = await readAsync(file, room, 0, room.length, null);
            nar.wrote(given(bytesRead, path, left));
            left -= bytesRead;
        }
        if (nar.roomSize < nodeSize)
            yield nar.take(nodeSize);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
const readAsync = (0,external_node_util_.promisify)(external_node_fs_.read);
// What takes a file's place between two calls is neither followed, nor waited for as a pipe would be.
const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
function given(count, path, left) {
    if (count === 0)
        throw new Error(`${shown(path)} ended ${left} bytes early`);
    return count;
}
/** A text costs a third of what bytes do, and is the same for Node as long as no byte is over 127. */
function asPath(path) {
    return /^[\0-\x7f]*$/.test(path) ? path : Buffer.from(path, 'latin1');
}
function shown(path) {
    return Buffer.from(path, 'latin1').toString();
}

;// CONCATENATED MODULE: ./src/binary-cache/pack.ts











// Bytes that may wait for the disk: about one of the compressor's pieces.
const highWaterMark = 2 * 1024 * 1024;
/**
 * Writes a NAR to disk, compressed and under its final name, in one pass: the NAR is compared with what Nix says it is while it flows. Memory does
 * not grow with the NAR: each step takes from the one before it what it has room for.
 *
 * The file has the umask's mode: the store that its content comes from is readable by all anyway.
 *
 * On failure the partial file, the children and the threads are gone, and it throws NAR_HASH_MISMATCH, NAR_EMPTY, DISK_FULL, COMPRESSOR_*, what `done` was rejected with
 * (which tells more than the broken NAR that it leaves), or the signal's reason.
 */
async function packNar(nar, expected, options) {
    const { signal } = options;
    nar.done.catch(() => undefined); // it is looked at when the stream has ended
    nar.stream.on('error', () => undefined); // likewise, also when nobody reads any more
    // Before anything is waited for: what a program has written by its end, Node drops when nobody has listened yet.
    nar.stream.on('readable', () => undefined);
    try {
        if (signal !== undefined)
            (0,external_node_stream_.addAbortSignal)(signal, nar.stream);
        return await packBytes(dumpedBytes(nar, signal), expected, options);
    }
    finally {
        nar.stream.destroy();
    }
}
/** The same for a store path whose files this process can read; it spares the program and its pipe. */
async function packFiles(path, expected, options) {
    const { compression, signal } = options;
    const size = expected.narSize;
    // The zstd frames copy what they get at once; xz and the disk keep it until they have room.
    const reuse = compression === 'zstd';
    if (!isPackedWhole(size, compression))
        return packBytes(narOf(path, { reuse }), expected, options);
    const gathered = [];
    let left = size;
    try {
        for await (const chunk of narOf(path, { reuse: false, size })) {
            signal?.throwIfAborted();
            gathered.push(chunk);
            left -= chunk.length;
            // Something that is not the path may have no end.
            if (left < 0)
                break;
        }
    }
    catch (thrown) {
        signal?.throwIfAborted();
        throw (0,errors/* asNarPublishError */.tS)(thrown);
    }
    const [first, ...others] = gathered;
    const nar = first !== undefined && others.length === 0 ? first : Buffer.concat(gathered);
    return packWholeNar(nar, expected, options);
}
async function packBytes(nar, expected, options) {
    const { directory, compression, level, signal } = options;
    const partialPath = (0,external_node_path_.join)(directory, `.${(0,external_node_crypto_.randomUUID)()}.partial`);
    try {
        const checked = checkNar(nar, expected, options);
        const file = new Meter();
        const compressed = measure((0,compress/* compress */.Bc)(checked, compression, level, options), file);
        // Opened before anything can fail: a stream that opens it itself may do so after it was removed.
        const partial = await (0,promises_.open)(partialPath, 'wx');
        // A stream, because it writes while the next bytes are compressed.
        await (0,external_node_stream_promises_.pipeline)(compressed, partial.createWriteStream({ highWaterMark }));
        const packed = packedNar(expected, file, options);
        await (0,promises_.rename)(partialPath, packed.diskPath);
        return packed;
    }
    catch (thrown) {
        await (0,promises_.rm)(partialPath, { force: true });
        signal?.throwIfAborted();
        throw (0,errors/* asNarPublishError */.tS)(thrown);
    }
}
/**
 * The same for a NAR that is whole in memory, and the same file: without the pipeline, which costs a small NAR more than all the rest.
 * One of more than a frame takes the pipeline all the same, and so does xz, which has a process of its own.
 */
async function packWholeNar(nar, expected, options) {
    const { compression, level, signal, onProgress } = options;
    if (!isPackedWhole(nar.length, compression)) {
        return packNar({ stream: external_node_stream_.Readable.from([nar]), done: Promise.resolve() }, expected, options);
    }
    const checked = new NarCheck(expected, onProgress);
    checked.add(nar);
    checked.finish();
    const bytes = compression === 'none' ? nar : await (0,compress/* compressWhole */._4)(nar, level);
    signal?.throwIfAborted();
    const file = new Meter();
    file.add(bytes);
    const packed = packedNar(expected, file, options);
    try {
        // So short a write that handing it to a thread, and the file's opening and closing too, would be most of the work.
        (0,external_node_fs_.writeFileSync)(packed.diskPath, bytes);
    }
    catch (thrown) {
        await (0,promises_.rm)(packed.diskPath, { force: true });
        throw (0,errors/* asNarPublishError */.tS)(thrown);
    }
    return packed;
}
function isPackedWhole(narSize, compression) {
    return compression !== 'xz' && narSize <= compress/* zstdFrameSize */.Ys;
}
/** What was packed, of which `file` has measured the file. */
function packedNar({ storePath, narHash, narSize }, file, { directory, pname, compression }) {
    const fileHash = file.digest();
    const cachePath = (0,nar_name/* narCachePath */.Rv)(fileHash, pname, compression);
    const diskPath = (0,external_node_path_.join)(directory, (0,external_node_path_.basename)(cachePath));
    const fileSize = file.size;
    return { storePath, diskPath, cachePath, compression, fileHash, fileSize, narHash, narSize };
}
/** The program's output; ends well only if the program did. */
async function* dumpedBytes(nar, signal) {
    try {
        yield* nar.stream;
    }
    catch (thrown) {
        signal?.throwIfAborted();
        await nar.done;
        throw thrown;
    }
    await nar.done;
}
/** Passes the NAR on, and throws instead of ending when it is not the expected one. */
async function* checkNar(source, expected, { onProgress, signal }) {
    const nar = new NarCheck(expected, onProgress);
    for await (const chunk of source) {
        // Not the pipeline's own signal, which would not wait for the threads and children to end.
        signal?.throwIfAborted();
        nar.add(chunk);
        yield chunk;
    }
    nar.finish();
}
/** Throws, when the NAR that is added to it is not the expected one. */
class NarCheck {
    #nar = new Meter();
    #expected;
    #onProgress;
    constructor(expected, onProgress) {
        this.#expected = expected;
        this.#onProgress = onProgress;
    }
    add(chunk) {
        const { narSize } = this.#expected;
        this.#nar.add(chunk);
        // Before the end, because something that is not the path may have no end.
        if (this.#nar.size > narSize) {
            throw mismatch(this.#expected, `its NAR goes on after the ${narSize} bytes that it has`);
        }
        this.#onProgress?.(chunk.length);
    }
    finish() {
        const { storePath, narSize, narHash } = this.#expected;
        if (this.#nar.size === 0) {
            throw new errors/* NarPublishError */.f9({
                code: 'NAR_EMPTY',
                subject: storePath,
                reason: `no byte came of the ${narSize} that its NAR has`
            });
        }
        if (this.#nar.size < narSize) {
            throw mismatch(this.#expected, `its NAR ended after ${this.#nar.size} of ${narSize} bytes`);
        }
        const found = this.#nar.digest();
        if (found !== narHash) {
            throw mismatch(this.#expected, `its NAR has the hash ${found}, and Nix knows ${narHash}`);
        }
    }
}
function mismatch(expected, reason) {
    return new errors/* NarPublishError */.f9({ code: 'NAR_HASH_MISMATCH', subject: expected.storePath, reason });
}
async function* measure(source, meter) {
    for await (const chunk of source) {
        meter.add(chunk);
        yield chunk;
    }
}
/** The size and hash of what was added. */
class Meter {
    /** bytes so far */
    size = 0;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    add(chunk) {
        this.size += chunk.length;
        this.#hash.update(chunk);
    }
    /** `sha256:<base32>`; nothing can be added afterwards. */
    digest() {
        return (0,hash/* formatSha256 */.h)(this.#hash.digest());
    }
}

// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/binary-cache/debug-info.ts
var debug_info = __webpack_require__(66914);
;// CONCATENATED MODULE: ./src/nix/build-ids.ts



/**
 * The build-ids of a store path whose files can be read here, sorted, as Nix finds them: of any path that has the folder, whatever its output
 * is called; in real folders and files, and through no link. Where there is none, as nearly everywhere, it costs one look.
 */
function buildIdsIn(storePath) {
    let folder = '';
    for (const name of [storePath, ...debug_info/* buildIdFolder */.W3.split('/')]) {
        folder = (0,external_node_path_.join)(folder, name);
        if ((0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
            return [];
    }
    const found = entriesOf(folder)
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name: first }) => entriesOf((0,external_node_path_.join)(folder, first))
        .filter((entry) => entry.isFile())
        .flatMap(({ name }) => (0,debug_info/* buildIdAt */.pR)(`${debug_info/* buildIdFolder */.W3}/${first}/${name}`) ?? []));
    return found.sort().slice(0, debug_info/* mostBuildIds */.Ap);
}
function entriesOf(folder) {
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
}

// EXTERNAL MODULE: ./src/nix/export.ts
var nix_export = __webpack_require__(65005);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
;// CONCATENATED MODULE: ./src/nix/pack-nars.ts











/**
 * Up to this many bytes, NARs that cannot be read here come from one export stream for all, each whole in memory for a moment; a process
 * for each costs more than the packing. Larger ones have a process of their own.
 */
const smallNar = 4 * 1024 * 1024;
// zstd and xz have threads of their own: more at once than this only takes memory.
const smallAtOnce = 4;
const largeAtOnce = 2;
/** The NARs of these paths on the disk. One that is damaged leaves the others alone; what is the machine's failure is thrown. */
async function packNars(nix, paths, place) {
    const stop = new AbortController();
    const byPath = new Map(paths.map((info) => [info.storePath, info]));
    const small = paths.filter(({ narSize }) => narSize <= smallNar);
    const large = paths
        .filter(({ narSize }) => narSize > smallNar)
        // The largest first, so that no long one is left over when the others are done.
        .sort((a, b) => b.narSize - a.narSize);
    const pack = packerOf({ ...place, env: nix.env }, paths, stop.signal);
    const packed = new Map();
    const damaged = new Map();
    const packSingly = (infos, concurrency) => (0,p_map/* default */.Ay)(infos, async (info) => {
        const { storePath } = info;
        try {
            const path = await pack(info, (_, options) => isReadableHere(storePath)
                ? packFiles(storePath, info, options)
                : packNar(dumpNar(nix, storePath, stop.signal), info, options));
            const buildIds = isReadableHere(storePath) ? buildIdsIn(storePath) : [];
            packed.set(storePath, buildIds.length === 0 ? path : { ...path, buildIds });
            damaged.delete(storePath);
        }
        catch (error) {
            if (!isOfPath(error) && !isUnreadable(error, storePath))
                throw error;
            damaged.set(storePath, damage(storePath, error));
        }
    }, { concurrency, signal: stop.signal });
    const missing = () => small.filter(({ storePath }) => !packed.has(storePath));
    const packExported = async (infos) => {
        const names = infos.map(({ storePath }) => storePath);
        // Not pMap, which (7.1.1) takes the end after a generator's error for the end when it has asked for more meanwhile.
        const stream = (0,p_map/* pMapIterable */.R_)((0,nix_export/* exportNars */.j)(nix, names, smallNar, stop.signal), ({ storePath, nar }) => pack(byPath.get(storePath), (info, options) => packWholeNar(nar, info, options)), { concurrency: smallAtOnce });
        try {
            for await (const path of stream) {
                packed.set(path.info.storePath, path);
                damaged.delete(path.info.storePath);
            }
        }
        catch (error) {
            if (!isOfPath(error))
                throw error;
        }
    };
    const packSmall = async () => {
        await packSingly(small.filter(({ storePath }) => isReadableHere(storePath)), smallAtOnce);
        // What is in a store elsewhere; also when another content has its name here.
        await packExported(missing());
        // The stream ends at a path that it cannot give: those that it has not given yet are read one by one.
        await packSingly(missing(), largeAtOnce);
    };
    const packing = [packSmall(), packSingly(large, largeAtOnce)];
    try {
        await Promise.all(packing);
        return { packed: [...packed.values()], damaged };
    }
    catch (error) {
        stop.abort(error);
        await Promise.allSettled(packing);
        throw error;
    }
}
/** Whether a path's content is to blame, and not the machine: it is another one than Nix knows, or Nix cannot read it. */
function isOfPath(thrown) {
    return (thrown instanceof errors/* NarPublishError */.f9 &&
        (['NAR_HASH_MISMATCH', 'NAR_EMPTY', 'NIX_FAILED'].includes(thrown.code) ||
            / ended \d+ bytes early$| is neither a file/.test(thrown.reason)));
}
/** Whether the system does not give us one of its files, and not for having too many of them open, or no memory. */
function isUnreadable(thrown, storePath) {
    const error = Object(thrown.cause ?? thrown);
    const isReading = error.syscall === 'read' || String(error.path).startsWith(storePath);
    return isReading && !['EMFILE', 'ENFILE', 'ENOMEM'].includes(error.code ?? '');
}
function damage(storePath, error) {
    const { code, reason } = (0,errors/* asNarPublishError */.tS)(error);
    return new errors/* NarPublishError */.f9({
        code: ['NAR_HASH_MISMATCH', 'NAR_EMPTY'].includes(code)
            ? 'NAR_HASH_MISMATCH'
            : 'STORE_PATH_DAMAGED',
        subject: storePath,
        // In the reason: of several paths that failed each has its own command.
        reason: `${reason.trimEnd()}; \`nix-store --repair-path ${storePath}\` gets it anew from a cache, or builds it again`,
        hint: 'Where it can do neither, delete the path (`nix-store --delete`) and make it again. Then run this again.',
        cause: error
    });
}
/**
 * Whether the path's files can be read without Nix: not when its store is elsewhere (another root, another machine), nor on
 * macOS, where Nix changes names that differ in case alone. What is read is compared with Nix's hash in any case.
 */
function isReadableHere(storePath) {
    return (0,external_node_os_.platform)() !== 'darwin' && (0,external_node_fs_.lstatSync)(storePath, { throwIfNoEntry: false }) !== undefined;
}
function packerOf({ log, ...place }, paths, signal) {
    const total = paths.reduce((sum, { narSize }) => sum + narSize, 0);
    let done = 0;
    return async (info, packOne) => {
        if (info === undefined)
            throw new Error('nix-store --export gave a path that was not asked for');
        const nar = await packOne(info, {
            ...place,
            pname: (0,nar_name/* pnameOf */.Vu)((0,store_path/* parseStorePath */.GV)(info.storePath).name),
            signal,
            onProgress: (bytes) => {
                done += bytes;
                log.progress('Pack', done, total);
            }
        });
        const sizes = `${(0,pretty_bytes/* default */.A)(info.narSize)} → ${(0,pretty_bytes/* default */.A)(nar.fileSize)}`;
        log.info(`${info.storePath}: ${sizes} ${nar.cachePath}`);
        return { info, nar };
    };
}
/** A store path as a NAR, uncompressed. `signal` stops Nix. */
function dumpNar(nix, storePath, signal) {
    const { stdout, exit } = (0,run/* startNix */.O9)(nix, { program: 'nix-store', args: ['--dump', '--', storePath] }, { signal });
    const done = exit.then((ended) => {
        if (ended.status !== 0)
            throw (0,run/* nixFailure */.M4)(ended, { subject: storePath });
    });
    // Who reads the stream may fail before he asks for this: its rejection must not end the process then.
    done.catch(() => undefined);
    return { stream: stdout, done };
}


/***/ }),

/***/ 39672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ findPackedFolders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82374);




/**
 * The packed folders: each given one that has a manifest, or else its sub-folders, which must all have one (as actions/download-artifact
 * makes them, one for each artifact). A folder that is not there holds none: nothing was downloaded. `skipsUnfinished`: what has no manifest,
 * as its job was killed, is left out. Throws PACKED_INVALID.
 */
function findPackedFolders(given, { skipsUnfinished } = { skipsUnfinished: false }) {
    const found = given.flatMap((folder) => {
        const entries = entriesOf(folder);
        if (entries.some(({ name }) => name === _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestPath */ .ji))
            return [folder];
        const stray = entries.find((entry) => !entry.isDirectory());
        if (stray !== undefined && skipsUnfinished)
            return [];
        if (stray !== undefined)
            throw invalid((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, stray.name), 'it is in no packed folder');
        return entries.flatMap(({ name }) => {
            const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
            if (entriesOf(inside).some((entry) => entry.name === _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestPath */ .ji))
                return [inside];
            if (skipsUnfinished)
                return [];
            throw invalid(inside, `it has no ${_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestPath */ .ji}: packing it did not come to its end`);
        });
    });
    return [...new Set(found)].sort();
}
function entriesOf(folder) {
    try {
        return readEntries(folder);
    }
    catch (cause) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(cause) === 'ENOENT')
            return [];
        throw invalid(folder, `it cannot be read as a folder (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(cause)})`, cause);
    }
}
const readEntries = (folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true });
function invalid(path, reason, cause) {
    const subject = JSON.stringify(path.slice(0, 300));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({ code: 'PACKED_INVALID', subject, reason, cause });
}


/***/ }),

/***/ 94687:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ refuseConflict),
/* harmony export */   o: () => (/* binding */ mergeFolders)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _known_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5688);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54077);




/**
 * Two jobs may pack the same path, and then with the same content. Throws PACKED_CONFLICT when they disagree about a path's content, about
 * the path of an attribute's output, or about that of a pin.
 */
function mergeFolders(folders) {
    const published = (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .publishedPaths */ .b)(folders);
    const packed = new Map();
    const artifacts = new Map();
    const outputs = new Map();
    const skipped = new Map();
    const pins = new Map();
    for (const { folder, manifest, packed: paths } of folders) {
        for (const path of paths) {
            const { storePath } = path.info;
            const other = packed.get(storePath);
            if (other === undefined)
                packed.set(storePath, { folder, path });
            else
                refuseConflict(other, { folder, path });
        }
        for (const artifact of manifest.artifacts) {
            const { storePath, attribute, output } = artifact;
            if (!artifacts.has(storePath))
                artifacts.set(storePath, artifact);
            if (attribute === null)
                continue;
            note(outputs, JSON.stringify([attribute, output]), { folder, storePath }, attribute);
        }
        for (const { name, storePath } of manifest.pins ?? []) {
            note(pins, name, { folder, storePath }, `pin ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)}`);
        }
        for (const path of manifest.skipped) {
            // Another folder has it, or says why not.
            if (path.reason !== 'handed' && !skipped.has(path.storePath))
                skipped.set(path.storePath, path);
        }
    }
    return {
        artifacts: [...artifacts.values()],
        packed: [...packed.values()].flatMap(({ path }) => published.has(path.info.storePath) ? [path] : []),
        logs: new Map(folders.toReversed().flatMap(({ logs }) => [...logs])),
        // One job may have left out what another one brings.
        skipped: [...skipped.values()].filter(({ storePath }) => !published.has(storePath)),
        failures: folders.flatMap(({ manifest }) => manifest.failures.map(({ installable, code, reason, builds = [] }) => ({
            installable,
            error: new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
                ...{ code, subject: installable, reason: _known_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .knownSecrets */ .xU.hide(reason) },
                builds: builds.map(({ drvPath, lines }) => ({ drvPath, lines: _known_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .knownSecrets */ .xU.hide(lines) }))
            })
        }))),
        pins: [...pins].map(([name, { storePath }]) => ({ name, storePath }))
    };
}
/** Throws PACKED_CONFLICT when two folders hold different content for a path. */
function refuseConflict(one, other) {
    if (contentOf(one.path) === contentOf(other.path))
        return;
    const { storePath } = one.path.info;
    throw conflict(storePath, [one.folder, other.folder], 'hold different content for it');
}
/** Which path a folder says that something is; another folder must not say otherwise. */
function note(known, key, said, what) {
    const other = known.get(key);
    if (other === undefined)
        known.set(key, said);
    else if (other.storePath !== said.storePath) {
        const paths = `${other.storePath} and ${said.storePath}`;
        throw conflict(what, [other.folder, said.folder], `say that it is ${paths}`);
    }
}
/** What is signed. */
function contentOf({ info: { narHash, narSize, references } }) {
    return JSON.stringify([narHash, narSize, [...references].sort()]);
}
function conflict(subject, folders, reason) {
    const names = folders.map((folder) => JSON.stringify(folder.slice(-200))).join(' and ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'PACKED_CONFLICT', subject, reason: `${names} ${reason}` });
}


/***/ }),

/***/ 54077:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ publishedPaths),
/* harmony export */   i: () => (/* binding */ leftOut)
/* harmony export */ });
/**
 * Store paths of these folders that are published: what jobs packed as such, and of what they only handed on to others whatever any of that
 * refers to, at however many steps (nothing with `closure: bare`); with `closure: cache` all. What a job left to upstream, or excluded, is not published for being handed on.
 */
function publishedPaths(folders) {
    const left = new Set(folders.flatMap(leftOut));
    const references = new Map();
    const published = new Set();
    for (const { manifest, packed } of folders) {
        const handed = new Set(manifest.handed);
        const artifacts = new Set(manifest.artifacts.map(({ storePath }) => storePath));
        for (const { info } of packed) {
            const { storePath } = info;
            const isHanded = handed.has(storePath);
            if (isHanded && left.has(storePath))
                continue;
            references.set(storePath, manifest.closure === 'bare' ? [] : info.references);
            if (!isHanded || artifacts.has(storePath) || manifest.closure === 'cache') {
                published.add(storePath);
            }
        }
    }
    // A set gives what is added to it while it is read.
    for (const path of published) {
        for (const reference of references.get(path) ?? []) {
            if (references.has(reference))
                published.add(reference);
        }
    }
    return published;
}
/** What a job has not packed for the target, and readers get elsewhere, or nowhere. */
function leftOut({ manifest }) {
    return manifest.skipped.flatMap(({ storePath, reason }) => reason === 'upstream' || reason === 'excluded' ? [storePath] : []);
}


/***/ }),

/***/ 26551:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ packedInvalid),
/* harmony export */   f: () => (/* binding */ readPackedFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(606);
/* harmony import */ var _binary_cache_debug_info_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(66914);
/* harmony import */ var _binary_cache_measure_nar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98661);
/* harmony import */ var _binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99110);
/* harmony import */ var _binary_cache_nar_scanner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63160);
/* harmony import */ var _binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99711);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83916);
/* harmony import */ var _job_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39182);
/* harmony import */ var _logs_packed_logs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(12551);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(82374);












const narsAtOnce = 4;
/**
 * Reads a folder that a build job left, trusting nothing of it: the files are exactly those that the manifest follows from, no link
 * among them; each narinfo is the one that its entry gives, unsigned; each NAR has the size and hash of its file and unpacks to the
 * content announced. Throws PACKED_INVALID, COMPRESSOR_MISSING.
 */
async function readPackedFolder(folder, { childEnvironment, log }) {
    const found = filesBelow(folder);
    if (!found.has(_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestPath */ .ji))
        throw packedInvalid(folder, _manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestPath */ .ji, 'it is not there');
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .parseManifest */ .Ng)(readFile(folder, _manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestPath */ .ji, _manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .largestManifest */ .oU), subjectOf(folder, _manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestPath */ .ji));
    const entries = manifest.paths;
    const expected = new Set([
        _manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestPath */ .ji,
        ...entries.map(_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .narInfoPath */ .Hr),
        ...entries.map(({ nar }) => nar),
        ...(manifest.logs ?? []).map(({ deriver }) => (0,_binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_3__/* .logPath */ .Q2)(deriver))
    ]);
    if (new Set(entries.map(_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .narInfoPath */ .Hr)).size < entries.length) {
        throw packedInvalid(folder, _manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestPath */ .ji, 'it has a store path twice');
    }
    const problem = (0,_logs_packed_logs_js__WEBPACK_IMPORTED_MODULE_8__/* .logsProblem */ .ZU)(manifest);
    if (problem !== null)
        throw packedInvalid(folder, _manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestPath */ .ji, problem);
    for (const file of found) {
        if (!expected.has(file))
            throw packedInvalid(folder, file, 'the manifest does not name it');
    }
    for (const file of expected) {
        if (!found.has(file))
            throw packedInvalid(folder, file, 'the manifest names it, and it is not there');
    }
    for (const entry of entries)
        checkNarInfo(folder, entry);
    const logs = readLogs(folder, manifest);
    const total = entries.reduce((sum, { fileSize }) => sum + fileSize, 0);
    let done = 0;
    await (0,p_map__WEBPACK_IMPORTED_MODULE_10__/* ["default"] */ .Ay)(entries, (entry) => checkNar(folder, entry, childEnvironment, (bytes) => {
        done += bytes;
        log.progress(`Check ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder)}`, done, total);
    }), { concurrency: narsAtOnce });
    return {
        folder,
        manifest,
        packed: entries.map((entry) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .packedPathOf */ .Pu)(entry, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.nar))),
        logs
    };
}
/** Three levels are all that a packed folder has: `nar/<ab>/<file>`. */
function filesBelow(folder, below = '', depth = 3) {
    const files = new Set();
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, below), { withFileTypes: true })) {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isFile())
            files.add(path);
        else if (entry.isDirectory() && depth > 1) {
            for (const file of filesBelow(folder, path, depth - 1))
                files.add(file);
        }
        else
            throw packedInvalid(folder, path, 'it is neither a file nor a folder of the layout');
    }
    return files;
}
function checkNarInfo(folder, entry) {
    const file = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .narInfoPath */ .Hr)(entry);
    const expected = Buffer.from((0,_binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_5__/* .formatNarInfo */ .Nt)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .unsignedNarInfo */ .Z3)(entry)));
    if (readFile(folder, file, expected.length).equals(expected))
        return;
    throw packedInvalid(folder, file, 'it is not the unsigned narinfo that the manifest gives');
}
function readLogs(folder, { logs = [] }) {
    return new Map(logs.map((log) => {
        const file = (0,_binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_3__/* .logPath */ .Q2)(log.deriver);
        const bytes = readFile(folder, file, log.size);
        const problem = (0,_logs_packed_logs_js__WEBPACK_IMPORTED_MODULE_8__/* .logProblem */ .Ou)(log, bytes);
        if (problem !== null)
            throw packedInvalid(folder, file, problem);
        return [log.deriver, bytes];
    }));
}
async function checkNar(folder, { nar, fileHash, fileSize, narHash, narSize, compression, buildIds = [] }, childEnvironment, onProgress) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, nar), _job_files_js__WEBPACK_IMPORTED_MODULE_7__/* .readNoFollow */ .pj);
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
    if (size !== fileSize) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
        throw packedInvalid(folder, nar, `it has ${size} bytes, announced are ${fileSize}`);
    }
    const stream = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)('', { fd: file });
    const found = new Set();
    const scanner = new _binary_cache_nar_scanner_js__WEBPACK_IMPORTED_MODULE_4__/* .NarScanner */ .u((path) => {
        const buildId = (0,_binary_cache_debug_info_js__WEBPACK_IMPORTED_MODULE_11__/* .buildIdAt */ .pR)(path);
        if (buildId !== null)
            found.add(buildId);
    });
    const measured = await (0,_binary_cache_measure_nar_js__WEBPACK_IMPORTED_MODULE_2__/* .measureNar */ .M)(stream, {
        compression,
        largestNar: narSize,
        childEnvironment,
        onProgress,
        // What it says of its build-ids is in the NAR, which few have.
        ...(buildIds.length === 0 ? {} : { onNar: (chunk) => void scanner.push(chunk) })
    });
    if (measured.fileHash !== fileHash) {
        throw packedInvalid(folder, nar, `its hash is ${measured.fileHash}, announced is ${fileHash}`);
    }
    if (measured.nar === null)
        throw packedInvalid(folder, nar, measured.problem);
    if (measured.nar.size !== narSize || measured.nar.hash !== narHash) {
        throw packedInvalid(folder, nar, `it unpacks to ${measured.nar.size} bytes with the hash ${measured.nar.hash}, announced are ${narSize} with ${narHash}`);
    }
    const missing = buildIds.find((buildId) => !found.has(buildId));
    if (missing === undefined)
        return;
    throw packedInvalid(folder, nar, `it has no debug information of ${missing}, which is announced`);
}
function readFile(folder, path, largest) {
    return (0,_job_files_js__WEBPACK_IMPORTED_MODULE_7__/* .readBounded */ .CB)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path), largest, (reason) => packedInvalid(folder, path, reason));
}
function subjectOf(folder, path) {
    return JSON.stringify((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path).slice(-300));
}
/** About a file of a packed folder. */
function packedInvalid(folder, path, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .NarPublishError */ .f9({ code: 'PACKED_INVALID', subject: subjectOf(folder, path), reason });
}


/***/ }),

/***/ 53690:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/nix/gc-roots.ts
var gc_roots = __webpack_require__(44681);
// EXTERNAL MODULE: ./src/nix/pack-nars.ts + 5 modules
var pack_nars = __webpack_require__(52119);
// EXTERNAL MODULE: ./src/nix/path-info.ts
var path_info = __webpack_require__(14237);
// EXTERNAL MODULE: ./src/scratch.ts
var scratch = __webpack_require__(7897);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/cache/folder.ts
var folder = __webpack_require__(44332);
// EXTERNAL MODULE: ./src/cache/trust.ts
var cache_trust = __webpack_require__(38276);
;// CONCATENATED MODULE: ./src/cache/keep.ts












/**
 * Makes the folder that the post step saves: what this machine built of all that the run may build. `held`: what the target has by now.
 * Never throws, as the run's own work is done.
 */
async function keepBuilt(run, nix, restored, held) {
    const { inputs, environment, log, job } = run;
    if (inputs.cache === null || job === undefined)
        return;
    const { budget } = inputs.cache;
    const { directory, trust } = restored;
    const discard = () => {
        (0,scratch/* removeScratch */.ZU)(directory, environment.scratchParent);
    };
    await log.group('Keep what was built for the next run', async () => {
        try {
            const built = await builtHere(run, nix, restored);
            const loaded = new Map(restored.entries.map((entry) => [entry.storePath, entry]));
            const candidates = candidatesOf(built, restored).filter(({ storePath }) => !held.has(storePath));
            const chosen = chooseWithin(budget, candidates);
            const key = restored.keys.keyOf(chosen.map(({ storePath }) => ({
                storePath,
                narHash: (built.get(storePath) ?? loaded.get(storePath))?.narHash ?? ''
            })));
            if (chosen.length === 0 || key === restored.key) {
                log.info(chosen.length === 0 ? 'there is nothing to keep' : 'it is kept already');
                discard();
                return;
            }
            const directoryOfNars = (0,external_node_path_.join)(directory, folder/* narFolder */.oM);
            await (0,promises_.mkdir)(directoryOfNars, { recursive: true });
            const { packed } = await (0,pack_nars/* packNars */.e)(nix, chosen.flatMap(({ storePath }) => loaded.has(storePath) ? [] : (built.get(storePath) ?? [])), { directory: directoryOfNars, compression: 'none', level: null, log });
            const entries = [
                ...chosen.flatMap(({ storePath }) => loaded.get(storePath) ?? []),
                ...packed.map(({ info, nar }) => entryOf(info, nar.diskPath))
            ];
            await (0,folder/* writeCacheFolder */.M6)(directory, entries, trust.kind === 'derived' ? trust.key : null);
            const bytes = chosen.reduce((sum, { narSize }) => sum + narSize, 0);
            const left = candidates.length - chosen.length;
            log.info(`${key}: ${(0,src_text/* count */.U9)(chosen.length, 'path')}, ${(0,pretty_bytes/* default */.A)(bytes)}` +
                (left === 0 ? '' : `; ${(0,src_text/* count */.U9)(left, 'path')} more than \`cache-size\` has room for`));
            job.keep({ directory, key });
        }
        catch (thrown) {
            discard();
            log.warning(`Nothing is kept for the next run: ${(0,errors/* asNarPublishError */.tS)(thrown).message}`);
        }
    });
}
async function builtHere({ inputs }, nix, { wanted }) {
    const invalid = await (0,gc_roots/* holdPaths */.Sq)(nix, [...wanted]);
    const infos = await (0,path_info/* queryPathInfo */.iO)(nix, [...wanted].filter((path) => !invalid.has(path)));
    const known = [...infos.values()].map(cache_trust/* withoutCacheSignatures */.S6);
    return new Map(known
        .filter((info) => isBuiltHere(info, inputs.upstreamKeys))
        .map((info) => [info.storePath, info]));
}
/**
 * What Nix says that it built here, and what nobody signed: remote builders built it, or earlier runs. A machine may sign what it builds
 * (`secret-key-files`). What has no deriver was not built: sources of the evaluation.
 */
function isBuiltHere({ ultimate, signatures, deriver }, upstreamKeys) {
    const isUpstream = signatures.some((text) => upstreamKeys.includes(text.split(':')[0] ?? ''));
    return deriver !== null && !isUpstream && (ultimate === true || signatures.length === 0);
}
function candidatesOf(built, { entries, missing }) {
    const loaded = new Set(entries.map(({ storePath }) => storePath));
    return [
        ...[...built.values()].map(({ storePath, narSize }) => ({
            storePath,
            narSize,
            age: missing.has(storePath) && !loaded.has(storePath) ? 0 : 1
        })),
        ...entries
            .filter(({ storePath }) => !built.has(storePath))
            .map(({ storePath, narSize }) => ({ storePath, narSize, age: 2 }))
    ];
}
/** The newest first, of these the largest, as what they cost to build is not known better; one that has no room leaves it to smaller ones. */
function chooseWithin(budget, candidates) {
    let room = budget;
    return [...candidates]
        .sort((a, b) => a.age - b.age || b.narSize - a.narSize || (a.storePath < b.storePath ? -1 : 1))
        .filter(({ narSize }) => {
        if (narSize > room)
            return false;
        room -= narSize;
        return true;
    });
}
function entryOf(info, diskPath) {
    const { storePath, narHash, narSize, references, deriver, ca } = info;
    return {
        storePath,
        url: `${folder/* narFolder */.oM}/${(0,external_node_path_.basename)(diskPath)}`,
        compression: 'none',
        fileHash: narHash,
        fileSize: narSize,
        narHash,
        narSize,
        references: references.map(store_path/* storePathBaseName */.R5),
        deriver: deriver === null ? null : (0,store_path/* storePathBaseName */.R5)(deriver),
        signatures: [],
        ca
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./src/binary-cache/signature.ts
var signature = __webpack_require__(40996);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
;// CONCATENATED MODULE: ./src/nix/build-outputs.ts

/** Output paths of everything that building the derivations may build, themselves included: valid ones and others. */
async function queryBuildOutputs(nix, derivations) {
    const needed = new Set();
    for (const path of await (0,run/* queryStore */.cZ)(nix, ['--query', '--requisites'], derivations)) {
        if (path.endsWith('.drv'))
            needed.add(path);
    }
    return new Set(await (0,run/* queryStore */.cZ)(nix, ['--query', '--outputs'], [...needed]));
}

// EXTERNAL MODULE: ./src/nix/validity.ts
var validity = __webpack_require__(93861);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/cache/keys.ts




/** Of how a cache is laid out and named: entries of other formats are not found. */
const formatVersion = 1;
function cacheKeys(scope) {
    const { system, installables, trustLabel, workspace } = scope;
    const asked = digest([...installables].sort());
    const kind = `nar-publish-cache-${formatVersion}-${system}-${trustLabel}-${asked}-`;
    const exact = `${kind}${digest(lockFiles(installables, workspace))}-`;
    return {
        folder: `nar-publish-cache-${digest([kind])}`,
        restoreKeys: [exact, kind],
        keyOf: (content) => exact + digest(content.map(({ storePath, narHash }) => `${storePath} ${narHash}`).sort())
    };
}
/** Contents of the lock files of the flakes in the checkout; another flake is pinned by its own reference, or not at all. */
function lockFiles(installables, workspace) {
    const folders = installables.flatMap((installable) => {
        const [reference = ''] = installable.split('#');
        const [, path = '', query = ''] = /^(?:git\+file:(?:\/\/)?|path:)?([^?]*)\??(.*)$/s.exec(reference) ?? [];
        const folder = new URLSearchParams(query).get('dir') ?? '.';
        return /^(\.{0,2}$|\.{0,2}\/)/.test(path) ? [(0,external_node_path_.resolve)(workspace, path, folder)] : [];
    });
    return [...new Set(folders)]
        .sort()
        .map((folder) => (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, 'flake.lock'), 'utf8'), 'no lock file'));
}
function digest(texts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
}

// EXTERNAL MODULE: ./src/cache/service.ts + 1 modules
var service = __webpack_require__(38091);
;// CONCATENATED MODULE: ./src/cache/restore.ts














/** Loads the cache of earlier runs. null when `cache` is off, when nothing is to be built, or when it cannot be: the run goes on without. */
async function restoreBuilt(run, { nix, toBuild }) {
    const { inputs, environment, log, job } = run;
    if (inputs.cache === null || inputs.closure === 'source' || toBuild.length === 0)
        return null;
    if (job === undefined) {
        log.warning('`cache` is left out: GitHub’s cache is for jobs, and this is none.');
        return null;
    }
    const trust = (0,cache_trust/* trustFor */.Qz)(inputs.signingKeys);
    const { installables } = inputs;
    const { runnerSystem: system, workspace } = environment;
    const keys = cacheKeys({ system, installables, trustLabel: trust.label, workspace });
    const directory = (0,external_node_path_.join)(environment.scratchParent, keys.folder);
    return log.group('Restore what earlier runs built', async () => {
        try {
            const derivations = toBuild.map(({ drvPath }) => drvPath);
            const wanted = await queryBuildOutputs(nix, derivations);
            const missing = await (0,validity/* invalidPaths */.i)(nix, [...wanted]);
            const nothing = {
                ...{ directory, keys, trust, key: null, entries: [], wanted, missing }
            };
            const outputs = toBuild.flatMap(({ outputs }) => outputs);
            if (!outputs.some(({ path }) => missing.has(path)))
                return nothing;
            // What a job left that was killed; its cache must not be taken for this one's.
            (0,scratch/* removeScratch */.ZU)(directory, environment.scratchParent);
            // For the post step, should the job be cancelled from here on.
            job.keep({ directory, key: null });
            const { key, reason } = await (0,service/* askService */.x)({ ...job.service, environment, log }, { task: 'restore', directory, keys: keys.restoreKeys });
            if (reason !== null)
                log.warning(`Nothing was restored from the cache: ${reason}`);
            if (key === null)
                return nothing;
            const entries = await (0,folder/* readCacheFolder */.f7)(directory, (narInfo) => wanted.has(narInfo.storePath) && (0,cache_trust/* isTrusted */.W2)(trust, narInfo));
            await (0,folder/* writeCacheFolder */.M6)(directory, entries, trust.key);
            log.info(`${key}: ${(0,src_text/* count */.U9)(entries.length, 'path')} that this run may need`);
            return { ...nothing, key, entries };
        }
        catch (thrown) {
            log.warning(`The cache of earlier runs is not used: ${(0,errors/* asNarPublishError */.tS)(thrown).message}`);
            return null;
        }
    });
}
/** For the build, and for nothing else: no other command of the run is told to trust the key. */
function restoredSubstituters(restored) {
    if (restored === null || restored.entries.length === 0)
        return [];
    const { href: url } = (0,external_node_url_.pathToFileURL)(restored.directory);
    return [{ url, publicKey: (0,signature/* publicKeyText */.gt)(restored.trust.key) }];
}
/** Those of the entries that the build really took: their signature is in Nix's database now, and they were not there before. */
async function reusedPaths(nix, { entries, missing, trust }) {
    const candidates = entries.flatMap(({ storePath }) => (missing.has(storePath) ? [storePath] : []));
    const invalid = await (0,gc_roots/* holdPaths */.Sq)(nix, candidates);
    const infos = await (0,path_info/* queryPathInfo */.iO)(nix, candidates.filter((path) => !invalid.has(path)));
    return [...infos.values()]
        .filter((info) => (0,cache_trust/* isFromCache */.DR)(info, trust))
        .map(({ storePath }) => storePath);
}

// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/binary-cache/log-name.ts
var log_name = __webpack_require__(99110);
// EXTERNAL MODULE: ./src/nix/command.ts
var command = __webpack_require__(82094);
// EXTERNAL MODULE: ./src/nix/plain-addresses.ts
var plain_addresses = __webpack_require__(6882);
// EXTERNAL MODULE: ./src/nix/settings.ts
var nix_settings = __webpack_require__(95786);
;// CONCATENATED MODULE: ./src/nix/local-logs.ts











/**
 * The logs that this machine has of these derivations, as files on its disk: .drv → file. No cache is asked, and it takes as many
 * processes for one as for a thousand. `directory`: for what Nix keeps compressed. `isElsewhere`: the store's files are not below /nix/store.
 */
async function localLogs(nix, drvPaths, { directory, isElsewhere }) {
    const folder = await logFolder(nix, { isElsewhere });
    const found = new Map();
    const compressed = [];
    for (const drvPath of drvPaths) {
        const [plain, packed] = logFiles(folder, drvPath);
        if ((0,external_node_fs_.existsSync)(plain))
            found.set(drvPath, plain);
        else if ((0,external_node_fs_.existsSync)(packed))
            compressed.push(drvPath);
    }
    for (const [drvPath, file] of await unpack(nix, compressed, directory))
        found.set(drvPath, file);
    return found;
}
/** Where a derivation's log is, plain or compressed: where Nix itself looks (libstore/local-fs-store.cc). `folder`: of `logFolder`. */
function logFiles(folder, drvPath) {
    const name = (0,store_path/* storePathBaseName */.R5)(drvPath);
    const file = (0,external_node_path_.join)(folder, 'drvs', name.slice(0, 2), name.slice(2));
    return [file, `${file}.bz2`];
}
/** The folder of this machine's logs. `isElsewhere`: the store's files are not below /nix/store. */
async function logFolder(nix, { isElsewhere }) {
    return isElsewhere ? folderOfStore(nix) : folderOf(nix);
}
function folderOf({ env }) {
    return env['NIX_LOG_DIR'] ?? '/nix/var/log/nix';
}
/** Of a store below a root of its own, as its address says. */
async function folderOfStore(nix) {
    const settings = await (0,nix_settings/* readNixSettings */.r)(nix);
    const [place = '', parameters = ''] = (settings.get('store') ?? '').split('?');
    const given = new URLSearchParams(parameters);
    const root = given.get('root') ?? (place.startsWith('/') ? place : '');
    return given.get('log') ?? (root === '' ? folderOf(nix) : (0,external_node_path_.join)(root, 'nix/var/log/nix'));
}
/** How many logs may turn out to be damaged, each of which ends the command. */
const mostDamaged = 3;
/** Nix writes them plain, into what it takes for a cache: nothing but Nix need know how it compresses. */
async function unpack(nix, drvPaths, directory) {
    const fileOf = (drvPath) => (0,external_node_path_.join)(directory, (0,log_name/* logPath */.Q2)((0,store_path/* storePathBaseName */.R5)(drvPath)));
    if (drvPaths.length === 0)
        return new Map();
    await (0,promises_.mkdir)(directory, { recursive: true });
    let waiting = [...drvPaths].sort();
    for (let damaged = 0; waiting.length > 0; damaged++) {
        const words = await copyLogs(nix, waiting, directory);
        if (words === null)
            break;
        const [, culprit] = /build log for '([^']+\.drv)' is not available/.exec(words) ?? [];
        const isKnown = culprit !== undefined && waiting.includes(culprit);
        waiting = waiting.filter((drvPath) => drvPath !== culprit && !(0,external_node_fs_.existsSync)(fileOf(drvPath)));
        nix.log.info(isKnown ? `the log of ${culprit} cannot be read` : words);
        if (isKnown && damaged < mostDamaged)
            continue;
        if (waiting.length > 0)
            nix.log.info(`${(0,src_text/* count */.U9)(waiting.length, 'log')} cannot be read`);
        break;
    }
    return new Map(drvPaths.flatMap((drvPath) => (0,external_node_fs_.existsSync)(fileOf(drvPath)) ? [[drvPath, fileOf(drvPath)]] : []));
}
/** What Nix says when it cannot; null: it has copied all. */
async function copyLogs(nix, drvPaths, directory) {
    return (0,plain_addresses/* withPlainAddresses */.h)(nix, [(0,external_node_url_.pathToFileURL)(directory).href], async ([address = '']) => {
        for (const chunk of (0,command/* chunkOperands */.y)(drvPaths)) {
            const args = ['store', 'copy-log', '--to', address, '--', ...chunk];
            const ended = await (0,run/* runNix */.dI)(nix, { program: 'nix', args });
            if (ended.status !== 0)
                return (0,run/* nixWords */.b3)(ended.stderr);
        }
        return null;
    });
}

;// CONCATENATED MODULE: ./src/nix/build-times.ts



/**
 * How many seconds Nix took to build these derivations: .drv → seconds. Nix opens a build's log when its builder begins and closes it when
 * that has ended (libstore, `openLogFile`), so that the file's birth and its last change say it. Only of those whose log was begun since
 * `since` (milliseconds since 1970): others were built before, fetched, or not at all. What a file system does not know is left out.
 */
async function buildTimes(nix, derivations, since) {
    const [first] = derivations.flatMap(({ outputs }) => outputs);
    if (first === undefined)
        return new Map();
    const folder = await logFolder(nix, { isElsewhere: !(0,external_node_fs_.existsSync)(first.path) });
    return new Map(derivations.flatMap(({ drvPath }) => {
        const seconds = logFiles(folder, drvPath).flatMap((file) => secondsOf(file, since) ?? []);
        return seconds[0] === undefined ? [] : [[drvPath, seconds[0]]];
    }));
}
function secondsOf(file, since) {
    const item = (0,errors/* attempt */.CD)(() => (0,external_node_fs_.statSync)(file), null);
    if (item === null)
        return null;
    const { birthtimeMs, ctimeMs, mtimeMs } = item;
    // Node gives another time where there is no birth, and no build takes none.
    const isKnown = birthtimeMs >= since && birthtimeMs < ctimeMs && mtimeMs >= birthtimeMs;
    return isKnown ? Math.round((mtimeMs - birthtimeMs) / 1000) : null;
}

// EXTERNAL MODULE: ./src/nix/build.ts
var build = __webpack_require__(58455);
;// CONCATENATED MODULE: ./src/publish/build.ts





const nothingTried = {
    installables: new Set(),
    outputs: [],
    seconds: new Map(),
    failures: []
};
/**
 * Builds what the target does not hold, with what earlier runs left and the target itself as more places to substitute from. `tried`:
 * of the round before, when this is a later one.
 */
async function buildPlan(run, plan, restored, tried = nothingTried) {
    if (run.inputs.closure === 'source') {
        // What it takes to build something is known before it is built.
        const derivations = plan.toBuild.map(({ drvPath }) => drvPath);
        return { ...plan, tried, roots: [...new Set([...derivations, ...plan.givenPaths])] };
    }
    const toBuild = plan.toBuild.filter(({ installable }) => !tried.installables.has(installable));
    const { forOthers = [], substituters = [] } = plan.rowWork ?? {};
    const all = [...toBuild, ...forOthers];
    if (all.length === 0)
        return builtOf(plan, tried);
    return run.log.group(`Build ${(0,src_text/* count */.U9)(all.length, 'derivation')}`, async () => {
        const begin = Date.now();
        const { built, failures } = await (0,build/* buildInstallables */.v)(plan.nix, all, {
            substituters: [
                ...substituters,
                ...restoredSubstituters(restored),
                ...targetAsSubstituter(run, plan)
            ],
            gcRootsDirectory: plan.nix.roots,
            log: run.log
        });
        const times = await buildTimes(plan.nix, built, begin);
        // What is only for others is published with what refers to it.
        const outputs = built
            .filter((one) => !forOthers.includes(one))
            .flatMap(({ outputs }) => outputs.map(({ path }) => path));
        return builtOf(plan, {
            installables: new Set([
                ...tried.installables,
                ...toBuild.map(({ installable }) => installable)
            ]),
            outputs: [...tried.outputs, ...outputs],
            seconds: new Map([
                ...tried.seconds,
                ...built.flatMap(({ drvPath, outputs }) => {
                    const seconds = times.get(drvPath);
                    return seconds === undefined ? [] : outputs.map(({ path }) => [path, seconds]);
                })
            ]),
            failures: [...tried.failures, ...failures]
        });
    });
}
function builtOf(plan, tried) {
    return {
        ...plan,
        artifacts: plan.artifacts.map((artifact) => {
            const buildSeconds = tried.seconds.get(artifact.storePath);
            return buildSeconds === undefined ? artifact : { ...artifact, buildSeconds };
        }),
        tried,
        failures: [...plan.failures, ...tried.failures],
        roots: [...new Set([...tried.outputs, ...plan.givenPaths])].filter((path) => !plan.held.has(path))
    };
}
/** Only when it is signed: taking unsigned paths from it would mean trusting whoever can write to it. */
function targetAsSubstituter(run, { target, before }) {
    const keys = run.inputs.signingKeys;
    // At the commit: Nix remembers for an hour what a branch's address did not have, and this job publishes to it.
    const url = before.commit === null ? null : target.substituterUrlAt(before.commit);
    return keys.length === 0 || url === null || target.isPrivate
        ? []
        : [{ url, publicKey: keys.map(signature/* publicKeyText */.gt).join(' ') }];
}

// EXTERNAL MODULE: ./src/repository/github/branch-head.ts
var branch_head = __webpack_require__(71175);
// EXTERNAL MODULE: ./src/repository/github/compare.ts
var compare = __webpack_require__(31105);
// EXTERNAL MODULE: ./src/repository/github/ref-update.ts
var ref_update = __webpack_require__(71361);
;// CONCATENATED MODULE: ./src/repository/github/advance-branch.ts




/**
 * Moves a branch to a commit that comes after where it is, or makes it there; by no force, so that GitHub refuses every other move, whoever moves it
 * at the same time. Two requests; one more when it is refused. Throws BRANCH_RULE, TOKEN_FORBIDDEN, and what the API throws.
 */
async function advanceBranch(api, name, commit) {
    const branch = new branch_head/* BranchHead */.h(api, name);
    const patience = api.patience();
    let from = null;
    let mayHaveLanded = false;
    for (;;) {
        const state = await branch.read();
        if (state.kind === 'empty') {
            const reason = 'it has no commit';
            throw new errors/* NarPublishError */.f9({ code: 'GITHUB_REFUSED', subject: api.repository, reason });
        }
        const at = state.kind === 'at' ? state.head.commit : null;
        if (at === commit)
            return mayHaveLanded ? { kind: 'moved', from } : { kind: 'there' };
        from = at;
        const { shape, ...request } = (0,ref_update/* updateRequest */.H)(name, state, commit);
        const reply = await api.ask(request, shape, ['lost', 'ref-moved', 'ref-exists', 'ref-missing']);
        if (reply.kind === 'done')
            return { kind: 'moved', from };
        mayHaveLanded ||= reply.kind === 'lost';
        if (reply.kind === 'ref-moved' && at !== null) {
            const relation = await (0,compare/* relationOf */.K)(api, at, commit);
            if (relation === 'behind')
                return { kind: 'past', at };
            // Ahead of what was read, and refused: the branch is somewhere else by now.
            if (relation !== 'ahead')
                return { kind: 'diverged', at };
        }
        await patience.wait(reply.kind === 'lost' ? reply : { ...reply, kind: 'not-visible-yet' });
    }
}

// EXTERNAL MODULE: ./src/repository/github/api.ts + 4 modules
var api = __webpack_require__(60021);
// EXTERNAL MODULE: ./src/repository/github/repository.ts
var repository = __webpack_require__(86264);
// EXTERNAL MODULE: ./src/repository/limits.ts
var repository_limits = __webpack_require__(3546);
// EXTERNAL MODULE: ./src/repository/pace.ts
var pace = __webpack_require__(50905);
// EXTERNAL MODULE: ./src/publish/run.ts
var publish_run = __webpack_require__(88842);
// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
;// CONCATENATED MODULE: ./src/publish/cached-branch/badge.ts

/**
 * Markdown of a badge that counts the commits which the branch has not come to: shields.io asks GitHub for both, so that it cannot say more than
 * is true, and a publish writes nothing for it. For a public repository on github.com. https://shields.io/badges/git-hub-commits-difference-between-two-branches-tags-commits
 */
function cachedBranchBadge({ repository, name, followed }) {
    const query = new URLSearchParams({ base: name, head: followed, label: 'commits not cached yet' });
    const compared = [name, followed].map(encodeURIComponent).join('...');
    return (0,markdown/* markdownLink */.iQ)(`![commits not cached yet](https://img.shields.io/github/commits-difference/${repository}?${query.toString()})`, `https://github.com/${repository}/compare/${compared}`);
}

// EXTERNAL MODULE: ./src/publish/cached-branch/inputs.ts
var cached_branch_inputs = __webpack_require__(58176);
// EXTERNAL MODULE: ./src/publish/commit-artifacts.ts + 2 modules
var commit_artifacts = __webpack_require__(80997);
// EXTERNAL MODULE: ./src/publish/source.ts + 1 modules
var publish_source = __webpack_require__(14778);
;// CONCATENATED MODULE: ./src/publish/cached-branch/landed.ts




/** So many are named. */
const longestList = 10;
/**
 * Of a run of which nothing failed. An artifact that was left to upstream, or excluded by the inputs, is none that the cache is to have.
 */
function whatLanded(inputs, published) {
    const { artifacts, dropped } = published;
    const beside = expectedOf(inputs)?.beside ?? { held: [], failures: [] };
    if (beside.failures.length > 0) {
        const names = (0,src_text/* shortList */.pg)(beside.failures.map(({ attribute }) => (0,src_text/* quote */.hD)(attribute)), longestList);
        return { lacking: `the matrix has no row for ${names}, which failed there` };
    }
    const there = (0,commit_artifacts/* pathsThere */.V)(published);
    const left = new Set(dropped.flatMap(({ storePath, reason }) => reason === 'upstream' || reason === 'excluded' ? [storePath] : []));
    const wanted = artifacts.map(({ storePath }) => storePath).filter((path) => !left.has(path));
    const lost = wanted.filter((path) => !there.has(path) || published.lost?.has(path) === true);
    if (lost.length > 0) {
        return { lacking: `the cache does not have ${(0,src_text/* shortList */.pg)(lost, longestList)}` };
    }
    const held = beside.held.map(({ storePath }) => storePath);
    const storePaths = [...new Set([...wanted, ...held])];
    return storePaths.length > 0 ? { storePaths } : { lacking: 'nothing was expected' };
}
/** Why what was published does not speak for the commit that the run is for; null: it does. */
function otherSource({ environment }, { artifacts }) {
    const others = artifacts.filter((artifact) => {
        const { source } = (0,publish_source/* originOf */.y)(artifact, environment);
        if (source === null)
            return true;
        const isOwn = (0,repository/* isSameName */.y)(source.repository, environment.repository ?? '');
        return !isOwn || source.revision !== environment.revision;
    });
    const [first] = others;
    if (first === undefined)
        return null;
    const { source } = (0,publish_source/* originOf */.y)(first, environment);
    const name = (0,src_text/* quote */.hD)(first.attribute ?? first.storePath);
    const more = others.length === 1 ? '' : `, as ${(0,src_text/* count */.U9)(others.length - 1, 'other artifact')}`;
    return source === null
        ? `${name} was built from files of which nobody knows that they are that commit’s${more}`
        : `${name} was built from ${source.repository} at ${source.revision}${more}`;
}
function expectedOf(inputs) {
    return inputs.phase === 'commit' ? inputs.expected : null;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/binary-cache/cache-info.ts
var cache_info = __webpack_require__(67221);
// EXTERNAL MODULE: ./src/binary-cache/measure-nar.ts + 1 modules
var measure_nar = __webpack_require__(98661);
// EXTERNAL MODULE: ./src/binary-cache/types.ts
var types = __webpack_require__(12016);
;// CONCATENATED MODULE: ./src/reader/judge-nar.ts
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

// EXTERNAL MODULE: ./src/reader/judge-narinfo.ts
var judge_narinfo = __webpack_require__(14092);
// EXTERNAL MODULE: ./src/bodies.ts
var bodies = __webpack_require__(85367);
// EXTERNAL MODULE: ./src/web-client.ts
var web_client = __webpack_require__(23117);
;// CONCATENATED MODULE: ./src/reader/web.ts




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
    #client = (0,web_client/* webClient */.q)({ socketTimeout, keepAlive: true, allowRedirects: false });
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
            await (0,external_node_timers_promises_.setTimeout)(250 * 2 ** attempt);
        }
    }
    /** A small file whole. */
    async read(url) {
        for (let attempt = 1;; attempt++) {
            const served = await this.get(url);
            if (served.kind !== 'found')
                return served;
            try {
                const most = (0,bodies/* largestText */.io)(new URL(url).pathname);
                const body = await (0,bodies/* readAtMost */.rU)(served.body, most);
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
            throw new errors/* NarPublishError */.f9({
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
    return error instanceof errors/* NarPublishError */.f9 && error.code === 'DOWNLOAD_FAILED';
}
function reasonOf(error) {
    // By its shape: Node's own errors are of another realm inside of a vm context.
    const { code, message } = Object(error);
    return ([message, code].find((text) => typeof text === 'string' && text !== '')?.toString() ??
        String(error));
}

;// CONCATENATED MODULE: ./src/reader/read-cache.ts









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
        const found = await this.#read(cache_info/* cacheInfoPath */.gs);
        if (Buffer.isBuffer(found)) {
            try {
                (0,cache_info/* parseCacheInfo */.Uw)(found.toString('utf8'), cache_info/* cacheInfoPath */.gs);
                return true;
            }
            catch (error) {
                if (!(error instanceof errors/* NarPublishError */.f9))
                    throw error;
                this.#add(cache_info/* cacheInfoPath */.gs, { code: 'CACHE_INFO_INVALID', detail: error.reason });
            }
        }
        else {
            this.#addRefusal(cache_info/* cacheInfoPath */.gs, found, { code: 'CACHE_INFO_MISSING', detail: '' });
        }
        this.result.unread.push(...this.#request.roots);
        return false;
    }
    /** Level by level, as references lead. */
    async readClosures() {
        const { roots, committed, onProgress } = this.#request;
        const rootSet = new Set(roots);
        const seen = new Set(roots);
        const limit = (0,p_limit/* default */.A)(pathsAtOnce);
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
        const narInfo = (0,judge_narinfo/* readNarInfoFile */.m)(content.toString('utf8'), file);
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
        const problems = (0,judge_narinfo/* signatureProblems */.t)(narInfo, this.#request.publicKeys);
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
        return narInfo.references.map((name) => `${store_path/* storeDirectory */.he}/${name}`);
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
                const measured = await (0,measure_nar/* measureNar */.M)(served.body, {
                    compression: types/* readableCompressions */.o.find((name) => name === compression) ?? null,
                    // Of whoever names it: a file is hardly larger than its NAR.
                    largestFile: Math.max(announced ?? 0, narSize) + 1_048_576,
                    largestNar: narSize,
                    childEnvironment,
                    onProgress: () => undefined
                });
                return (other) => narProblem(other, measured);
            }
            catch (error) {
                if (!isBroken(error))
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
    return `${(0,store_path/* parseStorePath */.GV)(storePath).hash}.narinfo`;
}

;// CONCATENATED MODULE: ./src/reader/wait-until-served.ts






/** Between two looks, milliseconds: doubled from the first to the longest. */
const firstPause = 2000;
const longestPause = 30_000;
/**
 * Waits until the address gives the narinfo and the NAR of every path to a reader, each read whole and held against its hashes (with `isQuick` the NAR against its size alone). Throws
 * NOT_SERVED after the limit, or at once when the address answers 429: to ask on would take from its readers what is left.
 */
async function waitUntilServed(request) {
    const { paths, limit, log } = request;
    const end = Date.now() + limit;
    let pending = paths;
    for (let round = 0;; round++) {
        const look = await lookFor(request, pending, round);
        pending = look.pending;
        if (pending.length === 0)
            return;
        const [problem] = look.problems;
        const reason = problem === undefined ? 'it is not there' : wordsOf(problem);
        const isLimited = look.problems.some(({ code }) => code === 'ADDRESS_LIMITED');
        const pause = Math.min(firstPause * 2 ** round, longestPause, Math.max(end - Date.now(), 0));
        if (isLimited || pause === 0) {
            const waited = isLimited ? 'it answers 429' : `after ${limit / 60_000} minutes`;
            throw new errors/* NarPublishError */.f9({
                code: 'NOT_SERVED',
                subject: request.address,
                reason: `${(0,src_text/* count */.U9)(pending.length, 'path')} of ${paths.length} published and committed, and readers do not get ${pending.length === 1 ? 'it' : 'them'} yet (${waited}); ${reason}`
            });
        }
        log.info(`${(0,src_text/* count */.U9)(pending.length, 'path')} not served yet; ${reason}; again in ${pause / 1000} s`);
        await (0,external_node_timers_promises_.setTimeout)(pause);
    }
}
async function lookFor(request, pending, round) {
    const { address, login, narHashes, publicKeys, commit, childEnvironment, log } = request;
    // A new one each time: what it remembers of hosts that failed is no answer later.
    const web = new ReaderWeb({ login, log });
    const [first = ''] = pending;
    const file = `${(0,store_path/* parseStorePath */.GV)(first).hash}.narinfo`;
    // All of a commit comes at once, so one file tells of all. By a query of its own: a cache on the way may keep the answer that a
    // file is not there, and readers would get that one for ten minutes more.
    const probe = await web.get(`${cacheRoot(address)}/${file}?${commit}-${round}`, { toRead: false });
    if (probe.kind === 'missing') {
        return {
            pending,
            problems: [{ file, code: 'ADDRESS_LATE', detail: 'it is not there' }]
        };
    }
    const read = await readCache({
        ...{ web, address, roots: pending, publicKeys, narHashes, childEnvironment },
        // Of the closures nothing else is asked for.
        committed: { has: () => false, isSame: () => true },
        isQuick: request.isQuick ?? false,
        onProgress: () => undefined
    });
    const good = new Set(read.good);
    return { pending: pending.filter((path) => !good.has(path)), problems: read.problems };
}
function wordsOf({ file, code, detail }) {
    return [file, code, detail].filter((word) => word !== '').join(': ');
}

// EXTERNAL MODULE: ./src/publish/standing.ts
var publish_standing = __webpack_require__(2899);
;// CONCATENATED MODULE: ./src/publish/closure-in-target.ts


/** The closures of paths as far as the target has them, and what they refer to beyond it. Level by level: each is one question. `known`: narinfos that need not be asked for. */
async function closureInTarget(snapshot, storePaths, known = new Map()) {
    const inCache = new Map();
    const upstream = new Set();
    let level = [...storePaths];
    while (level.length > 0) {
        const asked = level.filter((path) => !known.has(path));
        const texts = await snapshot.readNarInfos(asked.map((path) => (0,store_path/* parseStorePath */.GV)(path).hash));
        for (const path of level) {
            const text = texts.get((0,store_path/* parseStorePath */.GV)(path).hash);
            const narInfo = known.get(path) ?? (text === undefined ? null : (0,publish_standing/* readNarInfo */.Op)(text, path));
            if (narInfo === null)
                upstream.add(path);
            else
                inCache.set(path, narInfo);
        }
        const references = level.flatMap((path) => {
            const narInfo = inCache.get(path);
            return narInfo === undefined ? [] : referencesOf(narInfo);
        });
        level = [...new Set(references)].filter((path) => !inCache.has(path) && !upstream.has(path));
    }
    return { inCache, upstream: [...upstream] };
}
/** As store paths. */
function referencesOf({ references }) {
    return references.map((name) => `${store_path/* storeDirectory */.he}/${name}`);
}

// EXTERNAL MODULE: ./src/publish/key-terms.ts
var key_terms = __webpack_require__(90694);
;// CONCATENATED MODULE: ./src/publish/verify.ts





/** Reads what was committed back. A failure does not undo the commit: it is reported beside it. `prove` throws VERIFY_FAILED. */
async function verifyCommit(run, committed, prove) {
    const { commit } = committed;
    const { verify } = run.inputs;
    if (commit === null || publishedPaths(committed).length === 0 || verify === 'none') {
        return {
            ...committed,
            verification: { kind: 'none', paths: 0, error: null, served: null, note: '' }
        };
    }
    return run.log.group(`Verify (${verify})`, async () => {
        try {
            const proof = await prove(commit);
            const what = proof.kind === 'narinfo' ? 'narinfo' : 'path';
            run.log.info(`${(0,src_text/* count */.U9)(proof.paths, what)} came back as published`);
            return { ...committed, verification: { ...proof, served: null, error: null } };
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9))
                throw error;
            const kind = verify === 'readers' ? 'substitute' : verify;
            return { ...committed, verification: { kind, paths: 0, error, served: null, note: '' } };
        }
    });
}
/** Store paths that this run vouches for: it brought their NARs, signed them, or put them into the index. */
function publishedPaths(committed) {
    const indexed = committed.rows.map(({ storePath }) => storePath);
    return [...new Set([...infosOf(committed).keys(), ...indexed])];
}
/** Of these, what this run knows of their content. */
function infosOf({ packed, toSign }) {
    const infos = [...packed.map(({ info }) => info), ...toSign];
    return new Map(infos.map((info) => [info.storePath, info]));
}
/** The keys one of which must have signed what readers take; null: nothing is asked, as the cache is unsigned or `unsigned` allows it. */
function requiredKeys({ inputs }, { publicKeys }) {
    const isAllowed = inputs.unsigned && inputs.signingKeys.length === 0;
    return isAllowed || publicKeys.length === 0 ? null : publicKeys;
}
/** As the tree of the commit has them, whose files `snapshot` reads. Throws VERIFY_FAILED. */
async function readNarInfosBack(run, committed, snapshot) {
    const infos = infosOf(committed);
    const fileOf = (storePath) => `${(0,store_path/* parseStorePath */.GV)(storePath).hash}.narinfo`;
    const published = publishedPaths(committed);
    const found = await snapshot.readFiles(published.map(fileOf));
    for (const storePath of published) {
        const file = fileOf(storePath);
        const text = found.get(file)?.toString('utf8');
        const narInfo = text === undefined ? null : (0,publish_standing/* readNarInfo */.Op)(text, storePath);
        const problem = text === undefined
            ? 'it is not there'
            : narInfo === null
                ? 'it is not the narinfo of this path'
                : narInfoProblem(run, committed, narInfo, infos.get(storePath));
        if (problem !== null) {
            throw new errors/* NarPublishError */.f9({ code: 'VERIFY_FAILED', subject: file, reason: problem });
        }
    }
}
/**
 * Whoever packed the path first may have compressed it otherwise, so only what concerns its content is compared. `info`: of a path that
 * this run has; undefined: it was there, and the index is told of it.
 */
function narInfoProblem(run, committed, narInfo, info) {
    if (info !== undefined && narInfo.narHash !== info.narHash) {
        return `its NarHash is ${narInfo.narHash}`;
    }
    const own = info === undefined ? [] : run.inputs.signingKeys.map(signature/* publicKeyText */.gt);
    const lacking = own.find((key) => !(0,signature/* isSignedByAny */.mT)([key], narInfo));
    if (lacking !== undefined)
        return `it has no valid signature of ${lacking}`;
    const required = requiredKeys(run, committed);
    return required === null || (0,signature/* isTakenBy */.LN)(required, narInfo)
        ? null
        : 'no key that readers are told has signed it';
}

;// CONCATENATED MODULE: ./src/publish/cached-branch/served.ts








/**
 * Why readers do not get these store paths at the address that they are told, with their closures as far as the target holds them; null: they
 * do. What `verify: readers` has read is not asked for again. Waits for what the commit has and the address does not give yet.
 */
async function notServed(run, verified, storePaths) {
    const { inputs, environment, limits, log } = run;
    const { target, before, commit, verification } = verified;
    const address = target.substituterUrl;
    if (address === null)
        return 'nobody is known to serve the cache’s files';
    const snapshot = commit === null ? before : await commit.readBack();
    const { inCache } = await closureInTarget(snapshot, storePaths);
    const absent = storePaths.filter((path) => !inCache.has(path));
    if (absent.length > 0)
        return `the cache does not hold ${some(absent)}`;
    const publicKeys = commit === null
        ? (await (0,key_terms/* keyTermsAt */.e)(inputs, snapshot)).told
        : (requiredKeys(run, verified) ?? []);
    const refused = [...inCache].flatMap(([path, narInfo]) => publicKeys.length === 0 || (0,signature/* isTakenBy */.LN)(publicKeys, narInfo) ? [] : [path]);
    if (refused.length > 0)
        return `no key that readers are told has signed ${some(refused)}`;
    const known = new Set(verification.served === null ? [] : publishedPaths(verified));
    const paths = [...inCache.keys()].filter((path) => !known.has(path));
    if (paths.length === 0)
        return null;
    return log.group(`Ask ${address} for ${(0,src_text/* count */.U9)(paths.length, 'path')}`, async () => {
        try {
            await waitUntilServed({
                address,
                login: target.readerCredentials,
                paths,
                narHashes: new Map([...inCache].map(([path, { narHash }]) => [path, narHash])),
                publicKeys,
                commit: snapshot.commit ?? '',
                isQuick: true,
                limit: { ...repository_limits/* defaultLimits */.M, ...limits }.servedTime,
                childEnvironment: environment.childEnvironment,
                log
            });
            return null;
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'NOT_SERVED')
                throw error;
            return error.reason;
        }
    });
}
function some(paths) {
    const [first = ''] = paths;
    return paths.length === 1 ? first : `${(0,src_text/* count */.U9)(paths.length, 'path')}, ${first} among them`;
}

;// CONCATENATED MODULE: ./src/publish/cached-branch/move.ts













/** Before anything is written. Throws INPUT_INVALID. */
function refuseCachedBranch({ inputs, environment }, { name: target, branch, substituterUrl }) {
    if (inputs.cachedBranch === null)
        return;
    const { name } = inputs.cachedBranch;
    const isOwn = inputs.target.kind === 'github' && (0,repository/* isSameName */.y)(target, environment.repository ?? '');
    if (isOwn && branch === name)
        throw (0,cached_branch_inputs/* refused */.J)(name, 'the cache itself lies there');
    if (substituterUrl === null) {
        throw (0,cached_branch_inputs/* refused */.J)(name, `it moves when readers get what was published, and nobody is known to serve the files of ${target}; \`substituter-url\` tells where, if somebody does`);
    }
}
/**
 * Moves `cached-branch` to the commit that the run is for, when all that was expected is in the cache and readers get it. `reported`: what the run
 * has come to; what it gives back tells the branch, too. That the branch is left is no failure; that it cannot be moved is one.
 */
async function moveCachedBranch(run, verified, reported) {
    const { cachedBranch } = run.inputs;
    if (cachedBranch === null)
        return reported;
    const { report, error } = reported;
    const api = sourceApi(run, cachedBranch);
    const told = (more) => {
        const { requests } = verified.target;
        return { ...report, requests: { ...requests, api: requests.api + api.requests }, ...more };
    };
    const noted = (what) => {
        const note = `Branch ${(0,src_text/* quote */.hD)(cachedBranch.name)} ${what}`;
        run.log.info(note);
        return told({ notes: [...report.notes, note] });
    };
    try {
        const why = whyStill(run) ?? whyIncomplete(error);
        const outcome = why === null
            ? await (0,src_run/* timed */.a)(run, 'cached branch', () => follow(run, api, cachedBranch, verified))
            : { left: why };
        return 'left' in outcome
            ? { report: noted(`was left where it is: ${outcome.left}.`), error }
            : { report: told({ cachedBranch: outcome }), error };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* NarPublishError */.f9))
            throw thrown;
        return { report: noted(`was not moved: ${thrown.message}`), error: error ?? thrown };
    }
}
/** Events whose commit is one of the branch that they are for. */
const followedEvents = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'];
/** Why this run moves no branch, whatever it publishes; null: it may. */
function whyStill(run) {
    const { eventName, isTag, isForkPullRequest } = run.environment;
    if (isForkPullRequest)
        return 'the run is for a pull request from a fork';
    if (!followedEvents.includes(eventName ?? '')) {
        return `a run for the event ${(0,src_text/* quote */.hD)(eventName ?? '')} is for no commit of a branch`;
    }
    if (isTag)
        return 'the run is for a tag';
    return (0,publish_run/* mayWrite */.J)(run) ? null : 'this is a dry run';
}
/** That nothing was new is no reason. */
function whyIncomplete(error) {
    if (error === null || error.code === 'NOTHING_PUBLISHED')
        return null;
    return `not all that was expected has landed (${error.code})`;
}
/** Throws INPUT_INVALID, CACHED_BRANCH_MISMATCH, CACHED_BRANCH_DIVERGED, and what GitHub refuses. */
async function follow(run, api, { name }, verified) {
    const { inputs, environment, log } = run;
    const { revision, refName, serverUrl } = environment;
    const commit = revision ?? '';
    const landed = whatLanded(inputs, verified);
    if ('lacking' in landed)
        return { left: landed.lacking };
    const other = otherSource(run, verified);
    if (other !== null)
        throw failed('CACHED_BRANCH_MISMATCH', name, other);
    const { defaultBranch, isPrivate } = await (0,repository/* readRepository */.N)(api);
    if (name === defaultBranch)
        throw (0,cached_branch_inputs/* refused */.J)(name, `it is the default branch of ${api.repository}`);
    const reason = await notServed(run, verified, landed.storePaths);
    if (reason !== null)
        return { left: reason };
    const advance = await advanceBranch(api, name, commit).catch((error) => {
        throw error instanceof errors/* NarPublishError */.f9 ? withWriteHint(error) : error;
    });
    switch (advance.kind) {
        case 'past':
            return { left: `it is at ${advance.at}, which comes after ${commit}` };
        case 'diverged':
            throw failed('CACHED_BRANCH_DIVERGED', name, `it is at ${advance.at}, and neither that nor ${commit} comes after the other`);
        case 'there':
        case 'moved': {
            const { repository } = api;
            log.info(`branch ${(0,src_text/* quote */.hD)(name)} of ${repository} is at ${commit}`);
            const isShown = !isPrivate && serverUrl === 'https://github.com';
            const followed = refName ?? defaultBranch;
            return {
                name,
                repository,
                commit: { sha: commit, url: `${serverUrl}/${repository}/commit/${commit}` },
                isMoved: advance.kind === 'moved',
                badge: isShown ? cachedBranchBadge({ repository, name, followed }) : null
            };
        }
    }
}
function sourceApi({ environment, limits, log }, { token }) {
    const [owner = '', repo = ''] = (environment.repository ?? '').split('/');
    const { apiUrl, isForkPullRequest } = environment;
    const all = { ...repository_limits/* defaultLimits */.M, ...limits };
    return new api/* GitHubApi */.y({
        ...{ owner, repo, token, apiUrl, isForkPullRequest },
        ...{ limits: all, pace: pace/* realPace */.O, log }
    });
}
function failed(code, name, reason) {
    return new errors/* NarPublishError */.f9({ code, subject: `branch ${(0,src_text/* quote */.hD)(name)}`, reason });
}
/** What was published stays; GitHub’s refusal is of the source repository. */
function withWriteHint(error) {
    const hints = {
        TOKEN_FORBIDDEN: 'What was published is there all the same. Give the token “Contents: read and write” of the source repository (`permissions: contents: write` for the job’s own), and where a commit changes workflows “Workflows: write” (docs/cached-branch.md).',
        BRANCH_RULE: 'What was published is there all the same. Let the token’s owner bypass the rule for that branch, or give `cached-branch` another name.'
    };
    const hint = hints[error.code];
    return hint === undefined ? error : error.with({ hint });
}

// EXTERNAL MODULE: ./src/publish/held-gone.ts
var held_gone = __webpack_require__(56626);
// EXTERNAL MODULE: ./src/all-of.ts
var all_of = __webpack_require__(96356);
// EXTERNAL MODULE: ./src/repository/file-size.ts
var file_size = __webpack_require__(28828);
// EXTERNAL MODULE: ./src/nix/closure.ts
var nix_closure = __webpack_require__(62198);
;// CONCATENATED MODULE: ./src/publish/damaged.ts


/**
 * What can land although some of the selected paths are damaged: the closures of those roots that have none of them. The others are
 * failures, each told with the path that is to blame.
 */
async function withoutDamaged(selected, packed, damaged, type) {
    const landing = new Set();
    const lost = new Map();
    for (const [root, closure] of await (0,nix_closure/* queryClosures */.bj)(selected.nix, selected.roots, type)) {
        const culprits = closure.flatMap((path) => damaged.get(path) ?? []);
        const [first] = culprits;
        if (first === undefined)
            for (const path of closure)
                landing.add(path);
        else
            lost.set(root, damaged.get(root) ?? needs(root, first, culprits));
    }
    return {
        ...withLost(selected, lost),
        packed: packed.filter(({ info: { storePath } }) => landing.has(storePath) || selected.handed?.has(storePath) === true),
        toSign: selected.toSign.filter(({ storePath }) => landing.has(storePath))
    };
}
function needs(root, first, culprits) {
    const others = culprits.slice(1).map(({ subject }) => subject);
    return first.with({
        subject: root,
        reason: `it needs ${first.subject}: ${first.reason}${others.length === 0 ? '' : `; and so it is with ${(0,src_text/* list */.p_)(others)}`}`
    });
}
/** Roots that cannot land, as failures of what was asked for. */
function withLost(built, lost) {
    const failures = [];
    const artifacts = new Set(built.lost);
    for (const [root, error] of lost) {
        // With `closure: source` the roots are derivations.
        const derived = built.asked.evaluated.find(({ drvPath }) => drvPath === root);
        const own = built.artifacts.find(({ storePath }) => storePath === root);
        failures.push({ installable: derived?.installable ?? own?.attribute ?? root, error });
        for (const path of derived?.outputs.map(({ path }) => path) ?? [root])
            artifacts.add(path);
    }
    return {
        ...built,
        roots: built.roots.filter((root) => !lost.has(root)),
        failures: [...built.failures, ...failures],
        lost: artifacts
    };
}

// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./src/known-secrets.ts
var known_secrets = __webpack_require__(5688);
// EXTERNAL MODULE: ./src/publish/logs/log-text.ts
var log_text = __webpack_require__(68497);
// EXTERNAL MODULE: ./src/publish/logs/build-logs.ts
var build_logs = __webpack_require__(24951);
;// CONCATENATED MODULE: ./src/publish/logs/gather.ts










const readAtOnce = 8;
/**
 * The logs of the builds on this machine that made the paths, as they are published. A path that came from elsewhere has none: of what
 * was substituted Nix knows a signature, and not that it was built here; a log of an earlier build of the same derivation is not of that.
 */
async function gatherLogs(nix, paths, scratch) {
    const built = paths.flatMap(({ storePath, deriver, ultimate, signatures }) => deriver !== null && isAddress(deriver) && (ultimate === true || signatures.length === 0)
        ? [{ storePath, deriver }]
        : []);
    const [first] = built;
    if (first === undefined)
        return new Map();
    const directory = (0,external_node_path_.join)(scratch, 'logs');
    const derivers = [...new Set(built.map(({ deriver }) => deriver))];
    try {
        const files = await localLogs(nix, derivers, {
            directory,
            isElsewhere: !(0,external_node_fs_.existsSync)(first.storePath)
        });
        const found = await (0,p_map/* default */.Ay)(files, async ([drvPath, file]) => {
            const item = await (0,promises_.lstat)(file).catch(() => null);
            return { drvPath, file, size: item?.isFile() === true ? item.size : 0 };
        });
        // Nothing is what many a builder says.
        const logs = found.filter(({ size }) => size > 0);
        const longest = (0,build_logs/* longestEach */.wZ)(logs.map(({ size }) => size), log_text/* largestLog */.tr);
        const texts = await (0,p_map/* default */.Ay)(logs, async ({ drvPath, file, size }) => {
            const end = await readEnd(file, size, longest).catch((error) => {
                // Of a daemon that keeps them to itself, say: the build is there all the same.
                nix.log.info(`the log of ${drvPath} cannot be read (${(0,errors/* codeOf */.$N)(error)})`);
                return null;
            });
            return end === null
                ? []
                : [[(0,store_path/* storePathBaseName */.R5)(drvPath), (0,log_text/* publishedLog */.Dd)(end, known_secrets/* knownSecrets */.xU, longest)]];
        }, { concurrency: readAtOnce });
        return new Map(texts.flat().sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
/**
 * Whether `nix log` finds it: of a name with a question mark, as a patch from an address may have, it asks for what stands before that. A
 * clone on Windows would end with such a file's name, and so does an upload of a packed folder.
 */
function isAddress(drvPath) {
    return !drvPath.includes('?');
}
/** A link could be to any file of this user. */
const readNoFollow = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
async function readEnd(file, size, longest) {
    const before = Math.max(0, size - longest);
    const handle = await (0,promises_.open)(file, readNoFollow);
    try {
        const bytes = Buffer.alloc(size - before);
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, before);
        return { bytes: bytes.subarray(0, bytesRead), before, beginsLine: before === 0 };
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./src/publish/pack.ts









/**
 * Dumps, checks and compresses the selected paths to the scratch folder, and takes the logs of their builds along. What is damaged is a
 * failure, with what needs it. `before`: those that an earlier round of this run has packed.
 */
async function packPaths(run, selected, before = []) {
    const packing = packSelected(run, selected, before);
    if (!run.inputs.logs)
        return packing;
    const gathering = gatherLogs(selected.nix, selected.selected, run.scratch);
    const [packed, gathered] = await (0,all_of/* allOf */.b)([packing, gathering]);
    const logs = [...earlierLogs(packed), ...gathered];
    const derivers = deriversOf(packed);
    return { ...packed, logs: new Map(logs.filter(([deriver]) => derivers.has(deriver))) };
}
/** An earlier attempt at the row built some of it, and this machine has no log of that. */
function earlierLogs({ rowWork }) {
    return rowWork?.logs ?? new Map();
}
/** Of what is packed; what is damaged is not. */
function deriversOf({ packed }) {
    return new Set(packed.flatMap(({ info: { deriver } }) => (deriver === null ? [] : (0,store_path/* storePathBaseName */.R5)(deriver))));
}
async function packSelected(run, selected, before) {
    const { nix, target } = selected;
    const known = new Map(before.map((path) => [path.info.storePath, path]));
    const again = selected.selected.flatMap(({ storePath }) => known.get(storePath) ?? []);
    const paths = selected.selected.filter(({ storePath }) => !known.has(storePath));
    if (paths.length === 0)
        return { ...selected, packed: again };
    const { compression, compressionLevel: level } = run.inputs;
    return run.log.group(`Pack ${(0,src_text/* count */.U9)(paths.length, 'path')} (${compression})`, async () => {
        const directory = (0,external_node_path_.join)(run.scratch, 'nars');
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
        const place = { directory, compression, level, log: run.log };
        const { packed, damaged } = await (0,pack_nars/* packNars */.e)(nix, paths, place);
        for (const error of damaged.values())
            run.log.warning(error.message);
        const all = [...again, ...packed];
        const whole = damaged.size === 0
            ? { ...selected, packed: all }
            : await withoutDamaged(selected, all, damaged, run.inputs.closure);
        for (const { info, nar } of whole.packed) {
            if (whole.handed?.has(info.storePath) !== true)
                (0,file_size/* refuseOversizedNar */.j8)(nar, target);
        }
        return whole;
    });
}

// EXTERNAL MODULE: ./src/publish/packed-folder/write.ts
var write = __webpack_require__(51352);
// EXTERNAL MODULE: ./src/publish/pins.ts
var pins = __webpack_require__(85831);
// EXTERNAL MODULE: ./src/catalogue/catalogue.ts
var catalogue = __webpack_require__(96620);
// EXTERNAL MODULE: ./src/catalogue/shards.ts
var shards = __webpack_require__(13756);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(90832);
// EXTERNAL MODULE: ./src/nix/evaluate.ts + 1 modules
var evaluate = __webpack_require__(68367);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/nix/deriver-system.ts
var deriver_system = __webpack_require__(48536);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
;// CONCATENATED MODULE: ./src/om-results/json-place.ts
var _a;



/**
 * A value of the file, and where it stands. By hand and not by a schema: a key may be any text, `__proto__` too, which schemas leave out
 * to be safe; and a schema gathers every problem of the file, of which there may be a million.
 */
class JsonPlace {
    value;
    /** `result.ROOT.build`; empty: the file itself. */
    #where;
    #subject;
    /** `subject` names the file in errors. */
    constructor(value, where, subject) {
        this.value = value;
        this.#where = where;
        this.#subject = subject;
    }
    fields() {
        const { value } = this;
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
            throw this.invalid('it is no object');
        }
        return new Map(Object.entries(value).map(([key, value]) => [key, this.#at(key, value)]));
    }
    field(key) {
        return this.fields().get(key) ?? this.#at(key, undefined);
    }
    items() {
        const { value } = this;
        if (!Array.isArray(value))
            throw this.invalid('it is no list');
        return value.map((item, index) => new _a(item, `${this.#where}[${index}]`, this.#subject));
    }
    invalid(what) {
        return omResultsInvalid(this.#subject, `${this.#where || 'the file'}: ${what}`);
    }
    #at(key, value) {
        const isWord = /^[A-Za-z_][\w-]{0,63}$/.test(key);
        const step = isWord ? (this.#where === '' ? key : `.${key}`) : `[${(0,src_text/* quote */.hD)(key)}]`;
        return new _a(value, this.#where + step, this.#subject);
    }
}
_a = JsonPlace;
/** `subject` names the file. */
function omResultsInvalid(subject, reason, cause) {
    // The words of a parser may quote the file: no line of it gets into a log as a line.
    return new errors/* NarPublishError */.f9({
        code: 'OM_RESULTS_INVALID',
        subject,
        reason: (0,harmless/* oneLine */.TN)(reason, 300),
        cause
    });
}

// EXTERNAL MODULE: ./src/pins/name.ts
var pins_name = __webpack_require__(85337);
;// CONCATENATED MODULE: ./src/om-results/name-pins.ts



/** So many subflakes are told in one sentence. */
const name_pins_longestList = 20;
/** The subflake of a flake that has no others. */
const rootSubflake = 'ROOT';
/**
 * `<prefix>-<system>-<name>` for each entry. A name that two subflakes have for different paths stays that of ROOT; the other ones are
 * pinned as `<prefix>-<system>-<subflake>-<name>`, so that none takes another's place. Throws PIN_NAME_INVALID.
 */
function namePins(entries, prefix) {
    const result = { pins: [], notes: [], failures: [] };
    const groups = Map.groupBy(entries, ({ system, name }) => JSON.stringify([system, name]));
    const taken = new Map();
    for (const [first, ...others] of groups.values()) {
        if (first === undefined)
            continue;
        const { system, name } = first;
        if (system === null) {
            result.failures.push(...[first, ...others].map(systemUnknown));
            continue;
        }
        const isShared = others.some(({ storePath }) => storePath !== first.storePath);
        if (isShared) {
            const subflakes = [first, ...others].map(({ subflake }) => (0,src_text/* quote */.hD)(subflake));
            result.notes.push(`The subflakes ${(0,src_text/* shortList */.pg)(subflakes, name_pins_longestList)} have different packages for ${system} that are named ${(0,src_text/* quote */.hD)(name)}: all are published, and pinned with the subflake in the name (but for ${rootSubflake}).`);
        }
        for (const { subflake, storePath } of isShared ? [first, ...others] : [first]) {
            const isPlain = !isShared || subflake === rootSubflake;
            const pin = [prefix, system, ...(isPlain ? [] : [subflake]), name].join('-');
            (0,pins_name/* checkPinName */.Rk)(pin, `om-results, subflake ${(0,src_text/* quote */.hD)(subflake)}`);
            const other = taken.get(pin);
            if (other === storePath)
                continue;
            if (other !== undefined) {
                result.notes.push(`${(0,src_text/* quote */.hD)(pin)} is the pin of ${other} already: ${storePath} gets none.`);
                continue;
            }
            taken.set(pin, storePath);
            result.pins.push({ name: pin, storePath });
        }
    }
    return result;
}
function systemUnknown({ name, storePath }) {
    return {
        installable: storePath,
        error: new errors/* NarPublishError */.f9({
            code: 'OM_RESULTS_INVALID',
            subject: storePath,
            reason: `the results are of several systems and do not say which one ${(0,src_text/* quote */.hD)(name)} is for, nor does this machine's store, so that it gets no pin`,
            hint: 'Run `om ci` for one system at a time, or give `pin-prefix: none`.'
        })
    };
}

;// CONCATENATED MODULE: ./src/om-results/parse.ts


/** bytes */
const largestResults = 10 * 1024 * 1024;
/** `subject` names the file in errors. Of a file that is wrong, the first thing that is. Throws OM_RESULTS_INVALID. */
function parseOmResults(content, subject) {
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
    }
    catch (cause) {
        throw omResultsInvalid(subject, `it is no JSON: ${cause instanceof Error ? cause.message : 'unknown'}`, cause);
    }
    const file = new JsonPlace(json, '', subject).fields();
    const systems = file.get('systems')?.items().map(systemOf) ?? [];
    const result = file.get('result');
    if (result === undefined)
        throw omResultsInvalid(subject, 'result: it is missing');
    return {
        systems: [...new Set(systems)],
        subflakes: [...result.fields()].map(([name, step]) => {
            const build = step.fields().get('build');
            return { name, builds: build === undefined ? [] : buildsOf(build) };
        })
    };
}
/** null: the step was left out. A key for each system since https://github.com/srid/devour-flake/issues/39; `allDeps` may stand beside them. */
function buildsOf(build) {
    if (build.value === null)
        return [];
    const fields = build.fields();
    if (fields.has('outPaths') || fields.has('byName'))
        return [{ system: null, ...buildOf(build) }];
    return [...fields]
        .filter(([key]) => key !== 'allDeps')
        .map(([key, build]) => {
        if (!isSystem(key))
            throw build.invalid('it is neither a system nor `outPaths` and `byName`');
        return { system: key, ...buildOf(build) };
    });
}
/** `allDeps` is left unread: closures are found anew. https://github.com/juspay/omnix, BuildStepResult */
function buildOf(build) {
    const [outPaths, byName] = [build.field('outPaths'), build.field('byName')];
    return {
        outPaths: outPaths.items().map(storePathOf),
        byName: [...byName.fields()].map(([name, path]) => ({ name, storePath: storePathOf(path) }))
    };
}
function systemOf(place) {
    if (typeof place.value === 'string' && isSystem(place.value))
        return place.value;
    throw place.invalid('it is no system');
}
function isSystem(text) {
    return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text);
}
/** A path such as `…/bin/hello` (of an app) stands for its store path. */
function storePathOf(place) {
    if (typeof place.value !== 'string')
        throw place.invalid('it is no text');
    const found = (0,store_path/* enclosingStorePath */.Lr)(place.value);
    if (found === null)
        throw place.invalid('it is not below a store path');
    return found;
}

;// CONCATENATED MODULE: ./src/om-results/resolve.ts









/** So many names are told in one sentence. */
const resolve_longestList = 20;
const nothing = {
    paths: [],
    missing: new Set(),
    pins: [],
    notes: [],
    failures: []
};
/** What `om ci` built, as store paths and pins; `null`: it was not asked for. Throws what reading the file and naming pins throw. */
async function resolveOmResults(nix, input, { runnerSystem }) {
    if (input === null)
        return nothing;
    const { systems, subflakes } = readOmResults(input);
    const [only] = systems;
    const said = systems.length === 1 && only !== undefined ? only : null;
    const builds = subflakes.flatMap(({ name, builds }) => builds.map((build) => ({ ...build, subflake: name, system: build.system ?? said })));
    const found = new Map();
    for (const { system, byName, outPaths } of builds) {
        for (const storePath of [...byName.map(({ storePath }) => storePath), ...outPaths]) {
            found.set(storePath, found.get(storePath) ?? system);
        }
    }
    const missing = await (0,gc_roots/* holdPaths */.Sq)(nix, [...found.keys()]);
    const unsaid = [...found]
        .filter(([path, system]) => system === null && !missing.has(path))
        .map(([path]) => path);
    const derived = await (0,deriver_system/* querySystem */.E)(nix, unsaid);
    const paths = [...found].map(([storePath, system]) => ({
        storePath,
        system: system ?? derived.get(storePath) ?? runnerSystem
    }));
    const named = builds.flatMap(({ subflake, system, byName }) => byName.map(({ name, storePath }) => ({
        subflake,
        system: system ?? derived.get(storePath) ?? null,
        name,
        storePath
    })));
    const pinned = input.pinPrefix === null ? nothing : namePins(named, input.pinPrefix);
    const unbuilt = subflakes.filter(({ builds }) => builds.length === 0).map(({ name }) => name);
    return {
        ...pinned,
        paths,
        missing,
        notes: [...unbuiltNotes(unbuilt), ...pinned.notes]
    };
}
function unbuiltNotes(names) {
    return names.length === 0
        ? []
        : [
            `\`om ci\` has no build of ${(0,src_text/* shortList */.pg)(names.map(src_text/* quote */.hD), resolve_longestList)}: nothing of it is published.`
        ];
}
/** The results of the subflakes that were asked for. Throws OM_RESULTS_INVALID, SUBFLAKE_UNKNOWN. */
function readOmResults({ file, subflakes }) {
    const results = parseOmResults(readBounded(file), subjectOf(file));
    if (subflakes.length === 0)
        return results;
    const known = results.subflakes.map(({ name }) => name);
    const unknown = subflakes.find((name) => !known.includes(name));
    if (unknown !== undefined) {
        throw new errors/* NarPublishError */.f9({
            code: 'SUBFLAKE_UNKNOWN',
            subject: `subflake ${(0,src_text/* quote */.hD)(unknown)}`,
            reason: known.length === 0
                ? 'the results have none'
                : `the results have ${(0,src_text/* shortList */.pg)(known.map(src_text/* quote */.hD), resolve_longestList)}`
        });
    }
    return { ...results, subflakes: results.subflakes.filter(({ name }) => subflakes.includes(name)) };
}
function readBounded(file) {
    try {
        const stat = (0,external_node_fs_.statSync)(file);
        if (!stat.isFile())
            throw omResultsInvalid(subjectOf(file), 'it is not a file');
        if (stat.size > largestResults) {
            const sizes = [stat.size, largestResults].map((size) => (0,pretty_bytes/* default */.A)(size, { binary: true }));
            throw omResultsInvalid(subjectOf(file), `it has ${sizes.join(', and may have ')}`);
        }
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch (cause) {
        if (cause instanceof errors/* NarPublishError */.f9)
            throw cause;
        throw omResultsInvalid(subjectOf(file), `it cannot be read (${(0,errors/* codeOf */.$N)(cause)})`, cause);
    }
}
function subjectOf(file) {
    return `om-results, ${(0,src_text/* quote */.hD)(file)}`;
}

// EXTERNAL MODULE: ./src/repository/refuse-taken.ts
var refuse_taken = __webpack_require__(10380);
// EXTERNAL MODULE: ./src/publish/artifact.ts
var artifact = __webpack_require__(67625);
// EXTERNAL MODULE: ./src/catalogue/change-badges.ts
var change_badges = __webpack_require__(26042);
// EXTERNAL MODULE: ./src/catalogue/parts.ts + 1 modules
var parts = __webpack_require__(78434);
;// CONCATENATED MODULE: ./src/publish/announce-change.ts



/**
 * Tells a state of the target what the commit is going to read or replace for artifacts of which it has no narinfo, so that this comes along with
 * what the plan reads. Nothing is asked for it.
 */
async function announceChange(snapshot, artifacts) {
    if (snapshot.willReplace === undefined || artifacts.length === 0)
        return;
    const hashOf = ({ storePath }) => (0,store_path/* parseStorePath */.GV)(storePath).hash;
    const missing = await snapshot.missingNarInfos(artifacts.map(hashOf));
    const names = artifacts.filter((one) => missing.has(hashOf(one))).map(({ name }) => name);
    if (names.length > 0)
        snapshot.willReplace([...(0,parts/* partPaths */.g)(names), ...(0,change_badges/* badgePathsOf */.jP)(names)]);
}

// EXTERNAL MODULE: ./src/publish/beside-target.ts
var beside_target = __webpack_require__(57239);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./src/nix/buildable-systems.ts





const settings = schemas/* object */.Ikc({
    system: schemas/* object */.Ikc({ value: schemas/* string */.YjP() }),
    'extra-platforms': schemas/* object */.Ikc({ value: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    builders: schemas/* object */.Ikc({ value: schemas/* string */.YjP() })
});
/**
 * The systems that this machine's Nix builds for: its own, `extra-platforms` (emulation; i686 on x86_64 is among them by default), and
 * those of its remote builders. null: Nix does not say, and a build will tell.
 */
async function buildableSystems(nix) {
    // The old name still works, with a warning, where the new one is known.
    const args = (0,nix_nix/* isAtLeast */.du)(nix.version, 2, 20)
        ? ['config', 'show', '--json']
        : ['show-config', '--json'];
    const { status, stdout } = await (0,run/* runNix */.dI)(nix, { program: 'nix', args });
    const config = status === 0 ? settings.safeParse((0,src_text/* parseJson */.qF)(stdout)) : null;
    if (config?.success !== true)
        return null;
    const { system, 'extra-platforms': extra, builders } = config.data;
    const machines = await readMachines(builders.value);
    return new Set([system.value, ...extra.value, ...builderSystems(machines, system.value)]);
}
/**
 * The systems of remote builders, from lines of `builders` (`;` ends one, too): `ssh://host x86_64-linux,aarch64-linux key …`. A machine
 * that names none is of the local system (nix.conf, builders).
 */
function builderSystems(machines, local) {
    return machines
        .split(/[\n;]/)
        .map((line) => line.replace(/#.*/, '').trim())
        .filter((line) => line !== '')
        .flatMap((line) => {
        const systems = line.split(/\s+/)[1] ?? '-';
        return systems === '-' ? [local] : systems.split(',');
    });
}
/** `@file` stands for the file's text; the default one is seldom there. */
async function readMachines(builders) {
    const parts = await Promise.all(builders.split(/[\n;]/).map(async (part) => {
        const file = /^\s*@(.+?)\s*$/.exec(part)?.[1];
        return file === undefined ? part : (0,promises_.readFile)(file, 'utf8').catch(() => '');
    }));
    return parts.join('\n');
}

// EXTERNAL MODULE: ./src/nix/dry-run.ts
var dry_run = __webpack_require__(60710);
;// CONCATENATED MODULE: ./src/publish/foreign.ts




/** Of what is to be built, what this machine can build or need not, and the rest with SYSTEM_FOREIGN. */
async function refuseForeign(nix, toBuild, runnerSystem) {
    const others = toBuild.filter(({ system }) => ![runnerSystem, 'builtin'].includes(system));
    const systems = others.length === 0 ? null : await buildableSystems(nix);
    const foreign = systems === null ? [] : others.filter(({ system }) => !systems.has(system));
    if (systems === null || foreign.length === 0)
        return { toBuild: [...toBuild], failures: [] };
    const unavailable = await (0,dry_run/* derivationsToBuild */.aU)(nix, new Map(foreign.map((installable) => [outputsOperand(installable), installable.drvPath])));
    const refused = new Set(foreign.filter(({ drvPath }) => unavailable.has(drvPath)));
    const failures = [...refused].map(({ installable, system }) => ({
        installable,
        error: new errors/* NarPublishError */.f9({
            code: 'SYSTEM_FOREIGN',
            subject: installable,
            reason: `it is for ${system}, and this machine builds for ${(0,src_text/* list */.p_)([...systems].sort())}`
        })
    }));
    // The run fails at its end, which may be hours from now.
    for (const { error } of failures)
        nix.log.info(error.message);
    return { toBuild: toBuild.filter((installable) => !refused.has(installable)), failures };
}
/** As `nix-store --realise` takes it: `drv!out,dev`. */
function outputsOperand({ drvPath, outputs }) {
    return `${drvPath}!${outputs.map(({ name }) => name).join(',')}`;
}

// EXTERNAL MODULE: ./src/publish/given-paths.ts
var given_paths = __webpack_require__(71475);
// EXTERNAL MODULE: ./src/publish/held.ts
var publish_held = __webpack_require__(96992);
// EXTERNAL MODULE: ./src/publish/open-target.ts + 29 modules
var open_target = __webpack_require__(10295);
;// CONCATENATED MODULE: ./src/publish/plan.ts




















/**
 * Evaluates the output paths and asks the target what it holds of them: nothing of that is built again. `take`: has what another job
 * evaluated, in place of that.
 */
async function planPublish(run, take) {
    const { inputs, environment, log } = run;
    if (environment.isForkPullRequest) {
        log.warning('The job runs for a pull request from a fork, whose token is read-only: this builds and packs, and publishes nothing.');
    }
    return log.group('Plan', async () => {
        const evaluate = (nix) => evaluateArtifacts(nix, inputs.installables, environment);
        const nix = await (0,nix_nix/* openRunNix */.RC)(run);
        const [[target, before], asking] = await (0,beside_target/* besideTarget */.I)(nix, (0,open_target/* openTarget */.A)(run, { publishes: true }), (asked) => resolveAll(run, asked, take ?? evaluate));
        const { evaluated, failures, ...row } = asking.row;
        const { given, missing } = asking.paths;
        const { om } = asking;
        const byHand = (0,pins/* resolvePins */.Xq)(inputs.pins, { installables: inputs.installables, evaluated }, environment.workspace);
        const fromOm = om.pins.map((pin) => ({ ...pin, isByHand: false }));
        const paths = [...given, ...om.paths];
        const indexed = paths.filter(({ storePath }) => inputs.artifacts?.has(storePath) ?? true);
        const artifacts = uniqueByStorePath([
            ...row.artifacts,
            ...indexed.map(({ storePath, system }) => (0,artifact/* artifactOfPath */.r)(storePath, system))
        ]);
        // What does not evaluate is told by itself.
        const unused = failures.length > 0 ? [] : (0,common/* unusedSystems */.V3)(inputs.systems, [...artifacts, ...pinned(inputs)]);
        for (const note of unused)
            log.warning(note);
        const asked = {
            artifacts,
            evaluated,
            storePaths: [...new Set([...row.storePaths, ...paths.map(({ storePath }) => storePath)])],
            missing: new Set([...missing, ...om.missing]),
            failures: [...failures, ...om.failures],
            wantedPins: (0,pins/* mergePins */.Tm)([...byHand.pins, ...fromOm]),
            notes: [...unused, ...om.notes, ...byHand.notes]
        };
        return planFor(run, { nix, target, asked, rowWork: row.work }, before);
    });
}
/** What was asked for, as far as Nix knows it. */
async function resolveAll({ inputs, environment }, nix, take) {
    const [row, paths, om] = await (0,all_of/* allOf */.b)([
        take(nix),
        (0,given_paths/* resolveGivenPaths */.Y)(nix, inputs.paths, environment),
        resolveOmResults(nix, inputs.omResults, environment)
    ]);
    return { row, paths, om };
}
async function evaluateArtifacts(nix, installables, environment) {
    const { evaluated, failures } = await (0,evaluate/* evaluateInstallables */.i)(nix, installables);
    const sources = await (0,publish_source/* sourcesOf */.u)(nix, evaluated.map(({ installable }) => installable), environment);
    const { runUrl } = environment;
    const artifacts = evaluated.flatMap((one) => (0,artifact/* artifactsOf */.N)(one, { source: sources.get(one.installable) ?? null, runUrl }));
    return { evaluated, failures, artifacts, storePaths: [], work: undefined };
}
/** The plan for another state of the target. Nothing is evaluated again: it is the same checkout. */
async function planAgain(run, plan, before) {
    return run.log.group('Plan again', () => planFor(run, plan, before));
}
async function planFor(run, { nix, target, asked, rowWork }, before) {
    const { inputs, environment, log } = run;
    const { artifacts, evaluated, storePaths, missing, failures, wantedPins, notes } = asked;
    await announceChange(before, artifacts);
    const held = await (0,publish_held/* heldArtifacts */.d)(before, artifacts, inputs.closure, inputs);
    for (const line of planLines(run, artifacts, held))
        log.info(line);
    const wanted = evaluated.filter(({ outputs }) => outputs.some(({ path }) => !held.has(path)));
    const unheld = storePaths.filter((path) => !held.has(path));
    const givenPaths = unheld.filter((path) => !missing.has(path));
    const absent = unheld
        .filter((path) => missing.has(path))
        .map((path) => ({ installable: path, error: (0,validity/* missingStorePath */.T)(path) }));
    // What it takes to build something is the same on every machine.
    const isBuilt = inputs.closure !== 'source';
    const { toBuild: possible, failures: foreign } = isBuilt
        ? await refuseForeign(nix, wanted, environment.runnerSystem)
        : { toBuild: wanted, failures: [] };
    const undone = isBuilt ? (rowWork?.undone ?? []) : [];
    const waiting = undone.filter(({ installable }) => possible.some((one) => one.installable === installable));
    for (const { error } of waiting)
        log.warning(error.message);
    const toBuild = possible.filter((one) => waiting.every(({ installable }) => installable !== one.installable));
    if (toBuild.length + givenPaths.length > 0) {
        await refuseWhatIsTaken(before, artifacts, wantedPins.length > 0);
    }
    return {
        ...{ nix, target, before, asked, artifacts, held, toBuild, givenPaths },
        failures: [...failures, ...foreign, ...waiting, ...absent],
        wantedPins,
        notes,
        rowWork
    };
}
/** As the commit does, so far as the root folder tells, before anything is built for it. */
async function refuseWhatIsTaken(before, artifacts, isPinning) {
    const narInfos = artifacts.map(({ storePath }) => `${(0,store_path/* parseStorePath */.GV)(storePath).hash}.narinfo`);
    const files = [cache_info/* cacheInfoPath */.gs, catalogue/* cataloguePath */.hO, ...narInfos];
    const folders = [shards/* catalogueFolder */.en.slice(0, -1), 'nar', ...(isPinning ? ['pins'] : [])];
    await (0,refuse_taken/* refuseTaken */.Ir)(before, files, folders);
}
/** Systems that names or paths of pins were made with. */
function pinned({ systems, pins }) {
    const text = JSON.stringify(pins);
    return systems.value.filter((system) => text.includes(system)).map((system) => ({ system }));
}
/** Two attributes may be the same path: the one named first stands for it. */
function uniqueByStorePath(artifacts) {
    const first = new Map();
    for (const artifact of artifacts) {
        if (!first.has(artifact.storePath))
            first.set(artifact.storePath, artifact);
    }
    return [...first.values()];
}
function planLines(run, artifacts, held) {
    const { systems } = run.inputs;
    const why = {
        input: 'as `systems` says',
        runner: 'this machine’s own',
        default: 'default'
    };
    return [
        `systems: ${systems.value.join(', ')} (${why[systems.source]})`,
        ...artifacts.map(({ storePath, attribute }) => {
            const asked = attribute === null ? '' : `${attribute} → `;
            return `${asked}${storePath}${held.has(storePath) ? ' (the target has it)' : ''}`;
        })
    ];
}

// EXTERNAL MODULE: ./src/pins/pin.ts
var pin = __webpack_require__(16099);
// EXTERNAL MODULE: ./src/publish/compose-pins.ts
var compose_pins = __webpack_require__(17596);
// EXTERNAL MODULE: ./src/publish/report/report-published.ts + 1 modules
var report_published = __webpack_require__(83271);
;// CONCATENATED MODULE: ./src/publish/pull-request/close.ts






/** The run of a pull request that was closed: nothing is built, and its pins go. */
async function closePullRequest(run, { number }) {
    const [target, before] = await (0,open_target/* openTarget */.A)(run, { publishes: true });
    const committed = await unpinAll(run, number, target, before);
    const verification = { kind: 'none', paths: 0, error: null, served: null, note: '' };
    const notes = [`The pull request #${number} is closed: nothing was built.`];
    return (0,report_published/* reportPublish */.Cl)(run, { ...committed, verification }, { notes, error: null });
}
/** Takes away the pins of one pull request, and no other's: once they are gone there is nothing to commit. */
async function unpinAll(run, number, target, before) {
    const nothing = { artifacts: [], held: new Set(), packed: [], toSign: [] };
    const ready = { target, before, ...nothing, dropped: [], failures: [] };
    const files = (0,publish_run/* isOnlyPinned */.JW)(run) ? await (0,compose_pins/* readPinFiles */.p)(before) : new Map();
    const names = [...files.keys()].map(pin/* pinNameOf */.QA);
    const unpin = names.filter((name) => name.startsWith((0,pin/* pullRequestPrefix */.zk)(number)));
    const committed = await (0,commit_artifacts/* commitArtifacts */.T)({ ...run, inputs: { ...run.inputs, unpin } }, ready);
    if (committed.kind === 'committed')
        return committed;
    throw new Error('a run without paths counts on none');
}

// EXTERNAL MODULE: ./src/pull-request-events.ts
var pull_request_events = __webpack_require__(63328);
;// CONCATENATED MODULE: ./src/publish/pull-request/refuse-secrets.ts


/**
 * Throws PULL_REQUEST_SECRETS for a run that has the key and is about somebody's pull request: what a stranger wrote would be built beside the
 * secrets, or signed with them; and INPUT_INVALID where it is to be pinned and nobody says which one it is.
 */
function refuseSecrets({ inputs, environment }) {
    if (inputs.onPullRequest === 'publish')
        return;
    const event = secretEvent(environment);
    if (event === null) {
        refuseUnknown(inputs, environment);
        return;
    }
    throw new errors/* NarPublishError */.f9({
        code: 'PULL_REQUEST_SECRETS',
        subject: `event ${event}`,
        reason: 'it is about a pull request, and its runs have the secrets of the repository'
    });
}
/** It would be published as if it were no pull request's. */
function refuseUnknown({ onPullRequest }, environment) {
    if (!(0,pull_request_events/* isPullRequestEvent */.T5)(environment.eventName) || environment.pullRequest !== null)
        return;
    if (onPullRequest !== 'pin')
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: 'input on-pull-request, "pin"',
        reason: 'the event’s file (GITHUB_EVENT_PATH) does not say which pull request the run is for'
    });
}
function secretEvent({ eventName, workflowRun }) {
    if (eventName === 'pull_request_target')
        return eventName;
    // What started that one is not known: it may have been a pull request.
    if (eventName === 'workflow_run' && workflowRun === null)
        return eventName;
    const before = workflowRun?.event ?? '';
    return before.startsWith('pull_request') ? `workflow_run after ${before}` : null;
}

// EXTERNAL MODULE: ./src/catalogue/glance.ts
var glance = __webpack_require__(70385);
// EXTERNAL MODULE: ./src/publish/packed-folder/manifest.ts
var packed_folder_manifest = __webpack_require__(82374);
// EXTERNAL MODULE: ./src/publish/report/told.ts
var told = __webpack_require__(50213);
// EXTERNAL MODULE: ./src/binary-cache/nar-name.ts
var nar_name = __webpack_require__(55731);
// EXTERNAL MODULE: ./src/catalogue/rows.ts + 1 modules
var catalogue_rows = __webpack_require__(83005);
;// CONCATENATED MODULE: ./src/publish/pull-request/attributes.ts



/** Rows of the index for all that is told, by their names. */
function namesOf({ artifacts }, expected) {
    const held = (expected?.beside?.held ?? []).map(({ storePath }) => nameOf(storePath));
    return new Set([...artifacts.map(({ name }) => name), ...held]);
}
/**
 * What became of everything that was asked for: what failed first, then what is new. `expected`: what the matrix of the run asked for; null:
 * there was none. `rows`: of the target's index.
 */
function attributeViews(ready, expected, rows, about) {
    const baseOf = bases(rows, about);
    const codes = new Map(ready.failures.map((one) => [one.installable, one.error.code]));
    const narSizes = new Map(ready.packed.map(({ info }) => [info.storePath, info.narSize]));
    const byPath = new Map(rows.map((row) => [row.storePath, row]));
    const stateOf = states(ready);
    const built = ready.artifacts.map((artifact) => {
        const { storePath, output, system, attribute, buildSeconds } = artifact;
        const code = codes.get(attribute ?? storePath) ?? null;
        const state = stateOf(artifact) ?? (code === null ? 'missing' : 'failed');
        const row = byPath.get(storePath);
        return {
            attribute: attribute ?? storePath,
            output: (output ?? 'out') === 'out' ? null : output,
            ...{ system, state, storePath },
            code: state === 'failed' ? code : null,
            buildSeconds: state === 'built' ? (buildSeconds ?? null) : null,
            narSize: narSizes.get(storePath) ?? row?.narSize ?? null,
            closureSize: artifact.closureSize ?? row?.closureSize ?? null,
            base: baseOf(artifact)
        };
    });
    const told = new Set(built.map(({ attribute }) => attribute));
    const beside = expected?.beside ?? { held: [], failures: [] };
    const failures = [
        ...[...codes].map(([attribute, code]) => ({ attribute, code })),
        ...beside.failures
    ].filter(({ attribute }) => !told.has(attribute));
    const named = new Set([...told, ...failures.map(({ attribute }) => attribute)]);
    const missing = (expected?.rows ?? []).flatMap(({ system, attributes }) => attributes.filter((one) => !named.has(one)).map((attribute) => ({ attribute, system })));
    return [
        ...[...new Map(failures.map((one) => [one.attribute, one])).values()].map(({ attribute, code }) => ({
            ...lone(attribute, 'failed'),
            code
        })),
        ...missing.map(({ attribute, system }) => ({ ...lone(attribute, 'missing'), system })),
        ...built,
        ...beside.held.map(({ attribute, system, storePath }) => {
            const { narSize = null, closureSize = null } = byPath.get(storePath) ?? {};
            return { ...lone(attribute, 'held'), system, storePath, narSize, closureSize };
        })
    ].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
const order = [
    'failed',
    'missing',
    'built',
    'new',
    'excluded',
    'upstream',
    'held'
];
function lone(attribute, state) {
    return {
        ...{ attribute, state, output: null, system: null, code: null, storePath: null },
        ...{ buildSeconds: null, narSize: null, closureSize: null, base: null }
    };
}
/** undefined: it is not there, or nobody looked. */
function states({ held, packed, toSign, dropped }) {
    const reasons = {
        held: 'held',
        handed: 'new',
        upstream: 'upstream',
        excluded: 'excluded'
    };
    const known = new Map([
        ...dropped.map(({ storePath, reason }) => [storePath, reasons[reason]]),
        ...[...held].map((storePath) => [storePath, 'held']),
        ...toSign.map(({ storePath }) => [storePath, 'held']),
        ...packed.map(({ info }) => [info.storePath, 'new'])
    ]);
    return ({ storePath, buildSeconds }) => {
        const state = known.get(storePath);
        return state === 'new' && buildSeconds !== undefined ? 'built' : state;
    };
}
/** Of each artifact's rows the one that the base's commit was built to, else the newest that is not the head's. */
function bases(rows, { base, head }) {
    const others = rows.filter(({ source }) => source?.revision !== head);
    const newest = new Map((0,catalogue_rows/* currentRows */.hz)(others).map((row) => [(0,catalogue_rows/* artifactKey */.Wf)(row), row]));
    const ofBase = new Map(rows.filter(({ source }) => source?.revision === base).map((row) => [(0,catalogue_rows/* artifactKey */.Wf)(row), row]));
    return (artifact) => {
        const key = (0,catalogue_rows/* artifactKey */.Wf)(artifact);
        const row = ofBase.get(key) ?? newest.get(key);
        if (row === undefined)
            return null;
        const { storePath, version, narSize, closureSize } = row;
        return { storePath, version, narSize, closureSize, isOfBase: ofBase.has(key) };
    };
}
function nameOf(storePath) {
    return (0,nar_name/* pnameOf */.Vu)((0,store_path/* parseStorePath */.GV)(storePath).name);
}

// EXTERNAL MODULE: ./src/repository/github/check-runs.ts
var check_runs = __webpack_require__(32201);
// EXTERNAL MODULE: ./src/publish/pull-request/blocks.ts
var blocks = __webpack_require__(585);
;// CONCATENATED MODULE: ./src/publish/pull-request/check-runs.ts





/** A request each. */
const mostRuns = 50;
/** characters of a log */
const longestLines = 10_000;
/** A check run on the head for each attribute; of more than fifty the last one tells the rest. Throws TOKEN_FORBIDDEN. */
async function makeCheckRuns(api, view) {
    for (const run of checkRunsOf(view))
        await (0,check_runs/* makeCheckRun */.w)(api, run);
}
/** Pure. What failed comes first, and so has a run of its own. */
function checkRunsOf(view) {
    const { head, runUrl } = view;
    const byName = Map.groupBy(view.attributes, check_runs_nameOf);
    const isMore = byName.size > mostRuns;
    const all = [...byName];
    const own = all.slice(0, isMore ? mostRuns - 1 : mostRuns);
    const others = all.slice(own.length);
    const common = { head: head.sha, detailsUrl: runUrl };
    return [
        ...own.map(([name, outputs]) => ({
            ...{ ...common, name: `nar-publish: ${name}`, conclusion: conclusionOf(outputs) },
            title: outputs[0] === undefined ? name : plainState(outputs[0]),
            summary: summaryOf(outputs, view)
        })),
        ...(others.length === 0
            ? []
            : [
                {
                    ...{ ...common, name: 'nar-publish: all others' },
                    conclusion: conclusionOf(others.flatMap(([, outputs]) => outputs)),
                    title: (0,src_text/* count */.U9)(others.length, 'more attribute'),
                    summary: (0,markdown/* fencedText */.fV)(others
                        .map(([name, [first]]) => `${name}: ${first === undefined ? '' : plainState(first)}`)
                        .join('\n')
                        .slice(0, longestLines))
                }
            ])
    ];
}
function check_runs_nameOf({ attribute, system }) {
    return (0,harmless/* oneLine */.TN)(system === null ? attribute : `${attribute} (${system})`, 200);
}
function plainState(one) {
    return (0,blocks/* stateText */.r9)(one).replace(/[*`]/g, '');
}
function conclusionOf(outputs) {
    if (outputs.some(({ state }) => state === 'failed' || state === 'missing'))
        return 'failure';
    const isThere = outputs.some(({ state }) => ['built', 'new', 'held'].includes(state));
    return isThere ? 'success' : 'neutral';
}
function summaryOf(outputs, { failures }) {
    const times = outputs.flatMap(({ buildSeconds }) => buildSeconds ?? []);
    const own = failures.filter(({ installable }) => outputs.some(({ attribute }) => attribute === installable));
    const logs = own.flatMap(({ reason, builds = [] }) => builds.length === 0 ? [reason] : builds.map(({ lines }) => lines));
    return [
        outputs.map(blocks/* stateText */.r9).join('; '),
        ...(times[0] === undefined ? [] : [`Nix built it in ${(0,blocks/* duration */.p0)(times[0])}.`]),
        ...logs.slice(0, 3).map((lines) => (0,markdown/* fencedText */.fV)(lines.slice(-longestLines)))
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./src/publish/pull-request/closure-change.ts



/** All that is reached from a path. */
function reachedFrom({ inCache }, storePath) {
    const seen = new Set([storePath]);
    // A set gives what is added to it while it is read.
    for (const path of seen) {
        const narInfo = inCache.get(path);
        for (const reference of narInfo === undefined ? [] : referencesOf(narInfo))
            seen.add(reference);
    }
    return seen;
}
/**
 * What came and went between two closures, by name as `nix store diff-closures` has it: `curl: 8.1 → 8.2`, `∅` for none. Of a name whose
 * versions are the same only the paths are counted: it was built anew.
 */
function closureChange(before, after) {
    const went = [...before].filter((path) => !after.has(path));
    const came = [...after].filter((path) => !before.has(path));
    const [had, has] = [versionsByName(before), versionsByName(after)];
    const names = [...new Set([...had.keys(), ...has.keys()])].sort();
    const lines = names.flatMap((name) => {
        const [from, to] = [had, has].map((of) => [...(of.get(name) ?? ['∅'])].sort().join(', '));
        return from === to ? [] : [`${name}: ${from} → ${to}`];
    });
    return { lines, came: came.length, went: went.length };
}
/** A path without a version has `ε`. */
function versionsByName(paths) {
    const byName = new Map();
    for (const path of paths) {
        const { name } = (0,store_path/* parseStorePath */.GV)(path);
        const versions = byName.get((0,nar_name/* pnameOf */.Vu)(name)) ?? new Set();
        byName.set((0,nar_name/* pnameOf */.Vu)(name), versions.add((0,nar_name/* versionOf */.E4)(name) ?? 'ε'));
    }
    return byName;
}
/** Those of several attributes that are the same are told once. */
function groupChanges(changes) {
    const groups = Map.groupBy(changes, ({ lines, came, went }) => JSON.stringify([lines, came, went]));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined || first.came + first.went === 0)
            return [];
        const { lines, came, went } = first;
        return [{ attributes: group.map(({ attribute }) => attribute), lines, came, went }];
    });
}

// EXTERNAL MODULE: ./src/repository/github/own-comment.ts
var own_comment = __webpack_require__(71270);
;// CONCATENATED MODULE: ./src/publish/pull-request/comment.ts



/** bytes; GitHub takes 65,536 characters */
const longest = 60_000;
const degrees = [200, 50, 10, 0];
/** What a comment says that begins with the marker. */
function commentBody(view, marker) {
    const bodies = degrees.map((shown) => () => [marker, ...(0,blocks/* pullRequestBlocks */.zL)(view, shown)].join('\n\n'));
    for (const body of bodies) {
        const text = body();
        if (Buffer.byteLength(text) <= longest)
            return text;
    }
    return `${marker}\n\nThis is too long for a comment: the run’s summary tells it.`;
}
/** Each call of the workflow that publishes elsewhere has a comment of its own. `call`: by what it is told from others. */
function commentMarker(call) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(call)).digest('hex');
    return `<!-- nar-publish:publish ${hash.slice(0, 16)} -->`;
}
/** Has one comment of ours say it. Gives its address. Throws TOKEN_FORBIDDEN. */
async function tellInComment(api, view, call) {
    const marker = commentMarker(call);
    return (0,own_comment/* keepComment */.X)(api, { number: view.number, marker }, commentBody(view, marker));
}

;// CONCATENATED MODULE: ./src/publish/pull-request/is-open.ts

/** Whether a pull request is open by now. */
async function isOpen(api, number) {
    const { state } = await api.call({
        route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        parameters: { pull_number: number }
    }, schemas/* object */.Ikc({ state: schemas/* enum */.k5n(['open', 'closed']) }));
    return state === 'open';
}

// EXTERNAL MODULE: ./src/catalogue/reader-lines.ts
var reader_lines = __webpack_require__(68812);
// EXTERNAL MODULE: ./src/nix/flake-command.ts
var flake_command = __webpack_require__(54266);
;// CONCATENATED MODULE: ./src/publish/pull-request/try-it.ts



/** Nobody types more. */
const mostLines = 5;
/** Lines for a shell that fetch the pull request's own paths, or build its own commit; of many attributes the first few. */
function tryCommands(attributes, place) {
    const lines = attributes
        .filter(({ state }) => state !== 'failed' && state !== 'missing')
        .flatMap((one) => lineOf(one, place) ?? []);
    return [...new Set(lines)].slice(0, mostLines);
}
function lineOf({ attribute, storePath, state }, place) {
    const { cache, serverUrl, repository, head } = place;
    const isThere = ['built', 'new', 'held'].includes(state);
    if (cache !== null && storePath !== null && isThere) {
        const { substituterUrl: url, publicKeys } = cache;
        const [keys, address] = [publicKeys.join(' '), publicKeys.length === 0 ? (0,reader_lines/* trustingUrl */.VC)(url) : url];
        const options = [
            ...['--extra-substituters', address],
            ...(keys === '' ? [] : ['--extra-trusted-public-keys', keys])
        ];
        return ['nix', 'build', storePath, ...options].map(harmless/* shellWord */.r7).join(' ');
    }
    const [, folder, fragment = ''] = /^(\.(?:\/[^#?]*)?)(?:#(.*))?$/.exec(attribute) ?? [];
    // Which outputs is a matter of quoting for some shells; all of them are as good for who tries it.
    const at = { commit: head };
    return folder === undefined
        ? null
        : (0,flake_command/* buildCommand */.O)({ serverUrl, repository, folder, at }, fragment.replace(/\^[^^]*$/, ''));
}

;// CONCATENATED MODULE: ./src/publish/pull-request/tell.ts



















/** Closures of so many attributes are compared: each path of them is read once. */
const mostCompared = 100;
/**
 * Adds to a report what there is to tell of the pull request that the run is for, and tells it there: in a comment, and in check runs where
 * they are asked for. What cannot be told is a note, and never fails the run.
 */
async function tellPullRequest(run, verified, { report, error }) {
    const { environment, inputs, log } = run;
    const { pullRequest: about } = environment;
    if (about === null)
        return { report, error };
    const notes = [];
    const attempted = async (what, work) => {
        try {
            return await work();
        }
        catch (cause) {
            if (!(cause instanceof errors/* NarPublishError */.f9))
                throw cause;
            const note = `${what}: ${cause.message}`;
            log.warning(note);
            notes.push(note);
            return null;
        }
    };
    const view = await attempted('The pull request is not compared with its base', () => (0,src_run/* timed */.a)(run, 'compare', () => viewOf(run, about, verified, report)));
    if (view === null)
        return { report: { ...report, notes: [...report.notes, ...notes] }, error };
    const mayTell = !environment.isForkPullRequest && !inputs.dryRun && inputs.token !== '';
    const api = mayTell ? apiOf(run) : null;
    let commentUrl = null;
    if (api !== null && inputs.comment) {
        const call = [report.target.name, report.target.branch, ...systemsOf(run)];
        const told = () => tellInComment(api, view, call);
        commentUrl = await attempted('The pull request has no comment of this run', told);
    }
    if (api !== null && inputs.annotate) {
        await attempted('Not all attributes have a check run', () => makeCheckRuns(api, view));
    }
    if (api !== null && verified.pins.length > 0) {
        await attempted('It is not known whether the pull request is open still', async () => {
            if (await isOpen(api, about.number))
                return;
            await unpinAll(run, about.number, verified.target, await verified.target.snapshot());
            notes.push(`#${about.number} was closed meanwhile: its pins are gone again.`);
        });
    }
    const told = { view, commentUrl };
    return {
        report: { ...report, pullRequest: told, notes: [...report.notes, ...notes] },
        error
    };
}
/** By which a job that publishes one system is told from that of another. */
function systemsOf({ inputs }) {
    return inputs.phase === 'all' ? inputs.systems.value : [];
}
/** Of the repository that the pull request is in. */
function apiOf({ environment, inputs, log }) {
    const [owner, repo] = environment.repository?.split('/') ?? [];
    if (owner === undefined || repo === undefined)
        return null;
    const { apiUrl, isForkPullRequest } = environment;
    const { token } = inputs;
    const more = { limits: repository_limits/* defaultLimits */.M, pace: pace/* realPace */.O };
    return new api/* GitHubApi */.y({ owner, repo, token, apiUrl, isForkPullRequest, log, ...more });
}
async function viewOf(run, about, verified, report) {
    const { environment, inputs } = run;
    const { before } = verified;
    const expected = inputs.phase === 'commit' ? inputs.expected : null;
    const index = await (0,glance/* glanceAtIndex */.mk)(before);
    const rows = await (0,glance/* glanceAtRows */.TH)(before, index, namesOf(verified, expected));
    const views = attributeViews(verified, expected, rows, about);
    const attributes = await withNarSizes(before, views);
    const { serverUrl, repository, runUrl } = environment;
    const { substituterUrl } = verified.target;
    return {
        number: about.number,
        head: {
            sha: about.head,
            url: `${serverUrl}/${repository ?? ''}/commit/${about.head}`
        },
        runUrl,
        attributes,
        ...(await closuresOf(verified, attributes)),
        failures: report.failures,
        tryIt: tryCommands(attributes, {
            serverUrl,
            repository: repository ?? '',
            head: about.head,
            cache: substituterUrl === null || (0,publish_run/* isOnlyBuilt */.P1)(run) || environment.isForkPullRequest
                ? null
                : { substituterUrl, publicKeys: (0,told/* toldIn */.f)(report) }
        })
    };
}
/** What an earlier run pinned has no row in the index; its narinfo tells how large it is. */
async function withNarSizes(before, attributes) {
    const hashes = attributes.flatMap(({ state, storePath, narSize }) => state === 'held' && storePath !== null && narSize === null
        ? [(0,store_path/* parseStorePath */.GV)(storePath).hash]
        : []);
    const texts = await before.readNarInfos(hashes);
    return attributes.map((one) => {
        const { storePath } = one;
        const text = storePath === null ? undefined : texts.get((0,store_path/* parseStorePath */.GV)(storePath).hash);
        if (storePath === null || text === undefined)
            return one;
        return { ...one, narSize: (0,publish_standing/* readNarInfo */.Op)(text, storePath)?.narSize ?? null };
    });
}
/** Of those that the base has otherwise; both as far as this run and the target know them. */
async function closuresOf({ before, packed }, attributes) {
    const changed = attributes
        .flatMap(({ attribute, storePath, state, base }) => storePath === null || base === null || base.storePath === storePath || state === 'failed'
        ? []
        : [{ attribute, storePath, old: base.storePath }])
        .slice(0, mostCompared);
    if (changed.length === 0)
        return { closures: [], isCut: false };
    const own = new Map(packed.map((path) => [path.info.storePath, (0,packed_folder_manifest/* unsignedNarInfo */.Z3)((0,packed_folder_manifest/* manifestPathOf */.Au)(path))]));
    const roots = changed.flatMap(({ storePath, old }) => [storePath, old]);
    const known = await closureInTarget(before, [...new Set(roots)], own);
    const changes = changed
        .filter(({ storePath, old }) => known.inCache.has(storePath) && known.inCache.has(old))
        .map(({ attribute, storePath, old }) => ({
        attribute,
        ...closureChange(reachedFrom(known, old), reachedFrom(known, storePath))
    }));
    return { closures: groupChanges(changes), isCut: known.upstream.length > 0 };
}

// EXTERNAL MODULE: ./src/publish/packed-folder/read.ts
var packed_folder_read = __webpack_require__(26551);
;// CONCATENATED MODULE: ./src/publish/claims.ts



/**
 * What a build job says and its files cannot prove, held against what the committing job knows itself: a job says for which target and
 * with which closure it packed, which artifacts it was asked for, of which system, and from which commit. Throws PACKED_INVALID.
 */
function checkClaims(run, { folder, manifest }, target) {
    const claims = [
        targetProblem(manifest.target, target),
        manifest.closure === run.inputs.closure
            ? null
            : `it was packed with closure ${manifest.closure}, and this run's \`closure\` is ${run.inputs.closure}`,
        ...(manifest.pins ?? []).map((pin) => pinProblem(pin, manifest.artifacts) ?? pinNameProblem(run, pin)),
        ...manifest.artifacts.flatMap((artifact) => [
            expectationProblem(run, artifact),
            originProblem(run, artifact)
        ])
    ];
    const problem = claims.find((claim) => claim !== null);
    if (problem === undefined)
        return;
    throw (0,packed_folder_read/* packedInvalid */.I)(folder, packed_folder_manifest/* manifestPath */.ji, problem);
}
/** What the job left out is what its target held. */
function targetProblem(packedFor, target) {
    if (packedFor.name === target.name && packedFor.branch === target.branch)
        return null;
    const [theirs, ours] = [packedFor, target].map(({ name, branch }) => `${name}, branch ${branch}`);
    return `it was packed for ${theirs}, and this run publishes to ${ours}`;
}
/** An artifact that nobody asked for could be shown in the index in the place of another one. */
function expectationProblem({ inputs }, { storePath, name, attribute, system }) {
    const { systems, rows } = inputs.expected;
    if (systems !== null && !systems.includes(system)) {
        return `${storePath} is of ${system}, which is not among \`systems\``;
    }
    if (rows === null)
        return null;
    const row = rows.find((row) => row.system === system && attribute !== null && row.attributes.includes(attribute));
    if (row === undefined || attribute === null) {
        return `${storePath} is said to be ${attribute ?? 'a given path'} for ${system}, which is in no row of \`expected\` (a row’s job packs its \`attribute\` as the matrix writes it)`;
    }
    const pname = row.pnames?.[row.attributes.indexOf(attribute)] ?? name;
    return name === pname
        ? null
        : `${storePath} is said to be called ${(0,src_text/* quote */.hD)(name)}, and ${attribute} is called ${(0,src_text/* quote */.hD)(pname)}`;
}
/** A job can pin what it was to build; else it could bind any name to any path that the target ever held. */
function pinProblem({ name, storePath }, artifacts) {
    return artifacts.some((artifact) => artifact.storePath === storePath)
        ? null
        : `the pin ${(0,src_text/* quote */.hD)(name)} is of ${storePath}, which is none of the job's artifacts`;
}
/** The path is the job's own; the name may be that of another job's artifact. */
function pinNameProblem({ inputs: { expected } }, { name }) {
    const { pinPrefix } = expected;
    if (pinPrefix === 'any')
        return null;
    if (pinPrefix === null)
        return `it pins ${(0,src_text/* quote */.hD)(name)}, and \`pin-prefix\` is \`none\``;
    return name.startsWith(pinPrefix.text)
        ? null
        : `it pins ${(0,src_text/* quote */.hD)(name)}, which does not begin with ${(0,src_text/* quote */.hD)(pinPrefix.text)} (\`pin-prefix\`)`;
}
/** Of the run that it names, this job knows the commit. */
function originProblem({ environment }, { storePath, origin }) {
    const { source, runUrl } = origin;
    const { repository, revision, serverUrl } = environment;
    // It stands in the catalogue beside the artifact, for whoever asks where that is from.
    if (runUrl !== null && !isRunOf(runUrl, serverUrl, repository)) {
        return `${storePath} is said to be built by ${(0,src_text/* quote */.hD)(runUrl)}, which is no run of ${repository ?? serverUrl}`;
    }
    if (source === null)
        return null;
    if (repository !== null && source.repository !== repository) {
        return `${storePath} is said to be built from ${source.repository}, and this run is of ${repository}`;
    }
    return runUrl !== null && runUrl === environment.runUrl && source.revision !== revision
        ? `${storePath} is said to be built from ${source.revision}, and this run is of ${String(revision)}`
        : null;
}
/** `repository` null: of any on the server. */
function isRunOf(runUrl, serverUrl, repository) {
    const [, page = '', name] = /^(.+)\/((?!\.+\/)[\w.-]+\/[\w.-]+)\/actions\/runs\/\d+(?:\/attempts\/\d+)?$/.exec(runUrl) ?? [];
    return page === serverUrl && name === (repository ?? name);
}

// EXTERNAL MODULE: ./src/publish/packed-folder/published.ts
var published = __webpack_require__(54077);
;// CONCATENATED MODULE: ./src/publish/missing.ts





/** So many are named. */
const missing_longestList = 20;
/** PACKED_MISSING when a job that was expected left nothing, or when nobody left anything; null: all are there. */
function missingError({ systems, rows }, folders, given) {
    const packedSystems = new Set(folders.flatMap(({ manifest }) => [
        ...manifest.systems,
        ...manifest.artifacts.map(({ system }) => system)
    ]));
    const built = new Set(folders.flatMap(({ manifest }) => manifest.artifacts.map(keyOf)));
    // What failed to build is told as that.
    const failed = new Set(folders.flatMap(({ manifest: { systems: own, failures } }) => failures.flatMap(({ installable }) => own.map((system) => keyOf({ system, attribute: installable })))));
    const isThere = (system, attribute) => {
        const key = keyOf({ system, attribute });
        return built.has(key) || failed.has(key);
    };
    const missing = [
        ...(systems ?? []).filter((system) => !packedSystems.has(system)),
        ...(rows ?? [])
            .filter(({ system, attributes }) => !attributes.every((one) => isThere(system, one)))
            .map(({ name, system }) => `${name} (${system})`)
    ];
    if (missing.length > 0) {
        return packedMissing((0,src_text/* shortList */.pg)(missing, missing_longestList), 'no build job left a packed folder for it');
    }
    const isNothingExpected = rows?.length === 0;
    if (folders.length > 0 || isNothingExpected)
        return null;
    const absent = given.every((folder) => !(0,external_node_fs_.existsSync)(folder));
    return packedMissing(given.map((folder) => JSON.stringify(folder)).join(', '), absent ? 'it does not exist, so that nothing was packed there' : 'it holds no packed folder');
}
/** A row of one's own may have the same line for several systems. */
function keyOf({ system, attribute }) {
    return JSON.stringify([system, attribute]);
}
/**
 * PACKED_MISSING when a job names an artifact that it did not pack, did not leave to upstream, and did not fail to build, and that the
 * target does not hold: it had it then, or never.
 */
async function lostError(folders, packed, before) {
    const excused = new Set([
        ...packed.map(({ info }) => info.storePath),
        ...folders.flatMap(published/* leftOut */.i)
    ]);
    const open = folders
        // The outputs of what was not built are no part of it.
        .filter(({ manifest }) => manifest.closure !== 'source')
        .flatMap(({ manifest: { artifacts, failures } }) => {
        const failed = new Set(failures.map(({ installable }) => installable));
        return artifacts.filter(({ attribute, storePath }) => !failed.has(attribute ?? storePath));
    })
        .map(({ storePath }) => storePath)
        .filter((storePath) => !excused.has(storePath));
    const lost = (await (0,held_gone/* missingPaths */.Dv)(before, [...new Set(open)])).sort();
    return lost.length === 0
        ? null
        : packedMissing((0,src_text/* shortList */.pg)(lost, missing_longestList), 'no build job packed it, and the target does not hold it');
}
function packedMissing(subject, reason) {
    return new errors/* NarPublishError */.f9({ code: 'PACKED_MISSING', subject, reason });
}

// EXTERNAL MODULE: ./src/publish/packed-folder/find.ts
var find = __webpack_require__(39672);
// EXTERNAL MODULE: ./src/publish/packed-folder/merge.ts
var merge = __webpack_require__(94687);
;// CONCATENATED MODULE: ./src/publish/receive.ts
















/** Reads the folders of all build jobs. Whatever is wrong with one of them stops the run: PACKED_INVALID, PACKED_CONFLICT. */
async function checkPacked(run) {
    const { inputs, environment, log } = run;
    return log.group('Check what was packed', async () => {
        const folders = [];
        for (const folder of (0,find/* findPackedFolders */.V)(inputs.packed)) {
            const read = await (0,packed_folder_read/* readPackedFolder */.f)(folder, {
                childEnvironment: environment.childEnvironment,
                log
            });
            log.info(`${folder}: ${(0,src_text/* count */.U9)(read.packed.length, 'path')}, as the manifest says`);
            folders.push(read);
        }
        const merged = (0,merge/* mergeFolders */.o)(folders);
        const [target, before] = await (0,open_target/* openTarget */.A)(run, { publishes: true });
        for (const folder of folders)
            checkClaims(run, folder, target);
        for (const { nar } of merged.packed)
            (0,file_size/* refuseOversizedNar */.j8)(nar, target);
        return { target, before, folders, merged };
    });
}
/**
 * Takes the folders as one publish into a state of the target. A job that left nothing, and an artifact that is nowhere, are remarks, and
 * the others land. Throws HELD_PATH_GONE when the target lacks what they need and a build job left out because it was there: nobody here
 * has its content.
 */
async function receivePacked(run, { target, folders, merged }, before) {
    const { inputs } = run;
    const gone = new Set(await (0,held_gone/* missingPaths */.Dv)(before, (0,held_gone/* heldPaths */.KZ)(merged.skipped)));
    const needed = neededOf(merged, gone);
    if (needed.length > 0) {
        throw (0,held_gone/* heldPathGone */.o6)(needed, 'a build job left it out, as the target held it, and the target does not hold it any more');
    }
    const missing = missingError(inputs.expected, folders, inputs.packed) ??
        (await lostError(folders, merged.packed, before));
    const standing = await sortByStanding(run, before, merged.packed);
    const held = await (0,publish_held/* heldArtifacts */.d)(before, merged.artifacts, inputs.closure, inputs);
    return {
        target,
        before,
        artifacts: merged.artifacts,
        held,
        packed: standing.packed,
        ...(inputs.logs ? { logs: (0,build_logs/* logsOfOthers */.GW)(merged.logs) } : {}),
        toSign: standing.toSign,
        dropped: [
            ...merged.skipped.filter(({ storePath }) => !gone.has(storePath)),
            ...standing.dropped
        ],
        failures: merged.failures,
        wantedPins: merged.pins.map((pin) => ({ ...pin, isByHand: true })),
        remarks: {
            notes: [
                ...(missing === null ? [] : [missing.message]),
                ...(await referenceNotes(run, before, folders, merged))
            ],
            error: missing
        }
    };
}
/** Of the paths that are gone, those without which what was packed is not whole. An artifact that nothing of it refers to is missing by itself. */
function neededOf({ artifacts, packed }, gone) {
    const own = new Set(artifacts.map(({ storePath }) => storePath));
    const references = new Set(packed.flatMap(({ info }) => info.references));
    return [...gone].filter((path) => !own.has(path) || references.has(path));
}
/** Others may have published some of it since it was packed. */
async function sortByStanding({ inputs }, before, packed) {
    const hashOf = ({ info }) => (0,store_path/* parseStorePath */.GV)(info.storePath).hash;
    const [texts, terms] = await (0,all_of/* allOf */.b)([
        before.readNarInfos(packed.map(hashOf)),
        (0,key_terms/* keyTermsAt */.e)(inputs, before)
    ]);
    const standings = new Map(packed.map((path) => [path, (0,publish_standing/* standingOf */.YP)(texts.get(hashOf(path)), path.info, terms)]));
    (0,publish_standing/* refuseUnreadable */.ws)([...standings.values()]);
    const byStanding = Map.groupBy(packed, (path) => standings.get(path)?.kind);
    return {
        packed: byStanding.get('missing') ?? [],
        toSign: (byStanding.get('unsigned') ?? []).map(({ info }) => info),
        dropped: (byStanding.get('held') ?? []).map(({ info: { storePath } }) => ({
            storePath,
            reason: 'held',
            detail: 'another publisher brought it since it was packed'
        }))
    };
}
/** What readers get neither here nor, as far as the build jobs know, from upstream. */
async function referenceNotes({ inputs }, before, folders, { packed }) {
    // Without its closure is what `bare` means.
    if (inputs.closure === 'bare')
        return [];
    // Whether the target holds what was left out for that is looked up.
    const known = new Set([...packed.map(({ info }) => info.storePath), ...folders.flatMap(published/* leftOut */.i)]);
    const open = new Set(packed.flatMap(({ info }) => info.references).filter((reference) => !known.has(reference)));
    const lost = (await (0,held_gone/* missingPaths */.Dv)(before, [...open])).sort();
    const [first] = lost;
    return first === undefined
        ? []
        : [
            `What was packed refers to ${(0,src_text/* count */.U9)(lost.length, 'path')} that no build job packed or left to upstream, and that the target does not hold, ${first} among them: readers need them from elsewhere.`
        ];
}

;// CONCATENATED MODULE: ./src/publish/refuse-unwritable.ts




/**
 * Asks before anything is built whether the commit would be refused, and throws the refusal: TOKEN_FORBIDDEN, BRANCH_RULE. What needs no
 * build is not asked about: it may all be upstream's, for which no token has to write anything, and else its commit tells soon enough.
 */
async function refuseUnwritable(run, { nix, target, before, toBuild }) {
    if (!(0,publish_run/* mayWrite */.J)(run) || run.inputs.closure === 'source' || toBuild.length === 0)
        return;
    const operands = new Map(toBuild.map((one) => [outputsOperand(one), one.drvPath]));
    const builds = await (0,dry_run/* derivationsToBuild */.aU)(nix, operands);
    // What the target holds as somebody's dependency is substituted from there, as a rule.
    const paths = toBuild.flatMap(({ drvPath, outputs }) => (builds.has(drvPath) ? outputs : []));
    const hashes = paths.map(({ path }) => (0,store_path/* parseStorePath */.GV)(path).hash);
    if ((await before.missingNarInfos(hashes)).size === 0)
        return;
    const refusal = await target.refusal(before);
    if (refusal !== null)
        throw refusal;
}

// EXTERNAL MODULE: ./src/catalogue/readme.ts
var readme = __webpack_require__(45295);
// EXTERNAL MODULE: ./src/publish/compose.ts + 2 modules
var compose = __webpack_require__(31264);
;// CONCATENATED MODULE: ./src/publish/report/report-packed.ts




/** What was packed, for people and for later steps. Nothing was written to the target. */
function reportPacked(run, packed, settled) {
    const { target, before, failures } = packed;
    const publishedAt = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const narInfos = new Map(packed.packed.map((path) => [path.info.storePath, (0,compose/* narInfoOf */.Tm)(run, path)]));
    const rows = packed.artifacts.flatMap((artifact) => {
        const narInfo = narInfos.get(artifact.storePath);
        return narInfo === undefined ? [] : [(0,compose/* rowOf */.OB)(run, artifact, narInfo, { publishedAt })];
    });
    const indexed = new Set(rows.map(({ storePath }) => storePath));
    const report = {
        outcome: 'packed',
        target,
        artifacts: (0,report_published/* artifactsThere */.wC)(packed),
        published: rows,
        closure: [...narInfos.values()].filter(({ storePath }) => !indexed.has(storePath) && packed.handed?.has(storePath) !== true),
        uploads: (0,report_published/* uploadsOf */.y8)(packed.packed.map(({ nar }) => nar)),
        logs: packed.logs?.size ?? 0,
        signed: [],
        pins: settled.pins,
        movedPins: [],
        unpinned: [],
        skipped: packed.dropped,
        failures: (0,report_published/* reportedFailures */.ZG)(failures),
        readmePath: readme/* readmePath */.Aj,
        commit: before.commit === null ? null : { sha: before.commit, url: target.commitUrl(before.commit) },
        route: null,
        attempts: 0,
        requests: { ...target.requests },
        signedBy: [],
        verify: { kind: 'none', paths: 0 },
        timings: run.timings,
        notes: [...packed.notes, ...handedNotes(packed), ...settled.notes]
    };
    return { report, error: failures.length === 0 ? null : (0,report_published/* failuresAsOne */.Or)(failures) };
}
function handedNotes({ handed }) {
    return handed === undefined
        ? []
        : [`${(0,src_text/* count */.U9)(handed.size, 'path')} beside these are packed for other jobs of this run.`];
}

;// CONCATENATED MODULE: ./src/publish/row/hand-on.ts



/**
 * With what other rows need of what this one has built, and with all that it has built when something failed: then another attempt need
 * not build that again. Whatever the target holds of it: who needs it may not have the target to fetch from.
 */
async function addHanded({ log }, selected) {
    const { nix, rowWork, failures } = selected;
    if (rowWork === undefined || rowWork.own.size === 0)
        return selected;
    const outputs = [...rowWork.own.keys()];
    const invalid = await (0,gc_roots/* holdPaths */.Sq)(nix, outputs);
    const built = await (0,path_info/* queryPathInfo */.iO)(nix, outputs.filter((path) => !invalid.has(path)));
    const wanted = failures.length > 0 ? [...built.keys()] : reachable(rowWork.row.handsOn, built);
    const published = new Set(selected.selected.map(({ storePath }) => storePath));
    const handed = wanted.flatMap((path) => {
        const info = published.has(path) ? undefined : built.get(path);
        return info === undefined ? [] : [info];
    });
    if (handed.length === 0)
        return selected;
    log.info(`${(0,src_text/* count */.U9)(handed.length, 'path')} for other jobs of this run`);
    return {
        ...selected,
        selected: [...selected.selected, ...handed],
        handed: new Set(handed.map(({ storePath }) => storePath))
    };
}
/** Of these paths, those that some of them lead to. */
function reachable(from, infos) {
    const found = new Set(from.filter((path) => infos.has(path)));
    // A set gives what is added to it while it is read.
    for (const path of found) {
        for (const reference of infos.get(path)?.references ?? []) {
            if (infos.has(reference))
                found.add(reference);
        }
    }
    return [...found];
}

// EXTERNAL MODULE: ./src/build-plan/import.ts + 1 modules
var build_plan_import = __webpack_require__(54064);
// EXTERNAL MODULE: ./src/build-plan/parse.ts
var parse = __webpack_require__(95811);
// EXTERNAL MODULE: ./src/publish/row/derivations.ts
var row_derivations = __webpack_require__(23554);
// EXTERNAL MODULE: ./src/publish/row/handed.ts
var row_handed = __webpack_require__(22642);
;// CONCATENATED MODULE: ./src/publish/row/undone.ts



/**
 * Attributes that need what the first wave was to build and did not, each with what its job says of that: they are not tried here. What
 * this machine's store has is there all the same.
 */
async function undoneAttributes(nix, row, { paths, manifests }, derivations) {
    const open = row.takes.filter(({ storePath }) => !paths.has(storePath));
    const invalid = await (0,validity/* invalidPaths */.i)(nix, open.map(({ storePath }) => storePath));
    const missing = new Map(open.filter(({ storePath }) => invalid.has(storePath)).map((take) => [take.drvPath, take]));
    if (missing.size === 0)
        return [];
    const builds = new Set(row.builds);
    return row.attributes.flatMap(({ installable, drvPath }) => {
        const needed = [...undone_buildsOf(drvPath, builds, derivations)];
        const take = needed.flatMap((drv) => missing.get(drv) ?? [])[0];
        if (take === undefined)
            return [];
        const { reason, builds: failed } = whyMissing(take, manifests.get(take.row) ?? []);
        const error = new errors/* NarPublishError */.f9({
            code: 'BUILD_FAILED',
            subject: installable,
            reason: `${drvPath} needs ${take.drvPath}, which the job of row ${take.row} was to build: ${reason}`,
            terminal: {
                reason: `${drvPath} needs ${take.drvPath}, which was to be built for row ${take.row}: ${reason}`
            },
            builds: failed
        });
        return [{ installable, error }];
    });
}
/** It, and what it takes to build it that the plan has built: not what a cache has, nor what that was made with. */
function undone_buildsOf(drvPath, builds, derivations) {
    const needed = new Set([drvPath]);
    // A set gives what is added to it while it is read.
    for (const drv of needed) {
        if (!builds.has(drv))
            continue;
        for (const input of derivations.get(drv)?.inputDrvs.keys() ?? [])
            needed.add(input);
    }
    return needed;
}
/** By what that job says of the very derivation, or of another one that it needs. */
function whyMissing({ drvPath }, manifests) {
    if (manifests.length === 0)
        return { reason: 'it left nothing', builds: [] };
    const failure = manifests
        .flatMap(({ failures }) => failures)
        .find(({ installable }) => installable === drvPath);
    if (failure === undefined)
        return { reason: 'it packed no such path', builds: [] };
    return {
        reason: known_secrets/* knownSecrets */.xU.hide(failure.reason),
        builds: (failure.builds ?? []).map(({ drvPath, lines }) => ({
            drvPath,
            lines: known_secrets/* knownSecrets */.xU.hide(lines)
        }))
    };
}

;// CONCATENATED MODULE: ./src/publish/row/take-row.ts








/** null: the job has no plan, and evaluates. Throws PLAN_INVALID. */
function readRow({ inputs }) {
    if (inputs.plan === null)
        return null;
    const { folder, row: id } = inputs.plan;
    const plan = (0,parse/* readPlan */.m3)(folder);
    const row = plan.rows.find((row) => row.id === id);
    if (row !== undefined)
        return { folder, plan, row };
    throw (0,parse/* planInvalid */.r3)('input row', `the plan in ${JSON.stringify(folder)} has no row ${(0,src_text/* quote */.hD)(id)}`);
}
/** The run as if its inputs had named what the row has. */
function runOfRow(run, { row }) {
    const installables = row.attributes.map(({ installable }) => installable);
    const systems = { value: [row.system], source: 'default' };
    return { ...run, inputs: { ...run.inputs, installables, systems } };
}
/** What the matrix job has evaluated, brought into this machine's store. Throws PLAN_INVALID, PACKED_INVALID, PACKED_CONFLICT. */
async function takeRow(run, nix, { folder, plan, row }) {
    const origins = await (0,build_plan_import/* importStreams */.h)(nix, folder, plan, row);
    const derivations = await (0,row_derivations/* readRowDerivations */.ZH)(nix, plan, row);
    const handed = await (0,row_handed/* readHanded */.N6)(run, plan, row, derivations);
    const { runUrl } = run.environment;
    const fromOthers = [...handed.paths].filter(([, { row: id }]) => id !== row.id);
    return {
        evaluated: row.attributes,
        failures: [],
        artifacts: [
            ...row.attributes.flatMap((one) => (0,artifact/* artifactsOf */.N)(one, { source: one.source, runUrl })),
            ...row.paths.map(({ installable, name, storePath }) => ({
                ...(0,artifact/* artifactOfPath */.r)(storePath, row.system),
                name,
                attribute: installable
            }))
        ],
        storePaths: row.paths.map(({ storePath }) => storePath),
        work: {
            row,
            origins,
            own: (0,row_derivations/* outputsOf */.Yz)(row.builds, derivations),
            forOthers: (0,row_derivations/* builtForOthers */.Zc)(row, derivations),
            substituters: await (0,row_handed/* substituterOf */.Cu)(handed, (0,external_node_path_.join)(run.scratch, 'handed')),
            fromOthers: new Map(fromOthers.map(([path, { row: id }]) => [path, id])),
            logs: handed.logs,
            undone: await undoneAttributes(nix, row, handed, derivations)
        }
    };
}

;// CONCATENATED MODULE: ./src/nix/closure-size.ts
/**
 * Bytes of the NARs of a path's runtime closure, itself included, as `nix path-info -S` adds them up. Of those of the `storePaths` whose
 * whole closure is among the `infos`: of others it is not known.
 */
function closureSizes(infos, storePaths) {
    const known = new Map([...infos].map((info) => [info.storePath, info]));
    return new Map(storePaths.flatMap((path) => {
        const size = closureSize(known, path);
        return size === null ? [] : [[path, size]];
    }));
}
function closureSize(known, storePath) {
    const seen = new Set([storePath]);
    let size = 0;
    // A set gives what is added to it while it is read.
    for (const path of seen) {
        const info = known.get(path);
        if (info === undefined)
            return null;
        size += info.narSize;
        for (const reference of info.references)
            seen.add(reference);
    }
    return size;
}

// EXTERNAL MODULE: ./src/nix/derivation-bytes.ts
var derivation_bytes = __webpack_require__(36712);
;// CONCATENATED MODULE: ./src/nix/floating-outputs.ts


/**
 * Those of the paths that a content-addressed derivation made whose outputs' paths are known only once they are built
 * (`__contentAddressed`), as far as the derivations are in this machine's store.
 */
async function floatingOutputs(nix, infos) {
    const built = infos.flatMap(({ storePath, ca, deriver }) => ca?.startsWith('fixed:') === true && deriver !== null ? [{ storePath, deriver }] : []);
    const derivers = [...new Set(built.map(({ deriver }) => deriver))];
    const gone = await (0,validity/* invalidPaths */.i)(nix, derivers);
    const files = await (0,derivation_bytes/* derivationBytes */.n)(nix, derivers.filter((path) => !gone.has(path)));
    return built.flatMap(({ storePath, deriver }) => hasFloating(files.get(deriver)?.toString('latin1') ?? '') ? [storePath] : []);
}
/** An output with a kind of hash, and neither path nor hash. Of a fixed one both are there. */
function hasFloating(text) {
    return /^Derive\(\[(?:\("[^"]*","[^"]*","[^"]*","[^"]*"\),?)*?\("[^"]*","","[^"]+",""\)/.test(text);
}

;// CONCATENATED MODULE: ./src/nix/upstream.ts
/** Splits a closure into what is published and what is not, each of the latter with its reason. Keeps the order. */
function dropPaths(infos, rules) {
    const selection = { kept: [], dropped: [] };
    for (const info of infos) {
        const reason = dropReason(info, rules);
        if (reason === null)
            selection.kept.push(info);
        else
            selection.dropped.push({ storePath: info.storePath, reason });
    }
    return selection;
}
function dropReason(info, { upstreamKeys, exclude, held, handed }) {
    const row = handed?.get(info.storePath);
    if (row !== undefined)
        return { kind: 'handed', row };
    if (held.has(info.storePath))
        return { kind: 'held' };
    // The key's name is enough here: Nix has checked the signature when it fetched the path, and who can write a false one into
    // this machine's database can as well write a false path.
    const key = upstreamKeys.find((name) => info.signatures.some((text) => text.startsWith(`${name}:`)));
    if (key !== undefined)
        return { kind: 'upstream', key };
    // Not `test`: that remembers where the last match of a global expression ended.
    const pattern = exclude.find((expression) => info.storePath.search(expression) !== -1);
    return pattern === undefined ? null : { kind: 'excluded', pattern: pattern.source };
}

;// CONCATENATED MODULE: ./src/publish/select.ts











/** The closure of what was built, less what readers get elsewhere, what is excluded and what the target holds. */
async function selectPaths(run, asked) {
    const { inputs, log } = run;
    let built = asked;
    const heldArtifacts = [...built.held].map((storePath) => ({
        storePath,
        reason: 'held',
        detail: 'published before'
    }));
    if (built.roots.length === 0)
        return { ...built, selected: [], toSign: [], dropped: heldArtifacts };
    return log.group('Select the closure', async () => {
        const { infos: known, lost } = await (0,nix_closure/* queryClosureInfos */.LP)(built.nix, built.roots, inputs.closure);
        for (const error of lost.values())
            log.warning(error.message);
        built = withLost(built, lost);
        const paths = built.artifacts.map(({ storePath }) => storePath);
        const sizes = closureSizes(known.values(), paths);
        built = { ...built, artifacts: built.artifacts.map((artifact) => sized(artifact, sizes)) };
        const origins = built.rowWork?.origins;
        const infos = [...known.values()].map((info) => (0,cache_trust/* withoutCacheSignatures */.S6)(withOrigin(info, origins?.get(info.storePath))));
        const { upstreamKeys, exclude } = inputs;
        const handed = built.rowWork?.fromOthers;
        const rules = { upstreamKeys, exclude, ...(handed === undefined ? {} : { handed }) };
        const wanted = dropPaths(infos, { ...rules, held: new Set() });
        // Asked only about what is left: most of a closure is upstream's.
        const [narInfos, terms] = await (0,all_of/* allOf */.b)([
            built.before.readNarInfos(wanted.kept.map(({ storePath }) => (0,store_path/* parseStorePath */.GV)(storePath).hash)),
            (0,key_terms/* keyTermsAt */.e)(inputs, built.before)
        ]);
        const standing = new Map(wanted.kept.map((info) => [
            info.storePath,
            (0,publish_standing/* standingOf */.YP)(narInfos.get((0,store_path/* parseStorePath */.GV)(info.storePath).hash), info, terms)
        ]));
        (0,publish_standing/* refuseUnreadable */.ws)([...standing.values()]);
        const held = new Set([...standing].filter(([, { kind }]) => kind === 'held').map(([storePath]) => storePath));
        const { kept, dropped } = dropPaths(infos, { ...rules, held });
        const toSign = kept.filter(({ storePath }) => standing.get(storePath)?.kind === 'unsigned');
        const selected = kept.filter(({ storePath }) => standing.get(storePath)?.kind === 'missing');
        log.info(`closure (${inputs.closure}): ${(0,src_text/* count */.U9)(known.size, 'path')}, ${selected.length} to publish` +
            (toSign.length === 0 ? '' : `, ${toSign.length} to sign`));
        const notes = await realisationNotes(built, selected);
        for (const note of notes)
            log.warning(note);
        return {
            ...built,
            notes: [...built.notes, ...notes],
            selected,
            toSign,
            references: new Map([...known].map(([path, { references }]) => [path, references])),
            dropped: [
                ...heldArtifacts,
                ...dropped.map(({ storePath, reason }) => ({ storePath, ...skipReason(reason) }))
            ]
        };
    });
}
/** What came by a plan is as where it was fetched or made. */
function withOrigin(info, origin) {
    if (origin === undefined)
        return info;
    const signatures = [...new Set([...info.signatures, ...origin.signatures])];
    return { ...info, signatures, ca: info.ca ?? origin.ca };
}
function sized(artifact, sizes) {
    const closureSize = sizes.get(artifact.storePath);
    return closureSize === undefined ? artifact : { ...artifact, closureSize };
}
/** So many paths are named in one sentence. */
const select_longestList = 5;
/** What `nix copy` brings beside such paths, and this does not. */
async function realisationNotes({ nix }, selected) {
    const paths = await floatingOutputs(nix, selected);
    return paths.length === 0
        ? []
        : [
            `Content-addressed derivations made ${(0,src_text/* shortList */.pg)(paths, select_longestList)}: the cache gets these as store paths, without their realisations. Nix copies them by their store paths, and who builds the derivations does not get them from here.`
        ];
}
function skipReason(reason) {
    switch (reason.kind) {
        case 'held':
            return { reason: 'held', detail: 'the target has it' };
        case 'upstream':
            return { reason: 'upstream', detail: `signed by ${reason.key}` };
        case 'handed':
            return { reason: 'handed', detail: `the job of row ${reason.row} packed it` };
        case 'excluded':
            return { reason: 'excluded', detail: `matches ${reason.pattern}` };
    }
}

// EXTERNAL MODULE: ./src/nix/substitute.ts
var substitute = __webpack_require__(6167);
;// CONCATENATED MODULE: ./src/publish/verify-built.ts





/** Reads what was built here back as a stranger would. This machine's store stands in for upstream caches. */
function verifyBuilt(run, committed) {
    return verifyCommit(run, committed, async (commit) => {
        const isByNix = run.inputs.verify !== 'narinfo';
        if (isByNix)
            await substituteBack(run, committed, commit.commit);
        else
            await readNarInfosBack(run, committed, await commit.readBack());
        const paths = publishedPaths(committed).length;
        return { kind: isByNix ? 'substitute' : 'narinfo', paths, note: '' };
    });
}
async function substituteBack(run, committed, commit) {
    const { nix, target, dropped, nars } = committed;
    const paths = publishedPaths(committed);
    // What the cache does not hold although what it holds refers to it: a stranger gets that from upstream, we from this store.
    const fromTarget = new Set([
        ...paths,
        ...dropped.filter(({ reason }) => reason === 'held').map(({ storePath }) => storePath)
    ]);
    const closure = (0,nix_closure/* closureWithin */.v9)(committed.references ?? new Map(), paths) ??
        (await (0,nix_closure/* queryClosure */.K4)(nix, paths, 'binary'));
    const seedFromLocal = closure.filter((path) => !fromTarget.has(path));
    const from = await target.readableAt(commit, closure.filter((path) => fromTarget.has(path)).map((path) => (0,store_path/* parseStorePath */.GV)(path).hash), (0,external_node_path_.join)(run.scratch, 'readable'), nars.map(({ cachePath }) => cachePath));
    await (0,substitute/* substituteIntoFreshStore */.yH)(nix, {
        from,
        // Of what earlier runs published, some may be signed by another key: readers are told of all.
        publicKey: requiredKeys(run, committed)?.join(' ') ?? null,
        closure,
        seedFromLocal,
        directory: (0,external_node_path_.join)(run.scratch, 'fresh-store')
    });
}

;// CONCATENATED MODULE: ./src/publish/verify-readers.ts





/** Before anything is written. Throws INPUT_INVALID: readers of a repository that nobody serves make a clone. */
function refuseUnserved({ inputs }, { name, substituterUrl }) {
    if (inputs.verify !== 'readers' || substituterUrl !== null)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: 'input verify, "readers"',
        reason: `nobody is known to serve the files of ${name}`,
        hint: 'Give the address of a web server that serves the branch as `substituter-url`, or take `verify: substitute`.'
    });
}
/** `verify: readers`: waits until the address that readers are told serves what was proved to be in the commit. A failure undoes nothing: it is reported. */
async function verifyServed(run, verified) {
    const { inputs, environment, limits, log } = run;
    const { target, commit, verification } = verified;
    const address = target.substituterUrl;
    const isProved = verification.kind !== 'none' && verification.error === null;
    if (inputs.verify !== 'readers' || !isProved || commit === null || address === null) {
        return verified;
    }
    const published = publishedPaths(verified);
    return log.group(`Wait until ${address} serves ${(0,src_text/* count */.U9)(published.length, 'path')}`, async () => {
        try {
            await waitUntilServed({
                address,
                login: target.readerCredentials,
                paths: published,
                narHashes: new Map([...infosOf(verified)].map(([path, { narHash }]) => [path, narHash])),
                publicKeys: requiredKeys(run, verified) ?? [],
                commit: commit.commit,
                limit: { ...repository_limits/* defaultLimits */.M, ...limits }.servedTime,
                childEnvironment: environment.childEnvironment,
                log
            });
            return { ...verified, verification: { ...verification, served: address } };
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9))
                throw error;
            return { ...verified, verification: { ...verification, error } };
        }
    });
}

;// CONCATENATED MODULE: ./src/nix/substitute-closure.ts




/**
 * Substitutes closures into a store of its own, none of which this machine need have: first what the cache leaves to others, by this
 * machine's own substituters, then the rest from the cache. Answers which paths came from the cache; one that needs what nobody gave
 * is not asked for. Throws VERIFY_FAILED with Nix's reason.
 */
async function substituteClosure(nix, { inCache, upstream, ...request }) {
    const fresh = await (0,substitute/* makeStore */.yO)(request.directory);
    const { store, env } = fresh;
    // A derivation would be built instead of fetched.
    for (const chunk of (0,command/* chunkOperands */.y)(upstream.filter((path) => !path.endsWith('.drv')))) {
        const args = ['--store', store, '--realise', '--keep-going', '--no-gc-warning', '--', ...chunk];
        // What it could not fetch is seen below.
        await (0,run/* runNix */.dI)(nix, { program: 'nix-store', args }, { env });
    }
    const missing = await (0,validity/* invalidPaths */.i)(nix, upstream, store);
    const wanted = completePaths(inCache, missing);
    await (0,substitute/* substituteAll */._U)(nix, request, fresh, wanted);
    return wanted;
}
/** Those of the paths whose closure holds nothing that is missing, sorted. */
function completePaths(references, missing) {
    const referrers = new Map();
    for (const [path, targets] of references) {
        for (const target of targets)
            referrers.set(target, [...(referrers.get(target) ?? []), path]);
    }
    const incomplete = new Set(missing);
    // A set's iteration meets what is added meanwhile.
    for (const path of incomplete) {
        for (const referrer of referrers.get(path) ?? [])
            incomplete.add(referrer);
    }
    return [...references.keys()].filter((path) => !incomplete.has(path)).sort();
}

;// CONCATENATED MODULE: ./src/publish/verify-received.ts








/**
 * Reads back what other jobs packed. The narinfos always; by Nix where there is one. None of the paths is in this machine's store, and
 * what upstream caches have of their closures is fetched from there.
 */
function verifyReceived(run, committed) {
    return verifyCommit(run, committed, async ({ commit, readBack }) => {
        const snapshot = await readBack();
        await readNarInfosBack(run, committed, snapshot);
        const published = publishedPaths(committed);
        const files = { kind: 'narinfo', paths: published.length };
        if (run.inputs.verify === 'narinfo')
            return { ...files, note: '' };
        const nix = await openNixIfThere(run);
        if (nix === null) {
            return {
                ...files,
                note: 'There is no Nix in this job: the narinfos were read back from the commit, and no NAR was substituted.'
            };
        }
        const copied = await verify_received_substituteBack(run, committed, { nix, commit, snapshot, published });
        const open = published.filter((path) => !copied.has(path));
        return {
            kind: 'substitute',
            paths: published.length - open.length,
            note: open.length === 0
                ? ''
                : `Not substituted, as they refer to what neither the target nor this machine’s substituters have: ${(0,src_text/* count */.U9)(open.length, 'path')}, ${open[0] ?? ''} among them. Their narinfos were read back.`
        };
    });
}
async function openNixIfThere({ environment, log }) {
    try {
        return await (0,nix_nix/* openNix */.MP)({
            env: environment.childEnvironment,
            cwd: environment.workspace,
            log
        });
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9 && error.code === 'NIX_MISSING')
            return null;
        throw error;
    }
}
async function verify_received_substituteBack(run, committed, { nix, commit, snapshot, published }) {
    const { target, nars } = committed;
    const { inCache, upstream } = await closureInTarget(snapshot, published);
    const from = await target.readableAt(commit, [...inCache.keys()].map((path) => (0,store_path/* parseStorePath */.GV)(path).hash), (0,external_node_path_.join)(run.scratch, 'readable'), nars.map(({ cachePath }) => cachePath));
    const copied = await substituteClosure(nix, {
        from,
        // Of what earlier runs published, some may be signed by another key: readers are told of all.
        publicKey: requiredKeys(run, committed)?.join(' ') ?? null,
        inCache: new Map([...inCache].map(([path, narInfo]) => [path, referencesOf(narInfo)])),
        upstream,
        directory: (0,external_node_path_.join)(run.scratch, 'fresh-store')
    });
    return new Set(copied);
}

;// CONCATENATED MODULE: ./src/publish/publish.ts

























/**
 * Builds, packs, commits and verifies, or the part of it that the phase is. `error` in what it returns is what failed beside what was
 * published (an attribute that does not build, a commit that cannot be read back); what stops the whole run is thrown, and then
 * nothing was written.
 */
async function publish(run) {
    const { inputs } = run;
    switch (inputs.phase) {
        case 'all':
            return unlessClosed({ ...run, inputs }, buildAndCommit);
        case 'pack':
            return packForOthers({ ...run, inputs });
        case 'commit':
            return unlessClosed({ ...run, inputs }, commitPacked);
    }
}
/** Of a pull request that was closed nothing is published. */
async function unlessClosed(run, work) {
    refuseSecrets(run);
    const { pullRequest } = run.environment;
    const isLeft = run.inputs.onPullRequest !== 'publish' && pullRequest?.isClosed === true;
    return isLeft ? closePullRequest(run, pullRequest) : work(run);
}
async function buildAndCommit(run) {
    const { plan, restored } = await planAndRestore(run, { check: refuseUnwritable });
    refuseUnserved(run, plan.target);
    refuseCachedBranch(run, plan.target);
    let held = plan.held;
    try {
        let built = await (0,src_run/* timed */.a)(run, 'build', () => buildPlan(run, plan, restored));
        let packedSoFar = [];
        let lost = 0;
        for (let round = 1;; round++) {
            const selected = await (0,src_run/* timed */.a)(run, 'select', () => selectPaths(run, built));
            held = new Set([...held, ...(0,held_gone/* heldPaths */.KZ)(selected.dropped)]);
            const packed = await (0,src_run/* timed */.a)(run, 'pack', () => packPaths(run, selected, packedSoFar));
            packedSoFar = [...packedSoFar, ...packed.packed];
            const committed = await (0,src_run/* timed */.a)(run, 'commit', () => (0,commit_artifacts/* commitArtifacts */.T)(run, packed, lost));
            if (committed.kind === 'committed') {
                const landed = (0,publish_run/* mayWrite */.J)(run) ? selected.selected.map(({ storePath }) => storePath) : [];
                held = new Set([...held, ...landed]);
                const verified = await (0,src_run/* timed */.a)(run, 'verify', async () => verifyServed(run, await verifyBuilt(run, committed)));
                const reported = (0,report_published/* reportPublish */.Cl)(run, verified, { notes: committed.notes, error: null });
                const followed = await moveCachedBranch(run, verified, reported);
                const told = await tellPullRequest(run, verified, followed);
                return await withReuse(told, plan, restored);
            }
            (0,held_gone/* tellGone */.Xr)(run.log, round, committed);
            const { storePaths, snapshot } = committed;
            lost = committed.lost;
            held = new Set([...held].filter((path) => !storePaths.includes(path)));
            const again = await (0,src_run/* timed */.a)(run, 'plan', () => planAgain(run, built, snapshot));
            held = new Set([...held, ...again.held]);
            built = await (0,src_run/* timed */.a)(run, 'build', () => buildPlan(run, again, restored, built.tried));
        }
    }
    finally {
        await keepForNext(run, plan, restored, held);
    }
}
/** Without key, and without leave to write: what it makes is a folder. */
async function packForOthers(asked) {
    (0,write/* prepareFolder */.G)(asked.inputs.outputDirectory);
    const row = readRow(asked);
    const run = row === null ? asked : runOfRow(asked, row);
    const take = row === null ? undefined : (nix) => takeRow(run, nix, row);
    const { plan, restored } = await planAndRestore(run, { take });
    let held = new Set([
        ...plan.held,
        ...(plan.rowWork?.fromOthers.keys() ?? [])
    ]);
    try {
        const built = await (0,src_run/* timed */.a)(run, 'build', () => buildPlan(run, plan, restored));
        const selected = await (0,src_run/* timed */.a)(run, 'select', async () => addHanded(run, await selectPaths(run, built)));
        held = new Set([...held, ...(0,held_gone/* heldPaths */.KZ)(selected.dropped)]);
        const packed = await (0,src_run/* timed */.a)(run, 'pack', () => packPaths(run, selected));
        const settled = await (0,pins/* settlePackedPins */.Qy)(packed);
        (0,write/* writePackedFolder */.M)(run, packed, settled.pins);
        return await withReuse(reportPacked(run, packed, settled), plan, restored);
    }
    finally {
        await keepForNext(run, plan, restored, held);
    }
}
/** Key and token, and no build: what other jobs packed is checked from its bytes up before the first request that writes. */
async function commitPacked(run) {
    const checked = await (0,src_run/* timed */.a)(run, 'check', () => checkPacked(run));
    refuseUnserved(run, checked.target);
    refuseCachedBranch(run, checked.target);
    let { before } = checked;
    let lost = 0;
    for (let round = 1;; round++) {
        const received = await (0,src_run/* timed */.a)(run, 'check', async () => {
            const ready = await receivePacked(run, checked, before);
            const isNews = ready.packed.length + ready.toSign.length > 0;
            const refusal = isNews && round === 1 && (0,publish_run/* mayWrite */.J)(run) ? await ready.target.refusal(before) : null;
            if (refusal !== null)
                throw refusal;
            return ready;
        });
        const committed = await (0,src_run/* timed */.a)(run, 'commit', () => (0,commit_artifacts/* commitArtifacts */.T)(run, received, lost));
        if (committed.kind === 'committed') {
            const verified = await (0,src_run/* timed */.a)(run, 'verify', async () => verifyServed(run, await verifyReceived(run, committed)));
            const reported = (0,report_published/* reportPublish */.Cl)(run, verified, committed.remarks);
            const followed = await moveCachedBranch(run, verified, reported);
            return tellPullRequest(run, verified, followed);
        }
        (0,held_gone/* tellGone */.Xr)(run.log, round, committed);
        before = committed.snapshot;
        lost = committed.lost;
    }
}
/** The plan, and what earlier runs kept for its build; null: nothing. */
async function planAndRestore(run, { take, check }) {
    const plan = await (0,src_run/* timed */.a)(run, 'plan', async () => {
        const planned = await planPublish(run, take);
        await check?.(run, planned);
        return planned;
    });
    const restored = run.inputs.cache === null ? null : await (0,src_run/* timed */.a)(run, 'restore', () => restoreBuilt(run, plan));
    return { plan, restored };
}
/** What was built is left to the next run, whatever became of this one; but for what the target is found to hold. */
async function keepForNext(run, { nix }, restored, held) {
    if (restored !== null)
        await (0,src_run/* timed */.a)(run, 'keep', () => keepBuilt(run, nix, restored, held));
}
async function withReuse({ report, error }, { nix }, restored) {
    if (restored === null)
        return { report, error };
    const paths = await reusedPaths(nix, restored);
    const reused = { paths: paths.length, of: restored.entries.length };
    return { report: { ...report, reused }, error };
}


/***/ }),

/***/ 585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   r9: () => (/* binding */ stateText),
/* harmony export */   zL: () => (/* binding */ pullRequestBlocks)
/* harmony export */ });
/* harmony import */ var pretty_bytes__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85901);
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _report_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83578);
/* harmony import */ var _report_failed_builds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51727);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48992);





/** Lines of one closure's change. */
const mostNames = 50;
/** Attributes that are named of one change. */
const mostNamed = 5;
/**
 * What a pull request's run tells of it, as Markdown for its comment and for the job's summary. `shown`: so many of each list. Attributes, versions
 * and logs are other people's words.
 */
function pullRequestBlocks(view, shown = Infinity) {
    const { attributes, closures, isCut, tryIt, failures } = view;
    const logs = (0,_report_failed_builds_js__WEBPACK_IMPORTED_MODULE_2__/* .failedBuilds */ .B)(failures.flatMap(({ builds = [] }) => builds), shown);
    return [
        headline(view),
        ...(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Attribute', 'State', 'Build', 'NAR', 'Closure', 'Compared with'], attributes.slice(0, shown).map(attributeRow)),
        ...(0,_report_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .rest */ .zs)(attributes.length, shown),
        ...closureBlocks(closures, isCut, shown),
        ...(logs.length === 0 ? [] : (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)('Last lines of what failed', logs)),
        ...(tryIt.length === 0
            ? []
            : ['Try it, while the pull request is open:', (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fencedText */ .fV)(tryIt.join('\n'))])
    ];
}
function headline({ attributes, head, runUrl }) {
    const of = (states) => attributes.filter(({ state }) => states.includes(state)).length;
    const [bad, fresh, held] = [of(['failed', 'missing']), of(['built', 'new']), of(['held'])];
    const counts = [
        ...(bad === 0 ? [] : [`**${bad} failed**`]),
        ...(fresh === 0 ? [] : [`${fresh} new`]),
        ...(held === 0 ? [] : [`${held} in the cache`])
    ];
    const what = counts.length === 0 ? 'nothing is new' : counts.join(', ');
    const run = runUrl === null ? '' : ` (${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)('run', runUrl)})`;
    return `**Nix builds of** ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)((0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(head.sha.slice(0, 12)), head.url)}: ${what}${run}`;
}
function attributeRow(one) {
    const { attribute, output, system, base, narSize, closureSize, buildSeconds } = one;
    const where = system === null ? '' : ` ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(system)}`;
    const name = output === null ? attribute : `${attribute} (${output})`;
    return [
        `${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name)}${where}`,
        stateText(one),
        buildSeconds === null ? '' : duration(buildSeconds),
        size(narSize, base?.narSize ?? null),
        size(closureSize, base?.closureSize ?? null),
        base === null ? '' : baseText(one, base)
    ];
}
/** Of one attribute, in few words; Markdown. */
function stateText({ state, code }) {
    const why = code === null ? '' : ` (${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(code, 60)})`;
    switch (state) {
        case 'failed':
            return code === 'EVALUATION_FAILED' ? '**does not evaluate**' : `**failed**${why}`;
        case 'missing':
            return '**not known**: its job left nothing';
        case 'built':
            return 'built';
        case 'new':
            return 'new to the cache';
        case 'held':
            return 'in the cache';
        case 'upstream':
            return 'left to upstream';
        case 'excluded':
            return 'excluded';
    }
}
/** With the difference to the base's. */
function size(bytes, before) {
    if (bytes === null)
        return '';
    if (before === null || before === bytes)
        return (0,pretty_bytes__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(bytes);
    return `${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(bytes)} (${(0,pretty_bytes__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(bytes - before, { signed: true })})`;
}
function baseText({ storePath }, base) {
    const version = base.version === null ? '' : ` ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(base.version, 60)}`;
    const which = base.isOfBase ? 'the base' : 'the newest in the cache';
    return base.storePath === storePath ? `${which}: the same` : `${which}${version}`;
}
/** `7 s`, `2 min 5 s`, `1 h 3 min` */
function duration(seconds) {
    if (seconds < 1)
        return 'under 1 s';
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
    if (hours > 0)
        return `${hours} h ${minutes} min`;
    return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
function closureBlocks(closures, isCut, shown) {
    if (closures.length === 0)
        return [];
    const blocks = closures.slice(0, shown).flatMap(({ attributes, lines, came, went }) => {
        const names = attributes.slice(0, mostNamed).map((name) => (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name));
        const others = attributes.length - names.length;
        const of = `${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
        const more = lines.length > mostNames ? [`… and ${lines.length - mostNames} more`] : [];
        return [
            `${of}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(came, 'store path')} came, ${went} went${lines.length === 0 ? ', all of them of the same versions' : ''}.`,
            ...(lines.length === 0
                ? []
                : [(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fencedText */ .fV)([...lines.slice(0, mostNames), ...more].join('\n'))])
        ];
    });
    const cut = 'What upstream caches have is compared as far as paths of this cache refer to it: what it needs itself was not looked at.';
    return (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)('What came and went in the closures', [...blocks, ...(isCut ? [cut] : [])]);
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

/***/ 23554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   ZH: () => (/* binding */ readRowDerivations),
/* harmony export */   Zc: () => (/* binding */ builtForOthers),
/* harmony export */   j1: () => (/* binding */ readThere),
/* harmony export */   tD: () => (/* binding */ givers)
/* harmony export */ });
/* harmony import */ var _build_plan_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95811);
/* harmony import */ var _binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55731);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32393);
/* harmony import */ var _nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44681);
/* harmony import */ var _nix_validity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93861);





/** The .drv files of what rows build, as far as the streams that were imported have them. */
async function readThere(nix, rows) {
    const drvPaths = [...new Set(rows.flatMap(({ builds }) => builds))];
    const elsewhere = await (0,_nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_3__/* .holdPaths */ .Sq)(nix, drvPaths);
    return (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .readDerivations */ .rj)(nix, drvPaths.filter((drvPath) => !elsewhere.has(drvPath)), { closure: false });
}
/** Rows of the first wave that a row takes from. */
function givers({ rows }, { takes }) {
    const ids = new Set(takes.map(({ row }) => row));
    return rows.filter(({ id }) => ids.has(id));
}
/**
 * What a row builds, and what those that it takes from build of what it needs, once its streams were imported. Throws PLAN_INVALID when
 * the store has not what the plan says.
 */
async function readRowDerivations(nix, plan, row) {
    const needed = [
        ...row.attributes.map(({ drvPath }) => drvPath),
        ...row.builds,
        ...row.takes.map(({ drvPath }) => drvPath)
    ];
    const lost = await (0,_nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_3__/* .holdPaths */ .Sq)(nix, [...needed, ...row.paths.map(({ storePath }) => storePath)]);
    for (const path of lost)
        throw (0,_build_plan_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .planInvalid */ .r3)(path, 'it is in none of the streams of its row');
    const beside = givers(plan, row).flatMap(({ builds }) => builds);
    const elsewhere = await (0,_nix_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .invalidPaths */ .i)(nix, beside);
    const here = beside.filter((drvPath) => !elsewhere.has(drvPath));
    const derivations = await (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .readDerivations */ .rj)(nix, [...new Set([...needed, ...here])], {
        closure: false
    });
    for (const { drvPath, outputs } of row.attributes) {
        for (const { name, path } of outputs)
            checkOutput(derivations, drvPath, path, name);
    }
    for (const { drvPath, storePath } of row.takes)
        checkOutput(derivations, drvPath, storePath);
    return derivations;
}
function checkOutput(derivations, drvPath, storePath, output) {
    const outputs = [...(derivations.get(drvPath)?.outputs ?? [])];
    if (outputs.some(([name, { path }]) => path === storePath && name === (output ?? name)))
        return;
    throw (0,_build_plan_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .planInvalid */ .r3)(drvPath, `the plan says that it makes ${storePath}, and it does not`);
}
/** Output path → the .drv of it. */
function outputsOf(drvPaths, derivations) {
    return new Map(drvPaths.flatMap((drvPath) => [...(derivations.get(drvPath)?.outputs.values() ?? [])].flatMap(({ path }) => path === null ? [] : [[path, drvPath]])));
}
/** What a row builds for others, to be built as its attributes are. Throws PLAN_INVALID. */
function builtForOthers({ builds, handsOn }, derivations) {
    const own = outputsOf(builds, derivations);
    const stray = handsOn.find((path) => !own.has(path));
    if (stray !== undefined)
        throw (0,_build_plan_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .planInvalid */ .r3)(stray, 'its row is to hand it on, and does not build it');
    const wanted = new Set(handsOn);
    return [...new Set(handsOn.flatMap((path) => own.get(path) ?? []))].map((drvPath) => {
        const { name = '', system = '', outputs = [] } = derivations.get(drvPath) ?? {};
        return {
            installable: drvPath,
            drvPath,
            name,
            pname: (0,_binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_1__/* .pnameOf */ .Vu)(name),
            version: (0,_binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(name),
            system,
            outputs: [...outputs].flatMap(([name, { path }]) => path !== null && wanted.has(path) ? [{ name, path }] : []),
            mainProgram: null
        };
    });
}


/***/ }),

/***/ 22642:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ substituterOf),
/* harmony export */   N6: () => (/* binding */ readHanded),
/* harmony export */   Si: () => (/* binding */ readPackedFor)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40996);
/* harmony import */ var _cache_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44332);
/* harmony import */ var _cache_trust_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38276);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8144);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48992);
/* harmony import */ var _packed_folder_find_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39672);
/* harmony import */ var _packed_folder_merge_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(94687);
/* harmony import */ var _packed_folder_read_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(26551);
/* harmony import */ var _derivations_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(23554);












/** What was handed to a row. Throws PACKED_INVALID, PACKED_CONFLICT. */
async function readHanded(run, plan, row, derivations) {
    const folders = run.inputs.handed;
    return readPackedFor(run, { folders, rows: [row, ...(0,_derivations_js__WEBPACK_IMPORTED_MODULE_11__/* .givers */ .tD)(plan, row)], own: row }, derivations);
}
/**
 * Reads the folders, every byte of them. Of each, what its row was to build is taken, and nothing else: a job can so put wrong content into
 * what it builds itself, and no other. `own`: the row whose logs are wanted. Throws PACKED_INVALID, PACKED_CONFLICT.
 */
async function readPackedFor({ environment, log }, request, derivations) {
    const rows = new Map(request.rows.map((one) => [one.id, one]));
    const taken = new Map();
    const manifests = new Map();
    const logs = new Map();
    // An earlier attempt at this row may have been killed.
    for (const folder of (0,_packed_folder_find_js__WEBPACK_IMPORTED_MODULE_8__/* .findPackedFolders */ .V)(request.folders, { skipsUnfinished: true })) {
        const { childEnvironment } = environment;
        const { manifest, packed, logs: own } = await (0,_packed_folder_read_js__WEBPACK_IMPORTED_MODULE_10__/* .readPackedFolder */ .f)(folder, { childEnvironment, log });
        const giver = rows.get(manifest.row ?? '');
        if (giver === undefined) {
            log.info(`${folder}: of no row that is taken from`);
            continue;
        }
        manifests.set(giver.id, [...(manifests.get(giver.id) ?? []), manifest]);
        const outputs = (0,_derivations_js__WEBPACK_IMPORTED_MODULE_11__/* .outputsOf */ .Yz)(giver.builds, derivations);
        for (const path of packed) {
            const { storePath } = path.info;
            const drvPath = outputs.get(storePath);
            if (drvPath === undefined)
                continue;
            const other = taken.get(storePath);
            if (other === undefined)
                taken.set(storePath, { folder, row: giver.id, drvPath, path });
            else
                (0,_packed_folder_merge_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseConflict */ .X)(other, { folder, path });
        }
        if (giver === request.own)
            for (const [deriver, bytes] of own)
                logs.set(deriver, bytes);
        log.info(`${folder}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(packed.length, 'path')} of row ${giver.id}, as the manifest says`);
    }
    return { paths: taken, manifests, logs };
}
/** A binary cache of what was handed, for this step: signed by a key that nobody knows when it is over. */
async function substituterOf({ paths }, directory) {
    if (paths.size === 0)
        return [];
    const { key } = (0,_cache_trust_js__WEBPACK_IMPORTED_MODULE_5__/* .trustFor */ .Qz)([]);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, _cache_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .narFolder */ .oM), { recursive: true });
    const files = new Map();
    const entries = [...paths.values()].map(({ drvPath, path: { info, nar } }) => {
        const { storePath, narHash, narSize, fileHash, fileSize, compression } = nar;
        const url = `${_cache_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .narFolder */ .oM}/${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(nar.cachePath)}`;
        files.set(url, nar.diskPath);
        return {
            ...{ storePath, url, compression, fileHash, fileSize, narHash, narSize },
            references: info.references.map(_store_path_js__WEBPACK_IMPORTED_MODULE_6__/* .storePathBaseName */ .R5),
            // As the plan has it, whatever the job said.
            deriver: (0,_store_path_js__WEBPACK_IMPORTED_MODULE_6__/* .storePathBaseName */ .R5)(drvPath),
            signatures: [],
            ca: null
        };
    });
    for (const [url, diskPath] of files)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(diskPath, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, url));
    await (0,_cache_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .writeCacheFolder */ .M6)(directory, entries, key);
    return [{ url: (0,node_url__WEBPACK_IMPORTED_MODULE_2__.pathToFileURL)(directory).href, publicKey: (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .publicKeyText */ .gt)(key) }];
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


/***/ })

};
