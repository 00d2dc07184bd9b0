import MiniSearch from 'minisearch'
import type { Name } from './shapes.ts'

/** What separates the words of a name, a version, and of what people type. */
const separators = /[\s_.+-]+/

/** Finds names by the beginnings of their words, small typos included. */
export class NameSearch {
  private readonly index = new MiniSearch<Name>({
    idField: 'name',
    fields: ['name', 'version'],
    tokenize: (text) => text.split(separators).filter((word) => word !== ''),
    processTerm: (word) => word.toLowerCase().slice(0, 100)
  })
  private readonly names = new Set<string>()

  /** One that is there already is replaced. */
  add(entries: readonly Name[]): void {
    for (const entry of entries) {
      if (this.index.has(entry.name)) this.index.replace(entry)
      else this.index.add(entry)
      this.names.add(entry.name)
    }
  }

  /** Best first: what is called so, what begins so, then by how well the words fit, then what has the text anywhere. */
  find(query: string): string[] {
    const text = query.trim().toLowerCase()
    const words = this.index
      .search(text, {
        combineWith: 'AND',
        prefix: true,
        fuzzy: (term) => (term.length > 3 ? 0.2 : false),
        maxFuzzy: 2,
        boost: { name: 4 }
      })
      .map(({ id }) => id as string)
    const within = [...this.names].filter((name) => name.toLowerCase().includes(text))
    const found = [...new Set([...words, ...within])]
    const rank = (name: string): number => {
      const lower = name.toLowerCase()
      return lower === text ? 0 : lower.startsWith(text) ? 1 : 2
    }
    const ranked = Map.groupBy(found, rank)
    return [0, 1, 2].flatMap((each) => ranked.get(each) ?? [])
  }
}
