/** What of that which was built gets a row, with each Nix that is here. */
import { afterAll, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { silentLog } from '../../src/log.ts'
import { expectLines } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { rolesOf } from '../../src/queue/roles.ts'
import { allNixes, removeFolder, thisMachine } from '../support/nix.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map(removeFolder)))

/** Derivations of which `user` is made with `part`, and `later` with `user`. */
const expression = (salt: string): string => `rec {
  make = name: part: derivation {
    inherit name part; salt = "${salt}"; system = builtins.currentSystem; builder = "/bin/sh"; args = [ "-c" "echo > $out" ];
  };
  part = make "part" null; user = make "user" part; later = make "later" user;
}`

async function instantiate(nix: Nix, expression: string): Promise<string> {
  const args = ['--expr', expression]
  const [drv = ''] = await expectLines(nix, { program: 'nix-instantiate', args })
  return drv
}

async function realise(nix: Nix, drv: string): Promise<string> {
  const [built = ''] = await expectLines(nix, { program: 'nix-store', args: ['--realise', drv] })
  return built
}

test.each(allNixes)(
  'what was built to build something is a part of it, open until that is built; what is evaluated later changes nothing: $name',
  async ({ makeFolder, open }) => {
    const folder = makeFolder()
    folders.push(folder)
    const nix = await open(folder)
    const salted = expression(randomBytes(6).toString('hex'))
    const evaluate = (attribute: string): Promise<string> =>
      instantiate(nix, `(${salted}).${attribute}`)
    const build = async (attribute: string): Promise<string> =>
      realise(nix, await evaluate(attribute))

    const alone = `/nix/store/${'0'.repeat(32)}-nobody-has-it`
    await evaluate('user')
    const part = await build('part')
    const now = Date.now()
    const queued = (storePath: string, queuedAt = now) => ({ storePath, queuedAt })
    expect([...(await rolesOf(nix, [queued(part), queued(alone)], []))]).toEqual([
      [part, 'open'],
      [alone, 'artifact']
    ])
    const user = await build('user')
    expect([...(await rolesOf(nix, [queued(part), queued(user)], []))]).toEqual([
      [part, 'part'],
      [user, 'artifact']
    ])
    // Sent and gone from the queue before, it counts all the same.
    expect([...(await rolesOf(nix, [queued(part)], [user, alone]))]).toEqual([[part, 'part']])

    const later = await build('later')
    const before = now - 3_600_000
    expect([...(await rolesOf(nix, [queued(user, before)], [later]))]).toEqual([[user, 'artifact']])
    const after = now + 3_600_000
    expect([...(await rolesOf(nix, [queued(user, after)], [later]))]).toEqual([[user, 'part']])
  }
)

test('the roles of two are asked for by as many processes as those of twelve', async () => {
  const folder = thisMachine.makeFolder()
  folders.push(folder)
  let started = 0
  const nix = await thisMachine.open(folder, { ...silentLog, debug: () => started++ })
  const salt = randomBytes(6).toString('hex')
  const make = (name: string, part: string): string => `derivation {
    name = "${name}\${toString n}"; salt = "${salt}"; system = builtins.currentSystem; builder = "/bin/sh";
    args = [ "-c" "echo > $out; exit 0" ]; part = ${part};
  }`
  const all = `builtins.genList (n: ${make('part', 'null')}) 12`
  // Known, and not built.
  const users = `builtins.genList (n: ${make('user', make('part', 'null'))}) 12`
  await expectLines(nix, { program: 'nix-instantiate', args: ['--expr', users] })
  const args = ['--expr', all]
  const drvPaths = await expectLines(nix, { program: 'nix-instantiate', args })
  const built = await expectLines(nix, { program: 'nix-store', args: ['--realise', ...drvPaths] })
  const countOf = async (paths: string[]): Promise<number> => {
    started = 0
    const queued = paths.map((storePath) => ({ storePath, queuedAt: Date.now() }))
    expect([...(await rolesOf(nix, queued, []))]).toEqual(paths.map((path) => [path, 'open']))
    return started
  }
  const few = await countOf(built.slice(0, 2))
  expect(few).toBeGreaterThan(0)
  expect(await countOf(built)).toBe(few)
})
