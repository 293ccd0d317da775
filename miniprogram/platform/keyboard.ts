/** On H5 what acts as a button takes Enter and Space like one: Taro's elements do not. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter' && e.key !== ' ') return
    const element = e.target as HTMLElement
    if (!/^(button|radio|tab|checkbox)$/.test(element.getAttribute('role') ?? '')) return
    e.preventDefault()
    element.click()
  })
}
