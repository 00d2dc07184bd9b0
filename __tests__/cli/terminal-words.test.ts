/** No word of the action on a terminal, where nobody has a job, its inputs or a summary. */
import { describe, expect, test } from '@jest/globals'
import { allCommands } from '../../src/cli/find-command.ts'
import { commandHelp } from '../../src/cli/help.ts'
import { onTerminal, terminalWords } from '../../src/cli/terminal-words.ts'
import { commands } from '../../src/commands.ts'
import { errorGuide } from '../../src/error-guide.ts'
import { NarPublishError, type ErrorCode } from '../../src/errors.ts'

const all = allCommands(commands)
const commandOf = (name: string) => all.find((command) => command.name === name) ?? null

const ofTheAction =
  /\b(?:(?<!standard )inputs?|jobs?|steps?|summary|workflows?|runners?|re-run)\b|`(?:mode|phase|with): |`[a-z]+(?:-[a-z]+)*: (?:true|false)`|INPUT_[A-Z]|RUNNER_TEMP/i

/** What only a job can meet: hooks, events, branches that follow a run, other modes’ words. */
const ofJobs =
  /^(?:HOOK_|CACHED_BRANCH_|PULL_REQUEST_SECRETS|PULL_REQUESTS_FORBIDDEN|RELEASED_FILE_GONE|MODE_UNKNOWN)/
/** `input` is Nix’s word here, for what a flake has. */
const ofFlakes: readonly ErrorCode[] = ['LOCK_REFUSED', 'SOURCE_UNCHANGED']

describe.each(all)('$name', (command) => {
  test('each error of the guide tells what to do in words of a terminal', () => {
    const codes = (Object.keys(errorGuide) as ErrorCode[]).filter(
      (code) => !ofJobs.test(code) && !ofFlakes.includes(code)
    )
    const said = codes.map((code) =>
      terminalWords(
        new NarPublishError({ code, subject: 'x', reason: 'y' }),
        command
      ).message.slice(code.length)
    )
    expect(said.filter((text) => ofTheAction.test(text))).toEqual([])
    expect(said.length).toBeGreaterThan(100)
  })

  test('its help has none either', () => {
    // `init` goes step by step, and writes a workflow; what signed provenance is one, too.
    const own: Record<string, RegExp> = {
      init: /\b(?:steps?|workflows?)\b/gi,
      doctor: /\bworkflows?\b/gi,
      use: /\bworkflows?\b/gi
    }
    const help = commandHelp(command).replace(/\s+/g, ' ')
    expect(help.replace(own[command.name] ?? '', '')).not.toMatch(
      /\b(?:(?<!standard )inputs?|jobs?|steps?|summary|workflows?)\b|`(?:mode|phase): |INPUT_[A-Z]/
    )
  })
})

test.each([
  ['publish', '`closure: cache`, `logs: false`', '`--closure cache`, `--no-logs`'],
  ['publish', 'Give `flake-attribute` or `paths`.', 'Give `INSTALLABLE` or `--paths`.'],
  ['version-sync', 'Run it with `version: keep`.', 'Run it with `keep`.'],
  ['doctor', '`mode: prune` removes nothing', '`nar-publish prune` removes nothing'],
  ['prune', '`cache: true`', '`NAR_PUBLISH_CACHE=true`'],
  ['queue upload', '`signing-key`', '`--signing-key-file`'],
  ['publish', 'Accepted: `binary`, `cache`.', 'Accepted: `binary`, `cache`.'],
  ['publish', 'a name `$(x)`, `nix-cache`', 'a name `$(x)`, `nix-cache`']
])('of %s, %j is said as %j', (name, text, said) => {
  expect(onTerminal(text, commandOf(name))).toBe(said)
})

test.each([
  ['publish', 'input closure', 'option --closure'],
  ['prune', 'input target-repository, "x"', 'TARGET, "x"'],
  [
    'publish',
    'inputs flake-attribute, paths and om-results',
    'INSTALLABLE, --paths and --om-results'
  ],
  ['publish', 'inputs plan and row', 'options --plan and --row'],
  ['publish', 'input cached-branch, "x"', 'NAR_PUBLISH_CACHED_BRANCH, "x"'],
  ['publish', 'input token', 'token'],
  ['publish', 'nar-publish', 'nar-publish']
])('an error of %s about %j is about %j', (name, subject, said) => {
  const error = new NarPublishError({ code: 'INPUT_INVALID', subject, reason: 'because' })
  expect(terminalWords(error, commandOf(name)).subject).toBe(said)
})

test('a hint that was given in two forms is told in that of the terminal, unless another was given later', () => {
  const error = new NarPublishError({
    ...{ code: 'DISK_FULL', subject: 'x', reason: 'full', hint: 'Ask the runner.' },
    terminal: { hint: 'Ask the disk.' }
  } as const)
  expect(error.hint).toBe('Ask the runner.')
  expect(terminalWords(error, null).hint).toBe('Ask the disk.')
  expect(terminalWords(error.with({ hint: 'Wait.' }), null).hint).toBe('Wait.')
  expect(terminalWords(error.with({ subject: 'y' }), null).hint).toBe('Ask the disk.')
})
