/**
 * Finds the end of a NAR in a stream that goes on after it. A NAR does not say its length; its grammar does
 * (Nix, src/libutil/archive.cc):
 *
 *     nar  = "nix-archive-1" node
 *     node = "(" "type" ( "regular" ["executable" ""] ["contents" bytes] | "symlink" "target" text | "directory" entry* ) ")"
 *     entry = "entry" "(" "name" text "node" node ")"
 *
 * Every string has its length before it (64 bits, little-endian) and zeros after it, up to a multiple of 8.
 */

type State =
  | 'magic'
  | 'open'
  | 'typeKey'
  | 'type'
  | 'regular'
  | 'executable'
  | 'contentsKey'
  | 'contents'
  | 'close'
  | 'symlink'
  | 'target'
  | 'directory'
  | 'entryOpen'
  | 'nameKey'
  | 'name'
  | 'nodeKey'
  | 'entryClose'
  | 'end'

/** What the string that comes next may be, and what is expected after it. `null`: any string. */
const grammar: Record<State, Readonly<Record<string, State>> | null> = {
  magic: { 'nix-archive-1': 'open' },
  open: { '(': 'typeKey' },
  typeKey: { type: 'type' },
  type: { regular: 'regular', symlink: 'symlink', directory: 'directory' },
  regular: { executable: 'executable', contents: 'contents', ')': 'end' },
  executable: { '': 'contentsKey' },
  contentsKey: { contents: 'contents', ')': 'end' },
  contents: null,
  close: { ')': 'end' },
  symlink: { target: 'target' },
  target: null,
  directory: { entry: 'entryOpen', ')': 'end' },
  entryOpen: { '(': 'nameKey' },
  nameKey: { name: 'name' },
  name: null,
  nodeKey: { node: 'open' },
  entryClose: { ')': 'directory' },
  end: {}
}
const afterAnyString: Partial<Record<State, State>> = {
  contents: 'close',
  target: 'close',
  name: 'nodeKey'
}

const longestKeyword = 'nix-archive-1'.length

/** bytes; what a file system allows for a name. A longer one is passed over. */
const longestName = 255n

export class NarScanner {
  #state: State = 'magic'
  readonly #onFile: ((path: string) => void) | undefined
  /** Of the entries that are open, where somebody wants to know. */
  readonly #names: string[] = []
  /** Folders that are open. */
  #depth = 0
  /** Bytes of the length field or the keyword, until they are whole. */
  #pending = Buffer.alloc(0)
  /** null: the length field is read. */
  #length: number | null = null
  /** Bytes of an uninteresting string and of padding that are still to pass. */
  #skip = 0

  /** `onFile` is told of each file when it begins: its path in the NAR, empty when it is the NAR’s all, a character for each byte. */
  constructor(onFile?: (path: string) => void) {
    this.#onFile = onFile
  }

  /**
   * Takes the next bytes. Gives how many of them belong to the NAR when it ends among them, else null. Throws SyntaxError for what is
   * no NAR.
   */
  push(chunk: Buffer): number | null {
    let at = 0
    while (at < chunk.length) {
      if (this.#skip > 0) {
        const passed = Math.min(this.#skip, chunk.length - at)
        this.#skip -= passed
        at += passed
      } else {
        const wanted = (this.#length ?? 8) - this.#pending.length
        const part = chunk.subarray(at, at + wanted)
        this.#pending = Buffer.concat([this.#pending, part])
        at += part.length
        if (part.length === wanted) this.#takePending()
      }
      if (this.#skip === 0 && this.#state === 'end') return at
    }
    return null
  }

  #takePending(): void {
    const bytes = this.#pending
    this.#pending = Buffer.alloc(0)
    if (this.#length === null) this.#takeLength(bytes.readBigUInt64LE())
    else if (this.#state === 'name') this.#takeName(bytes.toString('latin1'))
    else this.#takeKeyword(bytes.toString('latin1'))
  }

  #takeLength(length: bigint): void {
    const keywords = grammar[this.#state]
    if (length > BigInt(keywords === null ? Number.MAX_SAFE_INTEGER - 8 : longestKeyword)) {
      throw new SyntaxError(
        `not a NAR: a string of ${length} bytes where ${this.#state} is expected`
      )
    }
    const isWanted = this.#state === 'name' && this.#onFile !== undefined
    if (isWanted && length > 0n && length <= longestName) this.#length = Number(length)
    else if (keywords === null) {
      if (isWanted) this.#names.push('')
      this.#skip = padded(Number(length))
      this.#state = afterAnyString[this.#state] ?? 'end'
    } else if (length === 0n) this.#takeKeyword('')
    else this.#length = Number(length)
  }

  #takeName(name: string): void {
    this.#names.push(name)
    this.#skip = padded(name.length) - name.length
    this.#length = null
    this.#state = 'nodeKey'
  }

  #takeKeyword(keyword: string): void {
    const next = grammar[this.#state]?.[keyword]
    if (next === undefined) {
      throw new SyntaxError(
        `not a NAR: ${JSON.stringify(keyword)} where ${this.#state} is expected`
      )
    }
    this.#skip = padded(keyword.length) - keyword.length
    this.#length = null
    if (next === 'regular') this.#onFile?.(this.#names.join('/'))
    if (next === 'end') {
      if (this.#state === 'directory') this.#depth -= 1
      this.#names.pop()
      this.#state = this.#depth > 0 ? 'entryClose' : 'end'
    } else {
      if (next === 'directory' && this.#state === 'type') this.#depth += 1
      this.#state = next
    }
  }
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8
}
