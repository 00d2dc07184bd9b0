import { expect, test } from '@jest/globals'
import { Readable } from 'node:stream'
import { readTree } from '../../../src/repository/github/read-tree.ts'

/** What is read of a text that comes in pieces of so many bytes. */
async function read(text: string, size: number): Promise<{ rest: unknown; items: unknown[] }> {
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size)
  )
  const items: unknown[] = []
  return { rest: await readTree(Readable.from(pieces), (item) => items.push(item)), items }
}

const sizes = [1, 2, 3, 5, 1000]

test.each(sizes)('takes the items of an array one by one, in pieces of %i bytes', async (size) => {
  const items = [
    { path: 'a "quoted" [name] {', mode: '100644', deep: { list: [1, { end: '}]' }] } },
    { path: 'slash \\', text: 'é — 日本' },
    {}
  ]
  const others = { sha: 'x\\"[{', none: [], nested: { tree: [{ c: 1 }] }, url: 'é' }
  const text = JSON.stringify({ ...others, tree: items, truncated: true }, null, 1)
  const rest = { tree: [], truncated: true }
  expect(await read(`\n ${text}\n`, size)).toEqual({ rest, items })
  // In whatever order.
  const turned = JSON.stringify({ truncated: true, ...others, tree: items })
  expect(await read(turned, size)).toEqual({ rest, items })
})

test.each([
  '{"truncated":false}',
  '{"truncated":false,"tree":[]}',
  '{"truncated":false,"tree":{}}',
  '{"tree":[],"message":"x"}'
])('an answer without an entry is not made whole: %s', async (text) => {
  expect(await read(text, 3)).toEqual({ rest: JSON.parse(text) as unknown, items: [] })
})

test('what has names instead of entries is none', async () => {
  expect(await read('{"truncated":false,"tree":{"a":{}}}', 3)).toMatchObject({ items: [] })
  expect((await read('{"tree":[{}],"tree":{"a":{}}}', 3)).rest).toBe('')
})

test.each(sizes)('gives what is no such answer as it is, in pieces of %i bytes', async (size) => {
  const given = async (text: string): Promise<unknown> => (await read(text, size)).rest
  expect(await given('[{"a":1}]')).toEqual([{ a: 1 }])
  expect(await given('null')).toBeNull()
  expect(await given('<title>{ "Log in" }</title>')).toBe('<title>{ "Log in" }</title>')
})

test.each([
  '',
  '{',
  '{"tree":[{"a":1}',
  '{"tree":[{"a":1}]',
  '{"tree":[{"a":x}]}',
  '{"tree":[{"a":"'
])('gives nothing of what was cut: %s', async (text) => {
  for (const size of sizes) expect((await read(text, size)).rest).toBe('')
})

test('rejects as the body does', async () => {
  const body = Readable.from(
    (function* () {
      yield Buffer.from('{"tree":[{"a":1},')
      throw new Error('reset')
    })()
  )
  await expect(readTree(body, () => undefined)).rejects.toThrow('reset')
})
