import { setTimeout as sleep } from 'node:timers/promises'
import { usage } from '../cli/arguments.ts'
import type { Command } from '../cli/command.ts'
import { shortList } from '../text.ts'
import type { Questions } from './run.ts'

/** By a person at a terminal. Standard output is for the result. */
export const personAtTerminal: Questions = {
  confirm: () =>
    interruptible(async () => {
      const { default: confirm } = await import('@inquirer/confirm')
      return confirm({ message: 'Do it?', default: true }, { output: process.stderr })
    }),
  choose: (message, choices) =>
    interruptible(async () => {
      const { default: select } = await import('@inquirer/select')
      const shown = choices.map(({ value, says }) => ({ value, name: `${value}  (${says})` }))
      return select({ message, choices: shown }, { output: process.stderr })
    })
}

/** Nobody is there: all is agreed to (`--yes`), and what has no one answer is to be given as an option. */
export function nobody(command: Command): Questions {
  return {
    confirm: () => Promise.resolve(true),
    choose: (_message, choices) => {
      const [first] = choices
      const isClear = first !== undefined && (choices.length === 1 || first.value === '.#default')
      if (isClear) return Promise.resolve(first.value)
      const values = choices.map(({ value }) => value)
      return Promise.reject(
        usage(
          command,
          'option --attribute',
          `it is to say which of these is published: ${shortList(values, 10)}`
        )
      )
    }
  }
}

/** Ctrl-C at a question is what it is everywhere: the signal, with what follows from that. */
async function interruptible<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if ((error as Error).name !== 'ExitPromptError') throw error
    process.kill(process.pid, 'SIGINT')
    // Longer than the end of this process takes.
    await sleep(60_000)
    throw error
  }
}
