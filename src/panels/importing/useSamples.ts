import { useEffect, useState } from 'react';
import { listSamples } from '../../store/actions/importActions.ts';

export type Samples = Awaited<ReturnType<typeof listSamples>>;

/** The samples that come with the app; empty until they are known. */
export function useSamples(): Samples {
  const [samples, setSamples] = useState<Samples>([]);
  useEffect(() => {
    let wanted = true;
    listSamples().then(
      (found) => {
        if (wanted) setSamples(found);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return samples;
}
