import type { ReactNode } from 'react'
import type { ApiError } from '#miniprogram/platform/api-error.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { NoFreeSpace } from '../../draft-bars.tsx'
import type { ActFormProps } from './entry.ts'

interface ActFrameProps extends Pick<ActFormProps, 'off' | 'onLost'> {
  readonly id: string
  readonly title: string
  /** On the one large button. */
  readonly word: string
  /** What is still to be filled in. */
  readonly missing?: string | undefined
  readonly form: {
    readonly send: () => Promise<void>
    readonly busy: boolean
    readonly trouble: ApiError | undefined
    readonly isKept: boolean
  }
  readonly children?: ReactNode
}

/** Fields, why it was refused, and one large button within reach of a thumb. */
export const ActFrame = ({
  id,
  title,
  word,
  missing,
  form,
  off,
  onLost,
  children,
}: ActFrameProps) => (
  <>
    <Card title={title} id={`form-${id}`}>
      {children}
      {!form.isKept && <NoFreeSpace />}
      {form.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onLost }}>
          {keeping(form.trouble.detail)}
        </NoticeBar>
      )}
    </Card>
    <Action>
      <Button id={`send-${id}`} busy={form.busy} off={off ?? missing} onPress={form.send}>
        {word}
      </Button>
    </Action>
  </>
)

const KEPT = '写的内容还在。'
/** Some refusals say it themselves. */
const keeping = (detail: string): string =>
  detail.includes('内容还在') ? detail : `${detail}${KEPT}`
