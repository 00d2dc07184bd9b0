export const id = 9877;
export const ids = [9877,5514];
export const modules = {

/***/ 35219:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ mergeComputed)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48992);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81679);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56951);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49020);
/* harmony import */ var _merge_edits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79823);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52452);







/**
 * The answers of several machines as one. Throws COMPUTED_CONFLICT when they are about different things or edit one place
 * differently, HASH_AMBIGUOUS when two systems need different hashes at one place, COMPUTED_MISSING when a system is missing.
 */
function mergeComputed(answers, wish) {
    const [first, ...others] = answers;
    if (first === undefined)
        throw (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .computedMissing */ .kW)('computed', 'there is no file of phase `compute`');
    if (wish.package !== null && wish.package.text !== first.change.package.text) {
        throw (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .conflict */ .hj)([first.file], `it is about the package ${JSON.stringify(first.change.package.text)}, and the input \`package\` is ${JSON.stringify(wish.package.text)}`);
    }
    for (const other of others)
        expectSameSubject(first, other);
    const systems = [...new Set(answers.flatMap(({ systems }) => systems))].sort();
    const missing = (wish.systems ?? []).filter((system) => !systems.includes(system));
    if (missing.length > 0) {
        throw (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .computedMissing */ .kW)(missing.join(', '), `the files of \`computed\` are for ${systems.join(', ')} alone`);
    }
    const versions = (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeEdits */ .Yb)(answers, ({ change }) => change.versions, _merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .sameEdit */ .Du);
    const hashes = (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeEdits */ .Yb)(answers, ({ change }) => change.hashes, (one, other) => (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .joinHashEdits */ .wc)(one, other, ({ systems }) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(systems)));
    const beside = (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeBeside */ .P1)(answers);
    const edits = [...versions, ...hashes, ...beside.keys];
    if (edits.length > _schema_js__WEBPACK_IMPORTED_MODULE_5__/* .mostEdits */ .xv) {
        const files = answers.map(({ file }) => file).join(', ');
        throw (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .computedInvalid */ .nP)(files, `together they have over ${_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .mostEdits */ .xv} edits`);
    }
    (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseOverlaps */ .b7)(answers, edits, ({ change }) => (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .editsOf */ .t7)(change));
    return {
        change: { ...first.change, versions, hashes, beside },
        told: mergeTold(answers, { versions, hashes }),
        source: weakest(answers),
        systems,
        checks: answers.flatMap(({ checks, systems }) => checks.map((check) => ({ ...check, detail: withSystems(check.detail, systems) }))),
        counts: countsOf(answers.map(({ counts }) => counts)),
        notes: [...new Set(answers.flatMap(({ notes }) => notes))],
        releaseUrl: first.releaseUrl,
        compareUrl: first.compareUrl,
        ...(first.together === undefined ? {} : { together: first.together })
    };
}
/**
 * Every machine's remarks. What nothing shows or comes from is told only where all of them say so and none changes it: each looks at its
 * own system. Throws COMPUTED_CONFLICT where one leaves what another changes.
 */
function mergeTold(answers, change) {
    refuseLeft(answers);
    const key = ({ file, line }) => `${file}:${line}`;
    const changed = new Set([...change.versions, ...change.hashes].map(key));
    const byPlace = Map.groupBy(answers.flatMap(({ told }) => told), (place) => `${place.kind} ${key(place)} ${place.text}`);
    return [...byPlace.values()].flatMap((places) => {
        const [one] = places;
        if (one === undefined)
            return [];
        const isOfOne = one.kind === 'unfed' || one.kind === 'unseen';
        return isOfOne && (changed.has(key(one)) || places.length < answers.length) ? [] : [one];
    });
}
function refuseLeft(answers) {
    for (const { told, change, file } of answers) {
        const own = new Set(change.versions.map(({ file, start }) => `${file}:${start}`));
        const left = new Set(told.filter(({ kind }) => kind === 'left').map(_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t));
        for (const other of answers) {
            const edit = other.change.versions.find((one) => left.has((0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(one)) && !own.has(`${one.file}:${one.start}`));
            if (edit === undefined)
                continue;
            throw (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .conflict */ .hj)([file, other.file], `one leaves the version at ${(0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(edit)}, and the other makes it ${JSON.stringify(edit.replacement)}`);
        }
    }
}
/** One machine's doubt is everybody's; a system that fetches nothing has none. */
function weakest(answers) {
    const order = ['kept', 'same', 'followed', 'none'];
    return order.find((proof) => answers.some(({ source }) => source === proof)) ?? 'none';
}
/** A build's detail, for one, tells its system already. */
function withSystems(detail, systems) {
    const names = systems.join(', ');
    return detail.includes(names) ? detail : `${names}: ${detail}`;
}
function expectSameSubject(one, other) {
    const facts = ({ change, together }) => [
        ['package', change.package.text],
        ['change', together?.join(', ') ?? null],
        ['name', change.name],
        ['old version', change.oldVersion],
        ['new version', change.newVersion],
        ['commit', change.head],
        ['source’s commit', change.revision?.new ?? null]
    ];
    const theirs = new Map(facts(other));
    for (const [what, mine] of facts(one)) {
        const value = theirs.get(what) ?? null;
        if (value === mine)
            continue;
        throw (0,_merge_edits_js__WEBPACK_IMPORTED_MODULE_4__/* .conflict */ .hj)([one.file, other.file], `the ${what} is ${JSON.stringify(mine)} in one and ${JSON.stringify(value)} in the other`);
    }
}
function countsOf(machines) {
    const all = (0,_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .noCounts */ .Yi)();
    for (const counts of machines)
        (0,_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .addCounts */ .c5)(all, counts);
    // They work at the same time.
    return { ...all, rounds: Math.max(...machines.map(({ rounds }) => rounds)) };
}


/***/ }),

/***/ 95514:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K5: () => (/* binding */ checkTaken),
  takeComputed: () => (/* binding */ takeComputed),
  Bm: () => (/* binding */ writeEdits),
  $X: () => (/* binding */ writePart)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/sync/change.ts
var sync_change = __webpack_require__(81679);
// EXTERNAL MODULE: ./src/sync/links.ts
var links = __webpack_require__(26434);
// EXTERNAL MODULE: ./src/sync/project/copy.ts + 4 modules
var project_copy = __webpack_require__(96587);
// EXTERNAL MODULE: ./src/sync/project/project.ts
var project_project = __webpack_require__(55072);
// EXTERNAL MODULE: ./src/sync/source-follows.ts
var source_follows = __webpack_require__(48369);
// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
// EXTERNAL MODULE: ./src/sync/beside/known-files.ts
var known_files = __webpack_require__(74215);
// EXTERNAL MODULE: ./src/sync/beside/zone.ts
var zone = __webpack_require__(23218);
// EXTERNAL MODULE: ./src/sync/flake-inputs/lock-change.ts
var lock_change = __webpack_require__(4079);
// EXTERNAL MODULE: ./src/sync/flake-inputs/lock-file.ts
var lock_file = __webpack_require__(66693);
// EXTERNAL MODULE: ./src/sync/literals/output-hashes.ts
var output_hashes = __webpack_require__(29544);
// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/computed/schema.ts
var schema = __webpack_require__(52452);
;// CONCATENATED MODULE: ./src/sync/computed/check-beside.ts








/**
 * Lets through files of dependencies beside the package, known by their names, and any other where the job says that a command may
 * change them; the flake's lock file where one input of it goes along with `step`; of edits, names in `outputHashes`. Throws
 * COMPUTED_INVALID.
 */
function checkBeside(checkout, { files, keys }, step) {
    const { project, allowsCommand } = checkout;
    for (const { path, isNew, text, by } of files) {
        const why = (0,zone/* whyNotBeside */.GC)(project, path);
        if (why !== null)
            throw (0,schema/* computedInvalid */.nP)(path, why);
        const isThere = isNew
            ? !(0,project_project/* isTracked */.Xz)(project, path)
            : checkout.files.some((file) => file.path === path);
        if (!isThere) {
            throw (0,schema/* computedInvalid */.nP)(path, isNew ? 'Git tracks it already' : 'it is no tracked text file');
        }
        if (by === 'lock') {
            const before = checkout.files.find((file) => file.path === path)?.text ?? '';
            const moved = path === (0,lock_file/* lockPath */.HZ)(project) ? (0,lock_change/* movedInput */.A)(before, text, step) : notTheLock;
            if (typeof moved === 'string')
                throw (0,schema/* computedInvalid */.nP)(path, moved);
            continue;
        }
        if ((0,known_files/* isDependencyFile */.W)(path) || allowsCommand)
            continue;
        throw (0,schema/* computedInvalid */.nP)(path, 'it is no file of dependencies by its name, and this job has no `before-hash` that would let it in');
    }
    for (const edit of keys) {
        if (!isKeyEdit(checkout.files, edit)) {
            throw (0,schema/* computedInvalid */.nP)((0,types/* placeOf */.$t)(edit), 'it is no entry of `outputHashes`, or gets no name of one');
        }
    }
}
const notTheLock = 'it is not the lock file of the package’s flake';
function isKeyEdit(files, edit) {
    const file = files.find(({ path }) => path === edit.file);
    const entries = file === undefined ? [] : (0,output_hashes/* findOutputHashes */.nw)(file).flatMap(({ entries }) => entries);
    return entries.some(({ key, entry }) => {
        const span = edit.replacement === '' ? entry : key;
        const isThere = span.start === edit.start && span.end === edit.end && span.text === edit.text;
        return isThere && (edit.replacement === '' || output_hashes/* entryName */.MB.test(edit.replacement));
    });
}
/** The files as they are with those that were made anew. */
function withMade(files, made) {
    const texts = new Map(made.map(({ path, text }) => [path, text]));
    return [
        ...files.filter(({ path }) => !texts.has(path)),
        ...made.map(({ path, text }) => ({ path, text }))
    ];
}

// EXTERNAL MODULE: ./src/sync/computed/check.ts
var check = __webpack_require__(12507);
// EXTERNAL MODULE: ./src/sync/computed/files.ts
var computed_files = __webpack_require__(49020);
// EXTERNAL MODULE: ./src/sync/computed/merge.ts
var merge = __webpack_require__(35219);
;// CONCATENATED MODULE: ./src/sync/computed/take.ts












/**
 * Phase `commit`: what phase `compute` found out on each system's machine, as one, in a copy of those files of the checkout that it
 * changes. Nothing is evaluated, and nothing of the package runs. Throws SOURCE_UNCHANGED, COMPUTED_INVALID, COMPUTED_CONFLICT,
 * COMPUTED_MISSING, HASH_AMBIGUOUS, CHECKOUT_INVALID, TREE_DIRTY.
 */
async function takeComputed({ environment, log, scratch }, inputs, { answers, failures: [failure], broken: [broken] }) {
    if (broken !== undefined)
        throw broken;
    if (failure !== undefined) {
        const { systems, code, subject, reason } = failure;
        const where = systems.length === 0 ? '' : ` for ${systems.join(', ')}`;
        throw (0,computed_files/* computedMissing */.kW)(failure.packages.join(', '), `the job that computed it${where} failed with ${code} ${subject}: ${reason}`);
    }
    const merged = (0,merge/* mergeComputed */.U)(answers, inputs);
    const { change } = merged;
    const project = await (0,project_project/* openProject */.U8)({
        workspace: environment.workspace,
        package: change.package,
        env: environment.childEnvironment,
        log
    });
    const files = (0,project_project/* readTextFiles */.Lf)(project);
    const computed = checkTaken({ project, files, inputs, serverUrl: environment.serverUrl }, merged);
    const what = { edits: (0,sync_change/* editsOf */.t7)(change), made: change.beside.files };
    const copy = await writePart(project, (0,external_node_path_.join)(scratch, 'copy'), files, what);
    return { computed, copy, untraced: [], notes: computed.notes };
}
/**
 * A package's answer, checked against the checkout; with what could be checked of its words. Throws SOURCE_UNCHANGED, COMPUTED_INVALID.
 */
function checkTaken({ project, files: tracked, inputs, serverUrl }, merged) {
    const { change, source } = merged;
    if (source === 'same' && !inputs.allowSameSource)
        throw sameSource(change);
    const { beside } = change;
    checkBeside({ project, files: tracked, allowsCommand: inputs.allowsCommand }, beside, change);
    const files = withMade(tracked, beside.files);
    (0,check/* checkComputed */.Wo)({ head: project.head, files }, change);
    // This one is about what was proved, and not merely said.
    const said = merged.notes.filter((note) => note !== source_follows/* sameSourceNote */.GD);
    return {
        ...merged,
        ...(0,links/* checkedLinks */.V)(merged, change, files, serverUrl),
        notes: [...said, ...(source === 'same' ? [source_follows/* sameSourceNote */.GD] : [])]
    };
}
/** A copy of those files of the checkout that are changed, with the changes in it. `scratch`: its folder. */
async function writePart(project, scratch, tracked, { edits, made }) {
    const written = [...made.map(({ path }) => path), ...edits.map(({ file }) => file)];
    const copy = await (0,project_copy/* makeCopy */.s)(project, scratch, { only: new Set(written) });
    await writeEdits(copy, tracked, { edits, made });
    return copy;
}
/** Into a copy of the checkout that has the files. */
async function writeEdits(copy, tracked, { edits, made }) {
    for (const { path, text } of made)
        await copy.make(path, Buffer.from(text));
    const files = withMade(tracked, made);
    await (0,workshop/* writeCopy */.bt)({ copy, files }, (0,workshop/* replacementsOf */.P1)(edits));
}
/** The job that computed was told to let it pass; whether it is proposed is this one's to say. */
function sameSource({ name, newVersion }) {
    return new errors/* NarPublishError */.f9({
        code: 'SOURCE_UNCHANGED',
        subject: `${name} ${newVersion ?? ''}`,
        reason: 'the job that computed the change let the old version’s source pass',
        terminal: { reason: 'whoever computed the change let the old version’s source pass' }
    });
}


/***/ }),

/***/ 53425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _v: () => (/* binding */ FailedTogether),
  l8: () => (/* binding */ formatUnion),
  oX: () => (/* binding */ proveUnion)
});

// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/nix/evaluation.ts
var evaluation = __webpack_require__(7117);
// EXTERNAL MODULE: ./src/sync/counts.ts
var sync_counts = __webpack_require__(56951);
// EXTERNAL MODULE: ./src/sync/definitions.ts
var sync_definitions = __webpack_require__(55905);
// EXTERNAL MODULE: ./src/sync/drift.ts
var drift = __webpack_require__(37584);
// EXTERNAL MODULE: ./src/sync/project/evaluate.ts
var evaluate = __webpack_require__(58910);
// EXTERNAL MODULE: ./src/sync/prove.ts + 5 modules
var prove = __webpack_require__(62810);
// EXTERNAL MODULE: ./src/nix/gc-roots.ts
var gc_roots = __webpack_require__(44681);
// EXTERNAL MODULE: ./src/sync/many/attribute-places.ts
var attribute_places = __webpack_require__(92148);
// EXTERNAL MODULE: ./src/sync/many/find-packages.ts
var find_packages = __webpack_require__(53740);
;// CONCATENATED MODULE: ./src/sync/many/evaluate-union.ts



/**
 * Packages as they are in a copy now, by system: one evaluation of each output of a flake, or file, that several are in. One of which that tells
 * nothing, as it ends the evaluation or fails, is left out; it is to be asked by itself.
 */
async function evaluateUnion({ nix, counts }, copy, parts) {
    const found = new Map(parts.map((part) => [part, new Map()]));
    if (parts.length < 2)
        return found;
    const nixpkgs = parts.find(({ work }) => work.nixpkgs !== null)?.work.nixpkgs ?? null;
    for (const system of new Set(parts.flatMap(({ proved }) => [...proved.keys()]))) {
        const lines = parts
            .filter(({ proved }) => proved.has(system))
            .map((part) => {
            const pattern = { kind: 'one', reference: part.work.package };
            return { part, pattern, project: part.project };
        });
        const own = { evaluations: 0 };
        const answers = await (0,find_packages/* answerLines */.g8)({ nix, copy, nixpkgs, system, counts: own }, lines);
        counts.evaluations[system] = (counts.evaluations[system] ?? 0) + own.evaluations;
        const evaluated = lines.flatMap(({ part, pattern }) => {
            const answer = answers.get(pattern)?.answer;
            const described = Array.isArray(answer) ? (answer[0]?.described ?? null) : null;
            const of = (0,attribute_places/* systemOf */.br)(pattern, system);
            const one = of === system ? (0,find_packages/* readDescribed */._8)(pattern.reference, described, system) : null;
            return one !== null && 'drvPath' in one ? [{ part, one }] : [];
        });
        const drvPaths = evaluated.map(({ one }) => one.drvPath);
        const lost = await (0,gc_roots/* holdDerivations */.Yw)(nix, drvPaths);
        for (const { part, one } of evaluated) {
            if (!lost.has(one.drvPath))
                found.get(part)?.set(system, one);
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./src/sync/many/prove-union.ts










/** What stands in the way of a union is of one of its packages. */
class FailedTogether extends errors/* NarPublishError */.f9 {
    /** The package. */
    reference;
    constructor(error, { work }) {
        const { code, subject, reason, hint, builds } = error;
        super({ code, subject, reason, hint, builds, cause: error });
        this.reference = work.package;
    }
}
/**
 * Formats the files of a copy that holds the changes of several packages, and proves each package in it. One whose derivation is the very
 * one that was proved alone is proved. Any other is built, and run, again; what it is made of must be what was proved with one of them: a hash
 * that nobody made for it could be an old one, which Nix does not notice. Throws FailedTogether, FORMATTER_MISSING, FORMATTER_FAILED.
 *
 * @returns the parts, each with the checks that count now
 */
async function proveUnion(place, copy, parts, files) {
    await formatUnion(place, copy, parts, files);
    const known = await evaluateUnion(place, copy, parts);
    const proved = [];
    for (const part of parts) {
        try {
            proved.push(await provePart(place, copy, part, parts, known.get(part)));
        }
        catch (error) {
            throw error instanceof errors/* NarPublishError */.f9 ? new FailedTogether(error, part) : error;
        }
    }
    return proved;
}
/** Formats the files of a copy, by each flake's own formatter if that is meant. Throws FORMATTER_MISSING, FORMATTER_FAILED. */
async function formatUnion({ environment, log }, copy, parts, files) {
    for (const [, [first]] of Map.groupBy(parts, ({ project }) => project.flakeFolder)) {
        if (first === undefined)
            continue;
        const { work, project } = first;
        await (0,prove/* formatCopy */.Po)({ environment, log, copy, work, project }, files);
    }
}
function placeOf(place, copy, { work, project }) {
    const { environment, scratch, log, nix, counts } = place;
    return { environment, scratch, log, nix, counts, copy, work, project };
}
async function provePart(place, copy, part, all, known) {
    const { computed, proved } = part;
    const packages = new Map();
    for (const [system, drvPath] of proved) {
        const evaluated = known?.get(system) ?? (await prove_union_evaluate(place, copy, part, system));
        expectVersion(part, evaluated);
        packages.set(system, evaluated);
        if (evaluated.drvPath !== drvPath)
            await expectKnown(place, evaluated, all);
    }
    if ([...packages].every(([system, { drvPath }]) => proved.get(system) === drvPath))
        return part;
    const own = packages.get(place.environment.runnerSystem);
    const checks = await (0,prove/* buildAndRun */.xA)(placeOf(place, copy, part), own, (mismatch) => (0,drift/* hashFound */.B)(mismatch, [], []));
    return { ...part, computed: { ...computed, checks: replaced(computed.checks, checks) } };
}
async function prove_union_evaluate({ nix, counts, log }, copy, { work, project }, system) {
    (0,sync_counts/* countEvaluation */.ky)(counts, system);
    const request = { package: work.package, nixpkgs: work.nixpkgs, system };
    const evaluated = await (0,evaluate/* evaluatePackage */.Ak)(nix, copy, project, request);
    if ('drvPath' in evaluated)
        return evaluated;
    await (0,evaluation/* logWords */.UU)(log, evaluated.stderr);
    throw evaluated.error;
}
function expectVersion({ work, computed: { change } }, { version, system }) {
    if (version === change.newVersion)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'COMPUTED_CONFLICT',
        subject: `${work.package.text} (${system})`,
        reason: `with the other packages’ changes its version is ${version ?? 'none'}, not ${change.newVersion ?? 'none'}`
    });
}
/** Each hash that the derivation needs stands for what it was made for, or stood for, with the changes of one package alone. */
async function expectKnown({ nix, derivations: known }, { drvPath, system }, parts) {
    const read = (path) => (0,derivations/* readDerivations */.rj)(nix, [path], { closure: true, known });
    const together = await read(drvPath);
    const alone = await Promise.all(parts.flatMap(({ proved }) => proved.get(system) ?? []).map((path) => read(path)));
    const isSame = fixedIn(alone);
    const definitions = new sync_definitions/* Definitions */.R4(together, { ignoreSources: true });
    for (const derivation of (0,sync_definitions/* fixedOutputs */.lW)(together)) {
        if (isSame(derivation.drvPath, digestOf(derivation), () => definitions.of(derivation.drvPath))) {
            continue;
        }
        throw new errors/* NarPublishError */.f9({
            code: 'COMPUTED_CONFLICT',
            subject: `${derivation.name} (${system})`,
            reason: 'with the other packages’ changes it is another derivation than the one whose hash was made'
        });
    }
}
/** Whether one of the graphs has the derivation, or one with its hash that fetches or makes the same. */
function fixedIn(graphs) {
    const byDigest = new Map();
    for (const graph of graphs) {
        const definitions = new sync_definitions/* Definitions */.R4(graph, { ignoreSources: true });
        for (const derivation of (0,sync_definitions/* fixedOutputs */.lW)(graph)) {
            const digest = digestOf(derivation);
            const others = byDigest.get(digest) ?? [];
            byDigest.set(digest, [...others, () => definitions.of(derivation.drvPath)]);
        }
    }
    return (drvPath, digest, definition) => graphs.some((graph) => graph.has(drvPath)) ||
        (byDigest.get(digest) ?? []).some((other) => other() === definition());
}
function digestOf(derivation) {
    const fixed = (0,derivations/* fixedOutputOf */.RS)(derivation);
    return fixed === null ? '' : (0,digest/* sriOf */.wM)(fixed.digest);
}
/** Those that were done again instead of the old ones of their names. */
function replaced(checks, again) {
    const names = new Set(again.map(({ name }) => name));
    return [...checks.filter(({ name }) => !names.has(name)), ...again];
}


/***/ }),

/***/ 90710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ stops)
/* harmony export */ });
/** What is no package's fault, and would stand in the way of the next one as well. */
const ofTheRun = new Set([
    // The machine.
    'NIX_MISSING',
    'FLAKES_DISABLED',
    'STORE_UNREACHABLE',
    'STORE_DIR_MISMATCH',
    'GIT_MISSING',
    'DISK_FULL',
    'FILES_EXHAUSTED',
    'FILE_UNUSABLE',
    'MEMORY_EXHAUSTED',
    'TMPDIR_UNUSABLE',
    'FOLDER_GONE',
    'INTERNAL',
    // The checkout.
    'CHECKOUT_INVALID',
    'TREE_DIRTY',
    'COMMIT_REFUSED',
    // The repository and who writes to it.
    'TOKEN_FORBIDDEN',
    'TOKEN_MISSING',
    'TOKEN_REJECTED',
    'RATE_LIMITED',
    'GITHUB_UNAVAILABLE',
    'REPOSITORY_NOT_FOUND',
    'REPOSITORY_READ_ONLY',
    'PULL_REQUESTS_FORBIDDEN',
    'DRAFT_REFUSED',
    'BASE_MISSING',
    'FORK_INVALID',
    'FORK_STALE'
]);
/** Whether the run ends with this failure, instead of going on with the next package. */
function stops({ code }) {
    return ofTheRun.has(code);
}


/***/ }),

/***/ 49981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ Tally)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _propose_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1795);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54861);
/* harmony import */ var _stops_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90710);





/** What became of each package so far. */
class Tally {
    /** By the package's text, in their order. */
    #rows = new Map();
    #builds = [];
    notes = [];
    commits = [];
    computedFiles = [];
    /** Hashes that a look at them found wrong. */
    drift = [];
    /** What stopped the run; null: it went to its end. */
    stopped = null;
    diff = null;
    constructor(listed = []) {
        for (const one of listed)
            this.add((0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .rowOf */ .OB)(one));
    }
    /** A row, unless there is one of its package. */
    add(row) {
        if (!this.#rows.has(row.package))
            this.#rows.set(row.package, row);
    }
    /** Rows of what is to be brought to another version: nothing was done for them yet. */
    begin(sets) {
        for (const set of sets) {
            const [first] = set.packages;
            for (const row of this.#of(set)) {
                this.#rows.set(row.package, { ...row, set: set.name ?? first?.reference.text ?? null });
            }
        }
    }
    set(set, { pullRequest = null, why = null, done }) {
        for (const row of this.#of(set)) {
            const ofChange = done === 'current' ? null : row.set;
            this.#rows.set(row.package, { ...row, done, pullRequest, why, set: ofChange });
        }
    }
    proposed(set, { number, url, operation, notes }) {
        const done = operation === 'created' ? 'proposed' : operation;
        this.set(set, { done, pullRequest: { number, url, operation } });
        const what = `#${number}: `;
        // What is so of all of them is told once.
        this.note(notes.map((note) => (note === _propose_body_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowTokenNote */ .Hn ? note : what + note)));
    }
    /** A package of a phase that looks at none. */
    computed({ change }, file) {
        this.add({ ...(0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .rowOfChange */ .Cd)(change), done: 'computed' });
        this.computedFiles.push(file);
    }
    limited(set, limit, open) {
        const reason = `${open} are open, and \`open-pull-requests-limit\` is ${limit}`;
        this.set(set, { done: 'limit', why: { code: null, reason } });
    }
    /** Of what is not to be had, as an error or as its rows are to say it. */
    leftOut(set, problem) {
        if (problem instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9)
            this.failed(set, problem);
        else
            this.set(set, problem);
    }
    failed(set, error) {
        this.set(set, { done: 'failed', why: (0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .whyOf */ .gf)(error) });
        this.#builds.push(...error.builds);
    }
    /** Runs something of a change, whose failure is that change's alone, unless it is one that ends the run. */
    async try(set, step) {
        try {
            await step();
        }
        catch (thrown) {
            const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asNarPublishError */ .tS)(thrown);
            this.failed(set, error);
            if ((0,_stops_js__WEBPACK_IMPORTED_MODULE_4__/* .stops */ .G)(error))
                this.stopped = error;
        }
    }
    /** Runs something that is about all of them: its failure ends the run. null: it failed. */
    async whole(step) {
        try {
            return await step();
        }
        catch (thrown) {
            this.stopped ??= (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asNarPublishError */ .tS)(thrown);
            return null;
        }
    }
    /** Of changes that the run did not come to. */
    leave(sets) {
        const { stopped } = this;
        if (stopped === null)
            return;
        const { code, reason } = (0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .whyOf */ .gf)(stopped);
        for (const set of sets) {
            const isUntried = this.#of(set).every(({ done, why }) => done === 'failed' && why === null);
            const why = { code, reason: `not done, as the run was stopped: ${reason}` };
            if (isUntried)
                this.set(set, { done: 'failed', why });
        }
    }
    /** Those of one place once: packages may share it. */
    drifted(hashes) {
        const known = new Set(this.drift.map(_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t));
        this.drift.push(...hashes.filter((one) => !known.has((0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(one))));
    }
    note(notes) {
        for (const note of notes)
            if (!this.notes.includes(note))
                this.notes.push(note);
    }
    report(more) {
        const { notes, commits, computedFiles, diff } = this;
        return { rows: this.rows, notes, commits, computedFiles, diff, builds: this.#builds, ...more };
    }
    get rows() {
        return [...this.#rows.values()];
    }
    #of({ packages }) {
        return packages.flatMap(({ reference: { text } }) => this.#rows.get(text) ?? []);
    }
}


/***/ }),

/***/ 47996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ unite)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81679);
/* harmony import */ var _computed_merge_edits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79823);



/**
 * The changes of several packages as one: what two of them change alike is changed once. Throws COMPUTED_CONFLICT, which names two packages
 * and the place, where they differ.
 */
function unite(parts) {
    const answers = parts.map(({ change }) => ({ change, file: change.package.text }));
    try {
        const edits = (0,_computed_merge_edits_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeEdits */ .Yb)(answers, ({ change }) => (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .editsOf */ .t7)(change), sameOfBoth);
        (0,_computed_merge_edits_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseOverlaps */ .b7)(answers, edits, ({ change }) => (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .editsOf */ .t7)(change));
        return { edits, made: (0,_computed_merge_edits_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeBeside */ .P1)(answers).files };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9))
            throw error;
        const hint = 'Bring the packages that share what stands there to one version, or give each a literal of its own.';
        throw error.with({ hint });
    }
}
function sameOfBoth(one, other) {
    const [mine, theirs] = [one.edit, other.edit];
    if (mine.text === theirs.text && mine.replacement === theirs.replacement)
        return mine;
    const error = (0,_computed_merge_edits_js__WEBPACK_IMPORTED_MODULE_2__/* .differentEdits */ .hf)(one, other);
    const [here, there] = [one, other].map(({ answer: { change } }) => change.newVersion ?? 'none');
    if (here === there)
        throw error;
    throw error.with({
        reason: `${error.reason}; the first is brought to ${here ?? ''}, the second to ${there ?? ''}`
    });
}


/***/ })

};
