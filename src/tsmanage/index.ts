import { safeError } from "../http/errors";
import { componentOf } from "../platform/component";
import { connections } from "./connections";
import * as families from "./resources";

export default componentOf({
  key: "tsmanage",
  public: false,
  display: {
    label: "TSManage",
    description: "Look up members of a TeamSpeak server and change their server groups through TSManage",
    iconPath: "icon.png",
    category: "Application Connectors",
  },
  hooks: { error: safeError },
  connections,
  families,
  triggers: {},
});
