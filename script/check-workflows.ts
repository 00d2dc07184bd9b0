/**
 * Checks action.yml and every workflow, ours and those to copy: by GitHub's own parser (@actions/workflow-parser: schema, expressions,
 * `needs`), and for what no schema says (workflow-rules.ts). `node script/check-workflows.ts [file…]`: those files instead.
 */
import { globSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { basename } from 'node:path'
import {
  problemsOfAction,
  problemsOfDependabot,
  problemsOfPins,
  problemsOfWorkflow,
  type WorkflowFile
} from './workflow-rules.ts'

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
const action = readFileSync('action.yml', 'utf8')

/** What GitHub would say of a file, and what we say. */
async function problemsOf(file: WorkflowFile): Promise<string[]> {
  switch (basename(file.name)) {
    case 'action.yml':
      return [...errorsOf(parseAction(file, trace).context), ...problemsOfAction(file)]
    case 'dependabot.yml':
      return problemsOfDependabot(file)
    default: {
      const { context, value } = parser.parseWorkflow(file, trace)
      if (value === undefined) return errorsOf(context)
      const template = await parser.convertWorkflowTemplate(context, value)
      const errors = (template.errors ?? []).map(({ Message }) => Message)
      // Our rules read what GitHub would take.
      return errors.length > 0
        ? errors
        : [...problemsOfWorkflow(file, action), ...problemsOfPins(file, others)]
    }
  }
}

function errorsOf(context: ReturnType<typeof parser.parseWorkflow>['context']): string[] {
  return context.errors.getErrors().map(({ message }) => message)
}

function filesOf(...patterns: string[]): string[] {
  return patterns.flatMap((pattern) => globSync(pattern).sort())
}

const read = (name: string): WorkflowFile => ({ name, content: readFileSync(name, 'utf8') })
const others = filesOf('.github/workflows/*.yml', 'docs/workflows/*.yml', 'docs/*.md').map(read)
const given = process.argv.slice(2)
const names =
  given.length > 0
    ? given
    : filesOf('action.yml', '.github/*.yml', '.github/workflows/*.yml', 'docs/workflows/*.yml')
for (const name of names) {
  for (const problem of await problemsOf(read(name))) {
    console.error(problem.startsWith(name) ? problem : `${name}: ${problem}`)
    process.exitCode = 1
  }
}
