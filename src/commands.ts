import type { RunnableCommand } from './cli/command.ts'
import { runDoctor } from './doctor/command.ts'
import { doctorCommand } from './doctor/options.ts'
import { runKeys } from './keys/command.ts'
import { keysCommand } from './keys/options.ts'
import { runMatrix } from './matrix/command.ts'
import { matrixCommand } from './matrix/options.ts'
import { runPrune } from './prune/command.ts'
import { pruneCommand } from './prune/options.ts'
import { runPublish } from './publish/command.ts'
import { publishCommand } from './publish/options.ts'
import { runQueue } from './queue/command.ts'
import { queueCommand } from './queue/options.ts'
import { runSync } from './sync/command.ts'
import { syncCommand } from './sync/options.ts'
import { runUse } from './use/command.ts'
import { useCommand } from './use/options.ts'

/** What can be done from a terminal, in the order of the help. */
export const commands: readonly RunnableCommand[] = [
  { ...publishCommand, run: runPublish },
  { ...matrixCommand, run: runMatrix },
  { ...doctorCommand, run: runDoctor },
  { ...keysCommand, run: runKeys },
  { ...useCommand, run: runUse },
  { ...pruneCommand, run: runPrune },
  { ...queueCommand, run: runQueue },
  { ...syncCommand, run: runSync }
]
