import { View } from '@tarojs/components'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Invitation } from '#shared/people/roles-contract.ts'
import type { Place } from '#shared/people/scopes.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { named, rolesAt } from '#miniprogram/features/people/roles-at.ts'
import { titleOf } from '#miniprogram/features/people/words.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** Codes that were handed out and not used yet: each can still be withdrawn. */
export function Invitations({ place }: { readonly place: Place }) {
  const list = useList(`invitations ${place.scope} ${place.of}`, (from) =>
    rolesAt(place).invitations({ ...named(place), ...from }),
  )
  const withdraw = useAct(async (invitation: string) => {
    await rolesAt(place).withdraw({ ...named(place), invitation }, { key: newKey() })
    await list.query.reload()
  })
  return (
    <Loaded query={list.query} cards={0}>
      {(all) => {
        const open = all.filter(({ state }) => state === 'open')
        if (open.length === 0 && !list.more) return null
        return (
          <Card title="还没有使用的邀请">
            {withdraw.trouble && <NoticeBar tone="red">{withdraw.trouble.detail}</NoticeBar>}
            {open.map((one) => (
              <Open
                key={one.invitation}
                {...one}
                onWithdraw={() => void withdraw.run(one.invitation)}
              />
            ))}
            <More list={list} />
          </Card>
        )
      }}
    </Loaded>
  )
}

function Open({ onWithdraw, ...one }: Invitation & { readonly onWithdraw: () => void }) {
  const now = useNow()
  return (
    <View>
      <Row
        title={`${one.name} ${titleOf(one)}`}
        note={`${formatTime(new Date(one.expiresAt), now)} 前有效；${one.givenBy}邀请`}
      />
      <Removal
        id={`withdraw-${one.invitation}`}
        act={`撤回给${one.name}的邀请`}
        loses="撤回后，已经给出去的邀请码就不能再用了。"
        keep="先不撤回"
        onRemove={onWithdraw}
      />
    </View>
  )
}
