/** The compiled `WebAssembly.Module`, of which TypeScript knows no more than that it is an object: where a bundler or a runtime
 *  imports modules, as workerd does. Elsewhere the import is the file's address, or nothing. */
declare const module: object;
export default module;
