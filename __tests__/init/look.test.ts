/** What `init` finds before it begins: the checkout, its repository on GitHub, its flake. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readEnvironment } from '../../src/environment.ts'
import { nobody } from '../../src/init/ask.ts'
import { findCheckout } from '../../src/init/checkout.ts'
import { initCommand } from '../../src/init/options.ts'
import type { Choice } from '../../src/init/run.ts'
import { silentLog } from '../../src/log.ts'
import { agreeing, flakeText, startProject, states, writes, type Project } from './fixture.ts'

let project: Project
beforeEach(async () => {
  project = await startProject()
})
afterEach(async () => {
  await project.close()
})

describe('the repository', () => {
  test.each([
    'https://example.org/alice/project.git',
    'ext::sh -c touch% pwned',
    '--upload-pack=touch pwned',
    'https://example.org/$(touch pwned)/x',
    '\u0007bell',
    ''
  ])('of a remote like %j is none of this GitHub', async (url) => {
    await project.git('config', 'remote.origin.url', url)
    await expect(project.init()).rejects.toMatchObject({
      code: 'REPOSITORY_INVALID',
      hint: expect.stringContaining('git remote add origin')
    })
    expect(project.github.requests).toEqual([])
  })

  test('is found by a remote with a login, which nothing shows', async () => {
    const { host } = new URL(project.github.serverUrl)
    await project.git('config', 'remote.origin.url', `http://me:s3cret@${host}/alice/project`)
    const ran = await project.init({ dryRun: true })
    expect(ran.report.repository).toBe('alice/project')
    expect(JSON.stringify([ran.told, ran.report])).not.toContain('s3cret')
  })

  test('that GitHub does not know is an error, and so is one that nobody may write to', async () => {
    await project.git('config', 'remote.origin.url', `${project.github.serverUrl}/alice/gone`)
    await expect(project.init()).rejects.toMatchObject({ code: 'REPOSITORY_NOT_FOUND' })
    await project.close()
    project = await startProject({ repositories: [{ name: 'alice/project', archived: true }] })
    await expect(project.init()).rejects.toMatchObject({ code: 'REPOSITORY_READ_ONLY' })
    expect(writes(project)).toEqual([])
  })

  test('of a folder outside of any checkout is none', async () => {
    const outside = join(project.folder, 'outside')
    mkdirSync(outside)
    const environment = { ...readEnvironment(project.variables), workspace: outside }
    await expect(findCheckout(environment, silentLog)).rejects.toMatchObject({
      code: 'CHECKOUT_INVALID',
      subject: outside
    })
  })
})

describe('what is published', () => {
  const skip = new Set(['key', 'secret', 'pages', 'publish'] as const)

  async function choicesOf(flake: string): Promise<readonly Choice[]> {
    await project.write('flake.nix', flake)
    let seen: readonly Choice[] = []
    await project.init(
      { skip },
      {
        questions: {
          ...agreeing,
          choose: (_message, choices) => {
            seen = choices
            return Promise.resolve(choices[0]?.value ?? '')
          }
        }
      }
    )
    return seen
  }

  test('is chosen from the flake’s packages, its default first, then all of them', async () => {
    expect(await choicesOf(flakeText(['another', 'default', 'zoo']))).toEqual([
      { value: '.#default', says: 'one package, for x86_64-linux' },
      { value: '.#packages.*', says: 'all packages, for x86_64-linux, aarch64-linux' },
      { value: '.#another', says: 'one package, for x86_64-linux' },
      { value: '.#zoo', says: 'one package, for x86_64-linux' }
    ])
  })

  test('is never a name that an installable or YAML would read otherwise', async () => {
    const odd = ['a b', 'a.b', '$' + '{{ secrets.X }}', 'x: y', "it's", 'c++', '#', '^out', '"q"']
    const values = (await choicesOf(flakeText([...odd, 'good']))).map(({ value }) => value)
    expect(values.sort()).toEqual(['.#c++', '.#good', '.#packages.*'])
  })

  test('without anybody to ask is the default, or has to be said', async () => {
    const questions = nobody(initCommand)
    const ran = await project.init({ skip }, { questions })
    expect(ran.report.attribute).toBe('.#default')
    await project.write('flake.nix', flakeText(['one', 'two']))
    await expect(project.init({ skip }, { questions })).rejects.toMatchObject({
      code: 'USAGE',
      subject: 'option --attribute',
      reason: 'it is to say which of these is published: .#one, .#packages.* and .#two'
    })
  })

  test.each([
    ['no flake', null, { code: 'USAGE', reason: expect.stringContaining('has no flake.nix') }],
    [
      'no packages',
      '{ outputs = { self }: { packages = { }; }; }',
      { code: 'USAGE', hint: expect.stringContaining("'.#nixosConfigurations.*'") }
    ],
    [
      'a flake that does not evaluate',
      '{ outputs = { self }: { packages = throw "unhappy"; }; }',
      { code: 'EVALUATION_FAILED', reason: expect.stringContaining('unhappy') }
    ]
  ])('%s is an error, before anything is done', async (_, flake, error) => {
    if (flake === null) rmSync(join(project.checkout, 'flake.nix'))
    else await project.write('flake.nix', flake)
    await expect(project.init()).rejects.toMatchObject(error)
    expect(writes(project)).toEqual([])
  })

  test.each(['', '--option', 'a\nb', `.#"$\{{ secrets.NIX_SIGNING_KEY }}"`])(
    'is not %j',
    async (attribute) => {
      await expect(project.init({ attribute })).rejects.toMatchObject({ code: 'ATTRIBUTE_INVALID' })
      expect(writes(project)).toEqual([])
    }
  )

  test('may be an attribute elsewhere in the checkout, or a pattern that only the workflow takes', async () => {
    await project.write('nix/flake.nix', flakeText(['tool']))
    const own = await project.init({ attribute: './nix#tool' })
    expect(own.error).toBeNull()
    expect(states(own)).toMatchObject({ workflow: 'done', publish: 'done' })
    rmSync(join(project.checkout, '.github'), { recursive: true })
    const hosts = await project.init({ attribute: '.#nixosConfigurations.*' })
    expect(hosts.report).toMatchObject({ attribute: '.#nixosConfigurations.*', systems: [] })
    // This machine might build some of them, and is not said to be unable.
    expect(hosts.report.steps.find(({ step }) => step === 'publish')).toMatchObject({
      state: 'left',
      text: '.#nixosConfigurations.* is not tried here: of patterns only .#packages.* is'
    })
    expect(states(hosts)).toMatchObject({ workflow: 'done', publish: 'left' })
  })
})
