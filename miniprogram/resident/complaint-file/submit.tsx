import { useOnline } from '#miniprogram/platform/online.ts'
import { underWay } from '#miniprogram/platform/photo-queue.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { AskNote } from '#miniprogram/features/messages/ask-note.tsx'
import { useAskToTell } from '#miniprogram/features/messages/use-ask-to-tell.ts'
import type { Form } from './form.ts'

interface SubmitProps {
  readonly form: Form
  readonly busy: boolean
  readonly off: string | undefined
  readonly onSend: (without: boolean) => Promise<unknown>
}

/** By the tap itself WeChat is asked whether it may tell of what follows: once something was waited for, it asks nobody. */
export function Submit({ form, busy, off, onSend }: SubmitProps) {
  const online = useOnline()
  const telling = useAskToTell(['complaint_progress', 'complaint_moved', 'complaint_result'])
  const coming = underWay(form.photos).length
  const failed = form.photos.filter(({ state }) => state === 'failed').length
  const send = (without: boolean) => {
    void telling.ask()
    return onSend(without)
  }
  const isWaiting = form.sending !== undefined
  return (
    <>
      {failed > 0 && (
        <NoticeBar tone="amber">
          {`有 ${failed} 张照片没有传上。现在提交就不带它，提交后可以在投诉里补。`}
        </NoticeBar>
      )}
      {online && coming > 0 && !isWaiting && (
        <Button
          kind="plain"
          id="file-without"
          busy={busy}
          off={off}
          onPress={() => send(true)}
        >{`不等 ${coming} 张照片，先提交`}</Button>
      )}
      <AskNote note={telling.note} />
      <Action>
        <Button
          id="file"
          busy={busy}
          busyWord="正在提交…"
          off={off}
          onPress={() => send(coming === 0)}
        >
          {wordOf(online, coming, isWaiting)}
        </Button>
      </Action>
    </>
  )
}

function wordOf(online: boolean, coming: number, isWaiting: boolean): string {
  if (!online) return '存好，等网络恢复后发送'
  if (isWaiting) return '现在再试一次'
  return coming > 0 ? '照片传好后自动提交' : '提交投诉'
}
