import { safeError } from "../http/errors";
import { componentOf } from "../platform/component";
import { connections } from "./connections";
import * as families from "./resources";
import * as triggers from "./triggers";

export default componentOf({
  key: "realvnc",
  public: false,
  display: {
    label: "RealVNC Connect",
    description: "Manage computers, users, groups, presence and audit events of RealVNC Connect",
    iconPath: "icon.png",
    category: "Application Connectors",
  },
  hooks: { error: safeError },
  connections,
  families,
  triggers,
});
