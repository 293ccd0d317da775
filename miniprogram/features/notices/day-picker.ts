export interface DayPickerProps {
  readonly id: string
  readonly title: string
  /** Days in Shanghai, `2026-11-24`. */
  readonly value: string | undefined
  readonly onChange: (day: string) => void
}
