//! Writes the texts to measure whole programs with into a folder, and the words that `check` looks for: `cargo bench
//! --bench corpus -- FOLDER MEGABYTES`. `benches/whole` calls it.

mod text;

use std::path::PathBuf;

use text::Kind;

fn main() {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    let (Some(folder), Some(size)) = (words.next(), words.next().and_then(|size| size.parse::<usize>().ok()))
    else {
        // Run with all other benchmarks it has nothing to do.
        return;
    };
    let folder = PathBuf::from(folder);
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    };
    for kind in Kind::ALL {
        write(&format!("{kind}.txt"), &text::text(kind, size << 20));
    }
    write("short.txt", "China's digital economy reached 22.58 billion yuan in the year 2016.\n");
    let base = ipfacts::facts::embedded();
    let names: Vec<&str> = base.topics.iter().flat_map(|topic| topic.names.all()).collect();
    write("words", &(names.join("\n") + "\n"));
}
