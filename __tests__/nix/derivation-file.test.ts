import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDerivationText, readDerivationBytes } from '../../src/nix/derivation-file.ts'
import {
  derivationOf,
  derivationsCommand,
  parseDerivations,
  readDerivations,
  type Derivation
} from '../../src/nix/derivations.ts'
import { expectLines, expectNix } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { watchNix } from '../support/nix-witness.ts'
import { allNixes, nixConfig, removeFolder, thisMachine } from '../support/nix.ts'

const fixtures = join(import.meta.dirname, '../fixtures/derivations')

describe.each(allNixes)('.drv files of $name', ({ root, makeFolder, open }) => {
  let folder: string
  let nix: Nix
  /** As Nix itself tells it. */
  let told: Map<string, Derivation>

  beforeAll(async () => {
    folder = makeFolder()
    const { env, ...others } = await open(folder)
    // Of 2.8 on.
    const features = ['ca-derivations', 'impure-derivations']
    const NIX_CONFIG = `${nixConfig}\nextra-experimental-features = ${features.join(' ')}`
    nix = { ...others, env: { ...env, NIX_CONFIG } }
    const salt = randomBytes(6).toString('hex')
    for (const file of ['odd.nix', 'varied.nix'])
      copyFileSync(join(fixtures, file), join(folder, file))
    const given = `{ salt = "${salt}"; features = [ "${features.join('" "')}" ]; }`
    const expression = `with builtins; let odd = import ./odd.nix ${given};
      varied = import ./varied.nix { salt = "${salt}"; }; in attrValues odd ++ attrValues varied`
    writeFileSync(join(folder, 'all.nix'), expression)
    const args = [join(folder, 'all.nix')]
    const lines = await expectLines(nix, { program: 'nix-instantiate', args })
    // `!dev`, of one whose first output is called so.
    const drvPaths = lines.map((line) => line.replace(/!.*$/, ''))
    const json = await expectNix(nix, derivationsCommand(nix, drvPaths, true))
    told = new Map(parseDerivations(JSON.parse(json)).map((one) => [one.drvPath, one]))
  })
  afterAll(() => removeFolder(folder))

  const fileOf = (drvPath: string): Buffer => readFileSync(join(root, drvPath))

  test('say what Nix tells of them', () => {
    expect(told.size).toBeGreaterThan(25)
    for (const [drvPath, derivation] of told) {
      const read = readDerivationBytes(drvPath, fileOf(drvPath))
      expect(read === null ? null : derivationOf(drvPath, read)).toEqual(derivation)
    }
    const names = [...told.values()].map(({ name }) => name.replace(/-[^-]*$/, ''))
    expect(names).toEqual(expect.arrayContaining(['floating', 'after', 'impure', 'structured']))
    const [floating] = [...told.values()].filter(({ name }) => name.startsWith('floating'))
    expect(floating?.outputs.get('dev')).toEqual({ path: null, fixed: null })
  })

  test('are taken under the name alone that belongs to their bytes', () => {
    for (const drvPath of told.keys()) {
      const bytes = fileOf(drvPath)
      expect(readDerivationBytes(drvPath.replace('.drv', 'x.drv'), bytes)).toBeNull()
      const other = Buffer.from(bytes.toString('latin1').replace('/bin/sh', '/bin/su'), 'latin1')
      if (!other.equals(bytes)) expect(readDerivationBytes(drvPath, other)).toBeNull()
    }
  })

  test('are given whole or not at all', () => {
    const [text] = [...told.keys()]
      .map((path) => fileOf(path).toString('utf8'))
      .filter((one) => one.includes('escapes-'))
    const whole = text ?? ''
    expect(parseDerivationText(whole)).not.toBeNull()
    for (let length = 0; length < whole.length; length++)
      expect(parseDerivationText(whole.slice(0, length))).toBeNull()
    expect(parseDerivationText(`${whole}\n`)).toBeNull()
  })
})

describe('parseDerivationText', () => {
  const path = '/nix/store/00000000000000000000000000000000-a'
  const written = ({
    outputs = `("out","${path}","","")`,
    inputs = '',
    sources = '',
    env = ''
  }: Partial<Record<'outputs' | 'inputs' | 'sources' | 'env', string>> = {}): string =>
    `Derive([${outputs}],[${inputs}],[${sources}],"s","b",[],[${env}])`

  test('takes the form that all of them have', () => {
    expect(parseDerivationText(written({ env: '("a","\\\\n\\n\\x")' }))).toEqual({
      outputs: { out: { path, hashAlgo: '', hash: undefined } },
      inputDrvs: {},
      inputSrcs: [],
      system: 's',
      builder: 'b',
      args: [],
      env: { a: '\\n\nx' }
    })
  })

  test.each([
    ['nothing', ''],
    ['a newer form', written().replace('Derive(', 'DrvWithVersion("xp-dyn-drv",')],
    ['an output that goes nowhere', written({ outputs: '("out","/etc/passwd","","")' })],
    ['an output without its hash', written({ outputs: `("out","${path}","")` })],
    ['an input that is no store path', written({ inputs: '("/tmp/a.drv",["out"])' })],
    ['an input of a dynamic output', written({ inputs: `("${path}.drv",(["out"],[]))` })],
    ['a source that is no store path', written({ sources: '"../a"' })],
    ['a name that stands there twice', written({ env: '("a","1"),("a","2")' })],
    ['a list that goes on after its last item', written({ env: '("a","1"),' })],
    ['a list without a comma', written({ env: '("a","1")("b","2")' })],
    ['blanks', written().replace('],[', '], [')]
  ])('leaves %s to Nix', (_what, text) => {
    expect(parseDerivationText(text)).toBeNull()
  })

  test('leaves bytes that are no text to Nix', () => {
    const text = Buffer.from(written({ env: '("a","\u00ff")' }), 'latin1')
    expect(readDerivationBytes(`${path}.drv`, text)).toBeNull()
  })

  test('reads a long text in time that is its length', () => {
    const long = '\\"'.repeat(200_000)
    expect(parseDerivationText(written({ env: `("a","${long}")` }))?.env['a']).toHaveLength(200_000)
  })
})

describe('readDerivations', () => {
  let folder: string
  beforeAll(() => {
    folder = thisMachine.makeFolder()
  })
  afterAll(() => removeFolder(folder))

  const instantiate = async (nix: Nix, expression: string): Promise<string> => {
    const args = ['--expr', expression]
    return (await expectLines(nix, { program: 'nix-instantiate', args }))[0] ?? ''
  }
  const make = (name: string, extra = ''): string =>
    `derivation { name = "${name}-${randomBytes(6).toString('hex')}"; system = "s"; builder = "b"; ${extra} }`

  /** What it says of `expression`, and what it started. */
  async function read(
    expression: string,
    known?: Map<string, Derivation>
  ): Promise<{ names: string[]; commands: string[] }> {
    const witness = await watchNix(folder)
    const { env, ...others } = await thisMachine.open(folder)
    const drvPath = await instantiate({ env, ...others }, expression)
    const nix = { ...others, env: { ...env, PATH: `${witness.bin}:${env['PATH'] ?? ''}` } }
    const derivations = await readDerivations(nix, [drvPath], {
      closure: true,
      ...(known === undefined ? {} : { known })
    })
    return {
      names: [...derivations.values()].map(({ name }) => name.replace(/-[^-]*$/, '')),
      commands: witness.commands().map(([program, first]) => `${program} ${first}`)
    }
  }

  test('starts nothing where the files are here', async () => {
    const { names, commands } = await read(make('top', `src = ${make('source')};`))
    expect(names).toEqual(['top', 'source'])
    expect(commands).toEqual([])
  })

  test('reads what it knows no more', async () => {
    const source = `(${make('source')})`
    const known = new Map<string, Derivation>()
    await read(source, known)
    const [[drvPath, one] = []] = known
    if (drvPath === undefined || one === undefined) throw new Error('nothing was remembered')
    known.set(drvPath, { ...one, name: 'remembered-' })
    expect((await read(source, known)).names).toEqual(['remembered'])
  })

  test('has a .drv that a text of the package refers to, as Nix does', async () => {
    const inner = `(builtins.unsafeDiscardOutputDependency (${make('inner')}).drvPath)`
    const { names, commands } = await read(
      make('outer', `script = builtins.toFile "script" "nix-store -r \${${inner}}";`)
    )
    expect(names.toSorted()).toEqual(['inner', 'outer'])
    expect(commands).toEqual([expect.stringMatching(/^nix (?:show-derivation|derivation)$/)])
  })

  test('asks Nix where the store is elsewhere', async () => {
    const { env, ...others } = await thisMachine.open(folder)
    const store = `local?root=${join(folder, 'elsewhere')}`
    const nix = { ...others, env: { ...env, NIX_REMOTE: store } }
    const drvPath = await instantiate(nix, make('elsewhere'))
    expect([...(await readDerivations(nix, [drvPath])).keys()]).toEqual([drvPath])
  })
})
