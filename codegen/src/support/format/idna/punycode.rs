//! Punycode, the ASCII form of a label: RFC 3492.

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const FIRST_CODE_POINT: u32 = 128;

/// The text that a Punycode stands for (§6.2), in lower case; at most as long as the code.
pub(super) fn decode(code: &str) -> Option<String> {
    let (basic, extended) = match code.rsplit_once('-') {
        Some((basic, extended)) if !basic.is_empty() => (basic, extended),
        _ => ("", code),
    };
    let mut decoded: Vec<char> = basic.chars().collect();
    let (mut code_point, mut place, mut bias) = (FIRST_CODE_POINT, 0_u32, INITIAL_BIAS);
    let mut digits = extended.bytes().map(digit);
    while let Some(first) = digits.next() {
        let delta = generalized_integer(first?, &mut digits, bias)?;
        let length = u32::try_from(decoded.len()).ok()?.checked_add(1)?;
        bias = adapt(delta, length, decoded.len() == basic.len());
        place = place.checked_add(delta)?;
        code_point = code_point.checked_add(place / length)?;
        place %= length;
        decoded.insert(usize::try_from(place).ok()?, char::from_u32(code_point)?);
        place += 1;
    }
    Some(decoded.into_iter().collect())
}

/// One variable-length integer, whose first digit was taken already (§3.3).
fn generalized_integer(first: u32, digits: &mut impl Iterator<Item = Option<u32>>, bias: u32) -> Option<u32> {
    let (mut value, mut weight, mut digit, mut position) = (0_u32, 1_u32, first, BASE);
    loop {
        value = value.checked_add(digit.checked_mul(weight)?)?;
        let threshold = threshold(position, bias);
        if digit < threshold {
            return Some(value);
        }
        weight = weight.checked_mul(BASE - threshold)?;
        position += BASE;
        digit = digits.next()??;
    }
}

/// The length of a text's Punycode (§6.3), without making it.
pub(super) fn encoded_length(text: &str) -> Option<usize> {
    let n_basic = text.chars().filter(char::is_ascii).count();
    let mut length = if n_basic > 0 { n_basic + 1 } else { 0 };
    let (mut code_point, mut delta, mut bias) = (FIRST_CODE_POINT, 0_u32, INITIAL_BIAS);
    let mut handled = u32::try_from(n_basic).ok()?;
    while let Some(next) = text.chars().map(u32::from).filter(|other| *other >= code_point).min() {
        delta = delta.checked_add((next - code_point).checked_mul(handled + 1)?)?;
        for other in text.chars().map(u32::from) {
            if other < next {
                delta = delta.checked_add(1)?;
            } else if other == next {
                length += n_digits(delta, bias);
                bias = adapt(delta, handled + 1, usize::try_from(handled) == Ok(n_basic));
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        code_point = next + 1;
    }
    Some(length)
}

/// How many digits a delta takes.
fn n_digits(mut delta: u32, bias: u32) -> usize {
    let (mut count, mut position) = (1, BASE);
    loop {
        let threshold = threshold(position, bias);
        if delta < threshold {
            return count;
        }
        delta = (delta - threshold) / (BASE - threshold);
        position += BASE;
        count += 1;
    }
}

fn threshold(position: u32, bias: u32) -> u32 {
    position.saturating_sub(bias).clamp(T_MIN, T_MAX)
}

/// §6.1.
fn adapt(delta: u32, length: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / length;
    let mut bias = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        bias += BASE;
    }
    bias + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

fn digit(byte: u8) -> Option<u32> {
    match byte {
        b'a'..=b'z' => Some(u32::from(byte - b'a')),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 26),
        _ => None,
    }
}
