import { expect, test } from '@jest/globals'
import { NarPublishError } from '../../src/errors.ts'
import { failuresAsOne } from '../../src/publish/report/report-published.ts'

function failure(name: string) {
  const told = { code: 'BUILD_FAILED', subject: name, reason: `${name} is broken` } as const
  return { installable: name, error: new NarPublishError(told) }
}

test('one failure is the job’s error, of several each is in it', () => {
  const [one, two] = [failure('.#a'), failure('.#b')]
  expect(failuresAsOne([one])).toBe(one.error)
  expect(failuresAsOne([one, two])).toMatchObject({
    code: 'BUILD_FAILED',
    subject: '.#a, .#b',
    reason: '.#a: .#a is broken; .#b: .#b is broken',
    cause: one.error
  })
})

test('of 50,000 failures a hundred are in it, and the others counted', () => {
  const { subject, reason } = failuresAsOne(
    Array.from({ length: 50_000 }, (_, i) => failure(`.#${i}`))
  )
  expect(subject).toMatch(/, \.#99, 49900 more$/)
  expect(reason).toMatch(/; \.#99: \.#99 is broken; 49900 more$/)
})
