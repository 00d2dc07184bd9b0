export const id = 7233;
export const ids = [7233];
export const modules = {

/***/ 30038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ typed),
/* harmony export */   n: () => (/* binding */ isWrongCommandLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const wrong = new WeakSet();
/** What the machine's files and the environment hold, whatever was typed. */
const ofSurroundings = ['QUEUE_CONFIG_INVALID', 'TOKEN_MISSING'];
/** Secrets are never typed. */
const ofSecrets = /^(?:input )?(?:token|signing[ -]key)$/;
/**
 * Reads what was typed, or set by a variable that stands for it, before anything else is looked at: what `body` throws is the command
 * line's fault, and ends with its exit status.
 */
function typed(body) {
    try {
        return body();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9 &&
            !ofSurroundings.includes(error.code) &&
            !ofSecrets.test(error.subject)) {
            wrong.add(error);
        }
        throw error;
    }
}
function isWrongCommandLine(error) {
    return error.code === 'USAGE' || wrong.has(error);
}


/***/ }),

/***/ 35112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ runnerFor),
/* harmony export */   cT: () => (/* binding */ systemsOf),
/* harmony export */   e6: () => (/* binding */ parseRunnerMap)
/* harmony export */ });
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18961);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81967);


/** GitHub's own runners. */
const defaultRunners = [
    ['x86_64-linux', 'ubuntu-24.04'],
    ['aarch64-linux', 'ubuntu-24.04-arm'],
    ['aarch64-darwin', 'macos-15'],
    ['x86_64-darwin', 'macos-15-intel']
];
/** `system=label`, or `system+feature=[a, b]` with blanks inside of the brackets. */
const entry = /\s*([^\s=]+)=(?:\[([^\][]*)\]|([^\s[\]]+))(?=\s|$)/y;
const labelPattern = /^[\w.:/@+ -]{1,256}$/;
const featurePattern = /^[\w.-]{1,256}$/;
/**
 * For derivations of a system that need these features (`requiredSystemFeatures`): the entry with the most features, all of which are
 * needed; of several the one that was written first. undefined: the system has no runner.
 */
function runnerFor(runners, system, features) {
    let best;
    for (const [key, label] of runners) {
        const [own, ...needed] = key.split('+');
        const isFitting = own === system && needed.every((feature) => features.includes(feature));
        if (isFitting && needed.length > (best?.count ?? -1))
            best = { label, count: needed.length };
    }
    return best?.label;
}
/** Those that have a runner: `runner-map` without its entries for features. */
function systemsOf(runners) {
    return [...runners.keys()].filter(_systems_js__WEBPACK_IMPORTED_MODULE_1__/* .isSystem */ .y);
}
/** The default runners, with those of `runner-map` on top, by `system` or `system+feature+…` in order. Throws INPUT_INVALID. */
function parseRunnerMap(environment) {
    const runners = new Map(defaultRunners);
    const text = environment.input('runner-map');
    entry.lastIndex = 0;
    while (entry.lastIndex < text.trimEnd().length) {
        const start = entry.lastIndex;
        const [, written = '', several, one = ''] = entry.exec(text) ?? [];
        const key = parseKey(written);
        const labels = several === undefined ? [one] : labelsOf(several);
        if (key === null || labels.length === 0 || !labels.every((label) => labelPattern.test(label))) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('runner-map', text.slice(start).trim(), '`system=label`, `system=[label, label]` or `system+feature=label`, separated by spaces or lines');
        }
        runners.set(key, several === undefined ? one : labels);
    }
    for (const key of runners.keys()) {
        const [system = ''] = key.split('+');
        if (!runners.has(system)) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('runner-map', key, `it together with \`${system}=label\`, for what needs no such feature`);
        }
    }
    return runners;
}
/** `system+a+b`, whatever the order of its features. */
function parseKey(text) {
    const [system = '', ...features] = text.split('+');
    if (!(0,_systems_js__WEBPACK_IMPORTED_MODULE_1__/* .isSystem */ .y)(system) || !features.every((feature) => featurePattern.test(feature)))
        return null;
    return [system, ...[...new Set(features)].sort()].join('+');
}
function labelsOf(text) {
    return text
        .split(',')
        .map((label) => label.trim().replace(/^(["'])(.*)\1$/, '$2'))
        .filter((label) => label !== '');
}


/***/ }),

/***/ 97233:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runMatrix: () => (/* binding */ runMatrix)
});

// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(90832);
// EXTERNAL MODULE: ./src/inputs/phases.ts
var phases = __webpack_require__(29405);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/runner-map.ts
var runner_map = __webpack_require__(35112);
// EXTERNAL MODULE: ./src/publish/inputs.ts + 7 modules
var inputs = __webpack_require__(86611);
// EXTERNAL MODULE: ./src/nix/installable.ts
var installable = __webpack_require__(92532);
;// CONCATENATED MODULE: ./src/matrix/pattern.ts


/** Outputs of a flake that have a set for each system. */
const perSystem = ['packages', 'checks', 'devShells', 'legacyPackages', 'formatter', 'apps'];
/** Of these there is one for each system, and no set. */
const onePerSystem = ['formatter', 'devShell', 'defaultPackage'];
/** Sets whose attributes are no derivations. */
const builtOf = new Map([
    ['nixosConfigurations', [['config', 'system', 'build', 'toplevel']]],
    ['darwinConfigurations', [['config', 'system', 'build', 'toplevel'], ['system']]],
    ['homeConfigurations', [['activationPackage']]],
    ['legacyPackages.homeConfigurations', [['activationPackage']]],
    // The shell itself is made to be entered. This is all that it needs.
    ['devShells', [['inputDerivation']]],
    ['devShell', [['inputDerivation']]]
]);
const placeholder = '{system}';
/**
 *     .#hello  ./dir#packages.{system}.x^out   one attribute
 *     .#packages.*  .#packages.*.*  .#checks.{system}.*  .#hydraJobs.*   every derivation of a set; `*` in a system's place is each of `systems`
 *     .#nixosConfigurations.*  .#devShells.{system}.x   what is built of every configuration, of one shell
 *     .#inputs.*  .#inputs.nixpkgs              sources of the flake's inputs
 *     .  .#                                     the flake's default
 *
 * Throws ATTRIBUTE_INVALID.
 */
function parsePattern(text) {
    const { reference, outputs } = (0,installable/* parseInstallable */.d)(text);
    const hash = reference.indexOf('#');
    const flake = hash === -1 ? reference : reference.slice(0, hash) || '.';
    const path = parseAttributePath(hash === -1 ? '' : reference.slice(hash + 1), text);
    const hasStar = path.at(-1) === '*';
    const names = hasStar ? path.slice(0, -1) : path;
    if (hasStar && names.length === 0)
        names.push('packages');
    const [output = '', second] = names;
    const isOne = onePerSystem.includes(output);
    if (isOne || perSystem.includes(output)) {
        if (second === '*')
            names[1] = placeholder;
        if (second === undefined && hasStar)
            names.push(placeholder);
    }
    if (names.includes('*')) {
        throw invalid(text, '`*` stands last, or in the place of a system');
    }
    const isInput = output === 'inputs' && (hasStar || second !== undefined);
    if (isInput && outputs !== null)
        throw invalid(text, 'an input is a source and has no outputs');
    const isEach = hasStar && !(isOne && names.length === 2);
    const built = builtOf.get(withoutSystem(isEach ? names : names.slice(0, -1))) ?? [];
    return { text, flake, path: names, isEach, built, isInput, outputs };
}
/** The output, and names below its system: `devShells.default`. Empty: it ends with the system or before. */
function withoutSystem([output = '', ...names]) {
    if (!perSystem.includes(output))
        return [output, ...names].join('.');
    return names.length === 0 ? '' : [output, ...names.slice(1)].join('.');
}
/**
 * Where the pattern is to be looked for, the first place that has something counts: as Nix does it for `.#hello`. What is built of an attribute
 * is below its place.
 */
function placesOf(pattern, system) {
    const { path, isEach, built } = pattern;
    const names = namesOf(pattern, system);
    if (names.length === 0) {
        return [
            ['packages', system, 'default'],
            ['defaultPackage', system]
        ];
    }
    const isWhole = isEach || built.length > 0 || [...perSystem, ...onePerSystem].includes(path[0] ?? '');
    const inSystem = isWhole
        ? []
        : ['packages', 'legacyPackages'].map((output) => [output, system, ...names]);
    return [...inSystem, names];
}
/** The path as Nix has its names. */
function namesOf({ path }, system = placeholder) {
    return path.map((name) => decodeURIComponent(name.replaceAll(placeholder, () => system)));
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
function parseAttributePath(text, whole) {
    const names = splitAttributePath(text);
    if (typeof names === 'string')
        throw invalid(whole, names);
    return names;
}
/** Names as they are written (`a%20b`), or why it is no path. As Nix splits it (libexpr/attr-path.cc): at dots outside of quotes, without escapes. */
function splitAttributePath(text) {
    if (text === '')
        return [];
    // A dot in front says that the path is whole; so are ours.
    const names = text.replace(/^\./, '').match(/(?:"[^"]*"|[^."])+|(?<=\.|^)(?=\.|$)/g) ?? [];
    const isWellFormed = names.join('.') === text.replace(/^\./, '') && !names.includes('');
    if (!isWellFormed)
        return 'it is no attribute path';
    if ((0,errors/* attempt */.CD)(() => decodeURIComponent(text), null) === null)
        return 'a `%` in it is to be written as `%25`';
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

;// CONCATENATED MODULE: ./src/matrix/exclude.ts



/** `*` is any part of a name, `{system}` any system; what is below is meant, too. Throws INPUT_INVALID. */
function parseExclude(text) {
    const split = splitAttributePath(text.replace(/^\.?#/, '').replaceAll('{system}', '*'));
    if (typeof split === 'string' || split.length === 0 || split.some((name) => name.includes('#'))) {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: `input exclude, ${(0,src_text/* quote */.hD)(text)}`,
            reason: typeof split === 'string' ? split : 'it is no attribute path',
            hint: 'Write it as `packages.*.docs`, `checks.aarch64-linux.*` or `nixosConfigurations.old-*`.'
        });
    }
    return {
        text,
        names: split.map((name) => name.split('*').map(src_text/* decoded */.DH))
    };
}
/** What `exclude` leaves out, and which of its lines did. */
class Excluded {
    #globs;
    #used = new Set();
    constructor(globs) {
        this.#globs = globs;
    }
    /** Whether an attribute is left out, by itself or with the set that it is in. */
    has(path) {
        const found = this.#globs.filter(({ names }) => names.length <= path.length && isPrefix(names, path));
        for (const glob of found)
            this.#used.add(glob);
        return found.length > 0;
    }
    /** Whether some attribute of a set may be left out, and another one not. */
    mayHaveIn(place) {
        return this.#globs.some(({ names }) => names.length > place.length && isPrefix(names, place));
    }
    /** Lines that left nothing out. */
    unused() {
        return this.#globs.filter((glob) => !this.#used.has(glob)).map(({ text }) => text);
    }
}
/** As far as both go. */
function isPrefix(names, path) {
    return names.every((parts, index) => {
        const name = path[index];
        return name === undefined || isMatch(parts, name);
    });
}
/** Without going back, so that no pattern is slow. */
function isMatch(parts, name) {
    const [first = '', ...others] = parts;
    const last = others.pop();
    if (last === undefined)
        return name === first;
    if (!name.startsWith(first))
        return false;
    let at = first.length;
    for (const part of others) {
        const found = name.indexOf(part, at);
        if (found === -1)
            return false;
        at = found + part.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
}

;// CONCATENATED MODULE: ./src/matrix/inputs.ts








/**
 * Throws INPUT_INVALID, INPUT_MISSING, SYSTEM_UNKNOWN, TOKEN_MISSING, REPOSITORY_INVALID, BRANCH_INVALID.
 */
function parseMatrixInputs(environment, secrets) {
    const attributes = [...new Set((0,readers/* lines */.Mn)(environment.input('flake-attribute')))];
    if (attributes.length === 0) {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_MISSING',
            subject: 'input flake-attribute',
            reason: 'it is empty, so there is nothing to make jobs for',
            hint: 'Give attributes one a line, for example `.#packages.*` for every package of the flake.',
            terminal: { reason: 'it is empty', hint: 'Give attributes, for example `.#packages.*`.' }
        });
    }
    const runners = (0,runner_map/* parseRunnerMap */.e6)(environment);
    return {
        mode: 'matrix',
        attributes,
        systems: parseMatrixSystems(environment, runners),
        closure: (0,inputs/* parseClosure */.JK)(environment),
        runners,
        exclude: (0,readers/* lines */.Mn)(environment.input('exclude')).map(parseExclude),
        rowWeight: (0,readers/* parseCount */.zq)(environment, 'row-weight', 1, 100_000),
        planDirectory: environment.input('output-directory') === '' ? null : (0,phases/* parseOutputDirectory */.m)(environment),
        failOnEvalError: (0,readers/* parseBoolean */.yG)(environment, 'fail-on-eval-error'),
        unsigned: (0,readers/* parseBoolean */.yG)(environment, 'unsigned'),
        ...(0,inputs/* parseReadTargetInputs */.wH)(environment, secrets)
    };
}
function parseMatrixSystems(environment, runners) {
    const given = (0,common/* givenSystems */.uG)(environment);
    const homeless = given.find((system) => !runners.has(system));
    if (homeless !== undefined) {
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: 'inputs systems and runner-map',
            reason: `there is no runner for ${(0,src_text/* quote */.hD)(homeless)}`,
            hint: `Say which: \`runner-map: ${homeless}=label\`.`
        });
    }
    return given.length > 0
        ? { value: given, source: 'input' }
        : { value: (0,runner_map/* systemsOf */.cT)(runners), source: 'default' };
}

// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/publish/artifact.ts
var artifact = __webpack_require__(67625);
// EXTERNAL MODULE: ./src/publish/beside-target.ts
var beside_target = __webpack_require__(57239);
// EXTERNAL MODULE: ./src/publish/held.ts
var publish_held = __webpack_require__(96992);
// EXTERNAL MODULE: ./src/publish/open-target.ts
var open_target = __webpack_require__(8217);
// EXTERNAL MODULE: ./src/publish/packed-folder/write.ts
var write = __webpack_require__(51352);
// EXTERNAL MODULE: ./src/publish/report/report-published.ts + 1 modules
var report_published = __webpack_require__(83271);
// EXTERNAL MODULE: ./src/inputs/systems.ts
var systems = __webpack_require__(81967);
// EXTERNAL MODULE: ./src/nix/describe.ts
var describe = __webpack_require__(19142);
// EXTERNAL MODULE: ./src/nix/evaluate.ts + 1 modules
var evaluate = __webpack_require__(68367);
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
    return formatAttributePath(path) ?? (0,harmless/* shownName */.HD)(path.join('.'));
}
function shownInstallable(flake, path) {
    return `${flake}#${shownPath(path)}`;
}

// EXTERNAL MODULE: ./src/nix/attribute-names.ts
var attribute_names = __webpack_require__(11438);
// EXTERNAL MODULE: ./src/nix/list-attributes.ts + 2 modules
var list_attributes = __webpack_require__(2713);
;// CONCATENATED MODULE: ./src/matrix/find-attributes.ts




/** One for each system where that makes a difference. */
function wantedOf(pattern, systems) {
    const all = systems.map((system) => ({
        pattern,
        system,
        places: placesOf(pattern, system)
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
    const names = await (0,attribute_names/* listNames */.Z)(nix, flake, listed);
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
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
    const [, ...names] = namesOf(pattern);
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
    const excluded = new Excluded(exclude);
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
            return [parsePattern(line)];
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
    if (formatAttributePath(path) === null) {
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
        return withoutSystem(path.slice(0, -names.length));
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
            handsOn: plan_rows_namesOf(planned, handsOn.get(id) ?? []),
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
function plan_rows_namesOf({ graph }, takes) {
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

;// CONCATENATED MODULE: ./src/matrix/report/row-text.ts

/** `12`, `8.05`. */
function row_text_weightText(weight) {
    return String(Math.round(weight * 100) / 100);
}
/** `12 of weight 8.05`; empty: there are none. */
function row_text_buildsText({ builds, weight }) {
    return builds.length === 0 ? '' : `${builds.length} of weight ${row_text_weightText(weight)}`;
}
/** Names of the jobs that it takes from: `a and b`; empty: none. */
function row_text_givers({ takes = '' }, rows) {
    const ids = takes.split('|');
    return (0,src_text/* list */.p_)(rows.filter(({ row = '' }) => ids.includes(row)).map(({ name }) => name));
}

// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/report/blocks.ts
var blocks = __webpack_require__(83578);
;// CONCATENATED MODULE: ./src/matrix/report/picture.ts



/** More cannot be told apart. */
const mostNodes = 60;
const mostNames = 4;
/** Who hands on to whom, for Mermaid; nothing where nobody does. */
function picture_planPicture(rows) {
    const joined = rows.filter(({ wave, takes = '' }) => wave === 1 || takes !== '');
    if (joined.length === 0)
        return [];
    const shown = joined
        .toSorted((a, b) => a.wave - b.wave || b.weight - a.weight)
        .slice(0, mostNodes);
    const ids = new Map(shown.map(({ row = '' }, index) => [row, `r${index}`]));
    const nodes = shown.map(({ row = '', name, weight, handsOn }) => {
        const shared = handsOn.length === 0 ? [] : [`hands on ${shortList(handsOn, mostNames)}`];
        const lines = [name, `weight ${weightText(weight)}`, ...shared].map(label);
        return `  ${ids.get(row) ?? ''}["${lines.join('<br/>')}"]`;
    });
    const edges = shown.flatMap(({ row = '', takes = '' }) => takes.split('|').flatMap((giver) => {
        const from = ids.get(giver);
        return from === undefined ? [] : [`  ${from} --> ${ids.get(row) ?? ''}`];
    }));
    const left = joined.length - shown.length;
    return [
        fenced('mermaid', ['graph LR', ...nodes, ...edges]),
        ...(left === 0 ? [] : [`${count(left, 'more job')} would not fit into the picture.`])
    ];
}
/** Text for what stands between quotes: anything else is a character's number, which Mermaid shows as that character. */
function label(text) {
    return text.replace(/[^\w .,+@-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}

;// CONCATENATED MODULE: ./src/matrix/report/summary.ts








/** Markdown for GITHUB_STEP_SUMMARY. */
function renderMatrixSummary(report) {
    return withinLimit(listLengths, (shown) => render(report, shown));
}
function render(report, shown) {
    const { rows, target, failures, notes = [] } = report;
    const held = heldIn(report);
    return `${[
        headline(report),
        ...remarks('Note', notes),
        ...planTable(rows, shown),
        ...planPicture(rows),
        ...(held.length === 0
            ? []
            : details(`${count(held.length, 'attribute')} already in ${markdownText(target.name)}`, [
                held
                    .slice(0, shown)
                    .map((attribute) => `- ${markdownCode(attribute)}`)
                    .join('\n')
            ])),
        ...failuresTable(failures.slice(0, shown), failures.length)
    ].join('\n\n')}\n`;
}
function planTable(rows, shown) {
    const hasWaves = rows.some(({ wave }) => wave === 1);
    const inWaves = (...cells) => (hasWaves ? cells : []);
    return table([
        ...['Job', ...inWaves('Wave'), 'System', 'Runner', 'Attributes', 'Builds', 'Fetches'],
        ...inWaves('Takes from')
    ], rows
        .slice(0, shown)
        .map((row) => [
        markdownText(row.name),
        ...inWaves(String(row.wave)),
        markdownText(row.system),
        markdownText([row.os].flat().join(', ')),
        row.attribute.includes('\n')
            ? count(row.attribute.split('\n').length, 'attribute')
            : row.attribute && markdownCode(row.attribute),
        buildsText(row),
        row.fetches ? prettyBytes(row.fetches) : '',
        ...inWaves(markdownText(givers(row, rows), 300))
    ]));
}
function headline(report) {
    const { rows, attributes, failures, target } = report;
    const held = heldIn(report);
    const where = `${markdownText(target.name)}, branch ${markdownCode(target.branch)}`;
    const failed = failures.length === 0 ? '' : ` **${count(failures.length, 'attribute')} failed.**`;
    if (rows.length > 0) {
        return `**${count(rows.length, 'job')}** for ${count(attributes, 'attribute')} that ${where} does not hold.${failed}`;
    }
    const why = held.length === 0
        ? 'no derivation was found'
        : `${where} holds ${count(held.length, 'attribute')}`;
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

;// CONCATENATED MODULE: ./src/matrix/command.ts











/** `nar-publish matrix ATTRIBUTE... TARGET`: the action's `mode: matrix`, told by arguments. */
async function runMatrix(run) {
    const { command, arguments: given, log, scratch } = run;
    const attributes = given.operands.slice(0, -1);
    const target = given.operands.at(-1);
    if (attributes.length === 0 || target === undefined) {
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'attributes and then the target are wanted');
    }
    const environment = run.environmentWith(new Map([
        ...(0,cli_arguments/* inputsOf */.Vc)(command, given),
        ['target-repository', target],
        ['flake-attribute', attributes.join('\n')]
    ]));
    const secrets = (0,inputs_secrets/* readSecrets */.ql)(environment, log.hide);
    const inputs = (0,typed/* typed */.G)(() => parseMatrixInputs(environment, secrets));
    (0,src_environment/* forgetSecrets */.DL)();
    const { report, error } = await makeMatrix({ inputs, environment, scratch, log, timings: [] });
    return { json: jsonResult(report), text: matrixText(report), error };
}
function jsonResult(report) {
    const outputs = matrixOutputs(report);
    return {
        matrix: (0,src_text/* parseJson */.qF)(outputs['matrix'] ?? ''),
        'first-wave': (0,src_text/* parseJson */.qF)(outputs['first-wave'] ?? ''),
        'any-jobs': report.rows.length > 0,
        rows: report.rows.map(({ name, row, wave, system, builds, weight, fetches, takes = '' }) => ({
            ...{ name, row, wave, system, builds, weight, fetches },
            takes: takes.split('|').filter((id) => id !== '')
        })),
        held: heldIn(report),
        failures: report.failures
    };
}
function matrixText(report) {
    const { rows, failures, target, notes = [] } = report;
    const lines = [
        ...rows.map((row) => rowLine(row, rows)),
        ...notes,
        ...failures.map(({ installable, code }) => `failed: ${installable} (${code})`),
        `${(0,src_text/* count */.U9)(rows.length, 'job')}; ${target.name}, branch ${target.branch} holds ${(0,src_text/* count */.U9)(heldIn(report).length, 'attribute')}.`
    ];
    return (0,harmless/* terminalText */.eR)(lines);
}
/** `.#hello  x86_64-linux  ubuntu-24.04  builds 3 of weight 3, takes from a and b` */
function rowLine(row, rows) {
    const taken = row_text_givers(row, rows);
    const work = [
        ...(row.wave === 1 ? ['first wave'] : []),
        ...(row.builds.length === 0 ? [] : [`builds ${row_text_buildsText(row)}`]),
        ...(row.fetches ? [`fetches ${(0,pretty_bytes/* default */.A)(row.fetches)}`] : []),
        ...(taken === '' ? [] : [`takes from ${taken}`])
    ];
    const what = row.attribute.includes('\n') || row.attribute === '' ? row.name : row.attribute;
    return [what, row.system, [row.os].flat().join(', '), work.join(', ')].join('  ').trimEnd();
}


/***/ }),

/***/ 11438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ listNames)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _list_attributes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2713);


const names = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP());
/**
 * What sets of a flake have, of which nothing is looked at: one evaluation for each output that they are of. `places`: paths from the
 * output on, in whose order it answers.
 */
async function listNames(nix, flake, places) {
    const found = new Map();
    for (const [output, asked] of Map.groupBy(places, ([first = '']) => first)) {
        const about = {
            nix,
            command: (0,_list_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .applied */ .Ic)(`${flake}#${output}`),
            describe: '(set: if builtins.isAttrs set then builtins.attrNames set else null)',
            shape: names,
            patience: Infinity
        };
        const questions = asked.map((place) => ({ path: place.slice(1), kind: 'one' }));
        const answers = await (0,_list_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .answerAll */ .iz)(about, questions);
        for (const [index, place] of asked.entries()) {
            const answer = Array.isArray(answers) ? (answers[index] ?? null) : [];
            found.set(place, answer === null ? null : (answer[0]?.described ?? 'failed'));
        }
    }
    return places.map((place) => found.get(place) ?? null);
}


/***/ })

};
