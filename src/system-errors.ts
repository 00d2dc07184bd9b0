import type { ErrorCode } from './error-guide.ts'

/** What this machine's kernel, or Node for it, says by a word: which of our errors it is. */
const codes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'FILE_TOO_LARGE',
  EMFILE: 'FILES_EXHAUSTED',
  ENFILE: 'FILES_EXHAUSTED',
  ENOMEM: 'MEMORY_EXHAUSTED',
  EAGAIN: 'MEMORY_EXHAUSTED',
  ERR_MEMORY_ALLOCATION_FAILED: 'MEMORY_EXHAUSTED',
  ERR_WORKER_OUT_OF_MEMORY: 'MEMORY_EXHAUSTED',
  EACCES: 'FILE_UNUSABLE',
  EBUSY: 'FILE_UNUSABLE',
  EEXIST: 'FILE_UNUSABLE',
  EIO: 'FILE_UNUSABLE',
  EISDIR: 'FILE_UNUSABLE',
  ELOOP: 'FILE_UNUSABLE',
  ENAMETOOLONG: 'FILE_UNUSABLE',
  ENODEV: 'FILE_UNUSABLE',
  ENOENT: 'FILE_UNUSABLE',
  ENOTDIR: 'FILE_UNUSABLE',
  ENOTEMPTY: 'FILE_UNUSABLE',
  ENXIO: 'FILE_UNUSABLE',
  EPERM: 'FILE_UNUSABLE',
  EROFS: 'FILE_UNUSABLE',
  ESTALE: 'FILE_UNUSABLE',
  ETXTBSY: 'FILE_UNUSABLE',
  EXDEV: 'FILE_UNUSABLE'
}

/** The same as programs that we start put it, in English. */
const words: readonly (readonly [RegExp, ErrorCode])[] = [
  // SQLite has words of its own for it.
  [/No space left on device|Disk quota exceeded|database or disk is full/, 'DISK_FULL'],
  [/File too large/, 'FILE_TOO_LARGE'],
  [/Too many open files/, 'FILES_EXHAUSTED'],
  [/Cannot allocate memory|[Oo]ut of memory|std::bad_alloc|cannot fork/, 'MEMORY_EXHAUSTED'],
  [/Read-only file system|readonly database/, 'FILE_UNUSABLE']
]

export interface SystemFault {
  code: ErrorCode
  subject: string
  reason: string
}

/** An error of the machine's and not of ours, by its shape: one of Node's own is of another realm inside of a vm context. null: it is none. */
export function systemFault(thrown: unknown): SystemFault | null {
  const error = Object(thrown) as Record<string, unknown>
  const { code, path, syscall, message } = error
  const reason = typeof message === 'string' ? message : String(thrown)
  if (syscall === 'uv_cwd') return { code: 'FOLDER_GONE', subject: 'the current folder', reason }
  if (/^(Array buffer allocation failed|Invalid string length)$/.test(reason)) {
    return { code: 'MEMORY_EXHAUSTED', subject: 'nar-publish', reason }
  }
  const text = String(code)
  // Of the network others tell more.
  const isKernels = !/^(connect|getaddrinfo|listen|bind)/.test(String(syscall))
  const found =
    (isKernels ? codes[text] : undefined) ??
    // Node's rmSync gives the system's words alone.
    (reason.startsWith(', Unknown error: ') ? faultOfWords(reason) : undefined)
  if (found === undefined) return null
  const otherwise =
    found === 'DISK_FULL' || found === 'FILE_TOO_LARGE' ? 'scratch folder' : 'nar-publish'
  return { code: found, subject: typeof path === 'string' ? path : otherwise, reason }
}

/** Whether a program did not start because of what this machine has no more of, and not because of its name or folder. */
export function isLimit(error: unknown): boolean {
  const code = systemFault(error)?.code
  return code !== undefined && code !== 'FILE_UNUSABLE'
}

/** The first of a program's lines that says so. `prefix`: what its own lines begin with. */
export function systemFaultIn(text: string, prefix: RegExp): Omit<SystemFault, 'subject'> | null {
  for (const line of text.split('\n')) {
    const begin = prefix.exec(line)?.[0]
    if (begin === undefined) continue
    const reason = line.slice(begin.length)
    const code = faultOfWords(reason)
    if (code !== undefined) return { code, reason }
  }
  return null
}

function faultOfWords(text: string): ErrorCode | undefined {
  return words.find(([pattern]) => pattern.test(text))?.[1]
}
