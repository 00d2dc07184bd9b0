import { expect, test } from '@jest/globals'
import { drawSample } from '../../../src/publish/rebuild/draw.ts'

const candidates = Array.from({ length: 20 }, (_, index) => ({
  drvPath: `/nix/store/${index}.drv`
}))

test('a lot can be drawn again by its seed, in whatever order the candidates come', () => {
  const drawn = drawSample(candidates, 5, 'seed')
  expect(drawn).toHaveLength(5)
  expect(drawSample(candidates.toReversed(), 5, 'seed')).toEqual(drawn)
  expect(drawSample(candidates, 5, 'another')).not.toEqual(drawn)
  expect(drawSample(candidates, 100, 'seed')).toHaveLength(20)
})

test('each candidate is as likely as any other', () => {
  const times = new Map<string, number>()
  for (let seed = 0; seed < 2000; seed++) {
    for (const { drvPath } of drawSample(candidates, 5, String(seed))) {
      times.set(drvPath, (times.get(drvPath) ?? 0) + 1)
    }
  }
  // 500 each, with a standard deviation of 19.
  expect(times.size).toBe(20)
  for (const number of times.values()) expect(Math.abs(number - 500)).toBeLessThan(100)
})
