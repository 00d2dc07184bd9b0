import { asNarPublishError } from '../errors.ts'
import { openRunNix } from '../nix/nix.ts'
import { readNixSettings } from '../nix/settings.ts'
import { openTarget } from '../publish/open-target.ts'
import { mayWrite } from '../publish/run.ts'
import type { Run } from '../run.ts'
import { makeScratch, removeScratch } from '../scratch.ts'
import { startBackground } from './background.ts'
import type { HookInputs } from './inputs.ts'
import { installHook } from './install-hook.ts'
import { keepConfig } from './kept-config.ts'
import { linksFolder, makeFolders, type QueuePlace } from './layout.ts'
import { closureWarnings } from './nix-settings.ts'
import type { Queue } from './types.ts'

/** The hook at a job's begin, and again at its end. */
export type HookRun = Pick<Run<HookInputs>, 'inputs' | 'environment' | 'log'> & {
  place: QueuePlace
  /** The file that Node runs in the background: the action's own. */
  entry: string
}

/** From now on every build of the job is queued. Answers with NIX_USER_CONF_FILES for the steps that follow. */
export async function startHook(start: HookRun): Promise<string> {
  const { inputs, environment, log, place } = start
  return log.group('Install the hook', async () => {
    const nix = await openRunNix(start)
    const names = inputs.queues.map(({ name }) => name)
    makeFolders(place, names)
    keepConfig(place, inputs)
    const settings = await readNixSettings(nix)
    for (const { name, closure } of inputs.queues) {
      for (const text of closureWarnings(closure, settings)) log.warning(`queue ${name}: ${text}`)
    }
    const { userConfFiles, warnings } = await installHook(nix, place, names)
    for (const text of warnings) log.warning(text)
    for (const queue of inputs.queues) await warnOfRefusal(start, queue)
    await startBackground(place, inputs, environment, start.entry)
    for (const { name, closure, interval } of inputs.queues) {
      log.info(
        `queue ${name}: ${linksFolder(place, name)}, closure ${closure}, every ${interval / 1000} s`
      )
    }
    return userConfFiles
  })
}

/** Nobody waits for a host here that does not answer at once: the queue has the whole job for that. */
const hasty = { requestTime: 15_000, requestAttempts: 3 }

/**
 * Says at once what the queue would be refused when everything is built. No error: other queues are not refused, and a job that builds
 * nothing new has nothing to publish.
 */
async function warnOfRefusal(
  { environment, log }: HookRun,
  { name, destination }: Queue
): Promise<void> {
  if (destination.kind !== 'git' || destination.inputs.target.kind !== 'github') return
  const { inputs } = destination
  if (!mayWrite({ inputs, environment })) return
  const scratch = makeScratch(environment.scratchParent)
  try {
    const run = { inputs, environment, scratch, log, timings: [], limits: hasty }
    const [target, before] = await openTarget(run, { publishes: true })
    const refusal = await target.refusal(before)
    if (refusal !== null) throw refusal
  } catch (error) {
    log.warning(
      `queue ${name}: what is built would not be published. ${asNarPublishError(error).message}`
    )
  } finally {
    removeScratch(scratch, environment.scratchParent)
  }
}
