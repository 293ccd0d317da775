import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { can } from '#shared/kernel/permissions.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { History } from './history.tsx'
import { Transfers } from './transfers.tsx'
import { UnitFacts } from './unit-facts.tsx'

export default function RegisterUnitPage() {
  const { unit = '' } = useRouter().params
  return (
    <Page title={unit}>
      <Permitted to="register:read">
        {(identity) => <Unit {...identity} label={decodeURIComponent(unit)} />}
      </Permitted>
    </Page>
  )
}

interface UnitProps extends Identity {
  readonly label: string
}

/** What the register says of one home, how it came to that, and what has changed. */
function Unit({ community, membership, label }: UnitProps) {
  const [isFull, setIsFull] = useState(false)
  const query = useQuery(`register unit ${community} ${label} ${isFull ? 'full' : ''}`, () =>
    registerApi.unit({ community, unit: label, ...(isFull && { full: 'true' }) }),
  )
  return (
    <Loaded query={query}>
      {({ unit, transfers, history }) => (
        <>
          <UnitFacts unit={unit} />
          {isFull ? (
            <NoticeBar tone="blue">正在看全名。您这次查看已经记下，业主本人能看到。</NoticeBar>
          ) : (
            <Button kind="quiet" id="see-full" onPress={() => setIsFull(true)}>
              看全名（会留下查看记录）
            </Button>
          )}
          <Transfers transfers={transfers} />
          <History history={history} />
          {can(membership.roles, 'register:import') && (
            <Action>
              <Button id="transfer" onPress={() => go('registerTransfer', { unit: label })}>
                登记换业主
              </Button>
            </Action>
          )}
        </>
      )}
    </Loaded>
  )
}
