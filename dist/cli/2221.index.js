export const id = 2221;
export const ids = [2221];
export const modules = {

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


/***/ })

};
