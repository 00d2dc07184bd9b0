import { html, nothing, type TemplateResult } from 'lit-html'
import { newestPagePath } from '../../catalogue/shard-name.ts'
import type { App } from '../app.ts'
import { openedFolder } from '../files.ts'
import { formatRoute, wholeList } from '../routes.ts'
import { artifactView } from './artifact.ts'
import { cacheView } from './cache.ts'
import { listView } from './list.ts'
import { cut } from './parts.ts'

/** What stands around each view, and the view that the address asks for. */
export function page(app: App): { title: string; content: TemplateResult } {
  const { title, content } = viewOf(app)
  const { cache, route } = app
  return {
    title,
    content: html`
      <a
        class="skip"
        href="#main"
        @click=${(event: Event) => {
          // The address's hash is the view's.
          event.preventDefault()
          document.querySelector<HTMLElement>('h1')?.focus()
        }}
        >Skip to the content</a
      >
      <header>
        <div class="inner">
          <a class="brand" href=${formatRoute(wholeList)}
            >${mark}<span>${cut(cache.repository, 100)}</span></a
          >
          <nav aria-label="Views">
            <a
              href=${formatRoute(wholeList)}
              aria-current=${route.view === 'list' ? 'page' : nothing}
              >Artifacts</a
            >
            <a href="#/cache" aria-current=${route.view === 'cache' ? 'page' : nothing}>Use it</a>
            ${/^https?:\/\//.test(cache.web) ? html`<a href=${cache.web} rel="noreferrer">Repository</a>` : nothing}
          </nav>
        </div>
      </header>
      <main id="main">${content}</main>
      <p id="heard" class="unseen" role="status" aria-live="polite"></p>
    `
  }
}

function viewOf(app: App): { title: string; content: TemplateResult } {
  const { route, artifact } = app
  if (route.view === 'cache') return cacheView(app)
  if (app.isUnread) return { title: cut(app.cache.repository), content: unread(app) }
  if (route.view === 'artifact' && artifact !== null) return artifactView(app, route, artifact)
  return listView(app, route.view === 'list' ? route : wholeList)
}

/** A snowflake, as Nix's. */
const mark = html`<svg class="mark" aria-hidden="true" viewBox="0 0 24 24">
  <path
    d="M12 2v20M3.3 7l17.4 10M20.7 7 3.3 17M9.5 3.5 12 6l2.5-2.5M9.5 20.5 12 18l2.5 2.5M3.4 10.6l3.4-.9-.9-3.4M20.6 13.4l-3.4.9.9 3.4M20.6 10.6l-3.4-.9.9-3.4M3.4 13.4l3.4.9-.9 3.4"
  />
</svg>`

/** From a file: no browser gives it the files beside it, unless its reader does. */
function unread(app: App): TemplateResult {
  return html`
    <section class="top">
      <h1 tabindex="-1">${cut(app.cache.repository)}</h1>
      <p class="lead">A binary cache for Nix, opened from a file</p>
    </section>
    <section class="notice">
      <p>
        Browsers give a page that was opened from a file none of the files beside it. Either open
        the folder here; nothing leaves this machine:
      </p>
      <p>
        <label class="file">
          <span>Open the folder of the clone</span>
          <input
            type="file"
            webkitdirectory
            @change=${(event: Event) => {
              const { files } = event.target as HTMLInputElement
              if (files !== null && files.length > 0) app.open(openedFolder(files))
            }}
          />
        </label>
      </p>
      <p>
        Or serve it: <code>python3 -m http.server --bind 127.0.0.1</code> in that folder, and open
        <code>http://127.0.0.1:8000/</code>. Then links to its views work, too.
      </p>
    </section>
    <h2>The newest artifacts</h2>
    <iframe title="The newest artifacts" src=${newestPagePath} sandbox></iframe>
    <h2>Use this cache</h2>
    <p><a href="#/cache">How each kind of reader makes it known to Nix</a></p>
  `
}
