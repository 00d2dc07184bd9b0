import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSecretKey, publicKeyText } from '../../src/binary-cache/signature.ts'
import { newKey } from '../doctor/fixture.ts'
import { startProject, states, writes, type Project } from './fixture.ts'

let project: Project
beforeEach(async () => {
  project = await startProject()
})
afterEach(async () => {
  await project.close()
})

const skip = new Set(['secret', 'workflow', 'pages', 'publish'] as const)
const folder = () => join(project.folder, 'keys')
const file = () => join(folder(), 'cache.secret')

test('a key that is there is used and never written over, even without its public half', async () => {
  const made = await project.init({ skip, keyFolder: folder(), keyName: 'first-1' })
  const before = readFileSync(file(), 'utf8')
  expect(publicKeyText(parseSecretKey(before))).toBe(made.report.publicKey)
  const again = await project.init({ skip, keyFolder: folder(), keyName: 'second-1' })
  expect(states(again)).toMatchObject({ key: 'there' })
  expect(again.report.publicKey).toMatch(/^first-1:/)
  expect(readFileSync(file(), 'utf8')).toBe(before)
})

test('a public half that somebody else left in the folder stays', async () => {
  mkdirSync(folder())
  writeFileSync(join(folder(), 'cache.public'), 'other')
  expect((await project.init({ skip, keyFolder: folder() })).error).toBeNull()
  expect(readFileSync(join(folder(), 'cache.public'), 'utf8')).toBe('other')
})

test.each([
  ['empty', ''],
  ['a public key', publicKeyText(newKey('a-1'))],
  ['cut', 'a-1:aGVsbG8=']
])(
  'a file that is %s is an error with its name, and nothing of it is shown or stored',
  async (_, text) => {
    mkdirSync(folder())
    writeFileSync(file(), text)
    const { error } = await project.init({ keyFolder: folder() })
    expect(error).toMatchObject({ code: 'SIGNING_KEY_INVALID', subject: file() })
    expect(`${error?.message}`).not.toContain(text.split(':')[1] ?? 'alice-project-1:')
    expect(readFileSync(file(), 'utf8')).toBe(text)
    expect(writes(project)).toEqual([])
  }
)

test('a key that others may read is warned of', async () => {
  await project.init({ skip, keyFolder: folder() })
  chmodSync(file(), 0o640)
  expect((await project.init({ skip, keyFolder: folder() })).warnings).toEqual([
    expect.stringContaining('chmod 600')
  ])
})

test.each([
  ['in the checkout', () => join(project.checkout, 'keys')],
  ['the checkout', () => project.checkout],
  [
    'a link into it',
    () => {
      const link = join(project.folder, 'link')
      symlinkSync(project.checkout, link)
      return join(link, 'deep', 'keys')
    }
  ]
])('a folder that is %s is refused', async (_, place) => {
  const keyFolder = place()
  expect((await project.init({ keyFolder })).error).toMatchObject({
    code: 'INPUT_INVALID',
    subject: expect.stringContaining('--key-folder')
  })
  expect(existsSync(join(keyFolder, 'cache.secret'))).toBe(false)
  expect(await project.git('status', '--porcelain')).toBe('A  flake.nix')
})

test.each(['', 'a b', 'a:b', '-option', 'a\nb', 'a"b'])(
  'the name %j is refused',
  async (keyName) => {
    expect((await project.init({ skip, keyFolder: folder(), keyName })).error).toMatchObject({
      code: 'INPUT_INVALID',
      subject: expect.stringContaining('--key-name')
    })
    expect(existsSync(folder())).toBe(false)
  }
)

test('a key that is here is not said to be the one that GitHub has', async () => {
  const texts = async () => {
    const { report } = await project.init({ skip: new Set(['workflow', 'pages', 'publish']) })
    return report.steps.find(({ step }) => step === 'key')?.text
  }
  expect(await texts()).toMatch(/readers are told \S+$/)
  expect(await texts()).toContain('when NIX_SIGNING_KEY is of it, which GitHub does not tell')
})

test('a folder that cannot be made is one error', async () => {
  writeFileSync(folder(), '')
  expect((await project.init({ skip, keyFolder: join(folder(), 'below') })).error).toMatchObject({
    code: 'FILE_UNUSABLE'
  })
})
