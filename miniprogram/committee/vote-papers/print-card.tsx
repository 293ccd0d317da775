import { useState } from 'react'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import type { HandIn } from './hand-in.ts'

interface PrintCardProps extends HandIn {
  readonly community: string
  readonly vote: string
  /** The whole community where it is left out. */
  readonly building?: string
}

type Kind = 'sheets' | 'notices'
const NAMES: Readonly<Record<Kind, string>> = { sheets: '表决票', notices: '表决公告' }

/** Files to print, one after the other: a large community does not fit into one. */
export function PrintCard(props: PrintCardProps) {
  const { handIn, onHandIn, building } = props
  const off = handIn.trim().length < 2 ? '先填交票地点' : undefined
  return (
    <Card title={building === undefined ? '全部打印' : '打印这一栋'}>
      <Field label="交票地点" hint="印在每张表决票和公告上">
        <TextLine
          id="hand-in"
          label="交票地点"
          placeholder="例如：社区居委会一楼窗口"
          value={handIn}
          onChange={onHandIn}
        />
      </Field>
      <Printing {...props} kind="sheets" off={off} />
      <Printing {...props} kind="notices" off={off} />
      <Said>存好文件后用电脑打开，按 A4 纸打印。已有有效表决票的业主不会重复印。</Said>
    </Card>
  )
}

interface PrintingProps extends PrintCardProps {
  readonly kind: Kind
  readonly off: string | undefined
}

function Printing({ community, vote, building, handIn, kind, off }: PrintingProps) {
  const [file, setFile] = useState({ from: 1, number: 1, key: newKey() })
  const [said, setSaid] = useState<string>()
  const act = useAct(async () => {
    const asked = {
      ...{ community, vote, handIn, from: file.from },
      ...(building !== undefined && { building }),
    }
    const printed =
      kind === 'sheets'
        ? await deskApi.printSheets(asked, { key: file.key })
        : await deskApi.printNotices(asked)
    if (printed.pages > 0) {
      const where = building === undefined ? '' : `-${building === '' ? '其他' : `${building}栋`}`
      await saveText(`${NAMES[kind]}${where}-${file.number}.html`, printed.html)
    }
    setSaid(wordsOf(kind, printed))
    const next = printed.next
    setFile({ from: next ?? 1, number: next === undefined ? 1 : file.number + 1, key: newKey() })
  })
  const word =
    file.from === 1 ? `存${NAMES[kind]}文件` : `存下一份${NAMES[kind]}（第 ${file.number} 份）`
  return (
    <>
      {act.trouble && <NoticeBar tone="red">{act.trouble.detail}</NoticeBar>}
      {said !== undefined && <NoticeBar tone="jade">{said}</NoticeBar>}
      <Button
        kind="plain"
        id={`print-${kind}`}
        busy={act.busy}
        busyWord="正在准备…"
        off={off}
        onPress={() => act.run()}
      >
        {word}
      </Button>
    </>
  )
}

interface Printed {
  readonly pages: number
  readonly skipped: number
  readonly next?: number | undefined
}

function wordsOf(kind: Kind, { pages, skipped, next }: Printed): string {
  const kept = skipped > 0 ? `，${skipped} 张已经印过` : ''
  const rest = next === undefined ? '全部存完了。' : '还有下一份。'
  return pages === 0 ? `没有要新印的${NAMES[kind]}${kept}。` : `已存 ${pages} 张${kept}，${rest}`
}
