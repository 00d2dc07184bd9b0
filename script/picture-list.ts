/** Of each file, in its width. */
export const pixels = 1280

/** What our README shows, each in a light and a dark one. In CSS pixels. */
export const pictures = {
  page: { width: 1000, height: 700 },
  artifact: { width: 1000, height: 882 },
  readme: { width: 960, height: 880 },
  'pull-request': { width: 1120, height: 695 }
}

export type PictureName = keyof typeof pictures
export const schemes = ['light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

/** From the root of the checkout. */
export function pictureFile(name: PictureName, scheme: Scheme): string {
  return `docs/pictures/${name}-${scheme}.png`
}
