import type { Arguments, Command } from './command.ts'

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
