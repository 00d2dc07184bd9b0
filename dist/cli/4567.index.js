export const id = 4567;
export const ids = [4567];
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

/***/ 40996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ checkPublicKey),
/* harmony export */   LN: () => (/* binding */ isTakenBy),
/* harmony export */   NP: () => (/* binding */ isPublicKey),
/* harmony export */   Od: () => (/* binding */ verifySignature),
/* harmony export */   Ol: () => (/* binding */ privateKeyOf),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   eb: () => (/* binding */ parseSecretKey),
/* harmony export */   gt: () => (/* binding */ publicKeyText),
/* harmony export */   mT: () => (/* binding */ isSignedByAny),
/* harmony export */   xT: () => (/* binding */ keyName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);



// RFC 8410: what stands before the 32 bytes of an ed25519 key in its DER form.
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
/**
 * Reads a key as `nix-store --generate-binary-cache-key` writes it: `name:base64(seed and public half, 32 bytes each)`.
 * Throws SIGNING_KEY_INVALID, in which no part of the text is repeated.
 */
function parseSecretKey(text) {
    const { name, base64 } = parseKey(text.trim(), invalidSecretKey);
    if (decodeBase64(base64)?.length === 32) {
        throw invalidSecretKey('it has the length of a public key: the secret one is in the other file');
    }
    const bytes = keyBytes(base64, 64, invalidSecretKey);
    const privateKey = privateKeyOf(bytes.subarray(0, 32));
    if (!publicHalf(privateKey).equals(bytes.subarray(32))) {
        throw invalidSecretKey('its two halves do not belong together: a part of it was changed');
    }
    return { name, privateKey };
}
/** An ed25519 key from its seed of 32 bytes. */
function privateKeyOf(seed) {
    return node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey({
        key: Buffer.concat([pkcs8Prefix, seed]),
        format: 'der',
        type: 'pkcs8'
    });
}
/** `name:base64`, for readers' `trusted-public-keys`. */
function publicKeyText(key) {
    return `${key.name}:${publicHalf(key.privateKey).toString('base64')}`;
}
/** The text that Nix signs: `1;<path>;<narHash>;<narSize>;<references, full paths, comma-separated>`. */
function fingerprint({ storePath, narHash, narSize, references }) {
    const paths = references.map((reference) => reference.startsWith('/') ? reference : `${_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .storeDirectory */ .he}/${reference}`);
    return `1;${storePath};${narHash};${narSize};${paths.sort().join(',')}`;
}
/** A narinfo's `Sig:`, `name:base64`. The same key and path always give the same. */
function sign(key, info) {
    const signature = node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign(null, Buffer.from(fingerprint(info)), key.privateKey);
    return `${key.name}:${signature.toString('base64')}`;
}
/**
 * Whether `signature` (`name:base64`) is that of the key `publicKey` (`name:base64`) for this path. False for a
 * signature that is malformed or of another key's name. Throws SIGNING_KEY_INVALID when the key is no public key.
 */
function verifySignature(publicKey, info, signature) {
    const { name, key } = readPublicKey(publicKey);
    const signed = decodeBase64(signature.slice(name.length + 1));
    if (!signature.startsWith(`${name}:`) || signed === null)
        return false;
    return node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify(null, Buffer.from(fingerprint(info)), key, signed);
}
/** A cache has few, and each is asked about every path. */
const publicKeys = new Map();
function readPublicKey(text) {
    const known = publicKeys.get(text);
    if (known !== undefined)
        return known;
    const { name, base64 } = parseKey(text, invalidPublicKey);
    const der = Buffer.concat([spkiPrefix, keyBytes(base64, 32, invalidPublicKey)]);
    const read = { name, key: node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey({ key: der, format: 'der', type: 'spki' }) };
    publicKeys.set(text, read);
    return read;
}
/** Whether one of these keys (`name:base64`) signed it; what is no public key signed nothing. */
function isSignedByAny(publicKeys, info) {
    return publicKeys
        .filter(isPublicKey)
        .some((key) => info.signatures.some((text) => verifySignature(key, info, text)));
}
/** Whether a Nix that trusts these keys takes it from a cache: a content-addressed path is its own proof. */
function isTakenBy(publicKeys, info) {
    return info.ca !== null || isSignedByAny(publicKeys, info);
}
/** Whether Nix takes it for one. */
function isPublicKey(text) {
    const [name = '', base64 = '', ...more] = text.split(':');
    return more.length === 0 && namePattern.test(name) && decodeBase64(base64)?.length === 32;
}
/** `name` of a key or of a signature, `name:base64`. */
function keyName(text) {
    return text.slice(0, text.indexOf(':'));
}
/** A public key (`name:base64`) as it was given. Throws SIGNING_KEY_INVALID when it is none; the text is not repeated, as it may be a secret one. */
function checkPublicKey(text) {
    keyBytes(parseKey(text, invalidPublicKey).base64, 32, invalidPublicKey);
    return text;
}
/**
 * Nix takes any name without a colon (`nix key generate-secret --key-name a/b-1`). A blank or a `#` would end it in a nix.conf, and the
 * others that are not here have a meaning in Markdown, a shell or a Nix string, where readers are told the key.
 */
const namePattern = /^[\w.@+~/?!$&,;=%[\]-]+$/;
function parseKey(text, refuse) {
    const colon = text.indexOf(':');
    if (colon === -1)
        throw refuse('it has no colon between name and key');
    const name = text.slice(0, colon);
    // The name goes into a line of each narinfo, and into space-separated settings of the readers.
    if (!namePattern.test(name)) {
        throw refuse('its name, before the colon, is not made of letters, digits and ._-+@/~?!$&,;=%[], so that it cannot stand in a nix.conf, or not where readers are told it');
    }
    const base64 = text.slice(colon + 1);
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
        throw refuse('what follows the colon is not base64');
    return { name, base64 };
}
function keyBytes(base64, length, refuse) {
    const bytes = decodeBase64(base64);
    if (bytes?.length !== length) {
        throw refuse(`it has ${base64.length} characters after the colon where a whole one has ${Math.ceil(length / 3) * 4}`);
    }
    return bytes;
}
function decodeBase64(text) {
    const bytes = Buffer.from(text, 'base64');
    // Node skips what it does not know; only a text that comes back the same was base64.
    return bytes.toString('base64') === text ? bytes : null;
}
function publicHalf(privateKey) {
    const der = node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
    return der.subarray(spkiPrefix.length);
}
function invalidSecretKey(reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({ code: 'SIGNING_KEY_INVALID', subject: 'signing key', reason });
}
function invalidPublicKey(reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'SIGNING_KEY_INVALID',
        subject: 'public key',
        reason,
        hint: 'Give `name:base64` as it stands in the public-key file'
    });
}


/***/ }),

/***/ 11506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ parseOptions),
/* harmony export */   CI: () => (/* binding */ usage),
/* harmony export */   RF: () => (/* binding */ refuseOperands),
/* harmony export */   Vc: () => (/* binding */ inputsOf),
/* harmony export */   We: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _near_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16733);



/** Throws USAGE. */
function parseArguments(command, args) {
    refuseSecrets(command, args);
    const { positionals, values } = parse(command, args, parseOptions(command.options));
    const parsed = { operands: positionals, values: new Map(), switches: new Map() };
    for (const { name, repeats } of command.options) {
        const given = [values[name] ?? []].flat();
        const texts = given.filter((value) => typeof value === 'string');
        const last = given.at(-1);
        if (typeof last === 'boolean')
            parsed.switches.set(name, last);
        if (texts.length > 1 && repeats !== true) {
            throw usage(command, `option --${name}`, 'it is given twice');
        }
        if (texts.length > 0)
            parsed.values.set(name, texts);
    }
    return parsed;
}
/** As Node's parser takes them. */
function parseOptions(options) {
    return Object.fromEntries(options.map(({ name, short, value }) => [
        name,
        {
            type: value === null ? 'boolean' : 'string',
            multiple: true,
            ...(short === undefined ? {} : { short })
        }
    ]));
}
function parse(command, args, options) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
            args: [...args],
            options,
            allowPositionals: true,
            allowNegative: true,
            strict: true
        });
    }
    catch (thrown) {
        // By its shape: Node's own errors are of another realm inside of a vm context.
        const { code, message } = Object(thrown);
        if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS'))
            throw thrown;
        const option = /'(?:-\w, )?(--?[^'= ]+)/.exec(String(message))?.[1] ?? '';
        const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
        const known = command.options.flatMap(({ name, value }) => value === null ? [`--${name}`, `--no-${name}`] : [`--${name}`]);
        const meant = isUnknown && option.startsWith('--') ? (0,_near_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(option, known) : '';
        const reason = isUnknown
            ? 'there is no such option'
            : /argument missing|ambiguous/.test(String(message))
                ? 'its value is missing'
                : 'it takes no value';
        throw usage(command, `option ${JSON.stringify(option.slice(0, 100))}`, reason, {
            meant,
            cause: thrown
        });
    }
}
/** Said before anything else, and without the value: it may already be in the shell's history. */
function refuseSecrets(command, args) {
    const end = args.indexOf('--');
    const found = args
        .slice(0, end === -1 ? undefined : end)
        .map((arg) => /^--(token|signing-key)(?:=|$)/.exec(arg)?.[1])
        .find((name) => name !== undefined);
    if (found === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'USAGE',
        subject: `option --${found}`,
        reason: 'secrets are not taken from the command line, which every user of the machine can read',
        hint: found === 'token'
            ? 'Set GH_TOKEN, or give `--token-file FILE`.'
            : `Set NAR_PUBLISH_SIGNING_KEY, or give \`--signing-key-file FILE\` (\`nar-publish ${command.name} --help\`).`
    });
}
/** A wrong command line. `meant`: what the hint begins with (didYouMean). */
function usage(command, subject, reason, { meant = '', cause } = {}) {
    const help = command === null ? 'nar-publish --help' : `nar-publish ${command.name} --help`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'USAGE',
        subject,
        reason,
        hint: `${meant}\`${help}\` tells what there is.`,
        cause
    });
}
/** For a command that takes none. Throws USAGE. */
function refuseOperands({ command, arguments: { operands } }) {
    const [first] = operands;
    if (first !== undefined) {
        throw usage(command, `argument ${JSON.stringify(first.slice(0, 100))}`, `${command.name} takes none`);
    }
}
/** What options set of the action's inputs: lists are lines there, switches `true` and `false`. */
function inputsOf(command, { values, switches }) {
    const inputs = new Map();
    for (const { name, input } of command.options) {
        if (input === null)
            continue;
        const texts = values.get(name);
        const isOn = switches.get(name);
        if (texts !== undefined)
            inputs.set(input, texts.join('\n'));
        if (isOn !== undefined)
            inputs.set(input, String(isOn));
    }
    return inputs;
}


/***/ }),

/***/ 90832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qd: () => (/* binding */ parseBranch),
/* harmony export */   Sv: () => (/* binding */ parseSubstituter),
/* harmony export */   V3: () => (/* binding */ unusedSystems),
/* harmony export */   gi: () => (/* binding */ parseSystems),
/* harmony export */   uG: () => (/* binding */ givenSystems)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33444);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18961);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81967);





/** Systems that were given; empty when none was. Throws SYSTEM_UNKNOWN. */
function givenSystems(environment) {
    const given = (0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL)(environment.input('systems'));
    for (const system of given) {
        if (!(0,_systems_js__WEBPACK_IMPORTED_MODULE_4__/* .isSystem */ .y)(system)) {
            const meant = (0,_systems_js__WEBPACK_IMPORTED_MODULE_4__/* .meantSystem */ .r)(system);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
                code: 'SYSTEM_UNKNOWN',
                subject: `input systems, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(system)}`,
                reason: 'it is not a system that Nix knows, of the form <cpu>-<kernel>',
                hint: meant === null ? undefined : `Did you mean \`${meant}\`?`
            });
        }
    }
    return [...new Set(given)];
}
/** A sentence about those of the `systems` that were given for nothing; none: each is used. */
function unusedSystems({ value, source }, used) {
    const known = new Set(used.map(({ system }) => system));
    const unused = source === 'input' ? (value ?? []).filter((system) => !known.has(system)) : [];
    return unused.length === 0
        ? []
        : [
            `Nothing that was asked for is for ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(unused)}, which \`systems\` names: \`{system}\` in an attribute stands for each of them.`
        ];
}
/** The systems that were given, or the runner's own. Throws SYSTEM_UNKNOWN. */
function parseSystems(environment) {
    const given = givenSystems(environment);
    return given.length > 0
        ? { value: given, source: 'input' }
        : { value: [environment.runnerSystem], source: 'runner' };
}
/** `target-branch`, and its default in a job; what a terminal's is shows its checkout. Throws BRANCH_INVALID. */
function parseBranch(environment, target) {
    const branch = environment.input('target-branch');
    if (branch !== '') {
        const value = (0,_repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBranchName */ .pD)(branch, `input target-branch, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(branch)}`);
        return { value, source: 'input' };
    }
    if (target.kind === 'git')
        return { value: null, source: 'default' };
    const own = `${target.owner}/${target.repo}`.toLowerCase();
    // The source's own default branch would fill up with NARs, and each publish would start its workflows.
    const isOwn = own === environment.repository?.toLowerCase();
    return { value: isOwn ? _repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .usualBranch */ .T5 : null, source: 'default' };
}
const choices = ['auto', 'pages', 'raw'];
/** `substituter-url`; an address loses the slashes at its end. Throws INPUT_INVALID. */
function parseSubstituter(environment, { kind }) {
    const text = (0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)(environment, 'substituter-url');
    if (!(0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .isOneOf */ .EK)(choices, text)) {
        if (!/^https?:\/\/[^\s'"\\]+$/.test(text) || !URL.canParse(text)) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)('substituter-url', text, '`auto`, `pages`, `raw`, or an http:// or https:// address');
        }
        return { address: text.replace(/\/+$/, '') };
    }
    if (kind === 'git' && text !== 'auto') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: 'input substituter-url',
            reason: `\`${text}\` is GitHub’s, and \`target-repository\` is not on this GitHub`,
            hint: 'Leave `substituter-url` out, or give the address of a web server that serves the branch.'
        });
    }
    return text;
}


/***/ }),

/***/ 21601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   e: () => (/* binding */ durationForms)
/* harmony export */ });
const units = {
    ms: 1,
    s: 1000,
    sec: 1000,
    second: 1000,
    seconds: 1000,
    m: 60_000,
    min: 60_000,
    minute: 60_000,
    minutes: 60_000,
    h: 3_600_000,
    hour: 3_600_000,
    hours: 3_600_000,
    d: 86_400_000,
    day: 86_400_000,
    days: 86_400_000
};
/** A timer of Node's holds 24 days. */
const longest = 7 * 86_400_000;
/** What is accepted, for messages. */
const durationForms = 'a number and a unit (`ms`, `s`, `min`, `h`, `d`) such as `5 min` or `30 s`, up to 7 days';
/** `5 min`, `30s`, `1.5 hours` in milliseconds; null when it is none of `durationForms`. */
function parseDuration(text) {
    const [, digits, unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?) ?([a-z]+)$/.exec(text) ?? [];
    const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
    const milliseconds = digits === undefined || factor === undefined ? NaN : Number(digits) * factor;
    return milliseconds > 0 && milliseconds <= longest ? Math.ceil(milliseconds) : null;
}


/***/ }),

/***/ 18961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   EK: () => (/* binding */ isOneOf),
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   fn: () => (/* binding */ disagreement),
/* harmony export */   pe: () => (/* binding */ parseTime),
/* harmony export */   rG: () => (/* binding */ parseRegex),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zq: () => (/* binding */ parseCount)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _near_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16733);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21601);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13912);





/** What was given, or the input's default. */
function valueOf(environment, name) {
    return environment.input(name) || (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultOf */ .HA)(name);
}
/** True or false by the spellings of YAML's core schema, as @actions/core takes them; `yes` and `1` are errors, not false. */
function parseBoolean(environment, name) {
    const text = valueOf(environment, name);
    if (['true', 'True', 'TRUE'].includes(text))
        return true;
    if (['false', 'False', 'FALSE'].includes(text))
        return false;
    throw invalid(name, text, '`true` or `false`');
}
/** One of the accepted words. Throws INPUT_INVALID. */
function oneOf(environment, name, accepted) {
    const text = valueOf(environment, name);
    if (!isOneOf(accepted, text))
        throw invalid(name, text, accepted);
    return text;
}
function isOneOf(accepted, text) {
    return accepted.includes(text);
}
/** Throws REGEX_INVALID. */
function parseRegex(name, text) {
    try {
        return new RegExp(text, 'u');
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'REGEX_INVALID',
            subject: `input ${name}, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}`,
            reason: cause instanceof Error ? cause.message : 'it cannot be compiled',
            cause
        });
    }
}
/** An input whose value is not among those accepted: words, or what they are. */
function invalid(name, value, accepted) {
    const [meant, told] = typeof accepted === 'string'
        ? ['', accepted]
        : [(0,_near_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .a)(value, accepted), accepted.map((word) => `\`${word}\``).join(', ')];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'INPUT_INVALID',
        subject: `input ${name}`,
        reason: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value)} is not accepted`,
        hint: `${meant}Accepted: ${told}.`
    });
}
/** Two inputs that each are fine, and cannot be meant together. */
function disagreement([one, other], reason, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'INPUT_INVALID',
        subject: `inputs ${one} and ${other}`,
        reason,
        hint
    });
}
/** Trimmed, without empty ones. */
function lines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Between blanks and line ends. */
function words(text) {
    return text.split(/\s+/).filter((word) => word !== '');
}
const units = {
    '': 1,
    b: 1,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
    tib: 2 ** 40
};
/** `8 GB`, `500 MiB` or plain bytes → bytes. Throws INPUT_INVALID. */
function parseSize(environment, name) {
    const text = valueOf(environment, name);
    const [, digits, unit = ''] = /^(\d{1,15}(?:\.\d{1,3})?) ?([a-z]*)$/i.exec(text) ?? [];
    const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
    const bytes = digits === undefined || factor === undefined ? NaN : Number(digits) * factor;
    if (!(bytes > 0))
        throw invalid(name, text, 'bytes, or a size such as `8 GB` or `500 MiB`');
    return Math.round(bytes);
}
/** A whole number from `from` to `to`. Throws INPUT_INVALID. */
function parseCount(environment, name, from, to) {
    const text = valueOf(environment, name);
    const number = /^\d+$/.test(text) && text.length <= String(to).length ? Number(text) : NaN;
    if (number >= from && number <= to)
        return number;
    throw invalid(name, text, `a whole number from ${from} to ${to}`);
}
/** `5 min` or `30 s` → milliseconds. Throws INPUT_INVALID. */
function parseTime(environment, name) {
    const text = valueOf(environment, name);
    const milliseconds = (0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(text);
    if (milliseconds === null)
        throw invalid(name, text, _duration_js__WEBPACK_IMPORTED_MODULE_2__/* .durationForms */ .e);
    return milliseconds;
}


/***/ }),

/***/ 73332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ parseSigningKeys),
/* harmony export */   SK: () => (/* binding */ checkToken),
/* harmony export */   ql: () => (/* binding */ readSecrets)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40996);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _known_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5688);
/* harmony import */ var _repository_git_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66714);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48992);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18961);








/** Reads and masks them before all other inputs, so that no later error can print one. */
function readSecrets(environment, maskInLog) {
    for (const secret of environment.secrets)
        _known_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .knownSecrets */ .xU.add(secret);
    const mask = (secret) => {
        _known_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .knownSecrets */ .xU.add(secret);
        maskInLog(secret);
    };
    const token = environment.input('token');
    if (token !== '') {
        mask(token);
        // As git sends it.
        mask((0,_repository_git_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .basicCredentials */ .BG)(token).slice('basic '.length));
    }
    const signingKey = environment.input('signing-key');
    maskSigningKeys(signingKey, mask);
    return { token, signingKey, mask };
}
/** Throws TOKEN_MISSING, INPUT_INVALID. */
function checkToken(token, kind, { isForkPullRequest }) {
    // Any other Git repository is reached with git's own credentials.
    if (token === '' && kind === 'git')
        return;
    if (token === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
            code: 'TOKEN_MISSING',
            subject: 'input token',
            reason: isForkPullRequest
                ? 'it is empty: a pull request from a fork gets no secrets'
                : 'it is empty, and this run writes to the target',
            hint: isForkPullRequest
                ? 'Write `token: ${{ secrets.NAME || github.token }}`: the job’s own token can read.'
                : undefined
        });
    }
    // It goes into a header, which takes nothing else; GitHub's consist of letters, digits and underscores.
    if (!/^[\x21-\x7e]+$/.test(token)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: 'input token',
            reason: 'it holds a space, a line break or another character that no token has',
            hint: 'Copy the token again into the secret.'
        });
    }
}
const secretKeyPattern = /^[^:\s]+:[A-Za-z0-9+/]{20,}={0,2}$/;
/** Masks are matched line by line, and a tool may print the secret half without its name. */
function maskSigningKeys(text, mask) {
    for (const line of (0,_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .lines */ .Mn)(text)) {
        mask(line);
        const secretHalf = line.slice(line.indexOf(':') + 1).trim();
        if (secretHalf.length >= 20)
            mask(secretHalf);
    }
}
/** Each once, in the order given: the first is the run's own. None: the run does not sign. Throws SIGNING_KEY_INVALID. */
function parseSigningKeys(environment, secrets) {
    const keys = new Map();
    for (const line of (0,_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .lines */ .Mn)(secrets.signingKey)) {
        for (const text of keysOfLine(line, environment, secrets.mask)) {
            const key = (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecretKey */ .eb)(text);
            const publicKey = (0,_binary_cache_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .publicKeyText */ .gt)(key);
            const other = [...keys].find(([, { name }]) => name === key.name);
            if (other !== undefined && other[0] !== publicKey) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
                    code: 'SIGNING_KEY_INVALID',
                    subject: 'input signing-key',
                    reason: `two different keys in it are named ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(key.name)}, and a reader’s Nix knows one of a name`,
                    hint: 'Make the new key under a name of its own, such as one with the next number.'
                });
            }
            keys.set(publicKey, key);
        }
    }
    return [...keys.values()];
}
function keysOfLine(text, { workspace }, mask) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(text) ? text : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, text);
    if (secretKeyPattern.test(text) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return [text];
    try {
        const content = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
        maskSigningKeys(content, mask);
        const keys = (0,_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .lines */ .Mn)(content);
        // What is empty is no key, and says so.
        return keys.length === 0 ? [''] : keys;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
            code: 'SIGNING_KEY_INVALID',
            subject: 'input signing-key',
            reason: `the file that it names cannot be read (${cause instanceof Error ? cause.message : 'unknown'})`,
            cause
        });
    }
}


/***/ }),

/***/ 81967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ meantSystem),
/* harmony export */   y: () => (/* binding */ isSystem)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47785);

// What nixpkgs' lib.systems makes doubles of: a CPU and a kernel. Nix has no list of its own.
const cpus = new Set([
    'aarch64 aarch64_be arc arm armv5tel armv6l armv6m armv7a armv7l armv7m armv7r armv8a armv8m armv8r',
    'i386 i486 i586 i686 x86_64 alpha avr hppa javascript loongarch64 m68k microblaze microblazeel mmix',
    'mips mips64 mips64el mipsel mipsisa32r6 mipsisa32r6el mipsisa64r6 mipsisa64r6el msp430 or1k',
    'powerpc powerpc64 powerpc64le powerpcle riscv32 riscv64 rx s390 s390x sh4 sparc sparc64 vc4 wasm32 wasm64'
].flatMap((line) => line.split(' ')));
const kernels = new Set('cygwin darwin freebsd genode ghcjs ios linux mmixware netbsd none openbsd redox solaris uefi wasi windows'.split(' '));
function isSystem(text) {
    const [cpu = '', kernel = '', ...rest] = text.split('-');
    return cpus.has(cpu) && kernels.has(kernel) && rest.length === 0;
}
/** What other tools call it. */
const otherNames = {
    ...{ amd64: 'x86_64', x64: 'x86_64', x86: 'i686', arm64: 'aarch64', armhf: 'armv7l' },
    ...{ ppc64le: 'powerpc64le', riscv: 'riscv64' },
    ...{ macos: 'darwin', osx: 'darwin', mac: 'darwin', apple: 'darwin', win32: 'windows' }
};
const usual = ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin', 'i686-linux'];
/** The system that somebody may have meant; null: nobody knows. */
function meantSystem(text) {
    const parts = text
        .toLowerCase()
        .replace('x86-64', 'x86_64')
        .split(/[-/.:]/)
        .map((part) => (Object.hasOwn(otherNames, part) ? (otherNames[part] ?? part) : part));
    const orders = [parts, parts.toReversed()].map((each) => each.join('-'));
    const written = orders.find(isSystem);
    if (written !== undefined)
        return written;
    // `x86_64-unknown-linux-gnu`
    const [cpu, kernel] = [
        parts.find((part) => cpus.has(part)),
        parts.find((part) => kernels.has(part))
    ];
    if (cpu !== undefined && kernel !== undefined)
        return `${cpu}-${kernel}`;
    return (usual.find((system) => orders.some((order) => (0,leven__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(order, system, { maxDistance: 3 }) < 3)) ??
        null);
}


/***/ }),

/***/ 16733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export nearest */
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47785);

/** Longer than anything that is asked for by name. */
const longest = 100;
/** The one of `known` that somebody may have meant by `word`; undefined: none is near. */
function nearest(word, known) {
    if (word.length > longest)
        return undefined;
    const near = known
        .map((one) => ({ one, slips: slipsBetween(word.toLowerCase(), one.toLowerCase()) }))
        .filter(({ one, slips }) => slips <= Math.min(2, Math.floor(Math.max(word.length, one.length) / 3)));
    return near.sort((a, b) => a.slips - b.slips)[0]?.one;
}
/** ``Did you mean `--systems`? `` with a blank behind it, or nothing. */
function didYouMean(word, known) {
    const meant = nearest(word, known);
    return meant === undefined ? '' : `Did you mean \`${meant}\`? `;
}
/** Letters that are missing, too many or others; in another order they are one slip. */
function slipsBetween(one, other) {
    const letters = (text) => Array.from(text).sort().join('');
    const slips = (0,leven__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(one, other);
    return slips === 2 && letters(one) === letters(other) ? 1 : slips;
}


/***/ }),

/***/ 56540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseTargetAddress)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);



const ownerPattern = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/;
const repoPattern = /^[A-Za-z0-9._-]{1,100}$/;
/** What git is allowed to use: `ext::` and other helpers would run what the address names. */
const protocols = ['https:', 'http:', 'ssh:', 'file:'];
/** `user@host:path`, or `host:path`. A host that began with a dash would be an option for ssh. */
const scpPattern = /^(?:[A-Za-z0-9_.-]+@)?([A-Za-z0-9][A-Za-z0-9.-]*):(?!\/\/|:)([^\p{Cc}]+)$/u;
/**
 * `owner/name`, the address of a repository on the host of `serverUrl` (https, ssh or scp-like, with or without `.git`): GitHub's.
 * Another https, ssh, scp-like or file address, or a path (`/…`, `./…`, `../…`, about `workspace`): git's. Empty: the workflow's
 * own repository. Throws REPOSITORY_INVALID, INPUT_MISSING.
 */
function parseTargetAddress(text, run) {
    if (text === '') {
        if (run.repository === null) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
                code: 'INPUT_MISSING',
                subject: 'input target-repository',
                reason: 'it is empty, and outside of a workflow there is no repository to fall back to',
                terminal: { reason: 'it is empty' }
            });
        }
        return parseTargetAddress(run.repository, run);
    }
    if (/\p{Cc}/u.test(text))
        throw invalid(text, 'it holds a control character');
    if (/^\.{0,2}\//.test(text) || text === '.' || text === '..') {
        return { kind: 'git', url: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(run.workspace, text) };
    }
    const server = new URL(run.serverUrl);
    if (text.includes('://'))
        return parseUrl(text, server);
    const scp = scpPattern.exec(text);
    if (scp?.[1] === undefined || scp[2] === undefined)
        return gitHubRepository(text, text);
    return scp[1].toLowerCase() === server.hostname
        ? gitHubRepository(scp[2], text)
        : { kind: 'git', url: text };
}
function parseUrl(text, server) {
    if (!URL.canParse(text))
        throw invalid(text, 'it is not a valid address');
    const url = new URL(text);
    if (!protocols.includes(url.protocol)) {
        throw invalid(text, 'git pushes to https, http, ssh and file addresses, and to paths');
    }
    const isSsh = url.protocol === 'ssh:';
    if (url.password !== '' || (url.username !== '' && !isSsh)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'REPOSITORY_INVALID',
            subject: 'input target-repository',
            reason: 'the address holds a user name or password',
            hint: 'Give the address without it: GitHub’s secret as `token`, another host’s through a credential helper of git.'
        });
    }
    const isGitHub = url.protocol !== 'file:' &&
        (isSsh ? url.hostname === server.hostname : url.host === server.host);
    if (isGitHub)
        return gitHubRepository((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .decoded */ .DH)(url.pathname), text);
    if (url.search !== '' || url.hash !== '')
        throw invalid(text, 'it has a query or a fragment');
    // A host that began with a dash would be an option for ssh.
    if (url.hostname.startsWith('-'))
        throw invalid(text, 'it is not a valid address');
    return { kind: 'git', url: text };
}
/** `path`: what stands behind the host; `text`: the whole, for the error. */
function gitHubRepository(path, text) {
    const [owner, repo, ...rest] = path.replace(/^\/+|\/+$/g, '').split('/');
    const name = repo?.replace(/\.git$/, '');
    if (rest.length > 0 ||
        owner === undefined ||
        name === undefined ||
        !ownerPattern.test(owner) ||
        !repoPattern.test(name) ||
        name === '.' ||
        name === '..') {
        throw invalid(text, 'it is neither owner/name nor the address of a repository');
    }
    return { kind: 'github', owner, repo: name };
}
function invalid(text, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'REPOSITORY_INVALID',
        subject: `input target-repository, ${JSON.stringify(text.slice(0, 200))}`,
        reason
    });
}


/***/ }),

/***/ 33444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ checkBranchName),
/* harmony export */   Q8: () => (/* binding */ isBranchName),
/* harmony export */   T5: () => (/* binding */ usualBranch),
/* harmony export */   pD: () => (/* binding */ parseBranchName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** Where a cache lies that is not on its repository's default branch. */
const usualBranch = 'nix-cache';
/**
 * Whether Git takes `name` as a branch: the rules of `git check-ref-format --branch`, and two of GitHub's.
 * https://git-scm.com/docs/git-check-ref-format
 */
function isBranchName(name) {
    return (name.isWellFormed() &&
        // GitHub's limit is 255 bytes for the whole ref, `refs/heads/` included.
        Buffer.byteLength(name) <= 244 &&
        // GitHub refuses these: an address could not tell such a branch from a commit.
        !/^[0-9a-f]{40}$/i.test(name) &&
        name !== 'HEAD' &&
        !name.startsWith('-') &&
        !name.endsWith('.') &&
        !name.includes('..') &&
        !name.includes('@{') &&
        !forbiddenCharacter.test(name) &&
        name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock')));
}
/** Throws BRANCH_INVALID. */
function checkBranchName(name, subject = JSON.stringify(name.slice(0, 300))) {
    if (isBranchName(name))
        return;
    const reason = 'Git does not accept it as the name of a branch';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'BRANCH_INVALID', subject, reason });
}
/** A branch as somebody gives it: `refs/heads/main` is `main`. Throws BRANCH_INVALID. */
function parseBranchName(text, subject) {
    const name = text.replace(/^refs\/heads\//, '');
    if (name.startsWith('refs/')) {
        const reason = 'it is the full name of something else than a branch';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'BRANCH_INVALID', subject, reason });
    }
    checkBranchName(name, subject);
    return name;
}
const forbiddenCharacter = /[\p{Cc}\s~^:?*[\\]/u;


/***/ }),

/***/ 66714:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ basicCredentials),
/* harmony export */   GY: () => (/* binding */ withSettings),
/* harmony export */   Jd: () => (/* binding */ tokenSettings),
/* harmony export */   R4: () => (/* binding */ workTreeEnvironment),
/* harmony export */   WK: () => (/* binding */ offline),
/* harmony export */   _K: () => (/* binding */ gitEnvironment),
/* harmony export */   au: () => (/* binding */ committerEnvironment),
/* harmony export */   tZ: () => (/* binding */ withoutRepository)
/* harmony export */ });
/* harmony import */ var _passed_on_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41353);

/** For the transports of a target; `ext::` and others run programs that an address names. */
const transports = 'http:https:ssh:file';
/** What ties a process to somebody's repository (`git rev-parse --local-env-vars`); GIT_CONFIG_COUNT is kept and added to. */
const localVariables = [
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_COMMON_DIR',
    'GIT_CONFIG',
    'GIT_CONFIG_PARAMETERS',
    'GIT_DIR',
    'GIT_GRAFT_FILE',
    'GIT_IMPLICIT_WORK_TREE',
    'GIT_INDEX_FILE',
    'GIT_INTERNAL_SUPER_PREFIX',
    'GIT_NAMESPACE',
    'GIT_NO_REPLACE_OBJECTS',
    'GIT_OBJECT_DIRECTORY',
    'GIT_PREFIX',
    'GIT_REPLACE_REF_BASE',
    'GIT_SHALLOW_FILE',
    'GIT_WORK_TREE',
    // Would print headers, ours with the token among them.
    'GIT_CURL_VERBOSE'
];
const alwaysSet = [
    // Hooks of the machine are about people's work, not about a store's commits.
    ['core.hooksPath', '/dev/null'],
    ['core.autocrlf', 'false'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['fetch.writeCommitGraph', 'false'],
    ['fetch.fsckObjects', 'false'],
    ['i18n.commitEncoding', 'UTF-8'],
    // Only version 2 lets a client fetch single blobs from any server.
    ['protocol.version', '2'],
    ['advice.pushUpdateRejected', 'false'],
    // A line that is dead is noticed: under 1,000 bytes a second for two minutes.
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '120'],
    // Larger files are streamed, not held in memory, and are not looked through for deltas.
    ['core.bigFileThreshold', '16m']
];
/**
 * Environment for git: no prompts, messages in English, nothing of a repository around us; settings by GIT_CONFIG_COUNT, so that a
 * secret among them is in no argument and no file. The user's own settings (credential helpers, proxies, certificates) stay.
 * Who commits: GIT_AUTHOR_* and GIT_COMMITTER_* where the user has set them, else nobody in particular.
 */
function gitEnvironment(base, settings) {
    return environmentWith(base, [...alwaysSet, ...settings]);
}
/**
 * The same for looking at somebody's work tree: how their files' lines end is their own setting, and nothing of theirs is run,
 * locked or written.
 */
function workTreeEnvironment(base) {
    const settings = [
        ['core.hooksPath', '/dev/null'],
        ['core.fsmonitor', 'false'],
        // Would put part of any index into their repository.
        ['core.splitIndex', 'false'],
        // Only tells whether line endings survive a round trip; an error would end the run.
        ['core.safecrlf', 'false']
    ];
    return { ...environmentWith(base, settings), GIT_OPTIONAL_LOCKS: '0' };
}
/** For a commit that is the user's own, in their work tree: their name, their settings, and what their hooks go by. */
function committerEnvironment(base) {
    return { ...withoutRepository(base), GIT_TERMINAL_PROMPT: '0' };
}
function environmentWith(base, settings) {
    return withSettings({
        ...identity('GIT_AUTHOR'),
        ...identity('GIT_COMMITTER'),
        ...withoutRepository((0,_passed_on_js__WEBPACK_IMPORTED_MODULE_0__/* .passedOn */ .I3)(base, 'git')),
        GIT_TERMINAL_PROMPT: '0',
        GIT_TRACE_REDACT: '1',
        GIT_ALLOW_PROTOCOL: transports,
        LC_ALL: 'C',
        LANGUAGE: ''
    }, settings);
}
/** With further settings, after those that it has. */
function withSettings(given, settings) {
    const env = { ...given };
    const before = /^\d{1,4}$/.test(env['GIT_CONFIG_COUNT'] ?? '')
        ? Number(env['GIT_CONFIG_COUNT'])
        : 0;
    for (const [index, [key, value]] of settings.entries()) {
        env[`GIT_CONFIG_KEY_${before + index}`] = key;
        env[`GIT_CONFIG_VALUE_${before + index}`] = value;
    }
    return { ...env, GIT_CONFIG_COUNT: String(before + settings.length) };
}
/** For programs that run git themselves: as if we had not been started in a repository, by a hook for example. */
function withoutRepository(base) {
    return Object.fromEntries(Object.entries(base).filter(([name]) => !localVariables.includes(name)));
}
/** A domain that cannot exist, so that the commits are not counted as somebody's. */
function identity(who) {
    return { [`${who}_NAME`]: 'nar-publish', [`${who}_EMAIL`]: 'nar-publish@noreply.invalid' };
}
/** For commands that must not talk to anybody: a missing blob is then an error, and not fetched behind our back. */
const offline = {
    GIT_NO_LAZY_FETCH: '1',
    // Versions before 2.44 do not know that variable.
    GIT_ALLOW_PROTOCOL: 'none'
};
/** GitHub takes a token as the password of this user, whoever's it is. */
const tokenUser = 'x-access-token';
/** What a request with the token carries after `Authorization:`; as secret as the token. */
function basicCredentials(token) {
    return `basic ${Buffer.from(`${tokenUser}:${token}`).toString('base64')}`;
}
/**
 * Settings that send the token to this one repository and to nobody else: redirects are not followed, and the machine's credential
 * helpers are neither asked nor told.
 */
function tokenSettings(url, token) {
    return [
        ['credential.helper', ''],
        [`http.${url}.followRedirects`, 'false'],
        // The empty value drops a header that another step (actions/checkout) has set for the host: two are refused.
        [`http.${url}.extraHeader`, ''],
        [`http.${url}.extraHeader`, `Authorization: ${basicCredentials(token)}`]
    ];
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

/***/ 3546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ defaultLimits)
/* harmony export */ });
const defaultLimits = {
    largestBlob: 36_700_160,
    largestTreeFile: 104_857_600,
    largestAsset: 2_147_483_648,
    assetsPerRelease: 1000,
    largestPush: 2_000_000_000,
    writesPerHour: 500,
    writesPerMinute: 80,
    treeEntries: 100,
    treeBody: 2_000_000,
    longestTreeText: 1_000_000,
    requestAttempts: 12,
    requestTime: 600_000,
    connectionAttempts: 6,
    connectionPause: 30_000,
    visibleTime: 60_000,
    refAttempts: 30,
    commitTime: 1_200_000,
    servedTime: 1_200_000
};


/***/ }),

/***/ 8144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ parseStorePath),
/* harmony export */   Lr: () => (/* binding */ enclosingStorePath),
/* harmony export */   OF: () => (/* binding */ storePathsInText),
/* harmony export */   R5: () => (/* binding */ storePathBaseName),
/* harmony export */   he: () => (/* binding */ storeDirectory),
/* harmony export */   zP: () => (/* binding */ isStorePath)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** The only store directory that a published cache serves; Nix's default and that of cache.nixos.org. */
const storeDirectory = '/nix/store';
// Nix's own rule (libstore/path.cc): base32 hash, then at most 211 characters of this set that do not start with a dot.
const storePathPattern = /^\/nix\/store\/([0-9a-df-np-sv-z]{32})-([0-9A-Za-z+\-_?=][0-9A-Za-z+\-._?=]{0,210})$/;
/** Store paths inside of a longer text. Global: for `replaceAll` and `matchAll`, not for `test`. */
const storePathsInText = /\/nix\/store\/[0-9a-df-np-sv-z]{32}-[\w+\-.?=]+/g;
/** Takes `/nix/store/<hash>-<name>` apart. Throws STORE_PATH_INVALID for anything else, a path inside a store path included. */
function parseStorePath(storePath) {
    const match = storePathPattern.exec(storePath);
    if (match?.[1] === undefined || match[2] === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'STORE_PATH_INVALID',
            subject: JSON.stringify(storePath.slice(0, 300)),
            reason: `it is not of the form ${storeDirectory}/<32 base32 characters>-<name>`
        });
    }
    return { hash: match[1], name: match[2] };
}
/** The store path that a path is, or lies inside of; null: it is not in the store. Asks no file system, so links are not followed. */
function enclosingStorePath(path) {
    const topLevel = path.split('/', 4).join('/');
    return isStorePath(topLevel) ? topLevel : null;
}
function isStorePath(text) {
    return storePathPattern.test(text);
}
/** `<hash>-<name>` as narinfo files write references. */
function storePathBaseName(storePath) {
    return storePath.slice(storeDirectory.length + 1);
}


/***/ }),

/***/ 48992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ decoded),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pg: () => (/* binding */ shortList),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);


/** `1 path`, `2 paths`. */
function count(number, noun, plural = `${noun}s`) {
    return `${number} ${number === 1 ? noun : plural}`;
}
/** `a`, `a and b`, `a, b and c`. */
function list(items) {
    return items.length < 2
        ? items.join('')
        : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`;
}
/** `list` of at most so many: `a, b and 3 more`. */
function shortList(items, longest) {
    const more = items.length - longest;
    return list([...items.slice(0, longest), ...(more > 0 ? [`${more} more`] : [])]);
}
/** A value of somebody's, on one line and bounded, for a message. */
function quote(text) {
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .HD)(JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text));
}
/** What a text is as JSON; null when it is none. */
function parseJson(text) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => JSON.parse(text), null);
}
/** Percent-encoded text, decoded; as it stands when it is none. */
function decoded(text) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(text), text);
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
