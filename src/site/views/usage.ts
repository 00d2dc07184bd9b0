import { html, type TemplateResult } from 'lit-html'
import type { App } from '../app.ts'
import { copy, tabs, type Tab } from './parts.ts'

/** What the page says without a script, with buttons and tabs. */
export function usage(app: App): TemplateResult {
  const { kinds, after } = (known ??= partsOf(app.usage))
  return html`${app.usage}${tabs(app, 'reader', 'Kinds of readers', kinds)}${after}`
}

interface Parts {
  kinds: Tab[]
  /** What is said when all kinds have been told. */
  after: Element[]
}

let known: Parts | null = null

/** Takes the sections for each kind of reader out of the page, each for a tab, and what follows them. */
function partsOf(usage: Element): Parts {
  for (const element of usage.querySelectorAll('[data-copy]')) addButton(element)
  const sections = [...usage.querySelectorAll('section[data-kind]')]
  const after = [...usage.querySelectorAll('section[data-kind] ~ :not(section)')]
  for (const element of after) element.remove()
  const kinds = sections.map((section) => {
    const heading = section.querySelector('h3')
    const title = heading?.textContent ?? ''
    heading?.remove()
    section.remove()
    return { id: section.getAttribute('data-kind') ?? '', title, content: section }
  })
  return { kinds, after }
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
