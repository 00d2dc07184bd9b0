/** `.#inputs.*`: the sources that a flake is locked to. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Excluded, parseExclude } from '../../src/matrix/exclude.ts'
import { findInputs, type EvaluatedPath } from '../../src/matrix/find-inputs.ts'
import { parsePattern } from '../../src/matrix/pattern.ts'
import type { InstallableFailure, Nix } from '../../src/nix/types.ts'
import { invalidPaths } from '../../src/nix/validity.ts'
import { allNixes } from '../support/nix.ts'

describe.each(allNixes)('with $name', ({ root, makeFolder, open }) => {
  let folder: string
  let nix: Nix
  beforeAll(async () => {
    folder = makeFolder()
    const write = (name: string, file: string, text: string): void => {
      mkdirSync(join(folder, name))
      writeFileSync(join(folder, name, file), text)
    }
    /** As this Nix sees it. */
    const path = (name: string): string => `"path:${join(folder, name).slice(root.length)}"`
    write('leaf', 'flake.nix', `{ outputs = { self }: { leaf = "${folder}"; }; }`)
    write(
      'branch',
      'flake.nix',
      `{ inputs.leaf.url = ${path('leaf')}; outputs = { self, leaf }: { }; }`
    )
    write('data', 'file', folder)
    write(
      'trunk',
      'flake.nix',
      `{
        inputs.branch.url = ${path('branch')};
        inputs.data = { url = ${path('data')}; flake = false; };
        inputs.same.url = ${path('branch')};
        inputs.same.inputs.leaf.follows = "branch/leaf";
        outputs = { self, ... }: throw "not looked at";
      }`
    )
    nix = await open(folder)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  async function find(
    lines: string[],
    exclude: string[] = []
  ): Promise<{ paths: EvaluatedPath[]; failures: InstallableFailure[] }> {
    const failures: InstallableFailure[] = []
    const excluded = new Excluded(exclude.map(parseExclude))
    const found = await findInputs(nix, lines.map(parsePattern), excluded, failures)
    return { paths: [...found.values()].flat(), failures }
  }

  test('each is a source in the store, once, with those of inputs', async () => {
    const { paths, failures } = await find(['./trunk#inputs.*', './trunk#inputs.branch.leaf'])
    expect(failures).toEqual([])
    expect(paths.map(({ installable, name }) => [installable, name])).toEqual([
      ['./trunk#inputs.branch', 'branch'],
      ['./trunk#inputs.data', 'data'],
      ['./trunk#inputs.branch.leaf', 'branch.leaf']
    ])
    const storePaths = paths.map(({ storePath }) => storePath)
    expect(new Set(storePaths).size).toBe(3)
    expect(await invalidPaths(nix, storePaths)).toEqual(new Set())
  })

  test('one by its name comes with its own, without what is excluded; one that is not there is told with those that are', async () => {
    const { paths, failures } = await find(
      ['./trunk#inputs.same', './trunk#inputs.branch', './trunk#inputs.nixpkgs', './gone#inputs.*'],
      ['inputs.b*.leaf']
    )
    expect(paths.map(({ name }) => name)).toEqual(['same'])
    expect(failures.map(({ installable, error }) => [installable, error.message])).toEqual([
      [
        './trunk#inputs.nixpkgs',
        expect.stringContaining(
          'no such input, or it follows another one; it has branch, data, same'
        )
      ],
      ['./gone', expect.stringContaining('the inputs of ./gone')]
    ])
  })
})
