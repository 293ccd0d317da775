import { Text, View } from '@tarojs/components'
import { checklistOf, type ChecklistStep } from '#shared/emergencies/checklists.ts'
import type { Emergency } from '#shared/emergencies/contract.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { emergenciesApi } from '#miniprogram/features/emergencies/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import { TickBox } from '#miniprogram/platform/ui/tick-box.tsx'
import styles from './checklist.module.scss'
import type { OfEvent } from './of-event.ts'

type Ticks = NonNullable<Emergency['ticks']>

interface ChecklistProps extends OfEvent {
  readonly ticks: Ticks
}

/** Steps in order; who ticked what when. A tap ticks for oneself, another takes one's own back. */
export function Checklist({ community, event, ticks, put, reload }: ChecklistProps) {
  const { emergency, kind, acts } = event
  const steps = checklistOf(kind)
  const tick = useAct(async ({ step }: ChecklistStep) => {
    const done = !ticks.some((one) => one.step === step && one.mine)
    put(await emergenciesApi.tick({ community, emergency, step, done }))
  })
  const done = steps.filter(({ step }) => ticks.some((one) => one.step === step)).length
  return (
    <Card title={`处置清单，做了 ${done} 步，共 ${steps.length} 步`}>
      {tick.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {tick.trouble.detail}
        </NoticeBar>
      )}
      {steps.map((step) => (
        <StepRow
          key={step.step}
          step={step}
          ticks={ticks.filter((one) => one.step === step.step)}
          onPress={acts.includes('tick') ? () => void tick.run(step) : undefined}
        />
      ))}
    </Card>
  )
}

interface StepRowProps {
  readonly step: ChecklistStep
  readonly ticks: Ticks
  readonly onPress: (() => void) | undefined
}

function StepRow({ step, ticks, onPress }: StepRowProps) {
  const now = useNow()
  const isDone = ticks.length > 0
  return (
    <View
      id={`step-${step.step}`}
      {...spoken('checkbox', { label: step.text, checked: isDone })}
      className={classes(styles, 'step')}
      {...(onPress && { hoverClass: classes(styles, 'pressed'), onClick: onPress })}
    >
      <TickBox ticked={isDone} />
      <View className={classes(styles, 'words')}>
        <Text className={classes(styles, 'text')}>{step.text}</Text>
        {ticks.map(({ by, at }) => (
          <Text key={`${by} ${at}`} className={classes(styles, 'who')}>
            {`${by}，${formatTime(new Date(at), now)} 已做`}
          </Text>
        ))}
        {step.confidence === 'law' && (
          <Text className={classes(styles, 'source')}>{`依据：${step.source}`}</Text>
        )}
      </View>
    </View>
  )
}
