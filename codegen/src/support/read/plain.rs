//! The characters that a string may hold as they are, looked for eight bytes at a time.

/// The byte `0x01` eight times; times a byte it repeats that byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// How many bytes of a string come before a quote, a backslash or a control character.
#[inline]
pub(in super::super) fn plain_length(bytes: &[u8]) -> usize {
    run_length(bytes, stops, is_plain_byte)
}

/// How many bytes come before a quote.
#[inline]
pub(super) fn unquoted_length(bytes: &[u8]) -> usize {
    let quotes = |chunk: u64| (chunk ^ (EACH * 0x22)).wrapping_sub(EACH) & !(chunk ^ (EACH * 0x22)) & (EACH * 0x80);
    run_length(bytes, quotes, |byte| byte != b'"')
}

/// How many bytes come before the first that is not `inside`, which `stops` marks in a chunk by its highest bit.
#[inline]
fn run_length(bytes: &[u8], stops: impl Fn(u64) -> u64, inside: impl Fn(u8) -> bool) -> usize {
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let stops = stops(u64::from_le_bytes(*chunk));
        if stops != 0 {
            return bytes.len() - rest.len() + (stops.trailing_zeros() / 8) as usize;
        }
        rest = after;
    }
    bytes.len() - rest.len() + rest.iter().take_while(|byte| inside(**byte)).count()
}

/// Whether a string has no quote, backslash or control character.
#[inline]
pub(in super::super) fn is_plain(bytes: &[u8]) -> bool {
    // The last chunk may overlap those before it.
    match (bytes.last_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(last), ..) => {
            let (chunks, _) = bytes.as_chunks::<8>();
            chunks.iter().chain([last]).all(|chunk| stops(u64::from_le_bytes(*chunk)) == 0)
        }
        (None, Some(first), Some(last)) => {
            let high = u64::from(u32::from_le_bytes(*last)) << 32;
            stops(high | u64::from(u32::from_le_bytes(*first))) == 0
        }
        _ => bytes.iter().all(|byte| is_plain_byte(*byte)),
    }
}

fn is_plain_byte(byte: u8) -> bool {
    byte >= b' ' && byte != b'"' && byte != b'\\'
}

/// The highest bit of each byte that ends a run of plain characters; correct up to the first such byte.
///
/// A byte `b` is below `n` if `b - n` borrows. With the bit `0x02` flipped, quotes and control characters, and no
/// others, are below `0x21`. Bytes of longer characters have the highest bit set and are masked out.
#[inline]
fn stops(chunk: u64) -> u64 {
    let quotes_and_controls = (chunk ^ (EACH * 0x02)).wrapping_sub(EACH * 0x21);
    let backslashes = (chunk ^ (EACH * 0x5c)).wrapping_sub(EACH);
    (quotes_and_controls | backslashes) & !chunk & (EACH * 0x80)
}
