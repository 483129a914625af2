//! The rules against the table of `docs/spec/time.md`, and against an oracle over every combination.

use super::*;

const SPEC: &str = include_str!("../../../../docs/spec/time.md");

fn at(seconds: i64) -> UtcTime {
    UtcTime::from_unix_seconds(seconds).expect("a time")
}

/// The code of each finding, then that of the key, as the page has them.
fn codes(timed: &Timed) -> Vec<&'static str> {
    let of_time = timed.findings.iter().map(|finding| match finding {
        TimeFinding::Contradiction { .. } => "time.contradiction",
        TimeFinding::BackDated { .. } => "time.back_dated",
        TimeFinding::ClockBehind { .. } => "time.clock_behind",
        TimeFinding::EnteredLate { .. } => "time.entered_late",
        TimeFinding::PostDated { .. } => "time.post_dated",
        TimeFinding::ClockAhead { .. } => "time.clock_ahead",
        TimeFinding::AfterKeyEnd { .. } => "time.after_key_end",
        TimeFinding::CompromisedLater { .. } => "time.compromised_later",
    });
    let of_key = timed.key_fault.map(|fault| match fault {
        KeyFault::Outside { .. } => "custody.key_invalid",
        KeyFault::Compromised { .. } => "custody.key_compromised",
    });
    of_time.chain(of_key).collect()
}

#[test]
fn every_row_of_the_table_in_the_spec_holds() {
    let time = |cell: &str| (!cell.is_empty()).then(|| format!("2026-11-24T{cell}Z").parse().expect("a time of day"));
    let table = SPEC.split("| case | claim |").nth(1).expect("the table");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() >= 30, "{} rows", rows.len());
    for row in &rows {
        let [case, claim, late, earliest, latest, from, to, retired, compromised, counts, expected] = row[..] else {
            panic!("a row has eleven cells: {row:?}");
        };
        let claim = Claim {
            time: time(claim).expect("a claim"),
            entry: if late == "yes" { Entry::Late } else { Entry::Prompt },
            attribution: Attribution::Attributed,
        };
        let key = time(from).map(|valid_from| KeyLife {
            valid_from,
            valid_to: time(to),
            retired: time(retired),
            compromised_since: time(compromised),
        });
        let timed = judge(claim, Bounds { earliest: time(earliest), latest: time(latest) }, key.as_ref());
        let expected: Vec<_> = expected.split_whitespace().map(|code| code.trim_matches('`')).collect();
        assert_eq!(codes(&timed), expected, "{case}");
        assert_eq!(timed.is_trusted(), counts == "yes", "{case}");
    }
}

/// One combination, in seconds.
#[derive(Clone, Copy, Debug)]
struct Facts {
    claim: i64,
    late: bool,
    vouched: bool,
    lo: Option<i64>,
    hi: Option<i64>,
    key: Option<Life>,
}

#[derive(Clone, Copy, Debug)]
struct Life {
    from: i64,
    to: Option<i64>,
    retired: Option<i64>,
    stolen: Option<i64>,
}

/// What the page says of a combination, sentence by sentence: the codes in their alphabetical order, and whether T_hi counts.
fn oracle(facts: Facts) -> (Vec<&'static str>, bool) {
    const NEVER: i64 = i64::MAX;
    const ALWAYS: i64 = i64::MIN;
    let Facts { claim, late, vouched, lo, hi, key } = facts;
    let mut said = Vec::new();
    let contradiction = lo.is_some() && hi.is_some() && lo > hi;
    let (lo, hi) = if contradiction { (ALWAYS, NEVER) } else { (lo.unwrap_or(ALWAYS), hi.unwrap_or(NEVER)) };
    if contradiction {
        said.push("time.contradiction");
    }
    if vouched && claim < lo {
        said.push(match (late, claim < lo - 300) {
            (true, _) => "time.entered_late",
            (false, true) => "time.back_dated",
            (false, false) => "time.clock_behind",
        });
    }
    if vouched && claim > hi {
        said.push(if claim > hi + 300 { "time.post_dated" } else { "time.clock_ahead" });
    }
    let mut counts = hi != NEVER;
    if let Some(key) = key {
        let end = key.to.unwrap_or(NEVER).min(key.retired.unwrap_or(NEVER));
        if counts && end <= hi {
            said.push("time.after_key_end");
            counts = false;
        }
        let moment = claim.max(lo);
        let is_inside = key.from <= moment && moment < end;
        let proven_before_theft = counts && key.stolen.is_some_and(|stolen| hi < stolen);
        said.extend(match (is_inside, key.stolen, proven_before_theft) {
            (false, _, _) => Some("custody.key_invalid"),
            (true, None, _) => None,
            (true, Some(_), true) => Some("time.compromised_later"),
            (true, Some(_), false) => Some("custody.key_compromised"),
        });
    }
    said.sort_unstable();
    (said, counts)
}

/// Each of these times, and the seconds beside it, and those at the edge of the tolerance.
fn around(times: &[i64]) -> Vec<i64> {
    let mut all: Vec<_> =
        times.iter().flat_map(|time| [-301, -300, -1, 0, 1, 300, 301].map(|offset| time + offset)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn or_none(times: &[i64]) -> Vec<Option<i64>> {
    times.iter().copied().map(Some).chain([None]).collect()
}

fn check(facts: Facts) {
    let Facts { claim, late, vouched, lo, hi, key } = facts;
    let claim = Claim {
        time: at(claim),
        entry: if late { Entry::Late } else { Entry::Prompt },
        attribution: if vouched { Attribution::Attributed } else { Attribution::Unattributed },
    };
    let life = key.map(|key| KeyLife {
        valid_from: at(key.from),
        valid_to: key.to.map(at),
        retired: key.retired.map(at),
        compromised_since: key.stolen.map(at),
    });
    let timed = judge(claim, Bounds { earliest: lo.map(at), latest: hi.map(at) }, life.as_ref());
    let mut found = codes(&timed);
    found.sort_unstable();
    assert_eq!((found, timed.is_trusted()), oracle(facts), "{facts:?}");
}

/// The life of the key in the tests: from 100,000 to 200,000.
const FROM: i64 = 100_000;
const END: i64 = 200_000;

#[test]
fn claims_and_tokens_at_every_side_of_every_edge_give_what_the_oracle_says() {
    let middle = 150_000;
    let claims = around(&[FROM, middle, END]);
    let tokens = or_none(&around(&[FROM, middle, END]));
    let mut count = 0_u64;
    for (to, retired) in
        [(None, None), (Some(END), None), (None, Some(END)), (Some(END), Some(middle)), (Some(middle), Some(END))]
    {
        for stolen in [None, Some(FROM - 1), Some(middle), Some(END), Some(END + 1)] {
            let key = Some(Life { from: FROM, to, retired, stolen });
            for &claim in &claims {
                for &lo in &tokens {
                    for &hi in &tokens {
                        for late in [false, true] {
                            check(Facts { claim, late, vouched: true, lo, hi, key });
                            count += 1;
                        }
                    }
                }
            }
        }
    }
    assert_eq!(count, 5 * 5 * 21 * 22 * 22 * 2, "every combination was tried");
}

#[test]
fn a_compromise_at_every_side_of_every_token_gives_what_the_oracle_says() {
    let times = around(&[FROM, 150_000, END]);
    for &stolen in &times {
        for hi in or_none(&times) {
            for lo in [None, Some(FROM), Some(150_000)] {
                for to in [None, Some(END)] {
                    let key = Some(Life { from: FROM, to, retired: None, stolen: Some(stolen) });
                    check(Facts { claim: 150_000, late: false, vouched: true, lo, hi, key });
                }
            }
        }
    }
}

#[test]
fn without_a_roster_or_without_anybody_who_vouches_the_oracle_agrees_too() {
    let times = around(&[FROM, 150_000]);
    let key = Life { from: FROM, to: Some(END), retired: None, stolen: None };
    for &claim in &times {
        for lo in or_none(&times) {
            for hi in or_none(&times) {
                for late in [false, true] {
                    for vouched in [false, true] {
                        check(Facts { claim, late, vouched, lo, hi, key: None });
                        check(Facts { claim, late, vouched, lo, hi, key: Some(key) });
                    }
                }
            }
        }
    }
}

#[test]
fn what_nobody_vouches_for_is_not_blamed_for_its_clock() {
    let claim = Claim { time: at(0), entry: Entry::Prompt, attribution: Attribution::Unattributed };
    let timed = judge(claim, Bounds { earliest: Some(at(10_000)), latest: Some(at(20_000)) }, None);
    assert_eq!(timed.findings, []);
}

#[test]
fn only_what_says_nothing_of_the_exhibit_goes_without_a_token() {
    use crate::event::EventType;
    let exempt: Vec<_> = EventType::ALL.iter().filter(|kind| !needs_time(**kind)).map(|kind| kind.name()).collect();
    let mut named: Vec<_> = SPEC
        .split("is not a ")
        .nth(1)
        .expect("step 9")
        .split(", has a T_hi")
        .next()
        .expect("an end")
        .split('`')
        .skip(1)
        .step_by(2)
        .collect();
    named.sort_unstable();
    let mut exempt = exempt;
    exempt.sort_unstable();
    assert_eq!(exempt, named);
    assert_eq!(exempt, ["incident", "object", "timestamp", "verify"]);
}
