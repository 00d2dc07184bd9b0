/**
 * What actions/attest goes to, on this machine: a certificate authority, its log of certificates, a log of signatures, and an authority for timestamps,
 * of Sigstore's own stand-ins. Its bundles are real ones; only nobody but a test trusts its root.
 */
import { createHash, generateKeyPairSync, randomInt, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
// Not by the package's index, which loads nock: that takes the place of Node's own requests.
import { initializeCA } from '@sigstore/mock/dist/fulcio/ca.js'
import { initializeCTLog } from '@sigstore/mock/dist/fulcio/ctlog.js'
import { initializeTLog } from '@sigstore/mock/dist/rekor/tlog.js'
import { initializeTSA } from '@sigstore/mock/dist/timestamp/tsa.js'
import type { StandIn } from './workflow-job.ts'

/** Of which run a certificate speaks. */
export interface Signing {
  /** Default: https://github.com. */
  serverUrl?: string
  /** `owner/name` whose run it is. */
  repository: string
  /** `owner/name/.github/workflows/file.yml@ref` of the job that signs. */
  workflow: string
  /** Default: refs/heads/main. */
  ref?: string
  /** Default: that of the server. */
  issuer?: string
}

export interface Subject {
  name: string
  /** SHA-256, hex */
  digest: string
}

export interface Sigstore {
  /** A line of `gh attestation trusted-root`. */
  root: string
  /** The bundle's text. `change` alters the payload when it is signed; `undated` leaves log and timestamp out. */
  attest(
    subjects: readonly Subject[],
    signing: Signing,
    options?: { change?: (payload: string) => string; undated?: boolean }
  ): Promise<string>
}

const validFor = { start: '2020-01-01T00:00:00Z' }
const der = { format: 'der', type: 'spki' } as const

function newPair() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

/**
 * `public`: as Sigstore's public instance, with both logs. `github`: as GitHub's own for private repositories, with timestamps alone. `dated`: when
 * log or timestamp say that it was signed; a certificate is valid for 10 minutes from now on.
 */
export async function newSigstore(
  kind: 'public' | 'github' = 'public',
  // Later than the authorities' own certificates.
  dated = new Date(Date.now() + 60_000)
): Promise<Sigstore> {
  const now = new Date()
  // Of a second's parts the stand-in writes a form that the library does not read.
  dated.setMilliseconds(0)
  const logUrl = 'https://rekor.example.org'
  const pairs = { ca: newPair(), ct: newPair(), log: newPair(), tsa: newPair() }
  const isPublic = kind === 'public'
  const ctLog = isPublic ? await initializeCTLog(pairs.ct, now) : undefined
  const ca = await initializeCA(pairs.ca, ctLog, now)
  const log = await initializeTLog(logUrl, pairs.log, dated)
  const tsa = await initializeTSA(pairs.tsa, dated)
  const base64 = (bytes: ArrayBufferView): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  const logOf = (publicKey: Buffer, baseUrl: string): object => ({
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: publicKey.toString('base64'),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor
    },
    logId: { keyId: createHash('sha256').update(publicKey).digest('base64') }
  })
  const authorityOf = (...chain: ArrayBufferView[]): object => ({
    subject: { organization: 'example.org', commonName: 'example' },
    uri: 'https://example.org',
    certChain: { certificates: chain.map((one) => ({ rawBytes: base64(one) })) },
    validFor
  })
  const root = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: isPublic ? [logOf(pairs.log.publicKey.export(der), logUrl)] : [],
    certificateAuthorities: [authorityOf(ca.rootCertificate)],
    ctlogs: isPublic ? [logOf(pairs.ct.publicKey.export(der), 'https://ct.example.org')] : [],
    timestampAuthorities: isPublic ? [] : [authorityOf(tsa.intCertificate, tsa.rootCertificate)]
  }
  return {
    root: JSON.stringify(root),
    attest: async (subjects, signing, { change = same, undated = false } = {}) => {
      const statement = {
        _type: 'https://in-toto.io/Statement/v1',
        subject: subjects.map(({ name, digest }) => ({ name, digest: { sha256: digest } })),
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: {
          buildDefinition: { buildType: 'https://actions.github.io/buildtypes/workflow/v1' }
        }
      }
      const payload = Buffer.from(JSON.stringify(statement))
      const payloadType = 'application/vnd.in-toto+json'
      const { publicKey, privateKey } = newPair()
      const pae = Buffer.concat([
        Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `),
        payload
      ])
      const signature = sign('sha256', pae, privateKey)
      const certificate = await ca.issueCertificate({
        publicKey: publicKey.export(der),
        subjectAltName: `${serverOf(signing)}/${signing.workflow}`,
        extensions: extensionsOf(signing)
      })
      const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
      const entry = {
        apiVersion: '0.0.1',
        kind: 'dsse',
        spec: {
          envelopeHash: { algorithm: 'sha256', value: sha256(signature) },
          payloadHash: { algorithm: 'sha256', value: sha256(payload) },
          signatures: [{ signature: signature.toString('base64'), verifier: base64(certificate) }]
        }
      }
      const stamp = (): Promise<ArrayBufferView> =>
        tsa.timestamp({
          artifactHash: createHash('sha256').update(signature).digest(),
          hashAlgorithmOID: '2.16.840.1.101.3.4.2.1',
          nonce: randomInt(1_000_000),
          policyOID: '1.3.6.1.4.1.57264.2',
          certReq: true
        })
      const logged = log.log.bind(log) as unknown as (
        entry: object
      ) => Promise<Record<string, Logged>>
      const isLogged = isPublic && !undated
      return JSON.stringify({
        mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
        verificationMaterial: {
          certificate: { rawBytes: base64(certificate) },
          tlogEntries: isLogged ? Object.values(await logged(entry)).map(bundleEntry) : [],
          timestampVerificationData: {
            rfc3161Timestamps:
              isPublic || undated ? [] : [{ signedTimestamp: base64(await stamp()) }]
          }
        },
        dsseEnvelope: {
          payload: Buffer.from(change(payload.toString())).toString('base64'),
          payloadType,
          signatures: [{ sig: signature.toString('base64'), keyid: '' }]
        }
      })
    }
  }
}

/** actions/attest, for the jobs of a run: it signs for a job that may ask for a token, and writes the bundle where the real one does. */
export function attestAction(
  sigstore: Sigstore,
  signing: Signing,
  { permissions }: { permissions: Readonly<Record<string, string>> }
): StandIn {
  return async ({ inputs, workspace, temp }) => {
    for (const name of ['id-token', 'attestations']) {
      if (permissions[name] !== 'write') throw new Error(`the job lacks ${name}: write`)
    }
    const { 'subject-checksums': file = '', ...others } = inputs
    if (Object.keys(others).length > 0) throw new Error('an input that is not known here')
    const lines = readFileSync(resolve(workspace, file), 'utf8')
    const subjects = lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [, digest = '', name = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
        if (name === '') throw new Error(`no subject: ${line}`)
        return { name, digest }
      })
    if (subjects.length === 0 || subjects.length > 1024) throw new Error('Too many subjects')
    const path = join(mkdtempSync(join(temp, 'attest-')), 'attestation.json')
    writeFileSync(path, `${await sigstore.attest(subjects, signing)}\n`)
    return { 'bundle-path': path }
  }
}

const same = (text: string): string => text

function serverOf({ serverUrl = 'https://github.com' }: Signing): string {
  return serverUrl
}

/** https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
function extensionsOf(signing: Signing): { oid: string; value: string }[] {
  const serverUrl = serverOf(signing)
  const { repository, workflow, ref = 'refs/heads/main' } = signing
  const ownIssuer =
    serverUrl === 'https://github.com'
      ? 'https://token.actions.githubusercontent.com'
      : `${serverUrl}/_services/token`
  const values = {
    8: signing.issuer ?? ownIssuer,
    9: `${serverUrl}/${workflow}`,
    11: 'github-hosted',
    12: `${serverUrl}/${repository}`,
    13: '0123456789abcdef0123456789abcdef01234567',
    14: ref,
    20: 'push'
  }
  return Object.entries(values).map(([id, value]) => ({ oid: `1.3.6.1.4.1.57264.1.${id}`, value }))
}

/** Its own type is of a package that it does not bring. */
interface Logged {
  body: string
  integratedTime: number
  logID: string
  logIndex: number
  verification: {
    signedEntryTimestamp: string
    inclusionProof: { logIndex: number; rootHash: string; treeSize: number; checkpoint: string }
  }
}

/** The log's answer as a bundle has it. */
function bundleEntry({ body, integratedTime, logID, logIndex, verification }: Logged): object {
  const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64')
  const proof = verification.inclusionProof
  return {
    logIndex: String(logIndex),
    logId: { keyId: base64(logID) },
    kindVersion: { kind: 'dsse', version: '0.0.1' },
    integratedTime: String(integratedTime),
    inclusionPromise: { signedEntryTimestamp: verification.signedEntryTimestamp },
    inclusionProof: {
      logIndex: String(proof.logIndex),
      rootHash: base64(proof.rootHash),
      treeSize: String(proof.treeSize),
      hashes: [],
      checkpoint: { envelope: proof.checkpoint }
    },
    canonicalizedBody: body
  }
}
