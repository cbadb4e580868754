//! How the program is linked: where it can be, so that the system has nothing to look up and put right each time it
//! starts. That is a third of what `ipfacts show` takes.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The libraries of the system that the standard library asks for, and in which archives they are found.
/// The compiler asks for `gcc_s`, which is never an archive; what it is wanted for is in `gcc_eh`.
const LIBRARIES: [(&str, &[&str]); 7] = [
    ("c", &["c", "gcc_eh", "gcc"]),
    ("gcc_s", &["gcc_eh", "gcc"]),
    ("dl", &["dl"]),
    ("m", &["m"]),
    ("pthread", &["pthread"]),
    ("rt", &["rt"]),
    ("util", &["util"]),
];

/// Tells cargo how to link, by the environment that it gives a build script.
///
/// With GNU on Linux the program is loaded where it was linked to, instead of anywhere with fourteen thousand
/// addresses put right. Where this machine also has the archives of the system's libraries, as a C compiler
/// mostly brings them along, they go into the program; else it is linked to the shared ones as usual. And where GNU's
/// own linker is at hand it does the work: it writes the file from beginning to end, and what was written so is
/// brought into memory in larger pieces than what was filled in here and there, which makes a fifth of the start.
pub(crate) fn tell(told: impl Fn(&str) -> String, folder: &Path) {
    if told("CARGO_CFG_TARGET_OS") != "linux" || told("CARGO_CFG_TARGET_ENV") != "gnu" {
        return;
    }
    println!("cargo::rustc-link-arg-bins=-no-pie");
    // Another machine's libraries are not asked for.
    if told("HOST") != told("TARGET") {
        return;
    }
    let linker = match told("RUSTC_LINKER") {
        unnamed if unnamed.is_empty() => "cc".to_owned(),
        named => named,
    };
    let folder = folder.join("archives");
    if lead_to_archives(&linker, &folder).is_some() {
        println!("cargo::rustc-link-arg-bins=-L{}", folder.display());
        println!("cargo::rustc-link-arg-bins=-static");
        let at_hand = Command::new("ld.bfd").arg("--version").output();
        if at_hand.is_ok_and(|answer| answer.status.success()) {
            println!("cargo::rustc-link-arg-bins=-fuse-ld=bfd");
        }
    }
}

/// Writes into a folder, under the name of each library, a script that leads the linker to the archives. The
/// standard library asks for shared libraries by these names, and a folder that is named is searched first.
/// Nothing if an archive is missing.
fn lead_to_archives(linker: &str, folder: &Path) -> Option<()> {
    let scripts = LIBRARIES.map(|(library, archives)| {
        let paths: Option<Vec<String>> = archives.iter().map(|name| archive(linker, name)).collect();
        Some((folder.join(format!("lib{library}.a")), format!("GROUP ( {} )\n", paths?.join(" "))))
    });
    std::fs::create_dir_all(folder).ok()?;
    for script in scripts {
        let (path, text) = script?;
        std::fs::write(path, text).ok()?;
    }
    Some(())
}

/// Where the linker finds an archive; it gives back the bare name of one that it does not find.
fn archive(linker: &str, name: &str) -> Option<String> {
    let output = Command::new(linker).arg(format!("-print-file-name=lib{name}.a")).output().ok()?;
    let path = PathBuf::from(String::from_utf8(output.stdout).ok()?.trim()).canonicalize().ok()?;
    path.to_str().filter(|path| !path.contains([' ', '"'])).map(str::to_owned)
}
