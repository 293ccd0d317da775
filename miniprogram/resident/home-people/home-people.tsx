import { useState } from 'react'
import type { MyHome, NewCode } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { CodeSlip } from '#miniprogram/features/bindings/code-slip.tsx'
import { HomeUsers } from '#miniprogram/features/bindings/home-users.tsx'
import { PastHelpers } from '#miniprogram/features/bindings/past-helpers.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Invite } from './invite.tsx'

interface HomePeopleProps {
  readonly home: MyHome
  readonly communityName: string
  readonly put: (home: MyHome) => void
  readonly reload: () => Promise<void>
}

/** Who else acts for the home, and codes that are on their way to somebody. */
export function HomePeople({ home, communityName, put, reload }: HomePeopleProps) {
  const { community, unit, users, codes, past } = home
  const isFamily = home.relation === 'family'
  const [made, setMade] = useState<NewCode>()
  const change = useAct(async (act: 'remove' | 'cancel', id: string) => {
    const options = { key: newKey() }
    put(
      act === 'remove'
        ? await bindingsApi.remove({ community, unit, binding: id }, options)
        : await bindingsApi.cancelInvite({ community, unit, code: id }, options),
    )
  })
  return (
    <>
      {made && (
        <>
          <NoticeBar tone="amber">
            验证码只显示这一次。请现在抄下来或截图，当面交给本人，离开本页就看不到了。
          </NoticeBar>
          <CodeSlip code={made} communityName={communityName} />
        </>
      )}
      {change.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {change.trouble.detail}
        </NoticeBar>
      )}
      {users.length + codes.length === 0 ? (
        <Card title={unit}>
          <StateView
            title="这套房没有添加别人"
            note={
              isFamily
                ? '您可以请一位亲友或志愿者替您提交投诉。他看不到账单，也不能投票。'
                : '租户和家人添加后能投诉、看公告；代办人替您提交投诉，看不到账单。他们都不能投票。'
            }
          />
        </Card>
      ) : (
        <HomeUsers
          title={unit}
          users={users}
          codes={codes}
          onEnd={(binding) => void change.run('remove', binding)}
          onCancel={(code) => void change.run('cancel', code)}
        />
      )}
      <Invite
        community={community}
        unit={unit}
        isFamily={isFamily}
        onMade={(code) => {
          setMade(code)
          void reload()
        }}
      />
      <PastHelpers past={past} />
    </>
  )
}
