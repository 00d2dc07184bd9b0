/** Names as in action.yml, and strings. */
export type Outputs = Record<string, string>
// A job's outputs may have 1 MB, reckoned as UTF-16; the names and the job's other outputs get the rest.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs

export const largestOutputs = 450000

/** Outputs as what they mean: those named in `parsed` (lists, numbers, `true`) are JSON already. */
export function jsonOutputs(outputs: Outputs, parsed: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, text]) => [
      name,
      parsed.includes(name) ? (JSON.parse(text) as unknown) : text
    ])
  )
}
