export const id = 3134;
export const ids = [3134];
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

/***/ 43113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runOutdated: () => (/* binding */ runOutdated)
});

// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/sync/inputs.ts + 4 modules
var sync_inputs = __webpack_require__(1638);
// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/sync/many/listing-file.ts
var listing_file = __webpack_require__(366);
// EXTERNAL MODULE: ./src/sync/many/look.ts + 6 modules
var many_look = __webpack_require__(48874);
// EXTERNAL MODULE: ./src/sync/many/rows.ts
var many_rows = __webpack_require__(56682);
;// CONCATENATED MODULE: ./src/sync/many/list.ts




/** Looks which packages are outdated, and writes nothing to the checkout. */
async function listOutdated(run) {
    const { inputs, log, timings } = run;
    const { look, runners, outputDirectory } = inputs;
    const listing = await (0,src_run/* timed */.a)(run, 'look', () => (0,many_look/* lookAt */.t)(run, look, { forMachines: runners !== null }));
    const { rows, names, later, notes } = (0,many_rows/* rowsOf */.R)(listing.sets, runners ?? new Map(), look.version);
    const file = outputDirectory === null
        ? null
        : await (0,src_run/* timed */.a)(run, 'write', () => (0,listing_file/* writeListing */.UD)(outputDirectory, runners === null ? listing : withWaiting(listing, later)));
    if (file !== null)
        log.info(`listing: ${file}`);
    const all = [...listing.notes, ...(runners === null ? [] : notes)];
    for (const note of all)
        log.warning(note);
    return { report: { listing, rows, names, file, notes: all, timings }, error: null };
}
/** For the job that commits, which is not to miss what nobody was to compute. */
function withWaiting(listing, later) {
    const sets = listing.sets.map((set) => (later.has(set) ? { ...set, waits: true } : set));
    return { ...listing, sets };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/report/blocks.ts
var blocks = __webpack_require__(83578);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
;// CONCATENATED MODULE: ./src/sync/many/list-report.ts








/** Outdated ones first, and last what there is nothing to do about. */
const order = ['outdated', 'failed', 'unasked', 'unknown', 'ignored', 'current'];
/** `matrix` for `fromJSON`, whether it has a row, and every outdated package, as far as a job's outputs hold them. */
function listOutputs(report, largest = largestOutputs) {
    const whole = {
        matrix: JSON.stringify(matrixOf(report.rows)),
        'any-jobs': String(report.rows.length > 0)
    };
    let room = largest - whole.matrix.length - 10;
    const fitting = outdatedOf(report).filter((one) => (room -= JSON.stringify(one).length + 1) >= 0);
    return { ...whole, outdated: JSON.stringify(fitting) };
}
function outdatedOf({ listing: { sets }, names }) {
    return sets.flatMap((set) => set.packages
        .filter(({ state }) => state === 'outdated')
        .map(({ reference, name, version, newest }) => ({
        ...{ package: reference.text, name, from: version, to: newest },
        set: names.get(set) ?? ''
    })));
}
/** Markdown for GITHUB_STEP_SUMMARY. */
function renderListSummary(report) {
    return withinLimit(listLengths, (shown) => render(report, shown));
}
function render({ listing, rows, notes, timings }, shown) {
    const packages = inOrder(listing);
    const busy = packages.filter(({ state }) => state !== 'current');
    const current = packages.filter(({ state }) => state === 'current');
    return `${[
        `**${headline(listing)}**`,
        ...remarks('Note', notes, 100),
        ...table(['Package', 'Has', 'Newest', 'Source', 'State'], busy.slice(0, shown).map((one) => cellsOf(one))),
        ...rest(busy.length, shown),
        ...(current.length === 0
            ? []
            : details(`${count(current.length, 'package')} up to date`, [
                ...table(['Package', 'Has', 'Source'], current
                    .slice(0, shown)
                    .map((one) => cellsOf(one).filter((_, index) => index % 2 === 1 || index === 0))),
                ...rest(current.length, shown)
            ])),
        ...sharedList(listing, shown),
        ...howItWent([...workRows(listing), ['Jobs', String(rows.length)]], timings)
    ].join('\n\n')}\n`;
}
function inOrder({ packages }) {
    return packages.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
function headline({ packages }) {
    const some = order.flatMap((state) => {
        const number = packages.filter((one) => one.state === state).length;
        return number === 0 ? [] : [`${number} ${state}`];
    });
    return `${(0,src_text/* count */.U9)(packages.length, 'package')}: ${(0,src_text/* list */.p_)(some) || 'nothing to tell'}`;
}
function cellsOf({ reference, version, newest, source, state, why }) {
    return [
        markdownCode(reference.text),
        version === null ? '' : markdownCode(version),
        newest === null ? '' : markdownCode(newest),
        source === null ? '' : markdownText(source),
        why === null ? state : `${state}: ${markdownWords(why.reason, 500)}`
    ];
}
function sharedList({ sets }, shown) {
    const shared = sets.filter(({ packages }) => packages.length > 1);
    if (shared.length === 0 || shown === 0)
        return [];
    const lines = shared.slice(0, shown).map(({ packages, shared: words }) => {
        const texts = packages.map(({ reference }) => markdownCode(reference.text));
        return `- ${list(texts)}: ${markdownWords(words ?? '', 500)}`;
    });
    return ['### One change', lines.join('\n')];
}
function workRows({ counts }) {
    const { evaluations, requests, gitHubRequests } = counts;
    return [
        ['Evaluations', String(evaluations)],
        ['Requests', `${gitHubRequests} to GitHub’s API, ${requests - gitHubRequests} to others`]
    ];
}
const styles = {
    ...{ outdated: 'yellow', failed: 'red', unasked: 'red', unknown: 'magenta' },
    ...{ ignored: 'gray', current: 'green' }
};
/** Columns of a reason on a terminal; the whole of it is in the JSON. */
const longestWhy = 200;
/** A table for a terminal. `stream`: where it is shown. */
function listText({ listing, notes }, stream) {
    const rows = inOrder(listing).map(({ reference, version, newest, source, state, why }) => ({
        state,
        cells: [reference.text, version ?? '-', newest ?? '-', source ?? '-'].map((text) => (0,harmless/* oneLine */.TN)(text, 60)),
        end: why === null ? state : `${state}: ${(0,harmless/* oneLine */.TN)(why.reason, longestWhy)}`
    }));
    const head = ['Package', 'Has', 'Newest', 'Source'];
    const widths = head.map((title, column) => Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)));
    const padded = (cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    const shared = listing.sets.filter(({ packages }) => packages.length > 1);
    const plain = (text) => (0,harmless/* terminalText */.eR)([text]);
    return [
        ...(rows.length === 0 ? [] : [`${padded(head)}  State`]),
        ...rows.map(({ state, cells, end }) => `${plain(padded(cells))}  ${(0,external_node_util_.styleText)(styles[state], plain(end), { stream })}`),
        ...shared.map(({ packages, shared: words }) => plain(`one change: ${(0,src_text/* list */.p_)(packages.map(({ reference }) => reference.text))}: ${words ?? ''}`)),
        ...notes.map((note) => plain(`note: ${note}`)),
        `${headline(listing)}; ${(0,src_text/* count */.U9)(listing.counts.evaluations, 'evaluation')}, ${(0,src_text/* count */.U9)(listing.counts.requests, 'request')}`
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/sync/many/outdated-command.ts








/** `nar-publish outdated PACKAGE...`: the action's `phase: list` of version-sync, without a matrix. */
async function runOutdated(run) {
    const { command, arguments: given, log, scratch } = run;
    if (given.operands.length === 0)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'PACKAGE is missing: what to look at');
    const environment = run.environmentWith(new Map([
        ...(0,cli_arguments/* inputsOf */.Vc)(command, given),
        ...[
            ['mode', 'version-sync'],
            ['phase', 'list'],
            ['package', given.operands.join('\n')]
        ]
    ]));
    const secrets = (0,inputs_secrets/* readSecrets */.ql)(environment, log.hide);
    const inputs = (0,typed/* typed */.G)(() => (0,sync_inputs/* parseSyncInputs */.Oz)(environment, secrets));
    (0,src_environment/* forgetSecrets */.DL)();
    if (inputs.phase !== 'list')
        throw (0,errors/* internalError */.WB)('phase', 'it is not the one that was asked for');
    const told = { look: inputs.look, runners: null, outputDirectory: null };
    const { report, error } = await listOutdated({
        ...{ inputs: told, environment, scratch, timings: [] },
        // Its notes stand below the table.
        log: {
            ...log,
            warning: (line) => {
                log.debug(line);
            }
        }
    });
    return { json: jsonResult(report), text: listText(report, process.stdout), error };
}
function jsonResult(report) {
    const { packages, sets, counts, head } = report.listing;
    return {
        outdated: outdatedOf(report),
        packages: packages.map(({ reference, ...one }) => ({ package: reference.text, ...one })),
        sets: sets.map(({ packages: members, version, shared }) => ({
            packages: members.map(({ reference }) => reference.text),
            version,
            shared
        })),
        head,
        counts,
        notes: report.notes
    };
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

/***/ 88579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseArgsStringToArgv)
/* harmony export */ });
/* unused harmony export default */

function parseArgsStringToArgv(value, env, file) {
    const myArray = [];
    if (env) {
        myArray.push(env);
    }
    if (file) {
        myArray.push(file);
    }
    let current = "";
    let inQuote = null;
    let hasToken = false; // Track if we've started a token (for empty quotes)
    let i = 0;
    while (i < value.length) {
        const char = value[i];
        if (inQuote) {
            // Inside quotes - look for the closing quote
            if (char === inQuote) {
                // End of quoted section
                inQuote = null;
            }
            else {
                // Add character to current token (without the quotes)
                current += char;
            }
        }
        else {
            // Outside quotes
            if (char === '"' || char === "'") {
                // Start of quoted section - this means we have a token even if empty
                inQuote = char;
                hasToken = true;
            }
            else if (/\s/.test(char)) {
                // Whitespace - end current token if we have one
                if (hasToken) {
                    myArray.push(current);
                    current = "";
                    hasToken = false;
                }
            }
            else {
                // Regular character - add to current token
                current += char;
                hasToken = true;
            }
        }
        i++;
    }
    // Don't forget the last token
    if (hasToken) {
        myArray.push(current);
    }
    return myArray;
}


/***/ })

};
