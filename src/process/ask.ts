import { getExecOutput } from '@actions/exec'
import { existsSync } from 'node:fs'
import { findProgram } from './find-program.ts'
import { printCommand, type Command } from './print-command.ts'
import type { Place } from './start.ts'

/**
 * What a short question about files of this machine prints on stdout: one with arguments of our own, which reads nothing and ends by itself. null when the
 * program is missing or fails in whichever way; `startProgram` with the same command tells that.
 */
export async function askProgram(
  command: Command,
  { cwd, env, log }: Place
): Promise<string | null> {
  // Found here: @actions/exec looks in this process's own PATH.
  const file = findProgram(command.program, env)
  // It would end the program's name at a quote, and hang where the folder's name holds a NUL.
  if (file === null || file.includes('"') || !existsSync(cwd)) return null
  log.debug(printCommand(command))
  try {
    const options = { cwd, env: { ...env }, silent: true }
    // Quoted: it takes its first argument apart at spaces.
    return (await getExecOutput(`"${file}"`, [...command.args], options)).stdout
  } catch {
    return null
  }
}
