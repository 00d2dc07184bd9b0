import type { Environment } from '../environment.ts'
import { invalid, valueOf } from './readers.ts'
import type { NameOf } from './table.ts'

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40
}

/** `8 GB`, `500 MiB` or plain bytes → bytes. Throws INPUT_INVALID. */
export function parseSize(environment: Environment, name: NameOf<'size'>): number {
  const text = valueOf(environment, name)
  const [, digits, unit = ''] = /^(\d{1,15}(?:\.\d{1,3})?) ?([a-z]*)$/i.exec(text) ?? []
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined
  const bytes = digits === undefined || factor === undefined ? NaN : Number(digits) * factor
  if (!(bytes > 0)) throw invalid(name, text, 'bytes, or a size such as `8 GB` or `500 MiB`')
  return Math.round(bytes)
}
