import { sessionNow } from '#miniprogram/platform/kept-session.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Skeleton } from '#miniprogram/platform/ui/skeleton.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Answer } from './answer.tsx'
import { askedBy, type Answering } from './asked.ts'

interface GivenProps extends Answering {
  readonly code: string
}

/** A phone whose scanner opened the page with the code in its address. */
export const Given = (props: GivenProps) =>
  // In WeChat a person is logged in without a word; in a browser the login would only show one more QR code.
  __TARGET__ === 'h5' && !sessionNow() ? <UseMiniProgram {...props} /> : <Known {...props} />

function Known({ code, ...answering }: GivenProps) {
  const { data, trouble } = useQuery(`web login ${code}`, () => askedBy(code))
  if (data) return <Answer asked={data} {...answering} />
  if (!trouble) return <Skeleton cards={1} />
  return (
    <StateView
      title="这个二维码用不了"
      note={trouble.detail}
      act={{ word: '再扫一次', onPress: answering.onAgain }}
    />
  )
}

const UseMiniProgram = ({ code }: GivenProps) => (
  <Card title="请用“家园”小程序扫">
    <Row title="1. 在微信里打开“家园”小程序" />
    <Row title="2. 点“我的”，再点“扫码登录网页”" />
    <Row title="3. 再扫一次电脑上的二维码，或者填短码" />
    <Row title="短码" value={code.replace(/^.{3}/, '$& ')} />
  </Card>
)
