import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NarPublishError } from '../../src/errors.ts'
import { writeNixConf } from '../../src/use/write-nix-conf.ts'
import { testEnvironment } from '../support/nix.ts'
import { output } from '../support/program.ts'

const settings = [{ name: 'substituters', values: ['https://a.example'] }]
const line = 'extra-substituters = https://a.example\n'
let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'write-nix-conf-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function refusal(path: string): Pick<NarPublishError, 'code' | 'reason' | 'hint'> {
  try {
    writeNixConf(path, settings)
  } catch (error) {
    if (error instanceof NarPublishError) {
      const { code, reason, hint } = error
      return { code, reason, hint }
    }
    throw error
  }
  throw new Error('it was written')
}

test('makes the file and its folders', () => {
  const file = join(folder, 'config', 'nix', 'nix.conf')
  expect(writeNixConf(file, settings)).toEqual({ file, changed: true, warnings: [] })
  expect(readFileSync(file, 'utf8')).toBe(line)
  expect(readdirSync(join(folder, 'config', 'nix'))).toEqual(['nix.conf'])
})

test('keeps bytes that are no UTF-8, and the permissions', () => {
  const file = join(folder, 'nix.conf')
  const before = Buffer.from([0x23, 0x20, 0xe9, 0xff, 0xfe, 0x0a])
  writeFileSync(file, before)
  chmodSync(file, 0o640)
  writeNixConf(file, settings)
  expect(readFileSync(file)).toEqual(Buffer.concat([before, Buffer.from(line)]))
  expect(statSync(file).mode & 0o777).toBe(0o640)
})

test('replaces the file in one step, and touches none that has it all', () => {
  const file = join(folder, 'nix.conf')
  writeFileSync(file, '# mine\n')
  const { ino } = statSync(file)
  writeNixConf(file, settings)
  const written = statSync(file)
  expect(written.ino).not.toBe(ino)
  expect(writeNixConf(file, settings)).toEqual({ file, changed: false, warnings: [] })
  expect(statSync(file)).toMatchObject({ ino: written.ino, mtimeMs: written.mtimeMs })
  expect(readdirSync(folder)).toEqual(['nix.conf'])
})

test('a link stays a link, and what it leads to is written', () => {
  const real = join(folder, 'dotfiles.conf')
  const link = join(folder, 'nix.conf')
  writeFileSync(real, '')
  symlinkSync('dotfiles.conf', link)
  expect(writeNixConf(link, settings)).toEqual({ file: real, changed: true, warnings: [] })
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(real, 'utf8')).toBe(line)
})

describe('NIX_CONF_UNWRITABLE', () => {
  test('what was generated into the store is left, with the place for the lines', async () => {
    writeFileSync(join(folder, 'generated.conf'), 'cores = 0\n')
    const generated = (
      await output('nix-store', ['--add', join(folder, 'generated.conf')], {
        env: testEnvironment()
      })
    ).trim()
    const link = join(folder, 'nix.conf')
    symlinkSync(generated, link)
    expect(refusal(link)).toEqual({
      code: 'NIX_CONF_UNWRITABLE',
      reason: 'it is generated from a configuration, whose next switch would undo any change',
      hint: 'Take the lines of `--for home-manager` into that configuration.'
    })
    expect(readFileSync(generated, 'utf8')).toBe('cores = 0\n')
    await output('nix-store', ['--delete', generated], { env: testEnvironment() })
  })

  test('a link that leads nowhere', () => {
    const link = join(folder, 'nix.conf')
    symlinkSync('gone', link)
    expect(refusal(link)).toMatchObject({ reason: 'it is a link that leads nowhere' })
    expect(readdirSync(folder)).toEqual(['nix.conf'])
  })

  test('a folder', () => {
    mkdirSync(join(folder, 'nix.conf'))
    expect(refusal(join(folder, 'nix.conf'))).toMatchObject({
      reason: 'it cannot be written (EISDIR)'
    })
  })

  test('a file where a folder would have to be', () => {
    writeFileSync(join(folder, 'nix'), '')
    expect(refusal(join(folder, 'nix', 'nix.conf'))).toMatchObject({
      code: 'NIX_CONF_UNWRITABLE'
    })
  })
})
