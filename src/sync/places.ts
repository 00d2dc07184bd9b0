import type { Span } from './types.ts'

/** `nix/infer.nix:12`, for people. */
export function placeOf({ file, line }: Pick<Span, 'file' | 'line'>): string {
  return `${file}:${line}`
}
