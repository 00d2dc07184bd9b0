/**
 * Checks action.yml and every workflow, ours and those to copy: by GitHub's own parser (@actions/workflow-parser: schema, expressions,
 * `needs`), and for what no schema says: each `with:` of ours exists, each action is pinned, each permission has its reason.
 */
import { globSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { problemsOfWorkflow, type WorkflowFile } from './workflow-rules.ts'

// The parser's bundle imports its schemas as JSON without saying so, which Node wants.
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.json')
      ? next(url, { ...context, importAttributes: { ...context.importAttributes, type: 'json' } })
      : next(url, context)
})
const parser = await import('@actions/workflow-parser')
const { parseAction } = await import('@actions/workflow-parser/actions/action-parser')

const trace = new parser.NoOperationTraceWriter()

/** What GitHub would say of a workflow. */
async function parserProblems(file: WorkflowFile): Promise<string[]> {
  const { context, value } = parser.parseWorkflow(file, trace)
  if (value === undefined) return errorsOf(context)
  const template = await parser.convertWorkflowTemplate(context, value)
  return (template.errors ?? []).map(({ Message }) => Message)
}

function errorsOf(context: ReturnType<typeof parser.parseWorkflow>['context']): string[] {
  return context.errors.getErrors().map(({ message }) => message)
}

const read = (name: string): WorkflowFile => ({ name, content: readFileSync(name, 'utf8') })
const action = read('action.yml')
const problems = errorsOf(parseAction(action, trace).context)
const files = [
  ...globSync('.github/workflows/*.yml').sort(),
  ...globSync('docs/workflows/*.yml').sort()
].map(read)
for (const file of files) {
  problems.push(...(await parserProblems(file)))
  problems.push(...problemsOfWorkflow(file, action.content))
}
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
