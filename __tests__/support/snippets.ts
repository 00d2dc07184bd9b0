/** The fenced blocks of README and docs/*.md, and what each becomes where a reader pastes it. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { modes, type Mode } from '../../src/inputs/modes.ts'
import { inputs, type InputName } from '../../src/inputs/table.ts'

const root = join(import.meta.dirname, '../..')

export interface Snippet {
  /** File and line. */
  name: string
  language: string
  text: string
}

export const snippets: readonly Snippet[] = ['README.md', ...globSync('docs/*.md', { cwd: root })]
  .sort()
  .flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
      ({ index, 1: language = '', 2: block = '' }) => ({
        name: `${file}:${text.slice(0, index).split('\n').length}`,
        language,
        text: block
      })
    )
  })

export function snippetsOf(language: string): Snippet[] {
  return snippets.filter((snippet) => snippet.language === language)
}

/** The README's first whole workflow. */
export const quickStart: Snippet = snippetsOf('yaml')[0] ?? { name: '', language: '', text: '' }

/** What stands above its jobs. */
const head = quickStart.text.slice(0, quickStart.text.indexOf('jobs:\n'))

/**
 * The whole workflow file that a YAML block becomes, as docs/publish.md tells readers: a workflow is itself; steps take the place of
 * the README's step of ours, behind those of its others that they do not bring; inputs alone go below that step's `with:`.
 */
export function wholeWorkflow({ text }: Snippet): string {
  const content: unknown = parse(text)
  if (Array.isArray(content)) return withSteps(text)
  const found = content as Record<string, unknown>
  if ('on' in found) return text
  if ('jobs' in found) return head + text
  if (Object.keys(found).every(isInput)) {
    const mode = found['mode'] ?? modeOf(Object.keys(found))
    const more: Partial<Record<Mode, Record<string, string>>> = {
      publish: { 'signing-key': '${{ secrets.NIX_SIGNING_KEY }}' },
      matrix: { 'flake-attribute': '.#packages.*' },
      'version-sync': { package: '.#infer' }
    }
    // Only a matrix takes what stands for many.
    const meant = mode === 'publish' && /\.\*$/m.test(text) ? 'matrix' : (mode as Mode)
    const given = Object.entries({ mode: meant, ...more[meant] })
      .filter(([name]) => !(name in found))
      .map(([name, value]) => `${name}: ${value}\n`)
    return withSteps(`- uses: org/nar-publish@v1\n  with:\n${indented(given.join('') + text, 4)}`)
  }
  // Keys of a workflow that somebody has.
  return `${head.replace('permissions: {}\n', '')}${text}${quickStart.text.slice(head.length)}`
}

function isInput(name: string): name is InputName {
  return name in inputs
}

/** The first mode that takes them all. */
function modeOf(names: readonly string[]): Mode | undefined {
  return modes.find((mode) =>
    names.every((name) => isInput(name) && inputs[name].takenBy[mode] !== undefined)
  )
}

/** `text`: steps in block style, from the margin. */
function withSteps(text: string): string {
  const [above = '', ...steps] = quickStart.text.split(/^(?= {6}- )/m)
  const action = (step: string): string => /uses: ([^@\s]+)@/.exec(step)?.[1] ?? ''
  const brought = text.split(/^(?=- )/m).map(action)
  const others = steps.slice(0, -1).filter((step) => !brought.includes(action(step)))
  return [above, ...others, indented(text, 6)].join('')
}

function indented(text: string, blanks: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(blanks))
}
