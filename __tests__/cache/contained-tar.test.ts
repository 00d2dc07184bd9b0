import { execFileSync, spawnSync } from 'node:child_process'
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { containTar } from '../../src/cache/contained-tar.ts'

/** Where the archive is made. */
let folder: string
let workspace: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contained-tar-'))
  workspace = join(folder, 'work space')
  mkdirSync(workspace)
  mkdirSync(join(folder, 'kept/nar'), { recursive: true })
  writeFileSync(join(folder, 'kept/good'), 'good')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** As @actions/cache does it. */
function unpack(
  names: readonly string[],
  words = ['-xf']
): { status: number | null; stderr: string } {
  const archive = join(folder, 'archive')
  execFileSync('tar', ['-cf', archive, '-P', '-C', folder, '-I', 'zstd', ...names], {
    stdio: 'ignore'
  })
  const env = {
    PATH: process.env['PATH'] ?? '',
    ...containTar(
      join(folder, 'programs'),
      { PATH: process.env['PATH'] ?? '' },
      {
        workspace,
        directory: join(workspace, 'kept')
      }
    )
  }
  const args = [...words, archive, '-P', '-C', workspace, '--use-compress-program', 'unzstd']
  const { status, stderr } = spawnSync('tar', args, { env, encoding: 'utf8' })
  return { status, stderr }
}

test('an archive of its folder is unpacked, and tar is otherwise tar', () => {
  expect(unpack(['kept'])).toEqual({ status: 0, stderr: '' })
  expect(readdirSync(workspace, { recursive: true }).sort()).toEqual([
    'kept',
    'kept/good',
    'kept/nar'
  ])
})

test.each([['xf'], ['-zxf'], ['--extract', '-f'], ['--posix', '-xf'], ['-C', '/', '-xf']])(
  'nothing is unpacked by a call that is not looked into: tar %s',
  (...words) => {
    const { status, stderr } = unpack(['kept'], words)
    expect(status).toBe(1)
    expect(stderr).toContain('in a way that nar-publish does not know')
    expect(readdirSync(workspace)).toEqual([])
  }
)

test('without a tar there is nothing to contain', () => {
  const place = { workspace, directory: workspace }
  expect(containTar(join(folder, 'programs'), { PATH: '/nonexistent' }, place)).toEqual({})
})

describe('nothing is unpacked of an archive with', () => {
  test.each<[string, (folder: string) => string[]]>([
    [
      'a file by its full name',
      (folder) => {
        writeFileSync(join(folder, 'evil'), '')
        return ['kept', join(folder, 'evil')]
      }
    ],
    [
      'a file by ..',
      (folder) => {
        writeFileSync(join(folder, 'evil'), '')
        return ['kept', 'kept/../evil']
      }
    ],
    [
      'a file of a folder that begins alike',
      (folder) => {
        mkdirSync(join(folder, 'kept-evil'))
        writeFileSync(join(folder, 'kept-evil/file'), '')
        return ['kept', 'kept-evil/file']
      }
    ],
    [
      'a link',
      (folder) => {
        symlinkSync('/etc', join(folder, 'kept/nar/out'))
        return ['kept']
      }
    ],
    [
      'a hard link',
      (folder) => {
        linkSync(join(folder, 'kept/good'), join(folder, 'kept/nar/good'))
        return ['kept']
      }
    ],
    [
      'a pipe',
      (folder) => {
        execFileSync('mkfifo', [join(folder, 'kept/nar/pipe')])
        return ['kept']
      }
    ],
    [
      'a name of two lines',
      (folder) => {
        writeFileSync(join(folder, 'kept/a\nb'), '')
        return ['kept']
      }
    ]
  ])('%s', (_name, make) => {
    const { status, stderr } = unpack(make(folder))
    expect(status).toBe(1)
    expect(stderr).toContain('more than files and folders of its own folder')
    expect(readdirSync(workspace)).toEqual([])
  })
})
