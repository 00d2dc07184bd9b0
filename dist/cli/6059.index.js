export const id = 6059;
export const ids = [6059];
export const modules = {

/***/ 48874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ lookAt)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/sync/version/hosts/memory.ts
var hosts_memory = __webpack_require__(35913);
// EXTERNAL MODULE: ./src/sync/many/attribute-places.ts
var attribute_places = __webpack_require__(92148);
// EXTERNAL MODULE: ./src/sync/many/open-look.ts
var open_look = __webpack_require__(25739);
// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/nix/content-path.ts
var content_path = __webpack_require__(15740);
// EXTERNAL MODULE: ./src/nix/hash-mismatch.ts
var hash_mismatch = __webpack_require__(2632);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/sync/fetched-sources.ts
var fetched_sources = __webpack_require__(52673);
// EXTERNAL MODULE: ./src/sync/flake-inputs/lock-file.ts
var lock_file = __webpack_require__(66693);
// EXTERNAL MODULE: ./src/sync/flake-inputs/source-input.ts
var source_input = __webpack_require__(94441);
// EXTERNAL MODULE: ./src/sync/literals/dye.ts
var literals_dye = __webpack_require__(62290);
// EXTERNAL MODULE: ./src/sync/literals/find.ts + 2 modules
var find = __webpack_require__(47204);
// EXTERNAL MODULE: ./src/sync/pins/source-pin.ts
var source_pin = __webpack_require__(22001);
// EXTERNAL MODULE: ./src/sync/part-of.ts
var part_of = __webpack_require__(59474);
// EXTERNAL MODULE: ./src/sync/project/evaluate.ts
var evaluate = __webpack_require__(58910);
// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/version/source-host.ts
var source_host = __webpack_require__(24610);
// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
;// CONCATENATED MODULE: ./src/sync/many/evaluation-origins.ts

















/**
 * Of the packages whose `src` evaluation fetched, by an input of their flake or by a hash in the files. What has such a hash is in the store
 * by a name that is made of it: nothing is evaluated again for it, but where the files do not say in full where it is fetched from.
 */
async function evaluationOrigins(look, version, packages, graph, serverUrl) {
    const found = new Map();
    const made = packages.flatMap((one) => {
        const { evaluated, project } = one;
        if (evaluated instanceof errors/* NarPublishError */.f9 || project === null)
            return [];
        const paths = mainPaths(evaluated, graph);
        return paths.length === 0 ? [] : [{ one: { ...one, evaluated, project }, of: one, paths }];
    });
    if (made.length === 0)
        return found;
    const files = (0,open_look/* textFilesOf */.as)(made.map(({ one: { project } }) => project));
    const literalsAt = literalsByPath(files);
    const asked = new Map();
    for (const { one, of, paths } of made) {
        const literals = paths.flatMap(literalsAt);
        const inputs = await inputsWith(look, one.project, files, paths, literals);
        const input = (0,source_input/* sourceInput */.mC)({ project: one.project, files }, inputs);
        if (input !== null) {
            found.set(of, {
                ...(0,source_input/* versionsOfInput */.Zj)(input, []),
                pinned: (0,source_input/* inputCommit */.qH)(input, version, serverUrl),
                words: `${(0,source_input/* inputWords */.cJ)(input.name)} in ${input.path}`
            });
            continue;
        }
        const key = literals.map(types/* placeOf */.$t).join('\n');
        const asking = asked.get(key) ?? whereFrom(look, files, one, literals, serverUrl);
        asked.set(key, asking);
        const where = await asking;
        if (where === null)
            continue;
        const pin = (0,source_pin/* sourcePin */.lN)({ files }, where);
        found.set(of, {
            ...(0,source_pin/* versionsOfAddress */.dn)(where.address, []),
            pinned: pin === null ? null : (0,source_pin/* pinnedCommit */.I)(pin, serverUrl),
            words: `hash at ${(0,types/* placeOf */.$t)(where.literal)}`
        });
    }
    return found;
}
/** What evaluation made that is `src`, or one of `srcs`. */
function mainPaths(evaluated, graph) {
    return [...(0,fetched_sources/* sourcesOf */.u0)(evaluated, graph).paths].flatMap(([path, isMain]) => (isMain ? [path] : []));
}
/** The flake's own inputs that are one of the paths; of what is nothing by its hash, those that it is a part of, as a filter leaves it. */
async function inputsWith({ copy }, project, files, paths, literals) {
    const place = (0,lock_file/* lockPath */.HZ)(project);
    const text = files.find(({ path }) => path === place)?.text;
    const lock = text === undefined ? null : (0,lock_file/* parseLock */.PG)(text);
    const inputs = [...(lock === null ? [] : (0,lock_file/* ownInputs */.oi)(lock))].flatMap(([name, node]) => {
        const digest = (0,binary_cache_digest/* parseDigest */.m)(String(node.locked?.['narHash'] ?? ''));
        const by = { kind: 'input', name, isOwn: true };
        return digest === null ? [] : [{ by, node, path: (0,content_path/* fixedPath */.M)(digest, 'recursive', 'source') }];
    });
    const whole = inputs.filter(({ path }) => paths.includes(path));
    if (whole.length + literals.length > 0)
        return whole.map(({ by }) => by);
    // A flake such as nixpkgs has too many files to look for these among them.
    const sources = inputs.filter(({ node }) => node.flake === false);
    const found = [];
    for (const path of sources.length === 0 ? [] : paths) {
        if (await (0,part_of/* isPartOf */.x)(path, copy.folder))
            continue;
        for (const source of sources)
            if (await (0,part_of/* isPartOf */.x)(path, source.path))
                found.push(source.by);
    }
    return found;
}
/** Hash literals by where in the store that is which they are the hash of, as `fetchTarball` and as `fetchurl` hash. */
function literalsByPath(files) {
    const literals = files.flatMap(find/* findHashLiterals */.MO);
    const byName = new Map();
    return (path) => {
        const { name } = (0,store_path/* parseStorePath */.GV)(path);
        const known = byName.get(name) ?? new Map();
        if (!byName.has(name)) {
            byName.set(name, known);
            for (const literal of literals) {
                if (literal.digest === null)
                    continue;
                for (const how of ['recursive', 'flat']) {
                    const place = (0,content_path/* fixedPath */.M)(literal.digest, how, name);
                    known.set(place, [...(known.get(place) ?? []), literal]);
                }
            }
        }
        return known.get(path) ?? [];
    };
}
async function whereFrom(look, files, found, literals, serverUrl) {
    const [literal, ...others] = literals;
    if (literal === undefined)
        return null;
    const address = others.length > 0 ? null : (0,source_pin/* writtenAddress */.cL)(files, literal);
    if (address !== null && (0,source_host/* sourceHost */.Y)(address, serverUrl) !== null)
        return { literal, address };
    return askWhere(look, files, found, literals);
}
/** With something else in the hash's place Nix fetches, and says from where. null: it does not. */
async function askWhere(look, files, { reference, project, evaluated: { system } }, literals) {
    const { nix, copy, nixpkgs, counts } = look;
    const dyes = literals.map((literal) => {
        const { file, start, algorithm } = literal;
        return { literal, dye: (0,literals_dye/* dyeDigest */.vz)(look.project.head, `${file}:${start}`, algorithm) };
    });
    const shop = {
        copy,
        files: files.filter(({ path }) => literals.some(({ file }) => file === path))
    };
    try {
        await (0,workshop/* writeCopy */.bt)(shop, new Map(dyes.map(({ literal, dye }) => [literal, (0,literals_dye/* writeDigest */.O_)(literal, dye)])));
        counts.evaluations++;
        const request = { package: reference, nixpkgs, system };
        const answer = await (0,evaluate/* evaluatePackage */.Ak)(nix, copy, project, request);
        if ('drvPath' in answer)
            return null;
        const told = (0,hash_mismatch/* hashMismatches */.F)(answer.stderr);
        return (dyes.flatMap(({ literal, dye }) => {
            const one = told.find(({ specified }) => (0,binary_cache_digest/* sameDigest */.VB)(specified, dye));
            return typeof one?.address === 'string' ? [{ literal, address: one.address }] : [];
        })[0] ?? null);
    }
    finally {
        await (0,workshop/* writeCopy */.bt)(shop, new Map());
    }
}

// EXTERNAL MODULE: ./src/sync/many/find-packages.ts
var find_packages = __webpack_require__(53740);
// EXTERNAL MODULE: ./src/sync/many/ignore.ts
var ignore = __webpack_require__(87585);
// EXTERNAL MODULE: ./src/nix/build-errors.ts
var build_errors = __webpack_require__(2403);
// EXTERNAL MODULE: ./src/nix/transplant.ts
var transplant = __webpack_require__(49508);
// EXTERNAL MODULE: ./src/sync/definitions.ts
var definitions = __webpack_require__(55905);
// EXTERNAL MODULE: ./src/sync/project/systems.ts
var project_systems = __webpack_require__(90147);
// EXTERNAL MODULE: ./src/sync/many/evaluate-each.ts
var evaluate_each = __webpack_require__(99488);
// EXTERNAL MODULE: ./src/sync/own-texts.ts
var own_texts = __webpack_require__(52718);
;// CONCATENATED MODULE: ./src/sync/many/own-fetches.ts




/** Fixed outputs that a package is made of, less those of other packages that it needs. */
function ownFetches(evaluated, graph) {
    const found = (0,own_texts/* ownTexts */.BS)(evaluated, graph).flatMap(({ origin }) => origin.kind === 'fetched' ? [origin.derivation] : []);
    return [...new Set(found)];
}
/** Those among them whose hashes are others when the package has another version: its source, what the version is in, and what needs one of these. */
function staleFetches(evaluated, graph, hasVersion) {
    const own = ownFetches(evaluated, graph);
    const sources = new Set((0,fetched_sources/* sourcesOf */.u0)(evaluated, graph).fetched);
    const first = new Set(own.filter((one) => sources.has(one) || hasVersion(one)));
    return own.filter((one) => first.has(one) || (0,definitions/* closureOf */.TQ)(graph, [one.drvPath]).some((need) => first.has(need)));
}
function textsOf(derivation) {
    return (0,own_texts/* textsIn */.Ej)(derivation).map(([, text]) => text);
}
function saysVersion(derivation, version) {
    return (version !== null &&
        textsOf(derivation).some((text) => (0,find/* findVersionLiterals */.sA)({ path: 'text', text }, version).length > 0));
}

;// CONCATENATED MODULE: ./src/sync/many/machines.ts










/** Packages that do not evaluate for a system and whose reason is asked for. */
const mostExplained = 8;
/** This machine, or that of the system which a line names, and nothing more. */
function ownMachines() {
    return { of: (members) => machinesOf(members, [], () => 'not there'), notes: [] };
}
/**
 * What the packages are for each other system that was given, or of the usual ones: one evaluation for each. A system needs a machine of
 * its own where a hash that changes with the version has to be made there, and is not that of a plain download.
 */
async function otherMachines(look, sets, known) {
    const members = sets.flatMap((set) => set.members);
    const systems = (look.systems ?? project_systems/* usualSystems */.Ht).filter((system) => system !== look.system);
    const found = new Map();
    const notes = [];
    for (const system of members.length === 0 ? [] : systems)
        found.set(system, await lookElsewhere(look, members, system, known, notes));
    const elsewhere = (member, system) => found.get(system)?.get(member) ?? 'not there';
    return { of: (some) => machinesOf(some, systems, elsewhere), notes };
}
function machinesOf(members, systems, elsewhere) {
    const own = [...new Set(members.map(({ system }) => system))];
    const others = systems.filter((system) => !own.includes(system));
    const has = (system, what) => members.some((member) => elsewhere(member, system) === what);
    const alone = others.filter((system) => has(system, 'alone'));
    const here = others.filter((system) => !alone.includes(system) && has(system, 'here'));
    return [
        ...own.map((system, index) => ({
            system,
            systems: index === 0 ? [system, ...here] : [system]
        })),
        ...alone.map((system) => ({ system, systems: [system] }))
    ];
}
async function lookElsewhere(look, members, system, known, notes) {
    const asked = members.flatMap((member) => {
        const place = placeFor(member, system);
        return place === null ? [] : [{ member, ...member, place, kind: 'one', system }];
    });
    const answers = await (0,evaluate_each/* evaluateEach */.V)(look, asked, { unread: evaluate_each/* allMeta */.D });
    const found = new Map();
    const failed = [];
    for (const [index, { member }] of asked.entries()) {
        const answer = answers[index] ?? null;
        // What the flake does not have for that system.
        if (answer === null)
            continue;
        const described = Array.isArray(answer) ? (answer[0]?.described ?? null) : null;
        if (described === null || 'notDerivation' in described) {
            failed.push(member);
            continue;
        }
        const evaluated = (0,evaluate/* readPackage */.LY)(described, system);
        const graph = await (0,derivations/* readDerivations */.rj)(look.nix, [evaluated.drvPath], { closure: true, known });
        found.set(member, needsItself(member, evaluated, graph, known) ? 'alone' : 'here');
    }
    for (const member of failed)
        found.set(member, 'not there');
    await explain(look, failed, system, found, notes);
    return found;
}
/** Where a package is for another system; null: nowhere. */
function placeFor({ place, listed: { reference }, evaluated: { platforms }, system: own }, system) {
    if (place.output === null)
        return platforms?.includes(system) === true ? place : null;
    const [first, ...names] = place.path;
    const isOfEach = first === own && (0,project_systems/* namedSystem */.Pc)(reference.attribute) === null;
    return isOfEach ? { ...place, path: [system, ...names] } : null;
}
/** A package that reads what is made for its system while it is evaluated can be evaluated there. */
async function explain(look, failed, system, found, notes) {
    const { nix, copy, nixpkgs, counts } = look;
    const left = [];
    for (const [index, member] of failed.entries()) {
        const { project, listed } = member;
        const request = { package: listed.reference, nixpkgs, system };
        if (index < mostExplained)
            counts.evaluations++;
        const answer = index < mostExplained ? await (0,evaluate/* evaluatePackage */.Ak)(nix, copy, project, request) : null;
        const isBuilt = answer !== null && 'error' in answer && (0,build_errors/* needsOtherMachine */.Ni)(answer.error.reason);
        if (isBuilt)
            found.set(member, 'alone');
        else
            left.push(listed.reference.text);
    }
    if (left.length > 0)
        notes.push(`For ${system} ${(0,src_text/* list */.p_)(left.slice(0, 5))} ${left.length === 1 ? 'does' : 'do'} not evaluate: its hashes are not made.`);
}
/** Whether a hash that changes can be made on a machine of the system alone; as findTargets has it. */
function needsItself(member, evaluated, graph, known) {
    const { evaluated: own, system } = member;
    const isOurs = (derivation) => [system, 'builtin'].includes(derivation.system);
    const hereGraph = new Map([...(0,definitions/* closureOf */.TQ)(known, [own.drvPath])].map((one) => [one.drvPath, one]));
    const here = ownFetches(own, hereGraph).filter(isOurs);
    const stale = staleFetches(evaluated, graph, (one) => saysVersion(one, own.version));
    const foreign = stale.filter((one) => !isOurs(one));
    const candidates = (0,definitions/* fixedOutputs */.lW)(hereGraph);
    return foreign.some((one) => {
        const same = here.filter((other) => isSameHash(one, other));
        const urls = (0,derivations/* urlsOf */.Wn)(one).join(' ');
        const isMadeHere = same.length > 0 && (urls === '' || same.some((other) => (0,derivations/* urlsOf */.Wn)(other).join(' ') === urls));
        return !isMadeHere && (0,transplant/* transplantRecipe */.o)(one, candidates) === null;
    });
}
function isSameHash(a, b) {
    const [one, other] = [(0,derivations/* fixedOutputOf */.RS)(a)?.digest, (0,derivations/* fixedOutputOf */.RS)(b)?.digest];
    return one !== undefined && other !== undefined && (0,binary_cache_digest/* sameDigest */.VB)(one, other);
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/sync/project/package-reference.ts
var package_reference = __webpack_require__(99769);
// EXTERNAL MODULE: ./src/sync/revision.ts
var revision = __webpack_require__(31442);
// EXTERNAL MODULE: ./src/sync/sources.ts
var sources = __webpack_require__(75941);
// EXTERNAL MODULE: ./src/sync/version/compare.ts
var compare = __webpack_require__(90651);
// EXTERNAL MODULE: ./src/sync/version/latest.ts + 2 modules
var latest = __webpack_require__(92465);
// EXTERNAL MODULE: ./src/sync/version/wanted.ts
var wanted = __webpack_require__(32389);
;// CONCATENATED MODULE: ./src/sync/many/newest-of-all.ts












/** Packages whose hosts are asked at the same time. */
const mostAtOnce = 4;
/** Whether there is something that could be brought to another version. */
function isFetched({ evaluated, origin }, graph) {
    if (origin !== null)
        return true;
    const { fetched } = (0,fetched_sources/* sourcesOf */.u0)(evaluated, graph);
    return fetched.some((source) => (0,derivations/* urlsOf */.Wn)(source).length > 0 || (0,sources/* refsOf */.gA)(source).length > 0);
}
/**
 * The packages with the newest versions that their hosts know, as version-sync would choose them. A host that gives no answer leaves its
 * packages `unasked` and the others alone. In the order of `packages`.
 */
function newestOfAll(place, look, ignored, packages, graph) {
    return (0,p_limit/* default */.A)(mostAtOnce).map(packages, (one) => listPackage(place, look, ignored, one, graph));
}
async function listPackage(place, look, ignored, present, graph) {
    const { reference, evaluated } = present;
    const { pname, version } = evaluated;
    const current = currentOf(place, present, graph);
    const source = sourceWords(place, look, current);
    const listed = { reference, name: pname, version, source, newest: null, tag: null, why: null };
    const unknown = (reason) => ({
        ...listed,
        state: 'unknown',
        why: { code: null, reason }
    });
    const followsBranch = look.version.kind === 'branch';
    if (version === null && !followsBranch)
        return unknown('it has no version');
    if (!isFetched(present, graph))
        return unknown('it has no source that is fetched');
    const own = (0,ignore/* ignoredOf */.I)(ignored, namesOf({ reference, name: pname }));
    const whole = own.find((one) => one.version === null);
    if (whole !== undefined)
        return { ...listed, state: 'ignored', why: { code: null, reason: ignoreWords(whole) } };
    const passedOver = new Map();
    const passesOver = (text) => {
        const by = own.find((one) => one.version?.(text) === true);
        if (by !== undefined && (version === null || (0,compare/* isOlder */.t)(version, text)))
            passedOver.set(text, by);
        return by !== undefined;
    };
    const answer = await (0,wanted/* wantedVersion */.K)(look, current, { ...place, passesOver }).catch((error) => {
        if (error instanceof errors/* NarPublishError */.f9)
            return error;
        throw error;
    });
    if (answer instanceof errors/* NarPublishError */.f9 && isSilence(answer))
        return unasked(listed, answer);
    const chosen = answer instanceof errors/* NarPublishError */.f9 ? null : answer;
    if (chosen !== null && isOutdated(chosen, current)) {
        const { tag, unasked: refusal } = chosen;
        const newest = chosen.version ?? chosen.commit?.slice(0, 12) ?? null;
        const found = { ...listed, newest, tag };
        // What was typed is passed over as well.
        if (chosen.version !== null && passesOver(chosen.version))
            return ignoredBy(found, passedOver.get(chosen.version) ?? null);
        return refusal === undefined ? { ...found, state: 'outdated' } : unasked(found, refusal);
    }
    const [highest] = [...passedOver.keys()].toSorted((a, b) => ((0,compare/* isOlder */.t)(a, b) ? 1 : -1));
    if (highest !== undefined)
        return ignoredBy({ ...listed, newest: highest }, passedOver.get(highest) ?? null);
    if (answer instanceof errors/* NarPublishError */.f9 && answer.code !== 'VERSION_OLDER') {
        const why = { code: answer.code, reason: answer.reason };
        return { ...listed, state: 'unknown', why };
    }
    const found = { newest: chosen?.version ?? null, tag: chosen?.tag ?? null };
    return { ...listed, ...found, state: 'current' };
}
function unasked(listed, { code, reason }) {
    return { ...listed, state: 'unasked', why: { code, reason } };
}
function ignoredBy(listed, by) {
    const words = by === null ? '' : `, ${ignoreWords(by)}`;
    const reason = `${listed.newest ?? 'it'} is left alone${words}`;
    return { ...listed, state: 'ignored', why: { code: null, reason } };
}
function ignoreWords({ line }) {
    return `by \`${line}\` in \`ignore\``;
}
/** What `ignore` knows a package by. */
function namesOf({ reference, name }) {
    return [name, ...((0,package_reference/* parseAttributePath */.f6)(reference.attribute)?.slice(-1) ?? [])];
}
function currentOf({ environment: { serverUrl } }, { evaluated, origin }, graph) {
    const { drvPath, version, homepage } = evaluated;
    const urls = (0,sources/* sourceUrls */.wg)(drvPath, graph);
    if (origin !== null) {
        const { refs, pinned } = origin;
        return { version, homepage, sourceUrls: [...origin.sourceUrls, ...urls], refs, pinned };
    }
    return {
        version,
        homepage,
        sourceUrls: urls,
        refs: (0,sources/* mainSources */.gS)(drvPath, graph, version).flatMap(sources/* refsOf */.gA),
        pinned: (0,revision/* pinnedSource */._h)(evaluated, graph, serverUrl)
    };
}
function sourceWords({ environment: { serverUrl } }, { version }, { sourceUrls, homepage, pinned }) {
    if (version.kind === 'branch' && pinned !== null)
        return (0,latest/* nameOf */.V)(pinned.host);
    for (const address of homepage === null ? sourceUrls : [...sourceUrls, homepage]) {
        const host = (0,source_host/* sourceHost */.Y)(address, serverUrl);
        if (host !== null)
            return (0,latest/* nameOf */.V)(host);
    }
    return null;
}
function isOutdated(chosen, { version, pinned }) {
    const { commit } = chosen;
    const isOther = pinned !== null && commit !== null && !commit.startsWith(pinned.commit);
    return isOther || chosen.version !== version;
}
/** The host said nothing that could be understood. */
function isSilence({ code, cause }) {
    if (code === 'LATEST_UNKNOWN')
        return cause !== undefined;
    return !['VERSION_INVALID', 'VERSION_OLDER', 'REVISION_UNTRACED', 'REGEX_INVALID'].includes(code);
}

// EXTERNAL MODULE: ./src/sync/literals/version-spelling.ts
var version_spelling = __webpack_require__(44647);
;// CONCATENATED MODULE: ./src/sync/many/marked-trial.ts











/** So many packages of a trial may end an evaluation, one after the other; then the rest is not told by it. */
const mostFailures = 4;
/** `graph`: of all packages as they stand. */
function markLiterals(head, files, outdated, graph) {
    const found = outdated.flatMap(({ evaluated: { version }, listed: { newest } }) => version === null || newest === null ? [] : occurrencesOf(files, version, newest));
    const versions = withoutOverlaps(found).map(({ literal, text }, index) => {
        const { replacement } = (0,version_spelling/* bumpEdit */.ZO)(literal, (0,literals_dye/* markVersion */.m8)(text, index));
        return { literal, text, replacement };
    });
    const digests = outdated.flatMap(({ evaluated }) => ownFetches(evaluated, graph).flatMap((one) => (0,derivations/* fixedOutputOf */.RS)(one)?.digest ?? []));
    const hashes = files.flatMap(find/* findHashLiterals */.MO).flatMap((literal) => {
        const { digest, file, start, algorithm } = literal;
        const isOurs = digest !== null && digests.some((one) => (0,binary_cache_digest/* sameDigest */.VB)(one, digest));
        const overlaps = versions.some((one) => overlap(one.literal, literal));
        if (!isOurs || overlaps)
            return [];
        return [{ literal, dye: (0,literals_dye/* dyeDigest */.vz)(head, `${file}:${start}`, algorithm) }];
    });
    return { files, versions, hashes };
}
function occurrencesOf(files, version, newest) {
    for (const { old: text } of (0,version_spelling/* piecesOf */.Xe)(version, newest)) {
        const found = files.flatMap((file) => (0,find/* findVersionLiterals */.sA)(file, text).filter((literal) => !isOfInput(file, literal)));
        if (found.length > 0)
            return found.map((literal) => ({ literal, text }));
    }
    return [];
}
/** It is in the address of a flake's input, which would be fetched anew, for all packages at once. */
function isOfInput({ path, text }, { start }) {
    if (!/(?:^|\/)flake\.nix$/.test(path))
        return false;
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    return /"(?:github|gitlab|sourcehut|flake|path|git\+\w+|tarball\+\w+|file\+\w+):[^"]*$/.test(before);
}
/** `1.2` in `1.2-unstable-2024-05-01` is a part of that. */
function withoutOverlaps(all) {
    const inFile = Map.groupBy(all, ({ literal: { file } }) => file);
    return [...inFile.values()].flatMap((found) => {
        const lengths = found.toSorted((a, b) => b.literal.text.length - a.literal.text.length);
        const kept = [];
        for (const one of lengths)
            if (!kept.some(({ literal }) => overlap(literal, one.literal)))
                kept.push(one);
        return kept;
    });
}
function overlap(a, b) {
    return a.file === b.file && a.start < b.end && b.start < a.end;
}
/** What is put into the copy for a trial. */
function replacementsFor({ versions, hashes }, { marked, dyed }) {
    const marks = versions.map(({ literal, replacement }) => [literal, replacement]);
    const dyes = hashes.map(({ literal, dye }) => [literal, (0,literals_dye/* writeDigest */.O_)(literal, dye)]);
    return new Map([...(marked ? marks : []), ...(dyed ? dyes : [])]);
}
/** What each package shows with these replacements in the copy, which is as before afterwards; those that do not evaluate so are not in it. */
async function tryMarks(look, known, marks, replacements, members) {
    const shop = { copy: look.copy, files: marks.files };
    const asked = members.map((member) => ({ ...member, kind: 'one' }));
    try {
        await (0,workshop/* writeCopy */.bt)(shop, replacements);
        const answers = await (0,evaluate_each/* evaluateEach */.V)(look, asked, { unread: evaluate_each/* allMeta */.D, patience: mostFailures });
        const evaluated = members.flatMap((member, index) => {
            const answer = answers[index];
            const described = Array.isArray(answer) ? (answer[0]?.described ?? null) : null;
            if (described === null || 'notDerivation' in described)
                return [];
            return [[member, (0,evaluate/* readPackage */.LY)(described, member.system)]];
        });
        const drvPaths = evaluated.map(([, { drvPath }]) => drvPath);
        const graph = await (0,derivations/* readDerivations */.rj)(look.nix, drvPaths, { closure: true, known });
        return new Map(evaluated.map(([member, one]) => [member, shownBy(marks, member, one, graph)]));
    }
    finally {
        await (0,workshop/* writeCopy */.bt)(shop, new Map());
    }
}
function shownBy({ versions, hashes }, { evaluated: { version } }, evaluated, graph) {
    const main = new Set((0,sources/* mainSources */.gS)(evaluated.drvPath, graph, evaluated.version));
    const texts = (0,own_texts/* ownTexts */.BS)(evaluated, graph)
        .filter(({ origin }) => origin.kind === 'identity' || isAmong(main, origin))
        .map(({ text }) => text);
    const shown = marksAmong(versions, texts);
    const own = ownFetches(evaluated, graph);
    const isDyedBy = (derivation, dye) => {
        const digest = (0,derivations/* fixedOutputOf */.RS)(derivation)?.digest;
        return digest !== undefined && (0,binary_cache_digest/* sameDigest */.VB)(digest, dye);
    };
    const literalsOf = (derivations) => hashes.flatMap(({ literal, dye }) => derivations.some((one) => isDyedBy(one, dye)) ? [literal] : []);
    const hasVersion = (derivation) => saysVersion(derivation, version) ||
        marksAmong(versions, textsOf(derivation)).some((mark) => shown.includes(mark));
    const stale = staleFetches(evaluated, graph, hasVersion);
    return { versions: shown, hashes: literalsOf(own), stale: literalsOf(stale) };
}
function isAmong(main, origin) {
    return origin.derivation !== undefined && main.has(origin.derivation);
}
/** Numbers as marks have them; most texts hold none. */
const mayBeMarked = /9[0-9]{4}|[1-9][0-9]{5}/;
function marksAmong(versions, texts) {
    const shown = new Set();
    const marked = new Set(versions.map(({ text }) => text));
    for (const text of texts) {
        if (!mayBeMarked.test(text))
            continue;
        for (const version of marked)
            for (const mark of (0,literals_dye/* marksIn */.MC)(text, version))
                if (versions[mark]?.text === version)
                    shown.add(mark);
    }
    return versions.flatMap(({ literal }, index) => (shown.has(index) ? [literal] : []));
}

;// CONCATENATED MODULE: ./src/sync/many/shared-literals.ts




/** Places that are told. */
const mostPlaces = 3;
/**
 * The outdated packages, with all that share a literal with one of them which its bump would change: its version, or the hash of what
 * follows its version. Found by one evaluation with something of its own in place of each; of a package that does not evaluate so, by
 * versions alone and by hashes alone. What nothing tells of is taken to belong to what is fetched from the same place at the same version.
 */
async function shareLiterals(look, known, members, graph) {
    const outdated = members.filter(shared_literals_isOutdated);
    if (outdated.length === 0)
        return [];
    if (members.length === 1)
        return [{ members: [...members], words: null }];
    const files = (0,open_look/* textFilesOf */.as)(members.map(({ project }) => project));
    const marks = markLiterals(look.project.head, files, outdated, graph);
    const { shown, untold } = await trials(look, known, marks, members);
    const links = [
        ...linksByPin(members),
        ...linksByVersion(members, shown),
        ...linksByHash(members, shown)
    ];
    return joined(members, links, linksBySource(members, untold));
}
function shared_literals_isOutdated({ listed: { state } }) {
    return state === 'outdated';
}
async function trials(look, known, marks, members) {
    const attempt = (what, some) => tryMarks(look, known, marks, replacementsFor(marks, what), some);
    const shown = await attempt({ marked: true, dyed: true }, members);
    const left = members.filter((member) => !shown.has(member));
    if (left.length === 0)
        return { shown, untold: new Set() };
    const versions = await attempt({ marked: true, dyed: false }, left);
    const hashes = await attempt({ marked: false, dyed: true }, left);
    for (const member of left) {
        const [byVersion, byHash] = [versions.get(member), hashes.get(member)];
        shown.set(member, {
            versions: byVersion?.versions ?? [],
            hashes: byHash?.hashes ?? [],
            stale: byHash?.stale ?? []
        });
    }
    return { shown, untold: new Set(left.filter((one) => !versions.has(one) || !hashes.has(one))) };
}
/** Of one input of the flake, or one pin, there is one version. */
function linksByPin(members) {
    return members
        .filter(shared_literals_isOutdated)
        .flatMap((one) => members
        .filter((other) => other !== one && one.pin !== null && other.pin === one.pin)
        .map((other) => ({ one, other, words: one.pin ?? '' })));
}
function linksByVersion(members, shown) {
    const of = (member) => shown.get(member)?.versions ?? [];
    return linksBy('version', members, of, of);
}
function linksByHash(members, shown) {
    return linksBy('hash', members, (member) => shown.get(member)?.stale ?? [], (member) => shown.get(member)?.hashes ?? []);
}
/** `changes`: the literals that a bump of the package changes; `has`: those that a package would see changed. */
function linksBy(what, members, changes, has) {
    const owners = new Map();
    for (const member of members)
        for (const literal of has(member))
            owners.set(literal, [...(owners.get(literal) ?? []), member]);
    return members
        .filter(shared_literals_isOutdated)
        .flatMap((one) => changes(one).flatMap((literal) => (owners.get(literal) ?? [])
        .filter((other) => other !== one)
        .map((other) => ({ one, other, words: `${what} at ${(0,types/* placeOf */.$t)(literal)}` }))));
}
function linksBySource(members, untold) {
    const keyOf = ({ listed: { source, version } }) => JSON.stringify([source, version]);
    const same = Map.groupBy(members.filter(({ listed: { source, version } }) => source !== null && version !== null), keyOf);
    return members.filter(shared_literals_isOutdated).flatMap((one) => (same.get(keyOf(one)) ?? [])
        .filter((other) => other !== one && (untold.has(one) || untold.has(other)))
        .map((other) => {
        const { source, version } = one.listed;
        const words = `both are ${source ?? ''} at ${version ?? ''}, and nothing tells their literals apart`;
        return { one, other, words };
    }));
}
/** What is linked, by any way round. `guesses`: of no use where two are linked anyhow. */
function joined(members, links, guesses) {
    const parts = new Map(members.map((member) => [member, new Set([member])]));
    /** false: they were together already. */
    const join = ({ one, other }) => {
        const [a, b] = [parts.get(one), parts.get(other)];
        if (a === undefined || b === undefined || a === b)
            return false;
        for (const member of b) {
            a.add(member);
            parts.set(member, a);
        }
        return true;
    };
    for (const link of links)
        join(link);
    const used = [...links, ...guesses.filter(join)];
    return [...new Set(parts.values())]
        .filter((part) => [...part].some(shared_literals_isOutdated))
        .map((part) => {
        const words = new Set(used.flatMap(({ one, words }) => (part.has(one) ? [words] : [])));
        const told = [...words].slice(0, mostPlaces);
        return {
            members: members.filter((member) => part.has(member)),
            words: told.length === 0 ? null : (0,src_text/* list */.p_)(told)
        };
    });
}

;// CONCATENATED MODULE: ./src/sync/many/look.ts












/**
 * Looks at all packages that the lines name: what they have, what their hosts have, and which of them are one change. The checkout is only
 * read. A package that does not evaluate, and a host that gives no answer, leaves the others alone. Throws CHECKOUT_INVALID, TREE_DIRTY,
 * NIX_MISSING, INPUT_INVALID, and EVALUATION_FAILED or PACKAGE_INVALID when there is none that could be looked at.
 */
async function lookAt(place, look, options = {}) {
    const looked = await (0,open_look/* openLook */.KZ)(place, look);
    try {
        return await lookIn(looked, place, look, options);
    }
    finally {
        // Whoever works out what is outdated has copies of his own.
        looked.copy.remove();
    }
}
async function lookIn(looked, place, look, { forMachines = false }) {
    const { log } = place;
    const start = performance.now();
    const ignored = (0,ignore/* parseIgnore */.w)(look.ignore);
    const notes = [];
    const known = new Map();
    const all = await (0,find_packages/* findPackages */.tP)(looked, notes);
    const graph = await graphOf(looked, all, known);
    const { serverUrl } = place.environment;
    const origins = await evaluationOrigins(looked, look.version, all, graph, serverUrl);
    const found = all.map((one) => ({ ...one, origin: origins.get(one) ?? null }));
    const kept = found.filter((one) => isWanted(one, graph));
    const left = found.length - kept.length;
    if (left > 0)
        notes.push(`${(0,src_text/* count */.U9)(left, 'package')} without a version or a fetched source ${left === 1 ? 'is' : 'are'} left out.`);
    const memory = new hosts_memory/* HostMemory */.q();
    const packages = await listAll({ ...place, memory }, look, ignored, kept, graph);
    const members = membersOf(looked, kept, packages);
    refuseNothing(found);
    const shared = await shareLiterals(looked, known, members, graph);
    const machines = forMachines ? await otherMachines(looked, shared, known) : ownMachines();
    notes.push(...machines.notes, ...unmatched(ignored, packages));
    const { gitHubRequests, otherRequests } = memory;
    const counts = {
        evaluations: looked.counts.evaluations,
        requests: gitHubRequests + otherRequests,
        gitHubRequests,
        milliseconds: Math.round(performance.now() - start)
    };
    const sets = shared.map((set) => changeSet(set, machines));
    log.info(`${(0,src_text/* count */.U9)(packages.length, 'package')}, ${members.filter(look_isOutdated).length} outdated; ` +
        `${(0,src_text/* count */.U9)(counts.evaluations, 'evaluation')}, ${(0,src_text/* count */.U9)(counts.requests, 'request')}`);
    return { head: looked.project.head, packages, sets, counts, notes };
}
function graphOf({ nix }, found, known) {
    const drvPaths = found.flatMap(({ evaluated }) => 'drvPath' in evaluated ? [evaluated.drvPath] : []);
    return (0,derivations/* readDerivations */.rj)(nix, drvPaths, { closure: true, known });
}
/** What a line names itself is told of, whatever it is. */
function isWanted({ isOfPattern, evaluated, origin }, graph) {
    if (!isOfPattern || evaluated instanceof errors/* NarPublishError */.f9)
        return true;
    return evaluated.version !== null && isFetched({ evaluated, origin }, graph);
}
/** In the order of `found`. */
async function listAll(place, look, ignored, found, graph) {
    const present = found.flatMap(({ reference, evaluated, origin }) => 'drvPath' in evaluated ? [{ reference, evaluated, origin }] : []);
    const listed = (await newestOfAll(place, look, ignored, present, graph)).values();
    return found.flatMap(({ reference, evaluated }) => {
        if (evaluated instanceof errors/* NarPublishError */.f9)
            return [failedPackage(reference, evaluated)];
        const next = listed.next();
        return next.done === true ? [] : [next.value];
    });
}
function failedPackage(reference, { code, reason }) {
    const [last] = namesOf({ reference, name: '' }).slice(1);
    const name = last ?? reference.text;
    const nothing = { version: null, source: null, newest: null, tag: null };
    return { reference, name, ...nothing, state: 'failed', why: { code, reason } };
}
function membersOf({ system }, found, packages) {
    return found.flatMap((one, index) => {
        const { reference, evaluated, project, place, origin } = one;
        const listed = packages[index];
        if (evaluated instanceof errors/* NarPublishError */.f9 || project === null || place === null)
            return [];
        if (listed === undefined)
            return [];
        const of = (0,attribute_places/* systemOf */.br)({ kind: 'one', reference }, system);
        const pin = origin?.words ?? null;
        return [{ listed, evaluated, project, place, system: of, pin }];
    });
}
/** Whose failure it is when nothing is left that evaluates: the first one's. Of nothing at all there is nothing to say. */
function refuseNothing(found) {
    const [first, ...others] = found.map(({ evaluated }) => evaluated);
    const isNothing = others.every((one) => one instanceof errors/* NarPublishError */.f9);
    if (first instanceof errors/* NarPublishError */.f9 && isNothing)
        throw first;
}
function look_isOutdated({ listed: { state } }) {
    return state === 'outdated';
}
function changeSet({ members, words }, machines) {
    const packages = members.map(({ listed }) => listed);
    const own = machines.of(members);
    const newest = packages.filter(({ state }) => state === 'outdated').map((one) => one.newest);
    const version = newest[0] ?? null;
    // Those that stay as they are, and whose literal would not.
    const others = packages.filter(({ state }) => state === 'current' || state === 'ignored');
    const differ = [
        ...(new Set(newest).size > 1
            ? packages.filter(({ state }) => state === 'outdated').map(wishWords)
            : []),
        ...others.map((one) => `${one.reference.text} is to stay at ${one.version ?? 'what it has'}`)
    ];
    if (differ.length === 0)
        return { packages, version, shared: words, machines: own };
    const shared = `${words ?? ''}; but ${differ.join(', ')}`;
    return { packages, version: null, shared, machines: own };
}
function wishWords({ reference: { text }, newest }) {
    return `${text} is to be ${newest ?? 'another version'}`;
}
function unmatched(ignored, packages) {
    const used = new Set(packages.flatMap((one) => (0,ignore/* ignoredOf */.I)(ignored, namesOf(one))));
    return ignored
        .filter((one) => !used.has(one))
        .map(({ line }) => `\`${line}\` in \`ignore\` names no package.`);
}


/***/ }),

/***/ 25739:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KZ: () => (/* binding */ openLook),
/* harmony export */   as: () => (/* binding */ textFilesOf),
/* harmony export */   x2: () => (/* binding */ otherCheckout)
/* harmony export */ });
/* unused harmony export locateLines */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _all_of_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(96356);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _nix_nix_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84280);
/* harmony import */ var _project_copy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96587);
/* harmony import */ var _project_locate_package_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38502);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55072);
/* harmony import */ var _project_systems_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90147);
/* harmony import */ var _project_work_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88229);









/**
 * Opens the checkout that holds all lines, and copies it. A line that leads to no package leaves the others alone. Throws
 * CHECKOUT_INVALID, TREE_DIRTY, NIX_MISSING, and PACKAGE_INVALID when no line leads anywhere.
 */
async function openLook(place, look) {
    const { environment, scratch, log } = place;
    const env = environment.childEnvironment;
    const [lines, nix] = await (0,_all_of_js__WEBPACK_IMPORTED_MODULE_8__/* .allOf */ .b)([
        locateLines(place, look.packages),
        (0,_nix_nix_js__WEBPACK_IMPORTED_MODULE_2__/* .openNix */ .MP)({ env, log, cwd: scratch, roots: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch, 'gc-roots') })
    ]);
    const projects = lines.flatMap(({ project }) => (isLocated(project) ? [project] : []));
    // A flake's copy is prepared for more.
    const project = projects.find(({ flakeFolder }) => flakeFolder !== null) ?? projects[0];
    if (project === undefined)
        throw firstError(lines);
    const copy = await (0,_project_copy_js__WEBPACK_IMPORTED_MODULE_3__/* .makeCopy */ .s)(project, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch, 'copy'), { inMemoryOf: scratch });
    const own = await (0,_project_systems_js__WEBPACK_IMPORTED_MODULE_6__/* .currentSystem */ .tX)(nix);
    const { value } = look.systems;
    const system = value === null || value.includes(own) ? own : (value[0] ?? own);
    const { nixpkgs } = look;
    return { nix, project, copy, lines, system, systems: value, nixpkgs, counts: { evaluations: 0 } };
}
function isLocated(project) {
    return !(project instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9);
}
function firstError(lines) {
    const error = lines.map(({ project }) => project).find((one) => !isLocated(one));
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9)
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'PACKAGE_INVALID',
        subject: 'input package',
        reason: 'it names no package'
    });
}
/** Throws CHECKOUT_INVALID, TREE_DIRTY. */
async function locateLines({ environment, log }, patterns) {
    const { workspace, childEnvironment: env } = environment;
    const places = new Map();
    let opened = null;
    const lines = [];
    for (const pattern of patterns) {
        const { reference } = pattern;
        const key = JSON.stringify(reference.kind === 'flake' ? ['flake', reference.folder] : ['file', reference.path]);
        try {
            const locating = places.get(key) ?? (0,_project_locate_package_js__WEBPACK_IMPORTED_MODULE_4__/* .locatePackage */ .j)(reference, workspace, (folder) => (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .gitIn */ .uM)(folder, env, log));
            places.set(key, locating);
            const place = await locating;
            opened ??= await (0,_project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .openProject */ .U8)({ workspace, package: reference, env, log });
            if (place.root !== opened.root)
                throw otherCheckout(reference.text, place.root, opened.root);
            (0,_project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .expectTracked */ .cC)(place, reference, opened.files);
            lines.push({ pattern, project: { ...opened, ...place, package: reference } });
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9) || error.code !== 'PACKAGE_INVALID')
                throw error;
            lines.push({ pattern, project: error });
        }
    }
    return lines;
}
/** `root`, `others`: work trees of the package and of those before it. */
function otherCheckout(text, root, others) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'CHECKOUT_INVALID',
        subject: text,
        reason: `it is in the Git repository ${root}, and others are in ${others}`,
        hint: 'Give the packages of one repository in one run.'
    });
}
/** The tracked text files in which literals of any of the packages are looked for. */
function textFilesOf(projects) {
    const [first] = projects;
    // Of a repository of ordinary size all files are looked into, whichever package it is.
    const isSmall = first !== undefined && first.files.length <= _project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .mostFiles */ .p;
    const files = (isSmall ? [first] : projects).flatMap(_project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextFiles */ .Lf);
    return [...new Map(files.map((file) => [file.path, file])).values()];
}


/***/ }),

/***/ 56682:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ rowsOf)
/* harmony export */ });
/* unused harmony export matrixOf */
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


/** GitHub's limit for one matrix. https://docs.github.com/en/actions/reference/limits */
const mostRows = 256;
/** Characters of the output: a job's outputs may have 1 MB together, reckoned as UTF-16. */
const largestMatrix = 300_000;
const longestName = 80;
/**
 * A row for each set and each machine that it needs. A set that can be brought nowhere has none, and neither have those that are beyond
 * the limits of a matrix: the next run has them, when others are done.
 */
function rowsOf(sets, runners, wanted, most = mostRows) {
    const names = uniqueNames(sets);
    const rows = [];
    const notes = [];
    const later = new Set();
    let length = 0;
    for (const set of sets) {
        const { version, shared } = set;
        const texts = set.packages.map(({ reference }) => reference.text);
        if (version === null) {
            notes.push(`No job for ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(texts)}, which are one change: ${shared ?? ''}.`);
            continue;
        }
        const { found, homeless } = rowsOfSet(set, names.get(set) ?? '', runners, wantedText(wanted, version));
        if (homeless.length > 0)
            notes.push(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(texts)} ${texts.length === 1 ? 'has' : 'have'} hashes that only a machine of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(homeless)} can make, and \`runner-map\` has none: they stay.`);
        const size = JSON.stringify(found).length;
        const fits = rows.length + found.length <= most && length + size <= largestMatrix;
        if (!fits || later.size > 0) {
            later.add(set);
            continue;
        }
        length += size;
        rows.push(...found);
    }
    const waiting = [...later].flatMap(({ packages }) => packages);
    const [first] = waiting;
    if (first !== undefined)
        notes.push(`The matrix is full: ${waiting.length} outdated packages, from ${first.reference.text} on, have to wait for another run.`);
    return { rows, names, later, notes };
}
function rowsOfSet({ packages, machines }, name, runners, version) {
    const homeless = [];
    const found = machines.flatMap(({ system, systems }) => {
        const os = runners.get(system);
        if (os === undefined) {
            homeless.push(system);
            return [];
        }
        const lines = packages.map(({ reference }) => reference.text).join('\n');
        return [{ name, system, os, package: lines, version, systems: systems.join(' ') }];
    });
    return { found, homeless };
}
/** As the job that computes is to be told: a branch is followed there, too. */
function wantedText(wanted, version) {
    if (wanted.kind !== 'branch')
        return version;
    return wanted.name === null ? 'branch' : `branch:${wanted.name}`;
}
/** Names of artifacts may be made of it, and somebody may well write `run: echo ${{ matrix.name }}`. */
function uniqueNames(sets) {
    const taken = new Set();
    return new Map(sets.map((set) => {
        const words = set.packages.map(({ name }) => (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .fileWord */ .BZ)(name).replace(/^[-.]+/, ''));
        const plain = [...new Set(words)].filter(Boolean).join('+').slice(0, longestName) || 'unnamed';
        let name = plain;
        for (let number = 2; taken.has(name.toLowerCase()); number++)
            name = `${plain}-${number}`;
        taken.add(name.toLowerCase());
        return [set, name];
    }));
}
/** For `strategy.matrix`. */
function matrixOf(rows) {
    return { include: rows };
}


/***/ })

};
