export const id = 7894;
export const ids = [7894];
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
const loadBadgeMaker = () => __webpack_require__.e(/* import() */ 8833).then(__webpack_require__.bind(__webpack_require__, 68833));
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

/***/ 49506:
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
// EXTERNAL MODULE: ./src/publish/beside-target.ts
var beside_target = __webpack_require__(57239);
// EXTERNAL MODULE: ./src/publish/held.ts
var publish_held = __webpack_require__(96992);
// EXTERNAL MODULE: ./src/publish/open-target.ts + 29 modules
var open_target = __webpack_require__(10295);
// EXTERNAL MODULE: ./src/publish/packed-folder/write.ts
var write = __webpack_require__(51352);
// EXTERNAL MODULE: ./src/publish/report/report-published.ts + 1 modules
var report_published = __webpack_require__(83271);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/inputs/systems.ts
var systems = __webpack_require__(81967);
// EXTERNAL MODULE: ./src/nix/describe.ts
var describe = __webpack_require__(19142);
// EXTERNAL MODULE: ./src/nix/evaluate.ts + 1 modules
var evaluate = __webpack_require__(68367);
// EXTERNAL MODULE: ./src/matrix/exclude.ts
var matrix_exclude = __webpack_require__(50227);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/matrix/pattern.ts
var matrix_pattern = __webpack_require__(60851);
;// CONCATENATED MODULE: ./src/matrix/failure.ts



function evaluationFailed(installable, reason, hint = 'Mend it, or leave it out of `flake-attribute`.') {
    return {
        installable,
        error: new errors/* NarPublishError */.f9({
            code: 'EVALUATION_FAILED',
            subject: installable,
            reason,
            hint
        })
    };
}
/** Also of names that no installable can spell. */
function shownPath(path) {
    return (0,matrix_pattern/* formatAttributePath */.xm)(path) ?? (0,harmless/* shownName */.HD)(path.join('.'));
}
function shownInstallable(flake, path) {
    return `${flake}#${shownPath(path)}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/nix/list-attributes.ts + 2 modules
var list_attributes = __webpack_require__(2713);
;// CONCATENATED MODULE: ./src/nix/attribute-names.ts


const names = schemas/* array */.YOg(schemas/* string */.YjP());
/**
 * What sets of a flake have, of which nothing is looked at: one evaluation for each output that they are of. `places`: paths from the
 * output on, in whose order it answers.
 */
async function listNames(nix, flake, places) {
    const found = new Map();
    for (const [output, asked] of Map.groupBy(places, ([first = '']) => first)) {
        const about = {
            nix,
            command: (0,list_attributes/* applied */.Ic)(`${flake}#${output}`),
            describe: '(set: if builtins.isAttrs set then builtins.attrNames set else null)',
            shape: names,
            patience: Infinity
        };
        const questions = asked.map((place) => ({ path: place.slice(1), kind: 'one' }));
        const answers = await (0,list_attributes/* answerAll */.iz)(about, questions);
        for (const [index, place] of asked.entries()) {
            const answer = Array.isArray(answers) ? (answers[index] ?? null) : [];
            found.set(place, answer === null ? null : (answer[0]?.described ?? 'failed'));
        }
    }
    return places.map((place) => found.get(place) ?? null);
}

;// CONCATENATED MODULE: ./src/matrix/find-attributes.ts




/** One for each system where that makes a difference. */
function wantedOf(pattern, systems) {
    const all = systems.map((system) => ({
        pattern,
        system,
        places: (0,matrix_pattern/* placesOf */.ek)(pattern, system)
    }));
    const [first] = all;
    const isSame = new Set(all.map(({ places }) => JSON.stringify(places))).size === 1;
    return first !== undefined && isSame ? [{ ...first, system: null }] : all;
}
/**
 * What there is of each. Those whose flake does not evaluate are a failure, and have no entries. What is `excluded` is not evaluated, unless it
 * is in a set in a set.
 */
async function findAttributes(nix, wanted, { runnerSystem, excluded }, failures) {
    const found = new Map();
    for (const [flake, ofFlake] of Map.groupBy(wanted, ({ pattern }) => pattern.flake)) {
        try {
            const asked = await questionsOfAll(nix, flake, ofFlake, excluded);
            const answers = await answerQuestions(nix, flake, [...asked.values()].flatMap((questions) => questions ?? []), runnerSystem);
            for (const each of ofFlake)
                found.set(each, gather(asked.get(each) ?? null, answers, excluded));
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'EVALUATION_FAILED')
                throw error;
            failures.push({ installable: flake, error });
            for (const each of ofFlake)
                found.set(each, { entries: [], strange: [] });
        }
    }
    return found;
}
/** null: there is nothing to ask about. */
async function questionsOfAll(nix, flake, wanted, excluded) {
    const isLeftOut = ({ places }) => places.every((place) => excluded.has(place));
    const leftOut = new Set(wanted.filter(isLeftOut));
    const sets = wanted.map((each) => (leftOut.has(each) ? null : setToList(each, excluded)));
    const listed = sets.filter((set) => set !== null);
    const names = await listNames(nix, flake, listed);
    return new Map(wanted.map((each, index) => {
        const set = sets[index] ?? null;
        if (leftOut.has(each))
            return [each, []];
        if (set !== null)
            return [each, questionsIn(each, set, names[listed.indexOf(set)] ?? null, excluded)];
        const kind = each.pattern.isEach ? 'each' : 'one';
        return [each, [{ kind, places: each.places, of: null }]];
    }));
}
/** The set whose names are asked for first: not all that it has is evaluated, or not as it is there. */
function setToList({ pattern, places }, excluded) {
    const [place = []] = places;
    const { isEach, built } = pattern;
    if (built.length > 0)
        return isEach ? place : place.slice(0, -1);
    return isEach && excluded.mayHaveIn(place) ? place : null;
}
function questionsIn({ pattern, places }, set, names, excluded) {
    if (names === null)
        return null;
    // It is the set that does not evaluate.
    if (names === 'failed')
        return [{ kind: 'each', places: [set], of: null }];
    const { isEach, built } = pattern;
    const own = isEach ? names : names.filter((name) => name === places[0]?.at(-1));
    if (own.length === 0 && !isEach)
        return null;
    return own
        .map((name) => [...set, name])
        .filter((path) => !excluded.has(path))
        .map((path) => built.length === 0
        ? { kind: 'member', places: [path], of: null }
        : { kind: 'one', places: built.map((names) => [...path, ...names]), of: path });
}
async function answerQuestions(nix, flake, questions, runnerSystem) {
    const found = new Map();
    let open = questions.map((question) => ({ question, places: question.places }));
    while (open.length > 0) {
        const answers = await (0,list_attributes/* listAttributes */.uw)(nix, flake, open.map(({ question: { kind }, places: [path = []] }) => ({ path, kind })));
        for (const [index, { question }] of open.entries())
            found.set(question, answers[index] ?? null);
        const rest = open
            .filter(({ question, places }) => found.get(question) === null && places.length > 1)
            .map(({ question, places }) => ({ question, places: places.slice(1) }));
        open = await withoutOwnPackages(nix, flake, rest, runnerSystem);
    }
    return found;
}
/**
 * Leaves out who has only the flake's whole outputs left to look at (`.#job.x`), when Nix would take the first name for a package of
 * this machine's system instead: it always looks there first.
 */
async function withoutOwnPackages(nix, flake, open, runnerSystem) {
    const lastOnes = open.filter(({ question, places }) => question.of === null && places.length === 1);
    const prefixes = ['packages', 'legacyPackages'];
    const answers = await (0,list_attributes/* listAttributes */.uw)(nix, flake, lastOnes.flatMap(({ places: [place = []] }) => prefixes.map((prefix) => ({
        path: [prefix, runnerSystem, place[0] ?? ''],
        kind: 'exists'
    }))));
    const taken = new Set(lastOnes.filter((_one, index) => prefixes.some((_prefix, at) => (answers[index * prefixes.length + at] ?? null) !== null)));
    return open.filter((one) => !taken.has(one));
}
function gather(questions, answers, excluded) {
    if (questions === null)
        return { entries: null, strange: [] };
    const isMissing = (question) => (answers.get(question) ?? null) === null;
    const strange = questions.flatMap((one) => (one.of !== null && isMissing(one) ? [one.of] : []));
    const [whole] = questions;
    // All else was seen to be there.
    const isNothing = whole?.of === null && isMissing(whole);
    const entries = questions.flatMap((question) => answers.get(question) ?? []);
    return {
        entries: isNothing ? null : entries.filter(({ path }) => !excluded.has(path)),
        strange
    };
}

// EXTERNAL MODULE: ./src/nix/evaluation.ts
var evaluation = __webpack_require__(7117);
// EXTERNAL MODULE: ./src/nix/gc-roots.ts
var gc_roots = __webpack_require__(44681);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
;// CONCATENATED MODULE: ./src/nix/flake-inputs.ts





const archived = schemas/* lazy */.RZV(() => schemas/* object */.Ikc({ path: schemas/* string */.YjP().optional(), inputs: schemas/* record */.g1P(schemas/* string */.YjP(), archived).optional() }));
/**
 * The sources of a flake's inputs and of theirs, each under every name that it has, those of a level before the ones beneath. They are fetched
 * into the store, and kept there. What an input follows is named where it is itself. Throws EVALUATION_FAILED.
 */
async function fetchFlakeInputs(nix, flake) {
    const args = ['flake', 'archive', '--json', '--no-write-lock-file', '--', flake];
    const command = { program: 'nix', args };
    const ended = await (0,run/* runNix */.dI)(nix, command);
    const failed = (reason) => (0,run/* nixFailure */.M4)(ended, {
        code: 'EVALUATION_FAILED',
        subject: `the inputs of ${flake}`,
        reason,
        hint: `Try \`${(0,evaluation/* pasteable */.yK)(command, nix.cwd)}\` on your machine.`
    });
    if (ended.status !== 0) {
        await (0,evaluation/* logWords */.UU)(nix.log, ended.stderr);
        throw failed((0,evaluation/* evaluationReason */.Bz)(ended.stderr));
    }
    const read = archived.safeParse((0,src_text/* parseJson */.qF)(ended.stdout)).data;
    if (read === undefined)
        throw failed('Nix told of them in a way that this version does not know');
    const inputs = flatten(read);
    const lost = await (0,gc_roots/* holdPaths */.Sq)(nix, inputs.map(({ storePath }) => storePath));
    const [gone] = lost;
    if (gone !== undefined)
        throw failed(`Nix fetched ${gone}, and it is not in the store`);
    return inputs;
}
function flatten(root) {
    const found = [];
    let level = [{ path: [], node: root }];
    while (level.length > 0) {
        level = level.flatMap(({ path, node }) => Object.entries(node.inputs ?? {}).map(([name, input]) => ({
            path: [...path, name],
            node: input
        })));
        for (const { path, node } of level)
            if (node.path !== undefined)
                found.push({ path, storePath: node.path });
    }
    return found;
}

;// CONCATENATED MODULE: ./src/matrix/find-inputs.ts





/** Sources of the inputs that the patterns name, and of the inputs that these have; each path once, and by its shortest name `excluded`. */
async function findInputs(nix, patterns, excluded, failures) {
    const found = new Map();
    const seen = new Set();
    for (const [flake, ofFlake] of Map.groupBy(patterns, (pattern) => pattern.flake)) {
        const inputs = await fetchFlakeInputs(nix, flake).catch((error) => {
            if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'EVALUATION_FAILED')
                throw error;
            failures.push({ installable: flake, error });
            return null;
        });
        if (inputs === null)
            continue;
        const first = new Map(inputs.toReversed().map(({ path, storePath }) => [storePath, path]));
        for (const pattern of ofFlake) {
            const named = inputs.filter(({ path }) => isMeant(pattern, path));
            if (named.length === 0 && !pattern.isEach)
                failures.push(missing(pattern, inputs));
            const paths = named.flatMap(({ path, storePath }) => {
                if (seen.has(storePath) || excluded.has(['inputs', ...(first.get(storePath) ?? path)]))
                    return [];
                seen.add(storePath);
                const installable = shownInstallable(flake, ['inputs', ...path]);
                return [{ installable, name: path.join('.'), storePath }];
            });
            found.set(pattern, paths);
        }
    }
    return found;
}
function isMeant(pattern, path) {
    const [, ...names] = (0,matrix_pattern/* namesOf */.eZ)(pattern);
    const isBelow = path.length > names.length || !pattern.isEach;
    return isBelow && names.every((name, index) => path[index] === name);
}
function missing(pattern, inputs) {
    const names = inputs.flatMap(({ path }) => (path.length === 1 ? path : []));
    return evaluationFailed(pattern.text, `the flake has no such input, or it follows another one${(0,describe/* whatItHas */.md)('it', names)}`);
}

;// CONCATENATED MODULE: ./src/matrix/evaluate.ts










/** So many failures are asked for their words, one evaluation each. */
const mostReasons = 50;
/** So many attributes are named in a note. */
const mostNamed = 5;
/** Everything that the lines name, for each of the systems. What does not evaluate is a failure and hides nothing. */
async function evaluateMatrix(nix, { lines, systems, isEverySystemNeeded, runnerSystem, exclude = [] }) {
    const failures = [];
    const patterns = readPatterns(lines, failures);
    const wanted = patterns.flatMap((one) => (one.isInput ? [] : wantedOf(one, systems)));
    const excluded = new matrix_exclude/* Excluded */.V(exclude);
    const found = await findAttributes(nix, wanted, { runnerSystem, excluded }, failures);
    const inputs = patterns.filter(({ isInput }) => isInput);
    const sources = await findInputs(nix, inputs, excluded, failures);
    const isSeenWhole = failures.length === 0;
    const attributes = [];
    const foreign = [];
    const unexplained = [];
    const empty = [];
    for (const pattern of patterns) {
        const own = wanted.filter((each) => each.pattern === pattern);
        const missing = own.filter((each) => found.get(each)?.entries === null);
        const isLost = missing.length === own.length || isEverySystemNeeded;
        const failed = [
            ...(isLost ? missing.map(missingFailure) : []),
            ...own.flatMap((each) => strangeFailures(pattern, found.get(each)?.strange ?? []))
        ];
        failures.push(...failed);
        const entries = own.flatMap((each) => found.get(each)?.entries ?? []);
        for (const entry of entries) {
            const read = readEntry(entry, pattern);
            if (typeof read === 'string')
                unexplained.push(read);
            else if ('error' in read)
                failures.push(read);
            else if (isEverySystemNeeded && isOfAnySystem(own) && !systems.includes(read.system))
                foreign.push(read);
            else
                attributes.push(read);
        }
        if (entries.length + failed.length + (sources.get(pattern)?.length ?? 0) === 0)
            empty.push(pattern.text);
    }
    failures.push(...(await explain(nix, [...new Set(unexplained)])));
    const unique = new Map(failures.map((failure) => [failure.error.message, failure]));
    return {
        attributes,
        paths: [...sources.values()].flat(),
        failures: [...unique.values()],
        notes: [
            ...foreignNotes(foreign),
            ...(isSeenWhole ? empty.map((text) => `Nothing to build was found for \`${text}\`.`) : []),
            ...(isSeenWhole ? excluded.unused() : []).map((text) => `\`exclude\` names \`${text}\`, and nothing that was asked for is that.`)
        ]
    };
}
/** Each line that is none is a failure. */
function readPatterns(lines, failures) {
    return lines.flatMap((line) => {
        try {
            return [(0,matrix_pattern/* parsePattern */.EY)(line)];
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9))
                throw error;
            failures.push({ installable: line, error });
            return [];
        }
    });
}
/** Every attribute of a set that is not of a system: those of systems that were not given are nobody's wish. */
function isOfAnySystem(wanted) {
    return wanted.every(({ pattern, system, places: [place = []] }) => pattern.isEach && system === null && !place.some(systems/* isSystem */.y));
}
function foreignNotes(foreign) {
    return [...Map.groupBy(foreign, ({ system }) => system)].map(([system, own]) => {
        const names = own.slice(0, mostNamed).map(({ installable }) => `\`${installable}\``);
        const more = own.length > names.length ? [`${own.length - names.length} more`] : [];
        return `\`systems\` does not name ${system}, and leaves out ${(0,src_text/* count */.U9)(own.length, 'attribute')}: ${(0,src_text/* list */.p_)([...names, ...more])}.`;
    });
}
/** The derivation; its installable alone when Nix has yet to say why it does not evaluate; or why it cannot be published. */
function readEntry({ path, described, reason }, pattern) {
    const suffix = pattern.outputs === null ? '' : `^${pattern.outputs.join(',')}`;
    const installable = `${shownInstallable(pattern.flake, path)}${suffix}`;
    if ((0,matrix_pattern/* formatAttributePath */.xm)(path) === null) {
        return evaluationFailed(installable, 'one of its names cannot be written as an installable');
    }
    if (described === null)
        return reason === undefined ? installable : evaluationFailed(installable, reason);
    const evaluated = (0,describe/* readEvaluated */.Ic)(described, installable, pattern.outputs);
    return typeof evaluated === 'string'
        ? evaluationFailed(installable, evaluated)
        : { ...evaluated, name: nameOf(path, pattern) };
}
/** What tells the rows of one system apart. */
function nameOf(path, { built }) {
    const names = built.find((each) => each.every((name, index) => path.at(index - each.length) === name));
    if (names !== undefined)
        return (0,matrix_pattern/* withoutSystem */._x)(path.slice(0, -names.length));
    const below = path.slice(path.findIndex(systems/* isSystem */.y) + 1);
    return (below.length === 0 ? path : below).join('.');
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
    const tried = places.map(shownPath).join(', ');
    const whom = system === null ? '' : ` for ${system}`;
    return evaluationFailed(pattern.text, `the flake has nothing at ${tried}${whom}`);
}
/** Of attributes that are no shells or configurations as nixpkgs and its like make them. */
function strangeFailures({ flake, built }, paths) {
    const wanted = built.map((names) => `\`${names.join('.')}\``).join(' or ');
    return paths.map((path) => evaluationFailed(shownInstallable(flake, path), `it has no ${wanted}, which is what is built of it`, path[0]?.startsWith('devShell') === true
        ? 'Make it by `mkShell` of nixpkgs, or name a package in its place; or leave it out by `exclude`.'
        : 'Mend it, or leave it out by `exclude`.'));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./src/binary-cache/compress.ts
var compress = __webpack_require__(48068);
// EXTERNAL MODULE: ./src/binary-cache/hash.ts
var binary_cache_hash = __webpack_require__(23144);
// EXTERNAL MODULE: ./src/nix/command.ts
var command = __webpack_require__(82094);
;// CONCATENATED MODULE: ./src/nix/export-file.ts







/** As many lists as there are to be exports: Nix takes the paths of each as operands. */
const exportsOf = command/* chunkOperands */.y;
/** Writes an export of these valid paths, and of nothing that they refer to. Throws NIX_FAILED, DISK_FULL. */
async function writeExport(nix, storePaths, file) {
    const args = ['--export', '--', ...storePaths];
    const { child, stdout, exit } = (0,run/* startNix */.O9)(nix, { program: 'nix-store', args });
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    try {
        await (0,promises_.pipeline)((0,compress/* compress */.Bc)(stdout, 'zstd', null), async function* (source) {
            for await (const chunk of source) {
                size += chunk.length;
                hash.update(chunk);
                yield chunk;
            }
        }, (0,external_node_fs_.createWriteStream)(file, { flags: 'wx' }));
        const ended = await exit;
        if (ended.status !== 0)
            throw (0,run/* nixFailure */.M4)(ended);
        return { size, hash: (0,binary_cache_hash/* formatSha256 */.h)(hash.digest()) };
    }
    finally {
        stdout.destroy();
        child.kill();
    }
}

// EXTERNAL MODULE: ./src/build-plan/parse.ts
var parse = __webpack_require__(95811);
// EXTERNAL MODULE: ./src/build-plan/plan.ts
var build_plan_plan = __webpack_require__(37777);
;// CONCATENATED MODULE: ./src/graph.ts
/** Everything that the starts lead to, and themselves, each after what it leads to itself; of a graph without circles. */
function dependenciesFirst(starts, next) {
    const done = [];
    const seen = new Set();
    // Not by recursion: a chain may be longer than the stack.
    const open = [...starts].map((name) => ({ name, isLeft: false }));
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
        const { name, isLeft } = top;
        if (isLeft)
            done.push(name);
        if (isLeft || seen.has(name))
            continue;
        seen.add(name);
        open.push({ name, isLeft: true });
        for (const other of next(name))
            if (!seen.has(other))
                open.push({ name: other, isLeft: false });
    }
    return done;
}
/** The connected parts of a graph, in the order in which the first name of each was given. Edges to anything else are passed over. */
function connectedParts(names, edges) {
    const parents = new Map([...names].map((name) => [name, name]));
    const topOf = (name) => {
        let top = name;
        for (let up = parents.get(top); up !== undefined && up !== top; up = parents.get(top))
            top = up;
        // The way is short the next time.
        for (let at = name; at !== top;) {
            const up = parents.get(at) ?? top;
            parents.set(at, top);
            at = up;
        }
        return top;
    };
    for (const [one, other] of edges) {
        if (parents.has(one) && parents.has(other))
            parents.set(topOf(one), topOf(other));
    }
    return [...Map.groupBy(parents.keys(), topOf).values()];
}

;// CONCATENATED MODULE: ./src/build-plan/streams.ts


/**
 * Which store path goes into which stream: each into one, by who needs it. What one row needs is in its own, what several of one system need in
 * the system's, and the rest in a common one; a stream refers to itself and to those before it. `referencesOf`: without the path itself.
 */
function streamsOf(users, referencesOf) {
    const needs = users.map((user) => ({ user, paths: dependenciesFirst(user.roots, referencesOf) }));
    const places = new Map();
    const owners = new Map();
    for (const { user, paths } of needs) {
        for (const path of paths) {
            const owner = owners.get(path);
            owners.set(path, owner ?? user);
            const isOfSystem = owner?.system === user.system && places.get(path) !== 'common';
            const shared = isOfSystem ? `system-${user.system}` : 'common';
            places.set(path, owner === undefined ? `row-${user.id}` : shared);
        }
    }
    const byPlace = Map.groupBy(dependenciesFirst([...owners.keys()].sort(), referencesOf), (path) => String(places.get(path)));
    const streams = [];
    const files = new Map();
    for (const [place, all] of [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const parts = exportsOf(all);
        for (const [index, storePaths] of parts.entries()) {
            const file = `${place}${parts.length === 1 ? '' : `-${index + 1}`}.export.zst`;
            streams.push({ file, storePaths });
            files.set(place, [...(files.get(place) ?? []), file]);
        }
    }
    const byRow = new Map(needs.map(({ user, paths }) => {
        const used = new Set(paths.map((path) => places.get(path)));
        const system = `system-${user.system}`;
        // In what several rows share, there may be what another row needs of the common ones.
        if (used.has(system))
            used.add('common');
        const order = ['common', system, `row-${user.id}`];
        return [user.id, order.filter((one) => used.has(one)).flatMap((one) => files.get(one) ?? [])];
    }));
    return { streams, byRow };
}

;// CONCATENATED MODULE: ./src/build-plan/write.ts








/** The streams, and then the plan: with it the folder is whole, and nothing is left of one that could not be written to its end. Throws NIX_FAILED, DISK_FULL. */
async function writePlan(nix, { folder, rows, referencesOf, infos }) {
    const { streams: paths, byRow } = streamsOf(rows.map(({ row: { id, system }, roots }) => ({ id, system, roots })), referencesOf);
    const streams = [];
    try {
        for (const { file, storePaths } of paths) {
            const written = await writeExport(nix, storePaths, (0,external_node_path_.join)(folder, file));
            streams.push({ file, ...written, origins: originsOf(storePaths, infos) });
        }
        const plan = {
            rows: rows.map(({ row }) => ({ ...row, streams: byRow.get(row.id) ?? [] })),
            streams
        };
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, build_plan_plan/* planPath */.p), formatPlan(plan));
        const size = streams.reduce((sum, stream) => sum + stream.size, 0);
        nix.log.info(`plan of ${(0,src_text/* count */.U9)(rows.length, 'row')} in ${folder}: ${(0,src_text/* count */.U9)(streams.length, 'stream')} with ${(0,pretty_bytes/* default */.A)(size)}`);
        return plan;
    }
    catch (error) {
        for (const { file } of paths)
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, file), { force: true });
        throw error;
    }
}
function originsOf(storePaths, infos) {
    return storePaths.flatMap((storePath) => {
        const { signatures = [], ca = null } = infos.get(storePath) ?? {};
        const isKnown = !storePath.endsWith('.drv') && (signatures.length > 0 || ca !== null);
        return isKnown ? [{ storePath, signatures, ca }] : [];
    });
}
/** One line of JSON. */
function formatPlan({ rows, streams }) {
    return `${JSON.stringify({ version: parse/* planVersion */.Uk, rows, streams })}\n`;
}

// EXTERNAL MODULE: ./src/inputs/runner-map.ts
var runner_map = __webpack_require__(35112);
// EXTERNAL MODULE: ./src/nix/path-info.ts
var path_info = __webpack_require__(14237);
;// CONCATENATED MODULE: ./src/nix/references.ts


/** What the database knows of valid store paths and of all that they refer to, by path. Throws STORE_PATH_MISSING, NIX_FAILED. */
async function queryRequisites(nix, storePaths) {
    const all = await (0,run/* queryStore */.cZ)(nix, ['--query', '--requisites'], storePaths);
    return (0,path_info/* queryPathInfo */.iO)(nix, [...new Set(all)]);
}

// EXTERNAL MODULE: ./src/publish/packed-folder/plain.ts
var plain = __webpack_require__(98923);
// EXTERNAL MODULE: ./src/publish/source.ts + 1 modules
var source = __webpack_require__(14778);
// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var nix_derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/nix/substitute.ts
var substitute = __webpack_require__(6167);
// EXTERNAL MODULE: ./src/nix/dry-run.ts
var dry_run = __webpack_require__(60710);
;// CONCATENATED MODULE: ./src/nix/fresh-machine.ts




/**
 * A store of its own with these .drv files and all that they need to be valid. This machine's own does not count: what evaluation built,
 * or somebody before, is on no other. `directory`: empty or absent. Throws NIX_FAILED.
 */
async function openFreshMachine(nix, drvPaths, directory) {
    const { store, env } = await (0,substitute/* makeStore */.yO)(directory);
    for (const chunk of (0,command/* chunkOperands */.y)(drvPaths)) {
        for (const { program, args } of (0,substitute/* byKind */.Sb)(chunk, (operands) => ({
            program: 'nix',
            args: ['copy', '--no-check-sigs', '--to', store, ...operands]
        }))) {
            // Nobody needs it after a power cut.
            await (0,run/* expectNix */.lr)(nix, {
                program,
                args: [...args.slice(0, 1), '--option', 'fsync-metadata', 'false', ...args.slice(1)]
            }, { env });
        }
    }
    const place = { ...nix, env: { ...nix.env, ...env } };
    return (operands) => (0,dry_run/* dryRun */.PA)(place, operands, store);
}

;// CONCATENATED MODULE: ./src/matrix/graph/build-graph.ts


/** What is to be built of all that the targets need. */
function buildGraph({ derivations, builds, targets, hasRunner }) {
    const inputsOf = (drvPath) => [...(derivations.get(drvPath)?.inputDrvs.keys() ?? [])].filter((input) => builds.has(input));
    const graph = new Map();
    const dependents = new Map();
    // What needs a derivation stands before it.
    for (const drvPath of reachable(targets.filter((target) => builds.has(target)), inputsOf)) {
        const derivation = derivations.get(drvPath);
        if (derivation === undefined)
            continue;
        const inputs = inputsOf(drvPath).sort();
        const above = (dependents.get(drvPath) ?? []).map((other) => graph.get(other)?.system ?? '');
        const isOwn = hasRunner(derivation.system);
        const system = isOwn ? derivation.system : (above.sort()[0] ?? derivation.system);
        for (const input of inputs) {
            const list = dependents.get(input) ?? [];
            list.push(drvPath);
            dependents.set(input, list);
        }
        const { name } = derivation;
        const features = featuresOf(derivation);
        graph.set(drvPath, { drvPath, name, system, features, weight: weightOf(derivation), inputs });
    }
    return graph;
}
/** Everything that the starts lead to, and themselves, each before what it leads to, whatever the order of the starts. */
function reachable(starts, next) {
    return dependenciesFirst([...starts].sort(), next).reverse();
}
/** A download or a text takes next to nothing, and what nixpkgs calls big an hour. */
const weights = { light: 0.05, common: 1, big: 10 };
/** Of a `.drv` file. */
function weightOf(derivation) {
    if (featuresOf(derivation).includes('big-parallel'))
        return weights.big;
    const isLight = (0,nix_derivations/* fixedOutputOf */.RS)(derivation) !== null ||
        isSet(derivation, 'preferLocalBuild', '1', true) ||
        isSet(derivation, 'allowSubstitutes', '', false);
    return isLight ? weights.light : weights.common;
}
function isSet({ env, structuredAttrs }, name, text, value) {
    return structuredAttrs === null ? env[name] === text : structuredAttrs[name] === value;
}
/** `requiredSystemFeatures`, sorted. */
function featuresOf({ env, structuredAttrs }) {
    const given = (structuredAttrs ?? env)['requiredSystemFeatures'];
    const features = typeof given === 'string' ? given.split(/\s+/) : [given].flat();
    return [
        ...new Set(features.filter((one) => typeof one === 'string').filter((one) => one !== ''))
    ].sort();
}
function weightOfAll(graph, paths) {
    let sum = 0;
    for (const path of paths)
        sum += graph.get(path)?.weight ?? 0;
    return sum;
}
/** What the machine needs that builds all of them, sorted. */
function featuresOfAll(graph, paths) {
    const features = new Set();
    for (const path of paths)
        for (const one of graph.get(path)?.features ?? [])
            features.add(one);
    return [...features].sort();
}

// EXTERNAL MODULE: ./src/nix/validity.ts
var validity = __webpack_require__(93861);
;// CONCATENATED MODULE: ./src/matrix/graph/built-here.ts




/** Throws NIX_FAILED. */
async function builtHere(nix, request) {
    const { derivations, builds, targets, room } = request;
    const needed = neededOutputs(request);
    const invalid = await (0,validity/* invalidPaths */.i)(nix, [...new Set([...needed.values()].flat())]);
    const here = new Map([...needed].filter(([, paths]) => paths.length > 0 && !paths.some((one) => invalid.has(one))));
    const known = await queryRequisites(nix, [...here.values()].flat());
    const tooLarge = new Set();
    for (;;) {
        const isHere = (drvPath) => here.has(drvPath) && !tooLarge.has(drvPath);
        const met = reachable([...targets.keys()].filter((path) => builds.has(path)), (path) => (isHere(path) ? [] : inputsOf(derivations, builds, path))).filter(isHere);
        const { outputs, infos, left } = fitting(new Map(met.map((path) => [path, here.get(path) ?? []])), known, room);
        if (left.length === 0) {
            await (0,gc_roots/* holdPaths */.Sq)(nix, [...outputs.values()].flat());
            return { outputs, infos, tooLarge: [...tooLarge] };
        }
        for (const drvPath of left)
            tooLarge.add(drvPath);
    }
}
function inputsOf(derivations, builds, drvPath) {
    return [...(derivations.get(drvPath)?.inputDrvs.keys() ?? [])].filter((one) => builds.has(one));
}
/** .drv file → paths of the outputs that a target or a derivation needs of it. */
function neededOutputs({ derivations, builds, targets }) {
    const names = new Map();
    const need = (drvPath, outputs) => {
        if (!builds.has(drvPath))
            return;
        names.set(drvPath, new Set([...(names.get(drvPath) ?? []), ...outputs]));
    };
    for (const [drvPath, outputs] of targets)
        need(drvPath, outputs);
    for (const path of builds)
        derivations.get(path)?.inputDrvs.forEach((outputs, input) => {
            need(input, outputs);
        });
    return new Map([...names].map(([drvPath, outputs]) => {
        const known = derivations.get(drvPath)?.outputs;
        const paths = [...outputs].map((name) => known?.get(name)?.path ?? null);
        return [drvPath, paths.includes(null) ? [] : paths.filter((path) => path !== null)];
    }));
}
/** As many as there is room for, those first that are smallest with all that they refer to. */
function fitting(candidates, known, room) {
    const sizeOf = (paths) => paths.reduce((sum, path) => sum + (known.get(path)?.narSize ?? 0), 0);
    const sized = [...candidates]
        .map(([drvPath, paths]) => {
        const closure = reachable(paths, (path) => known.get(path)?.references ?? []);
        return { drvPath, paths, closure, size: sizeOf(closure) };
    })
        .sort((a, b) => a.size - b.size || (a.drvPath < b.drvPath ? -1 : 1));
    const outputs = new Map();
    const infos = new Map();
    const left = [];
    let taken = 0;
    for (const { drvPath, paths, closure } of sized) {
        const more = closure.filter((path) => !infos.has(path));
        if (taken + sizeOf(more) > room) {
            left.push(drvPath);
            continue;
        }
        taken += sizeOf(more);
        outputs.set(drvPath, paths);
        for (const path of more) {
            const info = known.get(path);
            if (info !== undefined)
                infos.set(path, info);
        }
    }
    return { outputs, infos, left };
}

;// CONCATENATED MODULE: ./src/matrix/graph/group.ts

/**
 * Gathers units into jobs of at most `mostWeight`, those that share most first. One that is heavier alone stays alone.
 */
function groupUnits(units, request) {
    const byRunner = Map.groupBy(units, ({ builds }) => request.runnerOf(builds));
    return [...byRunner.values()].flatMap((alike) => groupAlike(alike, request));
}
function groupAlike(units, { graph, mostWeight }) {
    const weights = new Map(units.map((unit) => [unit, weightOfAll(graph, unit.builds)]));
    const weightOf = (unit) => weights.get(unit) ?? 0;
    const open = new Set(units.toSorted((a, b) => weightOf(b) - weightOf(a) || compare(a.targets[0], b.targets[0])));
    const users = new Map();
    for (const unit of open) {
        for (const path of unit.shared)
            users.set(path, [...(users.get(path) ?? []), unit]);
    }
    const groups = [];
    for (const first of open) {
        open.delete(first);
        const group = { targets: [], builds: new Set(), shared: new Set() };
        // What each of the others has in common with the group.
        const common = new Map();
        let weight = 0;
        for (let next = first; next !== undefined;) {
            open.delete(next);
            weight += weightOf(next);
            group.targets.push(...next.targets);
            for (const path of next.builds)
                group.builds.add(path);
            for (const path of next.shared) {
                if (group.shared.has(path))
                    continue;
                group.shared.add(path);
                const shared = graph.get(path)?.weight ?? 0;
                for (const user of users.get(path) ?? []) {
                    common.set(user, (common.get(user) ?? 0) + shared);
                }
            }
            next = undefined;
            let most = -1;
            for (const unit of open) {
                const inCommon = common.get(unit) ?? 0;
                if (inCommon <= most || weight + weightOf(unit) > mostWeight)
                    continue;
                most = inCommon;
                next = unit;
            }
        }
        group.targets.sort();
        groups.push(group);
    }
    return groups;
}
/**
 * What one group alone needs of the first wave goes back to it as long as it has room, and what needs it first, so that the first wave takes
 * nothing of the second. Answers with what went. `fixed` stays.
 */
function takeBack(groups, fixed, { graph, mostWeight, runnerOf }) {
    const users = new Map();
    for (const group of groups) {
        for (const path of group.shared)
            users.set(path, users.has(path) ? null : group);
    }
    const inputsOf = (path) => graph.get(path)?.inputs ?? [];
    const kept = new Set();
    const back = new Set();
    for (const path of reachable(users.keys(), inputsOf)) {
        const group = users.get(path);
        const builds = group?.builds ?? new Set();
        const isBack = group !== undefined &&
            group !== null &&
            !fixed.has(path) &&
            !kept.has(path) &&
            weightOfAll(graph, [path, ...builds]) <= mostWeight &&
            runnerOf([path, ...builds]) === runnerOf(builds);
        if (isBack) {
            builds.add(path);
            back.add(path);
        }
        else {
            for (const input of inputsOf(path))
                kept.add(input);
        }
    }
    return back;
}
/** The same of anything with builds, the heaviest first, each where there is room. */
function gatherLight(items, { graph, mostWeight, runnerOf }) {
    const sorted = items
        .map((item) => ({ item, weight: weightOfAll(graph, item.builds) }))
        .sort((a, b) => b.weight - a.weight || compare(a.item.builds[0], b.item.builds[0]));
    const bins = [];
    for (const { item, weight } of sorted) {
        const kind = `${item.system} ${runnerOf(item.builds)}`;
        const bin = bins.find((one) => one.kind === kind && one.weight + weight <= mostWeight);
        if (bin === undefined)
            bins.push({ items: [item], weight, kind });
        else {
            bin.items.push(item);
            bin.weight += weight;
        }
    }
    return bins.map((bin) => bin.items);
}
function compare(a = '', b = '') {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./src/matrix/graph/cut.ts



/**
 * Who builds what, so that nothing is built twice: the connected parts of the graph, each of one system. Of one that is too heavy, what
 * several of its targets need is built in a first wave; so is what another system needs. There are two waves, not more: the first takes
 * nothing of anybody, and no target may need a third (`needThirdWave`). The order of what is given says nothing.
 */
function cutGraph(request) {
    const { graph, canHandOn, mostWeight } = request;
    const targets = new Set(request.targets.map(({ drvPath }) => drvPath).sort());
    const runnerOf = (builds) => {
        const [any] = builds;
        return request.runnerOf(graph.get(any ?? '')?.system ?? '', featuresOfAll(graph, builds));
    };
    const grouping = { graph, mostWeight, runnerOf };
    const foreign = canHandOn ? neededElsewhere(graph) : new Set();
    const first = new Set(foreign);
    const units = [];
    for (const part of connectedParts([...graph.keys()].sort(), edgesWithin(graph, graph.keys()))) {
        if (!canHandOn || weightOfAll(graph, part) <= mostWeight) {
            // What is left of it stays together, even when what joined it is built before.
            units.push(unitOf(part, foreign, targets));
            continue;
        }
        const needs = needsOf(graph, part, targets);
        const shared = new Set([...sharedBy(graph, needs), ...part.filter((path) => foreign.has(path))]);
        const own = part.filter((path) => !shared.has(path));
        const groups = groupUnits(connectedParts(own, edgesWithin(graph, own)).map((builds) => unitOf(builds, shared, targets, needs)), grouping);
        const back = takeBack(groups, foreign, grouping);
        for (const path of shared)
            if (!back.has(path))
                first.add(path);
        units.push(...groups);
    }
    const free = request.targets.filter(({ drvPath }) => !graph.has(drvPath));
    return [
        ...gatherLight(firstParts(graph, first), grouping).map((parts) => {
            const builds = parts.flatMap((part) => part.builds);
            return partOf(1, parts[0]?.system ?? '', builds, targets);
        }),
        ...units
            .filter((unit) => unit.targets.length > 0)
            .map(({ builds, targets: [target = ''] }) => partOf(2, graph.get(target)?.system ?? '', builds, targets)),
        ...free.map(({ drvPath, system }) => {
            return { wave: 2, system, targets: [drvPath], builds: [] };
        })
    ];
}
function partOf(wave, system, builds, targets) {
    const sorted = [...builds].sort();
    return { wave, system, targets: sorted.filter((path) => targets.has(path)), builds: sorted };
}
/**
 * Those of these .drv files that two waves do not build: of what one needs something is of another system, and that needs something of
 * yet another, or of the first again. Each with these two.
 */
function needThirdWave(graph, targets) {
    // What is of another system, on the way to which of those that are needed for it.
    const crossed = new Map();
    for (const path of dependenciesFirst(targets, (one) => graph.get(one)?.inputs ?? [])) {
        const { system, inputs = [] } = graph.get(path) ?? {};
        let longest = [];
        for (const input of inputs) {
            const node = graph.get(input);
            const below = crossed.get(input) ?? [];
            const all = node === undefined || node.system === system ? below : [node, ...below];
            if (all.length > longest.length)
                longest = all.slice(0, 2);
        }
        crossed.set(path, longest);
    }
    return new Map(targets.flatMap((target) => {
        const [first, second] = crossed.get(target) ?? [];
        return first === undefined || second === undefined ? [] : [[target, [first, second]]];
    }));
}
/** What derivations of another system need, with all that it needs itself. */
function neededElsewhere(graph) {
    const crossed = [...graph.values()].flatMap((node) => node.inputs.filter((input) => !isOfSystem(graph, input, node.system)));
    return new Set(reachable(crossed, (path) => graph.get(path)?.inputs ?? []));
}
/** Those of these derivations that are of one system. */
function* edgesWithin(graph, paths) {
    for (const path of paths)
        for (const input of inputsWithin(graph, path))
            yield [path, input];
}
function inputsWithin(graph, path) {
    const node = graph.get(path);
    return node?.inputs.filter((input) => isOfSystem(graph, input, node.system)) ?? [];
}
function isOfSystem(graph, path, system) {
    return graph.get(path)?.system === system;
}
/** Target of the part → itself and what it needs of its own system. */
function needsOf(graph, part, targets) {
    const wanted = part.filter((path) => targets.has(path));
    return new Map(wanted.map((path) => [path, reachable([path], (one) => inputsWithin(graph, one))]));
}
/** What at least two targets need and nothing of another system has to be waited for. */
function sharedBy(graph, needs) {
    const users = new Map();
    for (const paths of needs.values()) {
        for (const path of paths)
            users.set(path, (users.get(path) ?? 0) + 1);
    }
    const waiting = new Set();
    for (const path of reachable(needs.keys(), (one) => inputsWithin(graph, one)).reverse()) {
        const { inputs = [], system = '' } = graph.get(path) ?? {};
        if (inputs.some((input) => waiting.has(input) || !isOfSystem(graph, input, system))) {
            waiting.add(path);
        }
    }
    return [...users].flatMap(([path, count]) => (count > 1 && !waiting.has(path) ? [path] : []));
}
function unitOf(part, first, targets, needs = new Map()) {
    const builds = new Set(part.filter((path) => !first.has(path)));
    const own = [...builds].filter((path) => targets.has(path));
    const needed = own.flatMap((path) => needs.get(path) ?? []);
    return { targets: own, builds, shared: new Set(needed.filter((path) => first.has(path))) };
}
/** The connected parts of the first wave, each of one system as nothing needs a third wave. */
function firstParts(graph, first) {
    const paths = [...first].sort();
    return connectedParts(paths, edgesWithin(graph, paths)).map((builds) => {
        return { system: graph.get(builds[0] ?? '')?.system ?? '', builds };
    });
}

;// CONCATENATED MODULE: ./src/matrix/graph/limit.ts
/** What one job costs besides its builds, in the same measure. */
const ownCost = 1;
/**
 * Gathers what is too many for one matrix: so that each job has about as much of its kind, in their order, and what is heavier than that
 * alone stays alone.
 */
function gatherToMost(items, most) {
    const kinds = [...Map.groupBy(items, ({ kind }) => kind).values()];
    if (items.length <= most)
        return items.map(({ item }) => [item]);
    if (kinds.length > most)
        throw new Error('more kinds of rows than rows');
    let tooSmall = 0;
    let size = costOf(items);
    // Halved until that changes nothing any more.
    for (let step = 0; step < 60; step++) {
        const middle = (tooSmall + size) / 2;
        const jobs = kinds.reduce((sum, kind) => {
            const { heavy, jobsOfRest } = splitAt(kind, middle);
            return sum + heavy.length + jobsOfRest;
        }, 0);
        if (jobs > most)
            tooSmall = middle;
        else
            size = middle;
    }
    return kinds.flatMap((kind) => gatherKind(kind, size));
}
function costOf(items) {
    return items.reduce((sum, { weight }) => sum + weight + ownCost, 0);
}
/** What is alone in a job, and how many the others take. */
function splitAt(kind, size) {
    const heavy = kind.filter((one) => costOf([one]) > size);
    const rest = kind.filter((one) => costOf([one]) <= size);
    return { heavy, rest, jobsOfRest: Math.ceil(costOf(rest) / size) };
}
function gatherKind(kind, size) {
    const { heavy, rest, jobsOfRest } = splitAt(kind, size);
    const each = costOf(rest) / jobsOfRest;
    let before = 0;
    const groups = Map.groupBy(rest, (one) => {
        const cost = costOf([one]);
        before += cost;
        return Math.floor((before - cost / 2) / each);
    });
    return [...heavy.map((one) => [one]), ...groups.values()].map((group) => group.map(({ item }) => item));
}

// EXTERNAL MODULE: ./src/publish/expected-rows.ts
var expected_rows = __webpack_require__(73109);
;// CONCATENATED MODULE: ./src/matrix/rows.ts




/** GitHub's limit for one matrix. https://docs.github.com/en/actions/reference/limits */
const mostRows = 256;
/** Characters of the outputs: a job's outputs may have 1 MB together, reckoned as UTF-16; and `expected` is to fit into a variable. */
const largestMatrix = 380_000;
const largestExpected = 120_000;
const longestName = 100;
/** Throws MATRIX_TOO_LARGE when the rows of both waves are more than the outputs can hold. */
function refuseTooLarge(rows) {
    if (JSON.stringify(matrixOf(rows)).length > largestMatrix ||
        (0,expected_rows/* formatExpected */.I)(rows, null).length > largestExpected) {
        throw new errors/* NarPublishError */.f9({
            code: 'MATRIX_TOO_LARGE',
            subject: (0,src_text/* count */.U9)(rows.flatMap(({ pnames }) => pnames).length, 'attribute'),
            reason: `the matrix would have more than the ${largestMatrix} characters that an output can hold (${largestExpected} when it is compressed)`
        });
    }
}
/** For the job that commits. What has no row is left out where there is no room for it. */
function expectedOf(rows, beside) {
    const all = (0,expected_rows/* formatExpected */.I)(rows, beside);
    return all.length > largestExpected ? (0,expected_rows/* formatExpected */.I)(rows, null) : all;
}
/** For `strategy.matrix`, with nothing but what a job needs. */
function matrixOf(rows) {
    return {
        include: rows.map(({ name, system, os, attribute, row, takes }) => ({
            ...{ name, system, os, attribute },
            ...(row === undefined ? {} : { row, takes: takes ?? '' })
        }))
    };
}
/**
 * For jobs that look again at what the rows of a system leave, each on the runner that most of these have; `rows`: those of both waves, and those of
 * other systems that these take from, `a|b`.
 * Empty without a plan.
 */
function machinesOf(rows) {
    const planned = rows.filter(({ row }) => row !== undefined);
    const bySystem = Map.groupBy(planned, ({ system }) => system);
    return {
        include: [...bySystem].flatMap(([system, own]) => {
            const byRunner = [...Map.groupBy(own, ({ os }) => JSON.stringify(os)).values()];
            const [most = []] = byRunner.toSorted((one, other) => other.length - one.length);
            const takes = own.flatMap(({ takes = '' }) => takes.split('|')).filter((id) => id !== '');
            const ids = new Set([...own.map(({ row = '' }) => row), ...takes]);
            return most.slice(0, 1).map(({ os }) => ({ system, os, rows: [...ids].join('|') }));
        })
    };
}
/** For a job that has these: `hello`, or `2 attributes, a to b`. */
function rowName(names, noun) {
    const [first, last] = [names[0], names.at(-1)].map((name) => rows_plain(name ?? ''));
    return names.length === 1
        ? (first ?? '')
        : `${(0,src_text/* count */.U9)(names.length, noun)}, ${first ?? ''} to ${last ?? ''}`;
}
/** Somebody may well write `run: echo ${{ matrix.name }}`. */
function rows_plain(text) {
    const name = text.split('@').map(harmless/* fileWord */.BZ).join('@').replace(/^-+/, '');
    return name.length > longestName ? `${name.slice(0, longestName - 3)}...` : name || 'unnamed';
}

;// CONCATENATED MODULE: ./src/matrix/plan-parts.ts









/** bytes of NARs */
const mostBuiltHere = 1024 ** 3;
const nothingHere = { outputs: new Map(), infos: new Map(), tooLarge: [] };
/** Who builds what of these attributes. */
async function planParts({ inputs, scratch }, nix, attributes) {
    const { runners, planDirectory, rowWeight: mostWeight } = inputs;
    const canHandOn = planDirectory !== null;
    const targets = targetsOf(attributes);
    const drvPaths = [...targets.keys()];
    const systems = new Map(attributes.map(({ drvPath, system }) => [drvPath, system]));
    const derivations = await (0,nix_derivations/* readDerivations */.rj)(nix, drvPaths);
    const isAsked = canHandOn || sharesAnything(derivations, drvPaths);
    const machine = isAsked
        ? await openFreshMachine(nix, drvPaths, (0,external_node_path_.join)(scratch, 'fresh-machine'))
        : null;
    const asked = await machine?.([...targets].map(([drvPath, outputs]) => operand(drvPath, outputs)));
    const builds = new Set([...(asked?.builds ?? drvPaths)].filter((path) => hasKnownOutputs(derivations.get(path))));
    // Whoever evaluates builds that himself.
    const here = canHandOn
        ? await builtHere(nix, { derivations, builds, targets, room: mostBuiltHere })
        : nothingHere;
    for (const drvPath of here.outputs.keys())
        builds.delete(drvPath);
    const impossible = new Map();
    const possible = () => drvPaths.filter((drvPath) => !impossible.has(drvPath));
    const thirdWave = (graph) => needThirdWave(graph, canHandOn ? possible() : []);
    const graphOf = (wanted) => buildGraph({
        ...{ derivations, builds, targets: wanted },
        hasRunner: (system) => runners.has(system)
    });
    let graph = graphOf(drvPaths);
    // Of what nobody hands on each job builds all that it needs, or Nix says why not.
    for (let late = thirdWave(graph); late.size > 0; late = thirdWave(graph)) {
        for (const [drvPath, way] of late)
            impossible.set(drvPath, way);
        graph = graphOf(possible());
    }
    const runnerOf = (system, features) => JSON.stringify((0,runner_map/* runnerFor */.OZ)(runners, system, features) ?? null);
    const cut = cutGraph({
        ...{ graph, mostWeight, canHandOn, runnerOf },
        targets: possible().map((drvPath) => ({ drvPath, system: systems.get(drvPath) ?? '' }))
    });
    const order = new Map(drvPaths.map((drvPath, index) => [drvPath, index]));
    const place = ({ targets: [drvPath = ''] }) => order.get(drvPath) ?? Infinity;
    const parts = [1, 2].flatMap((wave) => atMost(cut
        .filter((part) => part.wave === wave)
        .map((part) => ({
        ...part,
        targets: part.targets.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    }))
        .sort((a, b) => place(a) - place(b)), graph, runnerOf));
    return { parts, impossible, graph, derivations, here, machine, fetches: asked?.fetches ?? 0 };
}
/** .drv file → the outputs that are wanted of it. */
function targetsOf(attributes) {
    const byDerivation = Map.groupBy(attributes, ({ drvPath }) => drvPath);
    return new Map([...byDerivation].map(([drvPath, all]) => [
        drvPath,
        [...new Set(all.flatMap(({ outputs }) => outputs.map(({ name }) => name)))]
    ]));
}
/** As `nix-store --realise` takes it: `drv!out,dev`. */
function operand(drvPath, outputs) {
    return `${drvPath}!${outputs.join(',')}`;
}
/** Whether two of them need one derivation. Else it is all the same what is to be built. */
function sharesAnything(derivations, drvPaths) {
    const seen = new Set(drvPaths);
    for (const drvPath of drvPaths) {
        const own = new Set();
        const open = [drvPath];
        for (let path = open.pop(); path !== undefined; path = open.pop()) {
            for (const input of derivations.get(path)?.inputDrvs.keys() ?? []) {
                if (own.has(input))
                    continue;
                if (seen.has(input))
                    return true;
                own.add(input);
                open.push(input);
            }
        }
        for (const path of own)
            seen.add(path);
    }
    return false;
}
/** Else nobody can say what is to be handed on (content-addressed derivations): whoever needs it builds it. */
function hasKnownOutputs(derivation) {
    return [...(derivation?.outputs.values() ?? [])].every(({ path }) => path !== null);
}
/** As many as one matrix takes. */
function atMost(parts, graph, runnerOf) {
    const weighed = parts.map((part) => ({
        item: part,
        weight: weightOfAll(graph, part.builds),
        kind: `${part.system} ${runnerOf(part.system, featuresOfAll(graph, part.builds))}`
    }));
    return gatherToMost(weighed, mostRows).flatMap(([first, ...others]) => first === undefined ? [] : [others.reduce(joined, first)]);
}
function joined(one, other) {
    return {
        ...one,
        targets: [...one.targets, ...other.targets],
        builds: [...one.builds, ...other.builds].sort()
    };
}

;// CONCATENATED MODULE: ./src/matrix/fetches.ts




/** bytes; a runner of GitHub's has 14 GB, on which the builds and the packed NARs find room as well. */
const mostFetches = 10 * 1024 ** 3;
const atOnce = 4;
/**
 * What each part fetches, and of those that would fill a disk the pieces that have nothing to do with each other. `targets`: .drv → the outputs that
 * are wanted of it. Throws NIX_FAILED.
 */
async function partsWithFetches(planned, targets) {
    const { machine, parts } = planned;
    if (machine === null)
        return parts.map((part) => ({ ...part, fetches: null }));
    const measured = await measure(planned, machine, parts, targets);
    const rooms = Map.groupBy(measured, ({ wave }) => wave);
    const free = new Map([...rooms].map(([wave, { length }]) => [wave, mostRows - length]));
    const pieces = [];
    const kept = [];
    for (const part of measured) {
        const own = (part.fetches ?? 0) > mostFetches ? piecesOf(planned, part) : [part];
        const left = (free.get(part.wave) ?? 0) - (own.length - 1);
        if (own.length === 1 || left < 0)
            kept.push(part);
        else {
            free.set(part.wave, left);
            pieces.push(...own);
        }
    }
    return [...kept, ...(await measure(planned, machine, pieces, targets))];
}
function measure(planned, machine, parts, targets) {
    return (0,p_map/* default */.Ay)(parts, async (part) => {
        const operands = planned.fetches === 0 ? [] : fetchedBy(planned, part, targets);
        const { fetches } = operands.length === 0 ? { fetches: 0 } : await machine(operands);
        return { ...part, fetches };
    }, { concurrency: atOnce });
}
/** What it needs and caches have. */
function fetchedBy({ graph, derivations, here }, { builds, targets: own }, targets) {
    const wanted = [
        ...own.map((target) => [target, targets.get(target) ?? []]),
        ...builds.flatMap((path) => [...(derivations.get(path)?.inputDrvs ?? [])])
    ];
    const fetched = wanted.filter(([drvPath]) => !graph.has(drvPath) && !here.outputs.has(drvPath));
    return [...new Set(fetched.map(([drvPath, outputs]) => operand(drvPath, outputs)))].sort();
}
/** What of it is connected, by builds of its own. */
function piecesOf({ graph }, part) {
    const names = [...new Set([...part.targets, ...part.builds])].sort();
    const edges = part.builds.flatMap((path) => (graph.get(path)?.inputs ?? []).map((input) => [path, input]));
    return connectedParts(names, edges).map((piece) => {
        const own = new Set(piece);
        const of = (paths) => paths.filter((path) => own.has(path));
        return { ...part, targets: of(part.targets), builds: of(part.builds) };
    });
}

;// CONCATENATED MODULE: ./src/matrix/plan-notes.ts



const plan_notes_mostNamed = 5;
/** What of a plan is not as one would have it. */
function planNotes({ here, derivations }, rows, { rowWeight, planDirectory }) {
    const names = (some) => (0,src_text/* shortList */.pg)(some.map(({ name }) => name), plan_notes_mostNamed);
    const heavy = rows.filter(({ weight }) => weight > rowWeight);
    const large = rows.filter(({ fetches }) => (fetches ?? 0) > mostFetches);
    return [
        ...(here.tooLarge.length === 0
            ? []
            : [
                `This machine has built ${names(here.tooLarge.flatMap((path) => derivations.get(path) ?? []))} already, which would be too much to hand on; it is built again.`
            ]),
        ...(heavy.length === 0
            ? []
            : [
                `${(0,src_text/* count */.U9)(heavy.length, 'row weighs', 'rows weigh')} more than \`row-weight\` (${rowWeight}): ${names(heavy)}. ${planDirectory === null ? 'With `output-directory` what several attributes share could be built in a first wave.' : 'Nothing in it is shared that could be built before.'}`
            ]),
        ...large.map(({ name, fetches }) => `The job of ${name} fetches ${(0,pretty_bytes/* default */.A)(fetches ?? 0)} from caches, for which the disk of its runner may be too small.`)
    ];
}

;// CONCATENATED MODULE: ./src/matrix/plan-rows.ts












/** The rows for what is to be published; when there is a folder for it, the plan is left there. Throws NIX_FAILED, DISK_FULL. */
async function planRows(run, nix, attributes, paths) {
    const { inputs, environment } = run;
    const planned = await planParts(run, nix, attributes);
    const measured = await partsWithFetches(planned, targetsOf(attributes));
    const parts = measured.map((part) => named(part, attributes));
    if (paths.length > 0) {
        const { runnerSystem } = environment;
        const [any = ''] = inputs.runners.keys();
        const system = inputs.runners.has(runnerSystem) ? runnerSystem : any;
        const row = { wave: 2, system, targets: [], builds: [], fetches: 0 };
        parts.push({ ...row, id: idOf(row, [], paths), attributes: [], paths: [...paths] });
    }
    const takes = new Map(parts.map((part) => [part.id, takenBy(planned, part, parts)]));
    const handsOn = Map.groupBy([...takes.values()].flat(), ({ row }) => row);
    const rows = parts.map((part) => {
        const { id, wave, system, builds, fetches } = part;
        const features = featuresOfAll(planned.graph, builds);
        return {
            name: plan_rows_nameOf(planned, part),
            system,
            os: (0,runner_map/* runnerFor */.OZ)(inputs.runners, system, features) ?? '',
            attribute: [...part.attributes, ...part.paths]
                .map(({ installable }) => installable)
                .join('\n'),
            pnames: [
                ...part.attributes.map(({ pname }) => (0,plain/* plainName */.MH)(pname)),
                ...part.paths.map(({ name }) => (0,plain/* plainName */.MH)(name))
            ],
            ...(inputs.planDirectory === null
                ? {}
                : { row: id, takes: rowsIn(takes.get(id) ?? []).join('|') }),
            wave,
            builds: builds.map((path) => planned.graph.get(path)?.name ?? ''),
            handsOn: namesOf(planned, handsOn.get(id) ?? []),
            weight: weightOfAll(planned.graph, builds),
            fetches
        };
    });
    if (inputs.planDirectory !== null) {
        const sources = await (0,source/* sourcesOf */.u)(nix, attributes.map(({ installable }) => installable), environment);
        const infos = await sourceInfos(nix, planned, paths);
        await writePlan(nix, {
            folder: inputs.planDirectory,
            rows: parts.map((part) => ({
                row: {
                    ...{ id: part.id, wave: part.wave, system: part.system, builds: part.builds },
                    attributes: part.attributes.map((attribute) => plannedAttribute(planned, attribute, sources.get(attribute.installable) ?? null)),
                    paths: part.paths,
                    handsOn: [
                        ...new Set((handsOn.get(part.id) ?? []).map(({ storePath }) => storePath))
                    ].sort(),
                    takes: takes.get(part.id) ?? []
                },
                roots: rootsOf(planned, part)
            })),
            infos,
            referencesOf: (path) => {
                const derivation = planned.derivations.get(path);
                const references = derivation === undefined
                    ? (infos.get(path)?.references ?? [])
                    : [...derivation.inputDrvs.keys(), ...derivation.inputSrcs];
                return references.filter((other) => other !== path);
            }
        });
    }
    return {
        rows,
        notes: planNotes(planned, rows, inputs),
        failures: attributes.flatMap(({ installable, drvPath }) => {
            const way = planned.impossible.get(drvPath);
            return way === undefined ? [] : [{ installable, error: thirdWave(installable, ...way) }];
        })
    };
}
function thirdWave(subject, first, second) {
    const needs = `it needs ${first.name} for ${first.system}, which needs ${second.name} for ${second.system}`;
    return new errors/* NarPublishError */.f9({
        code: 'SYSTEM_FOREIGN',
        subject,
        reason: `${needs}: that would be three waves of jobs, and there are two`,
        terminal: { reason: `${needs}: that would be three waves of machines, and there are two` },
        hint: 'Publish what it needs of another system before, so that it is in a cache, or leave the attribute out.'
    });
}
function named(part, attributes) {
    const targets = new Set(part.targets);
    const own = attributes.filter(({ drvPath }) => targets.has(drvPath));
    return { ...part, id: idOf(part, own, []), attributes: own, paths: [] };
}
/** In words that every job takes; a derivation's name instead of the attribute's. */
function plannedAttribute({ derivations }, { name, pname, version, mainProgram, ...attribute }, source) {
    return {
        ...attribute,
        name: derivations.get(attribute.drvPath)?.name ?? name,
        pname: (0,plain/* plainName */.MH)(pname),
        version: version === null ? null : (0,plain/* plainName */.MH)(version),
        mainProgram: mainProgram === null ? null : (0,plain/* plainName */.MH)(mainProgram),
        source
    };
}
/** The same in another run for the same work. */
function idOf({ wave, system, builds }, attributes, paths) {
    const outputs = attributes.flatMap((attribute) => attribute.outputs.map(({ path }) => path));
    const given = paths.map(({ storePath }) => storePath);
    const work = JSON.stringify([wave, system, outputs.sort(), given.sort(), builds.toSorted()]);
    return (0,external_node_crypto_.createHash)('sha256').update(work).digest('hex').slice(0, 16);
}
/** What it needs of others. */
function takenBy({ graph, derivations }, { wave, builds }, parts) {
    if (wave === 1)
        return [];
    const own = new Set(builds);
    const givers = new Map(parts
        .filter((part) => part.wave === 1)
        .flatMap((part) => part.builds.map((path) => [path, part.id])));
    const taken = new Map();
    for (const path of builds) {
        for (const [drvPath, outputs] of derivations.get(path)?.inputDrvs ?? []) {
            const row = givers.get(drvPath);
            if (row === undefined || own.has(drvPath) || !graph.has(drvPath))
                continue;
            for (const name of outputs) {
                const storePath = derivations.get(drvPath)?.outputs.get(name)?.path ?? null;
                if (storePath !== null)
                    taken.set(storePath, { storePath, drvPath, row });
            }
        }
    }
    return [...taken.values()].sort((a, b) => (a.storePath < b.storePath ? -1 : 1));
}
function rowsIn(takes) {
    return [...new Set(takes.map(({ row }) => row))].sort();
}
function namesOf({ graph }, takes) {
    return [...new Set(takes.map(({ drvPath }) => graph.get(drvPath)?.name ?? ''))].sort();
}
function plan_rows_nameOf({ graph }, { attributes, paths, builds }) {
    if (paths.length > 0)
        return 'flake inputs';
    return attributes.length > 0
        ? rowName(attributes.map(({ name }) => name), 'attribute')
        : rowName(builds.map((path) => graph.get(path)?.name ?? '').sort(), 'derivation');
}
/** What its job needs: the derivations, and of what is built here what they lead to, as those do that it takes. */
function rootsOf({ derivations, graph, here }, part) {
    const needed = reachable([...part.targets, ...part.builds], (path) => here.outputs.has(path)
        ? []
        : [...(derivations.get(path)?.inputDrvs.keys() ?? [])].filter((input) => graph.has(input) || here.outputs.has(input)));
    return [
        ...part.targets,
        ...part.builds,
        ...part.paths.map(({ storePath }) => storePath),
        ...needed.flatMap((path) => here.outputs.get(path) ?? [])
    ];
}
/** Of what derivations need that is none, and of what is built here. */
async function sourceInfos(nix, { derivations, here }, paths) {
    const sources = [...derivations.values()].flatMap(({ inputSrcs }) => inputSrcs);
    const others = [...sources, ...paths.map(({ storePath }) => storePath)];
    const infos = await queryRequisites(nix, [...new Set(others)].filter((path) => !derivations.has(path)));
    return new Map([...here.infos, ...infos]);
}

;// CONCATENATED MODULE: ./src/matrix/matrix.ts













/** Which jobs there are to be: the derivations that the lines name, less what the target holds. Nothing is built or written. */
async function makeMatrix(run) {
    const { inputs, environment, log } = run;
    return log.group('Evaluate', async () => {
        if (inputs.planDirectory !== null)
            (0,write/* prepareFolder */.G)(inputs.planDirectory);
        const nix = await (0,nix_nix/* openRunNix */.RC)(run);
        const [[target, before], evaluated] = await (0,beside_target/* besideTarget */.I)(nix, (0,open_target/* openTarget */.A)(run), (asked) => evaluateMatrix(asked, {
            lines: inputs.attributes,
            systems: inputs.systems.value,
            isEverySystemNeeded: inputs.systems.source !== 'default',
            runnerSystem: environment.runnerSystem,
            exclude: inputs.exclude
        }));
        const derivations = uniqueByPaths(evaluated.attributes);
        const { buildable, homeless } = byRunner(inputs, derivations);
        const { runnerSystem } = environment;
        const paths = evaluated.paths.map((path) => artifactOfInput(path, runnerSystem));
        const artifacts = [...buildable.flatMap((one) => (0,artifact/* artifactsOf */.N)(one)), ...paths];
        // The job that evaluates has no key: a signature that readers take is what counts.
        const keys = { signingKeys: [], unsigned: inputs.unsigned };
        const held = await (0,publish_held/* heldArtifacts */.d)(before, artifacts, inputs.closure, keys);
        const open = buildable.filter(({ outputs }) => outputs.some(({ path }) => !held.has(path)));
        const openPaths = evaluated.paths.filter(({ storePath }) => !held.has(storePath));
        const planned = await planRows(run, nix, open, inputs.planDirectory === null ? [] : openPaths);
        const failures = [
            ...evaluated.failures,
            ...homeless,
            ...unplanned(inputs, openPaths),
            ...planned.failures
        ];
        const isOpen = new Set([...open, ...openPaths].map(({ installable }) => installable));
        const isHeld = ({ attribute }) => attribute !== null && !isOpen.has(attribute);
        const beside = {
            held: artifacts.filter(isHeld).map(({ attribute, system, storePath }) => ({
                ...{ attribute: attribute ?? '', system, storePath }
            })),
            failures: failures.map(({ installable, error: { code } }) => ({
                attribute: installable,
                code
            }))
        };
        const { rows } = planned;
        refuseTooLarge(rows);
        log.info(`${(0,src_text/* count */.U9)(derivations.length, 'derivation')}, ${buildable.length - open.length} held by ${target.name}; ${(0,src_text/* count */.U9)(rows.length, 'row')}`);
        for (const { error } of failures)
            log.warning(error.message);
        // What does not evaluate is told by itself.
        const unused = failures.length > 0 ? [] : (0,common/* unusedSystems */.V3)(inputs.systems, derivations);
        const notes = [...unused, ...evaluated.notes, ...planned.notes];
        for (const note of notes)
            log.warning(note);
        const report = {
            target,
            rows,
            attributes: open.length + openPaths.length,
            beside,
            failures: (0,report_published/* reportedFailures */.ZG)(failures),
            requests: { ...target.requests },
            notes
        };
        const isFailure = inputs.failOnEvalError && failures.length > 0;
        return { report, error: isFailure ? (0,report_published/* failuresAsOne */.Or)(failures) : null };
    });
}
/** As the job of its row publishes it. */
function artifactOfInput({ installable, name, storePath }, system) {
    return { ...(0,artifact/* artifactOfPath */.r)(storePath, system), name, attribute: installable };
}
/** Only a plan brings a path to a job. */
function unplanned({ planDirectory }, paths) {
    if (planDirectory !== null)
        return [];
    return paths.map(({ installable }) => ({
        installable,
        error: new errors/* NarPublishError */.f9({
            code: 'INPUT_MISSING',
            subject: installable,
            reason: 'it is a path and no derivation, which only a plan brings to a job',
            hint: 'Give `output-directory`, and hand what is left there to the jobs as `plan`.',
            terminal: {
                reason: 'it is a path and no derivation, which only a plan brings to another machine',
                hint: 'Give `output-directory`, and publish what is left there with `plan`.'
            }
        })
    }));
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
;// CONCATENATED MODULE: ./src/matrix/report/row-text.ts

/** `12`, `8.05`. */
function weightText(weight) {
    return String(Math.round(weight * 100) / 100);
}
/** `12 of weight 8.05`; empty: there are none. */
function buildsText({ builds, weight }) {
    return builds.length === 0 ? '' : `${builds.length} of weight ${weightText(weight)}`;
}
/** Names of the jobs that it takes from: `a and b`; empty: none. */
function givers({ takes = '' }, rows) {
    const ids = takes.split('|');
    return (0,src_text/* list */.p_)(rows.filter(({ row = '' }) => ids.includes(row)).map(({ name }) => name));
}

;// CONCATENATED MODULE: ./src/matrix/report/picture.ts



/** More cannot be told apart. */
const mostNodes = 60;
const mostNames = 4;
/** Who hands on to whom, for Mermaid; nothing where nobody does. */
function planPicture(rows) {
    const joined = rows.filter(({ wave, takes = '' }) => wave === 1 || takes !== '');
    if (joined.length === 0)
        return [];
    const shown = joined
        .toSorted((a, b) => a.wave - b.wave || b.weight - a.weight)
        .slice(0, mostNodes);
    const ids = new Map(shown.map(({ row = '' }, index) => [row, `r${index}`]));
    const nodes = shown.map(({ row = '', name, weight, handsOn }) => {
        const shared = handsOn.length === 0 ? [] : [`hands on ${(0,src_text/* shortList */.pg)(handsOn, mostNames)}`];
        const lines = [name, `weight ${weightText(weight)}`, ...shared].map(label);
        return `  ${ids.get(row) ?? ''}["${lines.join('<br/>')}"]`;
    });
    const edges = shown.flatMap(({ row = '', takes = '' }) => takes.split('|').flatMap((giver) => {
        const from = ids.get(giver);
        return from === undefined ? [] : [`  ${from} --> ${ids.get(row) ?? ''}`];
    }));
    const left = joined.length - shown.length;
    return [
        (0,markdown/* fenced */.OF)('mermaid', ['graph LR', ...nodes, ...edges]),
        ...(left === 0 ? [] : [`${(0,src_text/* count */.U9)(left, 'more job')} would not fit into the picture.`])
    ];
}
/** Text for what stands between quotes: anything else is a character's number, which Mermaid shows as that character. */
function label(text) {
    return text.replace(/[^\w .,+@-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}

;// CONCATENATED MODULE: ./src/matrix/report/summary.ts








/** Markdown for GITHUB_STEP_SUMMARY. */
function renderMatrixSummary(report) {
    return (0,within_limit/* withinLimit */.zl)(within_limit/* listLengths */.eP, (shown) => render(report, shown));
}
function render(report, shown) {
    const { rows, target, failures, notes = [] } = report;
    const held = heldIn(report);
    return `${[
        headline(report),
        ...(0,blocks/* remarks */.IW)('Note', notes),
        ...planTable(rows, shown),
        ...planPicture(rows),
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
function planTable(rows, shown) {
    const hasWaves = rows.some(({ wave }) => wave === 1);
    const inWaves = (...cells) => (hasWaves ? cells : []);
    return (0,markdown/* table */.tp)([
        ...['Job', ...inWaves('Wave'), 'System', 'Runner', 'Attributes', 'Builds', 'Fetches'],
        ...inWaves('Takes from')
    ], rows
        .slice(0, shown)
        .map((row) => [
        (0,markdown/* markdownText */.p7)(row.name),
        ...inWaves(String(row.wave)),
        (0,markdown/* markdownText */.p7)(row.system),
        (0,markdown/* markdownText */.p7)([row.os].flat().join(', ')),
        row.attribute.includes('\n')
            ? (0,src_text/* count */.U9)(row.attribute.split('\n').length, 'attribute')
            : row.attribute && (0,markdown/* markdownCode */.D9)(row.attribute),
        buildsText(row),
        row.fetches ? (0,pretty_bytes/* default */.A)(row.fetches) : '',
        ...inWaves((0,markdown/* markdownText */.p7)(givers(row, rows), 300))
    ]));
}
function headline(report) {
    const { rows, attributes, failures, target } = report;
    const held = heldIn(report);
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
/**
 * `matrix` and `first-wave` for `fromJSON`, whether they have a row (a job with an empty matrix fails), `machines` for jobs that
 * build again, and `expected` for the job that commits.
 */
function matrixOutputs({ rows, beside }) {
    const [first, second] = [1, 2].map((wave) => rows.filter((row) => row.wave === wave));
    return {
        matrix: JSON.stringify(matrixOf(second ?? [])),
        'first-wave': JSON.stringify(matrixOf(first ?? [])),
        machines: JSON.stringify(machinesOf(rows)),
        expected: expectedOf(rows, beside),
        'any-jobs': String(second?.length !== 0),
        'any-first-wave': String(first?.length !== 0)
    };
}
/** Installables that the target holds. */
function heldIn({ beside }) {
    return [...new Set(beside.held.map(({ attribute }) => attribute))];
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

/***/ 6882:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ withPlainAddresses)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7897);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84280);





/** With a name that no address escapes, on every machine that Nix runs on. */
const plainParent = '/tmp';
/**
 * Runs `body` with addresses that this Nix reads. One before 2.26 may take the escapes of a `file:` address for letters of the folder's
 * name (2.8 does), and no name that would need them: such a folder, below a RUNNER_TEMP with a space, is then reached by a link.
 */
async function withPlainAddresses(nix, addresses, body) {
    const isEscaped = (address) => /^file:\/\/\/[^?]*%/.test(address);
    if ((0,_nix_js__WEBPACK_IMPORTED_MODULE_4__/* .isAtLeast */ .du)(nix.version, 2, 26) || !addresses.some(isEscaped))
        return body(addresses);
    const folder = (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .makeScratch */ .lP)(plainParent);
    try {
        const plain = addresses.map(async (address, index) => {
            if (!isEscaped(address))
                return address;
            const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, String(index));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(address), link);
            return `file://${link}${new URL(address).search}`;
        });
        return await body(await Promise.all(plain));
    }
    finally {
        (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .removeScratch */ .ZU)(folder, plainParent);
    }
}


/***/ }),

/***/ 6167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sb: () => (/* binding */ byKind),
/* harmony export */   _U: () => (/* binding */ substituteAll),
/* harmony export */   yH: () => (/* binding */ substituteIntoFreshStore),
/* harmony export */   yO: () => (/* binding */ makeStore)
/* harmony export */ });
/* unused harmony export substituteCommand */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _plain_addresses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6882);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93861);





/**
 * Substitutes paths into a store of its own as a stranger would, and answers which ones really came from the cache, sorted (one
 * in a seed's closure is there already). Throws VERIFY_FAILED with Nix's reason.
 */
async function substituteIntoFreshStore(nix, request) {
    const { closure, seedFromLocal } = request;
    const fresh = await makeStore(request.directory);
    const { store, env } = fresh;
    for (const command of byKind(seedFromLocal, (operands) => seedCommand(store, operands))) {
        await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .expectNix */ .lr)(nix, command, { env });
    }
    // Without seeds nothing is there.
    const isSeeded = seedFromLocal.length > 0;
    const unseeded = isSeeded ? await (0,_validity_js__WEBPACK_IMPORTED_MODULE_4__/* .invalidPaths */ .i)(nix, closure, store) : new Set(closure);
    const fromCache = closure.filter((path) => unseeded.has(path)).sort();
    await substituteAll(nix, request, fresh, fromCache);
    return fromCache;
}
async function makeStore(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    // Nix refuses a store below a symbolic link, which the temporary folder of macOS is.
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
    // What the user's cache remembers of a URL must not answer here; newer versions look at the second name first.
    const cache = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'cache');
    const env = { XDG_CACHE_HOME: cache, NIX_CACHE_HOME: cache };
    return { store: chrootStore(directory), env };
}
/** Copies paths from the cache into the store, what they need being there or among them. Throws VERIFY_FAILED with Nix's reason. */
async function substituteAll(nix, source, { store, env }, paths) {
    await (0,_plain_addresses_js__WEBPACK_IMPORTED_MODULE_2__/* .withPlainAddresses */ .h)(nix, [source.from], async ([from = source.from]) => {
        const plain = { ...source, from };
        for (const command of byKind(paths, (operands) => substituteCommand(plain, store, operands))) {
            const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runNix */ .dI)(nix, command, { env });
            if (ended.status === 0)
                continue;
            const reason = (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nixWords */ .b3)(ended.stderr);
            throw (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nixFailure */ .M4)(ended, { code: 'VERIFY_FAILED', subject: source.from, reason });
        }
    });
}
/** `DIR/nix/store` with its own database, used as `/nix/store`. */
function chrootStore(directory) {
    return `local?root=${directory.split('/').map(encodeURIComponent).join('/')}`;
}
function seedCommand(store, operands) {
    return { program: 'nix', args: ['copy', '--no-check-sigs', '--to', store, ...operands] };
}
/** `operands`: `--` and paths, with `--derivation` before it for .drv files. */
function substituteCommand({ from, publicKey }, store, operands) {
    const trust = publicKey === null
        ? ['--no-check-sigs']
        : [
            ...['--option', 'require-sigs', 'true'],
            ...['--option', 'trusted-public-keys', publicKey],
            // Keys that this machine signs with are trusted as well, unless they are taken away.
            ...['--option', 'secret-key-files', '']
        ];
    return {
        program: 'nix',
        // Not recursive: Nix walks the closure in the cache alone, and fails at a reference that it leaves to upstream.
        args: [
            ...['copy', '--no-recursive', '--from', from, '--to', store, ...trust],
            ...['--option', 'narinfo-cache-negative-ttl', '0'],
            // What the end of the machine leaves of this store is nobody's; each path of it would be waited for.
            ...['--option', 'fsync-metadata', 'false'],
            ...operands
        ]
    };
}
/** Outputs first: a derivation may refer to a source, never the other way round. */
function byKind(paths, command) {
    const outputs = paths.filter((path) => !path.endsWith('.drv'));
    const derivations = paths.filter((path) => path.endsWith('.drv'));
    // Nix before 2.15 takes a .drv for what it builds without the flag.
    return [
        ...(outputs.length === 0 ? [] : [command(['--', ...outputs])]),
        ...(derivations.length === 0 ? [] : [command(['--derivation', '--', ...derivations])])
    ];
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
