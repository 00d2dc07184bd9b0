/**
 * The command line as one file that needs nothing beside it but Node: `one-file.ts FILE`. Texts that the sources read from files beside them stand
 * in it, and so do the licences of the packages that it is made of. Wants the page and the licences that script/build leaves in dist/. A release's
 * asset, and not in dist/: every job that uses the action downloads that.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as zlib from 'node:zlib'
import { rolldown } from 'rolldown'
import { bundledPackages, licenseOf } from './licenses.ts'

const zlibNames = Object.keys(zlib).filter((name) => name !== 'default')
const root = join(import.meta.dirname, '..')
const [file = ''] = process.argv.slice(2)

/** How the sources read a text beside them. */
const besideRead = /readFileSync\(new URL\('([^']+)', import\.meta\.url\), 'utf8'\)/g

/** Stands for `node:zlib`. */
const lateZlib = '\0zlib'

const bundle = await rolldown({
  input: join(root, 'src/cli.ts'),
  cwd: root,
  platform: 'node',
  tsconfig: join(root, 'tsconfig.json'),
  plugins: [
    {
      name: 'texts-beside',
      transform: (code, id) =>
        code.replace(besideRead, (_, name: string) =>
          JSON.stringify(readFileSync(new URL(name, pathToFileURL(id)), 'utf8'))
        )
    },
    {
      // A name that an older Node lacks, where it is imported, ends the program before it can say that it wants a newer one.
      name: 'late-zlib',
      resolveId: (id, importer) => (id === 'node:zlib' && importer !== lateZlib ? lateZlib : null),
      load: (id) =>
        id === lateZlib
          ? [
              "import zlib from 'node:zlib'; export default zlib",
              ...zlibNames.map((name) => `export const ${name} = zlib.${name}`)
            ].join('\n')
          : null
    }
  ]
})
const { output } = await bundle.generate({
  ...{ format: 'esm', minify: true, comments: false, codeSplitting: false }
})
const [chunk] = output
if (output.length !== 1) throw new Error(`${output.length} files, not one`)
const foreign = chunk.imports.filter((name) => !isBuiltin(name))
if (foreign.length > 0) throw new Error(`it would look for ${foreign.join(', ')}`)
// What still looks beside itself would fail on somebody's machine, when that part of it runs.
if (/new URL\([^)]*import\.meta\.url/.test(chunk.code)) throw new Error('it reads files beside it')

const licences = readFileSync(join(root, 'dist/licenses.txt'), 'utf8')
for (const folder of bundledPackages(chunk.moduleIds.map((name) => ({ name })))) {
  if (!licences.includes(licenseOf(folder))) throw new Error(`no licence of ${folder}`)
}
const own = readFileSync(join(root, 'LICENSE'), 'utf8')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${chunk.code.trim()}\n${comment(`${own}\nIt is made of:\n\n${licences}`)}\n`, {
  mode: 0o755
})

function comment(text: string): string {
  return `/*\n${text.replaceAll('*/', '* /').trim()}\n*/`
}
