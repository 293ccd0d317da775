import { endWith } from '#shared/bindings/rules/ending.ts'
import { isOpen, replaced, type Home, type Step } from '#shared/bindings/rules/home.ts'
import type { EndReason, Status } from '#shared/bindings/terms.ts'
import { accept } from '#shared/kernel/decision.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { maskPhone } from '#shared/kernel/mask.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Ports } from '../platform/ports.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { changeHome, type Place } from './change-home.ts'
import { deskOf, type BindingNeeds, type Desk } from './desk.ts'
import { phoneOf } from './phone.ts'

const STATUS_NAMES: Readonly<Record<Status, string>> = {
  waiting: '等待核实',
  claimed: '待核实',
  verified: '已核实',
  rejected: '没有通过',
  appealed: '申诉中',
  ended: '已结束',
}

/** Homes a person claimed, and the phone number: both rest on the agreement. */
export function bindingData(ports: Ports, needs: BindingNeeds): PersonalData {
  const desk = deskOf(ports, needs)
  const { homes } = desk
  return {
    feature: 'bindings',
    async export(person, now) {
      const places = await homes.homesOf(person)
      const found = await Promise.all(places.map((place) => mineIn(desk, place, person)))
      const lines = found.flatMap(({ place, communityName, bindings }) =>
        bindings.map(({ status, changedAt }) => ({
          label: `${communityName} ${place.unit}`,
          value: `${STATUS_NAMES[status]}，${formatTime(new Date(changedAt), now)}`,
        })),
      )
      const phone = await phoneOf(desk, person)
      if (phone !== undefined) lines.push({ label: '手机号', value: maskPhone(phone) })
      return [
        {
          feature: 'bindings',
          title: '房屋认领和手机号',
          lines,
          data: { phone, homes: found },
        },
      ]
    },
    foresee: () => Promise.resolve({ erased: ['房屋认领', '手机号'], frozen: [] }),
    async erase(person, now) {
      await endAll(desk, person, 'account_closed', now)
      await homes.forgetPhone(person)
    },
    async withdrawn(person, purpose, now) {
      if (purpose === 'agreement') await endAll(desk, person, 'withdrawn', now)
      if (purpose === 'agreement' || purpose === 'phone') await homes.forgetPhone(person)
    },
  }
}

async function mineIn(desk: Desk, place: Place, person: string) {
  const { stored } = await desk.homes.find(place.community, place.unit)
  const bindings = stored.bindings
    .filter((one) => one.person === person)
    .map(({ relation, status, since, changedAt }) => ({ relation, status, since, changedAt }))
  const community = await desk.places.community(place.community)
  return { place, communityName: community?.name ?? place.community, bindings }
}

/** Every standing of the person ends, what rests on it too; of the name only the first character stays in the history. */
async function endAll(desk: Desk, person: string, reason: EndReason, now: Date): Promise<void> {
  const { newId } = desk.ports
  for (const place of await desk.homes.homesOf(person)) {
    const actor = { person, role: 'claimant' as const, name: '' }
    await changeHome(desk, place, { actor, now, newId }, ({ home }) =>
      accept(endedIn(home, person, reason, now.toISOString())),
    )
  }
}

function endedIn(home: Home, person: string, reason: EndReason, at: string): Step {
  const own = home.bindings.filter((one) => one.person === person)
  const ended = own.filter(isOpen).reduce(
    (step: Step, one) => {
      const next = endWith(step.home, one, reason, at)
      return { home: next.home, happened: [...step.happened, ...next.happened] }
    },
    { home, happened: [] },
  )
  const mine = ended.home.bindings.filter((one) => one.person === person)
  const nameless = mine.reduce(
    (left, one) => replaced(left, { ...one, name: maskName(one.name) }),
    ended.home,
  )
  return { ...ended, home: nameless }
}
