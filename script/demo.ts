/**
 * The main job for real, on this machine: a sample flake, built by Nix, published by the bundled action to a GitHub on
 * loopback, substituted back into a fresh store by a stranger who knows the public key only.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters, styleText } from 'node:util'
import { startGitHub } from '../__tests__/support/github/server.ts'
import { runAction } from '../__tests__/support/runner.ts'

const folder = mkdtempSync(join(tmpdir(), 'nar-publish-demo-'))
const flake = join(folder, 'flake')
mkdirSync(flake)
// A salt, so that what an earlier demo left in this machine's store does not stand in for a build.
writeFileSync(
  join(flake, 'flake.nix'),
  readFileSync(join(import.meta.dirname, 'demo-flake', 'flake.nix'), 'utf8').replace(
    'salt = "";',
    `salt = "${Date.now()}";`
  )
)

say('A signing key, as nix-store makes it')
const keyFile = join(folder, 'cache.secret')
await run('nix-store', '--generate-binary-cache-key', 'demo-cache-1', keyFile, `${keyFile}.public`)
const publicKey = readFileSync(`${keyFile}.public`, 'utf8').trim()
console.log(publicKey)

const github = await startGitHub({
  repositories: [{ name: 'alice/binstore', initialized: false }],
  tokens: { 'demo-token': { login: 'alice', access: 'write' } }
})
try {
  const action = {
    github,
    workspace: flake,
    inputs: {
      'flake-attribute': '.#hello',
      'target-repository': 'alice/binstore',
      token: 'demo-token',
      'signing-key': readFileSync(keyFile, 'utf8').trim()
    }
  }
  say(`Publishing .#hello to the empty repository alice/binstore on ${github.serverUrl}`)
  const first = await runAction(action)
  console.log(shown(first.log))
  expect(first.exitCode === 0, 'the action failed')

  say('Publishing the same again: nothing is built or written')
  github.reset()
  const second = await runAction(action)
  expect(
    second.exitCode === 0 && second.outputs['nar-count'] === '0',
    'the second run did something'
  )
  console.log(`API requests: ${github.counts().api}`)

  say('Files in the repository')
  for (const file of await github.listFiles('alice/binstore', 'main')) console.log(file)

  const [hello] = (first.outputs['store-paths'] ?? '').split('\n')
  expect(hello !== undefined && hello !== '', 'no store path in the outputs')
  const cache = github.substituterUrl('alice/binstore', 'main')
  const store = join(folder, 'store')
  mkdirSync(store)
  say(
    `A stranger substitutes it into a fresh store, signatures required: nix copy --from ${cache} ${hello}`
  )
  process.env['XDG_CACHE_HOME'] = join(folder, 'cache')
  await run(
    'nix',
    ...['copy', '--from', cache, '--to', `local?root=${store}`],
    ...['--option', 'require-sigs', 'true', '--option', 'trusted-public-keys', publicKey],
    hello
  )
  await run('nix-store', '--store', `local?root=${store}`, '--verify', '--check-contents')
  console.log(readFileSync(join(store, hello, 'bin', 'hello'), 'utf8').trimEnd())

  say('With another public key Nix refuses it')
  let refusal = ''
  try {
    await run(
      'nix',
      ...['copy', '--from', cache, '--to', `local?root=${join(folder, 'other')}`],
      ...['--option', 'require-sigs', 'true'],
      ...['--option', 'trusted-public-keys', `other-1:${Buffer.alloc(32, 1).toString('base64')}`],
      hello
    )
  } catch (error) {
    refusal = String(error)
  }
  expect(refusal.includes('signature'), `it was not refused for its signature: ${refusal}`)
  console.log(stripVTControlCharacters(refusal).trim().split('\n').at(-1))

  say('The README that readers see')
  console.log((await github.readFile('alice/binstore', 'main', 'README.md'))?.toString())
  say('The job’s summary')
  console.log(first.summary)
  say('Done')
} finally {
  await github.close()
  await run('chmod', '-R', 'u+w', folder)
  rmSync(folder, { recursive: true, force: true })
}

/** Not synchronously: the GitHub that Nix asks runs in this process. Rejects with what the program said. */
async function run(program: string, ...args: string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'pipe'] })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text))
  const [status] = (await once(child, 'close')) as [number | null]
  if (status !== 0) throw new Error(`${program} failed: ${words}`)
}

/** As the runner shows it: it swallows these lines. */
function shown(log: string): string {
  return log.replace(/^::(add-mask|debug)::.*\n/gm, '').trimEnd()
}

function say(line: string): void {
  console.log(`\n${styleText('bold', `== ${line}`, { stream: process.stdout })}`)
}

function expect(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(`demo: ${otherwise}`)
}
