import Taro from '@tarojs/taro'
import { Button } from '#miniprogram/platform/ui/button.tsx'

/** A call is faster than any form. */
export const CallButtons = ({ phones }: { readonly phones: readonly string[] }) => (
  <>
    {phones.map((phone) => (
      <Button
        key={phone}
        kind="danger"
        id={`call-${phone}`}
        onPress={() => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
      >
        {`打 ${phone}`}
      </Button>
    ))}
  </>
)
