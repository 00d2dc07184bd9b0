/** For Jest: our sources as Node itself reads them, with spaces where types were. */
import { stripTypeScriptTypes } from 'node:module'

export default {
  process: (source: string): { code: string } => ({ code: stripTypeScriptTypes(source) })
}
