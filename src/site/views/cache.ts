import { html, nothing, type TemplateResult } from 'lit-html'
import type { App } from '../app.ts'
import { bytes, copyButton, cut, number, plural, problems } from './parts.ts'
import { growth } from './chart.ts'
import { usage } from './usage.ts'

/** The cache itself: how to use it, its keys, how it grew. */
export function cacheView(app: App): { title: string; content: TemplateResult } {
  const { cache, model } = app
  const content = html`
    <section class="top">
      <h1 tabindex="-1">Use this cache</h1>
    </section>
    ${usage(app)} ${app.isUnread ? nothing : figures(app)} ${problems(model)}
  `
  return { title: `Use ${cut(cache.repository)} · Nix binary cache`, content }
}

function figures({ model }: App): TemplateResult {
  const { index, pins } = model
  if (model.state === 'loading') return html`<p role="status">Reading the catalogue…</p>`
  const size = index?.fileSize ?? null
  return html`<section aria-labelledby="figures">
    <h2 id="figures">What it holds</h2>
    <dl class="figures">
      <div>
        <dt>Artifacts</dt>
        <dd>${number(model.artifacts)}</dd>
      </div>
      ${
        size === null
          ? nothing
          : html`<div>
              <dt>To download</dt>
              <dd>${bytes(size)}</dd>
            </div>`
      }
      <div>
        <dt>Names</dt>
        <dd>${model.isWhole ? number(model.entries.length) : '…'}</dd>
      </div>
      <div>
        <dt>Pins</dt>
        <dd>${number(pins.length)}</dd>
      </div>
    </dl>
    ${index === null || index.history.length < 2 ? nothing : growth(index.history)}
    ${pins.length === 0 ? nothing : pinned(model.pins)}
  </section>`
}

function pinned(pins: readonly { name: string; storePath: string }[]): TemplateResult {
  return html`<details class="pins">
    <summary>${plural(pins.length, 'pin')}: what stays until it is unpinned</summary>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Pin</th>
            <th scope="col">Store path</th>
            <th><span class="unseen">Copy</span></th>
          </tr>
        </thead>
        <tbody>
          ${pins.slice(0, 1000).map(
            ({ name, storePath }) =>
              html`<tr>
                <th scope="row">${cut(name)}</th>
                <td><code>${storePath}</code></td>
                <td>${copyButton(storePath, 'the store path')}</td>
              </tr>`
          )}
        </tbody>
      </table>
    </div>
  </details>`
}
