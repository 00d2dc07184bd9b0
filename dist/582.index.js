export const id = 582;
export const ids = [582];
export const modules = {

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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
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

/***/ 68367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ evaluateEach),
  i: () => (/* binding */ evaluateInstallables)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/nix/describe.ts
var describe = __webpack_require__(19142);
// EXTERNAL MODULE: ./src/nix/gc-roots.ts
var gc_roots = __webpack_require__(44681);
// EXTERNAL MODULE: ./src/nix/installable.ts
var nix_installable = __webpack_require__(92532);
// EXTERNAL MODULE: ./src/nix/list-attributes.ts
var list_attributes = __webpack_require__(2253);
// EXTERNAL MODULE: ./src/nix/settings.ts
var nix_settings = __webpack_require__(95786);
;// CONCATENATED MODULE: ./src/nix/evaluate-together.ts






/** In one evaluation: each takes memory on top of what their set takes, and keeps it to the end. */
const mostTogether = 100;
/** So many of them may each end an evaluation; then it may well be all, and the rest is evaluated one by one, several at once. */
const mostFailures = 4;
/**
 * Those of the installables that are attributes of the same set of a flake and that evaluate, by one evaluation for each set; their .drv
 * files are held. Of the others nothing is found out: who has one evaluated by itself gets what Nix says of it.
 */
async function evaluateTogether(nix, installables, limit) {
    const named = [...new Set(installables)].flatMap((installable) => readNamed(installable) ?? []);
    const plain = severalOf(named.filter(({ path }) => !isOfSystem(path)), ({ flake }) => flake);
    const system = plain.length === 0 ? '' : await systemSetting(nix);
    const inOutput = (output, ones) => (system === '' ? [] : ones).map((one) => ({
        named: one,
        set: `${one.flake}#${output}.${system}`,
        path: one.path
    }));
    const whole = named.flatMap((one) => {
        const [output = '', ofSystem = '', ...path] = one.path;
        return isOfSystem(one.path)
            ? [{ named: one, set: `${one.flake}#${output}.${ofSystem}`, path }]
            : [];
    });
    const found = new Map();
    // Where Nix looks first, and where it looks then. What is in neither, it looks for in the whole flake.
    const missing = await lookFor(nix, [...whole, ...inOutput('packages', plain)], found, limit);
    const left = plain.filter((one) => missing.has(one));
    await lookFor(nix, inOutput('legacyPackages', left), found, limit);
    const drvPaths = [...found.values()].map(({ drvPath }) => drvPath);
    const lost = await (0,gc_roots/* holdDerivations */.Yw)(nix, drvPaths);
    return new Map([...found].filter(([, { drvPath }]) => !lost.has(drvPath)));
}
/** Adds what is `found`. Answers with what is not there. */
async function lookFor(nix, places, found, limit) {
    const missing = new Set();
    const sets = Map.groupBy(severalOf(places, ({ set }) => set), ({ set }) => set);
    const parts = [...sets].flatMap(([set, all]) => Array.from({ length: Math.ceil(all.length / mostTogether) }, (_, part) => ({
        set,
        asked: all.slice(part * mostTogether, (part + 1) * mostTogether)
    })));
    await limit.map(parts, async ({ set, asked }) => {
        const questions = asked.map(({ path }) => ({ path, kind: 'one' }));
        const about = {
            ...{ nix, command: (0,list_attributes/* applied */.Ic)(set), describe: describe/* describeAndTellExpression */._W },
            ...{ shape: describe/* described */.WY, patience: mostFailures }
        };
        const answers = await (0,list_attributes/* answerAll */.iz)(about, questions);
        if (!Array.isArray(answers))
            return;
        for (const [index, { named }] of asked.entries()) {
            const answer = answers[index] ?? null;
            if (answer === null)
                missing.add(named);
            const described = answer?.[0]?.described ?? null;
            const evaluated = described === null ? '' : (0,describe/* readEvaluated */.Ic)(described, named.installable, named.outputs);
            if (typeof evaluated !== 'string')
                found.set(named.installable, evaluated);
        }
    });
    return missing;
}
/** Without those that are the only one of their kind. */
function severalOf(items, kindOf) {
    const kinds = Map.groupBy(items, kindOf);
    return items.filter((item) => (kinds.get(kindOf(item))?.length ?? 0) > 1);
}
// What has to be quoted in other ways, or encoded, is left to Nix.
const plainPath = /^(?:[\w'+-]+|"[\w'+.-]+")(?:\.(?:[\w'+-]+|"[\w'+.-]+"))*$/;
/** null: it is anything else. */
function readNamed(installable) {
    const parsed = (0,errors/* attempt */.CD)(() => (0,nix_installable/* parseInstallable */.d)(installable), null);
    const [, flake, attribute] = /^([^#]*)#(.*)$/s.exec(parsed?.reference ?? '') ?? [];
    if (parsed === null || flake === undefined || !plainPath.test(attribute ?? ''))
        return null;
    const names = attribute?.match(/"[^"]*"|[^."]+/g) ?? [];
    const path = names.map((name) => name.replaceAll('"', ''));
    return { installable, flake, path, outputs: parsed.outputs };
}
/** `packages.x86_64-linux.hello`. Nix looks among the packages for this, too, and so it does for the set, which is named without quotes. */
function isOfSystem([output = '', second = '', ...names]) {
    return names.length > 0 && !output.includes('.') && /^\w+-\w+$/.test(second);
}
/** What Nix takes `.#hello` to be for; empty: it does not say. */
async function systemSetting(nix) {
    const settings = await (0,nix_settings/* readNixSettings */.r)(nix).catch(() => null);
    return settings?.get('system') ?? '';
}

// EXTERNAL MODULE: ./src/nix/evaluators.ts
var evaluators = __webpack_require__(31333);
// EXTERNAL MODULE: ./src/nix/evaluation.ts
var evaluation = __webpack_require__(7117);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
;// CONCATENATED MODULE: ./src/nix/evaluate.ts









/**
 * Evaluates installables without building them; their .drv files are in the store afterwards. One that fails is reported with
 * ATTRIBUTE_INVALID or EVALUATION_FAILED and leaves the others alone. Throws what is the machine's failure and not an
 * installable's: NIX_MISSING, FLAKES_DISABLED, DISK_FULL.
 */
async function evaluateInstallables(nix, installables) {
    const limit = (0,p_limit/* default */.A)((0,evaluators/* evaluatorsAtOnce */.n)());
    return evaluateRest(nix, installables, await evaluateTogether(nix, installables, limit), limit);
}
/** The same, each by an evaluation of its own, in Nix's words when it fails. */
async function evaluateEach(nix, installables) {
    return evaluateRest(nix, installables, new Map(), (0,p_limit/* default */.A)((0,evaluators/* evaluatorsAtOnce */.n)()));
}
/** `known`: those that are evaluated already. */
async function evaluateRest(nix, installables, known, limit) {
    const result = { evaluated: [], failures: [] };
    const answers = await limit.map(installables, (installable) => known.get(installable) ?? (0,gc_roots/* holdEvaluated */.vZ)(nix, () => evaluate(nix, installable)));
    for (const [index, installable] of installables.entries()) {
        const evaluated = answers[index];
        if (evaluated instanceof errors/* NarPublishError */.f9)
            result.failures.push({ installable, error: evaluated });
        else if (evaluated !== undefined)
            result.evaluated.push(evaluated);
    }
    return result;
}
function evalCommand(expression, reference) {
    const args = ['eval', '--json', '--show-trace', '--apply', expression, '--', reference];
    return { program: 'nix', args };
}
function withoutEvaluationCache({ program, args: [name = '', ...args] }) {
    return { program, args: [name, '--option', 'eval-cache', 'false', ...args] };
}
/** A file below a flake's source that is not there: as Nix 2.8 says it, as later ones do. */
const missingFile = /'\/nix\/store\/[0-9a-z]{32}-source\/[^'\n]*'(?:: No such file or directory| does not exist)| is not tracked by Git/;
const untracked = 'In a Git checkout a flake has the files that Git tracks: is it there, and not added (`git add`)? ';
/** The failure is an answer here, so that one thrown is the machine's. */
async function evaluate(nix, installable) {
    let parsed;
    try {
        parsed = (0,nix_installable/* parseInstallable */.d)(installable);
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9)
            return error;
        throw error;
    }
    const { reference, outputs } = parsed;
    const asTyped = evalCommand('drv: drv.drvPath', reference);
    const failed = (reason, cause) => new errors/* NarPublishError */.f9({
        code: 'EVALUATION_FAILED',
        subject: installable,
        reason,
        hint: `${missingFile.test(reason) ? untracked : ''}Try \`${(0,evaluation/* pasteable */.yK)(asTyped, nix.cwd)}\` on your machine.`,
        cause
    });
    const command = evalCommand(describe/* describeAndTellExpression */._W, reference);
    const first = await (0,evaluation/* runEvaluation */.K2)(nix, command);
    // Evaluators that run at the same time share a cache, in which one may find half of what another one writes; and it has no words for
    // what failed before.
    const isOfCache = /^\s*error: (?:attribute '.*' is unexpectedly missing|cached failure of attribute '.*')$/m;
    const ended = isOfCache.test(first.stderr)
        ? await (0,evaluation/* runEvaluation */.K2)(nix, withoutEvaluationCache(command))
        : first;
    if (ended.status !== 0) {
        await (0,evaluation/* logWords */.UU)(nix.log, ended.stderr);
        return failed((0,evaluation/* evaluationReason */.Bz)(ended.stderr), (0,run/* nixFailure */.M4)(ended));
    }
    const read = readDescription(ended.stdout);
    if (read instanceof Error) {
        return failed('Nix described it in a way that this version does not know', read);
    }
    const evaluated = (0,describe/* readEvaluated */.Ic)(read, installable, outputs);
    return typeof evaluated === 'string' ? failed(evaluated) : evaluated;
}
function readDescription(json) {
    try {
        return describe/* described */.WY.parse(JSON.parse(json));
    }
    catch (error) {
        return error instanceof Error ? error : new Error(String(error));
    }
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
/* harmony export */   n: () => (/* binding */ evaluatorsAtOnce)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);

/** What an evaluation of nixpkgs may take, with room to spare. */
const evaluatorBytes = 2 * 1024 ** 3;
/** How many evaluations a machine does at once. `memory`: bytes that are to be had. Default: this machine, now. */
function evaluatorsAtOnce({ cores, memory } = {
    cores: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)(),
    memory: process.availableMemory()
}) {
    return Math.max(1, Math.min(cores, Math.floor(memory / evaluatorBytes)));
}


/***/ }),

/***/ 2253:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ applied),
/* harmony export */   iz: () => (/* binding */ answerAll),
/* harmony export */   uw: () => (/* binding */ listAttributes),
/* harmony export */   z7: () => (/* binding */ nixString)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13798);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19142);
/* harmony import */ var _evaluation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7117);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59094);






const listExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(new URL(/* asset import */ __webpack_require__(77437), __webpack_require__.b), 'utf8');
const answers = zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    missing: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(true).optional(),
    names: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).default([]),
    entries: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        path: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
        described: zod__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J().optional()
    }))
        .default([])
}));
/** Characters of requests in one command: Linux takes arguments of at most 128 KiB (execve(2), MAX_ARG_STRLEN). */
const longestQuestions = 60_000;
/**
 * Answers all requests about a flake (`.`, `github:o/r`), in their order: one evaluation for each output that they are about, as
 * long as what fails is thrown. Each attribute whose failure Nix cannot catch takes one more, and the others are described all the
 * same. Throws NIX_FAILED, with Nix's words, when it is the flake itself that does not evaluate.
 */
async function listAttributes(nix, flake, requests) {
    const found = new Map();
    for (const [output, asked] of Map.groupBy(requests, ({ path }) => path[0] ?? '')) {
        const questions = asked.map(({ path, kind }) => ({ path: path.slice(1), kind }));
        const reference = `${flake}#${output}`;
        const about = {
            ...{ nix, command: applied(reference), describe: _describe_js__WEBPACK_IMPORTED_MODULE_2__/* .describeExpression */ .U, shape: _describe_js__WEBPACK_IMPORTED_MODULE_2__/* .described */ .WY },
            patience: Infinity
        };
        const answers = await answerAll(about, questions);
        if (!Array.isArray(answers))
            throw await flakeFailure(nix, reference, flake, answers);
        for (const [index, request] of asked.entries()) {
            const entries = answers[index]?.map(({ path, described }) => ({
                path: [output, ...path],
                described
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
    await (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .logWords */ .UU)(nix.log, ended.stderr);
    const args = ['eval', '--json', '--show-trace', '--apply', 'builtins.attrNames', '--', reference];
    return (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .nixFailure */ .M4)(ended, {
        code: 'EVALUATION_FAILED',
        subject: flake,
        reason: (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluationReason */ .Bz)(ended.stderr),
        hint: `Try \`${(0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .pasteable */ .yK)({ program: 'nix', args }, nix.cwd)}\` on your machine.`
    });
}
/** How the evaluation ended instead, when it is the value that is asked about that fails. */
async function answerAll(about, questions) {
    const found = new Map();
    for (const chunk of chunkQuestions(questions)) {
        const failure = await answerChunk(about, chunk, found);
        if (failure !== null)
            return failure;
    }
    return questions.map((question) => found.get(question) ?? null);
}
async function answerChunk(about, chunk, found) {
    const failed = ({ path }) => [{ path, described: null }];
    let open = chunk;
    let patience = about.patience;
    // What was evaluated before one that fails is asked for once more, when that is out of the way.
    const sound = [];
    while (open.length > 0) {
        const asked = await ask(about, open);
        if (asked.kind === 'answers') {
            for (const [index, answer] of asked.answers.entries()) {
                const question = open[index];
                if (question !== undefined)
                    found.set(question, readAnswer(about, answer));
            }
            break;
        }
        const culprit = open[asked.begun ?? -1];
        if (culprit === undefined)
            return asked.ended;
        const members = culprit.kind === 'each' ? await answerMembers(about, culprit) : 'failed';
        found.set(culprit, members === 'failed' ? failed(culprit) : members);
        sound.push(...open.slice(0, asked.begun ?? 0));
        open = open.slice((asked.begun ?? 0) + 1);
        if (--patience > 0)
            continue;
        for (const question of open)
            found.set(question, failed(question));
        break;
    }
    return sound.length === 0 ? null : answerChunk(about, sound, found);
}
/** Of a set, one by one. */
async function answerMembers(about, { path }) {
    const asked = await ask(about, [{ path, kind: 'names' }]);
    const [place] = asked.kind === 'answers' ? asked.answers : [];
    if (place === undefined)
        return 'failed';
    if (place.missing === true)
        return null;
    const members = place.names.map((name) => ({ path: [...path, name], kind: 'member' }));
    const found = await answerAll(about, members);
    return Array.isArray(found) ? found.flatMap((entries) => entries ?? []) : 'failed';
}
function readAnswer({ shape }, { missing, entries }) {
    if (missing === true)
        return null;
    // What is described in no known way counts as failed, and leaves the others alone.
    return entries.map(({ path, described }) => {
        const said = described === undefined ? undefined : shape.safeParse(described).data;
        return { path, described: said ?? null };
    });
}
/** One evaluation. */
async function ask(about, questions) {
    const numbers = [];
    // As it comes: of what is said at length not all is kept.
    const note = (line) => {
        if (line.startsWith(mark))
            numbers.push(Number(line.slice(mark.length)));
    };
    const command = about.command(listing(about, questions));
    const ended = await (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .runEvaluation */ .K2)(about.nix, command, about.place, note);
    if (ended.status === 0) {
        return { kind: 'answers', answers: answers.parse(JSON.parse(ended.stdout)) };
    }
    const begun = numbers.at(-1) ?? null;
    // The flake has no such output.
    if (begun === null && /error: flake '[^']*' does not provide attribute/.test(ended.stderr)) {
        return { kind: 'answers', answers: answers.parse(questions.map(() => ({ missing: true }))) };
    }
    return { kind: 'failed', begun, ended };
}
// No package can say it as well.
const mark = `nar-publish ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()} begins with `;
/** Nix code of a function from the value to the answers. */
function listing({ describe }, questions) {
    const requests = `builtins.fromJSON ${nixString(JSON.stringify(questions))}`;
    return `(${listExpression}) { describe = ${describe}; mark = ${nixString(mark)}; requests = ${requests}; }`;
}
/** A string of the Nix language with just this text. */
function nixString(text) {
    return `"${text.replace(/["\\]|\$(?=\{)/g, (character) => `\\${character}`)}"`;
}
function chunkQuestions(questions) {
    const chunks = [[]];
    let length = 0;
    for (const question of questions) {
        length += JSON.stringify(question).length + 1;
        if (length > longestQuestions) {
            chunks.push([]);
            length = JSON.stringify(question).length;
        }
        chunks.at(-1)?.push(question);
    }
    return chunks;
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

/***/ 67625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ artifactsOf),
/* harmony export */   r: () => (/* binding */ artifactOfPath)
/* harmony export */ });
/* harmony import */ var _binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55731);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);


/** One artifact for each output. */
function artifactsOf(evaluated, origin) {
    return evaluated.outputs.map((output) => ({
        storePath: output.path,
        name: evaluated.pname,
        version: evaluated.version,
        system: evaluated.system,
        output: output.name,
        attribute: evaluated.installable,
        mainProgram: evaluated.mainProgram,
        ...(origin === undefined ? {} : { origin })
    }));
}
function artifactOfPath(storePath, system) {
    const { name } = (0,_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStorePath */ .GV)(storePath);
    return {
        storePath,
        name: (0,_binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_0__/* .pnameOf */ .Vu)(name),
        version: (0,_binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(name),
        system,
        output: null,
        attribute: null,
        mainProgram: null
    };
}


/***/ }),

/***/ 46083:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ commitArtifacts),
  V: () => (/* binding */ pathsThere)
});

// EXTERNAL MODULE: ./src/catalogue/find-readme.ts
var find_readme = __webpack_require__(34549);
// EXTERNAL MODULE: ./src/pins/pin.ts
var pins_pin = __webpack_require__(16099);
// EXTERNAL MODULE: ./src/repository/landing.ts + 1 modules
var landing = __webpack_require__(1956);
// EXTERNAL MODULE: ./src/repository/own-repository.ts + 1 modules
var own_repository = __webpack_require__(80609);
// EXTERNAL MODULE: ./src/repository/refuse-taken.ts
var refuse_taken = __webpack_require__(10380);
// EXTERNAL MODULE: ./src/repository/site-files.ts
var site_files = __webpack_require__(59747);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/publish/compose.ts + 5 modules
var compose = __webpack_require__(87900);
// EXTERNAL MODULE: ./src/publish/held-gone.ts
var held_gone = __webpack_require__(56626);
// EXTERNAL MODULE: ./src/publish/logs/build-logs.ts
var build_logs = __webpack_require__(24951);
// EXTERNAL MODULE: ./src/publish/key-warnings.ts
var key_warnings = __webpack_require__(93088);
// EXTERNAL MODULE: ./src/publish/pins.ts
var publish_pins = __webpack_require__(85831);
// EXTERNAL MODULE: ./src/publish/place-nars.ts
var place_nars = __webpack_require__(41255);
// EXTERNAL MODULE: ./src/publish/plan-writes.ts
var plan_writes = __webpack_require__(40297);
// EXTERNAL MODULE: ./src/publish/run.ts
var publish_run = __webpack_require__(88842);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/report/site-size.ts
var site_size = __webpack_require__(86729);
;// CONCATENATED MODULE: ./src/publish/site-notes.ts


/** What is to be said of the size of a branch that Pages serves, with these files. One listing of a large repository, else no request. */
async function siteNotes({ repositoryBytes, servedBy }, before, files) {
    const added = files
        .filter(({ placement }) => placement === 'tree')
        .reduce((sum, { size }) => sum + size, 0);
    if (servedBy !== 'pages')
        return [];
    if (repositoryBytes === null || !(0,site_size/* mayBeLargeSite */.h)(repositoryBytes + added))
        return [];
    try {
        const sizes = [...(await before.listFiles()).values()].map(({ size }) => size ?? 0);
        return (0,site_size/* siteWarnings */.$)(sizes.reduce((sum, size) => sum + size, added));
    }
    catch (error) {
        // A folder that GitHub lists only in part is no reason to publish nothing.
        if (error instanceof errors/* NarPublishError */.f9)
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/publish/commit-artifacts.ts
















/**
 * Brings NARs, narinfos, pins, catalogue and README into the branch in one commit, on top of whatever the branch is by then; nothing of
 * it when a state that it would go on top of lacks what the run left out as held. `lost`: to others, in earlier rounds of the run.
 */
async function commitArtifacts(run, ready, lost = 0) {
    const { target, before, packed, toSign } = ready;
    const { unpin } = run.inputs;
    const artifacts = artifactsToIndex(ready);
    const wanted = (0,publish_pins/* mergePins */.Tm)(ready.wantedPins ?? [], unpin);
    const { pins, notes: pinNotes } = await (0,publish_pins/* settlePins */.gY)(ready, wanted);
    const isContent = packed.length + toSign.length + artifacts.length > 0;
    if (!isContent && pins.length + unpin.length === 0) {
        const nothing = { rows: [], closure: [], nars: [], logs: 0, signed: [] };
        const noKeys = { publicKeys: [], untoldKeys: [], newKeys: [] };
        const noPins = { pins, movedPins: [], unpinned: [], pinNotes, placeNotes: [] };
        return {
            kind: 'committed',
            ...ready,
            ...nothing,
            ...noKeys,
            ...noPins,
            readme: find_readme/* noReadme */.K2,
            plan: null,
            commit: null
        };
    }
    const contribution = {
        packed: packed.map((path) => ({ ...path, narInfo: (0,compose/* narInfoOf */.Tm)(run, path) })),
        logs: ready.logs ?? new Map(),
        toSign,
        artifacts,
        pins,
        unpin,
        publishedAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z')
    };
    // A README or catalogue that cannot be merged is found here, before the first byte goes up.
    const atFirst = await (0,compose/* composeChange */.TK)(run, target, contribution, before);
    let composed = atFirst;
    (0,key_warnings/* refuseUnsigned */.wA)(run, target, composed);
    const isSource = await (0,own_repository/* isOwnTarget */.u)(run.inputs.target, run.environment, run.log);
    const { files, room, notes } = await (0,place_nars/* placeNars */.y)({ ...run, isSource }, target, packed);
    const hidden = composed.change === null ? [] : await hiddenReadme(target, before, composed);
    const placeNotes = [
        ...notes,
        ...(await siteNotes(target, before, files)),
        ...(composed.change === null ? [] : await (0,site_files/* attributesNotes */.BW)(before)),
        ...composed.badgeNotes,
        ...composed.pageNotes,
        ...(await (0,build_logs/* logNotes */.qV)(before, composed.change?.newFiles ?? new Map())),
        ...hidden
    ];
    const outcome = (plan, commit) => {
        return { kind: 'committed', ...ready, ...composed, pins, pinNotes, placeNotes, plan, commit };
    };
    for (const text of (0,key_warnings/* keyWarnings */.x2)(run, composed))
        run.log.warning(text);
    for (const pin of pins)
        run.log.info((0,pins_pin/* pinLine */.cW)(pin));
    for (const name of composed.unpinned)
        run.log.info((0,pins_pin/* unpinLine */.by)(name));
    for (const name of unpin.filter((name) => !composed.unpinned.includes(name))) {
        run.log.info(`${(0,src_text/* quote */.hD)(name)} is no pin of the target: there is nothing to take away`);
    }
    if (!isContent && composed.change === null)
        return outcome(null, null);
    // Before the first byte goes up; the commit asks again for each state that it goes on top of.
    if (composed.change !== null) {
        await (0,refuse_taken/* fitChange */.IZ)(before, { ...composed.change, largeFiles: files });
    }
    for (const note of placeNotes)
        run.log[hidden.includes(note) ? 'warning' : 'info'](note);
    const { files: written = new Map(), newFiles = [] } = composed.change ?? {};
    const plan = (0,plan_writes/* planWrites */.ux)(files, (0,plan_writes/* textsOf */.CB)([...written, ...newFiles]), target, run.inputs.route, room);
    if (!(0,publish_run/* mayWrite */.J)(run)) {
        run.log.info(`would write by ${(0,plan_writes/* writePlanLine */.HP)(plan)}`);
        return outcome(plan, null);
    }
    return run.log.group(`Commit to ${target.name}`, async () => {
        run.log.info((0,plan_writes/* writePlanLine */.HP)(plan));
        const countedOn = (0,held_gone/* pathsCountedOn */.kI)(ready, pins);
        let composings = 0;
        const committed = await target.commit(files, before, async (snapshot, released) => {
            composings++;
            if (snapshot.commit !== before.commit) {
                const storePaths = await (0,held_gone/* missingPaths */.Dv)(snapshot, countedOn);
                if (storePaths.length > 0) {
                    return { kind: 'gone', halts: true, storePaths, snapshot, lost: lost + composings - 1 };
                }
            }
            // Most commits go on top of the state that was looked at.
            const isSame = snapshot === before && (released?.size ?? 0) === 0;
            composed = isSame
                ? atFirst
                : await (0,compose/* composeChange */.TK)(run, target, contribution, snapshot, released);
            (0,key_warnings/* refuseUnsigned */.wA)(run, target, composed);
            return composed.change;
        }, plan.route);
        if ((0,landing/* isHalt */.w0)(committed))
            return committed;
        const commit = { ...committed, attempts: lost + committed.attempts };
        run.log.info(commit.changed
            ? `${commit.url || commit.commit} after ${(0,src_text/* count */.U9)(commit.attempts, 'update')} of ${target.branch}`
            : 'another publisher brought the same meanwhile: nothing is left to commit');
        return outcome(plan, commit);
    });
}
/** On this GitHub, where people see the branch. */
async function hiddenReadme(target, before, { readme }) {
    return target.webUrl('') === '' ? [] : (0,find_readme/* readmeNotes */.y6)(before, readme);
}
/** Packed ones, and those whose NAR the target holds while its index does not know them (as somebody's dependency). */
function artifactsToIndex(ready) {
    const there = pathsThere(ready);
    return ready.artifacts.filter(({ storePath }) => there.has(storePath) && !ready.held.has(storePath) && ready.lost?.has(storePath) !== true);
}
/** The store paths that the target has once what was packed is committed, as far as the run looked. */
function pathsThere({ held, packed, toSign, dropped }) {
    return new Set([
        ...held,
        ...packed.map(({ info }) => info.storePath),
        ...toSign.map(({ storePath }) => storePath),
        ...dropped.filter(({ reason }) => reason === 'held').map(({ storePath }) => storePath)
    ]);
}


/***/ }),

/***/ 56626:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dv: () => (/* binding */ missingPaths),
/* harmony export */   KZ: () => (/* binding */ heldPaths),
/* harmony export */   Xr: () => (/* binding */ tellGone),
/* harmony export */   kI: () => (/* binding */ pathsCountedOn),
/* harmony export */   o6: () => (/* binding */ heldPathGone)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);



/** Each round but the first takes somebody who removes what this run counts on, while it packs what the last one removed. */
const mostRounds = 4;
/** Tells what was gone by a round's commit. Throws HELD_PATH_GONE after the last round, and the branch is as it was. */
function tellGone(log, round, { storePaths }) {
    const [first = ''] = storePaths;
    log.info(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(storePaths.length, 'path')} that the target held when this run looked, ${first} among them, went before its commit`);
    if (round < mostRounds)
        return;
    throw heldPathGone(storePaths, `the target held it when this run looked, and no longer when it was to commit; so it went in each of ${mostRounds} rounds`);
}
/** Every store path that a commit relies on and does not bring: of its closure, of its index, of its pins. */
function pathsCountedOn(ready, pins) {
    const packed = new Set(ready.packed.map(({ info }) => info.storePath));
    const counted = new Set([
        ...ready.held,
        ...heldPaths(ready.dropped),
        ...[...ready.toSign, ...pins].map(({ storePath }) => storePath)
    ]);
    return [...counted].filter((path) => !packed.has(path));
}
function heldPaths(skipped) {
    return skipped.flatMap(({ storePath, reason }) => (reason === 'held' ? [storePath] : []));
}
/** Those of the paths that a state does not hold, in their order. */
async function missingPaths(snapshot, storePaths) {
    if (storePaths.length === 0)
        return [];
    const hashOf = (path) => (0,_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStorePath */ .GV)(path).hash;
    const missing = await snapshot.missingNarInfos(storePaths.map(hashOf));
    return storePaths.filter((path) => missing.has(hashOf(path)));
}
/** `why`: what the run has to do with them. */
function heldPathGone(storePaths, why) {
    const [subject = ''] = storePaths;
    const others = storePaths.length - 1;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'HELD_PATH_GONE',
        subject,
        reason: `${why}${others > 0 ? `, as with ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(others, 'other path')}` : ''}`
    });
}


/***/ }),

/***/ 96992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ heldArtifacts)
/* harmony export */ });
/* harmony import */ var _catalogue_glance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70385);
/* harmony import */ var _catalogue_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83005);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);
/* harmony import */ var _key_terms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90694);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2899);





/**
 * Which artifacts the target holds so that nothing is left to do for them: the narinfo is there, with this run's signatures when it
 * signs and else with one that readers take, and the index has a row that says they were published with (at least) this closure. A
 * narinfo alone may be that of somebody's dependency.
 */
async function heldArtifacts(snapshot, artifacts, closure, inputs) {
    if (snapshot.commit === null || artifacts.length === 0)
        return new Set();
    const { signingKeys: own } = inputs;
    // Who signs asks for signatures of its own, and need not read what readers are told.
    const ofOwn = own.length > 0 ? { own, isSignedLater: false, told: [] } : null;
    const [narInfos, index, terms] = await Promise.all([
        snapshot.readNarInfos(artifacts.map(({ storePath }) => (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(storePath).hash)),
        (0,_catalogue_glance_js__WEBPACK_IMPORTED_MODULE_0__/* .glanceAtIndex */ .mk)(snapshot),
        ofOwn ?? (0,_key_terms_js__WEBPACK_IMPORTED_MODULE_3__/* .keyTermsAt */ .e)(inputs, snapshot)
    ]);
    const there = artifacts.filter(({ storePath }) => {
        const text = narInfos.get((0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(storePath).hash);
        const narInfo = text === undefined ? null : (0,_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .readNarInfo */ .Op)(text, storePath);
        return narInfo !== null && (0,_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .isHeldBy */ .D0)(narInfo, terms);
    });
    const rows = await (0,_catalogue_glance_js__WEBPACK_IMPORTED_MODULE_0__/* .glanceAtRows */ .TH)(snapshot, index, new Set(there.map(({ name }) => name)));
    const closuresOf = new Map(rows.map((row) => [(0,_catalogue_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .rowKey */ .om)(row), row.closures]));
    const isHeld = (artifact) => (closuresOf.get((0,_catalogue_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .rowKey */ .om)(artifact)) ?? []).some((known) => [closure, 'cache'].includes(known) || closure === 'bare');
    return new Set(there.filter(isHeld).map(({ storePath }) => storePath));
}


/***/ }),

/***/ 93088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lw: () => (/* binding */ newKeyNotes),
/* harmony export */   wA: () => (/* binding */ refuseUnsigned),
/* harmony export */   x2: () => (/* binding */ keyWarnings)
/* harmony export */ });
/* harmony import */ var _catalogue_told_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18613);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88842);




/**
 * Throws KEY_EXPECTED when a run without a key would publish what the readers of this cache refuse. One that writes nothing, as a fork's
 * pull request, goes on.
 */
function refuseUnsigned(run, { name }, { unreadable, publicKeys }) {
    const { signingKeys, unsigned } = run.inputs;
    const [first] = unreadable;
    if (first === undefined || signingKeys.length > 0 || unsigned || !(0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .mayWrite */ .J)(run))
        return;
    const others = unreadable.length - 1;
    const known = publicKeys.length === 0
        ? 'its catalogue names keys that have signed'
        : `its readers are told ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(publicKeys.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD))}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'KEY_EXPECTED',
        subject: name,
        reason: `no \`signing-key\` was given, and ${known}: they would be refused ${first}${others === 0 ? '' : ` and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(others, 'other path')}`}`
    });
}
/** What a person is to see of the keys before anything is written. */
function keyWarnings(run, composed) {
    const { signingKeys, unsigned } = run.inputs;
    const { rows, publicKeys, unreadable, isBeginning } = composed;
    const isUnsigned = signingKeys.length === 0 && !unsigned && (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .mayWrite */ .J)(run);
    return [
        ...composed.untoldKeys.map(_catalogue_told_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .keyUntold */ .Qs),
        ...newKeyNotes(run, composed),
        ...(isUnsigned && isBeginning && publicKeys.length === 0 && rows.length > 0
            ? [beginsUnsigned]
            : []),
        ...(run.inputs.dryRun && signingKeys.length === 0 && !unsigned && unreadable.length > 0
            ? [wouldBeRefused]
            : [])
    ];
}
const beginsUnsigned = 'No `signing-key` was given, so this cache begins unsigned, and Nix takes it only from readers who trust it as it is. When a secret was to be the key, look at its name: one that does not exist is empty. `unsigned: true` says that it is meant.';
const wouldBeRefused = 'No `signing-key` was given, and this is a cache of signed artifacts: without `dry-run` this would be the error KEY_EXPECTED.';
/** What readers must do who know the cache's older keys alone. */
function newKeyNotes({ inputs }, { newKeys, publicKeys }) {
    if (newKeys.length === 0)
        return [];
    const older = publicKeys.filter((key) => !newKeys.includes(key));
    const many = newKeys.length > 1;
    const isJoined = inputs.signingKeys.length > newKeys.length;
    const what = `The ${many ? 'keys' : 'key'} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(newKeys.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD))} ${many ? 'are' : 'is'} new to this cache`;
    return [
        isJoined
            ? `${what}: the README tells ${many ? 'them' : 'it'} from now on. Readers add ${many ? 'them' : 'it'} to their \`trusted-public-keys\` before the older one stops signing.`
            : `${what}, whose readers know ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(older.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD))}: their Nix refuses what this run publishes until they add ${many ? 'the new ones' : 'the new one'} to \`trusted-public-keys\`. To spare them that, sign with both for a while: \`signing-key\` takes several keys, one a line.`
    ];
}


/***/ }),

/***/ 83271:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wC: () => (/* binding */ artifactsThere),
  Or: () => (/* binding */ failuresAsOne),
  Cl: () => (/* binding */ reportPublish),
  ZG: () => (/* binding */ reportedFailures),
  y8: () => (/* binding */ uploadsOf)
});

// EXTERNAL MODULE: ./src/binary-cache/signature.ts
var signature = __webpack_require__(40996);
// EXTERNAL MODULE: ./src/catalogue/told-keys.ts
var told_keys = __webpack_require__(18613);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/publish/commit-artifacts.ts + 1 modules
var commit_artifacts = __webpack_require__(46083);
// EXTERNAL MODULE: ./src/publish/key-warnings.ts
var key_warnings = __webpack_require__(93088);
// EXTERNAL MODULE: ./src/publish/run.ts
var publish_run = __webpack_require__(88842);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
;// CONCATENATED MODULE: ./src/publish/size-warnings.ts

/**
 * A sentence when the repository comes near what its host advises. `repositoryBytes`: of the whole repository before this run, as its
 * host last counted, other branches and history included; null: it does not say. `budget`: bytes. Pure.
 */
function sizeWarnings(repositoryBytes, addedBytes, budget) {
    if (repositoryBytes === null || repositoryBytes + addedBytes <= budget)
        return [];
    return [
        `The repository has some ${(0,pretty_bytes/* default */.A)(repositoryBytes + addedBytes)}, its history included, and \`size-budget\` is ${(0,pretty_bytes/* default */.A)(budget)}; GitHub advises at most 10 GB. \`mode: prune\` with \`squash-history\` makes it smaller.`
    ];
}

;// CONCATENATED MODULE: ./src/publish/report/report-published.ts







/** What happened, for people and for later steps, and whether the job is to fail. */
function reportPublish(run, verified, remarks = { notes: [], error: null }) {
    const { inputs } = run;
    const { target, before, commit, failures, verification } = verified;
    const head = commit?.commit ?? before.commit;
    const report = {
        outcome: outcomeOf(run, verified),
        target,
        artifacts: artifactsThere(verified),
        published: verified.rows,
        closure: verified.closure,
        uploads: uploadsOf(verified.nars),
        logs: verified.logs,
        signed: verified.signed,
        pins: verified.pins,
        movedPins: verified.movedPins,
        unpinned: verified.unpinned,
        skipped: skippedPaths(verified),
        failures: reportedFailures(failures),
        readmePath: verified.readme.path,
        commit: head === null ? null : { sha: head, url: target.commitUrl(head) },
        route: commit?.changed === true ? commit.route : null,
        ...(verified.plan === null ? {} : { routeReason: verified.plan.reason }),
        attempts: commit?.attempts ?? 0,
        requests: { ...target.requests },
        signedBy: inputs.signingKeys.map(signature/* publicKeyText */.gt),
        cacheKeys: verified.publicKeys,
        verify: {
            kind: verification.kind,
            paths: verification.paths,
            ...(verification.served === null ? {} : { served: verification.served })
        },
        timings: run.timings,
        notes: [
            ...notesOf(run, verified),
            ...verified.pinNotes,
            ...verified.placeNotes,
            ...remarks.notes
        ]
    };
    return { report, error: errorOf(run, verified, report, remarks) };
}
/** Of what was asked for, the store paths that the target has now: not what failed, and not what readers get from upstream. */
function artifactsThere(ready) {
    const there = (0,commit_artifacts/* pathsThere */.V)(ready);
    return ready.artifacts.flatMap(({ storePath }) => (there.has(storePath) ? [storePath] : []));
}
/** What the target had already and gets a row of this run's is published, and not skipped. */
function skippedPaths(verified) {
    const indexed = new Set(verified.rows.map(({ storePath }) => storePath));
    return [...verified.dropped, ...broughtByOthers(verified)].filter(({ storePath }) => !indexed.has(storePath));
}
function reportedFailures(failures) {
    return failures.map(({ installable, error: { code, reason, builds } }) => ({
        ...{ installable, code, reason },
        ...(builds.length === 0 ? {} : { builds })
    }));
}
/** Two store paths with the same content share one NAR. */
function uploadsOf(nars) {
    const files = [...new Map(nars.map((nar) => [nar.cachePath, nar])).values()];
    return {
        nars: files.length,
        narBytes: nars.reduce((sum, { narSize }) => sum + narSize, 0),
        fileBytes: files.reduce((sum, { fileSize }) => sum + fileSize, 0),
        files: files.map(({ cachePath: path, fileHash }) => ({ path, fileHash }))
    };
}
/** What this run packed and did not need to bring: two jobs may publish the same path at once. */
function broughtByOthers({ packed, nars, signed }) {
    const brought = new Set([...nars.map(({ storePath }) => storePath), ...signed]);
    return packed
        .filter(({ info }) => !brought.has(info.storePath))
        .map(({ info: { storePath } }) => ({
        storePath,
        reason: 'held',
        detail: 'another publisher brought it meanwhile'
    }));
}
function outcomeOf(run, { commit }) {
    if (run.environment.isForkPullRequest)
        return 'fork';
    if (!(0,publish_run/* mayWrite */.J)(run))
        return 'dry-run';
    return commit?.changed === true ? 'published' : 'nothing-new';
}
function notesOf(run, verified) {
    const { inputs, environment } = run;
    const { verification, target, nars, rows, publicKeys, untoldKeys } = verified;
    const added = uploadsOf(nars).fileBytes;
    return [
        ...(inputs.signingKeys.length === 0 &&
            !environment.isForkPullRequest &&
            nars.length + rows.length > 0
            ? [
                publicKeys.length > 0
                    ? unsignedAmongSigned
                    : 'No `signing-key` was given: what this run publishes is unsigned, and Nix takes it only from readers who trust this cache as it is.'
            ]
            : []),
        ...untoldKeys.map(told_keys/* keyUntold */.Qs),
        ...(0,key_warnings/* newKeyNotes */.lw)(run, verified),
        ...(verification.note === '' ? [] : [verification.note]),
        ...(verification.error === null ? [] : [verificationFailure(verification.error)]),
        ...sizeWarnings(target.repositoryBytes, added, inputs.sizeBudget)
    ];
}
function verificationFailure({ code, message }) {
    return code === 'NOT_SERVED' ? message : `Reading back failed: ${message}`;
}
/** The README of such a cache tells readers its key, by which Nix then refuses what has no signature. */
const unsignedAmongSigned = 'No `signing-key` was given, and this is a cache of signed artifacts: what this run publishes is unsigned, and its readers’ Nix refuses it. ' +
    'Publish it again with the key: that adds the signatures, and uploads no NAR again.';
/** One error for the job: what failed first and most; nothing to publish is one only when the user says so. */
function errorOf({ inputs }, { failures, verification }, report, remarks) {
    if (failures.length > 0)
        return failuresAsOne(failures);
    if (remarks.error !== null)
        return remarks.error;
    if (verification.error !== null)
        return verification.error;
    if (inputs.failOnEmpty && report.outcome !== 'published') {
        return new errors/* NarPublishError */.f9({
            code: 'NOTHING_PUBLISHED',
            subject: report.target.name,
            reason: `${report.outcome === 'nothing-new' ? 'nothing is new' : `this is a ${report.outcome}`} (${skippedCounts(report)})`
        });
    }
    return null;
}
/** So many failures are told in the job's error; the summary has more. */
const longestList = 100;
function failuresAsOne(failures) {
    const [first, ...others] = failures;
    if (first === undefined)
        throw new Error('failuresAsOne needs a failure');
    if (others.length === 0)
        return first.error;
    const told = failures.slice(0, longestList).map(({ error }) => error);
    const more = failures.length > told.length ? [`${failures.length - told.length} more`] : [];
    return first.error.with({
        // An attribute may fail in the same words for each system.
        subject: [...new Set(told.map(({ subject }) => subject)), ...more].join(', '),
        reason: [...told.map(({ subject, reason }) => `${subject}: ${reason}`), ...more].join('; ')
    });
}
function skippedCounts({ skipped }) {
    const counts = new Map();
    for (const { reason } of skipped)
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return counts.size === 0
        ? 'no path was looked at'
        : [...counts].map(([reason, number]) => `${number} ${reason}`).join(', ');
}


/***/ }),

/***/ 77437:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "15b82323568f71097602.nix";

/***/ })

};
