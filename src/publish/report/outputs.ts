import { decodeBase32 } from '../../binary-cache/base32.ts'
import { largestOutputs, type Outputs } from '../../report/outputs.ts'
import { count } from '../../text.ts'
import { toldIn } from './told.ts'
import { skipReasons, type PublishReport, type SkippedPath } from './types.ts'

/**
 * The outputs that `publish` sets. When they would be too large, the lists lose what is dearest, in this order: the details of
 * `skipped`; then its paths (one entry for each reason, whose `detail` says how many); then the closure in `published`; then what is
 * beyond the first paths of `published` and `store-paths`. `nar-count` and `bytes` are always whole; `checksums` has a quarter of the
 * room for itself.
 * `largest`: characters of all together; a terminal has no such limit.
 */
export function publishOutputs(report: PublishReport, largest = largestOutputs): Outputs {
  const whole = { ...wholeOutputs(report), checksums: checksums(report, largest / 4) }
  const { published, closure } =
    report.outcome === 'published' ? report : { published: [], closure: [] }
  const { artifacts, skipped } = report
  const named = storePaths(published)
  const everything = [...named, ...storePaths(closure)]
  const bare = skipped.map((path) => ({ ...path, detail: '' }))
  const counts = countByReason(skipped)
  const degrees = [
    () => lists(everything, skipped, artifacts),
    () => lists(everything, bare, artifacts),
    () => lists(everything, counts, artifacts),
    () => lists(named, counts, artifacts)
  ]
  for (const degree of degrees) {
    const outputs = { ...degree(), ...whole }
    if (Object.values(outputs).join('').length <= largest) return outputs
  }
  const half = 0.48 * (largest - whole.checksums.length)
  return {
    ...lists(firstFitting(named, half), counts, firstFitting(artifacts, half)),
    ...whole
  }
}

function wholeOutputs(report: PublishReport): Outputs {
  const { target, commit, route, attempts, uploads } = report
  const written = report.outcome === 'published'
  return {
    'nar-count': String(written ? uploads.nars : 0),
    bytes: String(written ? uploads.fileBytes : 0),
    'commit-sha': commit?.sha ?? '',
    'commit-url': commit?.url ?? '',
    substituter: target.substituterUrl ?? '',
    'public-key': toldIn(report).join(' '),
    route: route ?? '',
    attempts: String(attempts),
    ...(report.pullRequest === undefined
      ? {}
      : { 'comment-url': report.pullRequest.commentUrl ?? '' })
  }
}

/** As `sha256sum` prints them and actions/attest takes them; as many lines as fit. */
function checksums({ outcome, uploads }: PublishReport, room: number): string {
  const files = outcome === 'published' ? uploads.files : []
  const lines = files.map(({ path, fileHash }) => {
    const digest = Buffer.from(decodeBase32(fileHash.slice('sha256:'.length)))
    return `${digest.toString('hex')}  ${path}`
  })
  return firstFitting(lines, room).join('\n')
}

function lists(
  published: readonly string[],
  skipped: readonly SkippedPath[],
  artifacts: readonly string[]
): Outputs {
  return {
    published: JSON.stringify(published),
    skipped: JSON.stringify(
      skipped.map(({ storePath, reason, detail }) => ({ storePath, reason, detail }))
    ),
    'store-paths': artifacts.join('\n')
  }
}

function storePaths(rows: readonly { storePath: string }[]): string[] {
  return rows.map(({ storePath }) => storePath)
}

function countByReason(skipped: readonly SkippedPath[]): SkippedPath[] {
  return skipReasons.flatMap((reason) => {
    const number = skipped.filter((path) => path.reason === reason).length
    return number === 0 ? [] : [{ storePath: '', reason, detail: count(number, 'path') }]
  })
}

/** As many of the first texts as have at most `room` characters, each with its quotes and comma. */
export function firstFitting(texts: readonly string[], room: number): string[] {
  let length = 0
  return texts.filter((text) => (length += text.length + '"",'.length) <= room)
}
