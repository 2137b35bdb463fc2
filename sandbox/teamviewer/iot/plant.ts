/** The machines of a plant that managed devices watch: what the operations on sensors and on vaults both show. */
import { notFound } from "../../core/errors";
import type { Seeding } from "../../core/families";
import { type Random, random } from "../../core/random";
import { inTurn, keyed, times } from "../../core/seed";
import { day, minute } from "../../core/time";
import type { Schema } from "../calls";
import type { ManagedDevice, ManagedDeviceState } from "../managedDevices";

/** A measured value and its time, in milliseconds. */
export interface Point {
  value: number | boolean;
  timestamp: number;
}

export interface IotMetric extends Schema<"MetricDataResponse"> {
  /** What vaults know it by. */
  id: string;
  createdAt: number;
  /** The oldest first. */
  points: Point[];
}

export interface IotSensor extends Omit<Schema<"SensorDataResponse">, "metrics"> {
  /** What the device knows it by. */
  datasourceId: string;
  /** What vaults know it by. */
  id: string;
  connectorId: string;
  createdAt: number;
  metrics: IotMetric[];
}

export interface IotDevice {
  teamviewerId: number;
  managedId: string;
  connectors: { id: string; createdAt: number }[];
  sensors: Map<string, IotSensor>;
}

export interface PlantState {
  iotDevices: Map<number, IotDevice>;
  /** All devices of the company are in one. */
  iotVaultId: string;
}

export const counts = { iotDevices: 3 };

const machines = ["Boiler", "Cooling pump", "Air compressor", "Conveyor", "Mixer"];

const sensorsPerDevice = 2;

const step = 10 * minute;
const pointsPerMetric = 30;

const measures: (Schema<"MetricDataResponse"> & { measure(chance: Random): number | boolean })[] = [
  {
    name: "Temperature",
    metricId: "temperature",
    valueType: "Double",
    valueAnnotation: "Temperature",
    valueUnit: "°C",
    measure: (chance) => 60 + chance.integer(200) / 10,
  },
  {
    name: "Pressure",
    metricId: "pressure",
    valueType: "Double",
    valueAnnotation: "Pressure",
    valueUnit: "bar",
    measure: (chance) => 2 + chance.integer(40) / 10,
  },
  {
    name: "Starts",
    metricId: "starts",
    valueType: "Integer",
    valueAnnotation: "Count",
    valueUnit: "1",
    measure: (chance) => chance.integer(20),
  },
  {
    name: "Running",
    metricId: "running",
    valueType: "Boolean",
    valueAnnotation: "State",
    valueUnit: "",
    measure: (chance) => chance.integer(10) > 0,
  },
];

const seedMetrics = (chance: Random, now: number): IotMetric[] =>
  measures.map(({ measure, ...metric }) => ({
    ...metric,
    id: chance.uuid(),
    createdAt: now - 90 * day,
    points: times(pointsPerMetric, (index) => ({
      value: measure(chance),
      timestamp: now - (pointsPerMetric - index) * step,
    })),
  }));

const seedDevice = ({ id, teamviewerId }: ManagedDevice, index: number, now: number): IotDevice => {
  const chance = random(`plant of ${id}`);
  const connector = { id: chance.uuid(), createdAt: now - 100 * day };
  const sensors = times(sensorsPerDevice, (place): IotSensor => {
    const number = index * sensorsPerDevice + place;
    const machine = `${inTurn(machines, number)}`;
    return {
      id: chance.uuid(),
      datasourceId: `${machine.toLowerCase().replaceAll(" ", "-")}-${number + 1}`,
      name: `${machine} ${number + 1}`,
      connectorId: connector.id,
      createdAt: now - 90 * day,
      frequency: 600,
      metrics: seedMetrics(chance, now),
    };
  });
  return {
    teamviewerId,
    managedId: id,
    connectors: [connector],
    sensors: keyed(sensors, ({ datasourceId }) => datasourceId),
  };
};

export const seed = ({ count, now, managedDevices }: Seeding<typeof counts, ManagedDeviceState>): PlantState => ({
  iotVaultId: random("vault").uuid(),
  iotDevices: keyed(
    [...managedDevices.values()].slice(0, count.iotDevices).map((device, index) => seedDevice(device, index, now)),
    ({ teamviewerId }) => teamviewerId,
  ),
});

/** The IoT device with a TeamViewer ID; throws when there is none. */
export const iotDeviceOf = ({ iotDevices }: PlantState, teamviewerId: string): IotDevice => {
  const device = iotDevices.get(Number(teamviewerId));
  if (!device) throw notFound("IoT device", teamviewerId);
  return device;
};
