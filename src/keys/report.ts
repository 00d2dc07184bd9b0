import { oneLine, terminalText } from '../harmless.ts'
import { count, list } from '../text.ts'
import type { KeysReport, RetireReport } from './keys.ts'
import type { CacheKey } from './list.ts'

/** What each key has signed, for a terminal. */
export function keysText({ store, state, keys, paths, unreadable }: KeysReport): string {
  return terminalText([
    `${store}, ${state}: ${count(paths, 'path')}, ${count(keys.length, 'key')}`,
    ...keys.flatMap((key) => [
      oneLine(key.publicKey ?? key.name),
      `  ${standingOf(key)}; signs ${count(key.signs, 'path')}, ${key.alone} of them alone`
    ]),
    ...(unreadable.length === 0
      ? []
      : [
          `${count(unreadable.length, 'path')} without a signature that readers take, ${unreadable[0] ?? ''} among them`
        ])
  ])
}

function standingOf({ publicKey, isTold, isInCatalogue }: CacheKey): string {
  if (isTold) return 'readers are told it'
  if (isInCatalogue) return 'only the catalogue names it'
  return publicKey === null ? 'only signatures name it' : 'readers are not told it'
}

/** What retiring a key came to, for a terminal. */
export function retirementText(report: RetireReport, dryRun: boolean): string {
  const { store, name, narInfos, signed, told, result } = report
  const would = dryRun ? 'would be ' : ''
  return terminalText([
    `${store}: the key ${oneLine(name)} ${dryRun ? 'would be' : 'is'} retired; its signatures of ${count(narInfos, 'path')} ${dryRun ? 'would go' : 'are gone'}.`,
    ...signed.map((path) => `  ${would}signed anew: ${path}`),
    ...report.left.map((path) => `  left unsigned: ${path}`),
    told.length === 0
      ? 'readers are told no key: the README says that the cache is unsigned'
      : `readers are told ${list(told)}`,
    ...(dryRun ? ['Nothing was written.'] : []),
    ...(result === null ? [] : [result])
  ])
}

export function retirementWarnings({ left, told }: RetireReport, dryRun: boolean): string[] {
  return [
    ...(left.length === 0
      ? []
      : [
          `${count(left.length, 'path')} ${dryRun ? 'would be' : 'are'} left without a signature that readers take: publish them again with a key that readers are told${dryRun ? `, or give \`--sign-with FILE\`` : ``}.`
        ]),
    ...(told.length === 0
      ? [
          'No key is left that readers are told: the README calls the cache unsigned from then on. `--sign-with FILE` puts a new key in its place.'
        ]
      : [])
  ]
}
