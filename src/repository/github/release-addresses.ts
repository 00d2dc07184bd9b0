import { NarPublishError } from '../../errors.ts'

/**
 * Where an asset may be sent, token and all: what GitHub's answer names (`upload_url`, a URI template), provided that it is the
 * API's own origin (GitHub Enterprise Server: `/api/uploads`) or the host `uploads.` beside `api.` (github.com, ghe.com), and an
 * address of this release. Throws GITHUB_REFUSED.
 */
export function uploadAddress(template: string, apiUrl: string, releaseId: number): string {
  const text = template.replace(/\{[^}]*\}$/, '')
  const api = new URL(apiUrl)
  const url = URL.canParse(text) ? new URL(text) : null
  const hosts = [api.host, `uploads.${api.host.replace(/^api\./, '')}`]
  const isTrusted =
    url !== null &&
    url.protocol === api.protocol &&
    hosts.includes(url.host) &&
    url.username + url.password + url.search + url.hash === '' &&
    url.pathname.endsWith(`/releases/${releaseId}/assets`)
  if (!isTrusted) {
    throw new NarPublishError({
      code: 'GITHUB_REFUSED',
      subject: template.slice(0, 300),
      reason: `GitHub at ${api.host} names it for uploads, and the token is not sent there`
    })
  }
  // Octokit would expand braces.
  return url.href.replaceAll('{', '%7B').replaceAll('}', '%7D')
}

/**
 * Where readers find an asset, for a narinfo. It is GitHub's `browser_download_url`, provided that it is on the server's own
 * origin. Throws GITHUB_REFUSED.
 */
export function downloadAddress(text: string, serverUrl: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isPublic =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.origin === new URL(serverUrl).origin &&
    url.username + url.password === '' &&
    // A draft's, which nobody else can read.
    !url.pathname.includes('/releases/download/untagged-')
  if (!isPublic) {
    throw new NarPublishError({
      code: 'GITHUB_REFUSED',
      subject: text.slice(0, 300),
      reason: `GitHub names it as the address of a release asset, and it is not a public one of ${serverUrl}`
    })
  }
  return url.href
}
