import { App } from './app.ts'
import { readCache } from './cache.ts'
import { served } from './files.ts'
import { page } from './views/shell.ts'

// What the page says without a script becomes a part of what it says with one.
const data = document.getElementById('cache')?.textContent ?? ''
const usage = document.getElementById('usage')
const root = document.getElementById('page')
if (usage !== null && root !== null) {
  const cache = readCache(data)
  const files = location.protocol === 'file:' ? null : served
  const withoutScript = [...root.children]
  const place = usage.parentNode
  const next = usage.nextSibling
  try {
    usage.remove()
    root.replaceChildren()
    new App({ cache, files, usage, root, view: page })
  } catch (error) {
    // A browser that lacks something shows what it would without a script.
    place?.insertBefore(usage, next)
    root.replaceChildren(...withoutScript)
    throw error
  }
  addEventListener('keydown', (event) => {
    const isTyping = (event.target as Element).closest('input, textarea, select') !== null
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    const query = document.getElementById('query')
    if (query === null) return
    event.preventDefault()
    query.focus()
  })
}
