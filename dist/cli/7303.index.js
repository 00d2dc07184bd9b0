export const id = 7303;
export const ids = [7303];
export const modules = {

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
const loadBadgeMaker = () => __webpack_require__.e(/* import() */ 8833).then(__webpack_require__.bind(__webpack_require__, 68833));
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

/***/ 62786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b9: () => (/* binding */ checkNars),
/* harmony export */   eo: () => (/* binding */ orphanLogs),
/* harmony export */   rd: () => (/* binding */ orphanNars)
/* harmony export */ });
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(606);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(74995);
/* harmony import */ var _binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99110);
/* harmony import */ var _binary_cache_measure_nar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98661);
/* harmony import */ var _binary_cache_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89635);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _reader_judge_nar_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78412);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68989);
/* harmony import */ var _line_endings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45776);









const narsAtOnce = 4;
/** Times that a download which breaks off is begun again. */
const retries = 3;
/** Each NAR once, whoever refers to it. `narInfos`: file → what it says. */
async function checkNars(store, narInfos, options) {
    const byLocation = new Map();
    for (const [file, narInfo] of narInfos) {
        byLocation.set(narInfo.url, [...(byLocation.get(narInfo.url) ?? []), [file, narInfo]]);
    }
    const total = [...byLocation.keys()].reduce((sum, url) => sum + (store.files.get(url) ?? 0), 0);
    let done = 0;
    const onProgress = (bytes) => {
        done += bytes;
        options.log.progress('Check', Math.min(done, total), total);
    };
    const findings = await (0,p_map__WEBPACK_IMPORTED_MODULE_6__/* ["default"] */ .Ay)(byLocation, ([location, users]) => checkNar(store, location, users, options, onProgress), { concurrency: narsAtOnce });
    options.log.progress('Check', total, total);
    return findings.flat();
}
async function checkNar(store, location, users, { isQuick, isConverted = false, childEnvironment }, onProgress) {
    const forAll = (make) => users.map(([file]) => make(file));
    if (/^https?:\/\//.test(location)) {
        const isOwn = new URL(location).origin === new URL(store.serverUrl).origin;
        if (!isOwn)
            return forAll((file) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .finding */ .gk)('NAR_ELSEWHERE', file, location));
        if (isQuick)
            return [];
    }
    else {
        const size = store.files.get(location);
        if (size === undefined)
            return forAll((file) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .finding */ .gk)('NAR_MISSING', file, location));
        const differing = users.filter(([, { fileSize }]) => !Number.isNaN(size) && fileSize !== null && fileSize !== size);
        const [first] = differing;
        if (first !== undefined) {
            if (await (0,_line_endings_js__WEBPACK_IMPORTED_MODULE_5__/* .isConvertedNar */ .ck)(store, location, first[1]))
                return [(0,_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .finding */ .gk)('LINE_ENDINGS', location)];
            return differing.map(([file, { fileSize }]) => {
                const detail = `${location} has ${size} bytes, announced are ${fileSize}`;
                const differs = (0,_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .finding */ .gk)('NAR_FILE_DIFFERS', file, detail);
                // Whether it is more than that shows when the lines end as they did.
                return isConverted ? { ...differs, now: _findings_js__WEBPACK_IMPORTED_MODULE_4__/* .findingGuide */ .Qy.LINE_ENDINGS.now } : differs;
            });
        }
        if (isQuick)
            return [];
    }
    const named = [...new Set(users.map(([, { compression }]) => compression))];
    const findings = [];
    for (const compression of named) {
        const concerned = users.filter(([, narInfo]) => narInfo.compression === compression);
        try {
            const measured = await (0,p_retry__WEBPACK_IMPORTED_MODULE_7__/* ["default"] */ .Ay)(() => (0,_binary_cache_measure_nar_js__WEBPACK_IMPORTED_MODULE_1__/* .measureNar */ .M)(store.open(location), {
                compression: _binary_cache_types_js__WEBPACK_IMPORTED_MODULE_2__/* .readableCompressions */ .o.find((known) => known === compression) ?? null,
                largestFile: Math.max(...concerned.map(([, narInfo]) => largestFileOf(narInfo))),
                largestNar: Math.max(...concerned.map(([, { narSize }]) => narSize)),
                childEnvironment,
                onProgress
            }), { retries, shouldRetry: ({ error }) => isDownloadFailure(error) });
            for (const [file, narInfo] of concerned) {
                const problem = (0,_reader_judge_nar_js__WEBPACK_IMPORTED_MODULE_8__/* .narProblem */ .z)(narInfo, measured);
                if (problem !== null)
                    findings.push((0,_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .finding */ .gk)(problem.code, file, problem.detail));
            }
        }
        catch (error) {
            if (!isDownloadFailure(error))
                throw error;
            findings.push(...concerned.map(([file]) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .finding */ .gk)('NAR_UNREACHABLE', file, `${location}: ${error.reason}`)));
        }
    }
    return findings;
}
/** Bytes. A file is hardly larger than its NAR. */
function largestFileOf({ fileSize, narSize }) {
    return fileSize ?? narSize + 1_048_576;
}
function isDownloadFailure(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NarPublishError */ .f9 && error.code === 'DOWNLOAD_FAILED';
}
/** Logs that `nix log` asks for none of the store's paths. */
function orphanLogs(store, narInfos) {
    return (0,_binary_cache_log_name_js__WEBPACK_IMPORTED_MODULE_0__/* .strayLogs */ .hu)(store.files.keys(), narInfos.values())
        .sort()
        .map((path) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .finding */ .gk)('LOG_ORPHAN', path));
}
/** NARs below nar/ that no narinfo names. */
function orphanNars(store, narInfos) {
    const named = new Set([...narInfos.values()].map(({ url }) => url));
    return [...store.files.keys()]
        .filter((path) => path.startsWith('nar/') && !named.has(path))
        .sort()
        .map((path) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .finding */ .gk)('NAR_ORPHAN', path));
}


/***/ }),

/***/ 28623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ downloaderOf),
/* harmony export */   N: () => (/* binding */ FinalAnswer)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94390);
/* harmony import */ var _web_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23117);




/** Silence after which a connection is given up, in milliseconds. */
const socketTimeout = 30_000;
/** Tries to get an answer; a body that breaks off is the caller's to ask for again. */
const attempts = 4;
const longestWait = 60_000;
/** The cause of a DOWNLOAD_FAILED: the host was reached, and does not give the file. */
class FinalAnswer extends Error {
}
/** Gives files as they come; proxies are honoured. Throws DOWNLOAD_FAILED. */
function downloaderOf(log) {
    const client = (allowRedirects) => (0,_web_client_js__WEBPACK_IMPORTED_MODULE_2__/* .webClient */ .q)({ socketTimeout, keepAlive: true, allowRedirects });
    const clients = { direct: client(false), redirected: client(true) };
    return ({ url, credentials, mayRedirect }) => read(mayRedirect ? clients.redirected : clients.direct, url, credentials, log);
}
async function* read(client, url, credentials, log) {
    const headers = credentials === null
        ? {}
        : {
            authorization: `Basic ${Buffer.from(`${credentials.login}:${credentials.password}`).toString('base64')}`
        };
    for (let attempt = 1;; attempt++) {
        let reason;
        let wait = 1000 * 2 ** attempt;
        try {
            const { message } = await (await client()).get(url, headers);
            const status = message.statusCode ?? 0;
            if (status === 200) {
                yield* wholeBody(message, url);
                return;
            }
            message.destroy();
            reason = `the answer is ${status}`;
            wait = Math.max(wait, (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_3__/* .retryAfterMs */ .V)(message.headers['retry-after'], Date.now()) ?? 0);
            if (status < 500 && status !== 429)
                throw failed(url, reason, new FinalAnswer(reason));
        }
        catch (cause) {
            if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9)
                throw cause;
            reason = cause instanceof Error ? cause.message : String(cause);
        }
        if (attempt === attempts || wait > longestWait)
            throw failed(url, reason);
        const line = `${url}: ${reason}; again in ${wait / 1000} s`;
        if (attempt > 1 || wait >= 10_000)
            log.info(line);
        else
            log.debug(line);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait);
    }
}
async function* wholeBody(body, url) {
    try {
        yield* body;
    }
    catch (cause) {
        throw failed(url, cause instanceof Error ? cause.message : 'the connection broke', cause);
    }
}
function failed(url, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({ code: 'DOWNLOAD_FAILED', subject: url, reason, cause });
}


/***/ }),

/***/ 68989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   Qy: () => (/* binding */ findingGuide),
/* harmony export */   gk: () => (/* binding */ finding)
/* harmony export */ });
/* harmony import */ var _error_guide_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65656);

/** A file of the clone's own that goes before every setting and every `.gitattributes`. */
const repairClone = [
    "echo '* -text' >> .git/info/attributes",
    'git rm -r -q --cached .',
    'git reset -q --hard'
];
/** What can be wrong with a published store: what it is, and what mends it. docs/doctor.md has a line for each. */
const findingGuide = {
    ADDRESS_FAILS: {
        kind: 'error',
        what: 'the address that readers are told does not give the file, for another reason than that it is not there',
        now: 'Run it again; when it stays so, look at the status page of who serves the address, and at what stands between it and you'
    },
    ADDRESS_LATE: {
        kind: 'error',
        what: 'the branch has this by now, and the address that readers are told does not give it',
        now: 'Pages may be late by 10 minutes: run it again then. When it stays so, look whether the last Pages build or deployment of the repository failed, and which branch it serves'
    },
    ADDRESS_LIMITED: {
        kind: 'error',
        what: 'the address answers 429: it was asked too often, and readers behind the same address of the Internet get nothing either; what was left is not known',
        now: 'Serve the branch by Pages (docs/pages.md) or a mirror, and tell readers that address; `--newest` and `--path` read less'
    },
    ADDRESS_RAW: {
        kind: 'note',
        what: 'readers are told GitHub’s raw files, which are said to bear 60 requests an hour from one address',
        now: 'Let GitHub Pages serve the branch, which has no such limit, and publish; whoever administers the repository can'
    },
    ATTRIBUTES_MISSING: {
        kind: 'note',
        what: 'the branch has no `.gitattributes`, or one of an older nar-publish: with all its lines a clone is a cache with `core.autocrlf` and `eol=crlf`, too',
        now: '`nar-publish doctor --fix` writes it; so does the next publish'
    },
    ATTRIBUTES_OTHERS: {
        kind: 'note',
        what: 'the branch’s `.gitattributes` is somebody’s own, and a clone with `core.autocrlf` is no cache: Git changes the line endings of what is signed and hashed',
        now: 'Add the lines that are named to its end, and commit it; nar-publish does not change it'
    },
    BADGE_STALE: {
        kind: 'note',
        what: 'the badge is not what the rows of the catalogue give, or there is none, or its artifact is gone',
        now: '`nar-publish doctor --fix` writes it anew; so does the next publish of the artifact'
    },
    CACHE_INFO_INVALID: {
        kind: 'error',
        what: '`nix-cache-info` is for another store directory, or cannot be read',
        now: 'Restore it from the branch’s history; for a cache of /nix/store delete it, and the next publish writes it'
    },
    CACHE_INFO_MISSING: {
        kind: 'error',
        what: 'there is no `nix-cache-info`: Nix does not take this for a binary cache',
        now: 'When the cache is on another branch (often `nix-cache`), check that one; when it is to be here, publish anything to this branch by its name (`--target-branch`), which writes the file'
    },
    CATALOGUE_INVALID: {
        kind: 'error',
        what: 'this file of the catalogue cannot be read',
        now: 'Restore it from the branch’s history; publishing meets the same where it needs the file'
    },
    CATALOGUE_MISSING: {
        kind: 'error',
        what: 'there are narinfos and no `catalogue.json`',
        now: 'Restore it from the branch’s history; otherwise the next publish begins a new one, with the rows of the shards that are there'
    },
    CATALOGUE_ROW_DIFFERS: {
        kind: 'error',
        what: 'a row of the catalogue says something else than the narinfo',
        now: '`nar-publish doctor --fix` takes what the narinfo says'
    },
    CATALOGUE_ROW_GONE: {
        kind: 'error',
        what: 'a row of the catalogue is about a store path without a narinfo',
        now: '`nar-publish doctor --fix` drops the row; publishing the artifact again brings it back'
    },
    CATALOGUE_SHARD_MISSING: {
        kind: 'error',
        what: '`catalogue.json` names this shard, and it is not there: its artifacts are in no list',
        now: 'Restore it from the branch’s history; or `nar-publish doctor --fix` goes on without it, and publishing those artifacts again brings their rows back'
    },
    CATALOGUE_STALE: {
        kind: 'error',
        what: 'the file is not what the rows of the catalogue and the pins give, as after a merge or a change by hand',
        now: '`nar-publish doctor --fix` writes it anew, with every row that lies in any of the catalogue’s files'
    },
    COMPRESSION_UNKNOWN: {
        kind: 'note',
        what: 'the NAR is compressed in a way that doctor does not read, so only its file was checked',
        now: 'Nothing, when it was made so on purpose'
    },
    DEBUG_INFO_ASTRAY: {
        kind: 'note',
        what: 'the file of the index of debug information names a NAR that is not there',
        now: '`nar-publish doctor --fix` deletes it; so does the next prune'
    },
    KEY_UNTOLD: {
        kind: 'note',
        what: 'the catalogue names a key that readers are not told to trust',
        now: 'When it is yours, give it as `--trusted-keys` with `--fix`, or publish with it; else find out who put it there'
    },
    LINE_ENDINGS: {
        kind: 'error',
        what: 'the file has the line endings of Windows: its lines end in CRLF, and Nix and its hashes are about those that end in LF',
        now: `Delete nothing: a clone gets them from \`core.autocrlf\` or \`eol=crlf\`, and Git has the files as they were. In the clone, with nothing left to commit: \`${repairClone.join('\`, \`')}\`. Where the repository itself, checked by its address, has this finding, restore the files from its history`
    },
    LOG_ORPHAN: {
        kind: 'note',
        what: 'no narinfo is of the derivation that this is the build log of',
        now: 'It only takes room, until the next prune'
    },
    NARINFO_INVALID: {
        kind: 'error',
        what: 'the narinfo cannot be read',
        now: 'Delete the file; the next publish of that path writes it anew'
    },
    NARINFO_MISNAMED: {
        kind: 'error',
        what: 'the narinfo speaks of another store path than its name says',
        now: 'Delete the file; the next publish of that path writes it anew'
    },
    NARINFO_MISSING: {
        kind: 'error',
        what: 'what is listed has no narinfo at the address that readers are told',
        now: 'Publish the artifact again; or `nar-publish doctor --fix` drops the catalogue’s row'
    },
    NAR_DAMAGED: {
        kind: 'error',
        what: 'the NAR does not decompress, or has another content than the narinfo says',
        now: 'Delete the narinfo, and publish the path again'
    },
    NAR_ELSEWHERE: {
        kind: 'note',
        what: 'the NAR is on another server than the store, and was not looked at',
        now: 'Nothing, when it was put there on purpose'
    },
    NAR_FILE_DIFFERS: {
        kind: 'error',
        what: 'the NAR’s file has another size or hash than the narinfo says',
        now: 'Restore the file from the branch’s history; or delete the narinfo, and publish the path again'
    },
    NAR_MISSING: {
        kind: 'error',
        what: 'the narinfo’s NAR is not there: who asks for the path gets an error',
        now: 'Restore the file from the branch’s history; or delete the narinfo, and publish the path again'
    },
    NAR_ORPHAN: {
        kind: 'note',
        what: 'no narinfo names this NAR',
        now: 'It only takes room, until the next prune'
    },
    NAR_UNREACHABLE: {
        kind: 'error',
        what: 'the NAR could not be downloaded',
        now: 'Run doctor again; when it stays so, readers cannot get it either'
    },
    NOTHING_LISTED: {
        kind: 'error',
        what: 'there is no `catalogue.json` that says what readers could ask for, so nothing was read',
        now: 'Name store paths with `--path`, or the repository of the cache instead of its address'
    },
    OLD_EXPORT: {
        kind: 'note',
        what: 'an export stream of the old script: `nix-store --import` reads it, no substituter does',
        now: 'Publish the artifact with nar-publish; the file may stay'
    },
    OLD_FILE_DAMAGED: {
        kind: 'error',
        what: 'named as the old script names its files, and neither a whole export stream nor a whole NAR',
        now: 'Publish the artifact again; whether the file may go is yours to decide'
    },
    OLD_NAR: {
        kind: 'note',
        what: 'a real NAR under the old script’s name: `nix-store --restore` reads it, no narinfo names it',
        now: 'Publish the artifact with nar-publish; the file may stay'
    },
    PAGE_CHANGED: {
        kind: 'note',
        what: 'the page, `index.html`, says that nar-publish made it, and somebody changed it: it stays as it is, whatever it tells readers',
        now: 'When that was not on purpose, delete it; the next publish that brings something writes it'
    },
    PAGE_STALE: {
        kind: 'error',
        what: 'the page, `index.html`, tells readers something else of the cache than its README: another address, key, repository or branch',
        now: '`nar-publish doctor --fix` writes it anew; so does the next publish that brings something'
    },
    PIN_INVALID: {
        kind: 'error',
        what: 'the pin does not hold a store path that this store has',
        now: 'Delete the file, or publish the path again'
    },
    PROVENANCE_INVALID: {
        kind: 'error',
        what: 'this is no bundle of provenance, or names none',
        now: 'Restore the file from the branch’s history, or delete it: its paths are then without provenance'
    },
    PROVENANCE_MISMATCH: {
        kind: 'error',
        what: 'the bundle does not attest this path with the NAR that the narinfo names',
        now: 'Find out who changed narinfo or bundle; then delete the path’s files, and publish it again'
    },
    PROVENANCE_MISSING: {
        kind: 'error',
        what: 'there is no provenance of this path, and `--provenance` asks for it',
        now: 'It was published without `attest: true`: delete its narinfo, and publish the path again with that'
    },
    PROVENANCE_ORPHAN: {
        kind: 'note',
        what: 'this is provenance of no path of the store',
        now: '`nar-publish prune` removes it'
    },
    PROVENANCE_OTHER: {
        kind: 'error',
        what: 'the bundle is genuine, and of another repository, workflow or kind of run than was asked for',
        now: 'Look who published the paths; when they are the ones that are meant, name them with `--provenance` and `--provenance-workflow`'
    },
    PROVENANCE_UNCHECKED: {
        kind: 'error',
        what: 'provenance was not looked at: nobody says whose certificates count',
        now: 'Run it again, or give a file of `gh attestation trusted-root` as `--trusted-root`'
    },
    PROVENANCE_UNTRUSTED: {
        kind: 'error',
        what: 'nobody who is trusted signed the bundle as it is',
        now: 'Find out who changed it. A bundle of a private repository needs GitHub’s own root: `gh attestation trusted-root` writes both, for `--trusted-root`'
    },
    PROVENANCE_UNVERIFIED: {
        kind: 'note',
        what: 'there is provenance, and nobody has asked to verify it',
        now: '`--provenance OWNER/REPO` does, with the repository that must have published'
    },
    README_ADDRESS: {
        kind: 'error',
        what: 'the README tells readers another address than the branch’s own',
        now: 'Give it as `--substituter-url` when it is meant; else `nar-publish doctor --fix` writes the branch’s own'
    },
    README_HIDDEN: {
        kind: 'note',
        what: 'who opens the branch on GitHub sees another README than the one that tells how to use the cache',
        now: 'Put a link into the README that people see, or take that away'
    },
    README_KEYS_UNKNOWN: {
        kind: 'error',
        what: 'the README has no block, and the keys that the catalogue names are no reason to trust them',
        now: '`nar-publish doctor --fix --trusted-keys NAME:KEY` writes it with the keys that you vouch for; so does the next publish with its own'
    },
    README_MARKERS: {
        kind: 'error',
        what: 'the README has the markers of our block twice, out of order, or only one of them',
        now: 'Leave one `<!-- nar-publish:begin -->` followed by one `<!-- nar-publish:end -->`, or delete both'
    },
    README_NOT_COMPARED: {
        kind: 'note',
        what: 'the README’s block was not compared: the folder does not tell of which repository on this GitHub it is a clone',
        now: 'Check the repository itself, by its address; or a clone whose remote `origin` is one on this GitHub'
    },
    README_STALE: {
        kind: 'error',
        what: 'the README’s block is not what the catalogue and the pins give',
        now: '`nar-publish doctor --fix` writes it anew'
    },
    SIGNATURE_MISSING: {
        kind: 'error',
        what: 'the narinfo is not signed by a key that readers are told to trust',
        now: 'Publish the path again with the key: the signature is added, the NAR stays'
    },
    SITE_FILE_MISSING: {
        kind: 'note',
        what: 'GitHub Pages needs this file to serve the branch well',
        now: '`nar-publish doctor --fix` writes it; so does the next publish'
    },
    SIGNATURE_WRONG: {
        kind: 'error',
        what: 'a signature in the narinfo is not that of the key that it names',
        now: 'Find out who changed the file; then delete it, and publish the path again'
    },
    SITE_NEARLY_FULL: {
        kind: 'note',
        what: 'the branch comes near the size of what GitHub Pages serves, or is larger',
        now: '`nar-publish prune --move-large` with a smaller `--release-above` takes NARs out of it; a publish with that keeps further ones out'
    },
    UNSIGNED: {
        kind: 'note',
        what: 'readers are told no key: no signature was asked for, and Nix takes this only from who trusts the address',
        now: 'Publish with `signing-key`; a key that readers are told elsewhere is given as `--public-key`'
    }
};
/** `detail` follows the guide's words. */
function finding(code, file, detail = '') {
    const { kind, what, now } = findingGuide[code];
    return {
        code,
        kind,
        file,
        what: detail === '' ? what : `${what} (${detail})`,
        now,
        repaired: false
    };
}
/** CATALOGUE_INVALID: with what is to be done where that is known better than the guide has it, as of a later format. */
function unreadable({ subject, reason, hint }) {
    const found = finding('CATALOGUE_INVALID', subject, reason);
    return hint === _error_guide_js__WEBPACK_IMPORTED_MODULE_0__/* .errorGuide */ .r.CATALOGUE_INVALID.fix ? found : { ...found, now: hint };
}


/***/ }),

/***/ 45776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ck: () => (/* binding */ isConvertedNar),
/* harmony export */   fS: () => (/* binding */ plainLineEndings),
/* harmony export */   rM: () => (/* binding */ readPlain)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23144);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68989);



/** bytes; a larger NAR is not held in memory for this */
const largestText = 64 * 1024 * 1024;
/** As Git has a file of ours whose lines end as on Windows; the same content when none does. */
function plainLineEndings(content) {
    if (!content.includes('\r\n'))
        return content;
    return Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}
/** Contents as Git has them, and a finding for each file that has other line endings. */
function readPlain(contents) {
    const plain = new Map([...contents].map(([file, content]) => [file, plainLineEndings(content)]));
    const converted = [...contents].filter(([file, content]) => plain.get(file) !== content);
    return { contents: plain, findings: converted.map(([file]) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)('LINE_ENDINGS', file)) };
}
/** Whether a NAR of another size is, but for its line endings, what its narinfo says: Git took it for a text. */
async function isConvertedNar(store, location, { fileSize, fileHash }) {
    const size = store.files.get(location) ?? NaN;
    if (!store.isLocal || fileSize === null)
        return false;
    if (!(size > fileSize && size <= largestText))
        return false;
    const chunks = [];
    for await (const chunk of store.open(location))
        chunks.push(chunk);
    const plain = plainLineEndings(Buffer.concat(chunks));
    if (plain.length !== fileSize)
        return false;
    return (0,_binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSha256 */ .h)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(plain).digest()) === fileHash;
}


/***/ }),

/***/ 65866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ openStore)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./src/catalogue/find-readme.ts
var find_readme = __webpack_require__(34549);
// EXTERNAL MODULE: ./src/catalogue/told-address.ts
var told_address = __webpack_require__(73073);
// EXTERNAL MODULE: ./src/cli/typed.ts
var typed = __webpack_require__(30038);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(90832);
// EXTERNAL MODULE: ./src/repository/address.ts
var repository_address = __webpack_require__(56540);
// EXTERNAL MODULE: ./src/repository/cache-branch.ts
var cache_branch = __webpack_require__(60723);
// EXTERNAL MODULE: ./src/repository/git/environment.ts
var git_environment = __webpack_require__(66714);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var run = __webpack_require__(32054);
// EXTERNAL MODULE: ./src/repository/github/addresses.ts
var github_addresses = __webpack_require__(41678);
// EXTERNAL MODULE: ./src/repository/remote-address.ts
var remote_address = __webpack_require__(49049);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/repository/refuse-taken.ts
var refuse_taken = __webpack_require__(10380);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
;// CONCATENATED MODULE: ./src/doctor/folder-store.ts







/** A folder with a store's files: a clone with the cache's branch checked out, or what a web server serves. Throws FOLDER_INVALID. */
function openFolderStore(folder, { description, serverUrl }) {
    const files = new Map();
    try {
        listFiles(folder, '', files);
    }
    catch (cause) {
        throw invalid(folder, 'cannot be read', cause);
    }
    const read = (path) => files.has(path) ? (0,promises_.readFile)((0,external_node_path_.join)(folder, path)) : Promise.resolve(null);
    const readFiles = async (paths) => {
        const found = new Map();
        for (const path of paths) {
            const content = await read(path);
            if (content !== null)
                found.set(path, content);
        }
        return found;
    };
    const snapshot = {
        // Nobody else writes to a folder while this runs: a path stands for its content.
        listFiles: () => Promise.resolve(new Map([...files].map(([path, size]) => [path, { blob: path, size }]))),
        readFiles,
        // A link's text, as Git has it.
        readFile: async (path) => itemAt(folder, path)?.kind === 'link'
            ? Buffer.from(await (0,promises_.readlink)((0,external_node_path_.join)(folder, path)))
            : read(path),
        itemsAt: (paths) => Promise.resolve(itemsOf(folder, paths)),
        itemsIn: (below) => {
            const isFolder = below === '' || itemAt(folder, below)?.kind === 'folder';
            const names = isFolder
                ? (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(folder, below)).filter((name) => name !== '.git')
                : [];
            return Promise.resolve(itemsOf((0,external_node_path_.join)(folder, below), names));
        }
    };
    return {
        name: folder,
        state: 'files as they are',
        files,
        description,
        serverUrl,
        snapshot,
        isLocal: true,
        readFiles,
        open: (path) => (0,external_node_fs_.createReadStream)((0,external_node_path_.join)(folder, path)),
        refusal: () => Promise.resolve(null),
        write: async (compose) => {
            const change = await compose(snapshot);
            if (change === null)
                return null;
            await (0,refuse_taken/* refuseTaken */.Ir)(snapshot, [...change.files.keys()]);
            for (const [path, content] of change.files) {
                try {
                    // Not through a link, which could be to any file of this user.
                    await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(folder, path)), { recursive: true });
                    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, path), content, { flag: replaceNoFollow });
                }
                catch (cause) {
                    throw invalid((0,external_node_path_.join)(folder, path), 'cannot be written', cause);
                }
            }
            for (const path of change.deletedFiles ?? [])
                await (0,promises_.rm)((0,external_node_path_.join)(folder, path), { force: true });
            const paths = [...change.files.keys(), ...(change.deletedFiles ?? [])];
            return `${(0,src_text/* shortList */.pg)(paths, 5)} in the folder; commit them`;
        }
    };
}
const replaceNoFollow = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_TRUNC | external_node_fs_.constants.O_NOFOLLOW;
/**
 * By hand, as readdir's `recursive` goes through links to folders. Links are not followed: Git has them as links, readers of a repository
 * get nothing through them, and they may lead anywhere.
 */
function listFiles(folder, below, into) {
    for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(folder, below), { withFileTypes: true })) {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isFile())
            into.set(path, (0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, path)).size);
        else if (entry.isDirectory() && path !== '.git')
            listFiles(folder, path, into);
    }
}
function itemsOf(folder, paths) {
    return new Map(paths.flatMap((path) => {
        const item = itemAt(folder, path);
        return item === null ? [] : [[path, item]];
    }));
}
/** As Git would have it; null: nothing is there, or what Git does not take. */
function itemAt(folder, path) {
    let found;
    try {
        found = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, path), { throwIfNoEntry: false });
    }
    catch (error) {
        // Below a file.
        if (Object(error).code !== 'ENOTDIR')
            throw error;
    }
    if (found === undefined)
        return null;
    const isExecutable = found.isFile() && (found.mode & 0o100) !== 0;
    const kind = found.isSymbolicLink() ? 'link' : found.isDirectory() ? 'folder' : 'file';
    return { kind, isExecutable, object: path };
}
function invalid(folder, reason, cause) {
    const { code } = Object(cause);
    return new errors/* NarPublishError */.f9({
        code: 'FOLDER_INVALID',
        subject: JSON.stringify((0,harmless/* plainLines */.y1)(folder)),
        reason: typeof code === 'string' ? `it ${reason} (${code})` : `it ${reason}`,
        cause
    });
}

// EXTERNAL MODULE: ./src/repository/git/answers.ts
var answers = __webpack_require__(99152);
// EXTERNAL MODULE: ./src/repository/git/target.ts
var git_target = __webpack_require__(72798);
// EXTERNAL MODULE: ./src/catalogue/describe.ts
var describe = __webpack_require__(996);
;// CONCATENATED MODULE: ./src/doctor/store.ts


/** What a branch's head is as a store, and its commit; repairs are committed on top of it. Throws BRANCH_MISSING. */
function storeOfBranch(target, snapshot) {
    const { name, branch } = target;
    const { commit } = snapshot;
    if (commit === null) {
        throw new errors/* NarPublishError */.f9({
            code: 'BRANCH_MISSING',
            subject: `${name}, branch ${JSON.stringify(branch)}`,
            reason: 'it does not exist, or the repository is empty'
        });
    }
    return {
        name,
        state: `branch ${branch} at ${commit}`,
        commit,
        snapshot,
        description: (0,describe/* describe */.q)(target),
        refusal: () => target.refusal(snapshot),
        write: (compose) => writeToTarget(target, snapshot, compose)
    };
}
/** Commits small files through a target. Gives the commit, or null when nothing was left to do. */
async function writeToTarget(target, snapshot, compose) {
    const result = await target.commit([], snapshot, async (current) => {
        const change = await compose(current);
        return change === null ? null : { ...change, largeFiles: [] };
    });
    if (!result.changed)
        return null;
    return result.url === '' ? `commit ${result.commit}` : result.url;
}

;// CONCATENATED MODULE: ./src/doctor/git-store.ts









/**
 * A branch of any Git repository, fetched at depth 1 into the scratch folder and checked there; repairs are pushed. Throws
 * BRANCH_MISSING, CACHE_MISSING and what git throws.
 */
async function openGitStore(options) {
    const { target, snapshot, looked } = await (0,cache_branch/* openCacheBranch */.BS)(options.branches, async (branch) => {
        const target = await (0,git_target/* openGitTarget */.E)({ ...options, branch });
        return { target, snapshot: await target.snapshot() };
    });
    // A branch that nobody named, of people's work: nobody is to be told to publish there.
    if (looked.length > 1 && (await (0,cache_branch/* othersFile */.Un)(snapshot)) !== null)
        throw (0,cache_branch/* noCache */.wt)(target, looked);
    const store = storeOfBranch(target, snapshot);
    const files = (0,external_node_path_.join)(options.scratch, 'doctor-files');
    await checkOut(options, target.branch, files);
    const { serverUrl } = options;
    return { ...openFolderStore(files, { description: store.description, serverUrl }), ...store };
}
/** The branch's files, byte for byte as Git has them, whatever its .gitattributes say. */
async function checkOut({ url, scratch, env, log }, branch, files) {
    const directory = (0,external_node_path_.join)(scratch, 'doctor-git');
    await (0,promises_.mkdir)(directory);
    await (0,promises_.mkdir)(files);
    const git = { directory, url, env: (0,git_environment/* gitEnvironment */._K)(env, []), log };
    await (0,run/* expectGit */.gd)(git, ['init', '--quiet', '--bare']);
    await (0,promises_.mkdir)((0,external_node_path_.join)(directory, 'info'), { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'info', 'attributes'), '* -text -eol -ident -filter -working-tree-encoding\n');
    const fetch = ['fetch', '--quiet', '--depth', '1', '--no-tags', '--', url, `refs/heads/${branch}`];
    const ended = await (0,run/* runGit */.EO)(git, fetch, { isOnline: true });
    if (ended.status !== 0)
        throw (0,answers/* readFailure */.f1)(url, ended).error;
    await (0,run/* expectGit */.gd)(git, ['read-tree', 'FETCH_HEAD']);
    await (0,run/* expectGit */.gd)(git, [`--work-tree=${files}`, 'checkout-index', '--all', '--force']);
}

// EXTERNAL MODULE: ./src/repository/github/open.ts + 17 modules
var github_open = __webpack_require__(31684);
// EXTERNAL MODULE: ./src/doctor/download.ts
var doctor_download = __webpack_require__(28623);
;// CONCATENATED MODULE: ./src/doctor/github-store.ts







/**
 * The branch of a GitHub repository at one commit: its listing and small files by the API or git, NARs from the raw address as any reader
 * gets them, or by the API. Throws BRANCH_MISSING, CACHE_MISSING and what opening a target throws.
 */
async function openGitHubStore(options) {
    const { target, snapshot, looked } = await (0,cache_branch/* openCacheBranch */.BS)(options.branches, async (branch) => {
        const looked = await (0,github_open/* lookAtGitHubTarget */.p)({ ...options, branch, told: told_address/* readToldAddress */.aI });
        return { ...looked, snapshot: await looked.target.snapshot() };
    });
    // A branch that nobody named, of people's work: nobody is to be told to publish there.
    if (looked.length > 1 && (await (0,cache_branch/* othersFile */.Un)(snapshot)) !== null)
        throw (0,cache_branch/* noCache */.wt)(target, looked);
    const { commit, ...store } = storeOfBranch(target, snapshot);
    const [owner = '', repo = ''] = target.name.split('/');
    const { rawFile } = (0,github_addresses/* addressesOf */.s)(options.serverUrl, owner, repo, target.branch);
    const addressAt = (path) => rawFile(commit, path);
    const download = (0,doctor_download/* downloaderOf */.B)(options.log);
    const listed = await snapshot.listFiles();
    let isRawOpen = true;
    /** A file of the commit at its raw address; from the first that is not given there, by the API. */
    async function* openListed(path) {
        let hasBegun = false;
        let failure = null;
        try {
            if (isRawOpen) {
                const url = addressAt(path);
                const { readerCredentials: credentials } = target;
                for await (const chunk of download({ url, credentials, mayRedirect: false })) {
                    hasBegun = true;
                    yield chunk;
                }
                return;
            }
        }
        catch (error) {
            // What was given in part cannot be taken back.
            if (hasBegun || !isDownloadFailure(error))
                throw error;
            isRawOpen = false;
            failure = error;
        }
        const content = (await snapshot.readFiles([path])).get(path);
        if (content === undefined)
            throw failure ?? missing(path);
        yield content;
    }
    const open = (location) => /^https?:\/\//.test(location)
        ? // Whoever serves release assets redirects to another host, and needs no token for a public one.
            download({ url: location, credentials: null, mayRedirect: true })
        : openListed(location);
    return {
        ...store,
        files: new Map([...listed].map(([path, { size }]) => [path, size ?? NaN])),
        serverUrl: options.serverUrl,
        isLocal: false,
        readFiles: (paths) => snapshot.readFiles(paths),
        open
    };
}
function isDownloadFailure(error) {
    return error instanceof errors/* NarPublishError */.f9 && error.code === 'DOWNLOAD_FAILED';
}
function missing(path) {
    return new errors/* NarPublishError */.f9({
        code: 'DOWNLOAD_FAILED',
        subject: path,
        reason: 'it is not in the commit'
    });
}

;// CONCATENATED MODULE: ./src/doctor/open-store.ts

















/** Throws REPOSITORY_INVALID, BRANCH_INVALID, FOLDER_INVALID, TOKEN_MISSING and what opening a GitHub target throws. */
async function openStore(request) {
    const { environment, token, log } = request;
    const address = (0,typed/* typed */.G)(() => (0,repository_address/* parseTargetAddress */.B)(request.target, environment));
    const branch = (0,typed/* typed */.G)(() => (0,common/* parseBranch */.Qd)(environment, address));
    const branchesOf = () => (0,cache_branch/* cacheBranches */.B)(address, branch, request, { isRead: true });
    if (address.kind === 'git') {
        const folder = localFolder(address.url);
        if (folder === null) {
            const choice = (0,typed/* typed */.G)(() => (0,common/* parseSubstituter */.Sv)(environment, address));
            return openGitStore({
                url: address.url,
                branches: await branchesOf(),
                substituterUrl: typeof choice === 'object' ? choice.address : null,
                serverUrl: environment.serverUrl,
                scratch: request.scratch,
                env: environment.childEnvironment,
                log
            });
        }
        const { serverUrl } = environment;
        const store = openFolderStore(folder, { description: null, serverUrl });
        const { content: readme } = await (0,find_readme/* findReadme */.O)(store.snapshot);
        return { ...store, description: await describeClone(folder, readme, { environment, log }) };
    }
    if (token === '') {
        throw new errors/* NarPublishError */.f9({
            code: 'TOKEN_MISSING',
            subject: 'input token',
            reason: 'it is empty, and the store’s files are listed by GitHub’s API, which asks for one'
        });
    }
    return openGitHubStore({
        ...address,
        branches: await branchesOf(),
        token,
        apiUrl: environment.apiUrl,
        serverUrl: environment.serverUrl,
        substituterUrl: (0,typed/* typed */.G)(() => (0,common/* parseSubstituter */.Sv)(environment, address)),
        git: { scratch: request.scratch, env: environment.childEnvironment },
        log
    });
}
/** The folder of a clone, or of files that a web server gives out. null: another machine's, or a bare repository. */
function localFolder(url) {
    const path = url.startsWith('file://') ? (0,external_node_url_.fileURLToPath)(url) : url;
    if (!path.startsWith('/'))
        return null;
    if (!(0,external_node_fs_.existsSync)(path)) {
        throw new errors/* NarPublishError */.f9({
            code: 'FOLDER_INVALID',
            subject: JSON.stringify(path.slice(0, 200)),
            reason: 'it does not exist'
        });
    }
    const isBare = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, 'objects')) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, 'HEAD'));
    return isBare && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, '.git')) ? null : path;
}
/**
 * What the README of a clone depends on, from its remote `origin` and the branch that is checked out. Where readers are served nobody is
 * asked: it is what the README tells them, unless something else was given. null when it is no clone of a repository on this GitHub.
 * Throws GIT_MISSING, INPUT_INVALID.
 */
async function describeClone(folder, readme, { environment, log }) {
    const directory = (0,external_node_path_.join)(folder, '.git');
    if (!(0,external_node_fs_.existsSync)(directory))
        return null;
    const git = { directory, url: folder, env: (0,git_environment/* gitEnvironment */._K)(environment.childEnvironment, []), log };
    const line = async (...args) => (await (0,run/* runGit */.EO)(git, args)).stdout.toString('utf8').trim();
    const remote = await line('config', '--get', 'remote.origin.url');
    const branch = await line('symbolic-ref', '--quiet', '--short', 'HEAD');
    const address = (0,remote_address/* remoteAddress */.f)(remote, environment);
    if (address === null || branch === '')
        return null;
    const { owner, repo } = address;
    const addresses = (0,github_addresses/* addressesOf */.s)(environment.serverUrl, owner, repo, branch);
    const choice = (0,common/* parseSubstituter */.Sv)(environment, { kind: 'github', owner, repo });
    return {
        ...readersOf(choice, (0,told_address/* toldAddress */.c$)(readme), addresses),
        login: (0,told_address/* toldLogin */.NU)(readme),
        repository: `${owner}/${repo}`,
        branch,
        webUrl: (path) => addresses.page(path)
    };
}
function readersOf(choice, told, { branchFiles, sites }) {
    if (typeof choice === 'object')
        return { substituterUrl: choice.address, servedBy: 'other' };
    if (told !== null && (choice === 'auto' || choice === told.servedBy)) {
        return { substituterUrl: told.url, servedBy: told.servedBy };
    }
    return choice === 'pages'
        ? { substituterUrl: sites[0], servedBy: 'pages' }
        : { substituterUrl: branchFiles, servedBy: 'raw' };
}


/***/ })

};
