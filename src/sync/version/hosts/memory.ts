import { FinalAnswer } from '../../../doctor/download.ts'
import { NarPublishError } from '../../../errors.ts'

/** What a host is asked, and whom that burdens. */
interface HostQuestion {
  /** A server, as far as its refusals are about all that is asked of it: `https://api.github.com`. */
  server: string
  /** The same question has the same words. */
  words: string
  /** What a refusal is about: `o/r`. */
  subject: string
}

/** The answer that is remembered; without a memory each question is asked. */
export function askOnce<Answer>(
  memory: HostMemory | undefined,
  question: HostQuestion,
  ask: () => Promise<Answer>
): Promise<Answer> {
  return memory === undefined ? ask() : memory.once(question, ask)
}

/** Where requests are counted. */
interface Counted {
  readonly requests: number
}

/** So many questions in a row that a server leaves without an answer are enough. */
const mostSilences = 3

/**
 * What the hosts of sources said in this run. Packages of one repository ask the same, and it is asked once. A server that takes no more
 * requests, or gives no answer, is left alone: what it is asked then ends with what it said, or did not say, before.
 */
export class HostMemory {
  /** Requests to whatever is not GitHub's API. */
  otherRequests = 0
  readonly #answers = new Map<string, Promise<unknown>>()
  readonly #apis: Counted[] = []
  readonly #closed = new Map<string, NarPublishError>()
  readonly #silences = new Map<string, number>()

  /** Of GitHub's API, those tried again included. */
  get gitHubRequests(): number {
    return this.#apis.reduce((sum, { requests }) => sum + requests, 0)
  }

  countRequestsOf(api: Counted): void {
    this.#apis.push(api)
  }

  /** Throws what `ask` throws. */
  once<Answer>(question: HostQuestion, ask: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify([question.server, question.words])
    // The words of a question tell what its answer is.
    const known = this.#answers.get(key) as Promise<Answer> | undefined
    const answer = known ?? this.#ask(question, ask)
    this.#answers.set(key, answer)
    return answer
  }

  /** What is too large to be kept is asked again. */
  forget({ server, words }: Pick<HostQuestion, 'server' | 'words'>): void {
    this.#answers.delete(JSON.stringify([server, words]))
  }

  async #ask<Answer>(
    { server, subject }: HostQuestion,
    ask: () => Promise<Answer>
  ): Promise<Answer> {
    const closed = this.#closed.get(server)
    if (closed !== undefined) throw closed.with({ subject })
    try {
      const answer = await ask()
      this.#silences.delete(server)
      return answer
    } catch (error) {
      if (error instanceof NarPublishError && this.#isEnough(server, error))
        this.#closed.set(server, error)
      throw error
    }
  }

  #isEnough(server: string, error: NarPublishError): boolean {
    // These are about the token, whatever is asked with it.
    if (['RATE_LIMITED', 'TOKEN_REJECTED'].includes(error.code)) return true
    if (!isSilence(error)) return false
    const silences = (this.#silences.get(server) ?? 0) + 1
    this.#silences.set(server, silences)
    return silences >= mostSilences
  }
}

/** The server is out of reach, and did not say that it has no such thing. */
function isSilence({ code, cause }: NarPublishError): boolean {
  const isOut = ['GITHUB_UNAVAILABLE', 'GIT_UNREACHABLE', 'DOWNLOAD_FAILED'].includes(code)
  return isOut && !(cause instanceof FinalAnswer)
}
