import { expectGitLine, type Git } from './run.ts'

type Command = string | Buffer

/**
 * Makes objects of a stream of `git fast-import`'s commands, whatever their number, and answers the lines that it prints. One process for
 * all; and each is compressed once, because a push takes it out of their pack as it is, where it would compress a loose one (of `hash-object`
 * and `update-index`) anew. `areAlike`: then they are loose all the same, as git looks for deltas among these alone: what one pack has in
 * full, neither a push nor the host's next repack compares again. `areCompressed`: they get no smaller, and are stored as they are. Throws GIT_FAILED, DISK_FULL, and what the stream throws.
 */
export async function fastImport(
  git: Git,
  commands: () => Iterable<Command> | AsyncIterable<Command>,
  { areAlike = false, areCompressed = false }: { areAlike?: boolean; areCompressed?: boolean } = {}
): Promise<string[]> {
  const broken: unknown[] = []
  async function* stream(): AsyncGenerator<Buffer> {
    try {
      for await (const command of commands()) yield Buffer.from(command)
    } catch (error) {
      broken.push(error)
      throw error
    }
    // Where the stream broke off, it has not come: git makes nothing then.
    yield Buffer.from('done\n')
  }
  const settings = [
    `fastimport.unpackLimit=${areAlike ? 2 ** 31 - 1 : 0}`,
    // Here git compares each with the one before alone, which takes as long as compressing it.
    'core.bigFileThreshold=1m',
    // What the end of the machine leaves of them is nobody's.
    'core.fsync=none',
    ...(areCompressed ? ['pack.compression=0'] : [])
  ]
  const flags = settings.flatMap((each) => ['-c', each])
  const args = [...flags, 'fast-import', '--quiet', '--force', '--done']
  try {
    return (await expectGitLine(git, args, { stdin: stream() })).split('\n')
  } catch (error) {
    // To git that was the end of its input.
    throw broken.length > 0 ? broken[0] : error
  }
}
