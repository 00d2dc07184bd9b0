/** What a newcomer runs first, and what he looks at then. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { nixConfig } from './support/nix.ts'
import { runProgram } from './support/program.ts'

const root = join(import.meta.dirname, '..')
const demo = join(root, 'script/demo.ts')
let folder: string
let served: ChildProcess | undefined

beforeAll(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'demo-'))
})
afterAll(() => {
  served?.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

test('script/demo --serve runs the main job for real, serves the cache on loopback until Ctrl-C, and leaves nothing behind', async () => {
  const child = spawn(process.execPath, [demo, '--serve'], {
    env: { ...process.env, NIX_CONFIG: nixConfig, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  served = child
  const ended = once(child, 'close')
  let words = ''
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      words += text
      const [, url] = /^== The page of this cache, until Ctrl-C\n(\S+)\n/m.exec(words) ?? []
      if (url !== undefined) resolve(url)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text))
    child.once('close', () => {
      reject(new Error(words))
    })
  })
  const url = await address
  expect(words).toMatch(
    /^== A stranger substitutes it into a fresh store, .*\n#!\/bin\/sh\ncat \/nix\/store/ms
  )
  expect(words).toMatch(/^== With another public key Nix refuses it\nerror: .*signature/m)
  expect(words).toMatch(/^API requests: [1-4]$/m)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/pages\/alice\/binstore\/$/)
  expect(await (await fetch(`${url}nix-cache-info`)).text()).toContain('StoreDir: /nix/store')
  // Of three releases.
  expect(await (await fetch(`${url}catalogue/newest.json`)).text()).toContain('hello-2.12.2')
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
  expect(readdirSync(folder)).toEqual([])
})

test('script/demo takes no other word', async () => {
  const ran = await runProgram(process.execPath, [demo, '--server'])
  expect([ran.status, ran.stderr]).toEqual([2, 'usage: script/demo [--serve]\n'])
})
