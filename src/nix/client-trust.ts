import { userInfo } from 'node:os'
import { z } from 'zod'
import { parseJson } from '../text.ts'
import { runNix } from './run.ts'
import type { Nix } from './types.ts'

/** 1 or true, as versions differ; left out by a daemon that is too old to say. */
const pingReply = z.object({ trusted: z.union([z.boolean(), z.number()]).nullish() })

/**
 * Whether the store takes substituters from this user. A daemon passes over those of whom it does not trust, unless an administrator
 * lists them. null: it is not known. `settings`: Nix's own, by name.
 */
export async function isTrustedClient(
  nix: Nix,
  settings: ReadonlyMap<string, string>
): Promise<boolean | null> {
  const asJson = await runNix(nix, { program: 'nix', args: ['store', 'ping', '--json'] })
  const trusted = asJson.status === 0 ? trustedIn(asJson.stdout) : null
  if (trusted !== null) return trusted
  // Nix before 2.14 does not say.
  const ended = await runNix(nix, { program: 'nix', args: ['store', 'ping'] })
  const store = /^Store URL: (\S+)/m.exec(`${ended.stdout}\n${ended.stderr}`)?.[1]
  if (store?.startsWith('local') === true) return true
  return store === 'daemon' ? isListed(settings.get('trusted-users') ?? 'root') : null
}

function trustedIn(text: string): boolean | null {
  const trusted = pingReply.safeParse(parseJson(text)).data?.trusted ?? null
  return trusted === null ? null : Boolean(trusted)
}

/** Of `trusted-users`; who belongs to a group that is named there is not known here. */
function isListed(trustedUsers: string): boolean | null {
  const words = trustedUsers.split(/\s+/)
  if (words.includes(userInfo().username) || words.includes('*')) return true
  return words.some((word) => word.startsWith('@')) ? null : false
}
