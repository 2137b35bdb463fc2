import { type ComponentManifest, componentManifests } from "@prismatic-io/spectral";
import teamviewer from "../../../../generated/manifests/teamviewer/src";

/**
 * In a project of its own, the manifest comes from `npx cni-component-manifest` and knows the published component. Its
 * output schemas are text, as they are published, where spectral's own type expects objects.
 */
export const componentRegistry = componentManifests({ teamviewer: teamviewer as unknown as ComponentManifest });
