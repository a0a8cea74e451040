// Turns styles, scripts and fonts into the few files the browser loads. Run by the build of Turna.Design.csproj.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as sass from "sass";
import subset from "subset-font";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("../wwwroot/assets");
const made = here("../obj/assets");

rmSync(out, { recursive: true, force: true });
for (const folder of [out, made]) mkdirSync(folder, { recursive: true });

await Promise.all([fonts(), Promise.resolve().then(types)]);
styles();
await bundle();
cpSync(here("images"), out, { recursive: true });

/** Cuts the variable face down to the letters of our four languages and the weights in use. */
async function fonts() {
  const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const letters = String.fromCodePoint(
    ...range(0x20, 0x7e), ...range(0xa0, 0x17f), 0x218, 0x219, 0x21a, 0x21b, 0x2bb, 0x2bc, // Latin, with Uzbek oʻ gʻ
    ...range(0x400, 0x45f), 0x490, 0x491, 0x492, 0x493, 0x49a, 0x49b, 0x4a2, 0x4a3, 0x4ae, 0x4af, // Russian, Ukrainian, ғ қ ң ү
    0x4b0, 0x4b1, 0x4b2, 0x4b3, 0x4b6, 0x4b7, 0x4ba, 0x4bb, 0x4d8, 0x4d9, 0x4e2, 0x4e3, 0x4e8, 0x4e9, 0x4ee, 0x4ef, // ұ ҳ ҷ һ ә ӣ ө ӯ
    0x2009, ...range(0x2010, 0x2015), 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0x2022, 0x2026, 0x202f, 0x2030, 0x2032,
    0x2039, 0x203a, 0x20ac, 0x20bd, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2260, 0x2264, 0x2265);
  const parts = ["latin", "latin-ext", "cyrillic", "cyrillic-ext"];
  await Promise.all(parts.map(async (part) => {
    const whole = readFileSync(here(`node_modules/@fontsource-variable/noto-sans/files/noto-sans-${part}-wght-normal.woff2`));
    const cut = await subset(whole, letters, { targetFormat: "woff2", variationAxes: { wght: { min: 400, max: 700, default: 400 } } });
    writeFileSync(`${made}/noto-sans-${part}.woff2`, cut);
  }));
}

function types() {
  execFileSync(process.execPath, [here("node_modules/typescript/bin/tsc"), "-p", here("tsconfig.json")], { stdio: "inherit" });
}

function styles() {
  const compiled = sass.compile(here("styles/turna.scss"), {
    loadPaths: [here("node_modules"), here(".")],
    quietDeps: true,
    style: "expanded",
  });
  writeFileSync(`${made}/turna.css`, compiled.css);
}

async function bundle() {
  const common = { bundle: true, alias: { moj: here("node_modules/@ministryofjustice/frontend/moj") }, minify: true, outdir: out, assetNames: "[name]-[hash]", legalComments: "none", logLevel: "warning" };
  await build({ ...common, entryPoints: [`${made}/turna.css`], loader: { ".woff2": "file", ".svg": "file" }, target: ["chrome109", "firefox115", "safari15"] });
  await build({ ...common, entryPoints: [here("scripts/turna.ts")], format: "esm", target: "es2022" });
}
