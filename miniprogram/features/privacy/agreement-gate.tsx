import { useState, type ReactNode } from 'react'
import type { Agreement, Consents, ShownPurpose } from '#shared/privacy/contract.ts'
import { consentsApi, privacyApi } from '#miniprogram/features/privacy/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { PurposeRows } from './purpose-rows.tsx'

interface AgreementGateProps {
  readonly children: ReactNode
}

const isGiven = ({ items }: Consents): boolean =>
  items.some(({ purpose, state }) => purpose === 'agreement' && state === 'given')

/**
 * What collects something about a person stands inside: it is shown once they have agreed. Whoever opens it has
 * started something that needs the agreement, so it may ask, however recently they refused.
 */
export function AgreementGate({ children }: AgreementGateProps) {
  const query = useQuery('agreement', async () => {
    const consents = await consentsApi.mine({})
    return { consents, agreement: await privacyApi.agreement({}) }
  })
  return (
    <Loaded query={query}>
      {({ consents, agreement }) =>
        isGiven(consents) ? (
          children
        ) : (
          <Ask
            agreement={agreement}
            outdated={consents.items.some(
              ({ purpose, state }) => purpose === 'agreement' && state === 'outdated',
            )}
            onAnswer={(answered) => query.put({ consents: answered, agreement })}
          />
        )
      }
    </Loaded>
  )
}

interface AskProps {
  readonly agreement: Agreement
  readonly outdated: boolean
  readonly onAnswer: (consents: Consents) => void
}

function Ask({ agreement, outdated, onAnswer }: AskProps) {
  const [isRefused, setRefused] = useState(false)
  const purpose = agreement.purposes.find(({ id }) => id === 'agreement')
  if (!purpose) return null
  return isRefused ? (
    <Refused onBack={() => setRefused(false)} />
  ) : (
    <Question
      purpose={purpose}
      outdated={outdated}
      onAnswer={onAnswer}
      onRefuse={() => setRefused(true)}
    />
  )
}

const Refused = ({ onBack }: { readonly onBack: () => void }) => (
  <>
    <StateView
      title="您没有同意，什么都没有收集"
      note="不同意也可以看公告。以后想认领房屋、投诉或投票，再回到这里就行。"
      act={{ word: '再看一遍规则', onPress: onBack }}
    />
    <Button id="read-board" kind="plain" onPress={() => go('noticeBoard')}>
      看小区公告
    </Button>
  </>
)

interface QuestionProps extends Omit<AskProps, 'agreement'> {
  readonly purpose: ShownPurpose
  readonly onRefuse: () => void
}

function Question({ purpose, outdated, onAnswer, onRefuse }: QuestionProps) {
  const { version } = purpose
  const give = useAct(async () => {
    const key = newKey()
    onAnswer(await consentsApi.give({ purpose: 'agreement', version }, { key }))
  })
  const refuse = useAct(async () => {
    await consentsApi.refuse({ purpose: 'agreement', version }, { key: newKey() })
    onRefuse()
  })
  const trouble = give.trouble ?? refuse.trouble
  return (
    <>
      {outdated && (
        <NoticeBar tone="blue">规则有更新，请看过再决定。之前的同意对新规则不算数。</NoticeBar>
      )}
      <Card title="先看一下我们怎样处理您的信息">
        <PurposeRows purpose={purpose} />
        <Row
          id="whole-agreement"
          title="看完整的个人信息处理规则"
          onPress={() => void go('agreement')}
        />
      </Card>
      {trouble && <NoticeBar tone="red">{trouble.detail}</NoticeBar>}
      <Action>
        <Button id="agree" openType="agreePrivacyAuthorization" onPress={() => give.run()}>
          同意并继续
        </Button>
        <Button id="refuse-agreement" kind="quiet" onPress={() => refuse.run()}>
          不同意
        </Button>
      </Action>
    </>
  )
}
