import { attempt } from '../../errors.ts'
import { bodyOf } from './leading-sha.ts'

/**
 * A JSON answer with a long array: each object in an array of its outermost object goes to `take` by itself as it comes, and the answer is
 * given without them. As a whole, 20,000 of them would take ten times as much memory as they have text. What is no such answer is given
 * as it is: JSON parsed and all else as text, empty when it was cut. Rejects as the body does. `body`: a stream of bytes, which Octokit does
 * not type.
 */
export async function readItems(body: unknown, take: (item: unknown) => void): Promise<unknown> {
  const decoder = new TextDecoder()
  const items = new JsonItems(take)
  for await (const chunk of bodyOf(body)) items.read(decoder.decode(chunk, { stream: true }))
  items.read(decoder.decode())
  return items.end()
}

const special = /["\\[\]{}]/g

class JsonItems {
  readonly #take: (item: unknown) => void
  /** What is read of the item that is under way, and what is read of all else. */
  #item: string | null = null
  #rest = ''
  #isBroken = false
  /** How many brackets and braces are open, and which is the second of them. */
  #depth = 0
  #second = ''
  /** Of the array that the second one is, an item was taken: what stands between items is dropped. */
  #isBetween = false
  #isInString = false
  #isEscaped = false

  constructor(take: (item: unknown) => void) {
    this.#take = take
  }

  read(text: string): void {
    let from = 0
    const keep = (end: number): void => {
      if (this.#item !== null) this.#item += text.slice(from, end)
      else if (!this.#isBetween) this.#rest += text.slice(from, end)
      from = end
    }
    special.lastIndex = this.#isEscaped ? 1 : 0
    if (text !== '') this.#isEscaped = false
    for (let found = special.exec(text); found !== null; found = special.exec(text)) {
      const [character] = found
      const at = found.index
      if (character === '"') this.#isInString = !this.#isInString
      else if (character === '\\') {
        special.lastIndex = at + 2
        this.#isEscaped = at + 1 === text.length
      } else if (this.#isInString) continue
      else if (character === '{' || character === '[') {
        this.#depth++
        if (this.#depth === 2) this.#second = character
        if (this.#depth === 3 && this.#second === '[' && character === '{') {
          keep(at)
          this.#item = ''
        }
      } else {
        this.#depth--
        if (this.#depth === 2 && this.#item !== null) {
          keep(at + 1)
          this.#end(this.#item)
        } else if (this.#depth === 1) {
          keep(at)
          this.#isBetween = false
        }
      }
    }
    keep(text.length)
  }

  #end(item: string): void {
    this.#item = null
    this.#isBetween = true
    const parsed = attempt((): unknown => JSON.parse(item), undefined)
    if (parsed === undefined) this.#isBroken = true
    else this.#take(parsed)
  }

  end(): unknown {
    const isObject = this.#rest.trimStart().startsWith('{')
    if (isObject && (this.#isBroken || this.#depth !== 0)) return ''
    return attempt((): unknown => JSON.parse(this.#rest), isObject ? '' : this.#rest)
  }
}
