/** A text that a build script looks for in upstream's files. */
export interface SearchedText {
  text: string
  /** As the script names them; empty: it does not tell. */
  files: string[]
}

const shellWord = String.raw`(?:'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|[^\s'"\\;&|<>()])+`
const commands = /(?:^|[\s;&|(])(substitute(?:InPlace|Stream)?|sed)(?=\s)/g
const words = new RegExp(String.raw`[ \t]+|\\\r?\n|(${shellWord})|[^]`, 'y')

/**
 * What `substituteInPlace FILE --replace-fail TEXT …` and `sed -e 's/TEXT/…/' FILE` look for. Of a regular expression only one that
 * means itself, a dot aside; other commands look for nothing that could be told. Pure.
 */
export function searchedTexts(script: string): SearchedText[] {
  return [...script.matchAll(commands)].flatMap(({ 0: whole, 1: name, index }) => {
    const args = argumentsFrom(script, index + whole.length)
    return name === 'sed' ? searchedBySed(args) : searchedBySubstitute(args)
  })
}

/** Up to the end of the command, without quotes. */
function argumentsFrom(script: string, start: number): string[] {
  const found: string[] = []
  words.lastIndex = start
  for (;;) {
    const match = words.exec(script)
    if (match === null) return found
    const [whole, word] = match
    if (word !== undefined) found.push(unquoted(word))
    else if (!/^(?:[ \t]+|\\\r?\n)$/.test(whole)) return found
  }
}

function unquoted(word: string): string {
  return word.replace(
    /'([^']*)'|"((?:\\[^]|[^"\\])*)"|\\([^])/g,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\([$`"\\\n])/g, '$1') ?? escaped ?? ''
  )
}

function searchedBySubstitute(args: readonly string[]): SearchedText[] {
  const first = args.findIndex((word) => word.startsWith('--'))
  const files = first === -1 ? [] : args.slice(0, first)
  return args.flatMap((word, index) => {
    const text = /^--replace(?:-(?:fail|warn|quiet))?$/.test(word) ? args[index + 1] : undefined
    return text === undefined || text === '' ? [] : [{ text, files }]
  })
}

function searchedBySed(args: readonly string[]): SearchedText[] {
  const scripts = args.filter((word) => /^[^-].*|^-[^-]*e./.test(word))
  const files = args.filter((word) => /^[\w./-]+\.\w+$/.test(word) && !word.startsWith('-'))
  return scripts.flatMap((script) =>
    [...script.matchAll(/(?:^|[;\s{}0-9$])s([/|,#@:!+])((?:\\[^]|(?!\1)[^\\\n])+?)\1/g)].flatMap(
      ([, , pattern = '']) => {
        const text = pattern.replace(/\\([./|,#@:!+"'-])/g, '$1').replace(/^\^|\$$/g, '')
        return /[\\*[\]^$]/.test(text) ? [] : [{ text, files }]
      }
    )
  )
}
