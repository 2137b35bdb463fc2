import { readDescription } from "../../spec/description";
import { loadDescription } from "../../spec/load";
import { vendors } from "./descriptions";

test.each(vendors)("what is generated of %s's description is all of it, as it holds on the wire", async (vendor) => {
  expect(readDescription(vendor)).toEqual(JSON.parse(JSON.stringify(await loadDescription(vendor))));
});
