/** How far this route goes before it gives up. Times in milliseconds. */
export interface Limits {
  /** Bytes of the largest blob that is sent. 35 MiB pass, 40 MiB are refused (observed; GitHub documents nothing). */
  largestBlob: number
  /** How often one request is sent while GitHub answers 5xx or not at all. */
  requestAttempts: number
  /** How long one request is pursued, waits for rate limits included. */
  requestTime: number
  /** How long an object that was just made may stay invisible. */
  visibleTime: number
  /** How often one commit tries to move the branch. */
  refAttempts: number
  /** How long one commit goes on trying to move the branch. */
  commitTime: number
}

export const defaultLimits: Limits = {
  largestBlob: 36_700_160,
  requestAttempts: 12,
  requestTime: 600_000,
  visibleTime: 60_000,
  refAttempts: 30,
  commitTime: 600_000
}
