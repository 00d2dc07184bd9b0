/** As package.json has it; a test compares. */
export const version = '0.1.0'

/** The action’s own repository, as workflows name it. */
export const home = 'org/nar-publish'
