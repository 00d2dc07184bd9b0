import { NarPublishError } from '../../../src/errors.ts'
import type { Left } from '../../../src/sync/computed/left.ts'
import type { ListedPackage, Listing } from '../../../src/sync/many/types.ts'
import { parsePackageReference } from '../../../src/sync/project/package-reference.ts'
import type { SyncChange } from '../../../src/sync/types.ts'
import { answer, head } from '../computed/support.ts'

export function codeAndReason(body: () => unknown): NarPublishError {
  try {
    body()
  } catch (error) {
    if (error instanceof NarPublishError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** What other jobs left: of each package an answer. `together`: of one change. */
export function leftWith(
  packages: readonly {
    text: string
    together?: string[]
    systems?: string[]
    change?: Partial<SyncChange>
  }[],
  more: Partial<Left> = {}
): Left {
  const answers = packages.map(({ text, together, systems = ['x86_64-linux'], change }, index) =>
    answer(
      `file-${index}.json`,
      { package: parsePackageReference(text), name: text.replace(/^.*#/, ''), ...change },
      { systems, ...(together === undefined ? {} : { together }) }
    )
  )
  return { answers, failures: [], listings: [], broken: [], ...more }
}

export function listed(text: string, more: Partial<ListedPackage> = {}): ListedPackage {
  return {
    ...{ reference: parsePackageReference(text), name: text.replace(/^.*#/, '') },
    ...{ version: '0.76.0', source: null, newest: '0.76.1', tag: null },
    ...{ state: 'outdated', why: null },
    ...more
  }
}

/** `sets`: texts of the packages of each. */
export function listingOf(
  sets: readonly (readonly string[])[],
  systems = ['x86_64-linux']
): Listing {
  const changes = sets.map((texts) => ({
    packages: texts.map((text) => listed(text)),
    ...{ version: '0.76.1', shared: texts.length > 1 ? 'version at nix/versions.nix:1' : null },
    machines: [{ system: 'x86_64-linux', systems }]
  }))
  return {
    head,
    packages: changes.flatMap(({ packages }) => packages),
    sets: changes,
    counts: { evaluations: 1, requests: 1, gitHubRequests: 1, milliseconds: 1 },
    notes: []
  }
}
