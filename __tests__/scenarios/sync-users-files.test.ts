/** The user's own files, while programs of others do their worst in the folder that version-sync gives them. */
import { createHash, randomBytes } from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { attempt } from '../../src/errors.ts'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { fillCases, namedCases } from '../support/sync-cases.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../support/sync-packages.ts'
import { makeProject, syncProject, type Project } from '../support/sync-project.ts'

const parent = realpathSync(tmpdir())
const folder = makeScratch(parent)
let set: PackageSet
let bin: string

beforeAll(() => {
  set = makePackageSet(folder, randomBytes(6).toString('hex'))
  bin = join(folder, 'bin')
  mkdirSync(bin)
  const found = join(folder, 'found')
  // Counts links before it writes in place, in each way that there is; and then removes all of it.
  const script = `#!/bin/sh
    find . -type f | while IFS= read -r file; do
      stat -c %h "$file" >>'${found}'
      chmod 777 "$file"
      echo x >>"$file"
      : >"$file"
      touch -d @1000000000 "$file"
    done
    find . -mindepth 1 -delete`
  for (const name of ['nixfmt', 'worst']) writeFileSync(join(bin, name), script, { mode: 0o755 })
})

afterAll(() => {
  removeScratch(folder, parent)
})

async function makeCheckout(): Promise<Project> {
  const given = namedCases.find(({ name }) => name === 'beside-gemset')
  if (given === undefined) throw new Error('there is no such case')
  const [filled] = await fillCases(set, [{ ...given, after: new Map() }])
  return makeProject(set, filled?.before ?? new Map())
}

/** All that the disk knows of each file, Git's own among them: nothing can set the time of a change. */
function stateOf(root: string): Map<string, unknown> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return new Map(
    ['', ...paths.toSorted()].map((path) => {
      const file = join(root, path)
      const { ino, nlink, mode, uid, size, mtimeNs, ctimeNs } = lstatSync(file, { bigint: true })
      const bytes = attempt(() => readFileSync(file), Buffer.alloc(0))
      const digest = createHash('sha256').update(bytes).digest('hex')
      return [path, [ino, nlink, mode, uid, size, mtimeNs, ctimeNs, digest].join(' ')]
    })
  )
}

/** Link counts of what was found and written to. */
function linksFound(): string[] {
  const text = attempt(() => readFileSync(join(folder, 'found'), 'utf8'), '')
  writeFileSync(join(folder, 'found'), '')
  return text.split('\n').filter(Boolean)
}

describe('of the checkout', () => {
  test.each([
    ['a formatter', { formatter: 'nixfmt' }, 'EVALUATION_FAILED'],
    ['a command of before-hash', { 'before-hash': 'worst' }, 'SCRIPT_REFUSED']
  ])('%s that writes in place touches nothing', async (_, inputs, code) => {
    const project = await makeCheckout()
    const before = stateOf(project.folder)
    const env = { ...set.env, PATH: `${bin}${delimiter}${set.env['PATH'] ?? ''}` }
    const request = {
      package: 'file:package.nix',
      version: '0.76.1',
      systems: ownSystem,
      ...inputs
    }
    const failed = await syncProject({ ...set, env }, project, request).catch(
      (error: unknown) => error
    )
    expect(failed).toMatchObject({ code })
    const links = linksFound()
    // The files of the case, and the link to the copy's repository.
    expect(links.length).toBeGreaterThan(project.read().size)
    expect(new Set(links)).toEqual(new Set(['1']))
    expect(stateOf(project.folder)).toEqual(before)
  })
})

test('a run that ends well touches what it writes, and nothing else', async () => {
  const project = await makeCheckout()
  const before = stateOf(project.folder)
  const request = { package: 'file:package.nix', version: '0.76.1', systems: ownSystem }
  await syncProject(set, project, request)
  const after = stateOf(project.folder)
  const touched = [...after].flatMap(([path, state]) => (before.get(path) === state ? [] : [path]))
  expect(touched).toEqual(['', 'package.nix'])
  expect([...after.keys()]).toEqual([...before.keys()])
})
