import { errorGuide } from '../error-guide.ts'
import type { NarPublishError } from '../errors.ts'

/** A file of the clone's own that goes before every setting and every `.gitattributes`. */
const repairClone = [
  "echo '* -text' >> .git/info/attributes",
  'git rm -r -q --cached .',
  'git reset -q --hard'
]

/** What can be wrong with a published store: what it is, and what mends it. docs/doctor.md has a line for each. */
export const findingGuide = {
  ADDRESS_FAILS: {
    kind: 'error',
    what: 'the address that readers are told does not give the file, for another reason than that it is not there',
    now: 'Run it again; when it stays so, look at the status page of who serves the address, and at what stands between it and you'
  },
  ADDRESS_LATE: {
    kind: 'error',
    what: 'the branch has this by now, and the address that readers are told does not give it',
    now: 'Pages may be late by 10 minutes: run it again then. When it stays so, look whether the last Pages build or deployment of the repository failed, and which branch it serves'
  },
  ADDRESS_LIMITED: {
    kind: 'error',
    what: 'the address answers 429: it was asked too often, and readers behind the same address of the Internet get nothing either; what was left is not known',
    now: 'Serve the branch by Pages (docs/pages.md) or a mirror, and tell readers that address; `--newest` and `--path` read less'
  },
  ADDRESS_RAW: {
    kind: 'note',
    what: 'readers are told GitHub’s raw files, which are said to bear 60 requests an hour from one address',
    now: 'Let GitHub Pages serve the branch, which has no such limit, and publish; whoever administers the repository can'
  },
  ATTRIBUTES_MISSING: {
    kind: 'note',
    what: 'the branch has no `.gitattributes`, or one of an older nar-publish: with all its lines a clone is a cache with `core.autocrlf` and `eol=crlf`, too',
    now: '`nar-publish doctor --fix` writes it; so does the next publish'
  },
  ATTRIBUTES_OTHERS: {
    kind: 'note',
    what: 'the branch’s `.gitattributes` is somebody’s own, and a clone with `core.autocrlf` is no cache: Git changes the line endings of what is signed and hashed',
    now: 'Add the lines that are named to its end, and commit it; nar-publish does not change it'
  },
  BADGE_STALE: {
    kind: 'note',
    what: 'the badge is not what the rows of the catalogue give, or there is none, or its artifact is gone',
    now: '`nar-publish doctor --fix` writes it anew; so does the next publish of the artifact'
  },
  CACHE_INFO_INVALID: {
    kind: 'error',
    what: '`nix-cache-info` is for another store directory, or cannot be read',
    now: 'Restore it from the branch’s history; for a cache of /nix/store delete it, and the next publish writes it'
  },
  CACHE_INFO_MISSING: {
    kind: 'error',
    what: 'there is no `nix-cache-info`: Nix does not take this for a binary cache',
    now: 'When the cache is on another branch (often `nix-cache`), check that one; when it is to be here, publish anything to this branch by its name (`--target-branch`), which writes the file'
  },
  CATALOGUE_INVALID: {
    kind: 'error',
    what: 'this file of the catalogue cannot be read',
    now: 'Restore it from the branch’s history; publishing meets the same where it needs the file'
  },
  CATALOGUE_MISSING: {
    kind: 'error',
    what: 'there are narinfos and no `catalogue.json`',
    now: 'Restore it from the branch’s history; otherwise the next publish begins a new one, with the rows of the shards that are there'
  },
  CATALOGUE_ROW_DIFFERS: {
    kind: 'error',
    what: 'a row of the catalogue says something else than the narinfo',
    now: '`nar-publish doctor --fix` takes what the narinfo says'
  },
  CATALOGUE_ROW_GONE: {
    kind: 'error',
    what: 'a row of the catalogue is about a store path without a narinfo',
    now: '`nar-publish doctor --fix` drops the row; publishing the artifact again brings it back'
  },
  CATALOGUE_SHARD_MISSING: {
    kind: 'error',
    what: '`catalogue.json` names this shard, and it is not there: its artifacts are in no list',
    now: 'Restore it from the branch’s history; or `nar-publish doctor --fix` goes on without it, and publishing those artifacts again brings their rows back'
  },
  CATALOGUE_STALE: {
    kind: 'error',
    what: 'the file is not what the rows of the catalogue and the pins give, as after a merge or a change by hand',
    now: '`nar-publish doctor --fix` writes it anew, with every row that lies in any of the catalogue’s files'
  },
  COMPRESSION_UNKNOWN: {
    kind: 'note',
    what: 'the NAR is compressed in a way that doctor does not read, so only its file was checked',
    now: 'Nothing, when it was made so on purpose'
  },
  DEBUG_INFO_ASTRAY: {
    kind: 'note',
    what: 'the file of the index of debug information names a NAR that is not there',
    now: '`nar-publish doctor --fix` deletes it; so does the next prune'
  },
  KEY_UNTOLD: {
    kind: 'note',
    what: 'the catalogue names a key that readers are not told to trust',
    now: 'When it is yours, give it as `--trusted-keys` with `--fix`, or publish with it; else find out who put it there'
  },
  LINE_ENDINGS: {
    kind: 'error',
    what: 'the file has the line endings of Windows: its lines end in CRLF, and Nix and its hashes are about those that end in LF',
    now: `Delete nothing: a clone gets them from \`core.autocrlf\` or \`eol=crlf\`, and Git has the files as they were. In the clone, with nothing left to commit: \`${repairClone.join('\`, \`')}\`. Where the repository itself, checked by its address, has this finding, restore the files from its history`
  },
  LOG_ORPHAN: {
    kind: 'note',
    what: 'no narinfo is of the derivation that this is the build log of',
    now: 'It only takes room, until the next prune'
  },
  NARINFO_INVALID: {
    kind: 'error',
    what: 'the narinfo cannot be read',
    now: 'Delete the file; the next publish of that path writes it anew'
  },
  NARINFO_MISNAMED: {
    kind: 'error',
    what: 'the narinfo speaks of another store path than its name says',
    now: 'Delete the file; the next publish of that path writes it anew'
  },
  NARINFO_MISSING: {
    kind: 'error',
    what: 'what is listed has no narinfo at the address that readers are told',
    now: 'Publish the artifact again; or `nar-publish doctor --fix` drops the catalogue’s row'
  },
  NAR_DAMAGED: {
    kind: 'error',
    what: 'the NAR does not decompress, or has another content than the narinfo says',
    now: 'Delete the narinfo, and publish the path again'
  },
  NAR_ELSEWHERE: {
    kind: 'note',
    what: 'the NAR is on another server than the store, and was not looked at',
    now: 'Nothing, when it was put there on purpose'
  },
  NAR_FILE_DIFFERS: {
    kind: 'error',
    what: 'the NAR’s file has another size or hash than the narinfo says',
    now: 'Restore the file from the branch’s history; or delete the narinfo, and publish the path again'
  },
  NAR_MISSING: {
    kind: 'error',
    what: 'the narinfo’s NAR is not there: who asks for the path gets an error',
    now: 'Restore the file from the branch’s history; or delete the narinfo, and publish the path again'
  },
  NAR_ORPHAN: {
    kind: 'note',
    what: 'no narinfo names this NAR',
    now: 'It only takes room, until the next prune'
  },
  NAR_UNREACHABLE: {
    kind: 'error',
    what: 'the NAR could not be downloaded',
    now: 'Run doctor again; when it stays so, readers cannot get it either'
  },
  NOTHING_LISTED: {
    kind: 'error',
    what: 'there is no `catalogue.json` that says what readers could ask for, so nothing was read',
    now: 'Name store paths with `--path`, or the repository of the cache instead of its address'
  },
  OLD_EXPORT: {
    kind: 'note',
    what: 'an export stream of the old script: `nix-store --import` reads it, no substituter does',
    now: 'Publish the artifact with nar-publish; the file may stay'
  },
  OLD_FILE_DAMAGED: {
    kind: 'error',
    what: 'named as the old script names its files, and neither a whole export stream nor a whole NAR',
    now: 'Publish the artifact again; whether the file may go is yours to decide'
  },
  OLD_NAR: {
    kind: 'note',
    what: 'a real NAR under the old script’s name: `nix-store --restore` reads it, no narinfo names it',
    now: 'Publish the artifact with nar-publish; the file may stay'
  },
  PAGE_CHANGED: {
    kind: 'note',
    what: 'the page, `index.html`, says that nar-publish made it, and somebody changed it: it stays as it is, whatever it tells readers',
    now: 'When that was not on purpose, delete it; the next publish that brings something writes it'
  },
  PAGE_STALE: {
    kind: 'error',
    what: 'the page, `index.html`, tells readers something else of the cache than its README: another address, key, repository or branch',
    now: '`nar-publish doctor --fix` writes it anew; so does the next publish that brings something'
  },
  PIN_INVALID: {
    kind: 'error',
    what: 'the pin does not hold a store path that this store has',
    now: 'Delete the file, or publish the path again'
  },
  PROVENANCE_INVALID: {
    kind: 'error',
    what: 'this is no bundle of provenance, or names none',
    now: 'Restore the file from the branch’s history, or delete it: its paths are then without provenance'
  },
  PROVENANCE_MISMATCH: {
    kind: 'error',
    what: 'the bundle does not attest this path with the NAR that the narinfo names',
    now: 'Find out who changed narinfo or bundle; then delete the path’s files, and publish it again'
  },
  PROVENANCE_MISSING: {
    kind: 'error',
    what: 'there is no provenance of this path, and `--provenance` asks for it',
    now: 'It was published without `attest: true`: delete its narinfo, and publish the path again with that'
  },
  PROVENANCE_ORPHAN: {
    kind: 'note',
    what: 'this is provenance of no path of the store',
    now: '`nar-publish prune` removes it'
  },
  PROVENANCE_OTHER: {
    kind: 'error',
    what: 'the bundle is genuine, and of another repository, workflow or kind of run than was asked for',
    now: 'Look who published the paths; when they are the ones that are meant, name them with `--provenance` and `--provenance-workflow`'
  },
  PROVENANCE_UNCHECKED: {
    kind: 'error',
    what: 'provenance was not looked at: nobody says whose certificates count',
    now: 'Run it again, or give a file of `gh attestation trusted-root` as `--trusted-root`'
  },
  PROVENANCE_UNTRUSTED: {
    kind: 'error',
    what: 'nobody who is trusted signed the bundle as it is',
    now: 'Find out who changed it. A bundle of a private repository needs GitHub’s own root: `gh attestation trusted-root` writes both, for `--trusted-root`'
  },
  PROVENANCE_UNVERIFIED: {
    kind: 'note',
    what: 'there is provenance, and nobody has asked to verify it',
    now: '`--provenance OWNER/REPO` does, with the repository that must have published'
  },
  README_ADDRESS: {
    kind: 'error',
    what: 'the README tells readers another address than the branch’s own',
    now: 'Give it as `--substituter-url` when it is meant; else `nar-publish doctor --fix` writes the branch’s own'
  },
  README_HIDDEN: {
    kind: 'note',
    what: 'who opens the branch on GitHub sees another README than the one that tells how to use the cache',
    now: 'Put a link into the README that people see, or take that away'
  },
  README_KEYS_UNKNOWN: {
    kind: 'error',
    what: 'the README has no block, and the keys that the catalogue names are no reason to trust them',
    now: '`nar-publish doctor --fix --trusted-keys NAME:KEY` writes it with the keys that you vouch for; so does the next publish with its own'
  },
  README_MARKERS: {
    kind: 'error',
    what: 'the README has the markers of our block twice, out of order, or only one of them',
    now: 'Leave one `<!-- nar-publish:begin -->` followed by one `<!-- nar-publish:end -->`, or delete both'
  },
  README_NOT_COMPARED: {
    kind: 'note',
    what: 'the README’s block was not compared: the folder does not tell of which repository on this GitHub it is a clone',
    now: 'Check the repository itself, by its address; or a clone whose remote `origin` is one on this GitHub'
  },
  README_STALE: {
    kind: 'error',
    what: 'the README’s block is not what the catalogue and the pins give',
    now: '`nar-publish doctor --fix` writes it anew'
  },
  SIGNATURE_MISSING: {
    kind: 'error',
    what: 'the narinfo is not signed by a key that readers are told to trust',
    now: 'Publish the path again with the key: the signature is added, the NAR stays'
  },
  SITE_FILE_MISSING: {
    kind: 'note',
    what: 'GitHub Pages needs this file to serve the branch well',
    now: '`nar-publish doctor --fix` writes it; so does the next publish'
  },
  SIGNATURE_WRONG: {
    kind: 'error',
    what: 'a signature in the narinfo is not that of the key that it names',
    now: 'Find out who changed the file; then delete it, and publish the path again'
  },
  SITE_NEARLY_FULL: {
    kind: 'note',
    what: 'the branch comes near the size of what GitHub Pages serves, or is larger',
    now: '`nar-publish prune --move-large` with a smaller `--release-above` takes NARs out of it; a publish with that keeps further ones out'
  },
  UNSIGNED: {
    kind: 'note',
    what: 'readers are told no key: no signature was asked for, and Nix takes this only from who trusts the address',
    now: 'Publish with `signing-key`; a key that readers are told elsewhere is given as `--public-key`'
  }
} as const satisfies Record<string, { kind: 'error' | 'note'; what: string; now: string }>

export type FindingCode = keyof typeof findingGuide

export interface Finding {
  code: FindingCode
  /** An error makes readers or publishers fail; a note is worth knowing. */
  kind: 'error' | 'note'
  /** Path in the store. Data: may be hostile. */
  file: string
  what: string
  now: string
  /** `--fix` mended it. */
  repaired: boolean
}

/** `detail` follows the guide's words. */
export function finding(code: FindingCode, file: string, detail = ''): Finding {
  const { kind, what, now } = findingGuide[code]
  return {
    code,
    kind,
    file,
    what: detail === '' ? what : `${what} (${detail})`,
    now,
    repaired: false
  }
}

/** CATALOGUE_INVALID: with what is to be done where that is known better than the guide has it, as of a later format. */
export function unreadable({ subject, reason, hint }: NarPublishError): Finding {
  const found = finding('CATALOGUE_INVALID', subject, reason)
  return hint === errorGuide.CATALOGUE_INVALID.fix ? found : { ...found, now: hint }
}
