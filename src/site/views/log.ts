import { html, nothing, type TemplateResult } from 'lit-html'
import type { ArtifactState } from '../artifact-state.ts'
import type { Row } from '../shapes.ts'
import { hashOf } from '../versions.ts'

/** The log of the build, read when it is asked for. */
export function log(state: ArtifactState, row: Row): TemplateResult | typeof nothing {
  const narInfo = state.narInfos.get(hashOf(row))
  const deriver = narInfo?.is === 'here' ? (narInfo.value?.deriver ?? null) : null
  if (deriver === null) return nothing
  return html`<section aria-labelledby="log">
    <h2 id="log">Build log</h2>
    ${text(state, deriver)}
  </section>`
}

function text(state: ArtifactState, deriver: string): TemplateResult {
  const log = state.logs.get(deriver)
  if (log === undefined) {
    return html`<button
      type="button"
      @click=${() => {
        state.readLog(deriver)
      }}
    >
      Show the log
    </button>`
  }
  if (log.is === 'reading') return html`<p role="status">Reading the log…</p>`
  if (log.is === 'failed') return html`<p role="status">The log cannot be shown: ${log.why}.</p>`
  if (log.value === null) {
    return html`<p role="status">
      The cache has no log of it: it was built before logs were kept, elsewhere, or with
      <code>logs: false</code>.
    </p>`
  }
  return html`<pre class="log" tabindex="0" aria-label="Build log">${log.value}</pre>`
}
