const storedAs = "workbench-token";

/** Moves the token out of the URL into this tab's storage, so that neither the history nor a copied link has it. */
export const takeToken = (): void => {
  const given = /^#token=([^&]+)/.exec(location.hash)?.[1];
  if (!given) return;
  sessionStorage.setItem(storedAs, decodeURIComponent(given));
  history.replaceState(null, "", `${location.pathname}#/`);
};

/** The token of this tab; blank when it was not opened by the printed URL. */
export const currentToken = (): string => sessionStorage.getItem(storedAs) ?? "";
