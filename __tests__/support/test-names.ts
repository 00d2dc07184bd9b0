import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A test that a document names: `` `__tests__/….test.ts`: “its name” ``. */
export interface NamedTest {
  file: string
  name: string
}

const root = join(import.meta.dirname, '../..')

/** Those whose file or name is not there (any more). */
export function missingTests(named: readonly NamedTest[]): NamedTest[] {
  return named.filter(({ file, name }) => {
    const path = join(root, file)
    return !existsSync(path) || !testNames(readFileSync(path, 'utf8')).includes(name)
  })
}

/** The names in calls of `test` and `it`, of `test.each(…)` among them. */
export function testNames(source: string): string[] {
  const calls =
    /(?:\b(?:test|it)\(|^\s*\](?: as const)?\)\(|\btest\.each[^\n]*\](?: as const)?\)\(|\btest\.each\(\w+\)\()\s*'((?:[^'\\]|\\.)*)'/gm
  return [...source.matchAll(calls)].map(([, name = '']) => name.replace(/\\(.)/g, '$1'))
}
