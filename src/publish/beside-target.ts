import { allOf } from '../all-of.ts'
import type { Nix } from '../nix/types.ts'

/**
 * What Nix is asked while the target is opened. Where that fails, what Nix does for the question is ended and waited for: nobody needs it, and
 * nothing of it is left. Throws what `opening` throws, `target` or the question, the first of these in this order.
 */
export async function besideTarget<Opened, Answer>(
  opening: Promise<Nix>,
  target: Promise<Opened>,
  ask: (nix: Nix) => Promise<Answer>
): Promise<[Nix, Awaited<Opened>, Awaited<Answer>]> {
  const needless = new AbortController()
  target.catch(() => {
    needless.abort()
  })
  // While it evaluates Nix does not hear SIGTERM.
  const stop = { when: needless.signal, by: 'SIGKILL' } as const
  const asked: Promise<Answer> = opening.then((nix) => ask({ ...nix, stop }))
  return allOf([opening, target, asked])
}
