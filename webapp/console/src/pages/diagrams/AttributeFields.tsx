import { TextField } from '../../shared';
import type { Attributes } from './diagram';
import { texts } from './texts';

interface AttributeFieldsProps {
  attributes: Attributes;
  onChange: (changes: Partial<Attributes>) => void;
}

/** What is said of a diagram besides its text. */
export function AttributeFields({ attributes, onChange }: AttributeFieldsProps) {
  const words = texts.use();
  return (
    <div class="fields">
      <TextField
        label={words.name}
        value={attributes.name}
        onValue={(name) => onChange({ name })}
        maxLength={150}
        isRequired
      />
      <TextField
        label={words.version}
        value={attributes.version}
        onValue={(version) => onChange({ version })}
        maxLength={10}
        isRequired
      />
      <TextField
        label={words.category}
        value={attributes.category}
        onValue={(category) => onChange({ category })}
        maxLength={30}
      />
    </div>
  );
}
