import { keyUntold } from '../catalogue/told-keys.ts'
import { NarPublishError } from '../errors.ts'
import { count, list, quote } from '../text.ts'
import type { CommitInputs } from './inputs.ts'
import { isRehearsal, mayWrite, type PublishRun } from './run.ts'
import type { CommitOutcome, Composed } from './state.ts'

/**
 * Throws KEY_EXPECTED when a run without a key would publish what the readers of this cache refuse. One that writes nothing, as a fork's
 * pull request, goes on.
 */
export function refuseUnsigned(
  run: PublishRun<CommitInputs>,
  { name }: { name: string },
  { unreadable, publicKeys }: Composed
): void {
  const { signingKeys, unsigned } = run.inputs
  const [first] = unreadable
  if (first === undefined || signingKeys.length > 0 || unsigned || !mayWrite(run)) return
  const others = unreadable.length - 1
  const known =
    publicKeys.length === 0
      ? 'its catalogue names keys that have signed'
      : `its readers are told ${list(publicKeys.map(quote))}`
  throw new NarPublishError({
    code: 'KEY_EXPECTED',
    subject: name,
    reason: `no \`signing-key\` was given, and ${known}: they would be refused ${first}${others === 0 ? '' : ` and ${count(others, 'other path')}`}`
  })
}

/** What a person is to see of the keys before anything is written. */
export function keyWarnings(run: PublishRun<CommitInputs>, composed: Composed): string[] {
  const { signingKeys, unsigned } = run.inputs
  const { rows, publicKeys, unreadable, isBeginning } = composed
  const isUnsigned = signingKeys.length === 0 && !unsigned && mayWrite(run)
  return [
    ...composed.untoldKeys.map(keyUntold),
    ...newKeyNotes(run, composed),
    ...(isUnsigned && isBeginning && publicKeys.length === 0 && rows.length > 0
      ? [beginsUnsigned]
      : []),
    ...(run.inputs.dryRun &&
    !isRehearsal(run) &&
    signingKeys.length === 0 &&
    !unsigned &&
    unreadable.length > 0
      ? [wouldBeRefused]
      : [])
  ]
}

const beginsUnsigned =
  'No `signing-key` was given, so this cache begins unsigned, and Nix takes it only from readers who trust it as it is. When a secret was to be the key, look at its name: one that does not exist is empty. `unsigned: true` says that it is meant.'

const wouldBeRefused =
  'No `signing-key` was given, and this is a cache of signed artifacts: without `dry-run` this would be the error KEY_EXPECTED.'

/** What readers must do who know the cache's older keys alone. */
export function newKeyNotes(
  { inputs }: PublishRun<CommitInputs>,
  { newKeys, publicKeys }: Pick<CommitOutcome, 'newKeys' | 'publicKeys'>
): string[] {
  if (newKeys.length === 0) return []
  const older = publicKeys.filter((key) => !newKeys.includes(key))
  const many = newKeys.length > 1
  const isJoined = inputs.signingKeys.length > newKeys.length
  const what = `The ${many ? 'keys' : 'key'} ${list(newKeys.map(quote))} ${many ? 'are' : 'is'} new to this cache`
  return [
    isJoined
      ? `${what}: the README tells ${many ? 'them' : 'it'} from now on. Readers add ${many ? 'them' : 'it'} to their \`trusted-public-keys\` before the older one stops signing.`
      : `${what}, whose readers know ${list(older.map(quote))}: their Nix refuses what this run publishes until they add ${many ? 'the new ones' : 'the new one'} to \`trusted-public-keys\`. To spare them that, sign with both for a while: \`signing-key\` takes several keys, one a line.`
  ]
}
