import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

/** The package on this phone is older than the rules of the place. */
export const RulesUnknown = () => (
  <StateView
    title="小程序的版本太旧"
    note="这个版本还不认识本小区的表决规则。请从微信里关掉小程序，再打开一次。没有丢失任何内容。"
  />
)
