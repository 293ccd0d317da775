import { useRouter } from '@tarojs/taro'
import { ENTRY_NAMES, FIGURE_NAMES } from '#shared/votes/papers/words.ts'
import type { PaperFigures, PaperReport } from '#shared/votes/papers/terms.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Declare } from './declare.tsx'

export default function VotePaperReportPage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="表决票核对表">
      <Permitted to="vote:paper">
        {({ community }) => <Asked community={community} vote={vote} />}
      </Permitted>
    </Page>
  )
}

function Asked({ community, vote }: { readonly community: string; readonly vote: string }) {
  const query = useQuery(`paper report ${vote}`, async () => {
    const one = { community, vote }
    const [report, found] = await Promise.all([deskApi.paperReport(one), api.votes.get(one)])
    return { report, vote: found }
  })
  return (
    <Loaded query={query}>
      {({ report, vote: found }) => (
        <>
          {report.finishedAt !== undefined && (
            <NoticeBar tone="jade">业委会和社区已经核对完毕，开始计票。</NoticeBar>
          )}
          <Card title="合计">
            <FigureRows figures={report.total} />
            <Said>印制 = 未发出 + 已发未收 + 收回 + 作废 + 遗失。</Said>
          </Card>
          <OpenSheets report={report} />
          <Buildings report={report} />
          <Card title="票号">
            <Row title="印制" note={report.serials === '' ? '没有' : report.serials} />
            <Row title="作废" note={report.voidSerials === '' ? '没有' : report.voidSerials} />
          </Card>
          <Button
            kind="plain"
            id="save-report"
            onPress={() => saveText('表决票核对表.html', report.html)}
          >
            存核对表文件，用来打印
          </Button>
          <Declare
            key={report.sha256}
            community={community}
            vote={found}
            report={report}
            onDone={query.reload}
          />
        </>
      )}
    </Loaded>
  )
}

const COLUMNS = Object.keys(FIGURE_NAMES) as (keyof typeof FIGURE_NAMES)[]

const FigureRows = ({ figures }: { readonly figures: PaperFigures }) => (
  <>
    {COLUMNS.map((name) => (
      <Row key={name} title={FIGURE_NAMES[name]} value={`${figures[name]}`} />
    ))}
  </>
)

/** Returned in time, and not yet entered alike by two people: what the count waits for. */
function OpenSheets({ report: { open, total } }: { readonly report: PaperReport }) {
  if (open.length === 0) return null
  return (
    <Card title={`还没有录完：${total.waiting} 张`}>
      {open.map(({ place, serial = '', units, entry }) => (
        <Row
          key={place}
          title={`票号 ${serial}　${units.join('、')}`}
          note={entry && ENTRY_NAMES[entry]}
        />
      ))}
    </Card>
  )
}

const Buildings = ({ report: { buildings } }: { readonly report: PaperReport }) => (
  <Card title="按楼栋">
    {buildings.map((one) => (
      <Row
        key={one.building}
        title={one.building === '' ? '不在楼栋内' : `${one.building} 栋`}
        value={`收回 ${one.returned} / ${one.printed}`}
        note={`发出过 ${one.issued}，作废 ${one.void}，遗失 ${one.missing}，已录入 ${one.entered}`}
      />
    ))}
  </Card>
)
