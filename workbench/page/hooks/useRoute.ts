import { useSyncExternalStore } from "react";
import { takeToken } from "../token";

/** What the fragment of the URL says is open, as `#/teamviewer/listDevices`. */
export interface Route {
  component?: string;
  entry?: string;
}

const subscribe = (listener: () => void) => {
  const follow = () => {
    if (location.hash.startsWith("#token=")) {
      takeToken();
      location.reload();
    }
    listener();
  };
  addEventListener("hashchange", follow);
  return () => removeEventListener("hashchange", follow);
};

const fragment = () => location.hash;

export const linkTo = ({ component = "", entry }: Route): string =>
  `#/${[component, ...(entry ? [entry] : [])].map(encodeURIComponent).join("/")}`;

export const go = (route: Route): void => {
  location.hash = linkTo(route);
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export const useRoute = (): Route => {
  const [, component, entry] = useSyncExternalStore(subscribe, fragment).split("/").map(decoded);
  return { component: component || undefined, entry: entry || undefined };
};
