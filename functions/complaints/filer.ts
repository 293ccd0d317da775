import { can } from '#shared/kernel/permissions.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Assistance, BindingDirectory } from '../bindings/offers.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { actorBy } from './actor.ts'
import { filerByKey } from './items.ts'
import type { Complaints } from './repository.ts'
import type { StoredComplaint } from './stored.ts'

export interface FilerNeeds {
  readonly assistance: BindingDirectory
}

/** Whose complaint it is, which homes they may name, and who sends it in for them. */
export interface Filer extends Pick<StoredComplaint, 'filedBy' | 'filedFor' | 'assistedBy'> {
  readonly homes: readonly { readonly unit: string }[]
  /** Where an officer writes it down: how the person came, and the first paper, which is for one number. */
  readonly channel?: StoredComplaint['channel']
  readonly window?: (number: string) => StoredComplaint['window']
}

/** The caller, or the person whom the caller helps at that home: what the home's own item says decides. */
export async function filerOf(
  onBehalfOf: string | undefined,
  call: Call<Complaints>,
  { assistance }: FilerNeeds,
): Promise<Filer> {
  const { person, roles, homes, repository } = call
  if (onBehalfOf === undefined) {
    if (!can(roles, 'complaint:file')) throw new RefusedError('complaints.helper_for_whom')
    return { filedBy: actorBy('complaint:file', call), homes }
  }
  const help = await assistance.assistedBy(person, repository.community, onBehalfOf)
  if (!help) throw new RefusedError('complaints.not_helper')
  return helpedFiler(help, person, onBehalfOf)
}

function helpedFiler(
  { binding, name, tie, of, helped }: Assistance,
  person: string,
  unit: string,
): Filer {
  const { role, owner = '' } = helped
  return {
    homes: [{ unit }],
    filedBy: { person: helped.person ?? filerByKey(owner), role, name: maskName(helped.name) },
    ...(helped.person === undefined && { filedFor: owner }),
    assistedBy: { person, name: maskName(name), binding, unit, of, ...(tie && { tie }) },
  }
}
