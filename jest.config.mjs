// Native ESM: run through script/test, which sets NODE_OPTIONS=--experimental-vm-modules.
import { availableParallelism } from 'node:os'

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      { useESM: true, tsconfig: '__tests__/tsconfig.json', diagnostics: false }
    ]
  },
  // None takes half a minute by itself; a machine may have ten times as much to do as it can.
  testTimeout: 180_000,
  // Most tests wait for Nix, git or the bundle in processes of their own.
  maxWorkers: availableParallelism() + 1
}
