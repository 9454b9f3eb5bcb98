import styles from './Icon.module.css';

const shapes = {
  brush: (
    <>
      <path d="M8.3 10.2 15.2 3.3a1.1 1.1 0 0 1 1.5 1.5L9.8 11.7" />
      <path d="M8.3 10.2c-2.3-.3-3.8 1-4 3.1-.1 1.4-.6 2.4-1.6 3.1 3.5.8 7.5-.2 7.1-4.7z" />
    </>
  ),
  eraser: (
    <>
      <path d="M8.2 16.5 3.6 11.9a1.2 1.2 0 0 1 0-1.7l6.6-6.6a1.2 1.2 0 0 1 1.7 0l4.5 4.5a1.2 1.2 0 0 1 0 1.7L9.7 16.5zM6.9 6.9l6.2 6.2M8 16.5h8.5" />
    </>
  ),
  hand: (
    <>
      <path d="M6.6 9.7V5.3a1.15 1.15 0 0 1 2.3 0v3.9M8.9 8.9V4.2a1.15 1.15 0 0 1 2.3 0v4.7M11.2 9V5.1a1.15 1.15 0 0 1 2.3 0v4.7M13.5 9.3V7.1a1.15 1.15 0 0 1 2.3 0v4.6c0 3-1.9 5-4.7 5-2.2 0-3.5-.9-4.6-2.7l-2.2-3.5c-.5-.8-.3-1.5.2-1.8.6-.4 1.3-.2 1.7.5l.4.6" />
    </>
  ),
  undo: (
    <>
      <path d="M7 4.5 3.5 8 7 11.5M3.8 8h8.1a4.2 4.2 0 0 1 0 8.4H8.5" />
    </>
  ),
  redo: (
    <>
      <path d="m13 4.5 3.5 3.5-3.5 3.5M16.2 8H8.1a4.2 4.2 0 0 0 0 8.4h3.4" />
    </>
  ),
  plus: (
    <>
      <path d="M10 4.5v11M4.5 10h11" />
    </>
  ),
  minus: (
    <>
      <path d="M4.5 10h11" />
    </>
  ),
  close: (
    <>
      <path d="m5 5 10 10M15 5 5 15" />
    </>
  ),
  check: (
    <>
      <path d="M4 10.5 8.2 14.6 16 5.8" />
    </>
  ),
  chevron: (
    <>
      <path d="m5.5 8 4.5 4.5L14.5 8" />
    </>
  ),
  image: (
    <>
      <rect x={3} y={4} width={14} height={12} rx={1.5} />
      <circle cx={7.2} cy={8} r={1.2} />
      <path d="m3.5 14.3 4.3-4 3 2.7 2.5-2.2 3.3 3" />
    </>
  ),
  download: (
    <>
      <path d="M10 3.5v9M6.3 9l3.7 3.7L13.7 9M4 16.5h12" />
    </>
  ),
  stop: (
    <>
      <rect x={5.5} y={5.5} width={9} height={9} rx={1.3} fill="currentColor" />
    </>
  ),
  shield: (
    <>
      <path d="M10 2.8 4.5 4.9v4.6c0 3.6 2.3 6.1 5.5 7.7 3.2-1.6 5.5-4.1 5.5-7.7V4.9zM7.5 9.9l1.8 1.8 3.3-3.5" />
    </>
  ),
  dice: (
    <>
      <rect x={3.8} y={3.8} width={12.4} height={12.4} rx={2.5} />
      <g fill="currentColor" stroke="none">
        <circle cx={7.3} cy={7.3} r={1.15} />
        <circle cx={12.7} cy={12.7} r={1.15} />
        <circle cx={10} cy={10} r={1.15} />
      </g>
    </>
  ),
  lock: (
    <>
      <rect x={4.5} y={9} width={11} height={7.5} rx={1.5} />
      <path d="M7 9V6.7a3 3 0 0 1 6 0V9" />
    </>
  ),
  tune: (
    <>
      <path d="M3.5 6.2h6.6M14.4 6.2h2.1M3.5 13.8h2.1M9.9 13.8h6.6" />
      <circle cx={12.25} cy={6.2} r={2.1} />
      <circle cx={7.75} cy={13.8} r={2.1} />
    </>
  ),
  arrow: (
    <>
      <path d="M3.5 10H16M11.5 5.5 16 10l-4.5 4.5" />
    </>
  ),
  box: (
    <>
      <path d="M3.5 6.5h13V15a1.3 1.3 0 0 1-1.3 1.3H4.8A1.3 1.3 0 0 1 3.5 15zM3.5 6.5l1.7-2.8h9.6l1.7 2.8M8 9.5h4" />
    </>
  ),
  eye: (
    <>
      <path d="M2.5 10S5.3 5 10 5s7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5z" />
      <circle cx={10} cy={10} r={2.3} />
    </>
  ),
  keyboard: (
    <>
      <rect x={2.5} y={5.5} width={15} height={9} rx={1.5} />
      <path d="M5.7 8.5h.01M8.6 8.5h.01M11.4 8.5h.01M14.3 8.5h.01M7 11.7h6" />
    </>
  ),
  theme: (
    <>
      <circle cx={10} cy={10} r={6.5} />
      <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
    </>
  ),
  warning: (
    <>
      <path d="m10 3.5 7.2 12.7H2.8zM10 8.3v3.6M10 14h.01" />
    </>
  ),
  retry: (
    <>
      <path d="M15.7 8A6.2 6.2 0 1 0 16.2 11M16.3 4.3v3.9h-3.9" />
    </>
  ),
  search: (
    <>
      <circle cx={9} cy={9} r={5.2} />
      <path d="m13 13 3.7 3.7" />
    </>
  ),
  slider: (
    <>
      <rect x={3} y={4.8} width={14} height={10.4} rx={1.2} />
      <path d="M10 2.8v14.4M7.3 8.5 5.8 10l1.5 1.5M12.7 8.5l1.5 1.5-1.5 1.5" />
    </>
  ),
  'side-by-side': (
    <>
      <rect x={3} y={4.5} width={5.8} height={11} rx={1} />
      <rect x={11.2} y={4.5} width={5.8} height={11} rx={1} />
    </>
  ),
  flicker: (
    <>
      <rect x={3} y={7} width={11} height={9} rx={1} />
      <path d="M6 4h10a1 1 0 0 1 1 1v8.5" />
    </>
  ),
  difference: (
    <>
      <circle cx={7.7} cy={10} r={4.7} />
      <circle cx={12.3} cy={10} r={4.7} />
    </>
  ),
  'clear-mask': (
    <>
      <path d="M3.5 7V4.5H6M14 4.5h2.5V7M16.5 13v2.5H14M6 15.5H3.5V13M7.7 7.7l4.6 4.6M12.3 7.7l-4.6 4.6" />
    </>
  ),
  'invert-mask': (
    <>
      <rect x={3.5} y={4.5} width={13} height={11} rx={1.2} />
      <path d="M10 7.2a2.8 2.8 0 0 1 0 5.6z" fill="currentColor" />
      <path d="M10 7.2a2.8 2.8 0 0 0 0 5.6" />
    </>
  ),
  'import-mask': (
    <>
      <path d="M3.5 8V4.5H7M13 4.5h3.5V8M16.5 12v3.5H13M7 15.5H3.5V12M10 3v8.5M7.2 8.8l2.8 2.8 2.8-2.8" />
    </>
  ),
  'export-mask': (
    <>
      <path d="M3.5 8V4.5H6M14 4.5h2.5V8M16.5 12v3.5H13M7 15.5H3.5V12M10 11.8V3.2M7.2 5.9 10 3.1l2.8 2.8" />
    </>
  ),
  copy: (
    <>
      <rect x={7} y={7} width={9.5} height={9.5} rx={1.5} />
      <path d="M13 7V5a1.5 1.5 0 0 0-1.5-1.5H5A1.5 1.5 0 0 0 3.5 5v6.5A1.5 1.5 0 0 0 5 13h2" />
    </>
  ),
  overlay: (
    <>
      <path d="M10 3.3s4.8 4.7 4.8 8.1a4.8 4.8 0 0 1-9.6 0C5.2 8 10 3.3 10 3.3zM6.2 13.6l7-4.6M8.4 15.6l6.2-4" />
    </>
  ),
  grip: (
    <>
      <path d="M6.5 6 2.5 10l4 4M13.5 6l4 4-4 4" />
    </>
  ),
  sun: (
    <>
      <circle cx={10} cy={10} r={3.2} />
      <path d="M10 2.8v1.9M10 15.3v1.9M2.8 10h1.9M15.3 10h1.9M4.9 4.9l1.3 1.3M13.8 13.8l1.3 1.3M15.1 4.9l-1.3 1.3M6.2 13.8l-1.3 1.3" />
    </>
  ),
  moon: (
    <>
      <path d="M16.2 12.1A6.7 6.7 0 0 1 7.9 3.8a6.7 6.7 0 1 0 8.3 8.3z" />
    </>
  ),
  'lock-open': (
    <>
      <rect x={4.5} y={9} width={11} height={7.5} rx={1.5} />
      <path d="M7 9V6.7a3 3 0 0 1 5.8-1.1" />
    </>
  ),
} as const;

export type IconName = keyof typeof shapes;

/** A line drawing on a 20 px grid, in the colour of the text around it. Decorative: the control around it carries the name. */
export const Icon = ({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) => (
  <svg className={small ? styles.small : styles.icon} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    {shapes[name]}
  </svg>
);
