//! Prepares what the program carries inside it: the fact base as a packed tree, the rates as a packed table.

#![expect(clippy::print_stdout, reason = "a build script talks to cargo on its standard output")]

mod base;
mod ecb;

use std::path::PathBuf;

fn main() {
    #[expect(clippy::disallowed_methods, reason = "cargo tells a build script its folder by the environment")]
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    println!("cargo::rerun-if-changed=build");
    base::pack("facts.toml".as_ref(), &folder);
    ecb::build(&folder);
}
