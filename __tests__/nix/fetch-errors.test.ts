import { describe, expect, test } from '@jest/globals'
import { findFetchError, isCertainlyGone } from '../../src/nix/fixed-outputs.ts'

describe('findFetchError', () => {
  // curl 7.88 and 8.14, Nix 2.8.0, 2.26.3 and 2.34.8, git 2.39, wget 1.21; npm's, pnpm's, Go's and Cargo's are from reports of theirs.
  test.each([
    ['curl: (22) The requested URL returned error: 404', 404],
    ['curl: (22) The requested URL returned error: 503 Service Unavailable', 503],
    [`error: unable to download 'https://example.org/a': HTTP error 404 ('Not Found')`, 404],
    [`       error: unable to download 'https://example.org/a': HTTP error 403`, 403],
    ['HTTP request sent, awaiting response... 404 Not Found', 404],
    ['npm error 404 Not Found - GET https://registry.example.org/x', 404],
    ['ERR_PNPM_FETCH_404  GET https://registry.example.org/x: Not Found - 404', 404],
    ['go: example.org/x@v1.0.0: reading https://proxy.example.org/x.mod: 410 Gone', 410],
    ['failed to get successful HTTP response from `https://example.org/x`, got 404', 404],
    ['curl: (6) Could not resolve host: example.org', null],
    ['curl: (7) Failed to connect to example.org port 443 after 0 ms: Connection refused', null],
    ['curl: (28) Operation timed out after 300000 milliseconds', null],
    [`error: unable to download 'https://example.org/a': Couldn't resolve host name (6)`, null],
    [`error: unable to download 'http://127.0.0.1:9/x': Couldn't connect to server (7)`, null],
    [
      `fatal: unable to access 'https://example.org/x.git/': Could not resolve host: example.org`,
      null
    ],
    [`fatal: couldn't find remote ref refs/tags/v9`, null],
    ['fatal: Remote branch v9 not found in upstream origin', null],
    ['wget: unable to resolve host address ‘example.org’', null],
    ['dial tcp: lookup proxy.example.org: no such host', null],
    ['npm error code ENOTFOUND', null],
    ['error: cannot download a.tar.gz from any mirror', null]
  ])('knows “%s”', (line, status) => {
    expect(findFetchError(`trying\n${line}\ngiving up`)).toEqual({ line: line.trim(), status })
  })

  test('tells the line with a status rather than another', () => {
    const log = `error: cannot download a from any mirror\ncurl: (22) The requested URL returned error: 404`
    expect(findFetchError(log)?.status).toBe(404)
  })

  test.each([
    ['nothing', ''],
    ['a compiler’s error', 'main.c:404: error: expected ;\nmake: *** [all] Error 2'],
    ['a test that failed', 'expected 404, got 200'],
    ['a missing file', 'cat: /nix/store/x: No such file or directory'],
    ['a hash', 'the builder failed with exit code 1']
  ])('takes %s for something else', (_what, log) => {
    expect(findFetchError(log)).toBeNull()
  })
})

describe('what a server says is not there is gone for certain', () => {
  const gone = 'curl: (22) The requested URL returned error: 404'
  test.each([
    ['404', gone, true],
    ['410', 'go: reading https://proxy.example.org/x.mod: 410 Gone', true],
    ['404 of each mirror', `${gone}\n${gone}\nerror: cannot download a from any mirror`, true],
    ['no such tag', `fatal: couldn't find remote ref refs/tags/v9`, true],
    ['an outage', 'curl: (22) The requested URL returned error: 503', false],
    ['a refusal', 'curl: (22) The requested URL returned error: 403', false],
    ['404 of a mirror, and an outage of another', `${gone}\nHTTP error 502`, false],
    [
      '404 of a mirror, and no answer of another',
      `${gone}\ncurl: (6) Could not resolve host: x`,
      false
    ],
    ['no answer', 'curl: (7) Failed to connect to example.org port 443: Connection refused', false],
    ['no words', 'error: cannot download a.tar.gz from any mirror', false]
  ])('%s', (_, log, isGone) => {
    expect(isCertainlyGone(`trying\n${log}\ngiving up`)).toBe(isGone)
  })
})
