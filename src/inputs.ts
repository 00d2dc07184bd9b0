import type { Environment } from './environment.ts'
import { NarPublishError } from './errors.ts'
import { modes, type Mode } from './inputs/modes.ts'
import { isOneOf, valueOf } from './inputs/readers.ts'
import { refuseMisspelt, refuseOtherModes } from './inputs/refuse.ts'
import { readSecrets, type MaskSecret, type Secrets } from './inputs/secrets.ts'
import { parseMatrixInputs, type MatrixInputs } from './matrix/inputs.ts'
import { didYouMean } from './near.ts'
import { parsePruneInputs, type PruneInputs } from './prune/inputs.ts'
import { parsePublishStep } from './publish/inputs.ts'
import { parseHookInputs, type HookInputs } from './queue/inputs.ts'
import { parseSyncInputs } from './sync/inputs.ts'
import { quote } from './text.ts'
import { parseUseInputs, type UseInputs } from './use/inputs.ts'

/** What a run is told, in a shape that cannot be nonsense: parsed once, read nowhere else. */
export type Inputs =
  | ReturnType<typeof parsePublishStep>
  | MatrixInputs
  | ReturnType<typeof parseSyncInputs>
  | HookInputs
  | UseInputs
  | PruneInputs

const parsers: Readonly<Record<Mode, (environment: Environment, secrets: Secrets) => Inputs>> = {
  publish: parsePublishStep,
  matrix: parseMatrixInputs,
  'version-sync': parseSyncInputs,
  hook: parseHookInputs,
  use: parseUseInputs,
  prune: parsePruneInputs
}

/** Environment → inputs. Throws MODE_UNKNOWN, INPUT_INVALID for an input of another mode, and what the mode's parser throws. */
export function parseInputs(environment: Environment, mask: MaskSecret): Inputs {
  const secrets = readSecrets(environment, mask)
  refuseMisspelt(environment)
  const mode = valueOf(environment, 'mode')
  if (!isOneOf(modes, mode)) {
    throw new NarPublishError({
      code: 'MODE_UNKNOWN',
      subject: `mode ${quote(mode)}`,
      reason: `the modes are ${modes.join(', ')}`,
      hint: didYouMean(mode, modes).trimEnd() || undefined
    })
  }
  refuseOtherModes(environment, mode)
  return parsers[mode](environment, secrets)
}
