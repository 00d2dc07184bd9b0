import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { randomUUID } from 'node:crypto'
import { styleText } from 'node:util'
import { plainLines } from '../harmless.ts'
import type { RewrittenFile } from './types.ts'

/** The change as `git apply` and `patch -p1` take it; empty when there is none. */
export function unifiedDiff(files: readonly RewrittenFile[]): string {
  return files
    .filter(({ before, after }) => before !== after)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, before, after }) =>
      createTwoFilesPatch(
        oldName(path, before),
        `b/${path}`,
        before ?? '',
        after,
        undefined,
        undefined,
        {
          context: 3,
          headerOptions: FILE_HEADERS_ONLY
        }
      )
    )
    .join('')
}

function oldName(path: string, before: string | null): string {
  return before === null ? '/dev/null' : `a/${path}`
}

/** The same as a block of Markdown, which no line of it ends. */
export function fencedDiff(diff: string): string {
  const runs = [...diff.matchAll(/`+/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)))
  return [`${fence}diff`, diff.trimEnd(), fence].join('\n')
}

/**
 * The same for who reads it at a terminal: with colours where the stream takes them, and without what would steer the terminal. A
 * pipe gets it as it is. In a job that pipe may be the log, where a line of somebody's file may look like a command to the runner: it is
 * told to obey none until the end, by two lines around the diff, which `git apply` and `patch` skip.
 */
export function shownDiff(diff: string, stream: NodeJS.WriteStream, isJob: boolean): string {
  if (!stream.isTTY) return isJob && diff !== '' ? fenced(diff) : diff
  return diff
    .split('\n')
    .map((line) => {
      const text = plainLines(line)
      const format = formatOf(line)
      return format === null ? text : styleText(format, text, { stream })
    })
    .join('\n')
}

function fenced(lines: string): string {
  const word = randomUUID()
  return `::stop-commands::${word}\n${lines}::${word}::\n`
}

function formatOf(line: string): 'bold' | 'cyan' | 'green' | 'red' | null {
  if (/^(---|\+\+\+) /.test(line)) return 'bold'
  if (line.startsWith('@@')) return 'cyan'
  if (line.startsWith('+')) return 'green'
  return line.startsWith('-') ? 'red' : null
}
