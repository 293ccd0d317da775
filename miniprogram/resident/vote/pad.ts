import Taro from '@tarojs/taro'
import { wait } from '#miniprogram/platform/wait.ts'
import { PAD, type Strokes } from '#shared/votes/signature.ts'
import { isSignature, SIGNATURE_BYTES } from '#shared/votes/rules/signature.ts'
import { fillIn } from '#shared/kernel/refusals.ts'
import { signingRefusals } from '#shared/votes/signing-refusals.ts'

/** A finger on the pad: in WeChat relative to the canvas, in a browser to the window. */
interface Touch {
  readonly x?: number
  readonly y?: number
  readonly clientX?: number
  readonly clientY?: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const clamp = (value: number, most: number): number =>
  Math.round(Math.min(most, Math.max(0, value)))

/** Where on the raster a finger is; a finger that slid off draws along the edge. */
export function pointAt(touch: Touch, box: Box): readonly [number, number] {
  const { x, y, clientX = 0, clientY = 0 } = touch
  const [across, down] = [x ?? clientX - box.left, y ?? clientY - box.top]
  return [
    clamp((across / box.width) * PAD.width, PAD.width),
    clamp((down / box.height) * PAD.height, PAD.height),
  ]
}

// Nearer points draw no other line, and a name is to fit.
const APART = 6

/** The stroke with one more point, unless it is too near to the last one. */
export function longer(stroke: readonly number[], [x, y]: readonly [number, number]): number[] {
  const [lastX, lastY] = stroke.slice(-2)
  const isNear =
    lastX !== undefined && lastY !== undefined && Math.hypot(x - lastX, y - lastY) < APART
  return isNear ? [...stroke] : [...stroke, x, y]
}

/** Whether another point still fits: what is drawn beyond would be refused whole. */
export const hasRoom = (strokes: Strokes): boolean =>
  JSON.stringify(strokes).length < SIGNATURE_BYTES - 24

/** Why it cannot be sent as it is, as the server would say it. */
export function wrongIn(strokes: Strokes): string | undefined {
  const decision = isSignature(strokes)
  return decision.ok ? undefined : fillIn(signingRefusals[decision.code].detail, {})
}

export interface Pen {
  /** Where the pad is now: a page scrolls beneath the finger. */
  readonly box: () => Box
  readonly clear: () => void
  readonly line: (stroke: readonly number[]) => void
}

/** As `--ink`: a canvas knows no variables. */
const INK = '#1f2329'
const THICK = 3

/** A pen on the pad with this id; it writes without a trace where the phone gives no canvas to draw on. */
export async function penOn(id: string): Promise<Pen | undefined> {
  const found = __TARGET__ === 'h5' ? await inBrowser(id) : await inWeixin(id)
  if (!found) return undefined
  const { canvas, box, ratio } = found
  const context = canvas?.getContext('2d')
  if (!canvas || !context) return { box, clear: () => undefined, line: () => undefined }
  const { width, height } = box()
  canvas.width = width * ratio
  canvas.height = height * ratio
  const at = (value: number | undefined, all: number, of: number): number =>
    ((value ?? 0) / of) * all * ratio
  return {
    box,
    clear: () => context.clearRect(0, 0, canvas.width, canvas.height),
    line(stroke) {
      Object.assign(context, { lineWidth: THICK * ratio, lineCap: 'round', lineJoin: 'round' })
      context.strokeStyle = INK
      context.beginPath()
      for (let n = 0; n + 1 < stroke.length; n += 2) {
        const x = at(stroke[n], width, PAD.width)
        const y = at(stroke[n + 1], height, PAD.height)
        if (n === 0) context.moveTo(x, y)
        context.lineTo(x, y)
      }
      context.stroke()
    },
  }
}

/** All of a drawing, on a clean pad. */
export function drawAll(pen: Pen | undefined, strokes: Strokes): void {
  pen?.clear()
  for (const stroke of strokes) pen?.line(stroke)
}

interface Found {
  readonly canvas?: Pick<HTMLCanvasElement, 'width' | 'height' | 'getContext'> | null | undefined
  readonly box: () => Box
  /** Pixels of the screen to a px. */
  readonly ratio: number
}

// The browser's canvas is drawn into the page a moment after the page.
const TRIES = 20
const PAUSE = 50

async function inBrowser(id: string): Promise<Found | undefined> {
  for (let turn = 0; turn < TRIES && !padIn(id)?.querySelector('canvas'); turn += 1) {
    await wait(PAUSE)
  }
  const pad = padIn(id)
  return (
    pad && {
      canvas: pad.querySelector('canvas'),
      box: () => pad.getBoundingClientRect(),
      ratio: window.devicePixelRatio,
    }
  )
}

/** Of several pages that lie in the document the one that is shown. */
function padIn(id: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(`#${id}`)]
  return all.find((one) => one.clientWidth > 0) ?? all[all.length - 1]
}

interface Node {
  readonly node?: Found['canvas']
  readonly width: number
  readonly height: number
}

const inWeixin = (id: string): Promise<Found | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec(([one]: (Node | null)[]) => {
        resolve(one ? foundNode(one) : undefined)
      })
  })

/** Touches come relative to the canvas there. */
function foundNode({ node, width, height }: Node): Found {
  const box = { left: 0, top: 0, width, height }
  return { canvas: node, box: () => box, ratio: Taro.getWindowInfo().pixelRatio }
}
