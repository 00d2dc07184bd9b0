/** What the shells complete, the manual, and the help: all of one table. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { bashCompletion } from '../../src/cli/completion/bash.ts'
import { fishCompletion } from '../../src/cli/completion/fish.ts'
import { placesOf } from '../../src/cli/completion/places.ts'
import { zshCompletion } from '../../src/cli/completion/zsh.ts'
import { allCommands } from '../../src/cli/find-command.ts'
import { commandHelp } from '../../src/cli/help.ts'
import { manPage } from '../../src/cli/man.ts'
import { commands } from '../../src/commands.ts'
import { runCommandLine } from '../support/command-line.ts'
import { bash, fish, hasProgram, zsh, type Completes } from '../support/shells.ts'

const folder = mkdtempSync(join(tmpdir(), 'completion-'))
const places = placesOf(commands)
const scripts = {
  bash: bashCompletion(places),
  zsh: zshCompletion(places),
  fish: fishCompletion(places)
}
const page = manPage(commands)

beforeAll(() => {
  for (const [shell, text] of Object.entries(scripts)) writeFileSync(join(folder, shell), text)
  mkdirSync(join(folder, 'here'))
  mkdirSync(join(folder, 'here', 'some folder'))
  writeFileSync(join(folder, 'here', 'some-file'), '')
  writeFileSync(join(folder, 'man'), page)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const shells: [keyof typeof scripts, Completes][] = [
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish]
]

const names = commands.map(({ name }) => name)

describe.each(shells)('%s', (shell, completes) => {
  const ask = (...words: string[]): string[] =>
    completes(join(folder, shell), words, join(folder, 'here'))
  if (!hasProgram(shell)) {
    test.todo(`is not installed`)
    return
  }

  test('completes commands, and those of commands', () => {
    expect(ask('')).toEqual([...names, 'help'].sort())
    expect(ask('pu')).toEqual(['publish'])
    expect(ask('queue', '')).toEqual(['add', 'closure', 'list', 'run', 'upload'])
    expect(ask('keys', 're')).toEqual(['retire'])
    expect(ask('help', 'queue', 'l')).toEqual(['list'])
    expect(ask('completion', '')).toEqual(['bash', 'fish', 'zsh'])
  })

  test('completes a command’s options, and no other’s', () => {
    expect(ask('publish', '--ro')).toEqual(['--route', '--row'])
    expect(ask('queue', 'add', '--in')).toEqual(['--include-out-paths'])
    expect(ask('queue', 'run', '--in')).toEqual(['--interval'])
    expect(ask('queue', 'list', '--ro')).toEqual([])
  })

  test('completes the words that an option takes', () => {
    expect(ask('publish', '.#hello', '--route', '')).toEqual(['api', 'auto', 'push'])
    expect(ask('publish', '--route=pu')).toEqual(['push'])
    expect(ask('version-sync', '.#hello', '--phase', '')).toEqual(['all', 'commit', 'compute'])
    expect(ask('use', 'o/r', '--for', 'nix.')).toEqual(['nix.conf'])
    const formatters = ask('version-sync', '--formatter', 'ni')
    expect(formatters.map((word) => word.replaceAll('\\', ''))).toEqual([
      ...['nix fmt', 'nixfmt', 'nixpkgs-fmt']
    ])
  })

  test('completes files and folders where an option takes these', () => {
    const plain = (words: string[]): string[] =>
      words.map((word) => word.replaceAll('\\', '').replace(/\/$/, '')).sort()
    expect(plain(ask('publish', '--signing-key-file', 'some'))).toEqual([
      'some folder',
      'some-file'
    ])
    expect(plain(ask('publish', '--output-directory', 'some'))).toEqual(['some folder'])
    expect(plain(ask('publish', 'some-'))).toEqual(['some-file'])
  })
})

test.each(['bash', 'zsh', 'fish'] as const)(
  'completion %s prints the script, and nothing else',
  async (shell) => {
    const run = await runCommandLine(['completion', shell], { cwd: folder })
    expect(run).toMatchObject({ status: 0, stdout: scripts[shell], stderr: '' })
  }
)

test('man prints the manual', async () => {
  expect(await runCommandLine(['man'], { cwd: folder })).toMatchObject({ status: 0, stdout: page })
})

const rendered = page.replaceAll('\\-', '-').replaceAll('\\(aq', "'").replaceAll('\\(ga', '`')

test.each(allCommands(commands))(
  '$name and each of its options is in the help, the manual and the three scripts',
  (command) => {
    const help = commandHelp(command)
    const place = places.find(({ name }) => name === command.name)
    expect(rendered).toContain(`.SS "${`${command.name} ${command.operands}`.trim()}"`)
    const section =
      rendered
        .split('.SS "')
        .find(
          (text) => text.startsWith(`${command.name} `) || text.startsWith(`${command.name}"`)
        ) ?? ''
    expect(place?.options).toBe(command.options)
    expect(command.options.length).toBeGreaterThan(1)
    for (const { name } of command.options) {
      expect(help).toContain(`--${name}`)
      expect(section).toContain(`--${name}\\fR`)
      const line = (text: string, begin: string): string =>
        text
          .split('\n')
          .filter((each) => each.trim().startsWith(begin))
          .join('\n')
      expect(line(scripts.bash, `'${command.name}') _nar_publish_words`)).toContain(` --${name}`)
      expect(
        line(scripts.fish, `complete -c nar-publish -n '__nar_publish_at "${command.name}"'`)
      ).toContain(` -l ${name} `)
      const own = scripts.zsh
        .split(`\n_nar_publish_${command.name.replace(/[ -]/g, '_')}() {`)[1]
        ?.split('\n}\n')[0]
      expect(own).toMatch(new RegExp(`'\\*?--${name}[=\\[]`))
    }
  }
)

;(hasProgram('mandoc') ? test : test.skip)(
  'mandoc finds nothing wrong with the manual but that it has no day',
  () => {
    const { stdout } = spawnSync('mandoc', ['-Tlint', '-Wwarning', join(folder, 'man')], {
      encoding: 'utf8'
    })
    const said = stdout.split('\n').filter((line) => line !== '')
    // The version in its foot tells which one it is; a day would be that of the build.
    expect(said.filter((line) => !line.includes('missing date'))).toEqual([])
  }
)

;(hasProgram('groff') ? test : test.skip)('groff shows it without a warning', () => {
  const { stdout, stderr, status } = spawnSync(
    'groff',
    ['-man', '-Tutf8', '-Kutf8', '-ww', join(folder, 'man')],
    { encoding: 'utf8' }
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('nar-publish')
})
