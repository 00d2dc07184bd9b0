import { inputsOf, refuseOperands, usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { lastWord } from '../cli/find-command.ts'
import { readSecret } from '../cli/secret-files.ts'
import { typed } from '../cli/typed.ts'
import { forgetSecrets, type Environment } from '../environment.ts'
import { internalError, NarPublishError } from '../errors.ts'
import { oneLine, terminalText } from '../harmless.ts'
import { readSecrets, type Secrets } from '../inputs/secrets.ts'
import { queryClosure } from '../nix/closure.ts'
import { openRunNix } from '../nix/nix.ts'
import { readNixSettings } from '../nix/settings.ts'
import type { Nix } from '../nix/types.ts'
import { missingStorePath } from '../nix/validity.ts'
import { resolveGivenPaths, toStorePath } from '../publish/given-paths.ts'
import { count } from '../text.ts'
import { readQueue } from './entries.ts'
import { enqueue } from './gc-roots.ts'
import { linksFolder, makeFolders } from './layout.ts'
import { closureWarnings } from './nix-settings.ts'
import { journalOf, openQueue } from './open-queue.ts'
import { sendOnce, type Landed } from './pass.ts'
import { patientPauses } from './pauses.ts'
import {
  queueCounts,
  reportQueue,
  undrained,
  type NotLanded,
  type QueueReport
} from './report/report.ts'
import { sendAll } from './send.ts'
import { logOf, serveQueues, withLocks } from './serve.ts'
import { chooseQueues, parseSwitch, queuesToSend, type ChosenQueues } from './settings.ts'
import type { Queue } from './types.ts'

interface QueueRun extends CommandRun {
  environment: Environment
  secrets: Secrets
  chosen: ChosenQueues
  /** Its operands. */
  paths: string[]
}

const actions: Readonly<Record<string, (run: QueueRun) => Promise<CommandResult>>> = {
  add: addPaths,
  list: listQueues,
  closure: showClosure,
  upload: uploadQueues,
  run: runQueues
}

/** `nar-publish queue add PATH…`, and its siblings. */
export async function runQueue(run: CommandRun): Promise<CommandResult> {
  const { command, arguments: given, log } = run
  const action = actions[lastWord(command)]
  if (action === undefined) throw internalError(command.name, 'nobody does it')
  if (command.operands === '') refuseOperands(run)
  const inputs = inputsOf(command, given)
  const keyFile = given.values.get('signing-key-file')?.[0]
  if (keyFile !== undefined) inputs.set('signing-key', readSecret('signing-key-file', keyFile))
  const environment = run.environmentWith(inputs)
  const secrets = readSecrets(environment, log.hide)
  const isOfNone = environment.input('queue-target-repository') === ''
  if (given.values.has('target-branch') && isOfNone) {
    const why =
      'it goes with --target-repository; a queue of the configuration has its own `branch`'
    throw usage(command, 'option --target-branch', why)
  }
  const chosen = typed(() => chooseQueues(environment))
  return action({ ...run, environment, secrets, chosen, paths: given.operands })
}

async function addPaths(run: QueueRun): Promise<CommandResult> {
  const { environment, chosen, command } = run
  const built = (environment.childEnvironment['OUT_PATHS'] ?? '')
    .split(' ')
    .filter((path) => path !== '')
  const asked = typed(() => parseSwitch(environment, 'include-out-paths')) === false ? [] : built
  const wanted = [...run.paths, ...asked]
  if (wanted.length === 0) throw usage(command, 'arguments', 'what to queue is missing')
  const nix = await openRunNix(run)
  const storePaths = await validPaths(nix, wanted, environment)
  const named = new Set(run.paths.map((path) => toStorePath(path, environment.workspace)))
  const queues = chosen.queues.map(({ name }) => name)
  makeFolders(chosen.place, queues)
  for (const name of queues) {
    const journal = journalOf(chosen.place, name)
    const { failures } = journal.read()
    // First, as it may be sent at once.
    const byHand = storePaths.filter((path) => named.has(path))
    journal.append(...byHand.map((path) => ({ event: 'named', path }) as const))
    await enqueue(nix, linksFolder(chosen.place, name), storePaths)
    const again = storePaths.filter((path) => failures.has(path))
    journal.append(...again.map((path) => ({ event: 'requeued', path }) as const))
  }
  const text = storePaths.map((path) => `queued ${path}`).join('\n')
  return { json: { queued: storePaths, queues }, text, error: null }
}

function listQueues({ chosen }: QueueRun): Promise<CommandResult> {
  const report = reportOf(chosen)
  return Promise.resolve({ json: { ...report }, text: queueText(report), error: null })
}

async function showClosure(run: QueueRun): Promise<CommandResult> {
  const { chosen, environment, log } = run
  const nix = await openRunNix(run)
  const settings = await readNixSettings(nix)
  const closures: Record<string, string[]> = {}
  for (const { name, closure = 'binary' } of chosen.queues) {
    for (const text of closureWarnings(closure, settings)) log.warning(`queue ${name}: ${text}`)
    const roots =
      run.paths.length > 0
        ? await validPaths(nix, run.paths, environment)
        : readQueue(linksFolder(chosen.place, name)).entries.map(({ storePath }) => storePath)
    closures[name] = roots.length === 0 ? [] : await queryClosure(nix, roots, closure)
  }
  const all = [...new Set(Object.values(closures).flat())].sort()
  return { json: { closures }, text: all.join('\n'), error: null }
}

async function uploadQueues(run: QueueRun): Promise<CommandResult> {
  const { chosen, environment, log } = run
  const queues = queuesOf(run)
  forgetSecrets()
  if (run.paths.length > 0) return uploadPaths(run, queues)
  const names = queues.map(({ name }) => name)
  makeFolders(chosen.place, names)
  const isImpatient = run.arguments.switches.get('due') !== true
  const sent = await withLocks(chosen.place, names, () =>
    Promise.all(
      queues.map((queue) =>
        sendOnce(openQueue(queue, chosen.place, environment, logOf(queue, queues, log)), {
          pauses: patientPauses,
          isImpatient,
          goesOn: () => true
        })
      )
    )
  )
  const listed = reportOf(chosen)
  const report = {
    queues: listed.queues.map((queue, index) => ({ ...queue, sent: sent[index] ?? [] }))
  }
  const text = undrained(report)
  const error =
    text === ''
      ? null
      : new NarPublishError({
          code: 'QUEUE_UNDRAINED',
          subject: 'the queue',
          reason: text,
          hint: '`nar-publish queue list` shows each path with its reason.'
        })
  return { json: { ...report }, text: queueText(report), error }
}

/** Throws USAGE for an option that none of the destinations heeds. */
function queuesOf({ command, arguments: given, chosen, environment, secrets }: QueueRun): Queue[] {
  const queues = queuesToSend(chosen, environment, secrets)
  const kinds = new Set(queues.map(({ destination }) => destination.kind))
  if (given.values.has('signing-key-file') && !kinds.has('git')) {
    const why = 'what goes to a store of Nix’s is copied with the signatures that it has'
    throw usage(command, 'option --signing-key-file', why)
  }
  const ofStores = ['check-sigs', 'substitute-on-destination'].find((name) =>
    given.switches.has(name)
  )
  if (ofStores !== undefined && !kinds.has('store')) {
    throw usage(
      command,
      `option --${ofStores}`,
      'it is about `nix copy`, which no Git repository needs'
    )
  }
  return queues
}

/** Past the queue: these paths, now. */
async function uploadPaths(run: QueueRun, queues: readonly Queue[]): Promise<CommandResult> {
  const { chosen, environment, log } = run
  const nix = await openRunNix(run)
  const storePaths = await validPaths(nix, run.paths, environment)
  const artifacts = new Set(storePaths)
  const landed: (Landed & { queue: string })[] = []
  for (const queue of queues) {
    const { send } = openQueue(queue, chosen.place, environment, log)
    const { failed, stopped } = await sendAll((paths) => send(paths, artifacts), storePaths, {
      onLanded: (paths, { landing, notes }) => {
        landed.push({ queue: queue.name, ...landing, paths })
        for (const note of notes) log.warning(note)
        log.info(`${count(paths.length, 'path')} landed`)
      },
      goesOn: () => true
    })
    const error = stopped?.error ?? failed[0]?.error
    if (error !== undefined) throw error
  }
  const lines = [...storePaths.map((path) => `sent ${path}`), ...landed.map(landedText)]
  return { json: { sent: storePaths, landed }, text: terminalText(lines), error: null }
}

async function runQueues(run: QueueRun): Promise<CommandResult> {
  const { chosen, environment, log } = run
  const queues = queuesOf(run)
  forgetSecrets()
  await serveQueues(chosen.place, queues, environment, log, {
    drainUntil: () => null,
    isOver: () => false
  })
  return { json: {}, text: '', error: null }
}

function reportOf({ place, queues }: ChosenQueues): QueueReport {
  return {
    queues: queues.map(({ name, destination }) => reportQueue(place, name, placeText(destination)))
  }
}

function placeText(destination: ChosenQueues['queues'][number]['destination']): string {
  if (destination === undefined) return 'no destination yet'
  return 'store' in destination ? destination.store : destination.git
}

async function validPaths(
  nix: Nix,
  paths: readonly string[],
  environment: Environment
): Promise<string[]> {
  const { given, missing } = await resolveGivenPaths(nix, paths, environment)
  for (const path of missing) throw missingStorePath(path)
  return given.map(({ storePath }) => storePath)
}

/** characters */
const longestReason = 300

/** What is in the queues and what became of the rest, in a few lines for a terminal. */
export function queueText({ queues }: QueueReport): string {
  const lines = queues.flatMap((queue) => [
    `${queue.name} → ${queue.destination}: ${queueCounts(queue)}`,
    ...(queue.sent ?? []).map((landed) => `  ${landedText(landed)}`),
    ...queue.queued.map((path) => `  ${pathText(path)}`),
    ...queue.setAside.map((path) => `  set aside: ${pathText(path)}`),
    ...(queue.open ?? []).map((path) => `  landed, without a row so far: ${path}`),
    ...(queue.failing === null ? [] : [`  failing: ${whyText(queue.failing)}`]),
    ...queue.foreign.map((name) => `  left alone: ${JSON.stringify(name)}`),
    ...queue.notes.map((note) => `  note: ${note}`)
  ])
  return terminalText(lines)
}

/** `2 paths landed in my-org/binstore, branch nix-cache: https://github.com/…/commit/…` */
function landedText(landed: Landed): string {
  const what = `${count(landed.paths.length, 'path')} landed in`
  if ('store' in landed) return `${what} ${landed.store}`
  const { repository, branch, commit } = landed
  const where = commit === null ? '' : `: ${commit.url || commit.sha}`
  return `${what} ${repository}, branch ${branch}${where}`
}

function pathText({ storePath, attempts, ...why }: NotLanded): string {
  return attempts === 0 ? storePath : `${storePath} (attempt ${attempts}: ${whyText(why)})`
}

function whyText({ code, reason, hint = '' }: Pick<NotLanded, 'code' | 'reason' | 'hint'>): string {
  return `${code} ${oneLine(reason, longestReason)}${hint === '' ? '' : `; ${oneLine(hint, longestReason)}`}`
}
