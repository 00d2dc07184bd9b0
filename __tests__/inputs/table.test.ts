/** The table of inputs, and all that follows from it: action.yml, refusals, defaults, options. */
import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { words } from '../../script/workflow-rules.ts'
import { allCommands } from '../../src/cli/find-command.ts'
import { optionsOf } from '../../src/cli/options.ts'
import { commands } from '../../src/commands.ts'
import { readEnvironment, type Environment } from '../../src/environment.ts'
import { parseInputs } from '../../src/inputs.ts'
import type { CommandName } from '../../src/inputs/input.ts'
import { modes, phases, type Mode } from '../../src/inputs/modes.ts'
import {
  defaultOf,
  inputNames,
  inputs,
  inputsOfCommand,
  type InputName
} from '../../src/inputs/table.ts'

const declared = z
  .object({
    inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() }))
  })
  .parse(parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8'))).inputs

/** What takes inputs: a mode, or a phase of one. */
interface Place {
  name: string
  mode: Mode
  /** Empty: the mode has none. */
  phase: string
}

const places = modes.flatMap((mode): Place[] =>
  mode === 'publish' || mode === 'version-sync'
    ? phases[mode].map((phase) => ({ name: `${mode}, ${phase}`, mode, phase }))
    : [{ name: mode, mode, phase: '' }]
)

/** What the parser of each place does not do without. */
const least: Readonly<Record<string, Record<string, string>>> = {
  publish: { 'flake-attribute': '.#hello' },
  'publish, commit': { packed: 'packed' },
  'publish, rebuild': { packed: 'packed', plan: 'plan' },
  matrix: { 'flake-attribute': '.#hello' },
  'version-sync': { package: '.#infer', version: '1' },
  'version-sync, commit': { computed: 'computed' }
}

function leastOf({ name, mode }: Place): Record<string, string> {
  return least[name] ?? least[mode] ?? {}
}

/** Parses what is given, and what the place does not do without. Answers with the names that were asked for, in order. */
function ask({ mode, phase }: Place, given: Readonly<Record<string, string>>): string[] {
  const told: Record<string, string> = { mode, phase, token: 'tok', ...given }
  const asked: string[] = []
  const environment: Environment = {
    ...readEnvironment({ GITHUB_REPOSITORY: 'alice/project', GITHUB_WORKSPACE: '/work' }),
    input(name) {
      asked.push(name)
      return told[name] ?? ''
    }
  }
  parseInputs(environment, () => undefined)
  return asked
}

/** As the table says. */
function isTaken(name: InputName, { mode, phase }: Place): boolean {
  const taken: true | readonly string[] | undefined = inputs[name].takenBy[mode]
  return taken === true || (taken?.includes(phase) ?? false)
}

/** A value that is nobody's default. */
function somethingFor(name: InputName): string {
  const usual = defaultOf(name)
  return inputs[name].kind === 'switch' ? String(usual === 'false') : `not-${usual}`
}

/** What a place takes and has no use for, so that a workflow can tell all its jobs the same. */
const passedOver: Readonly<Record<string, readonly InputName[]>> = {
  'publish, pack': ['route', 'release-above', 'verify', 'size-budget'],
  'publish, commit': ['compression', 'compression-level', 'upstream-keys'],
  // It writes nothing anyway.
  matrix: ['dry-run']
}

describe('the table', () => {
  test('has the inputs of action.yml in their order, with their defaults and descriptions', () => {
    const rows = inputNames.map((name) => {
      const description = inputs[name].description.replaceAll('\n', ' ')
      return [name, { description, default: defaultOf(name) }]
    })
    expect(rows).toEqual(Object.entries(declared))
  })

  test('gives a switch a default, and no default that a parser refuses', () => {
    const switches = inputNames.filter((name) => inputs[name].kind === 'switch')
    expect(switches.filter((name) => !['true', 'false'].includes(defaultOf(name)))).toEqual([])
    for (const place of places) {
      const usual = inputNames
        .filter((name) => !['mode', 'phase', 'token'].includes(name))
        .map((name) => [name, defaultOf(name)] as const)
      const given = { ...Object.fromEntries<string>(usual), ...leastOf(place) }
      expect(() => ask(place, given)).not.toThrow()
    }
  })
})

describe.each(places)('$name', (place) => {
  test('asks for each input that it takes', () => {
    const asked = ask(place, leastOf(place))
    const unasked = inputNames.filter((input) => isTaken(input, place) && !asked.includes(input))
    expect(unasked).toEqual(inputNames.filter((input) => passedOver[place.name]?.includes(input)))
  })

  test.each(inputNames.filter((input) => !isTaken(input, place)))(
    'refuses %s, and says where it belongs',
    (input) => {
      const taken: true | readonly string[] | undefined = inputs[input].takenBy[place.mode]
      const division = taken === undefined ? 'mode' : 'phase'
      const places = Array.isArray(taken)
        ? (taken as readonly string[])
        : modes.filter((mode) => inputs[input].takenBy[mode] !== undefined)
      expect(() => ask(place, { ...leastOf(place), [input]: somethingFor(input) })).toThrow(
        expect.objectContaining({
          code: 'INPUT_INVALID',
          subject: `inputs ${input} and ${division}`,
          hint: `Leave \`${input}\` out, or give it where \`${division}\` is ${places.map((other) => `\`${other}\``).join(' or ')}.`
        })
      )
    }
  )
})

const withInputs = allCommands(commands).filter(
  ({ name }) => inputsOfCommand(name as CommandName).length > 0
)

describe.each(withInputs)('command $name', ({ name, options }) => {
  const command = name as CommandName

  test('has an option for each input that the table has help for, in the form of its kind', () => {
    const ofTable = options.filter(({ input }) => input !== null && !input.startsWith('queue-'))
    const expected = inputsOfCommand(command).map((input) => {
      const { kind, placeholder, words, short, help } = inputs[input]
      return {
        name: input,
        ...(short === undefined ? {} : { short }),
        value:
          kind === 'switch'
            ? null
            : typeof placeholder === 'string'
              ? placeholder
              : placeholder?.[command],
        ...(words === undefined
          ? {}
          : {
              words: Array.isArray(words)
                ? words
                : (words as Partial<Record<string, readonly string[]>>)[command]
            }),
        repeats: kind === 'list',
        input,
        help: help?.[command]
      }
    })
    expect(expected.length).toBeGreaterThan(0)
    expect([...ofTable].sort(byName)).toEqual([...expected].sort(byName))
  })

  test('shows an input that its order does not name behind those that it names', () => {
    const [first, ...others] = inputsOfCommand(command)
    const named = others.at(-1) ?? first
    if (named === undefined) throw new Error('no input')
    const shown = optionsOf(command, [named]).flatMap(({ input }) => input ?? [])
    expect(shown).toEqual([named, ...inputsOfCommand(command).filter((input) => input !== named)])
  })
})

test('help tells the default that the table has, where it tells one', () => {
  const told = inputNames.flatMap((name) => {
    const texts = new Set(Object.values(inputs[name].help ?? {}))
    // Of a switch it says “(default)” behind what the switch does.
    if (inputs[name].kind === 'switch' || defaultOf(name) === '') return []
    return [...texts].flatMap((text) => {
      const [, word, words] = /([^\s,]+) \(default\)|; default: (.+)$/.exec(text) ?? []
      const usual = word ?? words
      return usual === undefined ? [] : [{ name, usual }]
    })
  })
  expect(told).toEqual(told.map(({ name }) => ({ name, usual: defaultOf(name) })))
  expect(told.length).toBeGreaterThan(10)
})

test('what takes one of a few words is told to the check of workflows', () => {
  const few = inputNames.filter((name) => ['choice', 'switch'].includes(inputs[name].kind))
  expect(Object.keys(words).sort()).toEqual([...few].sort())
})

test('the words that an option completes are those that its reader takes', () => {
  const choices = inputNames.filter(
    (name) => inputs[name].kind === 'choice' && inputs[name].help !== undefined && name !== 'phase'
  )
  expect(choices.length).toBeGreaterThan(4)
  for (const name of choices) {
    expect([...((inputs[name].words as string[] | undefined) ?? [])].sort()).toEqual(
      [...(words[name] ?? [])].sort()
    )
  }
})

test('no secret is an option', () => {
  const secrets = inputNames.filter((name) => inputs[name].kind === 'secret')
  expect(secrets).toEqual(['token', 'signing-key'])
  expect(secrets.filter((name) => inputs[name].help !== undefined)).toEqual([])
})

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1
}
