/** Bundles src/site/ into the template of a cache's page: `build-page.ts FILE [STATISTICS]`; the second is of webpack's kind, for licenses.ts. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '..')
const site = join(root, 'src/site')

const [file = '', statistics = ''] = process.argv.slice(2)
const { code, modules } = await bundled()
const style = minifiedStyle()
const page = fill(readFileSync(join(site, 'page.html'), 'utf8'), {
  policy: policy(code, style),
  style,
  script: code
})
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, page)
if (statistics !== '') {
  writeFileSync(statistics, JSON.stringify({ modules: modules.map((name) => ({ name })) }))
}

/** As one script for browsers, which asks for nothing more. */
async function bundled(): Promise<{ code: string; modules: string[] }> {
  const bundle = await rolldown({
    input: join(site, 'main.ts'),
    cwd: root,
    platform: 'browser',
    external: /^node:/,
    tsconfig: join(site, 'tsconfig.json'),
    // Of what is shared with Node nothing is kept but what is used.
    treeshake: { moduleSideEffects: false }
  })
  const { output } = await bundle.generate({
    format: 'iife',
    minify: true,
    comments: false,
    codeSplitting: false
  })
  const [chunk] = output
  if (output.length !== 1 || chunk.imports.length > 0) {
    throw new Error(`the page’s script is not one: ${chunk.imports.join(', ')}`)
  }
  // The one text that would end it.
  const code = chunk.code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  return { code, modules: chunk.moduleIds }
}

function minifiedStyle(): string {
  const texts = [join(root, 'node_modules/uplot/dist/uPlot.min.css'), join(site, 'page.css')].map(
    (path) => readFileSync(path, 'utf8')
  )
  // Blanks are what there is to take away.
  return texts
    .join('\n')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim()
}

/** No request to any other host, no script and no style but these. */
function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "connect-src 'self'",
    // The page's icon.
    'img-src data:',
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html'
  ].join('; ')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function fill(template: string, parts: Readonly<Record<string, string>>): string {
  return template.replace(/@(policy|style|script)@/g, (_, name: string) => parts[name] ?? '')
}
