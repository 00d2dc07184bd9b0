import { html, type TemplateResult } from 'lit-html'
import { ref } from 'lit-html/directives/ref.js'
import uPlot from 'uplot'
import type { Point } from '../shapes.ts'
import { bytes, number, plural } from './parts.ts'

const height = 240
// A number by its types, whose names are not there when it runs.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const rightSide: uPlot.Axis.Side.Right = 1

/** Artifacts and bytes over time: as a picture, and as a table for who does not see it. */
export function growth(history: readonly Point[]): TemplateResult {
  const points = [...history].sort((a, b) => (a.day < b.day ? -1 : 1))
  const [first, last] = [points[0], points.at(-1)]
  const words =
    first === undefined || last === undefined
      ? ''
      : `From ${first.day} to ${last.day}: from ${plural(first.artifacts, 'artifact')} and ${bytes(first.fileSize)} to ${plural(last.artifacts, 'artifact')} and ${bytes(last.fileSize)}.`
  return html`<figure class="growth">
    <figcaption>How it grew</figcaption>
    <div class="legend" aria-hidden="true">
      <span class="one">Artifacts</span><span class="two">To download</span>
    </div>
    <div
      class="chart"
      role="img"
      aria-label=${words}
      ${ref((element) => {
        draw(element as HTMLElement | undefined, points)
      })}
    ></div>
    <details>
      <summary>As a table</summary>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Artifacts</th>
              <th scope="col">To download</th>
            </tr>
          </thead>
          <tbody>
            ${points.toReversed().map(
              ({ day, artifacts, fileSize }) =>
                html`<tr>
                  <th scope="row">${day}</th>
                  <td>${number(artifacts)}</td>
                  <td>${bytes(fileSize)}</td>
                </tr>`
            )}
          </tbody>
        </table>
      </div>
    </details>
  </figure>`
}

const drawn = new WeakMap<HTMLElement, string>()

function draw(element: HTMLElement | undefined, points: readonly Point[]): void {
  if (element === undefined) return
  const key = JSON.stringify(points)
  // Each drawing of the view calls this; the picture stays while its points do.
  if (drawn.get(element) === key) return
  drawn.set(element, key)
  const begin = (): (() => void) => {
    const plot = new uPlot(optionsOf(element), dataOf(points), element)
    return () => {
      plot.destroy()
    }
  }
  let end = begin()
  const again = (): void => {
    end()
    end = begin()
  }
  const isDark = matchMedia('(prefers-color-scheme: dark)')
  isDark.addEventListener('change', again)
  let width = element.clientWidth
  const observer = new ResizeObserver(() => {
    // It is told as well when the element goes, with another view.
    if (!element.isConnected) {
      end()
      observer.disconnect()
      isDark.removeEventListener('change', again)
    } else if (element.clientWidth !== width) {
      width = element.clientWidth
      again()
    }
  })
  observer.observe(element)
}

function dataOf(points: readonly Point[]): uPlot.AlignedData {
  return [
    points.map(({ day }) => Date.parse(day) / 1000),
    points.map(({ artifacts }) => artifacts),
    points.map(({ fileSize }) => fileSize)
  ]
}

const daySeconds = 86_400
/** Days between two dates below the picture: a point is of a day. */
const dayIncrements = [1, 2, 4, 7, 14, 28, 56, 91, 182, 365, 730]

function dateLabel(seconds: number, increment: number): string {
  const other =
    increment < 28 * daySeconds ? ({ day: 'numeric' } as const) : ({ year: 'numeric' } as const)
  return new Date(seconds * 1000).toLocaleDateString('en', {
    month: 'short',
    timeZone: 'UTC',
    ...other
  })
}

function optionsOf(element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(element)
  const color = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const font = `12px ${style.fontFamily}`
  const axis = (scale: string, values: (value: number) => string): uPlot.Axis => ({
    scale,
    font,
    size: 68,
    stroke: color('muted'),
    grid: { show: scale === 'artifacts', stroke: color('line'), width: 1 },
    ticks: { show: false },
    values: (_, ticks) => ticks.map(values)
  })
  return {
    width: element.clientWidth,
    height,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 0, 0, 0],
    scales: {
      artifacts: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] },
      bytes: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] }
    },
    axes: [
      {
        font,
        stroke: color('muted'),
        grid: { show: false },
        ticks: { show: false },
        incrs: dayIncrements.map((days) => days * daySeconds),
        values: (_, ticks, __, ___, increment) =>
          ticks.map((seconds) => dateLabel(seconds, increment))
      },
      axis('artifacts', (value) => (Number.isInteger(value) ? number(value) : '')),
      { ...axis('bytes', bytes), side: rightSide }
    ],
    series: [
      {},
      {
        scale: 'artifacts',
        stroke: color('accent'),
        width: 2,
        fill: color('wash'),
        points: { show: false }
      },
      { scale: 'bytes', stroke: color('second'), width: 2, dash: [6, 4], points: { show: false } }
    ]
  }
}
