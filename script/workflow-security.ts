import { z } from 'zod'

const keys = z.record(z.string(), z.unknown()).default({})
const step = z.looseObject({ uses: z.string().default(''), with: keys })
const job = z.looseObject({
  steps: z.array(step).default([]),
  secrets: z.unknown().optional(),
  container: z
    .union([z.string().transform((image) => ({ image })), z.looseObject({ image: z.string() })])
    .optional()
})
const workflow = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions: z.unknown().optional(),
  jobs: z.record(z.string(), job)
})
const tags = z.looseObject({ push: z.looseObject({ tags: z.array(z.string()) }) })

/**
 * What zizmor's audits would find, of those that can be told from a file and are met by none of ours; docs/security-review.md has all of them, and
 * their names. A line each.
 */
export function problemsOfSecurity(document: unknown): string[] {
  const { on, permissions, jobs } = workflow.parse(document)
  const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on)
  const isRelease = events.includes('release') || tags.safeParse(on).success
  return [
    // excessive-permissions. A workflow that is only called has what its caller grants.
    ...(permissions === undefined && events.some((event) => event !== 'workflow_call')
      ? ['the workflow has no `permissions`: each job has what the repository grants by default']
      : []),
    // dangerous-triggers
    ...(events.includes('pull_request_target')
      ? ['pull_request_target gives secrets and a token that writes to runs for anybody’s code']
      : []),
    ...Object.entries(jobs).flatMap(([id, each]) =>
      jobProblems(each, isRelease).map((problem) => `job ${id}: ${problem}`)
    )
  ]
}

function jobProblems(
  { steps, secrets, container }: z.infer<typeof job>,
  isRelease: boolean
): string[] {
  return [
    // secrets-inherit
    ...(secrets === 'inherit' ? ['`secrets: inherit` hands over all that there are'] : []),
    // unpinned-images
    ...(container === undefined || /:(?!latest$)[^:/]+$/.test(container.image)
      ? []
      : [`the image ${container.image} has no version`]),
    ...steps.flatMap(({ uses, with: given }) => stepProblems(uses, given, isRelease))
  ]
}

function stepProblems(uses: string, given: Record<string, unknown>, isRelease: boolean): string[] {
  const isOf = (action: string): boolean => uses.startsWith(`${action}@`)
  return [
    // artipacked
    ...(isOf('actions/checkout') && given['persist-credentials'] !== false
      ? ['a checkout leaves its token for all later steps: persist-credentials: false']
      : []),
    // github-app
    ...(isOf('actions/create-github-app-token') && given['permission-contents'] === undefined
      ? ['the App’s token may all that the App may: name the permissions']
      : []),
    // cache-poisoning
    ...(isRelease && isOf('actions/setup-node') && given['package-manager-cache'] !== false
      ? ['a release takes from a cache that other runs wrote: package-manager-cache: false']
      : [])
  ]
}
