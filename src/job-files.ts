/** Parts of the files that one job leaves for another: its code may be anybody's, so that they are read strictly. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { oneLine } from './harmless.ts'
import { isStorePath } from './store-path.ts'

/** Other people's words: one line, of a length that reports can bear. */
export const text = (characters: number): z.ZodString =>
  z
    .string()
    .max(characters)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'it holds a control character')

export const hash = z.string().regex(/^sha256:[0-9a-df-np-sv-z]{52}$/, 'it is no SHA-256 in base32')
export const storePath = z.string().refine(isStorePath, 'it is no store path')
export const system = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'it is no system')
/** What something was evaluated from. */
export const source = z.strictObject({
  repository: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
  revision: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/)
})
/** As a narinfo's `CA:` has it. */
export const contentAddress = z.string().regex(/^[\x21-\x7e]{1,300}$/, 'it is no content address')
/** Of a row of a plan. */
export const rowId = z.string().regex(/^[0-9a-z]{16}$/, 'it is no row’s id')

/** The JSON in a file as `shape` has it; `refuse` makes the error of why it is not so. */
export function parseStrictly<Shape extends z.ZodType>(
  content: Buffer,
  shape: Shape,
  refuse: (reason: string, cause: unknown) => Error
): z.infer<Shape> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : 'unknown'
    throw refuse(oneLine(`it is no JSON: ${words}`, longestReason), cause)
  }
  const parsed = shape.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = z.core.toDotPath(issue?.path ?? []) || 'the file'
  const words = issue?.message ?? 'it is of another form'
  throw refuse(oneLine(`${where}: ${words}`, longestReason), parsed.error)
}

const longestReason = 300

/** A link could be to any file of this user. */
export const readNoFollow = constants.O_RDONLY | constants.O_NOFOLLOW

/** A file of at most `largest` bytes: more of them are not read into memory, and `refuse` makes the error of it. */
export function readBounded(
  file: string,
  largest: number,
  refuse: (reason: string) => Error
): Buffer {
  const opened = openSync(file, readNoFollow)
  try {
    const { size } = fstatSync(opened)
    if (size <= largest) return readFileSync(opened)
    throw refuse(`it has ${size} bytes, and ${largest} are the most that it may`)
  } finally {
    closeSync(opened)
  }
}
