import type { MadeFile } from '../types.ts'
import type { Workshop } from '../workshop.ts'

/** From now on the workshop's files are these instead of the checkout's. */
export async function useFiles(shop: Workshop, files: readonly MadeFile[]): Promise<void> {
  for (const { path, text } of files) await shop.copy.make(path, Buffer.from(text))
  const made = new Map(files.map(({ path, text }) => [path, { path, text }]))
  shop.files = [...shop.files.filter(({ path }) => !made.has(path)), ...made.values()]
}
