import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { silentLog } from '../../../src/log.ts'
import { openGitTarget, type GitTargetOptions } from '../../../src/repository/git/target.ts'
import type { LargeFile, Target } from '../../../src/repository/types.ts'
import { fastPace, publishing } from '../github/fixture.ts'

const execute = promisify(execFile)

/** A git of the test's own, without the machine's settings. Asynchronous: it may talk to a server in this process. */
export async function git(cwd: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute('git', args, {
    cwd,
    env: { ...cleanEnvironment(), GIT_TERMINAL_PROMPT: '0' },
    maxBuffer: 64 * 1024 * 1024
  })
  return stdout.trimEnd()
}

export function cleanEnvironment(): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.org',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.org'
  }
}

/** One test file's repositories and scratch folders. */
export class Hosts {
  readonly root = mkdtempSync(join(tmpdir(), 'nar-publish-git-'))
  #number = 0

  /** An empty bare repository, as a host sets one up; answers its path. */
  async bare({
    filter = true,
    branch = 'main'
  }: { filter?: boolean; branch?: string } = {}): Promise<string> {
    const path = join(this.root, `store-${++this.#number}.git`)
    await git(this.root, 'init', '--quiet', '--bare', `--initial-branch=${branch}`, path)
    await git(path, 'config', 'uploadpack.allowFilter', String(filter))
    return path
  }

  /** Commits these files on top of what the branch has, as somebody else with a clone of their own. */
  async commit(
    repository: string,
    files: Record<string, string | Buffer>,
    branch = 'main'
  ): Promise<string> {
    const clone = this.folder()
    await git(clone, 'init', '--quiet', `--initial-branch=${branch}`)
    const has = await git(repository, 'for-each-ref', `refs/heads/${branch}`)
    if (has !== '') {
      await git(clone, 'pull', '--quiet', repository, branch)
    }
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(clone, path)), { recursive: true })
      writeFileSync(join(clone, path), content)
    }
    await git(clone, 'add', '--all')
    await git(clone, 'commit', '--quiet', '--message=somebody else')
    await git(clone, 'push', '--quiet', repository, `HEAD:refs/heads/${branch}`)
    return git(clone, 'rev-parse', 'HEAD')
  }

  hook(repository: string, name: string, script: string): void {
    const path = join(repository, 'hooks', name)
    writeFileSync(path, `#!/bin/sh\n${script}\nexit 0\n`)
    chmodSync(path, 0o755)
  }

  folder(): string {
    return mkdtempSync(join(this.root, 'folder-'))
  }

  open(url: string, options: Partial<GitTargetOptions> = {}): Promise<Target> {
    return openGitTarget({
      url,
      branch: null,
      substituterUrl: null,
      scratch: this.folder(),
      env: cleanEnvironment(),
      log: silentLog,
      pace: fastPace(),
      ...options
    })
  }

  /** Opens, looks and publishes, as a run does. */
  async publish(url: string, nars: readonly LargeFile[], options: Partial<GitTargetOptions> = {}) {
    const target = await this.open(url, options)
    const result = await target.commit(nars, await target.snapshot(), publishing(nars))
    return { target, ...result }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** `<mode> <blob> <path>` of each file of a branch. */
export async function tree(repository: string, branch = 'main'): Promise<string[]> {
  const listing = await git(repository, 'ls-tree', '-r', branch)
  return listing === '' ? [] : listing.split('\n')
}
