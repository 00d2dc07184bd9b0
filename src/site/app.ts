import { render, type TemplateResult } from 'lit-html'
import type { PageCache } from './cache.ts'
import { openedFolder, type Files } from './files.ts'
import { Model } from './model.ts'
import { formatRoute, parseRoute, type Route } from './routes.ts'
import { ArtifactState } from './artifact-state.ts'

/** The page's title, and what it shows. */
export type View = (app: App) => { title: string; content: TemplateResult }

interface Parts {
  cache: PageCache
  /** null: there are none yet. */
  files: Files | null
  usage: Element
  root: HTMLElement
  view: View
}

/** What is common to all views: where the reader is, what is known, and the one place that draws. */
export class App {
  route: Route = parseRoute(location.hash)
  model: Model
  /** From a file, where a browser gives a page no other file: until its reader opens the folder. */
  isUnread: boolean
  /** Lines of the list that are shown. */
  shown = firstShown
  /** Tab list → the tab that is open. */
  readonly tabs = new Map<string, string>()
  artifact: ArtifactState | null = null
  readonly cache: PageCache
  /** What the page says without a script. */
  readonly usage: Element
  private readonly root: HTMLElement
  private readonly view: View
  private waits = false
  private hasBegun = false

  constructor({ cache, files, usage, root, view }: Parts) {
    this.cache = cache
    this.usage = usage
    this.root = root
    this.view = view
    this.isUnread = files === null
    this.model = this.modelOf(files ?? openedFolder([]))
    addEventListener('hashchange', () => {
      this.follow()
    })
    if (files !== null) void this.begin()
    this.follow()
  }

  open(files: Files): void {
    this.isUnread = false
    this.model = this.modelOf(files)
    this.leave()
    void this.begin()
    this.follow()
  }

  /** Draws once for all that changes now. */
  changed(): void {
    if (this.waits) return
    this.waits = true
    queueMicrotask(() => {
      this.waits = false
      this.draw()
    })
  }

  /** Another question to the list: the address follows, and Back leads past it. */
  ask(route: Route): void {
    this.route = route
    this.shown = firstShown
    this.changed()
    try {
      history.replaceState(null, '', formatRoute(route))
    } catch {
      // Safari refuses it from the hundredth time in half a minute on; the address follows again later.
    }
  }

  private modelOf(files: Files): Model {
    return new Model(files, () => {
      this.changed()
    })
  }

  private async begin(): Promise<void> {
    await this.model.begin()
    // Not before the first view is there.
    const later =
      'requestIdleCallback' in window
        ? (work: () => void) => requestIdleCallback(work, { timeout: 2000 })
        : (work: () => void) => setTimeout(work, 200)
    later(() => void this.model.readNames())
  }

  private follow(): void {
    const before = this.route
    this.route = parseRoute(location.hash)
    const { route } = this
    if (route.view !== 'artifact') this.leave()
    else if (this.artifact?.name !== route.name) {
      this.leave()
      this.artifact = new ArtifactState(route.name, this.model, () => {
        this.changed()
      })
    }
    const isOther = before.view !== route.view || nameIn(before) !== nameIn(route)
    if (isOther || !this.hasBegun) this.shown = firstShown
    this.draw()
    if (isOther && this.hasBegun) {
      scrollTo(0, 0)
      this.root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    }
    this.hasBegun = true
  }

  /** What was begun for an artifact's view is read no further. */
  private leave(): void {
    this.artifact?.leave()
    this.artifact = null
  }

  private draw(): void {
    const { title, content } = this.view(this)
    document.title = title
    render(content, this.root)
  }
}

/** So many lines of the list, and so many more each time: a browser lays out a thousand in no time, and ten thousand not. */
export const firstShown = 100

function nameIn(route: Route): string {
  return route.view === 'artifact' ? route.name : ''
}
