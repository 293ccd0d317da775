import { votes } from '#shared/votes/contract.ts'
import type { Petition } from '#shared/votes/petitions/petition.ts'
import { unit, COMMUNITY, type VoteApp } from '../vote-people.fixture.ts'
import { done } from '../votes.fixture.ts'

export const ASKED = {
  community: COMMUNITY,
  title: '召开临时业主大会',
  text: '请业主大会讨论是否续聘现在的物业公司。',
  reason: '合同年底到期，还没有人说续不续。',
}

/** 10 heads, 100,000 in all: two of them are a fifth exactly, of the heads and of the area. */
export const TEN = [
  unit('1-1-101', ['k-zhang'], { areaCenti: 10_000 }),
  unit('1-1-102', ['k-fang'], { areaCenti: 10_000 }),
  unit('1-1-103', ['k-li', 'k-wang'], { areaCenti: 10_000, representative: 'k-li' }),
  unit('1-1-104', ['k-sun', 'k-zhou'], { areaCenti: 10_000 }),
  unit('1-1-105', ['k-wu'], { areaCenti: 9_999 }),
  unit('1-1-106', ['k-zheng'], { areaCenti: 10_001 }),
  unit('1-1-107', ['k-feng'], { areaCenti: 10_000 }),
  unit('1-1-108', [], { areaCenti: 10_000, status: 'unsold', developer: 'k-dev' }),
  unit('1-1-109', ['k-he'], { areaCenti: 10_000 }),
  unit('1-1-110', ['k-lv'], { areaCenti: 10_000 }),
]

/** Asked for by zhang, with their own head; nobody has checked the words yet. */
export const written = async (app: VoteApp, as = 'zhang'): Promise<string> =>
  done(await (await app.as(as)).send(votes.startPetition, ASKED), 201).petition

/** As `written`, and open to all. */
export const started = async (app: VoteApp, as = 'zhang'): Promise<string> => {
  const petition = await written(app, as)
  await app.sweep()
  return petition
}

const one = (petition: string) => ({ community: COMMUNITY, petition })

export const joinAs = async (app: VoteApp, person: string, petition: string) =>
  (await app.as(person)).send(votes.joinPetition, one(petition))

export const leaveAs = async (app: VoteApp, person: string, petition: string) =>
  (await app.as(person)).send(votes.leavePetition, one(petition))

export const petitionAs = async (
  app: VoteApp,
  person: string,
  petition: string,
): Promise<Petition> => done(await (await app.as(person)).send(votes.petition, one(petition)))

/** Whoever joined is counted, and the committee is told where it is enough. */
export async function countedNow(app: VoteApp, petition: string): Promise<Petition> {
  app.clock.advance(10_000)
  await app.sweep()
  await app.sweep()
  return petitionAs(app, 'committee', petition)
}
