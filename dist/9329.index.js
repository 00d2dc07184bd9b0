export const id = 9329;
export const ids = [9329];
export const modules = {

/***/ 32393:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RS: () => (/* binding */ fixedOutputOf),
/* harmony export */   Vc: () => (/* binding */ inputsOf),
/* harmony export */   Wn: () => (/* binding */ urlsOf),
/* harmony export */   rj: () => (/* binding */ readDerivations)
/* harmony export */ });
/* unused harmony exports derivationsCommand, parseDerivations, derivationOf */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27597);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82094);
/* harmony import */ var _derivation_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66853);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84280);
/* harmony import */ var _path_info_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14237);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59094);









/** What a fixed-output derivation must give; null for any other derivation. It has this one output. */
function fixedOutputOf({ outputs }) {
    for (const { fixed } of outputs.values())
        if (fixed !== null)
            return fixed;
    return null;
}
/** A fixed-output derivation's `url` and `urls`, the first one first. */
function urlsOf({ env, structuredAttrs }) {
    const { urls, url } = structuredAttrs ?? env;
    const all = [urls, url].flatMap((one) => typeof one === 'string' ? one.split(/\s+/) : one);
    return [...new Set(all)].filter((text) => typeof text === 'string').filter((text) => text !== '');
}
/**
 * The derivations, by default with all that they need, by .drv path; from their files, or else from what Nix tells. `known` saves reading
 * what is in it, and takes the rest. Throws NIX_FAILED when one is not in the store or Nix describes it in an unknown way.
 */
async function readDerivations(nix, drvPaths, { closure, known = new Map() } = { closure: true }) {
    const { derivations, unread } = readFiles(drvPaths, closure, known);
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_7__/* .chunkOperands */ .y)(unread)) {
        const json = await (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .expectNix */ .lr)(nix, derivationsCommand(nix, chunk, closure));
        for (const derivation of readAnswer(nix, json)) {
            derivations.set(derivation.drvPath, derivation);
            known.set(derivation.drvPath, derivation);
        }
    }
    return derivations;
}
/** `unread`: those that Nix has to be asked for, with all that they need. */
function readFiles(drvPaths, closure, known) {
    const derivations = new Map();
    const unread = [];
    const wanted = new Set(drvPaths);
    const named = new Map();
    const mayName = (source) => {
        const answer = named.get(source) ?? (!source.endsWith('.drv') && (0,_derivation_file_js__WEBPACK_IMPORTED_MODULE_3__/* .mayNameDerivations */ .p8)(source));
        named.set(source, answer);
        return answer;
    };
    // A set gives what is added to it while it is read.
    for (const drvPath of wanted) {
        const derivation = known.get(drvPath) ?? readFile(drvPath);
        if (derivation === null || (closure && derivation.inputSrcs.some(mayName))) {
            unread.push(drvPath);
            continue;
        }
        derivations.set(drvPath, derivation);
        known.set(drvPath, derivation);
        if (closure)
            for (const input of inputsOf(derivation))
                wanted.add(input);
    }
    return { derivations, unread };
}
/** null: Nix is to be asked. */
function readFile(drvPath) {
    const text = (0,_derivation_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readDerivationFile */ .MS)(drvPath);
    return text === null ? null : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => derivationOf(drvPath, text), null);
}
/** The .drv files that it needs, built or as they are. */
function inputsOf({ inputDrvs, inputSrcs }) {
    return [...inputDrvs.keys(), ...inputSrcs.filter((path) => path.endsWith('.drv'))];
}
function derivationsCommand({ version }, drvPaths, closure) {
    // The newer name came with 2.15, and the older one is on its way out.
    const name = (0,_nix_js__WEBPACK_IMPORTED_MODULE_4__/* .isAtLeast */ .du)(version, 2, 16) ? ['derivation', 'show'] : ['show-derivation'];
    return {
        program: 'nix',
        args: [...name, ...(closure ? ['--recursive'] : []), '--', ...drvPaths]
    };
}
function readAnswer(nix, json) {
    try {
        return parseDerivations(JSON.parse(json));
    }
    catch (cause) {
        throw (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .unknownAnswer */ .NF)(nix, 'nix derivation show', 'derivations', cause);
    }
}
const output = zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({
    path: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().nullish(),
    /** Base16 beside `hashAlgo`, or SRI. */
    hash: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().nullish(),
    /** `r:sha256` where there is no `method`. */
    hashAlgo: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().nullish(),
    method: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().nullish()
});
const inputDrvs = zod__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_8__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()),
    zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ outputs: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()) }).transform(({ outputs }) => outputs)
]));
const common = zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({
    outputs: zod__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), output),
    system: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(),
    builder: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(),
    args: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()),
    env: zod__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()),
    structuredAttrs: zod__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_8__/* .unknown */ .L5J()).nullish()
});
const entry = zod__WEBPACK_IMPORTED_MODULE_8__/* .union */ .KCZ([
    common.extend({ inputDrvs, inputSrcs: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()) }),
    common
        .extend({ inputs: zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ drvs: inputDrvs, srcs: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()) }) })
        .transform(({ inputs, ...rest }) => ({
        ...rest,
        inputDrvs: inputs.drvs,
        inputSrcs: inputs.srcs
    }))
]);
const anyShape = zod__WEBPACK_IMPORTED_MODULE_8__/* .union */ .KCZ([
    // Nix from 2.33 on.
    zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ derivations: zod__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), entry) })
        .transform(({ derivations }) => derivations),
    zod__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), entry)
]);
const structured = zod__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_8__/* .unknown */ .L5J());
/** Reads the answer of any version's `nix derivation show`. Throws a ZodError, SyntaxError or NarPublishError for any other shape. */
function parseDerivations(json) {
    return Object.entries(anyShape.parse(json)).map(([path, read]) => derivationOf(path, read));
}
/** `path`: its own, or its base name. Throws a ZodError, SyntaxError or NarPublishError when it says what no derivation has. */
function derivationOf(path, read) {
    const drvPath = (0,_path_info_js__WEBPACK_IMPORTED_MODULE_5__/* .fullPath */ .jS)(path);
    const { __json: json, ...env } = read.env;
    return {
        drvPath,
        name: (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(drvPath).name.replace(/\.drv$/, ''),
        system: read.system,
        builder: read.builder,
        args: read.args,
        env,
        structuredAttrs: read.structuredAttrs ?? (json === undefined ? null : structured.parse(JSON.parse(json))),
        outputs: new Map(Object.entries(read.outputs).map(([name, one]) => [name, readOutput(one, env[name])])),
        inputDrvs: new Map(Object.entries(read.inputDrvs).map(([input, outputs]) => [(0,_path_info_js__WEBPACK_IMPORTED_MODULE_5__/* .fullPath */ .jS)(input), outputs])),
        inputSrcs: read.inputSrcs.map(_path_info_js__WEBPACK_IMPORTED_MODULE_5__/* .fullPath */ .jS)
    };
}
/** `variable`: the output's environment variable, which has the path of a fixed output where newer versions leave it out. */
function readOutput(read, variable) {
    const known = variable !== undefined && (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .isStorePath */ .zP)(variable) ? variable : null;
    return {
        path: typeof read.path === 'string' ? (0,_path_info_js__WEBPACK_IMPORTED_MODULE_5__/* .fullPath */ .jS)(read.path) : known,
        fixed: typeof read.hash === 'string' ? readFixed(read, read.hash) : null
    };
}
const methods = { '': 'flat', 'r:': 'nar', 'text:': 'text', 'git:': 'git' };
const method = zod__WEBPACK_IMPORTED_MODULE_8__/* ["enum"] */ .k5n(['flat', 'nar', 'text', 'git']);
const algorithm = zod__WEBPACK_IMPORTED_MODULE_8__/* ["enum"] */ .k5n(['md5', 'sha1', 'sha256', 'sha512']).nullable();
function readFixed(read, hash) {
    const [, prefix = '', name = null] = /^(r:|text:|git:)?(.*)$/s.exec(read.hashAlgo ?? '') ?? [];
    const expected = algorithm.parse(name === '' ? null : name);
    const digest = (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(hash, expected);
    if (digest === null)
        throw new SyntaxError(`${JSON.stringify(hash.slice(0, 200))} is no hash`);
    return { digest, method: method.parse(read.method ?? methods[prefix]) };
}


/***/ }),

/***/ 19142:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HW: () => (/* binding */ noDerivationReason),
/* harmony export */   Ic: () => (/* binding */ readEvaluated),
/* harmony export */   PU: () => (/* binding */ noDerivation),
/* harmony export */   U: () => (/* binding */ describeExpression),
/* harmony export */   WY: () => (/* binding */ described),
/* harmony export */   _W: () => (/* binding */ describeAndTellExpression),
/* harmony export */   h_: () => (/* binding */ description),
/* harmony export */   md: () => (/* binding */ whatItHas)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);



/** Nix code: what is known of any derivation. */
const describeExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "describe.nix", 'utf8');
/** The same, told of its .drv as soon as that is in the store, while Nix itself keeps it there; see holdTraced. */
const describeAndTellExpression = `(value: let told = (${describeExpression}) value; in if told ? drvPath then builtins.trace told.drvPath told else told)`;
/** What that tells. */
const description = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    drvPath: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    system: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    pname: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    mainProgram: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Of all of them, in the derivation's order. */
    outputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })).min(1),
    /** The one that the attribute stands for (`pkg.dev`); null: for the derivation. */
    specified: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable()
});
const noDerivation = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    notDerivation: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    attributes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).default([])
});
/** What describe.nix says of anything. */
const described = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([description, noDerivation]);
/** A derivation with the wanted outputs (as after `^`; null: nothing is said), or why it is none that can be published. */
function readEvaluated(read, installable, outputs) {
    if ('notDerivation' in read)
        return noDerivationReason(read);
    const { specified, ...described } = read;
    const wanted = outputs ?? (specified === null ? ['*'] : [specified]);
    const unknown = wanted.find((name) => name !== '*' && !read.outputs.some((output) => output.name === name));
    if (unknown !== undefined) {
        return `it has no output "${unknown}"; it has ${read.outputs.map(({ name }) => name).join(', ')}`;
    }
    const unpredictable = read.outputs.find(({ path }) => !(0,_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isStorePath */ .zP)(path));
    if (unpredictable !== undefined) {
        return (`its output "${unpredictable.name}" is ${JSON.stringify(unpredictable.path)}, no path in /nix/store: ` +
            'content-addressed derivations and other store directories are not supported');
    }
    return {
        ...described,
        installable,
        outputs: read.outputs.filter(({ name }) => wanted.includes(name) || wanted.includes('*'))
    };
}
function noDerivationReason({ notDerivation, attributes }) {
    return `it is a ${notDerivation}, not a derivation${whatItHas('it', attributes)}`;
}
/** `; it has a, b, …`, or nothing. */
function whatItHas(owner, attributes) {
    const few = attributes.slice(0, 10);
    if (few.length === 0)
        return '';
    return `; ${owner} has ${few.join(', ')}${attributes.length > few.length ? ', …' : ''}`;
}


/***/ }),

/***/ 7117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ evaluationReason),
/* harmony export */   K2: () => (/* binding */ runEvaluation),
/* harmony export */   UU: () => (/* binding */ logWords),
/* harmony export */   yK: () => (/* binding */ pasteable)
/* harmony export */ });
/* unused harmony export withoutCredentials */
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);
/* harmony import */ var _process_tail_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40795);
/* harmony import */ var _gc_roots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44681);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59094);





/** Characters. An older Nix says what is wrong first, and then whence it was called. */
const longestWords = 1024 * 1024;
/**
 * Runs an evaluation. Its `stderr` has what Nix said from the beginning on, and its .drv files are kept as Nix tells of them. `onTrace`: see
 * holdTraced.
 */
async function runEvaluation(nix, command, place = {}, onTrace) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    const hold = (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_3__/* .holdTraced */ .nW)(nix, onTrace);
    let said = '';
    const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runNix */ .dI)({ ...nix, ...place }, command, {
        onStderr: (chunk) => {
            hold(chunk);
            if (said.length < longestWords)
                said += decoder.write(chunk);
        }
    });
    const begin = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(said);
    return { ...ended, stderr: said.length < longestWords ? begin : `${begin}\n${ended.stderr}` };
}
/** Most lines of an evaluation's words in the log. */
const longestLog = 100;
/** What Nix said of an evaluation that failed, fenced: with its trace, as far as that is of use. */
async function logWords(log, stderr) {
    const lines = withoutCredentials(stderr)
        .split('\n')
        .filter((line) => !line.startsWith('trace: /nix/store/'));
    const shown = lines.slice(0, longestLog / 2);
    const rest = lines.slice(longestLog / 2);
    const end = rest.slice(-longestLog / 2);
    const left = rest.length > end.length ? ['…'] : [];
    await log.fenced((write) => {
        write(`${[...shown, ...left, ...end].join('\n').trimEnd()}\n`);
        return Promise.resolve();
    });
}
const positions = /^\s*at ([^«\s].*?):(\d+):(\d+):?\s*$/gm;
const fetchedInputs = /^\s*… while fetching the input '([^']+)'/gm;
const updatedInputs = /^\s*… while updating the flake input '([^']+)'/gm;
/** So many of git's lines are told. */
const mostFatal = 4;
/**
 * Why an evaluation failed: Nix's message; what git said, which Nix passes on as an exit status; which input was being fetched; and the
 * innermost place in a file, without the store path of the source. Passwords in addresses are left out.
 */
function evaluationReason(stderr) {
    const said = (0,_process_tail_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutBlankRuns */ .Zy)(stderr);
    const start = [...said.matchAll(/^\s*error: /gm)].at(-1)?.index ?? 0;
    // Newer versions say whence it was called before what is wrong, older ones after it; the place of the error itself comes after it in both.
    const innermost = (pattern) => {
        const found = [...said.matchAll(pattern)];
        return found.find(({ index }) => index >= start) ?? found.at(-1);
    };
    const words = (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .nixWords */ .b3)(said);
    const fatal = new Set(said.match(/^fatal: .+$/gm) ?? []);
    const [, file, line, column] = innermost(positions) ?? [];
    const input = innermost(fetchedInputs)?.[1];
    const name = innermost(updatedInputs)?.[1];
    const where = [
        ...(input === undefined
            ? []
            : [`while fetching ${name === undefined ? '' : `its input "${name}", `}${input}`]),
        ...(file === undefined ? [] : [`at ${inSource(file)}:${line ?? ''}:${column ?? ''}`])
    ];
    const message = [words, ...[...fatal].slice(0, mostFatal)].join(fatal.size > 0 ? ': ' : '');
    return withoutCredentials(where.length === 0 ? message : `${message} (${where.join(', ')})`);
}
/** Of the flake's own source or an input's, as people know it. */
function inSource(file) {
    return file.replace(/^\/nix\/store\/[0-9a-z]{32}-source\//, '');
}
/** Without the names and passwords in addresses, but for the name that everybody uses with ssh. */
function withoutCredentials(text) {
    return text.replace(/(?<=:\/\/)(?!git@)[^\s/@'"]+@/g, '***@');
}
/**
 * A command to be pasted into a shell, that fails as this run did: from its folder, whatever the user's nix.conf says of flakes, and
 * without Nix's memory of an earlier failure, which has no words.
 */
function pasteable({ program, args }, folder) {
    const features = ['--extra-experimental-features', 'nix-command flakes'];
    const memory = ['--option', 'eval-cache', 'false'];
    const flags = program === 'nix' ? [...features, ...args.slice(0, 1), ...memory] : [];
    const words = [program, ...flags, ...(program === 'nix' ? args.slice(1) : args)];
    const line = words.map(_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r7).join(' ');
    // Who reads it is there already, or at another machine.
    const isHere = folder === process.cwd();
    return withoutCredentials(isHere ? line : `cd ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r7)(folder)} && ${line}`);
}


/***/ }),

/***/ 31333:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ ownEvaluators),
/* harmony export */   n: () => (/* binding */ evaluatorsAtOnce)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70370);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);


/** What an evaluation of nixpkgs may take, with room to spare. */
const evaluatorBytes = 2 * 1024 ** 3;
/** How many evaluations a machine does at once. Default: this machine, now. */
function evaluatorsAtOnce({ cores, memory } = thisMachine()) {
    return Math.max(1, Math.min(cores, Math.floor(memory / evaluatorBytes)));
}
/** Of the memory: parsed files, threads, and what Nix says are no values, and others need some, too. */
const ofValues = 0.75;
/** Nix begins with 384 MiB of its own accord. */
const leastBytes = 1024 ** 3;
function evaluatorsOf(machine) {
    const atOnce = evaluatorsAtOnce(machine);
    const values = Math.floor(machine.memory * ofValues);
    return {
        limit: (0,p_limit__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(atOnce),
        share: Math.max(leastBytes, Math.floor(values / atOnce)),
        whole: Math.max(leastBytes, values)
    };
}
let own;
/** The same of this machine for all of this process, as they were when it first evaluated. */
function ownEvaluators() {
    own ??= evaluatorsOf(thisMachine());
    return own;
}
function thisMachine() {
    return { cores: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)(), memory: process.availableMemory() };
}


/***/ }),

/***/ 2713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iz: () => (/* binding */ answerAll),
  Ic: () => (/* binding */ applied),
  uw: () => (/* binding */ listAttributes),
  z7: () => (/* reexport */ nixString)
});

// EXTERNAL MODULE: ./src/nix/describe.ts
var describe = __webpack_require__(19142);
// EXTERNAL MODULE: ./src/all-of.ts
var all_of = __webpack_require__(96356);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/scratch.ts
var src_scratch = __webpack_require__(7897);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/nix/evaluation.ts
var evaluation = __webpack_require__(7117);
;// CONCATENATED MODULE: ./src/nix/ask-attributes.ts









const listExpression = (0,external_node_fs_.readFileSync)(new URL(/* asset import */ __webpack_require__(77437), __webpack_require__.b), 'utf8');
const entries = schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* array */.YOg(schemas/* string */.YjP()), described: schemas/* unknown */.L5J().optional() }));
const answer = schemas/* object */.Ikc({
    missing: schemas/* literal */.euz(true).optional(),
    entries: entries.optional(),
    names: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    members: schemas/* array */.YOg(schemas/* object */.Ikc({ entries })).optional()
});
/** Indices of a question and of a member. */
const told = schemas/* object */.Ikc({
    at: schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig().optional()]),
    names: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    answer: answer.optional()
});
/** One evaluation. `most`: members of each set that it looks at. `heap`: bytes of values that it may hold. */
async function ask(about, asked, { most, heap }) {
    const before = countAnswers(asked);
    const { note, begun } = noteAnswers(about, asked);
    const questions = asked.map(({ question }) => ({ ...question, most }));
    const scratch = (0,src_scratch/* makeScratch */.lP)((0,external_node_os_.tmpdir)());
    const statsFile = (0,external_node_path_.join)(scratch, 'evaluation.json');
    const env = {
        ...(about.place?.env ?? about.nix.env),
        GC_MAXIMUM_HEAP_SIZE: String(heap),
        NIX_SHOW_STATS: '1',
        NIX_SHOW_STATS_PATH: statsFile
    };
    try {
        const exit = await evaluate(about, { ...about.place, env }, listing(about, questions), note);
        const failure = readExit(about, asked, begun(), exit);
        const answers = countAnswers(asked) - before;
        return { answers, heap: heapIn(statsFile), failure };
    }
    finally {
        (0,src_scratch/* removeFolder */.v$)(scratch);
    }
}
/** Lack of memory is an answer here. */
async function evaluate({ nix, command }, place, apply, note) {
    try {
        return await (0,evaluation/* runEvaluation */.K2)(nix, command(apply), place, note);
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9 && error.code === 'MEMORY_EXHAUSTED')
            return error;
        throw error;
    }
}
/** Puts what is told with what was asked; `begun`: what was looked at last. */
function noteAnswers(about, asked) {
    let begun = null;
    const note = (line) => {
        if (!line.startsWith(mark))
            return;
        // A line that somebody else's words got into says nothing: what it was about is asked for again.
        const read = told.safeParse((0,errors/* attempt */.CD)(() => (0,src_text/* parseJson */.qF)(line.slice(mark.length)), null));
        if (!read.success)
            return;
        const { at, names, answer } = read.data;
        const [index, member] = at;
        const one = member === undefined ? asked[index] : asked[index]?.members?.[member];
        if (one === undefined)
            return;
        begun = one;
        if (names !== undefined)
            nameMembers(one, names);
        if (answer !== undefined)
            one.answer = readAnswer(about, answer);
    };
    return { note, begun: () => begun };
}
function readExit(about, asked, culprit, exit) {
    if (exit instanceof errors/* NarPublishError */.f9)
        return { culprit, exit, isOfMemory: true };
    if (exit.status === 0) {
        readAnswers(about, asked, schemas/* array */.YOg(answer).parse(JSON.parse(exit.stdout)));
        return null;
    }
    // The flake has no such output.
    if (culprit === null && /error: flake '[^']*' does not provide attribute/.test(exit.stderr)) {
        for (const one of asked)
            one.answer = null;
        return null;
    }
    // The kernel's choice when there is no memory left; 137 when a shell was in between.
    return { culprit, exit, isOfMemory: exit.signal === 'SIGKILL' || exit.status === 137 };
}
function readAnswers(about, asked, answers) {
    for (const [index, one] of asked.entries()) {
        const { names, members = [], ...own } = answers[index] ?? { missing: true };
        if (names === undefined)
            one.answer = readAnswer(about, own);
        else {
            const named = nameMembers(one, names);
            for (const [at, member] of members.entries()) {
                const of = named[at];
                if (of !== undefined)
                    of.answer = readAnswer(about, member);
            }
        }
    }
}
function nameMembers(asked, names) {
    const { path } = asked.question;
    asked.members ??= names.map((name) => ({ question: { path: [...path, name], kind: 'member' } }));
    return asked.members;
}
function readAnswer({ shape }, { missing, entries = [] }) {
    if (missing === true)
        return null;
    // What is described in no known way counts as failed, and leaves the others alone.
    return entries.map(({ path, described }) => {
        const said = described === undefined ? undefined : shape.safeParse(described).data;
        return { path, described: said ?? null };
    });
}
/** Answers to questions, and to what they were divided into. */
function countAnswers(asked) {
    return asked.reduce((sum, { answer, members = [] }) => sum + (answer === undefined ? countAnswers(members) : 1), 0);
}
const stats = schemas/* object */.Ikc({ gc: schemas/* object */.Ikc({ heapSize: schemas/* number */.aig() }) });
/** Each version that we know writes it; null: this one does not, or it was killed. */
function heapIn(file) {
    const read = (0,errors/* attempt */.CD)(() => stats.parse((0,src_text/* parseJson */.qF)((0,external_node_fs_.readFileSync)(file, 'utf8'))), null);
    return read?.gc.heapSize ?? null;
}
// No package can say it as well.
const mark = `nar-publish ${(0,external_node_crypto_.randomUUID)()} tells `;
/** Nix code of a function from the value to the answers. */
function listing({ describe }, questions) {
    const requests = `builtins.fromJSON ${nixString(JSON.stringify(questions))}`;
    return `(${listExpression}) { describe = ${describe}; mark = ${nixString(mark)}; requests = ${requests}; }`;
}
/** A string of the Nix language with just this text. */
function nixString(text) {
    return `"${text.replace(/["\\]|\$(?=\{)/g, (character) => `\\${character}`)}"`;
}

;// CONCATENATED MODULE: ./src/nix/evaluate-parts.ts



/** In one evaluation, which keeps what each takes to its end. */
const mostTogether = 250;
/** With fewer the flake itself costs more than evaluating it several times at once wins. */
const fewest = 50;
/** Of the memory: the next part may be heavier. */
const planned = 0.75;
/** Characters of questions in one command: Linux takes arguments of at most 128 KiB (execve(2), MAX_ARG_STRLEN). */
const longestQuestions = 60_000;
/**
 * Answers all that is asked: by one evaluation when it is little, else in parts, each a process of its own, as many side by side as the
 * machine has memory for. The first also tells what sets have; what each took says how large the next may be. One that ends for lack of
 * memory has answered what it came to. What does not fit into a process of its own is evaluated when nothing runs beside it, and
 * fails if it does not fit then. What ends an evaluation by an error that Nix cannot catch fails, and the rest goes on. Answers with how
 * the evaluation ended, when it is the value that fails. Throws MEMORY_EXHAUSTED when that alone takes too much.
 */
async function answerInParts(about, all, { limit, share, whole }) {
    /** Those that do not fit beside others, or all. */
    const alone = new Set();
    let isAllAlone = false;
    let size = mostTogether;
    let { patience } = about;
    for (let open = openOf(all); open.length > 0; open = openOf(all)) {
        const beside = open.filter((one) => !alone.has(one));
        const isAlone = isAllAlone || beside.length === 0;
        const heap = isAlone ? whole : share;
        const atOnce = isAlone ? 1 : limit.concurrency;
        const most = countPlaces(all) <= mostTogether ? size : spread(open.length, size, atOnce);
        const parts = beside.length === 0 ? open.map((one) => [one]) : partsOf(beside, most);
        const ended = await (0,all_of/* allOf */.b)(parts.slice(0, atOnce).map((part) => limit(() => ask(about, part, { most: size, heap }))));
        size = Math.min(mostTogether, ...ended.map((one) => nextSize(one, size, heap)));
        for (const { answers, failure } of ended) {
            if (failure === null)
                continue;
            const { exit, isOfMemory } = failure;
            const culprit = failure.culprit ?? (beside.length === 0 ? open[0] : undefined);
            if (culprit === undefined) {
                if (isOfMemory && !isAlone)
                    isAllAlone = true;
                else if (exit instanceof errors/* NarPublishError */.f9)
                    throw exit;
                else
                    return exit;
            }
            else if (!isOfMemory) {
                patience--;
                fail(culprit);
            }
            else if (answers === 0) {
                if (isAlone)
                    fail(culprit, needsMore(whole));
                else
                    alone.add(culprit);
            }
        }
        if (patience <= 0)
            for (const one of openOf(all))
                fail(one);
    }
    return null;
}
/** Without an answer, or a name of those that it stands for. */
function openOf(all) {
    return all.flatMap((one) => {
        if (one.answer !== undefined)
            return [];
        return one.members === undefined ? [one] : openOf(one.members);
    });
}
function countPlaces(all) {
    return all.reduce((sum, { members }) => sum + (members?.length ?? 1), 0);
}
/** What has members is none of them. */
function fail(one, reason) {
    const { path } = one.question;
    if (one.members === undefined)
        one.answer = [{ path, described: null, ...(reason === undefined ? {} : { reason }) }];
}
function needsMore(bytes) {
    return `evaluating it needs more memory than the ${(bytes / 1024 ** 3).toFixed(1)} GiB that are here for it`;
}
/** How many a part may have after one that had so many answers. `heap`: bytes that it had. */
function nextSize({ answers, heap: taken, failure }, size, heap) {
    if (failure?.isOfMemory === true)
        return answers === 0 ? size : Math.max(1, Math.floor(answers * planned));
    const isLight = taken === null || taken * 2 <= heap;
    return isLight ? size * 2 : Math.max(1, Math.floor((answers * planned * heap) / taken));
}
/** So many in a part that each evaluator has one. */
function spread(count, size, atOnce) {
    return Math.min(size, Math.max(fewest, Math.ceil(count / atOnce)));
}
function partsOf(open, most) {
    const parts = [];
    let length = Infinity;
    for (const one of open) {
        const own = JSON.stringify(one.question).length;
        const part = parts.at(-1);
        length += own;
        if (part === undefined || part.length >= most || length > longestQuestions) {
            parts.push([one]);
            length = own;
        }
        else
            part.push(one);
    }
    return parts;
}

// EXTERNAL MODULE: ./src/nix/evaluators.ts
var nix_evaluators = __webpack_require__(31333);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
;// CONCATENATED MODULE: ./src/nix/list-attributes.ts






/**
 * Answers all requests about a flake (`.`, `github:o/r`), whose paths begin with one of its outputs, in their order: one evaluation for
 * each of these, as long as what fails is thrown and they are not so many that they are evaluated in parts; see answerInParts. Each
 * attribute whose failure Nix cannot catch takes one more, and the others are described all the same. Throws EVALUATION_FAILED, with
 * Nix's words, when it is the flake itself that does not evaluate.
 */
async function listAttributes(nix, flake, requests, evaluators = (0,nix_evaluators/* ownEvaluators */.G)()) {
    const found = new Map();
    for (const [output, asked] of Map.groupBy(requests, ({ path }) => path[0] ?? '')) {
        const questions = asked.map(({ path, kind }) => ({ path: path.slice(1), kind }));
        const reference = `${flake}#${output}`;
        const about = {
            ...{ nix, command: applied(reference), describe: describe/* describeExpression */.U, shape: describe/* described */.WY },
            patience: Infinity
        };
        const answers = await answerAll(about, questions, evaluators);
        if (!Array.isArray(answers))
            throw await flakeFailure(nix, reference, flake, answers);
        for (const [index, request] of asked.entries()) {
            const entries = answers[index]?.map((entry) => ({
                ...entry,
                path: [output, ...entry.path]
            }));
            found.set(request, entries ?? null);
        }
    }
    return requests.map((request) => found.get(request) ?? null);
}
/** For what `nix eval` takes: `.#packages`. */
function applied(reference) {
    return (apply) => ({
        program: 'nix',
        args: ['eval', '--json', '--show-trace', '--apply', apply, '--', reference]
    });
}
async function flakeFailure(nix, reference, flake, ended) {
    await (0,evaluation/* logWords */.UU)(nix.log, ended.stderr);
    const args = ['eval', '--json', '--show-trace', '--apply', 'builtins.attrNames', '--', reference];
    return (0,run/* nixFailure */.M4)(ended, {
        code: 'EVALUATION_FAILED',
        subject: flake,
        reason: (0,evaluation/* evaluationReason */.Bz)(ended.stderr),
        hint: `Try \`${(0,evaluation/* pasteable */.yK)({ program: 'nix', args }, nix.cwd)}\` on your machine.`
    });
}
/** How the evaluation ended instead, when it is the value that is asked about that fails. Throws MEMORY_EXHAUSTED when that alone takes too much. */
async function answerAll(about, questions, evaluators = (0,nix_evaluators/* ownEvaluators */.G)()) {
    const asked = questions.map((question) => ({ question }));
    const failure = await answerInParts(about, asked, evaluators);
    return failure ?? asked.map(answerOf);
}
function answerOf({ answer, members }) {
    return answer ?? members?.flatMap((member) => answerOf(member) ?? []) ?? null;
}


/***/ }),

/***/ 77437:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "13f12b3f10ba43ad33fc.nix";

/***/ })

};
