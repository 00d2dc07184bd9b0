/**
 * Where this project lives is one constant, `repository` in package.json, which every address of it in the files repeats.
 *   set-home.ts --check      fails where a file names another place
 *   set-home.ts OWNER/NAME   writes that in the place of the old one into every file that git has; prints their names
 * Text between `<!-- placeholder -->` and `<!-- /placeholder -->` says that the owner is not a real one: it goes with him. dist/ is made anew by
 * script/build.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

const name = '[A-Za-z0-9._-]+'

/** The repository's address wherever it is one: as an action, a flake, a link, a clone, a checkout's input. Each as `owner/name`. */
export function homesIn(text: string, own: string): string[] {
  const before = String.raw`(?:uses: |github:|github\.com[/:]|repository: |dependency-name: )['"]?`
  const after = String.raw`(?:\.git)?(?![A-Za-z0-9_-]|\.[A-Za-z0-9])`
  const pattern = new RegExp(`${before}(${name}/${own.replaceAll('.', '\\.')})${after}`, 'g')
  return [...text.matchAll(pattern)].map(([, home = '']) => home)
}

/** The text with another home, and without what says that the old one was none. */
export function withHome(text: string, old: string, home: string): string {
  const whole = new RegExp(`(?<![A-Za-z0-9._-])${old.replaceAll('.', '\\.')}(?![A-Za-z0-9_-])`, 'g')
  return text
    .replace(/<!-- placeholder -->[^]*?<!-- \/placeholder -->\n*/g, '')
    .replace(whole, () => home)
}

if (basename(process.argv[1] ?? '') === 'set-home.ts') {
  const [given = ''] = process.argv.slice(2)
  const { repository } = JSON.parse(readFileSync('package.json', 'utf8')) as { repository: string }
  const home = repository.replace(/^github:/, '')
  if (given === '--check') check(home)
  else if (new RegExp(`^${name}/${name}$`).test(given)) rewrite(home, given)
  else throw new Error(`${given} is no OWNER/NAME`)
}

function check(home: string): void {
  const own = home.replace(/.*\//, '')
  // Tests have forks, too.
  for (const file of textFiles(':(exclude)__tests__')) {
    for (const other of homesIn(readFileSync(file, 'utf8'), own)) {
      if (other === home) continue
      console.error(`${file} names ${other}, and package.json ${home}: script/set-home ${home}`)
      process.exitCode = 1
    }
  }
}

function rewrite(old: string, home: string): void {
  for (const file of textFiles()) {
    const text = readFileSync(file, 'utf8')
    const made = withHome(text, old, home)
    if (made === text) continue
    writeFileSync(file, made)
    console.log(file)
  }
}

/** What git has as text here, but the bundle. */
function textFiles(...but: string[]): string[] {
  const args = ['grep', '-lzI', '-e', '', '--', '.', ':(exclude)dist', ...but]
  return execFileSync('git', args, { encoding: 'utf8' }).split('\0').slice(0, -1)
}
