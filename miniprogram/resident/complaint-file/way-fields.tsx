import { Text, View } from '@tarojs/components'
import { skipsProperty } from '#shared/complaints/rules/routing.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import { kindOf, type Form } from './form.ts'
import { promiseOf } from './promise.ts'
import type { Kinds } from './use-kinds.ts'
import styles from './way-fields.module.scss'

interface WayFieldsProps {
  readonly form: Form
  readonly kinds: Kinds
  readonly set: (to: Partial<Form>) => void
}

const WAYS = [
  { value: 'property', label: '先给物业', note: '大多数问题这样最快' },
  { value: 'street', label: '直接给街道', note: '物业不参与第一步，由街道受理和核实' },
] as const

/** To whom it goes, who learns whose it is, and who then has to do what by when. */
export function WayFields({ form, kinds, set }: WayFieldsProps) {
  const kind = kindOf(form, kinds.offered)
  const isPast = kind !== undefined && skipsProperty(kind)
  return (
    <>
      {!isPast && (
        <Field label="交给谁">
          <ChoiceRow
            label="交给谁"
            options={WAYS}
            value={form.direct ? 'street' : 'property'}
            onChange={(way) => set({ direct: way === 'street' })}
          />
        </Field>
      )}
      <NameSwitch isOn={form.hidesName} onChange={(hidesName) => set({ hidesName })} />
      {kind !== undefined && (
        <View className={classes(styles, 'promise')}>
          <Text>{promiseOf(kinds.settings, kind, form.direct)}</Text>
        </View>
      )}
    </>
  )
}

interface NameSwitchProps {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

const NameSwitch = ({ isOn, onChange }: NameSwitchProps) => (
  <View
    id="hide-name"
    {...spoken('checkbox', { label: '不让物业知道是谁提的', checked: isOn })}
    className={classes(styles, 'switch')}
    hoverClass={classes(styles, 'pressed')}
    onClick={() => onChange(!isOn)}
  >
    <View className={classes(styles, 'words')}>
      <Text className={classes(styles, 'label')}>不让物业知道是谁提的</Text>
      <Text className={classes(styles, 'note')}>
        物业看不到姓名和房号，街道和社区始终看得到。您写的内容里别带姓名房号。
      </Text>
    </View>
    <View className={classes(styles, 'track', isOn && 'on')}>
      <Text className={classes(styles, 'state')}>{isOn ? '开' : '关'}</Text>
    </View>
  </View>
)
