export const id = 8865;
export const ids = [8865];
export const modules = {

/***/ 78865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rebuildStep: () => (/* binding */ rebuildStep)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/build-plan/import.ts + 1 modules
var build_plan_import = __webpack_require__(54064);
// EXTERNAL MODULE: ./src/build-plan/parse.ts
var parse = __webpack_require__(95811);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/publish/row/handed.ts
var handed = __webpack_require__(22642);
// EXTERNAL MODULE: ./src/publish/row/derivations.ts
var row_derivations = __webpack_require__(23554);
// EXTERNAL MODULE: ./src/nix/gc-roots.ts
var gc_roots = __webpack_require__(44681);
// EXTERNAL MODULE: ./src/nix/path-info.ts
var path_info = __webpack_require__(14237);
// EXTERNAL MODULE: ./src/nix/plain-addresses.ts
var plain_addresses = __webpack_require__(6882);
// EXTERNAL MODULE: ./src/nix/realise.ts
var realise = __webpack_require__(33396);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
// EXTERNAL MODULE: ./src/nix/command.ts
var command = __webpack_require__(82094);
;// CONCATENATED MODULE: ./src/publish/rebuild/bring-packed.ts






/**
 * Fetches store paths into this machine's store, by their paths: of a derivation that allows no substitutes it would build what is packed. Answers
 * with the NAR hash of each that is there then.
 */
async function bringPacked(nix, paths, substituters) {
    const urls = substituters.map(({ url }) => url);
    await (0,plain_addresses/* withPlainAddresses */.h)(nix, urls, async (plain) => {
        const asked = substituters.map((one, at) => ({ ...one, url: plain[at] ?? one.url }));
        // What could not be fetched is seen below.
        for (const chunk of (0,command/* chunkOperands */.y)(paths))
            await (0,run/* runNix */.dI)(nix, (0,realise/* realiseCommand */.Jq)(asked, chunk, null));
    });
    const lost = await (0,gc_roots/* holdPaths */.Sq)(nix, paths);
    const there = paths.filter((path) => !lost.has(path));
    const infos = await (0,path_info/* queryPathInfo */.iO)(nix, there);
    return new Map(there.map((path) => [path, infos.get(path)?.narHash ?? '']));
}

// EXTERNAL MODULE: ./src/binary-cache/byte-reader.ts
var byte_reader = __webpack_require__(67008);
;// CONCATENATED MODULE: ./src/binary-cache/nar-entries.ts


const longestKeyword = 'nix-archive-1'.length;
/** bytes; what file systems allow */
const longestName = 255;
const longestTarget = 4096;
/** Names of one path: Nix itself goes down one call at a time. */
const deepest = 2000;
/**
 * What is in a NAR, in its order: a folder before what is in it, by the bytes of the names. One entry is in memory at a time, and no content.
 * The grammar is told in nar-scanner.ts. Throws SyntaxError for what is no NAR, and what `source` throws.
 */
async function* narEntries(source) {
    const reader = new byte_reader/* ByteReader */.k(source);
    const path = [];
    let folders = 0;
    const expect = async (...words) => {
        const found = (await readText(reader, longestKeyword)).toString('latin1');
        const word = words.find((one) => one === found);
        if (word !== undefined)
            return word;
        const wanted = words.join(' or ');
        throw new SyntaxError(`not a NAR: ${JSON.stringify(found)} where ${wanted} is expected`);
    };
    const readFile = async () => {
        let word = await expect('contents', 'executable', ')');
        const kind = word === 'executable' ? 'program' : 'file';
        if (word === 'executable') {
            await expect('');
            word = await expect('contents', ')');
        }
        const content = word === 'contents' ? await readContents(reader) : contentOf(Buffer.alloc(0));
        if (word === 'contents')
            await expect(')');
        return { kind, ...content };
    };
    const readNode = async () => {
        await expect('(');
        await expect('type');
        const type = await expect('regular', 'symlink', 'directory');
        if (type === 'directory')
            return { kind: 'folder', size: 0, hash: '' };
        if (type === 'regular')
            return readFile();
        await expect('target');
        const target = await readText(reader, longestTarget);
        await expect(')');
        return { kind: 'link', ...contentOf(target) };
    };
    const leaveEntry = async () => {
        await expect(')');
        path.pop();
    };
    await expect('nix-archive-1');
    for (;;) {
        const node = await readNode();
        yield { path: [...path], ...node };
        if (node.kind === 'folder')
            folders += 1;
        else if (folders > 0)
            await leaveEntry();
        while (folders > 0 && (await expect('entry', ')')) === ')') {
            folders -= 1;
            if (folders > 0)
                await leaveEntry();
        }
        if (folders === 0)
            return;
        await expect('(');
        await expect('name');
        path.push((await readText(reader, longestName)).toString('latin1'));
        if (path.length > deepest)
            throw new SyntaxError(`its folders are more than ${deepest} deep`);
        await expect('node');
    }
}
async function readLength(reader) {
    return (await reader.take(8)).readBigUInt64LE();
}
async function readText(reader, longest) {
    const length = await readLength(reader);
    if (length > BigInt(longest))
        throw new SyntaxError(`not a NAR: a string of ${length} bytes`);
    const bytes = await reader.take(Number(length));
    await reader.skip(paddingOf(bytes.length));
    return bytes;
}
async function readContents(reader) {
    const length = await readLength(reader);
    if (length > BigInt(Number.MAX_SAFE_INTEGER)) {
        throw new SyntaxError(`not a NAR: a file of ${length} bytes`);
    }
    const digest = (0,external_node_crypto_.createHash)('sha256');
    for await (const piece of reader.pieces(Number(length)))
        digest.update(piece);
    await reader.skip(paddingOf(Number(length)));
    return { size: Number(length), hash: digest.digest('hex') };
}
function contentOf(bytes) {
    return { size: bytes.length, hash: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') };
}
function paddingOf(length) {
    return (8 - (length % 8)) % 8;
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/known-secrets.ts
var known_secrets = __webpack_require__(5688);
// EXTERNAL MODULE: ./src/nix/build-errors.ts
var build_errors = __webpack_require__(2403);
// EXTERNAL MODULE: ./src/binary-cache/hash.ts
var hash = __webpack_require__(23144);
// EXTERNAL MODULE: ./src/nix/pack-nars.ts + 5 modules
var pack_nars = __webpack_require__(52119);
;// CONCATENATED MODULE: ./src/nix/check-build.ts






/** What Nix ends with when an output differs. https://nix.dev/manual/nix/2.26/command-ref/nix-store/realise#special-exit-codes-for-build-failure */
const notDeterministic = 104;
/** `--keep-failed` has Nix keep an output that differs, beside the one that is valid. */
function checkCommand({ drvPath, outputs }) {
    const names = outputs.map(({ name }) => name).join(',');
    return {
        program: 'nix-store',
        args: [
            ...['--realise', '--check', '--keep-failed', '--log-format', 'bar-with-logs'],
            ...['--no-gc-warning', '--', `${drvPath}!${names}`]
        ]
    };
}
/**
 * Builds a derivation again and has Nix compare what comes out with the outputs in the store, which stay as they are. That one differs is
 * believed when the other one is there to be read, and not by Nix's words, which a builder can print and a daemon changes. Throws what is the machine's failure.
 */
async function checkBuild(nix, checked, log) {
    const keptPath = (path) => `${path}.check`;
    // What an earlier check on this machine left is no answer.
    const before = new Map();
    for (const { path } of checked.outputs)
        before.set(path, await hashOf(nix, keptPath(path)));
    const collector = new build_errors/* BuildErrorCollector */.QG();
    const ended = await log.fenced((write) => (0,run/* runNix */.dI)(nix, checkCommand(checked), {
        onStderr: (text) => {
            collector.push(text);
            write(text);
        }
    }));
    if (ended.status === 0)
        return { kind: 'same' };
    const kept = [];
    for (const { path, narHash } of checked.outputs) {
        const other = await hashOf(nix, keptPath(path));
        if (other !== null && other !== narHash)
            kept.push({ path, other });
    }
    // What is the same as before can have come out again, where nothing else has.
    const differing = kept.find(({ path, other }) => other !== before.get(path)) ??
        (ended.status === notDeterministic ? kept[0] : undefined);
    if (differing !== undefined) {
        return { kind: 'differs', ...differing, otherPath: keptPath(differing.path) };
    }
    const reason = (0,build_errors/* buildFailureReasons */.IB)(collector.blocks).get(checked.drvPath);
    return { kind: 'failed', reason: reason ?? (0,run/* nixWords */.b3)(ended.stderr) };
}
/** The NAR hash of whatever is at a path of the store, valid or not; null: nothing that Nix can read. */
async function hashOf(nix, path) {
    const { stream, done } = (0,pack_nars/* dumpNar */.G)(nix, path);
    const digest = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of stream)
        digest.update(chunk);
    try {
        await done;
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9 && error.code === 'NIX_FAILED')
            return null;
        throw error;
    }
    return (0,hash/* formatSha256 */.h)(digest.digest());
}

// EXTERNAL MODULE: ./src/nix/derivations.ts
var nix_derivations = __webpack_require__(32393);
;// CONCATENATED MODULE: ./src/publish/rebuild/compare-trees.ts
/** Compares two NARs entry by entry as they come; memory does not grow with them. `most`: differences that are listed. Throws what the trees throw. */
async function compareTrees(built, rebuilt, most) {
    const files = [];
    let count = 0;
    let top = null;
    for await (const [one, other] of paired(built, rebuilt)) {
        const path = (one ?? other)?.path ?? [];
        // What stands in a folder that only one has is told with that.
        if (top !== null && isBelow(path, top))
            continue;
        const what = differenceOf(one, other);
        if (what === null)
            continue;
        const isFolder = one?.kind === 'folder' || other?.kind === 'folder';
        top = isFolder ? path : null;
        count += 1;
        if (files.length < most) {
            files.push({ path: nameOf(path), what, size: sizeOf(one), otherSize: sizeOf(other) });
        }
    }
    return { files, count };
}
/** Entries of the same path together; both trees have the same order. */
async function* paired(built, rebuilt) {
    const [ones, others] = [built[Symbol.asyncIterator](), rebuilt[Symbol.asyncIterator]()];
    const next = async (entries) => {
        const result = await entries.next();
        return result.done === true ? null : result.value;
    };
    let [one, other] = [await next(ones), await next(others)];
    while (one !== null || other !== null) {
        const order = one === null ? 1 : other === null ? -1 : comparePaths(one.path, other.path);
        yield [order <= 0 ? one : null, order >= 0 ? other : null];
        if (order <= 0)
            one = await next(ones);
        if (order >= 0)
            other = await next(others);
    }
}
function comparePaths(one, other) {
    const at = one.findIndex((name, index) => name !== other[index]);
    if (at === -1)
        return one.length - other.length;
    const [name = '', otherName] = [one[at], other[at]];
    return otherName === undefined || name > otherName ? 1 : -1;
}
function isBelow(path, top) {
    return path.length > top.length && top.every((name, index) => name === path[index]);
}
function differenceOf(one, other) {
    if (other === null)
        return 'only-built';
    if (one === null)
        return 'only-rebuilt';
    if (one.kind !== other.kind)
        return 'kind';
    return one.hash === other.hash ? null : 'content';
}
function sizeOf(entry) {
    return entry === null || entry.kind === 'folder' ? null : entry.size;
}
/** As people read it; bytes that are no UTF-8 are replaced. */
function nameOf(path) {
    return path.length === 0 ? '.' : Buffer.from(path.join('/'), 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./src/publish/rebuild/build-again.ts










/** Differing files that are named. */
const mostFiles = 20;
/**
 * Builds a derivation again, whose packed outputs are in this machine's store with all of the run's that it needs. `seconds`: that it, and each that
 * it needs, may take. Throws what is the machine's failure.
 */
async function buildAgain(nix, { drvPath, outputs }, { seconds, substituters }) {
    const config = `${nix.env['NIX_CONFIG'] ?? ''}\ntimeout = ${seconds}`;
    const limited = { ...nix, env: { ...nix.env, NIX_CONFIG: config } };
    const problem = await bringInputs(limited, drvPath, substituters);
    if (problem !== null)
        return { result: 'not-tried', reason: problem };
    const begin = Date.now();
    const check = await checkBuild(limited, { drvPath, outputs }, nix.log);
    const took = { seconds: Math.round((Date.now() - begin) / 1000) };
    switch (check.kind) {
        case 'same':
            return { result: 'same', ...took };
        case 'failed': {
            const result = (0,build_errors/* needsOtherMachine */.Ni)(check.reason) ? 'not-tried' : 'failed';
            return { result, reason: known_secrets/* knownSecrets */.xU.hide(check.reason), ...took };
        }
        case 'differs': {
            const { path, other, otherPath } = check;
            const narHash = outputs.find((output) => output.path === path)?.narHash ?? '';
            const found = await compareBuilds(nix, path, otherPath);
            return { result: 'differs', path, narHash, other, ...found, ...took };
        }
    }
}
/** Why what it takes cannot be had; null: it is there. */
async function bringInputs(nix, drvPath, substituters) {
    const derivation = (await (0,nix_derivations/* readDerivations */.rj)(nix, [drvPath], { closure: false })).get(drvPath);
    const needed = [...(derivation?.inputDrvs ?? [])];
    const inputs = await (0,nix_derivations/* readDerivations */.rj)(nix, needed.map(([input]) => input), { closure: false });
    const wanted = needed.flatMap(([input, names]) => {
        const outputs = names.flatMap((name) => {
            const path = inputs.get(input)?.outputs.get(name)?.path ?? null;
            // Of a floating one nobody knows it yet; the build itself brings it.
            return path === null ? [] : [{ name, path }];
        });
        return outputs.length === 0 ? [] : [{ drvPath: input, outputs }];
    });
    if (wanted.length === 0)
        return null;
    const options = { substituters, gcRootsDirectory: nix.roots, log: nix.log };
    const { failed, unexplained, exit } = await (0,realise/* realise */.Yb)(nix, wanted, options);
    const [culprit] = [...failed.values()].flat();
    if (culprit !== undefined) {
        return known_secrets/* knownSecrets */.xU.hide(`it needs ${culprit.drvPath}: ${culprit.reason}`);
    }
    const [missing] = unexplained;
    if (missing === undefined)
        return null;
    const words = exit === null ? 'its outputs are not in the store' : (0,run/* nixWords */.b3)(exit.stderr);
    return known_secrets/* knownSecrets */.xU.hide(`it needs ${missing.drvPath}: ${words}`);
}
/** Of what Nix has in its store, valid or not. */
async function compareBuilds(nix, path, otherPath) {
    try {
        const built = entriesOf(nix, path);
        const { files, count } = await compareTrees(built, entriesOf(nix, otherPath), mostFiles);
        return { files, differences: count };
    }
    catch (error) {
        // That they differ is known by their hashes.
        if (error instanceof SyntaxError)
            return { reason: `not compared: ${error.message}` };
        if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'NIX_FAILED')
            throw error;
        return { reason: `not compared: ${error.reason}` };
    }
}
async function* entriesOf(nix, path) {
    const { stream, done } = (0,pack_nars/* dumpNar */.G)(nix, path);
    try {
        yield* narEntries(stream);
        await done;
    }
    finally {
        stream.destroy();
    }
}

;// CONCATENATED MODULE: ./src/publish/rebuild/candidates.ts

/** What can be built again and compared, and how many of what the rows built cannot. */
function candidatesOf(rows, derivations, { paths: packed }) {
    const attributes = new Map(rows.flatMap((row) => row.attributes.map((one) => [one.drvPath, one.installable])));
    const candidates = [];
    const leftOut = { fixed: 0, floating: 0, unpacked: 0 };
    for (const drvPath of new Set(rows.flatMap(({ builds }) => builds))) {
        const derivation = derivations.get(drvPath);
        const all = [...(derivation?.outputs ?? [])];
        const outputs = all.flatMap(([name, { path }]) => {
            const narHash = path === null ? undefined : packed.get(path)?.path.info.narHash;
            return path === null || narHash === undefined ? [] : [{ name, path, narHash }];
        });
        if (derivation !== undefined && (0,nix_derivations/* fixedOutputOf */.RS)(derivation) !== null)
            leftOut.fixed += 1;
        else if (all.some(([, { path }]) => path === null))
            leftOut.floating += 1;
        else if (outputs.length === 0)
            leftOut.unpacked += 1;
        else
            candidates.push({ attribute: attributes.get(drvPath) ?? null, drvPath, outputs });
    }
    return { candidates, leftOut };
}
/** `derivations`: what the run built, and nothing else. */
function neededOfRun(drvPath, derivations, { paths }) {
    const packed = new Set();
    const unpacked = new Set();
    // A set gives what is added to it while it is read.
    const open = new Set([drvPath]);
    for (const drv of open) {
        for (const [input, outputs] of derivations.get(drv)?.inputDrvs ?? []) {
            if (!derivations.has(input))
                continue;
            const wanted = outputs.map((name) => derivations.get(input)?.outputs.get(name)?.path ?? '');
            for (const path of wanted)
                if (paths.has(path))
                    packed.add(path);
            if (wanted.every((path) => paths.has(path)))
                continue;
            unpacked.add(input);
            open.add(input);
        }
    }
    return { packed: [...packed], unpacked: [...unpacked] };
}

;// CONCATENATED MODULE: ./src/publish/rebuild/draw.ts

/**
 * So many of the candidates by lot, each as likely as any other: those whose SHA-256 of `<seed> <drvPath>` is smallest, in that order. Who
 * has the seed can draw again.
 */
function drawSample(candidates, size, seed) {
    const lots = candidates.map((candidate) => ({
        candidate,
        lot: (0,external_node_crypto_.createHash)('sha256').update(`${seed} ${candidate.drvPath}`).digest('hex')
    }));
    lots.sort((one, other) => (one.lot < other.lot ? -1 : 1));
    return lots.slice(0, size).map(({ candidate }) => candidate);
}

// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/report/blocks.ts
var blocks = __webpack_require__(83578);
// EXTERNAL MODULE: ./src/report/outputs.ts
var outputs = __webpack_require__(65468);
// EXTERNAL MODULE: ./src/report/within-limit.ts
var within_limit = __webpack_require__(24165);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
;// CONCATENATED MODULE: ./src/publish/rebuild/report.ts






/** In `output-directory`. */
const reportPath = 'rebuilt.json';
/** The file: all that was found, for programs. */
function formatReport({ systems, nix, seed, candidates, leftOut, rebuilt }) {
    const told = { version: 1, tool: version/* version */.r, systems, nix, seed, candidates, leftOut, rebuilt };
    return `${JSON.stringify(told, null, 2)}\n`;
}
/** `rebuilt`: what differs before the rest; when it would be too large, without the files, and then as much as fits. */
function rebuildOutputs({ rebuilt }, largest = outputs/* largestOutputs */.F) {
    const all = inOrder(rebuilt);
    const bare = all.map((one) => {
        const { attribute, drv, path, result, narHash, other } = one;
        return { attribute, drv, path, result, narHash, ...(other === undefined ? {} : { other }) };
    });
    let room = largest - 2;
    const fitting = bare.filter((one) => (room -= JSON.stringify(one).length + 1) >= 0);
    const texts = [all, bare, fitting].map((rows) => JSON.stringify(rows));
    return { rebuilt: texts.find((text) => text.length <= largest) ?? '[]' };
}
const results = ['differs', 'failed', 'not-tried', 'same'];
const words = {
    ...{ differs: '**differs**', failed: 'failed here', 'not-tried': 'not tried', same: 'the same' }
};
function inOrder(rebuilt) {
    return rebuilt.toSorted((a, b) => results.indexOf(a.result) - results.indexOf(b.result));
}
/** Markdown for GITHUB_STEP_SUMMARY. */
function renderRebuildSummary(report) {
    return (0,within_limit/* withinLimit */.zl)(within_limit/* listLengths */.eP, (shown) => render(report, shown));
}
function render(report, shown) {
    const { rebuilt, nix, seed, notes, timings } = report;
    const rows = inOrder(rebuilt);
    return `${[
        headline(report),
        ...(0,blocks/* remarks */.IW)('Note', notes, 100),
        ...(0,markdown/* table */.tp)(['Attribute', 'Path', 'Result', 'What differs'], rows.slice(0, shown).map(cellsOf)),
        ...(0,blocks/* rest */.zs)(rows.length, shown),
        leftOutText(report),
        ...(0,blocks/* howItWent */.Yg)([
            ['Nix', (0,markdown/* markdownText */.p7)(nix)],
            ['Seed of the lot', (0,markdown/* markdownCode */.D9)(seed)]
        ], timings)
    ].join('\n\n')}\n`;
}
function headline({ systems, candidates, rebuilt }) {
    const where = `of ${(0,src_text/* count */.U9)(candidates, 'derivation')} that this run built for ${(0,markdown/* markdownText */.p7)((0,src_text/* list */.p_)(systems))}`;
    if (rebuilt.length === 0)
        return `**Nothing was built again** ${where}.`;
    const numbers = results.flatMap((result) => {
        const number = rebuilt.filter((one) => one.result === result).length;
        return number === 0 ? [] : [`${number} ${words[result]}`];
    });
    return `Built again on another machine: ${rebuilt.length} ${where}. ${(0,src_text/* list */.p_)(numbers)}.`;
}
function cellsOf(one) {
    const { attribute, path, result } = one;
    return [
        attribute === null ? '' : (0,markdown/* markdownCode */.D9)(attribute),
        (0,markdown/* markdownCode */.D9)(path),
        words[result],
        whatDiffers(one)
    ];
}
/** Of one row in the table. */
const mostFilesShown = 5;
function whatDiffers({ files = [], differences = 0, reason, inputsBuiltHere }) {
    const shown = files.slice(0, mostFilesShown).map(fileText);
    const more = differences - shown.length;
    return [
        ...(reason === undefined ? [] : [(0,markdown/* markdownWords */.Lx)(reason, 300)]),
        ...(shown.length === 0 ? [] : [`${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`]),
        ...(inputsBuiltHere.length === 0
            ? []
            : [`${(0,src_text/* count */.U9)(inputsBuiltHere.length, 'input')} of it had to be built here, too`])
    ].join('; ');
}
function fileText({ path, what, size, otherSize }) {
    const sizes = size === otherSize ? '' : ` (${size ?? '–'} → ${otherSize ?? '–'} bytes)`;
    const where = {
        ...{ content: sizes, kind: ' (another kind of file)' },
        ...{ 'only-built': ' (not here)', 'only-rebuilt': ' (only here)' }
    };
    const which = path === '.' ? 'the file itself' : (0,markdown/* markdownCode */.D9)(path, 120);
    return `${which}${where[what]}`;
}
function leftOutText({ leftOut: { fixed, floating, unpacked } }) {
    const reasons = [
        [fixed, 'with a fixed hash'],
        [floating, 'content-addressed'],
        [unpacked, 'of which nothing was packed']
    ];
    const told = reasons.flatMap(([number, why]) => (number === 0 ? [] : [`${number} ${why}`]));
    const left = told.length === 0 ? '' : ` Not in the lot: ${(0,src_text/* list */.p_)(told)}.`;
    return `The same is no proof that a build always comes out so, and what was not drawn is not known.${left}`;
}

;// CONCATENATED MODULE: ./src/publish/rebuild/rebuild.ts















/** Milliseconds after which nothing more is begun: GitHub ends a job after six hours, and what it found is to be told. */
const longestRun = 5 * 3_600_000;
/**
 * Builds some of what a run's jobs packed again, on this machine, and compares. The sample is drawn once all is packed, so that no job that builds can
 * know what will be looked at. What it finds is in a file after each derivation. Throws PLAN_INVALID, PACKED_INVALID, PACKED_CONFLICT,
 * and what is the machine's failure.
 */
async function rebuild(run, seed = (0,external_node_crypto_.randomBytes)(16).toString('hex')) {
    const { inputs, log } = run;
    const begin = Date.now();
    const nix = await (0,nix_nix/* openRunNix */.RC)(run);
    const plan = (0,parse/* readPlan */.m3)(inputs.plan);
    const rows = plan.rows.filter(({ system }) => inputs.systems.includes(system));
    const work = await (0,src_run/* timed */.a)(run, 'check', () => takeWork(run, nix, plan, rows));
    const { candidates, leftOut } = candidatesOf(rows, work.derivations, work.packed);
    const sample = drawSample(candidates, inputs.sample, seed);
    log.info(`${(0,src_text/* count */.U9)(sample.length, 'derivation')} of ${candidates.length}, drawn with seed ${seed}`);
    const rebuilt = [];
    const report = {
        ...{ systems: inputs.systems, nix: nix.version.text, seed },
        ...{ candidates: candidates.length, leftOut, rebuilt },
        ...{ timings: run.timings, notes: [] }
    };
    writeReport(run, report);
    const needs = sample.map(({ drvPath }) => neededOfRun(drvPath, work.derivations, work.packed));
    const paths = sample.flatMap(({ outputs }, at) => [
        ...outputs.map(({ path }) => path),
        ...(needs[at]?.packed ?? [])
    ]);
    const here = await (0,src_run/* timed */.a)(run, 'fetch', () => bringPacked(nix, [...new Set(paths)], work.substituters));
    await (0,src_run/* timed */.a)(run, 'rebuild', async () => {
        for (const [at, candidate] of sample.entries()) {
            const need = needs[at] ?? { packed: [], unpacked: [] };
            const left = longestRun - (Date.now() - begin);
            const outcome = problemOf(candidate, need, work.packed, here) ??
                (left <= 0
                    ? { result: 'not-tried', reason: 'there was no time left' }
                    : await log.group(`Build ${candidate.drvPath} again`, () => buildAgain(nix, candidate, {
                        seconds: Math.ceil(Math.min(inputs.timeLimit, left) / 1000),
                        substituters: work.substituters
                    })));
            const one = rebuiltOf(candidate, need, outcome);
            tell(run, one);
            rebuilt.push(one);
            writeReport(run, report);
        }
    });
    return report;
}
/** The derivations in this machine's store, and what was packed, every byte of it checked. */
async function takeWork(run, nix, plan, rows) {
    const { inputs, log, environment } = run;
    const used = new Set(rows.flatMap(({ streams }) => streams));
    const streams = plan.streams.map(({ file }) => file).filter((file) => used.has(file));
    await (0,build_plan_import/* importStreams */.h)(nix, inputs.plan, plan, { streams });
    // Also what a machine of another system has built for these.
    const all = [...new Set([...rows, ...rows.flatMap((row) => (0,row_derivations/* givers */.tD)(plan, row))])];
    const derivations = await (0,row_derivations/* readThere */.j1)(nix, all);
    const lost = rows.flatMap(({ builds }) => builds).find((drvPath) => !derivations.has(drvPath));
    if (lost !== undefined)
        throw (0,parse/* planInvalid */.r3)(lost, 'it is in none of the streams of its row');
    const packed = await (0,handed/* readPackedFor */.Si)({ environment, log }, { folders: inputs.packed, rows: all, own: null }, derivations);
    const substituters = await (0,handed/* substituterOf */.Cu)(packed, (0,external_node_path_.join)(run.scratch, 'packed'));
    return { derivations, packed, substituters };
}
/** What keeps it from being compared, or shows already that it differs; null: nothing. */
function problemOf({ outputs }, { packed: needed }, { paths }, here) {
    const own = outputs.map(({ path }) => path);
    const missing = [...own, ...needed].find((path) => !here.has(path));
    if (missing !== undefined) {
        const reason = `${missing} was packed, and could not be brought here with what it refers to`;
        return { result: 'not-tried', reason };
    }
    // A machine that is used again may have built it before.
    const other = outputs.find(({ path, narHash }) => here.get(path) !== narHash);
    if (other !== undefined) {
        const { path, narHash } = other;
        const reason = 'not compared: this machine’s store had another content of it before';
        return { result: 'differs', path, narHash, other: here.get(path) ?? '', reason };
    }
    const stranger = needed.find((path) => here.get(path) !== paths.get(path)?.path.info.narHash);
    if (stranger === undefined)
        return null;
    return {
        result: 'not-tried',
        reason: `this machine’s store had another content of ${stranger} before, which it needs`
    };
}
function rebuiltOf(candidate, need, outcome) {
    const { attribute, drvPath, outputs } = candidate;
    const { path = '', narHash = '' } = outputs[0] ?? {};
    return {
        ...{ attribute, drv: drvPath, path, narHash },
        ...outcome,
        outputs: Object.fromEntries(outputs.map((output) => [output.path, output.narHash])),
        inputsBuiltHere: need.unpacked
    };
}
function tell({ log }, { result, path, reason }) {
    const why = reason === undefined ? '' : `: ${reason}`;
    if (result === 'same')
        log.info(`${path} came out the same`);
    else if (result === 'differs')
        log.warning(`${path} came out otherwise on this machine${why}`);
    else
        log.warning(`${path} could not be compared (${result})${why}`);
}
/** Whole at any time: the job may be ended. */
function writeReport({ inputs: { outputDirectory } }, report) {
    (0,external_node_fs_.mkdirSync)(outputDirectory, { recursive: true });
    const file = (0,external_node_path_.join)(outputDirectory, reportPath);
    (0,external_node_fs_.writeFileSync)(`${file}.new`, formatReport(report));
    (0,external_node_fs_.renameSync)(`${file}.new`, file);
}

;// CONCATENATED MODULE: ./src/publish/rebuild/step.ts


/** What differs is a finding and no failure of the job: it is for people to judge, and the publish does not wait for them. */
async function rebuildStep(inputs, step) {
    const report = await rebuild({ inputs, ...step, timings: [] });
    return { outputs: rebuildOutputs(report), summary: renderRebuildSummary(report), error: null };
}


/***/ })

};
