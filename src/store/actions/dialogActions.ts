import type { Dialog } from '../state.ts';
import { polder } from '../store.ts';

export const openDialog = (dialog: Dialog): void => polder.setState({ dialog });
export const closeDialog = (): void => polder.setState({ dialog: null });
