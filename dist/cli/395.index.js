export const id = 395;
export const ids = [395];
export const modules = {

/***/ 2403:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ buildFailureReasons),
/* harmony export */   Ni: () => (/* binding */ needsOtherMachine),
/* harmony export */   QG: () => (/* binding */ BuildErrorCollector),
/* harmony export */   pT: () => (/* binding */ errorBlocks)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);


/** Most that is kept of Nix's errors, in characters: a few thousand failures. */
const errorLimit = 4 * 1024 * 1024;
/** Nix's own errors in what it printed; see BuildErrorCollector. */
function errorBlocks(stderr) {
    const collector = new BuildErrorCollector();
    collector.push(Buffer.from(stderr));
    return collector.blocks;
}
/**
 * Picks Nix's own errors out of its stderr as it streams by: each line that starts with `error:`, and the indented ones below it,
 * with the blank lines between them (an evaluation's trace has some). A builder's line cannot be one, as
 * `--log-format bar-with-logs` puts the derivation's name in front of it.
 */
class BuildErrorCollector {
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    #blocks = [];
    #rest = '';
    #size = 0;
    #isInBlock = false;
    #isAfterBlank = false;
    push(chunk) {
        const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
        // A line without end is a builder's; what an error says is at its start.
        this.#rest = (lines.pop() ?? '').slice(0, errorLimit);
        for (const line of lines)
            this.#line((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutEscapes */ .Lx)(line));
    }
    /** Call it after the last chunk. */
    get blocks() {
        if (this.#rest !== '')
            this.push(Buffer.from('\n'));
        return this.#blocks;
    }
    #line(line) {
        const isAfterBlank = this.#isAfterBlank;
        this.#isAfterBlank = line.trim() === '';
        if (this.#isAfterBlank)
            return;
        const starts = line.startsWith('error:');
        this.#isInBlock = starts || (this.#isInBlock && /^\s/.test(line));
        if (!this.#isInBlock || this.#size > errorLimit)
            return;
        this.#size += line.length;
        if (starts)
            this.#blocks.push(line);
        else
            this.#blocks.push(`${this.#blocks.pop() ?? ''}\n${isAfterBlank ? '\n' : ''}${line}`);
    }
}
/**
 * Which derivations failed, and why: drvPath → reason, without those that only waited for another (`1 dependencies of …`,
 * `Reason: 1 dependency failed`) and without the summary of the run (`build of … failed`).
 */
function buildFailureReasons(blocks) {
    const reasons = new Map();
    for (const block of blocks) {
        if (/dependenc(?:y|ies) (?:of derivation|failed)|^error: build of '/.test(block))
            continue;
        const drvPath = /'(\/nix\/store\/[^'!^]+\.drv)(?:[!^][^']*)?'/.exec(block)?.[1];
        if (drvPath !== undefined && !reasons.has(drvPath))
            reasons.set(drvPath, reasonIn(block));
    }
    return reasons;
}
/** Nix's error without the derivation's path, which stands in the message already, and without the log's last lines. */
function reasonIn(block) {
    const text = block
        .replace(/^error:\s*/, '')
        .split(/;?\n\s*(?:last|Last) \d+ log lines:|\n\s*(?:Output paths|For full logs)/, 1)
        .join('')
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
        .replace(/ +/g, ' ');
    return text
        .replace(/^builder for '[^']*' failed/, 'the builder failed')
        .replace(/^hash mismatch in fixed-output derivation '[^']*':/, 'hash mismatch:')
        .replace(/^Cannot build '[^']*'\. Reason: /, '')
        .replace(/[.;]$/, '');
}
/** The reason is that this machine is of the wrong kind for the derivation, in the words of 2.8, 2.30 and 2.34. */
function needsOtherMachine(reason) {
    return /is required to build|required system or feature not available|platform mismatch|missing system features/.test(reason);
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

/***/ 2632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ hashMismatches)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _build_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2403);


/**
 * The hash mismatches that Nix tells of: while building, or in the trace of an evaluation that had to build or fetch. `stderr` is
 * of a command with `--log-format bar-with-logs`, or is the blocks of a BuildErrorCollector that saw it; only then is a builder's
 * line that imitates a mismatch known for what it is. Where the order of Nix's words is not to be trusted, both are given.
 */
function hashMismatches(stderr) {
    const blocks = typeof stderr === 'string' ? (0,_build_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorBlocks */ .pT)(stderr) : stderr;
    const found = new Map();
    for (const block of blocks) {
        for (const message of messagesIn(block)) {
            for (const mismatch of readMessage(message)) {
                const { drvPath, specified, got } = mismatch;
                found.set([drvPath, specified.bytes.toString('hex'), got.bytes.toString('hex')].join(), mismatch);
            }
        }
    }
    return [...found.values()];
}
/** The messages of a block: an evaluation's innermost error stands, indented, below its trace. */
function messagesIn(block) {
    const messages = [];
    for (const line of block.split('\n')) {
        const text = line.trim();
        if (text.startsWith('error:'))
            messages.push([text.slice('error:'.length).trim()]);
        else
            messages.at(-1)?.push(text);
    }
    return messages;
}
function readMessage(message) {
    const [first = ''] = message;
    const drvPath = /^hash mismatch in fixed-output derivation '(\/nix\/store\/[^']+\.drv)':$/.exec(first)?.[1];
    const url = /^hash mismatch in file downloaded from '(.*)':$/.exec(first)?.[1];
    if (drvPath !== undefined || url !== undefined) {
        const whose = { drvPath: drvPath ?? null, address: url ?? null };
        return mismatch(whose, lineOf(message, 'specified:'), lineOf(message, 'got:'));
    }
    const [, address = '', expected, but] = /^NAR hash mismatch in input '([^']*)'[^']* expected '([^']+)',?(?: but)? got '([^']+)'$/.exec(first) ?? [];
    const whose = { drvPath: null, address };
    // 2.34 names them the wrong way round for `fetchGit`, and the right way for the others.
    return [...mismatch(whose, expected, but), ...mismatch(whose, but, expected)];
}
/** The last line of that name: Lix tells the derivation's URL before it, which may be any text. */
function lineOf(message, name) {
    return message
        .findLast((line) => line.startsWith(name))
        ?.slice(name.length)
        .trim();
}
function mismatch(whose, specifiedText = '', gotText = '') {
    const [specified, got] = [(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(specifiedText), (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(gotText)];
    return specified === null || got === null ? [] : [{ ...whose, specified, got }];
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

/***/ 79786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ timed)
/* harmony export */ });
/** Runs a step and notes how long it took, with what it took before when it is done again; one that fails is not noted. */
async function timed({ timings }, phase, step) {
    const start = performance.now();
    const result = await step();
    const milliseconds = Math.round(performance.now() - start);
    const earlier = timings.find((timing) => timing.phase === phase);
    if (earlier === undefined)
        timings.push({ phase, milliseconds });
    else
        earlier.milliseconds += milliseconds;
    return result;
}


/***/ }),

/***/ 77437:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "15b82323568f71097602.nix";

/***/ })

};
