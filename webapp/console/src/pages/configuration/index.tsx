import { PageHead } from '../../shared';
import { texts } from './texts';

export default function ConfigurationPage() {
  return <PageHead title={texts.use().title} />;
}
