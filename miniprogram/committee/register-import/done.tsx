import Taro from '@tarojs/taro'
import { Text } from '@tarojs/components'
import { FiguresRows } from '#miniprogram/features/register/figures-rows.tsx'
import { fileWords } from '#miniprogram/features/register/words.ts'
import { PAGES } from '#miniprogram/features/pages.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import type { StepProps } from './step-props.ts'
import { toRegister } from './to-register.ts'

export function Done({ found, onEnd }: StepProps) {
  const { version = 0, preview, file } = found
  return (
    <>
      <Card title={`已导入，现在是第 ${version} 版`} id="imported">
        <Text>{`${fileWords(file)}已经写进名册。导错了可以撤销：打开这一版，点“撤销”。`}</Text>
        {preview && <FiguresRows figures={preview.figures} before={preview.before} />}
      </Card>
      <Button
        kind="plain"
        id="see-version"
        onPress={() =>
          Taro.redirectTo({ url: `${PAGES.registerVersion}?version=${version}` }).then(onEnd)
        }
      >
        看这一版改了什么
      </Button>
      <Button kind="quiet" id="other-file" onPress={onEnd}>
        再导入一份文件
      </Button>
      <Action>
        <Button id="to-register" onPress={() => toRegister().then(onEnd)}>
          回到名册
        </Button>
      </Action>
    </>
  )
}
