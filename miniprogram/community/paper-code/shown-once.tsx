import type { NewCode } from '#shared/bindings/views.ts'
import { CodeSlip } from '#miniprogram/features/bindings/code-slip.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface ShownOnceProps {
  readonly code: NewCode
  readonly communityName: string
  readonly onDone: () => void
}

/** The slip, once: to be printed from the page, or copied by hand and handed over. */
export const ShownOnce = ({ code, communityName, onDone }: ShownOnceProps) => (
  <>
    <NoticeBar tone="amber">
      验证码只显示这一次，系统不保存原文。请现在打印或抄在纸上，当面交给本人。
    </NoticeBar>
    <CodeSlip code={code} communityName={communityName} />
    {__TARGET__ === 'h5' && (
      <Button kind="plain" id="print" onPress={() => window.print()}>
        打印
      </Button>
    )}
    <Action>
      <Button id="handed-over" onPress={onDone}>
        已交给本人
      </Button>
    </Action>
  </>
)
