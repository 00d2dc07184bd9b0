export const id = 95;
export const ids = [95];
export const modules = {

/***/ 11506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ usage),
/* harmony export */   Vc: () => (/* binding */ inputsOf),
/* harmony export */   We: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/** Throws USAGE. */
function parseArguments(command, args) {
    refuseSecrets(command, args);
    const options = Object.fromEntries(command.options.map(({ name, short, value }) => [
        name,
        {
            type: value === null ? 'boolean' : 'string',
            multiple: true,
            ...(short === undefined ? {} : { short })
        }
    ]));
    const { positionals, values } = parse(command, args, options);
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
        const reason = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
            ? 'there is no such option'
            : /argument missing|ambiguous/.test(String(message))
                ? 'its value is missing'
                : 'it takes no value';
        throw usage(command, `option ${JSON.stringify(option.slice(0, 100))}`, reason, thrown);
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
function usage(command, subject, reason, cause) {
    const help = command === null ? 'nar-publish --help' : `nar-publish ${command.name} --help`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'USAGE',
        subject,
        reason,
        hint: `\`${help}\` tells what there is.`,
        cause
    });
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

/***/ 19095:
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

// EXTERNAL MODULE: ./src/cli/terminal-words.ts
var terminal_words = __webpack_require__(20016);
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
        const error = (0,terminal_words/* terminalWords */.A)(original);
        if (error.code === 'INTERNAL')
            log.debug(String(original.stack));
        log.close();
        if (isJson)
            process.stdout.write(`${(0,harmless/* jsonText */.s$)((0,terminal_words/* jsonError */.F)(error))}\n`);
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
    const { runCommand } = await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(62), __webpack_require__.e(436)]).then(__webpack_require__.bind(__webpack_require__, 52436));
    return runCommand(command, args, log);
}
function unknownCommand(commands, name) {
    if (name === 'hook') {
        return (0,cli_arguments/* usage */.CI)(null, 'command hook', 'only the action has it, as a mode: here it is `queue`');
    }
    return (0,cli_arguments/* usage */.CI)(null, `command ${JSON.stringify(name.slice(0, 100))}`, `the commands are ${commands.map((command) => command.name).join(', ')}`);
}
/** `nar-publish --help | head -1` is no failure. */
function endQuietlyWithoutReader(stream) {
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
    });
}


/***/ }),

/***/ 20016:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ terminalWords),
/* harmony export */   F: () => (/* binding */ jsonError)
/* harmony export */ });
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
/** An error as `--json` has it. */
function jsonError({ code, subject, reason, hint }) {
    return { error: { code, subject, reason, hint } };
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** As package.json has it; a test compares. */
const version = '0.1.0';


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
