/** Pull requests of several packages: a change of some that share a literal, and a group of all. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { proposeChange } from '../../../src/sync/propose/propose.ts'
import { readMarkedText } from '../../../src/sync/propose/marker.ts'
import { leftAhead, saidNo } from '../../../src/sync/propose/look-ahead.ts'
import type { GitHubServer, StoredPullRequest } from '../../support/github/server.ts'
import { commitOf, eachWithTool, hashOf, upstream } from './fixture.ts'
import { pathOf, Several, textOf } from './several.ts'

let github: GitHubServer
eachWithTool((made) => {
  github = made
})
let several: Several
beforeEach(async () => {
  several = await Several.in(github, ['luna', 'luna-docs', 'sol', 'terra'])
})

const pullRequest = (number: number): StoredPullRequest => {
  const found = github.pullRequests(upstream).find((one) => one.number === number)
  if (found === undefined) throw new Error(`no #${number}`)
  return found
}
const states = () => github.pullRequests(upstream).map(({ state }) => state)
const close = (number: number) => Object.assign(pullRequest(number), { state: 'closed' })
const branch = 'nar-publish/packages'

describe('packages that are one change', () => {
  test('are one commit and one pull request, which names each of them', async () => {
    const book = await several.book()
    const proposed = await several.propose(book, ['luna', 'luna-docs'])
    expect(proposed).toMatchObject({
      operation: 'created',
      number: 1,
      branch: 'nar-publish/luna-2.0.0',
      notes: []
    })
    const { title, body } = pullRequest(1)
    expect(title).toBe('luna, luna-docs: 1.0.0 → 2.0.0')
    expect(body).toContain('| `luna-docs` | `1.0.0` | `2.0.0` |')
    expect(body).toContain('### `luna`\n\nUpdates `luna` from `1.0.0` to `2.0.0`.')
    expect(readMarkedText(String(body))?.marker).toMatchObject({
      group: null,
      packages: [
        { name: 'luna', package: '.#luna', version: '2.0.0' },
        { name: 'luna-docs', package: '.#luna-docs', version: '2.0.0' }
      ]
    })
    const { message, parents } = await commitOf(github, upstream, proposed.branch)
    expect(parents).toMatchObject([{ sha: several.head }])
    for (const name of ['luna', 'luna-docs']) {
      expect(message).toContain(`${pathOf(name)}:4 (source, x86_64-linux, aarch64-linux)\n`)
      const file = await github.readFile(upstream, proposed.branch, pathOf(name))
      expect(file?.toString()).toBe(textOf(name, '2.0.0'))
    }
    expect(
      message.match(new RegExp(`new: ${hashOf('2.0.0').replaceAll('+', '\\+')}`, 'g'))
    ).toHaveLength(2)
  })

  test('are declined together, and each alone has heard no no', async () => {
    await several.propose(await several.book(), ['luna', 'luna-docs'])
    close(1)
    const book = await several.book()
    const set = several.subjects('luna', 'luna-docs')
    expect(await leftAhead(book, set, null)).toMatchObject({ operation: 'declined', number: 1 })
    expect(await several.propose(book, ['luna', 'luna-docs'])).toMatchObject({ number: 1 })
    expect(await leftAhead(await several.book(), several.subjects('luna'), null)).toBeNull()
    const later = several.subjects('luna@2.1.0', 'luna-docs@2.1.0')
    expect(await leftAhead(book, later, null)).toBeNull()
  })

  test('have a branch each when they are two changes of one name and version', async () => {
    const other = several.subjects('luna').map((subject) => ({
      ...subject,
      package: { kind: 'flake' as const, text: './b#luna', folder: './b', attribute: 'luna' }
    }))
    const book = await several.book()
    expect(await leftAhead(book, several.subjects('luna'), null)).toBeNull()
    expect(await leftAhead(book, other, null)).toBeNull()
    const proposal = several.proposal(['luna'])
    const change = {
      ...several.change('luna'),
      ...other.map(({ package: it }) => ({ package: it }))[0]
    }
    const theirs = {
      ...several.proposal(['sol']),
      parts: proposal.parts.map((part) => ({ ...part, change }))
    }
    expect(await several.propose(book, ['luna'])).toMatchObject({ operation: 'created' })
    expect(await proposeChange(book.run, theirs, book)).toMatchObject({
      operation: 'created',
      closed: [],
      branch: expect.stringMatching(/^nar-publish\/luna-2\.0\.0-[0-9a-f]{7}$/)
    })
    // Whichever comes first another time.
    const again = await several.book()
    for (const subjects of [other, several.subjects('luna')]) {
      expect(await leftAhead(again, subjects, null)).toMatchObject({ operation: 'unchanged' })
    }
  })

  test('cannot be proposed one by one on a branch that was given', async () => {
    const book = await several.book({ branch: 'update' })
    await several.propose(book, ['luna'])
    await expect(several.propose(book, ['sol'])).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      subject: 'input branch'
    })
  })
})

describe('a group', () => {
  test('is one pull request, which is brought up to date on its branch as versions join it', async () => {
    const first = await several.propose(await several.book(), ['luna', 'sol'], 'packages')
    expect(first).toMatchObject({ operation: 'created', number: 1, branch })
    expect(pullRequest(1).title).toBe('packages: luna 1.0.0 → 2.0.0, sol 1.0.0 → 2.0.0')
    github.reset()
    const again = await several.propose(await several.book(), ['luna', 'sol'], 'packages')
    expect(again).toEqual({ ...first, operation: 'unchanged' })
    expect(github.counts()).toMatchObject({ writes: 0 })
    const joined = ['luna', 'sol@2.1.0', 'terra']
    const more = await several.propose(await several.book(), joined, 'packages')
    expect(more).toMatchObject({ operation: 'updated', number: 1, branch })
    expect(pullRequest(1).title).toBe(
      'packages: luna 1.0.0 → 2.0.0, sol 1.0.0 → 2.1.0, terra 1.0.0 → 2.0.0'
    )
    const { parents } = await commitOf(github, upstream, branch)
    expect(parents).toMatchObject([{ sha: first.commit }])
  })

  test('that was closed is a no to just these versions', async () => {
    await several.propose(await several.book(), ['luna', 'sol'], 'packages')
    close(1)
    const book = await several.book()
    const same = several.subjects('sol', 'luna')
    expect(await leftAhead(book, same, 'packages')).toMatchObject({ operation: 'declined' })
    for (const other of [['luna', 'sol', 'terra'], ['luna'], ['luna', 'sol@2.1.0']]) {
      expect(await leftAhead(book, several.subjects(...other), 'packages')).toBeNull()
    }
    const proposed = await several.propose(book, ['luna', 'sol', 'terra'], 'packages')
    expect(proposed).toMatchObject({ operation: 'created', number: 2, branch, closed: [] })
  })

  test('leaves out what somebody has declined alone', async () => {
    await several.propose(await several.book(), ['luna'])
    await several.propose(await several.book(), ['sol'])
    close(1)
    const book = await several.book()
    expect(await saidNo(book, several.subjects('luna'))).toMatchObject({
      operation: 'declined',
      number: 1
    })
    for (const other of ['luna@2.1.0', 'sol', 'terra']) {
      expect(await saidNo(book, several.subjects(other))).toBeNull()
    }
  })

  test('is proposed anew from its branch after it was merged, with somebody’s commits or without', async () => {
    await several.propose(await several.book(), ['luna'], 'packages')
    await github.commitFiles(upstream, branch, { 'nix/fix.nix': '{ }\n' }, 'my fix')
    expect(
      await leftAhead(await several.book(), several.subjects('luna', 'sol'), 'packages')
    ).toMatchObject({ operation: 'taken-over', number: 1 })
    // Squashed, and the branch left behind.
    const files = { 'nix/fix.nix': '{ }\n', [pathOf('luna')]: textOf('luna', '2.0.0') }
    await github.commitFiles(upstream, 'main', files, 'packages (#1)')
    close(1)
    Object.assign(pullRequest(1), { isMerged: true })
    several.head = String(await github.head(upstream, 'main'))
    const book = await several.book()
    expect(await leftAhead(book, several.subjects('sol'), 'packages')).toBeNull()
    expect(await several.propose(book, ['sol'], 'packages')).toMatchObject({
      operation: 'created',
      number: 2,
      branch
    })
    const { parents } = await commitOf(github, upstream, branch)
    expect(parents).toMatchObject([{ sha: several.head }])
  })

  test('is not begun anew where somebody has committed since it was merged', async () => {
    await several.propose(await several.book(), ['luna'], 'packages')
    await github.commitFiles(upstream, branch, { x: 'x' }, 'mine')
    const merged = pullRequest(1)
    const head = String(await github.head(upstream, branch))
    const base = String(await github.head(upstream, 'main'))
    Object.assign(merged, { state: 'closed', isMerged: true, closedAt: { head, base } })
    const later = await github.commitFiles(upstream, branch, { x: 'y' }, 'more of mine')
    await expect(several.propose(await several.book(), ['sol'], 'packages')).rejects.toMatchObject({
      code: 'BRANCH_NOT_OURS'
    })
    expect(await github.head(upstream, branch)).toBe(later)
  })

  test('of more packages than a pull request’s text can name is refused', async () => {
    const name = 'n'.repeat(80)
    const names = Array.from({ length: 400 }, (_, index) => `${name}${index}`)
    const proposal = several.proposal(names, 'packages')
    const book = await several.book()
    await expect(
      proposeChange(book.run, { ...proposal, files: several.proposal(['luna']).files }, book)
    ).rejects.toMatchObject({ code: 'INPUT_INVALID', subject: 'input group' })
    expect(github.counts()).toMatchObject({ writes: 0 })
  })
})

describe('superseded', () => {
  test('are single ones that a group takes in, and not those that it has not', async () => {
    for (const name of ['luna', 'sol', 'terra']) {
      await several.propose(await several.book(), [name])
    }
    const { closed } = await several.propose(
      await several.book(),
      ['luna', 'sol@2.1.0'],
      'packages'
    )
    expect(closed).toMatchObject([{ number: 2 }, { number: 1 }])
    expect(states()).toEqual(['closed', 'closed', 'open', 'open'])
    expect(pullRequest(1).comments).toMatchObject([
      { body: 'Superseded by #4, which updates 2 packages.' }
    ])
    expect(await github.head(upstream, 'nar-publish/luna-2.0.0')).toBeNull()
    // Nobody has said no to it.
    expect(await saidNo(await several.book(), several.subjects('luna'))).toBeNull()
  })

  test('is a group that was given up, by the first that was in it', async () => {
    await several.propose(await several.book(), ['luna', 'sol'], 'packages')
    const book = await several.book()
    expect((await several.propose(book, ['luna'])).closed).toMatchObject([{ number: 1 }])
    expect((await several.propose(book, ['sol'])).closed).toEqual([])
    expect(states()).toEqual(['closed', 'open', 'open'])
  })

  test('is none that somebody goes on with, which is said', async () => {
    const { branch: single } = await several.propose(await several.book(), ['luna'])
    const head = await github.commitFiles(upstream, single, { x: 'mine' }, 'mine')
    const { closed, notes } = await several.propose(
      await several.book(),
      ['luna', 'sol'],
      'packages'
    )
    expect(closed).toEqual([])
    expect(notes).toEqual([
      expect.stringMatching(/^pull request #1 stays open, as somebody goes on there: commit/)
    ])
    expect(await github.head(upstream, single)).toBe(head)
  })

  test('keeps what somebody wrote since the run has begun', async () => {
    await several.propose(await several.book(), ['luna'])
    const book = await several.book()
    pullRequest(1).body = `${String(pullRequest(1).body)}\n\nmy words`
    await several.propose(book, ['luna@2.1.0'])
    expect(pullRequest(1)).toMatchObject({
      state: 'closed',
      body: expect.stringMatching(/"superseded":true[^]*my words$/)
    })
  })

  test('are never both of two that are made at once, a group’s and a single one’s', async () => {
    const books = await Promise.all([several.book(), several.book()])
    await Promise.all([
      several.propose(books[0], ['luna', 'sol'], 'packages'),
      several.propose(books[1], ['luna'])
    ])
    expect(states().filter((state) => state === 'open').length).toBeGreaterThan(0)
  })
})
