export const id = 5596;
export const ids = [5596];
export const modules = {

/***/ 30803:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ requisitesOf),
/* harmony export */   SV: () => (/* binding */ queryDerivationGraph),
/* harmony export */   qw: () => (/* binding */ isDerivation)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82094);
/* harmony import */ var _path_info_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14237);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59094);




const entry = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    references: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    registrationTime: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nullish()
});
const anyShape = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(entry.extend({ path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz([2, 3]), info: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), entry) })
        .transform(({ info }) => byPath(info)),
    // The format's version and the store's folder may stand beside the paths.
    zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([entry, zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()])).transform(byPath)
]);
function byPath(infos) {
    return Object.entries(infos).flatMap(([path, info]) => typeof info === 'object' ? [{ path, ...info }] : []);
}
/** These valid .drv files, by default with all that they are made with, by their paths. */
async function queryDerivationGraph(nix, drvPaths, { closure } = { closure: true }) {
    const graph = new Map();
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .chunkOperands */ .y)(drvPaths)) {
        const { program, args } = (0,_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .pathInfoCommand */ .zQ)(nix, chunk, 'derivations');
        const all = closure ? ['path-info', '--recursive', ...args.slice(1)] : args;
        const answer = await (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .expectNix */ .lr)(nix, { program, args: all });
        try {
            for (const { path, references, registrationTime } of anyShape.parse(JSON.parse(answer))) {
                graph.set((0,_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .fullPath */ .jS)(path), {
                    inputDrvs: references.map(_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .fullPath */ .jS).filter(isDerivation),
                    registeredAt: registrationTime ?? 0
                });
            }
        }
        catch (cause) {
            throw (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownAnswer */ .NF)(nix, 'nix path-info', 'derivations', cause);
        }
    }
    return graph;
}
/** All that a derivation is made with, and itself last, in the order of `nix-store --query --requisites`. */
function requisitesOf(graph, drvPath) {
    const inputsOf = (drv) => graph.get(drv)?.inputDrvs.toSorted() ?? [];
    const needed = new Set([drvPath]);
    // A set gives what is added to it while it is read.
    for (const drv of needed)
        for (const input of inputsOf(drv))
            needed.add(input);
    const sorted = new Set();
    const visit = (drv) => {
        if (sorted.has(drv))
            return;
        for (const input of inputsOf(drv))
            visit(input);
        sorted.add(drv);
    };
    for (const drv of [...needed].sort())
        visit(drv);
    return [...sorted];
}
function isDerivation(path) {
    return path.endsWith('.drv');
}


/***/ }),

/***/ 6882:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ withPlainAddresses)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55927);
/* harmony import */ var _nix_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84280);





/** With a name that no address escapes, on every machine that Nix runs on. */
const plainParent = '/tmp';
/**
 * Runs `body` with addresses that this Nix reads. One before 2.26 may take the escapes of a `file:` address for letters of the folder's
 * name (2.8 does), and no name that would need them: such a folder, below a RUNNER_TEMP with a space, is then reached by a link.
 */
async function withPlainAddresses(nix, addresses, body) {
    const isEscaped = (address) => /^file:\/\/\/[^?]*%/.test(address);
    if ((0,_nix_js__WEBPACK_IMPORTED_MODULE_4__/* .isAtLeast */ .du)(nix.version, 2, 26) || !addresses.some(isEscaped))
        return body(addresses);
    const folder = (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .makeScratch */ .lP)(plainParent);
    try {
        const plain = addresses.map(async (address, index) => {
            if (!isEscaped(address))
                return address;
            const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, String(index));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(address), link);
            return `file://${link}${new URL(address).search}`;
        });
        return await body(await Promise.all(plain));
    }
    finally {
        (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .removeScratch */ .ZU)(folder, plainParent);
    }
}


/***/ }),

/***/ 56781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ programFailure),
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _print_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39318);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72589);
/* harmony import */ var _tail_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40795);




const kept = 64 * 1024;
/** What a program leaves running may keep its output open; it gets so long to say the rest, in milliseconds. */
const grace = 1000;
/**
 * Runs a program of the package's or of the machine's: a list, no shell, nothing on standard input, its output fenced into the log.
 * Whatever it has started ends with it.
 */
async function runProgram({ argv: [program, ...args], cwd, env, log, timeLimit }) {
    log.debug((0,_print_command_js__WEBPACK_IMPORTED_MODULE_1__/* .printCommand */ .T)({ program, args }));
    return log.fenced(async (write) => {
        const out = new Head();
        const err = new Head();
        const tail = new _tail_js__WEBPACK_IMPORTED_MODULE_3__/* .Tail */ .PW(kept);
        const readInto = (head) => (chunk) => {
            head.push(chunk);
            tail.push(chunk);
            write(chunk);
        };
        const place = { cwd, env, timeLimit, isGroup: true };
        const { child, stdout, exit } = (0,_start_js__WEBPACK_IMPORTED_MODULE_2__/* .startProgram */ .Xd)({ program, args }, { ...place, onStderr: readInto(err) });
        stdout.on('data', readInto(out));
        const endAll = () => {
            (0,_start_js__WEBPACK_IMPORTED_MODULE_2__/* .endGroup */ .N4)(child);
        };
        child.once('exit', () => {
            endAll();
            setTimeout(() => {
                stdout.destroy();
                child.stderr?.destroy();
            }, grace).unref();
        });
        try {
            const { status, signal, isTooLate } = await exit;
            const said = { firstLine: out.firstLine || err.firstLine, lastLines: (0,_tail_js__WEBPACK_IMPORTED_MODULE_3__/* .lastLines */ .w$)(tail.text) };
            return { kind: 'ended', status, signal, isTooLate, ...said };
        }
        catch (error) {
            const { code, message } = error;
            return { kind: 'not-started', code: code ?? message };
        }
    });
}
/** A program that ended badly, with its last words. `subject`: what it is about. */
function programFailure(code, subject, ended, timeLimit) {
    const how = ended.isTooLate ? `did not end within ${timeLimit / 1000} s` : (0,_start_js__WEBPACK_IMPORTED_MODULE_2__/* .howItEnded */ .qQ)(ended);
    const reason = `it ${how}; its last lines:\n${ended.lastLines || '(it said nothing)'}\n`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code, subject, reason });
}
/** The beginning of a stream of text, in bounded memory. */
class Head {
    #chunks = [];
    #size = 0;
    push(chunk) {
        if (this.#size >= kept)
            return;
        this.#chunks.push(chunk);
        this.#size += chunk.length;
    }
    get firstLine() {
        const tail = new _tail_js__WEBPACK_IMPORTED_MODULE_3__/* .Tail */ .PW(2 * kept);
        for (const chunk of this.#chunks)
            tail.push(chunk);
        const line = tail.text.split('\n').find((text) => text.trim() !== '');
        return (line ?? '').trim();
    }
}


/***/ }),

/***/ 65468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ largestOutputs),
/* harmony export */   P: () => (/* binding */ jsonOutputs)
/* harmony export */ });
// A job's outputs may have 1 MB, reckoned as UTF-16; the names and the job's other outputs get the rest.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs
const largestOutputs = 450000;
/** Outputs as what they mean: those named in `parsed` (lists, numbers, `true`) are JSON already. */
function jsonOutputs(outputs, parsed) {
    return Object.fromEntries(Object.entries(outputs).map(([name, text]) => [
        name,
        parsed.includes(name) ? JSON.parse(text) : text
    ]));
}


/***/ }),

/***/ 6501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NY: () => (/* binding */ fromFork),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   sj: () => (/* binding */ onTerminal)
/* harmony export */ });
/* unused harmony export inMarkdown */
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);

/** The template's words are ours; a string in it is somebody's text. */
function say(words, ...values) {
    return words.flatMap((text, index) => {
        const value = values[index] ?? [];
        const said = typeof value === 'string' ? [{ kind: 'text', text: value }] : value;
        return [{ kind: 'words', text }, ...said];
    });
}
/** As `say`, in bold. */
function strong(words, ...values) {
    return [{ kind: 'strong', said: say(words, ...values) }];
}
/** Our own words, worked out. */
function words(text) {
    return [{ kind: 'words', text }];
}
function code(text) {
    return [{ kind: 'code', text }];
}
function link(text, url) {
    return [{ kind: 'link', text, url }];
}
/** What the two say differently: a terminal has options and no inputs, and what its next lines tell is not told twice. */
function either(summary, terminal) {
    return [{ kind: 'either', summary, terminal }];
}
const fromFork = either(say `the job runs for a pull request from a fork, whose token may only read.`, say `a pull request from a fork may only read.`);
function inMarkdown(sentence) {
    return sentence.map(markdownPiece).join('');
}
function markdownPiece(piece) {
    switch (piece.kind) {
        case 'words':
            return piece.text;
        case 'text':
            return markdownText(piece.text);
        case 'code':
            return markdownCode(piece.text);
        case 'link':
            return markdownLink(markdownText(piece.text), piece.url);
        case 'strong':
            return `**${inMarkdown(piece.said)}**`;
        case 'either':
            return inMarkdown(piece.summary);
    }
}
/** Whoever prints it makes the whole line plain. */
function onTerminal(sentence) {
    return sentence
        .map((piece) => {
        if (piece.kind === 'strong')
            return onTerminal(piece.said);
        return piece.kind === 'either' ? onTerminal(piece.terminal) : piece.text;
    })
        .join('');
}


/***/ }),

/***/ 272:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ deleteBranch)
/* harmony export */ });
/* harmony import */ var _update_refs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91976);

/**
 * Deletes a branch while it is at `commit`, and answers whether it is gone; one that somebody has moved on is left alone. Throws
 * BRANCH_RULE, TOKEN_FORBIDDEN, GITHUB_REFUSED. `repositoryId`: GraphQL's name of the repository.
 */
async function deleteBranch(api, branch, repositoryId, commit) {
    const patience = api.patience();
    const { shape, ...request } = (0,_update_refs_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionalUpdate */ .Q)(api, repositoryId, {
        branch: branch.branch,
        from: commit,
        to: null
    });
    for (;;) {
        const reply = await api.ask(request, shape, ['lost', 'ref-missing', 'ref-moved', 'final']);
        const state = reply.kind === 'done' ? null : await branch.read();
        if (reply.kind === 'done' || state?.kind !== 'at')
            return true;
        if (state.head.commit !== commit)
            return false;
        if (reply.kind === 'final' && reply.error.code !== 'GITHUB_REFUSED')
            throw reply.error;
        // GitHub documents no words for a branch that is not where it was expected: where it is tells, once reads are not stale.
        await patience.wait(reply.kind === 'lost' ? reply : { ...reply, kind: 'not-visible-yet' });
    }
}


/***/ }),

/***/ 77932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ branchesWith)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

const folder = 'refs/heads/';
/** Names of the branches that begin so. One request. */
async function branchesWith(api, prefix) {
    const refs = await api.call({
        route: 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
        parameters: { ref: `heads/${prefix}` }
    }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })));
    return refs.flatMap(({ ref }) => (ref.startsWith(folder) ? [ref.slice(folder.length)] : []));
}


/***/ }),

/***/ 7823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ login),
/* harmony export */   o: () => (/* binding */ pullRequestShape)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/** A user as far as we need to know. */
const login = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const pullRequestShape = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['open', 'closed']),
    merged_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    user: login.nullable(),
    head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        repo: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullable()
    }),
    base: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    labels: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).default([]),
    requested_reviewers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(login).nullish(),
    requested_teams: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ slug: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).nullish()
})
    .transform((found) => ({
    number: found.number,
    url: found.html_url,
    title: found.title,
    body: found.body ?? '',
    state: found.merged_at ? 'merged' : found.state,
    author: found.user?.login ?? null,
    head: {
        repository: found.head.repo?.full_name ?? null,
        branch: found.head.ref,
        commit: found.head.sha
    },
    base: found.base.ref,
    labels: found.labels.map(({ name }) => name),
    reviewers: (found.requested_reviewers ?? []).map(({ login }) => login),
    teams: (found.requested_teams ?? []).map(({ slug }) => slug)
}));


/***/ }),

/***/ 74215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isDependencyFile),
/* harmony export */   e: () => (/* binding */ isLock)
/* harmony export */ });
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53916);
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path_posix__WEBPACK_IMPORTED_MODULE_0__);

/** Lock files of package managers, which upstream keeps in its source. */
const locks = new Set(('Cargo.lock package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock deno.lock composer.lock Gemfile.lock ' +
    'poetry.lock uv.lock pdm.lock Pipfile.lock mix.lock pubspec.lock go.mod go.sum Package.resolved gradle.lockfile packages.lock.json ' +
    'paket.lock MODULE.bazel.lock rebar.lock').split(' '));
/** What a program made of one, for Nix: lists of downloads with their hashes. */
const lists = /^(?:gemset\.nix|gomod2nix\.toml|missing-hashes\.json|(?:[\w.-]*[-_.])?deps(?:[-_.][\w.-]*)?\.(?:json|nix)|yarn\.nix|bun\.nix|Cargo\.nix|crate-hashes\.json|node-(?:packages|env)[\w-]*\.(?:json|nix)|mix\.nix|rebar-deps\.nix|pubspec\.lock\.json|workspace-state\.json|verification-metadata\.xml|mvn2nix-lock\.json|(?:[\w.-]+[-_.])?lock\.json)$/;
/** Whether it may stand in the package's source, in the same words. */
function isLock(path) {
    return locks.has((0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.basename)(path));
}
/** Whether it is a file of dependencies, by its name: what a builder reads beside a package, and wants made for each version. */
function isDependencyFile(path) {
    return isLock(path) || lists.test((0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.basename)(path));
}


/***/ }),

/***/ 81679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   t7: () => (/* binding */ editsOf)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _literals_dye_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62290);


/** What is to be written: versions and hashes that differ from what stands there. */
function changeOf({ project, work }, pname, bumped, hashes) {
    return {
        package: work.package,
        name: pname,
        oldVersion: bumped.oldVersion,
        newVersion: bumped.newVersion,
        head: project.head,
        versions: bumped.versions,
        hashes: hashes.map(hashEdit).filter(({ text, replacement }) => text !== replacement),
        revision: bumped.revision,
        beside: bumped.beside
    };
}
function hashEdit({ literal, digest, systems, derivations }) {
    const { file, start, end, line, text } = literal;
    return {
        ...{ file, start, end, line, text },
        replacement: (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_1__/* .writeDigest */ .O_)(literal, digest),
        systems,
        derivations,
        oldHash: literal.digest === null ? null : (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(literal.digest),
        newHash: (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(digest)
    };
}
function isEmpty({ versions, hashes, beside }) {
    return versions.length + hashes.length + beside.files.length + beside.keys.length === 0;
}
/** All that is written into files that stay otherwise what they are, made anew or not. */
function editsOf({ versions, hashes, beside }) {
    return [...versions, ...hashes, ...beside.keys];
}


/***/ }),

/***/ 25705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSyncInputs: () => (/* binding */ readSyncInputs),
  runSync: () => (/* binding */ runSync),
  syncText: () => (/* binding */ syncText)
});

// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var inputs_secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/report/outputs.ts
var report_outputs = __webpack_require__(65468);
// EXTERNAL MODULE: ./src/report/sentence.ts
var sentence = __webpack_require__(6501);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/sync/diff.ts
var sync_diff = __webpack_require__(77552);
// EXTERNAL MODULE: ./src/sync/inputs.ts + 4 modules
var sync_inputs = __webpack_require__(1638);
;// CONCATENATED MODULE: ./src/sync/many/bring-many.ts

/** A run that is about several packages, by its inputs or by what other jobs left for it; null: it is about one, and what is for many is not loaded. */
async function bringMany(run) {
    const { inputs } = run;
    if ((0,sync_inputs/* isMany */.cw)(inputs)) {
        return inputs.phase === 'all'
            ? (await Promise.all(/* import() */[__webpack_require__.e(3438), __webpack_require__.e(6984), __webpack_require__.e(6059), __webpack_require__.e(379), __webpack_require__.e(4833)]).then(__webpack_require__.bind(__webpack_require__, 14833))).bringAll({ ...run, inputs })
            : (await Promise.all(/* import() */[__webpack_require__.e(3438), __webpack_require__.e(6984), __webpack_require__.e(2595)]).then(__webpack_require__.bind(__webpack_require__, 92595))).computeSet({ ...run, inputs });
    }
    if (inputs.phase !== 'commit' || inputs.many === null)
        return null;
    const { readAllLeft } = await __webpack_require__.e(/* import() */ 7926).then(__webpack_require__.bind(__webpack_require__, 37926));
    const { areOfMany, commitAll } = await Promise.all(/* import() */[__webpack_require__.e(3438), __webpack_require__.e(6984), __webpack_require__.e(379), __webpack_require__.e(779)]).then(__webpack_require__.bind(__webpack_require__, 779));
    const left = await readAllLeft(inputs.computed);
    return areOfMany(left, inputs.many)
        ? commitAll(run, { ...inputs, many: inputs.many }, left)
        : null;
}

// EXTERNAL MODULE: ./src/sync/many/report.ts
var report = __webpack_require__(54861);
;// CONCATENATED MODULE: ./src/sync/many/outputs.ts


/**
 * The outputs of a run about several packages. Lists that would be too large lose first their reasons' ends, then their last rows. `largest`:
 * characters of all together.
 */
function manyOutputs({ rows }, largest = report_outputs/* largestOutputs */.F) {
    const changed = String(rows.some(report/* isChange */.Xb));
    const lists = [
        ['pull-requests', pullRequestsOf(rows)],
        ['outdated', outdatedOf(rows)],
        ['failed', rows.filter(report/* isFailure */.N6).map(failureOf)]
    ];
    const outputs = { changed };
    let room = largest - changed.length;
    for (const [index, [name, list]] of lists.entries()) {
        // What one leaves the next may have.
        const text = fitting(list, Math.floor(room / (lists.length - index)));
        outputs[name] = text;
        room -= text.length;
    }
    return outputs;
}
/** The same as the JSON that they mean, and all rows, for a terminal. */
function manyJson(report) {
    const outputs = manyOutputs(report, Infinity);
    return {
        ...(0,report_outputs/* jsonOutputs */.P)(outputs, Object.keys(outputs)),
        packages: report.rows,
        commits: report.commits,
        ...(report.diff === null ? {} : { diff: report.diff }),
        ...(report.computedFiles.length === 0 ? {} : { 'computed-files': report.computedFiles })
    };
}
function fitting(list, room) {
    let length = 2;
    return JSON.stringify(list.filter((row) => (length += JSON.stringify(row).length + 1) <= room));
}
/** One a pull request, with the packages that are in it. */
function pullRequestsOf(rows) {
    const own = rows.flatMap(({ package: text, pullRequest }) => pullRequest === null ? [] : [{ text, ...pullRequest }]);
    return [...Map.groupBy(own, ({ number }) => number).values()].flatMap((some) => {
        const [first] = some;
        if (first === undefined)
            return [];
        const { number, url, operation } = first;
        return [{ packages: some.map(({ text }) => text), number, url, operation }];
    });
}
function outdatedOf(rows) {
    return rows
        .filter(({ set }) => set !== null)
        .map(({ package: text, name, from, to, set }) => ({ package: text, name, from, to, set }));
}
const longestReason = 500;
function failureOf({ package: text, why, done }) {
    const { code = null, reason = '' } = why ?? {};
    return { package: text, code: code ?? done, reason: reason.slice(0, longestReason) };
}

// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/report/blocks.ts
var blocks = __webpack_require__(83578);
// EXTERNAL MODULE: ./src/report/failed-builds.ts
var failed_builds = __webpack_require__(51727);
// EXTERNAL MODULE: ./src/sync/told-markdown.ts
var told_markdown = __webpack_require__(81754);
// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/report/beside-words.ts
var beside_words = __webpack_require__(56806);
;// CONCATENATED MODULE: ./src/sync/report/outputs.ts

/**
 * The outputs that version-sync sets. When they would be too large, `hashes` first loses its derivations' names and then its last
 * rows. `largest`: characters of all together; a terminal has no such limit.
 */
function syncOutputs(report, largest = report_outputs/* largestOutputs */.F) {
    const whole = wholeOutputs(report);
    const room = largest - Object.values(whole).join('').length;
    // `old` null: a placeholder stood there.
    const rows = report.hashes.map(({ file, line, derivations, systems, oldHash, newHash }) => {
        return { file, line, derivations, systems, old: oldHash, new: newHash };
    });
    const bare = rows.map((row) => ({ ...row, derivations: [] }));
    for (const candidate of [rows, bare]) {
        const text = JSON.stringify(candidate);
        if (text.length <= room)
            return { ...whole, hashes: text };
    }
    let length = 2;
    const fitting = bare.filter((row) => (length += JSON.stringify(row).length + 1) <= room);
    return { ...whole, hashes: JSON.stringify(fitting) };
}
function wholeOutputs(report) {
    const { oldVersion, newVersion, pullRequest, commit } = report;
    return {
        changed: String(isChanged(report) && !isLeft(report)),
        'old-version': oldVersion ?? '',
        'new-version': newVersion ?? '',
        'pull-request-number': pullRequest === null ? '' : String(pullRequest.number),
        'pull-request-url': pullRequest?.url ?? '',
        'pull-request-operation': pullRequest?.operation ?? '',
        'commit-sha': commit?.sha ?? '',
        'commit-url': commit?.url ?? ''
    };
}
/** A step that merges what was changed has nothing to do where people have the pull request in hand. */
function isLeft({ outcome }) {
    return outcome === 'declined' || outcome === 'taken-over';
}
/** Whether anything in the checkout is to be other than it is. */
function isChanged({ versions, hashes, beside }) {
    return versions.length + hashes.length + beside.files.length + beside.keys.length > 0;
}

;// CONCATENATED MODULE: ./src/sync/report/outcome.ts




/** What became of the package. */
function outcome_syncSentence(report) {
    const { outcome, name, pullRequest, systems, computedFile } = report;
    const version = versionChange(report);
    const what = version === '' ? (0,sentence/* say */.cv) `${name}` : (0,sentence/* say */.cv) `${name} ${version}`;
    const changes = (0,sentence/* words */.aL)(edits(report));
    const pull = pullRequest === null ? [] : pullRequestLink(pullRequest);
    switch (outcome) {
        case 'proposed': {
            const did = (0,sentence/* words */.aL)(pullRequest?.operation === 'created' ? 'opened' : 'updated');
            const briefly = (0,sentence/* say */.cv) `pull request ${pullRequest?.operation ?? 'created'}, ${changes}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `${what}`}: ${(0,sentence/* either */.gP)((0,sentence/* say */.cv) `${pull} was ${did} (${changes})`, briefly)}.`;
        }
        case 'unchanged':
            return pullRequest === null
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing to change`}: ${what} has the right hashes already.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing to change`}: ${(0,sentence/* either */.gP)(pull, (0,sentence/* say */.cv) `the pull request`)} for ${what} is open and up to date.`;
        case 'declined':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Not proposed again`}: somebody closed ${pull} for ${what}, which is a no to it. Reopen the pull request to have it after all; something newer is proposed as usual.`;
        case 'taken-over':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Left to people`}: somebody goes on in ${pull}, whose branch stays as it is; ${what} was not proposed.`;
        case 'written':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `${what}`}: ${changes} written${(0,sentence/* either */.gP)((0,sentence/* say */.cv) ` to the checkout`, [])}.`;
        case 'committed':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `${what}`}: ${changes} committed.`;
        case 'computed': {
            const names = systems.flatMap((system, index) => [
                ...(0,sentence/* words */.aL)(index > 0 ? ', ' : ''),
                ...(0,sentence/* code */.aY)(system)
            ]);
            return (0,sentence/* either */.gP)((0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Computed`} ${what} for ${names}: ${changes}.`, (0,sentence/* say */.cv) `${what}: ${changes} computed for ${(0,src_text/* list */.p_)(systems)}, in ${computedFile ?? 'no file'}.`);
        }
        case 'dry-run':
            return isChanged(report)
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run, nothing was written`}: ${what}, ${changes}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run`}: nothing would change, ${what} has the right hashes already.`;
        case 'fork': {
            const more = isChanged(report)
                ? (0,sentence/* say */.cv) ` It would be ${what}, ${changes}.`
                : (0,sentence/* say */.cv) ` Nothing would change either.`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was proposed`}: ${sentence/* fromFork */.NY}${(0,sentence/* either */.gP)(more, [])}`;
        }
    }
}
function pullRequestLink({ repository, number, url }) {
    return (0,sentence/* say */.cv) `pull request ${(0,sentence/* link */.nf)(`${repository}#${number}`, url)}`;
}
/** `0.76.0 → 0.76.1`, `0.76.0`, `48358b9 → 9f1c2d3`, or nothing. Plain words, as the next one. */
function versionChange({ oldVersion, newVersion, revision }) {
    if (oldVersion !== newVersion) {
        return `${oldVersion ?? '(no version)'} → ${newVersion ?? '(no version)'}`;
    }
    return revision === null ? (newVersion ?? '') : (0,types/* revisionWords */.XZ)(revision);
}
/** `2 hashes and the version in 1 place` */
function edits({ hashes, versions, beside }) {
    const parts = [
        ...(hashes.length === 0 ? [] : [(0,src_text/* count */.U9)(hashes.length, 'hash', 'hashes')]),
        ...(versions.length === 0 ? [] : [`the version in ${(0,src_text/* count */.U9)(versions.length, 'place')}`]),
        ...(beside.files.length === 0 ? [] : [(0,src_text/* count */.U9)(beside.files.length, 'whole file')])
    ];
    return parts.length === 0 ? 'no change' : (0,src_text/* list */.p_)(parts);
}

;// CONCATENATED MODULE: ./src/sync/report/summary.ts










/** How much is shown. */
const degrees = [
    { name: 'everything', rows: Infinity, showsDiff: true },
    { name: 'no diff', rows: 1000, showsDiff: false },
    { name: 'no diff and the first hundred of each list', rows: 100, showsDiff: false },
    { name: 'counts', rows: 0, showsDiff: false }
];
/** Markdown for GITHUB_STEP_SUMMARY; one that would be too large says less, and that it does. */
function renderSyncSummary(report) {
    return withinLimit(degrees, (detail) => render(report, detail));
}
function render(report, detail) {
    return `${[
        inMarkdown(syncSentence(report)),
        ...remarks('Note', report.notes, 100),
        ...hashTable(report, detail),
        ...versionTable(report, detail),
        ...toldBlocks(report.told, detail.rows),
        ...besideBlocks(report.beside, detail.rows),
        ...(detail.showsDiff ? summary_diffBlock(report.diff) : []),
        ...checkList(report),
        ...untracedList(report, detail),
        ...howItWent(workRows(report), report.timings),
        ...(detail.rows === Infinity ? [] : [`This summary was too long and shows ${detail.name}.`])
    ].join('\n\n')}\n`;
}
function hashTable({ hashes }, { rows }) {
    return table(['Where', 'Derivations', 'Systems', 'Old hash', 'New hash'], hashes
        .slice(0, rows)
        .map((edit) => [
        markdownCode(placeOf(edit)),
        edit.derivations.map((name) => markdownCode(name, 100)).join(', '),
        edit.systems.map((system) => markdownCode(system)).join(', '),
        edit.oldHash === null ? 'a placeholder' : markdownCode(edit.oldHash),
        markdownCode(edit.newHash)
    ]));
}
function versionTable({ versions }, { rows }) {
    return table(['Where', 'Old version', 'New version'], versions
        .slice(0, rows)
        .map((edit) => [
        markdownCode(placeOf(edit)),
        markdownCode(edit.text),
        markdownCode(edit.replacement)
    ]));
}
/** Of a dry run; null: it was none. */
function summary_diffBlock(diff) {
    return diff === null || diff === '' ? [] : [fencedDiff(diff)];
}
const checkNames = {
    evaluate: 'Evaluates',
    format: 'Formatted',
    build: 'Builds',
    'smoke-test': 'Runs'
};
function checkList({ checks }) {
    if (checks.length === 0)
        return [];
    return [
        '### Checks',
        checks
            .map(({ name, result, detail }) => {
            const mark = result === 'passed' ? '✓' : '–';
            return `- ${mark} ${checkNames[name]}: ${markdownWords(detail, 500)}`;
        })
            .join('\n')
    ];
}
function untracedList({ untraced, systems }, { rows }) {
    if (untraced.length === 0)
        return [];
    const number = count(untraced.length, 'hash', 'hashes');
    const words = `${number} left alone, which nothing on ${list(systems)} comes from`;
    const heading = markdownText(words, 500);
    const lines = untraced.slice(0, rows).map((span) => `- ${markdownCode(placeOf(span))}`);
    return lines.length === 0 ? [heading] : details(heading, [lines.join('\n')]);
}
function workRows(report) {
    const { counts, commit, pullRequest, computedFile } = report;
    const evaluations = Object.entries(counts?.evaluations ?? {});
    return [
        ...(commit === null
            ? []
            : [
                [
                    'Commit',
                    commit.url === null
                        ? markdownCode(commit.sha.slice(0, 7))
                        : markdownLink(markdownText(commit.sha.slice(0, 7)), commit.url)
                ]
            ]),
        ...(pullRequest === null ? [] : [['Branch', markdownCode(pullRequest.branch)]]),
        ...(pullRequest === null || pullRequest.closed.length === 0
            ? []
            : [
                [
                    'Superseded',
                    pullRequest.closed
                        .map(({ number, url }) => markdownLink(markdownText(`#${number}`), url))
                        .join(', ')
                ]
            ]),
        ...(computedFile === null ? [] : [['Result', markdownCode(computedFile)]]),
        ...(evaluations.length === 0
            ? []
            : [
                [
                    'Evaluations',
                    evaluations
                        .map(([system, number]) => `${number} for ${markdownCode(system)}`)
                        .join(', ')
                ]
            ]),
        ...(counts === null
            ? []
            : [['Builds', `${count(counts.builds, 'build')} in ${count(counts.rounds, 'round')}`]])
    ];
}

;// CONCATENATED MODULE: ./src/sync/many/summary.ts







/** How much is shown. */
const summary_degrees = [
    { rows: Infinity, builds: 10, showsDiff: true },
    { rows: 1000, builds: 10, showsDiff: false },
    { rows: 300, builds: 3, showsDiff: false },
    { rows: 50, builds: 0, showsDiff: false },
    { rows: 0, builds: 0, showsDiff: false }
];
/** In a table's cell, and at a terminal. */
const words = {
    proposed: 'opened',
    updated: 'updated',
    unchanged: 'open, and as it should be',
    declined: 'not proposed again: somebody closed it',
    'taken-over': 'left to people: somebody goes on in it',
    limit: 'waits: as many as may be are open',
    later: 'waits for the next run',
    computed: 'computed',
    'dry-run': 'would be changed',
    fork: 'not proposed: the token of a fork’s pull request may only read',
    written: 'written',
    committed: 'committed',
    current: 'current',
    ignored: 'ignored',
    unasked: '**could not be asked**',
    unknown: 'unknown',
    failed: '**failed**'
};
/** Markdown for GITHUB_STEP_SUMMARY; one that would be too large says less, and that it does. */
function renderManySummary(report) {
    return withinLimit(summary_degrees, (detail) => summary_render(report, detail));
}
function summary_render(report, detail) {
    const { rows, notes, builds, diff, dashboard, timings } = report;
    const told = rows.filter(({ done }) => done !== 'current');
    const current = rows.filter(({ done }) => done === 'current');
    return `${[
        `**${markdownText(headline(rows), 1000)}**`,
        ...(dashboard === null
            ? []
            : [`All of them are in ${markdownLink('the dashboard', dashboard.url)}.`]),
        ...remarks('Note', notes, 100),
        ...table(['Package', 'From', 'To', 'What was done', 'Why not'], told.slice(0, detail.rows).map(cells)),
        ...rest(told.length, detail.rows),
        ...currentOnes(current, detail),
        ...failedBuilds(builds, detail.builds),
        ...(detail.showsDiff ? diffBlock(diff) : []),
        ...howItWent(summary_workRows(report), timings)
    ].join('\n\n')}\n`;
}
function cells({ package: text, from, to, done, pullRequest, why }) {
    const link = pullRequest === null
        ? ''
        : `${markdownLink(markdownText(`#${pullRequest.number}`), pullRequest.url)} `;
    const code = why?.code ?? null;
    return [
        markdownCode(text, 100),
        from === null ? '' : markdownCode(from, 60),
        to === null || to === from ? '' : markdownCode(to, 60),
        `${link}${words[done]}`,
        [
            ...(code === null ? [] : [markdownCode(code)]),
            ...(why === null ? [] : [markdownWords(why.reason, 300)])
        ].join(': ')
    ];
}
function currentOnes(rows, detail) {
    if (rows.length === 0)
        return [];
    const heading = `${count(rows.length, 'package')} with the newest version`;
    const names = rows
        .slice(0, detail.rows)
        .map(({ package: text, from }) => from === null
        ? markdownCode(text, 100)
        : `${markdownCode(text, 100)} ${markdownText(from, 60)}`);
    return names.length === 0 ? [heading] : details(heading, [names.join(', ')]);
}
/** `3 of 8 packages: 2 opened, 1 failed.` */
function headline(rows) {
    const byDone = Map.groupBy(rows, ({ done }) => done);
    const parts = [...byDone].map(([done, some]) => `${some.length} ${summary_short[done]}`);
    return `${(0,src_text/* count */.U9)(rows.length, 'package')}${parts.length === 0 ? '' : `: ${(0,src_text/* list */.p_)(parts)}`}.`;
}
const summary_short = {
    ...words,
    unchanged: 'unchanged',
    declined: 'declined',
    'taken-over': 'left to people',
    limit: 'waiting',
    later: 'for the next run',
    fork: 'not proposed',
    unasked: 'not asked',
    failed: 'failed'
};
function summary_workRows({ counts, commits, computedFiles }) {
    return [
        ['Evaluations', String(counts.evaluations)],
        ['Builds', String(counts.builds)],
        ['Requests', String(counts.requests)],
        ...(commits.length === 0
            ? []
            : [['Commits', commits.map((sha) => markdownCode(sha.slice(0, 7))).join(', ')]]),
        ...(computedFiles.length === 0
            ? []
            : [
                [
                    'Results',
                    computedFiles
                        .slice(0, 20)
                        .map((file) => markdownCode(file))
                        .join(', ')
                ]
            ])
    ];
}
/** The same for a terminal. */
function manyText({ rows, notes, commits, computedFiles, dashboard }) {
    const wide = (column) => Math.max(0, ...column.map(({ length }) => length));
    const told = rows.map((row) => [
        row.package,
        versionsOf(row),
        words[row.done].replaceAll('*', '')
    ]);
    const widths = [0, 1].map((at) => wide(told.map((cells) => cells[at] ?? '')));
    const lines = rows.map(({ why, pullRequest }, index) => {
        const [text = '', versions = '', done = ''] = told[index] ?? [];
        const more = [
            ...(pullRequest === null ? [] : [pullRequest.url]),
            ...(why === null
                ? []
                : [`${why.code === null ? '' : `${why.code}: `}${(0,harmless/* oneLine */.TN)(why.reason, 300)}`])
        ].join('  ');
        return `  ${text.padEnd(widths[0] ?? 0)}  ${versions.padEnd(widths[1] ?? 0)}  ${done}  ${more}`.trimEnd();
    });
    return (0,harmless/* terminalText */.eR)([
        headline(rows),
        ...lines,
        ...notes.map((note) => `note: ${note}`),
        ...commits.map((sha) => `commit        ${sha}`),
        ...computedFiles.map((file) => `file          ${file}`),
        ...(dashboard === null ? [] : [`dashboard     ${dashboard.url}`])
    ]);
}
function versionsOf({ from, to }) {
    return to === null || to === from ? (from ?? '') : `${from ?? '(none)'} → ${to}`;
}

// EXTERNAL MODULE: ./src/sync/options.ts
var options = __webpack_require__(82301);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/sync/change.ts
var sync_change = __webpack_require__(81679);
// EXTERNAL MODULE: ./src/sync/commit-checkout.ts
var commit_checkout = __webpack_require__(29331);
// EXTERNAL MODULE: ./src/sync/project/changed-files.ts
var changed_files = __webpack_require__(60647);
// EXTERNAL MODULE: ./src/sync/propose/propose.ts + 1 modules
var propose = __webpack_require__(88910);
// EXTERNAL MODULE: ./src/sync/report/report.ts
var report_report = __webpack_require__(74066);
// EXTERNAL MODULE: ./src/sync/write-checkout.ts
var write_checkout = __webpack_require__(45069);
;// CONCATENATED MODULE: ./src/sync/deliver.ts







/** Writes the checkout, commits there, opens the pull request, or shows what would be written. */
async function deliver(run, { destination, dryRun, formattedWith, opened }, worked) {
    const { copy, computed, notes } = worked;
    const { change } = computed;
    const { environment, log } = run;
    const files = (0,sync_change/* isEmpty */.Im)(change) ? [] : await copy.rewrittenFiles();
    if (dryRun || (destination.kind === 'pull-request' && environment.isForkPullRequest)) {
        return (0,report_report/* reportSync */.w)(run, worked, {
            outcome: dryRun ? 'dry-run' : 'fork',
            diff: (0,sync_diff/* unifiedDiff */.WH)(files)
        });
    }
    if ((0,sync_change/* isEmpty */.Im)(change))
        return (0,report_report/* reportSync */.w)(run, worked);
    if (destination.kind === 'checkout') {
        await (0,write_checkout/* writeCheckout */.o)(copy.project.root, files);
        return (0,report_report/* reportSync */.w)(run, worked, { outcome: 'written' });
    }
    if (destination.kind !== 'pull-request') {
        const { sha, notes: more } = await (0,commit_checkout/* commitCheckout */.U)(copy.project, { changes: [change], group: null }, files);
        const commit = { sha, url: null };
        return (0,report_report/* reportSync */.w)(run, worked, { outcome: 'committed', commit, notes: [...notes, ...more] });
    }
    const proposed = await log.group('Pull request', async () => (0,propose/* proposeChange */.P)({ destination, environment, log }, {
        parts: [computed],
        group: null,
        files: await (0,changed_files/* changedFiles */.Y)(copy),
        formattedWith,
        notes: [...notes]
    }, opened));
    return reportProposed(run, worked, destination, proposed);
}
/** What became of the pull request. */
function reportProposed(run, worked, { upstream, fork }, proposed) {
    const { number, url, operation, branch, closed, commit } = proposed;
    const { owner, repo } = fork ?? upstream;
    return (0,report_report/* reportSync */.w)(run, worked, {
        outcome: operation === 'created' || operation === 'updated' ? 'proposed' : operation,
        pullRequest: {
            repository: `${upstream.owner}/${upstream.repo}`,
            ...{ number, url, operation, branch, closed }
        },
        commit: commit === null
            ? null
            : { sha: commit, url: `${run.environment.serverUrl}/${owner}/${repo}/commit/${commit}` },
        notes: [...worked.notes, ...proposed.notes]
    });
}

// EXTERNAL MODULE: ./src/sync/propose/look-ahead.ts
var look_ahead = __webpack_require__(50875);
// EXTERNAL MODULE: ./src/sync/work-out.ts + 38 modules
var work_out = __webpack_require__(15081);
;// CONCATENATED MODULE: ./src/sync/sync.ts








/** Brings a package to a version: finds out what to write, proves it, and writes it. What it throws left everything as it was. */
async function sync(run) {
    const { inputs } = run;
    switch (inputs.phase) {
        case 'all': {
            const { destination, dryRun, work } = inputs;
            const formattedWith = work.formatter === 'none' ? null : work.formatter;
            const writes = !dryRun && !run.environment.isForkPullRequest;
            if (destination.kind === 'pull-request' && writes) {
                return { report: await sync_propose(run, work, { destination, formattedWith }), error: null };
            }
            const worked = await (0,work_out/* workOut */.a)(run, work, async ({ versions }, project) => {
                const commits = destination.kind === 'commit' && !dryRun && versions.length > 0;
                if (commits)
                    await (0,commit_checkout/* expectCommittable */.v)(project);
                return true;
            });
            const report = await (0,src_run/* timed */.a)(run, 'write', () => deliver(run, { destination, dryRun, formattedWith, opened: null }, worked));
            // Somebody looks whether the hashes still hold.
            const isLook = dryRun && work.version.kind === 'keep';
            return { report, error: isLook ? (0,report_report/* hashDrift */.a)(report.hashes) : null };
        }
        case 'list':
            throw (0,errors/* internalError */.WB)('phase list', 'what it finds is no change: listOutdated looks');
        case 'repair':
            throw (0,errors/* internalError */.WB)('repair', 'it has a step of its own');
        case 'compute': {
            const { work, outputDirectory } = inputs;
            const systems = work.systems.value ?? [];
            const { leavingFailure } = await __webpack_require__.e(/* import() */ 9489).then(__webpack_require__.bind(__webpack_require__, 69489));
            const { writeComputed } = await __webpack_require__.e(/* import() */ 9020).then(__webpack_require__.bind(__webpack_require__, 49020));
            const worked = await leavingFailure(outputDirectory, [work.package], systems, () => (0,work_out/* workOut */.a)(run, work));
            const computedFile = await (0,src_run/* timed */.a)(run, 'write', () => writeComputed(outputDirectory, worked.computed));
            run.log.info(`computed: ${computedFile}`);
            return { report: (0,report_report/* reportSync */.w)(run, worked, { outcome: 'computed', computedFile }), error: null };
        }
        case 'commit': {
            const { readAllLeft } = await __webpack_require__.e(/* import() */ 7926).then(__webpack_require__.bind(__webpack_require__, 37926));
            return commitOne(run, inputs, await readAllLeft(inputs.computed));
        }
    }
}
/** Phase `commit` of files about one package. */
async function commitOne(run, inputs, left) {
    const { destination, dryRun } = inputs;
    const { takeComputed } = await __webpack_require__.e(/* import() */ 3438).then(__webpack_require__.bind(__webpack_require__, 83438));
    const report = await (0,src_run/* timed */.a)(run, 'commit', async () => {
        const worked = await takeComputed(run, inputs, left);
        return (0,sync_change/* isEmpty */.Im)(worked.computed.change)
            ? (0,report_report/* reportSync */.w)(run, worked)
            : deliver(run, { destination, dryRun, formattedWith: null, opened: null }, worked);
    });
    return { report, error: null };
}
/** Works out a pull request and opens it; where people have it in hand, nothing more than its version is worked out. */
async function sync_propose(run, work, { destination, formattedWith }) {
    let ahead = { opened: null, left: null };
    const worked = await (0,work_out/* workOut */.a)(run, work, async (change) => {
        ahead = await (0,look_ahead/* lookAhead */.Rf)({ ...run, destination }, change, change.versions.length > 0);
        return ahead.left === null;
    });
    const { opened, left } = ahead;
    if (left !== null)
        return reportProposed(run, worked, destination, left);
    return (0,src_run/* timed */.a)(run, 'write', () => deliver(run, { destination, dryRun: false, formattedWith, opened }, worked));
}

;// CONCATENATED MODULE: ./src/sync/command.ts




















/** `nar-publish version-sync PACKAGE [VERSION]`: the action's `mode: version-sync`, on the checkout that it stands in. */
async function runSync(run) {
    const { log, scratch } = run;
    const { inputs, environment } = readSyncInputs(run);
    (0,src_environment/* forgetSecrets */.DL)();
    const many = await bringMany({ inputs, environment, scratch, log, timings: [] });
    if (many !== null) {
        const { report, error } = many;
        return {
            ...told(run, environment, manyText(report), report.diff),
            json: manyJson(report),
            error
        };
    }
    const { report, error } = await sync({
        ...{ inputs: (0,sync_inputs/* ofOne */.WE)(inputs), environment, scratch, log, timings: [] }
    });
    return {
        ...told(run, environment, syncText(report), report.diff),
        json: jsonResult(report),
        error
    };
}
/** The diff of a dry run alone is on standard output, so that `| git apply` takes it. */
function told({ log }, environment, text, diff) {
    if (diff === null)
        return { text };
    log.info(text);
    const isJob = environment.childEnvironment['GITHUB_ACTIONS'] === 'true';
    // Its last line may be a blank one of the file's, which belongs to it.
    return { text: (0,sync_diff/* shownDiff */.fN)(diff, process.stdout, isJob).replace(/\n$/, '') };
}
/** What was typed, as the action's inputs and as what they mean. Throws USAGE, and what `parseSyncInputs` throws. */
function readSyncInputs(run) {
    const { command, arguments: given, log } = run;
    const words = (0,cli_arguments/* inputsOf */.Vc)(command, given);
    words.set('mode', 'version-sync');
    const packages = given.operands.filter((word, index) => index === 0 || isPackage(word));
    const [version, ...more] = given.operands.slice(1).filter((word) => !isPackage(word));
    if (more.length > 0)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'there is more than one VERSION');
    if (packages.length > 0)
        words.set('package', packages.join('\n'));
    if (version !== undefined)
        words.set('version', version);
    const opensPullRequest = given.switches.get('pull-request') === true;
    const phase = (0,readers/* valueOf */.RP)(run.environmentWith(words), 'phase');
    if (phase === 'list') {
        throw (0,cli_arguments/* usage */.CI)(command, 'phase list', 'the command for it is `nar-publish outdated`');
    }
    if (phase === 'compute' && opensPullRequest) {
        throw (0,cli_arguments/* usage */.CI)(command, 'option --pull-request', 'phase `compute` writes a file and nothing else');
    }
    const commits = given.switches.get('commit') === true;
    if (commits && (opensPullRequest || phase !== 'all')) {
        const other = opensPullRequest
            ? '--pull-request writes a branch'
            : `phase \`${phase}\` writes something else`;
        throw (0,cli_arguments/* usage */.CI)(command, 'option --commit', `it is about the checkout, and ${other}`);
    }
    if (phase === 'all' && !opensPullRequest) {
        const ofPullRequest = options/* pullRequestOptions */.d.find((name) => given.values.has(name) || given.switches.has(name));
        if (ofPullRequest !== undefined) {
            throw (0,cli_arguments/* usage */.CI)(command, `option --${ofPullRequest}`, 'it is about a pull request, and without --pull-request the checkout is written');
        }
    }
    if (phase !== 'commit') {
        const asked = run.environmentWith(words);
        if (asked.input('package') === '') {
            throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'PACKAGE is missing: what to update');
        }
        // From a terminal there is no release event that would tell.
        if (asked.input('version') === '' && asked.release === null)
            words.set('version', 'latest');
    }
    const environment = run.environmentWith(words);
    const needsRepository = opensPullRequest || phase === 'commit';
    if (needsRepository &&
        environment.input('target-repository') === '' &&
        environment.repository === null) {
        throw (0,cli_arguments/* usage */.CI)(command, 'option --target-repository', 'it is missing: the repository that the pull request is opened in');
    }
    const secrets = (0,inputs_secrets/* readSecrets */.ql)(environment, log.hide);
    const destination = opensPullRequest ? 'pull-request' : commits ? 'commit' : 'checkout';
    return { inputs: (0,typed/* typed */.G)(() => (0,sync_inputs/* parseSyncInputs */.Oz)(environment, secrets, destination)), environment };
}
/** Whether it is no VERSION: those have no `#`, but for a branch's name, and begin with neither. */
function isPackage(word) {
    return /^(?:\.|file:|(?!branch:)[^]*#)/.test(word);
}
/** The action's outputs as the JSON that they mean, and what only a terminal's run has. */
function jsonResult(report) {
    const { hashes, ...outputs } = (0,report_outputs/* jsonOutputs */.P)(syncOutputs(report, Infinity), ['changed', 'hashes']);
    return {
        ...outputs,
        outcome: report.outcome,
        hashes,
        'pull-request-number': report.pullRequest?.number ?? null,
        ...(report.diff === null ? {} : { diff: report.diff }),
        ...(report.computedFile === null ? {} : { 'computed-file': report.computedFile })
    };
}
/** What a version-sync did, in a few lines for a terminal. */
function syncText(report) {
    const { versions, hashes, untraced, checks, pullRequest, commit, notes } = report;
    const { made, left } = (0,beside_words/* besideWords */._)(report.beside, String, String);
    const lines = [
        (0,sentence/* onTerminal */.sj)(outcome_syncSentence(report)),
        ...versions.map((edit) => `  ${(0,types/* placeOf */.$t)(edit)}  ${edit.text} → ${edit.replacement}`),
        ...hashes.map((edit) => `  ${(0,types/* placeOf */.$t)(edit)}  ${edit.oldHash ?? '(a placeholder)'} → ${edit.newHash}  ${(0,src_text/* list */.p_)(edit.derivations)}`),
        ...made.map((line) => `  ${line}`),
        ...left.map((line) => `  not made anew: ${line}`),
        ...checks.map(({ name, result, detail }) => `  ${result === 'passed' ? '✓' : '–'} ${name}${detail === '' ? '' : `: ${detail}`}`),
        ...untraced.map((span) => `  left alone, as nothing comes from it: the hash at ${(0,types/* placeOf */.$t)(span)}`),
        ...notes.map((note) => `note: ${note}`),
        ...(pullRequest === null ? [] : [`pull request  ${pullRequest.url}`]),
        ...(commit === null ? [] : [`commit        ${commit.url ?? commit.sha}`])
    ];
    return (0,harmless/* terminalText */.eR)(lines);
}


/***/ }),

/***/ 29331:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ commitCheckout),
/* harmony export */   v: () => (/* binding */ expectCommittable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _repository_git_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66714);
/* harmony import */ var _repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32054);
/* harmony import */ var _project_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55072);
/* harmony import */ var _project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88229);
/* harmony import */ var _propose_commit_message_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22355);
/* harmony import */ var _propose_title_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2864);
/* harmony import */ var _write_checkout_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(45069);










/** Asks git, before anything takes long, whether it could commit here. Throws CHECKOUT_INVALID, COMMIT_REFUSED. */
async function expectCommittable({ root, git, env }) {
    if ((await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(git, ['symbolic-ref', '--quiet', 'HEAD'])).status !== 0) {
        throw (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidCheckout */ .Mv)(root, 'it is at no branch, so that a commit would be on none', 'Switch to a branch first, with `git switch BRANCH` or `git switch --create BRANCH`.');
    }
    for (const who of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) {
        const ended = await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(usersOwn(git, env), ['var', who]);
        if (ended.status !== 0)
            throw refused(root, ended);
    }
}
/**
 * Writes files of the checkout and commits these and nothing else, as the user's own `git commit` would: with their name, their hooks and
 * their signature. What else is staged stays so. When git refuses, the files are what they were. Throws CHECKOUT_CHANGED, CHECKOUT_INVALID,
 * TREE_DIRTY, COMMIT_REFUSED.
 *
 * @returns the commit, and what a reader should know of it
 */
async function commitCheckout(project, { changes, group }, files) {
    const { root, git, env, head } = project;
    const paths = files.map(({ path }) => path);
    await expectCommittable(project);
    if ((await (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .headOf */ .Uo)(git)) !== head)
        throw (0,_write_checkout_js__WEBPACK_IMPORTED_MODULE_9__/* .changedMeanwhile */ .F)('HEAD');
    await (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .expectCleanTree */ .J8)(git, paths);
    const title = (0,_propose_title_js__WEBPACK_IMPORTED_MODULE_8__/* .proposalTitle */ .R3)({ changes, group }, (0,_project_project_js__WEBPACK_IMPORTED_MODULE_5__/* .isNixpkgs */ .Lo)(project) ? 'nixpkgs' : '', null);
    const added = files.filter(({ before }) => before === null).map(literalPath);
    await (0,_write_checkout_js__WEBPACK_IMPORTED_MODULE_9__/* .writeCheckout */ .o)(root, files, async (undo) => {
        const commit = [
            ...['commit', '--quiet', '--only', '--file=-', '--cleanup=whitespace', '--'],
            ...files.map(literalPath)
        ];
        const stdin = `${(0,_propose_commit_message_js__WEBPACK_IMPORTED_MODULE_7__/* .proposalMessage */ .gM)(title, changes, null, null)}\n`;
        // `--only` takes what Git knows of.
        const add = ['add', '--intent-to-add', '--', ...added];
        const staged = added.length === 0 ? null : await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(git, add);
        const ended = staged !== null && staged.status !== 0
            ? staged
            : // Its hooks may talk to anybody.
                await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(usersOwn(git, env), commit, { stdin, isOnline: true });
        if (ended.status === 0)
            return;
        // At once where a signal has ended it, as this process ends next; and not when it failed after it had committed.
        if (ended.status === null || (await (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .headOf */ .Uo)(git)) === head) {
            undo();
            if (added.length > 0)
                await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(git, ['reset', '--quiet', '--', ...added]);
        }
        throw refused(root, ended);
    });
    return { sha: await (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .headOf */ .Uo)(git), notes: await hookNotes(project, files) };
}
function literalPath({ path }) {
    return `:(top,literal)${path}`;
}
/** A hook may have put something else into the commit than what was proved. */
async function hookNotes({ root, git }, files) {
    const paths = files.map(({ path }) => path);
    const isAsWritten = async ({ path, after }) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), 'utf8').catch(() => null)) === after;
    const areSame = (await Promise.all(files.map(isAsWritten))).every(Boolean);
    const isClean = await (0,_project_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .expectCleanTree */ .J8)(git, paths).then(() => true, () => false);
    return areSame && isClean
        ? []
        : ['a hook of the repository has changed the files: what was committed is not what was proved'];
}
function usersOwn(git, env) {
    return { ...git, env: (0,_repository_git_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .committerEnvironment */ .au)(env) };
}
function refused(root, ended) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({ code: 'COMMIT_REFUSED', subject: root, reason: (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_4__/* .gitWords */ .is)(ended) });
}


/***/ }),

/***/ 77552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WH: () => (/* binding */ unifiedDiff),
/* harmony export */   fN: () => (/* binding */ shownDiff)
/* harmony export */ });
/* unused harmony export fencedDiff */
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37291);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51616);




/** The change as `git apply` and `patch -p1` take it; empty when there is none. */
function unifiedDiff(files) {
    return files
        .filter(({ before, after }) => before !== after)
        .toSorted((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ path, before, after }) => (0,diff__WEBPACK_IMPORTED_MODULE_3__/* .createTwoFilesPatch */ .ss)(oldName(path, before), `b/${path}`, before ?? '', after, undefined, undefined, {
        context: 3,
        headerOptions: diff__WEBPACK_IMPORTED_MODULE_3__/* .FILE_HEADERS_ONLY */ .jr
    }))
        .join('');
}
function oldName(path, before) {
    return before === null ? '/dev/null' : `a/${path}`;
}
/** The same as a block of Markdown, which no line of it ends. */
function fencedDiff(diff) {
    const runs = [...diff.matchAll(/`+/g)].map(([run]) => run.length);
    const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
    return [`${fence}diff`, diff.trimEnd(), fence].join('\n');
}
/**
 * The same for who reads it at a terminal: with colours where the stream takes them, and without what would steer the terminal. A
 * pipe gets it as it is. In a job that pipe may be the log, where a line of somebody's file may look like a command to the runner: it is
 * told to obey none until the end, by two lines around the diff, which `git apply` and `patch` skip.
 */
function shownDiff(diff, stream, isJob) {
    if (!stream.isTTY)
        return isJob && diff !== '' ? fenced(diff) : diff;
    return diff
        .split('\n')
        .map((line) => {
        const text = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .plainLines */ .y1)(line);
        const format = formatOf(line);
        return format === null ? text : (0,node_util__WEBPACK_IMPORTED_MODULE_1__.styleText)(format, text, { stream });
    })
        .join('\n');
}
function fenced(lines) {
    const word = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    return `::stop-commands::${word}\n${lines}::${word}::\n`;
}
function formatOf(line) {
    if (/^(---|\+\+\+) /.test(line))
        return 'bold';
    if (line.startsWith('@@'))
        return 'cyan';
    if (line.startsWith('+'))
        return 'green';
    return line.startsWith('-') ? 'red' : null;
}


/***/ }),

/***/ 37584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ hashFound)
/* harmony export */ });
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8144);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86778);




/** A hash that Nix found to be wrong and that is none of those that changed: what it is, and where it stands. HASH_DRIFT. */
function hashFound({ drvPath, specified, got }, literals, computed) {
    const name = drvPath === null ? 'what is fetched' : nameOf(drvPath);
    const hashes = `${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(got)} and not ${(0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sriOf */ .wM)(specified)}`;
    const made = computed.find(({ digest }) => (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(digest, specified));
    if (made !== undefined) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'HASH_DRIFT',
            subject: (0,_types_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$t)(made.literal),
            reason: `${name} is another one each time: its hash is ${hashes}, which was made a moment ago`,
            hint: 'Fetch something that stays as it is.'
        });
    }
    const places = literals
        .filter(({ digest }) => digest !== null && (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sameDigest */ .VB)(digest, specified))
        .map(_types_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$t);
    if (places.length === 0) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
            code: 'HASH_DRIFT',
            subject: name,
            reason: `its hash is ${hashes}, which stands in no tracked file`,
            hint: 'It belongs to what the package is built with: mend or update that first.'
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({
        code: 'HASH_DRIFT',
        subject: places.join(', '),
        reason: `it was wrong before, and the new version does not change it: the hash of ${name} is ${hashes}`,
        hint: 'Run it with `version: keep` first, which makes the hashes of the present version anew.'
    });
}
function nameOf(drvPath) {
    return (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(drvPath).name.replace(/\.drv$/, '');
}


/***/ }),

/***/ 4079:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ movedInput)
/* harmony export */ });
/* unused harmony export formatLock */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69268);
/* harmony import */ var _literals_edit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(382);
/* harmony import */ var _literals_find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47204);
/* harmony import */ var _literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44647);
/* harmony import */ var _lock_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66693);






/** A large flake has a hundred. */
const mostNodes = 1000;
const tooMany = `it has more than ${mostNodes} nodes`;
/**
 * Which input a lock file has anew. Everything else must be what it was: the other inputs with all that they need, and of this one where it
 * comes from, but for the version, the commit or the tag in it. A sentence's end: why it is no such change. Pure.
 */
function movedInput(before, after, step) {
    const [old, now] = [(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLock */ .PG)(before), (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLock */ .PG)(after)];
    if (old === null || now === null)
        return 'it is no lock file of a flake';
    if (after !== formatLock(now))
        return 'it is not written as Nix writes one';
    if ([old, now].some(({ nodes }) => Object.keys(nodes).length > mostNodes))
        return tooMany;
    if (old.version !== now.version)
        return `its form is ${now.version}, not ${old.version}`;
    const [was, is] = [(0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .ownInputs */ .oi)(old), (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_5__/* .ownInputs */ .oi)(now)];
    const [wasRoot, isRoot] = [old, now].map(({ nodes, root }) => nodes[root]);
    if (wasRoot === undefined || isRoot === undefined)
        return 'it has no root';
    if (!sameShape(wasRoot, isRoot))
        return 'the flake has other inputs than before';
    const unused = unusedNodes(now);
    if (unused !== null)
        return `nothing needs its node ${JSON.stringify(unused)}`;
    const [wholeOld, wholeNow] = [digestsOf(old), digestsOf(now)];
    const moved = [...is].flatMap(([name, node]) => {
        const own = was.get(name);
        return own === undefined || wholeOld(own) === wholeNow(node)
            ? []
            : [{ name, before: own, after: node }];
    });
    const [only, ...others] = moved;
    if (only === undefined)
        return 'no input is another one';
    if (others.length > 0) {
        return `more than one input is another one: ${moved.map(({ name }) => `\`${name}\``).join(', ')}`;
    }
    return whyNotMoved(only, step) ?? whyNotBelow(old, now, only) ?? only;
}
/** As Nix writes it: the names in order, two spaces, a line's end. */
function formatLock(lock) {
    return `${JSON.stringify(inOrder(lock), null, 2)}\n`;
}
function inOrder(value) {
    if (Array.isArray(value))
        return value.map(inOrder);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).toSorted(([a], [b]) => Buffer.from(a).compare(Buffer.from(b)));
    return Object.fromEntries(entries.map(([key, one]) => [key, inOrder(one)]));
}
/** Names and kinds of the inputs: what follows another follows that still. */
function sameShape(a, b) {
    const shape = ({ inputs = {} }) => JSON.stringify(inOrder(Object.fromEntries(Object.entries(inputs).map(([name, to]) => [name, typeof to === 'string' ? '' : to]))));
    return shape(a) === shape(b);
}
function unusedNodes({ nodes, root }) {
    const used = new Set([root]);
    for (const key of used) {
        for (const to of Object.values(nodes[key]?.inputs ?? {}))
            if (typeof to === 'string')
                used.add(to);
    }
    return Object.keys(nodes).find((key) => !used.has(key)) ?? null;
}
/** A node with all that it needs, whatever the nodes are called. */
function digestsOf({ nodes }) {
    const known = new Map();
    const digest = (node) => {
        const found = known.get(node);
        if (found !== undefined)
            return found;
        // One that needs itself.
        known.set(node, 'itself');
        const inputs = Object.entries(node.inputs ?? {}).map(([name, to]) => {
            const below = typeof to === 'string' ? nodes[to] : undefined;
            return [name, below === undefined ? to : digest(below)];
        });
        const text = JSON.stringify(inOrder({ ...node, inputs: Object.fromEntries(inputs) }));
        const own = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
        known.set(node, own);
        return own;
    };
    return digest;
}
/** What may be another one of what an input is fetched by. */
const movable = ['url', 'ref', 'rev', 'narHash', 'lastModified', 'revCount'];
function whyNotMoved({ before, after }, step) {
    if (before.flake !== after.flake)
        return 'the input is a flake, or was one';
    for (const part of ['original', 'locked']) {
        const [was, is] = [before[part], after[part]];
        if (was === undefined || is === undefined)
            return 'the input is not locked';
        const key = [...new Set([...Object.keys(was), ...Object.keys(is)])].find((one) => !isAllowed(one, was, is, part, step));
        if (key !== undefined) {
            return `\`${key}\` of the input is ${JSON.stringify(is[key] ?? null)} now, and was ${JSON.stringify(was[key] ?? null)}`;
        }
    }
    const { original = {}, locked = {} } = after;
    if (original['rev'] !== undefined && original['rev'] !== locked['rev']) {
        return `the input is locked at ${String(locked['rev'])}, and was to be at ${String(original['rev'])}`;
    }
    const { revision } = step;
    const [old, now] = [before.locked?.['rev'], locked['rev']];
    if (revision !== null && old === revision.old && now !== revision.new) {
        return `the input is locked at ${String(now)}, and was to be at ${revision.new}`;
    }
    return null;
}
function isAllowed(key, was, is, part, step) {
    const [old, now] = [was[key], is[key]];
    if (old === now)
        return true;
    if (!movable.includes(key) || old === undefined || now === undefined)
        return false;
    if (key === 'lastModified' || key === 'revCount') {
        return part === 'locked' && Number.isSafeInteger(now) && Number(now) >= 0;
    }
    if (typeof old !== 'string' || typeof now !== 'string')
        return false;
    switch (key) {
        case 'narHash':
            return part === 'locked' && isCanonical(now);
        case 'rev':
            return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(now);
        default:
            return successors(old, step).includes(now);
    }
}
function isCanonical(text) {
    const digest = (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(text);
    return digest?.algorithm === 'sha256' && (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(digest) === text;
}
/** What an address or a tag becomes: with the new version in it, or the new commit. */
function successors(text, { oldVersion, newVersion, revision }) {
    const pieces = oldVersion === null || newVersion === null ? [] : (0,_literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .piecesOf */ .Xe)(oldVersion, newVersion);
    const bumped = pieces.map((piece) => {
        const found = (0,_literals_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findVersionLiterals */ .sA)({ path: 'url', text }, piece.old);
        return (0,_literals_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .applyEdits */ .c)(text, found.map((literal) => (0,_literals_version_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .bumpEdit */ .ZO)(literal, piece.new)));
    });
    return revision === null ? bumped : [...bumped, text.replaceAll(revision.old, () => revision.new)];
}
/** What a flake needs itself comes from where it came from, at whatever commit it is locked there now. */
function whyNotBelow(old, now, { before, after }) {
    const origins = ({ nodes }, top) => {
        const found = new Map();
        const visit = (node, path, above) => {
            for (const [name, to] of Object.entries(node.inputs ?? {})) {
                const here = `${path}/${name}`;
                const below = typeof to === 'string' ? nodes[to] : undefined;
                const { original, flake, locked } = below ?? {};
                const place = Object.entries(locked ?? {}).filter(([key]) => key === 'url' || !movable.includes(key));
                const isLocked = locked !== undefined && isCanonical(String(locked['narHash']));
                const follows = below === undefined ? to : null;
                const told = { follows, original, flake, place: Object.fromEntries(place), isLocked };
                found.set(here, JSON.stringify(inOrder(told)));
                if (below !== undefined && !above.includes(below) && found.size <= mostNodes) {
                    visit(below, here, [...above, below]);
                }
            }
        };
        visit(top, '', [top]);
        return found;
    };
    const [was, is] = [origins(old, before), origins(now, after)];
    if (is.size > mostNodes)
        return tooMany;
    const other = [...new Set([...was.keys(), ...is.keys()])].find((path) => was.get(path) !== is.get(path));
    return other === undefined
        ? null
        : `the input’s own input \`${other.slice(1)}\` comes from elsewhere than before`;
}


/***/ }),

/***/ 26434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ checkedLinks),
/* harmony export */   h: () => (/* binding */ linksOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33444);
/* harmony import */ var _version_source_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24610);



/**
 * What changed, as GitHub shows it: when one of the source's addresses is of a repository there and holds the new version's tag.
 * `urls`: where the sources are fetched from at the new version. `tag`: that of the release, when it is known.
 */
function linksOf(urls, { oldVersion, newVersion, tag, releaseUrl, revision }, serverUrl) {
    for (const url of urls) {
        const host = (0,_version_source_host_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceHost */ .Y)(url, serverUrl);
        if (host?.kind !== 'github')
            continue;
        const page = `${host.isOwn ? serverUrl : 'https://github.com'}/${host.owner}/${host.repo}`;
        const part = encodeURIComponent;
        if (revision !== null) {
            return {
                releaseUrl: releaseUrl ?? (tag === null ? null : `${page}/releases/tag/${part(tag)}`),
                compareUrl: `${page}/compare/${revision.old}...${revision.new}`
            };
        }
        if (oldVersion === null || newVersion === null)
            continue;
        const newTag = tag ?? tagIn(url, newVersion);
        if (newTag?.includes(newVersion) !== true)
            continue;
        const oldTag = newTag.replace(newVersion, () => oldVersion);
        return {
            releaseUrl: releaseUrl ?? `${page}/releases/tag/${part(newTag)}`,
            compareUrl: `${page}/compare/${part(oldTag)}...${part(newTag)}`
        };
    }
    return { releaseUrl, compareUrl: null };
}
/**
 * The links of somebody else's file, as far as they can be made again from their parts: pages of this GitHub or github.com, of a repository
 * that a file of the checkout names, about tags with these versions. null for any other: a pull request would vouch for it. Pure.
 */
function checkedLinks({ releaseUrl, compareUrl }, { oldVersion, newVersion, revision }, files, serverUrl) {
    const made = (given, page, make) => {
        if (given === null || !URL.canParse(given))
            return null;
        const { origin, pathname } = new URL(given);
        const server = [serverUrl, 'https://github.com'].find((one) => new URL(one).origin === origin);
        const parts = page.exec(pathname)?.slice(1).map(decoded);
        if (server === undefined || parts === undefined)
            return null;
        const [owner = '', repo = '', ...tags] = parts.map((part) => part ?? '');
        const isNamed = files.some(({ text }) => hasWord(text, owner) && hasWord(text, repo));
        // `fork:tag` is no name, however it is escaped: GitHub would show a stranger's fork on that repository's page.
        const areNames = tags.every((tag) => (0,_repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isBranchName */ .Q8)(tag) || isCommit(tag));
        const path = isNamed && areNames ? make(tags.map(encodeURIComponent), tags) : null;
        return path === null ? null : `${server}/${owner}/${repo}/${path}`;
    };
    return {
        releaseUrl: made(releaseUrl, releasePage, ([part = ''], [tag = '']) => newVersion !== null && tag.includes(newVersion) ? `releases/tag/${part}` : null),
        compareUrl: made(compareUrl, comparePage, (parts, [oldTag = '', tag = '']) => {
            const isOfVersions = oldVersion !== null &&
                newVersion !== null &&
                oldTag.includes(oldVersion) &&
                tag.includes(newVersion);
            const isOfCommits = oldTag === revision?.old && tag === revision.new;
            return isOfVersions || isOfCommits ? `compare/${parts.join('...')}` : null;
        })
    };
}
const repositoryPart = String.raw `^/((?!\.+/)[\w.-]{1,100})/((?!\.+/)[\w.-]{1,100})`;
const tagPart = String.raw `((?!\.+$)[\w.+%~-]{1,200}?)`;
const releasePage = new RegExp(`${repositoryPart}/releases/tag/${tagPart}$`);
const comparePage = new RegExp(String.raw `${repositoryPart}/compare/${tagPart}\.\.\.${tagPart}$`);
function decoded(part) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(part), null);
}
function isCommit(text) {
    return /^[0-9a-f]{40}$/.test(text);
}
function hasWord(text, word) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
        const around = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
        if (word !== '' && around.every((one) => !/[\w-]/.test(one)))
            return true;
    }
    return false;
}
/** `…/archive/refs/tags/v1.2.3.tar.gz`, `…/archive/v1.2.3.zip`, `…/releases/download/v1.2.3/…` */
function tagIn(url, version) {
    const { pathname } = new URL(url);
    const [, found] = /\/(?:archive\/(?:refs\/tags\/)?|releases\/download\/)(.+?)(?:\.tar\.\w+|\.tgz|\.zip|\/[^/]*)$/.exec(pathname) ?? [];
    const tag = found === undefined ? null : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decodeURIComponent(found), null);
    return tag?.includes(version) === true ? tag : null;
}


/***/ }),

/***/ 29544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MB: () => (/* binding */ entryName),
/* harmony export */   fr: () => (/* binding */ addition),
/* harmony export */   lt: () => (/* binding */ renameEdit),
/* harmony export */   nw: () => (/* binding */ findOutputHashes),
/* harmony export */   xV: () => (/* binding */ removalEdit)
/* harmony export */ });
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(382);
/* harmony import */ var _nix_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95278);


/** Names of the entries: those of crates with their versions. */
const entryName = /^[A-Za-z0-9_][\w.+-]{0,199}$/;
/** The sets that go by `outputHashes` in a Nix file, in both ways to write them: as a set, and as `outputHashes."a-1.0" = …;`. */
function findOutputHashes({ path, text }) {
    if (!path.endsWith('.nix') || !text.includes('outputHashes'))
        return [];
    const finder = new Finder(path, text);
    return finder.find();
}
/** The name of one is another. */
function renameEdit({ key }, name) {
    return { ...key, replacement: name };
}
function removalEdit({ entry }) {
    return { ...entry, replacement: '' };
}
/** A hash that is not there yet, as one more entry of that name. */
function addition({ file, indent }, { start, line }, name) {
    const around = { before: `${indent}"${name}" = "`, after: '";' };
    const span = { file, start, end: start, line, text: '' };
    return { ...span, form: 'empty', algorithm: 'sha256', digest: null, around };
}
class Finder {
    #path;
    #text;
    #tokens;
    constructor(path, text) {
        this.#path = path;
        this.#text = text;
        this.#tokens = (0,_nix_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .nixTokens */ .E)(text);
    }
    find() {
        return this.#tokens.flatMap(({ kind }, index) => {
            if (kind !== 'word' || this.#at(index) !== 'outputHashes')
                return [];
            if (this.#at(index + 1) === '=' && this.#at(index + 2) === '{')
                return this.#set(index + 3);
            if (this.#at(index + 1) !== '.')
                return [];
            const entry = this.#entry(index + 2, this.#pathStart(index));
            if (entry === null)
                return [];
            return this.#hashes([entry], [entry.entry.end], `${this.#before(this.#pathStart(index))}${this.#pathText(index)}.`);
        });
    }
    /** `first`: the token after `{`. */
    #set(first) {
        const entries = [];
        let index = first;
        while (this.#at(index) !== '}') {
            const entry = this.#entry(index, index);
            // An entry that is computed, inherited or commented makes nothing of the others unknown, but where the set ends would be.
            if (entry === null)
                return [];
            entries.push(entry);
            index = this.#after(index);
        }
        const opening = this.#tokens[first - 1];
        const ends = [...entries.map(({ entry }) => entry.end).reverse(), opening?.end ?? 0];
        const indent = entries.length > 0 ? this.#before(first) : ' ';
        return this.#hashes(entries, ends, indent);
    }
    #hashes(entries, ends, indent) {
        const slots = ends.map((start) => ({ start, line: (0,_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .L)(this.#text, start) }));
        return [{ file: this.#path, entries, slots, indent }];
    }
    /** `"name" = "value";` or `name = value;` with a value of one string or name. `start`: the token that the whole begins with. */
    #entry(index, start) {
        const isQuoted = this.#tokens[index]?.kind === 'open-string';
        const name = this.#tokens[isQuoted ? index + 1 : index];
        if (name?.kind !== (isQuoted ? 'text' : 'word'))
            return null;
        if (isQuoted && this.#tokens[index + 2]?.kind !== 'close-string')
            return null;
        const equals = isQuoted ? index + 3 : index + 1;
        const last = this.#after(index) - 1;
        if (this.#at(equals) !== '=' || this.#at(last) !== ';')
            return null;
        const begin = (this.#tokens[start]?.start ?? 0) - this.#before(start).length;
        const text = this.#text.slice(name.start, name.end);
        return {
            name: text,
            key: this.#span(name.start, name.end),
            entry: this.#span(begin, this.#tokens[last]?.end ?? 0)
        };
    }
    /** The token after the next `;` of the same depth. */
    #after(index) {
        let at = index;
        let depth = 0;
        for (; at < this.#tokens.length; at++) {
            const symbol = this.#tokens[at]?.kind === 'symbol' ? this.#at(at) : '';
            if (/^[{([]$/.test(symbol))
                depth++;
            if (/^[})\]]$/.test(symbol) && depth-- === 0)
                return at;
            if (symbol === ';' && depth === 0)
                return at + 1;
        }
        return at;
    }
    /** `cargoLock.outputHashes` begins at `cargoLock`. */
    #pathStart(index) {
        let start = index;
        while (this.#at(start - 1) === '.' && this.#tokens[start - 2]?.kind === 'word')
            start -= 2;
        return start;
    }
    #pathText(index) {
        return this.#text.slice(this.#tokens[this.#pathStart(index)]?.start, this.#tokens[index]?.end);
    }
    /** The white space in front of a token, from its line's end on. */
    #before(index) {
        const end = this.#tokens[index]?.start ?? 0;
        let start = end;
        while (/[ \t]/.test(this.#text.charAt(start - 1)))
            start--;
        if (this.#text.charAt(start - 1) === '\n')
            start -= this.#text.charAt(start - 2) === '\r' ? 2 : 1;
        return this.#text.slice(start, end);
    }
    #at(index) {
        const token = this.#tokens[index];
        return token === undefined ? '' : this.#text.slice(token.start, token.end);
    }
    #span(start, end) {
        const text = this.#text.slice(start, end);
        return { file: this.#path, start, end, line: (0,_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .L)(this.#text, start), text };
    }
}


/***/ }),

/***/ 54861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ rowOfChange),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   Xb: () => (/* binding */ isChange),
/* harmony export */   ZU: () => (/* binding */ rowOfText),
/* harmony export */   gf: () => (/* binding */ whyOf),
/* harmony export */   zL: () => (/* binding */ packagesFailed)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failed_build_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54059);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);



/** What a package's row says that has nothing to be done for it. */
function rowOf(listed, more = {}) {
    const { reference, name, version, newest, state, why } = listed;
    return {
        package: reference.text,
        name,
        from: version,
        to: newest,
        set: null,
        done: state === 'outdated' ? 'failed' : state,
        pullRequest: null,
        why,
        ...more
    };
}
/** A row of what other jobs, or this one, worked out. */
function rowOfChange({ package: reference, name, oldVersion, newVersion }) {
    return {
        package: reference.text,
        ...{ name, from: oldVersion, to: newVersion },
        ...{ set: reference.text, done: 'failed', pullRequest: null, why: null }
    };
}
/** A row of what nothing is known of but how it is called. */
function rowOfText(text) {
    const nothing = { from: null, to: null, set: null, pullRequest: null, why: null };
    return { package: text, name: text, ...nothing, done: 'failed' };
}
/** A failure as rows have it. */
function whyOf({ code, subject, reason, builds }) {
    return { code, reason: `${subject}: ${(0,_failed_build_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutLogs */ .O)(reason, builds).trim()}` };
}
const changes = new Set([
    ...['proposed', 'updated', 'unchanged'],
    ...['computed', 'dry-run', 'fork', 'written', 'committed']
]);
/** Whether something of the package is, or would be, other than it is in the checkout. */
function isChange({ done }) {
    return changes.has(done);
}
/** An answer that never came is no answer. */
function isFailure({ done }) {
    return done === 'failed' || done === 'unasked';
}
/** Of more failures than so many the first are named. */
const shown = 20;
/** What the step ends with where packages failed, although all else was done; null: none did. */
function packagesFailed(rows) {
    const failed = rows.filter(isFailure);
    if (failed.length === 0)
        return null;
    const lines = failed.slice(0, shown).map(({ package: text, why, done }) => {
        const code = why?.code ?? (done === 'unasked' ? 'not asked' : 'failed');
        return `${text}: ${code}: ${(why?.reason ?? '').slice(0, 300)}`;
    });
    const more = failed.length - lines.length;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'PACKAGES_FAILED',
        subject: `${failed.length} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rows.length, 'package')}`,
        reason: `the others were done:\n${[...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')}\n`
    });
}


/***/ }),

/***/ 60647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ usersGit),
/* harmony export */   Y: () => (/* binding */ changedFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _repository_git_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32054);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88229);




/**
 * The copy's changes as Git stores them: what `git add` in the user's own repository would make of the files, with its settings,
 * attributes and filters. Nothing is written there: the index and the objects are the copy's.
 */
async function changedFiles(copy) {
    const { project } = copy;
    const rewritten = await copy.rewrittenFiles();
    const git = await usersGit(copy);
    await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_2__/* .expectGit */ .gd)(git, ['update-index', '--add', '-z', '--stdin'], {
        stdin: rewritten.map(({ path }) => `${path}\0`).join('')
    });
    const staged = new Map((await (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .listTracked */ .z7)(git)).map((file) => [file.path, file]));
    const tracked = new Map(project.files.map((file) => [file.path, file]));
    const changed = [];
    for (const { path, before: text } of rewritten) {
        const now = staged.get(path);
        const before = tracked.get(path);
        if (now === undefined || (before === undefined && text !== null)) {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .internalError */ .WB)(path, 'git does not know what was written');
        }
        // Only its line endings differ, which Git does not store.
        if (now.blob === before?.blob)
            continue;
        changed.push({
            path,
            mode: now.kind === 'executable' ? '100755' : '100644',
            oldBlob: before?.blob ?? null,
            content: await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_2__/* .expectGit */ .gd)(git, ['cat-file', 'blob', now.blob])
        });
    }
    return changed;
}
/**
 * The user's own repository, with the copy's files in place of the checkout's: its settings, attributes and ignored names. The index, at
 * the commit of the checkout, and new objects are the copy's.
 */
async function usersGit({ project, folder, gitDir: own }) {
    const { gitDir } = await (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .locateObjects */ .np)(project.git);
    const git = {
        ...project.git,
        directory: folder,
        env: {
            ...project.git.env,
            GIT_DIR: gitDir,
            GIT_WORK_TREE: folder,
            GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'index-of-changes'),
            GIT_OBJECT_DIRECTORY: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'objects')
        }
    };
    await (0,_repository_git_run_js__WEBPACK_IMPORTED_MODULE_2__/* .expectGit */ .gd)(git, ['read-tree', project.head]);
    return git;
}


/***/ }),

/***/ 36759:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   ZN: () => (/* binding */ takesPlaceOf),
/* harmony export */   lQ: () => (/* binding */ wishKey),
/* harmony export */   tj: () => (/* binding */ areSame),
/* harmony export */   wj: () => (/* binding */ markedOf)
/* harmony export */ });
/* unused harmony exports isOf, contentOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41566);


/** Whether a pull request's text says that it is about the change's packages, or the group, whichever versions. */
function isAbout({ body }, subjects, group) {
    const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .readMarkedText */ .MW)(body)?.marker;
    if (marker?.group !== group)
        return false;
    return group !== null || marker.packages.some((one) => subjects.some((two) => isOf(one, two)));
}
/** Whether a marker's package is the subject, whichever version. */
function isOf(marked, subject) {
    return marked.name === subject.name && marked.package === subject.package.text;
}
/** A subject as a marker has it. */
function markedOf(subject) {
    const { name, package: reference, newVersion: version } = subject;
    return { name, package: reference.text, version, ...contentOf(subject) };
}
/** The same packages at the same versions, in whichever order. */
function areSame(some, others) {
    const key = ({ name, package: reference, version, content }) => JSON.stringify([name, reference, version, content ?? null]);
    const sorted = (all) => all.map(key).toSorted().join();
    return some.length === others.length && sorted(some) === sorted(others);
}
/**
 * What of a change the new version does not tell: a no to a commit, or to hashes made anew, is none to the next ones of the same
 * version. Of a new version it is empty.
 */
function contentOf({ oldVersion, newVersion, revision, hashes }) {
    if (newVersion !== oldVersion)
        return {};
    if (revision !== null)
        return { content: revision.new };
    const lines = hashes.map(({ file, newHash }) => JSON.stringify([file, newHash])).toSorted();
    return { content: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(lines.join('\n')).digest('hex').slice(0, 16) };
}
/**
 * Whether a pull request takes an older one's place, by what both are about:
 *
 *     the same packages at the same versions     no: it is another one for the same
 *     no group, and the older one has a package of it   yes: an older version, a set that is none any more, a group that was given up
 *     a group, and the older one is of the same group   yes, where they share a package
 *     a group, and the older one is of another, or none  yes, where the group has all of its packages
 */
function takesPlaceOf({ subjects, group }, old) {
    const shared = old.packages.filter((one) => subjects.some((subject) => isOf(one, subject)));
    const isAll = shared.length === old.packages.length;
    if (shared.length === 0)
        return false;
    if (old.group === group && isAll && subjects.length === shared.length) {
        if (subjects.every((subject) => shared.some((one) => isAt(one, subject))))
            return false;
    }
    return group === null || old.group === group || isAll;
}
/** Whether a marker's package is the subject, with nothing new about it. Hashes that were made anew once more are no other version. */
function isAt(marked, subject) {
    return (isOf(marked, subject) &&
        marked.version === subject.newVersion &&
        (subject.revision === null || marked.content === contentOf(subject).content));
}
/** By what the dashboard knows a package on its way to a version. */
function wishKey({ name, package: reference, version }) {
    const text = JSON.stringify([name, reference, version]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 18809:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ hasOldFiles),
/* harmony export */   w: () => (/* binding */ readBase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71175);
/* harmony import */ var _repository_github_git_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27067);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15030);




/**
 * The newest commit of the base branch, which has each file as the checkout had it. Only the folders on the way to the files are
 * listed. `checkout`: the commit that is checked out. Throws BASE_MISSING, CHECKOUT_STALE.
 */
async function readBase(destination, files, checkout) {
    const { upstream, base } = destination;
    const branch = new _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_1__/* .BranchHead */ .h(upstream, base);
    const checkoutState = { kind: 'at', head: { commit: checkout, tree: '' } };
    const left = new Set([checkout]);
    for (;;) {
        const head = await readHead(branch, upstream);
        const difference = await findDifference((0,_destination_js__WEBPACK_IMPORTED_MODULE_3__/* .foldersOf */ .pd)(destination, upstream, head), files);
        if (difference === null)
            return head;
        // A job that was started by a push can be quicker than GitHub: what it reads of the branch may be half a minute old.
        const isOld = !left.has(head.commit) && (await branch.contains(checkoutState, head.commit));
        if (!isOld)
            throw staleCheckout(branch, upstream, head, difference);
        left.add(head.commit);
        branch.leave({ kind: 'at', head });
    }
}
async function readHead(branch, { repository }) {
    const state = await branch.read();
    if (state.kind === 'at')
        return state.head;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'BASE_MISSING',
        subject: `${repository} branch ${JSON.stringify(branch.branch)}`,
        reason: state.kind === 'empty' ? 'the repository is empty' : 'there is no such branch'
    });
}
/** The first file that is not as the checkout has it, and in what; null: there is none. */
async function findDifference(trees, files) {
    for (const file of files) {
        const words = differenceOf(await findFile(trees, file.path), file);
        if (words !== null)
            return { path: file.path, words };
    }
    return null;
}
function staleCheckout({ branch }, { repository }, { commit }, { path, words }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'CHECKOUT_STALE',
        subject: `${repository} branch ${JSON.stringify(branch)}, ${path}`,
        reason: `${words} at ${commit.slice(0, 12)}`
    });
}
/** Whether a commit has each file as the checkout had it. */
async function hasOldFiles(trees, files) {
    for (const { path, oldBlob } of files) {
        const found = await findFile(trees, path);
        if ((found.kind === 'blob' ? found.sha : null) !== oldBlob)
            return false;
    }
    return true;
}
async function findFile(trees, path) {
    const found = await trees.find(path);
    return found.kind === 'unknown' ? trees.findByPath(path) : found;
}
/** What the base branch has instead of the checkout's file, in words. */
function differenceOf(found, { mode, oldBlob, content }) {
    if (found.kind !== 'blob')
        return oldBlob === null ? null : 'the branch does not have it';
    if (found.sha === (0,_repository_github_git_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .blobSha */ .w)(content))
        return 'the branch already has what this run would write';
    if (oldBlob === null)
        return 'it is new in the checkout, and the branch has it by now';
    if (found.sha !== oldBlob)
        return 'it was changed on the branch since the checkout was made';
    if (found.mode !== null && found.mode !== mode) {
        return `its mode is ${found.mode} there and ${mode} in the checkout`;
    }
    return null;
}


/***/ }),

/***/ 1795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pj: () => (/* binding */ longestBody),
  lc: () => (/* binding */ renderBody),
  Hn: () => (/* binding */ workflowTokenNote)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/sync/counts.ts
var sync_counts = __webpack_require__(56951);
// EXTERNAL MODULE: ./src/sync/report/beside-words.ts
var beside_words = __webpack_require__(56806);
// EXTERNAL MODULE: ./src/sync/told-markdown.ts
var told_markdown = __webpack_require__(81754);
// EXTERNAL MODULE: ./src/sync/propose/about.ts
var about = __webpack_require__(36759);
// EXTERNAL MODULE: ./src/sync/propose/marker.ts
var propose_marker = __webpack_require__(41566);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/nix/flake-command.ts
var flake_command = __webpack_require__(54266);
// EXTERNAL MODULE: ./src/sync/propose/title.ts
var title = __webpack_require__(2864);
;// CONCATENATED MODULE: ./src/sync/propose/try-it.ts



/** Of many packages nobody types more. */
const mostPackages = 5;
/**
 * Lines for a shell that build what the branch has; none for a package whose names would have to be escaped in more than one language. Of
 * many packages the first few.
 */
function tryCommands(changes, place) {
    const lines = changes.flatMap((change) => commandsOf(change, place));
    const [checkout, builds] = [lines.filter(isCheckout), lines.filter((line) => !isCheckout(line))];
    return [...new Set([...checkout, ...builds.slice(0, mostPackages)])];
}
function isCheckout(line) {
    return line.startsWith('gh pr checkout ');
}
function commandsOf(change, place) {
    const { package: reference, name } = change;
    if (reference.kind === 'flake') {
        const { folder, attribute } = reference;
        const line = (0,flake_command/* buildCommand */.O)({ ...place, folder, at: { branch: place.branch } }, attribute);
        return line === null ? [] : [line];
    }
    const build = (0,title/* isNixpkgs */.Lo)(change, place.upstream)
        ? buildAttribute(null, reference.attribute || packageFolder(reference.path) || name)
        : buildFile(reference.path, reference.attribute);
    if (build === null)
        return [];
    const [owner = ''] = place.repository.split('/');
    // `gh pr checkout` takes the branch as well as the number, which is not known before the text is written.
    const branch = place.isFork ? `${owner}:${place.branch}` : place.branch;
    return [`gh pr checkout ${(0,harmless/* shellWord */.r7)(branch)}`, build];
}
const plainPath = /^[\w./+-]+$/;
const plainAttribute = /^[\w."'+-]*$/;
/** `infer` of `pkgs/by-name/in/infer/package.nix`; empty for other files. */
function packageFolder(path) {
    return /^(?:\.\/)?pkgs\/by-name\/[^/]+\/([^/]+)\//.exec(path)?.[1] ?? '';
}
function buildFile(path, attribute) {
    const file = `./${path.replace(/^(\.\/)+/, '')}`;
    if (attribute !== '')
        return buildAttribute(file, attribute);
    if (!plainPath.test(file))
        return null;
    // As it stands, or called with callPackage: the file tells which.
    return `nix-build -E 'let f = import ${file}; in if builtins.isFunction f then (import <nixpkgs> { }).callPackage f { } else f'`;
}
function buildAttribute(file, attribute) {
    if (!plainAttribute.test(attribute))
        return null;
    const words = ['nix-build', ...(file === null ? [] : [file]), '-A', attribute];
    return words.map(harmless/* shellWord */.r7).join(' ');
}

;// CONCATENATED MODULE: ./src/sync/propose/body.ts










/** Characters. GitHub takes 65,536, of which people may want some. */
const longestBody = 60_000;
/** How much of each list is shown. `packages`: of several, those that have a section; `table`: those that have a row. */
const details = [
    { name: 'everything', rows: Infinity, notes: 50, packages: Infinity, table: Infinity },
    { name: 'the first hundred hashes', rows: 100, notes: 10, packages: Infinity, table: Infinity },
    { name: 'the first ten hashes', rows: 10, notes: 3, packages: Infinity, table: Infinity },
    { name: 'counts', rows: 0, notes: 0, packages: Infinity, table: Infinity },
    { name: 'a table', rows: 0, notes: 3, packages: 0, table: 200 },
    { name: 'the first rows of a table', rows: 0, notes: 0, packages: 0, table: 20 }
];
/** Of one package there is no table. */
function isOfOne({ packages }) {
    return packages > 0;
}
/** Said in the pull request and in the run's notes. https://docs.github.com/en/actions/concepts/security/github_token */
const workflowTokenNote = 'The checks of a pull request that the workflow’s own token opened do not start by themselves: somebody who may write presses “Approve workflows to run”. With an App’s token as `token` they start.';
/**
 * The pull request's text, between two comments that mark it as ours. Everything that comes from the package is escaped. A text of more
 * than `longest` characters is told with shorter lists, at last with counts alone, and says so.
 *
 * @param computed for the marker; null: nobody compares it
 */
function renderBody(proposal, context, longest = longestBody, computed = null) {
    const marker = {
        packages: proposal.parts.map(({ change }) => (0,about/* markedOf */.wj)(change)),
        group: proposal.group,
        digest: digestOf(proposal, context),
        ...(computed && { computed })
    };
    let text = '';
    const possible = proposal.parts.length === 1 ? details.filter(isOfOne) : details;
    for (const detail of possible) {
        text = (0,propose_marker/* markBlock */.FU)(marker, render(proposal, context, detail));
        if (text.length <= longest)
            break;
    }
    return text;
}
/** Of what the text says, less what differs from run to run although nothing has changed: how long it took, what a program printed. */
function digestOf(proposal, context) {
    const parts = proposal.parts.map((part) => ({
        ...part,
        counts: null,
        checks: part.checks.map((check) => ({ ...check, detail: '' }))
    }));
    const text = render({ ...proposal, parts }, { ...context, runUrl: null }, details[0]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
function render(proposal, context, detail) {
    const { parts, notes, formattedWith } = proposal;
    const [only] = parts;
    const isOne = only !== undefined && parts.length === 1;
    return [
        ...(isOne ? partBlocks(only, detail, '### Checks') : packageBlocks(proposal, detail)),
        ...tryIt(parts, context.place),
        '### How it was made',
        howItWasMade(proposal, context),
        ...(formattedWith === null
            ? []
            : [`The changed files were formatted with ${(0,markdown/* markdownCode */.D9)(formattedWith)}.`]),
        ...(context.isWorkflowToken ? [workflowTokenNote] : []),
        ...notes.slice(0, detail.notes).map((note) => `> **Note:** ${(0,markdown/* markdownWords */.Lx)(note, 500)}`)
    ].join('\n\n');
}
/** Several packages: what becomes of each, and then a section for each. */
function packageBlocks({ parts, group }, detail) {
    const rows = parts
        .slice(0, detail.table)
        .map((part) => [
        (0,markdown/* markdownCode */.D9)(part.change.name, 100),
        ...stepOf(part.change),
        linksOf(part).join(', ')
    ]);
    const hidden = parts.length - rows.length;
    const of = group === null ? '' : ` of ${(0,markdown/* markdownCode */.D9)(group, 100)}`;
    const together = group === null ? ' that belong together' : '';
    return [
        `Updates ${(0,src_text/* count */.U9)(parts.length, 'package')}${of}${together}.`,
        ...(0,markdown/* table */.tp)(['Package', 'From', 'To', 'Links'], rows),
        ...(hidden > 0 ? [`And ${(0,src_text/* count */.U9)(hidden, 'more package')}.`] : []),
        ...(detail.packages === 0
            ? [`See the files for what changed. This text shows ${detail.name}.`]
            : parts.flatMap((part) => [
                `### ${(0,markdown/* markdownCode */.D9)(part.change.name, 100)}`,
                ...partBlocks(part, detail, '**Checks**')
            ]))
    ];
}
/** `From` and `To` in the table. */
function stepOf({ oldVersion, newVersion, revision }) {
    const code = (text) => (text === null ? '' : (0,markdown/* markdownCode */.D9)(text, 80));
    if (newVersion !== null && newVersion !== oldVersion)
        return [code(oldVersion), code(newVersion)];
    if (revision === null)
        return [code(oldVersion), 'new hashes'];
    return [code(revision.old.slice(0, 12)), code(revision.new.slice(0, 12))];
}
/** What is told of one package. */
function partBlocks(part, detail, checksHeading) {
    const { change, told, checks } = part;
    const hidden = change.hashes.length - detail.rows;
    return [
        whatChanged(part),
        ...hashTable(change.hashes.slice(0, detail.rows)),
        ...(hidden > 0
            ? [
                `${(0,src_text/* count */.U9)(hidden, 'more hash', 'more hashes')} changed: see the files. This text shows ${detail.name}.`
            ]
            : []),
        ...versionEdits(change, detail),
        ...(0,told_markdown/* toldBlocks */.w)(told, detail.rows),
        ...(0,beside_words/* besideBlocks */.V)(change.beside, detail.rows),
        ...(checks.length === 0 ? [] : [checksHeading, checks.map(checkLine).join('\n')])
    ];
}
function linksOf({ releaseUrl, compareUrl }) {
    return [
        ...(releaseUrl === null ? [] : [(0,markdown/* markdownLink */.iQ)('release', releaseUrl)]),
        ...(compareUrl === null ? [] : [(0,markdown/* markdownLink */.iQ)('what changed', compareUrl)])
    ];
}
function whatChanged(part) {
    const { name, oldVersion, newVersion, revision } = part.change;
    const links = linksOf(part);
    const more = links.length === 0 ? '' : ` (${links.join(', ')})`;
    const code = (0,markdown/* markdownCode */.D9)(name);
    if (newVersion === null || newVersion === oldVersion) {
        if (revision !== null) {
            const { old, new: commit } = revision;
            return `Updates the source of ${code} from ${(0,markdown/* markdownCode */.D9)(old)} to ${(0,markdown/* markdownCode */.D9)(commit)}${more}.`;
        }
        const which = newVersion === null ? '' : ` ${(0,markdown/* markdownCode */.D9)(newVersion, 80)}`;
        return `Recomputes the hashes of ${code}${which}, which were no longer those of what they stand for${more}.`;
    }
    const from = oldVersion === null ? '' : ` from ${(0,markdown/* markdownCode */.D9)(oldVersion, 80)}`;
    return `Updates ${code}${from} to ${(0,markdown/* markdownCode */.D9)(newVersion, 80)}${more}.`;
}
function hashTable(hashes) {
    if (hashes.length === 0)
        return [];
    const rows = hashes.map(({ file, line, derivations, systems, oldHash, newHash }) => (0,markdown/* tableRow */.jD)([
        (0,markdown/* markdownCode */.D9)(`${file}:${line}`),
        codes(derivations),
        codes(systems),
        oldHash === null ? 'none' : (0,markdown/* markdownCode */.D9)(oldHash, 120),
        (0,markdown/* markdownCode */.D9)(newHash, 120)
    ]));
    return [
        [...(0,markdown/* tableHead */.PP)(['File', 'Derivation', 'System', 'Old hash', 'New hash']), ...rows].join('\n')
    ];
}
function versionEdits({ versions, revision }, { rows }) {
    const lines = versions
        .slice(0, rows)
        .map(({ file, line, text, replacement }) => `- ${(0,markdown/* markdownCode */.D9)(`${file}:${line}`)}: ${(0,markdown/* markdownCode */.D9)(text, 80)} → ${(0,markdown/* markdownCode */.D9)(replacement, 80)}`);
    const what = revision === null ? 'The version is' : 'The version and the source’s commit are';
    return lines.length === 0 ? [] : [`${what} written in:\n\n${lines.join('\n')}`];
}
function checkLine({ name, result, detail }) {
    const names = {
        evaluate: 'evaluates',
        build: 'builds',
        'smoke-test': 'smoke test',
        format: 'formatted'
    };
    const mark = result === 'passed' ? '✅' : '➖';
    const words = (0,markdown/* markdownWords */.Lx)(detail, 300);
    return `- ${mark} ${names[name]}${result === 'skipped' ? ' (not checked)' : ''}${words === '' ? '' : `: ${words}`}`;
}
function tryIt(parts, place) {
    const commands = tryCommands(parts.map(({ change }) => change), place);
    return commands.length === 0 ? [] : ['### Try it', ['```sh', ...commands, '```'].join('\n')];
}
function howItWasMade({ parts }, { runUrl }) {
    const by = `nar-publish ${version/* version */.r}`;
    const known = parts.flatMap(({ counts }) => counts ?? []);
    const all = (0,sync_counts/* noCounts */.Yi)();
    for (const counts of known)
        (0,sync_counts/* addCounts */.c5)(all, counts);
    const effort = [
        (0,src_text/* count */.U9)((0,sync_counts/* evaluationsIn */.rq)(all), 'evaluation'),
        `${(0,src_text/* count */.U9)(all.rounds, 'round')} of building`,
        (0,src_text/* count */.U9)(all.builds, 'build')
    ].join(', ');
    const words = known.length === 0 ? '' : `: ${effort}`;
    return `${runUrl === null ? by : (0,markdown/* markdownLink */.iQ)(by, runUrl)} traced each hash to the derivation that it feeds and took its new value from Nix${words}.`;
}
function codes(names) {
    const shown = names.slice(0, 6).map((name) => (0,markdown/* markdownCode */.D9)(name, 100));
    return [...shown, ...(names.length > 6 ? ['…'] : [])].join(', ');
}


/***/ }),

/***/ 62197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wI: () => (/* binding */ askRefusal),
  ho: () => (/* binding */ bookOf),
  yC: () => (/* binding */ branchFor),
  oI: () => (/* binding */ endsOf),
  om: () => (/* binding */ historyOf),
  KA: () => (/* binding */ inputsDigest),
  i9: () => (/* binding */ isAsComputed),
  O2: () => (/* binding */ isUntouched),
  De: () => (/* binding */ isWished),
  EM: () => (/* binding */ mayOpen),
  N4: () => (/* binding */ note),
  Ce: () => (/* binding */ openBook),
  a: () => (/* binding */ openOnes),
  Kd: () => (/* binding */ possibleBranches)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/github/branch-head.ts
var branch_head = __webpack_require__(71175);
// EXTERNAL MODULE: ./src/repository/github/matching-branches.ts
var matching_branches = __webpack_require__(77932);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/repository/github/api.ts + 4 modules
var api = __webpack_require__(60021);
// EXTERNAL MODULE: ./src/repository/github/pull-request-shape.ts
var pull_request_shape = __webpack_require__(7823);
// EXTERNAL MODULE: ./src/repository/github/repository.ts
var github_repository = __webpack_require__(86264);
;// CONCATENATED MODULE: ./src/repository/github/pull-requests.ts




/** A repository's pull requests. Every call is safe to repeat: a reply that was lost is looked up first. */
class PullRequests {
    #api;
    /** @param api of the repository that they are opened in */
    constructor(api) {
        this.#api = api;
    }
    /** The open one of these ends: GitHub has at most one. */
    async find(ends) {
        const [found] = await this.#between(ends, 'open');
        return found ?? null;
    }
    /** As it is now. */
    async read(number) {
        return this.#api.call({
            route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
            parameters: { pull_number: number }
        }, pull_request_shape/* pullRequestShape */.o);
    }
    /** All that there ever were of these ends, newest first; of a branch with thousands the newest 300. */
    async history(ends) {
        return this.#between(ends, 'all');
    }
    /** Those with that base, newest first. `isAll`: there are no older ones. */
    async newest(base, pages, state) {
        const most = pages * api/* perPage */.x;
        const pullRequests = await this.#list({ state, base }, most);
        return { pullRequests, isAll: pullRequests.length < most };
    }
    /**
     * Opens it; one that somebody opened meanwhile with the same ends is as good. Throws PULL_REQUESTS_FORBIDDEN, DRAFT_REFUSED,
     * TOKEN_FORBIDDEN, GITHUB_REFUSED.
     */
    async open({ ends, title, body, draft }) {
        const [owner = ''] = ends.repository.split('/');
        const isFork = !(0,github_repository/* isSameName */.y)(ends.repository, this.#api.repository);
        const patience = this.#api.patience();
        let isShut = false;
        let mayBeOurs = false;
        for (;;) {
            await this.#api.content.turn();
            const reply = await this.#api.ask({
                route: 'POST /repos/{owner}/{repo}/pulls',
                parameters: {
                    title,
                    body,
                    draft,
                    base: ends.base,
                    ...(isFork
                        ? {
                            head: `${owner}:${ends.branch}`,
                            head_repo: ends.repository,
                            maintainer_can_modify: !isShut
                        }
                        : { head: ends.branch })
                }
            }, pull_request_shape/* pullRequestShape */.o, ['lost', 'exists', 'no-fork-edits']);
            if (reply.kind === 'done') {
                return { pullRequest: reply.data, isNew: true, isShut };
            }
            if (reply.kind === 'no-fork-edits') {
                if (!isFork || isShut)
                    throw reply.error;
                isShut = true;
                continue;
            }
            if (reply.kind === 'lost') {
                mayBeOurs = true;
                await patience.wait(reply);
            }
            const pullRequest = await this.find(ends);
            if (pullRequest !== null)
                return { pullRequest, isNew: mayBeOurs, isShut };
            // It is there, but lists are late.
            if (reply.kind === 'exists')
                await patience.wait({ ...reply, kind: 'not-visible-yet' });
        }
    }
    async update(number, changes) {
        await this.#api.content.turn();
        await this.#api.call({
            route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
            parameters: { pull_number: number, ...changes }
        }, schemas/* unknown */.L5J());
    }
    /** GitHub's reason when it does not take them: then none was added. */
    async addLabels(number, labels) {
        return this.#tryTo('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
            issue_number: number,
            labels
        });
    }
    /** GitHub's reason when it asks none of them. */
    async requestReviews(number, reviewers, teams) {
        return this.#tryTo('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
            pull_number: number,
            reviewers,
            team_reviewers: teams
        });
    }
    /** Everybody who was ever asked, those who answered or were taken off again included. */
    async everAsked(number) {
        const events = await this.#api.callPages({
            route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
            parameters: { issue_number: number }
        }, schemas/* object */.Ikc({
            requested_reviewer: pull_request_shape/* login */.i.nullish(),
            requested_team: schemas/* object */.Ikc({ slug: schemas/* string */.YjP() }).nullish()
        }));
        return {
            reviewers: events.flatMap(({ requested_reviewer: one }) => (one ? [one.login] : [])),
            teams: events.flatMap(({ requested_team: one }) => (one ? [one.slug] : []))
        };
    }
    /** Says `body`, once: not when `author` has said just that before. */
    async comment(number, author, body) {
        const shape = schemas/* object */.Ikc({ user: pull_request_shape/* login */.i.nullable(), body: schemas/* string */.YjP().nullish() });
        const patience = this.#api.patience();
        for (;;) {
            const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
            const parameters = { issue_number: number };
            const comments = await this.#api.callPages({ route, parameters }, shape);
            if (comments.some((one) => one.user?.login === author && one.body === body))
                return;
            await this.#api.content.turn();
            const reply = await this.#api.ask({
                route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
                parameters: { issue_number: number, body }
            }, schemas/* unknown */.L5J(), ['lost']);
            if (reply.kind === 'done')
                return;
            await patience.wait(reply);
        }
    }
    async #between({ repository, branch, base }, state) {
        const [owner = ''] = repository.split('/');
        const found = await this.#list({ state, head: `${owner}:${branch}`, base }, 3 * api/* perPage */.x);
        // Two repositories of one owner may have a branch of that name.
        return found.filter(({ head }) => (0,github_repository/* isSameName */.y)(head.repository ?? '', repository));
    }
    async #list(parameters, most) {
        return this.#api.callPages({ route: 'GET /repos/{owner}/{repo}/pulls', parameters: { state: 'open', ...parameters } }, pull_request_shape/* pullRequestShape */.o, most);
    }
    async #tryTo(route, parameters) {
        await this.#api.content.turn();
        const reply = await this.#api.ask({ route, parameters }, schemas/* unknown */.L5J(), ['final']);
        return reply.kind === 'done' ? null : reply.error.reason;
    }
}

// EXTERNAL MODULE: ./src/repository/github/refusal.ts
var github_refusal = __webpack_require__(24282);
// EXTERNAL MODULE: ./src/repository/github/viewer.ts
var viewer = __webpack_require__(17810);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/sync/propose/about.ts
var propose_about = __webpack_require__(36759);
// EXTERNAL MODULE: ./src/sync/propose/destination.ts
var propose_destination = __webpack_require__(15030);
// EXTERNAL MODULE: ./src/sync/propose/marker.ts
var propose_marker = __webpack_require__(41566);
// EXTERNAL MODULE: ./src/sync/propose/title.ts
var title = __webpack_require__(2864);
;// CONCATENATED MODULE: ./src/sync/propose/book.ts













/** Of a repository with thousands of pull requests only the newest are looked through. */
const pages = 3;
/** Branches of ours that are asked for where there are more. */
const mostBranches = 20;
/**
 * Asks once what many pull requests ask of a repository: a handful of requests, whatever their number. Throws FORK_INVALID,
 * REPOSITORY_NOT_FOUND, REPOSITORY_READ_ONLY.
 */
async function openBook(run) {
    const book = bookOf(run, await (0,propose_destination/* openDestination */.xB)(run));
    const { destination, pullRequests } = book;
    const { upstream, base } = destination;
    book.login = await (0,viewer/* readLogin */.mN)(upstream);
    book.base = await new branch_head/* BranchHead */.h(upstream, base).read();
    const newest = await pullRequests.newest(base, pages, 'all');
    book.isAll = newest.isAll;
    book.seen = new Map(newest.pullRequests.map((one) => [one.number, one]));
    if (!newest.isAll) {
        for (const one of await openOnesOf(book, title/* branchFolder */.dU))
            book.seen.set(one.number, one);
    }
    return book;
}
/** For one pull request, which asks for what it needs. */
function bookOf(run, destination) {
    const { upstream, head } = destination;
    return {
        ...{ run, destination },
        pullRequests: new PullRequests(upstream),
        ...{
            login: null,
            seen: null,
            isAll: false,
            base: null,
            refusal: undefined,
            dashboard: undefined
        },
        histories: new Map(),
        taken: new Map(),
        wishes: new Set(),
        get requests() {
            return upstream.requests + (head === upstream ? 0 : head.requests);
        },
        get openOnes() {
            return ownOnes(this).length;
        }
    };
}
/** Open pull requests of ours: with our marker, from a branch of the repository that ours are in, and by the token's owner where that is known. */
function ownOnes({ seen, login, destination: { head } }) {
    return [...(seen?.values() ?? [])].filter((one) => one.state === 'open' &&
        (0,github_repository/* isSameName */.y)(one.head.repository ?? '', head.repository) &&
        (login === null || (0,viewer/* isViewer */.Z$)(one.author, login)) &&
        (0,propose_marker/* readMarkedText */.MW)(one.body) !== null);
}
/**
 * Whether a change may be proposed while fewer than `limit` of ours are open. What is open is brought up to date, what takes the place of an open one
 * adds none, and what somebody has asked for is wanted whatever the limit.
 */
function mayOpen(book, limit, subjects = [], group = null) {
    if (isWished(book, subjects))
        return true;
    const own = ownOnes(book);
    return (own.length < limit ||
        own.some((one) => {
            const marker = (0,propose_marker/* readMarkedText */.MW)(one.body)?.marker;
            const isReplaced = marker !== undefined && (0,propose_about/* takesPlaceOf */.ZN)({ subjects, group }, marker);
            return isReplaced || (0,propose_about/* isAbout */.KH)(one, subjects, group);
        }));
}
/** A pull request as it is by now. */
function note({ seen, histories }, pullRequest) {
    seen?.set(pullRequest.number, pullRequest);
    histories.delete(pullRequest.head.branch);
}
/** The pull requests that there were from a branch, newest first, as far as the book tells; else they are asked for. */
async function historyOf(book, branch) {
    const { destination, pullRequests, seen, isAll, histories } = book;
    if (seen !== null && isAll) {
        return [...seen.values()]
            .filter(({ head }) => head.branch === branch)
            .filter(({ head }) => (0,github_repository/* isSameName */.y)(head.repository ?? '', destination.head.repository))
            .toSorted((a, b) => b.number - a.number);
    }
    const known = histories.get(branch) ?? (await pullRequests.history(endsOf(destination, branch)));
    histories.set(branch, known);
    return known;
}
function endsOf({ head, base }, branch) {
    return { repository: head.repository, branch, base };
}
/**
 * Open ones that one of ours may take the place of: the newest of all; where there are more, also those of branches that are named as a
 * package's are by default.
 */
async function openOnes(book, names) {
    if (book.seen !== null)
        return [...book.seen.values()].filter(({ state }) => state === 'open');
    const [name, ...others] = names;
    const prefix = name === undefined || others.length > 0 ? title/* branchFolder */.dU : (0,title/* branchPrefix */.$j)(name);
    return openOnesOf(book, prefix);
}
async function openOnesOf({ destination, pullRequests }, prefix) {
    const { head, base } = destination;
    const newest = await pullRequests.newest(base, pages, 'open');
    if (newest.isAll)
        return newest.pullRequests;
    const known = new Set(newest.pullRequests.map(({ head: { branch } }) => branch));
    const branches = (await (0,matching_branches/* branchesWith */.z)(head, prefix)).filter((branch) => !known.has(branch));
    const found = [];
    for (const branch of branches.slice(-mostBranches)) {
        const one = await pullRequests.find(endsOf(destination, branch));
        if (one !== null)
            found.push(one);
    }
    return [...newest.pullRequests, ...found];
}
/** Asks, once, whether GitHub would refuse a branch or a pull request. `branch`: one of those that are meant. */
async function askRefusal(book, branch) {
    if (book.refusal !== undefined)
        return book.refusal;
    const { upstream, head, base } = book.destination;
    const { token } = book.run.destination;
    const refusal = (await (0,github_refusal/* refusalOf */.O)(head, { branch, isThere: null }, token)) ??
        (await (0,github_refusal/* proposalRefusal */.r)(upstream, base));
    book.refusal = refusal;
    return refusal;
}
/**
 * The branch of a change. Two packages of one name and version have one each: the second one's ends with a digest of how it is referred to. Throws
 * INPUT_INVALID where one branch is given for several changes of a run.
 */
async function branchFor(book, subjects, group) {
    const possible = possibleBranches(book.run.destination, subjects, group);
    const [plain, own] = possible;
    if (book.seen === null)
        return plain;
    const about = aboutOf(subjects, group);
    for (const branch of possible) {
        const taken = book.taken.get(branch);
        if (taken !== undefined && taken !== about)
            continue;
        const history = await historyOf(book, branch);
        const isOthers = history.some(({ body }) => (0,propose_marker/* readMarkedText */.MW)(body) !== null);
        if (taken === about || !isOthers || history.some((one) => (0,propose_about/* isAbout */.KH)(one, subjects, group))) {
            book.taken.set(branch, about);
            return branch;
        }
    }
    if (own !== undefined)
        return own;
    if (!book.taken.has(plain))
        return plain;
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: 'input branch',
        reason: `${JSON.stringify(plain)} is one branch, and this run has more than one pull request`,
        hint: 'Leave it out: each gets a branch of its own. Or make one pull request of all, by `group`.'
    });
}
/** The name that a change's branch has as a rule, and the one that it has beside another change's of that name, if it may have one. */
function possibleBranches({ branch }, subjects, group) {
    if (branch !== null)
        return [branch];
    const plain = (0,title/* proposalBranch */.hj)({ changes: subjects, group });
    const own = `${plain}-${digestOf(aboutOf(subjects, group)).slice(0, 7)}`;
    return group === null ? [plain, own] : [plain];
}
function aboutOf(subjects, group) {
    // Of a group some may have failed by the time that it is proposed.
    const references = group === null ? subjects.map(({ package: { text } }) => text) : [];
    return JSON.stringify([group, ...references.toSorted()]);
}
/** What a pull request of that title is made by, besides its packages; null: the run does not say. `head`: commit of the checkout. */
function inputsDigest({ run }, head, title) {
    if (run.computedBy === undefined)
        return null;
    const { title: given, labels, reviewers, draft } = run.destination;
    const all = [version/* version */.r, run.computedBy, head, title, given, labels, reviewers, draft];
    return digestOf(JSON.stringify(all));
}
/**
 * Whether an open pull request of ours is what computing the subjects anew would give: it was made by the same inputs, to the same versions, from the
 * commit that is checked out and is base's newest, its title is as it was, and nobody has touched its branch.
 */
function isAsComputed(book, pullRequest, subjects, group) {
    const marker = (0,propose_marker/* readMarkedText */.MW)(pullRequest.body)?.marker;
    const checkout = subjects[0]?.head;
    if (marker?.computed === undefined || checkout === undefined)
        return false;
    return (marker.group === group &&
        (0,propose_about/* areSame */.tj)(marker.packages, subjects.map(propose_about/* markedOf */.wj)) &&
        isUntouched(pullRequest, marker) &&
        book.base?.kind === 'at' &&
        book.base.head.commit === checkout &&
        marker.computed.inputs === inputsDigest(book, checkout, pullRequest.title));
}
/** Whether its branch is where the run left it that wrote the marker. */
function isUntouched({ head }, { computed }) {
    return computed?.commit === head.commit;
}
/** Whether somebody has asked for one of them by the dashboard. */
function isWished({ wishes }, subjects) {
    return subjects.map(propose_about/* markedOf */.wj).some((one) => wishes.has((0,propose_about/* wishKey */.lQ)(one)));
}
function digestOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 40332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ branchNotOurs),
/* harmony export */   NP: () => (/* binding */ isOwn),
/* harmony export */   t6: () => (/* binding */ landOnBranch),
/* harmony export */   uz: () => (/* binding */ foreignWork)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_github_answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72433);
/* harmony import */ var _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71175);
/* harmony import */ var _repository_github_commit_write_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6203);
/* harmony import */ var _repository_github_compare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31105);
/* harmony import */ var _repository_github_git_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27067);
/* harmony import */ var _repository_github_delete_branch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(272);
/* harmony import */ var _repository_github_ref_update_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71361);
/* harmony import */ var _repository_github_tree_write_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88658);
/* harmony import */ var _repository_landing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1956);
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(18809);
/* harmony import */ var _commit_message_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(22355);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(15030);













/**
 * Brings the pull request's branch to where it holds exactly the files, on the newest base: by a commit on top of what is there, never by
 * force. When base has moved on since, the commit merges it. A branch that was left behind where it was merged, and is not ours alone, is
 * begun anew. Throws BRANCH_NOT_OURS before anything is written when it cannot tell whose the branch is, HEAD_MOVED, FORK_STALE.
 */
async function landOnBranch(destination, wanted) {
    const { head: api, isFork } = destination;
    const branch = new _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_2__/* .BranchHead */ .h(api, wanted.name);
    if (isFork)
        await (0,_destination_js__WEBPACK_IMPORTED_MODULE_12__/* .bringCommit */ .IE)(destination, wanted.base.commit);
    let tree = null;
    const tryOnce = async (state) => {
        const standing = await readStanding(destination, wanted, state);
        if (standing.kind === 'merged') {
            const isGone = await (0,_repository_github_delete_branch_js__WEBPACK_IMPORTED_MODULE_6__/* .deleteBranch */ .S)(api, branch, destination.headId, standing.commit);
            if (isGone)
                branch.leave(state);
            return isGone ? tryOnce({ kind: 'missing' }) : null;
        }
        if (standing.kind === 'foreign')
            return { change: 'none', why: standing.why };
        if (standing.kind === 'as-wanted') {
            const { commit, author } = standing;
            return { branch, commit, change: 'kept', author };
        }
        // Base and files are the same whatever the branch has.
        await api.content.turn();
        tree ??= await (0,_repository_github_tree_write_js__WEBPACK_IMPORTED_MODULE_8__/* .writeFiles */ .hV)(api, wanted.base.tree, wanted.files);
        const message = wanted.message(tree);
        await api.content.turn();
        const made = await (0,_repository_github_commit_write_js__WEBPACK_IMPORTED_MODULE_3__/* .writeCommit */ .r)(api, { message, tree, parents: standing.parents });
        const commit = made.sha;
        if (!(await (0,_repository_github_ref_update_js__WEBPACK_IMPORTED_MODULE_7__/* .updateRef */ .d)(api, branch, state, commit)))
            return null;
        branch.advance(state, { commit, tree });
        const change = state.kind === 'at' ? 'moved' : 'made';
        return { branch, commit, change, author: made.author };
    };
    const contested = {
        ...{ branch: wanted.name, host: api, read: () => branch.read() },
        whyLost: (_, rounds) => `it moved each time while a commit was made for it, after ${rounds} attempts`
    };
    try {
        return await (0,_repository_landing_js__WEBPACK_IMPORTED_MODULE_9__/* .land */ .ob)(contested, await branch.read(), tryOnce, () => 'once more');
    }
    catch (error) {
        if (isFork && error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9 && (0,_repository_github_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .saysMissingObject */ .s)(error)) {
            throw (0,_destination_js__WEBPACK_IMPORTED_MODULE_12__/* .staleFork */ .Ob)(api, error);
        }
        throw error;
    }
}
/** What the branch in this state lacks. Throws BRANCH_NOT_OURS. */
async function readStanding(destination, { name, base, files, merged }, state) {
    if (state.kind !== 'at')
        return { kind: 'behind', parents: [base.commit] };
    const { head: api } = destination;
    const { head } = state;
    const comparison = await (0,_repository_github_compare_js__WEBPACK_IMPORTED_MODULE_4__/* .compareCommits */ .k)(api, base.commit, head.commit);
    const why = foreignWork(comparison);
    if (!isOwn(comparison) && merged.has(head.commit))
        return { kind: 'merged', commit: head.commit };
    if (why !== null)
        return { kind: 'foreign', why };
    if (!isOwn(comparison)) {
        throw branchNotOurs(api, name, 'it holds more commits than nar-publish makes');
    }
    const { commits, mergeBase, behindBy } = comparison;
    // Base has all of it: it was merged, and can be used again.
    if (commits.length === 0)
        return { kind: 'behind', parents: [base.commit] };
    const isBaseOld = behindBy > 0;
    const old = { commit: mergeBase.sha, tree: mergeBase.tree };
    if (holdsExactly(comparison, files) &&
        (!isBaseOld || (await (0,_base_js__WEBPACK_IMPORTED_MODULE_10__/* .hasOldFiles */ .N)((0,_destination_js__WEBPACK_IMPORTED_MODULE_12__/* .foldersOf */ .pd)(destination, api, old), files)))) {
        return { kind: 'as-wanted', commit: head.commit, author: commits.at(-1)?.author ?? null };
    }
    return { kind: 'behind', parents: [head.commit, ...(isBaseOld ? [base.commit] : [])] };
}
/**
 * Whether a branch has nothing that base lacks but commits of ours. One that has nothing at all may be anybody's, `develop` or a release's:
 * it is ours when its newest commit is.
 */
function isOwn(comparison) {
    return comparison?.isWhole === true && newCommits(comparison).every(_commit_message_js__WEBPACK_IMPORTED_MODULE_11__/* .isOwnCommit */ .uv);
}
function newCommits({ commits, mergeBase }) {
    return commits.length === 0 ? [mergeBase] : commits;
}
function branchNotOurs(api, branch, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'BRANCH_NOT_OURS',
        subject: `${api.repository} branch ${JSON.stringify(branch)}`,
        reason
    });
}
/** Which commit of a branch somebody else made, in words; null: none that is known. */
function foreignWork(comparison) {
    if (comparison === null)
        return 'it has nothing in common with the base branch';
    const foreign = newCommits(comparison).find((commit) => !(0,_commit_message_js__WEBPACK_IMPORTED_MODULE_11__/* .isOwnCommit */ .uv)(commit));
    if (foreign === undefined)
        return null;
    const { sha, message, author } = foreign;
    const title = JSON.stringify((message.split('\n')[0] ?? '').slice(0, 100));
    const by = author === null ? '' : ` by ${JSON.stringify(author.slice(0, 100))}`;
    return `commit ${sha.slice(0, 12)}${by}, ${title}, was not made by nar-publish, or was changed since`;
}
function holdsExactly({ files: changed }, files) {
    return (changed.size === files.length &&
        files.every(({ path, content }) => changed.get(path) === (0,_repository_github_git_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .blobSha */ .w)(content)));
}


/***/ }),

/***/ 22355:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gM: () => (/* binding */ proposalMessage),
/* harmony export */   uv: () => (/* binding */ isOwnCommit)
/* harmony export */ });
/* unused harmony exports hashParagraphs, treeTrailer */
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);


const longestList = 100;
/**
 * A commit's message: the title, each hash with what it was, the files that were made anew, and, of a commit that is ours and not the
 * user's own, a last line by which a later run knows it:
 *
 *     Nar-Publish-Tree: <hash of the commit's whole tree>
 *
 * It says what this commit holds, so that it goes wrong as soon as somebody amends the commit, picks it onto another one or rebases
 * it: what a person made of it is theirs. Names are other people's words: they cannot make lines, and so no trailers, nor
 * mentions, references to issues or `[skip ci]`. What several changes share is told once.
 */
function proposalMessage(title, changes, runUrl, tree) {
    const hashes = united(changes.map((change) => change.hashes), ({ file, start }) => `${start} ${file}`);
    const files = united(changes.map(({ beside }) => beside.files), ({ path }) => path);
    return [
        title,
        ...hashParagraphs(hashes),
        ...(files.length === 0
            ? []
            : [
                [
                    'made anew:',
                    ...files.slice(0, longestList).map(({ path }) => `  ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitWord */ .AB)(path, 200)}`)
                ].join('\n')
            ]),
        ...(runUrl === null ? [] : [`run: ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitAddress */ .IR)(runUrl, 300)}`]),
        ...(tree === null ? [] : [treeTrailer(tree)])
    ].join('\n\n');
}
/** Whether one of our runs made a commit with this message and tree. */
function isOwnCommit({ message, tree }) {
    return message.trimEnd().endsWith(`\n\n${treeTrailer(tree)}`);
}
/** Each hash with what it was; of very many the first. */
function hashParagraphs(hashes) {
    const omitted = hashes.length - longestList;
    return [
        ...hashes.slice(0, longestList).map(hashParagraph),
        ...(omitted > 0 ? [`and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(omitted, 'more hash', 'more hashes')}`] : [])
    ];
}
/** The last line of a commit of ours; see proposalMessage. */
function treeTrailer(tree) {
    return `Nar-Publish-Tree: ${tree}`;
}
/** All that the lists have, without what an earlier list has already. */
function united(lists, key) {
    const known = new Set();
    return lists.flatMap((list) => {
        const added = list.filter((item) => !known.has(key(item)));
        for (const item of added)
            known.add(key(item));
        return added;
    });
}
function hashParagraph({ file, line, derivations, systems, oldHash, newHash }) {
    const whose = [...derivations, ...systems].slice(0, 8).map((name) => (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitWord */ .AB)(name, 80));
    return [
        `${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitWord */ .AB)(file, 200)}:${line} (${whose.join(', ')})`,
        `  old: ${oldHash === null ? 'none' : (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitAddress */ .IR)(oldHash, 120)}`,
        `  new: ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitAddress */ .IR)(newHash, 120)}`
    ].join('\n');
}


/***/ }),

/***/ 87328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ declined)
/* harmony export */ });
/* harmony import */ var _about_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36759);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41566);


/**
 * The pull request whose closing is a no to this change; null: there is none. Where it was merged, or closed by a later one of ours, nobody
 * has said no; one that is open, or open again, is a yes; and the newest word counts. One of several packages is a no to just these at
 * just these versions: when another one joins them, or one of them has a newer version, nobody has seen that yet.
 *
 * @param history pull requests from our branch, newest first. GitHub lets nobody open one from there who cannot write to its repository
 *   (https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request), so that a marker in them is no stranger's.
 */
function declined(history, subjects) {
    const wanted = subjects.map(_about_js__WEBPACK_IMPORTED_MODULE_0__/* .markedOf */ .wj);
    const [last] = history
        .filter(({ body, state }) => {
        const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .readMarkedText */ .MW)(body)?.marker;
        // One that a person has opened says nothing of a version.
        if (marker === undefined)
            return state === 'open';
        return (0,_about_js__WEBPACK_IMPORTED_MODULE_0__/* .areSame */ .tj)(marker.packages, wanted);
    })
        .toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
    if (last?.state !== 'closed')
        return null;
    return (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .readMarkedText */ .MW)(last.body)?.marker.superseded === true ? null : last;
}


/***/ }),

/***/ 15030:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IE: () => (/* binding */ bringCommit),
/* harmony export */   Ob: () => (/* binding */ staleFork),
/* harmony export */   pd: () => (/* binding */ foldersOf),
/* harmony export */   xB: () => (/* binding */ openDestination)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _repository_github_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60021);
/* harmony import */ var _repository_github_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86264);
/* harmony import */ var _repository_github_tree_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40033);
/* harmony import */ var _repository_limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3546);
/* harmony import */ var _repository_pace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50905);







/** One request for each repository. Throws FORK_INVALID, REPOSITORY_NOT_FOUND, REPOSITORY_READ_ONLY. */
async function openDestination(run) {
    const { upstream: place, fork, base } = run.destination;
    const upstream = openApi(run, place);
    const { defaultBranch, id } = await (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .readRepository */ .N)(upstream);
    const opened = { upstream, base: base ?? defaultBranch, folders: new Map() };
    if (fork === null)
        return { ...opened, head: upstream, headId: id, isFork: false };
    const head = openApi(run, fork);
    const { forkedFrom, id: headId } = await (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .readRepository */ .N)(head);
    if (!forkedFrom.some((parent) => (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameName */ .y)(parent, upstream.repository))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'FORK_INVALID',
            subject: head.repository,
            reason: forkedFrom[0] === undefined
                ? `it is no fork, and the pull request goes to ${upstream.repository}`
                : `it is a fork of ${forkedFrom[0]}, and the pull request goes to ${upstream.repository}`
        });
    }
    return { ...opened, head, headId, isFork: true };
}
function openApi({ destination, environment, log, limits, pace }, place) {
    return new _repository_github_api_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubApi */ .y({
        ...place,
        token: destination.token,
        apiUrl: environment.apiUrl,
        isForkPullRequest: environment.isForkPullRequest,
        limits: { ..._repository_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultLimits */ .M, ...limits },
        pace: pace ?? _repository_pace_js__WEBPACK_IMPORTED_MODULE_5__/* .realPace */ .O,
        log
    });
}
/** The folders of a commit, which are listed once however many proposals look into them. */
function foldersOf({ folders }, api, { commit, tree }) {
    const key = `${api.repository} ${commit}`;
    const known = folders.get(key) ?? new _repository_github_tree_read_js__WEBPACK_IMPORTED_MODULE_3__/* .TreeReader */ .w(api, commit, tree);
    folders.set(key, known);
    return known;
}
/**
 * Makes sure that the fork has upstream's commit. As a rule it has: a repository's forks share its objects. Where it does not, its own
 * branch `base` is brought up to date. Throws FORK_STALE.
 */
async function bringCommit({ head, base }, commit) {
    if (await hasCommit(head, commit))
        return;
    head.log.info(`${head.repository} does not have ${commit.slice(0, 12)} yet: its branch ${base} is synced`);
    const reply = await head.ask({ route: 'POST /repos/{owner}/{repo}/merge-upstream', parameters: { branch: base } }, zod__WEBPACK_IMPORTED_MODULE_6__/* .unknown */ .L5J(), ['final', 'not-found']);
    if (reply.kind !== 'done')
        throw staleFork(head, reply.error);
    const patience = head.patience();
    while (!(await hasCommit(head, commit))) {
        const missing = staleFork(head, null);
        await patience.wait({ kind: 'not-visible-yet', error: missing });
    }
}
/** A fork that does not know of a commit that upstream has. */
function staleFork(head, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'FORK_STALE',
        subject: head.repository,
        reason: cause?.reason ?? 'it was synced, and still does not have upstream’s newest commit',
        cause
    });
}
async function hasCommit(head, commit) {
    const reply = await head.ask({
        route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
        parameters: { commit_sha: commit }
    }, zod__WEBPACK_IMPORTED_MODULE_6__/* .unknown */ .L5J(), ['not-visible-yet']);
    return reply.kind === 'done';
}


/***/ }),

/***/ 33246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ invite),
/* harmony export */   e: () => (/* binding */ nobody)
/* harmony export */ });
/* harmony import */ var _repository_github_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86264);

const nobody = { labels: [], reviewers: [] };
/**
 * Adds the labels that are missing, and asks those reviewers who never were: one who has answered, or was taken off, is left in peace.
 * What GitHub refuses is a note; the next run tries it again, as a label may have been made or a person invited by then.
 *
 * @param owner of the repository, whose teams can be asked
 */
async function invite(pullRequests, { pullRequest, isNew }, { labels, reviewers }, owner) {
    const { number } = pullRequest;
    const labelled = await allOrEach(without(labels, pullRequest.labels), (some) => pullRequests.addLabels(number, some));
    const { askable, notes } = sortReviewers(reviewers, pullRequest, owner);
    const present = [...pullRequest.reviewers, ...pullRequest.teams.map((slug) => `${owner}/${slug}`)];
    let missing = without(askable, present);
    if (missing.length > 0 && !isNew) {
        const asked = await pullRequests.everAsked(number);
        missing = without(missing, [...asked.reviewers, ...asked.teams.map((one) => `${owner}/${one}`)]);
    }
    const requested = await allOrEach(missing, (some) => pullRequests.requestReviews(number, some.filter((name) => !isTeam(name)), some.filter(isTeam).map((name) => name.slice(name.indexOf('/') + 1))));
    return {
        isChanged: labelled.isChanged || requested.isChanged,
        notes: [
            ...labelled.refused.map(([name, why]) => `label ${JSON.stringify(name)} was not added: ${why}`),
            ...notes,
            ...requested.refused.map(([name, why]) => `${name} was not asked for a review: ${why}`)
        ]
    };
}
/** Those that cannot be asked at all need no request to find out. */
function sortReviewers(reviewers, { author }, owner) {
    const notes = [];
    const askable = reviewers.filter((name) => {
        const why = (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameName */ .y)(name, author ?? '')
            ? 'the pull request is theirs'
            : isTeam(name) && !(0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameName */ .y)(name.slice(0, name.indexOf('/')), owner)
                ? `only teams of ${owner} can be`
                : null;
        if (why !== null)
            notes.push(`${name} was not asked for a review: ${why}`);
        return why === null;
    });
    return { askable, notes };
}
/** GitHub takes all or none, so that one that it refuses would cost the others: then they go one by one. */
async function allOrEach(items, add) {
    if (items.length === 0)
        return { isChanged: false, refused: [] };
    const why = await add(items);
    if (why === null)
        return { isChanged: true, refused: [] };
    const [first, ...others] = items;
    if (first === undefined || others.length === 0) {
        return { isChanged: false, refused: items.map((item) => [item, why]) };
    }
    const refused = [];
    for (const item of items) {
        const why = await add([item]);
        if (why !== null)
            refused.push([item, why]);
    }
    return { isChanged: refused.length < items.length, refused };
}
function without(wanted, present) {
    return wanted.filter((name) => !present.some((other) => (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameName */ .y)(name, other)));
}
function isTeam(name) {
    return name.includes('/');
}


/***/ }),

/***/ 86881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   _l: () => (/* binding */ leftToPeople),
/* harmony export */   qG: () => (/* binding */ leave)
/* harmony export */ });
/* harmony import */ var _repository_github_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31105);
/* harmony import */ var _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71175);
/* harmony import */ var _about_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36759);
/* harmony import */ var _book_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62197);
/* harmony import */ var _branch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40332);
/* harmony import */ var _decline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87328);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41566);







/**
 * Asks, before hashes are computed, whether people have taken a change in hand: said no to it, or gone on with its pull request. `history`:
 * the pull requests of its branch. Two requests where one of ours is open, none where its branch is seen to be as we left it.
 */
async function leftToPeople(book, history, subjects, group) {
    const { upstream, head, base } = book.destination;
    const no = (0,_book_js__WEBPACK_IMPORTED_MODULE_3__/* .isWished */ .De)(book, subjects) ? null : (0,_decline_js__WEBPACK_IMPORTED_MODULE_5__/* .declined */ .L)(history, subjects);
    if (no !== null)
        return leave(no, 'declined', upstream.log);
    const open = history.find(({ state }) => state === 'open');
    if (open === undefined || !(0,_about_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbout */ .KH)(open, subjects, group))
        return null;
    const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_6__/* .readMarkedText */ .MW)(open.body)?.marker;
    if (marker !== undefined && (0,_book_js__WEBPACK_IMPORTED_MODULE_3__/* .isUntouched */ .O2)(open, marker))
        return null;
    const newest = book.base ?? (await new _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_1__/* .BranchHead */ .h(upstream, base).read());
    if (newest.kind !== 'at')
        return null;
    const why = (0,_branch_js__WEBPACK_IMPORTED_MODULE_4__/* .foreignWork */ .uz)(await (0,_repository_github_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .compareCommits */ .k)(head, newest.head.commit, open.head.commit));
    return why === null ? null : leave(open, 'taken-over', upstream.log, why);
}
/** Says so in the log, too. */
function leave({ number, url, head: { branch } }, operation, log, why) {
    log.info(wordsOf({ operation, number, url }));
    const notes = why === undefined ? [] : [`branch ${JSON.stringify(branch)} is left as it is: ${why}`];
    return { operation, number, url, branch, commit: null, closed: [], notes };
}
/** For the log. */
function wordsOf({ operation, number, url }) {
    return `pull request #${number} ${operation}: ${url}`;
}


/***/ }),

/***/ 50875:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rf: () => (/* binding */ lookAhead),
/* harmony export */   l: () => (/* binding */ leftAhead),
/* harmony export */   l5: () => (/* binding */ saidNo)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _book_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62197);
/* harmony import */ var _decline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87328);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15030);
/* harmony import */ var _invitations_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33246);
/* harmony import */ var _left_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86881);
/* harmony import */ var _superseded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64788);







/**
 * Asks, before hashes are computed, whether people have the change in hand, and whether GitHub would refuse the branch or the pull request.
 * `isChange`: there will be something to propose, and what is refused is thrown: TOKEN_FORBIDDEN, BRANCH_RULE, PULL_REQUESTS_FORBIDDEN, and
 * what opening the repositories throws. Where there may be nothing, or the pull request is open already and may be as it should be, it is
 * a warning.
 */
async function lookAhead(run, change, isChange) {
    const { log } = run;
    let opened = null;
    try {
        opened = (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .bookOf */ .ho)(run, await (0,_destination_js__WEBPACK_IMPORTED_MODULE_3__/* .openDestination */ .xB)(run));
        const branch = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .branchFor */ .yC)(opened, [change], null);
        const refusal = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .askRefusal */ .wI)(opened, branch);
        if (!isChange && refusal === null)
            return { opened, left: null };
        const history = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .historyOf */ .om)(opened, branch);
        const left = isChange ? await (0,_left_js__WEBPACK_IMPORTED_MODULE_5__/* .leftToPeople */ ._l)(opened, history, [change], null) : null;
        if (left !== null || refusal === null)
            return { opened, left };
        const isOpen = history.some(({ state }) => state === 'open');
        if (isChange && !isOpen)
            throw refusal;
        log.warning(`What this run proposes will be refused. ${refusal.message}`);
    }
    catch (error) {
        if (isChange || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9))
            throw error;
        log.warning(`What this run proposes, if anything, will be refused. ${error.message}`);
    }
    return { opened, left: null };
}
/**
 * The same in a run of many: null, and nothing speaks against proposing it. What people have in hand, or declined, is left, and so is what
 * computing it anew would leave as it is. Where the version stays nobody knows yet whether there is a change. Throws what GitHub refuses,
 * and what `branchFor` does. `group`: null of a change by itself.
 */
async function leftAhead(book, subjects, group) {
    const branch = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .branchFor */ .yC)(book, subjects, group);
    const history = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .historyOf */ .om)(book, branch);
    const isChange = subjects.some(({ oldVersion, newVersion, revision }) => newVersion !== oldVersion || revision !== null);
    const left = isChange ? await (0,_left_js__WEBPACK_IMPORTED_MODULE_5__/* .leftToPeople */ ._l)(book, history, subjects, group) : null;
    if (left !== null)
        return left;
    const open = history.find(({ state }) => state === 'open');
    if (open !== undefined && (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .isAsComputed */ .i9)(book, open, subjects, group)) {
        return leaveAsComputed(book, open, subjects, group);
    }
    const refusal = await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .askRefusal */ .wI)(book, branch);
    if (refusal !== null && isChange && open === undefined)
        throw refusal;
    if (refusal !== null)
        book.run.log.warning(`${branch}, if there is anything to write, will be refused. ${refusal.message}`);
    return null;
}
/**
 * The closed pull request that is a no to a change by itself, for a run that would take it into a group: what somebody has declined alone stays
 * out of it. null: there is none, or somebody has asked for it since.
 */
async function saidNo(book, subjects) {
    if ((0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .isWished */ .De)(book, subjects))
        return null;
    const possible = (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .possibleBranches */ .Kd)({ branch: null }, subjects, null);
    // The other name is a rare one, and not worth a request.
    for (const branch of possible.slice(0, book.isAll ? 2 : 1)) {
        const no = (0,_decline_js__WEBPACK_IMPORTED_MODULE_2__/* .declined */ .L)(await (0,_book_js__WEBPACK_IMPORTED_MODULE_1__/* .historyOf */ .om)(book, branch), subjects);
        if (no !== null)
            return (0,_left_js__WEBPACK_IMPORTED_MODULE_5__/* .leave */ .qG)(no, 'declined', book.run.log);
    }
    return null;
}
/** What does no harm to ask for again is done: labels that are missing, and closing what an earlier run came no further to close. */
async function leaveAsComputed(book, open, subjects, group) {
    const { run, base, destination, pullRequests } = book;
    const wanted = { labels: run.destination.labels, reviewers: [] };
    const found = { pullRequest: open, isNew: false };
    const invited = await (0,_invitations_js__WEBPACK_IMPORTED_MODULE_4__/* .invite */ .E)(pullRequests, found, wanted, destination.upstream.owner);
    const baseCommit = base?.kind === 'at' ? base.head.commit : '';
    const { closed, notes } = await (0,_superseded_js__WEBPACK_IMPORTED_MODULE_6__/* .closeSuperseded */ .P)(book, open, { subjects, group }, baseCommit);
    const isChanged = invited.isChanged || closed.length > 0;
    const left = (0,_left_js__WEBPACK_IMPORTED_MODULE_5__/* .leave */ .qG)(open, isChanged ? 'updated' : 'unchanged', run.log);
    return {
        ...left,
        commit: open.head.commit,
        closed,
        notes: [...invited.notes, ...notes]
    };
}


/***/ }),

/***/ 41566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ markBlock),
/* harmony export */   MW: () => (/* binding */ readMarkedText),
/* harmony export */   QX: () => (/* binding */ markSuperseded)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48992);


const packageShape = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    package: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    content: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional()
});
const commonShape = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    superseded: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).optional(),
    digest: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    computed: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ commit: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), inputs: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).optional()
});
/** One package alone stands there as it ever did; several, and a group, as a list. */
const markerShape = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    commonShape
        .extend({ packages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(packageShape).min(1), group: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() })
        .transform(({ group = null, ...marker }) => ({ ...marker, group })),
    commonShape
        .extend(packageShape.shape)
        .transform(({ name, package: reference, version, content, ...marker }) => {
        const only = { name, package: reference, version, ...(content !== undefined && { content }) };
        return { ...marker, packages: [only], group: null };
    })
]);
const begin = '<!-- nar-publish:begin ';
const end = '<!-- nar-publish:end -->';
/** The block as it stands in a pull request: between two comments, the first of which holds the marker. */
function markBlock(marker, block) {
    return `${beginOf(marker)}\n${block}\n\n${end}`;
}
function beginOf({ packages, group, ...marker }) {
    const [only] = packages;
    const written = packages.length === 1 && group === null
        ? { ...only, ...marker }
        : { packages, ...(group !== null && { group }), ...marker };
    // Without angle brackets nothing in it ends the comment.
    const json = JSON.stringify(written).replace(/[<>]/g, (bracket) => bracket === '<' ? '\\u003c' : '\\u003e');
    return `${begin}${json} -->`;
}
/** The same text, which says that a later pull request has taken its place. It must have a marker. */
function markSuperseded(text) {
    const marker = readMarkedText(text)?.marker;
    const [found] = comments(text);
    if (marker === undefined || found === undefined)
        return text;
    return (text.slice(0, found.start) +
        beginOf({ ...marker, superseded: true }) +
        text.slice(found.start + found.text.length));
}
/** null: there is no block of ours, or it is broken. */
function readMarkedText(text) {
    const [found, ...others] = comments(text);
    if (found === undefined || others.length > 0)
        return null;
    const close = text.indexOf(end, found.start);
    if (close === -1)
        return null;
    const marker = markerShape.safeParse((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(found.text.slice(begin.length, -' -->'.length)));
    if (!marker.success)
        return null;
    return {
        before: text.slice(0, found.start),
        marker: marker.data,
        after: text.slice(close + end.length)
    };
}
/** The first two comments that may hold a marker, each on one line. Each character of somebody's text is looked at a few times at most. */
function comments(text) {
    const found = [];
    let start = text.indexOf(begin);
    while (start !== -1 && found.length < 2) {
        const lineEnd = lineEndAfter(text, start);
        const close = text.slice(start, lineEnd).indexOf(' -->');
        const next = close === -1 ? lineEnd : start + close + ' -->'.length;
        if (close !== -1)
            found.push({ start, text: text.slice(start, next) });
        start = text.indexOf(begin, next);
    }
    return found;
}
function lineEndAfter(text, start) {
    const lineEnd = /[\r\n]|$/g;
    lineEnd.lastIndex = start;
    return lineEnd.exec(text)?.index ?? text.length;
}


/***/ }),

/***/ 88910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ proposeChange)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/github/delete-branch.ts
var delete_branch = __webpack_require__(272);
// EXTERNAL MODULE: ./src/repository/github/git-objects.ts
var git_objects = __webpack_require__(27067);
// EXTERNAL MODULE: ./src/sync/propose/about.ts
var about = __webpack_require__(36759);
// EXTERNAL MODULE: ./src/sync/propose/base.ts
var propose_base = __webpack_require__(18809);
// EXTERNAL MODULE: ./src/sync/propose/body.ts + 1 modules
var propose_body = __webpack_require__(1795);
// EXTERNAL MODULE: ./src/sync/propose/book.ts + 1 modules
var propose_book = __webpack_require__(62197);
// EXTERNAL MODULE: ./src/sync/propose/branch.ts
var branch = __webpack_require__(40332);
// EXTERNAL MODULE: ./src/sync/propose/commit-message.ts
var commit_message = __webpack_require__(22355);
// EXTERNAL MODULE: ./src/sync/propose/decline.ts
var decline = __webpack_require__(87328);
// EXTERNAL MODULE: ./src/sync/propose/destination.ts
var destination = __webpack_require__(15030);
// EXTERNAL MODULE: ./src/sync/propose/invitations.ts
var invitations = __webpack_require__(33246);
// EXTERNAL MODULE: ./src/sync/propose/left.ts
var left = __webpack_require__(86881);
// EXTERNAL MODULE: ./src/sync/propose/marker.ts
var propose_marker = __webpack_require__(41566);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/sync/propose/pull-request.ts



/** Whom GitHub makes the author of what a workflow's own token opens; an App's token has another. */
const workflowLogin = 'github-actions[bot]';
/** GitHub's own limit, in characters. */
const longestText = 65_536;
/** The open pull request of these ends, `known` or one that is opened now. */
async function findOrOpen(pullRequests, known, { ends, title, draft, body, author }) {
    if (known !== null)
        return { pullRequest: known, isNew: false, isShut: false };
    return pullRequests.open({
        ends,
        title,
        draft,
        body: body(author === workflowLogin, propose_body/* longestBody */.Pj)
    });
}
/**
 * Brings title and text up to date. What people wrote around our text stays; a pull request without any text of ours is a person's, and is
 * left as it is.
 */
async function bringUpToDate(pullRequests, { pullRequest, isShut }, wanted) {
    const { number, author } = pullRequest;
    const isWorkflowToken = author === workflowLogin;
    const changes = changesOf(pullRequest, wanted, isWorkflowToken);
    const { isSeen, ...edits } = changes ?? { isSeen: false };
    if (Object.keys(edits).length > 0)
        await pullRequests.update(number, edits);
    const notes = [
        ...(changes === null
            ? [
                `pull request #${number} of this branch was not written by nar-publish: its title and text are left as they are`
            ]
            : []),
        ...(isShut
            ? ['upstream’s maintainers cannot push to this fork: GitHub refuses to let them in']
            : [])
    ];
    return { isOurs: changes !== null, isEdited: isSeen, isWorkflowToken, notes, edits };
}
/** null: the text is a person's. */
function changesOf({ title, body }, wanted, isWorkflowToken) {
    const marked = (0,propose_marker/* readMarkedText */.MW)(body);
    if (marked === null)
        return null;
    const { before, after, marker } = marked;
    const longest = Math.min(propose_body/* longestBody */.Pj, longestText - before.length - after.length);
    const block = wanted.body(isWorkflowToken, longest);
    // Compared by what they say, as GitHub’s editor changes line ends.
    const wantedMarker = (0,propose_marker/* readMarkedText */.MW)(block)?.marker;
    const isSameBlock = (0,external_node_util_.isDeepStrictEqual)(wantedMarker, marker);
    const isSameText = (0,external_node_util_.isDeepStrictEqual)({ ...wantedMarker, computed: null }, { ...marker, computed: null });
    return {
        ...(title === wanted.title ? {} : { title: wanted.title }),
        ...(isSameBlock ? {} : { body: before + block + after }),
        isSeen: title !== wanted.title || !isSameText
    };
}

// EXTERNAL MODULE: ./src/sync/propose/superseded.ts
var propose_superseded = __webpack_require__(64788);
// EXTERNAL MODULE: ./src/sync/propose/title.ts
var propose_title = __webpack_require__(2864);
;// CONCATENATED MODULE: ./src/sync/propose/propose.ts

















/**
 * Puts a change into a branch and opens a pull request for it, or brings the open one up to date; closes those that it supersedes. Where
 * all is as it should be, or people have the pull request in hand, nothing is written. `book`: what was asked before, if there
 * was anything. Throws BASE_MISSING, CHECKOUT_STALE, FORK_INVALID, FORK_STALE, BRANCH_NOT_OURS, BRANCH_RULE,
 * HEAD_MOVED, PULL_REQUESTS_FORBIDDEN, DRAFT_REFUSED, INPUT_INVALID, and what any request to GitHub may.
 */
async function proposeChange(run, proposal, book = null) {
    return propose(book ?? (0,propose_book/* bookOf */.ho)(run, await (0,destination/* openDestination */.xB)(run)), proposal);
}
async function propose(book, proposal) {
    const { destination, pullRequests } = book;
    const { destination: wanted, environment, log } = book.run;
    const { parts, group } = proposal;
    const changes = parts.map(({ change }) => change);
    const [{ head: checkout } = { head: '' }] = changes;
    const files = changedFiles(proposal);
    const { upstream, head } = destination;
    const name = await (0,propose_book/* branchFor */.yC)(book, changes, group);
    refuseBase(destination, name);
    const ends = (0,propose_book/* endsOf */.oI)(destination, name);
    // Asked now, however much the book has seen: it may have been an hour.
    const history = await pullRequests.history(ends);
    const no = (0,propose_book/* isWished */.De)(book, changes) ? null : (0,decline/* declined */.L)(history, changes);
    if (no !== null)
        return (0,left/* leave */.qG)(no, 'declined', log);
    const known = history.find(({ state }) => state === 'open') ?? null;
    const base = await (0,propose_base/* readBase */.w)(destination, files, checkout);
    const title = (0,propose_title/* proposalTitle */.R3)({ changes, group }, upstream.repo, wanted.title);
    if (group !== null)
        refuseLong(bodyOf(book, proposal, ends, null)(true, propose_body/* longestBody */.Pj), changes);
    const landed = await (0,branch/* landOnBranch */.t6)(destination, {
        ...{ name, base, files, merged: mergedAt(history) },
        message: (tree) => (0,commit_message/* proposalMessage */.gM)(title, changes, environment.runUrl, tree)
    });
    if (landed.change === 'none') {
        if (known !== null && (0,about/* isAbout */.KH)(known, changes, group)) {
            return (0,left/* leave */.qG)(known, 'taken-over', log, landed.why);
        }
        throw (0,branch/* branchNotOurs */.JA)(head, name, landed.why);
    }
    const inputs = (0,propose_book/* inputsDigest */.KA)(book, checkout, title);
    const computed = inputs === null ? null : { commit: landed.commit, inputs };
    const wantedPullRequest = {
        ends,
        title,
        draft: wanted.draft,
        author: landed.author,
        body: bodyOf(book, proposal, ends, computed)
    };
    const found = await withdrawIfRefused(destination, landed, () => findOrOpen(pullRequests, known, wantedPullRequest));
    const { pullRequest } = found;
    const edited = await bringUpToDate(pullRequests, found, wantedPullRequest);
    const at = { ...pullRequest.head, commit: landed.commit };
    (0,propose_book/* note */.N4)(book, { ...pullRequest, ...edited.edits, head: at });
    const invited = await (0,invitations/* invite */.E)(pullRequests, found, edited.isOurs ? wanted : invitations/* nobody */.e, upstream.owner);
    const superseded = edited.isOurs
        ? await (0,propose_superseded/* closeSuperseded */.P)(book, pullRequest, { subjects: changes, group }, base.commit)
        : { closed: [], notes: [] };
    const isChanged = landed.change !== 'kept' || edited.isEdited || invited.isChanged || superseded.closed.length > 0;
    const operation = found.isNew ? 'created' : isChanged ? 'updated' : 'unchanged';
    const { number, url } = pullRequest;
    log.info((0,left/* wordsOf */.Z9)({ operation, number, url }));
    return {
        ...{ operation, number, url, branch: name },
        commit: landed.commit,
        closed: superseded.closed,
        notes: [
            ...edited.notes,
            ...invited.notes,
            ...superseded.notes,
            ...(edited.isWorkflowToken ? [propose_body/* workflowTokenNote */.Hn] : [])
        ]
    };
}
/** Where pull requests with our marker were when they were merged. */
function mergedAt(history) {
    const merged = history.filter(({ state, body }) => state === 'merged' && (0,propose_marker/* readMarkedText */.MW)(body) !== null);
    return new Set(merged.map(({ head }) => head.commit));
}
/** Without those that are as they were. */
function changedFiles({ files }) {
    const changed = files.filter(({ content, oldBlob }) => (0,git_objects/* blobSha */.w)(content) !== oldBlob);
    if (changed.length > 0)
        return changed;
    throw (0,errors/* internalError */.WB)('pull request', 'it was to be opened for files that have not changed');
}
/** Throws INPUT_INVALID: a commit on the base branch would need no pull request. */
function refuseBase({ isFork, base }, branch) {
    if (branch !== base || isFork)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: 'input branch',
        reason: `${JSON.stringify(branch)} is the branch that the pull request goes to`,
        hint: 'Leave it out, or give a branch that is there for these pull requests alone.'
    });
}
/** Throws INPUT_INVALID where not even the shortest text has room for what a later run has to know: which packages they are. */
function refuseLong({ length }, changes) {
    if (length <= propose_body/* longestBody */.Pj)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: 'input group',
        reason: `${changes.length} packages are more than the text of one pull request can name`,
        hint: 'Leave `group` out, or make groups of fewer packages.'
    });
}
function bodyOf({ run: { environment }, destination: { upstream, isFork } }, proposal, { repository, branch }, computed) {
    const { serverUrl, runUrl } = environment;
    const place = { serverUrl, repository, branch, upstream: upstream.repo, isFork };
    return (isWorkflowToken, longest) => (0,propose_body/* renderBody */.lc)(proposal, { place, runUrl, isWorkflowToken }, longest, computed);
}
/** Refusals that leave nothing of a pull request behind, unlike an answer that never came. */
const refusals = [
    'PULL_REQUESTS_FORBIDDEN',
    'DRAFT_REFUSED',
    'TOKEN_FORBIDDEN',
    'GITHUB_REFUSED'
];
/** A branch that was made for a pull request that GitHub then refuses goes again, unless somebody has committed to it by then. */
async function withdrawIfRefused({ head, headId }, { branch, commit, change }, open) {
    try {
        return await open();
    }
    catch (error) {
        const isRefused = error instanceof errors/* NarPublishError */.f9 && refusals.includes(error.code);
        if (isRefused && change === 'made') {
            head.log.info(`${branch.branch} is removed again`);
            await (0,delete_branch/* deleteBranch */.S)(head, branch, headId, commit).catch((second) => {
                head.log.warning(`${branch.branch} could not be removed again: ${String(second)}`);
            });
        }
        throw error;
    }
}


/***/ }),

/***/ 64788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ closeSuperseded)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(560);
/* harmony import */ var _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71175);
/* harmony import */ var _repository_github_compare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31105);
/* harmony import */ var _repository_github_delete_branch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(272);
/* harmony import */ var _repository_github_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86264);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48992);
/* harmony import */ var _about_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36759);
/* harmony import */ var _book_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(62197);
/* harmony import */ var _branch_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40332);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(41566);











/**
 * Closes the open pull requests that ours takes the place of, with a comment, and deletes their branches; one that somebody goes on with
 * stays. `current`: ours.
 *
 * Which those are is said by nobody's text alone: older than ours (so that of two runs at once only one closes the other's), of the same
 * author as ours, from a branch of the same repository, to the same base, and with a marker that `takesPlaceOf` speaks of.
 */
async function closeSuperseded(book, current, successor, baseCommit) {
    const { destination, pullRequests } = book;
    const result = { closed: [], notes: [] };
    const names = successor.subjects.map(({ name }) => name);
    for (const known of await (0,_book_js__WEBPACK_IMPORTED_MODULE_8__/* .openOnes */ .a)(book, names)) {
        if (current.author === null || !isSupersededBy(known, current, successor))
            continue;
        // What was seen a while ago may be another by now, and its text is written back.
        const old = book.seen === null ? known : await pullRequests.read(known.number);
        (0,_book_js__WEBPACK_IMPORTED_MODULE_8__/* .note */ .N4)(book, old);
        if (old.state !== 'open' || !isSupersededBy(old, current, successor))
            continue;
        const { number, url } = old;
        const branch = new _repository_github_branch_head_js__WEBPACK_IMPORTED_MODULE_2__/* .BranchHead */ .h(destination.head, old.head.branch);
        const state = await branch.read();
        const commit = state.kind === 'at' ? state.head.commit : null;
        const foreign = commit === null ? null : await foreignCommits(destination, baseCommit, commit);
        if (foreign !== null) {
            result.notes.push(`pull request #${number} stays open, as somebody goes on there: ${foreign}`);
            continue;
        }
        const word = `Superseded by #${current.number}${whatFor(successor)}.`;
        await pullRequests.comment(number, current.author, word);
        // By one request: what is closed without this word is taken for a person's no.
        const body = (0,_marker_js__WEBPACK_IMPORTED_MODULE_10__/* .markSuperseded */ .QX)(old.body);
        await pullRequests.update(number, { state: 'closed', body });
        (0,_book_js__WEBPACK_IMPORTED_MODULE_8__/* .note */ .N4)(book, { ...old, body, state: 'closed' });
        result.closed.push({ number, url });
        const why = commit === null ? null : await deleteOwnBranch(destination, branch, commit);
        if (why !== null) {
            const name = JSON.stringify(branch.branch);
            result.notes.push(`branch ${name} of the closed pull request #${number} stays: ${why}`);
        }
    }
    return result;
}
function isSupersededBy(old, current, successor) {
    const isSameWork = old.number < current.number &&
        old.author !== null &&
        old.author === current.author &&
        old.base === current.base &&
        old.head.repository !== null &&
        current.head.repository !== null &&
        (0,_repository_github_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .isSameName */ .y)(old.head.repository, current.head.repository);
    const marker = isSameWork ? (0,_marker_js__WEBPACK_IMPORTED_MODULE_10__/* .readMarkedText */ .MW)(old.body)?.marker : undefined;
    return marker !== undefined && (0,_about_js__WEBPACK_IMPORTED_MODULE_7__/* .takesPlaceOf */ .ZN)(successor, marker);
}
function whatFor({ subjects }) {
    const [only, ...others] = subjects;
    if (others.length > 0)
        return `, which updates ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .count */ .U9)(subjects.length, 'package')}`;
    const version = only?.newVersion ?? null;
    return version === null ? '' : `, which updates to ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(version)}`;
}
/** What somebody else did on a branch, or may have done, in words; null: all of it is ours. */
async function foreignCommits({ head }, baseCommit, commit) {
    const comparison = await (0,_repository_github_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .compareCommits */ .k)(head, baseCommit, commit);
    return (0,_branch_js__WEBPACK_IMPORTED_MODULE_9__/* .isOwn */ .NP)(comparison) ? null : ((0,_branch_js__WEBPACK_IMPORTED_MODULE_9__/* .foreignWork */ .uz)(comparison) ?? 'it has more commits than we make');
}
/** Why the branch stays, in words: somebody else's commits come to it, or a rule keeps it. null: it is gone. */
async function deleteOwnBranch({ head: api, headId }, branch, commit) {
    try {
        const isGone = await (0,_repository_github_delete_branch_js__WEBPACK_IMPORTED_MODULE_4__/* .deleteBranch */ .S)(api, branch, headId, commit);
        return isGone ? null : 'it has commits that nar-publish did not make';
    }
    catch (error) {
        // The pull request that matters is open: a leftover is no reason to fail.
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9)
            return error.reason;
        throw error;
    }
}


/***/ }),

/***/ 2864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ branchPrefix),
/* harmony export */   Lo: () => (/* binding */ isNixpkgs),
/* harmony export */   R3: () => (/* binding */ proposalTitle),
/* harmony export */   dU: () => (/* binding */ branchFolder),
/* harmony export */   hj: () => (/* binding */ proposalBranch)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);
/* harmony import */ var _repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33444);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);



/** GitHub refuses a longer title. */
const longestTitle = 256;
/**
 * The commit's first line and the pull request's title, or what was given for it:
 *
 *     infer: 0.76.0 → 0.76.1                           in nixpkgs with its own arrow
 *     luna, luna-docs: 1.2.0 → 1.3.0                   a change of several packages
 *     GROUP: luna 1.2.0 → 1.3.0, sol 2.0 → 2.1, and 3 more
 *
 * `upstream`: name of the repository that the pull request goes to.
 */
function proposalTitle({ changes, group }, upstream, given) {
    const ownWords = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .singleSpaced */ .NL)(given ?? '');
    return shortened(ownWords === '' ? ownTitle({ changes, group }, upstream) : ownWords);
}
function shortened(title) {
    return Array.from(title).slice(0, longestTitle).join('');
}
function ownTitle({ changes, group }, upstream) {
    // https://github.com/NixOS/nixpkgs/blob/master/pkgs/README.md#commit-conventions
    const arrow = changes.some((change) => isNixpkgs(change, upstream)) ? '->' : '→';
    const steps = changes.map((change) => stepWords(change, arrow));
    const names = changes.map(({ name }) => word(name));
    const [step = ''] = steps;
    if (group === null && steps.every((one) => one === step)) {
        const end = `: ${step}`;
        return `${fitting(names, longestTitle - end.length)}${end}`;
    }
    const begin = group === null ? '' : `${word(group)}: `;
    const items = changes.map((change, index) => `${names[index] ?? ''} ${shortStep(change, arrow)}`);
    return `${begin}${fitting(items, longestTitle - begin.length)}`;
}
/** As many of them as there is room for, and how many more there are. */
function fitting(items, longest) {
    for (let shown = items.length; shown > 1; shown--) {
        const rest = items.length - shown;
        const text = [...items.slice(0, shown), ...(rest === 0 ? [] : [`and ${rest} more`])].join(', ');
        if (text.length <= longest)
            return text;
    }
    const rest = items.length - 1;
    return `${items[0] ?? ''}${rest > 0 ? `, and ${rest} more` : ''}`;
}
/** What becomes of the version. */
function stepWords({ oldVersion, newVersion, revision }, arrow) {
    if (newVersion === null || newVersion === oldVersion) {
        return revision === null ? 'recompute hashes' : (0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .revisionWords */ .XZ)(revision, arrow);
    }
    if (oldVersion === null)
        return `update to ${word(newVersion)}`;
    return `${word(oldVersion)} ${arrow} ${word(newVersion)}`;
}
/** The same behind a name. */
function shortStep(change, arrow) {
    const { oldVersion, newVersion, revision } = change;
    if (newVersion !== oldVersion && newVersion !== null && oldVersion === null) {
        return `${arrow} ${word(newVersion)}`;
    }
    const areHashes = revision === null && (newVersion === null || newVersion === oldVersion);
    return areHashes ? 'hashes' : stepWords(change, arrow);
}
/** Whether the package is one of nixpkgs', wherever that was forked to. */
function isNixpkgs({ package: { text }, versions, hashes }, upstream) {
    return (upstream.toLowerCase() === 'nixpkgs' ||
        /^file:(\.\/)?pkgs\/by-name\//.test(text) ||
        [...versions, ...hashes].some(({ file }) => file.startsWith('pkgs/by-name/')));
}
/**
 * `nar-publish/<name>-<version>`, by the first package of several, or `nar-publish/<group>`, with `-` for whatever Git does not take in a
 * branch's name.
 */
function proposalBranch({ changes: [first], group }) {
    const { name = '', newVersion = null, revision = null } = first ?? {};
    const branch = group !== null
        ? `${branchFolder}${refWord(group)}`
        : `${branchPrefix(name)}${refWord(newVersion ?? revision?.new.slice(0, 7) ?? 'hashes')}`;
    return (0,_repository_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isBranchName */ .Q8)(branch) ? branch : `${branchFolder}update`;
}
/** What all branches begin with, unless another one was given. */
const branchFolder = 'nar-publish/';
/** What the branches of a package begin with, unless others were given; those of other packages may too. */
function branchPrefix(name) {
    return `${branchFolder}${refWord(name)}-`;
}
function refWord(text) {
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .fileWord */ .BZ)(text.slice(0, 100))
        .replace(/\.{2,}/g, '.')
        .replace(/^\.|\.$|\.lock$/g, '-');
}
function word(text) {
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .commitWord */ .AB)(text, 80);
}


/***/ }),

/***/ 62810:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xA: () => (/* binding */ buildAndRun),
  Po: () => (/* binding */ formatCopy),
  S0: () => (/* binding */ nothingProved),
  T7: () => (/* binding */ proveChange)
});

// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/nix/evaluation.ts
var evaluation = __webpack_require__(7117);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var derivations = __webpack_require__(32393);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/held-log.ts
/** The log of work that may come to nothing: what it says waits until it is told, and is told in its order. */
class HeldLog {
    #to;
    #isTold = Promise.withResolvers();
    #onFull;
    #turn = this.#isTold.promise;
    /** Bytes that may wait. */
    #room;
    /** `onFull`: there is more to wait than `room` bytes of other programs' text. */
    constructor(to, room, onFull) {
        this.#to = to;
        this.#room = room;
        this.#onFull = onFull;
    }
    /** From now on everything is told as it comes. */
    tell() {
        this.#room = Infinity;
        this.#isTold.resolve(undefined);
    }
    /** When all that was said is told. */
    async end() {
        await this.#turn;
    }
    info(line) {
        this.#say(() => {
            this.#to.info(line);
        });
    }
    warning(line) {
        this.#say(() => {
            this.#to.warning(line);
        });
    }
    debug(line) {
        this.#say(() => {
            this.#to.debug(line);
        });
    }
    progress(step, done, total) {
        this.#say(() => {
            this.#to.progress(step, done, total);
        });
    }
    group(heading, body) {
        return this.#around((isOver) => this.#to.group(heading, () => isOver), body);
    }
    fenced(body) {
        let write = () => undefined;
        const open = (isOver) => this.#to.fenced((real) => {
            write = real;
            return isOver;
        });
        return this.#around(open, () => body((chunk) => {
            this.#room -= chunk.length;
            if (this.#room < 0)
                this.#onFull();
            else
                this.#say(() => {
                    write(chunk);
                });
        }));
    }
    /** A part of the log: open from where `body` begins to where it ends, whenever that is told. */
    async #around(open, body) {
        const over = Promise.withResolvers();
        let closed = over.promise;
        this.#say(() => {
            closed = open(over.promise);
        });
        try {
            return await body();
        }
        finally {
            this.#say(() => {
                over.resolve(undefined);
                return closed;
            });
        }
    }
    #say(words) {
        this.#turn = this.#turn.then(words);
    }
}

// EXTERNAL MODULE: ./src/nix/build.ts
var build = __webpack_require__(58455);
;// CONCATENATED MODULE: ./src/sync/build-package.ts

/** Builds what was evaluated; it stays as long as the run's folder does. */
function buildPackage({ work, nix, log }, own) {
    return log.group(`build ${own.name}`, () => (0,build/* buildInstallables */.v)(nix, [{ ...own, installable: work.package.text }], {
        substituters: [],
        gcRootsDirectory: nix.roots,
        log
    }));
}

// EXTERNAL MODULE: ./src/sync/targets.ts
var targets = __webpack_require__(22961);
;// CONCATENATED MODULE: ./src/sync/build-ahead.ts




/** Bytes of a build's log that wait for the evaluation: one that says more is begun anew. */
const mostHeld = 16 * 1024 * 1024;
/**
 * Begins to build the package at its new version with its new hashes while nothing is evaluated yet: as the derivation that the
 * evaluation with dyes gave, with the hashes in the dyes' places. null: it is to be built when it was evaluated.
 */
function buildAhead(shop, bumped, hashes) {
    const { work, environment, log, turns } = shop;
    const dyed = bumped.evaluation.packages.get(environment.runnerSystem);
    if (!work.build || dyed === undefined || turns.concurrency < 2)
        return null;
    const ending = new AbortController();
    const held = new HeldLog(log, mostHeld, () => {
        ending.abort();
    });
    // Nix ends its builders at SIGTERM.
    const nix = { ...shop.nix, log: held, stop: { when: ending.signal, by: 'SIGTERM' } };
    const making = makePackage({ ...shop, nix }, bumped, hashes, dyed).catch(() => null);
    const building = making.then((made) => made === null ? null : buildPackage({ ...shop, nix, log: held }, made));
    const ended = building.catch(() => null);
    const stop = async () => {
        ending.abort();
        await ended;
    };
    return {
        resultOf: async (own) => {
            const made = await making;
            if (made !== null && isSame(made, own) && !ending.signal.aborted) {
                held.tell();
                await ended;
                await held.end();
                return building;
            }
            await stop();
            log.debug(`${own.drvPath} is built now: ${made?.drvPath ?? 'nothing'} was begun before it was evaluated`);
            return null;
        },
        stop
    };
}
function isSame(made, own) {
    return made.drvPath === own.drvPath && (0,external_node_util_.isDeepStrictEqual)(made.outputs, own.outputs);
}
/** The package with the true hashes, without an evaluation. Throws REBUILD_FAILED. */
async function makePackage(shop, bumped, hashes, dyed) {
    const known = new Map(hashes.map(({ literal, digest }) => [literal, digest]));
    const { system, drvPath, outputs } = dyed;
    const made = (await (0,targets/* rebuildWith */.sH)(shop, bumped, system, known, [drvPath])).get(drvPath);
    if (made === undefined)
        return dyed;
    const pathOf = (name, path) => made.outputs.get(name) ?? path;
    return {
        ...dyed,
        drvPath: made.drvPath,
        outputs: outputs.map(({ name, path }) => ({ name, path: pathOf(name, path) }))
    };
}

// EXTERNAL MODULE: ./src/sync/change.ts
var sync_change = __webpack_require__(81679);
// EXTERNAL MODULE: ./src/sync/definitions.ts
var definitions = __webpack_require__(55905);
// EXTERNAL MODULE: ./src/sync/dyed-evaluation.ts
var dyed_evaluation = __webpack_require__(59780);
// EXTERNAL MODULE: ./src/sync/drift.ts
var drift = __webpack_require__(37584);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
// EXTERNAL MODULE: ./src/passed-on.ts
var passed_on = __webpack_require__(41353);
// EXTERNAL MODULE: ./src/process/program.ts
var process_program = __webpack_require__(56781);
;// CONCATENATED MODULE: ./src/sync/format.ts






/** Milliseconds. */
const timeLimit = 600_000;
/** Formats the touched files where they stand. Throws FORMATTER_MISSING, FORMATTER_FAILED. */
async function formatFiles(formatting) {
    const { formatter, folder, flakeFolder = '', files, env, log } = formatting;
    const check = (result, detail) => ({
        name: 'format',
        result,
        detail
    });
    if (formatter === 'none')
        return check('skipped', 'no formatter was asked for');
    const nixFiles = files.filter((file) => file.endsWith('.nix'));
    if (nixFiles.length === 0)
        return check('skipped', 'no Nix file was changed');
    if (formatter === 'nix fmt') {
        const flake = (0,external_node_path_.join)(folder, flakeFolder);
        const here = nixFiles.map((file) => relativeTo(flake, folder, file));
        // These files alone; the lock file stays as it is.
        const args = ['fmt', '--no-write-lock-file', '--', ...here];
        await runNixFmt(flake, { program: 'nix', args }, { env, log });
    }
    else {
        await runFormatter(formatter, nixFiles.map((file) => `./${file}`), { folder, env, log });
    }
    return check('passed', `${formatter}: ${nixFiles.join(', ')}`);
}
/** `./` in front, so that no name is an option of the formatter. */
function relativeTo(flake, folder, file) {
    const path = (0,external_node_path_.relative)(flake, (0,external_node_path_.join)(folder, file));
    return path.startsWith('../') ? path : `./${path}`;
}
async function runFormatter(formatter, files, { folder, env, log }) {
    const ended = await (0,process_program/* runProgram */.m)({
        argv: [formatter, ...files],
        cwd: folder,
        env: (0,passed_on/* passedOn */.I3)(env, 'program'),
        log,
        timeLimit
    });
    if (ended.kind === 'not-started') {
        const isMissing = ended.code === 'ENOENT';
        throw new errors/* NarPublishError */.f9({
            code: isMissing ? 'FORMATTER_MISSING' : 'FORMATTER_FAILED',
            subject: `formatter ${formatter}`,
            reason: isMissing
                ? `there is no program \`${formatter}\` in PATH`
                : `it cannot be started (${ended.code})`
        });
    }
    if (ended.status !== 0) {
        throw (0,process_program/* programFailure */.H)('FORMATTER_FAILED', `formatter ${formatter}`, ended, timeLimit);
    }
}
async function runNixFmt(flake, command, { env, log }) {
    const nix = await (0,nix_nix/* openNix */.MP)({ env, log, cwd: flake });
    const ended = await log.fenced((write) => (0,run/* runNix */.dI)(nix, command, { onStderr: write, onStdout: write }));
    if (ended.status === 0)
        return;
    const hasNone = /does not provide attribute .*formatter/.test(ended.stderr);
    throw (0,run/* nixFailure */.M4)(ended, {
        code: hasNone ? 'FORMATTER_MISSING' : 'FORMATTER_FAILED',
        subject: 'formatter nix fmt',
        ...(hasNone ? { reason: 'the flake has no output `formatter` for this system' } : {})
    });
}

// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/side-by-side.ts
var side_by_side = __webpack_require__(30742);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/process/print-command.ts
var print_command = __webpack_require__(39318);
;// CONCATENATED MODULE: ./src/sync/smoke-test.ts





/** What a program may need that is no secret, and the mark by which the runner ends what it leaves running. The job’s environment holds whatever the workflow put there. */
const passedOn = /^(LANG|LC_\w+|TZ|TERM|USER|LOGNAME|SHELL|RUNNER_TRACKING_ID|(NIX_)?SSL_CERT_(FILE|DIR))$/;
/**
 * Runs a command with the `bin` folders of what was built first in PATH, in an empty folder and with a home of its own. Throws
 * SMOKE_TEST_FAILED when it does not end with 0.
 */
async function runSmokeTest(test) {
    const { argv, outputs, env, scratch, log, timeLimit = 300_000 } = test;
    const [program = '', ...args] = argv;
    const command = (0,print_command/* printCommand */.T)({ program, args });
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(scratch, 'smoke-test-'));
    const own = (name) => (0,external_node_path_.join)(folder, name);
    for (const name of ['home', 'work', 'tmp'])
        await (0,promises_.mkdir)(own(name));
    const bins = outputs.map((path) => (0,external_node_path_.join)(path, 'bin'));
    const ended = await (0,process_program/* runProgram */.m)({
        argv: [program, ...args],
        cwd: own('work'),
        env: {
            ...Object.fromEntries(Object.entries(env).filter(([name]) => passedOn.test(name))),
            PATH: [...bins, ...(env['PATH'] ? [env['PATH']] : [])].join(':'),
            HOME: own('home'),
            TMPDIR: own('tmp')
        },
        log,
        timeLimit
    });
    if (ended.kind === 'not-started') {
        throw notStarted(command, program, ended.code, await programsIn(bins));
    }
    if (ended.status !== 0)
        throw (0,process_program/* programFailure */.H)('SMOKE_TEST_FAILED', command, ended, timeLimit);
    const said = ended.firstLine === '' ? 'it said nothing' : ended.firstLine.slice(0, 200);
    return { name: 'smoke-test', result: 'passed', detail: `${command}: ${said}` };
}
function notStarted(command, program, code, found) {
    const what = found.length === 0 ? 'no program at all' : found.slice(0, 20).join(', ');
    const isMissing = code === 'ENOENT' && !found.includes(program) && !program.includes('/');
    return new errors/* NarPublishError */.f9({
        code: 'SMOKE_TEST_FAILED',
        subject: command,
        reason: isMissing
            ? `there is no program ${JSON.stringify(program)}, neither in what was built (${what}) nor in PATH`
            : `${JSON.stringify(program)} cannot be started (${code}): it is no program for this machine, or its interpreter is missing`,
        hint: 'Begin `smoke-test` with the name of a program that the package installs into `bin`.'
    });
}
async function programsIn(bins) {
    const names = await Promise.all(bins.map((bin) => (0,promises_.readdir)(bin).catch(() => [])));
    return [...new Set(names.flat())].sort();
}

// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
;// CONCATENATED MODULE: ./src/sync/prove.ts















/** Of no change. */
const nothingProved = { checks: [], derivations: new Map() };
/**
 * Writes the change into the copy, formats it, and shows that it is right: it evaluates to the new version with the derivations
 * whose hashes were computed, builds, and runs. Throws FORMATTER_MISSING, FORMATTER_FAILED, EVALUATION_FAILED, HASH_UNTRACED,
 * HASH_DRIFT, BUILD_FAILED, SMOKE_TEST_FAILED.
 */
async function proveChange(shop, change, bumped, hashes) {
    await (0,workshop/* writeCopy */.bt)(shop, (0,workshop/* replacementsOf */.P1)((0,sync_change/* editsOf */.t7)(change)));
    const files = (0,sync_change/* editsOf */.t7)(change).map(({ file }) => file);
    const checks = [...(await formatCopy(shop, files))];
    const ahead = buildAhead(shop, bumped, hashes);
    try {
        const packages = await evaluateAll(shop, change);
        for (const [system, evaluated] of packages)
            await compareHashes(shop, bumped, hashes, system, evaluated);
        checks.push({
            name: 'evaluate',
            result: 'passed',
            detail: `version ${change.newVersion ?? '(none)'} on ${[...packages.keys()].join(', ')}`
        });
        const own = packages.get(shop.environment.runnerSystem);
        const found = (mismatch) => (0,drift/* hashFound */.B)(mismatch, bumped.literals, hashes);
        return {
            checks: [...checks, ...(await buildAndRun(shop, own, found, ahead))],
            derivations: new Map([...packages].map(([system, { drvPath }]) => [system, drvPath]))
        };
    }
    finally {
        await ahead?.stop();
    }
}
/** Of the files those that are Nix's, if a formatter was asked for. */
async function formatCopy({ work: { formatter }, project, copy, environment, log }, files) {
    if (formatter === 'none')
        return [];
    const { flakeFolder } = project;
    copy.handOver();
    const check = await formatFiles({
        formatter,
        folder: copy.folder,
        ...(flakeFolder === null ? {} : { flakeFolder }),
        files: [...new Set(files)],
        env: environment.childEnvironment,
        log
    });
    return [check];
}
async function evaluateAll(shop, { newVersion }) {
    const packages = new Map();
    while (packages.size < shop.systems.length) {
        const waiting = shop.systems.slice(packages.size);
        for (const [system, evaluated] of await (0,side_by_side/* evaluateSystems */.I)(shop, waiting)) {
            if (!('drvPath' in evaluated)) {
                await (0,evaluation/* logWords */.UU)(shop.log, evaluated.stderr);
                throw evaluated.error;
            }
            if (evaluated.version !== newVersion) {
                throw new errors/* NarPublishError */.f9({
                    code: 'VERSION_UNTRACED',
                    subject: `${shop.work.package.text} (${system})`,
                    reason: `its version is ${evaluated.version ?? 'none'} after all edits, not ${newVersion ?? 'none'}`
                });
            }
            packages.set(system, evaluated);
        }
    }
    return packages;
}
/** Each computed hash must belong to the derivation that it was computed for; its sources in the checkout have other edits by now. */
async function compareHashes(shop, bumped, hashes, system, { drvPath }) {
    const graph = await (0,derivations/* readDerivations */.rj)(shop.nix, [drvPath], {
        closure: true,
        known: shop.derivations
    });
    const rewrite = withoutDigests(digestsOf(shop, bumped, hashes));
    const now = new definitions/* Definitions */.R4(graph, { ignoreSources: true, rewrite });
    const before = new definitions/* Definitions */.R4((0,dyed_evaluation/* graphOf */.cQ)(bumped.evaluation, system), {
        ignoreSources: true,
        rewrite
    });
    const computed = new Set(hashes.map(({ literal }) => literal));
    const kept = bumped.literals.flatMap((literal) => literal.digest === null || computed.has(literal) ? [] : [{ literal, digest: literal.digest }]);
    // Two literals may have come to the same hash, or one to that of another, which stays.
    const byDigest = Map.groupBy([...hashes, ...kept], ({ digest }) => (0,binary_cache_digest/* sriOf */.wM)(digest));
    for (const derivation of (0,definitions/* fixedOutputs */.lW)(graph)) {
        const fixed = (0,derivations/* fixedOutputOf */.RS)(derivation);
        const meant = fixed === null ? [] : (byDigest.get((0,binary_cache_digest/* sriOf */.wM)(fixed.digest)) ?? []);
        const expected = meant.flatMap(({ literal }) => bumped.fed.get(system)?.get(literal) ?? []);
        const definition = now.of(derivation.drvPath);
        if (expected.length === 0 || expected.some(({ drvPath }) => before.of(drvPath) === definition))
            continue;
        throw new errors/* NarPublishError */.f9({
            code: 'HASH_AMBIGUOUS',
            subject: `${meant.map(({ literal }) => (0,types/* placeOf */.$t)(literal)).join(', ')}, ${derivation.name} (${system})`,
            reason: 'with the edits it is another derivation than the one whose hash was computed'
        });
    }
}
/** All that stood, stands or was tried at the package's hash literals. */
function digestsOf(shop, bumped, hashes) {
    return [
        ...hashes.map(({ digest }) => digest),
        ...bumped.evaluation.read.values(),
        ...bumped.literals.flatMap((literal) => [
            (0,dyed_evaluation/* dyeOf */.WI)(shop, literal),
            ...(literal.digest === null ? [] : [literal.digest])
        ])
    ];
}
/** A hash is often given to a derivation under its own attribute's name as well, in any of its forms. */
function withoutDigests(digests) {
    const forms = new Set(digests.flatMap((digest) => ['base64', 'base32', 'base16'].map((form) => (0,binary_cache_digest/* encodeDigest */.j6)(digest, form))));
    return (text) => text.replaceAll(/(?<![\w+/])[\w+/]{26,128}={0,2}/g, (word) => (forms.has(word) ? 'hash' : word));
}
/** Builds the package and runs it. `own`: for this machine; `found`: what a wrong hash is told as; `ahead`: a build that has begun. */
async function buildAndRun(place, own, found, ahead = null) {
    const { work, environment, log, scratch, counts } = place;
    const wanted = [
        'build',
        ...(work.smokeTest === null ? [] : ['smoke-test'])
    ];
    const skip = (detail) => wanted.map((name) => ({ name, result: 'skipped', detail }));
    if (!work.build)
        return skip('switched off');
    if (own === undefined)
        return skip(`this machine is ${environment.runnerSystem}`);
    const { failures, mismatches } = (await ahead?.resultOf(own)) ?? (await buildPackage(place, own));
    counts.builds++;
    const [failure] = failures;
    if (failure !== undefined) {
        const [mismatch] = mismatches;
        if (mismatch !== undefined)
            throw found(mismatch);
        // The usual advice is for a run that publishes what could be built.
        const hint = 'It is no hash: mend what the log’s last lines name.';
        throw failure.error.with({ hint });
    }
    const checks = [{ name: 'build', result: 'passed', detail: own.system }];
    if (work.smokeTest === null)
        return checks;
    const smoked = await runSmokeTest({
        argv: work.smokeTest,
        outputs: own.outputs.map(({ path }) => path),
        env: environment.childEnvironment,
        scratch,
        log
    });
    return [...checks, smoked];
}


/***/ }),

/***/ 56806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ besideBlocks),
/* harmony export */   _: () => (/* binding */ besideWords)
/* harmony export */ });
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _told_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81754);


const makers = {
    source: 'out of the new version’s source',
    script: 'by the package’s own script',
    command: 'by the command of `before-hash`',
    lock: 'by `nix flake update`, with one input locked anew'
};
/** What became of the files beside a package. `code`: how each of them shows a name. */
function besideWords({ files, keys, left }, code, words) {
    return {
        made: [
            ...files.map(({ path, by, isNew }) => `${code(path)}: ${isNew ? 'new, made' : 'made anew'} ${words(makers[by])}`),
            ...keys.map(({ file, line, text, replacement }) => replacement === ''
                ? `${code(`${file}:${line}`)}: ${code(text.trim())} is gone with the lock file’s entry`
                : `${code(`${file}:${line}`)}: ${code(text)} → ${code(replacement)}, as the lock file has it`)
        ],
        left: left.map(({ path, reason }) => `${code(path)}: ${words(reason)}`)
    };
}
/**
 * The same for a summary or a pull request, the first `rows` of them. Of those that were not made anew some are named in any case:
 * somebody has to look at them.
 */
function besideBlocks(beside, rows) {
    const longest = rows === 0 ? 80 : 300;
    const { made, left } = besideWords(beside, (text) => (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(text, longest), (text) => (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(text, longest));
    return [
        ...(0,_told_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .K)('Files beside the package:', made, rows),
        ...(0,_told_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .K)('Not made anew:', left, Math.max(rows, 20))
    ];
}


/***/ }),

/***/ 74066:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ hashDrift),
/* harmony export */   w: () => (/* binding */ reportSync)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);



/** What happened, for people and for later steps. `more`: what is otherwise than when nothing was to be changed. */
function reportSync({ timings }, { computed, untraced, notes }, more = {}) {
    const { change, told, systems, checks, counts } = computed;
    const { name, oldVersion, newVersion, versions, hashes, revision, beside } = change;
    return {
        outcome: 'unchanged',
        package: change.package.text,
        ...{
            name,
            oldVersion,
            newVersion,
            revision,
            systems,
            versions,
            hashes,
            told,
            beside,
            untraced,
            checks,
            counts
        },
        pullRequest: null,
        commit: null,
        computedFile: null,
        diff: null,
        timings,
        notes,
        ...more
    };
}
/** Of more than so many hashes the first are named. */
const shown = 20;
/** What a dry run that keeps the version ends with when hashes are not what they should be; null: all are right. */
function hashDrift(hashes) {
    if (hashes.length === 0)
        return null;
    const lines = hashes
        .slice(0, shown)
        .map((edit) => `${(0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(edit)}: ${edit.oldHash ?? 'a placeholder'} should be ${edit.newHash}`);
    const more = hashes.length - lines.length;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'HASH_DRIFT',
        subject: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(hashes.length, 'hash', 'hashes'),
        reason: `not what the repository says:\n${[
            ...lines,
            ...(more > 0 ? [`and ${more} more`] : [])
        ].join('\n')}\n`
    });
}


/***/ }),

/***/ 22961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ withoutWaiting),
/* harmony export */   g4: () => (/* binding */ prepareTargets),
/* harmony export */   q8: () => (/* binding */ findTargets),
/* harmony export */   sH: () => (/* binding */ rebuildWith)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69268);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32393);
/* harmony import */ var _nix_rebuild_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38985);
/* harmony import */ var _nix_transplant_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49508);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55905);
/* harmony import */ var _dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59780);
/* harmony import */ var _literals_dye_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(62290);
/* harmony import */ var _workshop_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(58674);










/**
 * What is to be realised: of each stale literal the derivations that this machine can build, and downloads for other systems from
 * other addresses; where it can build none, all of them.
 */
function findTargets(shop, bumped) {
    const isOwn = (system) => [shop.environment.runnerSystem, 'builtin'].includes(system);
    return bumped.stale.flatMap(({ literal }) => {
        // What was read while evaluating has been built.
        if (bumped.evaluation.read.has(literal))
            return [];
        const all = shop.systems.flatMap((system) => (bumped.fed.get(system)?.get(literal) ?? []).map((derivation) => ({ system, derivation })));
        const siblings = [...new Set(all.map(({ derivation: { name } }) => name))];
        const own = all.filter(({ derivation: { system } }) => isOwn(system));
        const ownUrls = own.map(({ derivation }) => (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__/* .urlsOf */ .Wn)(derivation).join(' '));
        // Another system's download from elsewhere may well be something else.
        const elsewhere = all.filter(({ derivation }) => !isOwn(derivation.system) &&
            (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__/* .urlsOf */ .Wn)(derivation).length > 0 &&
            !ownUrls.includes((0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__/* .urlsOf */ .Wn)(derivation).join(' ')));
        const chosen = new Map((own.length > 0 ? [...own, ...elsewhere] : all).map((found) => [
            found.derivation.drvPath,
            found
        ]));
        return [...chosen.values()].map(({ system, derivation }) => ({
            literal,
            derivation,
            name: derivation.name,
            system,
            siblings,
            isShared: chosen.size > 1
        }));
    });
}
/** Those of the targets that need no other derivation whose hash is to be made anew. */
function withoutWaiting(bumped, targets, known) {
    const unknown = new Set();
    for (const { literal } of bumped.stale) {
        if (known.has(literal))
            continue;
        for (const fed of bumped.fed.values())
            for (const { drvPath } of fed.get(literal) ?? [])
                unknown.add(drvPath);
    }
    return targets.filter(({ derivation, system }) => {
        const needed = (0,_definitions_js__WEBPACK_IMPORTED_MODULE_6__/* .closureOf */ .TQ)((0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .graphOf */ .cQ)(bumped.evaluation, system), derivation.inputDrvs.keys());
        return !needed.some(({ drvPath }) => unknown.has(drvPath));
    });
}
/**
 * The targets with the hashes that are known by now in what they need. They are rebuilt as derivations; where that is not
 * possible, the package is evaluated again.
 */
async function prepareTargets(shop, bumped, targets, known) {
    try {
        const drvPaths = new Map();
        for (const [system, some] of Map.groupBy(targets, ({ system }) => system))
            for (const [target, drvPath] of await rebuild(shop, bumped, system, some, known))
                drvPaths.set(target, drvPath);
        return await readyAll(shop, bumped, drvPaths);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9) || error.code !== 'REBUILD_FAILED')
            throw error;
        shop.log.info(`evaluating again: ${error.message}`);
        return evaluateAgain(shop, bumped, targets, known);
    }
}
async function rebuild(shop, bumped, system, targets, known) {
    const changes = changesWith(bumped, system, known);
    for (const { literal, derivation, isShared } of targets) {
        // With one dye they would have one output path, and Nix would build one after the other.
        if (!isShared || known.has(literal))
            continue;
        const { drvPath } = derivation;
        const digest = (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_8__/* .dyeDigest */ .vz)(shop.project.head, drvPath, literal.algorithm);
        changes.set(drvPath, { digest });
    }
    const wanted = targets.map(({ derivation: { drvPath } }) => drvPath);
    const rebuilt = await rebuildAll(shop, bumped, system, changes, wanted);
    return new Map(targets.map((target) => {
        const { drvPath } = target.derivation;
        return [target, rebuilt.get(drvPath)?.drvPath ?? drvPath];
    }));
}
/** The wanted derivations with the hashes that are known by now, in place of dyes; those that it says nothing of stay. Throws REBUILD_FAILED. */
function rebuildWith(shop, bumped, system, known, wanted) {
    return rebuildAll(shop, bumped, system, changesWith(bumped, system, known), wanted);
}
/** By .drv path: what the known hashes change. */
function changesWith({ evaluation, fed, stale }, system, known) {
    const changes = new Map();
    const unknown = new Set(stale.map(({ literal }) => literal));
    for (const [literal, derivations] of fed.get(system) ?? []) {
        // What was read while evaluating has its true hash already; what is not stale gets the one that it has.
        if (evaluation.read.has(literal))
            continue;
        const digest = known.get(literal) ?? (unknown.has(literal) ? null : literal.digest);
        if (digest === null)
            continue;
        for (const { drvPath } of derivations)
            changes.set(drvPath, { digest });
    }
    return changes;
}
async function rebuildAll(shop, { evaluation }, system, changes, wanted) {
    const { nix, rebuilt } = shop;
    if (changes.size === 0)
        return new Map();
    const graph = (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .graphOf */ .cQ)(evaluation, system);
    return (0,_nix_rebuild_js__WEBPACK_IMPORTED_MODULE_4__/* .rebuildDerivations */ .M)(nix, graph, changes, wanted, madeFolder(shop), rebuilt);
}
function madeFolder({ scratch }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch, 'rebuilt');
}
/** Derivations for other systems are fetched by this machine's own fetcher, when their source is told by its URL. */
async function readyAll(shop, bumped, drvPaths) {
    const { runnerSystem } = shop.environment;
    const foreign = [...drvPaths.keys()].filter(({ derivation }) => ![runnerSystem, 'builtin'].includes(derivation.system));
    const candidates = (0,_definitions_js__WEBPACK_IMPORTED_MODULE_6__/* .fixedOutputs */ .lW)((0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .graphOf */ .cQ)(bumped.evaluation, runnerSystem));
    const made = await (0,_nix_transplant_js__WEBPACK_IMPORTED_MODULE_5__/* .transplant */ .s)(shop.nix, foreign.map(({ derivation }) => derivation), candidates, madeFolder(shop));
    return [...drvPaths].map(([target, drvPath]) => {
        const here = made.get(target.derivation.drvPath);
        return { target, drvPath: here?.drvPath ?? drvPath, isTransplant: here !== undefined };
    });
}
async function evaluateAgain(shop, bumped, targets, known) {
    const stale = bumped.stale.map(({ literal }) => literal);
    const unknown = stale.filter((literal) => !known.has(literal));
    const written = new Map((0,_workshop_js__WEBPACK_IMPORTED_MODULE_9__/* .replacementsOf */ .P1)([...bumped.versions, ...bumped.beside.keys]));
    for (const literal of stale) {
        const digest = known.get(literal);
        if (digest !== undefined)
            written.set(literal, (0,_literals_dye_js__WEBPACK_IMPORTED_MODULE_8__/* .writeDigest */ .O_)(literal, digest));
    }
    const evaluation = await (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .evaluateDyed */ .s9)(shop, unknown, { others: written });
    const drvPaths = targets.map((target) => {
        const digest = known.get(target.literal) ?? (0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .dyeOf */ .WI)(shop, target.literal);
        const found = (0,_definitions_js__WEBPACK_IMPORTED_MODULE_6__/* .fixedOutputs */ .lW)((0,_dyed_evaluation_js__WEBPACK_IMPORTED_MODULE_7__/* .graphOf */ .cQ)(evaluation, target.system)).find((derivation) => {
            const fixed = (0,_nix_derivations_js__WEBPACK_IMPORTED_MODULE_3__/* .fixedOutputOf */ .RS)(derivation);
            return derivation.name === target.name && fixed !== null && (0,_binary_cache_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sameDigest */ .VB)(fixed.digest, digest);
        });
        return [target, (found ?? target.derivation).drvPath];
    });
    return readyAll(shop, bumped, new Map(drvPaths));
}


/***/ }),

/***/ 81754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listed),
/* harmony export */   w: () => (/* binding */ toldBlocks)
/* harmony export */ });
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86778);



/** What a reader should look at, for a pull request or a summary. `rows`: how much of each list is shown. */
function toldBlocks(told, rows) {
    const of = (kind) => told.filter((place) => place.kind === kind);
    const [unfed, assumed, comments] = [of('unfed'), of('assumed'), of('comment')];
    const left = [...of('left'), ...of('unseen')];
    return [
        ...unfed
            .slice(0, Math.min(rows, mostWarnings))
            .map(({ why, ...place }) => `> **Warning:** the hash at ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(place))} was left alone, and may be the old version’s: ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(why, 500)}.`),
        ...more(unfed.length, Math.min(rows, mostWarnings), 'hash', 'hashes', 'left alone'),
        ...listed('**Assumed** to follow the version, beyond the version itself, the name and the main source; look at each:', assumed.map(placeLine), rows),
        ...listed('**Left as it was**, as it seems to be somebody else’s:', left.map(placeLine), rows),
        ...commentLine(comments, rows)
    ];
}
/** A warning for each of more would be read by nobody. */
const mostWarnings = 10;
/** A list under its heading, the first `rows` of it; nothing where it is empty. */
function listed(heading, lines, rows) {
    if (lines.length === 0)
        return [];
    const shown = lines.slice(0, rows);
    const rest = lines.length - shown.length;
    if (rest > 0)
        shown.push(shown.length === 0 ? (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rest, 'place') : `${rest} more`);
    return [`${heading}\n\n${shown.map((line) => `- ${line}`).join('\n')}`];
}
function placeLine({ text, why, ...place }) {
    return `${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(place))}: ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(text, 80)}, ${(0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownWords */ .Lx)(why, 500)}`;
}
function more(all, shown, one, several, what) {
    if (all <= shown)
        return [];
    return [
        `> **Warning:** ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(all - shown, `${shown > 0 ? 'more ' : ''}${one}`, `${shown > 0 ? 'more ' : ''}${several}`)} ${what}.`
    ];
}
function commentLine(comments, rows) {
    if (comments.length === 0)
        return [];
    const places = [...new Set(comments.map(_types_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t))];
    const shown = places.slice(0, Math.min(rows, 20)).map((place) => (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(place));
    const rest = places.length - shown.length;
    const names = [
        ...shown,
        ...(rest > 0 ? [(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rest, shown.length === 0 ? 'place' : 'more place')] : [])
    ];
    return [`Comments still say the old version: ${names.join(', ')}.`];
}


/***/ }),

/***/ 15081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ workOut)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/nix/derivations.ts
var nix_derivations = __webpack_require__(32393);
// EXTERNAL MODULE: ./src/binary-cache/digest.ts
var binary_cache_digest = __webpack_require__(69268);
// EXTERNAL MODULE: ./src/nix/build-errors.ts
var build_errors = __webpack_require__(2403);
// EXTERNAL MODULE: ./src/nix/hash-mismatch.ts
var hash_mismatch = __webpack_require__(2632);
// EXTERNAL MODULE: ./src/nix/realise.ts
var realise = __webpack_require__(33396);
;// CONCATENATED MODULE: ./src/nix/fixed-outputs.ts





/**
 * Realises fixed-output derivations at once, whatever their hashes: each that has a wrong one tells the right one. The build log
 * goes to the log, fenced. Throws NIX_FAILED when a derivation is not in the store, DISK_FULL, NIX_MISSING.
 */
async function realiseFixedOutputs(nix, drvPaths, log) {
    const derivations = await (0,nix_derivations/* readDerivations */.rj)(nix, drvPaths, { closure: false });
    const wanted = [...derivations.values()].map(({ drvPath, outputs }) => ({
        drvPath,
        outputs: [...outputs].flatMap(([name, { path }]) => (path === null ? [] : [{ name, path }]))
    }));
    const { failed, unexplained, exit, blocks } = await (0,realise/* realise */.Yb)(nix, wanted, {
        substituters: [],
        gcRootsDirectory: nix.roots,
        log
    });
    const round = new Map(drvPaths.map((drvPath) => [drvPath, { kind: 'valid' }]));
    const mismatches = (0,hash_mismatch/* hashMismatches */.F)(blocks);
    const found = new Map(mismatches.map(({ drvPath, got }) => [drvPath, got]));
    for (const [{ drvPath }, culprits] of failed) {
        // What is no part of the round would fail in each further one too.
        const culprit = culprits.find((one) => !derivations.has(one.drvPath)) ?? culprits[0];
        const isOwn = culprit.drvPath === drvPath;
        const got = found.get(drvPath);
        if (got !== undefined)
            round.set(drvPath, { kind: 'mismatch', got });
        else if (!isOwn && derivations.has(culprit.drvPath))
            round.set(drvPath, { kind: 'waiting', culprit: culprit.drvPath });
        else {
            const mismatch = mismatches.find((one) => one.drvPath === culprit.drvPath);
            const result = await explain(nix, drvPath, culprit);
            const isDrift = result.kind === 'failed' && mismatch !== undefined;
            round.set(drvPath, isDrift ? { ...result, mismatch } : result);
        }
    }
    for (const { drvPath } of unexplained) {
        const name = derivations.get(drvPath)?.name ?? drvPath;
        round.set(drvPath, {
            kind: 'failed',
            isGone: false,
            error: (0,realise/* unexplainedFailure */.UC)(name, drvPath, exit)
        });
    }
    return round;
}
async function explain(nix, drvPath, culprit) {
    if ((0,build_errors/* needsOtherMachine */.Ni)(culprit.reason)) {
        return { kind: 'needs-machine', culprit: culprit.drvPath, reason: culprit.reason };
    }
    const log = await (0,realise/* readLogTail */.Ty)(nix, culprit.drvPath);
    const described = await (0,nix_derivations/* readDerivations */.rj)(nix, [culprit.drvPath], { closure: false });
    const derivation = described.get(culprit.drvPath);
    const reason = (0,realise/* failureReason */.Hr)(drvPath, culprit, log);
    const fetched = derivation === undefined ? null : fetchFailure(derivation, culprit, log);
    return {
        kind: 'failed',
        isGone: fetched !== null && culprit.drvPath === drvPath && isCertainlyGone(log),
        error: new errors/* NarPublishError */.f9({
            code: fetched === null ? 'BUILD_FAILED' : 'FETCH_FAILED',
            subject: derivation?.name ?? culprit.drvPath,
            reason: fetched === null ? reason : `${fetched}; ${reason}`,
            builds: [{ drvPath: culprit.drvPath, lines: log }]
        })
    };
}
/** Only what has a fixed output may use the network; the words in another one's log are about something else. */
function fetchFailure(derivation, { reason }, log) {
    const error = (0,nix_derivations/* fixedOutputOf */.RS)(derivation) === null ? null : findFetchError(`${log}\n${reason}`);
    if (error === null)
        return null;
    const urls = (0,nix_derivations/* urlsOf */.Wn)(derivation);
    const what = urls.length === 0 ? 'what it fetches' : urls.join(' or ');
    return `${what} is not to be had: ${error.status === null ? error.line : `HTTP ${error.status}`}`;
}
/** How fetchers tell the status: curl; Nix; wget; Go; Cargo; npm; pnpm; Python. */
const statuses = [
    /The requested URL returned error: ([45]\d\d)/,
    /HTTP error ([45]\d\d)/i,
    /awaiting response\.\.\. ([45]\d\d)/,
    /https?:\S+: ([45]\d\d) [A-Z]/,
    /HTTP response from .*, got ([45]\d\d)/,
    /npm (?:ERR!|error) ([45]\d\d) /,
    /ERR_PNPM_FETCH_([45]\d\d)/
];
/** What they say when there is no answer. */
const outages = [
    /could(?:n.t| not) resolve (?:host|proxy)/i,
    /unable to resolve host|name or service not known|failure in name resolution|no such host/i,
    /connection (?:refused|reset|timed out)|operation timed out|TLS handshake timeout/i,
    /(?:could(?:n.t| not)|failed to|unable to) connect to /i,
    /network is unreachable|no route to host/i,
    /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b/
];
/** Or an answer without a status. */
const words = [
    ...outages,
    /^curl: \(\d+\)|cannot download .* from any mirror/,
    /unable to download '/,
    /^fatal: (?:unable to access|repository .* not found|could not read Username)/,
    /^fatal: (?:couldn't find remote ref|Remote branch .* not found)/i
];
/** Nobody was asked who might have it and gave no answer; a name that Git does not find is none. */
function isCertainlyGone(log) {
    const said = statuses.flatMap((pattern) => [...log.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(([, status]) => Number(status)));
    const isNoRef = /^fatal: (?:couldn't find remote ref|Remote branch .* not found)/im.test(log);
    const isOutage = outages.some((pattern) => pattern.test(log));
    return (!isOutage && (isNoRef || said.length > 0) && said.every((status) => [404, 410].includes(status)));
}
/** Finds the words of a network's or server's refusal in the log of something that fetches; null: it failed for another reason. */
function findFetchError(log) {
    const lines = log.split('\n').map((line) => line.trim());
    for (const pattern of statuses) {
        for (const line of lines) {
            const status = pattern.exec(line)?.[1];
            if (status !== undefined)
                return { line, status: Number(status) };
        }
    }
    const line = lines.find((line) => words.some((pattern) => pattern.test(line)));
    return line === undefined ? null : { line, status: null };
}

// EXTERNAL MODULE: ./src/sync/drift.ts
var drift = __webpack_require__(37584);
// EXTERNAL MODULE: ./src/sync/types.ts
var types = __webpack_require__(86778);
// EXTERNAL MODULE: ./src/sync/targets.ts
var sync_targets = __webpack_require__(22961);
;// CONCATENATED MODULE: ./src/sync/compute.ts






/** FETCH_FAILED: servers say that there is no such thing. `gone`: what was asked for, by the literal that is its hash. */
class NotThere extends errors/* NarPublishError */.f9 {
    gone;
    constructor({ code, subject, reason, hint }, gone) {
        super({ code, subject, reason, hint });
        this.gone = gone;
    }
}
/**
 * Makes every stale hash anew, in rounds: all that needs no other one is realised at once, each mismatch tells one hash, and what
 * waited for it is rebuilt with it for the next round. Throws HASH_AMBIGUOUS, HASH_DRIFT, HASH_ALGORITHM, HASH_NEEDS_MACHINE, FETCH_FAILED,
 * BUILD_FAILED.
 */
async function computeHashes(shop, bumped) {
    for (const { literal } of bumped.stale)
        refuseAlgorithm(literal);
    const known = new Map(bumped.evaluation.read);
    for (const [literal, { got, isTaken }] of bumped.evaluation.fetched)
        if (isTaken || isSame(literal, got))
            known.set(literal, got);
    const fetched = new Set();
    let targets = (0,sync_targets/* findTargets */.q8)(shop, bumped);
    while (targets.length > 0) {
        const round = (0,sync_targets/* withoutWaiting */.Mk)(bumped, targets, known);
        shop.counts.rounds++;
        shop.log.info(`round ${shop.counts.rounds}: ${round.map(({ name }) => name).join(', ')}`);
        const ready = await (0,sync_targets/* prepareTargets */.g4)(shop, bumped, round, known);
        const { done, failures, gone } = await realiseRound(shop, bumped, ready, known, fetched);
        // What failed for a reason of its own stops the run once the others have been tried.
        if (failures[0] !== undefined)
            throw gone.size === 0 ? failures[0] : new NotThere(failures[0], gone);
        if (done.size === 0) {
            const places = targets.map(({ literal }) => (0,types/* placeOf */.$t)(literal)).join(', ');
            throw (0,errors/* internalError */.WB)(places, 'another round of building would tell nothing new');
        }
        targets = targets.filter((target) => !done.has(target));
    }
    return bumped.stale.flatMap((hash) => {
        const digest = known.get(hash.literal);
        return digest === undefined
            ? []
            : [{ ...hash, digest, how: fetched.has(hash.literal) ? 'fetched' : 'built' }];
    });
}
/** Fills `known` with what this round tells. */
async function realiseRound(shop, { literals }, ready, known, fetched) {
    const told = [...shop.told].map(([drvPath, got]) => [drvPath, { kind: 'mismatch', got }]);
    const results = await realiseFixedOutputs(shop.nix, [...new Set(ready.map(({ drvPath }) => drvPath))].filter((drvPath) => !shop.told.has(drvPath)), shop.log);
    for (const [drvPath, result] of told)
        results.set(drvPath, result);
    const done = new Set();
    const failures = [];
    const gone = new Map();
    for (const { target, drvPath, isTransplant } of ready) {
        const result = results.get(drvPath);
        if (result === undefined || result.kind === 'waiting')
            continue;
        shop.counts.builds++;
        if (result.kind === 'failed') {
            const { error, mismatch, isGone } = result;
            if (isGone)
                gone.set(target.literal, target.derivation);
            const computed = [...known].map(([literal, digest]) => ({ literal, digest }));
            failures.push(mismatch === undefined ? error : (0,drift/* hashFound */.B)(mismatch, literals, computed));
        }
        else if (result.kind === 'needs-machine')
            failures.push(needsMachine(target, result.reason));
        else {
            // Valid: another derivation of the same literal told the hash, and this one agrees.
            if (result.kind === 'mismatch')
                learn(target, result.got, known);
            if (isTransplant)
                fetched.add(target.literal);
            done.add(target);
        }
    }
    return { done, failures, gone };
}
function learn(target, got, known) {
    const other = known.get(target.literal);
    if (other !== undefined && !(0,binary_cache_digest/* sameDigest */.VB)(other, got)) {
        throw new errors/* NarPublishError */.f9({
            code: 'HASH_AMBIGUOUS',
            subject: (0,types/* placeOf */.$t)(target.literal),
            reason: `it is the hash of several derivations (${target.siblings.join(', ')}), which now differ: ${(0,binary_cache_digest/* sriOf */.wM)(other)} and ${(0,binary_cache_digest/* sriOf */.wM)(got)}`,
            hint: 'Give each of them a hash of its own.'
        });
    }
    known.set(target.literal, got);
}
function isSame({ digest }, got) {
    return digest !== null && (0,binary_cache_digest/* sameDigest */.VB)(digest, got);
}
function refuseAlgorithm(literal) {
    if (literal.algorithm === 'sha256' || literal.algorithm === 'sha512')
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'HASH_ALGORITHM',
        subject: (0,types/* placeOf */.$t)(literal),
        reason: `it is ${literal.algorithm}, which is no longer safe`
    });
}
function needsMachine({ literal, name, system }, words) {
    return new errors/* NarPublishError */.f9({
        code: 'HASH_NEEDS_MACHINE',
        subject: `${(0,types/* placeOf */.$t)(literal)}, ${name}`,
        reason: `it takes a builder for ${system}, which this machine is not (${words})`
    });
}

// EXTERNAL MODULE: ./src/sync/change.ts
var sync_change = __webpack_require__(81679);
;// CONCATENATED MODULE: ./src/sync/searched-texts.ts
const shellWord = String.raw `(?:'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|[^\s'"\\;&|<>()])+`;
const commands = /(?:^|[\s;&|(])(substitute(?:InPlace|Stream)?|sed)(?=\s)/g;
const searched_texts_words = new RegExp(String.raw `[ \t]+|\\\r?\n|(${shellWord})|[^]`, 'y');
/**
 * What `substituteInPlace FILE --replace-fail TEXT …` and `sed -e 's/TEXT/…/' FILE` look for. Of a regular expression only one that
 * means itself, a dot aside; other commands look for nothing that could be told. Pure.
 */
function searchedTexts(script) {
    return [...script.matchAll(commands)].flatMap(({ 0: whole, 1: name, index }) => {
        const args = argumentsFrom(script, index + whole.length);
        return name === 'sed' ? searchedBySed(args) : searchedBySubstitute(args);
    });
}
/** Up to the end of the command, without quotes. */
function argumentsFrom(script, start) {
    const found = [];
    searched_texts_words.lastIndex = start;
    for (;;) {
        const match = searched_texts_words.exec(script);
        if (match === null)
            return found;
        const [whole, word] = match;
        if (word !== undefined)
            found.push(unquoted(word));
        else if (!/^(?:[ \t]+|\\\r?\n)$/.test(whole))
            return found;
    }
}
function unquoted(word) {
    return word.replace(/'([^']*)'|"((?:\\[^]|[^"\\])*)"|\\([^])/g, (_, single, double, escaped) => single ?? double?.replace(/\\([$`"\\\n])/g, '$1') ?? escaped ?? '');
}
function searchedBySubstitute(args) {
    const first = args.findIndex((word) => word.startsWith('--'));
    const files = first === -1 ? [] : args.slice(0, first);
    return args.flatMap((word, index) => {
        const text = /^--replace(?:-(?:fail|warn|quiet))?$/.test(word) ? args[index + 1] : undefined;
        return text === undefined || text === '' ? [] : [{ text, files }];
    });
}
function searchedBySed(args) {
    const scripts = args.filter((word) => /^[^-].*|^-[^-]*e./.test(word));
    const files = args.filter((word) => /^[\w./-]+\.\w+$/.test(word) && !word.startsWith('-'));
    return scripts.flatMap((script) => [...script.matchAll(/(?:^|[;\s{}0-9$])s([/|,#@:!+])((?:\\[^]|(?!\1)[^\\\n])+?)\1/g)].flatMap(([, , pattern = '']) => {
        const text = pattern.replace(/\\([./|,#@:!+"'-])/g, '$1').replace(/^\^|\$$/g, '');
        return /[\\*[\]^$]/.test(text) ? [] : [{ text, files }];
    }));
}

// EXTERNAL MODULE: ./src/sync/sources.ts
var sync_sources = __webpack_require__(75941);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(72589);
;// CONCATENATED MODULE: ./src/sync/upstream-texts.ts




/** Bytes of a source that are read at most: a text in the rest is not found. */
const mostRead = 2 * 1024 ** 3;
/**
 * Which of the texts a source holds: a folder in the store, of which `files` alone are read when they are all there, or an archive, read
 * as `tar` unpacks it and written nowhere. null: it is an archive that tar cannot read.
 */
async function textsInSource(source, texts, files, env) {
    const search = new TextSearch(texts);
    if ((await (0,promises_.stat)(source)).isDirectory()) {
        for (const file of await chosenFiles(source, files)) {
            await search.read((0,external_node_fs_.createReadStream)(file));
            search.endFile();
        }
        return search.found;
    }
    const args = ['-xOf', source];
    const { child, stdout, exit } = (0,start/* startProgram */.Xd)({ program: 'tar', args }, { env });
    await search.read(stdout);
    child.kill();
    const { status, signal } = await exit.catch(() => ({ status: 127, signal: null }));
    return status === 0 || (signal !== null && search.isDone) ? search.found : null;
}
async function chosenFiles(folder, files) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const all = entries.filter((one) => one.isFile()).map((one) => (0,external_node_path_.join)(one.parentPath, one.name));
    const named = files.map((file) => (0,external_node_path_.join)(folder, file));
    const areThere = named.length > 0 && named.every((file) => all.includes(file));
    return areThere ? named : all;
}
class TextSearch {
    found = new Set();
    #texts;
    #overlap;
    #rest = Buffer.alloc(0);
    #read = 0;
    constructor(texts) {
        this.#texts = texts.map((text) => [text, Buffer.from(text)]);
        this.#overlap = Math.max(0, ...this.#texts.map(([, bytes]) => bytes.length - 1));
    }
    get isDone() {
        return this.found.size === this.#texts.length || this.#read > mostRead;
    }
    async read(stream) {
        for await (const chunk of stream) {
            this.#read += chunk.length;
            const bytes = Buffer.concat([this.#rest, chunk]);
            for (const [text, wanted] of this.#texts)
                if (bytes.includes(wanted))
                    this.found.add(text);
            this.#rest = bytes.subarray(Math.max(0, bytes.length - this.#overlap));
            if (this.isDone)
                break;
        }
    }
    /** What the next one begins with does not go on with what this one ends with. */
    endFile() {
        this.#rest = Buffer.alloc(0);
    }
}

// EXTERNAL MODULE: ./src/sync/workshop.ts
var workshop = __webpack_require__(58674);
;// CONCATENATED MODULE: ./src/sync/still-searched.ts







/** Those of occurrences that show in nothing but the package's own scripts. */
function patternsOf(occurrences) {
    return occurrences.flatMap(({ literal, shown }) => {
        if (shown.some(({ kind }) => kind !== 'own'))
            return [];
        return shown.flatMap((one) => {
            const [old, now] = [searchedTexts(one.old), searchedTexts(one.new)];
            return now.flatMap(({ text, files }, index) => {
                const was = old[index]?.text;
                return was === undefined || was === text ? [] : [{ literal, old: was, new: text, files }];
            });
        });
    });
}
/**
 * Which of the patterns the new source has as it was, and not with the new version: the version in it is somebody else's, such as a
 * dependency's in a requirements file. The source is fetched for that, when there are any patterns.
 */
async function stillSearched(shop, change, occurrences) {
    const patterns = patternsOf(occurrences);
    const sources = patterns.length === 0 ? [] : await newSources(shop, change);
    if (sources.length === 0)
        return [];
    const found = [];
    for (const pattern of patterns) {
        const { old, new: now, files } = pattern;
        const env = shop.environment.childEnvironment;
        const held = new Set();
        for (const source of sources)
            for (const text of (await textsInSource(source, [old, now], files, env)) ?? [])
                held.add(text);
        if (held.has(old) && !held.has(now))
            found.push(pattern);
    }
    return found;
}
/** What this machine's package is made of, with the change made; none where that does not evaluate, which is said elsewhere. */
async function newSources(shop, change) {
    const system = shop.environment.runnerSystem;
    if (!shop.systems.includes(system))
        return [];
    await (0,workshop/* writeCopy */.bt)(shop, (0,workshop/* replacementsOf */.P1)((0,sync_change/* editsOf */.t7)(change)));
    const evaluated = await (0,workshop/* evaluateCopy */.TK)(shop, system);
    if (!('drvPath' in evaluated))
        return [];
    const graph = await (0,nix_derivations/* readDerivations */.rj)(shop.nix, [evaluated.drvPath]);
    const sources = (0,sync_sources/* mainSources */.gS)(evaluated.drvPath, graph, evaluated.version);
    const round = await realiseFixedOutputs(shop.nix, sources.map(({ drvPath }) => drvPath), shop.log);
    return sources.flatMap(({ drvPath, outputs }) => {
        const path = outputs.get('out')?.path ?? null;
        return round.get(drvPath)?.kind === 'valid' && path !== null ? [path] : [];
    });
}

// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/sync/dyed-evaluation.ts
var dyed_evaluation = __webpack_require__(59780);
// EXTERNAL MODULE: ./src/sync/literals/version-spelling.ts
var version_spelling = __webpack_require__(44647);
// EXTERNAL MODULE: ./src/sync/literals/find.ts + 2 modules
var find = __webpack_require__(47204);
// EXTERNAL MODULE: ./src/sync/own-texts.ts
var own_texts = __webpack_require__(52718);
// EXTERNAL MODULE: ./src/sync/literals/dye.ts
var dye = __webpack_require__(62290);
// EXTERNAL MODULE: ./src/sync/version/source-host.ts
var source_host = __webpack_require__(24610);
;// CONCATENATED MODULE: ./src/sync/same-project.ts




/**
 * Whether a download is of the project that a package's main sources are of: it is on one of their repositories, or beside them
 * (`…/infer/1.2.0/data.zip` for `…/infer/1.2.0/infer.zip`), or has the project's name in its address, and on a forge the same owner. Anything else
 * has a version of its own, which is the package's by coincidence. Where nothing is known of one of them, it is taken for the package's. Pure.
 */
function isSameProject(download, sources, of) {
    const theirs = (0,nix_derivations/* urlsOf */.Wn)(download).flatMap((url) => placeOfUrl(url, of));
    const ours = sources.flatMap(nix_derivations/* urlsOf */.Wn).flatMap((url) => placeOfUrl(url, of));
    if (theirs.length === 0 || ours.length === 0)
        return true;
    const names = [of.pname, ...ours.flatMap(({ repo }) => repo ?? [])].filter(Boolean).map(wordsIn);
    return theirs.some((place) => ours.some((own) => {
        if (place.repository !== null && place.repository === own.repository)
            return true;
        if (place.beside !== null && place.beside === own.beside)
            return true;
        const isOwners = place.owner === null || own.owner === null || place.owner === own.owner;
        return isOwners && names.some((name) => wordsIn(place.text).includes(name));
    }));
}
function placeOfUrl(url, { version, serverUrl }) {
    const parsed = (0,errors/* attempt */.CD)(() => new URL(url), null);
    if (parsed === null)
        return [];
    const text = `${parsed.host}${parsed.pathname}`;
    const host = (0,source_host/* sourceHost */.Y)(url, serverUrl);
    const start = (0,find/* findVersionLiterals */.sA)({ path: 'text', text }, version)[0]?.start;
    const before = start === undefined ? null : text.slice(0, start).replace(/v$/i, '');
    const isFolder = before?.endsWith('/') === true && before.slice(0, -1).includes('/');
    const place = { text, beside: isFolder ? before : null, owner: null, repo: null };
    if (host === null)
        return [{ ...place, repository: null }];
    const repository = `${host.kind} ${'url' in host ? host.url : 'repo' in host ? `${host.owner}/${host.repo}` : host.name}`;
    if (host.kind !== 'github' && host.kind !== 'git')
        return [{ ...place, repository }];
    const parts = repository
        .toLowerCase()
        .replace(/\.git$/, '')
        .split(/[/ ]/);
    return [{ ...place, repository, owner: parts.at(-2) ?? null, repo: parts.at(-1) ?? null }];
}
/** ` vlc plugin x `: to look for words in. */
function wordsIn(text) {
    return ` ${text
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .join(' ')
        .trim()} `;
}

;// CONCATENATED MODULE: ./src/sync/version-trials.ts










/** Occurrences that are tried one by one, where marks cannot be evaluated. */
const mostTrials = 24;
function isBumped({ packages }, newVersion) {
    return [...packages.values()].every(({ version }) => version === newVersion);
}
/** The package with the new version at these places; null: it does not evaluate so. */
async function tryBump(search, places, what = places.map(types/* placeOf */.$t).join(', ')) {
    const { piece, evaluateWith } = search;
    return evaluates(search, `with ${piece.new} at ${what}`, () => evaluateWith((0,workshop/* replacementsOf */.P1)(places.map((place) => (0,version_spelling/* bumpEdit */.ZO)(place, piece.new)))));
}
/** The new version with a mark of its own at each occurrence: `1.2.3.90001` */
function marksAt(all, piece) {
    const mark = (place, index) => (0,version_spelling/* bumpEdit */.ZO)(place, (0,dye/* markVersion */.m8)(piece.new, index));
    return (0,workshop/* replacementsOf */.P1)(all.map(mark));
}
/** Each occurrence with such a mark. null: the package does not evaluate with marks in it. */
async function byMarks(search) {
    const { all, piece } = search;
    const evaluation = await evaluates(search, 'with each occurrence marked', () => search.evaluateWith(marksAt(all, piece)));
    if (evaluation === null)
        return null;
    const said = sayings(search, evaluation, (text) => (0,dye/* marksIn */.MC)(text, piece.new).length > 0);
    const marked = said.map((saying) => ({ ...saying, marks: (0,dye/* marksIn */.MC)(saying.text, piece.new) }));
    // Of several sources the ones that follow the version are the main ones.
    const own = new Set(marked.flatMap(({ origin, marks }) => (origin.kind === 'identity' ? marks : [])));
    const following = new Set(marked.flatMap(({ origin, isMain, marks }) => origin.kind === 'fetched' && isMain && marks.some((mark) => own.has(mark))
        ? [origin.derivation.drvPath]
        : []));
    const isMain = ({ origin, isMain }) => isMain &&
        (following.size === 0 ||
            (origin.kind === 'fetched' && following.has(origin.derivation.drvPath)));
    const spelled = (version, index) => (0,version_spelling/* spellVersion */.nI)(version, all[index]?.separator ?? '.');
    const others = marksElsewhere(search, evaluation);
    return all.map((literal, index) => ({
        literal,
        shown: marked
            .filter(({ marks }) => marks.includes(index))
            .map((saying) => shownBy({ ...saying, isMain: isMain(saying) }, piece, (text, version) => (0,dye/* withoutMarks */.zw)(text, piece.new, (at) => spelled(at === index ? version : piece.new, at)))),
        elsewhere: others.get(index) ?? []
    }));
}
/** The packages that it needs, by the marks that show there. */
function marksElsewhere({ shop, piece, before }, evaluation) {
    const found = new Map();
    for (const system of shop.systems) {
        const evaluated = evaluation.packages.get(system);
        if (evaluated === undefined)
            continue;
        const known = new Set((0,dyed_evaluation/* graphOf */.cQ)(before, system).keys());
        for (const one of (0,own_texts/* otherDerivations */.l6)(evaluated, (0,dyed_evaluation/* graphOf */.cQ)(evaluation, system), known)) {
            const name = (0,dye/* withoutMarks */.zw)(one.name, piece.new, () => piece.old);
            for (const mark of (0,own_texts/* textsIn */.Ej)(one).flatMap(([, text]) => (0,dye/* marksIn */.MC)(text, piece.new)))
                found.set(mark, [...new Set([...(found.get(mark) ?? []), name])]);
        }
    }
    return found;
}
/** Each occurrence bumped alone: it is the package's when that shows. One with which nothing evaluates is something else's name. */
async function byTrial(search) {
    const { all, piece, before, followed } = search;
    if (all.length > mostTrials) {
        const words = `it occurs ${all.length} times, too often for each to be tried alone`;
        search.failures.push({ words, error: null });
        return [];
    }
    const known = new Set(sayings(search, followed ?? before).map(({ text }) => text));
    const occurrences = [];
    for (const literal of all) {
        const evaluation = await tryBump(search, [literal]);
        const texts = evaluation === null ? [] : sayings(search, evaluation);
        const shown = texts
            .filter(({ text }) => !known.has(text))
            .map((saying) => shownBy(saying, piece));
        occurrences.push({ literal, shown, elsewhere: [] });
    }
    return occurrences;
}
/**
 * All occurrences bumped together, as a version may be the name of its own hash, then each left out: it is the package's when that
 * shows, or when the package does without it no more. Where all together are too many, all but one. null: the package does not
 * get its version in any of these ways.
 */
async function byLeavingOut(search) {
    const { all, piece, newVersion } = search;
    const bumped = async (places, what) => {
        const evaluation = await tryBump(search, places, what);
        return evaluation !== null && isBumped(evaluation, newVersion) ? evaluation : null;
    };
    const without = (place, places) => places.filter((one) => one !== place);
    let together = await bumped(all, 'all of its occurrences');
    let places = all;
    for (const place of together === null && all.length > 2 ? all : []) {
        places = without(place, all);
        together = await bumped(places);
        if (together !== null)
            break;
    }
    if (together === null)
        return null;
    const texts = sayings(search, together);
    const occurrences = [];
    for (const literal of places) {
        const others = await bumped(without(literal, places));
        if (others === null) {
            occurrences.push({ literal, shown: [needed], elsewhere: [] });
            continue;
        }
        const left = new Set(sayings(search, others).map(({ text }) => text));
        const shown = texts
            .filter(({ text }) => !left.has(text))
            .map((saying) => shownBy(saying, piece));
        occurrences.push({ literal, shown, elsewhere: [] });
    }
    return occurrences;
}
/** Of an occurrence that cannot be left out. */
const needed = {
    kind: 'identity',
    role: 'assumed',
    where: 'the package does not evaluate without it',
    old: '',
    new: '',
    url: null,
    hashes: []
};
/** `at`: a text with this version at the occurrence. */
function shownBy({ origin, text, hashes, isMain, isOurs }, { old, new: bumped }, at = (all, version) => all.replaceAll(bumped, () => version)) {
    const isDownload = origin.kind === 'fetched';
    const url = isDownload ? ((0,nix_derivations/* urlsOf */.Wn)(origin.derivation)[0] ?? null) : null;
    const where = (0,own_texts/* originWords */.uY)(origin);
    return {
        kind: origin.kind,
        role: origin.kind === 'identity' || isMain
            ? 'certain'
            : isDownload && !isOurs
                ? 'foreign'
                : 'assumed',
        where: where === null ? null : at(where, bumped),
        old: at(text, old),
        new: at(text, bumped),
        url: url === null ? null : at(url, old),
        hashes
    };
}
function sayings({ shop, hashes, piece }, evaluation, isWanted = () => true) {
    return shop.systems.flatMap((system) => {
        const evaluated = evaluation.packages.get(system);
        if (evaluated === undefined)
            return [];
        const { pname, drvPath, version } = evaluated;
        const graph = (0,dyed_evaluation/* graphOf */.cQ)(evaluation, system);
        const main = (0,sync_sources/* mainSources */.gS)(drvPath, graph, version);
        const of = { pname, version: piece.new, serverUrl: shop.environment.serverUrl };
        const fed = [...(0,dyed_evaluation/* fedBy */.fR)(shop, hashes, evaluation, system)];
        return (0,own_texts/* ownTexts */.BS)(evaluated, graph)
            .filter(({ text }) => isWanted(text))
            .map((own) => {
            const { origin } = own;
            if (origin.kind !== 'fetched')
                return { ...own, isMain: false, isOurs: true, hashes: [] };
            const { derivation } = origin;
            const isMain = main.includes(derivation);
            return {
                ...own,
                isMain,
                isOurs: isMain || isSameProject(derivation, main, of),
                hashes: fed.flatMap(([literal, ones]) => (ones.includes(derivation) ? [literal] : []))
            };
        });
    });
}
/** null: it does not evaluate; a full disk, say, tells nothing of the package and is thrown. */
async function evaluates({ shop, failures }, what, evaluate) {
    try {
        return await evaluate();
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'EVALUATION_FAILED')
            throw error;
        shop.log.debug(`${what}: ${error.message}`);
        failures.push({ words: `${what}: ${error.reason}`, error });
        return null;
    }
}

;// CONCATENATED MODULE: ./src/sync/version-places.ts









/**
 * Which occurrences of the old version are the package's. A single one in Nix code is believed when nothing of the old version is
 * left; else each gets a mark of its own (`1.2.3.90001`), and the marks that come out at the package tell. What comes out at nothing but a
 * download of another project is left, unless the package cannot do without. Throws VERSION_UNTRACED.
 */
async function findVersionPlaces(shop, traced, hashes, { oldVersion, newVersion, others, isFollowed, stays }, options = {}) {
    const evaluateWith = (replacements) => (0,dyed_evaluation/* evaluateDyed */.s9)(shop, hashes, {
        ...options,
        others: new Map([...(0,workshop/* replacementsOf */.P1)(others), ...replacements])
    });
    const failures = [];
    const own = isFollowed
        ? await evaluates({ shop, failures }, 'with the source alone', () => evaluateWith(new Map()))
        : null;
    const occurring = occurrencesIn(shop.files, { oldVersion, newVersion, others, stays });
    if (occurring !== null) {
        const { piece, all, kept } = occurring;
        const before = traced.evaluation;
        const ownFiles = new Set([
            shop.project.packageFile,
            ...traced.hashes.map(({ literal }) => literal.file)
        ]);
        const asked = { shop, all, piece, newVersion, hashes, ownFiles, before, evaluateWith };
        const search = { ...asked, followed: own, failures };
        const { occurrences, foreign, evaluation } = await placesAmong(search);
        const edits = occurrences.map(({ literal }) => (0,version_spelling/* bumpEdit */.ZO)(literal, piece.new));
        const left = [...kept, ...leftAmong(foreign, edits)];
        return { edits, occurrences, left, evaluation };
    }
    if (others.length > 0 || own !== null) {
        // The version stays, or is made of the commit.
        const evaluation = own ?? (await evaluateWith(new Map()));
        if (isBumped(evaluation, newVersion)) {
            return { edits: [], occurrences: [], left: [], evaluation };
        }
    }
    throw untraced(shop, oldVersion, 'it stands in none of the tracked files');
}
/** What findVersionPlaces evaluates first, of a source that goes with the version by itself; null: it finds none. Pure. */
function firstTrial(files, step) {
    const occurring = occurrencesIn(files, step);
    if (occurring === null)
        return null;
    const { piece, all } = occurring;
    const single = singleAmong(all);
    return single === null ? marksAt(all, piece) : (0,workshop/* replacementsOf */.P1)([(0,version_spelling/* bumpEdit */.ZO)(single, piece.new)]);
}
/** Where the old version stands, or the first of its pieces that stands anywhere. */
function occurrencesIn(files, { oldVersion, newVersion, others, stays }) {
    const isSame = oldVersion === null || newVersion === null || oldVersion === newVersion;
    for (const piece of isSame ? [] : (0,version_spelling/* piecesOf */.Xe)(oldVersion, newVersion)) {
        const found = files
            .flatMap((file) => (0,find/* findVersionLiterals */.sA)(file, piece.old))
            .filter((place) => !others.some((edit) => overlap(edit, place)));
        const all = found.filter((place) => stays.reasonFor(place) === null);
        if (all.length === 0)
            continue;
        const kept = found.flatMap((place) => {
            const why = stays.reasonFor(place);
            return why === null ? [] : [toldOf(place, why)];
        });
        return { piece, all, kept };
    }
    return null;
}
/** The only one in Nix code, or where there is none in Nix code the only one. */
function singleAmong(all) {
    const inCode = all.filter(({ file }) => file.endsWith('.nix'));
    const [only, ...others] = inCode.length > 0 ? inCode : all;
    return only === undefined || others.length > 0 ? null : only;
}
function overlap(a, b) {
    return a.file === b.file && a.start < b.end && b.start < a.end;
}
async function placesAmong(search) {
    const { all, followed } = search;
    // Nothing else is needed: what is left may be anybody's.
    const isDone = followed !== null && isBumped(followed, search.newVersion);
    const single = singleAmong(all);
    if (single !== null && !isDone) {
        const alone = [{ literal: single, shown: [], elsewhere: [] }];
        const evaluation = await bumped(search, alone);
        const isAll = all.length === 1 || (evaluation !== null && !isLeft(search, evaluation));
        if (evaluation !== null && isAll)
            return { occurrences: alone, foreign: [], evaluation };
        if (all.length === 1)
            throw notFound(search);
    }
    const tried = (await byMarks(search)) ?? (await byTrial(search));
    const among = await chooseAmong(search, tried);
    if (among !== null)
        return among;
    if (isDone)
        return { occurrences: [], foreign: tried, evaluation: followed };
    const together = await byLeavingOut(mostLikely(search));
    const amongAll = together === null ? null : await chooseAmong(search, together);
    if (amongAll !== null)
        return amongAll;
    throw notFound(search);
}
/** What the package shows, without what is foreign if that will do. null: with none of it the package gets its version. */
async function chooseAmong(search, tried) {
    const seen = tried.filter(({ shown }) => shown.length > 0);
    const ours = seen.filter((one) => roleAmong(one) !== 'foreign');
    for (const occurrences of ours.length < seen.length ? [ours, seen] : [seen]) {
        const evaluation = await bumped(search, occurrences);
        if (evaluation === null)
            continue;
        const foreign = tried.filter((one) => !occurrences.includes(one));
        return { occurrences, foreign, evaluation };
    }
    return null;
}
/** Of what was met on the way the first and the last are told: with the occurrences marked, and with all of them. */
function notFound({ shop, all, piece, failures }) {
    const own = failures.find(({ error }) => error !== null)?.error;
    // A version that can stand at one place alone, where the package does not evaluate with it.
    if (all.length === 1 && own !== null && own !== undefined)
        return own;
    const words = [...new Set(failures.map((failure) => failure.words))];
    const told = words.length > 2 ? [...words.slice(0, 1), ...words.slice(-1)] : words;
    const places = all.slice(0, mostTrials).map(types/* placeOf */.$t).join(', ');
    return untraced(shop, piece.old, [
        `none of its occurrences (${places}) makes the package’s version ${piece.new}, nor do all of them together`,
        ...told
    ].join('; '));
}
async function bumped(search, occurrences) {
    const places = occurrences.map(({ literal }) => literal);
    if (places.length === 0)
        return null;
    const evaluation = await tryBump(search, places);
    if (evaluation === null || isBumped(evaluation, search.newVersion))
        return evaluation;
    const version = [...evaluation.packages.values()][0]?.version ?? 'none';
    const where = places.map(types/* placeOf */.$t).join(', ');
    const words = `with ${search.piece.new} at ${where} the package’s version is ${version}`;
    search.failures.push({ words, error: null });
    return null;
}
/** Where there are too many occurrences to try each, those in the package's own files. */
function mostLikely(search) {
    if (search.all.length <= mostTrials)
        return search;
    const likely = search.all.filter(({ file }) => search.ownFiles.has(file));
    return { ...search, all: likely.length <= mostTrials ? likely : [] };
}
function roleAmong({ shown }) {
    const roles = shown.map(({ role }) => role);
    // What the package says itself may be the name of what it downloads.
    const isOurs = shown.some(({ kind, role }) => kind === 'fetched' && role === 'assumed');
    if (roles.length === 0 || roles.includes('certain'))
        return 'certain';
    return !isOurs && roles.includes('foreign') ? 'foreign' : 'assumed';
}
function isLeft({ shop, before, piece }, evaluation) {
    return shop.systems.some((system) => {
        const evaluated = evaluation.packages.get(system);
        const known = new Set((0,dyed_evaluation/* graphOf */.cQ)(before, system).keys());
        return (evaluated !== undefined &&
            (0,own_texts/* ownTexts */.BS)(evaluated, (0,dyed_evaluation/* graphOf */.cQ)(evaluation, system), known).some(({ text }) => (0,find/* findVersionLiterals */.sA)({ path: 'text', text }, piece.old).length > 0));
    });
}
/** Places that were bumped although neither the version, the name nor the main source says so. */
function assumedPlaces(occurrences, edits) {
    return occurrences.flatMap((occurrence, index) => {
        const edit = edits[index];
        if (edit === undefined || roleAmong(occurrence) === 'certain')
            return [];
        const words = new Set(occurrence.shown.flatMap(({ where }) => where ?? []));
        return [{ ...toldOf(edit, (0,src_text/* list */.p_)([...words].slice(0, 3))), kind: 'assumed' }];
    });
}
/** What is told of those that stay: all that somebody else shows, and in files that change all others too. */
function leftAmong(occurrences, edits) {
    const edited = new Set(edits.map(({ file }) => file));
    return occurrences.flatMap(({ literal, shown, elsewhere }) => {
        const url = shown.find((one) => one.url !== null)?.url;
        if (typeof url === 'string')
            return [toldOf(literal, `the version of another project’s ${url}`)];
        if (elsewhere[0] !== undefined)
            return [toldOf(literal, `the version of ${elsewhere[0]}`)];
        const unseen = {
            ...toldOf(literal, 'nothing of the package shows it'),
            kind: 'unseen'
        };
        return edited.has(literal.file) ? [unseen] : [];
    });
}
function toldOf({ file, line, text }, why) {
    return { kind: 'left', file, line, text, why };
}
function untraced(shop, oldVersion, reason) {
    return new errors/* NarPublishError */.f9({
        code: 'VERSION_UNTRACED',
        subject: `${shop.work.package.text}, version ${oldVersion ?? '(none)'}`,
        reason
    });
}

;// CONCATENATED MODULE: ./src/sync/attempts.ts







/**
 * Takes the steps, and takes them anew without a place of the version that was only assumed to be the package's, where it turns out that
 * it is not: a server has no such thing, upstream's file does not say so. `stays` takes those places, with the reason. What stands in the
 * way of everything else is thrown as it came.
 */
async function withoutDoubtful(shop, stays, steps) {
    const { files } = shop;
    let failed = null;
    for (;;) {
        const bumped = await steps.bump().catch((error) => {
            throw failed ?? error;
        });
        const assumed = bumped.occurrences.filter((one) => roleAmong(one) === 'assumed');
        let doubtful;
        try {
            const made = await steps.compute(bumped);
            doubtful = (await stillSearched(shop, made.change, assumed)).map(({ literal, old }) => ({
                literal,
                why: `the new source still says ${JSON.stringify(old)}, which the package looks for`
            }));
            if (doubtful.length === 0)
                return { bumped, made, proved: await steps.prove(bumped, made) };
        }
        catch (error) {
            doubtful = doubtfulBy(error, assumed);
            // What is said of the second attempt would be about something that nobody wrote.
            if (doubtful.length === 0)
                throw failed ?? error;
            failed = error instanceof NotThere ? null : error;
        }
        for (const { literal, why } of doubtful) {
            shop.log.info(`left ${(0,types/* placeOf */.$t)(literal)}: ${why}`);
            stays.add(literal, why);
        }
        await (0,workshop/* renewCopy */.fw)(shop, files);
    }
}
function doubtfulBy(error, assumed) {
    if (error instanceof NotThere) {
        return assumed.flatMap(({ literal, shown }) => {
            const gone = shown.flatMap(({ hashes }) => hashes.flatMap((hash) => error.gone.get(hash) ?? []));
            const [derivation] = gone;
            if (derivation === undefined)
                return [];
            const what = (0,nix_derivations/* urlsOf */.Wn)(derivation)[0] ?? derivation.name;
            return [{ literal, why: `there is no ${what}` }];
        });
    }
    if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'BUILD_FAILED')
        return [];
    return patternsOf(assumed)
        .filter(({ new: text }) => error.reason.includes(`pattern ${text} doesn't match`))
        .map(({ literal, old }) => ({
        literal,
        why: `the build of the new version does not find ${JSON.stringify(old)} with the new version in it`
    }));
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./src/sync/definitions.ts
var definitions = __webpack_require__(55905);
// EXTERNAL MODULE: ./src/sync/evaluation-sources.ts
var evaluation_sources = __webpack_require__(62410);
;// CONCATENATED MODULE: ./src/sync/keep-places.ts


/** Occurrences of the old version that are not to be touched. */
class Stays {
    #lines = new Map();
    #places = new Map();
    /** null: it may be bumped. */
    reasonFor(place) {
        return this.#places.get(placeKey(place)) ?? this.#lines.get(lineKey(place)) ?? null;
    }
    addLine(place, why) {
        this.#lines.set(lineKey(place), why);
    }
    add(place, why) {
        this.#places.set(placeKey(place), why);
    }
}
const lineKey = ({ file, line }) => `${file}:${line}`;
const placeKey = ({ file, start }) => `${file}:${start}`;
/**
 * The lines that `keep-places` names: `nix/tool.nix:12`, or a text that stands on them, whatever version it is that stands there now. Throws
 * INPUT_INVALID about a place that is not there.
 */
function keptPlaces(files, wanted) {
    const stays = new Stays();
    for (const words of wanted) {
        const found = linesOf(files, words);
        for (const place of found)
            stays.addLine(place, `\`keep-places\` names it: ${words}`);
        if (found.length > 0)
            continue;
        throw new errors/* NarPublishError */.f9({
            code: 'INPUT_INVALID',
            subject: `input keep-places, ${(0,src_text/* quote */.hD)(words)}`,
            reason: 'there is no such line in the tracked files, nor one that holds this text',
            hint: 'Give `FILE:LINE` with the file’s path in the repository, or a text that stands on the line, such as `fix-build.patch`.'
        });
    }
    return stays;
}
function linesOf(files, words) {
    const [, path = '', digits = ''] = /^(?:\.\/)?(.+):([0-9]+)$/.exec(words) ?? [];
    const named = files.find((file) => file.path === path);
    if (named !== undefined) {
        const line = Number(digits);
        const isThere = line > 0 && line <= named.text.split('\n').length;
        return isThere ? [{ file: path, line }] : [];
    }
    return files
        .filter(({ text }) => text.includes(words))
        .flatMap(({ path: file, text }) => text
        .split('\n')
        .flatMap((one, index) => (one.includes(words) ? [{ file, line: index + 1 }] : [])));
}

;// CONCATENATED MODULE: ./src/sync/key-change.ts
const sameKeys = { edits: [], gone: [], added: [] };
function withKeys(literals, { gone, added }) {
    return [...literals.filter((literal) => !gone.includes(literal)), ...added];
}

;// CONCATENATED MODULE: ./src/sync/predecessors.ts

/** The literal as it was before; of one in a file that was made anew those of the same hash, wherever they were. */
function predecessorsAmong(before) {
    const itself = new Set(before);
    const byHash = Map.groupBy(before, ({ digest }) => (digest === null ? '' : (0,binary_cache_digest/* sriOf */.wM)(digest)));
    return (literal) => {
        if (itself.has(literal))
            return [literal];
        return literal.digest === null ? [] : (byHash.get((0,binary_cache_digest/* sriOf */.wM)(literal.digest)) ?? []);
    };
}

// EXTERNAL MODULE: ./src/sync/source-follows.ts
var source_follows = __webpack_require__(48369);
// EXTERNAL MODULE: ./src/sync/literals/edit.ts
var literals_edit = __webpack_require__(382);
// EXTERNAL MODULE: ./src/sync/roles.ts
var roles = __webpack_require__(13866);
;// CONCATENATED MODULE: ./src/sync/source-dyes.ts







/** Whether a source in the store that one of these derivations is built from holds one of these files as the copy has it. */
async function dyesInSources(shop, evaluation, built, files) {
    const sources = new Set(neededFor(evaluation, built).flatMap(({ inputSrcs }) => inputSrcs));
    const edits = [...evaluation.replacements].map(([span, replacement]) => ({
        ...span,
        replacement
    }));
    for (const { path, text } of shop.files) {
        if (!files.has(path))
            continue;
        const dyed = Buffer.from((0,literals_edit/* applyEdits */.c)(text, edits.filter(({ file }) => file === path)));
        for (const source of sources)
            if (await holdsFile(source, path, dyed))
                return true;
    }
    return false;
}
/** Whether one of these derivations, or what it is built from, has one of these digests in its texts: an image's digest, say. */
function digestsInTexts(evaluation, built, digests) {
    const wanted = new Set(digests.flatMap(binary_cache_digest/* hashTexts */.tX));
    const isIn = (text) => 
    // Base64 without its padding, as `hashTexts` gives it.
    [...text.matchAll(/(?<![\w+/])[\w+/]{26,128}/g)].some(([word]) => wanted.has(word));
    return (wanted.size > 0 &&
        neededFor(evaluation, built).some((derivation) => [...derivation.args, ...(0,roles/* attributeTexts */.F_)(derivation).map(([, text]) => text)].some(isIn)));
}
/** All of them and what they need, each once for each system. */
function neededFor(evaluation, built) {
    return [...Map.groupBy(built, ({ system }) => system)].flatMap(([system, of]) => [
        ...(0,definitions/* closureOf */.TQ)((0,dyed_evaluation/* graphOf */.cQ)(evaluation, system), of.map(({ drvPath }) => drvPath))
    ]);
}
/** The source may be the checkout, one of its folders or the file itself. */
async function holdsFile(source, path, content) {
    const parts = path.split('/');
    const places = parts.map((_, index) => (0,external_node_path_.join)(source, ...parts.slice(index)));
    for (const place of [...places, source]) {
        const found = await (0,promises_.stat)(place).catch(() => null);
        if (found?.isFile() === true && found.size === content.length) {
            if ((await (0,promises_.readFile)(place)).equals(content))
                return true;
        }
    }
    return false;
}

;// CONCATENATED MODULE: ./src/sync/stray-dyes.ts



/**
 * Where the package takes the checkout itself as a source (`src = ./.`), or a literal is no derivation's hash but a part of its text
 * (an image's digest), dyes of what is not stale stand in what is built: then it is evaluated once more without them.
 */
async function withoutStrayDyes(shop, all, stale, versions, evaluation) {
    const literals = stale.map(({ literal }) => literal);
    const strayFiles = new Set([...evaluation.replacements.keys()]
        .filter((span) => !literals.includes(span) && !isVersion(versions, span))
        .map(({ file }) => file));
    if (strayFiles.size === 0)
        return evaluation;
    const built = [...(0,dyed_evaluation/* fedOnEach */.yg)(shop, literals, evaluation)].flatMap(([system, fed]) => [...fed.values()].flat().map(({ drvPath }) => ({ system, drvPath })));
    const fed = new Set([...(0,dyed_evaluation/* fedOnEach */.yg)(shop, all, evaluation).values()].flatMap((one) => [...one.keys()]));
    const strays = all.filter((one) => !fed.has(one)).map((one) => (0,dyed_evaluation/* dyeOf */.WI)(shop, one));
    const isStray = digestsInTexts(evaluation, built, strays) ||
        (await dyesInSources(shop, evaluation, built, strayFiles));
    if (!isStray)
        return evaluation;
    return (0,dyed_evaluation/* evaluateDyed */.s9)(shop, literals, { others: (0,workshop/* replacementsOf */.P1)(versions) });
}
function isVersion(versions, { file, start }) {
    return versions.some((edit) => edit.file === file && edit.start === start);
}

;// CONCATENATED MODULE: ./src/sync/trace.ts



/** The first evaluation: every hash literal dyed. Throws what `evaluateDyed` throws, INPUT_INVALID without a system. */
async function tracePackage(shop) {
    const literals = shop.files.flatMap(find/* findHashLiterals */.MO);
    // What a pin fetches stays what it is until something asks for it.
    const evaluation = await (0,dyed_evaluation/* evaluateDyed */.s9)(shop, literals, { takes: () => false });
    const [first] = evaluation.packages.values();
    if (first === undefined) {
        throw new errors/* NarPublishError */.f9({
            code: 'PACKAGE_INVALID',
            subject: shop.work.package.text,
            reason: 'it is there for none of the usual systems',
            hint: 'Name those that it is for in `systems`.'
        });
    }
    const hashes = tracedIn(shop, literals, evaluation);
    shop.log.info(`${first.pname} ${first.version ?? '(no version)'}: ${hashes.length} of ${literals.length} hash literals feed a derivation`);
    return { package: first, hashes, literals, evaluation };
}
/** The literals that feed a derivation, or that evaluation itself checks. */
function tracedIn(shop, literals, evaluation) {
    const fed = traceHashes(shop.systems, literals, (system) => (0,dyed_evaluation/* fedBy */.fR)(shop, literals, evaluation, system));
    return withFetched(literals, evaluation, fed);
}
/** The literals that feed something on one of the systems. `fedOn`: which derivations each feeds there. */
function traceHashes(systems, literals, fedOn) {
    const traced = new Map();
    for (const system of systems) {
        for (const [literal, derivations] of fedOn(system)) {
            const found = traced.get(literal) ?? { literal, systems: [], derivations: [] };
            const names = derivations.map(({ name }) => name);
            traced.set(literal, {
                literal,
                systems: [...found.systems, system],
                derivations: [...new Set([...found.derivations, ...names])]
            });
        }
    }
    return literals.flatMap((literal) => traced.get(literal) ?? []);
}
/** And those that evaluation itself checks, by default all: they feed no derivation. */
function withFetched(literals, { fetched }, hashes, isWanted = () => true) {
    const traced = new Map(hashes.map((hash) => [hash.literal, hash]));
    for (const [literal, { address, system }] of fetched) {
        if (!isWanted(literal))
            continue;
        const found = traced.get(literal) ?? { literal, systems: [system], derivations: [] };
        traced.set(literal, { ...found, derivations: [...found.derivations, nameIn(address)] });
    }
    return literals.flatMap((literal) => traced.get(literal) ?? []);
}
/** `tool-1.3.0.tar.gz`, of an address. */
function nameIn(address) {
    const path = address.replace(/[?#].*$/s, '').replace(/\/+$/, '');
    return path.slice(path.lastIndexOf('/') + 1) || address;
}

;// CONCATENATED MODULE: ./src/sync/bump.ts
















/** The same version, all of its hashes anew, or those that are wanted. */
async function keepVersion(shop, traced, isWanted = () => true) {
    const { version } = traced.package;
    const isOther = [...traced.evaluation.fetched].some(([{ digest }, { got, isTaken }]) => !isTaken && digest !== null && !(0,binary_cache_digest/* sameDigest */.VB)(digest, got));
    // What evaluation fetched is what the rest is made of.
    const evaluation = isOther
        ? await (0,dyed_evaluation/* evaluateDyed */.s9)(shop, traced.literals, { kept: traced.evaluation.kept })
        : traced.evaluation;
    const hashes = isOther ? tracedIn(shop, traced.literals, evaluation) : traced.hashes;
    const stale = hashes.filter(isWanted);
    const clean = await withoutStrayDyes(shop, traced.literals, stale, [], evaluation);
    // What is right already has to stand in what needs it.
    const literals = hashes.map(({ literal }) => literal);
    return {
        oldVersion: version,
        newVersion: version,
        versions: [],
        occurrences: [],
        told: [],
        revision: null,
        beside: types/* nothingBeside */.i6,
        literals: traced.literals,
        stale,
        source: null,
        evaluation: clean,
        fed: (0,dyed_evaluation/* fedOnEach */.yg)(shop, literals, clean)
    };
}
/**
 * The second evaluation: the new version at the literals that matter, and the new commit of a source that is pinned by one. What
 * changed of a fixed-output derivation, apart from its hash, makes it stale, and so does the question whether the source followed,
 * where its address does not tell. Throws VERSION_UNTRACED, HASH_UNTRACED, SOURCE_UNCHANGED, and what `evaluateDyed` throws.
 */
async function bumpVersion(shop, traced, { oldVersion, newVersion }, followed = null, { stays = new Stays(), keys = sameKeys } = {}) {
    // The same ones as before, so that what holds one is no other for it: a patch, a lock file.
    const literals = withKeys(traced.literals, keys);
    const options = bumpOptions(traced);
    const own = followed?.edits ?? [];
    const others = [...own, ...keys.edits];
    const isFollowed = followed !== null && (!followed.isAddressed || followed.revision?.old === oldVersion);
    const step = { oldVersion, newVersion, others, stays, isFollowed };
    const bumped = await findVersionPlaces(shop, traced, literals, step, options);
    return judge(shop, traced, options, {
        oldVersion,
        newVersion,
        versions: [...bumped.edits, ...own],
        occurrences: bumped.occurrences,
        told: [...assumedPlaces(bumped.occurrences, bumped.edits), ...bumped.left],
        revision: followed?.revision ?? null,
        beside: { ...types/* nothingBeside */.i6, files: followed?.files ?? [], keys: keys.edits },
        literals,
        evaluation: bumped.evaluation
    });
}
/**
 * The same once more, with files that were made anew in the meantime: they are what the workshop's are by now. Their own hashes are
 * taken as they are, but for placeholders and for those that stood there before for something else. What stands of the version in them
 * is theirs. Throws VERSION_UNTRACED when with them the package has another version.
 */
async function bumpWithFiles(shop, traced, bumped, { files, left }, keys) {
    const made = new Set(files.map(({ path }) => path));
    const isOther = ({ file }) => !made.has(file);
    const ofMade = shop.files.filter(({ path }) => made.has(path)).flatMap(find/* findHashLiterals */.MO);
    const literals = [...withKeys(bumped.literals.filter(isOther), keys), ...ofMade];
    const versions = bumped.versions.filter(isOther);
    const edits = [...bumped.beside.keys.filter(isOther), ...keys.edits];
    const options = bumpOptions(traced);
    const evaluation = await (0,dyed_evaluation/* evaluateDyed */.s9)(shop, literals, {
        ...options,
        others: (0,workshop/* replacementsOf */.P1)([...versions, ...edits])
    });
    for (const [system, { version }] of evaluation.packages) {
        if (version === bumped.newVersion)
            continue;
        throw new errors/* NarPublishError */.f9({
            code: 'VERSION_UNTRACED',
            subject: `${shop.work.package.text} (${system})`,
            reason: `with ${[...made].join(', ')} made anew its version is ${version ?? 'none'}, not ${bumped.newVersion ?? 'none'}`
        });
    }
    const { oldVersion, newVersion, revision } = bumped;
    const occurrences = bumped.occurrences.filter(({ literal }) => isOther(literal));
    const told = bumped.told.filter(isOther);
    const locks = bumped.beside.files.filter(({ path, by }) => by === 'lock' && !made.has(path));
    const beside = { files: [...locks, ...files], left, keys: edits };
    const known = { oldVersion, newVersion, versions, occurrences, told, revision };
    return judge(shop, traced, options, { ...known, beside, literals, evaluation });
}
function bumpOptions({ evaluation: before }) {
    return {
        // Where a download failed there may be one at the new version.
        kept: [...before.kept].filter((literal) => !before.gone.has(literal)),
        takes: (literal, fetch) => (0,evaluation_sources/* isMoved */.yu)(literal, fetch, before)
    };
}
/** What the evaluation with the new version tells of hashes and source. */
async function judge(shop, traced, options, bumped) {
    const { evaluation: before } = traced;
    const { literals, versions, beside, oldVersion, newVersion } = bumped;
    refuseGone(before, bumped.evaluation);
    const source = await (0,source_follows/* askSources */.gz)(shop, literals, before, bumped.evaluation);
    (0,source_follows/* refuseHopeless */.WD)(shop, source);
    const edits = [...versions, ...beside.keys];
    const evaluation = await withAsked(shop, literals, bumped.evaluation, source, edits, {
        ...options,
        kept: bumped.evaluation.kept
    });
    refuseSilentlyStale(shop, literals, before, evaluation);
    const stale = staleHashes(shop, literals, traced, evaluation, source);
    const clean = await withoutStrayDyes(shop, literals, stale, edits, evaluation);
    shop.log.info(`${oldVersion ?? '(no version)'} → ${newVersion ?? '(no version)'} at ${versions.length} ${versions.length === 1 ? 'place' : 'places'}; ` +
        `${stale.length} of ${traced.hashes.length} hashes are stale`);
    return {
        ...bumped,
        stale,
        source,
        evaluation: clean,
        fed: (0,dyed_evaluation/* fedOnEach */.yg)(shop, literals, clean)
    };
}
function staleHashes(shop, literals, { evaluation: before, literals: beforeLiterals }, after, { same }) {
    // Their addresses do not tell.
    const asked = new Set(same.flatMap((source) => source.literals));
    const predecessors = predecessorsAmong(beforeLiterals);
    const stale = traceHashes(shop.systems, literals, (system) => {
        const [old, now] = definitionsOf(system, before, after);
        const fedBefore = (0,dyed_evaluation/* fedBy */.fR)(shop, beforeLiterals, before, system);
        return [...(0,dyed_evaluation/* fedBy */.fR)(shop, literals, after, system)].filter(([literal, derivations]) => {
            const was = predecessors(literal);
            // What made the file made its hash for what is fetched now.
            if (was.length === 0 && literal.digest !== null)
                return asked.has(literal);
            const known = new Set(was.flatMap((one) => fedBefore.get(one) ?? []).map(({ drvPath }) => old.of(drvPath)));
            // A placeholder means nothing, whatever changed.
            return (literal.digest === null ||
                asked.has(literal) ||
                derivations.some(({ drvPath }) => !known.has(now.of(drvPath))));
        });
    });
    const isTaken = (literal) => after.fetched.get(literal)?.isTaken === true;
    return withFetched(literals, after, stale, isTaken);
}
/** With the hashes of evaluation's own downloads that are the package's source and hold something else at the same address. */
async function withAsked(shop, literals, evaluation, { same }, versions, options) {
    const asked = new Set(same.flatMap(({ literals }) => literals.filter((one) => {
        const fetch = evaluation.fetched.get(one);
        return fetch !== undefined && one.digest !== null && !(0,binary_cache_digest/* sameDigest */.VB)(one.digest, fetch.got);
    })));
    if (asked.size === 0)
        return evaluation;
    return (0,dyed_evaluation/* evaluateDyed */.s9)(shop, literals, {
        ...options,
        others: (0,workshop/* replacementsOf */.P1)(versions),
        takes: (literal, fetch) => asked.has(literal) || options.takes?.(literal, fetch) === true
    });
}
/** A download of the evaluation's own whose new address has no answer: with the old hash Nix goes on using what it has. */
function refuseGone(before, after) {
    for (const [literal, reason] of after.gone) {
        const old = before.gone.get(literal) ?? before.fetched.get(literal)?.address;
        if (old !== undefined && reason.includes(old))
            continue;
        throw new errors/* NarPublishError */.f9({ code: 'FETCH_FAILED', subject: (0,types/* placeOf */.$t)(literal), reason });
    }
}
/**
 * A derivation that changed while its hash stayed, and whose hash is no literal of the checkout: Nix would go on using the old
 * content without a word.
 */
function refuseSilentlyStale(shop, literals, before, after) {
    for (const system of shop.systems) {
        const fed = new Set([...(0,dyed_evaluation/* fedBy */.fR)(shop, literals, after, system).values()].flat().map(({ drvPath }) => drvPath));
        const [old, now] = definitionsOf(system, before, after);
        const known = Map.groupBy((0,definitions/* fixedOutputs */.lW)((0,dyed_evaluation/* graphOf */.cQ)(before, system)), digestText);
        for (const derivation of (0,definitions/* fixedOutputs */.lW)((0,dyed_evaluation/* graphOf */.cQ)(after, system))) {
            const same = known.get(digestText(derivation));
            if (same === undefined || fed.has(derivation.drvPath))
                continue;
            const definition = now.of(derivation.drvPath);
            if (same.some(({ drvPath }) => old.of(drvPath) === definition))
                continue;
            throw new errors/* NarPublishError */.f9({
                code: 'HASH_UNTRACED',
                subject: `${derivation.name} (${system})`,
                reason: `it changes with the version, but its hash ${digestText(derivation)} comes from no literal of the tracked files`
            });
        }
    }
}
function digestText(derivation) {
    const fixed = (0,nix_derivations/* fixedOutputOf */.RS)(derivation);
    return fixed === null ? '' : (0,binary_cache_digest/* sriOf */.wM)(fixed.digest);
}
function definitionsOf(system, before, after) {
    const [old, now] = [(0,dyed_evaluation/* graphOf */.cQ)(before, system), (0,dyed_evaluation/* graphOf */.cQ)(after, system)];
    const shared = new Set([...now.keys()].filter((drvPath) => old.has(drvPath)));
    return [new definitions/* Definitions */.R4(old, { shared }), new definitions/* Definitions */.R4(now, { shared })];
}

// EXTERNAL MODULE: ./src/sync/literals/output-hashes.ts
var output_hashes = __webpack_require__(29544);
;// CONCATENATED MODULE: ./src/sync/beside/cargo-keys.ts

/** Crates of a Cargo.lock that come out of Git repositories, by name and version. */
function gitCrates(lock) {
    const crates = new Map();
    for (const block of lock.split(/^\[\[package\]\][ \t\r]*$/m).slice(1)) {
        const valueOf = (key) => new RegExp(`^${key} = "([^"\\\\\\n]*)"[ \\t\\r]*$`, 'm').exec(block)?.[1] ?? '';
        const source = valueOf('source');
        const crate = valueOf('name');
        const name = `${crate}-${valueOf('version')}`;
        if (source.startsWith('git+') && output_hashes/* entryName */.MB.test(name))
            crates.set(name, { crate, source });
    }
    return crates;
}
/**
 * What becomes of the names in `outputHashes` when the lock file does: the same crate at another version keeps its entry, one that is
 * gone makes room for one that comes. Of several crates out of one commit, one entry is enough. null: nothing changes.
 */
function followLock(files, literals, { before, after }) {
    const [was, now] = [gitCrates(before), gitCrates(after)];
    const change = { edits: [], gone: [], added: [] };
    for (const set of files.flatMap(output_hashes/* findOutputHashes */.nw)) {
        // Those of another lock file have other names.
        if (set.entries.some(({ name }) => was.has(name)))
            followIn(set, literals, { was, now }, change);
    }
    return change.edits.length + change.added.length === 0 ? null : change;
}
function followIn(set, literals, { was, now }, change) {
    const gone = set.entries.filter(({ name }) => was.has(name) && !now.has(name));
    const covered = new Set(set.entries.map(({ name }) => now.get(name)?.source));
    const missing = new Map();
    for (const [name, { source }] of now) {
        if (covered.has(source))
            continue;
        covered.add(source);
        missing.set(source, name);
    }
    const rename = (entry, source) => {
        const name = missing.get(source) ?? '';
        change.edits.push((0,output_hashes/* renameEdit */.lt)(entry, name));
        missing.delete(source);
        gone.splice(gone.indexOf(entry), 1);
    };
    for (const entry of [...gone]) {
        const crate = was.get(entry.name)?.crate;
        for (const [name, { crate: other, source }] of now) {
            if (other !== crate || !missing.has(source))
                continue;
            missing.set(source, name);
            rename(entry, source);
            break;
        }
    }
    for (const source of [...missing.keys()]) {
        const [entry] = gone;
        if (entry !== undefined)
            rename(entry, source);
    }
    for (const entry of gone) {
        change.edits.push((0,output_hashes/* removalEdit */.xV)(entry));
        change.gone.push(...literals.filter((literal) => isWithin(literal, entry)));
    }
    const slots = [...set.slots];
    for (const name of missing.values()) {
        const slot = slots.shift();
        // Each place takes one; Nix names what is missing then.
        if (slot !== undefined)
            change.added.push((0,output_hashes/* addition */.fr)(set, slot, name));
    }
}
function isWithin({ file, start, end }, { entry }) {
    return file === entry.file && entry.start <= start && end <= entry.end;
}

// EXTERNAL MODULE: ./src/sync/beside/known-files.ts
var known_files = __webpack_require__(74215);
;// CONCATENATED MODULE: ./src/sync/beside/files-read.ts






/**
 * Files of dependencies that the package reads: one of their hashes feeds it, one of its own Nix files names them, or evaluation has put
 * them into the store for it, as they were written then: another package's lock file goes by the same name.
 */
async function filesRead(shop, traced, bumped) {
    const known = shop.files.filter(({ path }) => (0,known_files/* isDependencyFile */.W)(path));
    if (known.length === 0)
        return [];
    const feeding = new Set(traced.hashes.map(({ literal }) => literal.file));
    const own = ownNixFiles(shop, traced, bumped);
    const named = new Set(own.flatMap(pathsIn));
    const stored = storedFiles(shop, bumped);
    const edits = Map.groupBy([...bumped.evaluation.replacements].map(([span, replacement]) => ({ ...span, replacement })), ({ file }) => file);
    const found = [];
    for (const file of known) {
        const { path, text } = file;
        const isStored = async () => {
            const written = (0,literals_edit/* applyEdits */.c)(text, edits.get(path) ?? []);
            for (const one of stored.get((0,posix_.basename)(path)) ?? [])
                if ((await (0,promises_.readFile)(one, 'utf8').catch(() => null)) === written)
                    return true;
            return false;
        };
        if (feeding.has(path) || named.has(path) || (await isStored()))
            found.push(file);
    }
    return found;
}
/** Nix files that say something of the package: its version, one of its hashes, or all of it. */
function ownNixFiles({ files, project }, { hashes }, { versions }) {
    const own = new Set([
        project.packageFile,
        ...hashes.map(({ literal }) => literal.file),
        ...versions.map(({ file }) => file)
    ]);
    return files.filter(({ path }) => path.endsWith('.nix') && own.has(path));
}
/** Repository paths that a Nix file names, seen from its folder: `./deps.json`, `../Cargo.lock`, `./. + "/deps.json"`. */
function pathsIn({ path, text }) {
    const names = text.matchAll(/(?<![\w.+/-])((?:\.{1,2}\/|\/)?[\w.+-]+(?:\/[\w.+-]+)*\.\w+)/g);
    return [...names].map(([name]) => (0,posix_.normalize)(`${(0,posix_.dirname)(path)}/${name}`));
}
/** What evaluation put into the store for the package, by its name: `/nix/store/…-package-lock.json`. */
function storedFiles({ systems }, { evaluation }) {
    const sources = systems.flatMap((system) => {
        const evaluated = evaluation.packages.get(system);
        if (evaluated === undefined)
            return [];
        return [...(0,definitions/* closureOf */.TQ)((0,dyed_evaluation/* graphOf */.cQ)(evaluation, system), [evaluated.drvPath])].flatMap(({ inputSrcs }) => inputSrcs);
    });
    return Map.groupBy(new Set(sources), (source) => (0,posix_.basename)(source).replace(/^[^-]+-/, ''));
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/nix/rebuild.ts + 1 modules
var rebuild = __webpack_require__(38985);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
// EXTERNAL MODULE: ./src/sync/project/evaluate.ts
var evaluate = __webpack_require__(58910);
// EXTERNAL MODULE: ./src/sync/project/project.ts
var project = __webpack_require__(55072);
;// CONCATENATED MODULE: ./src/sync/beside/source-tree.ts

















const expression = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "describe-source.nix", 'utf8');
const answer = schemas/* object */.Ikc({ drvPath: schemas/* string */.YjP().nullable(), folders: schemas/* array */.YOg(schemas/* string */.YjP()) });
/**
 * Fetches the package's `src`, and nothing else of it, with these replacements in the checkout, whatever hash it should have. `dyed`:
 * hashes that have their dyes among them. null: it has no such source, or that cannot be fetched.
 */
async function fetchSource(shop, dyed, replacements) {
    await (0,workshop/* writeCopy */.bt)(shop, replacements);
    const { nix, copy, project, work, systems, environment, log } = shop;
    const own = environment.runnerSystem;
    const system = systems.includes(own) ? own : (systems[0] ?? own);
    const request = { package: work.package, nixpkgs: work.nixpkgs, system };
    const answered = await (0,evaluate/* askPackage */.Oj)(nix, copy, project, request, expression);
    if (!('json' in answered)) {
        log.debug(`the source alone: ${answered.error.message}`);
        return null;
    }
    const { drvPath, folders } = answer.parse(JSON.parse(answered.json));
    const made = drvPath === null ? null : await realiseSource(shop, drvPath, dyed);
    const root = made === null ? null : await unpacked(shop, made.root);
    return made === null || root === null ? null : { ...made, root, folders: foldersOf(folders) };
}
/** The folder in an archive, as Nix unpacks one; what is a folder already is that. null: it is no archive of one folder. */
async function unpacked({ nix, log }, path) {
    const found = await (0,promises_.stat)(path).catch(() => null);
    if (found?.isDirectory() === true)
        return path;
    const expression = '{ path }: builtins.fetchTarball { name = "source"; url = "file://${path}"; }';
    const ended = await (0,run/* runNix */.dI)(nix, {
        program: 'nix-instantiate',
        args: ['--eval', '--json', '--read-write-mode', '--argstr', 'path', path, '--expr', expression]
    });
    const folder = ended.status === 0 ? schemas/* string */.YjP().parse(JSON.parse(ended.stdout)) : '';
    const isFolder = (await (0,promises_.stat)(folder).catch(() => null))?.isDirectory() === true;
    if (!isFolder)
        log.debug(`${path} is no archive that Nix unpacks: ${ended.stderr}`);
    return isFolder ? folder : null;
}
async function realiseSource(shop, drvPath, dyed) {
    const { nix, log } = shop;
    const derivations = await (0,nix_derivations/* readDerivations */.rj)(nix, [drvPath]);
    const derivation = derivations.get(drvPath);
    const fixed = derivation === undefined ? null : (0,nix_derivations/* fixedOutputOf */.RS)(derivation);
    if (fixed === null)
        return null;
    const literal = dyed.find((one) => (0,binary_cache_digest/* sameDigest */.VB)((0,dyed_evaluation/* dyeOf */.WI)(shop, one), fixed.digest));
    const result = (await realiseFixedOutputs(nix, [drvPath], log)).get(drvPath);
    if (result?.kind === 'valid')
        return { root: await outputOf(shop, drvPath), hash: new Map() };
    if (result?.kind !== 'mismatch') {
        const why = result?.kind === 'failed' ? result.error.message : (result?.kind ?? 'nothing');
        log.debug(`the source alone, ${drvPath}: ${why}`);
        return null;
    }
    const { got } = result;
    if (literal !== undefined)
        shop.told.set(drvPath, got);
    const folder = (0,external_node_path_.join)(shop.scratch, 'rebuilt');
    const changes = new Map([[drvPath, { digest: got }]]);
    const rebuilt = await (0,rebuild/* rebuildDerivations */.M)(nix, derivations, changes, [drvPath], folder).catch((error) => {
        if (error instanceof errors/* NarPublishError */.f9 && error.code === 'REBUILD_FAILED')
            return null;
        throw error;
    });
    const right = rebuilt?.get(drvPath)?.drvPath;
    if (right === undefined)
        return null;
    // What came out with the wrong hash is in the store under its own.
    const again = (await realiseFixedOutputs(nix, [right], log)).get(right);
    if (again?.kind !== 'valid')
        return null;
    const hash = literal === undefined ? new Map() : hashAt(literal, got);
    return { root: await outputOf(shop, right), hash };
}
function hashAt(literal, digest) {
    return new Map([[literal, (0,dye/* writeDigest */.O_)(literal, digest)]]);
}
async function outputOf({ nix }, drvPath) {
    const derivations = await (0,nix_derivations/* readDerivations */.rj)(nix, [drvPath], { closure: false });
    const [output] = derivations.get(drvPath)?.outputs.values() ?? [];
    return output?.path ?? '';
}
/** `source/crates/x` is unpacked from the root on; `cargoRoot` and its like are seen from there. */
function foldersOf([sourceRoot = '', ...roots]) {
    const base = sourceRoot.replace(/^\.\//, '').replace(/^[^/]*\/?/, '');
    const folders = ['', base, ...roots, ...roots.map((root) => `${base}/${root}`)];
    const normal = folders.map((folder) => (0,posix_.normalize)(`./${folder}`).replace(/\/$/, ''));
    return [...new Set(normal)].filter((folder) => !/^\.\.(?:\/|$)/.test(folder));
}
/** A text file of the tree; null: there is none, or it is none, is too large, or leads out of the tree. */
async function readInTree({ root }, path) {
    const file = await (0,promises_.realpath)((0,external_node_path_.join)(root, path)).catch(() => null);
    if (file?.startsWith(root + external_node_path_.sep) !== true)
        return null;
    const found = await (0,promises_.stat)(file);
    if (!found.isFile() || found.size > project/* largestFile */.Ny)
        return null;
    const bytes = await (0,promises_.readFile)(file);
    return (0,external_node_buffer_.isUtf8)(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : null;
}

;// CONCATENATED MODULE: ./src/sync/beside/lock-from-source.ts



/**
 * The file out of the new source, when the one beside the package is the old source's: byte for byte, but for line endings. One that
 * somebody changed is somebody's.
 */
async function lockFromSource({ path, text }, old, now) {
    const left = (reason) => ({ kind: 'left', file: { path, reason } });
    if (!(0,known_files/* isLock */.e)(path))
        return left('only a program can make it, which `before-hash` can name');
    if (now === null)
        return left('the package has no source that could be looked into');
    if (old === null)
        return left('the old version’s source could not be fetched to compare with');
    let isThere = false;
    for (const folder of now.folders) {
        const place = (0,posix_.join)(folder, (0,posix_.basename)(path));
        const before = await readInTree(old, place);
        if (before === null)
            continue;
        isThere = true;
        if (unixLines(before) !== unixLines(text))
            continue;
        const after = await readInTree(now, place);
        if (after === null)
            return left(`the new version’s source has no ${place} any more`);
        if (unixLines(after) === unixLines(text))
            return { kind: 'current' };
        const own = text.includes('\r\n') ? unixLines(after).replaceAll('\n', '\r\n') : after;
        return { kind: 'made', file: { path, text: own, isNew: false, by: 'source' } };
    }
    return left(isThere
        ? 'it is not what the old version’s source has, so that the new one’s cannot take its place'
        : 'the source has no such file');
}
function unixLines(text) {
    return text.replaceAll('\r\n', '\n');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var git_run = __webpack_require__(32054);
// EXTERNAL MODULE: ./src/sync/project/changed-files.ts
var changed_files = __webpack_require__(60647);
// EXTERNAL MODULE: ./src/sync/project/copy.ts + 4 modules
var project_copy = __webpack_require__(96587);
// EXTERNAL MODULE: ./src/sync/project/work-tree.ts
var work_tree = __webpack_require__(88229);
// EXTERNAL MODULE: ./src/sync/beside/zone.ts
var zone = __webpack_require__(23218);
;// CONCATENATED MODULE: ./src/sync/beside/bench.ts















let benches = 0;
/** The checkout with these replacements, and with files that were made anew already. */
async function openBench(shop, replacements, made) {
    const copy = await (0,project_copy/* makeCopy */.s)(shop.project, (0,external_node_path_.join)(shop.scratch, `bench-${benches++}`));
    for (const { path, text } of made)
        await copy.make(path, Buffer.from(text));
    const whole = new Map(made.map(({ path, text }) => [path, text]));
    const files = shop.files.filter(({ path }) => !whole.has(path));
    await (0,workshop/* writeCopy */.bt)({ copy, files }, replacements);
    const edits = Map.groupBy([...replacements].map(([span, replacement]) => ({ ...span, replacement })), ({ file }) => file);
    const written = files.flatMap(({ path, text }) => edits.has(path) ? [[path, (0,literals_edit/* applyEdits */.c)(text, edits.get(path) ?? [])]] : []);
    return {
        copy,
        written: new Map([...whole, ...written]),
        stats: statsOf(shop, copy),
        git: await gitFiles(copy)
    };
}
/** Nobody can set the time of a change. */
function statsOf({ project }, { folder }) {
    return new Map(project.files.map(({ path }) => [
        path,
        stateOf((0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, path), { throwIfNoEntry: false }))
    ]));
}
function stateOf(found) {
    if (found === undefined)
        return 'missing';
    const { mode, size, ino, ctimeMs } = found;
    return found.isDirectory() ? 'folder' : [mode, size, ino, ctimeMs].join(' ');
}
/** The link to the repository, and what steers Git there. */
async function gitFiles({ folder, gitDir }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const file of [(0,external_node_path_.join)(folder, '.git'), (0,external_node_path_.join)(gitDir, 'HEAD'), (0,external_node_path_.join)(gitDir, 'config')]) {
        hash.update(await (0,promises_.readFile)(file).catch(() => 'missing')).update('\n');
    }
    hash.update(JSON.stringify(await (0,promises_.readdir)((0,external_node_path_.join)(gitDir, 'hooks')).catch(() => [])));
    return hash.digest('hex');
}
/**
 * What the program left otherwise than it found it, of files that Git tracks or would track. `isWanted`: anything else is passed over;
 * default: everything is wanted, and what may not be written is an error. Throws SCRIPT_REFUSED.
 */
async function changesIn(shop, bench, { title, by, isWanted }) {
    const { project } = shop;
    await (0,work_tree/* expectCleanTree */.J8)(project.git).catch((cause) => {
        if (!(cause instanceof errors/* NarPublishError */.f9) || cause.code !== 'TREE_DIRTY')
            throw cause;
        throw refused(title, project.root, `it changed the checkout itself: ${cause.reason}`);
    });
    if ((await gitFiles(bench.copy)) !== bench.git) {
        throw refused(title, '.git', 'it changed the repository itself: its commit, configuration or hooks');
    }
    const now = statsOf(shop, bench.copy);
    const changed = [...now].flatMap(([path, state]) => state === bench.stats.get(path) ? [] : [path]);
    const tracked = new Set(now.keys());
    const added = (await newPaths(bench)).filter((path) => !bench.written.has(path));
    const found = [];
    for (const path of [
        ...changed,
        ...added,
        ...[...bench.written.keys()].filter((one) => !tracked.has(one))
    ]) {
        if (isWanted?.(path) === false)
            continue;
        const text = await textOf(bench.copy, path, title);
        if (text === null || text === (await textBefore(shop, bench, path)))
            continue;
        const why = (0,zone/* whyNotBeside */.GC)(project, path);
        if (why !== null)
            throw refused(title, path, why);
        found.push({ path, text, isNew: !tracked.has(path), by });
        if (found.length > zone/* mostMade */.fe)
            throw refused(title, path, `it changed more than ${zone/* mostMade */.fe} files`);
    }
    const size = found.reduce((sum, { text }) => sum + text.length, 0);
    if (size <= zone/* largestMade */.SD)
        return found;
    throw refused(title, `${found.length} files`, `they have ${size} characters, over ${zone/* largestMade */.SD}`);
}
async function textBefore({ project }, { written }, path) {
    const known = written.get(path);
    return known ?? (await (0,promises_.readFile)((0,external_node_path_.join)(project.root, path), 'utf8').catch(() => null));
}
/** null: it leads into the store, as `nix build` leaves a link behind. */
async function textOf({ folder }, path, title) {
    const file = (0,external_node_path_.join)(folder, path);
    const found = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
    if (found === undefined)
        throw refused(title, path, 'it removed the file');
    if (found.isSymbolicLink()) {
        if ((await (0,promises_.readlink)(file)).startsWith('/nix/store/'))
            return null;
        throw refused(title, path, 'it made a symbolic link of it');
    }
    if (!found.isFile() || (await (0,promises_.realpath)(file)) !== file) {
        throw refused(title, path, 'it is no plain file');
    }
    if (found.size > project/* largestFile */.Ny) {
        throw refused(title, path, `it has ${found.size} bytes, over ${project/* largestFile */.Ny}`);
    }
    const bytes = await (0,promises_.readFile)(file);
    if ((0,external_node_buffer_.isUtf8)(bytes) && !bytes.includes(0))
        return bytes.toString('utf8');
    throw refused(title, path, 'it is no text in UTF-8');
}
/** Files that Git would track: what is ignored (`node_modules`) is not listed. */
async function newPaths({ copy }) {
    const args = ['ls-files', '--others', '--exclude-standard', '-z'];
    const listed = await (0,git_run/* expectGit */.gd)(await (0,changed_files/* usersGit */.N)(copy), args);
    return (0,work_tree/* nulSeparated */.$Y)(listed).map((path) => path.toString('utf8'));
}
function refused(title, path, reason) {
    return new errors/* NarPublishError */.f9({
        code: 'SCRIPT_REFUSED',
        subject: `${title}, ${(0,harmless/* shownName */.HD)(path)}`,
        reason
    });
}

// EXTERNAL MODULE: ./src/nix/build.ts
var build = __webpack_require__(58455);
;// CONCATENATED MODULE: ./src/sync/beside/package-scripts.ts







const package_scripts_expression = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "describe-scripts.nix", 'utf8');
const program = schemas/* object */.Ikc({ argv: schemas/* array */.YOg(schemas/* string */.YjP()).min(1), drvPaths: schemas/* array */.YOg(schemas/* string */.YjP()) })
    .nullable();
const package_scripts_answer = schemas/* object */.Ikc({ fetchDeps: program, mitmCache: program, updateScript: program });
const noScripts = { fetchDeps: null, mitmCache: null, updateScript: null };
/** Those of the package as it is in a copy: `passthru.fetch-deps` (nuget), `mitmCache.updateScript` (gradle), `passthru.updateScript`. */
async function scriptsOf(shop, copy, system) {
    const { nix, project, work, log } = shop;
    const request = { package: work.package, nixpkgs: work.nixpkgs, system };
    const answered = await (0,evaluate/* askPackage */.Oj)(nix, copy, project, request, package_scripts_expression);
    if ('json' in answered)
        return package_scripts_answer.parse(JSON.parse(answered.json));
    log.debug(`the package's scripts: ${answered.error.message}`);
    return noScripts;
}
/** Builds what the words of a program name, and gives it as it can be started. Throws BUILD_FAILED. */
async function buildScript(shop, { argv, drvPaths }) {
    const { nix, log } = shop;
    const [first = '', ...others] = argv;
    if (drvPaths.length === 0)
        return [first, ...others];
    const derivations = await (0,nix_derivations/* readDerivations */.rj)(nix, drvPaths, { closure: false });
    const installables = [...derivations.values()].map(({ name, drvPath, system, outputs }) => ({
        ...{ installable: name, drvPath, name, pname: name, version: null, system },
        mainProgram: null,
        outputs: [...outputs].flatMap(([output, { path }]) => path === null ? [] : [{ name: output, path }])
    }));
    const { failures } = await log.group(`build ${argv[0] ?? ''}`, () => (0,build/* buildInstallables */.v)(nix, installables, {
        substituters: [],
        gcRootsDirectory: nix.roots,
        log
    }));
    const [failure] = failures;
    if (failure !== undefined)
        throw failure.error;
    return [await programAt(first), ...others];
}
/** A package with one program is given by its folder. */
async function programAt(path) {
    const found = await (0,promises_.stat)(path).catch(() => null);
    if (found?.isDirectory() !== true)
        return path;
    const [only, ...others] = await (0,promises_.readdir)((0,external_node_path_.join)(path, 'bin')).catch(() => []);
    return only === undefined || others.length > 0 ? path : (0,external_node_path_.join)(path, 'bin', only);
}

// EXTERNAL MODULE: ./src/passed-on.ts
var passed_on = __webpack_require__(41353);
// EXTERNAL MODULE: ./src/process/print-command.ts
var print_command = __webpack_require__(39318);
// EXTERNAL MODULE: ./src/process/program.ts
var process_program = __webpack_require__(56781);
;// CONCATENATED MODULE: ./src/sync/beside/run-script.ts






/**
 * Of what any program may know the part that a download or Nix needs, and the mark by which the runner ends what it leaves running: nothing
 * else of the job, and no folder with anybody's settings.
 */
const run_script_needed = /^(?:RUNNER_TRACKING_ID|PATH|LANG|LC_\w+|LOCALE_ARCHIVE|TZ|TZDIR|TERM|USER|LOGNAME|SHELL|\w+_proxy|\w+_PROXY|(?:NIX_)?SSL_CERT_(?:FILE|DIR)|CURL_CA_BUNDLE)$/;
/**
 * Runs a program in a copy of the checkout as the smoke test is run: no shell, no secrets, a home and a folder for temporary files of
 * its own. Throws SCRIPT_FAILED.
 */
async function runScript(script) {
    const { title, argv, folder, variables, env, scratch, log, timeLimit = 1_800_000 } = script;
    const [program, ...args] = argv;
    const command = (0,print_command/* printCommand */.T)({ program, args });
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(scratch, 'script-'));
    for (const name of ['home', 'tmp'])
        await (0,promises_.mkdir)((0,external_node_path_.join)(own, name));
    const given = Object.entries((0,passed_on/* passedOn */.I3)(env, 'program')).filter(([name]) => run_script_needed.test(name));
    const nixPath = env['NIX_PATH'];
    const ended = await (0,process_program/* runProgram */.m)({
        argv: [program, ...args],
        cwd: folder,
        env: {
            ...Object.fromEntries(given),
            ...(nixPath === undefined ? {} : { NIX_PATH: nixPath }),
            ...variables,
            HOME: (0,external_node_path_.join)(own, 'home'),
            TMPDIR: (0,external_node_path_.join)(own, 'tmp')
        },
        log,
        timeLimit
    });
    const subject = `${title}, ${command}`;
    if (ended.kind === 'not-started') {
        throw new errors/* NarPublishError */.f9({
            code: 'SCRIPT_FAILED',
            subject,
            reason: ended.code === 'ENOENT'
                ? `there is no program ${JSON.stringify(program)}, neither in PATH nor from the checkout’s root on, or its interpreter is missing`
                : `${JSON.stringify(program)} cannot be started (${ended.code})`
        });
    }
    if (ended.status !== 0)
        throw (0,process_program/* programFailure */.H)('SCRIPT_FAILED', subject, ended, timeLimit);
}

;// CONCATENATED MODULE: ./src/sync/beside/scripts.ts







/**
 * The package's own script for a list of dependencies, its `updateScript` if that is wanted, and the command of `before-hash`: each in a
 * copy of its own. In a pull request from a fork the package's own are not run: they are a stranger's.
 */
async function runScripts(shop, bumped, making) {
    const { work, environment } = shop;
    const lists = [...making.left.keys()].filter((path) => !(0,known_files/* isLock */.e)(path));
    const asks = lists.length > 0 || work.updateScript;
    if (asks && environment.isForkPullRequest) {
        for (const path of lists)
            leave(making, path, 'the package’s own scripts are not run for a pull request from a fork');
    }
    else if (asks)
        await runOwn(shop, bumped, making, lists);
    if (work.beforeHash !== null)
        await runCommand(shop, bumped, making, work.beforeHash);
}
async function runOwn(shop, bumped, making, lists) {
    const bench = await openBench(shop, making.replacements, [
        ...making.locks,
        ...making.files.values()
    ]);
    const scripts = shop.systems.length === 0 ? noScripts : await scriptsOf(shop, bench.copy, systemOf(shop));
    const [only, ...others] = lists;
    const maker = scripts.fetchDeps ?? scripts.mitmCache;
    if (maker !== null && only !== undefined && others.length === 0) {
        const title = scripts.fetchDeps === null ? 'mitmCache.updateScript' : 'passthru.fetch-deps';
        try {
            const folder = bench.copy.folder;
            // nuget's is told where to write, gradle's knows.
            const operands = scripts.fetchDeps === null ? [] : [(0,external_node_path_.join)(folder, only)];
            await scripts_run(shop, bumped, making, { title, script: maker, operands, folder });
            const isWanted = (path) => path === only;
            const made = await changesIn(shop, bench, { title, by: 'script', isWanted });
            take(making, made);
            // It was asked, and gave the same.
            making.left.delete(only);
        }
        catch (error) {
            // Nobody asked for it: the build tells whether the old list still does.
            if (!(error instanceof errors/* NarPublishError */.f9))
                throw error;
            leave(making, only, `its ${title} failed: ${firstWords(error)}`);
        }
    }
    else if (lists.length > 0 && !shop.work.updateScript && scripts.updateScript !== null) {
        const hint = 'the package’s updateScript may make it: `update-script: true` runs that';
        for (const path of lists)
            leave(making, path, hint);
    }
    if (shop.work.updateScript)
        await runUpdateScript(shop, bumped, making);
}
/** As nixpkgs does: at the old version, whose files it brings to what it takes for the newest. */
async function runUpdateScript(shop, bumped, making) {
    const title = 'passthru.updateScript';
    const bench = await openBench(shop, new Map(), []);
    const { updateScript } = await scriptsOf(shop, bench.copy, systemOf(shop));
    if (updateScript === null) {
        shop.notes.push('The package has no `passthru.updateScript` that could be run.');
        return;
    }
    const { folder } = bench.copy;
    await scripts_run(shop, bumped, making, { title, script: updateScript, operands: [], folder });
    const isWanted = known_files/* isDependencyFile */.W;
    const made = await changesIn(shop, bench, { title, by: 'script', isWanted });
    const { nix, project, work } = shop;
    const request = { package: work.package, nixpkgs: work.nixpkgs, system: systemOf(shop) };
    const evaluated = await (0,evaluate/* evaluatePackage */.Ak)(nix, bench.copy, project, request);
    const version = 'drvPath' in evaluated ? evaluated.version : null;
    if (version === bumped.newVersion) {
        take(making, made);
        return;
    }
    const words = version === null ? 'no version that evaluates' : `version ${version}`;
    shop.notes.push(`The package’s updateScript brought it to ${words}, not to ${bumped.newVersion ?? 'none'}: nothing of what it made was taken.`);
}
/** That of `before-hash`. Throws SCRIPT_FAILED, SCRIPT_REFUSED. */
async function runCommand(shop, bumped, making, argv) {
    const title = 'before-hash';
    const bench = await openBench(shop, making.replacements, [
        ...making.locks,
        ...making.files.values()
    ]);
    const { folder } = bench.copy;
    await scripts_run(shop, bumped, making, {
        title,
        script: { argv: [...argv], drvPaths: [] },
        operands: [],
        folder
    });
    take(making, await changesIn(shop, bench, { title, by: 'command' }));
}
async function scripts_run(shop, { oldVersion, newVersion, evaluation }, { source }, { title, script, operands, folder }) {
    const { environment, scratch, log, work } = shop;
    const [evaluated] = evaluation.packages.values();
    const pname = evaluated?.pname ?? '';
    const [program, ...args] = await buildScript(shop, script);
    await log.group(title, () => runScript({
        title,
        argv: [program, ...args, ...operands],
        folder,
        variables: {
            // https://github.com/NixOS/nixpkgs/blob/master/maintainers/scripts/update.py
            UPDATE_NIX_NAME: `${pname}-${oldVersion ?? ''}`,
            UPDATE_NIX_PNAME: pname,
            UPDATE_NIX_OLD_VERSION: oldVersion ?? '',
            UPDATE_NIX_ATTR_PATH: work.package.attribute || pname,
            NAR_PUBLISH_VERSION: newVersion ?? '',
            ...(source === null ? {} : { NAR_PUBLISH_SOURCE: source }),
            ...(work.nixpkgs === null ? {} : { NIX_PATH: `nixpkgs=${work.nixpkgs}` })
        },
        env: environment.childEnvironment,
        scratch,
        log
    }));
}
/** Without the log, which is another one each time. */
function firstWords({ reason }) {
    return (reason.split('\n')[0] ?? '').replace(/[;:]? (?:its|the) last lines.*$/, '').slice(0, 300);
}
function take({ files }, made) {
    for (const file of made)
        files.set(file.path, file);
}
function leave({ left }, path, reason) {
    left.set(path, { path, reason });
}
function systemOf({ systems, environment: { runnerSystem } }) {
    return systems.includes(runnerSystem) ? runnerSystem : (systems[0] ?? runnerSystem);
}

;// CONCATENATED MODULE: ./src/sync/beside/use-files.ts
/** From now on the workshop's files are these instead of the checkout's. */
async function useFiles(shop, files) {
    for (const { path, text } of files)
        await shop.copy.make(path, Buffer.from(text));
    const made = new Map(files.map(({ path, text }) => [path, { path, text }]));
    shop.files = [...shop.files.filter(({ path }) => !made.has(path)), ...made.values()];
}

;// CONCATENATED MODULE: ./src/sync/beside/bring.ts











/**
 * Makes the files of dependencies beside the package anew where there is a way: out of the new source, by the package's own scripts, by the
 * command of `before-hash`, in this order. What is made is the workshop's from then on, and the package is evaluated with it once
 * more. What the package reads and nothing made is told. Throws SCRIPT_FAILED, SCRIPT_REFUSED, and what `bumpWithFiles` throws.
 */
async function bringBeside(shop, traced, bumped) {
    const { work } = shop;
    // The version stays, and so do they.
    if (bumped.source === null)
        return bumped;
    const read = await filesRead(shop, traced, bumped);
    // The command came first, as nothing could be evaluated without it: the rest was its to make.
    if (bumped.beside.files.some(({ by }) => by !== 'lock'))
        return withoutMaking(bumped, read);
    if (read.length === 0 && work.beforeHash === null && !work.updateScript)
        return bumped;
    const { files, left } = await makeFiles(shop, bumped, read);
    for (const { path, by } of files)
        shop.log.info(`${path}: made anew (${by})`);
    for (const { path, reason } of left)
        shop.log.warning(`${path} was not made anew: ${reason}`);
    if (files.length === 0)
        return { ...bumped, beside: { ...bumped.beside, left } };
    const keys = keysOf(shop, traced, bumped, files);
    await useFiles(shop, files);
    return bumpWithFiles(shop, traced, bumped, { files, left }, keys);
}
function withoutMaking(bumped, read) {
    const { files } = bumped.beside;
    const left = read
        .filter(({ path }) => !files.some((made) => made.path === path))
        .map(({ path }) => ({ path, reason: 'the command of `before-hash` left it as it was' }));
    return { ...bumped, beside: { ...bumped.beside, left } };
}
async function makeFiles(shop, bumped, read) {
    const now = await fetchSource(shop, bumped.literals, bumped.evaluation.replacements);
    const old = read.some(({ path }) => (0,known_files/* isLock */.e)(path)) ? await fetchSource(shop, [], new Map()) : null;
    const files = new Map();
    const left = new Map();
    for (const file of read) {
        const found = await lockFromSource(file, old, now);
        if (found.kind === 'made')
            files.set(file.path, found.file);
        if (found.kind === 'left')
            left.set(file.path, found.file);
    }
    const edits = (0,workshop/* replacementsOf */.P1)([...bumped.versions, ...bumped.beside.keys]);
    await runScripts(shop, bumped, {
        replacements: new Map([...edits, ...(now?.hash ?? [])]),
        source: now?.root ?? null,
        locks: bumped.beside.files,
        files,
        left
    });
    // What the version or a stale hash stands in is not left as it is.
    const edited = [...bumped.versions, ...bumped.stale.map(({ literal }) => literal)];
    for (const path of [...files.keys(), ...edited.map(({ file }) => file)])
        left.delete(path);
    const inOrder = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files: inOrder, left: [...left.values()] };
}
/** What `outputHashes` of files that stay otherwise as they are have to be called. */
function keysOf(shop, traced, bumped, files) {
    const own = ownNixFiles(shop, traced, bumped).filter(({ path }) => !files.some((made) => made.path === path));
    for (const { path, text } of files) {
        const before = shop.files.find((file) => file.path === path);
        if ((0,posix_.basename)(path) !== 'Cargo.lock' || before === undefined)
            continue;
        const keys = followLock(own, bumped.literals, { before: before.text, after: text });
        if (keys !== null)
            return keys;
    }
    return sameKeys;
}

;// CONCATENATED MODULE: ./src/sync/beside/keys-of-source.ts








/** What `outputHashes` have to be called where evaluation reads Cargo.lock out of the source. null: there are none, or they stay. */
async function keysOfNewSource(shop, traced, { oldVersion, newVersion }, followed) {
    const own = ownNixFiles(shop, traced, { versions: [] });
    const sets = own.flatMap(output_hashes/* findOutputHashes */.nw);
    if (sets.length === 0)
        return null;
    const keys = sets.flatMap(({ entries }) => entries.map(({ key }) => key));
    const isKey = (span) => keys.some((key) => key.file === span.file && key.start <= span.start && span.end <= key.end);
    const pieces = oldVersion === null || newVersion === null ? [] : (0,version_spelling/* piecesOf */.Xe)(oldVersion, newVersion);
    const edits = pieces.flatMap((piece) => likeliest(own, piece.old, isKey).map((place) => (0,version_spelling/* bumpEdit */.ZO)(place, piece.new)));
    const { kept, fetched } = traced.evaluation;
    const dyed = traced.literals.filter((one) => !kept.has(one) && !fetched.has(one));
    const old = await fetchSource(shop, [], new Map());
    const now = await fetchSource(shop, dyed, new Map([...(0,dyed_evaluation/* dyesOf */.zk)(shop, dyed), ...(0,workshop/* replacementsOf */.P1)([...edits, ...(followed?.edits ?? [])])]));
    const [before, after] = [await lockIn(old), await lockIn(now)];
    if (before === null || after === null)
        return null;
    return followLock(own, traced.literals, { before, after });
}
/** Occurrences of a version that go by `version`, else all: a guess, for whom it only has to do to go on. */
function likeliest(files, version, isKey) {
    const found = files.flatMap((file) => (0,find/* findVersionLiterals */.sA)(file, version)
        .filter((place) => !isKey(place))
        .map((place) => ({ place, before: file.text.slice(0, place.start) })));
    const named = found.filter(({ before }) => /\bversion\s*=\s*"v?$/.test(before));
    return (named.length > 0 ? named : found).map(({ place }) => place);
}
async function lockIn(tree) {
    for (const folder of tree?.folders ?? []) {
        const text = tree === null ? null : await readInTree(tree, `${folder}/Cargo.lock`);
        if (text !== null)
            return text;
    }
    return null;
}

;// CONCATENATED MODULE: ./src/sync/beside/bump-beside.ts










/**
 * `bumpVersion`. Where the package does not evaluate at its new version, it is tried once more with what evaluation reads brought to it:
 * with `outputHashes` that have the names of the new source's Cargo.lock, or else with what the command of `before-hash` makes. Throws
 * what `bumpVersion` throws.
 */
async function bumpBeside(shop, traced, step, followed, stays) {
    try {
        return await bumpVersion(shop, traced, step, followed, { stays });
    }
    catch (error) {
        const isEvaluation = error instanceof errors/* NarPublishError */.f9 &&
            ['EVALUATION_FAILED', 'VERSION_UNTRACED'].includes(error.code);
        if (!isEvaluation)
            throw error;
        const keys = await keysOfNewSource(shop, traced, step, followed);
        if (keys !== null) {
            const names = keys.edits.map((edit) => `${edit.text.trim()} → ${edit.replacement || '(gone)'}`);
            shop.log.info(`outputHashes: ${names.join(', ')}`);
            return bumpVersion(shop, traced, step, followed, { stays, keys });
        }
        const bumped = await bumpAfterCommand(shop, traced, step, followed);
        if (bumped === null)
            throw error;
        return bumped;
    }
}
/** null: there is no command, it changes nothing, or where the version stands is not plain without an evaluation. */
async function bumpAfterCommand(shop, traced, { oldVersion, newVersion }, followed) {
    const { beforeHash } = shop.work;
    if (beforeHash === null || oldVersion === null || newVersion === null)
        return null;
    const own = ownNixFiles(shop, traced, { versions: [] });
    const [place, ...others] = (0,version_spelling/* piecesOf */.Xe)(oldVersion, newVersion).flatMap((piece) => likeliest(own, piece.old, () => false).map((one) => (0,version_spelling/* bumpEdit */.ZO)(one, piece.new)));
    if (place === undefined || others.length > 0)
        return null;
    const { evaluation, literals } = traced;
    const alone = {
        ...{ oldVersion, newVersion, literals, evaluation },
        versions: [place, ...(followed?.edits ?? [])],
        occurrences: [],
        told: [],
        revision: followed?.revision ?? null,
        beside: { ...types/* nothingBeside */.i6, files: followed?.files ?? [] },
        stale: [],
        source: null,
        fed: new Map()
    };
    const making = {
        replacements: (0,workshop/* replacementsOf */.P1)(alone.versions),
        source: null,
        locks: alone.beside.files,
        files: new Map(),
        left: new Map()
    };
    await runCommand(shop, alone, making, beforeHash);
    const files = [...making.files.values()];
    if (files.length === 0)
        return null;
    await useFiles(shop, files);
    return bumpWithFiles(shop, traced, alone, { files, left: [] }, sameKeys);
}

// EXTERNAL MODULE: ./src/sync/literals/revisions.ts
var revisions = __webpack_require__(34962);
// EXTERNAL MODULE: ./src/sync/literals/regions.ts + 3 modules
var literals_regions = __webpack_require__(91801);
// EXTERNAL MODULE: ./src/sync/version/commit.ts
var commit = __webpack_require__(49443);
// EXTERNAL MODULE: ./src/nix/evaluation.ts
var evaluation = __webpack_require__(7117);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix = __webpack_require__(84280);
// EXTERNAL MODULE: ./src/sync/project/flake.ts
var flake = __webpack_require__(23692);
// EXTERNAL MODULE: ./src/sync/project/question.ts
var question = __webpack_require__(62665);
// EXTERNAL MODULE: ./src/sync/flake-inputs/lock-change.ts
var lock_change = __webpack_require__(4079);
// EXTERNAL MODULE: ./src/sync/flake-inputs/source-input.ts
var source_input = __webpack_require__(94441);
;// CONCATENATED MODULE: ./src/sync/flake-inputs/move-input.ts











/**
 * Locks one input of the copy's flake anew, with these edits in its files, as `nix flake update INPUT` does; whatever else may have
 * become of the lock file is refused. The copy has the old one again afterwards. null: the input is locked as it was. Throws
 * FETCH_FAILED, LOCK_REFUSED.
 */
async function moveInput(shop, path, name, edits, step) {
    const { copy, files, log, project } = shop;
    const before = await (0,promises_.readFile)((0,external_node_path_.join)(project.root, path), 'utf8');
    const own = files.find((file) => file.path === path)?.text ?? before;
    await copy.make(path, Buffer.from(own));
    await (0,workshop/* writeCopy */.bt)(shop, (0,workshop/* replacementsOf */.P1)(edits));
    const ended = await log.group(`nix flake update ${name}`, () => (0,question/* ask */.kA)(shop, updateCommand(shop, name)));
    if (ended.status !== 0) {
        throw new errors/* NarPublishError */.f9({
            code: 'FETCH_FAILED',
            subject: (0,source_input/* inputWords */.cJ)(name),
            reason: `it could not be locked anew: ${(0,evaluation/* evaluationReason */.Bz)(ended.stderr).replaceAll(`${copy.folder}/`, '')}`,
            cause: (0,run/* nixFailure */.M4)(ended)
        });
    }
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(copy.folder, path), 'utf8');
    await copy.make(path, Buffer.from(own));
    if (text === before)
        return null;
    const moved = (0,lock_change/* movedInput */.A)(before, text, step);
    if (typeof moved !== 'string' && moved.name === name) {
        return { ...moved, file: { path, text, isNew: false, by: 'lock' } };
    }
    throw new errors/* NarPublishError */.f9({
        code: 'LOCK_REFUSED',
        subject: `${path}, ${(0,source_input/* inputWords */.cJ)(name)}`,
        reason: `\`nix flake update ${name}\` changed more than where it is locked: ${typeof moved === 'string' ? moved : `the input \`${moved.name}\` is another one`}`
    });
}
/** https://nix.dev/manual/nix/latest/release-notes/rl-2.19: the input's name was an option of another command before. */
function updateCommand(shop, name) {
    const reference = (0,flake/* flakeReference */.Bp)(shop);
    const args = (0,nix/* isAtLeast */.du)(shop.nix.version, 2, 19)
        ? ['flake', 'update', ...flake/* uncommitted */.SU, '--flake', reference, '--', name]
        : ['flake', 'lock', ...flake/* uncommitted */.SU, '--update-input', name, '--', reference];
    return { program: 'nix', args };
}

;// CONCATENATED MODULE: ./src/sync/flake-inputs/follow-input.ts









/** The commit of an input, as of `inputCommit`: the lock file's next one is that of the branch. */
function inputPin(shop, input) {
    const { work, environment } = shop;
    const pinned = (0,source_input/* inputCommit */.qH)(input, work.version, environment.serverUrl);
    if (pinned?.newest === undefined || work.version.kind !== 'branch')
        return pinned;
    const { name } = work.version;
    return { ...pinned, newest: () => newestOfInput(shop, input, name) };
}
/** What the input is locked at when it is locked anew. Throws REVISION_UNTRACED where it follows another branch. */
async function newestOfInput(shop, input, wanted) {
    const { name, node, path } = input;
    const branch = (0,source_input/* followedBranch */.d8)(input, wanted) ?? 'the default branch';
    const moved = await moveInput(shop, path, name, [], nothingElse);
    const locked = (moved?.after ?? node).locked ?? {};
    const date = (0,commit/* dayOf */.kb)(Number(locked['lastModified']) * 1000);
    return { branch, commit: String(locked['rev']), date };
}
const nothingElse = { oldVersion: null, newVersion: null, revision: null };
/**
 * The input at another version or commit: what changes in its address in `flake.nix`, and the lock file. null: nothing of it goes with
 * either, as it follows a branch. Throws FETCH_FAILED, LOCK_REFUSED.
 */
async function followInput(shop, input, step) {
    const { revision } = step;
    const edits = editsAt(shop, input, step);
    const isOfBranch = revision !== null && input.node.original?.['rev'] === undefined;
    if (edits.length === 0 && !isOfBranch)
        return null;
    const moved = await moveInput(shop, input.path, input.name, edits, step);
    if (moved === null)
        return null;
    shop.log.info(`${(0,source_input/* inputWords */.cJ)(input.name)} is locked at ${placeWords(moved)}`);
    return { revision, edits, files: [moved.file], isAddressed: false };
}
function placeWords({ after: { locked = {} } }) {
    return [locked['ref'], locked['rev'] ?? locked['narHash']].filter(Boolean).join(', ');
}
/** In what says where the input comes from: `url`, or `ref` and `rev` beside each other. */
function editsAt({ files, project }, { name, node }, { oldVersion, newVersion, revision }) {
    const path = (0,posix_.join)(project.flakeFolder ?? '', 'flake.nix');
    const file = files.find((one) => one.path === path);
    if (file === undefined)
        return [];
    const isAddress = addressIn(file, name);
    const commits = revision !== null && node.original?.['rev'] !== undefined
        ? (0,revisions/* findRevisionLiterals */.vE)(file, revision.old).filter(isAddress)
        : [];
    const pieces = oldVersion === null || newVersion === null || oldVersion === newVersion
        ? []
        : (0,version_spelling/* piecesOf */.Xe)(oldVersion, newVersion);
    for (const piece of pieces) {
        const found = (0,find/* findVersionLiterals */.sA)(file, piece.old).filter(isAddress);
        if (found.length === 0)
            continue;
        return [
            ...found.map((literal) => (0,version_spelling/* bumpEdit */.ZO)(literal, piece.new)),
            ...commits.map((span) => (0,revisions/* commitEdit */.Yb)(span, revision?.new ?? ''))
        ];
    }
    return commits.map((span) => (0,revisions/* commitEdit */.Yb)(span, revision?.new ?? ''));
}
/** A flake's inputs are written out, without any computing. */
function addressIn(file, input) {
    const regions = (0,literals_regions/* regionsOf */.N)(file).filter(({ names: [key = '', owner] }) => ['url', 'ref', 'rev'].includes(key) && owner === input);
    return ({ start, end }) => regions.some((region) => region.start <= start && end <= region.start + region.text.length);
}
/** The version that the package gets from the lock file alone: one that is made of the commit, or of its time. null: none. */
async function versionByLock(shop, { package: { version, system } }, { revision, edits, files }) {
    if (revision === null || files.length === 0)
        return null;
    await (0,workshop/* writeCopy */.bt)(shop, (0,workshop/* replacementsOf */.P1)(edits));
    const evaluated = await (0,workshop/* evaluateCopy */.TK)(shop, system);
    return 'drvPath' in evaluated && evaluated.version !== version ? evaluated.version : null;
}

// EXTERNAL MODULE: ./src/nix/content-path.ts
var content_path = __webpack_require__(15740);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/sync/counts.ts
var sync_counts = __webpack_require__(56951);
;// CONCATENATED MODULE: ./src/sync/evaluate-ahead.ts








/**
 * Evaluates what will most likely be asked for next, in a twin of the copy, beside the first evaluation that is asked for. Whether it was
 * asked for is judged by the files themselves. Its answer counts where it is the one that an evaluation of the copy would give: one that knows
 * the twin's folder is not, nor is one that failed, as what failures tell is learned in their order.
 */
class AheadInTwin {
    #shop;
    #replacements;
    #stop = new AbortController();
    #begun = null;
    /** `replacements`: in the checkout's files; null: nothing is foreseen. Asked for when the other evaluation is under way. */
    constructor(shop, replacements) {
        this.#shop = shop;
        this.#replacements = replacements;
    }
    async begin(system) {
        if (this.#begun !== null || this.#stop.signal.aborted)
            return;
        // What stands in the way of a twin, a full disk, stands in the way of the others too, which tell it.
        this.#begun = this.#evaluate(system).catch(() => null);
        await this.#begun;
    }
    async answer(system) {
        const begun = await this.#begun;
        if (begun === null || this.#stop.signal.aborted)
            return null;
        const { copy, unreadMeta, log } = this.#shop;
        const now = await copy.rewrittenFiles();
        if ((0,external_node_util_.isDeepStrictEqual)(now, begun.besides))
            return null;
        if (!(0,external_node_util_.isDeepStrictEqual)(now, await begun.twin.rewrittenFiles())) {
            log.debug('what was evaluated ahead is not what is asked for');
            await this.stop();
            return null;
        }
        if (system !== begun.system)
            return null;
        const found = await begun.answer;
        // It was asked for once.
        await this.stop();
        if (found === null || !(0,external_node_util_.isDeepStrictEqual)(begun.unread, unreadMeta))
            return null;
        // Where it cannot be looked into, as in a store that is no folder of this machine, it may.
        const knowsTwin = await this.#knowsTwin(begun.twin, found).catch(() => true);
        if (!knowsTwin)
            return found;
        log.debug('what was evaluated ahead may know the folder that it was evaluated in');
        return null;
    }
    async stop() {
        this.#stop.abort();
        await (await this.#begun)?.answer;
    }
    async remove() {
        await this.stop();
        (await this.#begun)?.twin.remove();
    }
    async #evaluate(system) {
        const { copy, files, project, work, counts, unreadMeta, turns } = this.#shop;
        // What was asked for starts first.
        await (0,external_node_timers_promises_.setImmediate)();
        const besides = await copy.rewrittenFiles();
        const replacements = await this.#replacements();
        const twin = replacements === null ? null : await copy.twin();
        if (replacements === null || twin === null)
            return null;
        await (0,workshop/* writeCopy */.bt)({ copy: twin, files }, replacements);
        const unread = new Map(unreadMeta);
        const request = { package: work.package, nixpkgs: work.nixpkgs, system };
        (0,sync_counts/* countEvaluation */.ky)(counts, system);
        const answer = turns(() => (0,evaluate/* evaluatePackage */.Ak)(this.#nix(), twin, project, request, unread))
            .then((found) => ('drvPath' in found ? found : null))
            .catch(() => null);
        return { system, besides, twin, unread, answer };
    }
    /** One that builds nothing: what has to be built for an evaluation is built for the one that was asked for. */
    #nix() {
        const { nix } = this.#shop;
        const buildsNothing = 'allow-import-from-derivation = false';
        return {
            ...nix,
            env: { ...nix.env, NIX_CONFIG: `${nix.env['NIX_CONFIG'] ?? ''}\n${buildsNothing}` },
            // While it evaluates it does not hear SIGTERM.
            stop: { when: this.#stop.signal, by: 'SIGKILL' }
        };
    }
    /** Whether it names the twin's folder, or what it needs does and the package as it stands does not. */
    async #knowsTwin({ folder }, found) {
        const { nix, derivations } = this.#shop;
        const before = new Map(derivations);
        const graph = await (0,nix_derivations/* readDerivations */.rj)(nix, [found.drvPath], { closure: true, known: derivations });
        const made = [...graph.values()].filter(({ drvPath }) => !before.has(drvPath));
        const known = new Set([...before.values()].flatMap(({ inputSrcs }) => inputSrcs));
        const sources = new Set(made.flatMap(({ inputSrcs }) => inputSrcs));
        const texts = [JSON.stringify(found), ...made.map(evaluate_ahead_textOf)];
        for (const path of sources)
            if (!known.has(path))
                texts.push(await textOfFile(path));
        const name = (0,external_node_path_.basename)((0,external_node_path_.dirname)(folder));
        return texts.some((text) => text.includes(name));
    }
}
function evaluate_ahead_textOf({ builder, args, env, structuredAttrs }) {
    return JSON.stringify([builder, args, env, structuredAttrs]);
}
/** Of a folder of sources none: it is a copy of what both folders hold. */
async function textOfFile(path) {
    return (await (0,promises_.lstat)(path)).isFile() ? (0,promises_.readFile)(path, 'latin1') : '';
}

// EXTERNAL MODULE: ./src/sync/flake-inputs/lock-file.ts
var lock_file = __webpack_require__(66693);
// EXTERNAL MODULE: ./src/sync/project/package-reference.ts
var package_reference = __webpack_require__(99769);
// EXTERNAL MODULE: ./src/sync/version/form.ts
var version_form = __webpack_require__(47464);
// EXTERNAL MODULE: ./src/sync/version/parse.ts
var parse = __webpack_require__(81151);
;// CONCATENATED MODULE: ./src/sync/foresee.ts















/**
 * The package at its new version, evaluated beside the package as it stands, where it can be told from the files alone what that will be, and
 * a core is idle. null: it is to be evaluated when it is asked for.
 */
function foresee(shop, stays) {
    // The first evaluation has nothing beside it, for however many systems.
    if (shop.work.version.kind !== 'given' || shop.turns.concurrency < 2)
        return null;
    return new AheadInTwin(shop, async () => (await mayFetch(shop)) ? null : atNewVersion(shop, stays));
}
/** What bumpVersion will evaluate first. */
function atNewVersion({ work, files, project }, stays) {
    const { version } = work;
    const oldVersion = statedVersion(files, work.package.attribute);
    // A pattern of the user's takes as long as it takes.
    if (version.kind !== 'given' || work.versionRegex !== null || oldVersion === null)
        return null;
    const form = (0,version_form/* formOf */.QU)(oldVersion, []);
    const newVersion = (0,errors/* attempt */.CD)(() => (0,parse/* givenVersion */.GT)(version, work, form), null);
    if (newVersion === null || newVersion === oldVersion)
        return null;
    const trial = firstTrial(files, { oldVersion, newVersion, others: [], stays });
    if (trial === null)
        return null;
    return new Map([...trial, ...(0,dyed_evaluation/* dyesOf */.zk)({ project }, files.flatMap(find/* findHashLiterals */.MO))]);
}
/** The version that the package's file says it has: the one file that says one, or among several the one that names the package. */
function statedVersion(files, attribute) {
    const name = (0,package_reference/* parseAttributePath */.f6)(attribute)?.at(-1);
    const stated = files.flatMap((file) => {
        if (!file.path.endsWith('.nix') || !/\bversion\b/.test(file.text))
            return [];
        const values = (0,literals_regions/* regionsOf */.N)(file).filter(({ isWhole }) => isWhole);
        const [version, ...others] = values.filter(({ names }) => names[0] === 'version');
        if (version === undefined || others.length > 0)
            return [];
        const isNamed = values.some(({ names, text }) => names[0] === 'pname' && text === name);
        return [{ version: version.text, isNamed }];
    });
    const named = stated.filter(({ isNamed }) => isNamed);
    const [found, ...others] = named.length > 0 ? named : stated;
    return found === undefined || others.length > 0 ? null : found.version;
}
/**
 * Whether evaluation may download something by itself: two at once would do so twice, and of what moves they may get two. What flakes
 * need is locked; it is fetched where it is not in the store.
 */
async function mayFetch({ project, files, nix }) {
    const lock = (0,lock_file/* lockPath */.HZ)(project);
    if (lock !== null) {
        const text = files.find(({ path }) => path === lock)?.text;
        return text === undefined || !areInStore(text);
    }
    const fetches = /\bfetch(?:Tarball|Git|Tree|Mercurial|Closure)\b|\bbuiltins\.fetchurl\b|\bgetFlake\b/;
    if (files.some(({ path, text }) => path.endsWith('.nix') && fetches.test(text)))
        return true;
    return (await searchPath(nix)).some((path) => /^(?:[a-z+]+:\/\/|channel:|flake:)/.test(path));
}
/** What `<nixpkgs>` is looked for in: what NIX_PATH and Nix's own settings come to, only Nix knows. */
async function searchPath(nix) {
    const json = await (0,run/* askNix */.zL)(nix, {
        program: 'nix-instantiate',
        args: ['--eval', '--strict', '--json', '--expr', 'map (entry: entry.path) builtins.nixPath']
    });
    return schemas/* array */.YOg(schemas/* string */.YjP()).parse(JSON.parse(json));
}
function areInStore(lockText) {
    const lock = (0,lock_file/* parseLock */.PG)(lockText);
    if (lock === null)
        return false;
    return Object.values(lock.nodes).every(({ locked }) => {
        if (locked === undefined)
            return true;
        const digest = (0,binary_cache_digest/* parseDigest */.m)(String(locked['narHash']), 'sha256');
        return digest !== null && (0,external_node_fs_.existsSync)((0,content_path/* fixedPath */.M)(digest, 'recursive', 'source'));
    });
}

// EXTERNAL MODULE: ./src/sync/links.ts
var links = __webpack_require__(26434);
// EXTERNAL MODULE: ./src/sync/literals/entry.ts
var literals_entry = __webpack_require__(1564);
;// CONCATENATED MODULE: ./src/sync/pins/twin.ts



/**
 * What a tool keeps for itself beside the Nix file that it wrote, `generated.json` beside `generated.nix`: an entry of the same name with
 * values of the same names. Nix reads none of it, but nvfetcher takes a pinned package's version from there, and of every package that its
 * `--filter` leaves out: with the old one there its next run would take the package back.
 * https://github.com/berberman/nvfetcher/blob/master/src/NvFetcher.hs (parseLastVersions)
 *
 * The change with the same edits there, where the entry says what the Nix file said. `notes`: sentences about both. Pure.
 */
function withTwins(files, change) {
    const edits = [...change.versions, ...change.hashes];
    const written = new Set(edits.map(({ file }) => file));
    const twins = files.flatMap((nix) => {
        if (!nix.path.endsWith('.nix') || !written.has(nix.path))
            return [];
        const path = nix.path.replace(/nix$/, 'json');
        const json = files.find((file) => file.path === path);
        return json === undefined || written.has(path) ? [] : [{ nix, json }];
    });
    const versions = [];
    const hashes = [];
    const notes = [];
    for (const { nix, json } of twins) {
        const entries = entriesOf(json);
        const own = (all) => all.flatMap((edit) => (edit.file === nix.path ? placed(nix, edit, entries) : []));
        const [ofVersions, ofHashes] = [own(change.versions), own(change.hashes)];
        const named = Map.groupBy([...ofVersions, ...ofHashes], ({ name }) => name);
        for (const [name, all] of named) {
            const other = all.find(({ isOther }) => isOther);
            if (other !== undefined) {
                notes.push(`\`${json.path}\` was left as it is: its entry \`${name}\` has another \`${other.key}\` than \`${nix.path}\` had.`);
                continue;
            }
            if (all.every(({ there }) => there.length === 0))
                continue;
            const isHere = (one) => one.name === name;
            versions.push(...ofVersions.filter(isHere).flatMap((one) => moved(one, json)));
            hashes.push(...ofHashes.filter(isHere).flatMap((one) => moved(one, json)));
            notes.push(`\`${json.path}\`, which Nix does not read, says the same of \`${name}\` as \`${nix.path}\`.`);
        }
    }
    const all = {
        ...change,
        versions: [...change.versions, ...versions],
        hashes: [...change.hashes, ...hashes]
    };
    return { change: all, notes };
}
function placed(nix, edit, entries) {
    const region = (0,literals_regions/* regionsOf */.N)(nix).find(({ start, text }) => start <= edit.start && edit.end <= start + text.length);
    const [key] = region?.names ?? [];
    const name = (0,literals_entry/* entriesAround */.Q)(nix, edit.start)
        .map(({ start }) => takerOf(nix.text.slice(Math.max(0, start - 300), start)))
        .findLast((one) => one !== null && entries.has(one));
    if (region === undefined || key === undefined || typeof name !== 'string')
        return [];
    const alike = (entries.get(name) ?? []).filter(({ names }) => names[0] === key);
    const there = alike.filter(({ text }) => text === region.text);
    const isOther = alike.length > 0 && there.length === 0;
    return [{ edit, name, key, offset: edit.start - region.start, there, isOther }];
}
/** What takes the set that begins here: `luna = {`, `"luna.rs" = {`, `src = fetchurl {`. */
function takerOf(before) {
    const [, quoted, plain] = /(?:"([^"\\$]+)"|(?<![\w'.-])([A-Za-z_][\w'-]*))\s*=\s*(?:[\w.]+\s+)?$/.exec(before) ?? [];
    return quoted ?? plain ?? null;
}
/** The string values below each entry of a JSON file's outermost object. */
function entriesOf(json) {
    const named = (0,literals_regions/* regionsOf */.N)(json).flatMap((region) => {
        const entry = (0,literals_entry/* entriesAround */.Q)(json, region.start).at(-2);
        const name = entry === undefined
            ? undefined
            : /"([^"\\]+)"\s*:\s*$/.exec(json.text.slice(Math.max(0, entry.start - 300), entry.start))?.[1];
        return name === undefined ? [] : [{ name, region }];
    });
    const byName = Map.groupBy(named, ({ name }) => name);
    return new Map([...byName].map(([name, all]) => [name, all.map(({ region }) => region)]));
}
function moved({ edit, offset, there }, json) {
    return there.map((region) => {
        const start = region.start + offset;
        const end = start + edit.text.length;
        return { ...edit, file: json.path, start, end, line: (0,literals_edit/* lineOf */.L)(json.text, start) };
    });
}

// EXTERNAL MODULE: ./src/sync/prove.ts + 5 modules
var prove = __webpack_require__(62810);
// EXTERNAL MODULE: ./src/sync/revision.ts
var sync_revision = __webpack_require__(31442);
// EXTERNAL MODULE: ./src/sync/fetched-sources.ts
var fetched_sources = __webpack_require__(52673);
// EXTERNAL MODULE: ./src/sync/pins/source-pin.ts
var source_pin = __webpack_require__(22001);
;// CONCATENATED MODULE: ./src/sync/pins/follow-pin.ts


/** A pin at another version or commit. null: it has neither. Throws REVISION_UNTRACED, and what an evaluation throws. */
async function followPin(shop, traced, { pin, pinned }, step) {
    const { revision } = step;
    const followed = pinned === null || revision === null
        ? null
        : await (0,sync_revision/* followRevision */.fF)(shop, traced, pinned, { ...revision, date: step.date });
    const known = followed?.edits ?? [];
    const isKnown = (edit) => known.some(({ file, start, end }) => file === edit.file && start < edit.end && edit.start < end);
    const edits = [...(0,source_pin/* versionInPin */.h$)(pin, step).filter((edit) => !isKnown(edit)), ...known];
    return edits.length === 0 ? null : { revision, edits, files: [], isAddressed: false };
}

;// CONCATENATED MODULE: ./src/sync/source-origin.ts









/**
 * By the derivation that fetches the source; of one that evaluation fetched, by the address at which it did, and what stands beside its
 * hash; or by what `flake.lock` has.
 */
async function sourceOrigin(shop, traced) {
    const { serverUrl } = shop.environment;
    const { package: own, evaluation } = traced;
    const { drvPath, version, system } = own;
    const graph = (0,dyed_evaluation/* graphOf */.cQ)(evaluation, system);
    const urls = (0,sync_sources/* sourceUrls */.wg)(drvPath, graph);
    const main = [...(0,fetched_sources/* sourcesOf */.u0)(own, graph).paths].flatMap(([path, isMain]) => (isMain ? [path] : []));
    const origins = await (0,evaluation_sources/* fetchedMainBy */._D)(shop, main, evaluation);
    const input = (0,source_input/* sourceInput */.mC)(shop, origins);
    if (input !== null) {
        return {
            ...(0,source_input/* versionsOfInput */.Zj)(input, urls),
            pinned: inputPin(shop, input),
            follow: (step) => followInput(shop, input, step)
        };
    }
    const fetched = origins.find((one) => one.kind === 'hash');
    if (fetched === undefined) {
        const pinned = (0,sync_revision/* pinnedSource */._h)(own, graph, serverUrl);
        return {
            sourceUrls: urls,
            refs: (0,sync_sources/* mainSources */.gS)(drvPath, graph, version).flatMap(sync_sources/* refsOf */.gA),
            pinned,
            follow: async ({ revision, date }) => pinned === null || revision === null
                ? null
                : (0,sync_revision/* followRevision */.fF)(shop, traced, pinned, { ...revision, date })
        };
    }
    const pin = (0,source_pin/* sourcePin */.lN)(shop, fetched);
    const pinned = pin === null ? null : (0,source_pin/* pinnedCommit */.I)(pin, serverUrl);
    return {
        ...(0,source_pin/* versionsOfAddress */.dn)(fetched.address, urls),
        pinned,
        follow: async (step) => (pin === null ? null : followPin(shop, traced, { pin, pinned }, step))
    };
}

// EXTERNAL MODULE: ./src/sync/literals/nix-tokens.ts
var nix_tokens = __webpack_require__(95278);
;// CONCATENATED MODULE: ./src/sync/literals/comments.ts



/** Where comments of a `.nix` or `.toml` file say a version, in order. */
function versionsInComments(file, version) {
    const comments = commentsOf(file);
    // Blanks in place of all else, so that offsets and lines are the file's.
    let text = '';
    for (const { start, end } of comments) {
        text += file.text.slice(text.length, start).replace(/[^\n]/g, ' ') + file.text.slice(start, end);
    }
    return (0,find/* findVersionLiterals */.sA)({ path: 'comments', text }, version).map((found) => ({
        ...found,
        file: file.path
    }));
}
function commentsOf({ path, text }) {
    switch ((0,posix_.extname)(path)) {
        case '.nix': {
            // What is no token is white space or a comment.
            const tokens = [...(0,nix_tokens/* nixTokens */.E)(text), { start: text.length, end: text.length }];
            return tokens.map(({ start }, index) => ({ start: tokens[index - 1]?.end ?? 0, end: start }));
        }
        case '.toml':
            return [...text.matchAll(/^((?:[^"'#\n]|"[^"\n]*"|'[^'\n]*')*)(#.*)$/gm)].map(({ 1: before = '', 2: comment = '', index }) => {
                const start = index + before.length;
                return { start, end: start + comment.length };
            });
        default:
            return [];
    }
}

;// CONCATENATED MODULE: ./src/sync/literals/siblings.ts


/**
 * Whether two literals of a file stand beside each other: in one set or list (`hashes.x86_64-linux` and `hashes.jar`), or by one
 * name in sets beside each other (`sources.x86_64-linux.hash` and `sources.jar.hash`). In a TOML file all do.
 */
function siblingsIn(file) {
    const extension = (0,posix_.extname)(file.path);
    if (extension === '.toml')
        return () => true;
    if (extension !== '.nix' && extension !== '.json')
        return () => false;
    const around = setsAround(file.text);
    return (one, other) => {
        const [a, b] = [around(one.start), around(other.start)];
        if (a.length === 0 || a.length !== b.length)
            return false;
        if (a.at(-1) === b.at(-1))
            return true;
        const name = nameBefore(file.text, one.start);
        const areAlike = name !== null && name === nameBefore(file.text, other.start);
        return areAlike && a.length > 1 && a.at(-2) === b.at(-2);
    };
}
/** The attribute that takes what stands there. */
function nameBefore(text, offset) {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return /([\w-]+)"?\s*[:=]\s*(?:"|'')?$/.exec(line)?.[1] ?? null;
}
/** Where the sets and lists begin that a place is in, outermost first. JSON has the brackets and strings of Nix. */
function setsAround(text) {
    const brackets = (0,nix_tokens/* nixTokens */.E)(text).filter(({ kind, start, end }) => kind === 'symbol' && /^[{}[\]]$/.test(text.slice(start, end)));
    return (offset) => {
        const open = [];
        for (const { start } of brackets) {
            if (start >= offset)
                break;
            if (/[{[]/.test(text.charAt(start)))
                open.push(start);
            else
                open.pop();
        }
        return open;
    };
}

;// CONCATENATED MODULE: ./src/sync/told.ts



/** What a change to another version leaves as it was in the files that it touches: hashes beside those that are new, and comments. */
function leftBeside(files, { oldVersion, newVersion, revision, versions, hashes }, untraced) {
    if (oldVersion === newVersion && revision === null)
        return [];
    const edited = new Set([...versions, ...hashes].map(({ file }) => file));
    const told = [];
    for (const file of files.filter(({ path }) => edited.has(path))) {
        const areSiblings = siblingsIn(file);
        const changed = hashes.filter((edit) => edit.file === file.path);
        for (const literal of untraced) {
            if (literal.file !== file.path || literal.digest === null)
                continue;
            const sibling = changed.find((edit) => areSiblings(edit, literal));
            if (sibling === undefined)
                continue;
            const why = `nothing on ${sibling.systems.join(', ')} comes from it, and ${(0,types/* placeOf */.$t)(sibling)} beside it is new`;
            told.push({ ...told_placed(literal), kind: 'unfed', why });
        }
        const comments = oldVersion === null ? [] : versionsInComments(file, oldVersion);
        for (const comment of comments)
            told.push({ ...told_placed(comment), kind: 'comment', why: '' });
    }
    return told;
}
function told_placed({ file, line, text }) {
    return { file, line, text };
}

// EXTERNAL MODULE: ./src/sync/version/wanted.ts
var wanted = __webpack_require__(32389);
;// CONCATENATED MODULE: ./src/sync/work-out.ts
























/**
 * Finds out what a package's version changes, and proves it; nothing is written but the copy. `goesOn`: before what takes long, about a
 * change without its hashes; false: it is left at that.
 */
async function workOut(run, work, goesOn = () => Promise.resolve(true)) {
    const shop = await (0,src_run/* timed */.a)(run, 'open', () => (0,workshop/* openWorkshop */._M)(work, run));
    try {
        return await workOutIn(run, shop, goesOn);
    }
    finally {
        await shop.ahead?.remove();
    }
}
async function workOutIn(run, shop, goesOn) {
    const stays = keptPlaces(shop.files, shop.work.keepPlaces);
    shop.ahead = foresee(shop, stays);
    const traced = await (0,src_run/* timed */.a)(run, 'trace', () => tracePackage(shop));
    const chosen = await (0,src_run/* timed */.a)(run, 'version', () => chooseVersion(shop, traced));
    const { pname } = traced.package;
    let first = await (0,src_run/* timed */.a)(run, 'bump', () => bump(shop, traced, chosen, stays));
    await shop.ahead?.stop();
    const alone = (0,sync_change/* changeOf */.C2)(shop, pname, first, []);
    if (!(await (0,src_run/* timed */.a)(run, 'bump', () => goesOn(alone, shop.project)))) {
        const { copy, systems, counts } = shop;
        const notes = (0,workshop/* notesOf */.h$)(shop);
        const left = { change: alone, told: [], source: 'kept', systems, checks: [] };
        const computed = { ...left, counts, notes, ...linksTo(shop, first, chosen) };
        return { computed, copy, untraced: [], notes, proved: new Map() };
    }
    const { bumped, made, proved } = await withoutDoubtful(shop, stays, {
        bump: async () => {
            const again = () => bump(shop, traced, chosen, stays);
            const bumped = first ?? (await (0,src_run/* timed */.a)(run, 'bump', again));
            first = null;
            return (0,src_run/* timed */.a)(run, 'beside', () => bringBeside(shop, traced, bumped));
        },
        compute: async (bumped) => {
            const hashes = await (0,src_run/* timed */.a)(run, 'compute', () => computeHashes(shop, bumped));
            const own = (0,sync_change/* changeOf */.C2)(shop, pname, bumped, hashes);
            const { change, notes } = withTwins(shop.files, own);
            return { hashes, own, change, notes };
        },
        prove: async (bumped, { hashes, change }) => {
            const source = bumped.source === null ? 'kept' : (0,source_follows/* proveSource */.uk)(shop, bumped.source, hashes);
            const isProved = (0,sync_change/* isEmpty */.Im)(change)
                ? prove/* nothingProved */.S0
                : await (0,src_run/* timed */.a)(run, 'prove', () => (0,prove/* proveChange */.T7)(shop, change, bumped, hashes));
            return { source, ...isProved };
        }
    });
    const { change, own } = made;
    const { copy, systems, counts } = shop;
    const notes = [...(0,workshop/* notesOf */.h$)(shop), ...made.notes];
    const untraced = untracedOf(traced, own);
    const told = [...bumped.told, ...leftBeside(shop.files, own, untraced)];
    const links = linksTo(shop, bumped, chosen);
    const { source, checks, derivations } = proved;
    const computed = { change, told, source, checks, systems, counts, notes, ...links };
    return { computed, copy, untraced, notes, proved: derivations };
}
/** Hashes in the package's own files (those that hold one that feeds it) that feed nothing. */
function untracedOf({ hashes, literals }, { versions, beside }) {
    const own = new Set([
        ...hashes.map(({ literal }) => literal.file),
        ...versions.map(({ file }) => file)
    ]);
    const fed = new Set(hashes.map(({ literal }) => literal));
    // Files that were made anew have other lines by now.
    const made = new Set(beside.files.map(({ path }) => path));
    return literals.filter((literal) => own.has(literal.file) && !made.has(literal.file) && !fed.has(literal));
}
/** null: the version stays. */
async function chooseVersion(shop, traced) {
    const { version, homepage } = traced.package;
    const { follow, ...origin } = await sourceOrigin(shop, traced);
    const { pinned } = origin;
    const current = { version, homepage, ...origin };
    const chosen = await (0,wanted/* wantedVersion */.K)(shop.work, current, shop);
    if (chosen === null)
        return null;
    const { commit } = chosen;
    const isOther = pinned !== null && commit !== null && !commit.startsWith(pinned.commit);
    const revision = isOther ? { old: pinned.commit, new: commit } : null;
    const { version: newVersion, date = null } = chosen;
    const step = { oldVersion: version, newVersion, revision, date };
    return { ...chosen, followed: await follow(step) };
}
/** A version that the package has already is as good as none: its hashes are looked at. */
async function bump(shop, traced, wanted, stays) {
    const { version } = traced.package;
    if (wanted === null)
        return keepVersion(shop, traced);
    const { followed } = wanted;
    if (wanted.version === version && followed === null)
        return keepVersion(shop, traced);
    if (version === null && followed === null) {
        throw new errors/* NarPublishError */.f9({
            code: 'VERSION_UNTRACED',
            subject: shop.work.package.text,
            reason: 'the package has no version that could be replaced'
        });
    }
    if (followed !== null)
        await useFiles(shop, followed.files);
    // A package without a version has none afterwards.
    const own = version === null || followed === null ? null : await versionByLock(shop, traced, followed);
    const newVersion = version === null ? null : (own ?? wanted.version);
    const step = { oldVersion: version, newVersion };
    const { unasked } = wanted;
    const bumped = await bumpBeside(shop, traced, step, followed, stays).catch((error) => {
        throw unasked === undefined ? error : withUnasked(error, unasked);
    });
    if (unasked !== undefined)
        throw unasked;
    if (followed !== null)
        (0,sync_revision/* refuseOtherCommit */.kh)(shop, followed, bumped.evaluation);
    return bumped;
}
/** That the source stays what it was says more than that its host was not to be asked; but that may be why it does. */
function withUnasked(error, { subject, reason }) {
    if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'SOURCE_UNCHANGED')
        return error;
    return error.with({
        reason: `${error.reason}; which commit the version’s tag is at could not be asked (${subject}: ${reason})`,
        hint: `When the host answers again, run it again. ${error.hint}`
    });
}
function linksTo(shop, { oldVersion, newVersion, revision, evaluation }, chosen) {
    const [evaluated] = evaluation.packages.values();
    if (evaluated === undefined || chosen === null)
        return { releaseUrl: null, compareUrl: null };
    const urls = (0,sync_sources/* sourceUrls */.wg)(evaluated.drvPath, (0,dyed_evaluation/* graphOf */.cQ)(evaluation, evaluated.system));
    const { tag, releaseUrl } = chosen;
    const step = { tag, releaseUrl, oldVersion, newVersion, revision };
    return (0,links/* linksOf */.h)(urls, step, shop.environment.serverUrl);
}


/***/ }),

/***/ 45069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ changedMeanwhile),
/* harmony export */   o: () => (/* binding */ writeCheckout)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);





/**
 * Writes files of the checkout, all or none: each is first written beside its place, then all are moved there. `finish`: what is done with
 * them then; it may take them back by `undo`. Throws CHECKOUT_CHANGED, with nothing written, when a file is not what it was when it was
 * read, and what `finish` throws.
 */
async function writeCheckout(root, files, finish) {
    const prepared = [];
    const replaced = [];
    const undo = () => {
        for (const { file, before } of replaced) {
            if (before === null)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(file, { force: true });
            else
                writeBack(file, before);
        }
        for (const { temporary, madeFolder } of prepared) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { force: true });
            removeFolders((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(temporary), madeFolder);
        }
    };
    try {
        for (const file of files.filter(({ before, after }) => before !== after)) {
            prepared.push(await prepare(root, file));
        }
        for (const file of prepared) {
            await expectUnchanged(file);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(file.temporary, file.file);
            replaced.push(file);
        }
    }
    catch (error) {
        undo();
        throw error;
    }
    finally {
        for (const { temporary } of prepared)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { force: true });
    }
    await finish?.(undo);
}
async function prepare(root, { path, before, after }) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path);
    const madeFolder = before === null ? await makeFolder(root, path) : undefined;
    // A folder that has become a link would lead out of the checkout.
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file)).catch(() => '');
    if (!`${folder}${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`.startsWith(`${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(root)}${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`))
        throw changedMeanwhile(path);
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(file).slice(0, 100)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.nar-publish`);
    const found = { path, file, before, madeFolder, temporary };
    await expectUnchanged(found);
    const mode = before === null ? null : (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(file)).mode & 0o777;
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(temporary, 'wx', mode ?? 0o666);
        try {
            await handle.writeFile(after);
            // What umask took away.
            if (mode !== null)
                await handle.chmod(mode);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { force: true });
        throw error;
    }
    return found;
}
/** The first of the folders that had to be made, none of them behind a link. */
async function makeFolder(root, path) {
    let above = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path));
    while ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(above).catch(() => null)) === null)
        above = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(above);
    if (!`${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(above)}${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`.startsWith(`${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(root)}${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`)) {
        throw changedMeanwhile(path);
    }
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path)), { recursive: true });
}
async function expectUnchanged({ path, file, before }) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(file).catch(() => null);
    if (before === null) {
        if (found !== null)
            throw changedMeanwhile(path);
        return;
    }
    if (found?.isFile() !== true)
        throw changedMeanwhile(path);
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file)).equals(Buffer.from(before)))
        throw changedMeanwhile(path);
}
/** Unless somebody has put something there. */
function removeFolders(from, first) {
    if (first === undefined)
        return;
    for (let folder = from; folder.startsWith(first); folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(folder)) {
        const path = folder;
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(path);
        }, undefined);
    }
}
/** At once, as the process may be about to end. */
function writeBack(file, before) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(file, 'r+');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.ftruncateSync)(descriptor);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(descriptor, before);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
    }
}
function changedMeanwhile(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .NarPublishError */ .f9({
        code: 'CHECKOUT_CHANGED',
        subject: path,
        reason: 'somebody changed it while the new version was computed, so nothing was written'
    });
}


/***/ })

};
