import { compareBytes } from './byte-order.ts'

/**
 * `builtins.compareVersions` exactly: -1, 0 or 1. Source: Nix's src/libstore/names.cc (`nextComponent`, `componentsLT`);
 * 2.8 and 2.26 agree. It is a total preorder: `1.0` and `1-0` are equal.
 */
export function compareVersions(a: string, b: string): -1 | 0 | 1 {
  const left = components(a)
  const right = components(b)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = compareComponents(left[i] ?? '', right[i] ?? '')
    if (order !== 0) return order < 0 ? -1 : 1
  }
  return 0
}

/** Runs of digits, and runs of what is neither a digit nor a separator. */
function components(version: string): string[] {
  return version.match(/[0-9]+|[^0-9.-]+/g) ?? []
}

/** `pre`, then the end of the version, then words by their bytes, then numbers by their value. */
function compareComponents(a: string, b: string): number {
  const kind = kindOf(a) - kindOf(b)
  if (kind !== 0) return kind
  return kindOf(a) === number ? Number(a) - Number(b) : compareBytes(a, b)
}

const number = 3

function kindOf(component: string): number {
  if (component === 'pre') return 0
  if (component === '') return 1
  // Nix reads numbers as a C int; digits that do not fit (a date with its time) are a word, and so older than any number.
  return /^[0-9]+$/.test(component) && Number(component) <= 0x7fffffff ? number : 2
}
