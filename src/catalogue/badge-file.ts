import type * as badgeMaker from 'badge-maker'
import type { Badge } from './badge.ts'

/** Of what the badge says; white on it has a contrast of 4.9. Nobody else's badge has just this one. */
const color = '#4a6fbb'

/** Ends a picture of ours; whoever changes one by hand takes it for a comment, and it stays what it was. */
const ownPicture = '<!-- nar-publish -->'

/** With it comes 1 MB, the widths of characters, which who commits nothing does without. */
export const loadBadgeMaker = (): Promise<typeof badgeMaker> => import('badge-maker')

/**
 * A badge's two files: the picture, and what the endpoint badge of shields.io is made of. Without a line end, which a clone could have in
 * another form.
 */
export async function badgeFiles(stem: string, badge: Badge): Promise<[string, Buffer][]> {
  const { makeBadge } = await loadBadgeMaker()
  // Says in `title` and `aria-label` what it shows, with the role of a picture; and escapes it.
  const picture = makeBadge({ ...badge, color, style: 'flat-square' })
  return [
    [`${stem}.json`, Buffer.from(endpointText(badge))],
    [`${stem}.svg`, Buffer.from(`${picture}${ownPicture}`)]
  ]
}

/** https://shields.io/badges/endpoint-badge */
function endpointText({ label, message }: Badge): string {
  return JSON.stringify({ schemaVersion: 1, label, message, color })
}

const ownEndpoint = new RegExp(
  `^\\{"schemaVersion":1,"label":"(?:[^"\\\\]|\\\\.)*","message":"(?:[^"\\\\]|\\\\.)*","color":"${color}"\\}$`
)

/** Whether a file at a badge's path is one that we made, whatever it says; another's stays as it is. */
export function isOwnBadge(path: string, content: Buffer): boolean {
  const text = content.toString('latin1')
  return path.endsWith('.svg')
    ? text.startsWith('<svg ') && text.endsWith(`</svg>${ownPicture}`)
    : ownEndpoint.test(text)
}
