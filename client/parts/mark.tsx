// The mark: a chart hung from a nail.
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="5.5" fill="var(--accent)" />
      <path d="M12 3.4v2.4M5 7h14" stroke="var(--accent-ink)" strokeWidth="1.6" strokeLinecap="round" />
      <path
        d="M6.5 11h6M9.5 14.5h7M8 18h4.5"
        stroke="var(--accent-ink)"
        strokeWidth="2.2"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
