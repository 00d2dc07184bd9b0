#!/usr/bin/env node
import { beginClean } from './begin-clean.ts'
import { holdsSecrets } from './passed-on.ts'

// The command line's only entry: the same steps as src/action.ts, told from a terminal.
const args = process.argv.slice(2)
const usesInput = args.some((arg) => arg === '-' || arg.endsWith('=-'))
// These start no program.
const isQuestion = ['--help', '-h', 'help', '--version', '-V', 'completion', 'man'].includes(args[0] ?? '')
const begun = beginClean({ isNeeded: holdsSecrets() && !isQuestion, usesInput })
await begun.catch(() => undefined)
const { runCommandLine } = await import('./cli/command-line.ts')
const { commands } = await import('./commands.ts')
process.exitCode = await runCommandLine(commands, args, begun)
