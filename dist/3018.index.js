export const id = 3018;
export const ids = [3018];
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

/***/ 58455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ buildInstallables)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _build_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2403);
/* harmony import */ var _hash_mismatch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2632);
/* harmony import */ var _realise_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33396);




/**
 * Builds or fetches the wanted outputs of all installables at once; the build log goes to the log, fenced. What cannot be built is
 * reported with BUILD_FAILED and leaves the others alone. Throws what is the machine's failure: DISK_FULL, NIX_MISSING, or
 * NIX_FAILED when the roots cannot be made.
 */
async function buildInstallables(nix, evaluated, options) {
    const { failed: blamed, unexplained, exit, blocks } = await (0,_realise_js__WEBPACK_IMPORTED_MODULE_3__/* .realise */ .Yb)(nix, evaluated, options);
    const failures = [];
    // Whose reason is told comes before what is to blame as well.
    const culprits = [...blamed.values()];
    const logs = await readLogTails(nix, [
        ...culprits.map(([first]) => first),
        ...culprits.flatMap(([, ...others]) => others)
    ]);
    for (const [installable, own] of blamed) {
        const builds = own.flatMap(({ drvPath }) => logs.get(drvPath) ?? []);
        failures.push({
            installable: installable.installable,
            error: buildFailed(installable, own[0], builds)
        });
    }
    for (const { installable, drvPath } of unexplained) {
        failures.push({ installable, error: (0,_realise_js__WEBPACK_IMPORTED_MODULE_3__/* .unexplainedFailure */ .UC)(installable, drvPath, exit) });
    }
    const failed = new Set(failures.map(({ installable }) => installable));
    const built = evaluated.filter(({ installable }) => !failed.has(installable));
    return { built, failures, mismatches: (0,_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_2__/* .hashMismatches */ .F)(blocks) };
}
/** Of so many failed derivations the logs are read: a process each, and more than anybody reads. */
const mostLogs = 100;
async function readLogTails(nix, culprits) {
    const logs = new Map();
    const drvPaths = new Set(culprits.map(({ drvPath }) => drvPath));
    for (const drvPath of [...drvPaths].slice(0, mostLogs)) {
        logs.set(drvPath, { drvPath, lines: await (0,_realise_js__WEBPACK_IMPORTED_MODULE_3__/* .readLogTail */ .Ty)(nix, drvPath) });
    }
    return logs;
}
function buildFailed({ installable, drvPath, system }, culprit, builds) {
    const log = builds.find((build) => build.drvPath === culprit.drvPath)?.lines ?? '';
    const otherwise = 'or give this machine’s Nix a remote builder or emulation (`extra-platforms`) for it.';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'BUILD_FAILED',
        subject: installable,
        reason: (0,_realise_js__WEBPACK_IMPORTED_MODULE_3__/* .failureReason */ .Hr)(drvPath, culprit, log),
        builds,
        ...((0,_build_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .needsOtherMachine */ .Ni)(culprit.reason)
            ? {
                hint: `Build it on a runner for ${system} (\`mode: matrix\` makes a job for each system), ${otherwise}`,
                terminal: { hint: `Build it on a machine for ${system}, ${otherwise}` }
            }
            : {})
    });
}


/***/ }),

/***/ 54266:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ buildCommand)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);

/** Nix’s own pattern of a branch in a flake’s address. */
const flakeRef = /^[a-zA-Z0-9@][a-zA-Z0-9_./@+-]*$/;
const plainPath = /^[\w./+-]+$/;
const plainAttribute = /^[\w."'+-]*$/;
/** The line for a shell that builds an attribute of it; null: a name would have to be escaped in more than one language. */
function buildCommand({ serverUrl, repository, folder, at }, attribute) {
    const path = folder.replace(/^\.?\/?/, '').replace(/\/+$/, '');
    const isPlain = ('commit' in at || flakeRef.test(at.branch)) &&
        plainAttribute.test(attribute) &&
        (path === '' || plainPath.test(path));
    if (!isPlain)
        return null;
    const { host } = new URL(serverUrl);
    const query = [
        ...(path === '' ? [] : [`dir=${path}`]),
        ...(host === 'github.com' ? [] : [`host=${host}`]),
        ...('branch' in at ? [`ref=${at.branch}`] : [])
    ];
    const address = [
        `github:${repository}${'commit' in at ? `/${at.commit}` : ''}`,
        ...(query.length === 0 ? [] : [query.join('&')])
    ].join('?');
    return `nix build ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(`${address}${attribute === '' ? '' : `#${attribute}`}`)}`;
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

/***/ 33396:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hr: () => (/* binding */ failureReason),
/* harmony export */   Jq: () => (/* binding */ realiseCommand),
/* harmony export */   Ty: () => (/* binding */ readLogTail),
/* harmony export */   UC: () => (/* binding */ unexplainedFailure),
/* harmony export */   Yb: () => (/* binding */ realise)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _failed_build_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(54059);
/* harmony import */ var _known_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5688);
/* harmony import */ var _process_tail_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40795);
/* harmony import */ var _build_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2403);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(82094);
/* harmony import */ var _derivation_graph_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30803);
/* harmony import */ var _gc_roots_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(44681);
/* harmony import */ var _hash_mismatch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2632);
/* harmony import */ var _plain_addresses_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6882);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(93861);














/**
 * Builds or fetches all that is wanted at once; one that fails leaves the others alone. Nix's database is the judge of what was
 * built where Nix's words leave a doubt. What it is judged to be is rooted by the very command that built it. Throws DISK_FULL,
 * NIX_MISSING, and NIX_FAILED when the roots cannot be made.
 */
async function realise(nix, wanted, options) {
    const result = {
        failed: new Map(),
        unexplained: [],
        exit: null,
        blocks: []
    };
    let pending = [...wanted];
    let isSecondTime = false;
    // One round, unless something fails: then Nix makes no root of what it built all the same, and a derivation for another system ends
    // the whole run in spite of --keep-going (https://github.com/NixOS/nix/issues/8321). The innocent get another round without it.
    while (pending.length > 0) {
        const { blocks, exit } = await realiseOnce(nix, pending, options);
        result.blocks.push(...blocks);
        result.exit = exit ?? result.exit;
        const reasons = (0,_build_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .buildFailureReasons */ .IB)(blocks);
        const unbuilt = await unbuiltOf(nix, pending, exit === null, blocks);
        const unexplained = new Set();
        const culpritsOf = await findCulprits(nix, unbuilt, reasons);
        for (const one of unbuilt) {
            const [first, ...others] = culpritsOf(one);
            if (first === undefined)
                unexplained.add(one);
            else
                result.failed.set(one, [first, ...others]);
        }
        // A hook of the user's that fails after a build does not fail again.
        if (exit !== null && unbuilt.length === 0 && isSecondTime)
            throw (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .nixFailure */ .M4)(exit);
        isSecondTime = unbuilt.length === 0;
        const isFutile = exit === null || (unexplained.size > 0 && unexplained.size === unbuilt.length);
        if (isFutile)
            result.unexplained.push(...unexplained);
        pending =
            exit === null
                ? []
                : pending.filter((one) => !result.failed.has(one) && !(isFutile && unexplained.has(one)));
    }
    return result;
}
/**
 * `nix-store` and not `nix build`: `drv!out,dev` means the same in every version, while a `.drv` given to `nix build` stopped to
 * mean its outputs in 2.15.
 */
function realiseCommand(substituters, derivations, root) {
    const option = (name, values) => values.length === 0 ? [] : ['--option', name, values.join(' ')];
    return {
        program: 'nix-store',
        args: [
            ...['--realise', '--keep-going', '--log-format', 'bar-with-logs'],
            ...(root === null ? ['--no-gc-warning'] : ['--add-root', root]),
            ...option('extra-substituters', substituters.map(({ url }) => url)),
            ...option('extra-trusted-public-keys', substituters.map(({ publicKey }) => publicKey)),
            ...['--', ...derivations]
        ]
    };
}
/** There is one command unless there are thousands of derivations; the exit is that of the last one that failed. */
async function realiseOnce(nix, wanted, { substituters, gcRootsDirectory, log }) {
    const operands = wanted.map(({ drvPath, outputs }) => `${drvPath}!${outputs.map(({ name }) => name).join(',')}`);
    const urls = substituters.map(({ url }) => url);
    return (0,_plain_addresses_js__WEBPACK_IMPORTED_MODULE_9__/* .withPlainAddresses */ .h)(nix, urls, async (plain) => log.fenced(async (write) => {
        const collector = new _build_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .BuildErrorCollector */ .QG();
        let exit = null;
        const asked = substituters.map((one, at) => ({ ...one, url: plain[at] ?? one.url }));
        for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_12__/* .chunkOperands */ .y)([...new Set(operands)])) {
            const root = gcRootsDirectory === undefined ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_7__/* .rootFolder */ .Vm)(gcRootsDirectory), 'built');
            const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .runNix */ .dI)(nix, realiseCommand(asked, chunk, root), {
                onStderr: (text) => {
                    collector.push(text);
                    write(text);
                }
            });
            if (ended.status !== 0)
                exit = ended;
        }
        return { blocks: collector.blocks, exit };
    }));
}
async function unbuiltOf(nix, wanted, isSuccess, blocks) {
    // What has another hash than it must have is nowhere under its path.
    const mismatched = new Set((0,_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_8__/* .hashMismatches */ .F)(blocks).map(({ drvPath }) => drvPath));
    const isMismatch = ({ drvPath }) => mismatched.has(drvPath);
    const isThere = (one) => isSuccess && outputPaths(one).every(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
    const doubtful = wanted.filter((one) => !isMismatch(one) && !isThere(one));
    const invalid = await (0,_validity_js__WEBPACK_IMPORTED_MODULE_11__/* .invalidPaths */ .i)(nix, doubtful.flatMap(outputPaths));
    return wanted.filter((one) => isMismatch(one) || outputPaths(one).some((path) => invalid.has(path)));
}
function outputPaths({ outputs }) {
    return outputs.map(({ path }) => path);
}
/** Which derivations with a `reason` are to blame for each: itself, or those among what it needs. */
async function findCulprits(nix, unbuilt, reasons) {
    const isOwn = ({ drvPath }) => reasons.has(drvPath);
    const others = reasons.size === 0 ? [] : unbuilt.filter((one) => !isOwn(one));
    const graph = await (0,_derivation_graph_js__WEBPACK_IMPORTED_MODULE_6__/* .queryDerivationGraph */ .SV)(nix, [...new Set(others.map(({ drvPath }) => drvPath))]);
    return (one) => {
        const needed = isOwn(one) ? [one.drvPath] : (0,_derivation_graph_js__WEBPACK_IMPORTED_MODULE_6__/* .requisitesOf */ .Cv)(graph, one.drvPath);
        return needed.flatMap((drvPath) => {
            const reason = reasons.get(drvPath);
            return reason === undefined ? [] : [{ drvPath, reason }];
        });
    };
}
/** The last 20 lines of a derivation's build log without the secrets that this process knows, or nothing when it has none. */
async function readLogTail(nix, drvPath) {
    const tail = new _process_tail_js__WEBPACK_IMPORTED_MODULE_4__/* .Tail */ .PW(16 * 1024);
    await (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .runNix */ .dI)(nix, { program: 'nix-store', args: ['--read-log', '--', drvPath] }, {
        onStdout: (chunk) => {
            tail.push(chunk);
        }
    });
    const text = _known_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .knownSecrets */ .xU.hide(tail.text, { isEnd: tail.isCut });
    // Nix's own fetcher logs for a program to read.
    return (0,_process_tail_js__WEBPACK_IMPORTED_MODULE_4__/* .lastLines */ .w$)(text.replace(/^@nix \{.*\n?/gm, ''));
}
/** Which derivation failed, why, and how its log ended. */
function failureReason(drvPath, culprit, log) {
    const who = culprit.drvPath === drvPath ? drvPath : `${drvPath} needs ${culprit.drvPath}, which failed`;
    return `${who}: ${culprit.reason}${(0,_failed_build_js__WEBPACK_IMPORTED_MODULE_13__/* .logWords */ .U)(log)}`;
}
/** Nix named no derivation: its last lines are all there is to say. */
function unexplainedFailure(subject, drvPath, exit) {
    const about = { code: 'BUILD_FAILED', subject };
    return exit === null
        ? new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({
            ...about,
            reason: `${drvPath}: Nix reported success, but an output is not in the store`
        })
        : (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .nixFailure */ .M4)(exit, about);
}


/***/ }),

/***/ 32201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ makeCheckRun)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/** GitHub takes so many annotations in one request. https://docs.github.com/en/rest/checks/runs */
const annotationsAtOnce = 50;
/** A check run that has ended, in as many requests as its annotations need. Throws TOKEN_FORBIDDEN. */
async function makeCheckRun(api, { name, head, conclusion, title, summary, detailsUrl, annotations = [] }) {
    const output = { title, summary };
    await api.content.turn();
    const { id } = await api.call({
        route: 'POST /repos/{owner}/{repo}/check-runs',
        parameters: {
            name,
            head_sha: head,
            status: 'completed',
            conclusion,
            ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
            output: { ...output, annotations: annotations.slice(0, annotationsAtOnce) }
        }
    }, zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() }));
    for (let next = annotationsAtOnce; next < annotations.length; next += annotationsAtOnce) {
        await api.content.turn();
        await api.call({
            route: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
            parameters: {
                check_run_id: id,
                output: { ...output, annotations: annotations.slice(next, next + annotationsAtOnce) }
            }
        }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
    }
}


/***/ }),

/***/ 71270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ removeComment),
/* harmony export */   X: () => (/* binding */ keepComment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _viewer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17810);



const comment = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    user: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional() }).nullable(),
    body: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish()
});
/** Has one comment of ours say it: the one that is there, or a new one. Gives its address. Throws TOKEN_FORBIDDEN. */
async function keepComment(api, own, body) {
    const patience = api.patience();
    for (;;) {
        const [known] = await ownComments(api, own);
        if (known?.body === body)
            return addressOf(known);
        if (known !== undefined) {
            const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
            await api.content.turn();
            await api.call({ route, parameters: { comment_id: known.id, body } }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
            return addressOf(known);
        }
        const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
        const parameters = { issue_number: own.number, body };
        await api.content.turn();
        const reply = await api.ask({ route, parameters }, comment, ['lost']);
        if (reply.kind === 'done')
            return addressOf(reply.data);
        // It may be there.
        await patience.wait(reply);
    }
}
/** Takes away what we said; false: there was nothing. */
async function removeComment(api, own) {
    const comments = await ownComments(api, own);
    for (const { id } of comments) {
        const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
        await api.ask({ route, parameters: { comment_id: id } }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(), ['not-found']);
    }
    return comments.length > 0;
}
function addressOf({ html_url: url }) {
    return url ?? null;
}
async function ownComments(api, { number, marker }) {
    const all = await api.callPages({
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { issue_number: number }
    }, comment);
    const marked = all.filter(({ body }) => body?.startsWith(marker) === true);
    if (marked.length === 0)
        return [];
    const viewer = await (0,_viewer_js__WEBPACK_IMPORTED_MODULE_1__/* .readLogin */ .mN)(api);
    if (viewer === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'TOKEN_FORBIDDEN',
            subject: api.repository,
            reason: 'GitHub does not say whose the token is, so that its own comment is not told from others'
        });
    }
    return marked.filter(({ user }) => (0,_viewer_js__WEBPACK_IMPORTED_MODULE_1__/* .isViewer */ .Z$)(user?.login ?? null, viewer));
}


/***/ }),

/***/ 17810:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ loginsOf),
/* harmony export */   Z$: () => (/* binding */ isViewer),
/* harmony export */   mN: () => (/* binding */ readLogin)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _graphql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87335);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86264);



const query = 'query { viewer { login } }';
const reply = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ viewer: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }) }) });
/**
 * Whose the token is; null: GitHub does not say. One request. By GraphQL: to an App's token, and so to a job's own, the REST API's `GET /user` is
 * refused. https://docs.github.com/en/graphql/reference/queries#user
 */
async function readLogin(api) {
    const answer = await api.ask((0,_graphql_js__WEBPACK_IMPORTED_MODULE_0__/* .graphqlRequest */ .L4)(api.apiUrl, query, {}), reply, ['final', 'not-found']);
    return answer.kind === 'done' ? answer.data.data.viewer.login : null;
}
/**
 * By what the REST API may know an account that GraphQL calls `login`: it writes an App as `name[bot]` always. No user has such a name, nor may an App
 * have that of somebody else's account.
 * https://docs.github.com/en/apps/creating-github-apps/registering-a-github-app/registering-a-github-app
 */
function loginsOf(login) {
    return login.endsWith('[bot]') ? [login] : [login, `${login}[bot]`];
}
/** Whether the author that the REST API names is the token's owner. */
function isViewer(author, login) {
    return author !== null && loginsOf(login).some((one) => (0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameName */ .y)(one, author));
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


/***/ })

};
