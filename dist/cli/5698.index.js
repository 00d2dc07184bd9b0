export const id = 5698;
export const ids = [5698];
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

/***/ 5698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   manPage: () => (/* binding */ manPage),
/* harmony export */   runMan: () => (/* binding */ runMan)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(311);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11506);
/* harmony import */ var _find_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10055);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87911);
/* harmony import */ var _surroundings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56687);





/** `nar-publish man`. */
function runMan(run, commands) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseOperands */ .RF)(run);
    return { json: {}, text: manPage(commands).trimEnd(), error: null };
}
/** The manual in the macros of man(7): the same that the helps say. https://man.openbsd.org/man.7 */
function manPage(commands) {
    const all = (0,_find_command_js__WEBPACK_IMPORTED_MODULE_1__/* .allCommands */ .ib)(commands);
    return [
        // No day: the version tells which page it is.
        `.TH NAR\\-PUBLISH 1 "" "nar\\-publish ${plain(_version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r)}" "User Commands"`,
        '.SH NAME',
        'nar\\-publish \\- turn a Git repository into a Nix binary cache',
        '.SH SYNOPSIS',
        ...all.flatMap(({ name, operands }, index) => [
            ...(index === 0 ? [] : ['.br']),
            `.B nar\\-publish ${plain(name)}`,
            plain(`${operands} [OPTION...]`.trim())
        ]),
        '.SH COMMANDS',
        ...commands.flatMap((command) => [
            ...(command.isGroup === true ? groupLines(command) : commandLines(command)),
            ...(command.subcommands ?? []).flatMap(commandLines)
        ]),
        '.SH ENVIRONMENT',
        ...listed((0,_surroundings_js__WEBPACK_IMPORTED_MODULE_3__/* .variablesOf */ .ht)({})),
        '.PP',
        lines(_surroundings_js__WEBPACK_IMPORTED_MODULE_3__/* .aboutSecrets */ .lB),
        '.SH EXIT STATUS',
        ...listed(_surroundings_js__WEBPACK_IMPORTED_MODULE_3__/* .exitStatuses */ .Tu),
        ''
    ].join('\n');
}
function groupLines({ name, description }) {
    return [`.SS "${plain(name)}"`, ...paragraphs(description)];
}
function commandLines(command) {
    const { name, operands, summary, description, options, examples, variables } = command;
    return [
        `.SS "${plain(`${name} ${operands}`.trim())}"`,
        ...paragraphs([`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`, ...description]),
        ...options.flatMap(optionLines),
        ...(variables === undefined ? [] : listed(variables)),
        ...examples.flatMap(({ does, line: example }) => [
            ...['.PP', lines(`${does}:`), '.PP', '.RS 4', '.nf'],
            ...example.split('\n').map(plain),
            ...['.fi', '.RE']
        ])
    ];
}
function optionLines({ name, short, value, repeats, help }) {
    const spelled = `${short === undefined ? '' : `-${short}, `}--${name}`;
    return [
        '.TP',
        `\\fB${plain(spelled)}\\fR${value === null ? '' : ` \\fI${plain(value)}\\fR`}`,
        lines(`${help}${repeats === true ? ' (repeatable)' : ''}`)
    ];
}
function listed(told) {
    return told.flatMap(([name, text]) => ['.TP', `\\fB${plain(name)}\\fR`, lines(text)]);
}
function paragraphs(texts) {
    return texts.flatMap((text, index) => [...(index === 0 ? [] : ['.PP']), lines(text)]);
}
/** Lines of text, of which no dot or quote at the begin makes a macro. */
function lines(text) {
    return (0,_help_js__WEBPACK_IMPORTED_MODULE_4__/* .wrap */ .LV)(plain(text), 60).replace(/^(?=[.'])/gm, '\\&');
}
/** Characters that roff takes for something else, or shows as others than were typed. */
function plain(text) {
    return text
        .replaceAll('\\', '\\e')
        .replace(/[-'`^~"]/g, (character) => escapes[character] ?? character);
}
const escapes = {
    '-': '\\-',
    "'": '\\(aq',
    '`': '\\(ga',
    '^': '\\(ha',
    '~': '\\(ti',
    '"': '\\(dq'
};


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


/***/ })

};
