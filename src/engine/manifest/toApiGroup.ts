/** The API group of an `apiVersion`: `apps` of `apps/v1`, `''` of `v1`. */
export const toApiGroup = (apiVersion: string): string => {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
};
