import { votes } from '#shared/votes/contract.ts'
import type { EntryOutcome, PaperReport, SheetMark } from '#shared/votes/papers/terms.ts'
import { SETTLING } from '#shared/votes/rules/life.ts'
import type { VoteMode } from '#shared/votes/terms.ts'
import { COMMUNITY, type VoteApp } from '../vote-people.fixture.ts'
import { done, opened } from '../votes.fixture.ts'

export const HAND_IN = '社区居委会一楼窗口'

/** A vote on paper, open, with every sheet printed. */
export async function openedOnPaper(
  app: VoteApp,
  mode: VoteMode = 'paper_assisted',
): Promise<{ readonly vote: string; readonly codes: readonly string[] }> {
  const vote = await opened(app, { mode })
  return { vote, codes: codesIn((await print(app, vote)).body.html) }
}

export const print = async (app: VoteApp, vote: string, key?: string, who = 'committee') =>
  (await app.as(who)).send(
    votes.printSheets,
    { community: COMMUNITY, vote, handIn: HAND_IN },
    key === undefined ? {} : { key },
  )

/** As they stand on the sheets, in their order. */
export const codesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<b>(\d+-\d+ [^<]+)<\/b>/g)].map(([, code = '']) => code)

export const serialOfCode = (code: string): string => code.split(' ')[0] ?? ''

export const takeBack = async (app: VoteApp, vote: string, code: string, who = 'committee') =>
  (await app.as(who)).send(votes.returnSheet, { community: COMMUNITY, vote, code })

export const handOut = async (app: VoteApp, vote: string, serials: readonly string[]) =>
  (await app.as('committee')).send(votes.issueSheets, {
    ...{ community: COMMUNITY, vote, serials: [...serials] },
    way: 'door',
    to: '本人',
  })

export const strike = async (
  app: VoteApp,
  vote: string,
  serial: string,
  as: 'void' | 'missing' = 'missing',
) =>
  (await app.as('committee')).send(votes.strikeSheet, {
    ...{ community: COMMUNITY, vote, serial, as },
    reason: '业主说找不到了',
  })

interface ReadOff {
  readonly marks?: readonly SheetMark[]
  readonly signed?: boolean
  readonly signer?: number
  readonly mandate?: string | undefined
}

export const enter = async (
  app: VoteApp,
  vote: string,
  code: string,
  who: string,
  { marks = ['for', 'against'], signed = true, signer = 1, mandate }: ReadOff = {},
  key?: string,
) =>
  (await app.as(who)).send(
    votes.enterSheet,
    {
      ...{ community: COMMUNITY, vote, code, signed },
      ...(mandate === undefined ? { signer } : { mandate }),
      marks: marks.map((choice, place) => ({ item: place + 1, choice })),
    },
    key === undefined ? {} : { key },
  )

/** Handed in and entered alike by two people. */
export async function voteOnPaper(
  app: VoteApp,
  vote: string,
  code: string,
  read: ReadOff = {},
): Promise<void> {
  done(await takeBack(app, vote, code))
  await enterTwice(app, vote, code, read)
}

export async function enterTwice(
  app: VoteApp,
  vote: string,
  code: string,
  read: ReadOff = {},
): Promise<void> {
  const outcomes: EntryOutcome[] = []
  for (const who of ['committee', 'community']) {
    outcomes.push(done(await enter(app, vote, code, who, read), 201).outcome)
  }
  expect(outcomes).toEqual(['first', 'settled'])
}

export const report = async (app: VoteApp, vote: string, who = 'committee'): Promise<PaperReport> =>
  done(await (await app.as(who)).send(votes.paperReport, { community: COMMUNITY, vote }))

export const declare = async (
  app: VoteApp,
  vote: string,
  who: string,
  { sha256, differences }: Pick<PaperReport, 'sha256' | 'differences'>,
) =>
  (await app.as(who)).send(votes.finishIntake, {
    ...{ community: COMMUNITY, vote, sha256 },
    notes: differences.map(({ kind }) => ({ kind, text: '已逐户核对，说明见记录。' })),
  })

/** On the first moment at which the paper may be declared complete. */
export async function closed(app: VoteApp, vote: string): Promise<void> {
  const one = { community: COMMUNITY, vote }
  const { closesAt = '' } = done(await (await app.as('committee')).send(votes.get, one))
  app.clock.now = new Date(Date.parse(closesAt) + SETTLING)
}

/** Both offices have declared it complete; the sweep has counted. */
export async function reconciled(app: VoteApp, vote: string): Promise<void> {
  await closed(app, vote)
  for (const who of ['committee', 'community']) {
    done(await declare(app, vote, who, await report(app, vote, who)))
  }
  await app.sweep()
}
