import type { Command } from '../cli/command.ts'
import { optionsOf } from '../cli/options.ts'

const about =
  'CACHE is `owner/name`, the repository’s address, another Git repository, or a folder with a checked-out clone.'

const retireCommand: Command = {
  name: 'keys retire',
  operands: 'NAME CACHE',
  operandInputs: { 'target-repository': 'CACHE' },
  summary: 'take a key’s signatures away from a published store',
  description: [
    'Takes the signatures of the key NAME, its entry in the catalogue and its line in the README away, in one commit, and names what is left without ' +
      'a signature that readers take. With --sign-with that is signed anew, where the key was one that readers were told and the NAR’s bytes are what the ' +
      'narinfo says.',
    `NAME is what stands before the key’s colon. ${about} Look first: --dry-run.`
  ],
  options: optionsOf('keys retire', [
    'target-branch',
    {
      name: 'sign-with',
      value: 'FILE',
      input: null,
      help: 'Secret key that signs anew what retiring would leave unsigned'
    },
    'dry-run'
  ]),
  examples: [
    {
      does: 'See what would hang on a key',
      line: 'nar-publish keys retire cache-1 my-org/binstore --dry-run'
    },
    {
      does: 'Replace it',
      line: 'nar-publish keys retire cache-1 my-org/binstore --sign-with cache-2.secret'
    }
  ]
}

export const keysCommand: Command = {
  name: 'keys',
  operands: 'CACHE',
  operandInputs: { 'target-repository': 'CACHE' },
  summary: 'list the keys of a published store, or take one away',
  description: [
    'Lists each key with the number of paths that it has signed, and of those that no other key which readers are told has signed; which keys the README ' +
      'tells readers, and which only the catalogue or a signature names.',
    about
  ],
  options: optionsOf('keys', ['target-branch']),
  examples: [
    { does: 'See whose signatures a cache has', line: 'nar-publish keys my-org/binstore' }
  ],
  subcommands: [retireCommand]
}
