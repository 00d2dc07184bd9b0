/** Everything that the starts lead to, and themselves, each after what it leads to itself; of a graph without circles. */
export function dependenciesFirst(
  starts: Iterable<string>,
  next: (name: string) => Iterable<string>
): string[] {
  const done: string[] = []
  const seen = new Set<string>()
  // Not by recursion: a chain may be longer than the stack.
  const open = [...starts].map((name) => ({ name, isLeft: false }))
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { name, isLeft } = top
    if (isLeft) done.push(name)
    if (isLeft || seen.has(name)) continue
    seen.add(name)
    open.push({ name, isLeft: true })
    for (const other of next(name)) if (!seen.has(other)) open.push({ name: other, isLeft: false })
  }
  return done
}

/** The connected parts of a graph, in the order in which the first name of each was given. Edges to anything else are passed over. */
export function connectedParts(
  names: Iterable<string>,
  edges: Iterable<readonly [string, string]>
): string[][] {
  const parents = new Map([...names].map((name) => [name, name]))
  const topOf = (name: string): string => {
    let top = name
    for (let up = parents.get(top); up !== undefined && up !== top; up = parents.get(top)) top = up
    // The way is short the next time.
    for (let at = name; at !== top;) {
      const up = parents.get(at) ?? top
      parents.set(at, top)
      at = up
    }
    return top
  }
  for (const [one, other] of edges) {
    if (parents.has(one) && parents.has(other)) parents.set(topOf(one), topOf(other))
  }
  return [...Map.groupBy(parents.keys(), topOf).values()]
}
