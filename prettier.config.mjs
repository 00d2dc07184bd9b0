export default { semi: false, singleQuote: true, trailingComma: 'none', printWidth: 100 }
