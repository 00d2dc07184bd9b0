/** What is shown, as the address says it behind its `#`: a link to a view works on any server, below any path, and from a file. */
export type Route = ListRoute | ArtifactRoute | { view: 'cache' }

export interface ListRoute {
  view: 'list'
  /** As typed. */
  query: string
  /** null: of any system. */
  system: string | null
  pinned: boolean
}

export interface ArtifactRoute {
  view: 'artifact'
  name: string
  /** Hash part of one of its store paths; null: the newest. */
  path: string | null
  /** What the list was filtered by: the newest is of this system, if there is one. null: of any. */
  system: string | null
}

export const wholeList: ListRoute = { view: 'list', query: '', system: null, pinned: false }

/** UTF-16 units; more is nobody's question. */
const longest = 300

/** The view of one store path, whatever the system. */
export function pathRoute(name: string, hashPart: string): ArtifactRoute {
  return { view: 'artifact', name, path: hashPart, system: null }
}

/** Of `location.hash`. Whatever it says, something is shown. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const parameters = new URLSearchParams(query)
  if (path === 'cache') return { view: 'cache' }
  const name = /^artifact\/(.+)$/.exec(path)?.[1]
  if (name !== undefined) {
    const hashPart = parameters.get('path') ?? ''
    return {
      view: 'artifact',
      name: decode(name).slice(0, longest),
      path: /^[0-9a-z]{32}$/.test(hashPart) ? hashPart : null,
      system: systemIn(parameters)
    }
  }
  return {
    view: 'list',
    query: (parameters.get('q') ?? '').slice(0, longest),
    system: systemIn(parameters),
    pinned: parameters.get('pinned') === '1'
  }
}

/** What `parseRoute` reads as the same. */
export function formatRoute(route: Route): string {
  switch (route.view) {
    case 'cache':
      return '#/cache'
    case 'artifact':
      return `#/artifact/${encodeURIComponent(route.name.toWellFormed())}${queryOf({ path: route.path, system: route.system })}`
    case 'list':
      return `#/${queryOf({
        q: route.query === '' ? null : route.query,
        system: route.system,
        pinned: route.pinned ? '1' : null
      })}`
  }
}

function systemIn(parameters: URLSearchParams): string | null {
  return parameters.get('system')?.slice(0, longest) ?? null
}

function queryOf(parameters: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]]
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
