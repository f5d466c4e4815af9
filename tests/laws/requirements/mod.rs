//! Requirements, decided exactly, against amounts that are sampled.

mod acts;
mod alone;
mod model;
mod near;
mod points;
mod sampled;
mod world;
