export const id = 6411;
export const ids = [6411];
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

/***/ 38792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCompletion: () => (/* binding */ runCompletion)
});

// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/find-command.ts
var find_command = __webpack_require__(10055);
// EXTERNAL MODULE: ./src/cli/options.ts
var options = __webpack_require__(60776);
;// CONCATENATED MODULE: ./src/cli/completion/places.ts


function placesOf(commands) {
    const named = commands.map(({ name, summary }) => ({ name, summary }));
    return [
        {
            ...{ name: '', options: options/* informing */.SM, hasOperands: false },
            commands: [...named, { name: 'help', summary: 'show the help of a command' }]
        },
        { name: 'help', commands: named, options: [], hasOperands: false },
        ...commands.flatMap((command) => [command, ...(command.subcommands ?? [])]).map(placeOf)
    ];
}
function placeOf({ name, subcommands = [], options, operands, isGroup }) {
    return {
        ...{ name, options, hasOperands: isGroup !== true && operands !== '' },
        commands: subcommands.map((each) => ({ name: (0,find_command/* lastWord */.bx)(each), summary: each.summary }))
    };
}
/** What a value is, by what stands for it in the help; its words go before. */
function valueKind({ value, words }) {
    if (words !== undefined)
        return 'words';
    if (value === 'FILE' || value === 'PATH')
        return 'file';
    return value === 'DIR' || value === 'FOLDER' ? 'folder' : 'text';
}
/** `--route`, `-n`, and of a switch `--no-json` where that says something. */
function spellings({ name, short, value, input }) {
    return [
        `--${name}`,
        ...(short === undefined ? [] : [`-${short}`]),
        ...(value === null && input !== null ? [`--no-${name}`] : [])
    ];
}
/** In single quotes, for any of the shells. fish alone takes backslashes there for more than they are; none of our words has one. */
function quoted(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./src/cli/completion/bash.ts

/** The script that bash sources. It takes 3.2 too, and nothing of bash-completion. */
function bashCompletion(places) {
    return `# bash completion for nar-publish
_nar_publish_words() {
  local word
  for word in "\${@:2}"; do
    case $word in "$1"*) COMPREPLY+=("$(printf %q "$word")") ;; esac
  done
}

_nar_publish_files() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$2" -- "$1")
  compopt -o filenames 2>/dev/null
}

_nar_publish() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command= word i
  COMPREPLY=()
  # bash takes --option=value for three words.
  if [ "$current" = = ]; then
    current=
  elif [ "$before" = = ] && [ "$COMP_CWORD" -gt 2 ]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      ${valued(places)})
        [ "\${COMP_WORDS[i + 1]}" != = ] || ((i++))
        ((i++))
        continue
        ;;
    esac
    case "$command:$word" in
${places.flatMap(steps).join('\n')}
    esac
  done
  case "$command:$before" in
${values(places).join('\n')}
  esac
  case $current in
    -*)
      case $command in
${places.map((place) => `        ${quoted(place.name)}) _nar_publish_words "$current" ${place.options.flatMap(spellings).join(' ')} ;;`).join('\n')}
      esac
      return
      ;;
  esac
  case $command in
${places.flatMap(words).join('\n')}
  esac
}
complete -F _nar_publish nar-publish
`;
}
/** All that are followed by a value, as a pattern. */
function valued(places) {
    const all = places.flatMap(({ options }) => options.filter(({ value }) => value !== null));
    return [...new Set(all.flatMap(spellings))].join(' | ');
}
function steps({ name, commands }) {
    return commands.map((each) => {
        const next = name === '' || name === 'help' ? each.name : `${name} ${each.name}`;
        return `      ${quoted(`${name}:${each.name}`)}) command=${quoted(next)} ;;`;
    });
}
/** What completes the value of each option; options of many commands that do the same are one line. */
function values(places) {
    const lines = new Map();
    for (const { name, options } of places) {
        for (const option of options.filter(({ value }) => value !== null)) {
            const body = completed(option);
            const patterns = spellings(option).map((spelling) => quoted(`${name}:${spelling}`));
            lines.set(body, [...(lines.get(body) ?? []), ...patterns]);
        }
    }
    return [...lines].map(([body, patterns]) => `    ${patterns.join(' | ')})\n      ${body}\n      return\n      ;;`);
}
function completed(option) {
    switch (valueKind(option)) {
        case 'words':
            return `_nar_publish_words "$current" ${(option.words ?? []).map(quoted).join(' ')}`;
        case 'file':
            return '_nar_publish_files "$current" -f';
        case 'folder':
            return '_nar_publish_files "$current" -d';
        case 'text':
            return ':';
    }
}
function words({ name, commands, hasOperands }) {
    const parts = [
        ...(commands.length === 0
            ? []
            : [`_nar_publish_words "$current" ${commands.map((each) => each.name).join(' ')}`]),
        ...(hasOperands ? ['_nar_publish_files "$current" -f'] : [])
    ];
    return parts.length === 0
        ? []
        : [`    ${quoted(name)})\n      ${parts.join('\n      ')}\n      ;;`];
}

;// CONCATENATED MODULE: ./src/cli/completion/fish.ts

/** The script that fish sources. */
function fishCompletion(places) {
    const valued = places.flatMap(({ options }) => options.filter(({ value }) => value !== null));
    const steps = places.flatMap(({ name, commands }) => commands.map((each) => ({
        from: `${name}:${each.name}`,
        to: name === '' || name === 'help' ? each.name : `${name} ${each.name}`
    })));
    return `# fish completion for nar-publish
function __nar_publish_at --description 'Whether these are the words of the command so far'
    set -l words (commandline -opc)
    set -l command ''
    set -l i 2
    while test $i -le (count $words)
        switch $words[$i]
            case ${[...new Set(valued.flatMap(spellings))].join(' ')}
                set i (math $i + 2)
                continue
        end
        switch "$command:$words[$i]"
${steps.map(({ from, to }) => `            case ${quoted(from)}\n                set command ${quoted(to)}`).join('\n')}
        end
        set i (math $i + 1)
    end
    test "$command" = "$argv[1]"
end

complete -c nar-publish -f
${places.flatMap(lines).join('\n')}
`;
}
function lines({ name, commands, options, hasOperands }) {
    const start = `complete -c nar-publish -n ${quoted(`__nar_publish_at "${name}"`)}`;
    return [
        ...commands.map((each) => `${start} -a ${each.name} -d ${quoted(each.summary)}`),
        ...(hasOperands ? [`${start} -F`] : []),
        ...options.flatMap((option) => optionLines(option).map((line) => `${start} ${line}`))
    ];
}
function optionLines(option) {
    const { name, short, value, input, help } = option;
    const told = `-l ${name}${short === undefined ? '' : ` -s ${short}`} -d ${quoted(help)}`;
    if (value === null)
        return [told, ...(input === null ? [] : [`-l no-${name}`])];
    switch (valueKind(option)) {
        case 'words':
            // fish splits the list by lines, and takes what stands in double quotes as one word.
            return [
                `${told} -x -a ${quoted((option.words ?? []).map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' '))}`
            ];
        case 'file':
            return [`${told} -r -F`];
        case 'folder':
            return [`${told} -x -a '(__fish_complete_directories)'`];
        case 'text':
            return [`${told} -x`];
    }
}

;// CONCATENATED MODULE: ./src/cli/completion/zsh.ts

/** The script that zsh sources, or finds as `_nar-publish` in fpath. */
function zshCompletion(places) {
    return `#compdef nar-publish
# zsh completion for nar-publish

${places.map((place) => functionOf(place)).join('\n')}
if [ "$funcstack[1]" = _nar-publish ]; then
  _nar_publish "$@"
else
  compdef _nar_publish nar-publish
fi
`;
}
/** One function a place; where commands go on from it, the next word's function is called with what follows. */
function functionOf({ name, commands, options, hasOperands }) {
    const own = functionName(name);
    const specs = options.flatMap(optionSpecs);
    if (commands.length === 0) {
        return `${own}() {\n  _arguments -s -S${zsh_lines([...specs, ...(hasOperands ? ["'*: :_files'"] : [])])}\n}\n`;
    }
    const described = commands.map((each) => quoted(`${escaped(each.name)}:${each.summary}`));
    // Without a known word it goes on here: `keys CACHE` beside `keys retire`.
    const other = hasOperands ? '\n    *) _files ;;' : '';
    return `${own}() {
  local state line
  local -a commands
  typeset -A opt_args
  commands=(${zsh_lines(described)}
  )
  _arguments -C -s -S${zsh_lines([...specs, "'1: :->command'", "'*:: :->rest'"])} && return
  case $state in
    command) _describe command commands${hasOperands ? '; _files' : ''} ;;
    rest)
      case $line[1] in
${commands.map((each) => `        ${each.name}) ${functionName(nextName(name, each.name))} ;;`).join('\n')}${other.replace('\n    ', '\n        ')}
      esac
      ;;
  esac
}
`;
}
function nextName(name, word) {
    return name === '' || (name === 'help' && word !== 'help') ? word : `${name} ${word}`;
}
function functionName(name) {
    return ['_nar_publish', ...name.split(/[ -]/)].filter((part) => part !== '').join('_');
}
function zsh_lines(texts) {
    return texts.map((text) => ` \\\n    ${text}`).join('');
}
function optionSpecs(option) {
    const { name, short, value, repeats, input, help } = option;
    const again = repeats === true ? '*' : '';
    const spelled = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
    const told = `[${escaped(help)}]`;
    if (value === null) {
        return [
            ...spelled.map((spelling) => quoted(`${spelling}${told}`)),
            ...(input === null ? [] : [quoted(`--no-${name}`)])
        ];
    }
    // With the value in the next word, or behind `=`.
    return spelled.map((spelling) => quoted(`${again}${spelling}${spelling.startsWith('--') ? '=' : ''}${told}:${escaped(value)}:${action(option)}`));
}
function action(option) {
    switch (valueKind(option)) {
        case 'words':
            return `(${(option.words ?? []).map((word) => word.replaceAll(' ', '\\ ')).join(' ')})`;
        case 'file':
            return '_files';
        case 'folder':
            return '_files -/';
        case 'text':
            return ' ';
    }
}
/** Where a colon or a bracket would end it. */
function escaped(text) {
    return text.replace(/[\\:[\]]/g, '\\$&');
}

;// CONCATENATED MODULE: ./src/cli/completion/command.ts






const scripts = {
    bash: bashCompletion,
    zsh: zshCompletion,
    fish: fishCompletion
};
/** `nar-publish completion SHELL`. */
function runCompletion(run, commands) {
    (0,cli_arguments/* refuseOperands */.RF)(run);
    const script = scripts[(0,find_command/* lastWord */.bx)(run.command)]?.(placesOf(commands)) ?? '';
    return { json: {}, text: script.trimEnd(), error: null };
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
