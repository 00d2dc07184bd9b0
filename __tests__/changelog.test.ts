import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { draftSection, sectionOf, withSection } from '../script/changelog.ts'
import { removeFolder } from './support/nix.ts'
import { output, runProgram, type ProgramResult } from './support/program.ts'

const root = join(import.meta.dirname, '..')
const text =
  '# Changes\n\nBy hand.\n\n## 1.1.0 (later)\n\n- new\n\n### a\n\n- b\n\n## 1.0.0\n\n- old\n'

test('a section is what stands beneath its heading, to the next', () => {
  expect(sectionOf(text, '1.1.0')).toBe('- new\n\n### a\n\n- b')
  expect(sectionOf(text, '1.0.0')).toBe('- old')
})

test.each(['1.1', '1.1.0-rc.1', '1.10', '', '.*'])('there is no section %j', (version) => {
  expect(sectionOf(text, version)).toBeNull()
})

test('a heading alone is no section', () => {
  expect(sectionOf('## 1.1.0\n\n \n## 1.0.0\n\n- old\n', '1.1.0')).toBeNull()
})

test('a new section stands before the others, whose words stay as they are', () => {
  const made = withSection(text, '1.2.0', '- newest')
  expect(made).toBe(text.replace('## 1.1.0', '## 1.2.0\n\n- newest\n\n## 1.1.0'))
  expect(withSection('# Changes\n', '1.0.0', '- first')).toBe('# Changes\n\n## 1.0.0\n\n- first\n')
  expect(() => withSection(made, '1.2.0', '- again')).toThrow('has a section 1.2.0')
})

test('commits are told by what users get of them, and the others counted', () => {
  const section = draftSection([
    { subject: 'Queue: `a_b` of @somebody, #12 <b>', files: ['src/queue/a.ts', 'src/log.ts'] },
    { subject: 'Both', files: ['src/sync/a.ts', 'src/queue/b.ts', 'src/sync/b.ts'] },
    { subject: 'Words', files: ['docs/queue.md'] },
    { subject: 'Tests', files: ['__tests__/a.test.ts'] },
    { subject: 'Bundle', files: ['dist/index.js'] }
  ])
  expect(section).toBe(
    [
      ...['### version-sync', '- Both', '### hook and queue'],
      '- Queue: `a_b` of \\@somebody, \\#12 \\<b\\>',
      ...['### Everything else', '- Words', '2 commits change nothing of what users get.']
    ].join('\n\n')
  )
  expect(draftSection([])).toBe('Nothing changed.')
})

let folder: string
const git = (...args: string[]): Promise<string> =>
  output('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: folder })
const draft = (version: string): Promise<ProgramResult> =>
  runProgram(process.execPath, [join(folder, 'script/changelog.ts'), version], { cwd: folder })

async function commit(message: string, file: string): Promise<void> {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), message)
  await git('add', '--', file)
  await git('commit', '--quiet', '-m', message)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'changelog-'))
  for (const file of ['script/changelog.ts', 'script/release-plan.ts', 'src/version.ts']) {
    cpSync(join(root, file), join(folder, file))
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  await git('init', '--quiet', '-b', 'main')
})
afterAll(() => removeFolder(folder))

test('the draft has the commits since the release before, whichever tags there are', async () => {
  await commit('First', 'src/publish/a.ts')
  await commit('# Changes\n', 'CHANGELOG.md')
  expect((await draft('1.0.0')).failure).toBe('')
  const first = '# Changes\n\n## 1.0.0\n\n### publish and matrix\n\n- First\n\n'
  const counted = '1 commit changes nothing of what users get.\n'
  expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toBe(first + counted)

  await git('tag', 'v1.0.0')
  await git('tag', 'v1')
  await commit('Second', 'src/keys/ä b.ts')
  // A later one's pre-release, and a tag beside, are not the release before.
  await git('tag', 'v2.0.0-rc.1')
  writeFileSync(join(folder, 'CHANGELOG.md'), (first + counted).replace('First', 'By hand'))
  expect((await draft('1.1.0')).failure).toBe('')
  expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toBe(
    (first + counted)
      .replace('First', 'By hand')
      .replace('## 1.0.0', '## 1.1.0\n\n### prune, doctor and keys\n\n- Second\n\n## 1.0.0')
  )
})

test.each(['1.1.0', 'v1.2.0', '', '--help'])('%j gets no draft', async (version) => {
  const before = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')
  expect((await draft(version)).status).toBe(1)
  expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toBe(before)
})
