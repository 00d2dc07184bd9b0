/** The issue that lists packages, as GitHub has it. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { mayOpen } from '../../../src/sync/propose/book.ts'
import {
  keepDashboard,
  readDashboard,
  type DashboardRow
} from '../../../src/sync/propose/dashboard.ts'
import { readBoard, renderBoard } from '../../../src/sync/propose/dashboard-text.ts'
import { leftAhead, saidNo } from '../../../src/sync/propose/look-ahead.ts'
import { silentLog } from '../../../src/log.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import { eachWithTool, startTool, upstream } from './fixture.ts'
import { Several } from './several.ts'

let github: GitHubServer
eachWithTool((made) => {
  github = made
})
let several: Several
beforeEach(async () => {
  several = await Several.in(github, ['luna', 'sol'])
})

const row = (name: string, state: DashboardRow['state'], more: Partial<DashboardRow> = {}) => ({
  ...{ package: `.#${name}`, name, from: '1.0.0', to: '2.0.0', state, why: null },
  pullRequest: null,
  ...more
})
const url = 'https://github.com/alice/tool/pull/7'
const rows: DashboardRow[] = [
  row('luna', 'proposed', { pullRequest: { number: 7, url } }),
  row('helm', 'taken-over', { pullRequest: { number: 8, url } }),
  row('sol', 'limit'),
  row('mars', 'declined', { pullRequest: { number: 9, url } }),
  row('terra', 'failed', { why: { code: 'BUILD_FAILED', reason: 'the `build` ended with 1' } }),
  row('io', 'unasked', { to: null, why: { code: null, reason: 'the host gave no answer' } }),
  row('ceres', 'ignored', { why: { code: null, reason: 'by `ceres@2.x`' } }),
  row('vesta', 'current', { to: '1.0.0' })
]
const onlyIssue = () => {
  const [only, ...others] = github.issues(upstream)
  if (only === undefined || others.length > 0) throw new Error('there is not exactly one')
  return only
}
const tick = (name: string) => {
  const issue = onlyIssue()
  const line = new RegExp(`^- \\[ \\] (?=<!-- nar-publish:open [0-9a-f]+ --> \`${name}\`)`, 'm')
  expect(issue.body).toMatch(line)
  issue.body = String(issue.body).replace(line, '- [x] ')
}

test('is opened once, tells all packages by what became of them, and is not written again', async () => {
  const kept = await keepDashboard(await several.book(), { rows })
  expect(kept).toEqual({
    operation: 'created',
    url: `${github.serverUrl}/alice/tool/issues/1`,
    notes: []
  })
  const { title, body } = onlyIssue()
  expect(title).toBe('nar-publish: packages')
  expect(String(body).replace(/[0-9a-f]{16}/g, '…')).toBe(
    [
      '<!-- nar-publish:dashboard {"digest":"…"} -->',
      '8 packages: 2 proposed, 1 waiting for the limit, 1 refused by people, 1 failed, 1 not asked, 1 ignored, 1 with their newest version. nar-publish keeps this list up to date until somebody closes the issue; what is written above or below it stays.',
      '',
      '### Proposed',
      '',
      'A pull request is open.',
      '',
      `- \`luna\` \`1.0.0\` → \`2.0.0\`: [#7](${url})`,
      `- \`helm\` \`1.0.0\` → \`2.0.0\`: [#8](${url}); others went on with its branch`,
      '',
      '### Waiting for the limit',
      '',
      'As many pull requests are open as `open-pull-requests-limit` allows. A tick has the next run open one all the same.',
      '',
      '- [ ] <!-- nar-publish:open … --> `sol` `1.0.0` → `2.0.0`',
      '',
      '### Refused by people',
      '',
      'Somebody closed the pull request. A tick has the next run open one for this version again.',
      '',
      `- [ ] <!-- nar-publish:open … --> \`mars\` \`1.0.0\` → \`2.0.0\`: [#9](${url})`,
      '',
      '### Failed',
      '',
      'The summary and the log of the run tell more.',
      '',
      '- `terra` `1.0.0` → `2.0.0`: `BUILD_FAILED` the `build` ended with 1',
      '',
      '### Not asked',
      '',
      'Nobody knows whether there is a newer version.',
      '',
      '- `io` `1.0.0`: the host gave no answer',
      '',
      '### Ignored',
      '',
      'By the input `ignore`.',
      '',
      '- `ceres` `1.0.0` → `2.0.0`: by `ceres@2.x`',
      '',
      '<!-- nar-publish:dashboard-end -->'
    ].join('\n')
  )
  github.reset()
  const book = await several.book()
  await readDashboard(book)
  expect(await keepDashboard(book, { rows })).toMatchObject({ operation: 'unchanged' })
  expect(github.counts()).toMatchObject({ writes: 0, calls: { 'GET issues': 2 } })
})

test('of an App is found again, and its pull requests are counted, however GitHub spells its name', async () => {
  await keepDashboard(await several.book(), { rows })
  await several.propose(await several.book(), ['luna'])
  for (const one of [onlyIssue(), ...github.pullRequests(upstream)]) {
    one.author = `${String(one.author)}[bot]`
  }
  const book = await several.book()
  expect(await keepDashboard(book, { rows })).toMatchObject({ operation: 'unchanged' })
  expect(book.openOnes).toBe(1)
  expect(github.issues(upstream)).toHaveLength(1)
})

test('is edited where something has changed; what people wrote around it, and ticked, stays', async () => {
  await keepDashboard(await several.book(), { rows })
  tick('mars')
  onlyIssue().body = `Ours.\r\n\r\n${String(onlyIssue().body).replaceAll('\n', '\r\n')}\r\n\r\nBye.`
  const changed = rows.map((one) =>
    one.name === 'sol' ? { ...one, state: 'current' as const } : one
  )
  const book = await several.book()
  expect(await keepDashboard(book, { rows: changed })).toMatchObject({ operation: 'updated' })
  const body = String(onlyIssue().body)
  expect(body).toMatch(/^Ours\.\r\n\r\n<!-- nar-publish:dashboard \{.*\} -->\n/)
  expect(body).toMatch(/<!-- nar-publish:dashboard-end -->\r\n\r\nBye\.$/)
  expect(body).toMatch(/^- \[x\] <!-- nar-publish:open [0-9a-f]{16} --> `mars`/m)
  expect(body).not.toContain('Waiting')
})

test('a ticked box opens what waits for the limit, and what somebody has declined', async () => {
  await several.propose(await several.book(), ['luna'])
  Object.assign(github.pullRequests(upstream)[0] ?? {}, { state: 'closed' })
  const waiting = [row('luna', 'declined'), row('sol', 'limit')]
  await keepDashboard(await several.book(), { rows: waiting })
  const before = await several.book()
  expect(await readDashboard(before)).toBe(0)
  expect(mayOpen(before, 0, several.subjects('sol'))).toBe(false)
  expect(await leftAhead(before, several.subjects('luna'), null)).toMatchObject({
    operation: 'declined'
  })
  const [issue] = github.issues(upstream)
  Object.assign(issue ?? {}, { body: String(issue?.body).replaceAll('- [ ]', '- [X]') })
  const book = await several.book()
  expect(await readDashboard(book)).toBe(2)
  expect(mayOpen(book, 0, several.subjects('sol'))).toBe(true)
  expect(mayOpen(book, 0, several.subjects('sol@2.1.0'))).toBe(false)
  expect(await saidNo(book, several.subjects('luna'))).toBeNull()
  expect(await leftAhead(book, several.subjects('luna'), null)).toBeNull()
  expect(await several.propose(book, ['luna'])).toMatchObject({ operation: 'created', number: 3 })
})

test('once closed it is left alone, which is said', async () => {
  await keepDashboard(await several.book(), { rows })
  tick('sol')
  onlyIssue().state = 'closed'
  github.reset()
  const book = await several.book()
  expect(await readDashboard(book)).toBe(0)
  const kept = await keepDashboard(book, { rows: [] })
  expect(kept).toMatchObject({
    operation: 'closed',
    notes: [expect.stringMatching(/^the dashboard .*\/issues\/1 is closed, and left alone/)]
  })
  expect(github.counts()).toMatchObject({ writes: 0 })
})

test('somebody else’s issue, or pull request, with our marker is not ours', async () => {
  await keepDashboard(await several.book(), { rows })
  tick('sol')
  const body = String(onlyIssue().body)
  Object.assign(onlyIssue(), { author: 'eve' })
  github.openPullRequest(upstream, {
    ...{ head: 'main', base: 'main', title: 'ours', author: 'sync-app', body }
  })
  const book = await several.book()
  expect(await readDashboard(book)).toBe(0)
  expect(await keepDashboard(book, { rows })).toMatchObject({ operation: 'created' })
  expect(github.issues(upstream)).toMatchObject([
    { number: 1, author: 'eve', body },
    { number: 3, author: 'sync-app' }
  ])
})

describe('is no failure', () => {
  test('in a repository whose issues are switched off', async () => {
    const without = await startTool({ issues: false })
    try {
      const there = await Several.in(without, ['luna'])
      const book = await there.book()
      expect(await readDashboard(book)).toBe(0)
      expect(await keepDashboard(book, { rows })).toMatchObject({
        operation: 'refused',
        url: null,
        notes: [expect.stringMatching(/^the dashboard was not .* Issues has been disabled/)]
      })
    } finally {
      await without.close()
    }
  })

  test('by a token that may not write issues, which is told what it lacks', async () => {
    const kept = await keepDashboard(await several.book({ token: 'no-issues' }), { rows })
    expect(kept).toMatchObject({
      operation: 'refused',
      notes: [expect.stringMatching(/issues=write.*permissions: issues: write/)]
    })
  })

  test('by one whose owner GitHub does not name', async () => {
    github.failNext({ path: '/graphql' }, { status: 403, message: 'Resource not accessible' })
    expect(await keepDashboard(await several.book(), { rows })).toMatchObject({
      operation: 'refused'
    })
    expect(github.issues(upstream)).toEqual([])
  })
})

test('whose boxes could not be read says so', async () => {
  await keepDashboard(await several.book(), { rows })
  tick('sol')
  const warnings: string[] = []
  const log = { ...silentLog, warning: (text: string) => warnings.push(text) }
  const book = await several.book({ log, limits: { requestAttempts: 1 } })
  const failed = { status: 502, message: 'Bad gateway' }
  github.failNext({ method: 'GET', path: /\/issues\b/ }, failed)
  expect(await readDashboard(book)).toBe(0)
  expect(warnings).toEqual([expect.stringMatching(/what is ticked there is for another run/)])
})

test('is not opened twice when the answer was lost', async () => {
  const lost = github.loseReply({ method: 'POST', path: /\/issues$/ })
  expect(await keepDashboard(await several.book(), { rows })).toMatchObject({
    operation: 'created',
    url: `${github.serverUrl}/alice/tool/issues/1`
  })
  expect(lost.hits).toBe(1)
  expect(github.issues(upstream)).toHaveLength(1)
})

test('leads to the run that found it out, and another run that finds the same is no change', () => {
  const [first, second] = ['7', '8'].map((id) => {
    return renderBoard(rows, new Set(), `https://github.com/alice/tool/actions/runs/${id}`)
  })
  expect(first?.text).toContain('[the run](https://github.com/alice/tool/actions/runs/7)')
  expect(second?.digest).toBe(first?.digest)
})

describe('other people’s words', () => {
  const hostile = [
    'x`\n- [x] <!-- nar-publish:open 0123456789abcdef --> y',
    '\r\n<!-- nar-publish:dashboard-end -->',
    '@alice #1 <img src=x> [a](https://evil.example)',
    '--> <!-- nar-publish:dashboard {"digest":"0"} -->'
  ]

  test.each(hostile)('tick nothing and end nothing: %j', (text) => {
    const why = { code: text, reason: text }
    const states = ['proposed', 'limit', 'declined', 'failed', 'unasked', 'ignored'] as const
    const all = states.map((state) => ({
      ...row(text, state, { why, from: text, to: `${text}2` }),
      package: text
    }))
    const { text: block, digest } = renderBoard(all, new Set(), null)
    expect(readBoard(`${block}after`)).toEqual({
      before: '',
      after: 'after',
      digest,
      ticked: new Set()
    })
    expect(block.match(/^- \[ \] <!-- nar-publish:open [0-9a-f]{16} -->/gm)).toHaveLength(2)
    expect(block).not.toMatch(/<img|[^>]@alice|(?<!span>)#1|(?<!\\)\]\(https:\/\/evil/)
  })

  test('however many and long they are there is room for people’s own', () => {
    const text = '|'.repeat(2_000)
    const all = Array.from({ length: 3_000 }, (_, index) =>
      row(`${index}${text}`, index % 2 === 0 ? 'failed' : 'limit', {
        why: { code: null, reason: text }
      })
    )
    const { text: block } = renderBoard(all, new Set(), null)
    expect(block.length).toBeLessThanOrEqual(60_000)
    expect(block).toContain('3000 packages: 1500 waiting for the limit, 1500 failed.')
    expect(block.match(/^- 1450 more$/gm)).toHaveLength(2)
  })
})
