/** Machines with Nix on which what a reader is told is done as it stands there: nothing of a cache is on them. */
import { existsSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newestNixes, removeFolder } from './nix.ts'
import { output, runProgram, type ProgramResult } from './program.ts'

export interface ReaderMachine {
  /** In a shell, as it is pasted there; `conf`: nix.conf beside what the tests need. */
  run(command: string, conf?: string): Promise<ProgramResult>
  /** Takes away what earlier commands brought. */
  forget(storePaths: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** This one, and where it is here the newest Nix. */
export function startReaderMachines(): ReaderMachine[] {
  return [
    machineIn('', tmpdir()),
    ...newestNixes.map(({ root }) => machineIn(root, join(root, 'tmp')))
  ]
}

function machineIn(root: string, parent: string): ReaderMachine {
  const home = mkdtempSync(join(parent, 'reader-'))
  const inside = home.slice(root.length)
  const [program = '', ...first] = root === '' ? ['env'] : ['chroot', root, 'env']
  const run: ReaderMachine['run'] = (command, conf = '') =>
    runProgram(program, [
      ...[...first, '-i', '-C', inside, `PATH=${process.env['PATH']}`, `HOME=${inside}`],
      `NIX_CONFIG=sandbox = false\nbuild-users-group =\nfsync-metadata = false\nsubstituters =\n${conf}`,
      ...['sh', '-c', command]
    ])
  return {
    run,
    forget: async (storePaths) => {
      await output('find', [
        home,
        '-mindepth',
        '1',
        '-maxdepth',
        '1',
        '-exec',
        'rm',
        '-rf',
        '{}',
        '+'
      ])
      // Else root's own profile would be changed.
      symlinkSync(join(inside, 'profile'), join(home, '.nix-profile'))
      const here = storePaths.filter((path) => existsSync(root + path))
      if (here.length === 0) return
      // Profiles that were made of them as well.
      const gone = await run(
        `nix-store --delete $(nix-store --query --referrers-closure ${here.join(' ')})`
      )
      if (gone.failure !== '') throw new Error(gone.failure)
    },
    close: () => removeFolder(home)
  }
}
