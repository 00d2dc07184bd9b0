export const id = 2082;
export const ids = [2082];
export const modules = {

/***/ 82082:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beginClean: () => (/* binding */ beginClean)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_tty__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7066);
/* harmony import */ var node_tty__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_tty__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83916);
/* harmony import */ var _passed_on_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41353);








/** Holds the process's id, so that no child takes it for its own. */
const mark = 'NAR_PUBLISH_BEGAN_CLEAN';
/**
 * Standard input is a socket here: it reads one line, and says it again to whoever holds the other end by then. By the shell's own words
 * alone: a program of PATH could be anybody's where the current folder is in it.
 */
const keeper = 'IFS= read -r line && printf "%s\\n" "$line" >&0';
/**
 * What a process was started with stays in its `/proc/PID/environ` for all that runs as its user, however often it deletes it:
 * programs that we start would read the inputs and tokens there. So this process begins again in its own place (`execve`) with an environment
 * that everybody may know, and gets the rest over a socket. `usesInput`: what standard input holds is handed over, too. Where that was a terminal, it is
 * so again.
 *
 * Returns in the process that goes on. A Node without `execve` (none of ours: 24 has it wherever Nix runs) goes on as it is.
 */
async function beginClean({ isNeeded, usesInput }) {
    const { env } = process;
    // Whoever sends this signal would else get a debugger, and with it all that this process knows, where the kernel gives him none.
    process.on('SIGUSR1', () => undefined);
    if (env[mark] === String(process.pid)) {
        Reflect.deleteProperty(env, mark);
        await receive(env);
        return;
    }
    if (!isNeeded || typeof process.execve !== 'function')
        return;
    const input = usesInput ? await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__.text)(process.stdin) : null;
    const shown = (0,_passed_on_js__WEBPACK_IMPORTED_MODULE_7__/* .passedOn */ .I3)(env, 'node');
    const hidden = Object.entries(env).filter(([name]) => !Object.hasOwn(shown, name));
    const isTerminal = input === null && (0,node_tty__WEBPACK_IMPORTED_MODULE_5__.isatty)(0);
    const handedOver = { env: Object.fromEntries(hidden), input, isTerminal };
    await handOver(JSON.stringify(handedOver), () => {
        const [node, ...args] = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
        process.execve?.(node, [node, ...args], { ...shown, [mark]: String(process.pid) });
    });
}
/**
 * Makes standard input a socket on whose other end a child has the line, and calls `then` at once: Node leaves nothing but the standard
 * streams open for its successor, and closes this one when it hears that the child has ended.
 */
async function handOver(line, then) {
    // libuv opens a file of its own with the first stream, which would become number 0.
    (0,node_net__WEBPACK_IMPORTED_MODULE_2__.connect)('/dev/null')
        .on('error', () => undefined)
        .destroy();
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(0);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('/bin/sh', ['-c', keeper], {
        env: {},
        stdio: ['pipe', 'ignore', 'ignore']
    });
    await new Promise((resolve, reject) => {
        child.once('error', reject);
        if (child.pid === undefined)
            return;
        child.stdin.once('error', reject);
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(0).isSocket())
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .internalError */ .WB)('environment', 'standard input is taken');
        child.stdin.write(`${line}\n`, (error) => {
            if (error)
                reject(error);
            else {
                then();
                resolve();
            }
        });
    });
}
async function receive(env) {
    const line = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__.text)(process.stdin);
    if (!line.endsWith('\n'))
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .internalError */ .WB)('environment', 'it did not come over as a whole');
    const handedOver = JSON.parse(line);
    Object.assign(env, handedOver.env);
    if (handedOver.isTerminal)
        replaceInput(terminal);
    if (handedOver.input === null)
        return;
    const value = node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from([Buffer.from(handedOver.input)]);
    replaceInput(() => value);
}
function replaceInput(get) {
    Object.defineProperty(process, 'stdin', { get, configurable: true });
}
let opened;
/** Opened when somebody is asked something, which is seldom. */
function terminal() {
    if (opened !== undefined)
        return opened;
    const stream = new node_tty__WEBPACK_IMPORTED_MODULE_5__.ReadStream((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)('/dev/tty', 'r'));
    // As Node's own standard input, it keeps the process for as long as somebody reads.
    stream.on('pause', () => stream.unref()).on('resume', () => stream.ref());
    return (opened = stream);
}


/***/ })

};
