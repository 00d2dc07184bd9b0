import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { codeOf, NarPublishError } from '../errors.ts'
import { shownName } from '../harmless.ts'
import { didYouMean } from '../near.ts'
import { closureTypes, type ClosureType } from '../nix/types.ts'
import { durationForms, parseDuration } from '../inputs/duration.ts'
import { list } from '../text.ts'
import { queueNamePattern } from './layout.ts'

const duration = z.string().transform((text, context) => {
  const milliseconds = parseDuration(text)
  if (milliseconds !== null) return milliseconds
  context.addIssue({ code: 'custom', message: `${quoted(text)} is not ${durationForms}` })
  return z.NEVER
})

const gitSchema = z.strictObject({
  git: z.string().min(1),
  branch: z.string().optional(),
  tokenFile: z.string().optional(),
  signingKeyFile: z.string().optional(),
  unsigned: z.boolean().optional(),
  compression: z.string().optional(),
  compressionLevel: z.int().optional(),
  upstreamKeys: z.array(z.string()).optional(),
  exclude: z.array(z.string()).optional(),
  route: z.string().optional(),
  releaseAbove: z.union([z.string(), z.int()]).optional(),
  verify: z.string().optional(),
  logs: z.boolean().optional(),
  site: z.boolean().optional(),
  substituterUrl: z.string().optional()
})

const storeSchema = z.strictObject({
  store: z.string().min(1),
  checkSigs: z.boolean().optional(),
  substituteOnDestination: z.boolean().optional()
})

const queueSchema = z.strictObject({
  destination: z.record(z.string(), z.unknown()),
  closure: z.enum(closureTypes).optional(),
  interval: duration.optional(),
  maxAttempts: z.int().min(1).max(1000).optional()
})

const configSchema = z.strictObject({
  queueDir: z.string().startsWith('/').optional(),
  queues: z.record(
    z.string().regex(queueNamePattern, 'a queue’s name has letters, digits and `._-`, 64 at most'),
    queueSchema
  )
})

/** Longest configuration, in characters: it is somebody's JSON. */
const largestConfig = 1_000_000

export type GitSettings = z.infer<typeof gitSchema>
export type StoreSettings = z.infer<typeof storeSchema>

/** A queue as a configuration gives it; what it leaves out is as the inputs say, or the default. */
export interface QueueConfig {
  name: string
  destination: GitSettings | StoreSettings
  closure?: ClosureType
  /** Milliseconds. */
  interval?: number
  maxAttempts?: number
}

export interface Config {
  queueDir: string | null
  queues: QueueConfig[]
}

/** `about`: what the text is, for messages: an input or a file. Throws QUEUE_CONFIG_INVALID, which names the key. */
export function parseConfig(text: string, about: string): Config {
  if (text.length > largestConfig)
    throw invalid(about, `it has more than ${largestConfig} characters`)
  const found = check(configSchema, parseJson(text, about), about, [])
  const queues = Object.entries(found.queues).map(([name, { destination, ...rest }]) => {
    // Which of the two it is meant to be is plain: the message is then about that one.
    const schema = Object.hasOwn(destination, 'store') ? storeSchema : gitSchema
    const path = ['queues', name, 'destination']
    return {
      name,
      ...without(rest),
      destination: check<GitSettings | StoreSettings>(schema, destination, about, path)
    }
  })
  if (queues.length === 0) throw invalid(about, 'queues: it is empty')
  return { queueDir: found.queueDir ?? null, queues }
}

/** Throws QUEUE_CONFIG_INVALID. */
export function readConfig(file: string, about: string): Config {
  return parseConfig(readConfigText(file, about), about)
}

/** As it stands. Throws QUEUE_CONFIG_INVALID. */
export function readConfigText(file: string, about: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw invalid(about, `the file ${quoted(file)} cannot be read (${codeOf(cause)})`, { cause })
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, about: string, path: string[]): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const { issues } = result.error
  // First what is misspelt: that what it was meant for is missing follows from it.
  const issue = innermost(issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0])
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const place = [...path, ...(issue?.path ?? []).map(String)]
  const known = keysAt(schema, (issue?.path ?? []).map(String))
  // Neither of the two: it may be the one that was meant.
  if (known.includes('git') && !Object.hasOwn(Object(value) as object, 'git')) known.push('store')
  const key = [...place, ...(unknown === undefined ? [] : [unknown])].join('.').slice(0, 200)
  const why = unknown === undefined ? (issue?.message ?? '').slice(0, 500) : 'there is no such key'
  const hint =
    unknown === undefined
      ? undefined
      : `${didYouMean(unknown, known)}Known: ${list(known.map((one) => `\`${one}\``))}.`
  throw invalid(about, `${key === '' ? 'the whole' : shownName(key)}: ${why}`, {
    cause: result.error,
    hint
  })
}

/** The keys of the object that stands at a place. */
function keysAt(schema: unknown, [step, ...rest]: readonly string[]): string[] {
  const object = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  if (object instanceof z.ZodRecord) return keysAt(object.valueType, rest)
  if (!(object instanceof z.ZodObject)) return []
  return step === undefined ? Object.keys(object.shape) : keysAt(object.shape[step], rest)
}

/** Of a name that is refused, zod tells why inside of its own issue. */
function innermost(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  const inner = issue?.code === 'invalid_key' ? issue.issues[0] : undefined
  return issue === undefined || inner === undefined ? issue : { ...inner, path: issue.path }
}

function parseJson(text: string, about: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    // The parser's words tell the place, and repeat a few characters of what stands there.
    const words = JSON.stringify(String((Object(cause) as { message?: unknown }).message))
    throw invalid(about, `it is not JSON: ${words.slice(1, 200).replace(/"$/, '')}`, { cause })
  }
}

/** An absent key and one that is undefined are the same here. */
function without<T extends object>(rest: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

function invalid(
  about: string,
  reason: string,
  { cause, hint }: { cause?: unknown; hint?: string | undefined } = {}
): NarPublishError {
  return new NarPublishError({ code: 'QUEUE_CONFIG_INVALID', subject: about, reason, hint, cause })
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 200))
}
