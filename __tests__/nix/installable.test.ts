import { describe, expect, test } from '@jest/globals'
import { parseInstallable } from '../../src/nix/installable.ts'

describe('parseInstallable', () => {
  test.each([
    ['.', '.', null],
    ['.#hello', '.#hello', null],
    ['github:o/r#x', 'github:o/r#x', null],
    ['nixpkgs#hello^out', 'nixpkgs#hello', ['out']],
    ['./dir with space#a.b^dev,man', './dir with space#a.b', ['dev', 'man']],
    ['path:/tmp/it\'s "$(x)"#y^*', 'path:/tmp/it\'s "$(x)"#y', ['*']],
    // What Nix takes for no list of outputs belongs to the attribute.
    ['.#a^b c', '.#a^b c', null],
    ['.#a^', '.#a^', null],
    ['.#a^x^out', '.#a^x', ['out']]
  ])('reads %s', (text, reference, outputs) => {
    expect(parseInstallable(text)).toEqual({ reference, outputs })
  })

  test.each([
    ['', 'it is empty'],
    ['  ', 'it is empty'],
    ['^out', 'it is empty'],
    ['--impure', 'it starts with a dash, as an option does'],
    ['-f', 'it starts with a dash, as an option does'],
    ['.#a\n.#b', 'it holds a control character or a line break'],
    ['.#a\u2028b', 'it holds a control character or a line break'],
    ['.#\u001b[31m', 'it holds a control character or a line break'],
    ['/nix/store/ih3vz97xnlvw8gyhfh63rhj0zf5ashzx-source^out', 'it is a store path']
  ])('refuses %j', (text, reason) => {
    expect(() => parseInstallable(text)).toThrow(
      expect.objectContaining({ code: 'ATTRIBUTE_INVALID', reason })
    )
  })
})
