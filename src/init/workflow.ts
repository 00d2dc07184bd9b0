import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  type Stats
} from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, NarPublishError } from '../errors.ts'
import { isCommitted } from './checkout.ts'
import { announce, workflowPath, type InitRun, type StepEnd } from './run.ts'
import { workflowText, type WorkflowWishes } from './workflow-text.ts'

const commit = `git add ${workflowPath} && git commit -m 'Publish to a binary cache' && git push`

/** Writes the workflow where the checkout has none of that name, and none that uses nar-publish. Throws FILE_UNUSABLE. */
export async function writeWorkflow(run: InitRun, wishes: WorkflowWishes): Promise<StepEnd> {
  const step = 'workflow'
  const { workspace: root } = run.environment
  const there = findWorkflow(root)
  if (there !== null) {
    const isKnown = run.options.skip.has(step) || isText(join(root, there), workflowText(wishes))
    const isNew = there === workflowPath && !(await isCommitted(root, there, run))
    // What it does is not judged: it may be about something else, or only use a cache.
    const look = `see that ${there} publishes ${wishes.attribute}: no workflow was written beside it`
    const todo = [...(isKnown ? [] : [look]), ...(isNew ? [commit] : [])]
    return { step, state: 'there', text: `${there} is there and stays as it is`, todo }
  }
  const systems = wishes.systems === null ? '' : ' for each of its systems'
  const order = `write ${workflowPath}, which publishes ${wishes.attribute}${systems} at each push to ${wishes.branch}`
  const ended = await announce(run, step, order)
  if (ended !== null) return ended
  writeNew(root, workflowText(wishes))
  return { step, state: 'done', text: `wrote ${workflowPath}; it is not committed`, todo: [commit] }
}

/** The workflow that publishes already: a file of that name, whatever is in it, or one that uses nar-publish. null: there is none. */
function findWorkflow(root: string): string | null {
  const folder = dirname(workflowPath)
  // A folder that is a link would lead out of the checkout.
  for (const path of [dirname(folder), folder]) {
    const stats = statsOf(join(root, path))
    if (stats === null) return null
    if (!stats.isDirectory()) throw unusable(root, path)
  }
  if (statsOf(join(root, workflowPath)) !== null) return workflowPath
  const files = readdirSync(join(root, folder), { withFileTypes: true })
  const using = files.find(
    (file) => file.isFile() && /\.ya?ml$/.test(file.name) && uses(join(root, folder, file.name))
  )
  return using === undefined ? null : `${folder}/${using.name}`
}

function uses(file: string): boolean {
  return readFileSync(file, 'utf8')
    .split('\n')
    .some((line) => /^[^#]*\buses["']?\s*:\s*["']?[\w.-]+\/nar-publish[/@]/.test(line))
}

/** Of a file alone: a link may lead anywhere. */
function isText(file: string, text: string): boolean {
  return statsOf(file)?.isFile() === true && readFileSync(file, 'utf8') === text
}

/** Whole or not at all, and never over what somebody put there meanwhile. */
function writeNew(root: string, text: string): void {
  const file = join(root, workflowPath)
  const unfinished = join(dirname(file), '.publish.yml.unfinished')
  mkdirSync(dirname(file), { recursive: true })
  rmSync(unfinished, { force: true })
  try {
    writeFileSync(unfinished, text, { flag: 'wx' })
    linkSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Of the name itself, be it a link; null: there is nothing. */
function statsOf(path: string): Stats | null {
  try {
    return lstatSync(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function unusable(root: string, path: string): NarPublishError {
  return new NarPublishError({
    code: 'FILE_UNUSABLE',
    subject: join(root, path),
    reason: 'it is a link or a file, where GitHub looks for a folder',
    hint: `Move it away, or leave the step out with \`--skip workflow\`.`
  })
}
