import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { disagreement } from '../../inputs/readers.ts'
import { timed, type Reported, type Run } from '../../run.ts'
import { removeFolder } from '../../scratch.ts'
import { isEmpty } from '../change.ts'
import type { Left } from '../computed/left.ts'
import { mergeComputed } from '../computed/merge.ts'
import { computedInvalid } from '../computed/schema.ts'
import { checkTaken, writePart, type CommitInputs } from '../computed/take.ts'
import { bringChanges } from './bring-changes.ts'
import type { Bringing, Change, Part } from './bringing.ts'
import { Checkouts } from './read-checkout.ts'
import { formChanges, type FormedChange } from './form-changes.ts'
import type { ManyWishes } from './inputs.ts'
import { parseListing } from './listing-file.ts'
import { rowOfChange, rowOfText, whyOf, type ManyReport } from './report.ts'
import { Tally } from './tally.ts'
import type { Listing, PackagePattern } from './types.ts'
import { unite } from './union.ts'

export type ManyCommit = CommitInputs & { many: NonNullable<CommitInputs['many']> }

/** Whether what jobs left is about several packages, or has to be told as if it were. */
export function areOfMany(
  { answers, failures, listings }: Left,
  { group, dashboard, packages }: ManyWishes & { packages: readonly PackagePattern[] }
): boolean {
  const texts = new Set(answers.map(({ change }) => change.package.text))
  const isAsked = group !== null || dashboard || packages.length > 0
  const isTold = listings.length > 0 || failures.length > 0
  return isAsked || isTold || texts.size > 1 || answers.some((one) => one.together !== undefined)
}

/**
 * Phase `commit` of many packages: forms the changes of the files that other jobs left, checks each against the checkout, and
 * brings them to where they belong. Nothing is evaluated, and nothing of a package runs. A change of which something is missing, failed or
 * wrong is told, and stops no other. Throws INPUT_INVALID, COMPUTED_INVALID, CHECKOUT_INVALID, TREE_DIRTY.
 */
export async function commitAll(
  run: Run<unknown>,
  inputs: ManyCommit,
  left: Left
): Promise<Reported<ManyReport>> {
  const { destination, dryRun, many } = inputs
  const checkouts = new Checkouts(run)
  const listing = await listingOf(checkouts, left)
  const tally = tallyOf(listing, left)
  const formed = formChanges(left, listing, many.packages)
  tally.begin(formed.map(ofOneChange))
  const changes = await timed(run, 'check', () => checkAll(run, checkouts, inputs, formed, tally))
  if (changes.length > 1 && many.group === null) refuseOwnName(destination)
  const bringing: Bringing = {
    ...{ run, destination, dryRun, many, isKept: false, formattedWith: null, changes, tally },
    together: (parts) => writeParts(run, checkouts, parts)
  }
  return bringChanges(bringing, () => ({ evaluations: 0, requests: 0, builds: 0 }))
}

/** The one that phase `list` left; null: none. Throws COMPUTED_INVALID, also where it is about another commit. */
async function listingOf(
  checkouts: Checkouts,
  { listings, answers }: Left
): Promise<Listing | null> {
  const [found, second] = listings
  if (found === undefined) return null
  if (second !== undefined) throw computedInvalid(second.file, `${found.file} is a listing as well`)
  const listing = parseListing(found.text, found.file)
  const head = await checkouts.head([
    ...listing.packages.map(({ reference }) => reference),
    ...answers.map(({ change }) => change.package)
  ])
  if (head === null || head === listing.head) return listing
  throw computedInvalid(
    found.file,
    `it was made at commit ${listing.head}, and ${head} is checked out`
  )
}

function tallyOf(listing: Listing | null, { answers, failures, broken }: Left): Tally {
  const tally = new Tally(listing?.packages ?? [])
  for (const { change } of answers) tally.add(rowOfChange(change))
  for (const text of failures.flatMap(({ packages }) => packages)) tally.add(rowOfText(text))
  // Of whichever package it was to be: that one is missing then.
  for (const error of broken) tally.add({ ...rowOfText(error.subject), why: whyOf(error) })
  return tally
}

function ofOneChange({ name, texts }: FormedChange): Pick<Change, 'name' | 'packages'> {
  return { name, packages: texts.map((text) => ({ reference: { text } })) }
}

async function checkAll(
  run: Run<unknown>,
  checkouts: Checkouts,
  inputs: ManyCommit,
  formed: readonly FormedChange[],
  tally: Tally
): Promise<Change[]> {
  const changes: Change[] = []
  for (const one of formed) {
    const { packages } = ofOneChange(one)
    const { problem } = one
    if (problem !== null) tally.leftOut({ packages }, problem)
    else {
      await tally.try({ packages }, async () => {
        const parts = await checkParts(run, checkouts, inputs, one)
        unite(parts.map(({ computed }) => computed))
        if (parts.length === 0) {
          tally.set({ packages }, { done: 'current' })
          return
        }
        changes.push({
          packages,
          subjects: parts.map(({ computed: { change } }) => change),
          work: async () => ({
            ...(await writeParts(run, checkouts, parts)),
            notes: notesOf(parts)
          })
        })
      })
    }
    if (tally.stopped !== null) throw tally.stopped
  }
  return changes
}

/** Those of the packages' answers that change something, checked. */
async function checkParts(
  { environment: { serverUrl } }: Run<unknown>,
  checkouts: Checkouts,
  inputs: ManyCommit,
  { answers, systems }: FormedChange
): Promise<Part[]> {
  const wanted = [...new Set([...(inputs.systems ?? []), ...systems])]
  const parts: Part[] = []
  for (const own of answers) {
    const merged = mergeComputed(own, { package: null, systems: wanted })
    const { project, files } = await checkouts.of(merged.change.package)
    parts.push({ computed: checkTaken({ project, files, inputs, serverUrl }, merged), project })
  }
  return parts.filter(({ computed }) => !isEmpty(computed.change))
}

async function writeParts(
  { scratch }: Run<unknown>,
  checkouts: Checkouts,
  parts: readonly Part[]
): ReturnType<Bringing['together']> {
  const [first] = parts
  if (first === undefined) return { parts, copy: null, remove: () => undefined }
  const union = unite(parts.map(({ computed }) => computed))
  const files = new Map(
    (await Promise.all(parts.map(({ project }) => checkouts.of(project.package))))
      .flatMap((one) => one.files)
      .map((file) => [file.path, file])
  )
  const folder = await mkdtemp(join(scratch, 'change-'))
  const copy = await writePart(first.project, join(folder, 'copy'), [...files.values()], union)
  return {
    parts,
    copy,
    remove: () => {
      removeFolder(folder)
    }
  }
}

function notesOf(parts: readonly Part[]): string[] {
  return parts.flatMap(({ computed: { notes, change } }) =>
    parts.length === 1 ? notes : notes.map((note) => `${change.package.text}: ${note}`)
  )
}

/** What only one pull request can have. */
function refuseOwnName({ branch, title }: ManyCommit['destination']): void {
  const name = branch !== null ? 'branch' : title !== null ? 'title' : null
  if (name === null) return
  throw disagreement(
    [name, 'computed'],
    `the files of \`computed\` are several changes, each of which has a pull request of its own, and \`${name}\` is one`,
    `Leave \`${name}\` out, or give \`group\`, which makes one pull request of all.`
  )
}
