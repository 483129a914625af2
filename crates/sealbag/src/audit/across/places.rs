//! One bag at several places: copies, and logs that split.

use std::path::Path;

use sealbag_manifest::store::DiskBag;

use super::{Across, Kind, Tell};
use crate::audit::AuditError;
use crate::audit::compare::{self, Relation, Split};
use crate::audit::fork::{self, Side};
use crate::audit::judge::Judge;
use crate::audit::line::{Kept, KeptLog};

/// One bag at several places: each place goes with a branch of its log, or begins a new one.
pub(super) fn places_of_one_bag(
    judge: &Judge<'_>,
    members: &[(&Kept, KeptLog)],
    tell: &mut Tell<'_>,
) -> Result<(), AuditError> {
    // Of each branch the longest log that was met.
    let mut branches: Vec<(&Kept, KeptLog)> = Vec::new();
    'places: for place in members {
        let mut split = None;
        for branch in &mut branches {
            let pair = [*branch, *place];
            let [first, second] = pair.map(|(kept, _)| kept.path());
            match compare::logs(pair[0], pair[1]) {
                Some(Relation::Same) => {
                    tell(&Across::new(Kind::SecondCopy).bag(place.1.bag).at([first, second]))?;
                    continue 'places;
                }
                Some(Relation::FirstGoesOn) => {
                    tell(&older(pair))?;
                    continue 'places;
                }
                Some(Relation::SecondGoesOn) => {
                    tell(&older([pair[1], pair[0]]))?;
                    *branch = *place;
                    continue 'places;
                }
                Some(Relation::Split(found)) => _ = split.get_or_insert((pair, found)),
                None => {}
            }
        }
        if let Some((pair, Split { index, pages })) = split {
            let [first, second] = pair.map(|(kept, _)| kept.path());
            let sides = [
                Side { place: first, page: &pages[0], is_attributed: is_attributed(judge, first, index) },
                Side { place: second, page: &pages[1], is_attributed: is_attributed(judge, second, index) },
            ];
            let mut found = fork::found(judge.audit.forks, place.1.bag, index, sides);
            found.first = Some(u64::from(index));
            tell(&found.heads(pair.map(|(_, log)| log)))?;
        }
        branches.push(*place);
    }
    Ok(())
}

/// The first goes on where the second ends.
fn older(pair: [(&Kept, KeptLog); 2]) -> Across {
    let [longer, shorter] = pair.map(|(kept, _)| kept.path());
    Across::new(Kind::OlderCopy).bag(pair[0].1.bag).at([longer, shorter]).heads(pair.map(|(_, log)| log))
}

fn is_attributed(judge: &Judge<'_>, bag: &Path, index: u32) -> bool {
    DiskBag::open(bag).is_ok_and(|store| judge.is_attributed(&store, index))
}
