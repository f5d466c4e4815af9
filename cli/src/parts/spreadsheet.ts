// Spreadsheets of the package, with the library that they need.
export { benefitGridsFromXlsx, benefitTableXlsx } from "care-coverage/spreadsheet";
