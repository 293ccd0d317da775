import { Id } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { Vote } from '../vote.ts'
import { SHEET_PHOTOS_AT_MOST } from './photographing.ts'
import {
  DifferenceKind,
  EntryOutcome,
  PaperLine,
  PaperReport,
  PrintedPages,
  SheetInHand,
  SheetMark,
  SheetPhotos,
  SheetUpload,
  SheetWay,
  StruckAs,
} from './terms.ts'

const one = { community: Id, vote: Id }
type Shapes = Record<string, z.ZodType>
const withVote = <S extends Shapes>(shape: S) => z.strictObject({ ...one, ...shape })

/** Which heads: those whose first home stands in the building, from a number on the roll on. */
const stretch = {
  building: z.string().max(40).optional(),
  from: z.coerce.number().int().min(1).max(200_000).optional(),
}
/** Where owners hand in, as it is printed. */
const HandIn = text(2, 60)
const Serial = z.string().max(20)
/** Scanned or typed off a sheet. In a body, never in an address: addresses are logged. */
const Code = z.string().min(5).max(60)

/** Ballots on paper: printed, handed out, taken in, entered by two people, reconciled. */
export const paperOperations = {
  printSheets: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/sheets',
    summary: 'Print ballots, one for each head that has none; a file at a time',
    access: 'vote:paper',
    idempotency: 'accepted',
    input: withVote({ ...stretch, handIn: HandIn }),
    output: PrintedPages,
  },
  reprintSheet: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/reprints',
    summary: 'Print a ballot anew, with the reason: the former one is void',
    access: 'vote:paper',
    idempotency: 'accepted',
    input: withVote({ serial: Serial, reason: text(2, 100), handIn: HandIn }),
    output: PrintedPages,
  },
  printNotices: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/papers/notices',
    summary: 'The notice of the vote for each head, to print; a file at a time',
    access: 'vote:paper',
    input: withVote({ ...stretch, handIn: HandIn }),
    output: PrintedPages,
  },
  papers: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/papers',
    summary: 'Who has which ballot on paper, and what became of it; never a choice',
    access: 'vote:paper',
    input: withVote(stretch),
    output: z.object({
      lines: z.array(PaperLine),
      next: z.int().optional(),
      /** Of the whole roll, in its order, each with the number of its first head. */
      buildings: z.array(z.object({ building: z.string(), heads: z.int(), first: z.int() })),
    }),
  },
  issueSheets: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/issues',
    summary: 'Note that ballots were handed out, and how',
    access: 'vote:paper',
    idempotency: 'accepted',
    input: withVote({
      serials: z.array(Serial).min(1).max(50),
      way: SheetWay,
      to: text(1, 20).optional(),
    }),
    output: z.object({ lines: z.array(PaperLine) }),
  },
  lookAtSheet: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/look',
    summary: 'Which head a sheet in hand belongs to, by its code',
    access: 'vote:paper',
    idempotency: 'accepted',
    counted: 'read',
    input: withVote({ code: Code }),
    output: SheetInHand,
  },
  returnSheet: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/returns',
    summary: 'Take in a ballot, by its code; after the close it is noted and not counted',
    access: 'vote:paper',
    idempotency: 'accepted',
    input: withVote({ code: Code }),
    output: PaperLine,
  },
  addSheetPhoto: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/uploads',
    summary:
      'A form to upload one photo of a ballot with: sealed, so that nothing else ever shows it',
    access: 'vote:paper',
    idempotency: 'required',
    success: 201,
    input: withVote({}),
    output: SheetUpload,
  },
  photographSheet: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/photos',
    summary: 'One to three sealed photos of a ballot, by whoever took it in, before it is entered',
    access: 'vote:paper',
    idempotency: 'accepted',
    input: withVote({ code: Code, photos: z.array(Id).min(1).max(SHEET_PHOTOS_AT_MOST) }),
    output: PaperLine,
  },
  sheetPhotos: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/photo-looks',
    summary: 'The photos of a ballot that two people have entered; who looks is on record',
    access: 'vote:confirm',
    idempotency: 'accepted',
    counted: 'read',
    input: withVote({ serial: Serial }),
    output: SheetPhotos,
  },
  strikeSheet: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/strikes',
    summary: 'Note that a ballot is void or missing, and why',
    access: 'vote:paper',
    idempotency: 'accepted',
    input: withVote({ serial: Serial, as: StruckAs, reason: text(2, 100) }),
    output: PaperLine,
  },
  enterSheet: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/entries',
    summary: 'Enter what stands on a ballot: two people, neither sees the other’s',
    access: 'vote:paper',
    idempotency: 'required',
    success: 201,
    input: withVote({
      code: Code,
      marks: z
        .array(z.strictObject({ item: z.int().min(1), choice: SheetMark }))
        .min(1)
        .max(20),
      signed: z.boolean(),
      /** Which of the owners signed, by place from 1 on. */
      signer: z.int().min(1).max(100).optional(),
      /** Where an agent signed: by which mandate. */
      mandate: Id.optional(),
    }),
    output: z.object({ outcome: EntryOutcome, line: PaperLine }),
  },
  paperReport: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/papers/report',
    summary: 'Printed, handed out, returned, void, missing, entered: by building and in total',
    access: 'vote:paper',
    input: withVote({}),
    output: PaperReport,
  },
  finishIntake: {
    method: 'POST',
    path: '/communities/:community/votes/:vote/papers/declarations',
    summary: 'Declare the paper complete, each difference explained: committee and community',
    access: 'vote:paper',
    idempotency: 'accepted',
    input: withVote({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      notes: z.array(z.strictObject({ kind: DifferenceKind, text: text(5, 300) })).max(6),
    }),
    output: Vote,
  },
} as const
