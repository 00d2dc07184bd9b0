import type { ReadersAddress, ServedBy } from '../serving.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { findReadme } from './find-readme.ts'
import { blockLines } from './readme.ts'
import type { ReaderLogin } from './types.ts'

/** The words of the block's line for each; a server of one's own is not ours to describe. */
export const serverNames: Readonly<Record<Exclude<ServedBy, 'other'>, string>> = {
  pages: 'GitHub Pages',
  raw: 'GitHub’s raw files'
}

const substituterLine = /^- Substituter: `([^`\n]{1,2000})`$/m

/**
 * The address that the block of a README tells its readers, and who serves it; null when there is no block, or nobody serves the files.
 * What stands outside of the markers does not count. A block of before there was such a line tells of raw files when the address is theirs,
 * else of a server that is not known.
 */
export function toldAddress(readme: Buffer | null): ReadersAddress | null {
  const text = blockText(readme)
  const url = substituterLine.exec(text)?.[1]
  if (url === undefined) return null
  const server = /^- Served by: (.*)$/m.exec(text)?.[1]
  if (server === serverNames.pages) return { url, servedBy: 'pages' }
  const isRaw = server === serverNames.raw || url.startsWith('https://raw.githubusercontent.com/')
  return { url, servedBy: isRaw ? 'raw' : 'other' }
}

/** That of a state of the branch. */
export async function readToldAddress(snapshot: TargetSnapshot): Promise<ReadersAddress | null> {
  return toldAddress((await findReadme(snapshot)).content)
}

/** What it says that a private cache asks for; null: nothing. */
export function toldLogin(readme: Buffer | null): ReaderLogin | null {
  const line = /^machine (\S+) login (\S+) password TOKEN$/m.exec(blockText(readme))
  const [, host, name] = line ?? []
  return host === undefined || name === undefined ? null : { host, name }
}

function blockText(readme: Buffer | null): string {
  return (blockLines(readme) ?? []).join('\n')
}
