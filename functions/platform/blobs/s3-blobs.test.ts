import { openS3Blobs } from './blobs.fixture.ts'
import { bucketUrl, s3Blobs } from './s3-blobs.ts'
import { presignedGet, sign } from './sigv4.ts'

const signer = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const now = (): Date => new Date('2026-11-21T02:00:00Z')

// docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html; its lines end with CR LF.
const POLICY = [
  '{ "expiration": "2015-12-30T12:00:00.000Z",',
  '  "conditions": [',
  '    {"bucket": "sigv4examplebucket"},',
  '    ["starts-with", "$key", "user/user1/"],',
  '    {"acl": "public-read"},',
  '    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
  '    ["starts-with", "$Content-Type", "image/"],',
  '    {"x-amz-meta-uuid": "14365123651274"},',
  '    {"x-amz-server-side-encryption": "AES256"},',
  '    ["starts-with", "$x-amz-meta-tag", ""],',
  '',
  '    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
  '    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
  '    {"x-amz-date": "20151229T000000Z" }',
  '  ]',
  '}',
].join('\r\n')

test('the POST policy of AWS’s documents gets the signature printed there', () => {
  const policy = Buffer.from(POLICY).toString('base64')
  expect(sign(signer, '20151229T000000Z', policy)).toBe(
    '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
  )
})

test('the presigned GET of AWS’s documents gets the signature printed there', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt')
  expect(presignedGet(url, signer, '20130524T000000Z', 86_400)).toMatch(
    /&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404$/,
  )
})

test.each([
  ['cn-northwest-1', 'https://photos.s3.cn-northwest-1.amazonaws.com.cn'],
  ['cn-north-1', 'https://photos.s3.cn-north-1.amazonaws.com.cn'],
  ['ap-southeast-1', 'https://photos.s3.ap-southeast-1.amazonaws.com'],
])('the bucket in %s', (region, url) => {
  expect(bucketUrl('photos', region)).toBe(url)
  const blobs = s3Blobs({ bucket: 'photos', signer: { ...signer, region } }, now)
  const expiresAt = new Date('2026-11-21T03:00:00Z')
  expect(blobs.uploadForm({ key: 'a', maxBytes: 9, expiresAt }).url).toBe(`${url}/`)
  expect(blobs.readUrl('a', expiresAt)).toContain(`${url}/a?X-Amz-Algorithm=AWS4-HMAC-SHA256&`)
})

test('a passing failure of S3 is asked again; a lasting one is a fault, not an absence', async () => {
  const { blobs, failures, stop } = await openS3Blobs(now)
  failures.push(503)
  await blobs.put('a', new Uint8Array([1]), 'image/png')
  expect(await blobs.get('a')).toHaveLength(1)
  failures.push(403)
  await expect(blobs.get('a')).rejects.toThrow('S3 answered GET with 403')
  failures.push(500, 500, 500, 500)
  await expect(blobs.delete('a')).rejects.toThrow('S3 answered DELETE with 500')
  await stop()
})

test('a bucket that is not there is a fault', async () => {
  const { blobs, failures, stop } = await openS3Blobs(now)
  failures.push(404)
  await expect(blobs.put('a', new Uint8Array([1]), 'image/png')).rejects.toThrow('bucket')
  await stop()
})
