/** As package.json has it; a test compares. */
export const version = '1.0.0'
