import { expect, test } from '@jest/globals'
import { NarPublishError } from '../../../src/errors.ts'
import { formChanges, type FormedChange } from '../../../src/sync/many/form-changes.ts'
import { parsePackagePatterns } from '../../../src/sync/many/patterns.ts'
import type { Outcome } from '../../../src/sync/many/report.ts'
import type { ChangeSet, Listing } from '../../../src/sync/many/types.ts'
import { leftWith, listed, listingOf } from './foreign-files.ts'

const pair = ['.#luna', '.#luna-docs']
const failure = {
  ...{ packages: ['.#sol'], systems: ['x86_64-linux'], code: 'BUILD_FAILED' },
  ...{ subject: 'sol', reason: 'it does not build' }
}

const short = ({ texts, problem }: FormedChange): [string, string | null] => [
  texts.join(' '),
  problem === null ? null : problem instanceof NarPublishError ? problem.code : outcomeOf(problem)
]

function outcomeOf({ done, why }: Outcome): string {
  return why?.code ?? done
}

/** A listing's only set, with more said of it. */
function listingWith(texts: readonly string[], more: Partial<ChangeSet>): Listing {
  const listing = listingOf([texts])
  return { ...listing, sets: listing.sets.map((set) => ({ ...set, ...more })) }
}

const nothing = { versions: [], hashes: [] }

test('answers that name each other are one change, others are alone', () => {
  const left = leftWith([
    { text: '.#sol' },
    ...pair.map((text) => ({ text, together: pair })),
    { text: '.#sol', systems: ['aarch64-linux'] }
  ])
  const formed = formChanges(left, null, [])
  expect(formed.map(short)).toEqual([
    ['.#sol', null],
    ['.#luna .#luna-docs', null]
  ])
  expect(formed[0]?.answers.map((own) => own.length)).toEqual([2])
})

test.each<[string, Parameters<typeof formChanges>, [string, string | null][]]>([
  [
    'a package of a change has no file',
    [leftWith([{ text: '.#luna', together: pair }]), null, []],
    [['.#luna .#luna-docs', 'COMPUTED_MISSING']]
  ],
  [
    'one of a change says that it is alone',
    [leftWith([{ text: '.#luna', together: pair }, { text: '.#luna-docs' }]), null, []],
    [
      ['.#luna .#luna-docs', 'COMPUTED_CONFLICT'],
      ['.#luna-docs', 'COMPUTED_CONFLICT']
    ]
  ],
  [
    'a file says less than the listing',
    [leftWith(pair.map((text) => ({ text }))), listingOf([pair]), []],
    [['.#luna .#luna-docs', 'COMPUTED_CONFLICT']]
  ],
  [
    'the listing has one that nobody computed',
    [leftWith([{ text: '.#sol' }]), listingOf([['.#sol'], ['.#luna']]), []],
    [
      ['.#sol', null],
      ['.#luna', 'COMPUTED_MISSING']
    ]
  ],
  [
    'a file says more than the listing',
    [leftWith(pair.map((text) => ({ text, together: pair }))), listingOf([['.#luna']]), []],
    [
      ['.#luna', 'COMPUTED_CONFLICT'],
      ['.#luna .#luna-docs', 'COMPUTED_CONFLICT']
    ]
  ],
  [
    'two changes want one package',
    [
      leftWith([
        { text: '.#luna', together: pair },
        { text: '.#luna-docs', together: pair },
        { text: '.#sol', together: ['.#luna', '.#sol'] }
      ]),
      null,
      []
    ],
    [
      ['.#luna .#luna-docs', null],
      ['.#luna .#sol', 'COMPUTED_CONFLICT']
    ]
  ],
  [
    'a job failed, although another machine’s did not',
    [leftWith([{ text: '.#sol', systems: ['aarch64-linux'] }], { failures: [failure] }), null, []],
    [['.#sol', 'BUILD_FAILED']]
  ],
  [
    'only why a job failed is there',
    [leftWith([], { failures: [failure] }), null, []],
    [['.#sol', 'BUILD_FAILED']]
  ],
  [
    'a job answers for a package that the listing has nothing to do for',
    [
      leftWith([
        { text: '.#sol' },
        { text: '.#luna' },
        { text: '.#evil', together: ['.#evil', '.#moon'] }
      ]),
      listingOf([['.#sol']]),
      []
    ],
    [
      ['.#sol', null],
      ['.#luna', 'COMPUTED_INVALID'],
      ['.#evil .#moon', 'COMPUTED_INVALID']
    ]
  ],
  [
    'a job answers for another version than the one that the listing leads to',
    [leftWith([{ text: '.#sol', change: { newVersion: '9.9.9' } }]), listingOf([['.#sol']]), []],
    [['.#sol', 'COMPUTED_CONFLICT']]
  ],
  [
    'a job answers from another version than the one that is there',
    [leftWith([{ text: '.#sol', change: { oldVersion: '0.1.0' } }]), listingOf([['.#sol']]), []],
    [['.#sol', 'COMPUTED_CONFLICT']]
  ],
  [
    'a job says that nothing is to be changed of what is outdated',
    [
      leftWith([{ text: '.#sol', change: { ...nothing, newVersion: '0.76.0' } }]),
      listingOf([['.#sol']]),
      []
    ],
    [['.#sol', 'COMPUTED_CONFLICT']]
  ],
  [
    'there was no room in the matrix',
    [leftWith([]), listingWith(['.#sol'], { waits: true }), []],
    [['.#sol', 'later']]
  ],
  [
    'one of a change is to stay what it is, by `ignore`',
    [
      leftWith([]),
      listingWith(pair, {
        version: null,
        packages: [listed('.#luna'), listed('.#luna-docs', { state: 'ignored' })]
      }),
      []
    ],
    [['.#luna', 'ignored']]
  ],
  [
    'one of a change has no newer version, and the other has',
    [
      leftWith([]),
      listingWith(pair, {
        version: null,
        packages: [listed('.#luna'), listed('.#luna-docs', { state: 'current' })]
      }),
      []
    ],
    [['.#luna', 'COMPUTED_CONFLICT']]
  ],
  [
    '`package` names others',
    [
      leftWith([{ text: '.#sol' }, { text: 'file:a.nix#luna' }]),
      null,
      parsePackagePatterns('.#packages.*')
    ],
    [
      ['.#sol', null],
      ['file:a.nix#luna', 'COMPUTED_INVALID']
    ]
  ]
])('%s', (_, given, expected) => {
  expect(formChanges(...given).map(short)).toEqual(expected)
})

test('what the listing asks for has to be there for each of its systems', () => {
  const systems = ['x86_64-linux', 'aarch64-linux']
  const formed = formChanges(leftWith([{ text: '.#sol' }]), listingOf([['.#sol']], systems), [])
  expect(formed.map((one) => one.systems)).toEqual([systems])
})
