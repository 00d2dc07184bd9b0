import { markdownCode, tableHead, tableRow } from '../markdown/markdown.ts'
import { shownPins, type Pin } from '../pins/pin.ts'
import { compareBytes } from './byte-order.ts'

const heading = '### Pinned'
const longestList = 100

/** The block's paragraphs about pins, by name; none when there are none to be shown. Some 100 KB at most. */
export function pinParagraphs(all: readonly Pin[]): string[] {
  const pins = shownPins(all)
  if (pins.length === 0) return []
  const rows = [...pins]
    .sort((a, b) => compareBytes(a.name, b.name))
    .slice(0, longestList)
    .map(({ name, storePath }) => tableRow([markdownCode(name, 100), markdownCode(storePath)]))
  const omitted = pins.length - rows.length
  return [
    heading,
    'These stay, with all that they need, until they are moved or unpinned:',
    [...tableHead(['Pin', 'Store path']), ...rows].join('\n'),
    ...(omitted === 0 ? [] : [`${omitted} more pins are not shown.`])
  ]
}

/** Whether the README told of pins, so that who writes it anew must know them all. */
export function listsPins(readme: Buffer | null): boolean {
  return readme !== null && new RegExp(`^${heading}\\r?$`, 'm').test(readme.toString('latin1'))
}
