import { hashTexts, sriOf } from '../binary-cache/digest.ts'
import { storePathsInText } from '../store-path.ts'
import { attributesOf, type Attributes } from './attributes.ts'
import { fixedOutputOf, urlsOf, type Derivation } from './derivations.ts'
import { instantiate, type Instantiated, type Recipe } from './instantiate.ts'
import type { Nix } from './types.ts'

/** What may differ between two systems' fetches of the same shape. */
const mayVary = [
  ...['name', 'pname', 'version', 'system'],
  ...['url', 'urls', 'outputHash', 'outputHashAlgo']
]

/** What macOS' sandbox reads; nixpkgs adds it there, and fetchers do not care. */
const sandboxOnly = [
  '__darwinAllowLocalNetworking',
  '__impureHostDeps',
  '__propagatedImpureHostDeps',
  '__propagatedSandboxProfile',
  '__sandboxProfile'
]

/** With any of these, nixpkgs' `fetchurl` does not merely download. */
const fetchOptions = ['curlOpts', 'curlOptsList', 'netrcPhase', 'buildCommand', 'executable']

/** Stands for a text of the derivation's own; JSON has none such. */
const mark = '\u0001'

const storePathPattern = new RegExp(`(${storePathsInText.source})`)

/**
 * Makes derivations for this machine that fetch what `foreign` ones, for other systems, do: see `transplantRecipe`. By their .drv paths;
 * those for which there is no way are left out. `folder`: for scratch.
 */
export async function transplant(
  nix: Nix,
  foreign: readonly Derivation[],
  candidates: readonly Derivation[],
  folder: string
): Promise<Map<string, Instantiated>> {
  const recipes = new Map<string, Recipe>()
  for (const derivation of foreign) {
    const recipe = transplantRecipe(derivation, candidates)
    if (recipe !== null) recipes.set(derivation.drvPath, recipe)
  }
  return instantiate(nix, recipes, folder)
}

/**
 * The texts of `foreign` over the tools of a candidate, which must be of the same shape apart from names and URLs; without one, a
 * plain download is left to Nix itself. `candidates`: fixed-output derivations that this machine can build, with all they need in
 * the store. null: there is no way that is known to give the same bytes.
 */
export function transplantRecipe(
  foreign: Derivation,
  candidates: readonly Derivation[]
): Recipe | null {
  const urls = urlsOf(foreign)
  if (fixedOutputOf(foreign) === null || urls.length === 0) return null
  if (storePathPattern.test(JSON.stringify(varying(foreign)))) return null
  const wanted = skeletonOf(foreign)
  // Such content is one machine's, not one URL's.
  if (/\$\{?system\b/.test(wanted)) return null
  const candidate = candidates.find((candidate) => skeletonOf(candidate) === wanted)
  return candidate === undefined ? plainDownload(foreign, urls) : withToolsOf(candidate, foreign)
}

function varying(derivation: Derivation): Attributes {
  return pick(attributesOf(derivation), (name) => mayVary.includes(name))
}

/** What does not vary, as JSON cut at its store paths: texts at even places, paths at odd ones. */
function cutAtPaths(derivation: Derivation): string[] {
  const isCommon = (name: string): boolean => ![...mayVary, ...sandboxOnly].includes(name)
  return JSON.stringify(pick(attributesOf(derivation), isCommon)).split(storePathPattern)
}

const skeletons = new WeakMap<Derivation, string>()

/** What two fetches of the same shape have in common. */
function skeletonOf(derivation: Derivation): string {
  const skeleton = skeletons.get(derivation) ?? makeSkeleton(derivation)
  skeletons.set(derivation, skeleton)
  return skeleton
}

function makeSkeleton(derivation: Derivation): string {
  const texts = cutAtPaths(derivation).filter((_part, index) => index % 2 === 0)
  const fixed = fixedOutputOf(derivation)
  const own = [
    ...urlsOf(derivation).flatMap((url) => [url, url.slice(url.lastIndexOf('/') + 1)]),
    derivation.name,
    ...(fixed === null ? [] : hashTexts(fixed.digest))
  ]
  const masked = own
    // Short ones are parts of other words.
    .filter((text) => text.length > 3)
    .map((text) => JSON.stringify(text).slice(1, -1))
    .reduce((parts, text) => parts.map((part) => part.replaceAll(text, mark)), texts)
  return JSON.stringify([fixed?.method ?? null, masked])
}

function withToolsOf(candidate: Derivation, foreign: Derivation): Recipe {
  const paths = cutAtPaths(candidate)
  const texts = cutAtPaths(foreign).map((part, index) => (index % 2 === 0 ? part : paths[index]))
  const { system, inputDrvs, inputSrcs } = candidate
  return {
    attributes: {
      ...(JSON.parse(texts.join('')) as Attributes),
      ...pick(attributesOf(candidate), (name) => sandboxOnly.includes(name)),
      ...varying(foreign),
      system
    },
    replaced: [],
    inputDrvs: [...inputDrvs].map(([path, outputs]) => ({ path, outputs })),
    inputSrcs: inputSrcs.map((path) => ({ path }))
  }
}

/** What nixpkgs' `fetchurl` does when it is told no more than where: Nix's own fetcher does it too. */
function plainDownload(foreign: Derivation, urls: readonly string[]): Recipe | null {
  const fixed = fixedOutputOf(foreign)
  const url = urls.find((one) => /^(?:https?|ftp|file):\/\//.test(one))
  const { postFetch, ...others } = attributesOf(foreign)
  const isPlain = postFetch === '' && fetchOptions.every((name) => isEmpty(others[name]))
  if (fixed?.method !== 'flat' || url === undefined || !isPlain) return null
  return {
    // As Nix's corepkgs/fetchurl.nix has it.
    attributes: {
      name: foreign.name,
      system: 'builtin',
      builder: 'builtin:fetchurl',
      outputHash: sriOf(fixed.digest),
      outputHashMode: 'flat',
      url,
      urls: [url],
      executable: false,
      unpack: false,
      preferLocalBuild: true,
      impureEnvVars: ['http_proxy', 'https_proxy', 'ftp_proxy', 'all_proxy', 'no_proxy']
    },
    replaced: [],
    inputDrvs: [],
    inputSrcs: []
  }
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || value === null || value === false || value === ''
}

/** Sorted by name. */
function pick(attributes: Attributes, isWanted: (name: string) => boolean): Attributes {
  const names = Object.keys(attributes).filter(isWanted).sort()
  return Object.fromEntries(names.map((name) => [name, attributes[name]]))
}
