import { render } from 'preact';
import './shared/theme';
import './styles/index.css';
import { App } from './app/App';
import { look } from './shared';

void look();
render(<App />, document.getElementById('console')!);
