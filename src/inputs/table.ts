import type { CommandName, Input, Kind } from './input.ts'
import { hook } from './rows/hook.ts'
import { prune, sizeBudget } from './rows/prune.ts'
import { target } from './rows/target.ts'
import { versionSync } from './rows/version-sync.ts'
import { work } from './rows/work.ts'

const table = { ...work, ...target, ...versionSync, ...prune, ...hook, ...sizeBudget }

export type InputName = keyof typeof table
/** The inputs of some kinds. */
export type NameOf<K extends Kind> = {
  [N in InputName]: (typeof table)[N]['kind'] extends K ? N : never
}[InputName]

/** Every input there is, in the order of action.yml. */
export const inputs: Readonly<Record<InputName, Input>> = table
export const inputNames = Object.keys(table) as readonly InputName[]

/** What an input is when nothing is given; empty: nothing. */
export function defaultOf(name: InputName): string {
  return inputs[name].default ?? ''
}

/** The inputs that a command has an option for. */
export function inputsOfCommand(command: CommandName): readonly InputName[] {
  return inputNames.filter((name) => inputs[name].help?.[command] !== undefined)
}
