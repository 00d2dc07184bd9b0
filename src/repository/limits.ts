/**
 * What GitHub takes, and how far a run goes before it gives up: one table, so that a plan and what carries it out agree. Sizes in bytes,
 * times in milliseconds. docs/how-it-works.md tells more.
 */
export interface Limits {
  /** Of the largest blob that the API is sent. 35 MiB pass, 40 MiB are refused (observed; GitHub documents nothing). */
  largestBlob: number
  /** Of the largest file in a commit: Git's push refuses a larger one (documented). */
  largestTreeFile: number
  /** Of the largest release asset: "size must be less than or equal to 2147483648" (GitHub's own words). */
  largestAsset: number
  /** "file_count limited to 1000 assets per release" (GitHub's own words). */
  assetsPerRelease: number
  /** Of all files in one push (documented). */
  largestPush: number
  /** Requests that create content, in an hour and in a minute, for one token (documented, as "in general"). */
  writesPerHour: number
  writesPerMinute: number
  /** Entries in one call that makes a tree, and its body: GitHub times out (422 or 502) at some 200 to 500, or 2.5 MB (observed). */
  treeEntries: number
  treeBody: number
  /**
   * Of the longest text that rides in such a call, so that none holds little else; a longer one is a blob of its own: a shard of the catalogue with some
   * 1,900 versions of one artifact, or the catalogue of before there were shards.
   */
  longestTreeText: number
  /** How often one request is sent while GitHub answers 5xx or not at all. */
  requestAttempts: number
  /** How long one request is pursued, waits for rate limits included. */
  requestTime: number
  /** How often one connection of git is tried, and the longest pause between two tries. */
  connectionAttempts: number
  connectionPause: number
  /** How long an object that was just made may stay invisible. */
  visibleTime: number
  /** How many rounds one commit makes to move the branch. */
  refAttempts: number
  /** How long one commit goes on trying to move the branch. */
  commitTime: number
  /**
   * How long `verify: readers` waits for the address that readers are told. Pages takes up to 10 minutes to deploy (documented), and
   * what stands between it and its readers keeps an older file for 10 more.
   */
  servedTime: number
}

export const defaultLimits: Limits = {
  largestBlob: 36_700_160,
  largestTreeFile: 104_857_600,
  largestAsset: 2_147_483_648,
  assetsPerRelease: 1000,
  largestPush: 2_000_000_000,
  writesPerHour: 500,
  writesPerMinute: 80,
  treeEntries: 100,
  treeBody: 2_000_000,
  longestTreeText: 1_000_000,
  requestAttempts: 12,
  requestTime: 600_000,
  connectionAttempts: 6,
  connectionPause: 30_000,
  visibleTime: 60_000,
  refAttempts: 30,
  commitTime: 1_200_000,
  servedTime: 1_200_000
}
