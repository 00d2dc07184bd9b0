import { expect, test } from '@jest/globals'
import { artifactOfPath, artifactsOf } from '../../src/publish/artifact.ts'

const path = (name: string): string => `/nix/store/${'a'.repeat(32)}-${name}`

test('each output of an installable is an artifact of its own', () => {
  const evaluated = {
    installable: '.#multi',
    drvPath: path('multi-2.0.drv'),
    name: 'multi-2.0',
    pname: 'multi',
    version: '2.0',
    system: 'x86_64-linux',
    outputs: [
      { name: 'out', path: path('multi-2.0') },
      { name: 'dev', path: path('multi-2.0-dev') }
    ],
    mainProgram: 'multi'
  }
  const both = {
    name: 'multi',
    version: '2.0',
    system: 'x86_64-linux',
    attribute: '.#multi',
    mainProgram: 'multi'
  }
  expect(artifactsOf(evaluated)).toEqual([
    { ...both, output: 'out', storePath: path('multi-2.0') },
    { ...both, output: 'dev', storePath: path('multi-2.0-dev') }
  ])
})

test.each([
  ['hello-2.12.1', 'hello', '2.12.1'],
  ['python3.11-requests-2.31', 'python3.11-requests', '2.31'],
  ['source', 'source', null]
])('a given store path %s is named as Nix takes names apart', (base, name, version) => {
  expect(artifactOfPath(path(base), 'aarch64-linux')).toEqual({
    storePath: path(base),
    name,
    version,
    system: 'aarch64-linux',
    output: null,
    attribute: null,
    mainProgram: null
  })
})
