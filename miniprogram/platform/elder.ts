import Taro from '@tarojs/taro'
import * as z from '#shared/kernel/zod.ts'
import { cell, useCell } from './cell.ts'
import { stored } from './storage.ts'

/** `auto` follows WeChat's own font setting, or the browser's. */
export const ElderSetting = z.enum(['auto', 'on', 'off'])
export type ElderSetting = z.infer<typeof ElderSetting>

// WeChat's slider goes to 1.4 (关怀模式; 23.8 px for 17 on iOS). From the step before it a person wants everything larger.
const LARGE = 1.2
const USUAL_PX = __TARGET__ === 'h5' ? 16 : 17

interface FontSetting {
  readonly fontSizeScaleFactor?: number
  readonly fontSizeSetting?: number
}

const kept = stored('elder', ElderSetting)
const setting = cell<ElderSetting>('auto')
const system = cell(false)

/** Once, when the app starts, and each time it comes to the front: the font setting may have changed meanwhile. */
export function readElder(): void {
  setting.write(kept.read() ?? 'auto')
  system.write(scaleOfSystem() >= LARGE)
}

function scaleOfSystem(): number {
  if (__TARGET__ === 'h5') {
    return parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_PX
  }
  const base = Taro.getAppBaseInfo() as FontSetting
  return base.fontSizeScaleFactor ?? (base.fontSizeSetting ?? USUAL_PX) / USUAL_PX
}

export function chooseElder(choice: ElderSetting): void {
  kept.write(choice)
  setting.write(choice)
}

export const useElderSetting = (): ElderSetting => useCell(setting)

/** Whether type, icons and controls are 1.4 times as large, and side by side becomes one below the other. */
export function useElder(): boolean {
  const chosen = useCell(setting)
  const large = useCell(system)
  return chosen === 'auto' ? large : chosen === 'on'
}
