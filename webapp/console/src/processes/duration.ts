const UNITS: readonly [seconds: number, sign: string][] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** Seconds in the two largest units that they fill: `2 d 3 h`. */
export function formatDuration(seconds: number): string {
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [size, sign] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      parts.push(`${count} ${sign}`);
    }
  }
  return parts.slice(0, 2).join(' ') || '0 s';
}
