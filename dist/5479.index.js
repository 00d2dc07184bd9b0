export const id = 5479;
export const ids = [5479];
export const modules = {

/***/ 67008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ByteReader)
/* harmony export */ });
/** Takes a stream of bytes in pieces of known length. What is missing at its end is a SyntaxError. */
class ByteReader {
    #chunks;
    #rest = Buffer.alloc(0);
    constructor(source) {
        this.#chunks = source[Symbol.asyncIterator]();
    }
    async isAtEnd() {
        while (this.#rest.length === 0) {
            const next = await this.#chunks.next();
            if (next.done === true)
                return true;
            this.#rest = next.value;
        }
        return false;
    }
    /** Exactly `length` bytes, in one piece: for short ones. */
    async take(length) {
        const pieces = [];
        for await (const piece of this.pieces(length))
            pieces.push(piece);
        return Buffer.concat(pieces);
    }
    /** The next `length` bytes, as they come. */
    async *pieces(length) {
        let missing = length;
        while (missing > 0) {
            if (await this.isAtEnd())
                throw new SyntaxError('it breaks off');
            const piece = this.#rest.subarray(0, missing);
            this.#rest = this.#rest.subarray(piece.length);
            missing -= piece.length;
            yield piece;
        }
    }
    /** Up to the next newline, which is taken and not given, as Latin-1. */
    async line() {
        const pieces = [];
        for (;;) {
            const piece = await this.some();
            if (piece === null)
                throw new SyntaxError('it breaks off');
            const end = piece.indexOf(10);
            pieces.push(end === -1 ? piece : piece.subarray(0, end));
            if (end === -1)
                continue;
            this.unread(piece.subarray(end + 1));
            return Buffer.concat(pieces).toString('latin1');
        }
    }
    async skip(length) {
        const pieces = this.pieces(length);
        while ((await pieces.next()).done !== true)
            ;
    }
    /** Whatever comes next, at least one byte; null at the end. */
    async some() {
        if (await this.isAtEnd())
            return null;
        const piece = this.#rest;
        this.#rest = Buffer.alloc(0);
        return piece;
    }
    /** Gives back bytes that `some` took too many. */
    unread(bytes) {
        this.#rest = bytes;
    }
}


/***/ }),

/***/ 85367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   io: () => (/* binding */ largestText),
/* harmony export */   rU: () => (/* binding */ readAtMost)
/* harmony export */ });
/**
 * Bodies of other people's servers, which may be of any length, whatever a header says: each reader counts the bytes that it gets (of a
 * compressed answer, those that come out) and stops at what the file can be.
 */
const kib = 1024;
const mib = 1024 * kib;
/** Bytes that a file of a cache has at most, by its name or path; what a cache has no name for is taken for an index. */
function largestText(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name === 'nix-cache-info' || path.startsWith('pins/'))
        return 64 * kib;
    // A narinfo grows by some 50 bytes with each reference; a whole operating system has 5,000. GitHub shows the first 500 KiB of a README,
    // and 10,000 artifacts make a catalogue of 6 MiB.
    return name.endsWith('.narinfo') || name === 'README.md' ? 8 * mib : 64 * mib;
}
/** The whole body; null as soon as it has more than `most` bytes. Rejects as the body does. */
async function readAtMost(body, most) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > most)
            return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** The body as it comes; throws `tooLong()` at the first byte over `most`. */
async function* atMost(body, most, tooLong) {
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > most)
            throw tooLong();
        yield chunk;
    }
}


/***/ }),

/***/ 18154:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ compareBytes)
/* harmony export */ });
/** Below it, the order of UTF-16's units is that of the UTF-8 bytes; from it on there are surrogates, and what they come before. */
const firstSurrogate = 0xd800;
/**
 * Compares the UTF-8 bytes of two texts: the same everywhere, whatever the locale. Negative, 0 or positive, and 0 for the same text alone:
 * halves of surrogate pairs are no characters, have all the same bytes, and stand in the order of their units.
 */
function compareBytes(a, b) {
    if (a === b)
        return 0;
    let at = 0;
    const shorter = Math.min(a.length, b.length);
    while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at))
        at++;
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    // NaN at an end. Without making bytes of both, as a catalogue is sorted by this.
    if (left < firstSurrogate && right < firstSurrogate)
        return left - right;
    return compareEncoded(new TextEncoder().encode(a), new TextEncoder().encode(b)) || left - right;
}
/** Without Node's Buffer: the cache's page sorts versions, too. */
function compareEncoded(a, b) {
    const at = a.findIndex((byte, index) => byte !== b[index]);
    return at === -1 || at >= b.length ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0);
}


/***/ }),

/***/ 73368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ askProgram)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41955);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _find_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24459);
/* harmony import */ var _print_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39318);




/**
 * What a short question about files of this machine prints on stdout: one with arguments of our own, which reads nothing and ends by itself. null when the
 * program is missing or fails in whichever way; `startProgram` with the same command tells that.
 */
async function askProgram(command, { cwd, env, log }) {
    // Found here: @actions/exec looks in this process's own PATH.
    const file = (0,_find_program_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .K)(command.program, env);
    // It would end the program's name at a quote, and hang where the folder's name holds a NUL.
    if (file === null || file.includes('"') || !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(cwd))
        return null;
    log.debug((0,_print_command_js__WEBPACK_IMPORTED_MODULE_3__/* .printCommand */ .T)(command));
    try {
        const options = { cwd, env: { ...env }, silent: true };
        // Quoted: it takes its first argument apart at spaces.
        return (await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)(`"${file}"`, [...command.args], options)).stdout;
    }
    catch {
        return null;
    }
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


/***/ }),

/***/ 28828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ refuseForApi),
/* harmony export */   Ms: () => (/* binding */ refuseOversized),
/* harmony export */   j8: () => (/* binding */ refuseOversizedNar)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** Throws NAR_TOO_LARGE for a NAR that fits nowhere: known before anything is written. */
function refuseOversizedNar({ storePath, fileSize, compression }, target) {
    if (fileSize <= target.largestFile)
        return;
    throw tooLarge(storePath, `its NAR has ${fileSize} bytes as ${compression}`, limitOf(target));
}
/** The same of a file that goes beside the tree. */
function refuseOversized({ path, size }, target) {
    if (size > target.largestFile)
        throw tooLarge(path, `it has ${size} bytes`, limitOf(target));
}
/** Throws NAR_TOO_LARGE for a file that the API does not take as a blob. */
function refuseForApi({ path, size }, { largestBlob }, hint) {
    const limit = `GitHub’s API takes files up to ${largestBlob} bytes`;
    if (size > largestBlob)
        throw tooLarge(path, `it has ${size} bytes`, limit, hint);
}
function limitOf({ name, isPrivate, largestTreeFile, largestFile }) {
    return isPrivate
        ? `Git takes files up to ${largestTreeFile} bytes: a larger one would be a release asset, and Nix cannot read those of a private repository (${name})`
        : `${name} takes files up to ${largestFile} bytes, as release assets`;
}
function tooLarge(subject, has, limit, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'NAR_TOO_LARGE',
        subject,
        reason: `${has}, and ${limit}`,
        ...(hint === undefined ? {} : { hint })
    });
}


/***/ }),

/***/ 99152:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YC: () => (/* binding */ readForcedPushFailure),
/* harmony export */   f1: () => (/* binding */ readFailure),
/* harmony export */   tK: () => (/* binding */ readPushFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32054);


// As git 2.39 to 2.51, OpenSSH and GitHub say them with LC_ALL=C; the table with the texts is in answers.test.ts.
const texts = {
    noBranch: /couldn't find remote ref|not our ref [0-9a-f]{40}|upload-pack: not our ref/i,
    auth: /authentication failed|could not read (username|password)|terminal prompts disabled|permission denied|permission to .* denied|access denied|requested URL returned error: 40[13]|invalid username or|host key verification failed|not authorized/i,
    missing: /repository .*not found|not found: did you run|does not appear to be a git repository|requested URL returned error: 404|no such file or directory|does not exist|project you were looking for/i,
    redirected: /unable to update url base from redirection|requested URL returned error: 30\d/i,
    lost: /connection (reset|refused|timed out|closed)|could not resolve|couldn't connect|failed to connect|operation (timed out|too slow)|timed out|early eof|hung up unexpectedly|unexpected disconnect|unexpected eof|broken pipe|rpc failed|requested url returned error: (5\d\d|429|408)|empty reply|transfer closed|kex_exchange_identification|the remote end hung up|gnutls|ssl_(read|error)|http\/2 stream/i,
    // "shallow update": the commit that ours is on top of is in no branch of the target any more, whose history was replaced meanwhile.
    moved: /shallow update not allowed|cannot lock ref|failed to lock|failed to update ref|incorrect old value|reference already exists|is at [0-9a-f]{40,64} but expected|unable to create .*\.lock|reference transaction/i,
    force: /non-fast[- ]forward|force[- ]push/i,
    rule: /rule violations? found|protected branch|protected ref|GH006|GH013|not allowed to push code to protected|creations being restricted/i,
    tooLarge: /GH001|exceeds .*file size limit|larger than .*limit|too large/i,
    readOnly: /archived|read-only/i
};
/** Reads how `ls-remote`, `fetch` or a push that never reached the refs failed. Pure. */
function readFailure(url, failed) {
    const { stderr, status, args } = failed;
    // Nobody else knows the repository by the name that it has in ours.
    const named = (word) => (word === _run_js__WEBPACK_IMPORTED_MODULE_1__/* .remote */ .be ? url : word);
    const error = (code, hint) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code,
        subject: url,
        reason: (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .gitWords */ .is)({ ...failed, args: args.map(named) }),
        hint
    });
    if (texts.noBranch.test(stderr))
        return { kind: 'no-branch', error: error('GIT_FAILED') };
    // A time-out of ours; ssh reports a failed login as a lost connection too, so that one is looked for first.
    if (status === null)
        return { kind: 'lost', error: error('GIT_UNREACHABLE') };
    if (texts.auth.test(stderr))
        return { kind: 'final', error: error('GIT_AUTH_FAILED') };
    if (texts.redirected.test(stderr)) {
        return {
            kind: 'final',
            error: error('GIT_FAILED', 'The host redirects: give the address that it redirects to.')
        };
    }
    if (texts.missing.test(stderr)) {
        return {
            kind: 'final',
            error: error('REPOSITORY_NOT_FOUND', 'Check the address, and that git’s credentials may see the repository.')
        };
    }
    if (texts.lost.test(stderr))
        return { kind: 'lost', error: error('GIT_UNREACHABLE') };
    return { kind: 'final', error: error('GIT_FAILED') };
}
/** What `git push --porcelain` says of the one ref: `!\t<from>:<to>\t[rejected] (fetch first)`. */
const statusLine = /^!\t[^\t]*\t(.*)$/m;
/**
 * Reads how a push failed. The words of a hook or rule come on stderr, as lines that begin with `remote:`. Pure.
 */
function readPushFailure(url, failed) {
    const summary = statusLine.exec(failed.stdout)?.[1];
    if (summary === undefined)
        return readFailure(url, failed);
    const words = remoteWords(failed.stderr);
    const said = words === '' ? summary : `${summary}: ${words}`;
    const answer = (kind, code) => ({
        kind,
        error: new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code, subject: url, reason: said })
    });
    if (texts.rule.test(said))
        return answer('final', 'BRANCH_RULE');
    if (summary.startsWith('[rejected]'))
        return answer('moved', 'HEAD_MOVED');
    if (texts.moved.test(summary))
        return answer('moved-meanwhile', 'HEAD_MOVED');
    if (texts.tooLarge.test(words))
        return answer('final', 'NAR_TOO_LARGE');
    if (texts.readOnly.test(words))
        return answer('final', 'REPOSITORY_READ_ONLY');
    // The server broke down: what it says of the ref is not about the ref.
    if (/migrate objects|remote failed to report status|internal server error/i.test(said)) {
        return answer('lost', 'GIT_UNREACHABLE');
    }
    return answer('final', 'PUSH_REJECTED');
}
/** The same of a push that replaces the branch's history: it is refused where nobody may do that. Pure. */
function readForcedPushFailure(url, failed) {
    const answer = readPushFailure(url, failed);
    const { error } = answer;
    const isProtected = error.code === 'BRANCH_RULE' ||
        (error.code === 'PUSH_REJECTED' && texts.force.test(error.reason));
    if (!isProtected)
        return answer;
    return {
        kind: 'final',
        error: new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'HISTORY_PROTECTED', subject: url, reason: error.reason })
    };
}
function remoteWords(stderr) {
    const lines = [...stderr.matchAll(/^remote: ?(.*)$/gm)].map(([, line]) => (line ?? '').trim());
    return lines
        .filter((line) => line !== '')
        .slice(-20)
        .join(' ')
        .slice(0, 1500);
}


/***/ }),

/***/ 52266:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ Repository)
});

// UNUSED EXPORTS: configuration

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/limits.ts
var limits = __webpack_require__(3546);
// EXTERNAL MODULE: ./src/repository/pace.ts
var pace = __webpack_require__(50905);
// EXTERNAL MODULE: ./src/repository/git/answers.ts
var answers = __webpack_require__(99152);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./src/binary-cache/byte-reader.ts
var byte_reader = __webpack_require__(67008);
// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(72589);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var git_run = __webpack_require__(32054);
;// CONCATENATED MODULE: ./src/repository/git/cat-file.ts





/** So long (milliseconds) git waits for another question: it finds what was fetched or written meanwhile, too. */
const patience = 2000;
/**
 * The objects of a repository, from one process of git for all questions that come soon after each other. It keeps nobody waiting: the
 * program that it belongs to may end while git is idle. What git does not have, or what is not of the kind asked for, is left out.
 */
class ObjectReader {
    #git;
    #largest;
    #running = null;
    #queue = Promise.resolve();
    /** `largest`: bytes of an object that is read whole. */
    constructor(git, largest = start/* stdoutLimit */.zH) {
        this.#git = git;
        this.#largest = largest;
    }
    /** Gives each blob to `take` in turn, as it comes. Throws what `take` throws, and GIT_FAILED. */
    takeBlobs(blobs, take) {
        return this.#ask(blobs, async (index, { type, size }, bytes) => {
            if (type === 'blob')
                await take(index, size, bytes);
        });
    }
    /** The contents of objects of a kind, by the names that they were asked for by. Throws GIT_FAILED, about one that is too large as well. */
    async read(kind, names) {
        const found = new Map();
        await this.#ask(names, async (index, { type, object, size }, bytes) => {
            if (type !== kind)
                return;
            if (size > this.#largest)
                throw tooLarge(`${kind} ${object}`, size);
            const content = Buffer.concat(await Array.fromAsync(bytes));
            found.set(names[index] ?? '', { object, content });
        });
        return found;
    }
    #ask(names, take) {
        if (names.length === 0)
            return Promise.resolve();
        const asked = this.#queue.then(() => this.#askNow(names, take));
        this.#queue = asked.catch(() => undefined);
        return asked;
    }
    async #askNow(names, take) {
        const lines = (0,git_run/* nameLines */.RA)(this.#git, names);
        const running = (this.#running ??= new Running(this.#git));
        running.resume();
        try {
            await running.ask(lines, names.length, take);
            running.pause(() => (this.#running = null));
        }
        catch (error) {
            this.#running = null;
            throw await running.failure(error);
        }
    }
}
/** One process. */
class Running {
    #started;
    #questions = new external_node_stream_.PassThrough();
    #answers;
    #timer;
    constructor(git) {
        this.#started = (0,git_run/* startGit */.BE)(git, ['cat-file', '--batch'], this.#questions);
        this.#answers = new byte_reader/* ByteReader */.k(this.#started.stdout);
    }
    async ask(lines, count, take) {
        this.#questions.write(lines);
        for (let index = 0; index < count; index++) {
            // `<object> <type> <size>`, and the content with a newline; or `<name> missing`.
            const line = await this.#answers.line();
            const [, object, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(line) ?? [];
            if (object === undefined || type === undefined)
                continue;
            const left = { bytes: Number(size) };
            const bytes = counted(this.#answers.pieces(left.bytes), left);
            await take(index, { object, type, size: left.bytes }, bytes);
            await this.#answers.skip(left.bytes + 1);
        }
    }
    /** For a question, to which the answer is waited for. */
    resume() {
        clearTimeout(this.#timer);
        this.#hold(true);
        this.#timer = setTimeout(() => this.#started.child.kill(), git_run/* longest */.xS.offline);
    }
    /** Until the next one, or for good: `end` is told that. */
    pause(end) {
        clearTimeout(this.#timer);
        this.#hold(false);
        this.#timer = setTimeout(() => {
            end();
            this.#questions.end();
        }, patience).unref();
    }
    /** Ends it, as what it says belongs to no question any more; why it broke off, in git's own words where that is all that is known. */
    failure(error) {
        clearTimeout(this.#timer);
        if (!(error instanceof SyntaxError))
            this.#started.child.kill();
        this.#started.stdout.destroy();
        this.#questions.end();
        return error instanceof SyntaxError ? this.#started.failure() : error;
    }
    /** Whether this process goes on as long as that one does. */
    #hold(isHeld) {
        const { child, stdout } = this.#started;
        const handles = [child, child.stdin, stdout];
        for (const handle of [...handles, child.stderr]) {
            if (isHeld)
                handle?.ref?.();
            else
                handle?.unref?.();
        }
    }
}
/** A host may send few bytes for it. */
function tooLarge(subject, size) {
    const reason = `its ${size} bytes are more than are read`;
    return new errors/* NarPublishError */.f9({ code: 'GIT_FAILED', subject, reason });
}
async function* counted(pieces, left) {
    for await (const piece of pieces) {
        left.bytes -= piece.length;
        yield piece;
    }
}

// EXTERNAL MODULE: ./src/repository/git/environment.ts
var environment = __webpack_require__(66714);
;// CONCATENATED MODULE: ./src/repository/git/repository.ts










const baseRef = 'refs/nar-publish/base';
const seenRef = 'refs/nar-publish/seen';
/** As many commits back a push whose answer was lost is looked for. */
const seenDepth = 256;
/**
 * A bare repository on this disk that has of the target's branch its newest commit and the folders of that, and of the files only
 * those that were asked for. Every connection to the target is made here, one at a time, and counted.
 */
class Repository {
    git;
    /** What is here already. */
    objects;
    pace;
    /** Connections made to the target, those tried again included. */
    connections = 0;
    /** All files come with a commit: the target does not know `--filter`, or gives none by its name. */
    hasEverything = false;
    /** What was fetched last: a branch's ref, or a commit. */
    #source = '';
    #queue = Promise.resolve();
    #fetched = new Set();
    #options;
    constructor(git, options) {
        this.git = git;
        this.objects = new ObjectReader(git);
        this.pace = options.pace ?? pace/* realPace */.O;
        this.#options = options;
    }
    /** No connection is made yet, and no program started. */
    static make(options) {
        const { url, scratch, log } = options;
        (0,external_node_fs_.mkdirSync)(scratch, { recursive: true });
        const directory = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(scratch, 'git-'));
        const env = (0,environment/* gitEnvironment */._K)(options.env, []);
        // What makes a folder a repository (gitrepository-layout): a process for it takes longer than all that it does.
        for (const folder of ['objects', 'refs'])
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, folder));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'HEAD'), 'ref: refs/heads/none\n');
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'config'), configuration(url));
        return new Repository({ directory, url, env, onlineSettings: options.settings ?? [], log }, options);
    }
    /**
     * The branch that the target calls its default, also when it has no commit yet; null when it does not say (its HEAD is
     * detached, or the host is old and the repository empty).
     */
    async defaultBranch() {
        const listed = await this.#expectOnline(['ls-remote', '--symref', '--', git_run/* remote */.be, 'HEAD']);
        const symref = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(listed.stdout.toString());
        if (symref?.[1] !== undefined)
            return symref[1];
        if (listed.stdout.length > 0)
            return null;
        // Only a clone is told of a branch that has no commit.
        const clone = (0,external_node_path_.join)(this.git.directory, 'empty');
        await this.#expectOnline([
            ...['clone', '--quiet', '--bare', '--template=', '--depth=1'],
            ...['--', this.git.url, clone]
        ]);
        const head = await (0,git_run/* expectGitLine */.AI)(this.git, ['--git-dir', clone, 'symbolic-ref', 'HEAD']);
        return head.startsWith('refs/heads/') ? head.slice('refs/heads/'.length) : null;
    }
    /** Where the branch is now, with its folders fetched; null when it does not exist. */
    fetchBranch(branch) {
        return this.#fetchCommit(`refs/heads/${branch}`);
    }
    /**
     * A commit by its name, with its folders; null when the target does not have it. `expected`: blobs that come along, if the target has them
     * all; else they are to be fetched when it is known which there are.
     */
    fetchCommit(commit, expected = []) {
        return this.#fetchCommit(commit, expected);
    }
    async #fetchCommit(source, expected = []) {
        this.#source = source;
        const filter = this.hasEverything ? '--no-filter' : '--filter=blob:none';
        const blobs = this.hasEverything ? [] : [...new Set(expected)];
        const wanted = [`+${source}:${baseRef}`, ...blobs];
        const answer = await this.online(fetchArguments(['--depth=1', filter, '--stdin']), 
        // By its standard input: they may be more than a command line holds.
        { stdin: (0,git_run/* nameLines */.RA)(this.git, wanted) });
        if (blobs.length > 0 && mayBeAboutObjects(answer))
            return this.#fetchCommit(source);
        if (answer.kind === 'no-branch')
            return null;
        if (answer.kind !== 'done')
            throw answer.error;
        if (answer.exit.stderr.includes('filtering not recognized by server') && !this.hasEverything) {
            this.hasEverything = true;
            this.git.log.warning(`${this.git.url} sends every file of the branch, because it does not know partial clones. \`git config uploadpack.allowFilter true\` there makes publishing cheaper.`);
        }
        for (const blob of blobs)
            this.#fetched.add(blob);
        const fetched = (await this.objects.read('commit', [baseRef])).get(baseRef);
        const tree = /^tree ([0-9a-f]+)$/m.exec(fetched?.content.toString('latin1') ?? '')?.[1];
        if (fetched === undefined || tree === undefined) {
            throw new errors/* NarPublishError */.f9({
                code: 'GIT_FAILED',
                subject: this.git.url,
                reason: `what it gives for ${source} is no commit`
            });
        }
        return { commit: fetched.object, tree };
    }
    /** Whether some of these blobs are not here. */
    lacks(blobs) {
        return !this.hasEverything && [...blobs].some((blob) => !this.#fetched.has(blob));
    }
    /** Brings these blobs here in one connection, as far as they are not here yet. */
    async fetchBlobs(blobs) {
        if (this.hasEverything)
            return;
        const missing = [...new Set(blobs)].filter((blob) => !this.#fetched.has(blob));
        if (missing.length === 0)
            return;
        const answer = await this.online([...withoutHaves, ...fetchArguments(['--filter=blob:none', '--stdin'])], { stdin: (0,git_run/* nameLines */.RA)(this.git, missing) });
        if (answer.kind === 'done')
            for (const blob of missing)
                this.#fetched.add(blob);
        else if (isUnadvertised(answer))
            await this.#fetchEverything();
        else
            throw answer.error;
    }
    /** By version 0 of the protocol a file has no name: an ssh server that does not pass GIT_PROTOCOL on knows no other. */
    async #fetchEverything() {
        this.hasEverything = true;
        this.git.log.warning(`${this.git.url} sends every file of the branch, because it gives none by its name. \`AcceptEnv GIT_PROTOCOL\` in its sshd_config, or \`git config uploadpack.allowAnySHA1InWant true\` there, makes publishing cheaper.`);
        const fetch = (depth) => this.#expectOnline([
            ...withoutHaves,
            ...fetchArguments([`--depth=${depth}`, '--no-filter'], `+${this.#source}:${seenRef}`)
        ]);
        await fetch(1);
        const commits = await this.objects.read('commit', [baseRef, seenRef]);
        if (commits.get(baseRef)?.object === commits.get(seenRef)?.object)
            return;
        // Somebody's commit came between, and what is asked for is of the one before. Of a commit at which history is cut here the target would send nothing.
        await (0,promises_.rm)((0,external_node_path_.join)(this.git.directory, 'shallow'), { force: true });
        await fetch(seenDepth);
    }
    /** Whether the branch has `commit` in its newest history. */
    async branchContains(branch, commit) {
        // Commits alone, in a repository of their own: here git would take them for whole and fetch their folders no more.
        const history = Repository.make(this.#options);
        try {
            const answer = await history.online(fetchArguments([`--depth=${seenDepth}`, '--filter=tree:0'], `+refs/heads/${branch}:${seenRef}`));
            if (answer.kind === 'no-branch')
                return false;
            if (answer.kind !== 'done')
                throw answer.error;
            const found = await (0,git_run/* runGit */.EO)(history.git, ['merge-base', '--is-ancestor', commit, seenRef]);
            return found.status === 0;
        }
        finally {
            this.connections += history.connections;
            await (0,promises_.rm)(history.git.directory, { recursive: true, force: true });
        }
    }
    async #expectOnline(args, stdin) {
        const answer = await this.online(args, stdin === undefined ? {} : { stdin });
        if (answer.kind !== 'done')
            throw answer.error;
        return answer.exit;
    }
    /** Runs a command that talks to the target, again after failures that pass; answers the last one. */
    async online(args, options = {}) {
        for (let attempt = 1;; attempt++) {
            const exit = await this.connect(args, options);
            if (exit.status === 0)
                return { kind: 'done', exit };
            const answer = (0,answers/* readFailure */.f1)(this.git.url, exit);
            if (answer.kind !== 'lost' || attempt === limits/* defaultLimits */.M.connectionAttempts)
                return answer;
            await this.pause(attempt, answer.error);
        }
    }
    /** One connection, however it ends; never two at once, as they would meet at git's lock files. */
    connect(args, options = {}) {
        const run = this.#queue.then(() => {
            this.connections++;
            return (0,git_run/* runGit */.EO)(this.git, args, { ...options, isOnline: true });
        });
        this.#queue = run.catch(() => undefined);
        return run;
    }
    /** The pause after the `losses`-th failure that may pass. */
    async pause(losses, error) {
        const pause = this.pace.random() * Math.min(limits/* defaultLimits */.M.connectionPause, 1000 * 2 ** (losses - 1));
        this.git.log.info(`again in ${(pause / 1000).toFixed(1)} s: ${error.reason}`);
        await this.pace.sleep(pause);
    }
}
/** The host gives no object by its name. */
function isUnadvertised({ error }) {
    return error.reason.includes('unadvertised object');
}
/** Of one that it does not have, or gives to nobody by its name, each host says so in its own words: any that tell nothing else. */
function mayBeAboutObjects(answer) {
    if (answer.kind === 'final')
        return answer.error.code === 'GIT_FAILED';
    return answer.kind === 'no-branch';
}
/** Compared with what git reads in it in a test. */
function configuration(url) {
    const quoted = url.replace(/["\\]/g, (found) => `\\${found}`).replaceAll('\n', '\\n');
    return `[core]
	repositoryFormatVersion = 1
	bare = true
[extensions]
	partialClone = ${git_run/* remote */.be}
[remote "${git_run/* remote */.be}"]
	promisor = true
	partialCloneFilter = blob:none
	url = "${quoted}"
`;
}
/** As git itself does it for a partial clone: without telling the server what else is here. */
const withoutHaves = ['-c', 'fetch.negotiationAlgorithm=noop'];
function fetchArguments(options, ...refspecs) {
    return [
        ...['fetch', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'],
        ...[...options, '--', git_run/* remote */.be, ...refspecs]
    ];
}


/***/ }),

/***/ 32054:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ expectGitLine),
/* harmony export */   BE: () => (/* binding */ startGit),
/* harmony export */   EO: () => (/* binding */ runGit),
/* harmony export */   RA: () => (/* binding */ nameLines),
/* harmony export */   be: () => (/* binding */ remote),
/* harmony export */   gG: () => (/* binding */ askGit),
/* harmony export */   gd: () => (/* binding */ expectGit),
/* harmony export */   is: () => (/* binding */ gitWords),
/* harmony export */   tv: () => (/* binding */ gitFailure),
/* harmony export */   xS: () => (/* binding */ longest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _system_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73436);
/* harmony import */ var _process_ask_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73368);
/* harmony import */ var _process_print_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39318);
/* harmony import */ var _process_start_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72589);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66714);






/** A repository and how git is run in it. */
/** The target's name in the repository's configuration. */
const remote = 'target';
/** Milliseconds. A push of 2 GB on a slow line; hashing as much on a slow disk. */
const longest = { online: 3_600_000, offline: 1_200_000 };
/**
 * Runs git: no prompt. Answers however the command ends. Throws GIT_MISSING, and GIT_FAILED when it does not start or prints without
 * end.
 */
async function runGit(git, args, { stdin, isOnline = false, outputFile } = {}) {
    const command = { program: 'git', args };
    const started = (0,_process_start_js__WEBPACK_IMPORTED_MODULE_4__/* .startProgram */ .Xd)(command, {
        ...placeOf(git, isOnline),
        ...(stdin === undefined ? {} : { input: inputOf(stdin) }),
        ...(outputFile === undefined ? {} : { files: { stdout: outputFile } }),
        timeLimit: isOnline ? longest.online : longest.offline
    });
    const { status, signal, stdout, stderr, isTooLong } = await (0,_process_start_js__WEBPACK_IMPORTED_MODULE_4__/* .gatherOutput */ .NV)(started).catch((error) => {
        throw startFailure(git, command, error);
    });
    const ended = { args, status, signal, stdout, stderr };
    if (isTooLong)
        throw gitFailure(git, ended, `it printed over ${_process_start_js__WEBPACK_IMPORTED_MODULE_4__/* .stdoutLimit */ .zH} bytes`);
    return ended;
}
function inputOf(stdin) {
    return typeof stdin === 'string' || Buffer.isBuffer(stdin) ? [stdin] : stdin;
}
/**
 * Names of objects, or refspecs, for git's standard input, each a line. Throws GIT_FAILED about one that is more than a line: a host's
 * answer may have anything for a name, and what git answers to it would be taken for the next one's.
 */
function nameLines({ url }, names) {
    const none = names.find((name) => name.includes('\n'));
    if (none === undefined)
        return names.map((name) => `${name}\n`).join('');
    const reason = `${JSON.stringify(none.slice(0, 200))} is no name of an object`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code: 'GIT_FAILED', subject: url, reason });
}
function placeOf({ directory, isWorkTree, env, onlineSettings = [], log }, isOnline) {
    return {
        log,
        cwd: directory,
        env: {
            ...(isOnline ? (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .withSettings */ .GY)(env, onlineSettings) : env),
            // Named, not found: with safe.bareRepository=explicit git does not find bare ones.
            ...(isWorkTree === true ? {} : { GIT_DIR: directory }),
            ...(isOnline ? {} : _environment_js__WEBPACK_IMPORTED_MODULE_5__/* .offline */ .WK)
        }
    };
}
/** What a command that talks to nobody and must succeed prints. Throws GIT_FAILED, DISK_FULL. */
async function expectGit(git, args, options = {}) {
    const ended = await runGit(git, args, options);
    if (ended.status !== 0)
        throw gitFailure(git, ended);
    return ended.stdout;
}
/** Starts one that goes on until its input ends; its stdout is the caller's to read. */
function startGit(git, args, input) {
    const command = { program: 'git', args };
    const { child, stdout, exit } = (0,_process_start_js__WEBPACK_IMPORTED_MODULE_4__/* .startProgram */ .Xd)(command, { ...placeOf(git, false), input });
    const failure = exit.then((ended) => gitFailure(git, { args, ...ended }), (error) => startFailure(git, command, error));
    return { child, stdout, failure: () => failure };
}
/** The same for a question that git answers at once, without reading its input, as text without the newline at its end; see askProgram. */
async function askGit(git, args) {
    return ((await (0,_process_ask_js__WEBPACK_IMPORTED_MODULE_2__/* .askProgram */ .a)({ program: 'git', args }, placeOf(git, false)))?.trimEnd() ??
        expectGitLine(git, args));
}
/** The same as text, without the newline at its end. */
async function expectGitLine(git, args, options = {}) {
    return (await expectGit(git, args, options)).toString('utf8').trimEnd();
}
/** A failed command as an error, with the last lines that git printed. */
function gitFailure(git, ended, why) {
    const fault = (0,_system_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemFaultIn */ .JZ)(ended.stderr, /^(?:fatal|error): /);
    if (fault !== null)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ ...fault, subject: git.directory });
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'GIT_FAILED',
        subject: git.url,
        reason: why === undefined ? gitWords(ended) : `${gitWords(ended)}: ${why}`
    });
}
/** `` `git fetch …` exited with 128: `` and what it said. */
function gitWords(ended) {
    return (0,_process_start_js__WEBPACK_IMPORTED_MODULE_4__/* .exitWords */ .Ey)({ program: 'git', args: ended.args }, ended);
}
function startFailure(git, command, error) {
    if ((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isLimit */ .S4)(error))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asNarPublishError */ .tS)(error);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: (0,_process_start_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error) ? 'GIT_MISSING' : 'GIT_FAILED',
        subject: (0,_process_start_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error) ? 'git' : git.url,
        reason: (0,_process_start_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error)
            ? 'there is no program `git` in PATH'
            : `\`${(0,_process_print_command_js__WEBPACK_IMPORTED_MODULE_3__/* .printCommand */ .T)(command)}\` did not start: ${error.message}`,
        cause: error
    });
}


/***/ }),

/***/ 72433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readAnswer),
/* harmony export */   s: () => (/* binding */ saysMissingObject)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94390);


// Texts as GitHub sends them; the table with their sources is in __tests__/repository/github/answers.test.ts.
const texts = {
    archived: /archived|repository (was |is )?disabled|repository access blocked/i,
    rule: /rule violations? found|protected (branch|ref)|could not update file|creations being restricted/i,
    secondaryLimit: /secondary rate limit|abuse detection/i,
    primaryLimit: /rate limit exceeded/i,
    emptyRepository: /repository is empty/i,
    refMoved: /fast[- ]forward|"sha" wasn't supplied|\bis at [0-9a-f]{40} but expected|^STALE_DATA\b/i,
    refExists: /reference already exists/i,
    refMissing: /reference does not exist|reference not found|no commit found for sha/i,
    closed: /immutable release|file_count/i,
    nameTaken: /already_exists/i,
    tooLarge: /too large to process/i,
    proposalsForbidden: /not permitted to create or approve pull requests/i,
    proposalExists: /pull request already exists/i,
    noDrafts: /draft pull requests are not supported/i,
    noForkEdits: /fork collab/i,
    // Of a branch that was made a moment ago.
    headNotVisible: /pullrequest (head|head_sha) (invalid|missing)|head sha can't be blank|no commits between/i,
    timedOut: /tim(ed|e) ?out|took too long/i,
    notVisible: /object does not exist|sha does not exist|is not a valid (blob|tree|commit)|not a valid tree oid|could not be found|does not exist or is not a/i
};
/** Reads GitHub's answer. Pure; the facts are in GitHub's documentation and in what others observed of it. */
function readAnswer(failed, context) {
    const { status, message, route } = failed;
    const isWrite = !route.startsWith('GET ');
    const said = status === null ? message : `GitHub answered ${status} to ${route}: ${message}`;
    const error = (code, reason = said, hint) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({ code, subject: context.repository, reason, hint, cause: failed.cause });
    const final = (code, reason, hint) => ({
        kind: 'final',
        error: error(code, reason, hint)
    });
    const refused = (kind) => ({ kind, error: error('GITHUB_REFUSED') });
    const lost = { kind: 'lost', error: error('GITHUB_UNAVAILABLE') };
    if (status === null || status >= 500 || status === 408)
        return lost;
    if (failed.isPage === true && status !== 429)
        return final('GITHUB_ANSWER_INVALID');
    if (status === 401)
        return final('TOKEN_REJECTED');
    if (status === 422 && /\/releases\b/.test(route)) {
        // Before rules: a tag that an immutable release once had is refused in the words of a rule too.
        if (texts.closed.test(message))
            return refused('closed');
        if (texts.nameTaken.test(message))
            return refused('exists');
    }
    if (route.endsWith('/pulls')) {
        if (texts.proposalsForbidden.test(message))
            return final('PULL_REQUESTS_FORBIDDEN', message);
        if (texts.proposalExists.test(message))
            return refused('exists');
        if (texts.noDrafts.test(message))
            return final('DRAFT_REFUSED', message);
        if (texts.noForkEdits.test(message))
            return refused('no-fork-edits');
        if (status === 422 && texts.headNotVisible.test(message))
            return refused('not-visible-yet');
    }
    // A conflict of two histories, not of two requests.
    if (status === 409 && route.endsWith('/merge-upstream'))
        return refused('final');
    if (texts.rule.test(message))
        return final('BRANCH_RULE', message);
    if (texts.archived.test(message))
        return final('REPOSITORY_READ_ONLY');
    if (status === 429 || (status === 403 && isRateLimit(failed)))
        return limited(failed, context, error);
    if (status === 403)
        return final('TOKEN_FORBIDDEN', forbiddenReason(said, failed, context), permissionHint(route));
    if (status === 404) {
        // We ask only for objects that GitHub itself named: one that is not found is not there yet.
        if (/\/git\/(trees|blobs|commits)\//.test(route))
            return refused('not-visible-yet');
        // A token that may read but not write is told that the address does not exist.
        if (isWrite) {
            const reason = forbiddenReason(said, failed, context);
            const forbidden = error('TOKEN_FORBIDDEN', reason, permissionHint(route));
            // A base tree or parent that was just made is answered in the same way.
            const mayBeObject = /\/git\/(trees|commits)$/.test(route);
            return { kind: mayBeObject ? 'not-visible-yet' : 'final', error: forbidden };
        }
        return { kind: 'not-found', error: error('REPOSITORY_NOT_FOUND') };
    }
    if (status === 409 || status === 422) {
        // Of a tree: "Sorry, your request timed out. It's likely that your input was too large to process."
        if (texts.timedOut.test(message))
            return lost;
        if (texts.tooLarge.test(message))
            return final('NAR_TOO_LARGE');
        if (texts.emptyRepository.test(message))
            return refused('empty-repository');
        if (texts.refMoved.test(message))
            return refused('ref-moved');
        if (texts.refExists.test(message))
            return refused('ref-exists');
        if (texts.refMissing.test(message))
            return refused('ref-missing');
        if (texts.notVisible.test(message))
            return refused('not-visible-yet');
        // 409 without such a text is two requests that met (the contents API says only "Conflict").
        if (status === 409)
            return lost;
    }
    return refused('final');
}
/** Whether GitHub refused something because it does not know an object that it is about. */
function saysMissingObject({ code, reason }) {
    return code === 'GITHUB_REFUSED' && texts.notVisible.test(reason);
}
function isRateLimit({ message, headers }) {
    if (/resource not accessible/i.test(message))
        return false;
    return (headers['retry-after'] !== undefined ||
        texts.secondaryLimit.test(message) ||
        texts.primaryLimit.test(message) ||
        String(headers['x-ratelimit-remaining']) === '0');
}
/** https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
function limited({ headers, message }, { now }, error) {
    const retryAfter = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_1__/* .retryAfterMs */ .V)(headers['retry-after'], now);
    const reset = Number(headers['x-ratelimit-reset'] ?? NaN);
    const isUsedUp = String(headers['x-ratelimit-remaining']) === '0';
    const afterMs = retryAfter ??
        (isUsedUp && reset > 0
            ? // A second more: GitHub's clock and the runner's differ. No more than a year, past which a date may be none.
                Math.min(Math.max(0, reset * 1000 - now), 31_536_000_000) + 1000
            : null);
    const until = afterMs === null ? '' : ` until ${new Date(now + afterMs).toISOString()}`;
    return {
        kind: 'limited',
        afterMs,
        error: error('RATE_LIMITED', `GitHub takes no more requests from this token${until}: ${message}`)
    };
}
/** What a token needs for more than its contents; undefined: the guide says it. */
function permissionHint(route) {
    if (/\/issues(\/\{issue_number\})?$/.test(route)) {
        return 'Give the job `permissions: issues: write` beside `contents: write`; for another repository use a token with “Issues: read and write”.';
    }
    if (/\/check-runs\b/.test(route)) {
        return 'Give the job `permissions: checks: write`; no token but a job’s own or an App’s may make check runs.';
    }
    if (/\/actions\/secrets\b/.test(route)) {
        return 'Give a token with “Secrets: read and write” of an account that administers the repository; a job’s own has no such permission.';
    }
    if (route.endsWith('/pages')) {
        return 'Give a token with “Pages: read and write” and “Administration: read and write”, or switch Pages on in the repository’s settings.';
    }
    if (!/\/(pulls|issues)\b/.test(route))
        return undefined;
    return 'Give the job `permissions: pull-requests: write` beside `contents: write`; for another repository use a token with “Pull requests: read and write”.';
}
function forbiddenReason(said, { headers }, { isForkPullRequest }) {
    const needed = headers['x-accepted-github-permissions'];
    return [
        said,
        ...(needed === undefined ? [] : [`it needs the permission ${needed}`]),
        ...(isForkPullRequest
            ? ['this run is for a pull request from a fork, whose token may only read']
            : [])
    ].join('; ');
}


/***/ }),

/***/ 60021:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ GitHubApi),
  x: () => (/* binding */ perPage)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/repository/github/answers.ts
var answers = __webpack_require__(72433);
;// CONCATENATED MODULE: ./src/repository/github/bounded-fetch.ts
/** Bytes of a refusal that are read: GitHub's has some hundred. */
const largestRefusal = 65_536;
/** Sends one request and lets through so many bytes of the answer's body as it may have, counted as they come out of any compression. */
class BoundedFetch {
    /** The answer had more, and its connection is closed. */
    isExceeded = false;
    fetch;
    constructor(send, most) {
        this.fetch = async (...request) => {
            const response = await send(...request);
            if (response.body === null)
                return response;
            const { status, statusText, headers, ok } = response;
            let left = ok ? most : largestRefusal;
            if (saysLengthWithin(headers, left))
                return response;
            const counted = new TransformStream({
                transform: (chunk, controller) => {
                    left -= chunk.length;
                    if (left >= 0)
                        controller.enqueue(chunk);
                    // What a refusal is about stands at its beginning.
                    else if (!ok)
                        controller.terminate();
                    else {
                        this.isExceeded = true;
                        controller.error(new Error(`the answer has over ${most} bytes`));
                    }
                }
            });
            const body = response.body.pipeThrough(counted);
            return new Response(body, { status, statusText, headers: [...headers] });
        };
    }
}
/** Then no more comes: the client takes so many bytes and no other. What is compressed grows. */
function saysLengthWithin(headers, most) {
    const length = headers.get('content-length');
    return length !== null && !headers.has('content-encoding') && Number(length) <= most;
}

// EXTERNAL MODULE: ./src/repository/github/client.ts
var client = __webpack_require__(7123);
;// CONCATENATED MODULE: ./src/repository/github/content-pace.ts
const minute = 60_000;
/** Requests that create content, as GitHub counts them for one token. To ask on past its limit makes the wait longer. */
class ContentPace {
    #pace;
    #limits;
    /** When each of the last minute was sent. */
    #sent = [];
    constructor(pace, limits) {
        this.#pace = pace;
        this.#limits = limits;
    }
    count(route) {
        if (/^(POST|PUT|PATCH) /.test(route))
            this.#sent.push(this.#pace.now());
    }
    /** Waits until one more is within the limit of a minute. */
    async turn() {
        for (;;) {
            const now = this.#pace.now();
            this.#sent = this.#sent.filter((at) => now - at < minute);
            const blocking = this.#sent.at(-this.#limits.writesPerMinute);
            if (blocking === undefined)
                return;
            await this.#pace.sleep(blocking + minute - now);
        }
    }
}

// EXTERNAL MODULE: ./src/repository/github/graphql.ts
var graphql = __webpack_require__(87335);
;// CONCATENATED MODULE: ./src/repository/github/patience.ts
/** Milliseconds that somebody has waited when he says so, and between two who say it. */
const sayAfter = 10_000;
const sayEvery = 30_000;
/** The budget for trying one request again. */
class Patience {
    #pace;
    #limits;
    #log;
    #outage;
    #start;
    #losses = 0;
    #limited = 0;
    #invisible = 0;
    /** `outage`: when one of all who wait for the same host said so last. */
    constructor(pace, limits, log, outage = { saidAt: -Infinity }) {
        this.#pace = pace;
        this.#limits = limits;
        this.#log = log;
        this.#outage = outage;
        this.#start = pace.now();
    }
    /** Waits as long as `answer` asks for; throws its error when that is more than the budget has. */
    async wait(answer, signal) {
        const { pause, total } = this.#next(answer);
        const now = this.#pace.now();
        const waited = now - this.#start;
        if (waited + pause > total)
            throw answer.error;
        const line = `again in ${(pause / 1000).toFixed(1)} s: ${answer.error.reason}`;
        if (answer.kind === 'limited')
            this.#log.info(line);
        else if (waited + pause >= sayAfter && now - this.#outage.saidAt >= sayEvery) {
            this.#outage.saidAt = now;
            const budget = `for ${Math.round(waited / 1000)} s so far, and no longer than ${Math.round(total / 1000)} s`;
            this.#log.info(`waiting for ${answer.error.subject}, ${budget}; ${line}`);
        }
        else
            this.#log.debug(line);
        await this.#pace.sleep(pause, signal);
    }
    #next(answer) {
        const random = this.#pace.random();
        const { requestTime, visibleTime, requestAttempts } = this.#limits;
        switch (answer.kind) {
            case 'limited': {
                // Without a word from GitHub: "wait for at least one minute", and longer each time.
                const asked = answer.afterMs === null
                    ? 60_000 * 2 ** this.#limited++
                    : // "At once", said again and again, is no pace to go on at.
                        answer.afterMs < 1000
                            ? 1000 * 2 ** this.#limited++
                            : answer.afterMs;
                // All who were stopped at once are let in at once: they spread over some seconds.
                return { pause: asked + random * 3000, total: requestTime };
            }
            case 'lost': {
                if (++this.#losses >= requestAttempts)
                    throw answer.error;
                return {
                    pause: random * Math.min(60_000, 1000 * 2 ** (this.#losses - 1)),
                    total: requestTime
                };
            }
            case 'not-visible-yet': {
                const step = Math.min(8000, 250 * 2 ** this.#invisible++);
                return { pause: step * (0.5 + random / 2), total: visibleTime };
            }
        }
    }
}

// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
;// CONCATENATED MODULE: ./src/repository/github/unreadable.ts


/** `data`: as Octokit gives it, JSON parsed and all else as text. */
function readUnreadable(data, contentType, { issues }) {
    if (typeof data === 'string') {
        const page = webPage(data, contentType);
        if (page !== null)
            return { isLost: false, words: `is ${page}` };
        // Octokit gives what it has of a body that was cut: the request did succeed, its answer is lost.
        if (data === '' || isJson(contentType))
            return { isLost: true, words: 'is not whole' };
        return { isLost: false, words: `is no JSON, but ${(0,harmless/* oneLine */.TN)(contentType ?? 'text', 80)}` };
    }
    if (data instanceof ArrayBuffer) {
        return { isLost: false, words: `is no JSON, but ${(0,harmless/* oneLine */.TN)(contentType ?? 'bytes', 80)}` };
    }
    // Of the right shape, with other content.
    if (issues.every(({ code }) => code === 'custom'))
        return { isLost: true, words: 'is not whole' };
    const fields = [...new Set(issues.map(({ path }) => path.join('.')))].filter((name) => name);
    const isEmpty = typeof data === 'object' && data !== null && Object.keys(data).length === 0;
    const what = isEmpty ? `is \`${JSON.stringify(data)}\`` : 'is of another shape';
    if (fields.length === 0)
        return { isLost: false, words: what };
    const named = (0,src_text/* list */.p_)(fields.slice(0, 3).map((name) => `\`${(0,harmless/* oneLine */.TN)(name, 80)}\``));
    const more = fields.length > 3 ? ` and ${fields.length - 3} more` : '';
    return { isLost: false, words: `${what}: it lacks ${named}${more}, or has something else there` };
}
/** What a body is when it is a page for people: a proxy's, a portal's, a login's; null: it is none. */
function webPage(data, contentType) {
    if (typeof data !== 'string')
        return null;
    const isPage = /\bhtml\b/i.test(contentType ?? '') || /^\s*<(!doctype|html|\?xml)\b/i.test(data);
    if (!isPage)
        return null;
    const title = /<title[^>]*>([^<]{1,200})/i.exec(data)?.[1]?.trim() ?? '';
    return title === '' ? 'a web page' : `a web page (“${(0,harmless/* oneLine */.TN)(title, 80)}”)`;
}
function isJson(contentType) {
    return /\bjson\b/i.test(contentType ?? '');
}

;// CONCATENATED MODULE: ./src/repository/github/api.ts










// The longest that GitHub itself works on a request is 10 s (documented); a large tree may be slow to send.
const requestTimeout = 120_000;
/** Bytes; the largest that is documented is a listing of 7 MB. What holds a file says its own. */
const largestReply = 33_554_432;
/** The most that GitHub gives of a list at once. */
const perPage = 100;
/** One repository's API. Every request is counted, tried again within the limits, and its answer checked. */
class GitHubApi {
    owner;
    repo;
    /** Requests sent, those tried again included. */
    requests = 0;
    apiUrl;
    limits;
    pace;
    log;
    content;
    #connect;
    #client = null;
    #isForkPullRequest;
    /** While GitHub limits the rate, no request goes out before this time: asking on makes it worse. */
    #closed = {
        until: 0,
        answer: null
    };
    /** When somebody who waits said so last. */
    #outage = { saidAt: -Infinity };
    /** Milliseconds so far, and up to when they are counted. */
    #limited = { total: 0, until: 0 };
    constructor(options) {
        this.owner = options.owner;
        this.repo = options.repo;
        this.apiUrl = options.apiUrl;
        this.limits = options.limits;
        this.pace = options.pace;
        this.log = options.log;
        this.content = new ContentPace(options.pace, options.limits);
        this.#isForkPullRequest = options.isForkPullRequest;
        const onRequest = () => {
            this.requests++;
        };
        this.#connect = () => (0,client/* connect */.N)({ token: options.token, apiUrl: options.apiUrl, onRequest });
    }
    get repository() {
        return `${this.owner}/${this.repo}`;
    }
    /** Milliseconds on a clock that stands while GitHub limits the rate: for measuring what work takes. */
    get workingTime() {
        return this.pace.now() - this.#limited.total;
    }
    patience() {
        return new Patience(this.pace, this.limits, this.log, this.#outage);
    }
    /** The data; every other answer is thrown once the budget for trying again is used up. */
    async call(request, shape) {
        const reply = await this.ask(request, shape, []);
        return reply.data;
    }
    /** All that a list has, page by page; it ends after the page with which there are `most`. */
    async callPages(request, item, most = Infinity) {
        const all = [];
        for (let page = 1;; page++) {
            const parameters = { ...request.parameters, per_page: perPage, page };
            const found = await this.call({ ...request, parameters }, schemas/* array */.YOg(item));
            all.push(...found);
            if (found.length < perPage || all.length >= most)
                return all;
        }
    }
    /** The data, or one of the `expected` answers, which then are not tried again here. */
    async ask(request, shape, expected) {
        const patience = this.patience();
        for (;;) {
            const reply = await this.#send(request, shape);
            if (reply.kind === 'done' || isExpected(reply, expected))
                return reply;
            request.signal?.throwIfAborted();
            if (reply.kind === 'limited') {
                const until = this.pace.now() + (reply.afterMs ?? 60_000);
                if (until > this.#closed.until)
                    this.#closed = { until, answer: reply };
            }
            if (reply.kind !== 'limited' && reply.kind !== 'lost' && reply.kind !== 'not-visible-yet') {
                throw reply.error;
            }
            const begin = this.pace.now();
            await patience.wait(reply, request.signal);
            if (reply.kind === 'limited')
                this.#countLimited(begin);
        }
    }
    /** From `begin` till now, without what another request that waited at the same time has counted. */
    #countLimited(begin) {
        const now = this.pace.now();
        this.#limited.total += Math.max(0, now - Math.max(begin, this.#limited.until));
        this.#limited.until = now;
    }
    async #send({ route, parameters, stream, receive, accept, largest = largestReply, signal }, shape) {
        const { until, answer } = this.#closed;
        const closedFor = until - this.pace.now();
        if (answer !== null && closedFor > this.limits.requestTime)
            return { ...answer, afterMs: closedFor };
        if (closedFor > 0) {
            const begin = this.pace.now();
            await this.pace.sleep(closedFor, signal);
            this.#countLimited(begin);
        }
        const body = stream?.();
        const client = await (this.#client ??= this.#connect());
        const bounded = new BoundedFetch(client.fetch, largest);
        const tooLarge = () => this.#invalid(route, `has over ${largest} bytes`);
        this.content.count(route);
        try {
            const response = await client.request(route, {
                owner: this.owner,
                repo: this.repo,
                ...parameters,
                ...(body === undefined ? {} : { data: body.chunks }),
                headers: {
                    ...(accept === undefined ? {} : { accept }),
                    ...(body === undefined
                        ? {}
                        : { 'content-type': body.type ?? 'application/json', 'content-length': body.length })
                },
                request: {
                    fetch: bounded.fetch,
                    // fetch keeps a copy of all that it sends, for a redirect that may come, unless that is an error (undici 6,
                    // httpNetworkOrCacheFetch: 280 MiB cost 400 MB). A stream could not be sent a second time anyhow.
                    ...(body === undefined ? {} : { redirect: 'error' }),
                    parseSuccessResponseBody: receive === undefined,
                    signal: AbortSignal.any([
                        ...(signal === undefined ? [] : [signal]),
                        // A file takes as long as the line does; undici ends it after 5 minutes of silence.
                        ...(body === undefined && accept === undefined
                            ? [AbortSignal.timeout(requestTimeout)]
                            : [])
                    ])
                }
            });
            const received = response.data;
            const refusal = (0,graphql/* graphqlRefusal */.KP)(route, received);
            if (refusal !== null) {
                return this.#read({ route, ...refusal, headers: response.headers, cause: undefined });
            }
            const data = receive === undefined ? received : await receive(received);
            if (bounded.isExceeded)
                return tooLarge();
            const parsed = shape.safeParse(data);
            if (parsed.success)
                return { kind: 'done', data: parsed.data };
            const contentType = response.headers['content-type'];
            const { isLost, words } = accept === undefined
                ? readUnreadable(data, contentType, parsed.error)
                : { isLost: true, words: 'is not whole' };
            if (!isLost)
                return this.#invalid(route, words, parsed.error);
            const message = `the answer to ${route} ${words}`;
            return this.#read({ route, status: null, message, headers: {}, cause: parsed.error });
        }
        catch (thrown) {
            if (bounded.isExceeded)
                return tooLarge();
            return this.#read(failedRequest(route, thrown));
        }
    }
    /** GITHUB_ANSWER_INVALID: the next answer would be the same. `words` ends `the answer to GET …`. */
    #invalid(route, words, cause) {
        const reason = `the answer to ${route} ${words}`;
        return {
            kind: 'final',
            error: new errors/* NarPublishError */.f9({
                code: 'GITHUB_ANSWER_INVALID',
                subject: this.repository,
                reason,
                cause
            })
        };
    }
    #read(failed) {
        return (0,answers/* readAnswer */.J)(failed, {
            repository: this.repository,
            isForkPullRequest: this.#isForkPullRequest,
            now: this.pace.now()
        });
    }
}
function isExpected(answer, expected) {
    return expected.includes(answer.kind);
}
const requestError = schemas/* object */.Ikc({
    status: schemas/* number */.aig(),
    message: schemas/* string */.YjP(),
    response: schemas/* object */.Ikc({
        headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).optional()),
        data: schemas/* unknown */.L5J()
    })
        .optional()
});
/** With words, or only with GitHub's codes: `ReleaseAsset name already_exists`. */
const detailedError = schemas/* object */.Ikc({
    message: schemas/* string */.YjP().optional(),
    resource: schemas/* string */.YjP().optional(),
    field: schemas/* string */.YjP().optional(),
    code: schemas/* string */.YjP().optional()
})
    .transform(({ message, resource, field, code }) => message ?? [resource, field, code].filter((word) => word !== undefined).join(' '));
const errorBody = schemas/* object */.Ikc({
    message: schemas/* string */.YjP(),
    errors: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), detailedError])).catch([])
});
/** What Octokit threw, taken apart. Rethrows what is not about the request: a file that could not be read. */
function failedRequest(route, thrown) {
    const ours = causes(thrown).find((cause) => cause instanceof errors/* NarPublishError */.f9);
    if (ours !== undefined)
        throw ours;
    const error = requestError.safeParse(thrown);
    if (!error.success || error.data.response === undefined) {
        // Octokit gives status 500 to what never got an answer.
        const message = thrown instanceof Error ? thrown.message : String(thrown);
        return { route, status: null, message: `${route}: ${message}`, headers: {}, cause: thrown };
    }
    const { status, response } = error.data;
    const body = errorBody.safeParse(response.data);
    const page = webPage(response.data, response.headers['content-type']?.toString());
    const words = body.success
        ? [body.data.message, ...body.data.errors]
        : [page ?? error.data.message];
    return {
        route,
        status,
        isPage: page !== null,
        message: (0,harmless/* oneLine */.TN)(words.join(': '), 500),
        headers: response.headers,
        cause: thrown
    };
}
function causes(thrown) {
    return thrown instanceof Error ? [thrown, ...causes(thrown.cause)] : [];
}


/***/ }),

/***/ 57433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ uploadFiles),
/* harmony export */   w: () => (/* binding */ uploadBuffer)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70370);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _file_size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28828);
/* harmony import */ var _git_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27067);
/* harmony import */ var _read_chunks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87655);






/** A multiple of 3, so that every chunk but the last is base64 without padding. */
const chunkSize = 3 * 64 * 1024;
/**
 * Four hide the time that GitHub takes to store one while the next is on the line. More would meet its secondary limits sooner
 * (80 content-creating requests a minute, 100 at once for a user or App, whatever else runs under the same token).
 */
const uploadsAtOnce = 4;
const blobReply = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/**
 * Uploads the files and answers repository path → blob. Memory does not grow with them. The first failure ends the others.
 * Throws NAR_TOO_LARGE before anything is sent.
 */
async function uploadFiles(api, files) {
    for (const file of files)
        (0,_file_size_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseForApi */ .EZ)(file, api.limits);
    const unique = [...new Map(files.map((file) => [file.path, file])).values()];
    const total = unique.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_5__/* ["default"] */ .A)(uploadsAtOnce);
    const stop = new AbortController();
    const uploads = unique.map((file) => limit(async () => {
        stop.signal.throwIfAborted();
        const read = () => file.size <= chunkSize ? (0,_read_chunks_js__WEBPACK_IMPORTED_MODULE_3__/* .readWhole */ .o)(file) : (0,_read_chunks_js__WEBPACK_IMPORTED_MODULE_3__/* .readChunks */ .z)(file, chunkSize);
        const source = { ...file, read };
        const sha = await uploadBlob(api, source, stop.signal, (bytes) => {
            done += bytes;
            api.log.progress('Upload', done, total);
        });
        return [file.path, sha];
    }));
    try {
        return new Map(await Promise.all(uploads));
    }
    catch (error) {
        stop.abort(error);
        await Promise.allSettled(uploads);
        throw error;
    }
}
/** A small file that cannot ride in a tree: it is not text, or too long. */
async function uploadBuffer(api, path, content) {
    (0,_file_size_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseForApi */ .EZ)({ path, size: content.length }, api.limits);
    const read = () => content.length <= chunkSize ? content : chunksOf(content);
    const source = { path, size: content.length, read };
    return uploadBlob(api, source, undefined, () => undefined);
}
async function uploadBlob(api, source, signal, onProgress) {
    let expected = '';
    let sent = 0;
    const { sha } = await api.call({
        route: 'POST /repos/{owner}/{repo}/git/blobs',
        stream: () => {
            // What an earlier try sent does not count.
            onProgress(-sent);
            sent = 0;
            return jsonBody(source, {
                onBytes: (bytes) => {
                    sent += bytes;
                    onProgress(bytes);
                },
                onEnd: (sha) => {
                    expected = sha;
                }
            });
        },
        ...(signal === undefined ? {} : { signal })
    }, blobReply);
    if (sha !== expected) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: 'GITHUB_REFUSED',
            subject: source.path,
            reason: `${api.repository} stored it as blob ${sha}, but its bytes are blob ${expected}`
        });
    }
    return sha;
}
/** `{"encoding":"base64","content":"…"}`, made while it is sent where it is long. It never yields an empty chunk: undici waits for ever after one. */
function jsonBody(source, { onBytes, onEnd }) {
    const head = Buffer.from('{"encoding":"base64","content":"');
    const tail = Buffer.from('"}');
    const hasher = (0,_git_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .blobHasher */ .t)(source.size);
    const encode = (chunk) => {
        hasher.update(chunk);
        onBytes(chunk.length);
        return Buffer.from(chunk.toString('base64'), 'latin1');
    };
    const bytes = source.read();
    if (Buffer.isBuffer(bytes)) {
        const chunks = Buffer.concat([head, encode(bytes), tail]);
        onEnd(hasher.digest('hex'));
        return { length: chunks.length, chunks };
    }
    async function* chunks(stream) {
        yield head;
        for await (const chunk of stream)
            yield encode(chunk);
        onEnd(hasher.digest('hex'));
        yield tail;
    }
    const base64Length = Math.ceil(source.size / 3) * 4;
    return { length: head.length + base64Length + tail.length, chunks: chunks(bytes) };
}
async function* chunksOf(content) {
    for (let position = 0; position < content.length; position += chunkSize) {
        yield await Promise.resolve(content.subarray(position, position + chunkSize));
    }
}


/***/ }),

/***/ 71175:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ BranchHead),
/* harmony export */   y: () => (/* binding */ sameState)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31105);


/** Ref reads can be stale for 30 s after a write (observed): an older state is not believed for twice as long. */
const staleFor = 60_000;
/** Between reads that wait for such a state to pass; the first is of a second, each twice the one before. */
const longestPause = 8000;
const commitReply = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    commit: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ tree: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) })
});
/** Where the branch is. Remembers what it has left behind, so that a stale read is not taken for its state. */
class BranchHead {
    branch;
    #api;
    /** State that was left → when it may be believed again. */
    #left = new Map();
    /** What our own update made, until something newer is seen. */
    #made = null;
    constructor(api, branch) {
        this.#api = api;
        this.branch = branch;
    }
    /** Asks GitHub; a state that is known to be past is asked for again, until it may be believed. */
    async read() {
        const { pace } = this.#api;
        for (let pause = 1000;; pause = Math.min(pause * 2, longestPause)) {
            const state = await this.#fetch();
            // What is still there when it may be believed again is no stale read: somebody set the branch back.
            if (this.mayBeAt(state)) {
                this.#made = null;
                return state;
            }
            if (this.#made !== null)
                return this.#made;
            await pace.sleep(pause * (0.5 + pace.random() / 2));
        }
    }
    /** False when the branch is known to have left that state. */
    mayBeAt(state) {
        return (this.#left.get(key(state)) ?? 0) <= this.#api.pace.now();
    }
    /** One look at GitHub: false when the branch is somewhere else. An answer that is known to be stale says nothing. */
    async mayStillBeAt(state) {
        const seen = await this.#fetch();
        return sameState(seen, state) || !this.mayBeAt(seen);
    }
    /** GitHub said that the branch is not at `state` any more. */
    leave(state) {
        this.#left.set(key(state), this.#api.pace.now() + staleFor);
        this.#made = null;
    }
    /** Our update took effect: the answer to it is newer than any read. */
    advance(from, head) {
        this.leave(from);
        this.#made = { kind: 'at', head };
        return this.#made;
    }
    /** Whether the branch at `state` has `commit` in its history. */
    async contains(state, commit) {
        if (state.kind !== 'at')
            return false;
        if (state.head.commit === commit)
            return true;
        return (await (0,_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .relationOf */ .K)(this.#api, commit, state.head.commit)) === 'ahead';
    }
    async #fetch() {
        const reply = await this.#api.ask({
            // Commit and tree in one answer, which GET git/ref does not give; per_page keeps its list of files short.
            route: 'GET /repos/{owner}/{repo}/commits/{ref}',
            parameters: { ref: `heads/${this.branch}`, per_page: 1 }
        }, commitReply, ['ref-missing', 'not-found', 'empty-repository']);
        if (reply.kind === 'done') {
            return { kind: 'at', head: { commit: reply.data.sha, tree: reply.data.commit.tree.sha } };
        }
        return { kind: reply.kind === 'empty-repository' ? 'empty' : 'missing' };
    }
}
function sameState(a, b) {
    return key(a) === key(b);
}
function key(state) {
    return state.kind === 'at' ? state.head.commit : state.kind;
}


/***/ }),

/***/ 6203:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ writeCommit)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

const commitReply = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), author: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish() });
/** Makes a commit that is in no branch yet. */
async function writeCommit(api, { message, tree, parents }) {
    const { sha, author } = await api.call({
        route: 'POST /repos/{owner}/{repo}/git/commits',
        // Without author and committer, so that GitHub signs a bot's commit as verified.
        parameters: { message, tree, parents }
    }, commitReply);
    return { sha, author: author?.name ?? null };
}


/***/ }),

/***/ 31105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ relationOf),
/* harmony export */   k: () => (/* binding */ compareCommits)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/** A branch of ours has one commit for each time that it was brought up to date. */
const mostCommits = 100;
const commitShape = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        tree: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
        author: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish()
    })
})
    .transform(({ sha, commit: { message, tree, author } }) => ({
    sha,
    tree: tree.sha,
    message,
    author: author?.name ?? null
}));
const compareReply = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    total_commits: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    behind_by: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    merge_base_commit: commitShape,
    commits: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(commitShape),
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ filename: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() })).default([])
});
/** What `head` is to `base`; null: their histories have nothing in common. One request. */
async function relationOf(api, base, head) {
    const reply = await api.ask({
        route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
        parameters: { basehead: `${base}...${head}`, per_page: 1 }
    }, zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['ahead', 'behind', 'diverged', 'identical']) }), ['not-found']);
    return reply.kind === 'done' ? reply.data.status : null;
}
/** null: their histories have nothing in common. One request. `base`, `head`: commits that the repository, or its network, has. */
async function compareCommits(api, base, head) {
    const reply = await api.ask({
        route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
        parameters: { basehead: `${base}...${head}`, per_page: mostCommits, page: 1 }
    }, compareReply, ['not-found']);
    if (reply.kind === 'not-found')
        return null;
    const { total_commits, behind_by, merge_base_commit, commits, files } = reply.data;
    return {
        mergeBase: merge_base_commit,
        behindBy: behind_by,
        commits,
        isWhole: commits.length === total_commits,
        files: new Map(files.map(({ filename, sha }) => [filename, sha ?? '']))
    };
}


/***/ }),

/***/ 27067:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ blobHasher),
/* harmony export */   w: () => (/* binding */ blobSha)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** Git's hash of a blob, to be fed with exactly `size` bytes; its hex digest is the object's name. */
function blobHasher(size) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`blob ${size}\0`);
}
function blobSha(content) {
    return blobHasher(content.length).update(content).digest('hex');
}


/***/ }),

/***/ 87335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KP: () => (/* binding */ graphqlRefusal),
/* harmony export */   L4: () => (/* binding */ graphqlRequest)
/* harmony export */ });
/* unused harmony export graphqlAddress */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51616);


/** Where GraphQL is asked: `https://api.github.com/graphql`, and `https://HOST/api/graphql` beside an Enterprise server's `/api/v3`. */
function graphqlAddress(apiUrl) {
    return `${apiUrl.replace(/\/v3$/, '')}/graphql`;
}
function graphqlRequest(apiUrl, query, variables) {
    return {
        route: `POST ${graphqlAddress(apiUrl)}`,
        parameters: {
            data: { query, variables },
            // Older Enterprise servers have updateRefs only for who asks for this.
            mediaType: { previews: ['update-refs'] }
        }
    };
}
const reply = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    errors: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().default('INVALID'), message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().default('') }))
});
/** The status with which the REST API tells the same. */
const statuses = {
    FORBIDDEN: 403,
    INSUFFICIENT_SCOPES: 403,
    NOT_FOUND: 404,
    RATE_LIMITED: 429
};
/** GraphQL refuses with status 200: the refusal as the REST API would have it, or null when `received` is none. */
function graphqlRefusal(route, received) {
    if (!route.endsWith('/graphql'))
        return null;
    const [error] = reply.safeParse(received).data?.errors ?? [];
    if (error === undefined)
        return null;
    const message = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`${error.type}: ${error.message}`, 500);
    return { status: statuses[error.type] ?? 422, message };
}


/***/ }),

/***/ 90682:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ replaceHistory),
/* harmony export */   e: () => (/* binding */ moveFrom)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _branch_head_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71175);
/* harmony import */ var _ref_update_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71361);
/* harmony import */ var _update_refs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91976);




/**
 * Makes the branch point at `commit`, which has no parent, in place of `from`: by force, and only while the branch is at `from`
 * (the REST API cannot say that). Answers false when it has moved. Throws HISTORY_PROTECTED, and what an update throws.
 * `repositoryId`: GraphQL's name of the repository.
 */
async function replaceHistory(api, branch, repositoryId, from, commit) {
    try {
        return await moveFrom(api, branch, repositoryId, { from, to: commit, force: true });
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9) || !isProtection(error))
            throw error;
        const subject = `${api.repository} branch ${JSON.stringify(branch.branch)}`;
        throw error.with({ code: 'HISTORY_PROTECTED', subject, hint: undefined });
    }
}
/**
 * Moves the branch from one commit to another, only while it is at the first. Answers false when it has moved. Throws what an update throws.
 * `repositoryId`: GraphQL's name of the repository; `force` false: the other one comes after it.
 */
async function moveFrom(api, branch, repositoryId, { from, to, force }) {
    const state = { kind: 'at', head: from };
    const move = { branch: branch.branch, from: from.commit, to, force };
    const update = (0,_update_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .conditionalUpdate */ .Q)(api, repositoryId, move);
    const patience = api.patience();
    for (;;) {
        try {
            return await (0,_ref_update_js__WEBPACK_IMPORTED_MODULE_2__/* .updateRef */ .d)(api, branch, state, to, update);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9))
                throw error;
            if (error.code !== 'GITHUB_REFUSED' || isProtection(error))
                throw error;
            // GitHub documents no words for a ref that is not where it was expected: where it is tells.
            const seen = await branch.read();
            if (!(0,_branch_head_js__WEBPACK_IMPORTED_MODULE_1__/* .sameState */ .y)(seen, state)) {
                branch.leave(state);
                return branch.contains(seen, to);
            }
            await patience.wait({ kind: 'not-visible-yet', error });
        }
    }
}
function isProtection({ code, reason }) {
    return code === 'BRANCH_RULE' || (code === 'GITHUB_REFUSED' && /force[- ]push/i.test(reason));
}


/***/ }),

/***/ 63927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ bodyOf),
/* harmony export */   z: () => (/* binding */ readLeadingSha)
/* harmony export */ });
/** A listing begins with the hash of what it lists: `{"sha":"…","url":…,"tree":[…]}`. */
const beginning = /^\s*\{\s*"sha"\s*:\s*"([0-9a-f]{40,64})"/;
const longestBeginning = 200;
/**
 * Of a JSON answer the object with its `sha` alone, when that stands first; the rest is not received, for which the connection is
 * closed. An answer that begins otherwise is read whole. Rejects when it breaks off, or is no JSON. `body`: a stream of bytes, which
 * Octokit does not type.
 */
async function readLeadingSha(body) {
    const decoder = new TextDecoder();
    let text = '';
    let mayBegin = true;
    for await (const chunk of bodyOf(body)) {
        text += decoder.decode(chunk, { stream: true });
        if (!mayBegin)
            continue;
        const sha = beginning.exec(text)?.[1];
        if (sha !== undefined)
            return { sha };
        mayBegin = text.length < longestBeginning;
    }
    return JSON.parse(text + decoder.decode());
}
/** An answer's body, as it comes. */
function bodyOf(body) {
    if (!isStream(body))
        throw new TypeError('the answer is no stream');
    return body;
}
function isStream(body) {
    return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}


/***/ }),

/***/ 92407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fK: () => (/* binding */ fetchTree),
  R8: () => (/* binding */ filesOf),
  Dw: () => (/* binding */ listItems)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/tree-item.ts
var tree_item = __webpack_require__(76944);
// EXTERNAL MODULE: ./src/repository/github/look-up.ts
var look_up = __webpack_require__(64081);
// EXTERNAL MODULE: ./node_modules/@streamparser/json/dist/mjs/index.js + 7 modules
var mjs = __webpack_require__(75497);
// EXTERNAL MODULE: ./src/repository/github/leading-sha.ts
var leading_sha = __webpack_require__(63927);
;// CONCATENATED MODULE: ./src/repository/github/read-tree.ts



/**
 * A listing of a tree, `{"tree":[…],"truncated":…}`: each entry goes to `take` by itself as it comes, and the answer is given with an empty
 * `tree`. As a whole, 20,000 entries would take ten times as much memory as they have text. An answer without entries is given as it is, JSON
 * parsed and all else as text; empty when it was cut. Rejects as the body does. `body`: a stream of bytes, which Octokit does not type.
 */
async function readTree(body, take) {
    const parser = new mjs/* JSONParser */.oj({ paths: ['$.tree.*', '$.truncated'], keepStack: false });
    const state = { isTaken: false, isBroken: false };
    const answer = { tree: [] };
    parser.onValue = ({ value, key, stack }) => {
        if (stack.length < 2)
            answer['truncated'] = value;
        else if (typeof key === 'number') {
            state.isTaken = true;
            take(value);
        }
        else
            state.isBroken = true;
    };
    parser.onError = () => {
        state.isBroken = true;
    };
    // Until the first entry comes.
    const begun = [];
    for await (const chunk of (0,leading_sha/* bodyOf */.E)(body)) {
        if (!state.isTaken)
            begun.push(chunk);
        if (!state.isBroken)
            parser.write(chunk);
    }
    if (state.isTaken)
        return state.isBroken || !parser.isEnded ? '' : answer;
    const text = Buffer.concat(begun).toString();
    return (0,errors/* attempt */.CD)(() => JSON.parse(text), text.trimStart().startsWith('{') ? '' : text);
}

;// CONCATENATED MODULE: ./src/repository/github/list-files.ts






const foldersAtOnce = 8;
const entryShape = schemas/* object */.Ikc({
    path: schemas/* string */.YjP(),
    mode: schemas/* string */.YjP(),
    sha: schemas/* string */.YjP(),
    size: schemas/* number */.aig().optional()
});
/** The files of a listing, links among them. */
function filesOf(items) {
    return new Map([...items].flatMap(([path, { kind, object, size }]) => kind === 'file' || kind === 'link' ? [[path, { blob: object, size }]] : []));
}
/**
 * Everything that a commit has, by its path. One request; for more than 100,000 entries, or 7 MB, one for the root folder and one for
 * each hundred of the others, level by level. Throws GITHUB_REFUSED for a folder that GitHub does not list whole.
 */
async function listItems(api, commit) {
    const whole = await fetchTree(api, commit, { recursive: '1' });
    if (!whole.truncated)
        return whole.items;
    const items = await fetchWhole(api, commit, '');
    for (let level = foldersOf(items); level.length > 0;) {
        const found = new Map();
        for (const [folder, listed] of await listFolders(api, commit, level)) {
            for (const [name, item] of listed)
                found.set(`${folder}/${name}`, item);
        }
        for (const [path, item] of found)
            items.set(path, item);
        level = foldersOf(found);
    }
    return items;
}
function foldersOf(items) {
    return [...items].flatMap(([path, { kind, object }]) => kind === 'folder' ? [[path, object]] : []);
}
/** By the REST API each is a request of its own. */
async function listFolders(api, commit, folders) {
    const asked = new Map(folders.map(([path]) => [path, 'sizes']));
    const looked = await (0,look_up/* lookUp */.T)(api, commit, asked);
    // Each is there: what its folder's listing names.
    if (looked?.size === folders.length) {
        return [...looked].map(([path, { items }]) => [path, items]);
    }
    return (0,p_limit/* default */.A)(foldersAtOnce).map(folders, async ([path, tree]) => {
        return [path, await fetchWhole(api, tree, path)];
    });
}
async function fetchWhole(api, tree, folder) {
    const { items, truncated } = await fetchTree(api, tree);
    if (!truncated)
        return items;
    throw new errors/* NarPublishError */.f9({
        code: 'GITHUB_REFUSED',
        subject: `${api.repository}, folder ${JSON.stringify(folder && `${folder}/`)}`,
        reason: 'GitHub does not list all of its files',
        hint: 'A clone can be read all the same: `nar-publish doctor ./clone`. GitHub advises at most 3,000 files in a folder.'
    });
}
/** `tree`: a tree, or a commit whose root folder is meant. */
function fetchTree(api, tree, query = {}) {
    return api.call({
        route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
        parameters: { tree_sha: tree, ...query },
        receive: readListing
    }, listingShape);
}
/** An entry that is none is left in `tree`. */
async function readListing(body) {
    const items = new Map();
    const invalid = [];
    const answer = await readTree(body, (item) => {
        const { data } = entryShape.safeParse(item);
        if (data === undefined)
            invalid.push(item);
        else
            items.set(data.path, { ...(0,tree_item/* treeItem */.ow)(data.mode, data.sha), size: data.size ?? null });
    });
    const rest = answerShape.safeParse(answer);
    return rest.success ? { ...rest.data, tree: invalid, items } : answer;
}
const answerShape = schemas/* object */.Ikc({ tree: schemas/* array */.YOg(schemas/* unknown */.L5J()), truncated: schemas/* boolean */.zMY() });
const listingShape = answerShape.extend({
    tree: schemas/* array */.YOg(entryShape),
    items: schemas/* custom */.IeY()
});


/***/ }),

/***/ 64081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ pathsAtOnce),
/* harmony export */   T: () => (/* binding */ lookUp)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70370);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _tree_item_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76944);
/* harmony import */ var _git_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27067);
/* harmony import */ var _graphql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87335);






/** Paths that one request asks for. */
const pathsAtOnce = 100;
const requestsAtOnce = 4;
/** What is asked of a path beside whether it is there: nothing, a folder's items (which an older server gives without sizes), a file's text. */
const selections = {
    name: '',
    items: ' ... on Tree { entries { name mode oid } }',
    sizes: ' ... on Tree { entries { name mode oid size } }',
    text: ' ... on Blob { text }'
};
const objectShape = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    __typename: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    oid: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    // null is no folder without items: it was too much for the server.
    entries: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), mode: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(), oid: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), size: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().optional() }))
        .optional(),
    text: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish()
});
const reply = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        repository: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), objectShape.nullable())
            // Of a commit that was just made there may be nothing yet; the same question is answered later.
            .refine(({ commit }) => commit?.__typename !== undefined)
    })
});
const modes = { Tree: '040000', Commit: '160000' };
/**
 * What a commit has at these paths, by GraphQL; one that is left out is not there. The REST API would take a request for each, or list the whole
 * store. A link and a program are not told from a file: their folder's items tell. null when a server, a proxy or a token is one that GraphQL is
 * not for, which is found out once, or it was too much at once: a listing tells as well.
 */
async function lookUp(api, commit, paths) {
    if (refusing.has(api))
        return null;
    const all = [...paths];
    const chunks = Array.from({ length: Math.ceil(all.length / pathsAtOnce) }, (_, index) => all.slice(index * pathsAtOnce, (index + 1) * pathsAtOnce));
    try {
        const found = await (0,p_limit__WEBPACK_IMPORTED_MODULE_5__/* ["default"] */ .A)(requestsAtOnce).map(chunks, (chunk) => ask(api, commit, chunk));
        return new Map(found.flat());
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9) || !refusals.includes(error.code))
            throw error;
        if (!passing.includes(error.code))
            refusing.add(api);
        return null;
    }
}
const refusing = new WeakSet();
/** Of these the next question may be answered. */
const passing = ['GITHUB_ANSWER_INVALID', 'GITHUB_UNAVAILABLE'];
const refusals = [
    'TOKEN_FORBIDDEN',
    'TOKEN_REJECTED',
    'GITHUB_ANSWER_INVALID',
    'GITHUB_REFUSED',
    'GITHUB_UNAVAILABLE'
];
async function ask(api, commit, asked) {
    const variables = Object.fromEntries(asked.map(([path], index) => [`at${index}`, `${commit}:${path}`]));
    const { data } = await api.call((0,_graphql_js__WEBPACK_IMPORTED_MODULE_3__/* .graphqlRequest */ .L4)(api.apiUrl, queryFor(asked.map(([, wanted]) => wanted)), {
        ...{ owner: api.owner, name: api.repo, commit },
        ...variables
    }), reply);
    return asked.flatMap(([path], index) => {
        const object = data.repository[`at${index}`];
        if (!object)
            return [];
        const item = (0,_tree_item_js__WEBPACK_IMPORTED_MODULE_1__/* .treeItem */ .ow)(modes[object.__typename] ?? '100644', object.oid);
        const items = (object.entries ?? []).map(({ name, mode, oid, size }) => {
            return [name, { ...(0,_tree_item_js__WEBPACK_IMPORTED_MODULE_1__/* .treeItem */ .ow)(mode.toString(8), oid), size: size ?? null }];
        });
        const text = Buffer.from(object.text ?? '');
        const content = (0,_git_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .blobSha */ .w)(text) === object.oid ? text : null;
        return [[path, { item, items: new Map(items), content }]];
    });
}
function queryFor(wanted) {
    const variables = wanted.map((_, index) => `, $at${index}: String!`).join('');
    const fields = wanted.map((one, index) => `at${index}: object(expression: $at${index}) { __typename oid${selections[one]} }`);
    return `query ($owner: String!, $name: String!, $commit: String!${variables}) {
  repository(owner: $owner, name: $name) { commit: object(expression: $commit) { __typename oid } ${fields.join(' ')} }
}`;
}


/***/ }),

/***/ 87655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ readWhole),
/* harmony export */   z: () => (/* binding */ readChunks)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);



/**
 * A packed file's bytes, `chunkSize` at a time and never an empty chunk. Each is good until the next is asked for: one buffer
 * serves them all. Throws INTERNAL for a file that is gone or has become shorter.
 */
async function* readChunks({ path, diskPath, size }, chunkSize) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(diskPath).catch((cause) => {
        throw unreadable(path, cause);
    });
    try {
        const buffer = Buffer.allocUnsafe(Math.min(chunkSize, size));
        for (let position = 0; position < size; position += chunkSize) {
            const chunk = buffer.subarray(0, Math.min(chunkSize, size - position));
            for (let filled = 0; filled < chunk.length;) {
                const { bytesRead } = await file.read(chunk, filled, chunk.length - filled, position + filled);
                if (bytesRead === 0)
                    throw unreadable(path, new Error('it has become shorter'));
                filled += bytesRead;
            }
            yield chunk;
        }
    }
    finally {
        await file.close();
    }
}
/** All of a small one, before a thread would have been asked for it. Throws as `readChunks` does. */
function readWhole({ path, diskPath, size }) {
    let bytes;
    try {
        bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(diskPath);
    }
    catch (cause) {
        throw unreadable(path, cause);
    }
    if (bytes.length < size)
        throw unreadable(path, new Error('it has become shorter'));
    return bytes.subarray(0, size);
}
function unreadable(path, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NarPublishError */ .f9({
        code: 'INTERNAL',
        subject: path,
        reason: `the packed file cannot be read again: ${cause instanceof Error ? cause.message : String(cause)}`,
        cause
    });
}


/***/ }),

/***/ 71361:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ updateRequest),
/* harmony export */   d: () => (/* binding */ updateRef)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _branch_head_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71175);


/**
 * Makes the branch point at `commit`, whose parent is `from`; never by force, unless `update` does. Answers false when the branch
 * has moved. An update whose answer was lost counts when the commit turns out to be in the branch.
 */
async function updateRef(api, branch, from, commit, { shape, ...request } = updateRequest(branch.branch, from, commit)) {
    const patience = api.patience();
    let mayHaveLanded = false;
    for (;;) {
        const reply = await api.ask(request, shape, ['lost', 'ref-moved', 'ref-exists', 'ref-missing']);
        if (reply.kind === 'done')
            return true;
        if (reply.kind === 'lost') {
            mayHaveLanded = true;
            await patience.wait(reply);
        }
        else {
            branch.leave(from);
            // Where it is instead is read after the pause that follows: by then it may have moved again.
            if (!mayHaveLanded)
                return false;
        }
        const state = await branch.read();
        if (await branch.contains(state, commit))
            return true;
        // Lost and still where it was: either it never arrived, or the read is stale; sending it again is safe in both cases.
        if (reply.kind !== 'lost' || !(0,_branch_head_js__WEBPACK_IMPORTED_MODULE_0__/* .sameState */ .y)(state, from))
            return false;
    }
}
/** From where the branch is, or to make it; by no force. */
function updateRequest(branch, from, sha) {
    const shape = zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J();
    return from.kind === 'at'
        ? {
            route: 'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
            parameters: { ref: `heads/${branch}`, sha, force: false },
            shape
        }
        : {
            route: 'POST /repos/{owner}/{repo}/git/refs',
            parameters: { ref: `refs/heads/${branch}`, sha },
            shape
        };
}


/***/ }),

/***/ 24282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusalOf),
/* harmony export */   r: () => (/* binding */ proposalRefusal)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);



/**
 * Asks, before any work is done, whether GitHub would refuse a commit: what it says then, or null. Two requests, and one for each
 * ruleset that speaks against it. A refusal is certain:
 *
 * - TOKEN_FORBIDDEN, REPOSITORY_READ_ONLY: an empty blob, which is the first thing that a commit sends, was refused. What GitHub says of
 *   the repository (`permissions`) is no answer: for an App's token, and so for a job's own, it is not what the token may do.
 * - BRANCH_RULE: a rule of the branch that no direct commit meets, and of whose ruleset GitHub says that who asks can never bypass it;
 *   HISTORY_PROTECTED when it is that against force alone.
 *
 * What is doubtful is a warning, and no answer at all is none: the commit itself will tell.
 */
async function refusalOf(api, meant, token) {
    return (await writeRefusal(api)) ?? ruleRefusal(api, meant, token);
}
const noAnswer = [
    'final',
    'lost',
    'limited',
    'not-found',
    'empty-repository',
    'not-visible-yet'
];
/** What lacks a permission is told so before anything else is looked at. */
async function writeRefusal(api) {
    const reply = await api.ask({
        route: 'POST /repos/{owner}/{repo}/git/blobs',
        parameters: { content: '', encoding: 'utf-8' }
    }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(), noAnswer);
    return reply.kind === 'final' ? certain(reply.error) : null;
}
function certain(error) {
    const isCertain = ['TOKEN_FORBIDDEN', 'TOKEN_REJECTED', 'REPOSITORY_READ_ONLY'];
    return isCertain.includes(error.code) ? error : null;
}
/** https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch */
const rulesReply = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    ruleset_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional(),
    ruleset_source_type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional()
}));
/** What no new commit meets that is put on the branch directly. */
const refusing = ['update', 'pull_request', 'merge_queue', 'required_status_checks'];
const againstForce = 'non_fast_forward';
/** What a commit of ours meets, or does not do. */
const harmless = [
    ...['deletion', againstForce, 'required_linear_history', 'branch_name_pattern'],
    'copilot_code_review'
];
async function ruleRefusal(api, { branch, isThere, replacesHistory = false }, token) {
    const refused = [...refusing, ...(replacesHistory ? [againstForce] : [])];
    const reply = await api.ask({ route: 'GET /repos/{owner}/{repo}/rules/branches/{branch}', parameters: { branch } }, rulesReply, noAnswer);
    // An older Enterprise server has no such address.
    if (reply.kind !== 'done')
        return null;
    const against = reply.data.filter(({ type }) => 
    // Whether a rule about updates counts for a branch that is made is not documented.
    isThere === true ? refused.includes(type) : type === 'creation' && isThere === false);
    const bypass = await bypassOf(api, against);
    const open = reply.data.filter((rule) => bypass.get(rule) !== 'always');
    const certainly = open.filter((rule) => bypass.get(rule) === 'never');
    // GitHub says it of "the user making the request": whether an App that is let past the rule counts as one is not documented.
    const isApp = token.startsWith('ghs_');
    if (certainly.length > 0 && !isApp) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
            code: certainly.every(({ type }) => type === againstForce)
                ? 'HISTORY_PROTECTED'
                : 'BRANCH_RULE',
            subject: api.repository,
            reason: `branch ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(branch)} is under ${rules(certainly)}, and GitHub says that the token’s owner cannot bypass ${certainly.length === 1 ? 'it' : 'them'}`
        });
    }
    const doubtful = open.filter(({ type }) => (refused.includes(type) || !harmless.includes(type)) &&
        (type === 'creation' ? isThere !== true : type !== 'update' || isThere === true));
    if (doubtful.length > 0) {
        api.log.warning(`Branch ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(branch)} of ${api.repository} is under ${rules(doubtful)}, which may refuse the commit (BRANCH_RULE): let the token’s owner bypass the ruleset, or choose another branch.`);
    }
    return null;
}
/** How far who asks can bypass the rulesets of some rules, where GitHub says so. */
async function bypassOf(api, rulesAgainst) {
    const known = new Map();
    for (const { ruleset_id: id } of rulesAgainst) {
        if (id === undefined || known.has(id))
            continue;
        const reply = await api.ask({
            route: 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}',
            parameters: { ruleset_id: id, includes_parents: true }
        }, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ current_user_can_bypass: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional() }), noAnswer);
        const said = reply.kind === 'done' ? reply.data.current_user_can_bypass : undefined;
        const isPast = said === 'always' || said === 'exempt';
        // Only in pull requests is never for a commit.
        const isKept = said === 'never' || said === 'pull_requests_only';
        known.set(id, isPast ? 'always' : isKept ? 'never' : 'unknown');
    }
    return new Map(rulesAgainst.map((rule) => [rule, known.get(rule.ruleset_id ?? 0) ?? 'unknown']));
}
function rules(found) {
    const names = [...new Set(found.map(({ type }) => `\`${type.slice(0, 60)}\``))];
    return `${names.length === 1 ? 'the rule' : 'the rules'} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(names)}`;
}
/** Asks the same about opening a pull request into `base`, by one between a branch and itself, which can never be. Only a refusal tells anything. */
async function proposalRefusal(api, base) {
    const reply = await api.ask({
        route: 'POST /repos/{owner}/{repo}/pulls',
        parameters: { title: 'nar-publish asks whether it may', head: base, base }
    }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(), [...noAnswer, 'exists']);
    if (reply.kind !== 'final')
        return null;
    return reply.error.code === 'PULL_REQUESTS_FORBIDDEN' ? reply.error : certain(reply.error);
}


/***/ }),

/***/ 14073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h9: () => (/* binding */ Releases),
  wP: () => (/* binding */ assetShape),
  D1: () => (/* binding */ largestReleases),
  rl: () => (/* binding */ numberOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/repository/github/release-names.ts
/** How the releases that hold large NARs are called, so that people who meet them know what they are. */
const tagPattern = /^nar-publish-store-([1-9]\d{0,8})$/;
function releaseTag(number) {
    return `nar-publish-store-${number}`;
}
/** The number in a tag of ours; null for any other tag. */
function releaseNumber(tag) {
    const digits = tagPattern.exec(tag)?.[1];
    return digits === undefined ? null : Number(digits);
}
function releaseTitle(number) {
    return `Nix store: large NARs (${number})`;
}
/** `nonce` tells this draft from others when the answer that names it was lost. */
function releaseBody(nonce) {
    return [
        'Files of this repository’s Nix binary cache that are kept out of its branch: too large for Git, or for all who clone it.',
        '',
        'The cache’s `.narinfo` files name them in their `URL:` lines, and Nix downloads them from here: nobody needs to do it by hand.',
        'Deleting one takes its store path out of the cache. This is not a version of anything.',
        '',
        releaseMark(nonce)
    ].join('\n');
}
function releaseMark(nonce) {
    return `<!-- nar-publish ${nonce} -->`;
}
/** What the tag of such a release points at, instead of a state of the cache. */
const tagReadme = `# Nix store: large NARs

This tag belongs to a release that holds files of this repository’s Nix binary cache which are kept out of Git. It points at
a commit of its own, so that it keeps nothing of the cache’s history alive.
`;

;// CONCATENATED MODULE: ./src/repository/github/releases.ts




const assetShape = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    name: schemas/* string */.YjP(),
    /** `uploaded`; `starter` or `open` while its bytes are not all there. */
    state: schemas/* string */.YjP(),
    /** bytes */
    size: schemas/* number */.aig(),
    /** `sha256:<hex>`; an older GitHub Enterprise Server does not say. */
    digest: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP(),
    browser_download_url: schemas/* string */.YjP()
});
const releaseShape = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    tag_name: schemas/* string */.YjP(),
    draft: schemas/* boolean */.zMY(),
    /** Published, and never to be changed again. */
    immutable: schemas/* boolean */.zMY().default(false),
    upload_url: schemas/* string */.YjP(),
    created_at: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    assets: schemas/* array */.YOg(assetShape)
});
/** Bytes of a page of the list: 100 releases with 1,000 assets each, of which GitHub says some 2 KB. */
const largestReleases = 268_435_456;
const shaReply = schemas/* object */.Ikc({ sha: schemas/* string */.YjP() });
/** A repository's releases of large NARs. Every call is safe to repeat: a reply that was lost is looked up first. */
class Releases {
    #api;
    /** The commit that tags point at, once it was made. */
    #tagCommit = null;
    constructor(api) {
        this.#api = api;
    }
    /** Ours, drafts included, by number. */
    async list() {
        const all = await this.#api.callPages({ route: 'GET /repos/{owner}/{repo}/releases', largest: largestReleases }, releaseShape);
        return all
            .filter(({ tag_name }) => releaseNumber(tag_name) !== null)
            .sort((a, b) => numberOf(a) - numberOf(b));
    }
    /**
     * A draft under the first free number from `number` on; nobody but those who may write sees it. Its tag is made first: of two
     * who want the same number, one gets it.
     */
    async draft(number) {
        const nonce = (0,external_node_crypto_.randomUUID)();
        const patience = this.#api.patience();
        let claimed = await this.#claimTag(number);
        for (;;) {
            const reply = await this.#ask({
                route: 'POST /repos/{owner}/{repo}/releases',
                parameters: {
                    tag_name: releaseTag(claimed),
                    name: releaseTitle(claimed),
                    body: releaseBody(nonce),
                    draft: true,
                    ...neverLatest
                }
            }, releaseShape, 
            // The latter two: a tag that another release has, or that an immutable one had.
            ['lost', 'exists', 'closed']);
            if (reply.kind === 'done')
                return reply.data;
            if (reply.kind === 'lost') {
                await patience.wait(reply);
                const made = (await this.list()).find(({ body }) => body?.includes(releaseMark(nonce)));
                if (made !== undefined)
                    return made;
            }
            else {
                claimed = await this.#claimTag(claimed + 1);
            }
        }
    }
    /**
     * Makes a draft public. Somebody else may have done so meanwhile: then nothing is changed, least of all its tag, which is part of
     * addresses from then on.
     */
    async publish(draft) {
        const patience = this.#api.patience();
        for (let changes = { draft: false };;) {
            const reply = await this.#update(draft.id, changes);
            if (reply.kind === 'done')
                return reply.data;
            if (reply.kind === 'lost')
                await patience.wait(reply);
            const now = await this.#api.call({
                route: 'GET /repos/{owner}/{repo}/releases/{release_id}',
                parameters: { release_id: draft.id }
            }, releaseShape);
            if (!now.draft)
                return now;
            if (reply.kind === 'exists' || reply.kind === 'closed') {
                const number = await this.#claimTag(numberOf(now) + 1);
                changes = { tag_name: releaseTag(number), name: releaseTitle(number), draft: false };
            }
        }
    }
    /** All assets of a release; its own `assets` may be a first part of them. */
    async assets({ id }) {
        return this.#api.callPages({
            route: 'GET /repos/{owner}/{repo}/releases/{release_id}/assets',
            parameters: { release_id: id }
        }, assetShape);
    }
    async asset(id) {
        return this.#api.call({
            route: 'GET /repos/{owner}/{repo}/releases/assets/{asset_id}',
            parameters: { asset_id: id }
        }, assetShape);
    }
    /** `closed`: the release is immutable. One that is gone already counts as deleted. */
    async deleteAsset(id) {
        const reply = await this.#api.ask({
            route: 'DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}',
            parameters: { asset_id: id }
        }, schemas/* unknown */.L5J(), ['closed', 'not-found']);
        return reply.kind === 'closed' ? 'closed' : 'deleted';
    }
    #update(id, changes) {
        return this.#ask({
            route: 'PATCH /repos/{owner}/{repo}/releases/{release_id}',
            parameters: { release_id: id, ...changes, ...neverLatest }
        }, releaseShape, 
        // `closed`: an immutable release had the tag, or this is one, as somebody else has published it.
        ['lost', 'exists', 'closed']);
    }
    /**
     * Makes the first free tag from `number` on, at a commit without parents: a tag at the branch would keep the cache's history
     * alive when `prune` squashes it.
     */
    async #claimTag(number) {
        const sha = (this.#tagCommit ??= await this.#makeTagCommit());
        const patience = this.#api.patience();
        for (let mayBeOurs = false;;) {
            const reply = await this.#ask({
                route: 'POST /repos/{owner}/{repo}/git/refs',
                parameters: { ref: `refs/tags/${releaseTag(number)}`, sha }
            }, schemas/* unknown */.L5J(), ['lost', 'ref-exists']);
            if (reply.kind === 'done')
                return number;
            if (reply.kind === 'lost') {
                mayBeOurs = true;
                await patience.wait(reply);
            }
            else {
                if (mayBeOurs && (await this.#tagTarget(number)) === sha)
                    return number;
                number++;
                mayBeOurs = false;
            }
        }
    }
    /** A rule that refuses one of these is about tags: another branch is no way on. */
    async #ask(request, shape, expected) {
        try {
            return await this.#api.ask(request, shape, expected);
        }
        catch (error) {
            if (!(error instanceof errors/* NarPublishError */.f9) || error.code !== 'BRANCH_RULE')
                throw error;
            throw error.with({
                reason: `a rule about tags refuses the release of large NARs: ${error.reason}`,
                hint: `Leave tags \`${releaseTag(1).replace(/\d+$/, '*')}\` out of the ruleset, let the token’s owner bypass it, or keep NARs in the branch with \`release-above: 100 MiB\`.`
            });
        }
    }
    async #tagTarget(number) {
        const { object } = await this.#api.call({
            route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
            parameters: { ref: `tags/${releaseTag(number)}` }
        }, schemas/* object */.Ikc({ object: shaReply }));
        return object.sha;
    }
    async #makeTagCommit() {
        const tree = await this.#api.call({
            route: 'POST /repos/{owner}/{repo}/git/trees',
            parameters: {
                tree: [{ path: 'README.md', mode: '100644', type: 'blob', content: tagReadme }]
            }
        }, shaReply);
        const commit = await this.#api.call({
            route: 'POST /repos/{owner}/{repo}/git/commits',
            parameters: { message: 'Nix store: large NARs', tree: tree.sha, parents: [] }
        }, shaReply);
        return commit.sha;
    }
}
/** A repository's latest release is a version of what it makes, and this is none. */
const neverLatest = { prerelease: true, make_latest: 'false' };
function numberOf(release) {
    return releaseNumber(release.tag_name) ?? 0;
}


/***/ }),

/***/ 40033:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TreeReader)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var _bodies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85367);
/* harmony import */ var _git_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27067);
/* harmony import */ var _list_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92407);




const blobReply = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ content: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), encoding: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('base64') })
    .transform(({ content }) => Buffer.from(content, 'base64'));
/** Each publish reads files of this folder and of one below it: both are listed by one request. */
const wholeFolder = 'catalogue';
/** The folders of one commit, each asked for at most once. */
class TreeReader {
    #api;
    #commit;
    #rootTree;
    #listings = new Map();
    constructor(api, commit, rootTree) {
        this.#api = api;
        this.#commit = commit;
        this.#rootTree = rootTree;
    }
    /** Whether looking at the root folder costs no request. */
    get isRootKnown() {
        return this.#listings.has(this.#rootTree);
    }
    /** What the root folder has, by name; `isWhole` false: GitHub lists it only in part. */
    async root() {
        const { items, truncated } = await this.#list(this.#rootTree);
        return { items, isWhole: !truncated };
    }
    async find(path) {
        const item = await this.#walk(path, (tree, folder) => this.#list(tree, folder));
        if (typeof item === 'string')
            return { kind: item };
        const mode = blobMode(item);
        return mode === null ? { kind: 'absent' } : { kind: 'blob', sha: item.object, mode };
    }
    /** What is at a path, be it a file or not, as far as listings tell that are here already. */
    peek(path) {
        return this.#walk(path, (tree) => this.#listings.get(tree));
    }
    async #walk(path, list) {
        const names = path.split('/');
        let tree = this.#rootTree;
        for (const [depth, name] of names.entries()) {
            const folder = names.slice(0, depth).join('/');
            const listing = await list(tree, folder);
            if (listing === undefined)
                return 'unknown';
            const isLast = depth === names.length - 1 || folder === wholeFolder;
            const item = listing.items.get(isLast ? names.slice(depth).join('/') : name);
            if (item === undefined)
                return listing.truncated ? 'unknown' : 'absent';
            if (isLast)
                return item;
            if (item.kind !== 'folder')
                return 'absent';
            tree = item.object;
        }
        return 'absent';
    }
    /** A file that no listing shows, by its path: for folders whose listing is cut. */
    async findByPath(path) {
        const reply = await this.#api.ask({
            route: 'GET /repos/{owner}/{repo}/contents/{path}',
            parameters: { path, ref: this.#commit }
        }, zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), sha: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }), zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J())]), ['not-found']);
        if (reply.kind === 'not-found' || Array.isArray(reply.data))
            return { kind: 'absent' };
        const { type, sha } = reply.data;
        return type === 'file' ? { kind: 'blob', sha, mode: null } : { kind: 'absent' };
    }
    /** `path`: says how large it can be. */
    async readBlob(sha, path) {
        // As JSON: Octokit would decode the raw media type as text, and lose what is not UTF-8.
        return this.#api.call({
            route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
            parameters: { file_sha: sha },
            // Base64 in lines of 60, and what says so.
            largest: Math.ceil((0,_bodies_js__WEBPACK_IMPORTED_MODULE_0__/* .largestText */ .io)(path) * 1.4) + 65_536
        }, blobReply.refine((content) => (0,_git_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .blobSha */ .w)(content) === sha));
    }
    #list(tree, folder = '') {
        const known = this.#listings.get(tree);
        if (known !== undefined)
            return known;
        const listing = (0,_list_files_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchTree */ .fK)(this.#api, tree, folder === wholeFolder ? { recursive: '1' } : {});
        this.#listings.set(tree, listing);
        return listing;
    }
}
/** null: it is no blob. */
function blobMode({ kind, isExecutable }) {
    if (kind === 'file')
        return isExecutable ? '100755' : '100644';
    return kind === 'link' ? '120000' : null;
}


/***/ }),

/***/ 88658:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WM: () => (/* binding */ writeTree),
/* harmony export */   hV: () => (/* binding */ writeFiles)
/* harmony export */ });
/* unused harmony export chunkEntries */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3546);
/* harmony import */ var _leading_sha_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63927);
/* harmony import */ var _blob_upload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57433);
/* harmony import */ var _git_objects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27067);






const treeReply = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/** Makes the tree that has `change` on top of `baseTree` (null: nothing but the change) and answers its hash. */
async function writeTree(api, baseTree, change, { largeBlobs, executable, known }) {
    const modeOf = (path) => (executable.has(path) ? '100755' : '100644');
    const entries = change.largeFiles.map(({ path }) => {
        const sha = largeBlobs.get(path);
        if (sha === undefined)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .internalError */ .WB)(path, 'it is in the change, but was not uploaded');
        return { path, mode: modeOf(path), type: 'blob', sha };
    });
    for (const [path, content] of change.files) {
        entries.push(await fileEntry(api, { path, mode: modeOf(path), content }, known));
    }
    for (const path of change.deletedFiles ?? []) {
        entries.push({ path, mode: '100644', type: 'blob', sha: null });
    }
    return postEntries(api, baseTree, entries);
}
/** Makes the tree that has these files on top of `baseTree`, each with its mode, and answers its hash. */
async function writeFiles(api, baseTree, files) {
    const known = new Set();
    const entries = [];
    for (const file of files)
        entries.push(await fileEntry(api, file, known));
    return postEntries(api, baseTree, entries);
}
async function fileEntry(api, { path, mode, content }, known) {
    const text = inlineText(content);
    const entry = { path, mode, type: 'blob' };
    return text === null
        ? { ...entry, sha: await blobOf(api, path, content, known) }
        : { ...entry, content: text };
}
async function postEntries(api, baseTree, entries) {
    let tree = baseTree;
    for (const chunk of chunkEntries(entries)) {
        const reply = await api.call({
            route: 'POST /repos/{owner}/{repo}/git/trees',
            // An empty base_tree is an error, so is null: it is left out.
            parameters: { ...(tree === null ? {} : { base_tree: tree }), tree: chunk },
            // GitHub answers with the whole root folder: some 300 bytes for each narinfo of the store.
            receive: _leading_sha_js__WEBPACK_IMPORTED_MODULE_5__/* .readLeadingSha */ .z
        }, treeReply);
        tree = reply.sha;
    }
    if (tree === null)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .internalError */ .WB)('commit', 'the change for a new branch has no files');
    return tree;
}
async function blobOf(api, path, content, known) {
    const sha = (0,_git_objects_js__WEBPACK_IMPORTED_MODULE_3__/* .blobSha */ .w)(content);
    if (!known.has(sha))
        known.add(await (0,_blob_upload_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadBuffer */ .w)(api, path, content));
    return sha;
}
/** The text whose UTF-8 is exactly `content`, or null when there is none, or none that is safe in a JSON string of a tree. */
function inlineText(content) {
    if (content.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultLimits */ .M.longestTreeText || content.includes(0))
        return null;
    // ignoreBOM: the mark is part of the file and must not be dropped.
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => decoder.decode(content), null);
}
/** In order, nothing dropped; each chunk within both limits, unless a single entry is longer. */
function chunkEntries(entries) {
    const chunks = [];
    let chunk = [];
    let bytes = 0;
    for (const entry of entries) {
        const size = Buffer.byteLength(JSON.stringify(entry));
        if (chunk.length > 0 &&
            (chunk.length === _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultLimits */ .M.treeEntries || bytes + size > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultLimits */ .M.treeBody)) {
            chunks.push(chunk);
            chunk = [];
            bytes = 0;
        }
        chunk.push(entry);
        bytes += size;
    }
    return chunk.length > 0 ? [...chunks, chunk] : chunks;
}


/***/ }),

/***/ 91976:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ conditionalUpdate)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _graphql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87335);


const mutation = `mutation ($repository: ID!, $updates: [RefUpdate!]!) {
  updateRefs(input: { repositoryId: $repository, refUpdates: $updates }) { clientMutationId }
}`;
/** An answer without it is no answer. */
const mutationReply = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ updateRefs: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({}) }) });
/**
 * A move of a branch that happens only while it is where it is expected, which the REST API cannot say. `repositoryId`: GraphQL's name of
 * the repository. https://docs.github.com/en/graphql/reference/git#updaterefs
 */
function conditionalUpdate({ apiUrl }, repositoryId, { branch, from, to, force = true }) {
    const update = {
        name: `refs/heads/${branch}`,
        beforeOid: from,
        afterOid: to ?? '0'.repeat(from.length),
        force
    };
    const variables = { repository: repositoryId, updates: [update] };
    return { ...(0,_graphql_js__WEBPACK_IMPORTED_MODULE_0__/* .graphqlRequest */ .L4)(apiUrl, mutation, variables), shape: mutationReply };
}


/***/ }),

/***/ 1956:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w0: () => (/* binding */ isHalt),
  ob: () => (/* binding */ land),
  Mv: () => (/* binding */ landChange)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/refuse-taken.ts
var refuse_taken = __webpack_require__(10380);
;// CONCATENATED MODULE: ./src/repository/turns.ts
/** What one round (compose, tree, commit, ref) takes at least, in milliseconds, whatever was measured. */
const shortestRound = 50;
/** A pause, in milliseconds, is drawn from a window of at most so much. */
const longestWindow = 120_000;
/** The window after the first loss, in rounds; each further loss doubles it, up to the largest. */
const firstWindow = 8;
const largestWindow = 64;
/**
 * When a publisher that lost the race for a branch tries again: at a moment drawn from a window that is measured in rounds of its
 * own, 8 after the first loss, then 16, 32, 64.
 *
 * Of rounds that overlap only the first to end lands, so with n publishers spread over w rounds one lands for 1 + n/w rounds of theirs. The window
 * has to reach n quickly, as each step costs everybody a round, and must not grow far beyond, as the last ones wait for its end. A simulation
 * (turns.test.ts) has the figures: starting at 2 costs 64 publishers half as many rounds again, going on beyond 64 twice the time, and to ask
 * how far the branch moved meanwhile (one more request) saves nothing.
 */
class Turns {
    #random;
    #losses = 0;
    /** The shortest so far: faults and limits that met a longer one say nothing of the others'. */
    #roundMs = Infinity;
    /** `random`: from 0 up to, not including, 1. */
    constructor(random) {
        this.#random = random;
    }
    /** Milliseconds to wait after a round that took `roundMs` and was lost. */
    pauseAfterLoss(roundMs) {
        this.#roundMs = Math.max(shortestRound, Math.min(this.#roundMs, roundMs));
        const rounds = Math.min(largestWindow, firstWindow * 2 ** this.#losses++);
        return this.#random() * Math.min(longestWindow, rounds * this.#roundMs);
    }
}

;// CONCATENATED MODULE: ./src/repository/landing.ts



/**
 * Goes round until something has landed on the branch: a try for the state that it is in, and, when somebody else was quicker, a pause, a
 * look where it is, and another try. `start`: where it was when last looked at. `tryOnce` answers null when the branch had moved.
 * `again` ends the log's line on another round, after a pause of so many milliseconds. Throws HEAD_MOVED, and what `tryOnce` throws.
 */
async function land({ branch, read, host, whyLost }, start, tryOnce, again = (round, pause) => `round ${round} in ${(pause / 1000).toFixed(1)} s`) {
    const { pace, limits } = host;
    const turns = new Turns(() => pace.random());
    const begin = pace.now();
    let state = start;
    let roundBegin = host.workingTime;
    for (let round = 1;; round++) {
        const landed = await tryOnce(state, round);
        if (landed !== null)
            return landed;
        const timeLeft = begin + limits.commitTime - pace.now();
        if (round >= limits.refAttempts || timeLeft <= 0) {
            throw new errors/* NarPublishError */.f9({
                code: 'HEAD_MOVED',
                subject: `${host.repository} branch ${JSON.stringify(branch)}`,
                reason: await whyLost(state, round)
            });
        }
        const pause = Math.min(turns.pauseAfterLoss(host.workingTime - roundBegin), timeLeft);
        host.log.info(`${branch} has moved; ${again(round + 1, pause)}`);
        await pace.sleep(pause);
        roundBegin = host.workingTime;
        state = await read();
    }
}
/** Composes, commits and moves the branch until it has the change, or until composing halts. Throws PATH_TAKEN, and what `land` throws. */
async function landChange(way, start, compose) {
    let attempts = 0;
    return land(way, start, async (state, round) => {
        const snapshot = way.snapshotOf(state);
        const change = await compose(snapshot);
        if (change !== null && isHalt(change))
            return change;
        const fitting = change === null ? null : await (0,refuse_taken/* fitChange */.IZ)(snapshot, change);
        const made = fitting === null ? null : await way.write(state, fitting.change, fitting.executable);
        if (change === null || made === null)
            return unchanged(way.headOf(state), attempts);
        // Who lost before has others to reckon with.
        if (round > 1 && way.mayStillBeAt !== undefined && !(await way.mayStillBeAt(state)))
            return null;
        attempts++;
        return (await way.move(state, made, change)) ? { head: made, changed: true, attempts } : null;
    });
}
function isHalt(answer) {
    return 'halts' in answer;
}
function unchanged(head, attempts) {
    if (head === null) {
        throw (0,errors/* internalError */.WB)('commit', 'nothing was composed for a branch that does not exist');
    }
    return { head, changed: false, attempts };
}


/***/ }),

/***/ 50905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ realPace)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const realPace = {
    sleep: (ms, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal }),
    now: () => Date.now(),
    random: () => Math.random()
};


/***/ }),

/***/ 10380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ fitChange),
/* harmony export */   Ir: () => (/* binding */ refuseTaken),
/* harmony export */   wG: () => (/* binding */ pathsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48992);
/* harmony import */ var _tree_item_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76944);



const names = {
    file: 'a file',
    link: 'a symbolic link',
    folder: 'a folder',
    submodule: 'a submodule'
};
/** Where a change puts files into the tree. */
function pathsOf({ files, largeFiles }) {
    const inTree = largeFiles.filter(({ placement }) => placement === 'tree');
    return [...files.keys(), ...inTree.map(({ path }) => path)];
}
/**
 * What of a change goes into a state, with the executable files among it: of its new files those whose place is free, written as the others
 * are. One question for all of it. Throws PATH_TAKEN.
 */
async function fitChange(snapshot, change) {
    const paths = pathsOf(change);
    const wanted = change.newFiles ?? new Map();
    const above = [...wanted.keys()].flatMap(_tree_item_js__WEBPACK_IMPORTED_MODULE_2__/* .foldersAbove */ .Zv);
    const folders = paths.flatMap(_tree_item_js__WEBPACK_IMPORTED_MODULE_2__/* .foldersAbove */ .Zv);
    const items = await snapshot.itemsAt([
        ...new Set([...folders, ...above, ...paths, ...wanted.keys()])
    ]);
    const isFree = (path) => !items.has(path) &&
        (0,_tree_item_js__WEBPACK_IMPORTED_MODULE_2__/* .foldersAbove */ .Zv)(path).every((folder) => (items.get(folder)?.kind ?? 'folder') === 'folder');
    const fitting = [...wanted].filter(([path]) => isFree(path));
    const asked = new Set([...paths, ...folders]);
    const others = new Map([...items].filter(([path]) => asked.has(path)));
    const executable = await refuseTaken({ itemsAt: () => Promise.resolve(others) }, paths, folders);
    const files = new Map([...change.files, ...fitting]);
    return { change: { ...change, files, newFiles: new Map() }, executable };
}
/**
 * Refuses to put files in the place of something else, or below what is no folder: Git would drop that without a word. Answers which of
 * the files that are there are executable; they stay so. `folders`: those above the files, unless others are meant. Throws PATH_TAKEN.
 */
async function refuseTaken(snapshot, paths, folders = paths.flatMap(_tree_item_js__WEBPACK_IMPORTED_MODULE_2__/* .foldersAbove */ .Zv)) {
    const isFolder = new Set(folders);
    const items = await snapshot.itemsAt([...isFolder, ...paths]);
    for (const [path, { kind }] of items) {
        const wanted = isFolder.has(path) ? 'folder' : 'file';
        if (kind !== wanted)
            throw taken(path, kind, wanted);
    }
    return new Set([...items].flatMap(([path, { isExecutable }]) => (isExecutable ? [path] : [])));
}
function taken(path, kind, wanted) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'PATH_TAKEN',
        subject: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(path),
        reason: `it is ${names[kind]} in the branch, where the cache has ${names[wanted]} of that name`
    });
}


/***/ }),

/***/ 76944:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zv: () => (/* binding */ foldersAbove),
/* harmony export */   ow: () => (/* binding */ treeItem),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/** Of an entry of a tree, by its mode, which Git itself takes for the nearest of those that it writes: of old there were more. */
function treeItem(mode, object) {
    const bits = Number.parseInt(mode, 8);
    const kind = kinds[bits & 0o170000] ?? 'submodule';
    return { kind, isExecutable: kind === 'file' && (bits & 0o100) !== 0, object };
}
const kinds = {
    0o040000: 'folder',
    0o100000: 'file',
    0o120000: 'link'
};
/** The folders on the way to a path, the topmost first. */
function foldersAbove(path) {
    const names = path.split('/');
    return names.slice(1).map((_name, index) => names.slice(0, index + 1).join('/'));
}
/** With a slash at its end; empty: the root. */
function folderOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 94390:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ retryAfterMs)
/* harmony export */ });
/** A year: what asks for more is no answer that anybody could obey. */
const longest = 31_536_000_000;
/**
 * How long an answer asks to wait, in milliseconds: `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). null: it does not
 * say, or nothing that is either.
 */
function retryAfterMs(value, now) {
    const text = String(value ?? '').trim();
    if (/^\d+$/.test(text))
        return Math.min(Number(text) * 1000, longest);
    // HTTP's dates begin with the day's name; Date.parse takes much else, such as `-5`.
    const date = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(date) ? null : Math.min(Math.max(0, date - now), longest);
}


/***/ })

};
