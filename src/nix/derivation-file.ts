import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { codeOf } from '../errors.ts'
import { isStorePath, parseStorePath } from '../store-path.ts'
import { contentPath } from './content-path.ts'

/** What a .drv file says, as it says it. */
export interface DerivationText {
  outputs: Record<string, OutputText>
  /** .drv → its outputs that are needed. */
  inputDrvs: Record<string, string[]>
  inputSrcs: string[]
  system: string
  builder: string
  args: string[]
  env: Record<string, string>
}

interface OutputText {
  /** undefined: known once it is built. */
  path: string | undefined
  /** `r:sha256`; empty: no hash is fixed. */
  hashAlgo: string
  /** Base16. undefined: known once it is built. */
  hash: string | undefined
}

/**
 * Reads a .drv as a file of this machine's. Its path is the hash of what it says, so that it is the right one whichever store it was asked
 * for in. null: there is no such file, its bytes are not those that its name is for, or it says what Nix itself has to explain (a newer
 * form, text that is no UTF-8).
 */
export function readDerivationFile(drvPath: string): DerivationText | null {
  const bytes = readIfThere(drvPath)
  return bytes === null ? null : readDerivationBytes(drvPath, bytes)
}

/** The same of the file's bytes. */
export function readDerivationBytes(drvPath: string, bytes: Buffer): DerivationText | null {
  if (!isUtf8(bytes)) return null
  const read = parseDerivationText(bytes.toString('utf8'))
  return read !== null && textPath(drvPath, bytes, read) === drvPath ? read : null
}

function readIfThere(path: string): Buffer | null {
  return isStorePath(path) ? ifReadable(() => readFileSync(path), null) : null
}

/** Bytes of a source up to which it is looked into. */
const largestText = 16 * 1024 * 1024

/**
 * Whether a source may be a text that refers to a .drv (`builtins.toFile`), which is then needed as well; the database alone knows. So may
 * one that this process cannot read, or that is not on this machine.
 */
export function mayNameDerivations(source: string): boolean {
  return ifReadable(() => {
    const found = lstatSync(source)
    if (!found.isFile()) return false
    return found.size > largestText || namedDerivation.test(readFileSync(source, 'latin1'))
  }, true)
}

const namedDerivation = /\/nix\/store\/[0-9a-df-np-sv-z]{32}-[\w+\-.?=]+\.drv/

function ifReadable<Read>(read: () => Read, otherwise: Read): Read {
  try {
    return read()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM'].includes(codeOf(error))) return otherwise
    throw error
  }
}

/** Where a text that refers to these inputs belongs: `makeTextPath` of Nix's libstore/store-api.cc. */
function textPath(
  drvPath: string,
  bytes: Buffer,
  { inputDrvs, inputSrcs }: DerivationText
): string {
  const references = [...new Set([...Object.keys(inputDrvs), ...inputSrcs])].toSorted()
  const { name } = parseStorePath(drvPath)
  const content = createHash('sha256').update(bytes).digest('hex')
  return contentPath(['text', ...references].join(':'), content, name)
}

/**
 * Takes `Derive([outputs],[inputDrvs],[inputSrcs],system,builder,[args],[env])` apart, exactly as Nix writes it (libstore/derivations.cc).
 * null: anything else, dynamic derivations (`DrvWithVersion`) among it.
 */
export function parseDerivationText(text: string): DerivationText | null {
  try {
    return new Reader(text).derivation()
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  derivation(): DerivationText {
    this.#expect('Derive(')
    const outputs = this.#set(() => this.#output())
    this.#expect(',')
    const inputDrvs = this.#set((path) => {
      if (!isStorePath(path)) throw new SyntaxError(`${path} is no store path`)
      this.#expect(',')
      return this.#list(() => this.#string())
    })
    this.#expect(',')
    const inputSrcs = this.#list(() => this.#storePath())
    this.#expect(',')
    const system = this.#string()
    this.#expect(',')
    const builder = this.#string()
    this.#expect(',')
    const args = this.#list(() => this.#string())
    this.#expect(',')
    const env = this.#set(() => {
      this.#expect(',')
      return this.#string()
    })
    this.#expect(')')
    if (this.#at !== this.#text.length) throw new SyntaxError('something follows')
    return { outputs, inputDrvs, inputSrcs, system, builder, args, env }
  }

  #output(): OutputText {
    this.#expect(',')
    const path = this.#string()
    this.#expect(',')
    const hashAlgo = this.#string()
    this.#expect(',')
    const hash = this.#string()
    if (path !== '' && !isStorePath(path)) throw new SyntaxError(`${path} is no store path`)
    return {
      path: path === '' ? undefined : path,
      hashAlgo,
      // What an impure derivation gives may be another one each time.
      hash: hash === '' || hash === 'impure' ? undefined : hash
    }
  }

  /** `[("name"…),…]`, each name once; `value` reads what follows a name. */
  #set<Value>(value: (name: string) => Value): Record<string, Value> {
    const entries = this.#list(() => {
      this.#expect('(')
      const name = this.#string()
      const entry = [name, value(name)] as const
      this.#expect(')')
      return entry
    })
    if (new Set(entries.map(([name]) => name)).size < entries.length)
      throw new SyntaxError('a name stands there twice')
    return Object.fromEntries(entries)
  }

  #list<Item>(item: () => Item): Item[] {
    const items: Item[] = []
    this.#expect('[')
    while (this.#text[this.#at] !== ']') {
      if (items.length > 0) this.#expect(',')
      items.push(item())
    }
    this.#at++
    return items
  }

  #storePath(): string {
    const path = this.#string()
    if (!isStorePath(path)) throw new SyntaxError(`${path} is no store path`)
    return path
  }

  #string(): string {
    this.#expect('"')
    const begin = this.#at
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (Number.isNaN(code)) throw new SyntaxError('a string does not end')
      if (code === quote) break
      this.#at += code === backslash ? 2 : 1
    }
    const raw = this.#text.slice(begin, this.#at++)
    return raw.includes('\\')
      ? raw.replace(/\\(.)/gs, (_, escaped: string) => unescaped(escaped))
      : raw
  }

  #expect(token: string): void {
    if (!this.#text.startsWith(token, this.#at)) throw new SyntaxError(`${token} is missing`)
    this.#at += token.length
  }
}

const quote = 34
const backslash = 92

function unescaped(character: string): string {
  return { n: '\n', r: '\r', t: '\t' }[character] ?? character
}
