import { actingRole } from '#shared/kernel/permissions.ts'
import type { Input, Output } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { parseSerial, serialOf } from '#shared/votes/papers/code.ts'
import { canPhotograph, canShowPhotos, lookerAt } from '#shared/votes/papers/photographing.ts'
import type { PaperLine, SheetPhotos } from '#shared/votes/papers/terms.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { isRepetition } from '../../platform/http/request-key.ts'
import { subjectOf } from '../disputes.ts'
import type { VoteNeeds } from '../needs.ts'
import type { Votes } from '../repository.ts'
import type { FoundVote } from '../stored.ts'
import type { PaperDrawer } from './drawer.ts'
import { enteredBy, lineOf } from './line-view.ts'
import { done } from './marks.ts'
import {
  headOfCode,
  headOfSerial,
  paperVote,
  sheetIn,
  sheetInHand,
  withSheet,
  type PaperHead,
} from './paper-vote.ts'
import type { StoredSheet } from './stored.ts'

type Desk = Call<Votes>
type Pictures = NonNullable<StoredSheet['photographed']>['pictures']

/** @throws RefusedError where no paper comes in now, or the person has no hand in it */
export async function addSheetPhoto(
  { photos }: VoteNeeds,
  call: Desk,
  { vote }: Input<typeof votes.addSheetPhoto>,
): Promise<Output<typeof votes.addSheetPhoto>> {
  await paperVote(call, vote, 'photograph')
  return photos.beginSealed(call.repository.community, call)
}

/**
 * Pictures of a sheet, tied to it and named by their hash before anybody enters it. They are sealed from the first byte
 * on: no machine checks them, no other operation shows them, not even to whoever took them.
 */
export async function photographSheet(
  needs: VoteNeeds,
  call: Desk,
  { vote: id, code: typed, photos }: Input<typeof votes.photographSheet>,
): Promise<PaperLine> {
  const paper = await paperVote(call, id, 'photograph')
  const { code, ...head } = headOfCode(paper, typed)
  const serial = serialOf(code)
  const found = await paper.drawer.change(head, async (now) => {
    const sheet = sheetInHand(needs, paper.vote, now, code)
    if (sheet.photographed && isRepetition(sheet.photographed.madeBy, call.key)) return undefined
    accepted(canPhotograph(sheet, enteredBy(now, sheet), call.person, serial))
    const pictures = await sealed(needs, call, photos, `sheet ${id} ${head.id} ${code.edition}`)
    return withSheet(now, { ...sheet, photographed: { ...done(call), pictures } })
  })
  return lineOf(head.head, found, paper.vote, call)
}

/** @throws RefusedError where one is not theirs, is part of something else, or is still on its way */
async function sealed(
  { photos }: VoteNeeds,
  { repository: { community }, person }: Desk,
  ids: readonly string[],
  use: string,
): Promise<Pictures> {
  const whose = { community, person }
  const seen = await photos.view(ids, whose)
  if (seen.some(({ state }) => state === 'checking')) {
    throw new RefusedError('votes.sheet_photo_unready')
  }
  await photos.claimSealed(ids, whose, use)
  const files = await photos.files(ids, community)
  return files.map(({ photo, sha256 }) => ({ photo, sha256 }))
}

/** To the two offices that confirm the count, once it is on record that they look: for the owner, and on the chain. */
export async function showSheetPhotos(
  needs: VoteNeeds,
  call: Desk,
  { vote: id, serial }: Input<typeof votes.sheetPhotos>,
): Promise<SheetPhotos> {
  const paper = await paperVote(call, id, 'read')
  const head = headOfSerial(paper, serial)
  const [found] = await paper.drawer.findAll([head])
  if (!found) throw new Error('a head without paper')
  const sheet = sheetIn(found, head.edition, paper.vote.noticedAt)
  const looker = lookerAt(paper.vote, call.person, call.now)
  accepted(canShowPhotos(sheet, enteredBy(found, sheet), looker, serial))
  const { photographed } = sheet
  if (!photographed) throw new Error(`sheet ${serial} has no photo to show`)
  await noteLook(needs, call, paper.vote, head, serial)
  const { pictures, at } = photographed
  return {
    serial,
    takenAt: at,
    photos: await picturesNow(needs, call.repository.community, pictures),
  }
}

/** @throws Error where one is not there, or not what was taken in */
async function picturesNow(
  { photos }: Pick<VoteNeeds, 'photos'>,
  community: string,
  pictures: Pictures,
): Promise<SheetPhotos['photos']> {
  const files = await photos.files(
    pictures.map(({ photo }) => photo),
    community,
  )
  return pictures.map(({ photo, sha256 }) => {
    const file = files.find((one) => one.photo === photo)
    if (file?.sha256 !== sha256) throw new Error(`photo ${photo} is not what was taken in`)
    return { url: file.url, sha256 }
  })
}

/** Of a sheet whose ballot is in the box, for its voter; none where none was taken. */
export async function picturesOfVoter(
  needs: Pick<VoteNeeds, 'photos'>,
  drawer: PaperDrawer,
  community: string,
  head: string,
  serial: string,
): Promise<SheetPhotos['photos']> {
  const [paper] = await drawer.findAll([{ id: head, place: 0 }])
  const edition = parseSerial(serial)?.edition
  const sheet = paper?.sheets.find((one) => one.edition === edition)
  return picturesNow(needs, community, sheet?.photographed?.pictures ?? [])
}

async function noteLook(
  { sights, trail }: VoteNeeds,
  { repository: { community }, person, roles, now, key }: Desk,
  vote: FoundVote,
  { head: { owners } }: PaperHead,
  serial: string,
): Promise<void> {
  const as = actingRole(roles, 'vote:confirm')
  if (as === undefined) throw new Error('somebody looks who confirms no count')
  await sights.record({ viewer: person, as, community, whose: { owners }, what: 'sheet', now })
  await trail.append([
    {
      ...{ id: key.id, at: now.toISOString(), scope: community, by: person },
      ...{ act: 'votes.look_at_sheet', subject: subjectOf(vote) },
      detail: { vote: vote.vote, serial },
    },
  ])
}
