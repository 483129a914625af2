//! The first pass: whether every segment is there, whole, in its place, and what the set states.

use crate::name::MAX_SEGMENTS;
use crate::section::{self, Kind, Section};
use crate::stated::{Statements, software};
use crate::table::Table;
use crate::volume::Geometry;
use crate::{Fault, MAX_TROUBLES, Segment, Segments, Stopped, Trouble};

/// So many missing segments in a row are looked past, to find out how far a gap reaches.
const LOOKED_PAST: u32 = 20;

/// What the first pass came to.
#[derive(Default)]
pub(crate) struct Survey {
    pub(crate) geometry: Option<Geometry>,
    pub(crate) stated: Statements,
    pub(crate) software: Option<String>,
    pub(crate) segments: u32,
    pub(crate) troubles: Vec<Trouble>,
    /// Chunks of all tables.
    chunks: u64,
}

/// How a segment ended.
enum Ended {
    GoesOn,
    Done,
    /// It is damaged, and what it said of the next one is not known.
    Unknown,
}

/// Looks at every segment.
pub(crate) fn survey<S: Segments>(set: &S, go_on: &dyn Fn() -> bool) -> Result<Survey, Stopped> {
    let mut survey = Survey::default();
    let mut ended = Ended::GoesOn;
    let mut number = 1;
    while number <= MAX_SEGMENTS {
        if !go_on() {
            return Err(Stopped);
        }
        match (set.open(number), &ended) {
            (Ok(Some(_)), Ended::Done) => {
                survey.note(number, Fault::BehindTheEnd);
                break;
            }
            (Ok(Some(segment)), _) => {
                survey.segments += 1;
                ended = survey.segment(number, &segment);
            }
            (Ok(None), Ended::Done) => break,
            (Ok(None), _) => match next_present(set, number) {
                Some(present) => {
                    (number..present).for_each(|missing| survey.note(missing, Fault::Missing));
                    number = present;
                    continue;
                }
                None => {
                    if matches!(ended, Ended::GoesOn) {
                        survey.note(number, Fault::Missing);
                    }
                    break;
                }
            },
            (Err(error), _) => {
                survey.segments += 1;
                survey.note(number, error.into());
                ended = Ended::Unknown;
            }
        }
        number += 1;
    }
    survey.compare_sizes();
    Ok(survey)
}

fn next_present<S: Segments>(set: &S, missing: u32) -> Option<u32> {
    let to = missing.saturating_add(LOOKED_PAST).min(MAX_SEGMENTS);
    (missing + 1..=to).find(|&number| !matches!(set.open(number), Ok(None)))
}

impl Survey {
    fn note(&mut self, segment: u32, fault: Fault) {
        if self.troubles.len() < MAX_TROUBLES {
            self.troubles.push(Trouble { segment, fault });
        }
    }

    fn segment(&mut self, number: u32, segment: &impl Segment) -> Ended {
        let in_place = match section::number(segment) {
            Ok(found) if found == number => true,
            Ok(found) => {
                self.note(number, Fault::Number { expected: number, found });
                false
            }
            Err(fault) => {
                self.note(number, fault);
                return Ended::Unknown;
            }
        };
        let mut sectors = None;
        let mut faults = Vec::new();
        let walked = section::walk(segment, &mut |section| {
            if let Err(fault) = self.section(section, &mut sectors, number, segment)
                && faults.len() < MAX_TROUBLES
            {
                faults.push(fault);
            }
            Ok(())
        });
        faults.into_iter().for_each(|fault| self.note(number, fault));
        match walked {
            // What another segment says of the end is not said of this place.
            Ok(_) if !in_place => Ended::Unknown,
            Ok(Section { kind: Kind::Done, .. }) => Ended::Done,
            Ok(_) => Ended::GoesOn,
            Err(fault) => {
                self.note(number, fault);
                Ended::Unknown
            }
        }
    }

    fn section(
        &mut self,
        section: &Section,
        sectors: &mut Option<Section>,
        number: u32,
        segment: &impl Segment,
    ) -> Result<(), Fault> {
        match section.kind {
            Kind::Header => {
                let found = software(section, segment)?;
                self.software = self.software.take().or(found);
            }
            Kind::Volume | Kind::Data => {
                let found = Geometry::read(section, segment)?;
                match self.geometry {
                    None if number == 1 && section.kind == Kind::Volume => self.geometry = Some(found),
                    Some(known) if !known.agrees(&found) => return Err(Fault::OtherSet),
                    _ => {}
                }
            }
            Kind::Sectors => *sectors = Some(*section),
            Kind::Table | Kind::TableCopy => {
                let table = Table::read(*section, sectors.as_ref(), segment)?;
                table.check(segment, sectors.is_some())?;
                if section.kind == Kind::Table {
                    self.chunks = self.chunks.saturating_add(table.count());
                }
            }
            Kind::Hash | Kind::Digest | Kind::XmlHash => self.stated.read(section, segment)?,
            Kind::Next | Kind::Done | Kind::Other => {}
        }
        Ok(())
    }

    /// Compares the number of chunks with the media, if nothing else is wrong.
    fn compare_sizes(&mut self) {
        if !self.troubles.is_empty() {
            return;
        }
        let Some(Geometry { media_size, chunk_size, .. }) = self.geometry.filter(|known| known.chunk_size > 0) else {
            return self.note(1, Fault::NoVolume);
        };
        let needed = media_size.div_ceil(chunk_size);
        if self.chunks < needed {
            self.note(self.segments, Fault::Incomplete { decoded: self.chunks * chunk_size, media_size });
        } else if self.chunks > needed {
            self.note(self.segments, Fault::Surplus { media_size });
        }
    }
}
