import type { Input } from '../input.ts'
import { publishing } from '../modes.ts'

/** What stays. */
export const prune = {
  'keep-generations': {
    kind: 'count',
    default: '3',
    takenBy: { prune: true },
    description:
      'For `prune`: so many of the newest of each name, attribute, system and output stay, by version or by date. `0`: age alone decides.',
    placeholder: 'N',
    help: { prune: 'Keep the newest N of each name, attribute, system and output; default: 3' }
  },
  'keep-days': {
    kind: 'count',
    default: '30',
    takenBy: { prune: true },
    description:
      "For `prune`: what was published within so many days stays. Readers' Nix remembers for 30 days that a cache has a path. `0`: generations alone decide.",
    placeholder: 'N',
    help: { prune: 'Keep what was published within N days; default: 30' }
  },
  'remove-unreachable': {
    kind: 'switch',
    default: 'false',
    takenBy: { prune: true },
    description:
      'For `prune`: `true` also removes store paths that no artifact of the catalogue and no pin leads to, such as those published with `closure: source` or by hand.',
    help: { prune: 'Remove store paths, too, that no artifact and no pin leads to' }
  },
  'squash-history': {
    kind: 'switch',
    default: 'false',
    takenBy: { prune: true },
    description:
      'For `prune`: `true` replaces the branch by one commit without a parent, so that Git can forget what earlier commits hold. It never overwrites a publish.',
    help: { prune: 'Replace the branch by one commit without a parent, so that Git can forget' }
  },
  'move-large': {
    kind: 'switch',
    default: 'false',
    takenBy: { prune: true },
    description:
      'For `prune`: `true` makes release assets of the NARs in the branch that are larger than `release-above`, and names them in their narinfos, in one commit.',
    help: {
      prune: 'Make release assets of NARs in the branch that are larger than --release-above'
    }
  }
} as const satisfies Readonly<Record<string, Input>>

/** Of a store that grows, which a publish and a prune look at. */
export const sizeBudget = {
  'size-budget': {
    kind: 'size',
    default: '8 GB',
    takenBy: { publish: publishing, prune: true },
    description:
      'For `publish` and `prune`: warns when the repository, or the files of the branch that is pruned, are larger, in bytes or as `8 GB`. GitHub advises at most 10 GB.',
    placeholder: 'SIZE',
    help: {
      publish: 'Warn when the repository is larger; default: 8 GB',
      prune: 'Warn when the store is larger; default: 8 GB'
    }
  }
} as const satisfies Readonly<Record<string, Input>>
