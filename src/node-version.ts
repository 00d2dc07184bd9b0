import { NarPublishError } from './errors.ts'

/** The action's own Node, and the one that the bundle is tested with. */
const oldest = 24

/** An older Node starts the program and fails later, in words that help nobody. Throws NODE_TOO_OLD. */
export function refuseOldNode(version: string): void {
  if (Number(version.split('.')[0]) >= oldest) return
  throw new NarPublishError({
    code: 'NODE_TOO_OLD',
    subject: `Node ${version}`,
    reason: `nar-publish needs Node ${oldest}`
  })
}
