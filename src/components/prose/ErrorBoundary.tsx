import { Component, Fragment, type ReactNode } from 'react';
import { ErrorPanel } from './ErrorPanel.tsx';

interface BoundaryProps {
  readonly scope: 'figure' | 'page';
  readonly children: ReactNode;
}
interface BoundaryState {
  readonly failed: { readonly error: unknown } | null;
  /** Counts retries: a new key mounts the children afresh. */
  readonly attempt: number;
}

/** Keeps what failed to itself: the rest of the page lives on. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: null, attempt: 0 };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { failed: { error } };
  }

  readonly retry = (): void => this.setState(({ attempt }) => ({ failed: null, attempt: attempt + 1 }));

  override render(): ReactNode {
    const { failed, attempt } = this.state;
    if (failed) return <ErrorPanel scope={this.props.scope} error={failed.error} onRetry={this.retry} />;
    return <Fragment key={attempt}>{this.props.children}</Fragment>;
  }
}
