import './styles/tokens.css';
import './styles/fonts.ts';
import './styles/base.css';
import './styles/chinesePunctuation.css';
import './styles/symbols.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { App } from './App.tsx';

// A missing font is no reason to fail: the system has one too.
import('./styles/chineseFonts.ts').catch(() => {});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <Router base={import.meta.env.BASE_URL.replace(/\/$/, '')}>
      <App />
    </Router>
  </StrictMode>,
);
