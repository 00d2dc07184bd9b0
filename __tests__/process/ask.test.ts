import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { askProgram } from '../../src/process/ask.ts'
import type { Place } from '../../src/process/start.ts'

let folder: string
let place: Place
let shown: string[]

beforeAll(() => {
  // A folder's name may hold what @actions/exec takes a command line apart at.
  folder = join(mkdtempSync(join(tmpdir(), 'nar-publish-ask-')), "a b\\c'")
  mkdirSync(folder)
  shown = []
  place = {
    cwd: folder,
    env: { PATH: `${folder}:/usr/bin:/bin`, OWN: '1' },
    log: { ...silentLog, debug: (line) => shown.push(line) }
  }
})
afterAll(() => {
  rmSync(join(folder, '..'), { recursive: true })
})

function program(name: string, script: string): string {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
  return name
}

test('the child’s own PATH, environment and folder are used, and each argument arrives as it stands', async () => {
  program(
    'answers',
    'pwd; env | grep -v "^\\(PWD\\|OLDPWD\\|SHLVL\\|_\\)=" | sort; printf "<%s>" "$@"'
  )
  expect(await askProgram({ program: 'answers', args: ['', 'a "b"', '$(id)'] }, place)).toBe(
    `${folder}\nOWN=1\nPATH=${folder}:/usr/bin:/bin\n<><a "b"><$(id)>`
  )
})

test('nothing but the debug log shows the command and its answer', async () => {
  program('talks', 'echo out; echo err >&2')
  const written = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockReturnValue(true)
  )
  shown.length = 0
  try {
    await askProgram({ program: 'talks', args: ['a b'] }, place)
    expect(written.flatMap(({ mock }) => mock.calls)).toEqual([])
  } finally {
    for (const spy of written) spy.mockRestore()
  }
  expect(shown).toEqual(["talks 'a b'"])
})

test.each([
  ['fails', 'echo half; exit 1'],
  ['is ended by a signal', 'echo half; kill -9 $$']
])('there is no answer when it %s', async (_what, script) => {
  expect(await askProgram({ program: program('unwell', script), args: [] }, place)).toBeNull()
})

test('there is no answer of a program that is missing, cannot be started, or would run nowhere', async () => {
  writeFileSync(join(folder, 'foreign'), '#!/no/such/shell\n', { mode: 0o755 })
  program('works', 'echo yes')
  const ask = (name: string, other: Partial<Place> = {}) =>
    askProgram({ program: name, args: [] }, { ...place, ...other })
  expect(await ask('works')).toBe('yes\n')
  expect(await ask('no-such')).toBeNull()
  expect(await ask('works', { env: { PATH: '/usr/bin' } })).toBeNull()
  expect(await ask('foreign')).toBeNull()
  expect(await ask('works', { cwd: join(folder, 'gone') })).toBeNull()
  expect(await ask('works', { cwd: `${folder}\0` })).toBeNull()
})
