import { polder } from '../store.ts';

/** Opens the menu of what is selected at a place of the screen. */
export const openMenu = (at: { readonly x: number; readonly y: number }): void => polder.setState({ menu: at });
export const closeMenu = (): void => polder.setState({ menu: null });
