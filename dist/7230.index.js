export const id = 7230;
export const ids = [7230];
export const modules = {

/***/ 37230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ keepConfig),
/* harmony export */   withKeptConfig: () => (/* binding */ withKeptConfig)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55993);


/**
 * Keeps what `queues` says until the end of the job: the file that it names lies where every step of the job can change it, and
 * what was queued for one destination is not sent to another then, nor is it lost when the file is gone.
 */
function keepConfig(place, { given }) {
    const { queues = '' } = given;
    if (queues !== '')
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(fileOf(place), queues, { mode: 0o600 });
}
/** An environment whose input `queues` is what was kept. */
function withKeptConfig(place, environment) {
    const file = fileOf(place);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file)
        ? { ...environment, input: (name) => (name === 'queues' ? file : environment.input(name)) }
        : environment;
}
function fileOf(place) {
    return (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .stateFile */ .Ed)(place, 'queues.json');
}


/***/ })

};
