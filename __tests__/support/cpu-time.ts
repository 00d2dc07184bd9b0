/** Milliseconds that this process computed for `body`, whatever else the machine was busy with. */
export function cpuTime(body: () => void): number {
  const before = process.cpuUsage()
  body()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
