export const id = 9207;
export const ids = [9207];
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


/***/ })

};
