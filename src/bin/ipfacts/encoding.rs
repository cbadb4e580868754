//! What a draft that is not UTF-8 looks like, and what turns it into text.

use crate::commands::typed;

/// What to type so that a draft of these bytes can be read.
pub(crate) fn remedy(bytes: &[u8], name: &str) -> String {
    let piped = name.starts_with('<');
    let file = typed(name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let text = typed(&format!("{stem}.txt"));
    // A name that stands already would be written over while it is read.
    let copy = typed(
        &name.rsplit_once('.').map_or(format!("{name}.utf8"), |(stem, end)| format!("{stem}.utf8.{end}")),
    );
    let iconv = |from: &str| match piped {
        true => format!("send it through `iconv -f {from} -t UTF-8`"),
        false => format!("iconv -f {from} -t UTF-8 {file} > {copy}"),
    };
    match bytes {
        [b'P', b'K', 3, 4, ..] if piped => "send it through `pandoc -f docx -t plain`".to_owned(),
        [b'P', b'K', 3, 4, ..] => format!("pandoc {file} -t plain -o {text}"),
        [b'%', b'P', b'D', b'F', ..] if piped => "send it through `pdftotext - -`".to_owned(),
        [b'%', b'P', b'D', b'F', ..] => format!("pdftotext {file} {text}"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => iconv("UTF-16"),
        _ if is_gbk(bytes) => iconv("GB18030"),
        _ => "save the file as UTF-8".to_owned(),
    }
}

/// Whether all bytes are ASCII or go together as characters of GBK do, two and two.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return true,
            [0x01..=0x7f, rest @ ..] | [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, rest @ ..] => rest,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_say_what_helps() {
        for (bytes, name, expected) in [
            (&b"PK\x03\x04\x14\xff"[..], "my d.docx", "pandoc 'my d.docx' -t plain -o 'my d.txt'"),
            (b"%PDF-1.7\n\xff", "d.pdf", "pdftotext d.pdf d.txt"),
            (b"\xff\xfe1\0", "d.md", "iconv -f UTF-16 -t UTF-8 d.md > d.utf8.md"),
            (b"\xca\xfd\xd7\xd6 22.58", "d.md", "iconv -f GB18030 -t UTF-8 d.md > d.utf8.md"),
            (b"\xca\xfd\xd7\xd6", "<stdin>", "send it through `iconv -f GB18030 -t UTF-8`"),
            (b"caf\xe9", "d.md", "save the file as UTF-8"),
        ] {
            assert_eq!(remedy(bytes, name), expected);
        }
    }
}
