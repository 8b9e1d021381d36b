import { useState } from 'preact/hooks';
import { Dialog, ErrorNote, type Action } from '../../../shared';
import { AttributeFields } from '../AttributeFields';
import type { Attributes } from '../diagram';
import { texts } from './texts';

interface NewVersionProps {
  attributes: Attributes;
  action: Action;
  onClose: () => void;
  onSave: (attributes: Attributes) => Promise<void>;
}

/** Asks what the new version is called. */
export function NewVersion({ attributes: initial, action, onClose, onSave }: NewVersionProps) {
  const words = texts.use();
  const [attributes, setAttributes] = useState(initial);
  return (
    <Dialog
      title={words.saveAsNew}
      onClose={onClose}
      onSubmit={() => void action.run(() => onSave(attributes))}
      actions={
        <button type="submit" class="primary" disabled={action.isRunning || attributes.name.trim() === ''}>
          {words.save}
        </button>
      }
    >
      {action.error && <ErrorNote error={action.error} />}
      <AttributeFields
        attributes={attributes}
        onChange={(changes) => setAttributes({ ...attributes, ...changes })}
      />
    </Dialog>
  );
}
