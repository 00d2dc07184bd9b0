import { html, nothing, type TemplateResult } from 'lit-html'
import prettyBytes from 'pretty-bytes'
import { shownName } from '../../words.ts'
import type { App } from '../app.ts'
import type { Model } from '../model.ts'

/** UTF-16 units of a name or a version on a line; nobody's is as long. */
const longest = 200

/** Other people's words, which steer nothing: no direction of writing, no escapes. */
export function cut(text: string, most = longest): string {
  return shownName(text.length <= most ? text : `${text.slice(0, most)}…`)
}

export function bytes(size: number): string {
  return prettyBytes(size, { nonBreakingSpace: true })
}

export function number(value: number): string {
  return value.toLocaleString('en')
}

export function plural(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** `hello 2.12.1`, the version set apart. */
export function nameAndVersion(name: string, version: string | null): TemplateResult {
  return html`${cut(name)}${
    version === null ? nothing : html` <span class="version">${cut(version, 80)}</span>`
  }`
}

/** Copies; tells it where a screen reader hears it. `what`: for its label. */
export function copyButton(text: string, what: string): TemplateResult {
  return html`<button
    type="button"
    class="copy"
    aria-label=${`Copy ${what}`}
    @click=${(event: Event) => {
      void copy(text, event.currentTarget as HTMLButtonElement)
    }}
  >
    Copy
  </button>`
}

export async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  const isDone = await copied(text)
  const word = isDone ? 'Copied' : 'Not copied'
  button.textContent = word
  button.classList.toggle('done', isDone)
  const heard = document.getElementById('heard')
  if (heard !== null) heard.textContent = word
  setTimeout(() => {
    button.textContent = 'Copy'
    button.classList.remove('done')
    if (heard !== null) heard.textContent = ''
  }, 2000)
}

async function copied(text: string): Promise<boolean> {
  // Not there on plain http.
  const clipboard = navigator.clipboard as Clipboard | undefined
  try {
    if (clipboard !== undefined) {
      await clipboard.writeText(text)
      return true
    }
  } catch {
    // As below.
  }
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'unseen'
  area.setAttribute('aria-hidden', 'true')
  document.body.append(area)
  const focused = document.activeElement
  area.select()
  // The only way left there.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isDone = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return isDone
}

/** Lines to be pasted, with their button. */
export function code(lines: readonly string[], what: string): TemplateResult {
  const text = lines.join('\n')
  return html`<div class="code">
    <pre tabindex="0" aria-label=${what}><code>${text}</code></pre>
    ${copyButton(text, what)}
  </div>`
}

export interface Tab {
  id: string
  title: string
  content: unknown
}

/** Tabs as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has them: one stop for Tab, arrows within. */
export function tabs(app: App, id: string, label: string, all: readonly Tab[]): TemplateResult {
  const open = all.find((tab) => tab.id === app.tabs.get(id)) ?? all[0]
  const choose = (tab: Tab | undefined, list: Element | null): void => {
    if (tab === undefined) return
    app.tabs.set(id, tab.id)
    app.changed()
    queueMicrotask(() => list?.querySelector<HTMLElement>('[aria-selected=true]')?.focus())
  }
  const press = (event: KeyboardEvent): void => {
    const at = all.findIndex((tab) => tab === open)
    const to: Record<string, number> = {
      ...{ ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }
    }
    const place = to[event.key]
    if (place === undefined) return
    event.preventDefault()
    choose(all.at(place % all.length), event.currentTarget as Element)
  }
  return html`<div class="tabs">
    <div role="tablist" aria-label=${label} @keydown=${press}>
      ${all.map(
        (tab) =>
          html`<button
            type="button"
            role="tab"
            id=${`${id}-${tab.id}`}
            aria-selected=${tab === open ? 'true' : 'false'}
            aria-controls=${`${id}-panel`}
            tabindex=${tab === open ? 0 : -1}
            @click=${(event: Event) => {
              choose(tab, (event.currentTarget as Element).parentElement)
            }}
          >
            ${tab.title}
          </button>`
      )}
    </div>
    <div role="tabpanel" id=${`${id}-panel`} aria-labelledby=${`${id}-${open?.id ?? ''}`}>
      ${open?.content}
    </div>
  </div>`
}

/** Files that could not be read, named. */
export function problems({ problems }: Model): TemplateResult | typeof nothing {
  if (problems.size === 0) return nothing
  const some = [...problems].slice(0, 20)
  return html`<div class="notice problem" role="status">
    <p>
      <strong>Not all of the cache’s list could be read.</strong> What is missing here may be in the
      cache all the same.
    </p>
    <ul>
      ${some.map(([path, why]) => html`<li><code>${path}</code>: ${why}</li>`)}
      ${
        problems.size > some.length
          ? html`<li>and ${plural(problems.size - some.length, 'more file')}</li>`
          : nothing
      }
    </ul>
  </div>`
}
