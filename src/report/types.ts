import type { ErrorCode } from '../error-guide.ts'

/** An installable that could not be evaluated or built; the others went on. */
export interface ReportedFailure {
  installable: string
  code: ErrorCode
  reason: string
}
export interface ReportedTarget {
  /** `owner/name` */
  name: string
  branch: string
  /** What readers put into `substituters`; null: nobody serves the files, readers clone `cloneUrl`. */
  substituterUrl: string | null
  cloneUrl?: string
  webUrl(path: string): string
}
