import { formatDay } from '#shared/kernel/calendar.ts'
import type { Sight } from '#shared/privacy/contract.ts'
import { privacyApi } from '#miniprogram/features/privacy/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

/** Who was shown the person's data, day by day. */
export default function SightsPage() {
  const list = useList('sights', (from) => privacyApi.sights(from))
  return (
    <Page title="谁看过我的信息">
      <NoticeBar tone="blue">工作人员每看一次您的完整信息，都会记在这里，保存 12 个月。</NoticeBar>
      <Loaded query={list.query}>
        {(sights) =>
          sights.length === 0 ? (
            <StateView
              title="还没有人看过"
              note="工作人员核实房屋、导出名册或办理您的申请时，会记在这里。"
            />
          ) : (
            <>
              <Days sights={sights} />
              <More list={list} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Days({ sights }: { readonly sights: readonly Sight[] }) {
  const now = useNow()
  const days = [...new Set(sights.map(({ day }) => day))]
  return (
    <>
      {days.map((day) => (
        <Card key={day} title={formatDay(day, now)}>
          {sights
            .filter((sight) => sight.day === day)
            .map(({ who, what }) => (
              <Row key={who + what} title={who} note={what} />
            ))}
        </Card>
      ))}
    </>
  )
}
