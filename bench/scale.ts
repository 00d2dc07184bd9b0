/**
 * A store of 100,000 artifacts and 1,000 publishes a day, each of an artifact of two paths:
 *
 *     node bench/scale.ts [--long]
 *
 * First what a publish adds to a repository of real Git objects, for stores of 1,000 and 10,000 artifacts, and with `--long` of 100,000, each without
 * provenance and with that of a run for each artifact; then the
 * race of a day's publishes, by a simulated clock and the product's own rounds and pauses; then what both mean beside GitHub's limits. docs/scale.md
 * has the conclusions.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../__tests__/support/virtual-time.ts'
import { planWrites } from '../src/publish/plan-writes.ts'
import { defaultLimits } from '../src/repository/limits.ts'
import type { Route } from '../src/repository/types.ts'
import { git } from './support/git-store.ts'
import { addArtifact, artifactFiles, makeLargeStore, objectBytes } from './support/large-store.ts'
import { simulateDay, type DayPlan } from './support/publish-day.ts'

const sizes = process.argv.includes('--long') ? [1000, 10_000, 100_000] : [1000, 10_000]
/** Publishes that are measured, of 1,000. */
const measured = 20
const publishesADay = 1000
/** Texts of a publish that are the cache's, and no artifact's: README, catalogue and what is made of it, with the artifact's shard. */
const sharedTexts = 6

/** Bytes of an entry as GitHub's API lists a folder: its path, two hashes, and the address of a blob. */
const listedEntry = 270

const mb = (bytes: number, digits = 1): string => (bytes / 1e6).toFixed(digits)

await tellGrowth()
await tellDays()

/** Real Git: the root folder, what a push fetches before it, and what a commit adds. */
async function tellGrowth(): Promise<void> {
  console.log(
    '| artifacts | provenance | files in the root folder | that folder, MB | listed by the API, MB | a push fetches, MB | a commit adds, kB | repacked, kB | a day adds, MB | repacked, MB | commit, s |'
  )
  console.log('|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|')
  for (const artifacts of sizes) {
    for (const isAttested of [false, true]) console.log(await growth(artifacts, isAttested))
  }
}

async function growth(artifacts: number, isAttested: boolean): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
  try {
    const store = join(scratch, 'store.git')
    await makeLargeStore(store, artifacts, isAttested)
    const root = Number(await git(store, ['cat-file', '-s', 'main^{tree}']))
    const entries = (await git(store, ['ls-tree', '--name-only', 'main'])).split('\n').length
    const shallow = join(scratch, 'shallow.git')
    const partial = ['--bare', '--quiet', '--depth=1', '--filter=blob:none', `file://${store}`]
    await git(scratch, ['clone', ...partial, shallow])
    const fetched = objectBytes(shallow)
    const before = objectBytes(store)
    const begin = performance.now()
    for (let index = 0; index < measured; index++) {
      await addArtifact(store, artifacts + index, artifacts, isAttested)
    }
    const seconds = (performance.now() - begin) / 1000 / measured
    const pushed = (objectBytes(store) - before) / measured
    await git(store, ['repack', '-adq'])
    const packed = (objectBytes(store) - before) / measured
    return (
      `| ${artifacts} | ${isAttested ? 'a run each' : 'none'} | ${entries} | ${mb(root)} | ${mb(entries * listedEntry)} | ${mb(fetched)} | ${(pushed / 1e3).toFixed(1)} | ${(packed / 1e3).toFixed(1)} ` +
      `| ${mb(pushed * publishesADay, 0)} | ${mb(packed * publishesADay, 0)} | ${seconds.toFixed(2)} |`
    )
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/** Days of 1,000 artifacts, from one commit for each to one for all that an interval brings. */
async function tellDays(): Promise<void> {
  const random = seededRandom(1)
  const hour = 3_600_000
  const spread = (count: number, from: number, hours: number): number[] =>
    Array.from({ length: count }, () => (from + random() * hours) * hour)
  const batches = (count: number, each: number, apart: number): number[] =>
    Array.from({ length: count }, (_, index) => Math.floor(index / each) * apart * hour)
  const days: { what: string; begins: number[]; artifacts?: number; route?: 'auto' | Route }[] = [
    { what: 'a commit each, over 24 hours', begins: spread(1000, 0, 24) },
    { what: 'a commit each, over 8 hours', begins: spread(1000, 9, 8) },
    { what: 'the same, `route: push`', begins: spread(1000, 9, 8), route: 'push' },
    { what: '10 matrices of 100 jobs, a commit each', begins: batches(1000, 100, 2) },
    { what: 'the same, `route: push`', begins: batches(1000, 100, 2), route: 'push' },
    { what: '10 matrices, a commit for each', begins: batches(10, 1, 2), artifacts: 100 },
    { what: 'a queue, a commit every 15 minutes', begins: batches(96, 1, 0.25), artifacts: 11 }
  ]
  console.log(
    '\n| a day of 1,000 artifacts | allowed an hour | commits | failed | rounds, mean | most | until landed, median, s | most, s | requests, busiest hour | of these create content |'
  )
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|')
  // Whether objects of Git count as content, GitHub does not say.
  const allowances = [
    {
      name: 'GITHUB_TOKEN, objects count as content',
      requests: 1000,
      writes: defaultLimits.writesPerHour
    },
    { name: 'an App, objects do not', requests: 5000, writes: Infinity }
  ]
  for (const { what, begins, artifacts = 1, route = 'auto' } of days) {
    for (const { name, ...allowed } of allowances) {
      const plan = { begins, allowed, ...costs(artifacts, route) }
      const { landed, failed, rounds, took, busiest } = await simulateDay(plan, 1)
      const times = [took.median, took.most].map((ms) => (ms / 1000).toFixed(0))
      console.log(
        `| ${what} | ${name} | ${landed} | ${failed} | ${rounds.mean.toFixed(2)} | ${rounds.most} | ${times.join(' | ')} | ${busiest.requests} | ${busiest.writes} |`
      )
    }
  }
}

/** Of one publish by the route that the plan of a real one chooses. bench/cost.ts counts the requests: 8 by the API, of which a round's are the tree, the commit and the move. */
function costs(
  artifacts: number,
  route: 'auto' | Route
): Pick<DayPlan, 'requests' | 'writes' | 'latency'> {
  const paths = Array.from({ length: artifacts }, (_, index) => artifactFiles(index)).flat()
  const nars = paths.filter(([path]) => path.startsWith('nar/'))
  const files = nars.map(([path]) => ({
    path,
    size: 1_000_000,
    storePath: path,
    diskPath: path,
    placement: 'tree' as const
  }))
  const texts = {
    count: paths.length - nars.length + sharedTexts,
    longest: 40_000,
    bytes: 400 * paths.length
  }
  const plan = planWrites(files, texts, { name: 'bench/store', routes: ['api', 'push'] }, route)
  const trees = plan.writes - plan.blobs - 2
  return plan.route === 'api'
    ? {
        requests: { around: 5 + plan.blobs, round: trees + 2 },
        writes: { around: plan.blobs, round: trees + 2 },
        latency: 300
      }
    : { requests: { around: 4, round: 1 }, writes: { around: 0, round: 1 }, latency: 2000 }
}
