/** Queues for `s3://`. Debian's Nix has no S3 before 2.34, and none of its versions signs requests. */
import { describe, expect, test } from '@jest/globals'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { NarPublishError } from '../../src/errors.ts'
import { expectNix } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { sendToStore } from '../../src/queue/send-to-store.ts'
import { blameOf } from '../../src/queue/send.ts'
import {
  newestNixes,
  removeFolder,
  testEnvironment,
  testNixes,
  type TestNix
} from '../support/nix.ts'
import { output, runProgram } from '../support/program.ts'
import { bundles } from '../support/queue-job.ts'
import { filesBelow } from '../support/runner.ts'
import { startS3, type S3Server } from '../support/s3.ts'
import { addStorePath } from '../support/store-paths.ts'

const accessKeyId = 'AKIDEXAMPLE'
const secretAccessKey = 'wJalrXUtnFEMI-bPxRfiCYEXAMPLEKEY'

/** Sends a new path of this Nix to a bucket; what comes of it. */
async function send(
  { makeFolder, open }: TestNix,
  s3: Pick<S3Server, 'endpoint' | 'bucket'>
): Promise<{ path: string; error: NarPublishError | null }> {
  const folder = makeFolder()
  try {
    const nix: Nix = await open(folder)
    writeFileSync(join(folder, 'object'), folder)
    const add = { program: 'nix-store', args: ['--add', join(folder, 'object')] } as const
    const path = (await expectNix(nix, { ...add, args: [...add.args] })).trim()
    const url = `s3://${s3.bucket}?endpoint=${s3.endpoint}&region=eu-west-1`
    const destination = { url, checkSigs: true, substituteOnDestination: false }
    const sender = sendToStore({ kind: 'store', ...destination }, 'binary', () =>
      Promise.resolve(nix)
    )
    const error = await sender([path]).then(
      () => null,
      (thrown: unknown) => thrown as NarPublishError
    )
    return { path, error }
  } finally {
    await removeFolder(folder)
  }
}

test.each(testNixes)(
  '$name has no S3, which the error says; waiting would not help',
  async (nix) => {
    const { error } = await send(nix, { endpoint: 'http://127.0.0.1:1', bucket: 'cache' })
    expect(error).toMatchObject({
      code: 'STORE_UNREACHABLE',
      reason: expect.stringMatching(
        /^this Nix \(nix \(Nix\) 2\.\d+\.\d\) was built without S3: don't know how to open Nix store/
      )
    })
    if (error !== null) expect(blameOf(error, [])).toEqual({ kind: 'destination', isFinal: true })
  }
)

if (newestNixes.length === 0) {
  test.todo(
    'a bucket gets what is queued: script/other-nix installs a Nix with S3 (root on Debian)'
  )
} else {
  describe.each(newestNixes)('$name', (nix) => {
    test('puts what is queued into a bucket', async () => {
      const s3 = await startS3(null)
      try {
        const { path, error } = await send(nix, s3)
        expect(error).toBeNull()
        const narInfo = s3.objects.get(`${basename(path).slice(0, 32)}.narinfo`)?.toString()
        expect(narInfo).toContain(`StorePath: ${path}`)
        expect(s3.objects.has(/^URL: (.*)$/m.exec(narInfo ?? '')?.[1] ?? '')).toBe(true)
        expect([...s3.objects.keys()]).toContain('nix-cache-info')
      } finally {
        await s3.close()
      }
    })

    test('is refused by a bucket that wants a signature: said at once, for all paths', async () => {
      const s3 = await startS3(accessKeyId)
      try {
        const { error } = await send(nix, s3)
        expect(error).toMatchObject({
          code: 'STORE_UNREACHABLE',
          reason: expect.stringContaining('HTTP error 403')
        })
        if (error !== null)
          expect(blameOf(error, [])).toEqual({ kind: 'destination', isFinal: true })
      } finally {
        await s3.close()
      }
    })
  })
}

test('AWS variables reach `nix copy`, and no log, file or argument', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'queue-aws-'))
  try {
    const [bin, seen, queue] = ['bin', 'seen', 'queue'].map((name) => join(folder, name)) as [
      string,
      string,
      string
    ]
    mkdirSync(bin)
    mkdirSync(join(queue, 'default'), { recursive: true })
    const path = addStorePath('for-a-bucket')
    symlinkSync(path, join(queue, 'default', basename(path)))
    const real = await output('sh', ['-c', 'command -v nix'])
    // A Nix with S3, as far as the queue can see.
    const nix = `#!/bin/sh\nif [ "$1" = copy ]; then env > '${seen}'; echo "$@" > '${seen}-args'; exit 0; fi\nexec ${real} "$@"\n`
    writeFileSync(join(bin, 'nix'), nix)
    chmodSync(join(bin, 'nix'), 0o755)
    const cli = [join(bundles, 'cli', 'index.js'), 'queue', 'upload', '--verbose']
    const sent = await runProgram(
      process.execPath,
      [...cli, '--queue-dir', queue, '--destination', 's3://cache?region=eu-west-1'],
      {
        cwd: folder,
        env: {
          ...testEnvironment(),
          PATH: `${bin}:${process.env['PATH'] ?? ''}`,
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey
        }
      }
    )
    expect(sent.failure).toBe('')
    expect(readFileSync(seen, 'utf8')).toContain(`AWS_SECRET_ACCESS_KEY=${secretAccessKey}\n`)
    const shown = [
      ...[sent.stdout, sent.stderr, readFileSync(`${seen}-args`, 'utf8')],
      ...filesBelow(queue).map((file) => readFileSync(file, 'utf8'))
    ].join('\n')
    expect(shown).toContain('s3://cache?region=eu-west-1')
    expect(shown).not.toContain(secretAccessKey)
  } finally {
    await removeFolder(folder)
  }
})
