import { bindings } from '#shared/bindings/contract.ts'
import type { BindingRefusal } from '#shared/bindings/refusals.ts'
import type { Answer, Client } from '../platform/test-client.fixture.ts'
import { watchedTable, type WatchedTable } from '../platform/table/watched-table.fixture.ts'
import {
  claim,
  confirm,
  importRows,
  newcomer,
  openBindingApp,
  PHONES,
  type BindingApp,
} from './bindings.fixture.ts'
import { homesIn } from './repository.ts'

/** A home of the register to which nobody is bound. */
export interface Spot {
  /** As a person says it. */
  readonly said: {
    readonly community: string
    readonly building: string
    readonly unit: string
    readonly room: string
  }
  /** As paths and bodies name it. */
  readonly home: { readonly community: string; readonly unit: string }
}

export interface Bound {
  readonly id: string
  readonly client: Client
  readonly binding: string
}

/** Where refusals are asked for: each in a home of its own, so that none depends on another. */
export interface Scene extends Homes {
  readonly untouchedBy: WatchedTable['untouchedBy']
}

/** Homes that nobody is bound to yet, and persons to bind to them. */
export interface Homes {
  readonly app: BindingApp
  /** Of 张三. */
  sole(): Spot
  /** Of 李四 and 王五. */
  shared(): Spot
  /** From now on the register names these owners of it. */
  sell(spot: Spot, owners: string): Promise<void>
  person(phone?: string): Promise<{ readonly id: string; readonly client: Client }>
  /** Claims as the owner of that name: with the phone of the register, or without any. */
  claimed(spot: Spot, name?: string, phone?: string): Promise<Bound>
  waiting(spot: Spot, name?: string): Promise<Bound>
  verified(spot: Spot, name?: string): Promise<Bound>
  rejected(spot: Spot): Promise<Bound>
  appealed(spot: Spot): Promise<Bound>
}

/** Prepares, then gives the act that is to be refused. */
type Prepare = (scene: Scene) => Promise<() => Promise<Answer<unknown>>>
export type Row = readonly [what: string, code: BindingRefusal, prepare: Prepare]

export const NONE = 'no-such-thing'
export const NAME = '张三'
const SHARED = '李四、王五'
export const WORDS = { reason: 'other', words: '请带产权证来。' } as const

export async function openScene(): Promise<Scene> {
  const { open, untouchedBy } = watchedTable(['BINDTRY#'])
  const homes = await homesOf(await openBindingApp(open), { sole: 64, shared: 14 })
  return { ...homes, untouchedBy }
}

/** From now on the register of `jinxiu` is these homes. */
export async function homesOf(
  app: BindingApp,
  count: { readonly sole: number; readonly shared: number },
): Promise<Homes> {
  const owners = new Map<string, string>([
    ...rooms(1, count.sole, NAME),
    ...rooms(2, count.shared, SHARED),
  ])
  const rows = (): string[] =>
    [...owners].map(([room, names]) => {
      const phones = names.split('、').map((name) => PHONES[name] ?? '')
      return `5幢,1单元,${room},80,${names},${phones.join('、')},已交付`
    })
  await importRows(app, rows())
  const free: (readonly [string, string])[] = [...owners]
  const next = (of: string): Spot => {
    const at = free.findIndex(([, names]) => names === of)
    const [[room] = ['']] = at < 0 ? [] : free.splice(at, 1)
    if (room === '') throw new Error(`no home of ${of} is left`)
    return spotOf(room)
  }
  let persons = 0
  const person = async (phone?: string) => {
    const id = `person-${(persons += 1)}`
    return { id, client: await newcomer(app, id, phone) }
  }
  const scene: Homes = {
    app,
    sole: () => next(NAME),
    shared: () => next(SHARED),
    async sell({ said: { room } }, names) {
      owners.set(room, names)
      await importRows(app, rows())
    },
    person,
    async claimed(spot, name = NAME, phone = PHONES[name]) {
      const { id, client } = await person(phone)
      const { body } = await claim(client, { ...spot.said, name })
      return { id, client, binding: body.binding }
    },
    async waiting(spot, name = NAME) {
      const { id, client } = await person()
      const { body } = await claim(client, { ...spot.said, name })
      return { id, client, binding: body.binding }
    },
    async verified(spot, name = NAME) {
      const one = await scene.claimed(spot, name)
      await confirm(await app.as('committee'), one.binding, { ...spot.home, name })
      return one
    },
    async rejected(spot) {
      const one = await scene.waiting(spot)
      const worker = await app.as('community')
      await worker.send(bindings.reject, { ...spot.home, binding: one.binding, ...WORDS })
      return one
    },
    async appealed(spot) {
      const one = await scene.rejected(spot)
      const { client, binding } = one
      await client.send(bindings.appeal, { ...spot.home, binding, words: '产权证在我手上。' })
      return one
    },
  }
  return scene
}

const rooms = (floor: number, count: number, names: string) =>
  Array.from({ length: count }, (_, n) => [`${floor * 100 + n + 1}`, names] as const)

const spotOf = (room: string): Spot => ({
  said: { community: 'jinxiu', building: '5幢', unit: '1单元', room },
  home: { community: 'jinxiu', unit: `5-1-${room}` },
})

/** Somebody of the committee, who says a home is theirs as well. */
export async function claimingOfficer({ app }: Scene, spot: Spot): Promise<Bound> {
  const id = `officer-${spot.said.room}`
  const client = await newcomer(app, id, undefined, ['committee'])
  const { body } = await claim(client, { ...spot.said, name: NAME })
  return { id, client, binding: body.binding }
}

/** So many more bindings stand in the home, as if their persons had come one by one. */
export async function crowd(
  { app }: Scene,
  { home }: Spot,
  count: number,
  as: { readonly relation: 'owner' | 'family'; readonly status: 'waiting' | 'verified' },
): Promise<void> {
  const homes = homesIn(app.ports.table)
  const { stored, version } = await homes.find(home.community, home.unit)
  const at = app.clock.now.toISOString()
  const many = Array.from({ length: count }, (_, n) => ({
    ...{ ...as, binding: `crowd-${n}`, person: `crowd-${n}`, name: '周八' },
    ...{ since: at, changedAt: at, byCode: false, contested: false },
  }))
  await homes.save({ ...stored, bindings: [...stored.bindings, ...many] }, version)
}
