import { expect, test } from '@jest/globals'
import { releaseOfEvent, type ReleaseEvent } from '../src/environment.ts'

const none = { payload: null, refType: undefined, refName: undefined }
const published = {
  action: 'published',
  release: {
    tag_name: 'v1.2.0-rc.1',
    html_url: 'https://github.com/o/r/releases/tag/v1.2.0-rc.1',
    draft: false,
    prerelease: true
  }
}

test.each<[string, Partial<Parameters<typeof releaseOfEvent>[0]>, ReleaseEvent | null]>([
  [
    'a release is known by its payload',
    { name: 'release', payload: published, refType: 'tag', refName: 'other' },
    {
      tag: 'v1.2.0-rc.1',
      url: 'https://github.com/o/r/releases/tag/v1.2.0-rc.1',
      isDraft: false,
      isPreRelease: true
    }
  ],
  [
    'a draft is marked',
    { name: 'release', payload: { release: { tag_name: 'v1', draft: true } } },
    { tag: 'v1', url: null, isDraft: true, isPreRelease: false }
  ],
  [
    'a tag that was pushed counts',
    { name: 'push', refType: 'tag', refName: 'v1.0' },
    { tag: 'v1.0', url: null, isDraft: false, isPreRelease: false }
  ],
  ['a branch that was pushed does not', { name: 'push', refType: 'branch', refName: 'v1.0' }, null],
  [
    'a run by hand on a tag does not',
    { name: 'workflow_dispatch', refType: 'tag', refName: 'v1.0' },
    null
  ],
  ['another event’s payload does not', { name: 'issues', payload: published }, null],
  ['a broken payload does not', { name: 'release', payload: { release: { tag_name: 7 } } }, null],
  ['an empty tag does not', { name: 'release', payload: { release: { tag_name: '' } } }, null],
  ['no event does not', { name: undefined }, null]
])('%s', (_what, event, expected) => {
  expect(releaseOfEvent({ name: undefined, ...none, ...event })).toEqual(expected)
})
