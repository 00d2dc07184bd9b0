import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sriOf } from '../../src/binary-cache/digest.ts'
import { BuildErrorCollector } from '../../src/nix/build-errors.ts'
import { hashMismatches } from '../../src/nix/hash-mismatch.ts'
import { runNix } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { removeFolder, testNixes } from '../support/nix.ts'

const src = '/nix/store/5mghn74kx6nja0p3gcrbi2asgp09962m-src-30201.drv'
const one = 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE='
const hi = 'sha256-mOpuTyFvL7S2n/+bOkSELDhobKaF8/VdxIxdP7EQe+Q='
const tarball = 'sha256-auEuNTWvVU4OKN0OaWpySfULlTugPhnuA4G7RZ+exc4='

/** drvPath, specified, got. */
function read(stderr: string | readonly string[]): (string | null)[][] {
  return hashMismatches(stderr).map(({ drvPath, specified, got }) => [
    drvPath,
    sriOf(specified),
    sriOf(got)
  ])
}

const mismatch = (drvPath: string, specified = one, got = hi): string =>
  `error: hash mismatch in fixed-output derivation '${drvPath}':
         specified: ${specified}
            got:    ${got}`

const trace = `error:
       … while evaluating the attribute 'outPath'
         at <nix/derivation-internal.nix>:50:7:
           49|     value = commonAttrs // {
           50|       outPath = builtins.getAttr outputName strict;
             |       ^
           51|       drvPath = strict.drvPath;

       … while calling the 'getAttr' builtin
         at <nix/derivation-internal.nix>:50:17:

       (stack trace truncated; use '--show-trace' to show the full, detailed trace)

`

describe('hash mismatches', () => {
  // What Nix printed for `derivation { … outputHash = "${one}"; }` and the like; each text as it came, some lines left out.
  test.each([
    [
      // nix-store --realise --keep-going --log-format bar-with-logs -- …-top.drv, of 2.8.0 and 2.26.3
      'a build’s, beside what waited for it',
      `building '${src}'...
src>        error: hash mismatch in fixed-output derivation
${mismatch(src)}
error: 1 dependencies of derivation '/nix/store/rpga1xdhm409lmfjsflrd9csjzzlf21m-vendor-30201.drv' failed to build`,
      [[src, one, hi]]
    ],
    [
      // The same of 2.34.8
      'a build’s, before what waited for it',
      `${mismatch(src)}
error: Cannot build '/nix/store/gwhilxpgjmlxifp7mqs7as675lqn47w2-vendor-16347.drv'.
       Reason: 1 dependency failed.
       Output paths:
         /nix/store/hj6zpbi26ihlfazsd22z6j79i3rjhndj-vendor-16347`,
      [[src, one, hi]]
    ],
    [
      // nix-instantiate --eval --strict --log-format bar-with-logs, of (builtins.readFile src) and 2.8.0
      'an evaluation’s that read a source (2.8)',
      `building '${src}'...
${mismatch(src)}
(use '--show-trace' to show detailed location information)`,
      [[src, one, hi]]
    ],
    [
      // The same of 2.26.3 and 2.34.8: in the trace
      'an evaluation’s that read a source (2.26)',
      `building '${src}'...\n${trace}       ${mismatch(src)}\n`,
      [[src, one, hi]]
    ],
    [
      // The same of (builtins.readFile (derivation { … "cp ${src} $out" … })) and 2.26.3: before the trace
      'an evaluation’s that built with a source (2.26)',
      `${mismatch(src)}\n${trace}       error: 1 dependencies of derivation '/nix/store/8m7sj2cf6xdnvlgfryfpnlm98mbpyrzm-mid-21919.drv' failed to build\n`,
      [[src, one, hi]]
    ],
    [
      // derivation { builder = "builtin:fetchurl"; … } has the same words; here with two at once
      'two derivations’',
      `${mismatch(src)}\n${mismatch('/nix/store/iaaq7llvvamprafxgrnc1fbawl5fj4i3-fetch-21919.drv', hi, one)}`,
      [
        [src, one, hi],
        ['/nix/store/iaaq7llvvamprafxgrnc1fbawl5fj4i3-fetch-21919.drv', hi, one]
      ]
    ],
    [
      // As Lix's source has it (local-derivation-goal.cc); not run
      'Lix’s, with lines of its own',
      `error: hash mismatch in fixed-output derivation '${src}':
          likely URL: https://example.org/a specified: x got: y
           specified: ${one}
                 got: ${hi}
       expected path: /nix/store/00000000000000000000000000000000-src
            got path: /nix/store/11111111111111111111111111111111-src`,
      [[src, one, hi]]
    ],
    [
      // nix-instantiate --eval, of builtins.fetchTarball { url = …; sha256 = one; } and 2.8.0; fetchurl's are the same
      'a fetch’s of the evaluation (2.8)',
      `error: hash mismatch in file downloaded from 'file:///tmp/t.tar.gz':
         specified: sha256:0080000000000000000000000000000000000000000000000000
         got:       sha256:1kn5ksglbfw10gp1jgm07fahpxa9f9m6j3nx5074wmdg6lsjxqba
(use '--show-trace' to show detailed location information)`,
      [[null, one, tarball]]
    ],
    [
      // The same of 2.26.3 and 2.34.8
      'a fetch’s of the evaluation (2.26)',
      `unpacking 'file:///tmp/t.tar.gz' into the Git cache...
${trace}       error: hash mismatch in file downloaded from 'file:///tmp/t.tar.gz':
         specified: sha256:0080000000000000000000000000000000000000000000000000
         got:       sha256:1kn5ksglbfw10gp1jgm07fahpxa9f9m6j3nx5074wmdg6lsjxqba`,
      [[null, one, tarball]]
    ],
    [
      // nix-instantiate --eval, of builtins.fetchTree { type = "tarball"; url = …; narHash = one; } and 2.8.0
      'an input’s (2.8)',
      `error: NAR hash mismatch in input 'file:///tmp/t.tar.gz?narHash=${one}' (/nix/store/d72xlsnfva2pnqh185jknvlfl5rkqm3k-source), expected '${one}', got '${tarball}'`,
      [
        [null, one, tarball],
        [null, tarball, one]
      ]
    ],
    [
      // fetchGit of 2.34.8, which has them the wrong way round
      'an input’s (2.34)',
      `error:\n       … while calling the 'fetchGit' builtin\n\n       error: NAR hash mismatch in input 'git+file:///tmp/repo?exportIgnore=1', expected '${tarball}' but got '${one}'`,
      [
        [null, tarball, one],
        [null, one, tarball]
      ]
    ]
  ])('are read: %s', (_what, stderr, expected) => {
    expect(read(stderr)).toEqual(expected)
    expect(read(stderr.replaceAll('error:', '\u001b[31;1merror:\u001b[0m'))).toEqual(expected)
  })

  test.each([
    ['a builder’s line', mismatch(src).replace(/^/gm, 'src> ')],
    [
      'a builder’s line with a line separator in it',
      `src> \u2028${mismatch(src).replaceAll('\n', '\nsrc> ')}`
    ],
    [
      'the end of a log in Nix’s error',
      `error: builder for '${src}' failed with exit code 1;\n       last 10 log lines:\n${mismatch(src).replace(/^/gm, '       > ')}`
    ],
    ['a mismatch without hashes', `error: hash mismatch in fixed-output derivation '${src}':`],
    ['hashes that are none', mismatch(src, 'sha256-AAAA', 'x')],
    ['other words', `error: store path mismatch in (possibly filtered) path added from '/tmp/t'`],
    ['nothing', '']
  ])('are not read from %s', (_what, stderr) => {
    expect(read(stderr)).toEqual([])
  })

  test('are found however Nix’s output is cut and whatever builders print between them', () => {
    const line = fc.string().map((text) => `src> ${text.replaceAll('\n', ' ')}`)
    fc.assert(
      fc.property(fc.array(line), fc.array(line), fc.array(fc.nat(400)), (before, after, cuts) => {
        const other = src.replace('src', 'other')
        const text = Buffer.from(
          [...before, mismatch(src), ...after, mismatch(other, hi, one), ''].join('\n')
        )
        const collector = new BuildErrorCollector()
        const edges = [0, ...cuts.toSorted((a, b) => a - b), text.length]
        for (const [index, edge] of edges.entries())
          collector.push(text.subarray(edge, edges[index + 1] ?? edge))
        expect(read(collector.blocks)).toEqual([
          [src, one, hi],
          [other, hi, one]
        ])
      })
    )
  })
})

describe.each(testNixes)('hash mismatches of $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix

  beforeAll(async () => {
    folder = makeFolder()
    nix = await open(folder)
    writeFileSync(join(folder, 'read.nix'), expression)
  })
  afterAll(() => removeFolder(folder))

  // A name that no earlier run has, and a builder that imitates Nix.
  const expression = `
    { how, salt }:
    let
      derive = name: script: extra: derivation ({
        inherit name;
        system = builtins.currentSystem;
        builder = "/bin/sh";
        args = [ "-c" (script + "; exit 0") ];
      } // extra);
      source = derive "source-\${salt}" ''
        echo "error: hash mismatch in fixed-output derivation '${src}':"
        echo "         specified: ${hi}"
        echo "            got:    ${hi}"
        echo hi > $out'' { outputHash = "${one}"; };
    in
    {
      read = builtins.readFile source;
      build = builtins.readFile (derive "mid-\${salt}" "read line < \${source}; echo $line > $out" { });
      fetch = builtins.fetchurl { url = "file:///etc/passwd"; sha256 = "${one}"; };
    }.\${how}`

  const evaluate = async (how: string): Promise<string> => {
    const salt = ['--argstr', 'salt', `${process.pid}-${how}`]
    const shown = ['--eval', '--strict', '--read-write-mode', '--log-format', 'bar-with-logs']
    const args = [...shown, ...salt, '--argstr', 'how', how, join(folder, 'read.nix')]
    return (await runNix(nix, { program: 'nix-instantiate', args })).stderr
  }

  test.each(['read', 'build'])('are found when evaluation has to %s a source', async (how) => {
    const stderr = await evaluate(how)
    expect(stderr).toContain(`specified: ${hi}`)
    expect(read(stderr)).toEqual([[expect.stringMatching(/-source-.*\.drv$/), one, hi]])
  })

  test('are found when evaluation fetches by itself', async () => {
    expect(read(await evaluate('fetch'))).toEqual([
      [null, one, expect.stringMatching(/^sha256-[\w+/]{43}=$/)]
    ])
  })
})
