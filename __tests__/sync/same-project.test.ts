import { expect, test } from '@jest/globals'
import { isSameProject } from '../../src/sync/same-project.ts'
import { derivation, digestOf } from './derivation-graph.ts'

const fetched = (url: string): ReturnType<typeof derivation> =>
  derivation('source', { env: { url }, fixed: digestOf(1) })
const of = { pname: 'infer', version: '1.2.0', serverUrl: 'https://github.com' }
const gitHub = 'https://github.com/alice/infer/archive/v1.2.0.tar.gz'
const plain = 'https://downloads.example.org/infer/1.2.0/infer.zip'

test.each<[what: string, source: string, download: string, isSame: boolean]>([
  [
    'the same repository',
    gitHub,
    'https://github.com/alice/infer/releases/download/1.2.0/data',
    true
  ],
  ['in other letters', gitHub, 'https://codeload.github.com/Alice/Infer/tar.gz/v1.2.0', true],
  [
    'another of the same owner, named after it',
    gitHub,
    'https://github.com/alice/infer-ui/archive/v1.2.0.zip',
    true
  ],
  [
    'another of the same owner',
    gitHub,
    'https://github.com/alice/grammars/archive/v1.2.0.zip',
    false
  ],
  [
    'another owner’s of the same name',
    gitHub,
    'https://github.com/bob/infer/archive/v1.2.0.zip',
    false
  ],
  ['another project', gitHub, 'https://models.example.org/dep-1.2.0.tar.gz', false],
  [
    'its name on another host',
    gitHub,
    'https://downloads.example.org/infer-docs-1.2.0.tar.gz',
    true
  ],
  [
    'its name in a longer word',
    gitHub,
    'https://downloads.example.org/inferno-1.2.0.tar.gz',
    false
  ],
  [
    'a mirror of the same path',
    'mirror://gnu/infer/infer-1.2.0.tar.gz',
    'https://ftp.gnu.org/gnu/infer/infer-1.2.0.tar.gz.sig',
    true
  ],
  [
    'beside it in the folder of the version',
    plain,
    'https://downloads.example.org/infer/1.2.0/models.zip',
    true
  ],
  [
    'beside it in a folder of all',
    'https://x.example/dl/a-1.2.0.zip',
    'https://x.example/dl/b-1.2.0.zip',
    false
  ],
  [
    'on the same host at its root',
    'https://x.example/1.2.0/a.zip',
    'https://x.example/v1.2.0/b.zip',
    false
  ],
  ['no address', gitHub, 'nothing that is one', true]
])('%s', (_, source, download, isSame) => {
  expect(isSameProject(fetched(download), [fetched(source)], of)).toBe(isSame)
})

test('where there is no source, all is the package’s', () => {
  expect(isSameProject(fetched('https://models.example.org/dep-1.2.0.zip'), [], of)).toBe(true)
})
