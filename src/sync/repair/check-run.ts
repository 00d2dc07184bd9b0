import { z } from 'zod'
import { markdownCode } from '../../markdown/markdown.ts'
import type { WorkflowRunEvent } from '../../pull-request-events.ts'
import type { GitHubApi } from '../../repository/github/api.ts'
import { count } from '../../text.ts'
import type { TextFile } from '../types.ts'
import type { RepairEdit } from './types.ts'

const name = 'nar-publish: hashes'

/** GitHub takes so many annotations in one request. https://docs.github.com/en/rest/checks/runs */
const atOnce = 50

interface Conclusion {
  conclusion: 'success' | 'failure' | 'neutral'
  title: string
  summary: string
}

/**
 * A check run on the head: at each stale hash an annotation with the one that belongs there. It is a success only when the run that looked was one,
 * and left nothing. Gives its title. Throws TOKEN_FORBIDDEN.
 */
export async function annotate(
  api: GitHubApi,
  { head, conclusion: ended }: WorkflowRunEvent,
  { edits, files }: { edits: readonly RepairEdit[]; files: readonly TextFile[] },
  runUrl: string | null
): Promise<string> {
  const { conclusion, title, summary } = conclude(ended, edits)
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const all = edits.map((edit) => annotationOf(edit, texts.get(edit.file) ?? ''))
  const output = { title, summary }
  const { id } = await api.call(
    {
      route: 'POST /repos/{owner}/{repo}/check-runs',
      parameters: {
        name,
        head_sha: head.commit,
        status: 'completed',
        conclusion,
        ...(runUrl === null ? {} : { details_url: runUrl }),
        output: { ...output, annotations: all.slice(0, atOnce) }
      }
    },
    z.object({ id: z.number() })
  )
  for (let next = atOnce; next < all.length; next += atOnce) {
    await api.call(
      {
        route: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
        parameters: {
          check_run_id: id,
          output: { ...output, annotations: all.slice(next, next + atOnce) }
        }
      },
      z.unknown()
    )
  }
  return title
}

function conclude(ended: string | null, edits: readonly RepairEdit[]): Conclusion {
  if (edits.length > 0) {
    const title = `${count(edits.length, 'hash', 'hashes')} stale`
    const others =
      ended === 'success'
        ? ''
        : ' Of some packages it is not known: the run that looked did not succeed.'
    return {
      conclusion: 'failure',
      title,
      summary: `Each is annotated with the hash that belongs there.${others}`
    }
  }
  if (ended === 'success') {
    return {
      conclusion: 'success',
      title: 'no hash is stale',
      summary: 'No package of this pull request needs another hash than it has.'
    }
  }
  return {
    conclusion: 'neutral',
    title: 'it is not known whether hashes are stale',
    summary: `The run that looked ended with ${markdownCode(ended ?? 'no conclusion')}.`
  }
}

function annotationOf(edit: RepairEdit, text: string): object {
  const { file, line, derivations, packages, newHash } = edit
  const [first = packages[0] ?? ''] = derivations
  return {
    path: file,
    start_line: line,
    end_line: line,
    annotation_level: 'failure',
    title: `stale hash of ${first}`.slice(0, 250),
    message: `${attributeAt(text, edit)} is stale: ${newHash}`
  }
}

/** Whose value it is, as far as its own line tells. */
function attributeAt(text: string, { start }: RepairEdit): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return /([\w'-]{1,80})"?\s*[=:]\s*["']*$/.exec(before)?.[1] ?? 'the hash'
}
