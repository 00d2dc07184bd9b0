export const id = 790;
export const ids = [790];
export const modules = {

/***/ 68812:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ jobSteps),
/* harmony export */   JX: () => (/* binding */ readerNotes),
/* harmony export */   QM: () => (/* binding */ cloneFolder),
/* harmony export */   SE: () => (/* binding */ cloneCommands),
/* harmony export */   Uu: () => (/* binding */ netrcLines),
/* harmony export */   VC: () => (/* binding */ trustingUrl),
/* harmony export */   Vh: () => (/* binding */ readerSettings),
/* harmony export */   Zw: () => (/* binding */ readerLines),
/* harmony export */   l_: () => (/* binding */ readableCache),
/* harmony export */   m0: () => (/* binding */ placeOfSteps),
/* harmony export */   vT: () => (/* binding */ readerKinds)
/* harmony export */ });
/* unused harmony exports nixConfLines, nixCommand, copyCommand, olderCommand */
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75846);
/* harmony import */ var _markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93941);


/** A program that a shell takes as it stands. */
const plainProgram = /^\w[\w.+-]*$/;
/**
 * A cache as it is told of: `substituterUrl` null, readers have a clone. `artifact`: of what it holds, for the one command; null: the
 * reader puts a path in.
 */
function readableCache({ repository, substituterUrl, login }, publicKeys, artifact) {
    const url = substituterUrl ?? cloneFolder;
    const program = artifact?.mainProgram ?? '';
    return {
        repository,
        substituterUrl: publicKeys.length === 0 ? trustingUrl(url) : url,
        publicKeys,
        login,
        example: artifact && {
            storePath: artifact.storePath,
            program: plainProgram.test(program) ? program : null
        }
    };
}
/** Columns that a line of code has on a page, before its reader has to scroll sideways. */
const width = 80;
/** Where readers can make a cache known, in the order in which it is told. */
const readerKinds = [
    'nix.conf',
    'nixos',
    'home-manager',
    'darwin',
    'flake',
    'devenv',
    'github',
    'command'
];
/** What is to be known about some. `github`: of a private cache. */
const readerNotes = {
    'nix.conf': 'Then restart the Nix daemon.',
    flake: 'Nix asks before it obeys them.',
    github: 'The secret `CACHE_TOKEN` holds such a token.'
};
/** The lines for each kind of reader, as they are pasted, without line ends. */
const readerLines = {
    'nix.conf': nixConfLines,
    nixos: nixSettings,
    // Home Manager checks the settings with a Nix, and has none of its own.
    'home-manager': (cache) => ['nix.package = lib.mkDefault pkgs.nix;', ...nixSettings(cache)],
    darwin: nixSettings,
    flake: (cache) => attributes('nixConfig', cache),
    devenv,
    github: gitHubSteps,
    command: oneCommand
};
/** Stands for the token where it is only told what to do. */
const tokenPlaceholder = 'TOKEN';
/** The line of a netrc file for a private cache; none for one that anybody can read. */
function netrcLines({ login }, token = tokenPlaceholder) {
    return login === null ? [] : [`machine ${login.host} login ${login.name} password ${token}`];
}
/**
 * The address of an unsigned cache that makes Nix take it all the same. `trusted` is a property of this one address: signatures stay required
 * for every other cache. `nix copy` does not heed it. https://nix.dev/manual/nix/latest/store/types/http-binary-cache-store#store-setting-trusted
 */
function trustingUrl(url) {
    return `${url}${url.includes('?') ? '&' : '?'}trusted=true`;
}
/** Stands for the folder of the reader's clone, which is a cache as it stands. */
const cloneFolder = 'file:///path/to/the/clone';
/** The line that makes such a clone, and the one that brings it up to date. */
function cloneCommands(cloneUrl, branch) {
    return [
        `git clone --depth 1 --branch ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(branch)} -- ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(cloneUrl)} clone`,
        // No pull: where a prune has replaced the history there is nothing to merge with.
        "git -C clone fetch --depth 1 && git -C clone reset --hard '@{upstream}'"
    ];
}
/** Nix's settings that make the cache usable beside those that the reader has; `extra-` goes before the name. */
function readerSettings({ substituterUrl, publicKeys }) {
    // plainUrl leaves neither blanks nor quotes, backslashes, braces, `#` or line ends: a value stands anywhere as it is.
    return [
        { name: 'substituters', values: [(0,_markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_1__/* .plainUrl */ .k)(substituterUrl)] },
        { name: 'trusted-public-keys', values: publicKeys.map(_markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_1__/* .plainUrl */ .k) }
    ].filter(({ values }) => values.length > 0);
}
/** The lines for nix.conf. */
function nixConfLines(cache) {
    return eachSetting(cache, (name, value) => `${name} = ${value}`);
}
/** One by one, as `extra-` adds to what stands before it: so a line is not longer than it has to be. */
function eachSetting(cache, lineOf) {
    return readerSettings(cache).flatMap(({ name, values }) => values.map((value) => lineOf(`extra-${name}`, value)));
}
function nixSettings(cache) {
    return attributes('nix.settings', cache);
}
/** Inside of the braces that the reader's file has. */
function attributes(set, cache) {
    return [
        `${set} = {`,
        ...readerSettings(cache).flatMap(({ name, values }) => {
            const line = `  extra-${name} = [ "${values.join('')}" ];`;
            return values.length === 1 && line.length <= width
                ? [line]
                : [`  extra-${name} = [`, ...values.map((value) => `    "${value}"`), '  ];'];
        }),
        '};'
    ];
}
/** devenv.nix and devenv.yaml take Cachix's caches only; its options reach Nix. */
function devenv(cache) {
    const options = readerSettings(cache).map(({ name, values }) => [
        `--nix-option extra-${name}`,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(values.join(' '))
    ]);
    return continued(['devenv'], ...options, ['shell']);
}
/**
 * Steps of a job that reads the cache: `mode: use` where it can, which finds caches on this GitHub (`isHere`) and takes none that is not
 * signed; else an install action's own input.
 */
function jobSteps(cache, branch, isHere) {
    return isHere && cache.publicKeys.length > 0
        ? useSteps(cache, branch)
        : gitHubSteps({ ...cache, login: null });
}
/** Where in a job the steps belong. */
function placeOfSteps(steps) {
    const install = steps.some((step) => step.includes('install-nix-action'));
    return `Steps of a job on GitHub${install ? '' : ', after the one that installs Nix'}`;
}
/** Steps of a job: an install action's own input, or, as that has none for a netrc, `mode: use` for a private cache. */
function gitHubSteps(cache) {
    if (cache.login !== null)
        return useSteps(cache);
    return [
        '- uses: cachix/install-nix-action@v31',
        '  with:',
        ...block('extra_nix_config', nixConfLines(cache))
    ];
}
/** `mode: use`, which takes no cache that is not signed. `branch`: where it would not look for one by itself. */
function useSteps(cache, branch = null) {
    return [
        '- uses: org/nar-publish@v1',
        '  with:',
        '    mode: use',
        `    target-repository: ${yamlText(cache.repository)}`,
        ...(branch === null ? [] : [`    target-branch: ${yamlText(branch)}`]),
        ...(cache.login === null ? [] : ['    token: ${{ secrets.CACHE_TOKEN }}']),
        ...(cache.publicKeys.length === 0 ? [] : block('trusted-keys', cache.publicKeys.map(_markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_1__/* .plainUrl */ .k)))
    ];
}
function block(name, lines) {
    return [`    ${name}: |`, ...lines.map((line) => `      ${line}`)];
}
/** YAML would read some names as something else than text; Actions would read `${{`. */
function yamlText(text) {
    const line = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .unspaced */ .y8)(text);
    const isPlain = /^[a-z][\w./-]*$/i.test(line) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(line);
    return isPlain ? line : `'${line.replaceAll("'", "''").replaceAll('${{', '$ {{')}'`;
}
function oneCommand(cache) {
    const { example } = cache;
    if (example === null)
        return nixCommand('build', cache, ['INSTALLABLE']);
    const { storePath, program } = example;
    const path = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)((0,_markdown_plain_url_js__WEBPACK_IMPORTED_MODULE_1__/* .plainUrl */ .k)(storePath));
    return program === null
        ? nixCommand('build', cache, [path])
        : nixCommand('shell', cache, [path, `--command ${program}`]);
}
/** A command that knows the cache, whatever stands in nix.conf. Works with any Nix from 2.8 on, flakes switched on or not. */
function nixCommand(verb, cache, operands) {
    return continued([withCommands(verb)], ...options(cache, (name) => `--${name}`), operands);
}
/** From the cache and no other, into the reader's store. `nix copy` takes an address as it is, and does not heed `trusted`. */
function copyCommand(cache, storePath) {
    const keys = cache.publicKeys.map(plainUrl).join(' ');
    return continued([withCommands('copy'), `--from ${shellWord(plainUrl(cache.substituterUrl))}`], keys === '' ? ['--no-check-sigs'] : ['--extra-trusted-public-keys', shellWord(keys)], [storePath]);
}
function withCommands(verb) {
    return `nix ${verb} --extra-experimental-features nix-command`;
}
/** The same of a program from before there was `nix`: `nix-env`, `nix-store`. */
function olderCommand(verb, cache, operands) {
    return continued([verb], ...options(cache, (name) => `--option ${name}`), operands);
}
function options(cache, optionOf) {
    return readerSettings(cache).flatMap(({ name, values }) => values.map((value) => [optionOf(`extra-${name}`), (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(value)]));
}
/** One command on several lines, so that nobody has to scroll sideways; the pieces of a part stay together where there is room. */
function continued(...parts) {
    const lines = parts.flatMap((pieces, index) => {
        const indent = index === 0 ? '' : '  ';
        const line = indent + pieces.join(' ');
        return `${line} \\`.length <= width
            ? [line]
            : pieces.map((piece, place) => `${indent}${place === 0 ? '' : '  '}${piece}`);
    });
    return lines.map((line, index) => (index === lines.length - 1 ? line : `${line} \\`));
}


/***/ }),

/***/ 60776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ optionsOf)
/* harmony export */ });
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13912);

/**
 * The options of a command: those of the inputs that the table has help for, and the command line's own. `order` says which come
 * first in the help; what the table has beyond that follows, and last what every command takes.
 */
function optionsOf(command, order) {
    const others = (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOfCommand */ .oo)(command).filter((name) => !order.includes(name));
    return [
        ...[...order, ...others].map((option) => typeof option === 'string' ? optionOf(command, option) : option),
        ...common
    ];
}
function optionOf(command, name) {
    const { kind, placeholder, short, help = {} } = _inputs_table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputs */ .QL[name];
    const value = typeof placeholder === 'string' ? placeholder : placeholder?.[command];
    return {
        name,
        ...(short === undefined ? {} : { short }),
        value: kind === 'switch' ? null : (value ?? 'VALUE'),
        repeats: kind === 'list',
        input: name,
        help: help[command] ?? ''
    };
}
/** What every command takes. */
const common = [
    {
        name: 'token-file',
        value: 'FILE',
        input: null,
        help: 'Take the token from a file; `-` is standard input'
    },
    {
        name: 'json',
        value: null,
        input: null,
        help: 'Print the result as one JSON object; all else goes to standard error'
    },
    { name: 'verbose', value: null, input: null, help: 'Show the commands that are run' },
    { name: 'help', short: 'h', value: null, input: null, help: 'Show this' }
];


/***/ }),

/***/ 95790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commands: () => (/* binding */ commands)
});

// EXTERNAL MODULE: ./src/cli/options.ts
var options = __webpack_require__(60776);
;// CONCATENATED MODULE: ./src/doctor/options.ts

const doctorCommand = {
    name: 'doctor',
    operands: 'TARGET',
    summary: 'check a published store, file by file',
    description: [
        'Reads every narinfo, NAR (size, file hash, content), signature, reference, pin, catalogue row and the README block of a store, and lists ' +
            'what does not hold. Stores of the old script are read too: export streams are told from NARs. Nothing is ever deleted.',
        'TARGET is `owner/name`, the repository’s address, or a folder (`./binstore`, `/srv/cache`) with a checked-out clone of it.',
        'With --as-reader the address that readers are told is asked instead, as Nix asks: `nix-cache-info`, and each narinfo and NAR of the closures that the catalogue lists, ' +
            'read whole and held against hashes and told keys. TARGET is then the repository, or that address itself; a public cache needs no token. Requests and bytes are counted, and an ' +
            'answer 429 ends it.'
    ],
    options: (0,options/* optionsOf */.c)('doctor', [
        'target-branch',
        {
            name: 'public-key',
            value: 'NAME:KEY',
            repeats: true,
            input: null,
            help: 'Each narinfo must be signed by one of these; default: those that the README tells'
        },
        {
            name: 'quick',
            value: null,
            input: null,
            help: 'Check presence, sizes, narinfos and index; download no NAR'
        },
        {
            name: 'as-reader',
            value: null,
            input: null,
            help: 'Ask the address that readers are told; with --quick, whether NARs are there, without reading them'
        },
        {
            name: 'newest',
            value: 'N',
            input: null,
            help: 'With --as-reader: only the N artifacts that were published last, with their closures; up to 100, of those that the README shows'
        },
        {
            name: 'path',
            value: 'PATH',
            repeats: true,
            input: null,
            help: 'With --as-reader: the closure of this store path, instead of what the catalogue lists'
        },
        {
            name: 'fix',
            value: null,
            input: null,
            help: 'Repair the catalogue, the README block and what Pages needs, in one commit, and nothing else'
        }
    ]),
    examples: [
        { does: 'Check a cache on GitHub', line: 'nar-publish doctor my-org/binstore' },
        {
            does: 'Check a clone, without downloading anything',
            line: 'nar-publish doctor ./binstore --quick'
        },
        {
            does: 'See whether readers get what was published',
            line: 'nar-publish doctor my-org/binstore --as-reader'
        },
        {
            does: 'Mend a stale index',
            line: 'nar-publish doctor my-org/binstore --target-branch nix-cache --fix'
        }
    ]
};

;// CONCATENATED MODULE: ./src/keys/options.ts

const keysCommand = {
    name: 'keys',
    operands: '[retire NAME] CACHE',
    summary: 'list the keys of a published store, or take one away',
    description: [
        'Lists each key with the number of paths that it has signed, and of those that no other key which readers are told has signed; which keys the README ' +
            'tells readers, and which only the catalogue or a signature names.',
        'retire takes the signatures of the key NAME, its entry in the catalogue and its line in the README away, in one commit, and names what is left without ' +
            'a signature that readers take. With --sign-with that is signed anew, where the key was one that readers were told and the NAR’s bytes are what the ' +
            'narinfo says.',
        'CACHE is `owner/name`, the repository’s address, another Git repository, or a folder with a checked-out clone. Look first: --dry-run.'
    ],
    options: (0,options/* optionsOf */.c)('keys', [
        'target-branch',
        {
            name: 'sign-with',
            value: 'FILE',
            input: null,
            help: 'Secret key that signs anew what retiring would leave unsigned'
        },
        'dry-run'
    ]),
    examples: [
        { does: 'See whose signatures a cache has', line: 'nar-publish keys my-org/binstore' },
        {
            does: 'See what would hang on a key',
            line: 'nar-publish keys retire cache-1 my-org/binstore --dry-run'
        },
        {
            does: 'Replace it',
            line: 'nar-publish keys retire cache-1 my-org/binstore --sign-with cache-2.secret'
        }
    ]
};

;// CONCATENATED MODULE: ./src/matrix/options.ts

const matrixCommand = {
    name: 'matrix',
    operands: 'ATTRIBUTE... TARGET',
    summary: 'list what is left to build for a store, by systems',
    description: [
        'Evaluates each ATTRIBUTE for each system, drops what TARGET holds already, and prints what is left with the runner that builds it: what ' +
            'the action’s `mode: matrix` makes jobs of. Nothing is built or written.',
        'ATTRIBUTE is `.#hello`, `.#packages.*` for every package of the flake, or `.#checks.{system}.*`.'
    ],
    options: (0,options/* optionsOf */.c)('matrix', [
        'target-branch',
        'systems',
        'exclude',
        'runner-map',
        'closure',
        'output-directory',
        'row-weight'
    ]),
    examples: [
        {
            does: 'See what is left to build',
            line: "nar-publish matrix '.#packages.*' my-org/binstore"
        },
        {
            does: 'Use the matrix in a script',
            line: "nar-publish matrix '.#packages.*' my-org/binstore --json | jq .matrix"
        }
    ]
};

;// CONCATENATED MODULE: ./src/prune/options.ts

const pruneCommand = {
    name: 'prune',
    operands: 'TARGET',
    summary: 'remove old artifacts from a published store',
    description: [
        'Keeps what is pinned, the newest artifacts of each name and system, and what is young, with all that these need; removes the narinfos, NARs, ' +
            'catalogue rows and release assets of the rest in one commit. A publish that lands meanwhile is kept.',
        'TARGET is `owner/name`, the repository’s address, or another Git repository that you can push to. Look first: --dry-run.'
    ],
    options: (0,options/* optionsOf */.c)('prune', [
        'target-branch',
        'keep-generations',
        'keep-days',
        'remove-unreachable',
        'squash-history',
        'move-large',
        'release-above',
        'size-budget'
    ]),
    examples: [
        { does: 'See what would go', line: 'nar-publish prune my-org/binstore --dry-run' },
        {
            does: 'Keep one generation and a week',
            line: 'nar-publish prune my-org/binstore --keep-generations 1 --keep-days 7'
        },
        {
            does: 'Let Git forget what is gone',
            line: 'nar-publish prune my-org/binstore --target-branch nix-cache --squash-history'
        }
    ]
};

;// CONCATENATED MODULE: ./src/publish/options.ts

const publishCommand = {
    name: 'publish',
    operands: '[INSTALLABLE...] [TARGET]',
    summary: 'build, sign and commit artifacts into a repository',
    description: [
        'Builds flake attributes, packs their closures and commits NARs, narinfos, the index and the README table to TARGET in one commit. ' +
            'What TARGET holds already is not built again. No `result` link is left.',
        'INSTALLABLE is what `nix build` takes: `.#hello`, `github:o/r#tool^out,dev`, a store path; `{system}` in it stands for each of --systems. ' +
            'TARGET is `owner/name`, the repository’s address, or another Git repository that you can push to. ' +
            'It is the last argument; with --target-repository all arguments are installables.'
    ],
    options: (0,options/* optionsOf */.c)('publish', [
        'target-repository',
        'target-branch',
        {
            name: 'signing-key-file',
            value: 'FILE',
            input: null,
            help: 'Secret key that signs, as nix-store --generate-binary-cache-key writes it'
        },
        'paths',
        'om-results',
        'subflake',
        'pin-prefix',
        'pin',
        'unpin',
        'systems',
        'closure',
        'upstream-keys',
        'exclude',
        'compression',
        'compression-level',
        'route',
        'release-above',
        'logs',
        'verify',
        'phase',
        'output-directory',
        'packed',
        'plan',
        'row',
        'handed',
        'expected',
        'fail-on-empty',
        'size-budget'
    ]),
    examples: [
        {
            does: 'Publish this folder’s hello, signed',
            line: "nar-publish publish '.#hello' my-org/binstore --signing-key-file cache.secret"
        },
        {
            does: 'See what would be written',
            line: "nar-publish publish '.#hello' https://github.com/my-org/binstore.git --dry-run"
        },
        {
            does: 'Use the result in a script',
            line: "nar-publish publish '.#hello' my-org/binstore --json | jq -r '.[\"commit-sha\"]'"
        },
        {
            does: 'Publish and pin what om built',
            line: 'nar-publish publish --om-results result --pin-prefix main my-org/binstore'
        }
    ]
};

// EXTERNAL MODULE: ./src/queue/options.ts
var queue_options = __webpack_require__(39313);
;// CONCATENATED MODULE: ./src/sync/many/outdated-options.ts

const outdatedCommand = {
    name: 'outdated',
    operands: 'PACKAGE...',
    summary: 'list which packages of the checkout have newer versions',
    description: [
        'Looks at many packages at once: what each has, what its source’s host has, and which of them share a version or a hash and are one change. ' +
            'Nothing is built or written. A package that does not evaluate, or whose host gives no answer, is told and leaves the others alone.',
        'PACKAGE is as for version-sync, or stands for a set: `.#packages.*`, `./dir#tools.*`, `file:default.nix#*` are all of it that have a version and a fetched source.'
    ],
    options: (0,options/* optionsOf */.c)('outdated', ['ignore', 'systems', 'tag-prefix', 'version-regex', 'nixpkgs']),
    examples: [
        {
            does: 'See which packages of a flake are outdated',
            line: "nar-publish outdated '.#packages.*'"
        },
        {
            does: 'Leave some alone',
            line: "nar-publish outdated '.#packages.*' --ignore 'python3-*' --ignore 'infer@2.x'"
        },
        {
            does: 'Use the list in a script',
            line: "nar-publish outdated 'file:default.nix#*' --json | jq -r '.outdated[].package'"
        }
    ]
};

// EXTERNAL MODULE: ./src/sync/options.ts
var sync_options = __webpack_require__(82301);
// EXTERNAL MODULE: ./src/catalogue/reader-lines.ts
var reader_lines = __webpack_require__(68812);
;// CONCATENATED MODULE: ./src/use/options.ts


const useCommand = {
    name: 'use',
    operands: 'CACHE',
    summary: 'make a published store known to Nix, or say how',
    description: [
        'Prints the lines that make a cache known: its address, and the keys whose signatures count. On a terminal for each kind of reader; elsewhere those for ' +
            'nix.conf, so that they can be piped. A private cache comes with the line for a netrc file. All else that is to be said goes to standard error.',
        'Keys are those of --trusted-keys. Without it they are those that the cache’s catalogue names: taken at its word when the repository that you stand in is of ' +
            'the same owner, printed with a warning otherwise, and then never written.',
        'CACHE is `owner/name`, the repository’s address, or another Git repository. A public one needs no token.'
    ],
    options: (0,options/* optionsOf */.c)('use', [
        {
            name: 'for',
            value: 'READER',
            input: null,
            help: `The lines for one kind of reader: ${reader_lines/* readerKinds */.vT.slice(0, -1).join(', ')} or ${reader_lines/* readerKinds */.vT.slice(-1).join()}`
        },
        'trusted-keys',
        {
            name: 'write',
            value: null,
            input: null,
            help: 'Write the lines into nix.conf, where they are not there yet'
        },
        {
            name: 'file',
            value: 'FILE',
            input: null,
            help: 'The nix.conf that --write changes; default: your own'
        },
        'target-branch',
        'substituter-url'
    ]),
    examples: [
        { does: 'See how a cache is used', line: 'nar-publish use my-org/binstore' },
        {
            does: 'Write it into your own nix.conf, with the key that its owner tells',
            line: "nar-publish use my-org/binstore --write --trusted-keys 'NAME:KEY'"
        },
        {
            does: 'The lines for configuration.nix',
            line: 'nar-publish use my-org/binstore --for nixos'
        }
    ]
};

;// CONCATENATED MODULE: ./src/commands.ts









/** What can be done from a terminal, in the order of the help; each is loaded when it is called. */
const commands = [
    { ...publishCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(572), __webpack_require__.e(497), __webpack_require__.e(460), __webpack_require__.e(62), __webpack_require__.e(106), __webpack_require__.e(567), __webpack_require__.e(221), __webpack_require__.e(730), __webpack_require__.e(582), __webpack_require__.e(223), __webpack_require__.e(725), __webpack_require__.e(714), __webpack_require__.e(946), __webpack_require__.e(882), __webpack_require__.e(684), __webpack_require__.e(48), __webpack_require__.e(718), __webpack_require__.e(214), __webpack_require__.e(456)]).then(__webpack_require__.bind(__webpack_require__, 22669))).runPublish(run) },
    { ...matrixCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(572), __webpack_require__.e(497), __webpack_require__.e(460), __webpack_require__.e(62), __webpack_require__.e(106), __webpack_require__.e(567), __webpack_require__.e(221), __webpack_require__.e(730), __webpack_require__.e(582), __webpack_require__.e(223), __webpack_require__.e(725), __webpack_require__.e(714), __webpack_require__.e(946), __webpack_require__.e(882), __webpack_require__.e(684), __webpack_require__.e(551)]).then(__webpack_require__.bind(__webpack_require__, 39551))).runMatrix(run) },
    { ...doctorCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(572), __webpack_require__.e(497), __webpack_require__.e(460), __webpack_require__.e(791), __webpack_require__.e(62), __webpack_require__.e(106), __webpack_require__.e(567), __webpack_require__.e(221), __webpack_require__.e(730), __webpack_require__.e(582), __webpack_require__.e(223), __webpack_require__.e(48), __webpack_require__.e(303), __webpack_require__.e(891)]).then(__webpack_require__.bind(__webpack_require__, 39891))).runDoctor(run) },
    { ...keysCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(572), __webpack_require__.e(497), __webpack_require__.e(460), __webpack_require__.e(791), __webpack_require__.e(62), __webpack_require__.e(106), __webpack_require__.e(567), __webpack_require__.e(221), __webpack_require__.e(730), __webpack_require__.e(582), __webpack_require__.e(303), __webpack_require__.e(913)]).then(__webpack_require__.bind(__webpack_require__, 12775))).runKeys(run) },
    { ...useCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(572), __webpack_require__.e(497), __webpack_require__.e(460), __webpack_require__.e(62), __webpack_require__.e(106), __webpack_require__.e(567), __webpack_require__.e(221), __webpack_require__.e(730), __webpack_require__.e(223), __webpack_require__.e(2)]).then(__webpack_require__.bind(__webpack_require__, 79002))).runUse(run) },
    { ...pruneCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(572), __webpack_require__.e(497), __webpack_require__.e(460), __webpack_require__.e(62), __webpack_require__.e(106), __webpack_require__.e(567), __webpack_require__.e(221), __webpack_require__.e(730), __webpack_require__.e(582), __webpack_require__.e(223), __webpack_require__.e(725), __webpack_require__.e(946), __webpack_require__.e(687)]).then(__webpack_require__.bind(__webpack_require__, 22365))).runPrune(run) },
    { ...queue_options/* queueCommand */.D, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(62), __webpack_require__.e(567), __webpack_require__.e(223), __webpack_require__.e(725), __webpack_require__.e(684), __webpack_require__.e(931)]).then(__webpack_require__.bind(__webpack_require__, 9931))).runQueue(run) },
    { ...sync_options/* syncCommand */.B, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(572), __webpack_require__.e(497), __webpack_require__.e(953), __webpack_require__.e(62), __webpack_require__.e(106), __webpack_require__.e(567), __webpack_require__.e(221), __webpack_require__.e(725), __webpack_require__.e(714), __webpack_require__.e(718), __webpack_require__.e(729), __webpack_require__.e(76)]).then(__webpack_require__.bind(__webpack_require__, 66293))).runSync(run) },
    {
        ...outdatedCommand,
        run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(798), __webpack_require__.e(572), __webpack_require__.e(62), __webpack_require__.e(106), __webpack_require__.e(567), __webpack_require__.e(725), __webpack_require__.e(714), __webpack_require__.e(729), __webpack_require__.e(874)]).then(__webpack_require__.bind(__webpack_require__, 43113))).runOutdated(run)
    }
];


/***/ }),

/***/ 84257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ phaseDoes),
/* harmony export */   jI: () => (/* binding */ everyMode),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
/* unused harmony exports modes, modeDoes */
const modes = ['publish', 'matrix', 'version-sync', 'hook', 'use', 'prune'];
/** The modes that can be split over jobs, with their phases. */
const phases = {
    publish: ['all', 'pack', 'commit'],
    'version-sync': ['all', 'list', 'compute', 'commit']
};
/** The end of a sentence that begins with `mode x, which`. */
const modeDoes = {
    publish: 'builds what it is told and commits it',
    matrix: 'only tells which jobs are left to do',
    'version-sync': 'brings a package to a version',
    hook: 'publishes what later steps of the job build',
    use: 'only lets later steps of the job read a cache',
    prune: 'only removes old artifacts from a cache'
};
/** The end of a sentence that begins with `phase x, which`. */
const phaseDoes = {
    publish: {
        all: 'does everything in one job',
        pack: 'neither signs nor writes to the target: it leaves a folder for phase `commit`',
        commit: 'builds nothing: what it publishes is in the folders of `packed`'
    },
    'version-sync': {
        all: 'does everything in one job',
        list: 'only looks which packages are outdated',
        compute: 'writes nothing but its result, a file for phase `commit`',
        commit: 'neither evaluates nor runs the package: what it writes is in the files of `computed`'
    }
};
/** For what no mode is without; a new mode is among them by itself. */
const everyMode = Object.fromEntries(modes.map((mode) => [mode, true]));


/***/ }),

/***/ 13912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HA: () => (/* binding */ defaultOf),
  vj: () => (/* binding */ inputNames),
  QL: () => (/* binding */ inputs),
  oo: () => (/* binding */ inputsOfCommand)
});

;// CONCATENATED MODULE: ./src/inputs/rows/hook.ts
/** The queue of a job. */
const hook = {
    queues: {
        kind: 'text',
        takenBy: { hook: true },
        description: 'For `hook`: several queues, each with its destination, as JSON or the name of a file that holds it (docs/queue.md). Default: one queue for `target-repository`.'
    },
    interval: {
        kind: 'time',
        default: '5 min',
        takenBy: { hook: true },
        description: 'For `hook`: time between two publishes of what is queued, such as `5 min` or `30 s`.'
    },
    'max-attempts': {
        kind: 'count',
        default: '5',
        takenBy: { hook: true },
        description: 'For `hook`: after so many failures a path is set aside and reported; the others go on.'
    },
    'drain-timeout': {
        kind: 'time',
        default: '10 min',
        takenBy: { hook: true },
        description: 'For `hook`: how long the end of the job waits for what is still queued.'
    },
    'fail-on-undrained': {
        kind: 'switch',
        default: 'true',
        takenBy: { hook: true },
        description: 'For `hook`: `false` makes it a warning that something the job built did not land.'
    }
};

;// CONCATENATED MODULE: ./src/inputs/rows/prune.ts
/** What stays. */
const prune = {
    'keep-generations': {
        kind: 'count',
        default: '3',
        takenBy: { prune: true },
        description: 'For `prune`: so many of the newest of each name, system and output stay, by version or by date. `0`: age alone decides.',
        placeholder: 'N',
        help: { prune: 'Keep the newest N of each name, system and output; default: 3' }
    },
    'keep-days': {
        kind: 'count',
        default: '30',
        takenBy: { prune: true },
        description: "For `prune`: what was published within so many days stays. Readers' Nix remembers for 30 days that a cache has a path. `0`: generations alone decide.",
        placeholder: 'N',
        help: { prune: 'Keep what was published within N days; default: 30' }
    },
    'remove-unreachable': {
        kind: 'switch',
        default: 'false',
        takenBy: { prune: true },
        description: 'For `prune`: `true` also removes store paths that no artifact of the catalogue and no pin leads to, such as those published with `closure: source` or by hand.',
        help: { prune: 'Remove store paths, too, that no artifact and no pin leads to' }
    },
    'squash-history': {
        kind: 'switch',
        default: 'false',
        takenBy: { prune: true },
        description: 'For `prune`: `true` replaces the branch by one commit without a parent, so that Git can forget what earlier commits hold. It never overwrites a publish.',
        help: { prune: 'Replace the branch by one commit without a parent, so that Git can forget' }
    },
    'move-large': {
        kind: 'switch',
        default: 'false',
        takenBy: { prune: true },
        description: 'For `prune`: `true` makes release assets of the NARs in the branch that are larger than `release-above`, and names them in their narinfos, in one commit.',
        help: {
            prune: 'Make release assets of NARs in the branch that are larger than --release-above'
        }
    }
};
/** Of a store that grows, which a publish and a prune look at. */
const sizeBudget = {
    'size-budget': {
        kind: 'size',
        default: '8 GB',
        takenBy: { publish: true, prune: true },
        description: 'For `publish` and `prune`: warns when the repository, or the files of the branch that is pruned, are larger, in bytes or as `8 GB`. GitHub advises at most 10 GB.',
        placeholder: 'SIZE',
        help: {
            publish: 'Warn when the repository is larger; default: 8 GB',
            prune: 'Warn when the store is larger; default: 8 GB'
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/input.ts
/** Several commands whose help says the same. */
function same(commands, text) {
    return Object.fromEntries(commands.map((name) => [name, text]));
}

// EXTERNAL MODULE: ./src/inputs/modes.ts
var modes = __webpack_require__(84257);
;// CONCATENATED MODULE: ./src/inputs/rows/target.ts


/** Where it goes, how it is packed, written and proved. */
const target = {
    'target-repository': {
        kind: 'text',
        takenBy: { ...modes/* everyMode */.jI, 'version-sync': ['all', 'commit'] },
        description: 'Repository that becomes the cache: `owner/name` or its address on this GitHub; or any other that git can push to: an https, ssh or file address,\n' +
            '`user@host:path`, or a path (`/srv/store.git`, `./store.git`). `version-sync`: the repository on this GitHub that the pull request is opened in.\n' +
            'Default: the repository that the workflow runs in.',
        placeholder: { publish: 'TARGET', 'version-sync': 'REPOSITORY' },
        help: {
            publish: 'The target, instead of the last argument',
            'version-sync': 'Where the pull request is opened: owner/name, or its address on this GitHub'
        }
    },
    'target-branch': {
        kind: 'text',
        takenBy: { publish: true, matrix: true, hook: true, use: true, prune: true },
        description: "Branch that holds the cache; made when it is missing. Default: `nix-cache` when the target is the source's own repository (the workflow's; on a\n" +
            'terminal the checkout’s), else the default branch, or `nix-cache` where only that is a cache. A branch that holds other files and no `nix-cache-info` is\n' +
            'published to only when it is named.',
        placeholder: 'BRANCH',
        help: same(['publish', 'matrix', 'doctor', 'keys', 'use', 'prune', 'queue'], 'Branch that holds the cache; default: `nix-cache` in the checkout’s own repository, else the default branch')
    },
    token: {
        kind: 'secret',
        default: '${{ github.token }}',
        takenBy: modes/* everyMode */.jI,
        description: "Token that may write the target's contents. The job's own reaches only its own repository. For a target that is not on this GitHub it is\n" +
            "neither needed nor sent: git's own credentials are used. `use`: a token that may read it, which a public cache does without."
    },
    route: {
        kind: 'choice',
        default: 'auto',
        takenBy: { publish: true, hook: true, prune: true },
        description: "How the commit is written: `api` (GitHub's Git Data API), `push` (one pack, pushed by git), or `auto`: the API while no NAR is over 35 MiB and\n" +
            "the run stays below GitHub's hourly limit of 500 writes, else a push. A target that is not on this GitHub is always pushed to.",
        placeholder: 'ROUTE',
        help: same(['publish', 'prune'], 'auto (default), api or push: how the commit is written')
    },
    'release-above': {
        kind: 'size',
        default: 'auto',
        takenBy: { publish: true, hook: true, prune: true },
        description: "NARs larger than this become release assets, from `1` (byte) to `100 MiB`; the rest goes into the branch. `auto`: `100 MiB`; in the source's own public\n" +
            'repository `64 KiB`, as each clone of it brings every branch. In a private repository all go into the branch: Nix cannot read its release assets.',
        placeholder: 'SIZE',
        help: {
            ...same(['publish', 'prune'], 'auto (default), or the size above which a NAR becomes a release asset')
        }
    },
    'signing-key': {
        kind: 'secret',
        takenBy: { publish: ['all', 'commit'], hook: true },
        description: 'Secret key that signs the narinfos, as `nix-store --generate-binary-cache-key` writes it (`name:base64`), or a file that holds it.\n' +
            'Several, one a line: each signs, the first is the run’s own. Without any the cache is unsigned.'
    },
    unsigned: {
        kind: 'switch',
        default: 'false',
        takenBy: { publish: true, matrix: true, hook: true },
        description: '`true` publishes without `signing-key` into a cache whose readers are told a key, which is otherwise an error: readers refuse what nobody signed.\n' +
            'In jobs that have no key by design (`matrix`, phase `pack`), it takes what the cache holds as held whoever signed it.',
        help: {
            publish: 'Publish without a key, also where readers are told one',
            matrix: 'Count as held what nobody signed, also where readers are told a key'
        }
    },
    compression: {
        kind: 'choice',
        default: 'zstd',
        takenBy: { publish: true, hook: true },
        description: 'How NARs are stored: `zstd`, `xz` or `none`.',
        placeholder: 'KIND',
        help: { publish: 'zstd (default), xz or none' }
    },
    'compression-level': {
        kind: 'text',
        takenBy: { publish: true, hook: true },
        description: 'Level for the compressor: zstd 1 to 19 (default 3), xz 0 to 9 (default 6).',
        placeholder: 'N',
        help: { publish: 'zstd 1 to 19 (default 3), xz 0 to 9 (default 6)' }
    },
    closure: {
        kind: 'choice',
        default: 'binary',
        takenBy: { publish: true, matrix: true, hook: true },
        description: 'What is published with each path: `bare` (only the path), `binary` (its runtime closure), `source` (the closure of its derivation\n' +
            'without outputs), `cache` (that with outputs).',
        placeholder: 'TYPE',
        help: {
            publish: 'bare, binary (default), source or cache: what goes along',
            matrix: 'What must be held with a path: bare, binary (default), source or cache'
        }
    },
    'upstream-keys': {
        kind: 'words',
        default: 'cache.nixos.org-1',
        takenBy: { publish: true, hook: true },
        description: 'Names of signing keys whose paths readers can get elsewhere: what one of them signed is not published. Separated by spaces or lines; `none` publishes everything.',
        placeholder: 'NAMES',
        help: { publish: 'Leave out what these keys signed; default: cache.nixos.org-1' }
    },
    exclude: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'], matrix: true, hook: true },
        description: 'Regular expressions (JavaScript), one a line: a store path that one of them matches is not published. In `mode: matrix` patterns of attributes that get no job, one a line: `packages.*.docs`,\n' +
            '`checks.aarch64-linux.*`; `*` stands for any part of a name.',
        placeholder: { publish: 'REGEX', matrix: 'PATTERN' },
        help: { publish: 'Leave out store paths that match', matrix: 'Leave out attributes that match' }
    },
    logs: {
        kind: 'switch',
        default: 'true',
        takenBy: { publish: true, hook: true },
        description: '`false` publishes no build logs. By default the log of each build on this machine that made a published path goes along, for `nix log`: its end, at most\n' +
            '1 MiB, without the secrets that the run knows (docs/publish.md).',
        help: { publish: 'Publish build logs, for `nix log` (default); --no-logs does not' }
    },
    verify: {
        kind: 'choice',
        default: 'substitute',
        takenBy: { publish: true, hook: true },
        description: 'How the result is proved: `substitute` (Nix copies it back into a fresh store, signatures required), `narinfo` (the narinfos are read back, and no NAR), `none`. `readers`: as\n' +
            '`substitute`, and then until the address that readers are told serves all of it, for 20 minutes at most.',
        placeholder: 'HOW',
        help: { publish: 'substitute (default), readers, narinfo or none: how the result is proved' }
    },
    'fail-on-empty': {
        kind: 'switch',
        default: 'false',
        takenBy: { publish: ['all', 'commit'] },
        description: '`true` makes a run that publishes nothing an error.',
        help: { publish: 'Fail when nothing was published' }
    },
    'dry-run': {
        kind: 'switch',
        default: 'false',
        takenBy: {
            publish: ['all', 'commit'],
            matrix: true,
            'version-sync': ['all', 'commit'],
            hook: true,
            prune: true
        },
        description: '`true` builds and packs, says what would be written, and writes nothing. `version-sync`: shows the diff; with `version: keep` a hash that is not what\n' +
            'it should be makes the run fail. `prune`: says what would go.',
        short: 'n',
        help: {
            publish: 'Build and pack, say what would be written, and write nothing',
            keys: 'Say what retiring the key would change, and write nothing',
            prune: 'Say what would go, and write nothing',
            'version-sync': 'Print the change as a diff, which `git apply` takes, and write nothing'
        }
    },
    cache: {
        kind: 'switch',
        default: 'false',
        takenBy: { publish: ['all', 'pack'] },
        description: "`true` keeps what the job builds, and neither upstream caches nor the target hold, between runs in GitHub's cache of the repository, and substitutes from it\n" +
            'before it builds. For `publish`, phases `all` and `pack`.'
    },
    'cache-size': {
        kind: 'size',
        default: '2 GB',
        takenBy: { publish: ['all', 'pack'] },
        description: 'How much `cache: true` keeps at most, in bytes or as `2 GB`, before compression. GitHub gives all caches of a repository 10 GB.'
    },
    'substituter-url': {
        kind: 'text',
        default: 'auto',
        takenBy: { publish: true, matrix: true, hook: true, use: true, prune: true },
        description: 'Address that readers are told: `auto` (GitHub Pages when it serves the branch, else the raw files), `pages`, `raw`, or the address of a mirror.\n' +
            'For a target that is not on this GitHub there is none unless one is given, and readers are told to clone it. docs/serving.md tells how it is chosen.',
        placeholder: 'URL',
        help: same(['publish', 'doctor', 'use', 'prune'], 'auto (default), pages, raw, or the address that readers are told')
    },
    'trusted-keys': {
        kind: 'list',
        takenBy: { use: true, publish: ['all', 'commit'], hook: true, prune: true },
        description: "Public keys, `name:base64`, one a line. `use`: whose signatures count; default: those that the cache's catalogue names, when its repository is of the\n" +
            "same owner as the workflow's own. `publish`, `hook`, `prune`: keys that the README tells readers beside the run's own and those that it tells already.",
        placeholder: 'NAME:KEY',
        help: {
            use: 'Public key whose signatures count, as the cache’s owner tells it',
            ...same(['publish', 'doctor', 'prune'], 'Public key that readers are told as well, beside those that the README tells them')
        }
    },
    site: {
        kind: 'switch',
        default: 'true',
        takenBy: { publish: ['all', 'commit'], hook: true, prune: true },
        description: '`index.html` in the branch, a page for people who look at the cache: search, what there is of each artifact, how to use it (docs/page.md). `false` writes none,\n' +
            'and leaves one that is there as it is.',
        help: same(['publish', 'prune'], 'Keep index.html, a page for people, in the branch (default); --no-site does not')
    }
};

;// CONCATENATED MODULE: ./src/inputs/rows/version-sync.ts

/** The package, its version, and the pull request. */
const versionSync = {
    package: {
        kind: 'text',
        takenBy: { 'version-sync': true },
        description: 'For `version-sync`: the package, inside of the checkout. A flake attribute (`.#infer`, `./dir#infer`), or a file that is called with `callPackage` or stands as it is\n' +
            '(`file:nix/infer.nix`, `file:default.nix#infer`, `file:pkgs/by-name/in/infer/package.nix`). Several, one a line; `.#packages.*` stands for all of the set that have a version and a fetched\n' +
            'source.'
    },
    version: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: "For `version-sync`: a version or tag; `latest` asks where the package's source is published; `branch` or `branch:NAME` follows the newest commit; `keep` computes the\n" +
            'hashes alone.\n' +
            'Default: the tag of the release, or the pushed tag, that started the run.'
    },
    ignore: {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'list'] },
        description: 'For `version-sync` of several packages: what is left alone, one a line. `infer`: the package; `infer@1.x`, `infer@1.2.3`: its versions of that kind, and the newest of the others is taken.\n' +
            '`*` stands for any part of a name.',
        placeholder: 'NAME[@VERSION]',
        help: same(['version-sync', 'outdated'], 'Leave a package alone, or some of its versions: infer, infer@1.x, infer@1.2.3')
    },
    'tag-prefix': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: 'For `version-sync`: what stands before the version in tags, such as `infer-`. A `v` after it is left out; the package keeps its own.',
        placeholder: 'PREFIX',
        help: same(['version-sync', 'outdated'], 'What stands before the version in the source’s tags, apart from v')
    },
    'version-regex': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: "For `version-sync`: a regular expression whose group (named `version`, or the first) is the version in the source's tags, such as `^release-(.+)-final$`. Seldom needed: a form that the\n" +
            'present tag shows (`REL_18_1` for 18.1) is understood.',
        placeholder: 'REGEX',
        help: same(['version-sync', 'outdated'], 'A regular expression whose first group is the version in a tag')
    },
    'allow-downgrade': {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: "For `version-sync`: `true` takes a version that is older than the package's.",
        help: { 'version-sync': 'Take a version that is older than the present one' }
    },
    'allow-same-source': {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'compute', 'commit'] },
        description: 'For `version-sync`: `true` takes a new version whose source is fetched from where the old one was and holds the same.\n' +
            'It is refused otherwise, as the version would be a label and nothing else.',
        help: { 'version-sync': 'Take a new version although the source is the old one’s' }
    },
    'keep-places': {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: 'For `version-sync`: places where the version stays as it is, one a line: `FILE:LINE`, or a text that stands on the line, such as `fix-build.patch`.',
        placeholder: 'PLACE',
        help: {
            'version-sync': 'Leave the version at FILE:LINE, or on lines with this text, as it is'
        }
    },
    nixpkgs: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: 'For `version-sync` of a file: folder of the nixpkgs whose `callPackage` is used. Default: `<nixpkgs>` (NIX_PATH), or the checkout itself when it is nixpkgs.',
        placeholder: 'FOLDER',
        help: same(['version-sync', 'outdated'], 'The nixpkgs that callPackage is taken from; default: <nixpkgs>')
    },
    formatter: {
        kind: 'choice',
        default: 'none',
        takenBy: { 'version-sync': ['all'] },
        description: "For `version-sync`: formats the changed Nix files with `nixfmt`, `nixpkgs-fmt`, `alejandra` or `nix fmt` (the flake's own). `none` is fine for most: edits keep a file's form.",
        placeholder: 'PROGRAM',
        help: {
            'version-sync': 'nixfmt, nixpkgs-fmt, alejandra or "nix fmt": formats the changed files; default: none'
        }
    },
    build: {
        kind: 'switch',
        default: 'true',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: 'For `version-sync`: `false` does not build the result.',
        help: { 'version-sync': 'Build the result to prove it (default); --no-build does without' }
    },
    'before-hash': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'compute', 'commit'] },
        description: 'For `version-sync`: a command that changes files beside the package (lock files, lists of dependencies), such as `nix/update-lock.sh`. It runs in a copy of the checkout that has the\n' +
            "new version, before hashes are made; no shell runs it, `sh -c '…'` does. With `phase: commit` nothing runs: it lets in what the command changed.",
        placeholder: 'COMMAND',
        help: {
            'version-sync': 'Run this in a copy with the new version, before hashes are made: what it changes beside the package is part of the change'
        }
    },
    'update-script': {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: "For `version-sync`: `true` runs the package's `passthru.updateScript` in a copy, for the files of dependencies beside the package that it makes; nothing else of what it changes is taken.",
        help: {
            'version-sync': 'Run the package’s passthru.updateScript for the files of dependencies that it makes'
        }
    },
    'smoke-test': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: "For `version-sync`: a command that must succeed with the result's `bin` in PATH, such as `infer version`. No shell runs it; `sh -c '…'` does.",
        placeholder: 'COMMAND',
        help: {
            'version-sync': 'Run this with the result’s bin in PATH, such as "infer version"; no shell'
        }
    },
    fork: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: fork of `target-repository` that the branch goes to, as `owner/name`. The token must be able to write there.',
        placeholder: 'REPOSITORY',
        help: {
            'version-sync': 'Put the branch into this fork of it; default: into the repository itself'
        }
    },
    base: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: "For `version-sync`: branch that the pull request is for. Default: the repository's default branch.",
        placeholder: 'BRANCH',
        help: {
            'version-sync': 'Branch that the pull request is for; default: the repository’s default branch'
        }
    },
    branch: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: branch that is made. Default: `nar-publish/<name>-<version>`.',
        placeholder: 'BRANCH',
        help: { 'version-sync': 'Branch that is made; default: nar-publish/NAME-VERSION' }
    },
    title: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: "For `version-sync`: the pull request's title. Default: “name: old → new”; in nixpkgs “name: old -> new”.",
        placeholder: 'TEXT',
        help: { 'version-sync': 'Title of the pull request; default: NAME: OLD → NEW' }
    },
    group: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync` of several packages: one pull request for all of them, of this name; its branch is `nar-publish/<group>`. Default: one for each package.',
        placeholder: 'NAME',
        help: { 'version-sync': 'One commit, or one pull request of this name, for all packages' }
    },
    'open-pull-requests-limit': {
        kind: 'count',
        default: '10',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync` of several packages: new pull requests are opened only while fewer than so many of its own are open. `0` opens none.',
        placeholder: 'NUMBER',
        help: { 'version-sync': 'How many of its pull requests may be open at once; default: 10' }
    },
    labels: {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: "For `version-sync`: the pull request's labels, one a line or separated by commas.",
        placeholder: 'LABEL',
        help: { 'version-sync': 'A label for it' }
    },
    reviewers: {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: who is asked for a review, logins and teams (`org/team`), separated by spaces, commas or lines.',
        placeholder: 'LOGIN',
        help: { 'version-sync': 'Somebody, or a team (org/team), to be asked for a review' }
    },
    draft: {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: `true` opens the pull request as a draft.',
        help: { 'version-sync': 'Open it as a draft' }
    },
    dashboard: {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync` of several packages: `true` keeps an issue of the repository up to date that lists what is outdated, proposed, refused and ignored. The token needs `issues: write`.',
        help: { 'version-sync': 'Keep an issue that lists what is outdated, refused, ignored' }
    },
    repair: {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['compute', 'commit'] },
        description: "For `version-sync` with `version: keep`, on other people's pull requests: `true` makes the hashes that the head of a pull request needs (`phase: compute`, in its own job, without secrets),\n" +
            'and commits them onto its branch (`phase: commit`, in a workflow that `workflow_run` starts), running nothing of it.'
    },
    annotate: {
        kind: 'switch',
        default: 'false',
        takenBy: { publish: ['all', 'commit'], 'version-sync': ['commit'] },
        description: 'For `repair`: `true` commits nothing: a check run on the pull request names each stale hash at its line, with the one that belongs there. For `publish` in a run for a pull request: `true` makes a check run\n' +
            'for each attribute. The token needs `checks: write`.'
    },
    computed: {
        kind: 'list',
        takenBy: { 'version-sync': ['commit'] },
        description: 'For `phase: commit` of `version-sync`: files that `phase: compute` left, or folders with such files as actions/download-artifact makes them; one a line.',
        placeholder: 'PATH',
        help: {
            'version-sync': 'For phase commit: a file that phase compute left, or a folder of them'
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/rows/work.ts

/** What a run does, and with what. */
const work = {
    mode: {
        kind: 'choice',
        default: 'publish',
        takenBy: modes/* everyMode */.jI,
        description: "What to do: `publish` (builds, packs, signs and commits artifacts); `matrix` (which jobs are left to do, for a workflow's `strategy.matrix`);\n" +
            "`hook` (whatever later steps of the job build is queued, and published from time to time and at the job's end); `prune` (removes old\n" +
            'artifacts from a cache); `use` (later steps of the job read a cache); `version-sync` (brings a package and its hashes to a new version, in a pull request).'
    },
    phase: {
        kind: 'choice',
        default: 'all',
        takenBy: { publish: true, 'version-sync': true },
        description: 'Which part of the mode this job does; `all` (default) does everything. `publish`: `pack` builds and packs without the signing key and without leave to\n' +
            'write, and leaves a folder; `commit` checks the folders of all systems, signs, and makes one commit. `version-sync`: `compute` computes the hashes that\n' +
            "this machine's system needs and leaves a file; `commit` checks the files of all systems and opens the pull request; `list` only looks which packages are outdated.",
        placeholder: 'PHASE',
        help: {
            publish: 'all (default); pack leaves a folder, without key and leave to write; commit publishes such folders',
            'version-sync': 'all (default); compute: leave what this machine works out in a file; commit: open the pull request from such files'
        }
    },
    'output-directory': {
        kind: 'text',
        takenBy: { publish: ['pack'], matrix: true, 'version-sync': ['compute', 'list'] },
        description: 'Folder in which a phase leaves what another job takes up (`pack`, `mode: matrix`: empty or absent; `compute`; `list`): below the workspace, or an absolute path. Default: `nar-publish-out`; `mode:\n' +
            'matrix` and `list` leave nothing unless it is given.',
        placeholder: { publish: 'DIR', matrix: 'DIR', 'version-sync': 'FOLDER' },
        help: {
            matrix: 'Leave the plan there: what the rows’ jobs build without evaluating',
            publish: 'Where --phase pack leaves its folder; default: ./nar-publish-out',
            'version-sync': 'Where phase compute leaves its file; default: nar-publish-out'
        }
    },
    'flake-attribute': {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'], matrix: true },
        description: 'Installables to build and publish, one a line: `.#hello`, `./dir#packages.aarch64-linux.x`, `github:o/r#x`.\n' +
            '`{system}` is replaced by each of `systems`; `^out,dev` chooses outputs (default: all). In `mode: matrix` each line stands for all `systems`, and\n' +
            '`.#packages.*` or `.#checks.{system}.*` for every derivation there, `.#nixosConfigurations.*` or `.#devShells.*` for what is built of each, `.#inputs.*` for the sources of\n' +
            "the flake's inputs."
    },
    paths: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'] },
        description: 'Store paths that the job already has, one a line; a link such as `./result` or a path inside a store path counts as its store path.',
        placeholder: 'PATH',
        help: { publish: 'A store path, or a link such as ./result, to publish as well' }
    },
    'om-results': {
        kind: 'text',
        takenBy: { publish: ['all', 'pack'] },
        description: 'File (or link) that `om ci run --results` left: everything that it built is published.',
        placeholder: 'FILE',
        help: { publish: 'Publish what `om ci run --results` built; `-` is standard input' }
    },
    subflake: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'] },
        description: 'Subflakes of `om-results` that are published, one a line. Default: all.',
        placeholder: 'NAME',
        help: { publish: 'Of --om-results only this subflake' }
    },
    'pin-prefix': {
        kind: 'text',
        takenBy: { publish: true },
        description: "Each named package of `om-results` is pinned as `<prefix>-<system>-<name>`. Default: the branch's or tag's name; `none` pins nothing.\n" +
            'In `phase: commit`: a pin of a build job whose name begins otherwise is refused, with `none` any pin.',
        placeholder: 'PREFIX',
        help: { publish: 'Pin what --om-results names as PREFIX-SYSTEM-NAME' }
    },
    pin: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'] },
        description: 'Names for store paths, `name=path`, one a line: the path is a store path, a link such as `./result`, or an installable of `flake-attribute`. `prune` keeps\n' +
            'what is pinned; a pin that is there moves to the new path. `{system}` is replaced by each of `systems`.',
        placeholder: 'NAME=PATH',
        help: { publish: 'A name for a store path, link or INSTALLABLE; prune keeps what is pinned' }
    },
    unpin: {
        kind: 'list',
        takenBy: { publish: ['all', 'commit'] },
        description: 'Names of pins to take away, one a line.',
        placeholder: 'NAME',
        help: { publish: 'Take this pin away' }
    },
    systems: {
        kind: 'words',
        takenBy: { publish: true, matrix: true, 'version-sync': true, hook: true },
        description: "Nix systems that `{system}` stands for, separated by spaces or lines. Default: the runner's own; in `mode: matrix` those of `runner-map` that the\n" +
            'flake has. In `phase: commit` the systems that must have been packed or\n' +
            "computed. `version-sync`: those whose hashes are brought up to date; default: those of the usual four that the package has, in `phase: compute` the runner's own;\n" +
            'in `phase: list` those that the rows are for, default: the usual four.',
        placeholder: 'SYSTEMS',
        help: {
            publish: 'What {system} stands for; default: this machine’s',
            matrix: 'For these; default: the four usual ones, as far as the flake has them',
            'version-sync': 'Whose hashes are brought up to date; default: those of the usual four that the package has',
            outdated: 'Whose packages are looked at; default: this machine’s'
        }
    },
    packed: {
        kind: 'list',
        takenBy: { publish: ['commit'] },
        description: 'For `phase: commit`: folders that `phase: pack` left, or a folder with such folders in it as actions/download-artifact makes it; one a line.',
        placeholder: 'DIR',
        help: {
            publish: 'For --phase commit: a folder that was packed, or one with such folders in it'
        }
    },
    expected: {
        kind: 'text',
        takenBy: { publish: ['commit'] },
        description: 'For `phase: commit`: the output `expected` of `mode: matrix`. A row that left nothing is reported, and an artifact of no row is refused. (`systems` does\n' +
            'the same by systems.)',
        placeholder: 'JSON',
        help: {
            publish: 'For --phase commit: the matrix, so that what is missing or was not asked for is told'
        }
    },
    plan: {
        kind: 'text',
        takenBy: { publish: ['pack'] },
        description: 'For `phase: pack`, instead of `flake-attribute`: the folder that `mode: matrix` left in `output-directory`. Its `row` is built from it; nothing is evaluated, and no checkout is needed.',
        placeholder: 'DIR',
        help: { publish: 'For --phase pack: what `matrix --output-directory` left' }
    },
    row: {
        kind: 'text',
        takenBy: { publish: ['pack'] },
        description: 'For `plan`: which row of it, `row` of the matrix.',
        placeholder: 'ID',
        help: { publish: 'Which row of --plan' }
    },
    handed: {
        kind: 'list',
        takenBy: { publish: ['pack'] },
        description: 'For `plan`: folders that `phase: pack` left in jobs of the first wave, or in an earlier attempt at this row, or folders with such folders in them; one a line. What they hold is not built again.',
        placeholder: 'DIR',
        help: { publish: 'For --plan: what other jobs packed, which is not built again' }
    },
    'row-weight': {
        kind: 'count',
        default: '100',
        takenBy: { matrix: true },
        description: 'For `mode: matrix` with `output-directory`: how much a row builds at most before what it shares with others is built in a first wave. A derivation weighs 1, one that needs `big-parallel` 10, a download or\n' +
            'a text next to nothing.',
        placeholder: 'N',
        help: {
            matrix: 'How many derivations a row builds, before what it shares gets a row of its own'
        }
    },
    'runner-map': {
        kind: 'words',
        takenBy: { matrix: true, 'version-sync': ['list'] },
        description: 'For `mode: matrix` and `phase: list`: runners by system, `system=label` or `system=[self-hosted, arm64]`, separated by spaces or lines; on top of `x86_64-linux=ubuntu-24.04`,\n' +
            '`aarch64-linux=ubuntu-24.04-arm`, `aarch64-darwin=macos-15`, `x86_64-darwin=macos-15-intel`. `x86_64-linux+kvm=label` is for derivations that need that feature (`requiredSystemFeatures`), in `mode: matrix`.',
        placeholder: 'MAP',
        help: { matrix: 'Runners, as system=label or system=[label, label]' }
    },
    'fail-on-eval-error': {
        kind: 'switch',
        default: 'true',
        takenBy: { matrix: true },
        description: 'For `mode: matrix`: `false` makes an attribute that does not evaluate a warning; by default the run fails at its end, when all others are in the matrix.',
        help: {
            matrix: 'Fail when an attribute does not evaluate (the default); --no-fail-on-eval-error does not'
        }
    },
    'cached-branch': {
        kind: 'text',
        takenBy: { publish: ['all', 'commit'] },
        description: 'Name of a branch of the source repository that is moved to the commit of this run when all that was expected has landed and readers get it, and never backwards. The token needs to write the source repository.'
    },
    'on-pull-request': {
        kind: 'choice',
        default: 'build',
        takenBy: { publish: ['all', 'commit'] },
        description: 'In a run for a pull request: `build` (default) writes nothing to the cache; `pin` publishes what was built as pins `pr-<number>-…`, which no index shows and which go when the pull request is closed;\n' +
            '`publish` publishes as any other run.'
    },
    comment: {
        kind: 'switch',
        default: 'true',
        takenBy: { publish: ['all', 'commit'] },
        description: 'In a run for a pull request: whether one comment on it is kept up to date, which tells what was built and how it differs from its base (`false`: none). The token needs `pull-requests: write`; without that the summary alone tells it.'
    }
};

;// CONCATENATED MODULE: ./src/inputs/table.ts





const table = { ...work, ...target, ...versionSync, ...prune, ...hook, ...sizeBudget };
/** Every input there is, in the order of action.yml. */
const inputs = table;
const inputNames = Object.keys(table);
/** What an input is when nothing is given; empty: nothing. */
function defaultOf(name) {
    return inputs[name].default ?? '';
}
/** The inputs that a command has an option for. */
function inputsOfCommand(command) {
    return inputNames.filter((name) => inputs[name].help?.[command] !== undefined);
}


/***/ }),

/***/ 93941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ plainUrl)
/* harmony export */ });
/**
 * A URL (or key, or path) with everything percent-encoded that could mean something where we write it: in Markdown, in HTML, between
 * the single quotes of a shell, in a Nix string, in nix.conf. What a well-formed URL needs stays; a fragment's `#` does not.
 */
function plainUrl(url) {
    return url.replace(/[^A-Za-z0-9\-._~:/?@!$&+,;=%[\]]/gu, (character) => [...new TextEncoder().encode(character)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join(''));
}


/***/ }),

/***/ 39313:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ queueCommand)
/* harmony export */ });
/* harmony import */ var _cli_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60776);

const queueCommand = {
    name: 'queue',
    operands: 'add|list|closure|upload|run [PATH...]',
    summary: 'queue what a machine builds, and publish it from time to time',
    description: [
        'add queues store paths, each a garbage-collector root until it has landed; list shows what is queued and why it has not landed; closure shows ' +
            'all paths that would be sent; upload sends once what is queued, or the PATHs that are given; run goes on sending at each interval.',
        'PATH is a store path or a link such as ./result. The destination is a Git repository (--target-repository) or any store of Nix’s (--destination). ' +
            'Options go before NAR_PUBLISH_QUEUE_… variables, and these before the configuration file.'
    ],
    variables: [
        'NAR_PUBLISH_QUEUE_CONFIG, _NAME, _DIR, _DESTINATION, _CLOSURE_TYPE …',
        '                         what an option sets; the option goes before it'
    ],
    options: (0,_cli_options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionsOf */ .c)('queue', [
        {
            name: 'config',
            value: 'FILE',
            input: 'queue-config',
            help: 'JSON with the queues; default: nar-publish/queues.json in XDG_CONFIG_HOME'
        },
        {
            name: 'queue',
            value: 'NAME',
            repeats: true,
            input: 'queue-name',
            help: 'Only these queues; default: all of the configuration, or “default”'
        },
        {
            name: 'queue-dir',
            value: 'DIR',
            input: 'queue-dir',
            help: 'Folder with the queues; default: nar-publish in XDG_STATE_HOME'
        },
        {
            name: 'destination',
            value: 'URL',
            input: 'queue-destination',
            help: 'A store as nix copy --to takes it: file://, ssh://, s3://, the full name of a folder'
        },
        {
            name: 'target-repository',
            value: 'TARGET',
            input: 'queue-target-repository',
            help: 'A Git repository, instead of --destination'
        },
        'target-branch',
        {
            name: 'signing-key-file',
            value: 'FILE',
            input: null,
            help: 'Secret key that signs what goes to a Git repository'
        },
        {
            name: 'closure-type',
            value: 'TYPE',
            input: 'queue-closure-type',
            help: 'bare, binary (default), source or cache: what goes along'
        },
        {
            name: 'check-sigs',
            value: null,
            input: 'queue-check-sigs',
            help: 'Whether nix copy asks for signatures (default; --no-check-sigs)'
        },
        {
            name: 'substitute-on-destination',
            value: null,
            input: 'queue-substitute-on-destination',
            help: 'The destination fetches from its own substituters what it can'
        },
        {
            name: 'include-out-paths',
            value: null,
            input: 'queue-include-out-paths',
            help: 'add: also what OUT_PATHS names (default; --no-include-out-paths)'
        },
        {
            name: 'interval',
            value: 'TIME',
            input: 'queue-interval',
            help: 'run: between two passes, such as “30 s”; default: 5 min'
        },
        {
            name: 'max-attempts',
            value: 'N',
            input: 'queue-max-attempts',
            help: 'Set a path aside after N failures; default: 5'
        },
        {
            name: 'due',
            value: null,
            input: null,
            help: 'upload: leave out what is to wait longer after a failure, as a timer should'
        }
    ]),
    examples: [
        {
            does: 'Queue a result and send it to a Git repository',
            line: 'nar-publish queue add ./result\nnar-publish queue upload --target-repository my-org/binstore'
        },
        {
            does: 'Serve the queues of a configuration',
            line: 'nar-publish queue run --config /etc/nar-publish/queues.json'
        },
        {
            does: 'See what did not land, and why',
            line: "nar-publish queue list --json | jq '.queues[].setAside'"
        }
    ]
};


/***/ }),

/***/ 82301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ syncCommand),
/* harmony export */   d: () => (/* binding */ pullRequestOptions)
/* harmony export */ });
/* harmony import */ var _cli_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60776);

/** What a pull request is and looks like; without one they have no meaning. */
const pullRequestOptions = [
    'target-repository',
    'fork',
    'base',
    'branch',
    'title',
    'labels',
    'reviewers',
    'draft',
    'open-pull-requests-limit',
    'dashboard'
];
const syncCommand = {
    name: 'version-sync',
    operands: 'PACKAGE... [VERSION]',
    summary: 'bring a package to a version, its hashes with it',
    description: [
        'Finds where the version and every hash of a package are written (a Nix file, JSON, TOML, wherever it reads them from), sets the new version, ' +
            'computes all hashes that became stale, builds the result, and writes exactly those places of the checkout. Nothing is written unless all of it went well.',
        'PACKAGE is a flake attribute of the checkout (`.#infer`, `./sub#infer`), or a file that is called with callPackage or stands as it is ' +
            '(`file:nix/infer.nix`, `file:default.nix#infer`, `file:pkgs/by-name/in/infer/package.nix`), or all of a set (`.#packages.*`). ' +
            'VERSION is a version or tag, `latest` (the default: the newest release of the package’s source), `branch` or `branch:NAME` for a branch’s newest commit, or `keep` to compute the hashes alone.',
        'Tracked files must be unchanged; with --commit they are so again afterwards, and the next package can follow. With --dry-run nothing is written and the change is printed as a diff; `keep --dry-run` fails when a hash is not what it should be.'
    ],
    options: (0,_cli_options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionsOf */ .c)('version-sync', [
        'dry-run',
        'ignore',
        'group',
        'systems',
        'tag-prefix',
        'version-regex',
        'allow-downgrade',
        'allow-same-source',
        'keep-places',
        'nixpkgs',
        'formatter',
        'build',
        'before-hash',
        'update-script',
        'smoke-test',
        {
            name: 'commit',
            value: null,
            input: null,
            help: 'Commit the written files, and nothing else that may be staged'
        },
        {
            name: 'pull-request',
            value: null,
            input: null,
            help: 'Open or update a pull request instead of writing the checkout'
        },
        ...pullRequestOptions
    ]),
    examples: [
        {
            does: 'Bring a flake’s package to its newest release',
            line: "nar-publish version-sync '.#infer'"
        },
        {
            does: 'See what would change',
            line: "nar-publish version-sync '.#infer' v0.76.1 --dry-run"
        },
        {
            does: 'Fail when a hash in the repository is wrong',
            line: "nar-publish version-sync '.#infer' keep --dry-run"
        },
        {
            does: 'Bring all packages of a flake to their newest versions, a commit each',
            line: "nar-publish version-sync '.#packages.*' --commit"
        },
        {
            does: 'Open a pull request instead of writing the checkout',
            line: "nar-publish version-sync '.#infer' --pull-request --target-repository me/infer"
        }
    ]
};


/***/ })

};
