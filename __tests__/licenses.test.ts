import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { bundledPackages, licenseOf } from '../script/licenses.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

test('packages are found where modules were merged, behind loaders, and within each other', () => {
  const modules = [
    { name: './src/main.ts + 2 modules', modules: [{ name: './node_modules/a/lib/x.js' }] },
    { name: './node_modules/ts-loader/index.js!./node_modules/@b/c/index.js' },
    { name: './node_modules/a/node_modules/d/e.js' },
    { name: 'external "node:fs"' },
    {}
  ]
  expect(bundledPackages(modules)).toEqual([
    'node_modules/@b/c',
    'node_modules/a',
    'node_modules/a/node_modules/d'
  ])
})

test('a licence is told with its whole text', () => {
  const text = licenseOf(join(root, 'node_modules/zod'))
  expect(text).toMatch(/^zod \d+\.\d+\.\d+\nMIT\nMIT License\n/)
  expect(text).toContain('WITHOUT WARRANTY OF ANY KIND')
})

test('a package without its text has that of another from the same repository', () => {
  const text = licenseOf(join(root, 'node_modules/@sigstore/verify'))
  expect(text).toMatch(/^@sigstore\/verify \d+\.\d+\.\d+\nApache-2\.0\n/)
  expect(text).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION')
})

test('what is in the public domain needs no text', () => {
  expect(licenseOf(join(root, 'node_modules/binary-search'))).toMatch(
    /^binary-search \d+\.\d+\.\d+\nCC0-1\.0\nDedicated to the public domain: /
  )
})

test('the list names every package whose modules stand in a bundle, with more than its name', () => {
  const bundles = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(dist, file), 'utf8'))
  // webpack's notes of what it merged; `script/build` has its whole list, of which this is a part.
  const notes = bundles.flatMap((text) => [...text.matchAll(/^;\/\/ \S.*?(node_modules\/\S+)/gm)])
  const packages = bundledPackages(notes.map(([, name = '']) => ({ name })))
  expect(packages.length).toBeGreaterThan(30)
  const list = readFileSync(join(dist, 'licenses.txt'), 'utf8')
  for (const folder of packages) expect(list).toContain(licenseOf(join(root, folder)))
})
