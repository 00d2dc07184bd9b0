export const id = 7258;
export const ids = [7258];
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

/***/ 28623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ downloaderOf),
/* harmony export */   N: () => (/* binding */ FinalAnswer)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94390);
/* harmony import */ var _web_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23117);




/** Silence after which a connection is given up, in milliseconds. */
const socketTimeout = 30_000;
/** Tries to get an answer; a body that breaks off is the caller's to ask for again. */
const attempts = 4;
const longestWait = 60_000;
/** The cause of a DOWNLOAD_FAILED: the host was reached, and does not give the file. */
class FinalAnswer extends Error {
}
/** Gives files as they come; proxies are honoured. Throws DOWNLOAD_FAILED. */
function downloaderOf(log) {
    const client = (allowRedirects) => (0,_web_client_js__WEBPACK_IMPORTED_MODULE_2__/* .webClient */ .q)({ socketTimeout, keepAlive: true, allowRedirects });
    const clients = { direct: client(false), redirected: client(true) };
    return ({ url, credentials, mayRedirect }) => read(mayRedirect ? clients.redirected : clients.direct, url, credentials, log);
}
async function* read(client, url, credentials, log) {
    const headers = credentials === null
        ? {}
        : {
            authorization: `Basic ${Buffer.from(`${credentials.login}:${credentials.password}`).toString('base64')}`
        };
    for (let attempt = 1;; attempt++) {
        let reason;
        let wait = 1000 * 2 ** attempt;
        try {
            const { message } = await (await client()).get(url, headers);
            const status = message.statusCode ?? 0;
            if (status === 200) {
                yield* wholeBody(message, url);
                return;
            }
            message.destroy();
            reason = `the answer is ${status}`;
            wait = Math.max(wait, (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_3__/* .retryAfterMs */ .V)(message.headers['retry-after'], Date.now()) ?? 0);
            if (status < 500 && status !== 429)
                throw failed(url, reason, new FinalAnswer(reason));
        }
        catch (cause) {
            if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9)
                throw cause;
            reason = cause instanceof Error ? cause.message : String(cause);
        }
        if (attempt === attempts || wait > longestWait)
            throw failed(url, reason);
        const line = `${url}: ${reason}; again in ${wait / 1000} s`;
        if (attempt > 1 || wait >= 10_000)
            log.info(line);
        else
            log.debug(line);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait);
    }
}
async function* wholeBody(body, url) {
    try {
        yield* body;
    }
    catch (cause) {
        throw failed(url, cause instanceof Error ? cause.message : 'the connection broke', cause);
    }
}
function failed(url, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({ code: 'DOWNLOAD_FAILED', subject: url, reason, cause });
}


/***/ }),

/***/ 59369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   _n: () => (/* binding */ isAlive)
/* harmony export */ });
/* unused harmony export jobProcess */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);



function isAlive({ pid, startedAt }) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        // EPERM: there is one, of another user.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) !== 'EPERM')
            return false;
    }
    const start = startOf(pid);
    return start !== 'gone' && start === startedAt;
}
/** When a process began, in the kernel's ticks; `gone` also for one that has ended and was not waited for. Only Linux tells. */
function startOf(pid) {
    if ((0,node_os__WEBPACK_IMPORTED_MODULE_1__.platform)() !== 'linux')
        return 'unknown';
    const stat = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8'), '');
    // proc(5): the name in parentheses may hold anything; state is the third field and starttime the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'gone' : (fields[19] ?? 'gone');
}
/**
 * The process with whose end the job is over: our parent, where that is GitHub's runner. 0: not to be seen, as one that stands in between
 * (a shell, sudo) ends with the step. Where nothing tells what the parent is, it is taken for the runner.
 */
function jobProcess() {
    const { ppid } = process;
    const name = attempt(() => readFileSync(`/proc/${ppid}/comm`, 'utf8').trim(), null);
    return name === null || name === 'Runner.Worker' ? ppid : 0;
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

/***/ 35112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ runnerFor),
/* harmony export */   cT: () => (/* binding */ systemsOf),
/* harmony export */   e6: () => (/* binding */ parseRunnerMap)
/* harmony export */ });
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18961);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81967);


/** GitHub's own runners. */
const defaultRunners = [
    ['x86_64-linux', 'ubuntu-24.04'],
    ['aarch64-linux', 'ubuntu-24.04-arm'],
    ['aarch64-darwin', 'macos-15'],
    ['x86_64-darwin', 'macos-15-intel']
];
/** `system=label`, or `system+feature=[a, b]` with blanks inside of the brackets. */
const entry = /\s*([^\s=]+)=(?:\[([^\][]*)\]|([^\s[\]]+))(?=\s|$)/y;
const labelPattern = /^[\w.:/@+ -]{1,256}$/;
const featurePattern = /^[\w.-]{1,256}$/;
/**
 * For derivations of a system that need these features (`requiredSystemFeatures`): the entry with the most features, all of which are
 * needed; of several the one that was written first. undefined: the system has no runner.
 */
function runnerFor(runners, system, features) {
    let best;
    for (const [key, label] of runners) {
        const [own, ...needed] = key.split('+');
        const isFitting = own === system && needed.every((feature) => features.includes(feature));
        if (isFitting && needed.length > (best?.count ?? -1))
            best = { label, count: needed.length };
    }
    return best?.label;
}
/** Those that have a runner: `runner-map` without its entries for features. */
function systemsOf(runners) {
    return [...runners.keys()].filter(_systems_js__WEBPACK_IMPORTED_MODULE_1__/* .isSystem */ .y);
}
/** The default runners, with those of `runner-map` on top, by `system` or `system+feature+…` in order. Throws INPUT_INVALID. */
function parseRunnerMap(environment) {
    const runners = new Map(defaultRunners);
    const text = environment.input('runner-map');
    entry.lastIndex = 0;
    while (entry.lastIndex < text.trimEnd().length) {
        const start = entry.lastIndex;
        const [, written = '', several, one = ''] = entry.exec(text) ?? [];
        const key = parseKey(written);
        const labels = several === undefined ? [one] : labelsOf(several);
        if (key === null || labels.length === 0 || !labels.every((label) => labelPattern.test(label))) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('runner-map', text.slice(start).trim(), '`system=label`, `system=[label, label]` or `system+feature=label`, separated by spaces or lines');
        }
        runners.set(key, several === undefined ? one : labels);
    }
    for (const key of runners.keys()) {
        const [system = ''] = key.split('+');
        if (!runners.has(system)) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('runner-map', key, `it together with \`${system}=label\`, for what needs no such feature`);
        }
    }
    return runners;
}
/** `system+a+b`, whatever the order of its features. */
function parseKey(text) {
    const [system = '', ...features] = text.split('+');
    if (!(0,_systems_js__WEBPACK_IMPORTED_MODULE_1__/* .isSystem */ .y)(system) || !features.every((feature) => featurePattern.test(feature)))
        return null;
    return [system, ...[...new Set(features)].sort()].join('+');
}
function labelsOf(text) {
    return text
        .split(',')
        .map((label) => label.trim().replace(/^(["'])(.*)\1$/, '$2'))
        .filter((label) => label !== '');
}


/***/ }),

/***/ 16618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ attributesOf),
/* harmony export */   z: () => (/* binding */ mapTexts)
/* harmony export */ });
/** Switches, which Nix 2.26 writes to the environment as it writes other booleans, and wants back as booleans. */
const switches = ['__structuredAttrs', '__contentAddressed', '__impure'];
/** What a derivation was made of. */
function attributesOf(derivation) {
    const { env, structuredAttrs, args, outputs } = derivation;
    if (structuredAttrs !== null)
        return { ...structuredAttrs, args, __structuredAttrs: true };
    const attributes = Object.fromEntries(
    // Nix sets the outputs' variables itself.
    Object.entries(env).filter(([name]) => !outputs.has(name)));
    for (const name of switches)
        if (name in attributes)
            attributes[name] = attributes[name] !== '';
    if (env['outputs'] !== undefined)
        attributes['outputs'] = env['outputs'].split(' ');
    return { ...attributes, args };
}
/** The same value with each text in it replaced; names of attributes stay. */
function mapTexts(value, replace) {
    if (typeof value === 'string')
        return replace(value);
    if (Array.isArray(value))
        return value.map((one) => mapTexts(one, replace));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, replace)]));
}


/***/ }),

/***/ 97095:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ instantiate)
/* harmony export */ });
/* unused harmony export instantiateCommand */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _gc_roots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44681);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59094);







const instantiateExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "instantiate.nix", 'utf8');
const answer = zod__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ drvPath: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }).catchall(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()));
/**
 * Writes the derivations of all recipes to the store, by the recipes' names. `folder`: for scratch. Throws REBUILD_FAILED when Nix
 * does not take one.
 */
async function instantiate(nix, recipes, folder) {
    if (recipes.size === 0)
        return new Map();
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const scratch = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'recipes-'));
    try {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(scratch, 'recipes.json');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(file, writeRecipes(recipes));
        const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .runNix */ .dI)(nix, instantiateCommand(file), { onStderr: (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdTraced */ .nW)(nix) });
        if (ended.status !== 0)
            throw refused(recipes, (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .nixWords */ .b3)(ended.stderr), (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .nixFailure */ .M4)(ended));
        const made = readAnswer(recipes, ended.stdout);
        const drvPaths = [...made.values()].map(({ drvPath }) => drvPath);
        const [lost] = await (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdDerivations */ .Yw)(nix, drvPaths);
        if (lost !== undefined)
            throw refused(recipes, `${lost} was garbage-collected at once`, null);
        return made;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(scratch, { recursive: true });
    }
}
function instantiateCommand(recipesFile) {
    return {
        program: 'nix-instantiate',
        args: [
            ...['--eval', '--strict', '--json', '--read-write-mode'],
            // Whatever nix.conf allows foreign expressions: this one is ours.
            ...['--option', 'pure-eval', 'false', '--option', 'restrict-eval', 'false'],
            ...['--argstr', 'recipesFile', recipesFile],
            ...['--expr', instantiateExpression]
        ]
    };
}
function writeRecipes(recipes) {
    const written = [...recipes].map(([name, recipe]) => [
        name,
        { ...recipe, attributes: JSON.stringify(recipe.attributes) }
    ]);
    return JSON.stringify(Object.fromEntries(written));
}
function readAnswer(recipes, json) {
    let made;
    try {
        made = answer.parse(JSON.parse(json));
    }
    catch (cause) {
        throw refused(recipes, 'Nix answered in a way that this version does not know', cause);
    }
    return new Map(Object.entries(made).map(([name, { drvPath, ...outputs }]) => [
        name,
        { drvPath, outputs: new Map(Object.entries(outputs)) }
    ]));
}
function refused(recipes, reason, cause) {
    const names = [...recipes.values()].map(({ attributes: { name } }) => String(name));
    const few = [...new Set(names)].slice(0, 5);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
        code: 'REBUILD_FAILED',
        subject: few.join(', ') + (names.length > few.length ? ', …' : ''),
        reason,
        cause
    });
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

/***/ 14237:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iO: () => (/* binding */ queryPathInfo),
/* harmony export */   jS: () => (/* binding */ fullPath),
/* harmony export */   mx: () => (/* binding */ queryRecursiveInfos),
/* harmony export */   zQ: () => (/* binding */ pathInfoCommand)
/* harmony export */ });
/* unused harmony export parsePathInfo */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23144);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82094);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84280);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93861);







/** What Nix's database knows of each path. Throws STORE_PATH_MISSING when one is not valid in this machine's store. */
async function queryPathInfo(nix, storePaths) {
    const isDerivation = (path) => path.endsWith('.drv');
    const infos = new Map();
    for (const which of ['outputs', 'derivations']) {
        const wanted = storePaths.filter((path) => isDerivation(path) === (which === 'derivations'));
        for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .chunkOperands */ .y)(wanted)) {
            for (const info of await queryChunk(nix, chunk, which))
                infos.set(info.storePath, info);
        }
    }
    const missing = storePaths.find((path) => !infos.has(path));
    if (missing !== undefined)
        throw (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .missingStorePath */ .T)(missing);
    return infos;
}
/** The same of their closures; null when that cannot be: one of them is not valid, or is a .drv, of which versions mean different things. */
async function queryRecursiveInfos(nix, storePaths) {
    if (storePaths.some((path) => path.endsWith('.drv')))
        return null;
    const infos = new Map();
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .chunkOperands */ .y)(storePaths)) {
        const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runNix */ .dI)(nix, pathInfoCommand(nix, chunk, 'recursive'));
        if (ended.status !== 0)
            return null;
        for (const info of readAnswer(nix, ended.stdout))
            infos.set(info.storePath, info);
    }
    return storePaths.every((path) => infos.has(path)) ? infos : null;
}
/** `derivations`: the paths are .drv files; without its flag, Nix before 2.15 takes such a path for what it builds. */
function pathInfoCommand({ version }, storePaths, which) {
    // Newer versions warn that `--json` alone will become an error; older ones refuse the flag.
    const format = (0,_nix_js__WEBPACK_IMPORTED_MODULE_2__/* .isAtLeast */ .du)(version, 2, 33) && !isLix(version.text) ? ['--json-format', '1'] : [];
    const kind = { outputs: [], derivations: ['--derivation'], recursive: ['--recursive'] }[which];
    return { program: 'nix', args: ['path-info', '--json', ...format, ...kind, '--', ...storePaths] };
}
/** Lix counts its versions from 2.90 on, and has Nix 2.18's format. */
function isLix(version) {
    return version.includes('Lix');
}
async function queryChunk(nix, chunk, which) {
    const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runNix */ .dI)(nix, pathInfoCommand(nix, chunk, which));
    if (ended.status !== 0) {
        const [missing] = await (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .invalidPaths */ .i)(nix, chunk);
        throw missing === undefined ? (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nixFailure */ .M4)(ended) : (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .missingStorePath */ .T)(missing, (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nixFailure */ .M4)(ended));
    }
    return readAnswer(nix, ended.stdout);
}
function readAnswer(nix, stdout) {
    try {
        return parsePathInfo(JSON.parse(stdout));
    }
    catch (cause) {
        throw (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownAnswer */ .NF)(nix, 'nix path-info', 'store paths', cause);
    }
}
const contentAddress = zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    // Formats 2 and 3 have it in parts.
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ method: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['text', 'flat', 'nar']), hash: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() })
]);
const signature = zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    // Format 3 has it in parts.
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ keyName: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), sig: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() })
        .transform(({ keyName, sig }) => `${keyName}:${sig}`)
]);
const entry = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    narHash: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    narSize: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().nonnegative(),
    references: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    deriver: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullish(),
    signatures: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(signature).nullish(),
    ultimate: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().nullish(),
    ca: contentAddress.nullish()
});
/** Path → info, null when the path is not valid. The format's version and the store's folder may stand beside the paths. */
const entries = zod__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([entry, zod__WEBPACK_IMPORTED_MODULE_6__/* ["null"] */ .chJ(), zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()]))
    .transform((infos) => Object.entries(infos).flatMap(([path, info]) => typeof info === 'object' && info !== null ? [pathInfo(path, info)] : []));
const invalidEntry = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), valid: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(false) });
const anyShape = zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([
    // Nix up to 2.18, and Lix.
    zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([entry.extend({ path: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }), invalidEntry]))
        .transform((infos) => infos.flatMap((info) => ('valid' in info ? [] : [pathInfo(info.path, info)]))),
    // Formats 2 and 3.
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz([2, 3]), info: entries }).transform(({ info }) => info),
    // Nix from 2.19 on, and format 1.
    entries
]);
/**
 * Reads the answer of any version's `nix path-info --json`; paths that are not valid are left out. Throws a ZodError or
 * SyntaxError for any other shape.
 */
function parsePathInfo(json) {
    return anyShape.parse(json);
}
function pathInfo(path, info) {
    return {
        storePath: fullPath(path),
        narHash: (0,_binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalSha256 */ .o)(info.narHash),
        narSize: info.narSize,
        references: info.references.map(fullPath).sort(),
        deriver: typeof info.deriver === 'string' ? fullPath(info.deriver) : null,
        signatures: info.signatures ?? [],
        ca: formatContentAddress(info.ca ?? null),
        ...(info.ultimate === true ? { ultimate: true } : {})
    };
}
/** Newer formats write base names. */
function fullPath(path) {
    return path.startsWith('/') ? path : `${_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storeDirectory */ .he}/${path}`;
}
/** As a narinfo's `CA:` has it: `text:sha256:…`, `fixed:sha256:…`, `fixed:r:sha256:…`. */
function formatContentAddress(ca) {
    if (ca === null || typeof ca === 'string')
        return ca;
    const prefix = { text: 'text:', flat: 'fixed:', nar: 'fixed:r:' }[ca.method];
    return prefix + (0,_binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalSha256 */ .o)(ca.hash);
}


/***/ }),

/***/ 38985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ nothingRebuilt),
  M: () => (/* binding */ rebuildDerivations)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/nix/attributes.ts
var nix_attributes = __webpack_require__(16618);
// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
;// CONCATENATED MODULE: ./src/nix/change-attributes.ts


/** `fixed`: texts that stay; `rewriteHashes`: see `hashRewriter`. */
function changeAttributes(attributes, { digest, replaceText = String, system }, fixed, rewriteHashes) {
    const replace = replaceBetween(fixed, (text) => rewriteHashes(replaceText(text)));
    const { outputHash, ...others } = attributes;
    return {
        ...(0,nix_attributes/* mapTexts */.z)(others, replace),
        // Not by its text: another derivation may have had the same placeholder.
        ...(outputHash === undefined
            ? {}
            : { outputHash: digest === undefined ? outputHash : writeLike(outputHash, digest) }),
        ...(system === undefined ? {} : { system })
    };
}
/** Writes new hashes where old ones stand, in their encoding; `changes`: old and new. */
function hashRewriter(changes) {
    const news = new Map();
    for (const [old, digest] of changes) {
        const texts = (0,binary_cache_digest/* hashTexts */.tX)(digest);
        for (const [index, text] of (0,binary_cache_digest/* hashTexts */.tX)(old).entries())
            news.set(text, texts[index] ?? text);
    }
    return replaceEach([...news.keys()], (text) => news.get(text) ?? text);
}
function replaceEach(texts, replace) {
    if (texts.length === 0)
        return String;
    const pattern = new RegExp(anyOf(texts), 'g');
    return (text) => text.replace(pattern, replace);
}
/** Leaves these texts alone. */
function replaceBetween(texts, replace) {
    if (texts.length === 0)
        return replace;
    const pattern = new RegExp(`(${anyOf(texts)})`);
    return (text) => text
        .split(pattern)
        .map((part, index) => (index % 2 === 0 ? replace(part) : part))
        .join('');
}
/** The longest first: one may begin as another one does. */
function anyOf(texts) {
    const escaped = texts.map((text) => text.replace(/[.+?]/g, (character) => `\\${character}`));
    return escaped.toSorted((a, b) => b.length - a.length).join('|');
}
/** A digest as `outputHash` had the old one: with its algorithm in front or without, in its encoding. */
function writeLike(old, digest) {
    const text = typeof old === 'string' ? old : '';
    const form = (0,binary_cache_digest/* readHash */.Pp)(text, digest.algorithm)?.form ?? 'sri';
    if (form === 'sri')
        return (0,binary_cache_digest/* sriOf */.wM)(digest);
    return (text.includes(':') ? `${digest.algorithm}:` : '') + (0,binary_cache_digest/* encodeDigest */.j6)(digest, form);
}

// EXTERNAL MODULE: ./src/nix/derivations.ts
var nix_derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/nix/instantiate.ts
var instantiate = __webpack_require__(97095);
;// CONCATENATED MODULE: ./src/nix/rebuild.ts






function nothingRebuilt() {
    return { made: new Map(), faithful: new Set() };
}
/**
 * Makes each wanted derivation again with the changes, and on the way what lies between: the very derivations that an evaluation
 * would give if the changes were in its source, without evaluating. Unchanged ones stay what they are. `derivations`: the
 * closure of those wanted. `folder`: for scratch. `before`: what earlier calls made; this one's is added.
 *
 * Throws REBUILD_FAILED when it cannot be done faithfully: the derivation has no fixed paths (content-addressed), or made again
 * without any change it is another one (dynamic outputs, numbers or text that JSON does not carry). Then only an evaluation helps.
 */
async function rebuildDerivations(nix, derivations, changes, wanted, folder, before = nothingRebuilt()) {
    const affected = affectedBy(derivations, changes, wanted);
    const rewriteHashes = hashRewriter(changedHashes(affected, changes));
    const recipes = new Map();
    const known = new Map();
    const keys = new Map();
    // Those that others need come first.
    for (const [drvPath, derivation] of affected) {
        refuseUnknownPaths(derivation);
        const attributes = (0,nix_attributes/* attributesOf */.T)(derivation);
        const change = changes.get(drvPath) ?? {};
        const fixed = fixedTexts(derivations, derivation);
        const changed = changeAttributes(attributes, change, fixed, rewriteHashes);
        if (!before.faithful.has(drvPath)) {
            const asIs = { affected: new Map(), known: new Map() };
            recipes.set(asItWas(drvPath), recipeOf(derivations, derivation, attributes, asIs));
        }
        const recipe = recipeOf(derivations, derivation, changed, { affected, known });
        const key = keyOf(recipe);
        const made = key === null ? undefined : before.made.get(key);
        if (made !== undefined)
            known.set(drvPath, made);
        else
            recipes.set(drvPath, recipe);
        if (key !== null)
            keys.set(drvPath, key);
    }
    const made = new Map([...(await (0,instantiate/* instantiate */.F)(nix, recipes, folder)), ...known]);
    for (const { drvPath } of affected.values()) {
        if (before.faithful.has(drvPath))
            continue;
        if (made.get(asItWas(drvPath))?.drvPath !== drvPath) {
            throw unfaithful(drvPath, 'made again without any change, it is another derivation');
        }
        before.faithful.add(drvPath);
    }
    for (const [drvPath, key] of keys) {
        const one = made.get(drvPath);
        if (one !== undefined)
            before.made.set(key, one);
    }
    return new Map(wanted.map((drvPath) => [drvPath, made.get(drvPath) ?? unchanged(derivations, drvPath)]));
}
/** What tells all that comes of a recipe; null: others come into it. */
function keyOf(recipe) {
    const inputs = [...recipe.inputDrvs, ...recipe.inputSrcs];
    return inputs.some((input) => 'recipe' in input) ? null : JSON.stringify(recipe);
}
/** Name of the recipe that must give the same derivation. */
function asItWas(drvPath) {
    return `${drvPath} as it was`;
}
/** Those that are changed, or need one that is, among what the wanted ones are built from. */
function affectedBy(derivations, changes, wanted) {
    const affected = new Map();
    const seen = new Set();
    const isAffected = (drvPath) => {
        if (seen.has(drvPath))
            return affected.has(drvPath);
        seen.add(drvPath);
        const derivation = derivations.get(drvPath);
        if (derivation === undefined)
            return false;
        // All of them, not the first one found: each is to be made again.
        const inputs = (0,nix_derivations/* inputsOf */.Vc)(derivation).filter(isAffected);
        if (inputs.length === 0 && !changes.has(drvPath))
            return false;
        affected.set(drvPath, derivation);
        return true;
    };
    wanted.forEach(isAffected);
    return affected;
}
/** `affected`: those that have recipes of their own, but for the `known` ones, which are made; what stands for their paths is theirs. */
function recipeOf(derivations, derivation, attributes, { affected, known }) {
    const inputOf = (path) => {
        const made = known.get(path);
        if (made !== undefined)
            return { path: made.drvPath };
        return affected.has(path) ? { recipe: path } : { path };
    };
    const replaced = (0,nix_derivations/* inputsOf */.Vc)(derivation).flatMap((drvPath) => {
        const paths = pathsOf(drvPath, derivations.get(drvPath));
        const made = known.get(drvPath);
        if (made !== undefined) {
            return paths.map(({ text, output }) => ({
                text,
                by: (0,store_path/* storePathBaseName */.R5)(pathIn(made, output))
            }));
        }
        return affected.has(drvPath) ? paths.map((path) => ({ ...path, recipe: drvPath })) : [];
    });
    return {
        attributes,
        replaced,
        inputDrvs: [...derivation.inputDrvs].map(([path, outputs]) => ({ ...inputOf(path), outputs })),
        inputSrcs: derivation.inputSrcs.map(inputOf)
    };
}
function pathIn({ drvPath, outputs }, output) {
    return output === 'drvPath' ? drvPath : (outputs.get(output) ?? drvPath);
}
/** How texts name a .drv and its outputs: by base name, which full paths have in them. */
function pathsOf(drvPath, derivation) {
    const outputs = [...(derivation?.outputs ?? [])].flatMap(([output, { path }]) => path === null ? [] : [{ text: (0,store_path/* storePathBaseName */.R5)(path), output }]);
    return [{ text: (0,store_path/* storePathBaseName */.R5)(drvPath), output: 'drvPath' }, ...outputs];
}
/** Old and new: a hash may stand in other texts than `outputHash` too, its own derivation's and those of others on the way. */
function changedHashes(affected, changes) {
    return [...affected].flatMap(([drvPath, derivation]) => {
        const old = (0,nix_derivations/* fixedOutputOf */.RS)(derivation);
        const digest = changes.get(drvPath)?.digest;
        return old === null || digest === undefined ? [] : [[old.digest, digest]];
    });
}
/** Base names of inputs: what changes them is the inputs' own. */
function fixedTexts(derivations, derivation) {
    const given = (0,nix_derivations/* inputsOf */.Vc)(derivation).flatMap((drvPath) => pathsOf(drvPath, derivations.get(drvPath)));
    return [...given.map(({ text }) => text), ...derivation.inputSrcs.map(store_path/* storePathBaseName */.R5)];
}
function refuseUnknownPaths({ drvPath, outputs }) {
    const unknown = [...outputs].find(([, { path }]) => path === null)?.[0];
    if (unknown !== undefined) {
        throw unfaithful(drvPath, `the path of its output "${unknown}" is known only once it is built`);
    }
}
function unchanged(derivations, drvPath) {
    const outputs = [...(derivations.get(drvPath)?.outputs ?? [])].flatMap(([name, { path }]) => path === null ? [] : [[name, path]]);
    return { drvPath, outputs: new Map(outputs) };
}
function unfaithful(subject, reason) {
    return new errors/* NarPublishError */.f9({ code: 'REBUILD_FAILED', subject, reason });
}


/***/ }),

/***/ 49508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ transplantRecipe),
/* harmony export */   s: () => (/* binding */ transplant)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16618);
/* harmony import */ var _derivations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32393);
/* harmony import */ var _instantiate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97095);





/** What may differ between two systems' fetches of the same shape. */
const mayVary = [
    ...['name', 'pname', 'version', 'system'],
    ...['url', 'urls', 'outputHash', 'outputHashAlgo']
];
/** What macOS' sandbox reads; nixpkgs adds it there, and fetchers do not care. */
const sandboxOnly = [
    '__darwinAllowLocalNetworking',
    '__impureHostDeps',
    '__propagatedImpureHostDeps',
    '__propagatedSandboxProfile',
    '__sandboxProfile'
];
/** With any of these, nixpkgs' `fetchurl` does not merely download. */
const fetchOptions = ['curlOpts', 'curlOptsList', 'netrcPhase', 'buildCommand', 'executable'];
/** Stands for a text of the derivation's own; JSON has none such. */
const mark = '\u0001';
const storePathPattern = new RegExp(`(${_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storePathsInText */ .OF.source})`);
/**
 * Makes derivations for this machine that fetch what `foreign` ones, for other systems, do: see `transplantRecipe`. By their .drv paths;
 * those for which there is no way are left out. `folder`: for scratch.
 */
async function transplant(nix, foreign, candidates, folder) {
    const recipes = new Map();
    for (const derivation of foreign) {
        const recipe = transplantRecipe(derivation, candidates);
        if (recipe !== null)
            recipes.set(derivation.drvPath, recipe);
    }
    return (0,_instantiate_js__WEBPACK_IMPORTED_MODULE_3__/* .instantiate */ .F)(nix, recipes, folder);
}
/**
 * The texts of `foreign` over the tools of a candidate, which must be of the same shape apart from names and URLs; without one, a
 * plain download is left to Nix itself. `candidates`: fixed-output derivations that this machine can build, with all they need in
 * the store. null: there is no way that is known to give the same bytes.
 */
function transplantRecipe(foreign, candidates) {
    const urls = (0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .urlsOf */ .Wn)(foreign);
    if ((0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .fixedOutputOf */ .RS)(foreign) === null || urls.length === 0)
        return null;
    if (storePathPattern.test(JSON.stringify(varying(foreign))))
        return null;
    const wanted = skeletonOf(foreign);
    // Such content is one machine's, not one URL's.
    if (/\$\{?system\b/.test(wanted))
        return null;
    const candidate = candidates.find((candidate) => skeletonOf(candidate) === wanted);
    return candidate === undefined ? plainDownload(foreign, urls) : withToolsOf(candidate, foreign);
}
function varying(derivation) {
    return pick((0,_attributes_js__WEBPACK_IMPORTED_MODULE_4__/* .attributesOf */ .T)(derivation), (name) => mayVary.includes(name));
}
/** What does not vary, as JSON cut at its store paths: texts at even places, paths at odd ones. */
function cutAtPaths(derivation) {
    const isCommon = (name) => ![...mayVary, ...sandboxOnly].includes(name);
    return JSON.stringify(pick((0,_attributes_js__WEBPACK_IMPORTED_MODULE_4__/* .attributesOf */ .T)(derivation), isCommon)).split(storePathPattern);
}
const skeletons = new WeakMap();
/** What two fetches of the same shape have in common. */
function skeletonOf(derivation) {
    const skeleton = skeletons.get(derivation) ?? makeSkeleton(derivation);
    skeletons.set(derivation, skeleton);
    return skeleton;
}
function makeSkeleton(derivation) {
    const texts = cutAtPaths(derivation).filter((_part, index) => index % 2 === 0);
    const fixed = (0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .fixedOutputOf */ .RS)(derivation);
    const own = [
        ...(0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .urlsOf */ .Wn)(derivation).flatMap((url) => [url, url.slice(url.lastIndexOf('/') + 1)]),
        derivation.name,
        ...(fixed === null ? [] : (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashTexts */ .tX)(fixed.digest))
    ];
    const masked = own
        // Short ones are parts of other words.
        .filter((text) => text.length > 3)
        .map((text) => JSON.stringify(text).slice(1, -1))
        .reduce((parts, text) => parts.map((part) => part.replaceAll(text, mark)), texts);
    return JSON.stringify([fixed?.method ?? null, masked]);
}
function withToolsOf(candidate, foreign) {
    const paths = cutAtPaths(candidate);
    const texts = cutAtPaths(foreign).map((part, index) => (index % 2 === 0 ? part : paths[index]));
    const { system, inputDrvs, inputSrcs } = candidate;
    return {
        attributes: {
            ...JSON.parse(texts.join('')),
            ...pick((0,_attributes_js__WEBPACK_IMPORTED_MODULE_4__/* .attributesOf */ .T)(candidate), (name) => sandboxOnly.includes(name)),
            ...varying(foreign),
            system
        },
        replaced: [],
        inputDrvs: [...inputDrvs].map(([path, outputs]) => ({ path, outputs })),
        inputSrcs: inputSrcs.map((path) => ({ path }))
    };
}
/** What nixpkgs' `fetchurl` does when it is told no more than where: Nix's own fetcher does it too. */
function plainDownload(foreign, urls) {
    const fixed = (0,_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .fixedOutputOf */ .RS)(foreign);
    const url = urls.find((one) => /^(?:https?|ftp|file):\/\//.test(one));
    const { postFetch, ...others } = (0,_attributes_js__WEBPACK_IMPORTED_MODULE_4__/* .attributesOf */ .T)(foreign);
    const isPlain = postFetch === '' && fetchOptions.every((name) => isEmpty(others[name]));
    if (fixed?.method !== 'flat' || url === undefined || !isPlain)
        return null;
    return {
        // As Nix's corepkgs/fetchurl.nix has it.
        attributes: {
            name: foreign.name,
            system: 'builtin',
            builder: 'builtin:fetchurl',
            outputHash: (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(fixed.digest),
            outputHashMode: 'flat',
            url,
            urls: [url],
            executable: false,
            unpack: false,
            preferLocalBuild: true,
            impureEnvVars: ['http_proxy', 'https_proxy', 'ftp_proxy', 'all_proxy', 'no_proxy']
        },
        replaced: [],
        inputDrvs: [],
        inputSrcs: []
    };
}
function isEmpty(value) {
    if (Array.isArray(value))
        return value.length === 0;
    return value === undefined || value === null || value === false || value === '';
}
/** Sorted by name. */
function pick(attributes, isWanted) {
    const names = Object.keys(attributes).filter(isWanted).sort();
    return Object.fromEntries(names.map((name) => [name, attributes[name]]));
}


/***/ }),

/***/ 55927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l4: () => (/* binding */ emptyMemory),
  lP: () => (/* binding */ makeScratch),
  v$: () => (/* reexport */ removeFolder),
  ZU: () => (/* reexport */ removeScratch),
  R4: () => (/* binding */ scratchInMemory),
  X_: () => (/* reexport */ sharedMemory)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/error-guide.ts
var error_guide = __webpack_require__(65656);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/holder.ts
var holder = __webpack_require__(59369);
;// CONCATENATED MODULE: ./src/remove-scratch.ts
// On its own: nearly every post step does nothing else, and needs nothing else for it.


/** What the names of scratch folders begin with. */
const scratchPrefix = 'nar-publish-';
/** Where Linux has files in memory, for every user. */
const sharedMemory = '/dev/shm';
/** In a scratch folder: the link to the part of it that is in memory. */
const linkToMemory = 'in-memory';
/**
 * Removes a scratch folder. Refuses (silently) what
 * `makeScratch` cannot have made in `parent`, as the post step takes the name from saved state.
 */
function removeScratch(folder, parent) {
    const path = (0,external_node_path_.resolve)(folder);
    if ((0,external_node_path_.dirname)(path) !== (0,external_node_path_.resolve)(parent) || !(0,external_node_path_.basename)(path).startsWith(scratchPrefix))
        return;
    removeWhole(path);
}
/** A scratch folder with its part in memory, which is one that `makeScratch` made there. */
function removeWhole(scratch) {
    try {
        removeScratch((0,external_node_fs_.readlinkSync)((0,external_node_path_.join)(scratch, linkToMemory)), (0,external_node_fs_.realpathSync)(sharedMemory));
    }
    catch {
        // It has none, or the next run sweeps it.
    }
    removeFolder(scratch);
}
/** With all in it, when it is there. The folders of a Nix store are read-only, and are opened for it. */
function removeFolder(path) {
    // Something may still be written there while a run is interrupted.
    const remove = () => {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
    };
    try {
        remove();
    }
    catch {
        makeRemovable(path);
        remove();
    }
}
function makeRemovable(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true)
        return;
    if ((found.mode & 0o700) !== 0o700)
        (0,external_node_fs_.chmodSync)(path, 0o700);
    for (const entry of (0,external_node_fs_.readdirSync)(path, { withFileTypes: true })) {
        if (entry.isDirectory())
            makeRemovable((0,external_node_path_.join)(path, entry.name));
    }
}

;// CONCATENATED MODULE: ./src/scratch.ts









/**
 * A folder of this run's own, readable by this user only: packed NARs, garbage-collector roots, the fresh store. `owner`: the process with
 * whose end it may go; its name says who that is, and those of owners that were killed are removed here. Throws TMPDIR_UNUSABLE, DISK_FULL, FILES_EXHAUSTED.
 */
function makeScratch(parent, owner = process.pid) {
    sweepScratch(parent);
    try {
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, `${scratchPrefix}${ownerMark(owner)}`));
    }
    catch (thrown) {
        const error = (0,errors/* asNarPublishError */.tS)(thrown);
        throw error.code === 'FILE_UNUSABLE'
            ? error.with({
                code: 'TMPDIR_UNUSABLE',
                subject: parent,
                hint: error_guide/* errorGuide */.r.TMPDIR_UNUSABLE.fix
            })
            : error;
    }
}
/**
 * The part of a scratch folder that is in memory: made when it is first asked for, and removed with the scratch folder, however that
 * comes about. Throws when this machine has no such place.
 */
function scratchInMemory(scratch) {
    const link = (0,external_node_path_.join)(scratch, linkToMemory);
    const known = (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readlinkSync)(link), null);
    if (known !== null)
        return known;
    const made = makeScratch((0,external_node_fs_.realpathSync)(sharedMemory));
    (0,external_node_fs_.symlinkSync)(made, link);
    return made;
}
/** Removes what is in the part of a scratch folder that is in memory, if it has one. */
function emptyMemory(scratch) {
    const memory = (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readlinkSync)((0,external_node_path_.join)(scratch, linkToMemory)), null);
    if (memory === null)
        return;
    for (const name of (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readdirSync)(memory), []))
        removeFolder((0,external_node_path_.join)(memory, name));
}
/** The machine, its boot and its process ids' namespace, where a process id means something: four characters for each. */
function marksOfPlace() {
    const mark = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('base64url').slice(0, 4);
    return [
        mark((0,external_node_os_.hostname)()),
        mark((0,errors/* attempt */.CD)(() => (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8'), '')),
        mark((0,errors/* attempt */.CD)(() => (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid'), ''))
    ];
}
/** `<pid>.<start>.<place>-`; nothing when the process is not to be seen from here, as the runner outside of a container: such a folder is never swept. */
function ownerMark(pid) {
    const startedAt = pid > 0 ? (0,holder/* startOf */.GH)(pid) : 'gone';
    return startedAt === 'gone' ? '' : `${pid}.${startedAt}.${marksOfPlace().join('')}-`;
}
const marked = /^nar-publish-(\d+)\.(\w+)\.([\w-]{4})([\w-]{4})([\w-]{4})-\w{6}$/;
/** Removes what runs left that were killed: folders of this user's alone whose owner has ended for sure. */
function sweepScratch(parent) {
    for (const name of (0,errors/* attempt */.CD)(() => (0,external_node_fs_.readdirSync)(parent), [])) {
        if (!isAbandoned(name))
            continue;
        const path = (0,external_node_path_.join)(parent, name);
        (0,errors/* attempt */.CD)(() => {
            const found = (0,external_node_fs_.lstatSync)(path);
            if (found.isDirectory() && found.uid === process.getuid?.())
                removeWhole(path);
        }, undefined);
    }
}
function isAbandoned(name) {
    const [, pid, startedAt = '', ...place] = marked.exec(name) ?? [];
    if (pid === undefined)
        return false;
    const owner = { pid: Number(pid), startedAt };
    const [machine, boot, namespace] = marksOfPlace();
    if (place[0] !== machine)
        return false;
    // Before this boot of the machine: nobody of that time lives.
    if (place[1] !== boot)
        return true;
    return place[2] === namespace && !(0,holder/* isAlive */._n)(owner);
}


/***/ }),

/***/ 23218:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ whyNotBeside),
/* harmony export */   SD: () => (/* binding */ largestMade),
/* harmony export */   fe: () => (/* binding */ mostMade)
/* harmony export */ });
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55072);

/** Files that are made for one change, and the characters that all of them have: the rest of it is read by people. */
const mostMade = 100;
const largestMade = 24_000_000;
/**
 * Why a file may not be written beside the package; null: it may. What begins with a dot steers Git, GitHub or an editor. In a
 * repository of ordinary size the rest may be, in a large one (nixpkgs) what is in the package's own folder: as hashes are looked for.
 */
function whyNotBeside(project, path) {
    const parts = path.split('/');
    if (parts.some((part) => part.startsWith('.') || part === '')) {
        return 'a name in its path begins with a dot';
    }
    if (/\p{Cc}/u.test(path))
        return 'its name holds a control character';
    const home = (0,_project_project_js__WEBPACK_IMPORTED_MODULE_0__/* .packageFolder */ .n4)(project);
    const isAllowed = project.files.length <= _project_project_js__WEBPACK_IMPORTED_MODULE_0__/* .mostFiles */ .p || path.startsWith(home);
    return isAllowed ? null : `it is not in the package’s own folder, ${home}`;
}


/***/ }),

/***/ 56951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yi: () => (/* binding */ noCounts),
/* harmony export */   c5: () => (/* binding */ addCounts),
/* harmony export */   ky: () => (/* binding */ countEvaluation),
/* harmony export */   rq: () => (/* binding */ evaluationsIn)
/* harmony export */ });
/** Of work that has not begun. */
function noCounts() {
    return { evaluations: {}, rounds: 0, builds: 0 };
}
function countEvaluation({ evaluations }, system, number = 1) {
    evaluations[system] = (evaluations[system] ?? 0) + number;
}
/** `one` is done after what is in `all`. */
function addCounts(all, { evaluations, rounds, builds }) {
    for (const [system, number] of Object.entries(evaluations))
        countEvaluation(all, system, number);
    all.rounds += rounds;
    all.builds += builds;
}
/** For all systems together. */
function evaluationsIn({ evaluations }) {
    return Object.values(evaluations).reduce((sum, number) => sum + number, 0);
}


/***/ }),

/***/ 55905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ Definitions),
/* harmony export */   TQ: () => (/* binding */ closureOf),
/* harmony export */   lW: () => (/* binding */ fixedOutputs)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69268);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32393);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13866);




/**
 * What a derivation fetches, and what it is made of: equal for two that would fetch or make the same, whatever hash each expects,
 * of itself or of what it needs, and whatever they do it with. Its own texts count, less its tools; of what it needs counts
 *
 *     source  whole: its own definition
 *     part    what it is fetched from and the files that it holds, not its texts
 *     tool    nothing, not even the version in its name
 *
 * as `roleOf` has it.
 */
class Definitions {
    #graph;
    #options;
    #outputs;
    #whole = new Map();
    #parts = new Map();
    constructor(graph, options = {}) {
        this.#graph = graph;
        this.#options = options;
        this.#outputs = (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .outputsIn */ ._j)(graph);
    }
    of(drvPath) {
        return this.#known(this.#whole, drvPath, (derivation) => this.#define(derivation));
    }
    #partsOf(drvPath) {
        return this.#known(this.#parts, drvPath, (derivation) => JSON.stringify((0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(derivation) ? this.of(drvPath) : this.#needed(derivation).toSorted()));
    }
    #known(known, drvPath, define) {
        const derivation = this.#graph.get(drvPath);
        const definition = known.get(drvPath) ??
            (derivation === undefined || this.#options.shared?.has(drvPath) === true
                ? drvPath
                : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(define(derivation)).digest('hex'));
        known.set(drvPath, definition);
        return definition;
    }
    #define(derivation) {
        const { name, system, args, outputs } = derivation;
        const fixed = (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .fixedOutputOf */ .RS)(derivation);
        const texts = (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .attributeTexts */ .F_)(derivation)
            .filter(([key]) => key !== 'outputHash' && !(0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isToolKey */ .Kr)(key) && !outputs.has(key))
            .map(([key, value]) => [key, this.#text(derivation, key, value)]);
        return JSON.stringify([
            this.#text(derivation, 'name', name),
            system,
            args.map((text) => this.#text(derivation, 'args', text)),
            this.#options.withHashes === true && fixed !== null ? (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(fixed.digest) : '',
            texts.toSorted(([a], [b]) => (a < b ? -1 : 1)),
            this.#needed(derivation, true).toSorted()
        ]);
    }
    #text(derivation, key, value) {
        const replaced = value.replaceAll(_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .pathsWithRest */ .r3, (whole, path, rest) => {
            const input = (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .inputAt */ .MU)(path, derivation, this.#outputs);
            // A part of the checkout that is copied from the store has the hash in its name.
            if (input === null)
                return this.#options.ignoreSources === true ? nameOf(whole) : whole;
            if (input === derivation)
                return `own${rest}`;
            const role = (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .roleOf */ .kp)(key, rest, input);
            if (role === 'tool')
                return 'tool';
            return (role === 'source' ? this.of(input.drvPath) : this.#partsOf(input.drvPath)) + rest;
        });
        return (this.#options.rewrite ?? String)(replaced);
    }
    /** The sources and parts that it needs. `unsaid`: only those that no text that counts tells. */
    #needed(derivation, unsaid = false) {
        const uses = (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .usesOf */ .MZ)(derivation, this.#outputs);
        const derivations = [...derivation.inputDrvs.keys()].flatMap((drvPath) => {
            const input = this.#graph.get(drvPath);
            if (input === undefined)
                return [drvPath];
            const roles = uses.flatMap((use) => (use.input === input ? [use.role] : []));
            if (unsaid && roles.some((role) => role !== 'tool'))
                return [];
            if ((0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(input) || roles.includes('source'))
                return [this.of(drvPath)];
            const isTool = roles.length > 0 ? !roles.includes('part') : (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isPackage */ .dn)(input);
            return isTool ? [] : [this.#partsOf(drvPath)];
        });
        if (unsaid)
            return derivations;
        const sources = uses.flatMap(({ input, path, key }) => input !== null || (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isToolKey */ .Kr)(key) ? [] : [path]);
        return [
            ...derivations,
            ...sources.map((path) => (this.#options.ignoreSources === true ? nameOf(path) : path))
        ];
    }
}
function nameOf(path) {
    return path.replaceAll(/(?:\/nix\/store\/)?[0-9a-df-np-sv-z]{32}-/g, '');
}
/** Derivations and all that they need, each once; not what is needed by one that does not go on. */
function* closureOf(graph, drvPaths, goesOn = () => true) {
    const seen = new Set(drvPaths);
    // A set gives what is added to it while it is read: breadth first.
    for (const path of seen) {
        const derivation = graph.get(path);
        if (derivation === undefined)
            continue;
        yield derivation;
        if (goesOn(derivation))
            for (const input of derivation.inputDrvs.keys())
                seen.add(input);
    }
}
/** Those of the graph whose hash is fixed. */
function fixedOutputs(graph) {
    return [...graph.values()].filter(_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ);
}


/***/ }),

/***/ 59780:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ dyeOf),
/* harmony export */   cQ: () => (/* binding */ graphOf),
/* harmony export */   fR: () => (/* binding */ fedBy),
/* harmony export */   s9: () => (/* binding */ evaluateDyed),
/* harmony export */   yg: () => (/* binding */ fedOnEach),
/* harmony export */   zk: () => (/* binding */ dyesOf)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _nix_build_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2403);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32393);
/* harmony import */ var _nix_evaluation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7117);
/* harmony import */ var _nix_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2632);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55905);
/* harmony import */ var _literals_dye_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62290);
/* harmony import */ var _side_by_side_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30742);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(86778);
/* harmony import */ var _workshop_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(58674);











/** Failed evaluations that are looked into before giving up. */
const mostFailures = 40;
/**
 * Writes each literal's dye into the copy and evaluates the package for each system. An evaluation that has to build or fetch a dyed
 * source fails, and names its true hash: that takes the dye's place, and the evaluation is repeated. Throws EVALUATION_FAILED when the
 * package does not evaluate without dyes either, FETCH_FAILED, BUILD_FAILED or HASH_AMBIGUOUS.
 */
async function evaluateDyed(shop, literals, options = {}) {
    const result = {
        packages: new Map(),
        graphs: new Map(),
        read: new Map(),
        fetched: new Map(),
        kept: new Set(options.kept),
        gone: new Map(),
        replacements: new Map()
    };
    const dyeing = { shop, literals, options, result };
    let failures = 0;
    for (let waiting = shop.systems; waiting.length > 0;) {
        result.replacements = dyedReplacements(dyeing);
        await (0,_workshop_js__WEBPACK_IMPORTED_MODULE_10__/* .writeCopy */ .bt)(shop, result.replacements);
        for (const [system, evaluated] of await (0,_side_by_side_js__WEBPACK_IMPORTED_MODULE_8__/* .evaluateSystems */ .I)(shop, waiting)) {
            if ('drvPath' in evaluated) {
                await take(dyeing, evaluated);
                continue;
            }
            failures++;
            if (learnFrom(dyeing, system, evaluated) && failures <= mostFailures)
                continue;
            if (await leaveOut(dyeing, system, evaluated))
                continue;
            await (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_4__/* .logWords */ .UU)(shop.log, evaluated.stderr);
            throw inOwnWords(evaluated, system);
        }
        waiting = waiting.filter((system) => !result.packages.has(system));
    }
    return result;
}
async function take({ shop, result }, evaluated) {
    const { system, drvPath } = evaluated;
    const options = { closure: true, known: shop.derivations };
    result.packages.set(system, evaluated);
    result.graphs.set(system, await (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__/* .readDerivations */ .rj)(shop.nix, [drvPath], options));
}
/** The package of another system reads its source while it is evaluated: who evaluates has to build it. */
function inOwnWords({ error }, system) {
    if (!(0,_nix_build_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .needsOtherMachine */ .Ni)(error.reason))
        return error;
    return error.with({
        code: 'HASH_NEEDS_MACHINE',
        reason: `it is evaluated for ${system}, and that takes building for it: ${error.reason}`,
        hint: undefined
    });
}
/** The dye of a literal: the same in every evaluation of a run. */
function dyeOf({ project }, literal) {
    return (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_7__/* .dyeDigest */ .vz)(project.head, `${literal.file}:${literal.start}`, literal.algorithm);
}
/** Each literal dyed. */
function dyesOf(shop, literals) {
    return new Map(literals.map((one) => [one, (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_7__/* .writeDigest */ .O_)(one, dyeOf(shop, one))]));
}
/** `dyed`: those of the literals that get their dyes. */
function dyedReplacements({ shop, literals, options, result }, dyed = literals) {
    const replacements = new Map(options.others);
    for (const literal of new Set([...dyed, ...result.read.keys(), ...result.fetched.keys()])) {
        if (result.kept.has(literal))
            continue;
        const digest = standing(shop, result, literal);
        if (digest !== literal.digest)
            replacements.set(literal, (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_7__/* .writeDigest */ .O_)(literal, digest));
    }
    return replacements;
}
/** What stands at a literal that is not kept. */
function standing(shop, result, literal) {
    const fetch = result.fetched.get(literal);
    if (fetch !== undefined)
        return fetch.isTaken ? fetch.got : (literal.digest ?? fetch.got);
    return result.read.get(literal) ?? dyeOf(shop, literal);
}
/** Whether Nix's words tell what to write instead of a dye, or of what stands in the file. */
function learnFrom(dyeing, system, { stderr }) {
    const { shop, literals, options, result } = dyeing;
    const known = new Set([...result.read.keys(), ...result.fetched.keys()]);
    let learned = false;
    for (const { drvPath, address, specified, got } of (0,_nix_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_5__/* .hashMismatches */ .F)(stderr)) {
        for (const literal of literals) {
            if (drvPath === null && result.fetched.get(literal)?.isTaken === true && known.has(literal))
                refuseSecond(literal, system, result.fetched.get(literal), { specified, got });
            const isDye = !known.has(literal) && !result.kept.has(literal);
            const stands = isDye ? dyeOf(shop, literal) : literal.digest;
            if (stands === null || !(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(stands, specified))
                continue;
            if (drvPath !== null) {
                if (!isDye || result.read.has(literal))
                    continue;
                result.read.set(literal, got);
            }
            else {
                if (result.fetched.get(literal)?.isTaken === true)
                    continue;
                if (got.algorithm !== literal.algorithm && literal.digest !== null)
                    continue;
                const fetch = { address: address ?? '', got, system };
                // What stands in the file cannot stay when it is not that of what is fetched, which Nix found out only now.
                const isTaken = !isDye || literal.digest === null || (options.takes?.(literal, fetch) ?? true);
                result.fetched.set(literal, { ...fetch, isTaken });
                result.kept.delete(literal);
            }
            learned = true;
        }
    }
    return learned;
}
/** One literal for two downloads, of two systems for instance, that are not the same. */
function refuseSecond(literal, system, fetch, { specified, got }) {
    if (fetch === undefined || !(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(fetch.got, specified))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'HASH_AMBIGUOUS',
        subject: (0,_types_js__WEBPACK_IMPORTED_MODULE_9__/* .placeOf */ .$t)(literal),
        reason: `it is the hash of several downloads, which now differ: ${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(fetch.got)} (${fetch.system}) and ${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(got)} (${system})`
    });
}
/**
 * The package does not evaluate, and Nix names no dye. If it does without dyes, finds the literals that it cannot do without, by
 * halves; they are kept from then on.
 */
async function leaveOut(dyeing, system, failure) {
    const { shop, literals, result } = dyeing;
    // What was read is right: with the old version's hash it would be the old version's.
    const isDyed = (literal) => !result.kept.has(literal) && !result.read.has(literal);
    const dyed = literals.filter(isDyed);
    if (dyed.length === 0)
        return false;
    let budget = mostFailures;
    /** null: it evaluates. */
    const failureWith = async (subset) => {
        if (budget-- <= 0)
            throw tooStubborn(failure);
        await (0,_workshop_js__WEBPACK_IMPORTED_MODULE_10__/* .writeCopy */ .bt)(shop, dyedReplacements(dyeing, subset));
        const evaluated = await (0,_workshop_js__WEBPACK_IMPORTED_MODULE_10__/* .evaluateCopy */ .TK)(shop, system);
        if ('drvPath' in evaluated)
            return null;
        // What it tells on the way is of use as well.
        return learnFrom(dyeing, system, evaluated) ? failureWith(subset) : evaluated;
    };
    if ((await failureWith([])) !== null)
        return false;
    const harmless = [];
    const add = async (part) => {
        const wanted = part.filter(isDyed);
        if (wanted.length === 0)
            return;
        const failed = await failureWith([...harmless, ...wanted]);
        if (failed === null) {
            harmless.push(...wanted);
            return;
        }
        if (wanted.length === 1) {
            for (const literal of wanted) {
                result.kept.add(literal);
                if (isDownload(failed))
                    result.gone.set(literal, failed.error.reason);
            }
            return;
        }
        const half = Math.ceil(wanted.length / 2);
        await add(wanted.slice(0, half));
        await add(wanted.slice(half));
    };
    await add(dyed);
    return true;
}
/** In the words of `fetchTarball` and `fetchurl`, and of git. */
function isDownload({ error: { reason } }) {
    return /unable to download '|cannot fetch input '|program 'git' failed|failed to fetch/i.test(reason);
}
function tooStubborn({ error }) {
    return error.with({
        reason: `it evaluates as it stands, but not with other hashes in it: ${error.reason}`
    });
}
/** All that the package needs on a system. */
function graphOf({ graphs }, system) {
    return graphs.get(system) ?? new Map();
}
/** Which fixed-output derivations each literal feeds on a system. */
function fedBy(shop, literals, evaluation, system) {
    const byDigest = Map.groupBy(literals.filter((literal) => !evaluation.kept.has(literal)), (literal) => keyOf(standing(shop, evaluation, literal)));
    const readByDye = Map.groupBy(evaluation.read.keys(), (literal) => keyOf(dyeOf(shop, literal)));
    const fed = new Map();
    for (const derivation of (0,_definitions_js__WEBPACK_IMPORTED_MODULE_6__/* .fixedOutputs */ .lW)(graphOf(evaluation, system))) {
        for (const { fixed } of derivation.outputs.values()) {
            if (fixed === null)
                continue;
            const key = keyOf(fixed.digest);
            // A system that was evaluated before another one's reading told the hash still has the dye.
            for (const literal of [...(byDigest.get(key) ?? []), ...(readByDye.get(key) ?? [])])
                fed.set(literal, [...(fed.get(literal) ?? []), derivation]);
        }
    }
    return fed;
}
/** The same on each system. */
function fedOnEach(shop, literals, evaluation) {
    return new Map(shop.systems.map((system) => [system, fedBy(shop, literals, evaluation, system)]));
}
function keyOf({ algorithm, bytes }) {
    return `${algorithm}:${bytes.toString('hex')}`;
}


/***/ }),

/***/ 62410:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _D: () => (/* binding */ fetchedMainBy),
/* harmony export */   lu: () => (/* binding */ fetchedByEvaluation),
/* harmony export */   yu: () => (/* binding */ isMoved)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(96356);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69268);
/* harmony import */ var _nix_content_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15740);
/* harmony import */ var _nix_path_info_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14237);
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59094);
/* harmony import */ var _nix_validity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93861);
/* harmony import */ var _flake_inputs_lock_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(66693);
/* harmony import */ var _literals_edit_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(382);
/* harmony import */ var _part_of_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(59474);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(86778);












/**
 * Those of the paths that evaluation fetched, as a whole or less what a filter leaves out, and did not take from the checkout. What
 * comes from nowhere else and stands at `src` was fetched in a way that has no hash of its own in the files (`fetchGit`, a hash put
 * together from pieces).
 */
async function fetchedByEvaluation(shop, [was, now], before, after) {
    const missing = await (0,_nix_validity_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidPaths */ .i)(shop.nix, [...now.paths.keys()]);
    const origins = [...(await flakeInputs(shop)), ...fetches(before, after)];
    const found = [];
    for (const [path, isMain] of now.paths) {
        if (missing.has(path))
            continue;
        const own = await originsAt(shop, path, isMain, origins);
        if (own === null)
            continue;
        const unknown = {
            words: unknownWords(shop, path),
            literals: [],
            isMoved: !(await isThereByContent(shop, path, [...was.paths.keys()])),
            held: []
        };
        found.push(...(own.length > 0 ? own : [unknown]));
    }
    return found;
}
/** What the package's `src` was fetched by while it was evaluated as it stands. Empty: by nothing, or in a way that has no name. */
async function fetchedMainBy(shop, main, evaluation) {
    if (main.length === 0)
        return [];
    const origins = [...(await flakeInputs(shop)), ...fetches(evaluation, evaluation)];
    const missing = origins.length === 0 ? new Set(main) : await (0,_nix_validity_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidPaths */ .i)(shop.nix, main);
    const found = [];
    for (const path of main.filter((one) => !missing.has(one)))
        found.push(...((await originsAt(shop, path, true, origins)) ?? []).map(({ by }) => by));
    return found;
}
/** Those that a path is the content of, or a part of. null: the path is the checkout's, or nothing that the package is made of. */
async function originsAt(shop, path, isMain, origins) {
    const digests = origins.length === 0 ? [] : await digestsOf(shop, path);
    const whole = origins.filter(({ digest }) => digests.some((one) => (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sameDigest */ .VB)(one, digest)));
    if (whole.length > 0)
        return whole;
    // Beside `src` there are a fetcher's own scripts.
    if (!isMain || (await isMadeHere(shop, path)))
        return null;
    const parts = [];
    for (const origin of origins)
        if (await (0,_part_of_js__WEBPACK_IMPORTED_MODULE_9__/* .isPartOf */ .x)(path, (0,_nix_content_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fixedPath */ .M)(origin.digest, 'recursive', 'source')))
            parts.push(origin);
    return parts;
}
/** Whether one of these paths is the same, or holds the same under another name, such as one with the version in it. */
async function isThereByContent({ nix }, path, paths) {
    if (paths.includes(path))
        return true;
    const missing = await (0,_nix_validity_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidPaths */ .i)(nix, paths);
    const known = await (0,_nix_path_info_js__WEBPACK_IMPORTED_MODULE_4__/* .queryPathInfo */ .iO)(nix, [path, ...paths.filter((one) => !missing.has(one))]);
    const own = known.get(path)?.narHash;
    return [...known].some(([one, { narHash }]) => one !== path && narHash === own);
}
/** A copy of files of the checkout, or a text that the evaluation wrote. */
async function isMadeHere({ nix, copy, project }, path) {
    const [info] = (await (0,_nix_path_info_js__WEBPACK_IMPORTED_MODULE_4__/* .queryPathInfo */ .iO)(nix, [path])).values();
    if (info?.ca?.startsWith('text:') === true)
        return true;
    return (await (0,_part_of_js__WEBPACK_IMPORTED_MODULE_9__/* .isPartOf */ .x)(path, copy.folder)) || (0,_part_of_js__WEBPACK_IMPORTED_MODULE_9__/* .isPartOf */ .x)(path, project.root);
}
/** As `fetchTarball` and as `fetchurl` hash. */
async function digestsOf({ nix }, path) {
    const isFile = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isFile();
    const found = [];
    for (const type of ['sha256', 'sha512']) {
        for (const how of isFile ? ['file', 'path'] : ['path']) {
            const args = ['hash', how, '--type', type, '--', path];
            found.push((0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)((await (0,_nix_run_js__WEBPACK_IMPORTED_MODULE_5__/* .expectNix */ .lr)(nix, { program: 'nix', args })).trim()));
        }
    }
    return found.filter((digest) => digest !== null);
}
function fetches(before, after) {
    return [...after.fetched].flatMap(([literal, fetch]) => {
        const digest = fetch.isTaken ? fetch.got : literal.digest;
        if (digest === null)
            return [];
        const by = { kind: 'hash', literal, address: fetch.address };
        const words = `the hash at ${(0,_types_js__WEBPACK_IMPORTED_MODULE_10__/* .placeOf */ .$t)(literal)} is that of ${fetch.address} as before`;
        const was = before.fetched.get(literal)?.got ?? literal.digest;
        const held = was === null ? [] : [was];
        const isOther = isMoved(literal, fetch, before);
        return [{ by, digest, words, literals: [literal], isMoved: isOther, held }];
    });
}
/** Evaluation fetched it from elsewhere than before, or something else. */
function isMoved(literal, { address, got }, { fetched }) {
    const before = fetched.get(literal);
    // Its old address may have had no answer.
    if (before === undefined)
        return literal.digest === null || !(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sameDigest */ .VB)(literal.digest, got);
    return before.address !== address || !(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sameDigest */ .VB)(before.got, got);
}
/** Of the flake's inputs, and theirs, as they are locked by now. */
async function flakeInputs({ project, copy }) {
    const path = (0,_flake_inputs_lock_file_js__WEBPACK_IMPORTED_MODULE_7__/* .lockPath */ .HZ)(project);
    if (path === null)
        return [];
    const lockIn = async (folder) => (0,_flake_inputs_lock_file_js__WEBPACK_IMPORTED_MODULE_7__/* .parseLock */ .PG)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path), 'utf8').catch(() => '')) ?? emptyLock;
    const [old, now] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_11__/* .allOf */ .b)([lockIn(project.root), lockIn(copy.folder)]);
    const place = (node) => JSON.stringify([node?.locked?.['narHash'], node?.locked?.['rev']]);
    const known = new Set(Object.values(old.nodes).map(place));
    const [ownBefore, own] = [(0,_flake_inputs_lock_file_js__WEBPACK_IMPORTED_MODULE_7__/* .ownInputs */ .oi)(old), (0,_flake_inputs_lock_file_js__WEBPACK_IMPORTED_MODULE_7__/* .ownInputs */ .oi)(now)];
    const named = Object.values(now.nodes).flatMap(({ inputs }) => Object.entries(inputs ?? {}));
    return named.flatMap(([name, to]) => {
        const node = typeof to === 'string' ? now.nodes[to] : undefined;
        const digest = (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(String(node?.locked?.['narHash'] ?? ''));
        if (node === undefined || digest === null)
            return [];
        const isOwn = own.get(name) === node;
        const isMoved = isOwn ? place(ownBefore.get(name)) !== place(node) : !known.has(place(node));
        const words = `the flake’s input \`${name}\` is locked where it was (\`nix flake update ${name}\`)${isOwn ? ': a new version moves it where its `url` has the old one’s tag' : ''}`;
        const by = { kind: 'input', name, isOwn };
        return [{ by, digest, words, literals: [], isMoved, held: [] }];
    });
}
const emptyLock = { nodes: {}, root: 'root', version: 7 };
/** The commit that one of the files has is rather what pins it. */
function unknownWords({ files }, path) {
    const pins = files.flatMap(({ path: file, text }) => !file.endsWith('.nix')
        ? []
        : [...text.matchAll(/"([0-9a-f]{40})"/g)].map(({ index, 1: commit = '' }) => (0,_types_js__WEBPACK_IMPORTED_MODULE_10__/* .placeOf */ .$t)({ file, line: (0,_literals_edit_js__WEBPACK_IMPORTED_MODULE_8__/* .lineOf */ .L)(text, index) }) + ` (${commit})`));
    const [pin] = pins.length === 1 ? pins : [];
    return `its source ${path} is what evaluation fetched before${pin === undefined ? '' : `, by the commit at ${pin}`}`;
}


/***/ }),

/***/ 52673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gu: () => (/* binding */ isOtherRevision),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   rc: () => (/* binding */ isHandledAlike),
/* harmony export */   u0: () => (/* binding */ sourcesOf)
/* harmony export */ });
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32393);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34962);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13866);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75941);




/**
 * A package that only wraps another one of the same version, or of `oldVersion` where that stayed, has that one's: whatever else it
 * has beside it (an icon, a script) when the other has its name in its own. Pure.
 */
function sourcesOf({ drvPath, pname, version }, graph, oldVersion = null) {
    const outputs = (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .outputsIn */ ._j)(graph);
    const fetched = new Set();
    const paths = new Map();
    const seen = new Set();
    const visit = (derivation) => {
        if (seen.has(derivation))
            return;
        seen.add(derivation);
        const isDownload = (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isFixed */ .zZ)(derivation) && isAddressed(derivation);
        const all = isDownload
            ? []
            : (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .usesOf */ .MZ)(derivation, outputs).filter(({ key, role }) => role !== 'tool' && !/patches$/i.test(key));
        const main = all.filter(({ key }) => mainKey.test(key));
        const uses = main.length > 0 ? main : all;
        // A file in other attributes is rather the script that fetches.
        const isMade = uses.some(({ key, input }) => input !== null || (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isSourceKey */ .Pk)(key));
        if ((0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isFixed */ .zZ)(derivation) && !isMade)
            fetched.add(derivation);
        for (const { key, path, input } of uses) {
            if (input !== null)
                visit(input);
            else if ((0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isSourceKey */ .Pk)(key) || (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isFixed */ .zZ)(derivation))
                paths.set(path, paths.get(path) === true || mainKey.test(key));
        }
    };
    const wrapped = (derivation) => {
        const own = (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .usesOf */ .MZ)(derivation, outputs).some(({ key }) => mainKey.test(key));
        if (!own) {
            const inner = [...derivation.inputDrvs.keys()].flatMap((input) => graph.get(input) ?? []);
            for (const found of inner)
                if (isWrapped(found, true))
                    wrapped(found);
            if (fetched.size + paths.size > 0)
                return;
        }
        visit(derivation);
        if (own || fetched.size + paths.size > 0)
            return;
        for (const input of derivation.inputDrvs.keys()) {
            const found = graph.get(input);
            if (found !== undefined && isWrapped(found, false))
                wrapped(found);
        }
    };
    const isWrapped = (found, byName) => {
        if (!(0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isPackage */ .dn)(found) || (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .isFixed */ .zZ)(found))
            return false;
        const isNamesake = found.name === pname || found.name.startsWith(`${pname}-`);
        const endsWith = (text) => text !== null && found.name.endsWith(`-${text}`);
        if (byName)
            return isNamesake && (endsWith(version) || endsWith(oldVersion));
        return endsWith(version);
    };
    const root = graph.get(drvPath);
    if (root !== undefined)
        wrapped(root);
    return { fetched: [...fetched], paths };
}
const mainKey = /^srcs?$/;
function addressOf(derivation) {
    const urls = (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .urlsOf */ .Wn)(derivation).map((url) => url.replace(/#.*$/s, ''));
    const pin = pinOf(derivation, urls);
    if (pin !== null)
        return { text: pin, pin, urls };
    const texts = (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .attributeTexts */ .F_)(derivation).filter(([key]) => urls.length > 0 ? whereKey.test(key) : !nameKey.test(key) && !derivation.outputs.has(key));
    const args = urls.length > 0 ? [] : derivation.args;
    return { text: JSON.stringify([urls, texts.toSorted(), args]), pin, urls };
}
const whereKey = /^(?:rev|ref|tag|revision|branch|branchName|date|module|imageName)$/;
const nameKey = /^(?:name|pname|version|outputHash|finalImageName|finalImageTag)$/;
/** Whether it is another tag, branch or commit than the old ones are, wherever it is fetched from. */
function isOtherRevision(source, old) {
    const known = new Set(old.flatMap(_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .refsOf */ .gA));
    const urls = new Set(old.flatMap(_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .urlsOf */ .Wn));
    const isOther = (0,_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .refsOf */ .gA)(source).some((ref) => !known.has(ref));
    return isOther && (revOf(source) !== null || (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .urlsOf */ .Wn)(source).every((url) => !urls.has(url)));
}
function revOf({ env, structuredAttrs }) {
    const { rev, tag } = structuredAttrs ?? env;
    const found = [rev, tag].find((text) => typeof text === 'string' && text !== '');
    return typeof found === 'string' ? found : null;
}
/** Whether the same is done with what is fetched, whichever tools do it. */
function isHandledAlike(a, b) {
    return handling(a) === handling(b);
}
function handling(derivation) {
    const texts = (0,_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .attributeTexts */ .F_)(derivation)
        .filter(([key]) => scriptKey.test(key))
        .map(([key, text]) => [key, text.replaceAll(_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .pathsWithRest */ .r3, 'path')]);
    return JSON.stringify(texts.toSorted());
}
const scriptKey = /^(?:pre|post)[A-Z]|(?:Phase|Command|Script)$|^extraPostFetch$/;
function isAddressed(derivation) {
    return (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .urlsOf */ .Wn)(derivation).length > 0 || pinOf(derivation, []) !== null;
}
function pinOf({ env, structuredAttrs }, urls) {
    const { imageDigest, rev } = structuredAttrs ?? env;
    if (typeof imageDigest === 'string' && imageDigest !== '')
        return imageDigest;
    if (typeof rev === 'string' && ((0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__/* .isCommit */ .WM)(rev) || /^[0-9a-f]{64}$/.test(rev)))
        return rev;
    for (const url of urls) {
        const commit = commitInUrl.exec(url)?.[1];
        if (commit !== undefined)
            return commit;
    }
    return null;
}
/** An archive that a forge makes of a commit. Other digits in an address mean what its owner likes. */
const commitInUrl = /(?:\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/|\/(?:archive|tarball|zipball|tar\.gz|zip|get|snapshot|raw|blob)\/(?:[\w.-]+-)?|[?&](?:rev|sha|ref|commit|id|h)=)([0-9a-f]{40}(?:[0-9a-f]{24})?)(?![0-9a-f])/;


/***/ }),

/***/ 66693:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ lockPath),
/* harmony export */   PG: () => (/* binding */ parseLock),
/* harmony export */   oi: () => (/* binding */ ownInputs)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53916);
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path_posix__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);



/** What a node is fetched by: `type`, `owner`, `repo`, `url`, `ref`, `rev`, `narHash`, … */
const reference = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()]));
const node = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** The name of a node, or the path of inputs that it follows, from the root on. */
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())])).optional(),
    flake: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
    parent: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).optional(),
    locked: reference.optional(),
    original: reference.optional()
});
const lockFile = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    nodes: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), node),
    root: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(5).max(7)
});
/** What a `flake.lock` says; null: nothing that this version knows. https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake#lock-files */
function parseLock(text) {
    return lockFile.safeParse((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => JSON.parse(text), null)).data ?? null;
}
/** Its repository path; null: the package is not of a flake. */
function lockPath({ flakeFolder }) {
    return flakeFolder === null ? null : (0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.join)(flakeFolder, 'flake.lock');
}
/** The flake's own inputs by their names, without those that follow another one: these are locked there. */
function ownInputs({ nodes, root }) {
    const inputs = Object.entries(nodes[root]?.inputs ?? {});
    return new Map(inputs.flatMap(([name, key]) => {
        const found = typeof key === 'string' ? nodes[key] : undefined;
        return found === undefined ? [] : [[name, found]];
    }));
}


/***/ }),

/***/ 94441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zj: () => (/* binding */ versionsOfInput),
/* harmony export */   cJ: () => (/* binding */ inputWords),
/* harmony export */   d8: () => (/* binding */ followedBranch),
/* harmony export */   mC: () => (/* binding */ sourceInput),
/* harmony export */   qH: () => (/* binding */ inputCommit)
/* harmony export */ });
/* unused harmony exports inputUrl, inputRefs */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55072);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75941);
/* harmony import */ var _version_commit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49443);
/* harmony import */ var _version_source_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24610);
/* harmony import */ var _lock_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66693);






/** null: the source is no input of the flake's own, or could be more than one. */
function sourceInput({ project, files }, origins) {
    const path = (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .lockPath */ .HZ)(project);
    const text = files.find((file) => file.path === path)?.text;
    const lock = text === undefined ? null : (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLock */ .PG)(text);
    if (path === null || lock === null || !(0,_project_project_js__WEBPACK_IMPORTED_MODULE_1__/* .isTracked */ .Xz)(project, path))
        return null;
    // Another flake's input may hold the same: that is not this one's to move.
    const [name = '', ...others] = new Set(origins.flatMap((one) => (one.kind === 'input' && one.isOwn ? [one.name] : [])));
    const node = (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .ownInputs */ .oi)(lock).get(name);
    return node === undefined || others.length > 0 ? null : { name, node, path };
}
function inputWords(name) {
    return `the flake’s input \`${name}\``;
}
/** `urls`: that the package's source is fetched from besides. */
function versionsOfInput(input, urls) {
    const url = inputUrl(input);
    return { sourceUrls: url === null ? urls : [url, ...urls], refs: inputRefs(input) };
}
/**
 * The commit of an input: the one that its address names, or for `version: branch` the one that it is locked at, with the way to ask for the
 * branch's newest. null: neither.
 */
function inputCommit(input, version, serverUrl) {
    const { original = {}, locked = {} } = input.node;
    const host = (0,_version_source_host_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceHost */ .Y)(inputUrl(input) ?? '', serverUrl);
    if (host?.kind !== 'github' && host?.kind !== 'git')
        return null;
    if (typeof original['rev'] === 'string')
        return { commit: original['rev'], host };
    if (version.kind !== 'branch' || typeof locked['rev'] !== 'string')
        return null;
    return {
        commit: locked['rev'],
        host,
        newest: async (asker) => (0,_version_commit_js__WEBPACK_IMPORTED_MODULE_3__/* .newestCommit */ .sM)(host, followedBranch(input, version.name), asker)
    };
}
/** null: the repository's default. Throws REVISION_UNTRACED where another one is `wanted`. */
function followedBranch({ name, node }, wanted) {
    const ref = node.original?.['ref'];
    const own = typeof ref === 'string' ? ref.replace(/^refs\/heads\//, '') : null;
    if (wanted === null || wanted === own)
        return own;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'REVISION_UNTRACED',
        subject: `version branch:${wanted}`,
        reason: `${inputWords(name)} follows ${own ?? 'the default branch'}`,
        hint: 'Write the branch into its `url`, or give `version: branch`, without a name.'
    });
}
/** The address that an input is fetched from, as `sourceHost` reads it; null: it has none of its own. */
function inputUrl({ node }) {
    return addressOf(node.original) ?? addressOf(node.locked);
}
/** https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake#types */
function addressOf(reference = {}) {
    const text = (key) => {
        const value = reference[key];
        return typeof value === 'string' ? value : '';
    };
    const forge = forges.get(text('type'));
    if (forge !== undefined) {
        const path = [text('owner'), text('repo')]
            .map((part) => part.replaceAll(/%2f/gi, '/'))
            .join('/');
        return `https://${text('host') || forge.host}/${path}${forge.ending}`;
    }
    if (text('url') === '')
        return null;
    return text('type') === 'git' ? `git+${text('url')}` : text('url');
}
const forges = new Map([
    ['github', { host: 'github.com', ending: '' }],
    ['gitlab', { host: 'gitlab.com', ending: '.git' }],
    ['sourcehut', { host: 'git.sr.ht', ending: '' }]
]);
/** What it is called there: a tag, a branch, what stands in its address. Data. */
function inputRefs({ node: { original = {} } }) {
    const { ref, url } = original;
    return [
        ...(typeof ref === 'string' ? [ref] : []),
        ...(typeof url === 'string' ? (0,_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .refsInUrl */ .po)(url) : [])
    ];
}


/***/ }),

/***/ 1638:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cw: () => (/* binding */ isMany),
  WE: () => (/* binding */ ofOne),
  Oz: () => (/* binding */ parseSyncInputs)
});

// UNUSED EXPORTS: formatters

// EXTERNAL MODULE: ./node_modules/string-argv/index.js
var string_argv = __webpack_require__(88579);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(90832);
// EXTERNAL MODULE: ./src/inputs/modes.ts
var modes = __webpack_require__(84257);
// EXTERNAL MODULE: ./src/inputs/phases.ts
var phases = __webpack_require__(29405);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/refuse.ts
var refuse = __webpack_require__(69901);
// EXTERNAL MODULE: ./src/inputs/runner-map.ts
var runner_map = __webpack_require__(35112);
// EXTERNAL MODULE: ./src/repository/branch-name.ts
var branch_name = __webpack_require__(33444);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/sync/many/ignore.ts
var many_ignore = __webpack_require__(87585);
// EXTERNAL MODULE: ./src/sync/many/inputs.ts
var inputs = __webpack_require__(90938);
// EXTERNAL MODULE: ./src/sync/many/patterns.ts
var many_patterns = __webpack_require__(20516);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/sync/project/package-reference.ts
var package_reference = __webpack_require__(99769);
;// CONCATENATED MODULE: ./src/sync/package-inputs.ts






/** Throws INPUT_MISSING, PACKAGE_INVALID. */
function parsePackage(environment) {
    const text = environment.input('package');
    if (text !== '')
        return (0,package_reference/* parsePackageReference */.vH)(text);
    throw noPackage();
}
function noPackage() {
    return new errors/* NarPublishError */.f9({
        code: 'INPUT_MISSING',
        subject: 'input package',
        reason: 'it is empty, so there is nothing to update',
        hint: 'Give a flake attribute such as `.#infer`, or a file such as `file:nix/infer.nix`.'
    });
}
/** Throws INPUT_INVALID. */
function parseNixpkgs(environment, { kind, text }) {
    const given = environment.input('nixpkgs');
    if (given === '')
        return null;
    if (kind === 'flake') {
        throw (0,readers/* disagreement */.fn)(['nixpkgs', 'package'], `\`package\` is ${(0,src_text/* quote */.hD)(text)}, and a flake names the nixpkgs that it uses itself`, 'Leave `nixpkgs` out, or give `package` as `file:…`.');
    }
    const folder = (0,external_node_path_.resolve)(environment.workspace, given);
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true)
        return folder;
    throw (0,readers/* invalid */.Gq)('nixpkgs', given, 'a folder that holds nixpkgs');
}

// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/repository/address.ts
var repository_address = __webpack_require__(56540);
// EXTERNAL MODULE: ./src/repository/github/repository.ts
var repository = __webpack_require__(86264);
;// CONCATENATED MODULE: ./src/sync/pull-request-inputs.ts








/** GitHub's own limits, in characters. */
const longestTitle = 256;
const longestLabel = 50;
/**
 * Where a pull request goes and how it looks. `writes`: whether this run opens it, for which it needs a token. Throws INPUT_INVALID,
 * INPUT_MISSING, REPOSITORY_INVALID, BRANCH_INVALID, TOKEN_MISSING.
 */
function parsePullRequest(environment, secrets, { writes }) {
    const upstream = parseRepository(environment, 'target-repository');
    const fork = environment.input('fork') === '' ? null : parseRepository(environment, 'fork');
    if (fork !== null &&
        (0,repository/* isSameName */.y)(fork.owner, upstream.owner) &&
        (0,repository/* isSameName */.y)(fork.repo, upstream.repo)) {
        throw (0,readers/* disagreement */.fn)(['fork', 'target-repository'], `both are ${fork.owner}/${fork.repo}`, 'Leave `fork` out to put the branch into the repository itself.');
    }
    const base = parseBranch(environment, 'base');
    const branch = parseBranch(environment, 'branch');
    if (fork === null && base !== null && base === branch) {
        throw (0,readers/* disagreement */.fn)(['base', 'branch'], `both are ${(0,src_text/* quote */.hD)(base)}, and a pull request is from one branch into another`, 'Leave `branch` out: it gets a name of its own.');
    }
    if (writes || secrets.token !== '')
        (0,inputs_secrets/* checkToken */.SK)(secrets.token, 'github', environment);
    return {
        kind: 'pull-request',
        token: secrets.token,
        upstream,
        fork,
        base,
        branch,
        title: parseTitle(environment),
        labels: parseLabels(environment),
        reviewers: parseReviewers(environment),
        draft: (0,readers/* parseBoolean */.yG)(environment, 'draft')
    };
}
function parseRepository(environment, name) {
    const text = environment.input(name);
    try {
        const address = (0,repository_address/* parseTargetAddress */.B)(text, environment);
        if (address.kind === 'github')
            return { owner: address.owner, repo: address.repo };
    }
    catch (cause) {
        if (!(cause instanceof errors/* NarPublishError */.f9) || cause.code !== 'REPOSITORY_INVALID')
            throw cause;
        throw repositoryInvalid(name, text, cause.reason, cause);
    }
    throw repositoryInvalid(name, text, 'it is not on this GitHub, where pull requests are opened');
}
function repositoryInvalid(name, text, reason, cause) {
    return new errors/* NarPublishError */.f9({
        code: 'REPOSITORY_INVALID',
        subject: `input ${name}, ${(0,src_text/* quote */.hD)(text)}`,
        reason,
        hint: 'Write `owner/name`, or the address as the browser shows it.',
        cause
    });
}
function parseBranch(environment, name) {
    const text = environment.input(name);
    return text === '' ? null : (0,branch_name/* parseBranchName */.pD)(text, `input ${name}, ${(0,src_text/* quote */.hD)(text)}`);
}
function parseTitle(environment) {
    const text = environment.input('title');
    if (text === '')
        return null;
    if ((0,harmless/* hasControlCharacter */.Fd)(text) || text.length > longestTitle) {
        throw (0,readers/* invalid */.Gq)('title', text, `one line of at most ${longestTitle} characters`);
    }
    return text;
}
/** GitHub lists labels with commas in between, so no name holds one. */
function parseLabels(environment) {
    const labels = (0,readers/* lines */.Mn)(environment.input('labels').replaceAll(',', '\n'));
    const wrong = labels.find((label) => label.length > longestLabel || (0,harmless/* hasControlCharacter */.Fd)(label));
    if (wrong !== undefined) {
        throw (0,readers/* invalid */.Gq)('labels', wrong, `names of at most ${longestLabel} characters, one a line`);
    }
    // They are the same to GitHub whatever their case.
    return [...new Map(labels.map((label) => [label.toLowerCase(), label])).values()];
}
const reviewerPattern = /^[A-Za-z0-9][\w-]{0,99}(\/[A-Za-z0-9][\w.-]{0,99})?$/;
function parseReviewers(environment) {
    const reviewers = environment
        .input('reviewers')
        .split(/[\s,]+/)
        .map((reviewer) => reviewer.replace(/^@/, ''))
        .filter((reviewer) => reviewer !== '');
    const wrong = reviewers.find((reviewer) => !reviewerPattern.test(reviewer));
    if (wrong !== undefined)
        throw (0,readers/* invalid */.Gq)('reviewers', wrong, 'logins, and teams as `org/team`');
    return [...new Map(reviewers.map((name) => [name.toLowerCase(), name])).values()];
}

// EXTERNAL MODULE: ./src/inputs/table.ts + 6 modules
var table = __webpack_require__(13912);
;// CONCATENATED MODULE: ./src/sync/repair/inputs.ts









const computeTakes = [
    ...['mode', 'phase', 'repair', 'package', 'version', 'nixpkgs', 'systems', 'build'],
    ...['output-directory', 'token']
];
const commitTakes = [
    ...['mode', 'phase', 'repair', 'annotate', 'computed', 'token']
];
const workflows = ['docs/workflows/repair.yml', 'docs/workflows/repair-commit.yml'];
const twoWorkflows = `It takes two workflows: ${workflows[0]} (\`phase: compute\`, on \`pull_request\`) and ${workflows[1]} (\`phase: commit\`, on \`workflow_run\`).`;
/**
 * null: it is no repair. Throws INPUT_INVALID, INPUT_MISSING, PACKAGE_INVALID, SYSTEM_UNKNOWN, TOKEN_MISSING.
 */
function parseRepairInputs(environment, secrets, phase) {
    if (!(0,readers/* parseBoolean */.yG)(environment, 'repair')) {
        if (phase === 'commit' && (0,readers/* parseBoolean */.yG)(environment, 'annotate')) {
            throw refusal('annotate', 'it is for repairs, and `repair` is not `true`');
        }
        return null;
    }
    switch (phase) {
        case 'compute':
            return { phase: 'repair', ...parseCompute(environment) };
        case 'commit':
            return { phase: 'repair', ...parseCommit(environment, secrets) };
        case 'all':
        case 'list':
            throw (0,readers/* disagreement */.fn)(['repair', 'phase'], `a repair is split over the jobs of ${workflows.join(' and ')}, and \`phase\` is \`${phase}\``, 'Leave `repair` out, or give it where `phase` is `compute` or `commit`.');
    }
}
function parseCompute(environment) {
    const { eventName, pullRequest, runnerSystem } = environment;
    if (eventName === 'pull_request_target') {
        throw refusal('repair', '`pull_request_target` would run the pull request’s code beside secrets and a token that may write');
    }
    if (pullRequest === null) {
        throw refusal('repair', `\`phase: compute\` is for jobs of \`pull_request\`${but(eventName)}`);
    }
    refuseOthers(environment, computeTakes, 'compute');
    const version = environment.input('version');
    if (version !== 'keep') {
        throw (0,readers/* disagreement */.fn)(['repair', 'version'], `a repair makes the hashes of what the pull request says, and \`version\` is ${version === '' ? 'empty' : JSON.stringify(version)}`, 'Give `version: keep`.');
    }
    const [first, ...others] = (0,many_patterns/* parsePackagePatterns */.x)(environment.input('package'));
    if (first === undefined)
        throw noPackage();
    const systems = (0,common/* givenSystems */.uG)(environment);
    return {
        side: 'compute',
        pullRequest,
        packages: [first, ...others],
        nixpkgs: parseNixpkgs(environment, first.reference),
        systems: systems.length === 0
            ? { value: [runnerSystem], source: 'runner' }
            : { value: systems, source: 'input' },
        build: (0,readers/* parseBoolean */.yG)(environment, 'build'),
        outputDirectory: (0,phases/* parseOutputDirectory */.m)(environment)
    };
}
function parseCommit(environment, secrets) {
    const { eventName, workflowRun, repository } = environment;
    if (workflowRun === null || repository === null) {
        throw refusal('repair', `\`phase: commit\` is for jobs of \`workflow_run\`${but(eventName)}`);
    }
    refuseOthers(environment, commitTakes, 'commit');
    (0,inputs_secrets/* checkToken */.SK)(secrets.token, 'github', environment);
    const [owner = '', repo = ''] = repository.split('/');
    return {
        side: 'commit',
        run: workflowRun,
        computed: (0,phases/* parseLeft */.p)(environment, 'computed'),
        repository: { owner, repo },
        token: secrets.token,
        annotate: (0,readers/* parseBoolean */.yG)(environment, 'annotate')
    };
}
/** Which event it is instead. */
function but(eventName) {
    return eventName === null ? '' : `, and this one is of \`${eventName}\``;
}
/** What the phase takes and a repair would pass over in silence. */
function refuseOthers(environment, taken, phase) {
    (0,refuse/* refuseOtherPhases */.n5)(environment, 'version-sync', phase);
    for (const name of table/* inputNames */.vj) {
        if (taken.includes(name) || table/* inputs */.QL[name].takenBy['version-sync'] === undefined)
            continue;
        const given = environment.input(name);
        if (given === '' || given.toLowerCase() === (0,table/* defaultOf */.HA)(name).toLowerCase())
            continue;
        throw (0,readers/* disagreement */.fn)([name, 'repair'], `\`${name}\` has no meaning with \`repair\`, which changes hashes of a pull request and nothing else`, `Leave \`${name}\` out. ${twoWorkflows}`);
    }
}
function refusal(name, reason) {
    return new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: `input ${name}`,
        reason,
        hint: twoWorkflows
    });
}

// EXTERNAL MODULE: ./src/sync/version/parse.ts
var parse = __webpack_require__(81151);
// EXTERNAL MODULE: ./src/sync/version/version-regex.ts
var version_regex = __webpack_require__(742);
;// CONCATENATED MODULE: ./src/sync/work-inputs.ts
const formatters = ['none', 'nixfmt', 'nixpkgs-fmt', 'alejandra', 'nix fmt'];

;// CONCATENATED MODULE: ./src/sync/inputs.ts





















/** Those of phase `commit` are the same for one package and for many: the files tell. */
function isMany(inputs) {
    return inputs.phase !== 'commit' && 'many' in inputs;
}
/** Inputs that are about one package. */
function ofOne(inputs) {
    if (isMany(inputs))
        throw (0,errors/* internalError */.WB)('inputs', 'they are about several packages');
    return inputs;
}
/**
 * `destination`: what a run of phase `all` does with the change; phase `commit` is always about a pull request. Throws INPUT_INVALID,
 * INPUT_MISSING, PACKAGE_INVALID, VERSION_MISSING, VERSION_INVALID, SYSTEM_UNKNOWN, REPOSITORY_INVALID, BRANCH_INVALID, TOKEN_MISSING.
 */
function parseSyncInputs(environment, secrets, destination = 'pull-request') {
    const mode = 'version-sync';
    const phase = (0,readers/* oneOf */.yL)(environment, 'phase', modes/* phases */.tW[mode]);
    const repair = parseRepairInputs(environment, secrets, phase);
    if (repair !== null)
        return { mode, ...repair };
    (0,refuse/* refuseOtherPhases */.n5)(environment, mode, phase);
    const dryRun = (0,readers/* parseBoolean */.yG)(environment, 'dry-run');
    // A pull request from a fork computes and proposes nothing: its token may only read.
    const pullRequest = () => parsePullRequest(environment, secrets, { writes: !dryRun && !environment.isForkPullRequest });
    const to = () => destination === 'pull-request' ? pullRequest() : { kind: destination };
    const patterns = (0,many_patterns/* parsePackagePatterns */.x)(environment.input('package'));
    const isMany = (0,inputs/* areMany */.mB)(environment, patterns);
    if (isMany && (phase === 'all' || phase === 'compute')) {
        const one = patterns.find(({ reference: { kind } }) => kind === 'file') ?? patterns[0];
        if (one === undefined)
            throw noPackage();
        return (0,inputs/* parseManyInputs */.gI)(environment, phase, {
            patterns,
            look: () => parseLook(environment, secrets),
            work: () => parseCommonWork(environment, secrets, ownSystems(environment, phase), one.reference),
            version: () => parseVersion(environment, parseTagWords(environment)),
            destination: to,
            dryRun,
            outputDirectory: () => (0,phases/* parseOutputDirectory */.m)(environment)
        });
    }
    switch (phase) {
        case 'all': {
            const work = parseWork(environment, secrets, ownSystems(environment, phase));
            return { mode, phase, work, destination: to(), dryRun };
        }
        case 'compute': {
            return {
                mode,
                phase,
                work: parseWork(environment, secrets, ownSystems(environment, phase)),
                outputDirectory: (0,phases/* parseOutputDirectory */.m)(environment)
            };
        }
        case 'list': {
            const hasFolder = environment.input('output-directory') !== '';
            return {
                mode,
                phase,
                look: parseLook(environment, secrets),
                runners: (0,runner_map/* parseRunnerMap */.e6)(environment),
                outputDirectory: hasFolder ? (0,phases/* parseOutputDirectory */.m)(environment) : null
            };
        }
        case 'commit': {
            const systems = (0,common/* givenSystems */.uG)(environment);
            const wishes = isMany || patterns.length === 0 ? (0,inputs/* parseWishes */.xF)(environment) : null;
            if (patterns.length > 1 && wishes?.group === null)
                (0,inputs/* refuseOwnNames */.LZ)(environment);
            return {
                mode,
                phase,
                computed: (0,phases/* parseLeft */.p)(environment, 'computed'),
                package: isMany || patterns.length === 0 ? null : parsePackage(environment),
                systems: systems.length === 0 ? null : systems,
                allowSameSource: (0,readers/* parseBoolean */.yG)(environment, 'allow-same-source'),
                allowsCommand: parseCommand(environment, 'before-hash') !== null,
                destination: pullRequest(),
                dryRun,
                many: wishes === null ? null : { ...wishes, packages: patterns }
            };
        }
    }
}
/** Where `systems` is empty. */
function ownSystems({ runnerSystem }, phase) {
    return phase === 'all'
        ? { value: null, source: 'default' }
        : // Each machine computes what it can build; the others have a job of their own.
            { value: [runnerSystem], source: 'runner' };
}
function parseWork(environment, secrets, systems) {
    const reference = parsePackage(environment);
    const common = parseCommonWork(environment, secrets, systems, reference);
    return { ...common, package: reference, version: parseVersion(environment, common) };
}
function parseCommonWork(environment, secrets, ownSystems, reference) {
    const words = parseTagWords(environment);
    const systems = (0,common/* givenSystems */.uG)(environment);
    const build = (0,readers/* parseBoolean */.yG)(environment, 'build');
    const smokeTest = parseCommand(environment, 'smoke-test');
    if (smokeTest !== null && !build) {
        throw (0,readers/* disagreement */.fn)(['smoke-test', 'build'], '`smoke-test` runs what was built, and `build` is false', 'Leave `build` out, or drop `smoke-test`.');
    }
    return {
        nixpkgs: parseNixpkgs(environment, reference),
        ...words,
        allowDowngrade: (0,readers/* parseBoolean */.yG)(environment, 'allow-downgrade'),
        allowSameSource: (0,readers/* parseBoolean */.yG)(environment, 'allow-same-source'),
        keepPlaces: (0,readers/* lines */.Mn)(environment.input('keep-places')),
        systems: systems.length === 0 ? ownSystems : { value: systems, source: 'input' },
        formatter: (0,readers/* oneOf */.yL)(environment, 'formatter', formatters),
        build,
        beforeHash: parseCommand(environment, 'before-hash'),
        updateScript: (0,readers/* parseBoolean */.yG)(environment, 'update-script'),
        smokeTest,
        token: secrets.token
    };
}
/** Throws INPUT_MISSING, and what its parts throw. */
function parseLook(environment, secrets) {
    const packages = (0,many_patterns/* parsePackagePatterns */.x)(environment.input('package'));
    const [first] = packages;
    if (first === undefined)
        throw noPackage();
    const words = parseTagWords(environment);
    const systems = (0,common/* givenSystems */.uG)(environment);
    const ignore = (0,readers/* lines */.Mn)(environment.input('ignore'));
    (0,many_ignore/* parseIgnore */.w)(ignore);
    return {
        packages,
        ignore,
        systems: systems.length === 0
            ? { value: null, source: 'default' }
            : { value: systems, source: 'input' },
        nixpkgs: parseNixpkgs(environment, first.reference),
        version: environment.input('version') === '' ? { kind: 'latest' } : parseVersion(environment, words),
        ...words,
        allowDowngrade: false,
        token: secrets.token
    };
}
function parseVersion(environment, words) {
    const text = environment.input('version');
    if (text === 'keep' || text === 'latest')
        return { kind: text };
    const branch = /^branch(?::(.*))?$/s.exec(text);
    if (branch !== null) {
        const name = branch[1]?.replace(/^refs\/heads\//, '') ?? null;
        const isOne = name === null || ((0,branch_name/* isBranchName */.Q8)(name) && !name.startsWith('refs/'));
        if (isOne)
            return { kind: 'branch', name };
        throw (0,readers/* invalid */.Gq)('version', text, '`branch`, or `branch:NAME` with the name of a branch');
    }
    const { release } = environment;
    if (text !== '' || (release !== null && !release.isDraft)) {
        const tag = text !== '' ? text : (release?.tag ?? '');
        const source = text !== '' ? 'input' : 'release';
        // Said before anything is evaluated.
        (0,parse/* refuseNoVersion */._n)({ text: tag, source }, words);
        return { kind: 'given', text: tag, source };
    }
    throw new errors/* NarPublishError */.f9({
        code: 'VERSION_MISSING',
        subject: 'input version',
        reason: release === null
            ? 'it is empty, and no release or tag started this run'
            : `it is empty, and the release ${(0,src_text/* quote */.hD)(release.tag)} is a draft, whose tag may not exist yet`
    });
}
function parseTagWords(environment) {
    const tagPrefix = parseTagPrefix(environment);
    const versionRegex = parseVersionRegex(environment);
    if (versionRegex !== null && tagPrefix !== '') {
        throw (0,readers/* disagreement */.fn)(['version-regex', 'tag-prefix'], '`version-regex` is about the whole tag, whose beginning `tag-prefix` is', 'Put the prefix into the expression, or drop one of them.');
    }
    return { tagPrefix, versionRegex };
}
/** It must be the beginning of a tag that Git takes. */
function parseTagPrefix(environment) {
    const text = environment.input('tag-prefix');
    if (text === '' || (0,branch_name/* isBranchName */.Q8)(`${text}1`))
        return text;
    throw (0,readers/* invalid */.Gq)('tag-prefix', text, 'the beginning of a tag, such as `infer-` or `release/`');
}
function parseVersionRegex(environment) {
    const text = environment.input('version-regex');
    return text === '' ? null : (0,version_regex/* checkVersionRegex */._)(text);
}
/** What only a shell understands; each would be an argument here. */
const shellWords = ['|', '||', '&', '&&', ';', '>', '>>', '<', '2>&1'];
/** An example of each, and one with a shell. */
const commands = {
    'smoke-test': ['infer version', "sh -c 'infer version | grep 1'"],
    'before-hash': ['nix/update-lock.sh', "sh -c 'cd nix && npm install --package-lock-only'"]
};
/**
 * Program and arguments of an input that names a command; null when it is empty. Quotes hold words together; there is no shell, so
 * nothing else means anything. Throws INPUT_INVALID.
 */
function parseCommand(environment, name) {
    const text = environment.input(name);
    const refused = (reason) => new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: `input ${name}, ${(0,src_text/* quote */.hD)(text)}`,
        reason,
        hint: `Give one program and its arguments, such as \`${commands[name][0]}\`; for more, \`${commands[name][1]}\`.`
    });
    if (text === '')
        return null;
    if ((0,harmless/* hasControlCharacter */.Fd)(text))
        throw refused('it is more than one line');
    if (/["']/.test(text.replace(/"[^"]*"|'[^']*'/g, '')))
        throw refused('a quote is not closed');
    const words = (0,string_argv/* parseArgsStringToArgv */.R)(text);
    const shellWord = words.find((word) => shellWords.includes(word));
    if (shellWord !== undefined) {
        throw refused(`${(0,src_text/* quote */.hD)(shellWord)} means something to a shell, and none runs it`);
    }
    if (words[0] === undefined || words[0] === '')
        throw refused('it names no program');
    return words;
}


/***/ }),

/***/ 62290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MC: () => (/* binding */ marksIn),
/* harmony export */   O_: () => (/* binding */ writeDigest),
/* harmony export */   m8: () => (/* binding */ markVersion),
/* harmony export */   vz: () => (/* binding */ dyeDigest),
/* harmony export */   zw: () => (/* binding */ withoutMarks)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);



/** A digest that nothing has, its own for each `place` of a run: what comes back with it came from there. */
function dyeDigest(salt, place, algorithm) {
    // One function for all, cut to size: OpenSSL may refuse MD5 and SHA-1.
    const bytes = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha512')
        .update(JSON.stringify(['dye', salt, place, algorithm]))
        .digest();
    return { algorithm, bytes: bytes.subarray(0, _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestSizes */ .ZA[algorithm]) };
}
/**
 * What takes a literal's place to mean `digest`: in its own form, with its prefix. Throws INTERNAL for a digest of another
 * algorithm than a literal that has one already.
 */
function writeDigest(literal, digest) {
    const { form, algorithm, text, around } = literal;
    if (around !== undefined)
        return around.before + (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(digest) + around.after;
    if (form === 'empty')
        return (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(digest);
    if (form === 'fake')
        return `"${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(digest)}"`;
    if (digest.algorithm !== algorithm) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .internalError */ .WB)(`${literal.file}:${literal.line}`, `a hash of ${algorithm} stands there, and one of ${digest.algorithm} is to be written`);
    }
    if (form === 'sri')
        return (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(digest);
    return (text.startsWith(`${algorithm}:`) ? `${algorithm}:` : '') + (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeDigest */ .j6)(digest, form);
}
/** The number of the first mark: longer than a version's parts are, and well inside of a C int, as Nix reads them. */
const firstMark = 90_001;
/** A version's dye: the new version, and one more part that is the occurrence's own number. `1.2.3.90001` */
function markVersion(newVersion, index) {
    return `${newVersion}.${firstMark + index}`;
}
/** The numbers of the occurrences whose marked versions show in a text, however it spells them: `v1_2_3_90001`, `12390001.zip`. */
function marksIn(text, newVersion) {
    return [...text.matchAll(markedVersion(newVersion))].map((match) => Number(match[1]) - firstMark);
}
/** A text with the versions that `versionAt` gives in place of marked ones. */
function withoutMarks(text, newVersion, versionAt) {
    return text.replaceAll(markedVersion(newVersion), (_, number) => versionAt(Number(number) - firstMark));
}
/** Package code respells versions: other separators (`%2B` in URLs), or none; with none a single part would match too much. */
function markedVersion(newVersion) {
    const parts = newVersion.split(/[^0-9A-Za-z]+/);
    const separator = `(?:[._+~-]|%2B)${parts.length > 1 ? '?' : ''}`;
    return new RegExp(`${parts.join(separator)}${separator}(9[0-9]{4}|[1-9][0-9]{5})(?![0-9])`, 'gi');
}


/***/ }),

/***/ 382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lineOf),
/* harmony export */   c: () => (/* binding */ applyEdits)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/**
 * A text with edits made, in whatever order they come. Throws INTERNAL when what an edit expects does not stand at its span, or
 * when two want the same place: then a span is about another text than this one, and nothing may be written.
 */
function applyEdits(text, edits) {
    const inOrder = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const pieces = [];
    let done = 0;
    let previous;
    for (const edit of inOrder) {
        const isSpan = edit.start >= 0 && edit.start <= edit.end && edit.end <= text.length;
        if (!isSpan || text.slice(edit.start, edit.end) !== edit.text) {
            throw misplaced(edit, 'what is to be replaced does not stand there');
        }
        // Two insertions at one place have no order of their own.
        if (edit.start < done || (edit.end === previous?.start && edit.end === previous.end)) {
            throw misplaced(edit, 'two edits are about the same place');
        }
        pieces.push(text.slice(done, edit.start), edit.replacement);
        done = edit.end;
        previous = edit;
    }
    return pieces.join('') + text.slice(done);
}
/** The line of an offset, from 1. `known`: an earlier place of the same text, so that a file is counted through once. */
function lineOf(text, offset, known = { offset: 0, line: 1 }) {
    return known.line + text.slice(known.offset, offset).split('\n').length - 1;
}
function misplaced({ file, line, start, end }, reason) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .internalError */ .WB)(`${file}:${line} (characters ${start} to ${end})`, reason);
}


/***/ }),

/***/ 1564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   Q: () => (/* binding */ entriesAround)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53916);
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path_posix__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _nix_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95278);


/** The sets around an offset, the innermost first: those of a Nix file, the objects of a JSON file; none of any other. Takes any text. */
function entriesAround({ path, text }, offset) {
    const open = [];
    const found = [];
    for (const { bracket, at } of brackets({ path, text })) {
        if (bracket === '{')
            open.push(at);
        else {
            const start = open.pop();
            if (start !== undefined && start <= offset && offset < at) {
                found.push({ file: path, start, end: at + 1 });
            }
        }
    }
    return found;
}
function isInside({ file, start, end }, entry) {
    return file === entry.file && entry.start <= start && end <= entry.end;
}
function* brackets({ path, text }) {
    switch ((0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.extname)(path)) {
        case '.nix':
            for (const { kind, start } of (0,_nix_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .nixTokens */ .E)(text)) {
                const bracket = text.charAt(start);
                if (kind === 'symbol' && (bracket === '{' || bracket === '}'))
                    yield { bracket, at: start };
            }
            return;
        case '.json':
            // A string goes first, whatever it holds.
            for (const { index, 0: found } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}]/g)) {
                if (found === '{' || found === '}')
                    yield { bracket: found, at: index };
            }
    }
}


/***/ }),

/***/ 47204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MO: () => (/* binding */ findHashLiterals),
  sA: () => (/* binding */ findVersionLiterals),
  ue: () => (/* binding */ isLockFile)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./src/sync/literals/edit.ts
var edit = __webpack_require__(382);
// EXTERNAL MODULE: ./src/sync/literals/nix-tokens.ts
var nix_tokens = __webpack_require__(95278);
;// CONCATENATED MODULE: ./src/sync/literals/fakes.ts

/**
 * `lib.fakeHash`, `pkgs.lib.fakeSha256`, `fakeHash` alone as an attribute's whole value, and `"sha256:${lib.fakeSha256}"`: where
 * such an expression stands in a Nix file, so that a quoted string can take its place. Not where a name is bound or inherited,
 * nor in a string that says more.
 */
function fakesOf(text) {
    return text.includes('fake') ? new FakeFinder(text).find() : [];
}
class FakeFinder {
    #text;
    #tokens;
    constructor(text) {
        this.#text = text;
        this.#tokens = (0,nix_tokens/* nixTokens */.E)(text);
    }
    find() {
        return this.#tokens.flatMap(({ kind }, index) => {
            if (kind !== 'word')
                return [];
            const name = /^fake(?:Hash|Sha256|(Sha512))$/.exec(this.#textAt(index));
            const expression = name === null ? null : this.#expressionAt(index);
            if (expression === null)
                return [];
            const { start, end } = expression;
            return {
                start,
                end,
                text: this.#text.slice(start, end),
                form: 'fake',
                algorithm: name?.[1] === undefined ? 'sha256' : 'sha512',
                digest: null
            };
        });
    }
    /** The whole expression that the name at `last` ends; null: something else goes by that name. */
    #expressionAt(last) {
        // `lib.fakeHash = …` binds it, `lib.fakeHash.x` selects from it.
        if (/^[=.]$/.test(this.#textAt(last + 1)))
            return null;
        let first = last;
        while (this.#textAt(first - 1) === '.' && this.#tokens[first - 2]?.kind === 'word')
            first -= 2;
        const isPath = first < last && this.#textAt(last - 2) === 'lib';
        const isValue = this.#textAt(last - 1) === '=' && this.#textAt(last + 1) === ';';
        if (!(isPath || isValue) || this.#textAt(first - 1) === '.')
            return null;
        if (this.#tokens[first - 1]?.kind !== 'open-interpolation')
            return this.#span(first, last);
        return this.#stringAround(first - 1, last + 1);
    }
    /** The string that an interpolation makes up, but for the name of an algorithm; in any other its hash would be in other text. */
    #stringAround(opening, closing) {
        const before = /^(?:sha256|sha512)[-:]$/.test(this.#textAt(opening - 1))
            ? opening - 2
            : opening - 1;
        const isWhole = this.#tokens[before]?.kind === 'open-string' &&
            this.#tokens[closing]?.kind === 'close-interpolation' &&
            this.#tokens[closing + 1]?.kind === 'close-string';
        return isWhole ? this.#span(before, closing + 1) : null;
    }
    #span(first, last) {
        return { start: this.#tokens[first]?.start ?? 0, end: this.#tokens[last]?.end ?? 0 };
    }
    #textAt(index) {
        const token = this.#tokens[index];
        return token === undefined ? '' : this.#text.slice(token.start, token.end);
    }
}

// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/sync/literals/regions.ts + 3 modules
var regions = __webpack_require__(91801);
;// CONCATENATED MODULE: ./src/sync/literals/hashes.ts


/**
 * The hashes of a region, which stand as words of their own: no run of letters and digits goes on at either end. SHA-1 and MD5
 * must say so, by themselves or by the attribute's name: 40 digits are rather a Git revision. An empty value counts where the
 * attribute's name is that of a hash.
 */
function hashesIn({ start, text, isWhole, names }) {
    const named = isWhole ? (0,regions/* algorithmByNames */.t)(names) : null;
    if (text === '') {
        if (named === null)
            return [];
        return [{ start, end: start, text, form: 'empty', algorithm: named, digest: null }];
    }
    const whole = named === null ? null : literalOf(text, start, named);
    if (whole !== null)
        return [whole];
    return [...text.matchAll(hashWords)].flatMap((word) => literalOf(word[0], start + word.index, null) ?? []);
}
function literalOf(text, start, named) {
    const hash = (0,binary_cache_digest/* readHash */.Pp)(text.replaceAll('\\/', '/'), named);
    if (hash === null)
        return null;
    const { form, digest } = hash;
    const isPlaceholder = digest.bytes.every((byte) => byte === 0);
    return {
        start,
        end: start + text.length,
        text,
        form,
        algorithm: digest.algorithm,
        digest: isPlaceholder ? null : digest
    };
}
const hashWords = new RegExp([
    String.raw `(?<!\w)(?:`,
    [
        ...Object.keys(binary_cache_digest/* digestSizes */.ZA).flatMap(selfDescribing),
        ...['sha512', 'sha256'].map((algorithm) => {
            const { base16, base32 } = digitsOf(algorithm);
            // After an algorithm's name they would be its digest, and have another length.
            return String.raw `(?<!(?:md5|sha[0-9]{1,3}|blake3)[-:])(?:${base16}|${base32})(?!\w)`;
        })
    ].join('|'),
    ')'
].join(''), 'g');
/** Patterns of the digits alone, each for its exact number of them. */
function digitsOf(algorithm) {
    const size = binary_cache_digest/* digestSizes */.ZA[algorithm];
    return {
        base16: `[0-9A-Fa-f]{${binary_cache_digest/* lengthIn */.q$.base16(size)}}`,
        base32: `[0-9a-df-np-sv-z]{${binary_cache_digest/* lengthIn */.q$.base32(size)}}`,
        base64: String.raw `(?:[0-9A-Za-z+]|\\?/){${binary_cache_digest/* lengthIn */.q$.base64(size)}}`
    };
}
function selfDescribing(algorithm) {
    const { base16, base32, base64 } = digitsOf(algorithm);
    const padding = (0,binary_cache_digest/* paddingOf */.Zt)(binary_cache_digest/* digestSizes */.ZA[algorithm]);
    return [
        // Nix takes SRI without its padding; then it must not look as if it went on.
        String.raw `${algorithm}-${base64}(?:=+|(?![+/\\]))(?![\w=])`,
        String.raw `${algorithm}:(?:(?:${base16}|${base32})(?!\w)|${base64}${padding}(?![\w=]))`
    ];
}

// EXTERNAL MODULE: ./src/sync/literals/version-spelling.ts
var version_spelling = __webpack_require__(44647);
;// CONCATENATED MODULE: ./src/sync/literals/find.ts






/**
 * Every hash in a file that an evaluation may read, and every placeholder of one, in order. See `regionsOf` for where it looks.
 * None in `flake.lock`: the hashes there pin the flake's inputs.
 */
function findHashLiterals(file) {
    if ((0,posix_.basename)(file.path) === 'flake.lock')
        return [];
    const found = (0,regions/* regionsOf */.N)(file).flatMap((region) => hashesIn(region));
    if (file.path.endsWith('.nix'))
        found.push(...fakesOf(file.text));
    return locate(file, found);
}
/**
 * Every occurrence of the old version in a file, in order. None in a package manager's lock file: a dependency's version there is
 * not the package's; none inside of a hash.
 */
function findVersionLiterals(file, oldVersion) {
    if (isLockFile(file.path) || !mayHold(file, oldVersion))
        return [];
    const found = locate(file, (0,regions/* regionsOf */.N)(file).flatMap((region) => occurrencesIn(region, oldVersion)));
    return found.length === 0 ? [] : withoutOverlaps(found, findHashLiterals(file));
}
/** `flake.lock`, `Cargo.lock`, `package-lock.json`, `packages.lock.json`, `pnpm-lock.yaml`, `gradle.lockfile`, … */
const lockFile = /(?:\.lock|[.-]lock\.(?:json|ya?ml)|\.lockfile|^npm-shrinkwrap\.json|^go\.sum|^Package\.resolved)$/;
/** Whether a path is that of a package manager's lock file. */
function isLockFile(path) {
    return lockFile.test((0,posix_.basename)(path));
}
/** Most files do not, and need no closer look. */
function mayHold({ text }, version) {
    return (0,version_spelling/* spellingsOf */.Hz)(version).some(({ spelling }) => text.includes(spelling));
}
/** Where two literals share characters, only one can be replaced. Both lists are in order. */
function withoutOverlaps(found, hashes) {
    let next = 0;
    return found.filter(({ start, end }) => {
        while ((hashes[next]?.end ?? Infinity) <= start)
            next++;
        return (hashes[next]?.start ?? Infinity) >= end;
    });
}
function locate({ path, text }, found) {
    let known = { offset: 0, line: 1 };
    return found
        .toSorted((a, b) => a.start - b.start)
        .map((literal) => {
        known = { offset: literal.start, line: (0,edit/* lineOf */.L)(text, literal.start, known) };
        return { ...literal, file: path, line: known.line };
    });
}
/**
 * Where a version stands in a region. A version goes on to neither side there: `v0.76.0` and `infer-0.76.0-rc1.tar.gz` hold 0.76.0;
 * `10.76.0`, `0.76.01`, `0.76.0.1`, `1.0.76.0` and `0.76.0b` do not. One of few digits and nothing else (`7`) is looked for as a
 * whole value only, or after its `v`.
 */
function occurrencesIn(region, version) {
    if (version === '')
        return [];
    const found = (0,version_spelling/* spellingsOf */.Hz)(version).flatMap(({ spelling, separator }) => offsetsOf(region, spelling, separator).map((offset) => {
        const start = region.start + offset;
        return { start, end: start + spelling.length, text: spelling, separator };
    }));
    // `1-2-1_2_1` holds 1.2.1 in two spellings that share a digit.
    let end = 0;
    return found
        .toSorted((a, b) => a.start - b.start)
        .filter((occurrence) => {
        if (occurrence.start < end)
            return false;
        end = occurrence.end;
        return true;
    });
}
/** Versions without any separator are found inside of other text from this length on: a date is, `7` or `4523` is not. */
const shortestInText = 6;
function offsetsOf({ text, isWhole }, spelling, separator) {
    const isCompound = /[._+-]/.test(spelling);
    if (!isCompound && spelling.length < shortestInText) {
        const isValue = isWhole && text.endsWith(spelling) && /^v?$/i.test(text.slice(0, -spelling.length));
        return isValue ? [text.length - spelling.length] : [];
    }
    // The version goes on: in digits or letters, or in one more part. `.7z` is the ending of an archive.
    const goesOnBefore = isCompound
        ? new RegExp(`[0-9]$|[0-9][.${separator}]$`)
        : /[0-9A-UW-Za-uw-z]$|[0-9A-Za-z][vV]$/;
    const goesOnAfter = new RegExp(`^(?:[0-9A-Za-z]|[.${separator}](?!7z\\b)[0-9])`);
    const offsets = [];
    for (let offset = text.indexOf(spelling); offset !== -1; offset = text.indexOf(spelling, offset + 1)) {
        const end = offset + spelling.length;
        if (goesOnBefore.test(text.slice(Math.max(0, offset - 2), offset)))
            continue;
        if (goesOnAfter.test(text.slice(end, end + 4)))
            continue;
        offsets.push(offset);
    }
    return offsets;
}


/***/ }),

/***/ 95278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nixTokens)
/* harmony export */ });
/**
 * A file's tokens, as Nix's own lexer cuts them (src/libexpr/lexer.l; 2.8 and 2.26 agree). Takes any text: of what Nix refuses
 * something is made too. Linear in the text's length, and as deep as its memory.
 */
function nixTokens(text) {
    return new Lexer(text).tokens;
}
// Each is tried at one place, and takes time in proportion to what it reads there.
const space = /[ \t\r\n]+/y;
const lineComment = /[^\r\n]*/y;
const word = /[A-Za-z_][\w'-]*/y;
const number = /(?:[1-9][0-9]*\.[0-9]*|0?\.[0-9]+)(?:[Ee][+-]?[0-9]+)?|[0-9]+/y;
const pathCharacters = /[\w.+-]*/y;
const pathRest = /[\w.+/-]*/y;
const bracketed = /<[\w.+/-]+>/y;
const scheme = /[A-Za-z0-9+.-]*/y;
const uriCharacters = /[A-Za-z0-9%/?:@&=+$,\-_.!~*']*/y;
const operator = /\.\.\.|==|!=|<=|>=|&&|\|\||->|\/\/|\+\+|[^]/y;
const stringText = /[^$"\\]*/y;
const indentedText = /[^$']*/y;
class Lexer {
    tokens = [];
    #text;
    /** What is open, innermost last. */
    #frames = [];
    #at = 0;
    /** Where the run of such characters ends that `#at` is in: looked for once a run. */
    #pathRunEnd = 0;
    #schemeRunEnd = 0;
    constructor(text) {
        this.#text = text;
        while (this.#at < text.length) {
            const frame = this.#frames.at(-1);
            if (frame === 'string')
                this.#readString();
            else if (frame === 'indented string')
                this.#readIndentedString();
            else
                this.#readCode();
        }
    }
    #readCode() {
        const text = this.#text;
        const at = this.#at;
        switch (text.charAt(at)) {
            case ' ':
            case '\t':
            case '\r':
            case '\n':
                this.#at = endOf(space, text, at);
                return;
            case '#':
                this.#at = endOf(lineComment, text, at);
                return;
            case '"':
                this.#open('string', 'open-string', 1);
                return;
            case '{':
                this.#open('brace', 'symbol', 1);
                return;
            case '}':
                this.#closeBrace();
                return;
        }
        if (text.startsWith('/*', at)) {
            const end = text.indexOf('*/', at + 2);
            this.#at = end === -1 ? text.length : end + 2;
        }
        else if (text.startsWith("''", at)) {
            this.#open('indented string', 'open-string', 2);
        }
        else if (text.startsWith('${', at)) {
            this.#open('interpolation', 'open-interpolation', 2);
        }
        else {
            this.#readWord();
        }
    }
    #closeBrace() {
        const frame = this.#frames.pop();
        if (frame === undefined || frame === 'brace') {
            this.#push('symbol', this.#at + 1);
            return;
        }
        this.#push('close-interpolation', this.#at + 1);
        if (frame === 'path interpolation')
            this.#readPath(endOf(pathRest, this.#text, this.#at));
    }
    /** What begins with a character that alone does not tell: the longest that matches, as in Nix. */
    #readWord() {
        const uriEnd = this.#uriEnd();
        if (uriEnd !== null) {
            this.#push('uri', uriEnd);
            return;
        }
        const pathEnd = this.#pathEnd();
        if (pathEnd !== null) {
            this.#readPath(pathEnd);
            return;
        }
        const wordEnd = endOf(word, this.#text, this.#at);
        const numberEnd = endOf(number, this.#text, this.#at);
        const bracketEnd = this.#bracketedPathEnd();
        if (wordEnd > this.#at)
            this.#push('word', wordEnd);
        else if (numberEnd > this.#at)
            this.#push('number', numberEnd);
        else if (bracketEnd > this.#at)
            this.#push('path', bracketEnd);
        else
            this.#push('symbol', endOf(operator, this.#text, this.#at));
    }
    #uriEnd() {
        const text = this.#text;
        if (!/[A-Za-z]/.test(text.charAt(this.#at)))
            return null;
        if (this.#at >= this.#schemeRunEnd)
            this.#schemeRunEnd = endOf(scheme, text, this.#at);
        if (text.charAt(this.#schemeRunEnd) !== ':')
            return null;
        const end = endOf(uriCharacters, text, this.#schemeRunEnd + 1);
        return end > this.#schemeRunEnd + 1 ? end : null;
    }
    #pathEnd() {
        const text = this.#text;
        if (text.startsWith('~/', this.#at))
            return this.#segmentsEnd(this.#at + 1);
        if (this.#at >= this.#pathRunEnd)
            this.#pathRunEnd = endOf(pathCharacters, text, this.#at);
        // A path cannot begin in the middle of what was no path before, so the run's end is the first slash for all of it.
        return text.charAt(this.#pathRunEnd) === '/' ? this.#segmentsEnd(this.#pathRunEnd) : null;
    }
    /** `slash`: where the first is. null: no segment follows it, nor `${`. */
    #segmentsEnd(slash) {
        const text = this.#text;
        if (text.startsWith('/${', slash))
            return slash + 1;
        let end = slash;
        while (text.charAt(end) === '/') {
            const segmentEnd = endOf(pathCharacters, text, end + 1);
            if (segmentEnd === end + 1)
                break;
            end = segmentEnd;
        }
        if (end === slash)
            return null;
        return text.charAt(end) === '/' ? end + 1 : end;
    }
    /** A path, or a piece of one, up to `end`; and the interpolation that may go on with it. */
    #readPath(end) {
        if (end > this.#at)
            this.#push('path', end);
        if (!this.#text.startsWith('${', end))
            return;
        this.#open('path interpolation', 'open-interpolation', 2);
    }
    #bracketedPathEnd() {
        const end = endOf(bracketed, this.#text, this.#at);
        const inside = this.#text.slice(this.#at + 1, end - 1);
        return /^\/|\/\/|\/$/.test(inside) ? this.#at : end;
    }
    #readString() {
        const text = this.#text;
        const start = this.#at;
        let end = start;
        for (;;) {
            end = endOf(stringText, text, end);
            if (text.charAt(end) !== '$' || text.startsWith('${', end))
                break;
            // `$$` is two dollars, and so `$${` opens nothing.
            end += /["\\]/.test(text.charAt(end + 1)) ? 1 : 2;
        }
        if (end > start)
            this.#push('text', Math.min(end, text.length));
        if (text.startsWith('${', end))
            this.#open('interpolation', 'open-interpolation', 2);
        else if (text.startsWith('\\', end))
            this.#push('escape', end + 2);
        else if (text.startsWith('"', end))
            this.#closeString(1);
    }
    #readIndentedString() {
        const text = this.#text;
        const start = this.#at;
        let end = start;
        for (;;) {
            end = endOf(indentedText, text, end);
            if (end >= text.length || text.startsWith('${', end) || text.startsWith("''", end))
                break;
            end += /^\$[^']/s.test(text.slice(end, end + 2)) ? 2 : 1;
        }
        if (end > start)
            this.#push('text', Math.min(end, text.length));
        if (text.startsWith('${', end))
            this.#open('interpolation', 'open-interpolation', 2);
        else if (text.startsWith("''\\", end))
            this.#push('escape', end + 4);
        else if (text.startsWith("''$", end) || text.startsWith("'''", end))
            this.#push('escape', end + 3);
        else if (text.startsWith("''", end))
            this.#closeString(2);
    }
    #closeString(length) {
        this.#frames.pop();
        this.#push('close-string', this.#at + length);
    }
    #open(frame, kind, length) {
        this.#frames.push(frame);
        this.#push(kind, this.#at + length);
    }
    #push(kind, end) {
        const reached = Math.min(end, this.#text.length);
        this.tokens.push({ kind, start: this.#at, end: reached });
        this.#at = reached;
    }
}
/** Where the match at `start` ends; `start` itself when there is none. */
function endOf(pattern, text, start) {
    pattern.lastIndex = start;
    return pattern.test(text) ? pattern.lastIndex : start;
}


/***/ }),

/***/ 91801:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ algorithmByNames),
  N: () => (/* binding */ regionsOf)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
;// CONCATENATED MODULE: ./src/sync/literals/escapes.ts
/**
 * What stands for an escape where literals are looked for: as long, and a boundary of words exactly when the character it means
 * is one. `\/` stays, as the one escape that a hash may hold: PHP writes its JSON so.
 */
function blankEscape(escape, meaning) {
    if (escape === '\\/')
        return escape;
    return (/^\w/.test(meaning) ? '_' : ' ').repeat(escape.length);
}
const escapes = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[^])/g;
/** The content of a string of JSON or TOML. */
function blankEscapes(content) {
    if (!content.includes('\\'))
        return content;
    return content.replaceAll(escapes, (escape, short, long) => {
        const code = parseInt(short ?? long ?? '0', 16);
        // Only these matter, and what is beyond Unicode is no character at all.
        return blankEscape(escape, code < 0x80 ? String.fromCharCode(code) : ' ');
    });
}

;// CONCATENATED MODULE: ./src/sync/literals/nix-attributes.ts
/** Follows a file's brackets, token by token, to tell which attribute takes a value. */
class NixAttributes {
    #text;
    #tokens;
    #around = [];
    #place;
    /** `rootName` stands for the attribute that takes the file's own value. */
    constructor(text, tokens, rootName) {
        this.#text = text;
        this.#tokens = tokens;
        this.#place = { attribute: [rootName], outer: undefined };
    }
    /** To be called with each index in turn. */
    pass(index) {
        const token = this.#tokens[index];
        if (token?.kind === 'open-interpolation')
            this.#open([], undefined);
        if (token?.kind === 'close-interpolation')
            this.#close();
        if (token?.kind !== 'symbol')
            return;
        switch (this.#text.slice(token.start, token.end)) {
            case '=':
                this.#place = { ...this.#place, attribute: this.#attributeBefore(index) };
                break;
            case ';':
                this.#place = { ...this.#place, attribute: [] };
                break;
            case '{':
                this.#open([], this.#place.attribute[0]);
                break;
            case '(':
                this.#open(this.#place.attribute, this.#place.outer);
                break;
            case '[':
                this.#open([], undefined);
                break;
            case '}':
            case ')':
            case ']':
                this.#close();
        }
    }
    /** The names of the value from token `first` to `last`, when it is the whole of what an attribute takes: innermost first. */
    namesOf(first, last) {
        const isValue = this.isSymbol(first - 1, '=') && this.isSymbol(last + 1, ';');
        const isFile = first === 0 && last === this.#tokens.length - 1;
        if (!isValue && !isFile)
            return [];
        const { attribute, outer } = this.#place;
        return outer === undefined ? [...attribute] : [...attribute, outer];
    }
    isSymbol(index, symbol) {
        const token = this.#tokens[index];
        return token?.kind === 'symbol' && this.#text.slice(token.start, token.end) === symbol;
    }
    #open(attribute, outer) {
        this.#around.push(this.#place);
        this.#place = { attribute, outer };
    }
    #close() {
        this.#place = this.#around.pop() ?? this.#place;
    }
    /** `a.b."c"` before `=`, last part first: at most two, which is where a hash's name is, and no part that is computed. */
    #attributeBefore(equals) {
        const names = [];
        let index = equals;
        do {
            index--;
            const token = this.#tokens[index];
            if (token?.kind === 'close-string') {
                index -= 2;
                if (this.#tokens[index]?.kind !== 'open-string')
                    break;
            }
            else if (token?.kind !== 'word')
                break;
            const name = this.#tokens[token.kind === 'word' ? index : index + 1];
            names.push(this.#text.slice(name?.start, name?.end));
            index--;
        } while (names.length < 2 && this.isSymbol(index, '.'));
        return names;
    }
}

// EXTERNAL MODULE: ./src/sync/literals/nix-tokens.ts
var nix_tokens = __webpack_require__(95278);
;// CONCATENATED MODULE: ./src/sync/literals/toml-regions.ts

/** The string values of a TOML text. Takes any text: of what is no TOML something is made too. */
function tomlRegions(text, rootName) {
    const regions = [];
    let table = newTable(rootName);
    /** Arrays and inline tables that are open. */
    const open = [];
    let at = 0;
    while (at < text.length) {
        const container = open.at(-1) ?? table;
        const piece = pieceAt(text, at);
        switch (piece.kind) {
            case 'string':
                if (container.isValueNext)
                    regions.push(regionOf(piece, container));
                else
                    container.key = piece.content;
                break;
            case 'word':
                if (!container.isValueNext)
                    container.key = piece.content;
                break;
            case 'nothing':
                break;
            case 'symbol':
                table = passSymbol(piece.content, table, open);
        }
        at = piece.next;
    }
    return regions;
}
/** Changes what is open; gives the table that the lines after it are in. */
function passSymbol(symbol, table, open) {
    const container = open.at(-1) ?? table;
    switch (symbol) {
        case '\n':
            return open.length === 0 ? newTable(table.name) : table;
        case '=':
            container.isValueNext = true;
            return table;
        case ',':
            container.isValueNext = container.kind === 'array';
            return table;
        case '{':
            open.push(newTable(container.key));
            return table;
        case '[':
            if (container.isValueNext)
                open.push({ ...newTable(null), kind: 'array', isValueNext: true });
            return table;
        case ']':
            // An array's end, or a header's: `[a.b]`, `[[a]]`.
            if (open.pop() !== undefined || table.key === null || table.isValueNext)
                return table;
            return newTable(table.key);
        case '}':
            open.pop();
    }
    return table;
}
function newTable(name) {
    return { kind: 'table', name, key: null, isValueNext: false };
}
function regionOf({ start, content }, { kind, key, name }) {
    const names = kind === 'array' ? [] : [key, name].filter((part) => part !== null);
    return { start, text: content, isWhole: true, names };
}
const bareWord = /[\w-]+/y;
const spaceOrComment = /[ \t\r]+|#[^\n]*/y;
function pieceAt(text, at) {
    const character = text.charAt(at);
    if (character === '"' || character === "'")
        return stringAt(text, at, character);
    for (const [kind, pattern] of [
        ['word', bareWord],
        ['nothing', spaceOrComment]
    ]) {
        pattern.lastIndex = at;
        if (pattern.test(text)) {
            const next = pattern.lastIndex;
            return { kind, start: at, content: text.slice(at, next), next };
        }
    }
    return { kind: 'symbol', start: at, content: character, next: at + 1 };
}
/** One that is never closed ends with its line, or with the file when it has three quotes, and is nothing. */
function stringAt(text, at, quote) {
    const isLong = text.startsWith(quote.repeat(3), at);
    const closing = isLong ? quote.repeat(3) : quote;
    const start = at + closing.length;
    for (let end = start; end < text.length; end++) {
        const character = text.charAt(end);
        if (character === '\\' && quote === '"') {
            end++;
        }
        else if (character === '\n' && !isLong) {
            return { kind: 'nothing', start, content: '', next: end };
        }
        else if (text.startsWith(closing, end)) {
            // `"""a"""""` ends with two quotes of its own.
            if (isLong)
                for (let own = 0; own < 2 && text.startsWith(closing, end + 1); own++)
                    end++;
            const content = text.slice(start, end);
            return {
                kind: 'string',
                start,
                content: quote === '"' ? blankEscapes(content) : content,
                next: end + closing.length
            };
        }
    }
    return { kind: 'nothing', start, content: '', next: text.length };
}

;// CONCATENATED MODULE: ./src/sync/literals/regions.ts





/**
 * Where a file may hold literals, in order: the strings of `.nix` (URIs without quotes too), the string values of `.json` and
 * `.toml`, never a comment; of any other file the whole text. The file's name stands for the attribute that takes its outermost
 * set: `hashes.json`.
 */
function regionsOf({ path, text }) {
    const extension = (0,posix_.extname)(path);
    const name = (0,posix_.basename)(path, extension);
    switch (extension) {
        case '.nix':
            return nixRegions(text, name);
        case '.json':
            return jsonRegions(text, name);
        case '.toml':
            return tomlRegions(text, name);
        default: {
            const start = text.length - text.trimStart().length;
            return [{ start, text: text.trim(), isWhole: true, names: [] }];
        }
    }
}
/**
 * The algorithm of the hash that goes by one of these names: `vendorHash`, `sha512`, `"hash"`, `hashes.x86_64-linux`. SHA-256
 * where the name says none; null: the names are not those of a hash.
 */
function algorithmByNames(names) {
    for (const name of names) {
        const ending = /(?:hash(?:es)?|md5|sha1|sha256|sha512)$/i.exec(name)?.[0].toLowerCase();
        if (ending === 'md5' || ending === 'sha1' || ending === 'sha512')
            return ending;
        if (ending !== undefined)
            return 'sha256';
    }
    return null;
}
/** The strings of a Nix file, cut at their interpolations; those that are names of attributes too. */
function nixRegions(text, rootName) {
    const tokens = (0,nix_tokens/* nixTokens */.E)(text);
    const attributes = new NixAttributes(text, tokens, rootName);
    const regions = [];
    for (const [index, { kind, start, end }] of tokens.entries()) {
        attributes.pass(index);
        if (kind === 'uri') {
            const names = attributes.namesOf(index, index);
            regions.push({ start, text: text.slice(start, end), isWhole: true, names });
        }
        if (kind !== 'open-string' && kind !== 'close-interpolation')
            continue;
        const content = contentFrom(tokens, index + 1);
        const after = tokens[index + 1 + content.length];
        const isWhole = kind === 'open-string' && after?.kind === 'close-string';
        // What is never closed is no string, but the rest of a broken file.
        if (after === undefined || (content.length === 0 && !isWhole))
            continue;
        regions.push({
            start: end,
            text: content.map((token) => blanked(text, token)).join(''),
            isWhole,
            names: isWhole ? attributes.namesOf(index, index + 1 + content.length) : []
        });
    }
    return regions;
}
/** The tokens of a string from `index` on, up to its end or an interpolation. */
function contentFrom(tokens, index) {
    let end = index;
    while (tokens[end]?.kind === 'text' || tokens[end]?.kind === 'escape')
        end++;
    return tokens.slice(index, end);
}
function blanked(text, { kind, start, end }) {
    const piece = text.slice(start, end);
    if (kind === 'text')
        return piece;
    // `\n` and `''\n` mean a control character; any other says itself after `\` or `''`.
    return blankEscape(piece, /\\[nrt]$/.test(piece) ? ' ' : piece.slice(-1));
}
/** The string values of a JSON text. Takes any text: of what is no JSON something is made too. */
function jsonRegions(text, rootName) {
    const regions = [];
    const containers = [];
    let container;
    const nameOfValue = () => (container === undefined ? rootName : container.key);
    for (let at = 0; at < text.length; at++) {
        switch (text.charAt(at)) {
            case '{':
            case '[':
                container = {
                    kind: text.charAt(at) === '{' ? 'object' : 'array',
                    name: nameOfValue(),
                    key: null
                };
                containers.push(container);
                break;
            case '}':
            case ']':
                containers.pop();
                container = containers.at(-1);
                break;
            case '"': {
                const end = stringEnd(text, at + 1);
                const content = text.slice(at + 1, end);
                if (container?.kind === 'object' && isBeforeColon(text, end + 1)) {
                    container.key = content;
                }
                else if (text.charAt(end) === '"') {
                    const names = container?.kind === 'array' ? [] : [nameOfValue(), container?.name ?? null];
                    regions.push({
                        start: at + 1,
                        text: blankEscapes(content),
                        isWhole: true,
                        names: names.filter((name) => name !== null)
                    });
                }
                at = end;
            }
        }
    }
    return regions;
}
/** Where the closing quote is, or the line's end where there is none. */
function stringEnd(text, start) {
    for (let at = start; at < text.length; at++) {
        const character = text.charAt(at);
        if (character === '"' || character === '\n')
            return at;
        if (character === '\\')
            at++;
    }
    return text.length;
}
const colon = /[ \t\r\n]*:/y;
function isBeforeColon(text, at) {
    colon.lastIndex = at;
    return colon.test(text);
}


/***/ }),

/***/ 34962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W$: () => (/* binding */ shortestCommit),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   Yb: () => (/* binding */ commitEdit),
/* harmony export */   sC: () => (/* binding */ wholeDay),
/* harmony export */   sw: () => (/* binding */ isSameCommit),
/* harmony export */   vE: () => (/* binding */ findRevisionLiterals),
/* harmony export */   xK: () => (/* binding */ commitWords),
/* harmony export */   y0: () => (/* binding */ findCommitDays),
/* harmony export */   y7: () => (/* binding */ dayEdits)
/* harmony export */ });
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(382);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1564);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47204);
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91801);




/** Digits that Git shows of a commit at least. */
const shortestCommit = 7;
/** Words of hexadecimal digits, as long as Git shows a commit; `g48358b9` is how `git describe` puts it. */
const commitWords = /(?<=(?<![0-9A-Za-z])g?)[0-9a-f]{7,40}(?![0-9A-Za-z])/g;
/** In full, or as short as Git shows one; those of a date or a number are rather a tag. */
function isCommit(text) {
    return /^(?:[0-9a-f]{40}|(?=.*[a-f])(?=.*[0-9])[0-9a-f]{7,39})$/.test(text);
}
/** Whether both may be the digits of one commit, of which one has fewer. */
function isSameCommit(a, b) {
    return a.startsWith(b) || b.startsWith(a);
}
/**
 * Where a commit stands in a file, in 7 to 40 digits: one in 40 where the address has 7, or the other way round, is the same. None in
 * a package manager's lock file, where it is a dependency's.
 */
function findRevisionLiterals({ path, text }, commit) {
    if (!text.includes(commit.slice(0, shortestCommit)) || (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .isLockFile */ .ue)(path))
        return [];
    return (0,_regions_js__WEBPACK_IMPORTED_MODULE_3__/* .regionsOf */ .N)({ path, text }).flatMap((region) => [...region.text.matchAll(commitWords)]
        .filter(([word]) => isSameCommit(word, commit))
        .map((found) => {
        const start = region.start + found.index;
        const end = start + found[0].length;
        return { file: path, start, end, line: (0,_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .L)(text, start), text: found[0] };
    }));
}
/** `date = "2024-05-01"`: the day of the commit that stands in the same set. */
function isCommitDay({ text, isWhole, names: [name] }) {
    return isWhole && name === 'date' && wholeDay.test(text);
}
const wholeDay = /^(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
/** Where a file has such a day. */
function findCommitDays(file) {
    return (0,_regions_js__WEBPACK_IMPORTED_MODULE_3__/* .regionsOf */ .N)(file)
        .filter(isCommitDay)
        .map(({ start, text }) => {
        const line = (0,_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .L)(file.text, start);
        return { file: file.path, start, end: start + text.length, line, text };
    });
}
/** The days of commits that stand in one set with one of these, with the new one's in their place. */
function dayEdits(files, commits, day) {
    return files.flatMap((file) => {
        const sets = commits
            .filter((commit) => commit.file === file.path)
            .map(({ start }) => (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesAround */ .Q)(file, start)[0]?.start);
        if (sets.length === 0)
            return [];
        return findCommitDays(file)
            .filter(({ start, text }) => {
            const set = (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesAround */ .Q)(file, start)[0]?.start;
            return set !== undefined && sets.includes(set) && text !== day;
        })
            .map((span) => ({ ...span, replacement: day }));
    });
}
/** The new commit, in as many digits as stand there. */
function commitEdit(span, commit) {
    return { ...span, replacement: commit.slice(0, span.text.length) };
}


/***/ }),

/***/ 44647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hz: () => (/* binding */ spellingsOf),
/* harmony export */   Xe: () => (/* binding */ piecesOf),
/* harmony export */   ZO: () => (/* binding */ bumpEdit),
/* harmony export */   nI: () => (/* binding */ spellVersion)
/* harmony export */ });
/* harmony import */ var _version_form_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47464);

/** A version as it is written where a dot cannot be: `1_84_0` in Boost's file names, `1-84-0` in tags. */
function spellVersion(version, separator) {
    return version.replaceAll('.', () => separator);
}
/** How an occurrence of a version may be spelled, its own way first. One without dots has one spelling. */
function spellingsOf(version) {
    const separators = version.includes('.') ? ['.', '_', '-'] : ['.'];
    return separators.map((separator) => ({ spelling: spellVersion(version, separator), separator }));
}
/** The new version, spelled as the old one is at its place. */
function bumpEdit(place, newVersion) {
    const { file, start, end, line, text } = place;
    return { file, start, end, line, text, replacement: spellVersion(newVersion, place.separator) };
}
/**
 * What a version may be written as, in the order in which it is looked for: without the `v` that both have, so that `1.2.3` beside
 * `v1.2.3` is found too; whole; and the day in it alone (`date = "2024-05-01"`), where that is all that changes.
 */
function piecesOf(oldVersion, newVersion) {
    const lead = (0,_version_form_js__WEBPACK_IMPORTED_MODULE_0__/* .leadOf */ .M)(oldVersion);
    const isLed = lead !== '' && lead === (0,_version_form_js__WEBPACK_IMPORTED_MODULE_0__/* .leadOf */ .M)(newVersion);
    const whole = isLed
        ? { old: oldVersion.slice(lead.length), new: newVersion.slice(lead.length) }
        : { old: oldVersion, new: newVersion };
    const [oldDay, newDay] = [oldVersion, newVersion].map((version) => day.exec(version));
    if (oldDay?.[0] === undefined || newDay?.[0] === undefined || oldDay[0] === whole.old)
        return [whole];
    const isAlone = oldVersion.replace(day, '') === newVersion.replace(day, '');
    return isAlone ? [whole, { old: oldDay[0], new: newDay[0] }] : [whole];
}
const day = /(?<![0-9])(?:19|20)[0-9]{2}([-._]?)[01][0-9]\1[0-3][0-9](?![0-9])/;


/***/ }),

/***/ 87585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ ignoredOf),
/* harmony export */   w: () => (/* binding */ parseIgnore)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


/**
 * Lines of `ignore`:
 *
 *     infer  python3-*  @scope/infer   the package; `*` is any text
 *     infer@1.x  infer@1.2.x           its versions that begin so
 *     infer@1.2.3                      that version
 *
 * Throws INPUT_INVALID.
 */
function parseIgnore(lines) {
    return lines.map((line) => {
        const [, name, version] = /^(@?[^@\s]+)(?:@([0-9A-Za-z][\w.+=~-]*(?:\.\*)?|\*))?$/u.exec(line) ?? [];
        if (name !== undefined)
            return { line, name: namePattern(name), version: versionTest(version) };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'INPUT_INVALID',
            subject: 'input ignore',
            reason: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(line)} is not understood`,
            hint: 'Write a name (`infer`, `python3-*`), or a name and a version: `infer@1.x`, `infer@1.2.3`.'
        });
    });
}
function namePattern(name) {
    const literals = name.split('*').map((part) => part.replace(/[^\w]/gu, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`, 's');
}
function versionTest(text) {
    if (text === undefined || text === '*' || text === 'x')
        return null;
    const wanted = withoutV(text);
    const start = /^(.+)\.[x*]$/.exec(wanted)?.[1];
    if (start === undefined)
        return (version) => withoutV(version) === wanted;
    return (version) => {
        const rest = withoutV(version);
        return rest.startsWith(start) && /^(?![0-9A-Za-z])|^$/.test(rest.slice(start.length));
    };
}
function withoutV(version) {
    return version.replace(/^v(?=[0-9])/, '');
}
/** Those that are about a package of these names. */
function ignoredOf(all, names) {
    return all.filter(({ name }) => names.some((one) => name.test(one)));
}


/***/ }),

/***/ 90938:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ refuseOwnNames),
/* harmony export */   fS: () => (/* binding */ workFor),
/* harmony export */   gI: () => (/* binding */ parseManyInputs),
/* harmony export */   mB: () => (/* binding */ areMany),
/* harmony export */   xF: () => (/* binding */ parseWishes)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18961);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13912);



const longestGroup = 100;
const highestLimit = 10_000;
/** Whether the inputs are about more than one package by itself. */
function areMany(environment, patterns) {
    const isOne = patterns.length === 1 && patterns[0]?.kind === 'one';
    const limit = environment.input('open-pull-requests-limit');
    return ((patterns.length > 0 && !isOne) ||
        !['', (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultOf */ .HA)('open-pull-requests-limit')].includes(limit) ||
        environment.input('group') !== '' ||
        (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(environment.input('ignore')).length > 0 ||
        (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBoolean */ .yG)(environment, 'dashboard'));
}
/** Throws INPUT_INVALID, and what the parts throw. */
function parseManyInputs(environment, phase, parts) {
    const mode = 'version-sync';
    const { patterns, dryRun } = parts;
    if (phase === 'compute') {
        const [first, ...others] = patterns.map(onePackage);
        if (first === undefined)
            throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)('package', '', 'packages, one a line');
        const [common, version] = [parts.work(), parts.version()];
        const work = (reference) => workFor(common, reference, version);
        const works = [work(first), ...others.map(work)];
        return { mode, phase, works, outputDirectory: parts.outputDirectory(), many: null };
    }
    const look = parts.look();
    if (look.version.kind === 'given' && patterns.some(({ kind }) => kind === 'each')) {
        throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .disagreement */ .fn)(['version', 'package'], '`package` has a pattern, and what it finds has versions of its own', 'Leave `version` out, which means `latest`, or name the packages that share the version.');
    }
    const many = parseWishes(environment);
    const isSeveral = patterns.length > 1 || patterns.some(({ kind }) => kind === 'each');
    if (isSeveral && many.group === null)
        refuseOwnNames(environment);
    const destination = parts.destination();
    return { mode, phase, look, work: parts.work(), destination, dryRun, many };
}
/** `group`, `open-pull-requests-limit`, `dashboard`. Throws INPUT_INVALID. */
function parseWishes(environment) {
    const group = environment.input('group');
    if ((0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .hasControlCharacter */ .Fd)(group) || group.length > longestGroup) {
        throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)('group', group, `one line of at most ${longestGroup} characters`);
    }
    return {
        group: group === '' ? null : group,
        limit: (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCount */ .zq)(environment, 'open-pull-requests-limit', 0, highestLimit),
        dashboard: (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBoolean */ .yG)(environment, 'dashboard')
    };
}
/** What only one pull request can have. Throws INPUT_INVALID. */
function refuseOwnNames(environment) {
    const name = ['branch', 'title'].find((one) => environment.input(one) !== '');
    if (name === undefined)
        return;
    throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .disagreement */ .fn)([name, 'package'], `\`package\` is several, each of which has a pull request of its own, and \`${name}\` is one`, `Leave \`${name}\` out, or give \`group\`, which makes one pull request of all.`);
}
/** A package's work. */
function workFor(common, reference, version) {
    // A flake names its own.
    const nixpkgs = reference.kind === 'flake' ? null : common.nixpkgs;
    return { ...common, package: reference, version, nixpkgs };
}
function onePackage({ kind, reference }) {
    if (kind === 'one')
        return reference;
    throw (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .disagreement */ .fn)(['package', 'phase'], '`phase: compute` is about one change, and a pattern finds any number of packages', 'Give the packages of one row that `phase: list` made, one a line; or leave `phase` out.');
}


/***/ }),

/***/ 20516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ parsePackagePatterns)
/* harmony export */ });
/* harmony import */ var _inputs_readers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18961);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99769);


/**
 * The lines of `package`, each once: `.#infer`, `.#packages.*`, `.#packages.{system}.*`, `./dir#tools.*`, `file:default.nix#*`. Throws
 * PACKAGE_INVALID.
 */
function parsePackagePatterns(text) {
    const patterns = (0,_inputs_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)(text).map(parsePattern);
    return [...new Map(patterns.map((pattern) => [keyOf(pattern), pattern])).values()];
}
/** `*` stands last, for every package of a set. */
function parsePattern(line) {
    const set = /^(?<place>[^#]*#)(?:(?<path>.*)\.)?\*$/su.exec(line)?.groups;
    if (set === undefined)
        return { kind: 'one', reference: (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageReference */ .vH)(line) };
    const { place = '', path = '' } = set;
    // A file's own value is a set, and a flake's default is not.
    const name = path === '' && !place.startsWith('file:') ? 'packages' : path;
    return { kind: 'each', reference: (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageReference */ .vH)(`${place}${name}`) };
}
function keyOf({ kind, reference }) {
    return JSON.stringify([kind, reference.text]);
}


/***/ }),

/***/ 52718:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ ownTexts),
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   l6: () => (/* binding */ otherDerivations),
/* harmony export */   uY: () => (/* binding */ originWords)
/* harmony export */ });
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32393);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55905);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13866);




/**
 * The texts in which a version is the package's own: its version, name and links, its derivation, and the fixed-output
 * derivations that it is made of. What belongs to another package with a version of its own is not looked into, nor are the names
 * of store paths, which hold other packages' versions. `shared`: derivations that cannot tell anything new.
 */
function ownTexts(evaluated, graph, shared = new Set()) {
    const { version, name, homepage, changelog, drvPath } = evaluated;
    const texts = [
        ...[version, name].map((text) => ({ origin: { kind: 'identity' }, text })),
        { origin: { kind: 'link', name: 'homepage' }, text: homepage },
        { origin: { kind: 'link', name: 'changelog' }, text: changelog }
    ].flatMap(({ origin, text }) => (text === null ? [] : [{ origin, text }]));
    const own = ownDerivations(evaluated, graph).filter(({ drvPath }) => !shared.has(drvPath));
    return [
        ...texts,
        ...own.flatMap((derivation) => {
            if (derivation.drvPath === drvPath)
                return textsOfItself(derivation);
            if (!(0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(derivation))
                return [];
            return textsIn(derivation).map(([, text]) => ({
                origin: { kind: 'fetched', derivation },
                text
            }));
        })
    ];
}
/** The packages that it needs, in whose texts a version is theirs, and what these are made of. */
function otherDerivations(evaluated, graph, shared) {
    const own = new Set(ownDerivations(evaluated, graph));
    return [...graph.values()].filter((one) => !own.has(one) && !shared.has(one.drvPath));
}
function ownDerivations({ drvPath, pname }, graph) {
    const isOwn = (derivation) => derivation.drvPath === drvPath || !isAnotherPackage(derivation, pname);
    return [...(0,_definitions_js__WEBPACK_IMPORTED_MODULE_2__/* .closureOf */ .TQ)(graph, [drvPath], isOwn)].filter(isOwn);
}
function isAnotherPackage(derivation, pname) {
    if ((0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(derivation))
        return false;
    const { env, structuredAttrs } = derivation;
    const other = structuredAttrs?.['pname'] ?? env['pname'];
    const version = structuredAttrs?.['version'] ?? env['version'];
    return typeof other === 'string' && typeof version === 'string' && other !== pname;
}
function textsOfItself(derivation) {
    return textsIn(derivation).map(([key, text]) => ({
        origin: identityKey.test(key) ? { kind: 'identity' } : { kind: 'own', key },
        text
    }));
}
const identityKey = /^(?:name|pname|version)$/;
/** By the attribute that says them. */
function textsIn(derivation) {
    const { name, args } = derivation;
    const all = [
        ['name', name],
        ...args.map((text) => ['args', text]),
        ...(0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .attributeTexts */ .F_)(derivation)
    ];
    return all.map(([key, text]) => [key, text.replaceAll(_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storePathsInText */ .OF, '')]);
}
/** For people: what a place is of a package; null: its version or name, which needs no telling. */
function originWords(origin) {
    switch (origin.kind) {
        case 'identity':
            return null;
        case 'link':
            return `in \`meta.${origin.name}\``;
        case 'own':
            return `in \`${origin.key}\``;
        case 'fetched':
            return `in the download of ${(0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .urlsOf */ .Wn)(origin.derivation)[0] ?? origin.derivation.name}`;
    }
}


/***/ }),

/***/ 59474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ isPartOf)
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





/**
 * Whether each file of `path` (a folder, or a file) stands in `folder` as well, byte for byte and wherever: `path` is a copy of it,
 * or of a part of it. Empty files tell nothing, nor does what Git keeps for itself. A `folder` that is not there has no part.
 */
async function isPartOf(path, folder) {
    const there = Map.groupBy(await sizedFiles(folder), ({ size }) => size);
    const digests = new Map();
    const digestOf = (file) => {
        const digest = digests.get(file) ?? digestFile(file);
        digests.set(file, digest);
        return digest;
    };
    const isThere = async ({ file, size }) => {
        const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(file);
        const alike = (there.get(size) ?? []).toSorted((a, b) => Number((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(b.file) === name) - Number((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(a.file) === name));
        for (const other of alike) {
            if ((await digestOf(other.file)) === (await digestOf(file)))
                return true;
        }
        return false;
    };
    for (const file of await sizedFiles(path))
        if (!(await isThere(file)))
            return false;
    return true;
}
async function sizedFiles(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path).catch(() => null);
    if (found === null)
        return [];
    if (found.isFile())
        return found.size === 0 ? [] : [{ file: path, size: found.size }];
    if (!found.isDirectory())
        return [];
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(path)).filter((name) => name !== '.git');
    const inside = [];
    for (const name of names)
        inside.push(await sizedFiles((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, name)));
    return inside.flat();
}
async function digestFile(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file), hash);
    return hash.digest('hex');
}


/***/ }),

/***/ 22001:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ pinnedCommit),
/* harmony export */   cL: () => (/* binding */ writtenAddress),
/* harmony export */   dn: () => (/* binding */ versionsOfAddress),
/* harmony export */   h$: () => (/* binding */ versionInPin),
/* harmony export */   lN: () => (/* binding */ sourcePin)
/* harmony export */ });
/* harmony import */ var _literals_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1564);
/* harmony import */ var _literals_find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47204);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34962);
/* harmony import */ var _literals_regions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91801);
/* harmony import */ var _literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44647);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75941);
/* harmony import */ var _version_source_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24610);







/** null: the hash stands in no set. */
function sourcePin({ files }, { literal, address }) {
    const file = files.find(({ path }) => path === literal.file);
    const [entry] = file === undefined ? [] : (0,_literals_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesAround */ .Q)(file, literal.start);
    return file === undefined || entry === undefined ? null : { file, entry, address };
}
/** `urls`: that the package's source is fetched from besides. */
function versionsOfAddress(address, urls) {
    return { sourceUrls: [address, ...urls], refs: (0,_sources_js__WEBPACK_IMPORTED_MODULE_5__/* .refsInUrl */ .po)(address) };
}
/** Where the files themselves say that what has the hash is fetched from; null: nowhere in full. */
function writtenAddress(files, literal) {
    const pin = sourcePin({ files }, { literal, address: '' });
    if (pin === null)
        return null;
    const [value, ...others] = valuesOf(pin).filter(({ start, names: [name] }) => {
        const [innermost] = (0,_literals_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesAround */ .Q)(pin.file, start);
        return name === 'url' && innermost?.start === pin.entry.start;
    });
    const text = value?.text.replaceAll('\\/', '/') ?? '';
    return others.length === 0 && URL.canParse(text) ? text : null;
}
/**
 * The commit of what is fetched: that in the address; or the only one in the set, which is that of a tag where the address has one. null:
 * there is none, or the address is that of no repository.
 */
function pinnedCommit(pin, serverUrl) {
    const host = (0,_version_source_host_js__WEBPACK_IMPORTED_MODULE_6__/* .sourceHost */ .Y)(pin.address, serverUrl);
    if (host?.kind !== 'github' && host?.kind !== 'git')
        return null;
    const values = valuesOf(pin);
    const commits = new Set(values.flatMap(({ text }) => (wholeCommit.test(text) ? [text] : [])));
    const [only, ...others] = commits;
    const refs = (0,_sources_js__WEBPACK_IMPORTED_MODULE_5__/* .refsInUrl */ .po)(pin.address);
    const named = refs.find(_literals_revisions_js__WEBPACK_IMPORTED_MODULE_2__/* .isCommit */ .WM);
    const commit = named ?? (others.length > 0 ? undefined : only);
    if (commit === undefined)
        return null;
    const branch = values.find(({ names: [name] }) => name === 'branch')?.text ?? null;
    const isOfTag = named === undefined && refs.length > 0;
    return { commit, host, entry: pin.entry, branch, isOfTag };
}
const wholeCommit = /^[0-9a-f]{40}$/;
/**
 * The version where the pin has it: in its address, and where a value is that and no more (`v1.2.3`), whoever reads it. Whether the rest of
 * the files' occurrences are the package's is found out by evaluating.
 */
function versionInPin(pin, { oldVersion, newVersion }) {
    const { file, address } = pin;
    if (oldVersion === null || newVersion === null || oldVersion === newVersion)
        return [];
    const values = valuesOf(pin);
    const isOwn = (literal) => values.some(({ start, text }) => {
        if (literal.start < start || literal.end > start + text.length)
            return false;
        const rest = text.slice(0, literal.start - start) + text.slice(literal.end - start);
        return text.replaceAll('\\/', '/') === address || !/[0-9:]/.test(rest);
    });
    for (const piece of (0,_literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .piecesOf */ .Xe)(oldVersion, newVersion)) {
        const found = (0,_literals_find_js__WEBPACK_IMPORTED_MODULE_1__/* .findVersionLiterals */ .sA)(file, piece.old).filter(isOwn);
        if (found.length > 0)
            return found.map((literal) => (0,_literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .bumpEdit */ .ZO)(literal, piece.new));
    }
    return [];
}
function valuesOf({ file, entry }) {
    return (0,_literals_regions_js__WEBPACK_IMPORTED_MODULE_3__/* .regionsOf */ .N)(file).filter(({ start, text, isWhole }) => isWhole && (0,_literals_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isInside */ .F)({ file: file.path, start, end: start + text.length }, entry));
}


/***/ }),

/***/ 96587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ makeCopy)
});

// UNUSED EXPORTS: Copy

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/all-of.ts
var all_of = __webpack_require__(96356);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/git/environment.ts
var environment = __webpack_require__(66714);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var run = __webpack_require__(32054);
// EXTERNAL MODULE: ./src/scratch.ts + 1 modules
var src_scratch = __webpack_require__(55927);
// EXTERNAL MODULE: ./src/system-errors.ts
var system_errors = __webpack_require__(73436);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
;// CONCATENATED MODULE: ./src/sync/project/copy-part.ts
/**
 * Copies files as they stand there: bytes, modes, links. Its text is what a thread runs, the same in each bundle, so that nothing of a module is to be
 * seen in it. Each call waits: a promise for each of a file's seven takes longer than they do.
 */
function copyPart(job) {
    const fs = process.getBuiltinModule('node:fs');
    const { createHash, hash } = process.getBuiltinModule('node:crypto');
    const { starts, actions, modes, counters, isLookedAt } = job;
    const index = Buffer.from(job.bytes.buffer);
    const fields = new DataView(job.bytes.buffer);
    const [from, to] = [Buffer.from(`${job.root}/`), Buffer.from(`${job.folder}/`)];
    const time = Math.floor(Date.now() / 1000) - 60;
    const made = new Set(['']);
    /** A file, and in front of it what Git hashes with it. A larger one may share blocks with its copy. */
    const chunk = Buffer.allocUnsafe(1024 * 1024);
    const front = 32;
    const makeFolderOf = (path) => {
        const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
        if (made.has(folder))
            return;
        makeFolderOf(folder);
        try {
            fs.mkdirSync(Buffer.concat([to, Buffer.from(folder, 'latin1')]));
        }
        catch (error) {
            // Another thread was there first.
            if (error.code !== 'EEXIST')
                throw error;
        }
        made.add(folder);
    };
    /** Where it ends in `chunk`. */
    const read = (file) => {
        let end = front;
        for (let more = 1; more > 0 && end < chunk.length; end += more) {
            more = fs.readSync(file, chunk, end, chunk.length - end, null);
        }
        return end;
    };
    const blobOf = (end) => {
        const header = `blob ${end - front}\0`;
        chunk.write(header, front - header.length, 'latin1');
        return hash('sha1', chunk.subarray(front - header.length, end));
    };
    const blobOfLarge = (file, size) => {
        const hashed = createHash('sha1').update(`blob ${size}\0`);
        for (let end; (end = read(file)) > front;)
            hashed.update(chunk.subarray(front, end));
        return hashed.digest('hex');
    };
    const remember = (entry, stats, blob) => {
        const start = starts[entry] ?? 0;
        if (blob !== index.toString('hex', start + 40, start + 60))
            Atomics.add(counters, 1, 1);
        else {
            // Each as its last 32 bits.
            fields.setUint32(start + 8, stats.mtimeMs / 1000);
            fields.setUint32(start + 16, stats.dev);
            fields.setUint32(start + 20, stats.ino);
            fields.setUint32(start + 28, stats.uid);
            fields.setUint32(start + 32, stats.gid);
            fields.setUint32(start + 36, stats.size);
        }
    };
    const copyFile = (entry, source, copy) => {
        const opened = fs.openSync(source, 'r');
        let end;
        try {
            end = read(opened);
        }
        finally {
            fs.closeSync(opened);
        }
        const isLarge = end === chunk.length;
        const mode = modes[entry] ?? 0;
        if (isLarge)
            fs.copyFileSync(source, copy, fs.constants.COPYFILE_FICLONE);
        const file = fs.openSync(copy, isLarge ? 'r' : 'wx', mode);
        try {
            if (!isLarge) {
                for (let at = front; at < end;)
                    at += fs.writeSync(file, chunk, at, end - at);
            }
            if (isLookedAt)
                fs.futimesSync(file, time, time);
            const stats = fs.fstatSync(file);
            // There may be a mask.
            if ((stats.mode & 0o7777) !== mode)
                fs.fchmodSync(file, mode);
            if (isLookedAt)
                remember(entry, stats, isLarge ? blobOfLarge(file, stats.size) : blobOf(end));
        }
        finally {
            fs.closeSync(file);
        }
    };
    const copyLink = (entry, source, copy) => {
        const target = fs.readlinkSync(source, 'buffer');
        fs.symlinkSync(target, copy);
        if (!isLookedAt)
            return;
        fs.lutimesSync(copy, time, time);
        chunk.set(target, front);
        remember(entry, fs.lstatSync(copy), blobOf(front + target.length));
    };
    const copyOne = (entry) => {
        const action = actions[entry] ?? 0;
        if (action === 0)
            return;
        const begin = (starts[entry] ?? 0) + 62;
        const name = index.subarray(begin, index.indexOf(0, begin));
        makeFolderOf(name.toString('latin1'));
        const [source, copy] = [Buffer.concat([from, name]), Buffer.concat([to, name])];
        if (action === 1)
            copyFile(entry, source, copy);
        else if (action === 2)
            fs.linkSync(source, copy);
        else
            copyLink(entry, source, copy);
    };
    try {
        // Mostly the same folders.
        const step = 256;
        for (let next; (next = Atomics.add(counters, 0, step)) < starts.length;) {
            const end = Math.min(next + step, starts.length);
            for (let entry = next; entry < end; entry++)
                copyOne(entry);
        }
    }
    catch (error) {
        // Nobody begins another step.
        Atomics.store(counters, 0, starts.length);
        throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/sync/project/git-index.ts

const headerLength = 12;
const fieldsLength = 62;
const checksumLength = 20;
/** A longer name's length is not told. */
const longestTold = 0xfff;
const modes = {
    file: 0o100644,
    executable: 0o100755,
    symlink: 0o120000,
    submodule: 0o160000
};
/** `files`: in Git's order, their hashes of 20 bytes. */
function makeIndex(files) {
    const starts = new Uint32Array(new SharedArrayBuffer(files.length * 4));
    let end = headerLength;
    for (const [entry, { name }] of files.entries()) {
        starts[entry] = end;
        // One zero at least, and a multiple of eight.
        end += (fieldsLength + name.length + 8) & ~7;
    }
    const bytes = Buffer.from(new SharedArrayBuffer(end + checksumLength));
    bytes.write('DIRC', 'latin1');
    bytes.writeUInt32BE(2, 4);
    bytes.writeUInt32BE(files.length, 8);
    for (const [entry, { name, kind, blob }] of files.entries()) {
        const start = starts[entry] ?? 0;
        bytes.writeUInt32BE(modes[kind], start + 24);
        bytes.write(blob, start + 40, 'hex');
        bytes.writeUInt16BE(Math.min(name.length, longestTold), start + 60);
        bytes.set(name, start + fieldsLength);
    }
    return { bytes, starts };
}
/** The index as Git reads it. */
function sealIndex({ bytes }) {
    const content = bytes.subarray(0, -checksumLength);
    bytes.set((0,external_node_crypto_.createHash)('sha1').update(content).digest(), content.length);
    return bytes;
}

// EXTERNAL MODULE: ./src/sync/project/work-tree.ts
var work_tree = __webpack_require__(88229);
;// CONCATENATED MODULE: ./src/sync/project/copy-files.ts









/**
 * What is there of them: a sparse checkout does not have all that is tracked. Throws CHECKOUT_INVALID where something else stands in a file's place, such
 * as a pipe: of a file that Git is told to assume unchanged it does not say so, and whoever reads a pipe waits for ever.
 */
function findFiles(root, files, isWanted = () => true) {
    const from = pathsBelow(root);
    return files.flatMap((file, entry) => {
        if (!isWanted(file.path))
            return [];
        const stats = (0,external_node_fs_.lstatSync)(from(file.name), { throwIfNoEntry: false });
        if (stats === undefined)
            return [];
        if (stats.isFile() || stats.isSymbolicLink() || stats.isDirectory()) {
            return [{ ...file, entry, stats }];
        }
        const reason = `${(0,harmless/* shownName */.HD)(file.path)} is no file, symbolic link or folder`;
        throw (0,work_tree/* invalidCheckout */.Mv)(root, reason, 'Restore it (`git checkout`), and run it again.');
    });
}
/**
 * Copies what was found in `root` into `folder`, as it stands there: bytes, modes, links. Never hard links: whoever writes in the copy
 * would write in the user's own file, and to make one changes that file's times already. `index`: of all tracked files. `isLookedAt`: what Git
 * wants to know of the copies is in it afterwards. Answers how many are not what Git has, of which it knows nothing. When one fails nothing more
 * is copied by the time it throws.
 */
function copyFiles(found, folders, { index, isLookedAt }) {
    return inThreads(found, folders, { ...index, isLookedAt, plainFiles: 1 });
}
/** Gives the files of a copy of ours another name in `folder`, but for the `written` ones (repository paths), which are copied. */
async function linkFiles(files, found, written, folders) {
    const isWritten = new Set(written);
    const linked = found.filter(({ path }) => !isWritten.has(path));
    await inThreads(linked, folders, { ...makeIndex(files), isLookedAt: false, plainFiles: 2 });
    for (const path of written) {
        const copy = (0,external_node_path_.join)(folders.folder, path);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(copy), { recursive: true });
        (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(folders.root, path), copy);
    }
}
/** From so many files on another thread is of use. */
const filesOfThread = 4000;
const mostThreads = 4;
async function inThreads(found, folders, { plainFiles, ...index }) {
    const count = index.starts.length;
    const job = {
        ...folders,
        ...index,
        actions: new Uint8Array(new SharedArrayBuffer(count)),
        modes: new Uint16Array(new SharedArrayBuffer(2 * count)),
        counters: new Int32Array(new SharedArrayBuffer(8))
    };
    const submodules = [];
    for (const { entry, stats, path } of found) {
        job.modes[entry] = stats.mode & 0o7777;
        if (stats.isDirectory())
            submodules.push(path);
        else
            job.actions[entry] = stats.isSymbolicLink() ? 3 : plainFiles;
    }
    const useful = Math.ceil(found.length / filesOfThread);
    const threads = Math.min(useful, (0,external_node_os_.availableParallelism)(), mostThreads);
    if (threads < 2)
        copyPart(job);
    else
        await (0,all_of/* allOf */.b)(Array.from({ length: threads }, () => inThread(job)));
    const { root, folder } = folders;
    for (const path of submodules)
        copySubmodule((0,external_node_path_.join)(root, path), (0,external_node_path_.join)(folder, path));
    return job.counters[1] ?? 0;
}
function inThread(job) {
    const text = `(${copyPart.toString()})(require('node:worker_threads').workerData)`;
    const worker = new external_node_worker_threads_.Worker(text, { eval: true, workerData: job, env: {}, execArgv: [] });
    return new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('exit', resolve);
    });
}
/** Those of the files in `folder` that have another name as well. */
function linkedFiles(found, folder) {
    const from = pathsBelow(folder);
    return found
        .filter(({ name, stats }) => stats.isFile() && (0,external_node_fs_.lstatSync)(from(name)).nlink > 1)
        .map(({ name }) => from(name));
}
/** Names are bytes to Git and to the disk. */
function pathsBelow(folder) {
    const start = Buffer.from(`${folder}/`);
    return (name) => Buffer.concat([start, name]);
}
/** A package that is made by a file sees what is checked out in a submodule; a flake never does. */
function copySubmodule(from, to) {
    (0,external_node_fs_.cpSync)(from, to, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (source) => (0,external_node_path_.basename)(source) !== '.git'
    });
}

;// CONCATENATED MODULE: ./src/sync/project/room-in-memory.ts




/** The kind of file system: https://man7.org/linux/man-pages/man2/statfs.2.html */
const tmpfs = 0x01021994;
/** What a file or folder takes besides its bytes, and what these are rounded to. */
const ofEach = 1024;
const page = 4096;
/** A copy takes at most this part of the memory that this process may still have, as evaluation needs far more, and half of the room there is. */
const partOfMemory = 1 / 8;
const partOfRoom = 1 / 2;
/**
 * A folder in memory for a copy of these files, which goes with the scratch folder: there it takes a fraction of the time, and the disk
 * is not asked to make and forget tens of thousands of files. null: there is not enough room, no such place, or one where nothing can be
 * run, as a formatter may be; or the scratch folder is in memory itself.
 */
function roomInMemory(scratch, found) {
    return (0,errors/* attempt */.CD)(() => {
        // What a submodule holds was not looked at.
        if (found.some(({ stats }) => stats.isDirectory()))
            return null;
        // Each may have a folder of its own.
        const files = 2 * found.length;
        const bytes = found.reduce((sum, { stats: { size } }) => sum + Math.ceil(size / page) * page, files * ofEach);
        const room = (0,external_node_fs_.statfsSync)(src_scratch/* sharedMemory */.X_);
        if (room.type !== tmpfs || (0,external_node_fs_.statfsSync)(scratch).type === tmpfs)
            return null;
        if (bytes > process.availableMemory() * partOfMemory)
            return null;
        if (bytes > room.bavail * room.bsize * partOfRoom)
            return null;
        // 0 of 0: they are not counted.
        if (room.files > 0 && files > room.ffree * partOfRoom)
            return null;
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,src_scratch/* scratchInMemory */.R4)(scratch), 'copy-'));
        return mayRun(folder) ? folder : null;
    }, null);
}
/** Docker mounts it so that nothing in it may be started. */
function mayRun(folder) {
    const program = (0,external_node_path_.join)(folder, 'program');
    (0,external_node_fs_.writeFileSync)(program, '', { mode: 0o700 });
    const isAllowed = (0,errors/* attempt */.CD)(() => {
        (0,external_node_fs_.accessSync)(program, external_node_fs_.constants.X_OK);
        return true;
    }, false);
    (0,external_node_fs_.rmSync)(program);
    return isAllowed;
}

;// CONCATENATED MODULE: ./src/sync/project/copy.ts













/**
 * The project's tracked files in a folder of ours, with the very bytes, modes and links of the work tree, as a Git repository at
 * the same commit: Nix evaluates it in the user's stead. What is written here is seen by Nix, as it is tracked already.
 */
class Copy {
    project;
    /** Absolute, without symbolic links. */
    folder;
    /** The repository of the copy, beside the folder: a package that takes the whole folder for its source must not see it change. */
    gitDir;
    /** Beside them, and always on the disk: what Nix fetches for evaluations. */
    cache;
    #found;
    #tracked;
    /** By path: what stood in each file before it was first written; null: there was none. */
    #originals;
    /** By path: what the file is instead of the checkout's. */
    #made;
    #twinOf;
    /** Whether a twin has, or had, the same files. */
    #isShared;
    #isHandedOver = false;
    /** `home`: where the files are, absolute, without symbolic links. */
    constructor(project, found, { home, cache, twinOf = null }) {
        this.project = project;
        this.folder = (0,external_node_path_.join)(home, 'tree');
        this.gitDir = (0,external_node_path_.join)(home, 'git');
        this.cache = cache;
        this.#found = found;
        this.#tracked = new Map(project.files.map((file) => [file.path, file]));
        this.#originals = new Map(twinOf === null ? [] : twinOf.#originals);
        this.#made = new Map(twinOf === null ? [] : twinOf.#made);
        this.#twinOf = twinOf;
        this.#isShared = twinOf !== null;
    }
    /** Of a tracked plain file; whether it is a program stays. */
    async write(path, text) {
        const file = await this.#plainFile(path);
        if (!this.#originals.has(path))
            this.#originals.set(path, await (0,promises_.readFile)(file));
        this.#replace(file, text);
    }
    /** Makes the file what it is in the checkout, or what it was made. */
    async restore(path) {
        const original = this.#made.get(path) ?? this.#originals.get(path);
        if (original === undefined || original === null)
            return;
        this.#replace(await this.#plainFile(path), original);
    }
    /** From now on the file is this instead of the checkout's; one that is not there is made, and tracked in the copy. */
    async make(path, content) {
        const isNew = !this.#tracked.has(path) && !this.#made.has(path);
        if (isNew)
            await this.#makeNew(path);
        const file = await this.#plainFile(path, isNew);
        if (!this.#originals.has(path))
            this.#originals.set(path, isNew ? null : await (0,promises_.readFile)(file));
        this.#made.set(path, content);
        this.#replace(file, content);
        if (isNew)
            await (0,run/* expectGit */.gd)(this.git, ['update-index', '--add', '--', path]);
    }
    /** Takes it away, in memory or on the disk, with what was fetched for it. */
    remove() {
        (0,src_scratch/* removeFolder */.v$)((0,external_node_path_.dirname)(this.folder));
        if (this.#twinOf === null)
            (0,src_scratch/* removeFolder */.v$)(this.cache);
    }
    /**
     * Makes it the checkout again, for this project, whose files are the same. False: it cannot be, as somebody else may have written in it, or there
     * are files that were not.
     */
    async reopen(project) {
        const { root, head, flakeFolder } = this.project;
        const isSame = project.root === root && project.head === head;
        // Git does not know the files of one that no flake was in.
        const isReady = project.flakeFolder === null || flakeFolder !== null;
        const hasMore = [...this.#originals.values()].includes(null);
        if (this.#isHandedOver || !isSame || !isReady || hasMore)
            return false;
        this.#made.clear();
        for (const path of this.#originals.keys())
            await this.restore(path);
        this.#originals.clear();
        this.project = project;
        return true;
    }
    /**
     * A copy of its own that holds what this one holds now, made in a fraction of the time, as most of its files are links to this one's. Its folder
     * has the same name, and what is fetched for either serves both. null: it cannot be had, as somebody else may write in the files, or the file
     * system has no room for it.
     */
    async twin() {
        if (this.#isHandedOver)
            return null;
        // Beside this one: what leads from one folder to another by a relative path does so there.
        const home = await (0,promises_.mkdtemp)(`${(0,external_node_path_.dirname)(this.folder)}-twin-`);
        const { project, cache } = this;
        const twin = new Copy(project, this.#found, { home, cache, twinOf: this });
        try {
            this.#isShared = true;
            (0,external_node_fs_.cpSync)(this.gitDir, twin.gitDir, { recursive: true });
            await (0,promises_.mkdir)(twin.folder);
            const [root, folder] = [this.folder, twin.folder];
            const written = [...this.#originals.keys()];
            await linkFiles(project.files, this.#found, written, { root, folder });
            await (0,promises_.copyFile)((0,external_node_path_.join)(this.folder, '.git'), (0,external_node_path_.join)(twin.folder, '.git'));
            return twin;
        }
        catch (error) {
            (0,src_scratch/* removeFolder */.v$)(home);
            if ((0,system_errors/* systemFault */.mc)(error) === null)
                throw error;
            return null;
        }
    }
    /** Before a program that is not ours works in it, which may write into files where they stand: none of them is a twin's as well. */
    handOver() {
        // What it left has no links, and need not be there.
        if (this.#isHandedOver)
            return;
        this.#isHandedOver = true;
        if (!this.#isShared)
            return;
        for (const file of linkedFiles(this.#found, this.folder)) {
            this.#replace(file, (0,external_node_fs_.readFileSync)(file));
        }
    }
    /** For commands in the copy. */
    get git() {
        const { root, env, git } = this.project;
        return {
            ...{ directory: this.folder, isWorkTree: true, url: root, log: git.log },
            env: (0,environment/* gitEnvironment */._K)(env, [])
        };
    }
    async #makeNew(path) {
        const folder = (0,external_node_path_.dirname)((0,external_node_path_.join)(this.folder, path));
        await (0,promises_.mkdir)(folder, { recursive: true });
        if ((await (0,promises_.realpath)(folder)) !== folder)
            throw notPlain(path);
        await (0,promises_.writeFile)((0,external_node_path_.join)(this.folder, path), '', { flag: 'wx' });
    }
    /** The files that are not as in the checkout, in their order, a formatter's changes of written ones included. */
    async rewrittenFiles() {
        const files = [];
        for (const path of [...this.#originals.keys()].toSorted()) {
            const before = this.#originals.get(path)?.toString('utf8') ?? null;
            const after = await (0,promises_.readFile)(await this.#plainFile(path), 'utf8');
            if (before !== after)
                files.push({ path, before, after });
        }
        return files;
    }
    /** Where it is. A formatter, too, may not make it a link to somewhere else. */
    async #plainFile(path, isNew = this.#originals.get(path) === null) {
        const file = (0,external_node_path_.join)(this.folder, path);
        const kind = this.#tracked.get(path)?.kind;
        const isPlain = isNew || kind === 'file' || kind === 'executable';
        const found = await (0,promises_.lstat)(file).catch(() => null);
        if (!isPlain || found?.isFile() !== true || (await (0,promises_.realpath)(file)) !== file) {
            throw notPlain(path);
        }
        return file;
    }
    /** By another one in its place: a twin's may be the same. */
    #replace(file, content) {
        const { mode } = (0,external_node_fs_.lstatSync)(file);
        // Not where Nix looks.
        const made = (0,external_node_path_.join)(this.gitDir, 'made');
        (0,external_node_fs_.writeFileSync)(made, content);
        // Some checkouts are read-only.
        (0,external_node_fs_.chmodSync)(made, (mode & 0o777) | 0o200);
        (0,external_node_fs_.renameSync)(made, file);
    }
}
function notPlain(path) {
    return (0,errors/* internalError */.WB)(path, 'it is not a plain file that Git tracks, and was to be written');
}
/**
 * Copies the project below `scratch`, which is made if need be. The checkout's objects are used where they are, so that a
 * repository of any size takes as long as copying its files. Throws CHECKOUT_INVALID, GIT_FAILED, DISK_FULL.
 */
async function makeCopy(project, scratch, { inMemoryOf, only } = {}) {
    const { root, head, files, flakeFolder } = project;
    if (head.length !== 40) {
        const hint = 'A package is evaluated out of a repository of SHA-1 alone, as GitHub has them.';
        throw (0,work_tree/* invalidCheckout */.Mv)(root, 'Git names its objects by SHA-256, and not by SHA-1', hint);
    }
    const found = findFiles(root, files, only && ((path) => only.has(path)));
    await (0,promises_.mkdir)(scratch, { recursive: true });
    const onDisk = await (0,promises_.realpath)(scratch);
    const home = inMemoryOf === undefined ? null : roomInMemory(inMemoryOf, found);
    const copy = new Copy(project, found, { home: home ?? onDisk, cache: (0,external_node_path_.join)(onDisk, 'cache') });
    const { folder, gitDir } = copy;
    await (0,promises_.mkdir)(folder);
    // Of a part nothing is evaluated.
    const isLookedAt = flakeFolder !== null && only === undefined;
    const index = makeIndex(files);
    // Git's part runs beside ours.
    const [unlike] = await (0,all_of/* allOf */.b)([
        copyFiles(found, { root, folder }, { index, isLookedAt }),
        makeRepository(copy)
    ]);
    await (0,promises_.writeFile)((0,external_node_path_.join)(gitDir, 'index'), sealIndex(index));
    if (isLookedAt && unlike > 0)
        await rememberStat(copy);
    return copy;
}
/** At the commit, without an index. */
async function makeRepository({ project, folder, gitDir, git }) {
    const { root, head } = project;
    const { objects, shallow } = await (0,work_tree/* locateObjects */.np)(project.git);
    // Relative, as libgit2 (in Nix) reads it too, and so that the copy may be seen under another name.
    const alternate = (0,external_node_path_.relative)((0,external_node_path_.join)(gitDir, 'objects'), await (0,promises_.realpath)(objects));
    if (/\p{Cc}/u.test(alternate)) {
        throw (0,work_tree/* invalidCheckout */.Mv)(root, 'the name of its folder of objects holds a control character');
    }
    // Whatever somebody prefers for new ones.
    const formats = { GIT_DEFAULT_REF_FORMAT: 'files', GIT_DEFAULT_HASH: 'sha1' };
    const init = ['init', '--quiet', '--template=', `--separate-git-dir=${gitDir}`];
    await (0,run/* expectGit */.gd)({ ...git, env: { ...git.env, ...formats } }, init);
    await (0,promises_.mkdir)((0,external_node_path_.join)(gitDir, 'objects', 'info'), { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(gitDir, 'objects', 'info', 'alternates'), `${alternate}\n`);
    if (shallow !== null)
        await (0,promises_.copyFile)(shallow, (0,external_node_path_.join)(gitDir, 'shallow'));
    await (0,promises_.writeFile)((0,external_node_path_.join)(gitDir, 'HEAD'), `${head}\n`);
    // A twin's links change them, of what is as it was.
    await (0,promises_.appendFile)((0,external_node_path_.join)(gitDir, 'config'), '[core]\n\ttrustctime = false\n');
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, '.git'), `gitdir: ${(0,external_node_path_.relative)(folder, gitDir)}\n`);
}
/** Of files that are as Git would check them out, but other bytes than it has: their line endings. It would read them in each evaluation. */
async function rememberStat({ git }) {
    // It ends with 1 when a file is not as Git would check it out, for its line endings.
    await (0,run/* runGit */.EO)(git, ['update-index', '-q', '--refresh']);
}


/***/ }),

/***/ 58910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ evaluatePackage),
/* harmony export */   CC: () => (/* binding */ describedPackage),
/* harmony export */   LY: () => (/* binding */ readPackage),
/* harmony export */   Oj: () => (/* binding */ askPackage),
/* harmony export */   VN: () => (/* binding */ packageSystems),
/* harmony export */   ol: () => (/* binding */ fileCommand),
/* harmony export */   pA: () => (/* binding */ withNixpkgsInCopy),
/* harmony export */   qY: () => (/* binding */ describeWithout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(27597);
/* harmony import */ var _nix_describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19142);
/* harmony import */ var _nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44681);
/* harmony import */ var _nix_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2632);
/* harmony import */ var _nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2713);
/* harmony import */ var _flake_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23692);
/* harmony import */ var _package_reference_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(99769);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55072);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62665);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(90147);













const packageExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "describe-package.nix", 'utf8');
const meta = zod__WEBPACK_IMPORTED_MODULE_12__/* .object */ .Ikc({
    homepage: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    changelog: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    platforms: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()).nullable()
});
const missing = zod__WEBPACK_IMPORTED_MODULE_12__/* .object */ .Ikc({ missing: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()), attributes: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()) });
const packageDescription = _nix_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_.extend(meta.shape);
/** What `packageExpression` says of anything that is there. */
const describedPackage = zod__WEBPACK_IMPORTED_MODULE_12__/* .union */ .KCZ([packageDescription, _nix_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .noDerivation */ .PU]);
const answer = zod__WEBPACK_IMPORTED_MODULE_12__/* .union */ .KCZ([describedPackage, missing]);
/**
 * Evaluates the package as it is in the copy now, for one system, without building it; its .drv files are in the store afterwards.
 * Throws what is the machine's failure and not the package's: NIX_MISSING, FLAKES_DISABLED, DISK_FULL.
 */
async function evaluatePackage(nix, copy, project, request, unread = new Map()) {
    for (;;) {
        // Another system's evaluation may find out something meanwhile.
        const left = new Set(unread.keys());
        const evaluated = await (0,_nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdEvaluated */ .vZ)(nix, () => evaluateOnce(nix, copy, project, request, left));
        if ('drvPath' in evaluated)
            return evaluated;
        const found = unreadBy(evaluated);
        if (found === null || left.has(found))
            return evaluated;
        if (!unread.has(found))
            unread.set(found, evaluated.error.reason);
    }
}
/** The attribute of `meta` whose failure it is, and of nothing that has to be built for it first. */
function unreadBy({ stderr }) {
    const name = /while nar-publish reads meta\.(\w+)/.exec(stderr)?.[1];
    return name === undefined || (0,_nix_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_5__/* .hashMismatches */ .F)(stderr).length > 0 ? null : name;
}
async function evaluateOnce(nix, copy, project, request, unread) {
    const describe = describeWithout(unread.keys());
    const question = { nix, copy, project, ...request, describe };
    const isFlake = question.package.kind === 'flake';
    const answered = isFlake ? await (0,_flake_js__WEBPACK_IMPORTED_MODULE_7__/* .askFlake */ .td)(question) : await askFile(question);
    if (!('json' in answered))
        return answered;
    const read = answer.safeParse(JSON.parse(answered.json));
    if (!read.success) {
        const reason = 'Nix described it in a way that this version does not know';
        return (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .failed */ .gz)(question, { reason, cause: read.error });
    }
    if ('notDerivation' in read.data)
        return (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .failed */ .gz)(question, { reason: (0,_nix_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .noDerivationReason */ .HW)(read.data) });
    if ('missing' in read.data)
        return (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .failed */ .gz)(question, { reason: missingReason(read.data) });
    return readPackage(read.data, request.system);
}
/** Nix code of a function that says what `describedPackage` reads. `unread`: names of attributes of `meta` that are not asked for. */
function describeWithout(unread = []) {
    const names = [...unread].map((name) => (0,_nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_6__/* .nixString */ .z7)(name)).join(' ');
    return `((${packageExpression}) ${_nix_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .describeAndTellExpression */ ._W} [ ${names} ])`;
}
/** `system`: for which it was evaluated. */
function readPackage({ specified, outputs, ...described }, system) {
    const wanted = outputs.filter(({ name }) => specified === null || name === specified);
    return { ...described, outputs: wanted, system };
}
/** Something else about the package in the copy. `describe`: Nix code of a function from its value; JSON comes of it. */
function askPackage(nix, copy, project, request, describe) {
    const question = { nix, copy, project, ...request, describe: `(${describe})` };
    return question.package.kind === 'flake' ? (0,_flake_js__WEBPACK_IMPORTED_MODULE_7__/* .askFlake */ .td)(question) : askFile(question);
}
/**
 * Those of the usual four systems that have the package, this machine's first: those of the flake's attributes, or those of
 * `meta.platforms`. This machine's alone when neither says anything, as evaluating for it tells what is wrong.
 */
async function packageSystems(nix, copy, project, reference, nixpkgs = null) {
    const system = await (0,_systems_js__WEBPACK_IMPORTED_MODULE_11__/* .currentSystem */ .tX)(nix);
    // Without `describe` nothing is instantiated. Of `meta` only `platforms` is asked for.
    const unread = '[ "homepage" "changelog" "mainProgram" ]';
    const describe = `((${packageExpression}) (value: { }) ${unread})`;
    const question = { nix, copy, project, package: reference, nixpkgs, system, describe };
    const systems = reference.kind === 'flake'
        ? await (0,_flake_js__WEBPACK_IMPORTED_MODULE_7__/* .flakeSystems */ ._U)(question, _systems_js__WEBPACK_IMPORTED_MODULE_11__/* .usualSystems */ .Ht)
        : await fileSystems(question, _systems_js__WEBPACK_IMPORTED_MODULE_11__/* .usualSystems */ .Ht);
    if (systems.length === 0)
        return [system];
    return systems.toSorted((a, b) => Number(b === system) - Number(a === system));
}
async function fileSystems(question, systems) {
    const answered = await askFile(question);
    if (!('json' in answered))
        return [];
    const platforms = meta.safeParse(JSON.parse(answered.json)).data?.platforms ?? [];
    return systems.filter((system) => platforms.includes(system));
}
function missingReason({ missing: path, attributes }) {
    const owner = path.slice(0, -1).join('.') || 'it';
    return `it has no attribute ${path.join('.')}${(0,_nix_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .whatItHas */ .md)(owner, attributes)}`;
}
const fileExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "package-file.nix", 'utf8');
/** Asks about the package that a file of the copy makes; see package-file.nix. */
async function askFile(question) {
    const located = await withNixpkgsInCopy(question);
    return (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .answerOf */ .ut)(question, await (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .ask */ .kA)(question, fileCommand(located)));
}
/** The question as it is to be asked. */
async function withNixpkgsInCopy(question) {
    return { ...question, nixpkgs: await nixpkgsInCopy(question) };
}
/** A nixpkgs that is tracked in the checkout has a copy of its own, in which things are written; the checkout's is what it is. */
async function nixpkgsInCopy({ nixpkgs, project, copy }) {
    if (nixpkgs === null)
        return null;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(project.root, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(nixpkgs).catch(() => nixpkgs));
    const copied = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(copy.folder, path);
    const isInside = !/^\.\.(?:\/|$)/.test(path);
    return isInside && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(copied) ? copied : nixpkgs;
}
function fileCommand(question) {
    const { nix, copy, project, package: reference, nixpkgs, system, describe } = question;
    const { packageFile } = project;
    const byName = /(?:^|\/)pkgs\/by-name\/[^/]+\/([^/]+)\/package\.nix$/.exec(packageFile)?.[1];
    const mayBeNixpkgs = (0,_project_js__WEBPACK_IMPORTED_MODULE_9__/* .isNixpkgs */ .Lo)(project) || (byName !== undefined && (0,_project_js__WEBPACK_IMPORTED_MODULE_9__/* .isTracked */ .Xz)(project, 'default.nix'));
    const given = {
        file: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(copy.folder, packageFile),
        attributePath: JSON.stringify((0,_package_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .parseAttributePath */ .f6)((0,_systems_js__WEBPACK_IMPORTED_MODULE_11__/* .fillIn */ .pz)(reference.attribute, system)) ?? []),
        system,
        // The checkout itself is no other one.
        nixpkgs: mayBeNixpkgs && nixpkgs === copy.folder ? '' : (nixpkgs ?? ''),
        checkout: mayBeNixpkgs ? copy.folder : '',
        byName: byName ?? ''
    };
    return {
        program: 'nix-instantiate',
        args: [
            ...['--eval', '--strict', '--json', '--read-write-mode', '--show-trace'],
            ...['--log-format', 'bar-with-logs'],
            ...['--option', (0,_question_js__WEBPACK_IMPORTED_MODULE_10__/* .systemSetting */ .Ux)(nix), system],
            ...Object.entries(given).flatMap(([name, value]) => ['--argstr', name, value]),
            ...['--expr', `(${fileExpression}) { describe = ${describe}; }`]
        ]
    };
}


/***/ }),

/***/ 23692:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ flakeReference),
/* harmony export */   K4: () => (/* binding */ evalCommand),
/* harmony export */   SU: () => (/* binding */ uncommitted),
/* harmony export */   _U: () => (/* binding */ flakeSystems),
/* harmony export */   td: () => (/* binding */ askFlake),
/* harmony export */   tr: () => (/* binding */ spellOut)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27597);
/* harmony import */ var _nix_describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19142);
/* harmony import */ var _nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2713);
/* harmony import */ var _nix_nix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84280);
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59094);
/* harmony import */ var _package_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99769);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62665);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(90147);









const systemsExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "flake-systems.nix", 'utf8');
const systemsAnswer = zod__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ has: zod__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zMY(), names: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()) }));
/**
 * Asks about an attribute of the copy's flake. For this machine's system Nix itself finds it (`packages.<system>.x`,
 * `legacyPackages…`, `x`). For another one it is spelled out: Nix would find it with the setting `system` too, but then also start
 * that system's builders here.
 */
async function askFlake(question) {
    const { nix, system, package: reference } = question;
    const attribute = (0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .fillIn */ .pz)(reference.attribute, system);
    const named = (0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .namedSystem */ .Pc)(attribute);
    if (named !== null && named !== system) {
        return (0,_question_js__WEBPACK_IMPORTED_MODULE_6__/* .failed */ .gz)(question, {
            reason: `the attribute is for ${named}; with \`{system}\` in its place it is for each system`
        });
    }
    const spelledOut = spellOut(attribute, system);
    const isOwn = system === (await (0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .currentSystem */ .tX)(nix));
    for (const candidate of isOwn ? [attribute] : spelledOut) {
        const ended = await (0,_question_js__WEBPACK_IMPORTED_MODULE_6__/* .ask */ .kA)(question, evalCommand(question, candidate, question.describe));
        const isMissing = /^flake '.*' does not provide attribute/.test((0,_nix_run_js__WEBPACK_IMPORTED_MODULE_4__/* .nixWords */ .b3)(ended.stderr));
        if (ended.status === 0 || !isMissing)
            return (0,_question_js__WEBPACK_IMPORTED_MODULE_6__/* .answerOf */ .ut)(question, ended);
    }
    const tried = [...new Set(isOwn ? [...spelledOut, attribute] : spelledOut)].filter(Boolean);
    const { names = [] } = (await askSystems(question, 'packages', { [system]: [] }))[system] ?? {};
    const reason = `the flake has no ${tried.join(', ')}${(0,_nix_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .whatItHas */ .md)(`packages.${system}`, names)}`;
    return (0,_question_js__WEBPACK_IMPORTED_MODULE_6__/* .failed */ .gz)(question, { reason });
}
/** Those of the systems for which the flake has the package, by its attributes' names: nothing is instantiated. */
async function flakeSystems(question, systems) {
    const named = (0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .namedSystem */ .Pc)(question.package.attribute);
    if (named !== null)
        return [named];
    const found = new Set();
    for (const [output, paths] of lookups(question.package.attribute, systems)) {
        const answer = await askSystems(question, output, paths);
        for (const [system, { has }] of Object.entries(answer))
            if (has)
                found.add(system);
    }
    return systems.filter((system) => found.has(system));
}
/** Where the package may be for a system, as Nix looks for it. */
function spellOut(attribute, system) {
    if ((0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .namedSystem */ .Pc)(attribute) !== null)
        return [attribute];
    return attribute === ''
        ? [`packages.${system}.default`, `defaultPackage.${system}`]
        : [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`];
}
/** The same by output: `packages` → for each system the names below it. */
function lookups(attribute, systems) {
    const byOutput = new Map();
    for (const system of systems) {
        for (const spelled of spellOut((0,_systems_js__WEBPACK_IMPORTED_MODULE_7__/* .fillIn */ .pz)(attribute, system), system)) {
            const [output = '', ...path] = (0,_package_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parseAttributePath */ .f6)(spelled) ?? [];
            byOutput.set(output, { ...byOutput.get(output), [system]: path });
        }
    }
    return byOutput;
}
/** Nothing when the flake does not have the output, or does not evaluate. */
async function askSystems(question, output, paths) {
    const describe = `(${systemsExpression}) { paths = builtins.fromJSON ${(0,_nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_2__/* .nixString */ .z7)(JSON.stringify(paths))}; }`;
    const ended = await (0,_question_js__WEBPACK_IMPORTED_MODULE_6__/* .ask */ .kA)(question, evalCommand(question, output, describe));
    if (ended.status !== 0)
        return {};
    return systemsAnswer.parse(JSON.parse(ended.stdout));
}
/** `describe`: Nix code of a function from the attribute's value. */
function evalCommand(place, attribute, describe) {
    return {
        program: 'nix',
        args: [
            ...['eval', '--json', '--show-trace', '--no-write-lock-file'],
            ...['--log-format', 'bar-with-logs'],
            ...uncommitted,
            // An error out of the cache would not tell of hashes.
            ...['--option', 'eval-cache', 'false'],
            ...['--apply', describe, '--', `${flakeReference(place)}#${encodeURIComponent(attribute)}`]
        ]
    };
}
/** What is written in the copy is not committed. */
const uncommitted = ['--option', 'allow-dirty', 'true', '--option', 'warn-dirty', 'false'];
/** The copy's flake, for a command that runs in the copy. */
function flakeReference({ nix: { version }, copy, project: { flakeFolder } }) {
    // Nix 2.8 takes a path in a URL as it stands, so that it has to have no odd characters; newer ones warn about relative ones.
    const address = (0,_nix_nix_js__WEBPACK_IMPORTED_MODULE_3__/* .isAtLeast */ .du)(version, 2, 20) ? `//${(0,_package_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .encodePath */ .O0)(copy.folder)}` : '.';
    const folder = flakeFolder === null || flakeFolder === '' ? '' : `dir=${(0,_package_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .encodePath */ .O0)(flakeFolder)}&`;
    // The copy of a shallow clone is one as well.
    return `git+file:${address}?${folder}shallow=1`;
}


/***/ }),

/***/ 38502:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ locatePackage)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88229);




/**
 * Finds the package's file and the work tree that it is in: that of the workspace, or one below the workspace. Links are followed
 * inside of the work tree only. Throws PACKAGE_INVALID, CHECKOUT_INVALID.
 */
async function locatePackage(reference, workspace, gitIn) {
    const invalid = (reason) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({ code: 'PACKAGE_INVALID', subject: reference.text, reason });
    const home = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace).catch(() => {
        throw (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .invalidCheckout */ .Mv)(workspace, 'the folder does not exist');
    });
    const asked = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(home, reference.kind === 'flake' ? reference.folder : reference.path);
    const found = await follow(asked, invalid);
    const isFolder = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(found)).isDirectory();
    if (reference.kind === 'flake' && !isFolder)
        throw invalid('it is a file; a flake is a folder');
    const isFile = reference.kind === 'file';
    const file = isFile && isFolder ? await follow((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(found, 'default.nix'), invalid) : found;
    const folder = isFile ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file) : file;
    // Both are asked at once; what the package's folder says is looked at below.
    const rootOfFolder = (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .findRoot */ .wg)(gitIn(folder));
    rootOfFolder.catch(() => null);
    const rootOfHome = folder === home ? rootOfFolder : (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .findRoot */ .wg)(gitIn(home));
    const checkout = (await rootOfHome.catch(() => null)) ?? home;
    if (!isWithin(checkout, file)) {
        const what = isWithin(checkout, asked) ? 'a symbolic link leads' : 'it is';
        throw invalid(`${what} out of the checkout ${checkout}`);
    }
    const root = await rootOfFolder;
    if (root === null)
        throw (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .invalidCheckout */ .Mv)(folder, 'it is in no Git repository');
    if (reference.kind === 'file') {
        return { root, packageFile: repositoryPath(root, file), flakeFolder: null };
    }
    return findFlake(root, folder, invalid);
}
/** As Nix looks for a flake: in the folder, then in those above it, up to the root. */
async function findFlake(root, folder, invalid) {
    for (let place = folder; isWithin(root, place); place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place)) {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, 'flake.nix')).catch(() => null);
        if (file === null)
            continue;
        if (!isWithin(root, file))
            throw invalid('its flake.nix is a symbolic link out of the checkout');
        return {
            root,
            packageFile: repositoryPath(root, file),
            flakeFolder: repositoryPath(root, place)
        };
    }
    throw invalid(`there is no flake.nix in ${repositoryPath(root, folder) || 'the checkout'}`);
}
async function follow(path, invalid) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch((cause) => {
        const isCircle = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(cause) === 'ELOOP';
        throw invalid(isCircle ? `${path} is a symbolic link that leads in a circle` : `there is no ${path}`);
    });
}
function isWithin(folder, path) {
    return path === folder || path.startsWith(folder.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? folder : folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
}
function repositoryPath(root, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}


/***/ }),

/***/ 99769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   f6: () => (/* binding */ parseAttributePath),
/* harmony export */   vH: () => (/* binding */ parsePackageReference)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);


/**
 * Reads which package is meant:
 *
 *     .#infer  ./dir#packages.x86_64-linux.infer  .    of a flake in the checkout
 *     path:./dir#infer                                 the same, in the form that takes %23 for a `#` in the folder's name
 *     file:nix/infer.nix  file:default.nix#infer       of a file in the checkout; a folder stands for its default.nix
 *
 * Nothing is looked up: whether it is there, and inside of the checkout, openProject finds out. Throws PACKAGE_INVALID.
 */
function parsePackageReference(text) {
    const invalid = (reason) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'PACKAGE_INVALID',
        subject: JSON.stringify(text.slice(0, 300)),
        reason
    });
    if ((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControlCharacter */ .Fd)(text))
        throw invalid('it holds a control character or a line break');
    if (text.trim() === '')
        throw invalid('it is empty');
    if (text.startsWith('-'))
        throw invalid('it starts with a dash, as an option does');
    const parsed = text.startsWith('file:') ? parseFile(text, invalid) : parseFlake(text, invalid);
    if (parseAttributePath(parsed.attribute) === null) {
        throw invalid(`${JSON.stringify(parsed.attribute)} is no path of attributes`);
    }
    return parsed;
}
function parseFile(text, invalid) {
    // A `#` before the extension belongs to the path.
    const parts = /^file:(?<path>.*?\.nix)(?:#(?<attribute>.*))?$/u.exec(text)?.groups ??
        /^file:(?<path>[^#]*)(?:#(?<attribute>.*))?$/u.exec(text)?.groups;
    const path = parts?.['path'] ?? '';
    if (path === '')
        throw invalid('it names no file');
    if (path.startsWith('//'))
        throw invalid('it is an address, and not a path');
    return { kind: 'file', text, path, attribute: parts?.['attribute'] ?? '' };
}
function parseFlake(text, invalid) {
    const [, before = '', fragment = ''] = /^([^#]*)(?:#(.*))?$/u.exec(text) ?? [];
    const isPathForm = before.startsWith('path:');
    const written = isPathForm ? before.slice('path:'.length) : before;
    if (written.includes('?'))
        throw invalid('parameters after `?` are not supported');
    if (!isPathForm && /^[a-z][a-z0-9+.-]*:/i.test(written)) {
        throw invalid('it is not in the checkout, so that nothing could be written');
    }
    // Nix takes a mere word for a name in its registry.
    if (!isPathForm && !/^(?:$|\.{1,2}(?:\/|$)|\/)/.test(written)) {
        throw invalid('it is a name in the flake registry, and not in the checkout');
    }
    if (written.startsWith('//'))
        throw invalid('it is an address, and not a path');
    // What follows `#` is percent-encoded in every form; a plain path is not.
    const folder = isPathForm ? decode(written, invalid) : written;
    const attribute = decode(fragment, invalid);
    if (attribute.includes('^'))
        throw invalid('outputs (`^…`) cannot be chosen here');
    return { kind: 'flake', text, folder: folder === '' ? '.' : folder, attribute };
}
function decode(text, invalid) {
    const decoded = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(text), null);
    if (decoded === null) {
        throw invalid(`${JSON.stringify(text)} has a % that is not followed by two hexadecimal digits`);
    }
    if ((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControlCharacter */ .Fd)(decoded))
        throw invalid('it holds a control character or a line break');
    return decoded;
}
/**
 * `a."b.c".d` → its names, as Nix's parseAttrPath takes it apart: quotes hold dots together, and there are no escapes. Empty: the
 * value itself. null: Nix would refuse it.
 */
function parseAttributePath(attribute) {
    if (attribute === '')
        return [];
    if (!/^(?:"[^"]*"|[^".])+(?:\.(?:"[^"]*"|[^".])+)*$/u.test(attribute))
        return null;
    const written = attribute.match(/(?:"[^"]*"|[^".])+/gu) ?? [];
    const names = written.map((name) => name.replaceAll('"', ''));
    return names.includes('') ? null : names;
}
/** A path as a URL holds it. */
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}


/***/ }),

/***/ 55072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lf: () => (/* binding */ readTextFiles),
/* harmony export */   Lo: () => (/* binding */ isNixpkgs),
/* harmony export */   Ny: () => (/* binding */ largestFile),
/* harmony export */   U8: () => (/* binding */ openProject),
/* harmony export */   Xz: () => (/* binding */ isTracked),
/* harmony export */   cC: () => (/* binding */ expectTracked),
/* harmony export */   n4: () => (/* binding */ packageFolder),
/* harmony export */   p: () => (/* binding */ mostFiles)
/* harmony export */ });
/* unused harmony export filesInScope */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(96356);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _repository_tree_item_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76944);
/* harmony import */ var _locate_package_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38502);
/* harmony import */ var _package_reference_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99769);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88229);









/** Bytes. Package files are far smaller, the lock files beside them sometimes not. */
const largestFile = 4 * 1024 * 1024;
/**
 * Finds the checkout that holds the package, which must be as it was committed; files that Git does not track do not matter.
 * Throws PACKAGE_INVALID, CHECKOUT_INVALID, TREE_DIRTY, GIT_MISSING, GIT_FAILED.
 */
async function openProject(request) {
    const { workspace, package: reference, env, log } = request;
    const place = await (0,_locate_package_js__WEBPACK_IMPORTED_MODULE_5__/* .locatePackage */ .j)(reference, workspace, (folder) => (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .gitIn */ .uM)(folder, env, log));
    const git = (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .gitIn */ .uM)(place.root, env, log);
    const [head, , files] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_8__/* .allOf */ .b)([(0,_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .headOf */ .Uo)(git), (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .expectCleanTree */ .J8)(git), (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .listTracked */ .z7)(git)]);
    expectTracked(place, reference, files);
    return { ...place, package: reference, head, files, git, env };
}
/** Throws PACKAGE_INVALID. */
function expectTracked({ packageFile, flakeFolder }, { text }, files) {
    const needed = [
        packageFile,
        // Nix reads this one, which may be a link to the other.
        ...(flakeFolder === null ? [] : [[flakeFolder, 'flake.nix'].filter(Boolean).join('/')])
    ];
    const missing = needed.find((path) => !isTracked({ files }, path));
    if (missing === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
        code: 'PACKAGE_INVALID',
        subject: text,
        reason: `Git does not track ${missing}`,
        hint: `Add it with \`git add ${missing}\`, and commit it.`
    });
}
/** The checkout is a nixpkgs: what a package of it needs comes out of itself. */
function isNixpkgs(project) {
    return isTracked(project, 'default.nix') && isTracked(project, 'pkgs/top-level/default.nix');
}
function isTracked({ files }, path) {
    return files.some((file) => file.path === path);
}
/** The tracked text files in which the package's literals are looked for, read strictly as UTF-8; see filesInScope. */
function readTextFiles(project) {
    return filesInScope(project).flatMap(({ path }) => {
        const text = readText((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(project.root, path));
        return text === null ? [] : [{ path, text }];
    });
}
/** null: it is no text, too large, no plain file, or not on the disk (a sparse checkout). */
function readText(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    if (found?.isFile() !== true || found.size > largestFile)
        return null;
    const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
    return (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : null;
}
/** Up to so many tracked files all are looked into. */
const mostFiles = 2000;
/**
 * All tracked files of a repository of ordinary size. Of a large one (nixpkgs has 45,000) those below the package's folder, and
 * those that stand directly in the folders above it (`../VERSION`). When even that is too much (a flake at the root), of the folders
 * below it only those that hold a Nix file.
 */
function filesInScope(project) {
    const files = project.files.filter(({ kind, name }) => isPlain(kind) && (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(name));
    if (project.files.length <= mostFiles)
        return files;
    const home = packageFolder(project);
    const below = files.filter(({ path }) => path.startsWith(home));
    const nixFolders = new Set(below.filter(({ path }) => path.endsWith('.nix')).map(({ path }) => (0,_repository_tree_item_js__WEBPACK_IMPORTED_MODULE_4__/* .folderOf */ .yS)(path)));
    const chosen = below.length <= mostFiles ? below : below.filter(({ path }) => nixFolders.has((0,_repository_tree_item_js__WEBPACK_IMPORTED_MODULE_4__/* .folderOf */ .yS)(path)));
    const above = files.filter(({ path }) => !path.startsWith(home) && home.startsWith((0,_repository_tree_item_js__WEBPACK_IMPORTED_MODULE_4__/* .folderOf */ .yS)(path)));
    return [...chosen, ...above];
}
/** With a slash at its end; empty: the root. A package of nixpkgs is at home in its own folder, whichever file leads to it. */
function packageFolder({ files, package: { attribute }, packageFile }) {
    const name = (0,_package_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .parseAttributePath */ .f6)(attribute)?.at(-1) ?? '';
    const byName = `pkgs/by-name/${name.slice(0, 2).toLowerCase()}/${name}/`;
    const isByName = name !== '' && files.some(({ path }) => path === `${byName}package.nix`);
    return isByName ? byName : (0,_repository_tree_item_js__WEBPACK_IMPORTED_MODULE_4__/* .folderOf */ .yS)(packageFile);
}
function isPlain(kind) {
    return kind === 'file' || kind === 'executable';
}


/***/ }),

/***/ 62665:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ux: () => (/* binding */ systemSetting),
/* harmony export */   VV: () => (/* binding */ placeIn),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7117);
/* harmony import */ var _nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2713);
/* harmony import */ var _nix_nix_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84280);
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59094);
/* harmony import */ var _repository_git_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66714);
/* harmony import */ var _package_reference_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(99769);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55072);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(90147);










/** How a command of the question ended. Throws what is the machine's failure: NIX_MISSING, FLAKES_DISABLED, DISK_FULL. */
function ask({ nix, copy }, command) {
    return (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .runEvaluation */ .K2)(nix, command, placeIn(nix, copy));
}
/** Where an evaluation of the copy runs. */
function placeIn(nix, { folder, cache }) {
    // What an address held when somebody last asked is no answer, and it is asked once in a run.
    const env = { ...(0,_repository_git_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutRepository */ .tZ)(nix.env), XDG_CACHE_HOME: cache, NIX_CACHE_HOME: cache };
    return { env, cwd: folder };
}
function answerOf(question, ended) {
    if (ended.status === 0)
        return { json: ended.stdout };
    return failed(question, {
        reason: wordsOf(question, ended),
        // As it was looked for in the copy: for another system it is spelled out.
        attribute: decodeURIComponent(ended.command.args.at(-1)?.split('#')[1] ?? ''),
        stderr: ended.stderr,
        cause: (0,_nix_run_js__WEBPACK_IMPORTED_MODULE_5__/* .nixFailure */ .M4)(ended)
    });
}
/** EVALUATION_FAILED about the package. */
function failed(question, { reason, attribute = question.package.attribute, stderr = '', cause }) {
    const lacksNixpkgs = reason.includes("file 'nixpkgs' was not found in the Nix search path");
    return {
        stderr,
        error: new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'EVALUATION_FAILED',
            subject: `${question.package.text} (${question.system})`,
            reason,
            hint: lacksNixpkgs
                ? 'Give its folder as `nixpkgs`, or set NIX_PATH.'
                : `Try \`${ownCommand(question, attribute)}\` in your checkout.`,
            cause
        })
    };
}
/** Nix's, with the checkout's paths in place of the copy's, which is gone when somebody reads them. */
function wordsOf({ copy: { folder }, project: { root } }, { stderr }) {
    return (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluationReason */ .Bz)(stderr)
        .replaceAll(`${folder}/`, '')
        .replaceAll(folder, () => root)
        .replaceAll((0,_package_reference_js__WEBPACK_IMPORTED_MODULE_7__/* .encodePath */ .O0)(folder), () => (0,_package_reference_js__WEBPACK_IMPORTED_MODULE_7__/* .encodePath */ .O0)(root));
}
/** What a person would type to see the same. */
function ownCommand(question, asked) {
    const { nix, package: reference, project, nixpkgs, system } = question;
    const { root, packageFile, flakeFolder } = project;
    if (reference.kind === 'flake') {
        const flags = ['--no-write-lock-file', '--show-trace', '--apply', 'drv: drv.drvPath'];
        const args = ['eval', ...flags, '--', `.#${(0,_systems_js__WEBPACK_IMPORTED_MODULE_9__/* .fillIn */ .pz)(asked, system)}`];
        return (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .pasteable */ .yK)({ program: 'nix', args }, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, flakeFolder ?? ''));
    }
    const attribute = (0,_systems_js__WEBPACK_IMPORTED_MODULE_9__/* .fillIn */ .pz)(reference.attribute, system);
    const selected = attribute === '' ? [] : ['-A', attribute];
    const packages = nixpkgs === null ? ((0,_project_js__WEBPACK_IMPORTED_MODULE_8__/* .isNixpkgs */ .Lo)(project) ? './.' : '<nixpkgs>') : pathExpression('/', nixpkgs);
    const what = /(?:^|\/)default\.nix$/.test(packageFile)
        ? [`./${packageFile}`]
        : [
            '--expr',
            `with import ${packages} { }; callPackage ${pathExpression('./', packageFile)} { }`
        ];
    const flags = ['--show-trace', '--option', systemSetting(nix), system];
    return (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .pasteable */ .yK)({ program: 'nix-instantiate', args: [...flags, ...what, ...selected] }, root);
}
/** `path`: below the folder that `from` is. */
function pathExpression(from, path) {
    const below = path.replace(/^\//, '');
    return /^[\w./+-]+$/.test(below) ? `${from}${below}` : `(${from}. + ${(0,_nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_3__/* .nixString */ .z7)(`/${below}`)})`;
}
/** What `builtins.currentSystem` is; the older setting also changes what this machine builds. */
function systemSetting({ version }) {
    return (0,_nix_nix_js__WEBPACK_IMPORTED_MODULE_4__/* .isAtLeast */ .du)(version, 2, 20) ? 'eval-system' : 'system';
}


/***/ }),

/***/ 90147:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ht: () => (/* binding */ usualSystems),
/* harmony export */   Pc: () => (/* binding */ namedSystem),
/* harmony export */   pz: () => (/* binding */ fillIn),
/* harmony export */   tX: () => (/* binding */ currentSystem)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _nix_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59094);


/** The systems that packages are made for when nobody says otherwise. */
const usualSystems = ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin'];
/** By what a Nix said of itself, which is the same object in each variant of it. */
const answers = new WeakMap();
/** The system that Nix builds for on this machine; each Nix is asked once. */
function currentSystem(nix) {
    const answer = answers.get(nix.version) ?? askSystem(nix);
    answers.set(nix.version, answer);
    return answer;
}
async function askSystem(nix) {
    const json = await (0,_nix_run_js__WEBPACK_IMPORTED_MODULE_0__/* .askNix */ .zL)(nix, {
        program: 'nix-instantiate',
        args: ['--eval', '--json', '--expr', 'builtins.currentSystem']
    });
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().parse(JSON.parse(json));
}
/** The system that an attribute is for by its name (`packages.x86_64-linux.x`); null: it is for whichever is asked for. */
function namedSystem(attribute) {
    const systemName = /(?:^|\.)"?((?:aarch64|armv[5-7][a-z]+|i686|loongarch64|powerpc64le|riscv64|s390x|x86_64)-(?:darwin|freebsd|linux))"?(?=\.|$)/;
    return systemName.exec(attribute)?.[1] ?? null;
}
/** `packages.{system}.x` → `packages.x86_64-linux.x` */
function fillIn(attribute, system) {
    return attribute.replaceAll('{system}', () => system);
}


/***/ }),

/***/ 88229:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ nulSeparated),
/* harmony export */   J8: () => (/* binding */ expectCleanTree),
/* harmony export */   Mv: () => (/* binding */ invalidCheckout),
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   np: () => (/* binding */ locateObjects),
/* harmony export */   uM: () => (/* binding */ gitIn),
/* harmony export */   wg: () => (/* binding */ findRoot),
/* harmony export */   z7: () => (/* binding */ listTracked)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _process_print_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39318);
/* harmony import */ var _repository_git_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66714);
/* harmony import */ var _repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32054);







/** Files that a message names. */
const namedFiles = 5;
/** Git in a folder of somebody's work tree, reading only. */
function gitIn(folder, env, log) {
    return { directory: folder, isWorkTree: true, url: folder, env: (0,_repository_git_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .workTreeEnvironment */ .R4)(env), log };
}
/** The root of the work tree that holds the folder; null when it is in none. Throws CHECKOUT_INVALID when git may not or cannot say. */
async function findRoot(git) {
    const ended = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(git, ['rev-parse', '--show-toplevel']);
    if (ended.status === 0) {
        const root = ended.stdout.toString('utf8').replace(/\n$/, '');
        if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(ended.stdout) && !/\p{Cc}/u.test(root))
            return root;
        throw invalidCheckout(root, 'its name holds a control character, or is not UTF-8');
    }
    if (ended.stderr.includes('not a git repository'))
        return null;
    throw rootFailure(git, ended);
}
function rootFailure(git, ended) {
    const owned = /detected dubious ownership in repository at '(.*)'/.exec(ended.stderr);
    if (owned?.[1] !== undefined) {
        // As in a container's job: the checkout is the runner's, and the steps are root's.
        return invalidCheckout(owned[1], 'it belongs to another user, and git refuses to read it', `Run \`${(0,_process_print_command_js__WEBPACK_IMPORTED_MODULE_4__/* .printCommand */ .T)({ program: 'git', args: ['config', '--global', '--add', 'safe.directory', owned[1]] })}\` before this step.`);
    }
    if (ended.stderr.includes('must be run in a work tree')) {
        return invalidCheckout(git.directory, 'it is inside of a repository, where no files are checked out');
    }
    return (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .gitFailure */ .tv)(git, ended);
}
/** Throws CHECKOUT_INVALID when nothing was ever committed. */
async function headOf(git) {
    const ended = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .runGit */ .EO)(git, ['rev-parse', '--verify', 'HEAD^{commit}']);
    if (ended.status !== 0) {
        throw invalidCheckout(git.directory, `it has no commit that git can read: ${(0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .gitWords */ .is)(ended)}`);
    }
    return ended.stdout.toString('utf8').trim();
}
/** What Git tracks, in its order. */
async function listTracked(git) {
    const listing = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .expectGit */ .gd)(git, ['ls-files', '--stage', '-z']);
    return nulSeparated(listing).map((entry) => {
        const tab = entry.indexOf('\t');
        const [mode = '', blob = ''] = entry.subarray(0, tab).toString('latin1').split(' ');
        const name = entry.subarray(tab + 1);
        return { path: name.toString('utf8'), name, kind: kinds[mode] ?? 'file', blob };
    });
}
/** By Git's mode. */
const kinds = {
    '100755': 'executable',
    '120000': 'symlink',
    '160000': 'submodule'
};
/** Files that Git does not track do not matter. `paths`: of these alone; empty: of all. Throws TREE_DIRTY. */
async function expectCleanTree(git, paths = []) {
    const status = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .expectGit */ .gd)(git, [
        ...['status', '--porcelain=v1', '-z', '--no-renames'],
        ...['--untracked-files=no', '--ignore-submodules=untracked', '--'],
        ...paths.map((path) => `:(top,literal)${path}`)
    ]);
    const dirty = nulSeparated(status).map((entry) => JSON.stringify(entry.toString('utf8').slice(3)));
    if (dirty.length === 0)
        return;
    const named = dirty.slice(0, namedFiles).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
        code: 'TREE_DIRTY',
        subject: git.directory,
        reason: dirty.length === 1
            ? `${named} is not as it was committed`
            : `${dirty.length} files are not as they were committed: ${named}${dirty.length > namedFiles ? ', …' : ''}`
    });
}
/** Where the repository keeps its objects, and the file that tells where a shallow clone ends (null: it is not one). */
async function locateObjects(git) {
    const question = ['--absolute-git-dir', '--git-path', 'objects', '--git-path', 'shallow'];
    const answer = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_6__/* .askGit */ .gG)(git, ['rev-parse', ...question]);
    const [gitDir = '', objects = '', shallowFile = ''] = answer.split('\n');
    const shallow = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(git.directory, shallowFile);
    return {
        gitDir,
        objects: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(git.directory, objects),
        shallow: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(shallow) ? shallow : null
    };
}
/** The checkout is there, but nothing can be done with it. */
function invalidCheckout(folder, reason, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({ code: 'CHECKOUT_INVALID', subject: folder, reason, hint });
}
function nulSeparated(output) {
    const entries = [];
    for (let start = 0; start < output.length;) {
        const found = output.indexOf(0, start);
        const end = found === -1 ? output.length : found;
        entries.push(output.subarray(start, end));
        start = end + 1;
    }
    return entries;
}


/***/ }),

/***/ 31442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _h: () => (/* binding */ pinnedSource),
/* harmony export */   fF: () => (/* binding */ followRevision),
/* harmony export */   kh: () => (/* binding */ refuseOtherCommit)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32393);
/* harmony import */ var _dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59780);
/* harmony import */ var _literals_entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1564);
/* harmony import */ var _literals_find_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47204);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34962);
/* harmony import */ var _own_texts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52718);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75941);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(86778);
/* harmony import */ var _version_source_host_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24610);
/* harmony import */ var _workshop_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(58674);












/**
 * The source that is fetched by a commit, of those that a package is made of; the main one's repository alone counts: what stands
 * beside it has versions of its own. `isPin`: what is fetched by is a commit. null: the main one is fetched by a name.
 */
function pinnedSource({ drvPath, version }, graph, serverUrl, isPin = _literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .isCommit */ .WM) {
    for (const source of (0,_sources_js__WEBPACK_IMPORTED_MODULE_8__/* .mainSources */ .gS)(drvPath, graph, version)) {
        const hosts = (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_2__/* .urlsOf */ .Wn)(source).map((url) => (0,_version_source_host_js__WEBPACK_IMPORTED_MODULE_10__/* .sourceHost */ .Y)(url, serverUrl));
        const host = hosts.find((one) => one?.kind === 'github' || one?.kind === 'git');
        if (host?.kind !== 'github' && host?.kind !== 'git')
            continue;
        const commit = (0,_sources_js__WEBPACK_IMPORTED_MODULE_8__/* .refsOf */ .gA)(source).find(isPin);
        return commit === undefined ? null : { commit, host };
    }
    return null;
}
/**
 * Where the pinned commit's digits are the package's own, with the new commit's in their place: as many as there were; and the new one's
 * day (`date`), where the old one's stands beside them. What is a part of the old version is left to that. Throws REVISION_UNTRACED, and what `evaluateDyed` throws.
 */
async function followRevision(shop, traced, pinned, { new: commit, date }) {
    const { version } = traced.package;
    const all = shop.files.flatMap((file) => {
        const found = (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .findRevisionLiterals */ .vE)(file, pinned.commit);
        // A version that is the commit is where the commit stands.
        if (found.length === 0 || version === null || version === pinned.commit)
            return found;
        const versions = (0,_literals_find_js__WEBPACK_IMPORTED_MODULE_5__/* .findVersionLiterals */ .sA)(file, version);
        return found.filter(({ start, end }) => !versions.some((one) => one.start < end && start < one.end));
    });
    const { entry } = pinned;
    const beside = entry === undefined ? [] : all.filter((one) => (0,_literals_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .F)(one, entry));
    const rest = all.filter((one) => !beside.includes(one));
    const own = beside.length > 0
        ? [...beside, ...((await ownOccurrences(shop, traced, rest)) ?? [])]
        : all.length < 2
            ? all
            : ((await ownOccurrences(shop, traced, all)) ?? all);
    const [first] = own;
    if (first === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'REVISION_UNTRACED',
            subject: `${shop.work.package.text}, commit ${pinned.commit}`,
            reason: all.length === 0
                ? 'the source is fetched by it, and it stands in none of the tracked files'
                : `the source is fetched by it, and none of ${all.map(_types_js__WEBPACK_IMPORTED_MODULE_9__/* .placeOf */ .$t).join(', ')} is where it comes from`
        });
    }
    const days = date === null ? [] : (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .dayEdits */ .y7)(shop.files, own, date);
    const edits = [...own.map((span) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .commitEdit */ .Yb)(span, commit)), ...days];
    shop.log.info(`${pinned.commit} → ${commit} at ${own.map(_types_js__WEBPACK_IMPORTED_MODULE_9__/* .placeOf */ .$t).join(', ')}`);
    const revision = { old: pinned.commit, new: commit };
    return { revision, edits, files: [], isAddressed: entry === undefined };
}
/** Those whose own dye comes out at the package; null, where it does not evaluate with a commit that nobody has. */
async function ownOccurrences(shop, traced, all) {
    if (all.length === 0)
        return [];
    const dyes = all.map((span, index) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .commitEdit */ .Yb)(span, dyeCommit(shop, index)));
    const literals = traced.hashes.map(({ literal }) => literal);
    try {
        const evaluation = await (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluateDyed */ .s9)(shop, literals, {
            others: (0,_workshop_js__WEBPACK_IMPORTED_MODULE_11__/* .replacementsOf */ .P1)(dyes),
            takes: () => false
        });
        const texts = shop.systems.flatMap((system) => {
            const evaluated = evaluation.packages.get(system);
            return evaluated === undefined ? [] : (0,_own_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .ownTexts */ .BS)(evaluated, (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .graphOf */ .cQ)(evaluation, system));
        });
        const words = texts.flatMap(({ text }) => text.match(_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .commitWords */ .xK) ?? []);
        // What is cut to a few digits on the way is found by them.
        const comesOut = ({ replacement }) => words.some((word) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .isSameCommit */ .sw)(word, replacement));
        return all.filter((_, index) => dyes.slice(index, index + 1).some(comesOut));
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9))
            throw error;
        shop.log.debug(`with dyed commits: ${error.message}`);
        return null;
    }
}
/** A commit that nobody has. */
function dyeCommit(shop, index) {
    const digits = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(['commit', shop.project.head, index]));
    return digits.digest('hex').slice(0, 40);
}
/** Throws REVISION_UNTRACED when the source is not fetched by the new commit: what was there is a piece of the old one. */
function refuseOtherCommit(shop, { revision, edits, isAddressed }, { packages, graphs }) {
    if (revision === null || !isAddressed)
        return;
    // Its first digits may be those of a number: it is known which commit is meant.
    const isPin = (ref) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .isCommit */ .WM)(ref) || (ref.length >= _literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .shortestCommit */ .W$ && revision.new.startsWith(ref));
    for (const [system, evaluated] of packages) {
        const graph = graphs.get(system) ?? new Map();
        const now = pinnedSource(evaluated, graph, shop.environment.serverUrl, isPin);
        if (now !== null && (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_6__/* .isSameCommit */ .sw)(now.commit, revision.new))
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'REVISION_UNTRACED',
            subject: `${shop.work.package.text} (${system})`,
            reason: `with ${revision.new} at ${edits.map(_types_js__WEBPACK_IMPORTED_MODULE_9__/* .placeOf */ .$t).join(', ')} its source is fetched by ${now === null ? 'no commit' : `the commit ${now.commit}`}`
        });
    }
}


/***/ }),

/***/ 13866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F_: () => (/* binding */ attributeTexts),
/* harmony export */   Kr: () => (/* binding */ isToolKey),
/* harmony export */   MU: () => (/* binding */ inputAt),
/* harmony export */   MZ: () => (/* binding */ usesOf),
/* harmony export */   Pk: () => (/* binding */ isSourceKey),
/* harmony export */   _j: () => (/* binding */ outputsIn),
/* harmony export */   dn: () => (/* binding */ isPackage),
/* harmony export */   kp: () => (/* binding */ roleOf),
/* harmony export */   r3: () => (/* binding */ pathsWithRest),
/* harmony export */   zZ: () => (/* binding */ isFixed)
/* harmony export */ });
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32393);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);


/**
 * By the attribute that names the input, and how. What has a fixed output is a source wherever it stands: it was fetched. Of others,
 * what stands among `nativeBuildInputs` and the like and that whose programs are called (`${curl}/bin/curl`) is a tool, what stands
 * in `src`, `patches`, `cargoDeps` a source. Anywhere else a package, which has a version of its own, is a tool, and anything else (a
 * patched source, a folder of downloads) a part.
 *
 * So a fetcher is the same whichever curl, go or standard environment it works with, although these are built from sources too, and
 * although the package itself may be one of them: bzip2, in a tree whose fetchers unpack with bzip2.
 */
function roleOf(key, rest, input) {
    if (isFixed(input))
        return 'source';
    if (isToolKey(key) || /^\/s?bin(?:\/|$)/.test(rest))
        return 'tool';
    if (isSourceKey(key))
        return 'source';
    return isPackage(input) ? 'tool' : 'part';
}
function isToolKey(key) {
    return toolKey.test(key);
}
function isSourceKey(key) {
    return sourceKey.test(key) && !scriptKey.test(key);
}
const toolKey = /^(?:builder|stdenv|shell|PATH|\w*[bB]uildInputs|\w*CheckInputs|deps(?:Build|Host|Target)\w*|\w*(?:SSL|CA)_?\w*(?:FILE|CAINFO|BUNDLE))$/;
const sourceKey = /src|source|patch|lock|deps|vendor|modules/i;
/** Code may name anything. */
const scriptKey = /^(?:pre|post)[A-Z]|(?:Phase|Command|Script)$/;
/** It has a version of its own, as `pname` and `version` or in its name: `curl-8.11.0`, not `source` or `infer-1.0-patched`. */
function isPackage({ name, env, structuredAttrs }) {
    const { pname, version } = structuredAttrs ?? env;
    if (typeof pname === 'string' && typeof version === 'string')
        return name.endsWith(version);
    return /-[0-9][\w.+]*$/.test(name);
}
function isFixed(derivation) {
    return (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_0__/* .fixedOutputOf */ .RS)(derivation) !== null;
}
/** A store path, and what follows it inside of that path. */
const pathsWithRest = new RegExp(`(${_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storePathsInText */ .OF.source})((?:/[\\w.+@%=~-]*)*)`, 'g');
/** `outputs`: of all derivations that it may need. */
function usesOf(derivation, outputs) {
    const texts = [
        ...attributeTexts(derivation),
        ...derivation.args.map((text) => ['args', text])
    ];
    return texts.flatMap(([key, value]) => [...value.matchAll(pathsWithRest)].flatMap(([, path = '', rest = '']) => {
        const input = inputAt(path, derivation, outputs);
        if (input === derivation)
            return [];
        return [{ key, path, input, role: input === null ? 'source' : roleOf(key, rest, input) }];
    }));
}
/** What makes the path; null: it is in the store already, whatever else would make it (a copy of the same content has one name). */
function inputAt(path, { inputSrcs }, outputs) {
    return inputSrcs.includes(path) ? null : (outputs.get(path) ?? null);
}
/** Names and values; of structured ones as JSON. */
function attributeTexts({ env, structuredAttrs }) {
    if (structuredAttrs === null)
        return Object.entries(env);
    return Object.entries(structuredAttrs).map(([key, value]) => [key, JSON.stringify(value)]);
}
/** By the paths of their outputs. */
function outputsIn(derivations) {
    return new Map([...derivations.values()].flatMap((derivation) => [...derivation.outputs.values()].flatMap(({ path }) => path === null ? [] : [[path, derivation]])));
}


/***/ }),

/***/ 30742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ evaluateSystems)
/* harmony export */ });
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96356);
/* harmony import */ var _workshop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58674);


/**
 * Evaluates what the copy holds now for each of the systems, side by side as far as the machine goes, and answers in their order up to the
 * first that fails: the same whichever is done first. Before one evaluation of the run has gone well, and after one has not, they
 * come one after the other: what one tells in its failure may spare the others theirs, and what it has to build for that.
 */
async function evaluateSystems(shop, systems) {
    const now = shop.evaluatesWell === true ? systems : systems.slice(0, 1);
    let failed = now.length;
    const answers = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_1__/* .allOf */ .b)(now.map((system, index) => shop.turns(async () => {
        if (index > failed)
            return [];
        const evaluated = await (0,_workshop_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateCopy */ .TK)(shop, system);
        if (!('drvPath' in evaluated))
            failed = Math.min(failed, index);
        return [[system, evaluated]];
    })));
    shop.evaluatesWell = shop.evaluatesWell !== false && failed === now.length;
    return new Map(answers.slice(0, failed + 1).flat());
}


/***/ }),

/***/ 48369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ sameSourceNote),
/* harmony export */   Lm: () => (/* binding */ sourceProofs),
/* harmony export */   WD: () => (/* binding */ refuseHopeless),
/* harmony export */   gz: () => (/* binding */ askSources),
/* harmony export */   uk: () => (/* binding */ proveSource)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59780);
/* harmony import */ var _evaluation_sources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62410);
/* harmony import */ var _literals_dye_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62290);
/* harmony import */ var _literals_edit_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(382);
/* harmony import */ var _fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52673);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(86778);









/**
 * What a new version may call its own. followed: at least one of the package's sources is fetched from elsewhere than the old one's,
 * or holds something else. same: none is, and the user lets it pass. none: nothing is fetched. kept: the version is the old one.
 */
const sourceProofs = ['followed', 'same', 'none', 'kept'];
/** Looks whether the sources moved with the version, on each system for itself. `literals`: what was dyed in both evaluations. */
async function askSources(shop, literals, before, after) {
    const question = { isFetched: false, same: [], moved: [], pinned: [] };
    const dyes = literals.map((one) => [(0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_5__/* .writeDigest */ .O_)(one, (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .dyeOf */ .WI)(shop, one)), one.text]);
    for (const system of shop.systems) {
        const was = sourcesOn(before, system);
        const now = sourcesOn(after, system, before.packages.get(system)?.version);
        const byEvaluation = await (0,_evaluation_sources_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchedByEvaluation */ .lu)(shop, [was, now], before, after);
        if (now.fetched.length + byEvaluation.length > 0)
            question.isFetched = true;
        const fed = [...(0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .fedBy */ .fR)(shop, literals, after, system)];
        const ownOf = (source) => fed.flatMap(([literal, fedOnes]) => (fedOnes.includes(source) ? [literal] : []));
        const known = new Map(was.fetched.map((one) => [(0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(one).text, one]));
        const [moved, stayed] = partition(now.fetched, (one) => !known.has((0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(one).text));
        const [movedHere, stayedHere] = partition(byEvaluation, ({ isMoved }) => isMoved);
        const held = heldBy(shop, literals, before, system, was.fetched);
        if (moved.length + movedHere.length > 0) {
            for (const source of moved) {
                const own = ownOf(source);
                const isRevision = (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .isOtherRevision */ .Gu)(source, was.fetched);
                const words = wordsOf(shop, source, own, dyes, holdsTheSame);
                question.moved.push({ system, literals: own, held, isRevision, words });
            }
            for (const { words, literals, held } of movedHere)
                question.moved.push({ system, literals, held, isRevision: false, words });
            const pins = stayed.filter((source) => (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(source).pin !== null);
            question.pinned.push(...pins.map((source) => wordsOf(shop, source, ownOf(source), dyes)));
            continue;
        }
        for (const source of stayed) {
            const { pin, text } = (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(source);
            const own = ownOf(source);
            const old = known.get(text);
            const isTold = pin === null && (old === undefined || (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .isHandledAlike */ .rc)(old, source));
            const why = pin === null && !isTold ? handledOtherwise : undefined;
            question.same.push({
                system,
                literals: isTold ? own : [],
                held,
                drvPath: source.drvPath,
                words: wordsOf(shop, source, own, dyes, why)
            });
        }
        for (const { words, literals } of stayedHere)
            question.same.push({ system, literals, held: [], drvPath: null, words });
    }
    return question;
}
const holdsTheSame = 'now, and holds what the old version’s source held';
const handledOtherwise = 'as before, and what is done with it there has the version in it, so that its hash tells nothing';
function sourcesOn(evaluation, system, oldVersion) {
    const evaluated = evaluation.packages.get(system);
    const graph = (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .graphOf */ .cQ)(evaluation, system);
    return evaluated === undefined
        ? { fetched: [], paths: new Map() }
        : (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .sourcesOf */ .u0)(evaluated, graph, oldVersion);
}
function partition(all, isFirst) {
    return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
/** The hashes of these as they stand in the files; none where one is not there. */
function heldBy(shop, literals, evaluation, system, sources) {
    const own = [...(0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .fedBy */ .fR)(shop, literals, evaluation, system)].flatMap(([{ digest }, fed]) => sources.some((source) => fed.includes(source)) ? [digest] : []);
    return own.includes(null) ? [] : own.filter((digest) => digest !== null);
}
/** Throws SOURCE_UNCHANGED for what no hash that is made anew can save, before any is made. */
function refuseHopeless(shop, question) {
    const error = unfollowed(shop, question, ({ literals }) => literals.length > 0);
    if (error !== null && !shop.work.allowSameSource)
        throw error;
}
/**
 * What the answer is, now that hashes were made anew. Throws SOURCE_UNCHANGED, unless `allow-same-source` is set: then a note says
 * what would have been refused.
 */
function proveSource(shop, question, hashes) {
    const computed = new Map(hashes.map(({ literal, digest }) => [literal, digest]));
    const vain = movedInVain(question, hashes);
    const error = unfollowed(shop, { same: [...question.same, ...vain] }, ({ literals, held }) => literals.some((literal) => {
        const digest = computed.get(literal);
        // What stands in a table for the new version is not what the old one holds.
        const known = held.length > 0 ? held : literal.digest === null ? [digest] : [literal.digest];
        return digest !== undefined && !known.some((one) => one && (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(one, digest));
    }));
    if (error === null) {
        shop.notes.push(...notesOn(question, hashes));
        return question.isFetched ? 'followed' : 'none';
    }
    if (!shop.work.allowSameSource)
        throw error;
    shop.log.warning(`${error.subject}: ${error.reason}`);
    shop.notes.push(sameSourceNote);
    return 'same';
}
/** Sources of systems where all that moved holds what the old version's held. */
function heldStill({ moved }, hashes) {
    const computed = new Map(hashes.map(({ literal, digest }) => [literal, digest]));
    const isStill = ({ literals, held }) => literals.length > 0 &&
        literals.every((literal) => {
            const digest = computed.get(literal) ?? literal.digest;
            return digest !== null && held.some((one) => (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(one, digest));
        });
    return [...Map.groupBy(moved, ({ system }) => system)].filter(([, sources]) => sources.every(isStill));
}
/** Of these the ones that are of no other revision either: whoever serves them does not look at the version in the address. */
function movedInVain(question, hashes) {
    return heldStill(question, hashes)
        .filter(([, sources]) => !sources.some(({ isRevision }) => isRevision))
        .flatMap(([, sources]) => sources.map((source) => ({ ...source, drvPath: null })));
}
function notesOn(question, hashes) {
    const still = heldStill(question, hashes).flatMap(([, sources]) => sources);
    const pinned = new Set(question.pinned);
    return [
        ...new Set(still.map(({ words }) => `The source has the same content as the old one: ${words}.`)),
        ...(pinned.size === 0
            ? []
            : [`Not every source followed the version: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)([...pinned].slice(0, 5))}.`])
    ];
}
/** null: on each system one moved, or is other than it was. */
function unfollowed({ work }, { same }, isOther) {
    const systems = Map.groupBy(same, ({ system }) => system);
    const unproved = [...systems].filter(([, sources]) => !sources.some(isOther));
    const words = new Set(unproved.flatMap(([, sources]) => sources.map((source) => source.words)));
    if (unproved.length === 0)
        return null;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'SOURCE_UNCHANGED',
        subject: `${work.package.text} (${unproved.map(([system]) => system).join(', ')})`,
        reason: `the version is new, and the source is the old one: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)([...words].slice(0, 5))}`
    });
}
/** For whoever decides on the change. */
const sameSourceNote = 'The source is the old version’s: nothing that the package is made of is fetched from elsewhere or holds anything else. `allow-same-source` let it pass.';
/** `own`: its hashes. `dyes`: with what stands in their places, as a digest may be a literal that was dyed. */
function wordsOf({ files }, source, own, dyes, why = 'as before, and the hash is the same') {
    const undyed = (text) => dyes.reduce((left, [dye, own]) => left.replaceAll(dye, () => own), text);
    const address = (0,_fetched_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(source);
    const urls = address.urls.map(undyed);
    const pin = address.pin === null ? null : undyed(address.pin);
    const [url] = urls;
    const place = [pin, ...urls, digitsIn(url ?? '')]
        .flatMap((text) => (text === null ? [] : [placeOfText(files, text, own)]))
        .find((found) => found !== null);
    if (pin !== null)
        return `${place ?? 'what is fetched'} is ${pin} as before`;
    if (url === undefined)
        return `what ${source.name} fetches is there ${why}`;
    return `${place ?? source.name} is ${url} ${why}`;
}
/** Of an address that is put together from pieces, the one that nobody would write twice. */
function digitsIn(url) {
    return /[0-9a-f]{16,}/.exec(url)?.[0] ?? null;
}
/** `rev` at nix/tool.nix:7; of several occurrences that which is nearest to a hash of the source's. */
function placeOfText(files, wanted, own) {
    const [near] = own;
    const file = files.find(({ path, text }) => path === near?.file && text.includes(wanted)) ??
        files.find(({ text }) => text.includes(wanted));
    if (file === undefined)
        return null;
    const { path, text } = file;
    const start = path === near?.file ? near.start : 0;
    const [before, after] = [text.lastIndexOf(wanted, start), text.indexOf(wanted, start)];
    const at = before !== -1 && (after === -1 || start - before < after - start) ? before : after;
    const place = (0,_types_js__WEBPACK_IMPORTED_MODULE_8__/* .placeOf */ .$t)({ file: path, line: (0,_literals_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .lineOf */ .L)(text, at) });
    const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
    const name = /([\w-]+)"?\s*[:=]\s*"[^"=]*$/.exec(line)?.[1];
    return name === undefined ? place : `\`${name}\` at ${place}`;
}


/***/ }),

/***/ 75941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gA: () => (/* binding */ refsOf),
/* harmony export */   gS: () => (/* binding */ mainSources),
/* harmony export */   po: () => (/* binding */ refsInUrl),
/* harmony export */   wg: () => (/* binding */ sourceUrls)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32393);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55905);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13866);
/* harmony import */ var _version_hosts_file_listing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66381);





/** What is fetched for a package: its `src` or `srcs` first, then what is nearest. */
function allSources(drvPath, graph) {
    const needed = (0,_definitions_js__WEBPACK_IMPORTED_MODULE_2__/* .closureOf */ .TQ)(graph, [drvPath], (derivation) => !(0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(derivation));
    const named = namedSources(drvPath, graph);
    return [...new Set([...named, ...[...needed].filter(_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)])];
}
/** Its `src` or `srcs`; without one what is fetched for nothing that has another version than the package: for its unwrapped one, say. */
function mainSources(drvPath, graph, version) {
    const named = namedSources(drvPath, graph);
    if (named.length > 0)
        return named;
    const goesOn = (derivation) => {
        const other = attributesOf(derivation)['version'];
        return !(0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(derivation) && (other === undefined || other === version);
    };
    return [...(0,_definitions_js__WEBPACK_IMPORTED_MODULE_2__/* .closureOf */ .TQ)(graph, [drvPath], goesOn)].filter(_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ);
}
function namedSources(drvPath, graph) {
    const own = graph.get(drvPath);
    if (own === undefined)
        return [];
    const { src, srcs } = attributesOf(own);
    const named = JSON.stringify([src, srcs]);
    return [...own.inputDrvs.keys()]
        .flatMap((input) => graph.get(input) ?? [])
        .filter((input) => (0,_roles_js__WEBPACK_IMPORTED_MODULE_3__/* .isFixed */ .zZ)(input) &&
        [...input.outputs.values()].some(({ path }) => path !== null && named.includes(path)));
}
function attributesOf({ structuredAttrs, env }) {
    return structuredAttrs ?? env;
}
/** Addresses that a package's sources are fetched from, the main one's first. Data. */
function sourceUrls(drvPath, graph) {
    const urls = allSources(drvPath, graph).flatMap(_nix_derivations_js__WEBPACK_IMPORTED_MODULE_1__/* .urlsOf */ .Wn);
    return [...new Set(urls.filter((url) => URL.canParse(url)))];
}
/**
 * What a source is called in its repository: the tag, branch or commit of its `rev`, or in its address. Data.
 *
 *     https://github.com/o/r/archive/refs/tags/v1.2.3.tar.gz   v1.2.3
 *     https://gitlab.com/api/v4/projects/o%2Fr/…?sha=v1.2.3    v1.2.3
 */
function refsOf(source) {
    const { rev, tag } = attributesOf(source);
    const told = [rev, tag].filter((text) => typeof text === 'string');
    return [...told.filter((text) => text !== ''), ...(0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_1__/* .urlsOf */ .Wn)(source).flatMap(refsInUrl)];
}
/** The ways that forges have of putting it; the first group is it. */
const inPath = [
    /\/-\/archive\/(.+)\/[^/]+$/,
    /(?<!\/-)\/archive\/(?:refs\/(?:tags|heads)\/)?(.+)$/,
    /\/releases\/download\/([^/]+)\//,
    /\/(?:tar\.gz|zip|legacy\.tar\.gz|tarball|zipball)\/(?:refs\/(?:tags|heads)\/)?(.+)$/,
    /\/(?:get|snapshot|-\/raw|raw)\/(?:refs\/(?:tags|heads)\/)?([^/]+)/,
    /^\/[^/]+\/[^/]+\/([0-9a-f]{40})\//
];
/** The same of one address. */
function refsInUrl(url) {
    const parsed = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => new URL(url.replace(/^git\+/, '')), null);
    if (parsed === null)
        return [];
    const path = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(parsed.pathname), parsed.pathname);
    const asked = ['sha', 'ref', 'rev', 'h', 'id'].flatMap((key) => parsed.searchParams.get(key)?.replace(/^refs\/(?:tags|heads)\//, '') ?? []);
    const found = inPath.flatMap((pattern) => pattern.exec(path)?.[1] ?? []);
    return [...asked, ...found].map((ref) => ref.replace(_version_hosts_file_listing_js__WEBPACK_IMPORTED_MODULE_4__/* .archiveEnding */ .Y, ''));
}


/***/ }),

/***/ 86778:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   L8: () => (/* binding */ toldKinds),
/* harmony export */   XZ: () => (/* binding */ revisionWords),
/* harmony export */   i6: () => (/* binding */ nothingBeside)
/* harmony export */ });
const toldKinds = ['assumed', 'left', 'unseen', 'unfed', 'comment'];
const nothingBeside = { files: [], keys: [], left: [] };
/** `nix/infer.nix:12`, for people. */
function placeOf({ file, line }) {
    return `${file}:${line}`;
}
/** Both commits, as short as Git shows them: of a version that is the same at both. */
function revisionWords({ old, new: commit }, arrow = '→') {
    return `${old.slice(0, 7)} ${arrow} ${commit.slice(0, 7)}`;
}


/***/ }),

/***/ 49443:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ versionAtCommit),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   rk: () => (/* binding */ commitOfVersion),
/* harmony export */   sM: () => (/* binding */ newestCommit)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_git_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32054);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34962);
/* harmony import */ var _hosts_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61948);
/* harmony import */ var _hosts_github_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80381);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81151);








const commitAnswer = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    sha: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/),
    commit: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ committer: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ date: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }) })
});
/** `branch` null: the repository's default. Throws REVISION_UNTRACED when it is not there, and what the host refuses. */
async function newestCommit(host, branch, asker) {
    const what = `the newest commit of ${branch === null ? 'the default branch' : `branch ${branch}`}`;
    if (host.kind === 'git')
        return (0,_hosts_git_js__WEBPACK_IMPORTED_MODULE_3__/* .atUrl */ .$r)(host.url, asker, what, () => newestByGit(host.url, branch, asker));
    const api = (0,_hosts_github_js__WEBPACK_IMPORTED_MODULE_4__/* .gitHubApi */ .aB)(host, asker);
    return (0,_hosts_github_js__WEBPACK_IMPORTED_MODULE_4__/* .ofRepository */ .SK)(api, asker, what, () => newestOnGitHub(api, branch));
}
async function newestOnGitHub(api, branch) {
    const name = branch ?? (await defaultBranch(api));
    const answer = await api.ask(commitRequest(`heads/${name}`), commitAnswer, ['ref-missing']);
    if (answer.kind !== 'done')
        throw noBranch(name, api.repository, answer.error);
    const { sha, commit } = answer.data;
    return { branch: name, commit: sha, date: dayOf(Date.parse(commit.committer.date)) };
}
async function defaultBranch(api) {
    const request = { route: 'GET /repos/{owner}/{repo}' };
    return (await api.call(request, zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ default_branch: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }))).default_branch;
}
function commitRequest(ref) {
    const parameters = { ref: ref.split('/').map(encodeURIComponent).join('/'), per_page: 1 };
    return { route: 'GET /repos/{owner}/{repo}/commits/{+ref}', parameters };
}
/** The commit alone, without folders where the host knows how to leave them out. */
async function newestByGit(url, branch, asker) {
    const repository = (0,_hosts_git_js__WEBPACK_IMPORTED_MODULE_3__/* .gitRepository */ .xb)(url, asker);
    const ref = 'refs/nar-publish/newest';
    const source = branch === null ? 'HEAD' : `refs/heads/${branch}`;
    const answer = await repository.online([
        ...['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'],
        ...['--depth=1', '--filter=tree:0', '--', _repository_git_run_js__WEBPACK_IMPORTED_MODULE_1__/* .remote */ .be, `+${source}:${ref}`]
    ]);
    if (answer.kind === 'no-branch')
        throw noBranch(branch ?? 'HEAD', url, answer.error);
    if (answer.kind !== 'done')
        throw answer.error;
    const line = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_1__/* .expectGitLine */ .AI)(repository.git, ['log', '-1', '--format=%H %ct', ref]);
    const [commit = '', seconds = ''] = line.split(' ');
    return { branch: branch ?? 'the default branch', commit, date: dayOf(Number(seconds) * 1000) };
}
function noBranch(branch, repository, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'REVISION_UNTRACED',
        subject: `branch ${JSON.stringify(branch)} of ${repository}`,
        reason: 'there is no such branch',
        hint: 'Give another one as `version: branch:NAME`; `version: branch` is the repository’s default.',
        cause
    });
}
/** In UTC: `2024-05-01`. */
function dayOf(milliseconds) {
    return new Date(milliseconds).toISOString().slice(0, 10);
}
/**
 * The commit of a version's tag: of the tag itself where it is known, else of one that names that version. An annotated tag stands
 * for the commit that it is about. null: the repository has no such tag. Throws what the host refuses.
 */
async function commitOfVersion(host, { version, tag }, question) {
    const known = tag?.replace(/^refs\/tags\//, '') ?? null;
    const tagAmong = (tags) => {
        const { form } = question.present;
        const read = [form, { ...form, tag: null }].map((one) => (0,_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .readTags */ .g$)(tags, question, one));
        return tags.find((_, index) => read.some((versions) => versions[index] === version)) ?? null;
    };
    if (host.kind === 'git') {
        const tags = await (0,_hosts_git_js__WEBPACK_IMPORTED_MODULE_3__/* .gitTags */ .y7)(host, question);
        const named = known !== null && tags.has(known) ? known : tagAmong([...tags.keys()]);
        const commit = named === null ? undefined : tags.get(named);
        return named === null || commit === undefined ? null : { tag: named, commit };
    }
    const api = (0,_hosts_github_js__WEBPACK_IMPORTED_MODULE_4__/* .gitHubApi */ .aB)(host, question);
    if (known !== null) {
        const commit = await gitHubCommit(api, known, question);
        if (commit !== null)
            return { tag: known, commit };
    }
    const named = tagAmong(await (0,_hosts_github_js__WEBPACK_IMPORTED_MODULE_4__/* .gitHubTags */ .ZD)(api, question.tagPrefix, question));
    const commit = named === null ? null : await gitHubCommit(api, named, question);
    return named === null || commit === null ? null : { tag: named, commit };
}
async function gitHubCommit(api, tag, asker) {
    const shape = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ sha: commitAnswer.shape.sha });
    const answer = await (0,_hosts_github_js__WEBPACK_IMPORTED_MODULE_4__/* .ofRepository */ .SK)(api, asker, `the commit of tag ${tag}`, () => api.ask(commitRequest(`tags/${tag}`), shape, ['not-found', 'ref-missing']));
    return answer.kind === 'done' ? answer.data.sha : null;
}
/** A day in a version: `1.2-unstable-2024-05-01`, `20240501`, `0.0.0+date=2024.05.01`. */
const day = /(?<![0-9])((?:19|20)[0-9]{2})([-._]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])/;
/**
 * The package's version at another commit: with that one's day in place of the day in it, and its digits in place of the old commit's.
 * One that is a release's goes on as nixpkgs writes it, `1.2-unstable-2024-05-01`. null: the package has none.
 * https://github.com/NixOS/nixpkgs/blob/master/pkgs/README.md#versioning
 */
function versionAtCommit(present, old, { commit, date }) {
    if (present === null)
        return null;
    const [year = '', month = '', dayOfMonth = ''] = date.split('-');
    const dated = present.replace(day, (_, _year, separator) => `${year}${separator}${month}${separator}${dayOfMonth}`);
    const next = dated.replaceAll(_literals_revisions_js__WEBPACK_IMPORTED_MODULE_2__/* .commitWords */ .xK, (word) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameCommit */ .sw)(word, old) ? commit.slice(0, word.length) : word);
    const tells = day.test(present) || next !== present || !/[0-9]/.test(present);
    return tells ? next : `${present}-unstable-${date}`;
}


/***/ }),

/***/ 90651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isPreRelease),
/* harmony export */   t: () => (/* binding */ isOlder)
/* harmony export */ });
/* harmony import */ var _catalogue_version_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83296);

/**
 * Whether version `a` came before `b`: `builtins.compareVersions`, but for pre-releases, which it takes for newer than their
 * release (all but `pre`): `1.0-rc1` is older than `1.0` here. What follows a `+` decides last. Versions that Nix takes for
 * equal are not older than each other.
 */
function isOlder(a, b) {
    const left = partsOf(a);
    const right = partsOf(b);
    const order = (0,_catalogue_version_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(left.release, right.release) ||
        Number(left.preRelease === '') - Number(right.preRelease === '') ||
        (0,_catalogue_version_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(left.preRelease, right.preRelease) ||
        (0,_catalogue_version_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(left.build, right.build);
    return order < 0;
}
/** Whether a version comes before a release: `1.2.3-rc.1`, `1.2.3rc1`, `1.0b2`, `2.0.0-x` (semver); not `0-unstable-2024-05-01`. */
function isPreRelease(version) {
    return partsOf(version).preRelease !== '';
}
/** Words that say so wherever they stand; `a`, `b` and `m` only before a number: 1.1.1b is a release of OpenSSL. */
const named = /^(.*?[0-9])[-._~]?((?:alpha|beta|canary|cr|dev|milestone|nightly|pre|preview|rc|snapshot)(?![a-z]).*|[abm][0-9].*)$/;
/** Semver's rule: whatever follows a dash; but not the words that name what comes after a release, as nixpkgs and others do. */
const dashed = /^([^-]+)-((?!(?:final|g|ga|git|hotfix|lts|p|patch|pl|post|r|release|rev|sp|stable|u|unstable|update)(?![a-z]))[a-z].*)$/;
function partsOf(version) {
    // `v1.2.3` and `1.3.0` are of one kind.
    const [core = '', ...rest] = version
        .toLowerCase()
        .replace(/^v(?=[0-9])/, '')
        .split('+');
    const build = rest.join('+');
    const [, release = core, preRelease = ''] = named.exec(core) ?? dashed.exec(core) ?? [];
    return { release, preRelease, build };
}


/***/ }),

/***/ 47464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ versionInShape),
/* harmony export */   M: () => (/* binding */ leadOf),
/* harmony export */   NG: () => (/* binding */ plainForm),
/* harmony export */   QU: () => (/* binding */ formOf),
/* harmony export */   qm: () => (/* binding */ asWritten)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45109);

/** Nothing is known of it. */
const plainForm = { lead: '', separator: null, tag: null };
/**
 * Reads the form off the package's version and the names that its source goes by, the main one first (`refs/tags/curl-8_10_1`,
 * `v1.2.3`, `hello-2.12`). Pure.
 */
function formOf(version, refs) {
    if (version === null)
        return plainForm;
    const lead = leadOf(version);
    const core = version.slice(lead.length);
    const separator = core.includes('.') ? '.' : isDate(core) ? '-' : null;
    for (const ref of refs) {
        // A commit holds any digit somewhere.
        if (/^[0-9a-f]{7,40}$/.test(ref) && /[a-f]/.test(ref))
            continue;
        const tag = shapeOf(ref.replace(/^refs\/(?:tags|heads)\//, ''), core, separator);
        if (tag !== null)
            return { lead, separator, tag };
    }
    return { lead, separator, tag: null };
}
/** What stands before a version's first digit, when that is a word: `v`, `r`, `unstable-`, `jdk-`. */
function leadOf(version) {
    return /^[A-Za-z]{1,20}[-_.]?(?=[0-9])/.exec(version)?.[0] ?? '';
}
/** A day, and nothing else: `2024-05-01`. */
function isDate(text) {
    return /^(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]$/.test(text);
}
function shapeOf(name, core, own) {
    const separators = own === null
        ? ['.']
        : own === '.'
            ? ['.', '_', '-']
            : ['-', '.', '_', ''];
    for (const separator of separators) {
        const spelled = own === null ? core : core.replaceAll(own, () => separator);
        const start = name.lastIndexOf(spelled);
        const end = start + spelled.length;
        if (start === -1 || /[0-9]$/.test(name.slice(0, start)) || /^[0-9]/.test(name.slice(end))) {
            continue;
        }
        return { before: withoutV(name.slice(0, start)), after: name.slice(end), separator };
    }
    return null;
}
/** `v`, `release-v`: the last letter alone; not that of `dev`. */
function withoutV(before) {
    return before.replace(/(?<![A-Za-z])[vV]$/, '');
}
/** The version that a tag of the package's own shape names, as the package writes versions; null: it is of another shape. */
function versionInShape(name, form) {
    if (form.tag === null)
        return null;
    const { before, after } = form.tag;
    if (!name.startsWith(before) || !name.endsWith(after))
        return null;
    const spelled = name.slice(before.length, after === '' ? undefined : -after.length);
    return asWritten(spelled.replace(/^[vV](?=[0-9])/, ''), form);
}
/** A version that was found in a tag or typed, as the package writes its own; null: it is none. */
function asWritten(spelled, form) {
    // `unstable-2022-03-15`, also for a package that had a release before.
    if (spelled.startsWith('unstable-') && isDate(spelled.slice('unstable-'.length)))
        return spelled;
    const { lead } = form;
    const rest = lead !== '' && spelled.startsWith(lead) ? spelled.slice(lead.length) : spelled;
    const core = respelled(rest, form);
    if (!/^[0-9]/.test(core) || !(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isVersion */ .lF)(core))
        return null;
    // Who goes on from a day to a release leaves the word for days behind.
    return lead === '' || (lead === 'unstable-' && !isDate(core)) ? core : lead + core;
}
/** `18_1` is 18.1, where the package has dots. */
function respelled(text, { separator: own, tag }) {
    if (own === null) {
        // A version of one part does not show what separates two: only an underscore never stays.
        return tag?.before.endsWith('_') === true ? text.replaceAll('_', '.') : text;
    }
    if (own === '-') {
        const [, year, month, day, rest] = /^((?:19|20)[0-9]{2})[._-]?([01][0-9])[._-]?([0-3][0-9])(.*)$/.exec(text) ?? [];
        return year === undefined ? text : `${year}-${month ?? ''}-${day ?? ''}${rest ?? ''}`;
    }
    const separator = tag?.separator ?? (/^[0-9]+_[0-9]/.test(text) ? '_' : '.');
    if (text.includes('.') || isDate(text))
        return text;
    if (separator === '_')
        return text.replaceAll('_', '.');
    // A dash before a word begins a suffix: `1-86-0-beta1`.
    return separator === '-' ? text.replaceAll(/(?<=[0-9])-(?=[0-9])/g, '.') : text;
}


/***/ }),

/***/ 66381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ listedFiles),
/* harmony export */   Y: () => (/* binding */ archiveEnding)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71168);


const archiveEnding = /(?:\.tar)?\.(?:tar|tgz|tbz2?|txz|zip|gz|bz2|xz|lz|lzma|zst|crate|gem|jar|whl|deb|rpm)$/i;
/** Versions by the names of files: GNU's and Savannah's servers, and their mirrors. */
async function* listedFiles({ url, name }, asker) {
    const page = await asker.read(url);
    const names = [...page.matchAll(/<a\s[^>]{0,200}?href=["']?(?:\.\/)?([^"'/?#<>\s]+\/?)["'\s>]/gi)]
        .map(([, link = '']) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(link), link))
        .filter((file) => file.startsWith(name) && (file.endsWith('/') || archiveEnding.test(file)))
        .map((file) => file.slice(name.length).replace(/\/$/, '').replace(archiveEnding, ''))
        // `hello-doc-2.12` is another thing.
        .filter((version) => /^v?[0-9]/.test(version));
    yield (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .versions */ .e4)([...new Set(names)]);
}


/***/ }),

/***/ 61948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ atUrl),
/* harmony export */   mV: () => (/* binding */ gitVersions),
/* harmony export */   xb: () => (/* binding */ gitRepository),
/* harmony export */   y7: () => (/* binding */ gitTags)
/* harmony export */ });
/* harmony import */ var _repository_git_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52266);
/* harmony import */ var _repository_git_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32054);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71168);
/* harmony import */ var _memory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35913);




async function* gitVersions(place, asker) {
    yield (0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .tagged */ .VK)([...(await gitTags(place, asker)).keys()]);
}
/** Every tag with its commit. */
async function gitTags({ url }, asker) {
    return atUrl(url, asker, 'tags', () => askTags(url, asker));
}
/** Something that a repository's host is asked once in a run. */
function atUrl(url, { memory }, what, ask) {
    const question = { server: new URL(url).host, words: `${what} of ${url}`, subject: url };
    return (0,_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .R)(memory, question, () => {
        if (memory !== undefined)
            memory.otherRequests++;
        return ask();
    });
}
async function askTags(url, asker) {
    const repository = gitRepository(url, asker);
    const answer = await repository.online(['ls-remote', '--tags', '--', _repository_git_run_js__WEBPACK_IMPORTED_MODULE_1__/* .remote */ .be]);
    if (answer.kind !== 'done')
        throw answer.error;
    const text = answer.exit.stdout.toString('utf8');
    const lines = [...text.matchAll(/^([0-9a-f]{40,64})\trefs\/tags\/(.+?)(\^\{\})?$/gm)];
    // What an annotated tag points to comes in a line of its own, after the tag.
    return new Map(lines.map(([, commit = '', tag = '']) => [tag, commit]));
}
function gitRepository(url, { environment, scratch, log }) {
    return _repository_git_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .Repository */ .L.make({ url, scratch, env: environment.childEnvironment, log });
}


/***/ }),

/***/ 80381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SK: () => (/* binding */ ofRepository),
/* harmony export */   ZD: () => (/* binding */ gitHubTags),
/* harmony export */   aB: () => (/* binding */ gitHubApi),
/* harmony export */   nu: () => (/* binding */ gitHubVersions)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27597);
/* harmony import */ var _repository_github_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60021);
/* harmony import */ var _repository_github_releases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14073);
/* harmony import */ var _repository_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3546);
/* harmony import */ var _repository_pace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50905);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71168);
/* harmony import */ var _memory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35913);







const release = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    tag_name: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    draft: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().default(false),
    prerelease: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().default(false)
});
const matchingRefs = zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() }));
/** A request that is no more than a question is not pursued for long, in milliseconds. */
const longestWait = 60_000;
/** The newest releases, as many as GitHub gives at once, and the one that it calls the latest; then all tags. */
async function* gitHubVersions(place, asker) {
    const api = gitHubApi(place, asker);
    const server = place.isOwn ? asker.environment.serverUrl : 'https://github.com';
    const page = `${server}/${place.owner}/${place.repo}/releases/tag`;
    const { all, latest } = await ofRepository(api, asker, 'releases', () => releasesOf(api));
    yield {
        of: 'tags',
        listed: all
            .filter(({ draft }) => !draft)
            .map(({ tag_name: tag, prerelease }) => (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)(tag, {
            url: `${page}/${encodeURIComponent(tag)}`,
            isPreRelease: prerelease,
            isLatest: tag === latest?.tag_name
        }))
    };
    const { tagPrefix } = asker;
    const tags = await gitHubTags(api, tagPrefix, asker);
    yield (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .tagged */ .VK)(tags);
    // Where none has the prefix, somebody has to be told what they have.
    if (tags.length === 0 && tagPrefix !== '')
        yield (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .tagged */ .VK)(await gitHubTags(api, '', asker));
}
/** `latest` null: there is none, or it does not matter which it is. */
async function releasesOf(api) {
    const newest = await api.call({
        route: 'GET /repos/{owner}/{repo}/releases',
        parameters: { per_page: _repository_github_api_js__WEBPACK_IMPORTED_MODULE_0__/* .perPage */ .x },
        largest: _repository_github_releases_js__WEBPACK_IMPORTED_MODULE_1__/* .largestReleases */ .D1
    }, zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(release));
    // It tells one kind of numbers from another (1.5.0 from 2019.12), and may be older than those that are listed.
    const matters = newest.length >= _repository_github_api_js__WEBPACK_IMPORTED_MODULE_0__/* .perPage */ .x || newest.some(({ tag_name: tag }) => year.test(tag));
    if (!matters)
        return { all: newest, latest: null };
    const named = await api.ask({ route: 'GET /repos/{owner}/{repo}/releases/latest' }, release, [
        'not-found'
    ]);
    const latest = named.kind === 'done' ? named.data : null;
    const isListed = newest.some(({ tag_name: tag }) => tag === latest?.tag_name);
    return { all: latest === null || isListed ? newest : [...newest, latest], latest };
}
/** What a version of days or years has in it; others may. */
const year = /(?:19|20)[0-9]{2}/;
/** Something about a repository that GitHub is asked once in a run. */
function ofRepository(api, { memory }, what, ask) {
    const { apiUrl, repository } = api;
    const words = `${what} of ${repository.toLowerCase()}`;
    return (0,_memory_js__WEBPACK_IMPORTED_MODULE_4__/* .askOnce */ .R)(memory, { server: apiUrl, words, subject: repository }, ask);
}
/** All tags that begin so. */
async function gitHubTags(api, prefix, asker) {
    const ref = `tags/${prefix.split('/').map(encodeURIComponent).join('/')}`;
    const refs = await ofRepository(api, asker, ref, () => api.call({
        route: 'GET /repos/{owner}/{repo}/git/matching-refs/{+ref}',
        parameters: { ref }
    }, matchingRefs));
    return refs.map(({ ref }) => ref.replace(/^refs\/tags\//, ''));
}
function gitHubApi({ owner, repo, isOwn }, { environment, token, log, memory }) {
    const api = new _repository_github_api_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubApi */ .y({
        owner,
        repo,
        // The token is that GitHub's alone; github.com is asked as a stranger from elsewhere.
        token: isOwn ? token : '',
        apiUrl: isOwn ? environment.apiUrl : 'https://api.github.com',
        isForkPullRequest: environment.isForkPullRequest,
        limits: { ..._repository_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultLimits */ .M, requestTime: longestWait, requestAttempts: 5 },
        pace: _repository_pace_js__WEBPACK_IMPORTED_MODULE_3__/* .realPace */ .O,
        log
    });
    memory?.countRequestsOf(api);
    return api;
}


/***/ }),

/***/ 71168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   VK: () => (/* binding */ tagged),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   e4: () => (/* binding */ versions)
/* harmony export */ });
function tagged(tags) {
    return { of: 'tags', listed: tags.map((tag) => listed(tag)) };
}
function versions(all) {
    return { of: 'versions', listed: all.map((tag) => listed(tag)) };
}
function listed(tag, more = {}) {
    return { tag, url: null, isPreRelease: false, isLatest: false, ...more };
}
/** Throws DOWNLOAD_FAILED, and what `shape` and JSON say of an answer that is no such thing. */
async function readJson({ read }, url, shape) {
    return shape.parse(JSON.parse(await read(url)));
}


/***/ }),

/***/ 35913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ askOnce),
/* harmony export */   q: () => (/* binding */ HostMemory)
/* harmony export */ });
/* harmony import */ var _doctor_download_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28623);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/** The answer that is remembered; without a memory each question is asked. */
function askOnce(memory, question, ask) {
    return memory === undefined ? ask() : memory.once(question, ask);
}
/** So many questions in a row that a server leaves without an answer are enough. */
const mostSilences = 3;
/**
 * What the hosts of sources said in this run. Packages of one repository ask the same, and it is asked once. A server that takes no more
 * requests, or gives no answer, is left alone: what it is asked then ends with what it said, or did not say, before.
 */
class HostMemory {
    /** Requests to whatever is not GitHub's API. */
    otherRequests = 0;
    #answers = new Map();
    #apis = [];
    #closed = new Map();
    #silences = new Map();
    /** Of GitHub's API, those tried again included. */
    get gitHubRequests() {
        return this.#apis.reduce((sum, { requests }) => sum + requests, 0);
    }
    countRequestsOf(api) {
        this.#apis.push(api);
    }
    /** Throws what `ask` throws. */
    once(question, ask) {
        const key = JSON.stringify([question.server, question.words]);
        // The words of a question tell what its answer is.
        const known = this.#answers.get(key);
        const answer = known ?? this.#ask(question, ask);
        this.#answers.set(key, answer);
        return answer;
    }
    /** What is too large to be kept is asked again. */
    forget({ server, words }) {
        this.#answers.delete(JSON.stringify([server, words]));
    }
    async #ask({ server, subject }, ask) {
        const closed = this.#closed.get(server);
        if (closed !== undefined)
            throw closed.with({ subject });
        try {
            const answer = await ask();
            this.#silences.delete(server);
            return answer;
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9 && this.#isEnough(server, error))
                this.#closed.set(server, error);
            throw error;
        }
    }
    #isEnough(server, error) {
        // These are about the token, whatever is asked with it.
        if (['RATE_LIMITED', 'TOKEN_REJECTED'].includes(error.code))
            return true;
        if (!isSilence(error))
            return false;
        const silences = (this.#silences.get(server) ?? 0) + 1;
        this.#silences.set(server, silences);
        return silences >= mostSilences;
    }
}
/** The server is out of reach, and did not say that it has no such thing. */
function isSilence({ code, cause }) {
    const isOut = ['GITHUB_UNAVAILABLE', 'GIT_UNREACHABLE', 'DOWNLOAD_FAILED'].includes(code);
    return isOut && !(cause instanceof _doctor_download_js__WEBPACK_IMPORTED_MODULE_0__/* .FinalAnswer */ .N);
}


/***/ }),

/***/ 92465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ latestVersion),
  V: () => (/* binding */ nameOf)
});

// EXTERNAL MODULE: ./src/bodies.ts
var bodies = __webpack_require__(85367);
// EXTERNAL MODULE: ./src/doctor/download.ts
var download = __webpack_require__(28623);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/sync/version/compare.ts
var compare = __webpack_require__(90651);
// EXTERNAL MODULE: ./src/sync/version/hosts/file-listing.ts
var file_listing = __webpack_require__(66381);
// EXTERNAL MODULE: ./src/sync/version/hosts/git.ts
var git = __webpack_require__(61948);
// EXTERNAL MODULE: ./src/sync/version/hosts/github.ts
var github = __webpack_require__(80381);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/sync/version/hosts/host.ts
var host = __webpack_require__(71168);
;// CONCATENATED MODULE: ./src/sync/version/hosts/registries.ts


/** `url`: of the package in a JavaScript registry. What it calls the latest; then all. */
async function* npmVersions({ url }, asker) {
    const latest = await (0,host/* readJson */.Vh)(asker, `${url}/latest`, schemas/* object */.Ikc({ version: schemas/* string */.YjP() }));
    yield { of: 'versions', listed: [(0,host/* listed */.KE)(latest.version, { isLatest: true })] };
    const shape = schemas/* object */.Ikc({ versions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).default({}) });
    yield (0,host/* versions */.e4)(Object.keys((await (0,host/* readJson */.Vh)(asker, url, shape)).versions));
}
const pypiAnswer = schemas/* object */.Ikc({
    info: schemas/* object */.Ikc({ version: schemas/* string */.YjP() }),
    releases: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* object */.Ikc({ yanked: schemas/* boolean */.zMY().default(false) })))
        .default({})
});
/** https://docs.pypi.org/api/json/ */
async function* pypiVersions({ name }, asker) {
    const url = `https://pypi.org/pypi/${encodeURIComponent(name)}/json`;
    const { info, releases } = await (0,host/* readJson */.Vh)(asker, url, pypiAnswer);
    // One without files was never published, and one whose files are all taken back is no longer.
    const there = Object.entries(releases)
        .filter(([, files]) => files.some(({ yanked }) => !yanked))
        .map(([version]) => version);
    yield (0,host/* versions */.e4)(there.length > 0 ? there : [info.version]);
}
const cratesAnswer = schemas/* object */.Ikc({
    versions: schemas/* array */.YOg(schemas/* object */.Ikc({ num: schemas/* string */.YjP(), yanked: schemas/* boolean */.zMY().default(false) }))
});
/** https://crates.io/data-access#api */
async function* crateVersions({ name }, asker) {
    const url = `https://crates.io/api/v1/crates/${encodeURIComponent(name)}`;
    const answer = await (0,host/* readJson */.Vh)(asker, url, cratesAnswer);
    yield (0,host/* versions */.e4)(answer.versions.filter(({ yanked }) => !yanked).map(({ num }) => num));
}
const gemsAnswer = schemas/* array */.YOg(schemas/* object */.Ikc({ number: schemas/* string */.YjP(), prerelease: schemas/* boolean */.zMY().default(false) }));
/** https://guides.rubygems.org/rubygems-org-api/#gem-version-methods: those that were taken back are not in it. */
async function* gemVersions({ name }, asker) {
    const url = `https://rubygems.org/api/v1/versions/${encodeURIComponent(name)}.json`;
    const answer = await (0,host/* readJson */.Vh)(asker, url, gemsAnswer);
    yield {
        of: 'versions',
        listed: answer.map(({ number, prerelease }) => (0,host/* listed */.KE)(number, { isPreRelease: prerelease }))
    };
}
const hackageAnswer = schemas/* object */.Ikc({ 'normal-version': schemas/* array */.YOg(schemas/* string */.YjP()) });
/** https://hackage.haskell.org/api#package-preferred: without those that their maintainers deprecate. */
async function* hackageVersions({ name }, asker) {
    const url = `https://hackage.haskell.org/package/${encodeURIComponent(name)}/preferred.json`;
    yield (0,host/* versions */.e4)((await (0,host/* readJson */.Vh)(asker, url, hackageAnswer))['normal-version']);
}

// EXTERNAL MODULE: ./src/sync/version/form.ts
var version_form = __webpack_require__(47464);
// EXTERNAL MODULE: ./src/sync/version/parse.ts
var parse = __webpack_require__(81151);
;// CONCATENATED MODULE: ./src/sync/version/newest.ts



/**
 * The highest version of a list; what is none, or is a pre-release, does not count. One of another kind of number than the package's
 * and than what the place calls its latest (2019.12 beside 1.5.0) is from before a change of numbering. Null: none is left.
 */
function newestVersion(list, words, present) {
    const read = versionsIn(list, words, present);
    const found = list.listed.flatMap((one, index) => {
        const version = read[index] ?? null;
        if (version === null)
            return [];
        const isEarly = one.isPreRelease || (0,compare/* isPreRelease */.T)(version) || (0,compare/* isPreRelease */.T)(wholeIn(one.tag, version, present));
        return isEarly && !words.allowPreRelease ? [] : [{ ...one, version }];
    });
    const latest = found.find(({ isLatest }) => isLatest);
    const kinds = [latest?.version, present.version].map((version) => isCalendar(version ?? ''));
    return found
        .filter(({ version }) => latest === undefined || kinds.includes(isCalendar(version)))
        .filter(({ version }) => words.passesOver?.(version) !== true)
        .reduce((best, one) => (best === null || (0,compare/* isOlder */.t)(best.version, one.version) ? one : best), null);
}
/**
 * A version with what follows it in its tag, but for what follows all of the package's: `v(\d+\.\d+)` of `version-regex` leaves out
 * that `v2.0-rc1` is none yet.
 */
function wholeIn(tag, version, { form }) {
    const [spelled, core] = [tag, version.slice((0,version_form/* leadOf */.M)(version).length)].map((text) => text.replaceAll(/[_-]/g, '.'));
    const start = spelled?.indexOf(core ?? '') ?? -1;
    const after = form.tag?.after ?? '';
    if (start === -1)
        return version;
    return after !== '' && tag.endsWith(after) ? tag.slice(start, -after.length) : tag.slice(start);
}
/** What each of the list is for the package; null: no version. */
function versionsIn({ of, listed }, words, { version, form }) {
    const tags = listed.map(({ tag }) => tag);
    const plain = { ...form, tag: null };
    // A registry's versions have nothing around them, whatever the tags of the source have.
    if (of === 'versions')
        return (0,parse/* readTags */.g$)(tags, { tagPrefix: '', versionRegex: null }, plain);
    if (words.tagPrefix !== '' || words.versionRegex !== null)
        return (0,parse/* readTags */.g$)(tags, words, form);
    const inForm = (0,parse/* readTags */.g$)(tags, words, form);
    if (form.tag !== null && inForm.some((read) => read !== null))
        return inForm;
    const asTheyAre = (0,parse/* readTags */.g$)(tags, words, plain);
    if (version === null || asTheyAre.includes(version))
        return asTheyAre;
    // The tag of the present version is among them, or several things' tags of that number.
    const shapes = tags.flatMap((tag) => (0,version_form/* formOf */.QU)(version, [tag]).tag ?? []);
    const [shape] = shapes;
    const isOne = new Set(shapes.map((one) => JSON.stringify(one))).size === 1;
    // A number of one part is in other names by chance.
    const isShort = form.separator === null && version.length < 4;
    if (shape === undefined || !isOne || isShort)
        return asTheyAre;
    return (0,parse/* readTags */.g$)(tags, words, { ...form, tag: shape });
}
/** `2024.1`, `20240501`; `24.05` is none. */
function isCalendar(version) {
    return /^[a-z]*(?:19|20)[0-9]{2}(?:$|[-._0-9])/i.test(version);
}

// EXTERNAL MODULE: ./src/sync/version/source-host.ts
var source_host = __webpack_require__(24610);
// EXTERNAL MODULE: ./src/sync/version/words.ts
var words = __webpack_require__(45109);
;// CONCATENATED MODULE: ./src/sync/version/latest.ts












/**
 * The newest version that the source's own host knows: the first of `sourceUrls`, else `homepage`, whose address tells how to ask.
 * Throws LATEST_UNKNOWN when none does or there is no version, and what the host refuses.
 */
async function latestVersion(question) {
    const { sourceUrls, homepage, environment, log } = question;
    const addresses = homepage === null ? sourceUrls : [...sourceUrls, homepage];
    for (const address of addresses) {
        const host = (0,source_host/* sourceHost */.Y)(address, environment.serverUrl);
        if (host === null)
            continue;
        const name = nameOf(host);
        const { version, tag, url } = await newestOf(host, name, question);
        log.info(`latest version: ${version} (tag ${tag} of ${name})`);
        return { version, tag, url };
    }
    const [first] = addresses;
    if (first === undefined) {
        throw latestUnknown('the package', 'it has no source that is fetched, and no homepage', {
            hint: 'Give `version`; or give the package a `meta.homepage` whose releases or tags tell it.'
        });
    }
    throw latestUnknown(
    // Without what a person may have put in front of the host.
    first.replace(/\/\/[^/]*@/, '//').slice(0, 300), 'nothing in the addresses of its sources, or in its homepage, tells where its versions are published');
}
/**
 * List by list, until one has a version that is not older than the package's: where releases ended years ago, tags go on. Throws
 * LATEST_UNKNOWN when no list has any.
 */
async function newestOf(host, name, question) {
    const { present } = question;
    const seen = [];
    let best = null;
    try {
        for await (const list of listsOf(host, askerOf(question))) {
            seen.push(...list.listed);
            const newest = newestVersion(list, question, present);
            if (newest === null)
                continue;
            if (best === null || (0,compare/* isOlder */.t)(best.version, newest.version))
                best = newest;
            if (present.version === null || !(0,compare/* isOlder */.t)(best.version, present.version))
                return best;
        }
    }
    catch (cause) {
        // What GitHub and git refuse says so itself; anything else is an answer that nobody foresaw.
        if (cause instanceof errors/* NarPublishError */.f9 && cause.code !== 'DOWNLOAD_FAILED')
            throw cause;
        const reason = cause instanceof errors/* NarPublishError */.f9
            ? `${cause.subject}: ${cause.reason}`
            : 'its answer has no version';
        throw latestUnknown(name, reason, { cause });
    }
    if (best !== null)
        return best;
    throw noVersion(name, seen, question);
}
function listsOf(host, asker) {
    switch (host.kind) {
        case 'github':
            return (0,github/* gitHubVersions */.nu)(host, asker);
        case 'git':
            return (0,git/* gitVersions */.mV)(host, asker);
        case 'npm':
            return npmVersions(host, asker);
        case 'pypi':
            return pypiVersions(host, asker);
        case 'crates':
            return crateVersions(host, asker);
        case 'gems':
            return gemVersions(host, asker);
        case 'hackage':
            return hackageVersions(host, asker);
        case 'listing':
            return (0,file_listing/* listedFiles */.H)(host, asker);
    }
}
/** For people. */
function nameOf(host) {
    switch (host.kind) {
        case 'github':
            return `${host.owner}/${host.repo} on GitHub`;
        case 'git':
        case 'npm':
            return host.url;
        case 'listing':
            return `${host.url}${host.name}*`;
        case 'pypi':
            return `${host.name} on PyPI`;
        case 'crates':
            return `${host.name} on crates.io`;
        case 'gems':
            return `${host.name} on RubyGems`;
        case 'hackage':
            return `${host.name} on Hackage`;
    }
}
function askerOf(question) {
    const { environment, token, scratch, log, memory, tagPrefix, versionRegex, present } = question;
    const own = versionRegex === null ? (present.form.tag?.before ?? '') : '';
    const prefix = tagPrefix === '' ? own : tagPrefix;
    const read = readOnce(question.read ?? reader(log), memory);
    return { environment, token, scratch, log, memory, tagPrefix: prefix, read };
}
/** Characters of an answer that is kept for another package. */
const largestKept = 1024 * 1024;
function readOnce(read, memory) {
    if (memory === undefined)
        return read;
    return async (url) => {
        const question = { server: new URL(url).origin, words: url, subject: url };
        const text = await memory.once(question, () => {
            memory.otherRequests++;
            return read(url);
        });
        if (text.length > largestKept)
            memory.forget(question);
        return text;
    };
}
/** Bytes; the answer may hold a description of each version. */
const largestAnswer = 64 * 1024 * 1024;
function reader(log) {
    return async (url) => {
        const body = (0,download/* downloaderOf */.B)(log)({ url, credentials: null, mayRedirect: true });
        const text = await (0,bodies/* readAtMost */.rU)(body, largestAnswer);
        if (text !== null)
            return text.toString('utf8');
        throw latestUnknown(url, `its answer has more than ${largestAnswer} bytes`);
    };
}
/** Names a tag as they are there, and what to give so that it is understood. */
function noVersion(name, seen, { tagPrefix, versionRegex }) {
    const tags = seen.map(({ tag }) => tag);
    const sample = tags.find((tag) => (0,parse/* prefixHint */.Mn)(tag) !== undefined) ?? tags[0];
    if (sample === undefined) {
        return latestUnknown(name, 'it has no release and no tag', {
            hint: 'Give `version`; `version: branch` follows the newest commit.'
        });
    }
    const how = versionRegex !== null
        ? ` for \`version-regex\`, ${(0,words/* shownTag */.cG)(versionRegex)}`
        : tagPrefix === ''
            ? ''
            : ` behind the prefix ${(0,words/* shownTag */.cG)(tagPrefix)}`;
    return latestUnknown(name, `it has no release and no tag that is a version${how}; one that it has is ${(0,words/* shownTag */.cG)(sample)}`, {
        hint: (0,parse/* prefixHint */.Mn)(sample) ??
            'Give `version`, or a `version-regex` that finds the version in such a tag.'
    });
}
function latestUnknown(subject, reason, more = {}) {
    return new errors/* NarPublishError */.f9({ code: 'LATEST_UNKNOWN', subject, reason, ...more });
}


/***/ }),

/***/ 81151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ givenVersion),
/* harmony export */   Mn: () => (/* binding */ prefixHint),
/* harmony export */   _n: () => (/* binding */ refuseNoVersion),
/* harmony export */   g$: () => (/* binding */ readTags)
/* harmony export */ });
/* unused harmony export versionFromTag */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47464);
/* harmony import */ var _version_regex_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45109);




/**
 * The version that a tag names, which is a word that no shell, path, option or URL reads otherwise: begins with a digit, at most
 * 100 of `0-9 A-Z a-z . _ + -`, ends with a letter or digit, has no `..`.
 *
 *     v1.84.0                 1.84.0
 *     refs/tags/infer-0.76.1  0.76.1 with tag prefix `infer-`
 *     2024-05-01              2024-05-01
 *     1.2.3-beta+build.5      1.2.3-beta+build.5
 *
 * Throws VERSION_INVALID for any other tag, and for one without the prefix.
 */
function versionFromTag(tag, tagPrefix) {
    const name = nameOf(tag);
    const rest = name.startsWith(tagPrefix) ? name.slice(tagPrefix.length) : null;
    if (rest === null) {
        throw invalid(tag, `it does not begin with ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(tagPrefix)}, the tag prefix`);
    }
    const version = rest.replace(/^[vV](?=[0-9])/, '');
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isTagVersion */ .z9)(version))
        return version;
    throw invalid(tag, `${rest === tag ? 'it' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(rest)}, which is left of it,`} is no version ` +
        '(a digit, then digits, letters and `._+-`, at most 100 of them, no `..`, no sign at the end)', prefixHint(tag, tagPrefix));
}
/**
 * The versions that tags name, as the package writes its own; null for a tag that names none: a repository has tags of all kinds,
 * most of them not ours to complain about. Throws REGEX_INVALID when `versionRegex` takes too long.
 */
function readTags(tags, { tagPrefix, versionRegex }, form) {
    const names = tags.map(nameOf);
    if (versionRegex !== null) {
        return (0,_version_regex_js__WEBPACK_IMPORTED_MODULE_2__/* .versionsByRegex */ .q)(versionRegex, names).map((found) => found && (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .asWritten */ .qm)(found, form));
    }
    return names.map((name) => {
        if (tagPrefix !== '') {
            return name.startsWith(tagPrefix) ? spelledIn(name.slice(tagPrefix.length), form) : null;
        }
        const { tag } = form;
        // With a shape of its own, a tag without it is of something else.
        const hasShape = tag !== null && tag.before + tag.after !== '';
        return (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .versionInShape */ .FE)(name, form) ?? (hasShape ? null : spelledIn(name, form));
    });
}
function spelledIn(name, form) {
    return (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .asWritten */ .qm)(name.replace(/^[vV](?=[0-9])/, ''), form);
}
/**
 * The version that was asked for by its name: a tag, or what a person typed, who may leave out what stands around it in tags. Throws
 * VERSION_INVALID, and REGEX_INVALID when `versionRegex` takes too long.
 */
function givenVersion({ text, source }, words, form = _form_js__WEBPACK_IMPORTED_MODULE_1__/* .plainForm */ .NG) {
    const [read] = readTags([text], words, form);
    if (read !== null && read !== undefined)
        return read;
    const { tagPrefix, versionRegex } = words;
    const isBare = source === 'input' && /^(?:[vV]?[0-9]|unstable-[0-9])/.test(text);
    const mayLackShape = isBare || (tagPrefix === '' && versionRegex === null);
    const typed = mayLackShape ? spelledIn(nameOf(text), form) : null;
    if (typed !== null)
        return typed;
    if (versionRegex !== null) {
        throw invalid(text, `\`version-regex\`, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(versionRegex)}, finds no version in it`);
    }
    return versionFromTag(text, isBare ? '' : tagPrefix);
}
/**
 * Refuses, before anything is evaluated, what can be no version whatever the package's form is: a word without a digit, anything that
 * is no tag, a tag without the prefix that was told. Throws VERSION_INVALID, and REGEX_INVALID when `versionRegex` takes too long.
 */
function refuseNoVersion(given, words) {
    const isOpen = words.tagPrefix === '' && words.versionRegex === null;
    if (isOpen && /^[0-9A-Za-z][0-9A-Za-z._+/@=-]{0,199}$/.test(given.text)) {
        if (/[0-9]/.test(given.text) && !given.text.includes('..'))
            return;
    }
    givenVersion(given, words);
}
function nameOf(tag) {
    return tag.replace(/^refs\/tags\//, '');
}
/** `infer-0.76.1`: the prefix that would make it a version; undefined: none would. */
function prefixHint(tag, tagPrefix = '') {
    const rest = nameOf(tag).slice(tagPrefix.length);
    const first = rest.search(/(?<![A-Za-z])[vV]?[0-9]+[._-][0-9]|[0-9]/);
    const version = rest.slice(first).replace(/^[vV]/, '');
    if (first <= 0 || !(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isVersion */ .lF)(version))
        return undefined;
    const prefix = tagPrefix + rest.slice(0, first);
    return `Set \`tag-prefix\` to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(prefix)} if ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(version)} is meant.`;
}
function invalid(tag, reason, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'VERSION_INVALID',
        subject: `tag ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shownTag */ .cG)(tag)}`,
        reason,
        hint
    });
}


/***/ }),

/***/ 24610:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ sourceHost)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _hosts_file_listing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66381);


const namePattern = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
/** nixpkgs leaves the choice among mirrors to the fetch: `mirror://gnu/hello/hello-2.12.tar.gz`. */
const protocols = ['https:', 'http:', 'ssh:', 'file:', 'mirror:'];
/** Hosts whose two-part paths are repositories, beside those that say `git.` in their name. */
const forges = ['gitlab.com', 'codeberg.org', 'bitbucket.org', 'git.sr.ht'];
/** Reads it from an address that a source is fetched from, or from a homepage; null when it does not tell. Pure. */
function sourceHost(address, serverUrl) {
    const text = address.replace(/^git\+/, '');
    if (!URL.canParse(text))
        return null;
    const url = new URL(text);
    if (!protocols.includes(url.protocol) || url.hostname.startsWith('-'))
        return null;
    // Credentials in an address are for the fetch alone.
    url.username = url.protocol === 'ssh:' ? url.username : '';
    url.password = '';
    return (gitHubRepository(url, serverUrl) ??
        npmPackage(url) ??
        registryPackage(url) ??
        fileListing(url) ??
        (url.protocol === 'mirror:' ? null : gitRepository(url, text !== address)));
}
/** `/o/r/archive/…`, `/o/r/releases/download/…`, `/o/r.git`, codeload's `/o/r/…`, the API's `/repos/o/r/tarball/…`. */
function gitHubRepository(url, serverUrl) {
    const own = new URL(serverUrl).host;
    const host = url.host === own ? own : url.host.replace(/^(www|codeload|api)\./, '');
    if (host !== own && host !== 'github.com')
        return null;
    const parts = decodedParts(url);
    const [owner = '', repo = ''] = parts[0] === 'repos' ? parts.slice(1) : parts;
    const name = repo.replace(/\.git$/, '');
    if (!namePattern.test(owner) || !namePattern.test(name))
        return null;
    return { kind: 'github', owner, repo: name, isOwn: host === own };
}
/** `<origin>/<name>/-/<file>.tgz`: the tarball of a JavaScript package; the name may have a scope. */
function npmPackage(url) {
    const base = /^(\/.+)\/-\/[^/]+\.tgz$/.exec(url.pathname)?.[1];
    return base === undefined ? null : { kind: 'npm', url: `${url.origin}${base}` };
}
/** Each registry's addresses: of files (also by nixpkgs' names of mirrors), and of pages. The first group is the name. */
const registries = [
    // fetchPypi's; a file's own address says the name by its file.
    ['pypi', /^mirror:\/\/pypi\/[^/]+\/([^/]+)\//],
    [
        'pypi',
        /^(?:files\.pythonhosted\.org|pypi\.(?:org|io|python\.org))\/packages\/(?:source|py[^/]*|[0-9.]+)\/[^/]\/([^/]+)\//
    ],
    [
        'pypi',
        /^files\.pythonhosted\.org\/packages\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]+\/([^/]+?)-v?[0-9][^/]*$/
    ],
    ['pypi', /^pypi\.(?:org|python\.org)\/(?:project|pypi)\/([^/]+)/],
    ['crates', /^(?:static\.|index\.)?crates\.io\/(?:api\/v1\/)?crates\/([^/]+)/],
    ['gems', /^rubygems\.org\/(?:gems|downloads)\/([^/]+?)-[0-9][^/]*\.gem$/],
    ['gems', /^rubygems\.org\/gems\/([^/]+)/],
    [
        'hackage',
        /^(?:mirror:\/\/hackage|hackage\.haskell\.org\/package)\/(?:[^/]+\/)?([^/]+?)-[0-9][0-9.]*(?:\/[^/]*|\.tar\.gz)?$/
    ],
    ['hackage', /^hackage\.haskell\.org\/package\/([^/]+)\/?$/]
];
function registryPackage(url) {
    const address = addressOf(url);
    for (const [kind, pattern] of registries) {
        const name = pattern.exec(address)?.[1];
        if (name !== undefined && namePattern.test(name))
            return { kind, name };
    }
    return null;
}
/** `pypi.org/project/x`, `mirror://pypi/x/…`. */
function addressOf(url) {
    const path = `${url.host}/${decodedParts(url).join('/')}`;
    return url.protocol === 'mirror:' ? `mirror://${path}` : path.replace(/^www\./, '');
}
const gnu = 'https://ftp.gnu.org/gnu';
const savannah = 'https://download.savannah.gnu.org/releases';
/** Servers that list what they have, and the one of them that is asked. */
const listings = [
    [
        /^(?:mirror:\/\/gnu|ftp\.gnu\.org\/(?:pub\/)?gnu|ftpmirror\.gnu\.org(?:\/gnu)?|mirrors\.kernel\.org\/gnu)\/(.+)$/,
        gnu
    ],
    [
        /^(?:mirror:\/\/savannah|download(?:-mirror)?\.savannah\.(?:non)?gnu\.org\/releases(?:-noredirect)?)\/(.+)$/,
        savannah
    ]
];
function fileListing(url) {
    const address = addressOf(url);
    const project = /^gnu\.org\/software\/([\w.+-]+)\/?$/.exec(address)?.[1];
    if (project !== undefined)
        return { kind: 'listing', url: `${gnu}/${project}/`, name: `${project}-` };
    for (const [pattern, server] of listings) {
        const parts = pattern.exec(address)?.[1]?.split('/') ?? [];
        const file = parts.pop();
        const name = /^(.*?[-_])v?[0-9]/.exec(file ?? '')?.[1];
        if (file === undefined || name === undefined || !_hosts_file_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .archiveEnding */ .Y.test(file))
            continue;
        // `gcc/gcc-14.2.0/gcc-14.2.0.tar.xz`: a folder for each version.
        if (parts.at(-1)?.startsWith(name) === true && parts.length > 1)
            parts.pop();
        return {
            kind: 'listing',
            url: `${[server, ...parts.map(encodeURIComponent)].join('/')}/`,
            name
        };
    }
    return null;
}
/** `isOne`: whatever the address looks like, as Nix has it (`git+https://…`). */
function gitRepository(url, isOne) {
    const found = repositoryPath(url) ?? (isOne ? url.pathname : null);
    if (found === null)
        return null;
    // Savannah has its repositories to look at and to clone at two addresses.
    const isSavannah = /^git\.(?:sv|savannah)\.(?:non)?gnu\.org$/.test(url.host);
    const path = isSavannah ? found.replace(/^\/(?:cgit|gitweb)\//, '/git/') : found;
    const user = url.username === '' ? '' : `${url.username}@`;
    return { kind: 'git', url: `${url.protocol}//${user}${url.host}${path}` };
}
/** What stands for the repository in the address; null when nothing says that it is one. */
function repositoryPath({ host, protocol, pathname }) {
    // GitLab's API has the whole path in one part: `/api/v4/projects/o%2Fr/repository/archive.tar.gz`.
    const project = /^\/api\/v4\/projects\/([^/]+)\/repository\/archive/.exec(pathname)?.[1];
    if (project !== undefined)
        return `/${project.replace(/%2f/gi, '/')}.git`;
    const [, before = ''] = 
    // GitLab; Gitea, Forgejo and SourceHut; a release's file of Gitea; Bitbucket; cgit.
    /^(\/.+?)\/(?:-\/archive|archive|releases\/download|get|snapshot)\//.exec(pathname) ?? [];
    if (before !== '' && (protocol === 'https:' || protocol === 'http:')) {
        // Gitea's API.
        return before.replace(/^\/api\/v1\/repos\//, '/');
    }
    // Bitbucket's own uploads stand beside the repository's pages.
    const path = (host === 'bitbucket.org'
        ? pathname.replace(/^(\/[^/]+\/[^/]+)\/downloads\/.*$/, '$1')
        : pathname).replace(/\/+$/, '');
    if (path.endsWith('.git') || (protocol === 'ssh:' && path !== ''))
        return path;
    const isForge = forges.includes(host) || host.startsWith('git.');
    return isForge && /^\/[^/]+\/[^/]+/.test(path) && !_hosts_file_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .archiveEnding */ .Y.test(path) ? path : null;
}
function decodedParts({ pathname }) {
    const parts = pathname.split('/').filter((part) => part !== '');
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => parts.map(decodeURIComponent), parts);
}


/***/ }),

/***/ 742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ checkVersionRegex),
/* harmony export */   q: () => (/* binding */ versionsByRegex)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30714);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_vm__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/** Characters of an expression, and of a tag that it is tried on. */
const longestRegex = 500;
const longestTag = 300;
/** For all tags of a repository together, in milliseconds; an honest expression takes some microseconds for each. */
const longestTime = 2000;
/**
 * Runs where V8 can be stopped: an expression such as `(a+)+$` would take years on a tag that somebody pushed to be nasty. An engine
 * that is linear (RE2) is not in Node, and as a dependency would be a program of its own.
 */
const search = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script(`
  const expression = new RegExp(source);
  tags.map((tag) => {
    const found = expression.exec(tag);
    return found === null ? null : (found.groups?.version ?? found[1] ?? null);
  })
`);
/** An empty alternative matches anything, and tells how many groups there are. */
const countGroups = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script('new RegExp(source); new RegExp(source + "|").exec("").length - 1');
/**
 * What `version-regex` finds in each tag: its group named `version`, else its first; null: it does not match. Throws REGEX_INVALID
 * when that takes too long.
 */
function versionsByRegex(source, tags) {
    const found = runIn(search, source, tags);
    if (Array.isArray(found))
        return Array.from(found);
    const what = tags.length === 1 ? 'the tag' : `${tags.length} tags`;
    throw refused(source, `it is not done with ${what} within ${longestTime / 1000} s`);
}
/** The expression as it was given. Throws REGEX_INVALID for what is no regular expression with a group. */
function checkVersionRegex(source) {
    const groups = source.length > longestRegex ? null : runIn(countGroups, source, []);
    if (typeof groups === 'number' && groups > 0)
        return source;
    throw refused(source, `it is no regular expression (JavaScript’s) of at most ${longestRegex} characters with a group, which is the version: \`^release-(.+)-final$\``);
}
function refused(source, reason) {
    const subject = `version-regex ${JSON.stringify(source.slice(0, longestRegex))}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({ code: 'REGEX_INVALID', subject, reason });
}
/** null: it is no expression, or it takes too long. */
function runIn(script, source, tags) {
    const context = (0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({ source, tags: tags.map((tag) => tag.slice(0, longestTag)) });
    try {
        return script.runInContext(context, { timeout: longestTime });
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 32389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ wantedVersion)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34962);
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49443);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90651);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47464);
/* harmony import */ var _latest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92465);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81151);







/**
 * The version that was asked for; null: it stays as it is. Throws VERSION_INVALID, VERSION_OLDER, LATEST_UNKNOWN,
 * REVISION_UNTRACED, and what the source's host refuses.
 */
async function wantedVersion(work, current, place) {
    const asker = { ...place, token: work.token };
    const question = {
        ...asker,
        tagPrefix: work.tagPrefix,
        versionRegex: work.versionRegex,
        sourceUrls: current.sourceUrls,
        homepage: current.homepage,
        present: { version: current.version, form: (0,_form_js__WEBPACK_IMPORTED_MODULE_3__/* .formOf */ .QU)(current.version, current.refs) },
        // Who follows pre-releases goes on with them.
        allowPreRelease: current.version !== null && (0,_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .isPreRelease */ .T)(current.version)
    };
    switch (work.version.kind) {
        case 'keep':
            return null;
        case 'branch': {
            const { pinned, version } = current;
            if (pinned === null || pinned.isOfTag === true)
                throw notPinned();
            const branch = work.version.name ?? pinned.branch ?? null;
            const newest = await (pinned.newest?.(asker) ?? (0,_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .newestCommit */ .sM)(pinned.host, branch, asker));
            return followed(work, current, pinned, newest, version, place);
        }
        case 'given': {
            const chosen = chosenVersion(work.version, question);
            if (isDowngrade(chosen, current) && !work.allowDowngrade) {
                const subject = `version ${chosen.version}`;
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'VERSION_OLDER', subject, reason: newerReason(current) });
            }
            return withCommit(chosen, current, question);
        }
        case 'latest': {
            const { version, tag, url } = await (0,_latest_js__WEBPACK_IMPORTED_MODULE_4__/* .latestVersion */ .q)(question);
            const chosen = { version, tag, releaseUrl: url };
            if (isDowngrade(chosen, current) && !work.allowDowngrade) {
                // Nobody asked for that very version: a run by the clock has nothing to do.
                place.log.info(`version: not ${version}, as ${newerReason(current)}`);
                return null;
            }
            return withCommit(chosen, current, question);
        }
    }
}
function isDowngrade(chosen, { version }) {
    return version !== null && (0,_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .isOlder */ .t)(chosen.version, version);
}
function newerReason({ version }) {
    return `the package has ${version ?? 'none'}, which is newer`;
}
function chosenVersion(given, question) {
    const { environment, log, present } = question;
    const version = (0,_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .givenVersion */ .GT)(given, question, present.form);
    const { text, source } = given;
    if (source === 'input') {
        log.info(`version: ${version} (as asked for)`);
        return { version, tag: text === version ? null : text, releaseUrl: null };
    }
    const { url = null, isPreRelease: isMarked = false } = environment.release ?? {};
    const mark = isMarked ? ', marked as a pre-release' : '';
    log.info(`version: ${version} (from the tag ${text} that started this run${mark})`);
    return { version, tag: text, releaseUrl: url };
}
/** Asks which commit the version's tag is at, where the source is pinned by one. */
async function withCommit(chosen, { pinned, version, refs }, question) {
    if (pinned === null || chosen.version === version)
        return { ...chosen, commit: null };
    const { log } = question;
    const name = (0,_latest_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .V)(pinned.host);
    const commitOf = (one) => (0,_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .commitOfVersion */ .rk)(pinned.host, one, question);
    const ask = async () => {
        const old = { version: version ?? '', tag: refs[0] ?? null };
        if (pinned.isOfTag !== true || (await commitOf(old))?.commit === pinned.commit) {
            return commitOf(chosen);
        }
        return null;
    };
    const found = await ask().catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9)
            return error;
        throw error;
    });
    if (found instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9) {
        log.info(`revision: ${pinned.commit} stays: ${found.message}`);
        return { ...chosen, commit: null, unasked: found };
    }
    if (found === null) {
        log.warning(`revision: ${name} has no tag for ${chosen.version}; ${pinned.commit} stays`);
        return { ...chosen, commit: null };
    }
    log.info(`revision: ${found.commit} (tag ${found.tag} of ${name})`);
    return { ...chosen, tag: found.tag, commit: found.commit };
}
/** The version at a branch's newest commit; null: that is the one which the source is at. */
function followed({ allowDowngrade }, current, pinned, { branch, commit, date }, present, { log }) {
    const at = `${branch} of ${(0,_latest_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .V)(pinned.host)} is at ${commit}, of ${date}`;
    if (commit.startsWith(pinned.commit)) {
        log.info(`version: ${present ?? '(none)'} stays: ${at}`);
        return null;
    }
    const version = (0,_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .versionAtCommit */ .$C)(present, pinned.commit, { commit, date });
    // Digits of commits have no order.
    const ordered = (text) => (text ?? '').replaceAll(_literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__/* .commitWords */ .xK, (word) => (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameCommit */ .sw)(word, pinned.commit) || (0,_literals_revisions_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameCommit */ .sw)(word, commit) ? '' : word);
    if ((0,_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .isOlder */ .t)(ordered(version), ordered(present)) && !allowDowngrade) {
        log.info(`version: not ${version ?? '(none)'}, as ${newerReason(current)}: ${at}`);
        return null;
    }
    log.info(`version: ${version ?? '(none)'}: ${at}`);
    return { version, tag: null, releaseUrl: null, commit, date };
}
function notPinned() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'REVISION_UNTRACED',
        subject: 'version branch',
        reason: 'no source of the package is fetched from a Git host by the digits of a commit'
    });
}


/***/ }),

/***/ 45109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cG: () => (/* binding */ shownTag),
/* harmony export */   lF: () => (/* binding */ isVersion),
/* harmony export */   z9: () => (/* binding */ isTagVersion)
/* harmony export */ });
/**
 * Whether a text is a version that no shell, path, option or URL reads otherwise, and Nix code neither: at most 100 of
 * `0-9 A-Z a-z . _ + = ~ -`, with a digit, between letters or digits, without `..`.
 */
function isVersion(text) {
    return (/^[0-9A-Za-z](?:[0-9A-Za-z._+=~-]{0,98}[0-9A-Za-z])?$/.test(text) &&
        /[0-9]/.test(text) &&
        !text.includes('..'));
}
/** One that a tag names, which begins with a digit and has no sign that Git refuses. */
function isTagVersion(text) {
    return /^[0-9][0-9A-Za-z._+-]*$/.test(text) && isVersion(text);
}
/** A tag is somebody else's text, of any length. */
function shownTag(text) {
    return JSON.stringify(text.slice(0, 200));
}


/***/ }),

/***/ 58674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P1: () => (/* binding */ replacementsOf),
/* harmony export */   TK: () => (/* binding */ evaluateCopy),
/* harmony export */   Xh: () => (/* binding */ sharedCopy),
/* harmony export */   _M: () => (/* binding */ openWorkshop),
/* harmony export */   bt: () => (/* binding */ writeCopy),
/* harmony export */   cp: () => (/* binding */ copiesFolder),
/* harmony export */   fw: () => (/* binding */ renewCopy),
/* harmony export */   h$: () => (/* binding */ notesOf)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(70370);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(96356);
/* harmony import */ var _nix_evaluators_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31333);
/* harmony import */ var _nix_nix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84280);
/* harmony import */ var _nix_rebuild_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38985);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(56951);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48992);
/* harmony import */ var _literals_edit_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(382);
/* harmony import */ var _project_copy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(96587);
/* harmony import */ var _project_evaluate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58910);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55072);













/** Opens the checkout and copies it. Throws CHECKOUT_INVALID, TREE_DIRTY, PACKAGE_INVALID, NIX_MISSING. */
async function openWorkshop(work, { environment, scratch, log, shared }) {
    const inMemoryOf = shared?.scratch ?? scratch;
    const env = environment.childEnvironment;
    const { workspace } = environment;
    const [project, nix] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_10__/* .allOf */ .b)([
        (0,_project_project_js__WEBPACK_IMPORTED_MODULE_9__/* .openProject */ .U8)({ workspace, package: work.package, env, log }),
        (0,_nix_nix_js__WEBPACK_IMPORTED_MODULE_3__/* .openNix */ .MP)({ env, log, cwd: scratch, roots: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, 'gc-roots') })
    ]);
    const copy = await (shared === undefined
        ? (0,_project_copy_js__WEBPACK_IMPORTED_MODULE_7__/* .makeCopy */ .s)(project, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, 'copy'), { inMemoryOf })
        : sharedCopy(project, shared));
    const shop = {
        work,
        ...{ environment, scratch, log, inMemoryOf },
        nix,
        project,
        copy,
        files: (0,_project_project_js__WEBPACK_IMPORTED_MODULE_9__/* .readTextFiles */ .Lf)(project),
        systems: [],
        counts: (0,_counts_js__WEBPACK_IMPORTED_MODULE_11__/* .noCounts */ .Yi)(),
        turns: (0,p_limit__WEBPACK_IMPORTED_MODULE_12__/* ["default"] */ .A)((0,_nix_evaluators_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluatorsAtOnce */ .n)()),
        evaluatesWell: null,
        unreadMeta: new Map(),
        told: new Map(),
        derivations: shared?.derivations ?? new Map(),
        rebuilt: (0,_nix_rebuild_js__WEBPACK_IMPORTED_MODULE_4__/* .nothingRebuilt */ .d)(),
        notes: [],
        ahead: null
    };
    shop.systems =
        work.systems.value ?? (await (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_8__/* .packageSystems */ .VN)(nix, copy, project, work.package, work.nixpkgs));
    log.info(`package: ${work.package.text} of ${project.root} at ${project.head.slice(0, 12)}, ${shop.files.length} files; ` +
        `systems: ${shop.systems.join(', ')}`);
    return shop;
}
/** In a run's scratch folder: the copies on the disk that are no single package's. */
const copiesFolder = 'copies';
/** A copy of the checkout as it is; the spare one where that can be it again. */
async function sharedCopy(project, shared) {
    const { spare, scratch } = shared;
    shared.spare = null;
    if ((await spare?.reopen(project)) === true && spare !== null)
        return spare;
    spare?.remove();
    const copies = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, copiesFolder);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(copies, { recursive: true });
    return (0,_project_copy_js__WEBPACK_IMPORTED_MODULE_7__/* .makeCopy */ .s)(project, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(copies, 'copy-')), { inMemoryOf: scratch });
}
/**
 * The copy as it was when it was opened: what an attempt made there goes with the old one. It is not the package's alone: the next one may
 * get it.
 */
async function renewCopy(shop, files) {
    shop.files = files;
    shop.copy = await sharedCopy(shop.project, { scratch: shop.inMemoryOf, spare: shop.copy });
}
function replacementsOf(edits) {
    return new Map(edits.map((edit) => [edit, edit.replacement]));
}
/** Makes the copy the checkout with these replacements, and nothing else. */
async function writeCopy({ copy, files }, replacements) {
    const edits = Map.groupBy([...replacements].map(([span, replacement]) => ({ ...span, replacement })), ({ file }) => file);
    for (const { path, text } of files) {
        const wanted = (0,_literals_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .applyEdits */ .c)(text, edits.get(path) ?? []);
        if (wanted === text)
            await copy.restore(path);
        else
            await copy.write(path, wanted);
    }
}
/** One evaluation of what the copy holds now, counted; or the one that was made ahead, which was counted when it began. */
async function evaluateCopy(shop, system) {
    const { nix, copy, project, work, counts, unreadMeta, ahead } = shop;
    const foreseen = (await ahead?.answer(system)) ?? null;
    if (foreseen !== null)
        return foreseen;
    (0,_counts_js__WEBPACK_IMPORTED_MODULE_11__/* .countEvaluation */ .ky)(counts, system);
    const request = { package: work.package, nixpkgs: work.nixpkgs, system };
    const asked = (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_8__/* .evaluatePackage */ .Ak)(nix, copy, project, request, unreadMeta);
    const [evaluated] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_10__/* .allOf */ .b)([asked, ahead?.begin(system) ?? Promise.resolve()]);
    // What it tells is learned first, and then other things are asked.
    if (!('drvPath' in evaluated))
        await ahead?.stop();
    return evaluated;
}
/** All that the reader should see, each once: some steps are taken more than once. */
function notesOf({ unreadMeta, notes }) {
    const unread = Map.groupBy(unreadMeta, ([, reason]) => reason);
    const ofMeta = [...unread].map(([reason, entries]) => {
        const names = (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)(entries.map(([name]) => `\`meta.${name}\``));
        const does = entries.length === 1 ? 'does not evaluate and was' : 'do not evaluate and were';
        return `${names} ${does} not read: ${reason}`;
    });
    return [...new Set([...ofMeta, ...notes])];
}


/***/ })

};
