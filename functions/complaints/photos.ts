import type { PhotoView, VoiceView } from '#shared/complaints/contract.ts'
import type { Call } from '../platform/http/call.ts'
import type { Complaints } from './repository.ts'

interface Whose {
  readonly community: string
  readonly person: string
}

/** A photo whose check has passed, with what proves it. */
export interface PhotoFile {
  readonly photo: string
  /** ISO instant. */
  readonly addedAt: string
  readonly contentType: string
  /** Of the picture as it is kept, in hexadecimal. */
  readonly sha256: string
  /** Readable by whoever has it, for half an hour at least. */
  readonly url: string
  bytes(): Promise<Uint8Array | undefined>
}

/** What complaints ask of photos. */
export interface PhotoOffers {
  /**
   * Ties the person's own, still free photos to one use; again for the same use changes nothing.
   * @throws RefusedError where one is not theirs or is used elsewhere
   */
  claim(photos: readonly string[], whose: Whose, use: string): Promise<void>
  /** Each photo as this person may see it. */
  view(photos: readonly string[], viewer: Whose): Promise<readonly PhotoView[]>
  /** Those whose check has passed, in order. */
  files(photos: readonly string[], community: string): Promise<readonly PhotoFile[]>
}

/** A voice note whose check has passed, with what proves it. */
export interface VoiceFile extends Omit<PhotoFile, 'photo'> {
  readonly voice: string
  readonly seconds: number
}

/** What complaints ask of voice notes. */
export interface VoiceOffers {
  /**
   * Ties the person's own, still free note to one use; again for the same use changes nothing.
   * @throws RefusedError where it is not theirs, refused, or used elsewhere
   */
  claim(voice: string, whose: Whose, use: string): Promise<void>
  /** Each as this person may hear it. */
  view(voices: readonly string[], viewer: Whose): Promise<readonly VoiceView[]>
  /** Those whose check has passed, in order. */
  files(voices: readonly string[], community: string): Promise<readonly VoiceFile[]>
}

export const whoseIn = ({ person, repository }: Call<Complaints>): Whose => ({
  person,
  community: repository.community,
})
