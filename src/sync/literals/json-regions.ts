import type { Region } from '../types.ts'
import { blankEscapes } from './escapes.ts'

interface Container {
  kind: 'object' | 'array'
  /** The key that takes it. */
  name: string | null
  /** The key before the value that comes next. */
  key: string | null
}

/** The string values of a JSON text. Takes any text: of what is no JSON something is made too. */
export function jsonRegions(text: string, rootName: string): Region[] {
  const regions: Region[] = []
  const containers: Container[] = []
  let container: Container | undefined
  const nameOfValue = (): string | null => (container === undefined ? rootName : container.key)
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '{':
      case '[':
        container = {
          kind: text.charAt(at) === '{' ? 'object' : 'array',
          name: nameOfValue(),
          key: null
        }
        containers.push(container)
        break
      case '}':
      case ']':
        containers.pop()
        container = containers.at(-1)
        break
      case '"': {
        const end = stringEnd(text, at + 1)
        const content = text.slice(at + 1, end)
        if (container?.kind === 'object' && isBeforeColon(text, end + 1)) {
          container.key = content
        } else if (text.charAt(end) === '"') {
          const names = container?.kind === 'array' ? [] : [nameOfValue(), container?.name ?? null]
          regions.push({
            start: at + 1,
            text: blankEscapes(content),
            isWhole: true,
            names: names.filter((name) => name !== null)
          })
        }
        at = end
      }
    }
  }
  return regions
}

/** Where the closing quote is, or the line's end where there is none. */
function stringEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"' || character === '\n') return at
    if (character === '\\') at++
  }
  return text.length
}

const colon = /[ \t\r\n]*:/y

function isBeforeColon(text: string, at: number): boolean {
  colon.lastIndex = at
  return colon.test(text)
}
