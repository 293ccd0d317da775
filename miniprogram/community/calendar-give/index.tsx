import { useRouter } from '@tarojs/taro'
import { can } from '#shared/kernel/permissions.ts'
import { calendarApi } from '#miniprogram/features/clocks/api.ts'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { GiveTable } from './give-table.tsx'

export default function CalendarGivePage() {
  const { query } = useIdentity()
  const year = Number(useRouter().params['year'])
  return (
    <Page title={Number.isInteger(year) ? `${year} 年的放假安排` : '录入放假安排'}>
      <Loaded query={query}>
        {({ person, held = [] }) =>
          held.some(({ role }) => can([role], 'calendar:edit')) ? (
            <OfYear year={year} person={person} />
          ) : (
            <StateView
              title="这里您现在看不到"
              note="放假安排由平台管理员对照国务院办公厅的通知录入。"
            />
          )
        }
      </Loaded>
    </Page>
  )
}

function OfYear({ year, person }: { readonly year: number; readonly person: string }) {
  const query = useQuery('calendar versions', () => calendarApi.list({}))
  if (!Number.isInteger(year)) {
    return <StateView title="没有说是哪一年" note="请回到“工作日历”再打开。" />
  }
  return (
    <Loaded query={query}>
      {({ versions }) => <GiveTable {...{ year, person, versions }} onAgain={query.reload} />}
    </Loaded>
  )
}
