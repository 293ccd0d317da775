import * as z from '#shared/kernel/zod.ts'
import { FrozenRoll, VoteCard } from '#shared/votes/contract.ts'
import { GateReceipt } from '#shared/votes/gate/gate.ts'
import { OfficialFigures, OfficialSystem } from '#shared/votes/official/official.ts'
import { DisputeKind } from '#shared/votes/disputes.ts'
import { PaperFacts } from '#shared/votes/papers/facts.ts'
import { IntakeDeclaration } from '#shared/votes/papers/terms.ts'
import { Filing } from '#shared/votes/records.ts'
import { HandedIn } from '#shared/votes/silence-result.ts'
import { ScopePlace } from '#shared/votes/scope/scope.ts'
import { ObjectionOutcome } from '#shared/votes/objections.ts'
import { Choice, SilentPolicy, VoteMode, VoteState } from '#shared/votes/terms.ts'
import { RuleValues } from '#shared/votes/profiles/profile.ts'
import { AuditEntry } from '../platform/audit/audit.ts'

/** Names are stored masked: the person's id is kept for what needs to know who it was. */
export const Actor = z.object({ person: z.string(), name: z.string() })
export const MadeBy = z.object({ id: z.string(), request: z.string() })

const Said = z.object({ at: z.string(), by: Actor, note: z.string(), madeBy: MadeBy })

const StoredDispute = Said.extend({
  dispute: z.string(),
  kind: DisputeKind,
  ended: Said.optional(),
})
export type StoredDispute = z.infer<typeof StoredDispute>

/** The rules a vote stands under: a profile's name and a copy of its values. */
const FrozenRules = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  fictitious: z.boolean(),
  ...RuleValues.shape,
  /** What this vote makes of silence, among what its profile allows. */
  silent: SilentPolicy,
})
export type FrozenRules = z.infer<typeof FrozenRules>

export const StoredVote = z.object({
  community: z.string(),
  vote: z.string(),
  title: z.string(),
  mode: VoteMode,
  /** In the order of the ballot; their numbers are their places from 1 on. */
  items: z.array(z.object({ matter: z.int(), title: z.string() })),
  /** Whose matter it is, where it is not the whole community's. */
  scope: z.array(ScopePlace).optional(),
  /** Ballots on paper are taken beside the phone. */
  paper: z.boolean().optional(),
  /** The rows that hold the items' texts. */
  wording: z.string(),
  state: VoteState,
  draftedBy: Actor,
  draftedAt: z.string(),
  madeBy: MadeBy,
  /** The government's system it is held in, and what was taken over from there. */
  official: z
    .object({
      ...OfficialSystem.shape,
      result: z
        .object({ ...OfficialFigures.shape, at: z.string(), by: Actor, madeBy: MadeBy })
        .optional(),
    })
    .optional(),
  /** What came before notice, as it was put on record; of each step the last one counts. */
  gate: z.array(GateReceipt.extend({ at: z.string(), by: Actor, madeBy: MadeBy })).optional(),
  noticedAt: z.string().optional(),
  opensAt: z.string().optional(),
  closesAt: z.string().optional(),
  cancelled: z.object({ at: z.string(), reason: z.string() }).optional(),
  /** What it makes of silence, as drafted: checked against the profile when the roll is frozen. */
  silence: z.object({ policy: SilentPolicy, clause: z.string(), warning: z.string() }).optional(),
  /** How many notices were taken back because the text was changed after them. */
  withdrawnNotices: z.int().optional(),
  /** The roll as it was shown; the register may still be corrected. */
  published: z
    .object({
      at: z.string(),
      until: z.string(),
      registerVersion: z.int(),
      heads: z.int(),
      areaCenti: z.int(),
      units: z.int(),
    })
    .optional(),
  /** Both come at once and never change. `rows` hold the units. */
  rules: FrozenRules.optional(),
  roll: FrozenRoll.extend({ rows: z.string() }).optional(),
  /** Who declared the paper complete, on which figures; with the second it is finished. */
  intake: z
    .object({
      declarations: z.array(
        z.object({
          office: z.enum(['committee', 'community']),
          at: z.string(),
          by: Actor,
          madeBy: MadeBy,
          sha256: z.string(),
          notes: IntakeDeclaration.shape.notes,
        }),
      ),
      finishedAt: z.string().optional(),
      facts: PaperFacts.optional(),
    })
    .optional(),
  /** The count in `RESULT`, by what it was made of. */
  counted: z.object({ at: z.string(), ballotsSha256: z.string() }).optional(),
  confirmations: z
    .array(
      z.object({
        office: z.enum(['committee', 'community']),
        at: z.string(),
        by: Actor,
        madeBy: MadeBy,
      }),
    )
    .optional(),
  resultUntil: z.string().optional(),
  /** When the clock looks whether the result is final; absent while an objection waits for its answer. */
  finalAt: z.string().optional(),
  filing: Filing.optional(),
  execution: z.object({ at: z.string(), note: z.string() }).optional(),
  annulment: z
    .object({
      at: z.string(),
      authority: z.enum(['court', 'street']),
      document: z.string(),
      note: z.string(),
    })
    .optional(),
  /** Each state it came to, when, and who brought it there; the clock where nobody did. */
  steps: z.array(
    z.object({ to: VoteState, at: z.string(), by: Actor.optional(), madeBy: MadeBy.optional() }),
  ),
  /** Objections and suits, ended or not. While one is pending nothing of the vote is removed. */
  disputes: z.array(StoredDispute).optional(),
  /** From then on ballots and roll are nobody's to read; how many there were, for the record. */
  removal: z
    .object({ at: z.string(), ballots: z.int(), units: z.int(), done: z.boolean() })
    .optional(),
  /** Entries not yet on their chain. */
  audit: z.array(AuditEntry).optional(),
})
export type StoredVote = z.infer<typeof StoredVote>

export interface FoundVote extends StoredVote {
  readonly version: number
}

/** What an index holds of a vote: never a number of ballots, never a choice. */
export const StoredCard = VoteCard.omit({ standing: true })
export type StoredCard = z.infer<typeof StoredCard>

/** A unit as the register had it when the roll was frozen; owners by key, with masked names. */
export const RollUnit = z.object({
  unit: z.string(),
  areaCenti: z.int(),
  kind: z.enum(['home', 'commercial', 'parking']),
  status: z.enum(['delivered', 'unsold', 'sold_undelivered']),
  owners: z.array(z.object({ key: z.string(), name: z.string() })),
  /** Key of who holds it until it is delivered. */
  developer: z.string().optional(),
  /** Key of the co-owner chosen to vote. */
  representative: z.string().optional(),
})
export type RollUnit = z.infer<typeof RollUnit>

/** One ballot a voter handed in for a head. */
export const StoredSubmission = z.object({
  /** Key of the owner on the roll. */
  voter: z.string(),
  person: z.string(),
  at: z.string(),
  channel: z.enum(['electronic', 'paper']),
  /** In the order of the items. */
  choices: z.array(Choice),
  /** Of a ballot on paper: which sheet, whether it was signed, and who entered it. */
  sheet: z
    .object({ serial: z.string(), signed: z.boolean(), enteredBy: z.tuple([Actor, Actor]) })
    .optional(),
  /** Where an agent handed it in for the voter: by which mandate, and who (a person, or an agent on paper). */
  proxy: z.object({ mandate: z.string(), agent: z.string() }).optional(),
  /** Id of the drawing under it. */
  signature: z.string().optional(),
  madeBy: MadeBy,
})
export type StoredSubmission = z.infer<typeof StoredSubmission>

/** Everything handed in for one head, in the order it was taken in; the rules choose when counting. */
export const StoredBallot = z.object({ submissions: z.array(StoredSubmission) })

export const StoredTurnout = z.object({
  asOf: z.string(),
  castHeads: z.int(),
  castAreaCenti: z.int(),
})
export type StoredTurnout = z.infer<typeof StoredTurnout>

/** What owners objected to, one item for each of the two things: whoever ends the window writes it, too. */
export const StoredObjections = z.object({
  ended: z.boolean(),
  list: z.array(
    z.object({
      objection: z.string(),
      at: z.string(),
      by: Actor,
      unit: z.string().optional(),
      text: z.string(),
      madeBy: MadeBy,
      answer: z
        .object({
          at: z.string(),
          by: Actor,
          outcome: ObjectionOutcome,
          text: z.string(),
          madeBy: MadeBy,
        })
        .optional(),
    }),
  ),
})
export type StoredObjections = z.infer<typeof StoredObjections>

const Sum = z.object({ heads: z.int(), areaCenti: z.int() })
const StoredTally = z.object({
  totalAreaCenti: z.int(),
  totalHeads: z.int(),
  participatingAreaCenti: z.int(),
  participatingHeads: z.int(),
  forAreaCenti: z.int(),
  forHeads: z.int(),
  againstAreaCenti: z.int(),
  againstHeads: z.int(),
  abstainAreaCenti: z.int(),
  abstainHeads: z.int(),
  quorumArea: z.boolean(),
  quorumHeads: z.boolean(),
  majorityArea: z.boolean(),
  majorityHeads: z.boolean(),
  result: z.enum(['PASSED', 'REJECTED', 'NO_QUORUM']),
})

export const StoredResult = z.object({
  countedAt: z.string(),
  ballotsSha256: z.string(),
  voidHeads: z.int(),
  /** In the order of the items. */
  items: z.array(
    z.object({
      tally: StoredTally,
      void: Sum,
      /** Both tallies, where the vote lets silence count. */
      silence: z
        .object({
          withoutSilent: StoredTally,
          decides: z.boolean(),
          silent: Sum,
          countedAs: Choice.optional(),
        })
        .optional(),
    }),
  ),
  handedIn: HandedIn.optional(),
})
export type StoredResult = z.infer<typeof StoredResult>
