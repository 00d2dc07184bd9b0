/**
 * The memory that a publish of one artifact has at most, in stores of different sizes, through both routes:
 *
 *     node bench/memory.ts           # stores of 10 and 1,000 artifacts
 *     node bench/memory.ts --long    # and of 10,000, some minutes, most of them to fill it
 *
 * Peak RSS of the publishing process alone, without Nix. It runs the sources, whose types Node strips itself: that takes some 25 MiB which the
 * bundle does not need. Each artifact of the store has two paths.
 *
 * Ends with 1 when a publish takes over 150 MiB.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGitHttp } from '../__tests__/support/git-http.ts'
import { startGitHub } from '../__tests__/support/github/server.ts'
import { inventedStorePath, startPublisher } from '../__tests__/support/publisher-process.ts'
import { filledStore } from './support/filled-store.ts'
import { makeBareRepository } from './support/git-store.ts'

const repository = 'alice/store'
const sizes = process.argv.includes('--long') ? [10, 1000, 10_000] : [10, 1000]
const mebibyte = 1024 * 1024
const most = 150 * mebibyte

const scratch = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
console.log('| artifacts | by the API | by a push |')
console.log('|--:|--:|--:|')
try {
  for (const size of sizes) await measure(size)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function measure(artifacts: number): Promise<void> {
  const files = filledStore(artifacts)
  const github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  const root = join(scratch, `host-${artifacts}`)
  mkdirSync(root)
  await makeBareRepository(join(root, 'store.git'), files)
  const host = await startGitHttp({ root })
  try {
    await github.commitFiles(repository, 'main', Object.fromEntries(files), 'fill the store')
    const none = { apiUrl: 'http://127.0.0.1:9', serverUrl: 'https://github.invalid' }
    const cells = [
      await publish(github, repository, 'api'),
      await publish(none, `${host.url}/store.git`, 'push')
    ]
    if (Math.max(...cells) > most) process.exitCode = 1
    const shown = cells.map((bytes) => `${(bytes / mebibyte).toFixed(0)} MiB`)
    console.log(`| ${artifacts} | ${shown.join(' | ')} |`)
  } finally {
    await Promise.all([github.close(), host.close()])
  }
}

async function publish(
  github: { apiUrl: string; serverUrl: string },
  target: string,
  route: 'api' | 'push'
): Promise<number> {
  const publisher = await startPublisher({
    ...{ github, repository: target, directory: scratch },
    storePath: inventedStorePath(`measured-${route}-1.0`),
    ...(route === 'api' ? { route } : {})
  })
  publisher.start()
  const result = await publisher.result
  if (result?.changed !== true) throw new Error(`nothing was published by ${route}`)
  return result.memory
}
