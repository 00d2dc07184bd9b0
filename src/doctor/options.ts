import type { Command } from '../cli/command.ts'
import { optionsOf } from '../cli/options.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  operands: 'TARGET',
  operandInputs: { 'target-repository': 'TARGET' },
  summary: 'check a published store, file by file',
  description: [
    'Reads every narinfo, NAR (size, file hash, content), signature, reference, pin, catalogue row and the README block of a store, and lists ' +
      'what does not hold. Stores of the old script are read too: export streams are told from NARs. Nothing is ever deleted.',
    'TARGET is `owner/name`, the repository’s address, or a folder (`./binstore`, `/srv/cache`) with a checked-out clone of it.',
    'With --as-reader the address that readers are told is asked instead, as Nix asks: `nix-cache-info`, and each narinfo and NAR of the closures that the catalogue lists, ' +
      'read whole and held against hashes and told keys. TARGET is then the repository, or that address itself; a public cache needs no token. Requests and bytes are counted, and an ' +
      'answer 429 ends it.'
  ],
  options: optionsOf('doctor', [
    'target-branch',
    {
      name: 'public-key',
      value: 'NAME:KEY',
      repeats: true,
      input: null,
      help: 'Each narinfo must be signed by one of these; default: those that the README tells'
    },
    'provenance',
    'provenance-workflow',
    'trusted-root',
    {
      name: 'quick',
      value: null,
      input: null,
      help: 'Check presence, sizes, narinfos and index; download no NAR'
    },
    {
      name: 'as-reader',
      value: null,
      input: null,
      help: 'Ask the address that readers are told; with --quick, whether NARs are there, without reading them'
    },
    {
      name: 'newest',
      value: 'N',
      input: null,
      help: 'With --as-reader: only the N artifacts that were published last, with their closures; up to 100, of those that the README shows'
    },
    {
      name: 'path',
      value: 'PATH',
      repeats: true,
      input: null,
      help: 'With --as-reader: the closure of this store path, instead of what the catalogue lists'
    },
    {
      name: 'fix',
      value: null,
      input: null,
      help: 'Repair the catalogue, the README block and what Pages needs, in one commit, and nothing else'
    }
  ]),
  examples: [
    { does: 'Check a cache on GitHub', line: 'nar-publish doctor my-org/binstore' },
    {
      does: 'Check a clone, without downloading anything',
      line: 'nar-publish doctor ./binstore --quick'
    },
    {
      does: 'See whether readers get what was published',
      line: 'nar-publish doctor my-org/binstore --as-reader'
    },
    {
      does: 'Mend a stale index',
      line: 'nar-publish doctor my-org/binstore --target-branch nix-cache --fix'
    }
  ]
}
