/**
 * Measures a NAR's file of many frames that unpacks to so many MiB, and prints the MiB of memory that the process had at most.
 *   node measure-memory.ts COMPRESSION MEBIBYTES
 */
import { randomBytes } from 'node:crypto'
import { compress } from '../../src/binary-cache/compress.ts'
import { measureNar } from '../../src/binary-cache/measure-nar.ts'
import type { Compression } from '../../src/binary-cache/types.ts'

const compression = process.argv[2] as Compression
const mebibytes = Number(process.argv[3])
const piece = Buffer.concat([randomBytes(524_288), Buffer.alloc(524_288)])

async function* content(): AsyncGenerator<Buffer> {
  for (let i = 0; i < mebibytes; i++) yield await Promise.resolve(piece)
}

const { nar, problem } = await measureNar(compress(content(), compression, 1), {
  compression,
  largestNar: Infinity,
  childEnvironment: { PATH: process.env['PATH'] ?? '' },
  onProgress: () => undefined
})
if (problem !== '' || nar?.size !== mebibytes * 1_048_576) throw new Error(`not whole: ${problem}`)
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
