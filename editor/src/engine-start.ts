/** The main entry of `care-coverage` is ready once it is imported. */
export {};
