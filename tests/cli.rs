//! Whole outputs of whole commands: the README, the pages of `explain`, and the cases beside this file.
//!
//! Each `console` block is run and what it prints, both outputs together, is compared. After a change that is
//! meant, `TRYCMD=overwrite cargo test --test cli` writes what is printed now; read the diff.

#[test]
fn every_block_prints_what_it_says() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .case("README.md")
        .case("src/explain/*.md")
        .case("tests/cmd/*.md");
}
