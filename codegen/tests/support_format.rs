//! Formats: the rules of each defining document, with the cases that implementations get wrong.

use codegen::dialect::{FORMATS, known_format};

#[track_caller]
fn check(name: &str, valid: &[&str], invalid: &[&str]) {
    let Some(format) = known_format(name) else {
        assert_eq!(name, "", "no format is called so");
        return;
    };
    for text in valid {
        assert!((format.is_valid)(text), "{text:?} should be a valid {name}");
    }
    for text in invalid {
        assert!(!(format.is_valid)(text), "{text:?} should be an invalid {name}");
    }
}

#[test]
fn the_table_is_sorted_and_its_examples_are_valid() {
    assert!(FORMATS.is_sorted_by_key(|format| format.name));
    for format in FORMATS {
        let example = format.description.rsplit(' ').next().unwrap_or_default();
        assert!((format.is_valid)(example), "{} is described by {example}", format.name);
    }
}

/// RFC 3339 §5.6 and §5.7.
#[test]
fn timestamps() {
    check(
        "date-time",
        &["1985-04-12T23:20:50.52Z", "1996-12-19t16:39:57-08:00", "1990-12-31T15:59:60-08:00", "0000-02-29T00:00:00z"],
        &[
            "1985-04-12 23:20:50Z",
            "1985-04-12T23:20:50",
            "1985-04-12T23:20:50.Z",
            "1985-04-12T24:00:00Z",
            "1990-12-31T23:59:61Z",
            "1990-12-31T22:59:60Z",
            "1990-02-29T00:00:00Z",
            "1990-02-28T00:00:00+24:00",
            "1990-02-28T00:00:00+00:60",
            "199-002-28T00:00:00Z",
            "1990-02-28T0-:00:00Z",
            "1990-02-28T00:00:00Z ",
            "１990-02-28T00:00:00Z",
            "",
        ],
    );
    check(
        "date",
        &["2000-02-29", "2024-12-31"],
        &["1900-02-29", "2024-13-01", "2024-00-01", "2024-01-00", "20-0-01-01"],
    );
    check("time", &["00:00:00Z", "23:59:60Z", "00:29:60-23:30"], &["23:59:60+01:00", "00:00:00+1:00", "00:00Z"]);
}

/// RFC 3339 Appendix A.
#[test]
fn durations() {
    check(
        "duration",
        &["P1Y", "P1Y2M3DT4H5M6S", "PT36H", "P2W", "P0D", "p1dt1s"],
        &["P", "PT", "P1", "1D", "P1DT", "P1Y1D", "PT1H1S", "P1W1D", "P1D1Y", "P1.5D", "P-1D", "PT1D", "P1DT1HT1M"],
    );
}

/// RFC 5321 §4.1.2 and RFC 6531 §3.3.
#[test]
fn mailboxes() {
    check(
        "email",
        &["a@b", "a+b!#$%@x.org", r#""a \" b"@x.org"#, r#"""@x.org"#, "a@[127.0.0.1]", "a@[IPv6:::1]"],
        &["a", "@b", "a@", ".a@b", "a.@b", "a..b@c", "a b@c", "ä@b", "a@b_c", r#""a"b"@c"#, r#""a\"@b"#, "a@[::1]"],
    );
    check("email", &[], &[&format!("{}@b", "a".repeat(65)), "a@[256.0.0.1]", "a@[127.0.0]", "a@[x:y]"]);
    check("idn-email", &["ä@bücher.example", "실례@실례.테스트"], &["ä", "a@ü_b", "a@-ü"]);
}

/// RFC 1123 §2.1 and RFC 5890.
#[test]
fn host_names() {
    let label = "a".repeat(63);
    let longest = [label.as_str(), &label, &label, &"a".repeat(61)].join(".");
    check(
        "hostname",
        &["localhost", "1.2.3.4", "xn--bcher-kva.example", "r3---sn-5hne6nsz.example", &longest],
        &[
            "",
            ".",
            "a.",
            "a..b",
            "-a",
            "a-",
            "a_b",
            "bücher",
            "xn--X",
            "xn--a",
            &format!("{label}a"),
            &format!("{longest}a"),
        ],
    );
    check(
        "idn-hostname",
        &["bücher.example", "ᎠᏴᎩ", "l·l", "परीक्षा.भारत", "क्‍ष", "בְּדִיקָה", "a。b", "straße", "xn--bcher-kva"],
        &["Bücher", "a·b", "\u{301}a", "ab--ü", "ü-", "\u{200d}a", "אa", "١۱", "a\u{2028}", "\u{1f600}", "ｂ"],
    );
    check("idn-hostname", &[&"ü".repeat(40)], &[&"ü".repeat(64), &format!("{}.", "ü".repeat(20)), "א.1a"]);
}

#[test]
fn addresses() {
    check(
        "ipv4",
        &["0.0.0.0", "255.255.255.255"],
        &["256.0.0.0", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.4 ", "0x1.2.3.4"],
    );
    check(
        "ipv6",
        &["::", "::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4"],
        &["1::2::3", ":::", "12345::", "::1%lo", "[::1]", "1:2:3:4:5:6:7"],
    );
}

/// RFC 3986, RFC 3987 and RFC 6570.
#[test]
fn identifiers() {
    check(
        "uri",
        &["urn:isbn:1", "http://u:p@h:80/p?q#f", "http://[::1]:/", "http://[v1.a:b]", "a:", "file:///a", "x://a@b:"],
        &[
            "",
            "//h",
            "1a:b",
            "http://a b",
            "http://[::1",
            "http://[::1]x",
            "http://h:8o",
            "a:%zz",
            "a:[b]",
            "a:ü",
            "a:b#c#d",
        ],
    );
    check("uri-reference", &["", "?q", "#f", "../a:b", "//h/p", "./a:b"], &["a b", ":a", "1a:b", "#a#b", "\\a"]);
    check("iri", &["http://bücher.example/π?\u{e000}#ρ"], &["π", "http://a/\u{e000}", "http://a/\u{fffe}"]);
    check("iri-reference", &["π", "#π"], &["π π", "\u{7f}"]);
    check(
        "uri-template",
        &["", "{a}", "/{+a,b.c*}{?d:30}", "%41π'", "{%41}"],
        &["{", "}", "{}", "{a:0}", "{a:10000}", "{a,}", "{a*:1}", "%4", "{$a}", "a b"],
    );
    check(
        "uuid",
        &["00000000-0000-0000-0000-000000000000"],
        &["", "00000000-0000-0000-0000-00000000000g", "0000000-00000-0000-0000-000000000000"],
    );
}

#[test]
fn pointers() {
    check("json-pointer", &["", "/", "/a~0b~1c", "/ü/0"], &["a", "/~", "/~2", "#/a"]);
    check(
        "relative-json-pointer",
        &["0", "10/a", "1#", "0+1", "0-0", "0-1#", "1-20/a"],
        &["", "/a", "01", "-1", "1#a", "1a", "0+", "0-01", "0++1", "0+1a", "0+1##", "1\n"],
    );
}

/// ECMA-262 §22.2.1.
#[test]
fn regular_expressions() {
    check(
        "regex",
        &[
            "",
            "a|b*?|(c){2,3}?",
            r"^[\w\-.]+@[^\]\d]$",
            r"(?<year>\d{4})-\k<year>\1",
            r"\p{Lu}\P{Script=Greek}[\p{Any}-]",
            r"(?=a)(?!b)(?<=c)(?<!d)(?:e)",
            r"\u{1F600}\uD83D\uDE00\x41\cA\0",
            r"\/\-\@",
            "[😀-😎]",
            "[^]",
            "[]",
            "a{0000001,2}",
            r"\$\.",
        ],
        &[
            "(",
            ")",
            "[",
            "]",
            "a)",
            "*",
            "a**",
            "(?",
            "(?<a",
            "(?<1>a)",
            "(?<a>b)(?<a>c)",
            r"\k<a>",
            r"\k",
            r"(a)\2",
            "{",
            "a{1",
            "a{2,1}",
            "a{,2}",
            "^*",
            "(?=a)*",
            r"\b+",
            r"\Z",
            r"\a",
            r"\_",
            r"\p{Nope}",
            r"\p{Script}",
            r"\u{110000}",
            r"\u12",
            r"\x4",
            r"\c1",
            r"\01",
            "[b-a]",
            r"[\d-z]",
            r"[a-\w]",
            r"[\1]",
            "(?i:a)",
            r"a\",
        ],
    );
    check("regex", &[&"(".repeat(100_000).replace('(', "(?:a)")], &[&"(".repeat(100_000)]);
}
