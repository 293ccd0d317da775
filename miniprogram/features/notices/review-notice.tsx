import { NOTICE_CATEGORY_NAMES } from '#shared/notices/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import type { Act } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Prose } from '#miniprogram/platform/ui/prose.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { validityWords, type Form } from './publication.ts'
import { SendTrouble } from './send-trouble.tsx'

interface ReviewNoticeProps {
  readonly form: Form
  readonly publishing: Act<[], void>
  readonly onBack: () => void
}

/** The notice as residents will read it, before it is locked. */
export function ReviewNotice({ form, publishing, onBack }: ReviewNoticeProps) {
  const now = useNow()
  const { category, title, text, pinned } = form
  return (
    <>
      <NoticeBar tone="amber">公布后内容不能再改，只能发更正。请再看一遍。</NoticeBar>
      <Card title={title}>
        <Prose>{text}</Prose>
      </Card>
      <Card>
        {category !== undefined && <Row title="类别" value={NOTICE_CATEGORY_NAMES[category]} />}
        <Row title="排在哪里" value={pinned ? '置顶' : '按时间排列'} />
        <Row title="有效期" value={validityWords(form, now)} />
      </Card>
      <SendTrouble trouble={publishing.trouble} />
      <Button kind="quiet" id="change" onPress={onBack}>
        返回修改
      </Button>
      <Action>
        <Button
          id="publish"
          busy={publishing.busy}
          busyWord="正在公布…"
          onPress={() => publishing.run()}
        >
          公布
        </Button>
      </Action>
    </>
  )
}
