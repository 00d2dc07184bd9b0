type Fetch = typeof globalThis.fetch

/** Bytes of a refusal that are read: GitHub's has some hundred. */
const largestRefusal = 65_536

/** Sends one request and lets through so many bytes of the answer's body as it may have, counted as they come out of any compression. */
export class BoundedFetch {
  /** The answer had more, and its connection is closed. */
  isExceeded = false

  readonly fetch: Fetch

  constructor(send: Fetch, most: number) {
    this.fetch = async (...request) => {
      const response = await send(...request)
      if (response.body === null) return response
      const { status, statusText, headers, ok } = response
      let left = ok ? most : largestRefusal
      if (saysLengthWithin(headers, left)) return response
      const counted = new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          left -= chunk.length
          if (left >= 0) controller.enqueue(chunk)
          // What a refusal is about stands at its beginning.
          else if (!ok) controller.terminate()
          else {
            this.isExceeded = true
            controller.error(new Error(`the answer has over ${most} bytes`))
          }
        }
      })
      const body = response.body.pipeThrough(counted)
      return new Response(body, { status, statusText, headers: [...headers] })
    }
  }
}

/** Then no more comes: the client takes so many bytes and no other. What is compressed grows. */
function saysLengthWithin(headers: Headers, most: number): boolean {
  const length = headers.get('content-length')
  return length !== null && !headers.has('content-encoding') && Number(length) <= most
}
