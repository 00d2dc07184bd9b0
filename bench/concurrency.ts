/**
 * Publishers that start together, each a process of its own, to one branch of one repository:
 *
 *     node bench/concurrency.ts [publishers …]
 *
 * The GitHub is the tests' own, on this machine, and answers 50 ms late.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGitHub } from '../__tests__/support/github/server.ts'
import { inventedStorePath, startPublisher } from '../__tests__/support/publisher-process.ts'
import { readPublishedStore } from '../__tests__/support/published-store.ts'

const repository = 'alice/store'
const latencyMs = 50

const sizes = process.argv.slice(2).map(Number)
console.log(
  '| publishers | ref updates, mean | most | API requests, mean | most | wall time | landed |'
)
console.log('|---|---|---|---|---|---|---|')
for (const count of sizes.length > 0 ? sizes : [8, 16, 64]) console.log(await measure(count))

async function measure(count: number): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
  const github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { writer: { login: 'alice', access: 'write' } },
    conditions: { latencyMs }
  })
  try {
    const publishers = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        startPublisher({
          github,
          repository,
          directory,
          storePath: inventedStorePath(`tool${index}-1.0`)
        })
      )
    )
    const begin = performance.now()
    for (const { start } of publishers) start()
    const results = (await Promise.all(publishers.map(({ result }) => result))).flatMap((result) =>
      result === null ? [] : [result]
    )
    const seconds = (performance.now() - begin) / 1000
    const updates = github.requests.filter(({ call }) => /^(PATCH|POST) git\/refs$/.test(call))
    const { rows } = await readPublishedStore(github, repository, 'main')
    return (
      `| ${count} | ${(updates.length / count).toFixed(2)} | ${most(results.map((r) => r.attempts))} ` +
      `| ${(github.counts().api / count).toFixed(1)} | ${most(results.map((r) => r.api))} ` +
      `| ${seconds.toFixed(1)} s | ${rows.length} |`
    )
  } finally {
    await github.close()
    rmSync(directory, { recursive: true })
  }
}

function most(numbers: number[]): number {
  return Math.max(...numbers)
}
