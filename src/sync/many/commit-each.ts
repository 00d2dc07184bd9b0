import { commitCheckout } from '../commit-checkout.ts'
import type { Project } from '../project/locate-package.ts'
import type { RewrittenFile } from '../types.ts'
import type { Bringing, Gathered, Part } from './bringing.ts'
import { joinChanges } from './join-changes.ts'

/**
 * A commit in the checkout for each change, on top of the one before; one for all of a group. What the last one holds was proved; each change was
 * proved by itself. The first that git refuses ends it. Throws what `commitCheckout` does.
 */
export async function commitEach<P extends Part>(
  bringing: Bringing<P>,
  all: readonly Gathered<P>[],
  project: Project
): Promise<void> {
  const { many, tally } = bringing
  const { group } = many
  const commits = group === null ? joinChanges(all).map((one) => [one]) : [all]
  // While the checkout is what all changes are about.
  const states: RewrittenFile[][] = []
  for (const index of commits.keys()) {
    states.push(await filesWith(bringing, commits.slice(0, index + 1).flat()))
  }
  let at = project
  const texts = new Map<string, string>()
  for (const [index, some] of commits.entries()) {
    const files = (states[index] ?? []).map((file) => ({
      ...file,
      before: texts.get(file.path) ?? file.before
    }))
    const changes = some.flatMap(({ parts }) => parts.map(({ computed: { change } }) => change))
    const changed = files.filter(({ before, after }) => before !== after)
    const { sha, notes } = await commitCheckout(at, { changes, group }, changed)
    at = { ...at, head: sha }
    for (const { path, after } of files) texts.set(path, after)
    for (const { change } of some) tally.set(change, { done: 'committed' })
    tally.commits.push(sha)
    tally.note(notes)
  }
}

/** The checkout's files with these changes. */
async function filesWith<P extends Part>(
  { together }: Bringing<P>,
  all: readonly Gathered<P>[]
): Promise<RewrittenFile[]> {
  const parts = all.flatMap((one) => one.parts)
  const { copy, remove } = await together(parts, { proves: false })
  try {
    return copy === null ? [] : await copy.rewrittenFiles()
  } finally {
    remove()
  }
}
