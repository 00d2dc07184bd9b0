/** For Jest: whole runs before all else, so that none is left to run alone at the end. */
import Sequencer from '@jest/test-sequencer'

export default class extends Sequencer {
  /** Within each part as Jest has it: what took longest the last time, and in a new checkout the largest file. */
  sort(tests) {
    const { runs = [], others = [] } = Object.groupBy(super.sort(tests), ({ path }) =>
      path.includes('/scenarios/') ? 'runs' : 'others'
    )
    return [...runs, ...others]
  }
}
