import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkPinName, decodePinName, encodePinName, isPinName } from '../../src/pins/name.ts'
import { pinFile, pinLine, pinNameOf, pinsOf } from '../../src/pins/pin.ts'
import { anyCharacter } from '../support/any-character.ts'

describe('a pin’s file', () => {
  test.each([
    ['main-x86_64-linux-foo', 'main-x86_64-linux-foo'],
    ['v1.0.0+build', 'v1.0.0+build'],
    ['feat/$(x)', 'feat%2f%24%28x%29'],
    ['..', '%2e%2e'],
    ['../../etc/passwd', '%2e.%2f..%2fetc%2fpasswd'],
    ['.git', '%2egit'],
    ['-rf', '%2drf'],
    ['Main', '%4dain'],
    ['end.', 'end%2e'],
    ['con', '%63on'],
    ['nul.txt', '%6eul.txt'],
    ['console', 'console'],
    ['100%', '100%25'],
    ['%2f', '%252f'],
    ['a b\nc', 'a%20b%0ac'],
    ['--help', '%2d-help'],
    ['a\u0000b', 'a%00b'],
    ['\u202egnp', '%e2%80%aegnp'],
    ['`id`;"x"|y', '%60id%60%3b%22x%22%7cy'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['grün', 'gr%c3%bcn'],
    ['\u{feff}x', '%ef%bb%bfx'],
    ['a\\b:c', 'a%5cb%3ac']
  ])('of %j is %s, and reads back', (name, file) => {
    expect(encodePinName(name)).toBe(file)
    expect(decodePinName(file)).toBe(name)
    expect(pinNameOf(pinFile(name))).toBe(name)
  })

  test('of any name is safe in every segment, one for each name whatever the case, and reads back', () => {
    const name = fc.string({ unit: anyCharacter, minLength: 1, maxLength: 240 }).filter(isPinName)
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [file, otherFile] = [encodePinName(one), encodePinName(other)]
        expect(decodePinName(file)).toBe(one)
        if (one !== other) expect(file.toLowerCase()).not.toBe(otherFile.toLowerCase())
        for (const segment of file.split('/')) {
          expect(segment).toMatch(/^[a-z0-9_+%][a-z0-9._+%-]{0,201}$/)
          expect(segment).not.toMatch(/\.$/)
        }
      }),
      { numRuns: 500 }
    )
  })

  test('of a long name goes on in folders that no shorter name has as its file', () => {
    const names = Array.from({ length: 1000 }, (_, i) => 'x'.repeat(i + 1))
    const files = names.map(encodePinName)
    const folders = files.flatMap((file) =>
      file.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))
    )
    expect(Math.max(...files.flatMap((file) => file.split('/').map(({ length }) => length)))).toBe(
      202
    )
    expect(files.filter((file) => folders.includes(file))).toEqual([])
    expect(files.map(decodePinName)).toEqual(names)
    const dots = '.'.repeat(999)
    expect(decodePinName(encodePinName(dots))).toBe(dots)
    expect(encodePinName(dots).split('/')).not.toContain('.'.repeat(200))
  })

  test.each(['feat/x', 'Main', '%2F', '%zz', '%ff', '.x', 'x.', 'a%', '%41%', '', '%6dain'])(
    'is not %j, which somebody else made: its path stands for the name',
    (file) => {
      expect(decodePinName(file)).toBeNull()
      expect(pinNameOf(`pins/${file}`)).toBe(`pins/${file}`)
    }
  )
})

test.each([
  ['', 'the name is empty'],
  ['x'.repeat(10_000_000), 'has 10000000 bytes, and may have 1000'],
  ['\ud800', 'is not Unicode']
])('a name that cannot be is PIN_NAME_INVALID, in few words', (name, words) => {
  let message = ''
  try {
    checkPinName(name, 'input pin')
  } catch (error) {
    message = String(error)
  }
  expect(message).toContain(`PIN_NAME_INVALID input pin: `)
  expect(message).toContain(words)
  expect(message.length).toBeLessThan(700)
})

test('a pin is told on one line, whatever its name', () => {
  const storePath = `/nix/store/${'a'.repeat(32)}-x`
  expect(pinLine({ name: 'main-x86_64-linux-foo', storePath })).toBe(
    `Pin main-x86_64-linux-foo => ${storePath}`
  )
  const line = pinLine({ name: 'a\n::error::b\r\u2028\u202e', storePath })
  expect(line).toBe(`Pin a\uFFFD::error::b\uFFFD\uFFFD\uFFFD => ${storePath}`)
})

describe('a file below pins/ that somebody else made', () => {
  const storePath = `/nix/store/${'a'.repeat(32)}-x`
  test.each<[string, string | Buffer, string | null]>([
    ['as it is written here', `${storePath}\n`, storePath],
    ['without a line end', storePath, storePath],
    ['with that of Windows', `${storePath}\r\n`, storePath],
    ['shell text', '$(id)', null],
    ['nothing', '', null],
    ['two store paths', `${storePath}\n${storePath}\n`, null],
    ['a path inside of one', `${storePath}/bin/x\n`, null],
    ['of another store', storePath.replace('/nix/', '/gnu/'), null],
    ['that leads out', `${storePath}/../../../etc/passwd`, null],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), null],
    ['40 MB', Buffer.alloc(40_000_000, storePath), null],
    ['a store path and much that is not seen', storePath + '\n'.repeat(1_000_000), null]
  ])('%s', (_, content, expected) => {
    const files = new Map([['pins/x', Buffer.from(content)]])
    expect(pinsOf(files)).toEqual(expected === null ? [] : [{ name: 'x', storePath: expected }])
  })
})
