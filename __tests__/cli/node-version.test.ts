import { expect, test } from '@jest/globals'
import { refuseOldNode } from '../../src/node-version.ts'

test.each(['18.19.0', '20.20.2', '22.15.0'])('Node %s is told to be too old', (version) => {
  expect(() => {
    refuseOldNode(version)
  }).toThrow(`NODE_TOO_OLD Node ${version}: nar-publish needs Node 24. `)
})

test.each(['24.0.0', '25.1.0', '100.0.0'])('Node %s will do', (version) => {
  expect(() => {
    refuseOldNode(version)
  }).not.toThrow()
})
