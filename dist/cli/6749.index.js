export const id = 6749;
export const ids = [6749];
export const modules = {

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

/***/ 6749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommandLine: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
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

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
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
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/find-command.ts
var find_command = __webpack_require__(10055);
// EXTERNAL MODULE: ./src/cli/help.ts
var help = __webpack_require__(87911);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/cli/terminal-words.ts
var terminal_words = __webpack_require__(20016);
;// CONCATENATED MODULE: ./src/cli/command-line.ts










/** Runs `nar-publish ARGS…` and gives its exit status: 0 done, 1 failed, 2 a wrong command line. `begun`: how the process began. */
async function runCommandLine(commands, args, begun = Promise.resolve()) {
    for (const stream of [process.stdout, process.stderr])
        endQuietlyWithoutReader(stream);
    const log = terminalLog(process.stderr, { isVerbose: args.includes('--verbose') });
    try {
        await begun;
        const { output, status } = await helpOrResult(commands, args, log);
        log.close();
        process.stdout.write(`${output}\n`);
        return status;
    }
    catch (thrown) {
        const original = (0,errors/* asNarPublishError */.tS)(thrown);
        const error = (0,terminal_words/* terminalWords */.AC)(original, commandOf(commands, args));
        if (error.code === 'INTERNAL')
            log.debug(String(original.stack));
        log.close();
        if (args.includes('--json'))
            process.stdout.write(`${(0,harmless/* jsonText */.s$)({ error: (0,terminal_words/* jsonError */.FZ)(error) })}\n`);
        log.error(error.message);
        return (0,typed/* isWrongCommandLine */.n)(original) ? 2 : 1;
    }
}
async function helpOrResult(commands, [name, ...rest], log) {
    const told = (output) => ({ output, status: 0 });
    if (name === undefined)
        throw (0,cli_arguments/* usage */.CI)(null, 'command', 'none is given');
    if (['--version', '-V'].includes(name))
        return told(version/* version */.r);
    const isHelp = name === 'help';
    if (['--help', '-h'].includes(name) || (isHelp && rest.length === 0))
        return told((0,help/* mainHelp */.Hy)(commands));
    const { command, args } = (0,find_command/* findCommand */.Zv)(commands, isHelp ? rest : [name, ...rest]);
    const asks = (words) => args.slice(0, [...args, '--'].indexOf('--')).some((word) => words.includes(word));
    if (isHelp || asks(['--help', '-h']))
        return told((0,help/* commandHelp */.bD)(command));
    if (asks(['--version', '-V'])) {
        // Of version-sync somebody may mean its VERSION.
        if (args.length > 1)
            throw (0,cli_arguments/* usage */.CI)(command, 'option --version', 'it is nar-publish’s own, and stands alone');
        return told(version/* version */.r);
    }
    if (command.isGroup === true)
        (0,find_command/* refuseGroup */.O6)(command, args);
    refuseOldNode(process.versions.node);
    const { runCommand } = await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(62), __webpack_require__.e(2436)]).then(__webpack_require__.bind(__webpack_require__, 52436));
    return runCommand(command, args, log);
}
/** Whose words an error is told in; null: no command was known. */
function commandOf(commands, args) {
    return (0,errors/* attempt */.CD)(() => (0,find_command/* findCommand */.Zv)(commands, args).command, null);
}
/** `nar-publish --help | head -1` is no failure. */
function endQuietlyWithoutReader(stream) {
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
    });
}


/***/ }),

/***/ 10055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ refuseGroup),
/* harmony export */   Zv: () => (/* binding */ findCommand),
/* harmony export */   bx: () => (/* binding */ lastWord),
/* harmony export */   ib: () => (/* binding */ allCommands)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _near_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16733);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11506);



/** The command that `words` begin with, and behind it, wherever options stand, that of its own. Throws USAGE. */
function findCommand(commands, words) {
    const [name = '', ...args] = words;
    const command = commands.find((known) => known.name === name);
    if (command === undefined)
        throw unknownCommand(commands, name);
    if (command.subcommands === undefined)
        return { command, args };
    const index = firstOperand(command, args);
    const word = args[index];
    const found = command.subcommands.find((known) => lastWord(known) === word);
    if (found === undefined)
        return { command, args };
    return {
        command: { ...found, run: (run) => command.run(run) },
        args: args.toSpliced(index, 1)
    };
}
/** What a group is asked for without one of its commands. Throws USAGE, in any case. */
function refuseGroup(command, args) {
    const word = args[firstOperand(command, args)];
    const known = (command.subcommands ?? []).map(lastWord);
    if (word === undefined) {
        throw (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .usage */ .CI)(command, 'arguments', `what to do is missing: ${known.join(', ')}`);
    }
    const meant = (0,_near_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(word, known);
    const name = `command ${JSON.stringify(`${command.name} ${word}`.slice(0, 100))}`;
    throw (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .usage */ .CI)(command, name, `it is not known: ${known.join(', ')}`, { meant });
}
/** `add` of `queue add`. */
function lastWord({ name }) {
    return name.split(' ').at(-1) ?? '';
}
/** Each command that does something, those of others in their places. */
function allCommands(commands) {
    return commands.flatMap((command) => [
        ...(command.isGroup === true ? [] : [command]),
        ...(command.subcommands ?? [])
    ]);
}
/** Where it stands in `args`; -1: nowhere. All options that any of the commands has are known: which of them is allowed is asked later. */
function firstOperand(command, args) {
    const all = [command, ...(command.subcommands ?? [])].flatMap(({ options }) => options);
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: [...args],
        options: (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .parseOptions */ .Ac)(all),
        ...{ strict: false, allowPositionals: true, allowNegative: true, tokens: true }
    });
    return tokens.find(({ kind }) => kind === 'positional')?.index ?? -1;
}
function unknownCommand(commands, name) {
    if (name === 'hook') {
        return (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .usage */ .CI)(null, 'command hook', 'only the action has it, as a mode: here it is `queue`');
    }
    const names = commands.map((command) => command.name);
    const meant = (0,_near_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(name, names);
    return (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .usage */ .CI)(null, `command ${JSON.stringify(name.slice(0, 100))}`, `the commands are ${names.join(', ')}`, { meant });
}


/***/ }),

/***/ 87911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ mainHelp),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   bD: () => (/* binding */ commandHelp)
/* harmony export */ });
/* harmony import */ var _surroundings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56687);

/** Of a terminal that nobody made wider. */
const width = 80;
/** `nar-publish --help`. Plain text: what is bold on a terminal is no business of words. */
function mainHelp(commands) {
    return [
        'nar-publish: turn a Git repository into a Nix binary cache',
        section('Usage', [
            'nar-publish COMMAND [OPTION...]',
            'nar-publish COMMAND --help',
            'nar-publish --version'
        ]),
        commandSection(commands),
        section('Examples', commands.flatMap(({ examples }) => examples.slice(0, 1).flatMap(({ line }) => line.split('\n')))),
        environmentSection({}),
        exitSection()
    ].join('\n\n');
}
function commandHelp(command) {
    const { name, summary, operands, description, subcommands = [], options, examples } = command;
    return [
        `nar-publish ${name}: ${summary}`,
        section('Usage', [
            ...(command.isGroup === true ? [] : [usageLine(name, operands)]),
            ...subcommands.map((each) => usageLine(each.name, each.operands))
        ]),
        ...description.map((paragraph) => wrap(paragraph, width)),
        ...(subcommands.length === 0 ? [] : [commandSection(subcommands)]),
        optionSection(options),
        ...(examples.length === 0
            ? []
            : [
                section('Examples', examples.flatMap(({ does, line }) => [`# ${does}`, ...line.split('\n')]))
            ]),
        // What takes nothing from outside has nothing to be told by it.
        ...(options.some(({ name: option }) => option === 'json') ? [environmentSection(command)] : []),
        exitSection()
    ].join('\n\n');
}
function usageLine(name, operands) {
    return ['nar-publish', name, operands, '[OPTION...]'].filter((word) => word !== '').join(' ');
}
function commandSection(commands) {
    return section('Commands', columns(commands.map(({ name, summary }) => [name, summary])));
}
function optionSection(options) {
    return section('Options', columns(options.map(({ name, short, value, repeats, help }) => [
        `${short === undefined ? '    ' : `-${short}, `}--${name}${value === null ? '' : ` ${value}`}`,
        `${help}${repeats === true ? ' (repeatable)' : ''}`
    ])));
}
function environmentSection(command) {
    return section('Environment', [...columns((0,_surroundings_js__WEBPACK_IMPORTED_MODULE_0__/* .variablesOf */ .ht)(command)), _surroundings_js__WEBPACK_IMPORTED_MODULE_0__/* .aboutSecrets */ .lB]);
}
function exitSection() {
    return section('Exit status', columns(_surroundings_js__WEBPACK_IMPORTED_MODULE_0__/* .exitStatuses */ .Tu));
}
/** Names, and behind them what each says, as wide as is left. */
function columns(told) {
    const column = Math.max(...told.map(([name]) => name.length)) + 2;
    return told.flatMap(([name, text]) => {
        const [first = '', ...rest] = wrap(text, width - column - 2).split('\n');
        return [name.padEnd(column) + first, ...rest.map((line) => ' '.repeat(column) + line)];
    });
}
function section(heading, lines) {
    return [`${heading}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}
/** In lines of so many columns, between words. */
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


/***/ }),

/***/ 56687:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tu: () => (/* binding */ exitStatuses),
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   lB: () => (/* binding */ aboutSecrets)
/* harmony export */ });
/** What options can be set by, where a command says nothing else. */
const usualVariables = [
    [
        'NAR_PUBLISH_<OPTION>',
        'what an option sets: NAR_PUBLISH_ROUTE=push, NAR_PUBLISH_DRY_RUN=true; the option goes before it'
    ]
];
/** The variables that a command minds. */
function variablesOf({ variables = usualVariables }) {
    return [
        [
            'GH_TOKEN, GITHUB_TOKEN',
            'token for the target, in this order after NAR_PUBLISH_TOKEN; GH_TOKEN=$(gh auth token) does it'
        ],
        ['NAR_PUBLISH_SIGNING_KEY', 'the secret key itself, or a file that holds it'],
        ...variables,
        ['GITHUB_SERVER_URL', 'another GitHub than github.com, with GITHUB_API_URL'],
        ['HTTPS_PROXY, NO_PROXY', 'as everywhere; so are NO_COLOR and TMPDIR']
    ];
}
const aboutSecrets = 'Secrets are not taken as options: every user of the machine can read those.';
const exitStatuses = [
    ['0', 'done; or nothing was left to do; doctor: the store is sound'],
    ['1', 'failed, with the reason on standard error; doctor: there are findings'],
    ['2', 'the command line is wrong, or a variable that stands for an option; nothing was done'],
    ['130, 143', 'interrupted, with everything temporary removed']
];


/***/ }),

/***/ 20016:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ terminalWords),
/* harmony export */   FZ: () => (/* binding */ jsonError),
/* harmony export */   sj: () => (/* binding */ onTerminal)
/* harmony export */ });
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13912);

/** Modes that are called otherwise here. */
const commandOf = { hook: 'queue' };
/**
 * A sentence of ours as it is said on a terminal: inputs that stand in it as code are options, arguments or variables.
 *
 *     `closure`            `--closure`
 *     `closure: cache`     `--closure cache`
 *     `logs: false`        `--no-logs`
 *     `version: keep`      `keep`               an argument
 *     `mode: prune`        `nar-publish prune`
 *     `cache: true`        `NAR_PUBLISH_CACHE=true`    nothing else sets it
 */
function onTerminal(text, command) {
    // Words that are accepted are values, whatever else they are.
    if (/(?:^|\? )Accepted: /.test(text))
        return text;
    return text.replace(/`([a-z]+(?:-[a-z]+)*)(?:: ([^`]+))?`/g, (code, name, value) => {
        if (!Object.hasOwn(_inputs_table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputs */ .QL, name))
            return code;
        const said = saidFor(name, value, command);
        return said === null ? code : `\`${said}\``;
    });
}
/** null: as it stands. */
function saidFor(name, value, command) {
    if (name === 'mode')
        return value === undefined ? null : `nar-publish ${commandOf[value] ?? value}`;
    if (name === 'phase' && value === 'list')
        return 'nar-publish outdated';
    const operand = command?.operandInputs?.[name];
    if (operand !== undefined)
        return value ?? operand;
    const option = optionFor(name, command);
    if (option === undefined)
        return value === undefined ? null : `${variable(name)}=${value}`;
    if (value === undefined)
        return `--${option.name}`;
    if (option.value !== null)
        return `--${option.name} ${value}`;
    return value === 'false' ? `--no-${option.name}` : `--${option.name}`;
}
function optionFor(name, command) {
    const option = command?.options.find(({ input }) => input === name || input === `queue-${name}`);
    return option ?? command?.options.find((one) => [name, `${name}-file`].includes(one.name));
}
/** `input closure`, `inputs plan and row, "x"`: what was typed, or set. */
function subjectOnTerminal(subject, command) {
    const [whole, names] = /^inputs? ([a-z]+(?:-[a-z]+)*(?:(?:, | and )[a-z]+(?:-[a-z]+)*)*)/.exec(subject) ?? [];
    if (whole === undefined || names === undefined)
        return subject;
    if (names === 'token')
        return `token${subject.slice(whole.length)}`;
    const said = names.replace(/[a-z]+(?:-[a-z]+)*/g, (name) => name === 'and' ? name : subjectName(name, command));
    const kind = !said.startsWith('--') ? '' : said.includes(' ') ? 'options ' : 'option ';
    return `${kind}${said}${subject.slice(whole.length)}`;
}
function subjectName(name, command) {
    const option = optionFor(name, command);
    return (command?.operandInputs?.[name] ?? (option === undefined ? variable(name) : `--${option.name}`));
}
function variable(name) {
    return `NAR_PUBLISH_${name.replaceAll('-', '_').toUpperCase()}`;
}
/** The same error, in words for who sits at a terminal. */
function terminalWords(error, command) {
    const { subject, reason, hint, terminal } = error;
    return error.with({
        subject: subjectOnTerminal(subject, command),
        reason: onTerminal(terminal.reason ?? reason, command),
        hint: onTerminal(terminal.hint ?? hint, command)
    });
}
/** An error as `--json` has it. */
function jsonError({ code, subject, reason, hint }) {
    return { code, subject, reason, hint };
}


/***/ }),

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


/***/ }),

/***/ 85901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ prettyBytes)
/* harmony export */ });
const BYTE_UNITS = [
	'B',
	'kB',
	'MB',
	'GB',
	'TB',
	'PB',
	'EB',
	'ZB',
	'YB',
];

const BIBYTE_UNITS = [
	'B',
	'KiB',
	'MiB',
	'GiB',
	'TiB',
	'PiB',
	'EiB',
	'ZiB',
	'YiB',
];

const BIT_UNITS = [
	'b',
	'kbit',
	'Mbit',
	'Gbit',
	'Tbit',
	'Pbit',
	'Ebit',
	'Zbit',
	'Ybit',
];

const BIBIT_UNITS = [
	'b',
	'kibit',
	'Mibit',
	'Gibit',
	'Tibit',
	'Pibit',
	'Eibit',
	'Zibit',
	'Yibit',
];

// Indexed by `bits` and then `binary`, so the four unit systems are picked in one step.
const UNIT_SETS = [BYTE_UNITS, BIBYTE_UNITS, BIT_UNITS, BIBIT_UNITS];

/*
`Number#toString` switches to exponential notation outside the range [1e-6, 1e21) and `Intl.NumberFormat` drops every fraction digit past the 100 it accepts.
Byte counts read as plain decimal numbers, so both losses are undone here. Expects a finite, non-negative number.
*/
const toDecimalString = number => {
	if (number >= 1e-6 && number < 1e21) {
		return String(number);
	}

	const [mantissa, exponentString] = number.toExponential().split('e');
	const digits = mantissa.replace('.', '');
	const pointPosition = Number(exponentString) + 1;
	const isPositive = pointPosition > 0;
	const padded = isPositive ? digits.padEnd(pointPosition, '0') : '0'.repeat(1 - pointPosition) + digits;
	const integerPart = padded.slice(0, isPositive ? pointPosition : 1);
	const fractionPart = padded.slice(isPositive ? pointPosition : 1).replace(/0+$/, '');

	return fractionPart ? `${integerPart}.${fractionPart}` : integerPart;
};

/*
Formats the given number using `Number#toLocaleString`.
- If locale is a string or array, the value is expected to be a BCP 47 language tag or list of language tags (for example: `de`).
- If locale is true, the system default locale is used for translation.
- If locale is false or unspecified, formatting options are applied without localization; without options, the number is written out as plain digits.
*/
const toLocaleString = (number, locale, options) => {
	if (typeof locale === 'string' || Array.isArray(locale) || locale === true) {
		const locales = locale === true ? undefined : locale;

		if (options !== undefined) {
			return number.toLocaleString(locales, options);
		}

		// `Intl.NumberFormat` limits itself to 3 *fraction* digits while the default here is 3 *significant* digits, so the limit comes from the value.
		const text = toDecimalString(number);
		const pointIndex = text.indexOf('.');
		const maximumFractionDigits = pointIndex === -1 ? 0 : text.length - pointIndex - 1;

		// `Intl.NumberFormat` accepts at most 100 fraction digits. Rounding to 3 significant digits only needs more than that for absurdly small values, which are written out as plain digits instead.
		if (maximumFractionDigits > 100) {
			return text;
		}

		return number.toLocaleString(locales, {maximumFractionDigits});
	}

	if (options === undefined) {
		return toDecimalString(number);
	}

	return number.toLocaleString('en-US', {...options, useGrouping: false});
};

const log10 = numberOrBigInt => {
	if (typeof numberOrBigInt === 'number') {
		return Math.log10(numberOrBigInt);
	}

	const string = numberOrBigInt.toString(10);

	// A `number` only holds about 15 significant digits, so the remaining digits cannot move the magnitude. The result can still land exactly on a unit boundary, which the caller corrects for.
	return string.length + Math.log10(`0.${string.slice(0, 15)}`);
};

const log = numberOrBigInt => {
	if (typeof numberOrBigInt === 'number') {
		return Math.log(numberOrBigInt);
	}

	return log10(numberOrBigInt) * Math.log(10);
};

/*
A `bigint` that a `number` can hold exactly is divided the same way, so the output never depends on which type it was given as.
`floor(a / b) + (a % b) / b` is a different double than `a / b`, which flips the rounding at ties like 1805 bytes.
*/
const divide = (numberOrBigInt, base, exponent) => {
	const divisor = base ** exponent;

	if (typeof numberOrBigInt === 'number' || numberOrBigInt <= Number.MAX_SAFE_INTEGER) {
		return Number(numberOrBigInt) / divisor;
	}

	// `divisor` is not exact for every unit, as `1000 ** 8` is not `1e24`, so the exact divisor is rebuilt from the base and the exponent.
	const bigintDivisor = BigInt(base) ** BigInt(exponent);
	const integerPart = numberOrBigInt / bigintDivisor;
	const remainder = numberOrBigInt % bigintDivisor;

	return Number(integerPart) + (Number(remainder) / divisor);
};

/*
The plain decimal digits of a scaled value that no `number` can hold. `Intl.NumberFormat` is not involved, so the output carries no grouping or localized separator, the same as the fallback for a value with more fraction digits than it accepts.
*/
const toUnrepresentableString = (number, base, exponent, localeOptions) => {
	const scale = BigInt(base) ** BigInt(exponent);
	const whole = number / scale;

	// The 3 significant digit default never bites here: it only ever rounds to at least as many digits as the value has integers, and this one has far more than 3.
	if (localeOptions === undefined) {
		return whole.toString();
	}

	// The fraction digit options take over from that default, so the integer part stays exact and the fraction is truncated.
	const minimumFractionDigits = localeOptions.minimumFractionDigits ?? 0;
	const maximumFractionDigits = Math.max(localeOptions.maximumFractionDigits ?? 3, minimumFractionDigits);
	const truncated = ((number % scale) * (10n ** BigInt(maximumFractionDigits)) / scale).toString().padStart(maximumFractionDigits, '0');
	const fraction = truncated.replace(/0+$/, '').padEnd(minimumFractionDigits, '0');

	return fraction ? `${whole}.${fraction}` : whole.toString();
};

/*
The sign to print in front of the number. A difference of exactly zero gets a space instead of a plus sign, for better alignment. `0 === 0n` is `false`, so both are compared.
*/
const signOf = (number, signed) => {
	if (number < 0) {
		return '-';
	}

	if (!signed) {
		return '';
	}

	return number === 0 || number === 0n ? ' ' : '+';
};

const assertFixedWidth = fixedWidth => {
	if (fixedWidth !== undefined && (typeof fixedWidth !== 'number' || !Number.isSafeInteger(fixedWidth) || fixedWidth < 0)) {
		throw new TypeError(`Expected fixedWidth to be a non-negative integer, got ${typeof fixedWidth}: ${fixedWidth}`);
	}
};

/*
`Intl.NumberFormat` silently truncates non-integers, so they are rejected here instead of quietly changing the output.
*/
const assertFractionDigits = (name, value) => {
	if (value !== undefined && (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 100)) {
		throw new TypeError(`Expected ${name} to be an integer between 0 and 100, got ${typeof value}: ${value}`);
	}
};

const buildLocaleOptions = options => {
	const {minimumFractionDigits, maximumFractionDigits} = options;

	if (minimumFractionDigits === undefined && maximumFractionDigits === undefined) {
		return undefined;
	}

	assertFractionDigits('minimumFractionDigits', minimumFractionDigits);
	assertFractionDigits('maximumFractionDigits', maximumFractionDigits);

	// Checked here rather than left to `Intl.NumberFormat`, which is skipped for a value past the number range.
	if (minimumFractionDigits > maximumFractionDigits) {
		throw new RangeError(`Expected minimumFractionDigits (${minimumFractionDigits}) to not be greater than maximumFractionDigits (${maximumFractionDigits})`);
	}

	return {
		...(minimumFractionDigits !== undefined && {minimumFractionDigits}),
		...(maximumFractionDigits !== undefined && {maximumFractionDigits}),
		roundingMode: 'trunc',
	};
};

function prettyBytes(number, options) {
	if (typeof number !== 'bigint' && !Number.isFinite(number)) {
		throw new TypeError(`Expected a finite number, got ${typeof number}: ${number}`);
	}

	options = {
		bits: false,
		binary: false,
		space: true,
		nonBreakingSpace: false,
		...options,
	};

	assertFixedWidth(options.fixedWidth);
	const localeOptions = buildLocaleOptions(options);

	// Indexed by `bits` then `binary`, so the four combinations line up in one table.
	const UNITS = UNIT_SETS[(options.bits ? 2 : 0) + (options.binary ? 1 : 0)];

	const separator = options.space ? (options.nonBreakingSpace ? '\u00A0' : ' ') : '';

	// Normalize `-0` to `0` so it never formats as `-0`.
	if (Object.is(number, -0)) {
		number = 0;
	}

	const prefix = signOf(number, options.signed);

	if (number < 0) {
		number = -number;
	}

	const base = options.binary ? 1024 : 1000;

	let exponent = 0;
	if (number >= 1) {
		exponent = Math.min(Math.floor(options.binary ? log(number) / Math.log(base) : log10(number) / 3), UNITS.length - 1);
	}

	// A `number` always scales down to something a `number` can hold, and a `bigint` stops being able to once the quotient passes `Number.MAX_VALUE`, where `divide` overflows to `Infinity` and the exact quotient is formatted instead.
	const scaled = divide(number, base, exponent);

	let numberString;
	if (Number.isFinite(scaled)) {
		number = scaled;

		// A value that sits just below a unit boundary, like `999999999999999` bytes, has a `log10` that rounds up to the boundary itself, so the exponent has to be corrected back.
		if (number < 1 && exponent > 0) {
			number *= base;
			exponent -= 1;
		}

		if (!localeOptions) {
			const minimumPrecision = Math.max(3, Math.floor(number).toString().length);
			number = Number(number.toPrecision(minimumPrecision));

			if (number >= base && exponent < UNITS.length - 1) {
				number /= base;
				exponent += 1;
			}
		}

		numberString = toLocaleString(number, options.locale, localeOptions);
	} else {
		// The scaled value is past what a `number` can hold, so the exact quotient is written out instead.
		numberString = toUnrepresentableString(number, base, exponent, localeOptions);
	}

	const result = prefix + numberString + separator + UNITS[exponent];
	return result.padStart(options.fixedWidth ?? 0);
}


/***/ })

};
