import { parseArgsStringToArgv } from 'string-argv'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { hasControlCharacter } from '../harmless.ts'
import { quote } from '../text.ts'

/** What only a shell understands; each would be an argument here. */
const shellWords = ['|', '||', '&', '&&', ';', '>', '>>', '<', '2>&1']

/**
 * Program and arguments of `smoke-test`; null when it is empty. Quotes hold words together; there is no shell, so nothing else means
 * anything. Throws INPUT_INVALID.
 */
export function parseSmokeTest(environment: Environment): string[] | null {
  const text = environment.input('smoke-test')
  if (text === '') return null
  if (hasControlCharacter(text)) throw refused(text, 'it is more than one line')
  if (/["']/.test(text.replace(/"[^"]*"|'[^']*'/g, ''))) {
    throw refused(text, 'a quote is not closed')
  }
  const words = parseArgsStringToArgv(text)
  const shellWord = words.find((word) => shellWords.includes(word))
  if (shellWord !== undefined) {
    throw refused(text, `${quote(shellWord)} means something to a shell, and none runs it`)
  }
  if (words[0] === undefined || words[0] === '') throw refused(text, 'it names no program')
  return words
}

function refused(text: string, reason: string): NarPublishError {
  return new NarPublishError({
    code: 'INPUT_INVALID',
    subject: `input smoke-test, ${quote(text)}`,
    reason,
    hint: "Give one program and its arguments, such as `infer version`; for more, `sh -c 'infer version | grep 1'`."
  })
}
