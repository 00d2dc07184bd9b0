import type { NarPublishError } from '../errors.ts'
import { inputs } from '../inputs/table.ts'
import type { Command } from './command.ts'

/** What of a command says which words it has for the action's. */
type Spoken = Pick<Command, 'options' | 'operandInputs'>

/** Modes that are called otherwise here. */
const commandOf: Readonly<Record<string, string>> = { hook: 'queue' }

/**
 * A sentence of ours as it is said on a terminal: inputs that stand in it as code are options, arguments or variables.
 *
 *     `closure`            `--closure`
 *     `closure: cache`     `--closure cache`
 *     `logs: false`        `--no-logs`
 *     `version: keep`      `keep`               an argument
 *     `mode: prune`        `nar-publish prune`
 *     `cache: true`        `NAR_PUBLISH_CACHE=true`    nothing else sets it
 */
export function onTerminal(text: string, command: Spoken | null): string {
  // Words that are accepted are values, whatever else they are.
  if (/(?:^|\? )Accepted: /.test(text)) return text
  return text.replace(
    /`([a-z]+(?:-[a-z]+)*)(?:: ([^`]+))?`/g,
    (code, name: string, value: string | undefined) => {
      if (!Object.hasOwn(inputs, name)) return code
      const said = saidFor(name, value, command)
      return said === null ? code : `\`${said}\``
    }
  )
}

/** null: as it stands. */
function saidFor(name: string, value: string | undefined, command: Spoken | null): string | null {
  if (name === 'mode')
    return value === undefined ? null : `nar-publish ${commandOf[value] ?? value}`
  if (name === 'phase' && value === 'list') return 'nar-publish outdated'
  const operand = command?.operandInputs?.[name]
  if (operand !== undefined) return value ?? operand
  const option = optionFor(name, command)
  if (option === undefined) return value === undefined ? null : `${variable(name)}=${value}`
  if (value === undefined) return `--${option.name}`
  if (option.value !== null) return `--${option.name} ${value}`
  return value === 'false' ? `--no-${option.name}` : `--${option.name}`
}

function optionFor(name: string, command: Spoken | null): Command['options'][number] | undefined {
  const option = command?.options.find(({ input }) => input === name || input === `queue-${name}`)
  return option ?? command?.options.find((one) => [name, `${name}-file`].includes(one.name))
}

/** `input closure`, `inputs plan and row, "x"`: what was typed, or set. */
function subjectOnTerminal(subject: string, command: Spoken | null): string {
  const [whole, names] =
    /^inputs? ([a-z]+(?:-[a-z]+)*(?:(?:, | and )[a-z]+(?:-[a-z]+)*)*)/.exec(subject) ?? []
  if (whole === undefined || names === undefined) return subject
  if (names === 'token') return `token${subject.slice(whole.length)}`
  const said = names.replace(/[a-z]+(?:-[a-z]+)*/g, (name) =>
    name === 'and' ? name : subjectName(name, command)
  )
  const kind = !said.startsWith('--') ? '' : said.includes(' ') ? 'options ' : 'option '
  return `${kind}${said}${subject.slice(whole.length)}`
}

function subjectName(name: string, command: Spoken | null): string {
  const option = optionFor(name, command)
  return (
    command?.operandInputs?.[name] ?? (option === undefined ? variable(name) : `--${option.name}`)
  )
}

function variable(name: string): string {
  return `NAR_PUBLISH_${name.replaceAll('-', '_').toUpperCase()}`
}

/** The same error, in words for who sits at a terminal. */
export function terminalWords(error: NarPublishError, command: Spoken | null): NarPublishError {
  const { subject, reason, hint, terminal } = error
  return error.with({
    subject: subjectOnTerminal(subject, command),
    reason: onTerminal(terminal.reason ?? reason, command),
    hint: onTerminal(terminal.hint ?? hint, command)
  })
}

/** An error as `--json` has it. */
export function jsonError({
  code,
  subject,
  reason,
  hint
}: NarPublishError): Record<string, unknown> {
  return { code, subject, reason, hint }
}
