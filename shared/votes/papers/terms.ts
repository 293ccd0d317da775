import { Id, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { Choice } from '../terms.ts'

/** What became of a sheet of paper (一张表决票). */
export const SheetState = z.enum(['printed', 'issued', 'returned', 'void', 'missing'])
export type SheetState = z.infer<typeof SheetState>

/** How a sheet came to its owner. */
export const SheetWay = z.enum(['desk', 'door', 'post'])
export type SheetWay = z.infer<typeof SheetWay>

/** What takes a sheet out of use. */
export const StruckAs = z.enum(['void', 'missing'])
export type StruckAs = z.infer<typeof StruckAs>

/** What stands on a sheet for one item: nothing, or more than one box, are said as they are seen. */
export const SheetMark = z.enum([...Choice.options, 'blank', 'double'])
export type SheetMark = z.infer<typeof SheetMark>

/** How far two people are with a returned sheet; never what anybody entered. */
export const EntryState = z.enum(['none', 'one', 'differs', 'settled'])
export type EntryState = z.infer<typeof EntryState>

/** A head of the roll with its sheet. */
export const PaperLine = z.object({
  /** Its number on the roll, from 1 on: the number printed on every sheet of the head. */
  place: z.int(),
  /** `12-1`: the head's number and the how manyth print; absent while nothing is printed. */
  serial: z.string().optional(),
  units: z.array(z.string()),
  areaCenti: z.int(),
  state: SheetState.optional(),
  issued: z.object({ at: Instant, way: SheetWay, to: z.string().optional() }).optional(),
  returned: z.object({ at: Instant, late: z.boolean() }).optional(),
  struck: z.object({ at: Instant, as: StruckAs, reason: z.string() }).optional(),
  entry: EntryState.optional(),
  /** Whether the reader made one of the entries that stand. */
  enteredByMe: z.boolean().optional(),
  /** How many photos were taken of it. */
  photos: z.int().optional(),
  /** The reader took it in, nobody has entered it, and it has no photo: now one may be taken. */
  toPhotograph: z.boolean().optional(),
  /** Its photos may be looked at: two people have entered it. */
  photosOpen: z.boolean().optional(),
})
export type PaperLine = z.infer<typeof PaperLine>

/** Pages of paper, one file: A4, fetches nothing. */
export const PrintedPages = z.object({
  html: z.string(),
  /** Sheets or notices in it. */
  pages: z.int(),
  /** Heads passed over because they have a sheet that is valid. */
  skipped: z.int(),
  /** Where the next file begins; absent after the last. */
  next: z.int().optional(),
})
export type PrintedPages = z.infer<typeof PrintedPages>

/** Sheets by what became of them; each sheet stands under one of the states. */
export const PaperFigures = z.object({
  heads: z.int(),
  /** Heads without any sheet. */
  unprinted: z.int(),
  /** Every sheet ever printed: the five below added. */
  printed: z.int(),
  /** Not handed out. */
  kept: z.int(),
  /** Handed out and not come back. */
  out: z.int(),
  returned: z.int(),
  void: z.int(),
  missing: z.int(),
  /** Were ever handed out. */
  issued: z.int(),
  /** Of those returned. */
  late: z.int(),
  unissued: z.int(),
  entered: z.int(),
  waiting: z.int(),
  conflicts: z.int(),
})
export type PaperFigures = z.infer<typeof PaperFigures>

/** What does not come out even, and wants words. */
export const DifferenceKind = z.enum(['unprinted', 'kept', 'out', 'missing', 'late', 'unissued'])
export type DifferenceKind = z.infer<typeof DifferenceKind>

const DifferenceNote = z.object({ kind: DifferenceKind, text: z.string() })

export const IntakeDeclaration = z.object({
  office: z.enum(['committee', 'community']),
  by: z.string(),
  at: Instant,
  notes: z.array(DifferenceNote),
})
export type IntakeDeclaration = z.infer<typeof IntakeDeclaration>

export const PaperReport = z.object({
  total: PaperFigures,
  buildings: z.array(PaperFigures.extend({ building: z.string() })),
  differences: z.array(z.object({ kind: DifferenceKind, count: z.int() })),
  /** Serials in the order of the roll, runs drawn together: `1-1 至 120-1`. */
  serials: z.string(),
  voidSerials: z.string(),
  /** Returned in time and not settled, at most 200. */
  open: z.array(PaperLine),
  /** Of the figures: whoever declares says which they saw. */
  sha256: z.string(),
  declarations: z.array(IntakeDeclaration),
  finishedAt: Instant.optional(),
  /** The same as a page to print. */
  html: z.string(),
})
export type PaperReport = z.infer<typeof PaperReport>

/** A sheet in somebody's hand, before they say what stands on it. */
export const SheetInHand = z.object({
  line: PaperLine,
  /** In the order of the roll, masked: one of them signed. */
  owners: z.array(z.string()),
  /** The co-owner chosen to vote, by place from 1 on. */
  representative: z.int().optional(),
  /** Who may sign for which of them, by a written mandate that lives; names masked. */
  agents: z.array(z.object({ mandate: z.string(), agent: z.string(), principal: z.int() })),
})
export type SheetInHand = z.infer<typeof SheetInHand>

/** Where the phone sends one photo: the fields of a multipart form, then the file as `file`. */
export const SheetUpload = z.object({
  photo: Id,
  form: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
  maxBytes: z.int(),
})

/** Pictures of one sheet, each with the hash under which it was taken in. */
export const SheetPhotos = z.object({
  serial: z.string(),
  takenAt: Instant,
  photos: z.array(z.object({ url: z.string(), sha256: z.string() })),
})
export type SheetPhotos = z.infer<typeof SheetPhotos>

/** `first`: another person enters it next. `differs`: no two entries are equal yet. `settled`: it is in the box. */
export const EntryOutcome = z.enum(['first', 'differs', 'settled'])
export type EntryOutcome = z.infer<typeof EntryOutcome>
