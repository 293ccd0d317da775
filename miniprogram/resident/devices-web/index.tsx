import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { webCodeIn } from '#shared/sessions/web-link.ts'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Answer } from './answer.tsx'
import type { Asked } from './asked.ts'
import { Find } from './find.tsx'
import { Given } from './given.tsx'

type Stand =
  | { readonly kind: 'find' }
  /** A code that the page was opened with: WeChat's own scanner leads here. */
  | { readonly kind: 'given'; readonly code: string }
  | { readonly kind: 'asked'; readonly asked: Asked }
  | { readonly kind: 'done'; readonly done: keyof typeof DONE }

const DONE = {
  confirmed: {
    title: '已同意登录',
    note: '网页几秒钟内就会打开。用完别人的或公用的电脑，请到“我的”的“登录设备”里退出它。',
  },
  refused: {
    title: '已拒绝',
    note: '那个网页不会登录。如果不是您打开的，不用再做什么。',
  },
} as const

/** The phone's side of a login on a computer: which one asks, and whether the person lets it in. */
export default function WebLoginPage() {
  const { q, scene } = useRouter().params
  const code = webCodeIn(q ?? scene ?? '')
  const [stand, setStand] = useState<Stand>(
    code === undefined ? { kind: 'find' } : { kind: 'given', code },
  )
  const again = (): void => setStand({ kind: 'find' })
  const answering = {
    onDone: (done: keyof typeof DONE): void => setStand({ kind: 'done', done }),
    onAgain: again,
  }
  return (
    <Page title="扫码登录网页">
      {stand.kind === 'find' && <Find onFound={(asked) => setStand({ kind: 'asked', asked })} />}
      {stand.kind === 'given' && <Given code={stand.code} {...answering} />}
      {stand.kind === 'asked' && <Answer asked={stand.asked} {...answering} />}
      {stand.kind === 'done' && (
        <StateView {...DONE[stand.done]} act={{ word: '再登录一个网页', onPress: again }} />
      )}
    </Page>
  )
}
