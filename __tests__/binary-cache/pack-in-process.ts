/**
 * Packs 8 MiB of noise in a process of its own, which has its own PATH and mounts, and which Node ends with an error when a
 * rejection goes unhandled. Prints the error's code and message, and the files left in the folder, as JSON.
 *
 *     node pack-in-process.ts <folder> <compression>
 */
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { argv } from 'node:process'
import { packNar } from '../../src/binary-cache/pack.ts'
import { compressions } from '../../src/binary-cache/types.ts'
import { asNarPublishError } from '../../src/errors.ts'
import { expectedOf, narOf } from './nar-source.ts'

const [, , directory = '', wanted] = argv
const compression = compressions.find((known) => known === wanted) ?? 'none'
const bytes = randomBytes(8 * 1024 * 1024)
try {
  await packNar(narOf(bytes), expectedOf(bytes), {
    directory,
    pname: 'noise',
    compression,
    level: null
  })
} catch (thrown) {
  const { code, message } = asNarPublishError(thrown)
  console.log(JSON.stringify({ code, message, left: readdirSync(directory) }))
}
