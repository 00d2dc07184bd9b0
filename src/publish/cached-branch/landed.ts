import { isSameName } from '../../repository/github/repository.ts'
import { count, quote, shortList } from '../../text.ts'
import { pathsThere } from '../commit-artifacts.ts'
import type { Expected } from '../expected.ts'
import type { CommitInputs, PublishInputs } from '../inputs.ts'
import type { PublishRun } from '../run.ts'
import { originOf } from '../source.ts'
import type { CommittedPublish } from '../state.ts'

/** So many are named. */
const longestList = 10

/** What a run was to bring: store paths of artifacts that the target has by now, or why that is not all of it. */
export type Landed = { storePaths: string[] } | { lacking: string }

/**
 * Of a run of which nothing failed. An artifact that was left to upstream, or excluded by the inputs, is none that the cache is to have.
 */
export function whatLanded(inputs: PublishInputs, published: CommittedPublish): Landed {
  const { artifacts, dropped } = published
  const beside = expectedOf(inputs)?.beside ?? { held: [], failures: [] }
  if (beside.failures.length > 0) {
    const names = shortList(
      beside.failures.map(({ attribute }) => quote(attribute)),
      longestList
    )
    return { lacking: `the matrix has no row for ${names}, which failed there` }
  }
  const there = pathsThere(published)
  const left = new Set(
    dropped.flatMap(({ storePath, reason }) =>
      reason === 'upstream' || reason === 'excluded' ? [storePath] : []
    )
  )
  const wanted = artifacts.map(({ storePath }) => storePath).filter((path) => !left.has(path))
  const lost = wanted.filter((path) => !there.has(path) || published.lost?.has(path) === true)
  if (lost.length > 0) {
    return { lacking: `the cache does not have ${shortList(lost, longestList)}` }
  }
  const held = beside.held.map(({ storePath }) => storePath)
  const storePaths = [...new Set([...wanted, ...held])]
  return storePaths.length > 0 ? { storePaths } : { lacking: 'nothing was expected' }
}

/** Why what was published does not speak for the commit that the run is for; null: it does. */
export function otherSource(
  { environment }: Pick<PublishRun<CommitInputs>, 'environment'>,
  { artifacts }: Pick<CommittedPublish, 'artifacts'>
): string | null {
  const others = artifacts.filter((artifact) => {
    const { source } = originOf(artifact, environment)
    if (source === null) return true
    const isOwn = isSameName(source.repository, environment.repository ?? '')
    return !isOwn || source.revision !== environment.revision
  })
  const [first] = others
  if (first === undefined) return null
  const { source } = originOf(first, environment)
  const name = quote(first.attribute ?? first.storePath)
  const more = others.length === 1 ? '' : `, as ${count(others.length - 1, 'other artifact')}`
  return source === null
    ? `${name} was built from files of which nobody knows that they are that commit’s${more}`
    : `${name} was built from ${source.repository} at ${source.revision}${more}`
}

function expectedOf(inputs: PublishInputs): Expected | null {
  return inputs.phase === 'commit' ? inputs.expected : null
}
