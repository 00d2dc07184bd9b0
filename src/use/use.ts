import { readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { netrcLines, readerLines, readerSettings } from '../catalogue/reader-lines.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { userConfFiles } from '../nix/settings.ts'
import { requireTrust } from './keys.ts'
import { readMachine, usualNetrc, type Machine } from './machine.ts'
import { readCache, type FoundCache } from './read-cache.ts'
import type { UseReport } from './report/types.ts'
import type { UseRun } from './run.ts'

/** A run in a job, and the folder for what later steps read; it stays until the post step. */
export type UseInJob = UseRun & { folder: string }

/**
 * From now on the job's Nix reads the cache. Answers with NIX_USER_CONF_FILES for the steps that follow, null where there is no cache
 * yet. Throws KEYS_UNTRUSTED, and what reading the cache throws.
 */
export async function useCache(
  run: UseInJob
): Promise<{ report: UseReport; userConfFiles: string | null }> {
  const { log, environment } = run
  return log.group('Use the cache', async () => {
    const found = await findCache(run)
    if (found instanceof NarPublishError) {
      const missing = `${found.subject}: ${found.reason}`
      log.warning(`${missing} yet. The steps that follow build what they need.`)
      return { report: { found: null, missing }, userConfFiles: null }
    }
    const { cache, keys, warnings } = found
    requireTrust(cache.repository, keys)
    for (const text of warnings) log.warning(text)
    const env = environment.childEnvironment
    const conf = join(run.folder, 'nix.conf')
    const netrc = writeNetrc(run, found, await readMachine(environment, log))
    writeFileSync(conf, [...readerLines['nix.conf'](cache), ...netrc, ''].join('\n'), {
      mode: 0o600
    })
    const files = [conf, ...userConfFiles(env)].join(delimiter)
    const told = { ...environment, childEnvironment: { ...env, NIX_USER_CONF_FILES: files } }
    sayWhatCounts(await readMachine(told, log), found, log)
    log.info(`${cache.repository}: ${cache.substituterUrl}`)
    log.info(keys.origin)
    return { report: { found, missing: '' }, userConfFiles: files }
  })
}

/** The error when there is no cache yet, as in the first run of a workflow that reads and publishes. */
async function findCache(run: UseRun): Promise<FoundCache | NarPublishError> {
  try {
    return await readCache(run)
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'CACHE_MISSING') return error
    throw error
  }
}

/** Gives the line of nix.conf that names it; none for a public cache. Nix reads one such file: what it read before stays in it. */
function writeNetrc(
  { folder, log }: UseInJob,
  { cache, password }: FoundCache,
  machine: Machine | null
): string[] {
  const { login } = cache
  if (login === null || password === null) return []
  const file = join(folder, 'netrc')
  const before = readOther(machine?.settings.get('netrc-file') ?? usualNetrc, log)
  if (before.split(/\s+/).includes(login.host)) {
    log.warning(`Other credentials for ${login.host} are passed over from now on.`)
  }
  writeFileSync(file, [...netrcLines(cache, password), before].join('\n'), { mode: 0o600 })
  return [`netrc-file = ${file}`]
}

function readOther(file: string, log: Log): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = Object(error) as { code?: unknown }
    if (code !== 'ENOENT') {
      log.warning(
        `${file} cannot be read (${String(code)}): its credentials do not count for the steps that follow.`
      )
    }
    return ''
  }
}

/** Settings of the job may go before ours, and a daemon takes substituters from whom it trusts. */
function sayWhatCounts(machine: Machine | null, { cache }: FoundCache, log: Log): void {
  if (machine === null) {
    log.info('Nix is not installed yet; it reads the settings when it is.')
    return
  }
  const isLost = readerSettings(cache).some(({ name, values }) => {
    const words = machine.settings.get(name)?.split(' ')
    return values.some((value) => words?.includes(value) !== true)
  })
  if (isLost) {
    log.warning(
      'Another setting of this job goes before the cache’s: take `substituters` and `trusted-public-keys` out of `NIX_CONFIG`, or put `extra-` before them.'
    )
  }
  if (machine.isTrusted === false) {
    log.warning(
      'Nix’s daemon does not take substituters from this user: the steps that follow build what they need.'
    )
  }
}
