//! The nearest known word to an unknown one, for hints that can be typed.
//!
//! ```
//! use ipfacts::nearest::nearest;
//!
//! assert_eq!(nearest("figrue", ["figure", "target"]), Some("figure"));
//! assert_eq!(nearest("dolars", ["tolars", "dollars"]), Some("dollars"));
//! assert_eq!(nearest("broadb", ["broadband"]), Some("broadband"));
//! assert_eq!(nearest("elephant", ["figure", "target"]), None);
//! ```

/// A longer word is a text; comparing it would only cost time.
const LONGEST: usize = 80;

/// The word of `known` nearest to `word`; none when none is near enough to be meant, or when `word` is one of
/// them.
///
/// Near is one slip in four letters, two letters that changed places being one slip; or the beginning of a
/// longer word, four letters at least. Of equals, the one with the same first letter is meant, then the shorter.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let letters = word.chars().count();
    let allowed = letters.div_ceil(4).max(1);
    let near = |candidate: &&str| {
        let candidate = candidate.to_lowercase();
        let begins = letters >= 4 && candidate.starts_with(&word);
        let slips = if begins { 1 } else { strsim::osa_distance(&word, &candidate) };
        // More than half of the word must be right.
        let meant = (1..=allowed).contains(&slips) && (begins || slips * 2 < candidate.chars().count());
        let other_start = candidate.chars().next() != word.chars().next();
        meant.then_some((slips, other_start, candidate.len()))
    };
    let mut best = None;
    for candidate in known.into_iter().filter(|candidate| candidate.chars().count() > 2) {
        if candidate.to_lowercase() == word {
            return None;
        }
        let Some(nearness) = near(&candidate) else { continue };
        if best.is_none_or(|(so_far, _)| nearness < so_far) {
            best = Some((nearness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
