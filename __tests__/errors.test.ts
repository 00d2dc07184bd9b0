import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { errorGuide } from '../src/error-guide.ts'
import { asNarPublishError, NarPublishError, type ErrorCode } from '../src/errors.ts'

const codes = Object.keys(errorGuide) as ErrorCode[]

function sources(folder: string): string {
  const root = join(import.meta.dirname, '..', folder)
  return (
    readdirSync(root, { recursive: true, withFileTypes: true })
      // A fixture of version-sync says itself which error it is for.
      .filter((entry) => entry.isFile() && /\.ts$|^case\.json$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (file) =>
          !/\/(?:error-guide|errors(?:\.test)?)\.ts$/.test(file) || file.includes('/scenarios/')
      )
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
  )
}

describe('each code of the guide', () => {
  const code = sources('src')
  const tests = sources('__tests__')

  test.each(codes.filter((name) => name !== 'INTERNAL'))(
    '%s is made, and met by a test',
    (name) => {
      expect(code).toContain(`'${name}'`)
      expect(tests).toMatch(new RegExp(`\\b${name}\\b`))
    }
  )

  test.each(codes)('%s has a cause and a fix that are sentences', (name) => {
    const { cause, fix } = errorGuide[name]
    expect(cause).toMatch(/^(?:nar-publish|[A-Z`]).*\.$/)
    expect(fix).toMatch(/^[A-Z`].*\.$/)
  })
})

describe('what the machine refuses', () => {
  const thrown = (code: string, syscall: string, path?: string): unknown => ({
    ...{ code, syscall, message: `${code}: ${syscall}` },
    ...(path === undefined ? {} : { path })
  })
  test.each<[unknown, ErrorCode, string]>([
    [thrown('EDQUOT', 'write'), 'DISK_FULL', 'scratch folder'],
    [thrown('EFBIG', 'write'), 'FILE_TOO_LARGE', 'scratch folder'],
    [thrown('EMFILE', 'open', '/t/x'), 'FILES_EXHAUSTED', '/t/x'],
    [thrown('ENOMEM', 'mmap'), 'MEMORY_EXHAUSTED', 'nar-publish'],
    [thrown('EAGAIN', 'spawn git', 'git'), 'MEMORY_EXHAUSTED', 'git'],
    [new RangeError('Array buffer allocation failed'), 'MEMORY_EXHAUSTED', 'nar-publish'],
    [thrown('EROFS', 'mkdtemp', '/t/x'), 'FILE_UNUSABLE', '/t/x'],
    [thrown('EACCES', 'open', '/t/x'), 'FILE_UNUSABLE', '/t/x'],
    [thrown('ENOENT', 'uv_cwd'), 'FOLDER_GONE', 'the current folder'],
    [thrown('EACCES', 'connect'), 'INTERNAL', 'nar-publish'],
    [new Error('an EMFILE of its own'), 'INTERNAL', 'nar-publish']
  ])('%j is %s', (error, code, subject) => {
    expect(asNarPublishError(error)).toMatchObject({ code, subject, cause: error })
  })
})

describe('an error', () => {
  const details = {
    code: 'HEAD_MOVED',
    subject: 'cache branch "main"',
    reason: 'it moved'
  } as const

  test('says what, on which thing, why, and what now', () => {
    expect(new NarPublishError(details).message).toBe(
      `HEAD_MOVED cache branch "main": it moved. ${errorGuide.HEAD_MOVED.fix}`
    )
    expect(new NarPublishError({ ...details, hint: 'Wait.' }).message).toBe(
      'HEAD_MOVED cache branch "main": it moved. Wait.'
    )
  })

  test.each([
    ['no such file', 'no such file. Wait.'],
    ['Did you mean lone?', 'Did you mean lone? Wait.'],
    ['the repository exists.\n', 'the repository exists. Wait.'],
    ['two lines:\nof a log', 'two lines:\nof a log\nWait.']
  ])('ends other programs’ words %j once', (reason, text) => {
    const message = new NarPublishError({ ...details, reason, hint: 'Wait.' }).message
    expect(message.endsWith(`: ${text}`)).toBe(true)
  })

  test('keeps its cause', () => {
    const cause = new Error('below')
    expect(new NarPublishError({ ...details, cause }).cause).toBe(cause)
    expect('cause' in new NarPublishError(details)).toBe(false)
  })

  test('of ours stays what it is', () => {
    const error = new NarPublishError(details)
    expect(asNarPublishError(error)).toBe(error)
  })

  test.each([
    [Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC', path: '/t/x' }), '/t/x'],
    [{ code: 'ENOSPC', message: 'ENOSPC: no space' }, 'scratch folder']
  ])('of a full disk names the file where that is known', (thrown, subject) => {
    expect(asNarPublishError(thrown)).toMatchObject({ code: 'DISK_FULL', subject, cause: thrown })
  })

  test.each([
    [new TypeError('x is not a function'), 'x is not a function'],
    ['words', 'words'],
    [undefined, 'undefined'],
    [null, 'null']
  ])('that nobody foresaw is INTERNAL: %p', (thrown, reason) => {
    expect(asNarPublishError(thrown)).toMatchObject({ code: 'INTERNAL', reason })
  })
})
