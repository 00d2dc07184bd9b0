/** Asks real shells what they complete. */
import { spawnSync } from 'node:child_process'

/** Whether a shell is installed: `script/shells` brings those that are not. */
export function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
}

function ask(program: string, args: readonly string[], cwd: string): string {
  const { stdout, stderr, status } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env['PATH'], HOME: cwd, TERM: 'dumb', LC_ALL: 'C.UTF-8' }
  })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
  return stdout
}

/** What a shell offers for the last of the words, sorted; `script`: the file of its completion. */
export type Completes = (script: string, words: readonly string[], cwd: string) => string[]

const sorted = (lines: readonly string[]): string[] =>
  [...new Set(lines.filter((line) => line !== ''))].sort()

export const bash: Completes = (script, words, cwd) => {
  // As bash splits what was typed: --option=value is three words.
  const split = words.flatMap((word) => {
    const [, option, value] = /^(--[a-z-]+)=(.*)$/.exec(word) ?? []
    return option === undefined ? [word] : [option, '=', ...(value === '' ? [] : [value ?? ''])]
  })
  const program =
    'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _nar_publish; printf "%s\\n" "${COMPREPLY[@]}"'
  const said = ask('bash', ['--norc', '-c', program, 'bash', script, 'nar-publish', ...split], cwd)
  return sorted(said.split('\n'))
}

export const fish: Completes = (script, words, cwd) => {
  const line = ['nar-publish', ...words].join(' ')
  const said = ask(
    'fish',
    ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', script, line],
    cwd
  )
  return sorted(
    said.split('\n').map((text) => (text.split('\t')[0] ?? '').replace(/^--[a-z-]+=/, ''))
  )
}

/**
 * By a terminal of its own, at which Tab is pressed; each word that is given to `compadd`, and fits, is printed. Keys are pressed at the prompt: before
 * that the terminal itself takes Ctrl-U, and deletes the line with its Tab.
 */
const zshProgram = `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PS1=GO"-"ON; autoload -Uz compinit; compinit -u -D; source '"\${(q)1}"'; print READY"-"1'
zpty -r z out '*READY-1*'
zpty -w z 'compadd() { if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi; local -a hits; builtin compadd -A hits "$@"; (( $#hits )) && print -rl -- "<"$^hits">"; builtin compadd "$@" }; print READY"-"2'
zpty -r z out '*READY-2*GO-ON*'
zpty -n -w z "$2"$'\\t'
zpty -n -w z $'\\x15print DONE"-"3\\n'
zpty -r z out '*DONE-3*'
print -r -- "$out"
`

export const zsh: Completes = (script, words, cwd) => {
  const line = ['nar-publish', ...words].join(' ')
  const said = ask('zsh', ['-f', '-c', zshProgram, 'zsh', script, line], cwd)
  return sorted([...said.matchAll(/<([^<>"$\r\n]+)>/g)].map(([, hit = '']) => hit))
}
