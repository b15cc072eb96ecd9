// The entry: writes the theme to :root, starts the clock, mounts the app.
// First of all styles: it says the order of the layers.
import './style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startClock } from './state/clock.ts';
import { paintRoot } from './style/theme.ts';
import './style/controls.css';
import './style/frame.css';
import './style/rail.css';
import './style/inspector.css';
import './style/note.css';
import './style/home.css';

paintRoot();
startClock();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
