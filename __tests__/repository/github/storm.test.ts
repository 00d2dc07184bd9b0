import { afterAll, expect, test } from '@jest/globals'
import { rebuildGitRepository } from '../../support/github/git-rebuild.ts'
import { judgeRequests } from '../../support/github/openapi-judge.ts'
import { fastPace, hashOf, indexPath, publish, Scratch, startStore, store } from './fixture.ts'

const scratch = new Scratch()
afterAll(() => {
  scratch.remove()
})

test.each([
  { seed: 1, initialized: true },
  { seed: 2, initialized: false }
])(
  'eight publishers at once with accidents of every kind lose nothing and repeat nothing: %j',
  async ({ seed, initialized }) => {
    const github = await startStore(
      { initialized },
      {
        seed,
        badGateway: 0.05,
        resetBefore: 0.05,
        loseReply: 0.08,
        accidentKinds: ['api', 'raw'],
        invisibleObjectsMs: 15,
        staleRefsMs: 25,
        missingRawMs: 30,
        latencyMs: 1,
        secondaryLimit: { writes: 60, windowMs: 500, retryAfterSeconds: 20 }
      }
    )
    try {
      const shared = scratch.nar(`shared ${seed}`)
      const publishers = Array.from({ length: 8 }, (_, index) => [
        shared,
        scratch.nar(`a ${seed} ${index}`),
        scratch.nar(`b ${seed} ${index}`)
      ])
      const results = await Promise.all(
        publishers.map((nars, index) =>
          publish(github, nars, { pace: fastPace(60, seed * 100 + index) })
        )
      )
      const nars = [...new Map(publishers.flat().map((nar) => [nar.path, nar])).values()]
      const expected = nars.flatMap(({ path }) => [path, `${hashOf(path)}.narinfo`])
      expect(await github.listFiles(store, 'main')).toEqual(
        ['README.md', indexPath, ...expected].sort()
      )
      expect((await github.readFile(store, 'main', indexPath))?.toString()).toBe(
        nars
          .map(({ path }) => `${path}\n`)
          .sort()
          .join('')
      )
      for (const { changed } of results) expect(changed).toBe(true)

      // One commit for each, one after the other, each answered sha among them.
      const commits: string[] = []
      for (let sha = await github.head(store, 'main'); sha !== null;) {
        commits.push(sha)
        const commit = await github.objects.commit(github.repository(store), sha)
        expect(commit?.parents.length).toBeLessThanOrEqual(1)
        sha = commit?.parents[0]?.sha ?? null
      }
      expect(commits).toHaveLength(9)
      expect(commits).toEqual(expect.arrayContaining(results.map(({ commit }) => commit)))

      // The storm was one.
      expect(github.requests.some(({ replyLost }) => replyLost)).toBe(true)
      expect(github.requests.some(({ status }) => status === null)).toBe(true)
      expect(results.some(({ attempts }) => attempts > 1)).toBe(true)

      const arrived = github.requests.filter(({ status }) => status !== null)
      expect(judgeRequests(arrived)).toEqual([])
      expect(arrived.filter(({ body }) => body?.['force'] === true)).toEqual([])
      await rebuildGitRepository(github, store, 'main', scratch.path)
    } finally {
      await github.close()
    }
  }
)
