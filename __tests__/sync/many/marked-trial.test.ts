import { describe, expect, test } from '@jest/globals'
import { markLiterals, type Member } from '../../../src/sync/many/marked-trial.ts'
import { parsePackageReference } from '../../../src/sync/project/package-reference.ts'

/** An outdated package of which nothing is known but its versions. */
function outdated(version: string, newest: string): Member {
  const reference = parsePackageReference('.#tool')
  const nothing = { homepage: null, changelog: null, platforms: null, mainProgram: null }
  return {
    listed: {
      ...{ reference, name: 'tool', version, source: null, newest, tag: null },
      ...{ state: 'outdated', why: null }
    },
    evaluated: {
      ...{ system: 'x86_64-linux', drvPath: '/nix/store/none.drv', pname: 'tool', version },
      ...{ name: `tool-${version}`, outputs: [], ...nothing }
    },
    project: {} as Member['project'],
    place: { output: 'packages', path: ['x86_64-linux', 'tool'] },
    system: 'x86_64-linux',
    pin: null
  }
}

/** By its line and column: what stands there in the trial. */
function marked(files: Record<string, string>, members: Member[]): string[] {
  const texts = Object.entries(files).map(([path, text]) => ({ path, text }))
  return markLiterals('head', texts, members, new Map()).versions.map(
    ({ literal: { file, line, text }, replacement }) => `${file}:${line} ${text} ${replacement}`
  )
}

describe('each occurrence of an outdated version', () => {
  test('gets a mark of its own, however it is spelled', () => {
    const text = '{ a = "1.2.3"; b = "v1_2_3"; c = "1.2.34"; }'
    expect(marked({ 'x.nix': text }, [outdated('1.2.3', '1.3.0')])).toEqual([
      'x.nix:1 1.2.3 1.2.3.90001',
      'x.nix:1 1_2_3 1_2_3_90002'
    ])
  })

  test('has one mark where versions of two packages overlap: the longer one’s', () => {
    const text = '{ a = "1.2-unstable-2024-05-01"; }\n{ b = "1.2"; }'
    const members = [outdated('1.2', '1.3'), outdated('1.2-unstable-2024-05-01', '1.3')]
    expect(marked({ 'x.nix': text }, members)).toEqual([
      'x.nix:1 1.2-unstable-2024-05-01 1.2-unstable-2024-05-01.90001',
      'x.nix:2 1.2 1.2.90002'
    ])
  })

  test('but in the address of a flake’s input, which would be fetched anew', () => {
    const text = `{
  inputs.tool.url = "github:o/tool/v1.2.3";
  outputs = _: { version = "1.2.3"; };
}`
    expect(marked({ 'sub/flake.nix': text }, [outdated('1.2.3', '1.3.0')])).toEqual([
      'sub/flake.nix:3 1.2.3 1.2.3.90001'
    ])
  })
})
