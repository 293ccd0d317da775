import { can } from '#shared/kernel/permissions.ts'
import type { Held } from '#shared/people/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { go } from '../pages.ts'
import { termWords, titleOf } from './words.ts'

/** What the person was given to do, until when; the way to give it to others, and to take what one is given. */
export function MyRoles() {
  const { query } = useIdentity()
  const held = query.data?.held ?? []
  const mayGive = held.some(({ role }) => can([role], 'role:read'))
  return (
    <Card title="担任的角色">
      {held.map((one) => (
        <HeldRow key={one.grant} {...one} />
      ))}
      {mayGive && (
        <Row
          id="roles"
          title="角色与授权"
          note="谁担任什么，邀请和收回"
          onPress={() => void go('roles')}
        />
      )}
      {held.some(({ role }) => can([role], 'calendar:edit')) && (
        <Row
          id="give-calendar"
          title="放假安排"
          note="每年的放假和调休上班，期限按它算"
          onPress={() => void go('calendar')}
        />
      )}
      <Row
        id="join-role"
        title="输入邀请码"
        note="收到业委会、物业、社区或街道的邀请时用"
        onPress={() => void go('roleJoin')}
      />
    </Card>
  )
}

function HeldRow(held: Held) {
  const now = useNow()
  const where = held.scope === 'platform' ? '' : `${held.place} `
  return <Row title={where + titleOf(held)} note={termWords(held, now)} />
}
