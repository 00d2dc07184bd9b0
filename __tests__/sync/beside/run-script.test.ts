import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { NarPublishError } from '../../../src/errors.ts'
import { silentLog } from '../../../src/log.ts'
import { runScript, type Script } from '../../../src/sync/beside/run-script.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-script-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function failureOf(argv: Script['argv'], more: Partial<Script> = {}): Promise<NarPublishError> {
  return runScript({
    ...{ title: 'before-hash', argv, folder, scratch: folder, variables: {}, log: silentLog },
    env: { PATH: process.env['PATH'] ?? '' },
    ...more
  }).then(
    () => {
      throw new Error('it passed')
    },
    (error: unknown) => error as NarPublishError
  )
}

test.each<[string, Script['argv'], Partial<Script>, string]>([
  ['fails', ['sh', '-c', 'echo why >&2; exit 3'], {}, 'it exited with 3; its last lines:\nwhy'],
  ['takes too long', ['sleep', '600'], { timeLimit: 200 }, 'did not end within 0.2 s'],
  ['does not exist', ['no-such-program'], {}, 'there is no program "no-such-program"'],
  ['is no program', ['/dev/null'], {}, 'cannot be started (EACCES)']
])('a command that %s says so', async (_what, argv, more, says) => {
  const error = await failureOf(argv, more)
  expect(error).toMatchObject({ code: 'SCRIPT_FAILED' })
  expect(error.subject).toMatch(/^before-hash, /)
  expect(error.reason).toContain(says)
})

test('a service that the command leaves running carries the mark by which the runner ends it', async () => {
  const env = { PATH: process.env['PATH'] ?? '', RUNNER_TRACKING_ID: 'github_1', TOKEN: 'secret' }
  const command = 'echo "$RUNNER_TRACKING_ID$TOKEN" >&2; exit 3'
  const error = await failureOf(['sh', '-c', command], { env })
  expect(error.reason).toContain('its last lines:\ngithub_1\n')
})
