//! Finds what is more than words in a text: names in backticks and web addresses.
//!
//! A name is what stands between two backticks, without a backtick, a pipe or a space at its edges. Only what
//! begins with `http://` or `https://` and goes on in plain ASCII is an address. It ends before a space, a
//! Chinese character, a quotation mark, a semicolon or anything else that could break out of the markup
//! around it, and before the full stop or bracket that closes the sentence.

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// A name that stood between backticks.
    Code(&'a str),
    /// A web address.
    Link(&'a str),
}

/// The text in pieces, in order; no words are empty.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut done, mut from) = (Vec::new(), 0, 0);
    while let Some(at) = text[from..].find(['`', 'h']).map(|found| from + found) {
        let rest = &text[at..];
        let follows_word = text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        let (piece, length) = if let Some(name) = name(rest) {
            (Piece::Code(name), name.len() + 2)
        } else if let Some(address) = address(rest).filter(|_| !follows_word) {
            (Piece::Link(address), address.len())
        } else {
            from = at + 1;
            continue;
        };
        if at > done {
            pieces.push(Piece::Text(&text[done..at]));
        }
        pieces.push(piece);
        from = at + length;
        done = from;
    }
    if done < text.len() {
        pieces.push(Piece::Text(&text[done..]));
    }
    pieces
}

/// The name in the backticks that a text begins with.
fn name(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix('`')?.split_once('`')?;
    let is_name = !name.is_empty() && name.trim() == name && !name.contains('|');
    is_name.then_some(name)
}

/// The address that a text begins with.
fn address(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut address = &text[..text.find(|c: char| !is_of_address(c)).unwrap_or(text.len())];
    loop {
        let is_closed = address.matches('(').count() >= address.matches(')').count();
        let trimmed = address.trim_end_matches(['.', ',', ':', '!', '?', '\'', '*', '_', '~']);
        let trimmed = if is_closed { trimmed } else { trimmed.strip_suffix(')').unwrap_or(trimmed) };
        if trimmed.len() == address.len() {
            return Some(address);
        }
        address = trimmed;
    }
}

/// Whether the character can stand in an address: RFC 3986 without `;`, which ends a character reference,
/// and square brackets, which only an address in digits needs.
fn is_of_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,=%".contains(c)
}

#[cfg(test)]
mod tests {
    use super::Piece::{Code, Link, Text};
    use super::*;

    #[test]
    fn an_address_ends_with_its_sentence() {
        assert_eq!(
            pieces("see https://www.gov.cn/x?a=1&b=2#c, (http://a.b/c_(d)). Then"),
            [
                Text("see "),
                Link("https://www.gov.cn/x?a=1&b=2#c"),
                Text(", ("),
                Link("http://a.b/c_(d)"),
                Text("). Then"),
            ]
        );
        assert_eq!(pieces("见https://www.gov.cn/。"), [Text("见"), Link("https://www.gov.cn/"), Text("。")]);
    }

    #[test]
    fn odd_addresses_are_words() {
        for text in
            ["javascript:alert(1)", "https://", "https://<b>", "xhttp://a.b", "HTTP://A.B", "ftp://a.b", ""]
        {
            assert!(pieces(text).iter().all(|piece| matches!(piece, Text(_))), "{text}");
        }
    }

    #[test]
    fn nothing_breaks_out() {
        assert_eq!(pieces("http://a.b/\"><script>"), [Link("http://a.b/"), Text("\"><script>")]);
        assert_eq!(pieces("http://a.b/|c"), [Link("http://a.b/"), Text("|c")]);
    }

    #[test]
    fn names_stand_in_single_backticks() {
        assert_eq!(pieces("use `--all` or `a b`"), [Text("use "), Code("--all"), Text(" or "), Code("a b")]);
        assert_eq!(pieces("``x``"), [Text("`"), Code("x"), Text("`")]);
        for text in ["`", "``", "` a`", "`a|b`", "`a"] {
            assert_eq!(pieces(text), [Text(text)]);
        }
    }
}
