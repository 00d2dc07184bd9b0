import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { compareVersions } from '../catalogue/version-order.ts'
import type { CacheDescription } from '../catalogue/types.ts'
import type { SiteFile } from '../repository/site-files.ts'
import { version } from '../version.ts'
import { nameHtml } from '../markdown/html.ts'
import { usageHtml } from './usage.ts'

export const pagePath = 'index.html'

/** What script/build makes of src/site. */
const template = readFileSync(new URL('../../dist/page.html', import.meta.url), 'utf8')

/**
 * The cache's page. It depends on what readers are told of the cache and on this version, and on no row: it is the same from one publish to
 * the next.
 */
export function cachePage(
  description: CacheDescription,
  publicKeys: readonly string[],
  of = { template, version }
): Buffer {
  const { repository, branch, substituterUrl, login } = description
  const web = description.webUrl('')
  const told = { repository, branch, substituterUrl, login, web, publicKeys }
  const [before = '', after = ''] = of.template.split('<!--nar-publish:mark-->\n')
  const parts: Record<string, string> = {
    title: nameHtml(repository),
    usage: usageHtml(description, publicKeys),
    // As part of HTML: nothing in it ends the element that it stands in.
    data: JSON.stringify(told).replaceAll('<', '\\u003c')
  }
  const body = after.replace(/<!--nar-publish:(\w+)-->/g, (_, name: string) => parts[name] ?? '')
  const mark = markOf(of.version, describedBy(description, publicKeys), hashOf(body))
  return Buffer.from(`${before}${mark}\n${body}`)
}

/** What a page tells readers, as every version names it: a version that tells it in other words has the same. */
function describedBy(description: CacheDescription, publicKeys: readonly string[]): string {
  const { repository, branch, substituterUrl, servedBy, login, cloneUrl = null } = description
  return hashOf(
    JSON.stringify([
      ...[repository, branch, substituterUrl, servedBy, login?.host ?? null, login?.name ?? null],
      ...[cloneUrl, description.webUrl(''), publicKeys]
    ])
  )
}

const firstLine = '<!DOCTYPE html>'
const markPattern = /^<!-- nar-publish page (\S{1,40}) ([0-9a-f]{32}) ([0-9a-f]{32}) -->$/

/** Whether a page says that it is of ours, and is no more: nobody keeps it up, and readers may take it for what the cache says. */
export function isChangedPage(content: Buffer): boolean {
  const isMarked = content
    .toString()
    .split('\n', 2)
    .some((line) => markPattern.test(line))
  return isMarked && readMark(content) === null
}

/** What the second line says of a page that we made and nobody changed; null: it is somebody's own. */
function readMark(content: Buffer): { version: string; description: string } | null {
  const [first, mark = '', ...lines] = content.toString().split('\n')
  const [, version, description, body] = markPattern.exec(mark) ?? []
  const isWhole = first === firstLine && body === hashOf(lines.join('\n'))
  return version === undefined || description === undefined || !isWhole
    ? null
    : { version, description }
}

function markOf(version: string, description: string, body: string): string {
  return `<!-- nar-publish page ${version} ${description} ${body} -->`
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/**
 * As a file of the branch; `isNeeded`: it is written where there is none, too. Of ours one is replaced that tells readers something else, or
 * that an older version made: a newer one that says the same stays, so that two publishers do not write it back and forth. Somebody's own
 * stays.
 */
export function pageFiles(
  description: CacheDescription,
  publicKeys: readonly string[],
  isNeeded: boolean
): ReadonlyMap<string, SiteFile> {
  const content = cachePage(description, publicKeys)
  return new Map([
    [
      pagePath,
      {
        content,
        isNeeded,
        isOurs: (found) => readMark(found) !== null,
        mayStay: (found) => !isStalePage(found, content)
      }
    ]
  ])
}

/** Whether a page of ours tells readers something else than `content` does; never of somebody's own. */
export function tellsOther(found: Buffer, content: Buffer): boolean {
  const [theirs, ours] = [readMark(found), readMark(content)]
  return theirs !== null && theirs.description !== ours?.description
}

/** Whether a page is one of ours that `content` is to take the place of. */
export function isStalePage(found: Buffer, content: Buffer): boolean {
  const [theirs, ours] = [readMark(found), readMark(content)]
  if (theirs === null || ours === null) return false
  return tellsOther(found, content) || compareVersions(theirs.version, ours.version) < 0
}

/** For who keeps a cache in which somebody else has the page. */
export const othersPage = `The branch’s \`${pagePath}\` is not of nar-publish, or was changed, and stays as it is: it is what people see at the cache’s address. \`site: false\` says that this is meant.`
