import { exportPage } from '#shared/privacy/export-page.ts'
import type { ExportedPart, PersonalExport } from '#shared/privacy/contract.ts'
import { accountApi } from '#miniprogram/features/privacy/api.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** Everything held about the person, to read here and to take along. */
export default function ExportPage() {
  const query = useQuery('export', () => accountApi.export({}))
  return (
    <Page title="导出我的信息">
      <Loaded query={query}>{(all) => <Whole all={all} />}</Loaded>
    </Page>
  )
}

function Whole({ all }: { readonly all: PersonalExport }) {
  const day = all.madeAt.slice(0, 10)
  const save = useAct((kind: 'html' | 'json') =>
    saveText(
      `我的信息-${day}.${kind}`,
      kind === 'html' ? exportPage(all) : JSON.stringify(all, undefined, 2),
    ),
  )
  return (
    <>
      {all.parts.map((part) => (
        <Part key={part.feature} part={part} />
      ))}
      {save.trouble && <NoticeBar tone="red">{save.trouble.detail}</NoticeBar>}
      <Action>
        <Button id="save-page" onPress={() => save.run('html')}>
          保存为网页（方便阅读）
        </Button>
        <Button id="save-data" kind="quiet" onPress={() => save.run('json')}>
          保存为数据文件（方便转到别处）
        </Button>
      </Action>
    </>
  )
}

/** Long lists are whole in the file. */
const SHOWN = 20

const Part = ({ part: { title, lines } }: { readonly part: ExportedPart }) => (
  <Card title={title}>
    {lines.length === 0 && <Row title="没有记录" />}
    {lines.slice(0, SHOWN).map(({ label, value }, place) => (
      <Row key={`${place}-${label}`} title={value} note={label} />
    ))}
    {lines.length > SHOWN && <Row title={`还有 ${lines.length - SHOWN} 条，都在导出的文件里`} />}
  </Card>
)
