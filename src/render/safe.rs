//! Makes text from a file harmless to show.
//!
//! A source, a draft or a command line may carry bytes that a terminal obeys (escape sequences), that turn
//! the order of what follows (bidirectional controls), or that nobody sees at all. Each of them becomes one
//! visible character: a control character its picture (`␛`), any other the replacement character (`�`). One
//! character for one, so columns and offsets counted in characters stay what they were.
//!
//! What people see goes through here in every format. JSON keeps the text exact and writes the same
//! characters as `\u` escapes.
//!
//! ```
//! use ipfacts::render::safe;
//!
//! assert_eq!(safe::line("22.58 万亿元\r\nin 2016"), "22.58 万亿元 in 2016");
//! assert_eq!(safe::line("\u{1b}[2Jgone \u{202e}8102"), "␛[2Jgone �8102");
//! ```

use std::borrow::Cow;

/// The text on one line: line breaks and tabs are spaces, hidden characters are visible.
///
/// A text that needs no change is not copied.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    if is_printable_ascii(text) || !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.replace("\r\n", "\n").chars().map(|c| if is_space(c) { ' ' } else { visible(c) }).collect(),
    )
}

/// Whether the text is letters, digits, marks and spaces of ASCII alone: each is seen, and is one column wide.
#[must_use]
pub fn is_printable_ascii(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The character to show in place of a hidden one; any other stands for itself.
///
/// ```
/// use ipfacts::render::safe;
///
/// assert_eq!(safe::visible('\0'), '␀');
/// assert_eq!(safe::visible('\u{9b}'), '\u{fffd}'); // an escape sequence of one character
/// assert_eq!(safe::visible('元'), '元');
/// ```
#[must_use]
pub fn visible(c: char) -> char {
    match c {
        // The block "Control Pictures" has them in the order of ASCII.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        _ if is_hidden(c) => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// Whether a terminal obeys the character, or shows nothing where it stands.
///
/// The zero-width joiner and non-joiner and the variation selectors are not among them: words of Persian
/// and Hindi, and emoji, are written with them.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // Marks, embeddings, overrides and isolates that set the direction of what follows.
            '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // Line and paragraph separators.
            | '\u{2028}'..='\u{2029}'
            // Characters without a glyph: soft hyphen, fillers, zero-width spaces, invisible operators,
            // deprecated format controls, interlinear annotations, tags.
            | '\u{ad}' | '\u{34f}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180e}' | '\u{200b}'
            | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether the character parts words or lines and a space can stand for it.
fn is_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn harmless_text_is_not_copied() {
        assert!(matches!(line("超过98%, “more than” 👨\u{200d}👩 na\u{308}ive"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_a_terminal_obeys_is_seen() {
        assert_eq!(line("a\u{7}b\u{1b}]0;title\u{9c}c\u{7f}"), "a␇b␛]0;title�c␡");
        assert_eq!(line("\u{2066}left\u{2069} \u{200b}zero\u{feff}"), "�left� �zero�");
    }

    #[test]
    fn line_breaks_and_tabs_are_spaces() {
        assert_eq!(line("a\tb\r\nc\rd\u{2028}e\u{85}f"), "a b c d e f");
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(text in any::<String>()) {
            let shown = line(&text);
            prop_assert!(!shown.chars().any(is_hidden));
            prop_assert_eq!(line(&shown), shown.as_ref());
        }
    }
}
