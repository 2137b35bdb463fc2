import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import express, { type Router } from "express";
import { nonceOf } from "./security";

/** What stands in the built page where each answer has its own nonce. */
const noncePlace = /__NONCE__/g;

const indexOf = (folder: string) => join(folder, "index.html");

/** Whether the page is built in that folder. */
export const isPageBuilt = (folder: string): boolean => existsSync(indexOf(folder));

/** What to do where it is not. */
export const pageMissing = 'The page of the workbench is not built. Run "npm run workbench", which builds it.';

/** The built page and its files. */
export const pageRoutes = (folder: string): Router => {
  const routes = express.Router();
  routes.get(["/", "/index.html"], (_request, response) => {
    response.set("Cache-Control", "no-store");
    if (!isPageBuilt(folder)) {
      response.status(503).type("text").send(`${pageMissing}\n`);
      return;
    }
    const page = readFileSync(indexOf(folder), "utf8");
    response.type("html").send(page.replace(noncePlace, nonceOf(response)));
  });
  routes.use(express.static(folder, { index: false, redirect: false, dotfiles: "ignore" }));
  return routes;
};
