export const id = 4833;
export const ids = [4833];
export const modules = {

/***/ 14833:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bringAll: () => (/* binding */ bringAll)
/* harmony export */ });
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79786);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(56951);
/* harmony import */ var _bring_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54204);
/* harmony import */ var _changes_of_sets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15842);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90938);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48874);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56682);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49981);
/* harmony import */ var _work_out_set_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31062);









/**
 * Looks at all packages, and brings the outdated ones to their newest versions: each change by a pull request of its own, or all together.
 * One that fails is told, and the others are done; what is the machine's or the token's failure ends the run. Throws what the look does.
 */
async function bringAll(run) {
    const { inputs } = run;
    const { destination, dryRun, many, work, look } = inputs;
    const listing = await (0,_run_js__WEBPACK_IMPORTED_MODULE_7__/* .timed */ .a)(run, 'look', () => (0,_look_js__WEBPACK_IMPORTED_MODULE_3__/* .lookAt */ .t)(run, look));
    const tally = new _tally_js__WEBPACK_IMPORTED_MODULE_5__/* .Tally */ .F(listing.packages);
    tally.note(listing.notes);
    const isKept = look.version.kind === 'keep';
    const here = (0,_work_out_set_js__WEBPACK_IMPORTED_MODULE_6__/* .manyRun */ .bS)(run);
    const { names } = (0,_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .R)(listing.sets, new Map(), look.version);
    const found = (0,_changes_of_sets_js__WEBPACK_IMPORTED_MODULE_1__/* .changeSets */ ._E)(listing, isKept).map((set) => ({
        stuck: look.version.kind === 'latest' ? (0,_changes_of_sets_js__WEBPACK_IMPORTED_MODULE_1__/* .whyStuck */ .v)(set) : null,
        change: {
            name: names.get(set),
            packages: isKept ? set.packages : set.packages.filter(_changes_of_sets_js__WEBPACK_IMPORTED_MODULE_1__/* .isMeant */ .EZ),
            subjects: subjectsOf(set, listing.head),
            work: () => (0,_work_out_set_js__WEBPACK_IMPORTED_MODULE_6__/* .workOutSet */ .Wg)(here, worksOf(inputs, set))
        }
    }));
    tally.begin(found.map(({ change }) => change));
    for (const { stuck, change } of found)
        if (stuck !== null)
            tally.leftOut(change, stuck);
    const changes = found.flatMap(({ stuck, change }) => (stuck === null ? [change] : []));
    const formattedWith = work.formatter === 'none' ? null : work.formatter;
    const { counts } = here;
    const made = () => ({
        evaluations: listing.counts.evaluations + (0,_counts_js__WEBPACK_IMPORTED_MODULE_8__/* .evaluationsIn */ .rq)(counts),
        requests: listing.counts.requests,
        builds: counts.builds
    });
    const bringing = {
        ...{ run, destination, dryRun, many, isKept, formattedWith, changes, tally },
        together: (0,_work_out_set_js__WEBPACK_IMPORTED_MODULE_6__/* .together */ .bs)(here)
    };
    return (0,_bring_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .bringChanges */ .Q)(bringing, made, computedBy(inputs));
}
/** What decides what is computed, but for the packages' versions and the commit. */
function computedBy({ work, look: { version } }) {
    return JSON.stringify([{ ...work, token: '' }, version]);
}
/** What the packages of a change are to be worked out as. */
function worksOf({ work, look }, set) {
    return set.packages.map(({ reference, newest, tag }) => {
        const text = tag ?? newest ?? set.version;
        // The look has chosen it; nobody is asked again.
        const isChosen = look.version.kind === 'latest' && text !== null;
        const version = isChosen ? { kind: 'given', text, source: 'input' } : look.version;
        return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .workFor */ .fS)(work, reference, version);
    });
}
/** What the pull requests of a change are known by, before it is worked out. */
function subjectsOf({ packages }, head) {
    return packages.map(({ reference, name, version, newest }) => ({
        ...{ name, package: reference, head },
        ...{ oldVersion: version, newVersion: newest ?? version },
        ...{ revision: null, hashes: [] }
    }));
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
