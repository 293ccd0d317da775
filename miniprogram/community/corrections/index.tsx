import { formatTime } from '#shared/kernel/calendar.ts'
import type { AskedCorrection } from '#shared/privacy/correction-contract.ts'
import { ABOUT_NAMES } from '#miniprogram/features/privacy/correction-words.ts'
import { correctionsApi } from '#miniprogram/features/privacy/corrections-api.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

export default function CorrectionsPage() {
  return (
    <Page title="更正申请">
      <Permitted to="binding:confirm">
        {({ community }) => <Corrections community={community} />}
      </Permitted>
    </Page>
  )
}

/** What residents asked to have corrected, the longest waiting first. */
function Corrections({ community }: { readonly community: string }) {
  const list = useList(`corrections of ${community}`, (from) =>
    correctionsApi.queue({ community, limit: 20, ...from }),
  )
  return (
    <>
      <Loaded query={list.query}>
        {(asked) =>
          asked.length === 0 ? (
            <StateView
              title="没有等着办的更正申请"
              note="居民说名册上的姓名、房屋或手机号写错了，会出现在这里。"
            />
          ) : (
            <Card title="等得最久的在最前">
              {asked.map((one) => (
                <AskedRow key={one.correction} asked={one} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}

function AskedRow({ asked }: { readonly asked: AskedCorrection }) {
  const now = useNow()
  const { correction, about, name, units, askedAt } = asked
  return (
    <Row
      id={`correction-${correction}`}
      title={ABOUT_NAMES[about]}
      note={`${[name, ...units].join('，')}。${formatTime(new Date(askedAt), now)} 提交`}
      onPress={() => void go('correction', { correction })}
    />
  )
}
