import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sourcesOf } from '../../src/publish/source.ts'
import type { Nix } from '../../src/nix/types.ts'
import { allNixes, removeFolder, thisMachine } from '../support/nix.ts'

const repository = 'o/project'
const serverUrl = 'https://github.com'

describe.each(allNixes)(
  'the source of what is evaluated by $name',
  ({ name, makeFolder, open }) => {
    let workspace: string
    let nix: Nix
    let head: string
    const git = (...args: string[]): string => {
      const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org']
      return execFileSync('git', ['-C', workspace, ...who, ...args], { encoding: 'utf8' }).trim()
    }
    beforeAll(async () => {
      workspace = makeFolder()
      mkdirSync(join(workspace, 'sub'))
      for (const folder of ['', 'sub']) {
        writeFileSync(join(workspace, folder, 'flake.nix'), '{ outputs = _: { x = 1; }; }\n')
      }
      // What the handle of a Nix in a chroot puts there is no change.
      writeFileSync(join(workspace, '.gitignore'), '.bin\n')
      git('init', '-q', '-b', 'main')
      git('add', '.')
      git('commit', '-q', '-m', 'first')
      git('branch', 'earlier')
      git('commit', '-q', '--allow-empty', '-m', 'second')
      head = git('rev-parse', 'HEAD')
      nix = await open(workspace)
    })
    afterAll(() => removeFolder(workspace))
    const sourceOf = async (
      flake: string,
      workflow: Partial<Parameters<typeof sourcesOf>[2]> = {}
    ): Promise<unknown> => {
      const about = { repository, revision: head, serverUrl, workspace, ...workflow }
      return (await sourcesOf(nix, [`${flake}#x`], about)).get(`${flake}#x`)
    }

    test.each([
      '.',
      '',
      './sub',
      '.?dir=sub',
      '.?submodules=1',
      '.?ref=main',
      './sub?submodules=1'
    ])('%s: the workflow’s commit', async (flake) => {
      expect(await sourceOf(flake)).toEqual({ repository, revision: head })
    })

    test('an address of the checkout, too', async () => {
      // Nix in a chroot sees it under another name.
      const seen = workspace.replace(/^\/var\/tmp\/nar-publish\/[a-z]+/, '')
      expect(await sourceOf(`git+file://${seen}?dir=sub`)).toEqual({ repository, revision: head })
    })

    test('another ref: that commit, when the checkout is of the workflow’s repository', async () => {
      expect(await sourceOf('.?ref=earlier')).toBeNull()
      if (name !== thisMachine.name) return
      git('remote', 'add', 'origin', 'https://github.com/o/project')
      const revision = git('rev-parse', 'earlier')
      expect(await sourceOf('.?ref=earlier')).toEqual({ repository, revision })
      expect(await sourceOf('.?ref=earlier', { repository: 'o/other' })).toBeNull()
      git('remote', 'remove', 'origin')
    })

    test('a folder as it is: nothing, where it has what Git ignores', async () => {
      if (name !== thisMachine.name) {
        expect(await sourceOf('path:.')).toBeDefined()
        return
      }
      expect(await sourceOf('path:.')).toEqual({ repository, revision: head })
      mkdirSync(join(workspace, '.bin'))
      writeFileSync(join(workspace, '.bin/x'), '')
      expect(await sourceOf('path:.')).toBeNull()
      expect(await sourceOf('path:./sub?x=1')).toBeNull()
      rmSync(join(workspace, '.bin'), { recursive: true })
    })

    test('with changes, a lock file that Nix wrote among them: nothing', async () => {
      writeFileSync(
        join(workspace, 'flake.lock'),
        '{"nodes":{"root":{}},"root":"root","version":7}'
      )
      git('add', '--intent-to-add', 'flake.lock')
      expect(await sourceOf('.')).toBeNull()
      git('rm', '-q', '-f', '--cached', 'flake.lock')
      rmSync(join(workspace, 'flake.lock'))
      expect(await sourceOf('.')).toEqual({ repository, revision: head })
      appendFileSync(join(workspace, 'flake.nix'), '# changed\n')
      for (const flake of ['.', './sub', '.?dir=sub']) expect(await sourceOf(flake)).toBeNull()
      git('checkout', '-q', 'flake.nix')
    })

    test.each(['github:o/r', 'nixpkgs', 'git+https://example.org/r', '.hidden'])(
      'another flake, %s: nothing, without a question',
      async (flake) => {
        expect(await sourceOf(flake)).toBeNull()
      }
    )

    test('outside of a workflow nothing is claimed', async () => {
      expect(await sourceOf('.', { repository: null })).toBeNull()
    })
  }
)

test('a checkout without Git is the workflow’s commit; each flake is asked about once', async () => {
  const workspace = thisMachine.makeFolder()
  try {
    writeFileSync(join(workspace, 'flake.nix'), '{ outputs = _: { x = 1; y = 2; }; }\n')
    const asked: string[] = []
    const log = (line: string): unknown => (line.startsWith('nix ') ? asked.push(line) : null)
    const nix = await thisMachine.open(workspace)
    const sources = await sourcesOf(
      { ...nix, log: { ...nix.log, debug: (line) => void log(line) } },
      ['.#x', '.#y', '.#y^out'],
      { repository, revision: 'a'.repeat(40), serverUrl, workspace }
    )
    expect([...sources.values()]).toEqual(
      Array.from({ length: 3 }, () => ({ repository, revision: 'a'.repeat(40) }))
    )
    expect(asked).toHaveLength(1)
  } finally {
    await removeFolder(workspace)
  }
})
