/**
 * Publishes one file as a release asset, in a process that can be killed.
 *   node release-publisher.ts SERVER_URL PATH DISK_PATH SIZE
 */
import { silentLog } from '../../../src/log.ts'
import { openGitHubTarget } from '../../../src/repository/github/target.ts'

const [serverUrl = '', path = '', diskPath = '', size = ''] = process.argv.slice(2)
const target = await openGitHubTarget({
  owner: 'alice',
  repo: 'store',
  branch: null,
  token: 'writer',
  apiUrl: serverUrl,
  serverUrl,
  substituterUrl: 'raw',
  log: silentLog,
  limits: { largestTreeFile: 10_000 }
})
const file = { path, diskPath, size: Number(size), placement: 'release' } as const
await target.commit([file], await target.snapshot(), async (snapshot, released) => {
  if ((await snapshot.readFile('x.narinfo')) !== null) return null
  const text = `URL: ${released?.get(path) ?? path}\n`
  return {
    message: 'publish',
    files: new Map([['x.narinfo', Buffer.from(text)]]),
    largeFiles: []
  }
})
