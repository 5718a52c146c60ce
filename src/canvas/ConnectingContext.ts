import { createContext } from 'react';

/** Whether a flow is being drawn: then every node takes its end. */
export const ConnectingContext = createContext(false);
