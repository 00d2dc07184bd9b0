/** The pictures of the README. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { pictureFile, pictures, pixels, schemes, type PictureName } from '../script/picture-list.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const names = Object.keys(pictures) as PictureName[]

test('those of script/pictures are there, each light and dark, and no other', () => {
  const all = names.flatMap((name) => schemes.map((scheme) => pictureFile(name, scheme)))
  expect(globSync('docs/pictures/*', { cwd: root }).sort()).toEqual(all.sort())
})

test.each(names)(
  '%s is in the README as GitHub takes it for both schemes, with words for who does not see it',
  (name) => {
    const [dark, light] = [pictureFile(name, 'dark'), pictureFile(name, 'light')]
    const [, alt = ''] =
      new RegExp(
        `<picture>\\n  <source media="\\(prefers-color-scheme: dark\\)" srcset="${dark}">\\n  <img alt="([^"]+)" src="${light}">\\n</picture>`
      ).exec(readme) ?? []
    expect(alt.length).toBeGreaterThan(30)
  }
)

test.each(names)('%s is a PNG of 1,280 pixels in width, and light enough for a README', (name) => {
  for (const scheme of schemes) {
    const png = readFileSync(join(root, pictureFile(name, scheme)))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.length < 150_000]).toEqual([pixels, true])
  }
})
