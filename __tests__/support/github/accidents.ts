import { createHash } from 'node:crypto'
import type { Conditions, Failure, Matcher, Planned } from './options.ts'
import type { RequestHead } from './recorder.ts'
import { callName } from './recorder.ts'

/** What happens to one request, settled when its first line is known. */
export type Fate =
  | { outcome: 'answered' }
  /** It does nothing, and its sender gets this. */
  | { outcome: 'failed'; as: Failure }
  /** It takes effect, and its sender gets this instead of the answer. */
  | { outcome: 'lost'; as: Failure }

const badGateway: Failure = { status: 502, message: 'Server Error' }

interface Plan {
  matcher: Matcher
  fate: Fate
  left: number
  planned: { hits: number }
}

/** Deals out accidents: the planned ones in the order of planning, then those of chance. */
export class Accidents {
  readonly #conditions: () => Conditions
  readonly #occurrences = new Map<string, number>()
  #plans: Plan[] = []

  constructor(conditions: () => Conditions) {
    this.#conditions = conditions
  }

  plan(matcher: Matcher, fate: Fate, times: number): Planned {
    const planned = { hits: 0 }
    this.#plans.push({ matcher, fate, left: times, planned })
    return planned
  }

  fateOf(head: RequestHead): Fate {
    const plan = this.#plans.find(({ matcher }) => matches(matcher, head))
    if (!plan) return this.#byChance(head)
    plan.planned.hits++
    if (--plan.left === 0) this.#plans = this.#plans.filter((other) => other !== plan)
    return plan.fate
  }

  #byChance(head: RequestHead): Fate {
    const { seed, accidentKinds, badGateway: bad, resetBefore, loseReply } = this.#conditions()
    if (!accidentKinds.includes(head.kind)) return { outcome: 'answered' }
    const call = callName(head)
    const occurrence = (this.#occurrences.get(call) ?? 0) + 1
    this.#occurrences.set(call, occurrence)

    const [chance, coin] = draw(`${seed} ${call} ${occurrence}`)
    if (chance < resetBefore) return { outcome: 'failed', as: 'reset' }
    if (chance < resetBefore + bad) return { outcome: 'failed', as: badGateway }
    if (chance < resetBefore + bad + loseReply) {
      return { outcome: 'lost', as: coin < 0.5 ? 'reset' : badGateway }
    }
    return { outcome: 'answered' }
  }
}

function matches({ method, path }: Matcher, head: RequestHead): boolean {
  if (method !== undefined && method !== head.method) return false
  if (path === undefined) return true
  return typeof path === 'string' ? head.path.includes(path) : path.test(head.path)
}

/** Two numbers in [0, 1) that follow from the text. */
function draw(text: string): [number, number] {
  const digest = createHash('sha256').update(text).digest()
  return [digest.readUInt32BE(0) / 2 ** 32, digest.readUInt32BE(4) / 2 ** 32]
}
