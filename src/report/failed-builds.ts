import type { FailedBuild } from '../failed-build.ts'
import { fencedText, markdownCode } from '../markdown/markdown.ts'
import { count } from '../text.ts'

/** So many are shown: of what is broken at its root much else is, too, and that is one. */
const mostShown = 10
/** Characters of each: of lines as long as a page the end is shown. */
const longestLines = 10_000

/** The last lines of the logs of what did not build, each once. `shown`: at most so many. */
export function failedBuilds(all: readonly FailedBuild[], shown = mostShown): string[] {
  const builds = [...new Map(all.map((build) => [build.drvPath, build])).values()].filter(
    ({ lines }) => lines !== ''
  )
  const told = builds.slice(0, Math.min(shown, mostShown))
  if (told.length === 0) return []
  const omitted = builds.length - told.length
  return [
    ...told.flatMap(({ drvPath, lines }) => [
      `The log of ${markdownCode(drvPath)} ends:`,
      fencedText(lines.slice(-longestLines))
    ]),
    ...(omitted === 0 ? [] : [`The job’s log has ${count(omitted, 'more failed build')}.`])
  ]
}
