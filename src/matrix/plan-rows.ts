import { createHash } from 'node:crypto'
import { writePlan } from '../build-plan/write.ts'
import type { PlannedAttribute, PlannedRow } from '../build-plan/plan.ts'
import { NarPublishError } from '../errors.ts'
import { runnerFor } from '../inputs/runner-map.ts'
import { queryRequisites } from '../nix/references.ts'
import type { InstallableFailure, Nix } from '../nix/types.ts'
import { plainName } from '../publish/packed-folder/plain.ts'
import { sourcesOf } from '../publish/source.ts'
import type { Run } from '../run.ts'
import type { EvaluatedAttribute, EvaluatedPath } from './evaluate.ts'
import { partsWithFetches, type FetchingPart } from './fetches.ts'
import { featuresOfAll, reachable, weightOfAll, type BuildNode } from './graph/build-graph.ts'
import type { MatrixInputs } from './inputs.ts'
import { planNotes } from './plan-notes.ts'
import { planParts, targetsOf, type PlannedParts } from './plan-parts.ts'
import type { ReportedRow } from './report/types.ts'
import { rowName } from './rows.ts'

interface PlannedMatrix {
  /** Of both waves, the first one's first. */
  rows: ReportedRow[]
  /** Sentences for the reader. */
  notes: string[]
  /** Of attributes that have no row, as two waves do not build them. */
  failures: InstallableFailure[]
}

/** A part, with what its row is called. */
interface NamedPart extends FetchingPart {
  id: string
  attributes: EvaluatedAttribute[]
  paths: EvaluatedPath[]
}

/** The rows for what is to be published; when there is a folder for it, the plan is left there. Throws NIX_FAILED, DISK_FULL. */
export async function planRows(
  run: Run<MatrixInputs>,
  nix: Nix,
  attributes: readonly EvaluatedAttribute[],
  paths: readonly EvaluatedPath[]
): Promise<PlannedMatrix> {
  const { inputs, environment } = run
  const planned = await planParts(run, nix, attributes)
  const measured = await partsWithFetches(planned, targetsOf(attributes))
  const parts = measured.map((part) => named(part, attributes))
  if (paths.length > 0) {
    const { runnerSystem } = environment
    const [any = ''] = inputs.runners.keys()
    const system = inputs.runners.has(runnerSystem) ? runnerSystem : any
    const row = { wave: 2 as const, system, targets: [], builds: [], fetches: 0 }
    parts.push({ ...row, id: idOf(row, [], paths), attributes: [], paths: [...paths] })
  }
  const takes = new Map(parts.map((part) => [part.id, takenBy(planned, part, parts)]))
  const handsOn = Map.groupBy([...takes.values()].flat(), ({ row }) => row)
  const rows = parts.map((part): ReportedRow => {
    const { id, wave, system, builds, fetches } = part
    const features = featuresOfAll(planned.graph, builds)
    return {
      name: nameOf(planned, part),
      system,
      os: runnerFor(inputs.runners, system, features) ?? '',
      attribute: [...part.attributes, ...part.paths]
        .map(({ installable }) => installable)
        .join('\n'),
      pnames: [
        ...part.attributes.map(({ pname }) => plainName(pname)),
        ...part.paths.map(({ name }) => plainName(name))
      ],
      ...(inputs.planDirectory === null
        ? {}
        : { row: id, takes: rowsIn(takes.get(id) ?? []).join('|') }),
      wave,
      builds: builds.map((path) => planned.graph.get(path)?.name ?? ''),
      handsOn: namesOf(planned, handsOn.get(id) ?? []),
      weight: weightOfAll(planned.graph, builds),
      fetches
    }
  })
  if (inputs.planDirectory !== null) {
    const sources = await sourcesOf(
      nix,
      attributes.map(({ installable }) => installable),
      environment
    )
    const infos = await sourceInfos(nix, planned, paths)
    await writePlan(nix, {
      folder: inputs.planDirectory,
      rows: parts.map((part) => ({
        row: {
          ...{ id: part.id, wave: part.wave, system: part.system, builds: part.builds },
          attributes: part.attributes.map((attribute) =>
            plannedAttribute(planned, attribute, sources.get(attribute.installable) ?? null)
          ),
          paths: part.paths,
          handsOn: [
            ...new Set((handsOn.get(part.id) ?? []).map(({ storePath }) => storePath))
          ].sort(),
          takes: takes.get(part.id) ?? []
        },
        roots: rootsOf(planned, part)
      })),
      infos,
      referencesOf: (path) => {
        const derivation = planned.derivations.get(path)
        const references =
          derivation === undefined
            ? (infos.get(path)?.references ?? [])
            : [...derivation.inputDrvs.keys(), ...derivation.inputSrcs]
        return references.filter((other) => other !== path)
      }
    })
  }
  return {
    rows,
    notes: planNotes(planned, rows, inputs),
    failures: attributes.flatMap(({ installable, drvPath }) => {
      const way = planned.impossible.get(drvPath)
      return way === undefined ? [] : [{ installable, error: thirdWave(installable, ...way) }]
    })
  }
}

function thirdWave(subject: string, first: BuildNode, second: BuildNode): NarPublishError {
  const needs = `it needs ${first.name} for ${first.system}, which needs ${second.name} for ${second.system}`
  return new NarPublishError({
    code: 'SYSTEM_FOREIGN',
    subject,
    reason: `${needs}: that would be three waves of jobs, and there are two`,
    terminal: { reason: `${needs}: that would be three waves of machines, and there are two` },
    hint: 'Publish what it needs of another system before, so that it is in a cache, or leave the attribute out.'
  })
}

function named(part: FetchingPart, attributes: readonly EvaluatedAttribute[]): NamedPart {
  const targets = new Set(part.targets)
  const own = attributes.filter(({ drvPath }) => targets.has(drvPath))
  return { ...part, id: idOf(part, own, []), attributes: own, paths: [] }
}

/** In words that every job takes; a derivation's name instead of the attribute's. */
function plannedAttribute(
  { derivations }: PlannedParts,
  { name, pname, version, mainProgram, ...attribute }: EvaluatedAttribute,
  source: PlannedAttribute['source']
): PlannedAttribute {
  return {
    ...attribute,
    name: derivations.get(attribute.drvPath)?.name ?? name,
    pname: plainName(pname),
    version: version === null ? null : plainName(version),
    mainProgram: mainProgram === null ? null : plainName(mainProgram),
    source
  }
}

/** The same in another run for the same work. */
function idOf(
  { wave, system, builds }: FetchingPart,
  attributes: readonly EvaluatedAttribute[],
  paths: readonly EvaluatedPath[]
): string {
  const outputs = attributes.flatMap((attribute) => attribute.outputs.map(({ path }) => path))
  const given = paths.map(({ storePath }) => storePath)
  const work = JSON.stringify([wave, system, outputs.sort(), given.sort(), builds.toSorted()])
  return createHash('sha256').update(work).digest('hex').slice(0, 16)
}

/** What it needs of others. */
function takenBy(
  { graph, derivations }: PlannedParts,
  { wave, builds }: NamedPart,
  parts: readonly NamedPart[]
): PlannedRow['takes'] {
  if (wave === 1) return []
  const own = new Set(builds)
  const givers = new Map(
    parts
      .filter((part) => part.wave === 1)
      .flatMap((part) => part.builds.map((path) => [path, part.id] as const))
  )
  const taken = new Map<string, PlannedRow['takes'][number]>()
  for (const path of builds) {
    for (const [drvPath, outputs] of derivations.get(path)?.inputDrvs ?? []) {
      const row = givers.get(drvPath)
      if (row === undefined || own.has(drvPath) || !graph.has(drvPath)) continue
      for (const name of outputs) {
        const storePath = derivations.get(drvPath)?.outputs.get(name)?.path ?? null
        if (storePath !== null) taken.set(storePath, { storePath, drvPath, row })
      }
    }
  }
  return [...taken.values()].sort((a, b) => (a.storePath < b.storePath ? -1 : 1))
}

function rowsIn(takes: PlannedRow['takes']): string[] {
  return [...new Set(takes.map(({ row }) => row))].sort()
}

function namesOf({ graph }: PlannedParts, takes: PlannedRow['takes']): string[] {
  return [...new Set(takes.map(({ drvPath }) => graph.get(drvPath)?.name ?? ''))].sort()
}

function nameOf({ graph }: PlannedParts, { attributes, paths, builds }: NamedPart): string {
  if (paths.length > 0) return 'flake inputs'
  return attributes.length > 0
    ? rowName(
        attributes.map(({ name }) => name),
        'attribute'
      )
    : rowName(builds.map((path) => graph.get(path)?.name ?? '').sort(), 'derivation')
}

/** What its job needs: the derivations, and of what is built here what they lead to, as those do that it takes. */
function rootsOf({ derivations, graph, here }: PlannedParts, part: NamedPart): string[] {
  const needed = reachable([...part.targets, ...part.builds], (path) =>
    here.outputs.has(path)
      ? []
      : [...(derivations.get(path)?.inputDrvs.keys() ?? [])].filter(
          (input) => graph.has(input) || here.outputs.has(input)
        )
  )
  return [
    ...part.targets,
    ...part.builds,
    ...part.paths.map(({ storePath }) => storePath),
    ...needed.flatMap((path) => here.outputs.get(path) ?? [])
  ]
}

/** Of what derivations need that is none, and of what is built here. */
async function sourceInfos(
  nix: Nix,
  { derivations, here }: PlannedParts,
  paths: readonly EvaluatedPath[]
): Promise<PlannedParts['here']['infos']> {
  const sources = [...derivations.values()].flatMap(({ inputSrcs }) => inputSrcs)
  const others = [...sources, ...paths.map(({ storePath }) => storePath)]
  const infos = await queryRequisites(
    nix,
    [...new Set(others)].filter((path) => !derivations.has(path))
  )
  return new Map([...here.infos, ...infos])
}
