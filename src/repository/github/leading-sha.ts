/** A listing begins with the hash of what it lists: `{"sha":"…","url":…,"tree":[…]}`. */
const beginning = /^\s*\{\s*"sha"\s*:\s*"([0-9a-f]{40,64})"/
const longestBeginning = 200

/**
 * Of a JSON answer the object with its `sha` alone, when that stands first; the rest is not received, for which the connection is
 * closed. An answer that begins otherwise is read whole. Rejects when it breaks off, or is no JSON. `body`: a stream of bytes, which
 * Octokit does not type.
 */
export async function readLeadingSha(body: unknown): Promise<unknown> {
  const decoder = new TextDecoder()
  let text = ''
  let mayBegin = true
  for await (const chunk of bodyOf(body)) {
    text += decoder.decode(chunk, { stream: true })
    if (!mayBegin) continue
    const sha = beginning.exec(text)?.[1]
    if (sha !== undefined) return { sha }
    mayBegin = text.length < longestBeginning
  }
  return JSON.parse(text + decoder.decode())
}

/** An answer's body, as it comes. */
export function bodyOf(body: unknown): AsyncIterable<Uint8Array> {
  if (!isStream(body)) throw new TypeError('the answer is no stream')
  return body
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}
