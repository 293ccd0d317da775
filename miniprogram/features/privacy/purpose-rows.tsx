import { Text } from '@tarojs/components'
import type { ShownPurpose } from '#shared/privacy/contract.ts'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** One purpose: what, why, how long, with whom, and what ends when it is taken back. */
export const PurposeRows = ({ purpose }: { readonly purpose: ShownPurpose }) => (
  <>
    <Text>{purpose.text}</Text>
    <Row title="收集什么" note={purpose.collected.join('、')} />
    <Row title="为什么" note={purpose.why} />
    <Row title="保存多久" note={purpose.howLong} />
    <Row title="给谁看" note={purpose.withWhom} />
    <Row title="不同意就不能" note={purpose.requiredFor.join('、')} />
    <Row title="以后撤回" note={purpose.onWithdrawal} />
  </>
)
