import { html, type TemplateResult } from 'lit-html'
import type { App } from '../app.ts'
import { copy, tabs, type Tab } from './parts.ts'

/** What the page says without a script, with buttons and tabs. */
export function usage(app: App): TemplateResult {
  const { usage } = app
  const kinds = kindsOf(usage)
  return html`${usage}${tabs(app, 'reader', 'Kinds of readers', kinds)}`
}

let known: Tab[] | null = null

/** Takes the sections for each kind of reader out of the page, once: each is a tab's. */
function kindsOf(usage: Element): Tab[] {
  if (known !== null) return known
  for (const element of usage.querySelectorAll('[data-copy]')) addButton(element)
  known = [...usage.querySelectorAll('section[data-kind]')].map((section) => {
    const heading = section.querySelector('h3')
    const title = heading?.textContent ?? ''
    heading?.remove()
    section.remove()
    return { id: section.getAttribute('data-kind') ?? '', title, content: section }
  })
  return known
}

function addButton(element: Element): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  button.setAttribute('aria-label', `Copy ${element.getAttribute('data-copy') ?? ''}`)
  const text = element.textContent
  button.addEventListener('click', () => {
    void copy(text, button)
  })
  element.after(button)
}
