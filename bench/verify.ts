/**
 * The proof of 100 paths that were just published, beside what people would do by hand:
 *
 *     node bench/verify.ts           # into a store of 10 artifacts
 *     node bench/verify.ts --long    # and of 10,000; some minutes, most of them to fill it
 *
 * `verify: substitute` after a push to a bare repository that `git http-backend` serves, as a run's own report times it; and `git clone --depth 1` of
 * the branch, out of which `nix copy` fills a store of its own. They take turns; the seconds are medians. Requests are those on the wire.
 */
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runPhase } from '../__tests__/publish/phases.ts'
import { startGitHttp } from '../__tests__/support/git-http.ts'
import { removeFolder, testEnvironment } from '../__tests__/support/nix.ts'
import { output } from '../__tests__/support/program.ts'
import { addStorePaths, deleteStorePaths } from '../__tests__/support/store-paths.ts'
import { filledStore } from './support/filled-store.ts'
import { git, makeBareRepository } from './support/git-store.ts'
import { median } from './support/median.ts'

const number = 100
const rounds = 3
const sizes = process.argv.includes('--long') ? [10, 10_000] : [10]

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'nar-publish-bench-')))
const added: string[] = []
console.log('| artifacts | verify | requests | clone and copy | requests | ratio |')
console.log('|--:|--:|--:|--:|--:|--:|')
try {
  for (const size of sizes) await measure(size)
} finally {
  await removeFolder(scratch)
  if (added.length > 0) deleteStorePaths(added)
}

async function measure(artifacts: number): Promise<void> {
  const root = join(scratch, `host-${artifacts}`)
  mkdirSync(root)
  await makeBareRepository(join(root, 'store.git'), filledStore(artifacts))
  const host = await startGitHttp({ root })
  const url = `${host.url}/store.git`
  const ours: number[] = []
  const theirs: number[] = []
  const requests = { ours: 0, theirs: 0 }
  try {
    for (let round = 0; round < rounds; round++) {
      const paths = addStorePaths(`verified-${round}`, number)
      added.push(...paths)
      const none = { apiUrl: 'http://127.0.0.1:9', serverUrl: 'https://github.invalid' }
      const { report, error } = await runPhase(
        {
          paths: paths.join('\n'),
          'target-repository': url,
          'target-branch': 'main',
          unsigned: 'true'
        },
        { github: none, folder: scratch }
      )
      if (error !== null) throw error
      const timing = report.timings.find(({ phase }) => phase === 'verify')
      ours.push((timing?.milliseconds ?? NaN) / 1000)
      const push = host.requests.findLastIndex(({ url: asked }) =>
        asked.endsWith('/git-receive-pack')
      )
      requests.ours = host.requests.length - push - 1

      host.requests.length = 0
      const folder = mkdtempSync(join(scratch, 'by-hand-'))
      const begin = performance.now()
      await git('/', ['clone', '--quiet', '--depth=1', url, join(folder, 'clone')])
      await output(
        'nix',
        [
          ...['copy', '--no-check-sigs', '--from', `file://${join(folder, 'clone')}`],
          ...['--to', `local?root=${join(folder, 'store')}`, ...paths]
        ],
        { cwd: folder, env: { ...testEnvironment(), XDG_CACHE_HOME: join(folder, 'cache') } }
      )
      theirs.push((performance.now() - begin) / 1000)
      requests.theirs = host.requests.length
    }
  } finally {
    await host.close()
  }
  const [our, their] = [median(ours), median(theirs)]
  console.log(
    `| ${artifacts} | ${our.toFixed(2)} s | ${requests.ours} | ${their.toFixed(2)} s | ${requests.theirs} | ${(our / their).toFixed(2)} |`
  )
}
