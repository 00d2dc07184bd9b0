/** One checkout, several packages after each other: it is copied once, as long as nobody else writes in the copy. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../../../src/log.ts'
import { removeFolder } from '../../../src/scratch.ts'
import type { Copy } from '../../../src/sync/project/copy.ts'
import type { Project } from '../../../src/sync/project/locate-package.ts'
import { renewCopy, sharedCopy, type WorkPlace } from '../../../src/sync/workshop.ts'
import { git } from '../../repository/git/fixture.ts'
import { makeFolder, makeRepository, open } from './support.ts'

let folder: string
let root: string
beforeAll(async () => {
  folder = makeFolder()
  root = await makeRepository(join(folder, 'repository'), { 'flake.nix': '{ }', 'a.nix': 'one' })
})
afterAll(() => {
  removeFolder(folder)
})

describe('the copy of the next package', () => {
  const commands: string[] = []
  const log = { ...silentLog, debug: (line: string) => commands.push(line) }
  const projectOf = async (reference: string): Promise<Project> => {
    const project = await open(root, reference)
    return { ...project, git: { ...project.git, log } }
  }
  /** Where a run's first package is done, and left this. */
  const after = async (
    reference: string,
    change: (copy: Copy) => Promise<unknown>
  ): Promise<{ shared: NonNullable<WorkPlace['shared']>; spare: Copy }> => {
    const scratch = mkdtempSync(join(folder, 'scratch-'))
    const shared = { scratch, derivations: new Map(), spare: null as Copy | null }
    const spare = await sharedCopy(await projectOf(reference), shared)
    await change(spare)
    shared.spare = spare
    commands.length = 0
    return { shared, spare }
  }

  test.each([
    ['.#a', '.#b'],
    ['.#a', 'file:a.nix'],
    ['file:a.nix', 'file:flake.nix']
  ])('is the one of the package before: %s, then %s', async (first, next) => {
    const { shared, spare } = await after(first, (copy) => copy.write('a.nix', 'two'))
    const project = await projectOf(next)
    const copy = await sharedCopy(project, shared)
    expect(copy).toBe(spare)
    expect([copy.project, shared.spare]).toEqual([project, null])
    expect(commands).toEqual([])
    expect(readFileSync(join(copy.folder, 'a.nix'), 'utf8')).toBe('one')
    expect(await git(copy.folder, 'status', '--porcelain')).toBe('')
  })

  test.each<[string, string, string, (copy: Copy) => Promise<unknown>]>([
    [
      'a formatter was in that',
      '.#a',
      '.#b',
      (copy) => {
        copy.handOver()
        return Promise.resolve()
      }
    ],
    ['that has a file more', '.#a', '.#b', (copy) => copy.make('new/c.nix', Buffer.from('x'))],
    ['Git does not know its files', 'file:a.nix', '.', () => Promise.resolve()]
  ])('is another one where %s, which is gone', async (_, first, next, change) => {
    const { shared, spare } = await after(first, change)
    const copy = await sharedCopy(await projectOf(next), shared)
    expect(copy).not.toBe(spare)
    expect(existsSync(spare.folder)).toBe(false)
    expect(readdirSync(copy.folder).toSorted()).toEqual(['.git', 'a.nix', 'flake.nix'])
  })

  test('is the one of the package before also where that had to begin anew, and its own folder is gone', async () => {
    const { shared, spare } = await after('.#a', (copy) => {
      copy.handOver()
      return Promise.resolve()
    })
    // On the disk, where the package's folder is.
    jest.spyOn(process, 'availableMemory').mockReturnValueOnce(0)
    const scratch = mkdtempSync(join(shared.scratch, 'package-'))
    const shop = {
      ...{ project: spare.project, copy: spare, files: [], scratch },
      inMemoryOf: shared.scratch
    }
    await renewCopy(shop, [])
    expect(shop.copy).not.toBe(spare)
    await shop.copy.write('a.nix', 'two')
    removeFolder(scratch)
    shared.spare = shop.copy
    const copy = await sharedCopy(await projectOf('.#b'), shared)
    expect(copy).toBe(shop.copy)
    expect(readFileSync(join(copy.folder, 'a.nix'), 'utf8')).toBe('one')
  })
})
