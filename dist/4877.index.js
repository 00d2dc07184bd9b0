export const id = 4877;
export const ids = [4877];
export const modules = {

/***/ 54877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drainStep: () => (/* binding */ drainStep),
/* harmony export */   hookStep: () => (/* binding */ hookStep)
/* harmony export */ });
/* harmony import */ var _holder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59369);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73280);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7897);



/** At the job's begin. From a fork comes a token that could publish nothing. */
async function hookStep(inputs, step) {
    const { environment, log } = step;
    if (environment.isForkPullRequest) {
        log.warning('The job runs for a pull request from a fork, whose token is read-only: nothing is queued, and nothing is published.');
    }
    else {
        // Not in the scratch folder: it stays until the post step, and may go when the job's runner has ended.
        const directory = (0,_scratch_js__WEBPACK_IMPORTED_MODULE_2__/* .makeScratch */ .lP)(environment.scratchParent, (0,_holder_js__WEBPACK_IMPORTED_MODULE_0__/* .jobProcess */ .Be)());
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('queue', directory);
        const { startHook } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(346), __webpack_require__.e(606), __webpack_require__.e(5984), __webpack_require__.e(5479), __webpack_require__.e(295), __webpack_require__.e(3154), __webpack_require__.e(9481), __webpack_require__.e(3319)]).then(__webpack_require__.bind(__webpack_require__, 23319));
        const files = await startHook({ inputs, ...step, place: { directory } });
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .exportVariable */ .dN)('NIX_USER_CONF_FILES', files);
    }
    return { outputs: {}, summary: '', error: null };
}
/** At its end, in the post step. */
async function drainStep(inputs, step, directory) {
    const { finishHook } = await Promise.all(/* import() */[__webpack_require__.e(5984), __webpack_require__.e(3154), __webpack_require__.e(9481), __webpack_require__.e(8962)]).then(__webpack_require__.bind(__webpack_require__, 8962));
    const { renderQueueSummary } = await Promise.all(/* import() */[__webpack_require__.e(5984), __webpack_require__.e(3154), __webpack_require__.e(4670)]).then(__webpack_require__.bind(__webpack_require__, 14670));
    const { report, error } = await finishHook({ inputs, ...step, place: { directory } });
    return { outputs: {}, summary: renderQueueSummary(report), error };
}


/***/ })

};
