export const id = 920;
export const ids = [920];
export const modules = {

/***/ 2038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b9: () => (/* binding */ checkNars),
  eo: () => (/* binding */ orphanLogs),
  rd: () => (/* binding */ orphanNars)
});

// EXTERNAL MODULE: ../../main/node_modules/p-map/index.js
var p_map = __webpack_require__(6988);
;// CONCATENATED MODULE: ../../main/node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ../../main/node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}

		// Not `Number.isSafeInteger`, which would reject a huge `retries`. That is accepted on purpose and behaves as effectively forever.
		// eslint-disable-next-line unicorn/prefer-number-is-safe-integer
		if (Number.isFinite(retries) && !Number.isInteger(retries)) {
			throw new TypeError('Expected `retries` to be a non-negative integer or Infinity.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {allowInfinity = false} = {}) {
	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < 0) {
		throw new TypeError(`Expected \`${name}\` to be \u{2265} 0.`);
	}
}

function validateOption(name, value, type) {
	// `null` means "not provided", as it does for the other options. `unref` needs this because it is the one option with no default of its own.
	if (value === undefined || value === null) {
		return;
	}

	if (typeof value !== type) {
		throw new TypeError(`Expected \`${name}\` to be a ${type}.`);
	}
}

function validateSignal(value) {
	// `null` means "not provided", as it does for the other options.
	if (value === undefined || value === null) {
		return;
	}

	// Duck typed rather than `instanceof`, so a signal from another realm still works. All three methods are checked because `removeEventListener` is called from inside a timer callback, where a `TypeError` would be an uncaught exception rather than a rejection the caller could catch.
	if (typeof value.throwIfAborted !== 'function'
		|| typeof value.addEventListener !== 'function'
		|| typeof value.removeEventListener !== 'function') {
		throw new TypeError('Expected `signal` to be an AbortSignal.');
	}
}

class AbortError extends Error {
	constructor(message) {
		super(typeof message === 'string' ? message : undefined);

		this.name = 'AbortError';

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			// Created here, so it already captures every caller frame. Copying `this.stack` instead would only rewrite the header, which is rendered lazily from `name` and `message` at read time. It also stringifies a non-string message, so reuse its result below.
			this.originalError = new Error(message);
			({message} = this.originalError);

			// The caller sees this error, so the frame for this constructor is dropped where the runtime supports it. Left in, the top frame blames p-retry for an error the caller threw. An error the caller passed keeps its own stack, which points at their throw site already. V8-only, hence the lint exception, and the optional call leaves the stack as it is where it is missing.
			// eslint-disable-next-line unicorn/no-nonstandard-builtin-properties
			Error.captureStackTrace?.(this.originalError, AbortError);
		}

		this.message = message;
	}
}

// `setTimeout` cannot represent a longer delay and fires it right away instead, which turns a long backoff into a tight retry loop. Cap at the largest value it can still hold.
const maximumDelay = (2 ** 31) - 1;

function calculateDelay(retriesConsumed, options) {
	// Nothing to wait for, and multiplying by a factor that has grown to `Infinity` would give `NaN`.
	if (options.minTimeout === 0) {
		return 0;
	}

	// `retriesConsumed` starts at 0 and only ever counts up, so the first retry is already attempt 1.
	const attempt = retriesConsumed + 1;
	const random = options.randomize ? (Math.random() + 1) : 1;

	const timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));

	// `maxTimeout` rounds up, so a fractional cap still gives a whole number of milliseconds. Rounding down would turn a cap below 1 into no timer at all, which never yields to the event loop. `Math.ceil(Infinity)` is `Infinity`.
	return Math.min(timeout, Math.ceil(options.maxTimeout), maximumDelay);
}

function calculateRemainingTime(start, max) {
	return Number.isFinite(max) ? max - (performance.now() - start) : max;
}

async function delayForRetry(delay, options) {
	if (delay <= 0) {
		return;
	}

	await new Promise((resolve, reject) => {
		// Registered with `once`, so it removes itself when it fires.
		const onAbort = () => {
			clearTimeout(timeoutToken);
			reject(options.signal.reason);
		};

		const timeoutToken = setTimeout(() => {
			options.signal?.removeEventListener('abort', onAbort);
			resolve();
		}, delay);

		if (options.unref) {
			timeoutToken.unref?.();
		}

		options.signal?.addEventListener('abort', onAbort, {once: true});
	});
}

// Stringifying a thrown value can itself throw, for an object with no usable `toString`. That must never be allowed to replace the failure the caller is actually dealing with.
//
// A thrown value whose own accessors or proxy traps throw is not supported, here or anywhere else. It comes from the caller's own code, so it is not something to defend against.
function stringifyThrownValue(value) {
	try {
		return String(value);
	} catch {
		return Object.prototype.toString.call(value);
	}
}

// `AbortError` wraps the error the caller actually wants, and the wrappers can be nested, so keep unwrapping until the cause is reached. Otherwise an `AbortError` would escape `pRetry` and a `catch` doing `error instanceof AbortError` would read a real failure as a cancellation.
//
// Two wrappers whose `originalError` points at each other are not supported, like the thrown values above.
function unwrapAbortError(error) {
	let cause = error;

	// A wrapper with no error to unwrap to is the cause as far as it goes.
	while (cause instanceof AbortError && cause.originalError instanceof Error) {
		cause = cause.originalError;
	}

	return cause;
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	// The signal is checked after the operation and after every callback, so a cancellation is never reported as an operation failure or a callback's decision, and no callback runs after it. The last check also guards the delay, whose abort listener never fires on a signal that is already aborted.
	const abortIfNeeded = () => {
		options.signal?.throwIfAborted();
	};

	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${stringifyThrownValue(error)}". You should only throw errors.`);

	// Checked before unwrapping an `AbortError`, because the reason a caller aborted with is final. Unwrapping it would replace the reason they chose with whatever is inside it, and it would also let an `AbortError` from the operation outrank a cancellation the caller asked for.
	abortIfNeeded();

	if (normalizedError instanceof AbortError) {
		throw unwrapAbortError(normalizedError);
	}

	// `retriesConsumed` only ever advances while `retriesLeft` is above 0, so this is never negative. `Infinity` minus a finite count is `Infinity`, so an unlimited budget needs no special case.
	const retriesLeft = options.retries - retriesConsumed;

	// A `TypeError` normally means the operation itself is broken rather than the thing it was trying to reach, so retrying it does not help. A network `TypeError` is the exception, and its message differs per runtime, so it has to be recognised rather than assumed.
	const isRetriableError = !(normalizedError instanceof TypeError) || isNetworkError(normalizedError);

	// Out of time already, out of retries, or a failure that is never retried, so the delay is 0 and the callbacks are told that no retry follows. Only computed when a retry can still follow, so a randomized delay does not draw from `Math.random` for a wait that is never taken.
	const timeLeft = calculateRemainingTime(startTime, options.maxRetryTime);
	const delayTime = isRetriableError && timeLeft > 0 && retriesLeft > 0 ? calculateDelay(retriesConsumed, options) : 0;

	const consumeRetryContext = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: delayTime,
	});

	// No answer means no opinion, so fall back to the default. Treating it as `false` instead would leave `retries` uncounted and let the loop run forever.
	const consumeRetry = (await options.shouldConsumeRetry(consumeRetryContext)) ?? true;

	abortIfNeeded();

	const effectiveDelay = consumeRetry ? delayTime : 0;
	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: effectiveDelay,
	});

	await options.onFailedAttempt(context);

	abortIfNeeded();

	const remainingTime = calculateRemainingTime(startTime, options.maxRetryTime);

	// No time or budget left, or a failure that retrying cannot help with.
	if (
		!isRetriableError
		|| remainingTime <= 0
		|| retriesLeft <= 0
	) {
		throw normalizedError;
	}

	const shouldRetry = await options.shouldRetry(context);

	abortIfNeeded();

	if (!shouldRetry) {
		throw normalizedError;
	}

	const remainingTimeAfterShouldRetry = calculateRemainingTime(startTime, options.maxRetryTime);

	if (remainingTimeAfterShouldRetry <= 0) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		return false;
	}

	await delayForRetry(Math.min(effectiveDelay, remainingTimeAfterShouldRetry), options);

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	// Applied before validating, so that `null` means "not provided" here as it does for every other option.
	options.retries ??= 10;

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Infinity;
	options.maxRetryTime ??= Infinity;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate the options that have a runtime type to check.
	validateOption('onFailedAttempt', options.onFailedAttempt, 'function');
	validateOption('shouldRetry', options.shouldRetry, 'function');
	validateOption('shouldConsumeRetry', options.shouldConsumeRetry, 'function');
	validateOption('randomize', options.randomize, 'boolean');
	validateOption('unref', options.unref, 'boolean');
	validateSignal(options.signal);
	validateNumberOption('factor', options.factor);
	validateNumberOption('minTimeout', options.minTimeout);
	validateNumberOption('maxTimeout', options.maxTimeout, {allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {allowInfinity: true});

	// A negative factor is rejected above, so this only catches `0`. Treat it as `1` to keep the delay constant instead of dropping to zero after the first retry.
	if (options.factor === 0) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	// A consumed count is always finite, so `Infinity` keeps this true and needs no special case.
	while (retriesConsumed <= options.retries) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Unreachable: `onAttemptFailure` throws once `retriesLeft` reaches 0, which is the same state the loop condition tests, so the loop is always left by a throw. Kept as a guard against a future change to either side breaking that pairing.
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}

// EXTERNAL MODULE: ./src/binary-cache/log-name.ts
var log_name = __webpack_require__(4409);
// EXTERNAL MODULE: ./src/binary-cache/measure-nar.ts + 2 modules
var measure_nar = __webpack_require__(1955);
// EXTERNAL MODULE: ./src/binary-cache/types.ts
var types = __webpack_require__(4454);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(4533);
// EXTERNAL MODULE: ./src/reader/judge-nar.ts
var judge_nar = __webpack_require__(9761);
// EXTERNAL MODULE: ./src/doctor/findings.ts
var doctor_findings = __webpack_require__(7842);
// EXTERNAL MODULE: ./src/doctor/line-endings.ts
var line_endings = __webpack_require__(6431);
;// CONCATENATED MODULE: ./src/doctor/check-nars.ts









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
    const findings = await (0,p_map/* default */.Ay)(byLocation, ([location, users]) => checkNar(store, location, users, options, onProgress), { concurrency: narsAtOnce });
    options.log.progress('Check', total, total);
    return findings.flat();
}
async function checkNar(store, location, users, { isQuick, isConverted = false, childEnvironment }, onProgress) {
    const forAll = (make) => users.map(([file]) => make(file));
    if (/^https?:\/\//.test(location)) {
        const isOwn = new URL(location).origin === new URL(store.serverUrl).origin;
        if (!isOwn)
            return forAll((file) => (0,doctor_findings/* finding */.g)('NAR_ELSEWHERE', file, location));
        if (isQuick)
            return [];
    }
    else {
        const size = store.files.get(location);
        if (size === undefined)
            return forAll((file) => (0,doctor_findings/* finding */.g)('NAR_MISSING', file, location));
        const differing = users.filter(([, { fileSize }]) => !Number.isNaN(size) && fileSize !== null && fileSize !== size);
        const [first] = differing;
        if (first !== undefined) {
            if (await (0,line_endings/* isConvertedNar */.ck)(store, location, first[1]))
                return [(0,doctor_findings/* finding */.g)('LINE_ENDINGS', location)];
            return differing.map(([file, { fileSize }]) => {
                const detail = `${location} has ${size} bytes, announced are ${fileSize}`;
                const differs = (0,doctor_findings/* finding */.g)('NAR_FILE_DIFFERS', file, detail);
                // Whether it is more than that shows when the lines end as they did.
                return isConverted ? { ...differs, now: doctor_findings/* findingGuide */.Q.LINE_ENDINGS.now } : differs;
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
            const measured = await pRetry(() => (0,measure_nar/* measureNar */.M)(store.open(location), {
                compression: types/* readableCompressions */.o.find((known) => known === compression) ?? null,
                largestFile: Math.max(...concerned.map(([, narInfo]) => largestFileOf(narInfo))),
                largestNar: Math.max(...concerned.map(([, { narSize }]) => narSize)),
                childEnvironment,
                onProgress
            }), { retries, shouldRetry: ({ error }) => isDownloadFailure(error) });
            for (const [file, narInfo] of concerned) {
                const problem = (0,judge_nar/* narProblem */.z)(narInfo, measured);
                if (problem !== null)
                    findings.push((0,doctor_findings/* finding */.g)(problem.code, file, problem.detail));
            }
        }
        catch (error) {
            if (!isDownloadFailure(error))
                throw error;
            findings.push(...concerned.map(([file]) => (0,doctor_findings/* finding */.g)('NAR_UNREACHABLE', file, `${location}: ${error.reason}`)));
        }
    }
    return findings;
}
/** Bytes. A file is hardly larger than its NAR. */
function largestFileOf({ fileSize, narSize }) {
    return fileSize ?? narSize + 1_048_576;
}
function isDownloadFailure(error) {
    return error instanceof errors/* NarPublishError */.f9 && error.code === 'DOWNLOAD_FAILED';
}
/** Logs that `nix log` asks for none of the store's paths. */
function orphanLogs(store, narInfos) {
    return (0,log_name/* strayLogs */.hu)(store.files.keys(), narInfos.values())
        .sort()
        .map((path) => (0,doctor_findings/* finding */.g)('LOG_ORPHAN', path));
}
/** NARs below nar/ that no narinfo names. */
function orphanNars(store, narInfos) {
    const named = new Set([...narInfos.values()].map(({ url }) => url));
    return [...store.files.keys()]
        .filter((path) => path.startsWith('nar/') && !named.has(path))
        .sort()
        .map((path) => (0,doctor_findings/* finding */.g)('NAR_ORPHAN', path));
}


/***/ }),

/***/ 1228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ downloaderOf)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4533);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5533);
/* harmony import */ var _web_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(972);




/** Silence after which a connection is given up, in milliseconds. */
const socketTimeout = 30_000;
/** Tries to get an answer; a body that breaks off is the caller's to ask for again. */
const attempts = 4;
const longestWait = 60_000;
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
                throw failed(url, reason);
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

/***/ 7842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ findingGuide),
/* harmony export */   g: () => (/* binding */ finding)
/* harmony export */ });
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
    PIN_INVALID: {
        kind: 'error',
        what: 'the pin does not hold a store path that this store has',
        now: 'Delete the file, or publish the path again'
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


/***/ }),

/***/ 6431:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ck: () => (/* binding */ isConvertedNar),
/* harmony export */   fS: () => (/* binding */ plainLineEndings),
/* harmony export */   rM: () => (/* binding */ readPlain)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _binary_cache_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9363);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7842);



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
    return { contents: plain, findings: converted.map(([file]) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .g)('LINE_ENDINGS', file)) };
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

/***/ 2519:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ openStore)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./src/catalogue/find-readme.ts
var find_readme = __webpack_require__(4326);
// EXTERNAL MODULE: ./src/catalogue/told-address.ts
var told_address = __webpack_require__(8552);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(4533);
// EXTERNAL MODULE: ./src/inputs/common.ts
var common = __webpack_require__(5007);
// EXTERNAL MODULE: ./src/repository/address.ts
var repository_address = __webpack_require__(101);
// EXTERNAL MODULE: ./src/repository/cache-branch.ts
var cache_branch = __webpack_require__(8440);
// EXTERNAL MODULE: ./src/repository/git/environment.ts
var git_environment = __webpack_require__(3047);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var run = __webpack_require__(2735);
// EXTERNAL MODULE: ./src/repository/github/addresses.ts
var github_addresses = __webpack_require__(8329);
// EXTERNAL MODULE: ./src/repository/remote-address.ts
var remote_address = __webpack_require__(7906);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(2985);
// EXTERNAL MODULE: ./src/repository/refuse-taken.ts
var refuse_taken = __webpack_require__(1751);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(2601);
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
var answers = __webpack_require__(7993);
// EXTERNAL MODULE: ./src/repository/git/target.ts
var git_target = __webpack_require__(1725);
// EXTERNAL MODULE: ./src/catalogue/describe.ts
var describe = __webpack_require__(4417);
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
var github_open = __webpack_require__(3488);
// EXTERNAL MODULE: ./src/doctor/download.ts
var doctor_download = __webpack_require__(1228);
;// CONCATENATED MODULE: ./src/doctor/github-store.ts







/**
 * The branch of a GitHub repository at one commit: its listing and small files by the API or git, NARs from the raw address as any reader
 * gets them, or by the API. Throws BRANCH_MISSING, CACHE_MISSING and what opening a target throws.
 */
async function openGitHubStore(options) {
    const { target, snapshot, looked } = await (0,cache_branch/* openCacheBranch */.BS)(options.branches, async (branch) => {
        const target = await (0,github_open/* openGitHubTarget */.p)({ ...options, branch, told: told_address/* readToldAddress */.aI });
        return { target, snapshot: await target.snapshot() };
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
    const address = (0,repository_address/* parseTargetAddress */.B)(request.target, environment);
    const branch = (0,common/* parseBranch */.Qd)(environment, address);
    const branchesOf = () => (0,cache_branch/* cacheBranches */.B)(address, branch, request, { isRead: true });
    if (address.kind === 'git') {
        const folder = localFolder(address.url);
        if (folder === null) {
            const choice = (0,common/* parseSubstituter */.Sv)(environment, address);
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
        substituterUrl: (0,common/* parseSubstituter */.Sv)(environment, address),
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
