import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { problemsOfWorkflow } from '../script/workflow-rules.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const action = read('action.yml')
const names = ['.github/workflows/*.yml', 'docs/workflows/*.yml'].flatMap((pattern) =>
  globSync(pattern, { cwd: root })
)

test('there are workflows of ours and workflows to copy', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      '.github/workflows/publish.yml',
      ...['publish', 'publish-systems', 'publish-release', 'prober'].map(
        (name) => `docs/workflows/${name}.yml`
      )
    ])
  )
})

test.each(names)(
  '%s gives our action inputs that it has, pins actions and says what permissions are for',
  (name) => {
    expect(problemsOfWorkflow({ name, content: read(name) }, action)).toEqual([])
  }
)

describe('is told', () => {
  const workflow = (job: string): string => `on: push\njobs:\n  a:\n${job}`

  test.each([
    [
      '    steps:\n      - uses: org/nar-publish@v1\n        with: { flake-atribute: x }\n',
      'no input flake-atribute'
    ],
    ['    steps:\n      - uses: actions/checkout@v5\n', 'actions/checkout@v5 is not pinned'],
    [`    steps:\n      - uses: actions/checkout@${'0'.repeat(40)}\n`, 'is not pinned'],
    ['    permissions:\n      contents: write\n    steps: []\n', 'has no comment "# to'],
    [
      '    uses: org/nar-publish/.github/workflows/publish.yml@v1\n    with: { flake: x }\n',
      'has no input or secret flake'
    ],
    ['    uses: ./.github/workflows/nothing.yml\n', 'there is no .github/workflows/nothing.yml']
  ])('%j', (job, says) => {
    const problems = problemsOfWorkflow({ name: 'x.yml', content: workflow(job) }, action)
    expect(problems).toEqual([expect.stringContaining(says)])
  })
})
