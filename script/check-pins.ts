/**
 * Whether each action that a workflow pins is the release that its comment names, and whether one is left behind: asks the actions' repositories
 * by git. Needs the network, so that CI's weekly run calls it and `script/check` does not: a commit that was good stays good.
 * `node script/check-pins.ts [--at 2026-11-30] [--from https://github.com] [file…]`
 */
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** Dependabot waits a week and looks once a week; the rest is for people. */
const mostDays = 60
const day = 24 * 60 * 60 * 1000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: 'string', default: new Date().toISOString() },
    from: { type: 'string', default: 'https://github.com' }
  }
})
const now = Date.parse(values.at)
if (Number.isNaN(now)) throw new Error(`--at ${values.at} is no date`)

const scratch = mkdtempSync(join(tmpdir(), 'pins-'))
try {
  git('init', '--quiet', '--bare', scratch)
  const usual = ['.github/workflows/*.yml', 'docs/workflows/*.yml']
  const files = positionals.length > 0 ? positionals : usual.flatMap((glob) => globSync(glob))
  const pins = new Map(
    files
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(
          /uses: ([\w.-]+\/[\w.-]+)\S*@([0-9a-f]{40}) # (v\d\S*)/g
        )
      ])
      .map(([, action = '', commit = '', version = '']) => [
        [action, commit, version].join(),
        { action, commit, version }
      ])
  )
  if (pins.size === 0) throw new Error(`no pins in ${files.join(', ')}`)
  for (const pin of pins.values()) {
    for (const problem of problemsOf(pin)) {
      console.log(`::error title=${pin.action}::${problem}`)
      process.exitCode = 1
    }
  }
} finally {
  rmSync(scratch, { recursive: true })
}

function problemsOf(pin: { action: string; commit: string; version: string }): string[] {
  const address = `${values.from}/${pin.action}`
  const releases = releasesOf(address)
  const named = releases.get(pin.version)
  if (named !== pin.commit) {
    const is = named === undefined ? 'is no release there' : `is ${named} there`
    return [`${pin.version} ${is}, and pinned is ${pin.commit}`]
  }
  const [next] = [...releases.keys()]
    .filter((version) => compare(version, pin.version) > 0)
    .sort(compare)
  if (next === undefined) {
    console.log(`${pin.action} ${pin.version}: the newest`)
    return []
  }
  const date = dateOf(address, releases.get(next) ?? '')
  const days = Math.floor((now - Date.parse(date)) / day)
  const words = `after ${pin.version} came ${next}, whose commit is of ${date.slice(0, 10)}, ${days} days ago`
  if (days > mostDays) return [words]
  console.log(`${pin.action}: ${words}`)
  return []
}

/** Version → commit, of tags that are whole versions: `v7` moves, and a pre-release is not for us. */
function releasesOf(address: string): Map<string, string> {
  const lines = git('ls-remote', '--tags', address).split('\n')
  const releases = lines.flatMap((line): [string, string][] => {
    const [, commit, version] =
      /^([0-9a-f]{40})\trefs\/tags\/(v\d+\.\d+\.\d+)(?:\^\{\})?$/.exec(line) ?? []
    return commit === undefined || version === undefined ? [] : [[version, commit]]
  })
  // The commit of an annotated tag stands in a line of its own behind the tag.
  return new Map(releases)
}

function dateOf(address: string, commit: string): string {
  git(`--git-dir=${scratch}`, 'fetch', '--quiet', '--depth=1', '--filter=tree:0', address, commit)
  return git(`--git-dir=${scratch}`, 'show', '--no-patch', '--format=%cI', commit).trim()
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}
