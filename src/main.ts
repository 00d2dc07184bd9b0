import { beginClean } from './begin-clean.ts'

// The action's only entry; action.ts tells what it does. Those that it starts itself have an argument, and nothing that has to be hidden.
const begun = beginClean({ isNeeded: process.argv[2] === undefined, usesInput: false })
await begun.catch(() => undefined)
const { runStep } = await import('./action.ts')
await runStep(begun)
