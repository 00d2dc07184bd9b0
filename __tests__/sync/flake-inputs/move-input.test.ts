/** `nix flake update INPUT` by each Nix that is here: the command for it has changed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../../../src/log.ts'
import { expectNix } from '../../../src/nix/run.ts'
import { moveInput } from '../../../src/sync/flake-inputs/move-input.ts'
import { readTextFiles } from '../../../src/sync/project/project.ts'
import type { Edit } from '../../../src/sync/types.ts'
import { git } from '../../repository/git/fixture.ts'
import { allNixes } from '../../support/nix.ts'
import { Evaluating } from '../project/evaluating.ts'

const step = { oldVersion: '1.2.3', newVersion: '1.3.0', revision: null }

describe.each(allNixes)('with $name', (testNix) => {
  let lab: Evaluating
  let commits: string[]
  let text: string
  let root: string

  beforeAll(async () => {
    lab = await Evaluating.with(testNix)
    const upstream = join(lab.folder, 'luna')
    mkdirSync(upstream)
    await git(upstream, 'init', '--quiet', '-b', 'main')
    commits = []
    for (const tag of ['v1.2.3', 'v1.3.0']) {
      writeFileSync(join(upstream, 'README'), tag)
      await git(upstream, 'add', '.')
      await git(upstream, 'commit', '--quiet', '-m', tag)
      await git(upstream, 'tag', tag)
      commits.push(await git(upstream, 'rev-parse', 'HEAD'))
    }
    // Nix sees folders under other names than we do.
    const url = `git+file://${upstream.slice(testNix.root.length)}?ref=refs/tags/v1.2.3`
    text = `{
  inputs.luna-src = { url = "${url}"; flake = false; };
  inputs.other = { url = "${url}"; flake = false; };
  outputs = inputs: { };
}
`
    const plain = join(lab.folder, 'plain')
    mkdirSync(plain)
    writeFileSync(join(plain, 'flake.nix'), text)
    await expectNix({ ...lab.nix, cwd: plain }, { program: 'nix', args: ['flake', 'lock'] })
    const lock = readFileSync(join(plain, 'flake.lock'), 'utf8')
    root = await lab.repository({ 'nix/flake.nix': text, 'nix/flake.lock': lock })
  })

  afterAll(() => lab.remove())

  test('one input of a flake in a folder is locked anew, in the copy alone, which has the old lock file afterwards', async () => {
    const copy = await lab.copy(root, './nix')
    const { project } = copy
    const shop = { nix: lab.nix, project, copy, files: readTextFiles(project), log: silentLog }
    const start = text.indexOf('1.2.3')
    const span = { file: 'nix/flake.nix', start, end: start + 5, line: 2, text: '1.2.3' }
    const edit: Edit = { ...span, replacement: '1.3.0' }
    const path = 'nix/flake.lock'
    const before = readFileSync(join(root, path), 'utf8')
    const moved = await moveInput(shop, path, 'luna-src', [edit], step)
    expect(moved).toMatchObject({
      name: 'luna-src',
      before: { locked: { rev: commits[0] } },
      after: { locked: { rev: commits[1], ref: 'refs/tags/v1.3.0' } },
      file: { path, isNew: false, by: 'lock' }
    })
    expect(await git(root, 'status', '--porcelain')).toBe('')
    expect(readFileSync(join(copy.folder, path), 'utf8')).toBe(before)
    expect(await moveInput(shop, path, 'luna-src', [], step)).toBeNull()
  })
})
