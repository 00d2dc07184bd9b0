import { mkdirSync } from 'node:fs'
import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import { openRunNix } from '../nix/nix.ts'
import type { Nix } from '../nix/types.ts'
import type * as publishing from '../publish/publish.ts'
import { loadBadgeMaker } from '../catalogue/badge-file.ts'
import { loadClient } from '../repository/github/client.ts'
import { makeScratch, removeScratch } from '../scratch.ts'
import { loadWebClient } from '../web-client.ts'
import { Journal } from './journal.ts'
import { linksFolder, stateFile, type QueuePlace } from './layout.ts'
import type { OpenQueue } from './pass.ts'
import { rolesOf } from './roles.ts'
import { sendToStore } from './send-to-store.ts'
import type { Send } from './send.ts'
import type { GitDestination, Queue } from './types.ts'

/** A queue's folder, memory and way to its destination. */
export function openQueue(
  queue: Queue,
  place: QueuePlace,
  environment: Environment,
  log: Log
): OpenQueue {
  const scratchParent = scratchOf(place, queue.name)
  mkdirSync(scratchParent, { recursive: true, mode: 0o700 })
  const quiet = { ...unattended(withoutHook(environment)), scratchParent }
  const { destination, closure } = queue
  const openNix = (): Promise<Nix> => openRunNix({ environment: quiet, log })
  return {
    queue,
    folder: linksFolder(place, queue.name),
    journal: journalOf(place, queue.name),
    ...(destination.kind === 'git'
      ? {
          send: sendToGit(destination.inputs, quiet, log),
          rolesOf: async (candidates, others) => rolesOf(await openNix(), candidates, others)
        }
      : { send: sendToStore(destination, closure, openNix) }),
    log,
    nix: { env: quiet.childEnvironment }
  }
}

export function journalOf(place: QueuePlace, name: string): Journal {
  return new Journal(stateFile(place, `${name}.jsonl`))
}

export function scratchOf(place: QueuePlace, name: string): string {
  return stateFile(place, `${name}.scratch`)
}

export function lockOf(place: QueuePlace, name: string): string {
  return stateFile(place, `${name}.lock`)
}

/** An environment whose Nix runs no hook: what publishing itself builds or copies is not queued again. */
export function withoutHook(environment: Environment): Environment {
  const { childEnvironment } = environment
  // NIX_CONFIG goes before every file, and the last line counts.
  const config = `${childEnvironment['NIX_CONFIG'] ?? ''}\npost-build-hook =\n`
  return { ...environment, childEnvironment: { ...childEnvironment, NIX_CONFIG: config } }
}

const sshOptions = '-oBatchMode=yes -oConnectTimeout=30 -oServerAliveInterval=15'

/**
 * An environment whose ssh asks nobody, as nobody answers in the background: about a password, or an unknown host. Nor does Nix's wait
 * for a host that is silent. Options of the user's own go before: of each, ssh takes the first.
 */
export function unattended(environment: Environment): Environment {
  const { childEnvironment } = environment
  const given = childEnvironment['NIX_SSHOPTS'] ?? ''
  return {
    ...environment,
    childEnvironment: {
      ...childEnvironment,
      NIX_SSHOPTS: `${given} ${sshOptions}`.trim(),
      // Git's as well, which may have a desktop to open a window on.
      SSH_ASKPASS_REQUIRE: 'never'
    }
  }
}

const loadPublish = (): Promise<typeof publishing> => import('../publish/publish.ts')

/**
 * Loads what sending takes, which a queue that is only looked at does without. For a process that goes on for hours: its program's files may be
 * others by then, as of an action that a job builds anew, or of a clone that somebody updates.
 */
export async function loadSending(): Promise<void> {
  await Promise.all([loadPublish(), loadClient(), loadWebClient(), loadBadgeMaker()])
}

/** Publishes into a Git repository: each time one commit, and none when it holds everything already. */
export function sendToGit(inputs: GitDestination, environment: Environment, log: Log): Send {
  return async (paths, artifacts) => {
    const { publish } = await loadPublish()
    const scratch = makeScratch(environment.scratchParent)
    try {
      const { error, report } = await publish({
        inputs: { ...inputs, paths: [...paths], artifacts },
        environment,
        scratch,
        log,
        timings: []
      })
      // The commit stands when it could not be read back; whatever else failed, did so for paths that are not in it.
      if (error !== null && error.code !== 'VERIFY_FAILED') throw error
      const { target, commit, signedBy } = report
      return {
        landing: { repository: target.name, branch: target.branch, commit },
        notes: [
          ...(error === null ? [] : [`Reading back failed: ${error.message}`]),
          ...(signedBy.length === 0
            ? ['No `signing-key` was given: what is published is unsigned.']
            : [])
        ]
      }
    } finally {
      removeScratch(scratch, environment.scratchParent)
    }
  }
}
