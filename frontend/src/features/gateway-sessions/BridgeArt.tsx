/** A suspension bridge over quiet water: decoration only. */
export function BridgeArt({ className }: { className?: string }) {
  const hangers = Array.from({ length: 17 }, (_, i) => {
    const x = 160 + i * 30;
    const t = (x - 160) / 480;
    return { x, y: 70 + 4 * 92 * t * (1 - t) };
  });
  return (
    <svg
      viewBox="0 0 800 260"
      className={className}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
    >
      <path d="M0 176H800" strokeWidth="4" />
      <path d="M0 186H800" strokeWidth="1.5" opacity="0.5" />
      <path d="M160 62V224M640 62V224" strokeWidth="7" />
      <path d="M160 70Q400 254 640 70M160 70Q80 150 0 166M640 70Q720 150 800 166" strokeWidth="2.5" />
      {hangers.map(({ x, y }) => (
        <path key={x} d={`M${x} ${y}V176`} strokeWidth="1.2" opacity="0.7" />
      ))}
      <path
        d="M30 226H250M300 226H500M560 226H770M90 244H190M240 244H430M480 244H690"
        strokeWidth="1.5"
        opacity="0.35"
      />
    </svg>
  );
}
