import type { Derivation } from './derivations.ts'

/** What Nix's `derivation` takes, as JSON without string contexts. */
export type Attributes = Record<string, unknown>

/** Switches, which Nix 2.26 writes to the environment as it writes other booleans, and wants back as booleans. */
const switches = ['__structuredAttrs', '__contentAddressed', '__impure']

/** What a derivation was made of. */
export function attributesOf(derivation: Derivation): Attributes {
  const { env, structuredAttrs, args, outputs } = derivation
  if (structuredAttrs !== null) return { ...structuredAttrs, args, __structuredAttrs: true }
  const attributes: Attributes = Object.fromEntries(
    // Nix sets the outputs' variables itself.
    Object.entries(env).filter(([name]) => !outputs.has(name))
  )
  for (const name of switches) if (name in attributes) attributes[name] = attributes[name] !== ''
  if (env['outputs'] !== undefined) attributes['outputs'] = env['outputs'].split(' ')
  return { ...attributes, args }
}

/** The same value with each text in it replaced; names of attributes stay. */
export function mapTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value)
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, replace))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapTexts(one, replace)])
  )
}
