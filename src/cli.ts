#!/usr/bin/env node
import { runCommandLine } from './cli/command-line.ts'
import { commands } from './commands.ts'

// The command line's only entry: the same steps as src/main.ts, told from a terminal.
process.exitCode = await runCommandLine(commands, process.argv.slice(2))
