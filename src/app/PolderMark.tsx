/** The mark: land inside a dike, and the gate where water is let through. */
export const PolderMark = ({ size = 20 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeWidth="3.2" strokeLinecap="round" aria-hidden>
    <path
      d="M10 4.5H8A3.5 3.5 0 0 0 4.5 8v16A3.5 3.5 0 0 0 8 27.5h16a3.5 3.5 0 0 0 3.5-3.5V8A3.5 3.5 0 0 0 24 4.5h-2"
      stroke="var(--accent)"
    />
    <path d="M16 3v5.5c0 3.5-4.5 4-4.5 7.5s4.5 4 4.5 6" stroke="var(--flow-allowed)" />
  </svg>
);
