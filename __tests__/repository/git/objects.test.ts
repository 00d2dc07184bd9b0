import { randomBytes } from 'node:crypto'
import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { silentLog, type Log } from '../../../src/log.ts'
import { gitEnvironment } from '../../../src/repository/git/environment.ts'
import { fastImport } from '../../../src/repository/git/fast-import.ts'
import { writeCommit, writeLargeFiles } from '../../../src/repository/git/objects.ts'
import { Repository } from '../../../src/repository/git/repository.ts'
import type { Change, LargeFile } from '../../../src/repository/types.ts'
import { cleanEnvironment, git, Hosts } from './fixture.ts'

const hosts = new Hosts()
afterAll(() => {
  hosts.remove()
})

function make(options: { url?: string; scratch?: string; log?: Log } = {}): Repository {
  const { url = hosts.root, scratch = hosts.folder(), log = silentLog } = options
  return Repository.make({ url, scratch, env: gitEnvironment(cleanEnvironment(), []), log })
}

function largeFile(path: string, content: Buffer): LargeFile {
  const diskPath = join(hosts.folder(), 'file')
  writeFileSync(diskPath, content)
  return { path, diskPath, size: content.length, placement: 'tree' }
}

function changeOf(files: Record<string, string>, rest: Partial<Change> = {}): Change {
  const contents = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const)
  return { message: 'publish', files: new Map(contents), largeFiles: [], ...rest }
}

const nothing = { largeBlobs: new Map<string, string>(), executable: new Set<string>() }

/** `<mode> <type> <blob>\t<path>` of each file. */
async function listed(repository: Repository, commit: string): Promise<string[]> {
  const listing = await git(repository.git.directory, 'ls-tree', '-r', '-z', commit)
  return listing.split('\0').filter(Boolean)
}

test('any number of files takes as many processes, and no object lies about by itself', async () => {
  const counts: number[] = []
  for (const count of [1, 300]) {
    const commands: string[] = []
    const log = { ...silentLog, debug: (line: string) => void commands.push(line) }
    const repository = make({ log })
    const nars = [...Array(count).keys()].map((index) =>
      largeFile(`nar/${index % 7}/${index}`, randomBytes(2000))
    )
    const largeBlobs = await writeLargeFiles(repository, nars)
    const small = Object.fromEntries(nars.map(({ path }, index) => [`${index}.narinfo`, path]))
    const change = changeOf(small, { largeFiles: nars })
    const made = await writeCommit(repository, null, change, { ...nothing, largeBlobs })
    counts.push(commands.length)
    expect(await listed(repository, made?.commit ?? '')).toHaveLength(2 * count)
    const objects = await git(repository.git.directory, 'count-objects', '-v')
    // The commit: the one object that is not of fast-import.
    expect(objects).toMatch(/^count: 1\n/)
  }
  expect(counts).toEqual([3, 3])
})

test('of NARs that are much alike a push sends what differs', async () => {
  const url = await hosts.bare()
  await git(url, 'config', 'receive.unpackLimit', '1')
  const old = randomBytes(500_000)
  const other = randomBytes(500_000)
  const changed = Buffer.concat([
    old.subarray(0, 250_000),
    Buffer.from('new'),
    old.subarray(250_000)
  ])
  const nars = [
    largeFile('nar/aa/a-hello.nar', old),
    largeFile('nar/bb/b-world.nar', other),
    largeFile('nar/cc/c-hello.nar', changed)
  ]
  await hosts.publish(url, nars)
  const pack = /^size-pack: (\d+)$/m.exec(await git(url, 'count-objects', '-v'))?.[1]
  // KiB
  expect(Number(pack)).toBeGreaterThan(970)
  expect(Number(pack)).toBeLessThan(1100)
})

test('paths are bytes, whatever characters they have', async () => {
  const repository = make()
  const paths = ['"quoted"', 'back\\slash', 'new\nline', 'a b', ' é😀', '\t', 'x/"y\\n"/z', '$(z)']
  const nar = largeFile('"large"\n\\', Buffer.from('large'))
  const largeBlobs = await writeLargeFiles(repository, [nar])
  const files = Object.fromEntries(paths.map((path) => [path, path]))
  const made = await writeCommit(repository, null, changeOf(files, { largeFiles: [nar] }), {
    ...{ largeBlobs, executable: new Set(['a b', nar.path]) }
  })
  const found = (await listed(repository, made?.commit ?? '')).map((line) => line.split('\t'))
  expect(found.map(([, ...path]) => path.join('\t')).sort()).toEqual([...paths, nar.path].sort())
  const executable = found.filter(([mode]) => mode?.startsWith('100755'))
  expect(executable.map(([, path]) => path).sort()).toEqual(['"large"\n\\', 'a b'])
  expect(
    await git(repository.git.directory, 'cat-file', 'blob', `${made?.commit ?? ''}:new\nline`)
  ).toBe('new\nline')

  const after = await writeCommit(
    repository,
    made,
    changeOf({}, { deletedFiles: [...paths.slice(1), nar.path] }),
    nothing
  )
  expect(await listed(repository, after?.commit ?? '')).toEqual([
    expect.stringContaining('\t"quoted"')
  ])
})

test('a file takes the place of a folder, and a folder that of a file; what goes takes its empty folder along', async () => {
  const repository = make()
  const first = await writeCommit(
    repository,
    null,
    changeOf({ 'a/b/c': '1', d: '2', 'e/f': '3' }),
    nothing
  )
  const change = changeOf({ 'a/b': 'file', 'd/e': 'in a folder' }, { deletedFiles: ['e/f'] })
  const made = await writeCommit(repository, first, change, nothing)
  const names = (await listed(repository, made?.commit ?? '')).map((line) => line.split('\t')[1])
  expect(names).toEqual(['a/b', 'd/e'])
  const log = await git(
    ...([repository.git.directory, 'log', '--format=%an <%ae> %s %T'] as const),
    made?.commit ?? ''
  )
  expect(log.split('\n')).toEqual(
    [made, first].map((head) => `Test <test@example.org> publish ${head?.tree ?? ''}`)
  )
})

test('the same files again are no commit; all of them gone are an empty tree', async () => {
  const repository = make()
  const change = changeOf({ 'a/b': '1' })
  const made = await writeCommit(repository, null, change, nothing)
  expect(await writeCommit(repository, made, change, nothing)).toBeNull()
  const emptied = await writeCommit(
    repository,
    made,
    changeOf({}, { deletedFiles: ['a/b'] }),
    nothing
  )
  expect(emptied?.tree).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904')
})

describe('a packed file that changed since', () => {
  test.each<[string, (file: LargeFile) => void, Record<string, unknown>]>([
    [
      'is longer',
      ({ diskPath }) => {
        appendFileSync(diskPath, 'x')
      },
      { code: 'INTERNAL', subject: 'nar/x', reason: expect.stringContaining('3000000 bytes') }
    ],
    [
      'is shorter',
      ({ diskPath }) => {
        writeFileSync(diskPath, 'x')
      },
      { code: 'INTERNAL', subject: 'nar/x', reason: expect.stringContaining('3000000 bytes') }
    ],
    [
      'is gone',
      ({ diskPath }) => {
        rmSync(diskPath)
      },
      { code: 'ENOENT' }
    ]
  ])(
    '(it %s) is told as that, and not as what git says of the end of its input',
    async (_how, damage, error) => {
      const repository = make()
      const file = largeFile('nar/x', randomBytes(3_000_000))
      damage(file)
      await expect(writeLargeFiles(repository, [file])).rejects.toMatchObject(error)
    }
  )
})

test('what git says is the error when it ends first', async () => {
  const repository = make()
  const commands = function* (): Generator<string> {
    yield 'no such command\n'
    // More than a pipe holds.
    for (let index = 0; index < 100; index++) yield `blob\ndata 100000\n${'x'.repeat(100_000)}\n`
  }
  await expect(fastImport(repository.git, commands)).rejects.toMatchObject({
    code: 'GIT_FAILED',
    reason: expect.stringContaining('no such command')
  })
})

test.each([
  'https://git.example.org/nix/store.git',
  'git@host:~/a b/"c"\\d',
  '/srv/#1;2/ü',
  ' /begins and ends with a blank ',
  '/with a\nline\tand a tab',
  '/C:\\folder\\new'
])('git reads the address that was written into its configuration: %j', async (url) => {
  const { git: ours } = make({ url })
  const read = await git(ours.directory, 'config', '--local', '-z', '--get', 'remote.target.url')
  expect(read).toBe(`${url}\0`)
  const partial = await git(ours.directory, 'config', '--get-regexp', 'partial|promisor')
  expect(partial.split('\n').sort()).toEqual([
    'extensions.partialclone target',
    'remote.target.partialclonefilter blob:none',
    'remote.target.promisor true'
  ])
})

test('a folder for scratch files may have any name', async () => {
  const scratch = join(hosts.folder(), '"odd"\nname')
  const repository = make({ scratch })
  const nar = largeFile('nar/x', randomBytes(1000))
  const odd = { ...nar, diskPath: join(scratch, 'nar\n"') }
  writeFileSync(odd.diskPath, randomBytes(1000))
  const largeBlobs = await writeLargeFiles(repository, [odd])
  const change = changeOf({ file: 'x' }, { largeFiles: [odd] })
  const made = await writeCommit(repository, null, change, { ...nothing, largeBlobs })
  expect(await listed(repository, made?.commit ?? '')).toHaveLength(2)
})
