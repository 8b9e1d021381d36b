import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from '../shared';
import { texts } from './texts';

const WIDE = matchMedia('(min-width: 48rem)');

/** What the address holds besides filters. */
const NO_FILTERS: readonly string[] = ['order_by', 'limit', 'offset', 'after'];

/** The filters of a list; on narrow screens they are folded, with their number told, until wanted. */
export function FilterPanel({ label, children }: { label: string; children: ComponentChildren }) {
  const words = texts.use();
  const names = new Set(useLocation().query.keys());
  NO_FILTERS.forEach((name) => names.delete(name));
  const [isOpen, setOpen] = useState(WIDE.matches);
  useEffect(() => {
    const adapt = () => setOpen(WIDE.matches);
    WIDE.addEventListener('change', adapt);
    return () => WIDE.removeEventListener('change', adapt);
  }, []);
  return (
    <search class="region filters" aria-label={label}>
      <details class="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.filters(names.size)}</summary>
        <div class="folded">{children}</div>
      </details>
    </search>
  );
}
