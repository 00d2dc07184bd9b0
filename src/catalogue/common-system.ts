/** What most readers have: of artifacts that are equal otherwise they are shown the one for it. */
export const commonSystem = 'x86_64-linux'
