import { z } from 'zod'
import { listed, readJson, versions, type Asker, type Lists } from './host.ts'

/** A package by the name that a registry has it by. */
export interface RegistryPlace {
  name: string
}

/** `url`: of the package in a JavaScript registry. What it calls the latest; then all. */
export async function* npmVersions({ url }: { url: string }, asker: Asker): Lists {
  const latest = await readJson(asker, `${url}/latest`, z.object({ version: z.string() }))
  yield { of: 'versions', listed: [listed(latest.version, { isLatest: true })] }
  const shape = z.object({ versions: z.record(z.string(), z.unknown()).default({}) })
  yield versions(Object.keys((await readJson(asker, url, shape)).versions))
}

const pypiAnswer = z.object({
  info: z.object({ version: z.string() }),
  releases: z
    .record(z.string(), z.array(z.object({ yanked: z.boolean().default(false) })))
    .default({})
})

/** https://docs.pypi.org/api/json/ */
export async function* pypiVersions({ name }: RegistryPlace, asker: Asker): Lists {
  const url = `https://pypi.org/pypi/${encodeURIComponent(name)}/json`
  const { info, releases } = await readJson(asker, url, pypiAnswer)
  // One without files was never published, and one whose files are all taken back is no longer.
  const there = Object.entries(releases)
    .filter(([, files]) => files.some(({ yanked }) => !yanked))
    .map(([version]) => version)
  yield versions(there.length > 0 ? there : [info.version])
}

const cratesAnswer = z.object({
  versions: z.array(z.object({ num: z.string(), yanked: z.boolean().default(false) }))
})

/** https://crates.io/data-access#api */
export async function* crateVersions({ name }: RegistryPlace, asker: Asker): Lists {
  const url = `https://crates.io/api/v1/crates/${encodeURIComponent(name)}`
  const answer = await readJson(asker, url, cratesAnswer)
  yield versions(answer.versions.filter(({ yanked }) => !yanked).map(({ num }) => num))
}

const gemsAnswer = z.array(z.object({ number: z.string(), prerelease: z.boolean().default(false) }))

/** https://guides.rubygems.org/rubygems-org-api/#gem-version-methods: those that were taken back are not in it. */
export async function* gemVersions({ name }: RegistryPlace, asker: Asker): Lists {
  const url = `https://rubygems.org/api/v1/versions/${encodeURIComponent(name)}.json`
  const answer = await readJson(asker, url, gemsAnswer)
  yield {
    of: 'versions',
    listed: answer.map(({ number, prerelease }) => listed(number, { isPreRelease: prerelease }))
  }
}

const hackageAnswer = z.object({ 'normal-version': z.array(z.string()) })

/** https://hackage.haskell.org/api#package-preferred: without those that their maintainers deprecate. */
export async function* hackageVersions({ name }: RegistryPlace, asker: Asker): Lists {
  const url = `https://hackage.haskell.org/package/${encodeURIComponent(name)}/preferred.json`
  yield versions((await readJson(asker, url, hackageAnswer))['normal-version'])
}
