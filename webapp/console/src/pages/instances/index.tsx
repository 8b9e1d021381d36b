import type { PageProps } from '..';
import '../../processes/processes.css';
import './instances.css';
import { InstanceView } from './InstanceView';
import { SearchView } from './SearchView';

/** The search, or one instance where the address names its number. */
export default function InstancesPage({ path }: PageProps) {
  return path[0] ? <InstanceView key={path[0]} id={path[0]} /> : <SearchView />;
}
