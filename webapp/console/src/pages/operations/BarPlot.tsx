import type { Tone } from '../../shared';

export interface Bar {
  label: string;
  value: number;
  tone: Tone;
  /** Where those that are counted are listed. */
  href?: string;
}

const WIDTH = 100;
const LEAST_SEEN = 1.5;

/** A few numbers as bars; label and number stand beside each bar as text. */
export function BarPlot({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const largest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <section class="region" aria-label={title}>
      <h2>{title}</h2>
      <ul class="bars">
        {bars.map(({ label, value, tone, href }) => (
          <li key={label}>
            {href ? <a href={href}>{label}</a> : <span>{label}</span>}
            <svg viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
              <rect class={tone} width={value && Math.max(LEAST_SEEN, (value / largest) * WIDTH)} height="10" />
            </svg>
            <strong>{value}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
