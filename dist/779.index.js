export const id = 779;
export const ids = [779];
export const modules = {

/***/ 779:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  areOfMany: () => (/* binding */ areOfMany),
  commitAll: () => (/* binding */ commitAll)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/scratch.ts
var src_scratch = __webpack_require__(7897);
// EXTERNAL MODULE: ./src/sync/change.ts
var sync_change = __webpack_require__(81679);
// EXTERNAL MODULE: ./src/sync/computed/merge.ts
var merge = __webpack_require__(35219);
// EXTERNAL MODULE: ./src/sync/computed/schema.ts
var schema = __webpack_require__(52452);
// EXTERNAL MODULE: ./src/sync/computed/take.ts + 1 modules
var take = __webpack_require__(95514);
// EXTERNAL MODULE: ./src/sync/many/bring-changes.ts + 10 modules
var bring_changes = __webpack_require__(54204);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/sync/project/locate-package.ts
var locate_package = __webpack_require__(38502);
// EXTERNAL MODULE: ./src/sync/project/project.ts
var project_project = __webpack_require__(55072);
// EXTERNAL MODULE: ./src/sync/project/work-tree.ts
var work_tree = __webpack_require__(88229);
;// CONCATENATED MODULE: ./src/sync/many/read-checkout.ts





/** The checkout, about one package after the other; it is read once. */
class Checkouts {
    #place;
    #opened = null;
    constructor(place) {
        this.#place = place;
    }
    /** Throws PACKAGE_INVALID, CHECKOUT_INVALID, TREE_DIRTY, and COMPUTED_INVALID for a package of another repository than those before. */
    async of(reference) {
        const { environment, log } = this.#place;
        const { workspace, childEnvironment: env } = environment;
        if (this.#opened === null) {
            const project = await (0,project_project/* openProject */.U8)({ workspace, package: reference, env, log });
            this.#opened = { project, files: (0,project_project/* readTextFiles */.Lf)(project) };
            return this.#opened;
        }
        const { project: first, files } = this.#opened;
        const place = await (0,locate_package/* locatePackage */.j)(reference, workspace, (folder) => (0,work_tree/* gitIn */.uM)(folder, env, log));
        if (place.root !== first.root) {
            throw (0,schema/* computedInvalid */.nP)(reference.text, `it is not in ${first.root}, as others are`);
        }
        (0,project_project/* expectTracked */.cC)(place, reference, first.files);
        const project = { ...first, ...place, package: reference };
        // Of a repository of ordinary size all files are looked into, whichever package it is.
        return { project, files: first.files.length <= project_project/* mostFiles */.p ? files : (0,project_project/* readTextFiles */.Lf)(project) };
    }
    /** The commit that is checked out, by the first of the packages that is there; null: none is. */
    async head(references) {
        for (const reference of references) {
            try {
                return (await this.of(reference)).project.head;
            }
            catch (error) {
                if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'PACKAGE_INVALID')
                    throw error;
            }
        }
        return null;
    }
}

// EXTERNAL MODULE: ./src/sync/computed/files.ts
var files = __webpack_require__(49020);
// EXTERNAL MODULE: ./src/sync/computed/merge-edits.ts
var merge_edits = __webpack_require__(79823);
// EXTERNAL MODULE: ./src/sync/project/package-reference.ts
var package_reference = __webpack_require__(99769);
// EXTERNAL MODULE: ./src/sync/many/changes-of-sets.ts
var changes_of_sets = __webpack_require__(15842);
// EXTERNAL MODULE: ./src/sync/many/rows.ts
var rows = __webpack_require__(56682);
;// CONCATENATED MODULE: ./src/sync/many/form-changes.ts







/**
 * The changes that files are about: those of the listing, or, where there is none, those that the answers name. What a listing has found nothing
 * to do about has no business here. Pure. `patterns`: what packages may be among them; none: any.
 */
function formChanges(left, listing, patterns) {
    const answers = Map.groupBy(left.answers, ({ change }) => change.package.text);
    const taken = new Set();
    const { names } = (0,rows/* rowsOf */.R)(listing?.sets ?? [], new Map(), { kind: 'latest' });
    const form = (texts, set) => {
        const { failures } = left;
        const isUnlisted = set === null && listing !== null;
        const problem = problemOf(texts, set, { answers, failures, taken, patterns, isUnlisted });
        for (const text of texts)
            taken.add(text);
        const isWhole = problem === null;
        return {
            name: set === null ? undefined : names.get(set),
            texts,
            answers: isWhole ? texts.map((text) => answers.get(text) ?? []) : [],
            systems: set === null ? [] : set.machines.flatMap(({ systems }) => systems),
            problem
        };
    };
    const listed = (listing?.sets ?? []).map((set) => form(set.packages
        .filter(changes_of_sets/* isMeant */.EZ)
        .map(({ reference: { text } }) => text)
        .toSorted(), set));
    const others = [
        ...left.answers.map((answer) => textsOf(answer)),
        ...left.failures.map(({ packages }) => [...packages].toSorted())
    ];
    const unlisted = new Map(others
        .filter((texts) => texts.some((text) => !taken.has(text)))
        .map((texts) => [texts.join('\n'), texts]));
    return [...listed, ...[...unlisted.values()].map((texts) => form(texts, null))];
}
/** The packages of an answer's change. */
function textsOf({ together, change }) {
    return together ?? [change.package.text];
}
function problemOf(texts, set, { answers, failures, taken, patterns, isUnlisted }) {
    const again = texts.find((text) => taken.has(text));
    if (again !== undefined)
        return (0,merge_edits/* conflict */.hj)([again], 'it is said to be part of two changes');
    const failure = failures.find(({ packages }) => packages.some((text) => texts.includes(text)));
    if (failure !== undefined) {
        const { code, subject, reason, systems } = failure;
        const where = systems.length === 0 ? '' : ` (on ${systems.join(', ')})`;
        return { done: 'failed', why: { code, reason: `${subject}${where}: ${reason}` } };
    }
    const stuck = set === null ? null : (0,changes_of_sets/* whyStuck */.v)(set);
    if (stuck !== null)
        return stuck;
    if (set?.waits === true && !texts.some((text) => answers.has(text))) {
        return { done: 'later', why: { code: null, reason: 'the matrix was full without it' } };
    }
    for (const text of texts) {
        const own = answers.get(text) ?? [];
        const [first] = own;
        if (first === undefined) {
            return (0,files/* computedMissing */.kW)(text, 'no job left what it computed of it, nor why it did not');
        }
        const other = own.find((answer) => textsOf(answer).join('\n') !== texts.join('\n'));
        if (other !== undefined) {
            const change = texts.length === 1 ? 'a change by itself' : `one change with ${texts.join(', ')}`;
            return (0,merge_edits/* conflict */.hj)([other.file], `it is not about ${change}, as other files have it`);
        }
        const { package: reference } = first.change;
        if (isUnlisted) {
            return (0,schema/* computedInvalid */.nP)(first.file, `it is about ${JSON.stringify(text)}, for which the listing has nothing to do`);
        }
        if (patterns.length > 0 && !patterns.some((pattern) => isNamed(reference, pattern))) {
            return (0,schema/* computedInvalid */.nP)(first.file, `it is about ${JSON.stringify(text)}, which \`package\` does not name`);
        }
    }
    return set === null ? null : contradictionOf(set, texts, answers);
}
/** What answers say of a change that its listing, of the same commit, says otherwise; null: nothing. */
function contradictionOf({ packages, version }, texts, answers) {
    const all = texts.flatMap((text) => answers.get(text) ?? []);
    const has = new Map(packages.map(({ reference, version }) => [reference.text, version]));
    for (const { file, change } of all) {
        const { package: reference, oldVersion, newVersion, revision } = change;
        const listed = has.get(reference.text) ?? null;
        if (oldVersion !== listed) {
            return (0,merge_edits/* conflict */.hj)([file], `it is about ${said(oldVersion)}, and the listing has ${said(listed)}`);
        }
        // A branch may have gone on since.
        if ((0,sync_change/* isEmpty */.Im)(change) || revision !== null || newVersion === version)
            continue;
        return (0,merge_edits/* conflict */.hj)([file], `it leads to ${said(newVersion)}, and the listing to ${said(version)}`);
    }
    const [first] = all;
    if (first === undefined || all.some(({ change }) => !(0,sync_change/* isEmpty */.Im)(change)))
        return null;
    return (0,merge_edits/* conflict */.hj)([first.file], `it changes nothing, and the listing leads to ${said(version)}`);
}
function said(version) {
    return version === null ? 'no version' : `version ${JSON.stringify(version)}`;
}
/** Whether a line of `package` may mean it; nothing is evaluated, so that of a set anything in it may be meant. */
function isNamed(reference, { kind, reference: line }) {
    if (kind === 'one')
        return reference.text === line.text;
    const isSamePlace = reference.kind === 'flake'
        ? line.kind === 'flake' && line.folder === reference.folder
        : line.kind === 'file' && line.path === reference.path;
    const [names, set] = [reference, line].map(({ attribute }) => (0,package_reference/* parseAttributePath */.f6)(attribute) ?? []);
    // Its packages are named without the output.
    const isOfPackages = line.kind === 'flake' && set?.[0] === 'packages';
    return isSamePlace && (isOfPackages || set?.[0] === undefined || names?.[0] === set[0]);
}

// EXTERNAL MODULE: ./src/sync/many/listing-file.ts
var listing_file = __webpack_require__(366);
// EXTERNAL MODULE: ./src/sync/many/report.ts
var report = __webpack_require__(54861);
// EXTERNAL MODULE: ./src/sync/many/tally.ts
var many_tally = __webpack_require__(49981);
// EXTERNAL MODULE: ./src/sync/many/union.ts
var many_union = __webpack_require__(47996);
;// CONCATENATED MODULE: ./src/sync/many/take-all.ts
















/** Whether what jobs left is about several packages, or has to be told as if it were. */
function areOfMany({ answers, failures, listings }, { group, dashboard, packages }) {
    const texts = new Set(answers.map(({ change }) => change.package.text));
    const isAsked = group !== null || dashboard || packages.length > 0;
    const isTold = listings.length > 0 || failures.length > 0;
    return isAsked || isTold || texts.size > 1 || answers.some((one) => one.together !== undefined);
}
/**
 * Phase `commit` of many packages: forms the changes of the files that other jobs left, checks each against the checkout, and
 * brings them to where they belong. Nothing is evaluated, and nothing of a package runs. A change of which something is missing, failed or
 * wrong is told, and stops no other. Throws INPUT_INVALID, COMPUTED_INVALID, CHECKOUT_INVALID, TREE_DIRTY.
 */
async function commitAll(run, inputs, left) {
    const { destination, dryRun, many } = inputs;
    const checkouts = new Checkouts(run);
    const listing = await listingOf(checkouts, left);
    const tally = tallyOf(listing, left);
    const formed = formChanges(left, listing, many.packages);
    tally.begin(formed.map(ofOneChange));
    const changes = await (0,src_run/* timed */.a)(run, 'check', () => checkAll(run, checkouts, inputs, formed, tally));
    if (changes.length > 1 && many.group === null)
        refuseOwnName(destination);
    const bringing = {
        ...{ run, destination, dryRun, many, isKept: false, formattedWith: null, changes, tally },
        together: (parts) => writeParts(run, checkouts, parts)
    };
    return (0,bring_changes/* bringChanges */.Q)(bringing, () => ({ evaluations: 0, requests: 0, builds: 0 }));
}
/** The one that phase `list` left; null: none. Throws COMPUTED_INVALID, also where it is about another commit. */
async function listingOf(checkouts, { listings, answers }) {
    const [found, second] = listings;
    if (found === undefined)
        return null;
    if (second !== undefined)
        throw (0,schema/* computedInvalid */.nP)(second.file, `${found.file} is a listing as well`);
    const listing = (0,listing_file/* parseListing */._S)(found.text, found.file);
    const head = await checkouts.head([
        ...listing.packages.map(({ reference }) => reference),
        ...answers.map(({ change }) => change.package)
    ]);
    if (head === null || head === listing.head)
        return listing;
    throw (0,schema/* computedInvalid */.nP)(found.file, `it was made at commit ${listing.head}, and ${head} is checked out`);
}
function tallyOf(listing, { answers, failures, broken }) {
    const tally = new many_tally/* Tally */.F(listing?.packages ?? []);
    for (const { change } of answers)
        tally.add((0,report/* rowOfChange */.Cd)(change));
    for (const text of failures.flatMap(({ packages }) => packages))
        tally.add((0,report/* rowOfText */.ZU)(text));
    // Of whichever package it was to be: that one is missing then.
    for (const error of broken)
        tally.add({ ...(0,report/* rowOfText */.ZU)(error.subject), why: (0,report/* whyOf */.gf)(error) });
    return tally;
}
function ofOneChange({ name, texts }) {
    return { name, packages: texts.map((text) => ({ reference: { text } })) };
}
async function checkAll(run, checkouts, inputs, formed, tally) {
    const changes = [];
    for (const one of formed) {
        const { packages } = ofOneChange(one);
        const { problem } = one;
        if (problem !== null)
            tally.leftOut({ packages }, problem);
        else {
            await tally.try({ packages }, async () => {
                const parts = await checkParts(run, checkouts, inputs, one);
                (0,many_union/* unite */._)(parts.map(({ computed }) => computed));
                if (parts.length === 0) {
                    tally.set({ packages }, { done: 'current' });
                    return;
                }
                changes.push({
                    packages,
                    subjects: parts.map(({ computed: { change } }) => change),
                    work: async () => ({
                        ...(await writeParts(run, checkouts, parts)),
                        notes: notesOf(parts)
                    })
                });
            });
        }
        if (tally.stopped !== null)
            throw tally.stopped;
    }
    return changes;
}
/** Those of the packages' answers that change something, checked. */
async function checkParts({ environment: { serverUrl } }, checkouts, inputs, { answers, systems }) {
    const wanted = [...new Set([...(inputs.systems ?? []), ...systems])];
    const parts = [];
    for (const own of answers) {
        const merged = (0,merge/* mergeComputed */.U)(own, { package: null, systems: wanted });
        const { project, files } = await checkouts.of(merged.change.package);
        parts.push({ computed: (0,take/* checkTaken */.K5)({ project, files, inputs, serverUrl }, merged), project });
    }
    return parts.filter(({ computed }) => !(0,sync_change/* isEmpty */.Im)(computed.change));
}
async function writeParts({ scratch }, checkouts, parts) {
    const [first] = parts;
    if (first === undefined)
        return { parts, copy: null, remove: () => undefined };
    const union = (0,many_union/* unite */._)(parts.map(({ computed }) => computed));
    const files = new Map((await Promise.all(parts.map(({ project }) => checkouts.of(project.package))))
        .flatMap((one) => one.files)
        .map((file) => [file.path, file]));
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(scratch, 'change-'));
    const copy = await (0,take/* writePart */.$X)(first.project, (0,external_node_path_.join)(folder, 'copy'), [...files.values()], union);
    return {
        parts,
        copy,
        remove: () => {
            (0,src_scratch/* removeFolder */.v$)(folder);
        }
    };
}
function notesOf(parts) {
    return parts.flatMap(({ computed: { notes, change } }) => parts.length === 1 ? notes : notes.map((note) => `${change.package.text}: ${note}`));
}
/** What only one pull request can have. */
function refuseOwnName({ branch, title }) {
    const name = branch !== null ? 'branch' : title !== null ? 'title' : null;
    if (name === null)
        return;
    throw (0,readers/* disagreement */.fn)([name, 'computed'], `the files of \`computed\` are several changes, each of which has a pull request of its own, and \`${name}\` is one`, `Leave \`${name}\` out, or give \`group\`, which makes one pull request of all.`);
}


/***/ })

};
