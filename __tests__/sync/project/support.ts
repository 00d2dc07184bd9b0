import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { silentLog } from '../../../src/log.ts'
import { parsePackageReference } from '../../../src/sync/project/package-reference.ts'
import { openProject } from '../../../src/sync/project/project.ts'
import type { Project } from '../../../src/sync/project/locate-package.ts'
import { cleanEnvironment, git } from '../../repository/git/fixture.ts'

/** What is to be in a folder: contents, or a link's target, or a program. */
export type Files = Record<string, string | Buffer | { link: string } | { program: string }>

export function makeFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'nar-publish-project-')))
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    if (typeof content === 'string' || Buffer.isBuffer(content)) writeFileSync(file, content)
    else if ('link' in content) symlinkSync(content.link, file)
    else {
      writeFileSync(file, content.program)
      chmodSync(file, 0o755)
    }
  }
}

/** A repository with one commit of these files; answers its folder. */
export async function makeRepository(folder: string, files: Files): Promise<string> {
  mkdirSync(folder, { recursive: true })
  await git(folder, 'init', '--quiet', '--initial-branch=main')
  writeFiles(folder, files)
  await commitAll(folder)
  return folder
}

/** Answers the new commit. */
export async function commitAll(folder: string): Promise<string> {
  await git(folder, 'add', '--all')
  await git(folder, 'commit', '--quiet', '--allow-empty', '--message=change')
  return git(folder, 'rev-parse', 'HEAD')
}

export function open(
  workspace: string,
  reference: string,
  env: Record<string, string> = {}
): Promise<Project> {
  return openProject({
    workspace,
    package: parsePackageReference(reference),
    env: { ...cleanEnvironment(), ...env },
    log: silentLog
  })
}
