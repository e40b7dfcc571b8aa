import js from "@eslint/js";
import ts from "typescript-eslint";

export default ts.config(
  { ignores: ["node_modules"] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] }, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      // The record counts code points, which is what spreading a string gives.
      "@typescript-eslint/no-misused-spread": "off",
      "no-restricted-properties": ["error", { property: "innerHTML", message: "Report text is hostile: use textContent." }],
    },
  },
  { files: ["**/*.js"], extends: [ts.configs.disableTypeChecked] },
);
