#!/usr/bin/env node
import { runCommandLine } from './cli/command-line.ts'

// The command line's only entry: the same steps as src/main.ts, told from a terminal.
process.exitCode = await runCommandLine(process.argv.slice(2))
