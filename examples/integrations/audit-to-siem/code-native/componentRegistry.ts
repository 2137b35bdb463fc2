import { type ComponentManifest, componentManifests } from "@prismatic-io/spectral";
import realvnc from "../../../../generated/manifests/realvnc/src";
import teamviewer from "../../../../generated/manifests/teamviewer/src";

/** As in the support ticket: in a project of its own, the manifests come from `npx cni-component-manifest`. */
export const componentRegistry = componentManifests({
  teamviewer: teamviewer as unknown as ComponentManifest,
  realvnc: realvnc as unknown as ComponentManifest,
});
