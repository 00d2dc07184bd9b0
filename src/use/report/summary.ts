import { markdownCode, markdownText, markdownWords } from '../../markdown/markdown.ts'
import { list } from '../../text.ts'
import { nameOf } from '../keys.ts'
import type { UseReport } from './types.ts'

/** A line for the job's summary. */
export function renderUseSummary({ found, missing }: UseReport): string {
  if (found === null) {
    return `**No cache yet**: ${markdownWords(missing, 500)}. The steps that follow build what they need.\n`
  }
  const { cache, keys, provenance } = found
  const verified = provenance === null ? '' : ` ${markdownWords(provenance, 500)}`
  const names = list(cache.publicKeys.map((key) => markdownCode(nameOf(key))))
  return `**${markdownText(cache.repository)}** is read by the steps that follow, at ${markdownCode(cache.substituterUrl, 2000)}, signed by ${names}: ${markdownWords(keys.origin, 500)}${verified}\n`
}
