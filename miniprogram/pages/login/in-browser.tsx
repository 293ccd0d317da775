import { unreachable } from '#miniprogram/platform/api-error.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'

// What draws a QR code is of no use in WeChat, whose main package is full: a browser fetches it when it is needed.
const webLogin = () =>
  __TARGET__ === 'h5' ? import('./web-login.tsx') : Promise.reject(unreachable())

/** The way in for a browser, once it has come. */
export function InBrowser({ onEntered }: { readonly onEntered: () => unknown }) {
  const part = useQuery('web login', () =>
    webLogin().catch(() => {
      throw unreachable()
    }),
  )
  return (
    <Loaded query={part} cards={1}>
      {({ WebLogin }) => <WebLogin onEntered={onEntered} />}
    </Loaded>
  )
}
