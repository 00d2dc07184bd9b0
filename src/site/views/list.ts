import { html, nothing, type TemplateResult } from 'lit-html'
import { firstShown, type App } from '../app.ts'
import { chosen, systemsOf, type Entry } from '../list.ts'
import { formatRoute, type ListRoute } from '../routes.ts'
import { bytes, copyButton, cut, nameAndVersion, number, plural, problems } from './parts.ts'

/** The list of all artifacts, which is searched as one types. */
export function listView(app: App, route: ListRoute): { title: string; content: TemplateResult } {
  const { model, cache } = app
  const all = chosen(model.entries, route, model.search)
  const shown = all.slice(0, app.shown)
  const ask = (change: Partial<ListRoute>): void => {
    void model.readNames()
    app.ask({ ...route, ...change })
  }
  const systems = [
    ...new Set([...systemsOf(model.entries), ...(route.system === null ? [] : [route.system])])
  ]
  const content = html`
    <section class="top">
      <h1 tabindex="-1">${cut(cache.repository)}</h1>
      <p class="lead">${summary(app)}</p>
      ${address(app)}
    </section>
    <form
      role="search"
      class="search"
      @submit=${(event: Event) => {
        event.preventDefault()
        document.querySelector<HTMLElement>('.results a')?.click()
      }}
    >
      <div class="field">
        <label class="unseen" for="query">Search artifacts by name or version</label>
        <svg aria-hidden="true" viewBox="0 0 20 20">
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="m13 13 4.5 4.5" />
        </svg>
        <input
          id="query"
          type="search"
          placeholder="Search artifacts"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="300"
          aria-keyshortcuts="/"
          .value=${route.query}
          @focus=${() => void model.readNames()}
          @input=${(event: Event) => {
            ask({ query: (event.target as HTMLInputElement).value })
          }}
          @keydown=${intoResults}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <label class="filter">
        <span>System</span>
        <select
          .value=${route.system ?? ''}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement
            ask({ system: value === '' ? null : value })
          }}
        >
          <option value="" ?selected=${route.system === null}>All</option>
          ${systems.map(
            (system) =>
              html`<option value=${system} ?selected=${system === route.system}>
                ${cut(system, 60)}
              </option>`
          )}
        </select>
      </label>
      <label class="filter check">
        <input
          type="checkbox"
          .checked=${route.pinned}
          @change=${(event: Event) => {
            ask({ pinned: (event.target as HTMLInputElement).checked })
          }}
        />
        <span>Pinned</span>
      </label>
    </form>
    <p class="count" role="status" aria-live="polite">${told(app, route, all.length)}</p>
    ${
      shown.length === 0
        ? nothing
        : html`<ul class="results" @keydown=${withinResults}>
            ${shown.map((entry) => line(entry, route.system))}
          </ul>`
    }
    ${
      all.length > shown.length
        ? html`<button
            type="button"
            class="more"
            @click=${() => {
              app.shown += 5 * firstShown
              app.changed()
            }}
          >
            Show more (${number(all.length - shown.length)} left)
          </button>`
        : nothing
    }
    ${problems(model)}
  `
  return { title: `${cut(cache.repository)} · Nix binary cache`, content }
}

function line(entry: Entry, system: string | null): TemplateResult {
  const { name, version, day, systems, isPinned } = entry
  const route = { view: 'artifact', name, path: null, system } as const
  return html`<li>
    <a href=${formatRoute(route)}>
      <span class="name">${nameAndVersion(name, version)}</span>
      ${isPinned ? html`<span class="badge">Pinned</span>` : nothing}
      <span class="systems"
        >${systems.slice(0, 6).map((system) => html`<span>${cut(system, 40)}</span> `)}</span
      >
      <time datetime=${day}>${day}</time>
    </a>
  </li>`
}

function summary({ model }: App): string {
  if (model.state === 'loading') return 'Reading the catalogue…'
  const size = model.index?.fileSize ?? null
  return [
    'A binary cache for Nix',
    ...(model.index === null ? [] : [plural(model.artifacts, 'artifact')]),
    ...(size === null ? [] : [bytes(size)])
  ].join(' · ')
}

function address({ cache }: App): TemplateResult | typeof nothing {
  const url = cache.substituterUrl
  if (url === null) return nothing
  return html`<p class="address">
    <code>${cut(url, 500)}</code>${copyButton(url, 'the address of the cache')}
    <a href="#/cache">How to use it</a>
  </p>`
}

/** How many there are, or why there is none. */
function told({ model }: App, { query, system, pinned }: ListRoute, found: number): string {
  if (model.state === 'loading') return 'Reading the catalogue…'
  const isAsking = query.trim() !== '' || system !== null || pinned
  const { begun, read, all } = model.names
  const reading = begun && read < all ? ` Reading the list of names: ${read} of ${all} files.` : ''
  if (isAsking) {
    return found === 0
      ? `Nothing found${reading === '' ? '.' : ' yet.'}${reading}`
      : `${plural(found, 'name')} found.${reading}`
  }
  if (found === 0) return 'Nothing is published here yet.'
  return model.isWhole
    ? `${plural(found, 'name')}, newest first`
    : `The newest ${plural(found, 'name')}.${reading}`
}

function intoResults(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  document.querySelector<HTMLElement>('.results a')?.focus()
}

function withinResults(event: KeyboardEvent): void {
  const item = (event.target as Element).closest('li')
  const to = {
    ArrowDown: item?.nextElementSibling,
    ArrowUp: item?.previousElementSibling,
    Home: item?.parentElement?.firstElementChild,
    End: item?.parentElement?.lastElementChild
  }[event.key]
  if (to === undefined) return
  event.preventDefault()
  const link = to?.querySelector('a') ?? document.getElementById('query')
  link?.focus()
}
