import { z } from 'zod'

export type Json = Record<string, unknown>
const json = z.record(z.string(), z.unknown())

/** `{$ref: '#/components/…'}` as what it points at; anything else as it is. */
export function resolveReference(value: Json, description: Json): Json {
  const reference = value['$ref']
  if (typeof reference !== 'string') return value
  const target = reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((found, part) => json.parse(found)[part], description)
  return resolveReference(json.parse(target), description)
}

/**
 * An OpenAPI 3.0 schema as JSON Schema 2020-12, without references, and closed: a property that it does not list is an error
 * wherever it lists any. Schemas of request bodies do not contain themselves, so writing references out comes to an end.
 */
export function closedSchema(schema: unknown, description: Json, isBranch = false): Json {
  const { nullable, ...source } = resolveReference(json.parse(schema), description)
  const inner = (part: unknown) => closedSchema(part, description)
  const result: Json = { ...source }
  const properties = json.safeParse(source['properties']).data
  if (properties) {
    result['properties'] = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, inner(property)])
    )
  }
  if (source['items'] !== undefined) result['items'] = inner(source['items'])
  const { additionalProperties } = source
  if (typeof additionalProperties === 'object') {
    result['additionalProperties'] = inner(additionalProperties)
  }
  let isComposed = false
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const branches = z.array(z.unknown()).safeParse(source[keyword]).data
    if (!branches) continue
    isComposed = true
    result[keyword] = branches.map((branch) => closedSchema(branch, description, true))
  }
  // A branch may leave properties to the schema around it; that one is closed for all of them.
  if (!isBranch && additionalProperties === undefined && (properties || isComposed)) {
    result['unevaluatedProperties'] = false
  }
  if (nullable !== true) return result
  const values = z.array(z.unknown()).safeParse(source['enum']).data
  return {
    ...result,
    ...(typeof source['type'] === 'string' && { type: [source['type'], 'null'] }),
    ...(values && { enum: [...values, null] })
  }
}
