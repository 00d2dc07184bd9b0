import type { Command } from './command.ts'

/** A name, and what it says. */
export type Told = readonly [name: string, text: string]

/** What options can be set by, where a command says nothing else. */
const usualVariables: readonly Told[] = [
  [
    'NAR_PUBLISH_<OPTION>',
    'what an option sets: NAR_PUBLISH_ROUTE=push, NAR_PUBLISH_DRY_RUN=true; the option goes before it'
  ]
]

/** The variables that a command minds. */
export function variablesOf({ variables = usualVariables }: Pick<Command, 'variables'>): Told[] {
  return [
    [
      'GH_TOKEN, GITHUB_TOKEN',
      'token for the target, in this order after NAR_PUBLISH_TOKEN; GH_TOKEN=$(gh auth token) does it'
    ],
    ['NAR_PUBLISH_SIGNING_KEY', 'the secret key itself, or a file that holds it'],
    ...variables,
    ['GITHUB_SERVER_URL', 'another GitHub than github.com, with GITHUB_API_URL'],
    ['HTTPS_PROXY, NO_PROXY', 'as everywhere; so are NO_COLOR and TMPDIR']
  ]
}

export const aboutSecrets =
  'Secrets are not taken as options: every user of the machine can read those.'

export const exitStatuses: readonly Told[] = [
  ['0', 'done; or nothing was left to do; doctor: the store is sound'],
  ['1', 'failed, with the reason on standard error; doctor: there are findings'],
  ['2', 'the command line is wrong, or a variable that stands for an option; nothing was done'],
  ['130, 143', 'interrupted, with everything temporary removed']
]
