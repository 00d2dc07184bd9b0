import { readerKinds } from '../catalogue/reader-lines.ts'
import type { Command } from '../cli/command.ts'
import { optionsOf } from '../cli/options.ts'

export const useCommand: Command = {
  name: 'use',
  operands: 'CACHE',
  operandInputs: { 'target-repository': 'CACHE' },
  summary: 'make a published store known to Nix, or say how',
  description: [
    'Prints the lines that make a cache known: its address, and the keys whose signatures count. On a terminal for each kind of reader; elsewhere those for ' +
      'nix.conf, so that they can be piped. A private cache comes with the line for a netrc file. All else that is to be said goes to standard error.',
    'Keys are those of --trusted-keys. Without it they are those that the cache’s catalogue names: taken at its word when the repository that you stand in is of ' +
      'the same owner, printed with a warning otherwise, and then never written.',
    'With --provenance nothing is printed or written unless Sigstore’s bundles prove of every path that the cache holds by now that a workflow of that repository published it.',
    'CACHE is `owner/name`, the repository’s address, or another Git repository. A public one needs no token.'
  ],
  options: optionsOf('use', [
    {
      name: 'for',
      value: 'READER',
      words: readerKinds,
      input: null,
      help: `The lines for one kind of reader: ${readerKinds.slice(0, -1).join(', ')} or ${readerKinds.slice(-1).join()}`
    },
    'trusted-keys',
    {
      name: 'write',
      value: null,
      input: null,
      help: 'Write the lines into nix.conf, where they are not there yet'
    },
    {
      name: 'file',
      value: 'FILE',
      input: null,
      help: 'The nix.conf that --write changes; default: your own'
    },
    'provenance',
    'provenance-workflow',
    'trusted-root',
    'target-branch',
    'substituter-url'
  ]),
  examples: [
    { does: 'See how a cache is used', line: 'nar-publish use my-org/binstore' },
    {
      does: 'Write it into your own nix.conf, with the key that its owner tells',
      line: "nar-publish use my-org/binstore --write --trusted-keys 'NAME:KEY'"
    },
    {
      does: 'The lines for configuration.nix',
      line: 'nar-publish use my-org/binstore --for nixos'
    }
  ]
}
