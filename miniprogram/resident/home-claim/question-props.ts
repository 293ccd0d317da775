import type { Act } from '#miniprogram/platform/use-act.ts'
import type { Form, Step } from './form.ts'

/** What every question is given. */
export interface QuestionProps {
  readonly step: Step
  /** `第 2 步，共 7 步`. */
  readonly place: string
  readonly form: Form
  /** Masked, where one was given. */
  readonly phone: string | undefined
  readonly send: Act<readonly [], void>
  readonly set: (to: Partial<Form>) => void
  readonly onPhone: () => Promise<void>
  readonly onNext: () => void
  readonly onBack: (() => void) | undefined
}
