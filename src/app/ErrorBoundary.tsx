import { Component, type ReactNode } from 'react';
import { exportZip } from '../store/actions/exportActions.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ErrorBoundary.module.css';

interface Props {
  /** What failed, for the sentence: “The graph”. */
  readonly what: string;
  readonly children: ReactNode;
}

/** When a part of the screen fails, the text can still be taken away, and the part tried again. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className={styles.failure} role="alert">
        <h2 className={styles.title}>{this.props.what} stopped working</h2>
        <p>Your files are safe: they are kept in this browser, and you can take them away as a zip now.</p>
        <pre className={styles.detail}>{error.message}</pre>
        <div className={styles.actions}>
          <Button variant="primary" onClick={() => this.setState({ error: null })}>
            Try again
          </Button>
          <Button onClick={() => void exportZip()}>Download all files</Button>
          <Button onClick={() => location.reload()}>Reload the page</Button>
        </div>
      </div>
    );
  }
}
