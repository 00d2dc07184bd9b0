import { jsonAnswer, readJson, refusal } from './call.ts'
import type { Answer, Call, Layer } from './call.ts'

interface Translation {
  call: RegExp
  status: number
  emulator: RegExp
  github: (call: Call) => [status: number, message: string]
}

// Where emulate 0.12.2 answers otherwise than GitHub. `call` is matched against method and resource.
const translations: readonly Translation[] = [
  {
    call: /^GET commits\//,
    status: 404,
    emulator: /./,
    github: ({ resource }) => [422, `No commit found for SHA: ${resource.slice('commits/'.length)}`]
  },
  {
    call: /^PATCH git\/refs\//,
    status: 422,
    emulator: /fast-forward/i,
    github: () => [422, 'Update is not a fast forward']
  },
  {
    call: /^(PATCH|POST) git\/refs/,
    status: 422,
    emulator: /^Invalid sha$/,
    github: () => [422, 'Object does not exist']
  },
  {
    call: /^DELETE git\/refs\//,
    status: 404,
    emulator: /./,
    github: () => [422, 'Reference does not exist']
  },
  {
    call: /^POST git\/trees$/,
    status: 422,
    emulator: /^Invalid base_tree$/,
    github: () => [422, 'base_tree is not a valid tree oid']
  },
  {
    call: /^POST git\/trees$/,
    status: 422,
    emulator: /^Invalid blob sha$/,
    github: () => [422, 'tree.sha is not a valid blob']
  },
  {
    // What GitHub says to `sha: null` for a file that is not there.
    call: /^POST git\/trees$/,
    status: 422,
    emulator: /^Cannot delete /,
    github: () => [422, 'GitRPC::BadObjectState']
  },
  {
    call: /^POST git\/commits$/,
    status: 422,
    emulator: /^Invalid tree$/,
    github: () => [422, 'Tree SHA does not exist']
  },
  {
    call: /^POST git\/commits$/,
    status: 422,
    emulator: /^Invalid parent /,
    github: () => [422, 'Parent SHA does not exist or is not a commit object.']
  }
]

/** GitHub's answers where emulate has its own. */
export const wording: Layer = async (call, next) => {
  const reply = await next(call)
  if (typeof reply === 'symbol') return reply
  return reply.status >= 400 ? asRefusal(call, reply) : inMediaType(call, reply)
}

function asRefusal(call: Call, answer: Answer): Answer {
  const message = String(readJson(answer.body)?.['message'])
  const name = `${call.method} ${call.resource}`
  const found = translations.find(
    (candidate) =>
      call.repository !== null &&
      candidate.call.test(name) &&
      candidate.status === answer.status &&
      candidate.emulator.test(message)
  )
  return refusal(...(found?.github(call) ?? [answer.status, message]))
}

/** GitHub gives base64 in lines of 60, a blob's bytes as such when asked, and no content of a file over 1 MB unless asked so. */
function inMediaType(call: Call, answer: Answer): Answer {
  if (call.method !== 'GET') return answer
  const isBlob = call.resource.startsWith('git/blobs/')
  if (!isBlob && !call.resource.startsWith('contents/')) return answer
  const file = readJson(answer.body)
  if (typeof file?.['content'] !== 'string' || file['encoding'] !== 'base64') return answer
  if (isBlob && /application\/vnd\.github(\.v3)?\.raw\b/.test(call.headers.accept ?? '')) {
    const headers = { ...answer.headers, 'content-type': 'application/vnd.github.raw+json' }
    return { status: 200, headers, body: Buffer.from(file['content'], 'base64') }
  }
  if (!isBlob && Number(file['size']) > 1_048_576) {
    return jsonAnswer(200, { ...file, content: '', encoding: 'none' }, answer.headers)
  }
  const content = file['content'].replaceAll(/.{1,60}/g, '$&\n')
  return jsonAnswer(200, { ...file, content }, answer.headers)
}
