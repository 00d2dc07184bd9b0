/** Writes each `run:` of the workflows into a file of its own, for shellcheck: `node script/workflow-shell.ts <folder> [workflow…]`. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const workflow = z.looseObject({
  jobs: z.record(
    z.string(),
    z.looseObject({ steps: z.array(z.looseObject({ run: z.string().optional() })).default([]) })
  )
})

const [folder = '', ...given] = process.argv.slice(2)
const files =
  given.length > 0
    ? given
    : ['.github/workflows/*.yml', 'docs/workflows/*.yml'].flatMap((pattern) => globSync(pattern))
for (const file of files) {
  const { jobs } = workflow.parse(parse(readFileSync(file, 'utf8')))
  for (const [job, { steps }] of Object.entries(jobs)) {
    for (const [index, { run }] of steps.entries()) {
      if (run === undefined) continue
      // shellcheck names the file in what it finds.
      writeFileSync(join(folder, `${basename(file)}-${job}-step-${index + 1}.sh`), run)
    }
  }
}
