export const id = 353;
export const ids = [353,7673];
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

/***/ 77673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ serviceAnswer),
/* harmony export */   runCacheService: () => (/* binding */ runCacheService)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92678);



/** For standard input, as JSON. */
const serviceRequest = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('task', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        task: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('restore'),
        directory: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        /** Prefixes of keys, the best first. */
        keys: zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()], zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ task: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('save'), directory: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })
]);
/** With what the service is reached with: neither it nor the tar that it starts has the job's tokens in its environment. */
const handedOver = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ request: serviceRequest, service: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) });
/** The message to the parent. `done`: the key of what was restored or saved; null when nothing was, why is in what was printed. */
const serviceAnswer = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('done'), key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable() }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('failed'), reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })
]);
/** The process itself: does what standard input asks for, and answers by a message. */
async function runCacheService() {
    // Without the parent nobody would end it, nor the tar that it started: both are in a group of its own.
    process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
    const answer = await serve().catch((thrown) => ({
        kind: 'failed',
        reason: thrown instanceof Error ? thrown.message : String(thrown)
    }));
    process.send?.(answer);
}
async function serve() {
    const { request, service } = handedOver.parse(JSON.parse(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(process.stdin)));
    (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .addHiddenToEnvironment */ .yh)(service);
    // Only here: it is larger than all the rest.
    const { isFeatureAvailable, restoreCache, saveCache } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(4119), __webpack_require__.e(4942), __webpack_require__.e(2830), __webpack_require__.e(4180)]).then(__webpack_require__.bind(__webpack_require__, 74180));
    if (!isFeatureAvailable()) {
        return { kind: 'failed', reason: 'this runner has no cache service' };
    }
    const paths = [request.directory];
    switch (request.task) {
        case 'restore': {
            const key = await restoreCache(paths, request.keys[0], request.keys);
            return { kind: 'done', key: key ?? null };
        }
        case 'save': {
            const id = await saveCache(paths, request.key);
            return { kind: 'done', key: id === -1 ? null : request.key };
        }
    }
}


/***/ }),

/***/ 38091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ askService)
});

// UNUSED EXPORTS: ServiceWords

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/own-processes.ts
var own_processes = __webpack_require__(83379);
// EXTERNAL MODULE: ./src/passed-on.ts
var passed_on = __webpack_require__(41353);
// EXTERNAL MODULE: ./src/process/find-program.ts
var find_program = __webpack_require__(24459);
// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(72589);
// EXTERNAL MODULE: ./src/scratch.ts
var scratch = __webpack_require__(7897);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/cache/contained-tar.ts



/**
 * A tar that unpacks into one folder alone. @actions/cache calls tar with `-P`, so that an archive may hold any file of this user, by
 * `..`, by its full name, or through a link; this looks at what is in it first. A script, as it is called by its name in PATH.
 */
const script = `#!/bin/sh
if [ "$1" = -xf ]; then
  shift
  export LC_ALL=C
  {
    "$NAR_PUBLISH_TAR" -tvf "$@" | while IFS= read -r line; do
      case $line in
        [-d]*) ;;
        *) echo other ;;
      esac
    done
    "$NAR_PUBLISH_TAR" -tf "$@" | while IFS= read -r name; do
      inside=\${name#"$NAR_PUBLISH_FOLDER"}
      if [ "$inside" = "$name" ]; then echo outside; fi
      case $inside in
        */../* | */.. | *[!A-Za-z0-9+._/?=-]*) echo outside ;;
        '' | /*) ;;
        *) echo outside ;;
      esac
    done
  } | if IFS= read -r _; then
    echo 'the archive holds more than files and folders of its own folder' >&2
    exit 1
  fi || exit 1
  set -- -xf "$@"
else
  # Another version of @actions/cache may call it in another way, which was not looked into: nothing is unpacked then.
  # The first word may do without its dash.
  for word in "-$1" "$@"; do
    case $word in
      -x* | -[!-]*x* | --extract* | --get*)
        echo 'tar is called in a way that nar-publish does not know' >&2
        exit 1
        ;;
    esac
  done
fi
exec "$NAR_PUBLISH_TAR" "$@"
`;
/** Writes it into a folder; what the environment needs to find it, and nothing where there is no tar. */
function containTar(programs, env, { workspace, directory }) {
    // macOS' own comes second.
    const names = ['gtar', 'tar'].filter((name) => (0,find_program/* findProgram */.K)(name, env) !== null);
    const real = (0,find_program/* findProgram */.K)(names[0] ?? '', env);
    if (real === null)
        return {};
    (0,external_node_fs_.mkdirSync)(programs);
    for (const name of names)
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(programs, name), script, { mode: 0o755 });
    return {
        PATH: `${programs}${external_node_path_.delimiter}${env['PATH'] ?? ''}`,
        NAR_PUBLISH_TAR: real,
        // As tar was given it.
        NAR_PUBLISH_FOLDER: (0,external_node_path_.relative)(workspace, directory)
    };
}

// EXTERNAL MODULE: ./src/cache/service-process.ts
var service_process = __webpack_require__(77673);
;// CONCATENATED MODULE: ./src/cache/service.ts








// 2 GB at 15 MB a second; a service that hangs costs a run no more than this.
const limits = { restore: 3 * 60_000, save: 3 * 60_000 };
/**
 * Restores or saves a folder. Never throws: whatever the service does, the run goes on. In a process of its own, which can be ended with
 * all its connections and children when the service hangs, and whose words are read before they are shown.
 */
async function askService(place, request) {
    const { environment } = place;
    const { childEnvironment: env } = environment;
    // @actions/cache needs them.
    const missing = ['tar', 'zstd'].filter((program) => (0,find_program/* findProgram */.K)(program, env) === null);
    if (missing.length > 0) {
        return { key: null, reason: `PATH has no program ${missing.join(' and no ')}` };
    }
    const archives = (0,scratch/* makeScratch */.lP)(environment.scratchParent);
    try {
        return await ask(place, request, archives);
    }
    catch (thrown) {
        return { key: null, reason: thrown instanceof Error ? thrown.message : String(thrown) };
    }
    finally {
        (0,scratch/* removeScratch */.ZU)(archives, environment.scratchParent);
    }
}
async function ask({ entry, environment, log, service, limitMs }, request, archives) {
    const limit = limitMs ?? limits[request.task];
    const words = new ServiceWords((line) => {
        log.debug(line);
    });
    const started = (0,start/* startProgram */.Xd)({ program: process.execPath, args: [entry, own_processes/* ownProcesses */.o.cacheService] }, {
        cwd: environment.workspace,
        env: {
            ...(0,passed_on/* ownEnvironment */.am)('node'),
            ...(0,passed_on/* passedOn */.I3)(environment.childEnvironment, 'program'),
            ...containTar((0,external_node_path_.join)(archives, 'programs'), environment.childEnvironment, {
                workspace: environment.workspace,
                directory: request.directory
            }),
            // Where it puts the archive; names in it are relative to the workspace.
            RUNNER_TEMP: archives,
            GITHUB_WORKSPACE: environment.workspace
        },
        input: [JSON.stringify({ request, service })],
        timeLimit: limit,
        // So that tar is ended with it.
        isGroup: true,
        isMessenger: true
    });
    const { child } = started;
    try {
        for (const stream of [child.stdout, child.stderr]) {
            stream?.setEncoding('utf8').on('data', (chunk) => {
                words.push(chunk);
            });
        }
        const answer = await answerOf(started);
        if (answer === null) {
            return {
                key: null,
                reason: (await started.exit).isTooLate
                    ? `the cache service did not answer within ${Math.ceil(limit / 1000)} s`
                    : (words.reason ?? 'the process that asks the cache service ended early')
            };
        }
        if (answer.kind === 'failed')
            return { key: null, reason: answer.reason };
        return { key: answer.key, reason: answer.key === null ? words.reason : null };
    }
    finally {
        (0,start/* endGroup */.N4)(child);
    }
}
/** null: it ended without one. */
async function answerOf({ child, exit }) {
    let answer = null;
    child.once('message', (message) => {
        answer = service_process/* serviceAnswer */.A.safeParse(message).data ?? null;
        // It may keep connections open; what it printed before is read to its end.
        (0,start/* endGroup */.N4)(child);
    });
    await exit;
    return answer;
}
/**
 * Reads what @actions/cache prints, which is meant for the runner: workflow commands, most of them debug. Nothing of it is a command of
 * ours, and addresses are shown without the signatures in them.
 */
class ServiceWords {
    #rest = '';
    #reason = null;
    #show;
    constructor(show) {
        this.#show = show;
    }
    /** Why nothing came of it, as it was said last; null when nothing was. */
    get reason() {
        return this.#reason;
    }
    push(chunk) {
        const lines = (this.#rest + chunk).split('\n');
        this.#rest = lines.pop()?.slice(-10_000) ?? '';
        for (const line of lines)
            this.#read(line.trim());
    }
    #read(line) {
        const [, command, data = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
        if (command === 'add-mask' || line === '')
            return;
        const words = withoutQueries(command === undefined ? line : service_unescape(data)).slice(0, 1000);
        const failed = command === 'warning' || command === 'error'
            ? words
            : /^Failed to (?:reserve cache: (?:Error: )?|save: )(.*)$/.exec(words)?.[1];
        // The reservation's own words tell more than what follows from it.
        const isGuess = (failed ?? '').includes('another job may be creating this cache');
        if (failed !== undefined && !(isGuess && this.#reason !== null))
            this.#reason = failed;
        this.#show(words);
    }
}
/** As @actions/core escapes what a command carries; on one line. */
function service_unescape(data) {
    return data.replace(/%0[AD]/g, ' ').replaceAll('%25', '%');
}
/** A signed address is as good as a password. */
function withoutQueries(text) {
    return text
        .replace(/(https?:\/\/[^\s"'?]+)\?[^\s"']*/g, '$1?…')
        .replace(/\bsig=[^\s"'&]*/g, 'sig=…');
}


/***/ }),

/***/ 24459:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);



/** The file that a command of this name starts in this environment; null: there is none. */
function findProgram(name, { PATH = '' }) {
    const files = PATH.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
    const isExecutable = (file) => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return true;
    };
    return files.find((file) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => isExecutable(file), false)) ?? null;
}


/***/ })

};
