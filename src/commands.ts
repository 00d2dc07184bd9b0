import type { RunnableCommand } from './cli/command.ts'
import { completionCommand, manCommand } from './cli/completion/options.ts'
import { doctorCommand } from './doctor/options.ts'
import { keysCommand } from './keys/options.ts'
import { matrixCommand } from './matrix/options.ts'
import { pruneCommand } from './prune/options.ts'
import { publishCommand } from './publish/options.ts'
import { queueCommand } from './queue/options.ts'
import { outdatedCommand } from './sync/many/outdated-options.ts'
import { syncCommand } from './sync/options.ts'
import { useCommand } from './use/options.ts'

/** What can be done from a terminal, in the order of the help; each is loaded when it is called. */
export const commands: readonly RunnableCommand[] = [
  { ...publishCommand, run: async (run) => (await import('./publish/command.ts')).runPublish(run) },
  { ...matrixCommand, run: async (run) => (await import('./matrix/command.ts')).runMatrix(run) },
  { ...doctorCommand, run: async (run) => (await import('./doctor/command.ts')).runDoctor(run) },
  { ...keysCommand, run: async (run) => (await import('./keys/command.ts')).runKeys(run) },
  { ...useCommand, run: async (run) => (await import('./use/command.ts')).runUse(run) },
  { ...pruneCommand, run: async (run) => (await import('./prune/command.ts')).runPrune(run) },
  { ...queueCommand, run: async (run) => (await import('./queue/command.ts')).runQueue(run) },
  { ...syncCommand, run: async (run) => (await import('./sync/command.ts')).runSync(run) },
  {
    ...outdatedCommand,
    run: async (run) => (await import('./sync/many/outdated-command.ts')).runOutdated(run)
  },
  {
    ...completionCommand,
    run: async (run) => (await import('./cli/completion/command.ts')).runCompletion(run, commands)
  },
  { ...manCommand, run: async (run) => (await import('./cli/man.ts')).runMan(run, commands) }
]
