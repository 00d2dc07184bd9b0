import type { GitRequest } from '../git-http.ts'
import type { RecordedRequest } from './recorder.ts'

/** Who bears a request, and under which limit. `rawWithToken` and `rawAnonymous` are the raw files; `git` is clones, fetches and pushes. */
export type TrafficKind =
  'api' | 'rawAnonymous' | 'rawWithToken' | 'upload' | 'asset' | 'pages' | 'git'

export interface Traffic {
  requests: number
  /** Bytes of the bodies that were sent to GitHub. */
  up: number
  /** Bytes of the bodies that it gave. */
  down: number
}

/** What was asked for, by kind. The redirect to an asset and its bytes are two requests. */
export function trafficOf(
  requests: readonly RecordedRequest[],
  gitRequests: readonly GitRequest[] = []
): Record<TrafficKind, Traffic> {
  const none = (): Traffic => ({ requests: 0, up: 0, down: 0 })
  const traffic: Record<TrafficKind, Traffic> = {
    api: none(),
    rawAnonymous: none(),
    rawWithToken: none(),
    upload: none(),
    asset: none(),
    pages: none(),
    git: none()
  }
  const add = (kind: TrafficKind, up: number, down: number): void => {
    traffic[kind].requests++
    traffic[kind].up += up
    traffic[kind].down += down
  }
  for (const request of requests) {
    add(trafficKindOf(request), request.bodyBytes, request.responseBytes)
  }
  for (const { up, down } of gitRequests) add('git', up, down)
  return traffic
}

function trafficKindOf({ kind, headers }: RecordedRequest): TrafficKind {
  if (kind !== 'raw') return kind
  return headers['authorization'] === undefined ? 'rawAnonymous' : 'rawWithToken'
}
