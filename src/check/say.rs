//! Words of findings.

/// `10`, `1,000`, `10,000`: ten to a power, as a word before `times`.
pub(super) fn times(exponent: u32) -> String {
    grouped(&format!("1{}", "0".repeat(exponent as usize)))
}

/// Digits with commas between the thousands: `1,234,567`.
pub(super) fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
