/** The licences of all packages that the bundles are made of: of webpack's own list of their modules. `licenses.ts STATS… > licenses.txt`. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A module of webpack's statistics; one that others were merged into has them in `modules`. */
export interface BundledModule {
  name?: string
  modules?: BundledModule[]
}

/** Folders of the packages that the modules come from, sorted: `node_modules/a`, `node_modules/a/node_modules/@b/c`. */
export function bundledPackages(modules: readonly BundledModule[]): string[] {
  const found = modules.flatMap(({ name = '', modules: merged = [] }) => {
    // Loaders stand before the file's name: `ts-loader!./node_modules/…`.
    const file = name.replace(/^.*!/, '')
    const folder = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]
    return [...(folder === undefined ? [] : [folder]), ...bundledPackages(merged)]
  })
  return [...new Set(found)].sort()
}

/** Name, version, licence, and its whole text. Throws when a package says neither what its licence is nor has the text. */
export function licenseOf(folder: string): string {
  const { name, version, license, author } = packageIn(folder)
  const files = licenseFiles(folder)
  if (typeof license !== 'string' || license === '') throw new Error(`${name} names no licence`)
  const texts = files
    .sort()
    .map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim())
  const who =
    typeof author === 'string' ? author : ((author as { name?: string } | undefined)?.name ?? '')
  const isTextKnown = license === 'MIT' || license === 'CC0-1.0'
  if (texts.length === 0 && !isTextKnown) throw new Error(`${name} lacks its licence's text`)
  const holder = who === '' ? name : who
  const known = license === 'MIT' ? mit(holder) : publicDomain
  const text = texts.length > 0 ? texts.join('\n\n') : known
  return `${name} ${version}\n${license}\n${text}\n`
}

interface Package {
  name: string
  version: string
  license?: unknown
  author?: unknown
  repository?: { url?: string }
}

function packageIn(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package
}

/** Its own, or those of a package from the same repository, whose release has left them out of this one. */
function licenseFiles(folder: string): string[] {
  const { name, license, repository } = packageIn(folder)
  const beside = name.startsWith('@')
    ? readdirSync(dirname(folder)).map((each) => join(dirname(folder), each))
    : []
  const same = beside.filter((each) => {
    const other = packageIn(each)
    return other.license === license && other.repository?.url === repository?.url
  })
  return (
    [folder, ...same]
      .map((each) =>
        readdirSync(each)
          .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
          .map((file) => join(each, file))
      )
      .find((files) => files.length > 0) ?? []
  )
}

/** Nobody has to be told its text. */
const publicDomain =
  'Dedicated to the public domain: https://creativecommons.org/publicdomain/zero/1.0/'

/** What a package means that names this licence and leaves out its text. */
function mit(holder: string): string {
  return `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}

if (basename(process.argv[1] ?? '') === 'licenses.ts') {
  const all = process.argv.slice(2).flatMap((file) => {
    const { modules } = JSON.parse(readFileSync(file, 'utf8')) as { modules: BundledModule[] }
    return bundledPackages(modules)
  })
  process.stdout.write([...new Set(all)].sort().map(licenseOf).join('\n'))
}
