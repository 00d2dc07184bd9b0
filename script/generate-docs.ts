/**
 * Writes what is generated from the source: the inputs of action.yml and docs/inputs.md from src/inputs/table.ts, docs/outputs.md from
 * action.yml, docs/errors.md from src/error-guide.ts. With --check it compares instead, and fails when one is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { errorGuide } from '../src/error-guide.ts'
import { modeDoes, modes, phases, type Mode } from '../src/inputs/modes.ts'
import { defaultOf, inputNames, inputs, type InputName } from '../src/inputs/table.ts'
import { needed, outputsOfMode } from './reference.ts'

const actionText = readFileSync('action.yml', 'utf8')
const { outputs } = z
  .object({ outputs: z.record(z.string(), z.object({ description: z.string() })) })
  .parse(parse(actionText))

const files = [
  {
    file: 'action.yml',
    found: actionText,
    made: replaceBetween(actionText, 'inputs:\n', '\noutputs:\n', inputNames.map(yaml).join(''))
  },
  ...Object.entries({
    'docs/inputs.md': inputPage(),
    'docs/outputs.md': outputPage(),
    'docs/errors.md': errorPage()
  }).map(([file, made]) => ({
    file,
    found: existsSync(file) ? readFileSync(file, 'utf8') : '',
    made
  }))
]
for (const { file, found, made } of files) {
  if (found === made) continue
  if (process.argv.includes('--check')) {
    console.error(`${file} is not what the source gives: run script/generate-docs`)
    process.exitCode = 1
  } else {
    writeFileSync(file, made)
  }
}

/** An input as action.yml has it. */
function yaml(name: (typeof inputNames)[number]): string {
  const text = defaultOf(name)
  // Without quotes these would be no strings.
  const scalar = /^(true|false|\d+)?$/.test(text) ? `'${text}'` : text
  const lines = inputs[name].description.split('\n').map((line) => `      ${line}\n`)
  return `  ${name}:\n    description: >-\n${lines.join('')}    default: ${scalar}\n`
}

/** By mode; what several modes take is told in full once, and linked from the others. */
function inputPage(): string {
  const shared = inputNames.filter((name) =>
    modes.every((mode) => takenIn(mode)[name] !== undefined)
  )
  const told = new Set<InputName>(shared)
  const sections = modes.map((mode) => {
    const { names, says } = needed[mode]
    const taken = inputNames.filter((name) => takenIn(mode)[name] !== undefined)
    const ordered = [...names, ...taken.filter((name) => !names.includes(name))]
    const own = ordered.filter((name) => !told.has(name))
    const others = ordered.filter((name) => told.has(name))
    own.forEach((name) => told.add(name))
    return [
      `## mode: ${mode}`,
      `It ${modeDoes[mode]}. ${says}`,
      ...(own.length === 0 ? [] : [inputTable(own, mode)]),
      `It also takes ${others.map((name) => `[\`${name}\`](#${anchor(name)})${onlyIn(name, mode)}`).join(', ')}.`
    ].join('\n\n')
  })
  return page(
    'Inputs',
    'Everything that a step of nar-publish can be given below `with:`, by mode. An input that the `mode` or its `phase` does not read is refused (`INPUT_INVALID`), and nothing is done.',
    ['## Every mode', inputTable(shared), ...sections]
  )
}

function takenIn(mode: Mode): Partial<Record<InputName, unknown>> {
  return Object.fromEntries(inputNames.map((name) => [name, inputs[name].takenBy[mode]]))
}

function inputTable(names: readonly InputName[], mode?: Mode): string {
  return table(
    ['input', 'default', 'what it is'],
    names.map((name) => [
      `<a id="${anchor(name)}"></a>\`${name}\`${mode === undefined ? '' : onlyIn(name, mode)}`,
      defaultOf(name) === '' ? '' : `\`${defaultOf(name)}\``,
      inputs[name].description
    ])
  )
}

/** Apart from the headings' own anchors. */
function anchor(name: InputName): string {
  return `input-${name}`
}

/** The phases of a mode that take an input, where not all do. */
function onlyIn(name: InputName, mode: Mode): string {
  const taken = inputs[name].takenBy[mode]
  if (!Array.isArray(taken) || !(mode in phases)) return ''
  return ` (phase ${taken.map((phase) => `\`${phase}\``).join(', ')})`
}

function outputPage(): string {
  const placed = Object.values(outputsOfMode).flat()
  const wrong = [...Object.keys(outputs).filter((name) => !placed.includes(name))]
  if (wrong.length > 0) throw new Error(`outputs of no mode: ${wrong.join(', ')}`)
  const told = new Set<string>()
  const sections = modes.map((mode) => {
    const names = outputsOfMode[mode]
    const own = names.filter((name) => !told.has(name))
    const others = names.filter((name) => told.has(name))
    own.forEach((name) => told.add(name))
    return [
      `## mode: ${mode}`,
      ...(names.length === 0 ? ['It sets none.'] : []),
      ...(own.length === 0
        ? []
        : [
            table(
              ['output', 'what it is'],
              own.map((name) => [
                `<a id="output-${name}"></a>\`${name}\``,
                outputs[name]?.description ?? ''
              ])
            )
          ]),
      ...(others.length === 0
        ? []
        : [
            `It ${own.length === 0 ? '' : 'also '}sets ${others.map((name) => `[\`${name}\`](#output-${name})`).join(', ')}.`
          ])
    ].join('\n\n')
  })
  return page(
    'Outputs',
    'What later steps of a job read as `steps.ID.outputs.NAME`, by mode. All are text; a list is JSON, for `fromJSON`.',
    sections
  )
}

function errorPage(): string {
  const guides = Object.entries(errorGuide).sort(([a], [b]) => (a < b ? -1 : 1))
  return page(
    'Errors',
    'Each failure is one annotation, `CODE subject: reason. What to do now.`, and the job fails. Nothing is left half-written: the target is as it was, or (when only some attributes failed) holds the others whole.',
    guides.map(([code, { cause, fix }]) => `## ${code}\n\n${cause}\n\n**What to do:** ${fix}`)
  )
}

function page(title: string, intro: string, sections: readonly string[]): string {
  const made = '<!-- Made by script/generate-docs: change the source that it names. -->'
  return `${[made, `# ${title}`, intro, ...sections].join('\n\n')}\n`
}

function replaceBetween(text: string, begin: string, end: string, content: string): string {
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from === -1 || to < from) throw new Error(`${begin.trim()} is not there`)
  return text.slice(0, from + begin.length) + content + text.slice(to)
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
