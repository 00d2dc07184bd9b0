/** As package.json has it; a test compares. */
export const version = '1.0.0'

/** The repository of this project, `owner/name`: as package.json has it in `repository`. `script/set-home` writes it into all files. */
export const home = 'org/nar-publish'
