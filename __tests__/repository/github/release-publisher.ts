/**
 * Publishes files of one size as release assets, in a process that can be killed.
 *   node release-publisher.ts SERVER_URL SIZE [PATH DISK_PATH]...
 */
import { silentLog } from '../../../src/log.ts'
import { openGitHubTarget } from '../../../src/repository/github/open.ts'

const [serverUrl = '', size = '', ...paths] = process.argv.slice(2)
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
const files = paths.flatMap((path, index) =>
  index % 2 === 0
    ? [
        {
          path,
          diskPath: String(paths[index + 1]),
          size: Number(size),
          placement: 'release' as const
        }
      ]
    : []
)
await target.commit(files, await target.snapshot(), async (snapshot, released) => {
  if ((await snapshot.readFile('x.narinfo')) !== null) return null
  const text = files.map(({ path }) => `URL: ${released?.get(path) ?? path}\n`).join('')
  return {
    message: 'publish',
    files: new Map([['x.narinfo', Buffer.from(text)]]),
    largeFiles: []
  }
})
