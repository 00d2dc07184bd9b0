import { JSONParser } from '@streamparser/json'
import { attempt } from '../../errors.ts'
import { bodyOf } from './leading-sha.ts'

/**
 * A listing of a tree, `{"tree":[…],"truncated":…}`: each entry goes to `take` by itself as it comes, and the answer is given with an empty
 * `tree`. As a whole, 20,000 entries would take ten times as much memory as they have text. An answer without entries is given as it is, JSON
 * parsed and all else as text; empty when it was cut. Rejects as the body does. `body`: a stream of bytes, which Octokit does not type.
 */
export async function readTree(body: unknown, take: (entry: unknown) => void): Promise<unknown> {
  const parser = new JSONParser({ paths: ['$.tree.*', '$.truncated'], keepStack: false })
  const state = { isTaken: false, isBroken: false }
  const answer: Record<string, unknown> = { tree: [] }
  parser.onValue = ({ value, key, stack }) => {
    if (stack.length < 2) answer['truncated'] = value
    else if (typeof key === 'number') {
      state.isTaken = true
      take(value)
    } else state.isBroken = true
  }
  parser.onError = () => {
    state.isBroken = true
  }
  // Until the first entry comes.
  const begun: Uint8Array[] = []
  for await (const chunk of bodyOf(body)) {
    if (!state.isTaken) begun.push(chunk)
    if (!state.isBroken) parser.write(chunk)
  }
  if (state.isTaken) return state.isBroken || !parser.isEnded ? '' : answer
  const text = Buffer.concat(begun).toString()
  return attempt((): unknown => JSON.parse(text), text.trimStart().startsWith('{') ? '' : text)
}
