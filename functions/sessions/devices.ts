import type { Device } from '#shared/sessions/contract.ts'
import { dayOf } from '#shared/kernel/calendar.ts'
import type { Persons } from '../people/offers.ts'
import { RefusedError } from '../platform/http/refused-error.ts'

const UNNAMED = '未命名的设备'

type Needed = Pick<Persons, 'sessions'>

/** Where the person is logged in: this one first, then by the day last seen. */
export async function devicesOf(
  { sessions }: Needed,
  person: string,
  here: string,
): Promise<Device[]> {
  const all = await sessions.of(person)
  return all
    .filter(({ record }) => !record.ended)
    .map(({ session, record: { device = UNNAMED, openedAt, seenOn } }) => {
      const openedOn = dayOf(new Date(openedAt))
      return {
        device: session,
        name: device,
        openedOn,
        seenOn: seenOn ?? openedOn,
        here: session === here,
      }
    })
    .sort((a, b) => Number(b.here) - Number(a.here) || b.seenOn.localeCompare(a.seenOn))
}

const byYou = ({ record }: { readonly record: { readonly ended?: unknown } }) =>
  record.ended ? undefined : { ended: 'by_you' as const }

/** @throws RefusedError where it is not a login of the person's that stands */
export async function endDevice(
  { sessions }: Needed,
  person: string,
  device: string,
): Promise<void> {
  const known = await sessions.find(person, device)
  if (!known || known.record.ended) throw new RefusedError('sessions.device_unknown')
  await sessions.change(person, device, byYou)
}

/** Ends every login of the person but `kept`. How many. */
export async function endAll(
  { sessions }: Needed,
  person: string,
  kept: string | undefined,
): Promise<number> {
  const all = await sessions.of(person)
  const standing = all.filter(({ session, record }) => session !== kept && !record.ended)
  await Promise.all(standing.map(({ session }) => sessions.change(person, session, byYou)))
  return standing.length
}
