import type { Agreement, Consent, Consents } from '#shared/privacy/contract.ts'
import { consentsApi, privacyApi } from '#miniprogram/features/privacy/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { forgetIdentity } from '#miniprogram/platform/use-identity.ts'
import { ConsentCard } from '#miniprogram/features/privacy/consent-card.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** Everything a person may decide about their data, in one place. */
export default function PrivacyPage() {
  const query = useQuery('consents', async () => {
    const consents = await consentsApi.mine({})
    return { consents, agreement: await privacyApi.agreement({}) }
  })
  return (
    <Page title="隐私与我的信息">
      <Rights />
      <Loaded query={query}>
        {({ consents, agreement }) => (
          <Purposes
            agreement={agreement}
            consents={consents}
            onChange={(changed) => {
              // With the agreement the homes may have gone.
              forgetIdentity()
              query.put({ consents: changed, agreement })
            }}
          />
        )}
      </Loaded>
    </Page>
  )
}

const Rights = () => (
  <Card title="我的信息">
    <Row id="sights" title="谁看过我的信息" onPress={() => void go('privacySights')} />
    <Row id="export" title="查看和导出" onPress={() => void go('privacyExport')} />
    <Row id="correct" title="申请更正" onPress={() => void go('privacyCorrect')} />
    <Row id="close" title="注销账号" onPress={() => void go('privacyClose')} />
    <Row id="rules" title="个人信息处理规则" onPress={() => void go('agreement')} />
  </Card>
)

interface PurposesProps {
  readonly agreement: Agreement
  readonly consents: Consents
  readonly onChange: (consents: Consents) => void
}

const NOT_ASKED: Omit<Consent, 'purpose'> = { state: 'none', mayAsk: true }

/** Each by itself, none chosen beforehand. */
const Purposes = ({ agreement, consents, onChange }: PurposesProps) => (
  <>
    {agreement.purposes.map((purpose) => (
      <ConsentCard
        key={purpose.id}
        purpose={purpose}
        consent={
          consents.items.find((item) => item.purpose === purpose.id) ?? {
            ...NOT_ASKED,
            purpose: purpose.id,
          }
        }
        onChange={onChange}
      />
    ))}
  </>
)
