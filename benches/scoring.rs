//! placeholder while the library is built.
fn main() {}
