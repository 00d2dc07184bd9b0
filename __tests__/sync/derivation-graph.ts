import type { Digest } from '../../src/binary-cache/digest.ts'
import type { Derivation } from '../../src/nix/derivations.ts'

/** A store path whose hash is a word's, so that tests can name it. */
export function pathOf(word: string): string {
  const hash = word.padEnd(32, '0').replace(/[^0-9abcdfghijklmnpqrsvwxyz]/g, '1')
  return `/nix/store/${hash.slice(0, 32)}-${word}`
}

export function digestOf(fill: number): Digest {
  return { algorithm: 'sha256', bytes: Buffer.alloc(32, fill) }
}

/** A derivation named by `name`, whose output and .drv are paths of that name and `variant`. */
export function derivation(
  name: string,
  {
    variant = '',
    inputs = [],
    env = {},
    fixed = null,
    sources = []
  }: {
    variant?: string
    inputs?: Derivation[]
    env?: Record<string, string>
    fixed?: Digest | null
    sources?: string[]
  } = {}
): Derivation {
  const out = pathOf(`${variant}${name}`)
  return {
    drvPath: `${pathOf(`d${variant}${name}`)}.drv`,
    name,
    system: 'x86_64-linux',
    builder: '/bin/sh',
    args: ['-c', 'build'],
    env: { name, out, ...env },
    structuredAttrs: null,
    outputs: new Map([
      ['out', { path: out, fixed: fixed === null ? null : { digest: fixed, method: 'nar' } }]
    ]),
    inputDrvs: new Map(inputs.map(({ drvPath }) => [drvPath, ['out']])),
    inputSrcs: sources
  }
}

export function graphOf(...derivations: Derivation[]): Map<string, Derivation> {
  return new Map(derivations.map((each) => [each.drvPath, each]))
}

export function outOf({ outputs }: Derivation): string {
  return outputs.get('out')?.path ?? ''
}
