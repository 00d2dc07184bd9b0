import { home } from '../version.ts'

/** What of a workflow differs from one repository to the next. */
export interface WorkflowWishes {
  attribute: string
  /** Of a pattern; empty: those that GitHub has runners for. null: one attribute, in one job. */
  systems: readonly string[] | null
  /** A push to it publishes. */
  branch: string
}

/** The workflow that publishes, as docs/workflows has it: a test compares. */
export function workflowText({ attribute, systems, branch }: WorkflowWishes): string {
  const wishes = { attribute: scalar(attribute), branch: scalar(pattern(branch)) }
  return systems === null ? oneJob(wishes) : allSystems({ ...wishes, systems })
}

interface Written {
  attribute: string
  branch: string
}

function oneJob({ attribute, branch }: Written): string {
  return `# Publishes one system's artifacts on each push, in one job: the quick start. The cache is the branch nix-cache of this repository.
name: publish

on:
  push:
    branches: [${branch}]

permissions: {}

# Runs wait for each other instead of one being cancelled.
concurrency:
  group: nar-publish
  queue: max

jobs:
  publish:
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    permissions:
      contents: write # to commit to the branch nix-cache of this repository
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: cachix/install-nix-action@13d8dd58da0234aa297dedd986986ccb8e7f3e24 # v31.11.1
      - uses: ${home}@v1
        with:
          flake-attribute: ${attribute}
          signing-key: \${{ secrets.NIX_SIGNING_KEY }}
`
}

function allSystems({
  attribute,
  branch,
  systems
}: Written & { systems: readonly string[] }): string {
  const chosen = systems.length === 0 ? '' : `\n      systems: ${systems.join(' ')}`
  return `# Publishes every package of the flake for all its systems: each derivation is built once, on its own system's runner, and one commit brings all.
# The jobs that build have neither the key nor leave to write. A pull request is built and told in a comment on it what that gave, and it publishes
# nothing; one from a fork tells it in its summary alone.
name: publish

on:
  push:
    branches: [${branch}]
  pull_request:

permissions: {}

jobs:
  publish:
    uses: ${home}/.github/workflows/publish.yml@v1
    permissions:
      contents: write # to commit to the branch nix-cache of this repository; only the job that commits uses it
      pull-requests: write # to comment on a pull request; without it the run's summary tells the same
    with:
      flake-attribute: ${attribute}${chosen}
    secrets:
      signing-key: \${{ secrets.NIX_SIGNING_KEY }}
`
}

/** A text in YAML, where it may be anything: in double quotes YAML reads what JSON writes. */
function scalar(text: string): string {
  const isPlain = /^(?:\.\/?[\w./-]*#[\w.*+-]+|[A-Za-z][\w./-]*)$/.test(text)
  return isPlain && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) ? text : quoted(text)
}

function quoted(text: string): string {
  // JSON leaves these as they are, and YAML takes some for line ends or not at all.
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

/** GitHub takes a branch in a filter for a pattern. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
function pattern(branch: string): string {
  return branch.replace(/[*?+[\]!\\]/g, (character) => `\\${character}`)
}
