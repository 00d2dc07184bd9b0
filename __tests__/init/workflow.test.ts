import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { workflowText } from '../../src/init/workflow-text.ts'
import { isBranchName } from '../../src/repository/branch-name.ts'
import { anyCharacter } from '../support/any-character.ts'
import { startProject, type Project } from './fixture.ts'

const root = join(import.meta.dirname, '../..')
const docs = (name: string): string => readFileSync(join(root, 'docs/workflows', name), 'utf8')

describe('the text', () => {
  test('is that of the documents', () => {
    const wishes = { attribute: '.#hello', branch: 'main' }
    expect(workflowText({ ...wishes, systems: null })).toBe(docs('publish.yml'))
    const systems = ['x86_64-linux', 'aarch64-linux', 'aarch64-darwin']
    expect(workflowText({ attribute: '.#packages.*', branch: 'main', systems })).toBe(
      docs('publish-systems.yml')
    )
  })

  const shape = z.looseObject({
    on: z.looseObject({ push: z.object({ branches: z.array(z.string()) }) }),
    jobs: z.object({
      publish: z.looseObject({
        with: z.record(z.string(), z.unknown()).optional(),
        steps: z
          .array(z.looseObject({ with: z.record(z.string(), z.unknown()) }).partial())
          .optional()
      })
    })
  })

  test('holds any attribute as it is, and any branch as a pattern of it alone', () => {
    const text = fc.string({ unit: anyCharacter, minLength: 1 })
    fc.assert(
      fc.property(text, text.filter(isBranchName), fc.boolean(), (attribute, branch, isOne) => {
        const written = workflowText({ attribute, branch, systems: isOne ? null : [] })
        const { on, jobs } = shape.parse(parse(written))
        const [pattern = '', ...more] = on.push.branches
        expect(more).toEqual([])
        expect(pattern.replace(/\\(.)/g, '$1')).toBe(branch)
        expect(pattern.replace(/\\./g, '')).not.toMatch(/[*?+[\]!]/)
        const given = isOne ? jobs.publish.steps?.at(-1)?.with : jobs.publish.with
        expect(given?.['flake-attribute']).toBe(attribute)
        expect(Object.keys(jobs)).toEqual(['publish'])
      })
    )
  })

  test.each(['true', 'no', '1.0', 'null', '~', 'a: b', '# c', "it's", 'a]b', '&a', '- b'])(
    'has the branch %j as a text',
    (branch) => {
      const written = workflowText({ attribute: '.#a', branch, systems: null })
      const [pattern = ''] = shape.parse(parse(written)).on.push.branches
      expect(pattern.replaceAll('\\', '')).toBe(branch)
    }
  )
})

describe('in a checkout', () => {
  let project: Project
  beforeEach(async () => {
    project = await startProject()
  })
  afterEach(async () => {
    await project.close()
  })
  const skip = new Set(['key', 'secret', 'pages', 'publish'] as const)
  const folder = () => join(project.checkout, '.github/workflows')
  const init = async () => {
    const ran = await project.init({ skip })
    return { ...ran, end: ran.report.steps.find(({ step }) => step === 'workflow') }
  }

  test.each([
    ['another’s of the same name', 'publish.yml', 'name: other\n'],
    [
      'that uses nar-publish',
      'nix.yaml',
      'jobs:\n  a:\n    steps:\n      - uses: org/nar-publish@v1\n'
    ],
    [
      'of a fork of it',
      'b.yml',
      'jobs: { a: { uses: "me/nar-publish/.github/workflows/publish.yml@main" } }\n'
    ]
  ])('one %s stays, and is told', async (_, name, text) => {
    await project.write(`.github/workflows/${name}`, text)
    expect((await init()).end).toMatchObject({
      state: 'there',
      text: `.github/workflows/${name} is there and stays as it is`,
      // It may be about something else.
      todo: expect.arrayContaining([
        `see that .github/workflows/${name} publishes .#default: no workflow was written beside it`
      ])
    })
    expect(readdirSync(folder())).toEqual([name])
    expect(readFileSync(join(folder(), name), 'utf8')).toBe(text)
  })

  test('others stay beside it, be they about the word alone', async () => {
    await project.write('.github/workflows/ci.yml', '# uses: org/nar-publish@v1\njobs: {}\n')
    expect((await init()).end).toMatchObject({ state: 'done' })
    expect(readdirSync(folder()).sort()).toEqual(['ci.yml', 'publish.yml'])
  })

  test('a link of that name is not followed', async () => {
    mkdirSync(folder(), { recursive: true })
    symlinkSync(join(project.folder, 'outside'), join(folder(), 'publish.yml'))
    expect((await init()).end).toMatchObject({ state: 'there' })
    expect(existsSync(join(project.folder, 'outside'))).toBe(false)
  })

  test.each(['.github', '.github/workflows'])(
    '%s that leads out of it is refused',
    async (path) => {
      const outside = join(project.folder, 'outside')
      mkdirSync(join(outside, 'workflows'), { recursive: true })
      mkdirSync(join(project.checkout, path, '..'), { recursive: true })
      symlinkSync(outside, join(project.checkout, path))
      const { error } = await init()
      expect(error).toMatchObject({ code: 'FILE_UNUSABLE', subject: join(project.checkout, path) })
      expect(readdirSync(outside, { recursive: true })).toEqual(['workflows'])
    }
  )

  test('a folder that is a file is refused', async () => {
    await project.write('.github/workflows', 'text')
    expect((await init()).error).toMatchObject({ code: 'FILE_UNUSABLE' })
    expect(readFileSync(folder(), 'utf8')).toBe('text')
  })

  test('a branch of an odd name is the one that publishes', async () => {
    await project.close()
    project = await startProject({
      repositories: [{ name: 'alice/project', defaultBranch: 'release/#1' }]
    })
    await init()
    const text = readFileSync(join(folder(), 'publish.yml'), 'utf8')
    expect(text).toContain('    branches: ["release/#1"]\n')
  })

  test('it works from a folder below the root, where it is written all the same', async () => {
    const { findCheckout } = await import('../../src/init/checkout.ts')
    const { readEnvironment } = await import('../../src/environment.ts')
    const { silentLog } = await import('../../src/log.ts')
    const below = join(project.checkout, 'a', 'b')
    mkdirSync(below, { recursive: true })
    writeFileSync(join(below, 'c'), '')
    const environment = { ...readEnvironment(project.variables), workspace: below }
    expect(await findCheckout(environment, silentLog)).toEqual({
      root: project.checkout,
      owner: 'alice',
      repo: 'project'
    })
  })
})
