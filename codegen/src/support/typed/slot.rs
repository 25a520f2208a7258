//! What an object's members are read into and listed from, by their kinds: required, optional or nullable.

/// When a member's slot has what the struct needs, what becomes of it, how the member's field is listed, and
/// what collects the members without a field.
macro_rules! slot {
    (further) => {
        support::AnyFurther::new()
    };
    (further $value:ty) => {
        support::MapBuilder::<$value>::new()
    };
    (full required $slot:ident) => {
        Some($slot)
    };
    (full $kind:ident $slot:ident) => {
        $slot
    };
    (is_there required $slot:expr) => {
        $slot.is_some()
    };
    (is_there $kind:ident $slot:expr) => {
        true
    };
    (take nullable $slot:ident) => {
        support::Maybe::from($slot)
    };
    (take $kind:ident $slot:ident) => {
        $slot
    };
    (list required $name:literal $field:expr, $sink:ident) => {
        $sink.member($name, &$field)?
    };
    (list optional $name:literal $field:expr, $sink:ident) => {
        $sink.optional($name, $field.as_ref())?
    };
    (list nullable $name:literal $field:expr, $sink:ident) => {
        $sink.maybe($name, &$field)?
    };
}
pub(crate) use slot;
