export const id = 6644;
export const ids = [6644];
export const modules = {

/***/ 95811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uk: () => (/* binding */ planVersion),
/* harmony export */   m3: () => (/* binding */ readPlan),
/* harmony export */   r3: () => (/* binding */ planInvalid)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _job_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39182);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37777);





/** Raised when a reader of the old form would go wrong. */
const planVersion = 1;
/** bytes; some hundred thousand derivations */
const largestPlan = 64 * 1024 * 1024;
/** characters; as a packed folder's manifest has them */
const longest = { name: 300, installable: 4000 };
const drvPath = _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .storePath */ .TJ.endsWith('.drv', 'it is no derivation');
const attribute = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    installable: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(longest.installable),
    drvPath,
    name: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(longest.name),
    pname: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(longest.name),
    version: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(longest.name).nullable(),
    system: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .system */ .qU,
    outputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ name: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(longest.name), path: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .storePath */ .TJ })).min(1),
    mainProgram: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(longest.name).nullable(),
    source: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .source */ .sP.nullable()
});
/** Nothing that leads out of the folder, or that a program would take for an option. */
const file = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9A-Za-z][\w.-]{0,199}$/, 'it is no name of a file');
const row = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    id: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .rowId */ .un,
    wave: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1), zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(2)]),
    system: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .system */ .qU,
    attributes: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(attribute),
    paths: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        installable: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(longest.installable),
        name: (0,_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(longest.name),
        storePath: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .storePath */ .TJ
    })),
    builds: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(drvPath),
    handsOn: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .storePath */ .TJ),
    takes: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ storePath: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .storePath */ .TJ, drvPath, row: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .rowId */ .un })),
    streams: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(file)
});
const origin = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    storePath: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .storePath */ .TJ,
    signatures: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[\x21-\x39\x3b-\x7e]{1,200}:[A-Za-z0-9+/]{86}==$/, 'it is no signature')),
    ca: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .contentAddress */ .KV.nullable()
});
const shape = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(planVersion),
    rows: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(row),
    streams: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ file, size: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(), hash: _job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .hash */ .tW, origins: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(origin) }))
});
/** Reads the plan in a folder that `mode: matrix` left. Throws PLAN_INVALID. */
function readPlan(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planPath */ .p);
    const subject = JSON.stringify(path.slice(-300));
    const refuse = (reason, cause) => planInvalid(subject, reason, cause);
    try {
        return parsePlan((0,_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(path, largestPlan, refuse), refuse);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9)
            throw error;
        throw refuse(`it cannot be read (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error)})`, error);
    }
}
/** `refuse` makes the error of what is wrong with it. */
function parsePlan(content, refuse) {
    const { rows, streams } = (0,_job_files_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStrictly */ .ge)(content, shape, refuse);
    const problem = planProblem(rows, streams.map(({ file }) => file));
    if (problem !== null)
        throw refuse(problem);
    return { rows, streams };
}
/** What does not go together in it. */
function planProblem(rows, streams) {
    if (new Set(streams).size < streams.length)
        return 'it has a stream twice';
    const byId = new Map(rows.map((row) => [row.id, row]));
    if (byId.size < rows.length)
        return 'it has a row twice';
    for (const { id, wave, takes, streams: needed } of rows) {
        const missing = needed.find((file) => !streams.includes(file));
        if (missing !== undefined)
            return `the row ${id} needs the stream ${missing}, which it has not`;
        for (const { storePath, drvPath, row } of takes) {
            const giver = byId.get(row);
            if (wave === 1 || giver?.wave !== 1 || !giver.builds.includes(drvPath)) {
                return `the row ${id} takes ${storePath} from ${row}, which is no row of the first wave that builds it`;
            }
        }
    }
    return null;
}
function planInvalid(subject, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({ code: 'PLAN_INVALID', subject, reason, cause });
}


/***/ }),

/***/ 37777:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ planPath)
/* harmony export */ });
/** File of the folder that `mode: matrix` leaves, beside the streams. */
const planPath = 'plan.json';


/***/ }),

/***/ 60710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PA: () => (/* binding */ dryRun),
/* harmony export */   aU: () => (/* binding */ derivationsToBuild)
/* harmony export */ });
/* unused harmony exports plannedBuilds, plannedFetches */
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82094);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59094);


/** `operands`: as `nix-store --realise` takes them, `drv!out,dev`. `store`: by default this machine's. Asks by a dry run, which tells in words. Throws NIX_FAILED. */
async function dryRun(nix, operands, store) {
    const place = store === undefined ? [] : ['--store', store];
    const told = { builds: new Set(), fetches: 0 };
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .chunkOperands */ .y)(operands)) {
        const args = [...place, '--realise', '--dry-run', '--no-gc-warning', '--', ...chunk];
        const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .runNix */ .dI)(nix, { program: 'nix-store', args });
        if (ended.status !== 0)
            throw (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .nixFailure */ .M4)(ended);
        for (const drvPath of plannedBuilds(ended.stderr))
            told.builds.add(drvPath);
        told.fetches += plannedFetches(ended.stderr);
    }
    return told;
}
/**
 * Those of the derivations that Nix would have to build, as neither this machine's store nor a substituter has their outputs.
 * `operands`: `drv!out,dev` → the .drv.
 */
async function derivationsToBuild(nix, operands) {
    const { builds } = await dryRun(nix, [...operands.keys()]);
    return new Set([...operands.values()].filter((drvPath) => builds.has(drvPath)));
}
/** The paths below `these 2 derivations will be built:` (or `this derivation …`) of a dry run. */
function plannedBuilds(stderr) {
    const builds = [];
    let isListed = false;
    for (const line of stderr.split('\n')) {
        const path = /^\s+(\/nix\/store\/\S+\.drv)$/.exec(line)?.[1];
        if (path === undefined)
            isListed = /derivations? will be built:\s*$/.test(line);
        else if (isListed)
            builds.push(path);
    }
    return builds;
}
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
/** bytes: of `these 3 paths will be fetched (0.1 MiB download, 1.5 MiB unpacked):`. Up to 2.31 it is always MiB. */
function plannedFetches(stderr) {
    let bytes = 0;
    for (const [, size, unit = ''] of stderr.matchAll(/^(?:this path|these(?: \d+)? paths) will be fetched \(.*, ([\d.]+) ([KMGT]?i?B) unpacked\)/gm)) {
        bytes += Number(size) * 1024 ** units.indexOf(unit);
    }
    return Math.round(bytes);
}


/***/ }),

/***/ 68367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ evaluateEach),
  i: () => (/* binding */ evaluateInstallables)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/nix/describe.ts
var describe = __webpack_require__(19142);
// EXTERNAL MODULE: ./src/nix/gc-roots.ts
var gc_roots = __webpack_require__(44681);
// EXTERNAL MODULE: ./src/nix/installable.ts
var nix_installable = __webpack_require__(92532);
// EXTERNAL MODULE: ./src/nix/list-attributes.ts + 2 modules
var list_attributes = __webpack_require__(2713);
// EXTERNAL MODULE: ./src/nix/settings.ts
var nix_settings = __webpack_require__(95786);
;// CONCATENATED MODULE: ./src/nix/evaluate-together.ts






/** In one evaluation: each takes memory on top of what their set takes, and keeps it to the end. */
const mostTogether = 100;
/** So many of them may each end an evaluation; then it may well be all, and the rest is evaluated one by one, several at once. */
const mostFailures = 4;
/**
 * Those of the installables that are attributes of the same set of a flake and that evaluate, by one evaluation for each set; their .drv
 * files are held. Of the others nothing is found out: who has one evaluated by itself gets what Nix says of it.
 */
async function evaluateTogether(nix, installables, limit) {
    const named = [...new Set(installables)].flatMap((installable) => readNamed(installable) ?? []);
    const plain = severalOf(named.filter(({ path }) => !isOfSystem(path)), ({ flake }) => flake);
    const system = plain.length === 0 ? '' : await systemSetting(nix);
    const inOutput = (output, ones) => (system === '' ? [] : ones).map((one) => ({
        named: one,
        set: `${one.flake}#${output}.${system}`,
        path: one.path
    }));
    const whole = named.flatMap((one) => {
        const [output = '', ofSystem = '', ...path] = one.path;
        return isOfSystem(one.path)
            ? [{ named: one, set: `${one.flake}#${output}.${ofSystem}`, path }]
            : [];
    });
    const found = new Map();
    // Where Nix looks first, and where it looks then. What is in neither, it looks for in the whole flake.
    const missing = await lookFor(nix, [...whole, ...inOutput('packages', plain)], found, limit);
    const left = plain.filter((one) => missing.has(one));
    await lookFor(nix, inOutput('legacyPackages', left), found, limit);
    const drvPaths = [...found.values()].map(({ drvPath }) => drvPath);
    const lost = await (0,gc_roots/* holdDerivations */.Yw)(nix, drvPaths);
    return new Map([...found].filter(([, { drvPath }]) => !lost.has(drvPath)));
}
/** Adds what is `found`. Answers with what is not there. */
async function lookFor(nix, places, found, limit) {
    const missing = new Set();
    const sets = Map.groupBy(severalOf(places, ({ set }) => set), ({ set }) => set);
    const parts = [...sets].flatMap(([set, all]) => Array.from({ length: Math.ceil(all.length / mostTogether) }, (_, part) => ({
        set,
        asked: all.slice(part * mostTogether, (part + 1) * mostTogether)
    })));
    await limit.map(parts, async ({ set, asked }) => {
        const questions = asked.map(({ path }) => ({ path, kind: 'one' }));
        const about = {
            ...{ nix, command: (0,list_attributes/* applied */.Ic)(set), describe: describe/* describeAndTellExpression */._W },
            ...{ shape: describe/* described */.WY, patience: mostFailures }
        };
        const answers = await (0,list_attributes/* answerAll */.iz)(about, questions);
        if (!Array.isArray(answers))
            return;
        for (const [index, { named }] of asked.entries()) {
            const answer = answers[index] ?? null;
            if (answer === null)
                missing.add(named);
            const described = answer?.[0]?.described ?? null;
            const evaluated = described === null ? '' : (0,describe/* readEvaluated */.Ic)(described, named.installable, named.outputs);
            if (typeof evaluated !== 'string')
                found.set(named.installable, evaluated);
        }
    });
    return missing;
}
/** Without those that are the only one of their kind. */
function severalOf(items, kindOf) {
    const kinds = Map.groupBy(items, kindOf);
    return items.filter((item) => (kinds.get(kindOf(item))?.length ?? 0) > 1);
}
// What has to be quoted in other ways, or encoded, is left to Nix.
const plainPath = /^(?:[\w'+-]+|"[\w'+.-]+")(?:\.(?:[\w'+-]+|"[\w'+.-]+"))*$/;
/** null: it is anything else. */
function readNamed(installable) {
    const parsed = (0,errors/* attempt */.CD)(() => (0,nix_installable/* parseInstallable */.d)(installable), null);
    const [, flake, attribute] = /^([^#]*)#(.*)$/s.exec(parsed?.reference ?? '') ?? [];
    if (parsed === null || flake === undefined || !plainPath.test(attribute ?? ''))
        return null;
    const names = attribute?.match(/"[^"]*"|[^."]+/g) ?? [];
    const path = names.map((name) => name.replaceAll('"', ''));
    return { installable, flake, path, outputs: parsed.outputs };
}
/** `packages.x86_64-linux.hello`. Nix looks among the packages for this, too, and so it does for the set, which is named without quotes. */
function isOfSystem([output = '', second = '', ...names]) {
    return names.length > 0 && !output.includes('.') && /^\w+-\w+$/.test(second);
}
/** What Nix takes `.#hello` to be for; empty: it does not say. */
async function systemSetting(nix) {
    const settings = await (0,nix_settings/* readNixSettings */.r)(nix).catch(() => null);
    return settings?.get('system') ?? '';
}

// EXTERNAL MODULE: ./src/nix/evaluators.ts
var evaluators = __webpack_require__(31333);
// EXTERNAL MODULE: ./src/nix/evaluation.ts
var evaluation = __webpack_require__(7117);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
;// CONCATENATED MODULE: ./src/nix/evaluate.ts









/**
 * Evaluates installables without building them; their .drv files are in the store afterwards. One that fails is reported with
 * ATTRIBUTE_INVALID or EVALUATION_FAILED and leaves the others alone. Throws what is the machine's failure and not an
 * installable's: NIX_MISSING, FLAKES_DISABLED, DISK_FULL.
 */
async function evaluateInstallables(nix, installables) {
    const limit = (0,p_limit/* default */.A)((0,evaluators/* evaluatorsAtOnce */.n)());
    return evaluateRest(nix, installables, await evaluateTogether(nix, installables, limit), limit);
}
/** The same, each by an evaluation of its own, in Nix's words when it fails. */
async function evaluateEach(nix, installables) {
    return evaluateRest(nix, installables, new Map(), (0,p_limit/* default */.A)((0,evaluators/* evaluatorsAtOnce */.n)()));
}
/** `known`: those that are evaluated already. */
async function evaluateRest(nix, installables, known, limit) {
    const result = { evaluated: [], failures: [] };
    const answers = await limit.map(installables, (installable) => known.get(installable) ?? (0,gc_roots/* holdEvaluated */.vZ)(nix, () => evaluate(nix, installable)));
    for (const [index, installable] of installables.entries()) {
        const evaluated = answers[index];
        if (evaluated instanceof errors/* NarPublishError */.f9)
            result.failures.push({ installable, error: evaluated });
        else if (evaluated !== undefined)
            result.evaluated.push(evaluated);
    }
    return result;
}
function evalCommand(expression, reference) {
    const args = ['eval', '--json', '--show-trace', '--apply', expression, '--', reference];
    return { program: 'nix', args };
}
function withoutEvaluationCache({ program, args: [name = '', ...args] }) {
    return { program, args: [name, '--option', 'eval-cache', 'false', ...args] };
}
/** A file below a flake's source that is not there: as Nix 2.8 says it, as later ones do. */
const missingFile = /'\/nix\/store\/[0-9a-z]{32}-source\/[^'\n]*'(?:: No such file or directory| does not exist)| is not tracked by Git/;
const untracked = 'In a Git checkout a flake has the files that Git tracks: is it there, and not added (`git add`)? ';
/** Configurations are sets, and what is built of one is a name further down. A hint, or nothing. */
function builtOf(reference) {
    const [, kind] = /#((?:nixos|darwin|home)Configurations)\.(?:"[^"]*"|[^."]+)$/.exec(reference) ?? [];
    if (kind === undefined)
        return '';
    const built = kind === 'homeConfigurations' ? 'activationPackage' : 'config.system.build.toplevel';
    return `What is built of it is \`${reference}.${built}\`. `;
}
/** The failure is an answer here, so that one thrown is the machine's. */
async function evaluate(nix, installable) {
    let parsed;
    try {
        parsed = (0,nix_installable/* parseInstallable */.d)(installable);
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9)
            return error;
        throw error;
    }
    const { reference, outputs } = parsed;
    const asTyped = evalCommand('drv: drv.drvPath', reference);
    const failed = (reason, cause) => new errors/* NarPublishError */.f9({
        code: 'EVALUATION_FAILED',
        subject: installable,
        reason,
        hint: `${missingFile.test(reason) ? untracked : ''}${builtOf(reference)}Try \`${(0,evaluation/* pasteable */.yK)(asTyped, nix.cwd)}\` on your machine.`,
        cause
    });
    const command = evalCommand(describe/* describeAndTellExpression */._W, reference);
    const first = await (0,evaluation/* runEvaluation */.K2)(nix, command);
    // Evaluators that run at the same time share a cache, in which one may find half of what another one writes; and it has no words for
    // what failed before.
    const isOfCache = /^\s*error: (?:attribute '.*' is unexpectedly missing|cached failure of attribute '.*')$/m;
    const ended = isOfCache.test(first.stderr)
        ? await (0,evaluation/* runEvaluation */.K2)(nix, withoutEvaluationCache(command))
        : first;
    if (ended.status !== 0) {
        await (0,evaluation/* logWords */.UU)(nix.log, ended.stderr);
        return failed((0,evaluation/* evaluationReason */.Bz)(ended.stderr), (0,run/* nixFailure */.M4)(ended));
    }
    const read = readDescription(ended.stdout);
    if (read instanceof Error) {
        return failed('Nix described it in a way that this version does not know', read);
    }
    const evaluated = (0,describe/* readEvaluated */.Ic)(read, installable, outputs);
    return typeof evaluated === 'string' ? failed(evaluated) : evaluated;
}
function readDescription(json) {
    try {
        return describe/* described */.WY.parse(JSON.parse(json));
    }
    catch (error) {
        return error instanceof Error ? error : new Error(String(error));
    }
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

/***/ 67625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ artifactsOf),
/* harmony export */   r: () => (/* binding */ artifactOfPath)
/* harmony export */ });
/* harmony import */ var _binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55731);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);


/** One artifact for each output. */
function artifactsOf(evaluated, origin) {
    return evaluated.outputs.map((output) => ({
        storePath: output.path,
        name: evaluated.pname,
        version: evaluated.version,
        system: evaluated.system,
        output: output.name,
        attribute: evaluated.installable,
        mainProgram: evaluated.mainProgram,
        ...(origin === undefined ? {} : { origin })
    }));
}
function artifactOfPath(storePath, system) {
    const { name } = (0,_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStorePath */ .GV)(storePath);
    return {
        storePath,
        name: (0,_binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_0__/* .pnameOf */ .Vu)(name),
        version: (0,_binary_cache_nar_name_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(name),
        system,
        output: null,
        attribute: null,
        mainProgram: null
    };
}


/***/ }),

/***/ 57239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ besideTarget)
/* harmony export */ });
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96356);

/**
 * What Nix is asked while the target is opened. Where that fails, what Nix does for the question is ended and waited for: nobody needs it, and
 * nothing of it is left. Throws what `target` throws, or else the question.
 */
async function besideTarget(nix, target, ask) {
    const needless = new AbortController();
    target.catch(() => {
        needless.abort();
    });
    // While it evaluates Nix does not hear SIGTERM.
    const stop = { when: needless.signal, by: 'SIGKILL' };
    return (0,_all_of_js__WEBPACK_IMPORTED_MODULE_0__/* .allOf */ .b)([target, ask({ ...nix, stop })]);
}


/***/ }),

/***/ 80997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ commitArtifacts),
  V: () => (/* binding */ pathsThere)
});

// EXTERNAL MODULE: ./src/catalogue/find-readme.ts
var find_readme = __webpack_require__(34549);
// EXTERNAL MODULE: ./src/pins/pin.ts
var pins_pin = __webpack_require__(16099);
// EXTERNAL MODULE: ./src/repository/landing.ts + 1 modules
var landing = __webpack_require__(1956);
// EXTERNAL MODULE: ./src/repository/own-repository.ts + 1 modules
var own_repository = __webpack_require__(80609);
// EXTERNAL MODULE: ./src/repository/refuse-taken.ts
var refuse_taken = __webpack_require__(10380);
// EXTERNAL MODULE: ./src/repository/site-files.ts
var site_files = __webpack_require__(59747);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/publish/compose.ts + 2 modules
var compose = __webpack_require__(31264);
// EXTERNAL MODULE: ./src/publish/held-gone.ts
var held_gone = __webpack_require__(56626);
// EXTERNAL MODULE: ./src/publish/logs/build-logs.ts
var build_logs = __webpack_require__(24951);
// EXTERNAL MODULE: ./src/publish/key-warnings.ts
var key_warnings = __webpack_require__(93088);
// EXTERNAL MODULE: ./src/publish/pins.ts
var publish_pins = __webpack_require__(85831);
// EXTERNAL MODULE: ./src/publish/place-nars.ts
var place_nars = __webpack_require__(41255);
// EXTERNAL MODULE: ./src/publish/plan-writes.ts
var plan_writes = __webpack_require__(40297);
// EXTERNAL MODULE: ./src/publish/provenance.ts
var publish_provenance = __webpack_require__(53932);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
;// CONCATENATED MODULE: ./src/publish/pull-request/pins.ts


/** characters; a pin's name may have a thousand bytes */
const longestName = 200;
/**
 * What artifacts are called that a pull request pins: `pr-12-x86_64-linux-hello`, with the output's name where it is another than `out`. Of
 * several of one name each but the first has its number, in the order of their attributes.
 */
function pullRequestPins(number, artifacts) {
    const pins = new Map();
    const sorted = [...artifacts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    for (const { name, system, output, storePath } of sorted) {
        const words = [system, name, ...((output ?? 'out') === 'out' ? [] : [output ?? ''])];
        const whole = (0,pins_pin/* pullRequestPrefix */.zk)(number) + words.map(harmless/* fileWord */.BZ).join('-').slice(0, longestName);
        let free = whole;
        for (let next = 2; (pins.get(free) ?? storePath) !== storePath; next++)
            free = `${whole}-${next}`;
        pins.set(free, storePath);
    }
    return [...pins].map(([name, storePath]) => ({ name, storePath }));
}
function keyOf({ attribute, output, storePath }) {
    return JSON.stringify([attribute, output, storePath]);
}

// EXTERNAL MODULE: ./src/publish/run.ts
var publish_run = __webpack_require__(88842);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/report/site-size.ts
var site_size = __webpack_require__(86729);
;// CONCATENATED MODULE: ./src/publish/site-notes.ts


/** What is to be said of the size of a branch that Pages serves, with these files. One listing of a large repository, else no request. */
async function siteNotes({ repositoryBytes, servedBy }, before, files) {
    const added = files
        .filter(({ placement }) => placement === 'tree')
        .reduce((sum, { size }) => sum + size, 0);
    if (servedBy !== 'pages')
        return [];
    if (repositoryBytes === null || !(0,site_size/* mayBeLargeSite */.h)(repositoryBytes + added))
        return [];
    try {
        const sizes = [...(await before.listFiles()).values()].map(({ size }) => size ?? 0);
        return (0,site_size/* siteWarnings */.$)(sizes.reduce((sum, size) => sum + size, added));
    }
    catch (error) {
        // A folder that GitHub lists only in part is no reason to publish nothing.
        if (error instanceof errors/* NarPublishError */.f9)
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/publish/commit-artifacts.ts


















/**
 * Brings NARs, narinfos, pins, catalogue and README into the branch in one commit, on top of whatever the branch is by then; nothing of
 * it when a state that it would go on top of lacks what the run left out as held. `lost`: to others, in earlier rounds of the run.
 */
async function commitArtifacts(run, ready, lost = 0) {
    const { target, before, packed, toSign } = ready;
    const { unpin } = run.inputs;
    const artifacts = (0,publish_run/* isOnlyPinned */.JW)(run) ? [] : artifactsToIndex(ready);
    const wanted = (0,publish_pins/* mergePins */.Tm)(wantedPins(run, ready), unpin);
    const { pins, notes: pinNotes } = await (0,publish_pins/* settlePins */.gY)(ready, wanted);
    const isContent = packed.length + toSign.length + artifacts.length > 0;
    const provenance = await (0,publish_provenance/* provenanceOf */.J)(run, packed);
    if (!isContent && pins.length + unpin.length === 0) {
        const nothing = { rows: [], closure: [], nars: [], logs: 0, signed: [] };
        const noKeys = { publicKeys: [], untoldKeys: [], newKeys: [] };
        const noPins = { pins, movedPins: [], unpinned: [], pinNotes, placeNotes: [] };
        return {
            kind: 'committed',
            ...ready,
            ...nothing,
            ...noKeys,
            ...noPins,
            readme: find_readme/* noReadme */.K2,
            plan: null,
            commit: null
        };
    }
    const contribution = {
        packed: packed.map((path) => ({ ...path, narInfo: (0,compose/* narInfoOf */.Tm)(run, path) })),
        logs: ready.logs ?? new Map(),
        toSign,
        artifacts,
        provenance,
        pins,
        unpin,
        publishedAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z')
    };
    // A README or catalogue that cannot be merged is found here, before the first byte goes up.
    const atFirst = await (0,compose/* composeChange */.TK)(run, target, contribution, before);
    let composed = atFirst;
    (0,key_warnings/* refuseUnsigned */.wA)(run, target, composed);
    const isSource = await (0,own_repository/* isOwnTarget */.u)(run.inputs.target, run.environment, run.log);
    const { files, room, notes } = await (0,place_nars/* placeNars */.y)({ ...run, isSource }, target, packed);
    const hidden = composed.change === null ? [] : await hiddenReadme(target, before, composed);
    const placeNotes = [
        ...notes,
        ...(await siteNotes(target, before, files)),
        ...(composed.change === null ? [] : await (0,site_files/* attributesNotes */.BW)(before)),
        ...composed.badgeNotes,
        ...composed.pageNotes,
        ...(await (0,build_logs/* logNotes */.qV)(before, composed.change?.newFiles ?? new Map())),
        ...hidden
    ];
    const outcome = (plan, commit) => {
        return { kind: 'committed', ...ready, ...composed, pins, pinNotes, placeNotes, plan, commit };
    };
    for (const text of (0,key_warnings/* keyWarnings */.x2)(run, composed))
        run.log.warning(text);
    for (const pin of pins)
        run.log.info((0,pins_pin/* pinLine */.cW)(pin));
    for (const name of composed.unpinned)
        run.log.info((0,pins_pin/* unpinLine */.by)(name));
    for (const name of unpin.filter((name) => !composed.unpinned.includes(name))) {
        run.log.info(`${(0,src_text/* quote */.hD)(name)} is no pin of the target: there is nothing to take away`);
    }
    if (!isContent && composed.change === null)
        return outcome(null, null);
    // Before the first byte goes up; the commit asks again for each state that it goes on top of.
    if (composed.change !== null) {
        await (0,refuse_taken/* fitChange */.IZ)(before, { ...composed.change, largeFiles: files });
    }
    for (const note of placeNotes)
        run.log[hidden.includes(note) ? 'warning' : 'info'](note);
    const { files: written = new Map(), newFiles = [] } = composed.change ?? {};
    const plan = (0,plan_writes/* planWrites */.ux)(files, (0,plan_writes/* textsOf */.CB)([...written, ...newFiles]), target, run.inputs.route, room);
    if (!(0,publish_run/* mayWrite */.J)(run)) {
        run.log.info(`would write by ${(0,plan_writes/* writePlanLine */.HP)(plan)}`);
        return outcome(plan, null);
    }
    return run.log.group(`Commit to ${target.name}`, async () => {
        run.log.info((0,plan_writes/* writePlanLine */.HP)(plan));
        const countedOn = (0,held_gone/* pathsCountedOn */.kI)(ready, pins);
        let composings = 0;
        const committed = await target.commit(files, before, async (snapshot, released) => {
            composings++;
            if (snapshot.commit !== before.commit) {
                const storePaths = await (0,held_gone/* missingPaths */.Dv)(snapshot, countedOn);
                if (storePaths.length > 0) {
                    return { kind: 'gone', halts: true, storePaths, snapshot, lost: lost + composings - 1 };
                }
            }
            // Most commits go on top of the state that was looked at.
            const isSame = snapshot === before && (released?.size ?? 0) === 0;
            composed = isSame
                ? atFirst
                : await (0,compose/* composeChange */.TK)(run, target, contribution, snapshot, released);
            (0,key_warnings/* refuseUnsigned */.wA)(run, target, composed);
            return composed.change;
        }, plan.route);
        if ((0,landing/* isHalt */.w0)(committed))
            return committed;
        const commit = { ...committed, attempts: lost + committed.attempts };
        run.log.info(commit.changed
            ? `${commit.url || commit.commit} after ${(0,src_text/* count */.U9)(commit.attempts, 'update')} of ${target.branch}`
            : 'another publisher brought the same meanwhile: nothing is left to commit');
        return outcome(plan, commit);
    });
}
/** Of a pull request that is only pinned its own, and none by hand: these are readers' names for what is published. */
function wantedPins(run, ready) {
    const { pullRequest } = run.environment;
    if (pullRequest === null || !(0,publish_run/* isOnlyPinned */.JW)(run))
        return ready.wantedPins ?? [];
    const there = pathsThere(ready);
    const artifacts = ready.artifacts.filter(({ storePath }) => there.has(storePath));
    return pullRequestPins(pullRequest.number, artifacts).map((pin) => ({ ...pin, isByHand: false }));
}
/** On this GitHub, where people see the branch. */
async function hiddenReadme(target, before, { readme }) {
    return target.webUrl('') === '' ? [] : (0,find_readme/* readmeNotes */.y6)(before, readme);
}
/** Packed ones, and those whose NAR the target holds while its index does not know them (as somebody's dependency). */
function artifactsToIndex(ready) {
    const there = pathsThere(ready);
    return ready.artifacts.filter(({ storePath }) => there.has(storePath) && !ready.held.has(storePath) && ready.lost?.has(storePath) !== true);
}
/** The store paths that the target has once what was packed is committed, as far as the run looked. */
function pathsThere({ held, packed, toSign, dropped }) {
    return new Set([
        ...held,
        ...packed.map(({ info }) => info.storePath),
        ...toSign.map(({ storePath }) => storePath),
        ...dropped.filter(({ reason }) => reason === 'held').map(({ storePath }) => storePath)
    ]);
}


/***/ }),

/***/ 56626:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dv: () => (/* binding */ missingPaths),
/* harmony export */   KZ: () => (/* binding */ heldPaths),
/* harmony export */   Xr: () => (/* binding */ tellGone),
/* harmony export */   kI: () => (/* binding */ pathsCountedOn),
/* harmony export */   o6: () => (/* binding */ heldPathGone)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);



/** Each round but the first takes somebody who removes what this run counts on, while it packs what the last one removed. */
const mostRounds = 4;
/** Tells what was gone by a round's commit. Throws HELD_PATH_GONE after the last round, and the branch is as it was. */
function tellGone(log, round, { storePaths }) {
    const [first = ''] = storePaths;
    log.info(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(storePaths.length, 'path')} that the target held when this run looked, ${first} among them, went before its commit`);
    if (round < mostRounds)
        return;
    throw heldPathGone(storePaths, `the target held it when this run looked, and no longer when it was to commit; so it went in each of ${mostRounds} rounds`);
}
/** Every store path that a commit relies on and does not bring: of its closure, of its index, of its pins. */
function pathsCountedOn(ready, pins) {
    const packed = new Set(ready.packed.map(({ info }) => info.storePath));
    const counted = new Set([
        ...ready.held,
        ...heldPaths(ready.dropped),
        ...[...ready.toSign, ...pins].map(({ storePath }) => storePath)
    ]);
    return [...counted].filter((path) => !packed.has(path));
}
function heldPaths(skipped) {
    return skipped.flatMap(({ storePath, reason }) => (reason === 'held' ? [storePath] : []));
}
/** Those of the paths that a state does not hold, in their order. */
async function missingPaths(snapshot, storePaths) {
    if (storePaths.length === 0)
        return [];
    const hashOf = (path) => (0,_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStorePath */ .GV)(path).hash;
    const missing = await snapshot.missingNarInfos(storePaths.map(hashOf));
    return storePaths.filter((path) => missing.has(hashOf(path)));
}
/** `why`: what the run has to do with them. */
function heldPathGone(storePaths, why) {
    const [subject = ''] = storePaths;
    const others = storePaths.length - 1;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'HELD_PATH_GONE',
        subject,
        reason: `${why}${others > 0 ? `, as with ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(others, 'other path')}` : ''}`
    });
}


/***/ }),

/***/ 96992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ heldArtifacts)
/* harmony export */ });
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96356);
/* harmony import */ var _catalogue_glance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70385);
/* harmony import */ var _catalogue_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83005);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);
/* harmony import */ var _key_terms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90694);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2899);






/**
 * Which artifacts the target holds so that nothing is left to do for them: the narinfo is there, with this run's signatures when it
 * signs and else with one that readers take, and the index has a row that says they were published with (at least) this closure. A
 * narinfo alone may be that of somebody's dependency.
 */
async function heldArtifacts(snapshot, artifacts, closure, inputs) {
    if (snapshot.commit === null || artifacts.length === 0)
        return new Set();
    const { signingKeys: own } = inputs;
    // Who signs asks for signatures of its own, and need not read what readers are told.
    const ofOwn = own.length > 0 ? { own, isSignedLater: false, told: [] } : null;
    const [narInfos, index, terms] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_5__/* .allOf */ .b)([
        snapshot.readNarInfos(artifacts.map(({ storePath }) => (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(storePath).hash)),
        (0,_catalogue_glance_js__WEBPACK_IMPORTED_MODULE_0__/* .glanceAtIndex */ .mk)(snapshot),
        ofOwn === null ? (0,_key_terms_js__WEBPACK_IMPORTED_MODULE_3__/* .keyTermsAt */ .e)(inputs, snapshot) : Promise.resolve(ofOwn)
    ]);
    const there = artifacts.filter(({ storePath }) => {
        const text = narInfos.get((0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(storePath).hash);
        const narInfo = text === undefined ? null : (0,_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .readNarInfo */ .Op)(text, storePath);
        return narInfo !== null && (0,_standing_js__WEBPACK_IMPORTED_MODULE_4__/* .isHeldBy */ .D0)(narInfo, terms);
    });
    const rows = await (0,_catalogue_glance_js__WEBPACK_IMPORTED_MODULE_0__/* .glanceAtRows */ .TH)(snapshot, index, new Set(there.map(({ name }) => name)));
    const closuresOf = new Map(rows.map((row) => [(0,_catalogue_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .rowKey */ .om)(row), row.closures]));
    const isHeld = (artifact) => (closuresOf.get((0,_catalogue_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .rowKey */ .om)(artifact)) ?? []).some((known) => [closure, 'cache'].includes(known) || closure === 'bare');
    return new Set(there.filter(isHeld).map(({ storePath }) => storePath));
}


/***/ }),

/***/ 93088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lw: () => (/* binding */ newKeyNotes),
/* harmony export */   wA: () => (/* binding */ refuseUnsigned),
/* harmony export */   x2: () => (/* binding */ keyWarnings)
/* harmony export */ });
/* harmony import */ var _catalogue_told_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18613);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88842);




/**
 * Throws KEY_EXPECTED when a run without a key would publish what the readers of this cache refuse. One that writes nothing, as a fork's
 * pull request, goes on.
 */
function refuseUnsigned(run, { name }, { unreadable, publicKeys }) {
    const { signingKeys, unsigned } = run.inputs;
    const [first] = unreadable;
    if (first === undefined || signingKeys.length > 0 || unsigned || !(0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .mayWrite */ .J)(run))
        return;
    const others = unreadable.length - 1;
    const known = publicKeys.length === 0
        ? 'its catalogue names keys that have signed'
        : `its readers are told ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(publicKeys.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD))}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'KEY_EXPECTED',
        subject: name,
        reason: `no \`signing-key\` was given, and ${known}: they would be refused ${first}${others === 0 ? '' : ` and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(others, 'other path')}`}`
    });
}
/** What a person is to see of the keys before anything is written. */
function keyWarnings(run, composed) {
    const { signingKeys, unsigned } = run.inputs;
    const { rows, publicKeys, unreadable, isBeginning } = composed;
    const isUnsigned = signingKeys.length === 0 && !unsigned && (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .mayWrite */ .J)(run);
    return [
        ...composed.untoldKeys.map(_catalogue_told_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .keyUntold */ .Qs),
        ...newKeyNotes(run, composed),
        ...(isUnsigned && isBeginning && publicKeys.length === 0 && rows.length > 0
            ? [beginsUnsigned]
            : []),
        ...(run.inputs.dryRun &&
            !(0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .isRehearsal */ .SK)(run) &&
            signingKeys.length === 0 &&
            !unsigned &&
            unreadable.length > 0
            ? [wouldBeRefused]
            : [])
    ];
}
const beginsUnsigned = 'No `signing-key` was given, so this cache begins unsigned, and Nix takes it only from readers who trust it as it is. When a secret was to be the key, look at its name: one that does not exist is empty. `unsigned: true` says that it is meant.';
const wouldBeRefused = 'No `signing-key` was given, and this is a cache of signed artifacts: without `dry-run` this would be the error KEY_EXPECTED.';
/** What readers must do who know the cache's older keys alone. */
function newKeyNotes({ inputs }, { newKeys, publicKeys }) {
    if (newKeys.length === 0)
        return [];
    const older = publicKeys.filter((key) => !newKeys.includes(key));
    const many = newKeys.length > 1;
    const isJoined = inputs.signingKeys.length > newKeys.length;
    const what = `The ${many ? 'keys' : 'key'} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(newKeys.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD))} ${many ? 'are' : 'is'} new to this cache`;
    return [
        isJoined
            ? `${what}: the README tells ${many ? 'them' : 'it'} from now on. Readers add ${many ? 'them' : 'it'} to their \`trusted-public-keys\` before the older one stops signing.`
            : `${what}, whose readers know ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(older.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD))}: their Nix refuses what this run publishes until they add ${many ? 'the new ones' : 'the new one'} to \`trusted-public-keys\`. To spare them that, sign with both for a while: \`signing-key\` takes several keys, one a line.`
    ];
}


/***/ }),

/***/ 12551:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ logProblem),
/* harmony export */   ZU: () => (/* binding */ logsProblem),
/* harmony export */   fW: () => (/* binding */ writeLogs)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23144);
/* harmony import */ var _binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99110);
/* harmony import */ var _build_logs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24951);







/** Writes the logs below a packed folder, and answers what its manifest says of them. */
function writeLogs(folder, logs) {
    if (logs.size > 0)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, _binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_5__/* .logFolder */ .hI), { recursive: true });
    return [...logs].map(([deriver, bytes]) => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, (0,_binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_5__/* .logPath */ .Q2)(deriver)), bytes);
        return { deriver, size: bytes.length, hash: hashOf(bytes) };
    });
}
/** What is wrong with the list of a folder's logs, before any is read; null: nothing. */
function logsProblem({ logs = [], paths }) {
    const derivers = new Set(paths.map(({ deriver }) => deriver));
    const stray = logs.find(({ deriver }) => !derivers.has(deriver));
    if (stray !== undefined)
        return `none of its paths is of ${stray.deriver}, of which it has a log`;
    if (new Set(logs.map(({ deriver }) => deriver)).size < logs.length)
        return 'it has a log twice';
    const bytes = logs.reduce((sum, { size }) => sum + size, 0);
    return bytes > _build_logs_js__WEBPACK_IMPORTED_MODULE_6__/* .largestLogs */ .uc
        ? `its logs have ${bytes} bytes, and ${_build_logs_js__WEBPACK_IMPORTED_MODULE_6__/* .largestLogs */ .uc} are the most that they may`
        : null;
}
/** What is wrong with a log's bytes; null: nothing. */
function logProblem({ size, hash }, bytes) {
    if (bytes.length !== size)
        return `it has ${bytes.length} bytes, announced are ${size}`;
    const found = hashOf(bytes);
    if (found !== hash)
        return `its hash is ${found}, announced is ${hash}`;
    return (0,node_buffer__WEBPACK_IMPORTED_MODULE_1__.isUtf8)(bytes) && !bytes.includes(0) ? null : 'it is no text in UTF-8';
}
function hashOf(bytes) {
    return (0,_binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_4__/* .formatSha256 */ .h)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest());
}


/***/ }),

/***/ 51352:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ prepareFolder),
/* harmony export */   M: () => (/* binding */ writePackedFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99711);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48992);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(311);
/* harmony import */ var _logs_packed_logs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12551);
/* harmony import */ var _report_report_published_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83271);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(14778);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(82374);










/** Makes the folder; one that holds something already is refused before anything is built. Throws INPUT_INVALID. */
function prepareFolder(folder) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).length === 0)
            return;
    }
    catch (cause) {
        throw unusable(folder, `cannot be made or read (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(cause)})`, cause);
    }
    throw unusable(folder, 'is not empty');
}
function unusable(folder, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9({
        code: 'INPUT_INVALID',
        subject: 'input output-directory',
        reason: `the folder ${JSON.stringify(folder.slice(0, 300))} ${reason}`,
        hint: 'Give a folder that is empty or does not exist: all that is in it goes to who commits.',
        cause
    });
}
/**
 * NARs under their final names, unsigned narinfos, and the manifest last: with it the folder is whole. Nothing is left of one that
 * could not be written to its end, so that a later step does not pass it on.
 */
function writePackedFolder(run, packed, pins) {
    const folder = run.inputs.outputDirectory;
    try {
        writeFiles(run, packed, pins);
    }
    catch (error) {
        for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { recursive: true });
        throw error;
    }
    run.log.info(`packed ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(packed.packed.length, 'path')} into ${folder}`);
}
function writeFiles({ inputs, environment }, packed, pins) {
    const folder = inputs.outputDirectory;
    const paths = packed.packed.map(_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .manifestPathOf */ .Au);
    const nars = new Map(packed.packed.map(({ nar }) => [nar.cachePath, nar.diskPath]));
    for (const [cachePath, diskPath] of nars)
        moveFile(diskPath, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, cachePath));
    for (const path of paths) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .narInfoPath */ .Hr)(path)), (0,_binary_cache_narinfo_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNarInfo */ .Nt)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .unsignedNarInfo */ .Z3)(path)));
    }
    const handed = paths.flatMap(({ storePath }) => packed.handed?.has(storePath) === true ? [storePath] : []);
    const logs = (0,_logs_packed_logs_js__WEBPACK_IMPORTED_MODULE_5__/* .writeLogs */ .fW)(folder, packed.logs ?? new Map());
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .formatManifest */ .L_)({
        tool: _version_js__WEBPACK_IMPORTED_MODULE_9__/* .version */ .r,
        target: { name: packed.target.name, branch: packed.target.branch },
        ...(packed.rowWork === undefined ? {} : { row: packed.rowWork.row.id }),
        systems: inputs.systems.value,
        closure: inputs.closure,
        artifacts: packed.artifacts
            .filter(({ storePath }) => packed.lost?.has(storePath) !== true)
            .map((artifact) => ({ ...artifact, origin: (0,_source_js__WEBPACK_IMPORTED_MODULE_7__/* .originOf */ .y)(artifact, environment) })),
        paths: paths.sort((a, b) => (a.storePath < b.storePath ? -1 : 1)),
        skipped: [...packed.dropped],
        ...(handed.length === 0 ? {} : { handed }),
        ...(logs.length === 0 ? {} : { logs }),
        ...(pins.length === 0 ? {} : { pins: [...pins] }),
        failures: (0,_report_report_published_js__WEBPACK_IMPORTED_MODULE_6__/* .reportedFailures */ .ZG)(packed.failures)
    });
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .manifestPath */ .ji);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${file}.partial`, manifest);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${file}.partial`, file);
}
function moveFile(from, to) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(to), { recursive: true });
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(from, to);
    }
    catch (error) {
        // The workspace may be on another file system than the runner's temporary folder.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) !== 'EXDEV')
            throw error;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(from, to);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(from);
    }
}


/***/ }),

/***/ 83271:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wC: () => (/* binding */ artifactsThere),
  Or: () => (/* binding */ failuresAsOne),
  Cl: () => (/* binding */ reportPublish),
  ZG: () => (/* binding */ reportedFailures),
  y8: () => (/* binding */ uploadsOf)
});

// EXTERNAL MODULE: ./src/binary-cache/signature.ts
var signature = __webpack_require__(40996);
// EXTERNAL MODULE: ./src/catalogue/told-keys.ts
var told_keys = __webpack_require__(18613);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/publish/commit-artifacts.ts + 2 modules
var commit_artifacts = __webpack_require__(80997);
// EXTERNAL MODULE: ./src/publish/key-warnings.ts
var key_warnings = __webpack_require__(93088);
// EXTERNAL MODULE: ./src/publish/run.ts
var publish_run = __webpack_require__(88842);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
;// CONCATENATED MODULE: ./src/publish/size-warnings.ts

/**
 * A sentence when the repository comes near what its host advises. `repositoryBytes`: of the whole repository before this run, as its
 * host last counted, other branches and history included; null: it does not say. `budget`: bytes. Pure.
 */
function sizeWarnings(repositoryBytes, addedBytes, budget) {
    if (repositoryBytes === null || repositoryBytes + addedBytes <= budget)
        return [];
    return [
        `The repository has some ${(0,pretty_bytes/* default */.A)(repositoryBytes + addedBytes)}, its history included, and \`size-budget\` is ${(0,pretty_bytes/* default */.A)(budget)}; GitHub advises at most 10 GB. \`mode: prune\` with \`squash-history\` makes it smaller.`
    ];
}

;// CONCATENATED MODULE: ./src/publish/report/report-published.ts







/** What happened, for people and for later steps, and whether the job is to fail. */
function reportPublish(run, verified, remarks = { notes: [], error: null }) {
    const { inputs } = run;
    const { target, before, commit, failures, verification } = verified;
    const head = commit?.commit ?? before.commit;
    const report = {
        outcome: outcomeOf(run, verified),
        target,
        artifacts: artifactsThere(verified),
        published: verified.rows,
        closure: verified.closure,
        uploads: uploadsOf(verified.nars),
        logs: verified.logs,
        signed: verified.signed,
        pins: verified.pins,
        movedPins: verified.movedPins,
        unpinned: verified.unpinned,
        skipped: skippedPaths(verified),
        failures: reportedFailures(failures),
        readmePath: verified.readme.path,
        commit: head === null ? null : { sha: head, url: target.commitUrl(head) },
        route: commit?.changed === true ? commit.route : null,
        ...(verified.plan === null ? {} : { routeReason: verified.plan.reason }),
        attempts: commit?.attempts ?? 0,
        requests: { ...target.requests },
        signedBy: inputs.signingKeys.map(signature/* publicKeyText */.gt),
        cacheKeys: verified.publicKeys,
        verify: {
            kind: verification.kind,
            paths: verification.paths,
            ...(verification.served === null ? {} : { served: verification.served })
        },
        timings: run.timings,
        notes: [
            ...notesOf(run, verified),
            ...verified.pinNotes,
            ...verified.placeNotes,
            ...remarks.notes
        ]
    };
    return { report, error: errorOf(run, verified, report, remarks) };
}
/** Of what was asked for, the store paths that the target has now: not what failed, and not what readers get from upstream. */
function artifactsThere(ready) {
    const there = (0,commit_artifacts/* pathsThere */.V)(ready);
    return ready.artifacts.flatMap(({ storePath }) => (there.has(storePath) ? [storePath] : []));
}
/** What the target had already and gets a row of this run's is published, and not skipped. */
function skippedPaths(verified) {
    const indexed = new Set(verified.rows.map(({ storePath }) => storePath));
    return [...verified.dropped, ...broughtByOthers(verified)].filter(({ storePath }) => !indexed.has(storePath));
}
function reportedFailures(failures) {
    return failures.map(({ installable, error: { code, reason, builds } }) => ({
        ...{ installable, code, reason },
        ...(builds.length === 0 ? {} : { builds })
    }));
}
/** Two store paths with the same content share one NAR. */
function uploadsOf(nars) {
    const files = [...new Map(nars.map((nar) => [nar.cachePath, nar])).values()];
    return {
        nars: files.length,
        narBytes: nars.reduce((sum, { narSize }) => sum + narSize, 0),
        fileBytes: files.reduce((sum, { fileSize }) => sum + fileSize, 0),
        files: files.map(({ cachePath: path, fileHash }) => ({ path, fileHash }))
    };
}
/** What this run packed and did not need to bring: two jobs may publish the same path at once. */
function broughtByOthers({ packed, nars, signed }) {
    const brought = new Set([...nars.map(({ storePath }) => storePath), ...signed]);
    return packed
        .filter(({ info }) => !brought.has(info.storePath))
        .map(({ info: { storePath } }) => ({
        storePath,
        reason: 'held',
        detail: 'another publisher brought it meanwhile'
    }));
}
function outcomeOf(run, { commit }) {
    if (run.environment.isForkPullRequest)
        return 'fork';
    if (run.inputs.dryRun)
        return 'dry-run';
    if (!(0,publish_run/* mayWrite */.J)(run))
        return 'pull-request';
    return commit?.changed === true ? 'published' : 'nothing-new';
}
function notesOf(run, verified) {
    const { inputs, environment } = run;
    const { verification, target, nars, rows, publicKeys, untoldKeys } = verified;
    const added = uploadsOf(nars).fileBytes;
    return [
        ...(inputs.signingKeys.length === 0 &&
            !environment.isForkPullRequest &&
            !(0,publish_run/* isOnlyBuilt */.P1)(run) &&
            !(0,publish_run/* isRehearsal */.SK)(run) &&
            nars.length + rows.length > 0
            ? [
                publicKeys.length > 0
                    ? unsignedAmongSigned
                    : 'No `signing-key` was given: what this run publishes is unsigned, and Nix takes it only from readers who trust this cache as it is.'
            ]
            : []),
        ...untoldKeys.map(told_keys/* keyUntold */.Qs),
        ...(0,key_warnings/* newKeyNotes */.lw)(run, verified),
        ...(verification.note === '' ? [] : [verification.note]),
        ...(verification.error === null ? [] : [verificationFailure(verification.error)]),
        ...sizeWarnings(target.repositoryBytes, added, inputs.sizeBudget)
    ];
}
function verificationFailure({ code, message }) {
    return code === 'NOT_SERVED' ? message : `Reading back failed: ${message}`;
}
/** The README of such a cache tells readers its key, by which Nix then refuses what has no signature. */
const unsignedAmongSigned = 'No `signing-key` was given, and this is a cache of signed artifacts: what this run publishes is unsigned, and its readers’ Nix refuses it. ' +
    'Publish it again with the key: that adds the signatures, and uploads no NAR again.';
/** One error for the job: what failed first and most; nothing to publish is one only when the user says so. */
function errorOf({ inputs, environment }, { failures, verification }, report, remarks) {
    if (failures.length > 0)
        return failuresAsOne(failures);
    if (remarks.error !== null)
        return remarks.error;
    if (verification.error !== null)
        return verification.error;
    const isForPullRequest = report.outcome === 'pull-request' || environment.pullRequest !== null;
    if (inputs.failOnEmpty && !isForPullRequest && report.outcome !== 'published') {
        return new errors/* NarPublishError */.f9({
            code: 'NOTHING_PUBLISHED',
            subject: report.target.name,
            reason: `${report.outcome === 'nothing-new' ? 'nothing is new' : `this is a ${report.outcome}`} (${skippedCounts(report)})`
        });
    }
    return null;
}
/** So many failures are told in the job's error; the summary has more. */
const longestList = 100;
function failuresAsOne(failures) {
    const [first, ...others] = failures;
    if (first === undefined)
        throw new Error('failuresAsOne needs a failure');
    if (others.length === 0)
        return first.error;
    const told = failures.slice(0, longestList).map(({ error }) => error);
    const more = failures.length > told.length ? [`${failures.length - told.length} more`] : [];
    return first.error.with({
        // An attribute may fail in the same words for each system.
        subject: [...new Set(told.map(({ subject }) => subject)), ...more].join(', '),
        reason: [...told.map(({ subject, reason }) => `${subject}: ${reason}`), ...more].join('; ')
    });
}
function skippedCounts({ skipped }) {
    const counts = new Map();
    for (const { reason } of skipped)
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return counts.size === 0
        ? 'no path was looked at'
        : [...counts].map(([reason, number]) => `${number} ${reason}`).join(', ');
}


/***/ })

};
