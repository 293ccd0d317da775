import { isSameBuilding } from '#shared/complaints/rules/place.ts'
import { isInQueue, WORK_QUEUES } from '#shared/complaints/rules/workbench.ts'
import type { complaintWork, WorkCard, WorkQueue } from '#shared/complaints/workbench-contract.ts'
import { PERMISSIONS, ROLE_NAMES } from '#shared/kernel/permissions.ts'
import type { Input, Output } from '#shared/kernel/route.ts'
import { staffAt } from '../people/offers.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { assignAll } from './assigning.ts'
import type { ListedCard } from './items.ts'
import { asPropertySees, isForProperty } from './lists.ts'
import { complaintsIn, type Complaints } from './repository.ts'
import type { SettingsOffers } from './settings.ts'
import { actorOf } from './view.ts'

const PAGE = 30

/**
 * Looked through at once, oldest first. What is with a property ends within days or goes up by the clock: more than
 * this is a fault elsewhere, and the answer says that it is cut.
 */
const LOOKED_THROUGH = 1_000

interface Needs {
  readonly settings: SettingsOffers
}

/** The property's workbench: its open list read once, sorted into queues. */
export const complaintWorkFeature = ({
  settings,
}: Needs): Feature<typeof complaintWork, Complaints> => ({
  open: ({ table }, scope) => {
    if (!scope) throw new Error('a complaint belongs to a community')
    return complaintsIn(table, scope)
  },
  handlers: {
    board: (asked, call) => boardFor(asked, call),

    async colleagues(_asked, { repository, person, now }) {
      const roles = PERMISSIONS['complaint:handle']
      const staff = await staffAt(repository.table, repository.community, roles, now)
      return {
        items: staff.map((one) => ({
          ...{ person: one.person, name: one.name, role: ROLE_NAMES[one.role] },
          me: one.person === person,
        })),
      }
    },

    assign: async (asked, call) => ({ items: await assignAll(asked, call, settings) }),
  },
})

/** One index query. */
async function boardFor(
  { queue, category, building, state, limit = PAGE, cursor }: Input<typeof complaintWork.board>,
  { repository, person, now }: Call<Complaints>,
): Promise<Output<typeof complaintWork.board>> {
  const open = await repository.queue('open', { limit: LOOKED_THROUGH })
  const theirs = open.items.filter(isForProperty)
  const wanted = theirs.filter(
    (card) =>
      (category === undefined || card.category === category) &&
      (building === undefined || isSameBuilding(card.building, building)) &&
      (state === undefined || card.state === state),
  )
  const isIn = (name: WorkQueue) => (card: ListedCard) =>
    isInQueue(name, card, card.worker?.person === person, now)
  const items = wanted
    .filter(isIn(queue))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .filter((card) => cursor === undefined || placeOf(card) > cursor)
  const shown = items.slice(0, limit)
  const last = shown[shown.length - 1]
  return {
    items: shown.map((card) => workCardOf(card, person)),
    ...(last && items.length > limit && { cursor: placeOf(last) }),
    at: now.toISOString(),
    counts: Object.fromEntries(
      WORK_QUEUES.map((name) => [name, wanted.filter(isIn(name)).length]),
    ) as Record<WorkQueue, number>,
    cut: open.cursor !== undefined,
    buildings: buildingsOf(theirs).sort(byNumber),
  }
}

/** Each once, whatever it was called after where it was chosen. */
const buildingsOf = (cards: readonly ListedCard[]): string[] =>
  cards
    .flatMap(({ building }) => building ?? [])
    .reduce<string[]>(
      (all, name) => (all.some((one) => isSameBuilding(one, name)) ? all : [...all, name]),
      [],
    )

/** What is due first stands first; what has no clock stands last. */
const placeOf = ({ dueAt = '~', number }: ListedCard): string => `${dueAt}#${number}`

const byNumber = (a: string, b: string): number =>
  Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1)

const workCardOf = (card: ListedCard, person: string): WorkCard => ({
  ...asPropertySees(card),
  ...(card.worker && { worker: { ...actorOf(card.worker), me: card.worker.person === person } }),
})
