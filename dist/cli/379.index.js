export const id = 379;
export const ids = [379];
export const modules = {

/***/ 54204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ bringChanges)
});

// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(79786);
// EXTERNAL MODULE: ./src/sync/propose/book.ts + 1 modules
var propose_book = __webpack_require__(62197);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./src/repository/github/pull-request-shape.ts
var pull_request_shape = __webpack_require__(7823);
;// CONCATENATED MODULE: ./src/repository/github/issues.ts


const issueShape = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    state: schemas/* enum */.k5n(['open', 'closed']),
    user: pull_request_shape/* login */.i.nullable(),
    /** Every pull request is an issue, too. */
    pull_request: schemas/* object */.Ikc({}).nullish()
})
    .transform(({ html_url: url, body, user, pull_request, ...issue }) => ({
    ...issue,
    url,
    body: body ?? '',
    author: user?.login ?? null,
    isPullRequest: (pull_request ?? null) !== null
}));
/** Of somebody who has opened more issues and pull requests, those are looked through that were changed last. */
const mostIssues = 1000;
/** A repository's issues. Each call throws TOKEN_FORBIDDEN, and GITHUB_REFUSED where issues are switched off. */
class Issues {
    #api;
    constructor(api) {
        this.#api = api;
    }
    /** Issues, and no pull requests, that `creator` has opened, whatever their state: the one that was changed last first. */
    async by(creator) {
        const all = await this.#api.callPages({
            route: 'GET /repos/{owner}/{repo}/issues',
            parameters: { creator, state: 'all', sort: 'updated', direction: 'desc' }
        }, issueShape, mostIssues);
        return all.filter(({ isPullRequest }) => !isPullRequest);
    }
    async read(number) {
        return this.#api.call({
            route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
            parameters: { issue_number: number }
        }, issueShape);
    }
    /** Opens one. `find`: looks for it when the answer was lost, so that none is opened twice. */
    async open(issue, find) {
        const patience = this.#api.patience();
        for (;;) {
            await this.#api.content.turn();
            const reply = await this.#api.ask({ route: 'POST /repos/{owner}/{repo}/issues', parameters: issue }, issueShape, ['lost']);
            if (reply.kind === 'done')
                return reply.data;
            await patience.wait(reply);
            const found = await find();
            if (found !== null)
                return found;
        }
    }
    async update(number, changes) {
        await this.#api.content.turn();
        await this.#api.call({
            route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
            parameters: { issue_number: number, ...changes }
        }, schemas/* unknown */.L5J());
    }
}

// EXTERNAL MODULE: ./src/repository/github/viewer.ts
var viewer = __webpack_require__(17810);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/markdown/markdown.ts
var markdown = __webpack_require__(560);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/sync/propose/about.ts
var about = __webpack_require__(36759);
;// CONCATENATED MODULE: ./src/sync/propose/dashboard-text.ts





const sectionOf = {
    proposed: 'proposed',
    updated: 'proposed',
    unchanged: 'proposed',
    'taken-over': 'proposed',
    limit: 'waiting',
    later: 'later',
    declined: 'refused',
    failed: 'failed',
    unasked: 'unasked',
    unknown: 'unasked',
    ignored: 'ignored',
    current: 'current'
};
const headings = [
    {
        section: 'proposed',
        heading: 'Proposed',
        words: 'A pull request is open.',
        hasBox: false
    },
    {
        section: 'waiting',
        heading: 'Waiting for the limit',
        words: 'As many pull requests are open as `open-pull-requests-limit` allows. A tick has the next run open one all the same.',
        hasBox: true
    },
    {
        section: 'later',
        heading: 'Waiting for the next run',
        words: 'A run has 256 jobs.',
        hasBox: false
    },
    {
        section: 'refused',
        heading: 'Refused by people',
        words: 'Somebody closed the pull request. A tick has the next run open one for this version again.',
        hasBox: true
    },
    {
        section: 'failed',
        heading: 'Failed',
        words: 'The summary and the log of {run} tell more.',
        hasBox: false
    },
    {
        section: 'unasked',
        heading: 'Not asked',
        words: 'Nobody knows whether there is a newer version.',
        hasBox: false
    },
    { section: 'ignored', heading: 'Ignored', words: 'By the input `ignore`.', hasBox: false }
];
/** Characters. GitHub takes 65,536, of which people may want some. */
const longestText = 60_000;
/** Rows of each section that are shown, as far as there is room. */
const details = [Infinity, 200, 50, 10, 0];
const begin = '<!-- nar-publish:dashboard ';
const end = '<!-- nar-publish:dashboard-end -->';
const blockPattern = /<!-- nar-publish:dashboard (\{[^\r\n<>]{0,200}\}) -->\r?\n([^]*?)<!-- nar-publish:dashboard-end -->/;
/** A box that is ticked, at the beginning of a line, where nobody's name can stand. */
const tickedBox = /^- \[[xX]\] <!-- nar-publish:open ([0-9a-f]{16}) -->/gm;
/** null: there is no block of ours. */
function readBoard(text) {
    const found = blockPattern.exec(text);
    if (found === null)
        return null;
    const [whole, json = '', block = ''] = found;
    const marker = schemas/* object */.Ikc({ digest: schemas/* string */.YjP() }).safeParse((0,src_text/* parseJson */.qF)(json));
    if (!marker.success)
        return null;
    return {
        before: text.slice(0, found.index),
        after: text.slice(found.index + whole.length),
        digest: marker.data.digest,
        ticked: new Set([...block.matchAll(tickedBox)].map(([, key = '']) => key))
    };
}
/**
 * The block between two comments that mark it as ours. Boxes that are in `ticked` stay so. What is too long is told by counts.
 *
 * @param runUrl the run that found this out; null: it has no page. Another run is no change.
 */
function renderBoard(rows, ticked, runUrl) {
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update(render(rows, new Set(), null, Infinity))
        .digest('hex')
        .slice(0, 16);
    let text = '';
    for (const shown of details) {
        const block = render(rows, ticked, runUrl, shown);
        text = `${begin}${JSON.stringify({ digest })} -->\n${block}\n\n${end}`;
        if (text.length <= longestText)
            break;
    }
    return { text, digest };
}
function render(rows, ticked, runUrl, shown) {
    const run = runUrl === null ? 'the run' : (0,markdown/* markdownLink */.iQ)('the run', runUrl);
    const inSection = (section) => rows.filter(({ state }) => sectionOf[state] === section);
    const counts = [
        ...headings.map(({ section, heading }) => [section, heading.toLowerCase()]),
        ['current', 'with their newest version']
    ].flatMap(([section, words]) => {
        const { length } = inSection(section);
        return length === 0 ? [] : [`${length} ${words}`];
    });
    return [
        `${(0,src_text/* count */.U9)(rows.length, 'package')}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}. nar-publish keeps this list up to date until somebody closes the issue; what is written above or below it stays.`,
        ...headings.flatMap(({ section, heading, words, hasBox }) => {
            const found = inSection(section);
            if (found.length === 0)
                return [];
            const lines = found.slice(0, shown).map((row) => lineOf(row, hasBox ? ticked : null));
            const rest = found.length - lines.length;
            if (rest > 0)
                lines.push(`- ${lines.length === 0 ? (0,src_text/* count */.U9)(rest, 'package') : `${rest} more`}`);
            return [`### ${heading}`, words.replace('{run}', () => run), lines.join('\n')];
        })
    ].join('\n\n');
}
/** `boxes`: those that are ticked; null: it has none. */
function lineOf(row, boxes) {
    const { name, from, to, state, why, pullRequest } = row;
    const key = (0,about/* wishKey */.lQ)({ name, package: row.package, version: to });
    const box = boxes === null ? '' : `[${boxes.has(key) ? 'x' : ' '}] <!-- nar-publish:open ${key} --> `;
    const code = (text) => (0,markdown/* markdownCode */.D9)(text, 80);
    const step = to === null || to === from
        ? from === null
            ? ''
            : ` ${code(from)}`
        : ` ${from === null ? '' : `${code(from)} `}→ ${code(to)}`;
    const link = pullRequest === null ? [] : [(0,markdown/* markdownLink */.iQ)(`#${pullRequest.number}`, pullRequest.url)];
    const words = [
        ...link,
        ...(state === 'taken-over' ? ['others went on with its branch'] : []),
        ...(why === null || state === 'limit' || (state === 'declined' && link.length > 0)
            ? []
            : [`${why.code === null ? '' : `${code(why.code)} `}${(0,markdown/* markdownWords */.Lx)(why.reason, 300)}`])
    ];
    return `- ${box}${code(name)}${step}${words.length === 0 ? '' : `: ${words.join('; ')}`}`;
}

;// CONCATENATED MODULE: ./src/sync/propose/dashboard.ts




const title = 'nar-publish: packages';
/**
 * Reads from the dashboard what people have ticked, which from then on is opened whatever the limit is and whoever has declined it. Where there is no
 * dashboard, or it is closed, nobody has. What GitHub refuses is told when it is kept; an answer that never came is told at once.
 *
 * @returns how many boxes are ticked
 */
async function readDashboard(book) {
    try {
        const found = await findDashboard(book);
        if (found?.state === 'open')
            book.wishes = readBoard(found.body)?.ticked ?? new Set();
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9))
            throw error;
        const { log } = book.run;
        const why = `The dashboard could not be read: what is ticked there is for another run. ${error.message}`;
        if (error.code === 'GITHUB_UNAVAILABLE')
            log.warning(why);
        else
            log.debug(why);
    }
    return book.wishes.size;
}
/**
 * Keeps one issue up to date that lists the packages: opened once, edited where something has changed, left alone once somebody has closed
 * it. Ours is what has our marker and is by the token's owner; a marker alone anybody can write. A repository without issues, or a token
 * that may not write them, fails nothing.
 */
async function keepDashboard(book, { rows }) {
    const { log } = book.run;
    try {
        const kept = await keep(book, rows);
        log.info(`dashboard ${kept.operation}${kept.url === null ? '' : `: ${kept.url}`}`);
        return kept;
    }
    catch (error) {
        if (!(error instanceof errors/* NarPublishError */.f9))
            throw error;
        log.warning(`The dashboard was not kept up to date. ${error.message}`);
        const hint = error.code === 'TOKEN_FORBIDDEN' ? `. ${error.hint}` : '';
        const note = `the dashboard was not kept up to date: ${error.reason}${hint}`;
        return { operation: 'refused', url: null, notes: [note] };
    }
}
async function keep(book, rows) {
    const issues = new Issues(book.destination.upstream);
    const { runUrl } = book.run.environment;
    const known = await findDashboard(book);
    if (known === null) {
        if (book.login === null) {
            const note = 'no dashboard was opened: GitHub does not say whose the token is, so that it could not be found again';
            return { operation: 'refused', url: null, notes: [note] };
        }
        const { text: body } = renderBoard(rows, new Set(), runUrl);
        const opened = await issues.open({ title, body }, () => {
            book.dashboard = undefined;
            return findDashboard(book);
        });
        book.dashboard = opened;
        const isFound = (0,viewer/* isViewer */.Z$)(opened.author, book.login);
        const by = `${opened.author ?? 'nobody'}, and the token is ${book.login}’s`;
        const note = `the dashboard ${opened.url} is by ${by}: the next run will not find it. Switch \`dashboard\` off`;
        return { operation: 'created', url: opened.url, notes: isFound ? [] : [note] };
    }
    // Somebody may have ticked a box, or closed it, while the run was at work.
    const now = await issues.read(known.number);
    const { url } = now;
    if (now.state === 'closed') {
        const note = `the dashboard ${url} is closed, and left alone: open it again to have it kept up to date`;
        return { operation: 'closed', url, notes: [note] };
    }
    const board = readBoard(now.body);
    const { text, digest } = renderBoard(rows, board?.ticked ?? new Set(), runUrl);
    if (board?.digest === digest)
        return { operation: 'unchanged', url, notes: [] };
    const { before, after } = board ?? { before: '', after: '' };
    await issues.update(now.number, { body: before + text + after });
    return { operation: 'updated', url, notes: [] };
}
/** The issue of ours, an open one first, of these the oldest: two runs at once may have opened two. */
async function findDashboard(book) {
    const { login, destination } = book;
    if (book.dashboard !== undefined || login === null)
        return book.dashboard ?? null;
    const issues = new Issues(destination.upstream);
    let found;
    for (const name of (0,viewer/* loginsOf */.Qm)(login)) {
        found ??= (await issues.by(name))
            .filter(({ author, body }) => (0,viewer/* isViewer */.Z$)(author, login) && readBoard(body) !== null)
            .toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || a.number - b.number)[0];
    }
    book.dashboard = found ?? null;
    return book.dashboard;
}

// EXTERNAL MODULE: ./src/sync/report/report.ts
var report_report = __webpack_require__(74066);
;// CONCATENATED MODULE: ./src/sync/many/dashboard.ts

/** Keeps the issue that lists the packages up to date; what stands in its way is a note. */
async function keepListed(book, tally) {
    const rows = tally.rows.flatMap((row) => boardRow(row) ?? []);
    const { url, notes } = await keepDashboard(book, { rows });
    tally.note(notes);
    return url === null ? null : { url };
}
const elsewhere = new Set([
    'computed',
    'dry-run',
    'fork',
    'written',
    'committed'
]);
function boardRow({ done, ...row }) {
    return isElsewhere(done) ? null : { ...row, state: done };
}
function isElsewhere(done) {
    return elsewhere.has(done);
}

// EXTERNAL MODULE: ./src/sync/commit-checkout.ts
var commit_checkout = __webpack_require__(29331);
// EXTERNAL MODULE: ./src/sync/diff.ts
var diff = __webpack_require__(77552);
// EXTERNAL MODULE: ./src/sync/propose/look-ahead.ts
var look_ahead = __webpack_require__(50875);
// EXTERNAL MODULE: ./src/sync/write-checkout.ts
var write_checkout = __webpack_require__(45069);
// EXTERNAL MODULE: ./src/sync/change.ts
var sync_change = __webpack_require__(81679);
;// CONCATENATED MODULE: ./src/sync/many/join-changes.ts

/**
 * Changes that write the same place are one, as what one of them writes there is the other's as well: a hash that packages share, made anew. Which
 * they are shows once all are worked out. They contradict nobody; in the order of the first of each.
 */
function joinChanges(all) {
    const joined = new Map(all.map((one) => [one, new Set([one])]));
    const firstAt = new Map();
    for (const one of all) {
        for (const place of one.parts.flatMap(({ computed: { change } }) => placesOf(change))) {
            const first = firstAt.get(place) ?? one;
            firstAt.set(place, first);
            const [some, others] = [joined.get(first), joined.get(one)];
            if (some === undefined || others === undefined || some === others)
                continue;
            for (const other of others) {
                some.add(other);
                joined.set(other, some);
            }
        }
    }
    return [...new Set(joined.values())].map((some) => asOne(all.filter((one) => some.has(one))));
}
function placesOf(change) {
    const edits = (0,sync_change/* editsOf */.t7)(change).map(({ file, start, end }) => JSON.stringify([file, start, end]));
    return [...edits, ...change.beside.files.map(({ path }) => path)];
}
function asOne(some) {
    return {
        change: {
            name: some.length === 1 ? some[0]?.change.name : undefined,
            packages: some.flatMap(({ change }) => change.packages),
            subjects: some.flatMap(({ parts }) => parts.map(({ computed: { change } }) => change))
        },
        parts: some.flatMap(({ parts }) => parts),
        notes: some.flatMap(({ notes }) => notes)
    };
}

;// CONCATENATED MODULE: ./src/sync/many/commit-each.ts


/**
 * A commit in the checkout for each change, on top of the one before; one for all of a group. What the last one holds was proved; each change was
 * proved by itself. The first that git refuses ends it. Throws what `commitCheckout` does.
 */
async function commitEach(bringing, all, project) {
    const { many, tally } = bringing;
    const { group } = many;
    const commits = group === null ? joinChanges(all).map((one) => [one]) : [all];
    // While the checkout is what all changes are about.
    const states = [];
    for (const index of commits.keys()) {
        states.push(await filesWith(bringing, commits.slice(0, index + 1).flat()));
    }
    let at = project;
    const texts = new Map();
    for (const [index, some] of commits.entries()) {
        const files = (states[index] ?? []).map((file) => ({
            ...file,
            before: texts.get(file.path) ?? file.before
        }));
        const changes = some.flatMap(({ parts }) => parts.map(({ computed: { change } }) => change));
        const changed = files.filter(({ before, after }) => before !== after);
        const { sha, notes } = await (0,commit_checkout/* commitCheckout */.U)(at, { changes, group }, changed);
        at = { ...at, head: sha };
        for (const { path, after } of files)
            texts.set(path, after);
        for (const { change } of some)
            tally.set(change, { done: 'committed' });
        tally.commits.push(sha);
        tally.note(notes);
    }
}
/** The checkout's files with these changes. */
async function filesWith({ together }, all) {
    const parts = all.flatMap((one) => one.parts);
    const { copy, remove } = await together(parts, { proves: false });
    try {
        return copy === null ? [] : await copy.rewrittenFiles();
    }
    finally {
        remove();
    }
}

// EXTERNAL MODULE: ./src/sync/project/changed-files.ts
var changed_files = __webpack_require__(60647);
// EXTERNAL MODULE: ./src/sync/propose/propose.ts + 1 modules
var propose = __webpack_require__(88910);
;// CONCATENATED MODULE: ./src/sync/many/propose-each.ts





/** A pull request for each change, as far as nobody has it in hand and as many as may be open. */
async function proposeEach(bringing, book) {
    const { changes, tally } = bringing;
    for (const change of changes) {
        if (tally.stopped !== null)
            return;
        await tally.try(change, () => proposeOne(bringing, book, change));
    }
}
async function proposeOne(bringing, book, change) {
    const { run, tally } = bringing;
    const { subjects } = change;
    const left = await (0,src_run/* timed */.a)(run, 'book', () => (0,look_ahead/* leftAhead */.l)(book, subjects, null));
    if (left !== null) {
        tally.proposed(change, left);
        return;
    }
    if (!mayStillOpen(bringing, book, change))
        return;
    const worked = await change.work();
    try {
        if (worked.copy === null)
            tally.set(change, { done: 'current' });
        else
            tally.proposed(change, await propose_each_propose(bringing, book, worked));
    }
    finally {
        worked.remove();
    }
}
/** Otherwise it is told that it waits. */
function mayStillOpen({ many, tally }, book, change) {
    if ((0,propose_book/* mayOpen */.EM)(book, many.limit, change.subjects))
        return true;
    tally.limited(change, many.limit, book.openOnes);
    return false;
}
/** Opens or updates the pull request of what was worked out; `worked.copy` is there. */
async function propose_each_propose({ run, formattedWith, many, tally }, book, { parts, copy, notes }) {
    const proposal = {
        parts: parts.map(({ computed }) => computed),
        group: many.group,
        files: copy === null ? [] : await (0,changed_files/* changedFiles */.Y)(copy),
        formattedWith,
        notes: [...notes]
    };
    const proposed = await (0,src_run/* timed */.a)(run, 'propose', () => run.log.group('Pull request', () => (0,propose/* proposeChange */.P)(book.run, proposal, book)));
    tally.note(notes);
    return proposed;
}

// EXTERNAL MODULE: ./src/sync/many/prove-union.ts + 1 modules
var prove_union = __webpack_require__(53425);
;// CONCATENATED MODULE: ./src/sync/many/show-each.ts


/** What each pull request would hold, where none may be opened. */
async function showEach(bringing) {
    const { run, changes, tally } = bringing;
    tally.diff = '';
    for (const change of changes) {
        if (tally.stopped !== null)
            return;
        await tally.try(change, async () => {
            const worked = await change.work();
            try {
                const { copy } = worked;
                if (copy === null) {
                    tally.set(change, { done: 'current' });
                    return;
                }
                const files = await (0,src_run/* timed */.a)(run, 'write', () => copy.rewrittenFiles());
                showOne(bringing, change, worked);
                tally.diff = `${tally.diff ?? ''}${(0,diff/* unifiedDiff */.WH)(files)}`;
            }
            finally {
                worked.remove();
            }
        });
    }
}
/** A change that is not written. A look at hashes tells those that are wrong. */
function showOne({ dryRun, isKept, tally }, change, { parts, notes }) {
    tally.set(change, { done: dryRun ? 'dry-run' : 'fork' });
    tally.note(notes);
    if (!dryRun || !isKept)
        return;
    for (const { computed } of parts)
        tally.drifted(computed.change.hashes);
}

// EXTERNAL MODULE: ./src/sync/many/stops.ts
var stops = __webpack_require__(90710);
// EXTERNAL MODULE: ./src/sync/many/union.ts
var union = __webpack_require__(47996);
;// CONCATENATED MODULE: ./src/sync/many/gather.ts













/**
 * Brings all changes to one place: a group's pull request, the checkout, a diff. One that does not go with those before it is left out and told:
 * it has its turn when they are there. `book`: null where no pull request is opened.
 */
async function gather(bringing, book) {
    const { destination, dryRun, tally } = bringing;
    const isWritten = destination.kind === 'pull-request' ? book !== null : !dryRun;
    if (!isWritten)
        tally.diff = '';
    const wanted = book === null ? bringing.changes : await wantedByAll(bringing, book);
    const gathered = await workOutAll(bringing, wanted);
    if (tally.stopped !== null)
        return;
    await proveAll(bringing, gathered, async (all, worked) => {
        if (isWritten)
            await write(bringing, book, all, worked);
        else
            await show(bringing, all, worked);
    });
}
/** Of the group's changes those that nobody has declined; none where its pull request is in somebody's hands, or may not be opened. */
async function wantedByAll({ run, many, changes, tally }, book) {
    const { group, limit } = many;
    const wanted = [];
    for (const change of changes) {
        const no = await (0,src_run/* timed */.a)(run, 'book', () => (0,look_ahead/* saidNo */.l5)(book, change.subjects));
        if (no === null)
            wanted.push(change);
        else
            tally.proposed(change, no);
    }
    if (wanted.length === 0)
        return [];
    const subjects = wanted.flatMap((change) => change.subjects);
    const left = await (0,src_run/* timed */.a)(run, 'book', () => (0,look_ahead/* leftAhead */.l)(book, subjects, group));
    if (left === null && (0,propose_book/* mayOpen */.EM)(book, limit, subjects, group))
        return wanted;
    for (const change of wanted) {
        if (left !== null)
            tally.proposed(change, left);
        else
            tally.limited(change, limit, book.openOnes);
    }
    return [];
}
/** All that can be worked out, and goes together with those before it; what cannot is told. */
async function workOutAll({ destination, dryRun, tally }, changes) {
    const gathered = [];
    for (const change of changes) {
        if (tally.stopped !== null)
            break;
        await tally.try(change, async () => {
            const { parts, notes, remove } = await change.work();
            remove();
            const [first] = parts;
            if (first === undefined) {
                tally.set(change, { done: 'current' });
                return;
            }
            const commits = destination.kind === 'commit' && !dryRun;
            // Said with the first, before the others are computed.
            if (commits && gathered.length === 0)
                await (0,commit_checkout/* expectCommittable */.v)(first.project);
            (0,union/* unite */._)([...gathered.flatMap((one) => one.parts), ...parts].map(({ computed }) => computed));
            gathered.push({ change, parts, notes });
        });
    }
    return gathered;
}
/** Proves all together, without those that do not go with the others, and hands them on. */
async function proveAll({ together, tally }, gathered, deliver) {
    let all = gathered;
    while (all.length > 0) {
        const parts = all.flatMap((one) => one.parts);
        const worked = await together(parts, { proves: true }).catch((error) => {
            if (error instanceof prove_union/* FailedTogether */._v && !(0,stops/* stops */.G)(error))
                return error;
            throw error;
        });
        if (!(worked instanceof errors/* NarPublishError */.f9)) {
            try {
                await deliver(all, { ...worked, notes: all.flatMap(({ notes }) => notes) });
            }
            finally {
                worked.remove();
            }
            return;
        }
        const { text } = worked.reference;
        const isOf = ({ computed: { change } }) => change.package.text === text;
        for (const { change, parts } of all)
            if (parts.some(isOf))
                tally.failed(change, worked);
        all = all.filter((one) => !one.parts.some(isOf));
    }
}
async function show(bringing, all, { copy }) {
    if (copy !== null)
        bringing.tally.diff = (0,diff/* unifiedDiff */.WH)(await copy.rewrittenFiles());
    for (const one of all)
        showOne(bringing, one.change, one);
}
async function write(bringing, book, all, worked) {
    const { run, destination, tally } = bringing;
    const { copy, notes } = worked;
    if (copy === null)
        return;
    if (book !== null) {
        const proposed = await propose_each_propose(bringing, book, worked);
        for (const { change } of all)
            tally.proposed(change, proposed);
        return;
    }
    tally.note(notes);
    if (destination.kind === 'commit') {
        await commitEach(bringing, all, copy.project);
        return;
    }
    const files = await copy.rewrittenFiles();
    await (0,src_run/* timed */.a)(run, 'write', () => (0,write_checkout/* writeCheckout */.o)(copy.project.root, files));
    for (const { change } of all)
        tally.set(change, { done: 'written' });
}

;// CONCATENATED MODULE: ./src/sync/many/propose-kept.ts





/** A pull request for each change of hashes that are made anew. Packages that share one of these are one change. */
async function proposeKept(bringing, book) {
    const { changes, tally } = bringing;
    for (const one of joinChanges(await workOutAll(bringing, changes))) {
        if (tally.stopped !== null)
            return;
        tally.begin([one.change]);
        await tally.try(one.change, () => propose_kept_proposeOne(bringing, book, one));
    }
}
async function propose_kept_proposeOne(bringing, book, { change, parts, notes }) {
    const { run, tally, together } = bringing;
    const left = await (0,src_run/* timed */.a)(run, 'book', () => (0,look_ahead/* leftAhead */.l)(book, change.subjects, null));
    if (left !== null) {
        tally.proposed(change, left);
        return;
    }
    if (!mayStillOpen(bringing, book, change))
        return;
    const worked = await together(parts, { proves: parts.length > 1 });
    try {
        tally.proposed(change, await propose_each_propose(bringing, book, { ...worked, notes }));
    }
    finally {
        worked.remove();
    }
}

// EXTERNAL MODULE: ./src/sync/many/report.ts
var many_report = __webpack_require__(54861);
;// CONCATENATED MODULE: ./src/sync/many/bring-changes.ts










/**
 * Brings changes to where they belong, and tells what became of each. `counts`: when all is done, apart from what GitHub was asked here;
 * `computedBy`: see ProposeRun.
 */
async function bringChanges(bringing, counts, computedBy) {
    const { run, destination, dryRun, many, changes, tally } = bringing;
    const isPullRequest = destination.kind === 'pull-request';
    const writes = isPullRequest && !dryRun && !run.environment.isForkPullRequest;
    const book = writes ? await tally.whole(() => openDesk(bringing, destination, computedBy)) : null;
    if (tally.stopped === null)
        await tally.whole(() => bring(bringing, book));
    tally.leave(changes);
    const keeps = book !== null && many.dashboard && tally.stopped === null;
    const dashboard = keeps ? await tally.whole(() => keepListed(book, tally)) : null;
    const { requests, ...others } = counts();
    const report = tally.report({
        repository: isPullRequest ? `${destination.upstream.owner}/${destination.upstream.repo}` : null,
        counts: { ...others, requests: requests + (book?.requests ?? 0) },
        dashboard,
        timings: run.timings
    });
    const error = tally.stopped ?? (0,many_report/* packagesFailed */.zL)(report.rows) ?? (0,report_report/* hashDrift */.a)(tally.drift);
    return { report, error };
}
async function bring(bringing, book) {
    const { destination, many, isKept } = bringing;
    const isEach = destination.kind === 'pull-request' && many.group === null;
    // Which of them are one change shows when all are worked out.
    if (!isEach || (isKept && book === null))
        await gather(bringing, book);
    else if (book === null)
        await showEach(bringing);
    else if (isKept)
        await proposeKept(bringing, book);
    else
        await proposeEach(bringing, book);
}
/** Asks the repository what all pull requests need to know. Throws what opening the book does. */
function openDesk({ run, many }, destination, computedBy) {
    const { environment, log } = run;
    const by = computedBy === undefined ? {} : { computedBy };
    return (0,src_run/* timed */.a)(run, 'book', async () => {
        const book = await (0,propose_book/* openBook */.Ce)({ destination, environment, log, ...by });
        if (many.dashboard)
            await readDashboard(book);
        return book;
    });
}


/***/ }),

/***/ 15842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ isMeant),
/* harmony export */   _E: () => (/* binding */ changeSets),
/* harmony export */   v: () => (/* binding */ whyStuck)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** What is to be brought to another version. `isKept`: hashes are made anew, which is nobody's newer version: each package is worked out by itself, and joinChanges tells which are one. */
function changeSets({ packages, sets }, isKept) {
    if (!isKept)
        return sets;
    return packages
        .filter(({ state }) => state === 'current')
        .map((one) => ({ packages: [one], version: one.version, shared: null, machines: [] }));
}
/** Of those that share a literal: the others stand in its way, and stay what they are. */
function isMeant({ state }) {
    return state !== 'current' && state !== 'ignored';
}
/** Why a set goes nowhere; null: it goes somewhere. What stands in the way of it because somebody wants that left alone is no failure. */
function whyStuck({ version, packages, shared }) {
    if (version !== null)
        return null;
    const reason = `they share ${shared ?? 'a literal'}`;
    const newest = packages.filter(({ state }) => state === 'outdated').map((one) => one.newest);
    const isCurrent = packages.some(({ state }) => state === 'current');
    if (!isCurrent && new Set(newest).size === 1) {
        return { done: 'ignored', why: { code: null, reason } };
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NarPublishError */ .f9({
        code: 'COMPUTED_CONFLICT',
        subject: packages.map(({ reference: { text } }) => text).join(' and '),
        reason,
        hint: 'Give each a literal of its own, or let `ignore` pass over the version that only one of them has.'
    });
}


/***/ })

};
