/** The mark: land inside a dike, and the gate where water is let through. */
export const PolderMark = ({ size = 20 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden>
    <path
      d="M10 3H6a3 3 0 0 0-3 3v12a3 3 0 0 0 3 3h12a3 3 0 0 0 3-3V6a3 3 0 0 0-3-3h-4"
      stroke="var(--accent)"
      strokeWidth="2.4"
      strokeLinecap="round"
    />
    <path
      d="M12 2v5.5c0 3-5 3.5-5 6.5 0 1.6 1.2 2.8 3 3.2"
      stroke="var(--flow-allowed)"
      strokeWidth="2.2"
      strokeLinecap="round"
    />
  </svg>
);
