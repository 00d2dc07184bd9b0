import pMap from 'p-map'
import pRetry from 'p-retry'
import { strayLogs } from '../binary-cache/log-name.ts'
import { measureNar } from '../binary-cache/measure-nar.ts'
import { readableCompressions, type NarInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { narProblem } from '../reader/judge-nar.ts'
import { finding, findingGuide, type Finding } from './findings.ts'
import { isConvertedNar } from './line-endings.ts'
import type { PublishedStore } from './store.ts'

export interface CheckNarsOptions {
  /** Looks at presence and size alone. */
  isQuick: boolean
  /** Whether other files of the store have the line endings of Windows. */
  isConverted?: boolean
  childEnvironment: Record<string, string>
  log: Log
}

const narsAtOnce = 4
/** Times that a download which breaks off is begun again. */
const retries = 3

/** Each NAR once, whoever refers to it. `narInfos`: file → what it says. */
export async function checkNars(
  store: PublishedStore,
  narInfos: ReadonlyMap<string, NarInfo>,
  options: CheckNarsOptions
): Promise<Finding[]> {
  const byLocation = new Map<string, [file: string, narInfo: NarInfo][]>()
  for (const [file, narInfo] of narInfos) {
    byLocation.set(narInfo.url, [...(byLocation.get(narInfo.url) ?? []), [file, narInfo]])
  }
  const total = [...byLocation.keys()].reduce((sum, url) => sum + (store.files.get(url) ?? 0), 0)
  let done = 0
  const onProgress = (bytes: number): void => {
    done += bytes
    options.log.progress('Check', Math.min(done, total), total)
  }
  const findings = await pMap(
    byLocation,
    ([location, users]) => checkNar(store, location, users, options, onProgress),
    { concurrency: narsAtOnce }
  )
  options.log.progress('Check', total, total)
  return findings.flat()
}

async function checkNar(
  store: PublishedStore,
  location: string,
  users: readonly [file: string, narInfo: NarInfo][],
  { isQuick, isConverted = false, childEnvironment }: CheckNarsOptions,
  onProgress: (bytes: number) => void
): Promise<Finding[]> {
  const forAll = (make: (file: string) => Finding): Finding[] => users.map(([file]) => make(file))
  if (/^https?:\/\//.test(location)) {
    const isOwn = new URL(location).origin === new URL(store.serverUrl).origin
    if (!isOwn) return forAll((file) => finding('NAR_ELSEWHERE', file, location))
    if (isQuick) return []
  } else {
    const size = store.files.get(location)
    if (size === undefined) return forAll((file) => finding('NAR_MISSING', file, location))
    const differing = users.filter(
      ([, { fileSize }]) => !Number.isNaN(size) && fileSize !== null && fileSize !== size
    )
    const [first] = differing
    if (first !== undefined) {
      if (await isConvertedNar(store, location, first[1]))
        return [finding('LINE_ENDINGS', location)]
      return differing.map(([file, { fileSize }]) => {
        const detail = `${location} has ${size} bytes, announced are ${fileSize}`
        const differs = finding('NAR_FILE_DIFFERS', file, detail)
        // Whether it is more than that shows when the lines end as they did.
        return isConverted ? { ...differs, now: findingGuide.LINE_ENDINGS.now } : differs
      })
    }
    if (isQuick) return []
  }
  const named = [...new Set(users.map(([, { compression }]) => compression))]
  const findings: Finding[] = []
  for (const compression of named) {
    const concerned = users.filter(([, narInfo]) => narInfo.compression === compression)
    try {
      const measured = await pRetry(
        () =>
          measureNar(store.open(location), {
            compression: readableCompressions.find((known) => known === compression) ?? null,
            largestFile: Math.max(...concerned.map(([, narInfo]) => largestFileOf(narInfo))),
            largestNar: Math.max(...concerned.map(([, { narSize }]) => narSize)),
            childEnvironment,
            onProgress
          }),
        { retries, shouldRetry: ({ error }) => isDownloadFailure(error) }
      )
      for (const [file, narInfo] of concerned) {
        const problem = narProblem(narInfo, measured)
        if (problem !== null) findings.push(finding(problem.code, file, problem.detail))
      }
    } catch (error) {
      if (!isDownloadFailure(error)) throw error
      findings.push(
        ...concerned.map(([file]) =>
          finding('NAR_UNREACHABLE', file, `${location}: ${error.reason}`)
        )
      )
    }
  }
  return findings
}

/** Bytes. A file is hardly larger than its NAR. */
function largestFileOf({ fileSize, narSize }: NarInfo): number {
  return fileSize ?? narSize + 1_048_576
}

function isDownloadFailure(error: unknown): error is NarPublishError {
  return error instanceof NarPublishError && error.code === 'DOWNLOAD_FAILED'
}

/** Logs that `nix log` asks for none of the store's paths. */
export function orphanLogs(
  store: Pick<PublishedStore, 'files'>,
  narInfos: ReadonlyMap<string, NarInfo>
): Finding[] {
  return strayLogs(store.files.keys(), narInfos.values())
    .sort()
    .map((path) => finding('LOG_ORPHAN', path))
}

/** NARs below nar/ that no narinfo names. */
export function orphanNars(
  store: PublishedStore,
  narInfos: ReadonlyMap<string, NarInfo>
): Finding[] {
  const named = new Set([...narInfos.values()].map(({ url }) => url))
  return [...store.files.keys()]
    .filter((path) => path.startsWith('nar/') && !named.has(path))
    .sort()
    .map((path) => finding('NAR_ORPHAN', path))
}
