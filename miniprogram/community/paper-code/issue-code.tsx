import { useState } from 'react'
import type { Role } from '#shared/kernel/permissions.ts'
import type { HomeUsers, NewCode } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { issueOf, missingIn, type Wanted } from './wanted.ts'
import { WantedFields } from './wanted-fields.tsx'

interface IssueCodeProps {
  readonly community: string
  readonly roles: readonly Role[]
  readonly home: HomeUsers
  readonly onMade: (code: NewCode) => void
  readonly onOther: () => void
}

/** A code for one owner, user or helper of the home. Whoever hands it over has seen who gets it. */
export function IssueCode({ community, roles, home, onMade, onOther }: IssueCodeProps) {
  const { unit, owners } = home
  const now = useNow()
  const [key] = useState(newKey)
  const [wanted, setWanted] = useState<Wanted>({})
  const make = useAct(async () => {
    const issue = issueOf(wanted, now)
    if (issue) onMade(await bindingsApi.issue({ community, unit, ...issue }, { key }))
  })
  return (
    <>
      <Card title={`给 ${unit} 开一个验证码`}>
        <WantedFields
          roles={roles}
          owners={owners}
          wanted={wanted}
          onChange={(to) => setWanted((old) => ({ ...old, ...to }))}
        />
        {make.trouble && <NoticeBar tone="red">{make.trouble.detail}</NoticeBar>}
      </Card>
      <Button kind="quiet" id="other-home" onPress={onOther}>
        换一套房
      </Button>
      <Action>
        <Button id="issue" busy={make.busy} off={missingIn(wanted)} onPress={() => make.run()}>
          开验证码
        </Button>
      </Action>
    </>
  )
}
