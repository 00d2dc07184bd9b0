import { NarPublishError } from '../errors.ts'
import { quote } from '../text.ts'
import type { Span, TextFile } from './types.ts'

/** Occurrences of the old version that are not to be touched. */
export class Stays {
  readonly #lines = new Map<string, string>()
  readonly #places = new Map<string, string>()

  /** null: it may be bumped. */
  reasonFor(place: Span): string | null {
    return this.#places.get(placeKey(place)) ?? this.#lines.get(lineKey(place)) ?? null
  }

  addLine(place: Pick<Span, 'file' | 'line'>, why: string): void {
    this.#lines.set(lineKey(place), why)
  }

  add(place: Span, why: string): void {
    this.#places.set(placeKey(place), why)
  }
}

const lineKey = ({ file, line }: Pick<Span, 'file' | 'line'>): string => `${file}:${line}`
const placeKey = ({ file, start }: Span): string => `${file}:${start}`

/**
 * The lines that `keep-places` names: `nix/tool.nix:12`, or a text that stands on them, whatever version it is that stands there now. Throws
 * INPUT_INVALID about a place that is not there.
 */
export function keptPlaces(files: readonly TextFile[], wanted: readonly string[]): Stays {
  const stays = new Stays()
  for (const words of wanted) {
    const found = linesOf(files, words)
    for (const place of found) stays.addLine(place, `\`keep-places\` names it: ${words}`)
    if (found.length > 0) continue
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: `input keep-places, ${quote(words)}`,
      reason: 'there is no such line in the tracked files, nor one that holds this text',
      hint: 'Give `FILE:LINE` with the file’s path in the repository, or a text that stands on the line, such as `fix-build.patch`.'
    })
  }
  return stays
}

function linesOf(files: readonly TextFile[], words: string): Pick<Span, 'file' | 'line'>[] {
  const [, path = '', digits = ''] = /^(?:\.\/)?(.+):([0-9]+)$/.exec(words) ?? []
  const named = files.find((file) => file.path === path)
  if (named !== undefined) {
    const line = Number(digits)
    const isThere = line > 0 && line <= named.text.split('\n').length
    return isThere ? [{ file: path, line }] : []
  }
  return files
    .filter(({ text }) => text.includes(words))
    .flatMap(({ path: file, text }) =>
      text
        .split('\n')
        .flatMap((one, index) => (one.includes(words) ? [{ file, line: index + 1 }] : []))
    )
}
