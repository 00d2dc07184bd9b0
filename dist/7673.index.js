export const id = 7673;
export const ids = [7673];
export const modules = {

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


/***/ })

};
