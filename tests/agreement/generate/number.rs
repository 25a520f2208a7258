//! Numbers: at the bounds, next to them and far away, in the many spellings of one value.

use codegen::schema::{Keyword, TypeSet};
use codegen::support::Number;

use super::super::choices::Choices;
use super::super::demands::Demands;
use super::super::tree::Tree;
use super::Generator;
use super::decimal::Decimal;

/// Numbers that are worth a try wherever they are allowed.
const USUAL: [&str; 14] = [
    "0",
    "1",
    "-1",
    "2",
    "100",
    "0.5",
    "0.1",
    "12.75",
    "-0.001",
    "4e8",
    "2147483648",
    "-9223372036854775809",
    "9007199254740993",
    "18446744073709551616",
];

/// Numbers that no machine type holds. The judge sees stand-ins, by which it could not tell multiples.
const WIDE: [&str; 6] = [
    "123456789012345678901234567890",
    "0.1234567890123456789012345678901234567890",
    "3.00000000000000000000000001",
    "-1e400",
    "5e-400",
    "1e1000",
];

impl<'w> Generator<'w> {
    pub(super) fn number(&mut self, demands: &Demands<'w>) -> Tree {
        let mut candidates = candidates(demands);
        let below = i128::try_from(self.choices.below(2000)).unwrap_or_default();
        candidates.extend([below.to_string(), format!("0.{below}"), format!("{}.{below}", below % 7)]);
        candidates.retain(|text| is_allowed(demands, text));
        let chosen = self.choices.pick(&candidates).map_or("0", String::as_str);
        Tree::Number(respelled(chosen, &mut self.choices))
    }
}

/// Numbers around what the keywords name.
fn candidates(demands: &Demands<'_>) -> Vec<String> {
    let mut candidates = Vec::new();
    let mut is_divided = false;
    for keyword in demands.keywords() {
        match keyword {
            Keyword::Minimum(bound)
            | Keyword::Maximum(bound)
            | Keyword::ExclusiveMinimum(bound)
            | Keyword::ExclusiveMaximum(bound) => candidates.extend(around(bound)),
            Keyword::MultipleOf(factor) => {
                is_divided = true;
                let factor = Decimal::parse(&factor.to_string());
                candidates.extend(
                    factor.into_iter().flat_map(|factor| [1, 2, 3, 7, -1, 1000].map(|n| factor.times(n).to_string())),
                );
            }
            _ => {}
        }
    }
    candidates.extend(USUAL.map(str::to_owned));
    if !is_divided {
        candidates.extend(WIDE.map(str::to_owned));
    }
    candidates
}

fn around(bound: &Number) -> Vec<String> {
    let spelled = bound.to_string();
    let near = Decimal::parse(&spelled).into_iter().flat_map(|decimal| {
        let fine = decimal.finer().finer();
        [decimal.plus(1), decimal.plus(-1), fine.plus(1), fine.plus(-1)].map(|decimal| decimal.to_string())
    });
    std::iter::once(spelled.clone()).chain(near).collect()
}

fn is_allowed(demands: &Demands<'_>, text: &str) -> bool {
    let Some(number) = Number::parse(text) else { return false };
    let is_whole_enough = demands.types().contains(TypeSet::NUMBER) || number.is_integer();
    is_whole_enough
        && demands.keywords().all(|keyword| match keyword {
            Keyword::Minimum(bound) => number >= *bound,
            Keyword::Maximum(bound) => number <= *bound,
            Keyword::ExclusiveMinimum(bound) => number > *bound,
            Keyword::ExclusiveMaximum(bound) => number < *bound,
            Keyword::MultipleOf(factor) => number.view().is_multiple_of(factor.view()),
            _ => true,
        })
}

/// Another spelling of the same value, or the same one.
pub(super) fn respelled(text: &str, choices: &mut Choices<'_>) -> String {
    let is_plain = !text.contains(['e', 'E']);
    let is_whole = is_plain && !text.contains('.');
    match choices.below(12) {
        8 if is_whole => format!("{text}.0"),
        9 if is_whole => format!("{text}e0"),
        9 if is_plain => format!("{text}000"),
        10 if is_whole && text != "0" => format!("{text}00.00E-2"),
        10 if is_plain => format!("{text}e+00"),
        11 if text == "0" => "-0".to_owned(),
        11 if is_whole && text.ends_with('0') => {
            text.strip_suffix('0').map_or_else(String::new, |rest| format!("{rest}E1"))
        }
        _ => text.to_owned(),
    }
}
