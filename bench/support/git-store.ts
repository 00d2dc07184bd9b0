import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const environment = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Bench',
  GIT_AUTHOR_EMAIL: 'bench@example.org',
  GIT_COMMITTER_NAME: 'Bench',
  GIT_COMMITTER_EMAIL: 'bench@example.org'
}

/** Git without the machine's settings; asynchronous, because it may talk to a server in this process. Answers what it printed. */
export async function git(
  cwd: string,
  args: readonly string[],
  input: Iterable<Buffer | string> = []
): Promise<string> {
  const child = spawn('git', args, { cwd, env: environment, stdio: ['pipe', 'pipe', 'inherit'] })
  const closed = once(child, 'close').then(([status]) => Number(status))
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  await pipeline(Readable.from(input, { objectMode: false }), child.stdin)
  const status = await closed
  if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}`)
  return output.trimEnd()
}

/** A bare repository as a host sets one up, its branch `main` with these files in one commit. */
export async function makeBareRepository(
  path: string,
  files: ReadonlyMap<string, string>
): Promise<void> {
  await git('/', ['init', '--quiet', '--bare', '--initial-branch=main', path])
  await git(path, ['config', 'uploadpack.allowFilter', 'true'])
  await git(path, ['config', 'http.receivepack', 'true'])
  await git(path, ['fast-import', '--quiet'], fastImport(files))
}

function* fastImport(files: ReadonlyMap<string, string>): Generator<string> {
  const message = 'fill the store'
  yield 'commit refs/heads/main\ncommitter Bench <bench@example.org> 1700000000 +0000\n'
  yield `data ${message.length}\n${message}\n`
  for (const [path, content] of files) {
    yield `M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`
  }
}
