import pMap from 'p-map'
import { cataloguePath, parseIndex, type CatalogueIndex } from '../../catalogue/catalogue.ts'
import { readmePath } from '../../catalogue/readme.ts'
import { usage } from '../../cli/arguments.ts'
import { typed } from '../../cli/typed.ts'
import type { CommandRun } from '../../cli/command.ts'
import { forgetSecrets, type Environment } from '../../environment.ts'
import { NarPublishError } from '../../errors.ts'
import { readSecrets } from '../../inputs/secrets.ts'
import { cacheRoot, type CommittedFiles } from '../../reader/read-cache.ts'
import { ReaderWeb } from '../../reader/web.ts'
import { parseTargetAddress } from '../../repository/address.ts'
import { blobSha } from '../../repository/github/git-objects.ts'
import { parseUseInputs } from '../../use/inputs.ts'
import { openCache } from '../../use/open-cache.ts'

const filesAtOnce = 8

/** A cache as its readers are told it. */
export interface ToldCache {
  /** What they put into `substituters`. */
  address: string
  /** `owner/name` and the commit that the address is to serve; null: only the address is known. */
  repository: { name: string; branch: string; commit: string } | null
  committed: CommittedFiles | null
  /** null: it has none. An error: what is there cannot be read. */
  index: CatalogueIndex | NarPublishError | null
  readme: Buffer | null
  /** Other small files, from where those two are; one that is not there, or is among the failures, is left out. */
  readFiles: (paths: readonly string[]) => Promise<Map<string, Buffer>>
  /** Which of all these the address would not give, without saying that it is not there. */
  failures: { file: string; reason: string }[]
  web: ReaderWeb
}

/**
 * `target`: a repository, whose README says what readers are told; or the http(s) address itself, of which no repository is known. Throws
 * USAGE, CACHE_MISSING, and what opening the repository throws.
 */
export function openToldCache(
  run: CommandRun,
  environment: Environment,
  target: string
): Promise<ToldCache> {
  return isAddress(target, environment)
    ? openAddress(run, target)
    : openRepository(run, environment)
}

/** Of an http(s) address: whether it is anything but that of a repository on this GitHub. */
function isAddress(target: string, environment: Environment): boolean {
  if (!/^https?:\/\//i.test(target)) return false
  try {
    return parseTargetAddress(target, environment).kind !== 'github'
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'REPOSITORY_INVALID') return true
    throw error
  }
}

async function openRepository(run: CommandRun, environment: Environment): Promise<ToldCache> {
  const { log, scratch } = run
  const secrets = readSecrets(environment, (secret) => {
    log.hide(secret)
  })
  const inputs = typed(() => parseUseInputs(environment, secrets))
  forgetSecrets()
  const opened = await openCache({ inputs, environment, scratch, log, timings: [] })
  const { target, snapshot, substituterUrl, index, readme } = opened
  const files = await snapshot.listFiles()
  const { name, branch } = target
  return {
    address: substituterUrl,
    repository: { name, branch, commit: snapshot.commit ?? '' },
    committed: {
      has: (file) => files.has(file),
      isSame: (file, content) => files.get(file)?.blob === blobSha(content)
    },
    index,
    readme,
    readFiles: (paths) => snapshot.readFiles(paths),
    failures: [],
    web: new ReaderWeb({ login: target.readerCredentials, log })
  }
}

async function openAddress({ command, log }: CommandRun, target: string): Promise<ToldCache> {
  if (!URL.canParse(target)) throw usage(command, 'arguments', 'the address is not valid')
  const { username, password } = new URL(target)
  if (username !== '' || password !== '') {
    throw usage(command, 'arguments', 'the address holds a user name or password')
  }
  // Nobody's: a token is for the repository's own host, and which that is nobody said.
  const web = new ReaderWeb({ login: null, log })
  const failures: ToldCache['failures'] = []
  const read = async (file: string): Promise<Buffer | null> => {
    const content = await web.read(`${cacheRoot(target)}/${file}`)
    if (Buffer.isBuffer(content)) return content
    if (content.kind === 'failed') failures.push({ file, reason: content.reason })
    return null
  }
  return {
    address: target,
    repository: null,
    committed: null,
    index: indexOf(await read(cataloguePath)),
    readme: await read(readmePath),
    readFiles: async (paths) => {
      const contents = await pMap(paths, async (path) => [path, await read(path)] as const, {
        concurrency: filesAtOnce
      })
      return new Map(
        contents.flatMap(([path, content]) => (content === null ? [] : [[path, content] as const]))
      )
    },
    failures,
    web
  }
}

function indexOf(content: Buffer | null): ToldCache['index'] {
  if (content === null) return null
  try {
    return parseIndex(content, cataloguePath)
  } catch (error) {
    if (error instanceof NarPublishError) return error
    throw error
  }
}
