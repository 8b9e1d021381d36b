export type Tone = 'ok' | 'info' | 'warning' | 'error' | 'neutral';

const SHAPES: Record<Tone, string> = { ok: '✓', info: '●', warning: '▲', error: '✕', neutral: '○' };

/** A status told by text, shape and colour, in this order of trust. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span class={`badge ${tone}`}>
      <span aria-hidden="true">{SHAPES[tone]}</span> {children}
    </span>
  );
}
