import { defineConfig } from "vite";
import { provinces } from "./provinces";

/** Builds into the Python package; names are fixed, since the server hands out ETags and pages ask by name. */
export default defineConfig({
  base: "/static/",
  plugins: [provinces()],
  build: {
    outDir: "../src/sourcebook/web/static",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      input: { desk: "src/main.ts" },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        assetFileNames: (asset) => (asset.names.some((one) => one.endsWith(".css")) ? "desk.css" : "[name][extname]"),
      },
    },
  },
  test: { environment: "node", include: ["tests/**/*.test.ts"] },
} as Parameters<typeof defineConfig>[0]);
