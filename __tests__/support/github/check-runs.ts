import { z } from 'zod'
import { jsonAnswer, readJson, refusal, validationFailed, type Answer, type Layer } from './call.ts'
import type { Repository } from './repository.ts'

const annotation = z.object({
  path: z.string(),
  start_line: z.number(),
  end_line: z.number(),
  annotation_level: z.enum(['notice', 'warning', 'failure']),
  title: z.string(),
  message: z.string()
})
const output = z.object({
  title: z.string(),
  summary: z.string(),
  annotations: z.array(annotation).default([])
})
const created = z.object({
  name: z.string(),
  head_sha: z.string(),
  status: z.string(),
  conclusion: z.string(),
  output
})

export type StoredCheckRun = z.infer<typeof created> & { id: number }

/** Check runs by repository. */
export class CheckRunStore {
  readonly #byRepository = new Map<Repository, StoredCheckRun[]>()

  /** Oldest first. */
  of(repository: Repository): StoredCheckRun[] {
    const known = this.#byRepository.get(repository) ?? []
    this.#byRepository.set(repository, known)
    return known
  }
}

/** Annotations of one request; each update adds its own. https://docs.github.com/en/rest/checks/runs#update-a-check-run */
const mostAnnotations = 50

/** Check runs as far as they are made and added to. */
export function checkRuns(store: CheckRunStore): Layer {
  return async (call, next) => {
    const { repository, resource, method } = call
    const [, id] = /^check-runs(?:\/(\d+))?$/.exec(resource) ?? ['', undefined]
    if (!repository || !resource.startsWith('check-runs')) return next(call)
    const body = readJson(call.body) ?? {}
    const all = store.of(repository)
    if (method === 'POST' && id === undefined) {
      const made = created.safeParse(body)
      if (!made.success) return refusal(422, `Invalid request.\n\n${made.error.message}`)
      if (made.data.output.annotations.length > mostAnnotations) return tooMany()
      const run = { ...made.data, id: all.length + 1 }
      all.push(run)
      return jsonAnswer(201, run)
    }
    const run = all.find((one) => one.id === Number(id))
    if (method !== 'PATCH' || run === undefined) return refusal(404, 'Not Found')
    const added = output.parse(body['output']).annotations
    if (added.length > mostAnnotations) return tooMany()
    run.output.annotations.push(...added)
    return jsonAnswer(200, run)
  }
}

function tooMany(): Answer {
  const message = 'Annotations exceeds a maximum quantity of 50'
  return validationFailed([{ resource: 'CheckRun', code: 'custom', field: 'annotations', message }])
}
