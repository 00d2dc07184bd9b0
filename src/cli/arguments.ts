import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { NarPublishError } from '../errors.ts'
import { didYouMean } from '../near.ts'
import type { Arguments, Command, CommandRun, Option } from './command.ts'

/** Throws USAGE. */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  refuseSecrets(command, args)
  const { positionals, values } = parse(command, args, parseOptions(command.options))
  const parsed: Arguments = { operands: positionals, values: new Map(), switches: new Map() }
  for (const { name, repeats } of command.options) {
    const given = [values[name] ?? []].flat()
    const texts = given.filter((value) => typeof value === 'string')
    const last = given.at(-1)
    if (typeof last === 'boolean') parsed.switches.set(name, last)
    if (texts.length > 1 && repeats !== true) {
      throw usage(command, `option --${name}`, 'it is given twice')
    }
    if (texts.length > 0) parsed.values.set(name, texts)
  }
  return parsed
}

/** As Node's parser takes them. */
export function parseOptions(options: readonly Option[]): ParseArgsOptionsConfig {
  return Object.fromEntries(
    options.map(({ name, short, value }) => [
      name,
      {
        type: value === null ? 'boolean' : 'string',
        multiple: true,
        ...(short === undefined ? {} : { short })
      }
    ])
  )
}

type ParsedValues = Record<string, string | boolean | (string | boolean)[] | undefined>

function parse(
  command: Command,
  args: readonly string[],
  options: ParseArgsOptionsConfig
): { positionals: string[]; values: ParsedValues } {
  try {
    return parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      allowNegative: true,
      strict: true
    })
  } catch (thrown) {
    // By its shape: Node's own errors are of another realm inside of a vm context.
    const { code, message } = Object(thrown) as { code?: unknown; message?: unknown }
    if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS')) throw thrown
    const option = /'(?:-\w, )?(--?[^'= ]+)/.exec(String(message))?.[1] ?? ''
    const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    const known = command.options.flatMap(({ name, value }) =>
      value === null ? [`--${name}`, `--no-${name}`] : [`--${name}`]
    )
    const meant = isUnknown && option.startsWith('--') ? didYouMean(option, known) : ''
    const reason = isUnknown
      ? 'there is no such option'
      : /argument missing|ambiguous/.test(String(message))
        ? 'its value is missing'
        : 'it takes no value'
    throw usage(command, `option ${JSON.stringify(option.slice(0, 100))}`, reason, {
      meant,
      cause: thrown
    })
  }
}

/** Said before anything else, and without the value: it may already be in the shell's history. */
function refuseSecrets(command: Command, args: readonly string[]): void {
  const end = args.indexOf('--')
  const found = args
    .slice(0, end === -1 ? undefined : end)
    .map((arg) => /^--(token|signing-key)(?:=|$)/.exec(arg)?.[1])
    .find((name) => name !== undefined)
  if (found === undefined) return
  throw new NarPublishError({
    code: 'USAGE',
    subject: `option --${found}`,
    reason: 'secrets are not taken from the command line, which every user of the machine can read',
    hint:
      found === 'token'
        ? 'Set GH_TOKEN, or give `--token-file FILE`.'
        : `Set NAR_PUBLISH_SIGNING_KEY, or give \`--signing-key-file FILE\` (\`nar-publish ${command.name} --help\`).`
  })
}

/** A wrong command line. `meant`: what the hint begins with (didYouMean). */
export function usage(
  command: Command | null,
  subject: string,
  reason: string,
  { meant = '', cause }: { meant?: string; cause?: unknown } = {}
): NarPublishError {
  const help = command === null ? 'nar-publish --help' : `nar-publish ${command.name} --help`
  return new NarPublishError({
    code: 'USAGE',
    subject,
    reason,
    hint: `${meant}\`${help}\` tells what there is.`,
    cause
  })
}

/** For a command that takes none. Throws USAGE. */
export function refuseOperands({ command, arguments: { operands } }: CommandRun): void {
  const [first] = operands
  if (first !== undefined) {
    throw usage(
      command,
      `argument ${JSON.stringify(first.slice(0, 100))}`,
      `${command.name} takes none`
    )
  }
}

/** What options set of the action's inputs: lists are lines there, switches `true` and `false`. */
export function inputsOf(command: Command, { values, switches }: Arguments): Map<string, string> {
  const inputs = new Map<string, string>()
  for (const { name, input } of command.options) {
    if (input === null) continue
    const texts = values.get(name)
    const isOn = switches.get(name)
    if (texts !== undefined) inputs.set(input, texts.join('\n'))
    if (isOn !== undefined) inputs.set(input, String(isOn))
  }
  return inputs
}
