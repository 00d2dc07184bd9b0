/** What may be wrong with a file as a reader gets it. The doctor's guide of findings has a line for each. */
export type ProblemCode =
  | 'ADDRESS_FAILS'
  | 'ADDRESS_LATE'
  | 'ADDRESS_LIMITED'
  | 'CACHE_INFO_INVALID'
  | 'CACHE_INFO_MISSING'
  | 'COMPRESSION_UNKNOWN'
  | 'NARINFO_INVALID'
  | 'NARINFO_MISNAMED'
  | 'NARINFO_MISSING'
  | 'NAR_DAMAGED'
  | 'NAR_FILE_DIFFERS'
  | 'NAR_MISSING'
  | 'SIGNATURE_MISSING'
  | 'SIGNATURE_WRONG'

/** `detail` follows the guide's words; empty when these say it all. Data: may be hostile. */
export interface Problem {
  code: ProblemCode
  detail: string
}

/** For a netrc: a host and a login of basic authentication. */
export interface ReaderLogin {
  host: string
  login: string
  password: string
}
