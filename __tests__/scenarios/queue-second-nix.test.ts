/** `mode: hook` with newer Nixes than this machine's, each in a Debian of its own. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { enterChroot, type Chroot } from '../support/chroot.ts'
import { otherNixRoots } from '../support/nix.ts'
import { runProgram, type ProgramResult } from '../support/program.ts'
import { queueJob, type QueueJob } from '../support/queue-job.ts'
import { startScenario, type Scenario } from '../support/scenario.ts'

if (otherNixRoots.length === 0) {
  test.todo('with a newer Nix: script/other-nix installs two (root on Debian)')
} else {
  describe.each(otherNixRoots)('mode hook with the Nix in %s', (root) => {
    wholeJob(root)
  })
}

function wholeJob(root: string): void {
  let chroot: Chroot
  let scenario: Scenario
  let job: QueueJob

  beforeAll(async () => {
    chroot = enterChroot(root)
    scenario = await startScenario({ parent: chroot.folder })
    job = queueJob({
      chroot,
      github: scenario.github,
      inputs: {
        'target-repository': 'alice/store',
        token: 'writer-token',
        'signing-key': scenario.key.secret
      }
    })
  })
  afterAll(async () => {
    await job.close()
    await scenario.close()
    await chroot.close()
  })

  const nixStore = (...args: string[]): Promise<ProgramResult> =>
    runProgram(join(chroot.programs, 'nix-store'), args, { cwd: job.folder })

  test('what a step builds is queued, kept from the garbage collector, and published at the end', async () => {
    expect(await job.main()).toMatchObject({ exitCode: 0 })
    const built = await job.build('second-queued-1.0')
    expect(readdirSync(join(job.queueFolder(), 'default'))).toEqual([basename(built)])
    // Not a whole collection: the store is not this test's alone.
    expect(await nixStore('--delete', built)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('still alive')
    })

    const post = await job.post()
    expect(post).toMatchObject({ exitCode: 0 })
    expect((await scenario.rows()).map(({ storePath }) => storePath)).toEqual([built])
    expect(existsSync(job.queueFolder())).toBe(false)
    // It gives the queue back, which the post step waits for, and ends then.
    for (let turn = 0; turn < 100 && job.background() !== null; turn++) await sleep(50)
    expect(job.background()).toBeNull()
    expect(await nixStore('--delete', built)).toMatchObject({ status: 0 })
  })
}
