/** Where a list by time is asked from when all of it is wanted: there is nothing from before the vendor's first version. */
export const beforeTeamViewer = "2005-01-01T00:00:00Z";
