/** What the reports of both sides of a session have in common: who sees them, their order, and what they have attached. */
import { ok } from "../core/answers";
import { type Collection, collection } from "../core/collection";
import { notFound } from "../core/errors";
import { listed } from "../core/filters";
import type { AnyCall, Schema } from "./calls";
import { ownUser, type UserState } from "./users";

export interface Feature {
  SessionReportId: string;
  FeatureName: string;
  FeatureId: string;
  /** Base64. */
  Data?: string;
}

export interface FeatureState {
  reportFeatures: Feature[];
}

interface AnyReport {
  userid?: string;
  end_date: string;
}

type Reach = AnyCall<FeatureState & UserState>;

/** A user without the right to see all connections of the company sees only the own ones. */
const mayBeSeen = (call: AnyCall<UserState>) => {
  const { level, userId } = call.token;
  const all = level === "company" || listed(ownUser(call).permissions).includes("ViewAllConnections");
  return ({ userid }: AnyReport): boolean => all || userid === userId;
};

/** Tells whether the report with an id has features of all these names. */
export const hasFeatures = ({ store }: AnyCall<FeatureState>, names: readonly string[] = []) => {
  const idsOf = (name: string) =>
    new Set(store.reportFeatures.filter((each) => each.FeatureName === name).map((each) => each.SessionReportId));
  const sets = names.map(idsOf);
  return (id: string): boolean => sets.every((ids) => ids.has(id));
};

type OfFeature = Reach & { path: { featureName: string; featureId: string } };

/** The reports of one side, and the operations on features, which both sides have. */
export const reportsOf = <Call extends AnyCall<UserState>, Report extends AnyReport>({
  name,
  records,
  id,
}: {
  name: string;
  records(call: Call): Map<string, Report>;
  id(report: Report): string;
}) => {
  const all: Collection<Call, Report> = collection({ name, records, key: id, visible: mayBeSeen });

  /** By end date, the latest first; equal dates by id, so that the order is always the same. */
  const latestEndFirst = (one: Report, other: Report): number => {
    if (one.end_date !== other.end_date) return one.end_date < other.end_date ? 1 : -1;
    return id(one) < id(other) ? 1 : -1;
  };
  const sorted = (call: Call) => all.list(call).sort(latestEndFirst);

  const ofFeature = (call: Call & OfFeature): Report[] => {
    const { featureName, featureId } = call.path;
    const found = call.store.reportFeatures.filter(
      (each) => each.FeatureName === featureName && each.FeatureId === featureId,
    );
    const ids = new Set(found.map((each) => each.SessionReportId));
    return sorted(call).filter((report) => ids.has(id(report)));
  };

  return {
    ...all,
    id,
    /** Those that a call sees, in the order of the list. */
    sorted,
    ofFeature: (call: Call & OfFeature) => ok(ofFeature(call)),
    oldestOfFeature: (call: Call & OfFeature) => {
      const oldest = ofFeature(call).at(-1);
      if (!oldest) throw notFound(`${name} with`, `${call.path.featureName} ${call.path.featureId}`);
      return ok(oldest);
    },
    /** The features of the asked ones among the reports that a call sees. */
    features: (call: Call & Reach, asked: readonly string[]) => {
      const seen = new Set(all.list(call).map(id));
      const SessionReportFeatures: Schema<"GetSessionReportFeaturesResponse_SessionReportFeatureResponse">[] =
        call.store.reportFeatures.filter(
          (each) => asked.includes(each.SessionReportId) && seen.has(each.SessionReportId),
        );
      return ok({ SessionReportFeatures });
    },
  };
};
