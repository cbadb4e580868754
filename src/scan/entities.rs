//! Character references of HTML: by number, and by name where figures and their surroundings use them.

/// The character reference at the beginning of a text, and its length; none when it is not known.
pub(super) fn read(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('&')?;
    if let Some(number) = rest.strip_prefix('#') {
        let hex = number.starts_with(['x', 'X']);
        let digits = &number[usize::from(hex)..];
        let radix = if hex { 16 } else { 10 };
        let length = digits.bytes().take(8).take_while(|byte| char::from(*byte).is_digit(radix)).count();
        let value = u32::from_str_radix(&digits[..length], radix).ok()?;
        let end = 2 + usize::from(hex) + length;
        return Some((char::from_u32(value)?, end + usize::from(text[end..].starts_with(';'))));
    }
    let length = rest.bytes().take(10).take_while(u8::is_ascii_alphanumeric).count();
    let name = &rest[..length];
    let index = NAMES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    rest[length..].starts_with(';').then_some((NAMES[index].1, length + 2))
}

/// Sorted by name.
const NAMES: [(&str, char); 49] = [
    ("amp", '&'),
    ("apos", '\''),
    ("asymp", '≈'),
    ("bull", '•'),
    ("cent", '¢'),
    ("copy", '©'),
    ("deg", '°'),
    ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'),
    ("euro", '€'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("ge", '≥'),
    ("gt", '>'),
    ("hellip", '…'),
    ("hyphen", '-'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("le", '≤'),
    ("lsaquo", '‹'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("minus", '−'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("para", '¶'),
    ("percnt", '%'),
    ("permil", '‰'),
    ("plusmn", '±'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rsaquo", '›'),
    ("rsquo", '’'),
    ("sect", '§'),
    ("shy", '\u{ad}'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("thinsp", '\u{2009}'),
    ("times", '×'),
    ("trade", '™'),
    ("yen", '¥'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        assert!(NAMES.is_sorted());
        assert_eq!(read("&nbsp;yuan"), Some(('\u{a0}', 6)));
        assert_eq!(read("&#37;"), Some(('%', 5)));
        assert_eq!(read("&#x2030; "), Some(('‰', 8)));
        assert_eq!(read("&#165 "), Some(('¥', 5)));
        for text in ["&", "&;", "&#;", "&#x;", "&#x110000;", "&nbsp", "&unknown;", "&D"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
