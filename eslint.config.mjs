import jest from 'eslint-plugin-jest'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.cache/**', 'coverage/**', '**/golden/**'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.config.mjs', '.dependency-cruiser.mjs'] },
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // The only places that may read the environment are named below.
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'src/environment.ts reads the environment; take what you need as an argument'
        }
      ]
    }
  },
  {
    files: [
      'src/environment.ts',
      'src/passed-on.ts',
      'src/begin-clean.ts',
      'src/runner-commands.ts',
      'src/step-state.ts',
      '__tests__/**',
      'script/**',
      'bench/**'
    ],
    rules: { 'no-restricted-properties': 'off' }
  },
  {
    files: ['__tests__/**/*.test.ts'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/no-conditional-expect': 'off',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }]
    }
  },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked }
)
