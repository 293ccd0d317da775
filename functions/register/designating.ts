import type { RegisterUnit } from '#shared/register/register.ts'
import { without } from '#shared/register/without.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import type { Settled } from './pages.ts'
import { change } from './saving.ts'
import { COMMAND } from './stored.ts'

type Needs = Pick<Ports, 'table' | 'now' | 'newId'>

const TRIES = 5

/** As often as another change was faster: what is asked for says the same of the newer register. */
export async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (err) {
      const wasFaster = err instanceof RefusedError && err.code === 'register.changed_meanwhile'
      if (!wasFaster || tries === TRIES) throw err
    }
  }
}

/** The co-owners' choice holds for every unit of the same co-owners: together they are one head (解释 art. 9). */
export async function designate(
  { table, now, newId }: Needs,
  community: string,
  label: string,
  owner: string | undefined,
): Promise<void> {
  const by = { ...COMMAND, name: '共有人推选' }
  await again(() =>
    change(
      table,
      community,
      { run: newId(), at: now(), told: { act: 'designation', by, unit: label } },
      (held) => designated(held?.register, label, owner),
    ),
  )
}

function designated(
  register: Settled | undefined,
  label: string,
  owner: string | undefined,
): Settled {
  if (!register) throw new RefusedError('register.none_yet')
  const unit = register.units.find((one) => one.label === label)
  if (!unit) throw new RefusedError('register.unit_unknown')
  if (owner !== undefined && !unit.owners.includes(owner)) {
    throw new RefusedError('register.representative_not_an_owner')
  }
  const set = unit.owners.join('+')
  const spokenFor = (one: RegisterUnit): boolean =>
    one.label === label || (one.status === unit.status && one.owners.join('+') === set)
  return {
    ...register,
    units: register.units.map((one) => (spokenFor(one) ? withVoice(one, owner) : one)),
  }
}

function withVoice(unit: RegisterUnit, owner: string | undefined): RegisterUnit {
  const rest = without(unit, 'representative')
  return owner === undefined ? rest : { ...rest, representative: owner }
}
