import { terminalText } from '../harmless.ts'
import type { InitReport } from './init.ts'
import { stepNames, type StepEnd } from './run.ts'

const headings: readonly (readonly [StepEnd['state'], string])[] = [
  ['planned', 'Would be done'],
  ['done', 'Done'],
  ['there', 'Was there'],
  ['left', 'Not done']
]

/** For people: what was done, what was there, and what is left to do. */
export function initText(report: InitReport): string {
  const { repository, steps } = report
  const sections = headings.flatMap(([state, heading]) => {
    const found = steps.filter((step) => step.state === state)
    return found.length === 0
      ? []
      : [heading, ...found.map(({ step, text }) => `  ${step}: ${text}`)]
  })
  const todo = todoOf(report)
  return terminalText([
    repository,
    ...sections,
    ...(todo.length === 0 ? [] : ['Left to do', ...todo.map((line) => `  ${line}`)])
  ])
}

export function initJson(report: InitReport): Record<string, unknown> {
  const { repository, attribute, systems, publicKey, steps } = report
  const told = steps.map(({ step, state, text }) => ({ step, state, text }))
  return {
    repository,
    attribute,
    systems,
    'public-key': publicKey,
    steps: told,
    todo: todoOf(report)
  }
}

/** In the order of the steps, but what is to be committed comes before what waits for a run. */
function todoOf({ steps }: InitReport): string[] {
  const order = (end: StepEnd): number => stepNames.indexOf(end.step)
  return [...steps].sort((a, b) => order(a) - order(b)).flatMap(({ todo }) => todo)
}
