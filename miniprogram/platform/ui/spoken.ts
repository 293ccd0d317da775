interface Spoken {
  readonly label?: string
  readonly checked?: boolean
}

const PRESSED = ['button', 'radio', 'tab', 'checkbox']

/** What is read aloud for an element: WeChat and browsers take it under different names. */
export function spoken(role: string, { label, checked }: Spoken = {}): object {
  if (__TARGET__ === 'weapp') {
    return {
      ariaRole: role,
      ...(label !== undefined && { ariaLabel: label }),
      ...(checked !== undefined && { ariaChecked: checked }),
    }
  }
  return {
    role,
    ...(PRESSED.includes(role) && { tabIndex: '0' }),
    ...(label !== undefined && { 'aria-label': label }),
    ...(checked !== undefined && { 'aria-checked': String(checked) }),
  }
}
