/**
 * Writes the generated parts of README.md: the tables of inputs and outputs from action.yml and the table of errors from
 * src/errors.ts. With --check it compares instead, and fails when one is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { errorGuide } from '../src/error-guide.ts'

const action = z
  .object({
    inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
    outputs: z.record(z.string(), z.object({ description: z.string() }))
  })
  .parse(parse(readFileSync('action.yml', 'utf8')))

const tables: Record<string, string> = {
  inputs: table(
    ['input', 'default', 'what it is'],
    Object.entries(action.inputs).map(([name, input]) => [
      `\`${name}\``,
      input.default === '' ? '' : `\`${input.default}\``,
      input.description
    ])
  ),
  outputs: table(
    ['output', 'what it is'],
    Object.entries(action.outputs).map(([name, output]) => [`\`${name}\``, output.description])
  ),
  errors: table(
    ['code', 'cause', 'fix'],
    Object.entries(errorGuide)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { cause, fix }]) => [`\`${code}\``, cause, fix])
  )
}

const file = 'README.md'
const found = readFileSync(file, 'utf8')
const made = Object.entries(tables).reduce(
  (text, [name, content]) => replaceBetween(text, name, content),
  found
)
if (process.argv.includes('--check')) {
  if (made !== found) {
    console.error(
      `${file} does not agree with action.yml or src/errors.ts: run script/generate-docs`
    )
    process.exitCode = 1
  }
} else {
  writeFileSync(file, made)
}

function replaceBetween(text: string, name: string, content: string): string {
  const begin = `<!-- generated:${name} -->\n`
  const end = `<!-- /generated:${name} -->`
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from === -1 || to < from) throw new Error(`${file} lacks the markers of ${name}`)
  return `${text.slice(0, from + begin.length)}\n${content}\n\n${text.slice(to)}`
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
