export const id = 299;
export const ids = [299];
export const modules = {

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
// EXTERNAL MODULE: ./src/environment.ts + 1 modules
var src_environment = __webpack_require__(95764);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var secrets = __webpack_require__(73332);
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
    const inputs = (0,sync_inputs/* parseSyncInputs */.Oz)(environment, (0,secrets/* readSecrets */.ql)(environment, log.hide));
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
