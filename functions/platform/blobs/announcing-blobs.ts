import type { Blobs } from './blobs.ts'

/** One machine: what is put under these keys is announced as S3 announces it, after the putting has been answered. */
export const announcingBlobs = <B extends Blobs>(
  blobs: B,
  isAnnounced: (key: string) => boolean,
  announce: (key: string) => void,
): B => ({
  ...blobs,
  async put(key, bytes, contentType) {
    await blobs.put(key, bytes, contentType)
    if (isAnnounced(key)) announce(key)
  },
})
