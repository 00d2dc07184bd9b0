/** Expressions of the workflow language, by GitHub's own evaluator (@actions/expressions). */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** How what came before has ended: of a step, the steps; of a job, those that it needs and theirs. */
export type Status = 'success' | 'failure' | 'cancelled' | 'skipped'

export type Contexts = Readonly<Record<string, unknown>>

const statusFunctions: Record<string, (status: Status) => boolean> = {
  always: () => true,
  cancelled: (status) => status === 'cancelled',
  failure: (status) => status === 'failure',
  success: (status) => status === 'success'
}

/** An expression's value, without its braces. */
export function evaluateValue(
  expression: string,
  contexts: Contexts,
  status: Status = 'success'
): unknown {
  const functions = Object.entries(statusFunctions).map(([name, holdsAt]) => ({
    ...{ name, minArgs: 0, maxArgs: 0 },
    call: () => new data.BooleanData(holdsAt(status))
  }))
  const { tokens } = new Lexer(expression).lex()
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse()
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  const named = new Map(functions.map((each) => [each.name, each]))
  const result = new Evaluator(tree, context, named).evaluate()
  return JSON.parse(JSON.stringify(result, data.replacer)) as unknown
}

/** The same as text. */
export function evaluate(expression: string, contexts: Contexts, status?: Status): string {
  return textOf(evaluateValue(expression, contexts, status))
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return 'Array'
  if (typeof value === 'object') return value === null ? '' : 'Object'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/**
 * Whether an `if:` lets a step or job run. It goes without the braces, too; and where it asks nothing of what came before, it asks for
 * success, as does none at all.
 */
export function holds(
  condition: string | undefined,
  contexts: Contexts,
  status: Status = 'success'
): boolean {
  const whole = /^\$\{\{((?:(?!\$\{\{).)*)\}\}$/s.exec(condition?.trim() ?? '')?.[1]
  const expression = whole ?? condition?.trim() ?? 'true'
  // GitHub makes text of it, which always holds.
  if (expression.includes('${{')) throw new Error(`an if of several pieces: ${expression}`)
  const named = expression.replace(/'(?:[^']|'')*'/g, "''")
  const asks = Object.keys(statusFunctions).some((name) =>
    new RegExp(`(?<![\\w.-])${name}\\s*\\(`, 'i').test(named)
  )
  const all = asks ? expression : `success() && (${expression})`
  return evaluateValue(`!!(${all})`, contexts, status) === true
}

/**
 * Text with the values of its expressions; one that is an expression and nothing else keeps its kind. `${{ steps.x.outputs.y }}` and the
 * like that lead nowhere are a mistake, but for an output that was not set.
 */
export function fill(text: string, contexts: Contexts, status?: Status): unknown {
  const valueOf = (expression: string): unknown => {
    refuseUnknown(expression, contexts)
    return evaluateValue(expression, contexts, status)
  }
  const whole = /^\$\{\{((?:(?!\$\{\{).)*)\}\}$/s.exec(text)?.[1]
  if (whole !== undefined) return valueOf(whole.trim())
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    textOf(valueOf(expression.trim()))
  )
}

export function fillText(text: string, contexts: Contexts, status?: Status): string {
  return textOf(fill(text, contexts, status))
}

export function fillTexts(
  texts: Readonly<Record<string, string>>,
  contexts: Contexts,
  status?: Status
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, fillText(text, contexts, status)])
  )
}

/** All text below a value of YAML. */
export function fillAll(value: unknown, contexts: Contexts): unknown {
  if (typeof value === 'string') return fill(value, contexts)
  if (Array.isArray(value)) return value.map((each) => fillAll(each, contexts))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [key, fillAll(inside, contexts)])
  )
}

/** What GitHub would take for nothing: a name alone that no context has. What an event says may be missing, as may an output or a secret. */
function refuseUnknown(expression: string, contexts: Contexts): void {
  if (!/^(?!github\.event\.|secrets\.)[a-z]+(\.[\w-]+)+$/i.test(expression)) return
  const names = expression.split('.')
  let value: unknown = contexts
  for (const [index, name] of names.entries()) {
    const inside = (value ?? {}) as Record<string, unknown>
    if (!Object.hasOwn(inside, name)) {
      if (index === 3 && names[2] === 'outputs') return
      throw new Error(`${expression}: there is no ${names.slice(0, index + 1).join('.')}`)
    }
    value = inside[name]
  }
}
