/** What the seeded records are called. */
export const people = [
  "Alex Morgan",
  "Bianca Rossi",
  "Carlos Mendes",
  "Dana Whitfield",
  "Elif Yilmaz",
  "Felix Baumann",
  "Grace Okafor",
  "Hannah Lindqvist",
  "Ivan Petrov",
  "Julia Novak",
  "Kenji Tanaka",
  "Laura Jimenez",
  "Marek Kowalski",
  "Nina Schwarz",
  "Oliver Brandt",
  "Priya Raman",
  "Quentin Dubois",
  "Rosa Almeida",
  "Sam Whitaker",
  "Tessa van Dijk",
];

export const customers = [
  "Harbour Dental Clinic",
  "Northgate Logistics",
  "Bluebird Bakery",
  "Alpine Hotels",
  "Meridian Law",
  "Oakfield School",
  "Sunrise Pharmacy",
  "Vector Engineering",
];

export const places = [
  "Front Desk",
  "Till",
  "Back Office",
  "Warehouse Scanner",
  "Meeting Room",
  "Reception",
  "Workshop PC",
  "Kiosk",
  "Accounting",
  "Lab Station",
  "Server Room",
  "Store Manager",
];

export const complaints = [
  "Printer does not print",
  "Cannot open the booking system",
  "Outlook asks for the password again and again",
  "Card terminal is offline",
  "Screen stays black after the update",
  "VPN disconnects every hour",
];

export const products = [
  { name: "Google Chrome", kb: "QCHROME", bulletin: "Chrome stable channel update" },
  { name: "7-Zip", kb: "Q7ZIP", bulletin: "7-Zip security update" },
  { name: "Windows 11", kb: "KB5034765", bulletin: "Cumulative update for Windows 11" },
  { name: "Adobe Acrobat Reader", kb: "QAADC", bulletin: "Security update for Adobe Acrobat and Reader" },
  { name: "Mozilla Firefox", kb: "QFIREFOX", bulletin: "Firefox release update" },
];

/** A person's address at the example company. */
export const emailOf = (name: string, number: number) =>
  `${name.toLowerCase().replaceAll(" ", ".")}${number || ""}@example.com`;

/** "Front Desk 03": a place and a number that grows once all places are used. */
export const deviceName = (index: number) =>
  `${places[index % places.length]} ${String(Math.floor(index / places.length) + 1).padStart(2, "0")}`;
