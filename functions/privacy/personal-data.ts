import type { Closure, ExportedPart } from '#shared/privacy/contract.ts'
import type { PurposeId } from '#shared/privacy/purposes.ts'

/** What became of a person's data, in words for the person. */
export interface Erased {
  readonly erased: readonly string[]
  /** Kept under a norm or for a dispute until the day, and shown to nobody. */
  readonly frozen: Closure['frozen']
  /** Not the account's to take along: it stays as it is. */
  readonly kept?: Closure['kept']
}

/**
 * What a feature holds about a person. Every feature that keeps something by a person's id implements it, so that an
 * export is whole and a closed account leaves nothing behind that nobody decided about.
 */
export interface PersonalData {
  readonly feature: string
  export(person: string, now: Date): Promise<readonly ExportedPart[]>
  /** What `erase` would do now. Changes nothing. */
  foresee(person: string, now: Date): Promise<Erased>
  /** Run again after a crash it ends in the same state. */
  erase(person: string, now: Date): Promise<void>
  /** Why the account cannot be closed now, each with what to do. */
  blocks?(person: string, now: Date): Promise<readonly string[]>
  /** Ends what rests on a consent that was taken back. Twice is once. */
  withdrawn?(person: string, purpose: PurposeId, now: Date): Promise<void>
}
