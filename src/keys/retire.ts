import {
  isSignedByAny,
  isTakenBy,
  keyName,
  publicKeyText,
  sign,
  type SecretKey
} from '../binary-cache/signature.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { uniqueTexts } from '../catalogue/catalogue.ts'
import type { BadgedChange } from '../catalogue/change-badges.ts'
import { keepingMirror } from '../catalogue/describe.ts'
import { renderReadmeBlock } from '../catalogue/readme-block.ts'
import { placeBlock } from '../catalogue/readme.ts'
import { keysToTell, refuseTakenNames } from '../catalogue/told-keys.ts'
import type { CacheDescription } from '../catalogue/types.ts'
import { changeWhole } from '../catalogue/change-whole.ts'
import { NarPublishError } from '../errors.ts'
import { plainLineEndings } from '../doctor/line-endings.ts'
import { cachePage, isStalePage, pagePath } from '../page/page.ts'
import { pinsOf } from '../pins/pin.ts'
import type { Change } from '../repository/types.ts'
import { count, list, quote, shortList } from '../text.ts'
import { unreadablePaths } from './list.ts'
import type { KeyState } from './state.ts'

export interface Retirement {
  /** Of the key that goes. */
  name: string
  /** Sign what would be left without a signature that readers take; none: it is left so. */
  signWith: readonly SecretKey[]
}

/** What a retirement makes of one state of a cache. */
export interface Retired {
  /** null: nothing of the key is there. */
  change: (Pick<Change, 'message' | 'files'> & { deletedFiles: string[] }) | null
  /** What the change comes to for the badges, as where the catalogue is taken over; null: there is no catalogue. */
  badges: BadgedChange | null
  /** `name:base64`: the keys of that name that README or catalogue had. */
  publicKeys: string[]
  /** Files whose signatures of it go. */
  narInfos: number
  /** Store paths that `signWith` signs, sorted. */
  signed: string[]
  /** Store paths that lose a signature of it and have none then that readers take, sorted. */
  left: string[]
  /** `name:base64` of the keys that readers are told from then on. */
  told: string[]
}

/**
 * Which narinfos lose their only signature that readers take, and may be signed anew: a key that the README told has vouched for what
 * they say. What a key signed that only the catalogue names, or nobody, is vouched for by nobody.
 */
export function orphans(
  { narInfos, told }: KeyState,
  { name, signWith }: Retirement
): Map<string, NarInfo> {
  const going = told.filter((key) => keyName(key) === name)
  const staying = keysAfter(told, { name, signWith: [] })
  return new Map(
    [...narInfos].filter(
      ([, narInfo]) =>
        isSignedByAny(going, narInfo) &&
        !isTakenBy([...staying, ...signWith.map(publicKeyText)], narInfo)
    )
  )
}

/**
 * Takes a key’s signatures, its entry in the catalogue and its lines in the README away. `proven`: the files of those `orphans` whose
 * content was checked, and which are signed anew. Throws README_MARKERS, FOLDER_INVALID when the README has a block and it is not known
 * of which cache, SIGNING_KEY_INVALID.
 */
export function composeRetirement(
  state: KeyState,
  retirement: Retirement,
  proven: ReadonlySet<string>,
  description: CacheDescription | null
): Retired {
  const { name, signWith } = retirement
  const files = new Map<string, Buffer>()
  const changedInfos: NarInfo[] = []
  const toSign = new Map([...orphans(state, retirement)].filter(([file]) => proven.has(file)))
  let narInfos = 0
  for (const [file, text] of state.texts) {
    const narInfo = toSign.get(file)
    const added = narInfo === undefined ? [] : signWith.map((key) => sign(key, narInfo))
    const changed = withoutSignatures(text, name, added)
    if (changed === text) continue
    narInfos++
    files.set(file, Buffer.from(changed))
    const before = state.narInfos.get(file)
    if (before !== undefined) {
      const kept = before.signatures.filter((signature) => keyName(signature) !== name)
      changedInfos.push({ ...before, signatures: [...kept, ...added] })
    }
  }
  const told = keysAfter(state.told, retirement)
  refuseTakenNames(signWith.map(publicKeyText), told)
  const inCatalogue = state.catalogue?.publicKeys ?? []
  const publicKeys = [...new Set([...state.told, ...inCatalogue])].filter(
    (key) => keyName(key) === name
  )
  const retired = {
    publicKeys,
    narInfos,
    signed: [...toSign.values()].map(({ storePath }) => storePath).sort(),
    left: unreadablePaths(changedInfos, told),
    told
  }
  if (publicKeys.length + narInfos === 0) return { ...retired, change: null, badges: null }
  const pins = pinsOf(state.pinFiles)
  const staying = inCatalogue.filter((key) => keyName(key) !== name)
  const { deletedFiles, shown, badges, ...catalogue } = changeWhole(
    state.catalogueFiles,
    {
      rows: state.catalogue?.rows ?? [],
      publicKeys: uniqueTexts([...staying, ...signWith.map(publicKeyText)])
    },
    pins
  )
  // Where there is none, the next publish begins it.
  if (state.catalogue !== null)
    for (const [path, content] of catalogue.files) files.set(path, content)
  if (state.readme.content !== null && !isSame(told, state.told)) {
    if (description === null) throw unknownCache(state.readme.path)
    const toldOf = keepingMirror(description, state.readme.content)
    const block = renderReadmeBlock({ ...shown, publicKeys: told }, { ...toldOf, pins })
    const { path, content } = state.readme
    const placed = placeBlock(content, block, description.repository, path)
    if (!placed.equals(content)) files.set(path, placed)
    const page = cachePage(toldOf, told)
    const isStale = state.page !== null && isStalePage(plainLineEndings(state.page), page)
    if (isStale) files.set(pagePath, page)
  }
  const change = { message: messageOf(name, retired), files, deletedFiles }
  return { ...retired, change, badges: state.catalogue === null ? null : badges }
}

/** The file with its other lines as they are; what is added stands where the first signature of the key stood. */
function withoutSignatures(text: string, name: string, added: readonly string[]): string {
  let isFirst = true
  return text
    .split('\n')
    .flatMap((line) => {
      if (!line.startsWith(`Sig: ${name}:`)) return [line]
      const lines = isFirst ? added.map((signature) => `Sig: ${signature}`) : []
      isFirst = false
      return lines
    })
    .join('\n')
}

/** What signs is told as well: its owner vouches for it. */
function keysAfter(told: readonly string[], { name, signWith }: Retirement): string[] {
  return keysToTell(null, [
    ...told.filter((key) => keyName(key) !== name),
    ...signWith.map(publicKeyText)
  ])
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index])
}

function messageOf(
  name: string,
  { narInfos, signed, left }: Pick<Retired, 'narInfos' | 'signed' | 'left'>
): string {
  const lines = [
    `its signatures of ${count(narInfos, 'path')} are gone`,
    ...(signed.length === 0
      ? []
      : [`${count(signed.length, 'path')} signed anew, their content checked`]),
    ...(left.length === 0 ? [] : [`without a signature that readers take: ${shortList(left, 20)}`])
  ]
  return `retire the key ${name}\n\nnar-publish keys retire:\n${lines.map((line) => `- ${line}`).join('\n')}\n`
}

function unknownCache(readmePath: string): NarPublishError {
  return new NarPublishError({
    code: 'FOLDER_INVALID',
    subject: readmePath,
    reason:
      'its block tells readers the key, and the folder does not tell of which repository it is a clone, so that the block cannot be written anew',
    hint: 'Retire the key in the repository itself, by its address; or in a clone of it.'
  })
}

/** KEY_UNKNOWN, for a name that nothing bears. */
export function keyUnknown(store: string, name: string, names: readonly string[]): NarPublishError {
  return new NarPublishError({
    code: 'KEY_UNKNOWN',
    subject: store,
    reason: `no signature, no line of its catalogue and none of its README is of a key ${quote(name)}; ${names.length === 0 ? 'it has none at all' : `there are ${list(names.map(quote))}`}`
  })
}
