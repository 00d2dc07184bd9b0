/** How far this route goes before it gives up. Times in milliseconds. */
export interface Limits {
  /** Bytes of the largest blob that is sent. 35 MiB pass, 40 MiB are refused (observed; GitHub documents nothing). */
  largestBlob: number
  /** Bytes of the largest file in a commit: Git's push refuses a larger one (documented). */
  largestTreeFile: number
  /** Bytes of the largest release asset: "size must be less than or equal to 2147483648" (GitHub's own words). */
  largestAsset: number
  /** "file_count limited to 1000 assets per release" (GitHub's own words). */
  assetsPerRelease: number
  /** How often one request is sent while GitHub answers 5xx or not at all. */
  requestAttempts: number
  /** How long one request is pursued, waits for rate limits included. */
  requestTime: number
  /** How long an object that was just made may stay invisible. */
  visibleTime: number
  /** How many rounds one commit makes to move the branch. */
  refAttempts: number
  /** How long one commit goes on trying to move the branch. */
  commitTime: number
}

export const defaultLimits: Limits = {
  largestBlob: 36_700_160,
  largestTreeFile: 104_857_600,
  largestAsset: 2_147_483_648,
  assetsPerRelease: 1000,
  requestAttempts: 12,
  requestTime: 600_000,
  visibleTime: 60_000,
  refAttempts: 30,
  commitTime: 1_200_000
}
