//! Prepares what the program carries inside it: the fact base as a packed tree, the rates as a packed table; and
//! says how it is linked.

#![expect(clippy::print_stdout, reason = "a build script talks to cargo on its standard output")]

mod base;
mod ecb;
#[path = "../src/lang.rs"]
#[allow(dead_code, unreachable_pub, reason = "the program's own file, of which only a part is needed here")]
mod lang;
mod link;
#[path = "../src/facts/words.rs"]
#[allow(dead_code, unreachable_pub, reason = "the program's own file, of which only a part is needed here")]
mod words;

use std::path::PathBuf;

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script what it needs by the environment")]
fn main() {
    let told = |name: &str| std::env::var_os(name).unwrap_or_default();
    let folder = PathBuf::from(told("OUT_DIR"));
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/lang.rs");
    println!("cargo::rerun-if-changed=src/facts/words.rs");
    base::pack("facts.toml".as_ref(), &folder);
    ecb::build(&folder);
    link::tell(|name| told(name).into_string().unwrap_or_default(), &folder);
}
