import { Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { VoteDispute } from './disputes.ts'
import { Gate } from './gate/gate.ts'
import { OfficialSystem } from './official/official.ts'
import { CountConfirmation, Filing, FilingDue } from './records.ts'
import { VoteScope } from './scope/scope.ts'
import { GivenMandate, HeldMandate } from './mandates/mandate.ts'
import { ItemChoice, MatterClass, SilentPolicy, VoteMode, VoteState } from './terms.ts'

export { ItemChoice } from './terms.ts'

/** Number of the matter in article 278 of the Civil Code: 1 to 9. It fixes the class. */
export const Matter = z.int().min(1).max(9)

export const VoteItem = z.object({
  item: z.int(),
  matter: Matter,
  matterName: z.string(),
  class: MatterClass,
  title: z.string(),
  text: z.string(),
})
export type VoteItem = z.infer<typeof VoteItem>

/** Where the person stands: `cast` once every head of theirs has a ballot. A list looks into open votes only. */
export const Standing = z.enum(['not_entitled', 'may_cast', 'cast', 'not_open'])
export type Standing = z.infer<typeof Standing>

export const VoteCard = z.object({
  vote: z.string(),
  title: z.string(),
  state: VoteState,
  mode: VoteMode,
  items: z.int(),
  /** `3幢、5幢`, where it is not about the whole community. */
  scope: z.string().optional(),
  opensAt: Instant.optional(),
  closesAt: Instant.optional(),
  standing: Standing,
})
export type VoteCard = z.infer<typeof VoteCard>

/** A ballot as its voter sees it. */
export const MyBallot = z.object({
  at: Instant,
  channel: z.enum(['electronic', 'paper']),
  choices: z.array(ItemChoice),
  /** The voter's signature is kept with it. */
  signed: z.literal(true).optional(),
})
export type MyBallot = z.infer<typeof MyBallot>

/** One head (人) the person may speak for: all homes of the same set of owners. Area in 0.01 m². */
export const MyHead = z.object({
  head: z.string(),
  areaCenti: z.int(),
  units: z.array(z.string()),
  /** How many own it together; where more than one of them votes and they differ, it is void. */
  owners: z.int(),
  /** Code of the reason why no ballot can be cast for it now, with its sentence. */
  blocked: z.object({ code: z.string(), detail: z.string() }).optional(),
  ballot: MyBallot.optional(),
  /** Who may cast for the person here, as long as the person has not. */
  mandate: GivenMandate.optional(),
  /** Where it is somebody else's head: by whose mandate the person casts for it. */
  actsFor: HeldMandate.optional(),
})
export type MyHead = z.infer<typeof MyHead>

/** Both axes; areas in 0.01 m². `asOf` is at most 10 seconds old while the vote is open. */
export const Turnout = z.object({
  asOf: Instant,
  totalHeads: z.int(),
  totalAreaCenti: z.int(),
  castHeads: z.int(),
  castAreaCenti: z.int(),
})
export type Turnout = z.infer<typeof Turnout>

/** The roll as frozen: who counts how much, by version and hash. */
export const FrozenRoll = z.object({
  frozenAt: Instant,
  registerVersion: z.int(),
  heads: z.int(),
  areaCenti: z.int(),
  units: z.int(),
  sha256: z.string(),
})

/** What the committee can do next, and from when on; `missing` are sentences. */
export const NextStep = z.object({
  act: z.enum([
    'publish_roll',
    'wait_for_objections',
    'freeze_roll',
    'give_notice',
    'wait_for_opening',
    'wait_for_close',
    'wait_for_count',
    'confirm_count',
    'publish_result',
    'file',
    'execute',
    'none',
  ]),
  possibleAt: Instant.optional(),
  missing: z.array(z.string()),
})
export type NextStep = z.infer<typeof NextStep>

export const Vote = z.object({
  vote: z.string(),
  title: z.string(),
  state: VoteState,
  mode: VoteMode,
  /** What a tap legally is here, in one plain sentence. */
  modeSentence: z.string(),
  profile: z.object({
    id: z.string(),
    name: z.string(),
    version: z.int(),
    fictitious: z.boolean(),
  }),
  items: z.array(VoteItem),
  /** Where it is not about the whole community. */
  scope: VoteScope.optional(),
  /** The government's system in which it is held. */
  official: OfficialSystem.optional(),
  /** What comes before notice, where anything does. */
  gate: Gate.optional(),
  draftedBy: z.string(),
  draftedAt: Instant,
  noticedAt: Instant.optional(),
  opensAt: Instant.optional(),
  closesAt: Instant.optional(),
  cancelled: z.object({ at: Instant, reason: z.string() }).optional(),
  /** The roll as it was published, and until when owners may object to it. */
  published: z
    .object({
      at: Instant,
      until: Instant,
      registerVersion: z.int(),
      heads: z.int(),
      areaCenti: z.int(),
    })
    .optional(),
  roll: FrozenRoll.optional(),
  /** What is made of owners who were served and did not answer, and by what clause. */
  silence: z
    .object({
      policy: SilentPolicy,
      clause: z.string().optional(),
      warning: z.string().optional(),
    })
    .optional(),
  /** Notices taken back because something of the vote was changed after them. */
  withdrawnNotices: z.int().optional(),
  confirmations: z.array(CountConfirmation).optional(),
  /** Until when owners may object to the published result. */
  resultUntil: Instant.optional(),
  filing: Filing.optional(),
  filingDue: FilingDue.optional(),
  execution: z.object({ at: Instant, note: z.string() }).optional(),
  annulment: z
    .object({
      at: Instant,
      authority: z.enum(['court', 'street']),
      document: z.string(),
      note: z.string(),
    })
    .optional(),
  /** Ballots on paper are taken, beside the phone or alone. */
  paper: z.boolean().optional(),
  /** What a cast by tap needs beside the choices. */
  casting: z.object({ freshMinutes: z.int().optional(), signature: z.boolean() }).optional(),
  standing: Standing,
  /** Empty where the person may not vote; `whyNot` then says why. */
  heads: z.array(MyHead),
  whyNot: z.object({ code: z.string(), detail: z.string() }).optional(),
  turnout: Turnout.optional(),
  next: NextStep,
  disputes: z.array(VoteDispute).optional(),
  /** Its ballots and the names on its roll were kept long enough and are gone; what is counted stays. */
  removedAt: Instant.optional(),
})
export type Vote = z.infer<typeof Vote>
