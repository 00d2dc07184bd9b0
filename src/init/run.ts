import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import type { GitHubApi } from '../repository/github/api.ts'

/** In their order; `--skip` leaves one out. */
export const stepNames = ['key', 'secret', 'workflow', 'pages', 'publish'] as const
export type StepName = (typeof stepNames)[number]

/** The secret that the workflow signs with. */
export const secretName = 'NIX_SIGNING_KEY'

/** Where the workflow goes, in the checkout. */
export const workflowPath = '.github/workflows/publish.yml'

/** What a step ended with. */
export interface StepEnd {
  step: StepName
  /** `there`: it was before, and stays. `left`: not done, for the reason in the text. `planned`: a dry run of init does it not. */
  state: 'done' | 'there' | 'left' | 'planned'
  /** A sentence without its full stop. Data: may hold foreign words. */
  text: string
  /** What remains to be done by hand: commands, or a sentence. */
  todo: readonly string[]
}

/** Who is asked; where nobody is, whatever answers for them. */
export interface Questions {
  confirm(): Promise<boolean>
  /** One of the values. Throws USAGE when nobody can be asked. */
  choose(message: string, choices: readonly Choice[]): Promise<string>
}

export interface Choice {
  value: string
  /** Told beside the value. */
  says: string
}

export interface InitOptions {
  /** null: chosen from what the flake has. */
  attribute: string | null
  keyName: string | null
  /** Absolute; null: the usual one. */
  keyFolder: string | null
  replaceSecret: boolean
  skip: ReadonlySet<StepName>
  dryRun: boolean
}

/** What all steps know. */
export interface InitRun {
  options: InitOptions
  questions: Questions
  /** `workspace` is the checkout's root. */
  environment: Environment
  /** Of the repository on GitHub; its name is spelled as GitHub does. */
  api: GitHubApi
  /** The token is that of `gh`, which is logged in. */
  hasGh: boolean
  /** Hides a secret in all that is printed from then on. */
  hide: (secret: string) => void
  log: Log
}

/** What artifacts are signed with. */
export interface KeyPair {
  /** Where the secret half lies. */
  file: string
  /** Both `name:base64`. */
  secret: string
  publicKey: string
}

/** Tells a step, and asks about it. null: it is to be done; otherwise how it ended without that. */
export async function announce(
  { options, questions, log }: InitRun,
  step: StepName,
  /** What is about to be done: an order, without its full stop. */
  order: string,
  todo: readonly string[] = []
): Promise<StepEnd | null> {
  if (options.skip.has(step)) return { step, state: 'left', text: `left out: ${order}`, todo }
  log.info(`${step}: ${order}`)
  if (options.dryRun) return { step, state: 'planned', text: order, todo: [] }
  return (await questions.confirm())
    ? null
    : { step, state: 'left', text: `not wanted: ${order}`, todo }
}
