import { NarPublishError } from '../errors.ts'
import type { ProvenanceProblem } from '../provenance/check.ts'
import { isBundlePath, isPointerPath } from '../provenance/files.ts'
import { readNarInfoFile } from '../reader/judge-narinfo.ts'
import { count, shortList } from '../text.ts'
import type { OpenedCache } from './open-cache.ts'
import type { UseRun } from './run.ts'

/**
 * Verifies the provenance of every path that the cache holds at this commit, where that is asked: a listing, its narinfos and the files of
 * provenance. Gives what was verified, a sentence; null: nothing was asked. Throws PROVENANCE_UNPROVED, TRUSTED_ROOT_MISSING, and what
 * reading throws.
 */
export async function requireProvenance(
  { inputs, scratch, log }: Pick<UseRun, 'inputs' | 'scratch' | 'log'>,
  { target, snapshot, substituterUrl, isMirror }: Omit<OpenedCache, 'index' | 'readme'>
): Promise<string | null> {
  const { provenance: request } = inputs
  if (request === null) return null
  const refuse = (reason: string): NarPublishError =>
    new NarPublishError({ code: 'PROVENANCE_UNPROVED', subject: target.name, reason })
  // Who writes the README would name a server with other files than those that are verified here.
  if (isMirror) {
    throw refuse(
      `its README sends readers to ${substituterUrl}, and what is there is not what would be verified; when that is meant, give it as \`substituter-url\``
    )
  }
  const files = await snapshot.listFiles()
  const paths = [...files.keys()].filter((path) => /^[^/]+\.narinfo$/.test(path))
  const read = [...(await snapshot.readFiles(paths))].map(([file, content]) => {
    return { file, narInfo: readNarInfoFile(content.toString('utf8'), file) }
  })
  // “Every path” would be true of none, and Nix would take whatever is published next.
  if (read.length === 0) throw refuse('it holds no path, so that nothing shows who publishes to it')
  const narInfos = read.flatMap(({ narInfo }) => ('code' in narInfo ? [] : [narInfo]))
  // Whatever Nix makes of such a file, nothing vouches for it.
  const [unreadable] = read.filter(({ narInfo }) => 'code' in narInfo)
  if (unreadable !== undefined) throw refuse(`${unreadable.file} cannot be read as a narinfo`)
  const { checkProvenance } = await import('../provenance/check.ts')
  const store = {
    sizes: new Map([...files].map(([path, { size }]) => [path, size])),
    readFiles: (some: readonly string[]) =>
      snapshot.readFiles(some.filter((path) => isBundlePath(path) || isPointerPath(path)))
  }
  const problems = await checkProvenance(store, narInfos, request, scratch)
  if (problems.length > 0) throw refuse(told(problems))
  const { repository } = request.policy
  const verified = `${count(narInfos.length, 'path')} of commit ${snapshot.commit ?? ''} have verified provenance of ${repository}; what is published later is not verified by that.`
  log.info(verified)
  return verified
}

function told(problems: readonly ProvenanceProblem[]): string {
  const words = problems.map(({ code, storePath, detail }) => {
    return code === 'PROVENANCE_MISSING' ? `${storePath} has none` : `${storePath}: ${detail}`
  })
  return `${count(problems.length, 'path')} without verified provenance: ${shortList(words, 5)}`
}
