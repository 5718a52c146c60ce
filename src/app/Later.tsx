import { Suspense, lazy, type ComponentType } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';

/** What nobody sees before asking for it comes when it is asked for. */
export const lazyPanel = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

/** A panel that comes when it is first shown. `what`: its name, should it fail. */
export const Later = ({ what, panel: Panel }: { readonly what: string; readonly panel: ComponentType }) => (
  <ErrorBoundary what={what}>
    <Suspense fallback={null}>
      <Panel />
    </Suspense>
  </ErrorBoundary>
);
