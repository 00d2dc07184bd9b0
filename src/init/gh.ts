import { NarPublishError } from '../errors.ts'
import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import { findProgram } from '../process/find-program.ts'
import { exitWords, gatherOutput, startProgram } from '../process/start.ts'
import { secretName } from './run.ts'

/** Milliseconds that `gh` has for a question: it may ask a keyring. */
const timeLimit = 30_000
/** Bytes of an answer. */
const largest = 65_536

interface Place {
  environment: Environment
  log: Log
}

/** The token that `gh` is logged in with on this GitHub; null: there is no `gh`, or it is not logged in. */
export async function tokenOfGh({ environment, log }: Place): Promise<string | null> {
  if (findProgram('gh', environment.childEnvironment) === null) return null
  const host = new URL(environment.serverUrl).host
  const ended = await runGh({ environment, log }, ['auth', 'token', '--hostname', host])
  const token = ended.stdout.toString('utf8').trim()
  // What is more than a word is no token but something that it has to say.
  return ended.status === 0 && /^[\x21-\x7e]{1,1000}$/.test(token) ? token : null
}

/** The repository as `--repo` takes it on any GitHub: without its host `gh` would go to the one that it knows first. */
export function repositoryForGh(
  { serverUrl }: Pick<Environment, 'serverUrl'>,
  repository: string
): string {
  const { host } = new URL(serverUrl)
  return host === 'github.com' ? repository : `${host}/${repository}`
}

/** Stores the signing key, which goes over standard input. Throws GITHUB_REFUSED with the words of `gh`. */
export async function setSecretByGh(
  { environment, log }: Place,
  repository: string,
  value: string
): Promise<void> {
  const args = ['secret', 'set', secretName, '--repo', repositoryForGh(environment, repository)]
  const ended = await runGh({ environment, log }, args, value)
  if (ended.status === 0) return
  throw new NarPublishError({
    code: 'GITHUB_REFUSED',
    subject: `${repository}, secret ${secretName}`,
    // It may print what it was given.
    reason: exitWords({ program: 'gh', args }, ended).replaceAll(value, () => '***'),
    hint: 'See that `gh auth status` names an account that administers the repository, or give a token with “Secrets: write” (`--token-file`, GH_TOKEN).'
  })
}

/** No prompt: it has no terminal, and a group of its own, so that it cannot find one. */
function runGh({ environment, log }: Place, args: readonly string[], input?: string) {
  const env = {
    ...environment.childEnvironment,
    GH_PROMPT_DISABLED: '1',
    GH_NO_UPDATE_NOTIFIER: '1',
    NO_COLOR: '1'
  }
  const started = startProgram(
    { program: 'gh', args },
    {
      env,
      log,
      timeLimit,
      isGroup: true,
      cwd: environment.workspace,
      ...(input !== undefined && { input: [input] })
    }
  )
  return gatherOutput(started, largest)
}
