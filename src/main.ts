import { beginClean, saveThatMainBegan } from './begin-clean.ts'

// The action's only entry; action.ts tells what it does. Those that it starts itself have an argument, and nothing that has to be hidden.
const isStep = process.argv[2] === undefined
if (isStep) saveThatMainBegan()
const begun = beginClean({ isNeeded: isStep, usesInput: false })
await begun.catch(() => undefined)
const { runStep } = await import('./action.ts')
await runStep(begun)
