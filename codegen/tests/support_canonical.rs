//! The canonical form against the examples of RFC 8785, and what it must refuse.

#![cfg(test)]

use codegen::support::Json;

fn canonical(text: &str) -> String {
    text.parse::<Json>().unwrap().canonical().unwrap()
}

#[test]
fn the_example_of_section_3_2_2_has_the_form_that_the_section_shows() {
    let text = r#"{
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
    }"#;
    let expected = r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#;
    let expected = format!("{expected}{}", r#""string":"€$\u000f\nA'B\"\\\\\"/"}"#);
    assert_eq!(canonical(text), expected);
}

#[test]
fn members_are_sorted_by_utf_16_code_units() {
    let text = r#"{"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7}"#;
    assert_eq!(canonical(text), "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{fb33}\":3}");
}

#[test]
fn numbers_are_those_of_appendix_b() {
    let cases = [
        (0x0000_0000_0000_0001, "5e-324"),
        (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
        (0x4340_0000_0000_0000, "9007199254740992"),
        (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
        (0x44b5_2d02_c7e1_4af6, "1e+23"),
        (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
        (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
        (0x444b_1ae4_d6e2_ef50, "1e+21"),
        (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
        (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
        (0x41b3_de43_5555_5553, "333333333.3333332"),
        (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
    ];
    for (bits, expected) in cases {
        let text = format!("{:e}", f64::from_bits(bits));
        assert_eq!(canonical(&text), expected);
    }
}

#[test]
fn what_a_double_cannot_say_has_no_canonical_form() {
    let fractions = ["0.1000000000000000055511151231257827", "333333333.333333291", "-1.00000000000000001"];
    for text in ["9007199254740993", "-12345678901234567e5", "1e400", "1.5e-400"].iter().chain(&fractions) {
        assert!(text.parse::<Json>().unwrap().canonical().is_err(), "{text}");
    }
    for (text, expected) in
        [("0.1", "0.1"), ("-0", "0"), ("-0.0e5", "0"), ("100", "100"), ("1.0", "1"), ("0.10000000000000001", "0.1")]
    {
        assert_eq!(canonical(text), expected);
    }
}
