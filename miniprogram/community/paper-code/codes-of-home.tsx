import { useState } from 'react'
import type { HomeUsers as Everybody, NewCode } from '#shared/bindings/views.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { HomeUsers } from '#miniprogram/features/bindings/home-users.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { IssueCode } from './issue-code.tsx'
import { ShownOnce } from './shown-once.tsx'

interface CodesOfHomeProps {
  readonly community: string
  readonly communityName: string
  readonly roles: readonly Role[]
  readonly unit: string
  readonly onOther: () => void
}

/** Who may use a home, which codes are out, and a new one. */
export function CodesOfHome(props: CodesOfHomeProps) {
  const { community, unit, roles, onOther } = props
  const home = useQuery(`users of ${community} ${unit}`, () =>
    bindingsApi.users({ community, unit }),
  )
  const [made, setMade] = useState<NewCode>()
  if (made) {
    return (
      <ShownOnce
        code={made}
        communityName={props.communityName}
        onDone={() => {
          setMade(undefined)
          void home.reload()
        }}
      />
    )
  }
  return (
    <>
      <Loaded query={home} cards={2}>
        {(data) => (
          <>
            <Present community={community} home={data} put={home.put} reload={home.reload} />
            <IssueCode
              community={community}
              roles={roles}
              home={data}
              onMade={setMade}
              onOther={onOther}
            />
          </>
        )}
      </Loaded>
      {!home.data && home.trouble && (
        <Button kind="quiet" id="other-home" onPress={onOther}>
          换一套房
        </Button>
      )}
    </>
  )
}

interface PresentProps {
  readonly community: string
  readonly home: Everybody
  readonly put: (home: Everybody) => void
  readonly reload: () => Promise<void>
}

function Present({ community, home, put, reload }: PresentProps) {
  const { unit, users, codes } = home
  const change = useAct(async (act: 'end' | 'cancel', id: string) => {
    const options = { key: newKey() }
    put(
      act === 'end'
        ? await bindingsApi.endUser({ community, unit, binding: id }, options)
        : await bindingsApi.cancel({ community, unit, code: id }, options),
    )
  })
  return (
    <>
      {change.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {change.trouble.detail}
        </NoticeBar>
      )}
      {users.length + codes.length > 0 && (
        <HomeUsers
          title={`${unit} 现在的人和验证码`}
          users={users}
          codes={codes}
          onEnd={(binding) => void change.run('end', binding)}
          onCancel={(code) => void change.run('cancel', code)}
        />
      )}
    </>
  )
}
