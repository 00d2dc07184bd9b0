import type { Command, CommandResult, CommandRun } from '../command.ts'
import { refuseOperands } from '../arguments.ts'
import { lastWord } from '../find-command.ts'
import { bashCompletion } from './bash.ts'
import { fishCompletion } from './fish.ts'
import { placesOf, type Place } from './places.ts'
import { zshCompletion } from './zsh.ts'

const scripts: Readonly<Record<string, (places: readonly Place[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion
}

/** `nar-publish completion SHELL`. */
export function runCompletion(run: CommandRun, commands: readonly Command[]): CommandResult {
  refuseOperands(run)
  const script = scripts[lastWord(run.command)]?.(placesOf(commands)) ?? ''
  return { json: {}, text: script.trimEnd(), error: null }
}
