import { PauseReason } from '#shared/clocks/clock.ts'
import { ClockName } from '#shared/clocks/rule.ts'
import type { Permission } from '#shared/kernel/permissions.ts'
import { contract, Day, Id, Instant } from '#shared/kernel/route.ts'
import { isPublicNumber } from '#shared/kernel/public-number.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { DeclineReason, Finding, Verdict } from './rules/life.ts'
import { Complaint } from './views.ts'

const PublicNumber = z.string().refine(isPublicNumber, '编号格式不对')
export const one = { community: Id, number: PublicNumber }
export const photos = z.array(Id).max(9).default([])
/** A voice note of the speaker's own, beside words and photos or instead of words. */
export const voice = Id.optional()
/** The latest event the person had seen: where somebody has acted since, they are told what, and nothing is done. */
export const seen = z.int().min(0).optional()

const PATH = '/communities/:community/complaints/:number'

const act = <const P extends string, const A extends Permission, S extends z.ZodRawShape>(
  path: P,
  access: A,
  summary: string,
  shape: S,
) =>
  ({
    method: 'POST',
    path: `${PATH}/${path}`,
    summary,
    access,
    idempotency: 'accepted',
    input: z.strictObject({ ...one, seen, ...shape }),
    output: Complaint,
  }) as const

/** Of the filer too, who keeps it where their home has ended: it is their word, and their way to an outcome. */
const ofFiler = <const R extends object>(route: R) => ({ ...route, formerly: true }) as const

const words = text(2, 2_000)
const clock = ClockName.optional()

/** What may be done to a complaint once it leaves the way of reply and confirmation. */
export const actsContract = contract({
  withdraw: ofFiler(
    act('withdraw', 'complaint:close', 'The filer takes it back', {
      text: text(0, 500).optional(),
    }),
  ),
  urge: ofFiler(
    act('urge', 'complaint:close', 'The filer urges whoever has to act, once a day', {
      text: text(0, 500).optional(),
    }),
  ),
  route: ofFiler(
    act(
      'route',
      'complaint:route',
      'Straight to the street: by the filer, who always may, or by an office that takes it up',
      { text: text(0, 1_000).optional() },
    ),
  ),
  acceptAtStreet: act('street-accept', 'complaint:street', 'The street takes it on', {}),
  recordOnsite: act(
    'onsite',
    'complaint:visit',
    'Who was there, when, where, and what they found',
    {
      who: text(2, 60),
      when: Instant,
      where: text(2, 100),
      text: text(0, 2_000).optional(),
      photos,
    },
  ),
  handle: act('handle', 'complaint:street', 'The street begins to act on what it found', {
    text: text(0, 2_000).optional(),
  }),
  find: act('finding', 'complaint:answer', 'A recorded finding, on which the way up rests', {
    finding: Finding,
    /** Who approved it. */
    approver: text(2, 30),
    text: words,
    photos,
  }),
  escalate: act('escalate', 'complaint:answer', 'Up one level, on a finding of this one', {
    text: text(0, 2_000).optional(),
  }),
  recordMeeting: act(
    'meeting',
    'complaint:meet',
    'What the joint meeting resolved, who is responsible, and by when; the street acts on it',
    {
      heldOn: Day,
      attendees: text(2, 500),
      text: words,
      responsible: text(2, 60),
      dueOn: Day,
      photos,
    },
  ),
  toMediation: ofFiler(
    act('mediation', 'complaint:elsewhere', 'To mediation: the clocks stop', {
      body: text(2, 60),
      text: text(0, 2_000).optional(),
    }),
  ),
  toLitigation: ofFiler(
    act('litigation', 'complaint:elsewhere', 'To court: the clocks stop', {
      body: text(2, 60),
      caseNumber: text(0, 60).optional(),
      text: text(0, 2_000).optional(),
    }),
  ),
  takeBack: ofFiler(
    act(
      'take-back',
      'complaint:elsewhere',
      'What mediator, court or department left open: the street goes on with it',
      { text: words },
    ),
  ),
  refer: act('refer', 'complaint:meet', 'To the competent department of the routing table', {
    department: Id,
    text: words,
  }),
  decline: act('decline', 'complaint:street', 'Not accepted, with the reason', {
    reason: DeclineReason,
    text: words,
  }),
  merge: act('merge', 'complaint:merge', 'Into one filed earlier; its filer keeps this thread', {
    into: PublicNumber,
    text: text(0, 500).optional(),
  }),
  closeUnanswered: act(
    'close-unanswered',
    'complaint:close_unanswered',
    'Nobody answered its resolution for 15 days and two reminders: closed without a confirmation',
    { text: words },
  ),
  review: act('review', 'complaint:review', 'One of two officers about a second dispute', {
    verdict: Verdict,
    text: words,
  }),
  pause: act('pause', 'complaint:answer', 'A clock stands still, and why', {
    clock,
    pause: PauseReason,
    text: words,
  }),
  resume: act('resume', 'complaint:answer', 'A paused clock goes on', { clock }),
  note: act('note', 'complaint:queue', 'For colleagues only', { text: words, photos }),
  message: ofFiler(
    act('messages', 'complaint:read', 'A message to the other side, in words or by voice', {
      text: words.optional(),
      photos,
      voice,
    }),
  ),
})
