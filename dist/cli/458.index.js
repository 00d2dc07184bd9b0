export const id = 458;
export const ids = [458];
export const modules = {

/***/ 63160:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ NarScanner)
/* harmony export */ });
/**
 * Finds the end of a NAR in a stream that goes on after it. A NAR does not say its length; its grammar does
 * (Nix, src/libutil/archive.cc):
 *
 *     nar  = "nix-archive-1" node
 *     node = "(" "type" ( "regular" ["executable" ""] ["contents" bytes] | "symlink" "target" text | "directory" entry* ) ")"
 *     entry = "entry" "(" "name" text "node" node ")"
 *
 * Every string has its length before it (64 bits, little-endian) and zeros after it, up to a multiple of 8.
 */
/** What the string that comes next may be, and what is expected after it. `null`: any string. */
const grammar = {
    magic: { 'nix-archive-1': 'open' },
    open: { '(': 'typeKey' },
    typeKey: { type: 'type' },
    type: { regular: 'regular', symlink: 'symlink', directory: 'directory' },
    regular: { executable: 'executable', contents: 'contents', ')': 'end' },
    executable: { '': 'contentsKey' },
    contentsKey: { contents: 'contents', ')': 'end' },
    contents: null,
    close: { ')': 'end' },
    symlink: { target: 'target' },
    target: null,
    directory: { entry: 'entryOpen', ')': 'end' },
    entryOpen: { '(': 'nameKey' },
    nameKey: { name: 'name' },
    name: null,
    nodeKey: { node: 'open' },
    entryClose: { ')': 'directory' },
    end: {}
};
const afterAnyString = {
    contents: 'close',
    target: 'close',
    name: 'nodeKey'
};
const longestKeyword = 'nix-archive-1'.length;
/** bytes; what a file system allows for a name. A longer one is passed over. */
const longestName = 255n;
class NarScanner {
    #state = 'magic';
    #onFile;
    /** Of the entries that are open, where somebody wants to know. */
    #names = [];
    /** Folders that are open. */
    #depth = 0;
    /** Bytes of the length field or the keyword, until they are whole. */
    #pending = Buffer.alloc(0);
    /** null: the length field is read. */
    #length = null;
    /** Bytes of an uninteresting string and of padding that are still to pass. */
    #skip = 0;
    /** `onFile` is told of each file when it begins: its path in the NAR, empty when it is the NAR’s all, a character for each byte. */
    constructor(onFile) {
        this.#onFile = onFile;
    }
    /**
     * Takes the next bytes. Gives how many of them belong to the NAR when it ends among them, else null. Throws SyntaxError for what is
     * no NAR.
     */
    push(chunk) {
        let at = 0;
        while (at < chunk.length) {
            if (this.#skip > 0) {
                const passed = Math.min(this.#skip, chunk.length - at);
                this.#skip -= passed;
                at += passed;
            }
            else {
                const wanted = (this.#length ?? 8) - this.#pending.length;
                const part = chunk.subarray(at, at + wanted);
                this.#pending = Buffer.concat([this.#pending, part]);
                at += part.length;
                if (part.length === wanted)
                    this.#takePending();
            }
            if (this.#skip === 0 && this.#state === 'end')
                return at;
        }
        return null;
    }
    #takePending() {
        const bytes = this.#pending;
        this.#pending = Buffer.alloc(0);
        if (this.#length === null)
            this.#takeLength(bytes.readBigUInt64LE());
        else if (this.#state === 'name')
            this.#takeName(bytes.toString('latin1'));
        else
            this.#takeKeyword(bytes.toString('latin1'));
    }
    #takeLength(length) {
        const keywords = grammar[this.#state];
        if (length > BigInt(keywords === null ? Number.MAX_SAFE_INTEGER - 8 : longestKeyword)) {
            throw new SyntaxError(`not a NAR: a string of ${length} bytes where ${this.#state} is expected`);
        }
        const isWanted = this.#state === 'name' && this.#onFile !== undefined;
        if (isWanted && length > 0n && length <= longestName)
            this.#length = Number(length);
        else if (keywords === null) {
            if (isWanted)
                this.#names.push('');
            this.#skip = padded(Number(length));
            this.#state = afterAnyString[this.#state] ?? 'end';
        }
        else if (length === 0n)
            this.#takeKeyword('');
        else
            this.#length = Number(length);
    }
    #takeName(name) {
        this.#names.push(name);
        this.#skip = padded(name.length) - name.length;
        this.#length = null;
        this.#state = 'nodeKey';
    }
    #takeKeyword(keyword) {
        const next = grammar[this.#state]?.[keyword];
        if (next === undefined) {
            throw new SyntaxError(`not a NAR: ${JSON.stringify(keyword)} where ${this.#state} is expected`);
        }
        this.#skip = padded(keyword.length) - keyword.length;
        this.#length = null;
        if (next === 'regular')
            this.#onFile?.(this.#names.join('/'));
        if (next === 'end') {
            if (this.#state === 'directory')
                this.#depth -= 1;
            this.#names.pop();
            this.#state = this.#depth > 0 ? 'entryClose' : 'end';
        }
        else {
            if (next === 'directory' && this.#state === 'type')
                this.#depth += 1;
            this.#state = next;
        }
    }
}
function padded(length) {
    return Math.ceil(length / 8) * 8;
}


/***/ }),

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

/***/ 35112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parseRunnerMap)
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
/** `system=label`, or `system=[a, b]` with blanks inside of the brackets. */
const entry = /\s*([^\s=]+)=(?:\[([^\][]*)\]|([^\s[\]]+))(?=\s|$)/y;
const labelPattern = /^[\w.:/@+ -]{1,256}$/;
/** The default runners, with those of `runner-map` on top. Throws INPUT_INVALID. */
function parseRunnerMap(environment) {
    const runners = new Map(defaultRunners);
    const text = environment.input('runner-map');
    entry.lastIndex = 0;
    while (entry.lastIndex < text.trimEnd().length) {
        const start = entry.lastIndex;
        const [, system = '', several, one = ''] = entry.exec(text) ?? [];
        const labels = several === undefined ? [one] : labelsOf(several);
        if (!(0,_systems_js__WEBPACK_IMPORTED_MODULE_1__/* .isSystem */ .y)(system) ||
            labels.length === 0 ||
            !labels.every((label) => labelPattern.test(label))) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('runner-map', text.slice(start).trim(), '`system=label` or `system=[label, label]`, separated by spaces or lines');
        }
        runners.set(system, several === undefined ? one : labels);
    }
    return runners;
}
function labelsOf(text) {
    return text
        .split(',')
        .map((label) => label.trim().replace(/^(["'])(.*)\1$/, '$2'))
        .filter((label) => label !== '');
}


/***/ }),

/***/ 9679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runMatrix: () => (/* binding */ runMatrix)
});

// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/environment.ts + 1 modules
var src_environment = __webpack_require__(95764);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(90832);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/runner-map.ts
var runner_map = __webpack_require__(35112);
// EXTERNAL MODULE: ./src/publish/inputs.ts + 4 modules
var inputs = __webpack_require__(75104);
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
            hint: 'Give attributes one a line, for example `.#packages.*` for every package of the flake.'
        });
    }
    const runners = (0,runner_map/* parseRunnerMap */.e)(environment);
    return {
        mode: 'matrix',
        attributes,
        systems: parseMatrixSystems(environment, runners),
        closure: (0,inputs/* parseClosure */.JK)(environment),
        runners,
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
        : { value: [...runners.keys()], source: 'default' };
}

// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/publish/artifact.ts
var artifact = __webpack_require__(67625);
// EXTERNAL MODULE: ./src/publish/held.ts
var publish_held = __webpack_require__(96992);
// EXTERNAL MODULE: ./src/publish/open-target.ts
var open_target = __webpack_require__(8217);
// EXTERNAL MODULE: ./src/publish/report/report-published.ts + 1 modules
var report_published = __webpack_require__(83271);
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
;// CONCATENATED MODULE: ./src/matrix/report/summary.ts






/** Markdown for GITHUB_STEP_SUMMARY. */
function renderMatrixSummary(report) {
    return withinLimit(listLengths, (shown) => render(report, shown));
}
function render(report, shown) {
    const { rows, held, target, failures, notes = [] } = report;
    return `${[
        headline(report),
        ...remarks('Note', notes),
        ...table(['Job', 'System', 'Runner', 'Attributes'], rows
            .slice(0, shown)
            .map(({ name, system, os, attribute }) => [
            markdownText(name),
            markdownText(system),
            markdownText([os].flat().join(', ')),
            attribute.includes('\n')
                ? count(attribute.split('\n').length, 'attribute')
                : markdownCode(attribute)
        ])),
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
function headline({ rows, attributes, held, failures, target }) {
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
/** `matrix` for `fromJSON`, `expected` for the job that commits, and whether it has a row: a job with an empty matrix fails. */
function matrixOutputs({ rows }) {
    return {
        matrix: JSON.stringify(matrixOf(rows)),
        expected: (0,expected_rows/* formatExpected */.I)(rows),
        'any-jobs': String(rows.length > 0)
    };
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
    const inputs = parseMatrixInputs(environment, (0,secrets/* readSecrets */.ql)(environment, log.hide));
    (0,src_environment/* forgetSecrets */.DL)();
    const { report, error } = await makeMatrix({ inputs, environment, scratch, log, timings: [] });
    return { json: jsonResult(report), text: matrixText(report), error };
}
function jsonResult(report) {
    const { matrix = '' } = matrixOutputs(report);
    return {
        matrix: JSON.parse(matrix),
        'any-jobs': report.rows.length > 0,
        held: report.held,
        failures: report.failures
    };
}
function matrixText({ rows, held, failures, target }) {
    const lines = [
        ...rows.map(({ attribute, system, os }) => `${attribute}  ${system}  ${[os].flat().join(', ')}`),
        ...failures.map(({ installable, code }) => `failed: ${installable} (${code})`),
        `${(0,src_text/* count */.U9)(rows.length, 'job')}; ${target.name}, branch ${target.branch} holds ${(0,src_text/* count */.U9)(held.length, 'attribute')}.`
    ];
    return (0,harmless/* terminalText */.eR)(lines);
}


/***/ }),

/***/ 36712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ derivationBytes)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _export_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65005);



/** bytes */
const largestFile = 64 * 1024 * 1024;
/** Of a NAR that is one file, before that file's length: `nix-archive-1`, `(`, `type`, `regular`, `contents`. */
const narHeader = 88;
/**
 * What these valid .drv files hold, by path: read as files, and of a store that is elsewhere by one process for all. Nix itself tells of
 * some kinds only with an experimental feature. Throws NIX_FAILED.
 */
async function derivationBytes(nix, drvPaths) {
    const files = new Map();
    const unseen = [];
    for (const path of new Set(drvPaths)) {
        const bytes = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path), null);
        if (bytes === null)
            unseen.push(path);
        else
            files.set(path, bytes);
    }
    for await (const { storePath, nar } of (0,_export_js__WEBPACK_IMPORTED_MODULE_2__/* .exportNars */ .j)(nix, unseen, largestFile)) {
        const size = Number(nar.readBigUInt64LE(narHeader));
        files.set(storePath, nar.subarray(narHeader + 8, narHeader + 8 + size));
    }
    return files;
}


/***/ }),

/***/ 48536:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ querySystem)
/* harmony export */ });
/* harmony import */ var _derivation_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36712);
/* harmony import */ var _derivation_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66853);
/* harmony import */ var _derivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55875);



/**
 * The system that each valid store path was built for, as its derivation says. A path that has no deriver, or whose derivation is not
 * in this machine's store, has no entry.
 */
async function querySystem(nix, storePaths) {
    const derivers = await (0,_derivers_js__WEBPACK_IMPORTED_MODULE_2__/* .validDerivers */ .D)(nix, storePaths);
    const files = await (0,_derivation_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .derivationBytes */ .n)(nix, derivers.values());
    // Its variables may hold text that is no UTF-8.
    const systemOf = (drv) => (0,_derivation_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDerivationText */ .GD)(files.get(drv)?.toString('latin1') ?? '')?.system;
    return new Map([...derivers].flatMap(([path, drv]) => {
        const system = systemOf(drv);
        return system === undefined ? [] : [[path, system]];
    }));
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

/***/ 19142:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HW: () => (/* binding */ noDerivationReason),
/* harmony export */   Ic: () => (/* binding */ readEvaluated),
/* harmony export */   PU: () => (/* binding */ noDerivation),
/* harmony export */   U: () => (/* binding */ describeExpression),
/* harmony export */   WY: () => (/* binding */ described),
/* harmony export */   _W: () => (/* binding */ describeAndTellExpression),
/* harmony export */   h_: () => (/* binding */ description),
/* harmony export */   md: () => (/* binding */ whatItHas)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);



/** Nix code: what is known of any derivation. */
const describeExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "describe.nix", 'utf8');
/** The same, told of its .drv as soon as that is in the store, while Nix itself keeps it there; see holdTraced. */
const describeAndTellExpression = `(value: let told = (${describeExpression}) value; in if told ? drvPath then builtins.trace told.drvPath told else told)`;
/** What that tells. */
const description = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    drvPath: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    system: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    pname: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    mainProgram: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Of all of them, in the derivation's order. */
    outputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })).min(1),
    /** The one that the attribute stands for (`pkg.dev`); null: for the derivation. */
    specified: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable()
});
const noDerivation = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    notDerivation: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    attributes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).default([])
});
/** What describe.nix says of anything. */
const described = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([description, noDerivation]);
/** A derivation with the wanted outputs (as after `^`; null: nothing is said), or why it is none that can be published. */
function readEvaluated(read, installable, outputs) {
    if ('notDerivation' in read)
        return noDerivationReason(read);
    const { specified, ...described } = read;
    const wanted = outputs ?? (specified === null ? ['*'] : [specified]);
    const unknown = wanted.find((name) => name !== '*' && !read.outputs.some((output) => output.name === name));
    if (unknown !== undefined) {
        return `it has no output "${unknown}"; it has ${read.outputs.map(({ name }) => name).join(', ')}`;
    }
    const unpredictable = read.outputs.find(({ path }) => !(0,_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isStorePath */ .zP)(path));
    if (unpredictable !== undefined) {
        return (`its output "${unpredictable.name}" is ${JSON.stringify(unpredictable.path)}, no path in /nix/store: ` +
            'content-addressed derivations and other store directories are not supported');
    }
    return {
        ...described,
        installable,
        outputs: read.outputs.filter(({ name }) => wanted.includes(name) || wanted.includes('*'))
    };
}
function noDerivationReason({ notDerivation, attributes }) {
    return `it is a ${notDerivation}, not a derivation${whatItHas('it', attributes)}`;
}
/** `; it has a, b, …`, or nothing. */
function whatItHas(owner, attributes) {
    const few = attributes.slice(0, 10);
    if (few.length === 0)
        return '';
    return `; ${owner} has ${few.join(', ')}${attributes.length > few.length ? ', …' : ''}`;
}


/***/ }),

/***/ 7117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ evaluationReason),
/* harmony export */   K2: () => (/* binding */ runEvaluation),
/* harmony export */   UU: () => (/* binding */ logWords),
/* harmony export */   yK: () => (/* binding */ pasteable)
/* harmony export */ });
/* unused harmony export withoutCredentials */
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);
/* harmony import */ var _process_tail_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40795);
/* harmony import */ var _gc_roots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44681);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59094);





/** Characters. An older Nix says what is wrong first, and then whence it was called. */
const longestWords = 1024 * 1024;
/**
 * Runs an evaluation. Its `stderr` has what Nix said from the beginning on, and its .drv files are kept as Nix tells of them. `onTrace`: see
 * holdTraced.
 */
async function runEvaluation(nix, command, place = {}, onTrace) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    const hold = (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_3__/* .holdTraced */ .nW)(nix, onTrace);
    let said = '';
    const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runNix */ .dI)({ ...nix, ...place }, command, {
        onStderr: (chunk) => {
            hold(chunk);
            if (said.length < longestWords)
                said += decoder.write(chunk);
        }
    });
    const begin = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(said);
    return { ...ended, stderr: said.length < longestWords ? begin : `${begin}\n${ended.stderr}` };
}
/** Most lines of an evaluation's words in the log. */
const longestLog = 100;
/** What Nix said of an evaluation that failed, fenced: with its trace, as far as that is of use. */
async function logWords(log, stderr) {
    const lines = withoutCredentials(stderr)
        .split('\n')
        .filter((line) => !line.startsWith('trace: /nix/store/'));
    const shown = lines.slice(0, longestLog / 2);
    const rest = lines.slice(longestLog / 2);
    const end = rest.slice(-longestLog / 2);
    const left = rest.length > end.length ? ['…'] : [];
    await log.fenced((write) => {
        write(`${[...shown, ...left, ...end].join('\n').trimEnd()}\n`);
        return Promise.resolve();
    });
}
const positions = /^\s*at ([^«\s].*?):(\d+):(\d+):?\s*$/gm;
const fetchedInputs = /^\s*… while fetching the input '([^']+)'/gm;
const updatedInputs = /^\s*… while updating the flake input '([^']+)'/gm;
/** So many of git's lines are told. */
const mostFatal = 4;
/**
 * Why an evaluation failed: Nix's message; what git said, which Nix passes on as an exit status; which input was being fetched; and the
 * innermost place in a file, without the store path of the source. Passwords in addresses are left out.
 */
function evaluationReason(stderr) {
    const said = (0,_process_tail_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutBlankRuns */ .Zy)(stderr);
    const start = [...said.matchAll(/^\s*error: /gm)].at(-1)?.index ?? 0;
    // Newer versions say whence it was called before what is wrong, older ones after it; the place of the error itself comes after it in both.
    const innermost = (pattern) => {
        const found = [...said.matchAll(pattern)];
        return found.find(({ index }) => index >= start) ?? found.at(-1);
    };
    const words = (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .nixWords */ .b3)(said);
    const fatal = new Set(said.match(/^fatal: .+$/gm) ?? []);
    const [, file, line, column] = innermost(positions) ?? [];
    const input = innermost(fetchedInputs)?.[1];
    const name = innermost(updatedInputs)?.[1];
    const where = [
        ...(input === undefined
            ? []
            : [`while fetching ${name === undefined ? '' : `its input "${name}", `}${input}`]),
        ...(file === undefined ? [] : [`at ${inSource(file)}:${line ?? ''}:${column ?? ''}`])
    ];
    const message = [words, ...[...fatal].slice(0, mostFatal)].join(fatal.size > 0 ? ': ' : '');
    return withoutCredentials(where.length === 0 ? message : `${message} (${where.join(', ')})`);
}
/** Of the flake's own source or an input's, as people know it. */
function inSource(file) {
    return file.replace(/^\/nix\/store\/[0-9a-z]{32}-source\//, '');
}
/** Without the names and passwords in addresses, but for the name that everybody uses with ssh. */
function withoutCredentials(text) {
    return text.replace(/(?<=:\/\/)(?!git@)[^\s/@'"]+@/g, '***@');
}
/**
 * A command to be pasted into a shell, that fails as this run did: from its folder, whatever the user's nix.conf says of flakes, and
 * without Nix's memory of an earlier failure, which has no words.
 */
function pasteable({ program, args }, folder) {
    const features = ['--extra-experimental-features', 'nix-command flakes'];
    const memory = ['--option', 'eval-cache', 'false'];
    const flags = program === 'nix' ? [...features, ...args.slice(0, 1), ...memory] : [];
    const words = [program, ...flags, ...(program === 'nix' ? args.slice(1) : args)];
    const line = words.map(_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r7).join(' ');
    // Who reads it is there already, or at another machine.
    const isHere = folder === process.cwd();
    return withoutCredentials(isHere ? line : `cd ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r7)(folder)} && ${line}`);
}


/***/ }),

/***/ 31333:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ evaluatorsAtOnce)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);

/** What an evaluation of nixpkgs may take, with room to spare. */
const evaluatorBytes = 2 * 1024 ** 3;
/** How many evaluations a machine does at once. `memory`: bytes that are to be had. Default: this machine, now. */
function evaluatorsAtOnce({ cores, memory } = {
    cores: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)(),
    memory: process.availableMemory()
}) {
    return Math.max(1, Math.min(cores, Math.floor(memory / evaluatorBytes)));
}


/***/ }),

/***/ 65005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ exportNars)
/* harmony export */ });
/* unused harmony export readExport */
/* harmony import */ var _binary_cache_nar_scanner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63160);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82094);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59094);




// Nix, src/libstore/export-import.cc.
const exportMagic = 0x4558494en;
const longestPath = 4096;
const mostReferences = 1000000n;
/**
 * The NARs of many small store paths from one process, in Nix's order, one in memory at a time: a process for each path takes a hundred
 * times as long. `largest`: bytes of the largest NAR; a stream that has a larger one is no export of these paths.
 * Throws NIX_FAILED, NAR_HASH_MISMATCH.
 */
async function* exportNars(nix, storePaths, largest, signal) {
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .chunkOperands */ .y)(storePaths)) {
        const { child, stdout, exit } = (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .startNix */ .O9)(nix, { program: 'nix-store', args: ['--export', '--', ...chunk] }, { signal });
        try {
            yield* readExport(stdout, largest);
            const ended = await exit;
            if (ended.status !== 0)
                throw exportFailure(ended);
        }
        catch (error) {
            if (!(error instanceof SyntaxError))
                throw error;
            // A stream that breaks off is Nix's failure, which Nix tells better. It waits for its reader until then, and compares a path's
            // hash only after the path's last byte.
            await stdout.forEach(() => undefined).catch(() => undefined);
            const ended = await exit;
            if (ended.status !== 0)
                throw exportFailure(ended);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
                code: 'NIX_FAILED',
                subject: 'nix-store --export',
                reason: error.message,
                cause: error
            });
        }
        finally {
            stdout.destroy();
            child.kill();
        }
    }
}
/** Unlike `--dump`, the export compares each path with Nix's database itself. */
function exportFailure(ended) {
    const changed = /hash of path '([^']+)' has changed from (.*)/.exec(ended.stderr);
    return changed?.[1] === undefined
        ? (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .nixFailure */ .M4)(ended)
        : (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .nixFailure */ .M4)(ended, {
            code: 'NAR_HASH_MISMATCH',
            subject: changed[1],
            reason: `the hash of its NAR has changed from ${changed[2] ?? 'what Nix knows'}`
        });
}
/**
 * Splits an export stream: for each path `1`, the NAR, the magic, the path, its references, its deriver, `0`; and `0` at the end.
 * Numbers have 64 bits, little-endian; texts have their length before them and zeros after them, up to a multiple of 8.
 * Throws SyntaxError.
 */
async function* readExport(stream, largest) {
    const reader = new ExportReader(stream);
    while ((await reader.number()) !== 0n) {
        const nar = await reader.nar(largest);
        if ((await reader.number()) !== exportMagic)
            throw new SyntaxError('the magic is not there');
        const storePath = await reader.text();
        const references = await reader.number();
        if (references > mostReferences)
            throw new SyntaxError(`${references} references`);
        for (let reference = 0n; reference < references; reference++)
            await reader.text();
        await reader.text();
        // Once an (unused) signature could follow.
        if ((await reader.number()) !== 0n)
            throw new SyntaxError('something follows the deriver');
        yield { storePath, nar };
    }
}
class ExportReader {
    #chunks;
    #rest = Buffer.alloc(0);
    constructor(stream) {
        this.#chunks = stream[Symbol.asyncIterator]();
    }
    async number() {
        return (await this.#bytes(8)).readBigUInt64LE();
    }
    async text() {
        const length = await this.number();
        if (length > longestPath)
            throw new SyntaxError(`a path of ${length} bytes`);
        const padded = await this.#bytes(Math.ceil(Number(length) / 8) * 8);
        return padded.toString('utf8', 0, Number(length));
    }
    async nar(largest) {
        const scanner = new _binary_cache_nar_scanner_js__WEBPACK_IMPORTED_MODULE_0__/* .NarScanner */ .u();
        const parts = [];
        let size = 0;
        for (;;) {
            if (this.#rest.length === 0)
                await this.#more();
            const end = scanner.push(this.#rest);
            const part = this.#rest.subarray(0, end ?? undefined);
            parts.push(part);
            size += part.length;
            if (size > largest)
                throw new SyntaxError(`a NAR of more than ${largest} bytes`);
            this.#rest = this.#rest.subarray(part.length);
            if (end !== null)
                return Buffer.concat(parts);
        }
    }
    async #bytes(count) {
        while (this.#rest.length < count)
            await this.#more();
        const bytes = this.#rest.subarray(0, count);
        this.#rest = this.#rest.subarray(count);
        return bytes;
    }
    async #more() {
        const next = await this.#chunks.next();
        if (next.done === true)
            throw new SyntaxError('the export stream breaks off');
        this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    }
}


/***/ }),

/***/ 2253:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ applied),
/* harmony export */   iz: () => (/* binding */ answerAll),
/* harmony export */   uw: () => (/* binding */ listAttributes),
/* harmony export */   z7: () => (/* binding */ nixString)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13798);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19142);
/* harmony import */ var _evaluation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7117);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59094);






const listExpression = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(new URL(/* asset import */ __webpack_require__(77437), __webpack_require__.b), 'utf8');
const answers = zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    missing: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(true).optional(),
    names: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).default([]),
    entries: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        path: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
        described: zod__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J().optional()
    }))
        .default([])
}));
/** Characters of requests in one command: Linux takes arguments of at most 128 KiB (execve(2), MAX_ARG_STRLEN). */
const longestQuestions = 60_000;
/**
 * Answers all requests about a flake (`.`, `github:o/r`), in their order: one evaluation for each output that they are about, as
 * long as what fails is thrown. Each attribute whose failure Nix cannot catch takes one more, and the others are described all the
 * same. Throws NIX_FAILED, with Nix's words, when it is the flake itself that does not evaluate.
 */
async function listAttributes(nix, flake, requests) {
    const found = new Map();
    for (const [output, asked] of Map.groupBy(requests, ({ path }) => path[0] ?? '')) {
        const questions = asked.map(({ path, kind }) => ({ path: path.slice(1), kind }));
        const reference = `${flake}#${output}`;
        const about = {
            ...{ nix, command: applied(reference), describe: _describe_js__WEBPACK_IMPORTED_MODULE_2__/* .describeExpression */ .U, shape: _describe_js__WEBPACK_IMPORTED_MODULE_2__/* .described */ .WY },
            patience: Infinity
        };
        const answers = await answerAll(about, questions);
        if (!Array.isArray(answers))
            throw await flakeFailure(nix, reference, flake, answers);
        for (const [index, request] of asked.entries()) {
            const entries = answers[index]?.map(({ path, described }) => ({
                path: [output, ...path],
                described
            }));
            found.set(request, entries ?? null);
        }
    }
    return requests.map((request) => found.get(request) ?? null);
}
/** For what `nix eval` takes: `.#packages`. */
function applied(reference) {
    return (apply) => ({
        program: 'nix',
        args: ['eval', '--json', '--show-trace', '--apply', apply, '--', reference]
    });
}
async function flakeFailure(nix, reference, flake, ended) {
    await (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .logWords */ .UU)(nix.log, ended.stderr);
    const args = ['eval', '--json', '--show-trace', '--apply', 'builtins.attrNames', '--', reference];
    return (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .nixFailure */ .M4)(ended, {
        code: 'EVALUATION_FAILED',
        subject: flake,
        reason: (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluationReason */ .Bz)(ended.stderr),
        hint: `Try \`${(0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .pasteable */ .yK)({ program: 'nix', args }, nix.cwd)}\` on your machine.`
    });
}
/** How the evaluation ended instead, when it is the value that is asked about that fails. */
async function answerAll(about, questions) {
    const found = new Map();
    for (const chunk of chunkQuestions(questions)) {
        const failure = await answerChunk(about, chunk, found);
        if (failure !== null)
            return failure;
    }
    return questions.map((question) => found.get(question) ?? null);
}
async function answerChunk(about, chunk, found) {
    const failed = ({ path }) => [{ path, described: null }];
    let open = chunk;
    let patience = about.patience;
    // What was evaluated before one that fails is asked for once more, when that is out of the way.
    const sound = [];
    while (open.length > 0) {
        const asked = await ask(about, open);
        if (asked.kind === 'answers') {
            for (const [index, answer] of asked.answers.entries()) {
                const question = open[index];
                if (question !== undefined)
                    found.set(question, readAnswer(about, answer));
            }
            break;
        }
        const culprit = open[asked.begun ?? -1];
        if (culprit === undefined)
            return asked.ended;
        const members = culprit.kind === 'each' ? await answerMembers(about, culprit) : 'failed';
        found.set(culprit, members === 'failed' ? failed(culprit) : members);
        sound.push(...open.slice(0, asked.begun ?? 0));
        open = open.slice((asked.begun ?? 0) + 1);
        if (--patience > 0)
            continue;
        for (const question of open)
            found.set(question, failed(question));
        break;
    }
    return sound.length === 0 ? null : answerChunk(about, sound, found);
}
/** Of a set, one by one. */
async function answerMembers(about, { path }) {
    const asked = await ask(about, [{ path, kind: 'names' }]);
    const [place] = asked.kind === 'answers' ? asked.answers : [];
    if (place === undefined)
        return 'failed';
    if (place.missing === true)
        return null;
    const members = place.names.map((name) => ({ path: [...path, name], kind: 'member' }));
    const found = await answerAll(about, members);
    return Array.isArray(found) ? found.flatMap((entries) => entries ?? []) : 'failed';
}
function readAnswer({ shape }, { missing, entries }) {
    if (missing === true)
        return null;
    // What is described in no known way counts as failed, and leaves the others alone.
    return entries.map(({ path, described }) => {
        const said = described === undefined ? undefined : shape.safeParse(described).data;
        return { path, described: said ?? null };
    });
}
/** One evaluation. */
async function ask(about, questions) {
    const numbers = [];
    // As it comes: of what is said at length not all is kept.
    const note = (line) => {
        if (line.startsWith(mark))
            numbers.push(Number(line.slice(mark.length)));
    };
    const command = about.command(listing(about, questions));
    const ended = await (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .runEvaluation */ .K2)(about.nix, command, about.place, note);
    if (ended.status === 0) {
        return { kind: 'answers', answers: answers.parse(JSON.parse(ended.stdout)) };
    }
    const begun = numbers.at(-1) ?? null;
    // The flake has no such output.
    if (begun === null && /error: flake '[^']*' does not provide attribute/.test(ended.stderr)) {
        return { kind: 'answers', answers: answers.parse(questions.map(() => ({ missing: true }))) };
    }
    return { kind: 'failed', begun, ended };
}
// No package can say it as well.
const mark = `nar-publish ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()} begins with `;
/** Nix code of a function from the value to the answers. */
function listing({ describe }, questions) {
    const requests = `builtins.fromJSON ${nixString(JSON.stringify(questions))}`;
    return `(${listExpression}) { describe = ${describe}; mark = ${nixString(mark)}; requests = ${requests}; }`;
}
/** A string of the Nix language with just this text. */
function nixString(text) {
    return `"${text.replace(/["\\]|\$(?=\{)/g, (character) => `\\${character}`)}"`;
}
function chunkQuestions(questions) {
    const chunks = [[]];
    let length = 0;
    for (const question of questions) {
        length += JSON.stringify(question).length + 1;
        if (length > longestQuestions) {
            chunks.push([]);
            length = JSON.stringify(question).length;
        }
        chunks.at(-1)?.push(question);
    }
    return chunks;
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

/***/ 95786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readNixSettings),
/* harmony export */   x: () => (/* binding */ userConfFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84280);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59094);



/** Nix's settings as this user's commands have them, by name. */
async function readNixSettings(nix) {
    // So it was called before 2.20, and others that count otherwise may call it so.
    const old = { program: 'nix', args: ['show-config'] };
    const now = (0,_nix_js__WEBPACK_IMPORTED_MODULE_1__/* .isAtLeast */ .du)(nix.version, 2, 20)
        ? await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .runNix */ .dI)(nix, { program: 'nix', args: ['config', 'show'] })
        : null;
    const text = now?.status === 0 ? now.stdout : await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .expectNix */ .lr)(nix, old);
    const settings = text.split('\n').map((line) => /^([\w-]+) = ?(.*)$/.exec(line));
    return new Map(settings.flatMap((match) => (match?.[1] === undefined ? [] : [[match[1], match[2] ?? '']])));
}
/**
 * The files with this user's own settings, absolute, the one that goes before the others first. NIX_USER_CONF_FILES takes the place of
 * Nix's usual ones: whoever sets it keeps these in the list.
 */
function userConfFiles(env) {
    const given = env['NIX_USER_CONF_FILES'];
    if (given !== undefined && given !== '')
        return given.split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);
    const home = env['XDG_CONFIG_HOME'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(env['HOME'] ?? '/', '.config');
    const others = (env['XDG_CONFIG_DIRS'] ?? '/etc/xdg').split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);
    return [home, ...others].map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'nix', 'nix.conf'));
}


/***/ }),

/***/ 71475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ resolveGivenPaths),
/* harmony export */   m: () => (/* binding */ toStorePath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _nix_deriver_system_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48536);
/* harmony import */ var _nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44681);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8144);






/**
 * The lines of `paths` as store paths. A link such as `./result` and a path inside a store path count as the store path they
 * lead to, as `nix copy` takes them. Before anything else they are kept from the garbage collector: `missing` are those that are not
 * valid. Throws STORE_PATH_INVALID.
 */
async function resolveGivenPaths(nix, paths, environment) {
    const storePaths = [...new Set(paths.map((path) => toStorePath(path, environment.workspace)))];
    const missing = await (0,_nix_gc_roots_js__WEBPACK_IMPORTED_MODULE_4__/* .holdPaths */ .Sq)(nix, storePaths);
    const systems = await (0,_nix_deriver_system_js__WEBPACK_IMPORTED_MODULE_3__/* .querySystem */ .E)(nix, storePaths.filter((path) => !missing.has(path)));
    const given = storePaths.map((storePath) => ({
        storePath,
        system: systems.get(storePath) ?? environment.runnerSystem
    }));
    return { given, missing };
}
/** Throws STORE_PATH_INVALID. */
function toStorePath(path, workspace) {
    const inStore = path.startsWith(`${_store_path_js__WEBPACK_IMPORTED_MODULE_5__/* .storeDirectory */ .he}/`) ? path : linkTarget(path, workspace);
    const storePath = (0,_store_path_js__WEBPACK_IMPORTED_MODULE_5__/* .enclosingStorePath */ .Lr)(inStore);
    if (storePath !== null)
        return storePath;
    // Says what is wrong in terms of the line as it was written.
    (0,_store_path_js__WEBPACK_IMPORTED_MODULE_5__/* .parseStorePath */ .GV)(path);
    return path;
}
function linkTarget(path, workspace) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({
            code: 'STORE_PATH_INVALID',
            subject: JSON.stringify(path.slice(0, 300)),
            reason: `it is neither a store path nor a link to one (${cause instanceof Error ? cause.message : 'unknown'})`,
            cause
        });
    }
}


/***/ }),

/***/ 83578:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* unused harmony exports remarks, rest, failuresTable, howItWent, routeRows, requestsRow, renderFailure */
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _failed_builds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51727);




// Blocks of Markdown that the summaries of several modes are made of.
function remarks(label, texts, shown = texts.length) {
    return texts.slice(0, shown).map((text) => `> **${label}:** ${markdownWords(text, 1000)}`);
}
/** What a list that was cut short ends with. */
function rest(number, shown) {
    return number > shown ? [`… and ${number - shown} more.`] : [];
}
/** `shown` of `all` failures. */
function failuresTable(shown, all) {
    if (all === 0)
        return [];
    return [
        `### ${count(all, 'installable')} failed`,
        ...table(['Installable', 'Error', 'Reason'], shown.map(({ installable, code, reason, builds = [] }) => [
            markdownCode(installable),
            markdownCode(code),
            markdownWords(withoutLogs(reason, builds), 1000)
        ])),
        ...failedBuilds(shown.flatMap(({ builds = [] }) => builds), shown.length)
    ];
}
/** Milliseconds. What is shorter would be told as `0.0 s`. */
const shortestTold = 50;
/** `rows`: name and value, Markdown. */
function howItWent(rows, timings) {
    const all = [
        ...rows,
        ...timings
            .filter(({ milliseconds }) => milliseconds >= shortestTold)
            .map(({ phase, milliseconds }) => [
            markdownText(phase),
            `${(milliseconds / 1000).toFixed(1)} s`
        ])
    ];
    return all.length === 0 ? [] : ['### How it went', ...table(['', ''], all)];
}
/** How a commit was written; why it was a push is said, as that is not the usual way. */
function routeRows({ route, routeReason, attempts }) {
    if (route === null)
        return [];
    const routes = { api: 'GitHub’s API', push: 'git push' };
    const isTold = route === 'push' && routeReason !== undefined;
    const why = isTold ? `: ${markdownWords(routeReason, 500)}` : '';
    return [['Route', `${routes[route]}, ${count(attempts, 'attempt')}${why}`]];
}
/** `git`: connections; null: not a word of it. */
function requestsRow({ api, raw }, git) {
    const ofGit = git === null ? '' : `, ${count(git, 'connection')} of git`;
    return ['Requests', `${api} to the API, ${count(raw, 'plain file read')}${ofGit}`];
}
/** The job's summary for a run that was stopped before it wrote anything. */
function renderFailure({ code, subject, reason, hint, builds }) {
    const text = (words) => markdownWords(words, 2000);
    const why = text(withoutLogs(reason, builds));
    const blocks = [
        `**Nothing was written**: ${text(subject)}: ${why} (\`${code}\`).`,
        ...failedBuilds(builds),
        text(hint)
    ];
    return `${blocks.join('\n\n')}\n`;
}


/***/ }),

/***/ 51727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* unused harmony export failedBuilds */
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


/** So many are shown: of what is broken at its root much else is, too, and that is one. */
const mostShown = 10;
/** Characters of each: of lines as long as a page the end is shown. */
const longestLines = 10_000;
/** The last lines of the logs of what did not build, each once. `shown`: at most so many. */
function failedBuilds(all, shown = mostShown) {
    const builds = [...new Map(all.map((build) => [build.drvPath, build])).values()].filter(({ lines }) => lines !== '');
    const told = builds.slice(0, Math.min(shown, mostShown));
    if (told.length === 0)
        return [];
    const omitted = builds.length - told.length;
    return [
        ...told.flatMap(({ drvPath, lines }) => [
            `The log of ${markdownCode(drvPath)} ends:`,
            fencedText(lines.slice(-longestLines))
        ]),
        ...(omitted === 0 ? [] : [`The job’s log has ${count(omitted, 'more failed build')}.`])
    ];
}


/***/ }),

/***/ 77437:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "15b82323568f71097602.nix";

/***/ })

};
