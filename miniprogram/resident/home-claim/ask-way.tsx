import { useState } from 'react'
import type { ShownPurpose } from '#shared/privacy/contract.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { consentsApi, privacyApi } from '#miniprogram/features/privacy/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { PhoneButton } from '#miniprogram/features/bindings/phone-button.tsx'
import { DemoPhone } from './demo-phone.tsx'
import type { QuestionProps } from './question-props.ts'

/** How the person is known to be the owner: by phone number at once, else on paper or in person. */
export function AskWay(props: QuestionProps) {
  const { phone, set, onNext } = props
  const take = (way: 'code' | 'papers'): void => {
    set({ way })
    onNext()
  }
  return (
    <>
      {phone === undefined ? <GivePhone {...props} /> : <KnownPhone phone={phone} />}
      <Card title="没有智能手机号，或不想用手机号">
        <Row
          id="way-code"
          title="我有纸质验证码"
          note="在业委会或社区领到的纸，上面写着验证码"
          onPress={() => take('code')}
        />
        <Row
          id="way-papers"
          title="带证件到社区办理"
          note="先在这里填房号和姓名，再带身份证件和房屋材料过去"
          onPress={() => take('papers')}
        />
      </Card>
    </>
  )
}

const KnownPhone = ({ phone }: { readonly phone: string }) => (
  <Card title="用手机号核实">
    <Row title="您的手机号" value={phone} />
    <Said>会用它和名册上留的手机号比对，对得上就马上绑定。</Said>
  </Card>
)

/** The number has a purpose of its own: pressing the button under its words is the consent to it. */
function GivePhone(props: QuestionProps) {
  const agreement = useQuery('agreement', () => privacyApi.agreement({}))
  return (
    <Loaded query={agreement} cards={1}>
      {({ purposes }) => {
        const purpose = purposes.find(({ id }) => id === 'phone')
        return purpose && <PhoneQuestion {...props} purpose={purpose} />
      }}
    </Loaded>
  )
}

interface PhoneQuestionProps extends QuestionProps {
  readonly purpose: ShownPurpose
}

function PhoneQuestion({ purpose, set, onPhone, onNext }: PhoneQuestionProps) {
  const [none, setNone] = useState<string>()
  const give = useAct(async (code: string) => {
    setNone(undefined)
    await consentsApi.give({ purpose: 'phone', version: purpose.version }, { key: newKey() })
    await bindingsApi.phone({ code }, { key: newKey() })
    await onPhone()
    set({ way: 'phone' })
    onNext()
  })
  const why = give.trouble?.detail ?? none
  return (
    <>
      <Card title="用手机号核实，最快">
        <Said>{purpose.text}</Said>
        <Row title="保存多久" note={purpose.howLong} />
        <Row title="给谁看" note={purpose.withWhom} />
      </Card>
      {why !== undefined && <NoticeBar tone="amber">{why}</NoticeBar>}
      {__TARGET__ === 'weapp' ? (
        <PhoneButton busy={give.busy} onCode={give.run} onNone={setNone}>
          同意并用微信手机号核实
        </PhoneButton>
      ) : (
        <DemoPhone busy={give.busy} onCode={give.run} />
      )}
    </>
  )
}
