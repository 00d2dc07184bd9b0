/** Many attributes are evaluated in parts that each fit into the memory that is there for them. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { evaluateMatrix } from '../../src/matrix/evaluate.ts'
import { silentLog } from '../../src/log.ts'
import type { Evaluators } from '../../src/nix/evaluators.ts'
import { listAttributes, type AttributeEntry } from '../../src/nix/list-attributes.ts'
import type { Nix } from '../../src/nix/types.ts'
import { allNixes, removeFolder, thisMachine } from '../support/nix.ts'
import { output } from '../support/program.ts'

const mebibyte = 1024 * 1024
/** Less than what the heavy ones take together. */
const room = 64 * mebibyte
const evaluators = (): Evaluators => ({ limit: pLimit(2), share: room, whole: room })

const flake = (salt: string): string => `{
  outputs = _: let
    package = name: derivation {
      inherit name; system = "x86_64-linux"; salt = "${salt}"; builder = "/bin/sh";
    };
    numbered = count: builtins.listToAttrs (builtins.genList (n: rec {
      name = "p\${toString n}"; value = package name;
    }) count);
    # 16 MiB or, by the newest Nix, 12: they stay as long as the attribute.
    heavy = name: let
      list = builtins.genList (n: n) 300000;
    in builtins.seq list (package name // { inherit list; });
    # Never to be had: its list alone takes 1.6 GB.
    huge = name: builtins.seq (builtins.genList (n: n) 200000000) (package name);
  in {
    three = numbered 3;
    forty = numbered 40;
    many = numbered 500;
    heavy = builtins.mapAttrs (name: _: heavy name) (numbered 8) // {
      huge = huge "huge";
      p5aborts = abort "on purpose";
      nested = { recurseForDerivations = true; inner = heavy "inner"; plain.x = package "x"; };
      text = "text";
    };
    packages.x86_64-linux = { a = package "a"; huge = huge "huge"; z = package "z"; };
    hugeItself = builtins.seq (builtins.genList (n: n) 200000000) { };
  };
}`

const told = ({ path, described, reason }: AttributeEntry): string => {
  const name = described === null || !('name' in described) ? 'failed' : described.name
  return [path.slice(1).join('.'), name, ...(reason === undefined ? [] : [reason])].join(' ')
}

describe.each(allNixes)('with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let commands: string[] = []
  beforeAll(async () => {
    folder = makeFolder()
    writeFileSync(join(folder, 'flake.nix'), flake(randomBytes(6).toString('hex')))
    const log = { ...silentLog, debug: (line: string) => commands.push(line) }
    nix = await open(folder, log)
    // Of its own accord Nix begins with 384 MiB.
    nix = { ...nix, env: { ...nix.env, GC_INITIAL_HEAP_SIZE: '16M' } }
  })
  afterAll(() => removeFolder(folder))

  const evaluations = (): number => commands.filter((line) => line.startsWith('nix eval')).length
  async function each(output: string): Promise<AttributeEntry[]> {
    commands = []
    const [answer] = await listAttributes(
      nix,
      '.',
      [{ path: [output], kind: 'each' }],
      evaluators()
    )
    return answer ?? []
  }

  test('what does not fit together is evaluated in parts; what does not fit alone is told, and hides nothing', async () => {
    const entries = await each('heavy')
    const numbers = [0, 1, 2, 3, 4, 5]
    expect(entries.map(told)).toEqual([
      'huge failed evaluating it needs more memory than the 0.1 GiB that are here for it',
      'nested.inner inner',
      ...numbers.map((n) => `p${n} p${n}`),
      'p5aborts failed',
      ...[6, 7].map((n) => `p${n} p${n}`)
    ])
    // One at least for what is huge, beside others and alone, one for what aborts, and two for those that fit.
    expect(evaluations()).toBeGreaterThanOrEqual(5)
    expect(evaluations()).toBeLessThan(entries.length)
  })

  test('few take one evaluation, five hundred one that tells their names and one on each evaluator', async () => {
    const counts: Record<string, number[]> = {}
    for (const output of ['three', 'forty', 'many']) {
      const { length } = (await each(output)).filter(({ described }) => described !== null)
      counts[output] = [length, evaluations()]
    }
    expect(counts).toEqual({ three: [3, 1], forty: [40, 1], many: [500, 3] })
  })
})

describe('on a machine with 1 GiB', () => {
  let folder: string
  beforeAll(() => {
    folder = thisMachine.makeFolder()
    writeFileSync(join(folder, 'flake.nix'), flake(randomBytes(6).toString('hex')))
    jest.spyOn(process, 'availableMemory').mockReturnValue(1024 * mebibyte)
  })
  afterAll(() => {
    jest.restoreAllMocks()
    return removeFolder(folder)
  })

  test('a matrix has all rows but the one that needs more, which is told by its name', async () => {
    const nix = await thisMachine.open(folder)
    const found = await evaluateMatrix(nix, {
      lines: ['.#packages.*'],
      systems: ['x86_64-linux'],
      isEverySystemNeeded: true,
      runnerSystem: 'x86_64-linux'
    })
    expect(found.attributes.map(({ name }) => name)).toEqual(['a', 'z'])
    expect(found.failures.map(({ error }) => [error.code, error.subject, error.reason])).toEqual([
      [
        'EVALUATION_FAILED',
        '.#packages.x86_64-linux.huge',
        'evaluating it needs more memory than the 1.0 GiB that are here for it'
      ]
    ])
  })

  test('a flake that needs more by itself is a failure of the machine', async () => {
    const nix = await thisMachine.open(folder)
    const asked = listAttributes(nix, '.', [{ path: ['hugeItself'], kind: 'each' }], evaluators())
    await expect(asked).rejects.toMatchObject({ code: 'MEMORY_EXHAUSTED' })
  })

  test('an evaluation that the kernel ends for lack of memory is made again', async () => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    const real = await output('sh', ['-c', 'command -v nix'])
    const isEval = `[ "$1" = eval ] && ! [ -e '${bin}/killed' ]`
    const script = `#!/bin/sh\nif ${isEval}; then touch '${bin}/killed'; kill -9 $$; fi\nexec '${real}' "$@"\n`
    writeFileSync(join(bin, 'nix'), script)
    chmodSync(join(bin, 'nix'), 0o755)
    const nix = await thisMachine.open(folder)
    const env = { ...nix.env, PATH: `${bin}:${nix.env['PATH'] ?? ''}` }
    const asked = [{ path: ['three'], kind: 'each' as const }]
    const [answer] = await listAttributes({ ...nix, env }, '.', asked, evaluators())
    expect(answer?.map(told)).toEqual(['p0 p0', 'p1 p1', 'p2 p2'])
  })
})
