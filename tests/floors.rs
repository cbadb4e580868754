//! The map of the house in `src/lib.rs` is true: every import is on it, everything on it is imported, and
//! imports run down only.

#![expect(clippy::unwrap_used, reason = "what goes wrong in a test is told by its panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A module's floor and the modules it may use.
type Map = BTreeMap<String, (u32, BTreeSet<String>)>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[expect(clippy::disallowed_methods, reason = "a test reads the sources")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Reads lines like `3  facts -> diagnostic document` from the documentation of `lib.rs`.
fn map() -> Map {
    let text = read(&root().join("src/lib.rs"));
    let mut map = Map::new();
    for line in text.lines().filter_map(|line| line.strip_prefix("//! ")) {
        let Some((floor, rest)) = line.trim().split_once("  ") else { continue };
        let Ok(floor) = floor.parse() else { continue };
        let (module, arrows) = rest.split_once("->").unwrap_or((rest, ""));
        let arrows = arrows.split_whitespace().map(str::to_owned).collect();
        map.insert(module.trim().to_owned(), (floor, arrows));
    }
    assert!(map.len() > 5, "the map in src/lib.rs was not found");
    map
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// What each module of the library imports, with one place for each import.
fn imports() -> BTreeMap<String, BTreeMap<String, String>> {
    let src = root().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut imports: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = first.trim_end_matches(".rs");
        if matches!(module, "lib" | "bin") {
            continue;
        }
        let uses = imports.entry(module.to_owned()).or_default();
        let text = read(&file);
        // What only the module's tests use is no wall of the house.
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap();
            let mut rest = code;
            while let Some(at) = rest.find("crate::") {
                rest = &rest[at + "crate::".len()..];
                let end = rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
                let name = &rest[..end.unwrap_or(rest.len())];
                let place = format!("{}:{}", inside.display(), number + 1);
                assert!(!name.is_empty(), "{place}: name each module in an import of its own");
                if name != module {
                    uses.entry(name.to_owned()).or_insert(place);
                }
            }
        }
    }
    imports
}

#[test]
fn every_import_is_on_the_map() {
    let map = map();
    for (module, uses) in imports() {
        let (_, arrows) = map.get(&module).unwrap_or_else(|| panic!("`{module}` is not on the map"));
        for (used, place) in uses {
            assert!(arrows.contains(&used), "{place}: `{module}` -> `{used}` is not on the map");
        }
    }
}

#[test]
fn everything_on_the_map_is_imported() {
    let imports = imports();
    for (module, (_, arrows)) in map() {
        let uses = imports.get(&module).unwrap_or_else(|| panic!("there is no module `{module}`"));
        for arrow in arrows {
            assert!(uses.contains_key(&arrow), "the map has `{module}` -> `{arrow}`, which nothing uses");
        }
    }
}

#[test]
fn imports_run_down_only() {
    let map = map();
    for (module, (floor, arrows)) in &map {
        for arrow in arrows {
            let below = map.get(arrow).unwrap_or_else(|| panic!("`{arrow}` is not on the map")).0;
            assert!(below < *floor, "`{module}` on floor {floor} uses `{arrow}` on floor {below}");
        }
    }
}
