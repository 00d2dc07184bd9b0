import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { exportNars, readExport } from '../../src/nix/export.ts'
import { NarScanner } from '../../src/binary-cache/nar-scanner.ts'
import { thisMachine } from '../support/nix.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

/** A tree as a NAR, written down independently of the scanner. */
type Tree =
  { file: Buffer; executable: boolean } | { link: string } | { folder: Record<string, Tree> }

function text(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(bytes.length))
  return Buffer.concat([length, bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)])
}

function node(tree: Tree): Buffer[] {
  const inner =
    'file' in tree
      ? [
          text('regular'),
          ...(tree.executable ? [text('executable'), text('')] : []),
          ...(tree.file.length > 0 ? [text('contents'), text(tree.file)] : [])
        ]
      : 'link' in tree
        ? [text('symlink'), text('target'), text(tree.link)]
        : [
            text('directory'),
            ...Object.entries(tree.folder).flatMap(([name, child]) => [
              ...['entry', '(', 'name', name, 'node'].map(text),
              ...node(child),
              text(')')
            ])
          ]
  return [text('('), text('type'), ...inner, text(')')]
}

const nar = (tree: Tree): Buffer => Buffer.concat([text('nix-archive-1'), ...node(tree)])
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

const trees = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      file: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      executable: fc.boolean()
    }),
    // Names and targets that look like the grammar's own words.
    fc.record({ link: fc.constantFrom(')', 'contents', '../x', 'ä') }),
    fc.record({
      folder: fc.dictionary(fc.constantFrom(')', '(', 'entry', 'name', 'a'), tie('tree'), {
        maxKeys: 3
      })
    })
  )
})).tree

function inChunks(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size)
  )
}

async function collect(bytes: Buffer, chunk: number, largest = 1e6): Promise<[string, string][]> {
  const found: [string, string][] = []
  async function* stream(): AsyncGenerator<Buffer> {
    for (const part of inChunks(bytes, chunk)) yield await Promise.resolve(part)
  }
  for await (const { storePath, nar } of readExport(stream(), largest)) {
    found.push([storePath, nar.toString('hex')])
  }
  return found
}

function exported(paths: [string, Buffer][]): Buffer {
  return Buffer.concat([
    ...paths.flatMap(([path, bytes]) => [
      number(1),
      bytes,
      number(0x4558494e),
      text(path),
      number(2),
      text('/nix/store/a'),
      text('/nix/store/b'),
      text(''),
      number(0)
    ]),
    number(0)
  ])
}

describe('a NAR’s end', () => {
  test('is found whatever is in it, whatever follows, however it is cut', () => {
    fc.assert(
      fc.property(
        trees,
        fc.uint8Array({ maxLength: 20 }),
        fc.integer({ min: 1, max: 50 }),
        (tree, rest, size) => {
          const bytes = nar(tree)
          const scanner = new NarScanner()
          let passed = 0
          for (const chunk of inChunks(Buffer.concat([bytes, rest]), size)) {
            const end = scanner.push(chunk)
            if (end !== null) {
              expect(passed + end).toBe(bytes.length)
              return
            }
            passed += chunk.length
          }
          throw new Error('no end was found')
        }
      )
    )
  })

  test.each([
    ['another magic', text('nix-archive-2')],
    [
      'a keyword that does not belong there',
      Buffer.concat([text('nix-archive-1'), text('('), text('size')])
    ],
    ['a keyword of gigabytes', Buffer.concat([text('nix-archive-1'), number(2 ** 40)])],
    [
      'contents of 2^63 bytes',
      Buffer.concat([
        ...['nix-archive-1', '(', 'type', 'regular', 'contents'].map(text),
        Buffer.alloc(8, 0x7f)
      ])
    ]
  ])('is not looked for behind %s', (_name, bytes) => {
    expect(() => new NarScanner().push(bytes)).toThrow('not a NAR')
  })
})

describe('an export stream', () => {
  test('gives each path its NAR, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(trees, { maxLength: 4 }),
        fc.integer({ min: 1, max: 200 }),
        async (list, size) => {
          const paths = list.map((tree, index): [string, Buffer] => [
            `/nix/store/${index}`,
            nar(tree)
          ])
          expect(await collect(exported(paths), size)).toEqual(
            paths.map(([path, bytes]) => [path, bytes.toString('hex')])
          )
        }
      ),
      { numRuns: 50 }
    )
  })

  const whole = exported([['/nix/store/x', nar({ link: 'y' })]])

  test('that breaks off anywhere is an error', async () => {
    for (let length = 0; length < whole.length; length += 8) {
      await expect(collect(whole.subarray(0, length), 64)).rejects.toThrow('breaks off')
    }
  })

  test('with a NAR larger than expected is an error', async () => {
    const large = exported([['/nix/store/x', nar({ file: Buffer.alloc(2000), executable: false })]])
    await expect(collect(large, 64, 1000)).rejects.toThrow('more than 1000 bytes')
  })

  test('without its magic is an error', async () => {
    const broken = Buffer.from(whole)
    broken.writeBigUInt64LE(7n, 8 + nar({ link: 'y' }).length)
    await expect(collect(broken, 64)).rejects.toThrow('magic')
  })
})

test('Nix, which waits for its reader, comes to its end when a NAR is larger than expected', async () => {
  // More than a pipe holds.
  const storePath = addStorePath('larger-1.0', 512 * 1024)
  try {
    const nix = await thisMachine.open('/')
    await expect(exportNars(nix, [storePath], 1000).next()).rejects.toMatchObject({
      code: 'NIX_FAILED',
      reason: 'a NAR of more than 1000 bytes'
    })
  } finally {
    deleteStorePaths([storePath])
  }
})
