import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import type { NarInfo } from '../../src/binary-cache/types.ts'
import type { Diagnosis } from '../../src/doctor/doctor.ts'
import { checkProvenance } from '../../src/provenance/check.ts'
import {
  bundlePath,
  formatPointer,
  largestBundle,
  narDigest,
  pointerPath
} from '../../src/provenance/files.ts'
import { parseProvenanceRequest, type ProvenanceRequest } from '../../src/provenance/inputs.ts'
import { newSigstore, type Signing, type Sigstore, type Subject } from '../support/sigstore.ts'
import {
  edit,
  examine,
  hashOf,
  narInfoFile,
  newKey,
  pathOf,
  shortFindings,
  soundStore,
  writeFiles,
  type Files
} from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'nar-publish-provenance-'))
const publishYml = 'org/nar-publish/.github/workflows/publish.yml'
const own: Signing = { repository: 'alice/app', workflow: `${publishYml}@refs/tags/v0.1.0` }
let sigstore: Sigstore
let github: Sigstore

beforeAll(async () => {
  sigstore = await newSigstore()
  github = await newSigstore('github')
  // As `gh attestation trusted-root` writes them.
  writeFileSync(join(folder, 'root.jsonl'), `${sigstore.root}\n${github.root}\n`)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function narInfosOf(files: Files): NarInfo[] {
  return [...files]
    .filter(([file]) => file.endsWith('.narinfo'))
    .map(([file, content]) => parseNarInfo(content.toString(), file))
}

const subjectsOf = (files: Files): Subject[] =>
  narInfosOf(files).map((narInfo) => ({ name: narInfo.storePath, digest: narDigest(narInfo) }))

/** Brings the bundle into the store, as a publish does. */
function place(files: Files, bundle: string | Buffer): string {
  const content = Buffer.from(bundle)
  const path = bundlePath(content)
  files.set(path, content)
  for (const { storePath } of narInfosOf(files)) {
    files.set(pointerPath(storePath), formatPointer(path))
  }
  return path
}

async function attested(signing: Signing = own, by = sigstore): Promise<[Files, string]> {
  const { files } = await soundStore(newKey())
  return [files, place(files, await by.attest(subjectsOf(files), signing))]
}

function requestWith(options: Record<string, string> = {}): ProvenanceRequest | null {
  const inputs: Record<string, string> = {
    provenance: 'alice/app',
    'provenance-workflow': publishYml,
    'trusted-root': 'root.jsonl',
    ...options
  }
  return parseProvenanceRequest({
    input: (name) => inputs[name] ?? '',
    serverUrl: 'https://github.com',
    workspace: folder
  })
}

async function diagnosed(
  files: Files,
  options: Record<string, string> = {}
): Promise<{ diagnosis: Diagnosis; found: string[] }> {
  const request = requestWith(options)
  const store = writeFiles(files)
  try {
    const provenance = request && { request, scratch: folder }
    const diagnosis = await examine(store, { isQuick: true, provenance })
    return { diagnosis, found: shortFindings(diagnosis).filter((line) => line.includes('PROVEN')) }
  } finally {
    rmSync(store, { recursive: true })
  }
}

const first = narInfoFile('hello-1.0')

describe('doctor', () => {
  test('finds nothing in a store whose every path was published by whom it was asked for', async () => {
    const [files] = await attested()
    const { found, diagnosis } = await diagnosed(files)
    expect([found, diagnosis.findings.filter(({ kind }) => kind === 'error')]).toEqual([[], []])
    const ref = `${publishYml}@refs/tags/v0.1.0`
    expect((await diagnosed(files, { 'provenance-workflow': ref })).found).toEqual([])
  })

  test('verifies what GitHub signs for private repositories, which no log has', async () => {
    const [files] = await attested(own, github)
    expect((await diagnosed(files)).found).toEqual([])
  })

  test('takes a workflow of the repository itself without its name, and another’s by its name alone', async () => {
    const workflow = 'Alice/App/.github/workflows/release.yml@refs/heads/main'
    const [files] = await attested({ repository: 'Alice/App', workflow })
    expect((await diagnosed(files, { 'provenance-workflow': '' })).found).toEqual([])
    const [others, bundle] = await attested()
    const { found, diagnosis } = await diagnosed(others, { 'provenance-workflow': '' })
    expect(found).toEqual([`PROVENANCE_OTHER ${bundle}`])
    expect(diagnosis.findings.find(({ file }) => file === bundle)?.what).toContain(
      `${own.workflow} signed it, which is no workflow of alice/app`
    )
  })

  test('says that bundles are there when nobody asks for more, and reads none', async () => {
    const [files, bundle] = await attested()
    files.set(bundle, Buffer.from('junk'))
    const { found, diagnosis } = await diagnosed(files, {
      ...{ provenance: '', 'provenance-workflow': '', 'trusted-root': '' }
    })
    expect(found).toEqual(['PROVENANCE_UNVERIFIED provenance/'])
    expect(diagnosis.findings.filter(({ kind }) => kind === 'error')).toEqual([])
  })

  const others: [string, Partial<Signing>][] = [
    ['another repository', { repository: 'mallory/app' }],
    ['a fork', { repository: 'mallory/app', ref: 'refs/heads/patch' }],
    ['a repository whose name begins so', { repository: 'alice/app-2' }],
    ['another workflow', { workflow: 'mallory/x/.github/workflows/publish.yml@refs/tags/v0.1.0' }],
    [
      'a workflow whose name begins so',
      { workflow: `${publishYml.replace('.yml', '.yml.yml')}@refs/tags/v0.1.0` }
    ],
    [
      'a file of another case',
      { workflow: `${publishYml.replace('publish.yml', 'Publish.yml')}@refs/heads/main` }
    ],
    ['a file with more behind an @', { workflow: `${publishYml}@x.yml@refs/heads/main` }],
    ['the workflow as a pull request has it', { workflow: `${publishYml}@refs/pull/7/head` }],
    ['another server', { serverUrl: 'https://github.example.org' }],
    ['somebody who is vouched for otherwise', { issuer: 'https://accounts.example.org' }],
    ['a run for a pull request', { ref: 'refs/pull/7/merge' }]
  ]

  test.each(others)('refuses a genuine bundle of the same paths of %s', async (_, changed) => {
    const [files, bundle] = await attested({ ...own, ...changed })
    const { found, diagnosis } = await diagnosed(files)
    expect(found).toEqual([`PROVENANCE_OTHER ${bundle}`])
    expect(diagnosis.findings.find(({ file }) => file === bundle)?.what).toContain('of 3 paths')
  })

  test('refuses another ref of the workflow than the one that was named', async () => {
    const [files, bundle] = await attested({ ...own, workflow: `${publishYml}@refs/heads/main` })
    const ref = `${publishYml}@refs/tags/v0.1.0`
    const { found } = await diagnosed(files, { 'provenance-workflow': ref })
    expect(found).toEqual([`PROVENANCE_OTHER ${bundle}`])
  })

  test.each([
    ['whose payload was altered', { change: (text: string) => text.replace('hello', 'hallo') }],
    ['that nobody has dated, which its certificate outlives', { undated: true }]
  ])('refuses a bundle %s', async (_, options) => {
    for (const by of [sigstore, github]) {
      const { files } = await soundStore(newKey())
      const bundle = place(files, await by.attest(subjectsOf(files), own, options))
      expect((await diagnosed(files)).found).toEqual([`PROVENANCE_UNTRUSTED ${bundle}`])
    }
  })

  test.each([['public'], ['github']] as const)(
    'refuses what was signed when the certificate had expired (%s)',
    async (kind) => {
      const late = await newSigstore(kind, new Date(Date.now() + 3_600_000))
      writeFileSync(join(folder, 'late.jsonl'), late.root)
      const [files, bundle] = await attested(own, late)
      const { found } = await diagnosed(files, { 'trusted-root': 'late.jsonl' })
      expect(found).toEqual([`PROVENANCE_UNTRUSTED ${bundle}`])
    }
  )

  test('refuses what another authority signed', async () => {
    const [files, bundle] = await attested(own, await newSigstore())
    expect((await diagnosed(files)).found).toEqual([`PROVENANCE_UNTRUSTED ${bundle}`])
  })

  test('finds the path that a list of subjects lacks', async () => {
    const { files } = await soundStore(newKey())
    const subjects = subjectsOf(files).filter(({ name }) => name !== pathOf('hello-1.0'))
    place(files, await sigstore.attest(subjects, own))
    expect((await diagnosed(files)).found).toEqual([`PROVENANCE_MISMATCH ${first}`])
  })

  test('finds a narinfo, signed by the right key, of another NAR than was attested', async () => {
    const key = newKey()
    const { files } = await soundStore(key)
    const older = subjectsOf(files).map((subject) =>
      subject.name === pathOf('hello-1.0') ? { ...subject, digest: 'ab'.repeat(32) } : subject
    )
    place(files, await sigstore.attest(older, own))
    const { found, diagnosis } = await diagnosed(files)
    expect(found).toEqual([`PROVENANCE_MISMATCH ${first}`])
    expect(diagnosis.findings.find(({ file }) => file === first)?.what).toContain('sha256:abab')
  })

  test('finds a narinfo that was altered', async () => {
    const [files] = await attested()
    edit(files, first, (text) =>
      text.replace(/^NarHash: .*$/m, `NarHash: sha256:${'0'.repeat(52)}`)
    )
    expect((await diagnosed(files)).found).toEqual([`PROVENANCE_MISMATCH ${first}`])
  })

  test('finds the path without a bundle', async () => {
    const [files] = await attested()
    files.delete(`${hashOf('hello-1.0')}.provenance`)
    expect((await diagnosed(files)).found).toEqual([`PROVENANCE_MISSING ${first}`])
  })

  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  test.each([
    ['junk', Buffer.from('junk')],
    ['nothing', Buffer.alloc(0)],
    ['JSON of something else', Buffer.from('{"mediaType":"text/plain"}')],
    ['deep JSON', Buffer.from(deep)],
    ['huge JSON', Buffer.from(`{"x":"${'x'.repeat(3 * 1024 * 1024)}"}`)]
  ])('calls a bundle that is %s none', async (_, content) => {
    const { files } = await soundStore(newKey())
    const bundle = place(files, content)
    expect((await diagnosed(files)).found).toEqual([`PROVENANCE_INVALID ${bundle}`])
  })

  test('calls a bundle none that was put in the place of another, or is gone', async () => {
    const [files, bundle] = await attested()
    const other = await sigstore.attest(subjectsOf(files), own)
    files.set(bundle, Buffer.from(other))
    expect((await diagnosed(files)).found).toEqual([`PROVENANCE_INVALID ${bundle}`])
    files.delete(bundle)
    expect((await diagnosed(files)).found).toEqual([`PROVENANCE_INVALID ${bundle}`])
  })

  test('follows what names a bundle to no other file', async () => {
    for (const text of ['README.md\n', '../../etc/passwd\n', 'x'.repeat(500_000)]) {
      const [files] = await attested()
      const pointer = `${hashOf('hello-1.0')}.provenance`
      files.set(pointer, Buffer.from(text))
      expect((await diagnosed(files)).found).toEqual([`PROVENANCE_INVALID ${pointer}`])
    }
  })

  test('finds what Pages would serve as the narinfo of a path that has none', async () => {
    for (const file of ['index.html', 'more/index.html']) {
      const [files] = await attested()
      const unseen = `${'0'.repeat(32)}.narinfo/${file}`
      files.set(unseen, Buffer.from('StorePath: …\n'))
      files.set(`${'1'.repeat(32)}.narinfo.html`, Buffer.from('StorePath: …\n'))
      expect((await diagnosed(files)).found.sort()).toEqual([
        `PROVENANCE_MISSING ${unseen}`,
        `PROVENANCE_MISSING ${'1'.repeat(32)}.narinfo.html`
      ])
    }
  })

  test('says of provenance that nothing has any more that prune removes it', async () => {
    const [files, bundle] = await attested()
    for (const name of ['hello-1.0', 'lib-2.0', 'data-3.0']) files.delete(narInfoFile(name))
    const { found } = await diagnosed(files)
    expect(found).toHaveLength(4)
    expect(found).toContain(`PROVENANCE_ORPHAN ${bundle}`)
  })

  test.each<[string, number, number | null, number[]]>([
    ['10 kB each', 1000, 10_000, [1000]],
    ['as many as there may be each', 40, largestBundle, [16, 16, 8]],
    ['an unknown number each', 40, null, [16, 16, 8]],
    ['more than are read', 40, largestBundle + 1, [0, 0, 0]]
  ])('reads bundles of %s together, as far as 32 MiB go', async (_bytes, runs, bytes, calls) => {
    const { files } = await soundStore(newKey())
    const [some] = narInfosOf(files)
    const request = requestWith()
    if (some === undefined || request === null) throw new Error('there is none')
    const infos = Array.from({ length: runs }, (_, run) => {
      return { ...some, storePath: pathOf(`run-${run}`) }
    })
    const pointers = new Map(
      infos.map(({ storePath }) => {
        const pointer = formatPointer(bundlePath(Buffer.from(storePath)))
        return [pointerPath(storePath), pointer] as const
      })
    )
    const sizes = new Map<string, number | null>(
      [...pointers].map(([path, { length }]) => [path, length])
    )
    for (const pointer of pointers.values()) sizes.set(pointer.toString().trim(), bytes)
    const asked: number[] = []
    const readFiles = (paths: readonly string[]): Promise<Map<string, Buffer>> => {
      asked.push(paths.length)
      return Promise.resolve(new Map([...pointers].filter(([path]) => paths.includes(path))))
    }
    const problems = await checkProvenance({ sizes, readFiles }, infos, request, folder)
    expect(problems).toHaveLength(runs)
    expect(asked).toEqual([runs, ...calls])
  })

  test('calls it neither fine nor broken where no root can be had', async () => {
    const [files] = await attested()
    writeFileSync(join(folder, 'empty'), '')
    for (const file of ['nowhere.jsonl', 'empty']) {
      const { found, diagnosis } = await diagnosed(files, { 'trusted-root': file })
      expect(found).toEqual(['PROVENANCE_UNCHECKED provenance/'])
      const [finding] = diagnosis.findings.filter(({ code }) => code === 'PROVENANCE_UNCHECKED')
      expect(finding).toMatchObject({ kind: 'error', what: expect.stringContaining(file) })
    }
  })
})
