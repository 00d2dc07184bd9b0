import addFormats from 'ajv-formats'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { isPlainFile } from './call.ts'
import { closedSchema, resolveReference, type Json } from './openapi-schema.ts'
import type { RecordedRequest } from './recorder.ts'

export interface Judgement {
  request: RecordedRequest
  /** What GitHub's own description says against the request. */
  problems: string[]
}

const parameterShape = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
  schema: z.record(z.string(), z.unknown()),
  'x-multi-segment': z.boolean().default(false)
})
const operationShape = z.object({
  operationId: z.string(),
  parameters: z.array(z.record(z.string(), z.unknown())).default([]),
  requestBody: z
    .object({
      required: z.boolean().default(false),
      content: z.record(z.string(), z.object({ schema: z.unknown() }))
    })
    .optional()
})
const descriptionShape = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.record(z.string(), z.unknown())
})

interface Operation {
  id: string
  /** Of the path: its groups are the path's parameters in order. */
  pattern: RegExp
  parameters: { name: string; in: string; required: boolean; check: ValidateFunction }[]
  pathNames: string[]
  body: { required: boolean; contentTypes: string[]; check: ValidateFunction | null } | null
}

let loaded: ReturnType<typeof load> | undefined

/**
 * Holds requests against GitHub's description of its REST API (`@octokit/openapi`, api.github.com): path and method known, path and
 * query parameters known and of the right type, the body as its schema says and with no property that the schema does not list. Plain
 * files and GraphQL are no part of the API and are passed over; so is a body that was too large to be recorded.
 * @returns those that GitHub's description says something against; none of them: `[]`
 */
export function judgeRequests(requests: readonly RecordedRequest[]): Judgement[] {
  const description = (loaded ??= load())
  return (
    requests
      // Neither is described: GraphQL, and what git itself asks of a repository's address.
      .filter(({ kind, path }) => !isPlainFile(kind) && kind !== 'git' && path !== '/graphql')
      .map((request) => ({ request, problems: description.judge(request) }))
      .filter(({ problems }) => problems.length > 0)
  )
}

function load() {
  const file = createRequire(import.meta.url).resolve(
    '@octokit/openapi/generated/api.github.com.json'
  )
  const description = descriptionShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  // Path and query parameters are text, whatever they mean. `strict` would refuse OpenAPI's own keywords (`example`).
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
  const textAjv = new Ajv2020({ strict: false, coerceTypes: true })
  addFormats.default(ajv)
  // GitHub's own: a repository's name with its owner.
  ajv.addFormat('repo.nwo', /^[^/]+\/[^/]+$/)
  addFormats.default(textAjv)
  const operations = new Map<string, Operation>()
  const templates = Object.keys(description.paths).map((template) => ({
    template,
    pattern: loosePattern(template)
  }))

  function operation(template: string, method: string, described: unknown): Operation {
    const key = `${method} ${template}`
    const known = operations.get(key)
    if (known) return known
    const { operationId, parameters, requestBody } = operationShape.parse(described)
    const read = parameters.map((parameter) =>
      parameterShape.parse(resolveReference(parameter, description))
    )
    const compiled = {
      id: operationId,
      ...pathPattern(
        template,
        read.filter((p) => p['x-multi-segment']).map(({ name }) => name)
      ),
      parameters: read.map(({ schema, ...parameter }) => ({
        ...parameter,
        check: textAjv.compile({
          type: 'object',
          properties: { value: closedSchema(schema, description) }
        })
      })),
      body: requestBody ? compileBody(requestBody) : null
    }
    operations.set(key, compiled)
    return compiled
  }

  function compileBody({
    required,
    content
  }: {
    required: boolean
    content: Json
  }): Operation['body'] {
    const json = z.object({ schema: z.unknown() }).optional().parse(content['application/json'])
    const check = json ? ajv.compile(closedSchema(json.schema, description)) : null
    return { required, contentTypes: Object.keys(content), check }
  }

  return {
    judge: ({ method, path, query, body, bodyBytes, headers }: RecordedRequest): string[] => {
      const possible = templates.filter(({ pattern }) => pattern.test(path))
      if (possible.length === 0) return [`no such path: ${path}`]
      const matching = possible.flatMap(({ template }) => {
        const described = description.paths[template]?.[method.toLowerCase()]
        return described === undefined ? [] : [operation(template, method, described)]
      })
      // `/releases/latest` before `/releases/{release_id}`.
      const [best] = matching
        .filter(({ pattern }) => pattern.test(path))
        .sort((a, b) => a.pathNames.length - b.pathNames.length)
      if (!best) return [`no ${method} ${path}`]
      const sent = { body, bodyBytes, contentType: headers['content-type'] }
      return [...judgePath(best, path), ...judgeQuery(best, query), ...judgeBody(best, sent)].map(
        (problem) => `${best.id}: ${problem}`
      )
    }
  }
}

function judgePath({ pattern, pathNames, parameters }: Operation, path: string): string[] {
  const values = pattern.exec(path)?.slice(1) ?? []
  return pathNames.flatMap((name, index) => {
    const parameter = parameters.find((p) => p.in === 'path' && p.name === name)
    return parameter ? judgeText(parameter, decodeURIComponent(values[index] ?? '')) : []
  })
}

function judgeQuery({ parameters }: Operation, query: Readonly<Record<string, string>>): string[] {
  const known = parameters.filter((parameter) => parameter.in === 'query')
  const unknown = Object.keys(query).filter((name) => !known.some((p) => p.name === name))
  return [
    ...unknown.map((name) => `unknown query parameter ${name}`),
    ...known.flatMap((parameter) => {
      const value = query[parameter.name]
      if (value !== undefined) return judgeText(parameter, value)
      return parameter.required ? [`query parameter ${parameter.name} is missing`] : []
    })
  ]
}

function judgeText({ name, check }: Operation['parameters'][number], value: string): string[] {
  return check({ value }) ? [] : errorsOf(check).map((error) => `${name}=${value}: ${error}`)
}

function judgeBody(
  { body: described }: Operation,
  sent: { body: unknown; bodyBytes: number; contentType: string | undefined }
): string[] {
  if (!described) return sent.bodyBytes > 0 ? ['takes no body'] : []
  if (sent.bodyBytes === 0) return described.required ? ['body is missing'] : []
  const type = sent.contentType?.split(';')[0] ?? 'none'
  if (!described.contentTypes.includes(type)) return [`content-type is ${type}`]
  if (!sent.body || !described.check || described.check(sent.body)) return []
  return errorsOf(described.check)
}

function errorsOf(check: ValidateFunction): string[] {
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    const which: unknown = Object.values(params)[0]
    return `${instancePath || '/'} ${message ?? ''} (${JSON.stringify(which)})`
  })
}

/** Any path that the template could mean, parameters with slashes included: cheap, and settled by the operation's own pattern. */
function loosePattern(template: string): RegExp {
  return new RegExp(`^${escaped(template).replaceAll(/\\\{[^}]+\\\}/g, '.+')}$`)
}

function pathPattern(template: string, multiSegment: readonly string[]) {
  const pathNames = [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '')
  const source = escaped(template).replaceAll(/\\\{([^}]+)\\\}/g, (_, name: string) =>
    multiSegment.includes(name) ? '(.+)' : '([^/]+)'
  )
  return { pattern: new RegExp(`^${source}$`), pathNames }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
