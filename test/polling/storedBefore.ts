/** The same for a poll and for a sync. */
const cursorState = {
  low: 1774958520000,
  base: 1774958520000,
  seen: { count: 4, riceBits: 45, valueBits: 18, data: "3rJCrraFr8hxDpILBF4dTBsRbkTc8wAACSSs1h8iR1MI" },
};

/**
 * States as version 1.0.0 stored them, when a trigger's state was all that there was: of the records r0 to r5, a minute
 * apart. In the failed run r0 to r2 were delivered.
 */
export const storedBefore = {
  snapshot: {
    v: 1,
    kind: "snapshot",
    scope: "2e0np5ky38",
    check: "5mqf1m1fa",
    state: {
      count: 6,
      riceBits: 45,
      valueBits: 28,
      data: "3rJCrraFE0SdCIg04vvq6io0VP/FCKGRDLjWN9iLcibnmHjU/kBoRmVMclZ4EcR4RNG8dJrHOrE=",
    },
  },
  cursor: {
    v: 1,
    kind: "cursor",
    scope: "2e0np5ky38",
    check: "4t63h0okn",
    state: cursorState,
  },
  window: {
    v: 1,
    kind: "window",
    scope: "2e0np5ky38",
    check: "146cqny4qr",
    state: {
      low: null,
      known: {
        count: 6,
        riceBits: 45,
        valueBits: 3,
        data: "3rJCrraFsRBpxffVy/8UIoZEMsRbkTc8wgaEZlTHJA8ImjeOksA=",
      },
    },
  },
  "snapshot pages": {
    v: 1,
    kind: "snapshot pages",
    scope: "2e0np5ky38",
    check: "29n2m2n5o2",
    state: {
      since: null,
      base: {
        count: 6,
        riceBits: 45,
        valueBits: 28,
        data: "3rJCrraFE0SdCIg04vvq6io0VP/FCKGRDLjWN9iLcibnmHjU/kBoRmVMclZ4EcR4RNG8dJrHOrE=",
      },
      changed: {
        count: 0,
        riceBits: 0,
        valueBits: 0,
        data: "",
      },
    },
  },
  "failed snapshot pages": {
    v: 1,
    kind: "snapshot pages",
    scope: "2e0np5ky38",
    check: "1vdhtn7o8k",
    state: {
      since: null,
      base: {
        count: 0,
        riceBits: 0,
        valueBits: 0,
        data: "",
      },
      changed: {
        count: 3,
        riceBits: 46,
        valueBits: 27,
        data: "wXn040ruUVGiqYhBM7GbnxqfyAaEZlTHJs8COIA=",
      },
    },
  },
  "cursor pages": {
    v: 1,
    kind: "cursor pages",
    scope: "2e0np5ky38",
    check: "4t63h0okn",
    state: cursorState,
  },
};
