export const id = 4569;
export const ids = [4569];
export const modules = {

/***/ 30038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ typed),
/* harmony export */   n: () => (/* binding */ isWrongCommandLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const wrong = new WeakSet();
/** What the machine's files and the environment hold, whatever was typed. */
const ofSurroundings = ['QUEUE_CONFIG_INVALID', 'TOKEN_MISSING'];
/** Secrets are never typed. */
const ofSecrets = /^(?:input )?(?:token|signing[ -]key)$/;
/**
 * Reads what was typed, or set by a variable that stands for it, before anything else is looked at: what `body` throws is the command
 * line's fault, and ends with its exit status.
 */
function typed(body) {
    try {
        return body();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9 &&
            !ofSurroundings.includes(error.code) &&
            !ofSecrets.test(error.subject)) {
            wrong.add(error);
        }
        throw error;
    }
}
function isWrongCommandLine(error) {
    return error.code === 'USAGE' || wrong.has(error);
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

/***/ 82984:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ formatPointer),
/* harmony export */   EU: () => (/* binding */ bundlePath),
/* harmony export */   Lm: () => (/* binding */ mostSubjects),
/* harmony export */   OF: () => (/* binding */ narDigest),
/* harmony export */   SH: () => (/* binding */ isBundlePath),
/* harmony export */   VI: () => (/* binding */ isPointerPath),
/* harmony export */   bS: () => (/* binding */ largestBundle),
/* harmony export */   hw: () => (/* binding */ pointerPath),
/* harmony export */   jx: () => (/* binding */ isServedAsNarInfo),
/* harmony export */   qv: () => (/* binding */ longestPointer),
/* harmony export */   vp: () => (/* binding */ parsePointer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69268);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);



/**
 * Where a cache keeps its provenance. A bundle (Sigstore's JSON) speaks of every path of its run and lies once, named by its SHA-256; beside
 * each narinfo stands a small file that names it. The bundle itself beside each of 1,000 narinfos would be 1,000 times 200 KB on a site.
 */
const bundleFile = /^provenance\/([0-9a-f]{64})\.sigstore\.json$/;
/** Bytes. The most that GitHub attests at once, under the longest names, is half of it. */
const largestBundle = 2 * 1024 * 1024;
/** Bytes. */
const longestPointer = 200;
/** How many subjects GitHub's attestation has at most. */
const mostSubjects = 1024;
/** Beside the narinfo of the path. */
function pointerPath(storePath) {
    return `${(0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(storePath).hash}.provenance`;
}
function isPointerPath(path) {
    return /^[0-9a-df-np-sv-z]{32}\.provenance$/.test(path);
}
function bundlePath(content) {
    return `provenance/${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex')}.sigstore.json`;
}
function isBundlePath(path) {
    return bundleFile.test(path);
}
function formatPointer(bundle) {
    return Buffer.from(`${bundle}\n`);
}
/** Whether GitHub Pages gives it to who asks for a narinfo, though it is none: in a folder of such a name, or with `.html` behind it. */
function isServedAsNarInfo(path) {
    return /^[^/]+\.narinfo(?:\.html|\/.*)$/.test(path);
}
/** The bundle that it names; null: it is none of ours. */
function parsePointer(content) {
    const text = content.length > longestPointer ? '' : content.toString('latin1').replace(/\r?\n$/, '');
    return isBundlePath(text) ? text : null;
}
/** `sha256:<base32>` as `sha256sum` writes it: the digest of what `nix-store --dump` prints. */
function narDigest({ narHash }) {
    const digest = (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(narHash, 'sha256');
    return digest === null ? '' : (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeDigest */ .j6)(digest, 'base16');
}


/***/ }),

/***/ 81050:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ parseProvenanceRequest)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18961);



const repositoryName = /^[A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+$/;
const workflowFile = /^([A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml)(?:@(.+))?$/;
/** null: nothing is asked. Throws INPUT_INVALID. */
function parseProvenanceRequest(environment) {
    const repository = environment.input('provenance');
    const workflow = environment.input('provenance-workflow');
    const trustedRoot = environment.input('trusted-root');
    if (repository === '') {
        const given = workflow === '' ? trustedRoot && 'trusted-root' : 'provenance-workflow';
        if (given === '')
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: `input ${given}`,
            reason: 'it says how provenance is verified, and `provenance` does not say of which repository',
            hint: 'Give `provenance`, as `owner/name`, too.'
        });
    }
    if (!repositoryName.test(repository)) {
        throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)('provenance', repository, 'the repository that published, as `owner/name`');
    }
    return {
        policy: {
            serverUrl: environment.serverUrl,
            repository,
            workflow: workflow === '' ? null : parseWorkflow(workflow)
        },
        trustedRoot: trustedRoot === '' ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(environment.workspace, trustedRoot)
    };
}
function parseWorkflow(text) {
    const [, file, ref = null] = workflowFile.exec(text) ?? [];
    const isRef = ref === null || /^refs\/(?:heads|tags)\/\S+$|^[0-9a-f]{40}$/.test(ref);
    if (file !== undefined && isRef)
        return { file, ref };
    const accepted = '`owner/name/.github/workflows/file.yml`, and after an `@` its `refs/tags/…`, its `refs/heads/…` or a commit of 40 digits';
    throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)('provenance-workflow', text, accepted);
}


/***/ }),

/***/ 8217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openTarget),
/* harmony export */   E: () => (/* binding */ openExisting)
/* harmony export */ });
/* harmony import */ var _catalogue_told_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73073);
/* harmony import */ var _repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60723);
/* harmony import */ var _repository_git_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72798);
/* harmony import */ var _repository_github_open_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31684);




/**
 * The target and where its branch is now. Where none was named it is the first that is a cache (src/repository/cache-branch.ts); a run that
 * `publishes` is not let into one that is something else. Throws BRANCH_TAKEN, and what the target throws.
 */
async function openTarget(run, { publishes = false } = {}) {
    const { inputs, log } = run;
    const branches = await (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheBranches */ .B)(inputs.target, inputs.branch, run);
    const opened = await (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .openCacheBranch */ .BS)(branches, (branch) => openBranch(run, branch));
    const { target, snapshot } = opened;
    log.info(`target: ${target.cloneUrl}, branch ${target.branch}`);
    if (publishes && inputs.branch.source !== 'input')
        await (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOthersBranch */ .cc)(opened);
    return [target, snapshot];
}
/** The same for who looks for a cache that is there. `toRead`: nothing is written to it. */
async function openExisting(run, { toRead = false } = {}) {
    const { inputs, log } = run;
    const branches = await (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheBranches */ .B)(inputs.target, inputs.branch, run, { isRead: true });
    const opened = await (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .openCacheBranch */ .BS)(branches, (branch) => openBranch(run, branch, toRead));
    log.info(`target: ${opened.target.cloneUrl}, branch ${opened.target.branch}`);
    return opened;
}
async function openBranch(run, branch, toRead = false) {
    const { inputs, environment, log } = run;
    const { substituterUrl } = inputs;
    const git = { scratch: run.scratch, env: environment.childEnvironment };
    const looked = inputs.target.kind === 'git'
        ? {
            target: await (0,_repository_git_target_js__WEBPACK_IMPORTED_MODULE_2__/* .openGitTarget */ .E)({
                ...git,
                url: inputs.target.url,
                branch,
                substituterUrl: typeof substituterUrl === 'object' ? substituterUrl.address : null,
                log
            })
        }
        : await (0,_repository_github_open_js__WEBPACK_IMPORTED_MODULE_3__/* .lookAtGitHubTarget */ .p)({
            ...inputs.target,
            branch,
            token: inputs.token,
            apiUrl: environment.apiUrl,
            serverUrl: environment.serverUrl,
            substituterUrl,
            told: _catalogue_told_address_js__WEBPACK_IMPORTED_MODULE_0__/* .readToldAddress */ .aI,
            isForkPullRequest: environment.isForkPullRequest,
            toRead,
            git,
            log,
            ...(run.limits === undefined ? {} : { limits: run.limits })
        });
    return { ...looked, snapshot: await looked.target.snapshot() };
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

/***/ 42545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runUse: () => (/* binding */ runUse)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/catalogue/reader-lines.ts
var reader_lines = __webpack_require__(68812);
// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/nix/settings.ts
var nix_settings = __webpack_require__(95786);
// EXTERNAL MODULE: ./src/use/inputs.ts
var use_inputs = __webpack_require__(37370);
// EXTERNAL MODULE: ./src/binary-cache/signature.ts
var signature = __webpack_require__(40996);
// EXTERNAL MODULE: ./src/catalogue/catalogue.ts
var catalogue = __webpack_require__(96620);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
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
// EXTERNAL MODULE: ./src/use/open-cache.ts
var open_cache = __webpack_require__(93504);
// EXTERNAL MODULE: ./src/repository/own-repository.ts
var own_repository = __webpack_require__(55553);
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
    const { checkProvenance } = await Promise.all(/* import() */[__webpack_require__.e(1040), __webpack_require__.e(2830), __webpack_require__.e(6661), __webpack_require__.e(5523)]).then(__webpack_require__.bind(__webpack_require__, 45523));
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
    const opened = await (0,open_cache/* openCache */.b)(run);
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

;// CONCATENATED MODULE: ./src/use/report/text.ts

const headings = {
    'nix.conf': '/etc/nix/nix.conf, or ~/.config/nix/nix.conf of a user whom the Nix daemon trusts',
    nixos: 'NixOS: configuration.nix',
    'home-manager': 'Home Manager: home.nix (for a user whom the Nix daemon trusts)',
    darwin: 'nix-darwin: configuration.nix',
    flake: 'flake.nix, for all who use it',
    devenv: 'devenv, whose own files take caches of Cachix only',
    github: 'a job on GitHub',
    command: 'one command'
};
/** The lines for one kind of reader, and nothing else; for each of them under a heading when `kind` is null. */
function useText(cache, kind, netrcFile) {
    if (kind !== null)
        return reader_lines/* readerLines */.Zw[kind](cache).join('\n');
    const netrc = (0,reader_lines/* netrcLines */.Uu)(cache);
    return [
        ...reader_lines/* readerKinds */.vT.map((each) => [`# ${headings[each]}`, ...reader_lines/* readerLines */.Zw[each](cache)]),
        ...(netrc.length === 0
            ? []
            : [[`# ${netrcFile}, readable by root only; ${netrcAdvice}`, ...netrc]])
    ]
        .map((lines) => lines.join('\n'))
        .join('\n\n');
}
const netrcAdvice = 'TOKEN is a fine-grained one with “Contents: read” on the cache';
/** What to do where the daemon passes over this user's substituters. An administrator, not root by another name. */
function administratorText(cache) {
    const keys = cache.publicKeys.join(' ');
    return [
        'Nix’s daemon does not trust this user, and passes over a substituter of theirs that it does not know. An administrator lets it be chosen with these lines in /etc/nix/nix.conf:',
        `  extra-trusted-substituters = ${cache.substituterUrl}`,
        `  extra-trusted-public-keys = ${keys}`
    ].join('\n');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
;// CONCATENATED MODULE: ./src/use/nix-conf.ts
/** Other names that Nix takes for these settings. */
const olderNames = {
    substituters: 'binary-caches',
    'trusted-public-keys': 'binary-cache-public-keys'
};
/**
 * A nix.conf with these values beside those that it has: in the line `extra-…` that is there, else in a new one at the end. All else
 * stays byte for byte (`text`: one character for each byte), and a file that has them all is given back as it is.
 */
function mergeNixConf(text, settings) {
    return settings.reduce((merged, setting) => {
        const { text: after, warnings } = addValues(merged.text, setting);
        return { text: after, warnings: [...merged.warnings, ...warnings] };
    }, { text, warnings: [] });
}
function addValues(text, { name, values }) {
    const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    const found = lines.map((line) => readLine(line, name));
    // A line without `extra-` takes the place of all that stood before it.
    const start = Math.max(0, found.findLastIndex((line) => line?.isExtra === false));
    const inForce = found.slice(start).flatMap((line) => line?.values ?? []);
    const missing = values.filter((value) => !inForce.some((other) => isSame(value, other)));
    const warnings = missing.flatMap((value) => nameTaken(value, inForce));
    if (missing.length === 0)
        return { text, warnings };
    const at = found.findLastIndex((line, index) => line?.isExtra === true && index >= start);
    const line = found[at];
    if (line === undefined || line === null) {
        const end = /\r?\n/.exec(text)?.[0] ?? '\n';
        const whole = text === '' || text.endsWith('\n') ? text : text + end;
        return { text: `${whole}extra-${name} = ${missing.join(' ')}${end}`, warnings };
    }
    const changed = `${line.head}${[line.value, ...missing].filter((word) => word !== '').join(' ')}${line.tail}`;
    return { text: lines.with(at, changed).join(''), warnings };
}
/** As Nix reads it: words between blanks, the second of them `=`, up to a `#`. null: the line is about something else. */
function readLine(line, name) {
    const match = /^([ \t]*(extra-)?([\w-]+)[ \t]+=)(?=[ \t\r\n#]|$)([ \t]*)([^#\r\n]*?)([ \t]*(?:#[^\r\n]*)?\r?\n?)$/.exec(line);
    const [, head = '', extra, found = '', blanks = '', value = '', tail = ''] = match ?? [];
    if (found !== name && found !== olderNames[name])
        return null;
    return {
        head: head + (blanks === '' ? ' ' : blanks),
        value,
        tail,
        values: value.split(/[ \t]+/).filter((word) => word !== ''),
        isExtra: extra !== undefined
    };
}
/** An address with a slash at its end is the same cache. */
function isSame(value, other) {
    return value.replace(/\/+$/, '') === other.replace(/\/+$/, '');
}
function nameTaken(value, inForce) {
    const [, name] = /^([^:\s]+):[A-Za-z0-9+/]{43}=$/.exec(value) ?? [];
    if (name === undefined || !inForce.some((other) => other.startsWith(`${name}:`)))
        return [];
    return [
        `The file has another key that is called ${name}, and Nix heeds only one of a name: take the one out that is no longer used.`
    ];
}

;// CONCATENATED MODULE: ./src/use/write-nix-conf.ts







/** Puts values into a nix.conf that may not be there yet, whole or not at all. Throws NIX_CONF_UNWRITABLE. */
function writeNixConf(path, settings) {
    try {
        const file = behindLinks(path);
        const stats = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
        // One character for each byte: comments may be in any encoding.
        const before = stats === undefined ? '' : (0,external_node_fs_.readFileSync)(file, 'latin1');
        const { text, warnings } = mergeNixConf(before, settings);
        const changed = text !== before;
        if (changed)
            replaceFile(file, Buffer.from(text, 'latin1'), stats);
        return { file, changed, warnings };
    }
    catch (cause) {
        if (cause instanceof errors/* NarPublishError */.f9)
            throw cause;
        const { code } = Object(cause);
        throw unwritable(path, `it cannot be written (${String(code)})`, undefined, cause);
    }
}
/** A link stays a link, and what it leads to is written; what a system was generated from is not to be edited. */
function behindLinks(path) {
    if ((0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
        return path;
    let file;
    try {
        file = (0,external_node_fs_.realpathSync)(path);
    }
    catch (cause) {
        throw unwritable(path, 'it is a link that leads nowhere', 'Remove the link, or make the file.', cause);
    }
    if (!file.startsWith(`${store_path/* storeDirectory */.he}/`))
        return file;
    const kinds = path.startsWith('/etc/') ? '`--for nixos` (or `darwin`)' : '`--for home-manager`';
    throw unwritable(path, 'it is generated from a configuration, whose next switch would undo any change', `Take the lines of ${kinds} into that configuration.`);
}
/** Written beside it first, for its owner and with its permissions: a reader finds the old file or the new one. */
function replaceFile(file, content, stats) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
    const beside = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), `.${(0,external_node_path_.basename)(file)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    try {
        (0,external_node_fs_.writeFileSync)(beside, content, { flag: 'wx' });
        if (stats !== undefined) {
            const own = (0,external_node_fs_.statSync)(beside);
            if (own.uid !== stats.uid || own.gid !== stats.gid)
                (0,external_node_fs_.chownSync)(beside, stats.uid, stats.gid);
            (0,external_node_fs_.chmodSync)(beside, stats.mode & 0o7777);
        }
        (0,external_node_fs_.renameSync)(beside, file);
    }
    finally {
        (0,external_node_fs_.rmSync)(beside, { force: true });
    }
}
function unwritable(path, reason, hint, cause) {
    return new errors/* NarPublishError */.f9({
        code: 'NIX_CONF_UNWRITABLE',
        subject: (0,src_text/* quote */.hD)(path),
        reason,
        ...(hint === undefined ? {} : { hint }),
        cause
    });
}

;// CONCATENATED MODULE: ./src/use/command.ts














/** `nar-publish use CACHE`: prints the lines that make it known, or writes them into a nix.conf. */
async function runUse(run) {
    const { command, arguments: given, log, scratch } = run;
    const [target, ...more] = given.operands;
    if (target === undefined)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'the cache to use is missing');
    if (more.length > 0)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'one cache is used at a time');
    const kind = parseKind(run);
    const environment = run.environmentWith(new Map([...(0,cli_arguments/* inputsOf */.Vc)(command, given), ['mode', 'use'], ['target-repository', target]]));
    const secrets = (0,inputs_secrets/* readSecrets */.ql)(environment, (secret) => {
        log.hide(secret);
    });
    const inputs = (0,typed/* typed */.G)(() => (0,use_inputs/* parseUseInputs */.E)(environment, secrets));
    (0,src_environment/* forgetSecrets */.DL)();
    const file = fileToWrite(run, environment);
    const found = await readCache({ inputs, environment, scratch, log, timings: [] });
    const { cache, keys } = found;
    if (file !== null)
        requireTrust(cache.repository, keys);
    const machine = file === null ? null : await readMachine(environment, log);
    const written = file === null ? null : writeNixConf(file, (0,reader_lines/* readerSettings */.Vh)(cache));
    const warnings = [...found.warnings, ...(written?.warnings ?? [])];
    for (const text of warnings)
        log.warning(text);
    log.info(`${cache.repository}, branch ${found.branch}: ${keys.origin}`);
    const netrcFile = machine?.settings.get('netrc-file') ?? usualNetrc;
    // On a terminal without a kind, the text has it.
    if (kind !== null || written !== null) {
        for (const line of (0,reader_lines/* netrcLines */.Uu)(cache))
            log.info(`${netrcFile} needs (${netrcAdvice}): ${line}`);
    }
    if (written !== null && machine?.isTrusted === false)
        log.warning(administratorText(cache));
    return {
        json: jsonResult(found, netrcFile, machine, written, warnings),
        text: written === null ? useText(cache, kind, netrcFile) : writtenText(found, written, machine),
        error: null
    };
}
/** null: all of them. Standard output that is no terminal is a file or a program, which one kind is meant for. */
function parseKind({ command, arguments: given }) {
    const text = given.values.get('for')?.[0];
    if (text === undefined)
        return process.stdout.isTTY ? null : 'nix.conf';
    if (!(0,readers/* isOneOf */.EK)(reader_lines/* readerKinds */.vT, text)) {
        throw (0,cli_arguments/* usage */.CI)(command, 'option --for', `the readers are ${reader_lines/* readerKinds */.vT.join(', ')}`);
    }
    if (given.switches.get('write') === true && text !== 'nix.conf') {
        throw (0,cli_arguments/* usage */.CI)(command, 'options --for and --write', 'only nix.conf is written');
    }
    return text;
}
/** null: nothing is written. */
function fileToWrite({ command, arguments: given }, { workspace, childEnvironment }) {
    const file = given.values.get('file')?.[0];
    if (given.switches.get('write') === true) {
        return (0,external_node_path_.resolve)(workspace, file ?? (0,nix_settings/* userConfFiles */.x)(childEnvironment)[0] ?? '');
    }
    if (file !== undefined)
        throw (0,cli_arguments/* usage */.CI)(command, 'option --file', 'it is for --write');
    return null;
}
function writtenText({ cache }, { file, changed }, machine) {
    const what = changed
        ? `${file} now names ${cache.repository}`
        : `${file} is unchanged: it names ${cache.repository} already`;
    if (machine === null)
        return `${what}. There is no Nix in PATH to read it.`;
    return machine.isTrusted === null
        ? `${what}. Whether Nix’s daemon takes substituters from this user is not known.`
        : `${what}.`;
}
function jsonResult({ branch, cache, keys, isPrivate, provenance }, netrcFile, machine, written, warnings) {
    const [netrc] = (0,reader_lines/* netrcLines */.Uu)(cache);
    return {
        repository: cache.repository,
        branch,
        private: isPrivate,
        substituter: cache.substituterUrl,
        'public-keys': cache.publicKeys,
        'keys-vouched-by': keys.vouchedBy,
        provenance,
        lines: Object.fromEntries(reader_lines/* readerKinds */.vT.map((kind) => [kind, reader_lines/* readerLines */.Zw[kind](cache).join('\n')])),
        netrc: netrc === undefined ? null : { file: netrcFile, line: netrc },
        written: written === null ? null : { file: written.file, changed: written.changed },
        'user-trusted': machine?.isTrusted ?? null,
        warnings
    };
}


/***/ }),

/***/ 37370:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseUseInputs)
/* harmony export */ });
/* harmony import */ var _inputs_trusted_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6679);
/* harmony import */ var _provenance_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81050);
/* harmony import */ var _publish_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86611);



/** A public cache needs no token. Throws SIGNING_KEY_INVALID, INPUT_INVALID, INPUT_MISSING, REPOSITORY_INVALID, BRANCH_INVALID. */
function parseUseInputs(environment, secrets) {
    return {
        mode: 'use',
        ...(0,_publish_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReadTargetInputs */ .wH)(environment, secrets),
        trustedKeys: (0,_inputs_trusted_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTrustedKeys */ .n)(environment),
        provenance: (0,_provenance_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProvenanceRequest */ .O)(environment)
    };
}


/***/ }),

/***/ 93504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ openCache)
/* harmony export */ });
/* harmony import */ var _binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67221);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96620);
/* harmony import */ var _catalogue_find_readme_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34549);
/* harmony import */ var _catalogue_told_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73073);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);
/* harmony import */ var _publish_open_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8217);
/* harmony import */ var _repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60723);







/**
 * Looks for the cache on the branch that was named, else on the default branch and on `nix-cache`, first on that in the source's own repository. Nothing is written, and a public one
 * needs no token. Throws CACHE_MISSING, STORE_DIR_MISMATCH, INPUT_MISSING where nobody serves the files, and what the repository throws.
 */
async function openCache(run) {
    const { target, snapshot, looked } = await (0,_publish_open_target_js__WEBPACK_IMPORTED_MODULE_5__/* .openExisting */ .E)(run, { toRead: true });
    const info = snapshot.commit === null ? null : await snapshot.readFile(_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheInfoPath */ .gs);
    if (info === null)
        throw (0,_repository_cache_branch_js__WEBPACK_IMPORTED_MODULE_6__/* .noCache */ .wt)(target, looked);
    (0,_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCacheInfo */ .Uw)(info.toString('utf8'), `${target.name}, ${_binary_cache_cache_info_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheInfoPath */ .gs}`);
    const { content: readme } = await (0,_catalogue_find_readme_js__WEBPACK_IMPORTED_MODULE_2__/* .findReadme */ .O)(snapshot);
    return {
        target,
        ...addressOf(run, target, readme),
        index: indexIn(await snapshot.readFile(_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .cataloguePath */ .hO), target),
        snapshot,
        readme
    };
}
function indexIn(content, target) {
    if (content === null)
        return null;
    try {
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .parseIndex */ .A1)(content, `${target.name}, ${_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .cataloguePath */ .hO}`);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .NarPublishError */ .f9)
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
    const told = (0,_catalogue_told_address_js__WEBPACK_IMPORTED_MODULE_3__/* .toldAddress */ .c$)(readme);
    const isServed = told !== null && isHttp(told.url) && !target.isPrivate;
    const mayBeTold = inputs.substituterUrl === 'auto' && (own === null || told?.servedBy === 'other');
    if (mayBeTold && isServed && (own === null || hostOf(own) !== hostOf(told.url))) {
        return { substituterUrl: told.url, isMirror: true };
    }
    if (own !== null)
        return { substituterUrl: own, isMirror: false };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .NarPublishError */ .f9({
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


/***/ }),

/***/ 47785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ leven)
/* harmony export */ });
/* unused harmony export closestMatch */
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ })

};
