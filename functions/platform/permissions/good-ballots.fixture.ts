import { votes } from '#shared/votes/contract.ts'
import {
  closed,
  codesIn,
  enter,
  enterTwice,
  HAND_IN,
  openedOnPaper,
  print,
  report,
  serialOfCode,
  takeBack,
} from '../../votes/papers/papers.fixture.ts'
import { arrived, photograph } from '../../votes/papers/sheet-photos.fixture.ts'
import { done } from '../../votes/votes.fixture.ts'
import type { Homes } from '../../bindings/refusals.fixture.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

const about = (vote: string) => ({ community: 'jinxiu', vote })

/** Moves the clock beyond a close. */
export async function goodDeclaration({ app }: Homes): Promise<GoodRequest[]> {
  const { vote } = await openedOnPaper(app)
  await closed(app, vote)
  const { sha256, differences } = await report(app, vote)
  const notes = differences.map(({ kind }) => ({ kind, text: '逐户核对，已有记录。' }))
  return [good(votes.finishIntake, 'committee', { ...about(vote), sha256, notes })]
}

/** Moves the clock to an opening. */
export async function goodPictures({ app }: Homes): Promise<GoodRequest[]> {
  const { vote, codes } = await openedOnPaper(app)
  const [seen = '', bare = ''] = codes
  for (const code of [seen, bare]) done(await takeBack(app, vote, code))
  done(await photograph(app, vote, seen, [await arrived(app, 'committee')]))
  await enterTwice(app, vote, seen)
  const photos = [await arrived(app, 'committee')]
  return [
    good(votes.addSheetPhoto, 'committee', about(vote)),
    good(votes.photographSheet, 'committee', { ...about(vote), code: bare, photos }),
    good(votes.sheetPhotos, 'community', { ...about(vote), serial: serialOfCode(seen) }),
  ]
}

/** @param vote open, and taking paper */
export async function goodBallots({ app }: Homes, vote: string): Promise<GoodRequest[]> {
  const codes = codesIn(done(await print(app, vote)).html)
  const [entered = '', back = '', issued = '', again = '', lost = ''] = codes
  await takeBack(app, vote, entered)
  await enter(app, vote, entered, 'committee')
  const serial = (code: string) => ({ serial: serialOfCode(code) })
  const marks = [
    { item: 1, choice: 'for' as const },
    { item: 2, choice: 'blank' as const },
  ]
  return [
    good(votes.printSheets, 'committee', { ...about(vote), handIn: HAND_IN }),
    good(votes.printNotices, 'community', { ...about(vote), handIn: HAND_IN }),
    good(votes.reprintSheet, 'committee', {
      ...{ ...about(vote), ...serial(again), reason: '业主说丢了', handIn: HAND_IN },
    }),
    good(votes.papers, 'community', about(vote)),
    good(votes.issueSheets, 'committee', {
      ...{ ...about(vote), serials: [serialOfCode(issued)], way: 'door', to: '本人' },
    }),
    good(votes.lookAtSheet, 'community', { ...about(vote), code: entered }),
    good(votes.returnSheet, 'community', { ...about(vote), code: back }),
    good(votes.strikeSheet, 'committee', {
      ...{ ...about(vote), ...serial(lost), as: 'missing', reason: '业主说找不到了' },
    }),
    good(votes.enterSheet, 'community', {
      ...{ ...about(vote), code: entered, signed: true, signer: 1, marks },
    }),
    good(votes.paperReport, 'community', about(vote)),
  ]
}
