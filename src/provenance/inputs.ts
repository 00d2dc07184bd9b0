import { resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { invalid } from '../inputs/readers.ts'
import type { ProvenancePolicy, SignerWorkflow } from './identity.ts'

/** What a reader asks for. */
export interface ProvenanceRequest {
  policy: ProvenancePolicy
  /** Absolute: a file as `gh attestation trusted-root` writes it; null: Sigstore's own is fetched. */
  trustedRoot: string | null
}

const repositoryName = /^[A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+$/
const workflowFile =
  /^([A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml)(?:@(.+))?$/

/** null: nothing is asked. Throws INPUT_INVALID. */
export function parseProvenanceRequest(
  environment: Pick<Environment, 'input' | 'serverUrl' | 'workspace'>
): ProvenanceRequest | null {
  const repository = environment.input('provenance')
  const workflow = environment.input('provenance-workflow')
  const trustedRoot = environment.input('trusted-root')
  if (repository === '') {
    const given = workflow === '' ? trustedRoot && 'trusted-root' : 'provenance-workflow'
    if (given === '') return null
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: `input ${given}`,
      reason:
        'it says how provenance is verified, and `provenance` does not say of which repository',
      hint: 'Give `provenance`, as `owner/name`, too.'
    })
  }
  if (!repositoryName.test(repository)) {
    throw invalid('provenance', repository, 'the repository that published, as `owner/name`')
  }
  return {
    policy: {
      serverUrl: environment.serverUrl,
      repository,
      workflow: workflow === '' ? null : parseWorkflow(workflow)
    },
    trustedRoot: trustedRoot === '' ? null : resolve(environment.workspace, trustedRoot)
  }
}

function parseWorkflow(text: string): SignerWorkflow {
  const [, file, ref = null] = workflowFile.exec(text) ?? []
  const isRef = ref === null || /^refs\/(?:heads|tags)\/\S+$|^[0-9a-f]{40}$/.test(ref)
  if (file !== undefined && isRef) return { file, ref }
  const accepted =
    '`owner/name/.github/workflows/file.yml`, and after an `@` its `refs/tags/…`, its `refs/heads/…` or a commit of 40 digits'
  throw invalid('provenance-workflow', text, accepted)
}
