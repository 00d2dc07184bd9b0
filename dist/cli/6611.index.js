export const id = 6611;
export const ids = [6611];
export const modules = {

/***/ 48068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ compress),
/* harmony export */   Wf: () => (/* binding */ compressionLevels),
/* harmony export */   Ys: () => (/* binding */ zstdFrameSize),
/* harmony export */   _4: () => (/* binding */ compressWhole)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _xz_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20558);





/** Levels that each compression takes; null where there is no such thing. */
const compressionLevels = {
    // 20 to 22 need the reader to hold windows of up to 128 MiB.
    zstd: { min: 1, max: 19, default: 3 },
    xz: { min: 0, max: 9, default: 6 },
    none: null
};
/**
 * The bytes of `source` compressed, as they come. A level of null is the compression's default.
 *
 * What comes out depends on the bytes, the level and the compressor's version alone, never on the chunks that the source
 * came in nor on the number of cores: the same NAR packed on two runners is one file. When the consumer stops early, or the signal is aborted, child
 * processes and threads are done before the generator is.
 *
 * Throws INPUT_INVALID (a level out of range), COMPRESSOR_MISSING, COMPRESSOR_FAILED, and whatever `source` throws.
 */
function compress(source, compression, level, options) {
    switch (compression) {
        case 'zstd':
            return compressZstd(source, checkedLevel(compression, level));
        case 'xz':
            return (0,_xz_js__WEBPACK_IMPORTED_MODULE_4__/* .compressXz */ .j)(source, checkedLevel(compression, level), options);
        case 'none':
            return source;
    }
}
/** What `compress` with zstd makes of these bytes, of which there are `zstdFrameSize` at most. Throws INPUT_INVALID. */
async function compressWhole(bytes, given) {
    const level = checkedLevel('zstd', given);
    return bytes.length <= quickLength && level <= quickLevel
        ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.zstdCompressSync)(bytes, oneFrame(bytes, level))
        : zstdFrame(bytes, level);
}
// Below a millisecond, of which a thread's way there and back would take three quarters (measured at 30 kB).
const quickLength = 128 * 1024;
const quickLevel = 6;
function checkedLevel(compression, given) {
    const levels = compressionLevels[compression];
    const level = given ?? levels.default;
    if (!Number.isInteger(level) || level < levels.min || level > levels.max) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: `compression-level ${level}`,
            reason: `${compression} takes whole numbers from ${levels.min} to ${levels.max}`
        });
    }
    return level;
}
/**
 * Each 4 MiB of the NAR become a zstd frame of their own, several at once: a file of many frames is as good as one of a single frame
 * (RFC 8878, section 3), and Nix reads it.
 *
 * Not zstd's own worker threads (ZSTD_c_nbWorkers): when they leave a part of a chunk for the next call, node:zlib takes that for the end of the
 * stream and cuts the file short (https://github.com/nodejs/node/issues/59899; here, on 24.21, 5 of 12 streams of 64 MiB). Nor one long stream, to
 * which an end() that meets a queued write adds an empty frame (https://github.com/nodejs/node/issues/66078): its bytes depend on timing.
 *
 * 4 MiB, measured on 720 MB of programs against `zstd -T0`: the same size at level 3, 2 % more at 9, 3 % more at 19. 8 MiB would
 * save 0.7 % and cost 30 MiB of memory.
 */
const zstdFrameSize = 4 * 1024 * 1024;
/** ZSTD_compressBound: what does not shrink grows by 1/256 at most, and 64 bytes when it is short. */
function zstdFrameBound(length) {
    return length + Math.ceil(length / 256) + 64;
}
// libuv runs four of them at once (UV_THREADPOOL_SIZE); one more is read meanwhile.
const framesInFlight = Math.min((0,node_os__WEBPACK_IMPORTED_MODULE_1__.availableParallelism)(), 4) + 1;
async function* compressZstd(source, level) {
    // Segments are written over once their frame is made: fresh ones for each frame cost 5 % of the time in page faults and garbage.
    const spare = [];
    const compressFrame = async (segment) => {
        const frame = await zstdFrame(segment, level);
        spare.push(segment);
        return frame;
    };
    const frames = [];
    try {
        for await (const segment of segmentsOf(source, zstdFrameSize, spare)) {
            const frame = compressFrame(segment);
            frame.catch(() => undefined); // it is looked at when its turn comes
            const inFlight = frames.push(frame);
            if (inFlight === framesInFlight)
                yield* frames.splice(0, 1);
        }
        yield* frames;
    }
    finally {
        await Promise.allSettled(frames);
    }
}
/** One write that ends a frame, into a buffer that surely holds it, is what libzstd does in one pass: a sixth less work than as a stream. */
async function zstdFrame(segment, level) {
    const compressor = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createZstdCompress)({
        ...oneFrame(segment, level),
        flush: node_zlib__WEBPACK_IMPORTED_MODULE_2__.constants.ZSTD_e_end
    });
    try {
        compressor.write(segment);
        // Never end(): it would add the empty frame.
        const [frame] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(compressor, 'data'));
        return frame;
    }
    finally {
        compressor.destroy();
    }
}
function oneFrame({ length }, level) {
    return {
        params: { [node_zlib__WEBPACK_IMPORTED_MODULE_2__.constants.ZSTD_c_compressionLevel]: level },
        chunkSize: zstdFrameBound(length)
    };
}
/** The same bytes in pieces of exactly `size`, but for the last. Takes the memory for them from `spare` as long as there is some. */
async function* segmentsOf(source, size, spare) {
    let segment = Buffer.allocUnsafeSlow(size);
    let length = 0;
    for await (const chunk of source) {
        let taken = 0;
        while (taken < chunk.length) {
            const count = chunk.copy(segment, length, taken);
            taken += count;
            length += count;
            if (length < size)
                continue;
            yield segment;
            segment = spare.pop() ?? Buffer.allocUnsafeSlow(size);
            length = 0;
        }
    }
    if (length > 0)
        yield segment.subarray(0, length);
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

/***/ 29405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseOutputDirectory),
/* harmony export */   p: () => (/* binding */ parseLeft)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18961);



// Not in action.yml, whose default every phase is given: `output-directory` says something in two phases only.
const defaultOutputDirectory = 'nar-publish-out';
/** Where a phase leaves what it made: below the workspace, or wherever an absolute path says. Throws INPUT_INVALID. */
function parseOutputDirectory(environment) {
    const { workspace } = environment;
    const given = environment.input('output-directory') || defaultOutputDirectory;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, given);
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, folder);
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(given) || (below !== '' && !/^\.\.(\/|$)/.test(below)))
        return folder;
    throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)('output-directory', given, 'a folder below the workspace, or an absolute path');
}
/** What other jobs left, absolute, each once. Throws INPUT_MISSING. */
function parseLeft(environment, name) {
    const given = (0,_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)(environment.input(name));
    if (given.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'INPUT_MISSING',
            subject: `input ${name}`,
            reason: 'it is empty, and this phase takes what it names',
            hint: 'Give the folder that the artifacts of the other jobs were downloaded to.',
            terminal: { hint: 'Give the folder that holds what the other machines left.' }
        });
    }
    return [...new Set(given.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(environment.workspace, path)))];
}


/***/ }),

/***/ 69901:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n5: () => (/* binding */ refuseOtherPhases)
/* harmony export */ });
/* unused harmony exports refuseMisspelt, refuseOtherModes */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84257);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18961);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13912);






/**
 * Refuses what is nearly the name of an input: the runner only warns of it, and without what was meant the run would do something else. What is
 * nobody's at all may be a variable of the job's own. Throws INPUT_INVALID.
 */
function refuseMisspelt({ givenInputs }) {
    for (const given of givenInputs) {
        if (isOneOf(inputNames, given))
            continue;
        const meant = didYouMean(given, inputNames).trimEnd();
        if (meant === '')
            continue;
        throw new NarPublishError({
            code: 'INPUT_INVALID',
            subject: `input ${quote(given)}`,
            reason: 'there is no such input',
            hint: meant
        });
    }
}
/** Refuses inputs that the mode would pass over in silence. Throws INPUT_INVALID. */
function refuseOtherModes(environment, mode) {
    refuse(environment, 'mode', mode, modeDoes[mode], (name) => modes.filter((other) => inputs[name].takenBy[other] !== undefined));
}
/** Refuses inputs of the mode that only its other phases take. Throws INPUT_INVALID. */
function refuseOtherPhases(environment, mode, phase) {
    refuse(environment, 'phase', phase, _modes_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseDoes */ .BI[mode][phase], (name) => {
        const taken = _table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputs */ .QL[name].takenBy[mode];
        // What other modes alone take is no phase's matter: on a terminal a variable may be meant for another command.
        return taken === undefined || taken === true ? _modes_js__WEBPACK_IMPORTED_MODULE_1__/* .phases */ .tW[mode] : taken;
    });
}
function refuse(environment, division, now, does, placesOf) {
    for (const name of _table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputNames */ .vj) {
        const places = placesOf(name);
        if (places.includes(now))
            continue;
        const given = environment.input(name);
        // As action.yml gives it, which says nothing.
        if (given === '' || given.toLowerCase() === (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultOf */ .HA)(name).toLowerCase())
            continue;
        throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .disagreement */ .fn)([name, division], `\`${name}\` has no meaning in ${division} \`${now}\`, which ${does}`, `Leave \`${name}\` out, or give it where \`${division}\` is ${places.map((place) => `\`${place}\``).join(' or ')}.`);
    }
}


/***/ }),

/***/ 6679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseTrustedKeys)
/* harmony export */ });
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40996);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18961);


/** `name:base64`, no two the same. Throws SIGNING_KEY_INVALID. */
function parseTrustedKeys(environment) {
    return [...new Set((0,_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(environment.input('trusted-keys')).map(_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPublicKey */ .$z))];
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

/***/ 58176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refused),
/* harmony export */   _: () => (/* binding */ parseCachedBranch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73332);
/* harmony import */ var _repository_branch_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33444);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48992);




/**
 * `cached-branch`; null: none is given. `expected`: of a run that takes what other jobs packed; null: the run builds it all. Throws
 * BRANCH_INVALID, INPUT_INVALID, INPUT_MISSING, TOKEN_MISSING.
 */
function parseCachedBranch(environment, { token }, closure, expected) {
    const text = environment.input('cached-branch');
    if (text === '')
        return null;
    const name = (0,_repository_branch_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBranchName */ .pD)(text, `input cached-branch, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)}`);
    const { repository, revision, eventName, refName } = environment;
    if (repository === null || revision === null || eventName === null) {
        throw refused(name, 'only a job of GitHub Actions is for a commit that a branch can move to');
    }
    if (refName === name) {
        throw refused(name, 'the run is for that branch itself, which moves when people push to it');
    }
    if (closure === 'source') {
        throw refused(name, '`closure: source` publishes what building takes, and not what was built');
    }
    if (expected !== null)
        refuseUnknown(expected);
    (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .checkToken */ .SK)(token, 'github', environment);
    return { name, token };
}
/** What cannot follow. */
function refused(name, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'INPUT_INVALID',
        subject: `input cached-branch, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)}`,
        reason,
        hint: 'Give `cached-branch` a name that no other branch of the repository has, such as `cached`; docs/cached-branch.md tells more.'
    });
}
/** Without all of it nobody knows what everything is. */
function refuseUnknown({ rows, beside }) {
    if (rows !== null && beside !== null)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: rows === null ? 'INPUT_MISSING' : 'INPUT_INVALID',
        subject: 'input expected',
        reason: rows === null
            ? 'it is empty, and `cached-branch` moves when everything that was expected has landed'
            : 'it does not say what the matrix made no row for, and `cached-branch` moves when that is cached, too',
        hint: 'Give `expected` the output `expected` of the run with `mode: matrix`, which has it all.'
    });
}


/***/ }),

/***/ 73109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseExpectedText),
/* harmony export */   I: () => (/* binding */ formatExpected)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);

const prefix = 'gzip:';
/** bytes */
const largestText = 16 * 1024 * 1024;
/**
 * A matrix's rows for the input `expected`, with what their artifacts are called, and short: an input is a variable of its step's process, for which Linux has 128 KiB
 * (execve(2), MAX_ARG_STRLEN). Some thousand attributes have more as JSON, and nothing of that step would run. `beside`: null says nothing of
 * it.
 */
function formatExpected(rows, beside = { held: [], failures: [] }) {
    const include = rows.map(({ name, system, attribute, pnames }) => {
        return { name, system, attribute, pnames };
    });
    const json = JSON.stringify({ include, ...beside });
    return prefix + (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(json, { level: 9 }).toString('base64');
}
/** The JSON of `formatExpected`, or of the output `matrix`, which is taken as well. Throws what zlib and JSON throw. */
function parseExpectedText(text) {
    if (!text.startsWith(prefix))
        return JSON.parse(text);
    const bytes = Buffer.from(text.slice(prefix.length), 'base64');
    return JSON.parse((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(bytes, { maxOutputLength: largestText }).toString('utf8'));
}


/***/ }),

/***/ 86611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JK: () => (/* binding */ parseClosure),
  Qw: () => (/* binding */ parsePublishInputs),
  wH: () => (/* binding */ parseReadTargetInputs),
  UU: () => (/* binding */ parseReleaseAbove),
  ZG: () => (/* binding */ parseRoute)
});

// UNUSED EXPORTS: onPullRequest, parsePublishStep, verifications

// EXTERNAL MODULE: ./src/binary-cache/compress.ts
var compress = __webpack_require__(48068);
// EXTERNAL MODULE: ./src/binary-cache/types.ts
var types = __webpack_require__(89635);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/table.ts + 6 modules
var table = __webpack_require__(13912);
;// CONCATENATED MODULE: ./src/cache/inputs.ts


/** null: switched off. Throws INPUT_INVALID. */
function parseCache(environment) {
    const budget = (0,readers/* parseSize */.DB)(environment, 'cache-size');
    if ((0,readers/* parseBoolean */.yG)(environment, 'cache'))
        return { budget };
    const given = environment.input('cache-size');
    if (given === '' || given === (0,table/* defaultOf */.HA)('cache-size'))
        return null;
    throw (0,readers/* disagreement */.fn)(['cache-size', 'cache'], '`cache-size` is given, and nothing is kept without `cache: true`', 'Add `cache: true`, or leave `cache-size` out.');
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(90832);
// EXTERNAL MODULE: ./src/inputs/modes.ts
var modes = __webpack_require__(84257);
// EXTERNAL MODULE: ./src/inputs/phases.ts
var inputs_phases = __webpack_require__(29405);
// EXTERNAL MODULE: ./src/inputs/refuse.ts
var refuse = __webpack_require__(69901);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/inputs/trusted-keys.ts
var trusted_keys = __webpack_require__(6679);
// EXTERNAL MODULE: ./src/nix/types.ts
var nix_types = __webpack_require__(56310);
// EXTERNAL MODULE: ./src/repository/address.ts
var address = __webpack_require__(56540);
// EXTERNAL MODULE: ./src/repository/limits.ts
var limits = __webpack_require__(3546);
;// CONCATENATED MODULE: ./src/repository/types.ts
/** How a commit gets into the branch: through GitHub's Git Data API, or as one pack pushed by git. */
const routes = ['api', 'push'];

// EXTERNAL MODULE: ./src/publish/cached-branch/inputs.ts
var inputs = __webpack_require__(58176);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/publish/expected-rows.ts
var expected_rows = __webpack_require__(73109);
;// CONCATENATED MODULE: ./src/publish/expected.ts






// As the outputs `matrix` and `expected` have it. Other keys are the workflow's own.
const matrix = schemas/* object */.Ikc({
    include: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        system: schemas/* string */.YjP(),
        attribute: schemas/* string */.YjP(),
        pnames: schemas/* array */.YOg(schemas/* string */.YjP()).optional()
    })),
    held: schemas/* array */.YOg(schemas/* object */.Ikc({
        attribute: schemas/* string */.YjP(),
        system: schemas/* string */.YjP(),
        storePath: schemas/* string */.YjP().refine(store_path/* isStorePath */.zP)
    }))
        .optional(),
    failures: schemas/* array */.YOg(schemas/* object */.Ikc({ attribute: schemas/* string */.YjP(), code: schemas/* string */.YjP() })).optional()
});
/** `systems`, `expected` and `pin-prefix`, of a run that takes what other jobs packed. Throws SYSTEM_UNKNOWN, INPUT_INVALID. */
function parseExpected(environment) {
    const systems = (0,common/* givenSystems */.uG)(environment);
    const prefix = environment.input('pin-prefix');
    return {
        systems: systems.length === 0 ? null : systems,
        ...parseRows(environment),
        pinPrefix: prefix === '' ? 'any' : prefix === 'none' ? null : { text: prefix }
    };
}
function parseRows(environment) {
    const text = environment.input('expected');
    if (text === '')
        return { rows: null, beside: null };
    const rows = matrix.safeParse((0,errors/* attempt */.CD)(() => (0,expected_rows/* parseExpectedText */.D)(text), null));
    if (!rows.success) {
        throw (0,readers/* invalid */.Gq)('expected', text, 'the output `expected` of a run with `mode: matrix`, or its `matrix`');
    }
    const { include, held, failures } = rows.data;
    return {
        rows: include.map(({ name, system, attribute, pnames }) => ({
            name,
            system,
            attributes: (0,readers/* lines */.Mn)(attribute),
            pnames: pnames ?? null
        })),
        beside: held === undefined || failures === undefined ? null : { held, failures }
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/pins/name.ts
var pins_name = __webpack_require__(85337);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
;// CONCATENATED MODULE: ./src/publish/pin-inputs.ts




/**
 * The lines `name=path` of `pin`, `{system}` replaced in both by each of the systems. The last `=` counts: names are other people's
 * words (branches), and none of them can lead the pin of another name elsewhere. Throws INPUT_INVALID, PIN_NAME_INVALID.
 */
function parsePins(environment, systems) {
    const pins = new Map();
    for (const line of (0,readers/* lines */.Mn)(environment.input('pin')).flatMap((line) => expand(line, systems))) {
        const end = line.lastIndexOf('=');
        const [name, path] = [line.slice(0, end).trim(), line.slice(end + 1).trim()];
        if (end === -1 || name === '' || path === '') {
            throw (0,readers/* invalid */.Gq)('pin', line, '`name=path`, one a line; the path without `=`');
        }
        (0,pins_name/* checkPinName */.Rk)(name, 'input pin');
        const other = pins.get(name);
        if (other !== undefined && other !== path) {
            throw (0,readers/* invalid */.Gq)('pin', line, `one path for each name; ${(0,src_text/* quote */.hD)(name)} is also ${(0,src_text/* quote */.hD)(other)}`);
        }
        pins.set(name, path);
    }
    return [...pins].map(([name, path]) => ({ name, path }));
}
function expand(line, systems) {
    return line.includes('{system}')
        ? systems.map((system) => line.replaceAll('{system}', () => system))
        : [line];
}
/** Names that are to be pins no more. Throws INPUT_INVALID when one of them is to be pinned as well. */
function parseUnpin(environment, pins) {
    const names = [...new Set((0,readers/* lines */.Mn)(environment.input('unpin')))];
    for (const name of names)
        (0,pins_name/* checkPinName */.Rk)(name, 'input unpin');
    const both = pins.find(({ name }) => names.includes(name));
    if (both === undefined)
        return names;
    throw (0,readers/* disagreement */.fn)(['pin', 'unpin'], `both name ${(0,src_text/* quote */.hD)(both.name)}`, 'Give each name in one of them.');
}
/** null: there is no `om-results`. Throws INPUT_INVALID. */
function parseOmInputs(environment) {
    const file = environment.input('om-results');
    const subflakes = (0,readers/* lines */.Mn)(environment.input('subflake'));
    const prefix = environment.input('pin-prefix');
    if (file === '') {
        for (const name of ['subflake', 'pin-prefix']) {
            if (environment.input(name) === '')
                continue;
            throw (0,readers/* disagreement */.fn)(['om-results', name], `\`${name}\` is about \`om-results\`, which is empty`, `Give \`om-results\`, or leave \`${name}\` out.`);
        }
        return null;
    }
    return {
        file: (0,external_node_path_.resolve)(environment.workspace, file),
        subflakes,
        pinPrefix: prefix === 'none' ? null : prefix === '' ? environment.refName : prefix
    };
}

;// CONCATENATED MODULE: ./src/publish/provenance-inputs.ts

function parseProvenance(environment) {
    const file = (name) => {
        const given = environment.input(name);
        return given === '' ? null : (0,external_node_path_.resolve)(environment.workspace, given);
    };
    return { bundle: file('provenance'), subjects: file('provenance-subjects') };
}

;// CONCATENATED MODULE: ./src/publish/rebuild/inputs.ts





/** Throws INPUT_INVALID, INPUT_MISSING, SYSTEM_UNKNOWN. */
function inputs_parseRebuildInputs(environment) {
    const plan = environment.input('plan');
    const packed = parseLeft(environment, 'packed');
    if (plan === '') {
        throw new NarPublishError({
            code: 'INPUT_MISSING',
            subject: 'input plan',
            reason: 'it is empty, and `phase: rebuild` builds what a plan has',
            hint: 'Give the folder that `mode: matrix` left in `output-directory`.'
        });
    }
    return {
        mode: 'publish',
        phase: 'rebuild',
        plan: resolve(environment.workspace, plan),
        packed,
        systems: parseSystems(environment).value,
        sample: parseCount(environment, 'rebuild-sample', 1, 1000),
        timeLimit: parseTime(environment, 'rebuild-timeout'),
        outputDirectory: parseOutputDirectory(environment)
    };
}

;// CONCATENATED MODULE: ./src/publish/what-inputs.ts





/** Throws INPUT_MISSING when nothing is named and that is not meant, INPUT_INVALID, PIN_NAME_INVALID. */
function parseWhatToPublish(environment, systems, { mayBeNothing }) {
    const attributes = (0,readers/* lines */.Mn)(environment.input('flake-attribute'));
    const paths = (0,readers/* lines */.Mn)(environment.input('paths'));
    const omResults = parseOmInputs(environment);
    const pins = parsePins(environment, systems);
    const isOnlyPins = pins.length > 0 || environment.input('unpin') !== '';
    const isPlanned = environment.input('plan') !== '';
    if (isPlanned && attributes.length > 0) {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: 'inputs plan and flake-attribute',
            reason: 'a row of a plan has its attributes'
        });
    }
    if (!isPlanned &&
        !mayBeNothing &&
        attributes.length + paths.length === 0 &&
        omResults === null &&
        !isOnlyPins) {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_MISSING',
            subject: 'inputs flake-attribute, paths and om-results',
            reason: 'all are empty, so there is nothing to publish'
        });
    }
    const expanded = attributes.flatMap((attribute) => attribute.includes('{system}')
        ? systems.map((system) => attribute.replaceAll('{system}', () => system))
        : [attribute]);
    // `nix build /nix/store/…` takes a store path as an installable, so we do.
    return {
        installables: [...new Set(expanded.filter((attribute) => !(0,store_path/* isStorePath */.zP)(attribute)))],
        paths: [...new Set([...paths, ...expanded.filter(store_path/* isStorePath */.zP)])],
        omResults,
        pins
    };
}
/** `plan`, `row` and `handed`. Throws INPUT_MISSING. */
function parsePlanInputs(environment) {
    const folder = environment.input('plan');
    const row = environment.input('row');
    const handed = (0,readers/* lines */.Mn)(environment.input('handed'));
    const inWorkspace = (path) => (0,external_node_path_.resolve)(environment.workspace, path);
    if (folder !== '' && row !== '') {
        return { plan: { folder: inWorkspace(folder), row }, handed: handed.map(inWorkspace) };
    }
    if (folder === '' && row === '' && handed.length === 0)
        return { plan: null, handed: [] };
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_MISSING',
        subject: folder === '' ? 'input plan' : 'input row',
        reason: 'it is empty, and `plan`, `row` and `handed` go together',
        hint: 'Give `plan` the folder that `mode: matrix` left, and `row` the row’s `row`.'
    });
}

;// CONCATENATED MODULE: ./src/publish/inputs.ts





















const verifications = ['substitute', 'narinfo', 'readers', 'none'];
/** What a run for a pull request does with what it built. */
const onPullRequest = ['build', 'pin', 'publish'];
/** Of a job, which may also be the one that builds again what others packed. Throws what the two below throw. */
function parsePublishStep(environment, secrets) {
    if (oneOf(environment, 'phase', phases.publish) !== 'rebuild') {
        return parsePublishInputs(environment, secrets);
    }
    refuseOtherPhases(environment, 'publish', 'rebuild');
    return parseRebuildInputs(environment);
}
/**
 * Throws INPUT_INVALID, INPUT_MISSING, REGEX_INVALID, SYSTEM_UNKNOWN, SIGNING_KEY_INVALID, TOKEN_MISSING, REPOSITORY_INVALID,
 * BRANCH_INVALID.
 */
function parsePublishInputs(environment, secrets) {
    const phase = (0,readers/* oneOf */.yL)(environment, 'phase', modes/* publishing */.Kc);
    (0,refuse/* refuseOtherPhases */.n5)(environment, 'publish', phase);
    switch (phase) {
        case 'all':
            return {
                mode: 'publish',
                phase,
                ...parseAll(environment, secrets),
                ...parseTargetInputs(environment, secrets)
            };
        case 'pack':
            return {
                mode: 'publish',
                phase,
                outputDirectory: (0,inputs_phases/* parseOutputDirectory */.m)(environment),
                ...parsePlanInputs(environment),
                ...parseBuildInputs(environment),
                ...parseReadTargetInputs(environment, secrets),
                signingKeys: [],
                isSignedLater: true
            };
        case 'commit': {
            const expected = parseExpected(environment);
            return {
                mode: 'publish',
                phase,
                packed: isClosing(environment) ? [] : (0,inputs_phases/* parseLeft */.p)(environment, 'packed'),
                expected,
                ...parseCommitInputs(environment, secrets, [], expected),
                ...parseTargetInputs(environment, secrets)
            };
        }
    }
}
function parseAll(environment, secrets) {
    const build = parseBuildInputs(environment);
    return { ...build, ...parseCommitInputs(environment, secrets, build.pins, null) };
}
/** Of a pull request that is closed nothing is built, nor pinned: there need be nothing to publish. */
function isClosing(environment) {
    const way = (0,readers/* oneOf */.yL)(environment, 'on-pull-request', onPullRequest);
    return environment.pullRequest?.isClosed === true && way !== 'publish';
}
function parseTargetInputs(environment, { token }) {
    const target = (0,address/* parseTargetAddress */.B)(environment.input('target-repository'), environment);
    (0,inputs_secrets/* checkToken */.SK)(token, target.kind, environment);
    return {
        target,
        branch: (0,common/* parseBranch */.Qd)(environment, target),
        token: target.kind === 'github' ? token : '',
        substituterUrl: (0,common/* parseSubstituter */.Sv)(environment, target)
    };
}
/** For a run that only reads the target: a public one needs no token. */
function parseReadTargetInputs(environment, secrets) {
    if (secrets.token !== '')
        return parseTargetInputs(environment, secrets);
    const target = (0,address/* parseTargetAddress */.B)(environment.input('target-repository'), environment);
    const substituterUrl = (0,common/* parseSubstituter */.Sv)(environment, target);
    return { target, branch: (0,common/* parseBranch */.Qd)(environment, target), token: '', substituterUrl };
}
function parseBuildInputs(environment) {
    const systems = (0,common/* parseSystems */.gi)(environment);
    const compression = (0,readers/* oneOf */.yL)(environment, 'compression', types/* compressions */.M);
    return {
        ...parseWhatToPublish(environment, systems.value, { mayBeNothing: isClosing(environment) }),
        systems,
        compression,
        compressionLevel: parseCompressionLevel(environment, compression),
        isSignedLater: false,
        unsigned: (0,readers/* parseBoolean */.yG)(environment, 'unsigned'),
        closure: parseClosure(environment),
        upstreamKeys: parseUpstreamKeys(environment),
        exclude: (0,readers/* lines */.Mn)(environment.input('exclude')).map((text) => (0,readers/* parseRegex */.rG)('exclude', text)),
        cache: parseCache(environment),
        logs: (0,readers/* parseBoolean */.yG)(environment, 'logs')
    };
}
function parseCommitInputs(environment, secrets, pins, expected) {
    const target = (0,address/* parseTargetAddress */.B)(environment.input('target-repository'), environment);
    const closure = parseClosure(environment);
    return {
        route: parseRoute(environment, target),
        releaseAbove: parseReleaseAbove(environment, target),
        signingKeys: (0,inputs_secrets/* parseSigningKeys */.Br)(environment, secrets),
        unsigned: (0,readers/* parseBoolean */.yG)(environment, 'unsigned'),
        trustedKeys: (0,trusted_keys/* parseTrustedKeys */.n)(environment),
        site: (0,readers/* parseBoolean */.yG)(environment, 'site'),
        closure,
        verify: (0,readers/* oneOf */.yL)(environment, 'verify', verifications),
        unpin: parseUnpin(environment, pins),
        failOnEmpty: (0,readers/* parseBoolean */.yG)(environment, 'fail-on-empty'),
        logs: (0,readers/* parseBoolean */.yG)(environment, 'logs'),
        sizeBudget: (0,readers/* parseSize */.DB)(environment, 'size-budget'),
        dryRun: (0,readers/* parseBoolean */.yG)(environment, 'dry-run'),
        cachedBranch: (0,inputs/* parseCachedBranch */._)(environment, secrets, closure, expected),
        onPullRequest: (0,readers/* oneOf */.yL)(environment, 'on-pull-request', onPullRequest),
        comment: (0,readers/* parseBoolean */.yG)(environment, 'comment'),
        annotate: (0,readers/* parseBoolean */.yG)(environment, 'annotate'),
        provenance: parseProvenance(environment)
    };
}
function parseClosure(environment) {
    return (0,readers/* oneOf */.yL)(environment, 'closure', nix_types/* closureTypes */.R);
}
function parseRoute(environment, target) {
    const route = (0,readers/* oneOf */.yL)(environment, 'route', ['auto', ...routes]);
    if (route === 'api' && target.kind === 'git') {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: 'input route',
            reason: '`api` is GitHub’s, and `target-repository` is not on this GitHub',
            hint: 'Leave `route` out, or give `push`.'
        });
    }
    return route;
}
function parseReleaseAbove(environment, target) {
    if ((0,readers/* valueOf */.RP)(environment, 'release-above') === 'auto')
        return null;
    const bytes = (0,readers/* parseSize */.DB)(environment, 'release-above');
    const { largestTreeFile } = limits/* defaultLimits */.M;
    if (bytes > largestTreeFile) {
        const accepted = '`auto`, or a size from 1 byte to `100 MiB`, which is the most that Git takes on GitHub';
        throw (0,readers/* invalid */.Gq)('release-above', environment.input('release-above'), accepted);
    }
    if (target.kind === 'git') {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: 'input release-above',
            reason: 'release assets are GitHub’s, and `target-repository` is not on this GitHub',
            hint: 'Leave `release-above` out.'
        });
    }
    return bytes;
}
function parseCompressionLevel(environment, compression) {
    const text = environment.input('compression-level');
    const range = compress/* compressionLevels */.Wf[compression];
    if (range === null) {
        if (text === '')
            return null;
        throw (0,readers/* invalid */.Gq)('compression-level', text, 'nothing, as compression none has no levels');
    }
    if (text === '')
        return range.default;
    const level = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
    if (!(level >= range.min && level <= range.max)) {
        throw (0,readers/* invalid */.Gq)('compression-level', text, `${compression} takes ${range.min} to ${range.max}`);
    }
    return level;
}
function parseUpstreamKeys(environment) {
    const keys = (0,readers/* words */.aL)((0,readers/* valueOf */.RP)(environment, 'upstream-keys'));
    if (keys.length === 1 && keys[0] === 'none')
        return [];
    const withColon = keys.find((key) => key.includes(':'));
    if (withColon !== undefined) {
        throw (0,readers/* invalid */.Gq)('upstream-keys', withColon, 'names of keys: the part before the colon');
    }
    return keys;
}


/***/ })

};
