/**
 * What CI's job `action` does besides using the action: makes the repositories, the key and the flake of this run, and says whether
 * each step did what it should. Nothing but Node, git and Nix: the job has installed no packages. `node script/action-run.ts <part>`,
 * with the values to check in variables.
 */
import { deepStrictEqual, ok, strictEqual } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const folder = join(given('RUNNER_TEMP'), 'action-run')
const at = (name: string): string => join(folder, name)
/** How long the queue may take from a build to the commit; its interval is a second. */
const queuePatienceMs = 120_000

const parts: Record<string, () => void | Promise<void>> = {
  prepare: () => {
    mkdirSync(at('flake'), { recursive: true })
    for (const name of ['store.git', 'queue.git']) {
      run('git', ['init', '--quiet', '--bare', '--initial-branch=main', at(name)])
    }
    run('nix-store', [
      '--generate-binary-cache-key',
      'ci-1',
      ...[at('cache.secret'), at('cache.public')]
    ])
    const flake = readFileSync(join(import.meta.dirname, 'action-flake/flake.nix'), 'utf8')
    const salt = randomBytes(8).toString('hex')
    writeFileSync(
      at('flake/flake.nix'),
      flake.replace('@salt@', () => salt)
    )
  },

  'matrix of all': () => {
    strictEqual(given('ANY_JOBS'), 'true')
    const system = given('SYSTEM')
    const rows = (JSON.parse(given('MATRIX')) as { include: Record<string, unknown>[] }).include
    // The one is made with the other, which no cache has.
    deepStrictEqual(
      rows.map((row) => [row['name'], row['system'], row['os']]),
      [['2 attributes, greeting to hello', system, given('RUNNER')]]
    )
  },

  // One commit with both, which Nix itself takes from a clone, signatures required.
  published: () => {
    const published = (JSON.parse(given('PUBLISHED')) as string[]).map(nameOf).sort()
    deepStrictEqual(published, ['greeting-1.0', 'hello-2.12.1'])
    strictEqual(git('store.git', 'rev-parse', 'main'), given('COMMIT'))
    strictEqual(git('store.git', 'rev-list', '--count', 'main'), '1')
    strictEqual(given('PUBLIC_KEY'), publicKey())
    run('git', ['clone', '--quiet', at('store.git'), at('clone')])
    const hello = (JSON.parse(given('PUBLISHED')) as string[]).find((path) =>
      path.endsWith('-hello-2.12.1')
    )
    run('nix', [
      ...[
        '--extra-experimental-features',
        'nix-command',
        'copy',
        '--from',
        `file://${at('clone')}`
      ],
      ...['--to', at('stranger'), '--option', 'trusted-public-keys', publicKey()],
      ...['--option', 'require-sigs', 'true', hello ?? '']
    ])
    const greeting = readFileSync(join(at('stranger'), hello ?? ''), 'utf8').trim()
    strictEqual(
      readFileSync(join(at('stranger'), greeting), 'utf8'),
      'Hello from a runner\n',
      'what hello refers to was copied with it'
    )
  },

  'nothing new': () => {
    deepStrictEqual(JSON.parse(given('PUBLISHED')), [])
    const reasons = (JSON.parse(given('SKIPPED')) as { reason: string }[]).map(
      ({ reason }) => reason
    )
    deepStrictEqual([...new Set(reasons)], ['held'])
    strictEqual(given('ANY_JOBS'), 'false', 'the matrix leaves out what the target holds')
    strictEqual(git('store.git', 'rev-list', '--count', 'main'), '1')
  },

  // The queue publishes while the job goes on. What is built last is the post step's: the job fails when that does not land.
  queued: async () => {
    const deadline = Date.now() + queuePatienceMs
    while (!catalogue('queue.git').includes('"early"')) {
      ok(Date.now() < deadline, 'the queue has not published what an earlier step built')
      await setTimeout(200)
    }
  },

  'version-sync': () => {
    strictEqual(given('CHANGED'), 'true')
    deepStrictEqual([given('OLD_VERSION'), given('NEW_VERSION')], ['2.12.1', '2.13'])
    const changes = run('git', ['status', '--porcelain', '--', 'script/action-flake'])
    strictEqual(changes, '', 'a dry run leaves the checkout alone')
  }
}

function given(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is empty`)
  return value
}

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  }).trim()
}

function git(repository: string, ...args: string[]): string {
  return run('git', [`--git-dir=${at(repository)}`, ...args])
}

/** Empty while there is no commit. */
function catalogue(repository: string): string {
  const heads = git(repository, 'for-each-ref', 'refs/heads/main')
  return heads === '' ? '' : git(repository, 'show', 'main:catalogue/newest.json')
}

function publicKey(): string {
  return readFileSync(at('cache.public'), 'utf8').trim()
}

function nameOf(storePath: string): string {
  return storePath.replace(/^\/nix\/store\/[0-9a-z]{32}-/, '')
}

const part = process.argv[2] ?? ''
try {
  const check = parts[part]
  if (check === undefined) throw new Error(`there is no part ${part}`)
  await check()
  console.log(`${part}: as it should be`)
} catch (error) {
  const { message } = error as Error
  // `%0A` is how the runner takes several lines for one annotation.
  console.log(`::error title=${part}::${message.replaceAll('%', '%25').replaceAll('\n', '%0A')}`)
  process.exitCode = 1
}
