// A page as a person handles it in tests: opened, pressed, typed into.
import type { ComponentType } from 'react'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { tap } from '../config/jest/tap.ts'
import { openWith } from '../config/jest/taro.ts'
import { settled } from './server.fixture.ts'

/** @param query what the page is opened with */
export async function openPage(Page: ComponentType, query: Record<string, string> = {}) {
  openWith(query)
  const page = render(<Page />)
  await settled()
  return page
}

export const button = (name: string) => screen.getByRole('button', { name })
export const field = (name: string) => screen.getByRole('textbox', { name })

export const type = (name: string, value: string) =>
  fireEvent.change(field(name), { target: { value } })

/** A tap, and what the server answers to it. */
export async function press(name: string): Promise<void> {
  await tap(button(name))
  await settled()
}

/** The second before the first is answered. */
export async function pressTwice(name: string): Promise<void> {
  act(() => {
    button(name).click()
    button(name).click()
  })
  await settled()
}
