/** Runs that must fail: with one clear error, and with nothing written. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from '@jest/globals'
import type { ErrorCode } from '../../src/errors.ts'
import { startGitHub, type GitHubServer } from './github/server.ts'
import { copyFlake, nixConfig } from './nix.ts'
import { runHere } from './run-here.ts'
import { runAction, type RunResult } from './runner.ts'
import { addStorePath, deleteStorePaths } from './store-paths.ts'

/** The target, unless the situation names another. */
export const repository = 'alice/binstore'

export interface Situation {
  inputs?: Record<string, string>
  /** The bundle runs with it; without, it is a step of this process (run-here.ts). */
  env?: Record<string, string | undefined>
  code: ErrorCode
  /** What the message must name or say. */
  says: (string | RegExp)[]
  /** Only GitHub's answer to a write tells. Otherwise none may have been tried. */
  foundByWriting?: boolean
  /** What the summary holds; by default the code. */
  inSummary?: string
  /** Something goes wrong on GitHub's side. */
  prepare?: (github: GitHubServer) => void
}

export interface FailingRuns {
  readonly github: GitHubServer
  /** For whatever the test writes; gone after `close`. */
  readonly folder: string
  /** What is asked for, unless the situation's inputs say otherwise. */
  readonly storePath: string
  expectFailure(situation: Situation): Promise<RunResult>
  close(): Promise<void>
}

export async function startFailingRuns(): Promise<FailingRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'errors-'))
  const workspace = join(folder, 'workspace')
  mkdirSync(workspace)
  copyFlake(workspace)
  const storePath = addStorePath('small-1.0')
  const github = await startGitHub({
    repositories: [
      { name: repository, protectedBranches: ['ruled'] },
      { name: 'alice/archived', archived: true },
      { name: 'alice/secret', private: true },
      { name: 'alice/project' },
      { name: 'alice/source' }
    ],
    tokens: {
      'write-token': {
        login: 'alice',
        access: 'write',
        repositories: [repository, 'alice/archived', 'alice/project', 'alice/source']
      },
      'read-token': { login: 'alice', access: 'read' }
    }
  })
  return {
    github,
    folder,
    storePath,
    expectFailure: (situation) => expectFailure({ github, workspace, storePath }, situation),
    close: async () => {
      await github.close()
      deleteStorePaths([storePath])
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Every ref of every repository: what a bad run must leave alone. */
async function refs(github: GitHubServer): Promise<Record<string, string | null>> {
  const found: Record<string, string | null> = {}
  for (const name of [repository, 'alice/archived', 'alice/secret', 'alice/project']) {
    for (const branch of await github.objects.branches(github.repository(name))) {
      found[`${name} ${branch}`] = await github.head(name, branch)
    }
  }
  return found
}

async function expectFailure(
  { github, workspace, storePath }: { github: GitHubServer; workspace: string; storePath: string },
  situation: Situation
): Promise<RunResult> {
  const { inputs, env, code, says, foundByWriting = false, prepare } = situation
  const { inSummary = `\`${code}\`` } = situation
  const before = await refs(github)
  github.reset()
  prepare?.(github)
  const result = await (env === undefined ? runHere : runAction)({
    github,
    workspace,
    inputs: {
      paths: storePath,
      'target-repository': repository,
      token: 'write-token',
      ...inputs
    },
    env: { NIX_CONFIG: nixConfig, ...env }
  })
  const [error = 'no annotation'] = result.errors
  expect({ exitCode: result.exitCode, errors: result.errors.length, error }).toEqual({
    exitCode: 1,
    errors: 1,
    // Code, subject, reason, what to do now.
    error: expect.stringMatching(new RegExp(`^${code} [^]+: [^]+(?:[.?!] |\\n)[^]+\\.?$`))
  })
  for (const words of says) expect(error).toMatch(words)
  expect(await refs(github)).toEqual(before)
  expect(github.counts().writes > 0).toBe(foundByWriting)
  expect(result.summary).toMatch(/\*\*Nothing was (?:published|written)\*\*/)
  expect(result.summary).toContain(inSummary)
  expect(result.outputs['nar-count'] ?? '0').toBe('0')
  expect(result.outputs['published'] ?? '[]').toBe('[]')
  expect(readdirSync(result.runnerTemp)).toEqual([])
  expect(result.post).toMatchObject({ exitCode: 0, errors: [] })
  rmSync(dirname(result.runnerTemp), { recursive: true })
  return result
}
