/**
 * Other people's text made harmless, for each place that it goes to but Markdown (markdown/markdown.ts, which is made of what is here):
 *
 *     line of a job's log              logLines      no escape sequences, no command to the runner
 *     annotation, tail of a program    plainLines    no escape sequences; what carries it escapes it
 *     terminal                         terminalText  as the log's: a command line runs in jobs, too
 *     JSON on standard output          jsonText      the same value, with escapes
 *     words inside of a message        oneLine
 *     name inside of a message         shownName     spaces stay, so that two names do not look alike
 *     commit message                   commitWord, commitAddress
 *     file, branch                     fileWord
 *
 * All go by the same two sets of characters.
 */
import { stripVTControlCharacters } from 'node:util'

export { oneLine, shellWord, shownName, singleSpaced, steering, unspaced } from './words.ts'

const steeringInLines = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** For what is refused when it is more than one line, or steers. Formats of writing are fine in a name. */
export function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)
}

/**
 * Without escape sequences, such as those of colours. One at a time: Node looks for the end of each through the whole text, which of a
 * megabyte of their beginnings takes minutes.
 */
export function withoutEscapes(text: string): string {
  const parts = text.split(/(?=[\u001b\u009b](?!\\))/)
  return parts.map((part) => stripVTControlCharacters(part)).join('')
}

/** Without escape sequences and whatever else a terminal would obey; line ends and tabs stay. */
export function plainLines(text: string): string {
  return withoutEscapes(text).replace(steeringInLines, '').toWellFormed()
}

// The runner compares by a culture's rules, for which many a character that does not show is not there. https://learn.microsoft.com/en-us/dotnet/core/extensions/globalization-icu
const unseen = String.raw`[[^\p{L}\p{N}\p{P}\p{S}\n]\p{Default_Ignorable_Code_Point}]*`
const command = new RegExp(`^(${unseen}):(?=${unseen}:)`, 'gmv')
const oldCommand = /#\p{Default_Ignorable_Code_Point}*#(?=\p{Default_Ignorable_Code_Point}*\[)/gu

const steeringInJson =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=\p{Default_Ignorable_Code_Point}*#\p{Default_Ignorable_Code_Point}*\[)/gu

/**
 * Plain lines that the runner cannot take for commands. It trims a line before it looks for `::`, and finds the old `##[` form
 * anywhere (actions/runner, ActionCommand.cs), so a space goes inside.
 */
export function logLines(text: string): string {
  return plainLines(text).replace(command, '$1: ').replace(oldCommand, '## ')
}

export function terminalText(lines: readonly string[]): string {
  return lines.map(logLines).join('\n')
}

/** As JSON.stringify, of the same value: what a terminal or the runner would obey is escaped. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(steeringInJson, (characters) =>
    characters.replace(/[^]/g, (unit) => {
      return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
    })
  )
}

/**
 * A name as one word of a commit message: without the address of an issue, and without `GH-1`, either of which would close that issue
 * after a word such as `fixes`. https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
export function commitWord(text: string, longest: number): string {
  const word = text.replaceAll('://', ':--').replace(/(?<![\p{L}\p{N}])(gh)-(?=\p{N})/giu, '$1_')
  return commitAddress(word, longest)
}

/** One word of letters, digits and what paths and addresses need; anything else becomes `-`, as in the NAR's name. */
export function commitAddress(text: string, longest: number): string {
  const word = Array.from(text.replace(/[^\p{L}\p{N}._+~=?/:%&,-]/gu, '-'))
  return word.length <= longest ? word.join('') : `${word.slice(0, longest - 1).join('')}…`
}

/** One word that any file system takes inside of a name. It may start with a dot or a dash, and be empty. */
export function fileWord(text: string): string {
  return text.replace(/[^\w.+-]/g, '-')
}
