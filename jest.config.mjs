// Native ESM: run through script/test, which sets NODE_OPTIONS=--experimental-vm-modules.
import { availableParallelism } from 'node:os'

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  testSequencer: '<rootDir>/script/scenarios-first.mjs',
  transform: { '^.+\\.ts$': '<rootDir>/script/strip-types.ts' },
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/each-test-asserts.ts'],
  // For what hangs, and nothing else. None takes a minute by itself; a machine may have ten times as much to do as it can.
  testTimeout: 900_000,
  // Most tests wait: for processes that wait for each other, for a pause between writes. A whole run keeps a third to a half of a core busy.
  maxWorkers: availableParallelism() + 2,
  // A worker keeps what its suites have loaded, and what it takes to start a process grows with its memory: 1 ms at 50 MB, 12 at 470.
  workerIdleMemoryLimit: '250MB'
}
