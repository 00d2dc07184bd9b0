import { z } from 'zod'
import { markdownCode } from '../../markdown/markdown.ts'
import type { WorkflowRunEvent } from '../../pull-request-events.ts'
import type { GitHubApi } from '../../repository/github/api.ts'
import { makeCheckRun, type CheckRun } from '../../repository/github/check-runs.ts'
import { count, list } from '../../text.ts'
import type { TextFile } from '../types.ts'
import type { RepairEdit } from './types.ts'

const name = 'nar-publish: hashes'

type Conclusion = Pick<CheckRun, 'conclusion' | 'title' | 'summary'>

/** What the run said. */
interface Found {
  /** The pull request's. */
  number: number
  edits: readonly RepairEdit[]
  /** For which it says that somebody looked. */
  systems: readonly string[]
  files: readonly TextFile[]
}

/**
 * A check run on the head: at each stale hash an annotation with the one that belongs there. It is a success only when the run that looked was one,
 * says that nothing is stale, and was not of a workflow that the pull request brought. Gives its title. Throws TOKEN_FORBIDDEN.
 */
export async function annotate(
  api: GitHubApi,
  event: WorkflowRunEvent,
  found: Found,
  runUrl: string | null
): Promise<string> {
  const { edits, files } = found
  const { head } = event
  const { conclusion, title, summary } =
    edits.length > 0 ? stale(event, edits) : await clean(api, event, found)
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const annotations = edits.map((edit) => annotationOf(edit, texts.get(edit.file) ?? ''))
  await makeCheckRun(api, {
    ...{ name, head: head.commit, conclusion, title, summary, annotations },
    detailsUrl: runUrl
  })
  return title
}

function stale({ conclusion: ended }: WorkflowRunEvent, edits: readonly RepairEdit[]): Conclusion {
  const others =
    ended === 'success'
      ? ''
      : ' Of some packages it is not known: the run that looked did not succeed.'
  return {
    conclusion: 'failure',
    title: `${count(edits.length, 'hash', 'hashes')} stale`,
    summary: `Each is annotated with the hash that belongs there.${others}`
  }
}

/** What may be said where no hash was left. */
async function clean(
  api: GitHubApi,
  event: WorkflowRunEvent,
  { number, systems }: Found
): Promise<Conclusion> {
  const { conclusion: ended, workflow } = event
  const unknown = (summary: string): Conclusion => {
    return { conclusion: 'neutral', title: 'it is not known whether hashes are stale', summary }
  }
  if (ended !== 'success') {
    return unknown(`The run that looked ended with ${markdownCode(ended ?? 'no conclusion')}.`)
  }
  if (systems.length === 0) return unknown('The run left no word of what it looked at.')
  if (workflow === null || !(await isOfDefaultBranch(api, event, workflow))) {
    return unknown(
      `The workflow that looked (${markdownCode(workflow ?? 'unnamed')}) is not as the default branch has it, so that it may have looked at anything.`
    )
  }
  return {
    conclusion: 'success',
    title: 'no hash has become stale',
    summary: `Nothing that #${number} changes needs another hash than it has, on ${list(systems.slice(0, 10).map((system) => markdownCode(system)))}.`
  }
}

/**
 * Whether the head has the workflow as the default branch has it: a pull request's run is of what the merge of its head has, which is then nobody
 * else's.
 */
async function isOfDefaultBranch(
  api: GitHubApi,
  { head }: WorkflowRunEvent,
  path: string
): Promise<boolean> {
  const blobAt = async (ref: { ref?: string }): Promise<string | null> => {
    const reply = await api.ask(
      { route: 'GET /repos/{owner}/{repo}/contents/{path}', parameters: { path, ...ref } },
      z.union([z.object({ type: z.string(), sha: z.string() }), z.array(z.unknown())]),
      ['not-found']
    )
    if (reply.kind === 'not-found' || Array.isArray(reply.data)) return null
    return reply.data.type === 'file' ? reply.data.sha : null
  }
  const [ofHead, ofDefault] = [await blobAt({ ref: head.commit }), await blobAt({})]
  return ofHead !== null && ofHead === ofDefault
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
  // A line may have a million characters.
  const before = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200), start)
  return /([\w'-]{1,80})"?\s*[=:]\s*["']*$/.exec(before)?.[1] ?? 'the hash'
}
