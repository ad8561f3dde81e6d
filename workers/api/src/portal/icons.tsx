import { raw } from 'hono/html'

/** Outlines on a grid of 24, drawn in the colour of the text beside them. */
const outlines = {
  home: 'M4 11.5 12 5l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5h-5v5H5a1 1 0 0 1-1-1z',
  bills: 'M6 4h12v16l-2-1.4-2 1.4-2-1.4-2 1.4-2-1.4L6 20zM9 8.5h6M9 12h6M9 15.5h3.5',
  complaints:
    'M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H12l-4.5 4V16h-2A1.5 1.5 0 0 1 4 14.5zM8.5 9h7M8.5 12h4',
  me: 'M12 12a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM4.5 20a7.5 7.5 0 0 1 15 0',
  phone:
    'M7.2 4h2.6l1.2 3.6-1.8 1.5a11 11 0 0 0 5.7 5.7l1.5-1.8 3.6 1.2v2.6A1.8 1.8 0 0 1 18.2 19 14.2 14.2 0 0 1 4.9 5.8 1.8 1.8 0 0 1 7.2 4z',
} as const
export type IconName = keyof typeof outlines

/** A sign beside words that say the same: nothing is told by it alone. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {raw(`<path d="${outlines[name]}"/>`)}
    </svg>
  )
}
