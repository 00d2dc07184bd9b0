export const id = 62;
export const ids = [62];
export const modules = {

/***/ 92678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ forgetSecrets),
/* harmony export */   qZ: () => (/* binding */ readTerminalEnvironment)
/* harmony export */ });
/* unused harmony exports readEnvironment, readServiceEnvironment, addToEnvironment, addHiddenToEnvironment, forgetInputs, releaseOfEvent */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _known_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5688);
/* harmony import */ var _passed_on_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41353);
/* harmony import */ var _pull_request_events_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63328);







// https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request; `head.repo` is null when the fork was deleted.
const pullRequestEvent = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    pull_request: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        head: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ repo: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }).nullable() }),
        base: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ repo: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }) })
    })
});
function readEnvironment(env = process.env) {
    const repository = env['GITHUB_REPOSITORY'] ?? null;
    const serverUrl = withoutTrailingSlash(env['GITHUB_SERVER_URL'] ?? 'https://github.com');
    const runId = env['GITHUB_RUN_ID'];
    const eventName = env['GITHUB_EVENT_NAME'];
    const payload = readPayload(env['GITHUB_EVENT_PATH']);
    return {
        input: (name) => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim(),
        givenInputs: Object.keys(env).flatMap((name) => name.startsWith('INPUT_') ? [name.slice('INPUT_'.length).toLowerCase()] : []),
        repository,
        revision: env['GITHUB_SHA'] ?? null,
        refName: env['GITHUB_REF_NAME'] ?? null,
        isTag: env['GITHUB_REF_TYPE'] === 'tag',
        serverUrl,
        apiUrl: withoutTrailingSlash(env['GITHUB_API_URL'] ?? apiBeside(serverUrl)),
        runUrl: repository !== null && runId !== undefined
            ? `${serverUrl}/${repository}/actions/runs/${runId}`
            : null,
        isForkPullRequest: 
        // pull_request_target runs with the base repository's token.
        (0,_pull_request_events_js__WEBPACK_IMPORTED_MODULE_5__/* .isPullRequestEvent */ .T5)(eventName ?? null) && isFromFork(payload),
        eventName: eventName ?? null,
        pullRequest: (0,_pull_request_events_js__WEBPACK_IMPORTED_MODULE_5__/* .isPullRequestEvent */ .T5)(eventName ?? null) ? (0,_pull_request_events_js__WEBPACK_IMPORTED_MODULE_5__/* .pullRequestOfEvent */ .My)(payload) : null,
        workflowRun: eventName === 'workflow_run' ? (0,_pull_request_events_js__WEBPACK_IMPORTED_MODULE_5__/* .workflowRunOfEvent */ .oV)(payload) : null,
        release: releaseOfEvent({
            name: eventName,
            payload,
            refType: env['GITHUB_REF_TYPE'],
            refName: env['GITHUB_REF_NAME']
        }),
        runnerSystem: `${cpuNames[process.arch] ?? process.arch}-${process.platform}`,
        state: (name) => env[`STATE_${name}`] ?? '',
        workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
        scratchParent: env['RUNNER_TEMP'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        childEnvironment: (0,_passed_on_js__WEBPACK_IMPORTED_MODULE_4__/* .passedOn */ .I3)(env, 'nix'),
        secrets: (0,_known_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .secretsOfEnvironment */ .O0)(env)
    };
}
/**
 * Where a GitHub has its API, as its runners say in GITHUB_API_URL. A token goes there: never to another GitHub than the one that was named.
 * https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
function apiBeside(serverUrl) {
    const host = URL.canParse(serverUrl) ? new URL(serverUrl).host : '';
    return host === 'github.com' || host.endsWith('.ghe.com')
        ? `https://api.${host}`
        : `${serverUrl}/api/v3`;
}
/** Node's names for CPUs → Nix's. */
const cpuNames = {
    x64: 'x86_64',
    arm64: 'aarch64',
    ia32: 'i686',
    arm: 'armv7l',
    riscv64: 'riscv64',
    ppc64: 'powerpc64le'
};
/** The event's payload; null when there is none that can be read. */
function readPayload(eventPath) {
    return eventPath === undefined
        ? null
        : (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(eventPath, 'utf8')), null);
}
function isFromFork(payload) {
    const event = pullRequestEvent.safeParse(payload);
    if (!event.success)
        return false;
    const { head, base } = event.data.pull_request;
    return head.repo?.full_name !== base.repo.full_name;
}
/** What the runner tells of its own services, tokens included, for the process that asks its cache service, and for no other. */
function readServiceEnvironment(env = process.env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[0].startsWith('ACTIONS_') && entry[1] !== undefined));
}
/** What a parent handed over by a pipe, as if this process had begun with it; `/proc` does not show it. */
function addToEnvironment(values) {
    Object.assign(process.env, values);
}
/**
 * The same for what no child may inherit: whoever asks for one of these names gets its value, and a list of all names lacks it.
 */
function addHiddenToEnvironment(values) {
    const hidden = Object.entries(values).map(([name, value]) => [name, { value }]);
    const env = { ...process.env };
    process.env = Object.setPrototypeOf(env, Object.create(null, Object.fromEntries(hidden)));
}
/**
 * Takes the inputs, and with them the secrets, out of this process's own environment once they are parsed: a child that inherits it
 * as it is (xz) does not get them.
 */
function forgetInputs(env = process.env) {
    for (const name of Object.keys(env)) {
        if (name.startsWith('INPUT_'))
            Reflect.deleteProperty(env, name);
    }
}
function withoutTrailingSlash(url) {
    return url.replace(/\/+$/, '');
}
/**
 * The same from a terminal: inputs are what the command line gave (`given`, by input name), else `NAR_PUBLISH_…` variables. Paths
 * are about the current folder.
 */
function readTerminalEnvironment(given, env = process.env) {
    const token = _passed_on_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenVariables */ .fK.map((name) => env[name]?.trim()).find((text) => text);
    const variable = (name) => env[`NAR_PUBLISH_${name.replaceAll('-', '_').toUpperCase()}`] ?? '';
    const base = readEnvironment(env);
    return {
        ...base,
        input: (name) => (given.get(name) ?? (name === 'token' ? (token ?? '') : variable(name))).trim(),
        givenInputs: [],
        workspace: process.cwd(),
        state: () => ''
    };
}
/** As forgetInputs, for a terminal. */
function forgetSecrets(env = process.env) {
    for (const name of _passed_on_js__WEBPACK_IMPORTED_MODULE_4__/* .secretVariables */ .c8)
        Reflect.deleteProperty(env, name);
}
// https://docs.github.com/en/webhooks/webhook-events-and-payloads#release
const releasePayload = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    release: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        tag_name: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1),
        html_url: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable().default(null),
        draft: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().default(false),
        prerelease: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().default(false)
    })
});
/**
 * The release that started the run: of a `release` event, or of the `push` of a tag; null for any other event (a run that was
 * started by hand on a tag is not about that tag).
 */
function releaseOfEvent(event) {
    if (event.name === 'release') {
        const parsed = releasePayload.safeParse(event.payload);
        if (!parsed.success)
            return null;
        const { tag_name: tag, html_url: url, draft, prerelease } = parsed.data.release;
        return { tag, url, isDraft: draft, isPreRelease: prerelease };
    }
    if (event.name === 'push' && event.refType === 'tag' && event.refName) {
        return { tag: event.refName, url: null, isDraft: false, isPreRelease: false };
    }
    return null;
}


/***/ }),

/***/ 5688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ secretsOfEnvironment),
/* harmony export */   bs: () => (/* binding */ shortestSecret),
/* harmony export */   gC: () => (/* binding */ withStars),
/* harmony export */   xU: () => (/* binding */ knownSecrets)
/* harmony export */ });
/* unused harmony exports stars, KnownSecrets */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** Characters. What is shorter is a word such as `main`, and would be taken out of everywhere. */
const shortestSecret = 6;
/** Of base64 that stands inside of longer base64. */
const shortestPiece = 10;
const stars = '***';
class KnownSecrets {
    #forms = new Map();
    add(secret) {
        for (const text of [secret, ...secret.split('\n')].map((line) => line.trim())) {
            if (text.length < shortestSecret)
                continue;
            for (const form of formsOf(text))
                this.#forms.set(form, Buffer.from(form));
        }
    }
    /**
     * Where secrets stand, in order, none overlapping; colours and line ends inside of one do not hide it. `isEnd`: what stood before is cut
     * off, and with it perhaps the beginning of a secret.
     */
    find(bytes, { isEnd = false } = {}) {
        const spans = this.#search(bytes, isEnd);
        const joined = withoutBreaks(bytes);
        if (joined !== null) {
            for (const { begin, end } of this.#search(joined.bytes, isEnd)) {
                const [first, last] = [joined.places[begin] ?? 0, joined.places[end - 1] ?? 0];
                spans.push({ begin: begin === 0 && isEnd ? 0 : first, end: last + 1 });
            }
        }
        return merged(spans);
    }
    #search(bytes, isEnd) {
        const spans = [];
        for (const form of this.#forms.values()) {
            const cut = isEnd ? cutLength(bytes, form) : 0;
            if (cut > 0)
                spans.push({ begin: 0, end: cut });
            for (let at = bytes.indexOf(form); at !== -1; at = bytes.indexOf(form, at + 1)) {
                spans.push({ begin: at, end: at + form.length });
            }
        }
        return spans;
    }
    /** The text with stars in the place of secrets. `isEnd`: as for `find`. */
    hide(text, { isEnd = false } = {}) {
        const bytes = Buffer.from(text);
        const spans = this.find(bytes, { isEnd });
        return spans.length === 0 ? text : withStars(bytes, spans).toString();
    }
}
/** Those of this process. */
const knownSecrets = new KnownSecrets();
/** `bytes` from `begin` on, which is inside of none of the spans, with stars in their place. */
function withStars(bytes, spans, begin = 0) {
    const parts = [];
    let at = begin;
    for (const span of spans) {
        if (span.begin < begin)
            continue;
        parts.push(bytes.subarray(at, span.begin), Buffer.from(stars));
        at = span.end;
    }
    return Buffer.concat([...parts, bytes.subarray(at)]);
}
/** ECMA-48: with parameters, as colours are, or without. */
const escapeSequence = /^\u001b(?:\[[0-?]*[ -/]*[@-~]|[ -/]*[0-Z\\-~])/;
const longestSequence = 40;
/**
 * As `grep --color` paints a word that it finds, and as `base64` wraps what is long: the bytes without escape sequences and line ends, and
 * where each of them stands; null: they have none.
 */
function withoutBreaks(bytes) {
    if (!/[\n\r\u001b]/.test(bytes.toString('latin1')))
        return null;
    const kept = Buffer.alloc(bytes.length);
    const places = new Uint32Array(bytes.length);
    let length = 0;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at] ?? 0;
        if (byte === 0x0a || byte === 0x0d)
            continue;
        if (byte === 0x1b) {
            const text = bytes.toString('latin1', at, at + longestSequence);
            const [sequence = text.charAt(0)] = escapeSequence.exec(text) ?? [];
            at += sequence.length - 1;
            continue;
        }
        kept[length] = byte;
        places[length] = at;
        length += 1;
    }
    return { bytes: kept.subarray(0, length), places };
}
/** How many of the first bytes are the end of a form whose beginning is not there. */
function cutLength(bytes, form) {
    for (let length = Math.min(form.length - 1, bytes.length); length > 0; length--) {
        if (bytes.subarray(0, length).equals(form.subarray(form.length - length)))
            return length;
    }
    return 0;
}
function merged(spans) {
    const all = [];
    for (const span of spans.sort((a, b) => a.begin - b.begin)) {
        const last = all.at(-1);
        if (last !== undefined && span.begin < last.end)
            last.end = Math.max(last.end, span.end);
        else
            all.push({ ...span });
    }
    return all;
}
/** As it is, in JSON, in an address, and in base64 by itself or behind other bytes (`user:secret`), which shift it by one or two. */
function formsOf(secret) {
    const percent = percentEncoded(secret);
    const pieces = [0, 1, 2]
        .map((shift) => base64Piece(secret, shift))
        .filter(({ length }) => length >= shortestPiece);
    return [
        secret,
        JSON.stringify(secret).slice(1, -1),
        percent,
        percent.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
        ...pieces,
        ...pieces.map((piece) => piece.replaceAll('+', '-').replaceAll('/', '_'))
    ];
}
function percentEncoded(text) {
    return encodeURIComponent(text.toWellFormed());
}
/** The characters that depend on nothing but the secret: none of those that it shares with the byte before or behind. */
function base64Piece(secret, shift) {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
    const whole = Math.floor((bytes.length * 8) / 6);
    return bytes.toString('base64').slice(Math.ceil((shift * 8) / 6), whole);
}
/** The end of a variable's name that says that its value is a secret, in the words of those who name them. */
const secretName = /(?:TOKENS?|SECRETS?|PASSWORDS?|PASSWD|PASSPHRASE|CREDENTIALS?|KEYS?|(?:^|_)(?:PAT|PASS|PWD|AUTH))$/i;
const shortestValue = 8;
/** Whether it says where a secret is. Base64 begins with a slash as well. */
function isFile(value) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(value) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(value);
}
/** Secrets that a process is given by its environment: by what their variables are called, and Nix's `access-tokens`. */
function secretsOfEnvironment(env) {
    const values = Object.entries(env).flatMap(([name, value = '']) => {
        const isSecret = secretName.test(name) && !/PUBLIC/i.test(name);
        return isSecret && value.trim().length >= shortestValue && !isFile(value) ? [value] : [];
    });
    const settings = (env['NIX_CONFIG'] ?? '').matchAll(/^\s*(?:extra-)?access-tokens\s*=(.*)$/gm);
    const tokens = [...settings].flatMap(([, pairs = '']) => pairs.split(/\s+/).flatMap((pair) => {
        const value = pair.slice(pair.indexOf('=') + 1);
        // `host=PAT:token` says what kind of token it is.
        return pair.includes('=') ? [value, value.slice(value.indexOf(':') + 1)] : [];
    }));
    return [...values, ...tokens];
}


/***/ }),

/***/ 39318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ printCommand)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);

function cut(text, longest) {
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
/** The command as a person would type it, for messages; long ones are cut with `…`. */
function printCommand({ program, args }) {
    return cut([program, ...args.map((arg) => quote(cut(arg, longestArgument)))].join(' '), longestCommand);
}
/** Longest printed argument and command, in characters: enough to recognise them in a log. */
const longestArgument = 160;
const longestCommand = 1500;
function quote(argument) {
    if (/^[\w@%+=:,./#-]+$/.test(argument))
        return argument;
    if (argument.search(_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .steering */ .o4) === -1)
        return `'${argument.replaceAll("'", () => "'\\''")}'`;
    const escaped = argument
        .replace(/[\\']/g, (character) => `\\${character}`)
        .replace(_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .steering */ .o4, escapeCharacter);
    return `$'${escaped}'`;
}
function escapeCharacter(character) {
    if (character === '\n')
        return '\\n';
    const digits = (character.codePointAt(0) ?? 0).toString(16);
    return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}


/***/ }),

/***/ 72589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ exitWords),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   NV: () => (/* binding */ gatherOutput),
/* harmony export */   Xd: () => (/* binding */ startProgram),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   qQ: () => (/* binding */ howItEnded),
/* harmony export */   vs: () => (/* binding */ endPrograms),
/* harmony export */   zH: () => (/* binding */ stdoutLimit)
/* harmony export */ });
/* unused harmony export groupPrograms */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);
/* harmony import */ var _passed_on_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41353);
/* harmony import */ var _print_command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39318);
/* harmony import */ var _tail_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40795);








let areGroups = false;
/**
 * From now on each program is a group of its own: a signal for this process alone, as GitHub's runner sends it, is passed on to all that
 * the program has started. Not on a terminal, which does so itself, and where ssh may ask for a passphrase.
 */
function groupPrograms() {
    areGroups = true;
}
/** What is to end with this process. */
const running = new Map();
function noteRunning(child, isGroup) {
    if (running.size === 0)
        process.once('exit', killRunning);
    running.set(child, { isGroup });
    const forget = () => {
        running.delete(child);
        if (running.size === 0)
            process.off('exit', killRunning);
    };
    child.once('error', forget);
    child.once('close', forget);
}
/** Nix ends its builders at SIGTERM; at SIGKILL it could not. */
function killRunning() {
    signalRunning('SIGTERM');
}
function signalRunning(signal) {
    for (const [child, { isGroup }] of running) {
        if (isGroup)
            signalGroup(child, signal);
        else
            child.kill(signal);
    }
}
/** What an interrupted program gets to clean up: the runner kills this process 10 s after its first signal. */
const grace = 3000;
/** Passes a signal on to all that this process waits for, and resolves when it has ended: what does not is killed. */
async function endPrograms(signal) {
    signalRunning(signal);
    const until = Date.now() + grace;
    while (running.size > 0 && Date.now() < until)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(20);
    signalRunning('SIGKILL');
}
/** Bytes of stdout that are gathered. Path info of a closure of 10,000 paths, or the catalogue of a large store, is some 10 MB. */
const stdoutLimit = 256 * 1024 * 1024;
const stderrTail = 64 * 1024;
/**
 * The one start of programs: a list of arguments, no shell. `fed` and `exit` need not be looked at.
 *
 * @actions/exec carries the questions of ask.ts alone. It cannot stop a child, nor its group; gathers output without bound, and gives no
 * backpressure; does not tell which signal ended it; a child that leaves its input unread ends this process (EPIPE, which nobody
 * hears), and a call with a NUL in an argument never returns.
 */
function startProgram({ program, args }, { log, input, files = {}, onStderr, timeLimit, isGroup = areGroups, isLasting = false, isMessenger = false, stop, ...options }) {
    stop?.when.throwIfAborted();
    log?.debug((0,_print_command_js__WEBPACK_IMPORTED_MODULE_6__/* .printCommand */ .T)({ program, args }));
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        ...options,
        env: options.env ?? (0,_passed_on_js__WEBPACK_IMPORTED_MODULE_5__/* .ownEnvironment */ .am)('program'),
        detached: isGroup,
        stdio: [
            input === undefined ? 'ignore' : 'pipe',
            files.stdout ?? 'pipe',
            files.stderr ?? 'pipe',
            ...(isMessenger ? ['ipc'] : [])
        ]
    });
    if (!isLasting)
        noteRunning(child, isGroup);
    const stderr = new _tail_js__WEBPACK_IMPORTED_MODULE_7__/* .Tail */ .PW(stderrTail);
    child.stderr?.on('data', (chunk) => {
        stderr.push(chunk);
        onStderr?.(chunk);
    });
    let isTooLate = false;
    const end = () => {
        isTooLate = true;
        if (isGroup)
            endGroup(child);
        else
            child.kill();
    };
    const stopIt = () => {
        if (stop === undefined)
            return;
        if (isGroup)
            signalGroup(child, stop.by);
        else
            child.kill(stop.by);
    };
    stop?.when.addEventListener('abort', stopIt);
    // Not spawn's own: its timer stays when the program does not start.
    const timer = timeLimit === undefined ? undefined : setTimeout(end, timeLimit);
    const exit = new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (status, signal) => {
            resolve({ status, signal, isTooLate, stderr: stderr.text });
        });
    }).finally(() => {
        clearTimeout(timer);
        stop?.when.removeEventListener('abort', stopIt);
    });
    const fed = input && child.stdin ? (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(input, child.stdin) : Promise.resolve();
    for (const promise of [exit, fed])
        promise.catch(() => undefined);
    return { child, stdout: child.stdout ?? node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from([]), fed, exit };
}
/** Its exit, with the whole of its stdout. One that prints over `limit` bytes is ended, and `isTooLong`. */
async function gatherOutput({ child, stdout, exit }, limit = stdoutLimit) {
    const chunks = [];
    let size = 0;
    stdout.on('data', (chunk) => {
        size += chunk.length;
        if (size <= limit)
            chunks.push(chunk);
        else
            child.kill();
    });
    return { ...(await exit), stdout: Buffer.concat(chunks), isTooLong: size > limit };
}
/** Ends a child that is a group, with whatever it started: that may be left when the child itself has ended. */
function endGroup(child) {
    signalGroup(child, 'SIGKILL');
}
function signalGroup({ pid }, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // Nothing is left of it.
    }
}
/** Whether a start failed because PATH has no such program; so it does when the working folder or its interpreter is missing. */
function isMissing(error) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error) === 'ENOENT';
}
function howItEnded({ status, signal }) {
    return status === null ? `was ended by ${signal ?? 'a signal'}` : `exited with ${status}`;
}
/** `` `git fetch …` exited with 128: `` and the last 20 lines that it said. */
function exitWords(command, exit) {
    return `\`${(0,_print_command_js__WEBPACK_IMPORTED_MODULE_6__/* .printCommand */ .T)(command)}\` ${howItEnded(exit)}:\n${(0,_tail_js__WEBPACK_IMPORTED_MODULE_7__/* .lastLines */ .w$)(exit.stderr) || '(it said nothing)'}`;
}


/***/ }),

/***/ 40795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PW: () => (/* binding */ Tail),
/* harmony export */   Zy: () => (/* binding */ withoutBlankRuns),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);


/** The end of a stream of text, in bounded memory. */
class Tail {
    #text = '';
    #isCut = false;
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    #size;
    /** `size`: characters that are kept at least. */
    constructor(size) {
        this.#size = size;
    }
    push(chunk) {
        this.#text += this.#decoder.write(chunk);
        // Cut at twice the size, not at each chunk: that would copy the whole tail for every few bytes.
        if (this.#text.length > 2 * this.#size) {
            this.#text = this.#text.slice(-this.#size);
            this.#isCut = true;
        }
    }
    /** Whether something stood before the text. */
    get isCut() {
        return this.#isCut || this.#text.length > this.#size;
    }
    /** What is kept, without terminal colours. */
    get text() {
        return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(this.#text.slice(-this.#size));
    }
}
/** The last `count` lines that say something. */
function lastLines(text, count = 20) {
    return text
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '')
        .slice(-count)
        .join('\n');
}
/**
 * Without blanks at the ends of lines, and with one empty line where there were several: then what looks for white space between lines
 * (`\s*`) has little to look through, however many of them somebody's code has printed.
 */
function withoutBlankRuns(text) {
    const lines = text.split('\n').map((line) => line.trimEnd());
    return lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n');
}


/***/ }),

/***/ 63328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   My: () => (/* binding */ pullRequestOfEvent),
/* harmony export */   T5: () => (/* binding */ isPullRequestEvent),
/* harmony export */   oV: () => (/* binding */ workflowRunOfEvent)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

const commitName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/);
const repositoryName = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[\w.-]+\/[\w.-]+$/) });
// https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
const pullRequestPayload = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        number: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
        head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: commitName }),
        base: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: commitName })
    })
});
/**
 * Whether runs of this event are about a pull request and get, when that is a fork's, no secrets and a token that may only read;
 * `pull_request_target` is another matter.
 */
function isPullRequestEvent(eventName) {
    return /^pull_request(?:_review|_review_comment)?$/.test(eventName ?? '');
}
/** null: it is none that GitHub would send. */
function pullRequestOfEvent(payload) {
    const { data } = pullRequestPayload.safeParse(payload);
    if (data === undefined)
        return null;
    const { number, head, base } = data.pull_request;
    return { number, head: head.sha, base: base.sha, isClosed: data.action === 'closed' };
}
// https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
const workflowRunPayload = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        event: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        conclusion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
        path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
        head_sha: commitName,
        head_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(300).nullable(),
        head_repository: repositoryName.nullable()
    })
});
/** null: it is none that GitHub would send. */
function workflowRunOfEvent(payload) {
    const { data } = workflowRunPayload.safeParse(payload);
    if (data === undefined)
        return null;
    const { event, conclusion, path, head_sha: commit, head_branch, head_repository } = data.workflow_run;
    const repository = head_repository?.full_name ?? null;
    // `.github/workflows/repair.yml`, or with `@main` at its end.
    const workflow = path?.replace(/@[^@]*$/, '') ?? null;
    return { event, conclusion, workflow, head: { commit, branch: head_branch ?? '', repository } };
}


/***/ })

};
