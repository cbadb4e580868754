//! Words of findings.

/// `10`, `1,000`, `10,000`: ten to a power, as a word before `times`.
pub(super) fn times(exponent: u32) -> String {
    let digits = format!("1{}", "0".repeat(exponent as usize));
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
