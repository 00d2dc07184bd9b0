/** One call of Nix: a list, never a line for a shell. It holds no secrets: process listings show it. */
export interface NixCommand {
  program: 'nix' | 'nix-store' | 'nix-instantiate'
  args: readonly string[]
}

/** Bytes of operands for one command. Linux allows 2 MiB and macOS 1 MiB, the environment included (execve(2), ARG_MAX). */
const operandBudget = 200_000

/** Splits operands so that no command line overflows; none at all gives no chunk, as Nix takes an empty list for `.`. */
export function chunkOperands(operands: readonly string[]): string[][] {
  const chunks: string[][] = []
  let room = 0
  for (const operand of operands) {
    const size = Buffer.byteLength(operand) + 1
    const current = chunks.at(-1)
    if (current === undefined || size > room) {
      chunks.push([operand])
      room = operandBudget - size
    } else {
      current.push(operand)
      room -= size
    }
  }
  return chunks
}
