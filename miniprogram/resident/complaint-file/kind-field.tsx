import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Category } from '#shared/complaints/categories.ts'
import { suggestCategories } from '#shared/complaints/suggest.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import { kindOf, missingWords, type Form } from './form.ts'
import styles from './kind-field.module.scss'
import type { Kinds } from './use-kinds.ts'

interface KindFieldProps {
  readonly form: Form
  readonly kinds: Kinds
  readonly onChange: (category: Category) => void
}

const GUESSES = 3

/** The kind that the words speak of is chosen; what the person chooses themselves stands whatever they write. */
export function KindField({ form, kinds, onChange }: KindFieldProps) {
  const [showsAll, setShowsAll] = useState(false)
  const { offered, nameOf } = kinds
  const kind = kindOf(form, offered)
  const guesses = suggestCategories(form.text, offered).map(({ category }) => category)
  const few = [...new Set([...(kind ? [kind] : []), ...guesses])].slice(0, GUESSES)
  // Before anything is written the words may still say it: thirteen kinds would only be in the way.
  const isFolded = !showsAll && (kind !== undefined || missingWords(form) !== undefined)
  const foldWord = kind === undefined ? '自己选一类' : '换一类'
  const off = form.category !== undefined && kind === undefined ? form.category : undefined
  return (
    <Field
      label="哪一类问题"
      hint={hintOf(form, kind)}
      wrong={off && `“${nameOf(off)}”这一类已经停用，请换一类。您写的都还在。`}
    >
      <View
        id="category"
        className={classes(styles, 'chips')}
        {...spoken('radiogroup', { label: '哪一类问题' })}
      >
        {(isFolded ? few : offered).map((category) => (
          <View
            key={category}
            id={`kind-${category}`}
            {...spoken('radio', { label: nameOf(category), checked: category === kind })}
            className={classes(styles, 'chip', category === kind && 'chosen')}
            hoverClass={classes(styles, 'pressed')}
            onClick={() => {
              onChange(category)
              setShowsAll(false)
            }}
          >
            {nameOf(category)}
          </View>
        ))}
        {isFolded && (
          <View
            id="other-kind"
            {...spoken('button', { label: foldWord })}
            className={classes(styles, 'chip', 'more')}
            hoverClass={classes(styles, 'pressed')}
            onClick={() => setShowsAll(true)}
          >
            {foldWord}
          </View>
        )}
      </View>
    </Field>
  )
}

function hintOf({ category }: Form, kind: Category | undefined): string {
  if (kind === undefined) return '写了问题会自动选上，也可以自己选'
  return category === undefined ? '按您写的自动选的，不对可以换' : '您自己选的，改文字不会变'
}
