import type { Command } from '../cli/command.ts'
import { optionsOf } from '../cli/options.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  operands: 'TARGET',
  summary: 'check a published store, file by file',
  description: [
    'Reads every narinfo, NAR (size, file hash, content), signature, reference, pin, catalogue row and the README block of a store, and lists ' +
      'what does not hold. Stores of the old script are read too: export streams are told from NARs. Nothing is ever deleted.',
    'TARGET is `owner/name`, the repository’s address, or a folder (`./binstore`, `/srv/cache`) with a checked-out clone of it.'
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
    {
      name: 'quick',
      value: null,
      input: null,
      help: 'Check presence, sizes, narinfos and index; download no NAR'
    },
    {
      name: 'fix',
      value: null,
      input: null,
      help: 'Repair catalogue.json, the README block and what Pages needs, in one commit, and nothing else'
    }
  ]),
  examples: [
    { does: 'Check a cache on GitHub', line: 'nar-publish doctor my-org/binstore' },
    {
      does: 'Check a clone, without downloading anything',
      line: 'nar-publish doctor ./binstore --quick'
    },
    {
      does: 'Mend a stale index',
      line: 'nar-publish doctor my-org/binstore --target-branch nix-cache --fix'
    }
  ]
}
