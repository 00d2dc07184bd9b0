import { isPostStepDone, saveThatMainBegan } from './step-state.ts'

// The action's only entry; action.ts tells what it does. Those that it starts itself have an argument, and nothing that has to be hidden.
const isStep = process.argv[2] === undefined
// As in beginClean, which the post step often does without.
process.on('SIGUSR1', () => undefined)
if (isStep) saveThatMainBegan()
if (!isStep || !isPostStepDone()) {
  const { beginClean } = await import('./begin-clean.ts')
  const begun = beginClean({ isNeeded: isStep, usesInput: false })
  await begun.catch(() => undefined)
  const { runStep } = await import('./action.ts')
  await runStep(begun)
}
