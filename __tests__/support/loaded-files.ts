/** Which files a run of ours loads, all of its processes together: by a hook of Node's loader, which `--import` brings into each. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { compiledSources } from './compiled-sources.ts'
import { step, type StepResult } from './runner.ts'

const root = join(import.meta.dirname, '../..')

export interface LoadedRun extends StepResult {
  /** Relative to the checkout, in the order of loading; each once. Node's own are not among them. */
  files: string[]
}

/** Runs `node FILE ARGS…`; the environment has what is given, PATH, and where compiled sources are kept. */
export async function runAndWatch(
  [file, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
  cwd: string
): Promise<LoadedRun> {
  const folder = mkdtempSync(join(tmpdir(), 'loaded-'))
  const list = join(folder, 'list')
  const hook = join(folder, 'hook.mjs')
  writeFileSync(
    hook,
    `import { appendFileSync } from 'node:fs'
     import { registerHooks } from 'node:module'
     import { fileURLToPath } from 'node:url'
     registerHooks({ load(url, context, next) {
       if (url.startsWith('file:')) appendFileSync(${JSON.stringify(list)}, fileURLToPath(url) + '\\n')
       return next(url, context)
     } })`
  )
  try {
    const command = [process.execPath, '--import', hook, resolve(root, file), ...args] as const
    const run = await step(command, { PATH: process.env['PATH'], ...compiledSources, ...env }, cwd)
    const loaded = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : []
    return { ...run, files: [...new Set(loaded)].map((path) => relative(root, path)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
