export const id = 5523;
export const ids = [5523,9207];
export const modules = {

/***/ 29207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBundle: () => (/* binding */ readBundle)
/* harmony export */ });
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61040);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(961);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48992);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82984);





const statement = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    _type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('https://in-toto.io/Statement/v1'),
    // What actions/attest makes, and `gh attestation verify` asks for.
    predicateType: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('https://slsa.dev/provenance/v1'),
    subject: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ sha256: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/) })
    }))
});
/** Reads a bundle with a statement of provenance. `file` is for the message. Throws PROVENANCE_INVALID. */
function readBundle(content, file) {
    const refuse = (reason, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9({ code: 'PROVENANCE_INVALID', subject: file, reason, cause });
    if (content.length > _files_js__WEBPACK_IMPORTED_MODULE_3__/* .largestBundle */ .bS)
        throw refuse(`it has ${content.length} bytes`);
    try {
        const bundle = (0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .bundleFromJSON */ .vw)((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(content.toString('utf8')));
        if (!(0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .isBundleWithDsseEnvelope */ .Km)(bundle))
            throw refuse('it attests no statement');
        const { payload, payloadType } = bundle.content.dsseEnvelope;
        if (payloadType !== 'application/vnd.in-toto+json')
            throw refuse('it attests no statement');
        const { subject } = statement.parse((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(payload.toString('utf8')));
        return { bundle, subjects: new Map(subject.map(({ name, digest }) => [name, digest.sha256])) };
    }
    catch (cause) {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NarPublishError */ .f9)
            throw cause;
        const problem = cause instanceof zod__WEBPACK_IMPORTED_MODULE_5__/* .ZodError */ .G ? zod__WEBPACK_IMPORTED_MODULE_6__/* .prettifyError */ .S1(cause) : String(cause);
        throw refuse(`it is no bundle of provenance (${problem.slice(0, 300)})`, cause);
    }
}


/***/ }),

/***/ 45523:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkProvenance: () => (/* binding */ checkProvenance)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/store-path.ts
var store_path = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/provenance/bundle.ts
var provenance_bundle = __webpack_require__(29207);
// EXTERNAL MODULE: ./src/provenance/files.ts
var files = __webpack_require__(82984);
// EXTERNAL MODULE: ./node_modules/@sigstore/core/dist/index.js
var dist = __webpack_require__(83917);
;// CONCATENATED MODULE: ./src/provenance/identity.ts

// https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md
const sourceRepository = '1.3.6.1.4.1.57264.1.12';
const sourceCommit = '1.3.6.1.4.1.57264.1.13';
const sourceRef = '1.3.6.1.4.1.57264.1.14';
function identityOf({ identity }) {
    const extension = (wanted) => {
        const found = identity?.oids?.find(({ oid }) => oid?.id.join('.') === wanted);
        return found === undefined
            ? ''
            : dist.ASN1Obj.parseBuffer(Buffer.from(found.value)).value.toString('utf8');
    };
    return {
        issuer: identity?.extensions?.issuer ?? '',
        signer: identity?.subjectAlternativeName ?? '',
        repository: extension(sourceRepository),
        commit: extension(sourceCommit),
        ref: extension(sourceRef)
    };
}
/** Why it is not whom the policy asks for, a clause; null: it is. Names of repositories are the same in any case, those of files and refs are not. */
function identityProblem(identity, policy) {
    const { repository, workflow, serverUrl } = policy;
    const { file, ref } = split(identity.signer);
    const wanted = `${serverUrl}/${workflow?.file ?? `${repository}/.github/workflows/`}`;
    const isSigner = workflow === null
        ? file.toLowerCase().startsWith(wanted.toLowerCase())
        : isSameFile(file, wanted) && (workflow.ref === null || workflow.ref === ref);
    if (identity.issuer !== issuerOf(serverUrl)) {
        return `${identity.issuer || 'nobody'} vouches for the signer, and not ${issuerOf(serverUrl)}`;
    }
    if (!isSame(identity.repository, `${serverUrl}/${repository}`)) {
        return `a run of ${identity.repository || 'no repository'} published it, and not one of ${repository}`;
    }
    // Whatever a pull request proposes runs there, unread.
    if (identity.ref.startsWith('refs/pull/')) {
        return `a run for a pull request published it (${identity.ref})`;
    }
    // A caller can name the workflow as a pull request has it: anybody proposes one.
    if (ref.startsWith('refs/pull/')) {
        return `${identity.signer} signed it, as a pull request proposes that workflow`;
    }
    if (!isSigner) {
        const asked = (workflow?.ref ?? null) === null ? '' : `@${workflow?.ref ?? ''}`;
        return workflow === null
            ? `${identity.signer} signed it, which is no workflow of ${repository}: when that is meant, name it as the workflow`
            : `${identity.signer} signed it, and not ${wanted}${asked}`;
    }
    return null;
}
/** Who tells the certificate authority which workflow asks, by the address of the server. */
function issuerOf(serverUrl) {
    const { hostname, origin } = new URL(serverUrl);
    if (hostname === 'github.com')
        return 'https://token.actions.githubusercontent.com';
    return hostname.endsWith('.ghe.com')
        ? `https://token.actions.${hostname}`
        : `${origin}/_services/token`;
}
/** A file's name may hold an `@` of its own; no ref that begins so does. */
function split(signer) {
    const [, file = signer, ref = ''] = /^(.*?\.ya?ml)@(refs\/.+|[0-9a-f]{40,64})$/s.exec(signer) ?? [];
    return { file, ref };
}
/** Of a workflow: the repository in any case, its folder and name as they are. */
function isSameFile(a, b) {
    const [one, other] = [a, b].map((address) => {
        const at = address.lastIndexOf('/.github/workflows/');
        return address.slice(0, at).toLowerCase() + address.slice(at);
    });
    return one === other;
}
function isSame(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var protobuf_specs_dist = __webpack_require__(19654);
// EXTERNAL MODULE: ./node_modules/@sigstore/tuf/dist/index.js
var tuf_dist = __webpack_require__(84423);
;// CONCATENATED MODULE: ./src/provenance/trusted-roots.ts






/** Bytes; those of GitHub and of Sigstore are 10 KB each. */
const largestFile = 4 * 1024 * 1024;
/**
 * Whose certificates, logs and timestamps count: those of a file as `gh attestation trusted-root` writes it, one JSON a line; without one
 * those of Sigstore's public instance, which its update framework gives. Throws TRUSTED_ROOT_MISSING.
 */
async function readTrustedRoots(file, scratch) {
    if (file !== null)
        return rootsIn(file);
    try {
        return [await (0,tuf_dist.getTrustedRoot)({ cachePath: (0,external_node_path_.join)(scratch, 'sigstore-root') })];
    }
    catch (cause) {
        throw missing('Sigstore’s trusted root', `it cannot be had (${messageOf(cause)})`, cause);
    }
}
function rootsIn(file) {
    try {
        if ((0,external_node_fs_.statSync)(file).size > largestFile)
            throw new RangeError('it is too large');
        const text = (0,external_node_fs_.readFileSync)(file, 'utf8').trim();
        const roots = textsOf(text).map((one) => protobuf_specs_dist.TrustedRoot.fromJSON((0,src_text/* parseJson */.qF)(one)));
        if (roots.every(({ certificateAuthorities }) => certificateAuthorities.length === 0)) {
            throw new RangeError('it names no certificate authority');
        }
        return roots;
    }
    catch (cause) {
        throw missing(`trusted root ${(0,src_text/* quote */.hD)(file)}`, `it cannot be read (${messageOf(cause)})`, cause);
    }
}
/** One in several lines, or several of a line each. */
function textsOf(text) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.every((line) => line.trim().startsWith('{') && line.trim().endsWith('}'))
        ? lines
        : [text];
}
function missing(subject, reason, cause) {
    return new errors/* NarPublishError */.f9({ code: 'TRUSTED_ROOT_MISSING', subject, reason, cause });
}
function messageOf(cause) {
    const code = (0,errors/* codeOf */.$N)(cause);
    return cause instanceof Error ? cause.message : code;
}

// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(54187);
;// CONCATENATED MODULE: ./src/provenance/verify.ts


/**
 * By any of the roots. What a root has, it asks for: Sigstore's public instance has logs of signatures and of certificates, GitHub's own for private
 * repositories has neither and dates signatures by its timestamps. `gh attestation verify` goes by the same.
 */
function verifierOf(roots) {
    const verifiers = roots.map((root) => new verify_dist/* Verifier */.BL((0,verify_dist/* toTrustMaterial */.jO)(root), {
        tlogThreshold: root.tlogs.length > 0 ? 1 : 0,
        ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
        // Without a date nobody knows whether the certificate, which is valid for minutes, was so.
        timestampThreshold: 1
    }));
    return ({ bundle }) => {
        const failures = [];
        for (const verifier of verifiers) {
            try {
                return identityOf(verifier.verify((0,verify_dist/* toSignedEntity */.DC)(bundle)));
            }
            catch (error) {
                failures.push(error);
            }
        }
        throw new Error(failures.map(reasonOf).join('; '));
    };
}
/** With what is beneath: that a chain fails says little. */
function reasonOf(failure) {
    if (!(failure instanceof Error))
        return String(failure);
    const { cause } = failure;
    return cause instanceof Error ? `${failure.message}: ${cause.message}` : failure.message;
}

;// CONCATENATED MODULE: ./src/provenance/check.ts








/** Bytes of bundles in memory at once: a few of the largest, and thousands as they are. They are read together. */
const bytesAtOnce = 16 * files/* largestBundle */.bS;
/**
 * What is wrong with the provenance of paths, each of which one bundle is to name with the NarHash that its narinfo has, and what else readers
 * would take for a narinfo; nothing: every one is of whom the request asks for. A bundle is verified once. Throws TRUSTED_ROOT_MISSING, and what reading throws.
 */
async function checkProvenance(store, narInfos, { policy, trustedRoot }, scratch) {
    const verify = verifierOf(await readTrustedRoots(trustedRoot, scratch));
    const pointers = await store.readFiles(narInfos
        .map(({ storePath }) => (0,files/* pointerPath */.hw)(storePath))
        .filter((path) => isWithin(store, path, files/* longestPointer */.qv)));
    const bundleOf = (storePath) => {
        const content = pointers.get((0,files/* pointerPath */.hw)(storePath));
        return content === undefined ? null : (0,files/* parsePointer */.vp)(content);
    };
    const byBundle = Map.groupBy(narInfos, ({ storePath }) => bundleOf(storePath));
    const problems = (byBundle.get(null) ?? []).map(({ storePath }) => {
        const file = (0,files/* pointerPath */.hw)(storePath);
        return store.sizes.has(file)
            ? { code: 'PROVENANCE_INVALID', storePath, file, detail: 'it names no bundle' }
            : { code: 'PROVENANCE_MISSING', storePath, file: narInfoPath(storePath), detail: storePath };
    });
    problems.push(...[...store.sizes.keys()].filter(files/* isServedAsNarInfo */.jx).map(unseen));
    byBundle.delete(null);
    const bundles = [...byBundle].flatMap(([file, users]) => (file === null ? [] : [{ file, users }]));
    for (const some of inBatches(bundles, ({ file }) => store.sizes.get(file) ?? NaN)) {
        const wanted = some.map(({ file }) => file);
        const contents = await store.readFiles(wanted.filter((file) => isWithin(store, file, files/* largestBundle */.bS)));
        for (const { file, users } of some) {
            const judged = judge(store, { file, content: contents.get(file), policy, verify });
            problems.push(...users.flatMap((narInfo) => problemOf(narInfo, file, judged)));
        }
    }
    return problems;
}
/** `bytesOf`: NaN is as many as it may be. */
function* inBatches(items, bytesOf) {
    let batch = [];
    let bytes = 0;
    for (const item of items) {
        const more = Math.min(bytesOf(item) || files/* largestBundle */.bS, files/* largestBundle */.bS);
        if (bytes + more > bytesAtOnce) {
            yield batch;
            batch = [];
            bytes = 0;
        }
        batch.push(item);
        bytes += more;
    }
    if (batch.length > 0)
        yield batch;
}
/** Nothing here reads it as a narinfo. */
function unseen(file) {
    const detail = 'GitHub Pages serves it as a narinfo';
    return { code: 'PROVENANCE_MISSING', storePath: file, file, detail };
}
/** A bundle by itself, whatever path it is asked for. */
function judge(store, { file, content, policy, verify }) {
    const invalid = (detail) => ({ code: 'PROVENANCE_INVALID', detail });
    if (content === undefined) {
        return invalid(store.sizes.has(file) ? 'it is too large for a bundle' : 'it is not there');
    }
    if ((0,files/* bundlePath */.EU)(content) !== file)
        return invalid('its name is that of another content');
    let bundle;
    try {
        bundle = (0,provenance_bundle.readBundle)(content, file);
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9))
            throw error;
        return invalid(error.reason);
    }
    try {
        const other = identityProblem(verify(bundle), policy);
        return other === null ? bundle : { code: 'PROVENANCE_OTHER', detail: other };
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { code: 'PROVENANCE_UNTRUSTED', detail: reason };
    }
}
function problemOf(narInfo, file, judged) {
    const { storePath } = narInfo;
    if ('code' in judged)
        return [{ ...judged, storePath, file }];
    const attested = judged.subjects.get(storePath);
    if (attested === (0,files/* narDigest */.OF)(narInfo))
        return [];
    const detail = attested === undefined
        ? `${file} names ${(0,src_text/* count */.U9)(judged.subjects.size, 'path')}, and not this one`
        : `${file} attests sha256:${attested}, and the narinfo has ${narInfo.narHash}`;
    return [{ code: 'PROVENANCE_MISMATCH', storePath, file: narInfoPath(storePath), detail }];
}
function narInfoPath(storePath) {
    return `${(0,store_path/* parseStorePath */.GV)(storePath).hash}.narinfo`;
}
/** Whether it is there and, as far as its size is known, no longer than that. */
function isWithin({ sizes }, path, bytes) {
    const size = sizes.get(path);
    return size !== undefined && !(Number(size) > bytes);
}


/***/ })

};
