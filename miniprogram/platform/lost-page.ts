import Taro from '@tarojs/taro'

const LASTS_MS = 4_000

interface Failure {
  readonly name?: string
  readonly code?: string
}

/** On H5 a page comes over the network when it is first opened. Where it does not, nothing would happen at all. */
export function tellOfLostPages(): void {
  window.addEventListener('unhandledrejection', (event) => {
    const { name, code } = (event.reason ?? {}) as Failure
    if (name !== 'ChunkLoadError' && code !== 'CSS_CHUNK_LOAD_FAILED') return
    event.preventDefault()
    void Taro.showToast({
      title: '没有连上网络，页面打不开。联网后再点一次。',
      icon: 'none',
      duration: LASTS_MS,
    })
  })
}
