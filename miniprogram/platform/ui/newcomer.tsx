import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import styles from './newcomer.module.scss'
import { StateView } from './state-view.tsx'

const CLAIM = '/resident/home-claim/index'
const HOMES = '/resident/home-list/index'
const BOARD = '/resident/notice-board/index'

/** Somebody logged in whom no community knows yet: the way to a home of theirs, and to what they have sent. */
export const Newcomer = ({ onAgain }: { readonly onAgain: () => unknown }) => (
  <>
    <View className={classes(styles, 'first')}>
      <StateView
        title="您还没有绑定房屋"
        note="绑定后就能投诉、议事、看账单，核实后还能投票。大约要 3 分钟；没有智能手机号也能办。"
      />
    </View>
    <Button id="claim-home" onPress={() => Taro.navigateTo({ url: CLAIM })}>
      绑定我的房屋
    </Button>
    <Button kind="plain" id="my-homes" onPress={() => Taro.navigateTo({ url: HOMES })}>
      已经申请过，看进度
    </Button>
    <Button kind="plain" id="see-board" onPress={() => Taro.navigateTo({ url: BOARD })}>
      先看小区公告
    </Button>
    <Button kind="quiet" id="again" onPress={onAgain}>
      我在小区有工作，已登记，再看一次
    </Button>
  </>
)
