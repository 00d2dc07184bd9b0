import type { Log } from '../log.ts'

/**
 * The log of one of several queues that work at the same time: each line says whose it is. Headings are lines as well, because groups
 * would hold the other queues' lines too, and GitHub's cannot be nested.
 */
export function namedLog(log: Log, name: string): Log {
  const named = (line: string): string => `${name}: ${line}`
  return {
    info: (line) => {
      log.info(named(line))
    },
    warning: (line) => {
      log.warning(named(line))
    },
    debug: (line) => {
      log.debug(named(line))
    },
    group: (heading, body) => {
      log.info(named(heading))
      return body()
    },
    fenced: (body) => log.fenced(body),
    progress: (step, done, total) => {
      log.progress(named(step), done, total)
    }
  }
}
