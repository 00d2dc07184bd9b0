import { describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { findingGuide } from '../src/doctor/findings.ts'
import { errorGuide } from '../src/error-guide.ts'
import { modes } from '../src/inputs/modes.ts'
import { inputNames, inputs } from '../src/inputs/table.ts'
import { home } from '../src/version.ts'

const root = join(import.meta.dirname, '..')
const files = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'bench/README.md',
  ...globSync('docs/*.md', { cwd: root })
]
const documents = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

const action = z
  .object({ inputs: z.record(z.string(), z.unknown()), outputs: z.record(z.string(), z.unknown()) })
  .parse(parse(readFileSync(join(root, 'action.yml'), 'utf8')))

/** What callers of our workflows give. */
const called = globSync('.github/workflows/*.yml', { cwd: root }).flatMap((file) => {
  const read = z.looseObject({
    on: z.looseObject({
      workflow_call: z.looseObject({ inputs: z.record(z.string(), z.unknown()) })
    })
  })
  const { data } = read.safeParse(parse(readFileSync(join(root, file), 'utf8')))
  return Object.keys(data?.on.workflow_call.inputs ?? {})
})

const yamlBlocks = documents.flatMap(({ file, text }) =>
  [...text.matchAll(/^```ya?ml\n(.*?)^```$/gms)].map(([, block = ''], index) => ({
    name: `${file}, block ${index + 1}`,
    block
  }))
)

const step = z.looseObject({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional() })

/** Everything inside that looks like a step, however deep. */
function steps(value: unknown): z.infer<typeof step>[] {
  const own = step.safeParse(value)
  const inside = typeof value === 'object' && value !== null ? Object.values(value) : []
  return [...(own.success ? [own.data] : []), ...inside.flatMap(steps)]
}

describe('fenced YAML', () => {
  test('there is some', () => {
    expect(yamlBlocks.length).toBeGreaterThan(5)
    expect(steps(yamlBlocks.map(({ block }) => parse(block) as unknown)).length).toBeGreaterThan(5)
  })

  test.each(yamlBlocks)('$name parses', ({ block }) => {
    expect(parse(block)).toEqual(expect.anything())
  })

  test.each(yamlBlocks)('$name gives our action only inputs that it has', ({ block }) => {
    const content: unknown = parse(block)
    const ours = steps(content).filter(({ uses }) => uses.startsWith(`${home}@`))
    // A block without a step shows inputs alone.
    const isInputs =
      steps(content).length === 0 && !/^(on|jobs|permissions|concurrency):/m.test(block)
    const given = [
      ...ours.flatMap((found) => Object.keys(found.with ?? {})),
      ...(isInputs ? Object.keys(z.record(z.string(), z.unknown()).parse(content)) : [])
    ]
    expect(given.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([])
  })
})

const workflowFiles = globSync(['docs/workflows/*.yml', '.github/workflows/*.yml'], { cwd: root })
const workflows = workflowFiles.map((name) => ({
  name,
  block: readFileSync(join(root, name), 'utf8')
}))

test.each([...yamlBlocks, ...workflows])(
  '$name gives our action only inputs that its mode reads',
  ({ block }) => {
    const ours = steps(parse(block) as unknown).filter(
      ({ uses }) => uses === './' || uses.startsWith(`${home}@`)
    )
    const refused = ours.flatMap(({ with: given = {} }) => {
      const mode = modes.find((known) => known === (given['mode'] ?? 'publish'))
      return inputNames
        .filter(
          (name) =>
            name in given && (mode === undefined || inputs[name].takenBy[mode] === undefined)
        )
        .map((name) => `${String(given['mode'])}: ${name}`)
    })
    expect(refused).toEqual([])
  }
)

describe.each(documents)('$file', ({ file, text }) => {
  const prose = text.replace(/^```.*?^```$/gms, '')

  test('has no link to a file or heading that is not there', () => {
    const targets = [...prose.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(
      ([, target = '']) => target
    )
    const broken = targets.filter((target) => {
      const [path = '', heading] = target.split('#')
      const linked = path === '' ? join(root, file) : join(root, dirname(file), path)
      if (!existsSync(linked)) return true
      return heading !== undefined && !headings(readFileSync(linked, 'utf8')).includes(heading)
    })
    expect(broken).toEqual([])
  })

  test('names no error code, input or output that is not there', () => {
    const words = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
    const codes = words.filter((word) => /^[A-Z]+(_[A-Z]+)+$/.test(word) && !isVariable(word))
    const guides = { ...errorGuide, ...findingGuide }
    expect(codes.filter((code) => !Object.hasOwn(guides, code))).toEqual([])
    const outputs = [...text.matchAll(/steps\.cache\.outputs\.([\w-]+)/g)].map(
      ([, name = '']) => name
    )
    expect(outputs.filter((name) => !Object.hasOwn(action.outputs, name))).toEqual([])
    // `name: value` in prose; some of it is of workflows and of GitHub’s API.
    const inputs = words.flatMap((word) => /^([a-z-]+): \S/.exec(word)?.[1] ?? [])
    const others = [
      ...['actions', 'checks', 'contents', 'id-token', 'issues', 'pages', 'permissions'],
      ...['pull-requests', 'force', 'fetch-depth', 'persist-credentials', 'attest', 'attestations'],
      ...['rebuild-check']
    ]
    expect(
      inputs.filter(
        (name) => ![...others, ...called].includes(name) && !Object.hasOwn(action.inputs, name)
      )
    ).toEqual([])
  })

  test('names no file of the source that is not there', () => {
    const paths = [...prose.matchAll(/`((?:src|script|docs|__tests__)\/[\w./-]*)`/g)].map(
      ([, path = '']) => path
    )
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

test('the map names files that are there, of every mode', () => {
  const map = readFileSync(join(root, 'docs/code-map.md'), 'utf8')
  const sources = globSync('src/**/*.ts', { cwd: root })
  const named = [...map.matchAll(/`([\w./-]+\.ts)`/g)].map(([, path = '']) => path)
  const isThere = (path: string): boolean =>
    sources.some((source) => source === path || source.endsWith(`/${path}`))
  expect(named.filter((path) => !isThere(path))).toEqual([])
  const steps = ['publish', 'sync', 'queue', 'matrix', 'prune', 'doctor', 'keys', 'use']
  expect(steps.filter((mode) => !map.includes(`\`src/${mode}/`))).toEqual([])
})

test('each bench is run by script/bench, and has its command on its page', () => {
  const benches = globSync('bench/*.ts', { cwd: root }).sort()
  const named = (file: string, line: RegExp): string[] => {
    const text = readFileSync(join(root, file), 'utf8')
    return [...new Set([...text.matchAll(line)].map(([, name = '']) => name))].sort()
  }
  expect(benches.length).toBeGreaterThan(0)
  expect(named('script/bench', /\brun (bench\/\S+\.ts)/g)).toEqual(benches)
  expect(named('bench/README.md', /^ {4}.*\bnode (bench\/\S+\.ts)/gm)).toEqual(benches)
})

test('the README links every page, and says what `org` stands for before anybody pastes it', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const pages = globSync('docs/*.md', { cwd: root })
  expect(pages.filter((page) => !readme.includes(`](${page}`))).toEqual([])
  // Until script/set-home has put a real one there.
  const said = readme.indexOf('`org` stands for')
  const isPlaceholder = home.startsWith('org/')
  expect(isPlaceholder ? said !== -1 && said < readme.indexOf(home) : said === -1).toBe(true)
})

test('the README is short enough to be read: under 12 KB', () => {
  expect(readFileSync(join(root, 'README.md')).length).toBeLessThan(12_288)
})

test('the inputs of action.yml and the generated pages are those of the source', () => {
  const check = () =>
    execFileSync(process.execPath, ['script/generate-docs.ts', '--check'], {
      cwd: root,
      stdio: 'pipe'
    })
  expect(check).not.toThrow()
})

function isVariable(word: string): boolean {
  return (
    /^(GITHUB|ACTIONS|RUNNER|NIX|UPDATE_NIX|INPUT|STATE|NAR_PUBLISH|XDG|NODE|GC)_/.test(word) ||
    /_(KEY|TOKEN|SECRET)$/.test(word)
  )
}

/** As GitHub makes anchors of them. */
function headings(text: string): string[] {
  const written = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)
  const made = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  )
  return [...written, ...made]
}
