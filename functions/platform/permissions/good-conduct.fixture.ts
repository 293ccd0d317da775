import { dayOf } from '#shared/kernel/calendar.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { fees } from '#shared/fees/contract.ts'
import { notices } from '#shared/notices/contract.ts'
import { photos } from '#shared/photos/contract.ts'
import { voices } from '#shared/photos/voice-contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import type { Bound, Homes, Spot } from '../../bindings/refusals.fixture.ts'
import { filed, LIFT, takenTo } from '../../complaints/complaints.fixture.ts'
import { addBill, addQuarter } from '../../fees/fees.fixture.ts'
import {
  answers,
  castAs,
  closedAndCounted,
  closedAndSwept,
  drafted,
  frozen,
  gated,
  headsOf,
  ITEMS,
  objectAs,
  opened,
  published,
  windowOf,
} from '../../votes/votes.fixture.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

const at = { community: 'jinxiu' }

/** An owner whom the rest is about. */
export interface Owner extends Bound {
  readonly spot: Spot
}

export async function goodComplaints({ app }: Homes): Promise<GoodRequest[]> {
  const one = async (steps: number) => ({ ...at, number: await takenTo(app, steps) })
  const [isNew, begun, accepted, closed] = [await one(0), await one(1), await one(1), await one(3)]
  const disputed = await one(3)
  app.weixin.answer = 'review'
  const held = { ...at, number: await filed(app) }
  app.weixin.answer = 'pass'
  return [
    good(complaints.file, 'resident', { ...LIFT, ...at }),
    good(complaints.get, 'resident', isNew),
    good(complaints.accept, 'property', isNew),
    good(complaints.reply, 'property', { ...begun, text: '师傅明天上午到。' }),
    good(complaints.resolve, 'property', { ...accepted, text: '已换好。' }),
    good(complaints.confirm, 'resident', { ...closed, rating: 5 }),
    good(complaints.dispute, 'resident', { ...disputed, text: '今天又响了。' }),
    good(complaints.release, 'community', held),
  ]
}

const reportedOn = ({ clock }: Homes['app']) => ({
  ...{ step: 'party' as const, day: dayOf(clock.now), document: '报告存档第 8 号' },
})

/** Moves the clock on by some months: what comes later is about what is open then. */
export async function goodVotes({ app }: Homes, owner: Owner): Promise<GoodRequest[]> {
  const about = (vote: string) => ({ ...at, vote })
  const toConfirm = await opened(app)
  await castAs(app, owner.id, toConfirm, ['for', 'against'])
  await closedAndSwept(app, toConfirm)
  const count = await (await app.as('committee')).send(votes.countToConfirm, about(toConfirm))
  const counted = await opened(app)
  await closedAndCounted(app, counted)
  const [toFreeze, toNotice] = [await published(app), await frozen(app)]
  await gated(app, toNotice)
  const open = await opened(app, { paper: true })
  const [toSee, toObject] = [await published(app), await published(app)]
  const objection = await objectAs(app, owner.id, toSee, 'roll')
  const [head] = await headsOf(app, owner.id, open)
  const wording = { ...at, title: '续聘物业', mode: 'local_electronic' as const, items: ITEMS }
  const draft = async () => about(await drafted(app))
  const text = '名册按不动产登记簿核对无误。'
  return [
    good(votes.draft, 'committee', wording),
    good(votes.redraft, 'committee', { ...wording, ...(await draft()) }),
    good(votes.publishRoll, 'committee', await draft()),
    good(votes.roll, owner.id, about(toSee)),
    good(votes.object, owner.id, { ...about(toObject), about: 'roll', text: '面积少算了。' }),
    good(votes.objections, owner.id, { ...about(toSee), about: 'roll' }),
    good(votes.answerObjection, 'committee', {
      ...about(toSee),
      ...{ about: 'roll', objection: objection.body.objection, outcome: 'dismissed', text },
    }),
    good(votes.freezeRoll, 'committee', about(toFreeze)),
    good(votes.recordGate, 'committee', { ...about(toNotice), ...reportedOn(app) }),
    good(votes.giveNotice, 'committee', { ...about(toNotice), ...windowOf(app) }),
    good(votes.cancel, 'committee', { ...(await draft()), reason: '方案要重新商议。' }),
    good(votes.cast, owner.id, {
      ...{ ...about(open), head: head?.head ?? '' },
      choices: answers(['for', 'abstain']),
      signature: SIGNED,
    }),
    ...[votes.get, votes.turnout].map((route) => good(route, owner.id, about(open))),
    good(votes.countToConfirm, 'community', about(toConfirm)),
    good(votes.confirmCount, 'community', {
      ...{ ...about(toConfirm), ballotsSha256: count.body.ballotsSha256 },
    }),
    good(votes.result, owner.id, about(counted)),
  ]
}

export async function goodPapers({ app }: Homes, owner: Owner): Promise<GoodRequest[]> {
  const { table } = app.ports
  await addQuarter(table, at.community)
  await addBill(table, at.community, owner.spot.home.unit)
  const client = await app.as(owner.id)
  const [bill] = (await client.send(fees.mine, at)).body.items
  const text = '周二上午停水三小时，请提前储水。'
  const notice = { ...at, title: '停水通知', text, category: 'property' as const }
  const published = await (await app.as('property')).send(notices.publish, notice)
  const { photo } = (await client.send(photos.add, at)).body
  const { voice } = (await client.send(voices.add, at)).body
  return [
    good(fees.get, owner.id, { ...at, bill: bill?.bill ?? '' }),
    good(notices.publish, 'property', notice),
    ...[notices.get, notices.read].map((route) =>
      good(route, owner.id, { ...at, notice: published.body.notice }),
    ),
    good(photos.get, owner.id, { ...at, photo }),
    good(voices.get, owner.id, { ...at, voice }),
  ]
}
