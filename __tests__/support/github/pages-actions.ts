import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { StandIn } from '../workflow-job.ts'
import { packArtifact } from './pages-artifact.ts'
import type { GitHubServer } from './server.ts'

const made = z.object({ status_url: z.string(), page_url: z.string() })
const pollMs = 20

/** GitHub's two actions that bring a folder to Pages, with the API calls that the second makes; jobs that share them hand the artifact on. */
export function pagesActions(
  github: GitHubServer,
  { repository, token, commit }: { repository: string; token: string; commit: string }
): Readonly<Record<string, StandIn>> {
  let artifact: number | null = null

  return {
    'actions/upload-pages-artifact': async ({ inputs, workspace }) => {
      const folder = join(workspace, inputs['path'] ?? '_site')
      const tar = await packArtifact(folder, inputs['include-hidden-files'] === 'true')
      artifact = github.storeArtifact(repository, tar)
      return { artifact_id: String(artifact) }
    },
    'actions/deploy-pages': async () => {
      if (artifact === null) throw new Error('No artifacts named "github-pages" were found')
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const answer = await fetch(`${github.apiUrl}/repos/${repository}/pages/deployments`, {
        method: 'POST',
        headers,
        body: JSON.stringify({
          artifact_id: artifact,
          environment: 'github-pages',
          pages_build_version: commit,
          oidc_token: idToken(repository)
        })
      })
      if (!answer.ok) {
        throw new Error(`Failed to create deployment (status: ${answer.status})`)
      }
      const { status_url: statusUrl, page_url: pageUrl } = made.parse(await answer.json())
      for (;;) {
        const { status } = (await (await fetch(statusUrl, { headers })).json()) as {
          status: string
        }
        if (status === 'succeed') return { page_url: pageUrl }
        if (status !== 'deployment_in_progress') throw new Error(`Deployment failed: ${status}`)
        await sleep(pollMs)
      }
    }
  }
}

/** As a job gets it with `id-token: write`; nobody signed it. */
export function idToken(repository: string): string {
  const part = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ repository })}.`
}
