export const id = 2595;
export const ids = [2595,9489];
export const modules = {

/***/ 69489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CK: () => (/* binding */ attributeName),
/* harmony export */   WW: () => (/* binding */ failureSuffix),
/* harmony export */   leavingFailure: () => (/* binding */ leavingFailure),
/* harmony export */   mH: () => (/* binding */ parseFailure)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51616);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99769);
/* harmony import */ var _left_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95025);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52452);







/** The end of its file's name. */
const failureSuffix = '.failed.json';
const schemaVersion = 1;
const schema = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(schemaVersion),
    packages: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg((0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(1000).min(1)).min(1).max(_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .mostTogether */ .sz),
    systems: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .system */ .qU).max(20),
    code: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[A-Z][A-Z_]{0,49}$/, 'is no code of an error'),
    subject: (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(2000),
    reason: (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(4000)
});
/** Runs what computes; where that fails, the reason is left in the folder before it is thrown. */
async function leavingFailure(folder, packages, systems, compute) {
    try {
        return await compute();
    }
    catch (thrown) {
        const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asNarPublishError */ .tS)(thrown);
        // What went wrong is what is to be told, and not that this does, too.
        await writeFailure(folder, packages, systems, error).catch(() => undefined);
        throw error;
    }
}
/** `<name>-<system>.failed.json`, by the attribute: whether it has another name, nobody may know. */
async function writeFailure(folder, packages, systems, { code, subject, reason }) {
    const [first] = packages;
    if (first === undefined)
        return;
    const document = {
        schemaVersion,
        packages: packages.map(({ text }) => text),
        systems: [...systems],
        code,
        subject: (0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(subject, 2000),
        reason: (0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(reason, 4000)
    };
    const name = (0,_left_file_js__WEBPACK_IMPORTED_MODULE_4__/* .leftName */ .R)(`${attributeName(first)}-${systems.join('+')}`);
    await (0,_left_file_js__WEBPACK_IMPORTED_MODULE_4__/* .writeWhole */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${name}${failureSuffix}`), `${JSON.stringify(document, null, 2)}\n`);
}
/** The last name of the attribute, or the file's; for people. */
function attributeName(reference) {
    const last = (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAttributePath */ .f6)(reference.attribute)?.at(-1);
    if (last !== undefined)
        return last;
    return reference.kind === 'file' ? (reference.path.split('/').at(-1) ?? '') : 'default';
}
/** Throws COMPUTED_INVALID about `file` for all that phase `compute` cannot have written. */
function parseFailure(text, file) {
    const { packages, systems, code, subject, reason } = (0,_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDocument */ .Tp)(text, file, schema);
    return { packages, systems, code, subject, reason };
}


/***/ }),

/***/ 92595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   computeSet: () => (/* binding */ computeSet)
/* harmony export */ });
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79786);
/* harmony import */ var _computed_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69489);
/* harmony import */ var _computed_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49020);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56951);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54861);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49981);
/* harmony import */ var _work_out_set_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31062);







/**
 * Phase `compute` of one change of several packages: a file for each, which names the others. What fails is left in a file as well, and
 * thrown.
 */
async function computeSet(run) {
    const { works, outputDirectory } = run.inputs;
    const packages = works.map((work) => work.package);
    const here = (0,_work_out_set_js__WEBPACK_IMPORTED_MODULE_4__/* .manyRun */ .bS)(run);
    const tally = new _tally_js__WEBPACK_IMPORTED_MODULE_3__/* .Tally */ .F();
    await (0,_computed_failure_js__WEBPACK_IMPORTED_MODULE_0__.leavingFailure)(outputDirectory, packages, works[0].systems.value ?? [], async () => {
        const { parts, still, notes, remove } = await (0,_work_out_set_js__WEBPACK_IMPORTED_MODULE_4__/* .workOutSet */ .Wg)(here, works);
        remove();
        const all = [...parts, ...still].map(({ computed }) => computed);
        const together = packages.map(({ text }) => text).toSorted();
        tally.note(notes);
        for (const computed of all) {
            const left = together.length === 1 ? computed : { ...computed, together };
            const file = await (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .timed */ .a)(run, 'write', () => (0,_computed_files_js__WEBPACK_IMPORTED_MODULE_1__.writeComputed)(outputDirectory, left, nameOf(computed, all)));
            tally.computed(computed, file);
            run.log.info(`computed: ${file}`);
        }
    });
    const { counts } = here;
    const report = tally.report({
        repository: null,
        counts: { evaluations: (0,_counts_js__WEBPACK_IMPORTED_MODULE_6__/* .evaluationsIn */ .rq)(counts), requests: 0, builds: counts.builds },
        dashboard: null,
        timings: run.timings
    });
    return { report, error: (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .packagesFailed */ .zL)(report.rows) };
}
/** What its file is called by: two packages may have one name, but no one attribute. */
function nameOf({ change }, all) {
    const isAlone = all.every((other) => other.change === change || other.change.name !== change.name);
    return isAlone ? change.name : `${change.name}-${(0,_computed_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .attributeName */ .CK)(change.package)}`;
}


/***/ }),

/***/ 31062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wg: () => (/* binding */ workOutSet),
/* harmony export */   bS: () => (/* binding */ manyRun),
/* harmony export */   bs: () => (/* binding */ together)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _nix_nix_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84280);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(79786);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7897);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81679);
/* harmony import */ var _computed_take_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95514);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(56951);
/* harmony import */ var _work_out_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11850);
/* harmony import */ var _workshop_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58674);
/* harmony import */ var _open_look_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(25739);
/* harmony import */ var _prove_union_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(53425);
/* harmony import */ var _union_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(47996);













/** Makes a run out of one that several packages share. */
function manyRun({ environment, scratch, log, timings }) {
    return {
        environment,
        scratch,
        log,
        timings,
        derivations: new Map(),
        spare: null,
        counts: (0,_counts_js__WEBPACK_IMPORTED_MODULE_11__/* .noCounts */ .Yi)()
    };
}
/**
 * Works out the packages of one change, each by itself, and proves them together. What one leaves on this machine goes before the next begins.
 * Throws what any of them throws, COMPUTED_CONFLICT, FailedTogether.
 */
async function workOutSet(run, works) {
    const parts = [];
    const still = [];
    const notes = [];
    for (const work of works) {
        const { part, copy, said, remove } = await workOutOne(run, work);
        const isStill = (0,_change_js__WEBPACK_IMPORTED_MODULE_4__/* .isEmpty */ .Im)(part.computed.change);
        if (isStill)
            still.push(part);
        else
            parts.push(part);
        if (works.length === 1)
            return { parts, still, copy: isStill ? null : copy, notes: said, remove };
        remove();
        notes.push(...said.map((note) => `${work.package.text}: ${note}`));
    }
    return { ...(await together(run)(parts, { proves: true })), still, notes };
}
/** The checkout with the changes of packages that were worked out already. What it makes throws COMPUTED_CONFLICT, FailedTogether. */
function together(run) {
    return async (parts, { proves }) => {
        if (parts.length === 0)
            return { parts: [], copy: null, remove: () => undefined };
        const { copy, files, remove } = await writeUnion(run, parts);
        try {
            if (!proves) {
                await (0,_prove_union_js__WEBPACK_IMPORTED_MODULE_9__/* .formatUnion */ .l8)(run, copy, parts, files);
                return { parts, copy, remove };
            }
            const place = await unionPlace(run);
            const proved = await (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .timed */ .a)(run, 'prove together', () => (0,_prove_union_js__WEBPACK_IMPORTED_MODULE_9__/* .proveUnion */ .oX)(place, copy, parts, files));
            return { parts: proved, copy, remove };
        }
        catch (error) {
            remove();
            throw error;
        }
    };
}
/** A copy of the checkout with the changes of all parts in it. `files`: those that are written. Throws COMPUTED_CONFLICT. */
async function writeUnion(run, parts) {
    const union = (0,_union_js__WEBPACK_IMPORTED_MODULE_10__/* .unite */ ._)(parts.map(({ computed }) => computed));
    const project = projectOf(parts);
    const copy = await (0,_workshop_js__WEBPACK_IMPORTED_MODULE_7__/* .sharedCopy */ .Xh)(project, run);
    await (0,_computed_take_js__WEBPACK_IMPORTED_MODULE_5__/* .writeEdits */ .Bm)(copy, (0,_open_look_js__WEBPACK_IMPORTED_MODULE_8__/* .textFilesOf */ .as)(parts.map(({ project }) => project)), union);
    return {
        copy,
        files: union.edits.map(({ file }) => file),
        remove: () => {
            giveBack(run, copy);
        }
    };
}
/** The work tree of all. Throws CHECKOUT_INVALID. */
function projectOf(parts) {
    const [first, ...others] = parts.map(({ project }) => project);
    const other = others.find(({ root }) => root !== first?.root);
    if (first !== undefined && other === undefined)
        return first;
    throw (0,_open_look_js__WEBPACK_IMPORTED_MODULE_8__/* .otherCheckout */ .x2)(other?.package.text ?? '', other?.root ?? '', first?.root ?? '');
}
async function unionPlace(run) {
    const { environment, scratch, log } = run;
    const env = environment.childEnvironment;
    const nix = await (0,_nix_nix_js__WEBPACK_IMPORTED_MODULE_2__/* .openNix */ .MP)({ env, log, cwd: scratch, roots: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, 'gc-roots') });
    return { ...run, nix };
}
async function workOutOne(run, work) {
    const { environment, log, timings } = run;
    const scratch = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(run.scratch, 'package-'));
    log.info(`package ${work.package.text}`);
    try {
        const worked = await (0,_work_out_js__WEBPACK_IMPORTED_MODULE_6__/* .workOut */ .a)({ environment, log, timings, scratch, shared: run }, work);
        const { computed, copy, proved, notes } = worked;
        (0,_counts_js__WEBPACK_IMPORTED_MODULE_11__/* .addCounts */ .c5)(run.counts, computed.counts);
        return {
            part: { work, computed, proved, project: copy.project },
            copy,
            said: notes,
            remove: () => {
                (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .removeFolder */ .v$)(scratch);
                giveBack(run, copy);
            }
        };
    }
    catch (error) {
        // Whatever copies it had: no other package is worked out meanwhile.
        run.spare = null;
        (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .emptyMemory */ .l4)(run.scratch);
        (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .removeFolder */ .v$)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(run.scratch, _workshop_js__WEBPACK_IMPORTED_MODULE_7__/* .copiesFolder */ .cp));
        (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .removeFolder */ .v$)(scratch);
        throw error;
    }
}
/** Nobody uses it from now on. */
function giveBack(run, copy) {
    run.spare?.remove();
    run.spare = copy;
}


/***/ })

};
