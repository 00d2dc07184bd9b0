/** Names as in action.yml, and strings. */
export type Outputs = Record<string, string>
// A job's outputs may have 1 MB, reckoned as UTF-16; the names and the job's other outputs get the rest.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs

export const largestOutputs = 450000
