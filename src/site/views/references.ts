import { html, nothing, type TemplateResult } from 'lit-html'
import { storeDirectory } from '../../store-path.ts'
import type { App } from '../app.ts'
import type { ArtifactState } from '../artifact-state.ts'
import { formatRoute, pathRoute } from '../routes.ts'
import type { Row } from '../shapes.ts'
import { hashOf } from '../versions.ts'
import { cut, nameAndVersion, plural } from './parts.ts'

const mostShown = 500

/** Both ways: what a path refers to, and who refers to it. */
export function references(app: App, state: ArtifactState, row: Row): TemplateResult {
  return html`<section aria-labelledby="references">
    <h2 id="references">References</h2>
    <div class="columns">
      <div>
        <h3>It refers to</h3>
        ${forward(state, row)}
      </div>
      <div>
        <h3>Refers to it</h3>
        ${backward(app, state, row)}
      </div>
    </div>
  </section>`
}

function forward(state: ArtifactState, row: Row): TemplateResult {
  const narInfo = state.narInfos.get(hashOf(row))
  if (narInfo === undefined || narInfo.is === 'reading') return html`<p>Reading its narinfo…</p>`
  if (narInfo.is === 'failed' || narInfo.value === null) {
    return html`<p>Not known: its narinfo cannot be read.</p>`
  }
  const others = narInfo.value.references.filter((name) => !row.storePath.endsWith(name))
  if (others.length === 0) return html`<p>Nothing but itself.</p>`
  return html`<ul class="paths">
      ${others.slice(0, mostShown).map((baseName) => {
        const name = state.known.get(`${storeDirectory}/${baseName}`)
        const label = html`${cut(baseName.slice(33))}`
        return html`<li title=${baseName}>
          ${
            name === undefined
              ? label
              : html`<a href=${formatRoute(pathRoute(name, baseName.slice(0, 32)))}>${label}</a>`
          }
        </li>`
      })}
    </ul>
    ${others.length > mostShown ? html`<p>and ${plural(others.length - mostShown, 'other')}</p>` : nothing}`
}

function backward(app: App, state: ArtifactState, row: Row): TemplateResult {
  const told = state.backward.get(hashOf(row))
  if (told === undefined) {
    const files = app.model.index?.shards.size ?? 0
    return html`<p>To find out, the whole catalogue has to be read.</p>
      <button type="button" @click=${() => void state.readBackward(row)}>
        Look it up (reads ${plural(files, 'file')})
      </button>`
  }
  const { read, all, found, isDone, unread, untold } = told
  const gaps = [
    ...(unread === 0 ? [] : [`${plural(unread, 'file')} that could not be read whole`]),
    ...(untold === 0 ? [] : [`${plural(untold, 'artifact')} with more references than are listed`])
  ]
  return html`${
      isDone
        ? html`<p role="status">
            ${
              found.length > 0
                ? plural(found.length, 'artifact')
                : gaps.length === 0
                  ? 'No artifact of this cache is known to refer to it directly.'
                  : 'None was found.'
            }
            ${gaps.length === 0 ? nothing : html`There may be more: the catalogue has ${gaps.join(', and ')}.`}
          </p>`
        : html`<p>
            <label
              >Reading: ${read} of ${all} files <progress max=${all} value=${read}></progress
            ></label>
          </p>`
    }
    <ul class="paths">
      ${found.slice(0, mostShown).map(
        ({ name, version, system, storePath }) =>
          html`<li>
            <a href=${formatRoute(pathRoute(name, hashOf({ storePath })))}
              >${nameAndVersion(name, version)}</a
            >
            <span class="muted">${cut(system, 80)}</span>
          </li>`
      )}
    </ul>`
}
