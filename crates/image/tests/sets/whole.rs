//! Sets that hold.

use sealbag_image::Stopped;

use crate::maker::{CHUNK, PLAIN, Plan, media, write};

#[test]
fn a_whole_set_gives_the_digests_that_it_states() {
    for deflates in [false, true] {
        // 53 sectors: the last chunk is short, and stored at the very end of its segment.
        for sectors in [1, 8, 53, 24, 25] {
            let found = write(&media(sectors), Plan { deflates, ..PLAIN }).examine();
            assert_eq!(found.troubles, [], "{sectors} sectors");
            assert_eq!(found.media_size, Some(sectors as u64 * 512));
            assert_eq!(found.segments as usize, (sectors * 512).div_ceil(CHUNK * 3));
            assert_eq!(found.software.as_deref(), Some("1.0"));
            let words: Vec<_> = found.stated.iter().map(|it| (it.algorithm.word(), it.confirmed)).collect();
            assert_eq!(words, [("md5", true), ("sha1", true)]);
        }
    }
}

#[test]
fn an_image_without_a_digest_holds_and_confirms_nothing() {
    let found = write(&media(53), Plan { states_digests: false, ..PLAIN }).examine();
    assert!(found.holds());
    assert!(found.stated.is_empty());
}

#[test]
fn whoever_gives_up_is_not_answered() {
    let set = write(&media(53), PLAIN);
    assert_eq!(sealbag_image::examine(&set, &|| false), Err(Stopped));
    let asked = std::cell::Cell::new(0);
    let late = || asked.replace(asked.get() + 1) < 5;
    assert_eq!(sealbag_image::examine(&set, &late), Err(Stopped));
}
