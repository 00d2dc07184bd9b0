import { attempt } from '../../../errors.ts'
import { versions, type Asker, type Lists } from './host.ts'

/** `url`: a folder as its server lists it. `name`: what the package's files, or a folder for each version, begin with: `hello-`. */
export interface ListingPlace {
  url: string
  name: string
}

export const archiveEnding =
  /(?:\.tar)?\.(?:tar|tgz|tbz2?|txz|zip|gz|bz2|xz|lz|lzma|zst|crate|gem|jar|whl|deb|rpm)$/i

/** Versions by the names of files: GNU's and Savannah's servers, and their mirrors. */
export async function* listedFiles({ url, name }: ListingPlace, asker: Asker): Lists {
  const page = await asker.read(url)
  const names = [...page.matchAll(/<a\s[^>]{0,200}?href=["']?(?:\.\/)?([^"'/?#<>\s]+\/?)["'\s>]/gi)]
    .map(([, link = '']) => attempt(() => decodeURIComponent(link), link))
    .filter((file) => file.startsWith(name) && (file.endsWith('/') || archiveEnding.test(file)))
    .map((file) => file.slice(name.length).replace(/\/$/, '').replace(archiveEnding, ''))
    // `hello-doc-2.12` is another thing.
    .filter((version) => /^v?[0-9]/.test(version))
  yield versions([...new Set(names)])
}
