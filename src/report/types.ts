import type { ErrorCode } from '../error-guide.ts'
import type { FailedBuild } from '../failed-build.ts'
import type { Route } from '../repository/types.ts'
import type { Timings } from '../run.ts'
import type { ServedBy } from '../serving.ts'

/** What every report ends with. */
export interface ReportedRun {
  timings: Readonly<Timings>
  /** Sentences about this run that the reader should see. */
  notes: readonly string[]
}

/** How a commit was written. */
export interface ReportedRoute {
  /** null when none was. */
  route: Route | null
  /** Why it was that route, as the end of a sentence; told of a push, which is not the usual one. */
  routeReason?: string
  /** How often the branch's update was tried; 0 when nothing was written. */
  attempts: number
}

/** An installable that could not be evaluated or built; the others went on. */
export interface ReportedFailure {
  installable: string
  code: ErrorCode
  reason: string
  /** What is to blame; left out: no build. */
  builds?: readonly FailedBuild[]
}

export interface ReportedTarget {
  /** `owner/name` */
  name: string
  branch: string
  /** What readers put into `substituters`; null: nobody serves the files, readers clone `cloneUrl`. */
  substituterUrl: string | null
  /** null: nobody. */
  servedBy: ServedBy | null
  isPrivate: boolean
  cloneUrl?: string
  webUrl(path: string): string
}
