import type { LookedAt } from './checkout.ts'
import type { Member } from './marked-trial.ts'
import type { ChangeSet } from './types.ts'

/** On whose machines sets have to be computed. */
export interface Machines {
  /** Of the packages of one set. */
  of(members: readonly Member[]): ChangeSet['machines']
  /** For people. */
  notes: string[]
}

/** This machine, or that of the system which a line names, and nothing more. */
export function ownMachines({ system }: LookedAt): Promise<Machines> {
  const of: Machines['of'] = (members) => {
    const own = members[0]?.system ?? system
    return [{ system: own, systems: [own] }]
  }
  return Promise.resolve({ of, notes: [] })
}
