import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const isLong = process.env['NAR_PUBLISH_LONG_TESTS'] === '1'

/** MiB, in a process of its own. */
function peak(compression: string, mebibytes: number): number {
  const script = join(import.meta.dirname, 'measure-memory.ts')
  const env = { PATH: process.env['PATH'] }
  return Number(execFileSync(process.execPath, [script, compression, `${mebibytes}`], { env }))
}

test.each(isLong ? ['zstd', 'xz'] : ['zstd'])(
  'memory does not grow with a NAR of %s',
  (compression) => {
    // It comes to rest at some 180 MiB, the compressor of the same process included.
    const [small, large] = isLong ? [512, 1024] : [48, 144]
    expect(peak(compression, large) - peak(compression, small)).toBeLessThan(60)
  }
)
