import { ROLE_NAMES } from '#shared/kernel/permissions.ts'
import { isLive } from '#shared/people/rules.ts'
import type { Places } from '../communities/offers.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import type { Ports } from '../platform/ports.ts'
import type { Table } from '../platform/table/table.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { parseGrants, personsIn, type HeldGrants } from './repository.ts'
import { grantsKey } from './grants.ts'
import { homesOn } from './homes.ts'

/** Name, homes, roles, the WeChat account. Erased last: who is gone cannot log in, and no token of theirs is taken. */
export function personData(
  ports: Pick<Ports, 'table' | 'keys' | 'now'>,
  places: Pick<Places, 'community'>,
): PersonalData {
  const { table, keys } = ports
  const persons = personsIn(table)
  const homes = homesOn(ports)
  return {
    feature: 'people',
    async export(person) {
      const held = await persons.grantsOf(person)
      if (!held) return []
      const homesByName = await Promise.all(
        held.homes.map(async ({ community, unit }) => {
          const found = await places.community(community)
          return `${found?.name ?? community} ${unit}`
        }),
      )
      const left = await Promise.all(held.formerly.map((id) => places.community(id)))
      return [
        profileOf(
          held,
          homesByName,
          left.flatMap((one) => one?.name ?? []),
        ),
      ]
    },
    foresee: () => Promise.resolve({ erased: ['姓名', '房屋和身份', '微信登录标识'], frozen: [] }),
    async erase(person) {
      const openid = await persons.openidOf(person)
      if (openid !== undefined) {
        await removed(table, { pk: `OPENID#${keys.digestText('openid', openid)}`, sk: 'PERSON' })
      }
      await removed(table, { pk: `PERSON#${person}`, sk: 'WEIXIN' })
      const item = await table.get(grantsKey(person))
      if (!item) return
      await auditTrail(ports).append(parseGrants(item).audit)
      await table.delete(item, item.version)
    },
    /** A role is an office: whoever gave it takes it back, and knows then who follows. */
    async blocks(person, now) {
      const held = await persons.grantsOf(person)
      const live = held?.grants.filter((grant) => isLive(grant, now)) ?? []
      const names = [...new Set(live.map(({ role }) => ROLE_NAMES[role]))]
      if (names.length === 0) return []
      return [`您还担任${names.join('、')}，请先由给您身份的单位收回，有人接手后再注销。`]
    },
    async withdrawn(person, purpose) {
      if (purpose !== 'agreement') return
      for (const { community, unit } of await homes.homesOf(person)) {
        await homes.unbindHome(person, community, unit)
      }
    },
  }
}

/** @throws ConflictError where it is written meanwhile: the sweep comes again */
async function removed(table: Table, key: { pk: string; sk: string }): Promise<void> {
  const item = await table.get(key)
  if (item) await table.delete(item, item.version)
}

const profileOf = (
  { name, homes, grants, formerly }: HeldGrants,
  homesByName: readonly string[],
  left: readonly string[],
) => ({
  feature: 'people',
  title: '姓名、房屋和身份',
  lines: [
    { label: '姓名', value: name === '' ? '没有填写' : name },
    ...homesByName.map((value) => ({ label: '房屋', value })),
    ...left.map((value) => ({ label: '以前的小区', value })),
    ...grants.map(({ role, from }) => ({
      label: '身份',
      value: `${ROLE_NAMES[role]}，${from.slice(0, 10)} 起`,
    })),
  ],
  // The key of an owner on the register is ours alone: it would let others be recognised.
  data: { name, homes: homes.map((home) => ({ ...home, owner: undefined })), grants, formerly },
})
