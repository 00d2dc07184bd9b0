import type { Pin } from '../pins/pin.ts'
import type { Target } from '../repository/types.ts'
import { quote } from '../text.ts'
import type { Artifact } from './artifact.ts'
import { manifestPath, type ManifestArtifact } from './packed-folder/manifest.ts'
import { packedInvalid, type PackedFolder } from './packed-folder/read.ts'
import type { CommitRun } from './run.ts'

/**
 * What a build job says and its files cannot prove, held against what the committing job knows itself: a job says for which target and
 * with which closure it packed, which artifacts it was asked for, of which system, and from which commit. Throws PACKED_INVALID.
 */
export function checkClaims(
  run: CommitRun,
  { folder, manifest }: PackedFolder,
  target: Pick<Target, 'name' | 'branch'>
): void {
  const claims = [
    targetProblem(manifest.target, target),
    manifest.closure === run.inputs.closure
      ? null
      : `it was packed with closure ${manifest.closure}, and this run's \`closure\` is ${run.inputs.closure}`,
    ...(manifest.pins ?? []).map(
      (pin) => pinProblem(pin, manifest.artifacts) ?? pinNameProblem(run, pin)
    ),
    ...manifest.artifacts.flatMap((artifact) => [
      expectationProblem(run, artifact),
      originProblem(run, artifact)
    ])
  ]
  const problem = claims.find((claim) => claim !== null)
  if (problem === undefined) return
  throw packedInvalid(folder, manifestPath, problem)
}

/** What the job left out is what its target held. */
function targetProblem(
  packedFor: { name: string; branch: string },
  target: Pick<Target, 'name' | 'branch'>
): string | null {
  if (packedFor.name === target.name && packedFor.branch === target.branch) return null
  const [theirs, ours] = [packedFor, target].map(({ name, branch }) => `${name}, branch ${branch}`)
  return `it was packed for ${theirs}, and this run publishes to ${ours}`
}

/** An artifact that nobody asked for could be shown in the index in the place of another one. */
function expectationProblem(
  { inputs }: CommitRun,
  { storePath, name, attribute, system }: Artifact
): string | null {
  const { systems, rows } = inputs.expected
  if (systems !== null && !systems.includes(system)) {
    return `${storePath} is of ${system}, which is not among \`systems\``
  }
  if (rows === null) return null
  const row = rows.find(
    (row) => row.system === system && attribute !== null && row.attributes.includes(attribute)
  )
  if (row === undefined || attribute === null) {
    return `${storePath} is said to be ${attribute ?? 'a given path'} for ${system}, which is in no row of \`expected\` (a row’s job packs its \`attribute\` as the matrix writes it)`
  }
  const pname = row.pnames?.[row.attributes.indexOf(attribute)] ?? name
  return name === pname
    ? null
    : `${storePath} is said to be called ${quote(name)}, and ${attribute} is called ${quote(pname)}`
}

/** A job can pin what it was to build; else it could bind any name to any path that the target ever held. */
function pinProblem({ name, storePath }: Pin, artifacts: readonly Artifact[]): string | null {
  return artifacts.some((artifact) => artifact.storePath === storePath)
    ? null
    : `the pin ${quote(name)} is of ${storePath}, which is none of the job's artifacts`
}

/** The path is the job's own; the name may be that of another job's artifact. */
function pinNameProblem({ inputs: { expected } }: CommitRun, { name }: Pin): string | null {
  const { pinPrefix } = expected
  if (pinPrefix === 'any') return null
  if (pinPrefix === null) return `it pins ${quote(name)}, and \`pin-prefix\` is \`none\``
  return name.startsWith(pinPrefix.text)
    ? null
    : `it pins ${quote(name)}, which does not begin with ${quote(pinPrefix.text)} (\`pin-prefix\`)`
}

/** Of the run that it names, this job knows the commit. */
function originProblem(
  { environment }: CommitRun,
  { storePath, origin }: ManifestArtifact
): string | null {
  const { source, runUrl } = origin
  const { repository, revision, serverUrl } = environment
  // It stands in the catalogue beside the artifact, for whoever asks where that is from.
  if (runUrl !== null && !isRunOf(runUrl, serverUrl, repository)) {
    return `${storePath} is said to be built by ${quote(runUrl)}, which is no run of ${repository ?? serverUrl}`
  }
  if (source === null) return null
  if (repository !== null && source.repository !== repository) {
    return `${storePath} is said to be built from ${source.repository}, and this run is of ${repository}`
  }
  return runUrl !== null && runUrl === environment.runUrl && source.revision !== revision
    ? `${storePath} is said to be built from ${source.revision}, and this run is of ${String(revision)}`
    : null
}

/** `repository` null: of any on the server. */
function isRunOf(runUrl: string, serverUrl: string, repository: string | null): boolean {
  const [, page = '', name] =
    /^(.+)\/((?!\.+\/)[\w.-]+\/[\w.-]+)\/actions\/runs\/\d+(?:\/attempts\/\d+)?$/.exec(runUrl) ?? []
  return page === serverUrl && name === (repository ?? name)
}
