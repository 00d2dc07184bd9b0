import { z } from 'zod'
import { parseDigest, type Digest, type HashAlgorithm } from '../binary-cache/digest.ts'
import { attempt } from '../errors.ts'
import { isStorePath, parseStorePath } from '../store-path.ts'
import { chunkOperands, type NixCommand } from './command.ts'
import { mayNameDerivations, readDerivationFile } from './derivation-file.ts'
import { isAtLeast } from './nix.ts'
import { fullPath } from './path-info.ts'
import { expectNix, unknownAnswer } from './run.ts'
import type { Nix } from './types.ts'

/** What a .drv file says, the same whatever version of Nix told it. Paths are full store paths. */
export interface Derivation {
  drvPath: string
  name: string
  system: string
  builder: string
  args: string[]
  /** Without `__json`, which is `structuredAttrs`. */
  env: Record<string, string>
  /** What `__structuredAttrs = true` hands to the builder as JSON; null without it. Numbers are as JavaScript has them. */
  structuredAttrs: Record<string, unknown> | null
  outputs: Map<string, DerivationOutput>
  /** .drv → its outputs that are needed. */
  inputDrvs: Map<string, string[]>
  inputSrcs: string[]
}

interface DerivationOutput {
  /** null: known once it is built (content-addressed derivations). */
  path: string | null
  fixed: FixedOutput | null
}

/** The hash that an output must have, and what it is the hash of. */
interface FixedOutput {
  digest: Digest
  method: 'flat' | 'nar' | 'text' | 'git'
}

/** What a fixed-output derivation must give; null for any other derivation. It has this one output. */
export function fixedOutputOf({ outputs }: Derivation): FixedOutput | null {
  for (const { fixed } of outputs.values()) if (fixed !== null) return fixed
  return null
}

/** A fixed-output derivation's `url` and `urls`, the first one first. */
export function urlsOf({ env, structuredAttrs }: Derivation): string[] {
  const { urls, url } = structuredAttrs ?? env
  const all: unknown[] = [urls, url].flatMap((one) =>
    typeof one === 'string' ? one.split(/\s+/) : one
  )
  return [...new Set(all)].filter((text) => typeof text === 'string').filter((text) => text !== '')
}

/** Derivations that were read already, by .drv path: such a file says the same for ever. */
export type KnownDerivations = Map<string, Derivation>

/**
 * The derivations, by default with all that they need, by .drv path; from their files, or else from what Nix tells. `known` saves reading
 * what is in it, and takes the rest. Throws NIX_FAILED when one is not in the store or Nix describes it in an unknown way.
 */
export async function readDerivations(
  nix: Nix,
  drvPaths: readonly string[],
  { closure, known = new Map() }: { closure: boolean; known?: KnownDerivations } = { closure: true }
): Promise<Map<string, Derivation>> {
  const { derivations, unread } = readFiles(drvPaths, closure, known)
  for (const chunk of chunkOperands(unread)) {
    const json = await expectNix(nix, derivationsCommand(nix, chunk, closure))
    for (const derivation of readAnswer(nix, json)) {
      derivations.set(derivation.drvPath, derivation)
      known.set(derivation.drvPath, derivation)
    }
  }
  return derivations
}

/** `unread`: those that Nix has to be asked for, with all that they need. */
function readFiles(
  drvPaths: readonly string[],
  closure: boolean,
  known: KnownDerivations
): { derivations: Map<string, Derivation>; unread: string[] } {
  const derivations = new Map<string, Derivation>()
  const unread: string[] = []
  const wanted = new Set(drvPaths)
  const named = new Map<string, boolean>()
  const mayName = (source: string): boolean => {
    const answer = named.get(source) ?? (!source.endsWith('.drv') && mayNameDerivations(source))
    named.set(source, answer)
    return answer
  }
  // A set gives what is added to it while it is read.
  for (const drvPath of wanted) {
    const derivation = known.get(drvPath) ?? readFile(drvPath)
    if (derivation === null || (closure && derivation.inputSrcs.some(mayName))) {
      unread.push(drvPath)
      continue
    }
    derivations.set(drvPath, derivation)
    known.set(drvPath, derivation)
    if (closure) for (const input of inputsOf(derivation)) wanted.add(input)
  }
  return { derivations, unread }
}

/** null: Nix is to be asked. */
function readFile(drvPath: string): Derivation | null {
  const text = readDerivationFile(drvPath)
  return text === null ? null : attempt(() => derivationOf(drvPath, text), null)
}

/** The .drv files that it needs, built or as they are. */
export function inputsOf({ inputDrvs, inputSrcs }: Derivation): string[] {
  return [...inputDrvs.keys(), ...inputSrcs.filter((path) => path.endsWith('.drv'))]
}

export function derivationsCommand(
  { version }: Pick<Nix, 'version'>,
  drvPaths: readonly string[],
  closure: boolean
): NixCommand {
  // The newer name came with 2.15, and the older one is on its way out.
  const name = isAtLeast(version, 2, 16) ? ['derivation', 'show'] : ['show-derivation']
  return {
    program: 'nix',
    args: [...name, ...(closure ? ['--recursive'] : []), '--', ...drvPaths]
  }
}

function readAnswer(nix: Nix, json: string): Derivation[] {
  try {
    return parseDerivations(JSON.parse(json))
  } catch (cause) {
    throw unknownAnswer(nix, 'nix derivation show', 'derivations', cause)
  }
}

const output = z.object({
  path: z.string().nullish(),
  /** Base16 beside `hashAlgo`, or SRI. */
  hash: z.string().nullish(),
  /** `r:sha256` where there is no `method`. */
  hashAlgo: z.string().nullish(),
  method: z.string().nullish()
})
const inputDrvs = z.record(
  z.string(),
  z.union([
    z.array(z.string()),
    z.object({ outputs: z.array(z.string()) }).transform(({ outputs }) => outputs)
  ])
)
const common = z.object({
  outputs: z.record(z.string(), output),
  system: z.string(),
  builder: z.string(),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
  structuredAttrs: z.record(z.string(), z.unknown()).nullish()
})
const entry = z.union([
  common.extend({ inputDrvs, inputSrcs: z.array(z.string()) }),
  common
    .extend({ inputs: z.object({ drvs: inputDrvs, srcs: z.array(z.string()) }) })
    .transform(({ inputs, ...rest }) => ({
      ...rest,
      inputDrvs: inputs.drvs,
      inputSrcs: inputs.srcs
    }))
])
const anyShape = z.union([
  // Nix from 2.33 on.
  z
    .object({ derivations: z.record(z.string(), entry) })
    .transform(({ derivations }) => derivations),
  z.record(z.string(), entry)
])
const structured = z.record(z.string(), z.unknown())

/** Reads the answer of any version's `nix derivation show`. Throws a ZodError, SyntaxError or NarPublishError for any other shape. */
export function parseDerivations(json: unknown): Derivation[] {
  return Object.entries(anyShape.parse(json)).map(([path, read]) => derivationOf(path, read))
}

/** `path`: its own, or its base name. Throws a ZodError, SyntaxError or NarPublishError when it says what no derivation has. */
export function derivationOf(path: string, read: z.infer<typeof entry>): Derivation {
  const drvPath = fullPath(path)
  const { __json: json, ...env } = read.env
  return {
    drvPath,
    name: parseStorePath(drvPath).name.replace(/\.drv$/, ''),
    system: read.system,
    builder: read.builder,
    args: read.args,
    env,
    structuredAttrs:
      read.structuredAttrs ?? (json === undefined ? null : structured.parse(JSON.parse(json))),
    outputs: new Map(
      Object.entries(read.outputs).map(([name, one]) => [name, readOutput(one, env[name])])
    ),
    inputDrvs: new Map(
      Object.entries(read.inputDrvs).map(([input, outputs]) => [fullPath(input), outputs])
    ),
    inputSrcs: read.inputSrcs.map(fullPath)
  }
}

/** `variable`: the output's environment variable, which has the path of a fixed output where newer versions leave it out. */
function readOutput(read: z.infer<typeof output>, variable: string | undefined): DerivationOutput {
  const known = variable !== undefined && isStorePath(variable) ? variable : null
  return {
    path: typeof read.path === 'string' ? fullPath(read.path) : known,
    fixed: typeof read.hash === 'string' ? readFixed(read, read.hash) : null
  }
}

const methods = { '': 'flat', 'r:': 'nar', 'text:': 'text', 'git:': 'git' } as const
const method = z.enum(['flat', 'nar', 'text', 'git'])
const algorithm = z.enum(['md5', 'sha1', 'sha256', 'sha512']).nullable()

function readFixed(read: z.infer<typeof output>, hash: string): FixedOutput {
  const [, prefix = '', name = null] = /^(r:|text:|git:)?(.*)$/s.exec(read.hashAlgo ?? '') ?? []
  const expected: HashAlgorithm | null = algorithm.parse(name === '' ? null : name)
  const digest = parseDigest(hash, expected)
  if (digest === null) throw new SyntaxError(`${JSON.stringify(hash.slice(0, 200))} is no hash`)
  return { digest, method: method.parse(read.method ?? methods[prefix as keyof typeof methods]) }
}
