import type { ReactNode } from 'react'
import type { Act } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface ActFormProps {
  readonly id: string
  /** On the button: what it does, by name. */
  readonly word: string
  readonly off: string | undefined
  readonly act: Act<readonly [], void>
  readonly isDangerous?: boolean
  readonly children: ReactNode
  readonly onLost: () => Promise<void>
  readonly onClose: () => void
}

/** A decision's fields, why it failed, and the two ways out. */
export const ActForm = (props: ActFormProps) => (
  <>
    {props.children}
    {props.act.trouble && (
      <NoticeBar tone="red" act={{ word: '刷新', onPress: props.onLost }}>
        {props.act.trouble.detail}
      </NoticeBar>
    )}
    <Button
      id={props.id}
      kind={props.isDangerous === true ? 'danger' : 'primary'}
      busy={props.act.busy}
      off={props.off}
      onPress={() => props.act.run()}
    >
      {props.word}
    </Button>
    <Button kind="quiet" id={`${props.id}-close`} onPress={props.onClose}>
      先不办
    </Button>
  </>
)
