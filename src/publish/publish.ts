import type { PackedPath } from '../binary-cache/types.ts'
import { keepBuilt } from '../cache/keep.ts'
import { restoreBuilt, reusedPaths, type Restored } from '../cache/restore.ts'
import type { Nix } from '../nix/types.ts'
import { timed, type Reported } from '../run.ts'
import { buildPlan } from './build.ts'
import { moveCachedBranch, refuseCachedBranch } from './cached-branch/move.ts'
import { commitArtifacts } from './commit-artifacts.ts'
import { heldPaths, tellGone } from './held-gone.ts'
import type { BuildInputs, PublishInputs } from './inputs.ts'
import { packPaths } from './pack.ts'
import { prepareFolder, writePackedFolder } from './packed-folder/write.ts'
import { settlePackedPins } from './pins.ts'
import { planAgain, planPublish } from './plan.ts'
import { checkPacked, receivePacked } from './receive.ts'
import { refuseUnwritable } from './refuse-unwritable.ts'
import { reportPacked } from './report/report-packed.ts'
import { reportPublish } from './report/report-published.ts'
import type { PublishReport } from './report/types.ts'
import { addHanded } from './row/hand-on.ts'
import { readRow, runOfRow, takeRow, type TakenRow } from './row/take-row.ts'
import { mayWrite, type PackRun, type PublishRun } from './run.ts'
import { selectPaths } from './select.ts'
import type { Plan } from './state.ts'
import { verifyBuilt } from './verify-built.ts'
import { refuseUnserved, verifyServed } from './verify-readers.ts'
import { verifyReceived } from './verify-received.ts'

type PhaseRun<Phase extends PublishInputs['phase']> = PublishRun<
  Extract<PublishInputs, { phase: Phase }>
>

/**
 * Builds, packs, commits and verifies, or the part of it that the phase is. `error` in what it returns is what failed beside what was
 * published (an attribute that does not build, a commit that cannot be read back); what stops the whole run is thrown, and then
 * nothing was written.
 */
export async function publish(run: PublishRun): Promise<Reported<PublishReport>> {
  const { inputs } = run
  switch (inputs.phase) {
    case 'all':
      return buildAndCommit({ ...run, inputs })
    case 'pack':
      return packForOthers({ ...run, inputs })
    case 'commit':
      return commitPacked({ ...run, inputs })
  }
}

async function buildAndCommit(run: PhaseRun<'all'>): Promise<Reported<PublishReport>> {
  const { plan, restored } = await planAndRestore(run, { check: refuseUnwritable })
  refuseUnserved(run, plan.target)
  refuseCachedBranch(run, plan.target)
  let held: ReadonlySet<string> = plan.held
  try {
    let built = await timed(run, 'build', () => buildPlan(run, plan, restored))
    let packedSoFar: readonly PackedPath[] = []
    let lost = 0
    for (let round = 1; ; round++) {
      const selected = await timed(run, 'select', () => selectPaths(run, built))
      held = new Set([...held, ...heldPaths(selected.dropped)])
      const packed = await timed(run, 'pack', () => packPaths(run, selected, packedSoFar))
      packedSoFar = [...packedSoFar, ...packed.packed]
      const committed = await timed(run, 'commit', () => commitArtifacts(run, packed, lost))
      if (committed.kind === 'committed') {
        const landed = mayWrite(run) ? selected.selected.map(({ storePath }) => storePath) : []
        held = new Set([...held, ...landed])
        const verified = await timed(run, 'verify', async () =>
          verifyServed(run, await verifyBuilt(run, committed))
        )
        const reported = reportPublish(run, verified, { notes: committed.notes, error: null })
        const followed = await moveCachedBranch(run, verified, reported)
        return await withReuse(followed, plan, restored)
      }
      tellGone(run.log, round, committed)
      const { storePaths, snapshot } = committed
      lost = committed.lost
      held = new Set([...held].filter((path) => !storePaths.includes(path)))
      const again = await timed(run, 'plan', () => planAgain(run, built, snapshot))
      held = new Set([...held, ...again.held])
      built = await timed(run, 'build', () => buildPlan(run, again, restored, built.tried))
    }
  } finally {
    await keepForNext(run, plan, restored, held)
  }
}

/** Without key, and without leave to write: what it makes is a folder. */
async function packForOthers(asked: PackRun): Promise<Reported<PublishReport>> {
  prepareFolder(asked.inputs.outputDirectory)
  const row = readRow(asked)
  const run = row === null ? asked : runOfRow(asked, row)
  const take = row === null ? undefined : (nix: Nix) => takeRow(run, nix, row)
  const { plan, restored } = await planAndRestore(run, { take })
  let held: ReadonlySet<string> = new Set([
    ...plan.held,
    ...(plan.rowWork?.fromOthers.keys() ?? [])
  ])
  try {
    const built = await timed(run, 'build', () => buildPlan(run, plan, restored))
    const selected = await timed(run, 'select', async () =>
      addHanded(run, await selectPaths(run, built))
    )
    held = new Set([...held, ...heldPaths(selected.dropped)])
    const packed = await timed(run, 'pack', () => packPaths(run, selected))
    const settled = await settlePackedPins(packed)
    writePackedFolder(run, packed, settled.pins)
    return await withReuse(reportPacked(run, packed, settled), plan, restored)
  } finally {
    await keepForNext(run, plan, restored, held)
  }
}

/** Key and token, and no build: what other jobs packed is checked from its bytes up before the first request that writes. */
async function commitPacked(run: PhaseRun<'commit'>): Promise<Reported<PublishReport>> {
  const checked = await timed(run, 'check', () => checkPacked(run))
  refuseUnserved(run, checked.target)
  refuseCachedBranch(run, checked.target)
  let { before } = checked
  let lost = 0
  for (let round = 1; ; round++) {
    const received = await timed(run, 'check', async () => {
      const ready = await receivePacked(run, checked, before)
      const isNews = ready.packed.length + ready.toSign.length > 0
      const refusal =
        isNews && round === 1 && mayWrite(run) ? await ready.target.refusal(before) : null
      if (refusal !== null) throw refusal
      return ready
    })
    const committed = await timed(run, 'commit', () => commitArtifacts(run, received, lost))
    if (committed.kind === 'committed') {
      const verified = await timed(run, 'verify', async () =>
        verifyServed(run, await verifyReceived(run, committed))
      )
      const reported = reportPublish(run, verified, committed.remarks)
      return moveCachedBranch(run, verified, reported)
    }
    tellGone(run.log, round, committed)
    before = committed.snapshot
    lost = committed.lost
  }
}

/** The plan, and what earlier runs kept for its build; null: nothing. */
async function planAndRestore<Inputs extends BuildInputs>(
  run: PublishRun<Inputs>,
  {
    take,
    check
  }: {
    take?: ((nix: Nix) => Promise<TakenRow>) | undefined
    check?: (run: PublishRun<Inputs>, plan: Plan) => Promise<void>
  }
): Promise<{ plan: Plan; restored: Restored | null }> {
  const plan = await timed(run, 'plan', async () => {
    const planned = await planPublish(run, take)
    await check?.(run, planned)
    return planned
  })
  const restored =
    run.inputs.cache === null ? null : await timed(run, 'restore', () => restoreBuilt(run, plan))
  return { plan, restored }
}

/** What was built is left to the next run, whatever became of this one; but for what the target is found to hold. */
async function keepForNext(
  run: PublishRun<BuildInputs>,
  { nix }: Plan,
  restored: Restored | null,
  held: ReadonlySet<string>
): Promise<void> {
  if (restored !== null) await timed(run, 'keep', () => keepBuilt(run, nix, restored, held))
}

async function withReuse(
  { report, error }: Reported<PublishReport>,
  { nix }: Plan,
  restored: Restored | null
): Promise<Reported<PublishReport>> {
  if (restored === null) return { report, error }
  const paths = await reusedPaths(nix, restored)
  const reused = { paths: paths.length, of: restored.entries.length }
  return { report: { ...report, reused }, error }
}
