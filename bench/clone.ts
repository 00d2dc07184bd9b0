/**
 * What a cache in the source's own repository costs everybody who clones the source:
 *
 *     node bench/clone.ts
 *
 * Three publishes of a store path of 6 MiB (random bytes, which nothing compresses) into the branch `nix-cache` of the repository that the workflow runs in, once
 * all into the branch (`release-above: 100 MiB`) and once as `auto` does. A row gives the bytes of the objects that `git clone` brings for that branch.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rebuildGitRepository } from '../__tests__/support/github/git-rebuild.ts'
import { startGitHub } from '../__tests__/support/github/server.ts'
import { nixConfig, removeFolder } from '../__tests__/support/nix.ts'
import { runAction } from '../__tests__/support/runner.ts'
import { addStorePath, deleteStorePaths } from '../__tests__/support/store-paths.ts'

const repository = 'alice/project'
const branch = 'nix-cache'
const publishes = 3
const bytes = 6 * 2 ** 20

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'nar-publish-bench-')))
console.log('| `release-above` | a clone brings | release assets |')
console.log('|---|--:|--:|')
try {
  for (const releaseAbove of ['100 MiB', 'auto']) await measure(releaseAbove)
} finally {
  await removeFolder(scratch)
}

async function measure(releaseAbove: string): Promise<void> {
  const github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  const added: string[] = []
  try {
    for (let version = 1; version <= publishes; version++) {
      const path = addStorePath(`tool-${version}.0`, bytes)
      added.push(path)
      const inputs = {
        ...{ paths: path, token: 'writer', 'release-above': releaseAbove },
        verify: 'none'
      }
      const run = await runAction({
        ...{ github, repository, inputs, workspace: scratch, parent: scratch },
        env: { NIX_CONFIG: nixConfig }
      })
      if (run.exitCode !== 0) throw new Error(run.log)
    }
    const served = await rebuildGitRepository(github, repository, branch, scratch)
    const clone = mkdtempSync(join(scratch, 'clone-'))
    execFileSync('git', ['clone', '--quiet', '--bare', `file://${served}`, clone])
    const assets = github.releases(repository).flatMap((release) => release.assets)
    const assetBytes = assets.reduce((sum, asset) => sum + asset.bytes.length, 0)
    console.log(
      `| ${releaseAbove} | ${shown(objectBytes(clone))} | ${assets.length}, ${shown(assetBytes)} |`
    )
  } finally {
    await github.close()
    deleteStorePaths(added)
  }
}

function objectBytes(clone: string): number {
  return Number(
    execFileSync('du', ['-sb', join(clone, 'objects')])
      .toString()
      .split('\t')[0]
  )
}

function shown(size: number): string {
  return `${(size / 2 ** 20).toFixed(2)} MiB`
}
