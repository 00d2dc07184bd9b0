import { asNarPublishError } from '../errors.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { parsePublishInputs } from '../publish/inputs.ts'
import { publish } from '../publish/publish.ts'
import { outcomeText } from '../publish/report/text.ts'
import { shellWord } from '../words.ts'
import { allPackages, type Chosen } from './flake.ts'
import { announce, type InitRun, type KeyPair, type StepEnd } from './run.ts'

/** The first publish as a dry run, here: builds, and tells what a run would write. Throws what keeps it from that. */
export async function tryPublish(
  run: InitRun & { scratch: string; token: string },
  { attribute, tried }: Chosen,
  key: KeyPair | null
): Promise<StepEnd> {
  const { log, hide, scratch, token, api } = run
  const step = 'publish'
  if (tried.length === 0) {
    const isOther = attribute.endsWith('.*') && attribute !== allPackages
    const why = isOther
      ? `of patterns only ${allPackages} is`
      : 'it names nothing that this machine could build by itself'
    const text = `${attribute} is not tried here: ${why}`
    return { step, state: 'left', text, todo: [] }
  }
  const order = `build ${tried.join(' ')} and publish it as a dry run, which writes nothing`
  const ended = await announce(run, step, order, [
    `nar-publish publish ${shellWord(attribute)} ${api.repository} --dry-run`
  ])
  if (ended !== null) return ended
  const inputs: Readonly<Record<string, string>> = {
    mode: 'publish',
    'flake-attribute': tried.join('\n'),
    'target-repository': api.repository,
    'dry-run': 'true',
    token,
    ...(key === null ? { unsigned: 'true' } : { 'signing-key': key.secret })
  }
  const environment = {
    ...run.environment,
    input: (name: string) => inputs[name] ?? '',
    eventName: null,
    pullRequest: null
  }
  const parsed = parsePublishInputs(environment, readSecrets(environment, hide))
  const { report, error } = await log.group('A publish, as a dry run', () =>
    publish({ inputs: parsed, environment, scratch, log, timings: [] })
  )
  for (const line of outcomeText(report).split('\n')) log.info(line)
  if (error !== null) throw asNarPublishError(error)
  return {
    step,
    state: 'done',
    text: `tried to publish ${tried.join(' ')}: nothing stands in the way`,
    todo: []
  }
}
