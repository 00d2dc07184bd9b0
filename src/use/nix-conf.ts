/** A list among Nix's settings, and what has to be in it. */
export interface ListSetting {
  /** Without `extra-`. */
  name: string
  values: readonly string[]
}

export interface MergedConf {
  text: string
  /** Sentences. */
  warnings: string[]
}

/** Other names that Nix takes for these settings. */
const olderNames: Readonly<Record<string, string>> = {
  substituters: 'binary-caches',
  'trusted-public-keys': 'binary-cache-public-keys'
}

/**
 * A nix.conf with these values beside those that it has: in the line `extra-…` that is there, else in a new one at the end. All else
 * stays byte for byte (`text`: one character for each byte), and a file that has them all is given back as it is.
 */
export function mergeNixConf(text: string, settings: readonly ListSetting[]): MergedConf {
  return settings.reduce<MergedConf>(
    (merged, setting) => {
      const { text: after, warnings } = addValues(merged.text, setting)
      return { text: after, warnings: [...merged.warnings, ...warnings] }
    },
    { text, warnings: [] }
  )
}

function addValues(text: string, { name, values }: ListSetting): MergedConf {
  const lines: string[] = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const found = lines.map((line) => readLine(line, name))
  // A line without `extra-` takes the place of all that stood before it.
  const start = Math.max(
    0,
    found.findLastIndex((line) => line?.isExtra === false)
  )
  const inForce = found.slice(start).flatMap((line) => line?.values ?? [])
  const missing = values.filter((value) => !inForce.some((other) => isSame(value, other)))
  const warnings = missing.flatMap((value) => nameTaken(value, inForce))
  if (missing.length === 0) return { text, warnings }
  const at = found.findLastIndex((line, index) => line?.isExtra === true && index >= start)
  const line = found[at]
  if (line === undefined || line === null) {
    const end = /\r?\n/.exec(text)?.[0] ?? '\n'
    const whole = text === '' || text.endsWith('\n') ? text : text + end
    return { text: `${whole}extra-${name} = ${missing.join(' ')}${end}`, warnings }
  }
  const changed = `${line.head}${[line.value, ...missing].filter((word) => word !== '').join(' ')}${line.tail}`
  return { text: lines.with(at, changed).join(''), warnings }
}

interface ConfLine {
  /** Up to the value. */
  head: string
  value: string
  /** Blanks, a comment, the line's end. */
  tail: string
  values: string[]
  isExtra: boolean
}

/** As Nix reads it: words between blanks, the second of them `=`, up to a `#`. null: the line is about something else. */
function readLine(line: string, name: string): ConfLine | null {
  const match =
    /^([ \t]*(extra-)?([\w-]+)[ \t]+=)(?=[ \t\r\n#]|$)([ \t]*)([^#\r\n]*?)([ \t]*(?:#[^\r\n]*)?\r?\n?)$/.exec(
      line
    )
  const [, head = '', extra, found = '', blanks = '', value = '', tail = ''] = match ?? []
  if (found !== name && found !== olderNames[name]) return null
  return {
    head: head + (blanks === '' ? ' ' : blanks),
    value,
    tail,
    values: value.split(/[ \t]+/).filter((word) => word !== ''),
    isExtra: extra !== undefined
  }
}

/** An address with a slash at its end is the same cache. */
function isSame(value: string, other: string): boolean {
  return value.replace(/\/+$/, '') === other.replace(/\/+$/, '')
}

function nameTaken(value: string, inForce: readonly string[]): string[] {
  const [, name] = /^([^:\s]+):[A-Za-z0-9+/]{43}=$/.exec(value) ?? []
  if (name === undefined || !inForce.some((other) => other.startsWith(`${name}:`))) return []
  return [
    `The file has another key that is called ${name}, and Nix heeds only one of a name: take the one out that is no longer used.`
  ]
}
