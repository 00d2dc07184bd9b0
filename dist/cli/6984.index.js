export const id = 6984;
export const ids = [6984];
export const modules = {

/***/ 92148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ namesAt),
/* harmony export */   br: () => (/* binding */ systemOf),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99769);
/* harmony import */ var _project_flake_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23692);
/* harmony import */ var _project_systems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90147);
/* harmony import */ var _member_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25325);




/** Outputs of a flake that have a set for each system. */
const perSystem = ['packages', 'legacyPackages', 'checks', 'devShells', 'apps'];
/** Where what a line names is looked for, first to last, as Nix looks for `.#hello`; the first place that has something counts. */
function placesOf({ kind, reference }, system) {
    const { attribute } = reference;
    const filled = (0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .fillIn */ .pz)(attribute, system);
    if (reference.kind === 'file')
        return [{ output: null, path: (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAttributePath */ .f6)(filled) ?? [] }];
    const spelled = [...(0,_project_flake_js__WEBPACK_IMPORTED_MODULE_1__/* .spellOut */ .tr)(filled, system), ...(filled === '' ? [] : [filled])];
    const paths = kind === 'each' ? setsOf(filled, spelled, system) : spelled;
    return [...new Set(paths)].map((path) => {
        const [output = '', ...below] = (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAttributePath */ .f6)(path) ?? [];
        return { output, path: below };
    });
}
/** `packages`, and `packages.*` where somebody has a star in the system's place, are the system's. */
function setsOf(filled, spelled, system) {
    const output = filled.replace(/\.\*$/, '');
    if (perSystem.includes(output))
        return [`${output}.${system}`];
    return /^\w+$/.test(filled)
        ? [...spelled.slice(0, -1), `${filled}.${system}`, filled]
        : [...spelled];
}
/** The system that a line is for. `usual`: for what does not say. */
function systemOf({ reference }, usual) {
    return reference.kind === 'flake' ? ((0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .namedSystem */ .Pc)(reference.attribute) ?? usual) : usual;
}
/** The names of what stands at a place, as they are written in `package`: without what Nix itself adds. */
function namesAt({ attribute }, { output, path }, system) {
    if (output === null)
        return path;
    const [second, ...names] = path;
    if (second !== system || (0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .namedSystem */ .Pc)(attribute) !== null)
        return [output, ...path];
    return output === 'packages' ? names : [output, _member_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .systemPlaceholder */ .Z, ...names];
}


/***/ }),

/***/ 99488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ allMeta),
/* harmony export */   V: () => (/* binding */ evaluateEach)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70370);
/* harmony import */ var _nix_evaluators_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31333);
/* harmony import */ var _nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2713);
/* harmony import */ var _project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58910);
/* harmony import */ var _project_flake_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23692);
/* harmony import */ var _project_question_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62665);






/** Those that nobody needs who asks what a package is made of. */
const allMeta = ['homepage', 'changelog', 'platforms', 'badPlatforms', 'mainProgram'];
/**
 * Describes what stands at each place in the copy as it is now: one evaluation for each output of a flake and each file that they are in,
 * however many they are, as long as what fails is thrown; see listAttributes. In the order of `all`.
 */
async function evaluateEach(look, all, { unread = [], patience = Infinity } = {}) {
    const found = new Map();
    const values = [...Map.groupBy(all, valueOf).values()];
    await (0,p_limit__WEBPACK_IMPORTED_MODULE_5__/* ["default"] */ .A)((0,_nix_evaluators_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluatorsAtOnce */ .n)()).map(values, async (asked) => {
        const [first] = asked;
        if (first === undefined)
            return;
        const about = {
            nix: look.nix,
            command: await commandAbout(look, first),
            place: (0,_project_question_js__WEBPACK_IMPORTED_MODULE_4__/* .placeIn */ .VV)(look.nix, look.copy),
            describe: (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .describeWithout */ .qY)(unread),
            shape: _project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .describedPackage */ .CC,
            patience
        };
        const questions = asked.map(({ place: { path }, kind }) => ({ path, kind }));
        const answers = await (0,_nix_list_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .answerAll */ .iz)(about, questions);
        for (const [index, one] of asked.entries())
            found.set(one, Array.isArray(answers) ? (answers[index] ?? null) : answers);
    });
    return all.map((one) => found.get(one) ?? null);
}
/** What is evaluated as a whole: an output of a flake, or a file. */
function valueOf({ project, place: { output }, system }) {
    const { flakeFolder, packageFile } = project;
    // What a flake says is for each system at once.
    const where = output === null ? [packageFile, system] : [flakeFolder, output];
    return JSON.stringify(where);
}
async function commandAbout(look, { project, place: { output }, system }) {
    const { nix, copy, nixpkgs, counts } = look;
    const whole = { ...project.package, attribute: '' };
    const question = { nix, copy, project, package: whole, nixpkgs, system, describe: '' };
    const located = output === null ? await (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .withNixpkgsInCopy */ .pA)(question) : question;
    return (apply) => {
        counts.evaluations++;
        const describe = `(${apply})`;
        return output === null
            ? (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .fileCommand */ .ol)({ ...located, describe })
            : (0,_project_flake_js__WEBPACK_IMPORTED_MODULE_3__/* .evalCommand */ .K4)(located, output, describe);
    };
}


/***/ }),

/***/ 53740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _8: () => (/* binding */ readDescribed),
/* harmony export */   g8: () => (/* binding */ answerLines),
/* harmony export */   tP: () => (/* binding */ findPackages)
/* harmony export */ });
/* unused harmony exports describeLines, textOf */
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(70370);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _nix_describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19142);
/* harmony import */ var _nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7117);
/* harmony import */ var _nix_evaluators_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31333);
/* harmony import */ var _nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44681);
/* harmony import */ var _project_evaluate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58910);
/* harmony import */ var _project_question_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62665);
/* harmony import */ var _attribute_places_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92148);
/* harmony import */ var _evaluate_each_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(99488);
/* harmony import */ var _member_reference_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(25325);











/** Attributes that do not evaluate and whose reason is asked for, each by an evaluation of its own. */
const mostExplained = 16;
/** All that the lines name, each once, in their order. Adds a sentence to `notes` for what is left out. */
async function findPackages(look, notes) {
    const lines = await describeLines(look, notes);
    const candidates = lines.flatMap((line) => line.candidates);
    return uniqueOf(await explain(look, candidates), notes);
}
/** Describes all that the lines name, in their order, by as few evaluations as evaluateEach takes. */
async function describeLines(look, notes, options = {}) {
    const located = look.lines.flatMap(({ pattern, project }) => project instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9 ? [] : [{ pattern, project }]);
    const answered = await answerLines(look, located, options);
    const candidatesAt = ({ pattern, project }) => {
        if (project instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9)
            return [failedLine(pattern, null, project)];
        const answer = answered.get(pattern);
        if (answer !== undefined)
            return candidatesOf(look, pattern, project, answer, notes);
        const isSet = pattern.kind === 'each';
        const error = isSet ? noSuchSet(textOf(pattern)) : null;
        return [failedLine(pattern, project, error)];
    };
    return look.lines.map((line) => ({ pattern: line.pattern, candidates: candidatesAt(line) }));
}
/** What stands at the first place of each line that has something. */
async function answerLines(look, lines, options = {}) {
    const found = new Map();
    for (let turn = 0;; turn++) {
        const asked = lines.flatMap(({ pattern, project }) => {
            const system = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .systemOf */ .br)(pattern, look.system);
            const place = found.has(pattern) ? undefined : (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .placesOf */ .ek)(pattern, system)[turn];
            return place === undefined ? [] : [{ pattern, project, place, kind: pattern.kind, system }];
        });
        if (asked.length === 0)
            return found;
        const answers = await (0,_evaluate_each_js__WEBPACK_IMPORTED_MODULE_8__/* .evaluateEach */ .V)(look, asked, options);
        for (const [index, { pattern, place }] of asked.entries()) {
            const answer = answers[index] ?? null;
            if (answer !== null)
                found.set(pattern, { place, answer });
        }
    }
}
function candidatesOf(look, pattern, project, { place, answer }, notes) {
    const system = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .systemOf */ .br)(pattern, look.system);
    if (!Array.isArray(answer))
        return [failedLine(pattern, project, refusal(look, pattern, project, answer))];
    if (pattern.kind === 'one') {
        const [entry] = answer;
        const evaluated = readDescribed(pattern.reference, entry?.described ?? null, system);
        return [{ ...pattern, project, place, isOfPattern: false, system, evaluated }];
    }
    const unnamed = [];
    const members = answer.flatMap(({ path, described }) => {
        // What the look itself takes for a package is none.
        if (described !== null && 'notDerivation' in described)
            return [];
        const at = { output: place.output, path };
        const names = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .namesAt */ .Qo)(pattern.reference, at, system);
        const reference = (0,_member_reference_js__WEBPACK_IMPORTED_MODULE_9__/* .memberReference */ .O)(pattern.reference, names, system);
        if (reference === null) {
            unnamed.push(names.join('.'));
            return [];
        }
        const own = { ...project, package: reference };
        const evaluated = readDescribed(reference, described, system);
        return [{ reference, project: own, place: at, isOfPattern: true, system, evaluated }];
    });
    if (unnamed.length > 0)
        notes.push(`No line of \`package\` can name ${unnamed
            .slice(0, 5)
            .map((name) => JSON.stringify(name))
            .join(', ')}: left out.`);
    return members;
}
function readDescribed({ text }, described, system) {
    if (described === null)
        return null;
    if (!('notDerivation' in described))
        return (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_5__/* .readPackage */ .LY)(described, system);
    return evaluationFailed(text, (0,_nix_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .noDerivationReason */ .HW)(described));
}
/** A line of which nothing is known but why; null: that is asked for. */
function failedLine(pattern, project, evaluated) {
    const reference = { ...pattern.reference, text: textOf(pattern) };
    return { reference, project, place: null, isOfPattern: false, system: '', evaluated };
}
/** What a line is about does not evaluate, or none of what is in it can be looked at. */
function refusal({ nix, copy, nixpkgs, system: usual }, pattern, project, ended) {
    const reference = { ...pattern.reference, text: textOf(pattern) };
    const system = (0,_attribute_places_js__WEBPACK_IMPORTED_MODULE_7__/* .systemOf */ .br)(pattern, usual);
    const question = { nix, copy, project, package: reference, nixpkgs, system, describe: '' };
    const answer = (0,_project_question_js__WEBPACK_IMPORTED_MODULE_6__/* .answerOf */ .ut)(question, { ...ended, stdout: '' });
    return 'error' in answer ? answer.error : null;
}
/** The line as it was written. */
function textOf({ kind, reference: { text } }) {
    if (kind === 'one')
        return text;
    return text.endsWith('#') ? `${text}*` : `${text}.*`;
}
function noSuchSet(subject) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'EVALUATION_FAILED',
        subject,
        reason: 'there is no such set',
        hint: 'See how what stands before the star is spelt; for a flake `nix flake show` lists what there is.'
    });
}
function evaluationFailed(subject, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'EVALUATION_FAILED', subject, reason });
}
/** Asks why some do not evaluate; what a description could not read (`meta`) is no reason then. */
async function explain(look, candidates) {
    const { nix, copy, nixpkgs, counts } = look;
    const drvPaths = candidates.flatMap(({ evaluated }) => evaluated !== null && 'drvPath' in evaluated ? [evaluated.drvPath] : []);
    const lost = await (0,_nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdDerivations */ .Yw)(nix, drvPaths);
    const isKnown = ({ evaluated }) => evaluated !== null && !('drvPath' in evaluated && lost.has(evaluated.drvPath));
    const asked = new Set(candidates.filter((one) => !isKnown(one)).slice(0, mostExplained));
    return (0,p_limit__WEBPACK_IMPORTED_MODULE_10__/* ["default"] */ .A)((0,_nix_evaluators_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluatorsAtOnce */ .n)()).map(candidates, async (candidate) => {
        const { reference, project, evaluated, system: named } = candidate;
        const isDone = evaluated !== null && isKnown(candidate);
        if (isDone)
            return { ...candidate, evaluated };
        if (project === null || !asked.has(candidate)) {
            const reason = 'it does not evaluate, as others that are told in Nix’s words';
            return { ...candidate, evaluated: evaluationFailed(reference.text, reason) };
        }
        counts.evaluations++;
        const system = named === '' ? look.system : named;
        const answer = await (0,_project_evaluate_js__WEBPACK_IMPORTED_MODULE_5__/* .evaluatePackage */ .Ak)(nix, copy, project, {
            package: reference,
            nixpkgs,
            system
        });
        if ('drvPath' in answer)
            return { ...candidate, evaluated: answer };
        await (0,_nix_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .logWords */ .UU)(nix.log, answer.stderr);
        return { ...candidate, evaluated: answer.error };
    });
}
/** Two attributes may be the same derivation: a line's own name stands for it, then any but `default`. */
function uniqueOf(packages, notes) {
    const byDerivation = Map.groupBy(packages, ({ evaluated, reference }) => 'drvPath' in evaluated ? evaluated.drvPath : reference.text);
    const chosen = new Set([...byDerivation.values()].flatMap((same) => bestOf(same) ?? []));
    const unique = packages.filter((one) => chosen.has(one));
    const others = packages.length - unique.length;
    if (others > 0)
        notes.push(`${others} of the attributes are other names of packages in the list.`);
    return unique;
}
function bestOf(same) {
    const isDefault = ({ reference: { attribute } }) => /(?:^|\.)default$/.test(attribute);
    return (same.find(({ isOfPattern }) => !isOfPattern) ?? same.find((one) => !isDefault(one)) ?? same[0]);
}


/***/ }),

/***/ 25325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ memberReference),
/* harmony export */   Z: () => (/* binding */ systemPlaceholder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99769);
/* harmony import */ var _project_systems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90147);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20516);




/** Stands for the system in a path of attributes. */
const systemPlaceholder = '{system}';
/**
 * A package of the place that `parent` is at (a flake, a file), as a line of `package` that means it and nothing else: `.#luna`,
 * `file:default.nix#"luna 2"`. null: no line does, as Nix has no way to write a quote, and a line is no more than one.
 */
function memberReference(parent, names, system) {
    const attribute = names.map(spelled).join('.');
    const written = parent.kind === 'flake' ? attribute.replaceAll('%', '%25') : attribute;
    const found = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePackagePatterns */ .x)(`${placeOf(parent)}#${written}`), []);
    const [pattern, ...others] = found;
    if (pattern?.kind !== 'one' || others.length > 0)
        return null;
    const { reference } = pattern;
    const read = (0,_project_package_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAttributePath */ .f6)((0,_project_systems_js__WEBPACK_IMPORTED_MODULE_2__/* .fillIn */ .pz)(reference.attribute, system));
    const meant = names.map((name) => (name === systemPlaceholder ? system : name));
    return JSON.stringify(read) === JSON.stringify(meant) ? reference : null;
}
function spelled(name) {
    return name === systemPlaceholder || /^[A-Za-z_][\w'-]*$/.test(name) ? name : `"${name}"`;
}
/** What stands before the `#` of its attribute. */
function placeOf(reference) {
    return reference.kind === 'file' ? `file:${reference.path}` : reference.text.replace(/#.*$/s, '');
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
