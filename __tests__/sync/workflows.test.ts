import { afterAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { readEnvironment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { ofOne, parseSyncInputs, type SyncInputs } from '../../src/sync/inputs.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const step = z.object({
  uses: z.string().optional(),
  with: z.record(z.string(), z.coerce.string()).optional()
})
const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()),
      steps: z.array(step)
    })
  )
})

const actionInputs = Object.keys(
  z.object({ inputs: z.record(z.string(), z.unknown()) }).parse(parse(read('action.yml'))).inputs
)

describe.each(['version-sync.yml', 'version-sync-systems.yml', 'repair.yml', 'repair-commit.yml'])(
  'docs/workflows/%s',
  (name) => {
    const text = read(`docs/workflows/${name}`)
    const { permissions, jobs } = workflow.parse(parse(text))
    const steps = Object.values(jobs).flatMap((job) => job.steps)
    const ours = steps.filter(({ uses }) => uses?.startsWith('org/nar-publish@') === true)

    test('gives nobody anything that is not named, and says what each permission is for', () => {
      expect(permissions).toEqual({})
      const granted = text.split('\n').filter((line) => /^ +[\w-]+: (read|write)\b/.test(line))
      expect(granted.length).toBeGreaterThan(0)
      expect(granted.filter((line) => !/ # to \w/.test(line))).toEqual([])
    })

    test('has other people’s actions at a commit, with the version beside it', () => {
      const lines = text.split('\n').filter((line) => line.includes('uses:'))
      const others = lines.filter((line) => !line.includes('uses: org/nar-publish@'))
      expect(others.length).toBeGreaterThan(0)
      for (const line of others) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    })

    test('gives the action what it takes', () => {
      expect(ours.length).toBeGreaterThan(0)
      for (const { with: given = {} } of ours) {
        expect(Object.keys(given).filter((input) => !actionInputs.includes(input))).toEqual([])
        expect(inputsOf(given)).toMatchObject({
          mode: 'version-sync',
          phase: given['repair'] === 'true' ? 'repair' : (given['phase'] ?? 'all')
        })
      }
    })

    test('writes only where nothing of the package runs, or in one job that does all', () => {
      for (const job of Object.values(jobs)) {
        const given = job.steps.flatMap((found) => (found.with?.['mode'] ? [found.with] : []))
        const writes = Object.values(job.permissions).includes('write')
        expect(writes).toBe(given.some(({ phase = 'all' }) => phase !== 'compute'))
      }
    })
  }
)

const parsedOf = (name: string) => {
  const text = read(`docs/workflows/${name}`)
  return {
    text,
    steps: Object.values(workflow.parse(parse(text)).jobs).flatMap(({ steps }) => steps)
  }
}

test('a repair computes with nothing that is worth stealing, and commits without anything of the pull request', () => {
  const [compute, commit] = [parsedOf('repair.yml'), parsedOf('repair-commit.yml')]
  expect(compute.text).not.toMatch(/secrets|github\.token|pull_request_target|: write/)
  expect(compute.steps[0]?.with).toMatchObject({
    ref: '${{ github.event.pull_request.head.sha }}',
    'persist-credentials': 'false'
  })
  expect(commit.text).not.toMatch(/actions\/checkout|install-nix|\brun:|pull_request_target/)
  // Other people's words of an event are in no line that anything runs; ids and commits are GitHub's own.
  const used = [...commit.text.matchAll(/github\.event\.([\w.]+)/g)].map(([, path]) => path)
  expect([...new Set(used)].sort()).toEqual([
    'workflow_run.event',
    'workflow_run.head_repository.id',
    'workflow_run.head_sha',
    'workflow_run.id'
  ])
})

const folder = mkdtempSync(join(tmpdir(), 'nar-publish-workflows-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** As a run for a release would read them, or of a repair one of its own event. */
function inputsOf(given: Record<string, string>): SyncInputs {
  const sha = '1'.repeat(40)
  const event = given['phase'] === 'compute' ? 'pull_request' : 'workflow_run'
  const payload = join(folder, 'event.json')
  const end = { sha }
  const run = {
    event,
    conclusion: 'success',
    head_sha: sha,
    head_branch: 'x',
    head_repository: null
  }
  const events = { pull_request: { number: 1, head: end, base: end }, workflow_run: run }
  writeFileSync(payload, JSON.stringify(events))
  const environment = readEnvironment({
    ...(given['repair'] === 'true' && { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: payload }),
    GITHUB_REPOSITORY: 'alice/infer',
    INPUT_TOKEN: 'tok',
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        value.replace(/^\$\{\{.*\}\}$/, 'latest')
      ])
    )
  })
  return ofOne(
    parseSyncInputs(
      environment,
      readSecrets(environment, () => undefined)
    )
  )
}
