import { expect, test } from '@jest/globals'
import { emptyCatalogue } from '../../src/catalogue/catalogue.ts'
import { shown } from '../support/catalogue.ts'
import { listsPins, pinParagraphs } from '../../src/catalogue/pin-list.ts'
import { renderReadmeBlock } from '../../src/catalogue/readme-block.ts'
import { placeBlock } from '../../src/catalogue/readme.ts'
import { description } from './support.ts'

const storePath = `/nix/store/${'a'.repeat(32)}-x`
const pinned = (...names: string[]) => names.map((name) => ({ name, storePath }))

test('pins stand in the order of their bytes, whatever order they came in', () => {
  const [, , table] = pinParagraphs(pinned('b', 'a', 'Z'))
  expect(table?.split('\n').slice(2)).toEqual(
    ['Z', 'a', 'b'].map((name) => `| \`${name}\` | \`${storePath}\` |`)
  )
  expect(pinParagraphs(pinned('a', 'b'))).toEqual(pinParagraphs(pinned('b', 'a')))
})

test('names cannot leave their cell', () => {
  const block = pinParagraphs(pinned('a|b\n| c', '<!-- nar-publish:end -->', '`x`')).join('\n')
  expect(block.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(5)
  expect(block).not.toContain('<!--')
})

test('at most 100 are shown, each of a bounded length, and the others counted', () => {
  const names = Array.from({ length: 250 }, (_, i) => `${i}-${'|'.repeat(990)}`)
  const block = pinParagraphs(pinned(...names)).join('\n\n')
  expect(block).toMatch(/150 more pins are not shown\.$/)
  expect(Buffer.byteLength(block)).toBeLessThan(100 * 1024)
})

test.each(['\n', '\r\n'])('a README with the block tells that there are pins (%j)', (lineEnd) => {
  const render = (...names: string[]) =>
    renderReadmeBlock(shown(emptyCatalogue), { ...description, pins: pinned(...names) })
  const readme = Buffer.from(`# Ours${lineEnd}`.repeat(3))
  expect(listsPins(placeBlock(readme, render('main'), 'o/binstore'))).toBe(true)
  expect(listsPins(placeBlock(readme, render(), 'o/binstore'))).toBe(false)
  expect(listsPins(null)).toBe(false)
})

test('without pins the block is as it always was', () => {
  expect(renderReadmeBlock(shown(emptyCatalogue), { ...description, pins: [] })).toBe(
    renderReadmeBlock(shown(emptyCatalogue), description)
  )
})
