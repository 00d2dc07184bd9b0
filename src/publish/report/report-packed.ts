import { readmePath } from '../../catalogue/readme.ts'
import type { Reported } from '../../run.ts'
import { count } from '../../text.ts'
import { narInfoOf, rowOf } from '../compose.ts'
import type { PublishInputs } from '../inputs.ts'
import type { SettledPins } from '../pins.ts'
import type { PublishRun } from '../run.ts'
import type { Packed } from '../state.ts'
import { artifactsThere, failuresAsOne, reportedFailures, uploadsOf } from './report-published.ts'
import type { PublishReport } from './types.ts'

/** What was packed, for people and for later steps. Nothing was written to the target. */
export function reportPacked(
  run: PublishRun<Extract<PublishInputs, { phase: 'pack' }>>,
  packed: Packed,
  settled: SettledPins
): Reported<PublishReport> {
  const { target, before, failures } = packed
  const publishedAt = new Date().toISOString().replace(/\.\d+Z$/, 'Z')
  const narInfos = new Map(packed.packed.map((path) => [path.info.storePath, narInfoOf(run, path)]))
  const rows = packed.artifacts.flatMap((artifact) => {
    const narInfo = narInfos.get(artifact.storePath)
    return narInfo === undefined ? [] : [rowOf(run, artifact, narInfo, { publishedAt })]
  })
  const indexed = new Set(rows.map(({ storePath }) => storePath))
  const report: PublishReport = {
    outcome: 'packed',
    target,
    artifacts: artifactsThere(packed),
    published: rows,
    closure: [...narInfos.values()].filter(
      ({ storePath }) => !indexed.has(storePath) && packed.handed?.has(storePath) !== true
    ),
    uploads: uploadsOf(packed.packed.map(({ nar }) => nar)),
    logs: packed.logs?.size ?? 0,
    signed: [],
    pins: settled.pins,
    movedPins: [],
    unpinned: [],
    skipped: packed.dropped,
    failures: reportedFailures(failures),
    readmePath,
    commit:
      before.commit === null ? null : { sha: before.commit, url: target.commitUrl(before.commit) },
    route: null,
    attempts: 0,
    requests: { ...target.requests },
    signedBy: [],
    verify: { kind: 'none', paths: 0 },
    timings: run.timings,
    notes: [...packed.notes, ...handedNotes(packed), ...settled.notes]
  }
  return { report, error: failures.length === 0 ? null : failuresAsOne(failures) }
}

function handedNotes({ handed }: Packed): string[] {
  return handed === undefined
    ? []
    : [`${count(handed.size, 'path')} beside these are packed for other jobs of this run.`]
}
