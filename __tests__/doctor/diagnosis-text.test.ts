import { expect, test } from '@jest/globals'
import { diagnosisText } from '../../src/doctor/command.ts'
import type { Diagnosis } from '../../src/doctor/doctor.ts'
import { finding } from '../../src/doctor/findings.ts'

const sound: Diagnosis = {
  store: 'alice/store',
  state: 'branch main',
  findings: [],
  counts: { narInfos: 1, signed: 1, nars: 1, narBytes: 1000, rows: 2, pins: 0, oldFiles: 0 },
  upstream: [],
  repair: null
}

test('a sound store: counts, and that it is sound', () => {
  expect(diagnosisText(sound)).toBe(
    '1 narinfo, 1 signed, 1 NAR (1 kB), 2 catalogue rows, 0 pins, 0 references left to upstream caches\nalice/store is sound.'
  )
})

test('errors come before notes, each code with what to do, long lists cut', () => {
  const orphans = Array.from({ length: 25 }, (_, index) => finding('NAR_ORPHAN', `nar/${index}`))
  const findings = [...orphans, finding('NAR_MISSING', 'a.narinfo', 'nar/x')]
  const lines = diagnosisText({ ...sound, findings }).split('\n')
  expect(lines[0]).toMatch(/^error NAR_MISSING a\.narinfo: .*\(nar\/x\)$/)
  expect(lines[1]).toMatch(/^ {2}→ Restore the file/)
  expect(lines.filter((line) => line.startsWith('note NAR_ORPHAN'))).toHaveLength(20)
  expect(lines).toContain('  … and 5 more NAR_ORPHAN; --json lists all')
  expect(lines.at(-1)).toBe('alice/store: 1 finding to mend.')
})

test('a file’s name is one line of text, whatever is in it', () => {
  const file = 'nar/\u001b[2J\u001b]0;title\u0007x\nerror NAR_MISSING forged'
  const text = diagnosisText({ ...sound, findings: [finding('NAR_ORPHAN', file)] })
  expect(text.split('\n').filter((line) => line.startsWith('error'))).toEqual([])
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
})
