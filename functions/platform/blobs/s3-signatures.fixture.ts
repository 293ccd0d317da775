import { createHash, createHmac } from 'node:crypto'

// AWS Signature Version 4 by its own reading of AWS's pages; it shares no code with what it checks.
// docs.aws.amazon.com/AmazonS3/latest/API/ sig-v4-authenticating-requests, sigv4-query-string-auth, sigv4-HTTPPOSTForms.

export interface Account {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}
/** The code S3 would refuse with. */
type Wrong = string | undefined

const hash = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
const mac = (key: string | Buffer, data: string): Buffer =>
  createHmac('sha256', key).update(data).digest()
const timeOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/** The first thing that is not as it must be. */
const firstWrong = (checks: readonly (readonly [boolean, string])[]): Wrong =>
  checks.find(([isRight]) => !isRight)?.[1]

export function signatures(account: Account, region: string, now: () => Date, service = 's3') {
  const signatureOf = (day: string, text: string): string => {
    let key = mac(`AWS4${account.secretAccessKey}`, day)
    for (const part of [region, service, 'aws4_request']) key = mac(key, part)
    return mac(key, text).toString('hex')
  }
  const credentialOf = (day: string): string =>
    `${account.accessKeyId}/${day}/${region}/${service}/aws4_request`

  const expected = (request: Request, date: string, names: string, payload: string): string => {
    const url = new URL(request.url)
    const query = [...url.searchParams]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join('&')
    const headers = names
      .split(';')
      .filter((name) => name !== '')
      .map((name) => `${name}:${(request.headers.get(name) ?? '').trim()}\n`)
      .join('')
    const canonical = [request.method, url.pathname, query, headers, names, payload].join('\n')
    const day = date.slice(0, 8)
    const scope = `${day}/${region}/${service}/aws4_request`
    return signatureOf(day, ['AWS4-HMAC-SHA256', date, scope, hash(canonical)].join('\n'))
  }

  return {
    byHeader(request: Request, body: Buffer): Wrong {
      const header = (name: string): string => request.headers.get(name) ?? ''
      const [, credential, names = '', signature] =
        /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
          header('authorization'),
        ) ?? []
      const [date, payload] = [header('x-amz-date'), header('x-amz-content-sha256')]
      const token = account.sessionToken ?? ''
      return firstWrong([
        [header('x-amz-security-token') === token, 'InvalidToken'],
        [token === '' || names.includes('x-amz-security-token'), 'AccessDenied'],
        [credential === credentialOf(date.slice(0, 8)), 'InvalidAccessKeyId'],
        [['UNSIGNED-PAYLOAD', hash(body)].includes(payload), 'XAmzContentSHA256Mismatch'],
        [signature === expected(request, date, names, payload), 'SignatureDoesNotMatch'],
      ])
    },
    byQuery(request: Request): Wrong {
      const query = new URL(request.url).searchParams
      const value = (name: string): string => query.get(`X-Amz-${name}`) ?? ''
      const [date, seconds] = [value('Date'), Number(value('Expires'))]
      const right = expected(request, date, value('SignedHeaders'), 'UNSIGNED-PAYLOAD')
      const age = now().getTime() - timeOf(date)
      return firstWrong([
        [seconds >= 1 && seconds <= 604_800, 'AuthorizationQueryParametersError'],
        [value('Security-Token') === (account.sessionToken ?? ''), 'InvalidToken'],
        [value('Credential') === credentialOf(date.slice(0, 8)), 'AccessDenied'],
        [value('Signature') === right, 'SignatureDoesNotMatch'],
        [age >= 0 && age < seconds * 1_000, 'AccessDenied'],
      ])
    },
    byForm(fields: ReadonlyMap<string, string>): Wrong {
      const field = (name: string): string => fields.get(name) ?? ''
      const day = field('x-amz-date').slice(0, 8)
      return firstWrong([
        [field('policy') !== '', 'AccessDenied'],
        [field('x-amz-credential') === credentialOf(day), 'InvalidAccessKeyId'],
        [field('x-amz-signature') === signatureOf(day, field('policy')), 'SignatureDoesNotMatch'],
      ])
    },
  }
}
