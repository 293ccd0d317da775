import { useState } from 'react'
import Taro from '@tarojs/taro'
import { Text } from '@tarojs/components'
import { lengthOf } from '#shared/kernel/text.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { fetchFile } from '#miniprogram/platform/files.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { fileWords } from '#miniprogram/features/register/words.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'

export default function RegisterExportPage() {
  return (
    <Page title="导出名册">
      <Permitted to="register:export">
        {({ community }: Identity) => <ExportForm community={community} />}
      </Permitted>
    </Page>
  )
}

const FORMATS = [
  { value: 'xlsx', label: '电子表格', note: '手机和电脑都能打开' },
  { value: 'csv', label: 'CSV 文件', note: '给别的系统用，手机上打不开' },
] as const
type Format = (typeof FORMATS)[number]['value']

const REASON = { least: 4, most: 100 }

interface Ready {
  readonly path: string
  readonly name: string
  readonly format: Format
}

function ExportForm({ community }: { readonly community: string }) {
  const [format, setFormat] = useState<Format>('xlsx')
  const [reason, setReason] = useState('')
  const [key, setKey] = useState(newKey)
  const [ready, setReady] = useState<Ready>()
  const exporting = useAct(async () => {
    setReady(undefined)
    const asked = { community, format, reason: reason.trim() }
    const { url, name } = await registerApi.export(asked, { key })
    setReady({ path: await fetchFile(url, name), name, format })
    setKey(newKey())
  })
  return (
    <>
      <NoticeBar tone="amber">
        名册是大家的个人信息。谁、什么时候、为什么导出，会写进文件，也会记下来，业主能看到。请不要转发到群里。
      </NoticeBar>
      <Card>
        <Field label="为什么导出" hint="例如：给街道备案用">
          <TextArea
            id="export-reason"
            label="为什么导出"
            value={reason}
            onChange={setReason}
            most={REASON.most}
          />
        </Field>
        <Field label="要哪一种">
          <ChoiceRow label="要哪一种" options={FORMATS} value={format} onChange={setFormat} />
        </Field>
      </Card>
      {ready && <ReadyFile {...ready} />}
      {exporting.trouble && <NoticeBar tone="red">{exporting.trouble.detail}</NoticeBar>}
      <Action>
        <Button
          id="export"
          busy={exporting.busy}
          busyWord="正在生成文件…"
          off={wrongIn(reason)}
          onPress={() => exporting.run()}
        >
          {ready ? '再导出一次' : '导出'}
        </Button>
      </Action>
    </>
  )
}

function wrongIn(reason: string): string | undefined {
  const length = lengthOf(reason)
  if (length < REASON.least) return `请写明为什么导出，至少 ${REASON.least} 个字`
  return length > REASON.most ? `原因多了 ${length - REASON.most} 个字，请删减` : undefined
}

/** A browser has saved it already. In WeChat it lies in the mini-program until it is opened or sent on. */
function ReadyFile({ path, name, format }: Ready) {
  const opening = useAct(() =>
    Taro.openDocument({ filePath: path, fileType: 'xlsx', showMenu: true }),
  )
  const sending = useAct(() => Taro.shareFileMessage({ filePath: path, fileName: name }))
  if (__TARGET__ === 'h5') {
    return <NoticeBar tone="jade">{`${fileWords(name)}已下载，在浏览器的“下载”里。`}</NoticeBar>
  }
  return (
    <Card title={`${fileWords(name)}已生成`} id="exported">
      {format === 'xlsx' && (
        <Button kind="plain" id="open-file" onPress={() => opening.run()}>
          打开看
        </Button>
      )}
      <Text>要在电脑上用，就发给“文件传输助手”。</Text>
      <Button kind="plain" id="share-file" onPress={() => sending.run()}>
        发到聊天
      </Button>
      {(opening.trouble ?? sending.trouble) && (
        <NoticeBar tone="amber">没有打开。请再点一次，或换一个办法。</NoticeBar>
      )}
    </Card>
  )
}
