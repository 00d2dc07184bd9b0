export const id = 275;
export const ids = [275];
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
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(311);
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
        `- uses: ${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .home */ .i}@v${parseInt(_version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r)}`,
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
/* harmony export */   SM: () => (/* binding */ informing),
/* harmony export */   cz: () => (/* binding */ optionsOf),
/* harmony export */   sh: () => (/* binding */ common)
/* harmony export */ });
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13912);

/**
 * The options of a command: those of the inputs that the table has help for, and the command line's own. `order` says which come
 * first in the help; what the table has beyond that follows, and last what every command takes that does something.
 */
function optionsOf(command, order) {
    const others = (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOfCommand */ .oo)(command).filter((name) => !order.includes(name));
    return [
        ...[...order, ...others].map((option) => typeof option === 'string' ? optionOf(command, option) : option),
        tokenFile,
        ...common
    ];
}
function optionOf(command, name) {
    const { kind, placeholder, words, short, help = {} } = _inputs_table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputs */ .QL[name];
    const value = typeof placeholder === 'string' ? placeholder : placeholder?.[command];
    return {
        name,
        ...(short === undefined ? {} : { short }),
        value: kind === 'switch' ? null : (value ?? 'VALUE'),
        ...(words === undefined ? {} : { words: wordsFor(command, words) }),
        repeats: kind === 'list',
        input: name,
        help: help[command] ?? ''
    };
}
function wordsFor(command, words) {
    return 'length' in words ? words : (words[command] ?? []);
}
const tokenFile = {
    name: 'token-file',
    value: 'FILE',
    input: null,
    help: 'Take the token from a file; `-` is standard input'
};
/** What any command takes. */
const informing = [
    { name: 'help', short: 'h', value: null, input: null, help: 'Show this' },
    { name: 'version', short: 'V', value: null, input: null, help: 'Show the version of nar-publish' }
];
/** Of a command that needs no token. */
const common = [
    {
        name: 'json',
        value: null,
        input: null,
        help: 'Print the result as one JSON object; all else goes to standard error'
    },
    { name: 'verbose', value: null, input: null, help: 'Show the commands that are run' },
    ...informing
];


/***/ }),

/***/ 80275:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commands: () => (/* binding */ commands)
});

// EXTERNAL MODULE: ./src/cli/options.ts
var options = __webpack_require__(60776);
;// CONCATENATED MODULE: ./src/cli/completion/options.ts

/** Where each shell looks for it. */
const shells = [
    { shell: 'bash', line: 'source <(nar-publish completion bash)' },
    { shell: 'zsh', line: 'nar-publish completion zsh > "${fpath[1]}/_nar-publish"' },
    {
        shell: 'fish',
        line: 'nar-publish completion fish > ~/.config/fish/completions/nar-publish.fish'
    }
];
const describe = 'The script completes commands, options, their words, and files. It is made of the same table as this help, and starts nothing when it completes.';
const completionCommand = {
    name: 'completion',
    operands: 'bash|zsh|fish',
    summary: 'print the script by which a shell completes nar-publish',
    description: [describe],
    options: options/* informing */.SM,
    examples: [],
    isGroup: true,
    subcommands: shells.map(({ shell, line }) => ({
        name: `completion ${shell}`,
        operands: '',
        summary: `print the script for ${shell}`,
        description: [describe],
        options: options/* informing */.SM,
        examples: [{ does: 'Use it', line }]
    }))
};
const manCommand = {
    name: 'man',
    operands: '',
    summary: 'print the manual, as man shows it',
    description: [
        'All that the help of each command says, as one page in the language of man pages.'
    ],
    options: options/* informing */.SM,
    examples: [{ does: 'Read it', line: 'nar-publish man | man -l -' }]
};

;// CONCATENATED MODULE: ./src/doctor/options.ts

const doctorCommand = {
    name: 'doctor',
    operands: 'TARGET',
    operandInputs: { 'target-repository': 'TARGET' },
    summary: 'check a published store, file by file',
    description: [
        'Reads every narinfo, NAR (size, file hash, content), signature, reference, pin, catalogue row and the README block of a store, and lists ' +
            'what does not hold. Stores of the old script are read too: export streams are told from NARs. Nothing is ever deleted.',
        'TARGET is `owner/name`, the repository’s address, or a folder (`./binstore`, `/srv/cache`) with a checked-out clone of it.',
        'With --as-reader the address that readers are told is asked instead, as Nix asks: `nix-cache-info`, and each narinfo and NAR of the closures that the catalogue lists, ' +
            'read whole and held against hashes and told keys. TARGET is then the repository, or that address itself; a public cache needs no token. Requests and bytes are counted, and an ' +
            'answer 429 ends it.'
    ],
    options: (0,options/* optionsOf */.cz)('doctor', [
        'target-branch',
        {
            name: 'public-key',
            value: 'NAME:KEY',
            repeats: true,
            input: null,
            help: 'Each narinfo must be signed by one of these; default: those that the README tells'
        },
        'provenance',
        'provenance-workflow',
        'trusted-root',
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

// EXTERNAL MODULE: ./src/init/run.ts
var run = __webpack_require__(2947);
;// CONCATENATED MODULE: ./src/init/options.ts


const initCommand = {
    name: 'init',
    operands: '',
    summary: 'set up a repository as a cache: key, secret, workflow, Pages',
    description: [
        'In a checkout of a repository on GitHub, does what a first day needs: makes a key pair outside of the checkout, stores the secret half as the secret ' +
            'NIX_SIGNING_KEY, writes .github/workflows/publish.yml, switches Pages on once there is a branch to serve, and tries a publish as a dry run.',
        'Each step is told before it is done, and asked about. What is there already stays as it is: running it again goes on where it stopped. Nothing is committed.',
        'Without a terminal it asks nothing: --yes agrees to every step, --skip leaves one out. The token is that of the variables below, of --token-file, or of ' +
            '`gh`, where that is logged in; it needs “Secrets: write”, and for Pages “Pages: write” and “Administration: write”.'
    ],
    options: (0,options/* optionsOf */.cz)('init', [
        {
            name: 'attribute',
            value: 'ATTR',
            input: null,
            help: 'What the workflow publishes: one attribute, or several by a pattern, each system on its own runner; default: .#default where the flake has it'
        },
        {
            name: 'key-name',
            value: 'NAME',
            input: null,
            help: 'Name of a new key; default: OWNER-REPO-1'
        },
        {
            name: 'key-folder',
            value: 'DIR',
            input: null,
            help: 'Where the key pair is kept; default: nar-publish/OWNER/REPO in ~/.config'
        },
        {
            name: 'replace-secret',
            value: null,
            input: null,
            help: 'Store the key although there is a secret'
        },
        {
            name: 'skip',
            value: 'STEP',
            repeats: true,
            input: null,
            help: `Leave a step out: ${run/* stepNames */.Ve.join(', ')}`
        },
        { name: 'yes', short: 'y', value: null, input: null, help: 'Do every step without asking' },
        { name: 'dry-run', value: null, input: null, help: 'Tell every step, and do none' }
    ]),
    variables: [],
    examples: [
        { does: 'Set up the repository of this checkout', line: 'nar-publish init' },
        { does: 'See what it would do', line: 'nar-publish init --dry-run' },
        {
            does: 'In a script: all packages, on a runner of each system',
            line: "nar-publish init --yes --attribute '.#packages.*'"
        }
    ]
};

;// CONCATENATED MODULE: ./src/keys/options.ts

const about = 'CACHE is `owner/name`, the repository’s address, another Git repository, or a folder with a checked-out clone.';
const retireCommand = {
    name: 'keys retire',
    operands: 'NAME CACHE',
    operandInputs: { 'target-repository': 'CACHE' },
    summary: 'take a key’s signatures away from a published store',
    description: [
        'Takes the signatures of the key NAME, its entry in the catalogue and its line in the README away, in one commit, and names what is left without ' +
            'a signature that readers take. With --sign-with that is signed anew, where the key was one that readers were told and the NAR’s bytes are what the ' +
            'narinfo says.',
        `NAME is what stands before the key’s colon. ${about} Look first: --dry-run.`
    ],
    options: (0,options/* optionsOf */.cz)('keys retire', [
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
const keysCommand = {
    name: 'keys',
    operands: 'CACHE',
    operandInputs: { 'target-repository': 'CACHE' },
    summary: 'list the keys of a published store, or take one away',
    description: [
        'Lists each key with the number of paths that it has signed, and of those that no other key which readers are told has signed; which keys the README ' +
            'tells readers, and which only the catalogue or a signature names.',
        about
    ],
    options: (0,options/* optionsOf */.cz)('keys', ['target-branch']),
    examples: [
        { does: 'See whose signatures a cache has', line: 'nar-publish keys my-org/binstore' }
    ],
    subcommands: [retireCommand]
};

;// CONCATENATED MODULE: ./src/matrix/options.ts

const matrixCommand = {
    name: 'matrix',
    operands: 'ATTRIBUTE... TARGET',
    operandInputs: { 'flake-attribute': 'ATTRIBUTE', 'target-repository': 'TARGET' },
    summary: 'list what is left to build for a store, by systems',
    description: [
        'Evaluates each ATTRIBUTE for each system, drops what TARGET holds already, and prints what is left with the runner that builds it. ' +
            'Nothing is built or written.',
        'ATTRIBUTE is `.#hello`, `.#packages.*` for every package of the flake, or `.#checks.{system}.*`.'
    ],
    options: (0,options/* optionsOf */.cz)('matrix', [
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
    operandInputs: { 'target-repository': 'TARGET' },
    summary: 'remove old artifacts from a published store',
    description: [
        'Keeps what is pinned, the newest artifacts of each name, attribute and system, and what is young, with all that these need; removes the narinfos, NARs, ' +
            'catalogue rows and release assets of the rest in one commit. A publish that lands meanwhile is kept.',
        'TARGET is `owner/name`, the repository’s address, or another Git repository that you can push to. Look first: --dry-run.'
    ],
    options: (0,options/* optionsOf */.cz)('prune', [
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
    operandInputs: { 'flake-attribute': 'INSTALLABLE' },
    summary: 'build, sign and commit artifacts into a repository',
    description: [
        'Builds flake attributes, packs their closures and commits NARs, narinfos, the index and the README table to TARGET in one commit. ' +
            'What TARGET holds already is not built again. No `result` link is left.',
        'INSTALLABLE is what `nix build` takes: `.#hello`, `github:o/r#tool^out,dev`, a store path; `{system}` in it stands for each of --systems. ' +
            'TARGET is `owner/name`, the repository’s address, or another Git repository that you can push to. ' +
            'It is the last argument; with --target-repository all arguments are installables.'
    ],
    options: (0,options/* optionsOf */.cz)('publish', [
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
    operandInputs: { package: 'PACKAGE' },
    summary: 'list which packages of the checkout have newer versions',
    description: [
        'Looks at many packages at once: what each has, what its source’s host has, and which of them share a version or a hash and are one change. ' +
            'Nothing is built or written. A package that does not evaluate, or whose host gives no answer, is told and leaves the others alone.',
        'PACKAGE is as for version-sync, or stands for a set: `.#packages.*`, `./dir#tools.*`, `file:default.nix#*` are all of it that have a version and a fetched source.'
    ],
    options: (0,options/* optionsOf */.cz)('outdated', ['ignore', 'systems', 'tag-prefix', 'version-regex', 'nixpkgs']),
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
    operandInputs: { 'target-repository': 'CACHE' },
    summary: 'make a published store known to Nix, or say how',
    description: [
        'Prints the lines that make a cache known: its address, and the keys whose signatures count. On a terminal for each kind of reader; elsewhere those for ' +
            'nix.conf, so that they can be piped. A private cache comes with the line for a netrc file. All else that is to be said goes to standard error.',
        'Keys are those of --trusted-keys. Without it they are those that the cache’s catalogue names: taken at its word when the repository that you stand in is of ' +
            'the same owner, printed with a warning otherwise, and then never written.',
        'With --provenance nothing is printed or written unless Sigstore’s bundles prove of every path that the cache holds by now that a workflow of that repository published it.',
        'CACHE is `owner/name`, the repository’s address, or another Git repository. A public one needs no token.'
    ],
    options: (0,options/* optionsOf */.cz)('use', [
        {
            name: 'for',
            value: 'READER',
            words: reader_lines/* readerKinds */.vT,
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
        'provenance',
        'provenance-workflow',
        'trusted-root',
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
    { ...initCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(9572), __webpack_require__.e(5497), __webpack_require__.e(1460), __webpack_require__.e(62), __webpack_require__.e(1800), __webpack_require__.e(4567), __webpack_require__.e(2221), __webpack_require__.e(9730), __webpack_require__.e(8582), __webpack_require__.e(6611), __webpack_require__.e(2725), __webpack_require__.e(714), __webpack_require__.e(4946), __webpack_require__.e(7859), __webpack_require__.e(6644), __webpack_require__.e(8048), __webpack_require__.e(3514), __webpack_require__.e(1718), __webpack_require__.e(2839), __webpack_require__.e(1666)]).then(__webpack_require__.bind(__webpack_require__, 41149))).runInit(run) },
    { ...publishCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(9572), __webpack_require__.e(5497), __webpack_require__.e(1460), __webpack_require__.e(62), __webpack_require__.e(1800), __webpack_require__.e(4567), __webpack_require__.e(2221), __webpack_require__.e(9730), __webpack_require__.e(8582), __webpack_require__.e(6611), __webpack_require__.e(2725), __webpack_require__.e(714), __webpack_require__.e(4946), __webpack_require__.e(7859), __webpack_require__.e(6644), __webpack_require__.e(8048), __webpack_require__.e(3514), __webpack_require__.e(1718), __webpack_require__.e(2839), __webpack_require__.e(7429)]).then(__webpack_require__.bind(__webpack_require__, 43882))).runPublish(run) },
    { ...matrixCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(9572), __webpack_require__.e(5497), __webpack_require__.e(1460), __webpack_require__.e(62), __webpack_require__.e(1800), __webpack_require__.e(4567), __webpack_require__.e(2221), __webpack_require__.e(9730), __webpack_require__.e(8582), __webpack_require__.e(6611), __webpack_require__.e(2725), __webpack_require__.e(714), __webpack_require__.e(4946), __webpack_require__.e(7859), __webpack_require__.e(6644), __webpack_require__.e(3514), __webpack_require__.e(7233)]).then(__webpack_require__.bind(__webpack_require__, 97233))).runMatrix(run) },
    { ...doctorCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(9572), __webpack_require__.e(5497), __webpack_require__.e(1460), __webpack_require__.e(9455), __webpack_require__.e(62), __webpack_require__.e(1800), __webpack_require__.e(4567), __webpack_require__.e(2221), __webpack_require__.e(9730), __webpack_require__.e(8582), __webpack_require__.e(6611), __webpack_require__.e(8048), __webpack_require__.e(7303), __webpack_require__.e(3866)]).then(__webpack_require__.bind(__webpack_require__, 53866))).runDoctor(run) },
    { ...keysCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(9572), __webpack_require__.e(5497), __webpack_require__.e(1460), __webpack_require__.e(9455), __webpack_require__.e(62), __webpack_require__.e(1800), __webpack_require__.e(4567), __webpack_require__.e(2221), __webpack_require__.e(9730), __webpack_require__.e(8582), __webpack_require__.e(7303), __webpack_require__.e(1664)]).then(__webpack_require__.bind(__webpack_require__, 12775))).runKeys(run) },
    { ...useCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(9572), __webpack_require__.e(5497), __webpack_require__.e(1460), __webpack_require__.e(62), __webpack_require__.e(1800), __webpack_require__.e(4567), __webpack_require__.e(2221), __webpack_require__.e(9730), __webpack_require__.e(6611), __webpack_require__.e(4569)]).then(__webpack_require__.bind(__webpack_require__, 42545))).runUse(run) },
    { ...pruneCommand, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(9572), __webpack_require__.e(5497), __webpack_require__.e(1460), __webpack_require__.e(62), __webpack_require__.e(1800), __webpack_require__.e(4567), __webpack_require__.e(2221), __webpack_require__.e(9730), __webpack_require__.e(8582), __webpack_require__.e(6611), __webpack_require__.e(2725), __webpack_require__.e(4946), __webpack_require__.e(7859), __webpack_require__.e(8570)]).then(__webpack_require__.bind(__webpack_require__, 22365))).runPrune(run) },
    { ...queue_options/* queueCommand */.D, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(62), __webpack_require__.e(4567), __webpack_require__.e(6611), __webpack_require__.e(2725), __webpack_require__.e(7859), __webpack_require__.e(3514), __webpack_require__.e(3063)]).then(__webpack_require__.bind(__webpack_require__, 53063))).runQueue(run) },
    { ...sync_options/* syncCommand */.B, run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(9572), __webpack_require__.e(5497), __webpack_require__.e(7553), __webpack_require__.e(62), __webpack_require__.e(1800), __webpack_require__.e(4567), __webpack_require__.e(2221), __webpack_require__.e(2725), __webpack_require__.e(714), __webpack_require__.e(1718), __webpack_require__.e(7258), __webpack_require__.e(5596)]).then(__webpack_require__.bind(__webpack_require__, 25705))).runSync(run) },
    {
        ...outdatedCommand,
        run: async (run) => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(9572), __webpack_require__.e(62), __webpack_require__.e(1800), __webpack_require__.e(4567), __webpack_require__.e(2725), __webpack_require__.e(714), __webpack_require__.e(7258), __webpack_require__.e(6059), __webpack_require__.e(9463)]).then(__webpack_require__.bind(__webpack_require__, 43113))).runOutdated(run)
    },
    {
        ...completionCommand,
        run: async (run) => (await __webpack_require__.e(/* import() */ 6411).then(__webpack_require__.bind(__webpack_require__, 38792))).runCompletion(run, commands)
    },
    { ...manCommand, run: async (run) => (await __webpack_require__.e(/* import() */ 5698).then(__webpack_require__.bind(__webpack_require__, 5698))).runMan(run, commands) }
];


/***/ }),

/***/ 2947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ secretName),
/* harmony export */   RB: () => (/* binding */ workflowPath),
/* harmony export */   Ve: () => (/* binding */ stepNames),
/* harmony export */   iP: () => (/* binding */ announce)
/* harmony export */ });
/** In their order; `--skip` leaves one out. */
const stepNames = ['key', 'secret', 'workflow', 'pages', 'publish'];
/** The secret that the workflow signs with. */
const secretName = 'NIX_SIGNING_KEY';
/** Where the workflow goes, in the checkout. */
const workflowPath = '.github/workflows/publish.yml';
/** Tells a step, and asks about it. null: it is to be done; otherwise how it ended without that. */
async function announce({ options, questions, log }, step, 
/** What is about to be done: an order, without its full stop. */
order, todo = []) {
    if (options.skip.has(step))
        return { step, state: 'left', text: `left out: ${order}`, todo };
    log.info(`${step}: ${order}`);
    if (options.dryRun)
        return { step, state: 'planned', text: order, todo: [] };
    return (await questions.confirm())
        ? null
        : { step, state: 'left', text: `not wanted: ${order}`, todo };
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

/***/ 56310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ closureTypes)
/* harmony export */ });
/** What the rest of the program knows of Nix. Shapes only: no behaviour. */
/**
 * bare: the paths alone. binary: their runtime closure. source: the closure of their derivers without outputs.
 * cache: that with the outputs that are valid.
 */
const closureTypes = ['bare', 'binary', 'source', 'cache'];


/***/ }),

/***/ 39313:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ queueCommand)
/* harmony export */ });
/* harmony import */ var _cli_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60776);
/* harmony import */ var _nix_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56310);


/** Which queues, and where they are: any of the commands asks that. */
const which = [
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
    }
];
const closureType = {
    name: 'closure-type',
    value: 'TYPE',
    words: _nix_types_js__WEBPACK_IMPORTED_MODULE_1__/* .closureTypes */ .R,
    input: 'queue-closure-type',
    help: 'bare, binary (default), source or cache: what goes along'
};
/** Of what is sent, in the order of the help. */
const sending = [
    ...which,
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
    closureType,
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
        name: 'max-attempts',
        value: 'N',
        input: 'queue-max-attempts',
        help: 'Set a path aside after N failures; default: 5'
    }
];
const variables = [
    [
        'NAR_PUBLISH_QUEUE_…',
        'what an option sets: …_CONFIG, …_NAME, …_DIR, …_DESTINATION, …_CLOSURE_TYPE; the option goes before it, and it before the configuration'
    ]
];
const aboutPath = 'PATH is a store path, or a link such as ./result.';
const aboutDestination = 'The destination is a Git repository (--target-repository) or any store of Nix’s (--destination), or is the configuration’s.';
const subcommands = [
    {
        name: 'queue add',
        operands: 'PATH...',
        summary: 'queue store paths',
        description: [
            'Each PATH is a garbage-collector root until it has landed. What was set aside is taken up again.',
            aboutPath
        ],
        variables,
        options: [
            ...which,
            {
                name: 'include-out-paths',
                value: null,
                input: 'queue-include-out-paths',
                help: 'Also what OUT_PATHS names (default; --no-include-out-paths)'
            },
            ..._cli_options_js__WEBPACK_IMPORTED_MODULE_0__/* .common */ .sh
        ],
        examples: [{ does: 'Queue a result', line: 'nar-publish queue add ./result' }]
    },
    {
        name: 'queue list',
        operands: '',
        summary: 'show what is queued, and why it has not landed',
        description: ['Shows each queue with what has landed, what waits, and what was set aside.'],
        variables,
        options: [...which, ..._cli_options_js__WEBPACK_IMPORTED_MODULE_0__/* .common */ .sh],
        examples: [
            {
                does: 'See what did not land, and why',
                line: "nar-publish queue list --json | jq '.queues[].setAside'"
            }
        ]
    },
    {
        name: 'queue closure',
        operands: '[PATH...]',
        summary: 'show all paths that would be sent',
        description: [`Shows the closure of what is queued, or of each PATH. ${aboutPath}`],
        variables,
        options: [...which, closureType, ..._cli_options_js__WEBPACK_IMPORTED_MODULE_0__/* .common */ .sh],
        examples: [
            {
                does: 'See what goes along with a result',
                line: 'nar-publish queue closure ./result --closure-type cache'
            }
        ]
    },
    {
        name: 'queue upload',
        operands: '[PATH...]',
        summary: 'send once what is queued, or these paths',
        description: [
            `Sends what is queued, or each PATH past the queue, and says where it landed. ${aboutPath}`,
            aboutDestination
        ],
        variables,
        options: (0,_cli_options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionsOf */ .cz)('queue upload', [
            ...sending,
            {
                name: 'due',
                value: null,
                input: null,
                help: 'Leave out what is to wait longer after a failure, as a timer should'
            }
        ]),
        examples: [
            {
                does: 'Send what is queued to a Git repository',
                line: 'nar-publish queue upload --target-repository my-org/binstore'
            }
        ]
    },
    {
        name: 'queue run',
        operands: '',
        summary: 'go on sending what is queued, at each interval',
        description: [`Goes on until it is ended. ${aboutDestination}`],
        variables,
        options: (0,_cli_options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionsOf */ .cz)('queue run', [
            ...sending,
            {
                name: 'interval',
                value: 'TIME',
                input: 'queue-interval',
                help: 'Between two passes, such as “30 s”; default: 5 min'
            }
        ]),
        examples: [
            {
                does: 'Serve the queues of a configuration',
                line: 'nar-publish queue run --config /etc/nar-publish/queues.json'
            }
        ]
    }
];
const queueCommand = {
    name: 'queue',
    operands: 'add|list|closure|upload|run',
    summary: 'queue what a machine builds, and publish it from time to time',
    description: [
        'Queues store paths, each a garbage-collector root until it has landed, and sends them to a Git repository or any store of Nix’s.'
    ],
    variables,
    options: _cli_options_js__WEBPACK_IMPORTED_MODULE_0__/* .informing */ .SM,
    examples: [
        {
            does: 'Queue a result and send it to a Git repository',
            line: 'nar-publish queue add ./result\nnar-publish queue upload --target-repository my-org/binstore'
        }
    ],
    isGroup: true,
    subcommands
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
    operandInputs: { package: 'PACKAGE', version: 'VERSION' },
    summary: 'bring a package to a version, its hashes with it',
    description: [
        'Finds where the version and every hash of a package are written (a Nix file, JSON, TOML, wherever it reads them from), sets the new version, ' +
            'computes all hashes that became stale, builds the result, and writes exactly those places of the checkout. Nothing is written unless all of it went well.',
        'PACKAGE is a flake attribute of the checkout (`.#infer`, `./sub#infer`), or a file that is called with callPackage or stands as it is ' +
            '(`file:nix/infer.nix`, `file:default.nix#infer`, `file:pkgs/by-name/in/infer/package.nix`), or all of a set (`.#packages.*`). ' +
            'VERSION is a version or tag, `latest` (the default: the newest release of the package’s source), `branch` or `branch:NAME` for a branch’s newest commit, or `keep` to compute the hashes alone.',
        'Tracked files must be unchanged; with --commit they are so again afterwards, and the next package can follow. With --dry-run nothing is written and the change is printed as a diff; `keep --dry-run` fails when a hash is not what it should be.'
    ],
    options: (0,_cli_options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionsOf */ .cz)('version-sync', [
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
