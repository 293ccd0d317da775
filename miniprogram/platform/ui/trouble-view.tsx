import Taro from '@tarojs/taro'
import type { ApiError } from '../api-error.ts'
import { LOGIN_PAGE } from '../session.ts'
import { StateView } from './state-view.tsx'

interface TroubleViewProps {
  readonly trouble: ApiError
  readonly retry: () => unknown
}

const HOME = '/pages/home/index'

/** Why there is nothing to see, and what to do: try again, log in, go back, or how to get the right to see it. */
export function TroubleView({ trouble, retry }: TroubleViewProps) {
  const again = { word: '再试一次', onPress: retry }
  const { code, status, detail, request } = trouble
  if (code === 'network.unreachable') {
    return <StateView title="没有连上网络" note="没有丢失任何内容。联网后再试一次。" act={again} />
  }
  switch (status) {
    case 401:
      return (
        <StateView
          title="请先登录"
          note={detail}
          act={{ word: '去登录', onPress: () => Taro.navigateTo({ url: LOGIN_PAGE }) }}
        />
      )
    case 403:
      return (
        <StateView
          title="这里您现在看不到"
          note={`${detail}如果身份登记得不对，请带证件到社区或物业办公室更正，更正后再打开这里。`}
          act={again}
        />
      )
    case 404:
      return (
        <StateView
          title="没有找到"
          note={detail}
          act={{ word: '回首页', onPress: () => Taro.switchTab({ url: HOME }) }}
        />
      )
    default:
      return (
        <StateView
          title="没有加载出来"
          note={`${detail}没有丢失任何内容。`}
          act={again}
          print={request === undefined ? undefined : `问题编号 ${request.slice(0, 8)}`}
        />
      )
  }
}
