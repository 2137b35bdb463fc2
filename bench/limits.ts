/** The size of the bundle that Prismatic publishes, minified. */
const publishedBytes = 1_372_694;

export const limitOfBytes = publishedBytes / 2;
