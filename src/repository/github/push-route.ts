import { join } from 'node:path'
import type { Log } from '../../log.ts'
import type { PushRoute } from '../git/commit-by-push.ts'
import { tokenSettings } from '../git/environment.ts'
import { Repository } from '../git/repository.ts'
import type { Pace } from '../pace.ts'

/** Where git works on this machine. */
export interface GitPlace {
  /** Folder for scratch files. */
  scratch: string
  /** Of child processes. */
  env: Readonly<Record<string, string>>
}

/** A branch of a repository on GitHub by git, with the token that the API has too. No connection is made yet. */
export function openPushRoute(
  place: GitPlace,
  target: { url: string; branch: string; token: string; log: Log; pace: Pace }
): PushRoute {
  const repository = Repository.make({
    url: target.url,
    scratch: join(place.scratch, 'git'),
    env: place.env,
    settings: tokenSettings(target.url, target.token),
    log: target.log,
    pace: target.pace
  })
  return { repository, branch: target.branch }
}
