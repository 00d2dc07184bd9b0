/**
 * Makes copies as a run does, in a process of its own: `copy-in-process.ts SCRATCH-PARENT CHECKOUT [killed]`. Tells where they are, and what
 * is left of them in memory; or is killed in the middle of one.
 */
import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { attempt } from '../../../src/errors.ts'
import { makeScratch, removeScratch, sharedMemory } from '../../../src/scratch.ts'
import { makeCopy } from '../../../src/sync/project/copy.ts'
import { open } from './support.ts'

const [parent = '', checkout = '', killed] = process.argv.slice(2)
const scratch = makeScratch(parent)
const project = await open(checkout, 'file:flake.nix')

if (killed !== undefined) {
  setInterval(() => {
    const copied = (folder: string): string[] =>
      attempt(() => readdirSync(folder, { recursive: true, encoding: 'utf8' }), [])
    const found = [...copied(sharedMemory), ...copied(join(scratch, 'one'))]
    if (found.some((path) => path.endsWith('.txt'))) process.kill(process.pid, 'SIGKILL')
  }, 1)
}
const places: string[] = []
for (const name of ['one', 'two']) {
  const copy = await makeCopy(project, join(scratch, name), { inMemoryOf: scratch })
  const isBelow = (folder: string): boolean => copy.folder.startsWith(folder + sep)
  places.push(isBelow(sharedMemory) ? 'memory' : isBelow(scratch) ? 'scratch' : copy.folder)
  await copy.write('flake.nix', '{ new }')
}
removeScratch(scratch, parent)
console.log(JSON.stringify({ places, left: readdirSync(sharedMemory) }))
