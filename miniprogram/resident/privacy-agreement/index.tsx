import { privacyApi } from '#miniprogram/features/privacy/api.ts'
import { openContract } from '#miniprogram/platform/private.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { AgreementView } from '#miniprogram/features/privacy/agreement-view.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'

/** For everybody, logged in or not, at any time. */
export default function AgreementPage() {
  const query = useQuery('agreement', () => privacyApi.agreement({}))
  return (
    <Page title="个人信息处理规则">
      <Loaded query={query}>{(agreement) => <AgreementView agreement={agreement} />}</Loaded>
      {__TARGET__ === 'weapp' && (
        <Button kind="quiet" id="weixin-contract" onPress={openContract}>
          在微信备案的隐私保护指引
        </Button>
      )}
    </Page>
  )
}
