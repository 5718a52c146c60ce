/** Values of one field, apart by commas or blanks; none of them can hold either. */
export const readListText = (text: string): readonly string[] => text.split(/[\s,]+/).filter((value) => value !== '');

export const formatListText = (values: readonly string[]): string => values.join(', ');
