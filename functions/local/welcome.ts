import { formatTime } from '#shared/kernel/calendar.ts'
import type { Mode } from '../platform/ports.ts'
import { DEMO_LOGINS } from '../sessions/demo-logins.ts'

/** What stands above `ready`: in the demo the logins, and what time it is there. */
export function welcome(mode: Mode, now: Date): readonly string[] {
  if (mode !== 'demo') return []
  return [
    '',
    `演示小区：锦绣花园，1,440 户（虚构规则，仅供演示）。演示时钟：${formatTime(now, new Date(0))}`,
    '演示登录：',
    ...DEMO_LOGINS.map(({ code, name, shows }) => `  ${code.padEnd(16)} ${name}，${shows}`),
    '',
  ]
}
