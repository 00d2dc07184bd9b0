import { pnameOf } from '../../binary-cache/nar-name.ts'
import type { CatalogueRow } from '../../catalogue/types.ts'
import { artifactKey, currentRows } from '../../catalogue/rows.ts'
import type { PullRequestEvent } from '../../pull-request-events.ts'
import { parseStorePath } from '../../store-path.ts'
import type { Artifact } from '../artifact.ts'
import type { Expected } from '../expected.ts'
import type { ReadyToCommit } from '../state.ts'
import type { AttributeView, BaseView, State } from './view.ts'

type Outcome = Pick<
  ReadyToCommit,
  'artifacts' | 'held' | 'packed' | 'toSign' | 'dropped' | 'failures'
>

/** Rows of the index for all that is told, by their names. */
export function namesOf({ artifacts }: Outcome, expected: Expected | null): Set<string> {
  const held = (expected?.beside?.held ?? []).map(({ storePath }) => nameOf(storePath))
  return new Set([...artifacts.map(({ name }) => name), ...held])
}

/**
 * What became of everything that was asked for: what failed first, then what is new. `expected`: what the matrix of the run asked for; null:
 * there was none. `rows`: of the target's index.
 */
export function attributeViews(
  ready: Outcome,
  expected: Expected | null,
  rows: readonly CatalogueRow[],
  about: Pick<PullRequestEvent, 'base' | 'head'>
): AttributeView[] {
  const baseOf = bases(rows, about)
  const codes = new Map(ready.failures.map((one) => [one.installable, one.error.code]))
  const narSizes = new Map(ready.packed.map(({ info }) => [info.storePath, info.narSize]))
  const byPath = new Map(rows.map((row) => [row.storePath, row]))
  const stateOf = states(ready)
  const built = ready.artifacts.map((artifact): AttributeView => {
    const { storePath, output, system, attribute, buildSeconds } = artifact
    const code = codes.get(attribute ?? storePath) ?? null
    const state = stateOf(artifact) ?? (code === null ? 'missing' : 'failed')
    const row = byPath.get(storePath)
    return {
      attribute: attribute ?? storePath,
      output: (output ?? 'out') === 'out' ? null : output,
      ...{ system, state, storePath },
      code: state === 'failed' ? code : null,
      buildSeconds: state === 'built' ? (buildSeconds ?? null) : null,
      narSize: narSizes.get(storePath) ?? row?.narSize ?? null,
      closureSize: artifact.closureSize ?? row?.closureSize ?? null,
      base: baseOf(artifact)
    }
  })
  const told = new Set(built.map(({ attribute }) => attribute))
  const beside = expected?.beside ?? { held: [], failures: [] }
  const failures = [
    ...[...codes].map(([attribute, code]) => ({ attribute, code })),
    ...beside.failures
  ].filter(({ attribute }) => !told.has(attribute))
  const named = new Set([...told, ...failures.map(({ attribute }) => attribute)])
  const missing = (expected?.rows ?? []).flatMap(({ system, attributes }) =>
    attributes.filter((one) => !named.has(one)).map((attribute) => ({ attribute, system }))
  )
  return [
    ...[...new Map(failures.map((one) => [one.attribute, one])).values()].map(
      ({ attribute, code }) => ({
        ...lone(attribute, 'failed'),
        code
      })
    ),
    ...missing.map(({ attribute, system }) => ({ ...lone(attribute, 'missing'), system })),
    ...built,
    ...beside.held.map(({ attribute, system, storePath }) => {
      const { narSize = null, closureSize = null } = byPath.get(storePath) ?? {}
      return { ...lone(attribute, 'held'), system, storePath, narSize, closureSize }
    })
  ].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

const order: readonly State[] = [
  'failed',
  'missing',
  'built',
  'new',
  'excluded',
  'upstream',
  'held'
]

function lone(attribute: string, state: State): AttributeView {
  return {
    ...{ attribute, state, output: null, system: null, code: null, storePath: null },
    ...{ buildSeconds: null, narSize: null, closureSize: null, base: null }
  }
}

/** undefined: it is not there, or nobody looked. */
function states({ held, packed, toSign, dropped }: Outcome): (of: Artifact) => State | undefined {
  const reasons = {
    held: 'held',
    handed: 'new',
    upstream: 'upstream',
    excluded: 'excluded'
  } as const
  const known = new Map<string, State>([
    ...dropped.map(({ storePath, reason }) => [storePath, reasons[reason]] as const),
    ...[...held].map((storePath) => [storePath, 'held'] as const),
    ...toSign.map(({ storePath }) => [storePath, 'held'] as const),
    ...packed.map(({ info }) => [info.storePath, 'new'] as const)
  ])
  return ({ storePath, buildSeconds }) => {
    const state = known.get(storePath)
    return state === 'new' && buildSeconds !== undefined ? 'built' : state
  }
}

/** Of each artifact's rows the one that the base's commit was built to, else the newest that is not the head's. */
function bases(
  rows: readonly CatalogueRow[],
  { base, head }: Pick<PullRequestEvent, 'base' | 'head'>
): (artifact: Artifact) => BaseView | null {
  const others = rows.filter(({ source }) => source?.revision !== head)
  const newest = new Map(currentRows(others).map((row) => [artifactKey(row), row]))
  const ofBase = new Map(
    rows.filter(({ source }) => source?.revision === base).map((row) => [artifactKey(row), row])
  )
  return (artifact) => {
    const key = artifactKey(artifact)
    const row = ofBase.get(key) ?? newest.get(key)
    if (row === undefined) return null
    const { storePath, version, narSize, closureSize } = row
    return { storePath, version, narSize, closureSize, isOfBase: ofBase.has(key) }
  }
}

function nameOf(storePath: string): string {
  return pnameOf(parseStorePath(storePath).name)
}
