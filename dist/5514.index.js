export const id = 5514;
export const ids = [5514];
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


/***/ })

};
