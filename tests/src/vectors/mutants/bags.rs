//! Random seals, rosters and anchors.

use super::super::anchors::Anchors;
use super::super::dice::Dice;
use super::super::draft::Parts;
use super::super::log::{Log, after, digest};
use super::super::people::{Person, authority, authority_abroad, authority_overseas, officer, second, thief};
use super::super::previous;
use super::super::roster::Roster;
use super::changes::flip;
use super::events::{everybody, extend, put_tokens};

/// Roles that a random key may have; one of them no page knows.
const ROLES: [&str; 9] =
    ["investigator", "inquirer", "specialist", "expert", "custodian", "courier", "prosecutor", "court", "librarian"];

/// What a verifier may be asked about.
pub(super) struct Scene {
    /// The bag.
    pub(super) log: Log,
    /// The bag that it follows from.
    source: Option<Log>,
    /// The rosters that there are.
    rosters: Vec<Roster>,
}

/// A bag with a log, or the last of a row of them.
pub(super) fn random(dice: &mut Dice<'_>) -> Scene {
    let rosters: Vec<Roster> = (0..4).map(|number| roster(dice, number)).collect();
    let mut log = first(dice, &rosters);
    if !dice.chance(22) {
        return Scene { log, source: None, rosters };
    }
    let mut row = vec![];
    let mut is_planted = false;
    for _ in 0..*dice.pick(&[1, 1, 2, 2, 3]) {
        is_planted ^= dice.chance(25);
        let next = following(dice, &log, is_planted, &rosters);
        row.push(std::mem::replace(&mut log, next));
    }
    let source = Some(dice.pick(&row).clone());
    Scene { log, source, rosters }
}

/// A bag that follows from another, with the usual list or another one.
fn following(dice: &mut Dice<'_>, source: &Log, is_planted: bool, rosters: &[Roster]) -> Log {
    let relation = *dice.pick(&["copy", "copy", "copy", "copy", "disclosure", "redaction", "reseal", "derived"]);
    let mut parts = Parts { time: after(0, 0), ..previous::parts(source, relation) };
    if is_planted {
        parts = previous::with_other_list(parts);
    }
    if dice.chance(90) {
        previous::put_proof(&mut parts, relation);
    }
    if dice.chance(12) {
        let carried: Vec<String> =
            parts.tags.keys().filter(|path| path.starts_with("seal/previous/")).cloned().collect();
        let path = dice.pick(&carried).clone();
        if dice.chance(50) {
            parts.tags.remove(&path);
        } else if let Some(content) = parts.tags.get_mut(&path) {
            flip(dice, content);
        }
    }
    let mut next = Log::seal(parts);
    extend(dice, &mut next, &officer(), rosters);
    next
}

/// A bag that follows from no other.
fn first(dice: &mut Dice<'_>, rosters: &[Roster]) -> Log {
    let sealer = match dice.below(10) {
        0 => dice.pick(&everybody()).clone(),
        _ => officer(),
    };
    let mut parts = Parts { signer: sealer.clone(), ..Parts::small() };
    for person in [second(), dice.pick(&everybody()).clone()] {
        let line = person.line();
        if dice.chance(15) && line != sealer.line() && !parts.after_signer.contains(&line) {
            parts.after_signer += &format!("\n[[cosigner]]\nname = \"{}\"\nkey = \"{line}\"\n", person.name);
        }
    }
    if dice.chance(25) {
        let roster = dice.pick(rosters);
        let version = dice.between(1, 3);
        let sha256 = if dice.chance(70) { digest(&roster.file()) } else { digest(b"another roster") };
        let key = roster.authority.line();
        parts.after_signer +=
            &format!("\n[roster]\nauthority = \"{key}\"\nversion = {version}\nsha256 = \"{sha256}\"\n");
    }
    if dice.chance(40) {
        parts.tags.insert("seal/roster.txt".to_owned(), dice.pick(rosters).file());
    }
    let mut log = Log::seal(parts);
    extend(dice, &mut log, &sealer, rosters);
    if dice.chance(40) {
        put_tokens(dice, &mut log);
    }
    log
}

/// A roster: the first is the authority's, the second a later version of it, the others of other authorities.
fn roster(dice: &mut Dice<'_>, number: usize) -> Roster {
    let issuers = [(authority(), 1), (authority(), 2), (authority_abroad(), 1), (authority_overseas(), 1)];
    let (authority, version) = issuers[number].clone();
    let authority = if dice.chance(4) { thief() } else { authority };
    let mut roster = Roster::of(&authority, version);
    let generous = dice.chance(60);
    let mut named: Vec<String> = vec![];
    for person in everybody() {
        if !dice.chance(if number >= 2 { 40 } else { 85 }) {
            continue;
        }
        let person = rename(dice, number, person);
        if !named.contains(&person.id) {
            roster = roster.named(&person);
            named.push(person.id.clone());
        }
        let mut roles: Vec<&str> =
            ROLES.iter().copied().filter(|_| dice.chance(if generous { 85 } else { 30 })).collect();
        if roles.is_empty() {
            roles.push("expert");
        }
        roster = limit(dice, roster.key(&person, &roles));
    }
    distort(dice, roster)
}

/// The key under another id: another authority may say of keys that they are one person's, or of one person's that they are not.
fn rename(dice: &mut Dice<'_>, number: usize, person: Person) -> Person {
    if number >= 2 && dice.chance(60) {
        Person { id: format!("guest-{}", dice.below(4)), ..person }
    } else if dice.chance(5) {
        Person { id: "double".to_owned(), ..person }
    } else {
        person
    }
}

/// Perhaps limits the last key.
fn limit(dice: &mut Dice<'_>, roster: Roster) -> Roster {
    let time = after(dice.between(-60, 400), dice.between(-1, 1));
    match dice.below(30) {
        0 => roster.with("key", "valid_from", time),
        1 => roster.with("key", "valid_to", time),
        2 => roster.with("key", "retired", time),
        3 => roster.with("key", "compromised_since", time),
        4 => roster.with("key", "retired", "2026-11-29T00:00:00Z"),
        5 => roster.with("key", "valid_to", "2026-11-29T00:00:00Z").with("", "issued", "2026-11-30T00:00:00Z"),
        _ => roster,
    }
}

/// Perhaps breaks a rule of form.
fn distort(dice: &mut Dice<'_>, roster: Roster) -> Roster {
    match dice.below(60) {
        0 => roster.with("", "version", 0),
        1 => roster.with("", "version", 3),
        2 => roster.key(&officer(), &["expert"]),
        3 => roster.with("key", "roles", &["judge", "judge"][..]),
        4 => Roster { authority: thief(), ..roster },
        5 => roster.with("", "previous", digest(b"the version before")),
        6 => roster.named(&Person { id: "Upper".to_owned(), ..second() }),
        _ => roster,
    }
}

/// What the verifiers are given.
pub(super) fn anchors(dice: &mut Dice<'_>, name: &str, scene: &Scene) -> Anchors {
    let Scene { log, source, rosters } = scene;
    // What was brought may be that of the bag before.
    let log = source.as_ref().filter(|_| dice.chance(40)).unwrap_or(log);
    let mut anchors = Anchors::default();
    let kind = dice.below(10);
    if kind < 5 {
        let mut authorities = vec![authority()];
        let (has_abroad, has_overseas) = (dice.chance(50), dice.chance(25));
        authorities.extend(has_abroad.then(authority_abroad));
        authorities.extend(has_overseas.then(authority_overseas));
        if dice.chance(40) {
            authorities.reverse();
        }
        anchors = authorities.iter().fold(anchors, Anchors::authority);
        for (number, roster) in rosters.iter().enumerate() {
            let wanted = match number {
                0 => dice.chance(75),
                1 => dice.chance(30),
                _ => [has_abroad, has_overseas][number - 2] && dice.chance(85) || dice.chance(3),
            };
            if wanted {
                anchors = anchors.roster(&format!("{name}.roster-{number}"), roster);
            }
        }
    }
    if (5..8).contains(&kind) || dice.chance(10) {
        let signer = if dice.chance(92) { officer() } else { thief() };
        anchors = anchors.signer(&signer);
        if dice.chance(40) {
            anchors = anchors.signer(&second());
        }
    }
    if kind == 8 || dice.chance(8) {
        anchors = anchors.seal_hash(&if dice.chance(85) { log.seal.clone() } else { digest(b"another seal") });
    }
    if kind == 9 && dice.chance(70) || dice.chance(15) {
        let index = dice.below(log.events.len());
        anchors = anchors.receipt(&format!("{name}.receipt"), log.receipt(index));
    }
    anchors
}
