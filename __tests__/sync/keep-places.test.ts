import { describe, expect, test } from '@jest/globals'
import { keptPlaces } from '../../src/sync/keep-places.ts'
import { findVersionLiterals } from '../../src/sync/literals/find.ts'
import type { TextFile } from '../../src/sync/types.ts'

const files: TextFile[] = [
  { path: 'nix/a.nix', text: '{\n  version = "1.2.0";\n  old = "1.2.0"; # keep $& me\n}\n' },
  { path: 'b.json', text: '{ "x": "1.2.0" }' }
]

/** The lines of the occurrences that may not be touched. */
function kept(...wanted: string[]): string[] {
  const stays = keptPlaces(files, wanted)
  return files.flatMap((file) =>
    findVersionLiterals(file, '1.2.0')
      .filter((place) => stays.reasonFor(place) !== null)
      .map(({ file: path, line }) => `${path}:${line}`)
  )
}

describe('the places of `keep-places`', () => {
  test.each([
    ['a line', ['nix/a.nix:3'], ['nix/a.nix:3']],
    ['a line, from the folder on', ['./b.json:1'], ['b.json:1']],
    ['a text on it', ['keep $& me'], ['nix/a.nix:3']],
    ['a text on several', ['1.2.0'], ['nix/a.nix:2', 'nix/a.nix:3', 'b.json:1']],
    ['several', ['"x"', 'nix/a.nix:2'], ['nix/a.nix:2', 'b.json:1']],
    ['a line without the version', ['nix/a.nix:1'], []],
    ['none', [], []]
  ])('%s', (_, wanted, places) => {
    expect(kept(...wanted)).toEqual(places)
  })

  test.each(['nix/a.nix:6', 'nix/a.nix:0', 'nix/c.nix:1', 'no such text'])(
    'one that is not there is an error: %s',
    (words) => {
      expect(() => kept(words)).toThrow(
        expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringContaining(words) })
      )
    }
  )
})
