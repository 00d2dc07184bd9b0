import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The files in an artifact's tar, by path; null when it is none, or holds what GitHub Pages does not take: links, devices. */
export async function artifactFiles(archive: Buffer): Promise<ReadonlyMap<string, Buffer> | null> {
  const folder = await mkdtemp(join(tmpdir(), 'pages-artifact-'))
  try {
    const [tar, site] = [join(folder, 'artifact.tar'), join(folder, 'site')]
    await writeFile(tar, archive)
    await mkdir(site)
    await run('tar', ['-xf', tar, '-C', site])
    const entries = await readdir(site, { recursive: true, withFileTypes: true })
    if (entries.some((entry) => !entry.isFile() && !entry.isDirectory())) return null
    const files = new Map<string, Buffer>()
    for (const entry of entries.filter((candidate) => candidate.isFile())) {
      const path = join(entry.parentPath, entry.name)
      files.set(relative(site, path), await readFile(path))
    }
    return files
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** As actions/upload-pages-artifact packs a folder: without `.git` and `.github`, and without any hidden file unless asked for. */
export async function packArtifact(folder: string, withHiddenFiles: boolean): Promise<Buffer> {
  const hidden = withHiddenFiles ? [] : ['--exclude=.[^/]*']
  const { stdout } = await run(
    'tar',
    [
      ...['--dereference', '--hard-dereference', '--directory', folder, '-cf', '-'],
      ...['--exclude=.git', '--exclude=.github', ...hidden, '.']
    ],
    { encoding: 'buffer', maxBuffer: 1024 ** 3 }
  )
  return stdout
}
