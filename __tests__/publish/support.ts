import { narCachePath, pnameOf } from '../../src/binary-cache/nar-name.ts'
import { parseSecretKey } from '../../src/binary-cache/signature.ts'
import type { PackedPath } from '../../src/binary-cache/types.ts'
import { readEnvironment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog } from '../../src/log.ts'
import { artifactOfPath, type Artifact } from '../../src/publish/artifact.ts'
import {
  parsePublishInputs,
  type BuildInputs,
  type CommitInputs
} from '../../src/publish/inputs.ts'
import type { PublishRun } from '../../src/publish/run.ts'
import { blobSha } from '../../src/repository/github/git-objects.ts'
import { foldersAbove, treeItem } from '../../src/repository/tree-item.ts'
import type { Target, TargetSnapshot, TreeItem } from '../../src/repository/types.ts'
import { parseStorePath } from '../../src/store-path.ts'

// nix-store --generate-binary-cache-key test-only-N secret public
const secrets = {
  some: 'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA==',
  other:
    'test-only-2:BuNLe8bMukn2KFZ20X5CZF84SeC3PI9ZtDCEFLnrCMh3/Z+xTg+aZEM/5eQV13Ov6q/po+t7eGGrMXsXBdoKdQ=='
}
export const someKey = parseSecretKey(secrets.some)
export const otherKey = parseSecretKey(secrets.other)

/** A run with these inputs, signed unless `signing-key` is empty. Of the environment it has what a workflow has. */
export function runWith(
  inputs: Record<string, string> = {},
  runId = '1'
): PublishRun<BuildInputs & CommitInputs> {
  const all = {
    'flake-attribute': '.#hello',
    token: 'token',
    'signing-key': secrets.some,
    ...inputs
  }
  const environment = readEnvironment({
    GITHUB_REPOSITORY: 'o/project',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_RUN_ID: runId,
    GITHUB_WORKSPACE: '/nonexistent',
    ...Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
  const parsed = parsePublishInputs(
    environment,
    readSecrets(environment, () => undefined)
  )
  if (parsed.phase !== 'all') throw new Error('a run of one job')
  return {
    inputs: parsed,
    environment,
    scratch: '/nonexistent',
    log: silentLog,
    timings: []
  }
}

export const someSecret = secrets.some
export const otherSecret = secrets.other

/** `/nix/store/…-<name>`, another one for each name. */
export function pathOf(name: string): string {
  const hash = Buffer.from(name).toString('hex').replaceAll('e', 'z').padStart(32, '0').slice(-32)
  return `/nix/store/${hash}-${name}`
}

export const artifactNamed = (name: string): Artifact => ({
  ...artifactOfPath(pathOf(name), 'x86_64-linux'),
  attribute: `.#${name}`,
  output: 'out'
})

/** As packing leaves it, without the file. `content` decides its hashes. */
export function packedPath(storePath: string, content = storePath): PackedPath {
  const digest = Buffer.from(content)
    .toString('hex')
    .replaceAll('e', 'z')
    .slice(-50)
    .padStart(52, '0')
  const hash = `sha256:${digest}`
  const { name } = parseStorePath(storePath)
  return {
    info: {
      storePath,
      narHash: hash,
      narSize: 120,
      references: [],
      deriver: null,
      signatures: [],
      ca: null
    },
    nar: {
      storePath,
      diskPath: `/nonexistent/${digest}`,
      cachePath: narCachePath(hash, pnameOf(name), 'none'),
      compression: 'none',
      fileHash: hash,
      fileSize: 120,
      narHash: hash,
      narSize: 120
    }
  }
}

/** A branch with these files; null: it does not exist. */
export function snapshotOf(files: ReadonlyMap<string, Buffer> | null): TargetSnapshot {
  const read = (path: string): Buffer | null => files?.get(path) ?? null
  return {
    commit: files === null ? null : '3f2a91cc0d5e8b7a6c4f3e2d1b0a99887766554a',
    readFile: (path) => Promise.resolve(read(path)),
    glanceAt: (path) => Promise.resolve(read(path)),
    readNarInfos: (hashes) =>
      Promise.resolve(
        new Map(
          hashes.flatMap((hash) => {
            const text = read(`${hash}.narinfo`)
            return text === null ? [] : [[hash, text.toString()] as const]
          })
        )
      ),
    missingNarInfos: (hashes) =>
      Promise.resolve(new Set(hashes.filter((hash) => read(`${hash}.narinfo`) === null))),
    listFiles: () =>
      Promise.resolve(
        new Map(
          [...(files ?? [])].map(([path, { length }]) => [path, { blob: path, size: length }])
        )
      ),
    readFiles: (paths) =>
      Promise.resolve(
        new Map(
          paths.flatMap((path) => {
            const content = read(path)
            return content === null ? [] : [[path, content] as const]
          })
        )
      ),
    hasHistory: () => Promise.resolve(files !== null),
    itemsAt: (paths) =>
      Promise.resolve(
        new Map([...itemsOf(files ?? new Map())].filter(([path]) => paths.includes(path)))
      ),
    itemsIn: (folder) =>
      Promise.resolve(
        new Map(
          [...itemsOf(files ?? new Map())].flatMap(([path, item]): [string, TreeItem][] => {
            const parts = path.split('/')
            const name = parts.pop() ?? ''
            return parts.join('/') === folder ? [[name, item]] : []
          })
        )
      )
  }
}

function itemsOf(files: ReadonlyMap<string, Buffer>): Map<string, TreeItem> {
  const folders = [...files.keys()].flatMap(foldersAbove)
  return new Map([
    ...folders.map((path) => [path, treeItem('040000', blobSha(Buffer.from(path)))] as const),
    ...[...files].map(([path, content]) => [path, treeItem('100644', blobSha(content))] as const)
  ])
}

/** What composing needs of a target: its names. */
export const target: Pick<
  Target,
  'name' | 'branch' | 'substituterUrl' | 'servedBy' | 'readerCredentials' | 'cloneUrl' | 'webUrl'
> = {
  servedBy: 'raw',
  readerCredentials: null,
  cloneUrl: 'https://github.com/o/binstore.git',
  name: 'o/binstore',
  branch: 'main',
  substituterUrl: 'https://raw.githubusercontent.com/o/binstore/main',
  webUrl: (path) => `https://github.com/o/binstore/blob/main/${path}`
}
