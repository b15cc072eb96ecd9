// The entry: writes the theme to :root, starts the clock, mounts the app.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startClock } from './state/clock.ts';
import { paintRoot } from './style/theme.ts';
import './style/base.css';
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
