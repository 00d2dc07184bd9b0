/**
 * Writes what is generated from the source: the inputs of action.yml and the README's table of them from src/inputs/table.ts, its
 * table of outputs from action.yml, that of errors from src/error-guide.ts. With --check it compares instead, and fails when one is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { errorGuide } from '../src/error-guide.ts'
import { defaultOf, inputNames, inputs } from '../src/inputs/table.ts'

const actionText = readFileSync('action.yml', 'utf8')
const { outputs } = z
  .object({ outputs: z.record(z.string(), z.object({ description: z.string() })) })
  .parse(parse(actionText))

const tables: Record<string, string> = {
  inputs: table(
    ['input', 'default', 'what it is'],
    inputNames.map((name) => [
      `\`${name}\``,
      defaultOf(name) === '' ? '' : `\`${defaultOf(name)}\``,
      inputs[name].description
    ])
  ),
  outputs: table(
    ['output', 'what it is'],
    Object.entries(outputs).map(([name, output]) => [`\`${name}\``, output.description])
  ),
  errors: table(
    ['code', 'cause', 'fix'],
    Object.entries(errorGuide)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { cause, fix }]) => [`\`${code}\``, cause, fix])
  )
}

const readme = readFileSync('README.md', 'utf8')
const files = [
  {
    file: 'action.yml',
    found: actionText,
    made: replaceBetween(actionText, 'inputs:\n', '\noutputs:\n', inputNames.map(yaml).join(''))
  },
  {
    file: 'README.md',
    found: readme,
    made: Object.entries(tables).reduce(
      (text, [name, content]) =>
        replaceBetween(
          text,
          `<!-- generated:${name} -->\n`,
          `<!-- /generated:${name} -->`,
          `\n${content}\n\n`
        ),
      readme
    )
  }
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
