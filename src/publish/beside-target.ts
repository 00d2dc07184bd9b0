import { allOf } from '../all-of.ts'
import type { Nix } from '../nix/types.ts'

/**
 * What Nix is asked while the target is opened. Where that fails, what Nix does for the question is ended and waited for: nobody needs it, and
 * nothing of it is left. Throws what `target` throws, or else the question.
 */
export async function besideTarget<Opened, Answer>(
  nix: Nix,
  target: Promise<Opened>,
  ask: (nix: Nix) => Promise<Answer>
): Promise<[Awaited<Opened>, Awaited<Answer>]> {
  const needless = new AbortController()
  target.catch(() => {
    needless.abort()
  })
  // While it evaluates Nix does not hear SIGTERM.
  const stop = { when: needless.signal, by: 'SIGKILL' } as const
  return allOf([target, ask({ ...nix, stop })])
}
