/**
 * The main job for real, on this machine: a sample flake, built by Nix, published by the bundled action to a GitHub on
 * loopback, substituted back into a fresh store by a stranger who knows the public key only.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters, styleText } from 'node:util'
import {
  samplePin,
  sampleReleases,
  sampleRepository,
  startSampleCache
} from '../__tests__/support/sample-cache.ts'
import { pathNamed } from '../__tests__/support/scenario.ts'

const isServed = process.argv.includes('--serve')
if (process.argv.slice(2).some((word) => word !== '--serve')) {
  console.error('usage: script/demo [--serve]')
  process.exit(2)
}
// From the beginning: whenever Ctrl-C comes, what was made is removed.
const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])

const cache = await startSampleCache()
const { github, folder, key } = cache
try {
  await publishAndRead()
  if (isServed) await serve()
  else {
    say('Done')
    console.log('The page of this cache in a browser: script/demo --serve')
  }
} finally {
  await cache.close()
}

async function publishAndRead(): Promise<void> {
  say('A signing key, as nix-store makes it')
  console.log(key.public)

  say(
    `Publishing a flake’s packages to the empty repository ${sampleRepository} on ${github.serverUrl}`
  )
  const first = await cache.publish(0, { at: dayOf(0) })
  console.log(shown(first.log))

  say('Publishing the same again: nothing is built or written')
  github.reset()
  const second = await cache.publish(0, { at: dayOf(0) })
  expect(second.outputs['nar-count'] === '0', 'the second run did something')
  console.log(`API requests: ${github.counts().api}`)

  say('Files in the repository')
  for (const file of await github.listFiles(sampleRepository, 'main')) console.log(file)

  const hello = pathNamed((first.outputs['store-paths'] ?? '').split('\n'), 'hello-2.12')
  const address = first.outputs['substituter'] ?? ''
  const store = join(folder, 'store')
  mkdirSync(store)
  say(
    `A stranger substitutes it into a fresh store, signatures required: nix copy --from ${address} ${hello}`
  )
  process.env['XDG_CACHE_HOME'] = join(folder, 'cache')
  await run(
    'nix',
    ...['copy', '--from', address, '--to', `local?root=${store}`],
    ...['--option', 'require-sigs', 'true', '--option', 'trusted-public-keys', key.public],
    hello
  )
  await run('nix-store', '--store', `local?root=${store}`, '--verify', '--check-contents')
  console.log(readFileSync(join(store, hello, 'bin', 'hello'), 'utf8').trimEnd())

  say('With another public key Nix refuses it')
  let refusal = ''
  try {
    await run(
      'nix',
      ...['copy', '--from', address, '--to', `local?root=${join(folder, 'other')}`],
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
  console.log((await github.readFile(sampleRepository, 'main', 'README.md'))?.toString())
  say('The job’s summary')
  console.log(first.summary)
}

/** With later releases, for something to look at, until Ctrl-C. */
async function serve(): Promise<void> {
  for (let release = 1; release < sampleReleases; release++) {
    say(`Release ${release + 1} of ${sampleReleases}`)
    await cache.publish(release, { at: dayOf(release), inputs: samplePin })
  }
  say('The page of this cache, until Ctrl-C')
  console.log(cache.url)
  await stopped
}

/** Of a history that is looked at, a release is a week after the one before, and the last is of today. */
function dayOf(release: number): Date {
  const weeksAgo = isServed ? sampleReleases - 1 - release : 0
  return new Date(Date.now() - weeksAgo * 7 * 86_400_000)
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
