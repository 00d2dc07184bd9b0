export const id = 1666;
export const ids = [1666];
export const modules = {

/***/ 41149:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInit: () => (/* binding */ runInit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/cli/arguments.ts
var cli_arguments = __webpack_require__(11506);
// EXTERNAL MODULE: ./src/environment.ts
var src_environment = __webpack_require__(92678);
// EXTERNAL MODULE: ./src/inputs/readers.ts
var readers = __webpack_require__(18961);
// EXTERNAL MODULE: ./src/inputs/secrets.ts
var secrets = __webpack_require__(73332);
// EXTERNAL MODULE: ./src/repository/github/api.ts + 4 modules
var github_api = __webpack_require__(60021);
// EXTERNAL MODULE: ./src/repository/limits.ts
var limits = __webpack_require__(3546);
// EXTERNAL MODULE: ./src/repository/pace.ts
var pace = __webpack_require__(50905);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
;// CONCATENATED MODULE: ./src/init/ask.ts



/** By a person at a terminal. Standard output is for the result. */
const personAtTerminal = {
    confirm: () => interruptible(async () => {
        const { default: confirm } = await Promise.all(/* import() */[__webpack_require__.e(6760), __webpack_require__.e(8668)]).then(__webpack_require__.bind(__webpack_require__, 78668));
        return confirm({ message: 'Do it?', default: true }, { output: process.stderr });
    }),
    choose: (message, choices) => interruptible(async () => {
        const { default: select } = await Promise.all(/* import() */[__webpack_require__.e(6760), __webpack_require__.e(9692)]).then(__webpack_require__.bind(__webpack_require__, 29692));
        const shown = choices.map(({ value, says }) => ({ value, name: `${value}  (${says})` }));
        return select({ message, choices: shown }, { output: process.stderr });
    })
};
/** Nobody is there: all is agreed to (`--yes`), and what has no one answer is to be given as an option. */
function nobody(command) {
    return {
        confirm: () => Promise.resolve(true),
        choose: (_message, choices) => {
            const [first] = choices;
            const isClear = first !== undefined && (choices.length === 1 || first.value === '.#default');
            if (isClear)
                return Promise.resolve(first.value);
            const values = choices.map(({ value }) => value);
            return Promise.reject((0,cli_arguments/* usage */.CI)(command, 'option --attribute', `it is to say which of these is published: ${(0,src_text/* shortList */.pg)(values, 10)}`));
        }
    };
}
/** Ctrl-C at a question is what it is everywhere: the signal, with what follows from that. */
async function interruptible(ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (error.name !== 'ExitPromptError')
            throw error;
        process.kill(process.pid, 'SIGINT');
        // Longer than the end of this process takes.
        await (0,promises_.setTimeout)(60_000);
        throw error;
    }
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/repository/git/environment.ts
var environment = __webpack_require__(66714);
// EXTERNAL MODULE: ./src/repository/git/run.ts
var git_run = __webpack_require__(32054);
// EXTERNAL MODULE: ./src/repository/own-repository.ts
var own_repository = __webpack_require__(55553);
;// CONCATENATED MODULE: ./src/init/checkout.ts




/** The work tree that the run stands in, and its repository on GitHub. Throws CHECKOUT_INVALID, REPOSITORY_INVALID, GIT_MISSING. */
async function findCheckout(environment, log) {
    const { workspace, childEnvironment, serverUrl } = environment;
    const git = gitIn(workspace, childEnvironment, log);
    const { status, stdout } = await (0,git_run/* runGit */.EO)(git, ['rev-parse', '--show-toplevel']);
    const root = stdout.toString('utf8').replace(/\n$/, '');
    if (status !== 0 || root === '') {
        throw new errors/* NarPublishError */.f9({
            code: 'CHECKOUT_INVALID',
            subject: workspace,
            reason: 'it is in no work tree of Git, or in one of another user',
            hint: 'Run `nar-publish init` in the checkout of the repository that is to publish.'
        });
    }
    const name = await (0,own_repository/* ownRepository */.d)({ ...environment, workspace: root }, log);
    const [owner, repo] = name?.split('/') ?? [];
    if (owner === undefined || repo === undefined) {
        throw new errors/* NarPublishError */.f9({
            code: 'REPOSITORY_INVALID',
            subject: `${root}, remote origin`,
            reason: `it is missing, or no repository at ${serverUrl}`,
            hint: `\`git remote add origin ${serverUrl}/OWNER/REPO\` names it; GITHUB_SERVER_URL and GITHUB_API_URL name another GitHub.`
        });
    }
    return { root, owner, repo };
}
/** Whether Git has the file as it stands: committed, or at least nothing to be said about it. */
async function isCommitted(root, path, run) {
    const git = gitIn(root, run.environment.childEnvironment, run.log);
    const { status, stdout } = await (0,git_run/* runGit */.EO)(git, ['status', '--porcelain', '--ignored', '--', path]);
    return status === 0 && stdout.length === 0;
}
function gitIn(directory, env, log) {
    return { directory, isWorkTree: true, url: directory, env: (0,environment/* workTreeEnvironment */.R4)(env), log };
}

// EXTERNAL MODULE: ./src/process/find-program.ts
var find_program = __webpack_require__(24459);
// EXTERNAL MODULE: ./src/process/start.ts
var start = __webpack_require__(72589);
// EXTERNAL MODULE: ./src/init/run.ts
var init_run = __webpack_require__(2947);
;// CONCATENATED MODULE: ./src/init/gh.ts




/** Milliseconds that `gh` has for a question: it may ask a keyring. */
const timeLimit = 30_000;
/** Bytes of an answer. */
const largest = 65_536;
/** The token that `gh` is logged in with on this GitHub; null: there is no `gh`, or it is not logged in. */
async function tokenOfGh({ environment, log }) {
    if ((0,find_program/* findProgram */.K)('gh', environment.childEnvironment) === null)
        return null;
    const host = new URL(environment.serverUrl).host;
    const ended = await runGh({ environment, log }, ['auth', 'token', '--hostname', host]);
    const token = ended.stdout.toString('utf8').trim();
    // What is more than a word is no token but something that it has to say.
    return ended.status === 0 && /^[\x21-\x7e]{1,1000}$/.test(token) ? token : null;
}
/** The repository as `--repo` takes it on any GitHub: without its host `gh` would go to the one that it knows first. */
function repositoryForGh({ serverUrl }, repository) {
    const { host } = new URL(serverUrl);
    return host === 'github.com' ? repository : `${host}/${repository}`;
}
/** Stores the signing key, which goes over standard input. Throws GITHUB_REFUSED with the words of `gh`. */
async function setSecretByGh({ environment, log }, repository, value) {
    const args = ['secret', 'set', init_run/* secretName */.Gf, '--repo', repositoryForGh(environment, repository)];
    const ended = await runGh({ environment, log }, args, value);
    if (ended.status === 0)
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'GITHUB_REFUSED',
        subject: `${repository}, secret ${init_run/* secretName */.Gf}`,
        // It may print what it was given.
        reason: (0,start/* exitWords */.Ey)({ program: 'gh', args }, ended).replaceAll(value, () => '***'),
        hint: 'See that `gh auth status` names an account that administers the repository, or give a token with “Secrets: write” (`--token-file`, GH_TOKEN).'
    });
}
/** No prompt: it has no terminal, and a group of its own, so that it cannot find one. */
function runGh({ environment, log }, args, input) {
    const env = {
        ...environment.childEnvironment,
        GH_PROMPT_DISABLED: '1',
        GH_NO_UPDATE_NOTIFIER: '1',
        NO_COLOR: '1'
    };
    const started = (0,start/* startProgram */.Xd)({ program: 'gh', args }, {
        env,
        log,
        timeLimit,
        isGroup: true,
        cwd: environment.workspace,
        ...(input !== undefined && { input: [input] })
    });
    return (0,start/* gatherOutput */.NV)(started, largest);
}

// EXTERNAL MODULE: ./src/repository/github/repository.ts
var github_repository = __webpack_require__(86264);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/inputs/runner-map.ts
var runner_map = __webpack_require__(35112);
// EXTERNAL MODULE: ./src/nix/attribute-names.ts
var attribute_names = __webpack_require__(11438);
// EXTERNAL MODULE: ./src/nix/installable.ts
var installable = __webpack_require__(92532);
// EXTERNAL MODULE: ./src/nix/list-attributes.ts + 2 modules
var list_attributes = __webpack_require__(2713);
// EXTERNAL MODULE: ./src/nix/nix.ts
var nix_nix = __webpack_require__(84280);
;// CONCATENATED MODULE: ./src/init/flake.ts









/** The workflow of one attribute runs on this system. */
const runnerOfOne = 'x86_64-linux';
const allPackages = '.#packages.*';
/**
 * What to publish: what was asked for, or of the flake's packages what is chosen. Throws ATTRIBUTE_INVALID, EVALUATION_FAILED, NIX_MISSING,
 * USAGE when there is nothing to choose from, or nobody who could.
 */
async function chooseAttribute(run) {
    const { attribute } = run.options;
    if (attribute !== null)
        checkAttribute(attribute);
    if (attribute !== null && attribute !== allPackages) {
        return attribute.endsWith('.*')
            ? { attribute, systems: [], tried: [] }
            : { attribute, systems: null, tried: [attribute] };
    }
    const packages = await packagesOf(run);
    const own = packages.get(run.environment.runnerSystem) ?? [];
    const systems = (0,runner_map/* systemsOf */.cT)((0,runner_map/* parseRunnerMap */.e6)(run.environment)).filter((one) => packages.has(one));
    const wanted = attribute ?? (await run.questions.choose('Publish what?', choices(packages, systems)));
    return wanted === allPackages
        ? { attribute: wanted, systems, tried: own.map(reference) }
        : {
            attribute: wanted,
            systems: null,
            tried: own.map(reference).includes(wanted) ? [wanted] : []
        };
}
/** It goes into a workflow, where GitHub would put values into `${{ … }}`. */
function checkAttribute(attribute) {
    (0,installable/* parseInstallable */.d)(attribute);
    if (!attribute.includes('${{'))
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'ATTRIBUTE_INVALID',
        subject: (0,src_text/* quote */.hD)(attribute),
        reason: 'GitHub would take `${{` in a workflow for the beginning of an expression'
    });
}
/** Names of the flake's packages by system, those that can be written as an installable, `default` first. */
async function packagesOf({ environment, log }) {
    const { workspace: root, childEnvironment: env } = environment;
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, 'flake.nix'))) {
        throw nothingToChoose(`${root} has no flake.nix`);
    }
    const nix = await (0,nix_nix/* openNix */.MP)({ cwd: root, env, log });
    const [systems = []] = await namesAt(nix, [['packages']]);
    const names = await namesAt(nix, systems.map((system) => ['packages', system]));
    const packages = systems.map((system, index) => [
        system,
        (names[index] ?? [])
            .filter((name) => writable.test(name))
            .sort((a, b) => Number(b === 'default') - Number(a === 'default'))
    ]);
    const found = new Map(packages.filter(([, list]) => list.length > 0));
    if (found.size === 0)
        throw nothingToChoose('the flake has no packages');
    return found;
}
async function namesAt(nix, places) {
    const found = await (0,attribute_names/* listNames */.Z)(nix, '.', places);
    const failed = places.find((_, index) => found[index] === 'failed');
    // It throws in Nix's words.
    if (failed !== undefined)
        await (0,list_attributes/* listAttributes */.uw)(nix, '.', [{ path: [...failed], kind: 'each' }]);
    return found.map((names) => (Array.isArray(names) ? names : []));
}
/** Others would need quotes of Nix within those of YAML, or are none that an installable can name; `.#packages.*` has them all. */
const writable = /^[\w+-]+$/;
const reference = (name) => `.#${name}`;
function choices(packages, systems) {
    const single = (packages.get(runnerOfOne) ?? []).map((name) => ({
        value: reference(name),
        says: `one package, for ${runnerOfOne}`
    }));
    const all = { value: allPackages, says: `all packages, for ${systems.join(', ')}` };
    const [first, ...others] = single;
    // Where there is no default, what comes first is as good as any.
    return [
        ...(first === undefined ? [] : [first]),
        ...(systems.length === 0 ? [] : [all]),
        ...others
    ];
}
function nothingToChoose(reason) {
    return new errors/* NarPublishError */.f9({
        code: 'USAGE',
        subject: 'option --attribute',
        reason: `${reason}, so that what is published has to be said`,
        hint: "Give it, for example `--attribute './nix#hello'` or `--attribute '.#nixosConfigurations.*'`."
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/binary-cache/signature.ts
var signature = __webpack_require__(40996);
// EXTERNAL MODULE: ./src/nix/run.ts
var run = __webpack_require__(59094);
// EXTERNAL MODULE: ./src/words.ts
var words = __webpack_require__(75846);
;// CONCATENATED MODULE: ./src/init/key.ts









/** The key to sign with: the one that is in the folder, or a new one where GitHub has none. null: there is none here. */
async function provideKey(run, secret) {
    const { options, api, environment } = run;
    const step = 'key';
    const folder = options.keyFolder ?? usualFolder(environment, api);
    refuseWithin(folder, environment.workspace);
    const file = (0,external_node_path_.join)(folder, 'cache.secret');
    if ((0,external_node_fs_.existsSync)(file)) {
        const key = readKey(run, file);
        // GitHub gives no secret back: another machine may have stored another one.
        const told = secret?.isThere === true && !options.replaceSecret
            ? `readers are told ${key.publicKey} when ${init_run/* secretName */.Gf} is of it, which GitHub does not tell`
            : `readers are told ${key.publicKey}`;
        const text = `the key pair is in ${folder}; ${told}`;
        return { key, end: { step, state: 'there', text, todo: [] } };
    }
    if (secret?.isThere === true && !options.replaceSecret) {
        const text = `no key is made: ${api.repository} has the secret ${init_run/* secretName */.Gf}`;
        return { key: null, end: { step, state: 'there', text, todo: [] } };
    }
    const name = options.keyName ?? `${api.owner}-${api.repo}-1`;
    checkName(name);
    const order = `make the key pair ${name} in ${folder}`;
    const ended = await (0,init_run/* announce */.iP)(run, step, order, [
        `nix-store --generate-binary-cache-key ${(0,words/* shellWord */.r7)(name)} cache.secret cache.public`
    ]);
    if (ended !== null)
        return { key: null, end: ended };
    await makeKey(run, name, folder, file);
    const key = readKey(run, file);
    const text = `made the key pair ${name} in ${folder}; readers are told ${key.publicKey}`;
    return { key, end: { step, state: 'done', text, todo: [] } };
}
function usualFolder({ childEnvironment: env, serverUrl }, { owner, repo }) {
    const home = env['XDG_CONFIG_HOME'] ?? (0,external_node_path_.join)(env['HOME'] ?? '/', '.config');
    const { hostname } = new URL(serverUrl);
    // Names of repositories are the same in any case.
    const names = [hostname === 'github.com' ? '' : hostname, owner.toLowerCase(), repo.toLowerCase()];
    return (0,external_node_path_.join)(home, 'nar-publish', ...names);
}
/** A key in the checkout would be committed one day. */
function refuseWithin(folder, root) {
    if (!`${realOf(folder)}${external_node_path_.sep}`.startsWith(`${realOf(root)}${external_node_path_.sep}`))
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: `option --key-folder, ${(0,src_text/* quote */.hD)(folder)}`,
        reason: 'it is in the checkout, from where a secret key is soon committed',
        hint: 'Give a folder outside of it; without the option it is one in `~/.config/nar-publish`.'
    });
}
/** Without links, as far as it is there. */
function realOf(path) {
    if ((0,external_node_fs_.existsSync)(path))
        return (0,external_node_fs_.realpathSync)(path);
    const parent = (0,external_node_path_.dirname)(path);
    return parent === path
        ? path
        : (0,external_node_path_.resolve)(realOf(parent), path.slice(parent.length).replace(/^\/+/, ''));
}
function checkName(name) {
    if ((0,signature/* isPublicKey */.NP)(`${name}:${Buffer.alloc(32).toString('base64')}`) && !name.startsWith('-'))
        return;
    throw new errors/* NarPublishError */.f9({
        code: 'INPUT_INVALID',
        subject: `option --key-name, ${(0,src_text/* quote */.hD)(name)}`,
        reason: 'it is to consist of letters, digits and `._-`, and not to begin with a dash'
    });
}
/** What is in the way of the name stays; what a run that was killed has left is made anew. */
async function makeKey({ environment, log }, name, folder, file) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const unfinished = (0,external_node_path_.join)(folder, '.cache.secret.unfinished');
    const half = (0,external_node_path_.join)(folder, '.cache.public.unfinished');
    (0,external_node_fs_.rmSync)(unfinished, { force: true });
    try {
        // Nix gives the secret half to its owner alone.
        await (0,run/* askNix */.zL)({ cwd: folder, env: environment.childEnvironment, log }, { program: 'nix-store', args: ['--generate-binary-cache-key', name, unfinished, half] });
        (0,external_node_fs_.linkSync)(unfinished, file);
        const publicFile = (0,external_node_path_.join)(folder, 'cache.public');
        await (0,external_node_fs_promises_.writeFile)(publicFile, (0,external_node_fs_.readFileSync)(half), { flag: 'wx' }).catch((error) => {
            if ((0,errors/* codeOf */.$N)(error) !== 'EEXIST')
                throw error;
        });
    }
    finally {
        (0,external_node_fs_.rmSync)(unfinished, { force: true });
        (0,external_node_fs_.rmSync)(half, { force: true });
    }
}
/** Throws SIGNING_KEY_INVALID, naming the file. */
function readKey({ hide, log }, file) {
    const secret = (0,external_node_fs_.readFileSync)(file, 'utf8').trim();
    hide(secret);
    hide(secret.slice(secret.indexOf(':') + 1));
    if (((0,external_node_fs_.statSync)(file).mode & 0o077) !== 0) {
        log.warning(`${file} can be read by other users of this machine; \`chmod 600\` keeps them out.`);
    }
    try {
        return { file, secret, publicKey: (0,signature/* publicKeyText */.gt)((0,signature/* parseSecretKey */.eb)(secret)) };
    }
    catch (error) {
        if (error instanceof errors/* NarPublishError */.f9)
            throw error.with({ subject: file });
        throw error;
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/repository/branch-name.ts
var branch_name = __webpack_require__(33444);
// EXTERNAL MODULE: ./src/repository/github/matching-branches.ts
var matching_branches = __webpack_require__(77932);
;// CONCATENATED MODULE: ./src/init/pages.ts





/** https://docs.github.com/en/rest/pages/pages#get-a-apiname-pages-site */
const pagesReply = schemas/* object */.Ikc({
    html_url: schemas/* string */.YjP().nullish(),
    build_type: schemas/* string */.YjP().nullish(),
    source: schemas/* object */.Ikc({ branch: schemas/* string */.YjP(), path: schemas/* string */.YjP() }).nullish()
});
/**
 * Lets GitHub Pages serve the cache's branch, where there is one and Pages is off. Never of a private repository: the site would be public, or,
 * where the plan has private ones, ask for a login that Nix does not have. `hasPages`: null: GitHub did not say.
 */
async function switchPagesOn(run, { hasPages, isPrivate }) {
    const { api, environment } = run;
    const step = 'pages';
    const served = hasPages === false ? null : await readPages(api);
    if (served !== null)
        return { step, state: 'there', text: served, todo: [] };
    if (isPrivate) {
        const text = `${api.repository} is private, and a site of Pages is not: readers get its raw files, with a token`;
        return { step, state: 'left', text, todo: [] };
    }
    const order = `let GitHub Pages serve branch ${branch_name/* usualBranch */.T5} of ${api.repository}`;
    const { host } = new URL(environment.serverUrl);
    const at = host === 'github.com' ? '' : ` --hostname ${host}`;
    const byHand = `gh api${at} -X POST repos/${api.repository}/pages -f 'source[branch]=${branch_name/* usualBranch */.T5}' -f 'source[path]=/'`;
    if (!(await (0,matching_branches/* branchesWith */.z)(api, branch_name/* usualBranch */.T5)).includes(branch_name/* usualBranch */.T5)) {
        const text = `GitHub Pages can serve branch ${branch_name/* usualBranch */.T5} once the first run has made it`;
        const todo = run.options.skip.has(step) ? [] : [`${byHand}  # after the first run`];
        return { step, state: 'left', text, todo };
    }
    const ended = await (0,init_run/* announce */.iP)(run, step, order, [byHand]);
    if (ended !== null)
        return ended;
    // https://docs.github.com/en/rest/pages/pages#create-a-apiname-pages-site
    const parameters = { source: { branch: branch_name/* usualBranch */.T5, path: '/' } };
    const route = 'POST /repos/{owner}/{repo}/pages';
    const reply = await api.ask({ route, parameters }, pagesReply, ['final', 'lost']);
    if (reply.kind === 'done')
        return { step, state: 'done', text: servesText(api, reply.data), todo: [] };
    // The answer was lost, or somebody else was quicker.
    const now = await readPages(api);
    if (now === null)
        throw reply.error;
    return { step, state: 'done', text: now, todo: [] };
}
/** What Pages serves, as a sentence; null: it is off. */
async function readPages(api) {
    const reply = await api.ask({ route: 'GET /repos/{owner}/{repo}/pages' }, pagesReply, [
        'not-found',
        'final'
    ]);
    if (reply.kind === 'done')
        return servesText(api, reply.data);
    if (reply.kind === 'not-found')
        return null;
    // Its settings are for few, and what is on is left alone anyway.
    if (reply.error.code !== 'TOKEN_FORBIDDEN')
        throw reply.error;
    return `GitHub Pages of ${api.repository} is on, and what it serves is not for this token to see`;
}
function servesText({ repository }, { html_url: url, build_type: type, source }) {
    const what = type === 'workflow' || !source
        ? 'what a workflow deploys'
        : `branch ${(0,src_text/* quote */.hD)(source.branch)}, folder ${(0,src_text/* quote */.hD)(source.path)}`;
    return `GitHub Pages of ${repository} serves ${what}${url ? ` at ${url}` : ''}`;
}

;// CONCATENATED MODULE: ./src/init/seal.ts
/**
 * A text that only the holder of the secret half can read (libsodium's crypto_box_seal), in base64, as GitHub takes a secret.
 * `publicKey`: 32 bytes, base64. https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api
 */
async function seal(text, publicKey) {
    // With it come 400 KB of WebAssembly.
    const { default: sodium } = await __webpack_require__.e(/* import() */ 4768).then(__webpack_require__.bind(__webpack_require__, 54768));
    await sodium.ready;
    return Buffer.from(sodium.crypto_box_seal(text, Buffer.from(publicKey, 'base64'))).toString('base64');
}

;// CONCATENATED MODULE: ./src/init/secret.ts





const publicKeyReply = schemas/* object */.Ikc({
    key_id: schemas/* string */.YjP(),
    key: schemas/* string */.YjP().regex(/^[A-Za-z0-9+/]{43}=$/)
});
/**
 * Whether the repository has the secret. GitHub answers 404 to who may not know as well: so it is first asked for its public key, which needs the
 * same leave. Throws TOKEN_FORBIDDEN. https://docs.github.com/en/rest/actions/secrets
 */
async function readSecretState(api) {
    const key = await api.ask({ route: 'GET /repos/{owner}/{repo}/actions/secrets/public-key' }, publicKeyReply, ['not-found']);
    if (key.kind === 'not-found')
        throw mayNotKnow(key.error);
    const reply = await api.ask({
        route: 'GET /repos/{owner}/{repo}/actions/secrets/{secret_name}',
        parameters: { secret_name: init_run/* secretName */.Gf }
    }, schemas/* object */.Ikc({ name: schemas/* string */.YjP() }), ['not-found']);
    return { isThere: reply.kind === 'done', sealingKey: key.data };
}
function mayNotKnow(error) {
    return error.with({
        code: 'TOKEN_FORBIDDEN',
        hint: 'Give a token with “Secrets: read and write” of an account that administers the repository.'
    });
}
/** Stores the key's secret half where it is not there yet. `state`: null when this step is left out. `key`: null when there is none to store. */
async function storeSecret(run, state, key) {
    const { api, options, environment, hasGh } = run;
    const step = 'secret';
    const isThere = state?.isThere === true;
    if (isThere && !options.replaceSecret) {
        return {
            step,
            state: 'there',
            text: `${api.repository} has the secret ${init_run/* secretName */.Gf}`,
            todo: []
        };
    }
    const way = hasGh ? '`gh secret set`' : 'GitHub’s API';
    const order = `${isThere ? 'replace' : 'store'} the secret ${init_run/* secretName */.Gf} of ${api.repository} by ${way}`;
    const named = repositoryForGh(environment, api.repository);
    const byHand = `gh secret set ${init_run/* secretName */.Gf} --repo ${named} < ${key === null ? 'cache.secret' : (0,words/* shellWord */.r7)(key.file)}`;
    const ended = await (0,init_run/* announce */.iP)(run, step, order, [byHand]);
    if (ended !== null)
        return ended;
    if (key === null || state === null) {
        return { step, state: 'left', text: 'there is no key that could be stored', todo: [byHand] };
    }
    if (hasGh)
        await setSecretByGh(run, api.repository, key.secret);
    else
        await setSecretByApi(api, state.sealingKey, key.secret);
    const { isThere: isSeen } = await readSecretState(api);
    if (isSeen) {
        const text = `stored the secret ${init_run/* secretName */.Gf} of ${api.repository} by ${way}`;
        return { step, state: 'done', text, todo: [] };
    }
    // What was just written may be seen late; what never was would be missed by the first run alone.
    const text = `${way} took the secret, and GitHub does not list it yet`;
    return { step, state: 'left', text, todo: [`gh secret list --repo ${named}`, byHand] };
}
/** https://docs.github.com/en/rest/actions/secrets#create-or-update-a-repository-secret */
async function setSecretByApi(api, { key, key_id: keyId }, value) {
    const parameters = {
        secret_name: init_run/* secretName */.Gf,
        key_id: keyId,
        encrypted_value: await seal(value, key)
    };
    const route = 'PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}';
    await api.call({ route, parameters }, schemas/* unknown */.L5J());
}

// EXTERNAL MODULE: ./src/publish/inputs.ts + 7 modules
var publish_inputs = __webpack_require__(86611);
// EXTERNAL MODULE: ./src/publish/publish.ts + 72 modules
var publish = __webpack_require__(92839);
// EXTERNAL MODULE: ./src/publish/report/text.ts + 1 modules
var report_text = __webpack_require__(23795);
;// CONCATENATED MODULE: ./src/init/try-publish.ts








/** The first publish as a dry run, here: builds, and tells what a run would write. Throws what keeps it from that. */
async function tryPublish(run, { attribute, tried }, key) {
    const { log, hide, scratch, token, api } = run;
    const step = 'publish';
    if (tried.length === 0) {
        const isOther = attribute.endsWith('.*') && attribute !== allPackages;
        const why = isOther
            ? `of patterns only ${allPackages} is`
            : 'it names nothing that this machine could build by itself';
        const text = `${attribute} is not tried here: ${why}`;
        return { step, state: 'left', text, todo: [] };
    }
    const order = `build ${tried.join(' ')} and publish it as a dry run, which writes nothing`;
    const ended = await (0,init_run/* announce */.iP)(run, step, order, [
        `nar-publish publish ${(0,words/* shellWord */.r7)(attribute)} ${api.repository} --dry-run`
    ]);
    if (ended !== null)
        return ended;
    const inputs = {
        mode: 'publish',
        'flake-attribute': tried.join('\n'),
        'target-repository': api.repository,
        'dry-run': 'true',
        token,
        ...(key === null ? { unsigned: 'true' } : { 'signing-key': key.secret })
    };
    const environment = {
        ...run.environment,
        input: (name) => inputs[name] ?? '',
        eventName: null,
        pullRequest: null
    };
    const parsed = (0,publish_inputs/* parsePublishInputs */.Qw)(environment, (0,secrets/* readSecrets */.ql)(environment, hide));
    const { report, error } = await log.group('A publish, as a dry run', () => (0,publish.publish)({ inputs: parsed, environment, scratch, log, timings: [] }));
    for (const line of (0,report_text/* outcomeText */.E)(report).split('\n'))
        log.info(line);
    if (error !== null)
        throw (0,errors/* asNarPublishError */.tS)(error);
    return {
        step,
        state: 'done',
        text: `tried to publish ${tried.join(' ')}: nothing stands in the way`,
        todo: []
    };
}

// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
;// CONCATENATED MODULE: ./src/init/workflow-text.ts

/** The workflow that publishes, as docs/workflows has it: a test compares. */
function workflowText({ attribute, systems, branch }) {
    const wishes = { attribute: scalar(attribute), branch: scalar(pattern(branch)) };
    return systems === null ? oneJob(wishes) : allSystems({ ...wishes, systems });
}
function oneJob({ attribute, branch }) {
    return `# Publishes one system's artifacts on each push, in one job: the quick start. The cache is the branch nix-cache of this repository.
name: publish

on:
  push:
    branches: [${branch}]

permissions: {}

# Runs wait for each other instead of one being cancelled.
concurrency:
  group: nar-publish
  queue: max

jobs:
  publish:
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    permissions:
      contents: write # to commit to the branch nix-cache of this repository
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: cachix/install-nix-action@13d8dd58da0234aa297dedd986986ccb8e7f3e24 # v31.11.1
      - uses: ${version/* home */.i}@v1
        with:
          flake-attribute: ${attribute}
          signing-key: \${{ secrets.NIX_SIGNING_KEY }}
`;
}
function allSystems({ attribute, branch, systems }) {
    const chosen = systems.length === 0 ? '' : `\n      systems: ${systems.join(' ')}`;
    return `# Publishes every package of the flake for all its systems: each derivation is built once, on its own system's runner, and one commit brings all.
# The jobs that build have neither the key nor leave to write. A pull request is built and told in a comment on it what that gave, and it publishes
# nothing; one from a fork tells it in its summary alone.
name: publish

on:
  push:
    branches: [${branch}]
  pull_request:

permissions: {}

jobs:
  publish:
    uses: ${version/* home */.i}/.github/workflows/publish.yml@v1
    permissions:
      contents: write # to commit to the branch nix-cache of this repository; only the job that commits uses it
      pull-requests: write # to comment on a pull request; without it the run's summary tells the same
    with:
      flake-attribute: ${attribute}${chosen}
    secrets:
      signing-key: \${{ secrets.NIX_SIGNING_KEY }}
`;
}
/** A text in YAML, where it may be anything: in double quotes YAML reads what JSON writes. */
function scalar(text) {
    const isPlain = /^(?:\.\/?[\w./-]*#[\w.*+-]+|[A-Za-z][\w./-]*)$/.test(text);
    return isPlain && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) ? text : quoted(text);
}
function quoted(text) {
    // JSON leaves these as they are, and YAML takes some for line ends or not at all.
    return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** GitHub takes a branch in a filter for a pattern. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
function pattern(branch) {
    return branch.replace(/[*?+[\]!\\]/g, (character) => `\\${character}`);
}

;// CONCATENATED MODULE: ./src/init/workflow.ts






const commit = `git add ${init_run/* workflowPath */.RB} && git commit -m 'Publish to a binary cache' && git push`;
/** Writes the workflow where the checkout has none of that name, and none that uses nar-publish. Throws FILE_UNUSABLE. */
async function writeWorkflow(run, wishes) {
    const step = 'workflow';
    const { workspace: root } = run.environment;
    const there = findWorkflow(root);
    if (there !== null) {
        const isKnown = run.options.skip.has(step) || isText((0,external_node_path_.join)(root, there), workflowText(wishes));
        const isNew = there === init_run/* workflowPath */.RB && !(await isCommitted(root, there, run));
        // What it does is not judged: it may be about something else, or only use a cache.
        const look = `see that ${there} publishes ${wishes.attribute}: no workflow was written beside it`;
        const todo = [...(isKnown ? [] : [look]), ...(isNew ? [commit] : [])];
        return { step, state: 'there', text: `${there} is there and stays as it is`, todo };
    }
    const systems = wishes.systems === null ? '' : ' for each of its systems';
    const order = `write ${init_run/* workflowPath */.RB}, which publishes ${wishes.attribute}${systems} at each push to ${wishes.branch}`;
    const ended = await (0,init_run/* announce */.iP)(run, step, order);
    if (ended !== null)
        return ended;
    writeNew(root, workflowText(wishes));
    return { step, state: 'done', text: `wrote ${init_run/* workflowPath */.RB}; it is not committed`, todo: [commit] };
}
/** The workflow that publishes already: a file of that name, whatever is in it, or one that uses nar-publish. null: there is none. */
function findWorkflow(root) {
    const folder = (0,external_node_path_.dirname)(init_run/* workflowPath */.RB);
    // A folder that is a link would lead out of the checkout.
    for (const path of [(0,external_node_path_.dirname)(folder), folder]) {
        const stats = statsOf((0,external_node_path_.join)(root, path));
        if (stats === null)
            return null;
        if (!stats.isDirectory())
            throw unusable(root, path);
    }
    if (statsOf((0,external_node_path_.join)(root, init_run/* workflowPath */.RB)) !== null)
        return init_run/* workflowPath */.RB;
    const files = (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder), { withFileTypes: true });
    const using = files.find((file) => file.isFile() && /\.ya?ml$/.test(file.name) && uses((0,external_node_path_.join)(root, folder, file.name)));
    return using === undefined ? null : `${folder}/${using.name}`;
}
function uses(file) {
    return (0,external_node_fs_.readFileSync)(file, 'utf8')
        .split('\n')
        .some((line) => /^[^#]*\buses["']?\s*:\s*["']?[\w.-]+\/nar-publish[/@]/.test(line));
}
/** Of a file alone: a link may lead anywhere. */
function isText(file, text) {
    return statsOf(file)?.isFile() === true && (0,external_node_fs_.readFileSync)(file, 'utf8') === text;
}
/** Whole or not at all, and never over what somebody put there meanwhile. */
function writeNew(root, text) {
    const file = (0,external_node_path_.join)(root, init_run/* workflowPath */.RB);
    const unfinished = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), '.publish.yml.unfinished');
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
    (0,external_node_fs_.rmSync)(unfinished, { force: true });
    try {
        (0,external_node_fs_.writeFileSync)(unfinished, text, { flag: 'wx' });
        (0,external_node_fs_.linkSync)(unfinished, file);
    }
    finally {
        (0,external_node_fs_.rmSync)(unfinished, { force: true });
    }
}
/** Of the name itself, be it a link; null: there is nothing. */
function statsOf(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path);
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'ENOENT')
            return null;
        throw error;
    }
}
function unusable(root, path) {
    return new errors/* NarPublishError */.f9({
        code: 'FILE_UNUSABLE',
        subject: (0,external_node_path_.join)(root, path),
        reason: 'it is a link or a file, where GitHub looks for a folder',
        hint: `Move it away, or leave the step out with \`--skip workflow\`.`
    });
}

;// CONCATENATED MODULE: ./src/init/init.ts








/**
 * A first day, step by step: each is told, asked about and then done, and what was done stays when a later one fails. Throws what keeps it from
 * beginning.
 */
async function init(run) {
    const repository = await (0,github_repository/* readRepository */.N)(run.api);
    const secret = run.options.skip.has('secret') ? null : await readSecretState(run.api);
    const chosen = await chooseAttribute(run);
    const { attribute, systems } = chosen;
    const steps = [];
    let key = null;
    let error = null;
    try {
        const provided = await provideKey(run, secret);
        key = provided.key;
        steps.push(provided.end);
        steps.push(await storeSecret(run, secret, key));
        steps.push(await writeWorkflow(run, { attribute, systems, branch: repository.defaultBranch }));
        steps.push(await switchPagesOn(run, repository));
        steps.push(await tryPublish(run, chosen, key));
    }
    catch (thrown) {
        error = (0,errors/* asNarPublishError */.tS)(thrown);
    }
    const publicKey = key?.publicKey ?? null;
    return { report: { repository: run.api.repository, attribute, systems, publicKey, steps }, error };
}

// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
;// CONCATENATED MODULE: ./src/init/report.ts


const headings = [
    ['planned', 'Would be done'],
    ['done', 'Done'],
    ['there', 'Was there'],
    ['left', 'Not done']
];
/** For people: what was done, what was there, and what is left to do. */
function initText(report) {
    const { repository, steps } = report;
    const sections = headings.flatMap(([state, heading]) => {
        const found = steps.filter((step) => step.state === state);
        return found.length === 0
            ? []
            : [heading, ...found.map(({ step, text }) => `  ${step}: ${text}`)];
    });
    const todo = todoOf(report);
    return (0,harmless/* terminalText */.eR)([
        repository,
        ...sections,
        ...(todo.length === 0 ? [] : ['Left to do', ...todo.map((line) => `  ${line}`)])
    ]);
}
function initJson(report) {
    const { repository, attribute, systems, publicKey, steps } = report;
    const told = steps.map(({ step, state, text }) => ({ step, state, text }));
    return {
        repository,
        attribute,
        systems,
        'public-key': publicKey,
        steps: told,
        todo: todoOf(report)
    };
}
/** In the order of the steps, but what is to be committed comes before what waits for a run. */
function todoOf({ steps }) {
    const order = (end) => init_run/* stepNames */.Ve.indexOf(end.step);
    return [...steps].sort((a, b) => order(a) - order(b)).flatMap(({ todo }) => todo);
}

;// CONCATENATED MODULE: ./src/init/command.ts














/** `nar-publish init`: sets up the repository of the checkout. */
async function runInit(run) {
    const { log, scratch } = run;
    const options = optionsOf(run);
    const questions = questionsOf(run);
    const here = run.environmentWith(new Map());
    const given = (0,secrets/* readSecrets */.ql)(here, log.hide).token;
    (0,src_environment/* forgetSecrets */.DL)();
    const { root, owner, repo } = await findCheckout(here, log);
    // Attributes and the workflow are about the root, wherever in the checkout the command was called.
    const environment = { ...here, workspace: root };
    // Who gives a token means that one, and not whoever `gh` is.
    const ofGh = given === '' ? await tokenOfGh({ environment, log }) : null;
    if (ofGh !== null)
        log.hide(ofGh);
    const token = ofGh ?? given;
    (0,secrets/* checkToken */.SK)(token, 'github', environment);
    const api = new github_api/* GitHubApi */.y({
        ...{ owner, repo, token, log },
        apiUrl: environment.apiUrl,
        isForkPullRequest: false,
        limits: limits/* defaultLimits */.M,
        pace: pace/* realPace */.O
    });
    const { report, error } = await init({
        ...{ options, questions, environment, api, log, scratch, token },
        hasGh: ofGh !== null,
        hide: log.hide
    });
    return { json: initJson(report), text: initText(report), error };
}
/** Throws USAGE. */
function optionsOf({ command, arguments: given }) {
    const [operand] = given.operands;
    if (operand !== undefined)
        throw (0,cli_arguments/* usage */.CI)(command, 'arguments', 'it takes none but options');
    const value = (name) => given.values.get(name)?.[0]?.trim() ?? null;
    const isOn = (name) => given.switches.get(name) === true;
    const keyFolder = value('key-folder');
    const skip = (given.values.get('skip') ?? []).map((name) => {
        if ((0,readers/* isOneOf */.EK)(init_run/* stepNames */.Ve, name))
            return name;
        throw (0,cli_arguments/* usage */.CI)(command, 'option --skip', `the steps are ${init_run/* stepNames */.Ve.join(', ')}`);
    });
    return {
        attribute: value('attribute'),
        keyName: value('key-name'),
        keyFolder: keyFolder === null ? null : (0,external_node_path_.resolve)(keyFolder),
        replaceSecret: isOn('replace-secret'),
        skip: new Set(skip),
        dryRun: isOn('dry-run')
    };
}
/** Throws USAGE when nobody can be asked and nobody agreed. */
function questionsOf({ command, arguments: { switches } }) {
    const isTerminal = process.stdin.isTTY && process.stderr.isTTY;
    if (switches.get('yes') === true)
        return nobody(command);
    if (isTerminal)
        return personAtTerminal;
    if (switches.get('dry-run') === true)
        return nobody(command);
    throw (0,cli_arguments/* usage */.CI)(command, 'option --yes', 'there is no terminal to ask on, and nobody agreed to what is to be done');
}


/***/ }),

/***/ 35112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ runnerFor),
/* harmony export */   cT: () => (/* binding */ systemsOf),
/* harmony export */   e6: () => (/* binding */ parseRunnerMap)
/* harmony export */ });
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18961);
/* harmony import */ var _systems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81967);


/** GitHub's own runners. */
const defaultRunners = [
    ['x86_64-linux', 'ubuntu-24.04'],
    ['aarch64-linux', 'ubuntu-24.04-arm'],
    ['aarch64-darwin', 'macos-15'],
    ['x86_64-darwin', 'macos-15-intel']
];
/** `system=label`, or `system+feature=[a, b]` with blanks inside of the brackets. */
const entry = /\s*([^\s=]+)=(?:\[([^\][]*)\]|([^\s[\]]+))(?=\s|$)/y;
const labelPattern = /^[\w.:/@+ -]{1,256}$/;
const featurePattern = /^[\w.-]{1,256}$/;
/**
 * For derivations of a system that need these features (`requiredSystemFeatures`): the entry with the most features, all of which are
 * needed; of several the one that was written first. undefined: the system has no runner.
 */
function runnerFor(runners, system, features) {
    let best;
    for (const [key, label] of runners) {
        const [own, ...needed] = key.split('+');
        const isFitting = own === system && needed.every((feature) => features.includes(feature));
        if (isFitting && needed.length > (best?.count ?? -1))
            best = { label, count: needed.length };
    }
    return best?.label;
}
/** Those that have a runner: `runner-map` without its entries for features. */
function systemsOf(runners) {
    return [...runners.keys()].filter(_systems_js__WEBPACK_IMPORTED_MODULE_1__/* .isSystem */ .y);
}
/** The default runners, with those of `runner-map` on top, by `system` or `system+feature+…` in order. Throws INPUT_INVALID. */
function parseRunnerMap(environment) {
    const runners = new Map(defaultRunners);
    const text = environment.input('runner-map');
    entry.lastIndex = 0;
    while (entry.lastIndex < text.trimEnd().length) {
        const start = entry.lastIndex;
        const [, written = '', several, one = ''] = entry.exec(text) ?? [];
        const key = parseKey(written);
        const labels = several === undefined ? [one] : labelsOf(several);
        if (key === null || labels.length === 0 || !labels.every((label) => labelPattern.test(label))) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('runner-map', text.slice(start).trim(), '`system=label`, `system=[label, label]` or `system+feature=label`, separated by spaces or lines');
        }
        runners.set(key, several === undefined ? one : labels);
    }
    for (const key of runners.keys()) {
        const [system = ''] = key.split('+');
        if (!runners.has(system)) {
            throw (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('runner-map', key, `it together with \`${system}=label\`, for what needs no such feature`);
        }
    }
    return runners;
}
/** `system+a+b`, whatever the order of its features. */
function parseKey(text) {
    const [system = '', ...features] = text.split('+');
    if (!(0,_systems_js__WEBPACK_IMPORTED_MODULE_1__/* .isSystem */ .y)(system) || !features.every((feature) => featurePattern.test(feature)))
        return null;
    return [system, ...[...new Set(features)].sort()].join('+');
}
function labelsOf(text) {
    return text
        .split(',')
        .map((label) => label.trim().replace(/^(["'])(.*)\1$/, '$2'))
        .filter((label) => label !== '');
}


/***/ }),

/***/ 11438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ listNames)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _list_attributes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2713);


const names = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP());
/**
 * What sets of a flake have, of which nothing is looked at: one evaluation for each output that they are of. `places`: paths from the
 * output on, in whose order it answers.
 */
async function listNames(nix, flake, places) {
    const found = new Map();
    for (const [output, asked] of Map.groupBy(places, ([first = '']) => first)) {
        const about = {
            nix,
            command: (0,_list_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .applied */ .Ic)(`${flake}#${output}`),
            describe: '(set: if builtins.isAttrs set then builtins.attrNames set else null)',
            shape: names,
            patience: Infinity
        };
        const questions = asked.map((place) => ({ path: place.slice(1), kind: 'one' }));
        const answers = await (0,_list_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .answerAll */ .iz)(about, questions);
        for (const [index, place] of asked.entries()) {
            const answer = Array.isArray(answers) ? (answers[index] ?? null) : [];
            found.set(place, answer === null ? null : (answer[0]?.described ?? 'failed'));
        }
    }
    return places.map((place) => found.get(place) ?? null);
}


/***/ }),

/***/ 62198:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K4: () => (/* binding */ queryClosure),
/* harmony export */   LP: () => (/* binding */ queryClosureInfos),
/* harmony export */   bj: () => (/* binding */ queryClosures),
/* harmony export */   v9: () => (/* binding */ closureWithin)
/* harmony export */ });
/* unused harmony export queryClosureOfSome */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _gc_roots_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44681);
/* harmony import */ var _derivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55875);
/* harmony import */ var _path_info_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14237);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59094);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93861);






/**
 * The closure of valid store paths, sorted, each path once; what does not stay with those paths is kept from the garbage collector as
 * well. Throws STORE_PATH_MISSING when one of them is not valid, or when
 * `source` or `cache` need a deriver that this store does not have.
 */
async function queryClosure(nix, storePaths, type) {
    const { starts, lost } = await startsOf(nix, storePaths, type);
    for (const error of lost.values())
        throw error;
    return closureOf(nix, [...starts.values()], type);
}
/** The same of those that have one, and why the `lost` others have none. */
async function queryClosureOfSome(nix, storePaths, type) {
    const { starts, lost } = await startsOf(nix, storePaths, type);
    return { closure: await closureOf(nix, [...starts.values()], type), lost };
}
/** The same, with what Nix's database knows of each path of it: by one command where all are whole. */
async function queryClosureInfos(nix, storePaths, type) {
    if (type === 'binary') {
        const infos = await (0,_path_info_js__WEBPACK_IMPORTED_MODULE_3__/* .queryRecursiveInfos */ .mx)(nix, sortedOnce(storePaths));
        if (infos !== null)
            return { infos, lost: new Map() };
    }
    const { closure, lost } = await queryClosureOfSome(nix, storePaths, type);
    return { infos: await (0,_path_info_js__WEBPACK_IMPORTED_MODULE_3__/* .queryPathInfo */ .iO)(nix, closure), lost };
}
/** The closure of each by itself. Throws as queryClosure does. */
async function queryClosures(nix, storePaths, type) {
    const { starts, lost } = await startsOf(nix, storePaths, type);
    for (const error of lost.values())
        throw error;
    const closures = new Map();
    if (type === 'cache') {
        // Which outputs belong to a derivation only Nix knows.
        for (const [path, start] of starts)
            closures.set(path, await closureOf(nix, [start], type));
        return closures;
    }
    const whole = await closureOf(nix, [...starts.values()], type);
    const infos = type === 'bare' ? new Map() : await (0,_path_info_js__WEBPACK_IMPORTED_MODULE_3__/* .queryPathInfo */ .iO)(nix, whole);
    const referencesOf = (path) => infos.get(path)?.references ?? [];
    for (const [path, start] of starts)
        closures.set(path, reachable(start, referencesOf).sort());
    return closures;
}
/** The closure of paths as far as it is known what they refer to, sorted; null: of one of it that is not known. */
function closureWithin(references, storePaths) {
    const seen = new Set(storePaths);
    // A set gives what is added to it while it is read.
    for (const path of seen) {
        const others = references.get(path);
        if (others === undefined)
            return null;
        for (const other of others)
            seen.add(other);
    }
    return [...seen].sort();
}
/** It and all that it leads to. */
function reachable(start, next) {
    const seen = new Set([start]);
    // A set gives what is added to it while it is read.
    for (const path of seen)
        for (const other of next(path))
            seen.add(other);
    return [...seen];
}
async function startsOf(nix, storePaths, type) {
    const invalid = await (0,_validity_js__WEBPACK_IMPORTED_MODULE_5__/* .invalidPaths */ .i)(nix, storePaths);
    const valid = storePaths.filter((path) => !invalid.has(path));
    const isSelf = type === 'bare' || type === 'binary';
    const derivers = isSelf ? new Map() : await (0,_derivers_js__WEBPACK_IMPORTED_MODULE_2__/* .queryDerivers */ .f)(nix, valid);
    // A .drv stands for itself.
    const startOf = (path) => isSelf || path.endsWith('.drv') ? path : derivers.get(path);
    const gone = isSelf
        ? new Set()
        : await (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_1__/* .holdPaths */ .Sq)(nix, valid.flatMap((path) => startOf(path) ?? []));
    const found = { starts: new Map(), lost: new Map() };
    for (const path of storePaths) {
        const start = startOf(path);
        if (invalid.has(path))
            found.lost.set(path, (0,_validity_js__WEBPACK_IMPORTED_MODULE_5__/* .missingStorePath */ .T)(path));
        else if (start === undefined)
            found.lost.set(path, missingDeriver(path, 'its database has none for it'));
        else if (gone.has(start))
            found.lost.set(path, missingDeriver(start, 'the derivation was fetched or deleted'));
        else
            found.starts.set(path, start);
    }
    return found;
}
/** `starts`: see Starts. */
async function closureOf(nix, starts, type) {
    switch (type) {
        case 'bare':
            return sortedOnce(starts);
        case 'binary':
        case 'source':
            return query(nix, ['--requisites'], sortedOnce(starts));
        case 'cache':
            return heldOf(nix, await query(nix, ['--requisites', '--include-outputs'], sortedOnce(starts)));
    }
}
/** Outputs that nothing refers to may have gone since they were seen. */
async function heldOf(nix, closure) {
    const lost = nix.roots === undefined
        ? new Set()
        : await (0,_gc_roots_js__WEBPACK_IMPORTED_MODULE_1__/* .holdPaths */ .Sq)(nix, closure.filter((path) => !path.endsWith('.drv')));
    return closure.filter((path) => !lost.has(path));
}
async function query(nix, flags, paths) {
    return sortedOnce(await (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .queryStore */ .cZ)(nix, ['--query', ...flags], paths));
}
function missingDeriver(subject, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'STORE_PATH_MISSING',
        subject,
        reason: `the derivation of this closure is not in this machine’s store: ${why}`,
        hint: 'Evaluate and build it in the same job, or use `closure: binary`.',
        terminal: { hint: 'Evaluate and build it on this machine, or use `closure: binary`.' }
    });
}
function sortedOnce(paths) {
    return [...new Set(paths)].sort();
}


/***/ }),

/***/ 30803:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ requisitesOf),
/* harmony export */   SV: () => (/* binding */ queryDerivationGraph),
/* harmony export */   qw: () => (/* binding */ isDerivation)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82094);
/* harmony import */ var _path_info_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14237);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59094);




const entry = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    references: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    registrationTime: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nullish()
});
const anyShape = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(entry.extend({ path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz([2, 3]), info: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), entry) })
        .transform(({ info }) => byPath(info)),
    // The format's version and the store's folder may stand beside the paths.
    zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([entry, zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()])).transform(byPath)
]);
function byPath(infos) {
    return Object.entries(infos).flatMap(([path, info]) => typeof info === 'object' ? [{ path, ...info }] : []);
}
/** These valid .drv files, by default with all that they are made with, by their paths. */
async function queryDerivationGraph(nix, drvPaths, { closure } = { closure: true }) {
    const graph = new Map();
    for (const chunk of (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .chunkOperands */ .y)(drvPaths)) {
        const { program, args } = (0,_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .pathInfoCommand */ .zQ)(nix, chunk, 'derivations');
        const all = closure ? ['path-info', '--recursive', ...args.slice(1)] : args;
        const answer = await (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .expectNix */ .lr)(nix, { program, args: all });
        try {
            for (const { path, references, registrationTime } of anyShape.parse(JSON.parse(answer))) {
                graph.set((0,_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .fullPath */ .jS)(path), {
                    inputDrvs: references.map(_path_info_js__WEBPACK_IMPORTED_MODULE_0__/* .fullPath */ .jS).filter(isDerivation),
                    registeredAt: registrationTime ?? 0
                });
            }
        }
        catch (cause) {
            throw (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownAnswer */ .NF)(nix, 'nix path-info', 'derivations', cause);
        }
    }
    return graph;
}
/** All that a derivation is made with, and itself last, in the order of `nix-store --query --requisites`. */
function requisitesOf(graph, drvPath) {
    const inputsOf = (drv) => graph.get(drv)?.inputDrvs.toSorted() ?? [];
    const needed = new Set([drvPath]);
    // A set gives what is added to it while it is read.
    for (const drv of needed)
        for (const input of inputsOf(drv))
            needed.add(input);
    const sorted = new Set();
    const visit = (drv) => {
        if (sorted.has(drv))
            return;
        for (const input of inputsOf(drv))
            visit(input);
        sorted.add(drv);
    };
    for (const drv of [...needed].sort())
        visit(drv);
    return [...sorted];
}
function isDerivation(path) {
    return path.endsWith('.drv');
}


/***/ }),

/***/ 23795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ outcomeText)
});

// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(85901);
// EXTERNAL MODULE: ./src/harmless.ts
var harmless = __webpack_require__(51616);
// EXTERNAL MODULE: ./src/pins/pin.ts
var pin = __webpack_require__(16099);
// EXTERNAL MODULE: ./src/report/sentence.ts
var sentence = __webpack_require__(6501);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/publish/report/types.ts
var types = __webpack_require__(61379);
;// CONCATENATED MODULE: ./src/publish/report/outcome.ts




/** What was published, or that nothing was, and why. */
function outcomeSentence(report) {
    const { outcome, target, commit } = report;
    const where = (0,sentence/* say */.cv) `${target.name}, branch ${(0,sentence/* code */.aY)(target.branch)}`;
    const what = (0,sentence/* words */.aL)(brought(report));
    const why = (0,sentence/* words */.aL)(reasons(report));
    const failed = (0,sentence/* either */.gP)(failedSentence(report), []);
    switch (outcome) {
        case 'published': {
            const at = commit === null ? [] : (0,sentence/* say */.cv) `, in commit ${(0,sentence/* link */.nf)(commit.sha.slice(0, 7), commit.url)}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Published`} ${what} to ${where}${(0,sentence/* either */.gP)(at, [])}.${failed}`;
        }
        case 'nothing-new':
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: ${why}.`;
        case 'dry-run':
            return bringsNothing(report)
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run`}: nothing would be published to ${where}: ${why}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Dry run, nothing was written`}: ${what} would go to ${where}.${failed}`;
        case 'fork': {
            const more = bringsNothing(report)
                ? (0,sentence/* say */.cv) ` Nothing is new either: ${why}.`
                : (0,sentence/* say */.cv) ` New would be ${what}.${failed}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: ${sentence/* fromFork */.NY}${(0,sentence/* either */.gP)(more, [])}`;
        }
        case 'pull-request': {
            const more = bringsNothing(report)
                ? (0,sentence/* say */.cv) ` Nothing is new either: ${why}.`
                : (0,sentence/* say */.cv) ` New would be ${what}.${failed}`;
            return (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was published`} to ${where}: the run is for a pull request, which is only built (${(0,sentence/* code */.aY)('on-pull-request')}).${(0,sentence/* either */.gP)(more, [])}`;
        }
        case 'packed': {
            const commits = (0,sentence/* either */.gP)((0,sentence/* say */.cv) `a run with ${(0,sentence/* code */.aY)('phase: commit')}`, (0,sentence/* say */.cv) `--phase commit`);
            return bringsNothing(report)
                ? (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Nothing was packed`} for ${where}: ${why}.`
                : (0,sentence/* say */.cv) `${(0,sentence/* strong */.ko) `Packed`} ${what} for ${where}; ${commits} publishes it.${failed}`;
        }
    }
}
/** Where the branch of the source repository is that follows readers. */
function cachedBranchSentence(branch) {
    const { name, repository, commit, isMoved } = branch;
    const at = (0,sentence/* link */.nf)(commit.sha.slice(0, 7), commit.url);
    const verb = (0,sentence/* words */.aL)(isMoved ? 'is at' : 'was there before, at');
    return (0,sentence/* say */.cv) `Branch ${(0,sentence/* code */.aY)(name)} of ${repository} ${verb} ${at}: readers get all of it from the cache.`;
}
function bringsNothing(report) {
    const { published, closure, signed, movedPins, unpinned } = report;
    const pins = movedPins.length + unpinned.length;
    return published.length + closure.length + signed.length + pins === 0;
}
/** `2 artifacts and 1 path of the closure (3 NARs, 1.2 MB, unpacked 3.4 MB)`, or `1 pin` */
function brought(report) {
    const { published, closure, signed, movedPins, unpinned, uploads } = report;
    const what = [
        ...(published.length === 0 ? [] : [(0,src_text/* count */.U9)(published.length, 'artifact')]),
        ...(closure.length === 0 ? [] : [`${(0,src_text/* count */.U9)(closure.length, 'path')} of the closure`]),
        ...(signed.length === 0 ? [] : [`the signature of ${(0,src_text/* count */.U9)(signed.length, 'path')}`]),
        ...(movedPins.length === 0 ? [] : [(0,src_text/* count */.U9)(movedPins.length, 'pin')]),
        ...(unpinned.length === 0 ? [] : [`the end of ${(0,src_text/* count */.U9)(unpinned.length, 'pin')}`])
    ];
    // Pins and signatures bring none.
    if (uploads.nars === 0)
        return (0,src_text/* list */.p_)(what);
    const size = `${(0,pretty_bytes/* default */.A)(uploads.fileBytes)}, unpacked ${(0,pretty_bytes/* default */.A)(uploads.narBytes)}`;
    return `${(0,src_text/* list */.p_)(what)} (${(0,src_text/* count */.U9)(uploads.nars, 'NAR')}, ${size})`;
}
function failedSentence({ failures }) {
    const number = (0,sentence/* words */.aL)((0,src_text/* count */.U9)(failures.length, 'installable'));
    return failures.length === 0 ? [] : (0,sentence/* say */.cv) ` ${(0,sentence/* strong */.ko) `${number} failed.`}`;
}
const skipTexts = {
    held: 'already in the target',
    upstream: 'in upstream caches',
    excluded: 'excluded',
    handed: 'packed by another job'
};
/** For each reason that there was: `2 paths already in the target`, and which. */
function skippedGroups({ skipped }) {
    return types/* skipReasons */.d.flatMap((reason) => {
        const paths = skipped.filter((path) => path.reason === reason);
        return paths.length === 0
            ? []
            : [{ heading: `${(0,src_text/* count */.U9)(paths.length, 'path')} ${skipTexts[reason]}`, paths }];
    });
}
function reasons(report) {
    // Between the look at the branch and the commit; the commit of the other one holds it all.
    if (!bringsNothing(report))
        return 'another publisher brought the same meanwhile';
    const { failures } = report;
    const texts = skippedGroups(report).map(({ heading }) => heading);
    if (failures.length > 0)
        texts.push(`${(0,src_text/* count */.U9)(failures.length, 'installable')} failed`);
    return texts.length === 0 ? 'no store path was asked for' : (0,src_text/* list */.p_)(texts);
}

;// CONCATENATED MODULE: ./src/publish/report/text.ts






/** What a publish did, in a few lines for a terminal. */
function outcomeText(report) {
    const { target, commit, signedBy, failures, cachedBranch } = report;
    const lines = [
        (0,sentence/* onTerminal */.sj)(outcomeSentence(report)),
        ...(cachedBranch === undefined ? [] : [(0,sentence/* onTerminal */.sj)(cachedBranchSentence(cachedBranch))]),
        ...report.published.map(({ storePath, fileSize }) => `  ${storePath}  ${(0,pretty_bytes/* default */.A)(fileSize)}`),
        ...report.pins.map(pin/* pinLine */.cW),
        ...report.unpinned.map(pin/* unpinLine */.by),
        ...skippedGroups(report).map(({ heading }) => `  ${heading}`),
        ...failures.map(({ installable, code }) => `  failed: ${installable} (${code})`),
        ...(commit === null ? [] : [`commit       ${commit.url || commit.sha}`]),
        `substituter  ${target.substituterUrl ?? `none: readers clone ${target.cloneUrl ?? target.name}`}`,
        ...(signedBy.length === 0 ? [keyless(report)] : signedBy).map((key) => `public key   ${key}`),
        ...report.notes.map((note) => `note: ${note}`)
    ];
    return (0,harmless/* terminalText */.eR)(lines);
}
function keyless(report) {
    const { outcome, cacheKeys = [] } = report;
    if (outcome === 'packed')
        return 'none yet: --phase commit signs';
    // A run with nothing to write does not read whether others sign.
    if (bringsNothing(report))
        return 'none given: this run signed nothing';
    return cacheKeys.length === 0
        ? 'none: the cache is unsigned'
        : `none given; the cache has ${(0,src_text/* list */.p_)(cacheKeys)}`;
}


/***/ }),

/***/ 6501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NY: () => (/* binding */ fromFork),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   sj: () => (/* binding */ onTerminal)
/* harmony export */ });
/* unused harmony export inMarkdown */
/* harmony import */ var _markdown_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(560);

/** The template's words are ours; a string in it is somebody's text. */
function say(words, ...values) {
    return words.flatMap((text, index) => {
        const value = values[index] ?? [];
        const said = typeof value === 'string' ? [{ kind: 'text', text: value }] : value;
        return [{ kind: 'words', text }, ...said];
    });
}
/** As `say`, in bold. */
function strong(words, ...values) {
    return [{ kind: 'strong', said: say(words, ...values) }];
}
/** Our own words, worked out. */
function words(text) {
    return [{ kind: 'words', text }];
}
function code(text) {
    return [{ kind: 'code', text }];
}
function link(text, url) {
    return [{ kind: 'link', text, url }];
}
/** What the two say differently: a terminal has options and no inputs, and what its next lines tell is not told twice. */
function either(summary, terminal) {
    return [{ kind: 'either', summary, terminal }];
}
const fromFork = either(say `the job runs for a pull request from a fork, whose token may only read.`, say `a pull request from a fork may only read.`);
function inMarkdown(sentence) {
    return sentence.map(markdownPiece).join('');
}
function markdownPiece(piece) {
    switch (piece.kind) {
        case 'words':
            return piece.text;
        case 'text':
            return markdownText(piece.text);
        case 'code':
            return markdownCode(piece.text);
        case 'link':
            return markdownLink(markdownText(piece.text), piece.url);
        case 'strong':
            return `**${inMarkdown(piece.said)}**`;
        case 'either':
            return inMarkdown(piece.summary);
    }
}
/** Whoever prints it makes the whole line plain. */
function onTerminal(sentence) {
    return sentence
        .map((piece) => {
        if (piece.kind === 'strong')
            return onTerminal(piece.said);
        return piece.kind === 'either' ? onTerminal(piece.terminal) : piece.text;
    })
        .join('');
}


/***/ }),

/***/ 77932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ branchesWith)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

const folder = 'refs/heads/';
/** Names of the branches that begin so. One request. */
async function branchesWith(api, prefix) {
    const refs = await api.call({
        route: 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
        parameters: { ref: `heads/${prefix}` }
    }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })));
    return refs.flatMap(({ ref }) => (ref.startsWith(folder) ? [ref.slice(folder.length)] : []));
}


/***/ })

};
