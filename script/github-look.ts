/** Markdown as GitHub shows it: GitHub's own style, and as much of its page as a picture needs. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import markdownIt from 'markdown-it'

const { resolve } = createRequire(import.meta.url)
/** Follows the browser's scheme. */
const style = readFileSync(resolve('github-markdown-css/github-markdown.css'), 'utf8')
const markdown = markdownIt({ html: true, linkify: true })

/** The README of a repository, below its name. */
export function readmePage(repository: string, text: string): string {
  const [owner = '', name = ''] = repository.split('/')
  return page(`
    <p class="path">${owner} / <b>${name}</b></p>
    <article class="box"><p class="bar">README.md</p>
    <div class="markdown-body">${markdown.render(text)}</div></article>`)
}

export interface ShownPullRequest {
  number: number
  title: string
  author: string
  head: string
  base: string
  body: string
}

/** A pull request's page: its title, what is to be merged, what it says. */
export function pullRequestPage(repository: string, shown: ShownPullRequest): string {
  const [owner = '', name = ''] = repository.split('/')
  return page(`
    <p class="path">${owner} / <b>${name}</b></p>
    <h1>${text(shown.title)} <span class="muted">#${shown.number}</span></h1>
    <p class="muted"><span class="open">Open</span> <b>${text(shown.author)}</b> wants to merge 1 commit into
      <code>${text(shown.base)}</code> from <code>${text(shown.head)}</code></p>
    <article class="box"><p class="bar"><b>${text(shown.author)}</b> <span class="muted">commented</span></p>
    <div class="markdown-body">${markdown.render(shown.body)}</div></article>`)
}

function page(content: string): string {
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>GitHub</title>
<style>${style}${frame}</style><body class="markdown-body"><main>${content}</main></body></html>`
}

const frame = `
  body.markdown-body { margin: 0; font-family: sans-serif; }
  main { padding: 20px 28px; }
  .markdown-body h1 { border: 0; font-size: 26px; font-weight: 400; margin: 8px 0; padding: 0; }
  .markdown-body article .markdown-body { font-size: 14px; padding: 22px 28px; }
  .markdown-body article h1 { border-bottom: 1px solid var(--borderColor-muted); font-weight: 600; padding-bottom: 8px; }
  .markdown-body .path { color: var(--fgColor-accent); font-size: 17px; margin: 0 0 14px; }
  .box { border: 1px solid var(--borderColor-default); border-radius: 6px; }
  .markdown-body .bar {
    background: var(--bgColor-muted); border-bottom: 1px solid var(--borderColor-default);
    border-radius: 6px 6px 0 0; font-size: 14px; margin: 0; padding: 9px 16px;
  }
  .muted { color: var(--fgColor-muted); }
  .open { background: #1f883d; border-radius: 2em; color: #fff; font-weight: 500; margin-right: 6px; padding: 5px 12px; }
`

function text(plain: string): string {
  return markdown.utils.escapeHtml(plain)
}
