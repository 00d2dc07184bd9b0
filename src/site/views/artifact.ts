import { html, nothing, type TemplateResult } from 'lit-html'
import { runPage, sourcePage } from '../../catalogue/origin-pages.ts'
import type { App } from '../app.ts'
import type { ArtifactState } from '../artifact-state.ts'
import { originOf, type PageCache } from '../cache.ts'
import { waysTo } from '../commands.ts'
import { formatRoute, pathRoute, wholeList, type ArtifactRoute } from '../routes.ts'
import type { Row } from '../shapes.ts'
import { hashOf, likelySystem, selectedRow } from '../versions.ts'
import { log } from './log.ts'
import { bytes, code, copyButton, cut, number, plural, problems, tabs } from './parts.ts'
import { references } from './references.ts'

/** Rows of the table of versions; more are shown on demand. */
const firstRows = 100

/** An artifact: what there is of it, one of its store paths, and what to do with that. */
export function artifactView(
  app: App,
  route: ArtifactRoute,
  state: ArtifactState
): { title: string; content: TemplateResult } {
  const name = cut(route.name)
  const rows = state.rows.is === 'here' ? state.rows.value : []
  const row = selectedRow(rows, route, likelySystem(navigator.userAgent))
  const version = row?.version ?? null
  // The heading stays the same element, which has the focus, while what stands below it comes.
  const content = html`
    <nav class="back" aria-label="Breadcrumb">
      <a href=${formatRoute(wholeList)}>All artifacts</a>
    </nav>
    <section class="top">
      <h1 tabindex="-1">
        ${name}
        ${version === null ? nothing : html`<span class="version">${cut(version, 80)}</span>`}
      </h1>
      <p class="lead" role="status">${lead(state, row)}</p>
    </section>
    ${row === null ? nothing : artifact(app, route, state, rows, row)} ${problems(app.model)}
  `
  return { title: `${name} · ${cut(app.cache.repository)}`, content }
}

function lead({ rows }: ArtifactState, row: Row | null): string {
  if (rows.is === 'reading') return 'Reading its versions…'
  if (rows.is === 'failed') return `It cannot be shown: ${rows.why}.`
  if (row === null) return 'The cache has nothing of this name, or has it no longer.'
  const { system, output, publishedAt } = row
  return [
    cut(system, 80),
    ...(output === null || output === 'out' ? [] : [`output ${cut(output, 80)}`]),
    `published ${publishedAt.slice(0, 10)}`
  ].join(' · ')
}

function artifact(
  app: App,
  route: ArtifactRoute,
  state: ArtifactState,
  rows: readonly Row[],
  row: Row
): TemplateResult {
  const isOther = route.path !== null && hashOf(row) !== route.path
  state.readNarInfo(row)
  return html`
    ${
      isOther
        ? html`<p class="notice">
            The cache does not have the path of this link, or has it no longer. This is the newest.
          </p>`
        : nothing
    }
    <section aria-labelledby="have">
      <h2 id="have">Get it</h2>
      ${ways(app, state, row)}
    </section>
    <section aria-labelledby="facts">
      <h2 id="facts">This path</h2>
      ${facts(app, state, row)}
    </section>
    ${versions(app, rows, row)} ${references(app, state, row)} ${log(state, row)}
  `
}

function ways(app: App, state: ArtifactState, row: Row): TemplateResult {
  const narInfo = state.narInfos.get(hashOf(row))
  const isAlone =
    narInfo?.is === 'here' &&
    narInfo.value?.references.every((reference) => row.storePath.endsWith(reference)) === true
  const all = waysTo(row, app.cache, isAlone).map(({ id, title, isCommand, parts }) => ({
    id,
    title,
    content: html`${parts.map(
      ({ note, lines }) =>
        html`<p>${note}</p>
          ${code(lines, title)}`
    )}${
      isCommand
        ? html`<p>
            Nix takes a cache on the command line only from root and from users whom its daemon
            trusts. For others, an administrator <a href="#/cache">makes it known</a> first.
          </p>`
        : nothing
    }`
  }))
  return html`${needed(app.cache)} ${tabs(app, 'ways', 'Ways to get it', all)}`
}

/** What a reader has to have before anything here works. */
function needed({ login, substituterUrl }: PageCache): TemplateResult | typeof nothing {
  const how = html`<a href="#/cache">how</a>`
  if (login !== null) {
    return html`<p>
      This cache is private: Nix needs a token for it first (${how}). A source that is private as
      well, for Flake and NixOS, needs one in <code>access-tokens</code>.
    </p>`
  }
  if (substituterUrl !== null) return nothing
  return html`<p>
    Nobody serves this cache by HTTP: clone it (${how}), and write the clone’s path in place of
    <code>/path/to/the/clone</code>.
  </p>`
}

function facts(app: App, state: ArtifactState, row: Row): TemplateResult {
  const origin = originOf(app.cache)
  const source = origin === null ? null : sourcePage(row.source, origin)
  const run = origin === null ? null : runPage(row.runUrl, origin)
  const narInfo = state.narInfos.get(hashOf(row))
  const link = (href: string | null, text: string): TemplateResult | string =>
    href === null ? text : html`<a href=${href} rel="noreferrer">${text}</a>`
  const fact = (name: string, value: unknown): TemplateResult =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`
  const { closureSize = null } = row
  return html`<dl class="facts">
    ${fact('Store path', html`<code>${row.storePath}</code>${copyButton(row.storePath, 'the store path')}`)}
    ${fact('Download', bytes(row.fileSize))} ${fact('Unpacked (NAR)', bytes(row.narSize))}
    ${fact('Closure', closureSize === null ? 'not known' : html`${bytes(closureSize)}, with all that it needs`)}
    ${row.attribute === null ? nothing : fact('Attribute', html`<code>${cut(row.attribute)}</code>`)}
    ${row.mainProgram === null ? nothing : fact('Program', html`<code>${cut(row.mainProgram)}</code>`)}
    ${fact(
      'Source',
      row.source === null
        ? 'not known'
        : link(source, `${cut(row.source.repository, 100)} at ${row.source.revision.slice(0, 12)}`)
    )}
    ${fact('Published', html`<time datetime=${row.publishedAt}>${row.publishedAt.replace('T', ' ').replace('Z', ' UTC')}</time>${run === null ? nothing : html`<span>by <a href=${run} rel="noreferrer">this run</a></span>`}`)}
    ${
      narInfo?.is === 'here' && narInfo.value !== null
        ? html`${fact('Deriver', narInfo.value.deriver === null ? 'not known' : html`<code>${narInfo.value.deriver}</code>`)}
          ${fact('Signed by', narInfo.value.keys.length === 0 ? 'nobody' : narInfo.value.keys.slice(0, 20).map((key) => html`<code>${cut(key)}</code> `))}`
        : fact(
            'Signed by',
            narInfo === undefined || narInfo.is === 'reading'
              ? '…'
              : narInfo.is === 'failed'
                ? `its narinfo cannot be read: ${narInfo.why}`
                : 'its narinfo is not there: the path cannot be downloaded'
          )
    }
  </dl>`
}

function versions(app: App, rows: readonly Row[], selected: Row): TemplateResult {
  const isAll = app.tabs.get('versions') === 'all'
  const shown = isAll ? rows : rows.slice(0, firstRows)
  return html`<section aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    <div class="wide">
      <table class="versions">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">System</th>
            <th scope="col">Output</th>
            <th scope="col" class="figure">Download</th>
            <th scope="col" class="figure">Closure</th>
            <th scope="col">Published</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => {
            const { name, version, system, output, fileSize, closureSize = null, publishedAt } = row
            const href = formatRoute(pathRoute(name, hashOf(row)))
            return html`<tr class=${row === selected ? 'selected' : ''}>
              <th scope="row">
                <a href=${href} aria-current=${row === selected ? 'true' : nothing}
                  >${version === null ? hashOf(row).slice(0, 7) : cut(version, 80)}</a
                >
              </th>
              <td>${cut(system, 80)}</td>
              <td>${output === null ? '' : cut(output, 80)}</td>
              <td class="figure">${bytes(fileSize)}</td>
              <td class="figure">
                ${closureSize === null ? html`<span title="not known">–<span class="unseen">not known</span></span>` : bytes(closureSize)}
              </td>
              <td><time datetime=${publishedAt}>${publishedAt.slice(0, 10)}</time></td>
            </tr>`
          })}
        </tbody>
      </table>
    </div>
    ${
      shown.length < rows.length
        ? html`<button
            type="button"
            class="more"
            @click=${() => {
              app.tabs.set('versions', 'all')
              app.changed()
            }}
          >
            Show all ${plural(rows.length, 'row')} (${number(rows.length - shown.length)} more)
          </button>`
        : nothing
    }
  </section>`
}
