//! The long part: walk, read, copy, write the list.

use std::sync::atomic::{AtomicBool, Ordering};

use sealbag_custody::seal_record::SealRecord;
use sealbag_manifest::hash::{Algorithms, ExtraAlgorithms};
use sealbag_manifest::pipeline::{self, JobSender, Limits};
use sealbag_manifest::source::{CopyTo, Examiner, Found, LinkGroups, Payload, Scratch, Source};

use super::image::Images;
use super::journal::{Known, Record};
use super::marks::MarkFiles;
use super::partial::Partial;
use super::writer::{Looked, Writer};
use super::{OnUnreadable, SealError, Sealed, Surroundings, draft, finish, leftovers};
use crate::progress::Phase;

/// Reads everything, then finishes the bag.
pub(super) fn run(
    partial: &Partial,
    source: &Source,
    mut draft: SealRecord,
    extra: ExtraAlgorithms,
    unreadable: OnUnreadable,
    surroundings: &Surroundings<'_>,
) -> Result<Sealed, SealError> {
    let copies = draft::copies(&draft);
    // An interrupted run may have come as far as the signature; the list is made anew.
    partial.remove(sealbag_manifest::layout::SEAL)?;
    let mut known = Known::open(partial, unreadable);
    let mut writer = Writer::create(partial, &draft)?;
    surroundings.progress.phase(Phase::Sealing, None, source.known_size());
    let stop = AtomicBool::new(false);
    let marks = MarkFiles::of(partial);
    let examiner = Examiner {
        output: Some(partial.id()?),
        payload: if copies { Payload::Copy(CopyTo::new(partial.data()?, draft.resumed)) } else { Payload::Detached },
        algorithms: Algorithms::Full(extra),
        observer: surroundings.progress,
        stop: &stop,
        link_groups: LinkGroups::default(),
        progress: Some(&marks),
    };
    let images = Images { source, stop: &stop };
    let produce = |jobs: &mut JobSender<(Found, Option<Record>)>| {
        source.walk(&mut |found| {
            let known = known.take(&found.path);
            let weight = found.weight();
            jobs.send_large((found, known), weight)
        })
    };
    let work = |scratch: &mut Scratch, (found, known): (Found, Option<Record>)| {
        let candidate = images.candidate(&found);
        let (reuse, state) = known.map_or((None, None), |known| (Some(known.reuse), known.image));
        let mut examined = examiner.examine(scratch, found, reuse)?;
        let state = state.filter(|_| examined.is_reused);
        let image = candidate.map(|candidate| images.look(candidate, &mut examined, state)).transpose()?;
        Ok(Looked { examined, image: image.unwrap_or_default() })
    };
    let is_done = AtomicBool::new(false);
    let walked = std::thread::scope(|scope| {
        if surroundings.progress.wants_totals() && source.known_size().is_none() {
            // Without a thread to count on, there is only no total to be told.
            let _ = std::thread::Builder::new().spawn_scoped(scope, || {
                if let Some((entries, bytes)) = source.totals(&is_done) {
                    surroundings.progress.totals(entries, bytes);
                }
            });
        }
        let walked = pipeline::run(Limits::for_this_machine(), &stop, produce, Scratch::default, work, &mut writer);
        is_done.store(true, Ordering::Relaxed);
        walked
    })?;
    walked.map_err(SealError::List)?;
    let written = writer.finish()?;
    if (written.troubled > 0 || written.images_in_doubt > 0) && unreadable == OnUnreadable::Stop {
        partial.sync()?;
        return Err(SealError::Unreadable {
            entries: written.troubled,
            images: written.images_in_doubt,
            first: written.troubles.into_iter().chain(written.image_troubles).collect(),
            partial: partial.path.clone(),
        });
    }
    if draft.resumed && copies {
        leftovers::remove(partial)?;
    }
    draft.unreadable_accepted = written.troubled > 0;
    draft.read_error = written.read_errors;
    draft::state_images(&mut draft, written.images_in_doubt);
    let sealed = finish::finish(partial, draft, written.list, surroundings)?;
    Ok(Sealed {
        touched_access_times: written.touched_access_times,
        reused: written.reused,
        unreadable: written.troubles,
        images: written.images,
        image_troubles: written.image_troubles,
        ..sealed
    })
}
