import { pnameOf } from '../binary-cache/nar-name.ts'

/** What the page shows of a narinfo. Nix reads it otherwise; what is wrong with one is for the doctor to say. */
export interface ShownNarInfo {
  storePath: string
  /** Base names, itself included where it refers to itself. */
  references: string[]
  /** Base name; null: it does not say. */
  deriver: string | null
  /** Names of the keys that signed it. */
  keys: string[]
  compression: string | null
}

const baseName = /^[0-9a-z]{32}-[\w+\-.?=]{1,211}$/
/** More are not shown. */
const mostReferences = 5000

/** null: it is none of that store path. */
export function readNarInfo(text: string, storePath: string): ShownNarInfo | null {
  const lines = text.split('\n')
  const valueOf = (name: string): string | null => {
    const line = lines.find((each) => each.startsWith(`${name}: `))
    return line?.slice(name.length + 2).trim() ?? null
  }
  if (valueOf('StorePath') !== storePath) return null
  const deriver = valueOf('Deriver')
  const references = (valueOf('References') ?? '').split(' ').filter((name) => baseName.test(name))
  const keys = lines.flatMap((line) => /^Sig: ([^:\s]{1,300}):/.exec(line)?.[1] ?? [])
  return {
    storePath,
    references: references.slice(0, mostReferences),
    deriver: deriver !== null && baseName.test(deriver) ? deriver : null,
    keys: [...new Set(keys)],
    compression: valueOf('Compression')
  }
}

/** `hello` of `<hash>-hello-2.12.1`. */
export function nameOf(baseName: string): string {
  return pnameOf(baseName.slice(33))
}

/** The text of a log without what steers a terminal; line ends and tabs stay. */
export function logText(bytes: Uint8Array): string {
  return (
    new TextDecoder()
      .decode(bytes)
      // Colours and the like; what a terminal is called; then what is left of others.
      .replace(
        /\u001b\[[0-?]{0,64}[ -/]{0,16}[@-~]|\u001b\][^\u0007\u001b]{0,1024}(?:\u0007|\u001b\\)/g,
        ''
      )
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
  )
}
