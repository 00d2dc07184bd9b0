import { createHash } from 'node:crypto'
import { parseDigest, sriOf } from '../../binary-cache/digest.ts'
import { applyEdits } from '../literals/edit.ts'
import { findVersionLiterals } from '../literals/find.ts'
import { bumpEdit, piecesOf } from '../literals/version-spelling.ts'
import type { SyncChange } from '../types.ts'
import {
  ownInputs,
  parseLock,
  type FlakeLock,
  type LockNode,
  type LockReference
} from './lock-file.ts'

/** An input of the flake that was locked anew. */
export interface MovedInput {
  name: string
  before: LockNode
  after: LockNode
}

/** What of a change says where an input may be fetched from now. */
export type LockStep = Pick<SyncChange, 'oldVersion' | 'newVersion' | 'revision'>

/** A large flake has a hundred. */
const mostNodes = 1000
const tooMany = `it has more than ${mostNodes} nodes`

/**
 * Which input a lock file has anew. Everything else must be what it was: the other inputs with all that they need, and of this one where it
 * comes from, but for the version, the commit or the tag in it. A sentence's end: why it is no such change. Pure.
 */
export function movedInput(before: string, after: string, step: LockStep): MovedInput | string {
  const [old, now] = [parseLock(before), parseLock(after)]
  if (old === null || now === null) return 'it is no lock file of a flake'
  if (after !== formatLock(now)) return 'it is not written as Nix writes one'
  if ([old, now].some(({ nodes }) => Object.keys(nodes).length > mostNodes)) return tooMany
  if (old.version !== now.version) return `its form is ${now.version}, not ${old.version}`
  const [was, is] = [ownInputs(old), ownInputs(now)]
  const [wasRoot, isRoot] = [old, now].map(({ nodes, root }) => nodes[root])
  if (wasRoot === undefined || isRoot === undefined) return 'it has no root'
  if (!sameShape(wasRoot, isRoot)) return 'the flake has other inputs than before'
  const unused = unusedNodes(now)
  if (unused !== null) return `nothing needs its node ${JSON.stringify(unused)}`
  const [wholeOld, wholeNow] = [digestsOf(old), digestsOf(now)]
  const moved = [...is].flatMap(([name, node]): MovedInput[] => {
    const own = was.get(name)
    return own === undefined || wholeOld(own) === wholeNow(node)
      ? []
      : [{ name, before: own, after: node }]
  })
  const [only, ...others] = moved
  if (only === undefined) return 'no input is another one'
  if (others.length > 0) {
    return `more than one input is another one: ${moved.map(({ name }) => `\`${name}\``).join(', ')}`
  }
  return whyNotMoved(only, step) ?? whyNotBelow(old, now, only) ?? only
}

/** As Nix writes it: the names in order, two spaces, a line's end. */
export function formatLock(lock: FlakeLock): string {
  return `${JSON.stringify(inOrder(lock), null, 2)}\n`
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) =>
    Buffer.from(a).compare(Buffer.from(b))
  )
  return Object.fromEntries(entries.map(([key, one]) => [key, inOrder(one)]))
}

/** Names and kinds of the inputs: what follows another follows that still. */
function sameShape(a: LockNode, b: LockNode): boolean {
  const shape = ({ inputs = {} }: LockNode): string =>
    JSON.stringify(
      inOrder(
        Object.fromEntries(
          Object.entries(inputs).map(([name, to]) => [name, typeof to === 'string' ? '' : to])
        )
      )
    )
  return shape(a) === shape(b)
}

function unusedNodes({ nodes, root }: FlakeLock): string | null {
  const used = new Set([root])
  for (const key of used) {
    for (const to of Object.values(nodes[key]?.inputs ?? {}))
      if (typeof to === 'string') used.add(to)
  }
  return Object.keys(nodes).find((key) => !used.has(key)) ?? null
}

/** A node with all that it needs, whatever the nodes are called. */
function digestsOf({ nodes }: FlakeLock): (node: LockNode) => string {
  const known = new Map<LockNode, string>()
  const digest = (node: LockNode): string => {
    const found = known.get(node)
    if (found !== undefined) return found
    // One that needs itself.
    known.set(node, 'itself')
    const inputs = Object.entries(node.inputs ?? {}).map(([name, to]) => {
      const below = typeof to === 'string' ? nodes[to] : undefined
      return [name, below === undefined ? to : digest(below)] as const
    })
    const text = JSON.stringify(inOrder({ ...node, inputs: Object.fromEntries(inputs) }))
    const own = createHash('sha256').update(text).digest('hex')
    known.set(node, own)
    return own
  }
  return digest
}

/** What may be another one of what an input is fetched by. */
const movable = ['url', 'ref', 'rev', 'narHash', 'lastModified', 'revCount']

function whyNotMoved({ before, after }: Omit<MovedInput, 'name'>, step: LockStep): string | null {
  if (before.flake !== after.flake) return 'the input is a flake, or was one'
  for (const part of ['original', 'locked'] as const) {
    const [was, is] = [before[part], after[part]]
    if (was === undefined || is === undefined) return 'the input is not locked'
    const key = [...new Set([...Object.keys(was), ...Object.keys(is)])].find(
      (one) => !isAllowed(one, was, is, part, step)
    )
    if (key !== undefined) {
      return `\`${key}\` of the input is ${JSON.stringify(is[key] ?? null)} now, and was ${JSON.stringify(was[key] ?? null)}`
    }
  }
  const { original = {}, locked = {} } = after
  if (original['rev'] !== undefined && original['rev'] !== locked['rev']) {
    return `the input is locked at ${String(locked['rev'])}, and was to be at ${String(original['rev'])}`
  }
  const { revision } = step
  const [old, now] = [before.locked?.['rev'], locked['rev']]
  if (revision !== null && old === revision.old && now !== revision.new) {
    return `the input is locked at ${String(now)}, and was to be at ${revision.new}`
  }
  return null
}

function isAllowed(
  key: string,
  was: LockReference,
  is: LockReference,
  part: 'original' | 'locked',
  step: LockStep
): boolean {
  const [old, now] = [was[key], is[key]]
  if (old === now) return true
  if (!movable.includes(key) || old === undefined || now === undefined) return false
  if (key === 'lastModified' || key === 'revCount') {
    return part === 'locked' && Number.isSafeInteger(now) && Number(now) >= 0
  }
  if (typeof old !== 'string' || typeof now !== 'string') return false
  switch (key) {
    case 'narHash':
      return part === 'locked' && isCanonical(now)
    case 'rev':
      return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(now)
    default:
      return successors(old, step).includes(now)
  }
}

function isCanonical(text: string): boolean {
  const digest = parseDigest(text)
  return digest?.algorithm === 'sha256' && sriOf(digest) === text
}

/** What an address or a tag becomes: with the new version in it, or the new commit. */
function successors(text: string, { oldVersion, newVersion, revision }: LockStep): string[] {
  const pieces = oldVersion === null || newVersion === null ? [] : piecesOf(oldVersion, newVersion)
  const bumped = pieces.map((piece) => {
    const found = findVersionLiterals({ path: 'url', text }, piece.old)
    return applyEdits(
      text,
      found.map((literal) => bumpEdit(literal, piece.new))
    )
  })
  return revision === null ? bumped : [...bumped, text.replaceAll(revision.old, () => revision.new)]
}

/** What a flake needs itself comes from where it came from, at whatever commit it is locked there now. */
function whyNotBelow(old: FlakeLock, now: FlakeLock, { before, after }: MovedInput): string | null {
  const origins = ({ nodes }: FlakeLock, top: LockNode): Map<string, string> => {
    const found = new Map<string, string>()
    const visit = (node: LockNode, path: string, above: readonly LockNode[]): void => {
      for (const [name, to] of Object.entries(node.inputs ?? {})) {
        const here = `${path}/${name}`
        const below = typeof to === 'string' ? nodes[to] : undefined
        const { original, flake, locked } = below ?? {}
        const place = Object.entries(locked ?? {}).filter(
          ([key]) => key === 'url' || !movable.includes(key)
        )
        const isLocked = locked !== undefined && isCanonical(String(locked['narHash']))
        const follows = below === undefined ? to : null
        const told = { follows, original, flake, place: Object.fromEntries(place), isLocked }
        found.set(here, JSON.stringify(inOrder(told)))
        if (below !== undefined && !above.includes(below) && found.size <= mostNodes) {
          visit(below, here, [...above, below])
        }
      }
    }
    visit(top, '', [top])
    return found
  }
  const [was, is] = [origins(old, before), origins(now, after)]
  if (is.size > mostNodes) return tooMany
  const other = [...new Set([...was.keys(), ...is.keys()])].find(
    (path) => was.get(path) !== is.get(path)
  )
  return other === undefined
    ? null
    : `the input’s own input \`${other.slice(1)}\` comes from elsewhere than before`
}
