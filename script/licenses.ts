/** The licences of all packages that the bundles are made of: of webpack's own list of their modules. `licenses.ts STATS… > licenses.txt`. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

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
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8')
  ) as { name: string; version: string; license?: unknown; author?: unknown }
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  if (typeof license !== 'string' || license === '') throw new Error(`${name} names no licence`)
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const who = typeof author === 'string' ? author : ((author as { name?: string })?.name ?? '')
  const text = texts.length > 0 ? texts.join('\n\n') : `(no text is in the package) ${who}`.trim()
  return `${name} ${version}\n${license}\n${text}\n`
}

if (basename(process.argv[1] ?? '') === 'licenses.ts') {
  const all = process.argv.slice(2).flatMap((file) => {
    const { modules } = JSON.parse(readFileSync(file, 'utf8')) as { modules: BundledModule[] }
    return bundledPackages(modules)
  })
  process.stdout.write([...new Set(all)].sort().map(licenseOf).join('\n'))
}
