import type { ComponentType } from 'react'
import type { Complaint, ComplaintAct } from '#shared/complaints/contract.ts'

/** What goes with every act besides what was typed. */
export interface About {
  readonly community: string
  readonly number: string
  readonly seen?: number
}

export const aboutOf = (
  community: string,
  { number, lastSeq }: Pick<Complaint, 'number' | 'lastSeq'>,
): About => ({ community, number, ...(lastSeq !== undefined && { seen: lastSeq }) })

/** What every act's form is given. */
export interface ActFormProps {
  readonly community: string
  readonly person: string
  readonly complaint: Complaint
  /** Why it cannot be sent now: somebody else acted while it was open. What was typed stays. */
  readonly off?: string | undefined
  /** It was done: the complaint as it then is. */
  readonly onDone: (complaint: Complaint) => void
  /** Somebody else acted first: what is shown is old. */
  readonly onLost: () => Promise<void>
}

/** One act of an office, as a page offers it. */
export interface ActEntry {
  readonly act: ComplaintAct
  /** On its button. */
  readonly word: string
  /** What it does, where the word does not say it. */
  readonly note?: string
  /** Nothing is to be said: one tap does it. */
  readonly tap?: (about: About, sending: { readonly key: string }) => Promise<Complaint>
  /** Otherwise what is to be said. */
  readonly Form?: ComponentType<ActFormProps>
}
