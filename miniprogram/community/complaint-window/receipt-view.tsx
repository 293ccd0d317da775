import { Text, View } from '@tarojs/components'
import { receiptLines, receiptPage } from '#shared/complaints/rules/receipt.ts'
import type { AtWindow } from '#shared/complaints/window-contract.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import styles from '#miniprogram/features/bindings/code-slip.module.scss'
import { useNow } from '#miniprogram/platform/clock.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'

interface ReceiptViewProps {
  readonly filed: AtWindow
  readonly communityName: string
  readonly onDone: () => void
}

/** The paper, once: its code is shown on no other screen. */
export function ReceiptView({ filed, communityName, onDone }: ReceiptViewProps) {
  const now = useNow()
  const { complaint, receipt } = filed
  const handed = { communityName, complaint, receipt }
  const number = formatNumber(complaint.number)
  const save = useAct(() => saveText(`投诉回执-${number}.html`, receiptPage(handed, now)))
  return (
    <>
      <NoticeBar tone="amber">
        认领码只显示这一次，系统不保存原文。请现在打印或抄在纸上，把编号念给本人听，当面交给本人。
      </NoticeBar>
      <View className={`${classes(styles, 'slip')} code-slip`}>
        <Text className={classes(styles, 'title')}>投诉回执</Text>
        <Large label="编号" text={number} />
        {receipt.code !== undefined && <Large label="认领码" text={receipt.code} />}
        {receiptLines(handed, now).map(([label, words]) => (
          <View key={label} className={classes(styles, 'line')}>
            <Text className={classes(styles, 'label')}>{label}</Text>
            <Text>{words}</Text>
          </View>
        ))}
      </View>
      {__TARGET__ === 'h5' && (
        <Button kind="plain" id="print" onPress={() => window.print()}>
          打印
        </Button>
      )}
      {save.trouble && <NoticeBar tone="red">{save.trouble.detail}</NoticeBar>}
      <Button kind="plain" id="save-receipt" busy={save.busy} onPress={() => save.run()}>
        保存成文件再打印
      </Button>
      <Action>
        <Button id="handed-over" onPress={onDone}>
          已交给本人
        </Button>
      </Action>
    </>
  )
}

/** Spelt out when it is read aloud. */
const Large = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <View
    className={classes(styles, 'code')}
    {...spoken('img', { label: `${label}：${Array.from(text).join(' ')}` })}
  >
    <View>
      <Text>{label}</Text>
    </View>
    <Text className={classes(styles, 'secret')}>{text}</Text>
  </View>
)
