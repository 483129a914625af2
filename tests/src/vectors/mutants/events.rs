//! Random events: mostly such as could follow, some as they never may.

use super::super::custody::TYPES;
use super::super::dice::Dice;
use super::super::log::{Event, Log, TOKEN, after, digest, place};
use super::super::page::{Value, field, page};
use super::super::people::{Person, authority, authority_abroad, custodian, lab, officer, prosecutor, second, thief};
use super::super::roster::Roster;
use super::super::sshsig::{EVENT, ROSTER, SEAL};

/// Everybody who signs.
pub(super) fn everybody() -> Vec<Person> {
    vec![officer(), second(), lab(), custodian(), prosecutor(), thief(), officer().with_second_key()]
}

/// What a log looks like to somebody who means well.
struct Sight {
    holder: Person,
    recipient: Option<Person>,
    state: &'static str,
}

/// Adds random events to a log. Event 0 was signed by `sealer`.
pub(super) fn extend(dice: &mut Dice<'_>, log: &mut Log, sealer: &Person, rosters: &[Roster]) {
    let mut sight = Sight { holder: sealer.clone(), recipient: None, state: "held" };
    // So many in a hundred events are thrown without a look at the state.
    let wildness = *dice.pick(&[0, 0, 0, 5, 12]);
    for _ in 0..dice.below(13) {
        let wild = dice.chance(wildness);
        let (kind, actor) =
            if wild { (*dice.pick(&TYPES), dice.pick(&everybody()).clone()) } else { follow(dice, &sight) };
        let mut event = log.event(kind, &actor);
        if ["release", "export"].contains(&kind) {
            let to = dice.pick(&everybody()).clone();
            event = event.to(&to);
            sight.recipient = Some(to);
        }
        event = colour(dice, event, log, rosters);
        if wild || dice.chance(wildness / 2) {
            event = distort(dice, event, log);
        }
        move_on(&mut sight, kind, &actor);
        let bytes = log.page(event.clone());
        if dice.chance(wildness / 3) {
            let bytes = reword(dice, &bytes, &event.signer);
            log.append(bytes);
        } else {
            log.add(event);
        }
    }
}

/// A type and an actor that fit what is seen.
fn follow(dice: &mut Dice<'_>, sight: &Sight) -> (&'static str, Person) {
    const ASIDE: [&str; 5] = ["object", "incident", "countersign", "timestamp", "verify"];
    const HELD: [&str; 16] = [
        "release",
        "release",
        "release",
        "export",
        "store",
        "access",
        "copy",
        "redact",
        "examine_start",
        "examine_start",
        "open",
        "disclose",
        "correct",
        "hold",
        "unhold",
        "refuse_to_sign",
    ];
    let holder = sight.holder.clone();
    if dice.chance(20) {
        return (*dice.pick(&ASIDE), dice.pick(&everybody()).clone());
    }
    match (sight.state, &sight.recipient) {
        ("in_transit", Some(recipient)) => match dice.below(10) {
            0 => ("refuse", recipient.clone()),
            1 => ("cancel", holder),
            _ => ("accept", recipient.clone()),
        },
        ("opened", _) => (*dice.pick(&["reseal", "reseal", "access"]), holder),
        ("under_examination", _) => (*dice.pick(&["examine_end", "examine_end", "copy", "access", "disclose"]), holder),
        ("ended", _) => (*dice.pick(&["object", "verify", "correct"]), holder),
        _ if dice.chance(6) => (*dice.pick(&["return", "dispose"]), holder),
        _ => {
            let kind = *dice.pick(&HELD);
            let actor = if ["hold", "unhold"].contains(&kind) && dice.chance(70) { prosecutor() } else { holder };
            (kind, actor)
        }
    }
}

fn move_on(sight: &mut Sight, kind: &str, actor: &Person) {
    sight.state = match kind {
        "release" | "export" => "in_transit",
        "open" => "opened",
        "examine_start" => "under_examination",
        "return" | "dispose" | "reseal" => "ended",
        "accept" => {
            sight.holder = actor.clone();
            "held"
        }
        "refuse" | "cancel" | "examine_end" => "held",
        _ => return,
    };
}

/// Adds what an event may say.
fn colour(dice: &mut Dice<'_>, mut event: Event, log: &Log, rosters: &[Roster]) -> Event {
    let minutes = 30 * i64::try_from(log.events.len()).expect("a small number");
    event = match dice.below(20) {
        0 => event.at(&after(minutes - 30, -dice.between(1, 300))),
        1 => event.at(&after(minutes - dice.between(60, 600), 0)).with("", "late_reason", "no power"),
        2 => event.with("", "late_reason", "written down first"),
        3 => event.at(&after(minutes + dice.between(0, 300), 0)),
        _ => event,
    };
    if event.record.has_table("verified") && dice.chance(20) {
        let outcome = *dice.pick(&["confirmed", "violated", "undetermined"]);
        event = event.with("verified", "outcome", outcome);
    }
    if event.record.has_table("refusal") && dice.chance(50) {
        event = event.with("refusal", "key", dice.pick(&everybody()).line());
    }
    if event.record.has_table("incident") {
        event =
            event.with("incident", "kind", *dice.pick(&["loss", "mismatch", "key_compromise", "physical_seal_broken"]));
    }
    if dice.chance(15) {
        event = name_roster(dice, event, rosters);
    }
    if ["\"countersign\"", "\"object\""].contains(&event.record.value("", "type").unwrap_or_default())
        && dice.chance(60)
    {
        let index = dice.below(log.events.len());
        event = event.about(&log.hash(index));
    }
    if event.record.has_table("correction") && dice.chance(50) {
        event.record.strike_table("correction");
        let index = dice.below(log.events.len());
        event.record.push("correction", log.correction(index));
    }
    if event.record.has_table("token") && dice.chance(50) {
        event.record.strike_table("token");
        let index = dice.below(log.events.len());
        let numbers = [field("index", index as u64), field("number", 1 + dice.below(2) as u64)];
        let digests = [field("event", log.hash(index)), field("sha256", digest(TOKEN))];
        event.record.push("token", numbers.into_iter().chain(digests).collect());
    }
    event
}

/// Names a roster: one that the verifier may have, or none that there is.
fn name_roster(dice: &mut Dice<'_>, event: Event, rosters: &[Roster]) -> Event {
    let roster = dice.pick(rosters);
    let known = dice.chance(50);
    let version = if known { roster.record.value("", "version").unwrap_or("1").to_owned() } else { "2".to_owned() };
    let authority = dice.pick(&[roster.authority.clone(), authority(), authority_abroad()]).line();
    let sha256 = if known { digest(&roster.file()) } else { digest(b"another roster") };
    event
        .with("roster", "authority", authority)
        .with("roster", "version", Value(version))
        .with("roster", "sha256", sha256)
}

/// Changes a field of an event before it is signed.
fn distort(dice: &mut Dice<'_>, event: Event, log: &Log) -> Event {
    let index = dice.below(log.events.len());
    let other = dice.pick(&everybody()).clone();
    match dice.below(16) {
        0 => event.about(&log.hash(index)),
        1 => event.about(&digest(b"no event")),
        2 => event.with("verified", "outcome", "confirmed").with("verified", "root", digest(b"another tree")),
        3 => {
            let time = *dice.pick(&["2020-01-01T00:00:00Z", "2031-01-01T00:00:00Z", "2026-11-23T08:12:43Z"]);
            event.at(time)
        }
        4 => Event { signer: other, ..event },
        5 => event.with("actor", "key", other.line()),
        6 => event.with("", "prev", log.hash(index)),
        7 => event.with("", "index", dice.below(12) as u64),
        8 => event.with("", "seal", digest(b"another seal")),
        9 => event.with("", "bag", "ffeeddccbbaa99887766554433221100"),
        10 => event.to(&other),
        11 => event.with("refusal", "reason", "none").with("refusal", "person", "A. Witness"),
        12 => {
            let table = *dice.pick(&["verified", "to", "output", "order", "refusal", "present", "actor", "correction"]);
            event.without_table(table)
        }
        13 => {
            let key = *dice.pick(&["ref", "time", "purpose", "remarks", "prev", "type"]);
            event.without("", key)
        }
        14 => event.with("", "type", *dice.pick(&["renew", "teleport", "Accept", "seal"])),
        _ => event.with("", "format", *dice.pick(&["sealbag/event/v2", "sealbag/seal/v1", "other/thing"])),
    }
}

/// Changes the text of a record and signs it again, as a program with a mistake would.
pub(super) fn reword(dice: &mut Dice<'_>, bytes: &[u8], signer: &Person) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let record = text.split("-----BEGIN").next().unwrap_or_default();
    let mut lines: Vec<String> = record.split('\n').map(str::to_owned).collect();
    let at = dice.below(lines.len());
    match dice.below(8) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => {
            let other = dice.below(lines.len());
            lines.swap(at, other);
        }
        3 => lines[at].push(' '),
        4 => lines.insert(at, String::new()),
        5 => lines[at] = lines[at].replacen('"', "'", 2),
        6 => lines.insert(at, (*dice.pick(&["colour = \"red\"", "# a remark", "[weather]", "\u{202e}"])).to_owned()),
        _ => lines[at] = lines[at].to_uppercase(),
    }
    let namespace = if dice.chance(90) { EVENT } else { *dice.pick(&[SEAL, ROSTER]) };
    page(&lines.join("\n"), namespace, signer)
}

/// Puts the tokens into the bag that the log lists, but for a few.
pub(super) fn put_tokens(dice: &mut Dice<'_>, log: &mut Log) {
    for index in 0..log.events.len() {
        for number in 1..=2 {
            if dice.chance(if number == 1 { 60 } else { 20 }) && dice.chance(40) {
                let token = if dice.chance(85) { TOKEN } else { b"another" };
                let stem = place(index);
                log.bag.put(&format!("{}.{number}.tsr", stem.trim_end_matches(".txt")), token);
            }
        }
    }
}
