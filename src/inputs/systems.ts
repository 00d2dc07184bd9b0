import leven from 'leven'

// What nixpkgs' lib.systems makes doubles of: a CPU and a kernel. Nix has no list of its own.
const cpus = new Set(
  [
    'aarch64 aarch64_be arc arm armv5tel armv6l armv6m armv7a armv7l armv7m armv7r armv8a armv8m armv8r',
    'i386 i486 i586 i686 x86_64 alpha avr hppa javascript loongarch64 m68k microblaze microblazeel mmix',
    'mips mips64 mips64el mipsel mipsisa32r6 mipsisa32r6el mipsisa64r6 mipsisa64r6el msp430 or1k',
    'powerpc powerpc64 powerpc64le powerpcle riscv32 riscv64 rx s390 s390x sh4 sparc sparc64 vc4 wasm32 wasm64'
  ].flatMap((line) => line.split(' '))
)
const kernels = new Set(
  'cygwin darwin freebsd genode ghcjs ios linux mmixware netbsd none openbsd redox solaris uefi wasi windows'.split(
    ' '
  )
)

export function isSystem(text: string): boolean {
  const [cpu = '', kernel = '', ...rest] = text.split('-')
  return cpus.has(cpu) && kernels.has(kernel) && rest.length === 0
}

/** What other tools call it. */
const otherNames: Readonly<Record<string, string>> = {
  ...{ amd64: 'x86_64', x64: 'x86_64', x86: 'i686', arm64: 'aarch64', armhf: 'armv7l' },
  ...{ ppc64le: 'powerpc64le', riscv: 'riscv64' },
  ...{ macos: 'darwin', osx: 'darwin', mac: 'darwin', apple: 'darwin', win32: 'windows' }
}

const usual = ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin', 'i686-linux']

/** The system that somebody may have meant; null: nobody knows. */
export function meantSystem(text: string): string | null {
  const parts = text
    .toLowerCase()
    .replace('x86-64', 'x86_64')
    .split(/[-/.:]/)
    .map((part) => (Object.hasOwn(otherNames, part) ? (otherNames[part] ?? part) : part))
  const orders = [parts, parts.toReversed()].map((each) => each.join('-'))
  const written = orders.find(isSystem)
  if (written !== undefined) return written
  // `x86_64-unknown-linux-gnu`
  const [cpu, kernel] = [
    parts.find((part) => cpus.has(part)),
    parts.find((part) => kernels.has(part))
  ]
  if (cpu !== undefined && kernel !== undefined) return `${cpu}-${kernel}`
  return (
    usual.find((system) => orders.some((order) => leven(order, system, { maxDistance: 3 }) < 3)) ??
    null
  )
}
