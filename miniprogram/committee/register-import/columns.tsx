import { useState } from 'react'
import type { ImportSheet } from '#shared/register/terms.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { asSent, mappingOf, missingIn, type Mapping } from './mapping.ts'
import { SheetMapping } from './sheet-mapping.tsx'
import type { StepProps } from './step-props.ts'

interface ColumnsProps extends StepProps {
  /** Absent where there is nothing to go back to: without an answer the file cannot be read. */
  readonly onBack?: () => void
}

/** Where the columns are not certain a person says which is what; then the file is read anew. */
export function Columns(props: ColumnsProps) {
  const { community, found } = props
  const query = useQuery(`sheets ${found.import}`, () =>
    registerApi.sheets({ community, import: found.import }),
  )
  return (
    <>
      <NoticeBar tone={found.state === 'unclear' ? 'amber' : 'blue'}>
        {found.state === 'unclear'
          ? '有的列没有认出来。请选出每一样写在哪一列，再点最下面的按钮。'
          : '请核对每一样写在哪一列。有不对的改过来，再点最下面的按钮。'}
      </NoticeBar>
      <Loaded query={query}>
        {({ sheets }) => <Sheets {...props} sheets={sheets.filter(({ hidden }) => !hidden)} />}
      </Loaded>
    </>
  )
}

/** The way out: to what was looked at before, or to another file. */
const WayOut = ({ onBack, onEnd }: ColumnsProps) =>
  onBack ? (
    <Button kind="quiet" id="keep-columns" onPress={onBack}>
      不改，回到核对结果
    </Button>
  ) : (
    <Button kind="quiet" id="other-file" onPress={onEnd}>
      不导入这份，换一个文件
    </Button>
  )

interface SheetsProps extends ColumnsProps {
  readonly sheets: readonly ImportSheet[]
}

function Sheets(props: SheetsProps) {
  const { community, found, query, sheets, onBack } = props
  const [name, setName] = useState(
    () => (sheets.find(({ certain }) => !certain) ?? sheets[0])?.sheet,
  )
  const [told, setTold] = useState<Readonly<Record<string, Mapping>>>({})
  const sheet = sheets.find((one) => one.sheet === name)
  const mapping = sheet && (told[sheet.sheet] ?? mappingOf(sheet))
  const sending = useAct(async () => {
    if (!sheet || !mapping) return
    // What was recognised beyond doubt stays; what nobody looked at is not vouched for.
    const all = sheets.filter(
      (one) => one.certain || one === sheet || told[one.sheet] !== undefined,
    )
    const sent = all.map((one) => asSent(one.sheet, told[one.sheet] ?? mappingOf(one)))
    query.put(await registerApi.map({ community, import: found.import, sheets: sent }))
    onBack?.()
  })
  if (!sheet || !mapping) return null
  return (
    <>
      {sheets.length > 1 && (
        <Card title="哪一张工作表">
          <ChoiceRow
            label="哪一张工作表"
            options={sheets.map((one) => ({
              value: one.sheet,
              label: one.sheet,
              note: one.certain ? '各列已经认出来了' : '请核对',
            }))}
            value={name}
            onChange={setName}
          />
        </Card>
      )}
      <SheetMapping
        key={sheet.sheet}
        sheet={sheet}
        mapping={mapping}
        onChange={(to) => setTold((old) => ({ ...old, [sheet.sheet]: to }))}
      />
      <WayOut {...props} />
      {sending.trouble && <NoticeBar tone="red">{sending.trouble.detail}</NoticeBar>}
      <Action>
        <Button
          id="send-columns"
          busy={sending.busy}
          busyWord="正在重新核对…"
          off={missingIn(mapping)}
          onPress={() => sending.run()}
        >
          就是这样，重新核对
        </Button>
      </Action>
    </>
  )
}
