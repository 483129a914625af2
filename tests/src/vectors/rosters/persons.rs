//! One key is one person: whoever is named with one key in two rosters has all keys of both.

use super::{breaks, holds, naming};
use crate::vectors::Vector;
use crate::vectors::anchors::Anchors;
use crate::vectors::log::{Event, Log, digest, place};
use crate::vectors::people::{Person, authority, authority_abroad, authority_overseas, lab, officer, person, thief};
use crate::vectors::roster::Roster;

/// The same key under the id that a roster abroad gives.
fn guest(whose: &Person) -> Person {
    Person { id: "guest-officer".to_owned(), ..whose.clone() }
}

/// A third key, which the officer of one roster has.
fn third_key() -> Person {
    person("officer, third key", "Test Officer")
}

/// The officer with one key.
fn home() -> Roster {
    Roster::of(&authority(), 1).person(&officer(), &["investigator"]).person(&lab(), &["expert"])
}

/// The officer with the same key and a second one, under another id.
fn abroad() -> Roster {
    Roster::of(&authority_abroad(), 1)
        .person(&guest(&officer()), &["investigator"])
        .key(&guest(&officer().with_second_key()), &["investigator"])
}

/// Rosters with the keys of their authorities, in their order.
fn given(rosters: &[(&str, &Roster)]) -> Anchors {
    rosters.iter().fold(Anchors::default(), |anchors, (name, roster)| {
        anchors.authority(&roster.authority).roster(&format!("roster-{name}"), roster)
    })
}

/// Both rosters.
fn both() -> Anchors {
    given(&[("one-key-home", &home()), ("one-key-abroad", &abroad())])
}

/// Both rosters, the one from abroad first.
fn abroad_first() -> Anchors {
    given(&[("one-key-abroad", &abroad()), ("one-key-home", &home())])
}

/// The event names this roster.
fn under(event: Event, roster: &Roster) -> Event {
    event.with("roster", "authority", roster.authority.line()).with("roster", "version", 1).with(
        "roster",
        "sha256",
        digest(&roster.file()),
    )
}

/// An event by somebody, under a roster if one is given.
fn event(log: Log, kind: &str, by: &Person, roster: Option<&Roster>) -> Log {
    log.then_with(|log| {
        let event = log.event(kind, by);
        roster.map_or_else(|| event.clone(), |roster| under(event.clone(), roster))
    })
}

fn released(to: &Person, roster: Option<&Roster>) -> Log {
    Log::new().then_with(|log| {
        let event = log.event("release", &officer()).to(to);
        roster.map_or_else(|| event.clone(), |roster| under(event.clone(), roster))
    })
}

fn own_countersignature() -> Vec<Vector> {
    let (home, abroad) = (home(), abroad());
    let own = [("custody.own_countersignature", &place(1)[..])];
    let by_other_id = |roster: Option<&Roster>| event(Log::new(), "countersign", &officer(), roster);
    let named_abroad = naming(&authority_abroad(), 1, &digest(&abroad.file()));
    let rule = "nobody countersigns an event of their own, whichever roster is named";
    let second = officer().with_second_key();
    let two_keys = event(Log::new(), "countersign", &second, Some(&abroad));
    vec![
        breaks("one-key-countersigns-under-the-other", rule, by_other_id(Some(&abroad)), both(), &own),
        breaks("one-key-countersigns-under-the-other-first", rule, by_other_id(Some(&home)), abroad_first(), &own),
        breaks("one-key-countersigns-a-seal-under-the-other", rule, by_other_id(None), both(), &own),
        breaks(
            "one-key-countersigns-a-seal-that-names-the-other",
            rule,
            event(named_abroad, "countersign", &officer(), Some(&home)),
            both(),
            &own,
        ),
        breaks("one-person-countersigns-with-a-second-key", rule, two_keys.clone(), both(), &own),
        breaks("one-person-countersigns-with-a-second-key-abroad-first", rule, two_keys, abroad_first(), &own),
    ]
}

fn self_transfer() -> Vec<Vector> {
    let (second, third) = (officer().with_second_key(), third_key());
    let double = |key: &Person| Person { id: "double".to_owned(), ..key.clone() };
    let visitor = |key: &Person| Person { id: "visitor".to_owned(), ..key.clone() };
    // The officer's key and a third one are one person abroad; the third and the second one are another id at home.
    let linked_home = home().person(&double(&third), &["investigator"]).key(&double(&second), &["investigator"]);
    let linked_abroad = Roster::of(&authority_abroad(), 1)
        .person(&guest(&officer()), &["investigator"])
        .key(&guest(&third), &["investigator"]);
    let overseas = Roster::of(&authority_overseas(), 1)
        .person(&visitor(&third), &["investigator"])
        .key(&visitor(&second), &["investigator"]);
    let found = [("custody.self_transfer", &place(1)[..])];
    let (rule, row) = ("a shared key makes two ids one person", "one person, also through further keys");
    let (home, abroad) = (home(), abroad());
    let to_second = |roster| released(&second, roster);
    let third_home = [("one-key-home", &home), ("third-key-abroad", &linked_abroad), ("third-key-overseas", &overseas)];
    let mut backwards = third_home;
    backwards.reverse();
    vec![
        breaks("one-person-releases-to-a-second-key", rule, to_second(None), both(), &found),
        breaks("one-person-releases-to-a-second-key-abroad-first", rule, to_second(None), abroad_first(), &found),
        breaks("one-person-releases-under-the-other", rule, to_second(Some(&abroad)), both(), &found),
        breaks("one-person-releases-under-the-first", rule, to_second(Some(&home)), both(), &found),
        breaks(
            "one-person-by-a-third-key",
            row,
            to_second(None),
            given(&[("third-key-home", &linked_home), ("third-key-abroad", &linked_abroad)]),
            &found,
        ),
        breaks(
            "one-person-by-a-third-key-abroad-first",
            row,
            to_second(Some(&linked_home)),
            given(&[("third-key-abroad", &linked_abroad), ("third-key-home", &linked_home)]),
            &found,
        ),
        breaks("one-person-of-three-rosters", row, to_second(None), given(&third_home), &found),
        breaks("one-person-of-three-rosters-backwards", row, to_second(None), given(&backwards), &found),
    ]
}

fn stands() -> Vec<Vector> {
    let second = officer().with_second_key();
    let abroad = abroad();
    let corrected = [("custody.corrected", &place(1)[..])];
    let correction = |by: &Person, roster| event(Log::new(), "correct", by, roster);
    let stored = |by: &Person, roster| event(Log::new(), "store", by, roster);
    let (author, holder) = ("the author corrects under any of their ids", "the holder acts under any of their ids");
    let handed_back =
        released(&lab(), None).then("accept", &lab()).then_with(|log| log.event("release", &lab()).to(&second));
    vec![
        holds("one-person-corrects-under-the-other", author, correction(&officer(), Some(&abroad)), both(), &corrected),
        holds("one-person-corrects-with-a-second-key", author, correction(&second, None), both(), &corrected),
        holds(
            "one-person-corrects-with-a-second-key-abroad-first",
            author,
            correction(&second, Some(&abroad)),
            abroad_first(),
            &corrected,
        ),
        holds("one-person-holds-under-the-other", holder, stored(&officer(), Some(&abroad)), both(), &[]),
        holds("one-person-holds-with-a-second-key", holder, stored(&second, None), both(), &[]),
        holds("one-person-holds-with-a-second-key-abroad-first", holder, stored(&second, None), abroad_first(), &[]),
        holds(
            "one-person-releases-with-a-second-key",
            holder,
            Log::new().then_with(|log| log.event("release", &second).to(&lab())).then("accept", &lab()),
            both(),
            &[],
        ),
        holds(
            "one-person-accepts-with-a-second-key",
            holder,
            event(handed_back, "accept", &second, Some(&abroad)).then("store", &officer()),
            both(),
            &[],
        ),
    ]
}

/// Who is not one person.
fn apart() -> Vec<Vector> {
    let to_thief =
        |by: &Person| Log::new().then_with(|log| log.event("release", by).to(&thief())).then("accept", &thief());
    let same_id = Roster::of(&authority_abroad(), 1).person(&Person { id: officer().id, ..thief() }, &["courier"]);
    let second = officer().with_second_key();
    let stranger = Person { id: "double".to_owned(), ..second.clone() };
    let later = |roster: Roster| roster.with("", "version", 2).with("", "previous", digest(b"the version before"));
    let once_one = home().key(&second, &["investigator"]);
    let now_two = later(home()).person(&stranger, &["investigator"]);
    vec![
        holds(
            "one-id-of-two-authorities",
            "an id says nothing outside its roster",
            to_thief(&officer()),
            given(&[("one-key-home", &home()), ("one-id-abroad", &same_id)]),
            &[],
        ),
        holds(
            "one-person-by-an-earlier-version",
            "a version that is not used joins nobody",
            released(&second, None).then("accept", &second),
            Anchors::default()
                .authority(&authority())
                .roster("roster-once-one", &once_one)
                .roster("roster-now-two", &now_two),
            &[],
        ),
    ]
}

pub(super) fn one_person() -> impl Iterator<Item = Vector> {
    [own_countersignature(), self_transfer(), stands(), apart()].into_iter().flatten()
}
