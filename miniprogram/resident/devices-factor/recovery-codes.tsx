import { Text } from '@tarojs/components'
import { copyText } from '#miniprogram/platform/private.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onKept: () => void
}

/** Shown this once: nobody can look them up later, we neither. */
export const RecoveryCodes = ({ codes, onKept }: RecoveryCodesProps) => (
  <>
    <NoticeBar tone="amber">备用码只显示这一次。请抄在纸上，收在家里。</NoticeBar>
    <Card title="备用码">
      <Text>手机不在身边时，可以用一个备用码代替验证码。每个只能用一次。</Text>
      {codes.map((code, i) => (
        <Row key={code} title={`第 ${i + 1} 个`} value={code} />
      ))}
    </Card>
    <Button kind="plain" id="copy-recovery" onPress={() => copyText(codes.join('\n'))}>
      复制全部
    </Button>
    <Button id="kept-recovery" onPress={onKept}>
      我已抄好
    </Button>
  </>
)
