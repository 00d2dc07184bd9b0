export const id = 858;
export const ids = [858];
export const modules = {

/***/ 4858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommandLine: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./src/environment.ts
var environment = __webpack_require__(2678);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(1616);
;// CONCATENATED MODULE: ./src/node-version.ts

/** The action's own Node, and the one that the bundle is tested with. */
const oldest = 24;
/** An older Node starts the program and fails later, in words that help nobody. Throws NODE_TOO_OLD. */
function refuseOldNode(version) {
    if (Number(version.split('.')[0]) >= oldest)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'NODE_TOO_OLD',
        subject: `Node ${version}`,
        reason: `nar-publish needs Node ${oldest}`
    });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(2589);
;// CONCATENATED MODULE: ./src/process/interrupted.ts



const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const streams = [process.stdout, process.stderr];
/**
 * Runs `body`. At a signal, or when nobody reads any more what is printed (`… | head -1`), what it started ends, `leave` cleans up, and this
 * process ends as the signal would have it.
 */
async function whileUninterrupted(body, leave) {
    const state = { isEnding: false };
    const end = (signal) => {
        if (state.isEnding)
            return;
        state.isEnding = true;
        void (0,start/* endPrograms */.vs)(signal === 'SIGPIPE' ? 'SIGTERM' : signal).then(() => {
            (0,errors/* attempt */.CD)(leave, undefined);
            process.exit(128 + external_node_os_.constants.signals[signal]);
        });
    };
    const isUnread = (error) => {
        if ((0,errors/* codeOf */.$N)(error) === 'EPIPE')
            end('SIGPIPE');
    };
    for (const signal of signals)
        process.on(signal, end);
    for (const stream of streams)
        stream.on('error', isUnread);
    try {
        return await body();
    }
    finally {
        // It fails because its programs were ended, which is nobody's news.
        if (state.isEnding)
            await new Promise(() => undefined);
        for (const signal of signals)
            process.off(signal, end);
        for (const stream of streams)
            stream.off('error', isUnread);
    }
}

// EXTERNAL MODULE: ./src/scratch.ts
var src_scratch = __webpack_require__(7897);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(5901);
;// CONCATENATED MODULE: ./src/terminal-progress.ts



/** Drawings a second at most. */
const frameInterval = 1000 / 15;
const barWidth = 24;
/** One line at the bottom of a terminal, written over and over. */
function progressLine(stream) {
    const steps = new Map();
    let drawnAt = -Infinity;
    let isDrawn = false;
    const clear = () => {
        if (!isDrawn)
            return;
        (0,external_node_readline_.clearLine)(stream, 0);
        (0,external_node_readline_.cursorTo)(stream, 0);
        isDrawn = false;
    };
    const draw = () => {
        const [entry] = [...steps].slice(-1);
        if (entry === undefined)
            return;
        clear();
        const [step, { done, total, since }] = entry;
        // One column is left free: some terminals wrap after the last one.
        const text = progressText(step, done, total, performance.now() - since);
        stream.write((0,external_node_util_.styleText)('cyan', text.slice(0, (stream.columns || 80) - 1), { stream }));
        drawnAt = performance.now();
        isDrawn = true;
    };
    return {
        update: (step, done, total) => {
            const since = steps.get(step)?.since ?? performance.now();
            if (done >= total) {
                steps.delete(step);
                clear();
            }
            else {
                steps.set(step, { done, total, since });
                if (performance.now() - drawnAt >= frameInterval)
                    draw();
            }
        },
        clear,
        draw
    };
}
/** `Pack [######············] 25 %  12 MB of 48 MB  8 MB/s  5 s left` */
function progressText(step, done, total, elapsedMs) {
    const share = total === 0 ? 1 : Math.min(done / total, 1);
    const filled = Math.floor(share * barWidth);
    const bar = `${'#'.repeat(filled)}${'·'.repeat(barWidth - filled)}`;
    const perSecond = elapsedMs < 1000 ? 0 : (done / elapsedMs) * 1000;
    const rate = perSecond === 0
        ? ''
        : `  ${(0,pretty_bytes/* default */.A)(perSecond)}/s  ${Math.ceil((total - done) / perSecond)} s left`;
    return `${step} [${bar}] ${Math.floor(share * 100)} %  ${(0,pretty_bytes/* default */.A)(done)} of ${(0,pretty_bytes/* default */.A)(total)}${rate}`;
}
/** For pipes and files: a line now and then for what takes long. */
function progressLines(write, now = Date.now) {
    const interval = 10_000;
    const last = new Map();
    return {
        update: (step, done, total) => {
            const before = last.get(step);
            if (done >= total)
                last.delete(step);
            else if (before === undefined)
                last.set(step, now());
            else if (now() - before >= interval) {
                last.set(step, now());
                write(`${step}: ${(0,pretty_bytes/* default */.A)(done)} of ${(0,pretty_bytes/* default */.A)(total)}`);
            }
        },
        clear: () => undefined,
        draw: () => undefined
    };
}

;// CONCATENATED MODULE: ./src/terminal-log.ts




/**
 * The log of a run from a terminal: indented lines under headings, a progress line, colours where the stream takes them (node:util's
 * styleText minds NO_COLOR). Names and build logs are other people's text: what would steer the terminal is left out.
 */
function terminalLog(stream, { isVerbose }) {
    const secrets = [];
    let depth = 0;
    const style = (format, text) => (0,external_node_util_.styleText)(format, text, { stream });
    const shown = (text) => (0,harmless/* logLines */.OG)(secrets.reduce((rest, secret) => rest.replaceAll(secret, () => '***'), (0,harmless/* plainLines */.y1)(text)));
    let isClosed = false;
    const write = (line) => {
        if (!isClosed)
            writeAlways(line);
    };
    const writeAlways = (line) => {
        progress.clear();
        stream.write(`${'  '.repeat(depth)}${line.replaceAll('\n', `\n${'  '.repeat(depth)}`)}\n`);
        progress.draw();
    };
    const info = (line) => {
        write(shown(line));
    };
    const progress = stream.isTTY ? progressLine(stream) : progressLines(info);
    return {
        info,
        warning: (line) => {
            write(`${style('yellow', 'warning:')} ${shown(line)}`);
        },
        error: (line) => {
            writeAlways(`${style('red', 'error:')} ${shown(line)}`);
        },
        debug: (line) => {
            if (isVerbose)
                write(style('dim', shown(line)));
        },
        group: async (heading, body) => {
            write(style('bold', shown(heading)));
            depth += 1;
            try {
                return await body();
            }
            finally {
                depth -= 1;
            }
        },
        fenced: async (body) => {
            const decoder = new external_node_string_decoder_.StringDecoder('utf8');
            let rest = '';
            const take = (text) => {
                const lines = (rest + text).split('\n');
                rest = lines.pop() ?? '';
                for (const line of lines)
                    write(style('dim', shown(line)));
            };
            try {
                return await body((chunk) => {
                    take(typeof chunk === 'string' ? chunk : decoder.write(chunk));
                });
            }
            finally {
                take(decoder.end());
                if (rest !== '')
                    write(style('dim', shown(rest)));
            }
        },
        progress: (step, done, total) => {
            progress.update((0,harmless/* oneLine */.TN)(step), done, total);
        },
        hide: (secret) => {
            if (secret !== '' && !secrets.includes(secret))
                secrets.push(secret);
        },
        close: () => {
            isClosed = true;
            progress.clear();
        }
    };
}

// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(1506);
;// CONCATENATED MODULE: ./src/cli/help.ts
/** Of a terminal that nobody made wider. */
const width = 80;
/** `nar-publish --help`. Plain text: what is bold on a terminal is no business of words. */
function mainHelp(commands) {
    const longest = Math.max(...commands.map(({ name }) => name.length));
    return [
        'nar-publish: turn a Git repository into a Nix binary cache',
        section('Usage', [
            'nar-publish COMMAND [OPTION...]',
            'nar-publish COMMAND --help',
            'nar-publish --version'
        ]),
        section('Commands', commands.map(({ name, summary }) => `${name.padEnd(longest)}  ${summary}`)),
        section('Examples', commands.flatMap(({ examples }) => examples.slice(0, 1).flatMap(({ line }) => line.split('\n')))),
        environmentSection(),
        exitSection()
    ].join('\n\n');
}
function commandHelp(command) {
    return [
        `nar-publish ${command.name}: ${command.summary}`,
        section('Usage', [`nar-publish ${command.name} ${command.operands} [OPTION...]`]),
        ...command.description.map((paragraph) => wrap(paragraph, width)),
        optionSection(command.options),
        section('Examples', command.examples.flatMap(({ does, line }) => [`# ${does}`, ...line.split('\n')])),
        environmentSection(command.variables),
        exitSection()
    ].join('\n\n');
}
/** What options can be set by, in lines for the section about the environment. */
const usualVariables = [
    'NAR_PUBLISH_<OPTION>     what an option sets: NAR_PUBLISH_ROUTE=push,',
    '                         NAR_PUBLISH_DRY_RUN=true; the option goes before it'
];
function optionSection(options) {
    const names = options.map(({ name, short, value }) => `${short === undefined ? '    ' : `-${short}, `}--${name}${value === null ? '' : ` ${value}`}`);
    const column = Math.max(...names.map((name) => name.length)) + 2;
    return section('Options', options.map(({ help, repeats }, index) => {
        const text = `${help}${repeats === true ? ' (repeatable)' : ''}`;
        const [first = '', ...rest] = wrap(text, width - column - 2).split('\n');
        return [
            (names[index] ?? '').padEnd(column) + first,
            ...rest.map((line) => ' '.repeat(column) + line)
        ]
            .join('\n')
            .replaceAll('\n', '\n  ');
    }));
}
function environmentSection(variables = usualVariables) {
    return section('Environment', [
        'GH_TOKEN, GITHUB_TOKEN   token for the target, in this order after',
        '                         NAR_PUBLISH_TOKEN; GH_TOKEN=$(gh auth token) does it',
        'NAR_PUBLISH_SIGNING_KEY  the secret key itself, or a file that holds it',
        ...variables,
        'GITHUB_SERVER_URL, GITHUB_API_URL        another GitHub than github.com',
        'HTTPS_PROXY, NO_PROXY, NO_COLOR, TMPDIR  as everywhere',
        'Secrets are not taken as options: every user of the machine can read those.'
    ]);
}
function exitSection() {
    return section('Exit status', [
        '0  done; or nothing was left to do; doctor: the store is sound',
        '1  failed, with the reason on standard error; doctor: there are findings',
        '2  the command line is wrong',
        '130, 143  interrupted, with everything temporary removed'
    ]);
}
function section(heading, lines) {
    return [`${heading}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}
function wrap(text, columns) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= columns) {
            lines[lines.length - 1] = `${last} ${word}`;
        }
        else
            lines.push(word);
    }
    return lines.join('\n');
}

// EXTERNAL MODULE: ./src/cli/secret-files.ts
var secret_files = __webpack_require__(2534);
;// CONCATENATED MODULE: ./src/cli/command-line.ts











/** Runs `nar-publish ARGS…` and gives its exit status: 0 done, 1 failed, 2 a wrong command line. `begun`: how the process began. */
async function runCommandLine(commands, args, begun = Promise.resolve()) {
    for (const stream of [process.stdout, process.stderr])
        endQuietlyWithoutReader(stream);
    const [name, ...rest] = args;
    const isJson = args.includes('--json');
    const log = terminalLog(process.stderr, { isVerbose: args.includes('--verbose') });
    try {
        await begun;
        const text = await helpOrResult(commands, name, rest, log);
        log.close();
        process.stdout.write(`${text.output}\n`);
        return text.status;
    }
    catch (thrown) {
        const original = (0,errors/* asNarPublishError */.tS)(thrown);
        const error = terminalWords(original);
        if (error.code === 'INTERNAL')
            log.debug(String(original.stack));
        log.close();
        if (isJson)
            process.stdout.write(`${(0,harmless/* jsonText */.s$)(jsonError(error))}\n`);
        log.error(error.message);
        return error.code === 'USAGE' ? 2 : 1;
    }
}
async function helpOrResult(commands, name, args, log) {
    if (name === undefined)
        throw (0,cli_arguments/* usage */.CI)(null, 'command', 'none is given');
    if (name === '--version' || name === '-V')
        return { output: version/* version */.r, status: 0 };
    const wantsHelp = (words) => words.slice(0, [...words, '--'].indexOf('--')).some((word) => ['--help', '-h'].includes(word));
    if (['--help', '-h'].includes(name))
        return { output: mainHelp(commands), status: 0 };
    if (name === 'help' && args[0] === undefined)
        return { output: mainHelp(commands), status: 0 };
    const wanted = name === 'help' ? args[0] : name;
    const command = commands.find((known) => known.name === wanted);
    if (command === undefined)
        throw unknownCommand(commands, wanted ?? '');
    if (name === 'help' || wantsHelp(args))
        return { output: commandHelp(command), status: 0 };
    refuseOldNode(process.versions.node);
    return runCommand(command, args, log);
}
async function runCommand(command, args, log) {
    const parsed = (0,cli_arguments/* parseArguments */.We)(command, args);
    const token = await (0,secret_files/* tokenFromFile */.G)(parsed);
    const environmentWith = (inputs) => (0,environment/* readTerminalEnvironment */.qZ)(new Map([...inputs, ...(token === null ? [] : [token])]));
    const { scratchParent } = environmentWith(new Map());
    const { json, text, error, isSound } = await inScratch(scratchParent, (scratch) => command.run({ command, arguments: parsed, environmentWith, log, scratch }));
    log.close();
    if (error !== null)
        log.error(terminalWords(error).message);
    const output = parsed.switches.get('json') === true
        ? (0,harmless/* jsonText */.s$)({ ...json, ...(error === null ? {} : jsonError(terminalWords(error))) })
        : text;
    return { output, status: error === null && isSound !== false ? 0 : 1 };
}
/** What is interrupted leaves nothing behind either. */
async function inScratch(parent, body) {
    const scratch = (0,src_scratch/* makeScratch */.lP)(parent);
    const leave = () => {
        (0,src_scratch/* removeScratch */.ZU)(scratch, parent);
    };
    try {
        return await whileUninterrupted(() => body(scratch), leave);
    }
    finally {
        // What went wrong before is told, and not that this does, too; the next run sweeps.
        (0,errors/* attempt */.CD)(leave, undefined);
    }
}
function unknownCommand(commands, name) {
    if (name === 'hook') {
        return (0,cli_arguments/* usage */.CI)(null, 'command hook', 'only the action has it, as a mode: here it is `queue`');
    }
    return (0,cli_arguments/* usage */.CI)(null, `command ${JSON.stringify(name.slice(0, 100))}`, `the commands are ${commands.map((command) => command.name).join(', ')}`);
}
/** What the guide says of these is about a job. */
const terminalHints = {
    INTERNAL: 'Open an issue with what the same command prints with `--verbose`.',
    NIX_MISSING: 'Install Nix, or put the folder that its programs are in into PATH.',
    TOKEN_MISSING: 'Set GH_TOKEN (`export GH_TOKEN=$(gh auth token)`), or give `--token-file FILE`.'
};
/** The same error, with advice for who sits at a terminal. */
function terminalWords(error) {
    const hint = terminalHints[error.code];
    if (hint === undefined)
        return error;
    return error.with({ hint, subject: error.code === 'TOKEN_MISSING' ? 'token' : error.subject });
}
function jsonError({ code, subject, reason, hint }) {
    return { error: { code, subject, reason, hint } };
}
/** `nar-publish --help | head -1` is no failure. */
function endQuietlyWithoutReader(stream) {
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
    });
}


/***/ })

};
