import { asNarPublishError, type NarPublishError } from '../errors.ts'
import { readRepository } from '../repository/github/repository.ts'
import { chooseAttribute, type Chosen } from './flake.ts'
import { provideKey } from './key.ts'
import { switchPagesOn } from './pages.ts'
import type { InitRun, KeyPair, StepEnd } from './run.ts'
import { readSecretState, storeSecret } from './secret.ts'
import { tryPublish } from './try-publish.ts'
import { writeWorkflow } from './workflow.ts'

export interface InitReport {
  /** `owner/name` */
  repository: string
  attribute: string
  /** See Chosen. */
  systems: Chosen['systems']
  /** `name:base64`; null: it is not known here. */
  publicKey: string | null
  /** As far as they came. */
  steps: StepEnd[]
}

/**
 * A first day, step by step: each is told, asked about and then done, and what was done stays when a later one fails. Throws what keeps it from
 * beginning.
 */
export async function init(
  run: InitRun & { scratch: string; token: string }
): Promise<{ report: InitReport; error: NarPublishError | null }> {
  const repository = await readRepository(run.api)
  const secret = run.options.skip.has('secret') ? null : await readSecretState(run.api)
  const chosen = await chooseAttribute(run)
  const { attribute, systems } = chosen
  const steps: StepEnd[] = []
  let key: KeyPair | null = null
  let error: NarPublishError | null = null
  try {
    const provided = await provideKey(run, secret)
    key = provided.key
    steps.push(provided.end)
    steps.push(await storeSecret(run, secret, key))
    steps.push(await writeWorkflow(run, { attribute, systems, branch: repository.defaultBranch }))
    steps.push(await switchPagesOn(run, repository))
    steps.push(await tryPublish(run, chosen, key))
  } catch (thrown) {
    error = asNarPublishError(thrown)
  }
  const publicKey = key?.publicKey ?? null
  return { report: { repository: run.api.repository, attribute, systems, publicKey, steps }, error }
}
