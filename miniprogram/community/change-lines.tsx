import { View } from '@tarojs/components'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** What changes, a sentence each. */
export const ChangeLines = ({ words }: { readonly words: readonly string[] }) => (
  <View>
    {words.map((one) => (
      <Row key={one} title={one} />
    ))}
  </View>
)
