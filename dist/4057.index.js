export const id = 4057;
export const ids = [4057];
export const modules = {

/***/ 40353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ formatKept),
/* harmony export */   parseKept: () => (/* binding */ parseKept),
/* harmony export */   saveKept: () => (/* binding */ saveKept)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7897);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38091);




/** A folder for the next run, and the key that it is to be saved under; null: not at all, it is only to be removed. */
const kept = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ directory: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), key: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable() });
/** For the post step: what `formatKept` wrote. */
function parseKept(state) {
    return kept.parse(JSON.parse(state));
}
function formatKept({ directory, key }) {
    return JSON.stringify({ directory, key });
}
/** Gives the folder to the cache service, and removes it. Never throws: what the service does is no failure of the job. */
async function saveKept(place, { directory, key }) {
    const { environment, log } = place;
    try {
        if (key === null)
            return;
        await log.group('Save what was built for the next run', async () => {
            const { key: saved, reason } = await (0,_service_js__WEBPACK_IMPORTED_MODULE_2__/* .askService */ .x)(place, { task: 'save', directory, key });
            if (saved !== null)
                log.info(`saved as ${saved}`);
            // Another job built the same, and was quicker.
            else if (reason !== null && /already exists/i.test(reason))
                log.info(reason);
            else
                log.warning(`Nothing was kept for the next run: ${reason ?? 'no reason was given'}`);
        });
    }
    finally {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => {
            (0,_scratch_js__WEBPACK_IMPORTED_MODULE_1__/* .removeScratch */ .ZU)(directory, environment.scratchParent);
        }, undefined);
    }
}


/***/ }),

/***/ 28668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ publishOutputs),
/* harmony export */   e: () => (/* binding */ firstFitting)
/* harmony export */ });
/* harmony import */ var _binary_cache_base32_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58912);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65468);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48992);
/* harmony import */ var _told_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50213);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61379);





/**
 * The outputs that `publish` sets. When they would be too large, the lists lose what is dearest, in this order: the details of
 * `skipped`; then its paths (one entry for each reason, whose `detail` says how many); then the closure in `published`; then what is
 * beyond the first paths of `published` and `store-paths`. `nar-count` and `bytes` are always whole; `checksums` has a quarter of the
 * room for itself.
 * `largest`: characters of all together; a terminal has no such limit.
 */
function publishOutputs(report, largest = _report_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .largestOutputs */ .F) {
    const whole = { ...wholeOutputs(report), checksums: checksums(report, largest / 4) };
    const { published, closure } = report.outcome === 'published' ? report : { published: [], closure: [] };
    const { artifacts, skipped } = report;
    const named = storePaths(published);
    const everything = [...named, ...storePaths(closure)];
    const bare = skipped.map((path) => ({ ...path, detail: '' }));
    const counts = countByReason(skipped);
    const degrees = [
        () => lists(everything, skipped, artifacts),
        () => lists(everything, bare, artifacts),
        () => lists(everything, counts, artifacts),
        () => lists(named, counts, artifacts)
    ];
    for (const degree of degrees) {
        const outputs = { ...degree(), ...whole };
        if (Object.values(outputs).join('').length <= largest)
            return outputs;
    }
    const half = 0.48 * (largest - whole.checksums.length);
    return {
        ...lists(firstFitting(named, half), counts, firstFitting(artifacts, half)),
        ...whole
    };
}
function wholeOutputs(report) {
    const { target, commit, route, attempts, uploads } = report;
    const written = report.outcome === 'published';
    return {
        'nar-count': String(written ? uploads.nars : 0),
        bytes: String(written ? uploads.fileBytes : 0),
        'commit-sha': commit?.sha ?? '',
        'commit-url': commit?.url ?? '',
        substituter: target.substituterUrl ?? '',
        'public-key': (0,_told_js__WEBPACK_IMPORTED_MODULE_2__/* .toldIn */ .f)(report).join(' '),
        route: route ?? '',
        attempts: String(attempts),
        ...(report.pullRequest === undefined
            ? {}
            : { 'comment-url': report.pullRequest.commentUrl ?? '' })
    };
}
/** As `sha256sum` prints them and actions/attest takes them; as many lines as fit. */
function checksums({ outcome, uploads }, room) {
    const files = outcome === 'published' ? uploads.files : [];
    const lines = files.map(({ path, fileHash }) => {
        const digest = Buffer.from((0,_binary_cache_base32_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeBase32 */ .p)(fileHash.slice('sha256:'.length)));
        return `${digest.toString('hex')}  ${path}`;
    });
    return firstFitting(lines, room).join('\n');
}
function lists(published, skipped, artifacts) {
    return {
        published: JSON.stringify(published),
        skipped: JSON.stringify(skipped.map(({ storePath, reason, detail }) => ({ storePath, reason, detail }))),
        'store-paths': artifacts.join('\n')
    };
}
function storePaths(rows) {
    return rows.map(({ storePath }) => storePath);
}
function countByReason(skipped) {
    return _types_js__WEBPACK_IMPORTED_MODULE_4__/* .skipReasons */ .d.flatMap((reason) => {
        const number = skipped.filter((path) => path.reason === reason).length;
        return number === 0 ? [] : [{ storePath: '', reason, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number, 'path') }];
    });
}
/** As many of the first texts as have at most `room` characters, each with its quotes and comma. */
function firstFitting(texts, room) {
    let length = 0;
    return texts.filter((text) => (length += text.length + '"",'.length) <= room);
}


/***/ }),

/***/ 94057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishStep: () => (/* binding */ publishStep)
});

// EXTERNAL MODULE: ./src/cache/save.ts
var save = __webpack_require__(40353);
// EXTERNAL MODULE: ./src/runner-commands.ts
var runner_commands = __webpack_require__(73280);
// EXTERNAL MODULE: ./src/publish/publish.ts + 54 modules
var publish = __webpack_require__(53690);
// EXTERNAL MODULE: ./src/publish/report/outputs.ts
var outputs = __webpack_require__(28668);
// EXTERNAL MODULE: ./src/catalogue/artifact-cells.ts
var artifact_cells = __webpack_require__(73943);
// EXTERNAL MODULE: ./src/catalogue/raw-limits.ts
var raw_limits = __webpack_require__(50372);
// EXTERNAL MODULE: ./src/catalogue/reader-lines.ts
var reader_lines = __webpack_require__(68812);
// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/markdown/blocks.ts
var blocks = __webpack_require__(48007);
// EXTERNAL MODULE: ./src/pins/pin.ts
var pin = __webpack_require__(16099);
// EXTERNAL MODULE: ./src/report/blocks.ts
var report_blocks = __webpack_require__(83578);
// EXTERNAL MODULE: ./src/report/sentence.ts
var sentence = __webpack_require__(6501);
// EXTERNAL MODULE: ./src/report/within-limit.ts
var within_limit = __webpack_require__(24165);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/publish/pull-request/blocks.ts
var pull_request_blocks = __webpack_require__(585);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/publish/report/types.ts
var types = __webpack_require__(61379);
;// CONCATENATED MODULE: ./src/publish/report/outcome.ts




/** What was published, or that nothing was, and why. */
function outcomeSentence(report) {
    const { outcome, target, commit } = report;
    const where = (0,sentence/* say */.cv) `${target.name}, branch ${(0,sentence/* code */.aY)(target.branch)}`;
    const what = (0,sentence/* words */.aL)(brought(report));
    const why = (0,sentence/* words */.aL)(reasons(report));
    const failed = (0,sentence/* either */.gP)(failedSentence(report), []);
    switch (outcome) {
        case 'published': {
            const at = commit === null ? [] : (0,sentence/* say */.cv) `, in commit ${(0,sentence/* link */.nf)(commit.sha.slice(0, 7), commit.url)}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Published`} ${what} to ${where}${(0,sentence/* either */.gP)(at, [])}.${failed}`;
        }
        case 'nothing-new':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: ${why}.`;
        case 'dry-run':
            return bringsNothing(report)
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run`}: nothing would be published to ${where}: ${why}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run, nothing was written`}: ${what} would go to ${where}.${failed}`;
        case 'fork': {
            const more = bringsNothing(report)
                ? (0,sentence/* say */.cv) ` Nothing is new either: ${why}.`
                : (0,sentence/* say */.cv) ` New would be ${what}.${failed}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: ${sentence/* fromFork */.NY}${(0,sentence/* either */.gP)(more, [])}`;
        }
        case 'pull-request': {
            const more = bringsNothing(report)
                ? (0,sentence/* say */.cv) ` Nothing is new either: ${why}.`
                : (0,sentence/* say */.cv) ` New would be ${what}.${failed}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: the run is for a pull request, which is only built (${(0,sentence/* code */.aY)('on-pull-request')}).${(0,sentence/* either */.gP)(more, [])}`;
        }
        case 'packed': {
            const commits = (0,sentence/* either */.gP)((0,sentence/* say */.cv) `a run with ${(0,sentence/* code */.aY)('phase: commit')}`, (0,sentence/* say */.cv) `--phase commit`);
            return bringsNothing(report)
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was packed`} for ${where}: ${why}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Packed`} ${what} for ${where}; ${commits} publishes it.${failed}`;
        }
    }
}
/** Where the branch of the source repository is that follows readers. */
function cachedBranchSentence(branch) {
    const { name, repository, commit, isMoved } = branch;
    const at = (0,sentence/* link */.nf)(commit.sha.slice(0, 7), commit.url);
    const verb = (0,sentence/* words */.aL)(isMoved ? 'is at' : 'was there before, at');
    return (0,sentence/* say */.cv) `Branch ${(0,sentence/* code */.aY)(name)} of ${repository} ${verb} ${at}: readers get all of it from the cache.`;
}
function bringsNothing(report) {
    const { published, closure, signed, movedPins, unpinned } = report;
    const pins = movedPins.length + unpinned.length;
    return published.length + closure.length + signed.length + pins === 0;
}
/** `2 artifacts and 1 path of the closure (3 NARs, 1.2 MB, unpacked 3.4 MB)`, or `1 pin` */
function brought(report) {
    const { published, closure, signed, movedPins, unpinned, uploads } = report;
    const what = [
        ...(published.length === 0 ? [] : [(0,src_text/* count */.U9)(published.length, 'artifact')]),
        ...(closure.length === 0 ? [] : [`${(0,src_text/* count */.U9)(closure.length, 'path')} of the closure`]),
        ...(signed.length === 0 ? [] : [`the signature of ${(0,src_text/* count */.U9)(signed.length, 'path')}`]),
        ...(movedPins.length === 0 ? [] : [(0,src_text/* count */.U9)(movedPins.length, 'pin')]),
        ...(unpinned.length === 0 ? [] : [`the end of ${(0,src_text/* count */.U9)(unpinned.length, 'pin')}`])
    ];
    // Pins and signatures bring none.
    if (uploads.nars === 0)
        return (0,src_text/* list */.p_)(what);
    const size = `${(0,pretty_bytes/* default */.A)(uploads.fileBytes)}, unpacked ${(0,pretty_bytes/* default */.A)(uploads.narBytes)}`;
    return `${(0,src_text/* list */.p_)(what)} (${(0,src_text/* count */.U9)(uploads.nars, 'NAR')}, ${size})`;
}
function failedSentence({ failures }) {
    const number = (0,sentence/* words */.aL)((0,src_text/* count */.U9)(failures.length, 'installable'));
    return failures.length === 0 ? [] : (0,sentence/* say */.cv) ` ${(0,sentence/* strong */.ko) `${number} failed.`}`;
}
const skipTexts = {
    held: 'already in the target',
    upstream: 'in upstream caches',
    excluded: 'excluded',
    handed: 'packed by another job'
};
/** For each reason that there was: `2 paths already in the target`, and which. */
function skippedGroups({ skipped }) {
    return types/* skipReasons */.d.flatMap((reason) => {
        const paths = skipped.filter((path) => path.reason === reason);
        return paths.length === 0
            ? []
            : [{ heading: `${(0,src_text/* count */.U9)(paths.length, 'path')} ${skipTexts[reason]}`, paths }];
    });
}
function reasons(report) {
    // Between the look at the branch and the commit; the commit of the other one holds it all.
    if (!bringsNothing(report))
        return 'another publisher brought the same meanwhile';
    const { failures } = report;
    const texts = skippedGroups(report).map(({ heading }) => heading);
    if (failures.length > 0)
        texts.push(`${(0,src_text/* count */.U9)(failures.length, 'installable')} failed`);
    return texts.length === 0 ? 'no store path was asked for' : (0,src_text/* list */.p_)(texts);
}

// EXTERNAL MODULE: ./src/publish/report/told.ts
var told = __webpack_require__(50213);
;// CONCATENATED MODULE: ./src/publish/report/summary.ts













/** How much of each list is shown. */
const degrees = [
    { name: 'everything', rows: Infinity },
    { name: 'the first thousand of each list', rows: 1000 },
    { name: 'the first hundred of each list', rows: 100 },
    { name: 'counts', rows: 0 }
];
/**
 * Markdown for GITHUB_STEP_SUMMARY. Its first line says what became of the run and, when nothing was published, why. A report that
 * would be too large is told with shorter lists, at last with counts alone; the text says so.
 */
function renderSummary(report) {
    return (0,within_limit/* withinLimit */.zl)(degrees, (detail) => render(report, detail));
}
function render(report, detail) {
    return `${[
        (0,sentence/* inMarkdown */.Hi)(outcomeSentence(report)),
        ...cachedBranch(report),
        ...(0,report_blocks/* remarks */.IW)('Note', report.notes, 100),
        ...(report.pullRequest === undefined
            ? []
            : (0,pull_request_blocks/* pullRequestBlocks */.zL)(report.pullRequest.view, detail.rows)),
        ...artifacts(report, detail),
        ...pinned(report, detail),
        ...(0,report_blocks/* failuresTable */.YI)(report.failures.slice(0, detail.rows), report.failures.length),
        ...skipped(report, detail),
        ...(0,report_blocks/* howItWent */.Yg)(workRows(report), report.timings),
        ...(report.outcome === 'packed' ? [] : howToUse(report)),
        ...(detail.rows === Infinity ? [] : [`This summary was too long and shows ${detail.name}.`])
    ].join('\n\n')}\n`;
}
function cachedBranch({ cachedBranch: branch }) {
    if (branch === undefined)
        return [];
    const badge = branch.badge === null ? [] : (0,markdown/* details */.zH)('Its badge', [(0,markdown/* fenced */.OF)('markdown', [branch.badge])]);
    return [(0,sentence/* inMarkdown */.Hi)(cachedBranchSentence(branch)), ...badge];
}
function artifacts({ outcome, published, target }, { rows }) {
    return (0,markdown/* table */.tp)(artifact_cells/* artifactHeadings */.e, published
        .slice(0, rows)
        .map((row) => (0,artifact_cells/* artifactCells */.U)(row, outcome === 'published' ? target : null)));
}
/** As lines that a script finds again. */
function pinned({ pins, unpinned }, { rows }) {
    const lines = [...pins.map(pin/* pinLine */.cW), ...unpinned.map(pin/* unpinLine */.by)];
    return lines.length === 0
        ? []
        : [
            `### ${(0,src_text/* count */.U9)(lines.length, 'pin')}`,
            ...(rows === 0 ? [] : [['```text', ...lines.slice(0, rows), '```'].join('\n')])
        ];
}
function skipped(report, { rows }) {
    if (report.skipped.length === 0)
        return [];
    return [
        `### ${(0,src_text/* count */.U9)(report.skipped.length, 'path')} skipped`,
        ...skippedGroups(report).flatMap(({ heading, paths }) => {
            const lines = paths
                .slice(0, rows)
                .map(({ storePath, detail }) => `- ${(0,markdown/* markdownCode */.D9)(storePath)} ${(0,markdown/* markdownText */.p7)(detail)}`);
            return lines.length === 0 ? [heading] : (0,markdown/* details */.zH)(heading, [lines.join('\n')]);
        })
    ];
}
function workRows(report) {
    const { outcome, requests, signedBy, reused, logs = 0 } = report;
    const { git = 0 } = requests;
    const signed = outcome === 'packed'
        ? 'not yet'
        : outcome === 'pull-request'
            ? 'nothing is published'
            : signedBy.length === 0
                ? unsigned(report)
                : `by ${(0,src_text/* list */.p_)(signedBy.map((key) => (0,markdown/* markdownCode */.D9)(key)))}`;
    return [
        ...(0,report_blocks/* routeRows */.Dk)(report),
        (0,report_blocks/* requestsRow */.vX)(requests, git === 0 ? null : git),
        ['Signed', signed],
        ...(outcome === 'published' ? [['Verified', verification(report)]] : []),
        ...(logs === 0 ? [] : [['Build logs', `of ${(0,src_text/* count */.U9)(logs, 'derivation')}`]]),
        ...(reused === undefined
            ? []
            : [['Reused', `${reused.paths} of ${(0,src_text/* count */.U9)(reused.of, 'path')} that earlier runs built`]])
    ];
}
/** A run with nothing to write does not read whether others sign. */
function unsigned(report) {
    const { cacheKeys = [] } = report;
    if (bringsNothing(report))
        return 'nothing was to be signed';
    return cacheKeys.length === 0
        ? '**no**: the cache is unsigned'
        : '**no**, and the cache has signed artifacts';
}
function verification(report) {
    const { served } = report.verify;
    const proof = proofOf(report);
    return served === undefined ? proof : `${proof}; readers get them at ${(0,markdown/* markdownCode */.D9)(served)}`;
}
function proofOf({ verify, signedBy }) {
    switch (verify.kind) {
        case 'substitute':
            return `Nix copied ${(0,src_text/* count */.U9)(verify.paths, 'path')} from the new commit into a fresh store${signedBy.length === 0 ? '' : ', signatures required'}`;
        case 'narinfo':
            return `the narinfos of ${(0,src_text/* count */.U9)(verify.paths, 'path')} were read back, and no NAR`;
        case 'none':
            return 'no';
    }
}
function howToUse(report) {
    const { target, commit, readmePath } = report;
    const publicKeys = (0,told/* toldIn */.f)(report);
    // Where nothing of it is there, there may be no cache.
    if (report.outcome === 'pull-request' || commit === null)
        return [];
    if (report.outcome !== 'published' && report.artifacts.length === 0)
        return [];
    if (publicKeys.length === 0 && bringsNothing(report))
        return [];
    const url = target.substituterUrl ?? reader_lines/* cloneFolder */.QM;
    const lines = (0,reader_lines/* nixConfLines */.ZM)({
        substituterUrl: publicKeys.length === 0 ? (0,reader_lines/* trustingUrl */.VC)(url) : url,
        publicKeys
    });
    const more = ` (${(0,markdown/* markdownLink */.iQ)('other ways', target.webUrl(readmePath))})`;
    return [
        '### How to use the cache',
        ...(publicKeys.length === 0
            ? [
                'The cache is unsigned: `trusted=true` makes Nix take what is in this cache, and in no other, without a signature.'
            ]
            : []),
        ...(target.substituterUrl === null
            ? [
                'Nobody serves the target’s files by HTTP (`substituter-url` tells where, if somebody does); a clone of the branch is a cache:',
                (0,markdown/* fenced */.OF)('sh', (0,reader_lines/* cloneCommands */.SE)(target.cloneUrl ?? target.name, target.branch))
            ]
            : []),
        `In \`/etc/nix/nix.conf\`${more}:`,
        (0,markdown/* fenced */.OF)('ini', lines),
        ...(target.servedBy === 'raw' && !target.isPrivate
            ? (0,blocks/* markdownBlocks */.KR)((0,raw_limits/* rawNotice */.RY)({
                repository: target.name,
                branch: target.branch,
                webUrl: (path) => target.webUrl(path)
            }))
            : [])
    ];
}

;// CONCATENATED MODULE: ./src/publish/step.ts





async function publishStep(inputs, step) {
    if (inputs.phase === 'rebuild') {
        return (await __webpack_require__.e(/* import() */ 8865).then(__webpack_require__.bind(__webpack_require__, 78865))).rebuildStep(inputs, step);
    }
    const { environment, scratch, log, entry, service } = step;
    const job = {
        service: { entry, service },
        keep: (kept) => {
            (0,runner_commands/* saveState */.LZ)('cache', (0,save/* formatKept */.Q)(kept));
        }
    };
    const { report, error } = await (0,publish.publish)({ inputs, environment, scratch, log, timings: [], job });
    return { outputs: (0,outputs/* publishOutputs */.N)(report), summary: renderSummary(report), error };
}


/***/ }),

/***/ 65468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ largestOutputs)
/* harmony export */ });
/* unused harmony export jsonOutputs */
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
/* harmony export */   Hi: () => (/* binding */ inMarkdown),
/* harmony export */   NY: () => (/* binding */ fromFork),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* unused harmony export onTerminal */
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
            return (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(piece.text);
        case 'code':
            return (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(piece.text);
        case 'link':
            return (0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)((0,_markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(piece.text), piece.url);
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

/***/ 24165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eP: () => (/* binding */ listLengths),
/* harmony export */   zl: () => (/* binding */ withinLimit)
/* harmony export */ });
/* unused harmony export largestSummary */
// GitHub drops a step's summary whole above 1 MiB.
const largestSummary = 1_000_000;
/** For reports that show so many of each list at most. */
const listLengths = [300, 100, 20, 0];
/**
 * A summary as long as may be: the first of the `degrees` (most is shown first) with which it fits. When not even the last does, as
 * the words in it are other people's, its end is left out.
 */
function withinLimit(degrees, render) {
    let text = '';
    for (const degree of degrees) {
        text = render(degree);
        if (Buffer.byteLength(text) <= largestSummary)
            return text;
    }
    const note = '\n\nThis summary was too long, and ends here.\n';
    const lines = text.split('\n');
    let room = largestSummary - Buffer.byteLength(note);
    const end = lines.findIndex((line) => (room -= Buffer.byteLength(line) + 1) < 0);
    return lines.slice(0, end).join('\n') + note;
}


/***/ })

};
