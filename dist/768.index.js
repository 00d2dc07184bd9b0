export const id = 768;
export const ids = [768];
export const modules = {

/***/ 28937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fi: () => (/* binding */ badgeFiles),
/* harmony export */   gM: () => (/* binding */ isOwnBadge),
/* harmony export */   m0: () => (/* binding */ loadBadgeMaker)
/* harmony export */ });
/** Of what the badge says; white on it has a contrast of 4.9. Nobody else's badge has just this one. */
const color = '#4a6fbb';
/** Ends a picture of ours; whoever changes one by hand takes it for a comment, and it stays what it was. */
const ownPicture = '<!-- nar-publish -->';
/** With it comes 1 MB, the widths of characters, which who commits nothing does without. */
const loadBadgeMaker = () => __webpack_require__.e(/* import() */ 833).then(__webpack_require__.bind(__webpack_require__, 68833));
/**
 * A badge's two files: the picture, and what the endpoint badge of shields.io is made of. Without a line end, which a clone could have in
 * another form.
 */
async function badgeFiles(stem, badge) {
    const { makeBadge } = await loadBadgeMaker();
    // Says in `title` and `aria-label` what it shows, with the role of a picture; and escapes it.
    const picture = makeBadge({ ...badge, color, style: 'flat-square' });
    return [
        [`${stem}.json`, Buffer.from(endpointText(badge))],
        [`${stem}.svg`, Buffer.from(`${picture}${ownPicture}`)]
    ];
}
/** https://shields.io/badges/endpoint-badge */
function endpointText({ label, message }) {
    return JSON.stringify({ schemaVersion: 1, label, message, color });
}
const ownEndpoint = new RegExp(`^\\{"schemaVersion":1,"label":"(?:[^"\\\\]|\\\\.)*","message":"(?:[^"\\\\]|\\\\.)*","color":"${color}"\\}$`);
/** Whether a file at a badge's path is one that we made, whatever it says; another's stays as it is. */
function isOwnBadge(path, content) {
    const text = content.toString('latin1');
    return path.endsWith('.svg')
        ? text.startsWith('<svg ') && text.endsWith(`</svg>${ownPicture}`)
        : ownEndpoint.test(text);
}


/***/ }),

/***/ 42568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  matrixStep: () => (/* binding */ matrixStep)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(90832);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/publish/artifact.ts
var artifact = __webpack_require__(67625);
// EXTERNAL MODULE: ./src/publish/held.ts
var publish_held = __webpack_require__(96992);
// EXTERNAL MODULE: ./src/publish/open-target.ts + 26 modules
var open_target = __webpack_require__(62018);
// EXTERNAL MODULE: ./src/publish/report/report-published.ts + 1 modules
var report_published = __webpack_require__(83271);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/nix/describe.ts
var describe = __webpack_require__(19142);
// EXTERNAL MODULE: ./src/nix/evaluate.ts + 1 modules
var evaluate = __webpack_require__(68367);
// EXTERNAL MODULE: ./src/nix/list-attributes.ts
var list_attributes = __webpack_require__(2253);
// EXTERNAL MODULE: ./src/nix/installable.ts
var installable = __webpack_require__(92532);
;// CONCATENATED MODULE: ./src/matrix/pattern.ts


/** Outputs of a flake that have a set for each system. */
const perSystem = ['packages', 'checks', 'devShells', 'legacyPackages', 'formatter', 'apps'];
const placeholder = '{system}';
/**
 *     .#hello  ./dir#packages.{system}.x^out   one attribute
 *     .#packages.*  .#packages.*.*  .#checks.{system}.*  .#hydraJobs.*   every derivation of a set; `*` in a system's place is each of `systems`
 *     .  .#                                     the flake's default
 *
 * Throws ATTRIBUTE_INVALID.
 */
function parsePattern(text) {
    const { reference, outputs } = (0,installable/* parseInstallable */.d)(text);
    const hash = reference.indexOf('#');
    const flake = hash === -1 ? reference : reference.slice(0, hash) || '.';
    const path = parseAttributePath(hash === -1 ? '' : reference.slice(hash + 1), text);
    const isEach = path.at(-1) === '*';
    const names = isEach ? path.slice(0, -1) : path;
    if (isEach && names.length === 0)
        names.push('packages');
    const [output = '', second] = names;
    if (perSystem.includes(output)) {
        if (second === '*')
            names[1] = placeholder;
        if (second === undefined && isEach)
            names.push(placeholder);
    }
    if (names.includes('*')) {
        throw invalid(text, '`*` stands last, or in the place of a system');
    }
    return { text, flake, path: names, isEach, outputs };
}
/** Where the pattern is to be looked for, the first place that has something counts: as Nix does it for `.#hello`. */
function placesOf({ path, isEach }, system) {
    const names = path.map((name) => decodeURIComponent(name.replaceAll(placeholder, () => system)));
    if (names.length === 0) {
        return [
            ['packages', system, 'default'],
            ['defaultPackage', system]
        ];
    }
    const isWhole = isEach || perSystem.includes(path[0] ?? '');
    const inSystem = isWhole
        ? []
        : ['packages', 'legacyPackages'].map((output) => [output, system, ...names]);
    return [...inSystem, names];
}
/**
 * `packages.x86_64-linux."a.b"`. Nix reads what follows `#` as part of an address: it refuses many characters there, other scripts' letters
 * among them, and decodes `%20`. null: it has a name that no installable can spell, as Nix has no escape for a quote.
 */
function formatAttributePath(path) {
    if (path.some((name) => name === '' || name.includes('"') || !name.isWellFormed()))
        return null;
    return path.map((name) => (/^[\w'+-]+$/.test(name) ? name : `"${encodeName(name)}"`)).join('.');
}
function encodeName(name) {
    return name.replace(/[^\w'+. -]/gu, encodeURIComponent).replaceAll('*', '%2A');
}
/** As Nix splits it (libexpr/attr-path.cc): at dots outside of quotes, without escapes. */
function parseAttributePath(text, whole) {
    if (text === '')
        return [];
    // A dot in front says that the path is whole; so are ours.
    const names = text.replace(/^\./, '').match(/(?:"[^"]*"|[^."])+|(?<=\.|^)(?=\.|$)/g) ?? [];
    const isWellFormed = names.join('.') === text.replace(/^\./, '') && !names.includes('');
    if (!isWellFormed)
        throw invalid(whole, 'it is no attribute path');
    if ((0,errors/* attempt */.CD)(() => decodeURIComponent(text), null) === null)
        throw invalid(whole, 'a `%` in it is to be written as `%25`');
    return names.map((name) => name.replaceAll('"', ''));
}
function invalid(text, reason) {
    return new errors/* NarPublishError */.f9({
        code: 'ATTRIBUTE_INVALID',
        subject: JSON.stringify(text.slice(0, 300)),
        reason,
        hint: 'Write it as `.#hello`, `.#packages.*`, `.#packages.{system}.hello` or `.#checks.{system}.*`.'
    });
}

;// CONCATENATED MODULE: ./src/matrix/evaluate.ts






/** So many failures are asked for their words, one evaluation each. */
const mostReasons = 50;
/** Every derivation that the lines name, for each of the systems. What does not evaluate is a failure and hides nothing. */
async function evaluateMatrix(nix, { lines, systems, isEverySystemNeeded, runnerSystem }) {
    const failures = [];
    const patterns = lines.flatMap((line) => {
        try {
            return [parsePattern(line)];
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9))
                throw error;
            failures.push({ installable: line, error });
            return [];
        }
    });
    const wanted = patterns.flatMap((pattern) => systems.map((system) => ({ pattern, system, places: placesOf(pattern, system) })));
    const found = await findAll(nix, wanted, runnerSystem, failures);
    const attributes = [];
    const unexplained = [];
    for (const pattern of patterns) {
        const own = wanted.filter((each) => each.pattern === pattern);
        const missing = own.filter((each) => found.get(each) === null);
        const isLost = missing.length === own.length || isEverySystemNeeded;
        failures.push(...(isLost ? missing.map(missingFailure) : []));
        for (const each of own) {
            for (const entry of found.get(each) ?? []) {
                const read = readEntry(entry, each);
                if (typeof read === 'string')
                    unexplained.push(read);
                else if ('error' in read)
                    failures.push(read);
                else
                    attributes.push(read);
            }
        }
    }
    failures.push(...(await explain(nix, [...new Set(unexplained)])));
    const unique = new Map(failures.map((failure) => [failure.error.message, failure]));
    return { attributes, failures: [...unique.values()] };
}
/** Entries of each, null where there is nothing. Those whose flake does not evaluate are a failure, and have no entries. */
async function findAll(nix, wanted, runnerSystem, failures) {
    const found = new Map();
    for (const [flake, ofFlake] of Map.groupBy(wanted, ({ pattern }) => pattern.flake)) {
        try {
            let open = ofFlake.map((each) => ({ each, places: each.places }));
            while (open.length > 0) {
                const answers = await (0,list_attributes/* listAttributes */.uw)(nix, flake, open.map(({ each: { pattern }, places }) => ({
                    path: places[0] ?? [],
                    kind: pattern.isEach ? 'each' : 'one'
                })));
                for (const [index, { each }] of open.entries())
                    found.set(each, answers[index] ?? null);
                const rest = open
                    .filter(({ each, places }) => found.get(each) === null && places.length > 1)
                    .map(({ each, places }) => ({ each, places: places.slice(1) }));
                open = await withoutOwnPackages(nix, flake, rest, runnerSystem);
            }
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'EVALUATION_FAILED')
                throw error;
            failures.push({ installable: flake, error });
            for (const each of ofFlake)
                found.set(each, []);
        }
    }
    return found;
}
/**
 * Leaves out who has only the flake's whole outputs left to look at (`.#job.x`), when Nix would take the first name for a package of
 * this machine's system instead: it always looks there first.
 */
async function withoutOwnPackages(nix, flake, open, runnerSystem) {
    const lastOnes = open.filter(({ places }) => places.length === 1);
    const prefixes = ['packages', 'legacyPackages'];
    const answers = await (0,list_attributes/* listAttributes */.uw)(nix, flake, lastOnes.flatMap(({ places: [place = []] }) => prefixes.map((prefix) => ({
        path: [prefix, runnerSystem, place[0] ?? ''],
        kind: 'exists'
    }))));
    const taken = new Set(lastOnes.filter((_one, index) => prefixes.some((_prefix, at) => (answers[index * prefixes.length + at] ?? null) !== null)));
    return open.filter((one) => !taken.has(one));
}
/** The derivation; its installable alone when Nix has yet to say why it does not evaluate; or why it cannot be published. */
function readEntry({ path, described }, { pattern, system }) {
    const attributePath = formatAttributePath(path);
    const suffix = pattern.outputs === null ? '' : `^${pattern.outputs.join(',')}`;
    const installable = `${pattern.flake}#${attributePath ?? (0,harmless/* shownName */.HD)(path.join('.'))}${suffix}`;
    if (attributePath === null) {
        return evaluationFailed(installable, 'one of its names cannot be written as an installable');
    }
    if (described === null)
        return installable;
    const evaluated = (0,describe/* readEvaluated */.Ic)(described, installable, pattern.outputs);
    return typeof evaluated === 'string'
        ? evaluationFailed(installable, evaluated)
        : { ...evaluated, name: nameOf(path, system) };
}
/** What tells the rows of one system apart. */
function nameOf(path, system) {
    const at = path.indexOf(system);
    const names = path.slice(at + 1);
    return (names.length === 0 ? path : names).join('.');
}
/** Nix's own words: what was caught on the way has none. */
async function explain(nix, installables) {
    const { failures, evaluated } = await (0,evaluate/* evaluateEach */.V)(nix, installables.slice(0, mostReasons));
    return [
        ...failures,
        ...[...evaluated.map(({ installable }) => installable), ...installables.slice(mostReasons)].map((installable) => evaluationFailed(installable, 'it does not evaluate together with the others'))
    ];
}
function missingFailure({ pattern, places, system }) {
    const tried = places
        .map((path) => formatAttributePath(path) ?? (0,harmless/* shownName */.HD)(path.join('.')))
        .join(', ');
    return evaluationFailed(pattern.text, `the flake has nothing at ${tried} for ${system}`);
}
function evaluationFailed(installable, reason) {
    return {
        installable,
        error: new errors/* NarPublishError */.f9({
            code: 'EVALUATION_FAILED',
            subject: installable,
            reason,
            hint: 'Mend it, or leave it out of `flake-attribute`.'
        })
    };
}

// EXTERNAL MODULE: ./src/publish/expected-rows.ts
var expected_rows = __webpack_require__(73109);
// EXTERNAL MODULE: ./src/publish/packed-folder/plain.ts
var plain = __webpack_require__(98923);
;// CONCATENATED MODULE: ./src/matrix/rows.ts





/** GitHub's limit for one matrix. https://docs.github.com/en/actions/reference/limits */
const mostRows = 256;
/** Characters of the two outputs: a job's outputs may have 1 MB together, reckoned as UTF-16; and `expected` is to fit into a variable. */
const largestMatrix = 380_000;
const largestExpected = 120_000;
const longestName = 100;
/**
 * A row for each attribute; above 256, each row takes several attributes of its system, so that each takes about as many. Throws
 * MATRIX_TOO_LARGE.
 */
function matrixRows(attributes, runners, most = mostRows) {
    const bySystem = [...Map.groupBy(attributes, ({ system }) => system)];
    if (bySystem.length > most)
        throw new Error('more systems than rows');
    const size = smallestSize(bySystem.map(([, { length }]) => length), most);
    const rows = bySystem.flatMap(([system, own]) => {
        const rowCount = Math.ceil(own.length / size);
        return Array.from({ length: rowCount }, (_, index) => {
            const from = Math.floor((index * own.length) / rowCount);
            const to = Math.floor(((index + 1) * own.length) / rowCount);
            const group = own.slice(from, to);
            return {
                name: rowName(group),
                system,
                os: runners.get(system) ?? '',
                attribute: group.map(({ installable }) => installable).join('\n'),
                pnames: group.map(({ pname }) => (0,plain/* plainName */.MH)(pname))
            };
        });
    });
    if (JSON.stringify(matrixOf(rows)).length > largestMatrix ||
        (0,expected_rows/* formatExpected */.I)(rows).length > largestExpected) {
        throw new errors/* NarPublishError */.f9({
            code: 'MATRIX_TOO_LARGE',
            subject: (0,src_text/* count */.U9)(attributes.length, 'attribute'),
            reason: `the matrix would have more than the ${largestMatrix} characters that an output can hold (${largestExpected} when it is compressed)`
        });
    }
    return rows;
}
/** For `strategy.matrix`, with nothing but what a job needs. */
function matrixOf(rows) {
    return {
        include: rows.map(({ name, system, os, attribute }) => ({ name, system, os, attribute }))
    };
}
/** The smallest size of a group with which `most` groups are enough. */
function smallestSize(lengths, most) {
    const groups = (size) => lengths.reduce((sum, length) => sum + Math.ceil(length / size), 0);
    let size = 1;
    while (groups(size) > most)
        size += 1;
    return size;
}
function rowName(group) {
    const [first, last] = [group[0], group.at(-1)].map((each) => rows_plain(each?.name ?? ''));
    return group.length === 1
        ? (first ?? '')
        : `${(0,src_text/* count */.U9)(group.length, 'attribute')}, ${first ?? ''} to ${last ?? ''}`;
}
/** Somebody may well write `run: echo ${{ matrix.name }}`. */
function rows_plain(text) {
    const name = text.split('@').map(harmless/* fileWord */.BZ).join('@').replace(/^-+/, '');
    return name.length > longestName ? `${name.slice(0, longestName - 3)}...` : name || 'unnamed';
}

;// CONCATENATED MODULE: ./src/matrix/matrix.ts










/** Which jobs there are to be: the derivations that the lines name, less what the target holds. Nothing is built or written. */
async function makeMatrix(run) {
    const { inputs, environment, log } = run;
    return log.group('Evaluate', async () => {
        const nix = await (0,nix_nix/* openRunNix */.RC)(run);
        const [evaluated, [target, before]] = await Promise.all([
            evaluateMatrix(nix, {
                lines: inputs.attributes,
                systems: inputs.systems.value,
                isEverySystemNeeded: inputs.systems.source !== 'default',
                runnerSystem: environment.runnerSystem
            }),
            (0,open_target/* openTarget */.A)(run)
        ]);
        const derivations = uniqueByPaths(evaluated.attributes);
        const { buildable, homeless } = byRunner(inputs, derivations);
        const artifacts = buildable.flatMap((one) => (0,artifact/* artifactsOf */.N)(one));
        // The job that evaluates has no key: a signature that readers take is what counts.
        const keys = { signingKeys: [], unsigned: inputs.unsigned };
        const held = await (0,publish_held/* heldArtifacts */.d)(before, artifacts, inputs.closure, keys);
        const open = buildable.filter(({ outputs }) => outputs.some(({ path }) => !held.has(path)));
        const rows = matrixRows(open, inputs.runners);
        const failures = [...evaluated.failures, ...homeless];
        log.info(`${(0,src_text/* count */.U9)(derivations.length, 'derivation')}, ${buildable.length - open.length} held by ${target.name}; ${(0,src_text/* count */.U9)(rows.length, 'row')}`);
        for (const { error } of failures)
            log.warning(error.message);
        // What does not evaluate is told by itself.
        const notes = failures.length > 0 ? [] : (0,common/* unusedSystems */.V3)(inputs.systems, derivations);
        for (const note of notes)
            log.warning(note);
        const report = {
            target,
            rows,
            attributes: open.length,
            held: buildable.filter((each) => !open.includes(each)).map(({ installable }) => installable),
            failures: (0,report_published/* reportedFailures */.ZG)(failures),
            requests: { ...target.requests },
            notes
        };
        const isFailure = inputs.failOnEvalError && failures.length > 0;
        return { report, error: isFailure ? (0,report_published/* failuresAsOne */.Or)(failures) : null };
    });
}
/** Two attributes may be the same derivation: the one named first stands for it, but for `default`, which says nothing. */
function uniqueByPaths(attributes) {
    const first = new Map();
    for (const attribute of attributes) {
        const key = attribute.outputs.map(({ path }) => path).join(' ');
        const other = first.get(key);
        if (other === undefined || other.name === 'default')
            first.set(key, attribute);
    }
    return [...first.values()];
}
/** An attribute of one system may well be a derivation for another. */
function byRunner({ runners }, attributes) {
    const isHomeless = ({ system }) => !runners.has(system);
    return {
        buildable: attributes.filter((attribute) => !isHomeless(attribute)),
        homeless: attributes.filter(isHomeless).map(({ installable, system }) => ({
            installable,
            error: new errors/* NarPublishError */.f9({
                code: 'SYSTEM_FOREIGN',
                subject: installable,
                reason: `it is for ${system}, and \`runner-map\` has no runner for that`,
                hint: `Add \`${system}=label\` to \`runner-map\`, or leave the attribute out.`
            })
        }))
    };
}

// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/report/blocks.ts
var blocks = __webpack_require__(83578);
// EXTERNAL MODULE: ./src/report/within-limit.ts
var within_limit = __webpack_require__(24165);
;// CONCATENATED MODULE: ./src/matrix/report/summary.ts






/** Markdown for GITHUB_STEP_SUMMARY. */
function renderMatrixSummary(report) {
    return (0,within_limit/* withinLimit */.zl)(within_limit/* listLengths */.eP, (shown) => render(report, shown));
}
function render(report, shown) {
    const { rows, held, target, failures, notes = [] } = report;
    return `${[
        headline(report),
        ...(0,blocks/* remarks */.IW)('Note', notes),
        ...(0,markdown/* table */.tp)(['Job', 'System', 'Runner', 'Attributes'], rows
            .slice(0, shown)
            .map(({ name, system, os, attribute }) => [
            (0,markdown/* markdownText */.p7)(name),
            (0,markdown/* markdownText */.p7)(system),
            (0,markdown/* markdownText */.p7)([os].flat().join(', ')),
            attribute.includes('\n')
                ? (0,src_text/* count */.U9)(attribute.split('\n').length, 'attribute')
                : (0,markdown/* markdownCode */.D9)(attribute)
        ])),
        ...(held.length === 0
            ? []
            : (0,markdown/* details */.zH)(`${(0,src_text/* count */.U9)(held.length, 'attribute')} already in ${(0,markdown/* markdownText */.p7)(target.name)}`, [
                held
                    .slice(0, shown)
                    .map((attribute) => `- ${(0,markdown/* markdownCode */.D9)(attribute)}`)
                    .join('\n')
            ])),
        ...(0,blocks/* failuresTable */.YI)(failures.slice(0, shown), failures.length)
    ].join('\n\n')}\n`;
}
function headline({ rows, attributes, held, failures, target }) {
    const where = `${(0,markdown/* markdownText */.p7)(target.name)}, branch ${(0,markdown/* markdownCode */.D9)(target.branch)}`;
    const failed = failures.length === 0 ? '' : ` **${(0,src_text/* count */.U9)(failures.length, 'attribute')} failed.**`;
    if (rows.length > 0) {
        return `**${(0,src_text/* count */.U9)(rows.length, 'job')}** for ${(0,src_text/* count */.U9)(attributes, 'attribute')} that ${where} does not hold.${failed}`;
    }
    const why = held.length === 0
        ? 'no derivation was found'
        : `${where} holds ${(0,src_text/* count */.U9)(held.length, 'attribute')}`;
    return `**No job is needed**: ${why}.${failed}`;
}
/** `matrix` for `fromJSON`, `expected` for the job that commits, and whether it has a row: a job with an empty matrix fails. */
function matrixOutputs({ rows }) {
    return {
        matrix: JSON.stringify(matrixOf(rows)),
        expected: (0,expected_rows/* formatExpected */.I)(rows),
        'any-jobs': String(rows.length > 0)
    };
}

;// CONCATENATED MODULE: ./src/matrix/step.ts


async function matrixStep(inputs, step) {
    const { report, error } = await makeMatrix({ inputs, ...step, timings: [] });
    return { outputs: matrixOutputs(report), summary: renderMatrixSummary(report), error };
}


/***/ }),

/***/ 55875:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ validDerivers),
/* harmony export */   f: () => (/* binding */ queryDerivers)
/* harmony export */ });
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93861);


/** Valid store path → the .drv that it was built by, as the store's database says, be that there or not. What has none, as a .drv, has no entry. */
async function queryDerivers(nix, storePaths) {
    const outputs = storePaths.filter((path) => !path.endsWith('.drv'));
    // One line for each path, in their order.
    const answers = await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .queryStore */ .cZ)(nix, ['--query', '--deriver'], outputs);
    return new Map(outputs.flatMap((path, index) => {
        const drv = answers[index] ?? '';
        return drv.endsWith('.drv') ? [[path, drv]] : [];
    }));
}
/** Of these, the derivers that are in this machine's store. */
async function validDerivers(nix, storePaths) {
    const derivers = await queryDerivers(nix, storePaths);
    const gone = await (0,_validity_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidPaths */ .i)(nix, [...new Set(derivers.values())]);
    return new Map([...derivers].filter(([, drv]) => !gone.has(drv)));
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

/***/ 24165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eP: () => (/* binding */ listLengths),
/* harmony export */   zl: () => (/* binding */ withinLimit)
/* harmony export */ });
/* unused harmony export largestSummary */
// GitHub drops a step's summary whole above 1 MiB.
const largestSummary = 1_000_000;
/** For reports that show so many of each list at most. */
const listLengths = [300, 100, 20, 0];
/**
 * A summary as long as may be: the first of the `degrees` (most is shown first) with which it fits. When not even the last does, as
 * the words in it are other people's, its end is left out.
 */
function withinLimit(degrees, render) {
    let text = '';
    for (const degree of degrees) {
        text = render(degree);
        if (Buffer.byteLength(text) <= largestSummary)
            return text;
    }
    const note = '\n\nThis summary was too long, and ends here.\n';
    const lines = text.split('\n');
    let room = largestSummary - Buffer.byteLength(note);
    const end = lines.findIndex((line) => (room -= Buffer.byteLength(line) + 1) < 0);
    return lines.slice(0, end).join('\n') + note;
}


/***/ })

};
