import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { MAX_REGISTER_BYTES } from '#shared/register/contract.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { ApiError } from '#miniprogram/platform/api-error.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import type { ChosenFile } from '#miniprogram/platform/chosen-file.ts'
import { chooseTable, sendFile } from '#miniprogram/platform/files.ts'
import { useDroppedFile } from '#miniprogram/platform/files-h5.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { fileWords } from '#miniprogram/features/register/words.ts'
import { ProgressBar } from '#miniprogram/features/register/progress-bar.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import styles from './import.module.scss'

interface ChooseFileProps {
  readonly community: string
  /** Why another file is wanted. */
  readonly note?: string | undefined
  /** With the import that the file began. */
  readonly onSent: (id: string) => void
}

/** Nothing is in the register yet when the file has come: first it is looked through. */
export function ChooseFile({ community, note, onSent }: ChooseFileProps) {
  const [percent, setPercent] = useState<number>()
  const [file, setFile] = useState<ChosenFile>()
  const send = async (one: ChosenFile): Promise<void> => {
    setFile(one)
    if (one.bytes > MAX_REGISTER_BYTES) throw tooLarge()
    setPercent(0)
    try {
      const named = { community, file: nameOf(one.name) }
      const { import: id, form } = await registerApi.upload(named, { key: newKey() })
      await sendFile(form, one, setPercent)
      onSent(id)
    } finally {
      setPercent(undefined)
    }
  }
  const sending = useAct(async (dropped?: ChosenFile) => {
    const one = dropped ?? (await chooseTable())
    if (one) await send(one)
  })
  const isOver = useDroppedFile((dropped) => void sending.run(dropped))
  return (
    <>
      {note !== undefined && <NoticeBar tone="amber">{note}</NoticeBar>}
      <WhatToChoose isOver={isOver} />
      {percent !== undefined && (
        <ProgressBar what={`正在上传${fileWords(file?.name ?? '')}`} percent={percent} />
      )}
      {sending.trouble && (
        <NoticeBar tone="red">{`${sending.trouble.detail}名册没有改动。`}</NoticeBar>
      )}
      <Action>
        <Button
          id="choose-file"
          busy={sending.busy}
          busyWord="请稍候…"
          onPress={() => sending.run()}
        >
          {__TARGET__ === 'h5' ? '选择文件' : '从聊天里选文件'}
        </Button>
      </Action>
    </>
  )
}

const tooLarge = (): ApiError =>
  new ApiError(
    'client.file_too_large',
    `文件太大，最多 ${MAX_REGISTER_BYTES / 1_000_000} 兆。请删去图片和无关的工作表后再试。`,
  )

/** As many characters as a name may have; of a longer one the end, which says what kind of file it is. */
const nameOf = (name: string): string => Array.from(name.trim()).slice(-120).join('') || '名册'

const WhatToChoose = ({ isOver }: { readonly isOver: boolean }) => (
  <>
    <Card title="要什么样的文件">
      <Text>物业的房屋登记表就可以：微软或 WPS 的电子表格、CSV 文件都行，不用改格式。</Text>
      <Row title="必须有" note="房号、建筑面积、业主姓名" />
      <Row title="有更好" note="楼栋、单元、证件号码、电话、是否交付、用途、开发商" />
      <Row title="证件和电话" note="不保存完整号码，只留后四位和一段不能还原的核对码" />
    </Card>
    {__TARGET__ === 'h5' ? (
      <View className={classes(styles, 'drop', isOver && 'over')}>
        {isOver ? '松开手，就上传这个文件' : '在电脑上，可以把文件直接拖到这一页'}
      </View>
    ) : (
      <Card title="文件在电脑上？">
        <Text>先在电脑微信里，把文件发给“文件传输助手”，再点下面的按钮，从这个聊天里选它。</Text>
      </Card>
    )}
    <Text className={classes(styles, 'calm')}>上传后先核对给您看，您确认了才写进名册。</Text>
  </>
)
