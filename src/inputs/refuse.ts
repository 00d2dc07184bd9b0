import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { modeDoes, modes, phaseDoes, phases, type Mode, type SplitMode } from './modes.ts'
import { didYouMean } from '../near.ts'
import { quote } from '../text.ts'
import { disagreement, isOneOf } from './readers.ts'
import { defaultOf, inputNames, inputs, type InputName } from './table.ts'

/**
 * Refuses what is nearly the name of an input: the runner only warns of it, and without what was meant the run would do something else. What is
 * nobody's at all may be a variable of the job's own. Throws INPUT_INVALID.
 */
export function refuseMisspelt({ givenInputs }: Environment): void {
  for (const given of givenInputs) {
    if (isOneOf(inputNames, given)) continue
    const meant = didYouMean(given, inputNames).trimEnd()
    if (meant === '') continue
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: `input ${quote(given)}`,
      reason: 'there is no such input',
      hint: meant
    })
  }
}

/** Refuses inputs that the mode would pass over in silence. Throws INPUT_INVALID. */
export function refuseOtherModes(environment: Environment, mode: Mode): void {
  refuse(environment, 'mode', mode, modeDoes[mode], (name) =>
    modes.filter((other) => inputs[name].takenBy[other] !== undefined)
  )
}

/** Refuses inputs of the mode that only its other phases take. Throws INPUT_INVALID. */
export function refuseOtherPhases<M extends SplitMode>(
  environment: Environment,
  mode: M,
  phase: keyof (typeof phaseDoes)[M] & string
): void {
  refuse(environment, 'phase', phase, phaseDoes[mode][phase], (name) => {
    const taken = inputs[name].takenBy[mode]
    // What other modes alone take is no phase's matter: on a terminal a variable may be meant for another command.
    return taken === undefined || taken === true ? phases[mode] : taken
  })
}

function refuse(
  environment: Environment,
  division: 'mode' | 'phase',
  now: string,
  does: string,
  placesOf: (name: InputName) => readonly string[]
): void {
  for (const name of inputNames) {
    const places = placesOf(name)
    if (places.includes(now)) continue
    const given = environment.input(name)
    // As action.yml gives it, which says nothing.
    if (given === '' || given.toLowerCase() === defaultOf(name).toLowerCase()) continue
    throw disagreement(
      [name, division],
      `\`${name}\` has no meaning in ${division} \`${now}\`, which ${does}`,
      `Leave \`${name}\` out, or give it where \`${division}\` is ${places.map((place) => `\`${place}\``).join(' or ')}.`
    )
  }
}
