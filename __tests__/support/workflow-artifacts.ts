/** Artifacts of workflow runs, and the two actions that bring them from job to job, as far as our workflows use them. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync
} from 'node:fs'
import { basename, dirname, join, matchesGlob, relative, resolve } from 'node:path'
import type { StandIn } from './workflow-job.ts'

const uploads = ['name', 'path', 'if-no-files-found', 'compression-level', 'retention-days']
const downloads = ['name', 'pattern', 'path', 'merge-multiple', 'run-id', 'github-token']

/** Folders by the runs' ids and the artifacts' names, below `folder`. */
export class Artifacts {
  readonly #folder: string
  readonly #runs = new Map<string, Map<string, string>>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Name → folder. */
  of(run: string): Map<string, string> {
    const known = this.#runs.get(run) ?? new Map<string, string>()
    this.#runs.set(run, known)
    return known
  }

  /** As code of a job may upload it past the action: whatever the folder holds, links too. */
  put(run: string, name: string, folder: string): void {
    const kept = mkdtempSync(join(this.#folder, 'artifact-'))
    cpSync(folder, kept, { recursive: true, verbatimSymlinks: true })
    this.of(run).set(name, kept)
  }

  /** The two actions for the jobs of a run. */
  actions(run: string): Readonly<Record<string, StandIn>> {
    return {
      'actions/upload-artifact': (step) => Promise.resolve(this.#upload(run, step)),
      'actions/download-artifact': (step) => Promise.resolve(this.#download(run, step))
    }
  }

  #upload(run: string, { inputs, workspace }: Parameters<StandIn>[0]): Record<string, string> {
    refuseOthers(inputs, [...uploads, 'overwrite'])
    const { name = 'artifact', path = '' } = inputs
    // https://github.com/actions/toolkit: characters that no file system of a runner takes.
    if (name === '' || /["/:<>|*?\r\n\\]/.test(name)) {
      throw new Error(`The artifact name is not valid: ${name}.`)
    }
    const { root, files } = filesToUpload(path, workspace)
    if (files.length === 0) {
      const message = `No files were found with the provided path: ${path}. No artifacts will be uploaded.`
      if (inputs['if-no-files-found'] === 'error') throw new Error(message)
      return {}
    }
    const isTaken = this.of(run).has(name)
    if (isTaken && inputs['overwrite'] !== 'true') {
      throw new Error(
        'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run'
      )
    }
    const kept = mkdtempSync(join(this.#folder, 'artifact-'))
    for (const file of files) {
      const to = join(kept, relative(root, file))
      mkdirSync(dirname(to), { recursive: true })
      // A link's content, and no mode.
      copyFileSync(file, to)
    }
    this.of(run).set(name, kept)
    return { 'artifact-id': basename(kept) }
  }

  #download(run: string, { inputs, workspace }: Parameters<StandIn>[0]): Record<string, string> {
    refuseOthers(inputs, downloads)
    const { name = '', pattern = '', path = '' } = inputs
    const from = inputs['run-id'] ?? run
    if (from !== run && (inputs['github-token'] ?? '') === '') {
      throw new Error('another run’s artifacts want github-token')
    }
    const folder = resolve(workspace, path)
    const all = [...this.of(from)]
    const found = all.filter(([each]) => (name === '' ? isWanted(each, pattern) : each === name))
    if (name !== '' && found.length === 0) {
      throw new Error(
        `Unable to download artifact(s): Artifact not found for name: ${name}\n` +
          `        Please ensure that your artifact is not expired and the artifact was uploaded using a compatible version of toolkit/upload-artifact.`
      )
    }
    for (const [each, kept] of found) {
      // Since v5 the only one that a pattern finds has no folder of its own either.
      const isPlain = name !== '' || inputs['merge-multiple'] === 'true' || found.length === 1
      const to = isPlain ? folder : join(folder, each)
      cpSync(kept, to, { recursive: true, verbatimSymlinks: true })
    }
    return { 'download-path': folder }
  }
}

function isWanted(name: string, pattern: string): boolean {
  return pattern === '' || matchesGlob(name, pattern)
}

function refuseOthers(inputs: Readonly<Record<string, string>>, known: readonly string[]): void {
  for (const name of Object.keys(inputs)) {
    if (!known.includes(name)) throw new Error(`an artifact’s ${name} is not known here`)
  }
}

/**
 * Files, and the folder that their names in the artifact are below: the deepest that all paths have in common, each up to its first
 * wildcard. Without hidden files.
 */
function filesToUpload(path: string, workspace: string): { root: string; files: string[] } {
  const patterns = path
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => resolve(workspace, line))
  const found = patterns.map((pattern) => {
    const plain = pattern.split('/').slice(0, wildcardAt(pattern)).join('/')
    const isFile = plain === pattern && existsSync(plain) && statSync(plain).isFile()
    return { root: isFile ? dirname(plain) : plain, files: globSync(pattern).flatMap(filesBelow) }
  })
  const roots = found.map(({ root }) => root.split('/'))
  const [first = []] = roots
  const common = first.findIndex((part, index) => roots.some((root) => root[index] !== part))
  return {
    root: (common === -1 ? first : first.slice(0, common)).join('/'),
    files: [...new Set(found.flatMap(({ files }) => files))]
  }
}

function wildcardAt(pattern: string): number | undefined {
  const at = pattern.split('/').findIndex((part) => /[*?[]/.test(part))
  return at === -1 ? undefined : at
}

function filesBelow(path: string): string[] {
  if (basename(path).startsWith('.')) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
}
