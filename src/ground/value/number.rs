//! Decimal text ↔ double: what every platform does already.
//!
//! In wasm JavaScript does it, with the same results (both are correctly rounded and shortest): the tables that Rust needs
//! would be a sixth of the module.

/// The double nearest to a number in the grammar of JSON; infinite where it is too large.
pub(crate) fn parse(token: &str) -> f64 {
    #[cfg(target_family = "wasm")]
    let number = crate::ground::value::platform::parse(token);
    #[cfg(not(target_family = "wasm"))]
    let number = token.parse().unwrap_or(f64::NAN);
    number
}

/// The shortest decimal that is read back as this double.
pub(crate) fn show(number: f64) -> String {
    #[cfg(target_family = "wasm")]
    let text = crate::ground::value::platform::show(number);
    #[cfg(not(target_family = "wasm"))]
    let text = number.to_string();
    text
}
