export const id = 6730;
export const ids = [6730];
export const modules = {

/***/ 58912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ decodeBase32),
/* harmony export */   z: () => (/* binding */ encodeBase32)
/* harmony export */ });
// Nix's own base32 (libutil/hash.cc): no e, o, t or u, and the bytes are read from the last to the first.
const alphabet = '0123456789abcdfghijklmnpqrsvwxyz';
/** Characters that `byteCount` bytes take. */
function encodedLength(byteCount) {
    return Math.ceil((byteCount * 8) / 5);
}
/** Bytes as Nix writes them: 52 characters for a SHA-256. */
function encodeBase32(bytes) {
    let text = '';
    for (let position = encodedLength(bytes.length) - 1; position >= 0; position--) {
        const byteIndex = Math.floor((position * 5) / 8);
        const shift = (position * 5) % 8;
        const low = (bytes[byteIndex] ?? 0) >> shift;
        const high = (bytes[byteIndex + 1] ?? 0) << (8 - shift);
        text += alphabet.charAt((low | high) & 31);
    }
    return text;
}
/**
 * The bytes of a base32 text. Strict: each byte string has one spelling, and only that is taken.
 * Throws SyntaxError for a foreign character, a length that no whole number of bytes has, or bits beyond the last byte.
 */
function decodeBase32(text) {
    const bytes = Buffer.alloc(Math.floor((text.length * 5) / 8));
    if (encodedLength(bytes.length) !== text.length) {
        throw new SyntaxError(`${text.length} characters are no whole number of bytes in base32`);
    }
    for (let position = 0; position < text.length; position++) {
        const digit = alphabet.indexOf(text.charAt(text.length - 1 - position));
        if (digit === -1)
            throw new SyntaxError('it holds a character that Nix’s base32 does not have');
        const byteIndex = Math.floor((position * 5) / 8);
        const shift = (position * 5) % 8;
        bytes[byteIndex] = (bytes[byteIndex] ?? 0) | (digit << shift);
        const carry = digit >> (8 - shift);
        if (byteIndex + 1 < bytes.length)
            bytes[byteIndex + 1] = carry;
        else if (carry !== 0)
            throw new SyntaxError('its first character has bits beyond the last byte');
    }
    return bytes;
}


/***/ }),

/***/ 69268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pp: () => (/* binding */ readHash),
/* harmony export */   VB: () => (/* binding */ sameDigest),
/* harmony export */   ZA: () => (/* binding */ digestSizes),
/* harmony export */   Zt: () => (/* binding */ paddingOf),
/* harmony export */   j6: () => (/* binding */ encodeDigest),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   q$: () => (/* binding */ lengthIn),
/* harmony export */   tX: () => (/* binding */ hashTexts),
/* harmony export */   wM: () => (/* binding */ sriOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _base32_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58912);


/** Bytes of a digest of each algorithm that Nix's fixed-output derivations may have. */
const digestSizes = {
    md5: 16,
    sha1: 20,
    sha256: 32,
    sha512: 64
};
/** How many characters a digest of `size` bytes takes; base64 without its padding. */
const lengthIn = {
    base16: (size) => size * 2,
    base32: (size) => Math.ceil((size * 8) / 5),
    base64: (size) => Math.ceil((size * 8) / 6)
};
/** What is missing to a whole group of four characters. */
function paddingOf(size) {
    return '='.repeat((3 - (size % 3)) % 3);
}
/**
 * A hash as Nix reads it (`Hash::parseAny` of libutil/hash.cc; 2.8 and 2.26 agree), and how it is written:
 *
 *     sha256-<base64>    sha256:<base16 | base32 | base64>    <base16 | base32 | base64>
 *
 * Without a colon or dash it needs `algorithm` (what `outputHashAlgo` or the attribute's name says), but for base16 and base32
 * of SHA-256 and SHA-512, whose lengths nothing else has. As Nix does, SRI is taken without its padding, and the last bits of
 * base64, which belong to no byte, may be any. null: Nix would refuse it.
 */
function readHash(text, algorithm = null) {
    const match = /^(?:(md5|sha1|sha256|sha512)([-:]))?([0-9A-Za-z+/]+)(=*)$/.exec(text);
    if (match === null)
        return null;
    const [, prefix, mark, digits = '', padding = ''] = match;
    const named = (prefix ?? algorithm ?? algorithmByLength(digits));
    if (named === null || (algorithm !== null && named !== algorithm))
        return null;
    const size = digestSizes[named];
    const read = (form, bytes) => bytes === null ? null : { form, digest: { algorithm: named, bytes } };
    const isBase64 = digits.length === lengthIn.base64(size);
    if (mark === '-')
        return isBase64 ? read('sri', Buffer.from(digits, 'base64')) : null;
    // As Nix does it: the encoding is known by the length alone.
    if (isBase64 && padding === paddingOf(size))
        return read('base64', Buffer.from(digits, 'base64'));
    if (padding !== '')
        return null;
    if (digits.length === lengthIn.base16(size))
        return read('base16', base16Bytes(digits));
    if (digits.length === lengthIn.base32(size))
        return read('base32', (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_base32_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeBase32 */ .p)(digits), null));
    return null;
}
/** The digest that `text` means; see `readHash`. */
function parseDigest(text, algorithm = null) {
    return readHash(text, algorithm)?.digest ?? null;
}
/** `sha256-<base64>`: what Nix's own messages say, and every place takes that takes a hash. */
function sriOf(digest) {
    return `${digest.algorithm}-${encodeDigest(digest, 'base64')}`;
}
/** The digits alone, in lower case; base64 with its padding. */
function encodeDigest({ bytes }, encoding) {
    if (encoding === 'base32')
        return (0,_base32_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeBase32 */ .z)(bytes);
    return bytes.toString(encoding === 'base16' ? 'hex' : 'base64');
}
/** A digest's digits as texts may hold them, with `sha256-` in front or without: base64 without its padding, base32, base16. */
function hashTexts(digest) {
    return [
        encodeDigest(digest, 'base64').replace(/=+$/, ''),
        encodeDigest(digest, 'base32'),
        encodeDigest(digest, 'base16')
    ];
}
function sameDigest(a, b) {
    return a.algorithm === b.algorithm && a.bytes.equals(b.bytes);
}
function algorithmByLength({ length }) {
    for (const algorithm of ['sha256', 'sha512']) {
        const size = digestSizes[algorithm];
        if (length === lengthIn.base16(size) || length === lengthIn.base32(size))
            return algorithm;
    }
    return null;
}
function base16Bytes(digits) {
    return /^[0-9a-f]+$/i.test(digits) ? Buffer.from(digits, 'hex') : null;
}


/***/ }),

/***/ 23144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ formatSha256),
/* harmony export */   o: () => (/* binding */ canonicalSha256)
/* harmony export */ });
/* harmony import */ var _base32_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58912);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);


/**
 * A SHA-256 in any of Nix's spellings (see `readHash`) as `sha256:<52 characters of Nix's base32>`. Stricter than Nix, as each hash has
 * one spelling in base64: with its padding, and no bits beyond the digest.
 *
 * Throws SyntaxError, which says what is wrong without saying where: the caller knows whether the text came from a
 * narinfo or from Nix, and makes it NARINFO_INVALID or NIX_FAILED.
 */
function canonicalSha256(text) {
    const { form, digest } = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .readHash */ .Pp)(text, 'sha256') ?? { digest: null };
    const isBase64 = form === 'sri' || form === 'base64';
    if (digest === null || (isBase64 && !text.endsWith((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeDigest */ .j6)(digest, 'base64')))) {
        throw new SyntaxError('it is no SHA-256 in SRI, base32 or base16');
    }
    return formatSha256(digest.bytes);
}
/** A digest of 32 bytes as `sha256:<base32>`. */
function formatSha256(digest) {
    return `sha256:${(0,_base32_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeBase32 */ .z)(digest)}`;
}


/***/ }),

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

/***/ 7123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ connect),
/* harmony export */   c: () => (/* binding */ loadClient)
/* harmony export */ });
/** With it comes over 1 MB of JavaScript, which a run that asks GitHub nothing does without. */
function loadClient() {
    return Promise.all([Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(8665), __webpack_require__.e(1351)]).then(__webpack_require__.bind(__webpack_require__, 61351)), Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(8665)]).then(__webpack_require__.bind(__webpack_require__, 78665))]);
}
/**
 * GitHub's API as @actions/github sets it up: `http_proxy`, `https_proxy` and `no_proxy` are honoured, nothing is tried again
 * behind our back. A redirect to another origin is followed without the token (fetch's own rule, tested).
 */
async function connect({ token, apiUrl, onRequest }) {
    const [{ getOctokit }, { GitHub }] = await loadClient();
    const options = {
        baseUrl: apiUrl,
        userAgent: 'nar-publish',
        // Octokit writes deprecations to the console, where a runner would read commands in them.
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore }
    };
    // getOctokit insists on a token.
    const client = token === '' ? new GitHub(options) : getOctokit(token, options);
    client.hook.before('request', onRequest);
    const { fetch = globalThis.fetch } = (client.request.endpoint.DEFAULTS.request ??
        {});
    return { request: client.request, fetch };
}
const ignore = () => undefined;


/***/ }),

/***/ 21885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  useStep: () => (/* binding */ useStep)
});

// EXTERNAL MODULE: ./src/holder.ts
var holder = __webpack_require__(59369);
// EXTERNAL MODULE: ./src/runner-commands.ts
var runner_commands = __webpack_require__(73280);
// EXTERNAL MODULE: ./src/scratch.ts
var scratch = __webpack_require__(7897);
;// CONCATENATED MODULE: ./src/use/report/outputs.ts
/** Empty where there is no cache yet. */
function useOutputs({ found }) {
    return {
        substituter: found?.cache.substituterUrl ?? '',
        'public-key': found?.cache.publicKeys.join(' ') ?? ''
    };
}

// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/binary-cache/signature.ts
var signature = __webpack_require__(40996);
// EXTERNAL MODULE: ./src/catalogue/catalogue.ts
var catalogue = __webpack_require__(96620);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/use/keys.ts




/** More keys than anybody replaces in the life of a cache. */
const mostKeys = 64;
/**
 * The keys that were given; without any, those that the catalogue names, which only the reader's own repository (`owner/name`, null:
 * none) being of the same owner vouches for. Throws CATALOGUE_INVALID.
 */
function chooseKeys(trustedKeys, { target: { name }, index }, ownRepository) {
    if (trustedKeys.length > 0) {
        return {
            publicKeys: [...trustedKeys],
            vouchedBy: 'reader',
            origin: `${(0,src_text/* count */.U9)(trustedKeys.length, 'key')} that you gave.`,
            warnings: otherKeys(trustedKeys, name, index)
        };
    }
    if (index instanceof errors/* NarPublishError */.f9)
        throw index;
    const publicKeys = namedKeys(name, index);
    const keys = `${(0,src_text/* count */.U9)(publicKeys.length, 'key')} that the catalogue of ${name} names`;
    if (publicKeys.length === 0) {
        const warning = `${name} is not signed: Nix refuses what it holds. Its owner can publish with \`signing-key\`.`;
        return { publicKeys, vouchedBy: null, origin: 'No key: it is not signed.', warnings: [warning] };
    }
    // As GitHub answers, not as it was typed: a repository that was given away keeps its old name as a redirection.
    if (ownRepository !== null && ownerOf(ownRepository) === ownerOf(name)) {
        const origin = `${keys}; it is taken at its word, as ${ownRepository} is of the same owner.`;
        return { publicKeys, vouchedBy: 'owner', origin, warnings: [] };
    }
    const names = (0,src_text/* list */.p_)(publicKeys.map(nameOf));
    return {
        publicKeys,
        vouchedBy: null,
        origin: `${keys}; nobody has vouched for it.`,
        warnings: [
            `Nobody has vouched for ${names}: whoever can write to ${name} can put another key into its catalogue. Compare ${publicKeys.length === 1 ? 'it' : 'them'} with what the owner tells elsewhere, then give \`trusted-keys\`.`
        ]
    };
}
/** Throws KEYS_UNTRUSTED: nothing is changed on the word of a stranger's file. */
function requireTrust(name, { publicKeys, vouchedBy }) {
    if (vouchedBy !== null)
        return;
    const isUnsigned = publicKeys.length === 0;
    throw new errors/* NarPublishError */.f9({
        code: 'KEYS_UNTRUSTED',
        subject: name,
        reason: isUnsigned
            ? 'it is not signed: its catalogue names no key, and Nix would refuse what it holds'
            : `its catalogue names ${(0,src_text/* list */.p_)(publicKeys.map(nameOf))}, for which nobody has vouched`,
        ...(isUnsigned ? { hint: 'Have it published with `signing-key`.' } : {})
    });
}
/** `name:` of `name:base64`. */
function nameOf(key) {
    return key.slice(0, key.indexOf(':'));
}
function namedKeys(name, index) {
    const publicKeys = index?.publicKeys ?? [];
    const refuse = (reason, cause) => new errors/* NarPublishError */.f9({
        code: 'CATALOGUE_INVALID',
        subject: `${name}, ${catalogue/* cataloguePath */.hO}`,
        reason,
        hint: 'Give the keys that its owner tells elsewhere as `trusted-keys`.',
        cause
    });
    if (publicKeys.length > mostKeys) {
        throw refuse(`it names ${publicKeys.length} keys, and no cache needs more than ${mostKeys}`);
    }
    return publicKeys.map((key) => {
        try {
            return (0,signature/* checkPublicKey */.$z)(key);
        }
        catch (cause) {
            throw refuse(`${(0,src_text/* quote */.hD)(key)} is no public key`, cause);
        }
    });
}
function otherKeys(trustedKeys, name, index) {
    if (index instanceof errors/* NarPublishError */.f9)
        return [index.message];
    const publicKeys = index?.publicKeys ?? [];
    if (publicKeys.length === 0)
        return [`The catalogue of ${name} names no key: is it signed?`];
    if (trustedKeys.some((key) => publicKeys.includes(key)))
        return [];
    return [
        `The catalogue of ${name} names none of the keys of \`trusted-keys\`: Nix takes from it only what one of those has signed.`
    ];
}
function ownerOf(repository) {
    return (repository.split('/')[0] ?? '').toLowerCase();
}

;// CONCATENATED MODULE: ./src/use/report/summary.ts



/** A line for the job's summary. */
function renderUseSummary({ found, missing }) {
    if (found === null) {
        return `**No cache yet**: ${(0,markdown/* markdownWords */.Lx)(missing, 500)}. The steps that follow build what they need.\n`;
    }
    const { cache, keys, provenance } = found;
    const verified = provenance === null ? '' : ` ${(0,markdown/* markdownWords */.Lx)(provenance, 500)}`;
    const names = (0,src_text/* list */.p_)(cache.publicKeys.map((key) => (0,markdown/* markdownCode */.D9)(nameOf(key))));
    return `**${(0,markdown/* markdownText */.p7)(cache.repository)}** is read by the steps that follow, at ${(0,markdown/* markdownCode */.D9)(cache.substituterUrl, 2000)}, signed by ${names}: ${(0,markdown/* markdownWords */.Lx)(keys.origin, 500)}${verified}\n`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/catalogue/reader-lines.ts
var reader_lines = __webpack_require__(68812);
// EXTERNAL MODULE: ./src/nix/settings.ts
var nix_settings = __webpack_require__(95786);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
;// CONCATENATED MODULE: ./src/nix/client-trust.ts




/** 1 or true, as versions differ; left out by a daemon that is too old to say. */
const pingReply = schemas/* object */.Ikc({ trusted: schemas/* union */.KCZ([schemas/* boolean */.zMY(), schemas/* number */.aig()]).nullish() });
/**
 * Whether the store takes substituters from this user. A daemon passes over those of whom it does not trust, unless an administrator
 * lists them. null: it is not known. `settings`: Nix's own, by name.
 */
async function isTrustedClient(nix, settings) {
    const asJson = await (0,run/* runNix */.dI)(nix, { program: 'nix', args: ['store', 'ping', '--json'] });
    const trusted = asJson.status === 0 ? trustedIn(asJson.stdout) : null;
    if (trusted !== null)
        return trusted;
    // Nix before 2.14 does not say.
    const ended = await (0,run/* runNix */.dI)(nix, { program: 'nix', args: ['store', 'ping'] });
    const store = /^Store URL: (\S+)/m.exec(`${ended.stdout}\n${ended.stderr}`)?.[1];
    if (store?.startsWith('local') === true)
        return true;
    return store === 'daemon' ? isListed(settings.get('trusted-users') ?? 'root') : null;
}
function trustedIn(text) {
    const trusted = pingReply.safeParse((0,src_text/* parseJson */.qF)(text)).data?.trusted ?? null;
    return trusted === null ? null : Boolean(trusted);
}
/** Of `trusted-users`; who belongs to a group that is named there is not known here. */
function isListed(trustedUsers) {
    const words = trustedUsers.split(/\s+/);
    if (words.includes((0,external_node_os_.userInfo)().username) || words.includes('*'))
        return true;
    return words.some((word) => word.startsWith('@')) ? null : false;
}

// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
;// CONCATENATED MODULE: ./src/use/machine.ts




/** Where Nix looks for credentials when nothing else is said. */
const usualNetrc = '/etc/nix/netrc';
/** null: there is no Nix here. */
async function readMachine({ childEnvironment: env, workspace: cwd }, log) {
    try {
        const nix = await (0,nix_nix/* openNix */.MP)({ env, cwd, log });
        const settings = await (0,nix_settings/* readNixSettings */.r)(nix);
        return { settings, isTrusted: await isTrustedClient(nix, settings) };
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9 && error.code === 'NIX_MISSING')
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/catalogue/newest.ts
var newest = __webpack_require__(4211);
// EXTERNAL MODULE: ./src/catalogue/rows.ts + 1 modules
var rows = __webpack_require__(83005);
// EXTERNAL MODULE: ./src/binary-cache/cache-info.ts
var cache_info = __webpack_require__(67221);
// EXTERNAL MODULE: ./src/catalogue/find-readme.ts
var find_readme = __webpack_require__(34549);
// EXTERNAL MODULE: ./src/catalogue/told-address.ts
var told_address = __webpack_require__(73073);
// EXTERNAL MODULE: ./src/publish/open-target.ts + 29 modules
var open_target = __webpack_require__(10295);
// EXTERNAL MODULE: ./src/repository/cache-branch.ts
var cache_branch = __webpack_require__(60723);
;// CONCATENATED MODULE: ./src/use/open-cache.ts







/**
 * Looks for the cache on the branch that was named, else on the default branch and on `nix-cache`, first on that in the source's own repository. Nothing is written, and a public one
 * needs no token. Throws CACHE_MISSING, STORE_DIR_MISMATCH, INPUT_MISSING where nobody serves the files, and what the repository throws.
 */
async function openCache(run) {
    const { target, snapshot, looked } = await (0,open_target/* openExisting */.E)(run, { toRead: true });
    const info = snapshot.commit === null ? null : await snapshot.readFile(cache_info/* cacheInfoPath */.gs);
    if (info === null)
        throw (0,cache_branch/* noCache */.wt)(target, looked);
    (0,cache_info/* parseCacheInfo */.Uw)(info.toString('utf8'), `${target.name}, ${cache_info/* cacheInfoPath */.gs}`);
    const { content: readme } = await (0,find_readme/* findReadme */.O)(snapshot);
    return {
        target,
        ...addressOf(run, target, readme),
        index: indexIn(await snapshot.readFile(catalogue/* cataloguePath */.hO), target),
        snapshot,
        readme
    };
}
function indexIn(content, target) {
    if (content === null)
        return null;
    try {
        return (0,catalogue/* parseIndex */.A1)(content, `${target.name}, ${catalogue/* cataloguePath */.hO}`);
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9)
            return error;
        throw error;
    }
}
/**
 * The address that was given, or a mirror that the README tells; else GitHub Pages when it serves the branch, else the files' own. That
 * README's word for Pages was heard when Pages was asked, and counts no more where Pages is off, or another repository's, as in a fork. A private
 * cache's address is never taken from its README, as the reader's token goes there; nor is another one on the files' own host.
 */
function addressOf({ inputs }, target, readme) {
    const own = target.substituterUrl;
    const told = (0,told_address/* toldAddress */.c$)(readme);
    const isServed = told !== null && isHttp(told.url) && !target.isPrivate;
    const mayBeTold = inputs.substituterUrl === 'auto' && (own === null || told?.servedBy === 'other');
    if (mayBeTold && isServed && (own === null || hostOf(own) !== hostOf(told.url))) {
        return { substituterUrl: told.url, isMirror: true };
    }
    if (own !== null)
        return { substituterUrl: own, isMirror: false };
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_MISSING',
        subject: 'input substituter-url',
        reason: `nobody is known to serve the files of ${target.name}`,
        hint: 'Give the address of a web server that serves the branch; the README of the cache tells how to read a clone.'
    });
}
function isHttp(url) {
    return /^https?:\/\/[^\s'"\\]+$/.test(url) && URL.canParse(url);
}
function hostOf(url) {
    return new URL(url).host;
}

// EXTERNAL MODULE: ./src/repository/own-repository.ts + 1 modules
var own_repository = __webpack_require__(80609);
// EXTERNAL MODULE: ./src/provenance/files.ts
var provenance_files = __webpack_require__(82984);
// EXTERNAL MODULE: ./src/reader/judge-narinfo.ts
var judge_narinfo = __webpack_require__(14092);
;// CONCATENATED MODULE: ./src/use/provenance.ts




/**
 * Verifies the provenance of every path that the cache holds at this commit, where that is asked: a listing, its narinfos and the files of
 * provenance. Gives what was verified, a sentence; null: nothing was asked. Throws PROVENANCE_UNPROVED, TRUSTED_ROOT_MISSING, and what
 * reading throws.
 */
async function requireProvenance({ inputs, scratch, log }, { target, snapshot, substituterUrl, isMirror }) {
    const { provenance: request } = inputs;
    if (request === null)
        return null;
    const refuse = (reason) => new errors/* NarPublishError */.f9({ code: 'PROVENANCE_UNPROVED', subject: target.name, reason });
    // Who writes the README would name a server with other files than those that are verified here.
    if (isMirror) {
        throw refuse(`its README sends readers to ${substituterUrl}, and what is there is not what would be verified; when that is meant, give it as \`substituter-url\``);
    }
    const files = await snapshot.listFiles();
    const paths = [...files.keys()].filter((path) => /^[^/]+\.narinfo$/.test(path));
    const read = [...(await snapshot.readFiles(paths))].map(([file, content]) => {
        return { file, narInfo: (0,judge_narinfo/* readNarInfoFile */.m)(content.toString('utf8'), file) };
    });
    // “Every path” would be true of none, and Nix would take whatever is published next.
    if (read.length === 0)
        throw refuse('it holds no path, so that nothing shows who publishes to it');
    const narInfos = read.flatMap(({ narInfo }) => ('code' in narInfo ? [] : [narInfo]));
    // Whatever Nix makes of such a file, nothing vouches for it.
    const [unreadable] = read.filter(({ narInfo }) => 'code' in narInfo);
    if (unreadable !== undefined)
        throw refuse(`${unreadable.file} cannot be read as a narinfo`);
    const { checkProvenance } = await Promise.all(/* import() */[__webpack_require__.e(1040), __webpack_require__.e(2830), __webpack_require__.e(9042), __webpack_require__.e(5523)]).then(__webpack_require__.bind(__webpack_require__, 45523));
    const store = {
        sizes: new Map([...files].map(([path, { size }]) => [path, size])),
        readFiles: (some) => snapshot.readFiles(some.filter((path) => (0,provenance_files/* isBundlePath */.SH)(path) || (0,provenance_files/* isPointerPath */.VI)(path)))
    };
    const problems = await checkProvenance(store, narInfos, request, scratch);
    if (problems.length > 0)
        throw refuse(told(problems));
    const { repository } = request.policy;
    const verified = `${(0,src_text/* count */.U9)(narInfos.length, 'path')} of commit ${snapshot.commit ?? ''} have verified provenance of ${repository}; what is published later is not verified by that.`;
    log.info(verified);
    return verified;
}
function told(problems) {
    const words = problems.map(({ code, storePath, detail }) => {
        return code === 'PROVENANCE_MISSING' ? `${storePath} has none` : `${storePath}: ${detail}`;
    });
    return `${(0,src_text/* count */.U9)(problems.length, 'path')} without verified provenance: ${(0,src_text/* shortList */.pg)(words, 5)}`;
}

;// CONCATENATED MODULE: ./src/use/read-cache.ts







/** Reads the cache and decides on its keys. Throws what opening it, choosing its keys and verifying its provenance throws. */
async function readCache(run) {
    const { inputs, environment, log } = run;
    const opened = await openCache(run);
    const { target, substituterUrl } = opened;
    const keys = chooseKeys(inputs.trustedKeys, opened, await (0,own_repository/* ownRepository */.d)(environment, log));
    const { readerCredentials } = target;
    // To no other host than the one that the token is for.
    const isAtHost = readerCredentials?.host === new URL(substituterUrl).hostname;
    const credentials = isAtHost ? readerCredentials : null;
    const notSent = `${target.name} is private, and its token is not given to ${new URL(substituterUrl).host}: reading there is what \`substituter-url\` has to be set up for.`;
    const newest = (0,rows/* newestRow */.fv)(await shownRows(opened));
    const provenance = await requireProvenance(run, opened);
    return {
        branch: target.branch,
        cache: {
            repository: target.name,
            substituterUrl,
            publicKeys: keys.publicKeys,
            login: credentials === null ? null : { host: credentials.host, name: credentials.login },
            example: newest === undefined ? null : { storePath: newest.storePath, program: null }
        },
        keys,
        isPrivate: target.isPrivate,
        password: credentials?.password ?? null,
        provenance,
        warnings: [...keys.warnings, ...(target.isPrivate && credentials === null ? [notSent] : [])]
    };
}
/** Without its catalogue a cache can be used all the same. */
async function shownRows({ index, snapshot }) {
    if (index === null || index instanceof errors/* NarPublishError */.f9)
        return [];
    if (index.rows !== null)
        return (0,rows/* currentRows */.hz)(index.rows);
    const content = await snapshot.readFile(newest/* newestPath */.sB);
    return content === null ? [] : ((0,newest/* parseNewest */.uV)(content)?.rows ?? []);
}

;// CONCATENATED MODULE: ./src/use/use.ts








/**
 * From now on the job's Nix reads the cache. Answers with NIX_USER_CONF_FILES for the steps that follow, null where there is no cache
 * yet. Throws KEYS_UNTRUSTED, and what reading the cache throws.
 */
async function useCache(run) {
    const { log, environment } = run;
    return log.group('Use the cache', async () => {
        const found = await findCache(run);
        if (found instanceof errors/* NarPublishError */.f9) {
            const missing = `${found.subject}: ${found.reason}`;
            log.warning(`${missing} yet. The steps that follow build what they need.`);
            return { report: { found: null, missing }, userConfFiles: null };
        }
        const { cache, keys, warnings } = found;
        requireTrust(cache.repository, keys);
        for (const text of warnings)
            log.warning(text);
        const env = environment.childEnvironment;
        const conf = (0,external_node_path_.join)(run.folder, 'nix.conf');
        const netrc = writeNetrc(run, found, await readMachine(environment, log));
        (0,external_node_fs_.writeFileSync)(conf, [...reader_lines/* readerLines */.Zw['nix.conf'](cache), ...netrc, ''].join('\n'), {
            mode: 0o600
        });
        const files = [conf, ...(0,nix_settings/* userConfFiles */.x)(env)].join(external_node_path_.delimiter);
        const told = { ...environment, childEnvironment: { ...env, NIX_USER_CONF_FILES: files } };
        sayWhatCounts(await readMachine(told, log), found, log);
        log.info(`${cache.repository}: ${cache.substituterUrl}`);
        log.info(keys.origin);
        return { report: { found, missing: '' }, userConfFiles: files };
    });
}
/** The error when there is no cache yet, as in the first run of a workflow that reads and publishes. */
async function findCache(run) {
    try {
        return await readCache(run);
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9 && error.code === 'CACHE_MISSING')
            return error;
        throw error;
    }
}
/** Gives the line of nix.conf that names it; none for a public cache. Nix reads one such file: what it read before stays in it. */
function writeNetrc({ folder, log }, { cache, password }, machine) {
    const { login } = cache;
    if (login === null || password === null)
        return [];
    const file = (0,external_node_path_.join)(folder, 'netrc');
    const before = readOther(machine?.settings.get('netrc-file') ?? usualNetrc, log);
    if (before.split(/\s+/).includes(login.host)) {
        log.warning(`Other credentials for ${login.host} are passed over from now on.`);
    }
    (0,external_node_fs_.writeFileSync)(file, [...(0,reader_lines/* netrcLines */.Uu)(cache, password), before].join('\n'), { mode: 0o600 });
    return [`netrc-file = ${file}`];
}
function readOther(file, log) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        const { code } = Object(error);
        if (code !== 'ENOENT') {
            log.warning(`${file} cannot be read (${String(code)}): its credentials do not count for the steps that follow.`);
        }
        return '';
    }
}
/** Settings of the job may go before ours, and a daemon takes substituters from whom it trusts. */
function sayWhatCounts(machine, { cache }, log) {
    if (machine === null) {
        log.info('Nix is not installed yet; it reads the settings when it is.');
        return;
    }
    const isLost = (0,reader_lines/* readerSettings */.Vh)(cache).some(({ name, values }) => {
        const words = machine.settings.get(name)?.split(' ');
        return values.some((value) => words?.includes(value) !== true);
    });
    if (isLost) {
        log.warning('Another setting of this job goes before the cache’s: take `substituters` and `trusted-public-keys` out of `NIX_CONFIG`, or put `extra-` before them.');
    }
    if (machine.isTrusted === false) {
        log.warning('Nix’s daemon does not take substituters from this user: the steps that follow build what they need.');
    }
}

;// CONCATENATED MODULE: ./src/use/step.ts






async function useStep(inputs, step) {
    // Not in the scratch folder: later steps read what is in it.
    const folder = (0,scratch/* makeScratch */.lP)(step.environment.scratchParent, (0,holder/* jobProcess */.Be)());
    (0,runner_commands/* saveState */.LZ)('use', folder);
    const { report, userConfFiles } = await useCache({ inputs, ...step, timings: [], folder });
    if (userConfFiles !== null)
        (0,runner_commands/* exportVariable */.dN)('NIX_USER_CONF_FILES', userConfFiles);
    return { outputs: useOutputs(report), summary: renderUseSummary(report), error: null };
}


/***/ }),

/***/ 23117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ webClient),
/* harmony export */   y: () => (/* binding */ loadWebClient)
/* harmony export */ });
/** With it comes 1 MB of JavaScript, which a run that asks nobody does without. */
const loadWebClient = () => Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4942)]).then(__webpack_require__.bind(__webpack_require__, 44942));
/** A client for GET and HEAD, which honours `http_proxy`, `https_proxy` and `no_proxy`. */
function webClient(options) {
    let client = null;
    const open = async () => {
        const { HttpClient } = await loadWebClient();
        return new HttpClient('nar-publish', [], options);
    };
    return () => (client ??= open());
}


/***/ })

};
