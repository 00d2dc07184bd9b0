export const id = 7859;
export const ids = [7859];
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

/***/ 47785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ leven)
/* harmony export */ });
/* unused harmony export closestMatch */
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ })

};
