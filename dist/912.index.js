export const id = 912;
export const ids = [912];
export const modules = {

/***/ 2912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drainStep: () => (/* binding */ drainStep),
/* harmony export */   hookStep: () => (/* binding */ hookStep)
/* harmony export */ });
/* harmony import */ var _holder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9928);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7711);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1794);



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
        const { startHook } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(494), __webpack_require__.e(988), __webpack_require__.e(784), __webpack_require__.e(276), __webpack_require__.e(196), __webpack_require__.e(875), __webpack_require__.e(343), __webpack_require__.e(426)]).then(__webpack_require__.bind(__webpack_require__, 7426));
        const files = await startHook({ inputs, ...step, place: { directory } });
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .exportVariable */ .dN)('NIX_USER_CONF_FILES', files);
    }
    return { outputs: {}, summary: '', error: null };
}
/** At its end, in the post step. */
async function drainStep(inputs, step, directory) {
    const { finishHook } = await Promise.all(/* import() */[__webpack_require__.e(784), __webpack_require__.e(875), __webpack_require__.e(343), __webpack_require__.e(589)]).then(__webpack_require__.bind(__webpack_require__, 7589));
    const { renderQueueSummary } = await Promise.all(/* import() */[__webpack_require__.e(784), __webpack_require__.e(875), __webpack_require__.e(915)]).then(__webpack_require__.bind(__webpack_require__, 2915));
    const { report, error } = await finishHook({ inputs, ...step, place: { directory } });
    return { outputs: {}, summary: renderQueueSummary(report), error };
}


/***/ })

};
