//! Reading claims: any bytes, texts in pieces, and a plain reader that shares no code with the engine's.

mod headings;
mod model;
mod reading;
